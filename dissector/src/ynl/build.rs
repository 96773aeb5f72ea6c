//! From a spec to records of the tables. Nothing fails here: all was checked before.

use super::naming::{Named, Names, value};
use super::policies::policies;
use super::spec::{
    AttributeKind, Choice, EnumUse, Enumeration, FormatOf, Hint, MemberKind, Record, Scalar, Spec,
    Stands, Way, c_name,
};
use super::yaml::integer;
use crate::table::{
    Abi, Attribute, Body, BytesAs, Case, Entry, Enum, Fact, Family, Field, Format, Group, Kind,
    Layer, Match, Meaning, Message, Name, Ref, Select, Selector, Set, SetRef, Struct, Tables, Verb,
    When,
};
use std::borrow::Cow;
use std::collections::HashSet;

/// Constants that a selector may stand for at most: those of the nearest scopes.
const MAX_SELECTORS: usize = 4;

const NETLINK_NETFILTER: u16 = 12;

static NOTHING: Set = Set {
    name: crate::name!("nothing"),
    attributes: Cow::Borrowed(&[]),
    index: Cow::Borrowed(&[]),
};

static NOTHING_KNOWN: Enum = Enum {
    name: crate::name!("flags"),
    flags: true,
    entries: Cow::Borrowed(&[]),
};

/// Adds a spec's family to the tables.
pub(super) fn build(tables: &mut Tables, spec: &Spec<'_>, names: &Names, file: &str) {
    let mut builder = Builder {
        spec,
        names,
        sets: spec.sets.iter().map(|_| tables.new_set()).collect(),
        enums: Vec::new(),
        structs: vec![None; spec.structs.len()],
        parents: parents(spec),
    };
    builder.enums = builder.enums();
    for &at in &spec.struct_order {
        let made = builder.structure(at);
        if let Some(slot) = builder.structs.get_mut(at) {
            *slot = made;
        }
    }
    for (at, set) in spec.sets.iter().enumerate() {
        let Some(&place) = builder.sets.get(at) else {
            continue;
        };
        let named = names.attributes.get(at).into_iter().flatten();
        let attributes = set.attributes.iter().zip(named);
        let attributes = attributes.map(|(attribute, (name, aliases))| Attribute {
            name: name.clone(),
            value: attribute.value,
            kind: Kind {
                multi: attribute.multi,
                ..builder.kind(&attribute.kind, at)
            },
            aliases,
        });
        let title = Name::new(&format!("{}.{}", spec.name, set.name));
        tables.put_set(place, Set::new(title, attributes.collect()));
    }
    tables.add_family(builder.family());
    tables.add_policies(policies(spec, names, file));
}

struct Builder<'s, 'd> {
    spec: &'s Spec<'d>,
    names: &'s Names,
    sets: Vec<SetRef>,
    /// Each as it is, and as flags.
    enums: Vec<[Ref<Enum>; 2]>,
    structs: Vec<Option<Ref<Struct>>>,
    /// Which sets a set stands in.
    parents: Vec<Vec<usize>>,
}

