//! What the targets of xtables keep: NFTA_TARGET_INFO by name and revision.
//!
//! Source: `uapi/linux/netfilter/xt_*.h`, `uapi/linux/netfilter/nf_nat.h`,
//! `uapi/linux/netfilter_ipv4/ipt_*.h`, `uapi/linux/netfilter_ipv6/ip6t_*.h`,
//! `uapi/linux/netfilter_arp/arpt_mangle.h`, `net/netfilter/xt_*.c`.

use super::ebt::*;
use super::ipset::IPSET_CMD_FLAGS;
use super::nft_keys::{NF_LOG, NFT_LOG_LEVEL, NFT_QUEUE_FLAG};
use super::xt_match::{INET_ADDR, POINTER, POINTER8, XT_SET_INFO, XT_SET_INFO_V0};
use super::{NF_NAT_RANGE, NF_SYNPROXY_OPT};
use crate::special::xt_align::FILL;
use crate::table::Unit;
use crate::table::macros::*;

select! { /// The information of a target.
    pub TARGET_INFO text attribute("NFTA_TARGET_NAME") => {
    "AUDIT" => structure(&XT_AUDIT_INFO),
    "CHECKSUM" => structure(&XT_CHECKSUM_INFO),
    "CLASSIFY" => structure(&XT_CLASSIFY_TARGET_INFO),
    "CLUSTERIP" => structure(&IPT_CLUSTERIP_TGT_INFO),
    "CONNMARK" => select(&CONNMARK),
    "CONNSECMARK" => structure(&XT_CONNSECMARK_TARGET_INFO),
    "CT" => select(&CT),
    "DNAT" => select(&NAT),
    "DNPT" => structure(&IP6T_NPT_TGINFO),
    "DSCP" => structure(&XT_DSCP_TARGET_INFO),
    "ECN" => structure(&IPT_ECN_INFO),
    "HL" => structure(&IP6T_HL_TARGET_INFO),
    "HMARK" => structure(&XT_HMARK_INFO),
    "IDLETIMER" => select(&IDLETIMER),
    "LED" => structure(&XT_LED_INFO),
    "LOG" => structure(&XT_LOG_INFO),
    "MARK" => structure(&XT_MARK_TGINFO2),
    "MASQUERADE" => select(&RANGE),
    "NETMAP" => select(&RANGE),
    "NFLOG" => structure(&XT_NFLOG_INFO),
    "NFQUEUE" => select(&NFQUEUE),
    "RATEEST" => structure(&XT_RATEEST_TARGET_INFO),
    "REDIRECT" => select(&RANGE),
    "REJECT" => select(&REJECT),
    "SECMARK" => select(&SECMARK),
    "SET" => select(&SET),
    "SNAT" => select(&NAT),
    "SNPT" => structure(&IP6T_NPT_TGINFO),
    "SYNPROXY" => structure(&NF_SYNPROXY_INFO),
    "TCPMSS" => structure(&XT_TCPMSS_INFO),
    "TCPOPTSTRIP" => structure(&XT_TCPOPTSTRIP_TARGET_INFO),
    "TEE" => structure(&XT_TEE_TGINFO),
    "TOS" => structure(&XT_TOS_TARGET_INFO),
    "TPROXY" => select(&TPROXY),
    "TTL" => structure(&IPT_TTL_TARGET_INFO),
    "arpreply" => structure(&EBT_ARPREPLY_INFO),
    "dnat" => structure(&EBT_NAT_INFO),
    "log" => structure(&EBT_LOG_INFO),
    "mangle" => structure(&ARPT_MANGLE),
    "mark" => structure(&EBT_MARK_T_INFO),
    "nflog" => structure(&EBT_NFLOG_INFO),
    "redirect" => structure(&EBT_REDIRECT_INFO),
    "snat" => structure(&EBT_NAT_INFO),
} else BYTES }

select! { CONNMARK number attribute("NFTA_TARGET_REV") => {
    1 => structure(&XT_CONNMARK_TGINFO1),
    2 => structure(&XT_CONNMARK_TGINFO2),
} else BYTES }

