//! What the matches of xtables keep: NFTA_MATCH_INFO by name and revision.
//!
//! Source: `uapi/linux/netfilter/xt_*.h`, `uapi/linux/netfilter_ipv4/ipt_*.h`,
//! `uapi/linux/netfilter_ipv6/ip6t_*.h`, `net/netfilter/xt_*.c`.

use super::super::common::{IPPROTO, TCPHDR};
use super::ctnetlink::IP_CONNTRACK_STATUS;
use super::ebt::*;
use super::ipset::IPSET_CMD_FLAGS;
use super::nft_keys::NF_OSF_TTL;
use super::{ICMP_TYPE, ICMPV6_TYPE};
use crate::families::sock_diag::packet::SOCK_FILTER;
use crate::special::xt_align::FILL;
use crate::table::macros::*;
use crate::table::{Kind, Unit};

/// A `union nf_inet_addr` of the family of the table.
pub const INET_ADDR: Kind = address(field("nfgen_family"));
/// A pointer that is aligned to 8 everywhere, of use to the kernel alone.
pub const POINTER8: Kind = ALIGNED_U64.hex().reserved();
/// A pointer, of use to the kernel alone.
pub const POINTER: Kind = ULONG.hex().reserved();

select! { /// The information of a match.
    pub MATCH_INFO text attribute("NFTA_MATCH_NAME") => {
    "802_3" => structure(&EBT_802_3_INFO),
    "addrtype" => select(&ADDRTYPE),
    "ah" => select(&AH),
    "among" => structure(&EBT_AMONG_INFO),
    "arp" => structure(&EBT_ARP_INFO),
    "bpf" => select(&BPF),
    "cgroup" => select(&CGROUP),
    "cluster" => structure(&XT_CLUSTER_MATCH_INFO),
    "comment" => structure(&XT_COMMENT_INFO),
    "connbytes" => structure(&XT_CONNBYTES_INFO),
    "connlabel" => structure(&XT_CONNLABEL_MTINFO),
    "connlimit" => structure(&XT_CONNLIMIT_INFO),
    "connmark" => structure(&XT_CONNMARK_MTINFO1),
    "conntrack" => select(&CONNTRACK),
    "cpu" => structure(&XT_CPU_INFO),
    "dccp" => structure(&XT_DCCP_INFO),
    "devgroup" => structure(&XT_DEVGROUP_INFO),
    "dscp" => structure(&XT_DSCP_INFO),
    "dst" => structure(&IP6T_OPTS),
    "ecn" => structure(&XT_ECN_INFO),
    "esp" => structure(&XT_ESP),
    "eui64" => S32,
    "frag" => structure(&IP6T_FRAG),
    "hashlimit" => select(&HASHLIMIT),
    "hbh" => structure(&IP6T_OPTS),
    "helper" => structure(&XT_HELPER_INFO),
    "hl" => structure(&IP6T_HL_INFO),
    "icmp" => structure(&IPT_ICMP),
    "icmp6" => structure(&IP6T_ICMP),
    "ip" => structure(&EBT_IP_INFO),
    "ip6" => structure(&EBT_IP6_INFO),
    "ipcomp" => structure(&XT_IPCOMP),
    "iprange" => structure(&XT_IPRANGE_MTINFO),
    "ipv6header" => structure(&IP6T_IPV6HEADER_INFO),
    "ipvs" => structure(&XT_IPVS_MTINFO),
    "l2tp" => structure(&XT_L2TP_INFO),
    "length" => structure(&XT_LENGTH_INFO),
    "limit" => select(&LIMIT),
    "mac" => structure(&XT_MAC_INFO),
    "mark" => structure(&XT_MARK_MTINFO1),
    "mark_m" => structure(&EBT_MARK_M_INFO),
    "mh" => structure(&IP6T_MH),
    "multiport" => structure(&XT_MULTIPORT_V1),
    "nfacct" => select(&NFACCT_INFO),
    "osf" => structure(&NF_OSF_INFO),
    "owner" => structure(&XT_OWNER_MATCH_INFO),
    "physdev" => structure(&XT_PHYSDEV_INFO),
    "pkttype" => select(&PKTTYPE),
    "policy" => structure(&XT_POLICY_INFO),
    "quota" => structure(&XT_QUOTA_INFO),
    "rateest" => structure(&XT_RATEEST_MATCH_INFO),
    "realm" => structure(&XT_REALM_INFO),
    "recent" => select(&RECENT),
    "rpfilter" => structure(&XT_RPFILTER_INFO),
    "rt" => structure(&IP6T_RT),
    "sctp" => structure(&XT_SCTP_INFO),
    "set" => select(&SET),
    "socket" => structure(&XT_SOCKET_MTINFO),
    "srh" => select(&SRH),
    "state" => structure(&XT_STATE_INFO),
    "statistic" => structure(&XT_STATISTIC_INFO),
    "stp" => structure(&EBT_STP_INFO),
    "string" => structure(&XT_STRING_INFO),
    "tcp" => structure(&XT_TCP),
    "tcpmss" => structure(&XT_TCPMSS_MATCH_INFO),
    "time" => structure(&XT_TIME_INFO),
    "tos" => structure(&XT_TOS_MATCH_INFO),
    "ttl" => structure(&IPT_TTL_INFO),
    "u32" => structure(&XT_U32),
    "udp" => structure(&XT_UDP),
    "udplite" => structure(&XT_UDP),
    "vlan" => structure(&EBT_VLAN_INFO),
} else BYTES }

select! { ADDRTYPE number attribute("NFTA_MATCH_REV") => {
    0 => structure(&XT_ADDRTYPE_INFO),
    1 => structure(&XT_ADDRTYPE_INFO_V1),
} else BYTES }

select! { AH number field("nfgen_family") => {
    10 => structure(&IP6T_AH),
} else structure(&IPT_AH) }

select! { BPF number attribute("NFTA_MATCH_REV") => {
    0 => structure(&XT_BPF_INFO),
    1 => structure(&XT_BPF_INFO_V1),
} else BYTES }

select! { CGROUP number attribute("NFTA_MATCH_REV") => {
    0 => structure(&XT_CGROUP_INFO_V0),
    1 => structure(&XT_CGROUP_INFO_V1),
    2 => structure(&XT_CGROUP_INFO_V2),
} else BYTES }

select! { CONNTRACK number attribute("NFTA_MATCH_REV") => {
    1 => structure(&XT_CONNTRACK_MTINFO1),
    2 => structure(&XT_CONNTRACK_MTINFO2),
    3 => structure(&XT_CONNTRACK_MTINFO3),
} else BYTES }

select! { HASHLIMIT number attribute("NFTA_MATCH_REV") => {
    1 => structure(&XT_HASHLIMIT_MTINFO1),
    2 => structure(&XT_HASHLIMIT_MTINFO2),
    3 => structure(&XT_HASHLIMIT_MTINFO3),
} else BYTES }

