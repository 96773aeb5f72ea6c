//! Options of a Geneve header as they stand in packets, one behind the other.
//!
//! Source: `include/net/geneve.h`; RFC 8926, section 3.5.

use crate::diagnostic::Code;
use crate::sink::{Class, Sink};
use crate::table::macros::*;
use crate::table::{Kind, Name, Special};
use crate::walk::{Key, Node, Scope, Span, Walk};

const HEADER: usize = 4;
static REST: Name = crate::name!("rest");
static OPTION: Kind = structure(&GENEVE_OPT);

// the length counts in units of four bytes
structure! { GENEVE_OPT "geneve_opt":
    opt_class: BE16.hex(),
    type: U8.hex(),
    flags: bits!(be 1: r1 1, r2 1, r3 1, length 5);
    opt_data: BYTES
}

/// An array of `struct geneve_opt`.
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
    let order = walk.ctx.order;
    if walk.enter(node, Class::Array) {
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
    use crate::wire::ByteOrder::{Big, Little};

    #[test]
    fn two_options() {
        let bytes = [0x01, 0x02, 0x80, 0x01, 1, 2, 3, 4, 0xff, 0xff, 0x05, 0x20];
        let lines = decode(&GENEVE_OPTIONS, &bytes, Little);
        assert_eq!(
            lines,
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
                "    type: 5",
                "    flags Bits",
                "      r1: 0",
                "      r2: 0",
                "      r3: 1",
                "      length: 0",
            ]
        );
        assert_eq!(lines, decode(&GENEVE_OPTIONS, &bytes, Big));
        lengths(&GENEVE_OPTIONS, &bytes);
    }

    #[test]
    fn an_option_longer_than_what_is_left() {
        let lines = decode(&GENEVE_OPTIONS, &[0, 1, 2, 3, 4], Little);
        assert!(
            lines.contains(&"  rest: Opaque [00, 01, 02, 03, 04]".into()),
            "{lines:?}"
        );
    }
}
