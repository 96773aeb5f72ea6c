//! Links on top of another link: vlan, macvlan, macvtap, ipvlan, ipvtap.
//!
//! Source: `uapi/linux/if_link.h`, `uapi/linux/if_vlan.h`, `net/8021q/vlan_netlink.c`,
//! `drivers/net/macvlan.c`, `drivers/net/ipvlan/ipvlan_main.c`.

use crate::families::common::ETH_P;
use crate::table::macros::*;

flags! { VLAN_FLAGS "vlan_flags":
    0x1 VLAN_FLAG_REORDER_HDR,
    0x2 VLAN_FLAG_GVRP,
    0x4 VLAN_FLAG_LOOSE_BINDING,
    0x8 VLAN_FLAG_MVRP,
    0x10 VLAN_FLAG_BRIDGE_BINDING,
}

structure! { IFLA_VLAN_FLAGS "ifla_vlan_flags":
    flags: U32.of(&VLAN_FLAGS),
    mask: U32.of(&VLAN_FLAGS),
}

structure! { IFLA_VLAN_QOS_MAPPING "ifla_vlan_qos_mapping":
    from: U32,
    to: U32,
}

set! { IFLA_VLAN_QOS "IFLA_VLAN_QOS":
    1 IFLA_VLAN_QOS_MAPPING: structure(&IFLA_VLAN_QOS_MAPPING).multi(),
}

set! { pub(super) IFLA_VLAN "IFLA_VLAN":
    1 IFLA_VLAN_ID: U16,
    2 IFLA_VLAN_FLAGS: structure(&IFLA_VLAN_FLAGS),
    3 IFLA_VLAN_EGRESS_QOS: nest(&IFLA_VLAN_QOS),
    4 IFLA_VLAN_INGRESS_QOS: nest(&IFLA_VLAN_QOS),
    5 IFLA_VLAN_PROTOCOL: BE16.of(&ETH_P),
}

enumeration! { MACVLAN_MODE "macvlan_mode":
    1 MACVLAN_MODE_PRIVATE,
    2 MACVLAN_MODE_VEPA,
    4 MACVLAN_MODE_BRIDGE,
    8 MACVLAN_MODE_PASSTHRU,
    16 MACVLAN_MODE_SOURCE,
}

flags! { MACVLAN_FLAG "MACVLAN_FLAG":
    0x1 MACVLAN_FLAG_NOPROMISC,
    0x2 MACVLAN_FLAG_NODST,
}

enumeration! { MACVLAN_MACADDR_MODE "macvlan_macaddr_mode":
    0 MACVLAN_MACADDR_ADD,
    1 MACVLAN_MACADDR_DEL,
    2 MACVLAN_MACADDR_FLUSH,
    3 MACVLAN_MACADDR_SET,
}

set! { IFLA_MACVLAN_MACADDR_DATA "IFLA_MACVLAN_MACADDR_DATA":
    4 IFLA_MACVLAN_MACADDR: MAC.multi(),
}

set! { pub(super) IFLA_MACVLAN "IFLA_MACVLAN":
    1 IFLA_MACVLAN_MODE: U32.of(&MACVLAN_MODE),
    2 IFLA_MACVLAN_FLAGS: U16.of(&MACVLAN_FLAG),
    3 IFLA_MACVLAN_MACADDR_MODE: U32.of(&MACVLAN_MACADDR_MODE),
    4 IFLA_MACVLAN_MACADDR: MAC,
    5 IFLA_MACVLAN_MACADDR_DATA: nest(&IFLA_MACVLAN_MACADDR_DATA),
    6 IFLA_MACVLAN_MACADDR_COUNT: U32,
    7 IFLA_MACVLAN_BC_QUEUE_LEN: U32,
    8 IFLA_MACVLAN_BC_QUEUE_LEN_USED: U32,
    9 IFLA_MACVLAN_BC_CUTOFF: S32,
}

enumeration! { IPVLAN_MODE "ipvlan_mode":
    0 IPVLAN_MODE_L2,
    1 IPVLAN_MODE_L3,
    2 IPVLAN_MODE_L3S,
}

flags! { IPVLAN_F "IPVLAN_F":
    0x1 IPVLAN_F_PRIVATE,
    0x2 IPVLAN_F_VEPA,
}

set! { pub(super) IFLA_IPVLAN "IFLA_IPVLAN":
    1 IFLA_IPVLAN_MODE: U16.of(&IPVLAN_MODE),
    2 IFLA_IPVLAN_FLAGS: U16.of(&IPVLAN_F),
}