impl Builder<'_, '_> {
    fn enums(&self) -> Vec<[Ref<Enum>; 2]> {
        let all = self.spec.enums.iter().zip(&self.names.entries);
        let make = |one: &Enumeration<'_>, named: &[Named], flags: bool| {
            let entry = |((_, n), (name, aliases)): (&(&str, i64), &Named)| {
                Some(Entry {
                    name: name.clone(),
                    value: value(*n, flags)?,
                    aliases,
                })
            };
            let mut entries: Vec<Entry> = one.entries.iter().zip(named).filter_map(entry).collect();
            entries.sort_by_key(|e| e.value as i64);
            entries.dedup_by_key(|e| e.value);
            Ref::new(Enum {
                name: Name::new(&one.name),
                flags,
                entries: Cow::Owned(entries),
            })
        };
        all.map(|(one, named)| {
            let plain = make(one, named, one.flags);
            let flags = if one.flags {
                plain.clone()
            } else {
                make(one, named, true)
            };
            [plain, flags]
        })
        .collect()
    }

    fn enumeration(&self, of: EnumUse) -> Option<Ref<Enum>> {
        let [plain, flags] = self.enums.get(of.at)?;
        Some(if of.flags { flags } else { plain }.clone())
    }

    fn structure(&self, at: usize) -> Option<Ref<Struct>> {
        let one = self.spec.structs.get(at)?;
        let named = self.names.members.get(at)?;
        let mut fields = Vec::with_capacity(one.members.len());
        for (member, name) in one.members.iter().zip(named) {
            let field = |kind| Field {
                name: name.clone(),
                kind,
            };
            fields.push(match &member.kind {
                MemberKind::Scalar(scalar) => field(self.scalar(*scalar)),
                MemberKind::Bytes(n, hint) => {
                    let kind = Kind::new(Format::Bytes(bytes_as(*hint)));
                    let n = if *hint == Hint::None { *n } else { 0 };
                    field(kind.times(n))
                }
                MemberKind::String(n) => field(Kind::new(Format::String(false)).times(*n)),
                MemberKind::Pad(n) => {
                    let kind = Kind::new(Format::Bytes(BytesAs::Opaque));
                    field(kind.times(*n).reserved())
                }
                MemberKind::Bitfield32(of) => field(self.bitfield32(*of)),
                MemberKind::Struct(inner) => {
                    let inner = self.structs.get(*inner)?.clone()?;
                    field(Kind::new(Format::Struct(inner, None)))
                }
            });
        }
        Some(Ref::new(laid_out(Name::new(&c_name(one.name)), fields)))
    }

    fn scalar(&self, scalar: Scalar) -> Kind {
        let meaning = match scalar.meaning {
            Stands::Number => Meaning::Number,
            Stands::Hex => Meaning::Hex,
            // in network order in every header there is, said or not
            Stands::Ipv4 => return Kind::new(Format::Bytes(BytesAs::Ipv4)),
            Stands::Enum(of) => self.enumeration(of).map_or(Meaning::Number, Meaning::Enum),
        };
        Kind::integer(scalar.width, scalar.signed, scalar.order).meaning(meaning)
    }

    fn bitfield32(&self, of: Option<EnumUse>) -> Kind {
        let of = of.and_then(|of| self.enumeration(EnumUse { flags: true, ..of }));
        let of = of.unwrap_or(Ref::Static(&NOTHING_KNOWN));
        Kind::new(Format::Bitfield32(of))
    }

    fn set(&self, at: Option<usize>) -> SetRef {
        let known = at.and_then(|at| self.sets.get(at)).copied();
        known.unwrap_or(SetRef::Static(&NOTHING))
    }

    /// What an attribute of the set at `within` holds.
    fn kind(&self, kind: &AttributeKind<'_>, within: usize) -> Kind {
        match kind {
            AttributeKind::Unused => Kind::new(Format::Unused),
            AttributeKind::Pad => Kind::new(Format::Pad),
            AttributeKind::Flag => Kind::new(Format::Flag),
            AttributeKind::Scalar(scalar) => self.scalar(*scalar),
            AttributeKind::Bytes(hint) => Kind::new(Format::Bytes(bytes_as(*hint))),
            AttributeKind::Struct(at) => self.header_and_set(Some(*at), None),
            AttributeKind::List(scalar) => Kind::new(Format::List(Ref::new(self.scalar(*scalar)))),
            AttributeKind::String(terminated) => Kind::new(Format::String(*terminated)),
            AttributeKind::Bitfield32(of) => self.bitfield32(*of),
            AttributeKind::Nest(at) => Kind::new(Format::Nest(self.set(*at))),
            AttributeKind::Array(element) => {
                Kind::new(Format::Array(Ref::new(self.kind(element, within))))
            }
            AttributeKind::Levels(levels, at) => {
                let mut kind = Kind::new(Format::Nest(self.set(*at)));
                for _ in 0..*levels {
                    kind = Kind::new(Format::Map(None, Ref::new(kind)));
                }
                kind
            }
            AttributeKind::Choice(at, selector) => self.choice(*at, selector, within),
        }
    }

    /// A struct, attributes, both one behind the other, or nothing.
    fn header_and_set(&self, header: Option<usize>, set: Option<usize>) -> Kind {
        let header = header
            .and_then(|at| self.structs.get(at))
            .cloned()
            .flatten();
        match (header, set) {
            (Some(header), None) => Kind::new(Format::Struct(header, None)),
            (Some(header), Some(_)) => Kind::new(Format::Struct(header, Some(self.set(set)))),
            (None, Some(_)) => Kind::new(Format::Nest(self.set(set))),
            (None, None) => Kind::new(Format::Select(Ref::new(Select {
                by: Selector::Fact(Fact::Length),
                cases: Cow::Owned(vec![Case {
                    when: Match::Number(0),
                    kind: Kind::new(Format::Nest(SetRef::Static(&NOTHING))),
                }]),
                otherwise: None,
            }))),
        }
    }

    /// A sub-message. The selector is an attribute of the same set, else of a set around it,
    /// else a field of a header.
    fn choice(&self, at: usize, selector: &str, within: usize) -> Kind {
        let mut kind = None;
        if let Some(choice) = self.spec.choices.get(at) {
            let found = self.selectors(selector, within);
            for (by, numbers) in found.into_iter().rev() {
                let select = Select {
                    by,
                    cases: Cow::Owned(self.cases(choice, numbers)),
                    otherwise: kind,
                };
                kind = Some(Kind::new(Format::Select(Ref::new(select))));
            }
        }
        kind.unwrap_or(Kind::new(Format::Bytes(BytesAs::Opaque)))
    }

    /// What a selector's name may mean, the nearest first; of a number its enumeration.
    fn selectors(&self, name: &str, within: usize) -> Vec<(Selector, Sort)> {
        let mut found: Vec<(Selector, Sort)> = Vec::new();
        let mut constants = HashSet::new();
        let mut seen = HashSet::from([within]);
        let mut level = vec![within];
        while !level.is_empty() && found.len() < MAX_SELECTORS {
            let mut next = Vec::new();
            for &at in &level {
                if let Some((constant, sort)) = self.selector_in(at, name) {
                    if constants.insert(constant.as_str()) && found.len() < MAX_SELECTORS {
                        let text = Cow::Owned(constant.as_str().to_owned());
                        found.push((Selector::Attribute(text), sort));
                    }
                    if at == within {
                        return found;
                    }
                    continue; // a scope that has the name hides those around it
                }
                let parents = self.parents.get(at).into_iter().flatten();
                next.extend(parents.copied().filter(|p| seen.insert(*p)));
            }
            level = next;
        }
        if found.is_empty()
            && let Some((field, sort)) = self.selector_field(name)
        {
            let text = Cow::Owned(field.as_str().to_owned());
            found.push((Selector::Field(text), sort));
        }
        found
    }

    fn selector_in(&self, set: usize, name: &str) -> Option<(&Name, Sort)> {
        let attributes = &self.spec.sets.get(set)?.attributes;
        let at = attributes.iter().position(|a| a.name == name)?;
        let sort = match &attributes.get(at)?.kind {
            AttributeKind::Scalar(scalar) => Sort::Number(scalar.enumeration()),
            _ => Sort::Text,
        };
        Some((&self.names.attributes.get(set)?.get(at)?.0, sort))
    }

    fn selector_field(&self, name: &str) -> Option<(&Name, Sort)> {
        let mut structs = self.spec.structs.iter().zip(&self.names.members);
        structs.find_map(|(one, names)| {
            let at = one.members.iter().position(|m| m.name == name)?;
            match &one.members.get(at)?.kind {
                MemberKind::Scalar(s) => Some((names.get(at)?, Sort::Number(s.enumeration()))),
                _ => None,
            }
        })
    }

    fn cases(&self, choice: &Choice<'_>, sort: Sort) -> Vec<Case> {
        let when = |text: &str| match sort {
            Sort::Text => Some(Match::Text(Cow::Owned(text.to_owned()))),
            Sort::Number(of) => self.number(text, of).map(Match::Number),
        };
        let case = |format: &FormatOf<'_>| {
            Some(Case {
                when: when(format.value)?,
                kind: self.header_and_set(format.header, format.set),
            })
        };
        let mut cases: Vec<Case> = choice.formats.iter().filter_map(case).collect();
        cases.sort_by(|a, b| match (&a.when, &b.when) {
            (Match::Text(a), Match::Text(b)) => a.cmp(b),
            (Match::Number(a), Match::Number(b)) => a.cmp(b),
            _ => std::cmp::Ordering::Equal, // all are of one sort
        });
        cases
    }

    /// The number of an enumeration's entry, or a number itself.
    fn number(&self, text: &str, of: Option<EnumUse>) -> Option<u64> {
        let entry = of.and_then(|of| {
            let entries = &self.spec.enums.get(of.at)?.entries;
            let (_, n) = entries.iter().find(|(name, _)| *name == text)?;
            value(*n, of.flags)
        });
        entry.or_else(|| integer(text).map(|n| n as u64))
    }

    fn family(&self) -> Family {
        let spec = self.spec;
        let subsystem = subsystem(spec);
        let message = |(record, (name, verb)): (&Record<'_>, &(Name, Verb))| {
            let header = record.header.and_then(|at| self.structs.get(at)).cloned();
            Message {
                name: name.clone(),
                value: match subsystem {
                    Some(_) => record.value & 0xff,
                    None => record.value,
                },
                verb: *verb,
                when: match record.way {
                    Way::Both => When::Always,
                    Way::Request => When::Request,
                    Way::Reply => When::Reply,
                },
                headers: header.flatten().into_iter().collect(),
                body: match record.set {
                    Some(_) => Body::Attributes(self.set(record.set)),
                    None => Body::None,
                },
            }
        };
        let group = |(name, value): &(String, u32)| Group {
            name: Name::new(name),
            value: *value,
        };
        let messages = spec.messages.iter().zip(&self.names.messages);
        let (layer, messages) = match (spec.generic, subsystem) {
            (true, _) => (Layer::Generic, messages.map(message).collect()),
            (false, None) => (Layer::Protocol, messages.map(message).collect()),
            (false, Some(high)) => {
                let own = messages.filter(|(r, _)| r.value >> 8 == u16::from(high));
                (Layer::Subsystem(high), own.map(message).collect())
            }
        };
        Family {
            name: Name::new(spec.name),
            protocol: Some(spec.protocol),
            layer,
            messages,
            groups: spec.groups.iter().map(group).collect(),
        }
    }
}

