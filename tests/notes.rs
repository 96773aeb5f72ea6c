//! Comments of a pcapng: what taps and slices tell of frames, sections and interfaces.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod common;

use common::*;
use serde_json::{Value, json};

/// A packet with comments, so many seconds after the first.
fn noted(second: u64, protocol: u16, netlink: &[u8], comments: &[&str]) -> Vec<u8> {
    let mut packet = cooked(protocol, netlink);
    let len = packet.len() as u32;
    packet.resize(packet.len().next_multiple_of(4), 0);
    let time = (1_700_000_000 + second) * 1_000_000;
    let mut body = Vec::new();
    for word in [0, (time >> 32) as u32, time as u32, len, len] {
        body.extend(word.to_le_bytes());
    }
    body.extend(packet);
    for comment in comments {
        body.extend(option(1, comment.as_bytes()));
    }
    body.extend([0; 4]);
    block(6, &body)
}

fn comments(all: &[&str]) -> Vec<u8> {
    let mut out: Vec<u8> = all.iter().flat_map(|c| option(1, c.as_bytes())).collect();
    out.extend([0; 4]);
    out
}

fn section(all: &[&str]) -> Vec<u8> {
    section_block(&comments(all))
}

fn interface(all: &[&str]) -> Vec<u8> {
    interface_block(253, 0, &comments(all))
}

/// A request, and what acknowledges it or refuses it.
fn request(kind: u16, seq: u32) -> Vec<u8> {
    message(kind, 5, seq, &[0; 16])
}

fn answer(request: &[u8], error: i32, port: u32) -> Vec<u8> {
    let mut payload = error.to_le_bytes().to_vec();
    payload.extend(request);
    let seq = u32::from_le_bytes(request[8..12].try_into().unwrap());
    let mut answer = message(2, 0, seq, &payload);
    answer[12..16].copy_from_slice(&port.to_le_bytes());
    answer
}

const IP: &str = r#"nldissect:v1 {"direction":"to-kernel","port":612,"process":{"pid":600,"comm":"ip","from":"trace"},"socket":{"ext_ack":true,"rcvbuf":4096}}"#;

/// Two requests of a process, of which a note tells with the first, and one of another.
fn requests() -> Vec<u8> {
    let (first, mut second, third) = (request(16, 1), request(17, 2), request(18, 3));
    second[12..16].copy_from_slice(&612u32.to_le_bytes());
    [
        section(&[]),
        interface(&[]),
        noted(0, ROUTE, &first, &[IP]),
        noted(1, ROUTE, &answer(&first, 0, 612), &[]),
        noted(2, ROUTE, &second, &[]),
        noted(3, ROUTE, &answer(&second, -19, 612), &[]),
        noted(4, ROUTE, &third, &["an ordinary comment"]),
        noted(5, ROUTE, &answer(&third, 0, 613), &[]),
    ]
    .concat()
}

#[test]
fn processes_are_shown() {
    let file = Temp::new(&requests());
    let lines = run(&[file.path(), "--json"]).quiet(0).json();
    let ip = json!({"pid": 600, "comm": "ip", "from": "trace"});
    for line in &lines[..4] {
        assert_eq!(line["process"], ip, "{line}");
    }
    assert!(lines[4..].iter().all(|line| line.get("process").is_none()));
    let first = run(&[file.path(), "--json", "-n", "1"]).quiet(0).out;
    let order = r#""direction":"to-kernel","port":612,"process":{"pid":600,"comm":"ip","from":"trace"},"nlmsg_len""#;
    assert!(first.contains(order), "{first}");
    let text = run(&[file.path(), "--text", "--time", "relative"])
        .quiet(0)
        .out;
    assert!(text.contains(" ip[612] > kernel RTM_NEWLINK"), "{text}");
    assert!(text.contains(" kernel > ip[612] NLMSG_ERROR"), "{text}");
    assert!(text.contains(" kernel > 613 NLMSG_ERROR"), "{text}");
    let all = run(&["exchanges", file.path(), "--json"]).quiet(0).json();
    assert_eq!(all[0]["process"], ip);
    assert_eq!(
        (&all[1]["process"], &all[1]["errno"]),
        (&ip, &json!("ENODEV"))
    );
    assert!(all[2].get("process").is_none());
    let lines = run(&["exchanges", file.path()]).quiet(0).out;
    assert!(lines.contains(" ip[612] link "), "{lines}");
    let by = run(&[file.path(), "--by", "process.comm", "--json"]).quiet(0);
    let groups = by.json();
    assert_eq!(groups.len(), 1);
    assert_eq!(groups[0]["by"]["process.comm"], "ip");
    assert_eq!(
        (&groups[0]["count"], &groups[0]["errors"]),
        (&json!(4), &json!(1))
    );
}

