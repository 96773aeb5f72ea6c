//! vdpa: virtio data path accelerators, the devices that they make and how these are set up.
//!
//! Source: `uapi/linux/vdpa.h`, `drivers/vdpa/vdpa.c`.

mod virtio;

use crate::table::macros::*;
use crate::table::{Family, Layer, Unit};
use std::borrow::Cow;
use virtio::{BLK_FEATURES, CLASSES, FEATURES, NET_FEATURES, NET_S, VIRTIO_ID};

// what the bits of a feature mean hangs on the kind of device
select! { DEV_FEATURES number attribute("VDPA_ATTR_DEV_ID") => {
    1 => U64.of(&NET_FEATURES),
    2 => U64.of(&BLK_FEATURES),
} else U64.of(&FEATURES) }

select! { MGMTDEV_FEATURES number attribute("VDPA_ATTR_MGMTDEV_SUPPORTED_CLASSES") => {
    2 => U64.of(&NET_FEATURES),
    4 => U64.of(&BLK_FEATURES),
} else U64.of(&FEATURES) }

// names and values of a vendor's statistics follow one another in pairs
set! { ATTR "VDPA_ATTR":
    0 VDPA_ATTR_PAD: PAD,
    1 VDPA_ATTR_MGMTDEV_BUS_NAME: NUL_STRING,
    2 VDPA_ATTR_MGMTDEV_DEV_NAME: STRING,
    3 VDPA_ATTR_MGMTDEV_SUPPORTED_CLASSES: U64.of(&CLASSES),
    4 VDPA_ATTR_DEV_NAME: STRING,
    5 VDPA_ATTR_DEV_ID: U32.of(&VIRTIO_ID),
    6 VDPA_ATTR_DEV_VENDOR_ID: U32.hex(),
    7 VDPA_ATTR_DEV_MAX_VQS: U32,
    8 VDPA_ATTR_DEV_MAX_VQ_SIZE: U16,
    9 VDPA_ATTR_DEV_MIN_VQ_SIZE: U16,
    10 VDPA_ATTR_DEV_NET_CFG_MACADDR: MAC,
    11 VDPA_ATTR_DEV_NET_STATUS: U16.of(&NET_S),
    12 VDPA_ATTR_DEV_NET_CFG_MAX_VQP: U16,
    13 VDPA_ATTR_DEV_NET_CFG_MTU: U16.unit(Unit::Bytes),
    14 VDPA_ATTR_DEV_NEGOTIATED_FEATURES: select(&DEV_FEATURES),
    15 VDPA_ATTR_DEV_MGMTDEV_MAX_VQS: U32,
    16 VDPA_ATTR_DEV_SUPPORTED_FEATURES: select(&MGMTDEV_FEATURES),
    17 VDPA_ATTR_DEV_QUEUE_INDEX: U32,
    18 VDPA_ATTR_DEV_VENDOR_ATTR_NAME: STRING.multi(),
    19 VDPA_ATTR_DEV_VENDOR_ATTR_VALUE: U64.multi(),
    20 VDPA_ATTR_DEV_FEATURES: select(&DEV_FEATURES),
    21 VDPA_ATTR_DEV_BLK_CFG_CAPACITY: U64,
    22 VDPA_ATTR_DEV_BLK_CFG_SIZE_MAX: U32.unit(Unit::Bytes),
    23 VDPA_ATTR_DEV_BLK_CFG_BLK_SIZE: U32.unit(Unit::Bytes),
    24 VDPA_ATTR_DEV_BLK_CFG_SEG_MAX: U32,
    25 VDPA_ATTR_DEV_BLK_CFG_NUM_QUEUES: U16,
    26 VDPA_ATTR_DEV_BLK_CFG_PHY_BLK_EXP: U8,
    27 VDPA_ATTR_DEV_BLK_CFG_ALIGN_OFFSET: U8,
    28 VDPA_ATTR_DEV_BLK_CFG_MIN_IO_SIZE: U16,
    29 VDPA_ATTR_DEV_BLK_CFG_OPT_IO_SIZE: U32,
    30 VDPA_ATTR_DEV_BLK_CFG_MAX_DISCARD_SEC: U32,
    31 VDPA_ATTR_DEV_BLK_CFG_MAX_DISCARD_SEG: U32,
    32 VDPA_ATTR_DEV_BLK_CFG_DISCARD_SEC_ALIGN: U32,
    33 VDPA_ATTR_DEV_BLK_CFG_MAX_WRITE_ZEROES_SEC: U32,
    34 VDPA_ATTR_DEV_BLK_CFG_MAX_WRITE_ZEROES_SEG: U32,
    35 VDPA_ATTR_DEV_BLK_READ_ONLY: BOOL,
    36 VDPA_ATTR_DEV_BLK_FLUSH: BOOL,
}

messages! { MESSAGES:
    1 VDPA_CMD_MGMTDEV_NEW New, [] {ATTR};
    2 VDPA_CMD_MGMTDEV_GET Get, [] {ATTR};
    3 VDPA_CMD_DEV_NEW New, [] {ATTR};
    4 VDPA_CMD_DEV_DEL Del, [] {ATTR};
    5 VDPA_CMD_DEV_GET Get, [] {ATTR};
    6 VDPA_CMD_DEV_CONFIG_GET Get, [] {ATTR};
    7 VDPA_CMD_DEV_VSTATS_GET Get, [] {ATTR};
    8 VDPA_CMD_DEV_ATTR_SET New, [] {ATTR};
}

/// The record of vdpa.
pub static FAMILY: Family = Family {
    name: crate::name!("vdpa"),
    protocol: Some(16),
    layer: Layer::Generic,
    messages: Cow::Borrowed(MESSAGES),
    groups: Cow::Borrowed(&[]),
};
