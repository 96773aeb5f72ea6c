//! Going through a capture: first lightly, which rows each frame has; then what comes of requests, what failed, what
//! is a copy. Both go on where the capture grows.

use crate::exchanges::Retired;
use crate::frames::Frame;
use netlink_capture::netlink::{Held, Input, Item};
use netlink_dissector::envelope::Place;
use std::ops::ControlFlow;

/// A mark is left at least every so many frames and every so many bytes.
const MARK: (usize, u64) = (4096, 1 << 20);
/// A place that knows all that was told before it is kept at first every so many frames and every so many bytes.
const POINT: (usize, u64) = (1 << 14, 2 << 20);
/// So many bytes these places may take. When they take more, every second is dropped, and those that follow stand
/// twice as far apart.
pub const POINTS_WEIGH: usize = 40 << 20;
/// What a place takes beside what it knows.
const POINT_WEIGHS: usize = 2048;
/// Frames of a batch, of both passes.
const BATCH: (usize, usize) = (1 << 16, 1 << 13);
/// Frames of the first batch.
const FIRST: usize = 256;

const NLMSG_ERROR: u16 = 2;
const NLMSG_DONE: u16 = 3;
const NLMSG_HDRLEN: usize = 16;

/// A reader that stands before a frame.
pub struct Mark<'t> {
    /// Position of the frame among those of netlink.
    pub at: usize,
    /// Where it stands, in bytes.
    pub position: u64,
    /// The reader. A mark knows next to nothing; a point knows all that was told before it.
    pub input: Input<'t>,
}

impl<'t> Mark<'t> {
    fn of(at: usize, input: &Input<'t>) -> Option<Mark<'t>> {
        Some(Mark {
            at,
            position: input.position(),
            input: input.fork()?,
        })
    }

    /// A second one at the same place.
    pub fn fork(&self) -> Option<Mark<'t>> {
        Some(Mark {
            input: self.input.fork()?,
            ..*self
        })
    }

    /// Roughly how many bytes it takes.
    pub fn weight(&self) -> usize {
        self.input.weight() + POINT_WEIGHS
    }
}

/// What was found since the last batch.
#[derive(Default)]
pub struct Batch<'t> {
    /// What was found from this frame and this row on is void: the end was cut, and is whole now.
    pub void: Option<(usize, u32)>,
    /// Frames, in order.
    pub frames: Vec<Frame>,
    /// Places to begin reading.
    pub marks: Vec<Mark<'t>>,
    /// Places that know all that was told before them.
    pub points: Vec<Mark<'t>>,
    /// Rows of errors.
    pub failures: Vec<u32>,
    /// Rows of copies, each with the place of the first of them.
    pub copies: Vec<(u32, Place)>,
    /// What came of requests.
    pub retired: Vec<Retired>,
    /// Behind the last row.
    pub rows: u32,
    /// Rows of which it is known whether they failed, and what came of them.
    pub learnt: u32,
    /// How far the capture was read, and how long it is, in bytes.
    pub read: (u64, u64),
    /// What stood before is gone, in bytes.
    pub start: u64,
    /// How many messages the capture says were dropped.
    pub dropped: u64,
    /// All is read that there is by now.
    pub done: bool,
}

/// How a capture is followed that grows.
pub trait Pace {
    /// Whether more is to come, so that what is cut at the end is no loss.
    fn follows(&self) -> bool;
    /// Waits a little; whether there is a point in looking again.
    fn wait(&self) -> bool;
    /// Is told how far the capture was read, in bytes.
    fn read(&self, _to: u64) {}
}

/// Of a capture that is all there.
pub struct Whole;

impl Pace for Whole {
    fn follows(&self) -> bool {
        false
    }

    fn wait(&self) -> bool {
        false
    }
}

