//! ovpn: the peers of an OpenVPN data channel, and their keys.
//!
//! Source: `uapi/linux/ovpn.h`, `drivers/net/ovpn/netlink.c`, `drivers/net/ovpn/netlink-gen.c`.

use crate::table::macros::*;
use crate::table::{Fact, Family, Layer, Unit};
use std::borrow::Cow;

enumeration! { CIPHER_ALG "ovpn_cipher_alg":
    0 OVPN_CIPHER_ALG_NONE, 1 OVPN_CIPHER_ALG_AES_GCM, 2 OVPN_CIPHER_ALG_CHACHA20_POLY1305,
}

enumeration! { DEL_PEER_REASON "ovpn_del_peer_reason":
    0 OVPN_DEL_PEER_REASON_TEARDOWN,
    1 OVPN_DEL_PEER_REASON_USERSPACE,
    2 OVPN_DEL_PEER_REASON_EXPIRED,
    3 OVPN_DEL_PEER_REASON_TRANSPORT_ERROR,
    4 OVPN_DEL_PEER_REASON_TRANSPORT_DISCONNECT,
}

enumeration! { KEY_SLOT "ovpn_key_slot":
    0 OVPN_KEY_SLOT_PRIMARY, 1 OVPN_KEY_SLOT_SECONDARY,
}

// in OVPN_CMD_KEY_SWAP_NTF it has 16 bits
select! { KEY_ID number fact(Fact::Length) => {
    2 => U16,
} else U32 }

set! { OVPN_A_PEER "OVPN_A_PEER":
    1 OVPN_A_PEER_ID: U32,
    2 OVPN_A_PEER_REMOTE_IPV4: IPV4,
    3 OVPN_A_PEER_REMOTE_IPV6: IPV6,
    4 OVPN_A_PEER_REMOTE_IPV6_SCOPE_ID: U32,
    5 OVPN_A_PEER_REMOTE_PORT: BE16,
    6 OVPN_A_PEER_SOCKET: U32,
    7 OVPN_A_PEER_SOCKET_NETNSID: S32,
    8 OVPN_A_PEER_VPN_IPV4: IPV4,
    9 OVPN_A_PEER_VPN_IPV6: IPV6,
    10 OVPN_A_PEER_LOCAL_IPV4: IPV4,
    11 OVPN_A_PEER_LOCAL_IPV6: IPV6,
    12 OVPN_A_PEER_LOCAL_PORT: BE16,
    13 OVPN_A_PEER_KEEPALIVE_INTERVAL: U32.unit(Unit::Seconds),
    14 OVPN_A_PEER_KEEPALIVE_TIMEOUT: U32.unit(Unit::Seconds),
    15 OVPN_A_PEER_DEL_REASON: U32.of(&DEL_PEER_REASON),
    16 OVPN_A_PEER_VPN_RX_BYTES: UINT.unit(Unit::Bytes),
    17 OVPN_A_PEER_VPN_TX_BYTES: UINT.unit(Unit::Bytes),
    18 OVPN_A_PEER_VPN_RX_PACKETS: UINT.unit(Unit::Packets),
    19 OVPN_A_PEER_VPN_TX_PACKETS: UINT.unit(Unit::Packets),
    20 OVPN_A_PEER_LINK_RX_BYTES: UINT.unit(Unit::Bytes),
    21 OVPN_A_PEER_LINK_TX_BYTES: UINT.unit(Unit::Bytes),
    22 OVPN_A_PEER_LINK_RX_PACKETS: UINT.unit(Unit::Packets),
    23 OVPN_A_PEER_LINK_TX_PACKETS: UINT.unit(Unit::Packets),
    24 OVPN_A_PEER_TX_ID: U32,
}

set! { OVPN_A_KEYDIR "OVPN_A_KEYDIR":
    1 OVPN_A_KEYDIR_CIPHER_KEY: KEY,
    2 OVPN_A_KEYDIR_NONCE_TAIL: KEY,
}

set! { OVPN_A_KEYCONF "OVPN_A_KEYCONF":
    1 OVPN_A_KEYCONF_PEER_ID: U32,
    2 OVPN_A_KEYCONF_SLOT: U32.of(&KEY_SLOT),
    3 OVPN_A_KEYCONF_KEY_ID: select(&KEY_ID),
    4 OVPN_A_KEYCONF_CIPHER_ALG: U32.of(&CIPHER_ALG),
    5 OVPN_A_KEYCONF_ENCRYPT_DIR: nest(&OVPN_A_KEYDIR),
    6 OVPN_A_KEYCONF_DECRYPT_DIR: nest(&OVPN_A_KEYDIR),
}

set! { OVPN_A "OVPN_A":
    1 OVPN_A_IFINDEX: IFINDEX,
    2 OVPN_A_PEER: nest(&OVPN_A_PEER),
    3 OVPN_A_KEYCONF: nest(&OVPN_A_KEYCONF),
}

messages! { MESSAGES:
    1 OVPN_CMD_PEER_NEW New, [] {OVPN_A};
    2 OVPN_CMD_PEER_SET New, [] {OVPN_A};
    3 OVPN_CMD_PEER_GET Get, [] {OVPN_A};
    4 OVPN_CMD_PEER_DEL Del, [] {OVPN_A};
    5 OVPN_CMD_PEER_DEL_NTF Del, [] {OVPN_A};
    6 OVPN_CMD_KEY_NEW New, [] {OVPN_A};
    7 OVPN_CMD_KEY_GET Get, [] {OVPN_A};
    8 OVPN_CMD_KEY_SWAP Other, [] {OVPN_A};
    9 OVPN_CMD_KEY_SWAP_NTF Other, [] {OVPN_A};
    10 OVPN_CMD_KEY_DEL Del, [] {OVPN_A};
    11 OVPN_CMD_PEER_FLOAT_NTF Other, [] {OVPN_A};
}

groups! { GROUPS: 0 peers }

/// The record of ovpn.
pub static FAMILY: Family = Family {
    name: crate::name!("ovpn"),
    protocol: Some(16),
    layer: Layer::Generic,
    messages: Cow::Borrowed(MESSAGES),
    groups: Cow::Borrowed(GROUPS),
};
