//! Everything that has a name in the tables, by name, and what leads to it.

use crate::diagnostic::Code;
use crate::dump::enum_of;
use crate::families::netlink::{
    GENLMSGHDR, NLM_F, NLM_F_ACKS, NLM_F_DEL, NLM_F_GET, NLM_F_NEW, NLMSGHDR,
};
use crate::families::protocols::PROTOCOLS;
use crate::families::{errno, errors};
use crate::hash::{QuickMap, QuickSet};
use crate::special::inside::inside;
use crate::table::{
    Attribute, Bit, Body, Entry, Enum, Family, Field, Format, Group, Kind, Meaning, Message, Set,
    Struct, Tables,
};
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
    /// All names, once somebody asks for them.
    sorted: OnceLock<Vec<&'t str>>,
    /// What leads to the set of a name.
    sets: QuickMap<&'t str, Vec<Holder<'t>>>,
    structs: QuickMap<&'t str, Vec<Holder<'t>>>,
    enums: QuickMap<&'t str, Vec<Holder<'t>>>,
    /// Structs that share a name with one that came before.
    twins: QuickMap<&'t str, Vec<&'t Struct>>,
    /// The structs that were met, by address.
    met: QuickSet<usize>,
    seen: QuickSet<&'t str>,
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
        let mut all = Catalogue {
            tables,
            names: QuickMap::default(),
            sorted: OnceLock::new(),
            sets: QuickMap::default(),
            structs: QuickMap::default(),
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
            all.add(entry.name.as_str(), Thing::Protocol(entry));
            for alias in entry.aliases {
                all.add(alias, Thing::Protocol(entry));
            }
        }
        for (number, name) in errno::all() {
            all.add(name, Thing::Errno(number));
        }
        for numbers in errors::OWN.iter().flat_map(|(_, own)| own.enums) {
            all.add_enum(numbers);
        }
        for code in Code::ALL {
            all.add(code.word(), Thing::Code(*code));
        }
        all
    }

    /// What has this name.
    pub(crate) fn named(&self, name: &str) -> &[Thing<'t>] {
        self.names.get(name).map_or(&[], Vec::as_slice)
    }

    /// All names, sorted.
    pub(crate) fn names(&self) -> impl Iterator<Item = &'t str> + '_ {
        let sorted = self.sorted.get_or_init(|| {
            let mut names: Vec<&str> = self.names.keys().copied().collect();
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
        self.names.values().flatten()
    }

    pub(crate) fn holders_of_set(&self, set: &Set) -> &[Holder<'t>] {
        self.sets.get(set.name.as_str()).map_or(&[], Vec::as_slice)
    }

    pub(crate) fn holders_of_struct(&self, s: &Struct) -> &[Holder<'t>] {
        self.structs.get(s.name.as_str()).map_or(&[], Vec::as_slice)
    }

    /// Other structs that have the name of one.
    pub(crate) fn twins(&self, s: &Struct) -> &[&'t Struct] {
        self.twins.get(s.name.as_str()).map_or(&[], Vec::as_slice)
    }

    pub(crate) fn holders_of_enum(&self, e: &Enum) -> &[Holder<'t>] {
        self.enums.get(e.name.as_str()).map_or(&[], Vec::as_slice)
    }

    fn add(&mut self, name: &'t str, thing: Thing<'t>) {
        self.names.entry(name).or_default().push(thing);
    }

    fn family(&mut self, family: &'t Family) {
        self.add(family.name.as_str(), Thing::Family(family));
        for group in family.groups.iter() {
            self.add(group.name.as_str(), Thing::Group(family, group));
        }
        for message in family.messages.iter() {
            self.add(message.name.as_str(), Thing::Message(family, message));
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
                        self.add(attribute.name.as_str(), thing);
                        for alias in attribute.aliases {
                            self.add(alias, thing);
                        }
                        self.kind(&attribute.kind, Holder::Attribute(set, attribute));
                    }
                }
                Todo::Twin(s) => {
                    for field in s.fields.iter().chain(&s.tail) {
                        let name = field.name.as_str();
                        let known = |thing: &Thing<'t>| match thing {
                            Thing::Field(of, other) => {
                                let named = |f: &Field| enum_of(&f.kind).map(std::ptr::from_ref);
                                of.name == s.name && named(other) == named(field)
                            }
                            _ => false,
                        };
                        if !self.named(name).iter().any(known) {
                            self.add(name, Thing::Field(s, field));
                        }
                        self.kind(&field.kind, Holder::Field(s, field));
                    }
                }
                Todo::Struct(s) => {
                    for field in s.fields.iter().chain(&s.tail) {
                        self.add(field.name.as_str(), Thing::Field(s, field));
                        self.kind(&field.kind, Holder::Field(s, field));
                    }
                }
            }
        }
    }

    /// The headers of all messages: no record names them.
    fn headers(&mut self) {
        for s in [&NLMSGHDR, &GENLMSGHDR] {
            self.add(s.name.as_str(), Thing::Struct(s));
            for field in s.fields.iter() {
                self.add(field.name.as_str(), Thing::Field(s, field));
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
        let name = set.name.as_str();
        let holders = self.sets.entry(name).or_default();
        holders.push(holder);
        if holders.len() == 1 {
            self.add(name, Thing::Set(set));
            self.todo.push(Todo::Set(set));
        }
    }

    fn use_struct(&mut self, s: &'t Struct, holder: Holder<'t>) {
        let name = s.name.as_str();
        let holders = self.structs.entry(name).or_default();
        holders.push(holder);
        let first = holders.len() == 1;
        if !self.met.insert(std::ptr::from_ref(s) as usize) {
            return;
        }
        if first {
            self.add(name, Thing::Struct(s));
            self.todo.push(Todo::Struct(s));
        } else {
            self.twins.entry(name).or_default().push(s);
            self.todo.push(Todo::Twin(s));
        }
    }

    fn use_enum(&mut self, e: &'t Enum, holder: Holder<'t>) {
        self.enums.entry(e.name.as_str()).or_default().push(holder);
        self.add_enum(e);
    }

    fn add_enum(&mut self, e: &'t Enum) {
        if !self.seen.insert(e.name.as_str()) {
            return;
        }
        self.add(e.name.as_str(), Thing::Enum(e));
        // protocols are more than constants
        let entries = e.entries.iter().filter(|_| e.name != PROTOCOLS.name);
        for entry in entries {
            self.add(entry.name.as_str(), Thing::Entry(e, entry));
            for alias in entry.aliases {
                self.add(alias, Thing::Entry(e, entry));
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
                    self.add(bit.name.as_str(), Thing::Bit(holder, bit));
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
                for s in inside.headers.iter().chain(inside.structs) {
                    self.use_struct(s, holder);
                }
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
            }
            _ => {}
        }
    }
}
