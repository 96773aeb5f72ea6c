//! Times of packets: from the units of a capture to seconds and nanoseconds.

const NANOS: u32 = 1_000_000_000;

/// A time since 1970-01-01 00:00:00 UTC, leap seconds not counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp {
    /// Whole seconds, rounded down.
    pub seconds: i64,
    /// Nanoseconds within the second, below 1,000,000,000. Finer parts are cut off.
    pub nanos: u32,
}

impl Timestamp {
    /// From the two fields of a pcap record header, the second one in nanoseconds.
    /// A fraction of a second or more, which some writers produce, is carried over.
    #[inline]
    pub(crate) fn from_parts(seconds: u32, nanos: u64) -> Timestamp {
        let nano = u64::from(NANOS);
        if nanos < nano {
            return Timestamp {
                seconds: i64::from(seconds),
                nanos: nanos as u32,
            };
        }
        Timestamp {
            seconds: i64::from(seconds) + (nanos / nano) as i64,
            nanos: (nanos % nano) as u32,
        }
    }

    /// Nanoseconds since 1970, the greatest or least 64-bit number where they do not fit.
    pub fn as_nanos(self) -> i64 {
        let total = i128::from(self.seconds) * i128::from(NANOS) + i128::from(self.nanos);
        i64::try_from(total).unwrap_or(if total < 0 { i64::MIN } else { i64::MAX })
    }
}

/// The unit of an interface's times: `if_tsresol` (pcapng draft, section 4.2).
///
/// The byte as it stands in the file: with the highest bit clear, the unit is 10 to the minus that power of a
/// second; with it set, 2 to the minus the other seven bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Resolution(pub u8);

impl Resolution {
    /// 10⁻⁶ s, what holds without the option.
    pub const MICROSECONDS: Resolution = Resolution(6);
    /// 10⁻⁹ s.
    pub const NANOSECONDS: Resolution = Resolution(9);

    /// The time of a count of these units since 1970, `offset` seconds later (`if_tsoffset`).
    #[inline]
    pub fn time(self, ticks: u64, offset: i64) -> Timestamp {
        let (seconds, nanos) = match self.0 {
            6 => (ticks / 1_000_000, (ticks % 1_000_000) as u32 * 1000),
            9 => (ticks / u64::from(NANOS), (ticks % u64::from(NANOS)) as u32),
            other => split(other, ticks),
        };
        Timestamp {
            seconds: i64::try_from(seconds)
                .unwrap_or(i64::MAX)
                .saturating_add(offset),
            nanos,
        }
    }
}

/// Seconds and nanoseconds of `ticks`. A count has 64 bits, so 64 + 30 bits hold every product.
#[cold]
fn split(resolution: u8, ticks: u64) -> (u64, u32) {
    let power = u32::from(resolution & 0x7f);
    let ticks = u128::from(ticks);
    let nano = u128::from(NANOS);
    let (seconds, nanos) = if resolution & 0x80 != 0 {
        let part = ticks & ((1_u128 << power) - 1);
        (ticks >> power, (part * nano) >> power)
    } else {
        // 10³⁸ is the greatest power that 128 bits hold; no count reaches a nanosecond from 10⁻²⁹ on.
        match 10_u128.checked_pow(power) {
            Some(unit) => (ticks / unit, ticks % unit * nano / unit),
            None => (0, 0),
        }
    };
    (seconds as u64, nanos as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(resolution: u8, ticks: u64) -> (i64, u32) {
        let time = Resolution(resolution).time(ticks, 0);
        (time.seconds, time.nanos)
    }

    #[test]
    fn decimal_and_binary_units() {
        assert_eq!(at(6, 1_500_000), (1, 500_000_000));
        assert_eq!(at(9, 1_500_000_001), (1, 500_000_001));
        assert_eq!(at(0, 7), (7, 0));
        assert_eq!(at(3, 7001), (7, 1_000_000));
        assert_eq!(at(12, 1_000_000_001_999), (1, 1));
        assert_eq!(at(0x80 | 30, 3 << 29), (1, 500_000_000));
        assert_eq!(at(0x80, 7), (7, 0));
    }

    #[test]
    fn every_unit_at_its_limits() {
        for resolution in 0..=255 {
            for ticks in [0, 1, u64::MAX] {
                for offset in [i64::MIN, 0, i64::MAX] {
                    assert!(Resolution(resolution).time(ticks, offset).nanos < NANOS);
                }
            }
        }
        assert_eq!(at(0, u64::MAX), (i64::MAX, 0));
        assert_eq!(at(127, u64::MAX), (0, 0));
    }

    #[test]
    fn offset_moves_seconds() {
        let time = Resolution::MICROSECONDS.time(1, -3600);
        assert_eq!((time.seconds, time.nanos), (-3600, 1000));
        assert_eq!(time.as_nanos(), -3600 * 1_000_000_000 + 1000);
    }

    #[test]
    fn a_fraction_above_one_second_is_carried() {
        let time = Timestamp::from_parts(1, 2_500_000_000);
        assert_eq!((time.seconds, time.nanos), (3, 500_000_000));
    }
}
