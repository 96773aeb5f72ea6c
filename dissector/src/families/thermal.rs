//! thermal: thermal zones, cooling devices, and what happens to them.
//!
//! Source: `uapi/linux/thermal.h`, `drivers/thermal/thermal_netlink.c`.

use crate::table::macros::*;
use crate::table::{Family, Layer, Unit, When};
use std::borrow::Cow;

enumeration! { DEVICE_MODE "thermal_device_mode":
    0 THERMAL_DEVICE_DISABLED, 1 THERMAL_DEVICE_ENABLED,
}

enumeration! { TRIP_TYPE "thermal_trip_type":
    0 THERMAL_TRIP_ACTIVE, 1 THERMAL_TRIP_PASSIVE, 2 THERMAL_TRIP_HOT, 3 THERMAL_TRIP_CRITICAL,
}

flags! { THRESHOLD_WAY "THERMAL_THRESHOLD_WAY":
    0x1 THERMAL_THRESHOLD_WAY_UP, 0x2 THERMAL_THRESHOLD_WAY_DOWN,
}

// a nest holds the same few attributes once for each of what it lists
set! { ATTR "THERMAL_GENL_ATTR":
    1 THERMAL_GENL_ATTR_TZ: sequence(&ATTR),
    2 THERMAL_GENL_ATTR_TZ_ID: U32,
    3 THERMAL_GENL_ATTR_TZ_TEMP: S32.unit(Unit::Millicelsius),
    4 THERMAL_GENL_ATTR_TZ_TRIP: sequence(&ATTR),
    5 THERMAL_GENL_ATTR_TZ_TRIP_ID: U32,
    6 THERMAL_GENL_ATTR_TZ_TRIP_TYPE: U32.of(&TRIP_TYPE),
    7 THERMAL_GENL_ATTR_TZ_TRIP_TEMP: S32.unit(Unit::Millicelsius),
    8 THERMAL_GENL_ATTR_TZ_TRIP_HYST: S32.unit(Unit::Millicelsius),
    9 THERMAL_GENL_ATTR_TZ_MODE: U32.of(&DEVICE_MODE),
    10 THERMAL_GENL_ATTR_TZ_NAME: STRING,
    11 THERMAL_GENL_ATTR_TZ_CDEV_WEIGHT: U32,
    12 THERMAL_GENL_ATTR_TZ_GOV: sequence(&ATTR),
    13 THERMAL_GENL_ATTR_TZ_GOV_NAME: STRING,
    14 THERMAL_GENL_ATTR_CDEV: sequence(&ATTR),
    15 THERMAL_GENL_ATTR_CDEV_ID: U32,
    16 THERMAL_GENL_ATTR_CDEV_CUR_STATE: U32,
    17 THERMAL_GENL_ATTR_CDEV_MAX_STATE: U32,
    18 THERMAL_GENL_ATTR_CDEV_NAME: STRING,
    19 THERMAL_GENL_ATTR_GOV_NAME: STRING,
    20 THERMAL_GENL_ATTR_CPU_CAPABILITY: sequence(&ATTR),
    21 THERMAL_GENL_ATTR_CPU_CAPABILITY_ID: U32,
    22 THERMAL_GENL_ATTR_CPU_CAPABILITY_PERFORMANCE: U32,
    23 THERMAL_GENL_ATTR_CPU_CAPABILITY_EFFICIENCY: U32,
    24 THERMAL_GENL_ATTR_THRESHOLD: sequence(&ATTR),
    25 THERMAL_GENL_ATTR_THRESHOLD_TEMP: S32.unit(Unit::Millicelsius),
    26 THERMAL_GENL_ATTR_THRESHOLD_DIRECTION: U32.of(&THRESHOLD_WAY),
    27 THERMAL_GENL_ATTR_TZ_PREV_TEMP: S32.unit(Unit::Millicelsius),
}

