//! Actions: what a filter does with what it matches.
//!
//! Source: `uapi/linux/pkt_cls.h`, `uapi/linux/tc_act/*.h`, `uapi/linux/ife.h`,
//! `net/sched/act_*.c`.

use super::super::common::{AF, ETH_P, IPPROTO};
use super::common::{
    BPF_PROGRAM, CLOCK, RATE_TABLE, TC_ACT, TC_ACT_U32, TC_RATESPEC, TCA_STATS, TCF_T,
};
use super::legacy::TCA_IPT;
use crate::families::nfnetlink::xt_match::PACKET_TYPE;
use crate::table::macros::*;
use crate::table::{Fact, Unit};

flags! { TCA_ACT_FLAGS "TCA_ACT_FLAGS":
    1 TCA_ACT_FLAGS_NO_PERCPU_STATS, 2 TCA_ACT_FLAGS_SKIP_HW, 4 TCA_ACT_FLAGS_SKIP_SW,
}

flags! { TCA_ACT_HW_STATS "TCA_ACT_HW_STATS":
    1 TCA_ACT_HW_STATS_IMMEDIATE, 2 TCA_ACT_HW_STATS_DELAYED,
}

flags! { TCA_ACT_FLAG "TCA_ACT_FLAG":
    1 TCA_ACT_FLAG_LARGE_DUMP_ON / TCA_FLAG_LARGE_DUMP_ON, 2 TCA_ACT_FLAG_TERSE_DUMP,
}

set! { pub(super) TCA_ACT "TCA_ACT":
    1 TCA_ACT_KIND: STRING,
    2 TCA_ACT_OPTIONS: select(&ACT_OPTIONS),
    3 TCA_ACT_INDEX: U32,
    4 TCA_ACT_STATS: nest(&TCA_STATS),
    5 TCA_ACT_PAD: PAD,
    6 TCA_ACT_COOKIE: BYTES,
    7 TCA_ACT_FLAGS: bitfield32(&TCA_ACT_FLAGS),
    8 TCA_ACT_HW_STATS: bitfield32(&TCA_ACT_HW_STATS),
    9 TCA_ACT_USED_HW_STATS: bitfield32(&TCA_ACT_HW_STATS),
    10 TCA_ACT_IN_HW_COUNT: U32,
}

set! { /// How many actions a flush removed: entry 0 of the kernel's RTM_DELACTION.
    TCA_ACT_FLUSH "TCA_ACT(flush)":
    1 TCA_ACT_KIND: STRING,
    6 TCA_FCNT: U32,
}

select! { DELETED number fact(Fact::EntryType) => {
    0 => nest(&TCA_ACT_FLUSH),
} else nest(&TCA_ACT) }

select! { TAB_ENTRY number fact(Fact::Command) => {
    49 => select(&DELETED),
} else nest(&TCA_ACT) }

set! { /// Attributes behind `struct tcamsg`.
    pub(super) TCA_ROOT "TCA_ROOT":
    1 TCA_ROOT_TAB / TCA_ACT_TAB: array!(select(&TAB_ENTRY)),
    2 TCA_ROOT_FLAGS: bitfield32(&TCA_ACT_FLAG),
    3 TCA_ROOT_COUNT: U32,
    4 TCA_ROOT_TIME_DELTA: U32.unit(Unit::Milliseconds),
    5 TCA_ROOT_EXT_WARN_MSG: STRING,
}

select! { ACT_OPTIONS text attribute("TCA_ACT_KIND") => {
    "bpf" => nest(&TCA_ACT_BPF),
    "connmark" => nest(&TCA_CONNMARK),
    "csum" => nest(&TCA_CSUM),
    "ct" => nest(&TCA_CT),
    "ctinfo" => nest(&TCA_CTINFO),
    "gact" => nest(&TCA_GACT),
    "gate" => nest(&TCA_GATE),
    "ife" => nest(&TCA_IFE),
    "ipt" => nest(&TCA_IPT),
    "mirred" => nest(&TCA_MIRRED),
    "mpls" => nest(&TCA_MPLS),
    "nat" => nest(&TCA_NAT),
    "pedit" => nest(&TCA_PEDIT),
    "police" => nest(&TCA_POLICE),
    "sample" => nest(&TCA_SAMPLE),
    "simple" => nest(&TCA_DEF),
    "skbedit" => nest(&TCA_SKBEDIT),
    "skbmod" => nest(&TCA_SKBMOD),
    "tunnel_key" => nest(&TCA_TUNNEL_KEY),
    "vlan" => nest(&TCA_VLAN),
    "xt" => nest(&TCA_IPT),
} else BYTES }

