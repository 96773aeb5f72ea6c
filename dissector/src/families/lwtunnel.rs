//! Light-weight tunnels: what RTA_ENCAP and NHA_ENCAP hold, for each type of encapsulation.
//!
//! Source: `uapi/linux/lwtunnel.h`, `uapi/linux/mpls_iptunnel.h`, `uapi/linux/seg6.h`,
//! `uapi/linux/seg6_iptunnel.h`, `uapi/linux/seg6_local.h`, `uapi/linux/ila.h`, `uapi/linux/rpl.h`,
//! `uapi/linux/rpl_iptunnel.h`, `uapi/linux/ioam6.h`, `uapi/linux/ioam6_iptunnel.h`,
//! `uapi/linux/if_tunnel.h`, `net/ipv4/ip_tunnel_core.c`, `net/mpls/mpls_iptunnel.c`,
//! `net/ipv6/seg6_iptunnel.c`, `net/ipv6/seg6_local.c`, `net/ipv6/rpl_iptunnel.c`,
//! `net/ipv6/ioam6_iptunnel.c`, `net/ipv6/ila/ila_lwt.c`, `net/core/lwt_bpf.c`,
//! `net/xfrm/xfrm_interface_core.c`.

use super::common::IPPROTO;
use super::rt_common::{MPLS_LABEL, RT_TABLE};
use crate::special::srh::SEGMENTS;
use crate::table::Unit;
use crate::table::macros::*;

enumeration! { /// Types of encapsulation.
    pub ENCAP_TYPES "lwtunnel_encap_types":
    0 LWTUNNEL_ENCAP_NONE,
    1 LWTUNNEL_ENCAP_MPLS,
    2 LWTUNNEL_ENCAP_IP,
    3 LWTUNNEL_ENCAP_ILA,
    4 LWTUNNEL_ENCAP_IP6,
    5 LWTUNNEL_ENCAP_SEG6,
    6 LWTUNNEL_ENCAP_BPF,
    7 LWTUNNEL_ENCAP_SEG6_LOCAL,
    8 LWTUNNEL_ENCAP_RPL,
    9 LWTUNNEL_ENCAP_IOAM6,
    10 LWTUNNEL_ENCAP_XFRM,
}

select! { /// The encapsulation of a route or of one of its paths.
    pub RTA_ENCAP number attribute("RTA_ENCAP_TYPE") => {
    1 => nest(&MPLS_IPTUNNEL),
    2 => nest(&LWTUNNEL_IP),
    3 => nest(&ILA_ATTR),
    4 => nest(&LWTUNNEL_IP6),
    5 => nest(&SEG6_IPTUNNEL),
    6 => nest(&LWT_BPF),
    7 => nest(&SEG6_LOCAL),
    8 => nest(&RPL_IPTUNNEL),
    9 => nest(&IOAM6_IPTUNNEL),
    10 => nest(&LWT_XFRM),
} else BYTES }

select! { /// The encapsulation of a nexthop object.
    pub NHA_ENCAP number attribute("NHA_ENCAP_TYPE") => {
    1 => nest(&MPLS_IPTUNNEL),
    2 => nest(&LWTUNNEL_IP),
    3 => nest(&ILA_ATTR),
    4 => nest(&LWTUNNEL_IP6),
    5 => nest(&SEG6_IPTUNNEL),
    6 => nest(&LWT_BPF),
    7 => nest(&SEG6_LOCAL),
    8 => nest(&RPL_IPTUNNEL),
    9 => nest(&IOAM6_IPTUNNEL),
    10 => nest(&LWT_XFRM),
} else BYTES }

// LWTUNNEL_ENCAP_MPLS

set! { MPLS_IPTUNNEL "MPLS_IPTUNNEL":
    1 MPLS_IPTUNNEL_DST: list!(structure(&MPLS_LABEL)),
    2 MPLS_IPTUNNEL_TTL: U8,
}

// LWTUNNEL_ENCAP_IP, LWTUNNEL_ENCAP_IP6

