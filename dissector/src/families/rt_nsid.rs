//! Numbers that stand for network namespaces.
//!
//! Source: `uapi/linux/net_namespace.h`, `net/core/net_namespace.c`.

use super::rt_common::{IFINFOMSG_DUMP, IFINFOMSG_FOR_4, IFLA_DUMP, RTGENMSG};
use crate::table::macros::*;
use crate::table::{Family, Layer};
use std::borrow::Cow;

enumeration! { /// The number of a network namespace, where it is none.
    pub NSID "NETNSA_NSID":
    -1 NETNSA_NSID_NOT_ASSIGNED,
}

set! { NETNSA "NETNSA":
    1 NETNSA_NSID: S32.of(&NSID),
    2 NETNSA_PID: U32,
    3 NETNSA_FD: U32,
    4 NETNSA_TARGET_NSID: S32.of(&NSID),
    5 NETNSA_CURRENT_NSID: S32.of(&NSID),
}

messages! { MESSAGES:
    88 RTM_NEWNSID New, [RTGENMSG] {NETNSA};
    89 RTM_DELNSID Del, [RTGENMSG] {NETNSA};
    90 RTM_GETNSID Get if IFINFOMSG_FOR_4, [IFINFOMSG_DUMP] {IFLA_DUMP};
    90 RTM_GETNSID Get, [RTGENMSG] {NETNSA};
}

groups! { GROUPS: 28 RTNLGRP_NSID }

/// The record of namespaces' numbers.
pub static FAMILY: Family = Family {
    name: crate::name!("rt-nsid"),
    protocol: Some(0),
    layer: Layer::Protocol,
    messages: Cow::Borrowed(MESSAGES),
    groups: Cow::Borrowed(GROUPS),
};
