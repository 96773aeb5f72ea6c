//! Nexthop objects, groups of them and the buckets of resilient groups.
//!
//! Source: `uapi/linux/nexthop.h`, `net/ipv4/nexthop.c`.

use super::common::AF;
use super::lwtunnel::{ENCAP_TYPES, NHA_ENCAP};
use super::rt_common::{RT_SCOPE, RTNH_F, RTPROT};
use crate::table::macros::*;
use crate::table::{Family, Layer, Unit};
use std::borrow::Cow;

enumeration! { NEXTHOP_GRP_TYPE "NEXTHOP_GRP_TYPE":
    0 NEXTHOP_GRP_TYPE_MPATH, 1 NEXTHOP_GRP_TYPE_RES,
}

flags! { NHA_OP_FLAG "NHA_OP_FLAG":
    0x1 NHA_OP_FLAG_DUMP_STATS, 0x2 NHA_OP_FLAG_DUMP_HW_STATS,
    0x80000000 NHA_OP_FLAG_RESP_GRP_RESVD_0,
}

structure! { NHMSG "nhmsg":
    nh_family: U8.of(&AF),
    nh_scope: U8.of(&RT_SCOPE),
    nh_protocol: U8.of(&RTPROT),
    resvd: U8.reserved(),
    nh_flags: U32.of(&RTNH_F),
}

structure! { NEXTHOP_GRP "nexthop_grp":
    id: U32,
    weight: U8,
    weight_high: U8,
    resvd2: U16.reserved(),
}

set! { NHA_RES_GROUP "NHA_RES_GROUP":
    0 NHA_RES_GROUP_PAD: PAD,
    1 NHA_RES_GROUP_BUCKETS: U16,
    2 NHA_RES_GROUP_IDLE_TIMER: U32.unit(Unit::ClockTicks),
    3 NHA_RES_GROUP_UNBALANCED_TIMER: U32.unit(Unit::ClockTicks),
    4 NHA_RES_GROUP_UNBALANCED_TIME: U64.unit(Unit::ClockTicks),
}

set! { NHA_RES_BUCKET "NHA_RES_BUCKET":
    0 NHA_RES_BUCKET_PAD: PAD,
    1 NHA_RES_BUCKET_INDEX: U16,
    2 NHA_RES_BUCKET_IDLE_TIME: U64.unit(Unit::ClockTicks),
    3 NHA_RES_BUCKET_NH_ID: U32,
}

set! { NHA_GROUP_STATS_ENTRY "NHA_GROUP_STATS_ENTRY":
    1 NHA_GROUP_STATS_ENTRY_ID: U32,
    2 NHA_GROUP_STATS_ENTRY_PACKETS: UINT.unit(Unit::Packets),
    3 NHA_GROUP_STATS_ENTRY_PACKETS_HW: UINT.unit(Unit::Packets),
}

set! { NHA_GROUP_STATS "NHA_GROUP_STATS":
    1 NHA_GROUP_STATS_ENTRY: nest(&NHA_GROUP_STATS_ENTRY).multi(),
}

set! { NHA "NHA":
    1 NHA_ID: U32,
    2 NHA_GROUP: list!(structure(&NEXTHOP_GRP)),
    3 NHA_GROUP_TYPE: U16.of(&NEXTHOP_GRP_TYPE),
    4 NHA_BLACKHOLE: FLAG,
    5 NHA_OIF: IFINDEX,
    6 NHA_GATEWAY: address(field("nh_family")),
    7 NHA_ENCAP_TYPE: U16.of(&ENCAP_TYPES),
    8 NHA_ENCAP: select(&NHA_ENCAP),
    9 NHA_GROUPS: FLAG,
    10 NHA_MASTER: IFINDEX,
    11 NHA_FDB: FLAG,
    12 NHA_RES_GROUP: nest(&NHA_RES_GROUP),
    13 NHA_RES_BUCKET: nest(&NHA_RES_BUCKET),
    14 NHA_OP_FLAGS: U32.of(&NHA_OP_FLAG),
    15 NHA_GROUP_STATS: nest(&NHA_GROUP_STATS),
    16 NHA_HW_STATS_ENABLE: U32,
    17 NHA_HW_STATS_USED: U32,
}

messages! { MESSAGES:
    104 RTM_NEWNEXTHOP New, [NHMSG] {NHA};
    105 RTM_DELNEXTHOP Del, [NHMSG] {NHA};
    106 RTM_GETNEXTHOP Get, [NHMSG] {NHA};
    116 RTM_NEWNEXTHOPBUCKET New, [NHMSG] {NHA};
    117 RTM_DELNEXTHOPBUCKET Del, [NHMSG] {NHA};
    118 RTM_GETNEXTHOPBUCKET Get, [NHMSG] {NHA};
}

groups! { GROUPS: 32 RTNLGRP_NEXTHOP }

/// The record of nexthop objects.
pub static FAMILY: Family = Family {
    name: crate::name!("rt-nexthop"),
    protocol: Some(0),
    layer: Layer::Protocol,
    messages: Cow::Borrowed(MESSAGES),
    groups: Cow::Borrowed(GROUPS),
};