flags! { TUNNEL "TUNNEL":
    0x1 TUNNEL_CSUM,
    0x2 TUNNEL_ROUTING,
    0x4 TUNNEL_KEY,
    0x8 TUNNEL_SEQ,
    0x10 TUNNEL_STRICT,
    0x20 TUNNEL_REC,
    0x40 TUNNEL_VERSION,
    0x80 TUNNEL_NO_KEY,
    0x100 TUNNEL_DONT_FRAGMENT,
    0x200 TUNNEL_OAM,
    0x400 TUNNEL_CRIT_OPT,
    0x800 TUNNEL_GENEVE_OPT,
    0x1000 TUNNEL_VXLAN_OPT,
    0x2000 TUNNEL_NOCACHE,
    0x4000 TUNNEL_ERSPAN_OPT,
    0x8000 TUNNEL_GTP_OPT,
}

set! { LWTUNNEL_IP "LWTUNNEL_IP":
    1 LWTUNNEL_IP_ID: BE64,
    2 LWTUNNEL_IP_DST: IPV4,
    3 LWTUNNEL_IP_SRC: IPV4,
    4 LWTUNNEL_IP_TTL: U8,
    5 LWTUNNEL_IP_TOS: U8.hex(),
    6 LWTUNNEL_IP_FLAGS: BE16.of(&TUNNEL),
    7 LWTUNNEL_IP_PAD: PAD,
    8 LWTUNNEL_IP_OPTS: nest(&LWTUNNEL_IP_OPTS),
}

set! { LWTUNNEL_IP6 "LWTUNNEL_IP6":
    1 LWTUNNEL_IP6_ID: BE64,
    2 LWTUNNEL_IP6_DST: IPV6,
    3 LWTUNNEL_IP6_SRC: IPV6,
    4 LWTUNNEL_IP6_HOPLIMIT: U8,
    5 LWTUNNEL_IP6_TC: U8.hex(),
    6 LWTUNNEL_IP6_FLAGS: BE16.of(&TUNNEL),
    7 LWTUNNEL_IP6_PAD: PAD,
    8 LWTUNNEL_IP6_OPTS: nest(&LWTUNNEL_IP_OPTS),
}

// of Geneve options user space sends a nest each; the kernel puts all into one, three attributes each
set! { LWTUNNEL_IP_OPTS "LWTUNNEL_IP_OPTS":
    1 LWTUNNEL_IP_OPTS_GENEVE: sequence(&LWTUNNEL_IP_OPT_GENEVE).multi(),
    2 LWTUNNEL_IP_OPTS_VXLAN: nest(&LWTUNNEL_IP_OPT_VXLAN),
    3 LWTUNNEL_IP_OPTS_ERSPAN: nest(&LWTUNNEL_IP_OPT_ERSPAN),
}

set! { LWTUNNEL_IP_OPT_GENEVE "LWTUNNEL_IP_OPT_GENEVE":
    1 LWTUNNEL_IP_OPT_GENEVE_CLASS: BE16.hex(),
    2 LWTUNNEL_IP_OPT_GENEVE_TYPE: U8.hex(),
    3 LWTUNNEL_IP_OPT_GENEVE_DATA: BYTES,
}

set! { LWTUNNEL_IP_OPT_VXLAN "LWTUNNEL_IP_OPT_VXLAN":
    1 LWTUNNEL_IP_OPT_VXLAN_GBP: U32.hex(),
}

set! { LWTUNNEL_IP_OPT_ERSPAN "LWTUNNEL_IP_OPT_ERSPAN":
    1 LWTUNNEL_IP_OPT_ERSPAN_VER: U8,
    2 LWTUNNEL_IP_OPT_ERSPAN_INDEX: BE32,
    3 LWTUNNEL_IP_OPT_ERSPAN_DIR: U8,
    4 LWTUNNEL_IP_OPT_ERSPAN_HWID: U8,
}

// LWTUNNEL_ENCAP_ILA

