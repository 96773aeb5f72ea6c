//! `pdmc_addr` of `struct packet_diag_mclist`: 32 bytes, of which `pdmc_alen` are a
//! link-layer address.
//!
//! Source: `uapi/linux/packet_diag.h`, `net/packet/diag.c`.

use crate::sink::{Sink, Value};
use crate::table::macros::*;
use crate::table::{BytesAs, Fact, Special};
use crate::walk::{Node, Scope, Span, Walk};

static ADDRESS: Special = Special {
    name: "mac",
    decode,
    sets: &[],
};

select! { /// The field of 32 bytes.
    pub PACKET_ADDRESS number fact(Fact::Length) => {
        32 => special(&ADDRESS),
    } else BYTES.times(32)
}

fn decode(
    walk: &mut Walk<'_, '_, dyn Sink + '_>,
    node: &Node<'_>,
    data: Span<'_>,
    scope: &Scope<'_>,
) {
    let len = scope
        .field("pdmc_alen")
        .and_then(|n| usize::try_from(n).ok());
    let split = len.and_then(|n| data.data.split_at_checked(n));
    let value = match split {
        Some((address, rest)) if rest.iter().all(|&b| b == 0) => {
            Value::Bytes(address, BytesAs::Mac)
        }
        _ => Value::Bytes(data.data, BytesAs::Opaque),
    };
    walk.leaf(node, &value);
}

#[cfg(test)]
mod tests {
    use super::ADDRESS;
    use crate::families::sock_diag::packet::MCLIST;
    use crate::special::test::{decode_inside, lengths};
    use crate::wire::ByteOrder::Little;

    fn lines(alen: u8, address: &[u8; 32]) -> Vec<String> {
        let mut bytes = [0; 44];
        bytes[10] = alen;
        decode_inside(&ADDRESS, address, Little, Some((&MCLIST, &bytes)))
    }

    #[test]
    fn as_long_as_told() {
        let mut address = [0; 32];
        address[..3].copy_from_slice(&[1, 0, 0x5e]);
        assert_eq!(lines(4, &address), ["x: Mac [01, 00, 5e, 00]"]);
        assert!(
            lines(2, &address)
                .iter()
                .all(|l| l.starts_with("x: Opaque"))
        );
        assert!(
            lines(33, &address)
                .iter()
                .all(|l| l.starts_with("x: Opaque"))
        );
        lengths(&ADDRESS, &address);
    }
}
