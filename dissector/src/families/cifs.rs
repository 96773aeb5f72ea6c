//! cifs: the SMB client registers with the service witness daemon, which tells it of changes.
//!
//! Source: `uapi/linux/cifs/cifs_netlink.h`, `fs/smb/client/netlink.c`, `fs/smb/client/cifs_swn.c`.

use crate::special::sockaddr::SOCKADDR;
use crate::table::macros::*;
use crate::table::{Family, Layer};
use std::borrow::Cow;

enumeration! { NOTIFICATION_TYPE "cifs_swn_notification_type":
    1 CIFS_SWN_NOTIFICATION_RESOURCE_CHANGE,
    2 CIFS_SWN_NOTIFICATION_CLIENT_MOVE,
    3 CIFS_SWN_NOTIFICATION_SHARE_MOVE,
    4 CIFS_SWN_NOTIFICATION_IP_CHANGE,
}

enumeration! { RESOURCE_STATE "cifs_swn_resource_state":
    0 CIFS_SWN_RESOURCE_STATE_UNKNOWN,
    1 CIFS_SWN_RESOURCE_STATE_AVAILABLE,
    255 CIFS_SWN_RESOURCE_STATE_UNAVAILABLE,
}

set! { ATTR "CIFS_GENL_ATTR":
    1 CIFS_GENL_ATTR_SWN_REGISTRATION_ID: U32,
    2 CIFS_GENL_ATTR_SWN_NET_NAME: STRING,
    3 CIFS_GENL_ATTR_SWN_SHARE_NAME: STRING,
    4 CIFS_GENL_ATTR_SWN_IP: special(&SOCKADDR),
    5 CIFS_GENL_ATTR_SWN_NET_NAME_NOTIFY: FLAG,
    6 CIFS_GENL_ATTR_SWN_SHARE_NAME_NOTIFY: FLAG,
    7 CIFS_GENL_ATTR_SWN_IP_NOTIFY: FLAG,
    8 CIFS_GENL_ATTR_SWN_KRB_AUTH: FLAG,
    9 CIFS_GENL_ATTR_SWN_USER_NAME: STRING,
    10 CIFS_GENL_ATTR_SWN_PASSWORD: KEY,
    11 CIFS_GENL_ATTR_SWN_DOMAIN_NAME: STRING,
    12 CIFS_GENL_ATTR_SWN_NOTIFICATION_TYPE: U32.of(&NOTIFICATION_TYPE),
    13 CIFS_GENL_ATTR_SWN_RESOURCE_STATE: U32.of(&RESOURCE_STATE),
    14 CIFS_GENL_ATTR_SWN_RESOURCE_NAME: STRING,
}

messages! { MESSAGES:
    1 CIFS_GENL_CMD_SWN_REGISTER New, [] {ATTR};
    2 CIFS_GENL_CMD_SWN_UNREGISTER Del, [] {ATTR};
    3 CIFS_GENL_CMD_SWN_NOTIFY Other, [] {ATTR};
}

groups! { GROUPS: 0 cifs_mcgrp_swn }

/// The record of cifs.
pub static FAMILY: Family = Family {
    name: crate::name!("cifs"),
    protocol: Some(16),
    layer: Layer::Generic,
    messages: Cow::Borrowed(MESSAGES),
    groups: Cow::Borrowed(GROUPS),
};
