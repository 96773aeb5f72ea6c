//! What a flow matches: keys of packets. In a mask each value says which bits count, so that
//! names have no place there; in a masked set action a value and its mask stand side by side.
//!
//! Source: `uapi/linux/openvswitch.h`, `uapi/linux/erspan.h`, `uapi/linux/if_arp.h`,
//! `net/tcp.h`, `net/tun_proto.h`, `net/openvswitch/flow.h`, `net/openvswitch/flow_netlink.c`.

use super::super::common::{ETH_P, IPPROTO};
use crate::special::geneve_options::GENEVE_OPTIONS;
use crate::table::Kind;
use crate::table::macros::*;

/// A key's struct: as it matches, as a mask, and both in one.
macro_rules! key {
    ($key:ident $mask:ident $both:ident $name:literal: $($field:ident: $kind:expr, $bits:expr;)*) => {
        structure! { pub(super) $key $name: $($field: $kind),* }
        structure! { pub(super) $mask $name: $($field: $bits),* }
        structure! { $both $name: key: structure(&$key), mask: structure(&$mask) }
    };
}

enumeration! { FRAG_TYPE "ovs_frag_type":
    0 OVS_FRAG_TYPE_NONE, 1 OVS_FRAG_TYPE_FIRST, 2 OVS_FRAG_TYPE_LATER,
}

enumeration! { ARPOP "ARPOP":
    1 ARPOP_REQUEST, 2 ARPOP_REPLY, 3 ARPOP_RREQUEST, 4 ARPOP_RREPLY, 8 ARPOP_InREQUEST,
    9 ARPOP_InREPLY, 10 ARPOP_NAK,
}

flags! { /// Flags of a TCP header.
    pub(super) TCPHDR "OVS_KEY_ATTR_TCP_FLAGS":
    0x1 TCPHDR_FIN, 0x2 TCPHDR_SYN, 0x4 TCPHDR_RST, 0x8 TCPHDR_PSH, 0x10 TCPHDR_ACK,
    0x20 TCPHDR_URG, 0x40 TCPHDR_ECE, 0x80 TCPHDR_CWR, 0x100 TCPHDR_AE,
}

flags! { OFPIEH12 "ofp12_ipv6exthdr_flags":
    0x1 OFPIEH12_NONEXT, 0x2 OFPIEH12_ESP, 0x4 OFPIEH12_AUTH, 0x8 OFPIEH12_DEST,
    0x10 OFPIEH12_FRAG, 0x20 OFPIEH12_ROUTER, 0x40 OFPIEH12_HOP, 0x80 OFPIEH12_UNREP,
    0x100 OFPIEH12_UNSEQ,
}

flags! { CS "OVS_CS_F":
    0x1 OVS_CS_F_NEW, 0x2 OVS_CS_F_ESTABLISHED, 0x4 OVS_CS_F_RELATED, 0x8 OVS_CS_F_REPLY_DIR,
    0x10 OVS_CS_F_INVALID, 0x20 OVS_CS_F_TRACKED, 0x40 OVS_CS_F_SRC_NAT, 0x80 OVS_CS_F_DST_NAT,
}

enumeration! { TUN_P "TUN_P":
    1 TUN_P_IPV4, 2 TUN_P_IPV6, 3 TUN_P_ETHERNET, 4 TUN_P_NSH, 5 TUN_P_MPLS_UC,
}

/// An entry of an MPLS label stack.
pub(super) const MPLS_LSE: Kind = bits!(be 4: label 20, tc 3, bos 1, ttl 8);

key! { ETHERNET ETHERNET_MASK ETHERNET_BOTH "ovs_key_ethernet":
    eth_src: MAC, MAC;
    eth_dst: MAC, MAC;
}

key! { MPLS MPLS_MASK MPLS_BOTH "ovs_key_mpls":
    mpls_lse: MPLS_LSE, MPLS_LSE;
}

