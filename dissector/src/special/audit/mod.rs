//! A record of the audit system: a line of text.
//!
//! `audit(time:serial): key=value …`. Values stand as they are, in quotes, or, where a string
//! holds blanks, quotes or control characters, in hexadecimal. What a program reports is itself
//! such a list, inside `msg='…'`.
//!
//! Source: `kernel/audit.c`, `security/selinux/avc.c`; which fields are strings is also in
//! libaudit's `auparse/typetab.h`.

use crate::sink::{Class, Sink, Value};
use crate::table::{Meaning, Name, Special, Unit};
use crate::walk::{Key, Node, Span, Walk};
use address::address;
use std::collections::HashMap;

mod address;
pub mod rule;

/// The decoder.
pub static RECORD: Special = Special {
    name: "audit",
    decode: |walk, node, data, _| record(walk, node, data),
    sets: &[],
};

const AUDIT_USER_TTY: u16 = 1124;
const AUDIT_SOCKADDR: u16 = 1306;
const AUDIT_EXECVE: u16 = 1309;
const AUDIT_TTY: u16 = 1319;

static TIMESTAMP: Name = crate::name!("timestamp");
static SERIAL: Name = crate::name!("serial");
static FIELDS: Name = crate::name!("fields");

/// Fields whose value is a string: without quotes it is in hexadecimal.
const STRINGS: &[&str] = &[
    "acct",
    "cgroup",
    "cmd",
    "comm",
    "cwd",
    "dev",
    "device",
    "dir",
    "exe",
    "file",
    "grp",
    "invalid_context",
    "key",
    "kmod",
    "label",
    "name",
    "namespace",
    "new-chardev",
    "new-disk",
    "new-fs",
    "new-rng",
    "new_group",
    "ocomm",
    "old-chardev",
    "old-disk",
    "old-fs",
    "old-rng",
    "path",
    "peer",
    "peer_label",
    "policy_name",
    "proctitle",
    "profile",
    "root_dir",
    "srawcon",
    "sw",
    "target",
    "trawcon",
    "vm",
    "watch",
    "xattr",
];

fn record<'a>(walk: &mut Walk<'_, 'a, dyn Sink + '_>, node: &Node<'_>, data: Span<'a>) {
    if walk.enter(node, Class::Struct) {
        let end = data.data.iter().rposition(|&b| b != 0);
        let text = data.sub(0, end.map_or(0, |at| at + 1));
        let rest = stamp(walk, text);
        if walk.enter(&Node::named(&FIELDS, rest), Class::Map) {
            fields(walk, rest, true);
        }
        walk.leave();
        let nuls = data.from(text.data.len());
        gap(walk, nuls.offset, nuls.offset + nuls.len());
    }
    walk.leave();
}

/// When the event was and its number, where the line begins with them; gives what follows.
fn stamp<'a>(walk: &mut Walk<'_, 'a, dyn Sink + '_>, text: Span<'a>) -> Span<'a> {
    let Some((time, serial)) = split_stamp(text.data) else {
        return text;
    };
    let opening = text.sub(0, "audit(".len() + time.len());
    walk.leaf(&Node::named(&TIMESTAMP, opening), &Value::Text(time));
    let behind = opening.data.len() + ":".len() + serial.len() + "):".len();
    let end = behind + blanks(text.from(behind).data);
    let closing = text.sub(opening.data.len(), end - opening.data.len());
    let number = serial.iter().fold(0u64, |n, b| {
        n.wrapping_mul(10).wrapping_add(u64::from(b & 15))
    });
    walk.leaf(
        &Node::named(&SERIAL, closing),
        &Value::Unsigned {
            value: number,
            width: 8,
            meaning: &Meaning::Number,
            unit: Unit::None,
        },
    );
    text.from(end)
}

/// Time and number of `audit(time:number):`.
fn split_stamp(text: &[u8]) -> Option<(&[u8], &[u8])> {
    let inside = text.strip_prefix(b"audit(")?;
    let (time, rest) = inside.split_at_checked(inside.iter().position(|&b| b == b':')?)?;
    let rest = rest.get(1..)?;
    let (serial, rest) = rest.split_at_checked(rest.iter().position(|&b| b == b')')?)?;
    let digits = |text: &[u8]| !text.is_empty() && text.iter().all(u8::is_ascii_digit);
    let good = time.split(|&b| b == b'.').all(digits) && digits(serial) && serial.len() < 20;
    (good && rest.starts_with(b"):")).then_some((time, serial))
}

