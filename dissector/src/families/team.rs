//! team: options and ports of team interfaces.
//!
//! Source: `uapi/linux/if_team.h`, `drivers/net/team/team_core.c`,
//! `drivers/net/team/team_mode_loadbalance.c`, `net/netlink.h`.

use super::ethtool::DUPLEX;
use super::sock_diag::packet::SOCK_FILTER;
use crate::table::macros::*;
use crate::table::{Family, Layer, Unit};
use std::borrow::Cow;

// of the kernel's internal NLA_* those that options have
enumeration! { NLA "NLA":
    3 NLA_U32, 5 NLA_STRING, 6 NLA_FLAG, 11 NLA_BINARY, 14 NLA_S32,
}

structure! { LB_STATS "lb_stats":
    tx_bytes: U64.unit(Unit::Bytes),
}

select! { OPTION_BINARY text attribute("TEAM_ATTR_OPTION_NAME") => {
    "bpf_hash_func" => list!(structure(&SOCK_FILTER)),
    "lb_hash_stats" => structure(&LB_STATS),
    "lb_port_stats" => structure(&LB_STATS),
} else BYTES }

select! { OPTION_DATA number attribute("TEAM_ATTR_OPTION_TYPE") => {
    3 => U32,
    5 => STRING,
    6 => FLAG,
    11 => select(&OPTION_BINARY),
    14 => S32,
} else BYTES }

set! { TEAM_ATTR_OPTION "TEAM_ATTR_OPTION":
    1 TEAM_ATTR_OPTION_NAME: STRING,
    2 TEAM_ATTR_OPTION_CHANGED: FLAG,
    3 TEAM_ATTR_OPTION_TYPE: U8.of(&NLA),
    4 TEAM_ATTR_OPTION_DATA: select(&OPTION_DATA),
    5 TEAM_ATTR_OPTION_REMOVED: FLAG,
    6 TEAM_ATTR_OPTION_PORT_IFINDEX: IFINDEX,
    7 TEAM_ATTR_OPTION_ARRAY_INDEX: U32,
}

set! { TEAM_ATTR_ITEM_OPTION "TEAM_ATTR_ITEM_OPTION":
    1 TEAM_ATTR_ITEM_OPTION: nest(&TEAM_ATTR_OPTION).multi(),
}

set! { TEAM_ATTR_PORT "TEAM_ATTR_PORT":
    1 TEAM_ATTR_PORT_IFINDEX: IFINDEX,
    2 TEAM_ATTR_PORT_CHANGED: FLAG,
    3 TEAM_ATTR_PORT_LINKUP: FLAG,
    4 TEAM_ATTR_PORT_SPEED: U32.unit(Unit::MegabitsPerSecond),
    5 TEAM_ATTR_PORT_DUPLEX: U8.of(&DUPLEX),
    6 TEAM_ATTR_PORT_REMOVED: FLAG,
}

set! { TEAM_ATTR_ITEM_PORT "TEAM_ATTR_ITEM_PORT":
    1 TEAM_ATTR_ITEM_PORT: nest(&TEAM_ATTR_PORT).multi(),
}

set! { TEAM_ATTR "TEAM_ATTR":
    1 TEAM_ATTR_TEAM_IFINDEX: IFINDEX,
    2 TEAM_ATTR_LIST_OPTION: nest(&TEAM_ATTR_ITEM_OPTION),
    3 TEAM_ATTR_LIST_PORT: nest(&TEAM_ATTR_ITEM_PORT),
}

messages! { MESSAGES:
    0 TEAM_CMD_NOOP Other, [] {TEAM_ATTR};
    1 TEAM_CMD_OPTIONS_SET New, [] {TEAM_ATTR};
    2 TEAM_CMD_OPTIONS_GET Get, [] {TEAM_ATTR};
    3 TEAM_CMD_PORT_LIST_GET Get, [] {TEAM_ATTR};
}

groups! { GROUPS: 0 change_event }

/// The record of team.
pub static FAMILY: Family = Family {
    name: crate::name!("team"),
    protocol: Some(16),
    layer: Layer::Generic,
    messages: Cow::Borrowed(MESSAGES),
    groups: Cow::Borrowed(GROUPS),
};
