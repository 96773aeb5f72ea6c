//! Neighbours: ARP, neighbour discovery, forwarding databases of bridges and VXLAN, MCTP; and
//! the neighbour tables' settings.
//!
//! Source: `uapi/linux/neighbour.h`, `net/core/neighbour.c`, `net/core/rtnetlink.c`,
//! `net/bridge/br_fdb.c`, `drivers/net/vxlan/vxlan_core.c`, `net/mctp/neigh.c`.

use super::common::AF;
use super::rt_common::{
    IFINFOMSG_DUMP, IFINFOMSG_FOR_4, IFINFOMSG_FOR_12, IFLA_DUMP, RTGENMSG, RTN, RTPROT,
};
use super::rt_nsid::NSID;
use crate::table::macros::*;
use crate::table::{Family, Layer, Unit, When};
use std::borrow::Cow;

flags! { NUD "NUD":
    0x01 NUD_INCOMPLETE,
    0x02 NUD_REACHABLE,
    0x04 NUD_STALE,
    0x08 NUD_DELAY,
    0x10 NUD_PROBE,
    0x20 NUD_FAILED,
    0x40 NUD_NOARP,
    0x80 NUD_PERMANENT,
}

flags! { NTF "NTF":
    0x01 NTF_USE,
    0x02 NTF_SELF,
    0x04 NTF_MASTER,
    0x08 NTF_PROXY,
    0x10 NTF_EXT_LEARNED,
    0x20 NTF_OFFLOADED,
    0x40 NTF_STICKY,
    0x80 NTF_ROUTER,
}

flags! { NTF_EXT "NTF_EXT":
    0x1 NTF_EXT_MANAGED, 0x2 NTF_EXT_LOCKED, 0x4 NTF_EXT_EXT_VALIDATED,
}

flags! { FDB_NOTIFY "FDB_NOTIFY":
    0x1 FDB_NOTIFY_BIT, 0x2 FDB_NOTIFY_INACTIVE_BIT,
}

structure! { NDMSG "ndmsg":
    ndm_family: U8.of(&AF),
    ndm_pad1: U8.reserved(),
    ndm_pad2: U16.reserved(),
    ndm_ifindex: S_IFINDEX,
    ndm_state: U16.of(&NUD),
    ndm_flags: U8.of(&NTF),
    ndm_type: U8.of(&RTN),
}

structure! { NDA_CACHEINFO "nda_cacheinfo":
    ndm_confirmed: U32.unit(Unit::ClockTicks),
    ndm_used: U32.unit(Unit::ClockTicks),
    ndm_updated: U32.unit(Unit::ClockTicks),
    ndm_refcnt: U32,
}

// 45: AF_MCTP, an endpoint id; of AF_BRIDGE the length tells
select! { NDA_ADDR number field("ndm_family") => {
    45 => U8,
} else address(field("ndm_family")) }

set! { NFEA "NFEA":
    1 NFEA_ACTIVITY_NOTIFY: U8.of(&FDB_NOTIFY),
    2 NFEA_DONT_REFRESH: FLAG,
}

set! { NDA "NDA":
    1 NDA_DST: select(&NDA_ADDR),
    2 NDA_LLADDR: MAC,
    3 NDA_CACHEINFO: structure(&NDA_CACHEINFO),
    4 NDA_PROBES: U32,
    5 NDA_VLAN: U16,
    6 NDA_PORT: BE16,
    7 NDA_VNI: U32,
    8 NDA_IFINDEX: IFINDEX,
    9 NDA_MASTER: IFINDEX,
    10 NDA_LINK_NETNSID: S32.of(&NSID),
    11 NDA_SRC_VNI: U32,
    12 NDA_PROTOCOL: U8.of(&RTPROT),
    13 NDA_NH_ID: U32,
    14 NDA_FDB_EXT_ATTRS: nest(&NFEA),
    15 NDA_FLAGS_EXT: U32.of(&NTF_EXT),
    16 NDA_NDM_STATE_MASK: U16.of(&NUD),
    17 NDA_NDM_FLAGS_MASK: U8.of(&NTF),
}

structure! { NDTMSG "ndtmsg":
    ndtm_family: U8.of(&AF),
    ndtm_pad1: U8.reserved(),
    ndtm_pad2: U16.reserved(),
}

