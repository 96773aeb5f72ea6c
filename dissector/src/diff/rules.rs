//! The tables of what is left aside, of roles and of subjects, made ready for walks.

use super::aside::{ASIDES, ROLES, Role, Whence};
use super::subjects::{SUBJECTS, Subject};
use crate::filter::{self, Error};
use crate::table::Tables;
use crate::walk::Key;
use std::collections::HashMap;
use std::hash::{BuildHasher, Hash, RandomState};

/// Collections whose order says nothing.
pub(super) static BAGS: &[&str] = &["NFTA_SET_ELEM_LIST_ELEMENTS.NFTA_LIST_ELEM"];

/// Numbers that people read in hexadecimal whose lower half is in network order.
pub(super) static HALVES: &[&str] = &["tcm_info"];

/// What a path is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Act {
    /// It is left aside.
    Aside(Whence),
    /// The number is compared by the part that it plays.
    Role(Role),
    /// It names the object that messages of these kinds are about.
    Subject(usize),
    /// The order of its members says nothing.
    Bag,
}

#[derive(Debug)]
struct Pattern {
    /// The names above the last, the nearest first; of each those that it may have.
    above: Vec<Vec<u64>>,
    act: Act,
}

/// What comparing goes by: the tables, and what the user leaves aside.
#[derive(Debug)]
pub struct Rules {
    state: RandomState,
    patterns: HashMap<u64, Vec<Pattern>>,
    /// Position in [`SUBJECTS`] by the name of a message.
    subjects: HashMap<&'static str, usize>,
}

/// A name that encloses the node at hand.
#[derive(Clone, Copy, Debug)]
pub(super) struct Above {
    pub(super) name: u64,
    /// It is a map's key, which a path may leave out.
    pub(super) key: bool,
}

impl Rules {
    /// The rules of the tables, and these paths more that are left aside; or which of them is
    /// none, and why.
    pub fn new<'p>(
        ignore: impl IntoIterator<Item = &'p str>,
        tables: &Tables,
    ) -> Result<Rules, (&'p str, Error)> {
        let mut rules = Rules {
            state: RandomState::new(),
            patterns: HashMap::new(),
            subjects: HashMap::new(),
        };
        for aside in ASIDES {
            rules.add_known(aside.path, Act::Aside(aside.whence));
        }
        for (path, role) in ROLES {
            rules.add_known(path, Act::Role(*role));
        }
        for path in BAGS {
            rules.add_known(path, Act::Bag);
        }
        for (at, subject) in SUBJECTS.iter().enumerate() {
            for path in subject.by {
                rules.add_known(path, Act::Subject(at));
            }
            for message in subject.messages {
                rules.subjects.insert(message, at);
            }
        }
        for (path, parts) in filter::paths_of(ignore, tables) {
            let parts = parts.map_err(|error| (path, error))?;
            rules.add(&parts, Act::Aside(Whence::All));
        }
        Ok(rules)
    }

    fn add_known(&mut self, path: &str, act: Act) {
        let parts: Vec<Vec<String>> = path.split('.').map(|p| vec![p.to_owned()]).collect();
        self.add(&parts, act);
    }

    fn add(&mut self, parts: &[Vec<String>], act: Act) {
        let Some((last, above)) = parts.split_last() else {
            return;
        };
        let hashes = |names: &Vec<String>| names.iter().map(|n| self.hash(n.as_str())).collect();
        let above: Vec<Vec<u64>> = above.iter().rev().map(hashes).collect();
        let last: Vec<u64> = hashes(last);
        for name in last {
            let pattern = Pattern {
                above: above.clone(),
                act,
            };
            self.patterns.entry(name).or_default().push(pattern);
        }
    }

    /// What messages of a name are about.
    pub(super) fn subject(&self, message: &str) -> Option<(usize, &'static Subject)> {
        let at = *self.subjects.get(message)?;
        Some((at, SUBJECTS.get(at)?))
    }

    /// The number of a thing, the same for what is equal, in one run of the program.
    pub(super) fn hash<T: Hash + ?Sized>(&self, thing: &T) -> u64 {
        self.state.hash_one(thing)
    }

    /// The number of a node's name; 0 where it has none of its own.
    pub(super) fn name(&self, key: &Key<'_>) -> u64 {
        match key {
            Key::Name(name) | Key::Entry(_, Some(name)) => self.hash(name.as_str()),
            Key::Text(text) => self.hash(*text),
            Key::Unknown(number) => self.hash(format!("#{number}").as_str()),
            Key::Entry(_, None) => 0,
        }
    }

    /// What applies to a node: its name's number, and what encloses it, the outermost first.
    pub(super) fn acts<'r>(
        &'r self,
        name: u64,
        above: &'r [Above],
    ) -> impl Iterator<Item = Act> + 'r {
        let patterns = self.patterns.get(&name).map_or(&[][..], Vec::as_slice);
        patterns
            .iter()
            .filter(|pattern| pattern.holds(above))
            .map(|pattern| pattern.act)
    }
}

impl Pattern {
    fn holds(&self, above: &[Above]) -> bool {
        let mut enclosing = above.iter().rev();
        self.above.iter().all(|wanted| {
            enclosing
                .by_ref()
                .find(|a| !a.key || wanted.contains(&a.name))
                .is_some_and(|a| wanted.contains(&a.name))
        })
    }
}

/// Mixes two numbers into one.
pub(super) fn mix(a: u64, b: u64) -> u64 {
    let wide = u128::from(a ^ 0x9e37_79b9_7f4a_7c15)
        .wrapping_mul(u128::from(b.rotate_left(23) ^ 0xd6e8_feb8_6659_fd93));
    (wide as u64) ^ ((wide >> 64) as u64) ^ a.rotate_left(17)
}
