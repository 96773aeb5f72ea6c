//! What a frame consists of: its messages, each with what is known of it.

use super::{Held, Input};
use netlink_dissector::context::Context;
use netlink_dissector::envelope::{Envelope, Place, Time};
use netlink_dissector::exchange::{Facts, State, Stories, Told};
use netlink_dissector::families::nlctrl::GENL_ID_CTRL;
use netlink_dissector::filter::Matcher;
use netlink_dissector::sink::Sink;
use netlink_dissector::sink::fields::Fields;
use netlink_dissector::summary::Summary;
use netlink_dissector::table::Family;
use netlink_dissector::walk::{NETLINK_GENERIC, Span, walk, walk_datagram, walk_no_message};
use netlink_dissector::wire::{Messages, RawMessage};
use std::ops::ControlFlow;

/// What a walk is given.
#[derive(Clone, Copy)]
pub enum Item<'a, 'm> {
    /// A message, and what no message of the frame claims, with its last one.
    Message(&'m RawMessage<'a>, Option<Span<'a>>),
    /// A frame without an nlmsghdr, by design.
    Datagram(&'m Family, Span<'a>),
    /// A frame in which no message can be read.
    Nothing(Span<'a>),
}

impl<'a> Item<'a, '_> {
    /// Walks it.
    pub fn walk<S: Sink + ?Sized>(self, ctx: &Context<'_>, sink: &mut S) {
        match self {
            Item::Message(message, rest) => walk(message, rest, ctx, sink),
            Item::Datagram(family, frame) => walk_datagram(family, frame, ctx, sink),
            Item::Nothing(frame) => walk_no_message(frame, ctx, sink),
        }
    }

    /// Writes its columns.
    pub fn columns(self, fields: &mut Fields, envelope: &Envelope<'_>, ctx: &Context<'_>) {
        match self {
            Item::Message(message, rest) => fields.message(message, rest, envelope, ctx),
            Item::Datagram(family, frame) => fields.datagram(family, frame, envelope, ctx),
            Item::Nothing(frame) => fields.no_message(frame, envelope, ctx),
        }
    }

    /// What it says, in one line.
    pub fn summary<'s>(self, summary: &'s mut Summary, ctx: &Context<'_>) -> &'s str {
        match self {
            Item::Message(message, _) => summary.message(message, ctx),
            Item::Datagram(family, frame) => summary.datagram(family, frame, ctx),
            Item::Nothing(_) => "",
        }
    }

    /// Whether a filter lets it through.
    pub fn matches(
        self,
        matcher: &mut Matcher<'_>,
        envelope: &Envelope<'_>,
        ctx: &Context<'_>,
    ) -> bool {
        match self {
            Item::Message(message, rest) => matcher.message(message, rest, envelope, ctx),
            Item::Datagram(family, frame) => matcher.datagram(family, frame, envelope, ctx),
            Item::Nothing(frame) => matcher.no_message(frame, envelope, ctx),
        }
    }

    /// Its bytes, without what no message claims.
    pub fn bytes(self) -> Span<'a> {
        match self {
            Item::Message(message, _) => Span::new(message.data, message.offset),
            Item::Datagram(_, frame) | Item::Nothing(frame) => frame,
        }
    }
}

/// An item that was learnt from just now.
pub(super) struct Seen<'s, 'a, 'm, 't> {
    pub item: Item<'a, 'm>,
    pub place: Place,
    pub interface: Option<u32>,
    pub time: Option<Time>,
    pub protocol: u16,
    /// What the source knows by now.
    pub state: &'s State<'t>,
    pub told: What<'s>,
    pub stories: Option<&'s Stories>,
}

/// What the source told of an item.
#[derive(Clone, Copy)]
pub(super) enum What<'s> {
    Message(&'s Facts),
    Frame(&'s Told),
}

impl<'s> Seen<'s, '_, '_, '_> {
    /// The bytes of the request that it answers.
    pub fn request(&self) -> Option<RawMessage<'s>> {
        match self.told {
            What::Message(facts) => self.state.request(facts),
            What::Frame(_) => None,
        }
    }

    /// Whether it is wanted, where that is asked of messages.
    pub fn is_wanted(&self, mut wants: impl FnMut(&RawMessage<'_>, &Context<'_>) -> bool) -> bool {
        match (self.told, self.item) {
            (What::Message(facts), Item::Message(message, _)) => {
                let ctx = Context {
                    direction: facts.direction,
                    ..self.state.context(self.protocol)
                };
                wants(message, &ctx)
            }
            _ => true,
        }
    }

    /// What is known of it, but for where and when it was captured.
    #[inline]
    fn known(&self) -> Envelope<'_> {
        match (self.told, self.item) {
            (What::Message(facts), Item::Message(message, _)) => {
                let nlmsg_type = message.header.nlmsg_type;
                self.state.envelope(self.protocol, nlmsg_type, facts)
            }
            (What::Message(_), _) => Envelope::default(),
            (What::Frame(told), _) => told.frame(self.protocol),
        }
    }

    fn context(&self, envelope: &Envelope<'_>) -> Context<'s> {
        Context {
            direction: envelope.direction,
            request: self.request(),
            ..self.state.learnt().context(self.protocol)
        }
    }
}

