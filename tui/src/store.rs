//! The capture as the browser has it: an index of eight bytes a frame, and places to begin reading.

use crate::exchanges::{Exchanges, Kept, Retired};
use crate::index::{Batch, keep};
use netlink_capture::netlink::{Input, Item};
use netlink_dissector::context::{Context, Direction};
use netlink_dissector::envelope::{Envelope, Place, Time};
use netlink_dissector::families::protocols::PROTOCOLS;
use netlink_dissector::filter::{Filter, Matcher};
use netlink_dissector::lint;
use netlink_dissector::sink::arena::{Arena, Node};
use netlink_dissector::sink::json::Json;
use netlink_dissector::summary::Summary;
use netlink_dissector::wire::align4;
use std::collections::{HashMap, HashSet};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

/// How far an answer may be behind its request.
const ANSWER_WITHIN: u32 = 50_000;
/// How many rows are decoded at once on the way.
const CHUNK: u32 = 64;

/// A frame of the index.
#[derive(Clone, Copy)]
pub struct Frame {
    /// Its number in the file.
    pub number: u32,
    /// Its first row.
    pub first: u32,
}

/// A reader that stands before a frame, with all that is known there.
pub struct Point<'t> {
    /// Position of the frame among those of netlink.
    pub ordinal: usize,
    /// The reader.
    pub input: Input<'t>,
}

/// Rows that are copies of ones before them.
#[derive(Default)]
pub struct Copies {
    rows: Vec<u32>,
    counts: HashMap<u32, u32>,
}

impl Copies {
    /// A row is a copy of another; rows come in order.
    pub fn add(&mut self, row: u32, first: u32) {
        self.rows.push(row);
        *self.counts.entry(first).or_insert(1) += 1;
    }

    /// The copies, in order.
    pub fn rows(&self) -> &[u32] {
        &self.rows
    }

    /// How often a row stands there: itself and its copies.
    pub fn count(&self, row: u32) -> u32 {
        self.counts.get(&row).copied().unwrap_or(1)
    }
}

/// A message as the list shows it.
#[derive(Clone, Debug)]
pub struct Row {
    /// Its place in the list of all messages.
    pub row: u32,
    /// Its place in the capture.
    pub place: Place,
    /// When it was captured.
    pub time: Option<Time>,
    /// Which way it went.
    pub direction: Option<Direction>,
    /// Port on the user's side.
    pub port: Option<u32>,
    /// The name of the process that has it.
    pub process: Option<String>,
    /// Protocol, or generic family, or subsystem.
    pub family: String,
    /// Name of the message.
    pub kind: String,
    /// nlmsg_len.
    pub len: usize,
    /// What it says, in one line.
    pub summary: String,
    /// It is an error.
    pub failed: bool,
    /// How many diagnostics there are.
    pub diagnostics: usize,
    /// The request that it answers.
    pub request: Option<Place>,
    /// The request that caused it.
    pub cause: Option<Place>,
    /// For a request: what came of it, and whether that is a failure.
    pub outcome: Option<(String, bool)>,
    /// It belongs to a mere question whether the kernel knows something.
    pub probe: bool,
    /// It and its copies.
    pub copies: u32,
}

/// A message with all its nodes and bytes.
pub struct Detail {
    /// As the list has it.
    pub row: Row,
    /// Its tree.
    pub arena: Arena,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Where they begin in the frame.
    pub base: usize,
    /// The message as JSON.
    pub json: String,
}

impl Detail {
    /// The first node of this name.
    pub fn position(&self, name: &str) -> Option<usize> {
        let named = |n: &Node| self.arena.name(n) == name;
        self.arena.nodes.iter().position(named)
    }

    /// The value of the first node of this name.
    pub fn value(&self, name: &str) -> Option<&str> {
        let node = self.arena.nodes.get(self.position(name)?)?;
        Some(self.arena.value(node)).filter(|v| !v.is_empty())
    }
}

/// All that is known of a capture so far.
pub struct Store<'t> {
    path: PathBuf,
    /// Bytes of the file, where known.
    pub size: Option<u64>,
    show_keys: bool,
    frames: Vec<Frame>,
    points: Vec<Point<'t>>,
    /// Rows of errors and of requests without the answer that was due, in order.
    pub failures: Vec<u32>,
    /// Rows that are copies.
    pub copies: Copies,
    exchanges: Exchanges,
    /// How many rows there are.
    pub rows: u32,
    /// Bytes of netlink that were indexed.
    pub bytes: u64,
    /// The whole capture is indexed.
    pub done: bool,
    /// Time of the first message.
    pub first_time: Option<Time>,
}