structure! { TC_POLICE "tc_police":
    index: U32,
    action: S32.of(&TC_ACT),
    limit: U32.unit(Unit::Bytes),
    burst: U32.unit(Unit::PschedTicks),
    mtu: U32.unit(Unit::Bytes),
    rate: structure(&TC_RATESPEC),
    peakrate: structure(&TC_RATESPEC),
    refcnt: S32,
    bindcnt: S32,
    capab: U32,
}

set! { pub(super) TCA_POLICE "TCA_POLICE":
    1 TCA_POLICE_TBF: structure(&TC_POLICE),
    2 TCA_POLICE_RATE: RATE_TABLE,
    3 TCA_POLICE_PEAKRATE: RATE_TABLE,
    4 TCA_POLICE_AVRATE: U32.unit(Unit::BytesPerSecond),
    5 TCA_POLICE_RESULT: U32.of(&TC_ACT_U32),
    6 TCA_POLICE_TM: structure(&TCF_T),
    7 TCA_POLICE_PAD: PAD,
    8 TCA_POLICE_RATE64: U64.unit(Unit::BytesPerSecond),
    9 TCA_POLICE_PEAKRATE64: U64.unit(Unit::BytesPerSecond),
    10 TCA_POLICE_PKTRATE64: U64.unit(Unit::PacketsPerSecond),
    11 TCA_POLICE_PKTBURST64: U64.unit(Unit::PschedTicks),
}

structure! { TC_ACT_BPF "tc_act_bpf":
    index: U32,
    capab: U32,
    action: S32.of(&TC_ACT),
    refcnt: S32,
    bindcnt: S32,
}

set! { TCA_ACT_BPF "TCA_ACT_BPF":
    1 TCA_ACT_BPF_TM: structure(&TCF_T),
    2 TCA_ACT_BPF_PARMS: structure(&TC_ACT_BPF),
    3 TCA_ACT_BPF_OPS_LEN: U16,
    4 TCA_ACT_BPF_OPS: BPF_PROGRAM,
    5 TCA_ACT_BPF_FD: U32,
    6 TCA_ACT_BPF_NAME: NUL_STRING,
    7 TCA_ACT_BPF_PAD: PAD,
    8 TCA_ACT_BPF_TAG: BYTES,
    9 TCA_ACT_BPF_ID: U32,
}

structure! { TC_CONNMARK "tc_connmark":
    index: U32,
    capab: U32,
    action: S32.of(&TC_ACT),
    refcnt: S32,
    bindcnt: S32,
    zone: U16,
}

set! { TCA_CONNMARK "TCA_CONNMARK":
    1 TCA_CONNMARK_PARMS: structure(&TC_CONNMARK),
    2 TCA_CONNMARK_TM: structure(&TCF_T),
    3 TCA_CONNMARK_PAD: PAD,
}

flags! { TCA_CSUM_UPDATE_FLAG "TCA_CSUM_UPDATE_FLAG":
    1 TCA_CSUM_UPDATE_FLAG_IPV4HDR, 2 TCA_CSUM_UPDATE_FLAG_ICMP, 4 TCA_CSUM_UPDATE_FLAG_IGMP,
    8 TCA_CSUM_UPDATE_FLAG_TCP, 16 TCA_CSUM_UPDATE_FLAG_UDP, 32 TCA_CSUM_UPDATE_FLAG_UDPLITE,
    64 TCA_CSUM_UPDATE_FLAG_SCTP,
}

structure! { TC_CSUM "tc_csum":
    index: U32,
    capab: U32,
    action: S32.of(&TC_ACT),
    refcnt: S32,
    bindcnt: S32,
    update_flags: U32.of(&TCA_CSUM_UPDATE_FLAG),
}

set! { TCA_CSUM "TCA_CSUM":
    1 TCA_CSUM_PARMS: structure(&TC_CSUM),
    2 TCA_CSUM_TM: structure(&TCF_T),
    3 TCA_CSUM_PAD: PAD,
}

