//! Sets of attributes.

use super::{Kind, Name};
use std::borrow::Cow;

/// One attribute of a set.
#[derive(Clone, Debug)]
pub struct Attribute {
    /// The kernel's constant.
    pub name: Name,
    /// Its value: nla_type without NLA_F_NESTED and NLA_F_NET_BYTEORDER.
    pub value: u16,
    /// What the payload is.
    pub kind: Kind,
    /// Other constants of the same value, accepted in filters.
    pub aliases: &'static [&'static str],
}

/// A set of attributes: what may stand in a message or a nest.
#[derive(Clone, Debug)]
pub struct Set {
    /// Name, unique among the tables: the prefix of the constants.
    pub name: Name,
    /// Sorted by value.
    pub attributes: Cow<'static, [Attribute]>,
    /// By nla_type: position in `attributes` plus one, or 0.
    pub index: Cow<'static, [u16]>,
}

impl Set {
    /// A set made at run time; attributes are sorted here, the first of equal values stays.
    pub fn new(name: Name, mut attributes: Vec<Attribute>) -> Set {
        attributes.sort_by_key(|a| a.value);
        attributes.dedup_by_key(|a| a.value);
        let mut index = vec![0; attributes.last().map_or(0, |a| usize::from(a.value) + 1)];
        for (i, a) in attributes.iter().enumerate() {
            if let Some(slot) = index.get_mut(usize::from(a.value)) {
                *slot = u16::try_from(i + 1).unwrap_or(0);
            }
        }
        Set {
            name,
            attributes: Cow::Owned(attributes),
            index: Cow::Owned(index),
        }
    }

    /// The attribute of a type, in constant time.
    #[inline]
    pub fn get(&self, nla_type: u16) -> Option<&Attribute> {
        let at = *self.index.get(usize::from(nla_type))?;
        self.attributes.get(usize::from(at).wrapping_sub(1))
    }

    /// The attribute of a name or alias.
    pub fn named(&self, name: &str) -> Option<&Attribute> {
        self.attributes
            .iter()
            .find(|a| a.name.as_str() == name || a.aliases.contains(&name))
    }
}

/// Where a set is: compiled in, or loaded into [`super::Tables`] at run time.
///
/// Sets nest themselves, so plain references would have to go in circles; an index
/// costs nothing and lets loaded tables be dropped.
#[derive(Clone, Copy, Debug)]
pub enum SetRef {
    /// A built-in set.
    Static(&'static Set),
    /// Position among the loaded sets of the [`super::Tables`] that the walk is given.
    Loaded(u32),
}

impl PartialEq for SetRef {
    fn eq(&self, other: &SetRef) -> bool {
        match (self, other) {
            (SetRef::Static(a), SetRef::Static(b)) => std::ptr::eq(*a, *b),
            (SetRef::Loaded(a), SetRef::Loaded(b)) => a == b,
            _ => false,
        }
    }
}

/// The largest value of a set, for the size of its index.
#[doc(hidden)]
#[allow(
    clippy::indexing_slicing,
    reason = "statics call it: an index out of reach does not compile"
)]
pub const fn max_value(attributes: &[(u16, &str)]) -> usize {
    let mut max = 0;
    let mut i = 0;
    while i < attributes.len() {
        if i > 0 {
            assert!(
                attributes[i - 1].0 < attributes[i].0,
                "attributes must be sorted by value"
            );
        }
        max = attributes[i].0 as usize;
        i += 1;
    }
    max
}

/// The index of a set, see [`Set::index`].
#[doc(hidden)]
#[allow(
    clippy::indexing_slicing,
    reason = "statics call it: an index out of reach does not compile"
)]
pub const fn index<const M: usize>(attributes: &[(u16, &str)]) -> [u16; M] {
    let mut index = [0; M];
    let mut i = 0;
    while i < attributes.len() {
        index[attributes[i].0 as usize] = i as u16 + 1;
        i += 1;
    }
    index
}
