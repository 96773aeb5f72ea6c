//! State across the messages of one source: generic family ids, interface names, types of
//! sets, and what came of requests. All of it is bounded.

mod answers;
mod causes;
mod copies;
mod index;
mod kinds;
mod knowledge;
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
pub use knowledge::{Learnt, Told};
pub use learnt::announced;
pub use outcome::{Exchange, Member, Outcome, Replies};
pub use probes::{PROBES, Probe};
pub use refusal::{Policy, Refusal};
pub use story::{Answers, Stories, Story};
pub use work::{WORKS, Work};

use crate::context::{Context, Direction};
use crate::envelope::{Envelope, Place, Time};
use crate::note::Note;
use crate::table::{Arch, Message, Tables};
use crate::wire::{ByteOrder, RawMessage};
use copies::Copies;
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
    learnt: Learnt<'t>,
    /// Whether the last message may have taught something.
    taught: bool,
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
            learnt: Learnt::new(tables, order),
            taught: false,
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
        self.learnt.order
    }

    /// A frame told the byte order.
    pub fn set_order(&mut self, order: ByteOrder) {
        self.learnt.set_order(order);
    }

    /// Something told the architecture.
    pub fn set_arch(&mut self, arch: Option<Arch>) {
        self.learnt.set_arch(arch);
    }

    /// The user says which family an id is; holds where no message tells otherwise.
    pub fn give(&mut self, id: u16, name: &str) {
        self.learnt.tell_ids().give(id, name);
    }

    /// A message further on tells which family an id is; holds until one in time does.
    pub fn foresee(&mut self, id: u16, name: &str) {
        self.learnt.tell_ids().foresee(id, name);
    }

    /// What decoding needs of it.
    pub fn learnt(&self) -> &Learnt<'t> {
        &self.learnt
    }

    /// Whether the last message that was observed may have taught something that decoding needs.
    pub fn taught(&self) -> bool {
        self.taught
    }

    /// What is known of a message beside its bytes, from what [`State::observe`] said of it.
    #[inline]
    pub fn envelope(&self, protocol: u16, nlmsg_type: u16, facts: &Facts) -> Envelope<'_> {
        self.learnt
            .envelope(protocol, nlmsg_type, facts, &self.sender, &self.cause)
    }

    /// The same, to be kept.
    pub fn told(&self, facts: Facts) -> Told {
        Told {
            facts,
            sender: self.sender.clone(),
            cause: self.cause.clone(),
        }
    }

    /// Learns from what a tap knew of a frame that has no nlmsghdr, and says what is known of it.
    pub fn see_frame(&mut self, protocol: u16, note: Option<&Note>) -> Told {
        self.taught = false;
        self.cause = Sender::default();
        self.sender = match note {
            Some(note) => self.senders.learn(protocol, note.port, note),
            None => Sender::default(),
        };
        self.told(Facts {
            direction: note.and_then(|n| n.direction),
            port: note.and_then(|n| n.port),
            ..Facts::default()
        })
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
        self.learnt.ids.weight() + self.learnt.interfaces.weight() + self.tracker.weight()
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
        self.learnt.context(protocol)
    }
}
