//! TCM-USER: SCSI targets whose back-ends are processes.
//!
//! Source: `uapi/linux/target_core_user.h`, `drivers/target/target_core_user.c`.

use crate::table::macros::*;
use crate::table::{Family, Layer, Meaning, Unit};
use std::borrow::Cow;

set! { ATTR "TCMU_ATTR":
    1 TCMU_ATTR_DEVICE: STRING,
    2 TCMU_ATTR_MINOR: U32,
    3 TCMU_ATTR_PAD: PAD,
    4 TCMU_ATTR_DEV_CFG: STRING,
    5 TCMU_ATTR_DEV_SIZE: U64.unit(Unit::Bytes),
    6 TCMU_ATTR_WRITECACHE: BOOL,
    7 TCMU_ATTR_CMD_STATUS: S32.meaning(Meaning::Errno),
    8 TCMU_ATTR_DEVICE_ID: U32,
    9 TCMU_ATTR_SUPP_KERN_CMD_REPLY: BOOL,
}

messages! { MESSAGES:
    1 TCMU_CMD_ADDED_DEVICE Other, [] {ATTR};
    2 TCMU_CMD_REMOVED_DEVICE Other, [] {ATTR};
    3 TCMU_CMD_RECONFIG_DEVICE Other, [] {ATTR};
    4 TCMU_CMD_ADDED_DEVICE_DONE Other, [] {ATTR};
    5 TCMU_CMD_REMOVED_DEVICE_DONE Other, [] {ATTR};
    6 TCMU_CMD_RECONFIG_DEVICE_DONE Other, [] {ATTR};
    7 TCMU_CMD_SET_FEATURES Other, [] {ATTR};
}

groups! { GROUPS: 0 config }

/// The record of TCM-USER.
pub static FAMILY: Family = Family {
    name: crate::name!("TCM-USER"),
    protocol: Some(16),
    layer: Layer::Generic,
    messages: Cow::Borrowed(MESSAGES),
    groups: Cow::Borrowed(GROUPS),
};
