//! AF_TIPC: attributes without a header, the same that TIPC's generic family has for sockets.
//!
//! Source: `uapi/linux/tipc_sockets_diag.h`, `uapi/linux/tipc_netlink.h`, `net/tipc/diag.c`,
//! `net/tipc/socket.c`, `net/tipc/group.c`.

use super::common::SOCK_TYPE;
use crate::families::common::AF;
use crate::table::macros::*;

enumeration! { TIPC_STATE "tipc_sk_state":
    1 TIPC_ESTABLISHED, 2 TIPC_CONNECTING, 7 TIPC_OPEN, 8 TIPC_DISCONNECTING, 10 TIPC_LISTEN,
}

flags! { TIPCF "TIPCF":
    0x2 TIPC_ESTABLISHED, 0x4 TIPC_CONNECTING, 0x80 TIPC_OPEN, 0x100 TIPC_DISCONNECTING,
    0x400 TIPC_LISTEN,
}

structure! { /// A request.
    pub TIPC_SOCK_DIAG_REQ "tipc_sock_diag_req":
    sdiag_family: U8.of(&AF),
    sdiag_protocol: U8,
    pad: U16.reserved(),
    tidiag_states: U32.of(&TIPCF),
}

set! { /// What a socket is connected to.
    pub TIPC_NLA_CON "TIPC_NLA_CON":
    1 TIPC_NLA_CON_FLAG: FLAG,
    2 TIPC_NLA_CON_NODE: U32.hex(),
    3 TIPC_NLA_CON_SOCK: U32,
    4 TIPC_NLA_CON_TYPE: U32,
    5 TIPC_NLA_CON_INST: U32,
}

set! { TIPC_NLA_SOCK_STAT "TIPC_NLA_SOCK_STAT":
    0 TIPC_NLA_SOCK_STAT_RCVQ: U32,
    1 TIPC_NLA_SOCK_STAT_SENDQ: U32,
    2 TIPC_NLA_SOCK_STAT_LINK_CONG: FLAG,
    3 TIPC_NLA_SOCK_STAT_CONN_CONG: FLAG,
    4 TIPC_NLA_SOCK_STAT_DROP: U32,
}

set! { TIPC_NLA_SOCK_GROUP "TIPC_NLA_SOCK_GROUP":
    0 TIPC_NLA_SOCK_GROUP_ID: U32,
    1 TIPC_NLA_SOCK_GROUP_OPEN: FLAG,
    2 TIPC_NLA_SOCK_GROUP_NODE_SCOPE: FLAG,
    3 TIPC_NLA_SOCK_GROUP_CLUSTER_SCOPE: FLAG,
    4 TIPC_NLA_SOCK_GROUP_INSTANCE: U32,
    5 TIPC_NLA_SOCK_GROUP_BC_SEND_NEXT: U32,
}

set! { /// A socket, here and in TIPC's generic family.
    pub TIPC_NLA_SOCK "TIPC_NLA_SOCK":
    1 TIPC_NLA_SOCK_ADDR: U32.hex(),
    2 TIPC_NLA_SOCK_REF: U32,
    3 TIPC_NLA_SOCK_CON: nest(&TIPC_NLA_CON),
    4 TIPC_NLA_SOCK_HAS_PUBL: FLAG,
    5 TIPC_NLA_SOCK_STAT: nest(&TIPC_NLA_SOCK_STAT),
    6 TIPC_NLA_SOCK_TYPE: U32.of(&SOCK_TYPE),
    7 TIPC_NLA_SOCK_INO: U32,
    8 TIPC_NLA_SOCK_UID: U32,
    9 TIPC_NLA_SOCK_TIPC_STATE: U32.of(&TIPC_STATE),
    10 TIPC_NLA_SOCK_COOKIE: U64,
    11 TIPC_NLA_SOCK_PAD: PAD,
    12 TIPC_NLA_SOCK_GROUP: nest(&TIPC_NLA_SOCK_GROUP),
}

set! { /// What an answer holds.
    pub TIPC_NLA_DIAG "TIPC_NLA(sock_diag)":
    2 TIPC_NLA_SOCK: nest(&TIPC_NLA_SOCK),
}