select! { LIMIT number field("nfgen_family") => {
    7 => structure(&EBT_LIMIT_INFO),
} else structure(&XT_RATEINFO) }

select! { NFACCT_INFO number attribute("NFTA_MATCH_REV") => {
    0 => structure(&XT_NFACCT_MATCH_INFO),
    1 => structure(&XT_NFACCT_MATCH_INFO_V1),
} else BYTES }

select! { PKTTYPE number field("nfgen_family") => {
    7 => structure(&EBT_PKTTYPE_INFO),
} else structure(&XT_PKTTYPE_INFO) }

select! { RECENT number attribute("NFTA_MATCH_REV") => {
    0 => structure(&XT_RECENT_MTINFO),
    1 => structure(&XT_RECENT_MTINFO_V1),
} else BYTES }

select! { SET number attribute("NFTA_MATCH_REV") => {
    0 => structure(&XT_SET_INFO_MATCH_V0),
    1 => structure(&XT_SET_INFO_MATCH_V1),
    2 => structure(&XT_SET_INFO_MATCH_V1),
    3 => structure(&XT_SET_INFO_MATCH_V3),
    4 => structure(&XT_SET_INFO_MATCH_V4),
} else BYTES }

select! { SRH number attribute("NFTA_MATCH_REV") => {
    0 => structure(&IP6T_SRH),
    1 => structure(&IP6T_SRH1),
} else BYTES }

flags! { RTN_MASK "XT_ADDRTYPE":
    0x001 XT_ADDRTYPE_UNSPEC, 0x002 XT_ADDRTYPE_UNICAST, 0x004 XT_ADDRTYPE_LOCAL,
    0x008 XT_ADDRTYPE_BROADCAST, 0x010 XT_ADDRTYPE_ANYCAST, 0x020 XT_ADDRTYPE_MULTICAST,
    0x040 XT_ADDRTYPE_BLACKHOLE, 0x080 XT_ADDRTYPE_UNREACHABLE, 0x100 XT_ADDRTYPE_PROHIBIT,
    0x200 XT_ADDRTYPE_THROW, 0x400 XT_ADDRTYPE_NAT, 0x800 XT_ADDRTYPE_XRESOLVE,
}

flags! { XT_ADDRTYPE_FLAGS "XT_ADDRTYPE_INVERT":
    0x1 XT_ADDRTYPE_INVERT_SOURCE, 0x2 XT_ADDRTYPE_INVERT_DEST,
    0x4 XT_ADDRTYPE_LIMIT_IFACE_IN, 0x8 XT_ADDRTYPE_LIMIT_IFACE_OUT,
}

structure! { XT_ADDRTYPE_INFO "xt_addrtype_info":
    source: U16.of(&RTN_MASK),
    dest: U16.of(&RTN_MASK),
    invert_source: U32,
    invert_dest: U32,
    ; trailing: special(&FILL)
}

structure! { XT_ADDRTYPE_INFO_V1 "xt_addrtype_info_v1":
    source: U16.of(&RTN_MASK),
    dest: U16.of(&RTN_MASK),
    flags: U32.of(&XT_ADDRTYPE_FLAGS),
    ; trailing: special(&FILL)
}

structure! { XT_BPF_INFO "xt_bpf_info":
    bpf_program_num_elem: U16,
    bpf_program: structure(&SOCK_FILTER).times(64),
    filter: POINTER8,
    ; trailing: special(&FILL)
}

enumeration! { XT_BPF_MODES "xt_bpf_modes":
    0 XT_BPF_MODE_BYTECODE, 1 XT_BPF_MODE_FD_PINNED / XT_BPF_MODE_PATH_PINNED, 2 XT_BPF_MODE_FD_ELF,
}

structure! { BPF_PATH "xt_bpf_info_v1(path)":
    path: STRING.times(512),
}

select! { BPF_PROGRAM number field("mode") => {
    0 => list!(structure(&SOCK_FILTER)),
} else structure(&BPF_PATH) }

structure! { XT_BPF_INFO_V1 "xt_bpf_info_v1":
    mode: U16.of(&XT_BPF_MODES),
    bpf_program_num_elem: U16,
    fd: S32,
    bpf_program: select(&BPF_PROGRAM),
    filter: POINTER8,
    ; trailing: special(&FILL)
}

structure! { XT_CGROUP_INFO_V0 "xt_cgroup_info_v0":
    id: U32,
    invert: U32,
    ; trailing: special(&FILL)
}

structure! { XT_CGROUP_INFO_V1 "xt_cgroup_info_v1":
    has_path: U8,
    has_classid: U8,
    invert_path: U8,
    invert_classid: U8,
    path: STRING.times(4096),
    classid: HANDLE,
    priv: POINTER8,
    ; trailing: special(&FILL)
}

structure! { CGROUP_CLASSID "xt_cgroup_info_v2(classid)":
    classid: HANDLE,
    unused: BYTES.times(508).reserved(),
}

structure! { CGROUP_PATH "xt_cgroup_info_v2(path)":
    path: STRING.times(512),
}

select! { CGROUP_UNION number field("has_classid") => {
    1 => structure(&CGROUP_CLASSID),
} else structure(&CGROUP_PATH) }

structure! { XT_CGROUP_INFO_V2 "xt_cgroup_info_v2":
    has_path: U8,
    has_classid: U8,
    invert_path: U8,
    invert_classid: U8,
    u: select(&CGROUP_UNION),
    priv: POINTER8,
    ; trailing: special(&FILL)
}

flags! { XT_CLUSTER_FLAGS "xt_cluster_flags": 0x1 XT_CLUSTER_F_INV }

structure! { XT_CLUSTER_MATCH_INFO "xt_cluster_match_info":
    total_nodes: U32,
    node_mask: U32.hex(),
    hash_seed: U32.hex(),
    flags: U32.of(&XT_CLUSTER_FLAGS),
    ; trailing: special(&FILL)
}

structure! { XT_COMMENT_INFO "xt_comment_info":
    comment: STRING.times(256),
    ; trailing: special(&FILL)
}

enumeration! { XT_CONNBYTES_WHAT "xt_connbytes_what":
    0 XT_CONNBYTES_PKTS, 1 XT_CONNBYTES_BYTES, 2 XT_CONNBYTES_AVGPKT,
}

enumeration! { XT_CONNBYTES_DIRECTION "xt_connbytes_direction":
    0 XT_CONNBYTES_DIR_ORIGINAL, 1 XT_CONNBYTES_DIR_REPLY, 2 XT_CONNBYTES_DIR_BOTH,
}

structure! { CONNBYTES_COUNT "xt_connbytes_info(count)":
    from: ALIGNED_U64,
    to: ALIGNED_U64,
}

