//! nlctrl, the family that tells of the other generic families.
//!
//! Source: `uapi/linux/genetlink.h`, `net/netlink/genetlink.c`.

use super::netlink::NL_POLICY_TYPE_ATTR;
use crate::table::macros::*;
use crate::table::{Family, Layer};
use std::borrow::Cow;

/// nlmsg_type of nlctrl, the only generic family with a fixed id beside VFS_DQUOT and pmcraid.
pub const GENL_ID_CTRL: u16 = 16;

flags! { GENL_OP_FLAGS "genl_op_flags":
    0x01 GENL_ADMIN_PERM, 0x02 GENL_CMD_CAP_DO, 0x04 GENL_CMD_CAP_DUMP,
    0x08 GENL_CMD_CAP_HASPOL, 0x10 GENL_UNS_ADMIN_PERM,
}

set! { CTRL_ATTR_OP "CTRL_ATTR_OP":
    1 CTRL_ATTR_OP_ID: U32,
    2 CTRL_ATTR_OP_FLAGS: U32.of(&GENL_OP_FLAGS),
}

set! { CTRL_ATTR_MCAST_GRP "CTRL_ATTR_MCAST_GRP":
    1 CTRL_ATTR_MCAST_GRP_NAME: NUL_STRING,
    2 CTRL_ATTR_MCAST_GRP_ID: U32,
}

set! { CTRL_ATTR_POLICY "CTRL_ATTR_POLICY":
    1 CTRL_ATTR_POLICY_DO: U32,
    2 CTRL_ATTR_POLICY_DUMP: U32,
}

set! { CTRL_ATTR "CTRL_ATTR":
    1 CTRL_ATTR_FAMILY_ID: U16,
    2 CTRL_ATTR_FAMILY_NAME: NUL_STRING,
    3 CTRL_ATTR_VERSION: U32,
    4 CTRL_ATTR_HDRSIZE: U32,
    5 CTRL_ATTR_MAXATTR: U32,
    6 CTRL_ATTR_OPS: array!(nest(&CTRL_ATTR_OP)),
    7 CTRL_ATTR_MCAST_GROUPS: array!(nest(&CTRL_ATTR_MCAST_GRP)),
    8 CTRL_ATTR_POLICY: map!(map!(nest(&NL_POLICY_TYPE_ATTR))),
    9 CTRL_ATTR_OP_POLICY: map!(nest(&CTRL_ATTR_POLICY)),
    10 CTRL_ATTR_OP: U32,
}

messages! { MESSAGES:
    1 CTRL_CMD_NEWFAMILY New, [] {CTRL_ATTR};
    2 CTRL_CMD_DELFAMILY Del, [] {CTRL_ATTR};
    3 CTRL_CMD_GETFAMILY Get, [] {CTRL_ATTR};
    4 CTRL_CMD_NEWOPS New, [] {CTRL_ATTR};
    5 CTRL_CMD_DELOPS Del, [] {CTRL_ATTR};
    6 CTRL_CMD_GETOPS Get, [] {CTRL_ATTR};
    7 CTRL_CMD_NEWMCAST_GRP New, [] {CTRL_ATTR};
    8 CTRL_CMD_DELMCAST_GRP Del, [] {CTRL_ATTR};
    9 CTRL_CMD_GETMCAST_GRP Get, [] {CTRL_ATTR};
    10 CTRL_CMD_GETPOLICY Get, [] {CTRL_ATTR};
}

groups! { GROUPS: 16 notify }

/// The record of nlctrl.
pub static FAMILY: Family = Family {
    name: crate::name!("nlctrl"),
    protocol: Some(16),
    layer: Layer::Generic,
    messages: Cow::Borrowed(MESSAGES),
    groups: Cow::Borrowed(GROUPS),
};
