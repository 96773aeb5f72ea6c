//! What the fuzz targets share: bytes through every sink, with what must hold of what comes out;
//! and valid messages, changed.

pub mod mutate;

use netlink_capture::netlink::{Batch, Given, Input, Item};
use netlink_capture::{
    ByteOrder, Capture, InterfaceHeader, Packet, PcapNgWriter, SectionHeader, Timestamp,
};
use netlink_dissector::context::Context;
use netlink_dissector::envelope::Envelope;
use netlink_dissector::exchange::{Exchange, State, Wanted};
use netlink_dissector::filter::{Filter, Matcher, Zone};
use netlink_dissector::sink::arena::Arena;
use netlink_dissector::sink::json::{self, Json, Lossless};
use netlink_dissector::sink::text::{self, Line, Palette, Verbose};
use netlink_dissector::table::Tables;
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::{Arc, LazyLock};

/// The built-in tables.
pub static TABLES: LazyLock<Tables> = LazyLock::new(Tables::builtin);

/// The zone of times in filters.
pub const UTC: Zone = |_| 0;

/// A packet of a capture: link type and bytes.
pub type Linked<'a> = (u16, &'a [u8]);

/// A pcapng of these packets.
pub fn capture(packets: &[Linked<'_>]) -> Vec<u8> {
    let mut writer = PcapNgWriter::new(Vec::new(), ByteOrder::Little, &SectionHeader::default())
        .expect("memory takes all");
    let mut links: Vec<u16> = Vec::new();
    for (n, (link_type, data)) in packets.iter().enumerate() {
        let known = links.iter().position(|l| l == link_type);
        let interface = known.unwrap_or_else(|| {
            let header = InterfaceHeader {
                link_type: *link_type,
                ..InterfaceHeader::default()
            };
            writer.interface(&header).expect("memory takes all");
            links.push(*link_type);
            links.len() - 1
        });
        let packet = Packet {
            interface: interface as u32,
            time: Some(Timestamp {
                seconds: n as i64 / 4,
                nanos: 0,
            }),
            data,
            original_len: data.len() as u32,
            comments: &[],
        };
        writer.packet(&packet).expect("memory takes all");
    }
    writer.into_inner()
}

/// The packets that the fuzzer's bytes are: each a link type, a length, and its bytes.
pub fn packets(mut bytes: &[u8]) -> Vec<Linked<'_>> {
    let mut all = Vec::new();
    while let Some((&[link, low, high], rest)) = bytes.split_first_chunk() {
        let link_type = match link {
            0 => 253,
            1 => 113,
            2 => 276,
            other => other.into(),
        };
        let len = usize::from(u16::from_le_bytes([low, high])).min(rest.len());
        let (packet, rest) = rest.split_at(len);
        all.push((link_type, packet));
        bytes = rest;
    }
    all
}

/// All sinks.
struct Sinks {
    json: Json,
    tree: Lossless,
    line: Line,
    verbose: Verbose,
    arena: Arena,
}

impl Sinks {
    fn run(
        &mut self,
        item: Item<'_, '_>,
        envelope: &Envelope<'_>,
        ctx: &Context<'_>,
        json: &mut Vec<u8>,
    ) {
        self.json.begin(envelope);
        item.walk(ctx, &mut self.json);
        self.json.end(envelope);
        json.extend_from_slice(self.json.buffer());
        object(self.json.buffer());
        self.tree.begin(envelope, item.bytes());
        item.walk(ctx, &mut self.tree);
        self.tree.end(envelope);
        object(self.tree.buffer());
        self.line.begin(envelope, b"0");
        item.walk(ctx, &mut self.line);
        self.line.end();
        printable(self.line.buffer(), true);
        self.verbose.begin(envelope, b"0");
        item.walk(ctx, &mut self.verbose);
        self.verbose.end();
        printable(self.verbose.buffer(), false);
        self.arena.clear();
        item.walk(ctx, &mut self.arena);
        let span = item.bytes();
        let bytes = span.offset as usize..span.offset as usize + span.data.len();
        for byte in bytes.take(4096) {
            assert!(self.arena.at(byte).is_some(), "byte {byte} has no owner");
        }
    }
}

/// A line of JSON is one object.
fn object(buffer: &mut Vec<u8>) {
    let text = std::str::from_utf8(buffer).expect("JSON is UTF-8");
    assert_eq!(text.matches('\n').count(), 1, "one line: {text}");
    assert!(text.ends_with('\n'));
    let value: serde_json::Value = match serde_json::from_str(text) {
        Ok(value) => value,
        Err(e) if e.to_string().starts_with("recursion limit") => {
            buffer.clear();
            return;
        }
        Err(e) => panic!("{e}: {text}"),
    };
    assert!(value.is_object());
    buffer.clear();
}

