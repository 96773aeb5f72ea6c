//! A capture as fingerprints: each exchange and notification a few numbers and a place.

use super::Level;
use super::canon::What;
use super::names::Known;
use super::print::{Print, Printer, Thing};
use super::rules::{Rules, mix};
use crate::context::{Context, Direction};
use crate::envelope::{Envelope, Place};
use crate::exchange::{Exchange, Outcome, Probe, Refusal};
use crate::table::Family;
use crate::walk::{Span, resolve};
use crate::wire::RawMessage;
use std::collections::HashMap;

const NETLINK_NETFILTER: u16 = 12;
const NFNL_MSG_BATCH_END: u16 = 0x11;

/// What came of a request.
#[derive(Clone, Debug)]
pub struct Came {
    /// In a word.
    pub outcome: Outcome,
    /// The error, negative; 0 where there is none.
    pub error: i32,
    /// What the kernel said of it.
    pub refusal: Option<Box<Refusal>>,
    /// The rule by which it is a mere question whether the kernel knows something.
    pub probe: Option<&'static Probe>,
    /// The messages that answered it.
    pub replies: Vec<Entry>,
    /// The messages of a transaction.
    pub members: Vec<Entry>,
}

/// A message of a capture: a request with what came of it, a message of a transaction, a reply,
/// or a notification.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Where it stands.
    pub place: Place,
    /// NETLINK_*.
    pub protocol: u16,
    /// What came of it, where it is a request.
    pub came: Option<Box<Came>>,
    pub(super) print: Print,
    /// What it is compared with: requests of a protocol, or notifications of a family.
    pub(super) stream: u64,
}

impl Entry {
    pub(super) fn settle(&mut self, numbers: &[u64]) {
        self.print.settle(numbers);
        if let Some(came) = &mut self.came {
            came.replies
                .iter_mut()
                .for_each(|reply| reply.settle(numbers));
            came.members
                .iter_mut()
                .for_each(|member| member.settle(numbers));
            let whole = self.print.whole;
            let members = came.members.iter();
            self.print.whole = members.fold(whole, |sum, member| mix(sum, member.print.whole));
        }
    }

    /// Messages that are members or replies of it.
    pub(super) fn parts(&self) -> (&[Entry], &[Entry]) {
        let came = self.came.as_deref();
        came.map_or((&[], &[]), |came| (&came.members, &came.replies))
    }
}

/// A capture as fingerprints.
#[derive(Debug)]
pub struct Survey {
    /// Exchanges and notifications, in the order of the capture.
    pub entries: Vec<Entry>,
    pub(super) known: Known,
}

struct Asked {
    print: Print,
    replies: Vec<Entry>,
    matches: bool,
}

/// Reads a capture to fingerprints.
pub struct Surveyor<'r> {
    rules: &'r Rules,
    level: Level,
    printer: Printer<'r>,
    asked: HashMap<Place, Asked>,
    entries: Vec<Entry>,
}

