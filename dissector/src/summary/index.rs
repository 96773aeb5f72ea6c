//! What is looked up by a name, or rather by the number that each name comes with.

use crate::table::Name;

/// Things by names.
#[derive(Debug)]
pub(super) struct Index<T> {
    /// The position, plus one, of the first thing by the low bits of its name's id.
    first: Vec<u16>,
    entries: Vec<Entry<T>>,
}

#[derive(Debug)]
struct Entry<T> {
    id: u64,
    /// The position, plus one, of the next that has the same low bits.
    next: u16,
    thing: T,
}

impl<T> Index<T> {
    /// An index of things, each with its name.
    pub(super) fn new<'n>(things: impl Iterator<Item = (&'n str, T)>) -> Index<T> {
        let entry = |(name, thing)| Entry {
            id: Name::id_of(name),
            next: 0,
            thing,
        };
        let mut entries: Vec<Entry<T>> = things.map(entry).collect();
        let mut first = vec![0; (4 * entries.len()).next_power_of_two()];
        let low = first.len() as u64 - 1;
        // from the last on, so that those of the same bits stand in order
        for (i, entry) in entries.iter_mut().enumerate().rev() {
            if let Some(first) = first.get_mut((entry.id & low) as usize) {
                entry.next = std::mem::replace(first, i as u16 + 1);
            }
        }
        Index { first, entries }
    }

    /// The things of a name, in their order.
    #[inline]
    pub(super) fn of(&self, name: &Name) -> impl Iterator<Item = &T> {
        let id = name.id();
        let low = self.first.len() as u64 - 1;
        let mut next = self.first.get((id & low) as usize).copied().unwrap_or(0);
        std::iter::from_fn(move || {
            loop {
                let entry = self.entries.get(usize::from(next).checked_sub(1)?)?;
                next = entry.next;
                if entry.id == id {
                    return Some(&entry.thing);
                }
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn things_are_found_in_their_order() {
        let names = ["mtu", "dev", "mtu", "type", "via", "mtu"];
        let index = Index::new(names.into_iter().zip(0..));
        for name in ["mtu", "dev", "type", "via", "lladdr", ""] {
            let want: Vec<usize> = (0..names.len()).filter(|i| names[*i] == name).collect();
            let found: Vec<usize> = index.of(&Name::new(name)).copied().collect();
            assert_eq!(found, want, "{name}");
        }
        let nothing = Index::new(std::iter::empty::<(&str, ())>());
        assert_eq!(nothing.of(&Name::new("mtu")).count(), 0);
    }
}
