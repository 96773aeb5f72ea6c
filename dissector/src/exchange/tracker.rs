//! Ties answers to requests, and says what came of each.

use super::kinds::{NETLINK_NETFILTER, NFNL_MSG_BATCH_BEGIN, NFNL_MSG_BATCH_END, NLM_F_ACK, due};
use super::observe::Plain;
use super::open::Open;
use super::outcome::{Exchange, Member, Outcome};
use super::slots::{At, Slot, Slots, key};
use super::times::{elapsed, later, plus};
use super::work;
use crate::envelope::{FamilyFrom, Place, Time};
use crate::hash::QuickMap;
use crate::table::Name;
use crate::wire::{ByteOrder, MessageHeader, RawMessage};
use std::collections::VecDeque;

/// How long after a request a capture must go on for its silence to mean something.
pub(super) const PATIENCE_NS: u64 = 1_000_000_000;
/// How long a transaction of nf_tables is kept for what it causes: the kernel waits for all readers before it tells.
const COMMIT_NS: u64 = 60_000_000_000;
/// How many requests of one protocol and sequence number are open at most.
pub(super) const MAX_SAME: usize = 64;
/// Transactions that are searched for the message that an error belongs to.
const MAX_BATCHES: usize = 64;
/// Requests whose work may go on at once.
const MAX_WORKING: usize = 1_024;

/// A message as the tracker sees it.
#[derive(Clone, Copy)]
pub(super) struct Seen<'m, 'a> {
    pub protocol: u16,
    pub message: &'m RawMessage<'a>,
    pub place: &'m Place,
    pub time: Option<Time>,
    pub order: ByteOrder,
}

impl Seen<'_, '_> {
    #[inline]
    pub fn header(&self) -> &MessageHeader {
        &self.message.header
    }

    #[inline]
    pub fn key(&self) -> u64 {
        key(self.protocol, self.header().nlmsg_seq)
    }
}

/// The name of a generic family, and where it comes from.
pub(super) type Named<'n> = Option<(&'n Name, Option<FamilyFrom>)>;

/// What a message is to the request that it belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Tie {
    pub at: At,
    /// It answers the request; else the request caused it.
    pub answers: bool,
    /// It is about this message of a transaction.
    pub member: Option<usize>,
}

impl Tie {
    pub fn answer(at: At) -> Tie {
        Tie {
            at,
            answers: true,
            member: None,
        }
    }

    pub fn cause(at: At) -> Tie {
        Tie {
            answers: false,
            ..Tie::answer(at)
        }
    }

    pub fn of(self, member: usize) -> Tie {
        Tie {
            member: Some(member),
            ..self
        }
    }
}

/// What ties answers: protocol and sequence number, port, type, and whether more follow.
pub(super) type Bears = (u64, u32, u16, bool);

/// The transaction that is being read.
#[derive(Clone)]
struct Batch {
    at: At,
    frame: (Option<u32>, u64),
}

/// The requests of a source.
#[derive(Clone, Default)]
pub(super) struct Tracker<'t> {
    pub(super) slots: Slots<'t>,
    batch: Option<Batch>,
    /// Transactions that may still be answered, the newest first.
    pub(super) batches: VecDeque<At>,
    /// Ended, and to be told with the next message.
    pub(super) ended: Vec<At>,
    /// Work goes on after their ACK.
    pub(super) working: Vec<At>,
    /// What the last answer bore, and the request that it was tied to: the next that bears the
    /// same is tied to the same, as long as nothing changes that it hangs on.
    pub(super) heard: Option<(Bears, At)>,
    /// By protocol and port: the last sequence number that was answered, and the request.
    pub(super) sockets: QuickMap<u64, (u32, u64)>,
    /// Whether anybody asks for what retires.
    pub follow: bool,
    /// And for what the kernel said of errors.
    pub explain: bool,
    /// Answers whose request is not in the capture, and the first of them.
    pub strays: (u64, Option<Place>),
    now: Option<Time>,
    /// Of requests up to this number, answers may have been dropped.
    lossy: u64,
}

impl<'t> Tracker<'t> {
    /// Roughly how many bytes it takes.
    pub fn weight(&self) -> usize {
        self.slots.weight() + self.sockets.len() * 48
    }

