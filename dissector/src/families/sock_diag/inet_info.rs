//! INET_DIAG_INFO by protocol, and what congestion controls say of themselves.
//!
//! An answer does not name its protocol, but the sizes of the three structs that it may
//! hold have never met: `struct tcp_info` had 104 bytes when sock_diag came and only grows,
//! `struct mptcp_info` is smaller still, `struct sctp_info` never changed its 368. DCCP sent
//! a `struct tcp_info`.
//!
//! Source: `uapi/linux/tcp.h`, `uapi/linux/sctp.h`, `uapi/linux/inet_diag.h`,
//! `net/ipv4/tcp.c`, `net/sctp/socket.c`, `net/ipv4/tcp_vegas.c`, `net/ipv4/tcp_nv.c`,
//! `net/ipv4/tcp_illinois.c`, `net/ipv4/tcp_westwood.c`, `net/ipv4/tcp_dctcp.c`,
//! `net/ipv4/tcp_bbr.c`.

use super::common::TCP_STATE;
use super::mptcp::MPTCP_INFO;
use crate::families::common::AF;
use crate::special::sockaddr::SOCKADDR_STORAGE;
use crate::table::macros::*;
use crate::table::{Fact, Unit};

select! { /// INET_DIAG_INFO by its size.
    pub INET_DIAG_INFO_BY_SIZE number fact(Fact::Length) => {
        40 => structure(&MPTCP_INFO),
        48 => structure(&MPTCP_INFO),
        80 => structure(&MPTCP_INFO),
        88 => structure(&MPTCP_INFO),
        96 => structure(&MPTCP_INFO),
        368 => structure(&SCTP_INFO),
    } else structure(&TCP_INFO)
}

enumeration! { /// What congestion control makes of the acknowledgements.
    pub TCP_CA_STATE "tcp_ca_state":
    0 TCP_CA_Open, 1 TCP_CA_Disorder, 2 TCP_CA_CWR, 3 TCP_CA_Recovery, 4 TCP_CA_Loss,
}

flags! { TCPI_OPT "TCPI_OPT":
    0x1 TCPI_OPT_TIMESTAMPS, 0x2 TCPI_OPT_SACK, 0x4 TCPI_OPT_WSCALE, 0x8 TCPI_OPT_ECN,
    0x10 TCPI_OPT_ECN_SEEN, 0x20 TCPI_OPT_SYN_DATA, 0x40 TCPI_OPT_USEC_TS,
    0x80 TCPI_OPT_TFO_CHILD,
}

enumeration! { TCP_FASTOPEN_CLIENT_FAIL "tcp_fastopen_client_fail":
    0 TFO_STATUS_UNSPEC, 1 TFO_COOKIE_UNAVAILABLE, 2 TFO_DATA_NOT_ACKED,
    3 TFO_SYN_RETRANSMITTED,
}

enumeration! { TCPI_ECN_MODE "TCPI_ECN_MODE":
    0 TCPI_ECN_MODE_DISABLED, 1 TCPI_ECN_MODE_RFC3168, 2 TCPI_ECN_MODE_ACCECN,
    3 TCPI_ECN_MODE_PENDING,
}

enumeration! { TCP_ACCECN_OPT "TCP_ACCECN_OPT":
    0 TCP_ACCECN_OPT_NOT_SEEN, 1 TCP_ACCECN_OPT_EMPTY_SEEN, 2 TCP_ACCECN_OPT_COUNTER_SEEN,
    3 TCP_ACCECN_OPT_FAIL_SEEN,
}

flags! { TCP_ACCECN_FAIL "TCP_ACCECN_FAIL":
    0x1 TCP_ACCECN_ACE_FAIL_SEND, 0x2 TCP_ACCECN_ACE_FAIL_RECV, 0x4 TCP_ACCECN_OPT_FAIL_SEND,
    0x8 TCP_ACCECN_OPT_FAIL_RECV,
}

