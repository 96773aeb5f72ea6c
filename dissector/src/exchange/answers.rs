//! Which request a message from the kernel answers, or was caused by.

use super::kinds::{
    NETLINK_AUDIT, NETLINK_GENERIC, NETLINK_NETFILTER, NLM_F_ECHO, NLM_F_MULTI, NLMSG_ERROR,
    RTM_DELCHAIN, RTM_DELTFILTER, echoes, interrupted, related,
};
use super::outcome::Outcome;
use super::slots::{At, Chain, Slot, key};
use super::times::{elapsed, plus};
use super::tracker::{MAX_SAME, PATIENCE_NS, Seen, Tie, Tracker, settled};
use crate::table::Verb;
use crate::wire::{MessageHeader, NLMSG_HDRLEN};

/// How many sockets are remembered by what they were answered last.
const MAX_SOCKETS: usize = 65_536;
/// Sequence numbers that an answered one may be ahead of the one before.
const MAX_GAP: u32 = 16;

impl Tracker<'_> {
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
        let told = &mut open.exchange;
        if pid != 0 {
            slot.port = Some(pid);
        }
        told.interrupted |= interrupted(header);
        told.end = Some(*seen.place);
        told.latency_ns = elapsed(told.time, seen.time);
        open.heard = seen.time;
        if error < 0 {
            told.error = error;
        }
        if slot.batch {
            // the messages of a transaction are answered one by one
            open.acks.1 += u32::from(error >= 0);
            self.abort(at, error, seen);
            return Some(Tie::answer(at));
        }
        if seen.protocol == NETLINK_AUDIT && error >= 0 && (slot.due.reply || slot.due.done) {
            // the audit subsystem acknowledges first and answers from a thread of its own
            slot.due.ack = false;
            slot.acked = true;
            if header.nlmsg_type == NLMSG_ERROR {
                return Some(Tie::answer(at));
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
        Some(Tie::answer(at))
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
        member.end = Some(*seen.place);
        if error < 0 {
            member.outcome = Outcome::Error;
            member.error = error;
            if told.error == 0 {
                told.error = error;
                told.end = Some(*seen.place);
            }
        } else {
            member.outcome = Outcome::Ack;
            open.acks.1 += 1;
            if told.error == 0 {
                told.end = Some(*seen.place);
            }
        }
        told.latency_ns = elapsed(told.time, seen.time);
        self.abort(at, error, seen);
        Some(Tie::answer(at).of(position))
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
                Some(Tie::cause(at))
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
        Some(Tie::answer(at))
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
        if member.header.nlmsg_flags & NLM_F_ECHO == 0 {
            return Some(Tie::cause(at).of(position));
        }
        open.heard = seen.time;
        slot.port = Some(header.nlmsg_pid);
        open.exchange.replies.add(seen.place, header.nlmsg_len);
        Some(Tie::answer(at).of(position))
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
