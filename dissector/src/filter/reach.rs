//! Below which attributes, fields and messages the names of a filter's paths can stand: what
//! the walk may leave out, and which messages need no walk at all.

use super::names::{Names, any_kind, is_number, kind_of};
use super::paths::Paths;
use crate::exchange::may_echo;
use crate::explain::catalogue::{Holder, Thing};
use crate::hash::QuickMap;
use crate::special::inside as special;
use crate::table::{Body, Family, Format, Kind, Message, Name, Set, Struct, When};
use std::collections::HashSet;

/// Positions of a filter's paths, a bit each.
pub(super) type Positions = u128;

type ByAddress<T> = QuickMap<usize, T>;

/// What can stand below something.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Below {
    /// Names in it or anywhere below it.
    pub(super) names: Positions,
    /// First names of the paths all of whose names are below it.
    pub(super) starts: Positions,
    /// A special decoder's names are below it: they are in no table.
    pub(super) loose: bool,
}

impl Below {
    /// Anything.
    pub(super) const MAX: Below = Below {
        names: Positions::MAX,
        starts: Positions::MAX,
        loose: true,
    };
}

/// What can stand in a message: its fixed headers, and what is behind them.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct InMessage {
    pub(super) headers: Below,
    pub(super) body: Below,
}

/// The addresses of names in the tables, and of messages.
#[derive(Debug, Default)]
pub(super) struct Reach {
    names: ByAddress<Below>,
    messages: ByAddress<InMessage>,
}

impl Reach {
    /// What can stand below an attribute, a field or a header; nothing where nothing is known.
    #[inline]
    pub(super) fn below(&self, name: &Name) -> Option<&Below> {
        self.names.get(&address(name))
    }

    /// What can stand in a message.
    #[inline]
    pub(super) fn message(&self, message: &Message) -> InMessage {
        let found = self.messages.get(&address(message));
        found.copied().unwrap_or_default()
    }
}

#[inline]
fn address<T>(of: &T) -> usize {
    std::ptr::from_ref(of) as usize
}

/// A name at a position of a path.
pub(super) struct Wanted<'w> {
    pub(super) position: Positions,
    pub(super) names: &'w [String],
    /// What stands above it has members that the message itself names.
    pub(super) free: bool,
}

