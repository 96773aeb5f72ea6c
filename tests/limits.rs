//! Whatever the bytes and the arguments: an end, in bounded memory. docs/LIMITS.md lists the bounds.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod common;

use common::{
    Temp, attribute, command, feed, finish, interface_block, message, newlink, option,
    packet_block, pcap, pcap_header, record, run, sample, section_block,
};
use flate2::Compression;
use flate2::write::GzEncoder;
use std::io::{Read, Write};
use std::process::Stdio;

const MIB: u64 = 1 << 20;

/// Memory that a run may take beside that for its largest frame.
const CONSTANT: u64 = 64 * MIB;

/// What a run in bounded memory gave.
struct Held {
    code: Option<i32>,
    written: u64,
    err: String,
}

/// Runs the command with so much memory for data at most; without it, it would abort. It reads standard input, so
/// that the bound is there before the input.
#[cfg(target_os = "linux")]
fn held(args: &[&str], input: impl FnOnce(&mut dyn Write) + Send, memory: u64) -> Held {
    use rustix::process::{Pid, Resource, Rlimit, prlimit};
    let mut child = command(args).stdin(Stdio::piped()).spawn().unwrap();
    let bound = Rlimit {
        current: Some(memory),
        maximum: Some(memory),
    };
    prlimit(Some(Pid::from_child(&child)), Resource::Data, bound).unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let mut stdout = child.stdout.take().unwrap();
    let mut stderr = child.stderr.take().unwrap();
    std::thread::scope(|s| {
        s.spawn(move || input(&mut stdin));
        let said = s.spawn(move || {
            let mut err = String::new();
            stderr.read_to_string(&mut err).unwrap();
            err
        });
        let mut written = 0;
        let mut buffer = vec![0; 1 << 16];
        loop {
            match stdout.read(&mut buffer).unwrap() {
                0 => break,
                n => written += n as u64,
            }
        }
        Held {
            code: child.wait().unwrap().code(),
            written,
            err: said.join().unwrap(),
        }
    })
}

/// Writes all of it; who does not read it closes the pipe.
fn whole(bytes: &[u8]) -> impl FnOnce(&mut dyn Write) + Send + '_ {
    move |pipe| drop(pipe.write_all(bytes))
}

/// A wiphy with as many features as fit into so many bytes: few bytes with long names.
fn features(bytes: usize) -> Vec<u8> {
    const NL80211_CMD_NEW_WIPHY: u8 = 3;
    const NL80211_ATTR_EXT_FEATURES: u16 = 217;
    let one = attribute(NL80211_ATTR_EXT_FEATURES, &[0xff; 9]);
    let mut payload = vec![NL80211_CMD_NEW_WIPHY, 1, 0, 0];
    payload.extend(one.repeat(bytes / one.len()));
    pcap(&[(16, message(30, 0, 1, &payload))])
}

#[cfg(target_os = "linux")]
#[test]
fn much_is_told_of_few_bytes_in_bounded_memory() {
    const FRAME: usize = 200_000;
    let capture = features(FRAME);
    let outputs: [(&[&str], u64); 9] = [
        (&["--json"], 150),
        (&["--json=tree"], 500),
        (&["-v"], 150),
        (&["--fields", "frame,NL80211_ATTR_EXT_FEATURES"], 0),
        (&["--by", "NL80211_ATTR_EXT_FEATURES"], 0),
        (&["--text"], 0),
        (&["--count"], 0),
        (&["--count", "-Y", "NL80211_ATTR_EXT_FEATURES == 3"], 0),
        (&["-w", "/dev/null"], 0),
    ];
    for (output, times) in outputs {
        let args = [&["-", "--family", "30=nl80211"], output].concat();
        let ran = held(&args, whole(&capture), CONSTANT);
        assert_eq!(ran.code, Some(0), "{args:?}: {}", ran.err);
        let least = times * FRAME as u64;
        assert!(ran.written >= least, "{args:?}: {} bytes", ran.written);
    }
    // the same bytes at once or in parts
    let at_once = feed(
        &["-", "--family", "30=nl80211", "--json"],
        &features(16_000),
    );
    let value: Vec<serde_json::Value> = at_once.json();
    let all = value[0]["attributes"].as_object().unwrap();
    assert_eq!(all.len(), 1000);
    let whole = feed(
        &["-", "--family", "30=nl80211", "--json"],
        &features(64_000),
    )
    .quiet(0);
    let value = whole.json();
    assert_eq!(value[0]["attributes"].as_object().unwrap().len(), 4000);
    let tree = feed(
        &["-", "--family", "30=nl80211", "--json=tree"],
        &features(64_000),
    );
    let nodes = tree.json()[0]["nodes"].as_array().unwrap().clone();
    let values: Vec<_> = nodes[2..].iter().map(|n| n["type"].clone()).collect();
    assert_eq!(values, vec![serde_json::Value::from(217); 4000]);
}

