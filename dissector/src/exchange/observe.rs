//! What a message tells of the source, and what those before it tell of it.

use super::kinds::{
    NETLINK_CONNECTOR, NETLINK_GENERIC, NETLINK_NETFILTER, NETLINK_ROUTE, NETLINK_USERSOCK,
    NLM_F_MULTI, NLM_F_REQUEST, NLMSG_ERROR,
};
use super::knowledge::RTM_NEWLINK;
use super::senders::Sender;
use super::tracker::{Seen, Tie};
use super::{Facts, Outcome, Refusal, State, probes, refusal};
use crate::context::Direction;
use crate::envelope::Place;
use crate::families::errno;
use crate::table::{Family, Message, Verb};
use crate::walk::record_of;
use crate::wire::{GENL_HDRLEN, GenericHeader, RawMessage};

const NLMSG_DONE: u16 = 3;
const NLMSG_MIN_TYPE: u16 = 16;

impl<'t> State<'t> {
    /// Whether nothing but the names of interfaces is known of the messages of a protocol in this
    /// frame that they do not tell themselves. Then [`State::learn`] is enough for each: for those
    /// of [`State::teaching`].
    pub fn is_idle(&self, protocol: u16) -> bool {
        // who sends is not told by NLM_F_REQUEST in the last two
        let others = matches!(
            protocol,
            NETLINK_GENERIC | NETLINK_NETFILTER | NETLINK_USERSOCK | NETLINK_CONNECTOR
        );
        !others && !self.wanted.exchanges && self.note.is_none()
    }

    /// The only nlmsg_type that teaches something in a protocol of which nothing else is known.
    pub fn teaching(&self, protocol: u16) -> Option<u16> {
        let interfaces = protocol == NETLINK_ROUTE && self.wanted.interfaces;
        interfaces.then_some(RTM_NEWLINK)
    }

    /// Learns what later messages are read with.
    #[inline]
    pub fn learn(&mut self, protocol: u16, message: &RawMessage<'_>) {
        let interfaces = self.wanted.interfaces;
        self.taught = self.learnt.learn(protocol, message, interfaces);
    }

    /// Learns from a message, and says what is known of it. `place` is its own.
    pub fn observe(&mut self, protocol: u16, message: &RawMessage<'_>, place: Place) -> Facts {
        self.learn(protocol, message);
        if !self.wanted.exchanges {
            (self.sender, self.cause) = (Sender::default(), Sender::default());
            return Facts {
                direction: self.direction(protocol, message),
                ..Facts::default()
            };
        }
        self.tracker.settle();
        let seen = Seen {
            protocol,
            message,
            place: &place,
            time: self.time,
            order: self.learnt.order,
        };
        let what = self.look_up(protocol, message);
        let mut facts = Facts::default();
        self.relate(&seen, &what, &mut facts);
        self.identify(&seen, &mut facts);
        if facts.direction == Some(Direction::FromKernel) && facts.request.is_none() {
            if !what.control {
                facts.copy_of = self.copies.first(protocol, message.data, &place, self.time);
            }
            if let Some(command) = what.command
                && facts.copy_of.is_none()
            {
                self.tracker.notified(&seen, &what, command);
            }
        }
        facts
    }

    /// Says who sends or gets a message, and what came of its exchange so far.
    fn identify(&mut self, seen: &Seen<'_, '_>, facts: &mut Facts) {
        let noted = self.note.as_ref();
        if noted.is_some() || !self.senders.is_empty() {
            let senders = &mut self.senders;
            self.sender = match noted {
                Some(note) => senders.learn(seen.protocol, facts.port, note),
                None => senders.of(seen.protocol, facts.port),
            };
            self.cause = match facts.cause {
                Some(_) => senders.of(seen.protocol, Some(seen.message.header.nlmsg_pid)),
                None => Sender::default(),
            };
        } else {
            (self.sender, self.cause) = (Sender::default(), Sender::default());
        }
        let Some(at) = facts.at else {
            return;
        };
        let opens = facts.direction == Some(Direction::ToKernel);
        let error = noted.and_then(|note| note.error).filter(|_| opens);
        if let Some(error) = error {
            self.tracker.unsent(at, error);
            if let Some(exchange) = self.tracker.exchange_mut(at) {
                let name = errno::name(-i64::from(error), self.learnt.arch);
                exchange.refusal = Some(Box::new(Refusal {
                    errno: name.map(str::to_owned),
                    ..Refusal::default()
                }));
            }
            facts.outcome = Some(Outcome::Error);
        } else if facts.request.is_some() {
            facts.outcome = self.tracker.outcome(at);
        }
        facts.exchange = self.tracker.place(at);
        if opens
            && self.sender.process.is_some()
            && let Some(exchange) = self.tracker.exchange_mut(at)
        {
            exchange.process.clone_from(&self.sender.process);
        }
    }

