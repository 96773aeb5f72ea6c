//! What came of requests, as the browser keeps it: sixteen bytes a request.

use netlink_dissector::envelope::Place;
use netlink_dissector::exchange::{Exchange, Outcome};
use netlink_dissector::sink::text::{write_duration, write_errno};

/// No row.
const NONE: u32 = u32::MAX;

/// What came of a request, as the index hands it over.
pub struct Retired {
    place: Place,
    end: Option<Place>,
    ns: Option<u64>,
    outcome: Outcome,
    probe: bool,
    word: String,
}

impl Retired {
    /// What is kept of an exchange: of it, and of each message of a transaction.
    pub fn of(x: &Exchange<'_>, mut take: impl FnMut(Retired)) {
        let word = |outcome: Outcome, error, refusal| match outcome {
            Outcome::Error => {
                let mut word = Vec::new();
                write_errno(&mut word, error, refusal);
                String::from_utf8_lossy(&word).into_owned()
            }
            other => other.word().to_owned(),
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
#[derive(Clone, Copy)]
pub struct Kept {
    row: u32,
    end: u32,
    /// Microseconds.
    took: u32,
    word: u16,
    outcome: Outcome,
    /// A mere question whether the kernel knows something.
    pub probe: bool,
}

impl Kept {
    /// The row of the message that ended it.
    pub fn end(&self) -> Option<u32> {
        (self.end != NONE).then_some(self.end)
    }

    /// It was refused.
    pub fn refused(&self) -> bool {
        self.outcome == Outcome::Error
    }

    /// An answer was due, and none is there.
    pub fn unanswered(&self) -> bool {
        matches!(self.outcome, Outcome::Unanswered | Outcome::Lost)
    }
}

/// What came of all requests, by row.
#[derive(Default)]
pub struct Exchanges {
    kept: Vec<Kept>,
    words: Vec<String>,
}

impl Exchanges {
    /// Takes in what retired, and tells of each; `row_of` tells the rows of places.
    pub fn add(
        &mut self,
        retired: Vec<Retired>,
        row_of: impl Fn(Place) -> Option<u32>,
        mut tell: impl FnMut(u32, &Kept),
    ) {
        let (mut least, sorted) = (NONE, self.kept.len());
        for x in retired {
            let Some(row) = row_of(x.place) else { continue };
            let known = self.words.iter().position(|w| *w == x.word);
            let word = known.unwrap_or_else(|| {
                self.words.push(x.word);
                self.words.len() - 1
            });
            least = least.min(row);
            let kept = Kept {
                row,
                end: x.end.and_then(&row_of).unwrap_or(NONE),
                took: x.ns.map_or(NONE, |ns| {
                    u32::try_from(ns / 1000).unwrap_or(NONE - 1).min(NONE - 1)
                }),
                word: u16::try_from(word).unwrap_or(u16::MAX),
                outcome: x.outcome,
                probe: x.probe,
            };
            tell(row, &kept);
            self.kept.push(kept);
        }
        // what was known is sorted, and what is new nearly so
        let known = self.kept.get(..sorted).unwrap_or(&[]);
        let from = known.partition_point(|k| k.row < least);
        if let Some(tail) = self.kept.get_mut(from..) {
            tail.sort_by_key(|k| k.row);
        }
    }

    /// What came of the request in a row.
    pub fn of(&self, row: u32) -> Option<&Kept> {
        let at = self.kept.binary_search_by_key(&row, |k| k.row).ok()?;
        self.kept.get(at)
    }

    /// The same in words: `ack 2.61 ms`.
    pub fn text(&self, kept: &Kept) -> String {
        if kept.probe {
            return "probe".into();
        }
        let word = self.words.get(usize::from(kept.word));
        let mut out = word.cloned().unwrap_or_default().into_bytes();
        if kept.took != NONE {
            out.push(b' ');
            write_duration(&mut out, u64::from(kept.took) * 1000);
        }
        String::from_utf8(out).unwrap_or_default()
    }
}
