//! Work that goes on after a request was acknowledged, and the notifications that end it.

use crate::table::Family;

/// A command that begins work, and what tells its end.
#[derive(Debug)]
pub struct Work {
    /// The generic family.
    pub family: &'static str,
    /// The command that begins it.
    pub begins: u8,
    /// The commands of the notifications that end it.
    pub ends: &'static [u8],
    /// Attributes of the notification that must hold what those of the request hold: each a
    /// path of attribute numbers. One of them must be in both.
    pub by: &'static [&'static [u16]],
}

static ALL: &[Work] = &[];

/// The work that a command begins.
pub(super) fn begun(family: Option<&Family>, command: Option<u8>) -> Option<&'static Work> {
    let (family, command) = (family?, command?);
    let name = family.name.as_str();
    ALL.iter().find(|w| w.begins == command && w.family == name)
}
