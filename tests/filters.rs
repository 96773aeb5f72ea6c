//! Filters: the documented examples, one by one; and random filters over random messages, held
//! against the same condition on the JSON.

#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod common;

use common::conditions::*;
use common::*;
use netlink_capture::{Capture, Event};
use netlink_dissector::context::Context;
use netlink_dissector::envelope::Envelope;
use netlink_dissector::exchange::State;
use netlink_dissector::filter::{Matcher, Vocabulary};
use netlink_dissector::sink::json::Json;
use netlink_dissector::table::Tables;
use netlink_dissector::walk::walk;
use netlink_dissector::wire::{ByteOrder, Messages, RawMessage, cooked};
use serde_json::Value;
use std::collections::BTreeSet;

/// The examples of docs/FILTERS.md: filter, and the sample in which it finds something.
fn examples() -> Vec<(String, String)> {
    let text = std::fs::read_to_string(format!("{}/docs/FILTERS.md", env!("CARGO_MANIFEST_DIR")));
    let mut examples = Vec::new();
    for line in text.unwrap().lines() {
        let line = line.replace("\\|", "\u{1}");
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        let ["", filter, _, sample, ""] = cells.as_slice() else {
            continue;
        };
        let code = |cell: &str| Some(cell.strip_prefix('`')?.strip_suffix('`')?.to_owned());
        if let (Some(filter), Some(sample)) = (code(filter), code(sample)) {
            examples.push((filter.replace('\u{1}', "|"), sample));
        }
    }
    examples
}

/// A count looks at less than what shows messages does: it must come to the same. A pipe cannot
/// be read again, so that nothing is left out there.
#[test]
fn counts_are_those_of_the_messages_shown() {
    let files = [
        "monitor.pcap",
        "route.pcap",
        "link.pcap",
        "errors.pcap",
        "noted.pcapng",
    ];
    let filters = [
        "",
        "RTM_NEWLINK",
        "RTM_NEWROUTE or RTM_DELLINK",
        "IFLA_MTU > 1000",
        "IFLA_IFNAME",
        "RTA_OIF",
        "IFLA_LINKINFO.IFLA_INFO_KIND == dummy",
        "nlmsg_seq != 0",
        "direction == from-kernel",
        "dev == lo",
        "NLMSGERR_ATTR_MSG",
        "errno == EEXIST",
        "ifi_index > 1",
    ];
    for name in files {
        let path = sample(name);
        for filter in filters {
            let asked: &[&str] = match filter {
                "" => &[],
                filter => &["-Y", filter],
            };
            let with = |more: &[&str]| run(&[&[path.as_str()], more, asked].concat());
            let shown = with(&["--text"]).lines().len();
            let all = with(&["--json"]).lines().len();
            let counted = with(&["--count"]).out;
            let copies = with(&["--count", "--copies"]).out;
            assert_eq!(counted.trim(), shown.to_string(), "{name}: {filter}");
            assert_eq!(copies.trim(), all.to_string(), "{name}: {filter}");
            let piped = feed(
                &[&["-", "--count"], asked].concat(),
                &std::fs::read(&path).unwrap(),
            );
            assert_eq!(piped.out, counted, "{name}: {filter}");
        }
    }
    let copies = run(&[&sample("nft.pcap"), "--count", "--copies"]).out;
    assert_ne!(copies, run(&[&sample("nft.pcap"), "--count"]).out);
}

