//! Frames with all that is known of them, apart from the input that they came from: one thread
//! reads and learns, others decode.

use super::items::{Seen, What};
use super::{Held, Input, Item};
use netlink_dissector::context::Context;
use netlink_dissector::envelope::{Envelope, Place};
use netlink_dissector::exchange::{Exchange, Learnt, Stories, Told};
use netlink_dissector::table::Tables;
use netlink_dissector::walk::Span;
use netlink_dissector::wire::{MessageHeader, Messages, RawMessage};
use std::ops::{ControlFlow, Range};
use std::sync::Arc;

/// A source of a file: section and interface.
type Key = (Option<u32>, (u32, u32));

/// Frames in their order, with what their sources tell of each message.
pub struct Batch<'t> {
    tables: &'t Tables,
    /// Bytes of frames and of requests that are answered.
    bytes: Vec<u8>,
    frames: Vec<Framed>,
    messages: Vec<Known<'t>>,
    /// The files that frames are of.
    files: Vec<Read>,
    /// Sources of which something was learnt is in here, and how often they were told something.
    begun: Vec<(Key, u64)>,
    /// How many sources the inputs have forgotten: one that begins anew is none that was in here.
    forgotten: u64,
    /// The request that was kept last.
    request: Option<Request>,
    /// What came of requests is asked for, and was told since the first frame.
    follows: bool,
    retired: Vec<Retired<'t>>,
}

/// What came of a request.
pub struct Retired<'t> {
    /// The request and all of it.
    pub exchange: Exchange<'t>,
    /// The interface, where the file has several.
    pub interface: Option<u32>,
    /// How many messages of the batch came before it was known.
    pub messages: usize,
}

/// A file that is read.
struct Read {
    file: Option<u32>,
    stories: Option<Arc<Stories>>,
    /// Names of interfaces are wanted.
    interfaces: bool,
}

struct Framed {
    held: Held,
    interface: Option<u32>,
    /// Which of the files it is of.
    file: usize,
    at: Range<usize>,
    /// How many messages it has.
    messages: usize,
}

/// What is known of a message.
struct Known<'t> {
    told: Told,
    request: Option<Request>,
    /// It may have taught something.
    taught: bool,
    /// All that its source has learnt by now, where the messages before do not tell.
    learnt: Option<Box<Learnt<'t>>>,
}

/// The request that a message answers.
#[derive(Clone)]
struct Request {
    offset: usize,
    header: MessageHeader,
    at: Range<usize>,
}

impl<'t> Batch<'t> {
    /// One without frames.
    pub fn new(tables: &'t Tables) -> Batch<'t> {
        Batch {
            tables,
            bytes: Vec::new(),
            frames: Vec::new(),
            messages: Vec::new(),
            files: Vec::new(),
            begun: Vec::new(),
            forgotten: 0,
            request: None,
            follows: false,
            retired: Vec::new(),
        }
    }

    /// What came of requests shall be told, by [`Batch::retired`].
    pub fn follow(&mut self) {
        self.follows = true;
    }

    /// Takes what came of requests up to its last frame, in the order in which they retired.
    pub fn retired(&mut self) -> Vec<Retired<'t>> {
        std::mem::take(&mut self.retired)
    }

    /// Bytes of its frames.
    pub fn len(&self) -> usize {
        self.bytes.len()
    }

    /// Whether it has no frames.
    pub fn is_empty(&self) -> bool {
        self.frames.is_empty()
    }

    /// How many messages it has, and frames without one.
    pub fn messages(&self) -> usize {
        self.messages.len()
    }

    /// Forgets its frames, to be used again.
    pub fn clear(&mut self) {
        self.bytes.clear();
        self.frames.clear();
        self.messages.clear();
        self.files.clear();
        self.begun.clear();
        self.request = None;
        self.retired.clear();
    }

    /// Learns from a frame and adds it.
    pub fn add(&mut self, input: &mut Input<'t>, held: &Held, data: &[u8]) {
        self.add_where(input, held, data, |_, _| true);
    }

    /// The same; a frame may be left out in which no message is wanted. `wants` is told of a message, and of no more of
    /// its context than [`Matcher::glance`](netlink_dissector::filter::Matcher::glance) asks for.
    pub fn add_where(
        &mut self,
        input: &mut Input<'t>,
        held: &Held,
        data: &[u8],
        mut wants: impl FnMut(&RawMessage<'_>, &Context<'_>) -> bool,
    ) {
        let at = self.keep(data);
        let before = self.messages.len();
        let file = self.file(input);
        let interface = input.interface(held);
        let key = (input.file, held.source);
        if self.follows {
            input.source(held, data).state.follow();
        }
        if self.forgotten != input.forgotten {
            self.forgotten = input.forgotten;
            self.begun.clear();
        }
        let mut wanted = self.follows;
        input.observe(held, data, |seen| {
            self.message(key, &seen);
            wanted = wanted || self.teaches() || seen.is_wanted(&mut wants);
            ControlFlow::Continue(())
        });
        if !wanted {
            self.bytes.truncate(at.start);
            self.messages.truncate(before);
            self.request = None;
            return;
        }
        self.frames.push(Framed {
            held: *held,
            interface,
            file,
            at,
            messages: self.messages.len() - before,
        });
        if self.follows {
            let messages = self.messages.len();
            let state = &mut input.source(held, data).state;
            while let Some(exchange) = state.retired() {
                self.retired.push(Retired {
                    exchange,
                    interface,
                    messages,
                });
            }
        }
    }

    fn keep(&mut self, bytes: &[u8]) -> Range<usize> {
        let from = self.bytes.len();
        self.bytes.extend_from_slice(bytes);
        from..self.bytes.len()
    }

