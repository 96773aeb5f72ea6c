//! AF_VSOCK.
//!
//! Source: `uapi/linux/vm_sockets_diag.h`, `uapi/linux/vm_sockets.h`,
//! `net/vmw_vsock/diag.c`.

use super::common::{COOKIE, SHUTDOWN, SOCK_TYPE, TCP_STATE, TCPF};
use crate::families::common::AF;
use crate::table::macros::*;

enumeration! { VMADDR_CID "VMADDR_CID":
    0 VMADDR_CID_HYPERVISOR, 1 VMADDR_CID_LOCAL, 2 VMADDR_CID_HOST,
    0xffff_ffff VMADDR_CID_ANY,
}

enumeration! { VMADDR_PORT "VMADDR_PORT":
    0xffff_ffff VMADDR_PORT_ANY,
}

structure! { /// A request.
    pub VSOCK_DIAG_REQ "vsock_diag_req":
    sdiag_family: U8.of(&AF),
    sdiag_protocol: U8,
    pad: U16.reserved(),
    vdiag_states: U32.of(&TCPF),
    vdiag_ino: U32,
    vdiag_show: U32.hex(),
    vdiag_cookie: COOKIE,
}

structure! { /// An answer.
    pub VSOCK_DIAG_MSG "vsock_diag_msg":
    vdiag_family: U8.of(&AF),
    vdiag_type: U8.of(&SOCK_TYPE),
    vdiag_state: U8.of(&TCP_STATE),
    vdiag_shutdown: U8.of(&SHUTDOWN),
    vdiag_src_cid: U32.of(&VMADDR_CID),
    vdiag_src_port: U32.of(&VMADDR_PORT),
    vdiag_dst_cid: U32.of(&VMADDR_CID),
    vdiag_dst_port: U32.of(&VMADDR_PORT),
    vdiag_ino: U32,
    vdiag_cookie: COOKIE,
}
