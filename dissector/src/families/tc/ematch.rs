//! Extended matches: trees of conditions for basic, cgroup and flow.
//!
//! Source: `uapi/linux/pkt_cls.h`, `uapi/linux/tc_ematch/*.h`, `uapi/linux/netfilter.h`,
//! `uapi/linux/netfilter/{xt_policy,xt_addrtype,xt_set}.h`, `uapi/linux/netfilter/ipset/ip_set.h`,
//! `uapi/linux/can.h`, `net/sched/ematch.c`, `net/sched/em_*.c`.

use super::super::common::IPPROTO;
use super::filter::TC_U32_KEY;
use crate::special::tc_ematch;
use crate::table::macros::*;
use crate::table::{Fact, Unit};

enumeration! { TCF_EM_PROG "TCF_EM_PROG":
    0 TCF_EM_PROG_TC,
}

structure! { TCF_EMATCH_TREE_HDR "tcf_ematch_tree_hdr":
    nmatches: U16,
    progid: U16.of(&TCF_EM_PROG),
}

enumeration! { TCF_EM "TCF_EM":
    0 TCF_EM_CONTAINER, 1 TCF_EM_CMP, 2 TCF_EM_NBYTE, 3 TCF_EM_U32, 4 TCF_EM_META,
    5 TCF_EM_TEXT, 6 TCF_EM_VLAN, 7 TCF_EM_CANID, 8 TCF_EM_IPSET, 9 TCF_EM_IPT,
}

flags! { /// No relation (TCF_EM_REL_END) ends a sequence.
    TCF_EM_FLAGS "TCF_EM_REL":
    1 TCF_EM_REL_AND, 2 TCF_EM_REL_OR, 4 TCF_EM_INVERT, 8 TCF_EM_SIMPLE,
}

structure! { TCF_EMATCH_HDR "tcf_ematch_hdr":
    matchid: U16,
    kind: U16.of(&TCF_EM),
    flags: U16.of(&TCF_EM_FLAGS),
    pad: U16.reserved();
    data: select(&EMATCH)
}

select! { /// A container names the position where its own sequence begins.
    EMATCH number field("kind") => {
    0 => U32,
    1 => structure(&TCF_EM_CMP),
    2 => special(&tc_ematch::NBYTE),
    3 => structure(&TC_U32_KEY),
    4 => special(&tc_ematch::META),
    5 => structure(&TCF_EM_TEXT),
    7 => list!(structure(&CAN_FILTER)),
    8 => structure(&XT_SET_INFO),
    9 => nest(&TCA_EM_IPT),
} else BYTES }

set! { pub(super) TCA_EMATCH_TREE "TCA_EMATCH_TREE":
    1 TCA_EMATCH_TREE_HDR: structure(&TCF_EMATCH_TREE_HDR),
    2 TCA_EMATCH_TREE_LIST: array!(structure(&TCF_EMATCH_HDR)),
}

enumeration! { TCF_EM_ALIGN "TCF_EM_ALIGN":
    1 TCF_EM_ALIGN_U8, 2 TCF_EM_ALIGN_U16, 4 TCF_EM_ALIGN_U32,
}

flags! { TCF_EM_CMP_FLAGS "TCF_EM_CMP":
    1 TCF_EM_CMP_TRANS,
}

enumeration! { TCF_LAYER "TCF_LAYER":
    0 TCF_LAYER_LINK, 1 TCF_LAYER_NETWORK, 2 TCF_LAYER_TRANSPORT,
}

enumeration! { TCF_EM_OPND "TCF_EM_OPND":
    0 TCF_EM_OPND_EQ, 1 TCF_EM_OPND_GT, 2 TCF_EM_OPND_LT,
}

structure! { TCF_EM_CMP "tcf_em_cmp":
    val: U32,
    mask: U32.hex(),
    off: U16.unit(Unit::Bytes),
    align_flags: bits!(1: align 4 of(&TCF_EM_ALIGN), flags 4 of(&TCF_EM_CMP_FLAGS)),
    layer_opnd: bits!(1: layer 4 of(&TCF_LAYER), opnd 4 of(&TCF_EM_OPND)),
}

structure! { pub(crate) TCF_EM_NBYTE "tcf_em_nbyte":
    off: U16.unit(Unit::Bytes),
    len_layer: bits!(2: len 12, layer 4 of(&TCF_LAYER)),
}

structure! { TCF_EM_TEXT "tcf_em_text":
    algo: STRING.times(16),
    from_offset: U16.unit(Unit::Bytes),
    to_offset: U16.unit(Unit::Bytes),
    pattern_len: U16.unit(Unit::Bytes),
    layers: bits!(1: from_layer 4 of(&TCF_LAYER), to_layer 4 of(&TCF_LAYER)),
    pad: U8.reserved();
    pattern: STRING
}