    fn file(&mut self, input: &Input<'t>) -> usize {
        let known = self.files.iter().position(|f| f.file == input.file);
        known.unwrap_or_else(|| {
            self.files.push(Read {
                file: input.file,
                stories: input.stories.clone(),
                interfaces: input.wanted.interfaces,
            });
            self.files.len() - 1
        })
    }

    /// Whether something is learnt with the last message.
    fn teaches(&self) -> bool {
        let last = self.messages.last();
        last.is_some_and(|known| known.taught || known.learnt.is_some())
    }

    fn message(&mut self, key: Key, seen: &Seen<'_, '_, '_, 't>) {
        let learnt = seen.state.learnt();
        let begun = self.begun.iter_mut().find(|(of, _)| *of == key);
        let fresh = match begun {
            Some((_, told)) if *told == learnt.told() => false,
            Some((_, told)) => {
                *told = learnt.told();
                true
            }
            None => {
                self.begun.push((key, learnt.told()));
                true
            }
        };
        let request = seen.request().map(|request| self.request(&request));
        self.messages.push(Known {
            told: match seen.told {
                What::Message(facts) => seen.state.told(*facts),
                What::Frame(told) => told.clone(),
            },
            request,
            taught: seen.state.taught() && !fresh,
            learnt: fresh.then(|| Box::new(learnt.clone())),
        });
    }

    /// Keeps a request; that of many answers once.
    fn request(&mut self, request: &RawMessage<'_>) -> Request {
        let last = self.request.clone().filter(|last| {
            last.offset == request.offset && self.bytes.get(last.at.clone()) == Some(request.data)
        });
        last.unwrap_or_else(|| {
            let kept = Request {
                offset: request.offset,
                header: request.header,
                at: self.keep(request.data),
            };
            self.request = Some(kept.clone());
            kept
        })
    }

    /// Hands out what its frames consist of, as [`Input::items`] would have. Ends early where `each` says so.
    pub fn items(
        &self,
        mut each: impl FnMut(Item<'_, '_>, &Envelope<'_>, &Context<'_>) -> ControlFlow<()>,
    ) {
        let mut sources: Vec<(Key, Learnt<'t>)> = Vec::new();
        let mut left = self.messages.as_slice();
        for frame in &self.frames {
            let (known, rest) = left.split_at_checked(frame.messages).unwrap_or((left, &[]));
            left = rest;
            let (Some(file), Some(data)) =
                (self.files.get(frame.file), self.bytes.get(frame.at.clone()))
            else {
                continue;
            };
            let key = (file.file, frame.held.source);
            if let Some(learnt) = known.first().and_then(|k| k.learnt.as_deref()) {
                set(&mut sources, key, learnt);
            }
            let Some(at) = sources.iter().position(|(of, _)| *of == key) else {
                continue;
            };
            let Some((_, learnt)) = sources.get_mut(at) else {
                continue;
            };
            if self
                .frame(frame, file, data, known, learnt, &mut each)
                .is_break()
            {
                return;
            }
        }
    }

    fn frame(
        &self,
        frame: &Framed,
        file: &Read,
        data: &[u8],
        known: &[Known<'t>],
        learnt: &mut Learnt<'t>,
        each: &mut impl FnMut(Item<'_, '_>, &Envelope<'_>, &Context<'_>) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        let protocol = frame.held.protocol;
        let mut give = |item: Item<'_, '_>, number, known: &Known<'t>, learnt: &Learnt<'t>| {
            let mut envelope = match item {
                Item::Message(message, _) => {
                    let nlmsg_type = message.header.nlmsg_type;
                    known.told.envelope(learnt, protocol, nlmsg_type)
                }
                _ => known.told.frame(protocol),
            };
            let place = Place {
                file: file.file,
                frame: frame.held.number,
                message: number,
            };
            let stories = file.stories.as_deref();
            let at = (place, frame.interface, frame.held.time);
            item.place(&mut envelope, at, stories);
            let ctx = Context {
                direction: envelope.direction,
                request: known.request.as_ref().and_then(|request| {
                    Some(RawMessage {
                        offset: request.offset,
                        header: request.header,
                        data: self.bytes.get(request.at.clone())?,
                    })
                }),
                ..learnt.context(protocol)
            };
            each(item, &envelope, &ctx)
        };
        let span = Span::new(data, 0);
        if let (Some(family), [known]) = (self.tables.datagram(protocol), known) {
            return give(Item::Datagram(family, span), 0, known, learnt);
        }
        let mut messages = Messages::of(protocol, data, learnt.order());
        let mut next = messages.next();
        if let (None, [known]) = (next, known) {
            return give(Item::Nothing(span), 0, known, learnt);
        }
        for (number, known) in (0..).zip(known) {
            let Some(message) = next else {
                break;
            };
            next = messages.next();
            let rest = next.is_none().then(|| messages.rest());
            let rest = rest.map(|rest| Span::new(rest, messages.offset()));
            match &known.learnt {
                Some(told) => learnt.clone_from(told),
                None if known.taught => {
                    learnt.learn(protocol, &message, file.interfaces);
                }
                None => {}
            }
            give(Item::Message(&message, rest), number, known, learnt)?;
        }
        ControlFlow::Continue(())
    }
}

/// Something else than its messages told what a source knows.
fn set<'t>(sources: &mut Vec<(Key, Learnt<'t>)>, key: Key, learnt: &Learnt<'t>) {
    match sources.iter_mut().find(|(of, _)| *of == key) {
        Some((_, old)) => old.clone_from(learnt),
        None => sources.push((key, learnt.clone())),
    }
}
