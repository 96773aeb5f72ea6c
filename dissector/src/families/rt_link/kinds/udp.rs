//! Tunnels in UDP: vxlan, geneve, bareudp, gtp, amt; and the VNI filter of a vxlan link.
//!
//! Ports and flow labels are in network order.
//!
//! Source: `uapi/linux/if_link.h`, `uapi/linux/amt.h`, `include/net/vxlan.h`,
//! `drivers/net/vxlan/vxlan_core.c`, `drivers/net/vxlan/vxlan_vnifilter.c`, `drivers/net/geneve.c`,
//! `drivers/net/bareudp.c`, `drivers/net/gtp.c`, `drivers/net/amt.c`.

use crate::families::common::{AF, ETH_P};
use crate::table::Unit;
use crate::table::macros::*;

enumeration! { IFLA_VXLAN_DF "ifla_vxlan_df":
    0 VXLAN_DF_UNSET, 1 VXLAN_DF_SET, 2 VXLAN_DF_INHERIT,
}

enumeration! { IFLA_VXLAN_LABEL_POLICY "ifla_vxlan_label_policy":
    0 VXLAN_LABEL_FIXED, 1 VXLAN_LABEL_INHERIT,
}

structure! { IFLA_VXLAN_PORT_RANGE "ifla_vxlan_port_range":
    low: BE16,
    high: BE16,
}

structure! { VXLANHDR "vxlanhdr":
    vx_flags: BE32.hex(),
    vx_vni: BE32.hex(),
}

set! { pub(super) IFLA_VXLAN "IFLA_VXLAN":
    1 IFLA_VXLAN_ID: U32,
    2 IFLA_VXLAN_GROUP: IPV4,
    3 IFLA_VXLAN_LINK: IFINDEX,
    4 IFLA_VXLAN_LOCAL: IPV4,
    5 IFLA_VXLAN_TTL: U8,
    6 IFLA_VXLAN_TOS: U8.hex(),
    7 IFLA_VXLAN_LEARNING: BOOL,
    8 IFLA_VXLAN_AGEING: U32.unit(Unit::Seconds),
    9 IFLA_VXLAN_LIMIT: U32,
    10 IFLA_VXLAN_PORT_RANGE: structure(&IFLA_VXLAN_PORT_RANGE),
    11 IFLA_VXLAN_PROXY: BOOL,
    12 IFLA_VXLAN_RSC: BOOL,
    13 IFLA_VXLAN_L2MISS: BOOL,
    14 IFLA_VXLAN_L3MISS: BOOL,
    15 IFLA_VXLAN_PORT: BE16,
    16 IFLA_VXLAN_GROUP6: IPV6,
    17 IFLA_VXLAN_LOCAL6: IPV6,
    18 IFLA_VXLAN_UDP_CSUM: BOOL,
    19 IFLA_VXLAN_UDP_ZERO_CSUM6_TX: BOOL,
    20 IFLA_VXLAN_UDP_ZERO_CSUM6_RX: BOOL,
    21 IFLA_VXLAN_REMCSUM_TX: BOOL,
    22 IFLA_VXLAN_REMCSUM_RX: BOOL,
    23 IFLA_VXLAN_GBP: FLAG,
    24 IFLA_VXLAN_REMCSUM_NOPARTIAL: FLAG,
    25 IFLA_VXLAN_COLLECT_METADATA: BOOL,
    26 IFLA_VXLAN_LABEL: BE32.hex(),
    27 IFLA_VXLAN_GPE: FLAG,
    // a flag from user space, 8 bits from the kernel
    28 IFLA_VXLAN_TTL_INHERIT: BOOL.or_flag(),
    29 IFLA_VXLAN_DF: U8.of(&IFLA_VXLAN_DF),
    30 IFLA_VXLAN_VNIFILTER: BOOL,
    31 IFLA_VXLAN_LOCALBYPASS: BOOL,
    32 IFLA_VXLAN_LABEL_POLICY: U32.of(&IFLA_VXLAN_LABEL_POLICY),
    33 IFLA_VXLAN_RESERVED_BITS: structure(&VXLANHDR),
    34 IFLA_VXLAN_MC_ROUTE: BOOL,
}

flags! { TUNNEL_MSG_FLAG "TUNNEL_MSG_FLAG": 0x1 TUNNEL_MSG_FLAG_STATS }

structure! { /// The header of RTM_NEWTUNNEL and its like.
    pub TUNNEL_MSG "tunnel_msg":
    family: U8.of(&AF),
    flags: U8.of(&TUNNEL_MSG_FLAG),
    reserved2: U16.reserved(),
    ifindex: IFINDEX,
}

set! { VNIFILTER_ENTRY_STATS "VNIFILTER_ENTRY_STATS":
    1 VNIFILTER_ENTRY_STATS_RX_BYTES: U64.unit(Unit::Bytes),
    2 VNIFILTER_ENTRY_STATS_RX_PKTS: U64.unit(Unit::Packets),
    3 VNIFILTER_ENTRY_STATS_RX_DROPS: U64.unit(Unit::Packets),
    4 VNIFILTER_ENTRY_STATS_RX_ERRORS: U64.unit(Unit::Packets),
    5 VNIFILTER_ENTRY_STATS_TX_BYTES: U64.unit(Unit::Bytes),
    6 VNIFILTER_ENTRY_STATS_TX_PKTS: U64.unit(Unit::Packets),
    7 VNIFILTER_ENTRY_STATS_TX_DROPS: U64.unit(Unit::Packets),
    8 VNIFILTER_ENTRY_STATS_TX_ERRORS: U64.unit(Unit::Packets),
    9 VNIFILTER_ENTRY_STATS_PAD: PAD,
}

