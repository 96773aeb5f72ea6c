//! PACKET_DIAG_FANOUT: the group's id in the lower half of a number, its type in the upper.
//!
//! Source: `net/packet/diag.c`, `uapi/linux/if_packet.h`.

use crate::diagnostic::Code;
use crate::sink::{Class, Sink, Value};
use crate::table::{Meaning, Name, Ref, Special};
use crate::walk::{Node, Scope, Span, Walk};

/// The decoder.
pub static PACKET_FANOUT: Special = Special {
    name: "packet_fanout",
    decode,
    sets: &[],
};

enumeration! { TYPE "PACKET_FANOUT":
    0 PACKET_FANOUT_HASH, 1 PACKET_FANOUT_LB, 2 PACKET_FANOUT_CPU, 3 PACKET_FANOUT_ROLLOVER,
    4 PACKET_FANOUT_RND, 5 PACKET_FANOUT_QM, 6 PACKET_FANOUT_CBPF, 7 PACKET_FANOUT_EBPF,
}

static ID: Name = crate::name!("id");
static TYPE_NAME: Name = crate::name!("type");
static TRAILING: Name = crate::name!("trailing");
static NUMBER: Meaning = Meaning::Number;
static TYPE_OF: Meaning = Meaning::Enum(Ref::Static(&TYPE));

fn decode(walk: &mut Walk<'_, '_, dyn Sink + '_>, node: &Node<'_>, data: Span<'_>, _: &Scope<'_>) {
    if data.data.len() < 4 {
        walk.diagnose(
            Code::ShortAttribute,
            node.offset,
            format!("{}: {} bytes, a u32 has 4", node.key, data.len()),
        );
        return walk.opaque(node, data.data);
    }
    let whole = data.sub(0, 4);
    let number = walk.ctx.order.unsigned(whole.data, 4);
    if walk.enter(node, Class::Struct) {
        if walk.enter(&Node::new(node.key, whole.offset, whole.len()), Class::Bits) {
            for (name, shift, meaning) in [(&ID, 0, &NUMBER), (&TYPE_NAME, 16, &TYPE_OF)] {
                let mut part = Node::named(name, whole);
                part.bits = Some((shift, 16));
                walk.leaf(
                    &part,
                    &Value::Unsigned {
                        value: number >> shift & 0xffff,
                        width: 4,
                        meaning,
                        unit: Default::default(),
                    },
                );
            }
        }
        walk.leave();
        let rest = data.from(4);
        if !rest.is_empty() {
            walk.opaque(&Node::named(&TRAILING, rest), rest.data);
        }
    }
    walk.leave();
}

#[cfg(test)]
mod tests {
    use super::PACKET_FANOUT;
    use crate::special::test::{decode, lengths};
    use crate::wire::ByteOrder::{Big, Little};

    #[test]
    fn both_orders() {
        let expected = [
            "x Struct",
            "  x Bits",
            "    id: 7",
            "    type: PACKET_FANOUT_CPU",
        ];
        assert_eq!(decode(&PACKET_FANOUT, &[7, 0, 2, 0], Little), expected);
        assert_eq!(decode(&PACKET_FANOUT, &[0, 2, 0, 7], Big), expected);
        lengths(&PACKET_FANOUT, &[7, 0, 2, 0]);
    }
}
