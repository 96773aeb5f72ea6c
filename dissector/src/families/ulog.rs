//! NETLINK_NFLOG: packets that the ULOG target logs, before nfnetlink_log took its place.
//! Linux 3.16 was the last to have it. A group is what the rule's `--ulog-nlgroup` says.
//!
//! Source: `linux/netfilter_ipv4/ipt_ULOG.h`, `net/ipv4/netfilter/ipt_ULOG.c` of Linux 3.16.

use super::nfnetlink::NF_INET_HOOKS;
use crate::table::macros::*;
use crate::table::{Family, Layer, Unit};
use std::borrow::Cow;

structure! { PACKET_MSG "ulog_packet_msg":
    mark: ULONG.hex(),
    timestamp_sec: LONG.unit(Unit::UnixSeconds),
    timestamp_usec: LONG.unit(Unit::Microseconds),
    hook: U32.of(&NF_INET_HOOKS),
    indev_name: STRING.times(16),
    outdev_name: STRING.times(16),
    data_len: ULONG.unit(Unit::Bytes),
    prefix: STRING.times(32),
    mac_len: U8.unit(Unit::Bytes),
    mac: BYTES.times(80);
    payload: PACKET
}

messages! { MESSAGES:
    111 ULOG_NL_EVENT Other, [] (ulog_packet_msg: structure(&PACKET_MSG));
}

/// The record of NETLINK_NFLOG.
pub static FAMILY: Family = Family {
    name: crate::name!("ulog"),
    protocol: Some(5),
    layer: Layer::Protocol,
    messages: Cow::Borrowed(MESSAGES),
    groups: Cow::Borrowed(&[]),
};
