//! AF_UNIX.
//!
//! Source: `uapi/linux/unix_diag.h`, `net/unix/diag.c`.

use super::common::{COOKIE, MEMINFO, SHUTDOWN, SOCK_TYPE, TCP_STATE, TCPF};
use crate::families::common::AF;
use crate::special::unix_name::UNIX_NAME;
use crate::table::macros::*;

flags! { UDIAG_SHOW "UDIAG_SHOW":
    0x1 UDIAG_SHOW_NAME, 0x2 UDIAG_SHOW_VFS, 0x4 UDIAG_SHOW_PEER, 0x8 UDIAG_SHOW_ICONS,
    0x10 UDIAG_SHOW_RQLEN, 0x20 UDIAG_SHOW_MEMINFO, 0x40 UDIAG_SHOW_UID,
}

structure! { /// A request.
    pub UNIX_DIAG_REQ "unix_diag_req":
    sdiag_family: U8.of(&AF),
    sdiag_protocol: U8,
    pad: U16.reserved(),
    udiag_states: U32.of(&TCPF),
    udiag_ino: U32,
    udiag_show: U32.of(&UDIAG_SHOW),
    udiag_cookie: COOKIE,
}

structure! { /// An answer.
    pub UNIX_DIAG_MSG "unix_diag_msg":
    udiag_family: U8.of(&AF),
    udiag_type: U8.of(&SOCK_TYPE),
    udiag_state: U8.of(&TCP_STATE),
    pad: U8.reserved(),
    udiag_ino: U32,
    udiag_cookie: COOKIE,
}

structure! { VFS "unix_diag_vfs":
    udiag_vfs_ino: U32,
    udiag_vfs_dev: U32.hex(),
}

structure! { /// Bytes; of a listening socket connections and their limit.
    RQLEN "unix_diag_rqlen":
    udiag_rqueue: U32,
    udiag_wqueue: U32,
}

set! { /// Attributes of an answer. Inodes name peers and pending connections.
    pub UNIX_DIAG "UNIX_DIAG":
    0 UNIX_DIAG_NAME: special(&UNIX_NAME),
    1 UNIX_DIAG_VFS: structure(&VFS),
    2 UNIX_DIAG_PEER: U32,
    3 UNIX_DIAG_ICONS: list!(U32),
    4 UNIX_DIAG_RQLEN: structure(&RQLEN),
    5 UNIX_DIAG_MEMINFO: MEMINFO,
    6 UNIX_DIAG_SHUTDOWN: U8.of(&SHUTDOWN),
    7 UNIX_DIAG_UID: U32,
}
