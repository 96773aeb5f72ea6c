//! The attributes of a link, IFLA_*.
//!
//! Source: `uapi/linux/if_link.h`, `uapi/linux/if.h`, `net/core/rtnetlink.c`
//! (`ifla_policy`, `rtnl_fill_ifinfo`), `net/devlink/port.c`, `drivers/dpll/dpll_netlink.c`.

use super::bridge::IFLA_BRIDGE;
use super::bridge_port::{BR_STATE, IFLA_BRPORT};
use super::inet::{AF_SPEC, IFLA_INET6};
use super::kinds::{LINK_DATA, LINK_SLAVE_DATA, LINK_XSTATS};
use super::vf::{IFLA_PORT, IFLA_VF_INFO, IFLA_VF_PORT};
use crate::families::common::AF;
use crate::families::rt_mcast::IPMRA_TABLE;
use crate::families::rt_nsid::NSID;
use crate::special::iw_event::IW_EVENT;
use crate::table::macros::*;
use crate::table::{Fact, Unit};

flags! { /// The flags of an interface, IFF_*.
    pub NET_DEVICE_FLAGS "net_device_flags":
    0x1 IFF_UP, 0x2 IFF_BROADCAST, 0x4 IFF_DEBUG, 0x8 IFF_LOOPBACK,
    0x10 IFF_POINTOPOINT, 0x20 IFF_NOTRAILERS, 0x40 IFF_RUNNING, 0x80 IFF_NOARP,
    0x100 IFF_PROMISC, 0x200 IFF_ALLMULTI, 0x400 IFF_MASTER, 0x800 IFF_SLAVE,
    0x1000 IFF_MULTICAST, 0x2000 IFF_PORTSEL, 0x4000 IFF_AUTOMEDIA, 0x8000 IFF_DYNAMIC,
    0x10000 IFF_LOWER_UP, 0x20000 IFF_DORMANT, 0x40000 IFF_ECHO,
}

enumeration! { IF_OPER "IF_OPER":
    0 IF_OPER_UNKNOWN, 1 IF_OPER_NOTPRESENT, 2 IF_OPER_DOWN, 3 IF_OPER_LOWERLAYERDOWN,
    4 IF_OPER_TESTING, 5 IF_OPER_DORMANT, 6 IF_OPER_UP,
}

enumeration! { IF_LINK_MODE "IF_LINK_MODE":
    0 IF_LINK_MODE_DEFAULT, 1 IF_LINK_MODE_DORMANT, 2 IF_LINK_MODE_TESTING,
}

flags! { /// What a dump of links is to hold or leave out, RTEXT_FILTER_*.
    pub RTEXT_FILTER "RTEXT_FILTER":
    0x1 RTEXT_FILTER_VF, 0x2 RTEXT_FILTER_BRVLAN, 0x4 RTEXT_FILTER_BRVLAN_COMPRESSED,
    0x8 RTEXT_FILTER_SKIP_STATS, 0x10 RTEXT_FILTER_MRP, 0x20 RTEXT_FILTER_CFM_CONFIG,
    0x40 RTEXT_FILTER_CFM_STATUS, 0x80 RTEXT_FILTER_MST, 0x100 RTEXT_FILTER_NAME_ONLY,
}

enumeration! { IFLA_EVENT_TYPE "IFLA_EVENT":
    0 IFLA_EVENT_NONE, 1 IFLA_EVENT_REBOOT, 2 IFLA_EVENT_FEATURES,
    3 IFLA_EVENT_BONDING_FAILOVER, 4 IFLA_EVENT_NOTIFY_PEERS, 5 IFLA_EVENT_IGMP_RESEND,
    6 IFLA_EVENT_BONDING_OPTIONS,
}

structure! { RTNL_LINK_STATS "rtnl_link_stats":
    rx_packets: U32.unit(Unit::Packets),
    tx_packets: U32.unit(Unit::Packets),
    rx_bytes: U32.unit(Unit::Bytes),
    tx_bytes: U32.unit(Unit::Bytes),
    rx_errors: U32,
    tx_errors: U32,
    rx_dropped: U32,
    tx_dropped: U32,
    multicast: U32.unit(Unit::Packets),
    collisions: U32,
    rx_length_errors: U32,
    rx_over_errors: U32,
    rx_crc_errors: U32,
    rx_frame_errors: U32,
    rx_fifo_errors: U32,
    rx_missed_errors: U32,
    tx_aborted_errors: U32,
    tx_carrier_errors: U32,
    tx_fifo_errors: U32,
    tx_heartbeat_errors: U32,
    tx_window_errors: U32,
    rx_compressed: U32,
    tx_compressed: U32,
    rx_nohandler: U32,
}

