//! Each line of JSON satisfies docs/message.schema.json, damaged input included; and what the
//! table dump says is told in docs/JSON.md.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod common;

use boon::{Compiler, SchemaIndex, Schemas};
use common::*;
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

struct Schema {
    schemas: Schemas,
    index: SchemaIndex,
}

impl Schema {
    fn load() -> Schema {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/message.schema.json");
        let text = std::fs::read_to_string(path).unwrap();
        let mut schemas = Schemas::new();
        let mut compiler = Compiler::new();
        let url = "https://nldissect.example/message.schema.json";
        compiler
            .add_resource(url, serde_json::from_str(&text).unwrap())
            .unwrap();
        let index = compiler.compile(url, &mut schemas).unwrap();
        Schema { schemas, index }
    }

    fn accepts(&self, line: &Value) -> bool {
        self.schemas.validate(line, self.index).is_ok()
    }

    fn check(&self, ran: &Ran, what: &str) {
        for line in ran.json() {
            if let Err(error) = self.schemas.validate(&line, self.index) {
                panic!("{what}: {error:#}\n{line}");
            }
        }
    }
}

#[test]
fn samples_satisfy_the_schema() {
    let schema = Schema::load();
    for name in samples() {
        for form in ["--json", "--json=tree"] {
            let ran = run(&[&sample(&name), form]);
            assert!(!ran.out.is_empty());
            schema.check(&ran, &format!("{name} {form}"));
        }
    }
    let two = run(&["samples/tiny.pcap", "samples/errors.pcap", "--json"]);
    schema.check(&two, "two files");
    schema.check(
        &run(&[
            "decode",
            "140000001200010300000000000000001100000000",
            "--json",
        ]),
        "decode",
    );
    schema.check(
        &run(&["decode", "14000000", "--json"]),
        "decode of too few bytes",
    );
}

/// Captures beside the samples, where NLDISSECT_CAPTURES names a folder of them.
#[test]
fn captures_satisfy_the_schema() {
    let Some(folder) = std::env::var_os("NLDISSECT_CAPTURES") else {
        return;
    };
    let (schema, mut folders, mut captures) = (Schema::load(), vec![PathBuf::from(folder)], 0);
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            if path.is_dir() {
                folders.push(path);
            } else if name.contains(".pcap") {
                captures += 1;
                let path = path.to_str().unwrap();
                for form in ["--json", "--json=tree"] {
                    // enough of the biggest to see each kind of message
                    let ran = run(&[path, form, "--limit", "4000"]);
                    assert_eq!(ran.code, 0, "{path}: {}", ran.err);
                    schema.check(&ran, &format!("{path} {form}"));
                }
            }
        }
    }
    assert!(captures > 0, "NLDISSECT_CAPTURES holds no captures");
}

#[test]
fn damaged_messages_satisfy_the_schema() {
    let schema = Schema::load();
    // a generator of numbers that look random: the same in each run
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let mut random = move || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state as usize
    };
    for name in samples() {
        if !name.ends_with(".pcap") {
            continue;
        }
        let bytes = std::fs::read(sample(&name)).unwrap();
        for round in 0..6 {
            let mut bad = bytes.clone();
            for _ in 0..bad.len() >> (4 + round) {
                let at = 24 + random() % (bad.len() - 24);
                bad[at] = random() as u8;
            }
            let file = Temp::new(&bad);
            for form in ["--json", "--json=tree"] {
                let ran = run(&[file.path(), form, "--limit", "400"]);
                assert!(!ran.err.contains("panicked"), "{}", ran.err);
                schema.check(&ran, &format!("{name} round {round} {form}"));
            }
        }
    }
    for order in ["little", "big"] {
        for name in ["errors.pcap", "big-endian.pcap", "nft.pcap"] {
            let ran = run(&[&sample(name), "--json", "--byte-order", order]);
            schema.check(&ran, &format!("{name} {order}"));
        }
    }
}

#[test]
fn the_schema_refuses() {
    let schema = Schema::load();
    let good = run(&["samples/tiny.pcap", "--json", "-n", "3"])
        .json()
        .remove(0);
    assert!(schema.accepts(&good));
    let with = |key: &str, value: Value| {
        let mut line = good.clone();
        line[key] = value;
        line
    };
    for (key, value) in [
        ("frame", 0.into()),
        ("message", Value::Null),
        ("time", "2026-11-21 02:40:44".into()),
        ("direction", "up".into()),
        ("nlmsg_len", (-1).into()),
        ("nlmsg_len", 15.into()),
        ("nlmsg_flags", "NLM_F_REQUEST".into()),
        ("attributes", serde_json::json!({"IFLA_MTU": 1.5})),
        ("attributes", serde_json::json!({"IFLA_MTU": null})),
        ("attributes", serde_json::json!({"#47": 5})),
        ("diagnostics", serde_json::json!([])),
        ("request", serde_json::json!({"frame": 1})),
        ("Unknown", 1.into()),
        ("ifinfomsg", 1.into()),
    ] {
        assert!(!schema.accepts(&with(key, value.clone())), "{key} {value}");
    }
    for key in ["frame", "protocol", "nlmsg_seq"] {
        let mut line = good.clone();
        line.as_object_mut().unwrap().remove(key);
        assert!(!schema.accepts(&line), "without {key}");
    }
}

fn words_of(value: &Value, key: &str, out: &mut BTreeSet<String>) {
    match value {
        Value::Object(map) => {
            for (k, v) in map {
                if k == key
                    && let Some(word) = v.as_str()
                {
                    out.insert(word.to_owned());
                }
                words_of(v, key, out);
            }
        }
        Value::Array(list) => list.iter().for_each(|v| words_of(v, key, out)),
        _ => {}
    }
}

/// The words in the first column of the tables below "`type` is one of".
fn documented_types(docs: &str) -> BTreeSet<String> {
    let (_, tables) = docs.split_once("`type` is one of").unwrap();
    let (tables, _) = tables.split_once("`unit` is one of").unwrap();
    let first = tables.lines().filter_map(|line| line.split('|').nth(1));
    let words = first.flat_map(|cell| cell.split('`').skip(1).step_by(2));
    words.map(str::to_owned).collect()
}

#[test]
fn every_word_of_the_dump_is_documented() {
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/JSON.md");
    let docs = std::fs::read_to_string(docs).unwrap();
    let dump: Value = serde_json::from_str(&run(&["families", "--json"]).quiet(0).out).unwrap();
    for key in ["type", "unit"] {
        let mut words = BTreeSet::new();
        words_of(&dump, key, &mut words);
        assert!(words.len() > 5, "{words:?}");
        let missing: Vec<&String> = words
            .iter()
            .filter(|w| !docs.contains(&format!("`{w}`")))
            .collect();
        assert!(
            missing.is_empty(),
            "docs/JSON.md does not tell of {key} {missing:?}"
        );
        if key == "type" {
            let types = documented_types(&docs);
            let gone: Vec<&String> = types.difference(&words).collect();
            assert!(gone.is_empty(), "nothing has the documented type {gone:?}");
        }
    }
    // kinds of nodes of the tree
    let mut kinds = BTreeSet::new();
    for name in samples() {
        for line in run(&[&sample(&name), "--json=tree"]).json() {
            words_of(&line, "kind", &mut kinds);
        }
    }
    let missing: Vec<&String> = kinds
        .iter()
        .filter(|w| !docs.contains(&format!("`{w}`")))
        .collect();
    assert!(
        missing.is_empty(),
        "docs/JSON.md does not tell of kind {missing:?}"
    );
}