#[test]
fn documented_examples_find_something() {
    let examples = examples();
    assert!(examples.len() >= 80, "{}", examples.len());
    let mut wrong = Vec::new();
    for (filter, name) in &examples {
        let path = sample(name);
        let ran = run(&[&path, "--count", "-Y", filter]);
        let all = run(&[&path, "--count"]);
        let (found, all): (u64, u64) = match (ran.out.trim().parse(), all.out.trim().parse()) {
            (Ok(found), Ok(all)) => (found, all),
            _ => panic!("{filter}: {}", ran.err),
        };
        // the fields that every message of a sample has select all of it
        if found == 0 || found > all {
            wrong.push(format!("{filter} finds {found} of {all} in {name}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Every message of the samples, with what its source knew, and its protocol.
fn messages(tables: &Tables, mut each: impl FnMut(u16, &[u8], &State<'_>)) {
    for name in samples() {
        let mut capture = Capture::open(sample(&name).as_ref()).unwrap();
        let order = match name.as_str() {
            "big-endian.pcap" => ByteOrder::Big,
            _ => ByteOrder::Little,
        };
        let mut state = State::new(tables, order);
        while let Some(event) = capture.next() {
            let Event::Frame(frame) = event else {
                continue;
            };
            let Some((header, data)) = cooked(frame.link_type, frame.data) else {
                continue;
            };
            if tables.datagram(header.protocol).is_some() {
                continue;
            }
            for message in Messages::of(header.protocol, data, order) {
                state.observe(header.protocol, &message, Default::default());
                each(header.protocol, message.data, &state);
            }
        }
    }
}

#[test]
fn filters_and_json_agree() {
    let tables = Tables::builtin();
    let vocabulary = Vocabulary::new(&tables);
    let mut random = Random(0x2545_f491_4f6c_dd1d);
    let mut all_paths = BTreeSet::new();
    let (mut asked, mut held, mut refused) = (0u64, 0u64, Vec::new());
    let mut wrong = Vec::new();
    let mut recent: Vec<(Vec<String>, Value)> = Vec::new();
    let mut n = 0;
    messages(&tables, |protocol, whole, state| {
        n += 1;
        // a third of all, damaged or not
        if !random.one_in(3) {
            return;
        }
        let bytes = match random.below(2) {
            0 => whole.to_vec(),
            _ => random.damage(whole),
        };
        let Some(message) = RawMessage::parse(&bytes, 0, state.order()) else {
            return;
        };
        let mut ctx = Context::new(&tables, protocol);
        ctx.order = state.order();
        ctx.knowledge = state.learnt();
        let envelope = Envelope {
            protocol,
            ..Envelope::default()
        };
        let mut sink = Json::new();
        sink.begin(&envelope);
        walk(&message, None, &ctx, &mut sink);
        sink.end(&envelope);
        let json: Value = serde_json::from_slice(sink.buffer()).unwrap();
        let mut keys = Keys::default();
        walk(&message, None, &ctx, &mut keys);
        let mut own = Vec::new();
        places(&json, &mut Vec::new(), true, &mut own);
        if own.is_empty() {
            return;
        }
        for _ in 0..2 {
            // of this message, of another, or of both
            let from = match recent.is_empty() || random.one_in(2) {
                true => &own,
                false => &recent,
            };
            let (Some(a), Some(b)) = (test(&mut random, from), test(&mut random, &own)) else {
                continue;
            };
            let (x, y) = (a.holds(&json, &keys.0), b.holds(&json, &keys.0));
            let (a, b) = (a.expression, b.expression);
            let (expression, want) = match random.below(6) {
                0 => (format!("{a} and {b}"), x && y),
                1 => (format!("{a} || {b}"), x || y),
                2 => (format!("!({a})"), !x),
                3 => (format!("not {a} && ({b})"), !x && y),
                4 => (a, x),
                _ => (b, y),
            };
            let filter = match vocabulary.filter(&expression, |_| 0) {
                Ok(filter) => filter,
                Err(error) => {
                    refused.push(error.show(&expression).to_string());
                    continue;
                }
            };
            asked += 1;
            held += u64::from(want);
            all_paths.insert(expression.clone());
            let mut matcher = Matcher::new(&filter);
            let got = matcher.message(&message, None, &envelope, &ctx);
            let glance = matcher.glance(&message, &ctx);
            let walked = Matcher::walking(&filter).message(&message, None, &envelope, &ctx);
            let same = got == want && walked == want && glance.is_none_or(|g| g == want);
            if !same && wrong.len() < 20 {
                wrong.push(format!("{expression}: {got} {walked} {glance:?}\n{json}"));
            }
        }
        if random.one_in(5) {
            recent = own;
        }
    });
    println!(
        "{asked} asked, {held} held, {} refused, {} different",
        refused.len(),
        all_paths.len()
    );
    assert!(
        wrong.is_empty(),
        "{} wrong:\n{}",
        wrong.len(),
        wrong.join("\n\n")
    );
    refused.sort();
    refused.dedup();
    let shown: Vec<&String> = refused.iter().take(30).collect();
    assert!(
        (refused.len() as u64) < asked / 50,
        "{} refused:\n{shown:#?}",
        refused.len()
    );
    assert!(
        asked > 800 && held > asked / 5 && held < asked,
        "{asked} {held}"
    );
}

/// A pcapng that goes away with its test.
struct Slice(String);

impl Slice {
    fn new() -> Slice {
        Slice(format!("{}ng", Temp::new(b"").path()))
    }

    fn path(&self) -> &str {
        &self.0
    }
}

impl Drop for Slice {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

/// The lines of a filter's matches, without what depends on the rest of the capture.
fn matched(file: &str, filter: &str) -> Vec<Value> {
    let mut lines = run(&[file, "--json", "-Y", filter]).quiet(0).json();
    for line in &mut lines {
        let line = line.as_object_mut().unwrap();
        for key in [
            "file",
            "interface",
            "frame",
            "request",
            "copy_of",
            "cause",
            "port",
        ] {
            line.remove(key);
        }
    }
    lines
}

#[test]
fn a_slice_stands_alone() {
    for (name, filter) in [
        ("wifi.pcap.zst", "nl80211 and from-kernel"),
        ("big-endian.pcap", "RTM_NEWADDR"),
        ("generic.pcap.gz", "dev or CTRL_ATTR_FAMILY_NAME"),
    ] {
        let slice = Slice::new();
        let whole = sample(name);
        run(&[&whole, "-Y", filter, "-w", slice.path()]).quiet(0);
        let (want, got) = (matched(&whole, filter), matched(slice.path(), filter));
        assert!(!want.is_empty(), "{name}");
        assert_eq!(want, got, "{name}");
    }
}

#[test]
fn redacted_slices() {
    let whole = sample("xfrm.pcap");
    let keys = |file: &str| {
        let text = run(&[file, "--json", "-Y", "XFRM_MSG_NEWSA"]).quiet(0).out;
        let found = text.split("\"alg_key\":{\"hex\":\"").skip(1);
        let keys: Vec<String> = found
            .map(|k| k[..k.find('"').unwrap()].to_owned())
            .collect();
        assert!(!keys.is_empty());
        keys
    };
    let slice = Slice::new();
    run(&[&whole, "-w", slice.path(), "--redact"]).quiet(0);
    let zero = |k: &String| k.bytes().all(|b| b == b'0');
    assert!(!keys(&whole).iter().any(zero) && keys(slice.path()).iter().all(zero));
    let lengths = |keys: Vec<String>| keys.iter().map(String::len).collect::<Vec<_>>();
    assert_eq!(lengths(keys(&whole)), lengths(keys(slice.path())));
    let all = Slice::new();
    run(&[&whole, "-w", all.path(), "--redact=all"]).quiet(0);
    let text = run(&[all.path(), "--json"]).quiet(0).out;
    let before = run(&[&whole, "--json"]).quiet(0).out;
    assert!(before.contains("192.0.2.") && !text.contains("192.0.2."));
    assert_eq!(before.lines().count(), text.lines().count());
}

#[test]
fn the_exit_code_is_the_answer() {
    let path = sample("errors.pcap");
    run(&[&path, "-q", "-Y", "EEXIST"]).quiet(0);
    run(&[&path, "-q", "-Y", "EXFULL"]).quiet(1);
    run(&[&path, "-q", "-Y", "EXFUL"]).says(2, &["--filter: ", "did you mean", "EXFULL"]);
    run(&[&path, "--fields", "frame,IFLA_MUT"]).says(2, &["--fields: ", "IFLA_MTU"]);
}
