//! The requests of a source that may still be answered: bounded, found by protocol and
//! sequence number, retired in the order of their age.
//!
//! What answers are tied by is small and stays for a while after a request was told; all the
//! rest of it is kept only until then, in places that are used again and so stay warm.

use super::MAX_LEARNT;
use super::outcome::{Exchange, Outcome};
use super::work::{Cookies, Work};
use crate::envelope::{Place, Time};
use crate::hash::QuickMap;
use crate::table::Verb;
use crate::wire::MessageHeader;
use std::collections::VecDeque;
use std::collections::hash_map::Entry;

/// Bytes of requests that are kept at most.
const MAX_KEPT: usize = 64 << 20;
/// A buffer that is larger is given back when its request is forgotten.
const BUFFER: usize = 4_096;
/// No slot.
const NONE: u32 = u32::MAX;

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
    next: u32,
    /// Where the rest of it is.
    open: u32,
}

/// The rest of a request, until it is told.
#[derive(Clone, Debug)]
pub(super) struct Open<'t> {
    /// What is told of it when it retires.
    pub exchange: Exchange<'t>,
    /// When it was last answered.
    pub heard: Option<Time>,
    /// The work that it begins.
    pub work: Option<&'static Work>,
    pub cookies: Cookies,
    /// Members that are to be acknowledged, and those that were.
    pub acks: (u32, u32),
    /// Positions of the members, by sequence number.
    pub by_seq: Vec<(u32, u32)>,
}

/// A place among the slots, and the request that was there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct At {
    slot: u32,
    number: u64,
}

/// All slots.
#[derive(Clone, Default)]
pub(super) struct Slots<'t> {
    slots: Vec<Slot>,
    free: Vec<u32>,
    open: Vec<Open<'t>>,
    free_open: Vec<u32>,
    chains: QuickMap<u64, u32>,
    age: VecDeque<At>,
    timers: VecDeque<(Time, At)>,
    /// The same of those that are kept for longer.
    late: VecDeque<(Time, At)>,
    live: usize,
    kept: usize,
    opened: u64,
}

/// Protocol and sequence number.
pub(super) fn key(protocol: u16, seq: u32) -> u64 {
    u64::from(protocol) << 32 | u64::from(seq)
}

impl<'t> Slots<'t> {
    /// Roughly how many bytes they take.
    pub fn weight(&self) -> usize {
        self.slots.len() * (size_of::<Slot>() + 64)
            + self.open.len() * size_of::<Open<'_>>()
            + self.kept
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
        self.open.get(slot.open as usize)
    }

    /// All of a request that was not told yet.
    #[inline]
    pub fn both(&mut self, at: At) -> Option<(&mut Slot, &mut Open<'t>)> {
        let slot = self.slots.get_mut(at.slot as usize)?;
        if !slot.live || slot.number != at.number {
            return None;
        }
        let open = self.open.get_mut(slot.open as usize)?;
        Some((slot, open))
    }

