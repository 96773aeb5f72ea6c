//! bridge: the link itself. Its ports are in [`super::super::bridge_port`].
//!
//! Timers and intervals count ticks of USER_HZ.
//!
//! Source: `uapi/linux/if_link.h`, `uapi/linux/if_bridge.h`, `net/bridge/br_netlink.c`,
//! `net/bridge/br_multicast.c`, `net/bridge/br_private.h`.

use crate::families::common::ETH_P;
use crate::table::Unit;
use crate::table::macros::*;

enumeration! { BR_STP "BR_STP": 0 BR_NO_STP, 1 BR_KERNEL_STP, 2 BR_USER_STP }

enumeration! { BR_STP_MODE "br_stp_mode":
    0 BR_STP_MODE_AUTO, 1 BR_STP_MODE_USER, 2 BR_STP_MODE_KERNEL,
}

enumeration! { /// Whether a port leads to multicast routers, MDB_RTR_TYPE_*.
    pub MDB_RTR_TYPE "MDB_RTR_TYPE":
    0 MDB_RTR_TYPE_DISABLED,
    1 MDB_RTR_TYPE_TEMP_QUERY,
    2 MDB_RTR_TYPE_PERM,
    3 MDB_RTR_TYPE_TEMP,
}

structure! { /// An 802.1D bridge identifier: priority and address.
    pub IFLA_BRIDGE_ID "ifla_bridge_id":
    prio: BE16,
    addr: MAC,
}

flags! { BR_BOOLOPT "br_boolopt_id":
    0x1 BR_BOOLOPT_NO_LL_LEARN,
    0x2 BR_BOOLOPT_MCAST_VLAN_SNOOPING,
    0x4 BR_BOOLOPT_MST_ENABLE,
    0x8 BR_BOOLOPT_MDB_OFFLOAD_FAIL_NOTIFICATION,
    0x10 BR_BOOLOPT_FDB_LOCAL_VLAN_0,
}

structure! { BR_BOOLOPT_MULTI "br_boolopt_multi":
    optval: U32.of(&BR_BOOLOPT),
    optmask: U32.of(&BR_BOOLOPT),
}

set! { /// The multicast querier of a bridge or VLAN.
    pub BRIDGE_QUERIER "BRIDGE_QUERIER":
    1 BRIDGE_QUERIER_IP_ADDRESS: IPV4,
    2 BRIDGE_QUERIER_IP_PORT: IFINDEX,
    3 BRIDGE_QUERIER_IP_OTHER_TIMER: U64.unit(Unit::ClockTicks),
    4 BRIDGE_QUERIER_PAD: PAD,
    5 BRIDGE_QUERIER_IPV6_ADDRESS: IPV6,
    6 BRIDGE_QUERIER_IPV6_PORT: IFINDEX,
    7 BRIDGE_QUERIER_IPV6_OTHER_TIMER: U64.unit(Unit::ClockTicks),
}

set! { pub(super) IFLA_BR "IFLA_BR":
    1 IFLA_BR_FORWARD_DELAY: U32.unit(Unit::ClockTicks),
    2 IFLA_BR_HELLO_TIME: U32.unit(Unit::ClockTicks),
    3 IFLA_BR_MAX_AGE: U32.unit(Unit::ClockTicks),
    4 IFLA_BR_AGEING_TIME: U32.unit(Unit::ClockTicks),
    5 IFLA_BR_STP_STATE: U32.of(&BR_STP),
    6 IFLA_BR_PRIORITY: U16,
    7 IFLA_BR_VLAN_FILTERING: BOOL,
    8 IFLA_BR_VLAN_PROTOCOL: BE16.of(&ETH_P),
    9 IFLA_BR_GROUP_FWD_MASK: U16.hex(),
    10 IFLA_BR_ROOT_ID: structure(&IFLA_BRIDGE_ID),
    11 IFLA_BR_BRIDGE_ID: structure(&IFLA_BRIDGE_ID),
    12 IFLA_BR_ROOT_PORT: U16,
    13 IFLA_BR_ROOT_PATH_COST: U32,
    14 IFLA_BR_TOPOLOGY_CHANGE: BOOL,
    15 IFLA_BR_TOPOLOGY_CHANGE_DETECTED: BOOL,
    16 IFLA_BR_HELLO_TIMER: U64.unit(Unit::ClockTicks),
    17 IFLA_BR_TCN_TIMER: U64.unit(Unit::ClockTicks),
    18 IFLA_BR_TOPOLOGY_CHANGE_TIMER: U64.unit(Unit::ClockTicks),
    19 IFLA_BR_GC_TIMER: U64.unit(Unit::ClockTicks),
    20 IFLA_BR_GROUP_ADDR: MAC,
    21 IFLA_BR_FDB_FLUSH: FLAG,
    22 IFLA_BR_MCAST_ROUTER: U8.of(&MDB_RTR_TYPE),
    23 IFLA_BR_MCAST_SNOOPING: BOOL,
    24 IFLA_BR_MCAST_QUERY_USE_IFADDR: BOOL,
    25 IFLA_BR_MCAST_QUERIER: BOOL,
    26 IFLA_BR_MCAST_HASH_ELASTICITY: U32,
    27 IFLA_BR_MCAST_HASH_MAX: U32,
    28 IFLA_BR_MCAST_LAST_MEMBER_CNT: U32,
    29 IFLA_BR_MCAST_STARTUP_QUERY_CNT: U32,
    30 IFLA_BR_MCAST_LAST_MEMBER_INTVL: U64.unit(Unit::ClockTicks),
    31 IFLA_BR_MCAST_MEMBERSHIP_INTVL: U64.unit(Unit::ClockTicks),
    32 IFLA_BR_MCAST_QUERIER_INTVL: U64.unit(Unit::ClockTicks),
    33 IFLA_BR_MCAST_QUERY_INTVL: U64.unit(Unit::ClockTicks),
    34 IFLA_BR_MCAST_QUERY_RESPONSE_INTVL: U64.unit(Unit::ClockTicks),
    35 IFLA_BR_MCAST_STARTUP_QUERY_INTVL: U64.unit(Unit::ClockTicks),
    36 IFLA_BR_NF_CALL_IPTABLES: BOOL,
    37 IFLA_BR_NF_CALL_IP6TABLES: BOOL,
    38 IFLA_BR_NF_CALL_ARPTABLES: BOOL,
    39 IFLA_BR_VLAN_DEFAULT_PVID: U16,
    40 IFLA_BR_PAD: PAD,
    41 IFLA_BR_VLAN_STATS_ENABLED: BOOL,
    42 IFLA_BR_MCAST_STATS_ENABLED: BOOL,
    43 IFLA_BR_MCAST_IGMP_VERSION: U8,
    44 IFLA_BR_MCAST_MLD_VERSION: U8,
    45 IFLA_BR_VLAN_STATS_PER_PORT: BOOL,
    46 IFLA_BR_MULTI_BOOLOPT: structure(&BR_BOOLOPT_MULTI),
    47 IFLA_BR_MCAST_QUERIER_STATE: nest(&BRIDGE_QUERIER),
    48 IFLA_BR_FDB_N_LEARNED: U32,
    49 IFLA_BR_FDB_MAX_LEARNED: U32,
    50 IFLA_BR_STP_MODE: U32.of(&BR_STP_MODE),
}
