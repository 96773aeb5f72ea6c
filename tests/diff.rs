//! `nldissect diff`: what it takes for the same, what it tells, and the code that it ends with.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod common;

use common::*;
use serde_json::Value;

const RTM_NEWLINK: u16 = 16;
const RTM_GETLINK: u16 = 18;
const RTM_NEWADDR: u16 = 20;

fn diff(a: &str, b: &str) -> Ran {
    run(&["diff", a, b])
}

fn temp(frames: &[(u16, Vec<u8>)]) -> Temp {
    Temp::new(&pcap(frames))
}

/// The records of a little-endian pcap sample.
fn records(name: &str) -> (Vec<u8>, Vec<Vec<u8>>) {
    let bytes = std::fs::read(sample(name)).unwrap();
    let mut at = 24;
    let mut records = Vec::new();
    while at + 16 <= bytes.len() {
        let len = u32::from_le_bytes(bytes[at + 8..at + 12].try_into().unwrap()) as usize;
        records.push(bytes[at..at + 16 + len].to_vec());
        at += 16 + len;
    }
    (bytes[..24].to_vec(), records)
}

fn file(header: &[u8], records: &[Vec<u8>]) -> Temp {
    Temp::new(&[header.to_vec(), records.concat()].concat())
}

/// The lines of `--json` but the last, and the numbers of the last.
fn told(args: &[&str]) -> (Vec<Value>, Value) {
    let mut lines = run(&[&["diff", "--json"], args].concat()).json();
    let last = lines.pop().unwrap();
    (lines, last)
}

#[test]
fn a_capture_is_the_same_as_itself() {
    for name in samples() {
        let path = sample(&name);
        for level in ["--replies", "--outcomes", "--requests"] {
            let ran = run(&["diff", &path, &path, level]);
            assert_eq!(ran.code, 0, "{name} {level}: {}", ran.out);
            assert!(ran.out.contains(" the same"), "{name}: {}", ran.out);
            assert_eq!(ran.out.lines().count(), 1, "{name}: {}", ran.out);
        }
    }
}

#[test]
fn a_dropped_exchange_is_told_alone() {
    let name = "errors.pcap";
    let (header, records) = records(name);
    let exchanges = run(&["exchanges", &sample(name), "--failed", "--json"]).json();
    let mut tried = 0;
    for exchange in exchanges.iter().filter(|x| x["members"].is_null()) {
        let of = |place: &Value| place["frame"].as_u64().unwrap() as usize;
        if exchange["end"].is_null() || exchange["messages"].as_u64().is_some() {
            continue;
        }
        let gone = [of(exchange), of(&exchange["end"])];
        let rest: Vec<Vec<u8>> = (1..)
            .zip(&records)
            .filter(|(frame, _)| !gone.contains(frame))
            .map(|(_, record)| record.clone())
            .collect();
        let without = file(&header, &rest);
        let (lines, last) = told(&[&sample(name), without.path()]);
        let [line] = lines.as_slice() else {
            panic!("frames {gone:?}: {lines:#?}");
        };
        assert_eq!(line["differs"], serde_json::json!(["only-a"]));
        assert_eq!(line["a"]["summary"], exchange["summary"]);
        assert_eq!(line["a"]["ext_ack"], exchange["ext_ack"]);
        assert_eq!(last["summary"]["only_a"], 1);
        // and the other way round
        let (lines, _) = told(&[without.path(), &sample(name)]);
        assert_eq!(lines.len(), 1);
        assert_eq!(lines[0]["differs"], serde_json::json!(["only-b"]));
        tried += 1;
    }
    assert!(tried > 3, "{tried}");
}

/// Changes sequence numbers and port ids of all messages of a packet, those that errors echo
/// too.
fn renumber(packet: &mut [u8]) {
    let mut at = 0;
    while at + 16 <= packet.len() {
        let word =
            |packet: &[u8], at: usize| u32::from_le_bytes(packet[at..at + 4].try_into().unwrap());
        let len = word(packet, at) as usize;
        if len < 16 || at + len > packet.len() {
            return;
        }
        let mut headers = vec![at];
        if packet[at + 4] == 2 && len >= 36 {
            headers.push(at + 20);
        }
        for at in headers {
            let seq = word(packet, at + 8).wrapping_mul(3).wrapping_add(1000);
            packet[at + 8..at + 12].copy_from_slice(&seq.to_le_bytes());
            let pid = word(packet, at + 12);
            let pid = if pid == 0 { 0 } else { pid + 4000 };
            packet[at + 12..at + 16].copy_from_slice(&pid.to_le_bytes());
        }
        at += len.next_multiple_of(4);
    }
}

