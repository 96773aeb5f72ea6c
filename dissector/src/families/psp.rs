//! psp: devices that encrypt by the PSP security protocol, and the keys of sockets.
//!
//! Source: `uapi/linux/psp.h`, `net/psp/psp_nl.c`, `net/psp/psp-nl-gen.c`.

use crate::table::macros::*;
use crate::table::{Family, Layer, Unit};
use std::borrow::Cow;

enumeration! { VERSION "psp_version":
    0 PSP_VERSION_HDR0_AES_GCM_128, 1 PSP_VERSION_HDR0_AES_GCM_256, 2 PSP_VERSION_HDR0_AES_GMAC_128,
    3 PSP_VERSION_HDR0_AES_GMAC_256,
}

flags! { VERSIONS "psp_version_bits":
    0x1 PSP_VERSION_HDR0_AES_GCM_128, 0x2 PSP_VERSION_HDR0_AES_GCM_256,
    0x4 PSP_VERSION_HDR0_AES_GMAC_128, 0x8 PSP_VERSION_HDR0_AES_GMAC_256,
}

set! { PSP_A_ASSOC_DEV_INFO "PSP_A_ASSOC_DEV_INFO":
    1 PSP_A_ASSOC_DEV_INFO_IFINDEX: IFINDEX,
    2 PSP_A_ASSOC_DEV_INFO_NSID: S32,
}

set! { PSP_A_DEV "PSP_A_DEV":
    1 PSP_A_DEV_ID: U32,
    2 PSP_A_DEV_IFINDEX: IFINDEX,
    3 PSP_A_DEV_PSP_VERSIONS_CAP: U32.of(&VERSIONS),
    4 PSP_A_DEV_PSP_VERSIONS_ENA: U32.of(&VERSIONS),
    5 PSP_A_DEV_ASSOC_LIST: nest(&PSP_A_ASSOC_DEV_INFO).multi(),
    6 PSP_A_DEV_NSID: S32,
    7 PSP_A_DEV_BY_ASSOCIATION: FLAG,
}

set! { PSP_A_KEYS "PSP_A_KEYS":
    1 PSP_A_KEYS_KEY: KEY,
    2 PSP_A_KEYS_SPI: U32.hex(),
}

set! { PSP_A_ASSOC "PSP_A_ASSOC":
    1 PSP_A_ASSOC_DEV_ID: U32,
    2 PSP_A_ASSOC_VERSION: U32.of(&VERSION),
    3 PSP_A_ASSOC_RX_KEY: nest(&PSP_A_KEYS),
    4 PSP_A_ASSOC_TX_KEY: nest(&PSP_A_KEYS),
    5 PSP_A_ASSOC_SOCK_FD: U32,
}

set! { PSP_A_STATS "PSP_A_STATS":
    1 PSP_A_STATS_DEV_ID: U32,
    2 PSP_A_STATS_KEY_ROTATIONS: UINT,
    3 PSP_A_STATS_STALE_EVENTS: UINT,
    4 PSP_A_STATS_RX_PACKETS: UINT.unit(Unit::Packets),
    5 PSP_A_STATS_RX_BYTES: UINT.unit(Unit::Bytes),
    6 PSP_A_STATS_RX_AUTH_FAIL: UINT.unit(Unit::Packets),
    7 PSP_A_STATS_RX_ERROR: UINT.unit(Unit::Packets),
    8 PSP_A_STATS_RX_BAD: UINT.unit(Unit::Packets),
    9 PSP_A_STATS_TX_PACKETS: UINT.unit(Unit::Packets),
    10 PSP_A_STATS_TX_BYTES: UINT.unit(Unit::Bytes),
    11 PSP_A_STATS_TX_ERROR: UINT.unit(Unit::Packets),
}

messages! { MESSAGES:
    1 PSP_CMD_DEV_GET Get, [] {PSP_A_DEV};
    2 PSP_CMD_DEV_ADD_NTF New, [] {PSP_A_DEV};
    3 PSP_CMD_DEV_DEL_NTF Del, [] {PSP_A_DEV};
    4 PSP_CMD_DEV_SET New, [] {PSP_A_DEV};
    5 PSP_CMD_DEV_CHANGE_NTF New, [] {PSP_A_DEV};
    6 PSP_CMD_KEY_ROTATE Other, [] {PSP_A_DEV};
    7 PSP_CMD_KEY_ROTATE_NTF Other, [] {PSP_A_DEV};
    8 PSP_CMD_RX_ASSOC New, [] {PSP_A_ASSOC};
    9 PSP_CMD_TX_ASSOC New, [] {PSP_A_ASSOC};
    10 PSP_CMD_GET_STATS Get, [] {PSP_A_STATS};
    11 PSP_CMD_DEV_ASSOC New, [] {PSP_A_DEV};
    12 PSP_CMD_DEV_DISASSOC Del, [] {PSP_A_DEV};
}

groups! { GROUPS: 0 mgmt, 0 use }

/// The record of psp.
pub static FAMILY: Family = Family {
    name: crate::name!("psp"),
    protocol: Some(16),
    layer: Layer::Generic,
    messages: Cow::Borrowed(MESSAGES),
    groups: Cow::Borrowed(GROUPS),
};
