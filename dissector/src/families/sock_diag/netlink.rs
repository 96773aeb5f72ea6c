//! AF_NETLINK: the netlink sockets themselves.
//!
//! Source: `uapi/linux/netlink_diag.h`, `net/netlink/diag.c`.

use super::common::{COOKIE, MEMINFO, SOCK_TYPE};
use crate::families::common::AF;
use crate::families::protocols::PROTOCOLS;
use crate::special::netlink_groups::NETLINK_GROUPS;
use crate::table::Unit;
use crate::table::macros::*;

flags! { NDIAG_SHOW "NDIAG_SHOW":
    0x1 NDIAG_SHOW_MEMINFO, 0x2 NDIAG_SHOW_GROUPS, 0x4 NDIAG_SHOW_RING_CFG,
    0x8 NDIAG_SHOW_FLAGS,
}

flags! { NDIAG_FLAG "NDIAG_FLAG":
    0x1 NDIAG_FLAG_CB_RUNNING, 0x2 NDIAG_FLAG_PKTINFO, 0x4 NDIAG_FLAG_BROADCAST_ERROR,
    0x8 NDIAG_FLAG_NO_ENOBUFS, 0x10 NDIAG_FLAG_LISTEN_ALL_NSID, 0x20 NDIAG_FLAG_CAP_ACK,
}

enumeration! { /// A socket that never was connected keeps TCP_CLOSE.
    NETLINK_STATE "netlink_state":
    0 NETLINK_UNCONNECTED, 1 NETLINK_CONNECTED, 7 TCP_CLOSE,
}

enumeration! { /// As NETLINK_*, or all of them.
    NDIAG_PROTO "NDIAG_PROTO":
    0 NETLINK_ROUTE, 1 NETLINK_UNUSED, 2 NETLINK_USERSOCK, 3 NETLINK_FIREWALL,
    4 NETLINK_SOCK_DIAG / NETLINK_INET_DIAG, 5 NETLINK_NFLOG, 6 NETLINK_XFRM,
    7 NETLINK_SELINUX, 8 NETLINK_ISCSI, 9 NETLINK_AUDIT, 10 NETLINK_FIB_LOOKUP,
    11 NETLINK_CONNECTOR, 12 NETLINK_NETFILTER, 13 NETLINK_IP6_FW, 14 NETLINK_DNRTMSG,
    15 NETLINK_KOBJECT_UEVENT, 16 NETLINK_GENERIC, 18 NETLINK_SCSITRANSPORT,
    19 NETLINK_ECRYPTFS, 20 NETLINK_RDMA, 21 NETLINK_CRYPTO, 22 NETLINK_SMC,
    255 NDIAG_PROTO_ALL,
}

structure! { /// A request.
    pub NETLINK_DIAG_REQ "netlink_diag_req":
    sdiag_family: U8.of(&AF),
    sdiag_protocol: U8.of(&NDIAG_PROTO),
    pad: U16.reserved(),
    ndiag_ino: U32,
    ndiag_show: U32.of(&NDIAG_SHOW),
    ndiag_cookie: COOKIE,
}

structure! { /// An answer.
    pub NETLINK_DIAG_MSG "netlink_diag_msg":
    ndiag_family: U8.of(&AF),
    ndiag_type: U8.of(&SOCK_TYPE),
    ndiag_protocol: U8.of(&PROTOCOLS),
    ndiag_state: U8.of(&NETLINK_STATE),
    ndiag_portid: U32,
    ndiag_dst_portid: U32,
    ndiag_dst_group: U32,
    ndiag_ino: U32,
    ndiag_cookie: COOKIE,
}

structure! { /// A ring of a memory-mapped socket: kernels up to 4.5.
    RING "netlink_diag_ring":
    ndr_block_size: U32.unit(Unit::Bytes),
    ndr_block_nr: U32,
    ndr_frame_size: U32.unit(Unit::Bytes),
    ndr_frame_nr: U32,
}

set! { /// Attributes of an answer.
    pub NETLINK_DIAG "NETLINK_DIAG":
    0 NETLINK_DIAG_MEMINFO: MEMINFO,
    1 NETLINK_DIAG_GROUPS: special(&NETLINK_GROUPS),
    2 NETLINK_DIAG_RX_RING: structure(&RING),
    3 NETLINK_DIAG_TX_RING: structure(&RING),
    4 NETLINK_DIAG_FLAGS: U32.of(&NDIAG_FLAG),
}
