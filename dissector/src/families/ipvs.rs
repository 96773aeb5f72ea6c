//! IPVS: virtual services, their real servers, and the daemon that keeps balancers in step.
//!
//! Source: `uapi/linux/ip_vs.h`, `net/netfilter/ipvs/ip_vs_ctl.c`.

use super::common::{AF, IPPROTO};
use crate::special::nf_inet_addr::{IP_OF_16, IPV4_OF_16};
use crate::table::macros::*;
use crate::table::{Family, Layer, Unit};
use std::borrow::Cow;

flags! { SVC_FLAGS "IP_VS_SVC_F":
    0x01 IP_VS_SVC_F_PERSISTENT,
    0x02 IP_VS_SVC_F_HASHED,
    0x04 IP_VS_SVC_F_ONEPACKET,
    0x08 IP_VS_SVC_F_SCHED1 / IP_VS_SVC_F_SCHED_SH_FALLBACK / IP_VS_SVC_F_SCHED_MH_FALLBACK,
    0x10 IP_VS_SVC_F_SCHED2 / IP_VS_SVC_F_SCHED_SH_PORT / IP_VS_SVC_F_SCHED_MH_PORT,
    0x20 IP_VS_SVC_F_SCHED3,
}

flags! { STATE "IP_VS_STATE":
    0x1 IP_VS_STATE_MASTER, 0x2 IP_VS_STATE_BACKUP,
}

enumeration! { FWD_METHOD "IP_VS_CONN_F":
    0 IP_VS_CONN_F_MASQ,
    1 IP_VS_CONN_F_LOCALNODE,
    2 IP_VS_CONN_F_TUNNEL,
    3 IP_VS_CONN_F_DROUTE,
    4 IP_VS_CONN_F_BYPASS,
}

enumeration! { TUNNEL_TYPE "IP_VS_CONN_F_TUNNEL_TYPE":
    0 IP_VS_CONN_F_TUNNEL_TYPE_IPIP,
    1 IP_VS_CONN_F_TUNNEL_TYPE_GUE,
    2 IP_VS_CONN_F_TUNNEL_TYPE_GRE,
}

flags! { TUNNEL_ENCAP_FLAG "IP_VS_TUNNEL_ENCAP_FLAG":
    0x1 IP_VS_TUNNEL_ENCAP_FLAG_CSUM, 0x2 IP_VS_TUNNEL_ENCAP_FLAG_REMCSUM,
}

structure! { FLAGS "ip_vs_flags":
    flags: U32.of(&SVC_FLAGS),
    mask: U32.of(&SVC_FLAGS),
}

set! { CMD_ATTR "IPVS_CMD_ATTR":
    1 IPVS_CMD_ATTR_SERVICE: nest(&SVC_ATTR),
    2 IPVS_CMD_ATTR_DEST: nest(&DEST_ATTR),
    3 IPVS_CMD_ATTR_DAEMON: nest(&DAEMON_ATTR),
    4 IPVS_CMD_ATTR_TIMEOUT_TCP: U32.unit(Unit::Seconds),
    5 IPVS_CMD_ATTR_TIMEOUT_TCP_FIN: U32.unit(Unit::Seconds),
    6 IPVS_CMD_ATTR_TIMEOUT_UDP: U32.unit(Unit::Seconds),
}

// an address has 16 bytes, those of IPv4 first
select! { SVC_ADDR number attribute("IPVS_SVC_ATTR_AF") => {
    2 => special(&IPV4_OF_16),
    10 => IP,
} else special(&IP_OF_16) }

select! { DEST_ADDR number attribute("IPVS_DEST_ATTR_ADDR_FAMILY") => {
    2 => special(&IPV4_OF_16),
    10 => IP,
} else special(&IP_OF_16) }

// of IPv6 it is the length of the prefix
select! { SVC_NETMASK number attribute("IPVS_SVC_ATTR_AF") => {
    10 => U32,
} else IPV4 }

set! { SVC_ATTR "IPVS_SVC_ATTR":
    1 IPVS_SVC_ATTR_AF: U16.of(&AF),
    2 IPVS_SVC_ATTR_PROTOCOL: U16.of(&IPPROTO),
    3 IPVS_SVC_ATTR_ADDR: select(&SVC_ADDR),
    4 IPVS_SVC_ATTR_PORT: BE16,
    5 IPVS_SVC_ATTR_FWMARK: U32.hex(),
    6 IPVS_SVC_ATTR_SCHED_NAME: NUL_STRING,
    7 IPVS_SVC_ATTR_FLAGS: structure(&FLAGS),
    8 IPVS_SVC_ATTR_TIMEOUT: U32.unit(Unit::Seconds),
    9 IPVS_SVC_ATTR_NETMASK: select(&SVC_NETMASK),
    10 IPVS_SVC_ATTR_STATS: nest(&STATS_ATTR),
    11 IPVS_SVC_ATTR_PE_NAME: NUL_STRING,
    12 IPVS_SVC_ATTR_STATS64: nest(&STATS64_ATTR),
}

set! { DEST_ATTR "IPVS_DEST_ATTR":
    1 IPVS_DEST_ATTR_ADDR: select(&DEST_ADDR),
    2 IPVS_DEST_ATTR_PORT: BE16,
    3 IPVS_DEST_ATTR_FWD_METHOD: U32.of(&FWD_METHOD),
    4 IPVS_DEST_ATTR_WEIGHT: U32,
    5 IPVS_DEST_ATTR_U_THRESH: U32,
    6 IPVS_DEST_ATTR_L_THRESH: U32,
    7 IPVS_DEST_ATTR_ACTIVE_CONNS: U32,
    8 IPVS_DEST_ATTR_INACT_CONNS: U32,
    9 IPVS_DEST_ATTR_PERSIST_CONNS: U32,
    10 IPVS_DEST_ATTR_STATS: nest(&STATS_ATTR),
    11 IPVS_DEST_ATTR_ADDR_FAMILY: U16.of(&AF),
    12 IPVS_DEST_ATTR_STATS64: nest(&STATS64_ATTR),
    13 IPVS_DEST_ATTR_TUN_TYPE: U8.of(&TUNNEL_TYPE),
    14 IPVS_DEST_ATTR_TUN_PORT: BE16,
    15 IPVS_DEST_ATTR_TUN_FLAGS: U16.of(&TUNNEL_ENCAP_FLAG),
}

