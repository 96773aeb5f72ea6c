//! A packet, or a header of one: an object of its headers, each under its struct's name, then
//! `payload`. Behind a header of variable length stand its `options`; what lies behind the
//! length that IP gives is `trailing`, or padding where it is zero. A header that stands again
//! (tunnels, the packet that an ICMP error is about) is `iphdr#2`.
//!
//! With which header it begins, the message tells beside it: see `start`. Captures cut
//! packets as they like: what is missing is absent.

mod start;
mod step;
#[cfg(test)]
mod tests;

pub use start::*;

use crate::sink::{Class, Sink, Value};
use crate::table::{Abi, BytesAs, Name, Struct};
use crate::walk::{Node, Scope, Span, Walk};
use crate::wire::ByteOrder;
use step::{Next, step};

/// How many headers are taken off a packet at most.
const MAX_HEADERS: usize = 32;

static OPTIONS: Name = crate::name!("options");
static PAYLOAD: Name = crate::name!("payload");
static TRAILING: Name = crate::name!("trailing");

fn packet<'a>(
    walk: &mut Walk<'_, 'a, dyn Sink + '_>,
    node: &Node<'_>,
    data: Span<'a>,
    scope: &Scope<'_>,
    start: Next,
) {
    if data.is_empty() || step(start, data.data).is_none() {
        return walk.leaf(node, &Value::Bytes(data.data, BytesAs::Packet));
    }
    if walk.enter(node, Class::Struct) {
        let (mut at, mut end, mut next) = (0, data.data.len(), start);
        let mut names = [""; MAX_HEADERS];
        for i in 0..MAX_HEADERS {
            let rest = data.sub(at, end - at);
            if rest.is_empty() || walk.stopped() {
                break;
            }
            let Some(step) = step(next, rest.data) else {
                break;
            };
            let name = step.header.name.as_str();
            let before = names.iter().filter(|n| **n == name).count() as u32;
            if let Some(slot) = names.get_mut(i) {
                *slot = name;
            }
            end = step
                .total
                .map_or(end, |total| end.min(at.saturating_add(total)));
            let own = rest.sub(0, step.len.min(end - at));
            header(walk, step.header, own, before, scope);
            at += own.data.len();
            next = step.next;
        }
        let inside = data.sub(at, end - at);
        if !inside.is_empty() {
            walk.opaque(&Node::named(&PAYLOAD, inside), inside.data);
        }
        let behind = data.from(end);
        if behind.data.iter().any(|&b| b != 0) {
            walk.opaque(&Node::named(&TRAILING, behind), behind.data);
        } else if !behind.is_empty() {
            walk.sink.padding(behind.offset, behind.len());
        }
    }
    walk.leave();
}

fn header<'a>(
    walk: &mut Walk<'_, 'a, dyn Sink + '_>,
    of: &'static Struct,
    span: Span<'a>,
    before: u32,
    scope: &Scope<'_>,
) {
    let mut node = Node::named(&of.name, span);
    node.repeat = if before > 0 { before + 1 } else { 0 };
    if walk.enter(&node, Class::Struct) {
        let size = usize::from(of.layout(Abi::Lp64).size);
        walk.fields(of, span.sub(0, size), false, ByteOrder::Big, scope);
        let options = span.from(size);
        if !options.is_empty() {
            walk.opaque(&Node::named(&OPTIONS, options), options.data);
        }
    }
    walk.leave();
}
