//! What the names of a filter mean: which fields and attributes a path can end at, and what
//! their values are like.

use super::Error;
use super::lex::ends_word;
use super::parse::Word;
use crate::explain::catalogue::{Catalogue, Holder, Thing};
use crate::explain::nearest::nearest;
use crate::families::netlink::{GENLMSGHDR, NLMSGHDR};
use crate::special::inside as special;
use crate::table::{Body, Enum, Format, Kind, Layer, Meaning, Struct, Tables};

/// How many names are offered for one that is not known.
pub(super) const OFFERED: usize = 4;

/// What stands at the end of a path.
#[derive(Clone, Copy, Debug)]
pub(super) enum End<'t> {
    /// A value of this kind, or what holds others.
    Kind(&'t Kind),
    /// A bit-field.
    Meaning(&'t Meaning),
    /// A fixed header.
    Struct(&'t Struct),
    /// nlmsg_type.
    Type,
    /// nlmsg_flags.
    Flags,
    /// The command of a generic family.
    Command,
    /// The number of an error.
    Error,
    /// Its name.
    Errno,
    /// A path within the request: text.
    Text,
    /// Holds others: these.
    Holder(&'static [(&'static str, End<'static>)]),
    /// Something that a special decoder names.
    Special(&'static special::Inside),
    /// Something whose names the message itself gives.
    Free,
}

static ERROR_PARTS: &[(&str, End<'static>)] = &[("error", End::Error), ("errno", End::Errno)];
static NLMSGERR_PARTS: &[(&str, End<'static>)] = &[
    ("error", End::Error),
    ("errno", End::Errno),
    ("msg", End::Holder(&[])),
];

/// What control messages hold beside attributes, and what follows from them.
static CONTROL: &[(&str, End<'static>)] = &[
    ("nlmsgerr", End::Holder(NLMSGERR_PARTS)),
    ("nlmsg_done", End::Holder(ERROR_PARTS)),
    ("errno", End::Errno),
    ("offending", End::Text),
    ("missing", End::Text),
    ("payload", End::Special(&special::OPAQUE)),
    ("rest", End::Special(&special::OPAQUE)),
    ("trailing", End::Special(&special::OPAQUE)),
];

/// A name that a path may go on with, and what it leads to.
#[derive(Clone, Debug)]
pub(super) struct Candidate<'t> {
    pub(super) name: String,
    pub(super) end: End<'t>,
}

impl<'t> Candidate<'t> {
    fn new(name: &str, end: End<'t>) -> Candidate<'t> {
        Candidate {
            name: name.to_owned(),
            end,
        }
    }
}

/// A path that was found: the names that each part may have, and all that it can end at.
#[derive(Clone, Debug)]
pub(super) struct Resolved<'t> {
    pub(super) parts: Vec<Vec<String>>,
    pub(super) ends: Vec<End<'t>>,
}

/// Looks names up.
pub(super) struct Names<'t> {
    pub(super) all: Catalogue<'t>,
}

impl<'t> Names<'t> {
    pub(super) fn new(tables: &'t Tables) -> Names<'t> {
        Names {
            all: Catalogue::new(tables),
        }
    }

    /// The same, made quickly, for the words of one expression.
    pub(super) fn of_words(tables: &'t Tables, expression: &str) -> Names<'t> {
        let words = expression.split(ends_word).filter(|word| !word.is_empty());
        let parts = words.flat_map(|word| word.split('.').chain([word]));
        Names {
            all: Catalogue::for_names(tables, parts),
        }
    }

    /// A path from anywhere; `None` where its first name is no field's.
    pub(super) fn path(&self, word: &Word<'_>) -> Result<Option<Resolved<'t>>, Error> {
        let mut at = word.span.0;
        let mut parts: Vec<Vec<String>> = Vec::new();
        let mut ends: Vec<Candidate<'t>> = Vec::new();
        for (i, part) in word.text.split('.').enumerate() {
            let span = (at, at + part.len());
            at = span.1 + 1;
            let next = if i == 0 {
                self.first(part)
            } else {
                let mut next = Vec::new();
                for candidate in &ends {
                    self.inside(candidate.end, part, &mut next);
                }
                next
            };
            if next.is_empty() {
                let Some(above) = parts.last().and_then(|names| names.first()) else {
                    return Ok(None);
                };
                return Err(self.not_below(part, span, above, &ends));
            }
            let mut names: Vec<String> = next.iter().map(|c| c.name.clone()).collect();
            names.sort();
            names.dedup();
            parts.push(names);
            ends = next;
        }
        let ends = ends.into_iter().map(|c| c.end).collect();
        Ok(Some(Resolved { parts, ends }))
    }

    /// The names that stand directly below a path, sorted.
    pub(super) fn below(&self, path: &str) -> Vec<String> {
        let word = Word {
            text: path,
            quoted: false,
            span: (0, path.len()),
        };
        let mut found = Vec::new();
        if let Ok(Some(resolved)) = self.path(&word) {
            for end in resolved.ends {
                self.all_inside(end, &mut found);
            }
        }
        let mut names: Vec<String> = found.into_iter().map(|c| c.name).collect();
        names.sort_unstable();
        names.dedup();
        names
    }

    fn not_below(
        &self,
        part: &str,
        span: (usize, usize),
        above: &str,
        ends: &[Candidate<'t>],
    ) -> Error {
        let mut below = Vec::new();
        for candidate in ends {
            self.all_inside(candidate.end, &mut below);
        }
        let mut names: Vec<&str> = below.iter().map(|c| c.name.as_str()).collect();
        names.sort_unstable();
        names.dedup();
        if names.is_empty() {
            return Error::new(format!("{above} holds nothing that has a name"), span);
        }
        let near = nearest(names.iter().copied(), part, OFFERED);
        let near: Vec<String> = near.into_iter().map(str::to_owned).collect();
        let what = format!("nothing called {part} stands directly below {above}");
        let error = Error::new(what, span);
        if near.is_empty() {
            let some: Vec<&str> = names.into_iter().take(OFFERED).collect();
            return error.expected(format!("one of its own, such as {}", some.join(", ")));
        }
        error.nearest(near)
    }

    /// What a path may begin with.
    fn first(&self, name: &str) -> Vec<Candidate<'t>> {
        let mut found = Vec::new();
        for thing in self.all.named(name) {
            match thing {
                Thing::Attribute(_, attribute) => {
                    let end = End::Kind(&attribute.kind);
                    found.push(Candidate::new(attribute.name.as_str(), end));
                }
                Thing::Field(s, field) => fields_of(s, field.name.as_str(), &mut found),
                Thing::Bit(_, bit) => {
                    found.push(Candidate::new(name, End::Meaning(&bit.meaning)));
                }
                Thing::Struct(s) if self.is_node(s) => {
                    found.push(Candidate::new(name, End::Struct(s)));
                }
                Thing::Entry(e, entry) => {
                    for element in self.keyed(e) {
                        let end = End::Kind(element);
                        found.push(Candidate::new(entry.name.as_str(), end));
                    }
                }
                _ => {}
            }
        }
        for family in self.all.tables.families() {
            for message in family.messages.iter() {
                match &message.body {
                    Body::Value(body, kind) if body.as_str() == name => {
                        found.push(Candidate::new(name, End::Kind(kind)));
                    }
                    _ => {}
                }
            }
        }
        let control = CONTROL.iter().filter(|(n, _)| *n == name);
        found.extend(control.map(|(n, end)| Candidate::new(n, *end)));
        for inside in special::ALL {
            special_part(inside, name, &mut found);
        }
        if is_number(name) {
            found.push(Candidate::new(name, End::Special(&special::OPAQUE)));
        }
        found
    }

    /// What of this name stands directly inside something.
    fn inside(&self, end: End<'t>, name: &str, found: &mut Vec<Candidate<'t>>) {
        let set_name = |kind: &'t Kind| matches!(kind.format, Format::Nest(_));
        if matches!(end, End::Free) {
            found.push(Candidate::new(name, End::Text));
        } else if is_number(name) && matches!(end, End::Kind(kind) if set_name(kind)) {
            found.push(Candidate::new(name, End::Special(&special::OPAQUE)));
        }
        let mut all = Vec::new();
        self.all_inside(end, &mut all);
        let alias = self.all.named(name).iter().filter_map(|thing| match thing {
            Thing::Attribute(_, attribute) => Some(attribute.name.as_str()),
            Thing::Entry(_, entry) => Some(entry.name.as_str()),
            _ => None,
        });
        let names: Vec<&str> = alias.chain([name]).collect();
        found.extend(all.into_iter().filter(|c| names.contains(&c.name.as_str())));
    }

    fn all_inside(&self, end: End<'t>, found: &mut Vec<Candidate<'t>>) {
        match end {
            End::Kind(kind) => self.inside_kind(kind, found),
            End::Struct(s) => all_fields(s, found),
            End::Holder(parts) => {
                found.extend(parts.iter().map(|(name, end)| Candidate::new(name, *end)));
            }
            End::Special(inside) => self.inside_special(inside, found),
            _ => {}
        }
    }

    fn inside_kind(&self, kind: &'t Kind, found: &mut Vec<Candidate<'t>>) {
        let attributes = |set, found: &mut Vec<Candidate<'t>>| {
            let set = self.all.tables.set(set);
            let parts = set.attributes.iter();
            found.extend(parts.map(|a| Candidate::new(a.name.as_str(), End::Kind(&a.kind))));
        };
        match &kind.format {
            Format::Nest(set) | Format::Sequence(set) => attributes(*set, found),
            Format::Struct(s, None) => all_fields(s, found),
            Format::Struct(s, Some(set)) => {
                found.push(Candidate::new(s.name.as_str(), End::Struct(s)));
                attributes(*set, found);
            }
            Format::Bits(_, _, bits) => {
                let part = |b: &'t crate::table::Bit| {
                    Candidate::new(b.name.as_str(), End::Meaning(&b.meaning))
                };
                found.extend(bits.iter().map(part));
            }
            Format::List(element) | Format::Array(element) | Format::Map(None, element) => {
                self.inside_kind(element, found);
            }
            Format::Table(e, element) | Format::Map(Some(e), element) => {
                let keys = e.entries.iter();
                found.extend(keys.map(|k| Candidate::new(k.name.as_str(), End::Kind(element))));
                self.inside_kind(element, found);
            }
            Format::Select(select) => {
                let cases = select.cases.iter().map(|c| &c.kind);
                for kind in cases.chain(&select.otherwise) {
                    self.inside_kind(kind, found);
                }
            }
            Format::Special(special) => {
                for set in special.sets {
                    let parts = set.attributes.iter();
                    let part = |a: &'t crate::table::Attribute| {
                        Candidate::new(a.name.as_str(), End::Kind(&a.kind))
                    };
                    found.extend(parts.map(part));
                }
                if let Some(inside) = special::inside(special) {
                    self.inside_special(inside, found);
                }
            }
            _ => {}
        }
    }

    /// All that special decoders name, whatever is below what.
    fn inside_special(&self, inside: &'static special::Inside, found: &mut Vec<Candidate<'t>>) {
        for s in inside.headers {
            found.push(Candidate::new(s.name.as_str(), End::Struct(s)));
        }
        for s in inside.headers.iter().chain(inside.structs) {
            all_fields(s, found);
        }
        for name in inside.names {
            special_part(inside, name, found);
        }
        for select in inside.selects {
            for case in select
                .cases
                .iter()
                .map(|c| &c.kind)
                .chain(&select.otherwise)
            {
                // decoders of the same kind again would never end
                if !matches!(case.format, Format::Special(_)) {
                    self.inside_kind(case, found);
                }
            }
        }
    }

    /// Whether a struct stands somewhere under its own name: as a header, or in front of
    /// attributes.
    fn is_node(&self, s: &Struct) -> bool {
        let own = |kind: &Kind| {
            any_kind(
                kind,
                &mut |k| matches!(&k.format, Format::Struct(of, Some(_)) if std::ptr::eq(&**of, s)),
            )
        };
        let header = |i: &special::Inside| i.headers.iter().any(|h| std::ptr::eq(*h, s));
        std::ptr::eq(s, &GENLMSGHDR)
            || special::ALL.iter().any(header)
            || self.all.holders_of_struct(s).iter().any(|h| match h {
                Holder::Message(m) => m.headers.iter().any(|h| std::ptr::eq(&**h, s)),
                Holder::Attribute(_, a) => own(&a.kind),
                Holder::Field(_, f) => own(&f.kind),
            })
    }

    /// What the positions and keys that an enumeration names hold.
    fn keyed(&self, e: &Enum) -> Vec<&'t Kind> {
        let mut found = Vec::new();
        for holder in self.all.holders_of_enum(e) {
            let Some(kind) = kind_of(holder) else {
                continue;
            };
            any_kind(kind, &mut |k| {
                if let Format::Table(keys, element) | Format::Map(Some(keys), element) = &k.format
                    && std::ptr::eq(&**keys, e)
                {
                    found.push(&**element);
                }
                false
            });
        }
        found
    }

    /// The names that may have been meant by an unknown one, of fields, constants and all else
    /// that a filter may begin with.
    pub(super) fn nearest_of_all(&self, word: &str) -> Vec<String> {
        let mut names: Vec<&str> = self.all.names().collect();
        for own in super::facts::names().chain(CONTROL.iter().map(|(n, _)| *n)) {
            names.push(own);
        }
        near(names.into_iter(), word)
    }

    /// Names of families as `family` gives them.
    pub(super) fn families(&self) -> impl Iterator<Item = &'t str> {
        let named =
            |f: &&crate::table::Family| matches!(f.layer, Layer::Generic | Layer::Subsystem(_));
        let families = self.all.tables.families().filter(named);
        families.map(|f| f.name.as_str())
    }

    /// Names that nlmsg_type may have.
    pub(super) fn types(&self) -> impl Iterator<Item = &'t str> {
        let families = self.all.tables.families();
        families.flat_map(|f| {
            let generic = f.layer == Layer::Generic;
            let own = crate::families::netlink::generic_type(f).as_str();
            let messages = f.messages.iter().map(|m| m.name.as_str());
            let own = generic.then_some(own);
            own.into_iter().chain(messages.filter(move |_| !generic))
        })
    }

    /// Names that the command of a generic family may have.
    pub(super) fn commands(&self) -> impl Iterator<Item = &'t str> {
        let generic = self
            .all
            .tables
            .families()
            .filter(|f| f.layer == Layer::Generic);
        generic.flat_map(|f| f.messages.iter().map(|m| m.name.as_str()))
    }
}

/// The names most like a word.
pub(super) fn near<'n>(names: impl Iterator<Item = &'n str>, word: &str) -> Vec<String> {
    let near = nearest(names, word, OFFERED);
    near.into_iter().map(str::to_owned).collect()
}

/// `#47`: an attribute that has no name.
pub(super) fn is_number(name: &str) -> bool {
    name.strip_prefix('#')
        .is_some_and(|n| n.parse::<u16>().is_ok())
}

/// What a special decoder's own name leads to.
fn special_part<'t>(inside: &'static special::Inside, name: &str, found: &mut Vec<Candidate<'t>>) {
    if inside.names.contains(&name) {
        let end = match inside.free.contains(&name) {
            true => End::Free,
            false => End::Special(inside),
        };
        found.push(Candidate::new(name, end));
    }
}

