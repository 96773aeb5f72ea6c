//! SEG6: keys and the tunnel source of segment routing over IPv6.
//!
//! Source: `uapi/linux/seg6_genl.h`, `uapi/linux/seg6_hmac.h`, `net/ipv6/seg6.c`.

use crate::table::macros::*;
use crate::table::{Family, Layer, Unit};
use std::borrow::Cow;

enumeration! { HMAC_ALGO "SEG6_HMAC_ALGO":
    1 SEG6_HMAC_ALGO_SHA1, 2 SEG6_HMAC_ALGO_SHA256,
}

set! { ATTR "SEG6_ATTR":
    1 SEG6_ATTR_DST: IPV6,
    2 SEG6_ATTR_DSTLEN: S32,
    3 SEG6_ATTR_HMACKEYID: U32,
    4 SEG6_ATTR_SECRET: KEY,
    5 SEG6_ATTR_SECRETLEN: U8.unit(Unit::Bytes),
    6 SEG6_ATTR_ALGID: U8.of(&HMAC_ALGO),
    7 SEG6_ATTR_HMACINFO: nest(&ATTR),
}

messages! { MESSAGES:
    1 SEG6_CMD_SETHMAC New, [] {ATTR};
    2 SEG6_CMD_DUMPHMAC Get, [] {ATTR};
    3 SEG6_CMD_SET_TUNSRC New, [] {ATTR};
    4 SEG6_CMD_GET_TUNSRC Get, [] {ATTR};
}

/// The record of SEG6.
pub static FAMILY: Family = Family {
    name: crate::name!("SEG6"),
    protocol: Some(16),
    layer: Layer::Generic,
    messages: Cow::Borrowed(MESSAGES),
    groups: Cow::Borrowed(&[]),
};