/// Finds what is below what, for these names; `paths` are the positions of each path, with its
/// first.
pub(super) fn reach(
    names: &Names<'_>,
    wanted: &[Wanted<'_>],
    paths: &[(Positions, Positions)],
) -> Reach {
    let mut search = Search {
        names,
        reach: Reach::default(),
        done: HashSet::new(),
        todo: Vec::new(),
    };
    for wanted in wanted {
        search.begin(wanted);
        while let Some(at) = search.todo.pop() {
            search.up(at, wanted.position);
        }
    }
    let mut reach = search.reach;
    let finish = |below: &mut Below| {
        let whole = paths.iter().filter(|(all, _)| below.names & all == *all);
        below.starts = whole.fold(0, |starts, (_, first)| starts | first);
    };
    reach.names.values_mut().for_each(finish);
    for message in reach.messages.values_mut() {
        finish(&mut message.headers);
        finish(&mut message.body);
    }
    reach
}

/// What follows from the request that a message answers, and is not in its bytes.
const OF_REQUESTS: [&str; 3] = ["errno", "offending", "missing"];

/// Whether it may hang on which way a message went what a path finds. It is known from the
/// message alone but for rtnetlink, whose notifications may look like requests.
pub(super) fn by_direction(names: &Names<'_>, paths: &Paths, reach: &Reach) -> bool {
    let mut rtnetlink = names
        .all
        .tables
        .families()
        .filter(|f| f.protocol == Some(0));
    let differs = |records: &[Message]| {
        let first = records.first();
        let found = |m: &Message| {
            let within = reach.message(m);
            within.headers.names | within.body.names != 0
        };
        let same = |m: &Message| first.is_some_and(|f| f.name == m.name && f.verb == m.verb);
        records.iter().any(may_echo) && records.iter().any(|m| found(m) || !same(m))
    };
    let either = |family: &Family| {
        let mut directed = family.messages.iter().filter(|m| directed(&m.when));
        directed.any(|m| differs(family.records(m.value)))
    };
    if rtnetlink.any(either) {
        return true;
    }
    let matters = |name: &Name| {
        let below = reach.below(name).is_some_and(|below| below.names != 0);
        below || paths.named(name) != 0
    };
    names.all.directed().iter().any(|holder| match holder {
        Holder::Attribute(_, a) => matters(&a.name),
        Holder::Field(_, f) => matters(&f.name),
        Holder::Message(m) => match &m.body {
            Body::Value(name, _) => matters(name),
            _ => false,
        },
    })
}

/// Whether a path finds what follows from the request that a message answers.
pub(super) fn by_request(paths: &Paths) -> bool {
    OF_REQUESTS.iter().any(|name| paths.of_text(name) != 0)
}

fn directed(when: &When) -> bool {
    match when {
        When::Request | When::Reply => true,
        When::All(all) => all.iter().any(directed),
        _ => false,
    }
}

/// Whether a name is that of what no table describes, which may stand anywhere.
pub(super) fn is_opaque(name: &str) -> bool {
    is_number(name) || special::OPAQUE.names.contains(&name)
}

#[derive(Clone, Copy)]
enum At<'t> {
    Set(&'t Set),
    Struct(&'t Struct),
}

struct Search<'n, 't> {
    names: &'n Names<'t>,
    reach: Reach,
    done: HashSet<(Positions, usize)>,
    todo: Vec<At<'t>>,
}

impl<'t> Search<'_, 't> {
    /// Everything that directly has one of the names.
    fn begin(&mut self, wanted: &Wanted<'_>) {
        let bit = wanted.position;
        for name in wanted.names {
            let things: Vec<Thing<'t>> = self.names.all.named(name).to_vec();
            for thing in &things {
                match thing {
                    Thing::Attribute(set, _) => self.push(At::Set(set), bit),
                    Thing::Field(s, _) | Thing::Struct(s) => self.push(At::Struct(s), bit),
                    Thing::Bit(holder, _) => self.hold(holder, bit, None),
                    Thing::Entry(e, _) => {
                        let holders: Vec<Holder<'t>> = self.names.all.holders_of_enum(e).to_vec();
                        for holder in &holders {
                            self.hold(holder, bit, None);
                        }
                    }
                    _ => {}
                }
            }
            self.bodies(name, bit);
            self.specials(name, wanted.free, bit);
        }
    }

    /// Messages whose body has the name.
    fn bodies(&mut self, name: &str, bit: Positions) {
        for family in self.names.all.tables.families() {
            for message in family.messages.iter() {
                match &message.body {
                    Body::Value(body, _) if body.as_str() == name => {
                        let entry = self.reach.messages.entry(address(message));
                        entry.or_default().body.names |= bit;
                    }
                    _ => {}
                }
            }
        }
    }

    /// All that is decoded by a special decoder that gives the name. Names that the message
    /// gives, and those of what no table describes, may stand in any of them.
    fn specials(&mut self, name: &str, free: bool, bit: Positions) {
        let everywhere = is_opaque(name);
        let known = special::ALL.iter().any(|i| i.names.contains(&name));
        if !everywhere && !known && !free {
            return;
        }
        let gives = |special: &crate::table::Special| {
            special::inside(special).is_some_and(|inside| {
                inside.names.contains(&name) || (free && !inside.free.is_empty())
            })
        };
        let holds = |kind: &'t Kind| {
            any_kind(kind, &mut |k| match &k.format {
                Format::Special(special) => gives(special),
                _ => everywhere,
            })
        };
        let things: Vec<Thing<'t>> = self.names.all.unsorted().copied().collect();
        for thing in things {
            let holder = match thing {
                Thing::Attribute(set, a) if holds(&a.kind) => Holder::Attribute(set, a),
                Thing::Field(s, f) if holds(&f.kind) => Holder::Field(s, f),
                Thing::Message(_, m) => {
                    let body = matches!(&m.body, Body::Value(_, kind) if holds(kind));
                    if !body && !everywhere {
                        continue;
                    }
                    Holder::Message(m)
                }
                _ => continue,
            };
            self.hold(&holder, bit, None);
        }
    }

    fn push(&mut self, at: At<'t>, bit: Positions) {
        let of = match at {
            At::Set(set) => address(set),
            At::Struct(s) => {
                // which of several structs of a name stands somewhere, holders do not say
                let first = self.names.all.first(s).into_iter();
                let twins = self.names.all.twins(s).iter().copied();
                let all: Vec<&Struct> = first.chain(twins).chain([s]).collect();
                for s in all {
                    let below = self.reach.names.entry(address(&s.name)).or_default();
                    below.names |= bit;
                }
                address(s)
            }
        };
        if self.done.insert((bit, of)) {
            self.todo.push(at);
        }
    }

    /// Everything that leads to a set or struct.
    fn up(&mut self, at: At<'t>, bit: Positions) {
        let names = self.names;
        let (holders, header) = match at {
            At::Set(set) => (names.all.holders_of_set(set).to_vec(), None),
            At::Struct(s) => (names.all.holders_of_struct(s), Some(s)),
        };
        for holder in &holders {
            self.hold(holder, bit, header);
        }
    }

    fn hold(&mut self, holder: &Holder<'t>, bit: Positions, header: Option<&Struct>) {
        let loose = kind_of(holder)
            .is_some_and(|kind| any_kind(kind, &mut |k| matches!(k.format, Format::Special(_))));
        let (name, at) = match holder {
            Holder::Message(message) => {
                let entry = self.reach.messages.entry(address(*message)).or_default();
                // of structs of the same name, holders do not say which one it is
                let mut headers = message.headers.iter();
                let own = headers
                    .clone()
                    .any(|h| header.is_some_and(|s| std::ptr::eq(&**h, s)));
                if headers.any(|h| header.is_some_and(|s| h.name == s.name)) {
                    entry.headers.names |= bit;
                }
                if !own {
                    entry.body.names |= bit;
                    entry.body.loose |= loose;
                }
                if let Body::Value(name, _) = &message.body {
                    let below = self.reach.names.entry(address(name)).or_default();
                    below.names |= bit;
                    below.loose |= loose;
                }
                return;
            }
            Holder::Attribute(set, attribute) => (&attribute.name, At::Set(set)),
            Holder::Field(s, field) => (&field.name, At::Struct(s)),
        };
        let below = self.reach.names.entry(address(name)).or_default();
        below.names |= bit;
        below.loose |= loose;
        self.push(at, bit);
    }
}
