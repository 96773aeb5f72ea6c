//! What a run has met so far of what is asked for, and what follows from it.
//!
//! Values that do not fit decide nothing while others may come. So no more is noted of them than
//! that they came; and messages of a record in which the same came, and nothing fits, have the
//! same answer.

use super::Went;
use crate::filter::Filter;
use crate::filter::condition::Condition;
use crate::filter::run::{Known, close, evaluate};
use crate::sink::Value;

/// So many queries have a place in [`Ends`].
pub(super) const MAX_QUERIES: usize = 64;

/// Queries, a bit each: those whose paths end somewhere.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Ends(pub(super) u64);

impl Ends {
    pub(super) fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Their positions.
    #[inline]
    pub(super) fn positions(self) -> impl Iterator<Item = usize> {
        let mut left = self.0;
        std::iter::from_fn(move || {
            let at = left.trailing_zeros();
            left &= left.wrapping_sub(1);
            (at < u64::BITS).then_some(at as usize)
        })
    }
}

/// Answers for messages in which nothing fits, by the queries that values came for.
#[derive(Debug, Default)]
pub(in crate::filter) struct Answers {
    known: [Option<(Ends, bool)>; 4],
    next: usize,
    misses: Misses,
    /// How often a first look told the answer, and how often it did not.
    told: u32,
    in_vain: u32,
}

impl Answers {
    /// The answer where values came for these queries.
    #[inline]
    pub(super) fn get(&self, seen: Ends) -> Option<bool> {
        let mut known = self.known.iter().flatten();
        known.find(|(of, _)| *of == seen).map(|(_, answer)| *answer)
    }

    fn put(&mut self, seen: Ends, answer: bool) {
        if let Some(slot) = self.known.get_mut(self.next) {
            *slot = Some((seen, answer));
        }
        self.next = (self.next + 1) % self.known.len();
    }

    /// Whether a first look is worth it: it has to tell more often than not.
    #[inline]
    pub(super) fn pays(&self) -> bool {
        self.in_vain <= self.told.saturating_add(16)
    }

    #[inline]
    pub(super) fn paid(&mut self, told: bool) {
        let count = match told {
            true => &mut self.told,
            false => &mut self.in_vain,
        };
        *count = count.saturating_add(1);
    }

    /// Whether an interface is known to fit none of these queries, by these names.
    #[inline]
    pub(super) fn misses(&self, names: u64, index: u32, ends: Ends) -> bool {
        let Misses(slots) = &self.misses;
        slots.get(index as usize % slots.len()) == Some(&(names, index, ends))
    }

    /// It fits none.
    fn miss(&mut self, names: u64, index: u32, ends: Ends) {
        let Misses(slots) = &mut self.misses;
        let at = index as usize % slots.len();
        if let Some(slot) = slots.get_mut(at) {
            *slot = (names, index, ends);
        }
    }
}

/// Interfaces that fit nothing where they stood: the edition of their names, the index, and the
/// queries.
#[derive(Debug)]
struct Misses([(u64, u32, Ends); 32]);

impl Default for Misses {
    fn default() -> Misses {
        Misses([(0, 0, Ends(0)); 32])
    }
}

/// What is known of one message.
pub(in crate::filter) struct Marks<'r, 'f> {
    filter: &'r Filter<'f>,
    /// What all messages of the record begin with.
    begun: &'r [Known],
    /// The same with what fits, where something does.
    known: &'r mut Vec<Known>,
    answers: &'r mut Answers,
    seen: Ends,
    fits: bool,
}

impl<'r, 'f> Marks<'r, 'f> {
    #[inline]
    pub(in crate::filter) fn new(
        filter: &'r Filter<'f>,
        begun: &'r [Known],
        known: &'r mut Vec<Known>,
        answers: &'r mut Answers,
    ) -> Marks<'r, 'f> {
        Marks {
            filter,
            begun,
            known,
            answers,
            seen: Ends(0),
            fits: false,
        }
    }

    /// Values stand where the paths of these queries end, and fit none of them.
    #[inline]
    pub(super) fn passed(&mut self, ends: Ends) {
        self.seen.0 |= ends.0;
    }

    /// An interface stands there. Where it fits none of them and counts for all, it is kept that
    /// with the same names and the same index it is so again.
    pub(super) fn interface(
        &mut self,
        ends: Ends,
        index: u32,
        names: Option<u64>,
        value: &Value<'_>,
    ) -> Went {
        let filter = self.filter;
        let passes = |at: usize| {
            let condition = filter.queries.get(at).map(|query| &query.condition);
            condition.is_some_and(|c| c.takes(value) && !c.fits(value))
        };
        if let Some(names) = names
            && !ends.is_empty()
            && ends.positions().all(passes)
        {
            self.answers.miss(names, index, ends);
        }
        self.value(ends, value)
    }

    /// A value stands there.
    #[inline]
    pub(super) fn value(&mut self, ends: Ends, value: &Value<'_>) -> Went {
        self.note(ends, |condition| {
            condition.takes(value).then(|| condition.fits(value))
        })
    }

    /// Something that holds others stands there.
    #[inline]
    pub(super) fn here(&mut self, ends: Ends) -> Went {
        self.note(ends, |condition| {
            Some(condition.any.is_empty() && condition.takes_containers())
        })
    }

    /// Notes whether what stands there fits, where it counts.
    #[inline]
    fn note(&mut self, ends: Ends, fits: impl Fn(&Condition) -> Option<bool>) -> Went {
        let mut fitting = 0;
        for at in ends.positions() {
            let query = self.filter.queries.get(at);
            match query.and_then(|query| fits(&query.condition)) {
                Some(true) => fitting |= 1 << at,
                Some(false) => self.seen.0 |= 1 << at,
                None => {}
            }
        }
        match fitting {
            0 => Went::On,
            _ => self.fitting(Ends(fitting)),
        }
    }

    /// These queries have what they ask for: whether all is decided by that.
    #[cold]
    fn fitting(&mut self, ends: Ends) -> Went {
        if !self.fits {
            self.known.clear();
            self.known.extend_from_slice(self.begun);
            self.fits = true;
        }
        let mut changed = false;
        for at in ends.positions() {
            if let Some(known) = self.known.get_mut(at) {
                changed |= *known != Known::Fits;
                *known = Known::Fits;
            }
        }
        if !changed {
            return Went::On;
        }
        match evaluate(&self.filter.tree, self.filter, self.known) {
            Some(answer) => Went::Decided(answer),
            None => Went::On,
        }
    }

    /// The answer where nothing more comes.
    #[inline]
    pub(super) fn end(&mut self) -> bool {
        match self.answers.get(self.seen) {
            Some(answer) if !self.fits => answer,
            _ => self.ended(),
        }
    }

    #[cold]
    fn ended(&mut self) -> bool {
        if !self.fits {
            self.known.clear();
            self.known.extend_from_slice(self.begun);
        }
        for at in self.seen.positions() {
            if let Some(known) = self.known.get_mut(at).filter(|k| **k == Known::Nothing) {
                *known = Known::Seen;
            }
        }
        self.known.iter_mut().for_each(close);
        let filter = self.filter;
        let answer = evaluate(&filter.tree, filter, self.known).unwrap_or(false);
        if !self.fits {
            self.answers.put(self.seen, answer);
        }
        answer
    }
}
