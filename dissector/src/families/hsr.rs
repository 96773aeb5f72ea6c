//! Nodes of HSR and PRP rings: when each was heard of, which ones are there, what went wrong.
//!
//! Source: `uapi/linux/hsr_netlink.h`, `net/hsr/hsr_netlink.c`.

use crate::table::macros::*;
use crate::table::{Family, Layer, Unit};
use std::borrow::Cow;

set! { HSR_A "HSR_A":
    1 HSR_A_NODE_ADDR: MAC,
    2 HSR_A_IFINDEX: IFINDEX,
    3 HSR_A_IF1_AGE: U32.unit(Unit::Milliseconds),
    4 HSR_A_IF2_AGE: U32.unit(Unit::Milliseconds),
    5 HSR_A_NODE_ADDR_B: MAC,
    6 HSR_A_IF1_SEQ: U16,
    7 HSR_A_IF2_SEQ: U16,
    8 HSR_A_IF1_IFINDEX: IFINDEX,
    9 HSR_A_IF2_IFINDEX: IFINDEX,
    10 HSR_A_ADDR_B_IFINDEX: IFINDEX,
}

// the list has an address for each node; what does not fit follows in a message of its own
set! { LIST "HSR_A(list)":
    1 HSR_A_NODE_ADDR: MAC.multi(),
    2 HSR_A_IFINDEX: IFINDEX,
}

messages! { MESSAGES:
    1 HSR_C_RING_ERROR Other, [] {HSR_A};
    2 HSR_C_NODE_DOWN Other, [] {HSR_A};
    3 HSR_C_GET_NODE_STATUS Get, [] {HSR_A};
    4 HSR_C_SET_NODE_STATUS Other, [] {HSR_A};
    5 HSR_C_GET_NODE_LIST Get, [] {HSR_A};
    6 HSR_C_SET_NODE_LIST Other, [] {LIST};
}

groups! { GROUPS: 0 "hsr-network" }

/// The record of HSR.
pub static FAMILY: Family = Family {
    name: crate::name!("HSR"),
    protocol: Some(16),
    layer: Layer::Generic,
    messages: Cow::Borrowed(MESSAGES),
    groups: Cow::Borrowed(GROUPS),
};
