//! Messages that a filter lets through, and no more than that: where their bytes alone tell it, nothing else is asked.

use crate::netlink::{Held, Input, Item};
use netlink_dissector::envelope::Place;
use netlink_dissector::filter::Matcher;
use netlink_dissector::wire::Messages;
use std::ops::ControlFlow;

impl Input<'_> {
    /// Hands out the bytes of those messages of a frame that `has` wants and a filter lets through: those for which
    /// [`Input::items`] would ask the same of the filter. Frames in which no message can be read are left out. Ends
    /// early where `each` says so.
    pub fn matching(
        &mut self,
        held: &Held,
        data: &[u8],
        mut matcher: Option<&mut Matcher<'_>>,
        has: impl Fn(&Place) -> bool,
        mut each: impl FnMut(&[u8]) -> ControlFlow<()>,
    ) {
        let tables = self.tables();
        let mut place = self.place(held, 0);
        if tables.datagram(held.protocol).is_none()
            && let Some(source) = self.told(held)
            && source.state.is_idle(held.protocol)
        {
            let state = &mut source.state;
            let teaching = state.teaching(held.protocol);
            let mut messages = Messages::of(held.protocol, data, state.order());
            loop {
                let ctx = state.context(held.protocol);
                let met = match &mut matcher {
                    Some(matcher) => {
                        matcher.pass(&mut messages, &mut place.message, teaching, &ctx)
                    }
                    None => messages.next().map(|message| (message, Some(true))),
                };
                let Some((message, mut answer)) = met else {
                    return;
                };
                if Some(message.header.nlmsg_type) == teaching {
                    state.learn(held.protocol, &message);
                    let ctx = state.context(held.protocol);
                    answer = match &mut matcher {
                        Some(matcher) => matcher.glance(&message, &ctx),
                        None => answer,
                    };
                }
                match answer {
                    Some(false) => {}
                    _ if !has(&place) => {}
                    Some(true) if each(message.data).is_break() => return,
                    Some(true) => {}
                    None => break,
                }
                place.message += 1;
            }
        }
        let from = place.message;
        // from here on with all that is known
        self.items(held, data, |item, envelope, ctx| {
            let place = &envelope.place;
            let wanted = place.message >= from
                && has(place)
                && matcher
                    .as_mut()
                    .is_none_or(|matcher| item.matches(matcher, envelope, ctx));
            match item {
                Item::Nothing(_) => ControlFlow::Continue(()),
                item if wanted => each(item.bytes().data),
                _ => ControlFlow::Continue(()),
            }
        });
    }
}