set! { VXLAN_VNIFILTER_ENTRY "VXLAN_VNIFILTER_ENTRY":
    1 VXLAN_VNIFILTER_ENTRY_START: U32,
    2 VXLAN_VNIFILTER_ENTRY_END: U32,
    3 VXLAN_VNIFILTER_ENTRY_GROUP: IPV4,
    4 VXLAN_VNIFILTER_ENTRY_GROUP6: IPV6,
    5 VXLAN_VNIFILTER_ENTRY_STATS: nest(&VNIFILTER_ENTRY_STATS),
}

set! { /// The VNIs that a vxlan link lets through: RTM_NEWTUNNEL and its like.
    pub VXLAN_VNIFILTER "VXLAN_VNIFILTER":
    1 VXLAN_VNIFILTER_ENTRY: nest(&VXLAN_VNIFILTER_ENTRY).multi(),
}

enumeration! { IFLA_GENEVE_DF "ifla_geneve_df":
    0 GENEVE_DF_UNSET, 1 GENEVE_DF_SET, 2 GENEVE_DF_INHERIT,
}

structure! { IFLA_GENEVE_PORT_RANGE "ifla_geneve_port_range":
    low: BE16,
    high: BE16,
}

set! { pub(super) IFLA_GENEVE "IFLA_GENEVE":
    1 IFLA_GENEVE_ID: U32,
    2 IFLA_GENEVE_REMOTE: IPV4,
    3 IFLA_GENEVE_TTL: U8,
    4 IFLA_GENEVE_TOS: U8.hex(),
    5 IFLA_GENEVE_PORT: BE16,
    6 IFLA_GENEVE_COLLECT_METADATA: FLAG,
    7 IFLA_GENEVE_REMOTE6: IPV6,
    8 IFLA_GENEVE_UDP_CSUM: BOOL,
    9 IFLA_GENEVE_UDP_ZERO_CSUM6_TX: BOOL,
    10 IFLA_GENEVE_UDP_ZERO_CSUM6_RX: BOOL,
    11 IFLA_GENEVE_LABEL: BE32.hex(),
    12 IFLA_GENEVE_TTL_INHERIT: BOOL,
    13 IFLA_GENEVE_DF: U8.of(&IFLA_GENEVE_DF),
    14 IFLA_GENEVE_INNER_PROTO_INHERIT: FLAG,
    15 IFLA_GENEVE_PORT_RANGE: structure(&IFLA_GENEVE_PORT_RANGE),
    16 IFLA_GENEVE_GRO_HINT: FLAG,
    17 IFLA_GENEVE_LOCAL: IPV4,
    18 IFLA_GENEVE_LOCAL6: IPV6,
}

set! { pub(super) IFLA_BAREUDP "IFLA_BAREUDP":
    1 IFLA_BAREUDP_PORT: BE16,
    2 IFLA_BAREUDP_ETHERTYPE: BE16.of(&ETH_P),
    3 IFLA_BAREUDP_SRCPORT_MIN: U16,
    4 IFLA_BAREUDP_MULTIPROTO_MODE: FLAG,
}

enumeration! { IFLA_GTP_ROLE "ifla_gtp_role": 0 GTP_ROLE_GGSN, 1 GTP_ROLE_SGSN }

set! { pub(super) IFLA_GTP "IFLA_GTP":
    1 IFLA_GTP_FD0: U32,
    2 IFLA_GTP_FD1: U32,
    3 IFLA_GTP_PDP_HASHSIZE: U32,
    4 IFLA_GTP_ROLE: U32.of(&IFLA_GTP_ROLE),
    5 IFLA_GTP_CREATE_SOCKETS: BOOL,
    6 IFLA_GTP_RESTART_COUNT: U8,
    7 IFLA_GTP_LOCAL: IPV4,
    8 IFLA_GTP_LOCAL6: IPV6,
}

enumeration! { IFLA_AMT_MODE "ifla_amt_mode": 0 AMT_MODE_GATEWAY, 1 AMT_MODE_RELAY }

set! { pub(super) IFLA_AMT "IFLA_AMT":
    1 IFLA_AMT_MODE: U32.of(&IFLA_AMT_MODE),
    2 IFLA_AMT_RELAY_PORT: BE16,
    3 IFLA_AMT_GATEWAY_PORT: BE16,
    4 IFLA_AMT_LINK: IFINDEX,
    5 IFLA_AMT_LOCAL_IP: IPV4,
    6 IFLA_AMT_REMOTE_IP: IPV4,
    7 IFLA_AMT_DISCOVERY_IP: IPV4,
    8 IFLA_AMT_MAX_TUNNELS: U32,
}