key! { IPV4_KEY IPV4_MASK IPV4_BOTH "ovs_key_ipv4":
    ipv4_src: IPV4, IPV4;
    ipv4_dst: IPV4, IPV4;
    ipv4_proto: U8.of(&IPPROTO), U8.hex();
    ipv4_tos: U8.hex(), U8.hex();
    ipv4_ttl: U8, U8.hex();
    ipv4_frag: U8.of(&FRAG_TYPE), U8.hex();
}

key! { IPV6_KEY IPV6_MASK IPV6_BOTH "ovs_key_ipv6":
    ipv6_src: IPV6, IPV6;
    ipv6_dst: IPV6, IPV6;
    ipv6_label: BE32.hex(), BE32.hex();
    ipv6_proto: U8.of(&IPPROTO), U8.hex();
    ipv6_tclass: U8.hex(), U8.hex();
    ipv6_hlimit: U8, U8.hex();
    ipv6_frag: U8.of(&FRAG_TYPE), U8.hex();
}

structure! { EXTHDRS "ovs_key_ipv6_exthdrs":
    hdrs: U16.of(&OFPIEH12),
}

key! { TCP TCP_MASK TCP_BOTH "ovs_key_tcp":
    tcp_src: BE16, BE16.hex();
    tcp_dst: BE16, BE16.hex();
}

key! { UDP UDP_MASK UDP_BOTH "ovs_key_udp":
    udp_src: BE16, BE16.hex();
    udp_dst: BE16, BE16.hex();
}

key! { SCTP SCTP_MASK SCTP_BOTH "ovs_key_sctp":
    sctp_src: BE16, BE16.hex();
    sctp_dst: BE16, BE16.hex();
}

structure! { ICMP "ovs_key_icmp":
    icmp_type: U8,
    icmp_code: U8,
}

structure! { ICMPV6 "ovs_key_icmpv6":
    icmpv6_type: U8,
    icmpv6_code: U8,
}

structure! { ARP "ovs_key_arp":
    arp_sip: IPV4,
    arp_tip: IPV4,
    arp_op: BE16.of(&ARPOP),
    arp_sha: MAC,
    arp_tha: MAC,
}

structure! { ARP_MASK "ovs_key_arp":
    arp_sip: IPV4,
    arp_tip: IPV4,
    arp_op: BE16.hex(),
    arp_sha: MAC,
    arp_tha: MAC,
}

structure! { ND "ovs_key_nd":
    nd_target: IPV6,
    nd_sll: MAC,
    nd_tll: MAC,
}

key! { CT_LABELS CT_LABELS_MASK CT_LABELS_BOTH "ovs_key_ct_labels":
    ct_labels: BYTES.times(16), BYTES.times(16);
}

structure! { CT_TUPLE_IPV4 "ovs_key_ct_tuple_ipv4":
    ipv4_src: IPV4,
    ipv4_dst: IPV4,
    src_port: BE16,
    dst_port: BE16,
    ipv4_proto: U8.of(&IPPROTO),
}

structure! { CT_TUPLE_IPV4_MASK "ovs_key_ct_tuple_ipv4":
    ipv4_src: IPV4,
    ipv4_dst: IPV4,
    src_port: BE16.hex(),
    dst_port: BE16.hex(),
    ipv4_proto: U8.hex(),
}

structure! { CT_TUPLE_IPV6 "ovs_key_ct_tuple_ipv6":
    ipv6_src: IPV6,
    ipv6_dst: IPV6,
    src_port: BE16,
    dst_port: BE16,
    ipv6_proto: U8.of(&IPPROTO),
}

structure! { CT_TUPLE_IPV6_MASK "ovs_key_ct_tuple_ipv6":
    ipv6_src: IPV6,
    ipv6_dst: IPV6,
    src_port: BE16.hex(),
    dst_port: BE16.hex(),
    ipv6_proto: U8.hex(),
}

key! { NSH_BASE NSH_BASE_MASK NSH_BASE_BOTH "ovs_nsh_key_base":
    flags: U8.hex(), U8.hex();
    ttl: U8, U8.hex();
    mdtype: U8, U8.hex();
    np: U8.of(&TUN_P), U8.hex();
    path_hdr: bits!(be 4: spi 24, si 8), bits!(be 4: spi 24, si 8);
}

