//! What the matches and targets of ebtables keep.
//!
//! Source: `uapi/linux/netfilter_bridge/ebt_*.h`, `net/bridge/netfilter/ebt_*.c`.

use super::super::common::{ARPHRD, ETH_P, IPPROTO};
use super::nft_keys::NFT_LOG_LEVEL;
use super::xt_match::{PACKET_TYPE, POINTER};
use crate::special::xt_align::FILL;
use crate::table::Unit;
use crate::table::macros::*;

structure! { /// The match limit.
    pub EBT_LIMIT_INFO "ebt_limit_info":
    avg: U32,
    burst: U32,
    prev: POINTER,
    credit: U32.reserved(),
    credit_cap: U32.reserved(),
    cost: U32.reserved(),
    ; trailing: special(&FILL)
}

flags! { EBT_MARK "EBT_MARK": 0x1 EBT_MARK_AND, 0x2 EBT_MARK_OR }

structure! { /// The match mark_m.
    pub EBT_MARK_M_INFO "ebt_mark_m_info":
    mark: ULONG.hex(),
    mask: ULONG.hex(),
    invert: U8,
    bitmask: U8.of(&EBT_MARK),
    ; trailing: special(&FILL)
}

structure! { /// The match pkttype.
    pub EBT_PKTTYPE_INFO "ebt_pkttype_info":
    pkt_type: U8.of(&PACKET_TYPE),
    invert: U8,
    ; trailing: special(&FILL)
}

flags! { EBT_802_3_FLAGS "EBT_802_3": 0x1 EBT_802_3_SAP, 0x2 EBT_802_3_TYPE }

structure! { /// The match 802_3.
    pub EBT_802_3_INFO "ebt_802_3_info":
    sap: U8.hex(),
    type: BE16.of(&ETH_P),
    bitmask: U8.of(&EBT_802_3_FLAGS),
    invflags: U8.of(&EBT_802_3_FLAGS),
    ; trailing: special(&FILL)
}

flags! { EBT_AMONG "EBT_AMONG_NEG": 0x1 EBT_AMONG_DST_NEG, 0x2 EBT_AMONG_SRC_NEG }

structure! { /// The match among.
    pub EBT_AMONG_INFO "ebt_among_info":
    wh_dst_ofs: S32.unit(Unit::Bytes),
    wh_src_ofs: S32.unit(Unit::Bytes),
    bitmask: S32.of(&EBT_AMONG),
    ; wormhashes: BYTES
}

flags! { EBT_ARP "EBT_ARP":
    0x01 EBT_ARP_OPCODE, 0x02 EBT_ARP_HTYPE, 0x04 EBT_ARP_PTYPE, 0x08 EBT_ARP_SRC_IP,
    0x10 EBT_ARP_DST_IP, 0x20 EBT_ARP_SRC_MAC, 0x40 EBT_ARP_DST_MAC, 0x80 EBT_ARP_GRAT,
}

structure! { /// The match arp.
    pub EBT_ARP_INFO "ebt_arp_info":
    htype: BE16.of(&ARPHRD),
    ptype: BE16.of(&ETH_P),
    opcode: BE16,
    saddr: IPV4,
    smsk: IPV4,
    daddr: IPV4,
    dmsk: IPV4,
    smaddr: MAC,
    smmsk: MAC,
    dmaddr: MAC,
    dmmsk: MAC,
    bitmask: U8.of(&EBT_ARP),
    invflags: U8.of(&EBT_ARP),
    ; trailing: special(&FILL)
}

flags! { EBT_IP "EBT_IP":
    0x01 EBT_IP_SOURCE, 0x02 EBT_IP_DEST, 0x04 EBT_IP_TOS, 0x08 EBT_IP_PROTO,
    0x10 EBT_IP_SPORT, 0x20 EBT_IP_DPORT, 0x40 EBT_IP_ICMP, 0x80 EBT_IP_IGMP,
}

structure! { EBT_PORTS "ebt_ip_info(ports)":
    sport: U16.times(2),
    dport: U16.times(2),
}

structure! { EBT_ICMP "ebt_ip_info(icmp)":
    icmp_type: U8.times(2),
    pad_type: U16.reserved(),
    icmp_code: U8.times(2),
    pad_code: U16.reserved(),
}

structure! { EBT_IGMP "ebt_ip_info(igmp)":
    igmp_type: U8.times(2),
    pad: BYTES.times(6).reserved(),
}

structure! { EBT_ICMPV6 "ebt_ip6_info(icmpv6)":
    icmpv6_type: U8.times(2),
    pad_type: U16.reserved(),
    icmpv6_code: U8.times(2),
    pad_code: U16.reserved(),
}

select! { EBT_IP_UNION number field("protocol") => {
    1 => structure(&EBT_ICMP),
    2 => structure(&EBT_IGMP),
    58 => structure(&EBT_ICMPV6),
} else structure(&EBT_PORTS) }

structure! { /// The match ip.
    pub EBT_IP_INFO "ebt_ip_info":
    saddr: IPV4,
    daddr: IPV4,
    smsk: IPV4,
    dmsk: IPV4,
    tos: U8.hex(),
    protocol: U8.of(&IPPROTO),
    bitmask: U8.of(&EBT_IP),
    invflags: U8.of(&EBT_IP),
    u: select(&EBT_IP_UNION),
    ; trailing: special(&FILL)
}

