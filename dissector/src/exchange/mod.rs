//! State across the messages of one source: generic family ids, interface names, types of
//! sets, and what came of requests. All of it is bounded.

mod causes;
mod copies;
mod learnt;
mod notes;
mod outcome;
mod probes;
mod refusal;
mod senders;
mod slots;
mod story;
mod tracker;
mod transaction;
mod work;

pub use copies::APART_NS as COPIES_APART_NS;
pub use learnt::announced;
pub use outcome::{Exchange, Member, Outcome, Replies};
pub use probes::{PROBES, Probe};
pub use refusal::{Policy, Refusal};
pub use story::{Answers, Stories, Story};
pub use work::{WORKS, Work};

use crate::context::{Context, Direction, Knowledge};
use crate::envelope::{Envelope, FamilyFrom, Place, Time};
use crate::families::{errno, of_fixed_id};
use crate::ipsets::{Ipsets, Method};
use crate::nft_sets::{NETLINK_NETFILTER, SetRef, SetType, Sets};
use crate::note::Note;
use crate::table::{Arch, Family, Message, Name, Tables, Verb};
use crate::walk::{NETLINK_GENERIC, record_of};
use crate::wire::{ByteOrder, GENL_HDRLEN, GenericHeader, RawMessage};
use copies::Copies;
use learnt::{Ids, Interfaces};
use senders::{Sender, Senders};
use slots::At;
use tracker::{
    NETLINK_CONNECTOR, NETLINK_ROUTE, NETLINK_USERSOCK, NLM_F_REQUEST, Seen, Tie, Tracker,
};

/// How many names, ids or open requests a source keeps at most.
pub const MAX_LEARNT: usize = 65_536;

const NLMSG_ERROR: u16 = 2;
const NLMSG_DONE: u16 = 3;
const NLMSG_MIN_TYPE: u16 = 16;
const RTM_NEWLINK: u16 = 16;

/// What is asked of a source beside what decoding needs; all of it at first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// What requests and their answers tell of one another: direction, port, request, cause,
    /// copies. Without it a message tells its direction alone, which is wrong of notifications
    /// of rtnetlink that look like requests.
    pub exchanges: bool,
    /// Names of interfaces.
    pub interfaces: bool,
}

impl Default for Wanted {
    fn default() -> Wanted {
        Wanted {
            exchanges: true,
            interfaces: true,
        }
    }
}

/// Whether a notification of rtnetlink that a record describes may look like a request.
pub(crate) fn may_echo(record: &Message) -> bool {
    tracker::echoes(record.verb, record.value)
}

/// What is known of a message from those before it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Facts {
    /// Which way it went.
    pub direction: Option<Direction>,
    /// Port id on the user's side.
    pub port: Option<u32>,
    /// The request that it answers.
    pub request: Option<Place>,
    /// The request that caused it.
    pub cause: Option<Place>,
    /// The first of the copies that it is one of.
    pub copy_of: Option<Place>,
    /// The request that opens the exchange that it belongs to, or that caused it.
    pub exchange: Option<Place>,
    /// What came of its exchange, as far as this message tells.
    pub outcome: Option<Outcome>,
    /// The exchange that it opens or belongs to.
    at: Option<At>,
    /// Of a transaction: which member it answers.
    member: Option<usize>,
}

/// The state of a source: one file, section of a pcapng, or interface.
#[derive(Clone)]
pub struct State<'t> {
    tables: &'t Tables,
    order: ByteOrder,
    arch: Option<Arch>,
    ids: Ids<'t>,
    interfaces: Interfaces,
    sets: Sets,
    ipsets: Ipsets,
    copies: Copies,
    tracker: Tracker<'t>,
    time: Option<Time>,
    senders: Senders,
    /// What a tap knew of the frame at hand.
    note: Option<Note>,
    /// Who sends or gets the message at hand, and who caused it.
    sender: Sender,
    cause: Sender,
    wanted: Wanted,
}

