//! NETLINK_NETFILTER: what its subsystems share, and the messages that bracket a batch.
//!
//! Almost all numbers are in network order without NLA_F_NET_BYTEORDER.
//!
//! Source: `uapi/linux/netfilter/nfnetlink.h`, `uapi/linux/netfilter.h`,
//! `uapi/linux/netfilter_{arp,bridge}.h`, `uapi/linux/icmp.h`, `uapi/linux/icmpv6.h`,
//! `net/netfilter/nfnetlink.c`.

use crate::table::macros::*;
use crate::table::{Family, Kind, Layer, Meaning, Order, Unit, Width};
use std::borrow::Cow;

pub mod acct;
pub mod compat;
pub mod cthelper;
pub mod ctnetlink;
pub mod cttimeout;
pub mod ebt;
pub mod hook;
pub mod ipset;
pub mod log;
pub mod nft_data;
pub mod nft_expr;
pub mod nft_keys;
pub mod nftables;
pub mod osf;
pub mod queue;
pub mod xt_match;
pub mod xt_target;

enumeration! { /// Families of netfilter, NFPROTO_*.
    pub NFPROTO "NFPROTO":
    0 NFPROTO_UNSPEC, 1 NFPROTO_INET, 2 NFPROTO_IPV4, 3 NFPROTO_ARP, 5 NFPROTO_NETDEV,
    7 NFPROTO_BRIDGE, 10 NFPROTO_IPV6, 12 NFPROTO_DECNET,
}

enumeration! { /// Subsystems of nfnetlink, NFNL_SUBSYS_*.
    pub NFNL_SUBSYS "NFNL_SUBSYS":
    0 NFNL_SUBSYS_NONE, 1 NFNL_SUBSYS_CTNETLINK, 2 NFNL_SUBSYS_CTNETLINK_EXP,
    3 NFNL_SUBSYS_QUEUE, 4 NFNL_SUBSYS_ULOG, 5 NFNL_SUBSYS_OSF, 6 NFNL_SUBSYS_IPSET,
    7 NFNL_SUBSYS_ACCT, 8 NFNL_SUBSYS_CTNETLINK_TIMEOUT, 9 NFNL_SUBSYS_CTHELPER,
    10 NFNL_SUBSYS_NFTABLES, 11 NFNL_SUBSYS_NFT_COMPAT, 12 NFNL_SUBSYS_HOOK,
}

structure! { /// The header behind nlmsghdr. res_id is what the subsystem makes of it: a queue, a
    /// log group, a CPU, the low half of nftables' generation.
    pub NFGENMSG "nfgenmsg":
    nfgen_family: U8.of(&NFPROTO),
    version: U8,
    res_id: BE16,
}

structure! { NFGENMSG_BATCH "nfgenmsg":
    nfgen_family: U8.of(&NFPROTO),
    version: U8,
    res_id: BE16.of(&NFNL_SUBSYS),
}

set! { NFNL_BATCH "NFNL_BATCH":
    1 NFNL_BATCH_GENID: BE32,
}

messages! { MESSAGES:
    16 NFNL_MSG_BATCH_BEGIN Other, [NFGENMSG_BATCH] {NFNL_BATCH};
    17 NFNL_MSG_BATCH_END Other, [NFGENMSG_BATCH] {NFNL_BATCH};
}

/// The messages around a batch.
pub static FAMILY: Family = Family {
    name: crate::name!("nfnetlink"),
    protocol: Some(12),
    layer: Layer::Protocol,
    messages: Cow::Borrowed(MESSAGES),
    groups: Cow::Borrowed(&[]),
};

/// An interface index in network order.
pub const BE_IFINDEX: Kind = BE32.meaning(Meaning::Ifindex);
/// A class of traffic control in network order.
pub const BE_HANDLE: Kind = BE32.meaning(Meaning::Handle);
/// A `__aligned_be64`.
pub const ALIGNED_BE64: Kind = Kind::integer(Width::Aligned64, false, Order::Big);
/// Seconds in network order.
pub const BE_SECONDS: Kind = BE32.unit(Unit::Seconds);
/// Milliseconds in network order, 64 bits.
pub const BE_MILLISECONDS: Kind = BE64.unit(Unit::Milliseconds);