impl<'t> Store<'t> {
    /// A capture of which nothing is known yet.
    pub fn new(path: &Path, size: Option<u64>, show_keys: bool) -> Store<'t> {
        Store {
            path: path.to_owned(),
            size,
            show_keys,
            frames: Vec::new(),
            points: Vec::new(),
            failures: Vec::new(),
            copies: Copies::default(),
            exchanges: Exchanges::default(),
            rows: 0,
            bytes: 0,
            done: false,
            first_time: None,
        }
    }

    /// The name of the file.
    pub fn name(&self) -> String {
        self.path.display().to_string()
    }

    /// Takes in what the index found.
    pub fn add(&mut self, batch: Batch<'t>) {
        self.frames.extend(batch.frames);
        keep(&mut self.points, batch.points);
        self.failures.extend(batch.failures);
        self.rows = batch.rows;
        self.bytes = batch.bytes;
        self.done = batch.done;
        for (row, first) in batch.copies {
            if let Some(first) = self.row_of(first) {
                self.copies.add(row, first);
            }
        }
        self.retire(batch.retired);
        if self.first_time.is_none()
            && let Some(row) = self.one(0)
        {
            self.first_time = row.time;
        }
    }

    fn retire(&mut self, retired: Vec<Retired>) {
        let mut exchanges = std::mem::take(&mut self.exchanges);
        let (mut probes, mut missing) = (HashSet::new(), Vec::new());
        exchanges.add(
            retired,
            |place| self.row_of(place),
            |row, kept| {
                if kept.unanswered() {
                    missing.push(row);
                } else if kept.probe {
                    probes.extend(kept.end());
                }
            },
        );
        self.exchanges = exchanges;
        if let Some(least) = probes.iter().chain(&missing).min() {
            let from = self.failures.partition_point(|r| r < least);
            let mut tail = self.failures.split_off(from);
            tail.retain(|row| !probes.contains(row));
            tail.extend(missing);
            tail.sort_unstable();
            self.failures.append(&mut tail);
        }
    }

    /// What came of the request in a row.
    pub fn exchange(&self, row: u32) -> Option<&Kept> {
        self.exchanges.of(row)
    }

    /// The row of a place; of its frame's first message where that has fewer.
    pub fn row_of(&self, place: Place) -> Option<u32> {
        let number = u32::try_from(place.frame).ok()?;
        let at = self.frames.partition_point(|f| f.number < number);
        let frame = self.frames.get(at)?;
        let next = self.frames.get(at + 1).map_or(self.rows, |f| f.first);
        let row = frame.first + place.message;
        Some(if row < next { row } else { frame.first })
    }

    /// Readers that start at the beginning, for threads that go through all of it.
    pub fn start(&self) -> Option<Input<'t>> {
        self.points.first()?.input.fork()
    }

    /// Hands out the items of rows, which come in order.
    fn each(
        &self,
        rows: &[u32],
        mut take: impl FnMut(u32, &[u8], Item<'_, '_>, &Envelope<'_>, &Context<'_>),
    ) {
        let mut reader: Option<(usize, Input<'t>)> = None;
        let mut data = Vec::new();
        let mut rest = rows;
        while let Some(row) = rest.first() {
            let at = self.frames.partition_point(|f| f.first <= *row);
            let Some(wanted) = at.checked_sub(1) else {
                return;
            };
            let near = self.points.partition_point(|p| p.ordinal <= wanted);
            let Some(point) = near.checked_sub(1).and_then(|p| self.points.get(p)) else {
                return;
            };
            // a reader that stands between the point and what is wanted goes on
            let here = reader.take();
            let here = here.filter(|(at, _)| (point.ordinal..=wanted).contains(at));
            let here = here.or_else(|| Some((point.ordinal, point.input.fork()?)));
            let Some((mut ordinal, mut input)) = here else {
                return;
            };
            while ordinal <= wanted {
                let Some(held) = input.next(&mut data) else {
                    return;
                };
                let Some(frame) = self.frames.get(ordinal) else {
                    return;
                };
                let mut row = frame.first;
                input.items(&held, &data, |item, envelope, ctx| {
                    if rest.first() == Some(&row) {
                        take(row, &data, item, envelope, ctx);
                        rest = rest.get(1..).unwrap_or(&[]);
                    }
                    row += 1;
                    ControlFlow::Continue(())
                });
                ordinal += 1;
            }
            // a row that its frame does not have is left out
            if rest
                .first()
                .is_some_and(|r| self.frame_of(*r) < Some(ordinal))
            {
                rest = rest.get(1..).unwrap_or(&[]);
            }
            reader = Some((ordinal, input));
        }
    }

    /// The position of a row's frame.
    fn frame_of(&self, row: u32) -> Option<usize> {
        self.frames
            .partition_point(|f| f.first <= row)
            .checked_sub(1)
    }

    /// Rows for the list; they come in order.
    pub fn list(&self, rows: &[u32]) -> Vec<Row> {
        let mut out = Vec::new();
        let mut arena = Arena::new(self.show_keys);
        let mut summary = Summary::new();
        self.each(rows, |row, _, item, envelope, ctx| {
            let mut row = read(row, item, envelope, ctx, &mut arena, &mut summary);
            self.relate(&mut row);
            out.push(row);
        });
        out
    }

    /// One of them.
    pub fn one(&self, row: u32) -> Option<Row> {
        self.list(&[row]).pop()
    }

    /// Hands out the rows behind one, as far as an answer may be away, until `take` wants no more.
    pub fn behind(&self, row: u32, mut take: impl FnMut(Row) -> bool) {
        let end = self.rows.min(row.saturating_add(ANSWER_WITHIN));
        let mut from = row + 1;
        while from < end {
            let to = from.saturating_add(CHUNK).min(end);
            let rows: Vec<u32> = (from..to).collect();
            if !self.list(&rows).into_iter().all(&mut take) {
                return;
            }
            from = to;
        }
    }

    /// The row of an answer to a request; of a failed one, where that is asked.
    pub fn answer(&self, request: &Row, failed: bool) -> Option<u32> {
        let place = request.place;
        let mut found = None;
        self.behind(request.row, |row| {
            let fits = row.request == Some(place) && (row.failed || !failed);
            found = fits.then_some(row.row);
            !fits
        });
        found
    }

    /// Adds what is known from other messages.
    fn relate(&self, row: &mut Row) {
        row.copies = self.copies.count(row.row);
        let asked = row.request.and_then(|place| self.row_of(place));
        let Some(kept) = self.exchanges.of(asked.unwrap_or(row.row)) else {
            return;
        };
        row.probe = kept.probe;
        row.failed &= !kept.probe;
        if asked.is_none() {
            let failed = !kept.probe && (kept.refused() || kept.unanswered());
            row.outcome = Some((self.exchanges.text(kept), failed));
        }
    }

    /// Whether a filter lets a row through.
    pub fn fits(&self, row: u32, filter: &Filter<'_>) -> bool {
        let mut fits = false;
        let mut matcher = Matcher::new(filter);
        self.each(&[row], |_, _, item, envelope, ctx| {
            fits = item.matches(&mut matcher, envelope, ctx);
        });
        fits
    }

    /// What of a request may have caused that it was refused without a word.
    pub fn causes(&self, request: u32, errno: Option<&str>) -> Vec<String> {
        let mut causes = Vec::new();
        self.each(&[request], |_, _, item, _, ctx| {
            if let Item::Message(message, _) = item {
                causes = lint::causes(message, ctx, errno);
            }
        });
        causes
    }

    /// All of one row.
    pub fn detail(&self, row: u32) -> Option<Detail> {
        let mut found = None;
        self.each(&[row], |row, frame, item, envelope, ctx| {
            let mut arena = Arena::new(self.show_keys);
            let mut read = read(row, item, envelope, ctx, &mut arena, &mut Summary::new());
            self.relate(&mut read);
            let mut json = Json::new();
            json.begin(envelope);
            item.walk(ctx, &mut json);
            json.end(envelope);
            let span = item.bytes();
            let base = span.offset as usize;
            let end = match item {
                Item::Message(_, Some(_)) => frame.len(),
                _ => frame.len().min(align4(base + span.data.len())),
            };
            found = Some(Detail {
                row: read,
                arena,
                base,
                bytes: frame.get(base..end).unwrap_or(span.data).to_vec(),
                json: String::from_utf8_lossy(json.buffer()).trim_end().to_owned(),
            });
        });
        found
    }
}

