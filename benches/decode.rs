//! What decoding costs: the walk with an empty sink, JSON, text; following exchanges; filters.
//!
//! `cargo bench` reads the captures in samples/. Throughput is in bytes of netlink, but for
//! "json, out" and "line, out", where it is in bytes written, for exchanges and for filters on
//! small messages, where it is in messages, and for filters on link dumps, where it is in bytes of
//! the capture.

#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing
)]

use criterion::{
    BenchmarkGroup, Criterion, Throughput, criterion_group, criterion_main, measurement::WallTime,
};
use netlink_capture::netlink::{Given, Input};
use netlink_capture::{Capture, Event};
use netlink_dissector::context::Context;
use netlink_dissector::envelope::{Envelope, Place, Time};
use netlink_dissector::exchange::{State, Wanted};
use netlink_dissector::filter::{Filter, Matcher};
use netlink_dissector::sink::Empty;
use netlink_dissector::sink::json::Json;
use netlink_dissector::sink::text::{Line, Palette};
use netlink_dissector::table::Tables;
use netlink_dissector::walk::walk;
use netlink_dissector::wire::{ByteOrder, LINKTYPE_NETLINK, Messages, RawMessage, cooked};
use std::hint::black_box;
use std::ops::{ControlFlow, RangeInclusive};
use std::path::Path;
use std::sync::Arc;

/// The frames of a sample, with their protocols.
struct Frames {
    frames: Vec<(u16, Vec<u8>)>,
    bytes: u64,
}

/// Reads a sample; only messages of at least `least` bytes where that is not 0.
fn frames(name: &str, least: u32) -> Frames {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("samples")
        .join(name);
    let mut capture = Capture::open(&path).expect("sample");
    let mut all = Frames {
        frames: Vec::new(),
        bytes: 0,
    };
    while let Some(event) = capture.next() {
        let Event::Frame(frame) = event else { continue };
        let Some((header, data)) = cooked(frame.link_type, frame.data) else {
            continue;
        };
        let long = |m: RawMessage<'_>| m.header.nlmsg_len >= least;
        if Messages::new(data, ByteOrder::Little).all(long) {
            all.bytes += data.len() as u64;
            all.frames.push((header.protocol, data.to_vec()));
        }
    }
    all
}

impl Frames {
    fn each(&self, mut run: impl FnMut(u16, &RawMessage<'_>)) {
        for (protocol, frame) in &self.frames {
            for message in Messages::new(frame, ByteOrder::Little) {
                run(*protocol, &message);
            }
        }
    }
}

fn envelope(protocol: u16) -> Envelope<'static> {
    Envelope {
        place: Place {
            file: None,
            frame: 1234,
            message: 5,
        },
        time: Some(Time {
            seconds: 1_795_226_100,
            nanos: 476_123_000,
        }),
        protocol,
        ..Envelope::default()
    }
}

fn of_frames(group: &mut BenchmarkGroup<'_, WallTime>, frames: &Frames) {
    let tables = Tables::builtin();
    let mut state = State::new(&tables, ByteOrder::Little);
    frames.each(|protocol, message| {
        state.observe(protocol, message, Place::default());
    });
    let context = |protocol| {
        let mut context = Context::new(&tables, protocol);
        context.knowledge = state.learnt();
        context
    };
    group.throughput(Throughput::Bytes(frames.bytes));
    group.bench_function("walk, empty sink", |b| {
        b.iter(|| {
            let mut sink = Empty::default();
            frames.each(|protocol, message| walk(message, None, &context(protocol), &mut sink));
            black_box(sink.sum)
        });
    });
    group.bench_function("observe", |b| {
        b.iter(|| {
            let mut state = State::new(&tables, ByteOrder::Little);
            frames.each(|protocol, message| {
                black_box(state.observe(protocol, message, Place::default()));
            });
        });
    });
    let mut sink = Line::new(Palette::default());
    let mut line = || {
        frames.each(|protocol, message| {
            sink.begin(&envelope(protocol), b"");
            walk(message, None, &context(protocol), &mut sink);
            sink.end();
        });
        let written = sink.buffer().len();
        sink.buffer().clear();
        written
    };
    let written = line();
    group.bench_function("line", |b| b.iter(|| black_box(line())));
    group.throughput(Throughput::Bytes(written as u64));
    group.bench_function("line, out", |b| b.iter(|| black_box(line())));
    let mut sink = Json::new();
    let json = |sink: &mut Json| {
        frames.each(|protocol, message| {
            let envelope = envelope(protocol);
            sink.begin(&envelope);
            walk(message, None, &context(protocol), sink);
            sink.end(&envelope);
        });
        let written = sink.buffer().len();
        sink.buffer().clear();
        written
    };
    let written = json(&mut sink);
    group.throughput(Throughput::Bytes(written as u64));
    group.bench_function("json, out", |b| b.iter(|| black_box(json(&mut sink))));
}

/// Following exchanges, per message: what `nldissect exchanges` costs without its output, and what
/// it costs to count them.
fn exchanges(c: &mut Criterion) {
    let tables = Tables::builtin();
    let mut group = c.benchmark_group("exchanges");
    for name in ["tc.pcap", "nft.pcap", "route.pcap", "monitor.pcap"] {
        let frames = frames(name, 0);
        let mut messages = 0;
        frames.each(|_, _| messages += 1);
        group.throughput(Throughput::Elements(messages));
        group.bench_function(name, |b| {
            b.iter(|| follow(&frames, &tables, State::follow));
        });
        group.bench_function(format!("{name}, counted"), |b| {
            b.iter(|| follow(&frames, &tables, State::follow_briefly));
        });
    }
    group.finish();
}