enumeration! { /// Verdicts of a hook, NF_*.
    pub NF_VERDICT "NF":
    0 NF_DROP, 1 NF_ACCEPT, 2 NF_STOLEN, 3 NF_QUEUE, 4 NF_REPEAT, 5 NF_STOP,
}

enumeration! { /// Hooks of the Internet protocols and of inet.
    pub NF_INET_HOOKS "nf_inet_hooks":
    0 NF_INET_PRE_ROUTING, 1 NF_INET_LOCAL_IN, 2 NF_INET_FORWARD, 3 NF_INET_LOCAL_OUT,
    4 NF_INET_POST_ROUTING, 5 NF_INET_INGRESS,
}

enumeration! { /// Hooks of a device.
    pub NF_DEV_HOOKS "nf_dev_hooks":
    0 NF_NETDEV_INGRESS, 1 NF_NETDEV_EGRESS,
}

enumeration! { NF_ARP_HOOKS "NF_ARP":
    0 NF_ARP_IN, 1 NF_ARP_OUT, 2 NF_ARP_FORWARD,
}

enumeration! { NF_BR_HOOKS "NF_BR":
    0 NF_BR_PRE_ROUTING, 1 NF_BR_LOCAL_IN, 2 NF_BR_FORWARD, 3 NF_BR_LOCAL_OUT,
    4 NF_BR_POST_ROUTING, 5 NF_BR_BROUTING,
}

select! { /// A hook's number in 32 bits, by nfgen_family.
    pub HOOK32 number field("nfgen_family") => {
        3 => BE32.of(&NF_ARP_HOOKS),
        5 => BE32.of(&NF_DEV_HOOKS),
        7 => BE32.of(&NF_BR_HOOKS),
    } else BE32.of(&NF_INET_HOOKS)
}

select! { /// A hook's number in 8 bits, by nfgen_family.
    pub HOOK8 number field("nfgen_family") => {
        3 => U8.of(&NF_ARP_HOOKS),
        5 => U8.of(&NF_DEV_HOOKS),
        7 => U8.of(&NF_BR_HOOKS),
    } else U8.of(&NF_INET_HOOKS)
}

flags! { /// Options of synproxy, NF_SYNPROXY_OPT_*.
    pub NF_SYNPROXY_OPT "NF_SYNPROXY_OPT":
    0x01 NF_SYNPROXY_OPT_MSS, 0x02 NF_SYNPROXY_OPT_WSCALE, 0x04 NF_SYNPROXY_OPT_SACK_PERM,
    0x08 NF_SYNPROXY_OPT_TIMESTAMP, 0x10 NF_SYNPROXY_OPT_ECN,
}

flags! { /// Of a range of addresses and ports to translate to, NF_NAT_RANGE_*.
    pub NF_NAT_RANGE "NF_NAT_RANGE":
    0x01 NF_NAT_RANGE_MAP_IPS, 0x02 NF_NAT_RANGE_PROTO_SPECIFIED,
    0x04 NF_NAT_RANGE_PROTO_RANDOM, 0x08 NF_NAT_RANGE_PERSISTENT,
    0x10 NF_NAT_RANGE_PROTO_RANDOM_FULLY, 0x20 NF_NAT_RANGE_PROTO_OFFSET,
    0x40 NF_NAT_RANGE_NETMAP,
}

enumeration! { /// Types of ICMP messages.
    pub ICMP_TYPE "ICMP":
    0 ICMP_ECHOREPLY, 3 ICMP_DEST_UNREACH, 4 ICMP_SOURCE_QUENCH, 5 ICMP_REDIRECT,
    8 ICMP_ECHO, 11 ICMP_TIME_EXCEEDED, 12 ICMP_PARAMETERPROB, 13 ICMP_TIMESTAMP,
    14 ICMP_TIMESTAMPREPLY, 15 ICMP_INFO_REQUEST, 16 ICMP_INFO_REPLY, 17 ICMP_ADDRESS,
    18 ICMP_ADDRESSREPLY, 42 ICMP_EXT_ECHO, 43 ICMP_EXT_ECHOREPLY,
}

