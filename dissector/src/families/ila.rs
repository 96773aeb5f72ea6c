//! ila: mappings of identifier-locator addressing.
//!
//! Source: `uapi/linux/ila.h`, `net/ipv6/ila/ila_main.c`, `net/ipv6/ila/ila_xlat.c`.

use super::lwtunnel::ILA_ATTR;
use crate::table::{Family, Layer};
use std::borrow::Cow;

messages! { MESSAGES:
    1 ILA_CMD_ADD New, [] {ILA_ATTR};
    2 ILA_CMD_DEL Del, [] {ILA_ATTR};
    3 ILA_CMD_GET Get, [] {ILA_ATTR};
    4 ILA_CMD_FLUSH Del, [] {ILA_ATTR};
}

/// The record of ila.
pub static FAMILY: Family = Family {
    name: crate::name!("ila"),
    protocol: Some(16),
    layer: Layer::Generic,
    messages: Cow::Borrowed(MESSAGES),
    groups: Cow::Borrowed(&[]),
};
