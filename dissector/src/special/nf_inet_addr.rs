//! A `union nf_inet_addr`: 16 bytes, of which an IPv4 address takes the first four.
//!
//! Source: `uapi/linux/netfilter.h`.

use crate::sink::{Sink, Value};
use crate::table::{BytesAs, Special};
use crate::walk::{Node, Scope, Span, Walk};

const IPV4_LEN: usize = 4;
const IPV6_LEN: usize = 16;

/// An IPv4 address; what lies behind its four bytes is padding.
pub static IPV4_OF_16: Special = Special {
    name: "ip",
    decode: ipv4,
    sets: &[],
};

/// An address of an unknown family: IPv4 where the last twelve of 16 bytes are zero.
pub static IP_OF_16: Special = Special {
    name: "ip",
    decode: either,
    sets: &[],
};

fn ipv4<'a>(
    walk: &mut Walk<'_, 'a, dyn Sink + '_>,
    node: &Node<'_>,
    data: Span<'a>,
    _: &Scope<'_>,
) {
    match data.data.split_at_checked(IPV4_LEN) {
        Some((address, rest)) if rest.iter().all(|&b| b == 0) => {
            walk.leaf(node, &Value::Bytes(address, BytesAs::Ipv4));
        }
        _ => walk.opaque(node, data.data),
    }
}

fn either<'a>(
    walk: &mut Walk<'_, 'a, dyn Sink + '_>,
    node: &Node<'_>,
    data: Span<'a>,
    scope: &Scope<'_>,
) {
    let behind = data.data.get(IPV4_LEN..).unwrap_or(&[]);
    if behind.iter().any(|&b| b != 0) && data.data.len() == IPV6_LEN {
        walk.leaf(node, &Value::Bytes(data.data, BytesAs::Ipv6));
    } else {
        ipv4(walk, node, data, scope);
    }
}

#[cfg(test)]
mod tests {
    use super::{IP_OF_16, IPV4_OF_16};
    use crate::special::test::{decode, lengths};
    use crate::wire::ByteOrder::Little;

    #[test]
    fn both_families() {
        let mut bytes = [0; 16];
        bytes[..4].copy_from_slice(&[192, 0, 2, 1]);
        let v4 = ["x: Ipv4 [c0, 00, 02, 01]"];
        assert_eq!(decode(&IPV4_OF_16, &bytes, Little), v4);
        assert_eq!(decode(&IP_OF_16, &bytes, Little), v4);
        assert_eq!(decode(&IP_OF_16, &bytes[..4], Little), v4);
        lengths(&IPV4_OF_16, &bytes);
        bytes[15] = 1;
        assert!(decode(&IP_OF_16, &bytes, Little)[0].starts_with("x: Ipv6"));
        assert!(decode(&IPV4_OF_16, &bytes, Little)[0].starts_with("x: Opaque"));
        lengths(&IP_OF_16, &bytes);
    }
}