impl<'t> State<'t> {
    /// A source about which nothing is known yet.
    pub fn new(tables: &'t Tables, order: ByteOrder) -> State<'t> {
        State {
            tables,
            order,
            arch: None,
            ids: Ids::new(tables),
            interfaces: Interfaces::default(),
            sets: Sets::default(),
            ipsets: Ipsets::default(),
            copies: Copies::default(),
            tracker: Tracker::default(),
            time: None,
            senders: Senders::default(),
            note: None,
            sender: Sender::default(),
            cause: Sender::default(),
            wanted: Wanted::default(),
        }
    }

    /// What is asked of it, from now on.
    pub fn want(&mut self, wanted: Wanted) {
        self.wanted = wanted;
    }

    /// Byte order of the captured machine.
    pub fn order(&self) -> ByteOrder {
        self.order
    }

    /// A frame told the byte order.
    pub fn set_order(&mut self, order: ByteOrder) {
        self.order = order;
    }

    /// Something told the architecture.
    pub fn set_arch(&mut self, arch: Option<Arch>) {
        self.arch = arch;
    }

    /// The user says which family an id is; holds where no message tells otherwise.
    pub fn give(&mut self, id: u16, name: &str) {
        self.ids.give(id, name);
    }

    /// A message further on tells which family an id is; holds until one in time does.
    pub fn foresee(&mut self, id: u16, name: &str) {
        self.ids.foresee(id, name);
    }

    /// Whether nothing but a guess is known of a generic id.
    pub fn is_unknown(&self, id: u16) -> bool {
        of_fixed_id(id).is_none() && self.ids.get(id).is_none()
    }

    /// The name of a generic id at this place, and where it comes from if not from a message
    /// in time.
    pub fn family(&self, id: u16) -> Option<(&Name, Option<FamilyFrom>)> {
        self.ids.name(id)
    }

    /// What is known of a message beside its bytes, from what [`State::observe`] said of it.
    pub fn envelope(&self, protocol: u16, nlmsg_type: u16, facts: &Facts) -> Envelope<'_> {
        let (family, family_from) = if protocol == NETLINK_GENERIC {
            match self.family(nlmsg_type) {
                Some((name, from)) => (Some(name), from),
                None => (None, None),
            }
        } else {
            let subsystem = self.tables.subsystem(protocol, nlmsg_type);
            (subsystem.map(|f| &f.name), None)
        };
        Envelope {
            protocol,
            family,
            family_from,
            direction: facts.direction,
            port: facts.port,
            process: self.sender.process.as_deref(),
            socket: self.sender.socket.as_deref(),
            request: facts.request,
            cause: facts.cause,
            cause_process: self.cause.process.as_deref(),
            exchange: facts.exchange,
            outcome: facts.outcome,
            copy_of: facts.copy_of,
            ..Envelope::default()
        }
    }

    /// Learns from what a tap knew of a frame that has no nlmsghdr.
    pub fn see_frame(&mut self, protocol: u16, note: Option<&Note>) {
        self.cause = Sender::default();
        self.sender = match note {
            Some(note) => self.senders.learn(protocol, note.port, note),
            None => Sender::default(),
        };
    }

