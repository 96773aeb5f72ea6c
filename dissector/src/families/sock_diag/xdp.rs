//! AF_XDP.
//!
//! Source: `uapi/linux/xdp_diag.h`, `net/xdp/xsk_diag.c`.

use super::common::{COOKIE, MEMINFO, SOCK_TYPE};
use crate::families::common::AF;
use crate::table::Unit;
use crate::table::macros::*;

flags! { XDP_SHOW "XDP_SHOW":
    0x1 XDP_SHOW_INFO, 0x2 XDP_SHOW_RING_CFG, 0x4 XDP_SHOW_UMEM, 0x8 XDP_SHOW_MEMINFO,
    0x10 XDP_SHOW_STATS,
}

flags! { XDP_DU_F "XDP_DU_F":
    0x1 XDP_DU_F_ZEROCOPY,
}

structure! { /// A request.
    pub XDP_DIAG_REQ "xdp_diag_req":
    sdiag_family: U8.of(&AF),
    sdiag_protocol: U8,
    pad: U16.reserved(),
    xdiag_ino: U32,
    xdiag_show: U32.of(&XDP_SHOW),
    xdiag_cookie: COOKIE,
}

structure! { /// An answer.
    pub XDP_DIAG_MSG "xdp_diag_msg":
    xdiag_family: U8.of(&AF),
    xdiag_type: U8.of(&SOCK_TYPE),
    pad: U16.reserved(),
    xdiag_ino: U32,
    xdiag_cookie: COOKIE,
}

structure! { INFO "xdp_diag_info":
    ifindex: IFINDEX,
    queue_id: U32,
}

structure! { /// Its size in descriptors.
    RING "xdp_diag_ring":
    entries: U32,
}

structure! { UMEM "xdp_diag_umem":
    size: U64.unit(Unit::Bytes),
    id: U32,
    num_pages: U32,
    chunk_size: U32.unit(Unit::Bytes),
    headroom: U32.unit(Unit::Bytes),
    ifindex: IFINDEX,
    queue_id: U32,
    flags: U32.of(&XDP_DU_F),
    refs: U32,
}

structure! { STATS "xdp_diag_stats":
    n_rx_dropped: U64,
    n_rx_invalid: U64,
    n_rx_full: U64,
    n_fill_ring_empty: U64,
    n_tx_invalid: U64,
    n_tx_ring_empty: U64,
}

set! { /// Attributes of an answer.
    pub XDP_DIAG "XDP_DIAG":
    1 XDP_DIAG_INFO: structure(&INFO),
    2 XDP_DIAG_UID: U32,
    3 XDP_DIAG_RX_RING: structure(&RING),
    4 XDP_DIAG_TX_RING: structure(&RING),
    5 XDP_DIAG_UMEM: structure(&UMEM),
    6 XDP_DIAG_UMEM_FILL_RING: structure(&RING),
    7 XDP_DIAG_UMEM_COMPLETION_RING: structure(&RING),
    8 XDP_DIAG_MEMINFO: MEMINFO,
    9 XDP_DIAG_STATS: structure(&STATS),
}
