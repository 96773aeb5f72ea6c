//! A nest of a request, as the kernel looks at it.

use super::policy::{Mode, Policy};

/// The attributes of one nest, and what the kernel checks them by.
#[derive(Clone, Copy)]
pub(super) struct Level<'t> {
    /// By what.
    pub(super) policy: Option<&'t Policy>,
    /// How.
    pub(super) mode: Mode,
    /// The greatest nla_type that is known.
    pub(super) max: u16,
    /// The kernel looks at these bytes for certain.
    pub(super) sure: bool,
    /// Its attributes are entries of an array, each checked by this.
    pub(super) entries: Option<&'t Policy>,
    /// It is a nest that nothing is known of yet: where, with which nla_type.
    pub(super) open: Option<(u32, u16)>,
    /// It is the message's own.
    pub(super) top: bool,
    /// A set of the tables has its attributes.
    pub(super) set: bool,
}

impl Level<'_> {
    pub(super) const NOTHING: Level<'static> = Level {
        policy: None,
        mode: Mode::Unchecked,
        max: 0,
        sure: false,
        entries: None,
        open: None,
        top: false,
        set: false,
    };

    /// Whether an attribute that the policy does not have is refused, told by its number.
    pub(super) fn refuses(&self, number: u16) -> bool {
        match self.mode {
            Mode::Strict => true,
            Mode::Bounded => number == 0 || number > self.max,
            Mode::Liberal => {
                let from = self.policy.map_or(0, |p| p.strict_from);
                from > 0 && number >= from && number <= self.max
            }
            Mode::Unchecked => false,
        }
    }

    /// Whether an attribute's length and nesting are checked strictly.
    pub(super) fn is_strict(&self, number: u16) -> bool {
        let from = self.policy.map_or(0, |p| p.strict_from);
        self.mode == Mode::Strict || (from > 0 && number >= from)
    }
}
