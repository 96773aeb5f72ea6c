//! The requests of a source that may still be answered: bounded, found by protocol and
//! sequence number, retired in the order of their age.
//!
//! What answers are tied by is small and stays for a while after a request was told; all the
//! rest of it is kept only until then.

use super::MAX_LEARNT;
use super::index::{Index, NONE};
use super::open::{Open, Opens};
use super::outcome::{Exchange, Outcome};
use crate::envelope::{Place, Time};
use crate::table::Verb;
use crate::wire::MessageHeader;
use std::collections::VecDeque;

/// What a request asked to be sent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Due {
    /// An NLMSG_ERROR, be it with 0.
    pub ack: bool,
    /// A message of its own.
    pub reply: bool,
    /// An NLMSG_DONE.
    pub done: bool,
}

impl Due {
    pub fn any(self) -> bool {
        self.ack || self.reply || self.done
    }
}

/// A request, as far as answers are tied by it.
#[derive(Clone, Debug)]
pub(super) struct Slot {
    pub number: u64,
    pub place: Place,
    pub header: MessageHeader,
    pub protocol: u16,
    /// Port id of who sent it.
    pub port: Option<u32>,
    pub verb: Verb,
    pub due: Due,
    /// The sender stated its port.
    pub stated: bool,
    /// Nothing more answers it.
    pub ended: bool,
    /// It was told; what is left serves notifications that it caused.
    pub told: bool,
    /// A later request of the same socket was answered.
    pub overtaken: bool,
    /// It was acknowledged, and answers follow.
    pub acked: bool,
    /// It begins a transaction.
    pub batch: bool,
    live: bool,
    /// When to look at it again.
    deadline: Option<Time>,
    key: u64,
    /// The next of its list.
    next: u32,
    /// The requests before and after it.
    older: u32,
    newer: u32,
    /// Where the rest of it is.
    open: u32,
}

/// A place among the slots, and the request that was there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct At {
    slot: u32,
    number: u64,
}

/// All slots. Those of one protocol and sequence number are a list, the newest first; seldom, another
/// number is of the same list.
#[derive(Clone)]
pub(super) struct Slots<'t> {
    slots: Vec<Slot>,
    free: Vec<u32>,
    opens: Opens<'t>,
    index: Index,
    oldest: u32,
    newest: u32,
    timers: VecDeque<(Time, At)>,
    /// The same of those that are kept for longer.
    late: VecDeque<(Time, At)>,
    live: usize,
    opened: u64,
}

impl Default for Slots<'_> {
    fn default() -> Self {
        Slots {
            slots: Vec::new(),
            free: Vec::new(),
            opens: Opens::default(),
            index: Index::default(),
            oldest: NONE,
            newest: NONE,
            timers: VecDeque::new(),
            late: VecDeque::new(),
            live: 0,
            opened: 0,
        }
    }
}

/// Protocol and sequence number.
pub(super) fn key(protocol: u16, seq: u32) -> u64 {
    u64::from(protocol) << 32 | u64::from(seq)
}

impl<'t> Slots<'t> {
    /// Roughly how many bytes they take.
    pub fn weight(&self) -> usize {
        self.slots.len() * (size_of::<Slot>() + 64) + self.opens.weight()
    }

    #[inline]
    pub fn get(&self, at: At) -> Option<&Slot> {
        let slot = self.slots.get(at.slot as usize)?;
        (slot.live && slot.number == at.number).then_some(slot)
    }

    #[inline]
    pub fn get_mut(&mut self, at: At) -> Option<&mut Slot> {
        let slot = self.slots.get_mut(at.slot as usize)?;
        (slot.live && slot.number == at.number).then_some(slot)
    }

