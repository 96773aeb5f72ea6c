//! Times in filters: a time of day, a date and time, seconds since 1970.

use super::literal::number;
use crate::envelope::Time;
use std::fmt;

const NANOS: i128 = 1_000_000_000;
const DAY: i128 = 86_400 * NANOS;

/// Seconds that local time is ahead of UTC at a time given in seconds since 1970.
pub type Zone = fn(i64) -> i32;

/// Where times without a zone are.
#[derive(Clone, Copy)]
pub(super) struct Local(pub(super) Zone);

impl fmt::Debug for Local {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Local")
    }
}

/// A time that a filter names: a point, as wide as its last digit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Instant {
    /// It is a time of any day.
    of_day: bool,
    /// Nanoseconds since 1970, or since midnight.
    at: i128,
    width: i128,
}

/// What is asked of a time.
#[derive(Clone, Copy, Debug)]
pub(super) enum When {
    At(Instant),
    Before(Instant),
    /// Before its end.
    UpTo(Instant),
    /// From its end on.
    After(Instant),
    From(Instant),
    Between(Instant, Instant),
}

impl When {
    pub(super) fn holds(&self, time: Time, local: Local) -> bool {
        let value = |i: &Instant| i.value(time, local);
        match self {
            When::At(i) => (i.at..i.at + i.width).contains(&value(i)),
            When::Before(i) => value(i) < i.at,
            When::UpTo(i) => value(i) < i.at + i.width,
            When::After(i) => value(i) >= i.at + i.width,
            When::From(i) => value(i) >= i.at,
            When::Between(from, to) => value(from) >= from.at && value(to) < to.at + to.width,
        }
    }
}

impl Instant {
    fn value(&self, time: Time, local: Local) -> i128 {
        let utc = i128::from(time.seconds) * NANOS + i128::from(time.nanos);
        if !self.of_day {
            return utc;
        }
        let ahead = (local.0)(time.seconds);
        (utc + i128::from(ahead) * NANOS).rem_euclid(DAY)
    }

    /// Reads `03:12`, `03:12:00.5`, `2026-11-21`, `2026-11-21T03:12` (or with a blank), with
    /// `Z` or `+01:00` behind it, or seconds since 1970.
    pub(super) fn read(text: &str, local: Local) -> Option<Instant> {
        if let Some((at, width)) = clock(text) {
            return Some(Instant {
                of_day: true,
                at,
                width,
            });
        }
        if let Some((at, width)) = epoch(text) {
            return Some(Instant {
                of_day: false,
                at,
                width,
            });
        }
        let (date, rest) = text.split_at_checked(10)?;
        let days = days(date)?;
        let rest = rest
            .strip_prefix(['T', 't', ' '])
            .or(rest.is_empty().then_some(""))?;
        let (of_day, zone) = match rest.find(['Z', 'z', '+', '-']) {
            Some(at) => rest.split_at_checked(at)?,
            None => (rest, ""),
        };
        let (of_day, width) = match of_day {
            "" if text.len() == date.len() => (0, DAY),
            _ => clock(of_day)?,
        };
        let civil = days * DAY + of_day;
        let ahead = match zone {
            "" => {
                // what is ahead at the time in UTC may not be an hour before; then once more
                let at = |ahead: i32| i64::try_from(civil / NANOS).unwrap_or(0) - i64::from(ahead);
                let first = (local.0)(at(0));
                (local.0)(at(first))
            }
            "Z" | "z" => 0,
            _ => offset(zone)?,
        };
        Some(Instant {
            of_day: false,
            at: civil - i128::from(ahead) * NANOS,
            width,
        })
    }
}

fn two(text: &str, below: i128) -> Option<i128> {
    let digits = text.len() == 2 && text.bytes().all(|b| b.is_ascii_digit());
    number(text.trim_start_matches('0'))
        .or(Some(0))
        .filter(|n| digits && *n < below)
}

/// `HH:MM`, `HH:MM:SS`, `HH:MM:SS.FFF`: nanoseconds since midnight, and how many the last
/// digit stands for.
fn clock(text: &str) -> Option<(i128, i128)> {
    let mut parts = text.split(':');
    let hour = two(parts.next()?, 24)?;
    let minute = two(parts.next()?, 60)?;
    let base = (hour * 60 + minute) * 60 * NANOS;
    let Some(seconds) = parts.next() else {
        return Some((base, 60 * NANOS));
    };
    if parts.next().is_some() {
        return None;
    }
    let (whole, fraction) = match seconds.split_once('.') {
        Some((whole, fraction)) => (whole, nanos(fraction)?),
        None => (seconds, (0, NANOS)),
    };
    Some((base + two(whole, 60)? * NANOS + fraction.0, fraction.1))
}