select! { CT number attribute("NFTA_TARGET_REV") => {
    0 => structure(&XT_CT_TARGET_INFO),
    1 => structure(&XT_CT_TARGET_INFO_V1),
    2 => structure(&XT_CT_TARGET_INFO_V1),
} else BYTES }

select! { IDLETIMER number attribute("NFTA_TARGET_REV") => {
    0 => structure(&IDLETIMER_TG_INFO),
    1 => structure(&IDLETIMER_TG_INFO_V1),
} else BYTES }

select! { NAT number attribute("NFTA_TARGET_REV") => {
    0 => structure(&NF_NAT_IPV4_MULTI_RANGE_COMPAT),
    1 => structure(&NF_NAT_RANGE_STRUCT),
    2 => structure(&NF_NAT_RANGE2),
} else BYTES }

select! { RANGE number field("nfgen_family") => {
    2 => structure(&NF_NAT_IPV4_MULTI_RANGE_COMPAT),
    10 => structure(&NF_NAT_RANGE_STRUCT),
} else BYTES }

select! { NFQUEUE number attribute("NFTA_TARGET_REV") => {
    0 => structure(&XT_NFQ_INFO),
    1 => structure(&XT_NFQ_INFO_V1),
    2 => structure(&XT_NFQ_INFO_V2),
    3 => structure(&XT_NFQ_INFO_V3),
} else BYTES }

select! { REJECT number field("nfgen_family") => {
    2 => structure(&IPT_REJECT_INFO),
    10 => structure(&IP6T_REJECT_INFO),
} else BYTES }

select! { SECMARK number attribute("NFTA_TARGET_REV") => {
    0 => structure(&XT_SECMARK_TARGET_INFO),
    1 => structure(&XT_SECMARK_TARGET_INFO_V1),
} else BYTES }

select! { SET number attribute("NFTA_TARGET_REV") => {
    0 => structure(&XT_SET_INFO_TARGET_V0),
    1 => structure(&XT_SET_INFO_TARGET_V1),
    2 => structure(&XT_SET_INFO_TARGET_V2),
    3 => structure(&XT_SET_INFO_TARGET_V3),
} else BYTES }

select! { TPROXY number attribute("NFTA_TARGET_REV") => {
    0 => structure(&XT_TPROXY_TARGET_INFO),
    1 => structure(&XT_TPROXY_TARGET_INFO_V1),
} else BYTES }

enumeration! { XT_AUDIT_TYPE "XT_AUDIT_TYPE":
    0 XT_AUDIT_TYPE_ACCEPT, 1 XT_AUDIT_TYPE_DROP, 2 XT_AUDIT_TYPE_REJECT,
}

structure! { XT_AUDIT_INFO "xt_audit_info":
    type: U8.of(&XT_AUDIT_TYPE),
    ; trailing: special(&FILL)
}

flags! { XT_CHECKSUM_OP "XT_CHECKSUM_OP": 0x1 XT_CHECKSUM_OP_FILL }

structure! { XT_CHECKSUM_INFO "xt_CHECKSUM_info":
    operation: U8.of(&XT_CHECKSUM_OP),
    ; trailing: special(&FILL)
}

structure! { XT_CLASSIFY_TARGET_INFO "xt_classify_target_info":
    priority: HANDLE,
    ; trailing: special(&FILL)
}

enumeration! { CLUSTERIP_HASHMODE "clusterip_hashmode":
    0 CLUSTERIP_HASHMODE_SIP, 1 CLUSTERIP_HASHMODE_SIP_SPT, 2 CLUSTERIP_HASHMODE_SIP_SPT_DPT,
}

flags! { CLUSTERIP_FLAG "CLUSTERIP_FLAG": 0x1 CLUSTERIP_FLAG_NEW }

structure! { IPT_CLUSTERIP_TGT_INFO "ipt_clusterip_tgt_info":
    flags: U32.of(&CLUSTERIP_FLAG),
    clustermac: MAC,
    num_total_nodes: U16,
    num_local_nodes: U16,
    local_nodes: U16.times(16),
    hash_mode: U32.of(&CLUSTERIP_HASHMODE),
    hash_initval: U32.hex(),
    config: POINTER,
    ; trailing: special(&FILL)
}

