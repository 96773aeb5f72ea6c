//! Numbers with a unit: `10ms`, `1.5Mbit`, `4KiB`. They are compared with fields whose unit
//! counts the same thing, exactly.

use crate::table::Unit;
use std::cmp::Ordering;

/// What units count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Dimension {
    /// In femtoseconds.
    Time,
    /// In bytes.
    Size,
    /// In bits a second.
    Rate,
    /// In packets a second.
    PacketRate,
    /// In hertz.
    Frequency,
    /// In 1/3200 dBm.
    Level,
    /// In dB.
    Gain,
    /// In thousandths.
    Share,
    /// In microwatts.
    Power,
    /// In microvolts.
    Voltage,
    /// In thousandths of a degree Celsius.
    Temperature,
    /// In millimetres.
    Length,
}

impl Dimension {
    /// What it counts, and how it is written.
    pub(super) fn says(self) -> &'static str {
        match self {
            Dimension::Time => "a time, such as 10ms",
            Dimension::Size => "bytes, such as 1500 or 4KiB",
            Dimension::Rate => "a rate, such as 1Mbit",
            Dimension::PacketRate => "a rate, such as 100pps",
            Dimension::Frequency => "a frequency, such as 2412MHz",
            Dimension::Level => "a level, such as -60dBm",
            Dimension::Gain => "a gain, such as 3dB",
            Dimension::Share => "a share, such as 50%",
            Dimension::Power => "a power, such as 10mW",
            Dimension::Voltage => "a voltage, such as 3.3V",
            Dimension::Temperature => "a temperature, such as 40degC",
            Dimension::Length => "a length, such as 10m",
        }
    }
}

/// How units are written behind a number.
const SUFFIXES: &[(&str, Dimension, i128)] = &[
    ("fs", Dimension::Time, 1),
    ("ps", Dimension::Time, 1_000),
    ("ns", Dimension::Time, 1_000_000),
    ("us", Dimension::Time, 1_000_000_000),
    ("µs", Dimension::Time, 1_000_000_000),
    ("ms", Dimension::Time, 1_000_000_000_000),
    ("s", Dimension::Time, SECOND),
    ("min", Dimension::Time, 60 * SECOND),
    ("h", Dimension::Time, 3_600 * SECOND),
    ("d", Dimension::Time, 86_400 * SECOND),
    ("B", Dimension::Size, 1),
    ("kB", Dimension::Size, 1_000),
    ("MB", Dimension::Size, 1_000_000),
    ("GB", Dimension::Size, 1_000_000_000),
    ("KiB", Dimension::Size, 1 << 10),
    ("MiB", Dimension::Size, 1 << 20),
    ("GiB", Dimension::Size, 1 << 30),
    ("bit", Dimension::Rate, 1),
    ("kbit", Dimension::Rate, 1_000),
    ("Mbit", Dimension::Rate, 1_000_000),
    ("Gbit", Dimension::Rate, 1_000_000_000),
    ("bit/s", Dimension::Rate, 1),
    ("kbit/s", Dimension::Rate, 1_000),
    ("Mbit/s", Dimension::Rate, 1_000_000),
    ("Gbit/s", Dimension::Rate, 1_000_000_000),
    ("B/s", Dimension::Rate, 8),
    ("kB/s", Dimension::Rate, 8_000),
    ("MB/s", Dimension::Rate, 8_000_000),
    ("GB/s", Dimension::Rate, 8_000_000_000),
    ("pps", Dimension::PacketRate, 1),
    ("Hz", Dimension::Frequency, 1),
    ("kHz", Dimension::Frequency, 1_000),
    ("MHz", Dimension::Frequency, 1_000_000),
    ("GHz", Dimension::Frequency, 1_000_000_000),
    ("dBm", Dimension::Level, 3_200),
    ("dB", Dimension::Gain, 1),
    ("%", Dimension::Share, 10),
    ("uW", Dimension::Power, 1),
    ("mW", Dimension::Power, 1_000),
    ("W", Dimension::Power, 1_000_000),
    ("uV", Dimension::Voltage, 1),
    ("mV", Dimension::Voltage, 1_000),
    ("V", Dimension::Voltage, 1_000_000),
    ("degC", Dimension::Temperature, 1_000),
    ("mm", Dimension::Length, 1),
    ("cm", Dimension::Length, 10),
    ("m", Dimension::Length, 1_000),
];

const SECOND: i128 = 1_000_000_000_000_000;