enumeration! { pub(crate) TCF_META_TYPE "TCF_META_TYPE":
    0 TCF_META_TYPE_VAR, 1 TCF_META_TYPE_INT,
}

enumeration! { pub(crate) TCF_META_ID "TCF_META_ID":
    0 TCF_META_ID_VALUE,
    1 TCF_META_ID_RANDOM,
    2 TCF_META_ID_LOADAVG_0,
    3 TCF_META_ID_LOADAVG_1,
    4 TCF_META_ID_LOADAVG_2,
    5 TCF_META_ID_DEV,
    6 TCF_META_ID_PRIORITY,
    7 TCF_META_ID_PROTOCOL,
    8 TCF_META_ID_PKTTYPE,
    9 TCF_META_ID_PKTLEN,
    10 TCF_META_ID_DATALEN,
    11 TCF_META_ID_MACLEN,
    12 TCF_META_ID_NFMARK,
    13 TCF_META_ID_TCINDEX,
    14 TCF_META_ID_RTCLASSID,
    15 TCF_META_ID_RTIIF,
    16 TCF_META_ID_SK_FAMILY,
    17 TCF_META_ID_SK_STATE,
    18 TCF_META_ID_SK_REUSE,
    19 TCF_META_ID_SK_BOUND_IF,
    20 TCF_META_ID_SK_REFCNT,
    21 TCF_META_ID_SK_SHUTDOWN,
    22 TCF_META_ID_SK_PROTO,
    23 TCF_META_ID_SK_TYPE,
    24 TCF_META_ID_SK_RCVBUF,
    25 TCF_META_ID_SK_RMEM_ALLOC,
    26 TCF_META_ID_SK_WMEM_ALLOC,
    27 TCF_META_ID_SK_OMEM_ALLOC,
    28 TCF_META_ID_SK_WMEM_QUEUED,
    29 TCF_META_ID_SK_RCV_QLEN,
    30 TCF_META_ID_SK_SND_QLEN,
    31 TCF_META_ID_SK_ERR_QLEN,
    32 TCF_META_ID_SK_FORWARD_ALLOCS,
    33 TCF_META_ID_SK_SNDBUF,
    34 TCF_META_ID_SK_ALLOCS,
    35 __TCF_META_ID_SK_ROUTE_CAPS,
    36 TCF_META_ID_SK_HASH,
    37 TCF_META_ID_SK_LINGERTIME,
    38 TCF_META_ID_SK_ACK_BACKLOG,
    39 TCF_META_ID_SK_MAX_ACK_BACKLOG,
    40 TCF_META_ID_SK_PRIO,
    41 TCF_META_ID_SK_RCVLOWAT,
    42 TCF_META_ID_SK_RCVTIMEO,
    43 TCF_META_ID_SK_SNDTIMEO,
    44 TCF_META_ID_SK_SENDMSG_OFF,
    45 TCF_META_ID_SK_WRITE_PENDING,
    46 TCF_META_ID_VLAN_TAG,
    47 TCF_META_ID_RXHASH,
}

select! { META_KIND number fact(Fact::Length) => {
    2 => special(&tc_ematch::META_KIND),
} else U16.hex() }

structure! { TCF_META_VAL "tcf_meta_val":
    kind: select(&META_KIND),
    shift: U8,
    op: U8.of(&TCF_EM_OPND),
}

structure! { TCF_META_HDR "tcf_meta_hdr":
    left: structure(&TCF_META_VAL),
    right: structure(&TCF_META_VAL),
}

set! { /// A comparison of numbers: a value is a constant or a mask, a u32 or an unsigned long.
    pub(crate) TCA_EM_META "TCA_EM_META":
    1 TCA_EM_META_HDR: structure(&TCF_META_HDR),
    2 TCA_EM_META_LVALUE: UINT,
    3 TCA_EM_META_RVALUE: UINT,
}

set! { /// A comparison of strings.
    pub(crate) TCA_EM_META_VAR "TCA_EM_META(var)":
    1 TCA_EM_META_HDR: structure(&TCF_META_HDR),
    2 TCA_EM_META_LVALUE: STRING,
    3 TCA_EM_META_RVALUE: STRING,
}

structure! { CAN_FILTER "can_filter":
    can_id: U32.hex(),
    can_mask: U32.hex(),
}

flags! { IP_SET_KOPT "ip_set_kopt":
    0x01 IPSET_INV_MATCH, 0x02 IPSET_DIM_ONE_SRC, 0x04 IPSET_DIM_TWO_SRC,
    0x08 IPSET_DIM_THREE_SRC, 0x80 IPSET_RETURN_NOMATCH,
}