    /// What is known of such a frame beside its bytes.
    pub fn frame(&self, protocol: u16, note: Option<&Note>) -> Envelope<'_> {
        Envelope {
            protocol,
            direction: note.and_then(|n| n.direction),
            port: note.and_then(|n| n.port),
            process: self.sender.process.as_deref(),
            socket: self.sender.socket.as_deref(),
            ..Envelope::default()
        }
    }

    /// Whether what came of requests shall be told by [`State::retired`].
    pub fn follow(&mut self) {
        self.tracker.follow = true;
    }

    /// The next request of which it is known what came of it.
    pub fn retired(&mut self) -> Option<Exchange<'t>> {
        let mut exchange = self.tracker.retired()?;
        if exchange.process.is_none() && !self.senders.is_empty() {
            let owner = self.senders.of(exchange.protocol, exchange.port);
            exchange.process = owner.process.as_ref().map(senders::by_answer);
        }
        Some(exchange)
    }

    /// Packets were dropped up to here.
    pub fn dropped(&mut self) {
        self.tracker.dropped();
    }

    /// Roughly how many bytes it takes.
    pub fn weight(&self) -> usize {
        self.ids.weight() + self.interfaces.weight() + self.tracker.weight()
    }

    /// The capture is over: all requests retire.
    pub fn finish(&mut self) {
        self.tracker.advance(self.time);
        self.tracker.finish();
    }

    /// How many answers there were whose request is not in the capture, and the first.
    pub fn strays(&self) -> (u64, Option<Place>) {
        self.tracker.strays
    }

    /// The bytes of the request that a message answers, until the next message is observed.
    pub fn request(&self, facts: &Facts) -> Option<RawMessage<'_>> {
        facts.request?;
        let exchange = self.tracker.exchange(facts.at?)?;
        match facts.member {
            Some(member) => exchange.member(member),
            None => exchange.message(),
        }
    }

    /// A frame begins that was captured at this time.
    pub fn begin_frame(&mut self, time: Option<Time>) {
        if self.wanted.exchanges {
            // what this frame holds may still answer what has waited long enough
            self.tracker.advance(self.time);
        }
        self.time = time;
        self.note = None;
    }

    /// A tap knew this of the frame that begins.
    pub fn note(&mut self, note: Note) {
        if note.lost {
            self.dropped();
        }
        self.note = Some(note);
    }

    /// Whether nothing but the names of interfaces is known of the messages of a protocol in this
    /// frame that they do not tell themselves. Then [`State::learn`] is enough for each.
    pub fn is_idle(&self, protocol: u16) -> bool {
        const OTHERS: [u16; 4] = [
            NETLINK_GENERIC,
            NETLINK_NETFILTER,
            // who sends is not told by NLM_F_REQUEST
            NETLINK_USERSOCK,
            NETLINK_CONNECTOR,
        ];
        !OTHERS.contains(&protocol) && !self.wanted.exchanges && self.note.is_none()
    }

    /// Learns what later messages are read with.
    #[inline]
    pub fn learn(&mut self, protocol: u16, message: &RawMessage<'_>) {
        match protocol {
            NETLINK_GENERIC => self.ids.learn(message, self.order),
            NETLINK_ROUTE if self.wanted.interfaces && message.header.nlmsg_type == RTM_NEWLINK => {
                self.interfaces.learn(message, self.order);
            }
            NETLINK_NETFILTER => {
                self.sets.learn(message, self.order, MAX_LEARNT);
                self.ipsets.learn(message, self.order, MAX_LEARNT);
            }
            _ => {}
        }
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
            place,
            time: self.time,
            order: self.order,
        };
        let what = self.look_up(protocol, message);
        let mut facts = self.relate(&seen, &what);
        self.identify(&seen, &mut facts);
        if facts.direction == Some(Direction::FromKernel) && facts.request.is_none() {
            if !what.control {
                facts.copy_of = self.copies.first(protocol, message.data, place, self.time);
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
                let name = errno::name(-i64::from(error), self.arch);
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
            && self.tables.by_type(protocol, kind).is_none();
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
            _ => kind < NLMSG_MIN_TYPE || self.tables.by_type(protocol, kind).is_some(),
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
            plain.family = self.ids.family(kind);
            let Some(header) = GenericHeader::parse(body) else {
                return plain;
            };
            plain.known = true;
            plain.command = Some(header.cmd);
            body = body.get(GENL_HDRLEN..).unwrap_or(&[]);
            if let Some(family) = plain.family.filter(|_| to_kernel) {
                records = family.records(header.cmd.into());
            }
        } else if let Some((family, _, found)) = self.tables.records(protocol, kind) {
            plain.known = true;
            plain.family = Some(family);
            records = found;
        } else if kind < NLMSG_MIN_TYPE {
            plain.known = true;
            plain.control = true;
            return plain;
        }
        if to_kernel {
            plain.record = record_of(records, to_kernel, body, self.order);
            plain.verb = plain.record.map_or(Verb::Other, |r| r.verb);
        }
        plain
    }

    fn relate(&mut self, seen: &Seen<'_, '_>, what: &Plain<'t>) -> Facts {
        let header = &seen.message.header;
        let (said, port) = self.said(header.nlmsg_pid);
        let facts = |direction| Facts {
            direction,
            port,
            ..Facts::default()
        };
        let to_kernel = facts(Some(Direction::ToKernel));
        let between = said.is_none() && seen.protocol == NETLINK_USERSOCK;
        if between || said == Some(Direction::UserToUser) {
            return facts(Some(Direction::UserToUser));
        }
        let ends = matches!(header.nlmsg_type, NLMSG_ERROR | NLMSG_DONE)
            && said != Some(Direction::ToKernel);
        if what.control && ends && seen.protocol != NETLINK_CONNECTOR {
            let error = seen.message.payload().get(..4).unwrap_or(&[]);
            let error = self.order.unsigned(error, 4) as u32 as i32;
            let tie = self.tracker.end(seen, error);
            if error != 0 {
                self.explain(seen, tie);
            }
            return answer(facts(Some(Direction::FromKernel)), tie);
        }
        if header.nlmsg_flags & NLM_F_REQUEST != 0 && said != Some(Direction::FromKernel) {
            let perhaps = seen.protocol == NETLINK_ROUTE && said.is_none();
            if perhaps && self.tracker.is_echo(seen, what.verb) {
                let tie = self.tracker.hear(seen);
                return answer(facts(Some(Direction::FromKernel)), tie);
            }
            let generic = seen.protocol == NETLINK_GENERIC && what.command.is_some();
            let named = generic.then(|| self.ids.name(header.nlmsg_type)).flatten();
            let at = self.tracker.open(seen, what, named, port);
            return Facts {
                at: Some(at),
                ..to_kernel
            };
        }
        let connector = said.is_none() && seen.protocol == NETLINK_CONNECTOR && port.is_some();
        if connector || said == Some(Direction::ToKernel) {
            return to_kernel;
        }
        let direction = said.or(what.known.then_some(Direction::FromKernel));
        let tie = self.tracker.hear(seen);
        let facts = answer(facts(direction), tie);
        let multi = header.nlmsg_flags & tracker::NLM_F_MULTI != 0;
        let noted = self.note.as_ref().is_some_and(|note| note.port.is_some());
        Facts {
            port: port.filter(|_| multi || noted || tie.is_some()),
            ..facts
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
        if !self.tracker.follow {
            return;
        }
        let (at, member) = match tie {
            Some(Tie::Answer(at, _)) => (at, None),
            Some(Tie::Member(at, _, member)) => (at, Some(member)),
            _ => return,
        };
        let Some(exchange) = self.tracker.exchange(at) else {
            return;
        };
        let mut ctx = Context::new(self.tables, seen.protocol);
        ctx.order = self.order;
        ctx.arch = self.arch;
        ctx.knowledge = self;
        ctx.request = match member {
            Some(member) => exchange.member(member),
            None => exchange.message(),
        };
        let refusal = Some(Box::new(refusal::read(seen.message, &ctx)));
        let probe = probes::find(exchange, self.order);
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

    /// A context for the walk of a message of a protocol.
    pub fn context(&self, protocol: u16) -> Context<'_> {
        let mut ctx = Context::new(self.tables, protocol);
        ctx.order = self.order;
        ctx.arch = self.arch;
        ctx.knowledge = self;
        ctx
    }
}

