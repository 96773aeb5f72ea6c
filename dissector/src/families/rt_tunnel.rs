//! VNI filters of VXLAN devices.
//!
//! Source: `uapi/linux/if_link.h`, `drivers/net/vxlan/vxlan_vnifilter.c`.

use super::common::AF;
use crate::table::macros::*;
use crate::table::{Family, Layer, Unit};
use std::borrow::Cow;

flags! { TUNNEL_MSG_FLAG "TUNNEL_MSG_FLAG":
    0x1 TUNNEL_MSG_FLAG_STATS,
}

structure! { TUNNEL_MSG "tunnel_msg":
    family: U8.of(&AF),
    flags: U8.of(&TUNNEL_MSG_FLAG),
    reserved2: U16.reserved(),
    ifindex: IFINDEX,
}

set! { VNIFILTER_ENTRY_STATS "VNIFILTER_ENTRY_STATS":
    1 VNIFILTER_ENTRY_STATS_RX_BYTES: U64.unit(Unit::Bytes),
    2 VNIFILTER_ENTRY_STATS_RX_PKTS: U64.unit(Unit::Packets),
    3 VNIFILTER_ENTRY_STATS_RX_DROPS: U64.unit(Unit::Packets),
    4 VNIFILTER_ENTRY_STATS_RX_ERRORS: U64.unit(Unit::Packets),
    5 VNIFILTER_ENTRY_STATS_TX_BYTES: U64.unit(Unit::Bytes),
    6 VNIFILTER_ENTRY_STATS_TX_PKTS: U64.unit(Unit::Packets),
    7 VNIFILTER_ENTRY_STATS_TX_DROPS: U64.unit(Unit::Packets),
    8 VNIFILTER_ENTRY_STATS_TX_ERRORS: U64.unit(Unit::Packets),
    9 VNIFILTER_ENTRY_STATS_PAD: PAD,
}

set! { VXLAN_VNIFILTER_ENTRY "VXLAN_VNIFILTER_ENTRY":
    1 VXLAN_VNIFILTER_ENTRY_START: U32,
    2 VXLAN_VNIFILTER_ENTRY_END: U32,
    3 VXLAN_VNIFILTER_ENTRY_GROUP: IPV4,
    4 VXLAN_VNIFILTER_ENTRY_GROUP6: IPV6,
    5 VXLAN_VNIFILTER_ENTRY_STATS: nest(&VNIFILTER_ENTRY_STATS),
}

set! { VXLAN_VNIFILTER "VXLAN_VNIFILTER":
    1 VXLAN_VNIFILTER_ENTRY: nest(&VXLAN_VNIFILTER_ENTRY).multi(),
}

messages! { MESSAGES:
    120 RTM_NEWTUNNEL New, [TUNNEL_MSG] {VXLAN_VNIFILTER};
    121 RTM_DELTUNNEL Del, [TUNNEL_MSG] {VXLAN_VNIFILTER};
    122 RTM_GETTUNNEL Get, [TUNNEL_MSG] {VXLAN_VNIFILTER};
}

groups! { GROUPS: 35 RTNLGRP_TUNNEL }

/// The record of VNI filters.
pub static FAMILY: Family = Family {
    name: crate::name!("rt-tunnel"),
    protocol: Some(0),
    layer: Layer::Protocol,
    messages: Cow::Borrowed(MESSAGES),
    groups: Cow::Borrowed(GROUPS),
};
