//! lockd: the server of NFS locks.
//!
//! Source: `uapi/linux/lockd_netlink.h`, `fs/lockd/svc.c`, `fs/lockd/netlink.c`.

use crate::table::macros::*;
use crate::table::{Family, Layer, Unit};
use std::borrow::Cow;

set! { LOCKD_A_SERVER "LOCKD_A_SERVER":
    1 LOCKD_A_SERVER_GRACETIME: U32.unit(Unit::Seconds),
    2 LOCKD_A_SERVER_TCP_PORT: U16,
    3 LOCKD_A_SERVER_UDP_PORT: U16,
}

messages! { MESSAGES:
    1 LOCKD_CMD_SERVER_SET New, [] {LOCKD_A_SERVER};
    2 LOCKD_CMD_SERVER_GET Get, [] {LOCKD_A_SERVER};
}

groups! { GROUPS: }

/// The record of lockd.
pub static FAMILY: Family = Family {
    name: crate::name!("lockd"),
    protocol: Some(16),
    layer: Layer::Generic,
    messages: Cow::Borrowed(MESSAGES),
    groups: Cow::Borrowed(GROUPS),
};
