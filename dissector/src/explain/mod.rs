//! What a name or a number means: any constant, attribute, struct, field, error or family that
//! the tables know, with its value, its type and where it stands.

pub(crate) mod catalogue;
pub(crate) mod nearest;
mod place;
mod sentences;
mod show;

pub use place::Place;
pub use sentences::sentence;
pub use show::{json, text};

use crate::diagnostic::Code;
use crate::dump::{
    byte_order, enum_of, full_value, of_word, protocol_word, sets_below, type_word, unit_of,
    when_word,
};
use crate::families::netlink::{GENLMSGHDR, NLMSGHDR};
use crate::families::protocols::PROTOCOLS;
use crate::families::{errno, errors};
use crate::table::{
    Arch, Attribute, Bit, Body, BytesAs, Entry, Enum, Family, Field, Format, Group, Kind, Layer,
    Meaning, Message, Name, Set, Struct, Tables, Unit,
};
use catalogue::{Catalogue, Holder, Thing};
use place::{From, places};

/// How many places one explanation lists at most.
const MAX_PLACES: usize = 50;

/// One thing that a name or number means.
#[derive(Clone, Debug, Default)]
pub struct Explained {
    /// Its canonical name.
    pub name: String,
    /// What it is: `attribute`, `message`, `flag` …
    pub what: &'static str,
    /// What it belongs to: a set, a struct, an enumeration, a family.
    pub of: Option<String>,
    /// A sentence on what it is for.
    pub says: Option<String>,
    /// What else there is to say, in order.
    pub facts: Vec<(&'static str, Fact)>,
    /// What it consists of: values of an enumeration, attributes, fields, messages.
    pub members: Vec<Member>,
    /// Where it may stand, the nearest to the top first.
    pub places: Vec<Place>,
    /// How many more places there are.
    pub more_places: usize,
    /// A filter that finds it.
    pub filter: Option<String>,
}

/// Something that is said of a thing.
#[derive(Clone, Debug)]
pub enum Fact {
    /// A number.
    Number(i64),
    /// Bits: shown in hexadecimal.
    Bits(u64),
    /// Words.
    Text(String),
    /// Several words.
    Words(Vec<String>),
}

/// A part of a thing.
#[derive(Clone, Debug)]
pub struct Member {
    /// Its name.
    pub name: String,
    /// Its value, where it has one.
    pub value: Option<Fact>,
    /// Its type or layout, where it has one.
    pub kind: Option<String>,
}

/// Explains names and numbers.
pub struct Explainer<'t> {
    all: Catalogue<'t>,
    arch: Option<Arch>,
}

impl<'t> Explainer<'t> {
    /// Reads the tables once. Numbers of errno are the architecture's.
    pub fn new(tables: &'t Tables, arch: Option<Arch>) -> Explainer<'t> {
        Explainer {
            all: Catalogue::new(tables),
            arch,
        }
    }

    /// All that a word means: a name in any case, `STRUCT.FIELD`, `PREFIX=NUMBER`, a number of
    /// errno (negative or not), of a protocol or of a message. Empty where nothing is known.
    pub fn explain(&self, word: &str) -> Vec<Explained> {
        let things = self.find(word);
        let mut explained: Vec<Explained> = Vec::new();
        let mut done: Vec<(&str, String, i64)> = Vec::new();
        for thing in &things {
            // records of one message, and one constant of several enumerations, are one thing
            let key = match thing {
                Thing::Message(family, message) => (
                    family.name.as_str(),
                    message.name.to_string(),
                    full_value(family, message).into(),
                ),
                Thing::Entry(_, entry) => ("", entry.name.to_string(), entry.value as i64),
                Thing::Errno(number) => ("errno", String::new(), *number),
                _ => (" ", String::new(), 0),
            };
            if key.0 != " " {
                if done.contains(&key) {
                    continue;
                }
                done.push(key);
            }
            let mut one = self.one(thing, &things);
            if one.says.is_none() {
                one.says = sentence(&one.name).map(str::to_owned);
            }
            explained.push(one);
        }
        if explained.is_empty() {
            explained.extend(self.nobody(word));
        }
        explained
    }

    /// The number 0 of a set of attributes, which no message holds and no table lists.
    fn nobody(&self, word: &str) -> Option<Explained> {
        let name = word.to_ascii_uppercase();
        let stem = name
            .strip_suffix("_UNSPEC")
            .or_else(|| name.strip_suffix("_NONE"))?;
        let begins = |n: &str| {
            n.strip_prefix(stem)
                .is_some_and(|rest| rest.starts_with('_'))
        };
        let sets = self.all.things().filter_map(|thing| match thing {
            Thing::Attribute(set, attribute) if begins(attribute.name.as_str()) => Some(set),
            _ => None,
        });
        // the set that is called so, else the one with the shortest name
        let set = sets.min_by_key(|s| (s.name.as_str() != stem, s.name.as_str().len()))?;
        if set.get(0).is_some() {
            return None;
        }
        Some(Explained {
            of: Some(set.name.to_string()),
            what: "no attribute",
            says: Some("The number 0, which stands for none: it is never sent.".to_owned()),
            facts: vec![("value", Fact::Number(0))],
            name,
            ..Explained::default()
        })
    }

    /// Known names that look like a word, the most alike first.
    pub fn nearest(&self, word: &str, count: usize) -> Vec<&'t str> {
        nearest::nearest(self.all.names(), word, count)
    }