#[test]
fn ports_sequence_numbers_and_times_say_nothing() {
    for name in ["tiny.pcap", "errors.pcap", "nft.pcap", "xfrm.pcap"] {
        let (header, mut records) = records(name);
        for record in &mut records {
            let seconds = u32::from_le_bytes(record[..4].try_into().unwrap()) + 86_400;
            record[..4].copy_from_slice(&seconds.to_le_bytes());
            renumber(&mut record[16 + 16..]);
        }
        let other = file(&header, &records);
        let ran = diff(&sample(name), other.path());
        assert_eq!(ran.code, 0, "{name}: {}", ran.out);
    }
}

/// RTM_NEWADDR on an interface.
fn add_address(seq: u32, index: u32, last: u8) -> (u16, Vec<u8>) {
    let mut body = vec![2, 24, 0, 0];
    body.extend(index.to_le_bytes());
    body.extend(attribute(2, &[192, 0, 2, last]));
    (ROUTE, message(RTM_NEWADDR, REQUEST | ACK, seq, &body))
}

/// NLMSG_ERROR for a request, with the kernel's words where there is an error.
fn answer(request: &(u16, Vec<u8>), error: i32, words: &str) -> (u16, Vec<u8>) {
    let mut body = error.to_le_bytes().to_vec();
    let header = &request.1[..16];
    let mut flags = 0x100;
    body.extend(header);
    if !words.is_empty() {
        flags |= 0x200;
        body.extend(attribute(1, format!("{words}\0").as_bytes()));
    }
    let seq = u32::from_le_bytes(header[8..12].try_into().unwrap());
    let mut bytes = message(2, flags, seq, &body);
    bytes[12..16].copy_from_slice(&77u32.to_le_bytes());
    (request.0, bytes)
}

/// A link of an index and name, as the kernel tells of it.
fn link(index: u32, name: &str, seq: u32, flags: u16) -> (u16, Vec<u8>) {
    let mut body = vec![0; 4];
    body.extend(index.to_le_bytes());
    body.extend([0; 8]);
    body.extend(attribute(3, format!("{name}\0").as_bytes()));
    let mut bytes = message(RTM_NEWLINK, flags, seq, &body);
    if seq != 0 {
        bytes[12..16].copy_from_slice(&77u32.to_le_bytes());
    }
    (ROUTE, bytes)
}

/// A dump of links.
fn dump(links: &[(u32, &str)]) -> Vec<(u16, Vec<u8>)> {
    let mut frames = vec![(ROUTE, message(RTM_GETLINK, REQUEST | DUMP, 5, &[0; 16]))];
    for (index, name) in links {
        frames.push(link(*index, name, 5, MULTI));
    }
    let mut done = message(3, MULTI, 5, &[0; 4]);
    done[12..16].copy_from_slice(&77u32.to_le_bytes());
    frames.push((ROUTE, done));
    frames
}

#[test]
fn interfaces_are_told_by_name() {
    let with = |links: &[(u32, &str)], index| {
        let request = add_address(9, index, 1);
        let mut frames = dump(links);
        frames.extend([request.clone(), answer(&request, 0, "")]);
        temp(&frames)
    };
    let a = with(&[(2, "eth0"), (3, "eth1")], 2);
    let swapped = with(&[(2, "eth1"), (3, "eth0")], 3);
    let ran = diff(a.path(), swapped.path()).quiet(0);
    assert_eq!(ran.out, "2 the same\n");
    let other = with(&[(2, "eth1"), (3, "eth0")], 2);
    let ran = diff(a.path(), other.path()).quiet(1);
    assert!(
        ran.out.contains("eth0") && ran.out.contains("eth1"),
        "{}",
        ran.out
    );
}

#[test]
fn made_up_names_by_the_part_that_they_play() {
    let with = |names: [&str; 2], up: u32| {
        let request = add_address(9, up, 1);
        let mut frames = dump(&[(2, names[0]), (3, "eth0"), (4, names[1])]);
        frames.extend([request.clone(), answer(&request, 0, "")]);
        temp(&frames)
    };
    let a = with(["veth1a2b3c4", "br-0123456789ab"], 2);
    let b = with(["veth9f8e7d6", "br-fedcba987654"], 2);
    let ran = diff(a.path(), b.path()).quiet(0);
    assert_eq!(
        ran.out,
        "taken for the same: veth1a2b3c4 = veth9f8e7d6, br-0123456789ab = br-fedcba987654\n2 the same\n"
    );
}

