//! Times in text, in the form that the user chose.

use crate::args::TimeForm;
use jiff::tz::TimeZone;
use netlink_dissector::envelope::Time;
use netlink_dissector::time::{civil, write_clock, write_utc};
use std::io::Write;
use std::sync::LazyLock;

/// Writes times of one run.
pub struct Stamp {
    form: TimeForm,
    first: Option<Time>,
    before: Option<Time>,
    text: Vec<u8>,
}

impl Stamp {
    /// Writes times in this form.
    pub fn new(form: TimeForm) -> Stamp {
        Stamp {
            form,
            first: None,
            before: None,
            text: Vec::new(),
        }
    }

    /// A message's time as text; empty where it has none.
    pub fn text(&mut self, time: Option<Time>) -> &[u8] {
        self.text.clear();
        let Some(time) = time else {
            return &self.text;
        };
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
        let offset = zone(time.seconds);
        let c = civil(time.seconds.saturating_add(offset.into()));
        let _ = write!(self.text, "{}-{:02}-{:02} ", c.year, c.month, c.day);
        write_clock(&mut self.text, &c, time.nanos, 6);
        let (sign, minutes) = if offset < 0 {
            ('-', -offset / 60)
        } else {
            ('+', offset / 60)
        };
        let _ = write!(self.text, "{sign}{:02}{:02}", minutes / 60, minutes % 60);
    }
}

/// Seconds that local time is ahead of UTC at a time in seconds since 1970.
pub fn zone(seconds: i64) -> i32 {
    // looked up once: later no file may be open to it
    static ZONE: LazyLock<TimeZone> = LazyLock::new(TimeZone::system);
    jiff::Timestamp::from_second(seconds)
        .map(|t| ZONE.to_offset(t).seconds())
        .unwrap_or(0)
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
}