impl Knowledge for State<'_> {
    fn generic(&self, id: u16) -> Option<&Family> {
        self.ids.family(id)
    }

    fn generic_name(&self, id: u16) -> Option<&Name> {
        Some(self.family(id)?.0)
    }

    fn interface(&self, index: u32) -> Option<&str> {
        self.interfaces.name(index)
    }

    fn ipset(&self, name: &[u8]) -> Option<Method> {
        self.ipsets.get(name)
    }

    fn nft_set(&self, set: &SetRef<'_>) -> Option<&SetType> {
        self.sets.get(set)
    }
}

/// What relating messages needs of the tables.
#[derive(Clone, Copy, Debug, Default)]
struct Plain<'t> {
    control: bool,
    known: bool,
    verb: Verb,
    family: Option<&'t Family>,
    record: Option<&'t Message>,
    /// The command of a generic message.
    command: Option<u8>,
}

/// What a tie tells of a message from the kernel.
fn answer(facts: Facts, tie: Option<Tie>) -> Facts {
    match tie {
        None => facts,
        Some(Tie::Answer(at, request)) => Facts {
            request: Some(request),
            at: Some(at),
            ..facts
        },
        Some(Tie::Member(at, request, member)) => Facts {
            request: Some(request),
            at: Some(at),
            member: Some(member),
            ..facts
        },
        Some(Tie::Cause(at, cause)) => Facts {
            cause: Some(cause),
            at: Some(at),
            ..facts
        },
    }
}

const NANOS: u64 = 1_000_000_000;

/// A time so many nanoseconds on.
fn plus(time: Time, nanos: u64) -> Time {
    let sum = u64::from(time.nanos) + nanos % NANOS;
    let seconds = (nanos / NANOS + sum / NANOS) as i64;
    Time {
        seconds: time.seconds.saturating_add(seconds),
        nanos: (sum % NANOS) as u32,
    }
}

/// Nanoseconds from one time to another; none where it goes backwards.
fn elapsed(from: Option<Time>, to: Option<Time>) -> Option<u64> {
    let (from, to) = (from?, to?);
    let seconds = to.seconds.checked_sub(from.seconds)?;
    let nanos = i64::from(to.nanos) - i64::from(from.nanos);
    let total = seconds.checked_mul(NANOS as i64)?.checked_add(nanos)?;
    u64::try_from(total).ok()
}

/// Whether a time is more than so many nanoseconds after another. No time is not later.
fn later(from: Option<Time>, to: Option<Time>, nanos: u64) -> bool {
    match (from, to) {
        (Some(from), Some(to)) => to > plus(from, nanos),
        _ => false,
    }
}