#[test]
fn other_outcomes_with_the_words_of_both_kernels() {
    let request = add_address(9, 2, 1);
    let with = |error, words| {
        let mut frames = vec![request.clone(), answer(&request, error, words)];
        let late = add_address(10, 2, 9);
        frames.extend([late.clone(), answer(&late, 0, "")]);
        temp(&frames)
    };
    let (a, b) = (with(-17, "address already assigned"), with(0, ""));
    let ran = diff(a.path(), b.path()).quiet(1);
    for line in [
        "~ 1.0  1.0",
        "- EEXIST \"address already assigned\"",
        "+ ack",
        "… 1 the same",
    ] {
        assert!(ran.out.contains(line), "{line:?} is not in {}", ran.out);
    }
    let (lines, last) = told(&[a.path(), b.path()]);
    assert_eq!(lines[0]["differs"], serde_json::json!(["outcome"]));
    assert_eq!(lines[0]["a"]["errno"], "EEXIST");
    assert_eq!(lines[0]["b"]["outcome"], "ack");
    assert_eq!(last["summary"]["outcome"], 1);
    // other words for the same error differ too
    let c = with(-17, "already there");
    diff(a.path(), c.path()).quiet(1);
    // and are no request
    let ran = run(&["diff", "--requests", a.path(), b.path()]).quiet(0);
    assert_eq!(ran.out, "2 the same\n");
}

#[test]
fn other_attributes_and_what_only_one_has() {
    let frames = |last: &[u8]| {
        let requests = (1..)
            .zip(last)
            .map(|(seq, last)| add_address(seq, 2, *last));
        let frames: Vec<(u16, Vec<u8>)> = requests
            .flat_map(|r| [r.clone(), answer(&r, 0, "")])
            .collect();
        temp(&frames)
    };
    let a = frames(&[1, 2, 3]);
    let ran = diff(a.path(), frames(&[1, 9, 3]).path()).quiet(1);
    assert!(ran.out.contains("- 3.0"), "{}", ran.out);
    assert!(ran.out.contains("+      3.0"), "{}", ran.out);
    assert!(
        ran.out
            .ends_with("2 the same, 1 only in the first, 1 only in the second\n")
    );
    let ran = diff(a.path(), frames(&[2, 3, 1]).path()).quiet(1);
    assert!(ran.out.contains("> 1.0  5.0"), "{}", ran.out);
    assert!(ran.out.contains("1 elsewhere"), "{}", ran.out);
    let ran = run(&[
        "diff",
        a.path(),
        frames(&[1, 9, 3]).path(),
        "-Y",
        "IFA_LOCAL == 192.0.2.3",
    ]);
    assert_eq!(ran.quiet(0).out, "1 the same\n");
    let ran = run(&[
        "diff",
        "--ignore",
        "IFA_LOCAL",
        a.path(),
        frames(&[1, 9, 3]).path(),
    ]);
    assert_eq!(ran.quiet(0).out, "3 the same\n");
    assert_eq!(
        run(&["diff", "--count", a.path(), frames(&[1]).path()])
            .quiet(1)
            .out,
        "2\n"
    );
    assert_eq!(
        run(&["diff", "-q", a.path(), frames(&[1]).path()])
            .quiet(1)
            .out,
        ""
    );
}

#[test]
fn replies_are_objects() {
    let a = temp(&dump(&[(2, "eth0"), (3, "eth1")]));
    let b = temp(&dump(&[(3, "eth1"), (2, "eth0")]));
    assert_eq!(diff(a.path(), b.path()).quiet(0).out, "1 the same\n");
    let c = temp(&dump(&[(2, "eth0")]));
    let ran = diff(a.path(), c.path()).quiet(1);
    assert!(ran.out.contains("    - 3.0"), "{}", ran.out);
    assert_eq!(
        run(&["diff", "--outcomes", a.path(), c.path()])
            .quiet(0)
            .out,
        "1 the same\n"
    );
}

/// A transaction with a rule for each port.
fn ruleset(ports: &[u16]) -> Vec<u8> {
    let batch = |kind, seq| message(kind, REQUEST, seq, &[0, 0, 0, 10]);
    let mut bytes = batch(0x10, 0);
    for (seq, port) in (1..).zip(ports) {
        let data = attribute(1, &port.to_be_bytes());
        let cmp = [
            attribute(1, &1u32.to_be_bytes()),
            attribute(2, &0u32.to_be_bytes()),
            attribute(0x8003, &data),
        ];
        let expression = [attribute(1, b"cmp\0"), attribute(0x8002, &cmp.concat())];
        let mut body = vec![1, 0, 0, 0];
        body.extend(attribute(1, b"t\0"));
        body.extend(attribute(2, b"c\0"));
        body.extend(attribute(0x8004, &attribute(0x8001, &expression.concat())));
        bytes.extend(message((10 << 8) | 6, REQUEST | 0xc00, seq, &body));
    }
    bytes.extend(batch(0x11, 9));
    bytes
}

