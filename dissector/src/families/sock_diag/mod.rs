//! NETLINK_SOCK_DIAG: what sockets there are, and the end of one at the caller's wish.
//!
//! One nlmsg_type serves all: its first byte, the address family, decides the layout, and
//! a request has another one than its answers. Some answers take a closer look:
//!
//! - AF_TIPC sends no header at all, but TIPC_NLA_SOCK; a dump may also hold messages
//!   without any payload, one for each socket that the states asked for leave out.
//! - An SMC socket made as `socket(AF_INET, …, IPPROTO_SMC)` is reported with AF_INET in a
//!   `struct smc_diag_msg`: its first two attributes, SMC_DIAG_SHUTDOWN and
//!   SMC_DIAG_FALLBACK, tell it from a `struct inet_diag_msg`.
//! - An SCTP association has the states of `enum sctp_state`, its endpoint those of TCP:
//!   INET_DIAG_PEERS tells the one from the other.
//! - A socket that is destroyed (SKNLGRP_*) is reported as an answer to nobody's request.
//!
//! Source: `uapi/linux/sock_diag.h`, `net/core/sock_diag.c`, `net/ipv4/inet_diag.c` and the
//! files that each part names.

pub mod common;
pub mod inet;
pub mod inet_info;
pub mod mptcp;
pub mod netlink;
pub mod packet;
pub mod smc;
pub mod tipc;
pub mod unix;
pub mod vsock;
pub mod xdp;

use crate::table::macros::*;
use crate::table::{Family, Layer, When};
use inet::*;
use netlink::*;
use packet::*;
use smc::*;
use std::borrow::Cow;
use tipc::*;
use unix::*;
use vsock::*;
use xdp::*;

const INET: When = When::Byte(0, &[2, 10], "sdiag_family=AF_INET/AF_INET6");
const RAW: When = When::Byte(1, &[255], "sdiag_protocol=IPPROTO_RAW");
const UNIX: When = When::Byte(0, &[1], "sdiag_family=AF_UNIX");
const NETLINK: When = When::Byte(0, &[16], "sdiag_family=AF_NETLINK");
const PACKET: When = When::Byte(0, &[17], "sdiag_family=AF_PACKET");
const TIPC: When = When::Byte(0, &[30], "sdiag_family=AF_TIPC");
const VSOCK: When = When::Byte(0, &[40], "sdiag_family=AF_VSOCK");
const SMC: When = When::Byte(0, &[43], "sdiag_family=AF_SMC");
const XDP: When = When::Byte(0, &[44], "sdiag_family=AF_XDP");

const INET_REPLY: When = When::Byte(0, &[2, 10], "idiag_family=AF_INET/AF_INET6");
const UNIX_REPLY: When = When::Byte(0, &[1], "udiag_family=AF_UNIX");
const NETLINK_REPLY: When = When::Byte(0, &[16], "ndiag_family=AF_NETLINK");
const PACKET_REPLY: When = When::Byte(0, &[17], "pdiag_family=AF_PACKET");
const VSOCK_REPLY: When = When::Byte(0, &[40], "vdiag_family=AF_VSOCK");
const SMC_REPLY: When = When::Byte(0, &[43], "diag_family=AF_SMC");
const XDP_REPLY: When = When::Byte(0, &[44], "xdiag_family=AF_XDP");

/// SMC_DIAG_SHUTDOWN behind a smc_diag_msg, then SMC_DIAG_FALLBACK: at these places an
/// inet_diag_msg has idiag_uid, and its own first attribute.
const SMC_INET_LITTLE: When = When::All(&[
    When::Byte(64, &[5], "(little-endian) nla_len=5"),
    When::Byte(66, &[3], "nla_type=SMC_DIAG_SHUTDOWN"),
    When::Byte(72, &[12], "nla_len=12"),
    When::Byte(74, &[5], "nla_type=SMC_DIAG_FALLBACK"),
]);
const SMC_INET_BIG: When = When::All(&[
    When::Byte(65, &[5], "(big-endian) nla_len=5"),
    When::Byte(67, &[3], "nla_type=SMC_DIAG_SHUTDOWN"),
    When::Byte(73, &[12], "nla_len=12"),
    When::Byte(75, &[5], "nla_type=SMC_DIAG_FALLBACK"),
]);
/// TIPC_NLA_SOCK instead of a header.
const TIPC_REPLY: When = When::Attribute(0, 2, "TIPC_NLA_SOCK");
/// Only an association of SCTP has peers.
const SCTP_REPLY: When = When::All(&[INET_REPLY, When::Attribute(72, 13, "INET_DIAG_PEERS")]);

