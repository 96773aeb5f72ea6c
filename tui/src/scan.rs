//! Going through all messages: a search, a filter, tables, a file of some of them.

use crate::index::Pace;
use crate::rate::Rate;
use netlink_capture::counts::{Counts, Line, READY};
use netlink_capture::netlink::{Held, Input, Item};
use netlink_capture::slice::Slice;
use netlink_dissector::context::Context;
use netlink_dissector::envelope::Envelope;
use netlink_dissector::filter::{Filter, Hearing, Matcher};
use netlink_dissector::sink::arena::Arena;
use netlink_dissector::summary::Summary;
use std::io;
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

/// How often results are handed over.
const EVERY: Duration = Duration::from_millis(50);
/// How often tables are.
const TABLES_EVERY: Duration = Duration::from_millis(250);
/// Lines of a table that are shown.
const LINES: usize = 1000;

/// What goes on beside the list; of each, one at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lane {
    /// Hits are marked.
    Search,
    /// The list shows nothing else.
    Filter,
    /// Messages with a diagnostic.
    Odd,
    /// Tables.
    Count,
    /// A file is written.
    Write,
}

impl Lane {
    /// How many there are.
    pub const COUNT: usize = 5;
}

/// What is wanted.
pub enum Wanted<'t> {
    /// Messages with a text: in the summary, in names and values, or, written as hex behind `0x`, in the bytes.
    Text(String),
    /// Messages that a filter lets through.
    Filter(Box<Filter<'t>>),
    /// Tables of those that a filter lets through.
    Count(Option<Box<Filter<'t>>>),
    /// A file with the frames of these rows, or of all.
    Write(PathBuf, Option<Vec<u32>>),
}

/// Work that is to be done.
pub struct Job<'t> {
    /// Which lane it is of.
    pub lane: Lane,
    /// Its number; a newer one of the lane ends it.
    pub number: u64,
    /// What is wanted.
    pub wanted: Wanted<'t>,
    /// Copies count too.
    pub copies: bool,
    /// Where a search is to begin: the rows before come last.
    pub from: u32,
}

/// What a job has to say.
pub struct Found {
    /// Which lane it is of.
    pub lane: Lane,
    /// And its number.
    pub number: u64,
    /// What was found since the last time.
    pub what: What,
    /// How many rows were looked at.
    pub looked: u32,
    /// All of them were.
    pub done: bool,
}

/// What was found.
pub enum What {
    /// Rows, in order.
    Rows(Vec<u32>),
    /// The tables so far.
    Counted(Box<Counted>),
    /// So many frames were written; what went wrong.
    Written(u64, Option<io::Error>),
}

/// Tables.
#[derive(Default)]
pub struct Counted {
    /// Each with the names of its fields.
    pub tables: Vec<(Vec<&'static str>, Vec<Line>)>,
    /// Messages over time.
    pub rate: Rate,
    /// How many messages there are.
    pub messages: u64,
    /// Bytes of these.
    pub bytes: u64,
    /// From the first to the last.
    pub seconds: f64,
}

/// A reader, and the row at which it stands.
pub type Reader<'t> = (u32, Input<'t>);

/// Does a job, and hands over what is found. `start` gives a reader at a row or before it.
pub fn scan<'t>(
    mut start: Vec<Reader<'t>>,
    job: Job<'t>,
    newest: &AtomicU64,
    pace: &impl Pace,
    send: impl FnMut(Found),
) {
    let mut run = Run {
        lane: job.lane,
        number: job.number,
        copies: job.copies,
        newest,
        pace,
        looked: 0,
        sent: Instant::now(),
        send,
    };
    match job.wanted {
        Wanted::Text(wanted) => run.rows(start, text(&wanted)),
        Wanted::Filter(filter) => {
            run.ahead(&mut start, &filter);
            let mut matcher = Matcher::new(&filter);
            run.rows(start, |item, envelope, ctx| {
                item.matches(&mut matcher, envelope, ctx)
            });
        }
        Wanted::Count(filter) => {
            if let Some(filter) = &filter {
                run.ahead(&mut start, filter);
            }
            run.count(start, filter.as_deref());
        }
        Wanted::Write(path, rows) => run.write(start, &path, rows.as_deref()),
    }
}

/// A job under way.
struct Run<'r, P, S> {
    lane: Lane,
    number: u64,
    copies: bool,
    newest: &'r AtomicU64,
    pace: &'r P,
    looked: u32,
    sent: Instant,
    send: S,
}

