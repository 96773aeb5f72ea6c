//! NET_DM: where the kernel and the hardware drop packets.
//!
//! Source: `uapi/linux/net_dropmon.h`, `net/core/drop_monitor.c`.

use super::common::ETH_P;
use crate::special::packet;
use crate::table::macros::*;
use crate::table::{Family, Layer, Unit};
use std::borrow::Cow;

enumeration! { ALERT_MODE "net_dm_alert_mode":
    0 NET_DM_ALERT_MODE_SUMMARY, 1 NET_DM_ALERT_MODE_PACKET,
}

enumeration! { ORIGIN "net_dm_origin":
    0 NET_DM_ORIGIN_SW, 1 NET_DM_ORIGIN_HW,
}

// of hardware's drops it is empty
structure! { ALERT_MSG "net_dm_alert_msg":
    entries: U32;
    points: list!(structure(&DROP_POINT))
}

// the program counter is a pointer, zero-filled behind where it has 32 bits
structure! { packed DROP_POINT "net_dm_drop_point":
    pc: U64.hex(),
    count: U32.unit(Unit::Packets),
}

// number 0 is what an alert in summary mode begins with
set! { ATTR "NET_DM_ATTR":
    0 NET_DM_ATTR_UNSPEC: structure(&ALERT_MSG),
    1 NET_DM_ATTR_ALERT_MODE: U8.of(&ALERT_MODE),
    2 NET_DM_ATTR_PC: U64.hex(),
    3 NET_DM_ATTR_SYMBOL: STRING,
    4 NET_DM_ATTR_IN_PORT: nest(&PORT),
    5 NET_DM_ATTR_TIMESTAMP: U64.unit(Unit::UnixNanoseconds),
    6 NET_DM_ATTR_PROTO: U16.of(&ETH_P),
    7 NET_DM_ATTR_PAYLOAD: special(&packet::NET_DM_ATTR_PAYLOAD),
    8 NET_DM_ATTR_PAD: PAD,
    9 NET_DM_ATTR_TRUNC_LEN: U32.unit(Unit::Bytes),
    10 NET_DM_ATTR_ORIG_LEN: U32.unit(Unit::Bytes),
    11 NET_DM_ATTR_QUEUE_LEN: U32.unit(Unit::Packets),
    12 NET_DM_ATTR_STATS: nest(&STATS),
    13 NET_DM_ATTR_HW_STATS: nest(&STATS),
    14 NET_DM_ATTR_ORIGIN: U16.of(&ORIGIN),
    15 NET_DM_ATTR_HW_TRAP_GROUP_NAME: STRING,
    16 NET_DM_ATTR_HW_TRAP_NAME: STRING,
    17 NET_DM_ATTR_HW_ENTRIES: nest(&HW_ENTRIES),
    18 NET_DM_ATTR_HW_ENTRY: nest(&HW_ENTRY),
    19 NET_DM_ATTR_HW_TRAP_COUNT: U32.unit(Unit::Packets),
    20 NET_DM_ATTR_SW_DROPS: FLAG,
    21 NET_DM_ATTR_HW_DROPS: FLAG,
    22 NET_DM_ATTR_FLOW_ACTION_COOKIE: BYTES,
    23 NET_DM_ATTR_REASON: STRING,
}

set! { HW_ENTRIES "NET_DM_ATTR_HW_ENTRIES":
    18 NET_DM_ATTR_HW_ENTRY: nest(&HW_ENTRY).multi(),
}

set! { HW_ENTRY "NET_DM_ATTR_HW_ENTRY":
    16 NET_DM_ATTR_HW_TRAP_NAME: STRING,
    19 NET_DM_ATTR_HW_TRAP_COUNT: U32.unit(Unit::Packets),
}

set! { PORT "NET_DM_ATTR_PORT":
    0 NET_DM_ATTR_PORT_NETDEV_IFINDEX: IFINDEX,
    1 NET_DM_ATTR_PORT_NETDEV_NAME: STRING,
}

set! { STATS "NET_DM_ATTR_STATS":
    0 NET_DM_ATTR_STATS_DROPPED: U64.unit(Unit::Packets),
    8 NET_DM_ATTR_PAD: PAD,
}

messages! { MESSAGES:
    1 NET_DM_CMD_ALERT Other, [] {ATTR};
    2 NET_DM_CMD_CONFIG New, [] {ATTR};
    3 NET_DM_CMD_START Other, [] {ATTR};
    4 NET_DM_CMD_STOP Other, [] {ATTR};
    5 NET_DM_CMD_PACKET_ALERT Other, [] {ATTR};
    6 NET_DM_CMD_CONFIG_GET Get, [] {ATTR};
    7 NET_DM_CMD_CONFIG_NEW New, [] {ATTR};
    8 NET_DM_CMD_STATS_GET Get, [] {ATTR};
    9 NET_DM_CMD_STATS_NEW New, [] {ATTR};
}

groups! { GROUPS: 1 events }

/// The record of NET_DM.
pub static FAMILY: Family = Family {
    name: crate::name!("NET_DM"),
    protocol: Some(16),
    layer: Layer::Generic,
    messages: Cow::Borrowed(MESSAGES),
    groups: Cow::Borrowed(GROUPS),
};
