//! wireguard: a device's key, its peers, and the addresses that each may use.
//!
//! Source: `uapi/linux/wireguard.h`, `drivers/net/wireguard/netlink.c`.

use super::common::AF;
use crate::special::sockaddr::SOCKADDR;
use crate::table::macros::*;
use crate::table::{Family, Layer, Unit};
use std::borrow::Cow;

flags! { WGDEVICE_F "wgdevice_flag":
    0x1 WGDEVICE_F_REPLACE_PEERS,
}

flags! { WGPEER_F "wgpeer_flag":
    0x1 WGPEER_F_REMOVE_ME, 0x2 WGPEER_F_REPLACE_ALLOWEDIPS, 0x4 WGPEER_F_UPDATE_ONLY,
}

flags! { WGALLOWEDIP_F "wgallowedip_flag":
    0x1 WGALLOWEDIP_F_REMOVE_ME,
}

structure! { TIMESPEC "__kernel_timespec":
    tv_sec: S64.unit(Unit::UnixSeconds),
    tv_nsec: S64.unit(Unit::Nanoseconds),
}

set! { WGALLOWEDIP_A "WGALLOWEDIP_A":
    1 WGALLOWEDIP_A_FAMILY: U16.of(&AF),
    2 WGALLOWEDIP_A_IPADDR: address(attribute("WGALLOWEDIP_A_FAMILY")),
    3 WGALLOWEDIP_A_CIDR_MASK: U8,
    4 WGALLOWEDIP_A_FLAGS: U32.of(&WGALLOWEDIP_F),
}

set! { WGPEER_A "WGPEER_A":
    0 WGPEER_A_UNSPEC: PAD,
    1 WGPEER_A_PUBLIC_KEY: KEY,
    2 WGPEER_A_PRESHARED_KEY: KEY,
    3 WGPEER_A_FLAGS: U32.of(&WGPEER_F),
    4 WGPEER_A_ENDPOINT: special(&SOCKADDR),
    5 WGPEER_A_PERSISTENT_KEEPALIVE_INTERVAL: U16.unit(Unit::Seconds),
    6 WGPEER_A_LAST_HANDSHAKE_TIME: structure(&TIMESPEC),
    7 WGPEER_A_RX_BYTES: U64.unit(Unit::Bytes),
    8 WGPEER_A_TX_BYTES: U64.unit(Unit::Bytes),
    9 WGPEER_A_ALLOWEDIPS: array!(nest(&WGALLOWEDIP_A)),
    10 WGPEER_A_PROTOCOL_VERSION: U32,
}

set! { WGDEVICE_A "WGDEVICE_A":
    1 WGDEVICE_A_IFINDEX: IFINDEX,
    2 WGDEVICE_A_IFNAME: NUL_STRING,
    3 WGDEVICE_A_PRIVATE_KEY: KEY,
    4 WGDEVICE_A_PUBLIC_KEY: KEY,
    5 WGDEVICE_A_FLAGS: U32.of(&WGDEVICE_F),
    6 WGDEVICE_A_LISTEN_PORT: U16,
    7 WGDEVICE_A_FWMARK: U32.hex(),
    8 WGDEVICE_A_PEERS: array!(nest(&WGPEER_A)),
}

messages! { MESSAGES:
    0 WG_CMD_GET_DEVICE Get, [] {WGDEVICE_A};
    1 WG_CMD_SET_DEVICE New, [] {WGDEVICE_A};
}

groups! { GROUPS: }

/// The record of wireguard.
pub static FAMILY: Family = Family {
    name: crate::name!("wireguard"),
    protocol: Some(16),
    layer: Layer::Generic,
    messages: Cow::Borrowed(MESSAGES),
    groups: Cow::Borrowed(GROUPS),
};
