//! Reading an input more than once: to tell the byte order, for names that are told late, for what
//! comes of requests.

use super::{Input, Item, NO_VOTE, VOTERS};
use crate::{Capture, Event};
use netlink_dissector::context::Context;
use netlink_dissector::envelope::Place;
use netlink_dissector::exchange::{Answers, State, Stories, announced};
use netlink_dissector::walk::NETLINK_GENERIC;
use netlink_dissector::wire::{ByteOrder, Messages, RawMessage, cooked, plausibility};
use std::collections::HashMap;
use std::ops::ControlFlow;
use std::sync::Arc;

impl<'t> Input<'t> {
    /// A second reader at the same place, which knows what this one knows; where the input is in memory or mapped.
    pub fn fork(&self) -> Option<Input<'t>> {
        Some(Input {
            capture: Some(Box::new(self.capture.as_ref()?.fork()?)),
            twice: self.twice,
            path: self.path.clone(),
            file: self.file,
            sources: self.sources.clone(),
            archs: self.archs.clone(),
            section_notes: self.section_notes.clone(),
            notes: self.notes.clone(),
            note_bytes: self.note_bytes,
            comments: self.comments.clone(),
            note: self.note.clone(),
            dropped: self.dropped.clone(),
            stories: self.stories.clone(),
            given: self.given.clone(),
            wanted: self.wanted,
            tables: self.tables,
            report: self.report.clone(),
            several: self.several,
            vote: self.vote,
            looked_ahead: self.looked_ahead,
            skipped: self.skipped.clone(),
            short: self.short,
            netlink: self.netlink,
            foretold: self.foretold.clone(),
            damaged: self.damaged,
            damages: self.damages,
            forgotten: self.forgotten,
        })
    }

    /// A second reader at the same place, which knows of sources what another one knows, where that knows more.
    pub fn fork_knowing(&self, other: &Input<'t>) -> Option<Input<'t>> {
        let mut input = self.fork()?;
        for (key, source) in &other.sources {
            input.sources.insert(*key, source.clone());
        }
        Some(input)
    }

    /// A second reader, at the start, that knows nothing yet and reports nothing; none where the input cannot be
    /// read twice.
    pub fn again(&self) -> Option<Input<'t>> {
        let capture = match self.capture.as_ref().and_then(|c| c.fork()) {
            Some(mut capture) => {
                capture.rewind().ok()?;
                capture
            }
            None if self.rereadable() => Capture::open(&self.path).ok()?,
            None => return None,
        };
        let (path, given) = (self.path.clone(), &self.given);
        let report = Arc::new(|_: &str| {});
        let mut again = Input::bare(capture, path, self.file, self.tables, given, report);
        again.vote = self.vote;
        again.stories.clone_from(&self.stories);
        Some(again)
    }

    /// Whether the input can be read twice.
    pub fn rereadable(&self) -> bool {
        self.twice && self.path.as_os_str() != "-"
    }

    /// Reads all of the file to know ahead what came of each request; `listen` is handed each answer, to keep of it
    /// what is asked. Whether that could be done; not where `go_on` said no before a frame.
    pub fn foresee(
        &mut self,
        mut listen: impl FnMut(&RawMessage<'_>, &Context<'_>, &mut Answers),
        mut go_on: impl FnMut() -> bool,
    ) -> bool {
        let Some(mut again) = self.again() else {
            return false;
        };
        let mut stories = Stories::default();
        let mut answers: HashMap<Place, Answers> = HashMap::new();
        let mut data = Vec::new();
        let mut take = |state: &mut State<'_>, answers: &mut HashMap<Place, Answers>| {
            while let Some(x) = state.retired() {
                stories.add(&x, |place| answers.remove(&place).unwrap_or_default());
            }
        };
        while let Some(held) = again.next(&mut data) {
            if !go_on() {
                return false;
            }
            again.source(&held, &data).state.follow();
            again.items(&held, &data, |item, envelope, ctx| {
                if let (Some(request), Item::Message(message, _)) = (envelope.request, item) {
                    let answers = answers.entry(request).or_default();
                    answers.count();
                    listen(message, ctx, answers);
                }
                ControlFlow::Continue(())
            });
            take(&mut again.source(&held, &data).state, &mut answers);
        }
        for (_, source) in again.sources() {
            source.state.finish();
            take(&mut source.state, &mut answers);
        }
        stories.finish();
        self.stories = Some(Arc::new(stories));
        true
    }

    /// Looks at the first frames to tell the byte order, where the input can be read twice.
    pub(super) fn take_vote(&mut self) {
        let Some(capture) = self.capture.as_mut().filter(|_| self.twice) else {
            return;
        };
        let (mut little, mut big, mut voters) = (0, 0, 0);
        while let Some(event) = capture.next() {
            let Event::Frame(frame) = event else {
                continue;
            };
            let Some((header, data)) = cooked(frame.link_type, frame.data) else {
                continue;
            };
            if !NO_VOTE.contains(&header.protocol) {
                little += plausibility(data, ByteOrder::Little);
                big += plausibility(data, ByteOrder::Big);
                voters += 1;
            }
            if voters == VOTERS {
                break;
            }
        }
        self.vote = match little.cmp(&big) {
            std::cmp::Ordering::Greater => Some(ByteOrder::Little),
            std::cmp::Ordering::Less => Some(ByteOrder::Big),
            std::cmp::Ordering::Equal => None,
        };
        if let Err(error) = capture.rewind() {
            self.say(&format!("{}: {error}", self.path.display()));
            self.damaged = true;
        }
    }

    /// Reads the rest of the file for the names of generic families that were used before a
    /// message told them. Once a file, and only where it can be read twice.
    pub fn look_ahead(&mut self) {
        if self.looked_ahead || !self.rereadable() {
            return;
        }
        self.looked_ahead = true;
        let Ok(mut again) = Capture::open(&self.path) else {
            return;
        };
        while let Some(event) = again.next() {
            let Event::Frame(frame) = event else {
                continue;
            };
            let Some((header, data)) = cooked(frame.link_type, frame.data) else {
                continue;
            };
            if header.protocol != NETLINK_GENERIC {
                continue;
            }
            let Some(source) = self.sources.get_mut(&(frame.section, frame.interface)) else {
                continue;
            };
            let order = source.state.order();
            for message in Messages::new(data, order) {
                if let Some((_, id, Some(name))) = announced(&message, order) {
                    source.state.foresee(id, name);
                }
            }
        }
    }
}