structure! { XT_CONNBYTES_INFO "xt_connbytes_info":
    count: structure(&CONNBYTES_COUNT),
    what: U8.of(&XT_CONNBYTES_WHAT),
    direction: U8.of(&XT_CONNBYTES_DIRECTION),
    ; trailing: special(&FILL)
}

flags! { XT_CONNLABEL_MTOPTS "xt_connlabel_mtopts":
    0x1 XT_CONNLABEL_OP_INVERT, 0x2 XT_CONNLABEL_OP_SET,
}

structure! { XT_CONNLABEL_MTINFO "xt_connlabel_mtinfo":
    bit: U16,
    options: U16.of(&XT_CONNLABEL_MTOPTS),
    ; trailing: special(&FILL)
}

flags! { XT_CONNLIMIT "XT_CONNLIMIT":
    0x1 XT_CONNLIMIT_INVERT, 0x2 XT_CONNLIMIT_DADDR,
}

structure! { XT_CONNLIMIT_INFO "xt_connlimit_info":
    mask: INET_ADDR,
    limit: U32,
    flags: U32.of(&XT_CONNLIMIT),
    data: POINTER8,
    ; trailing: special(&FILL)
}

structure! { XT_CONNMARK_MTINFO1 "xt_connmark_mtinfo1":
    mark: U32.hex(),
    mask: U32.hex(),
    invert: U8,
    ; trailing: special(&FILL)
}

flags! { XT_CONNTRACK_STATE_MASK "XT_CONNTRACK_STATE_MASK":
    0x001 XT_CONNTRACK_STATE_INVALID, 0x002 XT_CONNTRACK_STATE_ESTABLISHED,
    0x004 XT_CONNTRACK_STATE_RELATED, 0x008 XT_CONNTRACK_STATE_NEW,
    0x040 XT_CONNTRACK_STATE_SNAT, 0x080 XT_CONNTRACK_STATE_DNAT,
    0x100 XT_CONNTRACK_STATE_UNTRACKED,
}

flags! { XT_CONNTRACK "XT_CONNTRACK":
    0x0001 XT_CONNTRACK_STATE, 0x0002 XT_CONNTRACK_PROTO, 0x0004 XT_CONNTRACK_ORIGSRC,
    0x0008 XT_CONNTRACK_ORIGDST, 0x0010 XT_CONNTRACK_REPLSRC, 0x0020 XT_CONNTRACK_REPLDST,
    0x0040 XT_CONNTRACK_STATUS, 0x0080 XT_CONNTRACK_EXPIRES, 0x0100 XT_CONNTRACK_ORIGSRC_PORT,
    0x0200 XT_CONNTRACK_ORIGDST_PORT, 0x0400 XT_CONNTRACK_REPLSRC_PORT,
    0x0800 XT_CONNTRACK_REPLDST_PORT, 0x1000 XT_CONNTRACK_DIRECTION,
    0x2000 XT_CONNTRACK_STATE_ALIAS,
}

structure! { XT_CONNTRACK_MTINFO1 "xt_conntrack_mtinfo1":
    origsrc_addr: INET_ADDR,
    origsrc_mask: INET_ADDR,
    origdst_addr: INET_ADDR,
    origdst_mask: INET_ADDR,
    replsrc_addr: INET_ADDR,
    replsrc_mask: INET_ADDR,
    repldst_addr: INET_ADDR,
    repldst_mask: INET_ADDR,
    expires_min: U32.unit(Unit::Seconds),
    expires_max: U32.unit(Unit::Seconds),
    l4proto: U16.of(&IPPROTO),
    origsrc_port: BE16,
    origdst_port: BE16,
    replsrc_port: BE16,
    repldst_port: BE16,
    match_flags: U16.of(&XT_CONNTRACK),
    invert_flags: U16.of(&XT_CONNTRACK),
    state_mask: U8.of(&XT_CONNTRACK_STATE_MASK),
    status_mask: U8.of(&IP_CONNTRACK_STATUS),
    ; trailing: special(&FILL)
}

structure! { XT_CONNTRACK_MTINFO2 "xt_conntrack_mtinfo2":
    origsrc_addr: INET_ADDR,
    origsrc_mask: INET_ADDR,
    origdst_addr: INET_ADDR,
    origdst_mask: INET_ADDR,
    replsrc_addr: INET_ADDR,
    replsrc_mask: INET_ADDR,
    repldst_addr: INET_ADDR,
    repldst_mask: INET_ADDR,
    expires_min: U32.unit(Unit::Seconds),
    expires_max: U32.unit(Unit::Seconds),
    l4proto: U16.of(&IPPROTO),
    origsrc_port: BE16,
    origdst_port: BE16,
    replsrc_port: BE16,
    repldst_port: BE16,
    match_flags: U16.of(&XT_CONNTRACK),
    invert_flags: U16.of(&XT_CONNTRACK),
    state_mask: U16.of(&XT_CONNTRACK_STATE_MASK),
    status_mask: U16.of(&IP_CONNTRACK_STATUS),
    ; trailing: special(&FILL)
}

structure! { XT_CONNTRACK_MTINFO3 "xt_conntrack_mtinfo3":
    origsrc_addr: INET_ADDR,
    origsrc_mask: INET_ADDR,
    origdst_addr: INET_ADDR,
    origdst_mask: INET_ADDR,
    replsrc_addr: INET_ADDR,
    replsrc_mask: INET_ADDR,
    repldst_addr: INET_ADDR,
    repldst_mask: INET_ADDR,
    expires_min: U32.unit(Unit::Seconds),
    expires_max: U32.unit(Unit::Seconds),
    l4proto: U16.of(&IPPROTO),
    origsrc_port: U16,
    origdst_port: U16,
    replsrc_port: U16,
    repldst_port: U16,
    match_flags: U16.of(&XT_CONNTRACK),
    invert_flags: U16.of(&XT_CONNTRACK),
    state_mask: U16.of(&XT_CONNTRACK_STATE_MASK),
    status_mask: U16.of(&IP_CONNTRACK_STATUS),
    origsrc_port_high: U16,
    origdst_port_high: U16,
    replsrc_port_high: U16,
    repldst_port_high: U16,
    ; trailing: special(&FILL)
}

structure! { XT_CPU_INFO "xt_cpu_info":
    cpu: U32,
    invert: U32,
    ; trailing: special(&FILL)
}

flags! { XT_DCCP "XT_DCCP":
    0x1 XT_DCCP_SRC_PORTS, 0x2 XT_DCCP_DEST_PORTS, 0x4 XT_DCCP_TYPE, 0x8 XT_DCCP_OPTION,
}

structure! { XT_DCCP_INFO "xt_dccp_info":
    dpts: U16.times(2),
    spts: U16.times(2),
    flags: U16.of(&XT_DCCP),
    invflags: U16.of(&XT_DCCP),
    typemask: U16.hex(),
    option: U8,
    ; trailing: special(&FILL)
}

