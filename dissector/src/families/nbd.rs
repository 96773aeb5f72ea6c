//! nbd: network block devices.
//!
//! Source: `uapi/linux/nbd-netlink.h`, `uapi/linux/nbd.h`, `drivers/block/nbd.c`.

use crate::table::macros::*;
use crate::table::{Family, Layer, Unit};
use std::borrow::Cow;

flags! { SERVER_FLAGS "NBD_FLAG":
    0x1 NBD_FLAG_HAS_FLAGS,
    0x2 NBD_FLAG_READ_ONLY,
    0x4 NBD_FLAG_SEND_FLUSH,
    0x8 NBD_FLAG_SEND_FUA,
    0x10 NBD_FLAG_ROTATIONAL,
    0x20 NBD_FLAG_SEND_TRIM,
    0x40 NBD_FLAG_SEND_WRITE_ZEROES,
    0x100 NBD_FLAG_CAN_MULTI_CONN,
}

flags! { CLIENT_FLAGS "NBD_CFLAG":
    0x1 NBD_CFLAG_DESTROY_ON_DISCONNECT, 0x2 NBD_CFLAG_DISCONNECT_ON_CLOSE,
}

set! { ATTR "NBD_ATTR":
    1 NBD_ATTR_INDEX: U32,
    2 NBD_ATTR_SIZE_BYTES: U64.unit(Unit::Bytes),
    3 NBD_ATTR_BLOCK_SIZE_BYTES: U64.unit(Unit::Bytes),
    4 NBD_ATTR_TIMEOUT: U64.unit(Unit::Seconds),
    5 NBD_ATTR_SERVER_FLAGS: U64.of(&SERVER_FLAGS),
    6 NBD_ATTR_CLIENT_FLAGS: U64.of(&CLIENT_FLAGS),
    7 NBD_ATTR_SOCKETS: nest(&SOCK_ITEM),
    8 NBD_ATTR_DEAD_CONN_TIMEOUT: U64.unit(Unit::Seconds),
    9 NBD_ATTR_DEVICE_LIST: nest(&DEVICE_ITEM),
    10 NBD_ATTR_BACKEND_IDENTIFIER: STRING,
}

set! { SOCK_ITEM "NBD_SOCK_ITEM":
    1 NBD_SOCK_ITEM: nest(&SOCK).multi(),
}

set! { SOCK "NBD_SOCK":
    1 NBD_SOCK_FD: U32,
}

set! { DEVICE_ITEM "NBD_DEVICE_ITEM":
    1 NBD_DEVICE_ITEM: nest(&DEVICE).multi(),
}

set! { DEVICE "NBD_DEVICE":
    1 NBD_DEVICE_INDEX: U32,
    2 NBD_DEVICE_CONNECTED: BOOL,
}

messages! { MESSAGES:
    1 NBD_CMD_CONNECT New, [] {ATTR};
    2 NBD_CMD_DISCONNECT Del, [] {ATTR};
    3 NBD_CMD_RECONFIGURE New, [] {ATTR};
    4 NBD_CMD_LINK_DEAD Other, [] {ATTR};
    5 NBD_CMD_STATUS Get, [] {ATTR};
}

groups! { GROUPS: 0 nbd_mc_group }

/// The record of nbd.
pub static FAMILY: Family = Family {
    name: crate::name!("nbd"),
    protocol: Some(16),
    layer: Layer::Generic,
    messages: Cow::Borrowed(MESSAGES),
    groups: Cow::Borrowed(GROUPS),
};
