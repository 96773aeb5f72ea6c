//! Paths, matched while the walk goes: each name of each path is a position, a bit; where a
//! path has come to is carried down the levels and shifted on by each name.

use super::reach::Positions;
use crate::table::Name;
use crate::walk::{Key, Node};

/// How many names all paths of a filter may have together.
pub(super) const MAX_POSITIONS: u32 = Positions::BITS;

/// The paths of a filter.
#[derive(Clone, Debug, Default)]
pub(super) struct Paths {
    paths: Vec<Path>,
    /// Names with their hashes, in the order of these.
    names: Vec<(Box<str>, u32, Positions)>,
    numbers: Vec<(u16, Positions)>,
    /// Hashes of the names, a bit each: most names are told from them alone.
    hashes: u64,
    /// First names of paths.
    starts: Positions,
    /// First names of paths in the request that an error echoes.
    echo_starts: Positions,
    used: u32,
}

/// One path.
#[derive(Clone, Debug)]
pub(super) struct Path {
    /// The names that each part may have.
    pub(super) parts: Vec<Vec<String>>,
    /// In the request that an error echoes.
    pub(super) echo: bool,
    pub(super) first: Positions,
    pub(super) last: Positions,
    pub(super) all: Positions,
}

impl Paths {
    /// Adds a path, unless it is there; its number. `None` where there are too many names.
    pub(super) fn add(&mut self, parts: Vec<Vec<String>>, echo: bool) -> Option<usize> {
        let same = |p: &Path| p.parts == parts && p.echo == echo;
        if let Some(at) = self.paths.iter().position(same) {
            return Some(at);
        }
        let len = u32::try_from(parts.len()).ok()?;
        if self.used + len > MAX_POSITIONS {
            return None;
        }
        let first: Positions = 1 << self.used;
        for (part, shift) in parts.iter().zip(self.used..) {
            let position = 1 << shift;
            for name in part {
                self.add_name(name, position);
            }
        }
        self.used += len;
        let last = 1 << (self.used - 1);
        match echo {
            true => self.echo_starts |= first,
            false => self.starts |= first,
        }
        self.paths.push(Path {
            parts,
            echo,
            first,
            last,
            all: last | (last - first),
        });
        Some(self.paths.len() - 1)
    }

    fn add_name(&mut self, name: &str, position: Positions) {
        if let Some(number) = name.strip_prefix('#').and_then(|n| n.parse().ok()) {
            self.numbers.push((number, position));
            return;
        }
        let hash = Name::hash_of(name);
        self.hashes |= bit(hash);
        match self.names.iter_mut().find(|(n, ..)| **n == *name) {
            Some((.., positions)) => *positions |= position,
            None => {
                let at = self.names.partition_point(|(_, other, _)| *other < hash);
                self.names.insert(at, (name.into(), hash, position));
            }
        }
    }

    #[inline]
    pub(super) fn get(&self, at: usize) -> Option<&Path> {
        self.paths.get(at)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &Path> {
        self.paths.iter()
    }

    /// Whether a path has an attribute without a name.
    pub(super) fn has_numbers(&self) -> bool {
        !self.numbers.is_empty()
    }

    /// Where a path may begin.
    #[inline]
    pub(super) fn starts(&self, echo: bool) -> Positions {
        if echo { self.echo_starts } else { self.starts }
    }

    /// The positions that a name has.
    #[inline]
    pub(super) fn named(&self, name: &Name) -> Positions {
        if self.hashes & bit(name.hash()) == 0 {
            return 0;
        }
        let at = self
            .names
            .partition_point(|(_, hash, _)| *hash < name.hash());
        let same = self.names.get(at..).unwrap_or(&[]).iter();
        let mut same = same.take_while(|(_, hash, _)| *hash == name.hash());
        same.find(|(n, ..)| **n == *name.as_str())
            .map_or(0, |(.., positions)| *positions)
    }

    /// The same of a name that is in no table.
    pub(super) fn of_text(&self, name: &str) -> Positions {
        let found = self.names.iter().filter(|(n, ..)| **n == *name);
        found.fold(0, |all, (.., positions)| all | positions)
    }

    /// How far the paths have come at a node below a level at which they had come to `above`.
    /// What has no name of its own is no part of a path, and the name of a map's key may be
    /// left out.
    #[inline]
    pub(super) fn step(&self, above: Positions, echo: bool, node: &Node<'_>) -> Positions {
        let (positions, keep) = match node.key {
            Key::Name(name) => (self.named(name), 0),
            Key::Entry(_, None) => return above,
            Key::Entry(_, Some(name)) => (self.named(name), above),
            Key::Text(text) => (self.of_text(text), 0),
            Key::Unknown(number) => {
                let found = self.numbers.iter().filter(|(n, _)| *n == number);
                (found.fold(0, |all, (_, positions)| all | positions), 0)
            }
        };
        if positions == 0 {
            return keep;
        }
        (((above << 1) | self.starts(echo)) & positions) | keep
    }
}

#[inline]
fn bit(hash: u32) -> u64 {
    1 << (hash & 63)
}
