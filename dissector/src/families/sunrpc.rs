//! sunrpc: which client an address is, and which groups a user is in, as a daemon tells the kernel.
//!
//! Source: `uapi/linux/sunrpc_netlink.h`, `net/sunrpc/svcauth_unix.c`, `net/sunrpc/cache.c`.

use crate::table::macros::*;
use crate::table::{Family, Layer, Unit};
use std::borrow::Cow;

flags! { CACHE_TYPE "sunrpc_cache_type":
    0x1 SUNRPC_CACHE_TYPE_IP_MAP, 0x2 SUNRPC_CACHE_TYPE_UNIX_GID,
}

set! { SUNRPC_A_CACHE_NOTIFY "SUNRPC_A_CACHE_NOTIFY":
    1 SUNRPC_A_CACHE_NOTIFY_CACHE_TYPE: U32.of(&CACHE_TYPE),
}

set! { SUNRPC_A_IP_MAP "SUNRPC_A_IP_MAP":
    1 SUNRPC_A_IP_MAP_SEQNO: U64,
    2 SUNRPC_A_IP_MAP_CLASS: NUL_STRING,
    3 SUNRPC_A_IP_MAP_ADDR: NUL_STRING,
    4 SUNRPC_A_IP_MAP_DOMAIN: NUL_STRING,
    5 SUNRPC_A_IP_MAP_NEGATIVE: FLAG,
    6 SUNRPC_A_IP_MAP_EXPIRY: U64.unit(Unit::UnixSeconds),
}

set! { SUNRPC_A_IP_MAP_REQS "SUNRPC_A_IP_MAP_REQS":
    1 SUNRPC_A_IP_MAP_REQS_REQUESTS: nest(&SUNRPC_A_IP_MAP).multi(),
}

set! { SUNRPC_A_UNIX_GID "SUNRPC_A_UNIX_GID":
    1 SUNRPC_A_UNIX_GID_SEQNO: U64,
    2 SUNRPC_A_UNIX_GID_UID: U32,
    3 SUNRPC_A_UNIX_GID_GIDS: U32.multi(),
    4 SUNRPC_A_UNIX_GID_NEGATIVE: FLAG,
    5 SUNRPC_A_UNIX_GID_EXPIRY: U64.unit(Unit::UnixSeconds),
}

set! { SUNRPC_A_UNIX_GID_REQS "SUNRPC_A_UNIX_GID_REQS":
    1 SUNRPC_A_UNIX_GID_REQS_REQUESTS: nest(&SUNRPC_A_UNIX_GID).multi(),
}

set! { SUNRPC_A_CACHE_FLUSH "SUNRPC_A_CACHE_FLUSH":
    1 SUNRPC_A_CACHE_FLUSH_MASK: U32.of(&CACHE_TYPE),
}

messages! { MESSAGES:
    1 SUNRPC_CMD_CACHE_NOTIFY Other, [] {SUNRPC_A_CACHE_NOTIFY};
    2 SUNRPC_CMD_IP_MAP_GET_REQS Get, [] {SUNRPC_A_IP_MAP_REQS};
    3 SUNRPC_CMD_IP_MAP_SET_REQS New, [] {SUNRPC_A_IP_MAP_REQS};
    4 SUNRPC_CMD_UNIX_GID_GET_REQS Get, [] {SUNRPC_A_UNIX_GID_REQS};
    5 SUNRPC_CMD_UNIX_GID_SET_REQS New, [] {SUNRPC_A_UNIX_GID_REQS};
    6 SUNRPC_CMD_CACHE_FLUSH Other, [] {SUNRPC_A_CACHE_FLUSH};
}

groups! { GROUPS: 0 none, 0 exportd }

/// The record of sunrpc.
pub static FAMILY: Family = Family {
    name: crate::name!("sunrpc"),
    protocol: Some(16),
    layer: Layer::Generic,
    messages: Cow::Borrowed(MESSAGES),
    groups: Cow::Borrowed(GROUPS),
};
