//! Cuts and wrong bytes, drawn over all captures: each is read with the frames around it. Whatever comes out is JSON, and
//! nothing panics. The samples; with `NLDISSECT_CAPTURES`, ten times as many over the captures of that folder too.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

use netlink_capture::netlink::{Given, Input};
use netlink_capture::{
    ByteOrder, Capture, Event, InterfaceHeader, Packet, PcapNgWriter, SectionHeader, Timestamp,
};
use netlink_dissector::sink::json::{self, Json};
use netlink_dissector::table::Tables;
use serde::de::IgnoredAny;
use std::ops::{ControlFlow, Range};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Frames around one that is damaged.
const NEAR: usize = 64;
/// Frames of a capture that are drawn from.
const MOST: usize = 20_000;
/// What is drawn over the samples alone.
const CUTS: usize = 100;
const FLIPS: usize = 1_000;

/// A frame: link type, time, bytes.
type Frame = (u16, Option<Timestamp>, Vec<u8>);

/// Numbers that look drawn, the same in each run (an xorshift generator).
struct Draws(u64);

impl Draws {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % end as u64) as usize
    }
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    let mut entries: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            files(&path, found);
        } else if path.to_str().is_some_and(|p| p.contains(".pcap")) {
            found.push(path);
        }
    }
}

/// The captures of the samples, and of the folder that was named; how many times more is drawn.
fn captures() -> (Vec<Vec<Frame>>, usize) {
    let mut found = Vec::new();
    files(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("samples"),
        &mut found,
    );
    let named = std::env::var_os("NLDISSECT_CAPTURES");
    if let Some(folder) = &named {
        files(Path::new(folder), &mut found);
    }
    let captures = found.iter().map(|path| {
        let mut capture = Capture::open(path).unwrap();
        let mut frames = Vec::new();
        while let Some(event) = capture.next() {
            if let Event::Frame(frame) = event
                && frames.len() < MOST
            {
                frames.push((frame.link_type, frame.time, frame.data.to_vec()));
            }
        }
        frames
    });
    let captures = captures
        .filter(|frames: &Vec<Frame>| !frames.is_empty())
        .collect();
    (captures, if named.is_some() { 10 } else { 1 })
}

/// A pcapng of frames.
fn file(frames: &[Frame]) -> Vec<u8> {
    let header = SectionHeader::default();
    let mut writer = PcapNgWriter::new(Vec::new(), ByteOrder::Little, &header).unwrap();
    let mut links: Vec<u16> = Vec::new();
    for (link_type, time, data) in frames {
        let interface = links
            .iter()
            .position(|l| l == link_type)
            .unwrap_or_else(|| {
                let header = InterfaceHeader {
                    link_type: *link_type,
                    ..InterfaceHeader::default()
                };
                writer.interface(&header).unwrap();
                links.push(*link_type);
                links.len() - 1
            });
        let packet = Packet {
            interface: interface as u32,
            time: *time,
            data,
            original_len: data.len() as u32,
            comments: &[],
        };
        writer.packet(&packet).unwrap();
    }
    writer.into_inner()
}

/// Reads a file as `--json` and `exchanges --json` do; how many objects there were.
fn read(bytes: Vec<u8>, tables: &Tables) -> usize {
    let Ok(capture) = Capture::from_bytes("drawn".to_owned(), bytes) else {
        return 0;
    };
    let report = Arc::new(|_: &str| {});
    let given = Given::default();
    let mut input = Input::new(
        capture,
        PathBuf::from("drawn"),
        None,
        tables,
        &given,
        report,
    );
    let mut objects = 0;
    let mut object = |line: &[u8]| {
        let parsed: Result<IgnoredAny, _> = serde_json::from_slice(line);
        parsed.unwrap_or_else(|e| panic!("{e}: {}", String::from_utf8_lossy(line)));
        objects += 1;
    };
    let mut json = Json::new();
    let mut data = Vec::new();
    while let Some(held) = input.next(&mut data) {
        input.source(&held, &data).state.follow();
        input.items(&held, &data, |item, envelope, ctx| {
            json.begin(envelope);
            item.walk(ctx, &mut json);
            json.end(envelope);
            object(json.buffer());
            json.buffer().clear();
            ControlFlow::Continue(())
        });
    }
    for (_, source) in input.sources() {
        source.state.finish();
        while let Some(exchange) = source.state.retired() {
            let mut line = Vec::new();
            json::write_exchange(&mut line, &exchange, None, |_| None);
            object(&line);
        }
    }
    objects
}

/// The frames around one.
fn near(frames: &[Frame], at: usize) -> Range<usize> {
    let start = at.saturating_sub(NEAR / 2);
    start..(start + NEAR).min(frames.len())
}

/// Damages so many files, on two threads.
fn drawn(seed: u64, times: usize, damage: impl Fn(&[Frame], &mut Draws) -> Vec<u8> + Sync) {
    let (captures, more) = captures();
    let tables = Tables::builtin();
    std::thread::scope(|scope| {
        for half in 0..2 {
            let (captures, tables, damage) = (&captures, &tables, &damage);
            scope.spawn(move || {
                let mut draws = Draws(seed + half);
                let mut objects = 0;
                for _ in 0..times * more / 2 {
                    let frames = &captures[draws.below(captures.len())];
                    objects += read(damage(frames, &mut draws), tables);
                }
                assert!(objects > times, "{objects}");
            });
        }
    });
}

#[test]
fn wrong_bytes() {
    drawn(0x5eed, FLIPS, |frames, draws| {
        let at = draws.below(frames.len());
        let range = near(frames, at);
        let mut frames = frames[range.clone()].to_vec();
        let data = &mut frames[at - range.start].2;
        if !data.is_empty() {
            let byte = draws.below(data.len());
            data[byte] ^= 1 + draws.below(255) as u8;
        }
        file(&frames)
    });
}

#[test]
fn cuts() {
    drawn(0xc07, CUTS, |frames, draws| {
        let at = draws.below(frames.len());
        let mut bytes = file(&frames[near(frames, at)]);
        bytes.truncate(draws.below(bytes.len()));
        bytes
    });
}
