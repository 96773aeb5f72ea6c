//! Links: interfaces, their statistics, and what a bridge keeps of its ports: VLANs and
//! multicast groups.
//!
//! Source: `uapi/linux/rtnetlink.h`, `uapi/linux/if_link.h`, `uapi/linux/if_bridge.h`,
//! `net/core/rtnetlink.c`, `net/bridge/`.

mod bridge;
mod bridge_port;
mod inet;
pub(crate) mod kinds;
mod link;
mod mdb;
mod stats;
mod vf;
mod vlan;
pub(crate) mod wireless;

pub use bridge_port::{BR_STATE, IFLA_BRPORT};
pub use inet::{DEVCONF, IPV4_DEVCONF};
pub use link::{IFLA, NET_DEVICE_FLAGS, RTEXT_FILTER};

use super::common::{AF, ARPHRD};
use super::rt_common::{IFINFOMSG_FOR_8, IFLA_DUMP, RTGENMSG};
use crate::table::macros::*;
use crate::table::{Family, Layer, When};
use std::borrow::Cow;

structure! { /// The header of messages about links.
    pub IFINFOMSG "ifinfomsg":
    ifi_family: U8.of(&AF),
    __ifi_pad: U8.reserved(),
    ifi_type: U16.of(&ARPHRD),
    ifi_index: S_IFINDEX,
    ifi_flags: U32.of(&NET_DEVICE_FLAGS),
    ifi_change: U32.of(&NET_DEVICE_FLAGS),
}

messages! { MESSAGES:
    16 RTM_NEWLINK New, [IFINFOMSG] {IFLA};
    17 RTM_DELLINK Del, [IFINFOMSG] {IFLA};
    18 RTM_GETLINK Get if When::Shorter(16), [RTGENMSG] {IFLA};
    18 RTM_GETLINK Get, [IFINFOMSG] {IFLA};
    19 RTM_SETLINK New, [IFINFOMSG] {IFLA};
    84 RTM_NEWMDB New if When::Request, [mdb::BR_PORT_MSG] {mdb::MDBA_SET_ENTRY};
    84 RTM_NEWMDB New, [mdb::BR_PORT_MSG] {mdb::MDBA};
    85 RTM_DELMDB Del if When::Request, [mdb::BR_PORT_MSG] {mdb::MDBA_SET_ENTRY};
    85 RTM_DELMDB Del, [mdb::BR_PORT_MSG] {mdb::MDBA};
    86 RTM_GETMDB Get if When::Shorter(8), [RTGENMSG] -;
    86 RTM_GETMDB Get if IFINFOMSG_FOR_8, [IFINFOMSG] {IFLA_DUMP};
    86 RTM_GETMDB Get if When::Request, [mdb::BR_PORT_MSG] {mdb::MDBA_GET_ENTRY};
    86 RTM_GETMDB Get, [mdb::BR_PORT_MSG] {mdb::MDBA};
    92 RTM_NEWSTATS New, [stats::IF_STATS_MSG] {stats::IFLA_STATS};
    94 RTM_GETSTATS Get, [stats::IF_STATS_MSG] {stats::IFLA_STATS_GETSET};
    95 RTM_SETSTATS New, [stats::IF_STATS_MSG] {stats::IFLA_STATS_GETSET};
    108 RTM_NEWLINKPROP New, [IFINFOMSG] {IFLA};
    109 RTM_DELLINKPROP Del, [IFINFOMSG] {IFLA};
    110 RTM_GETLINKPROP Get, [IFINFOMSG] {IFLA};
    112 RTM_NEWVLAN New, [vlan::BR_VLAN_MSG] {vlan::BRIDGE_VLANDB};
    113 RTM_DELVLAN Del, [vlan::BR_VLAN_MSG] {vlan::BRIDGE_VLANDB};
    114 RTM_GETVLAN Get, [vlan::BR_VLAN_MSG] {vlan::BRIDGE_VLANDB_DUMP};
}

groups! { GROUPS:
    1 RTNLGRP_LINK,
    2 RTNLGRP_NOTIFY,
    3 RTNLGRP_NEIGH,
    4 RTNLGRP_TC,
    5 RTNLGRP_IPV4_IFADDR,
    6 RTNLGRP_IPV4_MROUTE,
    7 RTNLGRP_IPV4_ROUTE,
    8 RTNLGRP_IPV4_RULE,
    9 RTNLGRP_IPV6_IFADDR,
    10 RTNLGRP_IPV6_MROUTE,
    11 RTNLGRP_IPV6_ROUTE,
    12 RTNLGRP_IPV6_IFINFO,
    13 RTNLGRP_DECnet_IFADDR,
    14 RTNLGRP_NOP2,
    15 RTNLGRP_DECnet_ROUTE,
    16 RTNLGRP_DECnet_RULE,
    17 RTNLGRP_NOP4,
    18 RTNLGRP_IPV6_PREFIX,
    19 RTNLGRP_IPV6_RULE,
    20 RTNLGRP_ND_USEROPT,
    21 RTNLGRP_PHONET_IFADDR,
    22 RTNLGRP_PHONET_ROUTE,
    23 RTNLGRP_DCB,
    24 RTNLGRP_IPV4_NETCONF,
    25 RTNLGRP_IPV6_NETCONF,
    26 RTNLGRP_MDB,
    27 RTNLGRP_MPLS_ROUTE,
    28 RTNLGRP_NSID,
    29 RTNLGRP_MPLS_NETCONF,
    30 RTNLGRP_IPV4_MROUTE_R,
    31 RTNLGRP_IPV6_MROUTE_R,
    32 RTNLGRP_NEXTHOP,
    33 RTNLGRP_BRVLAN,
    34 RTNLGRP_MCTP_IFADDR,
    35 RTNLGRP_TUNNEL,
    36 RTNLGRP_STATS,
    37 RTNLGRP_IPV4_MCADDR,
    38 RTNLGRP_IPV6_MCADDR,
    39 RTNLGRP_IPV6_ACADDR,
}

/// The record of rt-link.
pub static FAMILY: Family = Family {
    name: crate::name!("rt-link"),
    protocol: Some(0),
    layer: Layer::Protocol,
    messages: Cow::Borrowed(MESSAGES),
    groups: Cow::Borrowed(GROUPS),
};