key! { NSH_MD1 NSH_MD1_MASK NSH_MD1_BOTH "ovs_nsh_key_md1":
    context: BE32.hex().times(4), BE32.hex().times(4);
}

set! { OVS_NSH_KEY_ATTR "OVS_NSH_KEY_ATTR":
    1 OVS_NSH_KEY_ATTR_BASE: structure(&NSH_BASE),
    2 OVS_NSH_KEY_ATTR_MD1: structure(&NSH_MD1),
    3 OVS_NSH_KEY_ATTR_MD2: BYTES,
}

set! { OVS_NSH_KEY_ATTR_MASK "OVS_NSH_KEY_ATTR_MASK":
    1 OVS_NSH_KEY_ATTR_BASE: structure(&NSH_BASE_MASK),
    2 OVS_NSH_KEY_ATTR_MD1: structure(&NSH_MD1_MASK),
    3 OVS_NSH_KEY_ATTR_MD2: BYTES,
}

set! { OVS_NSH_KEY_ATTR_SET_MASKED "OVS_NSH_KEY_ATTR_SET_MASKED":
    1 OVS_NSH_KEY_ATTR_BASE: structure(&NSH_BASE_BOTH),
    2 OVS_NSH_KEY_ATTR_MD1: structure(&NSH_MD1_BOTH),
    3 OVS_NSH_KEY_ATTR_MD2: BYTES,
}

set! { /// The header that OVS_ACTION_ATTR_PUSH_NSH writes.
    pub(super) OVS_PUSH_NSH "OVS_ACTION_ATTR_PUSH_NSH":
    28 OVS_KEY_ATTR_NSH: nest(&OVS_NSH_KEY_ATTR),
}

// the key has a number, an option of a port none
set! { /// Options of VXLAN.
    pub(super) OVS_VXLAN_EXT "OVS_VXLAN_EXT":
    1 OVS_VXLAN_EXT_GBP: U32.hex().or_flag(),
}

structure! { ERSPAN_INDEX "erspan_index":
    index: BE32,
    unused: U32.reserved(),
}

structure! { ERSPAN_MD2 "erspan_md2":
    timestamp: BE32,
    sgt: BE16.hex(),
    flags: bits!(be 1: p 1, ft 5, hwid_upper 2),
    hw: bits!(be 1: hwid 4, dir 1, gra 2, o 1),
}

select! { ERSPAN number field("version") => {
    1 => structure(&ERSPAN_INDEX),
    2 => structure(&ERSPAN_MD2),
} else BYTES.times(8) }

structure! { ERSPAN_METADATA "erspan_metadata":
    version: S32,
    u: select(&ERSPAN),
}

set! { /// The outer header of a packet that came or goes through a tunnel.
    pub(super) OVS_TUNNEL_KEY_ATTR "OVS_TUNNEL_KEY_ATTR":
    0 OVS_TUNNEL_KEY_ATTR_ID: BE64,
    1 OVS_TUNNEL_KEY_ATTR_IPV4_SRC: IPV4,
    2 OVS_TUNNEL_KEY_ATTR_IPV4_DST: IPV4,
    3 OVS_TUNNEL_KEY_ATTR_TOS: U8.hex(),
    4 OVS_TUNNEL_KEY_ATTR_TTL: U8,
    5 OVS_TUNNEL_KEY_ATTR_DONT_FRAGMENT: FLAG,
    6 OVS_TUNNEL_KEY_ATTR_CSUM: FLAG,
    7 OVS_TUNNEL_KEY_ATTR_OAM: FLAG,
    8 OVS_TUNNEL_KEY_ATTR_GENEVE_OPTS: special(&GENEVE_OPTIONS),
    9 OVS_TUNNEL_KEY_ATTR_TP_SRC: BE16,
    10 OVS_TUNNEL_KEY_ATTR_TP_DST: BE16,
    11 OVS_TUNNEL_KEY_ATTR_VXLAN_OPTS: nest(&OVS_VXLAN_EXT),
    12 OVS_TUNNEL_KEY_ATTR_IPV6_SRC: IPV6,
    13 OVS_TUNNEL_KEY_ATTR_IPV6_DST: IPV6,
    14 OVS_TUNNEL_KEY_ATTR_PAD: PAD,
    15 OVS_TUNNEL_KEY_ATTR_ERSPAN_OPTS: structure(&ERSPAN_METADATA),
    16 OVS_TUNNEL_KEY_ATTR_IPV4_INFO_BRIDGE: FLAG,
}

