//! Where the lists of requests begin, by the hash of what ties answers to them.
//!
//! What is looked up is mostly not there, or is the newest: an entry holds all of the hash that
//! there is, so that no request has to be looked at to tell one from another.

use crate::hash::Quick;
use std::hash::BuildHasher;

/// No request.
pub(super) const NONE: u32 = u32::MAX;
/// Entries at first.
const LEAST: usize = 64;

/// A list: the hash that its requests have in common, and the newest of them.
#[derive(Clone, Copy)]
struct Entry {
    hash: u32,
    first: u32,
}

const EMPTY: Entry = Entry {
    hash: 0,
    first: NONE,
};

/// All lists. An entry stands at the place that its hash tells, or behind others without a gap.
#[derive(Clone, Default)]
pub(super) struct Index {
    hasher: Quick,
    /// As many as a power of two, at least twice as many as there are lists.
    entries: Vec<Entry>,
    lists: usize,
}

impl Index {
    #[inline]
    pub fn hash(&self, key: u64) -> u32 {
        self.hasher.hash_one(key) as u32
    }

    /// The newest request of a hash.
    #[inline]
    pub fn get(&self, hash: u32) -> u32 {
        let at = self.find(hash);
        self.entries.get(at).map_or(NONE, |entry| entry.first)
    }

    /// Begins a list, or puts another request in front of it; the one that was.
    #[inline]
    pub fn push(&mut self, hash: u32, first: u32) -> u32 {
        if 2 * self.lists >= self.entries.len() {
            self.grow();
        }
        let at = self.find(hash);
        let Some(entry) = self.entries.get_mut(at) else {
            return NONE;
        };
        let before = std::mem::replace(entry, Entry { hash, first }).first;
        self.lists += usize::from(before == NONE);
        before
    }

    /// Takes the first request of a list away; `next` stands behind it.
    pub fn pop(&mut self, hash: u32, next: u32) {
        let mut gap = self.find(hash);
        let Some(entry) = self.entries.get_mut(gap) else {
            return;
        };
        if entry.first == NONE || next != NONE {
            entry.first = next;
            return;
        }
        self.lists -= 1;
        // what stands behind it without a gap must not get one
        let mask = self.mask();
        let mut at = gap;
        loop {
            at = (at + 1) & mask;
            let Some(entry) = self.entries.get(at).copied() else {
                return;
            };
            if entry.first == NONE {
                break;
            }
            let wants = entry.hash as usize & mask;
            if at.wrapping_sub(wants) & mask >= at.wrapping_sub(gap) & mask {
                self.put(gap, entry);
                gap = at;
            }
        }
        self.put(gap, EMPTY);
    }

    fn mask(&self) -> usize {
        self.entries.len().wrapping_sub(1)
    }

    fn put(&mut self, at: usize, entry: Entry) {
        if let Some(place) = self.entries.get_mut(at) {
            *place = entry;
        }
    }

    /// The place of a hash, or the empty one where it would stand.
    #[inline]
    fn find(&self, hash: u32) -> usize {
        let mask = self.mask();
        let mut at = hash as usize & mask;
        while let Some(entry) = self.entries.get(at)
            && entry.first != NONE
            && entry.hash != hash
        {
            at = (at + 1) & mask;
        }
        at
    }

    #[cold]
    fn grow(&mut self) {
        let many = (2 * self.entries.len()).max(LEAST);
        let before = std::mem::replace(&mut self.entries, vec![EMPTY; many]);
        for entry in before.into_iter().filter(|entry| entry.first != NONE) {
            let at = self.find(entry.hash);
            self.put(at, entry);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashMap;

    /// What it holds is what a map of lists would, whatever is pushed and popped.
    #[test]
    fn lists_as_in_a_map() {
        let mut index = Index::default();
        let mut lists: HashMap<u32, Vec<u32>> = HashMap::new();
        assert_eq!(index.get(7), NONE);
        index.pop(7, NONE);
        let mut state = 1u64;
        for round in 0..200_000u32 {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            // few hashes, many of them neighbours: runs grow together, also around the end
            let hash = (((state >> 33) % 97) as u32 * 3 / 2).wrapping_sub(61);
            let list = lists.entry(hash).or_default();
            let top = list.last().copied().unwrap_or(NONE);
            assert_eq!(index.get(hash), top);
            if state >> 60 < 8 && list.len() < 3 {
                assert_eq!(index.push(hash, round), top);
                list.push(round);
            } else if list.pop().is_some() {
                index.pop(hash, list.last().copied().unwrap_or(NONE));
            }
        }
        for (hash, list) in &lists {
            assert_eq!(index.get(*hash), list.last().copied().unwrap_or(NONE));
        }
        assert_eq!(
            index.lists,
            lists.values().filter(|l| !l.is_empty()).count()
        );
    }
}
