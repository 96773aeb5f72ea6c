//! The tables themselves, as JSON and as text: what is known of families, messages, attributes.

use crate::explain::nearest;
use crate::families::protocols::PROTOCOLS;
use crate::sink::json::value::{write_number, write_signed, write_string};
use crate::table::{
    Attribute, Body, BytesAs, Enum, Family, Format, Kind, Layer, Meaning, Message, Name, Order,
    Select, Set, SetRef, Struct, Tables, Unit, When, Width,
};
use std::collections::BTreeMap;
use std::io::Write;

/// How many names are offered for one that is not known.
const NEAREST: usize = 4;

/// Everything that messages lead to, by name.
#[derive(Default)]
struct Reached<'t> {
    sets: BTreeMap<&'t str, &'t Set>,
    enums: BTreeMap<&'t str, &'t Enum>,
    structs: BTreeMap<&'t str, &'t Struct>,
}

impl<'t> Reached<'t> {
    fn families(&mut self, tables: &'t Tables, families: &[&'t Family]) {
        for message in families.iter().flat_map(|f| f.messages.iter()) {
            for header in message.headers.iter() {
                self.structure(tables, header);
            }
            match &message.body {
                Body::None => {}
                Body::Attributes(set) => self.set(tables, tables.set(*set)),
                Body::Value(_, kind) => self.kind(tables, kind),
            }
        }
    }

    fn set(&mut self, tables: &'t Tables, set: &'t Set) {
        // sets nest themselves: each is followed once, without recursion between sets
        let mut todo = vec![set];
        while let Some(set) = todo.pop() {
            if self.sets.insert(set.name.as_str(), set).is_some() {
                continue;
            }
            for attribute in set.attributes.iter() {
                self.parts(tables, &attribute.kind);
                todo.extend(sets_below(tables, &attribute.kind));
            }
        }
    }

    fn kind(&mut self, tables: &'t Tables, kind: &'t Kind) {
        self.parts(tables, kind);
        for set in sets_below(tables, kind) {
            self.set(tables, set);
        }
    }

    /// Enumerations and structs that a kind names, those of its parts included.
    fn parts(&mut self, tables: &'t Tables, kind: &'t Kind) {
        match &kind.format {
            Format::Integer {
                meaning: Meaning::Enum(e),
                ..
            }
            | Format::Bitfield32(e) => self.enumeration(e),
            Format::Bits(_, _, bits) => {
                for bit in bits.iter() {
                    if let Meaning::Enum(e) = &bit.meaning {
                        self.enumeration(e);
                    }
                }
            }
            Format::Struct(s, _) => self.structure(tables, s),
            Format::List(element) | Format::Array(element) | Format::Map(None, element) => {
                self.parts(tables, element);
            }
            Format::Table(e, element) | Format::Map(Some(e), element) => {
                self.enumeration(e);
                self.parts(tables, element);
            }
            Format::Select(select) => {
                let cases = select.cases.iter().map(|c| &c.kind);
                for kind in cases.chain(&select.otherwise) {
                    self.parts(tables, kind);
                }
            }
            _ => {}
        }
    }

    fn enumeration(&mut self, e: &'t Enum) {
        self.enums.insert(e.name.as_str(), e);
    }

    fn structure(&mut self, tables: &'t Tables, s: &'t Struct) {
        if self.structs.insert(s.name.as_str(), s).is_none() {
            for field in s.fields.iter().chain(&s.tail) {
                self.kind(tables, &field.kind);
            }
        }
    }
}

/// The sets that can stand directly below a value of a kind.
pub fn sets_below<'t>(tables: &'t Tables, kind: &'t Kind) -> Vec<&'t Set> {
    let mut sets = Vec::new();
    collect(tables, kind, &mut sets);
    sets
}

fn collect<'t>(tables: &'t Tables, kind: &'t Kind, sets: &mut Vec<&'t Set>) {
    let mut add = |r: SetRef| sets.push(tables.set(r));
    match &kind.format {
        Format::Nest(set) | Format::Sequence(set) => add(*set),
        Format::Struct(s, then) => {
            if let Some(set) = then {
                add(*set);
            }
            for field in s.fields.iter().chain(&s.tail) {
                collect(tables, &field.kind, sets);
            }
        }
        Format::List(element)
        | Format::Table(_, element)
        | Format::Array(element)
        | Format::Map(_, element) => collect(tables, element, sets),
        Format::Select(select) => {
            for kind in select
                .cases
                .iter()
                .map(|c| &c.kind)
                .chain(&select.otherwise)
            {
                collect(tables, kind, sets);
            }
        }
        Format::Special(special) => sets.extend(special.sets.iter().copied()),
        _ => {}
    }
}

