//! A packet, or a header of one: an object of its headers, each under its struct's name, then
//! `payload`. Behind a header of variable length stand its `options`; what lies behind the
//! length that IP gives is `trailing`, or padding where it is zero. A header that stands again
//! (tunnels, the packet that an ICMP error is about) is `iphdr#2`.
//!
//! Captures cut packets as they like: what is missing is absent.

use crate::families::headers::*;
use crate::families::nfnetlink::log::NFULA;
use crate::families::nfnetlink::nftables::NFTA_TRACE;
use crate::families::nfnetlink::queue::NFQA;
use crate::sink::{Class, Sink, Value};
use crate::table::{Abi, BytesAs, Name, Set, Special, Struct};
use crate::walk::{Found, Node, Scope, Span, Walk};
use crate::wire::{ByteOrder, RawAttributes};
use std::borrow::Cow;

macro_rules! specials {
    ($($(#[$doc:meta])* $special:ident $start:expr;)*) => {$(
        $(#[$doc])*
        pub static $special: Special = Special {
            name: "packet",
            decode: {
                fn decode<'a>(
                    walk: &mut Walk<'_, 'a, dyn Sink + '_>,
                    node: &Node<'_>,
                    data: Span<'a>,
                    scope: &Scope<'_>,
                ) {
                    let start: fn(Span<'_>, &Scope<'_>, ByteOrder) -> Option<Next> = $start;
                    match start(data, scope, walk.ctx.order) {
                        Some(next) => packet(walk, node, data, scope, next),
                        None => plain(walk, node, data),
                    }
                }
                decode
            },
            sets: &[],
        };
    )*};
}

specials! {
    /// From Ethernet on.
    ETHERNET |_, _, _| Some(Next::Ethernet);
    /// From IP on, whose first bits tell its version.
    IP |data, _, _| version(data);
    /// NFQA_PAYLOAD: NFQA_PACKET_HDR tells what it is.
    NFQA_PAYLOAD |data, scope, order| {
        payload(data, scope, attribute(scope, &NFQA, 1, order).and_then(|h| be16(h, 4)))
    };
    /// NFULA_PAYLOAD: NFULA_PACKET_HDR tells what it is.
    NFULA_PAYLOAD |data, scope, order| {
        payload(data, scope, attribute(scope, &NFULA, 1, order).and_then(|h| be16(h, 0)))
    };
    /// NFULA_HWHEADER: NFULA_HWTYPE tells what it is.
    NFULA_HWHEADER |_, scope, _| {
        number(scope, "NFULA_HWTYPE").filter(is_ethernet).map(|_| Next::Ethernet)
    };
    /// NFTA_TRACE_LL_HEADER: the type of either interface tells what it is.
    NFTA_TRACE_LL_HEADER |_, scope, _| {
        let types = ["NFTA_TRACE_IIFTYPE", "NFTA_TRACE_OIFTYPE"];
        let known = types.iter().filter_map(|name| number(scope, name));
        known.filter(is_ethernet).next().map(|_| Next::Ethernet)
    };
    /// From the link layer on, if there is one: PSAMPLE_ATTR_PROTO or NET_DM_ATTR_PROTO tells.
    FRAME |data, scope, _| {
        let names = ["PSAMPLE_ATTR_PROTO", "NET_DM_ATTR_PROTO"];
        let kind = names.iter().find_map(|name| number(scope, name))?;
        match be16(data.data, ETH_HLEN - 2) {
            Some(ETH_P_8021Q | ETH_P_8021AD) => Some(Next::Ethernet),
            Some(found) if u64::from(found) == kind => Some(Next::Ethernet),
            _ => version(data).filter(|v| matches!(v, Next::Type(n) if u64::from(*n) == kind)),
        }
    };
    /// NFTA_TRACE_NETWORK_HEADER: of IP or ARP, as NFTA_TRACE_NFPROTO and its first bits say.
    NFTA_TRACE_NETWORK_HEADER |data, scope, _| {
        match number(scope, "NFTA_TRACE_NFPROTO") {
            Some(NFPROTO_ARP) => Some(Next::Type(ETH_P_ARP)),
            _ => version(data),
        }
    };
    /// NFTA_TRACE_TRANSPORT_HEADER: NFTA_TRACE_NETWORK_HEADER tells what it is.
    NFTA_TRACE_TRANSPORT_HEADER |_, scope, order| {
        let network = attribute(scope, &NFTA_TRACE, 8, order)?;
        match network.first()? >> 4 {
            4 => network.get(9).map(|&n| Next::Protocol(n)),
            6 => network.get(6).map(|&n| Next::Protocol(n)),
            _ => None,
        }
    };
}

const ETH_HLEN: usize = 14;
const ETH_P_802_3_MIN: u16 = 0x600;
const ETH_P_IP: u16 = 0x800;
const ETH_P_ARP: u16 = 0x806;
const ETH_P_TEB: u16 = 0x6558;
const ETH_P_8021Q: u16 = 0x8100;
const ETH_P_IPV6: u16 = 0x86dd;
const ETH_P_8021AD: u16 = 0x88a8;
const ARPHRD_ETHER: u64 = 1;
const ARPHRD_LOOPBACK: u64 = 772;
const NFPROTO_ARP: u64 = 3;
const IP_OFFSET: u16 = 0x1fff;
const IP6_OFFSET: u16 = 0xfff8;
const GRE_CSUM_KEY_SEQ: u16 = 0xb000;
const GRE_VERSION: u16 = 7;

/// How many headers are taken off a packet at most.
const MAX_HEADERS: usize = 32;
/// How many siblings are looked through.
const MAX_BESIDE: usize = 64;

static OPTIONS: Name = crate::name!("options");
static PAYLOAD: Name = crate::name!("payload");
static TRAILING: Name = crate::name!("trailing");

/// What comes next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Next {
    Ethernet,
    /// ETH_P_*.
    Type(u16),
    /// IPPROTO_*.
    Protocol(u8),
    Payload,
}