/// Digits behind the point: nanoseconds, and how many the last digit stands for.
fn nanos(digits: &str) -> Option<(i128, i128)> {
    let len = u32::try_from(digits.len())
        .ok()
        .filter(|n| (1..=9).contains(n))?;
    if !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let width = 10i128.pow(9 - len);
    Some((digits.parse::<i128>().ok()? * width, width))
}

fn epoch(text: &str) -> Option<(i128, i128)> {
    let (whole, fraction) = match text.split_once('.') {
        Some((whole, fraction)) => (whole, nanos(fraction)?),
        None => (text, (0, NANOS)),
    };
    let digits = !whole.is_empty() && whole.bytes().all(|b| b.is_ascii_digit());
    let seconds = whole.parse::<i64>().ok().filter(|_| digits)?;
    Some((i128::from(seconds) * NANOS + fraction.0, fraction.1))
}

/// `+01:00`, `-0530`: seconds ahead of UTC.
fn offset(text: &str) -> Option<i32> {
    let sign = if text.starts_with('-') { -1 } else { 1 };
    let digits = text.get(1..)?.replace(':', "");
    let (hours, minutes) = digits.split_at_checked(2)?;
    let seconds = (two(hours, 24)? * 60 + two(minutes, 60)?) * 60;
    i32::try_from(seconds).ok().map(|s| s * sign)
}

/// `YYYY-MM-DD`: days since 1970.
fn days(date: &str) -> Option<i128> {
    let mut parts = date.split('-');
    let year = parts.next().filter(|y| y.len() == 4)?;
    let year: i128 = year.parse().ok()?;
    let month = two(parts.next()?, 13).filter(|m| *m > 0)?;
    let day = two(parts.next()?, 32).filter(|d| *d > 0)?;
    // years begin in March, so that a leap day is a year's last
    let year = year - i128::from(month <= 2);
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    Some(era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468)
}

#[cfg(test)]
mod tests {
    use super::*;

    const UTC: Local = Local(|_| 0);
    const EAST: Local = Local(|_| 3_600);

    fn at(text: &str, local: Local) -> i128 {
        Instant::read(text, local).unwrap().at / NANOS
    }

    #[test]
    fn points_in_time() {
        assert_eq!(at("2026-11-21T01:55:00Z", EAST), 1_795_226_100);
        assert_eq!(at("2026-11-21 01:55", UTC), 1_795_226_100);
        assert_eq!(at("2026-11-21T02:55:00", EAST), 1_795_226_100);
        assert_eq!(at("2026-11-21T02:55:00+01:00", UTC), 1_795_226_100);
        assert_eq!(at("2000-02-29", UTC), 951_782_400);
        assert_eq!(at("1969-12-31T23:59:59Z", UTC), -1);
        assert_eq!(at("1795226100.5", UTC), 1_795_226_100);
        for bad in [
            "",
            "25:00",
            "03:60",
            "3:12",
            "2026-13-01",
            "2026-11-21T",
            "x",
            "-5",
            "1:2:3:4",
        ] {
            assert_eq!(Instant::read(bad, UTC), None, "{bad}");
        }
    }

    #[test]
    fn times_of_day_are_local() {
        let time = |seconds| Time { seconds, nanos: 0 };
        let read = |text| Instant::read(text, EAST).unwrap();
        assert!(When::At(read("02:55")).holds(time(1_795_226_100), EAST));
        assert!(When::At(read("02:55")).holds(time(1_795_226_159), EAST));
        assert!(!When::At(read("02:55")).holds(time(1_795_226_160), EAST));
        assert!(When::From(read("02:55")).holds(time(1_795_226_100), EAST));
        assert!(!When::After(read("02:55")).holds(time(1_795_226_100), EAST));
        assert!(When::Before(read("02:56")).holds(time(1_795_226_100), EAST));
        let day = When::At(read("2026-11-21"));
        assert!(day.holds(time(1_795_226_100), EAST) && !day.holds(time(1_795_305_600), EAST));
        assert!(When::Between(read("02:00"), read("02:55")).holds(time(1_795_226_100), EAST));
    }
}