enumeration! { XT_CONNMARK_MODE "XT_CONNMARK":
    0 XT_CONNMARK_SET, 1 XT_CONNMARK_SAVE, 2 XT_CONNMARK_RESTORE,
}

enumeration! { XT_CONNMARK_SHIFT "D_SHIFT": 0 D_SHIFT_LEFT, 1 D_SHIFT_RIGHT }

structure! { XT_CONNMARK_TGINFO1 "xt_connmark_tginfo1":
    ctmark: U32.hex(),
    ctmask: U32.hex(),
    nfmask: U32.hex(),
    mode: U8.of(&XT_CONNMARK_MODE),
    ; trailing: special(&FILL)
}

structure! { XT_CONNMARK_TGINFO2 "xt_connmark_tginfo2":
    ctmark: U32.hex(),
    ctmask: U32.hex(),
    nfmask: U32.hex(),
    shift_dir: U8.of(&XT_CONNMARK_SHIFT),
    shift_bits: U8,
    mode: U8.of(&XT_CONNMARK_MODE),
    ; trailing: special(&FILL)
}

enumeration! { CONNSECMARK_MODE "CONNSECMARK": 1 CONNSECMARK_SAVE, 2 CONNSECMARK_RESTORE }

structure! { XT_CONNSECMARK_TARGET_INFO "xt_connsecmark_target_info":
    mode: U8.of(&CONNSECMARK_MODE),
    ; trailing: special(&FILL)
}

flags! { XT_CT "XT_CT":
    0x01 XT_CT_NOTRACK, 0x02 XT_CT_NOTRACK_ALIAS, 0x04 XT_CT_ZONE_DIR_ORIG,
    0x08 XT_CT_ZONE_DIR_REPL, 0x10 XT_CT_ZONE_MARK,
}

flags! { /// Events of a connection, bits of IPCT_*.
    pub IP_CONNTRACK_EVENTS "ip_conntrack_events":
    0x001 IPCT_NEW, 0x002 IPCT_RELATED, 0x004 IPCT_DESTROY, 0x008 IPCT_REPLY,
    0x010 IPCT_ASSURED, 0x020 IPCT_PROTOINFO, 0x040 IPCT_HELPER, 0x080 IPCT_MARK,
    0x100 IPCT_SEQADJ / IPCT_NATSEQADJ, 0x200 IPCT_SECMARK, 0x400 IPCT_LABEL, 0x800 IPCT_SYNPROXY,
}

flags! { IP_CONNTRACK_EXPECT_EVENTS "ip_conntrack_expect_events":
    0x1 IPEXP_NEW, 0x2 IPEXP_DESTROY,
}

structure! { XT_CT_TARGET_INFO "xt_ct_target_info":
    flags: U16.of(&XT_CT),
    zone: U16,
    ct_events: U32.of(&IP_CONNTRACK_EVENTS),
    exp_events: U32.of(&IP_CONNTRACK_EXPECT_EVENTS),
    helper: STRING.times(16),
    ct: POINTER8,
    ; trailing: special(&FILL)
}

structure! { XT_CT_TARGET_INFO_V1 "xt_ct_target_info_v1":
    flags: U16.of(&XT_CT),
    zone: U16,
    ct_events: U32.of(&IP_CONNTRACK_EVENTS),
    exp_events: U32.of(&IP_CONNTRACK_EXPECT_EVENTS),
    helper: STRING.times(16),
    timeout: STRING.times(32),
    ct: POINTER8,
    ; trailing: special(&FILL)
}

structure! { NF_NAT_IPV4_RANGE "nf_nat_ipv4_range":
    flags: U32.of(&NF_NAT_RANGE),
    min_ip: IPV4,
    max_ip: IPV4,
    min: BE16,
    max: BE16,
}

structure! { NF_NAT_IPV4_MULTI_RANGE_COMPAT "nf_nat_ipv4_multi_range_compat":
    rangesize: U32,
    range: structure(&NF_NAT_IPV4_RANGE),
    ; trailing: special(&FILL)
}

