//! NETLINK_SOCK_DIAG: what sockets there are, and the end of one at the caller's wish.
//!
//! One nlmsg_type serves all: its first byte, the address family, decides the layout, and
//! a request has another one than its answers. Three answers take a closer look:
//!
//! - AF_TIPC sends no header at all, but TIPC_NLA_SOCK; a dump may also hold messages
//!   without any payload, one for each socket that the states asked for leave out.
//! - An SMC socket made as `socket(AF_INET, …, IPPROTO_SMC)` is reported with AF_INET in a
//!   `struct smc_diag_msg`: its first two attributes, SMC_DIAG_SHUTDOWN and
//!   SMC_DIAG_FALLBACK, tell it from a `struct inet_diag_msg`.
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

/// SMC_DIAG_SHUTDOWN (nla_len 5) behind a smc_diag_msg, then SMC_DIAG_FALLBACK (nla_len 12),
/// little-endian: at these places an inet_diag_msg has idiag_uid and its first attribute.
const SMC_INET_LITTLE: When = When::All(&[
    When::Byte(64, &[5], "SMC_DIAG_SHUTDOWN at 64"),
    When::Byte(66, &[3], ""),
    When::Byte(72, &[12], "SMC_DIAG_FALLBACK at 72"),
    When::Byte(74, &[5], ""),
]);
/// The same, big-endian.
const SMC_INET_BIG: When = When::All(&[
    When::Byte(65, &[5], "SMC_DIAG_SHUTDOWN at 64"),
    When::Byte(67, &[3], ""),
    When::Byte(73, &[12], "SMC_DIAG_FALLBACK at 72"),
    When::Byte(75, &[5], ""),
]);
/// TIPC_NLA_SOCK, the only attribute, instead of a header: nla_len stays below 256.
const TIPC_LITTLE: When = When::All(&[
    When::Byte(1, &[0], "TIPC_NLA_SOCK at 0"),
    When::Byte(2, &[2], ""),
    When::Byte(3, &[0, 0x80], ""),
]);
/// The same, big-endian.
const TIPC_BIG: When = When::All(&[
    When::Byte(0, &[0], "TIPC_NLA_SOCK at 0"),
    When::Byte(2, &[0, 0x80], ""),
    When::Byte(3, &[2], ""),
]);

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
    20 SOCK_DIAG_BY_FAMILY Other if When::All(&[When::Reply, INET_REPLY]), [INET_DIAG_MSG] {INET_DIAG};
    20 SOCK_DIAG_BY_FAMILY Other if When::All(&[When::Reply, UNIX_REPLY]), [UNIX_DIAG_MSG] {UNIX_DIAG};
    20 SOCK_DIAG_BY_FAMILY Other if When::All(&[When::Reply, NETLINK_REPLY]), [NETLINK_DIAG_MSG] {NETLINK_DIAG};
    20 SOCK_DIAG_BY_FAMILY Other if When::All(&[When::Reply, PACKET_REPLY]), [PACKET_DIAG_MSG] {PACKET_DIAG};
    20 SOCK_DIAG_BY_FAMILY Other if When::All(&[When::Reply, VSOCK_REPLY]), [VSOCK_DIAG_MSG] -;
    20 SOCK_DIAG_BY_FAMILY Other if When::All(&[When::Reply, SMC_REPLY]), [SMC_DIAG_MSG] {SMC_DIAG};
    20 SOCK_DIAG_BY_FAMILY Other if When::All(&[When::Reply, XDP_REPLY]), [XDP_DIAG_MSG] {XDP_DIAG};
    20 SOCK_DIAG_BY_FAMILY Other if When::All(&[When::Reply, TIPC_LITTLE]), [] {TIPC_NLA_DIAG};
    20 SOCK_DIAG_BY_FAMILY Other if When::All(&[When::Reply, TIPC_BIG]), [] {TIPC_NLA_DIAG};
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
