//! Ties answers to requests, and says what came of each.

use super::outcome::{Exchange, Member, Outcome};
use super::slots::{At, Chain, Due, Open, Slot, Slots, key};
use super::work;
use super::{Plain, elapsed, later, plus};
use crate::envelope::{FamilyFrom, Place, Time};
use crate::hash::QuickMap;
use crate::table::{Name, Verb};
use crate::wire::{ByteOrder, MessageHeader, NLMSG_HDRLEN, RawMessage};
use std::collections::VecDeque;

/// How long after a request a capture must go on for its silence to mean something.
const PATIENCE_NS: u64 = 1_000_000_000;
/// How long a transaction of nf_tables is kept for what it causes: the kernel waits for all readers before it tells.
const COMMIT_NS: u64 = 60_000_000_000;
/// How many requests of one protocol and sequence number are open at most.
const MAX_SAME: usize = 64;
/// How many sockets are remembered by what they were answered last.
const MAX_SOCKETS: usize = 65_536;
/// Sequence numbers that an answered one may be ahead of the one before.
const MAX_GAP: u32 = 16;
/// Transactions that are searched for the message that an error belongs to.
const MAX_BATCHES: usize = 64;
/// Requests whose work may go on at once.
const MAX_WORKING: usize = 1_024;

pub(super) const NETLINK_ROUTE: u16 = 0;
pub(super) const NETLINK_USERSOCK: u16 = 2;
const NETLINK_AUDIT: u16 = 9;
pub(super) const NETLINK_CONNECTOR: u16 = 11;
const NETLINK_NETFILTER: u16 = 12;
const NETLINK_GENERIC: u16 = 16;

pub(super) const NLM_F_REQUEST: u16 = 1;
pub(super) const NLM_F_MULTI: u16 = 2;
const NLM_F_ACK: u16 = 4;
const NLM_F_ECHO: u16 = 8;
const NLM_F_DUMP_INTR: u16 = 0x10;
const NLM_F_DUMP: u16 = 0x300;
const NLMSG_ERROR: u16 = 2;
const NFNL_MSG_BATCH_BEGIN: u16 = 0x10;
const NFNL_SUBSYS_NFTABLES: u16 = 10;
const NFT_MSG_GETTABLE: u16 = 1;
const NFT_MSG_GETRULE: u16 = 7;
const NFT_MSG_GETSETELEM: u16 = 13;
const NFT_MSG_GETGEN: u16 = 16;
const NFT_MSG_GETOBJ: u16 = 19;
const NFT_MSG_GETOBJ_RESET: u16 = 21;
const NFT_MSG_GETFLOWTABLE: u16 = 23;
const NFT_MSG_GETRULE_RESET: u16 = 25;
const NFT_MSG_GETSETELEM_RESET: u16 = 33;
const NFNL_MSG_BATCH_END: u16 = 0x11;
const RTM_DELTFILTER: u16 = 45;
const RTM_DELCHAIN: u16 = 101;
const RTM_GETCHAIN: u16 = 102;

/// A message as the tracker sees it.
#[derive(Clone, Copy)]
pub(super) struct Seen<'m, 'a> {
    pub protocol: u16,
    pub message: &'m RawMessage<'a>,
    pub place: Place,
    pub time: Option<Time>,
    pub order: ByteOrder,
}

impl Seen<'_, '_> {
    fn header(&self) -> &MessageHeader {
        &self.message.header
    }

    fn key(&self) -> u64 {
        key(self.protocol, self.header().nlmsg_seq)
    }
}

/// The name of a generic family, and where it comes from.
pub(super) type Named<'n> = Option<(&'n Name, Option<FamilyFrom>)>;

/// What a message is to the request that it belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tie {
    /// It answers the request.
    Answer(At, Place),
    /// It answers a message of a transaction.
    Member(At, Place, usize),
    /// The request caused it.
    Cause(At, Place),
}

/// What ties answers: protocol and sequence number, port, type, and whether more follow.
type Bears = (u64, u32, u16, bool);

