//! RTM_NEWNDUSEROPT: behind the header nduseropt_opts_len bytes of neighbour discovery options,
//! then attributes. And the domain names in one of these options.
//!
//! Source: `uapi/linux/rtnetlink.h`, `net/ipv6/ndisc.c`; RFC 4861, 8106.

use crate::diagnostic::Code;
use crate::families::rt_nduseropt::{ND_OPT_HDR, NDUSEROPT};
use crate::sink::{Class, Sink, Value};
use crate::table::macros::structure;
use crate::table::{Kind, Name, Special};
use crate::walk::{Key, Node, Scope, Span, Walk};
use crate::wire::align4;

static ATTRIBUTES: Name = crate::name!("attributes");
static REST: Name = crate::name!("rest");
static OPTION: Kind = structure(&ND_OPT_HDR);

/// The options and the attributes of an nduseroptmsg.
pub static ND_OPTIONS: Special = Special {
    name: "array",
    decode,
    sets: &[&NDUSEROPT],
};

fn decode<'a>(
    walk: &mut Walk<'_, 'a, dyn Sink + '_>,
    node: &Node<'_>,
    data: Span<'a>,
    scope: &Scope<'_>,
) {
    let len = match scope.field("nduseropt_opts_len") {
        Some(len) => len as usize,
        None => data.data.len(),
    };
    let span = data.sub(0, len);
    if walk.enter(&Node::new(node.key, span.offset, span.len()), Class::Array) {
        options(walk, span, scope);
    }
    walk.leave();
    let hole = data.sub(len, align4(len) - len);
    if !hole.is_empty() {
        walk.sink.padding(hole.offset, hole.len());
    }
    let attributes = data.from(align4(len));
    if !attributes.is_empty() && !walk.stopped() {
        if walk.enter(&Node::named(&ATTRIBUTES, attributes), Class::Attributes) {
            walk.attributes(&NDUSEROPT, attributes, scope);
        }
        walk.leave();
    }
}

fn options<'a>(walk: &mut Walk<'_, 'a, dyn Sink + '_>, span: Span<'a>, scope: &Scope<'_>) {
    let order = walk.ctx.order;
    let mut rest = span;
    let mut position = 0;
    while !rest.is_empty() && !walk.stopped() {
        let len = rest.data.get(1).map_or(0, |&n| usize::from(n) * 8);
        if len == 0 || len > rest.data.len() {
            walk.diagnose(
                Code::BadPayload,
                rest.offset,
                format!("nd_opt_len says {len} bytes, {} are left", rest.len()),
            );
            walk.opaque(&Node::named(&REST, rest), rest.data);
            return;
        }
        let option = rest.sub(0, len);
        let entry = Node::new(Key::Entry(position, None), option.offset, option.len());
        walk.value(&OPTION, &entry, option, order, scope);
        rest = rest.from(len);
        position += 1;
    }
}

/// Domain names in the form of DNS, an array of labels each; zeros behind the last.
pub static DOMAINS: Special = Special {
    name: "array",
    decode: domains,
    sets: &[],
};

fn domains<'a>(
    walk: &mut Walk<'_, 'a, dyn Sink + '_>,
    node: &Node<'_>,
    data: Span<'a>,
    _: &Scope<'_>,
) {
    if walk.enter(node, Class::Array) {
        let mut rest = data;
        let mut position = 0;
        while !walk.stopped() && rest.data.iter().any(|&b| b != 0) {
            let len = name_len(rest.data);
            let name = rest.sub(0, len);
            let entry = Node::new(Key::Entry(position, None), name.offset, name.len());
            if walk.enter(&entry, Class::Array) {
                labels(walk, name);
            }
            walk.leave();
            rest = rest.from(len);
            position += 1;
        }
        if !rest.is_empty() && !walk.stopped() {
            walk.sink.padding(rest.offset, rest.len());
        }
    }
    walk.leave();
}

/// Bytes of the first name with the zero that ends it, or all.
fn name_len(data: &[u8]) -> usize {
    let mut at = 0;
    while let Some(&n) = data.get(at) {
        at += 1 + usize::from(n);
        if n == 0 {
            break;
        }
    }
    at.min(data.len())
}

fn labels<'a>(walk: &mut Walk<'_, 'a, dyn Sink + '_>, name: Span<'a>) {
    let mut rest = name;
    let mut position = 0;
    while let Some(&n) = rest.data.first() {
        if walk.stopped() {
            return;
        }
        let label = rest.sub(0, 1 + usize::from(n));
        if n == 0 {
            walk.sink.padding(label.offset, label.len());
        } else {
            // the leaf owns the length before the label too
            let entry = Node::new(Key::Entry(position, None), label.offset, label.len());
            walk.leaf(&entry, &Value::Text(label.from(1).data));
        }
        rest = rest.from(1 + usize::from(n));
        position += 1;
    }
}

#[cfg(test)]
mod tests {
    use crate::special::testing::{attribute, message, show, warnings};

    fn useropt(opts_len: u8, bytes: &[u8]) -> Vec<u8> {
        let mut body = vec![10, 0, opts_len, 0, 2, 0, 0, 0, 134, 0, 0, 0, 0, 0, 0, 0];
        body.extend(bytes);
        message(68, &body)
    }

    #[test]
    fn servers_then_the_router() {
        let mut bytes = vec![25, 3, 0, 0, 0, 0, 2, 88];
        bytes.extend([0x20; 16]);
        bytes.extend(attribute(1, &[0xfe; 16]));
        let out = show(0, &useropt(24, &bytes));
        let (dns, router) = ("20".repeat(16), "fe".repeat(16));
        assert!(
            out.contains(&format!(
                "options[ []{{ nd_opt_type=25 nd_opt_len=3 data{{ reserved=0 lifetime=600 \
                 addresses[ []={dns} ] }} }} ] attributes{{ NDUSEROPT_SRCADDR={router} }}"
            )),
            "{out}"
        );
        assert_eq!(warnings(0, &useropt(24, &bytes)), Vec::<String>::new());
    }

    #[test]
    fn domains() {
        let mut bytes = vec![31, 3, 0, 0, 0, 0, 0, 60];
        bytes.extend(b"\x07example\x03org\x00\x00\x00\x00");
        let out = show(0, &useropt(24, &bytes));
        assert!(
            out.contains("domains[ [][ []=\"example\" []=\"org\" ] ]"),
            "{out}"
        );
    }

    #[test]
    fn every_length_is_harmless() {
        let mut bytes = vec![31, 3, 0, 0, 0, 0, 0, 60];
        bytes.extend(b"\x07example\xffcom\x00\x00\x00\x00");
        bytes.extend([38, 2, 1, 2]);
        for n in 0..=bytes.len() {
            for len in [0, 1, 8, 24, 28, 255] {
                show(0, &useropt(len, bytes.get(..n).unwrap_or(&[])));
            }
        }
        assert_eq!(warnings(0, &useropt(28, &bytes)), ["bad-payload"]);
        assert_eq!(
            warnings(0, &useropt(8, &[25, 0, 0, 0, 0, 0, 0, 0])),
            ["bad-payload"]
        );
    }
}