structure! { /// INET_DIAG_INFO of a TCP socket. Where it listens, tcpi_unacked counts the
    /// connections that wait for accept(), tcpi_sacked is their limit.
    pub TCP_INFO "tcp_info":
    tcpi_state: U8.of(&TCP_STATE),
    tcpi_ca_state: U8.of(&TCP_CA_STATE),
    tcpi_retransmits: U8,
    tcpi_probes: U8,
    tcpi_backoff: U8,
    tcpi_options: U8.of(&TCPI_OPT),
    tcpi_wscale: bits!(1: tcpi_snd_wscale 4, tcpi_rcv_wscale 4),
    tcpi_fastopen: bits!(1: tcpi_delivery_rate_app_limited 1,
        tcpi_fastopen_client_fail 2 of(&TCP_FASTOPEN_CLIENT_FAIL), _ 5),
    tcpi_rto: U32.unit(Unit::Microseconds),
    tcpi_ato: U32.unit(Unit::Microseconds),
    tcpi_snd_mss: U32.unit(Unit::Bytes),
    tcpi_rcv_mss: U32.unit(Unit::Bytes),
    tcpi_unacked: U32,
    tcpi_sacked: U32,
    tcpi_lost: U32.unit(Unit::Packets),
    tcpi_retrans: U32.unit(Unit::Packets),
    tcpi_fackets: U32.unit(Unit::Packets),
    tcpi_last_data_sent: U32.unit(Unit::Milliseconds),
    tcpi_last_ack_sent: U32.unit(Unit::Milliseconds),
    tcpi_last_data_recv: U32.unit(Unit::Milliseconds),
    tcpi_last_ack_recv: U32.unit(Unit::Milliseconds),
    tcpi_pmtu: U32.unit(Unit::Bytes),
    tcpi_rcv_ssthresh: U32.unit(Unit::Bytes),
    tcpi_rtt: U32.unit(Unit::Microseconds),
    tcpi_rttvar: U32.unit(Unit::Microseconds),
    tcpi_snd_ssthresh: U32.unit(Unit::Packets),
    tcpi_snd_cwnd: U32.unit(Unit::Packets),
    tcpi_advmss: U32.unit(Unit::Bytes),
    tcpi_reordering: U32.unit(Unit::Packets),
    tcpi_rcv_rtt: U32.unit(Unit::Microseconds),
    tcpi_rcv_space: U32.unit(Unit::Bytes),
    tcpi_total_retrans: U32.unit(Unit::Packets),
    tcpi_pacing_rate: U64.unit(Unit::BytesPerSecond),
    tcpi_max_pacing_rate: U64.unit(Unit::BytesPerSecond),
    tcpi_bytes_acked: U64.unit(Unit::Bytes),
    tcpi_bytes_received: U64.unit(Unit::Bytes),
    tcpi_segs_out: U32.unit(Unit::Packets),
    tcpi_segs_in: U32.unit(Unit::Packets),
    tcpi_notsent_bytes: U32.unit(Unit::Bytes),
    tcpi_min_rtt: U32.unit(Unit::Microseconds),
    tcpi_data_segs_in: U32.unit(Unit::Packets),
    tcpi_data_segs_out: U32.unit(Unit::Packets),
    tcpi_delivery_rate: U64.unit(Unit::BytesPerSecond),
    tcpi_busy_time: U64.unit(Unit::Microseconds),
    tcpi_rwnd_limited: U64.unit(Unit::Microseconds),
    tcpi_sndbuf_limited: U64.unit(Unit::Microseconds),
    tcpi_delivered: U32.unit(Unit::Packets),
    tcpi_delivered_ce: U32.unit(Unit::Packets),
    tcpi_bytes_sent: U64.unit(Unit::Bytes),
    tcpi_bytes_retrans: U64.unit(Unit::Bytes),
    tcpi_dsack_dups: U32,
    tcpi_reord_seen: U32,
    tcpi_rcv_ooopack: U32.unit(Unit::Packets),
    tcpi_snd_wnd: U32.unit(Unit::Bytes),
    tcpi_rcv_wnd: U32.unit(Unit::Bytes),
    tcpi_rehash: U32,
    tcpi_total_rto: U16,
    tcpi_total_rto_recoveries: U16,
    tcpi_total_rto_time: U32.unit(Unit::Milliseconds),
    tcpi_received_ce: U32.unit(Unit::Packets),
    tcpi_delivered_e1_bytes: U32.unit(Unit::Bytes),
    tcpi_delivered_e0_bytes: U32.unit(Unit::Bytes),
    tcpi_delivered_ce_bytes: U32.unit(Unit::Bytes),
    tcpi_received_e1_bytes: U32.unit(Unit::Bytes),
    tcpi_received_e0_bytes: U32.unit(Unit::Bytes),
    tcpi_received_ce_bytes: U32.unit(Unit::Bytes),
    tcpi_ecn: bits!(4: tcpi_ecn_mode 2 of(&TCPI_ECN_MODE),
        tcpi_accecn_opt_seen 2 of(&TCP_ACCECN_OPT), tcpi_accecn_fail_mode 4 of(&TCP_ACCECN_FAIL),
        tcpi_options2 24),
}

