//! `--count` without a look at what requests and answers have to do with one another.
//!
//! That look is only needed to leave copies of multicasts out. So messages are counted without
//! it first; at the first that may be a copy of another one all begins anew, with it.

use crate::output::Output;
use crate::read::{Limits, Opened, report};
use netlink_capture::netlink::{Input, Report};
use netlink_dissector::envelope::{Envelope, Time};
use netlink_dissector::exchange::{COPIES_APART_NS, Wanted};
use std::collections::HashMap;
use std::hash::{BuildHasher, BuildHasherDefault, Hasher, RandomState};
use std::io;
use std::ops::ControlFlow;
use std::sync::{Arc, Mutex, PoisonError};

/// How many messages are kept at most to tell copies by.
const MAX_KEPT: usize = 1 << 18;
/// Bytes of a message that tell it from others.
const TELLING: usize = 256;

/// Counts what is wanted into `output`; whether that could be done. Where not, nothing has
/// happened.
pub fn count(
    opened: &mut Opened<'_>,
    last: u64,
    wanted: Wanted,
    limits: &mut Limits<'_>,
    output: &mut Output,
) -> io::Result<bool> {
    if opened.inputs.iter().any(|input| input.again().is_none()) {
        return Ok(false);
    }
    let said: Arc<Mutex<Vec<String>>> = Arc::default();
    let keep = said.clone();
    let later: Report = Arc::new(move |what: &str| {
        let mut said = keep.lock().unwrap_or_else(PoisonError::into_inner);
        said.push(what.to_owned());
    });
    for input in &mut opened.inputs {
        input.want(wanted);
        input.report_to(later.clone());
    }
    let mut recent: Vec<Recent> = opened.inputs.iter().map(|_| Recent::default()).collect();
    let mut count = 0;
    let mut sure = true;
    opened.each_frame(last, |input, held, data| {
        let at = input.file.unwrap_or(0) as usize;
        let Some(recent) = recent.get_mut(at) else {
            sure = false;
            return Ok(false);
        };
        input.items(held, data, |item, envelope, ctx| {
            if limits.wants(item, envelope, ctx) {
                count += u64::from(!envelope.no_message);
                sure = recent.is_new(envelope, item.bytes().data);
            }
            match sure {
                true => ControlFlow::Continue(()),
                false => ControlFlow::Break(()),
            }
        });
        Ok(sure)
    })?;
    if sure {
        output.count(count);
        let said = std::mem::take(&mut *said.lock().unwrap_or_else(PoisonError::into_inner));
        said.iter().for_each(|what| report()(what));
    }
    for input in &mut opened.inputs {
        if !sure {
            *input = anew(input)?;
        }
        input.report_to(report());
    }
    Ok(sure)
}

fn anew<'t>(input: &Input<'t>) -> io::Result<Input<'t>> {
    let gone = || io::Error::other(format!("{}: it cannot be read again", input.name()));
    input.again().ok_or_else(gone)
}

/// The messages of a source of the last moments: enough of them to tell that none has a copy.
#[derive(Default)]
struct Recent {
    /// The frame that holds a message, by what tells it from others; those of now, and those of
    /// the moment before.
    now: HashMap<u64, u64, BuildHasherDefault<Told>>,
    before: HashMap<u64, u64, BuildHasherDefault<Told>>,
    since: Option<Time>,
    last: Option<Time>,
    seed: Seed,
}

/// Another one in each run, so that a capture cannot be made whose messages all fall together.
struct Seed(u64);

impl Default for Seed {
    fn default() -> Seed {
        Seed(RandomState::new().hash_one(TELLING))
    }
}

impl Recent {
    /// Whether no message shortly before is the same; where that is not known, `false`.
    fn is_new(&mut self, envelope: &Envelope<'_>, bytes: &[u8]) -> bool {
        let Some(time) = envelope.time else {
            return false;
        };
        let since = *self.since.get_or_insert(time);
        if self.last.is_some_and(|last| time < last) {
            return false;
        }
        self.last = Some(time);
        if later(since, time) {
            std::mem::swap(&mut self.now, &mut self.before);
            self.now.clear();
            self.since = Some(time);
        }
        let frame = envelope.place.frame;
        let key = telling(&self.seed, envelope.protocol, bytes);
        let first = self.before.get(&key).is_none_or(|f| *f == frame)
            && *self.now.entry(key).or_insert(frame) == frame;
        first && self.now.len() < MAX_KEPT
    }
}

/// Whether a copy of a message that came then would have come by now.
fn later(then: Time, now: Time) -> bool {
    let seconds = now.seconds.saturating_sub(then.seconds);
    let nanos = i64::from(now.nanos) - i64::from(then.nanos);
    seconds.saturating_mul(1_000_000_000).saturating_add(nanos) > COPIES_APART_NS as i64
}

/// A number that is the same for messages that are the same.
fn telling(seed: &Seed, protocol: u16, bytes: &[u8]) -> u64 {
    let telling = bytes.get(..TELLING).unwrap_or(bytes);
    let (words, rest) = telling.as_chunks::<8>();
    let rest = rest.iter().fold(0, |n, byte| n << 8 | u64::from(*byte));
    let start = seed.0 ^ bytes.len() as u64 ^ u64::from(protocol) << 32;
    let words = words.iter().map(|word| u64::from_le_bytes(*word));
    words.chain([rest]).fold(start, |all, word| {
        let product = u128::from(all ^ word ^ 0x9e37_79b9_7f4a_7c15) * 0xd6e8_feb8_6659_fd93;
        product as u64 ^ (product >> 64) as u64
    })
}

/// Takes what was told as it is.
#[derive(Default)]
struct Told(u64);

impl Hasher for Told {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        self.0 = bytes
            .iter()
            .fold(self.0, |n, byte| n << 8 | u64::from(*byte));
    }

    fn write_u64(&mut self, n: u64) {
        self.0 = n;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use netlink_dissector::envelope::Place;

    #[test]
    fn what_may_be_a_copy_is_told() {
        let at = |frame, nanos| Envelope {
            place: Place {
                frame,
                ..Place::default()
            },
            time: Some(Time { seconds: 7, nanos }),
            ..Envelope::default()
        };
        let mut recent = Recent::default();
        assert!(recent.is_new(&at(1, 0), b"one"));
        assert!(recent.is_new(&at(2, 10), b"two"));
        // two of one frame are two
        assert!(recent.is_new(&at(2, 10), b"two"));
        assert!(recent.is_new(&at(3, 101_000_000), b"three"));
        assert!(recent.is_new(&at(4, 202_000_000), b"one"));
        assert!(!recent.is_new(&at(5, 302_000_000), b"one"));
        // time goes backwards, or is not known
        assert!(!recent.is_new(&at(6, 0), b"four"));
        let timeless = Envelope::default();
        assert!(!recent.is_new(&timeless, b"five"));
    }

    #[test]
    fn long_messages_differ_by_their_length() {
        let of = |protocol, bytes: &[u8]| telling(&Seed(7), protocol, bytes);
        assert_ne!(of(0, &[1; 300]), of(0, &[1; 304]));
        assert_ne!(of(0, &[1; 20]), of(1, &[1; 20]));
        assert_eq!(of(0, &[1; 20]), of(0, &[1; 20]));
    }
}