/// How many blanks a text begins with.
fn blanks(text: &[u8]) -> usize {
    let at = text.iter().position(|b| !b.is_ascii_whitespace());
    at.unwrap_or(text.len())
}

/// How many bytes the word has that a text begins with.
fn word(text: &[u8]) -> usize {
    let at = text.iter().position(u8::is_ascii_whitespace);
    at.unwrap_or(text.len())
}

/// How many bytes the key has that a text begins with, if it begins with `key=`.
fn key(text: &[u8]) -> Option<usize> {
    let text = text.get(..word(text))?;
    let at = text.iter().position(|b| matches!(b, b'=' | b'"' | b'\''))?;
    (at > 0 && text.get(at) == Some(&b'=')).then_some(at)
}

/// How many bytes there are before the next `key=`: words that belong to none.
fn words(text: &[u8]) -> usize {
    let mut at = 0;
    loop {
        let rest = text.get(at..).unwrap_or(&[]);
        let gap = blanks(rest);
        let next = rest.get(gap..).unwrap_or(&[]);
        if next.is_empty() || key(next).is_some() {
            return at;
        }
        at += gap + word(next);
    }
}

/// The list of one text. A field's node has its key, its quotes and the blanks behind it.
struct List<'t> {
    counts: HashMap<&'t [u8], u32>,
    outer: bool,
}

fn fields<'a>(walk: &mut Walk<'_, 'a, dyn Sink + '_>, text: Span<'a>, outer: bool) {
    let mut list = List {
        counts: HashMap::new(),
        outer,
    };
    let lead = blanks(text.data);
    gap(walk, text.offset, text.offset + lead as u32);
    let mut left = text.from(lead);
    if left.data.starts_with(b"avc:") {
        left = list.decision(walk, left);
    }
    while !left.is_empty() && !walk.stopped() {
        left = list.field(walk, left);
    }
}

impl<'t> List<'t> {
    fn node<'n>(&mut self, key: &'t [u8], name: &'n str, own: Span<'_>) -> Node<'n> {
        let times = self.counts.entry(key).or_insert(0);
        *times += 1;
        let mut node = Node::new(Key::Text(name), own.offset, own.len());
        node.repeat = if *times > 1 { *times } else { 0 };
        node
    }

    /// One field, or words that belong to none; gives what follows.
    fn field(&mut self, walk: &mut Walk<'_, 't, dyn Sink + '_>, text: Span<'t>) -> Span<'t> {
        let Some(len) = key(text.data) else {
            let value = text.sub(0, words(text.data).max(word(text.data)));
            let own = with_blanks(text, value.data.len());
            let node = self.node(b"text", "text", own);
            walk.leaf(&node, &Value::Text(value.data));
            return text.from(own.data.len());
        };
        let key = text.sub(0, len).data;
        let value = text.from(len + 1);
        let (value, end) = match self.quoted(key, value.data) {
            Some(n) => (value.sub(1, n), n + 2),
            None => {
                let first = word(value.data);
                let more = words(value.from(first).data);
                (value.sub(0, first + more), first + more)
            }
        };
        let quote = text.sub(len + 1, 1).data;
        let own = with_blanks(text, len + 1 + end);
        let name = String::from_utf8_lossy(key);
        let node = self.node(key, &name, own);
        let is_quoted = value.offset > text.offset + len as u32 + 1;
        match quote {
            b"'" if is_quoted && self.outer && words(value.data) < value.data.len() => {
                if walk.enter(&node, Class::Map) {
                    gap(walk, text.offset, value.offset);
                    fields(walk, value, false);
                    gap(walk, value.offset + value.len(), own.offset + own.len());
                }
                walk.leave();
            }
            _ if is_quoted => walk.leaf(&node, &Value::Text(value.data)),
            _ => plain(walk, &node, &name, value.data),
        }
        text.from(own.data.len())
    }

    /// How many bytes stand between the quotes that a value begins with and ends in. What a
    /// program reports may have quotes inside: it reaches to the last one.
    fn quoted(&self, key: &[u8], value: &[u8]) -> Option<usize> {
        let (quote, inside) = value.split_first()?;
        let is = |b: &u8| b == quote;
        let n = match quote {
            b'"' => inside.iter().position(is),
            b'\'' if self.outer && key == b"msg" => inside.iter().rposition(is),
            b'\'' => inside.iter().position(is),
            _ => None,
        }?;
        let next = inside.get(n + 1);
        next.is_none_or(u8::is_ascii_whitespace).then_some(n)
    }

    /// `avc:  denied  { read write } for`: what SELinux decided and on what; gives what follows.
    fn decision(&mut self, walk: &mut Walk<'_, 't, dyn Sink + '_>, text: Span<'t>) -> Span<'t> {
        let from = "avc:".len() + blanks(text.from("avc:".len()).data);
        let result = text.sub(from, word(text.from(from).data));
        let own = with_blanks(text, from + result.data.len());
        let rest = text.from(own.data.len());
        let close = rest.data.iter().position(|&b| b == b'}');
        let (true, Some(close)) = (rest.data.starts_with(b"{"), close) else {
            return text;
        };
        let node = self.node(b"seresult", "seresult", own);
        walk.leaf(&node, &Value::Text(result.data));
        let mut own = with_blanks(rest, close + 1);
        if rest.from(own.data.len()).data.starts_with(b"for ") {
            own = with_blanks(rest, own.data.len() + "for".len());
        }
        let node = self.node(b"seperms", "seperms", own);
        if walk.enter(&node, Class::Array) {
            let mut left = rest.sub(1, close - 1);
            let mut at = rest.offset;
            for position in 0.. {
                left = left.from(blanks(left.data));
                gap(walk, at, left.offset);
                at = left.offset;
                if left.is_empty() || walk.stopped() {
                    break;
                }
                let one = left.sub(0, word(left.data));
                let node = Node::new(Key::Entry(position, None), one.offset, one.len());
                walk.leaf(&node, &Value::Text(one.data));
                left = left.from(one.data.len());
                at = left.offset;
            }
            gap(walk, at, own.offset + own.len());
        }
        walk.leave();
        rest.from(own.data.len())
    }
}

