//! NETLINK_ECRYPTFS: the kernel asked a daemon for keys this way up to Linux 2.6.28; since then
//! through `/dev/ecryptfs`, with the same messages.
//!
//! Source: `fs/ecryptfs/ecryptfs_kernel.h`, `fs/ecryptfs/messaging.c`.

use crate::table::macros::*;
use crate::table::{Family, Layer, Unit};
use std::borrow::Cow;

structure! { MESSAGE "ecryptfs_message":
    index: U32,
    data_len: U32.unit(Unit::Bytes);
    data: KEY
}

messages! { MESSAGES:
    100 ECRYPTFS_MSG_HELO Other, [] (data: BYTES);
    101 ECRYPTFS_MSG_QUIT Other, [] (data: BYTES);
    102 ECRYPTFS_MSG_REQUEST Other, [] (ecryptfs_message: structure(&MESSAGE));
    103 ECRYPTFS_MSG_RESPONSE Other, [] (ecryptfs_message: structure(&MESSAGE));
}

/// The record of NETLINK_ECRYPTFS.
pub static FAMILY: Family = Family {
    name: crate::name!("ecryptfs"),
    protocol: Some(19),
    layer: Layer::Protocol,
    messages: Cow::Borrowed(MESSAGES),
    groups: Cow::Borrowed(&[]),
};
