//! The built-in tables: one file a family, one line an attribute.
//!
//! A new family is a file here and a line in [`ALL`]; see docs/ADD_A_FAMILY.md.

use crate::table::Family;

pub mod common;
pub mod errno;
pub mod netlink;
pub mod nlctrl;
pub mod protocols;
pub mod tc;

/// All built-in families.
pub static ALL: &[&Family] = &[
    &netlink::FAMILY,
    &nlctrl::FAMILY,
    &tc::FAMILY,
];
