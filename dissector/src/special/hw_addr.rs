//! A link-layer address in a field of fixed size, whose length stands beside it as `hw_addrlen`.
//!
//! Source: `struct nfqnl_msg_packet_hw`, `struct nfulnl_msg_packet_hw`.

use crate::sink::{Sink, Value};
use crate::table::{BytesAs, Special};
use crate::walk::{Node, Scope, Span, Walk};

/// The last field of the two structs.
pub static HW_ADDR: Special = Special {
    name: "mac",
    decode,
    sets: &[],
};

fn decode<'a>(
    walk: &mut Walk<'_, 'a, dyn Sink + '_>,
    node: &Node<'_>,
    data: Span<'a>,
    scope: &Scope<'_>,
) {
    let len = scope
        .field("hw_addrlen")
        .and_then(|n| usize::try_from(n).ok())
        .filter(|&n| n > 0 && n <= data.data.len())
        .unwrap_or(data.data.len());
    let address = data.sub(0, len);
    let mut part = *node;
    part.len = address.len();
    walk.leaf(&part, &Value::Bytes(address.data, BytesAs::Mac));
    let unused = data.from(len);
    if !unused.is_empty() {
        walk.sink.padding(unused.offset, unused.len());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::context::Context;
    use crate::sink::{Class, Flow};
    use crate::table::macros::*;
    use crate::table::{Abi, Tables};
    use crate::wire::ByteOrder;

    structure! { HEAD "head": hw_addrlen: BE16, pad: U16 }

    #[derive(Default)]
    struct Log(Vec<String>);

    impl Sink for Log {
        fn enter(&mut self, _: &Node<'_>, _: Class) -> Flow {
            Flow::Continue
        }

        fn leave(&mut self) {}

        fn leaf(&mut self, node: &Node<'_>, value: &Value<'_>) -> Flow {
            if let Value::Bytes(bytes, _) = value {
                self.0
                    .push(format!("{}+{} {bytes:?}", node.offset, node.len));
            }
            Flow::Continue
        }

        fn padding(&mut self, offset: u32, len: u32) {
            self.0.push(format!("padding {offset}+{len}"));
        }

        fn as_dyn(&mut self) -> &mut dyn Sink {
            self
        }
    }

    fn show(bytes: &[u8]) -> Vec<String> {
        let tables = Tables::builtin();
        let ctx = Context::new(&tables, 12);
        let mut log = Log::default();
        let whole = Span::new(bytes, 0);
        let (head, data) = (whole.sub(0, 4), whole.from(4));
        let root = Scope::root();
        let scope = Scope::of_struct(&root, &HEAD, Abi::Lp64, head.data, ByteOrder::Little);
        let name = crate::name!("hw_addr");
        let mut walk = Walk::new(&ctx, log.as_dyn());
        decode(&mut walk, &Node::named(&name, data), data, &scope);
        log.0
    }

    #[test]
    fn length_decides() {
        assert_eq!(
            show(&[0, 6, 0, 0, 2, 0, 0, 0, 0, 1, 0, 0]),
            ["4+6 [2, 0, 0, 0, 0, 1]", "padding 10+2"]
        );
    }

    #[test]
    fn a_length_that_cannot_be_is_ignored() {
        assert_eq!(show(&[0, 9, 0, 0, 1, 2]), ["4+2 [1, 2]"]);
        assert_eq!(show(&[0, 0, 0, 0, 1, 2]), ["4+2 [1, 2]"]);
        assert_eq!(show(&[0]), ["1+0 []"]);
    }
}
