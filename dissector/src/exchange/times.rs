//! Times and what lies between them.

use crate::envelope::Time;

const NANOS: u64 = 1_000_000_000;

/// A time so many nanoseconds on.
pub(super) fn plus(time: Time, nanos: u64) -> Time {
    let sum = u64::from(time.nanos) + nanos % NANOS;
    let seconds = (nanos / NANOS + sum / NANOS) as i64;
    Time {
        seconds: time.seconds.saturating_add(seconds),
        nanos: (sum % NANOS) as u32,
    }
}

/// Nanoseconds from one time to another; none where it goes backwards.
pub(super) fn elapsed(from: Option<Time>, to: Option<Time>) -> Option<u64> {
    let (from, to) = (from?, to?);
    let seconds = to.seconds.checked_sub(from.seconds)?;
    let nanos = i64::from(to.nanos) - i64::from(from.nanos);
    let total = seconds.checked_mul(NANOS as i64)?.checked_add(nanos)?;
    u64::try_from(total).ok()
}

/// Whether a time is more than so many nanoseconds after another. No time is not later.
pub(super) fn later(from: Option<Time>, to: Option<Time>, nanos: u64) -> bool {
    match (from, to) {
        (Some(from), Some(to)) => to > plus(from, nanos),
        _ => false,
    }
}