#[test]
fn a_megabyte_of_empty_attributes() {
    let empty = |i: u16| [[4, 0], i.to_le_bytes()].concat();
    let attributes: Vec<u8> = (0..250_000_u32)
        .flat_map(|i| empty(i as u16 & 63))
        .collect();
    let link = newlink("eth0", &attributes);
    let file = Temp::new(&pcap(&[(0, link)]));
    let path = file.path();
    for args in [
        &["--json"][..],
        &["--json=tree"],
        &["--text"],
        &["-v"],
        &["--stats"],
        &["--fields", "dev,IFLA_LINK,diagnostics"],
        &["--count", "-Y", "IFLA_LINKINFO.IFLA_INFO_KIND == vxlan"],
    ] {
        let ran = run(&[&[path], args].concat());
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{args:?}");
    }
    for args in [
        &["lint", path][..],
        &["exchanges", path],
        &["explain", path, "-n", "1"],
        &["diff", path, path],
    ] {
        assert_eq!(run(args).err, "", "{args:?}");
    }
}

#[test]
fn a_column_has_a_bound() {
    // each an interface of its own: telling them apart must not go through all of them each time
    let links: Vec<u8> = (1..200_000_u32)
        .flat_map(|i| attribute(5, &i.to_le_bytes()))
        .collect();
    let capture = pcap(&[(0, newlink("eth0", &links))]);
    let ran = feed(&["-", "--fields", "dev,frame"], &capture).quiet(0);
    let (dev, frame) = ran.out.trim_end().split_once('\t').unwrap();
    assert!(dev.starts_with("eth0,1,2,3,4,"), "{dev:.40}");
    assert!(dev.ends_with('…'), "it says that there are more");
    assert_eq!(dev.len(), 65_536 + '…'.len_utf8());
    assert_eq!(frame, "1");
}

#[test]
fn wide_groups_go_to_the_others() {
    let frames: Vec<(u16, Vec<u8>)> = (0..300)
        .map(|i| {
            let alias = format!("{i}{}", "x".repeat(60_000));
            (0, newlink("eth0", &attribute(20, alias.as_bytes())))
        })
        .collect();
    let ran = feed(&["-", "--by", "IFLA_IFALIAS", "--json"], &pcap(&frames)).quiet(0);
    let groups = ran.json();
    // 16 MiB are 280 values of this size
    assert_eq!(groups.len(), 281);
    assert_eq!(groups[0]["by"]["IFLA_IFALIAS"], "(others)");
    assert_eq!(groups[0]["count"], 20);
}

#[test]
fn each_value_of_a_column_is_plain() {
    let names: Vec<u8> = ["a", "b c", "d"]
        .iter()
        .flat_map(|n| attribute(53, n.as_bytes()))
        .collect();
    let capture = pcap(&[(0, newlink("eth0", &attribute(52, &names)))]);
    let fields = "IFLA_PROP_LIST.IFLA_ALT_IFNAME";
    assert_eq!(
        feed(&["-", "--fields", fields], &capture).quiet(0).out,
        "a,b c,d\n"
    );
}

#[test]
fn many_sections_are_forgotten_one_by_one() {
    let one = [
        section_block(&[]),
        interface_block(253, 0, &[]),
        packet_block(0, 1, &common::cooked(0, &newlink("eth0", &[]))),
    ]
    .concat();
    let ran = feed(&["-", "--count"], &one.repeat(1024)).quiet(0);
    assert_eq!(ran.out, "1024\n");
    let ran = feed(&["-", "--text"], &one.repeat(3000));
    assert_eq!(ran.out.lines().count(), 3000);
    let ran = ran.says(0, &["more than 1024 sections and interfaces have netlink"]);
    assert_eq!(ran.err.lines().count(), 1, "said once");
}

