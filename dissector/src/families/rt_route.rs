//! Routes: IPv4, IPv6, MPLS, multicast, Phonet, MCTP, and the CAN gateway's jobs.
//!
//! Source: `uapi/linux/rtnetlink.h`, `uapi/linux/in_route.h`, `uapi/linux/icmpv6.h`, `uapi/linux/mctp.h`,
//! `net/ipv4/fib_frontend.c`, `net/ipv4/fib_semantics.c`, `net/ipv4/route.c`, `net/ipv6/route.c`,
//! `net/ipv4/ipmr_base.c`, `net/mpls/af_mpls.c`, `net/phonet/pn_netlink.c`, `net/mctp/route.c`,
//! `net/can/gw.c`, `net/core/rtnetlink.c`.

use super::can_gw::{CGW, RTCANMSG};
use super::common::{AF, IPPROTO};
use super::lwtunnel::{ENCAP_TYPES, RTA_ENCAP};
use super::rt_common::{
    IFINFOMSG_DUMP, IFINFOMSG_FOR_12, IFLA_DUMP, MPLS_LABEL, RT_SCOPE, RT_TABLE, RTGENMSG, RTN,
    RTNH_F, RTPROT,
};
use crate::special::multipath::MULTIPATH;
use crate::table::macros::*;
use crate::table::{Fact, Family, Layer, Unit, When};
use std::borrow::Cow;

// RTNH_F_* of a single nexthop, RTM_F_*, and RTCF_* in what an IPv4 lookup returned
flags! { RTM_F "RTM_F":
    0x1 RTNH_F_DEAD,
    0x2 RTNH_F_PERVASIVE,
    0x4 RTNH_F_ONLINK,
    0x8 RTNH_F_OFFLOAD,
    0x10 RTNH_F_LINKDOWN,
    0x20 RTNH_F_UNRESOLVED,
    0x40 RTNH_F_TRAP,
    0x100 RTM_F_NOTIFY,
    0x200 RTM_F_CLONED,
    0x400 RTM_F_EQUALIZE,
    0x800 RTM_F_PREFIX,
    0x1000 RTM_F_LOOKUP_TABLE,
    0x2000 RTM_F_FIB_MATCH,
    0x4000 RTM_F_OFFLOAD,
    0x8000 RTM_F_TRAP,
    0x10000 RTCF_NOTIFY,
    0x20000 RTCF_DIRECTDST,
    0x40000 RTCF_REDIRECTED,
    0x80000 RTCF_TPROXY,
    0x200000 RTCF_FAST,
    0x400000 RTCF_MASQ,
    0x800000 RTCF_SNAT,
    0x1000000 RTCF_DOREDIRECT,
    0x4000000 RTCF_DIRECTSRC,
    0x8000000 RTCF_DNAT,
    0x10000000 RTCF_BROADCAST,
    0x20000000 RTM_F_OFFLOAD_FAILED / RTCF_MULTICAST,
    0x40000000 RTCF_REJECT,
    0x80000000 RTCF_LOCAL,
}

structure! { RTMSG "rtmsg":
    rtm_family: U8.of(&AF),
    rtm_dst_len: U8,
    rtm_src_len: U8,
    rtm_tos: U8.hex(),
    rtm_table: U8.of(&RT_TABLE),
    rtm_protocol: U8.of(&RTPROT),
    rtm_scope: U8.of(&RT_SCOPE),
    rtm_type: U8.of(&RTN),
    rtm_flags: U32.of(&RTM_F),
}

structure! { /// What stands before the attributes of each path of RTA_MULTIPATH.
    pub RTNEXTHOP "rtnexthop":
    rtnh_len: U16.unit(Unit::Bytes),
    rtnh_flags: U8.of(&RTNH_F),
    rtnh_hops: U8,
    rtnh_ifindex: S_IFINDEX,
}

structure! { RTA_CACHEINFO "rta_cacheinfo":
    rta_clntref: U32,
    rta_lastuse: U32.unit(Unit::ClockTicks),
    rta_expires: S32.unit(Unit::ClockTicks),
    rta_error: U32,
    rta_used: U32,
    rta_id: U32,
    rta_ts: U32,
    rta_tsage: U32,
}