/// Text holds nothing that a terminal obeys.
fn printable(buffer: &mut Vec<u8>, one_line: bool) {
    let text = std::str::from_utf8(buffer).expect("text is UTF-8");
    if one_line {
        assert_eq!(text.matches('\n').count(), 1, "one line: {text}");
    }
    let odd = text.chars().find(|c| c.is_control() && *c != '\n');
    assert_eq!(odd, None, "{text:?}");
    buffer.clear();
}

/// A capture in memory, as an input.
fn input(bytes: Vec<u8>, tables: &Tables) -> Option<Input<'_>> {
    let capture = Capture::from_bytes("fuzz".to_owned(), bytes).ok()?;
    let report = Arc::new(|_: &str| {});
    let given = Given::default();
    let path = PathBuf::from("-");
    Some(Input::new(capture, path, None, tables, &given, report))
}

/// How many messages of a capture a filter lets through; the same where their bytes are asked first.
pub fn matches(bytes: Vec<u8>, tables: &Tables, filter: &Filter<'_>) -> usize {
    let wanted = Wanted {
        exchanges: filter.needs().exchange,
        ..Wanted::default()
    };
    let open = || {
        let mut input = input(bytes.clone(), tables)?;
        input.want(wanted);
        Some(input)
    };
    let (Some(mut walked), Some(mut glanced)) = (open(), open()) else {
        return 0;
    };
    let (mut count, mut quick) = (0, 0);
    let (mut walk, mut glance) = (Matcher::new(filter), Matcher::new(filter));
    let mut data = Vec::new();
    while let Some(held) = walked.next(&mut data) {
        walked.items(&held, &data, |item, envelope, ctx| {
            let matches = item.matches(&mut walk, envelope, ctx);
            count += usize::from(matches && !envelope.no_message);
            ControlFlow::Continue(())
        });
    }
    while let Some(held) = glanced.next(&mut data) {
        let all = |_: &_| true;
        glanced.matching(&held, &data, Some(&mut glance), all, |_| {
            quick += 1;
            ControlFlow::Continue(())
        });
    }
    assert_eq!(count, quick, "the walk and the bytes");
    count
}

/// Reads a capture through all sinks, exchanges and some filters.
pub fn everything(bytes: Vec<u8>, tables: &Tables, filters: &mut [Matcher<'_>]) {
    let (Some(mut input), Some(mut again)) = (input(bytes.clone(), tables), input(bytes, tables))
    else {
        return;
    };
    let (mut here, mut elsewhere) = (Vec::new(), Json::new());
    let mut batch = Batch::new(tables);
    let mut sinks = Sinks {
        json: Json::new(),
        tree: Lossless::new(),
        line: Line::new(Palette::default()),
        verbose: Verbose::new(Palette::default(), true),
        arena: Arena::new(true),
    };
    let mut data = Vec::new();
    while let Some(held) = input.next(&mut data) {
        input.source(&held, &data).state.follow();
        input.items(&held, &data, |item, envelope, ctx| {
            sinks.run(item, envelope, ctx, &mut here);
            for filter in filters.iter_mut() {
                item.matches(filter, envelope, ctx);
            }
            ControlFlow::Continue(())
        });
    }
    // decoding elsewhere gives the same
    while let Some(held) = again.next(&mut data) {
        again.source(&held, &data).state.follow();
        batch.add(&mut again, &held, &data);
    }
    batch.items(|item, envelope, ctx| {
        elsewhere.begin(envelope);
        item.walk(ctx, &mut elsewhere);
        elsewhere.end(envelope);
        ControlFlow::Continue(())
    });
    assert!(here == *elsewhere.buffer(), "here and elsewhere");
    for (_, source) in input.sources() {
        source.state.finish();
        while let Some(exchange) = source.state.retired() {
            told(&exchange, &source.state);
        }
    }
}

/// Tells what came of a request, in both forms.
fn told(exchange: &Exchange<'_>, state: &State<'_>) {
    let mut out = Vec::new();
    json::write_exchange(&mut out, exchange, None, |_| Some("a \"b\""));
    object(&mut out);
    let mut drawn = Vec::new();
    text::write_exchange(&mut drawn, exchange, "x", b"0", &Palette::default());
    printable(&mut drawn, true);
    let Some(request) = exchange.message() else {
        return;
    };
    let causes = state.possible_causes(exchange.protocol, &request, -i64::from(exchange.error));
    let refused = text::Refused {
        request,
        frame: exchange.place.frame,
        summary: "x",
        error: exchange.error,
        refusal: exchange.refusal.as_deref(),
        causes: &causes,
    };
    let ctx = state.context(exchange.protocol);
    text::write_refused(&mut drawn, &refused, &ctx, Palette::default(), true);
    printable(&mut drawn, false);
}