#[test]
fn comments_of_all_three_places_are_read() {
    let family = "nldissect: family 40 nl80211";
    let name = "nldissect: interface 7 wlan7";
    let scan = message(
        40,
        5,
        1,
        &[&[33, 0, 0, 0][..], &attribute(3, &[7, 0, 0, 0])].concat(),
    );
    for (in_section, in_interface, in_packet) in [
        (vec![family, name], vec![], vec![]),
        (vec![], vec![family, name], vec![]),
        (vec![], vec![], vec![family, name]),
        (vec![name], vec![], vec![IP, family]),
    ] {
        let file = Temp::new(
            &[
                section(&in_section),
                interface(&in_interface),
                noted(0, GENERIC, &scan, &in_packet),
                noted(1, GENERIC, &scan, &[]),
            ]
            .concat(),
        );
        for line in run(&[file.path(), "--json", "-Y", "dev == wlan7"])
            .quiet(0)
            .json()
        {
            assert_eq!(line["family"], "nl80211");
            assert!(line.get("family_from").is_none());
            assert_eq!(line["genlmsghdr"]["cmd"], "NL80211_CMD_TRIGGER_SCAN");
        }
        let count = run(&[file.path(), "--count", "-Y", "dev == wlan7"]).quiet(0);
        assert_eq!(count.out.trim(), "2");
    }
}

/// A pcapng that goes away with its test.
struct Slice(String);

impl Slice {
    fn of(args: &[&str]) -> Slice {
        let slice = Slice(format!("{}ng", Temp::new(b"").path()));
        let args = [args, &["-w", &slice.0]].concat();
        run(&args).quiet(0);
        slice
    }

    fn json(&self) -> Vec<Value> {
        run(&[&self.0, "--json"]).quiet(0).json()
    }
}

