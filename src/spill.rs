//! Messages whose output is long: it is written before they end. A message of a megabyte can be told in hundreds of
//! them.

use netlink_capture::netlink::Item;
use netlink_dissector::context::Context;
use netlink_dissector::diagnostic::Diagnostic;
use netlink_dissector::sink::json::{Json, Lossless};
use netlink_dissector::sink::text::Verbose;
use netlink_dissector::sink::{Class, Flow, Numbers, Sink, Value};
use netlink_dissector::table::{Name, Set};
use netlink_dissector::walk::Node;

/// A sink that gathers what it writes.
pub trait Gathers: Sink {
    /// What it wrote.
    fn gathered(&mut self) -> &mut Vec<u8>;
}

impl Gathers for Json {
    fn gathered(&mut self) -> &mut Vec<u8> {
        self.buffer()
    }
}

impl Gathers for Lossless {
    fn gathered(&mut self) -> &mut Vec<u8> {
        self.buffer()
    }
}

impl Gathers for Verbose {
    fn gathered(&mut self) -> &mut Vec<u8> {
        self.buffer()
    }
}

/// May take what has gathered; whether to go on.
pub type Pour<'p> = &'p mut dyn FnMut(&mut Vec<u8>) -> bool;

/// Walks an item, and pours out now and then what was written of it.
pub fn walk<S: Gathers>(
    item: Item<'_, '_>,
    ctx: &Context<'_>,
    sink: &mut S,
    pour: Option<Pour<'_>>,
) {
    match pour {
        None => item.walk(ctx, sink),
        Some(pour) => {
            let sink: &mut dyn Sink = &mut Spill { sink, pour };
            item.walk(ctx, sink);
        }
    }
}

/// Hands on to a sink, and pours out what it wrote.
struct Spill<'s> {
    sink: &'s mut dyn Gathers,
    pour: Pour<'s>,
}

impl Spill<'_> {
    fn settle(&mut self, flow: Flow) -> Flow {
        let out = self.sink.gathered();
        // a bracket may take the place of the last comma
        let last = out.pop();
        let goes_on = (self.pour)(out);
        out.extend(last);
        if goes_on { flow } else { Flow::Stop }
    }
}

impl Sink for Spill<'_> {
    fn enter(&mut self, node: &Node<'_>, class: Class) -> Flow {
        let flow = self.sink.enter(node, class);
        self.settle(flow)
    }

    fn leave(&mut self) {
        self.sink.leave();
    }

    fn leaf(&mut self, node: &Node<'_>, value: &Value<'_>) -> Flow {
        let flow = self.sink.leaf(node, value);
        self.settle(flow)
    }

    fn padding(&mut self, offset: u32, len: u32) {
        self.sink.padding(offset, len);
    }

    fn derived(&mut self, name: &Name, text: &str) {
        self.sink.derived(name, text);
    }

    fn set(&mut self, name: &Name) {
        self.sink.set(name);
    }

    fn wants(&mut self, set: &Set) -> Option<Numbers> {
        self.sink.wants(set)
    }

    fn diagnostic(&mut self, diagnostic: Diagnostic) {
        self.sink.diagnostic(diagnostic);
    }

    fn groups(&self) -> bool {
        self.sink.groups()
    }

    fn names_interfaces(&self) -> bool {
        self.sink.names_interfaces()
    }

    fn as_dyn(&mut self) -> &mut dyn Sink {
        self
    }
}
