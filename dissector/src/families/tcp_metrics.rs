//! tcp_metrics: what TCP remembers of a destination between connections.
//!
//! Source: `uapi/linux/tcp_metrics.h`, `net/ipv4/tcp_metrics.c`.

use crate::table::macros::*;
use crate::table::{Family, Layer, Unit};
use std::borrow::Cow;

set! { TCP_METRICS_A_METRICS "TCP_METRICS_A_METRICS":
    1 TCP_METRICS_A_METRICS_RTT: U32.unit(Unit::Milliseconds),
    2 TCP_METRICS_A_METRICS_RTTVAR: U32.unit(Unit::Milliseconds),
    3 TCP_METRICS_A_METRICS_SSTHRESH: U32.unit(Unit::Packets),
    4 TCP_METRICS_A_METRICS_CWND: U32.unit(Unit::Packets),
    5 TCP_METRICS_A_METRICS_REODERING: U32.unit(Unit::Packets),
    6 TCP_METRICS_A_METRICS_RTT_US: U32.unit(Unit::Microseconds),
    7 TCP_METRICS_A_METRICS_RTTVAR_US: U32.unit(Unit::Microseconds),
}

set! { TCP_METRICS_ATTR "TCP_METRICS_ATTR":
    1 TCP_METRICS_ATTR_ADDR_IPV4: IPV4,
    2 TCP_METRICS_ATTR_ADDR_IPV6: IPV6,
    3 TCP_METRICS_ATTR_AGE: U64.unit(Unit::Milliseconds),
    4 TCP_METRICS_ATTR_TW_TSVAL: U32,
    5 TCP_METRICS_ATTR_TW_TS_STAMP: S32.unit(Unit::Seconds),
    6 TCP_METRICS_ATTR_VALS: nest(&TCP_METRICS_A_METRICS),
    7 TCP_METRICS_ATTR_FOPEN_MSS: U16.unit(Unit::Bytes),
    8 TCP_METRICS_ATTR_FOPEN_SYN_DROPS: U16,
    9 TCP_METRICS_ATTR_FOPEN_SYN_DROP_TS: U64.unit(Unit::Milliseconds),
    10 TCP_METRICS_ATTR_FOPEN_COOKIE: BYTES,
    11 TCP_METRICS_ATTR_SADDR_IPV4: IPV4,
    12 TCP_METRICS_ATTR_SADDR_IPV6: IPV6,
    13 TCP_METRICS_ATTR_PAD: PAD,
}

messages! { MESSAGES:
    1 TCP_METRICS_CMD_GET Get, [] {TCP_METRICS_ATTR};
    2 TCP_METRICS_CMD_DEL Del, [] {TCP_METRICS_ATTR};
}

groups! { GROUPS: }

/// The record of tcp_metrics.
pub static FAMILY: Family = Family {
    name: crate::name!("tcp_metrics"),
    protocol: Some(16),
    layer: Layer::Generic,
    messages: Cow::Borrowed(MESSAGES),
    groups: Cow::Borrowed(GROUPS),
};
