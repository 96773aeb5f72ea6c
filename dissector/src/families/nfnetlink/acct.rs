//! acct: named counters with quotas (`nfacct`).
//!
//! Source: `uapi/linux/netfilter/nfnetlink_acct.h`, `net/netfilter/nfnetlink_acct.c`.

use super::NFGENMSG;
use crate::table::macros::*;
use crate::table::{Family, Layer, Unit};
use std::borrow::Cow;

flags! { NFNL_ACCT_FLAGS "nfnl_acct_flags":
    0x1 NFACCT_F_QUOTA_PKTS, 0x2 NFACCT_F_QUOTA_BYTES, 0x4 NFACCT_F_OVERQUOTA,
}

set! { NFACCT_FILTER "NFACCT_FILTER":
    1 NFACCT_FILTER_MASK: BE32.of(&NFNL_ACCT_FLAGS),
    2 NFACCT_FILTER_VALUE: BE32.of(&NFNL_ACCT_FLAGS),
}

set! { NFACCT "NFACCT":
    1 NFACCT_NAME: NUL_STRING,
    2 NFACCT_PKTS: BE64.unit(Unit::Packets),
    3 NFACCT_BYTES: BE64.unit(Unit::Bytes),
    4 NFACCT_USE: BE32,
    5 NFACCT_FLAGS: BE32.of(&NFNL_ACCT_FLAGS),
    6 NFACCT_QUOTA: select(&QUOTA),
    7 NFACCT_FILTER: nest(&NFACCT_FILTER),
    8 NFACCT_PAD: PAD,
}

select! { QUOTA number attribute("NFACCT_FLAGS") => {
    1 => BE64.unit(Unit::Packets),
    2 => BE64.unit(Unit::Bytes),
    5 => BE64.unit(Unit::Packets),
    6 => BE64.unit(Unit::Bytes),
} else BE64 }

messages! { MESSAGES:
    0 NFNL_MSG_ACCT_NEW New, [NFGENMSG] {NFACCT};
    1 NFNL_MSG_ACCT_GET Get, [NFGENMSG] {NFACCT};
    2 NFNL_MSG_ACCT_GET_CTRZERO Get, [NFGENMSG] {NFACCT};
    3 NFNL_MSG_ACCT_DEL Del, [NFGENMSG] {NFACCT};
    4 NFNL_MSG_ACCT_OVERQUOTA Other, [NFGENMSG] {NFACCT};
}

groups! { GROUPS: 8 NFNLGRP_ACCT_QUOTA }

/// The record of acct.
pub static FAMILY: Family = Family {
    name: crate::name!("acct"),
    protocol: Some(12),
    layer: Layer::Subsystem(7),
    messages: Cow::Borrowed(MESSAGES),
    groups: Cow::Borrowed(GROUPS),
};
