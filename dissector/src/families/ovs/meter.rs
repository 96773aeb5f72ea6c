//! ovs_meter: limits of rate that flows share.
//!
//! Source: `uapi/linux/openvswitch.h`, `net/openvswitch/meter.c`.

use super::{OVS_FLOW_STATS, OVS_HEADER};
use crate::table::macros::*;
use crate::table::{Family, Layer, Unit};
use std::borrow::Cow;

enumeration! { BAND_TYPE "ovs_meter_band_type":
    0 OVS_METER_BAND_TYPE_UNSPEC, 1 OVS_METER_BAND_TYPE_DROP,
}

select! { RATE number attribute("OVS_METER_ATTR_KBPS") => {
    1 => U32.unit(Unit::KilobitsPerSecond),
} else U32.unit(Unit::PacketsPerSecond) }

// BURST counts kilobits or packets, as OVS_METER_ATTR_KBPS says
set! { OVS_BAND_ATTR "OVS_BAND_ATTR":
    1 OVS_BAND_ATTR_TYPE: U32.of(&BAND_TYPE),
    2 OVS_BAND_ATTR_RATE: select(&RATE),
    3 OVS_BAND_ATTR_BURST: U32,
    4 OVS_BAND_ATTR_STATS: structure(&OVS_FLOW_STATS),
}

set! { OVS_METER_ATTR "OVS_METER_ATTR":
    1 OVS_METER_ATTR_ID: U32,
    2 OVS_METER_ATTR_KBPS: FLAG,
    3 OVS_METER_ATTR_STATS: structure(&OVS_FLOW_STATS),
    4 OVS_METER_ATTR_BANDS: array!(nest(&OVS_BAND_ATTR)),
    5 OVS_METER_ATTR_USED: U64.unit(Unit::Milliseconds),
    6 OVS_METER_ATTR_CLEAR: FLAG,
    7 OVS_METER_ATTR_MAX_METERS: U32,
    8 OVS_METER_ATTR_MAX_BANDS: U32,
    9 OVS_METER_ATTR_PAD: PAD,
}

messages! { MESSAGES:
    1 OVS_METER_CMD_FEATURES Get, [OVS_HEADER] {OVS_METER_ATTR};
    2 OVS_METER_CMD_SET New, [OVS_HEADER] {OVS_METER_ATTR};
    3 OVS_METER_CMD_DEL Del, [OVS_HEADER] {OVS_METER_ATTR};
    4 OVS_METER_CMD_GET Get, [OVS_HEADER] {OVS_METER_ATTR};
}

groups! { GROUPS: 0 ovs_meter }

/// The record of ovs_meter.
pub static FAMILY: Family = Family {
    name: crate::name!("ovs_meter"),
    protocol: Some(16),
    layer: Layer::Generic,
    messages: Cow::Borrowed(MESSAGES),
    groups: Cow::Borrowed(GROUPS),
};
