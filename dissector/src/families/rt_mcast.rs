//! Multicast routing: reports to the routing daemon, and the tables with their virtual interfaces.
//!
//! The tables come as links of RTNL_FAMILY_IPMR: [`IPMRA_TABLE`] is their IFLA_AF_SPEC.
//!
//! Source: `uapi/linux/mroute.h`, `uapi/linux/mroute6.h`, `net/ipv4/ipmr.c`, `net/ipv6/ip6mr.c`.

use super::rt_common::{RT_TABLE, RTGENMSG};
use crate::special::packet;
use crate::table::macros::*;
use crate::table::{Family, Layer, Unit, When};
use std::borrow::Cow;

enumeration! { IGMPMSG "IGMPMSG":
    1 IGMPMSG_NOCACHE, 2 IGMPMSG_WRONGVIF, 3 IGMPMSG_WHOLEPKT, 4 IGMPMSG_WRVIFWHOLE,
}

enumeration! { MRT6MSG "MRT6MSG":
    1 MRT6MSG_NOCACHE, 2 MRT6MSG_WRONGMIF, 3 MRT6MSG_WHOLEPKT, 4 MRT6MSG_WRMIFWHOLE,
}

flags! { VIFF "VIFF":
    0x1 VIFF_TUNNEL, 0x2 VIFF_SRCRT, 0x4 VIFF_REGISTER, 0x8 VIFF_USE_IFINDEX,
}

set! { /// A multicast routing table of IPv4.
    pub IPMRA_TABLE "IPMRA_TABLE":
    1 IPMRA_TABLE_ID: U32.of(&RT_TABLE),
    2 IPMRA_TABLE_CACHE_RES_QUEUE_LEN: U32,
    3 IPMRA_TABLE_MROUTE_REG_VIF_NUM: S32,
    4 IPMRA_TABLE_MROUTE_DO_ASSERT: BOOL,
    5 IPMRA_TABLE_MROUTE_DO_PIM: BOOL,
    6 IPMRA_TABLE_VIFS: nest(&IPMRA_VIF),
    7 IPMRA_TABLE_MROUTE_DO_WRVIFWHOLE: BOOL,
}

set! { IPMRA_VIF "IPMRA_VIF":
    1 IPMRA_VIF: nest(&IPMRA_VIFA).multi(),
}

set! { IPMRA_VIFA "IPMRA_VIFA":
    1 IPMRA_VIFA_IFINDEX: IFINDEX,
    2 IPMRA_VIFA_VIF_ID: U32,
    3 IPMRA_VIFA_FLAGS: U16.of(&VIFF),
    4 IPMRA_VIFA_BYTES_IN: U64.unit(Unit::Bytes),
    5 IPMRA_VIFA_BYTES_OUT: U64.unit(Unit::Bytes),
    6 IPMRA_VIFA_PACKETS_IN: U64.unit(Unit::Packets),
    7 IPMRA_VIFA_PACKETS_OUT: U64.unit(Unit::Packets),
    8 IPMRA_VIFA_LOCAL_ADDR: IPV4,
    9 IPMRA_VIFA_REMOTE_ADDR: IPV4,
    10 IPMRA_VIFA_PAD: PAD,
}

set! { IPMRA_CREPORT "IPMRA_CREPORT":
    1 IPMRA_CREPORT_MSGTYPE: U8.of(&IGMPMSG),
    2 IPMRA_CREPORT_VIF_ID: U32,
    3 IPMRA_CREPORT_SRC_ADDR: IPV4,
    4 IPMRA_CREPORT_DST_ADDR: IPV4,
    5 IPMRA_CREPORT_PKT: special(&packet::IP),
    6 IPMRA_CREPORT_TABLE: U32.of(&RT_TABLE),
}

set! { IP6MRA_CREPORT "IP6MRA_CREPORT":
    1 IP6MRA_CREPORT_MSGTYPE: U8.of(&MRT6MSG),
    2 IP6MRA_CREPORT_MIF_ID: U32,
    3 IP6MRA_CREPORT_SRC_ADDR: IPV6,
    4 IP6MRA_CREPORT_DST_ADDR: IPV6,
    5 IP6MRA_CREPORT_PKT: special(&packet::IP),
}

const IP6MR: When = When::Byte(0, &[129], "rtgen_family=RTNL_FAMILY_IP6MR");

messages! { MESSAGES:
    96 RTM_NEWCACHEREPORT New if IP6MR, [RTGENMSG] {IP6MRA_CREPORT};
    96 RTM_NEWCACHEREPORT New, [RTGENMSG] {IPMRA_CREPORT};
}

groups! { GROUPS: 30 RTNLGRP_IPV4_MROUTE_R, 31 RTNLGRP_IPV6_MROUTE_R }

/// The record of multicast routing.
pub static FAMILY: Family = Family {
    name: crate::name!("rt-mcast"),
    protocol: Some(0),
    layer: Layer::Protocol,
    messages: Cow::Borrowed(MESSAGES),
    groups: Cow::Borrowed(GROUPS),
};
