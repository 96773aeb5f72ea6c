//! All tables that a walk may use: the built-in ones and those loaded at run time.

use super::{Family, Layer, Message, Set, SetRef};
use crate::families;
use crate::lint::policy::SpecPolicies;

/// The tables of a run. Immutable once made: share it by reference.
pub struct Tables {
    loaded: Vec<Family>,
    sets: Vec<Set>,
    policies: Vec<SpecPolicies>,
    prefer_builtin: bool,
    index: Vec<Index>,
}

impl Default for Tables {
    fn default() -> Self {
        Tables::builtin()
    }
}

static EMPTY: Set = Set {
    name: crate::name!("(missing)"),
    attributes: std::borrow::Cow::Borrowed(&[]),
    index: std::borrow::Cow::Borrowed(&[]),
};

impl Tables {
    /// The built-in tables alone.
    pub fn builtin() -> Tables {
        let mut tables = Tables {
            loaded: Vec::new(),
            sets: Vec::new(),
            policies: Vec::new(),
            prefer_builtin: false,
            index: Vec::new(),
        };
        tables.rebuild();
        tables
    }

    /// Built-in families win over loaded ones of the same name and protocol.
    pub fn prefer_builtin(&mut self, yes: bool) {
        self.prefer_builtin = yes;
        self.rebuild();
    }

    /// Adds a loaded family, which replaces an earlier one of the same name and protocol.
    pub fn add_family(&mut self, family: Family) {
        self.loaded
            .retain(|f| f.protocol != family.protocol || f.name != family.name);
        self.loaded.push(family);
        self.rebuild();
    }

    /// Adds what a spec says of the requests of the family that it has loaded.
    pub(crate) fn add_policies(&mut self, policies: SpecPolicies) {
        self.policies
            .retain(|p| p.protocol != policies.protocol || p.family != policies.family);
        self.policies.push(policies);
    }

    /// What a spec says of the requests of a family, where this is a loaded one.
    pub(crate) fn policies(&self, family: &Family) -> Option<&SpecPolicies> {
        let same = |p: &&SpecPolicies| {
            Some(p.protocol) == family.protocol && p.family == family.name.as_str()
        };
        let loaded = self.loaded.iter().any(|f| std::ptr::eq(f, family));
        self.policies.iter().find(same).filter(|_| loaded)
    }

    /// Reserves a place for a loaded set, to be filled by [`Tables::put_set`].
    pub fn new_set(&mut self) -> SetRef {
        self.sets.push(EMPTY.clone());
        SetRef::Loaded(u32::try_from(self.sets.len() - 1).unwrap_or(u32::MAX))
    }

    /// Fills the place of a loaded set.
    pub fn put_set(&mut self, at: SetRef, set: Set) {
        if let SetRef::Loaded(i) = at
            && let Some(slot) = self.sets.get_mut(i as usize)
        {
            *slot = set;
        }
    }

    /// The set that a reference means.
    #[inline]
    pub fn set(&self, r: SetRef) -> &Set {
        match r {
            SetRef::Static(set) => set,
            SetRef::Loaded(i) => self.sets.get(i as usize).unwrap_or(&EMPTY),
        }
    }

    /// The family of a protocol whose frames have no nlmsghdr.
    pub fn datagram(&self, protocol: u16) -> Option<&Family> {
        let slot = self.index.get(usize::from(protocol))?.datagram;
        if slot == 0 { None } else { self.at(slot) }
    }

    /// All families in the order in which they are asked: those that win first, each name
    /// and protocol once.
    pub fn families(&self) -> impl Iterator<Item = &Family> {
        let builtin = families::ALL.iter().copied();
        let (first, second): (Vec<&Family>, Vec<&Family>) = if self.prefer_builtin {
            let rest = self.loaded.iter().filter(|l| !replaced(l, families::ALL));
            (builtin.collect(), rest.collect())
        } else {
            let loaded: Vec<&Family> = self.loaded.iter().collect();
            let rest = builtin.filter(|b| !replaced(b, &loaded)).collect();
            (loaded, rest)
        };
        first.into_iter().chain(second)
    }

    /// The generic netlink family of a name.
    pub fn generic(&self, name: &str) -> Option<&Family> {
        let want = |f: &&Family| f.layer == Layer::Generic && f.name.as_str() == name;
        let loaded = || self.loaded.iter().find(want);
        let builtin = || families::ALL.iter().copied().find(want);
        if self.prefer_builtin {
            builtin().or_else(loaded)
        } else {
            loaded().or_else(builtin)
        }
    }