    fn find(&self, word: &str) -> Vec<Thing<'t>> {
        let found = self.all.named(word);
        if !found.is_empty() {
            return plainest(found);
        }
        if let Some(number) = parse(word) {
            return self.numbered(word, number);
        }
        if let Some((prefix, number)) = word.split_once('=')
            && let Some(number) = parse(number)
        {
            return self.of_prefix(prefix, number);
        }
        if let Some((outer, inner)) = word.rsplit_once('.') {
            let outer = outer.rsplit('.').next().unwrap_or(outer);
            let belongs = |thing: &&Thing<'_>| match thing {
                Thing::Field(s, _) => s.name.as_str() == outer,
                // in a path of attributes the last is what is asked for
                Thing::Attribute(..) => !self.all.named(outer).is_empty(),
                _ => false,
            };
            return self
                .all
                .named(inner)
                .iter()
                .filter(belongs)
                .copied()
                .collect();
        }
        let same = |name: &&str| name.eq_ignore_ascii_case(word);
        let names = self.all.names().filter(same);
        names
            .flat_map(|name| self.all.named(name))
            .copied()
            .collect()
    }

    /// What a bare number may be. It is an nlmsg_type only where the tables fix that.
    fn numbered(&self, word: &str, number: i64) -> Vec<Thing<'t>> {
        let mut things = Vec::new();
        if errno::name(number.saturating_abs(), self.arch).is_some() {
            things.push(Thing::Errno(number.saturating_abs()));
        }
        let own = errors::OWN.iter().flat_map(|(_, own)| own.enums);
        things.extend(own.filter_map(|e| {
            let entry = e.entry(number.unsigned_abs())?;
            Some(Thing::Entry(e, entry))
        }));
        if word.starts_with('-') {
            return things;
        }
        things.extend(PROTOCOLS.entry(number as u64).map(Thing::Protocol));
        for family in self.all.tables.families() {
            if family.layer == Layer::Generic || family.layer == Layer::Datagram {
                continue;
            }
            let messages = family.messages.iter();
            let same = messages.filter(|m| i64::from(full_value(family, m)) == number);
            things.extend(same.map(|m| Thing::Message(family, m)));
        }
        things
    }

    /// The constants of a set, an enumeration or a prefix that have a value.
    fn of_prefix(&self, prefix: &str, number: i64) -> Vec<Thing<'t>> {
        let mut things = Vec::new();
        for thing in self.all.named(prefix) {
            match thing {
                Thing::Set(set) => {
                    let attribute = u16::try_from(number).ok().and_then(|n| set.get(n));
                    things.extend(attribute.map(|a| Thing::Attribute(set, a)));
                }
                Thing::Enum(e) => things.extend(entries_of(e, number)),
                Thing::Family(family) => {
                    let messages = family.messages.iter();
                    let same = messages.filter(|m| i64::from(m.value) == number);
                    things.extend(same.map(|m| Thing::Message(family, m)));
                }
                _ => {}
            }
        }
        if !things.is_empty() {
            return things;
        }
        let belongs = |name: &Name| {
            let rest = name.as_str().strip_prefix(prefix);
            rest.is_some_and(|rest| rest.starts_with('_') || prefix.ends_with('_'))
        };
        let fits = |thing: &&Thing<'t>| match thing {
            Thing::Message(family, m) => {
                belongs(&m.name) && i64::from(full_value(family, m)) == number
            }
            Thing::Attribute(_, a) => belongs(&a.name) && i64::from(a.value) == number,
            Thing::Entry(_, e) => belongs(&e.name) && e.value as i64 == number,
            Thing::Group(_, g) => belongs(&g.name) && i64::from(g.value) == number,
            Thing::Protocol(e) => belongs(&e.name) && e.value as i64 == number,
            _ => false,
        };
        things.extend(self.all.things().filter(fits));
        if things.is_empty() {
            // several flags at once: of the enumeration that has most of the prefix
            let flags = self.all.things().filter_map(|thing| match thing {
                Thing::Enum(e) if e.flags => Some(*e),
                _ => None,
            });
            let of = |e: &&Enum| e.entries.iter().filter(|e| belongs(&e.name)).count();
            let most = flags.max_by_key(of).filter(|e| of(e) > 0);
            things.extend(most.into_iter().flat_map(|e| entries_of(e, number)));
        }
        things
    }

    fn one(&self, thing: &Thing<'t>, all: &[Thing<'t>]) -> Explained {
        match thing {
            Thing::Family(family) => self.family(family),
            Thing::Message(family, message) => self.message(family, message),
            Thing::Attribute(set, attribute) => self.attribute(set, attribute),
            Thing::Set(set) => self.set(set),
            Thing::Struct(s) => self.structure(s),
            Thing::Field(s, field) => self.field(s, field),
            Thing::Bit(holder, bit) => self.bit(holder, bit),
            Thing::Enum(e) => self.enumeration(e),
            Thing::Entry(_, entry) => {
                let same = |thing: &Thing<'t>| match thing {
                    Thing::Entry(e, other)
                        if other.name == entry.name && other.value == entry.value =>
                    {
                        Some(*e)
                    }
                    _ => None,
                };
                let of: Vec<&Enum> = all.iter().filter_map(same).collect();
                self.entry(&of, entry)
            }
            Thing::Group(family, group) => self.group(family, group),
            Thing::Protocol(entry) => self.protocol(entry),
            Thing::Errno(number) => self.error(*number),
            Thing::Code(code) => diagnostic(*code),
        }
    }

    fn family(&self, family: &Family) -> Explained {
        let name = family.name.to_string();
        let mut facts = vec![(
            "protocol",
            Fact::Text(protocol_word(family).unwrap_or_else(|| "all".into())),
        )];
        if let Layer::Subsystem(number) = family.layer {
            facts.push(("subsystem", Fact::Number(number.into())));
        }
        let groups: Vec<String> = family.groups.iter().map(|g| g.name.to_string()).collect();
        if !groups.is_empty() {
            facts.push(("groups", Fact::Words(groups)));
        }
        let mut members: Vec<Member> = Vec::new();
        for message in family.messages.iter() {
            let name = message.name.to_string();
            if members.last().is_none_or(|m| m.name != name) {
                members.push(Member {
                    name,
                    value: Some(Fact::Number(full_value(family, message).into())),
                    kind: None,
                });
            }
        }
        let filter = matches!(family.layer, Layer::Generic | Layer::Subsystem(_))
            .then(|| format!("family == {}", crate::filter::written(&name)));
        Explained {
            what: match family.layer {
                Layer::Generic => "generic netlink family",
                Layer::Subsystem(_) => "nfnetlink subsystem",
                _ => "family",
            },
            name,
            facts,
            members,
            filter,
            ..Explained::default()
        }
    }

    fn message(&self, family: &Family, message: &Message) -> Explained {
        let mut facts = vec![("value", Fact::Number(full_value(family, message).into()))];
        if let Some(protocol) = protocol_word(family) {
            facts.push(("protocol", Fact::Text(protocol)));
        }
        let records = family.records(message.value);
        let layouts: Vec<String> = records.iter().map(|m| self.layout(family, m)).collect();
        facts.push(("layout", Fact::Words(layouts)));
        let name = &message.name;
        let generic = family.layer == Layer::Generic;
        Explained {
            name: name.to_string(),
            what: if generic { "command" } else { "message" },
            of: Some(family.name.to_string()),
            filter: Some(match generic {
                true => format!("genlmsghdr.cmd == {name}"),
                false => format!("nlmsg_type == {name}"),
            }),
            facts,
            ..Explained::default()
        }
    }

    fn layout(&self, family: &Family, message: &Message) -> String {
        let mut parts = vec!["nlmsghdr".to_owned()];
        if family.layer == Layer::Generic {
            parts.push("genlmsghdr".into());
        }
        parts.extend(message.headers.iter().map(|h| h.name.to_string()));
        match &message.body {
            Body::None => {}
            Body::Attributes(set) => {
                parts.push(format!("attributes {}", self.all.tables.set(*set).name));
            }
            Body::Value(name, kind) => parts.push(format!("{name}: {}", type_words(kind))),
        }
        let layout = parts.join(", ");
        match when_word(&message.when) {
            Some(when) => format!("{when}: {layout}"),
            None => layout,
        }
    }

    fn attribute(&self, set: &'t Set, attribute: &'t Attribute) -> Explained {
        let name = attribute.name.as_str();
        let mut facts = vec![("value", Fact::Number(attribute.value.into()))];
        self.kind(&attribute.kind, &mut facts);
        if !attribute.aliases.is_empty() {
            let aliases = attribute.aliases.iter().map(|a| (*a).to_owned());
            facts.push(("aliases", Fact::Words(aliases.collect())));
        }
        let (places, more_places) = places(&self.all, From::Set(set), vec![name], MAX_PLACES);
        Explained {
            name: name.to_owned(),
            what: "attribute",
            of: Some(set.name.to_string()),
            facts,
            members: values(&attribute.kind),
            places,
            more_places,
            filter: Some(example(name, &attribute.kind)),
            ..Explained::default()
        }
    }

    fn set(&self, set: &'t Set) -> Explained {
        let member = |a: &Attribute| Member {
            name: a.name.to_string(),
            value: Some(Fact::Number(a.value.into())),
            kind: Some(type_words(&a.kind)),
        };
        let (places, more_places) = places(&self.all, From::Set(set), Vec::new(), MAX_PLACES);
        Explained {
            name: set.name.to_string(),
            what: "set of attributes",
            members: set.attributes.iter().map(member).collect(),
            places,
            more_places,
            ..Explained::default()
        }
    }

    fn structure(&self, s: &'t Struct) -> Explained {
        let member = |f: &Field| Member {
            name: f.name.to_string(),
            value: None,
            kind: Some(type_words(&f.kind)),
        };
        let size = s.layout(self.arch.map(|a| a.abi).unwrap_or_default()).size;
        let mut facts = vec![("size", Fact::Text(format!("{size} bytes")))];
        let (mut all, mut more_places) = (Vec::new(), 0);
        match everywhere(s) {
            Some(words) => facts.push(("stands", Fact::Text(words.to_owned()))),
            None => (all, more_places) = places(&self.all, From::Struct(s), Vec::new(), MAX_PLACES),
        }
        Explained {
            name: s.name.to_string(),
            what: "struct",
            facts,
            members: s.fields.iter().chain(&s.tail).map(member).collect(),
            places: all,
            more_places,
            ..Explained::default()
        }
    }

    fn field(&self, s: &'t Struct, field: &'t Field) -> Explained {
        let name = field.name.as_str();
        let mut facts = Vec::new();
        let abi = self.arch.map(|a| a.abi).unwrap_or_default();
        let at = s.fields.iter().position(|f| std::ptr::eq(f, field));
        if let Some(slot) = at.and_then(|at| s.layout(abi).slots.get(at)) {
            facts.push(("offset", Fact::Number(slot.offset.into())));
        }
        self.kind(&field.kind, &mut facts);
        let (mut all, mut more_places) = (Vec::new(), 0);
        match everywhere(s) {
            Some(words) => facts.push(("stands", Fact::Text(words.to_owned()))),
            None => (all, more_places) = places(&self.all, From::Struct(s), vec![name], MAX_PLACES),
        }
        Explained {
            name: name.to_owned(),
            what: "field",
            of: Some(format!("struct {}", s.name)),
            facts,
            members: values(&field.kind),
            filter: spelled(name, &all)
                .filter(|_| !matches!(field.kind.format, Format::Bits(..)))
                .map(|name| example(&name, &field.kind)),
            places: all,
            more_places,
            ..Explained::default()
        }
    }

    fn bit(&self, holder: &Holder<'t>, bit: &'t Bit) -> Explained {
        let name = bit.name.as_str();
        let (of, (places, more_places)) = match holder {
            Holder::Field(s, _) => (
                format!("struct {}", s.name),
                places(&self.all, From::Struct(s), vec![name], MAX_PLACES),
            ),
            Holder::Attribute(set, attribute) => {
                let names = vec![name, attribute.name.as_str()];
                let found = places(&self.all, From::Set(set), names, MAX_PLACES);
                (attribute.name.to_string(), found)
            }
            Holder::Message(message) => (message.name.to_string(), (Vec::new(), 0)),
        };
        let members = match &bit.meaning {
            Meaning::Enum(e) => members_of(e),
            _ => Vec::new(),
        };
        Explained {
            name: name.to_owned(),
            what: "bit-field",
            of: Some(of),
            facts: vec![("width", Fact::Text(format!("{} bits", bit.width)))],
            members,
            places,
            more_places,
            ..Explained::default()
        }
    }

    fn enumeration(&self, e: &'t Enum) -> Explained {
        let mut facts = Vec::new();
        let users = self.users(&[e]);
        if !users.is_empty() {
            facts.push(("used by", Fact::Words(users)));
        }
        Explained {
            name: e.name.to_string(),
            what: if e.flags { "flags" } else { "enumeration" },
            facts,
            members: members_of(e),
            ..Explained::default()
        }
    }

    fn entry(&self, of: &[&Enum], entry: &Entry) -> Explained {
        let flags = of.first().is_some_and(|e| e.flags);
        let mut facts = vec![("value", value_of(flags, entry.value))];
        if !entry.aliases.is_empty() {
            let aliases = entry.aliases.iter().map(|a| (*a).to_owned());
            facts.push(("aliases", Fact::Words(aliases.collect())));
        }
        let users = self.users(of);
        let operator = if flags { "&" } else { "==" };
        let field = of.iter().find_map(|e| self.valued(e));
        let filter = match field {
            Some(field) => {
                let value = crate::filter::written(entry.name.as_str());
                Some(format!("{field} {operator} {value}"))
            }
            None => (!users.is_empty()).then(|| entry.name.to_string()),
        };
        if !users.is_empty() {
            facts.push(("used by", Fact::Words(users)));
        }
        let names: Vec<&str> = of.iter().map(|e| e.name.as_str()).collect();
        Explained {
            name: entry.name.to_string(),
            what: if flags { "flag" } else { "constant" },
            of: Some(names.join(", ")),
            facts,
            filter,
            ..Explained::default()
        }
    }

    /// A field whose values an enumeration names, and whose own name is enough for a filter.
    fn valued(&self, e: &Enum) -> Option<&'t str> {
        let of = |kind: &Kind| match &kind.format {
            Format::Integer {
                meaning: Meaning::Enum(of),
                ..
            }
            | Format::Bitfield32(of) => std::ptr::eq(&**of, e),
            _ => false,
        };
        let names = self.all.holders_of_enum(e).iter().filter_map(|h| match h {
            Holder::Attribute(_, a) if of(&a.kind) => Some(a.name.as_str()),
            Holder::Field(s, f) if of(&f.kind) || std::ptr::eq(*s, &NLMSGHDR) => {
                Some(f.name.as_str())
            }
            _ => None,
        });
        names
            .into_iter()
            .find(|name| !crate::filter::is_taken(name))
    }

    /// The attributes and fields whose values enumerations name.
    fn users(&self, of: &[&Enum]) -> Vec<String> {
        let mut users: Vec<String> = Vec::new();
        for holder in of.iter().flat_map(|e| self.all.holders_of_enum(e)) {
            let user = match holder {
                Holder::Message(message) => message.name.to_string(),
                Holder::Attribute(_, attribute) => attribute.name.to_string(),
                Holder::Field(s, field) => format!("{}.{}", s.name, field.name),
            };
            if !users.contains(&user) {
                users.push(user);
            }
        }
        users
    }

    fn group(&self, family: &Family, group: &Group) -> Explained {
        let mut facts = Vec::new();
        match group.value {
            0 => facts.push(("value", Fact::Text("given at run time".into()))),
            value => facts.push(("value", Fact::Number(value.into()))),
        }
        if let Some(protocol) = protocol_word(family) {
            facts.push(("protocol", Fact::Text(protocol)));
        }
        Explained {
            name: group.name.to_string(),
            what: "multicast group",
            of: Some(family.name.to_string()),
            facts,
            ..Explained::default()
        }
    }

    fn protocol(&self, entry: &Entry) -> Explained {
        let of = |f: &&Family| f.protocol.map(u64::from) == Some(entry.value);
        let families = self.all.tables.families().filter(of);
        let families: Vec<String> = families.map(|f| f.name.to_string()).collect();
        let mut facts = vec![("value", Fact::Number(entry.value as i64))];
        if !families.is_empty() {
            facts.push(("families", Fact::Words(families)));
        }
        Explained {
            name: entry.name.to_string(),
            what: "netlink protocol",
            facts,
            filter: Some(format!("protocol == {}", entry.name)),
            ..Explained::default()
        }
    }

    fn error(&self, number: i64) -> Explained {
        let name = errno::name(number, self.arch).unwrap_or("");
        let mut facts = vec![("value", Fact::Number(number))];
        let says = errno::says(name).map(|says| format!("{says}."));
        // most people read captures of most architectures
        if self.arch.is_none() {
            let mut others: Vec<String> = Vec::new();
            for other in ["alpha", "mips", "parisc", "sparc"] {
                let arch = Arch::named(other);
                let mut numbers = 1..2000;
                let own = numbers.find(|n| errno::name(*n, arch) == Some(name));
                if let Some(own) = own.filter(|n| *n != number) {
                    others.push(format!("{own} on {other}"));
                }
            }
            if !others.is_empty() {
                facts.push(("elsewhere", Fact::Words(others)));
            }
        }
        facts.push((
            "stands",
            Fact::Text("negative in nlmsgerr and nlmsg_done".into()),
        ));
        Explained {
            name: name.to_owned(),
            what: "error",
            says: says.map(capitalised),
            facts,
            filter: Some(format!("errno == {name}")),
            ..Explained::default()
        }
    }

    /// Type, byte order, unit, enumeration and what may stand below.
    fn kind(&self, kind: &Kind, facts: &mut Vec<(&'static str, Fact)>) {
        facts.push(("type", Fact::Text(type_words(kind))));
        let meaning = match kind.meaning_of() {
            Meaning::Ifindex => Some("interface index"),
            Meaning::Handle => Some("traffic control handle, major:minor"),
            Meaning::Errno => Some("negative error number"),
            Meaning::Fourcc => Some("four characters"),
            _ => None,
        };
        facts.extend(meaning.map(|words| ("meaning", Fact::Text(words.to_owned()))));
        if let Some(order) = byte_order(kind) {
            facts.push(("byte order", Fact::Text(order.to_owned())));
        }
        if unit_of(kind) != Unit::None {
            facts.push(("unit", Fact::Text(unit_of(kind).word().to_owned())));
        }
        if let Some(e) = enum_of(kind) {
            let word = if e.flags { "flags" } else { "enum" };
            facts.push((word, Fact::Text(e.name.to_string())));
        }
        if kind.multi {
            facts.push(("repeats", Fact::Text("by design".into())));
        }
        let sets = sets_below(self.all.tables, kind);
        let mut sets: Vec<String> = sets.iter().map(|s| s.name.to_string()).collect();
        sets.sort_unstable();
        sets.dedup();
        if !sets.is_empty() {
            facts.push(("holds", Fact::Words(sets)));
        }
    }
}

