//! `-w --whole`: the exchanges of what is wanted, found by reading the files once before.

use crate::ahead;
use crate::read::{Limits, Opened};
use netlink_capture::netlink::{Held, Input};
use netlink_dissector::envelope::{Envelope, Place};
use netlink_dissector::exchange::State;
use std::collections::HashSet;
use std::io;
use std::ops::ControlFlow;

/// A frame: its file, and its number in it.
type Frame = (Option<u32>, u64);

/// What is to be written.
#[derive(Default)]
pub struct Whole {
    /// Frames that hold a match, or tell that the work of a request is finished.
    frames: HashSet<Frame>,
    /// The requests that open the exchanges of matches.
    exchanges: HashSet<Place>,
}

impl Whole {
    /// Reads all files once.
    pub fn find(opened: &Opened<'_>, limits: &mut Limits<'_>) -> Result<Whole, String> {
        let mut inputs = Vec::new();
        for input in &opened.inputs {
            let again = input.again();
            inputs.push(again.ok_or_else(|| ahead::once(&input.name(), "--whole"))?);
        }
        let mut again = Opened::again(inputs);
        let mut whole = Whole::default();
        let mut finished: Vec<(Place, Place)> = Vec::new();
        let read = again.each_frame(u64::MAX, |input, held, data| {
            input.source(held, data).state.follow();
            let frame = (input.file, held.number);
            input.items(held, data, |item, envelope, ctx| {
                if limits.take(item, envelope, ctx) {
                    whole.frames.insert(frame);
                    whole.exchanges.extend(envelope.exchange);
                }
                ControlFlow::Continue(())
            });
            completions(&mut input.source(held, data).state, &mut finished);
            Ok(true)
        });
        read.map_err(|error: io::Error| error.to_string())?;
        for input in &mut again.inputs {
            for (_, source) in input.sources() {
                source.state.finish();
                completions(&mut source.state, &mut finished);
            }
        }
        for (request, place) in finished {
            if whole.exchanges.contains(&request) {
                whole.frames.insert((place.file, place.frame));
            }
        }
        Ok(whole)
    }

    /// Whether a frame is among what is to be written.
    pub fn has_frame(&self, input: &Input<'_>, held: &Held) -> bool {
        self.frames.contains(&(input.file, held.number))
    }

    /// Whether a message belongs to one of the exchanges, or was caused by one.
    pub fn has(&self, envelope: &Envelope<'_>) -> bool {
        let opens = envelope.exchange.as_ref();
        opens.is_some_and(|place| self.exchanges.contains(place))
    }
}

/// Keeps the places that tell that work is finished.
fn completions(state: &mut State<'_>, finished: &mut Vec<(Place, Place)>) {
    while let Some(x) = state.retired() {
        finished.extend(x.completion.map(|place| (x.place, place)));
    }
}