messages! { MESSAGES:
    18 TCPDIAG_GETSOCK Get if When::Request, [INET_DIAG_REQ] {INET_DIAG_REQ_ATTRS};
    18 TCPDIAG_GETSOCK Other, [INET_DIAG_MSG] {INET_DIAG};
    19 DCCPDIAG_GETSOCK Get if When::Request, [INET_DIAG_REQ] {INET_DIAG_REQ_ATTRS};
    19 DCCPDIAG_GETSOCK Other, [INET_DIAG_MSG] {INET_DIAG};
    20 SOCK_DIAG_BY_FAMILY Get if When::All(&[When::Request, INET, RAW]), [INET_DIAG_REQ_RAW] {INET_DIAG_REQ_ATTRS};
    20 SOCK_DIAG_BY_FAMILY Get if When::All(&[When::Request, INET]), [INET_DIAG_REQ_V2] {INET_DIAG_REQ_ATTRS};
    20 SOCK_DIAG_BY_FAMILY Get if When::All(&[When::Request, UNIX]), [UNIX_DIAG_REQ] -;
    20 SOCK_DIAG_BY_FAMILY Get if When::All(&[When::Request, NETLINK]), [NETLINK_DIAG_REQ] -;
    20 SOCK_DIAG_BY_FAMILY Get if When::All(&[When::Request, PACKET]), [PACKET_DIAG_REQ] -;
    20 SOCK_DIAG_BY_FAMILY Get if When::All(&[When::Request, TIPC]), [TIPC_SOCK_DIAG_REQ] -;
    20 SOCK_DIAG_BY_FAMILY Get if When::All(&[When::Request, VSOCK]), [VSOCK_DIAG_REQ] -;
    20 SOCK_DIAG_BY_FAMILY Get if When::All(&[When::Request, SMC]), [SMC_DIAG_REQ] -;
    20 SOCK_DIAG_BY_FAMILY Get if When::All(&[When::Request, XDP]), [XDP_DIAG_REQ] -;
    20 SOCK_DIAG_BY_FAMILY Get if When::Request, [common::SOCK_DIAG_REQ] (payload: BYTES);
    20 SOCK_DIAG_BY_FAMILY Other if When::All(&[When::Reply, INET_REPLY, SMC_INET_LITTLE]), [SMC_DIAG_MSG] {SMC_DIAG};
    20 SOCK_DIAG_BY_FAMILY Other if When::All(&[When::Reply, INET_REPLY, SMC_INET_BIG]), [SMC_DIAG_MSG] {SMC_DIAG};
    20 SOCK_DIAG_BY_FAMILY Other if When::All(&[When::Reply, SCTP_REPLY]), [SCTP_DIAG_MSG] {INET_DIAG};
    20 SOCK_DIAG_BY_FAMILY Other if When::All(&[When::Reply, INET_REPLY]), [INET_DIAG_MSG] {INET_DIAG};
    20 SOCK_DIAG_BY_FAMILY Other if When::All(&[When::Reply, UNIX_REPLY]), [UNIX_DIAG_MSG] {UNIX_DIAG};
    20 SOCK_DIAG_BY_FAMILY Other if When::All(&[When::Reply, NETLINK_REPLY]), [NETLINK_DIAG_MSG] {NETLINK_DIAG};
    20 SOCK_DIAG_BY_FAMILY Other if When::All(&[When::Reply, PACKET_REPLY]), [PACKET_DIAG_MSG] {PACKET_DIAG};
    20 SOCK_DIAG_BY_FAMILY Other if When::All(&[When::Reply, VSOCK_REPLY]), [VSOCK_DIAG_MSG] -;
    20 SOCK_DIAG_BY_FAMILY Other if When::All(&[When::Reply, SMC_REPLY]), [SMC_DIAG_MSG] {SMC_DIAG};
    20 SOCK_DIAG_BY_FAMILY Other if When::All(&[When::Reply, XDP_REPLY]), [XDP_DIAG_MSG] {XDP_DIAG};
    20 SOCK_DIAG_BY_FAMILY Other if When::All(&[When::Reply, TIPC_REPLY]), [] {TIPC_NLA_DIAG};
    20 SOCK_DIAG_BY_FAMILY Other, [] (payload: BYTES);
    21 SOCK_DESTROY Del if RAW, [INET_DIAG_REQ_RAW] {INET_DIAG_REQ_ATTRS};
    21 SOCK_DESTROY Del if INET, [INET_DIAG_REQ_V2] {INET_DIAG_REQ_ATTRS};
    21 SOCK_DESTROY Del, [common::SOCK_DIAG_REQ] (payload: BYTES);
}

