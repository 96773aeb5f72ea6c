//! Conditions on other messages than the one at hand, the request that it answers and the
//! answers to it, and on its summary.

use super::names::near;
use super::parse::Word;
use super::paths::Paths;
use super::run::Known;
use super::{Error, Filter, Matcher, Needs, On, Query, Tree};
use crate::context::Context;
use crate::envelope::Envelope;
use crate::exchange::Answers;
use crate::sink::Value;
use crate::summary::Summary;
use crate::table::Family;
use crate::walk::Span;
use crate::wire::RawMessage;
use std::fmt;

/// How many conditions on answers a filter has at most: a bit each.
const MAX_REPLY: usize = 64;

/// What a summary needs.
pub(super) const SUMMARY: Needs = Needs {
    exchange: true,
    interfaces: true,
    diagnostics: false,
    request: true,
    outcome: false,
    ahead: false,
};

/// What a condition on the request needs.
pub(super) const REQUEST: Needs = Needs {
    interfaces: false,
    ..SUMMARY
};

/// Another message than the one at hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scope {
    /// The request that it answers.
    Request,
    /// The answers to it.
    Reply,
}

impl Scope {
    const ALL: [(&'static str, Scope); 2] =
        [("request.", Scope::Request), ("reply.", Scope::Reply)];

    /// The other message that a field is of, and the field there.
    pub(super) fn of<'w>(field: &Word<'w>) -> Option<(Scope, Word<'w>)> {
        let (scope, rest) = Scope::split(field.text)?;
        let span = (field.span.1 - rest.len(), field.span.1);
        let word = Word {
            text: rest,
            span,
            ..*field
        };
        Some((scope, word))
    }

    /// The same of a bare name.
    pub(crate) fn split(field: &str) -> Option<(Scope, &str)> {
        if super::is_taken(field) {
            return None;
        }
        let found = |(prefix, scope): &(&str, Scope)| Some((*scope, field.strip_prefix(prefix)?));
        Scope::ALL.iter().find_map(found)
    }

    /// Where a query takes its answer from that is the other message's nth.
    pub(super) fn on(self, at: usize) -> Option<On> {
        match self {
            Scope::Request => Some(On::Request(at)),
            Scope::Reply => (at < MAX_REPLY).then_some(On::Reply(at)),
        }
    }

    /// An error that tells of the parts that the place of a request has, too.
    pub(super) fn also(self, field: &Word<'_>, error: Error) -> Error {
        if self == Scope::Reply {
            return error;
        }
        let parts = super::facts::names().filter_map(|n| n.strip_prefix("request."));
        let rest = field.text.strip_prefix("request.").unwrap_or(field.text);
        let own = near(parts, rest).into_iter();
        let mut names: Vec<String> = own.map(|part| format!("request.{part}")).collect();
        names.extend(error.nearest.iter().cloned());
        names.truncate(super::names::OFFERED);
        error.nearest(names)
    }
}

/// What is asked of one message.
#[derive(Debug, Default)]
pub(super) struct Part {
    pub(super) queries: Vec<Query>,
    pub(super) paths: Paths,
}

/// A tree that is known as soon as all queries are.
pub(super) fn all(part: &Part) -> Option<Tree> {
    let either = |at| Tree::Any(vec![Tree::Test(at), Tree::Not(Box::new(Tree::Test(at)))]);
    let all: Vec<Tree> = (0..part.queries.len()).map(either).collect();
    (!all.is_empty()).then_some(Tree::All(all))
}

/// What a matcher needs for other messages.
pub(super) struct Others<'f> {
    request: Option<Box<Matcher<'f>>>,
    summary: Option<Box<Summary>>,
}

impl fmt::Debug for Others<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Others").finish_non_exhaustive()
    }
}

impl<'f> Others<'f> {
    pub(super) fn new(filter: &'f Filter<'_>) -> Others<'f> {
        let summary = filter.queries.iter().any(|q| matches!(q.on, On::Summary));
        let request = filter.request.as_deref();
        Others {
            request: request.map(|f| Box::new(Matcher::walking(f))),
            summary: summary.then(|| Box::new(Summary::new())),
        }
    }
}

/// What a summary is made of.
#[derive(Clone, Copy)]
pub(super) enum Told<'m, 'a> {
    Message(&'m RawMessage<'a>),
    Datagram(&'m Family, Span<'m>),
}

impl Matcher<'_> {
    /// Asks what is behind the message itself, once its walk has not decided.
    pub(super) fn ask_others(&mut self, told: Told<'_, '_>, ctx: &Context<'_>) {
        let filter = self.filter;
        if let (Some(request), Some(matcher)) = (&ctx.request, &mut self.others.request) {
            let ctx = ctx.of_request();
            matcher.message(request, None, &Envelope::default(), &ctx);
            for (query, known) in filter.queries.iter().zip(&mut self.known) {
                if let On::Request(at) = query.on {
                    *known = matcher.known.get(at).copied().unwrap_or(Known::Never);
                }
            }
            self.decide();
            if self.decided.is_some() {
                return;
            }
        }
        if let Some(summary) = &mut self.others.summary {
            let line = match told {
                Told::Message(message) => summary.message(message, ctx),
                Told::Datagram(family, frame) => summary.datagram(family, frame, ctx),
            };
            for (query, known) in filter.queries.iter().zip(&mut self.known) {
                if matches!(query.on, On::Summary) {
                    let line = Value::Text(line.as_bytes());
                    super::run::take(&query.condition, known, &line);
                }
            }
        }
    }
}

/// What was found in the answers to a request, for a query.
pub(super) fn answered(answers: Option<&Answers>, at: usize) -> Known {
    let bit = 1u64.checked_shl(at as u32).unwrap_or(0);
    match answers {
        Some(answers) if answers.fits & bit != 0 => Known::Fits,
        Some(answers) if answers.seen & bit != 0 => Known::Misses,
        _ => Known::Never,
    }
}

/// Asks what a filter wants to know of answers, while a capture is read ahead.
#[derive(Debug)]
pub struct Hearing<'f>(Matcher<'f>);

impl<'f> Hearing<'f> {
    /// None where the filter asks nothing of answers.
    pub fn new(filter: &'f Filter<'_>) -> Option<Hearing<'f>> {
        let reply = filter.reply.as_deref()?;
        Some(Hearing(Matcher::walking(reply)))
    }

    /// An answer comes.
    pub fn hear(&mut self, message: &RawMessage<'_>, ctx: &Context<'_>, answers: &mut Answers) {
        let matcher = &mut self.0;
        matcher.message(message, None, &Envelope::default(), ctx);
        for (known, shift) in matcher.known.iter().zip(0..) {
            let bit = 1u64.checked_shl(shift).unwrap_or(0);
            match known {
                Known::Fits => answers.fits |= bit,
                Known::Seen | Known::Misses => answers.seen |= bit,
                Known::Nothing | Known::Never => {}
            }
        }
    }
}