flags! { XT_DEVGROUP_FLAGS "xt_devgroup_flags":
    0x1 XT_DEVGROUP_MATCH_SRC, 0x2 XT_DEVGROUP_INVERT_SRC, 0x4 XT_DEVGROUP_MATCH_DST,
    0x8 XT_DEVGROUP_INVERT_DST,
}

structure! { XT_DEVGROUP_INFO "xt_devgroup_info":
    flags: U32.of(&XT_DEVGROUP_FLAGS),
    src_group: U32,
    src_mask: U32.hex(),
    dst_group: U32,
    dst_mask: U32.hex(),
    ; trailing: special(&FILL)
}

structure! { XT_DSCP_INFO "xt_dscp_info":
    dscp: U8.hex(),
    invert: U8,
    ; trailing: special(&FILL)
}

structure! { XT_TOS_MATCH_INFO "xt_tos_match_info":
    tos_mask: U8.hex(),
    tos_value: U8.hex(),
    invert: U8,
    ; trailing: special(&FILL)
}

flags! { XT_ECN_OP "XT_ECN_OP_MATCH":
    0x01 XT_ECN_OP_MATCH_IP, 0x10 XT_ECN_OP_MATCH_ECE, 0x20 XT_ECN_OP_MATCH_CWR,
}

structure! { XT_ECN_INFO "xt_ecn_info":
    operation: U8.of(&XT_ECN_OP),
    invert: U8.of(&XT_ECN_OP),
    ip_ect: U8,
    ect: U8,
    ; trailing: special(&FILL)
}

flags! { XT_ESP_INV "XT_ESP_INV": 0x1 XT_ESP_INV_SPI }

structure! { XT_ESP "xt_esp":
    spis: U32.hex().times(2),
    invflags: U8.of(&XT_ESP_INV),
    ; trailing: special(&FILL)
}

flags! { XT_IPCOMP_INV "XT_IPCOMP_INV": 0x1 XT_IPCOMP_INV_SPI }

structure! { XT_IPCOMP "xt_ipcomp":
    spis: U32.hex().times(2),
    invflags: U8.of(&XT_IPCOMP_INV),
    hdrres: U8,
    ; trailing: special(&FILL)
}

flags! { IPT_AH_INV "IPT_AH_INV": 0x1 IPT_AH_INV_SPI }

structure! { IPT_AH "ipt_ah":
    spis: U32.hex().times(2),
    invflags: U8.of(&IPT_AH_INV),
    ; trailing: special(&FILL)
}

flags! { IP6T_AH_INV "IP6T_AH_INV": 0x1 IP6T_AH_INV_SPI, 0x2 IP6T_AH_INV_LEN }

structure! { IP6T_AH "ip6t_ah":
    spis: U32.hex().times(2),
    hdrlen: U32.unit(Unit::Bytes),
    hdrres: U8,
    invflags: U8.of(&IP6T_AH_INV),
    ; trailing: special(&FILL)
}

flags! { IP6T_FRAG_FLAGS "IP6T_FRAG":
    0x01 IP6T_FRAG_IDS, 0x02 IP6T_FRAG_LEN, 0x04 IP6T_FRAG_RES, 0x08 IP6T_FRAG_FST,
    0x10 IP6T_FRAG_MF, 0x20 IP6T_FRAG_NMF,
}

flags! { IP6T_FRAG_INV "IP6T_FRAG_INV": 0x1 IP6T_FRAG_INV_IDS, 0x2 IP6T_FRAG_INV_LEN }

structure! { IP6T_FRAG "ip6t_frag":
    ids: U32.hex().times(2),
    hdrlen: U32.unit(Unit::Bytes),
    flags: U8.of(&IP6T_FRAG_FLAGS),
    invflags: U8.of(&IP6T_FRAG_INV),
    ; trailing: special(&FILL)
}

flags! { XT_HASHLIMIT "XT_HASHLIMIT":
    0x01 XT_HASHLIMIT_HASH_DIP, 0x02 XT_HASHLIMIT_HASH_DPT, 0x04 XT_HASHLIMIT_HASH_SIP,
    0x08 XT_HASHLIMIT_HASH_SPT, 0x10 XT_HASHLIMIT_INVERT, 0x20 XT_HASHLIMIT_BYTES,
    0x40 XT_HASHLIMIT_RATE_MATCH,
}

structure! { HASHLIMIT_CFG1 "hashlimit_cfg1":
    mode: U32.of(&XT_HASHLIMIT),
    avg: U32,
    burst: U32,
    size: U32,
    max: U32,
    gc_interval: U32.unit(Unit::Milliseconds),
    expire: U32.unit(Unit::Milliseconds),
    srcmask: U8,
    dstmask: U8,
}

structure! { HASHLIMIT_CFG2 "hashlimit_cfg2":
    avg: U64,
    burst: U64,
    mode: U32.of(&XT_HASHLIMIT),
    size: U32,
    max: U32,
    gc_interval: U32.unit(Unit::Milliseconds),
    expire: U32.unit(Unit::Milliseconds),
    srcmask: U8,
    dstmask: U8,
}

structure! { HASHLIMIT_CFG3 "hashlimit_cfg3":
    avg: U64,
    burst: U64,
    mode: U32.of(&XT_HASHLIMIT),
    size: U32,
    max: U32,
    gc_interval: U32.unit(Unit::Milliseconds),
    expire: U32.unit(Unit::Milliseconds),
    interval: U32.unit(Unit::Seconds),
    srcmask: U8,
    dstmask: U8,
}

structure! { XT_HASHLIMIT_MTINFO1 "xt_hashlimit_mtinfo1":
    name: STRING.times(16),
    cfg: structure(&HASHLIMIT_CFG1),
    hinfo: POINTER8,
    ; trailing: special(&FILL)
}

structure! { XT_HASHLIMIT_MTINFO2 "xt_hashlimit_mtinfo2":
    name: STRING.times(255),
    cfg: structure(&HASHLIMIT_CFG2),
    hinfo: POINTER8,
    ; trailing: special(&FILL)
}

structure! { XT_HASHLIMIT_MTINFO3 "xt_hashlimit_mtinfo3":
    name: STRING.times(255),
    cfg: structure(&HASHLIMIT_CFG3),
    hinfo: POINTER8,
    ; trailing: special(&FILL)
}

structure! { XT_HELPER_INFO "xt_helper_info":
    invert: S32,
    name: STRING.times(30),
    ; trailing: special(&FILL)
}

enumeration! { IP6T_HL "IP6T_HL":
    0 IP6T_HL_EQ, 1 IP6T_HL_NE, 2 IP6T_HL_LT, 3 IP6T_HL_GT,
}

structure! { IP6T_HL_INFO "ip6t_hl_info":
    mode: U8.of(&IP6T_HL),
    hop_limit: U8,
    ; trailing: special(&FILL)
}

