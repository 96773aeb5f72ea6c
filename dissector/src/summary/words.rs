//! Short words for names and values.

use crate::sink::Value;
use crate::sink::json::value::{push_hex, write_address, write_number, write_signed};
use crate::sink::text::value::{write_handle, write_human, write_quoted};
use crate::table::{BytesAs, Enum, Meaning, Unit};
use std::io::Write;

/// How many characters of a text are shown.
const TEXT_SHOWN: usize = 64;
/// How many opaque bytes are shown.
const BYTES_SHOWN: usize = 16;

/// Writes a constant's name in lower case.
pub(super) fn write_lower(out: &mut Vec<u8>, name: &str) {
    out.extend(name.bytes().map(|b| match b {
        b'_' => b'-',
        b => b.to_ascii_lowercase(),
    }));
}

/// The part of a constant's name that tells it from the others of its enumeration.
fn telling<'n>(e: &Enum, name: &'n str) -> &'n str {
    let (Some(first), Some(last)) = (e.entries.first(), e.entries.last()) else {
        return name;
    };
    let (first, last) = (first.name.as_str(), last.name.as_str());
    let shared = |other: &str| {
        let same = name.bytes().zip(other.bytes()).take_while(|(a, b)| a == b);
        let same = name.get(..same.count()).unwrap_or("");
        same.rfind('_').map_or(0, |at| at + 1)
    };
    // a name shares more with itself than with the others
    let of = |other: &str| {
        if other == name {
            usize::MAX
        } else {
            shared(other)
        }
    };
    let middle = e.entries.get(e.entries.len() / 2);
    let middle = middle.map_or(usize::MAX, |m| of(m.name.as_str()));
    let cut = of(first).min(of(last)).min(middle);
    match name.get(cut..) {
        Some(rest) => rest,
        None => match name.strip_prefix(e.name.as_str()) {
            Some(rest) => rest.trim_start_matches('_'),
            None => name,
        },
    }
}

fn write_enum(out: &mut Vec<u8>, e: &Enum, value: u64, number: impl FnOnce(&mut Vec<u8>)) {
    if !e.flags {
        return match e.name_of(value) {
            Some(name) => write_lower(out, telling(e, name.as_str())),
            None => number(out),
        };
    }
    if value == 0 {
        out.push(b'0');
        return;
    }
    let mut bits = e.bits(value);
    let mut first = true;
    for name in &mut bits {
        if !first {
            out.push(b',');
        }
        first = false;
        write_lower(out, telling(e, name.as_str()));
    }
    if bits.rest != 0 {
        let _ = write!(out, "{}{:#x}", if first { "" } else { "," }, bits.rest);
    }
}

fn write_integer(
    out: &mut Vec<u8>,
    value: u64,
    meaning: &Meaning,
    unit: Unit,
    number: impl FnOnce(&mut Vec<u8>),
) {
    match meaning {
        Meaning::Enum(e) => write_enum(out, e, value, number),
        Meaning::Hex => {
            let _ = write!(out, "{value:#x}");
        }
        Meaning::Handle => write_handle(out, value as u32),
        _ => {
            if !write_human(out, value, unit) {
                number(out);
            }
        }
    }
}

