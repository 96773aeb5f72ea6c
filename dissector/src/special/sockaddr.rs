//! A socket address: its first field tells the layout of the rest.
//!
//! An object with the fields of `struct sockaddr_in` or `struct sockaddr_in6`; of another
//! family `ss_family`, and the rest as bytes where it is not zero. What lies behind, in a
//! `struct sockaddr_storage` most of it, is padding.
//!
//! Source: `uapi/linux/in.h`, `uapi/linux/in6.h`, `uapi/linux/socket.h`.

use crate::families::common::AF;
use crate::sink::{Class, Sink};
use crate::table::macros::*;
use crate::table::{Abi, Fact, Name, Special, Struct};
use crate::walk::{Node, Scope, Span, Walk};

/// A socket address of any length: for an attribute.
pub static SOCKADDR: Special = Special {
    name: "sockaddr",
    decode,
    sets: &[],
};

select! { /// A `struct sockaddr_storage`: for the field of a struct or the element of an array.
    pub SOCKADDR_STORAGE number fact(Fact::Length) => {
        128 => special(&SOCKADDR),
    } else BYTES.times(128)
}

structure! { /// An address of IPv4.
    pub IN "sockaddr_in":
    sin_family: U16.of(&AF),
    sin_port: BE16,
    sin_addr: IPV4,
}

structure! { /// An address of IPv6.
    pub IN6 "sockaddr_in6":
    sin6_family: U16.of(&AF),
    sin6_port: BE16,
    sin6_flowinfo: BE32.hex(),
    sin6_addr: IPV6,
    sin6_scope_id: U32,
}

structure! { /// The beginning of any address.
    pub OTHER "sockaddr_storage":
    ss_family: U16.of(&AF),
}

static TRAILING: Name = crate::name!("trailing");

fn decode<'a>(
    walk: &mut Walk<'_, 'a, dyn Sink + '_>,
    node: &Node<'_>,
    data: Span<'a>,
    scope: &Scope<'_>,
) {
    let order = walk.ctx.order;
    let layout: &'static Struct = match order.unsigned(data.data, 2) {
        2 if data.data.len() >= 8 => &IN,
        10 if data.data.len() >= 24 => &IN6,
        _ if data.data.len() >= 2 => &OTHER,
        _ => return walk.opaque(node, data.data),
    };
    if walk.enter(node, Class::Struct) {
        let size = usize::from(layout.layout(Abi::Lp64).size);
        walk.fields(layout, data.sub(0, size), false, order, scope);
        let rest = data.from(size);
        if rest.data.iter().any(|&b| b != 0) {
            walk.opaque(&Node::named(&TRAILING, rest), rest.data);
        } else if !rest.is_empty() {
            walk.sink.padding(rest.offset, rest.len());
        }
    }
    walk.leave();
}

#[cfg(test)]
mod tests {
    use super::SOCKADDR;
    use crate::special::test::{decode, lengths};
    use crate::wire::ByteOrder::{Big, Little};

    #[test]
    fn by_family() {
        let mut v4 = [0; 128];
        v4[..8].copy_from_slice(&[2, 0, 0x13, 0x88, 127, 0, 0, 1]);
        assert_eq!(
            decode(&SOCKADDR, &v4, Little),
            [
                "x Struct",
                "  sin_family: AF_INET",
                "  sin_port: 5000",
                "  sin_addr: Ipv4 [7f, 00, 00, 01]",
            ]
        );
        let mut v6 = [0; 28];
        v6[..4].copy_from_slice(&[0, 10, 0, 80]);
        v6[23] = 1;
        v6[27] = 7;
        let lines = decode(&SOCKADDR, &v6, Big);
        assert!(lines.contains(&"  sin6_port: 80".to_owned()), "{lines:?}");
        assert!(
            lines.contains(&"  sin6_scope_id: 7".to_owned()),
            "{lines:?}"
        );
        lengths(&SOCKADDR, &v4);
        lengths(&SOCKADDR, &v6);
    }

    #[test]
    fn other_families() {
        let lines = decode(&SOCKADDR, &[1, 0, b'/', 0], Little);
        assert_eq!(
            lines,
            [
                "x Struct",
                "  ss_family: AF_UNIX",
                "  trailing: Opaque [2f, 00]"
            ]
        );
    }
}
