//! RTA_MULTIPATH: a struct rtnexthop for each path, followed by that path's attributes.
//! rtnh_len counts both; paths begin at multiples of 4.
//!
//! Source: `uapi/linux/rtnetlink.h`, `net/ipv4/fib_semantics.c`, `net/ipv4/ipmr_base.c`.

use crate::diagnostic::Code;
use crate::families::rt_route::{RTA, RTNEXTHOP};
use crate::sink::{Class, Sink};
use crate::table::{Abi, Name, Special};
use crate::walk::{Key, Node, Scope, Span, Walk};
use crate::wire::align4;

const HEADER: usize = 8;
static REST: Name = crate::name!("rest");

/// The paths of a route.
pub static MULTIPATH: Special = Special {
    name: "array",
    decode,
    sets: &[&RTA],
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
            let len = order.unsigned(rest.data, 2) as usize;
            if rest.data.len() < HEADER || len < HEADER || len > rest.data.len() {
                walk.diagnose(
                    Code::BadPayload,
                    rest.offset,
                    format!(
                        "{}: rtnh_len is {len}, {} bytes are left",
                        node.key,
                        rest.len()
                    ),
                );
                walk.opaque(&Node::named(&REST, rest), rest.data);
                break;
            }
            let path = rest.sub(0, len);
            let entry = Node::new(Key::Entry(position, None), path.offset, path.len());
            if walk.enter(&entry, Class::Struct) {
                let head = path.sub(0, HEADER);
                if walk.enter(&Node::named(&RTNEXTHOP.name, head), Class::Struct) {
                    walk.fields(&RTNEXTHOP, head, true, order, scope);
                }
                walk.leave();
                let inner = Scope::of_struct(scope, &RTNEXTHOP, Abi::Lp64, head.data, order);
                walk.attributes(&RTA, path.from(HEADER), &inner);
            }
            walk.leave();
            let hole = rest.sub(len, align4(len) - len);
            if !hole.is_empty() {
                walk.sink.padding(hole.offset, hole.len());
            }
            rest = rest.from(align4(len));
            position += 1;
        }
    }
    walk.leave();
}

#[cfg(test)]
mod tests {
    use crate::special::testing::{attribute, message, show, warnings};

    fn route(multipath: &[u8]) -> Vec<u8> {
        let mut body = vec![2, 0, 0, 0, 254, 4, 0, 1, 0, 0, 0, 0];
        body.extend(attribute(9, multipath));
        message(24, &body)
    }

    fn path(len: u16, ifindex: u8, attributes: &[u8]) -> Vec<u8> {
        let mut path = len.to_le_bytes().to_vec();
        path.extend([4, 9, ifindex, 0, 0, 0]);
        path.extend(attributes);
        path
    }

    #[test]
    fn two_paths_with_attributes() {
        let mut paths = path(16, 3, &attribute(5, &[192, 0, 2, 1]));
        paths.extend(path(8, 4, &[]));
        let out = show(0, &route(&paths));
        assert!(
            out.contains(
                "RTA_MULTIPATH[ []{ rtnexthop{ rtnh_len=16 rtnh_flags=4 rtnh_hops=9 rtnh_ifindex=3 } \
                 RTA_GATEWAY=c0000201 } []{ rtnexthop{ rtnh_len=8 rtnh_flags=4 rtnh_hops=9 rtnh_ifindex=4 } } ]"
            ),
            "{out}"
        );
        assert_eq!(warnings(0, &route(&paths)), Vec::<String>::new());
    }

    #[test]
    fn encapsulation_is_chosen_within_its_own_path() {
        // LWTUNNEL_ENCAP_MPLS: label 100, bottom of stack
        let encap = |kind: u8, inner: &[u8]| {
            let mut a = attribute(22, inner);
            a.extend(attribute(21, &[kind, 0]));
            a
        };
        let mpls = encap(1, &attribute(1, &[0x00, 0x06, 0x41, 0x00]));
        let ip = encap(2, &attribute(4, &[64]));
        let mut paths = path(8 + mpls.len() as u16, 1, &mpls);
        paths.extend(path(8 + ip.len() as u16, 2, &ip));
        let out = show(0, &route(&paths));
        assert!(
            out.contains("MPLS_IPTUNNEL_DST[ []{ label=100 tc=0 s=1 ttl=0 } ]"),
            "{out}"
        );
        assert!(out.contains("LWTUNNEL_IP_TTL=64"), "{out}");
    }

    #[test]
    fn lengths_that_lie_leave_bytes() {
        for (len, size) in [(0, 8), (4, 8), (12, 8), (8, 3), (40, 20)] {
            let mut bytes = path(len, 1, &[0; 12]);
            bytes.truncate(size);
            let out = show(0, &route(&bytes));
            assert!(out.contains("RTA_MULTIPATH[ rest="), "{len} {size}: {out}");
            assert_eq!(warnings(0, &route(&bytes)), ["bad-payload"], "{len} {size}");
        }
        assert!(show(0, &route(&[])).contains("RTA_MULTIPATH[ ]"));
    }

    #[test]
    fn every_length_is_harmless() {
        let mut paths = path(13, 3, &attribute(26, &[1]));
        paths.extend(path(8, 4, &[]));
        for n in 0..=paths.len() {
            show(0, &route(paths.get(..n).unwrap_or(&[])));
        }
    }

    #[test]
    fn paths_in_paths_end() {
        let mut bytes = path(8, 1, &[]);
        for _ in 0..200 {
            let inner = attribute(9, &bytes);
            bytes = path(8 + inner.len() as u16, 1, &inner);
        }
        assert_eq!(warnings(0, &route(&bytes)), ["nesting-too-deep"]);
    }
}
