//! A request and what came of it as a line of text.

use super::value::write_quoted;
use super::{Palette, write_user};
use crate::exchange::{Exchange, Outcome, Probe, Refusal};
use crate::sink::json::value::write_number;
use std::io::Write;

/// Writes the line: place, time, sender, what was asked, what came of it, how long it took.
pub fn write_exchange(
    out: &mut Vec<u8>,
    x: &Exchange<'_>,
    summary: &str,
    time: &[u8],
    palette: &Palette,
) {
    let place = x.place;
    push(out, &[palette.quiet]);
    if let Some(file) = place.file {
        write_number(out, file.into());
        out.push(b':');
    }
    write_number(out, place.frame);
    out.push(b'.');
    write_number(out, place.message.into());
    out.push(b' ');
    if !time.is_empty() {
        out.extend_from_slice(time);
        out.push(b' ');
    }
    write_user(out, x.port, x.process.as_deref(), "-");
    let transaction = x.transaction();
    let summary = transaction.as_deref().unwrap_or(summary);
    push(
        out,
        &[
            " ",
            palette.reset,
            palette.strong,
            summary,
            palette.reset,
            " ",
        ],
    );
    let colour = match x.outcome {
        Outcome::Error if x.probe.is_none() => palette.error,
        Outcome::Unanswered | Outcome::Lost | Outcome::Cut => palette.warning,
        _ => palette.quiet,
    };
    push(out, &[colour]);
    outcome(out, x);
    if !colour.is_empty() {
        push(out, &[palette.reset]);
    }
    if x.replies.messages > 0 {
        push(out, &[", "]);
        count(out, x.replies.messages, "message");
        if x.replies.frames > 1 {
            push(out, &[" in "]);
            count(out, x.replies.frames, "part");
        }
        push(out, &[", "]);
        write_number(out, x.replies.bytes);
        push(out, &[" bytes"]);
    }
    if x.interrupted {
        push(out, &[", ", palette.warning, "interrupted", palette.reset]);
    }
    for (ns, what) in [(x.latency_ns, ", "), (x.completion_ns, ", finished after ")] {
        if let Some(ns) = ns {
            push(out, &[what]);
            write_duration(out, ns);
        }
    }
    out.push(b'\n');
}

fn push(out: &mut Vec<u8>, words: &[&str]) {
    for word in words {
        out.extend_from_slice(word.as_bytes());
    }
}

/// What came of it, in a word or a few.
fn outcome(out: &mut Vec<u8>, x: &Exchange<'_>) {
    if x.outcome != Outcome::Error {
        out.extend_from_slice(x.outcome.word().as_bytes());
        return;
    }
    let failed = x.failed_member();
    let refusal = x.said();
    write_errno(out, x.error, refusal);
    if let Some(member) = failed {
        let _ = write!(out, " in {}.{}", member.place.frame, member.place.message);
    }
    if let Some(refusal) = refusal {
        write_words(out, refusal);
    }
    if let Some(probe) = x.probe {
        write_probe(out, probe);
    }
}

/// Writes what the kernel said of a refusal: its words, and the attribute that they are about.
pub(crate) fn write_words(out: &mut Vec<u8>, refusal: &Refusal) {
    if let Some(words) = &refusal.words {
        out.push(b' ');
        write_quoted(out, words.as_bytes());
    }
    if let Some(path) = &refusal.offending {
        push(out, &[" at ", path]);
    }
    if let Some(path) = &refusal.missing {
        push(out, &[" without ", path]);
    }
}

/// Writes that a request was a probe.
pub(crate) fn write_probe(out: &mut Vec<u8>, probe: &Probe) {
    push(out, &[" (a probe: ", probe.tool, " asks ", probe.asks, ")"]);
}

/// Writes the name of an error, or its number.
pub fn write_errno(out: &mut Vec<u8>, error: i32, refusal: Option<&Refusal>) {
    match refusal.and_then(|r| r.errno.as_ref()) {
        Some(name) => push(out, &[name]),
        None => {
            let _ = write!(out, "error {error}");
        }
    }
}

fn count(out: &mut Vec<u8>, n: u64, what: &str) {
    write_number(out, n);
    push(out, &[" ", what, if n == 1 { "" } else { "s" }]);
}

/// Writes a length of time with three digits or more: `52.0 µs`, `4.91 s`.
pub fn write_duration(out: &mut Vec<u8>, ns: u64) {
    let (unit, word) = match ns {
        0..1_000 => {
            write_number(out, ns);
            push(out, &[" ns"]);
            return;
        }
        1_000..1_000_000 => (1_000, "µs"),
        1_000_000..1_000_000_000 => (1_000_000, "ms"),
        _ => (1_000_000_000, "s"),
    };
    let (whole, rest) = (ns / unit, ns % unit * 1_000 / unit);
    write_number(out, whole);
    match whole {
        0..10 => {
            push(out, &[".", if rest < 100 { "0" } else { "" }]);
            write_number(out, rest / 10);
        }
        10..100 => {
            out.push(b'.');
            write_number(out, rest / 100);
        }
        _ => {}
    }
    push(out, &[" ", word]);
}
