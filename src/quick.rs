//! `--count` without a look at what requests and answers have to do with one another.
//!
//! That look is only needed to leave copies of multicasts out, where these count once. So messages are counted without
//! it first; at the first that may be a copy of another one all begins anew, with it.

use crate::output::Output;
use crate::read::{Limits, Opened, report};
use netlink_capture::netlink::{Input, Report};
use netlink_dissector::envelope::Time;
use netlink_dissector::exchange::{COPIES_APART_NS, Wanted};
use std::hash::{BuildHasher, RandomState};
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
    let once = output.counts_once();
    let mut count = 0;
    let mut sure = true;
    opened.each_frame(last, |input, held, data| {
        let at = input.file.unwrap_or(0) as usize;
        let Some(recent) = recent.get_mut(at) else {
            sure = false;
            return Ok(false);
        };
        let (selection, filter) = limits.parts();
        input.matching(
            held,
            data,
            filter,
            |place| selection.has(place),
            |bytes| {
                count += 1;
                sure = !once || recent.is_new(held.number, held.time, held.protocol, bytes);
                match sure {
                    true => ControlFlow::Continue(()),
                    false => ControlFlow::Break(()),
                }
            },
        );
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
    /// By what tells a message from others; looked for from there on. A power of two, of which
    /// half is free.
    seen: Vec<Message>,
    used: usize,
    /// The moment of now: those of the one before count, too.
    moment: u32,
    since: Option<Time>,
    last: Option<Time>,
    seed: Seed,
}

/// A message that was seen.
#[derive(Clone, Copy, Default)]
struct Message {
    told: u64,
    frame: u64,
    /// In which moment; 0 where nothing is.
    moment: u32,
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
    fn is_new(&mut self, frame: u64, time: Option<Time>, protocol: u16, bytes: &[u8]) -> bool {
        let Some(time) = time else {
            return false;
        };
        let since = *self.since.get_or_insert(time);
        if self.last.is_some_and(|last| time < last) {
            return false;
        }
        self.last = Some(time);
        if self.moment == 0 || later(since, time) {
            self.moment += 1;
            self.since = Some(time);
        }
        if self.used * 2 >= self.seen.len() && !self.make_room() {
            return false;
        }
        let told = telling(&self.seed, protocol, bytes);
        let mask = self.seen.len() - 1;
        let mut at = told as usize;
        while let Some(seen) = self.seen.get_mut(at & mask) {
            if seen.moment == 0 {
                self.used += 1;
            } else if seen.told != told {
                at = at.wrapping_add(1);
                continue;
            } else if seen.frame != frame && seen.moment + 1 >= self.moment {
                return false;
            }
            *seen = Message {
                told,
                frame,
                moment: self.moment,
            };
            return true;
        }
        false
    }

    /// Forgets what is over, and makes room for as many as there are; whether they are not too
    /// many.
    #[cold]
    fn make_room(&mut self) -> bool {
        let moment = self.moment;
        let all = self.seen.iter();
        let kept: Vec<Message> = all
            .filter(|seen| seen.moment != 0 && seen.moment + 1 >= moment)
            .copied()
            .collect();
        if kept.len() > MAX_KEPT {
            return false;
        }
        let room = (kept.len() * 4).max(1 << 10).next_power_of_two();
        self.seen.clear();
        self.seen.resize(room, Message::default());
        self.used = kept.len();
        for message in kept {
            let mut at = message.told as usize;
            while let Some(seen) = self.seen.get_mut(at & (room - 1)) {
                if seen.moment == 0 {
                    *seen = message;
                    break;
                }
                at = at.wrapping_add(1);
            }
        }
        true
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
    let fold = |a: u64, b: u64| {
        let product = u128::from(a) * u128::from(b);
        product as u64 ^ (product >> 64) as u64
    };
    let telling = bytes.get(..TELLING).unwrap_or(bytes);
    let (pairs, rest) = telling.as_chunks::<16>();
    let start = seed.0 ^ bytes.len() as u64 ^ u64::from(protocol) << 32;
    let pair = |all: u64, pair: &[u8; 16]| {
        let [a, b] = [0, 8].map(|at| {
            let word = pair.get(at..at + 8).and_then(|w| w.try_into().ok());
            word.map_or(0, u64::from_le_bytes)
        });
        fold(all ^ a ^ 0x9e37_79b9_7f4a_7c15, b ^ seed.0.rotate_left(32))
    };
    let all = pairs.iter().fold(start, pair);
    let mut last = [0; 16];
    if let Some(last) = last.get_mut(..rest.len()) {
        last.copy_from_slice(rest);
    }
    fold(pair(all, &last), 0xd6e8_feb8_6659_fd93)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_be_a_copy_is_told() {
        let mut recent = Recent::default();
        let mut is_new = |frame, nanos, bytes: &[u8]| {
            recent.is_new(frame, Some(Time { seconds: 7, nanos }), 0, bytes)
        };
        assert!(is_new(1, 0, b"one"));
        assert!(is_new(2, 10, b"two"));
        // two of one frame are two
        assert!(is_new(2, 10, b"two"));
        assert!(is_new(3, 101_000_000, b"three"));
        assert!(is_new(4, 202_000_000, b"one"));
        assert!(!is_new(5, 302_000_000, b"one"));
        // time goes backwards, or is not known
        assert!(!is_new(6, 0, b"four"));
        assert!(!recent.is_new(7, None, 0, b"five"));
    }

    #[test]
    fn what_is_over_is_forgotten() {
        let mut recent = Recent::default();
        let mut is_new = |n: u32| {
            let time = Time {
                seconds: 7 + i64::from(n / 1_000),
                nanos: n % 1_000 * 1_000_000,
            };
            recent.is_new(n.into(), Some(time), 0, &n.to_le_bytes())
        };
        assert!((0..100_000).all(&mut is_new));
        assert!(recent.seen.len() <= 1 << 12, "{}", recent.seen.len());
        let mut recent = Recent::default();
        let time = Some(Time {
            seconds: 7,
            nanos: 0,
        });
        let mut all = (0u32..1 << 20).map(|n| recent.is_new(n.into(), time, 0, &n.to_le_bytes()));
        let kept = all.position(|new| !new).unwrap();
        assert!(kept > MAX_KEPT / 2, "{kept}");
    }

    #[test]
    fn long_messages_differ_by_their_length() {
        let of = |protocol, bytes: &[u8]| telling(&Seed(7), protocol, bytes);
        assert_ne!(of(0, &[1; 300]), of(0, &[1; 304]));
        assert_ne!(of(0, &[1; 20]), of(1, &[1; 20]));
        assert_eq!(of(0, &[1; 20]), of(0, &[1; 20]));
    }
}
