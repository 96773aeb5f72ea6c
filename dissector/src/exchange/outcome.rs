//! What came of a request.

use super::probes::Probe;
use super::refusal::Refusal;
use crate::envelope::{FamilyFrom, Place, Time};
use crate::note::Process;
use crate::table::{Family, Layer, Message, Name};
use crate::wire::{MessageHeader, RawMessage};
use std::sync::Arc;

/// How many runs of replies an exchange lists at most; the rest is only counted.
const MAX_RUNS: usize = 65_536;

/// What came of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    /// It was acknowledged.
    Ack,
    /// A dump came to its end.
    Done,
    /// It was answered.
    Reply,
    /// It was refused.
    Error,
    /// No answer was asked for, and no error came.
    Silent,
    /// An answer was due, and none came.
    Unanswered,
    /// The capture ends first.
    Cut,
    /// Its answer is not in the capture, and there is evidence that it was sent.
    Lost,
}

impl Outcome {
    /// All of them.
    pub const ALL: [Outcome; 8] = [
        Outcome::Ack,
        Outcome::Done,
        Outcome::Reply,
        Outcome::Error,
        Outcome::Silent,
        Outcome::Unanswered,
        Outcome::Cut,
        Outcome::Lost,
    ];

    /// The word for it.
    pub const fn word(self) -> &'static str {
        match self {
            Outcome::Ack => "ack",
            Outcome::Done => "done",
            Outcome::Reply => "reply",
            Outcome::Error => "error",
            Outcome::Silent => "silent",
            Outcome::Unanswered => "unanswered",
            Outcome::Cut => "cut",
            Outcome::Lost => "lost",
        }
    }
}

/// Messages of one frame that stand one behind the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Run {
    place: Place,
    count: u32,
}

/// The messages that answered a request.
#[derive(Clone, Debug, Default)]
pub struct Replies {
    /// Most requests are answered by one run, which takes no memory of its own.
    run: Option<Run>,
    more: Vec<Run>,
    /// How many there were.
    pub messages: u64,
    /// Bytes of them, by their nlmsg_len.
    pub bytes: u64,
    /// Frames that held them.
    pub frames: u64,
    /// The last of these.
    last: (Option<u32>, u64),
}

impl Replies {
    pub(super) fn add(&mut self, place: &Place, bytes: u32) {
        let first = self.messages == 0;
        self.messages += 1;
        self.bytes += u64::from(bytes);
        let frame = (place.file, place.frame);
        if first || self.last != frame {
            self.frames += 1;
        } else if let Some(run) = self.more.last_mut().or(self.run.as_mut())
            && run.place.frame == place.frame
            && run.place.message.checked_add(run.count) == Some(place.message)
        {
            run.count += 1;
            return;
        }
        self.last = frame;
        let run = Run {
            place: *place,
            count: 1,
        };
        if self.run.is_none() {
            self.run = Some(run);
        } else if self.more.len() < MAX_RUNS - 1 {
            self.more.push(run);
        }
    }

    /// Forgets all.
    pub(super) fn clear(&mut self) {
        self.run = None;
        self.more = Vec::new();
        self.messages = 0;
        self.bytes = 0;
        self.frames = 0;
    }

    /// Where they stand, in order. Those of 65,536 frames at most are listed.
    pub fn places(&self) -> impl Iterator<Item = Place> {
        self.run.iter().chain(&self.more).flat_map(|run| {
            (0..run.count).map(|i| Place {
                message: run.place.message + i,
                ..run.place
            })
        })
    }
}

/// A message of a transaction.
#[derive(Clone, Debug)]
pub struct Member<'t> {
    /// Where it stands.
    pub place: Place,
    /// Its header.
    pub header: MessageHeader,
    /// What describes it.
    pub record: Option<&'t Message>,
    /// Acknowledged, refused, or nothing of these.
    pub outcome: Outcome,
    /// The error, negative; 0 where there is none.
    pub error: i32,
    /// What the kernel said of it.
    pub refusal: Option<Box<Refusal>>,
    /// The message that acknowledged or refused it.
    pub end: Option<Place>,
    /// Where its bytes begin in those of the transaction.
    pub(super) at: usize,
}

