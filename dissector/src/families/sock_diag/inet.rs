//! AF_INET and AF_INET6: TCP, UDP, UDP-Lite, raw, SCTP, MPTCP, and DCCP of older kernels.
//!
//! Source: `uapi/linux/inet_diag.h`, `uapi/linux/tcp.h`, `uapi/linux/tls.h`,
//! `net/ipv4/inet_diag.c`, `net/ipv4/tcp_diag.c`, `net/ipv4/udp_diag.c`,
//! `net/ipv4/raw_diag.c`, `net/sctp/diag.c`, `net/mptcp/mptcp_diag.c`, `net/mptcp/diag.c`,
//! `net/tls/tls_main.c`, `net/core/bpf_sk_storage.c`.

use super::common::{COOKIE, MEMINFO, SHUTDOWN, TCP_STATE, TCPF};
use super::inet_info::{
    INET_DIAG_INFO_BY_SIZE, SCTP_STATE, TCP_BBR_INFO, TCP_DCTCP_INFO, TCP_DIAG_MD5SIG,
    TCPVEGAS_INFO,
};
use super::mptcp::MPTCP_SUBFLOW_ATTR;
use crate::families::common::{AF, IPPROTO};
use crate::special::inet_bytecode::INET_DIAG_BYTECODE;
use crate::special::sockaddr::SOCKADDR_STORAGE;
use crate::table::macros::*;
use crate::table::{Kind, Unit};

flags! { /// What an answer shall hold: a bit for each of the first eight INET_DIAG_*.
    IDIAG_EXT "idiag_ext":
    0x1 INET_DIAG_MEMINFO, 0x2 INET_DIAG_INFO, 0x4 INET_DIAG_VEGASINFO, 0x8 INET_DIAG_CONG,
    0x10 INET_DIAG_TOS, 0x20 INET_DIAG_TCLASS, 0x40 INET_DIAG_SKMEMINFO,
    0x80 INET_DIAG_SHUTDOWN,
}

enumeration! { IDIAG_TIMER "IDIAG_TIMER":
    0 IDIAG_TIMER_OFF, 1 IDIAG_TIMER_ON, 2 IDIAG_TIMER_KEEPALIVE, 3 IDIAG_TIMER_TIMEWAIT,
    4 IDIAG_TIMER_PROBE0, 5 IDIAG_TIMER_DELACK,
}

structure! { /// The identity of a socket in a request.
    SOCKID_SDIAG "inet_diag_sockid":
    idiag_sport: BE16,
    idiag_dport: BE16,
    idiag_src: address(field("sdiag_family")),
    idiag_dst: address(field("sdiag_family")),
    idiag_if: IFINDEX,
    idiag_cookie: COOKIE,
}

structure! { /// The identity of a socket in an answer, or in a request of the old form.
    pub SOCKID "inet_diag_sockid":
    idiag_sport: BE16,
    idiag_dport: BE16,
    idiag_src: address(field("idiag_family")),
    idiag_dst: address(field("idiag_family")),
    idiag_if: IFINDEX,
    idiag_cookie: COOKIE,
}

structure! { /// A request of the old form: TCPDIAG_GETSOCK, DCCPDIAG_GETSOCK.
    pub INET_DIAG_REQ "inet_diag_req":
    idiag_family: U8.of(&AF),
    idiag_src_len: U8,
    idiag_dst_len: U8,
    idiag_ext: U8.of(&IDIAG_EXT),
    id: structure(&SOCKID),
    idiag_states: U32.of(&TCPF),
    idiag_dbs: U32.hex(),
}

structure! { /// A request.
    pub INET_DIAG_REQ_V2 "inet_diag_req_v2":
    sdiag_family: U8.of(&AF),
    sdiag_protocol: U8.of(&IPPROTO),
    idiag_ext: U8.of(&IDIAG_EXT),
    pad: U8.reserved(),
    idiag_states: U32.of(&TCPF),
    id: structure(&SOCKID_SDIAG),
}