structure! { NF_NAT_RANGE_STRUCT "nf_nat_range":
    flags: U32.of(&NF_NAT_RANGE),
    min_addr: INET_ADDR,
    max_addr: INET_ADDR,
    min_proto: BE16,
    max_proto: BE16,
    ; trailing: special(&FILL)
}

structure! { NF_NAT_RANGE2 "nf_nat_range2":
    flags: U32.of(&NF_NAT_RANGE),
    min_addr: INET_ADDR,
    max_addr: INET_ADDR,
    min_proto: BE16,
    max_proto: BE16,
    base_proto: BE16,
    ; trailing: special(&FILL)
}

structure! { IP6T_NPT_TGINFO "ip6t_npt_tginfo":
    src_pfx: IPV6,
    dst_pfx: IPV6,
    src_pfx_len: U8,
    dst_pfx_len: U8,
    adjustment: BE16.hex().reserved(),
    ; trailing: special(&FILL)
}

structure! { XT_DSCP_TARGET_INFO "xt_DSCP_info":
    dscp: U8.hex(),
    ; trailing: special(&FILL)
}

structure! { XT_TOS_TARGET_INFO "xt_tos_target_info":
    tos_value: U8.hex(),
    tos_mask: U8.hex(),
    ; trailing: special(&FILL)
}

flags! { IPT_ECN_OP "IPT_ECN_OP_SET":
    0x01 IPT_ECN_OP_SET_IP, 0x10 IPT_ECN_OP_SET_ECE, 0x20 IPT_ECN_OP_SET_CWR,
}

structure! { IPT_ECN_INFO "ipt_ECN_info":
    operation: U8.of(&IPT_ECN_OP),
    ip_ect: U8,
    tcp: bits!(1: ece 1, cwr 1, _ 6),
    ; trailing: special(&FILL)
}

enumeration! { IP6T_HL_MODE "IP6T_HL(target)": 0 IP6T_HL_SET, 1 IP6T_HL_INC, 2 IP6T_HL_DEC }
enumeration! { IPT_TTL_MODE "IPT_TTL(target)": 0 IPT_TTL_SET, 1 IPT_TTL_INC, 2 IPT_TTL_DEC }

structure! { IP6T_HL_TARGET_INFO "ip6t_HL_info":
    mode: U8.of(&IP6T_HL_MODE),
    hop_limit: U8,
    ; trailing: special(&FILL)
}

structure! { IPT_TTL_TARGET_INFO "ipt_TTL_info":
    mode: U8.of(&IPT_TTL_MODE),
    ttl: U8,
    ; trailing: special(&FILL)
}

flags! { XT_HMARK "XT_HMARK":
    0x0001 XT_HMARK_SADDR_MASK, 0x0002 XT_HMARK_DADDR_MASK, 0x0004 XT_HMARK_SPI,
    0x0008 XT_HMARK_SPI_MASK, 0x0010 XT_HMARK_SPORT, 0x0020 XT_HMARK_DPORT,
    0x0040 XT_HMARK_SPORT_MASK, 0x0080 XT_HMARK_DPORT_MASK, 0x0100 XT_HMARK_PROTO_MASK,
    0x0200 XT_HMARK_RND, 0x0400 XT_HMARK_MODULUS, 0x0800 XT_HMARK_OFFSET, 0x1000 XT_HMARK_CT,
    0x2000 XT_HMARK_METHOD_L3, 0x4000 XT_HMARK_METHOD_L3_4,
}

structure! { HMARK_PORTS "hmark_ports":
    src: U16.hex(),
    dst: U16.hex(),
}

structure! { XT_HMARK_INFO "xt_hmark_info":
    src_mask: INET_ADDR,
    dst_mask: INET_ADDR,
    port_mask: structure(&HMARK_PORTS),
    port_set: structure(&HMARK_PORTS),
    flags: U32.of(&XT_HMARK),
    proto_mask: U16.hex(),
    hashrnd: U32.hex(),
    hmodulus: U32,
    hoffset: U32,
    ; trailing: special(&FILL)
}

structure! { IDLETIMER_TG_INFO "idletimer_tg_info":
    timeout: U32.unit(Unit::Seconds),
    label: STRING.times(28),
    timer: POINTER8,
    ; trailing: special(&FILL)
}

