//! Settings of forwarding, per interface: IPv4, IPv6, MPLS.
//!
//! Source: `uapi/linux/netconf.h`, `net/ipv4/devinet.c`, `net/ipv6/addrconf.c`, `net/mpls/af_mpls.c`.

use super::common::AF;
use super::rt_common::{IFINFOMSG_DUMP, IFINFOMSG_FOR_4, IFLA_DUMP};
use crate::table::macros::*;
use crate::table::{Family, Layer};
use std::borrow::Cow;

structure! { NETCONFMSG "netconfmsg":
    ncm_family: U8.of(&AF),
}

// NETCONFA_IFINDEX: -1 is NETCONFA_IFINDEX_ALL, -2 NETCONFA_IFINDEX_DEFAULT
set! { NETCONFA "NETCONFA":
    1 NETCONFA_IFINDEX: S_IFINDEX,
    2 NETCONFA_FORWARDING: S32,
    3 NETCONFA_RP_FILTER: S32,
    4 NETCONFA_MC_FORWARDING: S32,
    5 NETCONFA_PROXY_NEIGH: S32,
    6 NETCONFA_IGNORE_ROUTES_WITH_LINKDOWN: S32,
    7 NETCONFA_INPUT: S32,
    8 NETCONFA_BC_FORWARDING: S32,
    9 NETCONFA_FORCE_FORWARDING: S32,
}

messages! { MESSAGES:
    80 RTM_NEWNETCONF New, [NETCONFMSG] {NETCONFA};
    81 RTM_DELNETCONF Del, [NETCONFMSG] {NETCONFA};
    82 RTM_GETNETCONF Get if IFINFOMSG_FOR_4, [IFINFOMSG_DUMP] {IFLA_DUMP};
    82 RTM_GETNETCONF Get, [NETCONFMSG] {NETCONFA};
}

groups! { GROUPS:
    24 RTNLGRP_IPV4_NETCONF, 25 RTNLGRP_IPV6_NETCONF, 29 RTNLGRP_MPLS_NETCONF,
}

/// The record of forwarding's settings.
pub static FAMILY: Family = Family {
    name: crate::name!("rt-netconf"),
    protocol: Some(0),
    layer: Layer::Protocol,
    messages: Cow::Borrowed(MESSAGES),
    groups: Cow::Borrowed(GROUPS),
};
