use super::rule::BOOK;
use super::rules::RULES;
use super::*;
use crate::exchange::State;
use crate::families::ALL;
use crate::envelope::Place;
use crate::table::{Body, Format, Kind, Ref, Set, SetRef, Struct, Tables};
use crate::wire::{ByteOrder, Messages};
use std::collections::HashSet;

/// All names of messages, attributes, fields and entries of the built-in tables.
#[derive(Default)]
struct Names {
    messages: HashSet<String>,
    nodes: HashSet<String>,
    sets: HashSet<*const Set>,
    structs: HashSet<*const Struct>,
}

impl Names {
    fn set(&mut self, set: &SetRef) {
        if let SetRef::Static(set) = set
            && self.sets.insert(*set)
        {
            for attribute in set.attributes.iter() {
                self.nodes.insert(attribute.name.to_string());
                self.kind(&attribute.kind);
            }
        }
    }

    fn structure(&mut self, s: &Ref<Struct>) {
        if let Ref::Static(s) = s
            && self.structs.insert(*s)
        {
            for field in s.fields.iter() {
                self.nodes.insert(field.name.to_string());
                self.kind(&field.kind);
            }
            if let Some((name, kind)) = &s.tail {
                self.nodes.insert(name.to_string());
                self.kind(kind);
            }
        }
    }

    fn kind(&mut self, kind: &Kind) {
        match &kind.format {
            Format::Nest(set) | Format::Sequence(set) => self.set(set),
            Format::Struct(s, set) => {
                self.structure(s);
                if let Some(set) = set {
                    self.set(set);
                }
            }
            Format::List(kind) | Format::Array(kind) | Format::Table(_, kind) => self.kind(kind),
            Format::Map(_, kind) => self.kind(kind),
            Format::Select(select) => {
                for case in select.kinds() {
                    self.kind(case);
                }
            }
            Format::Bits(_, _, bits) => {
                self.nodes.extend(bits.iter().map(|bit| bit.name.to_string()));
            }
            Format::Special(special) => {
                for set in special.sets {
                    self.set(&SetRef::Static(set));
                }
            }
            _ => {}
        }
    }
}
