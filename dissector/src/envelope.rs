//! What is known of a message beside its bytes: where and when it was captured, which way it
//! went, what it belongs to.

use crate::context::Direction;
use crate::exchange::{Outcome, Story};
use crate::note::{Process, Socket};
use crate::table::Name;
use crate::wire::RawMessage;

const NLM_F_REQUEST: u16 = 1;

/// A message's place: file and interface where there are several, frame, message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub struct Place {
    /// Position of the file on the command line, where there are several.
    pub file: Option<u32>,
    /// Number of the frame in its file, from 1.
    pub frame: u64,
    /// Number of the message in its frame, from 0.
    pub message: u32,
}

/// A point in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Time {
    /// Seconds since 1970, UTC.
    pub seconds: i64,
    /// Nanoseconds of the second.
    pub nanos: u32,
}

/// Where a generic family's name comes from, when no message told it in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FamilyFrom {
    /// A message further on in the capture.
    Later,
    /// The user.
    Option,
    /// It fits.
    Guess,
}

impl FamilyFrom {
    /// The word for it.
    pub const fn word(self) -> &'static str {
        match self {
            FamilyFrom::Later => "later",
            FamilyFrom::Option => "option",
            FamilyFrom::Guess => "guess",
        }
    }
}

/// What is known of a message beside its bytes.
#[derive(Clone, Copy, Debug, Default)]
pub struct Envelope<'e> {
    /// Where it stands.
    pub place: Place,
    /// Its interface, where the file has several.
    pub interface: Option<u32>,
    /// When it was captured.
    pub time: Option<Time>,
    /// NETLINK_*.
    pub protocol: u16,
    /// Its family, where that is not the protocol itself.
    pub family: Option<&'e Name>,
    /// Where the family's name comes from.
    pub family_from: Option<FamilyFrom>,
    /// Which way it went.
    pub direction: Option<Direction>,
    /// Port id on the user's side.
    pub port: Option<u32>,
    /// Who owns that port.
    pub process: Option<&'e Process>,
    /// Options of the socket that has that port.
    pub socket: Option<&'e Socket>,
    /// The request that it answers.
    pub request: Option<Place>,
    /// The request that caused it.
    pub cause: Option<Place>,
    /// Who sent the request that caused it.
    pub cause_process: Option<&'e Process>,
    /// The request that opens the exchange that it belongs to, or that caused it.
    pub exchange: Option<Place>,
    /// What came of its exchange, as far as this message tells.
    pub outcome: Option<Outcome>,
    /// All that came of its exchange, where the capture was read ahead.
    pub story: Option<&'e Story>,
    /// The first of the copies of a multicast that it is one of.
    pub copy_of: Option<Place>,
    /// No message can be read in the frame: what follows tells why.
    pub no_message: bool,
}

impl Envelope<'_> {
    /// Whether a message asks something of the kernel.
    pub fn asks(&self, message: &RawMessage<'_>) -> bool {
        self.direction == Some(Direction::ToKernel)
            && message.header.nlmsg_flags & NLM_F_REQUEST != 0
    }
}