    /// The first exchange that has retired, until it is [`Tracker::fetched`].
    #[inline]
    pub fn retired(&self) -> Option<&Exchange<'t>> {
        self.slots.told()
    }

    #[inline]
    pub fn retired_mut(&mut self) -> Option<&mut Exchange<'t>> {
        self.slots.told_mut()
    }

    /// It is not needed any more.
    pub fn fetched(&mut self) {
        self.slots.fetched();
    }

    /// A request that was not told yet.
    pub fn exchange(&self, at: At) -> Option<&Exchange<'t>> {
        Some(&self.slots.open(at)?.exchange)
    }

    pub fn exchange_mut(&mut self, at: At) -> Option<&mut Exchange<'t>> {
        Some(&mut self.slots.open_mut(at)?.exchange)
    }

    /// Time goes on: what has waited long enough retires.
    pub fn advance(&mut self, time: Option<Time>) {
        self.settle();
        self.now = self.now.max(time);
        let Some(now) = self.now else {
            return;
        };
        while let Some(at) = self.slots.due(now) {
            self.heard = None;
            match self.slots.both(at) {
                None => self.slots.forget(at),
                Some((slot, open)) => {
                    if let Some(outcome) = settled(slot, open) {
                        self.tell(at, outcome);
                        self.slots.forget(at);
                    }
                }
            }
        }
    }

    /// The capture is over: everything retires, the oldest first.
    pub fn finish(&mut self) {
        self.settle();
        while let Some(at) = self.slots.oldest() {
            self.give_up(at);
        }
    }

    /// Tells what has ended, and keeps it for the notifications that it caused.
    #[inline]
    pub fn settle(&mut self) {
        if !self.ended.is_empty() {
            self.tell_ended();
        }
    }

    fn tell_ended(&mut self) {
        self.heard = None;
        let mut ended = std::mem::take(&mut self.ended);
        for at in ended.drain(..) {
            let Some(open) = self.slots.open(at) else {
                continue;
            };
            let (outcome, time) = (open.exchange.outcome, open.heard);
            self.tell(at, outcome);
            if let Some(time) = time {
                self.slots.remind(at, plus(time, PATIENCE_NS));
            }
        }
        self.ended = ended;
    }

    fn tell(&mut self, at: At, outcome: Outcome) {
        self.slots.tell(at, outcome, self.follow);
    }

    /// Retires a request that still waits, for good.
    fn give_up(&mut self, at: At) {
        self.heard = None;
        if let Some((slot, open)) = self.slots.both(at) {
            let outcome = settled(slot, open).unwrap_or_else(|| {
                let last = open.heard.max(open.exchange.time);
                let dropped = slot.number <= self.lossy;
                if slot.overtaken {
                    Outcome::Lost
                } else if later(last, self.now, PATIENCE_NS) {
                    if dropped {
                        Outcome::Lost
                    } else {
                        Outcome::Unanswered
                    }
                } else {
                    Outcome::Cut
                }
            });
            self.tell(at, outcome);
            self.working.retain(|other| *other != at);
        }
        self.slots.forget(at);
    }

    /// Packets were dropped: the answers to what is open may be among them.
    pub fn dropped(&mut self) {
        self.lossy = self.slots.last();
    }

    /// What came of a request, as far as it is known.
    pub fn outcome(&self, at: At) -> Option<Outcome> {
        let slot = self.slots.get(at)?;
        settled(slot, self.slots.open_of(slot)?)
    }

    /// Where a request stands.
    pub fn place(&self, at: At) -> Option<Place> {
        Some(self.slots.get(at)?.place)
    }

    /// Where the request stands that a message is tied to.
    #[inline]
    pub fn tied(&self, tie: &Tie) -> Option<Place> {
        match tie.member {
            None => self.place(tie.at),
            Some(member) => Some(self.exchange(tie.at)?.members.get(member)?.place),
        }
    }

    /// A request could not be sent.
    pub fn unsent(&mut self, at: At, error: i32) {
        self.heard = None;
        let Some((slot, open)) = self.slots.both(at) else {
            return;
        };
        open.exchange.error = error;
        open.exchange.outcome = Outcome::Error;
        if !slot.ended {
            slot.ended = true;
            self.working.retain(|other| *other != at);
            self.ended.push(at);
        }
    }

    /// A request comes.
    pub fn open(
        &mut self,
        seen: &Seen<'_, '_>,
        what: &Plain<'t>,
        named: Named<'_>,
        port: Option<u32>,
    ) -> At {
        self.heard = None;
        let header = *seen.header();
        let kind = header.nlmsg_type;
        if seen.protocol == NETLINK_NETFILTER
            && let Some(batch) = &self.batch
        {
            let at = batch.at;
            if batch.frame == (seen.place.file, seen.place.frame)
                && kind != NFNL_MSG_BATCH_BEGIN
                && self.slots.get(at).is_some()
            {
                self.join(at, seen, what);
                if kind == NFNL_MSG_BATCH_END {
                    self.batch = None;
                }
                return at;
            }
            self.batch = None;
        }
        self.make_room(seen.key());
        let due = due(seen.protocol, &header, what);
        let bytes = seen.message.data;
        let begins = seen.protocol == NETLINK_NETFILTER && kind == NFNL_MSG_BATCH_BEGIN;
        let work = work::begun(what.family, what.command);
        let at = self.slots.take(seen.key(), &header, bytes, |slot, open| {
            slot.place = *seen.place;
            slot.protocol = seen.protocol;
            slot.port = port;
            slot.verb = what.verb;
            open.work = work;
            if begins {
                slot.batch = true;
                open.acks.0 = u32::from(due.ack);
            } else {
                slot.due = due;
            }
            let asked = &mut open.exchange;
            asked.place = *seen.place;
            asked.time = seen.time;
            asked.protocol = seen.protocol;
            asked.family = what.family;
            if what.family.is_none() {
                asked.generic_name = named.map(|(name, _)| name.clone());
            }
            asked.family_from = named.and_then(|(_, from)| from);
            asked.record = what.record;
            asked.command = what.command;
            asked.offset = seen.message.offset;
        });
        if work.is_some() && self.working.len() < MAX_WORKING {
            self.working.push(at);
        }
        if begins {
            let frame = (seen.place.file, seen.place.frame);
            self.batch = Some(Batch { at, frame });
            for past in self
                .batches
                .drain(self.batches.len().min(MAX_BATCHES - 1)..)
            {
                if let Some(time) = seen.time {
                    self.slots.remind(past, plus(time, PATIENCE_NS));
                }
            }
            self.batches.push_front(at);
        }
        if let Some(time) = seen.time {
            if begins {
                self.slots.remind_late(at, plus(time, COMMIT_NS));
            } else if !due.any() {
                self.slots.remind(at, plus(time, PATIENCE_NS));
            }
        }
        at
    }

    /// Another message of a transaction.
    fn join(&mut self, at: At, seen: &Seen<'_, '_>, what: &Plain<'t>) {
        let padding = self
            .slots
            .open(at)
            .map_or(0, |o| o.exchange.request.len().next_multiple_of(4));
        self.slots.append(at, seen.message.data);
        let Some(open) = self.slots.open_mut(at) else {
            return;
        };
        open.acks.0 += u32::from(seen.header().nlmsg_flags & NLM_F_ACK != 0);
        if seen.header().nlmsg_type == NFNL_MSG_BATCH_END {
            return;
        }
        let position = open.exchange.members.len() as u32;
        open.by_seq.push((seen.header().nlmsg_seq, position));
        open.exchange.members.push(Member {
            place: *seen.place,
            header: *seen.header(),
            record: what.record,
            outcome: Outcome::Silent,
            error: 0,
            refusal: None,
            end: None,
            at: padding,
        });
    }

    /// Retires what stands in the way of another request of a number.
    fn make_room(&mut self, key: u64) {
        if self.slots.chain(key).next().is_some() {
            while let Some((at, _)) = self.slots.chain(key).find(|(_, slot)| slot.told) {
                self.slots.forget(at);
            }
            if let Some((at, _)) = self.slots.chain(key).nth(MAX_SAME - 1) {
                self.give_up(at);
            }
        }
        while !self.slots.has_room()
            && let Some(at) = self.slots.oldest()
        {
            self.give_up(at);
        }
    }

    /// A notification comes: work that goes on may be finished by it.
    pub fn notified(&mut self, seen: &Seen<'_, '_>, what: &Plain<'t>, command: u8) {
        if self.working.is_empty() || !work::ends(what.family, command) {
            return;
        }
        let told = (seen.message.data, command, *seen.place, seen.time);
        let kind = seen.header().nlmsg_type;
        let found = self.working.iter().position(|at| {
            let Some(open) = self.slots.open_mut(*at) else {
                return false;
            };
            let (request, cookies) = (&open.exchange.request, &mut open.cookies);
            open.exchange.completion.is_none()
                && open.exchange.header.nlmsg_type == kind
                && open
                    .work
                    .is_some_and(|work| work::over(work, request, cookies, told, seen.order))
        });
        if let Some(position) = found
            && let Some(at) = self.working.get(position).copied()
        {
            self.completed(at, *seen.place, seen.time);
        }
    }

    /// The work of a request is finished.
    pub(super) fn completed(&mut self, at: At, place: Place, time: Option<Time>) {
        let Some((slot, open)) = self.slots.both(at) else {
            return;
        };
        open.exchange.completion = Some(place);
        open.exchange.completion_ns = elapsed(open.exchange.time, time);
        if slot.ended {
            self.ended.push(at);
            self.working.retain(|other| *other != at);
        }
    }

    pub(super) fn stray(&mut self, place: &Place) {
        self.strays.0 += 1;
        self.strays.1.get_or_insert(*place);
    }
}

/// What came of a request, once nothing more is due.
pub(super) fn settled(slot: &Slot, open: &Open<'_>) -> Option<Outcome> {
    let exchange = &open.exchange;
    if slot.ended {
        return Some(exchange.outcome);
    }
    if exchange.error < 0 {
        return Some(Outcome::Error);
    }
    if slot.batch {
        return match open.acks {
            (0, _) if exchange.replies.messages > 0 => Some(Outcome::Reply),
            (0, _) => Some(Outcome::Silent),
            (due, came) => (came >= due).then_some(Outcome::Ack),
        };
    }
    if slot.due.any() {
        return None;
    }
    Some(match exchange.replies.messages {
        _ if slot.acked => Outcome::Ack,
        0 => Outcome::Silent,
        _ => Outcome::Reply,
    })
}