#[test]
fn comments_of_sections_have_a_bound() {
    let comments = option(1, &[b'x'; 60_000]).repeat(100);
    let section = [section_block(&comments), interface_block(253, 0, &[])].concat();
    let packet = packet_block(0, 1, &common::cooked(0, &newlink("eth0", &[])));
    let capture = [section.repeat(5), packet].concat();
    let ran = feed(&["-", "--count"], &capture).says(0, &["more than 16 MiB of comments"]);
    assert_eq!((ran.out.as_str(), ran.err.lines().count()), ("1\n", 1));
}

#[test]
fn damaged_places_are_told_up_to_a_hundred() {
    let interfaces = interface_block(253, 0, &[]).repeat(65_536 + 5000);
    let ran = feed(
        &["-", "--count"],
        &[section_block(&[]), interfaces].concat(),
    );
    let ran = ran.says(3, &["too many interfaces", "4900 more places are damaged"]);
    assert_eq!(ran.err.lines().count(), 101);
}

#[test]
fn lengths_that_lie() {
    let mut snaplen = pcap_header(253, u32::MAX);
    snaplen.extend([0; 8]);
    snaplen.extend([0xff; 8]);
    snaplen.extend([7; 100]);
    let mut block = [section_block(&[]), interface_block(253, u32::MAX, &[])].concat();
    block.extend(6_u32.to_le_bytes());
    block.extend(0xffff_fff0_u32.to_le_bytes());
    block.extend([7; 100]);
    for bytes in [snaplen, block] {
        let file = Temp::new(&bytes);
        run(&[file.path(), "--count"]).says(3, &["is too long at byte"]);
        #[cfg(target_os = "linux")]
        {
            let ran = held(&["-", "--count"], whole(&bytes), CONSTANT);
            assert_eq!(ran.code, Some(3), "{}", ran.err);
        }
    }
    // options without an end, and many of them
    let packet = common::cooked(0, &newlink("eth0", &[]));
    for options in [
        [1, 0, 0, 0].repeat(1_000_000),
        option(1, b"x").repeat(500_000),
    ] {
        let sound = packet_block(0, 1, &packet);
        let mut body = sound[8..sound.len() - 4].to_vec();
        body.extend(options);
        let block = common::block(6, &body);
        let capture = [section_block(&[]), interface_block(253, 0, &[]), block].concat();
        assert_eq!(feed(&["-", "--count"], &capture).quiet(0).out, "1\n");
    }
}

/// Something, and then zeros that pack to a thousandth.
fn bomb(head: &[u8], zeros: u64) -> Vec<u8> {
    let mut packed = GzEncoder::new(Vec::new(), Compression::fast());
    packed.write_all(head).unwrap();
    std::io::copy(&mut std::io::repeat(0).take(zeros), &mut packed).unwrap();
    packed.finish().unwrap()
}

#[cfg(target_os = "linux")]
#[test]
fn what_unpacks_to_much_is_read_through() {
    let header = pcap_header(253, 0);
    let mut frame = record(0, &[]);
    // a frame of a gigabyte, where 256 MiB are the most
    frame[8..12].copy_from_slice(&(1_u32 << 30).to_le_bytes());
    frame[12..16].copy_from_slice(&(1_u32 << 30).to_le_bytes());
    let sound = record(0, &common::cooked(0, &newlink("eth0", &[])));
    let zeros = 80 * MIB;
    let cases = [
        (Vec::new(), "not a pcap or pcapng capture", 2, ""),
        (header.clone(), "bad record header at byte 24", 3, "0\n"),
        (
            [&header[..], &frame].concat(),
            "is too long at byte 24",
            3,
            "0\n",
        ),
        (
            [&header[..], &sound].concat(),
            "bad record header",
            3,
            "1\n",
        ),
    ];
    for (head, words, code, out) in cases {
        let packed = bomb(&head, zeros);
        assert!((packed.len() as u64) < zeros / 50);
        let ran = held(&["-", "--count"], whole(&packed), CONSTANT);
        assert_eq!(ran.code, Some(code), "{}", ran.err);
        assert!(ran.err.contains(words), "{}", ran.err);
        assert_eq!(ran.written, out.len() as u64);
    }
}