// user space has 30 for itself, the kernel 32
set! { /// What a packet is like.
    pub(super) OVS_KEY_ATTR "OVS_KEY_ATTR":
    1 OVS_KEY_ATTR_ENCAP: nest(&OVS_KEY_ATTR),
    2 OVS_KEY_ATTR_PRIORITY: U32.hex(),
    3 OVS_KEY_ATTR_IN_PORT: U32,
    4 OVS_KEY_ATTR_ETHERNET: structure(&ETHERNET),
    5 OVS_KEY_ATTR_VLAN: BE16.hex(),
    6 OVS_KEY_ATTR_ETHERTYPE: BE16.of(&ETH_P),
    7 OVS_KEY_ATTR_IPV4: structure(&IPV4_KEY),
    8 OVS_KEY_ATTR_IPV6: structure(&IPV6_KEY),
    9 OVS_KEY_ATTR_TCP: structure(&TCP),
    10 OVS_KEY_ATTR_UDP: structure(&UDP),
    11 OVS_KEY_ATTR_ICMP: structure(&ICMP),
    12 OVS_KEY_ATTR_ICMPV6: structure(&ICMPV6),
    13 OVS_KEY_ATTR_ARP: structure(&ARP),
    14 OVS_KEY_ATTR_ND: structure(&ND),
    15 OVS_KEY_ATTR_SKB_MARK: U32.hex(),
    16 OVS_KEY_ATTR_TUNNEL: nest(&OVS_TUNNEL_KEY_ATTR),
    17 OVS_KEY_ATTR_SCTP: structure(&SCTP),
    18 OVS_KEY_ATTR_TCP_FLAGS: BE16.of(&TCPHDR),
    19 OVS_KEY_ATTR_DP_HASH: U32.hex(),
    20 OVS_KEY_ATTR_RECIRC_ID: U32.hex(),
    21 OVS_KEY_ATTR_MPLS: list!(structure(&MPLS)),
    22 OVS_KEY_ATTR_CT_STATE: U32.of(&CS),
    23 OVS_KEY_ATTR_CT_ZONE: U16,
    24 OVS_KEY_ATTR_CT_MARK: U32.hex(),
    25 OVS_KEY_ATTR_CT_LABELS: structure(&CT_LABELS),
    26 OVS_KEY_ATTR_CT_ORIG_TUPLE_IPV4: structure(&CT_TUPLE_IPV4),
    27 OVS_KEY_ATTR_CT_ORIG_TUPLE_IPV6: structure(&CT_TUPLE_IPV6),
    28 OVS_KEY_ATTR_NSH: nest(&OVS_NSH_KEY_ATTR),
    29 OVS_KEY_ATTR_PACKET_TYPE: BE32.hex(),
    30 OVS_KEY_ATTR_ND_EXTENSIONS: UNUSED,
    31 OVS_KEY_ATTR_TUNNEL_INFO: UNUSED,
    32 OVS_KEY_ATTR_IPV6_EXTHDRS: structure(&EXTHDRS),
}

