//! Statistics of links: RTM_NEWSTATS, RTM_GETSTATS, RTM_SETSTATS.
//!
//! Source: `uapi/linux/if_link.h`, `uapi/linux/if_bridge.h`, `uapi/linux/mpls.h`,
//! `net/core/rtnetlink.c` (`rtnl_fill_statsinfo`,
//! `rtnl_stats_get_policy`), `net/bridge/br_netlink.c` (`br_fill_linkxstats`),
//! `net/mpls/af_mpls.c`.

use super::bridge::BRIDGE_VLAN_INFO_FLAGS;
use super::kinds::BOND_XSTATS;
use super::link::RTNL_LINK_STATS64;
use crate::families::common::AF;
use crate::table::macros::*;
use crate::table::{Fact, Unit};

flags! { IFLA_STATS_FILTER "IFLA_STATS_FILTER_BIT":
    0x1 IFLA_STATS_LINK_64, 0x2 IFLA_STATS_LINK_XSTATS, 0x4 IFLA_STATS_LINK_XSTATS_SLAVE,
    0x8 IFLA_STATS_LINK_OFFLOAD_XSTATS, 0x10 IFLA_STATS_AF_SPEC,
}

structure! { /// The header of messages about statistics.
    pub(super) IF_STATS_MSG "if_stats_msg":
    family: U8.of(&AF),
    pad1: U8.reserved(),
    pad2: U16.reserved(),
    ifindex: IFINDEX,
    filter_mask: U32.of(&IFLA_STATS_FILTER),
}

set! { /// What user space asks for, or sets.
    pub(super) IFLA_STATS_GETSET "IFLA_STATS_GETSET":
    1 IFLA_STATS_GET_FILTERS: nest(&IFLA_STATS_GET_FILTERS),
    2 IFLA_STATS_SET_OFFLOAD_XSTATS_L3_STATS: BOOL,
}

flags! { IFLA_OFFLOAD_XSTATS_FILTER "IFLA_OFFLOAD_XSTATS_FILTER_BIT":
    0x1 IFLA_OFFLOAD_XSTATS_CPU_HIT, 0x2 IFLA_OFFLOAD_XSTATS_HW_S_INFO,
    0x4 IFLA_OFFLOAD_XSTATS_L3_STATS,
}

set! { IFLA_STATS_GET_FILTERS "IFLA_STATS_GET_FILTERS":
    1 IFLA_STATS_LINK_64: U32.hex(),
    2 IFLA_STATS_LINK_XSTATS: U32.hex(),
    3 IFLA_STATS_LINK_XSTATS_SLAVE: U32.hex(),
    4 IFLA_STATS_LINK_OFFLOAD_XSTATS: U32.of(&IFLA_OFFLOAD_XSTATS_FILTER),
    5 IFLA_STATS_AF_SPEC: U32.hex(),
}

// Type 0 is what the kernel aligns 64-bit members with.
set! { /// Statistics of a link.
    pub(super) IFLA_STATS "IFLA_STATS":
    0 IFLA_STATS_UNSPEC: PAD,
    1 IFLA_STATS_LINK_64: structure(&RTNL_LINK_STATS64),
    2 IFLA_STATS_LINK_XSTATS: nest(&LINK_XSTATS_TYPE),
    3 IFLA_STATS_LINK_XSTATS_SLAVE: nest(&LINK_XSTATS_TYPE),
    4 IFLA_STATS_LINK_OFFLOAD_XSTATS: nest(&IFLA_OFFLOAD_XSTATS),
    5 IFLA_STATS_AF_SPEC: map!(&AF, select(&AF_STATS)),
}

set! { LINK_XSTATS_TYPE "LINK_XSTATS_TYPE":
    1 LINK_XSTATS_TYPE_BRIDGE: nest(&BRIDGE_XSTATS),
    2 LINK_XSTATS_TYPE_BOND: nest(&BOND_XSTATS),
}

set! { BRIDGE_XSTATS "BRIDGE_XSTATS":
    1 BRIDGE_XSTATS_VLAN: structure(&BRIDGE_VLAN_XSTATS).multi(),
    2 BRIDGE_XSTATS_MCAST: structure(&BR_MCAST_STATS),
    3 BRIDGE_XSTATS_PAD: PAD,
    4 BRIDGE_XSTATS_STP: structure(&BRIDGE_STP_XSTATS),
}

