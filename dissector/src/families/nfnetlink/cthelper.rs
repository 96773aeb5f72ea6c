//! cthelper: connection tracking helpers that run in user space.
//!
//! Source: `uapi/linux/netfilter/nfnetlink_cthelper.h`, `net/netfilter/nfnetlink_cthelper.c`.

use super::super::common::IPPROTO;
use super::{BE_SECONDS, NFGENMSG, NFPROTO};
use crate::table::macros::*;
use crate::table::{Family, Layer, Unit};
use std::borrow::Cow;

enumeration! { NFCT_HELPER_STATUS "NFCT_HELPER_STATUS":
    0 NFCT_HELPER_STATUS_DISABLED, 1 NFCT_HELPER_STATUS_ENABLED,
}

set! { NFCTH_TUPLE "NFCTH_TUPLE":
    1 NFCTH_TUPLE_L3PROTONUM: BE16.of(&NFPROTO),
    2 NFCTH_TUPLE_L4PROTONUM: U8.of(&IPPROTO),
}

set! { NFCTH_POLICY "NFCTH_POLICY":
    1 NFCTH_POLICY_NAME: NUL_STRING,
    2 NFCTH_POLICY_EXPECT_MAX: BE32,
    3 NFCTH_POLICY_EXPECT_TIMEOUT: BE_SECONDS,
}

set! { NFCTH_POLICY_SET "NFCTH_POLICY_SET":
    1 NFCTH_POLICY_SET_NUM: BE32,
    2 NFCTH_POLICY_SET1 / NFCTH_POLICY_SET: nest(&NFCTH_POLICY),
    3 NFCTH_POLICY_SET2: nest(&NFCTH_POLICY),
    4 NFCTH_POLICY_SET3: nest(&NFCTH_POLICY),
    5 NFCTH_POLICY_SET4: nest(&NFCTH_POLICY),
}

set! { NFCTH "NFCTH":
    1 NFCTH_NAME: NUL_STRING,
    2 NFCTH_TUPLE: nest(&NFCTH_TUPLE),
    3 NFCTH_QUEUE_NUM: BE32,
    4 NFCTH_POLICY: nest(&NFCTH_POLICY_SET),
    5 NFCTH_PRIV_DATA_LEN: BE32.unit(Unit::Bytes),
    6 NFCTH_STATUS: BE32.of(&NFCT_HELPER_STATUS),
}

messages! { MESSAGES:
    0 NFNL_MSG_CTHELPER_NEW New, [NFGENMSG] {NFCTH};
    1 NFNL_MSG_CTHELPER_GET Get, [NFGENMSG] {NFCTH};
    2 NFNL_MSG_CTHELPER_DEL Del, [NFGENMSG] {NFCTH};
}

/// The record of cthelper.
pub static FAMILY: Family = Family {
    name: crate::name!("cthelper"),
    protocol: Some(12),
    layer: Layer::Subsystem(9),
    messages: Cow::Borrowed(MESSAGES),
    groups: Cow::Borrowed(&[]),
};
