//! mptcp_pm: the path manager of MPTCP: addresses, limits, subflows, and what happens to connections.
//!
//! Events have numbers of their own, which commands have too.
//!
//! Source: `uapi/linux/mptcp_pm.h`, `uapi/linux/mptcp.h`, `net/mptcp/pm_netlink.c`,
//! `net/mptcp/mptcp_pm_gen.c`.

use super::common::AF;
use crate::table::macros::*;
use crate::table::{Family, Layer, Unit, When};
use std::borrow::Cow;

flags! { ADDR_FLAG "MPTCP_PM_ADDR_FLAG":
    0x1 MPTCP_PM_ADDR_FLAG_SIGNAL, 0x2 MPTCP_PM_ADDR_FLAG_SUBFLOW, 0x4 MPTCP_PM_ADDR_FLAG_BACKUP,
    0x8 MPTCP_PM_ADDR_FLAG_FULLMESH, 0x10 MPTCP_PM_ADDR_FLAG_IMPLICIT, 0x20 MPTCP_PM_ADDR_FLAG_LAMINAR,
}

flags! { EV_FLAG "MPTCP_PM_EV_FLAG":
    0x1 MPTCP_PM_EV_FLAG_DENY_JOIN_ID0, 0x2 MPTCP_PM_EV_FLAG_SERVER_SIDE,
}

enumeration! { RST "MPTCP_RST":
    0 MPTCP_RST_EUNSPEC, 1 MPTCP_RST_EMPTCP, 2 MPTCP_RST_ERESOURCE, 3 MPTCP_RST_EPROHIBIT,
    4 MPTCP_RST_EWQ2BIG, 5 MPTCP_RST_EBADPERF, 6 MPTCP_RST_EMIDDLEBOX,
}

set! { MPTCP_PM_ADDR_ATTR "MPTCP_PM_ADDR_ATTR":
    1 MPTCP_PM_ADDR_ATTR_FAMILY: U16.of(&AF),
    2 MPTCP_PM_ADDR_ATTR_ID: U8,
    3 MPTCP_PM_ADDR_ATTR_ADDR4: IPV4,
    4 MPTCP_PM_ADDR_ATTR_ADDR6: IPV6,
    5 MPTCP_PM_ADDR_ATTR_PORT: U16,
    6 MPTCP_PM_ADDR_ATTR_FLAGS: U32.of(&ADDR_FLAG),
    7 MPTCP_PM_ADDR_ATTR_IF_IDX: S_IFINDEX,
}

set! { MPTCP_PM_ENDPOINT "MPTCP_PM_ENDPOINT":
    1 MPTCP_PM_ENDPOINT_ADDR: nest(&MPTCP_PM_ADDR_ATTR),
}

set! { MPTCP_PM_ATTR "MPTCP_PM_ATTR":
    1 MPTCP_PM_ATTR_ADDR: nest(&MPTCP_PM_ADDR_ATTR),
    2 MPTCP_PM_ATTR_RCV_ADD_ADDRS: U32,
    3 MPTCP_PM_ATTR_SUBFLOWS: U32,
    4 MPTCP_PM_ATTR_TOKEN: U32.hex(),
    5 MPTCP_PM_ATTR_LOC_ID: U8,
    6 MPTCP_PM_ATTR_ADDR_REMOTE: nest(&MPTCP_PM_ADDR_ATTR),
}

set! { MPTCP_ATTR "MPTCP_ATTR":
    1 MPTCP_ATTR_TOKEN: U32.hex(),
    2 MPTCP_ATTR_FAMILY: U16.of(&AF),
    3 MPTCP_ATTR_LOC_ID: U8,
    4 MPTCP_ATTR_REM_ID: U8,
    5 MPTCP_ATTR_SADDR4: IPV4,
    6 MPTCP_ATTR_SADDR6: IPV6,
    7 MPTCP_ATTR_DADDR4: IPV4,
    8 MPTCP_ATTR_DADDR6: IPV6,
    9 MPTCP_ATTR_SPORT: BE16,
    10 MPTCP_ATTR_DPORT: BE16,
    11 MPTCP_ATTR_BACKUP: BOOL,
    12 MPTCP_ATTR_ERROR: U8,
    13 MPTCP_ATTR_FLAGS: U16.of(&EV_FLAG),
    14 MPTCP_ATTR_TIMEOUT: U32.unit(Unit::Milliseconds),
    15 MPTCP_ATTR_IF_IDX: S_IFINDEX,
    16 MPTCP_ATTR_RESET_REASON: U32.of(&RST),
    17 MPTCP_ATTR_RESET_FLAGS: U32.hex(),
    18 MPTCP_ATTR_SERVER_SIDE: BOOL,
}