/// The transaction that is being read.
#[derive(Clone)]
struct Batch {
    at: At,
    frame: (Option<u32>, u64),
}

/// The requests of a source.
#[derive(Clone, Default)]
pub(super) struct Tracker<'t> {
    slots: Slots<'t>,
    batch: Option<Batch>,
    /// Transactions that may still be answered, the newest first.
    batches: VecDeque<At>,
    /// Ended, and to be told with the next message.
    ended: Vec<At>,
    /// Work goes on after their ACK.
    working: Vec<At>,
    /// What the last answer bore, and the request that it was tied to: the next that bears the
    /// same is tied to the same, as long as nothing changes that it hangs on.
    heard: Option<(Bears, At)>,
    /// By protocol and port: the last sequence number that was answered, and the request.
    sockets: QuickMap<u64, (u32, u64)>,
    retired: VecDeque<Exchange<'t>>,
    /// Whether anybody asks for what retires.
    pub follow: bool,
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

    /// The next exchange that has retired.
    pub fn retired(&mut self) -> Option<Exchange<'t>> {
        self.settle();
        self.retired.pop_front()
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
        let (follow, retired) = (self.follow, &mut self.retired);
        self.slots.tell(at, |told| {
            if follow {
                told.outcome = outcome;
                retired.push_back(told.take());
            }
        });
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
        self.lossy = self.slots.newest();
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
            slot.place = seen.place;
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
            asked.place = seen.place;
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
            place: seen.place,
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

    /// An NLMSG_ERROR or NLMSG_DONE with this error comes.
    pub fn end(&mut self, seen: &Seen<'_, '_>, error: i32) -> Option<Tie> {
        self.heard = None;
        let header = seen.header();
        let Some(at) = (match header.nlmsg_type {
            NLMSG_ERROR => self.refused(seen),
            _ => self.finished(seen),
        }) else {
            if let Some(tie) = self.member(seen, error) {
                return Some(tie);
            }
            self.stray(seen.place);
            return None;
        };
        let pid = header.nlmsg_pid;
        let (slot, open) = self.slots.both(at)?;
        let place = slot.place;
        let told = &mut open.exchange;
        if pid != 0 {
            slot.port = Some(pid);
        }
        told.interrupted |= interrupted(header);
        told.end = Some(seen.place);
        told.latency_ns = elapsed(told.time, seen.time);
        open.heard = seen.time;
        if error < 0 {
            told.error = error;
        }
        if slot.batch {
            // the messages of a transaction are answered one by one
            open.acks.1 += u32::from(error >= 0);
            self.abort(at, error, seen);
            return Some(Tie::Answer(at, place));
        }
        if seen.protocol == NETLINK_AUDIT && error >= 0 && (slot.due.reply || slot.due.done) {
            // the audit subsystem acknowledges first and answers from a thread of its own
            slot.due.ack = false;
            slot.acked = true;
            if header.nlmsg_type == NLMSG_ERROR {
                return Some(Tie::Answer(at, place));
            }
        }
        told.outcome = match header.nlmsg_type {
            _ if error < 0 => Outcome::Error,
            NLMSG_ERROR => Outcome::Ack,
            _ => Outcome::Done,
        };
        slot.ended = true;
        let seq = slot.header.nlmsg_seq;
        let number = slot.number;
        let works = open.work.is_some();
        let waits = works && error >= 0 && told.completion.is_none();
        if !(waits && self.working.contains(&at)) {
            if works {
                self.working.retain(|other| *other != at);
            }
            self.ended.push(at);
        }
        self.note_order(seen.protocol, pid, seq, number);
        Some(Tie::Answer(at, place))
    }

    /// The request that an NLMSG_ERROR belongs to: one that looks as it echoes.
    fn refused(&self, seen: &Seen<'_, '_>) -> Option<At> {
        let pid = seen.header().nlmsg_pid;
        let echo = seen.message.payload().get(4..).unwrap_or(&[]);
        let echoed = MessageHeader::parse(echo, seen.order);
        let body = echo.get(NLMSG_HDRLEN..).unwrap_or(&[]);
        let chain = self.slots.chain(seen.key());
        let several = chain.several();
        best(chain, |slot| {
            let Some(echoed) = echoed else {
                return fits_port(slot, pid);
            };
            if echoed.nlmsg_type != slot.header.nlmsg_type {
                return None;
            }
            let same = u32::from(echoed == slot.header) * 64;
            // some senders state a port that is not theirs
            let misstated = slot.stated && !slot.ended && same > 0;
            let port = fits_port(slot, pid).or(misstated.then_some(0))?;
            if !several {
                return Some(port);
            }
            let request = self.slots.open_of(slot).map(|o| &o.exchange.request);
            let own = request.and_then(|r| r.get(NLMSG_HDRLEN..)).unwrap_or(&[]);
            let n = own.len().min(body.len());
            let alike = n > 0 && own.get(..n) == body.get(..n);
            Some(port + same + u32::from(alike) * 32 + u32::from(slot.due.any()) * 8)
        })
    }

    /// The dump that an NLMSG_DONE ends.
    fn finished(&self, seen: &Seen<'_, '_>) -> Option<At> {
        let pid = seen.header().nlmsg_pid;
        best(self.slots.chain(seen.key()), |slot| {
            let port = fits_port(slot, pid)?;
            Some(port + u32::from(slot.due.done) * 8)
        })
    }

    /// The message of a transaction that an NLMSG_ERROR belongs to.
    fn member(&mut self, seen: &Seen<'_, '_>, error: i32) -> Option<Tie> {
        let header = seen.header();
        if seen.protocol != NETLINK_NETFILTER || header.nlmsg_type != NLMSG_ERROR {
            return None;
        }
        let echo = seen.message.payload().get(4..).unwrap_or(&[]);
        let echoed = MessageHeader::parse(echo, seen.order);
        let pid = header.nlmsg_pid;
        let (at, position) = self.batches.iter().find_map(|&at| {
            let slot = self.slots.get(at)?;
            fits_port(slot, pid)?;
            let open = self.slots.open_of(slot)?;
            let from = open
                .by_seq
                .partition_point(|(seq, _)| *seq < header.nlmsg_seq);
            let position = open
                .by_seq
                .get(from..)?
                .iter()
                .take_while(|(seq, _)| *seq == header.nlmsg_seq)
                .take(MAX_SAME)
                .map(|(_, position)| *position as usize)
                .find(|position| {
                    let member = open.exchange.members.get(*position);
                    member.is_some_and(|m| {
                        m.outcome == Outcome::Silent
                            && echoed.is_none_or(|e| e.nlmsg_type == m.header.nlmsg_type)
                    })
                })?;
            Some((at, position))
        })?;
        let (slot, open) = self.slots.both(at)?;
        open.heard = seen.time;
        let told = &mut open.exchange;
        if pid != 0 {
            slot.port = Some(pid);
        }
        let member = told.members.get_mut(position)?;
        let place = member.place;
        member.end = Some(seen.place);
        if error < 0 {
            member.outcome = Outcome::Error;
            member.error = error;
            if told.error == 0 {
                told.error = error;
                told.end = Some(seen.place);
            }
        } else {
            member.outcome = Outcome::Ack;
            open.acks.1 += 1;
            if told.error == 0 {
                told.end = Some(seen.place);
            }
        }
        told.latency_ns = elapsed(told.time, seen.time);
        self.abort(at, error, seen);
        Some(Tie::Member(at, place, position))
    }

    /// A transaction that is refused causes nothing: it need not be kept for that.
    fn abort(&mut self, at: At, error: i32, seen: &Seen<'_, '_>) {
        if error < 0
            && let Some(time) = seen.time
        {
            self.slots.remind(at, plus(time, PATIENCE_NS));
        }
    }

    /// A message from the kernel comes that is neither NLMSG_ERROR nor NLMSG_DONE: an answer,
    /// or a notification that a request caused.
    pub fn hear(&mut self, seen: &Seen<'_, '_>) -> Option<Tie> {
        let header = seen.header();
        let pid = header.nlmsg_pid;
        let multi = header.nlmsg_flags & NLM_F_MULTI != 0;
        // an answer bears the port that it goes to; the audit subsystem forgets
        if pid == 0 && (seen.protocol != NETLINK_AUDIT || header.nlmsg_seq == 0) {
            return None;
        }
        let bears = (seen.key(), pid, header.nlmsg_type, multi);
        if let Some((before, at)) = self.heard
            && before == bears
        {
            return self.reply(at, seen);
        }
        self.heard = None;
        let answer = best(self.slots.chain(seen.key()), |slot| {
            let port = fits_port(slot, pid)?;
            let request = &slot.header;
            let makes = matches!(slot.verb, Verb::New | Verb::Del);
            let echo = request.nlmsg_flags & NLM_F_ECHO != 0;
            if slot.batch
                || !related(seen.protocol, request, header.nlmsg_type)
                || (makes && !echo && seen.protocol != NETLINK_GENERIC)
            {
                return None;
            }
            Some(port + u32::from(slot.due.reply) * 16 + u32::from(slot.due.done == multi) * 8)
        });
        let sure = |at: &At| {
            let slot = self.slots.get(*at);
            slot.is_some_and(|s| s.port == Some(pid))
        };
        let cause = match answer {
            Some(at) if sure(&at) => None,
            Some(_) => self.cause(seen).filter(sure),
            None => self.cause(seen),
        };
        match (cause, answer) {
            (Some(at), _) => {
                let slot = self.slots.get_mut(at)?;
                if !slot.told {
                    slot.port = Some(pid);
                }
                Some(Tie::Cause(at, slot.place))
            }
            (None, Some(at)) => {
                let state = |tracker: &Tracker<'_>| {
                    let slot = tracker.slots.get(at)?;
                    Some((slot.due, slot.port, slot.ended))
                };
                let before = state(self);
                let tie = self.reply(at, seen);
                if before == state(self) && before.is_some_and(|b| b.1 == Some(pid)) {
                    self.heard = Some((bears, at));
                }
                tie
            }
            (None, None) => self.in_batch(seen),
        }
    }

    /// A message answers a request, and others may follow.
    fn reply(&mut self, at: At, seen: &Seen<'_, '_>) -> Option<Tie> {
        let header = seen.header();
        let (slot, open) = self.slots.both(at)?;
        let told = &mut open.exchange;
        let place = slot.place;
        if header.nlmsg_pid != 0 {
            slot.port = Some(header.nlmsg_pid);
        }
        told.interrupted |= interrupted(header);
        told.replies.add(seen.place, header.nlmsg_len);
        told.latency_ns = elapsed(told.time, seen.time);
        open.heard = seen.time;
        if header.nlmsg_flags & NLM_F_MULTI != 0 && !slot.due.ack {
            slot.due.done = true;
        }
        slot.due.reply = false;
        let early = open
            .work
            .and_then(|work| open.cookies.learn(work, seen.message.data, seen.order));
        let (seq, number) = (slot.header.nlmsg_seq, slot.number);
        let over = settled(slot, open).is_some();
        if let Some((place, time)) = early {
            self.completed(at, place, time);
        }
        if over {
            if let Some(time) = seen.time {
                self.slots.remind(at, plus(time, PATIENCE_NS));
            }
            self.note_order(seen.protocol, header.nlmsg_pid, seq, number);
        }
        Some(Tie::Answer(at, place))
    }

    /// The request that caused a notification: it bears its number and port.
    fn cause(&self, seen: &Seen<'_, '_>) -> Option<At> {
        let header = seen.header();
        if header.nlmsg_seq == 0 {
            return None;
        }
        best(self.slots.chain(seen.key()), |slot| {
            let request = &slot.header;
            let related = slot.batch || related(seen.protocol, request, header.nlmsg_type);
            match slot.port {
                _ if slot.verb == Verb::Get => None,
                Some(port) if port == header.nlmsg_pid => Some(4 + u32::from(related)),
                None if !slot.ended && related => Some(1),
                _ => None,
            }
        })
    }

    /// The message of a transaction that a message answers or that caused it.
    fn in_batch(&mut self, seen: &Seen<'_, '_>) -> Option<Tie> {
        let header = seen.header();
        if seen.protocol != NETLINK_NETFILTER || header.nlmsg_seq == 0 {
            return None;
        }
        let (at, position) = self.batches.iter().find_map(|&at| {
            let slot = self.slots.get(at)?;
            if slot.port.is_some_and(|p| p != header.nlmsg_pid) {
                return None;
            }
            let by_seq = &self.slots.open_of(slot)?.by_seq;
            let from = by_seq.partition_point(|(s, _)| *s < header.nlmsg_seq);
            let (seq, position) = by_seq.get(from)?;
            (*seq == header.nlmsg_seq).then_some((at, *position as usize))
        })?;
        let (slot, open) = self.slots.both(at)?;
        let member = open.exchange.members.get(position)?;
        let (place, flags) = (member.place, member.header.nlmsg_flags);
        if flags & NLM_F_ECHO == 0 {
            return Some(Tie::Cause(at, place));
        }
        open.heard = seen.time;
        slot.port = Some(header.nlmsg_pid);
        open.exchange.replies.add(seen.place, header.nlmsg_len);
        Some(Tie::Member(at, place, position))
    }

    /// Whether a message with NLM_F_REQUEST comes from the kernel: answers and notifications
    /// of tc filters, chains and actions and of next hops keep the flags of the request that
    /// caused them (`net/sched/cls_api.c`, `net/sched/act_api.c`, `net/ipv4/nexthop.c`), and
    /// bear the port that it came from.
    pub fn is_echo(&self, seen: &Seen<'_, '_>, verb: Verb) -> bool {
        let header = seen.header();
        let (kind, port) = (header.nlmsg_type, header.nlmsg_pid);
        if port == 0 || !echoes(verb, kind) {
            return false;
        }
        self.slots.chain(seen.key()).any(|(_, slot)| {
            let request = &slot.header;
            let related = request.nlmsg_type & !3 == kind & !3
                || (request.nlmsg_type, kind) == (RTM_DELCHAIN, RTM_DELTFILTER);
            let caused = if slot.stated {
                // a sender that uses its numbers twice looks the same: only while it waits
                slot.port == Some(port) && header.nlmsg_seq != 0 && !slot.ended
            } else {
                slot.port == Some(port) || (slot.port.is_none() && !slot.ended)
            };
            related && caused && request.nlmsg_flags == header.nlmsg_flags
        })
    }

    /// A request of a socket was answered: those that it sent before are answered before.
    fn note_order(&mut self, protocol: u16, port: u32, seq: u32, number: u64) {
        if port == 0 {
            return;
        }
        if self.sockets.len() >= MAX_SOCKETS {
            self.sockets.clear();
        }
        let socket = key(protocol, port);
        let Some((before, earlier)) = self.sockets.insert(socket, (seq, number)) else {
            return;
        };
        if !(2..=MAX_GAP).contains(&seq.wrapping_sub(before)) {
            return;
        }
        for i in 1..seq.wrapping_sub(before) {
            let skipped = key(protocol, before.wrapping_add(i));
            let waiting = self.slots.chain(skipped).find(|(_, slot)| {
                let n = slot.number;
                let port = slot.port.is_none_or(|p| p == port);
                !slot.ended && port && slot.due.any() && earlier < n && n < number
            });
            if let Some((at, _)) = waiting
                && let Some(slot) = self.slots.get_mut(at)
            {
                slot.overtaken = true;
            }
        }
    }

    /// A notification comes: work that goes on may be finished by it.
    pub fn notified(&mut self, seen: &Seen<'_, '_>, what: &Plain<'t>, command: u8) {
        if self.working.is_empty() || !work::ends(what.family, command) {
            return;
        }
        let told = (seen.message.data, command, seen.place, seen.time);
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
            self.completed(at, seen.place, seen.time);
        }
    }

    /// The work of a request is finished.
    fn completed(&mut self, at: At, place: Place, time: Option<Time>) {
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

    fn stray(&mut self, place: Place) {
        self.strays.0 += 1;
        self.strays.1.get_or_insert(place);
    }
}

