//! Going through all messages for those that fit: a search or a filter.

use netlink_capture::netlink::{Input, Item};
use netlink_dissector::context::Context;
use netlink_dissector::envelope::Envelope;
use netlink_dissector::sink::arena::Arena;
use netlink_dissector::summary::Summary;
use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

/// How often results are handed over.
const EVERY: Duration = Duration::from_millis(50);

/// Decides of one message.
pub type Test = Box<dyn FnMut(Item<'_, '_>, &Envelope<'_>, &Context<'_>) -> bool + Send>;

/// What was found since the last time.
pub struct Found {
    /// Which scan this is of.
    pub number: u64,
    /// Rows that fit, in order.
    pub rows: Vec<u32>,
    /// Rows that were looked at.
    pub looked: u32,
    /// It is over.
    pub done: bool,
}

/// Looks at all rows. Ends early when `newest` is another scan's number.
pub fn scan(
    mut input: Input<'_>,
    number: u64,
    newest: &Arc<AtomicU64>,
    mut test: Test,
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
            if test(item, envelope, ctx) {
                found.push(looked);
            }
            looked = looked.saturating_add(1);
            ControlFlow::Continue(())
        });
        if sent.elapsed() >= EVERY {
            sent = Instant::now();
            send(Found {
                number,
                rows: std::mem::take(&mut found),
                looked,
                done: false,
            });
        }
    }
    send(Found {
        number,
        rows: found,
        looked,
        done: true,
    });
}

/// A test for a text: in the summary, in names and values, or, written as hex behind `0x`, in the bytes.
pub fn text(wanted: &str) -> Test {
    let lower = wanted.to_lowercase();
    let bytes = hex(wanted);
    let mut summary = Summary::new();
    let mut arena = Arena::new(false);
    Box::new(move |item, _, ctx| {
        if let Some(bytes) = &bytes {
            return item.bytes().data.windows(bytes.len()).any(|w| w == bytes);
        }
        let line = match item {
            Item::Message(message, _) => summary.message(message, ctx),
            Item::Datagram(family, frame) => summary.datagram(family, frame, ctx),
            Item::Nothing(_) => "",
        };
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
    })
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