enumeration! { XT_IDLETIMER "XT_IDLETIMER": 1 XT_IDLETIMER_ALARM }

structure! { IDLETIMER_TG_INFO_V1 "idletimer_tg_info_v1":
    timeout: U32.unit(Unit::Seconds),
    label: STRING.times(28),
    send_nl_msg: U8,
    timer_type: U8.of(&XT_IDLETIMER),
    timer: POINTER8,
    ; trailing: special(&FILL)
}

structure! { XT_LED_INFO "xt_led_info":
    id: STRING.times(27),
    always_blink: U8,
    delay: U32.unit(Unit::Milliseconds),
    internal_data: POINTER8,
    ; trailing: special(&FILL)
}

structure! { XT_LOG_INFO "xt_log_info":
    level: U8.of(&NFT_LOG_LEVEL),
    logflags: U8.of(&NF_LOG),
    prefix: STRING.times(30),
    ; trailing: special(&FILL)
}

structure! { XT_MARK_TGINFO2 "xt_mark_tginfo2":
    mark: U32.hex(),
    mask: U32.hex(),
    ; trailing: special(&FILL)
}

flags! { XT_NFLOG "XT_NFLOG": 0x1 XT_NFLOG_F_COPY_LEN }

structure! { XT_NFLOG_INFO "xt_nflog_info":
    len: U32.unit(Unit::Bytes),
    group: U16,
    threshold: U16.unit(Unit::Packets),
    flags: U16.of(&XT_NFLOG),
    pad: U16.reserved(),
    prefix: STRING.times(64),
    ; trailing: special(&FILL)
}

structure! { XT_NFQ_INFO "xt_NFQ_info":
    queuenum: U16,
    ; trailing: special(&FILL)
}

structure! { XT_NFQ_INFO_V1 "xt_NFQ_info_v1":
    queuenum: U16,
    queues_total: U16,
    ; trailing: special(&FILL)
}

structure! { XT_NFQ_INFO_V2 "xt_NFQ_info_v2":
    queuenum: U16,
    queues_total: U16,
    bypass: U16,
    ; trailing: special(&FILL)
}

structure! { XT_NFQ_INFO_V3 "xt_NFQ_info_v3":
    queuenum: U16,
    queues_total: U16,
    flags: U16.of(&NFT_QUEUE_FLAG),
    ; trailing: special(&FILL)
}

structure! { XT_RATEEST_TARGET_INFO "xt_rateest_target_info":
    name: STRING.times(16),
    interval: S8,
    ewma_log: U8,
    est: POINTER8,
    ; trailing: special(&FILL)
}

enumeration! { IPT_REJECT_WITH "ipt_reject_with":
    0 IPT_ICMP_NET_UNREACHABLE, 1 IPT_ICMP_HOST_UNREACHABLE, 2 IPT_ICMP_PROT_UNREACHABLE,
    3 IPT_ICMP_PORT_UNREACHABLE, 4 IPT_ICMP_ECHOREPLY, 5 IPT_ICMP_NET_PROHIBITED,
    6 IPT_ICMP_HOST_PROHIBITED, 7 IPT_TCP_RESET, 8 IPT_ICMP_ADMIN_PROHIBITED,
}

structure! { IPT_REJECT_INFO "ipt_reject_info":
    with: U32.of(&IPT_REJECT_WITH),
    ; trailing: special(&FILL)
}

enumeration! { IP6T_REJECT_WITH "ip6t_reject_with":
    0 IP6T_ICMP6_NO_ROUTE, 1 IP6T_ICMP6_ADM_PROHIBITED, 2 IP6T_ICMP6_NOT_NEIGHBOUR,
    3 IP6T_ICMP6_ADDR_UNREACH, 4 IP6T_ICMP6_PORT_UNREACH, 5 IP6T_ICMP6_ECHOREPLY,
    6 IP6T_TCP_RESET, 7 IP6T_ICMP6_POLICY_FAIL, 8 IP6T_ICMP6_REJECT_ROUTE,
}

structure! { IP6T_REJECT_INFO "ip6t_reject_info":
    with: U32.of(&IP6T_REJECT_WITH),
    ; trailing: special(&FILL)
}