/// Without what only repeats another of the same name: a protocol among the constants of some
/// field, a set without attributes that stands for an unknown one.
fn plainest<'t>(found: &[Thing<'t>]) -> Vec<Thing<'t>> {
    let protocol = found.iter().any(|t| matches!(t, Thing::Protocol(_)));
    let keep = |thing: &&Thing<'t>| match thing {
        Thing::Entry(..) => !protocol,
        Thing::Set(set) => found.len() == 1 || !set.attributes.is_empty(),
        _ => true,
    };
    found.iter().filter(keep).copied().collect()
}

fn entries_of<'t>(e: &'t Enum, number: i64) -> Vec<Thing<'t>> {
    if !e.flags {
        let entry = e.entry(number as u64);
        return entry
            .map(|entry| Thing::Entry(e, entry))
            .into_iter()
            .collect();
    }
    let named = |name: &Name| e.entries.iter().find(|entry| entry.name == *name);
    let entries = e.bits(number as u64).filter_map(named);
    entries.map(|entry| Thing::Entry(e, entry)).collect()
}

fn diagnostic(code: Code) -> Explained {
    Explained {
        name: code.word().to_owned(),
        what: "diagnostic",
        says: Some(code.says().to_owned()),
        facts: vec![("severity", Fact::Text(code.severity().word().to_owned()))],
        ..Explained::default()
    }
}