set! { /// Which bits of a packet's key count.
    pub(super) OVS_KEY_ATTR_MASK "OVS_KEY_ATTR_MASK":
    1 OVS_KEY_ATTR_ENCAP: nest(&OVS_KEY_ATTR_MASK),
    2 OVS_KEY_ATTR_PRIORITY: U32.hex(),
    3 OVS_KEY_ATTR_IN_PORT: U32.hex(),
    4 OVS_KEY_ATTR_ETHERNET: structure(&ETHERNET_MASK),
    5 OVS_KEY_ATTR_VLAN: BE16.hex(),
    6 OVS_KEY_ATTR_ETHERTYPE: BE16.hex(),
    7 OVS_KEY_ATTR_IPV4: structure(&IPV4_MASK),
    8 OVS_KEY_ATTR_IPV6: structure(&IPV6_MASK),
    9 OVS_KEY_ATTR_TCP: structure(&TCP_MASK),
    10 OVS_KEY_ATTR_UDP: structure(&UDP_MASK),
    11 OVS_KEY_ATTR_ICMP: structure(&ICMP),
    12 OVS_KEY_ATTR_ICMPV6: structure(&ICMPV6),
    13 OVS_KEY_ATTR_ARP: structure(&ARP_MASK),
    14 OVS_KEY_ATTR_ND: structure(&ND),
    15 OVS_KEY_ATTR_SKB_MARK: U32.hex(),
    16 OVS_KEY_ATTR_TUNNEL: nest(&OVS_TUNNEL_KEY_ATTR),
    17 OVS_KEY_ATTR_SCTP: structure(&SCTP_MASK),
    18 OVS_KEY_ATTR_TCP_FLAGS: BE16.of(&TCPHDR),
    19 OVS_KEY_ATTR_DP_HASH: U32.hex(),
    20 OVS_KEY_ATTR_RECIRC_ID: U32.hex(),
    21 OVS_KEY_ATTR_MPLS: list!(structure(&MPLS_MASK)),
    22 OVS_KEY_ATTR_CT_STATE: U32.of(&CS),
    23 OVS_KEY_ATTR_CT_ZONE: U16.hex(),
    24 OVS_KEY_ATTR_CT_MARK: U32.hex(),
    25 OVS_KEY_ATTR_CT_LABELS: structure(&CT_LABELS_MASK),
    26 OVS_KEY_ATTR_CT_ORIG_TUPLE_IPV4: structure(&CT_TUPLE_IPV4_MASK),
    27 OVS_KEY_ATTR_CT_ORIG_TUPLE_IPV6: structure(&CT_TUPLE_IPV6_MASK),
    28 OVS_KEY_ATTR_NSH: nest(&OVS_NSH_KEY_ATTR_MASK),
    29 OVS_KEY_ATTR_PACKET_TYPE: BE32.hex(),
    30 OVS_KEY_ATTR_ND_EXTENSIONS: UNUSED,
    31 OVS_KEY_ATTR_TUNNEL_INFO: UNUSED,
    32 OVS_KEY_ATTR_IPV6_EXTHDRS: structure(&EXTHDRS),
}

structure! { U32_BOTH "masked_u32":
    key: U32.hex(),
    mask: U32.hex(),
}

// what the kernel lets be set by bits
set! { /// A value and the bits of it to write.
    pub(super) OVS_KEY_ATTR_SET_MASKED "OVS_KEY_ATTR_SET_MASKED":
    2 OVS_KEY_ATTR_PRIORITY: structure(&U32_BOTH),
    4 OVS_KEY_ATTR_ETHERNET: structure(&ETHERNET_BOTH),
    7 OVS_KEY_ATTR_IPV4: structure(&IPV4_BOTH),
    8 OVS_KEY_ATTR_IPV6: structure(&IPV6_BOTH),
    9 OVS_KEY_ATTR_TCP: structure(&TCP_BOTH),
    10 OVS_KEY_ATTR_UDP: structure(&UDP_BOTH),
    15 OVS_KEY_ATTR_SKB_MARK: structure(&U32_BOTH),
    17 OVS_KEY_ATTR_SCTP: structure(&SCTP_BOTH),
    21 OVS_KEY_ATTR_MPLS: structure(&MPLS_BOTH),
    24 OVS_KEY_ATTR_CT_MARK: structure(&U32_BOTH),
    25 OVS_KEY_ATTR_CT_LABELS: structure(&CT_LABELS_BOTH),
    28 OVS_KEY_ATTR_NSH: nest(&OVS_NSH_KEY_ATTR_SET_MASKED),
}