/// The subsystem of nfnetlink that a spec is about: the high byte of its messages' values,
/// where these have one in common. The marks of a batch are below and belong to none.
pub(super) fn subsystem(spec: &Spec<'_>) -> Option<u8> {
    if spec.generic || spec.protocol != NETLINK_NETFILTER {
        return None;
    }
    let mut high = spec.messages.iter().map(|r| (r.value >> 8) as u8);
    let first = high.clone().find(|&h| h != 0)?;
    high.all(|h| h == 0 || h == first).then_some(first)
}

/// What a selector's value is.
#[derive(Clone, Copy)]
enum Sort {
    Text,
    Number(Option<EnumUse>),
}

fn bytes_as(hint: Hint) -> BytesAs {
    match hint {
        Hint::None => BytesAs::Opaque,
        Hint::Mac => BytesAs::Mac,
        Hint::Ipv4 => BytesAs::Ipv4,
        Hint::Ipv6 => BytesAs::Ipv6,
        Hint::Ip => BytesAs::Ip,
        Hint::Uuid => BytesAs::Uuid,
    }
}

/// A spec states all padding but that at the end. Where its offsets are those of C, the struct
/// ends as C has it, and follows the alignment of other architectures.
fn laid_out(name: Name, fields: Vec<Field>) -> Struct {
    let packed = Struct::new(name.clone(), fields.clone(), true);
    let natural = Struct::new(name, fields, false);
    let slots = |s: &Struct| s.layout(Abi::Lp64).slots.clone();
    if slots(&natural) == slots(&packed) {
        natural
    } else {
        packed
    }
}

/// The sets that each set stands in.
fn parents(spec: &Spec<'_>) -> Vec<Vec<usize>> {
    let mut parents: Vec<Vec<usize>> = vec![Vec::new(); spec.sets.len()];
    let mut add = |inner: usize, outer: usize| {
        if let Some(outers) = parents.get_mut(inner)
            && outers.last() != Some(&outer)
        {
            outers.push(outer);
        }
    };
    for (at, set) in spec.sets.iter().enumerate() {
        for attribute in &set.attributes {
            let mut kind = &attribute.kind;
            if let AttributeKind::Array(element) = kind {
                kind = element;
            }
            match kind {
                AttributeKind::Nest(Some(inner)) | AttributeKind::Levels(_, Some(inner)) => {
                    add(*inner, at);
                }
                AttributeKind::Choice(choice, _) => {
                    let formats = spec.choices.get(*choice).map(|c| &c.formats);
                    for format in formats.into_iter().flatten() {
                        if let Some(inner) = format.set {
                            add(inner, at);
                        }
                    }
                }
                _ => {}
            }
        }
    }
    parents
}