structure! { RTA_MFC_STATS "rta_mfc_stats":
    mfcs_packets: U64.unit(Unit::Packets),
    mfcs_bytes: U64.unit(Unit::Bytes),
    mfcs_wrong_if: U64.unit(Unit::Packets),
}

// 17: AF_PACKET, the neighbour's link-layer address
select! { RTVIA_ADDR number field("rtvia_family") => {
    17 => MAC,
} else address(field("rtvia_family")) }

structure! { RTVIA "rtvia":
    rtvia_family: U16.of(&AF);
    rtvia_addr: select(&RTVIA_ADDR)
}

structure! { MCTP_FQ_ADDR "mctp_fq_addr":
    net: U32,
    eid: U8,
}

// 28: AF_MPLS; 35: AF_PHONET; 45: AF_MCTP; 128, 129: RTNL_FAMILY_IPMR, RTNL_FAMILY_IP6MR
select! { RTA_ADDR number field("rtm_family") => {
    28 => list!(structure(&MPLS_LABEL)),
    35 => U8.hex(),
    45 => U8,
    128 => IPV4,
    129 => IPV6,
} else address(field("rtm_family")) }

select! { RTA_GATEWAYS number field("rtm_family") => {
    45 => structure(&MCTP_FQ_ADDR),
} else address(field("rtm_family")) }

// seconds to live in a request; how long a multicast route was not used in an answer
select! { RTA_EXPIRES number fact(Fact::Length) => {
    8 => U64.unit(Unit::ClockTicks),
} else U32.unit(Unit::Seconds) }

enumeration! { ROUTER_PREF "ICMPV6_ROUTER_PREF":
    0 ICMPV6_ROUTER_PREF_MEDIUM, 1 ICMPV6_ROUTER_PREF_HIGH, 2 ICMPV6_ROUTER_PREF_INVALID,
    3 ICMPV6_ROUTER_PREF_LOW,
}

// 1 << RTAX_*: the metrics that TCP must not change
flags! { RTAX_LOCKS "RTAX_LOCK":
    0x4 RTAX_MTU,
    0x8 RTAX_WINDOW,
    0x10 RTAX_RTT,
    0x20 RTAX_RTTVAR,
    0x40 RTAX_SSTHRESH,
    0x80 RTAX_CWND,
    0x100 RTAX_ADVMSS,
    0x200 RTAX_REORDERING,
    0x400 RTAX_HOPLIMIT,
    0x800 RTAX_INITCWND,
    0x1000 RTAX_FEATURES,
    0x2000 RTAX_RTO_MIN,
    0x4000 RTAX_INITRWND,
    0x8000 RTAX_QUICKACK,
    0x10000 RTAX_CC_ALGO,
    0x20000 RTAX_FASTOPEN_NO_COOKIE,
}

flags! { RTAX_FEATURE "RTAX_FEATURE":
    0x1 RTAX_FEATURE_ECN, 0x2 RTAX_FEATURE_SACK, 0x4 RTAX_FEATURE_TIMESTAMP,
    0x8 RTAX_FEATURE_ALLFRAG, 0x10 RTAX_FEATURE_TCP_USEC_TS,
}

// RTT is in 1/8, RTTVAR in 1/4 milliseconds
set! { RTAX "RTAX":
    1 RTAX_LOCK: U32.of(&RTAX_LOCKS),
    2 RTAX_MTU: U32.unit(Unit::Bytes),
    3 RTAX_WINDOW: U32.unit(Unit::Bytes),
    4 RTAX_RTT: U32,
    5 RTAX_RTTVAR: U32,
    6 RTAX_SSTHRESH: U32.unit(Unit::Packets),
    7 RTAX_CWND: U32.unit(Unit::Packets),
    8 RTAX_ADVMSS: U32.unit(Unit::Bytes),
    9 RTAX_REORDERING: U32.unit(Unit::Packets),
    10 RTAX_HOPLIMIT: U32,
    11 RTAX_INITCWND: U32.unit(Unit::Packets),
    12 RTAX_FEATURES: U32.of(&RTAX_FEATURE),
    13 RTAX_RTO_MIN: U32.unit(Unit::Milliseconds),
    14 RTAX_INITRWND: U32.unit(Unit::Packets),
    15 RTAX_QUICKACK: U32,
    16 RTAX_CC_ALGO: STRING,
    17 RTAX_FASTOPEN_NO_COOKIE: U32,
}

