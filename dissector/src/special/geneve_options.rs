//! Options of a Geneve header, one behind the other: class, type, and length in words of 4 bytes.
//!
//! Source: `net/geneve.h`, `net/openvswitch/flow_netlink.c`; RFC 8926.

use crate::diagnostic::Code;
use crate::sink::{Class, Sink};
use crate::table::macros::*;
use crate::table::{Kind, Name, Special};
use crate::walk::{Key, Node, Scope, Span, Walk};

const HEADER: usize = 4;
static REST: Name = crate::name!("rest");

structure! { GENEVE_OPT "geneve_opt":
    opt_class: BE16.hex(),
    type: U8.hex(),
    flags: bits!(be 1: r1 1, r2 1, r3 1, length 5),
    ; opt_data: BYTES
}

static OPTION: Kind = structure(&GENEVE_OPT);

/// The options of a Geneve header.
pub static GENEVE_OPTIONS: Special = Special {
    name: "array",
    decode,
    sets: &[],
};

fn decode<'a>(
    walk: &mut Walk<'_, 'a, dyn Sink + '_>,
    node: &Node<'_>,
    data: Span<'a>,
    scope: &Scope<'_>,
) {
    if walk.enter(node, Class::Array) {
        let order = walk.ctx.order;
        let mut rest = data;
        let mut position = 0;
        while !rest.is_empty() && !walk.stopped() {
            let words = rest.data.get(3).map_or(0, |&b| usize::from(b & 0x1f));
            let len = HEADER + 4 * words;
            if rest.data.len() < len {
                walk.diagnose(
                    Code::BadPayload,
                    rest.offset,
                    format!("an option of {len} bytes, {} are left", rest.len()),
                );
                walk.opaque(&Node::named(&REST, rest), rest.data);
                break;
            }
            let option = rest.sub(0, len);
            let entry = Node::new(Key::Entry(position, None), option.offset, option.len());
            walk.value(&OPTION, &entry, option, order, scope);
            rest = rest.from(len);
            position += 1;
        }
    }
    walk.leave();
}

#[cfg(test)]
mod tests {
    use super::GENEVE_OPTIONS;
    use crate::special::test::{decode, lengths};
    use crate::wire::ByteOrder::Big;

    const OPTIONS: [u8; 12] = [0x01, 0x02, 0x80, 0x01, 1, 2, 3, 4, 0xff, 0xff, 0x01, 0x00];

    #[test]
    fn one_behind_the_other() {
        assert_eq!(
            decode(&GENEVE_OPTIONS, &OPTIONS, Big),
            [
                "x Array",
                "  [0] Struct",
                "    opt_class: 258",
                "    type: 128",
                "    flags Bits",
                "      r1: 0",
                "      r2: 0",
                "      r3: 0",
                "      length: 1",
                "    opt_data: Opaque [01, 02, 03, 04]",
                "  [1] Struct",
                "    opt_class: 65535",
                "    type: 1",
                "    flags Bits",
                "      r1: 0",
                "      r2: 0",
                "      r3: 0",
                "      length: 0",
            ]
        );
    }

    #[test]
    fn any_length() {
        lengths(&GENEVE_OPTIONS, &OPTIONS);
    }
}