impl Drop for Slice {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

#[test]
fn slices_carry_what_is_known() {
    let file = Temp::new(&requests());
    // the second request has no note of its own
    let slice = Slice::of(&[file.path(), "-Y", "RTM_DELLINK"]);
    let lines = slice.json();
    assert_eq!(lines.len(), 1);
    assert_eq!(lines[0]["process"]["comm"], "ip");
    let count = |filter: &str| {
        let ran = run(&[&slice.0, "--count", "-Y", filter]).quiet(0);
        ran.out.trim().to_owned()
    };
    assert_eq!(
        count("socket.ext_ack == true and socket.rcvbuf == 4KiB"),
        "1"
    );
    // a note that a frame had is still there
    let slice = Slice::of(&[file.path(), "-Y", "RTM_NEWLINK"]);
    assert_eq!(slice.json()[0]["process"]["pid"], 600);
    assert_eq!(slice.json()[0]["direction"], "to-kernel");
}

/// What is learnt within the slice stands in comments of its packets, which are read back.
#[test]
fn later_notes_of_a_slice_are_read_back() {
    let tell = |id: u16, name: &str| {
        let body = [
            &[1, 2, 0, 0][..],
            &attribute(1, &id.to_le_bytes()),
            &attribute(2, format!("{name}\0").as_bytes()),
        ];
        message(16, 0, 0, &body.concat())
    };
    let ask = |id: u16| message(id, 1, 1, &[5, 0, 0, 0]);
    let file = Temp::new(
        &[
            section(&[]),
            interface(&[]),
            noted(0, GENERIC, &ask(33), &["nldissect: family 33 ethtool"]),
            noted(1, GENERIC, &tell(40, "nl80211"), &[]),
            noted(2, GENERIC, &ask(40), &[]),
        ]
        .concat(),
    );
    let slice = Slice::of(&[file.path(), "-Y", "!(nlmsg_type == GENL_ID_CTRL)"]);
    let of = |file: &str| -> Vec<Value> {
        let lines = run(&[file, "--json", "-Y", "direction == to-kernel"]).json();
        lines.iter().map(|l| l["family"].clone()).collect()
    };
    assert_eq!(of(&slice.0), [json!("ethtool"), json!("nl80211")]);
    let lines = slice.json();
    assert!(lines.iter().all(|l| l.get("family_from").is_none()));
    // byte for byte the comment, not only what it comes to
    let bytes = std::fs::read(&slice.0).unwrap();
    let text = String::from_utf8_lossy(&bytes);
    assert!(text.contains("nldissect: family 40 nl80211"));
}

#[test]
fn whole_exchanges() {
    let file = Temp::new(&requests());
    let slice = Slice::of(&[file.path(), "-Y", "errno == ENODEV", "--whole"]);
    let frames: Vec<String> = slice
        .json()
        .iter()
        .map(|l| l["nlmsg_type"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(frames, ["RTM_DELLINK", "NLMSG_ERROR"]);
    assert_eq!(
        slice.json()[1]["request"],
        json!({"frame": 1, "message": 0})
    );
    // a request brings its answers, in their order, each frame once
    let dump = sample("demo.pcap");
    let slice = Slice::of(&[&dump, "-Y", "RTM_GETLINK and NLM_F_DUMP", "--whole"]);
    let all = run(&["exchanges", &slice.0, "--json"]).quiet(0).json();
    assert_eq!(all.len(), 1);
    assert_eq!(
        (&all[0]["outcome"], &all[0]["messages"]),
        (&json!("done"), &json!(12))
    );
    let before = run(&["exchanges", &dump, "--json", "-n", "11"])
        .quiet(0)
        .json();
    assert_eq!(all[0]["bytes"], before[0]["bytes"]);
    let bytes = std::fs::read(&dump).unwrap();
    let none = format!("{}ng", Temp::new(b"").path());
    feed(&["-", "-Y", "errno", "-w", &none, "--whole"], &bytes)
        .says(2, &["standard input can be read only once", "--whole"]);
    assert!(!std::path::Path::new(&none).exists());
    run(&[&dump, "--whole"]).says(2, &["--write"]);
}

/// An interface's counts.
fn statistics(second: u64, dropped: u64) -> Vec<u8> {
    let time = (1_700_000_000 + second) * 1_000_000;
    let mut body = Vec::new();
    for word in [0, (time >> 32) as u32, time as u32] {
        body.extend(word.to_le_bytes());
    }
    body.extend(option(4, &100u64.to_le_bytes()));
    body.extend(option(7, &dropped.to_le_bytes()));
    body.extend([0; 4]);
    block(5, &body)
}

#[test]
fn drops_are_evidence_of_loss() {
    let (first, second) = (request(16, 1), request(17, 20));
    let file = |dropped| {
        Temp::new(
            &[
                section(&[]),
                interface(&[]),
                noted(0, ROUTE, &first, &[]),
                statistics(5, dropped),
                noted(10, ROUTE, &second, &[]),
                noted(20, ROUTE, &newlink("eth0", &[]), &[]),
                statistics(30, dropped),
            ]
            .concat(),
        )
    };
    let outcomes = |ran: &Ran| -> Vec<Value> {
        let lines = ran.json();
        lines.iter().map(|x| x["outcome"].clone()).collect()
    };
    let sound = file(0);
    let ran = run(&["exchanges", sound.path(), "--json"]).quiet(0);
    assert_eq!(outcomes(&ran), ["unanswered", "unanswered"]);
    let lossy = file(3);
    let ran = run(&["exchanges", lossy.path(), "--json"]);
    // counts are since the start: nothing was dropped behind the second request
    assert_eq!(outcomes(&ran), ["lost", "unanswered"]);
    ran.says(0, &["3 packets were dropped while it was recorded"]);
}