structure! { pub(super) RTNL_LINK_STATS64 "rtnl_link_stats64":
    rx_packets: U64.unit(Unit::Packets),
    tx_packets: U64.unit(Unit::Packets),
    rx_bytes: U64.unit(Unit::Bytes),
    tx_bytes: U64.unit(Unit::Bytes),
    rx_errors: U64,
    tx_errors: U64,
    rx_dropped: U64,
    tx_dropped: U64,
    multicast: U64.unit(Unit::Packets),
    collisions: U64,
    rx_length_errors: U64,
    rx_over_errors: U64,
    rx_crc_errors: U64,
    rx_frame_errors: U64,
    rx_fifo_errors: U64,
    rx_missed_errors: U64,
    tx_aborted_errors: U64,
    tx_carrier_errors: U64,
    tx_fifo_errors: U64,
    tx_heartbeat_errors: U64,
    tx_window_errors: U64,
    rx_compressed: U64,
    tx_compressed: U64,
    rx_nohandler: U64,
    rx_otherhost_dropped: U64,
}

structure! { RTNL_LINK_IFMAP "rtnl_link_ifmap":
    mem_start: U64.hex(),
    mem_end: U64.hex(),
    base_addr: U64.hex(),
    irq: U16,
    dma: U8,
    port: U8,
}

// A hardware address: where it is a tunnel's end, a network address.
select! { LINK_ADDRESS number field("ifi_type") => {
    768 => IPV4, // ARPHRD_TUNNEL
    769 => IPV6, // ARPHRD_TUNNEL6
    776 => IPV4, // ARPHRD_SIT
    778 => IPV4, // ARPHRD_IPGRE
    823 => IPV6, // ARPHRD_IP6GRE
} else MAC }

select! { LINK_PROTINFO number field("ifi_family") => {
    7 => select(&BRIDGE_PROTINFO),
    10 => nest(&IFLA_INET6),
} else BYTES }

// Old RSTP daemons send the state alone.
select! { BRIDGE_PROTINFO number fact(Fact::Length) => {
    1 => U8.of(&BR_STATE),
} else nest(&IFLA_BRPORT) }

// 128: RTNL_FAMILY_IPMR, whose links are multicast routing tables
select! { LINK_AF_SPEC number field("ifi_family") => {
    7 => nest(&IFLA_BRIDGE),
    128 => nest(&IPMRA_TABLE),
} else map!(&AF, select(&AF_SPEC)) }

set! { /// Attributes of a link.
    pub IFLA "IFLA":
    1 IFLA_ADDRESS: select(&LINK_ADDRESS),
    2 IFLA_BROADCAST: select(&LINK_ADDRESS),
    3 IFLA_IFNAME: STRING,
    4 IFLA_MTU: U32.unit(Unit::Bytes),
    5 IFLA_LINK: IFINDEX,
    6 IFLA_QDISC: STRING,
    7 IFLA_STATS: structure(&RTNL_LINK_STATS),
    8 IFLA_COST: UNUSED,
    9 IFLA_PRIORITY: UNUSED,
    10 IFLA_MASTER: IFINDEX,
    11 IFLA_WIRELESS: special(&IW_EVENT),
    12 IFLA_PROTINFO: select(&LINK_PROTINFO),
    13 IFLA_TXQLEN: U32.unit(Unit::Packets),
    14 IFLA_MAP: structure(&RTNL_LINK_IFMAP),
    15 IFLA_WEIGHT: U32,
    16 IFLA_OPERSTATE: U8.of(&IF_OPER),
    17 IFLA_LINKMODE: U8.of(&IF_LINK_MODE),
    18 IFLA_LINKINFO: nest(&IFLA_INFO),
    19 IFLA_NET_NS_PID: U32,
    20 IFLA_IFALIAS: STRING,
    21 IFLA_NUM_VF: U32,
    22 IFLA_VFINFO_LIST: nest(&IFLA_VF_INFO),
    23 IFLA_STATS64: structure(&RTNL_LINK_STATS64),
    24 IFLA_VF_PORTS: nest(&IFLA_VF_PORT),
    25 IFLA_PORT_SELF: nest(&IFLA_PORT),
    26 IFLA_AF_SPEC: select(&LINK_AF_SPEC),
    27 IFLA_GROUP: U32,
    28 IFLA_NET_NS_FD: U32,
    29 IFLA_EXT_MASK: U32.of(&RTEXT_FILTER),
    30 IFLA_PROMISCUITY: U32,
    31 IFLA_NUM_TX_QUEUES: U32,
    32 IFLA_NUM_RX_QUEUES: U32,
    33 IFLA_CARRIER: BOOL,
    34 IFLA_PHYS_PORT_ID: BYTES,
    35 IFLA_CARRIER_CHANGES: U32,
    36 IFLA_PHYS_SWITCH_ID: BYTES,
    37 IFLA_LINK_NETNSID: S32.of(&NSID),
    38 IFLA_PHYS_PORT_NAME: STRING,
    39 IFLA_PROTO_DOWN: BOOL,
    40 IFLA_GSO_MAX_SEGS: U32,
    41 IFLA_GSO_MAX_SIZE: U32.unit(Unit::Bytes),
    42 IFLA_PAD: PAD,
    43 IFLA_XDP: nest(&IFLA_XDP),
    44 IFLA_EVENT: U32.of(&IFLA_EVENT_TYPE),
    45 IFLA_NEW_NETNSID: S32.of(&NSID),
    46 IFLA_TARGET_NETNSID / IFLA_IF_NETNSID: S32.of(&NSID),
    47 IFLA_CARRIER_UP_COUNT: U32,
    48 IFLA_CARRIER_DOWN_COUNT: U32,
    49 IFLA_NEW_IFINDEX: S_IFINDEX,
    50 IFLA_MIN_MTU: U32.unit(Unit::Bytes),
    51 IFLA_MAX_MTU: U32.unit(Unit::Bytes),
    52 IFLA_PROP_LIST: nest(&IFLA_PROP_LIST),
    53 IFLA_ALT_IFNAME: STRING,
    54 IFLA_PERM_ADDRESS: select(&LINK_ADDRESS),
    55 IFLA_PROTO_DOWN_REASON: nest(&IFLA_PROTO_DOWN_REASON),
    56 IFLA_PARENT_DEV_NAME: NUL_STRING,
    57 IFLA_PARENT_DEV_BUS_NAME: STRING,
    58 IFLA_GRO_MAX_SIZE: U32.unit(Unit::Bytes),
    59 IFLA_TSO_MAX_SIZE: U32.unit(Unit::Bytes),
    60 IFLA_TSO_MAX_SEGS: U32,
    61 IFLA_ALLMULTI: U32,
    62 IFLA_DEVLINK_PORT: nest(&IFLA_DEVLINK_PORT),
    63 IFLA_GSO_IPV4_MAX_SIZE: U32.unit(Unit::Bytes),
    64 IFLA_GRO_IPV4_MAX_SIZE: U32.unit(Unit::Bytes),
    65 IFLA_DPLL_PIN: nest(&IFLA_DPLL_PIN),
    66 IFLA_MAX_PACING_OFFLOAD_HORIZON: UINT.unit(Unit::Nanoseconds),
    67 IFLA_NETNS_IMMUTABLE: BOOL,
    68 IFLA_HEADROOM: U16.unit(Unit::Bytes),
    69 IFLA_TAILROOM: U16.unit(Unit::Bytes),
}