#[test]
fn lines_of_strace_without_end() {
    const CALL: &str =
        "7 1.0 sendto(3<NETLINK:[ROUTE:7]>, [{nlmsg_len=20}], 20, 0, NULL, 0) = 20\n";
    const BYTES: &str =
        " | 00000  14 00 00 00 10 00 01 03  00 00 00 00 00 00 00 00  ................\n";
    let long = format!(
        "{CALL}{BYTES}7 1.0 sendto(3, {}, 0) = 9\n",
        "a".repeat(20 << 20)
    );
    let ran = feed(&["-", "--count"], long.as_bytes())
        .says(3, &["line 3 and perhaps others have no bytes"]);
    assert_eq!(ran.out, "1\n");
    let one_datagram = format!("{CALL}{}", BYTES.repeat(200_000));
    let ran = feed(&["-", "--count"], one_datagram.as_bytes());
    assert_eq!(ran.code, 0, "{}", ran.err);
    // a socket of each process, and descriptors that are nobody's
    let mut text = CALL.to_owned() + BYTES;
    for pid in 1..60_000 {
        text += &format!(
            "{pid} socket(AF_NETLINK, SOCK_RAW, NETLINK_ROUTE) = {}\n",
            pid % 7 + 3
        );
        text += &format!("{pid} sendto(1000000, [{{nlmsg_len=20}}], 20, 0, NULL, 0) = 20\n");
    }
    assert_eq!(feed(&["-", "--count"], text.as_bytes()).out, "1\n");
}

#[test]
fn settings_of_lint() {
    let capture = sample("tiny.pcap");
    for (text, words) in [
        (format!("deny = {}", "[".repeat(100_000)), "recursion"),
        (format!("a{} = 1", ".a".repeat(100_000)), "recursion"),
        (" ".repeat(2 << 20), "more than 1 MiB"),
    ] {
        let file = Temp::new(text.as_bytes());
        let ran = run(&["lint", &capture, "--config", file.path()]);
        ran.says(2, &[words]);
    }
}

#[test]
fn a_spec_of_any_size_and_depth() {
    for (text, words) in [
        ("x".repeat(20 << 20), "more than 4 MiB"),
        ("[".repeat(100_000), "recursion limit"),
    ] {
        let file = Temp::new(text.as_bytes());
        run(&["--spec", file.path(), &sample("tiny.pcap")]).says(2, &[words]);
    }
}

#[test]
fn arguments_of_any_length() {
    let capture = sample("tiny.pcap");
    for (filter, words) in [
        ("(".repeat(100_000), "more than 64 levels"),
        ("not ".repeat(25_000), "more than 64 levels"),
        ("x".repeat(100_000), "no field or constant is called"),
        (
            "IFLA_IFNAME matches \"(a{1000}){1000}\"".to_owned(),
            "size limit",
        ),
        (
            format!("IFLA_IFNAME matches \"{}\"", "(".repeat(50_000)),
            "regular expression",
        ),
    ] {
        let ran = run(&[&capture, "--count", "-Y", &filter]).says(2, &[words]);
        assert!(ran.err.len() < 1000, "{} bytes of {words}", ran.err.len());
    }
    let any = vec!["IFLA_MTU"; 10_000].join(" or ");
    assert_eq!(run(&[&capture, "--count", "-Y", &any]).quiet(0).code, 0);
    let columns = vec!["IFLA_MTU"; 10_000].join(",");
    assert_eq!(run(&[&capture, "--fields", &columns]).quiet(0).code, 0);
}

#[test]
fn help_fits_any_terminal() {
    for columns in ["1", "2", "3", "65535", "99999999999"] {
        let ran = finish(command(&["--help"]).env("COLUMNS", columns), b"");
        assert!(ran.quiet(0).out.contains("--json"));
    }
}
