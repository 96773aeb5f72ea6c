//! The frames of a capture: eight bytes each, in pieces, so that they neither move nor take twice their room.

use std::collections::VecDeque;

/// Frames in a piece.
const PIECE: usize = 1 << 14;

/// A frame of the index.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Frame {
    /// Its number in the file.
    pub number: u32,
    /// Its first row.
    pub first: u32,
}

/// All frames, by their position among those of netlink.
#[derive(Default)]
pub struct Frames {
    pieces: VecDeque<Vec<Frame>>,
    /// Pieces that were dropped.
    gone: usize,
    len: usize,
}

impl Frames {
    /// The first position that is still there.
    pub fn start(&self) -> usize {
        (self.gone * PIECE).min(self.len)
    }

    /// The frame at a position.
    pub fn get(&self, at: usize) -> Option<Frame> {
        let piece = self.pieces.get((at / PIECE).checked_sub(self.gone)?)?;
        piece.get(at % PIECE).copied()
    }

    /// Adds frames at the end.
    pub fn extend(&mut self, frames: Vec<Frame>) {
        let mut rest = frames.as_slice();
        while !rest.is_empty() {
            if self.len.is_multiple_of(PIECE) {
                // a small capture takes no whole piece
                let room = if self.len == 0 { rest.len() } else { PIECE };
                self.pieces.push_back(Vec::with_capacity(room));
            }
            let Some(piece) = self.pieces.back_mut() else {
                return;
            };
            let (now, later) = rest.split_at(rest.len().min(PIECE - piece.len()));
            piece.extend_from_slice(now);
            self.len += now.len();
            rest = later;
        }
    }

    /// Takes away all from a position on.
    pub fn truncate(&mut self, at: usize) {
        self.len = self.len.min(at.max(self.start()));
        let pieces = self.len.div_ceil(PIECE) - self.gone;
        self.pieces.truncate(pieces);
        if let (Some(last), false) = (self.pieces.back_mut(), self.len.is_multiple_of(PIECE)) {
            last.truncate(self.len % PIECE);
        }
    }

    /// Drops those before a position, as far as that gives back room.
    pub fn forget(&mut self, at: usize) {
        while (self.gone + 1) * PIECE <= at && self.pieces.pop_front().is_some() {
            self.gone += 1;
        }
    }

    /// The position of the frame that has a row.
    pub fn of_row(&self, row: u32) -> Option<usize> {
        let behind = self.partition(|f| f.first <= row);
        behind.checked_sub(1).filter(|at| *at >= self.start())
    }

    /// The position of the first frame with this number, or a higher one.
    pub fn of_number(&self, number: u32) -> usize {
        // mostly all packets are netlink: then the number tells the position
        let start = self.start();
        if let Some(first) = self.get(start)
            && let Some(at) = number.checked_sub(first.number)
            && self
                .get(start + at as usize)
                .is_some_and(|f| f.number == number)
        {
            return start + at as usize;
        }
        self.partition(|f| f.number < number)
    }

    /// The first position, of those that are there, of which `before` does not hold.
    pub fn partition(&self, before: impl Fn(Frame) -> bool) -> usize {
        let (mut low, mut high) = (self.start(), self.len);
        while low < high {
            let middle = low.midpoint(high);
            if self.get(middle).is_some_and(&before) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn found_by_row_and_by_number_also_when_some_are_gone() {
        // every third packet is another one, every frame has two rows
        let all: Vec<Frame> = (0..100_000u32)
            .map(|i| Frame {
                number: 1 + i + i / 2,
                first: 2 * i,
            })
            .collect();
        let mut frames = Frames::default();
        for part in all.chunks(777) {
            frames.extend(part.to_vec());
        }
        for gone in [0, 50_000] {
            frames.forget(gone);
            assert!(frames.start() <= gone && gone < frames.start() + PIECE);
            for at in (gone..100_000).step_by(331) {
                let frame = all[at];
                assert_eq!(frames.get(at), Some(frame));
                assert_eq!(frames.of_row(frame.first), Some(at));
                assert_eq!(frames.of_row(frame.first + 1), Some(at));
                assert_eq!(frames.of_number(frame.number), at);
            }
        }
        assert_eq!(frames.get(0), None);
        assert_eq!(frames.of_row(0), None);
        frames.truncate(99_000);
        assert_eq!((frames.len, frames.get(99_000)), (99_000, None));
        assert_eq!(frames.get(98_999), Some(all[98_999]));
        frames.extend(all[99_000..].to_vec());
        assert_eq!(frames.get(99_999), Some(all[99_999]));
    }
}