impl Item<'_, '_> {
    /// Adds to what is known of it where and when it was captured.
    #[inline]
    pub(super) fn place<'e>(
        self,
        envelope: &mut Envelope<'e>,
        (place, interface, time): (Place, Option<u32>, Option<Time>),
        stories: Option<&'e Stories>,
    ) {
        envelope.place = place;
        envelope.interface = interface;
        envelope.time = time;
        envelope.no_message = matches!(self, Item::Nothing(_));
        if matches!(self, Item::Message(..)) {
            envelope.story = stories.and_then(|all| all.of(envelope));
        }
    }
}

impl<'t> Input<'t> {
    /// What a frame consists of, in its order; each is learnt from before it is handed out. Ends early where `each`
    /// says so.
    pub fn items(
        &mut self,
        held: &Held,
        data: &[u8],
        mut each: impl FnMut(Item<'_, '_>, &Envelope<'_>, &Context<'_>) -> ControlFlow<()>,
    ) {
        self.observe(held, data, |seen| {
            let mut envelope = seen.known();
            let at = (seen.place, seen.interface, seen.time);
            seen.item.place(&mut envelope, at, seen.stories);
            each(seen.item, &envelope, &seen.context(&envelope))
        });
    }

    /// Learns from what a frame consists of, for who asks nothing of its items.
    pub fn learn(&mut self, held: &Held, data: &[u8]) {
        self.observe(held, data, |_| ControlFlow::Continue(()));
    }

    /// Learns from what a frame consists of, and hands it out.
    #[inline]
    pub(super) fn observe(
        &mut self,
        held: &Held,
        data: &[u8],
        mut each: impl FnMut(Seen<'_, '_, '_, 't>) -> ControlFlow<()>,
    ) {
        let tables = self.tables;
        self.recall(held, data);
        if let Some(family) = tables.datagram(held.protocol) {
            self.single(held, data, Item::Datagram(family, Span::new(data, 0)), each);
            return;
        }
        let note = self.note(held).cloned();
        let stories = self.stories.clone();
        let state = &mut self.source(held, data).state;
        state.begin_frame(held.time);
        if let Some(note) = note {
            state.note(note);
        }
        let mut messages = Messages::of(held.protocol, data, state.order());
        let Some(mut message) = messages.next() else {
            self.single(held, data, Item::Nothing(Span::new(data, 0)), each);
            return;
        };
        let interface = self.interface(held);
        for number in 0.. {
            let next = messages.next();
            let rest = next.is_none().then(|| messages.rest());
            let rest = rest.map(|rest| Span::new(rest, messages.offset()));
            let place = self.place(held, number);
            let nlmsg_type = message.header.nlmsg_type;
            if held.protocol == NETLINK_GENERIC
                && nlmsg_type > GENL_ID_CTRL
                && self
                    .source(held, data)
                    .state
                    .learnt()
                    .is_unknown(nlmsg_type)
            {
                self.look_ahead();
            }
            let Some(source) = self.sources.get_mut(&held.source) else {
                return;
            };
            let facts = source.state.observe(held.protocol, &message, place);
            let seen = Seen {
                item: Item::Message(&message, rest),
                place,
                interface,
                time: held.time,
                protocol: held.protocol,
                state: &source.state,
                told: What::Message(&facts),
                stories: stories.as_deref(),
            };
            if each(seen).is_break() {
                return;
            }
            match next {
                Some(following) => message = following,
                None => return,
            }
        }
    }

    /// A frame that is one item without an nlmsghdr.
    fn single(
        &mut self,
        held: &Held,
        data: &[u8],
        item: Item<'_, '_>,
        mut each: impl FnMut(Seen<'_, '_, '_, 't>) -> ControlFlow<()>,
    ) {
        let place = self.place(held, 0);
        let interface = self.interface(held);
        let note = self.note(held).cloned();
        let source = self.source(held, data);
        let told = source.state.see_frame(held.protocol, note.as_ref());
        let _ = each(Seen {
            item,
            place,
            interface,
            time: held.time,
            protocol: held.protocol,
            state: &source.state,
            told: What::Frame(&told),
            stories: None,
        });
    }
}
