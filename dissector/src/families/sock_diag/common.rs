//! What the socket families share: states, types, memory.
//!
//! Source: `uapi/linux/sock_diag.h`, `net/tcp_states.h`, `linux/net.h`, `net/core/sock.c`.

use crate::families::common::AF;
use crate::table::Kind;
use crate::table::macros::*;

enumeration! { /// States of a socket, TCP's and those that others borrow.
    pub TCP_STATE "tcp_state":
    1 TCP_ESTABLISHED, 2 TCP_SYN_SENT, 3 TCP_SYN_RECV, 4 TCP_FIN_WAIT1, 5 TCP_FIN_WAIT2,
    6 TCP_TIME_WAIT, 7 TCP_CLOSE, 8 TCP_CLOSE_WAIT, 9 TCP_LAST_ACK, 10 TCP_LISTEN,
    11 TCP_CLOSING, 12 TCP_NEW_SYN_RECV, 13 TCP_BOUND_INACTIVE,
}

flags! { /// Sets of these states: a bit each.
    pub TCPF "TCPF":
    0x2 TCPF_ESTABLISHED, 0x4 TCPF_SYN_SENT, 0x8 TCPF_SYN_RECV, 0x10 TCPF_FIN_WAIT1,
    0x20 TCPF_FIN_WAIT2, 0x40 TCPF_TIME_WAIT, 0x80 TCPF_CLOSE, 0x100 TCPF_CLOSE_WAIT,
    0x200 TCPF_LAST_ACK, 0x400 TCPF_LISTEN, 0x800 TCPF_CLOSING, 0x1000 TCPF_NEW_SYN_RECV,
    0x2000 TCPF_BOUND_INACTIVE,
}

enumeration! { /// Types of sockets.
    pub SOCK_TYPE "sock_type":
    1 SOCK_STREAM, 2 SOCK_DGRAM, 3 SOCK_RAW, 4 SOCK_RDM, 5 SOCK_SEQPACKET, 6 SOCK_DCCP,
    10 SOCK_PACKET,
}

flags! { /// Which directions are shut down.
    pub SHUTDOWN "SHUTDOWN":
    0x1 RCV_SHUTDOWN, 0x2 SEND_SHUTDOWN,
}

enumeration! { /// Positions in the array of *_MEMINFO.
    pub SK_MEMINFO "SK_MEMINFO":
    0 SK_MEMINFO_RMEM_ALLOC, 1 SK_MEMINFO_RCVBUF, 2 SK_MEMINFO_WMEM_ALLOC, 3 SK_MEMINFO_SNDBUF,
    4 SK_MEMINFO_FWD_ALLOC, 5 SK_MEMINFO_WMEM_QUEUED, 6 SK_MEMINFO_OPTMEM, 7 SK_MEMINFO_BACKLOG,
    8 SK_MEMINFO_DROPS,
}

/// The memory of a socket: bytes, the last a count of dropped packets.
pub const MEMINFO: Kind = table!(&SK_MEMINFO, U32);

/// A socket's cookie: its low and its high half, or INET_DIAG_NOCOOKIE (all ones) in both.
pub const COOKIE: Kind = U32.times(2);

structure! { /// What the requests of all families begin with.
    pub SOCK_DIAG_REQ "sock_diag_req":
    sdiag_family: U8.of(&AF),
    sdiag_protocol: U8,
}
