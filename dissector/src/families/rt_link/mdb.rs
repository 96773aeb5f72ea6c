//! Multicast groups of bridges and of VXLAN, and the ports that lead to multicast routers:
//! RTM_NEWMDB, RTM_DELMDB, RTM_GETMDB.
//!
//! Source: `uapi/linux/if_bridge.h`, `net/core/rtnetlink.c`, `net/bridge/br_mdb.c`,
//! `drivers/net/vxlan/vxlan_mdb.c`.

use super::kinds::MDB_RTR_TYPE;
use crate::families::common::{AF, ETH_P};
use crate::families::rt_common::RTPROT;
use crate::table::Unit;
use crate::table::macros::*;

structure! { /// The header of messages about multicast groups.
    pub(super) BR_PORT_MSG "br_port_msg":
    family: U8.of(&AF),
    ifindex: IFINDEX,
}

enumeration! { MDB_STATE "MDB_STATE":
    0 MDB_TEMPORARY, 1 MDB_PERMANENT,
}

flags! { MDB_STATE_MASK "MDB_STATE_MASK":
    0x1 MDB_PERMANENT,
}

flags! { MDB_FLAGS "MDB_FLAGS":
    0x1 MDB_FLAGS_OFFLOAD, 0x2 MDB_FLAGS_FAST_LEAVE, 0x4 MDB_FLAGS_STAR_EXCL,
    0x8 MDB_FLAGS_BLOCKED, 0x10 MDB_FLAGS_OFFLOAD_FAILED,
}

enumeration! { MCAST_MODE "MCAST":
    0 MCAST_EXCLUDE, 1 MCAST_INCLUDE,
}

structure! { BR_MDB_ENTRY "br_mdb_entry":
    ifindex: IFINDEX,
    state: U8.of(&MDB_STATE),
    flags: U8.of(&MDB_FLAGS),
    vid: U16,
    addr: structure(&BR_MDB_ADDR),
}

structure! { BR_MDB_ADDR "br_mdb_entry.addr":
    u: select(&BR_MDB_GROUP),
    proto: BE16.of(&ETH_P),
}

// A union of 16 bytes.
select! { BR_MDB_GROUP number field("proto") => {
    0 => structure(&BR_MDB_MAC),
    0x0800 => structure(&BR_MDB_IP4),
    0x86dd => structure(&BR_MDB_IP6),
} else structure(&BR_MDB_OTHER) }

structure! { BR_MDB_MAC "br_mdb_entry.addr.u(mac)":
    mac_addr: MAC,
    pad: BYTES.times(10).reserved(),
}

structure! { BR_MDB_IP4 "br_mdb_entry.addr.u(ip4)":
    ip4: IPV4,
    pad: BYTES.times(12).reserved(),
}

structure! { BR_MDB_IP6 "br_mdb_entry.addr.u(ip6)":
    ip6: IPV6,
}

structure! { BR_MDB_OTHER "br_mdb_entry.addr.u":
    data: U32.hex().times(4),
}

set! { /// What the kernel tells of multicast groups.
    pub(super) MDBA "MDBA":
    1 MDBA_MDB: nest(&MDBA_MDB),
    2 MDBA_ROUTER: nest(&MDBA_ROUTER),
}

set! { MDBA_MDB "MDBA_MDB":
    1 MDBA_MDB_ENTRY: nest(&MDBA_MDB_ENTRY).multi(),
}

set! { MDBA_MDB_ENTRY "MDBA_MDB_ENTRY":
    1 MDBA_MDB_ENTRY_INFO: structure_then(&BR_MDB_ENTRY, &MDBA_MDB_EATTR).multi(),
}

