//! Going through a capture once: which rows each frame has, where to begin reading for any of them.

use crate::exchanges::Retired;
use crate::store::{Frame, Point};
use netlink_capture::netlink::{Input, Item};
use netlink_dissector::envelope::Place;
use std::ops::ControlFlow;

/// A place to begin reading is kept at first every so many frames.
const FRAMES: usize = 4096;
/// And every so many bytes.
const BYTES: u64 = 4 << 20;
/// So many places are kept at most, because each has the state of its sources: before there are more, every second is
/// dropped, and those that follow stand twice as far apart.
const POINTS: usize = 64;
/// How many frames make a batch.
const BATCH: usize = 1 << 16;

const NLMSG_ERROR: u16 = 2;
const NLMSG_DONE: u16 = 3;
const NLMSG_HDRLEN: usize = 16;

/// What was found since the last batch.
#[derive(Default)]
pub struct Batch<'t> {
    /// Frames, in order.
    pub frames: Vec<Frame>,
    /// Places to begin reading.
    pub points: Vec<Point<'t>>,
    /// Rows of errors.
    pub failures: Vec<u32>,
    /// Rows of copies, each with the place of the first of them.
    pub copies: Vec<(u32, Place)>,
    /// What came of requests.
    pub retired: Vec<Retired>,
    /// Behind the last row.
    pub rows: u32,
    /// Bytes of netlink that were read so far.
    pub bytes: u64,
    /// All is read.
    pub done: bool,
}

/// Reads `input` to its end; hands out batches, the first soon. Ends early where `send` says no.
pub fn index<'t>(mut input: Input<'t>, mut send: impl FnMut(Batch<'t>) -> bool) {
    let mut batch = Batch::default();
    let (mut ordinal, mut rows, mut bytes) = (0, 0u32, 0u64);
    let (mut frames, mut far, mut kept) = (FRAMES, BYTES, 0);
    let (mut since, mut since_bytes) = (FRAMES, 0);
    let mut size = 256;
    let mut data = Vec::new();
    loop {
        if since >= frames || since_bytes >= far {
            if let Some(input) = input.fork() {
                batch.points.push(Point { ordinal, input });
                kept += 1;
            }
            if kept == POINTS {
                (frames, far, kept) = (2 * frames, 2 * far, POINTS / 2);
            }
            (since, since_bytes) = (0, 0);
        }
        let Some(held) = input.next(&mut data) else {
            break;
        };
        batch.frames.push(Frame {
            number: u32::try_from(held.number).unwrap_or(u32::MAX),
            first: rows,
        });
        input.source(&held, &data).state.follow();
        input.items(&held, &data, |item, envelope, ctx| {
            if let Item::Message(message, _) = item {
                let status = matches!(message.header.nlmsg_type, NLMSG_ERROR | NLMSG_DONE);
                let error = message.data.get(NLMSG_HDRLEN..NLMSG_HDRLEN + 4);
                if status && error.is_some_and(|e| (ctx.order.unsigned(e, 4) as u32 as i32) < 0) {
                    batch.failures.push(rows);
                }
            }
            if let Some(first) = envelope.copy_of {
                batch.copies.push((rows, first));
            }
            rows = rows.saturating_add(1);
            ControlFlow::Continue(())
        });
        let state = &mut input.source(&held, &data).state;
        while let Some(exchange) = state.retired() {
            Retired::of(&exchange, |kept| batch.retired.push(kept));
        }
        ordinal += 1;
        since += 1;
        since_bytes += data.len() as u64;
        bytes += data.len() as u64;
        if batch.frames.len() >= size {
            size = BATCH;
            (batch.rows, batch.bytes) = (rows, bytes);
            if !send(std::mem::take(&mut batch)) {
                return;
            }
        }
    }
    for (_, source) in input.sources() {
        source.state.finish();
        while let Some(exchange) = source.state.retired() {
            Retired::of(&exchange, |kept| batch.retired.push(kept));
        }
    }
    (batch.rows, batch.bytes, batch.done) = (rows, bytes, true);
    send(batch);
}

/// Adds places to those that are kept, in the rhythm of [`index`].
pub fn keep<T>(points: &mut Vec<T>, more: Vec<T>) {
    for point in more {
        points.push(point);
        if points.len() == POINTS {
            let mut at = 0;
            points.retain(|_| {
                at += 1;
                at % 2 == 1
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_stay_few_and_not_too_far_apart() {
        let (mut points, mut every, mut kept, mut at) = (Vec::new(), 1, 0, 0);
        for _ in 0..500 {
            keep(&mut points, vec![at]);
            kept += 1;
            if kept == POINTS {
                (every, kept) = (2 * every, POINTS / 2);
            }
            at += every;
            assert!(points.len() < POINTS && points.first() == Some(&0));
        }
        assert!(points.windows(2).all(|w| w[1] - w[0] <= 2 * every));
    }
}