flags! { TCA_CT_ACT "TCA_CT_ACT":
    0x01 TCA_CT_ACT_COMMIT, 0x02 TCA_CT_ACT_FORCE, 0x04 TCA_CT_ACT_CLEAR, 0x08 TCA_CT_ACT_NAT,
    0x10 TCA_CT_ACT_NAT_SRC, 0x20 TCA_CT_ACT_NAT_DST,
}

structure! { TC_CT "tc_ct":
    index: U32,
    capab: U32,
    action: S32.of(&TC_ACT),
    refcnt: S32,
    bindcnt: S32,
}

set! { TCA_CT "TCA_CT":
    1 TCA_CT_PARMS: structure(&TC_CT),
    2 TCA_CT_TM: structure(&TCF_T),
    3 TCA_CT_ACTION: U16.of(&TCA_CT_ACT),
    4 TCA_CT_ZONE: U16,
    5 TCA_CT_MARK: U32.hex(),
    6 TCA_CT_MARK_MASK: U32.hex(),
    7 TCA_CT_LABELS: BYTES,
    8 TCA_CT_LABELS_MASK: BYTES,
    9 TCA_CT_NAT_IPV4_MIN: IPV4,
    10 TCA_CT_NAT_IPV4_MAX: IPV4,
    11 TCA_CT_NAT_IPV6_MIN: IPV6,
    12 TCA_CT_NAT_IPV6_MAX: IPV6,
    13 TCA_CT_NAT_PORT_MIN: BE16,
    14 TCA_CT_NAT_PORT_MAX: BE16,
    15 TCA_CT_PAD: PAD,
    16 TCA_CT_HELPER_NAME: STRING,
    17 TCA_CT_HELPER_FAMILY: U8.of(&AF),
    18 TCA_CT_HELPER_PROTO: U8.of(&IPPROTO),
}

structure! { TC_CTINFO "tc_ctinfo":
    index: U32,
    capab: U32,
    action: S32.of(&TC_ACT),
    refcnt: S32,
    bindcnt: S32,
}

set! { TCA_CTINFO "TCA_CTINFO":
    1 TCA_CTINFO_PAD: PAD,
    2 TCA_CTINFO_TM: structure(&TCF_T),
    3 TCA_CTINFO_ACT: structure(&TC_CTINFO),
    4 TCA_CTINFO_ZONE: U16,
    5 TCA_CTINFO_PARMS_DSCP_MASK: U32.hex(),
    6 TCA_CTINFO_PARMS_DSCP_STATEMASK: U32.hex(),
    7 TCA_CTINFO_PARMS_CPMARK_MASK: U32.hex(),
    8 TCA_CTINFO_STATS_DSCP_SET: U64.unit(Unit::Packets),
    9 TCA_CTINFO_STATS_DSCP_ERROR: U64.unit(Unit::Packets),
    10 TCA_CTINFO_STATS_CPMARK_SET: U64.unit(Unit::Packets),
}

structure! { TC_DEFACT "tc_defact":
    index: U32,
    capab: U32,
    action: S32.of(&TC_ACT),
    refcnt: S32,
    bindcnt: S32,
}

set! { TCA_DEF "TCA_DEF":
    1 TCA_DEF_TM: structure(&TCF_T),
    2 TCA_DEF_PARMS: structure(&TC_DEFACT),
    3 TCA_DEF_DATA: STRING,
    4 TCA_DEF_PAD: PAD,
}

enumeration! { PGACT "PGACT":
    0 PGACT_NONE, 1 PGACT_NETRAND, 2 PGACT_DETERM,
}

structure! { TC_GACT "tc_gact":
    index: U32,
    capab: U32,
    action: S32.of(&TC_ACT),
    refcnt: S32,
    bindcnt: S32,
}

structure! { TC_GACT_P "tc_gact_p":
    ptype: U16.of(&PGACT),
    pval: U16,
    paction: S32.of(&TC_ACT),
}

set! { TCA_GACT "TCA_GACT":
    1 TCA_GACT_TM: structure(&TCF_T),
    2 TCA_GACT_PARMS: structure(&TC_GACT),
    3 TCA_GACT_PROB: structure(&TC_GACT_P),
    4 TCA_GACT_PAD: PAD,
}

