//! What IFLA_INFO_DATA, IFLA_INFO_SLAVE_DATA and IFLA_INFO_XSTATS hold, by kind of link.
//!
//! Source: `rtnl_link_ops` of each kind.

use crate::families::common::AF;
use crate::table::Unit;
use crate::table::macros::*;

select! { pub LINK_DATA text attribute("IFLA_INFO_KIND") => {} else BYTES }

select! { pub LINK_XSTATS text attribute("IFLA_INFO_KIND") => {} else BYTES }

select! { pub LINK_SLAVE_DATA text attribute("IFLA_INFO_SLAVE_KIND") => {
    "bridge" => nest(&super::IFLA_BRPORT),
} else BYTES }

enumeration! { /// Whether a port leads to multicast routers, MDB_RTR_TYPE_*.
    pub MDB_RTR_TYPE "MDB_RTR_TYPE":
    0 MDB_RTR_TYPE_DISABLED,
    1 MDB_RTR_TYPE_TEMP_QUERY,
    2 MDB_RTR_TYPE_PERM,
    3 MDB_RTR_TYPE_TEMP,
}

structure! { /// An 802.1D bridge identifier: priority and address.
    pub IFLA_BRIDGE_ID "ifla_bridge_id":
    prio: BE16,
    addr: MAC,
}

set! { /// The multicast querier of a bridge or VLAN.
    pub BRIDGE_QUERIER "BRIDGE_QUERIER":
    1 BRIDGE_QUERIER_IP_ADDRESS: IPV4,
    2 BRIDGE_QUERIER_IP_PORT: IFINDEX,
    3 BRIDGE_QUERIER_IP_OTHER_TIMER: U64.unit(Unit::ClockTicks),
    4 BRIDGE_QUERIER_PAD: PAD,
    5 BRIDGE_QUERIER_IPV6_ADDRESS: IPV6,
    6 BRIDGE_QUERIER_IPV6_PORT: IFINDEX,
    7 BRIDGE_QUERIER_IPV6_OTHER_TIMER: U64.unit(Unit::ClockTicks),
}

set! { BOND_3AD_STAT "BOND_3AD_STAT":
    0 BOND_3AD_STAT_LACPDU_RX: U64.unit(Unit::Packets),
    1 BOND_3AD_STAT_LACPDU_TX: U64.unit(Unit::Packets),
    2 BOND_3AD_STAT_LACPDU_UNKNOWN_RX: U64.unit(Unit::Packets),
    3 BOND_3AD_STAT_LACPDU_ILLEGAL_RX: U64.unit(Unit::Packets),
    4 BOND_3AD_STAT_MARKER_RX: U64.unit(Unit::Packets),
    5 BOND_3AD_STAT_MARKER_TX: U64.unit(Unit::Packets),
    6 BOND_3AD_STAT_MARKER_RESP_RX: U64.unit(Unit::Packets),
    7 BOND_3AD_STAT_MARKER_RESP_TX: U64.unit(Unit::Packets),
    8 BOND_3AD_STAT_MARKER_UNKNOWN_RX: U64.unit(Unit::Packets),
    9 BOND_3AD_STAT_PAD: PAD,
}

set! { /// Counters of a bond or slave: LINK_XSTATS_TYPE_BOND of RTM_NEWSTATS.
    pub BOND_XSTATS "BOND_XSTATS":
    1 BOND_XSTATS_3AD: nest(&BOND_3AD_STAT),
}

flags! { TUNNEL_MSG_FLAG "TUNNEL_MSG_FLAG": 0x1 TUNNEL_MSG_FLAG_STATS }

structure! { /// The header of RTM_NEWTUNNEL and its like.
    pub TUNNEL_MSG "tunnel_msg":
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

set! { /// The VNIs that a vxlan link lets through: RTM_NEWTUNNEL and its like.
    pub VXLAN_VNIFILTER "VXLAN_VNIFILTER":
    1 VXLAN_VNIFILTER_ENTRY: nest(&VXLAN_VNIFILTER_ENTRY).multi(),
}