/// The word for a kind's type: see docs/JSON.md.
pub fn type_word(kind: &Kind) -> &'static str {
    match &kind.format {
        Format::Flag => "flag",
        Format::Integer {
            meaning: Meaning::Bool,
            ..
        } => "bool",
        Format::Integer { width, signed, .. } => match (width, signed) {
            (Width::W8, false) => "u8",
            (Width::W16, false) => "u16",
            (Width::W32, false) => "u32",
            (Width::W64 | Width::Aligned64, false) => "u64",
            (Width::W8, true) => "s8",
            (Width::W16, true) => "s16",
            (Width::W32, true) => "s32",
            (Width::W64 | Width::Aligned64, true) => "s64",
            (Width::Long, false) => "ulong",
            (Width::Long, true) => "long",
            (Width::ByLength, false) => "uint",
            (Width::ByLength, true) => "sint",
        },
        Format::String(_) => "string",
        Format::Bytes(form) => match form {
            BytesAs::Opaque => "binary",
            BytesAs::Mac => "mac",
            BytesAs::Ipv4 => "ipv4",
            BytesAs::Ipv6 => "ipv6",
            BytesAs::Ip => "ip",
            BytesAs::Uuid => "uuid",
            BytesAs::Eui64 => "eui64",
            BytesAs::Key => "key",
            BytesAs::Packet => "packet",
        },
        Format::Address(_) => "ip",
        Format::Bitfield32(_) => "bitfield32",
        Format::Struct(..) => "struct",
        Format::Bits(..) => "bits",
        Format::List(_) | Format::Array(_) => "array",
        Format::Table(..) | Format::Map(..) => "map",
        Format::Nest(_) => "nest",
        Format::Sequence(_) => "sequence",
        Format::Select(select) => {
            let mut words = select
                .cases
                .iter()
                .map(|c| &c.kind)
                .chain(&select.otherwise)
                .map(type_word)
                .filter(|w| *w != "binary");
            match words.next() {
                Some(first) if words.all(|w| w == first) => first,
                Some(_) => "select",
                None => "binary",
            }
        }
        Format::Special(special) => special.name,
        Format::Pad => "pad",
        Format::Unused => "unused",
    }
}

/// What a kind's elements or fields are of, where the type alone does not say.
pub(crate) fn of_word(kind: &Kind) -> Option<&str> {
    match &kind.format {
        Format::Struct(s, _) => Some(s.name.as_str()),
        Format::List(e) | Format::Table(_, e) | Format::Array(e) | Format::Map(_, e) => {
            of_word(e).or_else(|| Some(type_word(e)))
        }
        Format::Select(select) => agreed(layouts(select).filter_map(of_word)),
        _ => None,
    }
}

/// The kinds that a choice is between.
fn layouts(select: &Select) -> impl Iterator<Item = &Kind> {
    let cases = select.cases.iter().map(|c| &c.kind);
    cases.chain(&select.otherwise)
}

/// The word that all agree on.
fn agreed<'w>(mut words: impl Iterator<Item = &'w str>) -> Option<&'w str> {
    let first = words.next()?;
    words.all(|w| w == first).then_some(first)
}

pub(crate) fn enum_of(kind: &Kind) -> Option<&Enum> {
    match &kind.format {
        Format::Integer {
            meaning: Meaning::Enum(e),
            ..
        }
        | Format::Bitfield32(e)
        | Format::Table(e, _)
        | Format::Map(Some(e), _) => Some(e),
        Format::List(element) | Format::Array(element) | Format::Map(None, element) => {
            enum_of(element)
        }
        Format::Select(select) => {
            let name = agreed(layouts(select).filter_map(enum_of).map(|e| e.name.as_str()))?;
            layouts(select)
                .filter_map(enum_of)
                .find(|e| e.name.as_str() == name)
        }
        _ => None,
    }
}