structure! { TC_GATE "tc_gate":
    index: U32,
    capab: U32,
    action: S32.of(&TC_ACT),
    refcnt: S32,
    bindcnt: S32,
}

set! { TCA_GATE_ENTRY "TCA_GATE_ENTRY":
    1 TCA_GATE_ENTRY_INDEX: U32,
    2 TCA_GATE_ENTRY_GATE: FLAG,
    3 TCA_GATE_ENTRY_INTERVAL: U32.unit(Unit::Nanoseconds),
    4 TCA_GATE_ENTRY_IPV: S32,
    5 TCA_GATE_ENTRY_MAX_OCTETS: S32.unit(Unit::Bytes),
}

set! { TCA_GATE_ONE_ENTRY "TCA_GATE_ONE_ENTRY":
    1 TCA_GATE_ONE_ENTRY: nest(&TCA_GATE_ENTRY).multi(),
}

set! { TCA_GATE "TCA_GATE":
    1 TCA_GATE_TM: structure(&TCF_T),
    2 TCA_GATE_PARMS: structure(&TC_GATE),
    3 TCA_GATE_PAD: PAD,
    4 TCA_GATE_PRIORITY: S32,
    5 TCA_GATE_ENTRY_LIST: nest(&TCA_GATE_ONE_ENTRY),
    6 TCA_GATE_BASE_TIME: U64.unit(Unit::Nanoseconds),
    7 TCA_GATE_CYCLE_TIME: U64.unit(Unit::Nanoseconds),
    8 TCA_GATE_CYCLE_TIME_EXT: U64.unit(Unit::Nanoseconds),
    9 TCA_GATE_FLAGS: U32.hex(),
    10 TCA_GATE_CLOCKID: S32.of(&CLOCK),
}

enumeration! { IFE "IFE":
    0 IFE_DECODE, 1 IFE_ENCODE,
}

structure! { TC_IFE "tc_ife":
    index: U32,
    capab: U32,
    action: S32.of(&TC_ACT),
    refcnt: S32,
    bindcnt: S32,
    flags: U16.of(&IFE),
}

set! { /// Metadata to send along: with a value, or the packet's own.
    IFE_META "IFE_META":
    1 IFE_META_SKBMARK: U32.hex().or_flag(),
    2 IFE_META_HASHID: U32.hex().or_flag(),
    3 IFE_META_PRIO: U32.or_flag(),
    4 IFE_META_QMAP: U16.or_flag(),
    5 IFE_META_TCINDEX: U16.or_flag(),
}

set! { TCA_IFE "TCA_IFE":
    1 TCA_IFE_PARMS: structure(&TC_IFE),
    2 TCA_IFE_TM: structure(&TCF_T),
    3 TCA_IFE_DMAC: MAC,
    4 TCA_IFE_SMAC: MAC,
    5 TCA_IFE_TYPE: U16.of(&ETH_P),
    6 TCA_IFE_METALST: nest(&IFE_META),
    7 TCA_IFE_PAD: PAD,
}

enumeration! { TCA_MIRRED_EACTION "TCA_EGRESS/INGRESS":
    1 TCA_EGRESS_REDIR, 2 TCA_EGRESS_MIRROR, 3 TCA_INGRESS_REDIR, 4 TCA_INGRESS_MIRROR,
}

structure! { TC_MIRRED "tc_mirred":
    index: U32,
    capab: U32,
    action: S32.of(&TC_ACT),
    refcnt: S32,
    bindcnt: S32,
    eaction: S32.of(&TCA_MIRRED_EACTION),
    ifindex: IFINDEX,
}

set! { TCA_MIRRED "TCA_MIRRED":
    1 TCA_MIRRED_TM: structure(&TCF_T),
    2 TCA_MIRRED_PARMS: structure(&TC_MIRRED),
    3 TCA_MIRRED_PAD: PAD,
    4 TCA_MIRRED_BLOCKID: U32,
}

enumeration! { TCA_MPLS_ACT "TCA_MPLS_ACT":
    1 TCA_MPLS_ACT_POP, 2 TCA_MPLS_ACT_PUSH, 3 TCA_MPLS_ACT_MODIFY, 4 TCA_MPLS_ACT_DEC_TTL,
    5 TCA_MPLS_ACT_MAC_PUSH,
}

