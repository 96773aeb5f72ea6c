//! The names that special decoders give to what they find: no table lists them.

use crate::families::rt_route::RTNEXTHOP;
use crate::special;
use crate::table::{Special, Struct};

/// What special decoders name.
pub(super) struct Inside {
    /// The decoders.
    pub(super) of: &'static [&'static Special],
    /// Structs that stand below them.
    pub(super) structs: &'static [&'static Struct],
    /// Other names of nodes, fields and what follows from them.
    pub(super) names: &'static [&'static str],
    /// Those of them whose members the message itself names.
    pub(super) free: &'static [&'static str],
}

impl std::fmt::Debug for Inside {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list().entries(self.of).finish()
    }
}

impl Inside {
    /// Whether they give this name.
    pub(super) fn gives(&self, name: &str) -> bool {
        let field = |s: &&&Struct| {
            s.name.as_str() == name || s.fields.iter().any(|f| f.name.as_str() == name)
        };
        self.names.contains(&name) || self.structs.iter().any(|s| field(&s))
    }
}

/// Bytes that no table describes.
pub(super) static OPAQUE: Inside = Inside {
    of: &[],
    structs: &[],
    names: &["payload", "rest", "trailing"],
    free: &[],
};

/// What a decoder names.
pub(super) fn inside(special: &Special) -> Option<&'static Inside> {
    let of = |i: &&Inside| i.of.iter().any(|s| std::ptr::eq(*s, special));
    ALL.iter().find(of)
}

/// All of them.
pub(super) static ALL: &[Inside] = &[
    Inside {
        of: &[&special::uevent::UEVENT],
        structs: &[],
        names: &[
            "action",
            "devpath",
            "udev",
            "env",
            "monitor_netlink_header",
            "prefix",
            "magic",
            "header_size",
            "properties_off",
            "properties_len",
            "filter_subsystem_hash",
            "filter_devtype_hash",
            "filter_tag_bloom_hi",
            "filter_tag_bloom_lo",
        ],
        free: &["env"],
    },
    Inside {
        of: &[&special::multipath::MULTIPATH],
        structs: &[&RTNEXTHOP],
        names: &[],
        free: &[],
    },
];