impl<P: Pace, S: FnMut(Found)> Run<'_, P, S> {
    fn over(&self) -> bool {
        self.newest.load(Ordering::Relaxed) != self.number
    }

    /// Reads ahead what a filter wants to know of exchanges before they are over.
    fn ahead(&self, readers: &mut [Reader<'_>], filter: &Filter<'_>) {
        if !filter.needs().outcome {
            return;
        }
        for (_, input) in readers {
            let mut hearing = Hearing::new(filter);
            input.foresee(
                |message, ctx, answers| {
                    if let Some(hearing) = &mut hearing {
                        hearing.hear(message, ctx, answers);
                    }
                },
                || !self.over(),
            );
        }
    }

    fn due(&mut self, every: Duration) -> bool {
        let due = self.sent.elapsed() >= every;
        if due {
            self.sent = Instant::now();
        }
        due
    }

    fn say(&mut self, what: What, done: bool) {
        (self.send)(Found {
            lane: self.lane,
            number: self.number,
            what,
            looked: self.looked,
            done,
        });
    }

    /// Rows that pass a test; goes on as the capture grows.
    fn rows(
        &mut self,
        readers: Vec<Reader<'_>>,
        mut test: impl FnMut(Item<'_, '_>, &Envelope<'_>, &Context<'_>) -> bool,
    ) {
        let mut data = Vec::new();
        let mut readers = readers;
        let mut until = None;
        // the rows before the one where it begins come last; then what is new
        let mut order: Vec<usize> = (0..readers.len()).collect();
        order.extend(
            order
                .len()
                .checked_sub(1)
                .filter(|last| *last > 0)
                .map(|_| 0),
        );
        let rounds = order.len();
        let (mut found, mut told) = (Vec::new(), false);
        for (round, at) in order.into_iter().enumerate() {
            let Some((row, input)) = readers.get_mut(at) else {
                continue;
            };
            let begun = *row;
            loop {
                if until.is_some_and(|until| *row >= until && round == 1) {
                    break;
                }
                // what is cut at the end stays for later where more may come
                input.wait(self.pace.follows());
                let Some(held) = input.next(&mut data) else {
                    let last = round + 1 == rounds;
                    if !last {
                        break;
                    }
                    if !told || !found.is_empty() {
                        self.say(What::Rows(std::mem::take(&mut found)), true);
                        told = true;
                    }
                    if !self.pace.follows() || !self.pace.wait() || self.over() {
                        return;
                    }
                    continue;
                };
                if self.over() {
                    return;
                }
                let (copies, mut looked) = (self.copies, 0);
                input.items(&held, &data, |item, envelope, ctx| {
                    if (copies || envelope.copy_of.is_none()) && test(item, envelope, ctx) {
                        found.push(*row);
                    }
                    *row = row.saturating_add(1);
                    looked += 1;
                    ControlFlow::Continue(())
                });
                self.looked = self.looked.saturating_add(looked);
                if self.due(EVERY) {
                    self.say(What::Rows(std::mem::take(&mut found)), told);
                }
            }
            self.say(What::Rows(std::mem::take(&mut found)), false);
            until = Some(until.unwrap_or(begun));
        }
        self.say(What::Rows(found), true);
    }

    /// Hands out each frame of a reader, up to the end that there is by now; whether it got there.
    fn each<'t>(
        &mut self,
        (mut row, input): (u32, &mut Input<'t>),
        mut take: impl FnMut(&mut Self, u32, &mut Input<'t>, &Held, &[u8]) -> u32,
    ) -> bool {
        input.wait(self.pace.follows());
        let end = input.end().unwrap_or(u64::MAX);
        let mut data = Vec::new();
        while input.position() < end
            && let Some(held) = input.next(&mut data)
        {
            if self.over() {
                return false;
            }
            let rows = take(self, row, input, &held, &data);
            row = row.saturating_add(rows);
            self.looked = self.looked.saturating_add(rows);
        }
        true
    }

    fn count(&mut self, readers: Vec<Reader<'_>>, filter: Option<&Filter<'_>>) {
        let Some((row, mut input)) = readers.into_iter().next() else {
            return;
        };
        let Ok(mut counts) = Counts::new(READY.iter().copied(), input.tables()) else {
            return;
        };
        let mut matcher = filter.map(Matcher::new);
        let (mut rate, mut messages, mut bytes) = (Rate::default(), 0u64, 0u64);
        let whole = self.each((row, &mut input), |run, _, input, held, data| {
            let mut rows = 0;
            input.source(held, data).state.follow();
            input.items(held, data, |item, envelope, ctx| {
                rows += 1;
                let fits = |m: &mut Matcher<'_>| item.matches(m, envelope, ctx);
                let wanted = matcher.as_mut().is_none_or(fits);
                if wanted && (run.copies || envelope.copy_of.is_none()) {
                    counts.add(item, envelope, ctx);
                    messages += 1;
                    bytes += item.bytes().data.len() as u64;
                    if let Some(time) = envelope.time {
                        rate.add(time);
                    }
                }
                ControlFlow::Continue(())
            });
            counts.take(&mut input.source(held, data).state);
            if run.due(TABLES_EVERY) {
                let counted = counted(&counts, &rate, messages, bytes);
                run.say(What::Counted(Box::new(counted)), false);
            }
            rows
        });
        if whole {
            for (_, source) in input.sources() {
                source.state.finish();
                counts.take(&mut source.state);
            }
            let counted = counted(&counts, &rate, messages, bytes);
            self.say(What::Counted(Box::new(counted)), true);
        }
    }

    fn write(&mut self, readers: Vec<Reader<'_>>, path: &std::path::Path, rows: Option<&[u32]>) {
        let (mut frames, mut failure) = (0, None);
        let mut rest = rows;
        let application = concat!("nldissect ", env!("CARGO_PKG_VERSION"));
        let mut slice = match Slice::create(path, application) {
            Ok(slice) => slice,
            Err(error) => return self.say(What::Written(0, Some(error)), true),
        };
        let Some((row, mut input)) = readers.into_iter().next() else {
            return self.say(What::Written(0, slice.finish().err()), true);
        };
        let whole = self.each((row, &mut input), |run, row, input, held, data| {
            let mut count = 0;
            slice.begin();
            // each is learnt from: what is left out may tell names
            input.items(held, data, |_, envelope, _| {
                count += 1;
                slice.item(envelope);
                ControlFlow::Continue(())
            });
            let wanted = match &mut rest {
                None => true,
                Some(rest) => {
                    let behind = rest.partition_point(|r| *r < row + count);
                    let here = rest.get(..behind).unwrap_or(&[]);
                    let any = here.iter().any(|r| *r >= row);
                    *rest = rest.get(behind..).unwrap_or(&[]);
                    any
                }
            };
            if wanted && failure.is_none() {
                match slice.frame(input, held, data, |_, _| ()) {
                    Ok(()) => frames += 1,
                    Err(error) => failure = Some(error),
                }
            }
            if run.due(EVERY) {
                run.say(What::Written(frames, None), false);
            }
            count
        });
        if whole {
            let failure = failure.or_else(|| slice.finish().err());
            self.say(What::Written(frames, failure), true);
        }
    }
}

fn counted(counts: &Counts<'static>, rate: &Rate, messages: u64, bytes: u64) -> Counted {
    Counted {
        tables: counts.lines(LINES),
        rate: rate.clone(),
        messages,
        bytes,
        seconds: counts.seconds(),
    }
}

/// A test for a text: in the summary, in names and values, or, written as hex behind `0x`, in the bytes.
fn text(wanted: &str) -> impl FnMut(Item<'_, '_>, &Envelope<'_>, &Context<'_>) -> bool {
    let lower = wanted.to_lowercase();
    let bytes = hex(wanted);
    let mut summary = Summary::new();
    let mut arena = Arena::new(false);
    move |item: Item<'_, '_>, _: &Envelope<'_>, ctx: &Context<'_>| {
        if let Some(bytes) = &bytes {
            return item.bytes().data.windows(bytes.len()).any(|w| w == bytes);
        }
        let line = item.summary(&mut summary, ctx);
        if line.to_lowercase().contains(&lower) {
            return true;
        }
        arena.clear();
        item.walk(ctx, &mut arena);
        arena.nodes.iter().any(|node| {
            [arena.name(node), arena.value(node)]
                .iter()
                .any(|text| text.to_lowercase().contains(&lower))
        })
    }
}

/// Bytes written as `0x` and pairs of digits.
fn hex(text: &str) -> Option<Vec<u8>> {
    let digits: Vec<u8> = text
        .strip_prefix("0x")?
        .chars()
        .map(|c| c.to_digit(16).and_then(|d| u8::try_from(d).ok()))
        .collect::<Option<_>>()?;
    let pairs = digits.chunks_exact(2);
    let whole = pairs.remainder().is_empty() && !digits.is_empty();
    let bytes = pairs.filter_map(|p| Some(p.first()? << 4 | p.last()?));
    whole.then(|| bytes.collect())
}

#[cfg(test)]
mod tests {
    use super::hex;

    #[test]
    fn bytes_are_written_in_hex() {
        assert_eq!(hex("0x0aFF"), Some(vec![10, 255]));
        assert_eq!(hex("0x0af"), None);
        assert_eq!(hex("0x"), None);
        assert_eq!(hex("eth0"), None);
    }
}