enumeration! { /// Codes of ICMP_DEST_UNREACH.
    pub ICMP_UNREACH "ICMP_UNREACH":
    0 ICMP_NET_UNREACH, 1 ICMP_HOST_UNREACH, 2 ICMP_PROT_UNREACH, 3 ICMP_PORT_UNREACH,
    4 ICMP_FRAG_NEEDED, 5 ICMP_SR_FAILED, 6 ICMP_NET_UNKNOWN, 7 ICMP_HOST_UNKNOWN,
    8 ICMP_HOST_ISOLATED, 9 ICMP_NET_ANO, 10 ICMP_HOST_ANO, 11 ICMP_NET_UNR_TOS,
    12 ICMP_HOST_UNR_TOS, 13 ICMP_PKT_FILTERED, 14 ICMP_PREC_VIOLATION, 15 ICMP_PREC_CUTOFF,
}

enumeration! { /// Codes of ICMP_REDIRECT.
    pub ICMP_REDIR "ICMP_REDIR":
    0 ICMP_REDIR_NET, 1 ICMP_REDIR_HOST, 2 ICMP_REDIR_NETTOS, 3 ICMP_REDIR_HOSTTOS,
}

enumeration! { /// Codes of ICMP_TIME_EXCEEDED.
    pub ICMP_EXC "ICMP_EXC":
    0 ICMP_EXC_TTL, 1 ICMP_EXC_FRAGTIME,
}

enumeration! { /// Types of ICMPv6 messages.
    pub ICMPV6_TYPE "ICMPV6":
    1 ICMPV6_DEST_UNREACH, 2 ICMPV6_PKT_TOOBIG, 3 ICMPV6_TIME_EXCEED, 4 ICMPV6_PARAMPROB,
    128 ICMPV6_ECHO_REQUEST, 129 ICMPV6_ECHO_REPLY, 130 ICMPV6_MGM_QUERY,
    131 ICMPV6_MGM_REPORT, 132 ICMPV6_MGM_REDUCTION, 133 NDISC_ROUTER_SOLICITATION,
    134 NDISC_ROUTER_ADVERTISEMENT, 135 NDISC_NEIGHBOUR_SOLICITATION,
    136 NDISC_NEIGHBOUR_ADVERTISEMENT, 137 NDISC_REDIRECT, 139 ICMPV6_NI_QUERY,
    140 ICMPV6_NI_REPLY, 143 ICMPV6_MLD2_REPORT, 144 ICMPV6_DHAAD_REQUEST,
    145 ICMPV6_DHAAD_REPLY, 146 ICMPV6_MOBILE_PREFIX_SOL, 147 ICMPV6_MOBILE_PREFIX_ADV,
    151 ICMPV6_MRDISC_ADV, 152 ICMPV6_MRDISC_SOL, 160 ICMPV6_EXT_ECHO_REQUEST,
    161 ICMPV6_EXT_ECHO_REPLY,
}

enumeration! { /// Codes of ICMPV6_DEST_UNREACH.
    pub ICMPV6_UNREACH "ICMPV6_UNREACH":
    0 ICMPV6_NOROUTE, 1 ICMPV6_ADM_PROHIBITED, 2 ICMPV6_NOT_NEIGHBOUR, 3 ICMPV6_ADDR_UNREACH,
    4 ICMPV6_PORT_UNREACH, 5 ICMPV6_POLICY_FAIL, 6 ICMPV6_REJECT_ROUTE,
}

enumeration! { /// Codes of ICMPV6_TIME_EXCEED.
    pub ICMPV6_EXC "ICMPV6_EXC":
    0 ICMPV6_EXC_HOPLIMIT, 1 ICMPV6_EXC_FRAGTIME,
}

enumeration! { /// Codes of ICMPV6_PARAMPROB.
    pub ICMPV6_PARAM "ICMPV6_PARAM":
    0 ICMPV6_HDR_FIELD, 1 ICMPV6_UNK_NEXTHDR, 2 ICMPV6_UNK_OPTION, 3 ICMPV6_HDR_INCOMP,
}
