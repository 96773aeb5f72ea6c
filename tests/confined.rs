//! A process that reads what others send has given up all that this does not take, before the first byte.

#![cfg(target_os = "linux")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod common;

use common::{Temp, command, run, sample};
use std::collections::HashMap;
use std::io::{Read, Write};
use std::process::{Child, Stdio};
use std::thread;
use std::time::Duration;

/// What the kernel tells of a process.
fn status(child: &Child) -> HashMap<String, String> {
    let text = std::fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap();
    let pair = |line: &str| {
        let (key, value) = line.split_once(':')?;
        Some((key.to_owned(), value.trim().to_owned()))
    };
    text.lines().filter_map(pair).collect()
}

/// Starts the command, which waits for its input, and hands it over once it is confined.
#[allow(clippy::zombie_processes)] // who calls it waits
fn confined(args: &[&str]) -> Child {
    let child = command(args).stdin(Stdio::piped()).spawn().unwrap();
    // it was not given a byte yet
    let ready = (0..6000).any(|_| {
        thread::sleep(Duration::from_millis(10));
        status(&child)["Seccomp"] == "2"
    });
    assert!(ready, "{args:?}: {:?}", status(&child));
    child
}

#[test]
fn what_reads_a_pipe_is_confined_before_the_first_byte() {
    let tiny = sample("tiny.pcap");
    let capture = std::fs::read(&tiny).unwrap();
    for args in [
        &["--json"][..],
        &["--json=tree"],
        &["--text", "--time", "local"],
        &["-v"],
        &["--count"],
        &["--stats"],
        &["--fields", "time,dev,summary"],
        &["-Y", "time > 2020-01-01 and IFLA_MTU"],
        &["exchanges"],
        &["exchanges", "--json", "-v"],
        &["lint"],
        &["explain", "-n", "1"],
    ] {
        let mut child = confined(&[args, &["-"]].concat());
        let told = status(&child);
        assert_eq!(told["NoNewPrivs"], "1", "{args:?}");
        for set in ["CapInh", "CapPrm", "CapEff", "CapAmb"] {
            assert_eq!(told[set], "0000000000000000", "{args:?}: {set}");
        }
        child.stdin.take().unwrap().write_all(&capture).unwrap();
        let piped = child.wait_with_output().unwrap();
        let whole = run(&[args, &[&tiny]].concat());
        // a file can be read ahead; that of the sample gives no other answer
        assert_eq!(piped.status.code(), Some(whole.code), "{args:?}");
        assert_eq!(
            String::from_utf8(piped.stdout).unwrap(),
            whole.out,
            "{args:?}"
        );
        assert_eq!(
            String::from_utf8(piped.stderr).unwrap().replace("-:", ""),
            whole.err.replace(&format!("{tiny}:"), ""),
            "{args:?}"
        );
    }
}

#[test]
fn hex_and_texts_too() {
    let mut child = confined(&["decode", "-"]);
    let bytes = b"14000000160001030000000000000000" as &[u8];
    child.stdin.take().unwrap().write_all(bytes).unwrap();
    let mut out = String::new();
    child
        .stdout
        .take()
        .unwrap()
        .read_to_string(&mut out)
        .unwrap();
    assert!(out.contains("RTM_GETADDR"), "{out}");
    assert_eq!(child.wait().unwrap().code(), Some(0));
}

#[test]
fn a_file_is_written_that_was_open_before() {
    let capture = std::fs::read(sample("tiny.pcap")).unwrap();
    for extension in ["pcap", "pcapng"] {
        let file = Temp::new(b"");
        let path = format!("{}.{extension}", file.path());
        let mut child = confined(&["-", "-w", &path]);
        child.stdin.take().unwrap().write_all(&capture).unwrap();
        assert!(child.wait().unwrap().success());
        let (written, whole) = (
            run(&[&path, "--count"]),
            run(&[&sample("tiny.pcap"), "--count"]),
        );
        std::fs::remove_file(&path).unwrap();
        assert_eq!(written.out, whole.out);
    }
}
