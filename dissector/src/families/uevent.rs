//! NETLINK_KOBJECT_UEVENT: devices come, go and change. Its frames have no nlmsghdr.
//!
//! Source: `lib/kobject_uevent.c`; systemd's udev for what it sends to group 2.

use crate::special::uevent::UEVENT;
use crate::table::macros::*;
use crate::table::{Family, Layer};
use std::borrow::Cow;

messages! { MESSAGES:
    0 uevent Other, [] (uevent: special(&UEVENT));
}

groups! { GROUPS: 1 kernel, 2 udev }

/// The record of NETLINK_KOBJECT_UEVENT.
pub static FAMILY: Family = Family {
    name: crate::name!("uevent"),
    protocol: Some(15),
    layer: Layer::Datagram,
    messages: Cow::Borrowed(MESSAGES),
    groups: Cow::Borrowed(GROUPS),
};