groups! { GROUPS:
    1 SKNLGRP_INET_TCP_DESTROY,
    2 SKNLGRP_INET_UDP_DESTROY,
    3 SKNLGRP_INET6_TCP_DESTROY,
    4 SKNLGRP_INET6_UDP_DESTROY,
}

/// The record of NETLINK_SOCK_DIAG.
pub static FAMILY: Family = Family {
    name: crate::name!("sock_diag"),
    protocol: Some(4),
    layer: Layer::Protocol,
    messages: Cow::Borrowed(MESSAGES),
    groups: Cow::Borrowed(GROUPS),
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::context::{Context, Direction};
    use crate::table::{Abi, Body, Message, SetRef, Tables};
    use crate::walk::resolve;
    use crate::wire::{ByteOrder, RawMessage};

    /// An attribute of bytes, padded.
    fn attribute(order: ByteOrder, number: u16, payload: &[u8]) -> Vec<u8> {
        let halves = [payload.len() as u16 + 4, number];
        let mut out: Vec<u8> = halves
            .iter()
            .flat_map(|n| match order {
                ByteOrder::Little => n.to_le_bytes(),
                ByteOrder::Big => n.to_be_bytes(),
            })
            .collect();
        out.extend(payload);
        out.resize(out.len().next_multiple_of(4), 0);
        out
    }

    /// The record that a message of SOCK_DIAG_BY_FAMILY gets.
    fn record(order: ByteOrder, direction: Direction, body: &[u8]) -> Message {
        let mut bytes = vec![0; 16];
        let len = body.len() as u32 + 16;
        let (len, number) = match order {
            ByteOrder::Little => (len.to_le_bytes(), 20u16.to_le_bytes()),
            ByteOrder::Big => (len.to_be_bytes(), 20u16.to_be_bytes()),
        };
        bytes[..4].copy_from_slice(&len);
        bytes[4..6].copy_from_slice(&number);
        bytes.extend(body);
        let tables = Tables::builtin();
        let mut ctx = Context::new(&tables, 4);
        ctx.order = order;
        ctx.direction = Some(direction);
        let message = RawMessage::parse(&bytes, 0, order).unwrap();
        resolve(&message, &ctx).record.unwrap().clone()
    }

    /// Its fixed header and its set of attributes.
    fn layout(order: ByteOrder, direction: Direction, body: &[u8]) -> (String, String) {
        let record = record(order, direction, body);
        let header = record.headers.first();
        let set = match &record.body {
            Body::Attributes(SetRef::Static(set)) => set.name.to_string(),
            _ => String::new(),
        };
        (header.map_or(String::new(), |h| h.name.to_string()), set)
    }

    fn padded(family: u8, len: usize) -> Vec<u8> {
        let mut body = vec![0; len];
        body[0] = family;
        body
    }

    #[test]
    fn by_direction_and_family() {
        use Direction::{FromKernel, ToKernel};
        for (family, request, reply) in [
            (1, "unix_diag_req", "unix_diag_msg"),
            (2, "inet_diag_req_v2", "inet_diag_msg"),
            (10, "inet_diag_req_v2", "inet_diag_msg"),
            (16, "netlink_diag_req", "netlink_diag_msg"),
            (17, "packet_diag_req", "packet_diag_msg"),
            (40, "vsock_diag_req", "vsock_diag_msg"),
            (43, "smc_diag_req", "smc_diag_msg"),
            (44, "xdp_diag_req", "xdp_diag_msg"),
            (99, "sock_diag_req", ""),
        ] {
            let body = padded(family, 80);
            assert_eq!(layout(ByteOrder::Big, ToKernel, &body).0, request);
            assert_eq!(layout(ByteOrder::Big, FromKernel, &body).0, reply);
        }
        let tipc = padded(30, 8);
        let header = layout(ByteOrder::Little, ToKernel, &tipc).0;
        assert_eq!(header, "tipc_sock_diag_req");
        let mut raw = padded(2, 56);
        raw[1] = 255;
        let header = layout(ByteOrder::Little, ToKernel, &raw).0;
        assert_eq!(header, "inet_diag_req_raw");
    }

    #[test]
    fn an_sctp_association_has_its_own_states() {
        for order in [ByteOrder::Little, ByteOrder::Big] {
            let mut endpoint = padded(2, 72);
            endpoint.extend(attribute(order, 8, &[0]));
            endpoint.extend(attribute(order, 12, &[0; 128]));
            let states = |body: &[u8]| {
                let record = record(order, Direction::FromKernel, body);
                let (_, kind) = record.headers.first()?.field("idiag_state", Abi::Lp64)?;
                Some(format!("{:?}", kind.format).contains("SCTP_STATE"))
            };
            assert_eq!(states(&endpoint), Some(false));
            let mut association = endpoint;
            association.extend(attribute(order, 13, &[0; 128]));
            assert_eq!(states(&association), Some(true));
        }
    }

    #[test]
    fn answers_that_take_a_closer_look() {
        for order in [ByteOrder::Little, ByteOrder::Big] {
            let tipc = attribute(order, 2, &[0; 92]);
            let (header, set) = layout(order, Direction::FromKernel, &tipc);
            assert_eq!((header.as_str(), set), ("", TIPC_NLA_DIAG.name.to_string()));

            let mut smc = padded(2, 64);
            smc.extend(attribute(order, 3, &[0]));
            smc.extend(attribute(order, 5, &[0; 8]));
            let (header, set) = layout(order, Direction::FromKernel, &smc);
            assert_eq!(
                (header.as_str(), set.as_str()),
                ("smc_diag_msg", "SMC_DIAG")
            );

            let mut inet = padded(10, 72);
            inet.extend(attribute(order, 8, &[0]));
            let (header, set) = layout(order, Direction::FromKernel, &inet);
            assert_eq!(
                (header.as_str(), set.as_str()),
                ("inet_diag_msg", "INET_DIAG")
            );
        }
        let (header, set) = layout(ByteOrder::Little, Direction::FromKernel, &[]);
        assert_eq!((header.as_str(), set.as_str()), ("", ""));
    }

    /// `sizeof` on x86_64.
    #[test]
    fn sizes_are_those_of_c() {
        for (s, size) in [
            (&INET_DIAG_REQ, 60),
            (&INET_DIAG_REQ_V2, 56),
            (&INET_DIAG_REQ_RAW, 56),
            (&INET_DIAG_MSG, 72),
            (&UNIX_DIAG_REQ, 24),
            (&UNIX_DIAG_MSG, 16),
            (&PACKET_DIAG_REQ, 20),
            (&PACKET_DIAG_MSG, 16),
            (&packet::MCLIST, 44),
            (&NETLINK_DIAG_REQ, 20),
            (&NETLINK_DIAG_MSG, 28),
            (&VSOCK_DIAG_REQ, 24),
            (&VSOCK_DIAG_MSG, 32),
            (&XDP_DIAG_REQ, 20),
            (&XDP_DIAG_MSG, 16),
            (&SMC_DIAG_REQ, 52),
            (&SMC_DIAG_MSG, 64),
            (&TIPC_SOCK_DIAG_REQ, 8),
            (&inet_info::TCP_INFO, 280),
            (&inet_info::SCTP_INFO, 368),
            (&inet_info::TCP_DIAG_MD5SIG, 100),
            (&mptcp::MPTCP_INFO, 96),
        ] {
            assert_eq!(s.layout(Abi::Lp64).size, size, "{}", s.name);
        }
        let sets = [&INET_DIAG, &UNIX_DIAG, &PACKET_DIAG, &XDP_DIAG, &SMC_DIAG];
        for (name, size) in [
            ("INET_DIAG_MEMINFO", 16),
            ("INET_DIAG_VEGASINFO", 16),
            ("INET_DIAG_DCTCPINFO", 16),
            ("INET_DIAG_BBRINFO", 20),
            ("INET_DIAG_SOCKOPT", 2),
            ("UNIX_DIAG_VFS", 8),
            ("UNIX_DIAG_RQLEN", 8),
            ("PACKET_DIAG_INFO", 24),
            ("PACKET_DIAG_RX_RING", 28),
            ("XDP_DIAG_UMEM", 40),
            ("XDP_DIAG_STATS", 48),
            ("SMC_DIAG_CONNINFO", 76),
            ("SMC_DIAG_LGRINFO", 147),
            ("SMC_DIAG_FALLBACK", 8),
            ("SMC_DIAG_DMBINFO", 56),
        ] {
            let attribute = sets.iter().find_map(|s| s.named(name)).unwrap();
            assert_eq!(attribute.kind.size(Abi::Lp64), size, "{name}");
        }
    }
}
