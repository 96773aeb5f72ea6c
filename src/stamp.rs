//! Times in text, in the form that the user chose.

use crate::args::TimeForm;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use netlink_dissector::envelope::Time;
use netlink_dissector::sink::json::value::write_signed;
use netlink_dissector::time::{civil, fraction, two, write_clock, write_utc};
use std::io::Write;
use std::ops::Range;
use std::sync::LazyLock;

/// Stands in a text for a time that is not yet known: nothing else is written as this.
const HOLE: u8 = 0;

/// Writes times of one run.
#[derive(Clone)]
pub struct Stamp {
    form: TimeForm,
    /// Times that depend on those before are left to be filled in.
    leaves: bool,
    first: Option<Time>,
    before: Option<Time>,
    text: Vec<u8>,
    clock: Clock,
}

/// What the times of one second have in common.
#[derive(Clone, Default)]
struct Clock {
    zone: Zone,
    second: Option<i64>,
    /// Up to the point before the fraction.
    front: Vec<u8>,
    /// The zone, behind the fraction.
    back: Vec<u8>,
}

/// How far local time is ahead of UTC, and in which seconds that holds.
#[derive(Clone, Default)]
struct Zone {
    holds: Range<i64>,
    offset: i32,
}

impl Stamp {
    /// Writes times in this form.
    pub fn new(form: TimeForm) -> Stamp {
        Stamp {
            form,
            leaves: false,
            first: None,
            before: None,
            text: Vec::new(),
            clock: Clock::default(),
        }
    }

    /// Whether the text of a time depends on the times before.
    pub fn looks_back(&self) -> bool {
        matches!(self.form, TimeForm::Relative | TimeForm::Delta)
    }

    /// The same for texts that are made elsewhere, and handed to [`Stamp::fill`].
    pub fn elsewhere(&self) -> Stamp {
        Stamp {
            leaves: self.looks_back(),
            ..self.clone()
        }
    }

    /// Takes the text of a message that was made elsewhere, with its time filled in.
    pub fn fill(&mut self, out: &mut Vec<u8>, text: &[u8], time: Option<Time>) {
        let hole = match self.looks_back() && time.is_some() {
            true => text.iter().position(|b| *b == HOLE),
            false => None,
        };
        match hole.and_then(|at| text.split_at_checked(at)) {
            Some((before, [_, after @ ..])) => {
                out.extend_from_slice(before);
                out.extend_from_slice(self.text(time));
                out.extend_from_slice(after);
            }
            _ => out.extend_from_slice(text),
        }
    }

    /// A message's time as text; empty where it has none.
    pub fn text(&mut self, time: Option<Time>) -> &[u8] {
        self.text.clear();
        let Some(time) = time else {
            return &self.text;
        };
        if self.leaves {
            self.text.push(HOLE);
            return &self.text;
        }
        let first = *self.first.get_or_insert(time);
        let before = self.before.replace(time).unwrap_or(time);
        match self.form {
            TimeForm::Utc => write_utc(&mut self.text, time),
            TimeForm::Epoch => {
                let _ = write!(self.text, "{}.{:09}", time.seconds, time.nanos);
            }
            TimeForm::Relative => self.difference(time, first),
            TimeForm::Delta => self.difference(time, before),
            TimeForm::Local => self.local(time),
        }
        &self.text
    }

    fn difference(&mut self, time: Time, from: Time) {
        let total = |t: Time| i128::from(t.seconds) * 1_000_000_000 + i128::from(t.nanos);
        let ns = total(time) - total(from);
        let sign = if ns < 0 { "-" } else { "" };
        let ns = ns.unsigned_abs();
        let _ = write!(
            self.text,
            "{sign}{}.{:09}",
            ns / 1_000_000_000,
            ns % 1_000_000_000
        );
    }

    fn local(&mut self, time: Time) {
        if self.clock.second != Some(time.seconds) {
            self.clock.set(time.seconds);
        }
        self.text.extend_from_slice(&self.clock.front);
        fraction(&mut self.text, time.nanos, 6);
        self.text.extend_from_slice(&self.clock.back);
    }
}

impl Clock {
    fn set(&mut self, second: i64) {
        let offset = self.zone.at(second);
        let c = civil(second.saturating_add(offset.into()));
        let ([m0, m1], [d0, d1]) = (two(c.month.into()), two(c.day.into()));
        self.front.clear();
        write_signed(&mut self.front, c.year);
        self.front
            .extend_from_slice(&[b'-', m0, m1, b'-', d0, d1, b' ']);
        write_clock(&mut self.front, &c, 0, 0);
        let minutes = offset.unsigned_abs() / 60;
        let sign = if offset < 0 { b'-' } else { b'+' };
        let ([h0, h1], [m0, m1]) = (two(minutes / 60), two(minutes % 60));
        self.back.clear();
        self.back.extend_from_slice(&[sign, h0, h1, m0, m1]);
        self.second = Some(second);
    }
}

impl Zone {
    /// Seconds that local time is ahead of UTC at a time in seconds since 1970.
    fn at(&mut self, second: i64) -> i32 {
        if self.holds.contains(&second) {
            return self.offset;
        }
        let Ok(time) = Timestamp::from_second(second) else {
            return 0;
        };
        // looked up once: later no file may be open to it
        static HERE: LazyLock<TimeZone> = LazyLock::new(TimeZone::system);
        let next = HERE.following(time).next();
        let end = next.map_or(i64::MAX, |next| next.timestamp().as_second());
        self.offset = HERE.to_offset(time).seconds();
        self.holds = second..end;
        self.offset
    }
}

/// Seconds that local time is ahead of UTC at a time in seconds since 1970.
pub fn zone(seconds: i64) -> i32 {
    Zone::default().at(seconds)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn differences_keep_their_sign() {
        let at = |seconds, nanos| Some(Time { seconds, nanos });
        let mut stamp = Stamp::new(TimeForm::Relative);
        assert_eq!(stamp.text(at(10, 500_000_000)), b"0.000000000");
        assert_eq!(stamp.text(at(12, 0)), b"1.500000000");
        assert_eq!(stamp.text(at(9, 0)), b"-1.500000000");
        assert_eq!(stamp.text(None), b"");
        let mut stamp = Stamp::new(TimeForm::Delta);
        stamp.text(at(1, 0));
        stamp.text(at(2, 0));
        assert_eq!(stamp.text(at(2, 5)), b"0.000000005");
    }

    #[test]
    fn local_times_say_their_zone() {
        for (offset, want) in [
            (0, "2000-02-29 00:00:09.000476+0000"),
            (-12_600, "2000-02-28 20:30:09.000476-0330"),
            (50_400, "2000-02-29 14:00:09.000476+1400"),
        ] {
            let mut stamp = Stamp::new(TimeForm::Local);
            stamp.clock.zone = Zone {
                holds: 0..i64::MAX,
                offset,
            };
            let time = Time {
                seconds: 951_782_409,
                nanos: 476_123,
            };
            assert_eq!(stamp.text(Some(time)), want.as_bytes());
        }
    }

    #[test]
    fn times_are_filled_in() {
        let at = |seconds| Some(Time { seconds, nanos: 0 });
        let mut here = Stamp::new(TimeForm::Delta);
        let mut there = here.elsewhere();
        let mut out = Vec::new();
        for time in [at(1), None, at(3)] {
            let text = [b"<", there.text(time), b"> one\n"].concat();
            here.fill(&mut out, &text, time);
        }
        let whole = "<0.000000000> one\n<> one\n<2.000000000> one\n";
        assert_eq!(String::from_utf8_lossy(&out), whole);
    }
}