pub(crate) fn byte_order(kind: &Kind) -> Option<&'static str> {
    match &kind.format {
        Format::Integer { order, .. } | Format::Bits(_, order, _) => match order {
            Order::Big => Some("big-endian"),
            Order::Little => Some("little-endian"),
            Order::Host => None,
        },
        Format::List(element) | Format::Array(element) => byte_order(element),
        Format::Select(select) => {
            let mut kinds = select
                .cases
                .iter()
                .map(|c| &c.kind)
                .chain(&select.otherwise);
            let first = byte_order(kinds.next()?)?;
            kinds.all(|k| byte_order(k) == Some(first)).then_some(first)
        }
        _ => None,
    }
}

pub(crate) fn unit_of(kind: &Kind) -> Unit {
    match &kind.format {
        Format::List(element) | Format::Array(element) | Format::Table(_, element) => {
            unit_of(element)
        }
        _ => kind.unit,
    }
}

pub(crate) fn when_word(when: &When) -> Option<String> {
    match when {
        When::Always => None,
        When::Request => Some("request".into()),
        When::Reply => Some("reply".into()),
        When::Byte(_, _, words) | When::Attribute(_, _, words) => Some((*words).into()),
        When::Shorter(n) => Some(format!("payload<{n}")),
        When::All(all) => {
            let words: Vec<String> = all.iter().filter_map(when_word).collect();
            Some(words.join(" "))
        }
    }
}

pub(crate) fn protocol_word(family: &Family) -> Option<String> {
    let protocol = family.protocol?;
    Some(match PROTOCOLS.name_of(protocol.into()) {
        Some(name) => name.to_string(),
        None => protocol.to_string(),
    })
}

fn chosen<'t>(tables: &'t Tables, name: Option<&str>) -> Vec<&'t Family> {
    tables
        .families()
        .filter(|f| name.is_none_or(|n| f.name.as_str() == n))
        .collect()
}

/// Writes the tables as one JSON document: all families, or the one of a name and what its
/// messages lead to. Writes nothing where there is no such family.
pub fn json(tables: &Tables, name: Option<&str>, out: &mut Vec<u8>) {
    let families = chosen(tables, name);
    if families.is_empty() {
        return;
    }
    let mut reached = Reached::default();
    reached.families(tables, &families);
    let mut w = Writer { out };
    w.object(|w| {
        w.list("families", families.iter(), |w, f| {
            family_json(w, tables, f)
        });
        w.list("sets", reached.sets.values(), |w, set| {
            w.text("name", set.name.as_str());
            w.list("attributes", set.attributes.iter(), |w, a| {
                attribute_json(w, tables, a);
            });
        });
        w.list("enums", reached.enums.values(), |w, e| {
            w.text("name", e.name.as_str());
            w.raw("flags", if e.flags { "true" } else { "false" });
            w.list("entries", e.entries.iter(), |w, entry| {
                w.text("name", entry.name.as_str());
                w.key("value");
                if e.flags {
                    write_number(w.out, entry.value);
                } else {
                    write_signed(w.out, entry.value as i64);
                }
                w.out.push(b',');
                w.words("aliases", entry.aliases.iter().copied());
            });
        });
        w.list("structs", reached.structs.values(), |w, s| {
            w.text("name", s.name.as_str());
            w.list("fields", s.fields.iter().chain(&s.tail), |w, field| {
                w.text("name", field.name.as_str());
                kind_json(w, tables, &field.kind);
                if field.kind.count > 1 {
                    w.number("count", field.kind.count.into());
                }
                if let Format::Bits(_, _, bits) = &field.kind.format {
                    w.list("bits", bits.iter(), |w, bit| {
                        w.text("name", bit.name.as_str());
                        w.number("width", bit.width.into());
                        if let Meaning::Enum(e) = &bit.meaning {
                            w.text("enum", e.name.as_str());
                        }
                    });
                }
            });
        });
    });
    w.out.pop();
    w.out.push(b'\n');
}

fn family_json(w: &mut Writer<'_>, tables: &Tables, family: &Family) {
    match protocol_word(family) {
        Some(word) => w.text("protocol", &word),
        None => w.raw("protocol", "null"),
    }
    w.text("family", family.name.as_str());
    w.list("messages", family.messages.iter(), |w, m| {
        w.text("name", m.name.as_str());
        w.number("value", full_value(family, m).into());
        if let Some(when) = when_word(&m.when) {
            w.text("when", &when);
        }
        w.words("headers", m.headers.iter().map(|h| h.name.as_str()));
        match &m.body {
            Body::None => {}
            Body::Attributes(set) => w.text("attributes", tables.set(*set).name.as_str()),
            Body::Value(name, kind) => {
                w.key("payload");
                w.object(|w| {
                    w.text("name", name.as_str());
                    kind_json(w, tables, kind);
                });
                if let Some(set) = sets_below(tables, kind).first() {
                    w.text("attributes", set.name.as_str());
                }
            }
        }
    });
    w.list("groups", family.groups.iter(), |w, g| {
        w.text("name", g.name.as_str());
        if g.value != 0 {
            w.number("value", g.value.into());
        }
    });
}

