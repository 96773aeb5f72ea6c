//! A request and what came of it as one line of JSON.

use super::{close, write_place, write_process};
use crate::envelope::Place;
use crate::exchange::{Exchange, Member, Refusal};
use crate::families::protocols::PROTOCOLS;
use crate::sink::json::value::{write_number, write_signed, write_string};
use crate::table::Name;
use crate::time::write_utc;

/// Writes a line. `summary` says what the request at a place asks.
pub fn write_exchange<'s>(
    out: &mut Vec<u8>,
    exchange: &Exchange<'_>,
    interface: Option<u32>,
    summary: impl Fn(&Place) -> Option<&'s str>,
) {
    out.push(b'{');
    let x = exchange;
    if let Some(file) = x.place.file {
        number(out, "file", u64::from(file));
    }
    if let Some(interface) = interface {
        number(out, "interface", u64::from(interface));
    }
    let alone = |place: Place| Place {
        file: None,
        ..place
    };
    write_place(out, &alone(x.place));
    if let Some(time) = x.time {
        out.extend_from_slice(b"\"time\":\"");
        write_utc(out, time);
        out.extend_from_slice(b"\",");
    }
    key(out, "protocol");
    match PROTOCOLS.name_of(x.protocol.into()) {
        Some(name) => out.extend_from_slice(name.quoted().as_bytes()),
        None => write_number(out, x.protocol.into()),
    }
    out.push(b',');
    if let Some(family) = x.family_name() {
        quoted(out, "family", family);
    }
    if let Some(from) = x.family_from {
        string(out, "family_from", from.word());
    }
    match x.command {
        Some(command) => name_or(out, "cmd", x.record.map(|r| &r.name), command.into()),
        None => {
            let kind = x.header.nlmsg_type.into();
            name_or(out, "nlmsg_type", x.record.map(|r| &r.name), kind);
        }
    }
    let transaction = x.transaction();
    if let Some(summary) = transaction.as_deref().or(summary(&x.place)) {
        string(out, "summary", summary);
    }
    if let Some(port) = x.port {
        number(out, "port", u64::from(port));
    }
    if let Some(process) = &x.process {
        write_process(out, process);
    }
    string(out, "outcome", x.outcome.word());
    if let Some(probe) = x.probe {
        string(out, "probe", probe.asks);
    }
    let failed = x.failed_member();
    refused(out, x.error, x.said());
    if let Some(member) = failed {
        key(out, "member");
        place(out, &member.place);
    }
    if x.replies.messages > 0 {
        number(out, "parts", x.replies.frames);
        number(out, "messages", x.replies.messages);
        number(out, "bytes", x.replies.bytes);
    }
    if let Some(ns) = x.latency_ns {
        number(out, "latency_ns", ns);
    }
    if let Some(ns) = x.completion_ns {
        number(out, "completion_ns", ns);
    }
    if x.interrupted {
        out.extend_from_slice(b"\"interrupted\":true,");
    }
    if x.replies.messages > 0 {
        key(out, "replies");
        out.push(b'[');
        for reply in x.replies.places() {
            place(out, &reply);
        }
        close(out, b']');
        out.push(b',');
    }
    if let Some(end) = &x.end {
        key(out, "end");
        place(out, end);
    }
    if let Some(completion) = &x.completion {
        key(out, "completion");
        place(out, completion);
    }
    if !x.members.is_empty() {
        key(out, "members");
        out.push(b'[');
        for m in &x.members {
            member(out, m, summary(&m.place));
        }
        close(out, b']');
        out.push(b',');
    }
    close(out, b'}');
    out.push(b'\n');
}

fn member(out: &mut Vec<u8>, m: &Member<'_>, summary: Option<&str>) {
    out.push(b'{');
    write_place(
        out,
        &Place {
            file: None,
            ..m.place
        },
    );
    let kind = m.header.nlmsg_type.into();
    name_or(out, "nlmsg_type", m.record.map(|r| &r.name), kind);
    if let Some(summary) = summary {
        string(out, "summary", summary);
    }
    string(out, "outcome", m.outcome.word());
    refused(out, m.error, m.refusal.as_deref());
    if let Some(end) = &m.end {
        key(out, "end");
        place(out, end);
    }
    close(out, b'}');
    out.push(b',');
}

fn refused(out: &mut Vec<u8>, error: i32, refusal: Option<&Refusal>) {
    if error == 0 {
        return;
    }
    key(out, "error");
    write_signed(out, error.into());
    out.push(b',');
    let Some(refusal) = refusal else {
        return;
    };
    let policy = refusal.policy.as_ref().map(ToString::to_string);
    let told = [
        ("errno", &refusal.errno),
        ("ext_ack", &refusal.words),
        ("offending", &refusal.offending),
        ("missing", &refusal.missing),
        ("policy", &policy),
    ];
    for (key, text) in told {
        if let Some(text) = text {
            string(out, key, text);
        }
    }
}

fn key(out: &mut Vec<u8>, key: &str) {
    out.push(b'"');
    out.extend_from_slice(key.as_bytes());
    out.extend_from_slice(b"\":");
}

fn number(out: &mut Vec<u8>, name: &str, value: u64) {
    key(out, name);
    write_number(out, value);
    out.push(b',');
}

fn string(out: &mut Vec<u8>, name: &str, text: &str) {
    key(out, name);
    write_string(out, text);
    out.push(b',');
}

fn quoted(out: &mut Vec<u8>, name: &str, text: &Name) {
    key(out, name);
    out.extend_from_slice(text.quoted().as_bytes());
    out.push(b',');
}

fn name_or(out: &mut Vec<u8>, as_key: &str, name: Option<&Name>, value: u64) {
    match name {
        Some(name) => quoted(out, as_key, name),
        None => number(out, as_key, value),
    }
}

fn place(out: &mut Vec<u8>, place: &Place) {
    out.push(b'{');
    write_place(out, place);
    close(out, b'}');
    out.push(b',');
}