#[test]
fn members_of_a_transaction_one_by_one() {
    let with = |ports: &[u16]| temp(&[(NETFILTER, ruleset(ports))]);
    let a = with(&[22, 80, 443]);
    assert_eq!(diff(a.path(), a.path()).quiet(0).out, "1 the same\n");
    let ran = diff(a.path(), with(&[22, 8080, 443]).path()).quiet(1);
    let path =
        "NFTA_RULE_EXPRESSIONS.NFTA_LIST_ELEM[0].NFTA_EXPR_DATA.NFTA_CMP_DATA.NFTA_DATA_VALUE";
    assert!(ran.out.contains("    ~ 1.2  1.2"), "{}", ran.out);
    assert!(ran.out.contains(path), "{}", ran.out);
    let ran = diff(a.path(), with(&[22, 443]).path()).quiet(1);
    assert!(ran.out.contains("    - 1.2"), "{}", ran.out);
    assert!(ran.out.contains("1 with other messages"), "{}", ran.out);
    let (lines, _) = told(&[a.path(), with(&[22, 8080, 443]).path()]);
    assert_eq!(lines[0]["members"][0]["attributes"][0]["path"], path);
}

#[test]
fn notifications_are_compared_too() {
    let with = |names: &[&str]| {
        let all = (2..)
            .zip(names)
            .map(|(index, name)| link(index, name, 0, 0));
        temp(&all.collect::<Vec<_>>())
    };
    let a = with(&["eth0", "eth1", "eth2"]);
    let ran = diff(a.path(), with(&["eth0", "eth2"]).path()).quiet(1);
    assert!(ran.out.contains("- 2.0"), "{}", ran.out);
    assert!(
        ran.out.ends_with("2 the same, 1 only in the first\n"),
        "{}",
        ran.out
    );
    let request = add_address(1, 2, 1);
    let silent = temp(&[request.clone(), answer(&request, 0, "")]);
    let ran = diff(a.path(), silent.path()).quiet(1);
    assert!(
        ran.out.contains("- 3 notifications of NETLINK_ROUTE"),
        "{}",
        ran.out
    );
}

#[test]
fn byte_orders_do_not_matter() {
    // the same script on two machines
    let (lines, last) = told(&[&sample("tiny.pcap"), &sample("big-endian.pcap")]);
    let requests = |line: &&Value| {
        let differs = line["differs"].as_array().unwrap();
        line["kind"] == "exchange"
            && ["only-a", "only-b", "outcome", "attributes"]
                .iter()
                .any(|word| differs.iter().any(|d| d == word))
    };
    let wrong: Vec<&Value> = lines.iter().filter(requests).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(last["summary"]["same"].as_u64().unwrap() > 10, "{last}");
}

#[test]
fn standard_input_is_one_of_them() {
    let bytes = std::fs::read(sample("tiny.pcap")).unwrap();
    let ran = feed(&["diff", "-", &sample("tiny.pcap")], &bytes);
    assert_eq!(ran.quiet(0).out.lines().count(), 1);
    let ran = feed(&["diff", &sample("link.pcap"), "-"], &bytes);
    assert_eq!(ran.code, 1);
    run(&["diff", "-", "-"]).says(2, &["standard input"]);
}

#[test]
fn wrong_usage_and_damage() {
    let tiny = sample("tiny.pcap");
    run(&["diff", &tiny]).says(2, &["<B>"]);
    run(&["diff", &tiny, "no-such.pcap"]).says(2, &["no-such.pcap"]);
    run(&["diff", &tiny, &tiny, "--ignore", "IFLA_MUT"]).says(2, &["--ignore", "IFLA_MTU"]);
    run(&["diff", &tiny, &tiny, "-Y", "IFLA_MUT"]).says(2, &["--filter", "IFLA_MTU"]);
    run(&["diff", &tiny, &tiny, "--requests", "--replies"]).says(2, &["--replies"]);
    let mut bytes = std::fs::read(&tiny).unwrap();
    bytes.truncate(bytes.len() - 5);
    let cut = Temp::new(&bytes);
    diff(&tiny, cut.path()).says(3, &["byte", "frame"]);
}

#[test]
fn what_is_left_aside_has_reasons() {
    let ran = run(&["diff", "--list-ignored"]).quiet(0);
    for words in [
        "nlmsg_seq",
        "NFTA_RULE_HANDLE",
        "a handle, given by the kernel",
        "IFA_CACHEINFO",
    ] {
        assert!(ran.out.contains(words), "{words}");
    }
    for line in run(&["diff", "--list-ignored", "--json"]).quiet(0).json() {
        for key in ["family", "path", "where", "why"] {
            assert!(line[key].is_string(), "{line}");
        }
    }
}