// commands, events and samples have the same numbers; an answer to a command is told from an
// event by an attribute that only it has, or by having none
messages! { MESSAGES:
    0 THERMAL_GENL_SAMPLING_TEMP Other, [] {ATTR};
    1 THERMAL_GENL_CMD_TZ_GET_ID Get if When::Request, [] {ATTR};
    1 THERMAL_GENL_CMD_TZ_GET_ID Get if When::Attribute(0, 1, "THERMAL_GENL_ATTR_TZ"), [] {ATTR};
    1 THERMAL_GENL_EVENT_TZ_CREATE Other, [] {ATTR};
    2 THERMAL_GENL_CMD_TZ_GET_TRIP Get if When::Request, [] {ATTR};
    2 THERMAL_GENL_CMD_TZ_GET_TRIP Get if When::Attribute(0, 4, "THERMAL_GENL_ATTR_TZ_TRIP"), [] {ATTR};
    2 THERMAL_GENL_EVENT_TZ_DELETE Other, [] {ATTR};
    3 THERMAL_GENL_CMD_TZ_GET_TEMP Get if When::Request, [] {ATTR};
    3 THERMAL_GENL_CMD_TZ_GET_TEMP Get if When::Attribute(0, 3, "THERMAL_GENL_ATTR_TZ_TEMP"), [] {ATTR};
    3 THERMAL_GENL_EVENT_TZ_DISABLE Other, [] {ATTR};
    4 THERMAL_GENL_CMD_TZ_GET_GOV Get if When::Request, [] {ATTR};
    4 THERMAL_GENL_CMD_TZ_GET_GOV Get if When::Attribute(0, 13, "THERMAL_GENL_ATTR_TZ_GOV_NAME"), [] {ATTR};
    4 THERMAL_GENL_EVENT_TZ_ENABLE Other, [] {ATTR};
    5 THERMAL_GENL_CMD_TZ_GET_MODE Get if When::Request, [] {ATTR};
    5 THERMAL_GENL_CMD_TZ_GET_MODE Get if When::Attribute(0, 9, "THERMAL_GENL_ATTR_TZ_MODE"), [] {ATTR};
    5 THERMAL_GENL_EVENT_TZ_TRIP_UP Other, [] {ATTR};
    6 THERMAL_GENL_CMD_CDEV_GET Get if When::Request, [] {ATTR};
    6 THERMAL_GENL_CMD_CDEV_GET Get if When::Attribute(0, 14, "THERMAL_GENL_ATTR_CDEV"), [] {ATTR};
    6 THERMAL_GENL_EVENT_TZ_TRIP_DOWN Other, [] {ATTR};
    7 THERMAL_GENL_CMD_THRESHOLD_GET Get if When::Request, [] {ATTR};
    7 THERMAL_GENL_CMD_THRESHOLD_GET Get if When::Attribute(0, 24, "THERMAL_GENL_ATTR_THRESHOLD"), [] {ATTR};
    7 THERMAL_GENL_EVENT_TZ_TRIP_CHANGE Other, [] {ATTR};
    8 THERMAL_GENL_CMD_THRESHOLD_ADD New if When::Request, [] {ATTR};
    8 THERMAL_GENL_CMD_THRESHOLD_ADD New if When::Shorter(1), [] {ATTR};
    8 THERMAL_GENL_EVENT_TZ_TRIP_ADD Other, [] {ATTR};
    9 THERMAL_GENL_CMD_THRESHOLD_DELETE Del if When::Request, [] {ATTR};
    9 THERMAL_GENL_CMD_THRESHOLD_DELETE Del if When::Shorter(1), [] {ATTR};
    9 THERMAL_GENL_EVENT_TZ_TRIP_DELETE Other, [] {ATTR};
    10 THERMAL_GENL_CMD_THRESHOLD_FLUSH Del if When::Request, [] {ATTR};
    10 THERMAL_GENL_CMD_THRESHOLD_FLUSH Del if When::Shorter(1), [] {ATTR};
    10 THERMAL_GENL_EVENT_CDEV_ADD Other, [] {ATTR};
    11 THERMAL_GENL_EVENT_CDEV_DELETE Other, [] {ATTR};
    12 THERMAL_GENL_EVENT_CDEV_STATE_UPDATE Other, [] {ATTR};
    13 THERMAL_GENL_EVENT_TZ_GOV_CHANGE Other, [] {ATTR};
    14 THERMAL_GENL_EVENT_CPU_CAPABILITY_CHANGE Other, [] {ATTR};
    15 THERMAL_GENL_EVENT_THRESHOLD_ADD Other, [] {ATTR};
    16 THERMAL_GENL_EVENT_THRESHOLD_DELETE Other, [] {ATTR};
    17 THERMAL_GENL_EVENT_THRESHOLD_FLUSH Other, [] {ATTR};
    18 THERMAL_GENL_EVENT_THRESHOLD_UP Other, [] {ATTR};
    19 THERMAL_GENL_EVENT_THRESHOLD_DOWN Other, [] {ATTR};
}

groups! { GROUPS: 0 sampling, 0 event }

/// The record of thermal.
pub static FAMILY: Family = Family {
    name: crate::name!("thermal"),
    protocol: Some(16),
    layer: Layer::Generic,
    messages: Cow::Borrowed(MESSAGES),
    groups: Cow::Borrowed(GROUPS),
};