structure! { TC_MPLS "tc_mpls":
    index: U32,
    capab: U32,
    action: S32.of(&TC_ACT),
    refcnt: S32,
    bindcnt: S32,
    m_action: S32.of(&TCA_MPLS_ACT),
}

set! { TCA_MPLS "TCA_MPLS":
    1 TCA_MPLS_TM: structure(&TCF_T),
    2 TCA_MPLS_PARMS: structure(&TC_MPLS),
    3 TCA_MPLS_PAD: PAD,
    4 TCA_MPLS_PROTO: BE16.of(&ETH_P),
    5 TCA_MPLS_LABEL: U32,
    6 TCA_MPLS_TC: U8,
    7 TCA_MPLS_TTL: U8,
    8 TCA_MPLS_BOS: U8,
}

flags! { TCA_NAT_FLAG "TCA_NAT_FLAG":
    1 TCA_NAT_FLAG_EGRESS,
}

structure! { TC_NAT "tc_nat":
    index: U32,
    capab: U32,
    action: S32.of(&TC_ACT),
    refcnt: S32,
    bindcnt: S32,
    old_addr: IPV4,
    new_addr: IPV4,
    mask: IPV4,
    flags: U32.of(&TCA_NAT_FLAG),
}

set! { TCA_NAT "TCA_NAT":
    1 TCA_NAT_PARMS: structure(&TC_NAT),
    2 TCA_NAT_TM: structure(&TCF_T),
    3 TCA_NAT_PAD: PAD,
}

enumeration! { PEDIT_HEADER_TYPE "pedit_header_type":
    0 TCA_PEDIT_KEY_EX_HDR_TYPE_NETWORK, 1 TCA_PEDIT_KEY_EX_HDR_TYPE_ETH,
    2 TCA_PEDIT_KEY_EX_HDR_TYPE_IP4, 3 TCA_PEDIT_KEY_EX_HDR_TYPE_IP6,
    4 TCA_PEDIT_KEY_EX_HDR_TYPE_TCP, 5 TCA_PEDIT_KEY_EX_HDR_TYPE_UDP,
}

enumeration! { PEDIT_CMD "pedit_cmd":
    0 TCA_PEDIT_KEY_EX_CMD_SET, 1 TCA_PEDIT_KEY_EX_CMD_ADD,
}

structure! { /// `mask` and `val` lie as the packet's bytes do.
    TC_PEDIT_KEY "tc_pedit_key":
    mask: BE32.hex(),
    val: BE32.hex(),
    off: U32.unit(Unit::Bytes),
    at: U32.unit(Unit::Bytes),
    offmask: U32.hex(),
    shift: U32,
}

structure! { TC_PEDIT_SEL "tc_pedit_sel":
    index: U32,
    capab: U32,
    action: S32.of(&TC_ACT),
    refcnt: S32,
    bindcnt: S32,
    nkeys: U8,
    flags: U8.hex();
    keys: list!(structure(&TC_PEDIT_KEY))
}

set! { TCA_PEDIT_KEY_EX "TCA_PEDIT_KEY_EX":
    1 TCA_PEDIT_KEY_EX_HTYPE: U16.of(&PEDIT_HEADER_TYPE),
    2 TCA_PEDIT_KEY_EX_CMD: U16.of(&PEDIT_CMD),
}

set! { /// One for each of the keys, in their order.
    TCA_PEDIT_KEYS_EX "TCA_PEDIT_KEYS_EX":
    6 TCA_PEDIT_KEY_EX: nest(&TCA_PEDIT_KEY_EX).multi(),
}

set! { TCA_PEDIT "TCA_PEDIT":
    1 TCA_PEDIT_TM: structure(&TCF_T),
    2 TCA_PEDIT_PARMS: structure(&TC_PEDIT_SEL),
    3 TCA_PEDIT_PAD: PAD,
    4 TCA_PEDIT_PARMS_EX: structure(&TC_PEDIT_SEL),
    5 TCA_PEDIT_KEYS_EX: nest(&TCA_PEDIT_KEYS_EX),
    6 TCA_PEDIT_KEY_EX: nest(&TCA_PEDIT_KEY_EX),
}