enumeration! { IPT_TTL "IPT_TTL":
    0 IPT_TTL_EQ, 1 IPT_TTL_NE, 2 IPT_TTL_LT, 3 IPT_TTL_GT,
}

structure! { IPT_TTL_INFO "ipt_ttl_info":
    mode: U8.of(&IPT_TTL),
    ttl: U8,
    ; trailing: special(&FILL)
}

flags! { IPT_ICMP_FLAGS "IPT_ICMP": 0x1 IPT_ICMP_INV }
flags! { IP6T_ICMP_FLAGS "IP6T_ICMP": 0x1 IP6T_ICMP_INV }

structure! { IPT_ICMP "ipt_icmp":
    type: U8.of(&ICMP_TYPE),
    code: U8.times(2),
    invflags: U8.of(&IPT_ICMP_FLAGS),
    ; trailing: special(&FILL)
}

structure! { IP6T_ICMP "ip6t_icmp":
    type: U8.of(&ICMPV6_TYPE),
    code: U8.times(2),
    invflags: U8.of(&IP6T_ICMP_FLAGS),
    ; trailing: special(&FILL)
}

flags! { IPRANGE "IPRANGE":
    0x01 IPRANGE_SRC, 0x02 IPRANGE_DST, 0x10 IPRANGE_SRC_INV, 0x20 IPRANGE_DST_INV,
}

structure! { XT_IPRANGE_MTINFO "xt_iprange_mtinfo":
    src_min: INET_ADDR,
    src_max: INET_ADDR,
    dst_min: INET_ADDR,
    dst_max: INET_ADDR,
    flags: U8.of(&IPRANGE),
    ; trailing: special(&FILL)
}

flags! { IP6T_MASK "MASK":
    0x80 MASK_HOPOPTS, 0x40 MASK_DSTOPTS, 0x20 MASK_ROUTING, 0x10 MASK_FRAGMENT, 0x08 MASK_AH,
    0x04 MASK_ESP, 0x02 MASK_NONE, 0x01 MASK_PROTO,
}

structure! { IP6T_IPV6HEADER_INFO "ip6t_ipv6header_info":
    matchflags: U8.of(&IP6T_MASK),
    invflags: U8.of(&IP6T_MASK),
    modeflag: U8,
    ; trailing: special(&FILL)
}

flags! { XT_IPVS "XT_IPVS":
    0x01 XT_IPVS_IPVS_PROPERTY, 0x02 XT_IPVS_PROTO, 0x04 XT_IPVS_VADDR, 0x08 XT_IPVS_VPORT,
    0x10 XT_IPVS_DIR, 0x20 XT_IPVS_METHOD, 0x40 XT_IPVS_VPORTCTL,
}

structure! { XT_IPVS_MTINFO "xt_ipvs_mtinfo":
    vaddr: INET_ADDR,
    vmask: INET_ADDR,
    vport: BE16,
    l4proto: U8.of(&IPPROTO),
    fwd_method: U8,
    vportctl: BE16,
    invert: U8.of(&XT_IPVS),
    bitmask: U8.of(&XT_IPVS),
    ; trailing: special(&FILL)
}

enumeration! { XT_L2TP_TYPES "xt_l2tp_type": 0 XT_L2TP_TYPE_CONTROL, 1 XT_L2TP_TYPE_DATA }
flags! { XT_L2TP "XT_L2TP":
    0x1 XT_L2TP_TID, 0x2 XT_L2TP_SID, 0x4 XT_L2TP_VERSION, 0x8 XT_L2TP_TYPE,
}

structure! { XT_L2TP_INFO "xt_l2tp_info":
    tid: U32,
    sid: U32,
    version: U8,
    type: U8.of(&XT_L2TP_TYPES),
    flags: U8.of(&XT_L2TP),
    ; trailing: special(&FILL)
}

structure! { XT_LENGTH_INFO "xt_length_info":
    min: U16.unit(Unit::Bytes),
    max: U16.unit(Unit::Bytes),
    invert: U8,
    ; trailing: special(&FILL)
}

structure! { XT_RATEINFO "xt_rateinfo":
    avg: U32,
    burst: U32,
    prev: POINTER,
    credit: U32.reserved(),
    credit_cap: U32.reserved(),
    cost: U32.reserved(),
    master: POINTER,
    ; trailing: special(&FILL)
}

structure! { XT_MAC_INFO "xt_mac_info":
    srcaddr: MAC,
    invert: S32,
    ; trailing: special(&FILL)
}

structure! { XT_MARK_MTINFO1 "xt_mark_mtinfo1":
    mark: U32.hex(),
    mask: U32.hex(),
    invert: U8,
    ; trailing: special(&FILL)
}

flags! { IP6T_MH_INV "IP6T_MH_INV": 0x1 IP6T_MH_INV_TYPE }

structure! { IP6T_MH "ip6t_mh":
    types: U8.times(2),
    invflags: U8.of(&IP6T_MH_INV),
    ; trailing: special(&FILL)
}

enumeration! { XT_MULTIPORT_FLAGS "xt_multiport_flags":
    0 XT_MULTIPORT_SOURCE, 1 XT_MULTIPORT_DESTINATION, 2 XT_MULTIPORT_EITHER,
}

structure! { XT_MULTIPORT_V1 "xt_multiport_v1":
    flags: U8.of(&XT_MULTIPORT_FLAGS),
    count: U8,
    ports: U16.times(15),
    pflags: U8.times(15),
    invert: U8,
    ; trailing: special(&FILL)
}

structure! { XT_NFACCT_MATCH_INFO "xt_nfacct_match_info":
    name: STRING.times(32),
    nfacct: POINTER,
    ; trailing: special(&FILL)
}

structure! { XT_NFACCT_MATCH_INFO_V1 "xt_nfacct_match_info_v1":
    name: STRING.times(32),
    nfacct: POINTER8,
    ; trailing: special(&FILL)
}

flags! { NF_OSF "NF_OSF":
    0x1 NF_OSF_GENRE, 0x2 NF_OSF_TTL, 0x4 NF_OSF_LOG, 0x8 NF_OSF_INVERT,
}

enumeration! { NF_OSF_LOGLEVEL "NF_OSF_LOGLEVEL":
    0 NF_OSF_LOGLEVEL_ALL, 1 NF_OSF_LOGLEVEL_FIRST, 2 NF_OSF_LOGLEVEL_ALL_KNOWN,
}

structure! { NF_OSF_INFO "nf_osf_info":
    genre: STRING.times(32),
    len: U32.unit(Unit::Bytes),
    flags: U32.of(&NF_OSF),
    loglevel: U32.of(&NF_OSF_LOGLEVEL),
    ttl: U32.of(&NF_OSF_TTL),
    ; trailing: special(&FILL)
}

flags! { IP6T_OPTS_FLAGS "IP6T_OPTS":
    0x1 IP6T_OPTS_LEN, 0x2 IP6T_OPTS_OPTS, 0x4 IP6T_OPTS_NSTRICT,
}