enumeration! { SECMARK_MODE "SECMARK_MODE": 1 SECMARK_MODE_SEL }

structure! { XT_SECMARK_TARGET_INFO "xt_secmark_target_info":
    mode: U8.of(&SECMARK_MODE),
    secid: U32,
    secctx: STRING.times(256),
    ; trailing: special(&FILL)
}

structure! { XT_SECMARK_TARGET_INFO_V1 "xt_secmark_target_info_v1":
    mode: U8.of(&SECMARK_MODE),
    secctx: STRING.times(256),
    secid: U32.reserved(),
    ; trailing: special(&FILL)
}

structure! { XT_SET_INFO_TARGET_V0 "xt_set_info_target_v0":
    add_set: structure(&XT_SET_INFO_V0),
    del_set: structure(&XT_SET_INFO_V0),
    ; trailing: special(&FILL)
}

structure! { XT_SET_INFO_TARGET_V1 "xt_set_info_target_v1":
    add_set: structure(&XT_SET_INFO),
    del_set: structure(&XT_SET_INFO),
    ; trailing: special(&FILL)
}

structure! { XT_SET_INFO_TARGET_V2 "xt_set_info_target_v2":
    add_set: structure(&XT_SET_INFO),
    del_set: structure(&XT_SET_INFO),
    flags: U32.of(&IPSET_CMD_FLAGS),
    timeout: U32.unit(Unit::Seconds),
    ; trailing: special(&FILL)
}

structure! { XT_SET_INFO_TARGET_V3 "xt_set_info_target_v3":
    add_set: structure(&XT_SET_INFO),
    del_set: structure(&XT_SET_INFO),
    map_set: structure(&XT_SET_INFO),
    flags: U32.of(&IPSET_CMD_FLAGS),
    timeout: U32.unit(Unit::Seconds),
    ; trailing: special(&FILL)
}

structure! { NF_SYNPROXY_INFO "nf_synproxy_info":
    options: U8.of(&NF_SYNPROXY_OPT),
    wscale: U8,
    mss: U16.unit(Unit::Bytes),
    ; trailing: special(&FILL)
}

enumeration! { XT_TCPMSS "XT_TCPMSS": 0xffff XT_TCPMSS_CLAMP_PMTU }

structure! { XT_TCPMSS_INFO "xt_tcpmss_info":
    mss: U16.of(&XT_TCPMSS),
    ; trailing: special(&FILL)
}

structure! { XT_TCPOPTSTRIP_TARGET_INFO "xt_tcpoptstrip_target_info":
    strip_bmap: U32.hex().times(8),
    ; trailing: special(&FILL)
}

structure! { XT_TEE_TGINFO "xt_tee_tginfo":
    gw: INET_ADDR,
    oif: STRING.times(16),
    priv: POINTER8,
    ; trailing: special(&FILL)
}

structure! { XT_TPROXY_TARGET_INFO "xt_tproxy_target_info":
    mark_mask: U32.hex(),
    mark_value: U32.hex(),
    laddr: IPV4,
    lport: BE16,
    ; trailing: special(&FILL)
}

structure! { XT_TPROXY_TARGET_INFO_V1 "xt_tproxy_target_info_v1":
    mark_mask: U32.hex(),
    mark_value: U32.hex(),
    laddr: INET_ADDR,
    lport: BE16,
    ; trailing: special(&FILL)
}

flags! { ARPT_MANGLE_FLAGS "ARPT_MANGLE":
    0x1 ARPT_MANGLE_SDEV, 0x2 ARPT_MANGLE_TDEV, 0x4 ARPT_MANGLE_SIP, 0x8 ARPT_MANGLE_TIP,
}

enumeration! { XT_VERDICT "XT": -1 XT_CONTINUE, 0 NF_DROP, 1 NF_ACCEPT }

structure! { ARPT_MANGLE "arpt_mangle":
    src_devaddr: BYTES.times(16),
    tgt_devaddr: BYTES.times(16),
    src_ip: IPV4,
    tgt_ip: IPV4,
    flags: U8.of(&ARPT_MANGLE_FLAGS),
    target: S32.of(&XT_VERDICT),
    ; trailing: special(&FILL)
}