/// A header, and what follows it.
struct Step {
    header: &'static Struct,
    /// Its bytes with its options, captured or not.
    len: usize,
    /// Bytes from its first on that belong to the packet, where it tells.
    total: Option<usize>,
    next: Next,
}

fn be16(data: &[u8], at: usize) -> Option<u16> {
    let bytes = data.get(at..at.checked_add(2)?)?;
    Some(ByteOrder::Big.unsigned(bytes, 2) as u16)
}

fn version(data: Span<'_>) -> Option<Next> {
    match data.data.first()? >> 4 {
        4 => Some(Next::Type(ETH_P_IP)),
        6 => Some(Next::Type(ETH_P_IPV6)),
        _ => None,
    }
}

/// From the network header on: of this ETH_P_*, else as nfgen_family and the first bits say.
fn payload(data: Span<'_>, scope: &Scope<'_>, kind: Option<u16>) -> Option<Next> {
    match (kind, scope.field("nfgen_family")) {
        (Some(kind @ (ETH_P_IP | ETH_P_IPV6 | ETH_P_ARP | ETH_P_8021Q | ETH_P_8021AD)), _) => {
            Some(Next::Type(kind))
        }
        (_, Some(NFPROTO_ARP)) => Some(Next::Type(ETH_P_ARP)),
        (Some(0) | None, _) => version(data),
        _ => None,
    }
}

/// The bytes of an attribute beside.
fn attribute<'s>(
    scope: &'s Scope<'_>,
    set: &Set,
    number: u16,
    order: ByteOrder,
) -> Option<&'s [u8]> {
    RawAttributes::new(scope.chain(set)?, order)
        .take(MAX_BESIDE)
        .find(|a| a.header.number() == number)
        .map(|a| a.payload)
}

fn number(scope: &Scope<'_>, name: &'static str) -> Option<u64> {
    match scope.attribute(&Cow::Borrowed(name))? {
        Found::Number(n) => Some(n),
        Found::Text(_) => None,
    }
}

fn is_ethernet(kind: &u64) -> bool {
    matches!(*kind, ARPHRD_ETHER | ARPHRD_LOOPBACK)
}

fn plain<'a>(walk: &mut Walk<'_, 'a, dyn Sink + '_>, node: &Node<'_>, data: Span<'a>) {
    walk.leaf(node, &Value::Bytes(data.data, BytesAs::Packet));
}

