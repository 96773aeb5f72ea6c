//! The names that a spec's things get: those of the built-in tables where they know the same
//! thing, else what the kernel's generator of headers makes of the spec's words.
//!
//! A set of the spec is held to be a built-in one where their attributes agree: value and name.
//! Candidates come first from the place where the set stands (the same message, the same nest),
//! then from all of the protocol.

use super::builtin::{Builtin, enum_of, sets_of};
use super::spec::{
    AttributeKind, AttributeOf, EnumUse, Member, MemberKind, Record, SetOf, Spec, Structure, Way,
    c_name, constant,
};
use crate::families;
use crate::lint::policy::{Policy, of_set};
use crate::table::{Abi, Body, Enum, Field, Name, Set, SetRef, Struct, Verb, When};
use std::collections::{HashMap, HashSet, VecDeque};

/// A name, and its aliases where it is a built-in one.
pub(super) type Named = (Name, &'static [&'static str]);

/// The names, by position in the spec's lists.
pub(super) struct Names {
    /// Whether a built-in family has the spec's name and protocol.
    pub replaces: bool,
    pub attributes: Vec<Vec<Named>>,
    pub entries: Vec<Vec<Named>>,
    pub members: Vec<Vec<Name>>,
    pub messages: Vec<(Name, Verb)>,
    /// The built-in sets that the spec's are for certain, by position of the whole set.
    pub twins: Vec<Option<&'static str>>,
}

impl Names {
    /// Names everything in a spec.
    pub(super) fn of(spec: &Spec<'_>) -> Names {
        let builtin = Builtin::of(spec.protocol, spec.generic, spec.name);
        let twins = twins(spec, &builtin);
        let mut pairing = Pairing::new(spec, &builtin);
        pairing.run();
        pairing.inside_structs(&twins);
        let attributes = spec.sets.iter().map(|set| {
            let known = pairing.sets.get(set.whole).copied().flatten();
            let name = |a: &AttributeOf<'_>| match known.and_then(|k| k.get(a.value)) {
                Some(k) => (k.name.clone(), k.aliases),
                None => (Name::new(&a.constant), &[][..]),
            };
            set.attributes.iter().map(name).collect()
        });
        let names_of = |(one, twins): (&Structure<'_>, &Vec<Option<&'static Field>>)| {
            let members = one.members.iter().zip(twins);
            members.map(|(m, twin)| member(m, *twin)).collect()
        };
        Names {
            replaces: families::ALL
                .iter()
                .any(|f| f.protocol == Some(spec.protocol) && f.name.as_str() == spec.name),
            attributes: attributes.collect(),
            entries: pairing.entries(),
            twins: pairing.certain(),
            members: spec.structs.iter().zip(&twins).map(names_of).collect(),
            messages: spec.messages.iter().map(|r| message(r, &builtin)).collect(),
        }
    }
}