flags! { ILA_DIR "ILA_DIR":
    0x1 ILA_DIR_IN, 0x2 ILA_DIR_OUT,
}

enumeration! { ILA_CSUM "ILA_CSUM":
    0 ILA_CSUM_ADJUST_TRANSPORT, 1 ILA_CSUM_NEUTRAL_MAP, 2 ILA_CSUM_NO_ACTION,
    3 ILA_CSUM_NEUTRAL_MAP_AUTO,
}

enumeration! { ILA_ATYPE "ILA_ATYPE":
    0 ILA_ATYPE_IID,
    1 ILA_ATYPE_LUID,
    2 ILA_ATYPE_VIRT_V4,
    3 ILA_ATYPE_VIRT_UNI_V6,
    4 ILA_ATYPE_VIRT_MULTI_V6,
    5 ILA_ATYPE_NONLOCAL_ADDR,
    6 ILA_ATYPE_RSVD_1,
    7 ILA_ATYPE_RSVD_2,
    32 ILA_ATYPE_USE_FORMAT,
}

enumeration! { ILA_HOOK "ILA_HOOK":
    0 ILA_HOOK_ROUTE_OUTPUT, 1 ILA_HOOK_ROUTE_INPUT,
}

set! { /// Identifier-locator addressing; the generic family ila has the same attributes.
    pub ILA_ATTR "ILA_ATTR":
    1 ILA_ATTR_LOCATOR: BE64.hex(),
    2 ILA_ATTR_IDENTIFIER: BE64.hex(),
    3 ILA_ATTR_LOCATOR_MATCH: BE64.hex(),
    4 ILA_ATTR_IFINDEX: S_IFINDEX,
    5 ILA_ATTR_DIR: U32.of(&ILA_DIR),
    6 ILA_ATTR_PAD: PAD,
    7 ILA_ATTR_CSUM_MODE: U8.of(&ILA_CSUM),
    8 ILA_ATTR_IDENT_TYPE: U8.of(&ILA_ATYPE),
    9 ILA_ATTR_HOOK_TYPE: U8.of(&ILA_HOOK),
}

// LWTUNNEL_ENCAP_SEG6, LWTUNNEL_ENCAP_SEG6_LOCAL

enumeration! { SEG6_IPTUN_MODE "SEG6_IPTUN_MODE":
    0 SEG6_IPTUN_MODE_INLINE,
    1 SEG6_IPTUN_MODE_ENCAP,
    2 SEG6_IPTUN_MODE_L2ENCAP,
    3 SEG6_IPTUN_MODE_ENCAP_RED,
    4 SEG6_IPTUN_MODE_L2ENCAP_RED,
}

enumeration! { IPV6_SRCRT "IPV6_SRCRT":
    0 IPV6_SRCRT_TYPE_0,
    1 IPV6_SRCRT_STRICT,
    2 IPV6_SRCRT_TYPE_2,
    3 IPV6_SRCRT_TYPE_3,
    4 IPV6_SRCRT_TYPE_4,
}

flags! { SR6_FLAG1 "SR6_FLAG1":
    0x08 SR6_FLAG1_HMAC, 0x10 SR6_FLAG1_ALERT, 0x20 SR6_FLAG1_OAM, 0x40 SR6_FLAG1_PROTECTED,
}

structure! { /// A segment routing header as it will stand in packets.
    pub IPV6_SR_HDR "ipv6_sr_hdr":
    nexthdr: U8.of(&IPPROTO),
    hdrlen: U8,
    type: U8.of(&IPV6_SRCRT),
    segments_left: U8,
    first_segment: U8,
    flags: U8.of(&SR6_FLAG1),
    tag: BE16;
    segments: special(&SEGMENTS)
}

structure! { SEG6_IPTUNNEL_ENCAP "seg6_iptunnel_encap":
    mode: S32.of(&SEG6_IPTUN_MODE);
    srh: structure(&IPV6_SR_HDR)
}

