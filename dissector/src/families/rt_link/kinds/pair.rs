//! Links that come in pairs: veth, vxcan, netkit. A request holds the peer as a link of its own.
//!
//! Source: `uapi/linux/if_link.h`, `uapi/linux/veth.h`, `uapi/linux/can/vxcan.h`,
//! `drivers/net/veth.c`, `drivers/net/can/vxcan.c`, `drivers/net/netkit.c`.

use crate::families::rt_link::{IFINFOMSG, IFLA};
use crate::table::Unit;
use crate::table::macros::*;

set! { pub(super) VETH_INFO "VETH_INFO":
    1 VETH_INFO_PEER: structure_then(&IFINFOMSG, &IFLA),
}

set! { pub(super) VXCAN_INFO "VXCAN_INFO":
    1 VXCAN_INFO_PEER: structure_then(&IFINFOMSG, &IFLA),
}

enumeration! { NETKIT_ACTION "netkit_action":
    0 NETKIT_PASS,
    2 NETKIT_DROP,
    7 NETKIT_REDIRECT,
    0xffffffff NETKIT_NEXT, // -1 in 32 bits
}

enumeration! { NETKIT_MODE "netkit_mode": 0 NETKIT_L2, 1 NETKIT_L3 }

enumeration! { NETKIT_SCRUB "netkit_scrub": 0 NETKIT_SCRUB_NONE, 1 NETKIT_SCRUB_DEFAULT }

enumeration! { NETKIT_PAIRING "netkit_pairing": 0 NETKIT_DEVICE_PAIR, 1 NETKIT_DEVICE_SINGLE }

set! { pub(super) IFLA_NETKIT "IFLA_NETKIT":
    1 IFLA_NETKIT_PEER_INFO: structure_then(&IFINFOMSG, &IFLA),
    2 IFLA_NETKIT_PRIMARY: BOOL,
    3 IFLA_NETKIT_POLICY: U32.of(&NETKIT_ACTION),
    4 IFLA_NETKIT_PEER_POLICY: U32.of(&NETKIT_ACTION),
    5 IFLA_NETKIT_MODE: U32.of(&NETKIT_MODE),
    6 IFLA_NETKIT_SCRUB: U32.of(&NETKIT_SCRUB),
    7 IFLA_NETKIT_PEER_SCRUB: U32.of(&NETKIT_SCRUB),
    8 IFLA_NETKIT_HEADROOM: U16.unit(Unit::Bytes),
    9 IFLA_NETKIT_TAILROOM: U16.unit(Unit::Bytes),
    10 IFLA_NETKIT_PAIRING: U32.of(&NETKIT_PAIRING),
}
