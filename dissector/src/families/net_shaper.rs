//! net-shaper: limits of bandwidth that a device keeps itself.
//!
//! Source: `uapi/linux/net_shaper.h`, `net/shaper/shaper.c`, `net/shaper/shaper_nl_gen.c`.

use crate::table::macros::*;
use crate::table::{Family, Layer, Unit};
use std::borrow::Cow;

enumeration! { SCOPE "net_shaper_scope":
    0 NET_SHAPER_SCOPE_UNSPEC, 1 NET_SHAPER_SCOPE_NETDEV, 2 NET_SHAPER_SCOPE_QUEUE,
    3 NET_SHAPER_SCOPE_NODE,
}

enumeration! { METRIC "net_shaper_metric":
    0 NET_SHAPER_METRIC_BPS, 1 NET_SHAPER_METRIC_PPS,
}

select! { BANDWIDTH number attribute("NET_SHAPER_A_METRIC") => {
    1 => UINT.unit(Unit::PacketsPerSecond),
} else UINT.unit(Unit::BitsPerSecond) }

select! { BURST number attribute("NET_SHAPER_A_METRIC") => {
    1 => UINT.unit(Unit::Packets),
} else UINT.unit(Unit::Bytes) }

set! { NET_SHAPER_A_HANDLE "NET_SHAPER_A_HANDLE":
    1 NET_SHAPER_A_HANDLE_SCOPE: U32.of(&SCOPE),
    2 NET_SHAPER_A_HANDLE_ID: U32,
}

set! { LEAVES "NET_SHAPER_A_LEAVES":
    1 NET_SHAPER_A_HANDLE: nest(&NET_SHAPER_A_HANDLE),
    6 NET_SHAPER_A_PRIORITY: U32,
    7 NET_SHAPER_A_WEIGHT: U32,
}

set! { NET_SHAPER_A "NET_SHAPER_A":
    1 NET_SHAPER_A_HANDLE: nest(&NET_SHAPER_A_HANDLE),
    2 NET_SHAPER_A_METRIC: U32.of(&METRIC),
    3 NET_SHAPER_A_BW_MIN: select(&BANDWIDTH),
    4 NET_SHAPER_A_BW_MAX: select(&BANDWIDTH),
    5 NET_SHAPER_A_BURST: select(&BURST),
    6 NET_SHAPER_A_PRIORITY: U32,
    7 NET_SHAPER_A_WEIGHT: U32,
    8 NET_SHAPER_A_IFINDEX: IFINDEX,
    9 NET_SHAPER_A_PARENT: nest(&NET_SHAPER_A_HANDLE),
    10 NET_SHAPER_A_LEAVES: nest(&LEAVES).multi(),
}

set! { NET_SHAPER_A_CAPS "NET_SHAPER_A_CAPS":
    1 NET_SHAPER_A_CAPS_IFINDEX: IFINDEX,
    2 NET_SHAPER_A_CAPS_SCOPE: U32.of(&SCOPE),
    3 NET_SHAPER_A_CAPS_SUPPORT_METRIC_BPS: FLAG,
    4 NET_SHAPER_A_CAPS_SUPPORT_METRIC_PPS: FLAG,
    5 NET_SHAPER_A_CAPS_SUPPORT_NESTING: FLAG,
    6 NET_SHAPER_A_CAPS_SUPPORT_BW_MIN: FLAG,
    7 NET_SHAPER_A_CAPS_SUPPORT_BW_MAX: FLAG,
    8 NET_SHAPER_A_CAPS_SUPPORT_BURST: FLAG,
    9 NET_SHAPER_A_CAPS_SUPPORT_PRIORITY: FLAG,
    10 NET_SHAPER_A_CAPS_SUPPORT_WEIGHT: FLAG,
}

messages! { MESSAGES:
    1 NET_SHAPER_CMD_GET Get, [] {NET_SHAPER_A};
    2 NET_SHAPER_CMD_SET New, [] {NET_SHAPER_A};
    3 NET_SHAPER_CMD_DELETE Del, [] {NET_SHAPER_A};
    4 NET_SHAPER_CMD_GROUP New, [] {NET_SHAPER_A};
    5 NET_SHAPER_CMD_CAP_GET Get, [] {NET_SHAPER_A_CAPS};
}

groups! { GROUPS: }

/// The record of net-shaper.
pub static FAMILY: Family = Family {
    name: crate::name!("net-shaper"),
    protocol: Some(16),
    layer: Layer::Generic,
    messages: Cow::Borrowed(MESSAGES),
    groups: Cow::Borrowed(GROUPS),
};
