//! How many messages there are over time, in few numbers.

use netlink_dissector::envelope::Time;

/// Numbers that are kept at most.
const MOST: usize = 512;
/// The shortest time that one stands for.
const LEAST_NS: i128 = 1_000_000;

/// Messages over time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rate {
    from: Option<i128>,
    /// Nanoseconds that a number stands for; it doubles as the time grows.
    wide: i128,
    counts: Vec<u64>,
}

impl Rate {
    /// Counts a message.
    pub fn add(&mut self, time: Time) {
        let now = i128::from(time.seconds) * 1_000_000_000 + i128::from(time.nanos);
        let from = *self.from.get_or_insert(now);
        self.wide = self.wide.max(LEAST_NS);
        // a clock that was set back counts at the begin
        let since = (now - from).max(0);
        while since / self.wide >= MOST as i128 {
            self.counts = self.counts.chunks(2).map(|two| two.iter().sum()).collect();
            self.wide *= 2;
        }
        let at = (since / self.wide) as usize;
        if self.counts.len() <= at {
            self.counts.resize(at + 1, 0);
        }
        if let Some(count) = self.counts.get_mut(at) {
            *count += 1;
        }
    }

    /// Messages a second, in so many columns or fewer, and the seconds of a column.
    pub fn columns(&self, columns: usize) -> (Vec<f64>, f64) {
        let each = self.counts.len().div_ceil(columns.max(1)).max(1);
        let seconds = self.wide as f64 * each as f64 / 1e9;
        let rate = |part: &[u64]| part.iter().sum::<u64>() as f64 / seconds;
        (self.counts.chunks(each).map(rate).collect(), seconds)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn none_is_lost_as_the_time_grows() {
        let mut rate = Rate::default();
        for i in 0..10_000 {
            rate.add(Time {
                seconds: 100 + i,
                nanos: 500_000_000,
            });
        }
        assert!(rate.counts.len() <= MOST);
        assert_eq!(rate.counts.iter().sum::<u64>(), 10_000);
        for wide in [1, 7, 80, 1000] {
            let (columns, seconds) = rate.columns(wide);
            assert!(columns.len() <= wide);
            let all: f64 = columns.iter().map(|c| c * seconds).sum();
            assert!((all - 10_000.0).abs() < 1e-3);
            // the last column may stand for more time than was counted
            let even = &columns[..columns.len() - 1];
            assert!(even.iter().all(|c| (c - 1.0).abs() < 0.2), "{columns:?}");
        }
    }

    #[test]
    fn a_clock_set_back_does_no_harm() {
        let mut rate = Rate::default();
        for seconds in [100, 50, i64::MAX, i64::MIN, 0] {
            rate.add(Time { seconds, nanos: 0 });
        }
        assert_eq!(rate.counts.iter().sum::<u64>(), 5);
    }
}
