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

use common::*;
use netlink_capture::{Capture, Event};
use netlink_dissector::context::Context;
use netlink_dissector::envelope::Envelope;
use netlink_dissector::exchange::State;
use netlink_dissector::filter::{Matcher, Vocabulary};
use netlink_dissector::sink::json::Json;
use netlink_dissector::sink::{Class, Flow, Sink, Value as Leaf};
use netlink_dissector::table::Tables;
use netlink_dissector::walk::{Key, Node, walk};
use netlink_dissector::wire::{ByteOrder, Messages, RawMessage, cooked};
use serde_json::Value;
use std::collections::{BTreeSet, HashSet};

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

/// Numbers that look random and are the same in each run.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, n: usize) -> usize {
        (self.next() % n.max(1) as u64) as usize
    }

    fn one_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }

    fn pick<'p, T>(&mut self, from: &'p [T]) -> &'p T {
        &from[self.below(from.len())]
    }

    /// A message with some of its bytes changed.
    fn damage(&mut self, message: &[u8]) -> Vec<u8> {
        let mut bytes = message.to_vec();
        for _ in 0..self.below(4) {
            let at = 16 + self.below(bytes.len().saturating_sub(16));
            if let Some(byte) = bytes.get_mut(at) {
                *byte = match self.below(3) {
                    0 => self.next() as u8,
                    1 => byte.wrapping_add(1),
                    _ => 0,
                };
            }
        }
        bytes
    }
}

/// The names of map keys: a path may leave them out.
#[derive(Default)]
struct Keys(HashSet<String>);

impl Keys {
    fn see(&mut self, node: &Node<'_>) {
        if let Key::Entry(_, Some(name)) = node.key {
            self.0.insert(name.to_string());
        }
    }
}

impl Sink for Keys {
    fn enter(&mut self, node: &Node<'_>, _: Class) -> Flow {
        self.see(node);
        Flow::Continue
    }

    fn leave(&mut self) {}

    fn leaf(&mut self, node: &Node<'_>, _: &Leaf<'_>) -> Flow {
        self.see(node);
        Flow::Continue
    }

    fn as_dyn(&mut self) -> &mut dyn Sink {
        self
    }
}

/// A key without the count of its repeats; `None` where it has no name of its own.
fn name(key: &str) -> Option<&str> {
    let key = match key.char_indices().skip(1).find(|(_, c)| *c == '#') {
        Some((at, _)) => &key[..at],
        None => key,
    };
    (key != "attributes" && key.parse::<u64>().is_err()).then_some(key)
}

