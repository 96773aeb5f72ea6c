//! Statistics beside the time stamps in a socket's error queue: the payload of a control message
//! SCM_TIMESTAMPING_OPT_STATS, attributes without a header.
//!
//! No netlink socket carries them. Each has a number above those of netlink's protocols, so that
//! they can be asked for by name: `nldissect decode --protocol TCP_NLA`.
//!
//! Source: `uapi/linux/tcp.h`, `tcp_get_timestamping_opt_stats` in `net/ipv4/tcp.c`;
//! `uapi/linux/can/j1939.h`, `j1939_sk_get_timestamping_opt_stats` in `net/can/j1939/socket.c`.

use super::sock_diag::inet_info::TCP_CA_STATE;
use crate::table::macros::*;
use crate::table::{Family, Layer, Unit};
use std::borrow::Cow;

set! { TCP_NLA "TCP_NLA":
    0 TCP_NLA_PAD: PAD,
    1 TCP_NLA_BUSY: U64.unit(Unit::Microseconds),
    2 TCP_NLA_RWND_LIMITED: U64.unit(Unit::Microseconds),
    3 TCP_NLA_SNDBUF_LIMITED: U64.unit(Unit::Microseconds),
    4 TCP_NLA_DATA_SEGS_OUT: U64.unit(Unit::Packets),
    5 TCP_NLA_TOTAL_RETRANS: U64.unit(Unit::Packets),
    6 TCP_NLA_PACING_RATE: U64.unit(Unit::BytesPerSecond),
    7 TCP_NLA_DELIVERY_RATE: U64.unit(Unit::BytesPerSecond),
    8 TCP_NLA_SND_CWND: U32.unit(Unit::Packets),
    9 TCP_NLA_REORDERING: U32.unit(Unit::Packets),
    10 TCP_NLA_MIN_RTT: U32.unit(Unit::Microseconds),
    11 TCP_NLA_RECUR_RETRANS: U8,
    12 TCP_NLA_DELIVERY_RATE_APP_LMT: BOOL,
    13 TCP_NLA_SNDQ_SIZE: U32.unit(Unit::Bytes),
    14 TCP_NLA_CA_STATE: U8.of(&TCP_CA_STATE),
    15 TCP_NLA_SND_SSTHRESH: U32.unit(Unit::Packets),
    16 TCP_NLA_DELIVERED: U32.unit(Unit::Packets),
    17 TCP_NLA_DELIVERED_CE: U32.unit(Unit::Packets),
    18 TCP_NLA_BYTES_SENT: U64.unit(Unit::Bytes),
    19 TCP_NLA_BYTES_RETRANS: U64.unit(Unit::Bytes),
    20 TCP_NLA_DSACK_DUPS: U32,
    21 TCP_NLA_REORD_SEEN: U32,
    22 TCP_NLA_SRTT: U32.unit(Unit::Microseconds),
    23 TCP_NLA_TIMEOUT_REHASH: U16,
    24 TCP_NLA_BYTES_NOTSENT: U32.unit(Unit::Bytes),
    25 TCP_NLA_EDT: U64.unit(Unit::Nanoseconds),
    26 TCP_NLA_TTL: U8,
    27 TCP_NLA_REHASH: U32,
}

messages! { TCP_MESSAGES:
    0 SCM_TIMESTAMPING_OPT_STATS Other, [] {TCP_NLA};
}

/// The statistics of a TCP socket.
pub static TCP: Family = Family {
    name: crate::name!("tcp-opt-stats"),
    protocol: Some(256),
    layer: Layer::Datagram,
    messages: Cow::Borrowed(TCP_MESSAGES),
    groups: Cow::Borrowed(&[]),
};

set! { J1939_NLA "J1939_NLA":
    0 J1939_NLA_PAD: PAD,
    1 J1939_NLA_BYTES_ACKED: U32.unit(Unit::Bytes),
    2 J1939_NLA_TOTAL_SIZE: U32.unit(Unit::Bytes),
    3 J1939_NLA_PGN: U32.hex(),
    4 J1939_NLA_SRC_NAME: U64.hex(),
    5 J1939_NLA_DEST_NAME: U64.hex(),
    6 J1939_NLA_SRC_ADDR: U8.hex(),
    7 J1939_NLA_DEST_ADDR: U8.hex(),
}

messages! { J1939_MESSAGES:
    0 SCM_TIMESTAMPING_OPT_STATS Other, [] {J1939_NLA};
}

/// The statistics of a J1939 socket (CAN).
pub static J1939: Family = Family {
    name: crate::name!("j1939-opt-stats"),
    protocol: Some(257),
    layer: Layer::Datagram,
    messages: Cow::Borrowed(J1939_MESSAGES),
    groups: Cow::Borrowed(&[]),
};