/// nlmsg_type of a message, or the command of a generic family.
pub(crate) fn full_value(family: &Family, message: &Message) -> u16 {
    match family.layer {
        Layer::Subsystem(s) => u16::from(s) << 8 | message.value,
        _ => message.value,
    }
}

fn attribute_json(w: &mut Writer<'_>, tables: &Tables, attribute: &Attribute) {
    w.text("name", attribute.name.as_str());
    w.number("value", attribute.value.into());
    kind_json(w, tables, &attribute.kind);
    if attribute.kind.multi {
        w.raw("multi", "true");
    }
    w.words("aliases", attribute.aliases.iter().copied());
}

fn kind_json(w: &mut Writer<'_>, tables: &Tables, kind: &Kind) {
    w.text("type", type_word(kind));
    if let Some(of) = of_word(kind) {
        w.text("of", of);
    }
    if let Some(order) = byte_order(kind) {
        w.text("byte_order", order);
    }
    if let Some(e) = enum_of(kind) {
        w.text("enum", e.name.as_str());
    }
    if unit_of(kind) != Unit::None {
        w.text("unit", unit_of(kind).word());
    }
    let mut sets: Vec<&str> = sets_below(tables, kind)
        .iter()
        .map(|s| s.name.as_str())
        .collect();
    sets.sort_unstable();
    sets.dedup();
    w.words("sets", sets.into_iter());
}

/// Writes JSON with a comma behind each value.
pub(crate) struct Writer<'o> {
    pub(crate) out: &'o mut Vec<u8>,
}

impl Writer<'_> {
    pub(crate) fn key(&mut self, key: &str) {
        write_string(self.out, key);
        self.out.push(b':');
    }

    pub(crate) fn raw(&mut self, key: &str, value: &str) {
        self.key(key);
        self.out.extend_from_slice(value.as_bytes());
        self.out.push(b',');
    }

    pub(crate) fn text(&mut self, key: &str, value: &str) {
        self.key(key);
        write_string(self.out, value);
        self.out.push(b',');
    }

    pub(crate) fn number(&mut self, key: &str, value: u64) {
        self.key(key);
        write_number(self.out, value);
        self.out.push(b',');
    }

    pub(crate) fn object(&mut self, inside: impl FnOnce(&mut Self)) {
        self.out.push(b'{');
        inside(self);
        self.close(b'}');
    }

    pub(crate) fn list<T>(
        &mut self,
        key: &str,
        items: impl Iterator<Item = T>,
        mut each: impl FnMut(&mut Self, T),
    ) {
        self.key(key);
        self.out.push(b'[');
        for item in items {
            self.object(|w| each(w, item));
        }
        self.close(b']');
    }

    /// A list of strings; left out when empty.
    pub(crate) fn words<'w>(&mut self, key: &str, words: impl Iterator<Item = &'w str>) {
        let mut words = words.peekable();
        if words.peek().is_none() {
            return;
        }
        self.key(key);
        self.out.push(b'[');
        for word in words {
            write_string(self.out, word);
            self.out.push(b',');
        }
        self.close(b']');
    }

    fn close(&mut self, bracket: u8) {
        match self.out.last_mut() {
            Some(last) if *last == b',' => *last = bracket,
            _ => self.out.push(bracket),
        }
        self.out.push(b',');
    }
}

/// The families that a wrong name may have meant; `generic`: only those of generic netlink.
pub fn nearest<'t>(tables: &'t Tables, name: &str, generic: bool) -> Vec<&'t str> {
    let families = tables.families();
    let families = families.filter(|f| !generic || f.layer == Layer::Generic);
    let mut near = nearest::nearest(families.map(|f| f.name.as_str()), name, NEAREST);
    near.dedup();
    near
}