// An answer to MPTCP_PM_CMD_GET_ADDR begins with a nest, MPTCP_EVENT_CLOSED with a u32 of 8 bytes.
const CLOSED: When = When::All(&[When::Reply, When::Byte(0, &[8], "byte 0 = 8")]);
const CLOSED_BE: When = When::All(&[When::Reply, When::Byte(1, &[8], "byte 1 = 8")]);

// An answer to MPTCP_PM_CMD_GET_LIMITS begins with attribute 2, MPTCP_EVENT_ANNOUNCED with 1.
const ANNOUNCED: When = When::All(&[When::Reply, When::Byte(2, &[1], "byte 2 = 1")]);
const ANNOUNCED_BE: When = When::All(&[When::Reply, When::Byte(3, &[1], "byte 3 = 1")]);

messages! { MESSAGES:
    1 MPTCP_PM_CMD_ADD_ADDR New if When::Request, [] {MPTCP_PM_ENDPOINT};
    1 MPTCP_EVENT_CREATED Other, [] {MPTCP_ATTR};
    2 MPTCP_PM_CMD_DEL_ADDR Del if When::Request, [] {MPTCP_PM_ENDPOINT};
    2 MPTCP_EVENT_ESTABLISHED Other, [] {MPTCP_ATTR};
    3 MPTCP_EVENT_CLOSED Other if CLOSED, [] {MPTCP_ATTR};
    3 MPTCP_EVENT_CLOSED Other if CLOSED_BE, [] {MPTCP_ATTR};
    3 MPTCP_PM_CMD_GET_ADDR Get, [] {MPTCP_PM_ATTR};
    4 MPTCP_PM_CMD_FLUSH_ADDRS Del, [] {MPTCP_PM_ENDPOINT};
    5 MPTCP_PM_CMD_SET_LIMITS New, [] {MPTCP_PM_ATTR};
    6 MPTCP_EVENT_ANNOUNCED Other if ANNOUNCED, [] {MPTCP_ATTR};
    6 MPTCP_EVENT_ANNOUNCED Other if ANNOUNCED_BE, [] {MPTCP_ATTR};
    6 MPTCP_PM_CMD_GET_LIMITS Get, [] {MPTCP_PM_ATTR};
    7 MPTCP_PM_CMD_SET_FLAGS New if When::Request, [] {MPTCP_PM_ATTR};
    7 MPTCP_EVENT_REMOVED Other, [] {MPTCP_ATTR};
    8 MPTCP_PM_CMD_ANNOUNCE New, [] {MPTCP_PM_ATTR};
    9 MPTCP_PM_CMD_REMOVE Del, [] {MPTCP_PM_ATTR};
    10 MPTCP_PM_CMD_SUBFLOW_CREATE New if When::Request, [] {MPTCP_PM_ATTR};
    10 MPTCP_EVENT_SUB_ESTABLISHED Other, [] {MPTCP_ATTR};
    11 MPTCP_PM_CMD_SUBFLOW_DESTROY Del if When::Request, [] {MPTCP_PM_ATTR};
    11 MPTCP_EVENT_SUB_CLOSED Other, [] {MPTCP_ATTR};
    13 MPTCP_EVENT_SUB_PRIORITY Other, [] {MPTCP_ATTR};
    15 MPTCP_EVENT_LISTENER_CREATED Other, [] {MPTCP_ATTR};
    16 MPTCP_EVENT_LISTENER_CLOSED Other, [] {MPTCP_ATTR};
}

groups! { GROUPS: 0 mptcp_pm_cmds, 0 mptcp_pm_events }

/// The record of mptcp_pm.
pub static FAMILY: Family = Family {
    name: crate::name!("mptcp_pm"),
    protocol: Some(16),
    layer: Layer::Generic,
    messages: Cow::Borrowed(MESSAGES),
    groups: Cow::Borrowed(GROUPS),
};