fn read(
    row: u32,
    item: Item<'_, '_>,
    envelope: &Envelope<'_>,
    ctx: &Context<'_>,
    arena: &mut Arena,
    summary: &mut Summary,
) -> Row {
    arena.clear();
    item.walk(ctx, arena);
    let value = |name: &str| {
        let node = arena.nodes.iter().find(|n| arena.name(n) == name)?;
        Some(arena.value(node).to_owned())
    };
    let family = match envelope.family {
        Some(name) => name.to_string(),
        None => match PROTOCOLS.name_of(envelope.protocol.into()) {
            Some(name) => name.to_string(),
            None => envelope.protocol.to_string(),
        },
    };
    let nlmsg_type = value("nlmsg_type").unwrap_or_default();
    let generic = envelope.family.is_some() && arena.nodes.iter().any(|n| arena.name(n) == "cmd");
    let status = nlmsg_type.starts_with("NLMSG_");
    let kind = match value("cmd") {
        Some(cmd) if generic && !status => cmd,
        _ => nlmsg_type,
    };
    let error = value("error").filter(|_| status);
    let line = match item {
        Item::Message(message, _) => summary.message(message, ctx),
        Item::Datagram(family, frame) => summary.datagram(family, frame, ctx),
        Item::Nothing(_) => "no message can be read",
    };
    Row {
        row,
        place: envelope.place,
        time: envelope.time,
        direction: envelope.direction,
        port: envelope.port,
        process: envelope.process.map(|p| p.comm.escape_debug().to_string()),
        family: family
            .strip_prefix("NETLINK_")
            .unwrap_or(&family)
            .to_owned(),
        kind,
        len: item.bytes().data.len(),
        summary: line.to_owned(),
        failed: error.is_some_and(|e| e.starts_with('-')),
        diagnostics: arena.diagnostics.len(),
        request: envelope.request,
        cause: envelope.cause,
        outcome: None,
        probe: false,
        copies: 1,
    }
}