structure! { /// A request about raw sockets.
    pub INET_DIAG_REQ_RAW "inet_diag_req_raw":
    sdiag_family: U8.of(&AF),
    sdiag_protocol: U8.of(&IPPROTO),
    idiag_ext: U8.of(&IDIAG_EXT),
    sdiag_raw_protocol: U8.of(&IPPROTO),
    idiag_states: U32.of(&TCPF),
    id: structure(&SOCKID_SDIAG),
}

structure! { /// An answer. Queues are bytes, but of a listening socket connections.
    pub INET_DIAG_MSG "inet_diag_msg":
    idiag_family: U8.of(&AF),
    idiag_state: U8.of(&TCP_STATE),
    idiag_timer: U8.of(&IDIAG_TIMER),
    idiag_retrans: U8,
    id: structure(&SOCKID),
    idiag_expires: U32.unit(Unit::Milliseconds),
    idiag_rqueue: U32,
    idiag_wqueue: U32,
    idiag_uid: U32,
    idiag_inode: U32,
}

enumeration! { /// The timer of an SCTP association.
    SCTP_TIMER "sctp_event_timeout":
    0 SCTP_EVENT_TIMEOUT_NONE, 4 SCTP_EVENT_TIMEOUT_T3_RTX,
}

structure! { /// An answer about an SCTP association.
    pub SCTP_DIAG_MSG "inet_diag_msg":
    idiag_family: U8.of(&AF),
    idiag_state: U8.of(&SCTP_STATE),
    idiag_timer: U8.of(&SCTP_TIMER),
    idiag_retrans: U8,
    id: structure(&SOCKID),
    idiag_expires: U32.unit(Unit::Milliseconds),
    idiag_rqueue: U32,
    idiag_wqueue: U32,
    idiag_uid: U32,
    idiag_inode: U32,
}

set! { /// Which maps of INET_DIAG_REQ_SK_BPF_STORAGES; all where none is named.
    SK_DIAG_BPF_STORAGE_REQ "SK_DIAG_BPF_STORAGE_REQ":
    1 SK_DIAG_BPF_STORAGE_REQ_MAP_FD: S32.multi(),
}

set! { /// Attributes of a request.
    pub INET_DIAG_REQ_ATTRS "INET_DIAG_REQ":
    1 INET_DIAG_REQ_BYTECODE: special(&INET_DIAG_BYTECODE),
    2 INET_DIAG_REQ_SK_BPF_STORAGES: nest(&SK_DIAG_BPF_STORAGE_REQ),
    3 INET_DIAG_REQ_PROTOCOL: U32.of(&IPPROTO),
}

structure! { INET_DIAG_MEM "inet_diag_meminfo":
    idiag_rmem: U32.unit(Unit::Bytes),
    idiag_wmem: U32.unit(Unit::Bytes),
    idiag_fmem: U32.unit(Unit::Bytes),
    idiag_tmem: U32.unit(Unit::Bytes),
}

structure! { INET_DIAG_SOCKOPTS "inet_diag_sockopt":
    flags: bits!(1: recverr 1, is_icsk 1, freebind 1, hdrincl 1, mc_loop 1, transparent 1,
        mc_all 1, nodefrag 1),
    flags2: bits!(1: bind_address_no_port 1, recverr_rfc4884 1, defer_connect 1, _ 5),
}

enumeration! { TLS_VERSION "TLS_VERSION":
    0x303 TLS_1_2_VERSION, 0x304 TLS_1_3_VERSION,
}

enumeration! { /// Ciphers of kernel TLS.
    pub TLS_CIPHER "TLS_CIPHER":
    51 TLS_CIPHER_AES_GCM_128, 52 TLS_CIPHER_AES_GCM_256, 53 TLS_CIPHER_AES_CCM_128,
    54 TLS_CIPHER_CHACHA20_POLY1305, 55 TLS_CIPHER_SM4_GCM, 56 TLS_CIPHER_SM4_CCM,
    57 TLS_CIPHER_ARIA_GCM_128, 58 TLS_CIPHER_ARIA_GCM_256,
}