structure! { /// One peer of a socket with TCP MD5 signatures (RFC 2385).
    pub TCP_DIAG_MD5SIG "tcp_diag_md5sig":
    tcpm_family: U8.of(&AF),
    tcpm_prefixlen: U8,
    tcpm_keylen: U16.unit(Unit::Bytes),
    tcpm_addr: address(field("tcpm_family")),
    tcpm_key: KEY.times(80),
}

enumeration! { /// States of an SCTP association.
    pub SCTP_STATE "sctp_state":
    0 SCTP_STATE_CLOSED, 1 SCTP_STATE_COOKIE_WAIT, 2 SCTP_STATE_COOKIE_ECHOED,
    3 SCTP_STATE_ESTABLISHED, 4 SCTP_STATE_SHUTDOWN_PENDING, 5 SCTP_STATE_SHUTDOWN_SENT,
    6 SCTP_STATE_SHUTDOWN_RECEIVED, 7 SCTP_STATE_SHUTDOWN_ACK_SENT,
}

enumeration! { SCTP_SPINFO_STATE "sctp_spinfo_state":
    0 SCTP_INACTIVE, 1 SCTP_PF / SCTP_POTENTIALLY_FAILED, 2 SCTP_ACTIVE, 3 SCTP_UNCONFIRMED,
    0xffff SCTP_UNKNOWN,
}

enumeration! { SCTP_SOCKET_TYPE "sctp_socket_type":
    0 SCTP_SOCKET_UDP, 1 SCTP_SOCKET_UDP_HIGH_BANDWIDTH, 2 SCTP_SOCKET_TCP,
}

flags! { /// As `struct sctp_association` calls them.
    SCTP_PEER_CAPABLE "sctpi_peer_capable":
    0x1 auth_capable, 0x2 prsctp_capable, 0x4 asconf_capable, 0x8 reconf_capable,
    0x10 ipv6_address, 0x20 ipv4_address, 0x40 ecn_capable, 0x80 intl_capable,
}

flags! { SCTP_PEER_SACK "sctpi_peer_sack":
    0x1 zero_window_announced, 0x2 sack_generation, 0x4 sack_needed,
}

