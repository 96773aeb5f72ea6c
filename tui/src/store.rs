//! The capture as the browser has it: an index of eight bytes a frame, and places to begin reading.

use crate::exchanges::{Exchanges, Known};
use crate::frames::Frames;
use crate::index::{Batch, Mark, POINTS_WEIGH, keep};
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
use std::cell::RefCell;
use std::collections::{HashMap, HashSet};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

/// How far what belongs to a request may be behind it, or behind its end.
const BEHIND: u32 = 20_000;
/// From a place that knows all, so many frames and bytes are read to get to a frame.
const NEAR: (usize, u64) = (1 << 15, 4 << 20);
/// Where none is near, so many frames are read before it: what they tell is mostly enough.
const WARM: usize = 1 << 13;
/// And at most so many bytes.
const WARM_BYTES: u64 = 2 << 20;
/// So many answers are looked at for one that refuses.
const FEW: usize = 64;
/// Readers that are kept where something was read.
const RECENT: usize = 8;
/// So many bytes they may take.
const RECENT_WEIGH: usize = 16 << 20;

/// Rows that are copies of ones before them.
#[derive(Default)]
pub struct Copies {
    rows: Vec<u32>,
    /// Rows of which there are copies, and how many they are with these.
    counts: Vec<(u32, u32)>,
}

impl Copies {
    /// A row is a copy of another; rows come in order.
    pub fn add(&mut self, row: u32, first: u32) {
        self.rows.push(row);
        match self.counts.binary_search_by_key(&first, |(row, _)| *row) {
            Ok(at) => {
                if let Some((_, count)) = self.counts.get_mut(at) {
                    *count += 1;
                }
            }
            Err(at) => self.counts.insert(at, (first, 2)),
        }
    }

    /// The copies, in order.
    pub fn rows(&self) -> &[u32] {
        &self.rows
    }

    /// How often a row stands there: itself and its copies.
    pub fn count(&self, row: u32) -> u32 {
        let at = self.counts.binary_search_by_key(&row, |(row, _)| *row);
        let count = at.ok().and_then(|at| self.counts.get(at));
        count.map_or(1, |(_, count)| *count)
    }

    /// Takes away the copies from a row on.
    fn truncate(&mut self, row: u32) {
        self.rows
            .truncate(self.rows.partition_point(|copy| *copy < row));
    }

