//! The requests of a source that may still be answered: bounded, found by protocol and
//! sequence number, retired in the order of their age.

use super::MAX_LEARNT;
use super::outcome::{Exchange, Outcome};
use super::work::{Cookies, Work};
use crate::envelope::Time;
use crate::table::Verb;
use std::collections::{HashMap, VecDeque};

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

/// A request, what came of it so far, and what is still due.
#[derive(Clone)]
pub(super) struct Slot<'t> {
    /// What is told of it when it retires.
    pub exchange: Exchange<'t>,
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
    /// When it was last answered.
    pub heard: Option<Time>,
    /// The work that it begins.
    pub work: Option<&'static Work>,
    pub cookies: Cookies,
    /// It was acknowledged, and answers follow.
    pub acked: bool,
    /// It begins a transaction.
    pub batch: bool,
    /// Members that are to be acknowledged, and those that were.
    pub acks: (u32, u32),
    /// Positions of the members, by sequence number.
    pub by_seq: Vec<(u32, u32)>,
    /// When to look at it again.
    deadline: Option<Time>,
    key: u64,
    next: u32,
    live: bool,
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
    slots: Vec<Slot<'t>>,
    free: Vec<u32>,
    chains: HashMap<u64, u32>,
    age: VecDeque<At>,
    timers: VecDeque<(Time, At)>,
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
        self.slots.len() * (size_of::<Slot<'_>>() + 64) + self.kept
    }

    pub fn get(&self, at: At) -> Option<&Slot<'t>> {
        let slot = self.slots.get(at.slot as usize)?;
        (slot.live && slot.exchange.number == at.number).then_some(slot)
    }

    pub fn get_mut(&mut self, at: At) -> Option<&mut Slot<'t>> {
        let slot = self.slots.get_mut(at.slot as usize)?;
        (slot.live && slot.exchange.number == at.number).then_some(slot)
    }

    /// The requests of a protocol and sequence number, the newest first.
    pub fn chain(&self, key: u64) -> Chain<'_, 't> {
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

    /// Takes a slot for a request; `fill` is given one whose buffers may be used again.
    pub fn open(&mut self, key: u64, exchange: Exchange<'t>, verb: Verb, bytes: &[u8]) -> At {
        self.opened += 1;
        let number = self.opened;
        let slot = self.free.pop().unwrap_or_else(|| {
            self.slots.push(Slot::empty());
            (self.slots.len() - 1) as u32
        });
        let at = At { slot, number };
        let fits = self.kept + bytes.len() <= MAX_KEPT;
        let next = self.chains.insert(key, slot).unwrap_or(NONE);
        if let Some(slot) = self.slots.get_mut(slot as usize) {
            let mut buffer = std::mem::take(&mut slot.exchange.request);
            buffer.clear();
            if fits {
                buffer.extend_from_slice(bytes);
                self.kept += bytes.len();
            }
            let stated = exchange.header.nlmsg_pid != 0;
            *slot = Slot {
                exchange: Exchange {
                    number,
                    request: buffer,
                    ..exchange
                },
                verb,
                stated,
                key,
                next,
                live: true,
                ..Slot::empty()
            };
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
        if let Some(slot) = self.get_mut(at) {
            slot.exchange.request.extend_from_slice(bytes);
            let padded = slot.exchange.request.len().next_multiple_of(4);
            let more = padded - slot.exchange.request.len() + bytes.len();
            slot.exchange.request.resize(padded, 0);
            self.kept += more;
        }
    }

    /// Takes what is told of a request out of its slot.
    pub fn tell(&mut self, at: At) -> Option<Exchange<'t>> {
        let slot = self.get_mut(at)?;
        slot.told = true;
        let told = &mut slot.exchange;
        let exchange = Exchange {
            request: std::mem::take(&mut told.request),
            replies: std::mem::take(&mut told.replies),
            members: std::mem::take(&mut told.members),
            refusal: told.refusal.take(),
            generic_name: told.generic_name.clone(),
            process: told.process.clone(),
            ..*told
        };
        self.kept = self.kept.saturating_sub(exchange.request.len());
        Some(exchange)
    }

    /// Looks at a request again at a time.
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

    /// A request whose time has come.
    pub fn due(&mut self, now: Time) -> Option<At> {
        while let Some((when, at)) = self.timers.front().copied() {
            if when > now {
                return None;
            }
            self.timers.pop_front();
            if let Some(slot) = self.get_mut(at)
                && slot.deadline == Some(when)
            {
                slot.deadline = None;
                return Some(at);
            }
        }
        None
    }

    /// Forgets a request.
    pub fn forget(&mut self, at: At) {
        let Some(slot) = self.get_mut(at) else {
            return;
        };
        slot.live = false;
        let kept = slot.exchange.request.len();
        slot.exchange.request.clear();
        if slot.exchange.request.capacity() > BUFFER {
            slot.exchange.request = Vec::new();
        }
        let (key, next) = (slot.key, slot.next);
        self.kept = self.kept.saturating_sub(kept);
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
pub(super) struct Chain<'s, 't> {
    slots: &'s [Slot<'t>],
    next: u32,
}

impl<'s, 't> Iterator for Chain<'s, 't> {
    type Item = (At, &'s Slot<'t>);

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        let slot = self.slots.get(self.next as usize)?;
        let at = At {
            slot: self.next,
            number: slot.exchange.number,
        };
        self.next = slot.next;
        Some((at, slot))
    }
}

impl<'t> Slot<'t> {
    fn empty() -> Slot<'t> {
        Slot {
            exchange: Exchange {
                number: 0,
                place: Default::default(),
                time: None,
                protocol: 0,
                header: Default::default(),
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
            verb: Verb::Other,
            due: Due::default(),
            stated: false,
            ended: false,
            told: false,
            overtaken: false,
            heard: None,
            work: None,
            cookies: Cookies::default(),
            acked: false,
            batch: false,
            acks: (0, 0),
            by_seq: Vec::new(),
            deadline: None,
            key: 0,
            next: NONE,
            live: false,
        }
    }
}
