//! Short words for names and values.

use super::rules::{As, word_of};
use crate::families::common::{ETH_P, IPPROTO};
use crate::families::nfnetlink::NFPROTO;
use crate::sink::Value;
use crate::sink::json::value::{push_hex, write_address, write_number, write_signed};
use crate::sink::text::value::{write_bits, write_handle, write_human, write_quoted};
use crate::table::{BytesAs, Entry, Enum, Meaning, Name, Unit};
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
fn telling<'n>(e: &Enum, name: &'n Name) -> &'n str {
    let name = name.as_str();
    let own = e.name.as_str();
    if let Some(rest) = name
        .strip_prefix(own)
        .and_then(|rest| rest.strip_prefix('_'))
        && !rest.is_empty()
    {
        return rest;
    }
    let entries: &[Entry] = &e.entries;
    // a few others tell what all have in front; that of another kind shares nothing
    let some = [
        0,
        1,
        entries.len() / 3,
        entries.len() / 2,
        entries.len().saturating_sub(1),
    ];
    let least = name.find('_').map_or(name.len(), |at| at + 1);
    let others = some.iter().filter_map(|at| {
        let other = entries.get(*at)?.name.as_str();
        let same = shared(name.as_bytes(), other.as_bytes());
        (same >= least && other != name).then_some(same)
    });
    let cut_of = |same: usize| name.get(..same)?.rfind('_').map(|at| at + 1);
    // one that stands alone: what it shares with the enumeration's own name
    let alone = || {
        let own = name.bytes().zip(own.bytes());
        own.take_while(|(a, b)| a.eq_ignore_ascii_case(b)).count()
    };
    let cut = others.min().and_then(cut_of).or_else(|| cut_of(alone()));
    cut.and_then(|cut| name.get(cut..)).unwrap_or(name)
}

/// How many bytes two texts have in common at their beginning.
fn shared(a: &[u8], b: &[u8]) -> usize {
    let ((a8, _), (b8, _)) = (a.as_chunks::<8>(), b.as_chunks::<8>());
    let mut same = 0;
    for (a, b) in a8.iter().zip(b8) {
        let differ = u64::from_le_bytes(*a) ^ u64::from_le_bytes(*b);
        if differ != 0 {
            return same + differ.trailing_zeros() as usize / 8;
        }
        same += 8;
    }
    let rest = a.iter().zip(b).skip(same);
    same + rest.take_while(|(a, b)| a == b).count()
}

/// Writes a constant of an enumeration.
fn write_constant(out: &mut Vec<u8>, e: &Enum, name: &Name) {
    match word_of(name) {
        Some(word) => out.extend_from_slice(word.as_bytes()),
        None => write_lower(out, telling(e, name)),
    }
}

fn write_enum(out: &mut Vec<u8>, e: &Enum, value: u64, number: impl FnOnce(&mut Vec<u8>)) {
    if !e.flags {
        return match e.name_of(value) {
            Some(name) => write_constant(out, e, name),
            None => number(out),
        };
    }
    write_bits(out, e, value, b',', |out, name| {
        write_constant(out, e, name);
    });
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
        // sizes are what people count in bytes: an MTU, a buffer
        _ if matches!(unit, Unit::None | Unit::Bytes) => number(out),
        _ => {
            if !write_human(out, value, unit) {
                number(out);
            }
        }
    }
}

/// Writes a protocol of Ethernet that stands in network order in an integer of the host's.
pub(super) fn write_ethernet(out: &mut Vec<u8>, value: u16) {
    // in network byte order, which is not told here: types of Ethernet are large, those of Linux itself small
    let [little, big] = [value.swap_bytes(), value].map(|v| (v, ETH_P.name_of(v.into())));
    let named = [little, big].into_iter().filter(|(_, name)| name.is_some());
    match named.max_by_key(|(v, _)| (*v >= 0x600, *v == little.0)) {
        Some((_, Some(name))) => write_constant(out, &ETH_P, name),
        _ => {
            let _ = write!(out, "{value:#x}");
        }
    }
}

/// Writes bytes in a form that is known from elsewhere.
pub(super) fn write_as(out: &mut Vec<u8>, bytes: &[u8], form: As) {
    let number = bytes.iter().fold(0, |n, b| n << 8 | u64::from(*b));
    let constant = |out: &mut Vec<u8>, e: &Enum| match e.name_of(number) {
        Some(name) => write_constant(out, e, name),
        None => write_number(out, number),
    };
    match form {
        As::Number if bytes.len() <= 8 => write_number(out, number),
        As::Protocol if bytes.len() == 1 => constant(out, &IPPROTO),
        As::Ethernet if bytes.len() == 2 => constant(out, &ETH_P),
        As::Family if bytes.len() == 1 => constant(out, &NFPROTO),
        As::Ip if matches!(bytes.len(), 4 | 16) => write_address(out, bytes, BytesAs::Ip),
        As::Mac => write_address(out, bytes, BytesAs::Mac),
        As::Text => {
            let end = bytes.iter().position(|b| *b == 0).unwrap_or(bytes.len());
            write_text(out, bytes.get(..end).unwrap_or(bytes));
        }
        _ => write_value(out, &Value::Bytes(bytes, BytesAs::Opaque)),
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
        } => {
            let unit = if value < 0 && unit != Unit::Mbm {
                Unit::None
            } else {
                unit
            };
            write_integer(out, value as u64, meaning, unit, |out| {
                write_signed(out, value)
            });
        }
        Value::Interface {
            name: Some(name), ..
        } => write_text(out, name.as_bytes()),
        // NETCONFA_IFINDEX_ALL and NETCONFA_IFINDEX_DEFAULT
        Value::Interface { value: -1, .. } => out.extend_from_slice(b"all"),
        Value::Interface { value: -2, .. } => out.extend_from_slice(b"default"),
        Value::Interface { value, .. } if value < 0 => write_signed(out, value),
        Value::Interface { value, .. } => {
            out.extend_from_slice(b"if");
            write_signed(out, value);
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
    let mut words = name.split('_').peekable();
    let begin = out.len();
    while let Some(word) = words.next() {
        // "get" at the end says no more than a question or an answer does
        let asks = word == "GET" && matches!(words.peek(), None | Some(&"REPLY"));
        if matches!(word, "CMD" | "MSG" | "NETLINK" | "NL" | "C" | "REPLY" | "") || asks {
            continue;
        }
        let (verb, rest) = glued_verb(word);
        for part in [verb, rest] {
            if !part.is_empty() {
                if out.len() > begin {
                    out.push(b' ');
                }
                write_lower(out, part);
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn protocols_of_either_byte_order() {
        for (value, want) in [
            (0x0008, "ip"),
            (0x0800, "ip"),
            (0xdd86, "ipv6"),
            (0x86dd, "ipv6"),
            (0x0300, "all"),
            (0x0003, "all"),
            (0x1234, "0x1234"),
        ] {
            let mut out = Vec::new();
            write_ethernet(&mut out, value);
            assert_eq!(out, want.as_bytes(), "{value:#x}");
        }
    }
}
