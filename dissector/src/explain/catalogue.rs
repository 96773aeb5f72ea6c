//! Everything that has a name in the tables, by name, and what leads to it.

use crate::diagnostic::Code;
use crate::dump::enum_of;
use crate::families::netlink::{
    GENLMSGHDR, NLM_F, NLM_F_ACKS, NLM_F_DEL, NLM_F_GET, NLM_F_NEW, NLMSGHDR,
};
use crate::families::protocols::PROTOCOLS;
use crate::families::{errno, errors};
use crate::hash::{QuickMap, QuickSet};
use crate::special::inside::{Inside, inside};
use crate::table::{
    Attribute, Bit, Body, Entry, Enum, Fact, Family, Field, Format, Group, Kind, Meaning, Message,
    Name, Selector, Set, Struct, Tables,
};
use std::collections::hash_map;
use std::sync::OnceLock;

/// Something that has a name.
#[derive(Clone, Copy)]
pub(crate) enum Thing<'t> {
    Family(&'t Family),
    Message(&'t Family, &'t Message),
    Attribute(&'t Set, &'t Attribute),
    Set(&'t Set),
    Struct(&'t Struct),
    Field(&'t Struct, &'t Field),
    Bit(Holder<'t>, &'t Bit),
    Enum(&'t Enum),
    Entry(&'t Enum, &'t Entry),
    Group(&'t Family, &'t Group),
    Protocol(&'t Entry),
    /// A positive number of errno.
    Errno(i64),
    Code(Code),
}

/// What leads to a set, a struct or an enumeration.
#[derive(Clone, Copy)]
pub(crate) enum Holder<'t> {
    Message(&'t Message),
    Attribute(&'t Set, &'t Attribute),
    Field(&'t Struct, &'t Field),
}

/// All that tables know, by name.
pub(crate) struct Catalogue<'t> {
    pub(crate) tables: &'t Tables,
    names: QuickMap<&'t str, Vec<Thing<'t>>>,
    /// The only names that are looked up here; others are in a catalogue of all, made once
    /// somebody asks for one.
    only: Option<Vec<(u32, String)>>,
    /// Hashes of these, a bit each.
    hashes: u64,
    all: OnceLock<Box<Catalogue<'t>>>,
    /// All names, once somebody asks for them.
    sorted: OnceLock<Vec<&'t str>>,
    /// What leads to the set of a name, by its [`Name::id`]; so in those below.
    sets: QuickMap<u64, Vec<Holder<'t>>>,
    structs: QuickMap<u64, Vec<Holder<'t>>>,
    /// What leads to the structs of special decoders, where few names are looked up: many do.
    insides: Vec<(&'static Inside, Vec<Holder<'t>>)>,
    enums: QuickMap<u64, Vec<Holder<'t>>>,
    /// What the direction of a message chooses a layout of.
    directed: Vec<Holder<'t>>,
    /// The first struct of each name.
    firsts: QuickMap<u64, &'t Struct>,
    /// Structs that share a name with one that came before.
    twins: QuickMap<u64, Vec<&'t Struct>>,
    /// The structs that were met, by address.
    met: QuickSet<usize>,
    seen: QuickSet<u64>,
    /// Special decoders, each with the address of what it decodes.
    specials: QuickSet<(usize, usize)>,
    todo: Vec<Todo<'t>>,
}

enum Todo<'t> {
    Set(&'t Set),
    Struct(&'t Struct),
    /// Another struct of a name that is known.
    Twin(&'t Struct),
}

impl<'t> Catalogue<'t> {
    pub(crate) fn new(tables: &'t Tables) -> Catalogue<'t> {
        Catalogue::of(tables, None)
    }

    /// The same, made quickly, for who asks for few names beside these.
    pub(crate) fn for_names<'n>(
        tables: &'t Tables,
        names: impl Iterator<Item = &'n str>,
    ) -> Catalogue<'t> {
        let only = names.map(|name| (Name::hash_of(name), name.to_owned()));
        Catalogue::of(tables, Some(only.collect()))
    }

    fn of(tables: &'t Tables, only: Option<Vec<(u32, String)>>) -> Catalogue<'t> {
        let hashes = only.iter().flatten();
        let mut all = Catalogue {
            tables,
            names: QuickMap::default(),
            hashes: hashes.fold(0, |all, (hash, _)| all | 1 << (hash & 63)),
            only,
            all: OnceLock::new(),
            directed: Vec::new(),
            firsts: QuickMap::default(),
            sorted: OnceLock::new(),
            sets: QuickMap::default(),
            structs: QuickMap::default(),
            insides: Vec::new(),
            enums: QuickMap::default(),
            twins: QuickMap::default(),
            met: QuickSet::default(),
            seen: QuickSet::default(),
            specials: QuickSet::default(),
            todo: Vec::new(),
        };
        for family in tables.families() {
            all.family(family);
        }
        all.headers();
        for entry in PROTOCOLS.entries.iter() {
            all.add(&entry.name, Thing::Protocol(entry));
            for alias in entry.aliases {
                all.add_as(alias, Thing::Protocol(entry));
            }
        }
        for (number, name) in errno::all() {
            all.add_as(name, Thing::Errno(number));
        }
        for numbers in errors::OWN.iter().flat_map(|(_, own)| own.enums) {
            all.add_enum(numbers);
        }
        for code in Code::ALL {
            all.add_as(code.word(), Thing::Code(*code));
        }
        all
    }

    /// What has this name.
    pub(crate) fn named(&self, name: &str) -> &[Thing<'t>] {
        let has = |only: &Vec<(u32, String)>| only.iter().any(|(_, own)| own == name);
        let own = self.only.as_ref().is_none_or(has);
        let all = if own { self } else { self.whole() };
        all.names.get(name).map_or(&[], Vec::as_slice)
    }

    /// The catalogue that has all names.
    fn whole(&self) -> &Catalogue<'t> {
        match self.only {
            None => self,
            Some(_) => self
                .all
                .get_or_init(|| Box::new(Catalogue::new(self.tables))),
        }
    }

    /// All names, sorted.
    pub(crate) fn names(&self) -> impl Iterator<Item = &'t str> + '_ {
        let all = self.whole();
        let sorted = all.sorted.get_or_init(|| {
            let mut names: Vec<&str> = all.names.keys().copied().collect();
            names.sort_unstable();
            names
        });
        sorted.iter().copied()
    }

    /// All things, by name.
    pub(crate) fn things(&self) -> impl Iterator<Item = &Thing<'t>> {
        self.names().flat_map(|name| self.named(name))
    }

    /// All things, in no order.
    pub(crate) fn unsorted(&self) -> impl Iterator<Item = &Thing<'t>> {
        self.whole().names.values().flatten()
    }

    /// What the direction of a message chooses a layout of.
    pub(crate) fn directed(&self) -> &[Holder<'t>] {
        &self.directed
    }

    pub(crate) fn holders_of_set(&self, set: &Set) -> &[Holder<'t>] {
        self.sets.get(&set.name.id()).map_or(&[], Vec::as_slice)
    }

    pub(crate) fn holders_of_struct(&self, s: &Struct) -> Vec<Holder<'t>> {
        let mut holders = self.structs.get(&s.name.id()).cloned();
        let holders_inside = self.insides.iter();
        let has = |inside: &Inside| inside.structs().any(|other| other.name == s.name);
        for (_, others) in holders_inside.filter(|(inside, _)| has(inside)) {
            holders.get_or_insert_default().extend(others);
        }
        holders.unwrap_or_default()
    }

    /// The first struct that has the name of one.
    pub(crate) fn first(&self, s: &Struct) -> Option<&'t Struct> {
        self.firsts.get(&s.name.id()).copied()
    }

    /// Other structs that have the name of one.
    pub(crate) fn twins(&self, s: &Struct) -> &[&'t Struct] {
        self.twins.get(&s.name.id()).map_or(&[], Vec::as_slice)
    }

    pub(crate) fn holders_of_enum(&self, e: &Enum) -> &[Holder<'t>] {
        self.enums.get(&e.name.id()).map_or(&[], Vec::as_slice)
    }

    fn add(&mut self, name: &'t Name, thing: Thing<'t>) {
        if self.only.is_none() || self.hashes >> (name.hash() & 63) & 1 != 0 {
            self.add_as(name.as_str(), thing);
        }
    }

    fn add_as(&mut self, name: &'t str, thing: Thing<'t>) {
        let has = |only: &Vec<(u32, String)>| only.iter().any(|(_, own)| own == name);
        if self.only.as_ref().is_none_or(has) {
            self.names.entry(name).or_default().push(thing);
        }
    }

    fn family(&mut self, family: &'t Family) {
        self.add(&family.name, Thing::Family(family));
        for group in family.groups.iter() {
            self.add(&group.name, Thing::Group(family, group));
        }
        for message in family.messages.iter() {
            self.add(&message.name, Thing::Message(family, message));
            let holder = Holder::Message(message);
            for header in message.headers.iter() {
                self.use_struct(header, holder);
            }
            match &message.body {
                Body::None => {}
                Body::Attributes(set) => {
                    let set = self.tables.set(*set);
                    self.use_set(set, holder);
                }
                Body::Value(_, kind) => self.kind(kind, holder),
            }
        }
        // worked off in a loop: sets nest themselves
        while let Some(next) = self.todo.pop() {
            match next {
                Todo::Set(set) => {
                    for attribute in set.attributes.iter() {
                        let thing = Thing::Attribute(set, attribute);
                        self.add(&attribute.name, thing);
                        for alias in attribute.aliases {
                            self.add_as(alias, thing);
                        }
                        self.kind(&attribute.kind, Holder::Attribute(set, attribute));
                    }
                }
                Todo::Twin(s) => {
                    for field in s.fields.iter().chain(&s.tail) {
                        let known = |thing: &Thing<'t>| match thing {
                            Thing::Field(of, other) => {
                                let named = |f: &Field| enum_of(&f.kind).map(std::ptr::from_ref);
                                of.name == s.name && named(other) == named(field)
                            }
                            _ => false,
                        };
                        let same = self.names.get(field.name.as_str());
                        if !same.into_iter().flatten().any(known) {
                            self.add(&field.name, Thing::Field(s, field));
                        }
                        self.kind(&field.kind, Holder::Field(s, field));
                    }
                }
                Todo::Struct(s) => {
                    for field in s.fields.iter().chain(&s.tail) {
                        self.add(&field.name, Thing::Field(s, field));
                        self.kind(&field.kind, Holder::Field(s, field));
                    }
                }
            }
        }
    }

    /// The headers of all messages: no record names them.
    fn headers(&mut self) {
        for s in [&NLMSGHDR, &GENLMSGHDR] {
            self.add(&s.name, Thing::Struct(s));
            let first = self.firsts.entry(s.name.id()).or_insert(s);
            if !std::ptr::eq(*first, s) {
                self.twins.entry(s.name.id()).or_default().push(s);
            }
            for field in s.fields.iter() {
                self.add(&field.name, Thing::Field(s, field));
            }
        }
        let mut fields = NLMSGHDR.fields.iter();
        let Some(flags) = fields.find(|f| f.name.as_str() == "nlmsg_flags") else {
            return;
        };
        for e in [&NLM_F, &NLM_F_GET, &NLM_F_NEW, &NLM_F_DEL, &NLM_F_ACKS] {
            self.use_enum(e, Holder::Field(&NLMSGHDR, flags));
        }
    }

    fn use_set(&mut self, set: &'t Set, holder: Holder<'t>) {
        let holders = self.sets.entry(set.name.id()).or_default();
        holders.push(holder);
        if holders.len() == 1 {
            self.add(&set.name, Thing::Set(set));
            self.todo.push(Todo::Set(set));
        }
    }

    fn use_struct(&mut self, s: &'t Struct, holder: Holder<'t>) {
        self.structs.entry(s.name.id()).or_default().push(holder);
        self.meet(s);
    }

    fn meet(&mut self, s: &'t Struct) {
        if !self.met.insert(std::ptr::from_ref(s) as usize) {
            return;
        }
        let name = s.name.id();
        match self.firsts.entry(name) {
            hash_map::Entry::Vacant(first) => {
                first.insert(s);
                self.add(&s.name, Thing::Struct(s));
                self.todo.push(Todo::Struct(s));
            }
            hash_map::Entry::Occupied(_) => {
                self.twins.entry(name).or_default().push(s);
                self.todo.push(Todo::Twin(s));
            }
        }
    }

    /// Keeps what leads to the structs of a special decoder; whether that is the first.
    fn hold_inside(&mut self, inside: &'static Inside, holder: Holder<'t>) -> bool {
        let same = |(of, _): &&mut (&Inside, Vec<_>)| std::ptr::eq(*of, inside);
        match self.insides.iter_mut().find(same) {
            Some((_, holders)) => {
                holders.push(holder);
                false
            }
            None => {
                self.insides.push((inside, vec![holder]));
                true
            }
        }
    }

    fn use_enum(&mut self, e: &'t Enum, holder: Holder<'t>) {
        self.enums.entry(e.name.id()).or_default().push(holder);
        self.add_enum(e);
    }

    fn add_enum(&mut self, e: &'t Enum) {
        if !self.seen.insert(e.name.id()) {
            return;
        }
        self.add(&e.name, Thing::Enum(e));
        // protocols are more than constants
        let entries = e.entries.iter().filter(|_| e.name != PROTOCOLS.name);
        for entry in entries {
            self.add(&entry.name, Thing::Entry(e, entry));
            for alias in entry.aliases {
                self.add_as(alias, Thing::Entry(e, entry));
            }
        }
    }

    fn kind(&mut self, kind: &'t Kind, holder: Holder<'t>) {
        match &kind.format {
            Format::Integer {
                meaning: Meaning::Enum(e),
                ..
            }
            | Format::Bitfield32(e) => self.use_enum(e, holder),
            Format::Bits(_, _, bits) => {
                for bit in bits.iter() {
                    self.add(&bit.name, Thing::Bit(holder, bit));
                    if let Meaning::Enum(e) = &bit.meaning {
                        self.use_enum(e, holder);
                    }
                }
            }
            Format::Struct(s, then) => {
                self.use_struct(s, holder);
                if let Some(set) = then {
                    let set = self.tables.set(*set);
                    self.use_set(set, holder);
                }
            }
            Format::Nest(set) | Format::Sequence(set) => {
                let set = self.tables.set(*set);
                self.use_set(set, holder);
            }
            Format::List(element) | Format::Array(element) | Format::Map(None, element) => {
                self.kind(element, holder);
            }
            Format::Table(e, element) | Format::Map(Some(e), element) => {
                self.use_enum(e, holder);
                self.kind(element, holder);
            }
            Format::Select(select) => {
                if matches!(select.by, Selector::Fact(Fact::ToKernel)) {
                    self.directed.push(holder);
                }
                let cases = select.cases.iter().map(|c| &c.kind);
                for kind in cases.chain(&select.otherwise) {
                    self.kind(kind, holder);
                }
            }
            Format::Special(special) => {
                let of = match holder {
                    Holder::Message(message) => std::ptr::from_ref(message) as usize,
                    Holder::Attribute(_, attribute) => std::ptr::from_ref(attribute) as usize,
                    Holder::Field(_, field) => std::ptr::from_ref(field) as usize,
                };
                if !self
                    .specials
                    .insert((std::ptr::from_ref(*special) as usize, of))
                {
                    return;
                }
                for set in special.sets {
                    self.use_set(set, holder);
                }
                let Some(inside) = inside(special) else {
                    return;
                };
                if self.only.is_none() {
                    for s in inside.structs() {
                        self.use_struct(s, holder);
                    }
                } else if self.hold_inside(inside, holder) {
                    inside.structs().for_each(|s| self.meet(s));
                }
                // which way a message went is nothing to a special decoder
                let directed = self.directed.len();
                for select in inside.selects {
                    for kind in select
                        .cases
                        .iter()
                        .map(|c| &c.kind)
                        .chain(&select.otherwise)
                    {
                        self.kind(kind, holder);
                    }
                }
                self.directed.truncate(directed);
            }
            _ => {}
        }
    }
}