/// Reads `input` to its end, and on as it grows; hands out batches, the first soon. Ends where `send` says no.
pub fn index<'t>(mut input: Input<'t>, pace: &impl Pace, mut send: impl FnMut(Batch<'t>) -> bool) {
    input.wait(true);
    // the light pass tells what it sees of generic families
    input.stay();
    let Some(known) = input.fork() else { return };
    let mut pass = Passes {
        light: Light::new(input),
        learn: Learn::new(known),
    };
    loop {
        if !pass.run(pace, &mut send) {
            return;
        }
        let mut void = None;
        if !pace.follows() {
            // what is cut is read as it is, requests that wait are told; neither holds if more comes after all
            let Some(mut last) = pass.fork() else { return };
            last.light.input.wait(false);
            last.learn.input.wait(false);
            if !last.run(pace, &mut send) {
                return;
            }
            last.learn.finish();
            void = Some((pass.light.at, pass.light.rows));
            if !send(last.batch(true)) {
                return;
            }
        } else if !send(pass.batch(true)) {
            return;
        }
        let end = pass.light.input.end();
        loop {
            if !pace.wait() {
                return;
            }
            let grown = pass.light.input.end() != end;
            if grown && (pace.follows() || void.is_none()) || !pace.follows() && void.is_none() {
                break;
            }
        }
        pass.learn.batch.void = void;
    }
}

/// Both passes.
struct Passes<'t> {
    light: Light<'t>,
    learn: Learn<'t>,
}

impl<'t> Passes<'t> {
    fn fork(&self) -> Option<Passes<'t>> {
        Some(Passes {
            light: self.light.fork()?,
            learn: self.learn.fork()?,
        })
    }

    /// Reads all that there is; whether to go on.
    fn run(&mut self, pace: &impl Pace, send: &mut impl FnMut(Batch<'t>) -> bool) -> bool {
        let mut size = if self.light.at == 0 { FIRST } else { BATCH.0 };
        loop {
            let more = self.light.run(size);
            for (source, id, name) in self.light.foretold.drain(..) {
                self.learn.input.foretell(source, id, &name);
            }
            size = BATCH.0;
            if !send(self.batch(false)) {
                return false;
            }
            if !more {
                break;
            }
        }
        loop {
            let more = self.learn.run(&self.light, BATCH.1);
            pace.read(self.learn.input.position());
            if !send(self.batch(false)) {
                return false;
            }
            if !more {
                return true;
            }
        }
    }

    /// All that was found since the last time.
    fn batch(&mut self, done: bool) -> Batch<'t> {
        let light = &mut self.light;
        let end = light.input.end().unwrap_or(0);
        Batch {
            frames: std::mem::take(&mut light.frames),
            marks: std::mem::take(&mut light.marks),
            rows: light.rows,
            learnt: self.learn.rows,
            read: (light.input.position(), end),
            start: light.input.start(),
            dropped: light.input.dropped(),
            done,
            ..std::mem::take(&mut self.learn.batch)
        }
    }
}

/// The light pass: frames and how many rows each has.
struct Light<'t> {
    input: Input<'t>,
    at: usize,
    rows: u32,
    /// Where the last mark was left.
    marked: Option<(usize, u64)>,
    frames: Vec<Frame>,
    marks: Vec<Mark<'t>>,
    /// Generic families that were announced.
    foretold: Vec<((u32, u32), u16, String)>,
    data: Vec<u8>,
}

impl<'t> Light<'t> {
    fn new(input: Input<'t>) -> Light<'t> {
        Light {
            input,
            at: 0,
            rows: 0,
            marked: None,
            frames: Vec::new(),
            marks: Vec::new(),
            foretold: Vec::new(),
            data: Vec::new(),
        }
    }

    fn fork(&self) -> Option<Light<'t>> {
        let input = self.input.fork()?;
        Some(Light {
            at: self.at,
            rows: self.rows,
            marked: self.marked,
            ..Light::new(input)
        })
    }

    /// Reads so many frames; whether there are more.
    fn run(&mut self, count: usize) -> bool {
        for _ in 0..count {
            let far = self.marked.is_none_or(|(at, position)| {
                self.at - at >= MARK.0 || self.input.position() - position >= MARK.1
            });
            if far {
                self.marked = Some((self.at, self.input.position()));
                self.marks.extend(Mark::of(self.at, &self.input));
            }
            let Some(held) = self.input.next(&mut self.data) else {
                return false;
            };
            self.frames.push(Frame {
                number: u32::try_from(held.number).unwrap_or(u32::MAX),
                first: self.rows,
            });
            let foretold = &mut self.foretold;
            let count = self.input.count(&held, &self.data, |id, name| {
                foretold.push((held.source, id, name.to_owned()));
            });
            self.rows = self.rows.saturating_add(count);
            self.at += 1;
        }
        true
    }
}

