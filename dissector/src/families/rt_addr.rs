//! Addresses of interfaces: unicast, multicast, anycast; of IPv4, IPv6, Phonet and MCTP.
//!
//! Source: `uapi/linux/if_addr.h`, `uapi/linux/rtnetlink.h`, `net/ipv4/devinet.c`, `net/ipv4/igmp.c`,
//! `net/ipv6/addrconf.c`, `net/phonet/pn_netlink.c`, `net/mctp/device.c`.

use super::common::AF;
use super::rt_common::{IFINFOMSG_DUMP, IFINFOMSG_FOR_8, IFLA_DUMP, RT_SCOPE, RTGENMSG};
use super::rt_nsid::NSID;
use crate::table::macros::*;
use crate::table::{Family, Layer, Unit, When};
use std::borrow::Cow;

flags! { IFA_F "IFA_F":
    0x1 IFA_F_SECONDARY / IFA_F_TEMPORARY,
    0x2 IFA_F_NODAD,
    0x4 IFA_F_OPTIMISTIC,
    0x8 IFA_F_DADFAILED,
    0x10 IFA_F_HOMEADDRESS,
    0x20 IFA_F_DEPRECATED,
    0x40 IFA_F_TENTATIVE,
    0x80 IFA_F_PERMANENT,
    0x100 IFA_F_MANAGETEMPADDR,
    0x200 IFA_F_NOPREFIXROUTE,
    0x400 IFA_F_MCAUTOJOIN,
    0x800 IFA_F_STABLE_PRIVACY,
}

enumeration! { IFAPROT "IFAPROT":
    0 IFAPROT_UNSPEC, 1 IFAPROT_KERNEL_LO, 2 IFAPROT_KERNEL_RA, 3 IFAPROT_KERNEL_LL,
}

structure! { IFADDRMSG "ifaddrmsg":
    ifa_family: U8.of(&AF),
    ifa_prefixlen: U8,
    ifa_flags: U8.of(&IFA_F),
    ifa_scope: U8.of(&RT_SCOPE),
    ifa_index: IFINDEX,
}

structure! { IFA_CACHEINFO "ifa_cacheinfo":
    ifa_prefered: U32.unit(Unit::Seconds),
    ifa_valid: U32.unit(Unit::Seconds),
    cstamp: U32.unit(Unit::Centiseconds),
    tstamp: U32.unit(Unit::Centiseconds),
}

// 35: AF_PHONET, six bits of an octet; 45: AF_MCTP, an endpoint id
select! { IFA_ADDR number field("ifa_family") => {
    35 => U8.hex(),
    45 => U8,
} else address(field("ifa_family")) }

set! { IFA "IFA":
    1 IFA_ADDRESS: select(&IFA_ADDR),
    2 IFA_LOCAL: select(&IFA_ADDR),
    3 IFA_LABEL: STRING,
    4 IFA_BROADCAST: IPV4,
    5 IFA_ANYCAST: address(field("ifa_family")),
    6 IFA_CACHEINFO: structure(&IFA_CACHEINFO),
    7 IFA_MULTICAST: address(field("ifa_family")),
    8 IFA_FLAGS: U32.of(&IFA_F),
    9 IFA_RT_PRIORITY: U32,
    10 IFA_TARGET_NETNSID: S32.of(&NSID),
    11 IFA_PROTO: U8.of(&IFAPROT),
}

const RTGENMSG_ALONE: When = When::All(&[When::Request, When::Shorter(8)]);

messages! { MESSAGES:
    20 RTM_NEWADDR New, [IFADDRMSG] {IFA};
    21 RTM_DELADDR Del, [IFADDRMSG] {IFA};
    22 RTM_GETADDR Get if RTGENMSG_ALONE, [RTGENMSG] -;
    22 RTM_GETADDR Get if IFINFOMSG_FOR_8, [IFINFOMSG_DUMP] {IFLA_DUMP};
    22 RTM_GETADDR Get, [IFADDRMSG] {IFA};
    56 RTM_NEWMULTICAST New, [IFADDRMSG] {IFA};
    57 RTM_DELMULTICAST Del, [IFADDRMSG] {IFA};
    58 RTM_GETMULTICAST Get if RTGENMSG_ALONE, [RTGENMSG] -;
    58 RTM_GETMULTICAST Get if IFINFOMSG_FOR_8, [IFINFOMSG_DUMP] {IFLA_DUMP};
    58 RTM_GETMULTICAST Get, [IFADDRMSG] {IFA};
    60 RTM_NEWANYCAST New, [IFADDRMSG] {IFA};
    61 RTM_DELANYCAST Del, [IFADDRMSG] {IFA};
    62 RTM_GETANYCAST Get if RTGENMSG_ALONE, [RTGENMSG] -;
    62 RTM_GETANYCAST Get if IFINFOMSG_FOR_8, [IFINFOMSG_DUMP] {IFLA_DUMP};
    62 RTM_GETANYCAST Get, [IFADDRMSG] {IFA};
}

groups! { GROUPS:
    5 RTNLGRP_IPV4_IFADDR,
    9 RTNLGRP_IPV6_IFADDR,
    13 RTNLGRP_DECnet_IFADDR,
    21 RTNLGRP_PHONET_IFADDR,
    34 RTNLGRP_MCTP_IFADDR,
    37 RTNLGRP_IPV4_MCADDR,
    38 RTNLGRP_IPV6_MCADDR,
    39 RTNLGRP_IPV6_ACADDR,
}

/// The record of addresses.
pub static FAMILY: Family = Family {
    name: crate::name!("rt-addr"),
    protocol: Some(0),
    layer: Layer::Protocol,
    messages: Cow::Borrowed(MESSAGES),
    groups: Cow::Borrowed(GROUPS),
};
