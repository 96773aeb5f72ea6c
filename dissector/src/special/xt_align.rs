//! What fills the information of a match or target of xtables up to XT_ALIGN: nothing where
//! it is zero, else bytes of a newer struct.
//!
//! Source: `uapi/linux/netfilter/x_tables.h`, `net/netfilter/nft_compat.c`.

use crate::sink::Sink;
use crate::table::Special;
use crate::walk::{Node, Scope, Span, Walk};

const XT_ALIGN: usize = 8;

/// Behind the last field of an information.
pub static FILL: Special = Special {
    name: "pad",
    decode,
    sets: &[],
};

fn decode<'a>(
    walk: &mut Walk<'_, 'a, dyn Sink + '_>,
    node: &Node<'_>,
    data: Span<'a>,
    _: &Scope<'_>,
) {
    if data.data.len() < XT_ALIGN && data.data.iter().all(|&b| b == 0) {
        walk.sink.padding(data.offset, data.len());
    } else {
        walk.opaque(node, data.data);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::context::Context;
    use crate::sink::{Class, Flow, Value};
    use crate::table::Tables;

    #[derive(Default)]
    struct Log(Vec<String>);

    impl Sink for Log {
        fn enter(&mut self, _: &Node<'_>, _: Class) -> Flow {
            Flow::Continue
        }

        fn leave(&mut self) {}

        fn leaf(&mut self, node: &Node<'_>, _: &Value<'_>) -> Flow {
            self.0
                .push(format!("{}@{}+{}", node.key, node.offset, node.len));
            Flow::Continue
        }

        fn padding(&mut self, offset: u32, len: u32) {
            self.0.push(format!("padding@{offset}+{len}"));
        }

        fn as_dyn(&mut self) -> &mut dyn Sink {
            self
        }
    }

    fn show(bytes: &[u8]) -> Vec<String> {
        let tables = Tables::builtin();
        let ctx = Context::new(&tables, 12);
        let mut log = Log::default();
        let data = Span::new(bytes, 20);
        let name = crate::name!("trailing");
        let mut walk = Walk::new(&ctx, log.as_dyn());
        decode(&mut walk, &Node::named(&name, data), data, &Scope::root());
        log.0
    }

    #[test]
    fn zeros_are_padding() {
        assert_eq!(show(&[0; 4]), ["padding@20+4"]);
        assert_eq!(show(&[]), ["padding@20+0"]);
    }

    #[test]
    fn the_rest_is_shown() {
        assert_eq!(show(&[0, 0, 0, 1]), ["trailing@20+4"]);
        assert_eq!(show(&[0; 8]), ["trailing@20+8"]);
    }
}
