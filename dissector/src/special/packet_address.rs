//! `pdmc_addr` of `struct packet_diag_mclist`: 32 bytes, of which `pdmc_alen` are a
//! link-layer address; none where the membership has no address (PACKET_MR_PROMISC).
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
    let address = data.sub(0, len.unwrap_or(data.data.len()));
    if !address.is_empty() {
        let mut part = *node;
        part.len = address.len();
        walk.leaf(&part, &Value::Bytes(address.data, BytesAs::Mac));
    }
    let unused = data.from(address.data.len());
    if !unused.is_empty() {
        walk.sink.padding(unused.offset, unused.len());
    }
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
        assert!(lines(0, &address).is_empty());
        assert_eq!(lines(33, &address), lines(32, &address));
        lengths(&ADDRESS, &address);
    }
}
