//! NETLINK_USERSOCK: what programs say to one another. The kernel only carries it, and
//! neither types nor payloads nor groups have a meaning of their own.
//!
//! Source: `uapi/linux/netlink.h`, `net/netlink/af_netlink.c`.

use crate::table::{Family, Layer};
use std::borrow::Cow;

/// The record of NETLINK_USERSOCK.
pub static FAMILY: Family = Family {
    name: crate::name!("usersock"),
    protocol: Some(2),
    layer: Layer::Protocol,
    messages: Cow::Borrowed(&[]),
    groups: Cow::Borrowed(&[]),
};
