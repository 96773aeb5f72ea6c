//! Going through all messages for those that fit: a search or a filter.

use netlink_capture::netlink::{Input, Item};
use netlink_dissector::context::Context;
use netlink_dissector::envelope::Envelope;
use netlink_dissector::filter::{Filter, Hearing, Matcher};
use netlink_dissector::sink::arena::Arena;
use netlink_dissector::summary::Summary;
use std::ops::ControlFlow;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

/// How often results are handed over.
const EVERY: Duration = Duration::from_millis(50);

/// Which of the two scans that may run at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lane {
    /// Hits are marked.
    Search,
    /// The list shows nothing else.
    Filter,
}

/// What is looked for.
pub enum Wanted<'t> {
    /// A text: in the summary, in names and values, or, written as hex behind `0x`, in the bytes.
    Text(String),
    /// What a filter lets through.
    Filter(Box<Filter<'t>>),
}

/// A scan that is to be made.
pub struct Job<'t> {
    /// Which one.
    pub lane: Lane,
    /// Its number; a newer one of the lane ends it.
    pub number: u64,
    /// What is looked for.
    pub wanted: Wanted<'t>,
    /// Copies count too.
    pub copies: bool,
}

/// What was found since the last time.
pub struct Found {
    /// Which scan this is of.
    pub lane: Lane,
    /// And its number.
    pub number: u64,
    /// Rows that fit, in order.
    pub rows: Vec<u32>,
    /// Rows that were looked at.
    pub looked: u32,
    /// It is over.
    pub done: bool,
}

/// Looks at all rows. Ends early when `newest` is another scan's number.
pub fn scan(mut input: Input<'_>, job: Job<'_>, newest: &AtomicU64, send: impl FnMut(Found)) {
    let (lane, number, copies) = (job.lane, job.number, job.copies);
    match job.wanted {
        Wanted::Text(wanted) => {
            each(input, lane, number, copies, newest, text(&wanted), send);
        }
        Wanted::Filter(filter) => {
            if filter.needs().outcome {
                let mut hearing = Hearing::new(&filter);
                input.foresee(
                    |message, ctx, answers| {
                        if let Some(hearing) = &mut hearing {
                            hearing.hear(message, ctx, answers);
                        }
                    },
                    || newest.load(Ordering::Relaxed) == job.number,
                );
            }
            let mut matcher = Matcher::new(&filter);
            let test = |item: Item<'_, '_>, envelope: &Envelope<'_>, ctx: &Context<'_>| {
                item.matches(&mut matcher, envelope, ctx)
            };
            each(input, lane, number, copies, newest, test, send);
        }
    }
}

fn each(
    mut input: Input<'_>,
    lane: Lane,
    number: u64,
    copies: bool,
    newest: &AtomicU64,
    mut test: impl FnMut(Item<'_, '_>, &Envelope<'_>, &Context<'_>) -> bool,
    mut send: impl FnMut(Found),
) {
    let mut found = Vec::new();
    let mut looked = 0u32;
    let mut data = Vec::new();
    let mut sent = Instant::now();
    while let Some(held) = input.next(&mut data) {
        if newest.load(Ordering::Relaxed) != number {
            return;
        }
        input.items(&held, &data, |item, envelope, ctx| {
            if (copies || envelope.copy_of.is_none()) && test(item, envelope, ctx) {
                found.push(looked);
            }
            looked = looked.saturating_add(1);
            ControlFlow::Continue(())
        });
        if sent.elapsed() >= EVERY {
            sent = Instant::now();
            send(Found {
                lane,
                number,
                rows: std::mem::take(&mut found),
                looked,
                done: false,
            });
        }
    }
    send(Found {
        lane,
        number,
        rows: found,
        looked,
        done: true,
    });
}

/// A test for a text: in the summary, in names and values, or, written as hex behind `0x`, in the bytes.
fn text(wanted: &str) -> impl FnMut(Item<'_, '_>, &Envelope<'_>, &Context<'_>) -> bool {
    let lower = wanted.to_lowercase();
    let bytes = hex(wanted);
    let mut summary = Summary::new();
    let mut arena = Arena::new(false);
    move |item: Item<'_, '_>, _: &Envelope<'_>, ctx: &Context<'_>| {
        if let Some(bytes) = &bytes {
            return item.bytes().data.windows(bytes.len()).any(|w| w == bytes);
        }
        let line = item.summary(&mut summary, ctx);
        if line.to_lowercase().contains(&lower) {
            return true;
        }
        arena.clear();
        item.walk(ctx, &mut arena);
        arena.nodes.iter().any(|node| {
            [arena.name(node), arena.value(node)]
                .iter()
                .any(|text| text.to_lowercase().contains(&lower))
        })
    }
}

/// Bytes written as `0x` and pairs of digits.
fn hex(text: &str) -> Option<Vec<u8>> {
    let digits: Vec<u8> = text
        .strip_prefix("0x")?
        .chars()
        .map(|c| c.to_digit(16).and_then(|d| u8::try_from(d).ok()))
        .collect::<Option<_>>()?;
    let pairs = digits.chunks_exact(2);
    let whole = pairs.remainder().is_empty() && !digits.is_empty();
    let bytes = pairs.filter_map(|p| Some(p.first()? << 4 | p.last()?));
    whole.then(|| bytes.collect())
}

#[cfg(test)]
mod tests {
    use super::hex;

    #[test]
    fn bytes_are_written_in_hex() {
        assert_eq!(hex("0x0aFF"), Some(vec![10, 255]));
        assert_eq!(hex("0x0af"), None);
        assert_eq!(hex("0x"), None);
        assert_eq!(hex("eth0"), None);
    }
}