    /// What is known of a request that was not told yet.
    #[inline]
    pub fn open(&self, at: At) -> Option<&Open<'t>> {
        self.open_of(self.get(at)?)
    }

    #[inline]
    pub fn open_mut(&mut self, at: At) -> Option<&mut Open<'t>> {
        Some(self.both(at)?.1)
    }

    /// The same, of a slot that is at hand.
    #[inline]
    pub fn open_of(&self, slot: &Slot) -> Option<&Open<'t>> {
        self.opens.get(slot.open)
    }

    /// All of a request that was not told yet.
    #[inline]
    pub fn both(&mut self, at: At) -> Option<(&mut Slot, &mut Open<'t>)> {
        let slot = self.slots.get_mut(at.slot as usize)?;
        if !slot.live || slot.number != at.number {
            return None;
        }
        let open = self.opens.get_mut(slot.open)?;
        Some((slot, open))
    }

    /// The requests of a protocol and sequence number, the newest first.
    #[inline]
    pub fn chain(&self, key: u64) -> Chain<'_> {
        Chain {
            slots: &self.slots,
            key,
            next: self.index.get(self.index.hash(key)),
        }
    }

    /// The oldest request.
    pub fn oldest(&self) -> Option<At> {
        let slot = self.slots.get(self.oldest as usize)?;
        Some(At {
            slot: self.oldest,
            number: slot.number,
        })
    }

    /// Takes a slot for a request, and has `fill` say what it is.
    pub fn take(
        &mut self,
        key: u64,
        header: &MessageHeader,
        bytes: &[u8],
        fill: impl FnOnce(&mut Slot, &mut Open<'t>),
    ) -> At {
        self.opened += 1;
        let number = self.opened;
        let index = self.free.pop().unwrap_or_else(|| {
            self.slots.push(Slot::empty());
            (self.slots.len() - 1) as u32
        });
        let open = self.opens.take();
        self.opens.keep(open, bytes);
        let next = self.index.push(self.index.hash(key), index);
        if let (Some(slot), Some(of)) =
            (self.slots.get_mut(index as usize), self.opens.get_mut(open))
        {
            *slot = Slot {
                number,
                header: *header,
                stated: header.nlmsg_pid != 0,
                live: true,
                key,
                next,
                older: self.newest,
                open,
                ..Slot::empty()
            };
            of.exchange.number = number;
            of.exchange.header = *header;
            fill(slot, of);
        }
        match self.slots.get_mut(self.newest as usize) {
            Some(before) => before.newer = index,
            None => self.oldest = index,
        }
        self.newest = index;
        self.live += 1;
        At {
            slot: index,
            number,
        }
    }

    /// Adds to the bytes that are kept of a request.
    pub fn append(&mut self, at: At, bytes: &[u8]) {
        if let Some(open) = self.get(at).map(|slot| slot.open) {
            self.opens.append(open, bytes);
        }
    }

    /// A request is told: what came of it waits to be fetched, where somebody `follows`.
    pub fn tell(&mut self, at: At, outcome: Outcome, follows: bool) {
        let Some((slot, open)) = self.both(at) else {
            return;
        };
        slot.told = true;
        open.exchange.port = slot.port;
        open.exchange.outcome = outcome;
        let place = std::mem::replace(&mut slot.open, NONE);
        match follows {
            true => self.opens.tell(place),
            false => self.opens.close(place),
        }
    }

    /// What came of the first of the requests that were told, until it is [`Slots::fetched`].
    #[inline]
    pub fn told(&self) -> Option<&Exchange<'t>> {
        self.opens.told()
    }

    #[inline]
    pub fn told_mut(&mut self) -> Option<&mut Exchange<'t>> {
        self.opens.told_mut()
    }

    pub fn fetched(&mut self) {
        self.opens.fetched();
    }

    /// Looks at a request again at a time, which is later than those before.
    pub fn remind(&mut self, at: At, when: Time) {
        if let Some(slot) = self.get_mut(at) {
            slot.deadline = Some(when);
            self.timers.push_back((when, at));
        }
        if self.timers.len() > 2 * self.live + 64 {
            let mut timers = std::mem::take(&mut self.timers);
            timers.retain(|(when, at)| self.get(*at).is_some_and(|s| s.deadline == Some(*when)));
            self.timers = timers;
        }
    }

    /// The same of requests that are kept for longer than others.
    pub fn remind_late(&mut self, at: At, when: Time) {
        std::mem::swap(&mut self.timers, &mut self.late);
        self.remind(at, when);
        std::mem::swap(&mut self.timers, &mut self.late);
    }

    /// A request whose time has come.
    pub fn due(&mut self, now: Time) -> Option<At> {
        loop {
            let is_due = |timers: &VecDeque<(Time, At)>| {
                timers.front().is_some_and(|(when, _)| *when <= now)
            };
            let timers = match is_due(&self.timers) {
                true => &mut self.timers,
                false if is_due(&self.late) => &mut self.late,
                false => return None,
            };
            let (when, at) = timers.pop_front()?;
            if let Some(slot) = self.get_mut(at)
                && slot.deadline == Some(when)
            {
                slot.deadline = None;
                return Some(at);
            }
        }
    }

    /// Forgets a request.
    pub fn forget(&mut self, at: At) {
        let Some(slot) = self.get_mut(at) else {
            return;
        };
        slot.live = false;
        let (key, next, open) = (slot.key, slot.next, slot.open);
        let (older, newer) = (slot.older, slot.newer);
        self.opens.close(open);
        self.live -= 1;
        self.unchain(key, at.slot, next);
        match self.slots.get_mut(older as usize) {
            Some(slot) => slot.newer = newer,
            None => self.oldest = newer,
        }
        match self.slots.get_mut(newer as usize) {
            Some(slot) => slot.older = older,
            None => self.newest = older,
        }
        self.free.push(at.slot);
    }

    /// Takes a slot out of its list.
    fn unchain(&mut self, key: u64, slot: u32, next: u32) {
        let hash = self.index.hash(key);
        let mut before = self.index.get(hash);
        if before == slot {
            self.index.pop(hash, next);
            return;
        }
        while let Some(entry) = self.slots.get_mut(before as usize) {
            if entry.next == slot {
                entry.next = next;
                return;
            }
            before = entry.next;
        }
    }

    /// The number of the newest request.
    pub fn last(&self) -> u64 {
        self.opened
    }

    /// Whether another request may be opened without retiring one.
    pub fn has_room(&self) -> bool {
        self.live < MAX_LEARNT
    }
}

/// See [`Slots::chain`].
#[derive(Clone, Copy)]
pub(super) struct Chain<'s> {
    slots: &'s [Slot],
    key: u64,
    next: u32,
}

impl Chain<'_> {
    /// Whether there is more than one request.
    pub fn several(mut self) -> bool {
        self.next().is_some() && self.next().is_some()
    }
}

impl<'s> Iterator for Chain<'s> {
    type Item = (At, &'s Slot);

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let slot = self.slots.get(self.next as usize)?;
            let at = At {
                slot: self.next,
                number: slot.number,
            };
            self.next = slot.next;
            if slot.key == self.key {
                return Some((at, slot));
            }
        }
    }
}

impl Slot {
    #[inline]
    fn empty() -> Slot {
        Slot {
            number: 0,
            place: Place::default(),
            header: MessageHeader::default(),
            protocol: 0,
            port: None,
            verb: Verb::Other,
            due: Due::default(),
            stated: false,
            ended: false,
            told: false,
            overtaken: false,
            acked: false,
            batch: false,
            live: false,
            deadline: None,
            key: 0,
            next: NONE,
            older: NONE,
            newer: NONE,
            open: NONE,
        }
    }
}