structure! { TC_SAMPLE "tc_sample":
    index: U32,
    capab: U32,
    action: S32.of(&TC_ACT),
    refcnt: S32,
    bindcnt: S32,
}

set! { TCA_SAMPLE "TCA_SAMPLE":
    1 TCA_SAMPLE_TM: structure(&TCF_T),
    2 TCA_SAMPLE_PARMS: structure(&TC_SAMPLE),
    3 TCA_SAMPLE_RATE: U32,
    4 TCA_SAMPLE_TRUNC_SIZE: U32.unit(Unit::Bytes),
    5 TCA_SAMPLE_PSAMPLE_GROUP: U32,
    6 TCA_SAMPLE_PAD: PAD,
}

flags! { SKBEDIT_F "SKBEDIT_F":
    0x01 SKBEDIT_F_PRIORITY, 0x02 SKBEDIT_F_QUEUE_MAPPING, 0x04 SKBEDIT_F_MARK,
    0x08 SKBEDIT_F_PTYPE, 0x10 SKBEDIT_F_MASK, 0x20 SKBEDIT_F_INHERITDSFIELD,
    0x40 SKBEDIT_F_TXQ_SKBHASH,
}

structure! { TC_SKBEDIT "tc_skbedit":
    index: U32,
    capab: U32,
    action: S32.of(&TC_ACT),
    refcnt: S32,
    bindcnt: S32,
}

set! { TCA_SKBEDIT "TCA_SKBEDIT":
    1 TCA_SKBEDIT_TM: structure(&TCF_T),
    2 TCA_SKBEDIT_PARMS: structure(&TC_SKBEDIT),
    3 TCA_SKBEDIT_PRIORITY: HANDLE,
    4 TCA_SKBEDIT_QUEUE_MAPPING: U16,
    5 TCA_SKBEDIT_MARK: U32.hex(),
    6 TCA_SKBEDIT_PAD: PAD,
    7 TCA_SKBEDIT_PTYPE: U16.of(&PACKET_TYPE),
    8 TCA_SKBEDIT_MASK: U32.hex(),
    9 TCA_SKBEDIT_FLAGS: U64.of(&SKBEDIT_F),
    10 TCA_SKBEDIT_QUEUE_MAPPING_MAX: U16,
}

flags! { SKBMOD_F "SKBMOD_F":
    0x01 SKBMOD_F_DMAC, 0x02 SKBMOD_F_SMAC, 0x04 SKBMOD_F_ETYPE, 0x08 SKBMOD_F_SWAPMAC,
    0x10 SKBMOD_F_ECN,
}

structure! { TC_SKBMOD "tc_skbmod":
    index: U32,
    capab: U32,
    action: S32.of(&TC_ACT),
    refcnt: S32,
    bindcnt: S32,
    flags: U64.of(&SKBMOD_F),
}

set! { TCA_SKBMOD "TCA_SKBMOD":
    1 TCA_SKBMOD_TM: structure(&TCF_T),
    2 TCA_SKBMOD_PARMS: structure(&TC_SKBMOD),
    3 TCA_SKBMOD_DMAC: MAC,
    4 TCA_SKBMOD_SMAC: MAC,
    5 TCA_SKBMOD_ETYPE: U16.of(&ETH_P),
    6 TCA_SKBMOD_PAD: PAD,
}

enumeration! { TCA_TUNNEL_KEY_ACT "TCA_TUNNEL_KEY_ACT":
    1 TCA_TUNNEL_KEY_ACT_SET, 2 TCA_TUNNEL_KEY_ACT_RELEASE,
}

structure! { TC_TUNNEL_KEY "tc_tunnel_key":
    index: U32,
    capab: U32,
    action: S32.of(&TC_ACT),
    refcnt: S32,
    bindcnt: S32,
    t_action: S32.of(&TCA_TUNNEL_KEY_ACT),
}

// Geneve options: see flower

set! { TCA_TUNNEL_KEY_ENC_OPT_GENEVE "TCA_TUNNEL_KEY_ENC_OPT_GENEVE":
    1 TCA_TUNNEL_KEY_ENC_OPT_GENEVE_CLASS: BE16.hex(),
    2 TCA_TUNNEL_KEY_ENC_OPT_GENEVE_TYPE: U8.hex(),
    3 TCA_TUNNEL_KEY_ENC_OPT_GENEVE_DATA: BYTES,
}