fn all_fields<'t>(s: &'t Struct, found: &mut Vec<Candidate<'t>>) {
    for field in s.fields.iter().chain(&s.tail) {
        if let Format::Bits(_, _, bits) = &field.kind.format {
            let part = |b: &'t crate::table::Bit| {
                Candidate::new(b.name.as_str(), End::Meaning(&b.meaning))
            };
            found.extend(bits.iter().map(part));
        } else {
            fields_of(s, field.name.as_str(), found);
        }
    }
}

/// The field of a name.
fn fields_of<'t>(s: &'t Struct, name: &str, found: &mut Vec<Candidate<'t>>) {
    for field in s.fields.iter().chain(&s.tail) {
        if field.name.as_str() != name || matches!(field.kind.format, Format::Bits(..)) {
            continue;
        }
        let end = match name {
            "nlmsg_type" if std::ptr::eq(s, &NLMSGHDR) => End::Type,
            "nlmsg_flags" if std::ptr::eq(s, &NLMSGHDR) => End::Flags,
            "cmd" if std::ptr::eq(s, &GENLMSGHDR) => End::Command,
            _ => End::Kind(&field.kind),
        };
        found.push(Candidate::new(name, end));
    }
}

/// The kind of what leads somewhere; `None` where it is a message without one.
pub(super) fn kind_of<'t>(holder: &Holder<'t>) -> Option<&'t Kind> {
    match holder {
        Holder::Attribute(_, a) => Some(&a.kind),
        Holder::Field(_, f) => Some(&f.kind),
        Holder::Message(m) => match &m.body {
            Body::Value(_, kind) => Some(kind),
            _ => None,
        },
    }
}

/// Whether a kind, or one that its elements or cases have, is as asked.
pub(super) fn any_kind<'t>(kind: &'t Kind, is: &mut dyn FnMut(&'t Kind) -> bool) -> bool {
    if is(kind) {
        return true;
    }
    match &kind.format {
        Format::List(element)
        | Format::Array(element)
        | Format::Map(_, element)
        | Format::Table(_, element) => any_kind(element, is),
        Format::Select(select) => {
            let mut kinds = select
                .cases
                .iter()
                .map(|c| &c.kind)
                .chain(&select.otherwise);
            kinds.any(|k| any_kind(k, is))
        }
        _ => false,
    }
}