/// What stands in JSON at the places where a path ends, the containers too.
fn at<'j>(json: &'j Value, path: &[String], keys: &HashSet<String>) -> Vec<&'j Value> {
    fn search<'j>(
        json: &'j Value,
        come: &[usize],
        path: &[String],
        keys: &HashSet<String>,
        top: bool,
        found: &mut Vec<&'j Value>,
    ) {
        match json {
            Value::Array(all) => {
                for one in all {
                    if come.contains(&path.len()) && !one.is_array() {
                        found.push(one);
                    }
                    search(one, come, path, keys, false, found);
                }
            }
            Value::Object(all) => {
                for (key, value) in all {
                    if top && ["request", "diagnostics"].contains(&key.as_str()) {
                        continue;
                    }
                    let Some(name) = name(key) else {
                        if come.contains(&path.len()) {
                            found.push(value);
                        }
                        search(value, come, path, keys, false, found);
                        continue;
                    };
                    let mut next: Vec<usize> = Vec::new();
                    for from in come.iter().chain([&0]) {
                        if path.get(*from).is_some_and(|part| part == name) {
                            next.push(from + 1);
                        }
                    }
                    let key = keys.contains(name);
                    if next.contains(&path.len()) || (key && come.contains(&path.len())) {
                        found.push(value);
                    }
                    if key {
                        next.extend(come);
                    }
                    // the echoed request is another message
                    if name == "msg" && value.get("nlmsg_type").is_some() {
                        continue;
                    }
                    search(value, &next, path, keys, false, found);
                }
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    search(json, &[], path, keys, true, &mut found);
    found
}

/// A test as a filter spells it, and the same on JSON.
struct Test {
    expression: String,
    path: Vec<String>,
    is: Box<dyn Fn(&Value) -> bool>,
    negated: bool,
}

impl Test {
    fn holds(&self, json: &Value, keys: &HashSet<String>) -> bool {
        let found = at(json, &self.path, keys);
        let any = found.iter().any(|value| (self.is)(value));
        if self.negated {
            !found.is_empty() && !any
        } else {
            any
        }
    }
}

/// All places of a message: path and value.
fn places(json: &Value, path: &mut Vec<String>, top: bool, all: &mut Vec<(Vec<String>, Value)>) {
    const ENVELOPE: [&str; 8] = [
        "request",
        "diagnostics",
        "frame",
        "message",
        "protocol",
        "family",
        "direction",
        "port",
    ];
    match json {
        Value::Array(entries) => {
            for entry in entries {
                if !path.is_empty() && !entry.is_object() && !entry.is_array() {
                    all.push((path.clone(), entry.clone()));
                }
                places(entry, path, false, all);
            }
        }
        Value::Object(fields) => {
            for (key, value) in fields {
                if top && ENVELOPE.contains(&key.as_str()) || key == "msg" {
                    continue;
                }
                // how bytes are written is no field
                let form = ["hex", "text", "value", "selector"].contains(&key.as_str());
                if form {
                    continue;
                }
                let named = name(key).filter(|n| !n.contains(['.', ' ']));
                if let Some(name) = named {
                    path.push(name.to_owned());
                    all.push((path.clone(), value.clone()));
                }
                places(value, path, false, all);
                if named.is_some() {
                    path.pop();
                }
            }
        }
        _ => {}
    }
}

/// A test that some message passes, or nearly.
fn test(random: &mut Random, all: &[(Vec<String>, Value)]) -> Option<Test> {
    let (whole, value) = random.pick(all);
    // alone, a name of the envelope means that
    let taken = [
        "family",
        "protocol",
        "port",
        "message",
        "time",
        "interface",
        "dev",
    ];
    let from = match taken.contains(&whole.last()?.as_str()) {
        true => whole.len().checked_sub(2)?,
        false => random.below(whole.len()),
    };
    let path = whole[from..].to_vec();
    let field = path.join(".");
    let here = |expression| Test {
        expression,
        path: path.clone(),
        is: Box::new(|_| true),
        negated: false,
    };
    if random.one_in(4) {
        return Some(here(field));
    }
    let made = |expression, is: Box<dyn Fn(&Value) -> bool>, negated| {
        Some(Test {
            expression,
            path: path.clone(),
            is,
            negated,
        })
    };
    match value {
        Value::Number(n) => {
            let n = i128::from(n.as_i64().unwrap_or(0)).max(n.as_u64().unwrap_or(0).into());
            let n = n + random.below(3) as i128 - 1;
            let of = move |v: &Value| match v {
                Value::Number(v) => v.as_i64().map(i128::from).or(v.as_u64().map(i128::from)),
                _ => None,
            };
            type Compare = (&'static str, fn(i128, i128) -> bool);
            const COMPARE: [Compare; 6] = [
                ("==", |a, b| a == b),
                ("!=", |a, b| a == b),
                ("<", |a, b| a < b),
                ("le", |a, b| a <= b),
                (">", |a, b| a > b),
                ("ge", |a, b| a >= b),
            ];
            let (word, compare) = *random.pick(&COMPARE);
            let is = move |v: &Value| of(v).is_some_and(|v| compare(v, n));
            made(format!("{field} {word} {n}"), Box::new(is), word == "!=")
        }
        Value::String(text) if text.chars().all(|c| c.is_ascii_graphic() && c != '\\') => {
            let quoted = format!("\"{}\"", text.replace('"', "\\\""));
            let text = text.clone();
            match random.below(4) {
                0 => made(
                    format!("{field} == {quoted}"),
                    Box::new(move |v| v.as_str() == Some(&text)),
                    false,
                ),
                1 => made(
                    format!("{field} != {quoted}"),
                    Box::new(move |v| v.as_str() == Some(&text)),
                    true,
                ),
                2 => made(
                    format!("{field} in {{{quoted}, {quoted}}}"),
                    Box::new(move |v| v.as_str() == Some(&text)),
                    false,
                ),
                _ => {
                    let part: String = text.chars().take(3).collect();
                    // addresses are no strings to a filter
                    if text.contains(['"', ':', '.']) {
                        return Some(here(field));
                    }
                    made(
                        format!("{field} contains \"{part}\""),
                        Box::new(move |v| v.as_str().is_some_and(|v| v.contains(&part))),
                        false,
                    )
                }
            }
        }
        Value::Array(flags) if flags.iter().all(Value::is_string) && !flags.is_empty() => {
            let flag = random.pick(flags).as_str()?.to_owned();
            let is = {
                let flag = flag.clone();
                move |v: &Value| match v {
                    Value::Array(all) => all.iter().any(|v| v.as_str() == Some(&flag)),
                    _ => false,
                }
            };
            let operator = match whole.last()?.contains("FLAGS") || field.ends_with("flags") {
                true => "&",
                false => "==",
            };
            made(
                format!("{field} {operator} \"{flag}\""),
                Box::new(is),
                false,
            )
        }
        Value::Bool(true) => made(
            format!("{field} == true"),
            Box::new(|v| v == &Value::Bool(true)),
            false,
        ),
        _ => Some(here(field)),
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
        ctx.knowledge = state;
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
            let got = Matcher::new(&filter).message(&message, None, &envelope, &ctx);
            if got != want && wrong.len() < 20 {
                wrong.push(format!("{expression}: {got}\n{json}"));
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