fn follow<'t>(frames: &Frames, tables: &'t Tables, asks: impl FnOnce(&mut State<'t>)) {
    let mut state = State::new(tables, ByteOrder::Little);
    asks(&mut state);
    let mut place = Place::default();
    for (protocol, frame) in &frames.frames {
        place.frame += 1;
        state.begin_frame(Some(Time {
            seconds: place.frame as i64 / 1_000,
            nanos: 0,
        }));
        for (number, message) in (0..).zip(Messages::new(frame, ByteOrder::Little)) {
            place.message = number;
            black_box(state.observe(*protocol, &message, place));
        }
        let told = state.each_retired(|exchange, _| {
            black_box(exchange.outcome);
            Ok::<(), ()>(())
        });
        black_box(told).expect("nothing fails");
    }
}

/// A capture of the frames of a sample with messages of `lengths`, over and over up to some megabytes.
fn grown(name: &str, lengths: RangeInclusive<u32>) -> (Vec<u8>, u64) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("samples")
        .join(name);
    let whole = std::fs::read(path).expect("sample");
    let (header, mut rest) = whole.split_at(24);
    let (mut records, mut messages) = (Vec::new(), 0);
    while let Some(len) = rest.get(8..12) {
        let len = u32::from_le_bytes(len.try_into().expect("four bytes")) as usize;
        let (record, behind) = rest.split_at(16 + len);
        rest = behind;
        let (_, data) = cooked(LINKTYPE_NETLINK, &record[16..]).expect("netlink");
        let all = Messages::new(data, ByteOrder::Little);
        if all.clone().all(|m| lengths.contains(&m.header.nlmsg_len)) {
            records.extend_from_slice(record);
            messages += all.count() as u64;
        }
    }
    let times = (4 << 20) / records.len() + 1;
    let capture = [header, &records.repeat(times)].concat();
    (capture, messages * times as u64)
}

/// Filters, as `--count -Y` asks them: the frames of a capture in memory, and the messages of them
/// that match.
fn filters(c: &mut Criterion) {
    let tables = Tables::builtin();
    for (name, lengths, title, expressions) in [
        (
            "link.pcap",
            500..=u32::MAX,
            "filters, link dumps",
            [
                ("top level", "IFLA_MTU > 1500"),
                ("top level, matches", "IFLA_MTU < 65536"),
                (
                    "three levels",
                    "IFLA_LINKINFO.IFLA_INFO_DATA.IFLA_VXLAN_ID == 5",
                ),
                (
                    "three levels, matches",
                    "IFLA_AF_SPEC.AF_INET.IFLA_INET_CONF",
                ),
                ("type", "RTM_NEWADDR"),
                ("sequence number", "nlmsg_seq == 77"),
                ("exchange", "direction == to-kernel"),
            ],
        ),
        (
            "route.pcap",
            0..=128,
            "filters, small messages",
            [
                ("top level", "RTA_OIF == 77"),
                ("top level, matches", "RTA_OIF"),
                ("two levels", "RTA_METRICS.RTAX_MTU == 77"),
                ("an address", "RTA_DST == 192.0.2.0/24"),
                ("type", "RTM_NEWROUTE"),
                ("sequence number", "nlmsg_seq == 77"),
                ("exchange", "direction == to-kernel"),
            ],
        ),
    ] {
        let (bytes, messages) = grown(name, lengths.clone());
        let mut group = c.benchmark_group(title);
        group.throughput(match *lengths.start() {
            0 => Throughput::Elements(messages),
            _ => Throughput::Bytes(bytes.len() as u64),
        });
        let capture = Capture::from_bytes(name.to_owned(), bytes).expect("capture");
        let report = Arc::new(|_: &str| {});
        let input = Input::new(
            capture,
            name.into(),
            None,
            &tables,
            &Given::default(),
            report,
        );
        for (what, expression) in expressions {
            let filter = Filter::new(expression, &tables, |_| 0).expect("filter");
            let needs = filter.needs();
            let mut matcher = Matcher::new(&filter);
            group.bench_function(what, |b| {
                b.iter(|| {
                    let mut input = input.again().expect("in memory");
                    input.want(Wanted {
                        exchanges: needs.exchange,
                        interfaces: needs.interfaces,
                    });
                    let mut found = 0u64;
                    let _ = input.each::<()>(|input, held, data| {
                        let matcher = Some(&mut matcher);
                        input.matching(
                            held,
                            data,
                            matcher,
                            |_| true,
                            |_| {
                                found += 1;
                                ControlFlow::Continue(())
                            },
                        );
                        Ok(true)
                    });
                    black_box(found)
                });
            });
        }
        group.finish();
    }
    c.benchmark_group("filters")
        .bench_function("making one", |b| {
            b.iter(|| black_box(Filter::new("IFLA_MTU > 1500", &tables, |_| 0).is_ok()));
        });
}

fn decode(c: &mut Criterion) {
    for (name, least, title) in [
        ("link.pcap", 1000, "link dumps"),
        ("route.pcap", 0, "routes"),
        ("sockets.pcap", 0, "sockets"),
    ] {
        let frames = frames(name, least);
        let mut group = c.benchmark_group(title);
        of_frames(&mut group, &frames);
        group.finish();
    }
}

criterion_group!(benches, decode, exchanges, filters);
criterion_main!(benches);