    /// Which way a message went, as far as it and its note tell alone: see [`State::relate`].
    fn direction(&self, protocol: u16, message: &RawMessage<'_>) -> Option<Direction> {
        let header = &message.header;
        let (said, port) = self.said(header.nlmsg_pid);
        if said == Some(Direction::UserToUser) || (said.is_none() && protocol == NETLINK_USERSOCK) {
            return Some(Direction::UserToUser);
        }
        let kind = header.nlmsg_type;
        let ends = matches!(kind, NLMSG_ERROR | NLMSG_DONE)
            && said != Some(Direction::ToKernel)
            && protocol != NETLINK_CONNECTOR
            && self.learnt.tables.by_type(protocol, kind).is_none();
        if ends {
            return Some(Direction::FromKernel);
        }
        let asks = header.nlmsg_flags & NLM_F_REQUEST != 0 && said != Some(Direction::FromKernel);
        let connector = said.is_none() && protocol == NETLINK_CONNECTOR && port.is_some();
        if asks || connector || said == Some(Direction::ToKernel) {
            return Some(Direction::ToKernel);
        }
        let known = || match protocol {
            NETLINK_GENERIC if kind >= NLMSG_MIN_TYPE => {
                GenericHeader::parse(message.payload()).is_some()
            }
            _ => kind < NLMSG_MIN_TYPE || self.learnt.tables.by_type(protocol, kind).is_some(),
        };
        said.or_else(|| known().then_some(Direction::FromKernel))
    }

