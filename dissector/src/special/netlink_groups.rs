//! NETLINK_DIAG_GROUPS: which multicast groups a netlink socket has joined, a bit each in
//! an array of C `long`s, group 1 lowest.
//!
//! An array of the groups: their names where the tables have them, else their numbers.
//!
//! Source: `net/netlink/diag.c`, `net/netlink/af_netlink.c`.

use crate::families;
use crate::sink::{Class, Sink, Value};
use crate::table::{Abi, Family, Layer, Name, Special};
use crate::walk::{Key, Node, Scope, Span, Walk};

/// The decoder.
pub static NETLINK_GROUPS: Special = Special {
    name: "netlink_groups",
    decode,
    sets: &[],
};

static TRAILING: Name = crate::name!("trailing");

fn decode(
    walk: &mut Walk<'_, '_, dyn Sink + '_>,
    node: &Node<'_>,
    data: Span<'_>,
    scope: &Scope<'_>,
) {
    let protocol = scope.field("ndiag_protocol");
    let len = data.data.len();
    let long = match walk.facts.abi {
        Some(abi) => abi.long(),
        None if len.is_multiple_of(8) => Abi::Lp64.long(),
        None => Abi::Ilp32.long(),
    };
    if walk.enter(node, Class::Array) {
        let mut first = 1;
        for i in 0..len / long {
            words(walk, i, data.sub(i * long, long), first, protocol);
            first += 8 * long as u32;
        }
        let rest = data.from(len / long * long);
        if !rest.is_empty() {
            walk.opaque(&Node::named(&TRAILING, rest), rest.data);
        }
    }
    walk.leave();
}

fn words(
    walk: &mut Walk<'_, '_, dyn Sink + '_>,
    position: usize,
    word: Span<'_>,
    first: u32,
    protocol: Option<u64>,
) {
    let width = word.data.len() as u8;
    let bits = walk.ctx.order.unsigned(word.data, word.data.len());
    let node = Node::new(Key::Entry(position as u32, None), word.offset, word.len());
    if walk.enter(&node, Class::Bits) {
        for shift in (0..8 * width).filter(|n| bits >> n & 1 == 1) {
            let group = first + u32::from(shift);
            let name = name(protocol, group);
            let mut bit = Node::new(Key::Entry(group, None), word.offset, word.len());
            bit.bits = Some((shift, 1));
            walk.leaf(
                &bit,
                &Value::Named {
                    value: group.into(),
                    width,
                    name,
                },
            );
        }
    }
    walk.leave();
}

/// A group's name; groups of generic families have numbers that only their kernel knows.
fn name(protocol: Option<u64>, group: u32) -> Option<&'static Name> {
    let own = |f: &&&Family| f.layer != Layer::Generic && f.protocol.map(u64::from) == protocol;
    let groups = families::ALL
        .iter()
        .filter(own)
        .flat_map(|f| f.groups.iter());
    groups
        .into_iter()
        .find(|g| g.value == group)
        .map(|g| &g.name)
}

#[cfg(test)]
mod tests {
    use super::NETLINK_GROUPS;
    use crate::families::sock_diag::netlink::NETLINK_DIAG_MSG;
    use crate::special::test::{decode, decode_inside, lengths};
    use crate::wire::ByteOrder::{Big, Little};

    #[test]
    fn names_and_numbers() {
        let mut message = [0; 28];
        message[2] = 4;
        let inside = Some((&NETLINK_DIAG_MSG, &message[..]));
        let bytes = [0b1001, 0, 0, 0, 0, 0, 0, 0x80];
        assert_eq!(
            decode_inside(&NETLINK_GROUPS, &bytes, Little, inside),
            [
                "x Array",
                "  [0] Bits",
                "    [1]: SKNLGRP_INET_TCP_DESTROY",
                "    [4]: SKNLGRP_INET6_UDP_DESTROY",
                "    [64]: 64",
            ]
        );
        let mut two = [0; 16];
        two[15] = 2;
        assert_eq!(
            decode(&NETLINK_GROUPS, &two, Big),
            ["x Array", "  [0] Bits", "  [1] Bits", "    [66]: 66"]
        );
        lengths(&NETLINK_GROUPS, &two);
    }
}
