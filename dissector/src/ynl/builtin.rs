//! What the built-in tables have of a protocol, for names.

use crate::families;
use crate::table::{
    Body, Enum, Family, Format, Kind, Layer, Match, Meaning, Message, Select, Set, SetRef, Struct,
};
use std::collections::HashSet;

/// Sets that a kind leads to at most; only tables gone wrong have more.
const MAX_SETS: usize = 1000;

/// The built-in records that a spec may be about.
#[derive(Default)]
pub(super) struct Builtin {
    pub families: Vec<&'static Family>,
    pub sets: Vec<&'static Set>,
    pub enums: Vec<&'static Enum>,
    pub structs: Vec<&'static Struct>,
}

impl Builtin {
    /// Of a generic family the family of its name, else all of the protocol.
    pub(super) fn of(protocol: u16, generic: bool, name: &str) -> Builtin {
        let all = families::ALL.iter().copied();
        let fits = |f: &&'static Family| {
            f.protocol == Some(protocol)
                && if generic {
                    f.layer == Layer::Generic && f.name.as_str() == name
                } else {
                    f.layer != Layer::Generic
                }
        };
        let mut found = Builtin {
            families: all.filter(fits).collect(),
            ..Builtin::default()
        };
        let mut finder = Finder::default();
        for family in &found.families {
            for message in family.messages.iter() {
                for header in message.headers.iter() {
                    finder.structure(header);
                }
                match &message.body {
                    Body::Attributes(set) => finder.set(*set),
                    Body::Value(_, kind) => finder.kinds.push(kind),
                    Body::None => {}
                }
            }
        }
        while let Some(kind) = finder.kinds.pop() {
            finder.kind(kind);
        }
        found.sets = finder.sets;
        found.enums = finder.enums;
        found.structs = finder.structs;
        found
    }

    /// The built-in messages of a value.
    pub(super) fn messages(&self, value: u16) -> impl Iterator<Item = &'static Message> {
        self.families.iter().flat_map(move |family| {
            let value = match family.layer {
                Layer::Protocol | Layer::Generic => Some(value),
                Layer::Subsystem(s) if value >> 8 == u16::from(s) => Some(value & 0xff),
                _ => None,
            };
            value.map_or(&[][..], |v| family.records(v))
        })
    }
}

/// Collects what kinds refer to, each record once.
#[derive(Default)]
struct Finder {
    seen: HashSet<usize>,
    kinds: Vec<&'static Kind>,
    sets: Vec<&'static Set>,
    enums: Vec<&'static Enum>,
    structs: Vec<&'static Struct>,
}

impl Finder {
    /// Whether a record was not met before.
    fn first<T>(&mut self, record: &'static T) -> bool {
        self.seen.insert(std::ptr::from_ref(record).addr())
    }

    fn set(&mut self, set: SetRef) {
        if let SetRef::Static(set) = set
            && self.first(set)
        {
            self.sets.push(set);
            self.kinds.extend(set.attributes.iter().map(|a| &a.kind));
        }
    }

    fn structure(&mut self, one: &'static Struct) {
        if self.first(one) {
            self.structs.push(one);
            self.kinds.extend(one.fields.iter().map(|f| &f.kind));
            self.kinds.extend(one.tail.iter().map(|f| &f.kind));
        }
    }

    fn enumeration(&mut self, one: &'static Enum) {
        if self.first(one) {
            self.enums.push(one);
        }
    }

    fn meaning(&mut self, meaning: &'static Meaning) {
        if let Meaning::Enum(of) = meaning {
            self.enumeration(of);
        }
    }

    fn select(&mut self, select: &'static Select) {
        if self.first(select) {
            self.kinds.extend(select.cases.iter().map(|c| &c.kind));
            self.kinds.extend(&select.otherwise);
        }
    }

    fn kind(&mut self, kind: &'static Kind) {
        match &kind.format {
            Format::Integer { meaning, .. } => self.meaning(meaning),
            Format::Bitfield32(of) => self.enumeration(of),
            Format::Struct(one, then) => {
                self.structure(one);
                if let Some(set) = then {
                    self.set(*set);
                }
            }
            Format::Bits(_, _, bits) => bits.iter().for_each(|bit| self.meaning(&bit.meaning)),
            Format::List(element) | Format::Array(element) => self.kinds.push(element),
            Format::Table(keys, element) => {
                self.enumeration(keys);
                self.kinds.push(element);
            }
            Format::Map(keys, element) => {
                if let Some(keys) = keys {
                    self.enumeration(keys);
                }
                self.kinds.push(element);
            }
            Format::Nest(set) | Format::Sequence(set) => self.set(*set),
            Format::Select(select) => self.select(select),
            Format::Special(special) => {
                for &set in special.sets {
                    self.set(SetRef::Static(set));
                }
            }
            _ => {}
        }
    }
}

/// The sets that a kind leads to without another set between; of a choice by text only those
/// that `text` chooses, where it is given.
pub(super) fn sets_of(kind: &'static Kind, text: Option<&str>) -> Vec<&'static Set> {
    let mut sets = Vec::new();
    let mut kinds = vec![kind];
    let mut seen = HashSet::new();
    while let Some(kind) = kinds.pop() {
        if sets.len() > MAX_SETS {
            break;
        }
        match &kind.format {
            Format::Nest(SetRef::Static(set))
            | Format::Sequence(SetRef::Static(set))
            | Format::Struct(_, Some(SetRef::Static(set))) => sets.push(*set),
            Format::List(element)
            | Format::Array(element)
            | Format::Table(_, element)
            | Format::Map(_, element) => kinds.push(element),
            Format::Struct(one, None) => kinds.extend(one.tail.iter().map(|t| &t.kind)),
            Format::Select(select) => {
                let select: &'static Select = select;
                if !seen.insert(std::ptr::from_ref(select)) {
                    continue;
                }
                let fits = |when: &Match| match (when, text) {
                    (Match::Text(t), Some(text)) => t == text,
                    _ => true,
                };
                let cases = select.cases.iter().filter(|c| fits(&c.when));
                kinds.extend(cases.map(|c| &c.kind));
                kinds.extend(&select.otherwise);
            }
            Format::Special(special) => sets.extend(special.sets),
            _ => {}
        }
    }
    sets
}

/// The enumeration of a kind.
pub(super) fn enum_of(kind: &'static Kind) -> Option<&'static Enum> {
    match &kind.format {
        Format::Integer {
            meaning: Meaning::Enum(of),
            ..
        }
        | Format::Bitfield32(of) => Some(of),
        Format::List(element)
        | Format::Array(element)
        | Format::Map(_, element)
        | Format::Table(_, element) => match &element.format {
            Format::Integer {
                meaning: Meaning::Enum(of),
                ..
            } => Some(of),
            _ => None,
        },
        _ => None,
    }
}