    /// The requests of a protocol and sequence number, the newest first.
    #[inline]
    pub fn chain(&self, key: u64) -> Chain<'_> {
        Chain {
            slots: &self.slots,
            next: self.chains.get(&key).copied().unwrap_or(NONE),
        }
    }

    /// The oldest request.
    pub fn oldest(&mut self) -> Option<At> {
        while let Some(at) = self.age.front().copied() {
            if self.get(at).is_some() {
                return Some(at);
            }
            self.age.pop_front();
        }
        None
    }

    /// Takes a slot for a request, and has `fill` say what it is. Buffers are used again.
    pub fn take(
        &mut self,
        key: u64,
        header: &MessageHeader,
        bytes: &[u8],
        fill: impl FnOnce(&mut Slot, &mut Open<'t>),
    ) -> At {
        self.opened += 1;
        let number = self.opened;
        let slot = self.free.pop().unwrap_or_else(|| {
            self.slots.push(Slot::empty());
            (self.slots.len() - 1) as u32
        });
        let open = self.free_open.pop().unwrap_or_else(|| {
            self.open.push(Open::empty());
            (self.open.len() - 1) as u32
        });
        let at = At { slot, number };
        let next = match self.chains.entry(key) {
            Entry::Occupied(mut head) => head.insert(slot),
            Entry::Vacant(none) => {
                none.insert(slot);
                NONE
            }
        };
        let fits = self.kept + bytes.len() <= MAX_KEPT;
        if let (Some(slot), Some(of)) = (
            self.slots.get_mut(slot as usize),
            self.open.get_mut(open as usize),
        ) {
            *slot = Slot {
                number,
                header: *header,
                stated: header.nlmsg_pid != 0,
                live: true,
                key,
                next,
                open,
                ..Slot::empty()
            };
            of.exchange.number = number;
            of.exchange.header = *header;
            if fits {
                of.exchange.request.extend_from_slice(bytes);
                self.kept += bytes.len();
            }
            fill(slot, of);
        }
        self.live += 1;
        self.age.push_back(at);
        if self.age.len() > 2 * self.live + 64 {
            let mut age = std::mem::take(&mut self.age);
            age.retain(|at| self.get(*at).is_some());
            self.age = age;
        }
        at
    }

    /// Adds to the bytes that are kept of a request.
    pub fn append(&mut self, at: At, bytes: &[u8]) {
        if self.kept + bytes.len() > MAX_KEPT {
            return;
        }
        if let Some(open) = self.open_mut(at) {
            let request = &mut open.exchange.request;
            request.extend_from_slice(bytes);
            let padded = request.len().next_multiple_of(4);
            let more = padded - request.len() + bytes.len();
            request.resize(padded, 0);
            self.kept += more;
        }
    }

    /// A request is told: what is kept of it until then is handed to `told`, which may take
    /// from it what it likes.
    pub fn tell(&mut self, at: At, told: impl FnOnce(&mut Exchange<'t>)) {
        let Some((slot, open)) = self.both(at) else {
            return;
        };
        slot.told = true;
        let kept = open.exchange.request.len();
        open.exchange.port = slot.port;
        told(&mut open.exchange);
        let place = slot.open;
        slot.open = NONE;
        self.close(place, kept);
    }

    /// What was kept of a request is not needed any more.
    fn close(&mut self, place: u32, kept: usize) {
        let Some(open) = self.open.get_mut(place as usize) else {
            return;
        };
        open.clear();
        self.kept = self.kept.saturating_sub(kept);
        self.free_open.push(place);
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
        let open_request = self.open.get(open as usize);
        let kept = open_request.map_or(0, |open| open.exchange.request.len());
        self.close(open, kept);
        self.live -= 1;
        self.unchain(key, at.slot, next);
        self.free.push(at.slot);
    }

    fn unchain(&mut self, key: u64, slot: u32, next: u32) {
        let Some(head) = self.chains.get_mut(&key) else {
            return;
        };
        if *head == slot {
            if next == NONE {
                self.chains.remove(&key);
            } else {
                *head = next;
            }
            return;
        }
        let mut before = *head;
        while let Some(entry) = self.slots.get_mut(before as usize) {
            if entry.next == slot {
                entry.next = next;
                return;
            }
            before = entry.next;
        }
    }

    /// The number of the newest request.
    pub fn newest(&self) -> u64 {
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
        let slot = self.slots.get(self.next as usize)?;
        let at = At {
            slot: self.next,
            number: slot.number,
        };
        self.next = slot.next;
        Some((at, slot))
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
            open: NONE,
        }
    }
}

impl Open<'_> {
    fn empty() -> Self {
        Open {
            exchange: Exchange {
                number: 0,
                place: Place::default(),
                time: None,
                protocol: 0,
                header: MessageHeader::default(),
                family: None,
                generic_name: None,
                family_from: None,
                record: None,
                command: None,
                request: Vec::new(),
                offset: 0,
                port: None,
                process: None,
                outcome: Outcome::Silent,
                probe: None,
                error: 0,
                refusal: None,
                replies: Default::default(),
                end: None,
                latency_ns: None,
                completion_ns: None,
                completion: None,
                interrupted: false,
                members: Vec::new(),
            },
            heard: None,
            work: None,
            cookies: Cookies::default(),
            acks: (0, 0),
            by_seq: Vec::new(),
        }
    }

    /// Makes it as empty as a new one; what whoever takes it sets anyway stays as it is.
    fn clear(&mut self) {
        let exchange = &mut self.exchange;
        exchange.request.clear();
        if exchange.request.capacity() > BUFFER {
            exchange.request = Vec::new();
        }
        exchange.generic_name = None;
        exchange.process = None;
        exchange.outcome = Outcome::Silent;
        exchange.probe = None;
        exchange.error = 0;
        exchange.refusal = None;
        exchange.replies.clear();
        exchange.end = None;
        exchange.latency_ns = None;
        exchange.completion_ns = None;
        exchange.completion = None;
        exchange.interrupted = false;
        exchange.members = Vec::new();
        self.heard = None;
        self.work = None;
        self.cookies.clear();
        self.acks = (0, 0);
        self.by_seq = Vec::new();
    }
}
