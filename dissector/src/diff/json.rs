//! What differs, as JSON Lines.

use super::aside::ASIDES;
use super::compare::{Comparison, Difference};
use super::detail::{Detail, Details};
use super::survey::{Came, Entry};
use crate::families::protocols::PROTOCOLS;
use crate::sink::json::value::{write_number, write_signed, write_string};

/// Writes a line a difference, and a last one that counts.
pub struct Writer<'x> {
    details: [&'x Details; 2],
}

fn key(out: &mut Vec<u8>, key: &str) {
    write_string(out, key);
    out.push(b':');
}

fn number(out: &mut Vec<u8>, name: &str, n: u64) {
    key(out, name);
    write_number(out, n);
    out.push(b',');
}

fn string(out: &mut Vec<u8>, name: &str, text: &str) {
    key(out, name);
    write_string(out, text);
    out.push(b',');
}

/// Turns the last comma into a bracket, or adds one to what is empty.
fn close(out: &mut Vec<u8>, bracket: u8) {
    match out.last_mut() {
        Some(last) if *last == b',' => *last = bracket,
        _ => out.push(bracket),
    }
}

impl<'x> Writer<'x> {
    /// A writer, with what is told of the messages of each capture.
    pub fn new(details: [&'x Details; 2]) -> Writer<'x> {
        Writer { details }
    }

    fn detail(&self, side: usize, entry: &Entry) -> Option<&'x Detail> {
        self.details.get(side)?.get(&entry.place)
    }

    /// Writes the line of a difference.
    pub fn difference(&self, out: &mut Vec<u8>, difference: &Difference<'_>) {
        self.object(out, difference, true);
        out.push(b'\n');
    }

    fn object(&self, out: &mut Vec<u8>, difference: &Difference<'_>, top: bool) {
        out.push(b'{');
        key(out, "differs");
        out.push(b'[');
        let only_a = difference.b.is_none();
        let only_b = difference.a.is_none();
        for (holds, word) in [
            (only_a, "only-a"),
            (only_b, "only-b"),
            (difference.moved, "place"),
            (difference.outcome, "outcome"),
            (difference.message, "attributes"),
            (!difference.members.is_empty(), "members"),
            (!difference.replies.is_empty(), "replies"),
        ] {
            if holds {
                write_string(out, word);
                out.push(b',');
            }
        }
        close(out, b']');
        out.push(b',');
        let side = usize::from(only_b);
        if let Some(entry) = difference.entry() {
            if top {
                let notification = entry.came.is_none();
                string(
                    out,
                    "kind",
                    if notification {
                        "notification"
                    } else {
                        "exchange"
                    },
                );
                key(out, "protocol");
                match PROTOCOLS.name_of(entry.protocol.into()) {
                    Some(name) => out.extend_from_slice(name.quoted().as_bytes()),
                    None => write_number(out, entry.protocol.into()),
                }
                out.push(b',');
            }
            if let Some(detail) = self.detail(side, entry) {
                if let Some(family) = detail.family.as_deref().filter(|_| top) {
                    string(out, "family", family);
                }
                string(
                    out,
                    if detail.generic { "cmd" } else { "nlmsg_type" },
                    &detail.name,
                );
            }
        }
        for (side, (name, entry)) in [("a", difference.a), ("b", difference.b)]
            .into_iter()
            .enumerate()
        {
            if let Some(entry) = entry {
                key(out, name);
                self.side(out, side, entry);
            }
        }
        self.attributes(out, difference);
        for (name, inside) in [
            ("members", &difference.members),
            ("replies", &difference.replies),
        ] {
            if !inside.is_empty() {
                key(out, name);
                out.push(b'[');
                for difference in inside {
                    self.object(out, difference, false);
                    out.push(b',');
                }
                close(out, b']');
                out.push(b',');
            }
        }
        close(out, b'}');
    }

    /// A message of one capture.
    fn side(&self, out: &mut Vec<u8>, side: usize, entry: &Entry) {
        out.push(b'{');
        number(out, "frame", entry.place.frame);
        number(out, "message", entry.place.message.into());
        if let Some(detail) = self.detail(side, entry) {
            string(out, "summary", &detail.summary);
        }
        if let Some(came) = &entry.came {
            outcome(out, came);
        }
        close(out, b'}');
        out.push(b',');
    }

    /// What differs in the message itself.
    fn attributes(&self, out: &mut Vec<u8>, difference: &Difference<'_>) {
        let (Some(a), Some(b)) = (difference.a, difference.b) else {
            return;
        };
        if !difference.message {
            return;
        }
        let (Some(x), Some(y)) = (self.detail(0, a), self.detail(1, b)) else {
            return;
        };
        let (Some(x), Some(y)) = (&x.form, &y.form) else {
            return;
        };
        key(out, "attributes");
        out.push(b'[');
        for (path, change) in x.changes(y) {
            out.push(b'{');
            string(out, "path", &path);
            for (name, part) in [("a", change.a), ("b", change.b)] {
                if let Some(part) = part {
                    key(out, name);
                    out.extend_from_slice(part.json().as_bytes());
                    out.push(b',');
                }
            }
            close(out, b'}');
            out.push(b',');
        }
        close(out, b']');
        out.push(b',');
    }

    /// Writes the last line.
    pub fn finish(&self, out: &mut Vec<u8>, comparison: &Comparison<'_>) {
        out.push(b'{');
        key(out, "summary");
        out.push(b'{');
        let counts = comparison.counts;
        for (name, count) in [
            ("same", counts.same),
            ("only_a", counts.only_a),
            ("only_b", counts.only_b),
            ("outcome", counts.outcome),
            ("attributes", counts.message),
            ("members", counts.members),
            ("replies", counts.replies),
            ("place", counts.moved),
            ("probes_left_aside", counts.probes),
            ("outcome_unknown", counts.unknown),
        ] {
            number(out, name, count);
        }
        close(out, b'}');
        out.push(b',');
        if !comparison.unheard.is_empty() {
            key(out, "unheard");
            out.push(b'[');
            for unheard in &comparison.unheard {
                out.push(b'{');
                key(out, "protocol");
                match PROTOCOLS.name_of(unheard.protocol.into()) {
                    Some(name) => out.extend_from_slice(name.quoted().as_bytes()),
                    None => write_number(out, unheard.protocol.into()),
                }
                out.push(b',');
                string(out, "only", if unheard.in_a { "a" } else { "b" });
                number(out, "notifications", unheard.count);
                number(out, "frame", unheard.first.frame);
                close(out, b'}');
                out.push(b',');
            }
            close(out, b']');
            out.push(b',');
        }
        if !comparison.aliases.is_empty() {
            key(out, "aliases");
            out.push(b'[');
            for alias in &comparison.aliases {
                out.push(b'{');
                string(out, "of", alias.role.word());
                string(out, "a", &alias.a);
                string(out, "b", &alias.b);
                close(out, b'}');
                out.push(b',');
            }
            close(out, b']');
            out.push(b',');
        }
        close(out, b'}');
        out.push(b'\n');
    }
}

/// What came of a request.
fn outcome(out: &mut Vec<u8>, came: &Came) {
    string(out, "outcome", came.outcome.word());
    if let Some(probe) = came.probe {
        string(out, "probe", probe.asks);
    }
    if came.error != 0 {
        key(out, "error");
        write_signed(out, came.error.into());
        out.push(b',');
    }
    if let Some(refusal) = &came.refusal {
        let policy = refusal.policy.as_ref().map(ToString::to_string);
        for (name, text) in [
            ("errno", &refusal.errno),
            ("ext_ack", &refusal.words),
            ("offending", &refusal.offending),
            ("missing", &refusal.missing),
            ("policy", &policy),
        ] {
            if let Some(text) = text {
                string(out, name, text);
            }
        }
    }
}

/// Writes what is left aside, a line each.
pub fn write_aside(out: &mut Vec<u8>) {
    for aside in ASIDES {
        out.push(b'{');
        string(out, "family", aside.family);
        string(out, "path", aside.path);
        string(out, "where", aside.whence.word());
        string(out, "why", aside.why);
        close(out, b'}');
        out.push(b'\n');
    }
}