    /// Drops those before a row.
    fn forget(&mut self, row: u32) {
        self.rows.drain(..self.rows.partition_point(|r| *r < row));
        let counted = self.counts.partition_point(|(first, _)| *first < row);
        self.counts.drain(..counted);
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
    /// The node of each of its diagnostics.
    pub odd: Vec<usize>,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Where they begin in the frame.
    pub base: usize,
    /// The message as JSON; not of one with more fields than are shown.
    pub json: Option<String>,
    /// All that was told before it was known.
    pub exact: bool,
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
    show_keys: bool,
    frames: Frames,
    marks: Vec<Mark<'t>>,
    points: Vec<Mark<'t>>,
    /// Readers where something was read, and whether they know all that was told before.
    recent: RefCell<Vec<(Mark<'t>, bool)>>,
    /// Rows of errors and of requests without the answer that was due, in order.
    pub failures: Vec<u32>,
    /// Rows that are copies.
    pub copies: Copies,
    exchanges: Exchanges,
    /// The first row: those before it were dropped.
    pub from: u32,
    /// Behind the last row.
    pub rows: u32,
    /// Rows of which it is known whether they failed, and what came of them.
    pub learnt: u32,
    /// How far the capture was read, and how long it is, in bytes.
    pub read: (u64, u64),
    /// How many messages the capture says were dropped.
    pub dropped: u64,
    /// All is indexed that there is by now.
    pub done: bool,
    /// Time of the first message.
    pub first_time: Option<Time>,
}

impl<'t> Store<'t> {
    /// A capture of which nothing is known yet.
    pub fn new(path: &Path, show_keys: bool) -> Store<'t> {
        Store {
            path: path.to_owned(),
            show_keys,
            frames: Frames::default(),
            marks: Vec::new(),
            points: Vec::new(),
            recent: RefCell::default(),
            failures: Vec::new(),
            copies: Copies::default(),
            exchanges: Exchanges::default(),
            from: 0,
            rows: 0,
            learnt: 0,
            read: (0, 0),
            dropped: 0,
            done: false,
            first_time: None,
        }
    }

    /// The name of the file.
    pub fn name(&self) -> String {
        self.path.display().to_string()
    }

    /// Where the file is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Takes in what the index found.
    pub fn add(&mut self, batch: Batch<'t>) {
        if let Some((frame, row)) = batch.void {
            self.frames.truncate(frame);
            self.marks.retain(|m| m.at <= frame);
            self.points.retain(|p| p.at <= frame);
            self.failures.retain(|r| *r < row);
            self.copies.truncate(row);
            self.recent.borrow_mut().clear();
        }
        self.frames.extend(batch.frames);
        self.marks.extend(batch.marks);
        // where nothing was told before, all is known
        if self.points.is_empty()
            && let Some(first) = self.marks.first().filter(|m| m.at == 0)
        {
            self.points.extend(first.fork());
        }
        if !batch.points.is_empty() {
            // what was guessed there is known now
            self.recent.borrow_mut().retain(|(_, exact)| *exact);
        }
        for point in batch.points {
            if self.points.last().is_some_and(|p| p.at >= point.at) {
                self.points.pop();
            }
            keep(&mut self.points, point, Mark::weight, POINTS_WEIGH);
        }
        self.failures.extend(batch.failures);
        self.rows = batch.rows;
        self.learnt = batch.learnt;
        self.read = batch.read;
        self.dropped = batch.dropped;
        self.done = batch.done;
        for (row, first) in batch.copies {
            if let Some(first) = self.row_of(first) {
                self.copies.add(row, first);
            }
        }
        self.retire(batch.retired);
        if self.first_time.is_none() && self.rows > 0 {
            self.first_time = self.time(self.from);
        }
        if batch.start > 0 {
            self.forget(batch.start);
        }
    }

    /// Drops what can be read no more.
    fn forget(&mut self, start: u64) {
        let gone = self.marks.partition_point(|m| m.position < start);
        let Some(first) = self.marks.get(gone).map(|m| m.at) else {
            return;
        };
        let Some(frame) = self.frames.get(first) else {
            return;
        };
        self.from = self.from.max(frame.first);
        self.marks.drain(..gone);
        // the last point before it still knows what was told
        let known = self.points.partition_point(|p| p.at <= first);
        self.points.drain(..known.saturating_sub(1));
        self.recent.borrow_mut().retain(|(m, _)| m.at >= first);
        self.frames.forget(first);
        self.exchanges.forget(self.from);
        self.copies.forget(self.from);
        let failed = self.failures.partition_point(|r| *r < self.from);
        self.failures.drain(..failed);
    }

    fn retire(&mut self, retired: Vec<crate::exchanges::Retired>) {
        let mut exchanges = std::mem::take(&mut self.exchanges);
        let (mut fine, mut missing) = (HashSet::new(), Vec::new());
        exchanges.add(
            retired,
            |place| self.row_of(place),
            |row, known| {
                if known.unanswered {
                    missing.push(row);
                } else {
                    // it may have been missed before its answer came
                    fine.insert(row);
                    fine.extend(known.end.filter(|_| known.probe));
                }
            },
        );
        self.exchanges = exchanges;
        let least = fine.iter().chain(&missing).min();
        let from = least.map(|least| self.failures.partition_point(|r| r < least));
        if let Some(from) = from {
            let mut tail = self.failures.split_off(from);
            tail.retain(|row| !fine.contains(row));
            tail.extend(missing);
            tail.sort_unstable();
            tail.dedup();
            self.failures.append(&mut tail);
        }
    }

    /// What came of the request in a row.
    pub fn exchange(&self, row: u32) -> Option<Known> {
        self.exchanges.of(row)
    }

    /// The row of a place; of its frame's first message where that has fewer.
    pub fn row_of(&self, place: Place) -> Option<u32> {
        let at = self.frames.of_number(u32::try_from(place.frame).ok()?);
        let frame = self.frames.get(at)?;
        let next = self.frames.get(at + 1).map_or(self.rows, |f| f.first);
        let row = frame.first + place.message;
        Some(if row < next { row } else { frame.first })
    }

    /// A reader that starts at the first row, or at one before `row` as near as it knows all there; and its row.
    pub fn start(&self, row: u32) -> Option<(u32, Input<'t>)> {
        let wanted = self.frames.of_row(row.max(self.from))?;
        let near = self.points.partition_point(|p| p.at <= wanted);
        let point = self.points.get(near.checked_sub(1)?)?;
        let first = self.marks.first()?;
        let (at, input) = if point.at >= first.at {
            (point.at, point.input.fork()?)
        } else {
            (first.at, first.input.fork_knowing(&point.input)?)
        };
        Some((self.frames.get(at)?.first, input))
    }

    /// A reader at a frame or before it, which knows what was told before; where that would take too long to find
    /// out, most of it.
    fn reader(&self, wanted: usize) -> Option<(Mark<'t>, bool)> {
        let here = self.marks.partition_point(|m| m.at <= wanted);
        let here = self.marks.get(here.checked_sub(1)?)?;
        let near = |m: &Mark<'t>| {
            m.at <= wanted
                && wanted - m.at <= NEAR.0
                && here.position.saturating_sub(m.position) <= NEAR.1
        };
        let first = self.marks.first()?;
        let known = self.points.partition_point(|p| p.at <= wanted);
        let point = self.points.get(known.checked_sub(1)?)?;
        let readable = near(point) && point.at >= first.at;
        let recent = self.recent.borrow();
        // one that knows less will do only where there is no point near
        let fits = |(m, exact): &&(Mark<'t>, bool)| near(m) && (*exact || !readable);
        let best = recent.iter().filter(fits).max_by_key(|(m, _)| m.at);
        match best {
            Some((mark, exact)) if !readable || mark.at >= point.at => {
                return Some((mark.fork()?, *exact));
            }
            _ if readable => return Some((point.fork()?, true)),
            _ => {}
        }
        let far = wanted.saturating_sub(WARM);
        let warm = self.marks.partition_point(|m| {
            m.at <= far || here.position.saturating_sub(m.position) > WARM_BYTES
        });
        let mark = self.marks.get(warm.saturating_sub(1)).unwrap_or(first);
        let mark = if mark.at <= wanted { mark } else { here };
        Some((
            Mark {
                input: mark.input.fork_knowing(&point.input)?,
                ..*mark
            },
            false,
        ))
    }

    /// Hands out the items of rows, which come in order, until `take` wants no more; whether all that was told before
    /// them is known.
    fn each(
        &self,
        rows: &[u32],
        mut take: impl FnMut(u32, &[u8], Item<'_, '_>, &Envelope<'_>, &Context<'_>) -> bool,
    ) -> bool {
        let mut reader: Option<(Mark<'t>, bool)> = None;
        let mut data = Vec::new();
        let mut rest = rows;
        let mut all = true;
        while let Some(row) = rest.first() {
            let Some(wanted) = self.frames.of_row(*row) else {
                return false;
            };
            // a reader that stands near goes on
            let here = reader.take();
            let here = here.filter(|(m, _)| m.at <= wanted && wanted - m.at <= NEAR.0 / 8);
            let Some((mut mark, exact)) = here.or_else(|| self.reader(wanted)) else {
                return false;
            };
            all &= exact;
            let begun = mark.at;
            while mark.at <= wanted {
                if mark.at == wanted && wanted - begun >= 64 {
                    self.remember(&mark, exact);
                }
                let Some(held) = mark.input.next(&mut data) else {
                    return false;
                };
                let Some(frame) = self.frames.get(mark.at) else {
                    return false;
                };
                let mut row = frame.first;
                mark.input.items(&held, &data, |item, envelope, ctx| {
                    if rest.first() == Some(&row) {
                        let more = take(row, &data, item, envelope, ctx);
                        rest = rest.get(1..).filter(|_| more).unwrap_or(&[]);
                    }
                    row += 1;
                    ControlFlow::Continue(())
                });
                mark.at += 1;
                mark.position = mark.input.position();
            }
            // a row that its frame does not have is left out
            let behind = |r: &&u32| self.frames.of_row(**r) < Some(mark.at);
            while rest.first().filter(behind).is_some() {
                rest = rest.get(1..).unwrap_or(&[]);
            }
            reader = Some((mark, exact));
        }
        all
    }

    /// Keeps a reader for what is read near it.
    fn remember(&self, mark: &Mark<'t>, exact: bool) {
        let mut recent = self.recent.borrow_mut();
        if recent.iter().any(|(m, _)| m.at == mark.at) {
            return;
        }
        let Some(here) = mark.fork() else { return };
        recent.push((here, exact));
        let heavy = |recent: &[(Mark<'t>, bool)]| {
            recent.iter().map(|(m, _)| m.weight()).sum::<usize>() > RECENT_WEIGH
        };
        while recent.len() > RECENT || recent.len() > 1 && heavy(&recent) {
            recent.remove(0);
        }
    }

    /// When a row was captured, which takes no knowledge.
    pub fn time(&self, row: u32) -> Option<Time> {
        let wanted = self.frames.of_row(row)?;
        let mark = self.marks.partition_point(|m| m.at <= wanted);
        let mark = self.marks.get(mark.checked_sub(1)?)?;
        let mut input = mark.input.fork()?;
        for _ in mark.at..wanted {
            input.with_next(|_, _| ())?;
        }
        input.with_next(|held, _| held.time)?
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
            true
        });
        // a request often does not say its port; what answers it does
        let ports: HashMap<Place, u32> = out
            .iter()
            .filter_map(|row| Some((row.request?, row.port?)))
            .collect();
        for row in out.iter_mut().filter(|row| row.port.is_none()) {
            row.port = ports.get(&row.place).copied();
        }
        out
    }

    /// One of them.
    pub fn one(&self, row: u32) -> Option<Row> {
        self.list(&[row]).pop()
    }

    /// The rows that belong to a request: those that answer it, and what it caused; at most so many.
    pub fn related(&self, request: &Row, most: usize) -> Vec<u32> {
        let place = request.place;
        let end = self.exchanges.of(request.row).and_then(|known| known.end);
        let end = end.unwrap_or(request.row).saturating_add(BEHIND);
        let rows: Vec<u32> = (request.row + 1..end.min(self.rows)).collect();
        let mut found = Vec::new();
        self.each(&rows, |row, _, _, envelope, _| {
            if envelope.request == Some(place) || envelope.cause == Some(place) {
                found.push(row);
            }
            found.len() < most
        });
        found
    }

    /// The row of an answer to a request: the first one, or the one that refuses it.
    pub fn answer(&self, request: &Row, failed: bool) -> Option<u32> {
        let known = self.exchanges.of(request.row)?;
        if failed && known.end.is_some() {
            return known.end;
        }
        let answers = self.related(request, if failed { FEW } else { 1 });
        let mut answers = self.list(&answers).into_iter();
        let fits = answers.find(|row| row.request.is_some() && (row.failed || !failed));
        fits.map(|row| row.row).or(known.end)
    }

    /// Adds what is known from other messages.
    fn relate(&self, row: &mut Row) {
        row.copies = self.copies.count(row.row);
        let asked = row.request.and_then(|place| self.row_of(place));
        let Some(known) = self.exchanges.of(asked.unwrap_or(row.row)) else {
            return;
        };
        row.probe = known.probe;
        row.failed &= !known.probe;
        if asked.is_none() {
            let failed = !known.probe && (known.refused || known.unanswered);
            row.outcome = Some((known.text, failed));
        }
    }

    /// Whether a filter lets a row through.
    pub fn fits(&self, row: u32, filter: &Filter<'_>) -> bool {
        let mut fits = false;
        let mut matcher = Matcher::new(filter);
        self.each(&[row], |_, _, item, envelope, ctx| {
            fits = item.matches(&mut matcher, envelope, ctx);
            true
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
            true
        });
        causes
    }

    /// All of one row.
    pub fn detail(&self, row: u32) -> Option<Detail> {
        let mut found = None;
        let exact = self.each(&[row], |row, frame, item, envelope, ctx| {
            let mut arena = Arena::new(self.show_keys);
            let mut read = read(row, item, envelope, ctx, &mut arena, &mut Summary::new());
            self.relate(&mut read);
            let json = (!arena.is_full()).then(|| {
                let mut json = Json::new();
                json.begin(envelope);
                item.walk(ctx, &mut json);
                json.end(envelope);
                String::from_utf8_lossy(json.buffer()).trim_end().to_owned()
            });
            let span = item.bytes();
            let base = span.offset as usize;
            let end = match item {
                Item::Message(_, Some(_)) => frame.len(),
                _ => frame.len().min(align4(base + span.data.len())),
            };
            let odd = arena.diagnostics.iter();
            let odd = odd
                .map(|d| arena.at(d.offset as usize).unwrap_or(0))
                .collect();
            found = Some(Detail {
                row: read,
                odd,
                arena,
                base,
                bytes: frame.get(base..end).unwrap_or(span.data).to_vec(),
                json,
                exact: true,
            });
            true
        });
        if let Some(found) = &mut found {
            found.exact = exact;
        }
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
