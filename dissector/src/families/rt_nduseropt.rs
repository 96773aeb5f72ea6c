//! Options of IPv6 neighbour discovery that are for user space: DNS servers and the like.
//!
//! Source: `uapi/linux/rtnetlink.h`, `net/ndisc.h`, `net/addrconf.h`, `net/ipv6/ndisc.c`; the options:
//! RFC 4861, 6775, 8106, 8781, 8910.

use super::common::AF;
use super::rt_prefix::PREFIX_FLAGS;
use crate::special::nd_options::{DOMAINS, ND_OPTIONS};
use crate::table::macros::*;
use crate::table::{Fact, Family, Layer, Unit};
use std::borrow::Cow;

enumeration! { /// Types of options.
    pub ND_OPT "ND_OPT":
    1 ND_OPT_SOURCE_LL_ADDR,
    2 ND_OPT_TARGET_LL_ADDR,
    3 ND_OPT_PREFIX_INFO,
    4 ND_OPT_REDIRECT_HDR,
    5 ND_OPT_MTU,
    14 ND_OPT_NONCE,
    24 ND_OPT_ROUTE_INFO,
    25 ND_OPT_RDNSS,
    31 ND_OPT_DNSSL,
    34 ND_OPT_6CO,
    37 ND_OPT_CAPTIVE_PORTAL,
    38 ND_OPT_PREF64,
}

enumeration! { ICMPV6_TYPE "ICMPV6_TYPE":
    133 NDISC_ROUTER_SOLICITATION,
    134 NDISC_ROUTER_ADVERTISEMENT,
    135 NDISC_NEIGHBOUR_SOLICITATION,
    136 NDISC_NEIGHBOUR_ADVERTISEMENT,
    137 NDISC_REDIRECT,
}

structure! { NDUSEROPTMSG "nduseroptmsg":
    nduseropt_family: U8.of(&AF),
    nduseropt_pad1: U8.reserved(),
    nduseropt_opts_len: U16.unit(Unit::Bytes),
    nduseropt_ifindex: S_IFINDEX,
    nduseropt_icmp_type: U8.of(&ICMPV6_TYPE),
    nduseropt_icmp_code: U8,
    nduseropt_pad2: U16.reserved(),
    nduseropt_pad3: U32.reserved(),
}

structure! { /// An option: its length counts 8 bytes.
    pub ND_OPT_HDR "nd_opt_hdr":
    nd_opt_type: U8.of(&ND_OPT),
    nd_opt_len: U8;
    data: select(&ND_OPT_DATA)
}

select! { ND_OPT_DATA number field("nd_opt_type") => {
    3 => structure(&PREFIX_INFO),
    25 => structure(&ND_OPT_RDNSS),
    31 => structure(&ND_OPT_DNSSL),
    34 => structure(&ND_OPT_6CO),
    37 => STRING,
    38 => structure(&ND_OPT_PREF64),
} else BYTES }

structure! { packed PREFIX_INFO "prefix_info":
    prefix_len: U8,
    flags: U8.of(&PREFIX_FLAGS),
    valid: BE32.unit(Unit::Seconds),
    prefered: BE32.unit(Unit::Seconds),
    reserved2: BE32.reserved(),
    prefix: IPV6,
}

structure! { packed ND_OPT_RDNSS "nd_opt_rdnss":
    reserved: BE16.reserved(),
    lifetime: BE32.unit(Unit::Seconds);
    addresses: list!(IPV6)
}

structure! { packed ND_OPT_DNSSL "nd_opt_dnssl":
    reserved: BE16.reserved(),
    lifetime: BE32.unit(Unit::Seconds);
    domains: special(&DOMAINS)
}

structure! { packed ND_OPT_6CO "nd_opt_6co":
    context_len: U8,
    context: bits!(be 1: _ 3, c 1, cid 4),
    reserved: BE16.reserved(),
    lifetime: BE16.unit(Unit::Minutes);
    prefix: select(&PREFIX_6CO)
}

select! { PREFIX_6CO number fact(Fact::Length) => {
    16 => IPV6,
} else BYTES }

structure! { packed ND_OPT_PREF64 "nd_opt_pref64":
    lifetime: bits!(be 2: scaled_lifetime 13, plc 3),
    prefix: BYTES.times(12),
}

set! { /// What stands behind the options.
    pub NDUSEROPT "NDUSEROPT":
    1 NDUSEROPT_SRCADDR: IPV6,
}

messages! { MESSAGES:
    68 RTM_NEWNDUSEROPT New, [NDUSEROPTMSG] (options: special(&ND_OPTIONS));
}

groups! { GROUPS: 20 RTNLGRP_ND_USEROPT }

/// The record of options for user space.
pub static FAMILY: Family = Family {
    name: crate::name!("rt-nduseropt"),
    protocol: Some(0),
    layer: Layer::Protocol,
    messages: Cow::Borrowed(MESSAGES),
    groups: Cow::Borrowed(GROUPS),
};
