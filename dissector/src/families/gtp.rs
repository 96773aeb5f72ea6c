//! gtp: PDP contexts of the GPRS tunnelling protocol.
//!
//! Source: `uapi/linux/gtp.h`, `drivers/net/gtp.c`.

use super::common::AF;
use crate::table::macros::*;
use crate::table::{Family, Layer};
use std::borrow::Cow;

enumeration! { VERSION "gtp_version":
    0 GTP_V0, 1 GTP_V1,
}

set! { ATTR "GTPA":
    1 GTPA_LINK: IFINDEX,
    2 GTPA_VERSION: U32.of(&VERSION),
    3 GTPA_TID: U64.hex(),
    4 GTPA_PEER_ADDRESS / GTPA_SGSN_ADDRESS: IPV4,
    5 GTPA_MS_ADDRESS: IPV4,
    6 GTPA_FLOW: U16,
    7 GTPA_NET_NS_FD: U32,
    8 GTPA_I_TEI: U32.hex(),
    9 GTPA_O_TEI: U32.hex(),
    10 GTPA_PAD: PAD,
    11 GTPA_PEER_ADDR6: IPV6,
    12 GTPA_MS_ADDR6: IPV6,
    13 GTPA_FAMILY: U8.of(&AF),
}

messages! { MESSAGES:
    0 GTP_CMD_NEWPDP New, [] {ATTR};
    1 GTP_CMD_DELPDP Del, [] {ATTR};
    2 GTP_CMD_GETPDP Get, [] {ATTR};
    3 GTP_CMD_ECHOREQ Other, [] {ATTR};
}

groups! { GROUPS: 0 gtp }

/// The record of gtp.
pub static FAMILY: Family = Family {
    name: crate::name!("gtp"),
    protocol: Some(16),
    layer: Layer::Generic,
    messages: Cow::Borrowed(MESSAGES),
    groups: Cow::Borrowed(GROUPS),
};