flags! { IP6T_OPTS_INV "IP6T_OPTS_INV": 0x1 IP6T_OPTS_INV_LEN }

structure! { IP6T_OPTS "ip6t_opts":
    hdrlen: U32.unit(Unit::Bytes),
    flags: U8.of(&IP6T_OPTS_FLAGS),
    invflags: U8.of(&IP6T_OPTS_INV),
    opts: U16.hex().times(16),
    optsnr: U8,
    ; trailing: special(&FILL)
}

flags! { XT_OWNER "XT_OWNER":
    0x1 XT_OWNER_UID, 0x2 XT_OWNER_GID, 0x4 XT_OWNER_SOCKET, 0x8 XT_OWNER_SUPPL_GROUPS,
}

structure! { XT_OWNER_MATCH_INFO "xt_owner_match_info":
    uid_min: U32,
    uid_max: U32,
    gid_min: U32,
    gid_max: U32,
    match: U8.of(&XT_OWNER),
    invert: U8.of(&XT_OWNER),
    ; trailing: special(&FILL)
}

flags! { XT_PHYSDEV_OP "XT_PHYSDEV_OP":
    0x01 XT_PHYSDEV_OP_IN, 0x02 XT_PHYSDEV_OP_OUT, 0x04 XT_PHYSDEV_OP_BRIDGED,
    0x08 XT_PHYSDEV_OP_ISIN, 0x10 XT_PHYSDEV_OP_ISOUT,
}

structure! { XT_PHYSDEV_INFO "xt_physdev_info":
    physindev: STRING.times(16),
    in_mask: BYTES.times(16),
    physoutdev: STRING.times(16),
    out_mask: BYTES.times(16),
    invert: U8.of(&XT_PHYSDEV_OP),
    bitmask: U8.of(&XT_PHYSDEV_OP),
    ; trailing: special(&FILL)
}

enumeration! { /// To whom a packet goes, PACKET_*.
    pub PACKET_TYPE "PACKET":
    0 PACKET_HOST, 1 PACKET_BROADCAST, 2 PACKET_MULTICAST, 3 PACKET_OTHERHOST,
    4 PACKET_OUTGOING, 5 PACKET_LOOPBACK, 6 PACKET_USER / PACKET_FASTROUTE, 7 PACKET_KERNEL,
}

structure! { XT_PKTTYPE_INFO "xt_pkttype_info":
    pkttype: S32.of(&PACKET_TYPE),
    invert: S32,
    ; trailing: special(&FILL)
}

flags! { XT_POLICY_FLAGS "xt_policy_flags":
    0x1 XT_POLICY_MATCH_IN, 0x2 XT_POLICY_MATCH_OUT, 0x4 XT_POLICY_MATCH_NONE,
    0x8 XT_POLICY_MATCH_STRICT,
}

enumeration! { XT_POLICY_MODES "xt_policy_modes":
    0 XT_POLICY_MODE_TRANSPORT, 1 XT_POLICY_MODE_TUNNEL,
}

structure! { XT_POLICY_SPEC "xt_policy_spec":
    bits: bits!(1: saddr 1, daddr 1, proto 1, mode 1, spi 1, reqid 1, _ 2),
}

structure! { XT_POLICY_ELEM "xt_policy_elem":
    saddr: INET_ADDR,
    smask: INET_ADDR,
    daddr: INET_ADDR,
    dmask: INET_ADDR,
    spi: BE32.hex(),
    reqid: U32,
    proto: U8.of(&IPPROTO),
    mode: U8.of(&XT_POLICY_MODES),
    match: structure(&XT_POLICY_SPEC),
    invert: structure(&XT_POLICY_SPEC),
}

structure! { XT_POLICY_INFO "xt_policy_info":
    pol: structure(&XT_POLICY_ELEM).times(4),
    flags: U16.of(&XT_POLICY_FLAGS),
    len: U16,
    ; trailing: special(&FILL)
}

flags! { XT_QUOTA_FLAGS "xt_quota_flags": 0x1 XT_QUOTA_INVERT }

structure! { XT_QUOTA_INFO "xt_quota_info":
    flags: U32.of(&XT_QUOTA_FLAGS),
    pad: U32.reserved(),
    quota: ALIGNED_U64.unit(Unit::Bytes),
    master: POINTER,
    ; trailing: special(&FILL)
}

flags! { XT_RATEEST_MATCH_FLAGS "xt_rateest_match_flags":
    0x01 XT_RATEEST_MATCH_INVERT, 0x02 XT_RATEEST_MATCH_ABS, 0x04 XT_RATEEST_MATCH_REL,
    0x08 XT_RATEEST_MATCH_DELTA, 0x10 XT_RATEEST_MATCH_BPS, 0x20 XT_RATEEST_MATCH_PPS,
}

enumeration! { XT_RATEEST_MATCH_MODE "xt_rateest_match_mode":
    0 XT_RATEEST_MATCH_NONE, 1 XT_RATEEST_MATCH_EQ, 2 XT_RATEEST_MATCH_LT, 3 XT_RATEEST_MATCH_GT,
}

structure! { XT_RATEEST_MATCH_INFO "xt_rateest_match_info":
    name1: STRING.times(16),
    name2: STRING.times(16),
    flags: U16.of(&XT_RATEEST_MATCH_FLAGS),
    mode: U16.of(&XT_RATEEST_MATCH_MODE),
    bps1: U32.unit(Unit::BytesPerSecond),
    pps1: U32.unit(Unit::PacketsPerSecond),
    bps2: U32.unit(Unit::BytesPerSecond),
    pps2: U32.unit(Unit::PacketsPerSecond),
    est1: POINTER8,
    est2: POINTER8,
    ; trailing: special(&FILL)
}

structure! { XT_REALM_INFO "xt_realm_info":
    id: U32,
    mask: U32.hex(),
    invert: U8,
    ; trailing: special(&FILL)
}

flags! { XT_RECENT "XT_RECENT":
    0x01 XT_RECENT_CHECK, 0x02 XT_RECENT_SET, 0x04 XT_RECENT_UPDATE, 0x08 XT_RECENT_REMOVE,
    0x10 XT_RECENT_TTL, 0x20 XT_RECENT_REAP,
}

enumeration! { XT_RECENT_SIDE "XT_RECENT_SIDE": 0 XT_RECENT_SOURCE, 1 XT_RECENT_DEST }

structure! { XT_RECENT_MTINFO "xt_recent_mtinfo":
    seconds: U32.unit(Unit::Seconds),
    hit_count: U32,
    check_set: U8.of(&XT_RECENT),
    invert: U8,
    name: STRING.times(200),
    side: U8.of(&XT_RECENT_SIDE),
    ; trailing: special(&FILL)
}