/// A request and what came of it.
#[derive(Clone, Debug)]
pub struct Exchange<'t> {
    /// Counts the requests of the source.
    pub number: u64,
    /// Where the request stands.
    pub place: Place,
    /// When it was captured.
    pub time: Option<Time>,
    /// NETLINK_*.
    pub protocol: u16,
    /// Its header.
    pub header: MessageHeader,
    /// Its family, where the tables have it.
    pub family: Option<&'t Family>,
    /// The name of its generic family, where the tables do not have it.
    pub generic_name: Option<Name>,
    /// Where the name of its generic family comes from.
    pub family_from: Option<FamilyFrom>,
    /// What describes it.
    pub record: Option<&'t Message>,
    /// The command of a generic request.
    pub command: Option<u8>,
    /// Its bytes, with the header; empty where too many requests are open to keep them.
    pub request: Vec<u8>,
    /// Offset of these in the frame.
    pub offset: usize,
    /// Port id of who sent it.
    pub port: Option<u32>,
    /// Who sent it.
    pub process: Option<Arc<Process>>,
    /// What came of it.
    pub outcome: Outcome,
    /// The rule by which it is a mere question whether the kernel knows something.
    pub probe: Option<&'static Probe>,
    /// The error, negative; 0 where there is none.
    pub error: i32,
    /// What the kernel said of the error.
    pub refusal: Option<Box<Refusal>>,
    /// The messages that answered it.
    pub replies: Replies,
    /// The message that ended it.
    pub end: Option<Place>,
    /// From the request to its end, or to the last answer where it has none.
    pub latency_ns: Option<u64>,
    /// From the request to the notification that its work is finished.
    pub completion_ns: Option<u64>,
    /// That notification.
    pub completion: Option<Place>,
    /// The kernel says that what was dumped changed meanwhile.
    pub interrupted: bool,
    /// The messages of a transaction, for the request that begins it.
    pub members: Vec<Member<'t>>,
}

impl<'t> Exchange<'t> {
    /// All of it; what is left behind has no memory of its own.
    pub(super) fn take(&mut self) -> Exchange<'t> {
        Exchange {
            generic_name: self.generic_name.take(),
            process: self.process.take(),
            request: std::mem::take(&mut self.request),
            refusal: self.refusal.take(),
            replies: std::mem::take(&mut self.replies),
            members: std::mem::take(&mut self.members),
            ..*self
        }
    }

    /// The request as a message, where its bytes were kept.
    pub fn message(&self) -> Option<RawMessage<'_>> {
        (!self.request.is_empty()).then_some(RawMessage {
            offset: self.offset,
            header: self.header,
            data: self
                .request
                .get(..self.header.nlmsg_len as usize)
                .unwrap_or(&self.request),
        })
    }

    /// A message of the transaction, where its bytes were kept.
    pub fn member(&self, position: usize) -> Option<RawMessage<'_>> {
        let member = self.members.get(position)?;
        let data = self.request.get(member.at..)?;
        let len = member.header.nlmsg_len as usize;
        Some(RawMessage {
            offset: self.offset + member.at,
            header: member.header,
            data: data.get(..len).unwrap_or(data),
        })
    }

    /// The name of its family, where that is not the protocol itself.
    pub fn family_name(&self) -> Option<&Name> {
        let family = self.family.filter(|f| f.layer != Layer::Protocol);
        family.map(|f| &f.name).or(self.generic_name.as_ref())
    }

    /// The message of the transaction that was refused first.
    pub fn failed_member(&self) -> Option<&Member<'t>> {
        let refused = |m: &&Member<'_>| m.outcome == Outcome::Error;
        self.members.iter().find(refused)
    }

    /// What the kernel said of its error, or of that of the message that was refused first.
    pub fn said(&self) -> Option<&Refusal> {
        match self.failed_member() {
            Some(member) => member.refusal.as_deref(),
            None => self.refusal.as_deref(),
        }
    }

    /// Whether it failed: refused, and no mere probe.
    pub fn failed(&self) -> bool {
        self.outcome == Outcome::Error && self.probe.is_none()
    }
}