    /// The family that knows an nlmsg_type of a protocol other than NETLINK_GENERIC, with
    /// the value that its records have for it. Constant time.
    #[inline]
    pub fn by_type(&self, protocol: u16, nlmsg_type: u16) -> Option<(&Family, u16)> {
        let (family, value, _) = self.records(protocol, nlmsg_type)?;
        Some((family, value))
    }

    /// The same, with the records that the family has for it.
    #[inline]
    pub(crate) fn records(
        &self,
        protocol: u16,
        nlmsg_type: u16,
    ) -> Option<(&Family, u16, &[Message])> {
        let index = self.index.get(usize::from(protocol))?;
        if let Some(of_type) = index.types.get(usize::from(nlmsg_type))
            && of_type.slot != 0
        {
            let family = self.at(of_type.slot)?;
            let (from, to) = of_type.records;
            let records = family.messages.get(from.into()..to.into()).unwrap_or(&[]);
            return Some((family, nlmsg_type, records));
        }
        let slot = index.subsystems.get(usize::from(nlmsg_type >> 8)).copied();
        let family = self.at(slot.filter(|slot| *slot != 0)?)?;
        let value = nlmsg_type & 0xff;
        Some((family, value, family.records(value)))
    }

    /// The family of an nlmsg_type that is one of several of its protocol, each with a number.
    #[inline]
    pub(crate) fn subsystem(&self, protocol: u16, nlmsg_type: u16) -> Option<&Family> {
        let index = self.index.get(usize::from(protocol))?;
        if index.subsystems.is_empty() {
            return None;
        }
        let (family, _) = self.by_type(protocol, nlmsg_type)?;
        matches!(family.layer, Layer::Subsystem(_)).then_some(family)
    }

    /// Whether any family says what messages of a protocol are. The generic ones count for none
    /// but theirs.
    pub fn defines(&self, protocol: u16) -> bool {
        let index = self.index.get(usize::from(protocol));
        index.is_some_and(|i| !i.types.is_empty() || !i.subsystems.is_empty() || i.datagram != 0)
    }

    fn at(&self, slot: u16) -> Option<&Family> {
        if slot & LOADED != 0 {
            self.loaded.get(usize::from(slot & !LOADED))
        } else {
            families::ALL.get(usize::from(slot) - 1).copied()
        }
    }

    fn rebuild(&mut self) {
        let mut index: Vec<Index> = Vec::new();
        let builtin = families::ALL.iter().copied().zip(1u16..);
        let loaded = self.loaded.iter().zip(LOADED..);
        // what is replaced is replaced whole, with the types that the other does not have
        let order: Vec<(&Family, u16)> = if self.prefer_builtin {
            let rest = loaded.filter(|(l, _)| !replaced(l, families::ALL));
            rest.chain(builtin).collect()
        } else {
            let all: Vec<&Family> = self.loaded.iter().collect();
            let rest = builtin.filter(|(b, _)| !replaced(b, &all));
            rest.chain(loaded).collect()
        };
        for (family, slot) in order {
            let Some(protocol) = family.protocol.map(usize::from) else {
                continue;
            };
            if index.len() <= protocol {
                index.resize_with(protocol + 1, Index::default);
            }
            let Some(entry) = index.get_mut(protocol) else {
                continue;
            };
            match family.layer {
                Layer::Generic => {}
                Layer::Datagram => entry.datagram = slot,
                Layer::Subsystem(s) => put(&mut entry.subsystems, s.into(), slot),
                Layer::Protocol => {
                    let mut from = 0;
                    for records in family.messages.chunk_by(|a, b| a.value == b.value) {
                        let to = from + records.len() as u16;
                        let of_type = OfType {
                            slot,
                            records: (from, to),
                        };
                        let value = records.first().map_or(0, |m| m.value);
                        put(&mut entry.types, value.into(), of_type);
                        from = to;
                    }
                }
            }
        }
        self.index = index;
    }
}

/// Set in a slot that means a loaded family.
const LOADED: u16 = 0x8000;

/// Which family knows a type of one protocol: position plus one, or [`LOADED`] and the position.
#[derive(Default)]
struct Index {
    types: Vec<OfType>,
    subsystems: Vec<u16>,
    datagram: u16,
}

/// The family of an nlmsg_type, and which of its records are of this type.
#[derive(Clone, Copy, Default)]
struct OfType {
    slot: u16,
    records: (u16, u16),
}

fn put<T: Clone + Default>(slots: &mut Vec<T>, at: usize, slot: T) {
    if slots.len() <= at {
        slots.resize(at + 1, T::default());
    }
    if let Some(s) = slots.get_mut(at) {
        *s = slot;
    }
}

fn replaced(family: &Family, by: &[&Family]) -> bool {
    by.iter()
        .any(|f| f.protocol == family.protocol && f.name == family.name)
}