set! { DAEMON_ATTR "IPVS_DAEMON_ATTR":
    1 IPVS_DAEMON_ATTR_STATE: U32.of(&STATE),
    2 IPVS_DAEMON_ATTR_MCAST_IFN: NUL_STRING,
    3 IPVS_DAEMON_ATTR_SYNC_ID: U32,
    4 IPVS_DAEMON_ATTR_SYNC_MAXLEN: U16.unit(Unit::Bytes),
    5 IPVS_DAEMON_ATTR_MCAST_GROUP: IPV4,
    6 IPVS_DAEMON_ATTR_MCAST_GROUP6: IPV6,
    7 IPVS_DAEMON_ATTR_MCAST_PORT: U16,
    8 IPVS_DAEMON_ATTR_MCAST_TTL: U8,
}

set! { STATS_ATTR "IPVS_STATS_ATTR":
    1 IPVS_STATS_ATTR_CONNS: U32,
    2 IPVS_STATS_ATTR_INPKTS: U32.unit(Unit::Packets),
    3 IPVS_STATS_ATTR_OUTPKTS: U32.unit(Unit::Packets),
    4 IPVS_STATS_ATTR_INBYTES: U64.unit(Unit::Bytes),
    5 IPVS_STATS_ATTR_OUTBYTES: U64.unit(Unit::Bytes),
    6 IPVS_STATS_ATTR_CPS: U32,
    7 IPVS_STATS_ATTR_INPPS: U32.unit(Unit::PacketsPerSecond),
    8 IPVS_STATS_ATTR_OUTPPS: U32.unit(Unit::PacketsPerSecond),
    9 IPVS_STATS_ATTR_INBPS: U32.unit(Unit::BytesPerSecond),
    10 IPVS_STATS_ATTR_OUTBPS: U32.unit(Unit::BytesPerSecond),
    11 IPVS_STATS_ATTR_PAD: PAD,
}

set! { STATS64_ATTR "IPVS_STATS64_ATTR":
    1 IPVS_STATS_ATTR_CONNS: U64,
    2 IPVS_STATS_ATTR_INPKTS: U64.unit(Unit::Packets),
    3 IPVS_STATS_ATTR_OUTPKTS: U64.unit(Unit::Packets),
    4 IPVS_STATS_ATTR_INBYTES: U64.unit(Unit::Bytes),
    5 IPVS_STATS_ATTR_OUTBYTES: U64.unit(Unit::Bytes),
    6 IPVS_STATS_ATTR_CPS: U64,
    7 IPVS_STATS_ATTR_INPPS: U64.unit(Unit::PacketsPerSecond),
    8 IPVS_STATS_ATTR_OUTPPS: U64.unit(Unit::PacketsPerSecond),
    9 IPVS_STATS_ATTR_INBPS: U64.unit(Unit::BytesPerSecond),
    10 IPVS_STATS_ATTR_OUTBPS: U64.unit(Unit::BytesPerSecond),
    11 IPVS_STATS_ATTR_PAD: PAD,
}

set! { INFO_ATTR "IPVS_INFO_ATTR":
    1 IPVS_INFO_ATTR_VERSION: U32.hex(),
    2 IPVS_INFO_ATTR_CONN_TAB_SIZE: U32,
}

messages! { MESSAGES:
    1 IPVS_CMD_NEW_SERVICE New, [] {CMD_ATTR};
    2 IPVS_CMD_SET_SERVICE New, [] {CMD_ATTR};
    3 IPVS_CMD_DEL_SERVICE Del, [] {CMD_ATTR};
    4 IPVS_CMD_GET_SERVICE Get, [] {CMD_ATTR};
    5 IPVS_CMD_NEW_DEST New, [] {CMD_ATTR};
    6 IPVS_CMD_SET_DEST New, [] {CMD_ATTR};
    7 IPVS_CMD_DEL_DEST Del, [] {CMD_ATTR};
    8 IPVS_CMD_GET_DEST Get, [] {CMD_ATTR};
    9 IPVS_CMD_NEW_DAEMON New, [] {CMD_ATTR};
    10 IPVS_CMD_DEL_DAEMON Del, [] {CMD_ATTR};
    11 IPVS_CMD_GET_DAEMON Get, [] {CMD_ATTR};
    12 IPVS_CMD_SET_CONFIG New, [] {CMD_ATTR};
    13 IPVS_CMD_GET_CONFIG Get, [] {CMD_ATTR};
    14 IPVS_CMD_SET_INFO New, [] {INFO_ATTR};
    15 IPVS_CMD_GET_INFO Get, [] {INFO_ATTR};
    16 IPVS_CMD_ZERO Other, [] {CMD_ATTR};
    17 IPVS_CMD_FLUSH Del, [] {CMD_ATTR};
}

/// The record of IPVS.
pub static FAMILY: Family = Family {
    name: crate::name!("IPVS"),
    protocol: Some(16),
    layer: Layer::Generic,
    messages: Cow::Borrowed(MESSAGES),
    groups: Cow::Borrowed(&[]),
};
