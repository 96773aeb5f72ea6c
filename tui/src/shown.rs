//! Which rows the list shows: all, without copies, or those that a filter leaves.

use crate::store::Copies;

/// The rows that the list shows. A position counts shown rows, a row counts all.
#[derive(Clone, Copy)]
pub struct Shown<'a> {
    /// The first row that is there.
    pub from: u32,
    /// Behind the last row.
    pub rows: u32,
    /// Copies, where they stand behind the first of them.
    pub hidden: Option<&'a Copies>,
    /// Rows that fit the filter, in order.
    pub fit: Option<&'a [u32]>,
}

impl Shown<'_> {
    fn all(&self) -> usize {
        self.rows.saturating_sub(self.from) as usize
    }

    /// How many are shown.
    pub fn count(&self) -> u32 {
        let count = match (self.fit, self.hidden) {
            (Some(fit), _) => {
                let gone = fit.partition_point(|r| *r < self.from);
                fit.partition_point(|r| *r < self.rows).saturating_sub(gone)
            }
            (None, Some(hidden)) => self.all().saturating_sub(hidden.rows().len()),
            (None, None) => self.all(),
        };
        u32::try_from(count).unwrap_or(u32::MAX)
    }

    /// The row at a position.
    pub fn row(&self, position: u32) -> Option<u32> {
        if position >= self.count() {
            return None;
        }
        match (self.fit, self.hidden) {
            (Some(fit), _) => {
                let gone = fit.partition_point(|r| *r < self.from);
                fit.get(gone + position as usize).copied()
            }
            (None, Some(hidden)) => {
                // how many are hidden before it: those whose row, less those hidden before it, is not behind it
                let hidden = hidden.rows();
                let position = position + self.from;
                let (mut low, mut high) = (0, hidden.len());
                while low < high {
                    let middle = low.midpoint(high);
                    let row = hidden.get(middle).copied().unwrap_or(u32::MAX);
                    if row as usize - middle <= position as usize {
                        low = middle + 1;
                    } else {
                        high = middle;
                    }
                }
                Some(position + low as u32)
            }
            (None, None) => Some(position + self.from),
        }
    }

    /// Where a row is shown, or would be.
    pub fn position(&self, row: u32) -> u32 {
        let at = match (self.fit, self.hidden) {
            (Some(fit), _) => {
                let gone = fit.partition_point(|r| *r < self.from);
                fit.partition_point(|r| *r < row).saturating_sub(gone)
            }
            (None, Some(hidden)) => {
                let behind = row.saturating_sub(self.from) as usize;
                behind.saturating_sub(hidden.rows().partition_point(|r| *r < row))
            }
            (None, None) => row.saturating_sub(self.from) as usize,
        };
        at as u32
    }

    /// Whether a row is shown.
    pub fn has(&self, row: u32) -> bool {
        self.row(self.position(row)) == Some(row)
    }

    /// The next of sorted rows behind or before one, of those that are shown; in a circle.
    pub fn neighbour(&self, rows: &[u32], row: u32, forward: bool) -> Option<u32> {
        let behind = rows.partition_point(|r| *r <= row);
        let before = rows.partition_point(|r| *r < row);
        let has = |r: &&u32| self.has(**r);
        let (a, b) = if forward {
            rows.split_at(behind)
        } else {
            rows.split_at(before)
        };
        let found = if forward {
            b.iter().find(has).or_else(|| a.iter().find(has))
        } else {
            a.iter().rfind(has).or_else(|| b.iter().rfind(has))
        };
        found.copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(rows: u32) -> Shown<'static> {
        Shown {
            from: 0,
            rows,
            hidden: None,
            fit: None,
        }
    }

    #[test]
    fn neighbours_go_in_a_circle() {
        let rows = [3, 7, 9];
        let shown = all(20);
        assert_eq!(shown.neighbour(&rows, 3, true), Some(7));
        assert_eq!(shown.neighbour(&rows, 9, true), Some(3));
        assert_eq!(shown.neighbour(&rows, 3, false), Some(9));
        assert_eq!(shown.neighbour(&rows, 8, false), Some(7));
        assert_eq!(shown.neighbour(&[], 8, false), None);
        let fit = [1, 7, 8];
        let some = Shown {
            fit: Some(&fit),
            ..shown
        };
        assert_eq!(some.neighbour(&rows, 7, true), Some(7));
        assert_eq!(some.neighbour(&[3], 7, true), None);
    }

    #[test]
    fn positions_and_rows() {
        let mut copies = Copies::default();
        for row in [2, 3, 4, 8] {
            copies.add(row, 1);
        }
        let shown = Shown {
            hidden: Some(&copies),
            ..all(10)
        };
        let rows: Vec<u32> = (0..shown.count()).filter_map(|p| shown.row(p)).collect();
        assert_eq!(rows, [0, 1, 5, 6, 7, 9]);
        for (position, row) in rows.iter().enumerate() {
            assert_eq!(shown.position(*row) as usize, position);
            assert!(shown.has(*row));
        }
        assert!(!shown.has(3) && !shown.has(10));
        assert_eq!(shown.row(6), None);
        // the first rows were dropped, and the copies among them
        let mut copies = Copies::default();
        for row in [104, 108] {
            copies.add(row, 101);
        }
        let fit = [3, 103, 105];
        for (hidden, fit, want) in [
            (
                None,
                None,
                vec![101, 102, 103, 104, 105, 106, 107, 108, 109],
            ),
            (Some(&copies), None, vec![101, 102, 103, 105, 106, 107, 109]),
            (None, Some(&fit[..]), vec![103, 105]),
        ] {
            let shown = Shown {
                from: 101,
                rows: 110,
                hidden,
                fit,
            };
            let rows: Vec<u32> = (0..shown.count()).filter_map(|p| shown.row(p)).collect();
            assert_eq!(rows, want);
            for (position, row) in rows.iter().enumerate() {
                assert_eq!(shown.position(*row) as usize, position);
            }
        }
    }
}
