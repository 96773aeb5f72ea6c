//! Enumerations and bit flags.

use super::Name;
use std::borrow::Cow;

/// One named number of an enumeration, or one bit (or group of bits) of a flag field.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Canonical name.
    pub name: Name,
    /// The number, sign-extended to 64 bits where the field is signed; for flags the mask itself.
    pub value: u64,
    /// Other names of the same number, accepted in filters.
    pub aliases: &'static [&'static str],
}

/// An enumeration or a set of flags. Both are open: numbers without a name are data.
#[derive(Clone, Debug)]
pub struct Enum {
    /// Name of the enumeration: the kernel's where it has one, else its common prefix.
    pub name: Name,
    /// Whether a value is a set of bits.
    pub flags: bool,
    /// Sorted by value; for flags in the order in which masks are taken out of a value.
    pub entries: Cow<'static, [Entry]>,
}

impl Enum {
    /// The entry of exactly this value. Constant time where values follow one another.
    pub fn entry(&self, value: u64) -> Option<&Entry> {
        let entries: &[Entry] = &self.entries;
        let first = entries.first()?.value;
        if let Some(entry) = entries.get(value.wrapping_sub(first) as usize)
            && entry.value == value
        {
            return Some(entry);
        }
        if self.flags {
            return entries.iter().find(|e| e.value == value);
        }
        let at = entries
            .binary_search_by(|e| (e.value as i64).cmp(&(value as i64)))
            .ok()?;
        entries.get(at)
    }

    /// The entry for a position of a C array, whose first element is the first value's.
    #[inline]
    pub fn at(&self, position: usize) -> Option<&Entry> {
        let first = self.entries.first()?.value;
        let value = first.wrapping_add(position as u64);
        match self.entries.get(position) {
            Some(entry) if entry.value == value => Some(entry),
            _ => self.entry(value),
        }
    }

    /// The canonical name of a value.
    pub fn name_of(&self, value: u64) -> Option<&Name> {
        self.entry(value).map(|e| &e.name)
    }

    /// The value of a name or of one of its aliases.
    pub fn value_of(&self, name: &str) -> Option<u64> {
        self.entries
            .iter()
            .find(|e| e.name.as_str() == name || e.aliases.contains(&name))
            .map(|e| e.value)
    }

    /// The names of the bits set in `value`; what remains after the last is in `rest`.
    pub fn bits(&self, value: u64) -> Bits<'_> {
        Bits {
            entries: &self.entries,
            rest: value,
        }
    }
}

/// Iterator over the flags in a value, see [`Enum::bits`].
#[derive(Clone, Debug)]
pub struct Bits<'t> {
    entries: &'t [Entry],
    /// Bits not yet named; after the last name those that have none.
    pub rest: u64,
}

impl<'t> Iterator for Bits<'t> {
    type Item = &'t Name;

    fn next(&mut self) -> Option<&'t Name> {
        while self.rest != 0 {
            let (entry, tail) = self.entries.split_first()?;
            self.entries = tail;
            if entry.value != 0 && self.rest & entry.value == entry.value {
                self.rest &= !entry.value;
                return Some(&entry.name);
            }
        }
        None
    }
}
