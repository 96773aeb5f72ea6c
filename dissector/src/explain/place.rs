//! Where an attribute, a set or a field may stand: the messages, and the way down from them.

use super::catalogue::{Catalogue, Holder};
use crate::table::{Set, Struct};
use std::collections::{HashSet, VecDeque};

/// A way from messages down to something, as a filter spells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Names of attributes, headers and fields, from the outside in; empty for what stands
    /// in the messages themselves.
    pub path: Vec<String>,
    /// The messages, each once.
    pub messages: Vec<String>,
}

/// Where a search goes on.
#[derive(Clone, Copy)]
pub(super) enum From<'t> {
    Set(&'t Set),
    Struct(&'t Struct),
}

/// A way under construction, innermost name first.
struct Way<'t> {
    at: From<'t>,
    names: Vec<&'t str>,
}

/// The places of what is called `names` (innermost first) in a set or struct, the nearest to
/// the top first; at most `limit`, and how many more ways there are. Of the many ways around a
/// circle of sets only the shortest count.
pub(super) fn places(
    all: &Catalogue<'_>,
    at: From<'_>,
    names: Vec<&str>,
    limit: usize,
) -> (Vec<Place>, usize) {
    let mut places: Vec<Place> = Vec::new();
    let mut more = 0;
    let mut seen: HashSet<(&str, &str)> = HashSet::new();
    let mut ways = VecDeque::from([Way { at, names }]);
    while let Some(way) = ways.pop_front() {
        let (holders, header) = match way.at {
            From::Set(set) => (all.holders_of_set(set).to_vec(), None),
            From::Struct(s) => (all.holders_of_struct(s), Some(s.name.as_str())),
        };
        let mut messages: Vec<String> = Vec::new();
        for holder in &holders {
            let (at, name) = match holder {
                Holder::Message(message) => {
                    let name = message.name.as_str();
                    if !messages.iter().any(|m| m == name) {
                        messages.push(name.to_owned());
                    }
                    continue;
                }
                Holder::Attribute(set, attribute) => (From::Set(set), attribute.name.as_str()),
                Holder::Field(s, field) => (From::Struct(s), field.name.as_str()),
            };
            let of = match at {
                From::Set(set) => set.name.as_str(),
                From::Struct(s) => s.name.as_str(),
            };
            if seen.insert((of, name)) {
                let mut names = way.names.clone();
                names.push(name);
                ways.push_back(Way { at, names });
            }
        }
        if messages.is_empty() {
            continue;
        }
        let path = way.names.iter().copied().chain(header);
        let mut path: Vec<String> = path.map(str::to_owned).collect();
        path.reverse();
        if places.len() < limit {
            places.push(Place { path, messages });
        } else {
            more += 1;
        }
    }
    (places, more)
}