set! { SEG6_IPTUNNEL "SEG6_IPTUNNEL":
    1 SEG6_IPTUNNEL_SRH: structure(&SEG6_IPTUNNEL_ENCAP),
    2 SEG6_IPTUNNEL_SRC: IPV6,
}

enumeration! { SEG6_LOCAL_ACTION "SEG6_LOCAL_ACTION":
    0 SEG6_LOCAL_ACTION_UNSPEC,
    1 SEG6_LOCAL_ACTION_END,
    2 SEG6_LOCAL_ACTION_END_X,
    3 SEG6_LOCAL_ACTION_END_T,
    4 SEG6_LOCAL_ACTION_END_DX2,
    5 SEG6_LOCAL_ACTION_END_DX6,
    6 SEG6_LOCAL_ACTION_END_DX4,
    7 SEG6_LOCAL_ACTION_END_DT6,
    8 SEG6_LOCAL_ACTION_END_DT4,
    9 SEG6_LOCAL_ACTION_END_B6,
    10 SEG6_LOCAL_ACTION_END_B6_ENCAP,
    11 SEG6_LOCAL_ACTION_END_BM,
    12 SEG6_LOCAL_ACTION_END_S,
    13 SEG6_LOCAL_ACTION_END_AS,
    14 SEG6_LOCAL_ACTION_END_AM,
    15 SEG6_LOCAL_ACTION_END_BPF,
    16 SEG6_LOCAL_ACTION_END_DT46,
}

set! { SEG6_LOCAL "SEG6_LOCAL":
    1 SEG6_LOCAL_ACTION: U32.of(&SEG6_LOCAL_ACTION),
    2 SEG6_LOCAL_SRH: structure(&IPV6_SR_HDR),
    3 SEG6_LOCAL_TABLE: U32.of(&RT_TABLE),
    4 SEG6_LOCAL_NH4: IPV4,
    5 SEG6_LOCAL_NH6: IPV6,
    6 SEG6_LOCAL_IIF: IFINDEX,
    7 SEG6_LOCAL_OIF: IFINDEX,
    8 SEG6_LOCAL_BPF: nest(&SEG6_LOCAL_BPF_PROG),
    9 SEG6_LOCAL_VRFTABLE: U32.of(&RT_TABLE),
    10 SEG6_LOCAL_COUNTERS: nest(&SEG6_LOCAL_CNT),
    11 SEG6_LOCAL_FLAVORS: nest(&SEG6_LOCAL_FLV),
}

// the program's file descriptor in a request, its id in an answer
set! { SEG6_LOCAL_BPF_PROG "SEG6_LOCAL_BPF_PROG":
    1 SEG6_LOCAL_BPF_PROG: U32,
    2 SEG6_LOCAL_BPF_PROG_NAME: NUL_STRING,
}

set! { SEG6_LOCAL_CNT "SEG6_LOCAL_CNT":
    1 SEG6_LOCAL_CNT_PAD: PAD,
    2 SEG6_LOCAL_CNT_PACKETS: U64.unit(Unit::Packets),
    3 SEG6_LOCAL_CNT_BYTES: U64.unit(Unit::Bytes),
    4 SEG6_LOCAL_CNT_ERRORS: U64.unit(Unit::Packets),
}

// 1 << SEG6_LOCAL_FLV_OP_*
flags! { SEG6_LOCAL_FLV_OP "SEG6_LOCAL_FLV_OP":
    0x2 SEG6_LOCAL_FLV_OP_PSP, 0x4 SEG6_LOCAL_FLV_OP_USP, 0x8 SEG6_LOCAL_FLV_OP_USD,
    0x10 SEG6_LOCAL_FLV_OP_NEXT_CSID,
}

set! { SEG6_LOCAL_FLV "SEG6_LOCAL_FLV":
    1 SEG6_LOCAL_FLV_OPERATION: U32.of(&SEG6_LOCAL_FLV_OP),
    2 SEG6_LOCAL_FLV_LCBLOCK_BITS: U8,
    3 SEG6_LOCAL_FLV_LCNODE_FN_BITS: U8,
}

