//! Damage: whatever happens to a file, the command prints all that can be read, says what it
//! could not read and where, and never panics.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod common;

use common::*;
use serde_json::Value;

/// Runs on bytes; each message on standard error has its form, each line is JSON where that is asked for.
fn on(bytes: &[u8], args: &[&str]) -> Ran {
    let file = Temp::new(bytes);
    let ran = run(&[&[file.path()], args].concat());
    assert!(!ran.err.contains("panicked"), "{}", ran.err);
    for line in ran.err.lines() {
        assert!(line.starts_with("nldissect: "), "{line}");
    }
    for line in ran.out.lines() {
        if args.contains(&"--json") {
            let parsed: Value = serde_json::from_str(line).expect("a JSON line");
            assert!(parsed.is_object());
        }
    }
    ran
}

fn frame_of(line: &str) -> u64 {
    let number = line.strip_prefix("{\"frame\":").unwrap();
    number.split(',').next().unwrap().parse().unwrap()
}

/// The lines of frames up to this one.
fn up_to<'l>(lines: &[&'l str], frame: u64) -> Vec<&'l str> {
    let upto = lines.iter().filter(|line| frame_of(line) <= frame);
    upto.copied().collect()
}

/// Does `work` for all places, on two threads.
fn each(places: Vec<usize>, work: impl Fn(usize) + Sync) {
    let halves: Vec<Vec<usize>> = (0..2)
        .map(|k| places.iter().copied().skip(k).step_by(2).collect())
        .collect();
    std::thread::scope(|scope| {
        for half in halves {
            scope.spawn(|| half.into_iter().for_each(&work));
        }
    });
}

/// Ends of the records of a little-endian pcap, or of the packet blocks of a pcapng with all
/// ends of its blocks.
fn ends(bytes: &[u8]) -> (Vec<usize>, Vec<usize>) {
    let word = |at: usize| u32::from_le_bytes(bytes[at..at + 4].try_into().unwrap()) as usize;
    let (mut packets, mut all) = (Vec::new(), Vec::new());
    let pcapng = bytes[0] == 0x0a;
    let mut at = if pcapng { 0 } else { 24 };
    while at < bytes.len() {
        let kind = word(at);
        at += if pcapng {
            word(at + 4)
        } else {
            16 + word(at + 8)
        };
        all.push(at);
        if !pcapng || kind == 6 {
            packets.push(at);
        }
    }
    (packets, all)
}

#[test]
fn a_pcap_cut_anywhere() {
    let bytes = std::fs::read(sample("tiny.pcap")).unwrap();
    let whole = run(&["samples/tiny.pcap", "--json"]).quiet(0);
    let lines = whole.lines();
    let (ends, _) = ends(&bytes);
    // every place of the first frames, then every fifth
    let places = (0..bytes.len()).filter(|n| *n < 2500 || n % 5 == 0);
    each(places.collect(), |n| {
        let ran = on(&bytes[..n], &["--json"]);
        if n < 24 {
            assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{n}");
            return;
        }
        let complete = ends.iter().filter(|end| **end <= n).count() as u64;
        let sound = n == 24 || ends.contains(&n);
        assert_eq!(ran.code, if sound { 0 } else { 3 }, "{n}: {}", ran.err);
        let before = up_to(&lines, complete);
        let got = ran.lines();
        assert_eq!(got[..before.len()], before, "{n}");
        // what is there of the frame that is cut follows
        assert!(
            got[before.len()..]
                .iter()
                .all(|line| frame_of(line) == complete + 1)
        );
        if sound {
            assert_eq!((got.len(), ran.err.as_str()), (before.len(), ""));
        } else {
            for word in ["ends within a record", "at byte ", "frame "] {
                assert!(ran.err.contains(word), "{n}: {}", ran.err);
            }
        }
    });
}