    /// What the tables say of a message, without the borrow of a context.
    fn look_up(&self, protocol: u16, message: &RawMessage<'_>) -> Plain<'t> {
        let kind = message.header.nlmsg_type;
        let mut plain = Plain::default();
        let mut body = message.payload();
        let to_kernel = message.header.nlmsg_flags & NLM_F_REQUEST != 0;
        let mut records: &[Message] = &[];
        if protocol == NETLINK_GENERIC && kind >= NLMSG_MIN_TYPE {
            plain.family = self.learnt.ids.family(kind);
            let Some(header) = GenericHeader::parse(body) else {
                return plain;
            };
            plain.known = true;
            plain.command = Some(header.cmd);
            body = body.get(GENL_HDRLEN..).unwrap_or(&[]);
            if let Some(family) = plain.family.filter(|_| to_kernel) {
                records = family.records(header.cmd.into());
            }
        } else if let Some((family, _, found)) = self.learnt.tables.records(protocol, kind) {
            plain.known = true;
            plain.family = Some(family);
            records = found;
        } else if kind < NLMSG_MIN_TYPE {
            plain.known = true;
            plain.control = true;
            return plain;
        }
        if to_kernel {
            plain.record = record_of(records, to_kernel, body, self.learnt.order);
            plain.verb = plain.record.map_or(Verb::Other, |r| r.verb);
        }
        plain
    }

    fn relate(&mut self, seen: &Seen<'_, '_>, what: &Plain<'t>, facts: &mut Facts) {
        let header = &seen.message.header;
        let (said, port) = self.said(header.nlmsg_pid);
        facts.port = port;
        let between = said.is_none() && seen.protocol == NETLINK_USERSOCK;
        if between || said == Some(Direction::UserToUser) {
            facts.direction = Some(Direction::UserToUser);
            return;
        }
        let ends = matches!(header.nlmsg_type, NLMSG_ERROR | NLMSG_DONE)
            && said != Some(Direction::ToKernel);
        if what.control && ends && seen.protocol != NETLINK_CONNECTOR {
            let error = seen.message.payload().get(..4).unwrap_or(&[]);
            let error = self.learnt.order.unsigned(error, 4) as u32 as i32;
            let tie = self.tracker.end(seen, error);
            if error != 0 {
                self.explain(seen, tie);
            }
            facts.direction = Some(Direction::FromKernel);
            self.tie(tie, facts);
            return;
        }
        if header.nlmsg_flags & NLM_F_REQUEST != 0 && said != Some(Direction::FromKernel) {
            let perhaps = seen.protocol == NETLINK_ROUTE && said.is_none();
            if perhaps && self.tracker.is_echo(seen, what.verb) {
                let tie = self.tracker.hear(seen);
                facts.direction = Some(Direction::FromKernel);
                self.tie(tie, facts);
                return;
            }
            let generic = seen.protocol == NETLINK_GENERIC && what.command.is_some();
            let named = generic
                .then(|| self.learnt.ids.name(header.nlmsg_type))
                .flatten();
            facts.at = Some(self.tracker.open(seen, what, named, port));
            facts.direction = Some(Direction::ToKernel);
            return;
        }
        let connector = said.is_none() && seen.protocol == NETLINK_CONNECTOR && port.is_some();
        if connector || said == Some(Direction::ToKernel) {
            facts.direction = Some(Direction::ToKernel);
            return;
        }
        facts.direction = said.or(what.known.then_some(Direction::FromKernel));
        let tie = self.tracker.hear(seen);
        self.tie(tie, facts);
        let multi = header.nlmsg_flags & NLM_F_MULTI != 0;
        let noted = self.note.as_ref().is_some_and(|note| note.port.is_some());
        if !(multi || noted || tie.is_some()) {
            facts.port = None;
        }
    }

    /// What a tie tells of a message from the kernel.
    #[inline]
    fn tie(&self, tie: Option<Tie>, facts: &mut Facts) {
        let Some(tie) = tie else {
            return;
        };
        facts.at = Some(tie.at);
        let place = self.tracker.tied(&tie);
        if tie.answers {
            facts.request = place;
            facts.member = tie.member;
        } else {
            facts.cause = place;
        }
    }

    /// Which way a message went and the port on the user's side, where a note tells; else the
    /// port that it bears.
    fn said(&self, nlmsg_pid: u32) -> (Option<Direction>, Option<u32>) {
        let borne = (nlmsg_pid != 0).then_some(nlmsg_pid);
        match &self.note {
            Some(note) => (note.direction, note.port.or(borne)),
            None => (None, borne),
        }
    }

    /// Keeps what the kernel said of an error, and whether it was only asked for.
    fn explain(&mut self, seen: &Seen<'_, '_>, tie: Option<Tie>) {
        if !self.tracker.explain {
            return;
        }
        let Some(Tie { at, member, .. }) = tie.filter(|tie| tie.answers) else {
            return;
        };
        let Some(exchange) = self.tracker.exchange(at) else {
            return;
        };
        let mut ctx = self.learnt.context(seen.protocol);
        ctx.request = match member {
            Some(member) => exchange.member(member),
            None => exchange.message(),
        };
        let refusal = Some(Box::new(refusal::read(seen.message, &ctx)));
        let probe = probes::find(exchange, self.learnt.order);
        if let Some(exchange) = self.tracker.exchange_mut(at) {
            exchange.probe = probe;
            match member {
                None => exchange.refusal = refusal,
                Some(member) => {
                    if let Some(member) = exchange.members.get_mut(member) {
                        member.refusal = refusal;
                    }
                }
            }
        }
    }
}

/// What relating messages needs of the tables.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Plain<'t> {
    pub control: bool,
    pub known: bool,
    pub verb: Verb,
    pub family: Option<&'t Family>,
    pub record: Option<&'t Message>,
    /// The command of a generic message.
    pub command: Option<u8>,
}
