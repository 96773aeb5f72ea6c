//! Texts of the messages of a batch.

use crate::parallel::Work;
use crate::render::{Page, Renderer};
use crate::selection::Selection;
use netlink_capture::netlink::Batch;
use netlink_dissector::context::Context;
use netlink_dissector::filter::Matcher;
use netlink_dissector::wire::RawMessage;
use std::ops::ControlFlow;

/// What makes them: which messages are wanted, and what of each.
pub struct Decoder<'f> {
    pub selection: Selection,
    pub filter: Option<Matcher<'f>>,
    pub renderer: Renderer,
}

impl<'t> Work<'t> for Decoder<'_> {
    type Page = Page;

    fn wants(&mut self, message: &RawMessage<'_>, ctx: &Context<'_>) -> bool {
        let filter = self.filter.as_mut();
        filter.is_none_or(|filter| filter.glance(message, ctx) != Some(false))
    }

    fn page(&mut self, batch: &mut Batch<'t>) -> Option<Page> {
        let mut page = Page::default();
        let mut fits = true;
        batch.items(|item, envelope, ctx| {
            let matches = |filter: &mut Matcher<'_>| item.matches(filter, envelope, ctx);
            if self.selection.has(&envelope.place) && self.filter.as_mut().is_none_or(matches) {
                fits = self.renderer.add(&mut page, item, envelope, ctx);
            }
            match fits {
                true => ControlFlow::Continue(()),
                false => ControlFlow::Break(()),
            }
        });
        self.renderer.end(&mut page);
        fits.then_some(page)
    }
}