structure! { NDT_CONFIG "ndt_config":
    ndtc_key_len: U16.unit(Unit::Bytes),
    ndtc_entry_size: U16.unit(Unit::Bytes),
    ndtc_entries: U32,
    ndtc_last_flush: U32.unit(Unit::Milliseconds),
    ndtc_last_rand: U32.unit(Unit::Milliseconds),
    ndtc_hash_rnd: U32.hex(),
    ndtc_hash_mask: U32.hex(),
    ndtc_hash_chain_gc: U32,
    ndtc_proxy_qlen: U32,
}

structure! { NDT_STATS "ndt_stats":
    ndts_allocs: U64,
    ndts_destroys: U64,
    ndts_hash_grows: U64,
    ndts_res_failed: U64,
    ndts_lookups: U64,
    ndts_hits: U64,
    ndts_rcv_probes_mcast: U64,
    ndts_rcv_probes_ucast: U64,
    ndts_periodic_gc_runs: U64,
    ndts_forced_gc_runs: U64,
    ndts_table_fulls: U64,
}

set! { NDTPA "NDTPA":
    1 NDTPA_IFINDEX: IFINDEX,
    2 NDTPA_REFCNT: U32,
    3 NDTPA_REACHABLE_TIME: U64.unit(Unit::Milliseconds),
    4 NDTPA_BASE_REACHABLE_TIME: U64.unit(Unit::Milliseconds),
    5 NDTPA_RETRANS_TIME: U64.unit(Unit::Milliseconds),
    6 NDTPA_GC_STALETIME: U64.unit(Unit::Milliseconds),
    7 NDTPA_DELAY_PROBE_TIME: U64.unit(Unit::Milliseconds),
    8 NDTPA_QUEUE_LEN: U32.unit(Unit::Packets),
    9 NDTPA_APP_PROBES: U32,
    10 NDTPA_UCAST_PROBES: U32,
    11 NDTPA_MCAST_PROBES: U32,
    12 NDTPA_ANYCAST_DELAY: U64.unit(Unit::Milliseconds),
    13 NDTPA_PROXY_DELAY: U64.unit(Unit::Milliseconds),
    14 NDTPA_PROXY_QLEN: U32.unit(Unit::Packets),
    15 NDTPA_LOCKTIME: U64.unit(Unit::Milliseconds),
    16 NDTPA_QUEUE_LENBYTES: U32.unit(Unit::Bytes),
    17 NDTPA_MCAST_REPROBES: U32,
    18 NDTPA_PAD: PAD,
    19 NDTPA_INTERVAL_PROBE_TIME_MS: U64.unit(Unit::Milliseconds),
}

set! { NDTA "NDTA":
    1 NDTA_NAME: STRING,
    2 NDTA_THRESH1: U32,
    3 NDTA_THRESH2: U32,
    4 NDTA_THRESH3: U32,
    5 NDTA_CONFIG: structure(&NDT_CONFIG),
    6 NDTA_PARMS: nest(&NDTPA),
    7 NDTA_STATS: structure(&NDT_STATS),
    8 NDTA_GC_INTERVAL: U64.unit(Unit::Milliseconds),
    9 NDTA_PAD: PAD,
}

const RTGENMSG_ALONE: When = When::All(&[When::Request, When::Shorter(12)]);

messages! { MESSAGES:
    28 RTM_NEWNEIGH New, [NDMSG] {NDA};
    29 RTM_DELNEIGH Del, [NDMSG] {NDA};
    30 RTM_GETNEIGH Get if RTGENMSG_ALONE, [RTGENMSG] -;
    30 RTM_GETNEIGH Get if IFINFOMSG_FOR_12, [IFINFOMSG_DUMP] {IFLA_DUMP};
    30 RTM_GETNEIGH Get, [NDMSG] {NDA};
    64 RTM_NEWNEIGHTBL New, [NDTMSG] {NDTA};
    66 RTM_GETNEIGHTBL Get if IFINFOMSG_FOR_4, [IFINFOMSG_DUMP] {IFLA_DUMP};
    66 RTM_GETNEIGHTBL Get, [NDTMSG] {NDTA};
    67 RTM_SETNEIGHTBL New, [NDTMSG] {NDTA};
}

groups! { GROUPS: 3 RTNLGRP_NEIGH }

/// The record of neighbours.
pub static FAMILY: Family = Family {
    name: crate::name!("rt-neigh"),
    protocol: Some(0),
    layer: Layer::Protocol,
    messages: Cow::Borrowed(MESSAGES),
    groups: Cow::Borrowed(GROUPS),
};