set! { MDBA_MDB_EATTR "MDBA_MDB_EATTR":
    1 MDBA_MDB_EATTR_TIMER: U32.unit(Unit::ClockTicks),
    2 MDBA_MDB_EATTR_SRC_LIST: nest(&MDBA_MDB_SRCLIST),
    3 MDBA_MDB_EATTR_GROUP_MODE: U8.of(&MCAST_MODE),
    4 MDBA_MDB_EATTR_SOURCE: IP,
    5 MDBA_MDB_EATTR_RTPROT: U8.of(&RTPROT),
    6 MDBA_MDB_EATTR_DST: IP,
    7 MDBA_MDB_EATTR_DST_PORT: U16,
    8 MDBA_MDB_EATTR_VNI: U32,
    9 MDBA_MDB_EATTR_IFINDEX: IFINDEX,
    10 MDBA_MDB_EATTR_SRC_VNI: U32,
}

set! { MDBA_MDB_SRCLIST "MDBA_MDB_SRCLIST":
    1 MDBA_MDB_SRCLIST_ENTRY: nest(&MDBA_MDB_SRCATTR).multi(),
}

set! { MDBA_MDB_SRCATTR "MDBA_MDB_SRCATTR":
    1 MDBA_MDB_SRCATTR_ADDRESS: IP,
    2 MDBA_MDB_SRCATTR_TIMER: U32.unit(Unit::ClockTicks),
}

set! { MDBA_ROUTER "MDBA_ROUTER":
    1 MDBA_ROUTER_PORT: structure_then(&MDBA_ROUTER_PORT, &MDBA_ROUTER_PATTR).multi(),
}

structure! { MDBA_ROUTER_PORT "mdba_router_port":
    ifindex: IFINDEX,
}

set! { MDBA_ROUTER_PATTR "MDBA_ROUTER_PATTR":
    1 MDBA_ROUTER_PATTR_TIMER: U32.unit(Unit::ClockTicks),
    2 MDBA_ROUTER_PATTR_TYPE: U8.of(&MDB_RTR_TYPE),
    3 MDBA_ROUTER_PATTR_INET_TIMER: U32.unit(Unit::ClockTicks),
    4 MDBA_ROUTER_PATTR_INET6_TIMER: U32.unit(Unit::ClockTicks),
    5 MDBA_ROUTER_PATTR_VID: U16,
}

set! { /// What user space says of a group to add or remove.
    pub(super) MDBA_SET_ENTRY "MDBA_SET_ENTRY":
    1 MDBA_SET_ENTRY: structure(&BR_MDB_ENTRY),
    2 MDBA_SET_ENTRY_ATTRS: nest(&MDBE_ATTR),
}

set! { /// What user space says of a group that it asks for.
    pub(super) MDBA_GET_ENTRY "MDBA_GET_ENTRY":
    1 MDBA_GET_ENTRY: structure(&BR_MDB_ENTRY),
    2 MDBA_GET_ENTRY_ATTRS: nest(&MDBE_ATTR),
}

set! { MDBE_ATTR "MDBE_ATTR":
    1 MDBE_ATTR_SOURCE: IP,
    2 MDBE_ATTR_SRC_LIST: nest(&MDBE_SRC_LIST),
    3 MDBE_ATTR_GROUP_MODE: U8.of(&MCAST_MODE),
    4 MDBE_ATTR_RTPROT: U8.of(&RTPROT),
    5 MDBE_ATTR_DST: IP,
    6 MDBE_ATTR_DST_PORT: U16,
    7 MDBE_ATTR_VNI: U32,
    8 MDBE_ATTR_IFINDEX: S_IFINDEX,
    9 MDBE_ATTR_SRC_VNI: U32,
    10 MDBE_ATTR_STATE_MASK: U8.of(&MDB_STATE_MASK),
}

set! { MDBE_SRC_LIST "MDBE_SRC_LIST":
    1 MDBE_SRC_LIST_ENTRY: nest(&MDBE_SRCATTR).multi(),
}

set! { MDBE_SRCATTR "MDBE_SRCATTR":
    1 MDBE_SRCATTR_ADDRESS: IP,
}