// LWTUNNEL_ENCAP_BPF

set! { LWT_BPF "LWT_BPF":
    1 LWT_BPF_IN: nest(&LWT_BPF_PROG),
    2 LWT_BPF_OUT: nest(&LWT_BPF_PROG),
    3 LWT_BPF_XMIT: nest(&LWT_BPF_PROG),
    4 LWT_BPF_XMIT_HEADROOM: U32.unit(Unit::Bytes),
}

set! { LWT_BPF_PROG "LWT_BPF_PROG":
    1 LWT_BPF_PROG_FD: U32,
    2 LWT_BPF_PROG_NAME: NUL_STRING,
}

// LWTUNNEL_ENCAP_RPL

// the kernel takes and gives addresses in full: cmpri and cmpre are 0
structure! { packed IPV6_RPL_SR_HDR "ipv6_rpl_sr_hdr":
    nexthdr: U8.of(&IPPROTO),
    hdrlen: U8,
    type: U8.of(&IPV6_SRCRT),
    segments_left: U8,
    bits: bits!(be 4: cmpri 4, cmpre 4, pad 4, _ 20);
    segments: list!(IPV6)
}

set! { RPL_IPTUNNEL "RPL_IPTUNNEL":
    1 RPL_IPTUNNEL_SRH: structure(&IPV6_RPL_SR_HDR),
}

// LWTUNNEL_ENCAP_IOAM6

enumeration! { IOAM6_IPTUNNEL_MODE "IOAM6_IPTUNNEL_MODE":
    1 IOAM6_IPTUNNEL_MODE_INLINE, 2 IOAM6_IPTUNNEL_MODE_ENCAP, 3 IOAM6_IPTUNNEL_MODE_AUTO,
}

flags! { /// Which data each node on the way adds to its trace; named as the struct's bit-fields.
    pub IOAM6_TRACE_TYPE "ioam6_trace_hdr.type":
    0x80000000 bit0,
    0x40000000 bit1,
    0x20000000 bit2,
    0x10000000 bit3,
    0x08000000 bit4,
    0x04000000 bit5,
    0x02000000 bit6,
    0x01000000 bit7,
    0x00800000 bit8,
    0x00400000 bit9,
    0x00200000 bit10,
    0x00100000 bit11,
    0x00080000 bit12,
    0x00040000 bit13,
    0x00020000 bit14,
    0x00010000 bit15,
    0x00008000 bit16,
    0x00004000 bit17,
    0x00002000 bit18,
    0x00001000 bit19,
    0x00000800 bit20,
    0x00000400 bit21,
    0x00000200 bit22,
    0x00000100 bit23,
}

structure! { packed IOAM6_TRACE_HDR "ioam6_trace_hdr":
    namespace_id: BE16,
    node: bits!(be 1: nodelen 5, overflow 1, _ 2),
    remaining: bits!(be 1: _ 1, remlen 7),
    type_be32: BE32.of(&IOAM6_TRACE_TYPE);
    data: BYTES
}

set! { IOAM6_IPTUNNEL "IOAM6_IPTUNNEL":
    1 IOAM6_IPTUNNEL_MODE: U8.of(&IOAM6_IPTUNNEL_MODE),
    2 IOAM6_IPTUNNEL_DST: IPV6,
    3 IOAM6_IPTUNNEL_TRACE: structure(&IOAM6_TRACE_HDR),
    4 IOAM6_IPTUNNEL_FREQ_K: U32,
    5 IOAM6_IPTUNNEL_FREQ_N: U32,
    6 IOAM6_IPTUNNEL_SRC: IPV6,
}

// LWTUNNEL_ENCAP_XFRM

set! { LWT_XFRM "LWT_XFRM":
    1 LWT_XFRM_IF_ID: U32.hex(),
    2 LWT_XFRM_LINK: IFINDEX,
}