/// Characters that belong to no value: quotes, brackets, blanks.
fn gap(walk: &mut Walk<'_, '_, dyn Sink + '_>, from: u32, to: u32) {
    if from < to {
        walk.sink.padding(from, to - from);
    }
}

/// The first `len` bytes of a text and the blanks behind them.
fn with_blanks<'a>(text: Span<'a>, len: usize) -> Span<'a> {
    text.sub(0, len + blanks(text.from(len).data))
}

/// A value without quotes.
fn plain(walk: &mut Walk<'_, '_, dyn Sink + '_>, node: &Node<'_>, key: &str, value: &[u8]) {
    let record = walk.facts.command;
    let place = node.offset + key.len() as u32 + 1;
    match bytes_of(value) {
        Some(bytes) if record == AUDIT_SOCKADDR && key == "saddr" => {
            address(walk, node, place, &bytes);
        }
        Some(mut bytes) if is_string(record, key) => {
            if key == "proctitle" {
                // arguments, each with its NUL: blanks are what people read
                while bytes.last() == Some(&0) {
                    bytes.pop();
                }
                bytes
                    .iter_mut()
                    .filter(|b| **b == 0)
                    .for_each(|b| *b = b' ');
            }
            walk.leaf(node, &Value::Text(&bytes));
        }
        _ => walk.leaf(node, &Value::Text(value)),
    }
}

fn is_string(record: u16, key: &str) -> bool {
    match record {
        AUDIT_TTY | AUDIT_USER_TTY if key == "data" => true,
        AUDIT_EXECVE if is_argument(key) => true,
        _ => STRINGS.contains(&key),
    }
}

/// `a0`, or `a0[0]` for a part of a long one.
fn is_argument(key: &str) -> bool {
    let number = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let Some(rest) = key.strip_prefix('a') else {
        return false;
    };
    match rest.strip_suffix(']').and_then(|part| part.split_once('[')) {
        Some((argument, part)) => number(argument) && number(part),
        None => number(rest),
    }
}

/// The bytes of a text in hexadecimal, as the kernel writes it: in capitals.
fn bytes_of(text: &[u8]) -> Option<Vec<u8>> {
    let digit = |b: &u8| match b {
        b'0'..=b'9' => Some(b - b'0'),
        b'A'..=b'F' => Some(b - b'A' + 10),
        _ => None,
    };
    if text.is_empty() || !text.len().is_multiple_of(2) {
        return None;
    }
    let pair = |two: &[u8]| match two {
        [high, low] => Some(digit(high)? << 4 | digit(low)?),
        _ => None,
    };
    text.chunks(2).map(pair).collect()
}

#[cfg(test)]
mod tests;