/// Which sets of the spec are which built-in ones.
struct Pairing<'s, 'd> {
    spec: &'s Spec<'d>,
    builtin: &'s Builtin,
    /// By position of the whole set.
    sets: Vec<Option<&'static Set>>,
    /// Of those that stand in the same place the one that agrees best, by the whole set.
    best: Vec<Option<(Agreement, &'static Set)>>,
    queue: VecDeque<(usize, &'static Set)>,
    seen: HashSet<(usize, *const Set)>,
    /// What stands in the same place, by position.
    offered: Vec<(usize, &'static Set)>,
    enums: Vec<(EnumUse, &'static Enum)>,
}

/// How well two lists of names agree.
#[derive(Clone, Copy, Default)]
struct Agreement {
    /// Values that both have.
    common: usize,
    /// Of those, the same name to its last word.
    alike: usize,
    /// Of those, the same constant.
    exact: usize,
}

impl Agreement {
    fn count(&mut self, known: (&str, &[&str]), constant: &str, name: &str) {
        self.common += 1;
        if known.0 == constant || known.1.contains(&constant) {
            self.exact += 1;
            self.alike += 1;
        } else if ends_in(known.0, name) {
            self.alike += 1;
        }
    }

    /// The better, the larger.
    fn rank(&self) -> (usize, usize, std::cmp::Reverse<usize>) {
        let odd = self.common - self.alike;
        (self.exact, self.alike, std::cmp::Reverse(odd))
    }

    /// Enough where both stand in the same place.
    fn fits(&self) -> bool {
        self.alike > 0 && self.alike * 3 >= self.common
    }

    /// Enough by itself, of so many.
    fn proves(&self, of: usize) -> bool {
        let most = |n: usize, part: usize| n * 5 >= part * 4;
        self.common * 2 >= of
            && ((self.exact > 0 && self.exact * 2 >= self.common)
                || (self.alike >= 3 && most(self.alike, self.common)))
    }
}

/// Whether a constant ends in a spec's word: `IFLA_MTU` in `mtu`.
fn ends_in(known: &str, name: &str) -> bool {
    let word = constant("", name);
    let rest = known.strip_suffix(word.as_str());
    rest.is_some_and(|rest| rest.ends_with('_'))
}

impl<'s, 'd> Pairing<'s, 'd> {
    fn new(spec: &'s Spec<'d>, builtin: &'s Builtin) -> Self {
        Pairing {
            spec,
            builtin,
            sets: vec![None; spec.sets.len()],
            best: vec![None; spec.sets.len()],
            queue: VecDeque::new(),
            seen: HashSet::new(),
            offered: Vec::new(),
            enums: Vec::new(),
        }
    }

    fn run(&mut self) {
        if self.builtin.sets.is_empty() {
            return;
        }
        for record in &self.spec.messages {
            let known = self.builtin.messages(record.value);
            for message in known.filter(|m| when_fits(&m.when, record.way)) {
                if let (Some(set), Body::Attributes(known)) = (record.set, &message.body)
                    && let SetRef::Static(known) = known
                {
                    self.offer(set, known);
                }
            }
        }
        self.drain();
        for (at, set) in self.spec.sets.iter().enumerate() {
            if set.whole == at && self.sets.get(at).is_some_and(Option::is_none) {
                let best = self
                    .builtin
                    .sets
                    .iter()
                    .map(|known| (agree(set, known), known));
                let best = best.filter(|(a, _)| a.proves(set.attributes.len()));
                if let Some((_, known)) = best.max_by_key(|(a, _)| a.rank()) {
                    self.decide(at, known);
                    self.offer(at, known);
                    self.drain();
                }
            }
        }
    }

    /// A built-in set that stands where a set of the spec does.
    fn offer(&mut self, at: usize, known: &'static Set) {
        let Some(set) = self.spec.sets.get(at) else {
            return;
        };
        if !self.seen.insert((at, known)) {
            return;
        }
        self.queue.push_back((at, known));
        self.offered.push((at, known));
        let new = agree(set, known);
        if let Some(best) = self.best.get_mut(set.whole)
            && new.fits()
            && best.is_none_or(|(old, _)| new.rank() > old.rank())
        {
            *best = Some((new, known));
        }
    }

    fn decide(&mut self, at: usize, known: &'static Set) {
        if let Some(slot) = self.sets.get_mut(at) {
            *slot = Some(known);
        }
    }

    fn drain(&mut self) {
        while let Some((at, known)) = self.queue.pop_front() {
            let Some(set) = self.spec.sets.get(at) else {
                continue;
            };
            if self.sets.get(set.whole).is_some_and(Option::is_none)
                && let Some((_, best)) = self.best.get(set.whole).copied().flatten()
            {
                self.decide(set.whole, best);
            }
            let decided = self.sets.get(set.whole).copied().flatten();
            if decided.is_some_and(|decided| std::ptr::eq(decided, known)) {
                self.inside(set, known);
            }
        }
    }

    /// Pairs what stands in the nests of a set.
    fn inside(&mut self, set: &SetOf<'d>, known: &'static Set) {
        for attribute in &set.attributes {
            let Some(known) = known.get(attribute.value) else {
                continue;
            };
            let mut kind = &attribute.kind;
            if let AttributeKind::Array(element) = kind {
                kind = element;
            }
            match kind {
                AttributeKind::Nest(Some(at)) | AttributeKind::Levels(_, Some(at)) => {
                    let inner = sets_of(&known.kind, None);
                    inner.into_iter().for_each(|k| self.offer(*at, k));
                }
                AttributeKind::Choice(at, _) => {
                    let formats = self.spec.choices.get(*at).map(|c| &c.formats);
                    for format in formats.into_iter().flatten() {
                        if let Some(at) = format.set {
                            let inner = sets_of(&known.kind, Some(format.value));
                            inner.into_iter().for_each(|k| self.offer(at, k));
                        }
                    }
                }
                AttributeKind::Bitfield32(Some(of)) => {
                    self.enums.extend(enum_of(&known.kind).map(|e| (*of, e)));
                }
                AttributeKind::Scalar(scalar) | AttributeKind::List(scalar) => {
                    self.enums
                        .extend(scalar.enumeration().zip(enum_of(&known.kind)));
                }
                _ => {}
            }
        }
    }

    /// The sets that are one built-in set where these have policies of the kernel, and stand
    /// where no other policy holds.
    fn certain(&self) -> Vec<Option<&'static str>> {
        let mut policies: HashMap<usize, HashSet<*const Policy>> = HashMap::new();
        for (at, known) in &self.offered {
            let whole = self.spec.sets.get(*at).map_or(*at, |set| set.whole);
            let policy = of_set(known.name.as_str()).map(|(_, policy)| std::ptr::from_ref(policy));
            policies.entry(whole).or_default().extend(policy);
        }
        let alone = |at| policies.get(&at).is_some_and(|known| known.len() == 1);
        let sets = self.sets.iter().enumerate();
        sets.map(|(at, set)| set.filter(|_| alone(at)).map(|set| set.name.as_str()))
            .collect()
    }

    /// Pairs the enumerations of structs' fields.
    fn inside_structs(&mut self, twins: &Twins) {
        for (one, twins) in self.spec.structs.iter().zip(twins) {
            for (member, twin) in one.members.iter().zip(twins) {
                let of = match &member.kind {
                    MemberKind::Bitfield32(of) => *of,
                    MemberKind::Scalar(scalar) => scalar.enumeration(),
                    _ => None,
                };
                let known = twin.and_then(|twin| enum_of(&twin.kind));
                self.enums.extend(of.zip(known));
            }
        }
    }

    /// The names of the enumerations' entries.
    fn entries(&self) -> Vec<Vec<Named>> {
        let mut decided: Vec<Option<(bool, &'static Enum)>> = vec![None; self.spec.enums.len()];
        for &(of, known) in &self.enums {
            if let Some(slot @ None) = decided.get_mut(of.at)
                && self.agree_enum(of, known).fits()
            {
                *slot = Some((of.flags, known));
            }
        }
        let mut names = Vec::with_capacity(decided.len());
        for (at, one) in self.spec.enums.iter().enumerate() {
            let of = EnumUse {
                at,
                flags: one.flags,
            };
            let decided = decided.get(at).copied().flatten().or_else(|| {
                let all = self.builtin.enums.iter();
                let all = all.map(|known| (self.agree_enum(of, known), *known));
                let all = all.filter(|(a, _)| a.exact > 0 && a.proves(one.entries.len()));
                let best = all.max_by_key(|(a, _)| a.exact);
                best.map(|(_, known)| (of.flags, known))
            });
            let name = |&(name, n): &(&str, i64)| {
                let known = decided.and_then(|(flags, known)| known.entry(value(n, flags)?));
                match known {
                    Some(known) => (known.name.clone(), known.aliases),
                    None => (Name::new(&constant(&one.prefix, name)), &[][..]),
                }
            };
            names.push(one.entries.iter().map(name).collect());
        }
        names
    }

    fn agree_enum(&self, of: EnumUse, known: &'static Enum) -> Agreement {
        let mut agreement = Agreement::default();
        let Some(one) = self.spec.enums.get(of.at) else {
            return agreement;
        };
        if known.flags != of.flags {
            return agreement;
        }
        for &(name, n) in &one.entries {
            if let Some(known) = value(n, of.flags).and_then(|n| known.entry(n)) {
                let constant = constant(&one.prefix, name);
                agreement.count((known.name.as_str(), known.aliases), &constant, name);
            }
        }
        agreement
    }
}

fn agree(set: &SetOf<'_>, known: &'static Set) -> Agreement {
    let mut agreement = Agreement::default();
    for a in &set.attributes {
        if let Some(known) = known.get(a.value) {
            agreement.count((known.name.as_str(), known.aliases), &a.constant, a.name);
        }
    }
    agreement
}

/// What an entry stands for in a number: of flags its bit; none where there is no such bit.
pub(super) fn value(n: i64, flags: bool) -> Option<u64> {
    if !flags {
        return Some(n as u64);
    }
    1u64.checked_shl(u32::try_from(n).ok()?)
}

fn when_fits(when: &When, way: Way) -> bool {
    match when {
        When::Request => way != Way::Reply,
        When::Reply => way != Way::Request,
        When::All(all) => all.iter().all(|w| when_fits(w, way)),
        _ => true,
    }
}

/// The name of a message: the built-in one of its value where that ends in the operation's
/// name, or where the spec has no name for it, as for the reply of a directional operation.
fn message(record: &Record<'_>, builtin: &Builtin) -> (Name, Verb) {
    let fits = |name: &str| name == record.constant || ends_in(name, record.name);
    let known = || {
        let all = builtin.messages(record.value);
        all.filter(|m| when_fits(&m.when, record.way))
    };
    let found = known().find(|m| fits(m.name.as_str()));
    let reply = || known().next().filter(|_| record.way == Way::Reply);
    match found.or_else(reply) {
        Some(known) => (known.name.clone(), known.verb),
        None => (Name::new(&record.constant), record.verb),
    }
}

/// The field of a built-in struct of the same name that lies where a member does.
type Twins = Vec<Vec<Option<&'static Field>>>;

fn twins(spec: &Spec<'_>, builtin: &Builtin) -> Twins {
    let mut sizes = vec![0; spec.structs.len()];
    for &at in &spec.struct_order {
        let members = spec.structs.get(at).map(|s| &s.members);
        let size = members
            .into_iter()
            .flatten()
            .map(|m| m.kind.size(&sizes))
            .sum();
        if let Some(slot) = sizes.get_mut(at) {
            *slot = size;
        }
    }
    let twins = |one: &Structure<'_>| {
        let title = c_name(one.name);
        let known = builtin.structs.iter().find(|s| s.name.as_str() == title);
        let mut at = 0;
        let mut twins = Vec::with_capacity(one.members.len());
        for member in &one.members {
            let size = member.kind.size(&sizes);
            twins.push(known.and_then(|k| field(k, at, size)));
            at += size;
        }
        twins
    };
    spec.structs.iter().map(twins).collect()
}

/// The field of a built-in struct that takes these bytes.
fn field(known: &'static Struct, offset: usize, size: usize) -> Option<&'static Field> {
    let slots = known.layout(Abi::Lp64).slots.iter();
    let mut fields = known.fields.iter().zip(slots);
    let found = fields.find(|(field, slot)| {
        usize::from(slot.offset) == offset && field.kind.size(Abi::Lp64) == size
    });
    found.map(|(field, _)| field)
}

/// The name of a field: the built-in one that ends in the same word (`tcm_family`, `family`).
fn member(member: &Member<'_>, twin: Option<&'static Field>) -> Name {
    let plain = c_name(member.name);
    let alike = |name: &&Name| {
        let rest = name.as_str().strip_suffix(plain.as_str());
        rest.is_some_and(|rest| rest.is_empty() || rest.ends_with('_'))
    };
    let known = twin.map(|twin| &twin.name).filter(alike);
    known.cloned().unwrap_or_else(|| Name::new(&plain))
}

impl MemberKind {
    /// Bytes of a field, given those of the structs.
    fn size(&self, structs: &[usize]) -> usize {
        match self {
            MemberKind::Struct(at) => structs.get(*at).copied().unwrap_or(0),
            other => super::definitions::member_size(other),
        }
    }
}
