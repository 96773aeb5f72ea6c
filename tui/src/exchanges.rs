//! What came of requests, as the browser keeps it: twelve bytes a request.

use netlink_dissector::envelope::Place;
use netlink_dissector::exchange::{Exchange, Outcome};
use netlink_dissector::sink::text::{write_duration, write_errno};
use std::borrow::Cow;
use std::collections::{HashMap, VecDeque};

/// No row.
const NONE: u32 = u32::MAX;
/// Rows of a piece.
const PIECE: u32 = 1 << 14;
/// So many words are told apart; what needs more has the plain word for its outcome.
const MOST_WORDS: usize = 4096;

/// What came of a request, as the index hands it over.
pub struct Retired {
    place: Place,
    end: Option<Place>,
    ns: Option<u64>,
    outcome: Outcome,
    probe: bool,
    word: Cow<'static, str>,
}

impl Retired {
    /// What is kept of an exchange: of it, and of each message of a transaction.
    pub fn of(x: &Exchange<'_>, mut take: impl FnMut(Retired)) {
        let word = |outcome: Outcome, error, refusal| match outcome {
            Outcome::Error => {
                let mut word = Vec::new();
                write_errno(&mut word, error, refusal);
                Cow::Owned(String::from_utf8_lossy(&word).into_owned())
            }
            other => Cow::Borrowed(other.word()),
        };
        take(Retired {
            place: x.place,
            end: x.end,
            ns: x.latency_ns,
            outcome: x.outcome,
            probe: x.probe.is_some(),
            word: match x.failed_member() {
                Some(m) => word(m.outcome, m.error, m.refusal.as_deref()),
                None => word(x.outcome, x.error, x.refusal.as_deref()),
            },
        });
        for member in x.members.iter().filter(|m| m.place != x.place) {
            take(Retired {
                place: member.place,
                end: None,
                ns: None,
                outcome: member.outcome,
                probe: false,
                word: word(member.outcome, member.error, member.refusal.as_deref()),
            });
        }
    }
}

/// What came of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kept {
    end: u32,
    /// Microseconds.
    took: u32,
    /// The row, within its piece.
    row: u16,
    word: u16,
}

/// An outcome, and how it is told.
#[derive(PartialEq, Eq, Hash, Clone)]
struct Word {
    outcome: Outcome,
    probe: bool,
    text: Box<str>,
}

/// What is to be known of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// The row of the message that ended it.
    pub end: Option<u32>,
    /// It was refused.
    pub refused: bool,
    /// An answer was due, and none is there.
    pub unanswered: bool,
    /// A mere question whether the kernel knows something.
    pub probe: bool,
    /// The same in words: `ack 2.61 ms`.
    pub text: String,
}

/// What came of all requests, by row: twelve bytes each, in pieces, each sorted.
#[derive(Default)]
pub struct Exchanges {
    pieces: VecDeque<Vec<Kept>>,
    /// Pieces that were dropped.
    gone: usize,
    words: Vec<Word>,
    numbers: HashMap<Word, u16>,
}

impl Exchanges {
    /// Takes in what retired, and tells of each; `row_of` tells the rows of places.
    pub fn add(
        &mut self,
        retired: Vec<Retired>,
        row_of: impl Fn(Place) -> Option<u32>,
        mut tell: impl FnMut(u32, &Known),
    ) {
        for x in retired {
            let Some(row) = row_of(x.place) else { continue };
            let mut word = Word {
                outcome: x.outcome,
                probe: x.probe,
                text: x.word.into(),
            };
            if self.words.len() >= MOST_WORDS && !self.numbers.contains_key(&word) {
                word.text = x.outcome.word().into();
            }
            let word = *self.numbers.entry(word).or_insert_with_key(|word| {
                self.words.push(word.clone());
                u16::try_from(self.words.len() - 1).unwrap_or(u16::MAX)
            });
            let kept = Kept {
                row: (row % PIECE) as u16,
                end: x.end.and_then(&row_of).unwrap_or(NONE),
                took: x.ns.map_or(NONE, |ns| {
                    u32::try_from(ns / 1000).unwrap_or(NONE - 1).min(NONE - 1)
                }),
                word,
            };
            tell(row, &self.known(&kept));
            let Some(at) = ((row / PIECE) as usize).checked_sub(self.gone) else {
                continue;
            };
            if self.pieces.len() <= at {
                // what is full is not filled any more, or hardly
                if let Some(last) = self.pieces.back_mut() {
                    last.shrink_to_fit();
                }
                self.pieces.resize_with(at + 1, Vec::new);
            }
            let Some(piece) = self.pieces.get_mut(at) else {
                continue;
            };
            match piece.binary_search_by_key(&kept.row, |k| k.row) {
                Ok(at) => {
                    if let Some(old) = piece.get_mut(at) {
                        *old = kept;
                    }
                }
                Err(at) => piece.insert(at, kept),
            }
        }
    }

    /// What came of the request in a row.
    pub fn of(&self, row: u32) -> Option<Known> {
        let piece = ((row / PIECE) as usize).checked_sub(self.gone)?;
        let piece = self.pieces.get(piece)?;
        let row = (row % PIECE) as u16;
        let at = piece.binary_search_by_key(&row, |k| k.row).ok()?;
        Some(self.known(piece.get(at)?))
    }

    /// Drops those before a row, as far as that gives back room.
    pub fn forget(&mut self, row: u32) {
        while (self.gone + 1) * PIECE as usize <= row as usize && self.pieces.pop_front().is_some()
        {
            self.gone += 1;
        }
    }

    fn known(&self, kept: &Kept) -> Known {
        let word = self.words.get(usize::from(kept.word));
        let outcome = word.map(|w| w.outcome);
        let probe = word.is_some_and(|w| w.probe);
        let mut text = match word {
            Some(_) if probe => b"probe".to_vec(),
            Some(word) => word.text.as_bytes().to_vec(),
            None => Vec::new(),
        };
        if kept.took != NONE && !probe {
            text.push(b' ');
            write_duration(&mut text, u64::from(kept.took) * 1000);
        }
        Known {
            end: (kept.end != NONE).then_some(kept.end),
            refused: outcome == Some(Outcome::Error),
            unanswered: matches!(outcome, Some(Outcome::Unanswered | Outcome::Lost)),
            probe,
            text: String::from_utf8(text).unwrap_or_default(),
        }
    }
}