/// What a field's unit counts, and how much of it one is. `None` where its length is not
/// known from a capture, or where it is no amount.
pub(super) fn scale(unit: Unit) -> Option<(Dimension, i128)> {
    Some(match unit {
        Unit::Femtoseconds => (Dimension::Time, 1),
        Unit::Picoseconds => (Dimension::Time, 1_000),
        Unit::Nanoseconds => (Dimension::Time, 1_000_000),
        Unit::Microseconds => (Dimension::Time, 1_000_000_000),
        Unit::Milliseconds => (Dimension::Time, 1_000_000_000_000),
        Unit::Centiseconds | Unit::ClockTicks => (Dimension::Time, SECOND / 100),
        Unit::Deciseconds => (Dimension::Time, SECOND / 10),
        Unit::Seconds => (Dimension::Time, SECOND),
        Unit::Minutes => (Dimension::Time, 60 * SECOND),
        Unit::Hours => (Dimension::Time, 3_600 * SECOND),
        Unit::Days => (Dimension::Time, 86_400 * SECOND),
        Unit::PschedTicks => (Dimension::Time, 64_000_000),
        Unit::TimeUnits => (Dimension::Time, 1_024_000_000_000),
        Unit::Bytes => (Dimension::Size, 1),
        Unit::Kibibytes => (Dimension::Size, 1 << 10),
        Unit::BytesPerSecond => (Dimension::Rate, 8),
        Unit::BitsPerSecond => (Dimension::Rate, 1),
        Unit::KilobitsPerSecond => (Dimension::Rate, 1_000),
        Unit::MegabitsPerSecond => (Dimension::Rate, 1_000_000),
        Unit::Kilobits100PerSecond => (Dimension::Rate, 100_000),
        Unit::PacketsPerSecond => (Dimension::PacketRate, 1),
        Unit::Hertz => (Dimension::Frequency, 1),
        Unit::Kilohertz => (Dimension::Frequency, 1_000),
        Unit::Megahertz => (Dimension::Frequency, 1_000_000),
        Unit::Dbm => (Dimension::Level, 3_200),
        Unit::Mbm => (Dimension::Level, 32),
        Unit::Dbm128 => (Dimension::Level, 25),
        Unit::Db => (Dimension::Gain, 1),
        Unit::Percent => (Dimension::Share, 10),
        Unit::Permille => (Dimension::Share, 1),
        Unit::Milliwatts => (Dimension::Power, 1_000),
        Unit::Microwatts => (Dimension::Power, 1),
        Unit::Millivolts => (Dimension::Voltage, 1_000),
        Unit::Microvolts => (Dimension::Voltage, 1),
        Unit::Celsius => (Dimension::Temperature, 1_000),
        Unit::Millicelsius => (Dimension::Temperature, 1),
        Unit::Meters => (Dimension::Length, 1_000),
        Unit::Centimeters => (Dimension::Length, 10),
        Unit::Millimeters => (Dimension::Length, 1),
        _ => return None,
    })
}

/// A number with a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Quantity {
    pub(super) dimension: Dimension,
    /// The amount, times `per`.
    amount: i128,
    per: i128,
}

impl Quantity {
    /// Reads `10ms`; `None` where the unit is none or the number has too many digits.
    pub(super) fn read(text: &str) -> Option<Quantity> {
        let end = text.find(|c: char| !matches!(c, '0'..='9' | '.' | '-' | '+'))?;
        let (number, suffix) = text.split_at_checked(end)?;
        let (_, dimension, size) = SUFFIXES.iter().find(|(word, ..)| *word == suffix)?;
        let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
        if fraction.len() > 9 || whole.len() > 15 || fraction.starts_with(['-', '+']) {
            return None;
        }
        let digits: i128 = format!("{whole}{fraction}").parse().ok()?;
        Some(Quantity {
            dimension: *dimension,
            amount: digits * size,
            per: 10i128.pow(fraction.len() as u32),
        })
    }

    /// How a field's value compares with it; `None` where the units count different things.
    pub(super) fn compare(&self, value: i128, unit: Unit) -> Option<Ordering> {
        let (dimension, size) = scale(unit)?;
        if dimension != self.dimension {
            return None;
        }
        // what overflows is more than any amount
        let value = value.saturating_mul(size).saturating_mul(self.per);
        Some(value.cmp(&self.amount))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_compare_across_units() {
        let compare = |text, value, unit| Quantity::read(text).unwrap().compare(value, unit);
        assert_eq!(
            compare("10ms", 10_000, Unit::Microseconds),
            Some(Ordering::Equal)
        );
        assert_eq!(
            compare("1Mbit", 125_000, Unit::BytesPerSecond),
            Some(Ordering::Equal)
        );
        assert_eq!(
            compare("1.5Mbit", 1_499, Unit::KilobitsPerSecond),
            Some(Ordering::Less)
        );
        assert_eq!(compare("-60dBm", -6_000, Unit::Mbm), Some(Ordering::Equal));
        assert_eq!(compare("-0.5dBm", -64, Unit::Dbm128), Some(Ordering::Equal));
        assert_eq!(
            compare("2.412GHz", 2_412, Unit::Megahertz),
            Some(Ordering::Equal)
        );
        assert_eq!(compare("50%", 501, Unit::Permille), Some(Ordering::Greater));
        assert_eq!(
            compare("1d", u64::MAX.into(), Unit::Days),
            Some(Ordering::Greater)
        );
        assert_eq!(compare("10ms", 1, Unit::Bytes), None);
        assert_eq!(compare("10ms", 1, Unit::Jiffies), None);
    }

    #[test]
    fn what_is_no_amount() {
        for text in [
            "10",
            "ms",
            "10xs",
            "1.2.3s",
            "--1s",
            "1.-5s",
            "10 ms",
            "9999999999999999s",
        ] {
            assert_eq!(Quantity::read(text), None, "{text}");
        }
    }
}