flags! { EBT_IP6 "EBT_IP6":
    0x01 EBT_IP6_SOURCE, 0x02 EBT_IP6_DEST, 0x04 EBT_IP6_TCLASS, 0x08 EBT_IP6_PROTO,
    0x10 EBT_IP6_SPORT, 0x20 EBT_IP6_DPORT, 0x40 EBT_IP6_ICMP6,
}

structure! { /// The match ip6.
    pub EBT_IP6_INFO "ebt_ip6_info":
    saddr: IPV6,
    daddr: IPV6,
    smsk: IPV6,
    dmsk: IPV6,
    tclass: U8.hex(),
    protocol: U8.of(&IPPROTO),
    bitmask: U8.of(&EBT_IP6),
    invflags: U8.of(&EBT_IP6),
    u: select(&EBT_IP_UNION),
    ; trailing: special(&FILL)
}

flags! { EBT_STP "EBT_STP":
    0x001 EBT_STP_TYPE, 0x002 EBT_STP_FLAGS, 0x004 EBT_STP_ROOTPRIO, 0x008 EBT_STP_ROOTADDR,
    0x010 EBT_STP_ROOTCOST, 0x020 EBT_STP_SENDERPRIO, 0x040 EBT_STP_SENDERADDR,
    0x080 EBT_STP_PORT, 0x100 EBT_STP_MSGAGE, 0x200 EBT_STP_MAXAGE, 0x400 EBT_STP_HELLOTIME,
    0x800 EBT_STP_FWDD,
}

structure! { EBT_STP_CONFIG_INFO "ebt_stp_config_info":
    flags: U8.hex(),
    root_priol: U16,
    root_priou: U16,
    root_addr: MAC,
    root_addrmsk: MAC,
    root_costl: U32,
    root_costu: U32,
    sender_priol: U16,
    sender_priou: U16,
    sender_addr: MAC,
    sender_addrmsk: MAC,
    portl: U16,
    portu: U16,
    msg_agel: U16,
    msg_ageu: U16,
    max_agel: U16,
    max_ageu: U16,
    hello_timel: U16,
    hello_timeu: U16,
    forward_delayl: U16,
    forward_delayu: U16,
}

structure! { /// The match stp.
    pub EBT_STP_INFO "ebt_stp_info":
    type: U8.hex(),
    config: structure(&EBT_STP_CONFIG_INFO),
    bitmask: U16.of(&EBT_STP),
    invflags: U16.of(&EBT_STP),
    ; trailing: special(&FILL)
}

flags! { EBT_VLAN "EBT_VLAN": 0x1 EBT_VLAN_ID, 0x2 EBT_VLAN_PRIO, 0x4 EBT_VLAN_ENCAP }

structure! { /// The match vlan.
    pub EBT_VLAN_INFO "ebt_vlan_info":
    id: U16,
    prio: U8,
    encap: BE16.of(&ETH_P),
    bitmask: U8.of(&EBT_VLAN),
    invflags: U8.of(&EBT_VLAN),
    ; trailing: special(&FILL)
}

enumeration! { EBT_VERDICT "EBT":
    -4 EBT_RETURN, -3 EBT_CONTINUE, -2 EBT_DROP, -1 EBT_ACCEPT,
}

structure! { /// The target arpreply.
    pub EBT_ARPREPLY_INFO "ebt_arpreply_info":
    mac: MAC,
    target: S32.of(&EBT_VERDICT),
    ; trailing: special(&FILL)
}

flags! { EBT_LOG "EBT_LOG":
    0x1 EBT_LOG_IP, 0x2 EBT_LOG_ARP, 0x4 EBT_LOG_NFLOG, 0x8 EBT_LOG_IP6,
}

structure! { /// The watcher log.
    pub EBT_LOG_INFO "ebt_log_info":
    loglevel: U8.of(&NFT_LOG_LEVEL),
    prefix: STRING.times(30),
    bitmask: U32.of(&EBT_LOG),
    ; trailing: special(&FILL)
}

structure! { /// The target mark: the operation stands in the upper bits of its verdict.
    pub EBT_MARK_T_INFO "ebt_mark_t_info":
    mark: ULONG.hex(),
    target: S32.hex(),
    ; trailing: special(&FILL)
}

structure! { /// The targets snat and dnat: a verdict, and NAT_ARP_BIT taken out of it.
    pub EBT_NAT_INFO "ebt_nat_info":
    mac: MAC,
    target: S32.of(&EBT_VERDICT),
    ; trailing: special(&FILL)
}

structure! { /// The watcher nflog.
    pub EBT_NFLOG_INFO "ebt_nflog_info":
    len: U32.unit(Unit::Bytes),
    group: U16,
    threshold: U16.unit(Unit::Packets),
    flags: U16.hex(),
    pad: U16.reserved(),
    prefix: STRING.times(64),
    ; trailing: special(&FILL)
}

structure! { /// The target redirect.
    pub EBT_REDIRECT_INFO "ebt_redirect_info":
    target: S32.of(&EBT_VERDICT),
    ; trailing: special(&FILL)
}