structure! { XT_RECENT_MTINFO_V1 "xt_recent_mtinfo_v1":
    seconds: U32.unit(Unit::Seconds),
    hit_count: U32,
    check_set: U8.of(&XT_RECENT),
    invert: U8,
    name: STRING.times(200),
    side: U8.of(&XT_RECENT_SIDE),
    mask: INET_ADDR,
    ; trailing: special(&FILL)
}

flags! { XT_RPFILTER "XT_RPFILTER":
    0x1 XT_RPFILTER_LOOSE, 0x2 XT_RPFILTER_VALID_MARK, 0x4 XT_RPFILTER_ACCEPT_LOCAL,
    0x8 XT_RPFILTER_INVERT,
}

structure! { XT_RPFILTER_INFO "xt_rpfilter_info":
    flags: U8.of(&XT_RPFILTER),
    ; trailing: special(&FILL)
}

flags! { IP6T_RT_FLAGS "IP6T_RT":
    0x01 IP6T_RT_TYP, 0x02 IP6T_RT_SGS, 0x04 IP6T_RT_LEN, 0x08 IP6T_RT_RES, 0x10 IP6T_RT_FST,
    0x20 IP6T_RT_FST_NSTRICT,
}

flags! { IP6T_RT_INV "IP6T_RT_INV":
    0x1 IP6T_RT_INV_TYP, 0x2 IP6T_RT_INV_SGS, 0x4 IP6T_RT_INV_LEN,
}

structure! { IP6T_RT "ip6t_rt":
    rt_type: U32,
    segsleft: U32.times(2),
    hdrlen: U32.unit(Unit::Bytes),
    flags: U8.of(&IP6T_RT_FLAGS),
    invflags: U8.of(&IP6T_RT_INV),
    addrs: IPV6.times(16),
    addrnr: U8,
    ; trailing: special(&FILL)
}

flags! { XT_SCTP "XT_SCTP":
    0x1 XT_SCTP_SRC_PORTS, 0x2 XT_SCTP_DEST_PORTS, 0x4 XT_SCTP_CHUNK_TYPES,
}

enumeration! { SCTP_CHUNK_MATCH "SCTP_CHUNK_MATCH":
    1 SCTP_CHUNK_MATCH_ANY, 2 SCTP_CHUNK_MATCH_ALL, 4 SCTP_CHUNK_MATCH_ONLY,
}

structure! { XT_SCTP_FLAG_INFO "xt_sctp_flag_info":
    chunktype: U8.of(&super::nft_keys::SCTP_CID),
    flag: U8.hex(),
    flag_mask: U8.hex(),
}

structure! { XT_SCTP_INFO "xt_sctp_info":
    dpts: U16.times(2),
    spts: U16.times(2),
    chunkmap: U32.hex().times(64),
    chunk_match_type: U32.of(&SCTP_CHUNK_MATCH),
    flag_info: structure(&XT_SCTP_FLAG_INFO).times(4),
    flag_count: S32,
    flags: U32.of(&XT_SCTP),
    invflags: U32.of(&XT_SCTP),
    ; trailing: special(&FILL)
}

flags! { /// Which addresses of a packet are looked up in a set.
    pub IP_SET_KOPT "ip_set_kopt":
    0x01 IPSET_INV_MATCH, 0x02 IPSET_DIM_ONE_SRC, 0x04 IPSET_DIM_TWO_SRC,
    0x08 IPSET_DIM_THREE_SRC, 0x80 IPSET_RETURN_NOMATCH,
}

structure! { /// A set and how it is asked, revision 0.
    pub XT_SET_INFO_V0 "xt_set_info_v0":
    index: U16,
    flags: U32.hex().times(7),
}

structure! { /// A set and how it is asked.
    pub XT_SET_INFO "xt_set_info":
    index: U16,
    dim: U8,
    flags: U8.of(&IP_SET_KOPT),
}

enumeration! { IPSET_COUNTER "IPSET_COUNTER":
    0 IPSET_COUNTER_NONE, 1 IPSET_COUNTER_EQ, 2 IPSET_COUNTER_NE, 3 IPSET_COUNTER_LT,
    4 IPSET_COUNTER_GT,
}

structure! { IP_SET_COUNTER_MATCH0 "ip_set_counter_match0":
    op: U8.of(&IPSET_COUNTER),
    value: U64,
}

structure! { IP_SET_COUNTER_MATCH "ip_set_counter_match":
    value: ALIGNED_U64,
    op: U8.of(&IPSET_COUNTER),
}

structure! { XT_SET_INFO_MATCH_V0 "xt_set_info_match_v0":
    match_set: structure(&XT_SET_INFO_V0),
    ; trailing: special(&FILL)
}

structure! { XT_SET_INFO_MATCH_V1 "xt_set_info_match_v1":
    match_set: structure(&XT_SET_INFO),
    ; trailing: special(&FILL)
}

structure! { XT_SET_INFO_MATCH_V3 "xt_set_info_match_v3":
    match_set: structure(&XT_SET_INFO),
    packets: structure(&IP_SET_COUNTER_MATCH0),
    bytes: structure(&IP_SET_COUNTER_MATCH0),
    flags: U32.of(&IPSET_CMD_FLAGS),
    ; trailing: special(&FILL)
}

structure! { XT_SET_INFO_MATCH_V4 "xt_set_info_match_v4":
    match_set: structure(&XT_SET_INFO),
    packets: structure(&IP_SET_COUNTER_MATCH),
    bytes: structure(&IP_SET_COUNTER_MATCH),
    flags: U32.of(&IPSET_CMD_FLAGS),
    ; trailing: special(&FILL)
}

flags! { XT_SOCKET "XT_SOCKET":
    0x1 XT_SOCKET_TRANSPARENT, 0x2 XT_SOCKET_NOWILDCARD, 0x4 XT_SOCKET_RESTORESKMARK,
}

structure! { XT_SOCKET_MTINFO "xt_socket_mtinfo3":
    flags: U8.of(&XT_SOCKET),
    ; trailing: special(&FILL)
}

flags! { IP6T_SRH_FLAGS "IP6T_SRH":
    0x0001 IP6T_SRH_NEXTHDR, 0x0002 IP6T_SRH_LEN_EQ, 0x0004 IP6T_SRH_LEN_GT,
    0x0008 IP6T_SRH_LEN_LT, 0x0010 IP6T_SRH_SEGS_EQ, 0x0020 IP6T_SRH_SEGS_GT,
    0x0040 IP6T_SRH_SEGS_LT, 0x0080 IP6T_SRH_LAST_EQ, 0x0100 IP6T_SRH_LAST_GT,
    0x0200 IP6T_SRH_LAST_LT, 0x0400 IP6T_SRH_TAG, 0x0800 IP6T_SRH_PSID, 0x1000 IP6T_SRH_NSID,
    0x2000 IP6T_SRH_LSID,
}

