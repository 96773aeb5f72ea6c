//! l2tp: L2TP tunnels and their sessions.
//!
//! Source: `uapi/linux/l2tp.h`, `net/l2tp/l2tp_netlink.c`.

use crate::table::macros::*;
use crate::table::{Family, Layer, Unit};
use std::borrow::Cow;

enumeration! { PWTYPE "l2tp_pwtype":
    0 L2TP_PWTYPE_NONE,
    4 L2TP_PWTYPE_ETH_VLAN,
    5 L2TP_PWTYPE_ETH,
    7 L2TP_PWTYPE_PPP,
    8 L2TP_PWTYPE_PPP_AC,
    11 L2TP_PWTYPE_IP,
}

enumeration! { ENCAP_TYPE "l2tp_encap_type":
    0 L2TP_ENCAPTYPE_UDP, 1 L2TP_ENCAPTYPE_IP,
}

enumeration! { SEQMODE "l2tp_seqmode":
    0 L2TP_SEQ_NONE, 1 L2TP_SEQ_IP, 2 L2TP_SEQ_ALL,
}

enumeration! { L2SPEC_TYPE "l2tp_l2spec_type":
    0 L2TP_L2SPECTYPE_NONE, 1 L2TP_L2SPECTYPE_DEFAULT,
}

flags! { DEBUG "l2tp_debug_flags":
    0x1 L2TP_MSG_DEBUG, 0x2 L2TP_MSG_CONTROL, 0x4 L2TP_MSG_SEQ, 0x8 L2TP_MSG_DATA,
}

set! { ATTR "L2TP_ATTR":
    1 L2TP_ATTR_PW_TYPE: U16.of(&PWTYPE),
    2 L2TP_ATTR_ENCAP_TYPE: U16.of(&ENCAP_TYPE),
    3 L2TP_ATTR_OFFSET: U16.unit(Unit::Bytes),
    4 L2TP_ATTR_DATA_SEQ: U8.of(&SEQMODE),
    5 L2TP_ATTR_L2SPEC_TYPE: U8.of(&L2SPEC_TYPE),
    6 L2TP_ATTR_L2SPEC_LEN: U8.unit(Unit::Bytes),
    7 L2TP_ATTR_PROTO_VERSION: U8,
    8 L2TP_ATTR_IFNAME: NUL_STRING,
    9 L2TP_ATTR_CONN_ID: U32,
    10 L2TP_ATTR_PEER_CONN_ID: U32,
    11 L2TP_ATTR_SESSION_ID: U32,
    12 L2TP_ATTR_PEER_SESSION_ID: U32,
    13 L2TP_ATTR_UDP_CSUM: BOOL,
    14 L2TP_ATTR_VLAN_ID: U16,
    15 L2TP_ATTR_COOKIE: BYTES,
    16 L2TP_ATTR_PEER_COOKIE: BYTES,
    17 L2TP_ATTR_DEBUG: U32.of(&DEBUG),
    18 L2TP_ATTR_RECV_SEQ: BOOL,
    19 L2TP_ATTR_SEND_SEQ: BOOL,
    20 L2TP_ATTR_LNS_MODE: BOOL,
    21 L2TP_ATTR_USING_IPSEC: BOOL,
    22 L2TP_ATTR_RECV_TIMEOUT: U64.unit(Unit::Milliseconds),
    23 L2TP_ATTR_FD: U32,
    24 L2TP_ATTR_IP_SADDR: IPV4,
    25 L2TP_ATTR_IP_DADDR: IPV4,
    26 L2TP_ATTR_UDP_SPORT: U16,
    27 L2TP_ATTR_UDP_DPORT: U16,
    28 L2TP_ATTR_MTU: U16.unit(Unit::Bytes),
    29 L2TP_ATTR_MRU: U16.unit(Unit::Bytes),
    30 L2TP_ATTR_STATS: nest(&STATS),
    31 L2TP_ATTR_IP6_SADDR: IPV6,
    32 L2TP_ATTR_IP6_DADDR: IPV6,
    33 L2TP_ATTR_UDP_ZERO_CSUM6_TX: FLAG,
    34 L2TP_ATTR_UDP_ZERO_CSUM6_RX: FLAG,
    35 L2TP_ATTR_PAD: PAD,
}

set! { STATS "L2TP_ATTR_STATS":
    1 L2TP_ATTR_TX_PACKETS: U64.unit(Unit::Packets),
    2 L2TP_ATTR_TX_BYTES: U64.unit(Unit::Bytes),
    3 L2TP_ATTR_TX_ERRORS: U64.unit(Unit::Packets),
    4 L2TP_ATTR_RX_PACKETS: U64.unit(Unit::Packets),
    5 L2TP_ATTR_RX_BYTES: U64.unit(Unit::Bytes),
    6 L2TP_ATTR_RX_SEQ_DISCARDS: U64.unit(Unit::Packets),
    7 L2TP_ATTR_RX_OOS_PACKETS: U64.unit(Unit::Packets),
    8 L2TP_ATTR_RX_ERRORS: U64.unit(Unit::Packets),
    9 L2TP_ATTR_STATS_PAD: PAD,
    10 L2TP_ATTR_RX_COOKIE_DISCARDS: U64.unit(Unit::Packets),
    11 L2TP_ATTR_RX_INVALID: U64.unit(Unit::Packets),
}

messages! { MESSAGES:
    0 L2TP_CMD_NOOP Other, [] {ATTR};
    1 L2TP_CMD_TUNNEL_CREATE New, [] {ATTR};
    2 L2TP_CMD_TUNNEL_DELETE Del, [] {ATTR};
    3 L2TP_CMD_TUNNEL_MODIFY New, [] {ATTR};
    4 L2TP_CMD_TUNNEL_GET Get, [] {ATTR};
    5 L2TP_CMD_SESSION_CREATE New, [] {ATTR};
    6 L2TP_CMD_SESSION_DELETE Del, [] {ATTR};
    7 L2TP_CMD_SESSION_MODIFY New, [] {ATTR};
    8 L2TP_CMD_SESSION_GET Get, [] {ATTR};
}

groups! { GROUPS: 0 l2tp }

/// The record of l2tp.
pub static FAMILY: Family = Family {
    name: crate::name!("l2tp"),
    protocol: Some(16),
    layer: Layer::Generic,
    messages: Cow::Borrowed(MESSAGES),
    groups: Cow::Borrowed(GROUPS),
};