/// Writes the families as text: a line each, or one with its whole tree. Writes nothing where
/// there is no such family.
pub fn text(tables: &Tables, name: Option<&str>, out: &mut Vec<u8>) {
    let families = chosen(tables, name);
    if name.is_some() {
        for family in families {
            family_text(tables, family, out);
        }
        return;
    }
    let _ = writeln!(
        out,
        "{:<26} {:<20} {:>8} {:>10}  groups",
        "protocol", "family", "messages", "attributes"
    );
    for family in families {
        let mut reached = Reached::default();
        reached.families(tables, &[family]);
        let attributes: usize = reached.sets.values().map(|s| s.attributes.len()).sum();
        let groups: Vec<&str> = family.groups.iter().map(|g| g.name.as_str()).collect();
        let line = format!(
            "{:<26} {:<20} {:>8} {:>10}  {}",
            protocol_word(family).unwrap_or_else(|| "(all)".into()),
            family.name.as_str(),
            family.messages.len(),
            attributes,
            shortened(&groups)
        );
        let _ = writeln!(out, "{}", line.trim_end());
    }
}

fn shortened(groups: &[&str]) -> String {
    match groups {
        [a, b, c, _, ..] => format!("{a} {b} {c} and {} more", groups.len() - 3),
        few => few.join(" "),
    }
}

fn family_text(tables: &Tables, family: &Family, out: &mut Vec<u8>) {
    let protocol = protocol_word(family).unwrap_or_else(|| "all protocols".into());
    let _ = writeln!(out, "{} ({protocol})", family.name);
    let _ = writeln!(out, "\nmessages");
    for message in family.messages.iter() {
        let _ = write!(out, "  {:>5} {}", full_value(family, message), message.name);
        if let Some(when) = when_word(&message.when) {
            let _ = write!(out, " [{when}]");
        }
        for header in message.headers.iter() {
            let _ = write!(out, " {}", header.name);
        }
        match &message.body {
            Body::None => {}
            Body::Attributes(set) => {
                let _ = write!(out, " {}", tables.set(*set).name);
            }
            Body::Value(name, kind) => {
                let _ = write!(out, " {name}: {}", type_word(kind));
            }
        }
        out.push(b'\n');
    }
    if !family.groups.is_empty() {
        let _ = writeln!(out, "\ngroups");
        for group in family.groups.iter() {
            match group.value {
                0 => {
                    let _ = writeln!(out, "        {}", group.name);
                }
                value => {
                    let _ = writeln!(out, "  {value:>5} {}", group.name);
                }
            }
        }
    }
    let mut reached = Reached::default();
    reached.families(tables, &[family]);
    for set in reached.sets.values() {
        let _ = writeln!(out, "\n{}", set.name);
        for attribute in set.attributes.iter() {
            let _ = write!(out, "  {:>5} {}", attribute.value, attribute.name);
            kind_text(tables, &attribute.kind, out);
        }
    }
    for s in reached.structs.values() {
        let _ = writeln!(out, "\nstruct {}", s.name);
        for field in s.fields.iter().chain(&s.tail) {
            let _ = write!(out, "        {}", field.name);
            kind_text(tables, &field.kind, out);
        }
    }
    for e in reached.enums.values() {
        let _ = writeln!(
            out,
            "\n{} {}",
            if e.flags { "flags" } else { "enum" },
            e.name
        );
        for entry in e.entries.iter() {
            if e.flags {
                let _ = writeln!(out, "  {:#10x} {}", entry.value, entry.name);
            } else {
                let _ = writeln!(out, "  {:>10} {}", entry.value as i64, entry.name);
            }
        }
    }
}

fn kind_text(tables: &Tables, kind: &Kind, out: &mut Vec<u8>) {
    let _ = write!(out, ": {}", type_word(kind));
    if let Some(of) = of_word(kind) {
        let _ = write!(out, " of {of}");
    }
    if kind.count > 1 {
        let _ = write!(out, "[{}]", kind.count);
    }
    if byte_order(kind) == Some("big-endian") {
        let _ = write!(out, ", big-endian");
    }
    if kind.multi {
        let _ = write!(out, ", repeats");
    }
    if unit_of(kind) != Unit::None {
        let _ = write!(out, ", {}", unit_of(kind).word());
    }
    if let Some(e) = enum_of(kind) {
        let _ = write!(out, ", {}", e.name);
    }
    let names: Vec<&Name> = sets_below(tables, kind).iter().map(|s| &s.name).collect();
    if let [one] = names.as_slice() {
        let _ = write!(out, " > {one}");
    } else if !names.is_empty() {
        let _ = write!(out, " > one of {} sets", names.len());
    }
    out.push(b'\n');
}
