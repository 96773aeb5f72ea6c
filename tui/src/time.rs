//! Times of rows.

use netlink_dissector::envelope::Time;
use netlink_dissector::time::{civil, write_clock, write_utc};

/// How times are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TimeForm {
    /// The time of day in the zone of this machine, given by its offset in seconds.
    Local(i32),
    /// Date and time, UTC.
    Utc,
    /// Since the first message.
    #[default]
    Relative,
    /// Since the message before.
    Delta,
    /// Seconds since 1970.
    Epoch,
}

impl TimeForm {
    /// The next form, in a circle.
    pub fn next(self, zone: i32) -> TimeForm {
        match self {
            TimeForm::Relative => TimeForm::Delta,
            TimeForm::Delta => TimeForm::Local(zone),
            TimeForm::Local(_) => TimeForm::Utc,
            TimeForm::Utc => TimeForm::Epoch,
            TimeForm::Epoch => TimeForm::Relative,
        }
    }

    /// What it is called.
    pub fn word(self) -> &'static str {
        match self {
            TimeForm::Local(_) => "local",
            TimeForm::Utc => "utc",
            TimeForm::Relative => "relative",
            TimeForm::Delta => "delta",
            TimeForm::Epoch => "epoch",
        }
    }

    /// A time as text.
    pub fn text(self, time: Time, first: Option<Time>, before: Option<Time>) -> String {
        let mut out = Vec::new();
        match self {
            TimeForm::Local(zone) => {
                let clock = civil(time.seconds.saturating_add(zone.into()));
                write_clock(&mut out, &clock, time.nanos, 6);
            }
            TimeForm::Utc => write_utc(&mut out, time),
            TimeForm::Relative => return since(time, first.unwrap_or(time)),
            TimeForm::Delta => return since(time, before.unwrap_or(time)),
            TimeForm::Epoch => return format!("{}.{:06}", time.seconds, time.nanos / 1000),
        }
        String::from_utf8(out).unwrap_or_default()
    }
}

fn since(time: Time, from: Time) -> String {
    let total = |t: Time| i128::from(t.seconds) * 1_000_000_000 + i128::from(t.nanos);
    let ns = total(time) - total(from);
    let sign = if ns < 0 { "-" } else { "" };
    let us = ns.unsigned_abs() / 1000;
    format!("{sign}{}.{:06}", us / 1_000_000, us % 1_000_000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn five_forms_in_a_circle() {
        let mut form = TimeForm::default();
        for _ in 0..5 {
            form = form.next(3600);
        }
        assert_eq!(form, TimeForm::default());
    }

    #[test]
    fn texts() {
        let at = |seconds, nanos| Time { seconds, nanos };
        let text = |form: TimeForm| form.text(at(61, 5_000), Some(at(1, 0)), Some(at(61, 0)));
        assert_eq!(text(TimeForm::Relative), "60.000005");
        assert_eq!(text(TimeForm::Delta), "0.000005");
        assert_eq!(text(TimeForm::Epoch), "61.000005");
        assert_eq!(text(TimeForm::Local(3600)), "01:01:01.000005");
    }
}
