//! With which header a packet begins: each family has its own way to tell.
//!
//! Source: `net/netfilter/nfnetlink_queue.c`, `net/netfilter/nfnetlink_log.c`,
//! `net/netfilter/nf_tables_trace.c`, `net/psample/psample.c`, `net/core/drop_monitor.c`,
//! `net/openvswitch/flow_netlink.c`, `net/openvswitch/flow.c`.

use super::packet;
use super::step::*;
use crate::families::nfnetlink::log::NFULA;
use crate::families::nfnetlink::nftables::NFTA_TRACE;
use crate::families::nfnetlink::queue::NFQA;
use crate::families::ovs::packet::OVS_PACKET_ATTR;
use crate::sink::Sink;
use crate::table::{Set, Special};
use crate::walk::{Found, Node, Scope, Span, Walk};
use crate::wire::{ByteOrder, RawAttributes};

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
                    let start: fn(&[u8], &Scope<'_>, ByteOrder) -> Option<Next> = $start;
                    let next = start(data.data, scope, walk.ctx.order);
                    packet(walk, node, data, scope, next.unwrap_or(Next::Payload));
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
        let header = attribute(scope, &NFQA, 1, order);
        network(data, scope, header.and_then(|h| be16(h, 4)))
    };
    /// NFULA_PAYLOAD: NFULA_PACKET_HDR tells what it is.
    NFULA_PAYLOAD |data, scope, order| {
        let header = attribute(scope, &NFULA, 1, order);
        let kind = header.and_then(|h| be16(h, 0));
        let hook = header.and_then(|h| h.get(2));
        let netdev = scope.field("nfgen_family") == Some(NFPROTO_NETDEV);
        if netdev && hook == Some(&NF_NETDEV_EGRESS) {
            frame(data, u64::from(kind?))
        } else {
            network(data, scope, kind)
        }
    };
    /// NFULA_HWHEADER: NFULA_HWTYPE tells what it is.
    NFULA_HWHEADER |_, scope, _| link(number(scope, "NFULA_HWTYPE")?);
    /// NFTA_TRACE_LL_HEADER: the type of the interface tells what it is that the packet came
    /// in by, or else will go out by.
    NFTA_TRACE_LL_HEADER |_, scope, _| {
        let known = number(scope, "NFTA_TRACE_IIFTYPE");
        link(known.or_else(|| number(scope, "NFTA_TRACE_OIFTYPE"))?)
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
        transport(attribute(scope, &NFTA_TRACE, 8, order)?)
    };
    /// PSAMPLE_ATTR_DATA: PSAMPLE_ATTR_PROTO tells what it is.
    PSAMPLE_ATTR_DATA |data, scope, _| frame(data, number(scope, "PSAMPLE_ATTR_PROTO")?);
    /// NET_DM_ATTR_PAYLOAD: NET_DM_ATTR_PROTO tells what it is.
    NET_DM_ATTR_PAYLOAD |data, scope, _| frame(data, number(scope, "NET_DM_ATTR_PROTO")?);
    /// OVS_PACKET_ATTR_PACKET: OVS_PACKET_ATTR_KEY tells what it is.
    OVS_PACKET_ATTR_PACKET |_, scope, order| {
        keyed(attribute(scope, &OVS_PACKET_ATTR, 2, order)?, order)
    };
}

const ETH_P_802_3: u64 = 1;
const ETH_P_802_2: u64 = 4;
const ARPHRD_ETHER: u64 = 1;
const ARPHRD_LOOPBACK: u64 = 772;
const NFPROTO_ARP: u64 = 3;
const NFPROTO_NETDEV: u64 = 5;
const NF_NETDEV_EGRESS: u8 = 1;
const OVS_KEY_ATTR_ETHERNET: u16 = 4;
const OVS_KEY_ATTR_ETHERTYPE: u16 = 6;

/// How many siblings are looked through.
const MAX_BESIDE: usize = 64;

/// IP of the version that its first bits say.
fn version(data: &[u8]) -> Option<Next> {
    match data.first()? >> 4 {
        4 => Some(Next::Type(ETH_P_IP)),
        6 => Some(Next::Type(ETH_P_IPV6)),
        _ => None,
    }
}

/// From the network header on: of this ETH_P_*, else as nfgen_family and the first bits say.
fn network(data: &[u8], scope: &Scope<'_>, kind: Option<u16>) -> Option<Next> {
    match (kind, scope.field("nfgen_family")) {
        (Some(kind @ (ETH_P_IP | ETH_P_IPV6 | ETH_P_ARP | ETH_P_8021Q | ETH_P_8021AD)), _) => {
            Some(Next::Type(kind))
        }
        (_, Some(NFPROTO_ARP)) => Some(Next::Type(ETH_P_ARP)),
        (Some(0) | None, _) => version(data),
        _ => None,
    }
}

/// From the link layer on where the device has one, of which the kernel tells but the
/// protocol inside: Ethernet, if it announces that and it is there, or that at once.
fn frame(data: &[u8], kind: u64) -> Option<Next> {
    let (mut at, mut found) = (ETH_HLEN, be16(data, ETH_HLEN - 2));
    while let Some(ETH_P_8021Q | ETH_P_8021AD) = found {
        if found.map(u64::from) == Some(kind) {
            return Some(Next::Ethernet);
        }
        found = be16(data, at + 2);
        at += VLAN_HLEN;
    }
    let fits = match found {
        Some(..ETH_P_802_3_MIN) => matches!(kind, ETH_P_802_3 | ETH_P_802_2),
        Some(found) if u64::from(found) != kind => false,
        Some(found @ (ETH_P_IP | ETH_P_IPV6)) => {
            let inside = data.get(at..).unwrap_or(&[]);
            inside.is_empty() || version(inside) == Some(Next::Type(found))
        }
        found => found.is_some(),
    };
    if fits {
        return Some(Next::Ethernet);
    }
    version(data).filter(|v| matches!(v, Next::Type(n) if u64::from(*n) == kind))
}

/// From the link layer on, of ARPHRD_*.
fn link(kind: u64) -> Option<Next> {
    matches!(kind, ARPHRD_ETHER | ARPHRD_LOOPBACK).then_some(Next::Ethernet)
}

/// From the transport header on: what a network header says that is behind it, where that is
/// not an extension, which the kernel leaves out, or a later fragment.
fn transport(network: &[u8]) -> Option<Next> {
    match version(network)? {
        Next::Type(ETH_P_IP) if be16(network, 6)? & IP_OFFSET == 0 => {
            network.get(9).map(|&n| Next::Protocol(n))
        }
        Next::Type(ETH_P_IPV6) => match *network.get(6)? {
            0 | 43 | 44 | 51 | 60 => None,
            number => Some(Next::Protocol(number)),
        },
        _ => None,
    }
}

/// What a key of a flow says of its packets: a key that has but the type of Ethernet is of
/// those without it.
fn keyed(key: &[u8], order: ByteOrder) -> Option<Next> {
    let mut kind = None;
    for part in RawAttributes::new(key, order) {
        match part.header.number() {
            OVS_KEY_ATTR_ETHERNET => return Some(Next::Ethernet),
            OVS_KEY_ATTR_ETHERTYPE => kind = be16(part.payload, 0),
            _ => {}
        }
    }
    Some(kind.map_or(Next::Ethernet, Next::Type))
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
    match scope.attribute(name)? {
        Found::Number(n) => Some(n),
        Found::Text(_) => None,
    }
}
