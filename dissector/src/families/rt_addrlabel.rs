//! Labels of IPv6 addresses, for the choice of source addresses.
//!
//! Source: `uapi/linux/if_addrlabel.h`, `net/ipv6/addrlabel.c`.

use super::common::AF;
use super::rt_common::{IFINFOMSG_DUMP, IFINFOMSG_FOR_12, IFLA_DUMP, RTGENMSG};
use crate::table::macros::*;
use crate::table::{Family, Layer, When};
use std::borrow::Cow;

structure! { IFADDRLBLMSG "ifaddrlblmsg":
    ifal_family: U8.of(&AF),
    __ifal_reserved: U8.reserved(),
    ifal_prefixlen: U8,
    ifal_flags: U8.hex(),
    ifal_index: IFINDEX,
    ifal_seq: U32,
}

set! { IFAL "IFAL":
    1 IFAL_ADDRESS: address(field("ifal_family")),
    2 IFAL_LABEL: U32,
}

const RTGENMSG_ALONE: When = When::All(&[When::Request, When::Shorter(12)]);

messages! { MESSAGES:
    72 RTM_NEWADDRLABEL New, [IFADDRLBLMSG] {IFAL};
    73 RTM_DELADDRLABEL Del, [IFADDRLBLMSG] {IFAL};
    74 RTM_GETADDRLABEL Get if RTGENMSG_ALONE, [RTGENMSG] -;
    74 RTM_GETADDRLABEL Get if IFINFOMSG_FOR_12, [IFINFOMSG_DUMP] {IFLA_DUMP};
    74 RTM_GETADDRLABEL Get, [IFADDRLBLMSG] {IFAL};
}

/// The record of address labels.
pub static FAMILY: Family = Family {
    name: crate::name!("rt-addrlabel"),
    protocol: Some(0),
    layer: Layer::Protocol,
    messages: Cow::Borrowed(MESSAGES),
    groups: Cow::Borrowed(&[]),
};