flags! { IP6T_SRH_INV "IP6T_SRH_INV":
    0x0001 IP6T_SRH_INV_NEXTHDR, 0x0002 IP6T_SRH_INV_LEN_EQ, 0x0004 IP6T_SRH_INV_LEN_GT,
    0x0008 IP6T_SRH_INV_LEN_LT, 0x0010 IP6T_SRH_INV_SEGS_EQ, 0x0020 IP6T_SRH_INV_SEGS_GT,
    0x0040 IP6T_SRH_INV_SEGS_LT, 0x0080 IP6T_SRH_INV_LAST_EQ, 0x0100 IP6T_SRH_INV_LAST_GT,
    0x0200 IP6T_SRH_INV_LAST_LT, 0x0400 IP6T_SRH_INV_TAG, 0x0800 IP6T_SRH_INV_PSID,
    0x1000 IP6T_SRH_INV_NSID, 0x2000 IP6T_SRH_INV_LSID,
}

structure! { IP6T_SRH "ip6t_srh":
    next_hdr: U8.of(&IPPROTO),
    hdr_len: U8,
    segs_left: U8,
    last_entry: U8,
    tag: U16,
    mt_flags: U16.of(&IP6T_SRH_FLAGS),
    mt_invflags: U16.of(&IP6T_SRH_INV),
    ; trailing: special(&FILL)
}

structure! { IP6T_SRH1 "ip6t_srh1":
    next_hdr: U8.of(&IPPROTO),
    hdr_len: U8,
    segs_left: U8,
    last_entry: U8,
    tag: U16,
    psid_addr: IPV6,
    nsid_addr: IPV6,
    lsid_addr: IPV6,
    psid_msk: IPV6,
    nsid_msk: IPV6,
    lsid_msk: IPV6,
    mt_flags: U16.of(&IP6T_SRH_FLAGS),
    mt_invflags: U16.of(&IP6T_SRH_INV),
    ; trailing: special(&FILL)
}

flags! { XT_STATE "XT_STATE":
    0x01 XT_STATE_INVALID, 0x02 XT_STATE_ESTABLISHED, 0x04 XT_STATE_RELATED, 0x08 XT_STATE_NEW,
    0x40 XT_STATE_UNTRACKED,
}

structure! { XT_STATE_INFO "xt_state_info":
    statemask: U32.of(&XT_STATE),
    ; trailing: special(&FILL)
}

enumeration! { XT_STATISTIC_MODE "xt_statistic_mode":
    0 XT_STATISTIC_MODE_RANDOM, 1 XT_STATISTIC_MODE_NTH,
}

flags! { XT_STATISTIC_FLAGS "xt_statistic_flags": 0x1 XT_STATISTIC_INVERT }

structure! { STATISTIC_RANDOM "xt_statistic_info(random)":
    probability: U32,
    unused: BYTES.times(8).reserved(),
}

structure! { STATISTIC_NTH "xt_statistic_info(nth)":
    every: U32,
    packet: U32,
    count: U32,
}

select! { STATISTIC_UNION number field("mode") => {
    0 => structure(&STATISTIC_RANDOM),
} else structure(&STATISTIC_NTH) }

structure! { XT_STATISTIC_INFO "xt_statistic_info":
    mode: U16.of(&XT_STATISTIC_MODE),
    flags: U16.of(&XT_STATISTIC_FLAGS),
    u: select(&STATISTIC_UNION),
    master: POINTER8,
    ; trailing: special(&FILL)
}

flags! { XT_STRING_FLAG "XT_STRING_FLAG":
    0x1 XT_STRING_FLAG_INVERT, 0x2 XT_STRING_FLAG_IGNORECASE,
}

structure! { XT_STRING_INFO "xt_string_info":
    from_offset: U16.unit(Unit::Bytes),
    to_offset: U16.unit(Unit::Bytes),
    algo: STRING.times(16),
    pattern: STRING.times(128),
    patlen: U8.unit(Unit::Bytes),
    flags: U8.of(&XT_STRING_FLAG),
    config: POINTER8,
    ; trailing: special(&FILL)
}

structure! { XT_TCPMSS_MATCH_INFO "xt_tcpmss_match_info":
    mss_min: U16.unit(Unit::Bytes),
    mss_max: U16.unit(Unit::Bytes),
    invert: U8,
    ; trailing: special(&FILL)
}

flags! { XT_TCP_INV "XT_TCP_INV":
    0x1 XT_TCP_INV_SRCPT, 0x2 XT_TCP_INV_DSTPT, 0x4 XT_TCP_INV_FLAGS, 0x8 XT_TCP_INV_OPTION,
}

structure! { XT_TCP "xt_tcp":
    spts: U16.times(2),
    dpts: U16.times(2),
    option: U8,
    flg_mask: U8.of(&TCPHDR),
    flg_cmp: U8.of(&TCPHDR),
    invflags: U8.of(&XT_TCP_INV),
    ; trailing: special(&FILL)
}

flags! { XT_UDP_INV "XT_UDP_INV": 0x1 XT_UDP_INV_SRCPT, 0x2 XT_UDP_INV_DSTPT }

structure! { XT_UDP "xt_udp":
    spts: U16.times(2),
    dpts: U16.times(2),
    invflags: U8.of(&XT_UDP_INV),
    ; trailing: special(&FILL)
}

flags! { XT_TIME "XT_TIME": 0x1 XT_TIME_LOCAL_TZ, 0x2 XT_TIME_CONTIGUOUS }

structure! { XT_TIME_INFO "xt_time_info":
    date_start: U32.unit(Unit::UnixSeconds),
    date_stop: U32.unit(Unit::UnixSeconds),
    daytime_start: U32.unit(Unit::Seconds),
    daytime_stop: U32.unit(Unit::Seconds),
    monthdays_match: U32.hex(),
    weekdays_match: U8.hex(),
    flags: U8.of(&XT_TIME),
    ; trailing: special(&FILL)
}

enumeration! { XT_U32_OPS "xt_u32_ops":
    0 XT_U32_AND, 1 XT_U32_LEFTSH, 2 XT_U32_RIGHTSH, 3 XT_U32_AT,
}

structure! { XT_U32_LOCATION_ELEMENT "xt_u32_location_element":
    number: U32,
    nextop: U8.of(&XT_U32_OPS),
}

structure! { XT_U32_VALUE_ELEMENT "xt_u32_value_element":
    min: U32,
    max: U32,
}

structure! { XT_U32_TEST "xt_u32_test":
    location: structure(&XT_U32_LOCATION_ELEMENT).times(11),
    value: structure(&XT_U32_VALUE_ELEMENT).times(11),
    nnums: U8,
    nvalues: U8,
}

structure! { XT_U32 "xt_u32":
    tests: structure(&XT_U32_TEST).times(11),
    ntests: U8,
    invert: U8,
    ; trailing: special(&FILL)
}
