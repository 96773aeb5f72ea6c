//! fou: ports that take encapsulation in UDP (foo over UDP, generic UDP encapsulation).
//!
//! Source: `uapi/linux/fou.h`, `net/ipv4/fou_core.c`, `net/ipv4/fou_nl.c`.

use super::common::{AF, IPPROTO};
use crate::table::macros::*;
use crate::table::{Family, Layer};
use std::borrow::Cow;

enumeration! { ENCAP "FOU_ENCAP":
    0 FOU_ENCAP_UNSPEC, 1 FOU_ENCAP_DIRECT, 2 FOU_ENCAP_GUE,
}

set! { FOU_ATTR "FOU_ATTR":
    1 FOU_ATTR_PORT: BE16,
    2 FOU_ATTR_AF: U8.of(&AF),
    3 FOU_ATTR_IPPROTO: U8.of(&IPPROTO),
    4 FOU_ATTR_TYPE: U8.of(&ENCAP),
    5 FOU_ATTR_REMCSUM_NOPARTIAL: FLAG,
    6 FOU_ATTR_LOCAL_V4: IPV4,
    7 FOU_ATTR_LOCAL_V6: IPV6,
    8 FOU_ATTR_PEER_V4: IPV4,
    9 FOU_ATTR_PEER_V6: IPV6,
    10 FOU_ATTR_PEER_PORT: BE16,
    11 FOU_ATTR_IFINDEX: S_IFINDEX,
}

messages! { MESSAGES:
    1 FOU_CMD_ADD New, [] {FOU_ATTR};
    2 FOU_CMD_DEL Del, [] {FOU_ATTR};
    3 FOU_CMD_GET Get, [] {FOU_ATTR};
}

groups! { GROUPS: }

/// The record of fou.
pub static FAMILY: Family = Family {
    name: crate::name!("fou"),
    protocol: Some(16),
    layer: Layer::Generic,
    messages: Cow::Borrowed(MESSAGES),
    groups: Cow::Borrowed(GROUPS),
};