/// The header that the bytes begin with; `None` where none is known or these are none.
fn step(next: Next, data: &[u8]) -> Option<Step> {
    let byte = |at: usize| data.get(at).copied();
    let simple = |header: &'static Struct, next| {
        let len = usize::from(header.layout(Abi::Lp64).size);
        Some(Step {
            header,
            len,
            total: None,
            next,
        })
    };
    let longer = |header: &'static Struct, len: usize, next| {
        let step = simple(header, next)?;
        Some(Step {
            len: len.max(step.len),
            ..step
        })
    };
    let kind = |at| match be16(data, at) {
        Some(kind) if kind >= ETH_P_802_3_MIN => Next::Type(kind),
        _ => Next::Payload,
    };
    let protocol = |at| byte(at).map_or(Next::Payload, Next::Protocol);
    match next {
        Next::Payload => None,
        Next::Ethernet => simple(&ETHHDR, kind(ETH_HLEN - 2)),
        Next::Type(ETH_P_TEB) => step(Next::Ethernet, data),
        Next::Type(ETH_P_8021Q | ETH_P_8021AD) => simple(&VLAN_HDR, kind(2)),
        Next::Type(ETH_P_ARP) => {
            let ethernet = be16(data, 2) == Some(ETH_P_IP) && be16(data, 4) == Some(0x0604);
            let header = if ethernet { &ARPHDR_ETHERNET } else { &ARPHDR };
            simple(header, Next::Payload)
        }
        Next::Type(ETH_P_IP) => {
            let first = byte(0).filter(|b| b >> 4 == 4)?;
            let later = be16(data, 6).is_none_or(|f| f & IP_OFFSET != 0);
            let next = if later { Next::Payload } else { protocol(9) };
            let step = longer(&IPHDR, usize::from(first & 15) * 4, next)?;
            let total = be16(data, 2).map(usize::from);
            Some(Step {
                total: total.filter(|&n| n >= step.len),
                ..step
            })
        }
        Next::Type(ETH_P_IPV6) => {
            byte(0).filter(|b| b >> 4 == 6)?;
            let step = simple(&IPV6HDR, protocol(6))?;
            let total = be16(data, 4).filter(|&n| n > 0);
            Some(Step {
                total: total.map(|n| step.len + usize::from(n)),
                ..step
            })
        }
        Next::Type(_) => None,
        Next::Protocol(number) => match number {
            0 | 43 | 60 => {
                let len = byte(1).map_or(0, |n| (usize::from(n) + 1) * 8);
                longer(&IPV6_OPT_HDR, len, protocol(0))
            }
            1 => {
                let about = matches!(byte(0)?, 3 | 4 | 5 | 11 | 12);
                let next = if about {
                    Next::Type(ETH_P_IP)
                } else {
                    Next::Payload
                };
                simple(&ICMPHDR, next)
            }
            2 => simple(&IGMPHDR, Next::Payload),
            4 => step(Next::Type(ETH_P_IP), data),
            6 => {
                let len = byte(12).map_or(0, |b| usize::from(b >> 4) * 4);
                longer(&TCPHDR, len, Next::Payload)
            }
            17 | 136 => simple(&UDPHDR, Next::Payload),
            41 => step(Next::Type(ETH_P_IPV6), data),
            44 => {
                let later = be16(data, 2).is_none_or(|f| f & IP6_OFFSET != 0);
                simple(&FRAG_HDR, if later { Next::Payload } else { protocol(0) })
            }
            47 => {
                let flags = be16(data, 0).unwrap_or(0);
                let known = flags & GRE_VERSION == 0;
                let fields = if known {
                    (flags & GRE_CSUM_KEY_SEQ).count_ones()
                } else {
                    0
                };
                let next = if known { kind(2) } else { Next::Payload };
                longer(&GRE_BASE_HDR, 4 + 4 * fields as usize, next)
            }
            50 => simple(&IP_ESP_HDR, Next::Payload),
            51 => {
                let len = byte(1).map_or(0, |n| (usize::from(n) + 2) * 4);
                longer(&IP_AUTH_HDR, len, protocol(0))
            }
            58 => {
                let about = matches!(byte(0)?, 1..=4);
                let next = if about {
                    Next::Type(ETH_P_IPV6)
                } else {
                    Next::Payload
                };
                simple(&ICMP6HDR, next)
            }
            132 => simple(&SCTPHDR, Next::Payload),
            _ => None,
        },
    }
}

