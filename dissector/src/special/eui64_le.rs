//! An extended address of IEEE 802.15.4 in its wire order: the last byte first.
//!
//! Source: `__le64` addresses of `net/ieee802154/nl802154.c`.

use crate::sink::{Sink, Value};
use crate::table::macros::EUI64;
use crate::table::{BytesAs, Kind, Special};
use crate::walk::{Node, Scope, Span, Walk};

/// Such an address.
pub static EUI64_LE: Special = Special {
    name: "eui64",
    decode,
    sets: &[],
};

fn decode<'a>(
    walk: &mut Walk<'_, 'a, dyn Sink + '_>,
    node: &Node<'_>,
    data: Span<'a>,
    scope: &Scope<'_>,
) {
    static OTHER: Kind = EUI64;
    match <[u8; 8]>::try_from(data.data) {
        Ok(mut address) => {
            address.reverse();
            walk.leaf(node, &Value::Bytes(&address, BytesAs::Eui64));
        }
        Err(_) => walk.value(&OTHER, node, data, walk.ctx.order, scope),
    }
}

#[cfg(test)]
mod tests {
    use super::EUI64_LE;
    use crate::special::test::{decode, lengths};
    use crate::wire::ByteOrder;

    #[test]
    fn last_byte_first() {
        for order in [ByteOrder::Little, ByteOrder::Big] {
            assert_eq!(
                decode(&EUI64_LE, &[8, 7, 6, 5, 4, 3, 2, 1], order),
                ["x: Eui64 [01, 02, 03, 04, 05, 06, 07, 08]"]
            );
        }
    }

    #[test]
    fn other_lengths() {
        assert_eq!(
            decode(&EUI64_LE, &[1, 2], ByteOrder::Little),
            ["! short-attribute", "x: Opaque [01, 02]"]
        );
        lengths(&EUI64_LE, &[0; 8]);
    }
}