structure! { /// INET_DIAG_INFO of an SCTP association, or the last part of it of an endpoint.
    pub SCTP_INFO "sctp_info":
    sctpi_tag: U32.hex(),
    sctpi_state: U32.of(&SCTP_STATE),
    sctpi_rwnd: U32.unit(Unit::Bytes),
    sctpi_unackdata: U16,
    sctpi_penddata: U16,
    sctpi_instrms: U16,
    sctpi_outstrms: U16,
    sctpi_fragmentation_point: U32.unit(Unit::Bytes),
    sctpi_inqueue: U32,
    sctpi_outqueue: U32,
    sctpi_overall_error: U32,
    sctpi_max_burst: U32,
    sctpi_maxseg: U32.unit(Unit::Bytes),
    sctpi_peer_rwnd: U32.unit(Unit::Bytes),
    sctpi_peer_tag: U32.hex(),
    sctpi_peer_capable: U8.of(&SCTP_PEER_CAPABLE),
    sctpi_peer_sack: U8.of(&SCTP_PEER_SACK),
    __reserved1: U16.reserved(),
    sctpi_isacks: U64,
    sctpi_osacks: U64,
    sctpi_opackets: U64.unit(Unit::Packets),
    sctpi_ipackets: U64.unit(Unit::Packets),
    sctpi_rtxchunks: U64,
    sctpi_outofseqtsns: U64,
    sctpi_idupchunks: U64,
    sctpi_gapcnt: U64,
    sctpi_ouodchunks: U64,
    sctpi_iuodchunks: U64,
    sctpi_oodchunks: U64,
    sctpi_iodchunks: U64,
    sctpi_octrlchunks: U64,
    sctpi_ictrlchunks: U64,
    sctpi_p_address: select(&SOCKADDR_STORAGE),
    sctpi_p_state: S32.of(&SCTP_SPINFO_STATE),
    sctpi_p_cwnd: U32.unit(Unit::Bytes),
    sctpi_p_srtt: U32.unit(Unit::Jiffies),
    sctpi_p_rto: U32.unit(Unit::Milliseconds),
    sctpi_p_hbinterval: U32.unit(Unit::Jiffies),
    sctpi_p_pathmaxrxt: U32,
    sctpi_p_sackdelay: U32.unit(Unit::Milliseconds),
    sctpi_p_sackfreq: U32,
    sctpi_p_ssthresh: U32.unit(Unit::Bytes),
    sctpi_p_partial_bytes_acked: U32.unit(Unit::Bytes),
    sctpi_p_flight_size: U32.unit(Unit::Bytes),
    sctpi_p_error: U16,
    __reserved2: U16.reserved(),
    sctpi_s_autoclose: U32.unit(Unit::Seconds),
    sctpi_s_adaptation_ind: U32,
    sctpi_s_pd_point: U32.unit(Unit::Bytes),
    sctpi_s_nodelay: BOOL,
    sctpi_s_disable_fragments: BOOL,
    sctpi_s_v4mapped: BOOL,
    sctpi_s_frag_interleave: U8,
    sctpi_s_type: U32.of(&SCTP_SOCKET_TYPE),
    __reserved3: U32.reserved(),
}

structure! { /// Of vegas, and of nv, yeah, illinois and westwood, which use it too.
    pub TCPVEGAS_INFO "tcpvegas_info":
    tcpv_enabled: U32,
    tcpv_rttcnt: U32,
    tcpv_rtt: U32.unit(Unit::Microseconds),
    tcpv_minrtt: U32.unit(Unit::Microseconds),
}

structure! { /// Of dctcp. dctcp_alpha: 1024 is the whole.
    pub TCP_DCTCP_INFO "tcp_dctcp_info":
    dctcp_enabled: U16,
    dctcp_ce_state: U16,
    dctcp_alpha: U32,
    dctcp_ab_ecn: U32.unit(Unit::Bytes),
    dctcp_ab_tot: U32.unit(Unit::Bytes),
}

structure! { /// Of bbr. Gains: 256 is one.
    pub TCP_BBR_INFO "tcp_bbr_info":
    bbr_bw_lo: U32.unit(Unit::BytesPerSecond),
    bbr_bw_hi: U32,
    bbr_min_rtt: U32.unit(Unit::Microseconds),
    bbr_pacing_gain: U32,
    bbr_cwnd_gain: U32,
}