fn packet<'a>(
    walk: &mut Walk<'_, 'a, dyn Sink + '_>,
    node: &Node<'_>,
    data: Span<'a>,
    scope: &Scope<'_>,
    start: Next,
) {
    if data.is_empty() || step(start, data.data).is_none() {
        return plain(walk, node, data);
    }
    if walk.enter(node, Class::Struct) {
        let (mut at, mut end, mut next) = (0, data.data.len(), start);
        let mut names = [""; MAX_HEADERS];
        for i in 0..MAX_HEADERS {
            let rest = data.sub(at, end - at);
            if rest.is_empty() || walk.stopped() {
                break;
            }
            let Some(step) = step(next, rest.data) else {
                break;
            };
            let name = step.header.name.as_str();
            let before = names.iter().filter(|n| **n == name).count() as u32;
            if let Some(slot) = names.get_mut(i) {
                *slot = name;
            }
            end = step
                .total
                .map_or(end, |total| end.min(at.saturating_add(total)));
            let own = rest.sub(0, step.len.min(end - at));
            header(walk, step.header, own, before, scope);
            at += own.data.len();
            next = step.next;
        }
        let inside = data.sub(at, end - at);
        if !inside.is_empty() {
            walk.opaque(&Node::named(&PAYLOAD, inside), inside.data);
        }
        let behind = data.from(end);
        if behind.data.iter().any(|&b| b != 0) {
            walk.opaque(&Node::named(&TRAILING, behind), behind.data);
        } else if !behind.is_empty() {
            walk.sink.padding(behind.offset, behind.len());
        }
    }
    walk.leave();
}

