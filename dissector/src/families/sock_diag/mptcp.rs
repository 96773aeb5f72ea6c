//! MPTCP: the socket's state, and that of each of its subflows.
//!
//! Source: `uapi/linux/mptcp.h`, `uapi/linux/mptcp_pm.h`, `net/mptcp/diag.c`,
//! `net/mptcp/mptcp_diag.c`, `net/mptcp/sockopt.c`.

use crate::table::Unit;
use crate::table::macros::*;

flags! { MPTCP_SUBFLOW_FLAG "MPTCP_SUBFLOW_FLAG":
    0x1 MPTCP_SUBFLOW_FLAG_MCAP_REM, 0x2 MPTCP_SUBFLOW_FLAG_MCAP_LOC,
    0x4 MPTCP_SUBFLOW_FLAG_JOIN_REM, 0x8 MPTCP_SUBFLOW_FLAG_JOIN_LOC,
    0x10 MPTCP_SUBFLOW_FLAG_BKUP_REM, 0x20 MPTCP_SUBFLOW_FLAG_BKUP_LOC,
    0x40 MPTCP_SUBFLOW_FLAG_FULLY_ESTABLISHED, 0x80 MPTCP_SUBFLOW_FLAG_CONNECTED,
    0x100 MPTCP_SUBFLOW_FLAG_MAPVALID,
}

set! { /// A TCP socket that is a subflow.
    pub MPTCP_SUBFLOW_ATTR "MPTCP_SUBFLOW_ATTR":
    1 MPTCP_SUBFLOW_ATTR_TOKEN_REM: U32.hex(),
    2 MPTCP_SUBFLOW_ATTR_TOKEN_LOC: U32.hex(),
    3 MPTCP_SUBFLOW_ATTR_RELWRITE_SEQ: U32,
    4 MPTCP_SUBFLOW_ATTR_MAP_SEQ: U64,
    5 MPTCP_SUBFLOW_ATTR_MAP_SFSEQ: U32,
    6 MPTCP_SUBFLOW_ATTR_SSN_OFFSET: U32,
    7 MPTCP_SUBFLOW_ATTR_MAP_DATALEN: U16.unit(Unit::Bytes),
    8 MPTCP_SUBFLOW_ATTR_FLAGS: U32.of(&MPTCP_SUBFLOW_FLAG),
    9 MPTCP_SUBFLOW_ATTR_ID_REM: U8,
    10 MPTCP_SUBFLOW_ATTR_ID_LOC: U8,
    11 MPTCP_SUBFLOW_ATTR_PAD: PAD,
}

flags! { MPTCP_INFO_FLAG "MPTCP_INFO_FLAG":
    0x1 MPTCP_INFO_FLAG_FALLBACK, 0x2 MPTCP_INFO_FLAG_REMOTE_KEY_RECEIVED,
}

structure! { /// INET_DIAG_INFO of an MPTCP socket.
    pub MPTCP_INFO "mptcp_info":
    mptcpi_subflows: U8,
    mptcpi_add_addr_signal: U8,
    mptcpi_add_addr_accepted: U8,
    mptcpi_subflows_max: U8,
    mptcpi_add_addr_signal_max: U8,
    mptcpi_add_addr_accepted_max: U8,
    mptcpi_flags: U32.of(&MPTCP_INFO_FLAG),
    mptcpi_token: U32.hex(),
    mptcpi_write_seq: U64,
    mptcpi_snd_una: U64,
    mptcpi_rcv_nxt: U64,
    mptcpi_local_addr_used: U8,
    mptcpi_local_addr_max: U8,
    mptcpi_csum_enabled: BOOL,
    mptcpi_retransmits: U32,
    mptcpi_bytes_retrans: U64.unit(Unit::Bytes),
    mptcpi_bytes_sent: U64.unit(Unit::Bytes),
    mptcpi_bytes_received: U64.unit(Unit::Bytes),
    mptcpi_bytes_acked: U64.unit(Unit::Bytes),
    mptcpi_subflows_total: U8,
    mptcpi_endp_laminar_max: U8,
    mptcpi_endp_fullmesh_max: U8,
    reserved: U8.reserved(),
    mptcpi_last_data_sent: U32.unit(Unit::Milliseconds),
    mptcpi_last_data_recv: U32.unit(Unit::Milliseconds),
    mptcpi_last_ack_recv: U32.unit(Unit::Milliseconds),
}