/// Writes a value in few characters. Keys never come out.
pub(super) fn write_value(out: &mut Vec<u8>, value: &Value<'_>) {
    match *value {
        Value::Flag | Value::Bool(true) => out.extend_from_slice(b"yes"),
        Value::Bool(false) => out.extend_from_slice(b"no"),
        Value::Unsigned {
            value,
            meaning,
            unit,
            ..
        } => write_integer(out, value, meaning, unit, |out| write_number(out, value)),
        Value::Signed {
            value,
            meaning,
            unit,
            ..
        } => write_integer(out, value as u64, meaning, unit, |out| {
            write_signed(out, value);
        }),
        Value::Interface {
            name: Some(name), ..
        } => write_text(out, name.as_bytes()),
        Value::Interface { value, .. } => {
            let _ = write!(out, "if{value}");
        }
        Value::Named {
            name: Some(name), ..
        } => write_lower(out, name.as_str()),
        Value::Named { value, .. } => write_number(out, value),
        Value::Text(bytes) => write_text(out, bytes),
        Value::Bytes([], _) => out.extend_from_slice(b"\"\""),
        Value::Bytes(bytes, BytesAs::Key) => {
            let _ = write!(out, "<key, {} bytes>", bytes.len());
        }
        Value::Bytes(bytes, BytesAs::Packet) => {
            let _ = write!(out, "<packet, {} bytes>", bytes.len());
        }
        Value::Bytes(bytes, BytesAs::Opaque) if bytes.len() > BYTES_SHOWN => {
            let _ = write!(out, "<{} bytes>", bytes.len());
        }
        Value::Bytes(bytes, BytesAs::Opaque) => {
            out.extend_from_slice(b"0x");
            bytes.iter().for_each(|b| push_hex(out, *b));
        }
        Value::Bytes(bytes, form) => write_address(out, bytes, form),
        Value::Bitfield32 { value, of, .. } => write_enum(out, of, value.into(), |_| {}),
    }
}

/// Writes text from a capture: plain where it is one word, else quoted and escaped.
pub(super) fn write_text(out: &mut Vec<u8>, text: &[u8]) {
    let plain = |b: &u8| b.is_ascii_graphic() && !matches!(b, b'"' | b'\\' | b'\'' | b'`');
    if !text.is_empty() && text.len() <= TEXT_SHOWN && text.iter().all(plain) {
        out.extend_from_slice(text);
        return;
    }
    let mut end = text.len();
    if end > TEXT_SHOWN {
        // not within a character
        end = TEXT_SHOWN;
        while end > 0 && text.get(end).is_some_and(|b| b & 0xc0 == 0x80) {
            end -= 1;
        }
    }
    write_quoted(out, text.get(..end).unwrap_or(text));
    if end < text.len() {
        out.extend_from_slice("…".as_bytes());
    }
}

/// The part of an attribute's or a field's name that tells it from its neighbours. `prefix` is
/// the length of its set's name, 0 for a field.
pub(super) fn short(name: &str, prefix: usize) -> &str {
    if prefix > 0
        && name.as_bytes().get(prefix) == Some(&b'_')
        && let Some(rest) = name.get(prefix + 1..)
        && !rest.is_empty()
    {
        return rest;
    }
    for infix in ["_ATTR_", "_A_"] {
        if let Some((_, rest)) = name.split_once(infix)
            && !rest.is_empty()
        {
            return rest;
        }
    }
    name
}

/// Writes what a message without a rule does, out of its name: `SMC_NETLINK_GET_SYS_INFO` becomes
/// `smc get sys info`.
pub(super) fn write_message(out: &mut Vec<u8>, name: &str) {
    let name = name.strip_prefix("RTM_").unwrap_or(name);
    let mut first = true;
    for word in name.split('_') {
        if matches!(word, "CMD" | "MSG" | "NETLINK" | "NL" | "C" | "") {
            continue;
        }
        if !first {
            out.push(b' ');
        }
        first = false;
        let (verb, rest) = glued_verb(word);
        for part in [verb, rest] {
            if !part.is_empty() {
                write_lower(out, part);
            }
            if !verb.is_empty() && part == verb {
                out.push(b' ');
            }
        }
    }
}

/// Takes the verb off a word such as `GETFAMILY`.
fn glued_verb(word: &str) -> (&str, &str) {
    const OTHER: [&str; 8] = [
        "SETTINGS", "SETTING", "SETUP", "GETTING", "DELAY", "DELTA", "NEWS", "DELETE",
    ];
    if word.len() > 4 && !OTHER.contains(&word) {
        for verb in ["NEW", "DEL", "GET", "SET"] {
            if let Some(rest) = word.strip_prefix(verb) {
                return (verb, rest);
            }
        }
    }
    ("", word)
}
