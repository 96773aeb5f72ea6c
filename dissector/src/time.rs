//! Points in time as text.

use crate::envelope::Time;

/// Date and time of day, in UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Civil {
    /// Year.
    pub year: i64,
    /// Month, from 1.
    pub month: u8,
    /// Day of the month, from 1.
    pub day: u8,
    /// Hour.
    pub hour: u8,
    /// Minute.
    pub minute: u8,
    /// Second.
    pub second: u8,
}

/// Splits seconds since 1970 into date and time of day.
pub fn civil(seconds: i64) -> Civil {
    let days = seconds.div_euclid(86_400);
    let rest = seconds.rem_euclid(86_400);
    // days since 0000-03-01, in eras of 400 years
    let z = days + 719_468;
    let era = z.div_euclid(146_097);
    let doe = z.rem_euclid(146_097);
    let yoe = (doe - doe / 1_460 + doe / 36_524 - doe / 146_096) / 365;
    let doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    let mp = (5 * doy + 2) / 153;
    let month = if mp < 10 { mp + 3 } else { mp - 9 };
    Civil {
        year: yoe + era * 400 + i64::from(month <= 2),
        month: month as u8,
        day: (doy - (153 * mp + 2) / 5 + 1) as u8,
        hour: (rest / 3_600) as u8,
        minute: (rest / 60 % 60) as u8,
        second: (rest % 60) as u8,
    }
}

/// Writes a time as RFC 3339 in UTC with nine digits: `2026-11-21T01:55:00.000476123Z`.
pub fn write_utc(out: &mut Vec<u8>, time: Time) {
    let c = civil(time.seconds);
    if let year @ 0..=9999 = c.year {
        let [a, b] = two(year as u32 / 100);
        let [c, d] = two(year as u32);
        out.extend_from_slice(&[a, b, c, d]);
    } else {
        out.extend_from_slice(c.year.to_string().as_bytes());
    }
    let ([m0, m1], [d0, d1]) = (two(c.month.into()), two(c.day.into()));
    out.extend_from_slice(&[b'-', m0, m1, b'-', d0, d1, b'T']);
    write_clock(out, &c, time.nanos, 9);
    out.push(b'Z');
}

/// Writes the time of day with so many digits of the second: `01:55:00.000476`.
pub fn write_clock(out: &mut Vec<u8>, c: &Civil, nanos: u32, places: usize) {
    let ([h0, h1], [m0, m1]) = (two(c.hour.into()), two(c.minute.into()));
    let [s0, s1] = two(c.second.into());
    out.extend_from_slice(&[h0, h1, b':', m0, m1, b':', s0, s1, b'.']);
    fraction(out, nanos, places);
}

/// The last two digits of a number.
#[inline]
pub fn two(n: u32) -> [u8; 2] {
    let n = n % 100;
    [b'0' + (n / 10) as u8, b'0' + (n % 10) as u8]
}

/// Writes the first digits of the nine that a second's nanoseconds have.
pub fn fraction(out: &mut Vec<u8>, nanos: u32, places: usize) {
    let thousands = [nanos / 1_000_000, nanos / 1_000, nanos].map(|n| {
        let n = n % 1_000;
        [n / 100, n / 10 % 10, n % 10].map(|digit| b'0' + digit as u8)
    });
    let digits = thousands.as_flattened();
    out.extend_from_slice(digits.get(..places).unwrap_or(digits));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(seconds: i64, nanos: u32) -> String {
        let mut out = Vec::new();
        write_utc(&mut out, Time { seconds, nanos });
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn known_times() {
        assert_eq!(text(0, 0), "1970-01-01T00:00:00.000000000Z");
        assert_eq!(text(951_782_400, 1), "2000-02-29T00:00:00.000000001Z");
        assert_eq!(
            text(1_795_226_100, 476_123),
            "2026-11-21T01:55:00.000476123Z"
        );
        assert_eq!(text(-1, 999_999_999), "1969-12-31T23:59:59.999999999Z");
        assert_eq!(text(4_107_542_400, 0), "2100-03-01T00:00:00.000000000Z");
    }
}