#[test]
fn a_pcapng_cut_anywhere() {
    let bytes = std::fs::read(sample("nanoseconds.pcapng")).unwrap();
    let whole = run(&["samples/nanoseconds.pcapng", "--json"]).quiet(0);
    let lines = whole.lines();
    let (packets, all) = ends(&bytes);
    let places = (0..bytes.len()).filter(|n| *n < 600 || n % 11 == 0);
    each(places.collect(), |n| {
        let ran = on(&bytes[..n], &["--json"]);
        if n < 28 {
            assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{n}: {}", ran.err);
            return;
        }
        let complete = packets.iter().filter(|end| **end <= n).count() as u64;
        let sound = all.contains(&n);
        assert_eq!(ran.code, if sound { 0 } else { 3 }, "{n}: {}", ran.err);
        let before = up_to(&lines, complete);
        assert_eq!(ran.lines()[..before.len()], before, "{n}");
        assert!(sound || ran.err.contains("frame "), "{n}: {}", ran.err);
    });
}

#[test]
fn compressed_files_cut_anywhere() {
    for (name, step) in [
        ("generic.pcap.gz", 41),
        ("wifi.pcap.zst", 23),
        ("audit.pcap.lz4", 29),
    ] {
        let bytes = std::fs::read(sample(name)).unwrap();
        let whole = run(&[&sample(name), "--json"]).quiet(0);
        // where the capture ends may be before a message that names a family
        let nameless = |line: &str| {
            let mut line: Value = serde_json::from_str(line).unwrap();
            let line = line.as_object_mut().unwrap();
            let kept = ["frame", "message", "time", "nlmsg_len", "nlmsg_seq"];
            line.retain(|key, _| kept.contains(&key.as_str()));
            serde_json::to_string(line).unwrap()
        };
        let lines: Vec<String> = whole.out.lines().map(nameless).collect();
        each((0..bytes.len()).step_by(step).collect(), |n| {
            let ran = on(&bytes[..n], &["--json"]);
            assert!(
                [2, 3].contains(&ran.code),
                "{name} {n}: {} {}",
                ran.code,
                ran.err
            );
            assert!(ran.err.contains(".pcap: "), "{name} {n}: {}", ran.err);
            let got: Vec<String> = ran.out.lines().map(nameless).collect();
            // of the last frame, a part may be there
            let shared = got.iter().zip(&lines).take_while(|(a, b)| a == b).count();
            assert!(
                shared + 1 >= got.len(),
                "{name} {n}: {shared} of {}",
                got.len()
            );
        });
    }
}

#[test]
fn a_bad_block_costs_no_more_than_itself() {
    let bytes = std::fs::read(sample("nanoseconds.pcapng")).unwrap();
    let whole = run(&["samples/nanoseconds.pcapng", "--json", "--limit", "100000"]).quiet(0);
    let lines = whole.lines();
    let (packets, _) = ends(&bytes);
    let (start, end) = (packets[28], packets[29]);
    let len = (end - start) as u32;
    let damages: [(&str, usize, u32); 4] = [
        ("length at the start", start + 4, 7),
        ("length beyond the file", start + 4, 0x7fff_fff0),
        ("length at the end", end - 4, len + 4),
        ("captured length", start + 20, 1_000_000),
    ];
    for (what, at, value) in damages {
        let mut bad = bytes.clone();
        bad[at..at + 4].copy_from_slice(&value.to_le_bytes());
        let ran = on(&bad, &["--json"]).says(3, &["frame ", "byte "]);
        let got = ran.lines();
        let before = up_to(&lines, 29);
        assert_eq!(got[..before.len()], before, "{what}");
        // behind it: the same messages; a request that was lost can be answered no more
        let (mut after, mut want): (Vec<Value>, Vec<Value>) = (
            got.iter()
                .map(|l| serde_json::from_str(l).unwrap())
                .collect(),
            lines
                .iter()
                .map(|l| serde_json::from_str(l).unwrap())
                .collect(),
        );
        let late = "2026-11-21T00:00:00";
        assert!(lines[0].contains("\"time\":\"2026") && late.starts_with("2026"));
        let time_of_30 = want.iter().find(|m| m["frame"] == 30).unwrap()["time"].clone();
        for list in [&mut after, &mut want] {
            list.retain(|m| m["time"].as_str() > time_of_30.as_str());
            for message in list.iter_mut() {
                let message = message.as_object_mut().unwrap();
                for key in ["frame", "request", "port", "direction"] {
                    message.remove(key);
                }
            }
        }
        assert_eq!(after.len(), want.len(), "{what}");
        assert_eq!(after, want, "{what}");
    }
}

