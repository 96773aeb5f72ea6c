//! A `struct iw_event`: whether it is laid out for 64 or for 32 bits shows in the event alone,
//! because a 64-bit kernel makes both for the processes that it has.
//!
//! Source: `net/wireless/wext-core.c` (`wireless_send_event`).

use crate::families::rt_link::wireless::{IW_EVENT_32, IW_EVENT_64};
use crate::sink::{Class, Sink};
use crate::table::Special;
use crate::walk::{Node, Scope, Span, Walk};

/// The payload of IFLA_WIRELESS.
pub static IW_EVENT: Special = Special {
    name: "struct",
    decode,
    sets: &[],
};

/// The shortest event of a 64-bit kernel that has a payload: 8 bytes of header, then 4.
const SHORTEST_64: usize = 12;

fn decode<'a>(
    walk: &mut Walk<'_, 'a, dyn Sink + '_>,
    node: &Node<'_>,
    data: Span<'a>,
    scope: &Scope<'_>,
) {
    // the hole behind the header of a 64-bit event is zero; no 32-bit event of such a length
    // begins its payload with zeros
    let hole = data.sub(4, 4);
    let is_64 = data.data.len() >= SHORTEST_64 && hole.data.iter().all(|&b| b == 0);
    let event = if is_64 { &IW_EVENT_64 } else { &IW_EVENT_32 };
    if walk.enter(node, Class::Struct) {
        walk.fields(event, data, true, walk.ctx.order, scope);
    }
    walk.leave();
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::context::Context;
    use crate::sink::{Flow, Value};
    use crate::table::Tables;

    #[derive(Default)]
    struct Log(Vec<String>);

    impl Sink for Log {
        fn enter(&mut self, node: &Node<'_>, _: Class) -> Flow {
            self.0.push(format!("{} {{", node.key));
            Flow::Continue
        }

        fn leave(&mut self) {
            self.0.push("}".into());
        }

        fn leaf(&mut self, node: &Node<'_>, value: &Value<'_>) -> Flow {
            if node.reserved {
                return Flow::Continue;
            }
            let value = match value {
                Value::Text(text) => String::from_utf8_lossy(text).into_owned(),
                Value::Bytes(bytes, _) => format!("{bytes:x?}"),
                Value::Unsigned { value, .. } => format!("{value:#x}"),
                other => format!("{other:?}"),
            };
            self.0
                .push(format!("{}@{}+{} {value}", node.key, node.offset, node.len));
            Flow::Continue
        }

        fn as_dyn(&mut self) -> &mut dyn Sink {
            self
        }
    }

    fn show(bytes: &[u8]) -> String {
        let tables = Tables::builtin();
        let ctx = Context::new(&tables, 0);
        let mut log = Log::default();
        let data = Span::new(bytes, 0);
        let name = crate::name!("E");
        let mut walk = Walk::new(&ctx, log.as_dyn());
        decode(&mut walk, &Node::named(&name, data), data, &Scope::root());
        log.0.join(" ")
    }

    const ADDR: [u8; 16] = [1, 0, 2, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0];

    #[test]
    fn an_address_in_both_layouts() {
        let long = [&[24, 0, 0x15, 0x8b, 0, 0, 0, 0][..], &ADDR].concat();
        assert_eq!(
            show(&long),
            "E { len@0+2 0x18 cmd@2+2 0x8b15 \
             u { sa_family@8+2 0x1 sa_data@10+6 [2, 0, 0, 0, 1, 0] } }"
        );
        let short = [&[20, 0, 0x15, 0x8b][..], &ADDR].concat();
        assert_eq!(
            show(&short),
            "E { len@0+2 0x14 cmd@2+2 0x8b15 \
             u { sa_family@4+2 0x1 sa_data@6+6 [2, 0, 0, 0, 1, 0] } }"
        );
    }

    #[test]
    fn data_in_both_layouts() {
        assert_eq!(
            show(b"\x12\0\x02\x8c\0\0\0\0\x02\0\0\0\0\0\0\0hi"),
            "E { len@0+2 0x12 cmd@2+2 0x8c02 u { length@8+2 0x2 flags@10+2 0x0 data@16+2 hi } }"
        );
        assert_eq!(
            show(b"\x0a\0\x02\x8c\x02\0\0\0hi"),
            "E { len@0+2 0xa cmd@2+2 0x8c02 u { length@4+2 0x2 flags@6+2 0x0 data@8+2 hi } }"
        );
    }

    #[test]
    fn no_data() {
        assert_eq!(
            show(b"\x10\0\x19\x8b\0\0\0\0\0\0\0\0\0\0\0\0"),
            "E { len@0+2 0x10 cmd@2+2 0x8b19 u { length@8+2 0x0 flags@10+2 0x0 } }"
        );
        assert_eq!(
            show(b"\x08\0\x19\x8b\0\0\0\0"),
            "E { len@0+2 0x8 cmd@2+2 0x8b19 u { length@4+2 0x0 flags@6+2 0x0 } }"
        );
    }

    #[test]
    fn short() {
        assert_eq!(show(b""), "E { }");
        assert_eq!(show(b"\x10"), "E { len@0+1 [10] }");
        assert_eq!(show(b"\x10\0\x19\x8b"), "E { len@0+2 0x10 cmd@2+2 0x8b19 }");
        assert_eq!(
            show(b"\x10\0\x15\x8b\x01\0\x02"),
            "E { len@0+2 0x10 cmd@2+2 0x8b15 u { sa_family@4+2 0x1 sa_data@6+1 [2] } }"
        );
    }
}
