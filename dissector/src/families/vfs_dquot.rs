//! VFS_DQUOT: warnings of disk quotas. Its id is fixed.
//!
//! Source: `uapi/linux/quota.h`, `fs/quota/netlink.c`.

use crate::table::macros::*;
use crate::table::{Family, Layer};
use std::borrow::Cow;

/// nlmsg_type of VFS_DQUOT, and the number of its only group.
pub const GENL_ID_VFS_DQUOT: u16 = 17;

enumeration! { QTYPE "quota_type":
    0 USRQUOTA, 1 GRPQUOTA, 2 PRJQUOTA,
}

enumeration! { WARNING "QUOTA_NL":
    0 QUOTA_NL_NOWARN,
    1 QUOTA_NL_IHARDWARN,
    2 QUOTA_NL_ISOFTLONGWARN,
    3 QUOTA_NL_ISOFTWARN,
    4 QUOTA_NL_BHARDWARN,
    5 QUOTA_NL_BSOFTLONGWARN,
    6 QUOTA_NL_BSOFTWARN,
    7 QUOTA_NL_IHARDBELOW,
    8 QUOTA_NL_ISOFTBELOW,
    9 QUOTA_NL_BHARDBELOW,
    10 QUOTA_NL_BSOFTBELOW,
}

set! { ATTR "QUOTA_NL_A":
    1 QUOTA_NL_A_QTYPE: U32.of(&QTYPE),
    2 QUOTA_NL_A_EXCESS_ID: U64,
    3 QUOTA_NL_A_WARNING: U32.of(&WARNING),
    4 QUOTA_NL_A_DEV_MAJOR: U32,
    5 QUOTA_NL_A_DEV_MINOR: U32,
    6 QUOTA_NL_A_CAUSED_ID: U64,
    7 QUOTA_NL_A_PAD: PAD,
}

messages! { MESSAGES:
    1 QUOTA_NL_C_WARNING Other, [] {ATTR};
}

groups! { GROUPS: 17 events }

/// The record of VFS_DQUOT.
pub static FAMILY: Family = Family {
    name: crate::name!("VFS_DQUOT"),
    protocol: Some(16),
    layer: Layer::Generic,
    messages: Cow::Borrowed(MESSAGES),
    groups: Cow::Borrowed(GROUPS),
};