fn everywhere(s: &Struct) -> Option<&'static str> {
    if std::ptr::eq(s, &NLMSGHDR) {
        Some("at the head of every message")
    } else if std::ptr::eq(s, &GENLMSGHDR) {
        Some("behind nlmsghdr in every message of generic netlink")
    } else {
        None
    }
}

/// A type in words: what an array is of, how many elements a field has.
fn type_words(kind: &Kind) -> String {
    let mut words = type_word(kind).to_owned();
    if let Some(of) = of_word(kind) {
        words.push_str(if words == "struct" { " " } else { " of " });
        words.push_str(of);
    }
    if kind.count > 1 {
        words.push_str(&format!("[{}]", kind.count));
    }
    words
}

fn values(kind: &Kind) -> Vec<Member> {
    enum_of(kind).map(members_of).unwrap_or_default()
}

fn members_of(e: &Enum) -> Vec<Member> {
    let member = |entry: &Entry| Member {
        name: entry.name.to_string(),
        value: Some(value_of(e.flags, entry.value)),
        kind: None,
    };
    e.entries.iter().map(member).collect()
}

fn value_of(flags: bool, value: u64) -> Fact {
    if flags {
        Fact::Bits(value)
    } else {
        Fact::Number(value as i64)
    }
}

/// How a filter spells a field: by its name, or with what stands above it where the name alone
/// means something else.
fn spelled(name: &str, places: &[Place]) -> Option<String> {
    if !crate::filter::is_taken(name) {
        return Some(name.to_owned());
    }
    places.iter().find_map(|p| match p.path.as_slice() {
        [.., above, last] => Some(format!("{above}.{last}")),
        _ => None,
    })
}

