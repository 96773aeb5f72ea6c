//! NC-SI: how a management controller talks to a network controller beside it.
//!
//! Source: `uapi/linux/ncsi.h`, `net/ncsi/ncsi-netlink.c`.

mod packet;

use crate::table::macros::*;
use crate::table::{Family, Layer};
use packet::NCSI_PKT_HDR;
use std::borrow::Cow;

set! { VLAN_LIST "NCSI_CHANNEL_ATTR_VLAN_LIST":
    10 NCSI_CHANNEL_ATTR_VLAN_ID: U16.multi(),
}

set! { NCSI_CHANNEL_ATTR "NCSI_CHANNEL_ATTR":
    2 NCSI_CHANNEL_ATTR_ID: U32,
    3 NCSI_CHANNEL_ATTR_VERSION_MAJOR: U32,
    4 NCSI_CHANNEL_ATTR_VERSION_MINOR: U32,
    5 NCSI_CHANNEL_ATTR_VERSION_STR: STRING,
    6 NCSI_CHANNEL_ATTR_LINK_STATE: U32.hex(),
    7 NCSI_CHANNEL_ATTR_ACTIVE: FLAG,
    8 NCSI_CHANNEL_ATTR_FORCED: FLAG,
    9 NCSI_CHANNEL_ATTR_VLAN_LIST: nest(&VLAN_LIST),
}

set! { CHANNEL_LIST "NCSI_PKG_ATTR_CHANNEL_LIST":
    1 NCSI_CHANNEL_ATTR: nest(&NCSI_CHANNEL_ATTR).multi(),
}

set! { NCSI_PKG_ATTR "NCSI_PKG_ATTR":
    2 NCSI_PKG_ATTR_ID: U32,
    3 NCSI_PKG_ATTR_FORCED: FLAG,
    4 NCSI_PKG_ATTR_CHANNEL_LIST: nest(&CHANNEL_LIST),
}

set! { PACKAGE_LIST "NCSI_ATTR_PACKAGE_LIST":
    1 NCSI_PKG_ATTR: nest(&NCSI_PKG_ATTR).multi(),
}

set! { NCSI_ATTR "NCSI_ATTR":
    1 NCSI_ATTR_IFINDEX: IFINDEX,
    2 NCSI_ATTR_PACKAGE_LIST: nest(&PACKAGE_LIST),
    3 NCSI_ATTR_PACKAGE_ID: U32,
    4 NCSI_ATTR_CHANNEL_ID: U32,
    5 NCSI_ATTR_DATA: structure(&NCSI_PKT_HDR),
    6 NCSI_ATTR_MULTI_FLAG: FLAG,
    7 NCSI_ATTR_PACKAGE_MASK: U32.hex(),
    8 NCSI_ATTR_CHANNEL_MASK: U32.hex(),
}

messages! { MESSAGES:
    1 NCSI_CMD_PKG_INFO Get, [] {NCSI_ATTR};
    2 NCSI_CMD_SET_INTERFACE Other, [] {NCSI_ATTR};
    3 NCSI_CMD_CLEAR_INTERFACE Other, [] {NCSI_ATTR};
    4 NCSI_CMD_SEND_CMD Other, [] {NCSI_ATTR};
    5 NCSI_CMD_SET_PACKAGE_MASK Other, [] {NCSI_ATTR};
    6 NCSI_CMD_SET_CHANNEL_MASK Other, [] {NCSI_ATTR};
}

/// The record of NCSI.
pub static FAMILY: Family = Family {
    name: crate::name!("NCSI"),
    protocol: Some(16),
    layer: Layer::Generic,
    messages: Cow::Borrowed(MESSAGES),
    groups: Cow::Borrowed(&[]),
};