structure! { XT_SET_INFO "xt_set_info":
    index: U16,
    dim: U8,
    flags: U8.of(&IP_SET_KOPT),
}

enumeration! { pub(super) NF_INET_HOOKS "nf_inet_hooks":
    0 NF_INET_PRE_ROUTING, 1 NF_INET_LOCAL_IN, 2 NF_INET_FORWARD, 3 NF_INET_LOCAL_OUT,
    4 NF_INET_POST_ROUTING, 5 NF_INET_INGRESS,
}

enumeration! { NFPROTO "NFPROTO":
    0 NFPROTO_UNSPEC, 1 NFPROTO_INET, 2 NFPROTO_IPV4, 3 NFPROTO_ARP, 5 NFPROTO_NETDEV,
    7 NFPROTO_BRIDGE, 10 NFPROTO_IPV6, 12 NFPROTO_DECNET,
}

set! { TCA_EM_IPT "TCA_EM_IPT":
    1 TCA_EM_IPT_HOOK: U32.of(&NF_INET_HOOKS),
    2 TCA_EM_IPT_MATCH_NAME: STRING,
    3 TCA_EM_IPT_MATCH_REVISION: U8,
    4 TCA_EM_IPT_NFPROTO: U8.of(&NFPROTO),
    5 TCA_EM_IPT_MATCH_DATA: select(&MATCH_DATA),
}

select! { /// The kernel takes addrtype in revision 1 alone and policy in revision 0 alone.
    MATCH_DATA text attribute("TCA_EM_IPT_MATCH_NAME") => {
    "addrtype" => structure(&XT_ADDRTYPE_INFO_V1),
    "policy" => structure(&XT_POLICY_INFO),
} else BYTES }

flags! { XT_ADDRTYPE "XT_ADDRTYPE":
    0x001 XT_ADDRTYPE_UNSPEC, 0x002 XT_ADDRTYPE_UNICAST, 0x004 XT_ADDRTYPE_LOCAL,
    0x008 XT_ADDRTYPE_BROADCAST, 0x010 XT_ADDRTYPE_ANYCAST, 0x020 XT_ADDRTYPE_MULTICAST,
    0x040 XT_ADDRTYPE_BLACKHOLE, 0x080 XT_ADDRTYPE_UNREACHABLE, 0x100 XT_ADDRTYPE_PROHIBIT,
    0x200 XT_ADDRTYPE_THROW, 0x400 XT_ADDRTYPE_NAT, 0x800 XT_ADDRTYPE_XRESOLVE,
}

flags! { XT_ADDRTYPE_FLAGS "XT_ADDRTYPE(flags)":
    0x1 XT_ADDRTYPE_INVERT_SOURCE, 0x2 XT_ADDRTYPE_INVERT_DEST,
    0x4 XT_ADDRTYPE_LIMIT_IFACE_IN, 0x8 XT_ADDRTYPE_LIMIT_IFACE_OUT,
}

structure! { XT_ADDRTYPE_INFO_V1 "xt_addrtype_info_v1(em_ipt)":
    source: U16.of(&XT_ADDRTYPE),
    dest: U16.of(&XT_ADDRTYPE),
    flags: U32.of(&XT_ADDRTYPE_FLAGS),
}

enumeration! { XT_POLICY_MODES "xt_policy_modes":
    0 XT_POLICY_MODE_TRANSPORT, 1 XT_POLICY_MODE_TUNNEL,
}

flags! { XT_POLICY_FLAGS "xt_policy_flags":
    0x1 XT_POLICY_MATCH_IN, 0x2 XT_POLICY_MATCH_OUT, 0x4 XT_POLICY_MATCH_NONE,
    0x8 XT_POLICY_MATCH_STRICT,
}

structure! { XT_POLICY_SPEC "xt_policy_spec(em_ipt)":
    spec: bits!(1: saddr 1, daddr 1, proto 1, mode 1, spi 1, reqid 1, _ 2),
}

structure! { XT_POLICY_ELEM "xt_policy_elem(em_ipt)":
    saddr: address(attribute("TCA_EM_IPT_NFPROTO")),
    smask: address(attribute("TCA_EM_IPT_NFPROTO")),
    daddr: address(attribute("TCA_EM_IPT_NFPROTO")),
    dmask: address(attribute("TCA_EM_IPT_NFPROTO")),
    spi: BE32.hex(),
    reqid: U32,
    proto: U8.of(&IPPROTO),
    mode: U8.of(&XT_POLICY_MODES),
    match: structure(&XT_POLICY_SPEC),
    invert: structure(&XT_POLICY_SPEC),
}

structure! { XT_POLICY_INFO "xt_policy_info(em_ipt)":
    pol: structure(&XT_POLICY_ELEM).times(4),
    flags: U16.of(&XT_POLICY_FLAGS),
    len: U16,
}
