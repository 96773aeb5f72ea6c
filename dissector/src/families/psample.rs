//! psample: sampled packets, and where they were taken.
//!
//! Source: `uapi/linux/psample.h`, `uapi/linux/erspan.h`, `net/psample/psample.c`,
//! `include/net/psample.h`, `include/net/geneve.h`.

use super::common::ETH_P;
use crate::special::geneve_options::GENEVE_OPTIONS;
use crate::special::packet;
use crate::table::macros::*;
use crate::table::{Family, Layer, Meaning, Unit};
use std::borrow::Cow;

set! { ATTR "PSAMPLE_ATTR":
    0 PSAMPLE_ATTR_IIFINDEX: U16.meaning(Meaning::Ifindex),
    1 PSAMPLE_ATTR_OIFINDEX: U16.meaning(Meaning::Ifindex),
    2 PSAMPLE_ATTR_ORIGSIZE: U32.unit(Unit::Bytes),
    3 PSAMPLE_ATTR_SAMPLE_GROUP: U32,
    4 PSAMPLE_ATTR_GROUP_SEQ: U32,
    5 PSAMPLE_ATTR_SAMPLE_RATE: U32,
    6 PSAMPLE_ATTR_DATA: special(&packet::PSAMPLE_ATTR_DATA),
    7 PSAMPLE_ATTR_GROUP_REFCOUNT: U32,
    8 PSAMPLE_ATTR_TUNNEL: nest(&TUNNEL_KEY_ATTR),
    9 PSAMPLE_ATTR_PAD: PAD,
    10 PSAMPLE_ATTR_OUT_TC: U16,
    11 PSAMPLE_ATTR_OUT_TC_OCC: U64.unit(Unit::Bytes),
    12 PSAMPLE_ATTR_LATENCY: U64.unit(Unit::Nanoseconds),
    13 PSAMPLE_ATTR_TIMESTAMP: U64.unit(Unit::UnixNanoseconds),
    14 PSAMPLE_ATTR_PROTO: U16.of(&ETH_P),
    15 PSAMPLE_ATTR_USER_COOKIE: BYTES,
    16 PSAMPLE_ATTR_SAMPLE_PROBABILITY: FLAG,
}

set! { TUNNEL_KEY_ATTR "PSAMPLE_TUNNEL_KEY_ATTR":
    0 PSAMPLE_TUNNEL_KEY_ATTR_ID: BE64,
    1 PSAMPLE_TUNNEL_KEY_ATTR_IPV4_SRC: IPV4,
    2 PSAMPLE_TUNNEL_KEY_ATTR_IPV4_DST: IPV4,
    3 PSAMPLE_TUNNEL_KEY_ATTR_TOS: U8.hex(),
    4 PSAMPLE_TUNNEL_KEY_ATTR_TTL: U8,
    5 PSAMPLE_TUNNEL_KEY_ATTR_DONT_FRAGMENT: FLAG,
    6 PSAMPLE_TUNNEL_KEY_ATTR_CSUM: FLAG,
    7 PSAMPLE_TUNNEL_KEY_ATTR_OAM: FLAG,
    8 PSAMPLE_TUNNEL_KEY_ATTR_GENEVE_OPTS: special(&GENEVE_OPTIONS),
    9 PSAMPLE_TUNNEL_KEY_ATTR_TP_SRC: BE16,
    10 PSAMPLE_TUNNEL_KEY_ATTR_TP_DST: BE16,
    11 PSAMPLE_TUNNEL_KEY_ATTR_VXLAN_OPTS: UNUSED,
    12 PSAMPLE_TUNNEL_KEY_ATTR_IPV6_SRC: IPV6,
    13 PSAMPLE_TUNNEL_KEY_ATTR_IPV6_DST: IPV6,
    14 PSAMPLE_TUNNEL_KEY_ATTR_PAD: PAD,
    15 PSAMPLE_TUNNEL_KEY_ATTR_ERSPAN_OPTS: structure(&ERSPAN_METADATA),
    16 PSAMPLE_TUNNEL_KEY_ATTR_IPV4_INFO_BRIDGE: FLAG,
}

structure! { /// What a tunnel of ERSPAN carries beside the packet.
    pub ERSPAN_METADATA "erspan_metadata":
    version: S32,
    u: select(&ERSPAN_VERSION),
}

select! { ERSPAN_VERSION number field("version") => {
    1 => structure(&ERSPAN_INDEX),
} else structure(&ERSPAN_MD2) }

structure! { ERSPAN_INDEX "erspan_metadata.u":
    index: BE32,
    unused: U32.reserved(),
}

structure! { ERSPAN_MD2 "erspan_md2":
    timestamp: BE32,
    sgt: BE16,
    type: bits!(be 1: p 1, ft 5, hwid_upper 2),
    path: bits!(be 1: hwid 4, dir 1, gra 2, o 1),
}

messages! { MESSAGES:
    0 PSAMPLE_CMD_SAMPLE Other, [] {ATTR};
    1 PSAMPLE_CMD_GET_GROUP Get, [] {ATTR};
    2 PSAMPLE_CMD_NEW_GROUP New, [] {ATTR};
    3 PSAMPLE_CMD_DEL_GROUP Del, [] {ATTR};
}

groups! { GROUPS: 0 config, 0 packets }

/// The record of psample.
pub static FAMILY: Family = Family {
    name: crate::name!("psample"),
    protocol: Some(16),
    layer: Layer::Generic,
    messages: Cow::Borrowed(MESSAGES),
    groups: Cow::Borrowed(GROUPS),
};
