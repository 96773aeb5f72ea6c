//! drbd: distributed replicated block devices.
//!
//! Source: `uapi/linux/drbd_genl.h`, `uapi/linux/drbd.h`, `uapi/linux/drbd_limits.h`,
//! `drivers/block/drbd/drbd_nl_gen.c`, `drivers/block/drbd/drbd_nl.c`.

mod enums;
mod sets;

use crate::table::macros::*;
use crate::table::{Family, Layer, When};
use enums::{DRBD_GENL_F, RET_CODE};
use sets::DRBD_NLA;
use std::borrow::Cow;

// the second field is a union: flags of a request, the result in what the kernel sends;
// minor is ~0 where it is about a resource or connection
structure! { REQUEST "drbd_genlmsghdr":
    minor: U32,
    flags: U32.of(&DRBD_GENL_F),
}

structure! { REPLY "drbd_genlmsghdr":
    minor: U32,
    ret_code: S32.of(&RET_CODE),
}

messages! { MESSAGES:
    1 DRBD_ADM_EVENT Other, [REPLY] {DRBD_NLA};
    2 DRBD_ADM_GET_STATUS Get if When::Request, [REQUEST] {DRBD_NLA};
    2 DRBD_ADM_GET_STATUS Get, [REPLY] {DRBD_NLA};
    5 DRBD_ADM_NEW_MINOR New if When::Request, [REQUEST] {DRBD_NLA};
    5 DRBD_ADM_NEW_MINOR New, [REPLY] {DRBD_NLA};
    6 DRBD_ADM_DEL_MINOR Del if When::Request, [REQUEST] {DRBD_NLA};
    6 DRBD_ADM_DEL_MINOR Del, [REPLY] {DRBD_NLA};
    7 DRBD_ADM_NEW_RESOURCE New if When::Request, [REQUEST] {DRBD_NLA};
    7 DRBD_ADM_NEW_RESOURCE New, [REPLY] {DRBD_NLA};
    8 DRBD_ADM_DEL_RESOURCE Del if When::Request, [REQUEST] {DRBD_NLA};
    8 DRBD_ADM_DEL_RESOURCE Del, [REPLY] {DRBD_NLA};
    9 DRBD_ADM_RESOURCE_OPTS Other if When::Request, [REQUEST] {DRBD_NLA};
    9 DRBD_ADM_RESOURCE_OPTS Other, [REPLY] {DRBD_NLA};
    10 DRBD_ADM_CONNECT Other if When::Request, [REQUEST] {DRBD_NLA};
    10 DRBD_ADM_CONNECT Other, [REPLY] {DRBD_NLA};
    11 DRBD_ADM_DISCONNECT Other if When::Request, [REQUEST] {DRBD_NLA};
    11 DRBD_ADM_DISCONNECT Other, [REPLY] {DRBD_NLA};
    12 DRBD_ADM_ATTACH Other if When::Request, [REQUEST] {DRBD_NLA};
    12 DRBD_ADM_ATTACH Other, [REPLY] {DRBD_NLA};
    13 DRBD_ADM_RESIZE Other if When::Request, [REQUEST] {DRBD_NLA};
    13 DRBD_ADM_RESIZE Other, [REPLY] {DRBD_NLA};
    14 DRBD_ADM_PRIMARY Other if When::Request, [REQUEST] {DRBD_NLA};
    14 DRBD_ADM_PRIMARY Other, [REPLY] {DRBD_NLA};
    15 DRBD_ADM_SECONDARY Other if When::Request, [REQUEST] {DRBD_NLA};
    15 DRBD_ADM_SECONDARY Other, [REPLY] {DRBD_NLA};
    16 DRBD_ADM_NEW_C_UUID Other if When::Request, [REQUEST] {DRBD_NLA};
    16 DRBD_ADM_NEW_C_UUID Other, [REPLY] {DRBD_NLA};
    17 DRBD_ADM_START_OV Other if When::Request, [REQUEST] {DRBD_NLA};
    17 DRBD_ADM_START_OV Other, [REPLY] {DRBD_NLA};
    18 DRBD_ADM_DETACH Other if When::Request, [REQUEST] {DRBD_NLA};
    18 DRBD_ADM_DETACH Other, [REPLY] {DRBD_NLA};
    19 DRBD_ADM_INVALIDATE Other if When::Request, [REQUEST] {DRBD_NLA};
    19 DRBD_ADM_INVALIDATE Other, [REPLY] {DRBD_NLA};
    20 DRBD_ADM_INVAL_PEER Other if When::Request, [REQUEST] {DRBD_NLA};
    20 DRBD_ADM_INVAL_PEER Other, [REPLY] {DRBD_NLA};
    21 DRBD_ADM_PAUSE_SYNC Other if When::Request, [REQUEST] {DRBD_NLA};
    21 DRBD_ADM_PAUSE_SYNC Other, [REPLY] {DRBD_NLA};
    22 DRBD_ADM_RESUME_SYNC Other if When::Request, [REQUEST] {DRBD_NLA};
    22 DRBD_ADM_RESUME_SYNC Other, [REPLY] {DRBD_NLA};
    23 DRBD_ADM_SUSPEND_IO Other if When::Request, [REQUEST] {DRBD_NLA};
    23 DRBD_ADM_SUSPEND_IO Other, [REPLY] {DRBD_NLA};
    24 DRBD_ADM_RESUME_IO Other if When::Request, [REQUEST] {DRBD_NLA};
    24 DRBD_ADM_RESUME_IO Other, [REPLY] {DRBD_NLA};
    25 DRBD_ADM_OUTDATE Other if When::Request, [REQUEST] {DRBD_NLA};
    25 DRBD_ADM_OUTDATE Other, [REPLY] {DRBD_NLA};
    26 DRBD_ADM_GET_TIMEOUT_TYPE Get if When::Request, [REQUEST] {DRBD_NLA};
    26 DRBD_ADM_GET_TIMEOUT_TYPE Get, [REPLY] {DRBD_NLA};
    27 DRBD_ADM_DOWN Other if When::Request, [REQUEST] {DRBD_NLA};
    27 DRBD_ADM_DOWN Other, [REPLY] {DRBD_NLA};
    28 DRBD_ADM_CHG_DISK_OPTS Other if When::Request, [REQUEST] {DRBD_NLA};
    28 DRBD_ADM_CHG_DISK_OPTS Other, [REPLY] {DRBD_NLA};
    29 DRBD_ADM_CHG_NET_OPTS Other if When::Request, [REQUEST] {DRBD_NLA};
    29 DRBD_ADM_CHG_NET_OPTS Other, [REPLY] {DRBD_NLA};
    30 DRBD_ADM_GET_RESOURCES Get if When::Request, [REQUEST] {DRBD_NLA};
    30 DRBD_ADM_GET_RESOURCES Get, [REPLY] {DRBD_NLA};
    31 DRBD_ADM_GET_DEVICES Get if When::Request, [REQUEST] {DRBD_NLA};
    31 DRBD_ADM_GET_DEVICES Get, [REPLY] {DRBD_NLA};
    32 DRBD_ADM_GET_CONNECTIONS Get if When::Request, [REQUEST] {DRBD_NLA};
    32 DRBD_ADM_GET_CONNECTIONS Get, [REPLY] {DRBD_NLA};
    33 DRBD_ADM_GET_PEER_DEVICES Get if When::Request, [REQUEST] {DRBD_NLA};
    33 DRBD_ADM_GET_PEER_DEVICES Get, [REPLY] {DRBD_NLA};
    34 DRBD_ADM_RESOURCE_STATE Other, [REPLY] {DRBD_NLA};
    35 DRBD_ADM_DEVICE_STATE Other, [REPLY] {DRBD_NLA};
    36 DRBD_ADM_CONNECTION_STATE Other, [REPLY] {DRBD_NLA};
    37 DRBD_ADM_PEER_DEVICE_STATE Other, [REPLY] {DRBD_NLA};
    38 DRBD_ADM_GET_INITIAL_STATE Get if When::Request, [REQUEST] {DRBD_NLA};
    38 DRBD_ADM_GET_INITIAL_STATE Get, [REPLY] {DRBD_NLA};
    40 DRBD_ADM_HELPER Other, [REPLY] {DRBD_NLA};
    41 DRBD_ADM_INITIAL_STATE_DONE Other, [REPLY] {DRBD_NLA};
}

groups! { GROUPS: 0 events }

/// The record of drbd.
pub static FAMILY: Family = Family {
    name: crate::name!("drbd"),
    protocol: Some(16),
    layer: Layer::Generic,
    messages: Cow::Borrowed(MESSAGES),
    groups: Cow::Borrowed(GROUPS),
};
