//! nft-compat: which revisions of the matches and targets of xtables there are.
//!
//! Source: `uapi/linux/netfilter/nf_tables_compat.h`, `net/netfilter/nft_compat.c`.

use super::NFGENMSG;
use crate::table::macros::*;
use crate::table::{Family, Layer};
use std::borrow::Cow;

set! { NFTA_COMPAT "NFTA_COMPAT":
    1 NFTA_COMPAT_NAME: NUL_STRING,
    2 NFTA_COMPAT_REV: BE32,
    3 NFTA_COMPAT_TYPE: BE32,
}

messages! { MESSAGES:
    0 NFNL_MSG_COMPAT_GET Get, [NFGENMSG] {NFTA_COMPAT};
}

/// The record of nft-compat.
pub static FAMILY: Family = Family {
    name: crate::name!("nft-compat"),
    protocol: Some(12),
    layer: Layer::Subsystem(11),
    messages: Cow::Borrowed(MESSAGES),
    groups: Cow::Borrowed(&[]),
};