set! { IFLA_PROP_LIST "IFLA_PROP_LIST":
    53 IFLA_ALT_IFNAME: STRING.multi(),
}

set! { IFLA_PROTO_DOWN_REASON "IFLA_PROTO_DOWN_REASON":
    1 IFLA_PROTO_DOWN_REASON_MASK: U32.hex(),
    2 IFLA_PROTO_DOWN_REASON_VALUE: U32.hex(),
}

// The handle of the devlink port behind the link: a few of that family's attributes.
set! { IFLA_DEVLINK_PORT "IFLA_DEVLINK_PORT":
    1 DEVLINK_ATTR_BUS_NAME: STRING,
    2 DEVLINK_ATTR_DEV_NAME: STRING,
    3 DEVLINK_ATTR_PORT_INDEX: U32,
    184 DEVLINK_ATTR_INDEX: UINT,
}

// The pin that the link's clock comes from: one of the dpll family's attributes.
set! { IFLA_DPLL_PIN "IFLA_DPLL_PIN":
    1 DPLL_A_PIN_ID: U32,
}

set! { IFLA_INFO "IFLA_INFO":
    1 IFLA_INFO_KIND: STRING,
    2 IFLA_INFO_DATA: select(&LINK_DATA),
    3 IFLA_INFO_XSTATS: select(&LINK_XSTATS),
    4 IFLA_INFO_SLAVE_KIND: STRING,
    5 IFLA_INFO_SLAVE_DATA: select(&LINK_SLAVE_DATA),
}

enumeration! { XDP_ATTACHED "XDP_ATTACHED":
    0 XDP_ATTACHED_NONE, 1 XDP_ATTACHED_DRV, 2 XDP_ATTACHED_SKB, 3 XDP_ATTACHED_HW,
    4 XDP_ATTACHED_MULTI,
}

flags! { XDP_FLAGS "XDP_FLAGS":
    0x1 XDP_FLAGS_UPDATE_IF_NOEXIST, 0x2 XDP_FLAGS_SKB_MODE, 0x4 XDP_FLAGS_DRV_MODE,
    0x8 XDP_FLAGS_HW_MODE, 0x10 XDP_FLAGS_REPLACE,
}

set! { IFLA_XDP "IFLA_XDP":
    1 IFLA_XDP_FD: S32,
    2 IFLA_XDP_ATTACHED: U8.of(&XDP_ATTACHED),
    3 IFLA_XDP_FLAGS: U32.of(&XDP_FLAGS),
    4 IFLA_XDP_PROG_ID: U32,
    5 IFLA_XDP_DRV_PROG_ID: U32,
    6 IFLA_XDP_SKB_PROG_ID: U32,
    7 IFLA_XDP_HW_PROG_ID: U32,
    8 IFLA_XDP_EXPECTED_FD: S32,
}
