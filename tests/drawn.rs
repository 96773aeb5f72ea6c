//! Cuts and wrong bytes, drawn over all captures: each is read with the frames around it. Whatever comes out is JSON,
//! filters find the same in each way they are asked, and nothing panics. The samples; with `NLDISSECT_CAPTURES`, ten times as many over the captures of that folder too.

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
use netlink_dissector::envelope::Place;
use netlink_dissector::exchange::Wanted;
use netlink_dissector::filter::{Filter, Matcher, Vocabulary};
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
const ASKED: usize = 300;

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

/// An input of a file; none where it is no capture any more.
fn input(bytes: Vec<u8>, tables: &Tables) -> Option<Input<'_>> {
    let capture = Capture::from_bytes("drawn".to_owned(), bytes).ok()?;
    let report = Arc::new(|_: &str| {});
    let path = PathBuf::from("drawn");
    let given = Given::default();
    Some(Input::new(capture, path, None, tables, &given, report))
}

/// Asks filters of the messages of a file, quickly and by the walk; how many matched, and how
/// many were asked about.
fn ask(bytes: &[u8], filters: &[(String, Filter<'_>)], tables: &Tables) -> (usize, usize) {
    let (mut matched, mut asked) = (0, 0);
    for (expression, filter) in filters {
        let Some(mut input) = input(bytes.to_vec(), tables) else {
            return (0, 0);
        };
        input.want(Wanted {
            exchanges: filter.needs().exchange,
            interfaces: filter.needs().interfaces,
        });
        let Some(mut slow) = input.again() else {
            return (0, 0);
        };
        slow.want(Wanted {
            exchanges: filter.needs().exchange,
            interfaces: filter.needs().interfaces,
        });
        let (mut quick, mut walking) = (Matcher::new(filter), Matcher::walking(filter));
        let (mut data, mut other) = (Vec::new(), Vec::new());
        while let Some(held) = input.next(&mut data) {
            let mut found: Vec<Vec<u8>> = Vec::new();
            let all = |_: &Place| true;
            input.matching(&held, &data, Some(&mut quick), all, |bytes| {
                found.push(bytes.to_vec());
                ControlFlow::Continue(())
            });
            let held = slow.next(&mut other).unwrap();
            let mut wanted = Vec::new();
            slow.items(&held, &other, |item, envelope, ctx| {
                asked += 1;
                if item.matches(&mut walking, envelope, ctx) && !envelope.no_message {
                    wanted.push(item.bytes().data.to_vec());
                }
                ControlFlow::Continue(())
            });
            assert!(
                found == wanted,
                "{expression}, frame {}: {found:02x?}, {wanted:02x?}",
                held.number
            );
            matched += found.len();
        }
    }
    (matched, asked)
}

/// Reads a file as `--json` and `exchanges --json` do; how many objects there were.
fn read(bytes: Vec<u8>, tables: &Tables) -> usize {
    let Some(mut input) = input(bytes, tables) else {
        return 0;
    };
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

/// The frames around a drawn one, in which a byte is wrong.
fn flip(frames: &[Frame], draws: &mut Draws) -> Vec<u8> {
    let at = draws.below(frames.len());
    let range = near(frames, at);
    let mut frames = frames[range.clone()].to_vec();
    let data = &mut frames[at - range.start].2;
    if !data.is_empty() {
        let byte = draws.below(data.len());
        data[byte] ^= 1 + draws.below(255) as u8;
    }
    file(&frames)
}

/// The same, cut somewhere.
fn cut(frames: &[Frame], draws: &mut Draws) -> Vec<u8> {
    let at = draws.below(frames.len());
    let mut bytes = file(&frames[near(frames, at)]);
    bytes.truncate(draws.below(bytes.len()));
    bytes
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
    drawn(0x5eed, FLIPS, flip);
}

#[test]
fn cuts() {
    drawn(0xc07, CUTS, cut);
}

/// What filters are asked of what is damaged.
const FILTERS: [&str; 24] = [
    "IFLA_MTU > 1500",
    "IFLA_IFNAME == lo or IFLA_IFNAME contains 0",
    "IFLA_LINKINFO.IFLA_INFO_DATA.IFLA_VXLAN_ID == 5",
    "IFLA_INFO_DATA and not IFLA_VLAN_ID",
    "IFLA_AF_SPEC.AF_INET.IFLA_INET_CONF",
    "IFLA_INET_CONF.IPV4_DEVCONF_FORWARDING == 1",
    "IPV4_DEVCONF_RP_FILTER == 2 or DEVCONF_MTU6 == 1500",
    "IFLA_AF_SPEC.AF_INET6.IFLA_INET6_FLAGS & IF_READY",
    "IFLA_MASTER or IFLA_STATS64.rx_bytes > 100",
    "RTM_NEWLINK or RTM_DELLINK",
    "not RTM_NEWLINK and not IFA_LOCAL",
    "RTA_OIF == 2",
    "RTA_DST == 10.0.0.0/8 or RTA_GATEWAY",
    "RTA_TABLE == RT_TABLE_MAIN",
    "RTA_METRICS.RTAX_MTU > 1000",
    "RTAX_HOPLIMIT or RTA_MULTIPATH.RTA_OIF == 3",
    "IFA_ADDRESS == 10.0.0.0/8 or IFA_FLAGS & IFA_F_PERMANENT",
    "NDA_LLADDR or NDA_PROBES > 0",
    "TCA_KIND == fq_codel",
    "TCA_OPTIONS.TCA_FQ_CODEL_LIMIT > 1",
    "TCA_STATS2.TCA_STATS_BASIC",
    "INET_DIAG_CONG == cubic",
    "ifi_index == 2 or IFLA_TXQLEN == 1000",
    "NLMSGERR_ATTR_MSG or errno == EEXIST",
];

#[test]
fn filters_of_what_is_damaged() {
    let (captures, more) = captures();
    let tables = Tables::builtin();
    let vocabulary = Vocabulary::new(&tables);
    let filters = FILTERS.map(|expression| {
        let filter = vocabulary.filter(expression, |_| 0);
        (expression.to_owned(), filter.unwrap())
    });
    std::thread::scope(|scope| {
        for half in 0..2 {
            let (captures, tables, filters) = (&captures, &tables, &filters);
            scope.spawn(move || {
                let mut draws = Draws(0xf117 + half);
                let (mut matched, mut asked) = (0, 0);
                for time in 0..ASKED * more / 2 {
                    let frames = &captures[draws.below(captures.len())];
                    let bytes = match time % 3 {
                        0 => cut(frames, &mut draws),
                        _ => flip(frames, &mut draws),
                    };
                    let from = draws.below(filters.len() - 6);
                    let (m, a) = ask(&bytes, &filters[from..from + 6], tables);
                    (matched, asked) = (matched + m, asked + a);
                }
                assert!(matched > 100 && asked > matched * 2, "{matched} of {asked}");
            });
        }
    });
}
