//! hook: which functions are registered at the hooks of netfilter.
//!
//! Source: `uapi/linux/netfilter/nfnetlink_hook.h`, `net/netfilter/nfnetlink_hook.c`.

use super::{HOOK32, NFGENMSG, NFPROTO};
use crate::table::macros::*;
use crate::table::{Family, Layer};
use std::borrow::Cow;

enumeration! { NFNL_HOOK_CHAINTYPE "nfnl_hook_chaintype":
    1 NFNL_HOOK_TYPE_NFTABLES, 2 NFNL_HOOK_TYPE_BPF, 3 NFNL_HOOK_TYPE_NFT_FLOWTABLE,
}

set! { NFNLA_CHAIN "NFNLA_CHAIN":
    1 NFNLA_CHAIN_TABLE: STRING,
    2 NFNLA_CHAIN_FAMILY: U8.of(&NFPROTO),
    3 NFNLA_CHAIN_NAME: STRING,
}

set! { NFNLA_HOOK_BPF "NFNLA_HOOK_BPF":
    1 NFNLA_HOOK_BPF_ID: BE32,
}

select! { DESC number attribute("NFNLA_HOOK_INFO_TYPE") => {
    1 => nest(&NFNLA_CHAIN),
    2 => nest(&NFNLA_HOOK_BPF),
    3 => nest(&NFNLA_CHAIN),
} else BYTES }

set! { NFNLA_HOOK_INFO "NFNLA_HOOK_INFO":
    1 NFNLA_HOOK_INFO_DESC: select(&DESC),
    2 NFNLA_HOOK_INFO_TYPE: BE32.of(&NFNL_HOOK_CHAINTYPE),
}

set! { NFNLA_HOOK "NFNLA_HOOK":
    1 NFNLA_HOOK_HOOKNUM: select(&HOOK32),
    2 NFNLA_HOOK_PRIORITY: SBE32,
    3 NFNLA_HOOK_DEV: STRING,
    4 NFNLA_HOOK_FUNCTION_NAME: NUL_STRING,
    5 NFNLA_HOOK_MODULE_NAME: NUL_STRING,
    6 NFNLA_HOOK_CHAIN_INFO: nest(&NFNLA_HOOK_INFO),
}

messages! { MESSAGES:
    0 NFNL_MSG_HOOK_GET Get, [NFGENMSG] {NFNLA_HOOK};
}

/// The record of hook.
pub static FAMILY: Family = Family {
    name: crate::name!("hook"),
    protocol: Some(12),
    layer: Layer::Subsystem(12),
    messages: Cow::Borrowed(MESSAGES),
    groups: Cow::Borrowed(&[]),
};