set! { /// Attributes of a route and of each of its paths.
    pub RTA "RTA":
    1 RTA_DST: select(&RTA_ADDR),
    2 RTA_SRC: select(&RTA_ADDR),
    3 RTA_IIF: IFINDEX,
    4 RTA_OIF: IFINDEX,
    5 RTA_GATEWAY: select(&RTA_GATEWAYS),
    6 RTA_PRIORITY: U32,
    7 RTA_PREFSRC: address(field("rtm_family")),
    8 RTA_METRICS: nest(&RTAX),
    9 RTA_MULTIPATH: special(&MULTIPATH),
    10 RTA_PROTOINFO: UNUSED,
    11 RTA_FLOW: U32.hex(),
    12 RTA_CACHEINFO: structure(&RTA_CACHEINFO),
    13 RTA_SESSION: UNUSED,
    14 RTA_MP_ALGO: UNUSED,
    15 RTA_TABLE: U32.of(&RT_TABLE),
    16 RTA_MARK: U32.hex(),
    17 RTA_MFC_STATS: structure(&RTA_MFC_STATS),
    18 RTA_VIA: structure(&RTVIA),
    19 RTA_NEWDST: list!(structure(&MPLS_LABEL)),
    20 RTA_PREF: U8.of(&ROUTER_PREF),
    21 RTA_ENCAP_TYPE: U16.of(&ENCAP_TYPES),
    22 RTA_ENCAP: select(&RTA_ENCAP),
    23 RTA_EXPIRES: select(&RTA_EXPIRES),
    24 RTA_PAD: PAD,
    25 RTA_UID: U32,
    26 RTA_TTL_PROPAGATE: BOOL,
    27 RTA_IP_PROTO: U8.of(&IPPROTO),
    28 RTA_SPORT: BE16,
    29 RTA_DPORT: BE16,
    30 RTA_NH_ID: U32,
    31 RTA_FLOWLABEL: BE32.hex(),
}

const CAN: When = When::Byte(0, &[29], "rtcan_family=AF_CAN");
const RTGENMSG_ALONE: When = When::All(&[When::Request, When::Shorter(12)]);

messages! { MESSAGES:
    24 RTM_NEWROUTE New if CAN, [RTCANMSG] {CGW};
    24 RTM_NEWROUTE New, [RTMSG] {RTA};
    25 RTM_DELROUTE Del if CAN, [RTCANMSG] {CGW};
    25 RTM_DELROUTE Del, [RTMSG] {RTA};
    26 RTM_GETROUTE Get if CAN, [RTCANMSG] {CGW};
    26 RTM_GETROUTE Get if RTGENMSG_ALONE, [RTGENMSG] -;
    26 RTM_GETROUTE Get if IFINFOMSG_FOR_12, [IFINFOMSG_DUMP] {IFLA_DUMP};
    26 RTM_GETROUTE Get, [RTMSG] {RTA};
}

groups! { GROUPS:
    6 RTNLGRP_IPV4_MROUTE,
    7 RTNLGRP_IPV4_ROUTE,
    10 RTNLGRP_IPV6_MROUTE,
    11 RTNLGRP_IPV6_ROUTE,
    15 RTNLGRP_DECnet_ROUTE,
    22 RTNLGRP_PHONET_ROUTE,
    27 RTNLGRP_MPLS_ROUTE,
}

/// The record of routes.
pub static FAMILY: Family = Family {
    name: crate::name!("rt-route"),
    protocol: Some(0),
    layer: Layer::Protocol,
    messages: Cow::Borrowed(MESSAGES),
    groups: Cow::Borrowed(GROUPS),
};