impl<'r> Surveyor<'r> {
    /// A reader that takes what a level of detail needs.
    pub fn new(rules: &'r Rules, level: Level) -> Surveyor<'r> {
        Surveyor {
            rules,
            level,
            printer: Printer::new(rules),
            asked: HashMap::new(),
            entries: Vec::new(),
        }
    }

    /// A message comes, in the order of the capture; `wanted` says whether a filter lets it
    /// through. An exchange counts where it lets any of its messages through.
    pub fn message(
        &mut self,
        message: &RawMessage<'_>,
        envelope: &Envelope<'_>,
        ctx: &Context<'_>,
        wanted: bool,
    ) {
        if envelope.copy_of.is_some() {
            return;
        }
        let resolved = resolve(message, ctx);
        let thing = Thing::Message(message, &resolved);
        let place = envelope.place;
        if envelope.asks(message) {
            let ends_batch = ctx.protocol == NETLINK_NETFILTER
                && message.header.nlmsg_type == NFNL_MSG_BATCH_END;
            if !ends_batch {
                let print = self.printer.print(thing, ctx, what(envelope));
                let asked = Asked {
                    print,
                    replies: Vec::new(),
                    matches: wanted,
                };
                self.asked.insert(place, asked);
            }
        } else if let Some(request) = &envelope.request {
            let Some(asked) = self.asked.get_mut(request) else {
                return;
            };
            asked.matches |= wanted;
            if self.level == Level::Replies && !resolved.control {
                let print = self.printer.print(thing, ctx, what(envelope));
                asked.replies.push(alone(place, ctx.protocol, print, 0));
            }
        } else if wanted && self.level == Level::Replies && !resolved.control {
            self.notification(thing, envelope, ctx);
        }
    }

    /// A frame comes that has no nlmsghdr.
    pub fn datagram(
        &mut self,
        family: &Family,
        frame: Span<'_>,
        envelope: &Envelope<'_>,
        ctx: &Context<'_>,
        wanted: bool,
    ) {
        if wanted && self.level == Level::Replies {
            self.notification(Thing::Datagram(family, frame), envelope, ctx);
        }
    }

    /// A frame comes in which no message can be read.
    pub fn no_message(
        &mut self,
        frame: Span<'_>,
        envelope: &Envelope<'_>,
        ctx: &Context<'_>,
        wanted: bool,
    ) {
        if wanted && self.level == Level::Replies {
            self.notification(Thing::Nothing(frame), envelope, ctx);
        }
    }

    fn notification(&mut self, thing: Thing<'_, '_>, envelope: &Envelope<'_>, ctx: &Context<'_>) {
        let print = self.printer.print(thing, ctx, what(envelope));
        let stream = self.rules.hash(&(true, ctx.protocol, thing.names().0));
        self.entries
            .push(alone(envelope.place, ctx.protocol, print, stream));
    }

    /// It is known what came of a request.
    pub fn retired(&mut self, exchange: &Exchange<'_>) {
        let Some(asked) = self.asked.remove(&exchange.place) else {
            return;
        };
        let protocol = exchange.protocol;
        let stream = self.rules.hash(&(false, protocol, None::<&str>));
        let mut matches = asked.matches;
        let mut members = Vec::with_capacity(exchange.members.len());
        for member in &exchange.members {
            let Some(asked) = self.asked.remove(&member.place) else {
                continue;
            };
            matches |= asked.matches;
            members.push(Entry {
                place: member.place,
                protocol,
                print: asked.print,
                stream,
                came: Some(Box::new(Came {
                    outcome: member.outcome,
                    error: member.error,
                    refusal: member.refusal.clone(),
                    probe: None,
                    replies: asked.replies,
                    members: Vec::new(),
                })),
            });
        }
        if !matches {
            return;
        }
        let mut print = asked.print;
        if !members.is_empty() {
            // a transaction is like another that has the same messages
            let mut sketch: Vec<u32> = members.iter().map(|m| m.print.wild as u32).collect();
            sketch.sort_unstable();
            sketch.dedup();
            sketch.truncate(16);
            print.sketch = sketch.into();
        }
        self.entries.push(Entry {
            place: exchange.place,
            protocol,
            print,
            stream,
            came: Some(Box::new(Came {
                outcome: exchange.outcome,
                error: exchange.error,
                refusal: exchange.refusal.clone(),
                probe: exchange.probe,
                replies: asked.replies,
                members,
            })),
        });
    }

    /// The capture is over.
    pub fn finish(mut self) -> Survey {
        self.entries
            .sort_by_key(|entry| (entry.place.frame, entry.place.message));
        Survey {
            entries: self.entries,
            known: self.printer.finish(),
        }
    }
}

fn alone(place: Place, protocol: u16, print: Print, stream: u64) -> Entry {
    Entry {
        place,
        protocol,
        came: None,
        print,
        stream,
    }
}

/// What the canonical form of a message hangs on.
pub(super) fn what(envelope: &Envelope<'_>) -> What {
    What {
        from_kernel: envelope.direction != Some(Direction::ToKernel),
        answer: envelope.request.is_some(),
        ..What::default()
    }
}