fn header<'a>(
    walk: &mut Walk<'_, 'a, dyn Sink + '_>,
    of: &'static Struct,
    span: Span<'a>,
    before: u32,
    scope: &Scope<'_>,
) {
    let mut node = Node::named(&of.name, span);
    node.repeat = if before > 0 { before + 1 } else { 0 };
    if walk.enter(&node, Class::Struct) {
        let size = usize::from(of.layout(Abi::Lp64).size);
        walk.fields(of, span.sub(0, size), false, ByteOrder::Big, scope);
        let options = span.from(size);
        if !options.is_empty() {
            walk.opaque(&Node::named(&OPTIONS, options), options.data);
        }
    }
    walk.leave();
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::special::test::{decode, lengths};
    use crate::wire::ByteOrder::Little;

    const UDP: &[u8] = &[
        0x45, 0, 0, 30, 0, 1, 0x40, 0, 64, 17, 0xab, 0xcd, 10, 0, 0, 1, 10, 0, 0, 2, // iphdr
        0x14, 0xe9, 0, 53, 0, 10, 0, 0, b'h', b'i',
    ];

    fn ethernet(kind: u16, inside: &[u8]) -> Vec<u8> {
        let mut bytes = vec![2, 0, 0, 0, 0, 1, 2, 0, 0, 0, 0, 2];
        bytes.extend(kind.to_be_bytes());
        bytes.extend(inside);
        bytes
    }

    #[test]
    fn udp_in_ipv4() {
        assert_eq!(
            decode(&IP, UDP, Little),
            [
                "x Struct",
                "  iphdr Struct",
                "    first Bits",
                "      version: 4",
                "      ihl: 5",
                "    tos: 0",
                "    tot_len: 30",
                "    id: 1",
                "    frag_off: 16384",
                "    ttl: 64",
                "    protocol: IPPROTO_UDP",
                "    check: 43981",
                "    saddr: Ipv4 [0a, 00, 00, 01]",
                "    daddr: Ipv4 [0a, 00, 00, 02]",
                "  udphdr Struct",
                "    source: 5353",
                "    dest: 53",
                "    len: 10",
                "    check: 0",
                "  payload: Opaque [68, 69]",
            ]
        );
    }

    fn headers(special: &Special, bytes: &[u8]) -> Vec<String> {
        let lines = decode(special, bytes, Little);
        let top = |line: &String| line.starts_with("  ") && !line.starts_with("   ");
        lines
            .into_iter()
            .filter(top)
            .map(|l| l.trim().to_owned())
            .collect()
    }

    #[test]
    fn what_fills_a_short_frame_is_no_payload() {
        let mut frame = ethernet(ETH_P_IP, UDP);
        frame.resize(60, 0);
        let want = [
            "ethhdr Struct",
            "iphdr Struct",
            "udphdr Struct",
            "payload: Opaque [68, 69]",
        ];
        assert_eq!(headers(&ETHERNET, &frame), want);
        frame[59] = 7;
        assert_eq!(headers(&ETHERNET, &frame).len(), 5);
    }

    #[test]
    fn tags_and_tunnels() {
        let mut tagged = vec![0, 5, 0x86, 0xdd, 0x60, 0, 0, 0, 0, 30, 4, 64];
        tagged.extend([0; 32]);
        tagged.extend(UDP);
        let frame = ethernet(ETH_P_8021Q, &tagged);
        let want = [
            "ethhdr Struct",
            "vlan_hdr Struct",
            "ipv6hdr Struct",
            "iphdr Struct",
            "udphdr Struct",
            "payload: Opaque [68, 69]",
        ];
        assert_eq!(headers(&ETHERNET, &frame), want);
        lengths(&ETHERNET, &frame);
    }

    #[test]
    fn the_packet_that_an_error_is_about() {
        let mut bytes = UDP[..20].to_vec();
        (bytes[3], bytes[9]) = (58, 1);
        bytes.extend([3, 4, 0, 0, 0, 0, 5, 0xdc]);
        bytes.extend(UDP);
        let lines = decode(&IP, &bytes, Little);
        for want in ["    code: ICMP_FRAG_NEEDED", "      mtu: 1500"] {
            assert!(lines.iter().any(|l| l == want), "{want}: {lines:?}");
        }
        let want = [
            "iphdr Struct",
            "icmphdr Struct",
            "iphdr Struct",
            "udphdr Struct",
            "payload: Opaque [68, 69]",
        ];
        assert_eq!(headers(&IP, &bytes), want);
        lengths(&IP, &bytes);
    }

    #[test]
    fn options_and_fragments() {
        let mut tcp = UDP[..20].to_vec();
        (tcp[0], tcp[3], tcp[9]) = (0x46, 48, 6);
        tcp.extend([1; 4]);
        tcp.extend([
            0, 80, 0, 81, 0, 0, 0, 1, 0, 0, 0, 2, 0x60, 0x12, 0, 9, 0, 0, 0, 0, 1, 1, 1, 0,
        ]);
        let lines = decode(&IP, &tcp, Little);
        assert_eq!(lines.iter().filter(|l| l.contains("options")).count(), 2);
        assert!(lines.contains(&"      syn: 1".to_owned()), "{lines:?}");
        lengths(&IP, &tcp);
        tcp[7] = 1;
        assert_eq!(
            headers(&IP, &tcp).len(),
            2,
            "a later fragment has no header of TCP"
        );
    }

    #[test]
    fn arp_and_what_is_no_packet() {
        let arp = [
            0, 1, 8, 0, 6, 4, 0, 1, 2, 0, 0, 0, 0, 1, 10, 0, 0, 1, 0, 0, 0, 0, 0, 0, 10, 0, 0, 2,
        ];
        let frame = ethernet(ETH_P_ARP, &arp);
        let lines = decode(&ETHERNET, &frame, Little);
        assert!(
            lines.contains(&"    ar_op: ARPOP_REQUEST".to_owned()),
            "{lines:?}"
        );
        lengths(&ETHERNET, &frame);
        assert_eq!(decode(&IP, &[0x12, 3], Little), ["x: Packet [12, 03]"]);
        assert_eq!(decode(&IP, &[], Little), ["x: Packet []"]);
    }

    #[test]
    fn any_protocol_at_any_length() {
        for number in 0..=255 {
            let mut v6 = vec![0x60, 0, 0, 0, 0, 0, number, 64];
            v6.extend([0; 32]);
            v6.extend((0..24u8).map(|n| n.wrapping_mul(37).wrapping_add(number)));
            lengths(&IP, &v6);
        }
    }
}
