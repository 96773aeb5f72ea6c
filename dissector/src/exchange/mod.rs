//! State across the messages of one source: generic family ids, interface names, types of
//! sets, and what came of requests. All of it is bounded.

mod answers;
mod causes;
mod copies;
mod index;
mod kinds;
mod learnt;
mod notes;
mod observe;
mod open;
mod outcome;
mod probes;
mod refusal;
mod senders;
mod slots;
mod story;
mod times;
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
use crate::families::of_fixed_id;
use crate::ipsets::{Ipsets, Method};
use crate::nft_sets::{SetRef, SetType, Sets};
use crate::note::Note;
use crate::table::{Arch, Family, Message, Name, Tables};
use crate::walk::NETLINK_GENERIC;
use crate::wire::{ByteOrder, RawMessage};
use copies::Copies;
use learnt::{Ids, Interfaces};
use senders::{Sender, Senders};
use slots::At;
use tracker::Tracker;

/// How many names, ids or open requests a source keeps at most.
pub const MAX_LEARNT: usize = 65_536;

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
    kinds::echoes(record.verb, record.value)
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
        self.tracker.explain = true;
    }

    /// The same for who only counts: without what the kernel said of errors, and what was asked
    /// as a probe.
    pub fn follow_briefly(&mut self) {
        self.tracker.follow = true;
    }

    /// The next request of which it is known what came of it.
    pub fn retired(&mut self) -> Option<Exchange<'t>> {
        self.tracker.settle();
        let exchange = self.owned()?.take();
        self.tracker.fetched();
        Some(exchange)
    }

    /// Hands all such requests to `take`, which may look at them; quicker than to give them away.
    pub fn each_retired<E>(
        &mut self,
        mut take: impl FnMut(&Exchange<'t>, &State<'t>) -> Result<(), E>,
    ) -> Result<(), E> {
        self.tracker.settle();
        while self.owned().is_some() {
            let told = self.tracker.retired().map(|exchange| take(exchange, self));
            self.tracker.fetched();
            told.transpose()?;
        }
        Ok(())
    }

    /// The first that has retired, with the process that owns its port.
    fn owned(&mut self) -> Option<&mut Exchange<'t>> {
        let exchange = self.tracker.retired_mut()?;
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