set! { TCA_TUNNEL_KEY_ENC_OPT_VXLAN "TCA_TUNNEL_KEY_ENC_OPT_VXLAN":
    1 TCA_TUNNEL_KEY_ENC_OPT_VXLAN_GBP: U32.hex(),
}

set! { TCA_TUNNEL_KEY_ENC_OPT_ERSPAN "TCA_TUNNEL_KEY_ENC_OPT_ERSPAN":
    1 TCA_TUNNEL_KEY_ENC_OPT_ERSPAN_VER: U8,
    2 TCA_TUNNEL_KEY_ENC_OPT_ERSPAN_INDEX: BE32,
    3 TCA_TUNNEL_KEY_ENC_OPT_ERSPAN_DIR: U8,
    4 TCA_TUNNEL_KEY_ENC_OPT_ERSPAN_HWID: U8,
}

set! { TCA_TUNNEL_KEY_ENC_OPTS "TCA_TUNNEL_KEY_ENC_OPTS":
    1 TCA_TUNNEL_KEY_ENC_OPTS_GENEVE: sequence(&TCA_TUNNEL_KEY_ENC_OPT_GENEVE).multi(),
    2 TCA_TUNNEL_KEY_ENC_OPTS_VXLAN: nest(&TCA_TUNNEL_KEY_ENC_OPT_VXLAN),
    3 TCA_TUNNEL_KEY_ENC_OPTS_ERSPAN: nest(&TCA_TUNNEL_KEY_ENC_OPT_ERSPAN),
}

set! { TCA_TUNNEL_KEY "TCA_TUNNEL_KEY":
    1 TCA_TUNNEL_KEY_TM: structure(&TCF_T),
    2 TCA_TUNNEL_KEY_PARMS: structure(&TC_TUNNEL_KEY),
    3 TCA_TUNNEL_KEY_ENC_IPV4_SRC: IPV4,
    4 TCA_TUNNEL_KEY_ENC_IPV4_DST: IPV4,
    5 TCA_TUNNEL_KEY_ENC_IPV6_SRC: IPV6,
    6 TCA_TUNNEL_KEY_ENC_IPV6_DST: IPV6,
    7 TCA_TUNNEL_KEY_ENC_KEY_ID: BE32,
    8 TCA_TUNNEL_KEY_PAD: PAD,
    9 TCA_TUNNEL_KEY_ENC_DST_PORT: BE16,
    10 TCA_TUNNEL_KEY_NO_CSUM: U8,
    11 TCA_TUNNEL_KEY_ENC_OPTS: nest(&TCA_TUNNEL_KEY_ENC_OPTS),
    12 TCA_TUNNEL_KEY_ENC_TOS: U8.hex(),
    13 TCA_TUNNEL_KEY_ENC_TTL: U8,
    14 TCA_TUNNEL_KEY_NO_FRAG: FLAG,
}

enumeration! { TCA_VLAN_ACT "TCA_VLAN_ACT":
    1 TCA_VLAN_ACT_POP, 2 TCA_VLAN_ACT_PUSH, 3 TCA_VLAN_ACT_MODIFY, 4 TCA_VLAN_ACT_POP_ETH,
    5 TCA_VLAN_ACT_PUSH_ETH,
}

structure! { TC_VLAN "tc_vlan":
    index: U32,
    capab: U32,
    action: S32.of(&TC_ACT),
    refcnt: S32,
    bindcnt: S32,
    v_action: S32.of(&TCA_VLAN_ACT),
}

set! { TCA_VLAN "TCA_VLAN":
    1 TCA_VLAN_TM: structure(&TCF_T),
    2 TCA_VLAN_PARMS: structure(&TC_VLAN),
    3 TCA_VLAN_PUSH_VLAN_ID: U16,
    4 TCA_VLAN_PUSH_VLAN_PROTOCOL: BE16.of(&ETH_P),
    5 TCA_VLAN_PAD: PAD,
    6 TCA_VLAN_PUSH_VLAN_PRIORITY: U8,
    7 TCA_VLAN_PUSH_ETH_DST: MAC,
    8 TCA_VLAN_PUSH_ETH_SRC: MAC,
}
