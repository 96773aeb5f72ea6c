//! What requests ask, in a line, kept until it is known what came of them.

use crate::parallel::Work;
use netlink_capture::netlink::{Batch, Item, Retired};
use netlink_dissector::context::Context;
use netlink_dissector::envelope::{Envelope, Place};
use netlink_dissector::filter::{Filter, Matcher};
use netlink_dissector::hash::QuickMap;
use netlink_dissector::summary::Summary;
use std::ops::ControlFlow;

/// Looks at messages for what they ask, and whether they match.
pub struct Asking<'f> {
    filter: Option<Matcher<'f>>,
    summary: Summary,
    /// Requests are counted: lines of them are not needed.
    counts: bool,
}

/// What a message says of a request.
pub enum Said {
    /// It is one.
    Asks(Place, Request),
    /// It answers one, and matches.
    Answers(Place),
}

/// A request that has not retired.
pub struct Request {
    pub summary: Box<str>,
    /// It or an answer to it matches the filter.
    pub matches: bool,
}

impl<'f> Asking<'f> {
    /// Who looks for messages of a filter.
    pub fn new(filter: Option<&'f Filter<'_>>, counts: bool) -> Asking<'f> {
        Asking {
            filter: filter.map(Matcher::new),
            summary: Summary::new(),
            counts,
        }
    }

    /// Whether a message matches, and what it says of a request.
    pub fn hear(
        &mut self,
        item: Item<'_, '_>,
        envelope: &Envelope<'_>,
        ctx: &Context<'_>,
    ) -> (bool, Option<Said>) {
        let matches = |filter: &mut Matcher<'_>| item.matches(filter, envelope, ctx);
        let matches = self.filter.as_mut().is_none_or(matches);
        let said = match item {
            Item::Message(message, _) if envelope.asks(message) => {
                let line = match self.counts {
                    true => "",
                    false => self.summary.message(message, ctx),
                };
                let summary = line.into();
                Some(Said::Asks(envelope.place, Request { summary, matches }))
            }
            Item::Message(..) if matches && self.filter.is_some() => {
                envelope.request.map(Said::Answers)
            }
            _ => None,
        };
        (matches, said)
    }
}

/// The requests that have not retired. Places of several interfaces never meet: frames are counted
/// through the file.
#[derive(Default)]
pub struct Asked(QuickMap<Place, Request>);

impl Asked {
    /// A message said something of a request.
    pub fn hear(&mut self, said: Said) {
        match said {
            Said::Asks(place, request) => {
                self.0.insert(place, request);
            }
            Said::Answers(place) => {
                if let Some(request) = self.0.get_mut(&place) {
                    request.matches = true;
                }
            }
        }
    }

    /// A request that has not retired.
    pub fn get(&self, place: &Place) -> Option<&Request> {
        self.0.get(place)
    }

    /// A request has retired.
    pub fn remove(&mut self, place: &Place) -> Option<Request> {
        self.0.remove(place)
    }
}

/// What the messages of a batch say of requests, and what came of those that retired.
pub struct Page<'t> {
    /// Each with the number of its message in the batch.
    pub said: Vec<(usize, Said)>,
    pub retired: Vec<Retired<'t>>,
}

impl<'t> Work<'t> for Asking<'_> {
    const FOLLOWS: bool = true;
    type Page = Page<'t>;

    fn page(&mut self, batch: &mut Batch<'t>) -> Option<Page<'t>> {
        let (mut said, mut number) = (Vec::new(), 0);
        batch.items(|item, envelope, ctx| {
            let (_, of_it) = self.hear(item, envelope, ctx);
            said.extend(of_it.map(|of_it| (number, of_it)));
            number += 1;
            ControlFlow::Continue(())
        });
        let retired = batch.retired();
        Some(Page { said, retired })
    }
}
