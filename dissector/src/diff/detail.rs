//! What is shown of the messages that differ: read in a second pass over the captures.

use super::canon::Canon;
use super::compare::{Comparison, Difference};
use super::form::{Form, Tree};
use super::print::Thing;
use super::rules::Rules;
use super::survey::{Entry, what};
use crate::context::Context;
use crate::envelope::{Envelope, Place};
use crate::summary::Summary;
use crate::table::Family;
use crate::walk::{Span, resolve};
use crate::wire::RawMessage;
use std::collections::HashMap;

/// How many messages of a capture are told of at most; the others are shown by place only.
pub const MAX_TOLD: usize = 65_536;

/// What is told of a message.
#[derive(Clone, Debug)]
pub struct Detail {
    /// It in a line.
    pub summary: String,
    /// A generic netlink family or a subsystem.
    pub family: Option<String>,
    /// The name of nlmsg_type, or of the command of a generic family.
    pub name: String,
    /// It has a genlmsghdr.
    pub generic: bool,
    /// All of it, where that is wanted.
    pub form: Option<Form>,
}

/// The messages that are told of, by place.
pub type Details = HashMap<Place, Detail>;

/// Reads a capture a second time, for what is shown of the differences.
pub struct Teller<'r> {
    rules: &'r Rules,
    canon: Canon<'r, Tree<'r>>,
    summary: Summary,
    wanted: HashMap<Place, bool>,
    details: Details,
}

impl<'r> Teller<'r> {
    /// A reader of the first (0) or second (1) capture. `whole`: all of what only one has.
    pub fn new(
        comparison: &'r Comparison<'_>,
        side: usize,
        rules: &'r Rules,
        whole: bool,
        show_keys: bool,
    ) -> Teller<'r> {
        let mut wanted = HashMap::new();
        for difference in &comparison.differences {
            want(difference, side, whole, &mut wanted);
        }
        let tree = Tree::new(rules, &comparison.binding, side, show_keys);
        Teller {
            rules,
            canon: Canon::new(rules, tree),
            summary: Summary::new(),
            wanted,
            details: Details::new(),
        }
    }

    /// Whether all that is wanted was found.
    pub fn is_done(&self) -> bool {
        self.details.len() == self.wanted.len()
    }

    /// A message comes.
    pub fn message(
        &mut self,
        message: &RawMessage<'_>,
        envelope: &Envelope<'_>,
        ctx: &Context<'_>,
    ) {
        let Some(whole) = self.wanted.get(&envelope.place).copied() else {
            return;
        };
        let summary = self.summary.message(message, ctx).to_owned();
        let resolved = resolve(message, ctx);
        let generic = resolved.generic.is_some();
        self.tell(
            Thing::Message(message, &resolved),
            envelope,
            ctx,
            (summary, generic, whole),
        );
    }

    /// A frame comes that has no nlmsghdr.
    pub fn datagram(
        &mut self,
        family: &Family,
        frame: Span<'_>,
        envelope: &Envelope<'_>,
        ctx: &Context<'_>,
    ) {
        if let Some(whole) = self.wanted.get(&envelope.place).copied() {
            let summary = self.summary.datagram(family, frame, ctx).to_owned();
            self.tell(
                Thing::Datagram(family, frame),
                envelope,
                ctx,
                (summary, false, whole),
            );
        }
    }

    /// A frame comes in which no message can be read.
    pub fn no_message(&mut self, frame: Span<'_>, envelope: &Envelope<'_>, ctx: &Context<'_>) {
        if let Some(whole) = self.wanted.get(&envelope.place).copied() {
            let summary = "no message can be read".to_owned();
            self.tell(
                Thing::Nothing(frame),
                envelope,
                ctx,
                (summary, false, whole),
            );
        }
    }

    fn tell(
        &mut self,
        thing: Thing<'_, '_>,
        envelope: &Envelope<'_>,
        ctx: &Context<'_>,
        (summary, generic, whole): (String, bool, bool),
    ) {
        let form = whole.then(|| {
            thing.canonical(self.rules, ctx, what(envelope), &mut self.canon);
            self.canon.build.take()
        });
        let (family, name) = thing.names();
        let detail = Detail {
            summary,
            family: family.map(str::to_owned),
            name,
            generic,
            form,
        };
        self.details.insert(envelope.place, detail);
    }

    /// What was told.
    pub fn finish(self) -> Details {
        self.details
    }
}

fn want(difference: &Difference<'_>, side: usize, whole: bool, wanted: &mut HashMap<Place, bool>) {
    let both = difference.a.is_some() && difference.b.is_some();
    let entry: Option<&Entry> = match side {
        0 => difference.a,
        _ => difference.b,
    };
    if let Some(entry) = entry
        && wanted.len() < MAX_TOLD
    {
        let form = if both { difference.message } else { whole };
        wanted.insert(entry.place, form);
        let members = entry.came.iter().flat_map(|came| &came.members);
        if !both {
            // of a transaction that only one has, its messages
            for member in members.take(MAX_TOLD - wanted.len()) {
                wanted.insert(member.place, whole);
            }
        }
    }
    let inside = difference.members.iter().chain(&difference.replies);
    inside.for_each(|inside| want(inside, side, whole, wanted));
}
