//! IOAM6: namespaces and schemas of in-situ measurement over IPv6, and the traces that arrive.
//!
//! Source: `uapi/linux/ioam6_genl.h`, `net/ipv6/ioam6.c`.

use super::lwtunnel::IOAM6_TRACE_TYPE;
use crate::special::ioam6_trace::NODES;
use crate::table::macros::*;
use crate::table::{Family, Layer, When};
use std::borrow::Cow;

set! { ATTR "IOAM6_ATTR":
    1 IOAM6_ATTR_NS_ID: U16,
    2 IOAM6_ATTR_NS_DATA: U32.hex(),
    3 IOAM6_ATTR_NS_DATA_WIDE: U64.hex(),
    4 IOAM6_ATTR_SC_ID: U32,
    5 IOAM6_ATTR_SC_DATA: BYTES,
    6 IOAM6_ATTR_SC_NONE: FLAG,
    7 IOAM6_ATTR_PAD: PAD,
}

// the length of a node's data counts in units of four bytes
set! { EVENT_ATTR "IOAM6_EVENT_ATTR":
    1 IOAM6_EVENT_ATTR_TRACE_NAMESPACE: U16,
    2 IOAM6_EVENT_ATTR_TRACE_NODELEN: U8,
    3 IOAM6_EVENT_ATTR_TRACE_TYPE: U32.of(&IOAM6_TRACE_TYPE),
    4 IOAM6_EVENT_ATTR_TRACE_DATA: special(&NODES),
}

// events have numbers of their own
messages! { MESSAGES:
    1 IOAM6_CMD_ADD_NAMESPACE New if When::Request, [] {ATTR};
    1 IOAM6_EVENT_TRACE Other, [] {EVENT_ATTR};
    2 IOAM6_CMD_DEL_NAMESPACE Del, [] {ATTR};
    3 IOAM6_CMD_DUMP_NAMESPACES Get, [] {ATTR};
    4 IOAM6_CMD_ADD_SCHEMA New, [] {ATTR};
    5 IOAM6_CMD_DEL_SCHEMA Del, [] {ATTR};
    6 IOAM6_CMD_DUMP_SCHEMAS Get, [] {ATTR};
    7 IOAM6_CMD_NS_SET_SCHEMA New, [] {ATTR};
}

groups! { GROUPS: 0 ioam6_events }

/// The record of IOAM6.
pub static FAMILY: Family = Family {
    name: crate::name!("IOAM6"),
    protocol: Some(16),
    layer: Layer::Generic,
    messages: Cow::Borrowed(MESSAGES),
    groups: Cow::Borrowed(GROUPS),
};