enumeration! { TLS_CONF "TLS_CONF":
    1 TLS_CONF_BASE, 2 TLS_CONF_SW, 3 TLS_CONF_HW, 4 TLS_CONF_HW_RECORD,
}

set! { /// A socket's kernel TLS.
    TLS_INFO "TLS_INFO":
    1 TLS_INFO_VERSION: U16.of(&TLS_VERSION),
    2 TLS_INFO_CIPHER: U16.of(&TLS_CIPHER),
    3 TLS_INFO_TXCONF: U16.of(&TLS_CONF),
    4 TLS_INFO_RXCONF: U16.of(&TLS_CONF),
    5 TLS_INFO_ZC_RO_TX: FLAG,
    6 TLS_INFO_RX_NO_PAD: FLAG,
    7 TLS_INFO_TX_MAX_PAYLOAD_LEN: U16.unit(Unit::Bytes),
}

set! { /// The protocol on top of a TCP socket.
    INET_ULP_INFO "INET_ULP_INFO":
    1 INET_ULP_INFO_NAME: STRING,
    2 INET_ULP_INFO_TLS: nest(&TLS_INFO),
    3 INET_ULP_INFO_MPTCP: nest(&MPTCP_SUBFLOW_ATTR),
}

set! { /// What one BPF map keeps for the socket.
    SK_DIAG_BPF_STORAGE_VALUE "SK_DIAG_BPF_STORAGE_VALUE":
    1 SK_DIAG_BPF_STORAGE_PAD: PAD,
    2 SK_DIAG_BPF_STORAGE_MAP_ID: U32,
    3 SK_DIAG_BPF_STORAGE_MAP_VALUE: BYTES,
}

set! { SK_DIAG_BPF_STORAGES "SK_DIAG_BPF_STORAGE":
    1 SK_DIAG_BPF_STORAGE: nest(&SK_DIAG_BPF_STORAGE_VALUE).multi(),
}

/// Addresses of an SCTP endpoint or association.
const ADDRESSES: Kind = list!(select(&SOCKADDR_STORAGE));

set! { /// Attributes of an answer.
    pub INET_DIAG "INET_DIAG":
    1 INET_DIAG_MEMINFO: structure(&INET_DIAG_MEM),
    2 INET_DIAG_INFO: select(&INET_DIAG_INFO_BY_SIZE),
    3 INET_DIAG_VEGASINFO: structure(&TCPVEGAS_INFO),
    4 INET_DIAG_CONG: STRING,
    5 INET_DIAG_TOS: U8.hex(),
    6 INET_DIAG_TCLASS: U8.hex(),
    7 INET_DIAG_SKMEMINFO: MEMINFO,
    8 INET_DIAG_SHUTDOWN: U8.of(&SHUTDOWN),
    9 INET_DIAG_DCTCPINFO: structure(&TCP_DCTCP_INFO),
    10 INET_DIAG_PROTOCOL: U8.of(&IPPROTO),
    11 INET_DIAG_SKV6ONLY: BOOL,
    12 INET_DIAG_LOCALS: ADDRESSES,
    13 INET_DIAG_PEERS: ADDRESSES,
    14 INET_DIAG_PAD: PAD,
    15 INET_DIAG_MARK: U32.hex(),
    16 INET_DIAG_BBRINFO: structure(&TCP_BBR_INFO),
    17 INET_DIAG_CLASS_ID: HANDLE,
    18 INET_DIAG_MD5SIG: list!(structure(&TCP_DIAG_MD5SIG)),
    19 INET_DIAG_ULP_INFO: nest(&INET_ULP_INFO),
    20 INET_DIAG_SK_BPF_STORAGES: nest(&SK_DIAG_BPF_STORAGES),
    21 INET_DIAG_CGROUP_ID: U64,
    22 INET_DIAG_SOCKOPT: structure(&INET_DIAG_SOCKOPTS),
}
