//! The same bytes for any number of threads. Without optimization batches are small, so that even samples have many.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod common;

use common::*;
use std::io::{BufRead, BufReader, Write};
use std::process::Stdio;

/// What is printed, in the forms that differ.
const FORMS: [&[&str]; 13] = [
    &["--json"],
    &["--json=tree"],
    &["--text"],
    &["--text", "--copies", "--time", "relative"],
    &[
        "--text",
        "--time",
        "delta",
        "-Y",
        "errno or nlmsg_flags & NLM_F_REQUEST",
    ],
    &["-v", "--time", "utc"],
    &[
        "--fields",
        "time,nlmsg_type,port,request.nlmsg_type,dev,summary",
    ],
    &["--count"],
    &["--count", "-Y", "IFLA_MTU or RTA_OIF"],
    &["--json", "-n", "5-100,120"],
    &[
        "--json",
        "-Y",
        "exchange.outcome == error or reply.frame > 20",
    ],
    &["--text", "-Y", "dev matches \"^[a-m]\""],
    &[
        "--text",
        "-Y",
        "ifi_index > 1 or RTA_OIF == lo or NFTA_SET_NAME",
    ],
];

/// Samples with several sources, notes, sets, generic families, refusals, copies.
const SAMPLES: [&str; 6] = [
    "any-device.pcap",
    "errors.pcap",
    "monitor.pcap",
    "nft.pcap",
    "noted.pcapng",
    "wifi.pcap.zst",
];

fn read(form: &[&str], files: &[&str], threads: &str) -> Ran {
    let args = [form, &["-j", threads, "--color", "never"], files].concat();
    finish(&mut command(&args), &[])
}

fn same(form: &[&str], files: &[&str]) {
    let one = read(form, files, "1");
    let several = read(form, files, "3");
    let same = one.out == several.out && one.err == several.err && one.code == several.code;
    assert!(same, "-j 3 differs: {form:?} {files:?}");
}

#[test]
fn any_number_of_threads_prints_the_same() {
    for name in SAMPLES {
        for form in FORMS {
            same(form, &[&sample(name)]);
        }
    }
}

#[test]
fn several_files_and_damaged_ones() {
    let mut bytes = std::fs::read(sample("route.pcap")).unwrap();
    for at in (10_000..bytes.len()).step_by(10_000) {
        bytes[at..at + 16].fill(0xa5);
    }
    let damaged = Temp::new(&bytes);
    for form in FORMS {
        same(form, &[damaged.path(), &sample("errors.pcap")]);
    }
}

#[test]
fn a_pipe() {
    let bytes = std::fs::read(sample("route.pcap")).unwrap();
    for form in [&["--json"][..], &["--text"], &["--count", "-Y", "RTA_OIF"]] {
        let read = |threads| {
            let args = [form, &["-j", threads, "-"]].concat();
            feed(&args, &bytes).quiet(0)
        };
        assert_eq!(read("1").out, read("3").out, "{form:?}");
    }
}

#[test]
fn no_threads_at_all_are_too_few() {
    run(&["-j", "0", "x.pcap"]).says(2, &["-j", "0"]);
}

#[test]
fn tables_and_exchanges_are_the_same_too() {
    let forms: [&[&str]; 8] = [
        &["--stats"],
        &["--stats", "--json", "--copies"],
        &[
            "--by",
            "nlmsg_type,dev",
            "-Y",
            "errno or nlmsg_flags & NLM_F_REQUEST",
        ],
        &["--by", "port,exchange.outcome"],
        &["exchanges"],
        &["exchanges", "--json", "-Y", "errno"],
        &["exchanges", "--count", "-Y", "nlmsgerr"],
        &["exchanges", "--failed", "-v"],
    ];
    for name in SAMPLES {
        for form in forms {
            same(form, &[&sample(name)]);
        }
    }
}

#[test]
fn what_came_is_shown_before_more_comes() {
    let bytes = std::fs::read(sample("tiny.pcap")).unwrap();
    let lines = run(&["--text", &sample("tiny.pcap")]).out;
    for threads in ["1", "2"] {
        let args = ["--text", "-j", threads, "-"];
        let mut child = command(&args).stdin(Stdio::piped()).spawn().unwrap();
        let mut pipe = child.stdin.take().unwrap();
        pipe.write_all(&bytes).unwrap();
        let out = BufReader::new(child.stdout.take().unwrap());
        // all of it is there while the pipe is still open
        let told: Vec<String> = out
            .lines()
            .take(lines.lines().count())
            .map(Result::unwrap)
            .collect();
        assert_eq!(told, lines.lines().collect::<Vec<_>>());
        drop(pipe);
        assert_eq!(child.wait().unwrap().code(), Some(0));
    }
}
