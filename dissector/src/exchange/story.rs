//! What came of requests, kept from a first reading of a capture for a second one.

use super::outcome::{Exchange, Outcome};
use super::probes::Probe;
use super::refusal::Refusal;
use crate::envelope::{Envelope, Place};

/// What came of a request, and what its answers hold.
#[derive(Clone, Debug)]
pub struct Story {
    /// Where the request stands that opens the exchange.
    pub place: Place,
    /// What came of it.
    pub outcome: Outcome,
    /// The rule by which it is a mere question whether the kernel knows something.
    pub probe: Option<&'static Probe>,
    /// The error, negative; 0 where there is none.
    pub error: i32,
    /// What the kernel said of the error.
    pub refusal: Option<Box<Refusal>>,
    /// Frames of the answer.
    pub parts: u64,
    /// Messages of the answer.
    pub messages: u64,
    /// Bytes of the answer.
    pub bytes: u64,
    /// From the request to its end.
    pub latency_ns: Option<u64>,
    /// From the request to the notification that its work is finished.
    pub completion_ns: Option<u64>,
    /// What was dumped changed meanwhile.
    pub interrupted: bool,
    /// What was asked of its answers.
    pub answers: Answers,
}

/// What a filter, or columns, found in the answers to a request.
#[derive(Clone, Debug, Default)]
pub struct Answers {
    /// How many there are.
    pub(crate) count: u64,
    /// Queries for which there was a value, a bit each.
    pub(crate) seen: u64,
    /// Queries that a value fits.
    pub(crate) fits: u64,
    /// Values of columns.
    pub(crate) cells: Vec<Vec<u8>>,
}

impl Answers {
    /// Another one comes.
    pub fn count(&mut self) {
        self.count += 1;
    }
}

/// The stories of a file.
#[derive(Clone, Debug, Default)]
pub struct Stories {
    /// By frame and message of the request, sorted once all are there.
    all: Vec<((u64, u32), Story)>,
}

impl Stories {
    /// A request has retired. `answers` gives what was found in the answers to the request at a
    /// place.
    pub fn add(&mut self, x: &Exchange<'_>, mut answers: impl FnMut(Place) -> Answers) {
        let story = Story {
            place: x.place,
            outcome: x.outcome,
            probe: x.probe,
            error: x.error,
            refusal: x.said().cloned().map(Box::new),
            parts: x.replies.frames,
            messages: x.replies.messages,
            bytes: x.replies.bytes,
            latency_ns: x.latency_ns,
            completion_ns: x.completion_ns,
            interrupted: x.interrupted,
            answers: answers(x.place),
        };
        for member in &x.members {
            let own = Story {
                answers: answers(member.place),
                ..story.clone()
            };
            self.all.push((key(member.place), own));
        }
        self.all.push((key(x.place), story));
    }

    /// All requests have retired.
    pub fn finish(&mut self) {
        self.all.sort_by_key(|(key, _)| *key);
        self.all.shrink_to_fit();
    }

    /// The story of the exchange that a message belongs to.
    pub fn of(&self, envelope: &Envelope<'_>) -> Option<&Story> {
        if envelope.cause.is_some() {
            return None;
        }
        let opens = envelope.exchange?;
        let own = envelope.request.unwrap_or(envelope.place);
        self.get(own).or_else(|| self.get(opens))
    }

    fn get(&self, place: Place) -> Option<&Story> {
        let at = self.all.binary_search_by_key(&key(place), |(key, _)| *key);
        at.ok().and_then(|at| self.all.get(at)).map(|(_, s)| s)
    }
}

fn key(place: Place) -> (u64, u32) {
    (place.frame, place.message)
}
