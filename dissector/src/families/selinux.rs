//! NETLINK_SELINUX: SELinux tells that its mode or its policy changed.
//!
//! Source: `uapi/linux/selinux_netlink.h`, `security/selinux/netlink.c`.

use crate::table::macros::*;
use crate::table::{Family, Layer};
use std::borrow::Cow;

structure! { SELNL_MSG_SETENFORCE "selnl_msg_setenforce":
    val: S32,
}

structure! { SELNL_MSG_POLICYLOAD "selnl_msg_policyload":
    seqno: U32,
}

messages! { MESSAGES:
    16 SELNL_MSG_SETENFORCE Other, [SELNL_MSG_SETENFORCE] -;
    17 SELNL_MSG_POLICYLOAD Other, [SELNL_MSG_POLICYLOAD] -;
}

groups! { GROUPS: 1 SELNLGRP_AVC }

/// The record of NETLINK_SELINUX.
pub static FAMILY: Family = Family {
    name: crate::name!("selinux"),
    protocol: Some(7),
    layer: Layer::Protocol,
    messages: Cow::Borrowed(MESSAGES),
    groups: Cow::Borrowed(GROUPS),
};
