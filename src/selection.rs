//! `-n`: which frames and messages.

use crate::args::Select;
use netlink_dissector::envelope::Place;

/// A range of frames, or one message of a frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Frames(u64, u64),
    Message(u64, u32),
}

/// Which messages are wanted.
#[derive(Clone, Debug, Default)]
pub struct Selection {
    parts: Vec<Part>,
}

impl Selection {
    /// What the arguments ask for: all where they do not say.
    pub fn of(select: &Select) -> Result<Selection, String> {
        let numbers = select.numbers.as_deref();
        numbers.map_or(Ok(Selection::default()), Selection::parse)
    }

    /// Reads `12`, `12.1`, `10-20`, and several of these with commas.
    pub fn parse(text: &str) -> Result<Selection, String> {
        let part = |word: &str| {
            let word = word.trim();
            let bad = || format!("{word:?} is no selection: 12, 12.1 and 10-20 are");
            if let Some((frame, message)) = word.split_once('.') {
                let frame = frame.parse().map_err(|_| bad())?;
                return Ok(Part::Message(frame, message.parse().map_err(|_| bad())?));
            }
            let (from, to) = word.split_once('-').unwrap_or((word, word));
            let (from, to) = (
                from.parse().map_err(|_| bad())?,
                to.parse().map_err(|_| bad())?,
            );
            if from > to {
                return Err(bad());
            }
            Ok(Part::Frames(from, to))
        };
        let parts: Result<Vec<Part>, String> = text.split(',').map(part).collect();
        Ok(Selection { parts: parts? })
    }

    /// Whether a message is among them; with nothing given, all are.
    pub fn has(&self, place: &Place) -> bool {
        self.parts.is_empty()
            || self.parts.iter().any(|part| match *part {
                Part::Frames(from, to) => (from..=to).contains(&place.frame),
                Part::Message(frame, message) => place.frame == frame && place.message == message,
            })
    }

    /// Whether a message or one of its members is among them.
    pub fn has_any(&self, place: Place, mut members: impl Iterator<Item = Place>) -> bool {
        self.has(&place) || members.any(|member| self.has(&member))
    }

    /// The last frame that can be among them.
    pub fn last_frame(&self) -> Option<u64> {
        let last = |part: &Part| match *part {
            Part::Frames(_, to) => to,
            Part::Message(frame, _) => frame,
        };
        self.parts.iter().map(last).max()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn has(text: &str, frame: u64, message: u32) -> bool {
        let place = Place {
            file: None,
            frame,
            message,
        };
        Selection::parse(text).unwrap().has(&place)
    }

    #[test]
    fn selects() {
        assert!(has("12", 12, 3) && !has("12", 13, 0));
        assert!(has("12.1", 12, 1) && !has("12.1", 12, 0));
        assert!(has("10-20", 10, 0) && has("10-20", 20, 9) && !has("10-20", 21, 0));
        assert!(has("1,5-6,9.2", 9, 2) && !has("1,5-6,9.2", 9, 1));
        assert_eq!(Selection::parse("1,5-6,9.2").unwrap().last_frame(), Some(9));
        for bad in ["", "x", "5-1", "1.x", "-3", "1,,2"] {
            assert!(Selection::parse(bad).is_err(), "{bad}");
        }
    }
}