/// What came of a request, once nothing more is due.
fn settled(slot: &Slot, open: &Open<'_>) -> Option<Outcome> {
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

/// Whether the kernel sends messages of a kind with the flags of a request, see
/// [`Tracker::is_echo`].
pub(super) fn echoes(verb: Verb, kind: u16) -> bool {
    verb != Verb::Get || kind == RTM_GETCHAIN
}

/// What a request asks to be sent.
fn due(protocol: u16, header: &MessageHeader, what: &Plain<'_>) -> Due {
    let flags = header.nlmsg_flags;
    let get = what.verb == Verb::Get;
    let done = match protocol {
        NETLINK_GENERIC => flags & NLM_F_DUMP == NLM_F_DUMP,
        _ if get => flags & NLM_F_DUMP != 0,
        _ => what.verb == Verb::Other && flags & NLM_F_DUMP == NLM_F_DUMP,
    };
    Due {
        ack: flags & NLM_F_ACK != 0 && !done,
        reply: get && !done,
        done,
    }
}

/// How well the port of an answer fits a request, which may not have ended.
#[inline]
fn fits_port(slot: &Slot, pid: u32) -> Option<u32> {
    match slot.port {
        _ if slot.ended => None,
        Some(port) if port == pid => Some(4),
        None => Some(2),
        Some(_) if slot.protocol == NETLINK_AUDIT && pid == 0 => Some(1),
        Some(_) => None,
    }
}

/// Whether a message of a type may answer a request, or be caused by it.
fn related(protocol: u16, request: &MessageHeader, kind: u16) -> bool {
    match protocol {
        // RTM_NEW*, RTM_DEL*, RTM_GET* and RTM_SET* of one object stand together
        NETLINK_ROUTE => request.nlmsg_type & !3 == kind & !3,
        NETLINK_GENERIC => request.nlmsg_type == kind,
        NETLINK_NETFILTER => {
            let (subsystem, asks) = (request.nlmsg_type >> 8, request.nlmsg_type & 0xff);
            let told = match subsystem {
                NFNL_SUBSYS_NFTABLES => told_of(asks),
                _ => None,
            };
            subsystem == kind >> 8 && told.is_none_or(|told| told == kind & 0xff)
        }
        _ => true,
    }
}

/// What nf_tables answers NFT_MSG_GET* with (`net/netfilter/nf_tables_api.c`): one number serves all that a socket of
/// nft does, so that what it asked before looks like the cause of what it changed.
fn told_of(asks: u16) -> Option<u16> {
    Some(match asks {
        NFT_MSG_GETRULE_RESET => NFT_MSG_GETRULE - 1,
        NFT_MSG_GETOBJ_RESET => NFT_MSG_GETOBJ - 1,
        NFT_MSG_GETSETELEM_RESET => NFT_MSG_GETSETELEM - 1,
        NFT_MSG_GETOBJ | NFT_MSG_GETFLOWTABLE => asks - 1,
        // three numbers for each kind of object: to make, to get, to delete
        NFT_MSG_GETTABLE..=NFT_MSG_GETGEN if asks % 3 == 1 => asks - 1,
        _ => return None,
    })
}

fn interrupted(header: &MessageHeader) -> bool {
    header.nlmsg_flags & NLM_F_DUMP_INTR != 0
}

/// The request that fits best; among equals the oldest where an answer is due, for answers
/// come in order, else the newest, for an error comes at once.
#[inline]
fn best(chain: Chain<'_>, fit: impl Fn(&Slot) -> Option<u32>) -> Option<At> {
    let mut best: Option<(u32, At)> = None;
    for (at, slot) in chain {
        let Some(fit) = fit(slot) else {
            continue;
        };
        let better = match best {
            None => true,
            Some((other, _)) => fit > other || (fit == other && slot.due.any()),
        };
        if better {
            best = Some((fit, at));
        }
    }
    best.map(|(_, at)| at)
}