#[test]
fn a_bad_record_costs_no_more_than_itself() {
    let bytes = std::fs::read(sample("tiny.pcap")).unwrap();
    let lines = run(&["samples/tiny.pcap", "--json"]).quiet(0);
    let lines = lines.lines();
    let (ends, _) = ends(&bytes);
    for value in [0xffff_ffff_u32, 0x00ff_ffff, 300_000] {
        let mut bad = bytes.clone();
        let at = ends[19] + 8;
        bad[at..at + 4].copy_from_slice(&value.to_le_bytes());
        let ran = on(&bad, &["--json"]).says(3, &["frame ", &format!("byte {}", ends[19])]);
        let got = ran.lines();
        let before = up_to(&lines, 20);
        assert_eq!(got[..before.len()], before);
        let last = |lines: &[&str]| {
            lines[lines.len() - 1]
                .split("\"time\"")
                .nth(1)
                .unwrap()
                .to_owned()
        };
        assert_eq!(last(&got)[..60], last(&lines)[..60]);
        assert!(got.len() + 2 >= lines.len());
    }
}

#[test]
fn every_byte_wrong_in_turn() {
    // each byte of the first frames of a small capture turned over: no panic, all lines JSON
    let bytes = std::fs::read(sample("swapped-header.pcap")).unwrap();
    each((0..1400).step_by(3).collect(), |n| {
        for with in [0xff, 0x01, 0x80] {
            let mut bad = bytes.clone();
            bad[n] ^= with;
            let ran = on(&bad, &["--json"]);
            assert!([0, 2, 3].contains(&ran.code), "{n}: {}", ran.code);
            if n >= 40 && ran.code == 0 {
                assert!(ran.lines().len() >= 19, "{n}: {}", ran.lines().len());
            }
        }
    });
}

#[test]
fn oddities_of_formats_are_no_damage() {
    let link = |name: &str| cooked(ROUTE, &newlink(name, &[]));
    // a snap length of 0 means none; a captured length above it is taken as it is
    for snaplen in [0, 8] {
        let mut file = pcap_header(253, snaplen);
        file.extend([record(1, &link("a")), record(2, &link("b"))].concat());
        let ran = on(&file, &["--fields", "IFLA_IFNAME"]).quiet(0);
        assert_eq!(ran.out, "a\nb\n");
        let file = [
            section_block(&[]),
            interface_block(253, snaplen, &[]),
            packet_block(0, 1_000_000, &link("a")),
        ];
        assert_eq!(
            on(&file.concat(), &["--fields", "IFLA_IFNAME"])
                .quiet(0)
                .out,
            "a\n"
        );
    }
    // resolutions of time: 10^-12, 2^-30, seconds
    for (resolution, time, want) in [
        (12, 1_500_000_000_000, "1970-01-01T00:00:01.500000000Z"),
        (0x80 | 30, 3 << 29, "1970-01-01T00:00:01.500000000Z"),
        (0, 3, "1970-01-01T00:00:03.000000000Z"),
    ] {
        let file = [
            section_block(&[]),
            interface_block(253, 0, &option(9, &[resolution])),
            packet_block(0, time, &link("a")),
        ];
        let ran = on(&file.concat(), &["--fields", "time,IFLA_IFNAME"]).quiet(0);
        assert_eq!(ran.out, format!("{want}\ta\n"));
    }
    // an interface's name that is no UTF-8, and unknown blocks and options
    let file = [
        section_block(&option(4, b"\xff\xfe")),
        interface_block(
            253,
            0,
            &[option(2, b"\xc3\x28"), option(777, b"xyz")].concat(),
        ),
        block(0x0bad_cafe, b"nobody knows"),
        packet_block(0, 1, &link("a")),
    ];
    assert_eq!(
        on(&file.concat(), &["--fields", "IFLA_IFNAME"])
            .quiet(0)
            .out,
        "a\n"
    );
    // a block of more than 8 MB
    let file = [
        section_block(&[]),
        interface_block(253, 0, &[]),
        block(0x4000_0bad, &vec![1; 9 << 20]),
        packet_block(0, 1, &link("a")),
        packet_block(
            0,
            2,
            &cooked(
                ROUTE,
                &newlink("b", &attribute(44, &vec![0; 60_000]).repeat(150)),
            ),
        ),
        packet_block(0, 3, &link("c")),
    ];
    assert_eq!(
        on(&file.concat(), &["--fields", "IFLA_IFNAME"])
            .quiet(0)
            .out,
        "a\nb\nc\n"
    );
}

