//! The capture as the browser has it: an index of eight bytes a frame, and places to begin reading.

use crate::index::Batch;
use netlink_capture::netlink::{Input, Item};
use netlink_dissector::context::{Context, Direction};
use netlink_dissector::envelope::{Envelope, Place, Time};
use netlink_dissector::families::protocols::PROTOCOLS;
use netlink_dissector::sink::arena::Arena;
use netlink_dissector::sink::json::Json;
use netlink_dissector::summary::Summary;
use netlink_dissector::wire::align4;
use std::ops::{ControlFlow, Range};
use std::path::{Path, PathBuf};

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

/// All that is known of a capture so far.
pub struct Store<'t> {
    path: PathBuf,
    /// Bytes of the file, where known.
    pub size: Option<u64>,
    show_keys: bool,
    frames: Vec<Frame>,
    points: Vec<Point<'t>>,
    /// Rows of errors, in order.
    pub failures: Vec<u32>,
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
        self.points.extend(batch.points);
        self.failures.extend(batch.failures);
        self.rows = batch.rows;
        self.bytes = batch.bytes;
        self.done = batch.done;
        if self.first_time.is_none()
            && let Some(row) = self.list(0..1).first()
        {
            self.first_time = row.time;
        }
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

    /// Hands out the items of rows, in order.
    fn each(
        &self,
        rows: Range<u32>,
        mut take: impl FnMut(u32, &[u8], Item<'_, '_>, &Envelope<'_>, &Context<'_>),
    ) {
        let at = self.frames.partition_point(|f| f.first <= rows.start);
        let Some(wanted) = at.checked_sub(1) else {
            return;
        };
        let near = self.points.partition_point(|p| p.ordinal <= wanted);
        let Some(point) = near.checked_sub(1).and_then(|p| self.points.get(p)) else {
            return;
        };
        let Some(mut input) = point.input.fork() else {
            return;
        };
        let mut data = Vec::new();
        for frame in self.frames.get(point.ordinal..).unwrap_or(&[]) {
            if frame.first >= rows.end {
                break;
            }
            let Some(held) = input.next(&mut data) else {
                break;
            };
            let mut row = frame.first;
            input.items(&held, &data, |item, envelope, ctx| {
                if rows.contains(&row) {
                    take(row, &data, item, envelope, ctx);
                }
                row += 1;
                ControlFlow::Continue(())
            });
        }
    }

    /// Rows for the list.
    pub fn list(&self, rows: Range<u32>) -> Vec<Row> {
        let mut out = Vec::new();
        let mut arena = Arena::new(self.show_keys);
        let mut summary = Summary::new();
        self.each(rows, |row, _, item, envelope, ctx| {
            out.push(read(row, item, envelope, ctx, &mut arena, &mut summary));
        });
        out
    }

    /// All of one row.
    pub fn detail(&self, row: u32) -> Option<Detail> {
        let mut found = None;
        self.each(row..row + 1, |row, frame, item, envelope, ctx| {
            let mut arena = Arena::new(self.show_keys);
            let read = read(row, item, envelope, ctx, &mut arena, &mut Summary::new());
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
    }
}