/// A filter that shows how values of a kind are compared.
fn example(name: &str, kind: &Kind) -> String {
    match &kind.format {
        Format::Integer { meaning, .. } => match meaning {
            Meaning::Enum(e) => {
                let entry = e.entries.iter().find(|e| e.value != 0);
                match entry.or(e.entries.first()) {
                    Some(entry) => {
                        let operator = if e.flags { "&" } else { "==" };
                        let value = crate::filter::written(entry.name.as_str());
                        format!("{name} {operator} {value}")
                    }
                    None => name.to_owned(),
                }
            }
            Meaning::Bool => format!("{name} == 1"),
            Meaning::Ifindex => "dev == eth0".to_owned(),
            Meaning::Handle => format!("{name} == 1:10"),
            Meaning::Errno => format!("{name} == EEXIST"),
            Meaning::Hex | Meaning::Fourcc => name.to_owned(),
            Meaning::Number => match kind.unit {
                Unit::Bytes => format!("{name} > 1500"),
                Unit::Nanoseconds | Unit::Microseconds | Unit::Milliseconds => {
                    format!("{name} > 10ms")
                }
                Unit::BytesPerSecond | Unit::BitsPerSecond => format!("{name} > 1Mbit"),
                _ => format!("{name} > 0"),
            },
        },
        Format::String(_) if name.ends_with("NAME") => format!("{name} == \"eth0\""),
        Format::String(_) => format!("{name} contains \"a\""),
        Format::Bytes(BytesAs::Ipv4 | BytesAs::Ip) | Format::Address(_) => {
            format!("{name} == 192.0.2.0/24")
        }
        Format::Bytes(BytesAs::Ipv6) => format!("{name} == 2001:db8::/32"),
        Format::Bytes(BytesAs::Mac) => format!("{name} == 02:00:00:00:00:01"),
        _ => name.to_owned(),
    }
}

fn capitalised(text: String) -> String {
    let mut chars = text.chars();
    match chars.next() {
        Some(first) => first.to_uppercase().chain(chars).collect(),
        None => text,
    }
}

/// A number as people write it: decimal, negative, or hexadecimal behind 0x.
fn parse(word: &str) -> Option<i64> {
    let (sign, digits) = match word.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, word),
    };
    let hex = digits
        .strip_prefix("0x")
        .or_else(|| digits.strip_prefix("0X"));
    let number = match hex {
        Some(hex) => i64::from_str_radix(hex, 16),
        None => digits.parse(),
    };
    number.ok().filter(|n| *n >= 0).map(|n| n * sign)
}

#[cfg(test)]
mod tests;