/// The diagnostics of the only message of a file: code and offset.
fn diagnostics(netlink: &[u8]) -> Vec<(String, u64)> {
    let sound = newlink("after", &[]);
    let file = pcap(&[
        (ROUTE, newlink("before", &[])),
        (ROUTE, netlink.to_vec()),
        (ROUTE, sound),
    ]);
    let ran = on(&file, &["--json"]).quiet(0);
    let tree = on(&file, &["--json=tree"]).quiet(0);
    for form in [
        &["--text"][..],
        &["-vv"],
        &["--count"],
        &["--fields", "diagnostics"],
    ] {
        on(&file, form).quiet(0);
    }
    let name = |m: &Value| m["attributes"]["IFLA_IFNAME"].as_str().map(str::to_owned);
    let lines = ran.json();
    assert_eq!(name(&lines[0]).as_deref(), Some("before"));
    assert_eq!(name(lines.last().unwrap()).as_deref(), Some("after"));
    assert_eq!(tree.lines().len(), lines.len());
    let mut found = Vec::new();
    for (line, tree) in lines
        .iter()
        .zip(tree.json())
        .filter(|(l, _)| l["frame"] == 2)
    {
        assert_eq!(line.get("diagnostics"), tree.get("diagnostics"));
        for d in line["diagnostics"].as_array().into_iter().flatten() {
            found.push((
                d["code"].as_str().unwrap().to_owned(),
                d["offset"].as_u64().unwrap(),
            ));
        }
    }
    found
}