/// The second pass: what came of requests, what failed, what is a copy.
struct Learn<'t> {
    input: Input<'t>,
    at: usize,
    rows: u32,
    batch: Batch<'t>,
    /// Frames and bytes between points, and what those weigh that are kept.
    every: (usize, u64),
    pointed: Option<(usize, u64)>,
    weights: Vec<usize>,
    data: Vec<u8>,
}

impl<'t> Learn<'t> {
    fn new(input: Input<'t>) -> Learn<'t> {
        Learn {
            input,
            at: 0,
            rows: 0,
            batch: Batch::default(),
            every: POINT,
            pointed: None,
            weights: Vec::new(),
            data: Vec::new(),
        }
    }

    fn fork(&self) -> Option<Learn<'t>> {
        let input = self.input.fork()?;
        Some(Learn {
            at: self.at,
            rows: self.rows,
            every: self.every,
            pointed: self.pointed,
            weights: self.weights.clone(),
            ..Learn::new(input)
        })
    }

    /// Reads so many frames, not beyond the light pass; whether there are more.
    fn run(&mut self, light: &Light<'_>, count: usize) -> bool {
        for _ in 0..count {
            if self.at >= light.at {
                return false;
            }
            let far = self.pointed.is_none_or(|(at, position)| {
                self.at - at >= self.every.0 || self.input.position() - position >= self.every.1
            });
            if far && let Some(point) = Mark::of(self.at, &self.input) {
                self.pointed = Some((self.at, point.position));
                if keep(&mut self.weights, point.weight(), |w| *w, POINTS_WEIGH) {
                    self.every = (2 * self.every.0, 2 * self.every.1);
                }
                self.batch.points.push(point);
            }
            let mut data = std::mem::take(&mut self.data);
            let held = self.input.next(&mut data);
            if let Some(held) = held {
                self.frame(&held, &data);
            }
            self.data = data;
            if held.is_none() {
                return false;
            }
        }
        true
    }

    fn frame(&mut self, held: &Held, data: &[u8]) {
        let (batch, rows) = (&mut self.batch, &mut self.rows);
        self.input.source(held, data).state.follow();
        self.input.items(held, data, |item, envelope, ctx| {
            if let Item::Message(message, _) = item {
                let status = matches!(message.header.nlmsg_type, NLMSG_ERROR | NLMSG_DONE);
                let error = message.data.get(NLMSG_HDRLEN..NLMSG_HDRLEN + 4);
                if status && error.is_some_and(|e| (ctx.order.unsigned(e, 4) as u32 as i32) < 0) {
                    batch.failures.push(*rows);
                }
            }
            if let Some(first) = envelope.copy_of {
                batch.copies.push((*rows, first));
            }
            *rows = rows.saturating_add(1);
            ControlFlow::Continue(())
        });
        let state = &mut self.input.source(held, data).state;
        while let Some(exchange) = state.retired() {
            Retired::of(&exchange, |kept| batch.retired.push(kept));
        }
        self.at += 1;
    }

    /// Tells of all requests that still wait.
    fn finish(&mut self) {
        let batch = &mut self.batch;
        for (_, source) in self.input.sources() {
            source.state.finish();
            while let Some(exchange) = source.state.retired() {
                Retired::of(&exchange, |kept| batch.retired.push(kept));
            }
        }
    }
}

/// Adds a place to those that are kept; where they weigh too much, drops every second, and says so.
pub fn keep<T>(places: &mut Vec<T>, place: T, weight: impl Fn(&T) -> usize, most: usize) -> bool {
    places.push(place);
    let heavy = places.len() > 2 && places.iter().map(weight).sum::<usize>() > most;
    if heavy {
        let mut at = 0;
        places.retain(|_| {
            at += 1;
            at % 2 == 1
        });
    }
    heavy
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_stay_light_and_not_too_far_apart() {
        let (mut places, mut every, mut at) = (Vec::new(), 1, 0);
        for _ in 0..500 {
            if keep(&mut places, at, |_| 10, 640) {
                every *= 2;
            }
            at += every;
            assert!(places.len() <= 64 && places.first() == Some(&0));
        }
        assert!(places.len() > 30);
        assert!(places.windows(2).all(|w| w[1] - w[0] <= 2 * every));
    }
}
