//! A link-layer address in a field of 8 bytes, whose length stands before it as `hw_addrlen`.
//!
//! Source: `struct nfqnl_msg_packet_hw`, `struct nfulnl_msg_packet_hw`.

use crate::sink::{Sink, Value};
use crate::table::macros::*;
use crate::table::{BytesAs, Fact, Special};
use crate::walk::{Node, Scope, Span, Walk};

static ADDRESS: Special = Special {
    name: "mac",
    decode,
    sets: &[],
};

select! { /// The field of 8 bytes.
    pub HW_ADDR number fact(Fact::Length) => {
        8 => special(&ADDRESS),
    } else BYTES.times(8)
}

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
    use super::ADDRESS;
    use crate::special::test::{decode_inside, lengths};
    use crate::table::macros::*;
    use crate::wire::ByteOrder::Little;

    structure! { HEAD "head": hw_addrlen: BE16, _pad: U16 }

    fn show(len: u8, address: &[u8]) -> Vec<String> {
        decode_inside(&ADDRESS, address, Little, Some((&HEAD, &[0, len, 0, 0])))
    }

    #[test]
    fn length_decides() {
        assert_eq!(
            show(6, &[2, 0, 0, 0, 0, 1, 0, 0]),
            ["x: Mac [02, 00, 00, 00, 00, 01]"]
        );
        assert_eq!(show(2, &[1, 2, 3]), ["x: Mac [01, 02]"]);
    }

    #[test]
    fn a_length_that_cannot_be_is_ignored() {
        for len in [0, 9] {
            assert_eq!(show(len, &[1, 2]), ["x: Mac [01, 02]"]);
        }
        lengths(&ADDRESS, &[1; 8]);
    }
}
