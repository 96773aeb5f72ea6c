//! NETLINK_FIREWALL and NETLINK_IP6_FW: packets that wait for a program's verdict, before
//! nfnetlink_queue took their place. Linux 3.4 was the last to have them.
//!
//! Source: `linux/netfilter_ipv4/ip_queue.h`, `net/ipv4/netfilter/ip_queue.c`,
//! `net/ipv6/netfilter/ip6_queue.c` of Linux 3.4.

use super::common::{ARPHRD, ETH_P};
use super::nfnetlink::{NF_INET_HOOKS, NF_VERDICT};
use crate::special::hw_addr::HW_ADDR;
use crate::table::macros::*;
use crate::table::{Family, Layer, Unit};
use std::borrow::Cow;

enumeration! { IPQ_COPY "IPQ_COPY":
    0 IPQ_COPY_NONE, 1 IPQ_COPY_META, 2 IPQ_COPY_PACKET,
}

// programs send a union of what they may say
structure! { MODE "ipq_mode_msg":
    value: U8.of(&IPQ_COPY),
    range: ULONG.unit(Unit::Bytes);
    unused: PAD
}

structure! { VERDICT "ipq_verdict_msg":
    value: U32.of(&NF_VERDICT),
    id: ULONG.hex(),
    data_len: ULONG.unit(Unit::Bytes);
    payload: PACKET
}

structure! { VWMARK "ipq_vwmark_msg":
    value: U32.of(&NF_VERDICT),
    id: ULONG.hex(),
    data_len: ULONG.unit(Unit::Bytes),
    nfmark: ULONG.hex();
    payload: PACKET
}

structure! { PACKET_MSG "ipq_packet_msg":
    packet_id: ULONG.hex(),
    mark: ULONG.hex(),
    timestamp_sec: LONG.unit(Unit::UnixSeconds),
    timestamp_usec: LONG.unit(Unit::Microseconds),
    hook: U32.of(&NF_INET_HOOKS),
    indev_name: STRING.times(16),
    outdev_name: STRING.times(16),
    hw_protocol: BE16.of(&ETH_P),
    hw_type: U16.of(&ARPHRD),
    hw_addrlen: U8,
    hw_addr: select(&HW_ADDR),
    data_len: ULONG.unit(Unit::Bytes);
    payload: PACKET
}

messages! { MESSAGES:
    17 IPQM_MODE Other, [] (ipq_mode_msg: structure(&MODE));
    18 IPQM_VERDICT Other, [] (ipq_verdict_msg: structure(&VERDICT));
    19 IPQM_PACKET Other, [] (ipq_packet_msg: structure(&PACKET_MSG));
    20 IPQM_VWMARK Other, [] (ipq_vwmark_msg: structure(&VWMARK));
}

/// The record of NETLINK_FIREWALL: packets of IPv4.
pub static IPV4: Family = Family {
    name: crate::name!("ip_queue"),
    protocol: Some(3),
    layer: Layer::Protocol,
    messages: Cow::Borrowed(MESSAGES),
    groups: Cow::Borrowed(&[]),
};

/// The record of NETLINK_IP6_FW: packets of IPv6.
pub static IPV6: Family = Family {
    name: crate::name!("ip6_queue"),
    protocol: Some(13),
    layer: Layer::Protocol,
    messages: Cow::Borrowed(MESSAGES),
    groups: Cow::Borrowed(&[]),
};
