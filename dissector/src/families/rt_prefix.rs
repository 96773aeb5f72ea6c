//! Prefixes that IPv6 routers announced.
//!
//! Source: `uapi/linux/rtnetlink.h`, `net/addrconf.h`, `net/ndisc.h`, `net/ipv6/addrconf.c`.

use super::common::AF;
use super::rt_nduseropt::ND_OPT;
use crate::table::macros::*;
use crate::table::{Family, Layer, Unit};
use std::borrow::Cow;

// struct prefix_info's bit-fields
flags! { /// Flags of a prefix information option.
    pub PREFIX_FLAGS "prefix_info.flags":
    0x80 onlink, 0x40 autoconf, 0x20 routeraddr, 0x10 preferpd,
}

structure! { PREFIXMSG "prefixmsg":
    prefix_family: U8.of(&AF),
    prefix_pad1: U8.reserved(),
    prefix_pad2: U16.reserved(),
    prefix_ifindex: S_IFINDEX,
    prefix_type: U8.of(&ND_OPT),
    prefix_len: U8,
    prefix_flags: U8.of(&PREFIX_FLAGS),
    prefix_pad3: U8.reserved(),
}

structure! { PREFIX_CACHEINFO "prefix_cacheinfo":
    preferred_time: U32.unit(Unit::Seconds),
    valid_time: U32.unit(Unit::Seconds),
}

set! { PREFIX "PREFIX":
    1 PREFIX_ADDRESS: IPV6,
    2 PREFIX_CACHEINFO: structure(&PREFIX_CACHEINFO),
}

messages! { MESSAGES:
    52 RTM_NEWPREFIX New, [PREFIXMSG] {PREFIX};
}

groups! { GROUPS: 18 RTNLGRP_IPV6_PREFIX }

/// The record of announced prefixes.
pub static FAMILY: Family = Family {
    name: crate::name!("rt-prefix"),
    protocol: Some(0),
    layer: Layer::Protocol,
    messages: Cow::Borrowed(MESSAGES),
    groups: Cow::Borrowed(GROUPS),
};