structure! { BRIDGE_VLAN_XSTATS "bridge_vlan_xstats":
    rx_bytes: U64.unit(Unit::Bytes),
    rx_packets: U64.unit(Unit::Packets),
    tx_bytes: U64.unit(Unit::Bytes),
    tx_packets: U64.unit(Unit::Packets),
    vid: U16,
    flags: U16.of(&BRIDGE_VLAN_INFO_FLAGS),
    pad2: U32.reserved(),
}

// Of two counters the first is received, the second sent (BR_MCAST_DIR_RX, BR_MCAST_DIR_TX).
structure! { BR_MCAST_STATS "br_mcast_stats":
    igmp_v1queries: U64.times(2),
    igmp_v2queries: U64.times(2),
    igmp_v3queries: U64.times(2),
    igmp_leaves: U64.times(2),
    igmp_v1reports: U64.times(2),
    igmp_v2reports: U64.times(2),
    igmp_v3reports: U64.times(2),
    igmp_parse_errors: U64,
    mld_v1queries: U64.times(2),
    mld_v2queries: U64.times(2),
    mld_leaves: U64.times(2),
    mld_v1reports: U64.times(2),
    mld_v2reports: U64.times(2),
    mld_parse_errors: U64,
    mcast_bytes: U64.unit(Unit::Bytes).times(2),
    mcast_packets: U64.unit(Unit::Packets).times(2),
}

structure! { BRIDGE_STP_XSTATS "bridge_stp_xstats":
    transition_blk: U64,
    transition_fwd: U64,
    rx_bpdu: U64,
    tx_bpdu: U64,
    rx_tcn: U64,
    tx_tcn: U64,
}

set! { IFLA_OFFLOAD_XSTATS "IFLA_OFFLOAD_XSTATS":
    0 IFLA_OFFLOAD_XSTATS_UNSPEC: PAD,
    1 IFLA_OFFLOAD_XSTATS_CPU_HIT: structure(&RTNL_LINK_STATS64),
    2 IFLA_OFFLOAD_XSTATS_HW_S_INFO:
        map!(&IFLA_OFFLOAD_XSTATS_TYPE, nest(&IFLA_OFFLOAD_XSTATS_HW_S_INFO)),
    3 IFLA_OFFLOAD_XSTATS_L3_STATS: structure(&RTNL_HW_STATS64),
}

enumeration! { IFLA_OFFLOAD_XSTATS_TYPE "IFLA_OFFLOAD_XSTATS":
    1 IFLA_OFFLOAD_XSTATS_CPU_HIT, 2 IFLA_OFFLOAD_XSTATS_HW_S_INFO,
    3 IFLA_OFFLOAD_XSTATS_L3_STATS,
}

set! { IFLA_OFFLOAD_XSTATS_HW_S_INFO "IFLA_OFFLOAD_XSTATS_HW_S_INFO":
    1 IFLA_OFFLOAD_XSTATS_HW_S_INFO_REQUEST: BOOL,
    2 IFLA_OFFLOAD_XSTATS_HW_S_INFO_USED: BOOL,
}

structure! { RTNL_HW_STATS64 "rtnl_hw_stats64":
    rx_packets: U64.unit(Unit::Packets),
    tx_packets: U64.unit(Unit::Packets),
    rx_bytes: U64.unit(Unit::Bytes),
    tx_bytes: U64.unit(Unit::Bytes),
    rx_errors: U64,
    tx_errors: U64,
    rx_dropped: U64,
    tx_dropped: U64,
    multicast: U64.unit(Unit::Packets),
}

select! { AF_STATS number fact(Fact::EntryType) => {
    28 => nest(&MPLS_STATS),
} else BYTES }

set! { MPLS_STATS "MPLS_STATS":
    0 MPLS_STATS_UNSPEC: PAD,
    1 MPLS_STATS_LINK: structure(&MPLS_LINK_STATS),
}

structure! { MPLS_LINK_STATS "mpls_link_stats":
    rx_packets: U64.unit(Unit::Packets),
    tx_packets: U64.unit(Unit::Packets),
    rx_bytes: U64.unit(Unit::Bytes),
    tx_bytes: U64.unit(Unit::Bytes),
    rx_errors: U64,
    tx_errors: U64,
    rx_dropped: U64,
    tx_dropped: U64,
    rx_noroute: U64,
}