#[test]
fn damaged_messages_are_findings() {
    let has = |netlink: &[u8], code: &str, offset: u64| {
        let found = diagnostics(netlink);
        let want = (code.to_owned(), offset);
        assert!(found.contains(&want), "{want:?} is not in {found:?}");
    };
    let with_len = |len: u32| {
        let mut bytes = newlink("x", &[]);
        bytes[..4].copy_from_slice(&len.to_le_bytes());
        bytes
    };
    has(b"", "short-frame", 0);
    has(b"123", "short-frame", 0);
    has(&with_len(0), "bad-length", 0);
    has(&with_len(3), "bad-length", 0);
    has(&with_len(15), "bad-length", 0);
    has(&with_len(65_535), "cut-message", 0);
    has(&with_len(0xffff_ffff), "cut-message", 0);
    has(&[0; 64], "bad-length", 0);
    // the second message of a frame
    has(
        &[newlink("x", &[]), with_len(3)].concat(),
        "bad-length",
        newlink("x", &[]).len() as u64,
    );
    has(
        &[newlink("x", &[]), vec![0; 20]].concat(),
        "zero-tail",
        newlink("x", &[]).len() as u64,
    );
    has(
        &[newlink("x", &[]), b"junk".to_vec()].concat(),
        "rest-bytes",
        newlink("x", &[]).len() as u64,
    );
    // headers and attributes
    has(&message(16, 0, 0, &[0; 3]), "short-header", 16);
    let attributes = 16 + 16 + attribute(3, b"x\0").len() as u64;
    let with_attribute = |len: u16, payload: &[u8]| {
        let mut a = attribute(4, payload);
        a[..2].copy_from_slice(&len.to_le_bytes());
        newlink("x", &a)
    };
    for len in [0, 3, 65_535, 9] {
        has(
            &with_attribute(len, &[1, 2, 3, 4]),
            "bad-attribute",
            attributes,
        );
    }
    has(
        &newlink("x", &attribute(4, &[1])),
        "short-attribute",
        attributes,
    );
    has(
        &newlink("x", &attribute(4, &[0; 9])),
        "long-attribute",
        attributes + 4,
    );
    has(
        &newlink("x", &attribute(3, b"y\0")),
        "repeated-attribute",
        attributes,
    );
    // DCB_ATTR_IFNAME of RTM_GETDCB
    let unterminated = message(78, 1, 0, &[&[0; 4][..], &attribute(1, b"abcd")].concat());
    has(&unterminated, "not-terminated", 20);
}

#[test]
fn nests_a_thousand_deep() {
    // TCA_TAPRIO_ATTR_ADMIN_SCHED holds the attributes of taprio, itself among them
    let mut nest = Vec::new();
    for _ in 0..1000 {
        nest = attribute(0x8000 | 7, &nest);
    }
    let options = [attribute(1, b"taprio\0"), attribute(2, &nest)].concat();
    let payload = [vec![0; 20], options].concat();
    let file = pcap(&[
        (ROUTE, message(36, 5, 1, &payload)),
        (ROUTE, newlink("after", &[])),
    ]);
    for form in ["--json", "--json=tree", "--text", "-v", "-vv", "--count"] {
        on(&file, &[form]).quiet(0);
    }
    let ran = on(&file, &["--json"]).quiet(0).json();
    assert_eq!(ran.len(), 2);
    let codes: Vec<&Value> = ran[0]["diagnostics"]
        .as_array()
        .unwrap()
        .iter()
        .map(|d| &d["code"])
        .collect();
    assert!(codes.contains(&&"nesting-too-deep".into()), "{codes:?}");
    assert_eq!(ran[1]["attributes"]["IFLA_IFNAME"], "after");
}

#[test]
fn a_snap_length_is_no_damage() {
    let ran = run(&["samples/snaplen.pcap", "--json"]).quiet(0).json();
    let cut: Vec<&Value> = ran
        .iter()
        .filter(|m| m["nlmsg_len"].as_u64() > Some(80))
        .collect();
    assert!(cut.len() > 5);
    for message in cut {
        let codes: Vec<&Value> = message["diagnostics"]
            .as_array()
            .unwrap()
            .iter()
            .map(|d| &d["code"])
            .collect();
        assert!(codes.contains(&&"cut-message".into()), "{message}");
    }
    // what stands before the cut is as in the whole capture
    let first = &ran
        .iter()
        .find(|m| m["nlmsg_type"] == "RTM_NEWLINK" && m["nlmsg_len"].as_u64() > Some(500))
        .unwrap();
    assert!(first["ifinfomsg"]["ifi_index"].is_u64());
    assert!(first["attributes"]["IFLA_IFNAME"].is_string());
}

#[test]
fn damaged_and_sound_files_together() {
    let bytes = std::fs::read(sample("tiny.pcap")).unwrap();
    let cut = Temp::new(&bytes[..5000]);
    let ran = run(&[cut.path(), "samples/tiny.pcap", "--count"])
        .says(3, &[cut.path(), "at byte 5000", "frame 18"]);
    assert_eq!(ran.out, "60\n");
}
