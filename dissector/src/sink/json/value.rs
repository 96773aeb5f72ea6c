//! Values as JSON.

use crate::sink::Value;
use crate::table::{BytesAs, Enum, Meaning};
use std::io::Write;
use std::net::Ipv6Addr;

/// Writes an unsigned number.
#[inline]
pub fn write_number(out: &mut Vec<u8>, n: u64) {
    // of the few digits that most have, each is written at once
    let digit = |power: u64| b'0' + (n / power % 10) as u8;
    match n {
        0..10 => out.push(digit(1)),
        10..100 => out.extend_from_slice(&[digit(10), digit(1)]),
        100..1_000 => out.extend_from_slice(&[digit(100), digit(10), digit(1)]),
        _ => out.extend_from_slice(itoa::Buffer::new().format(n).as_bytes()),
    }
}

/// Writes a signed number.
#[inline]
pub fn write_signed(out: &mut Vec<u8>, n: i64) {
    out.extend_from_slice(itoa::Buffer::new().format(n).as_bytes());
}

/// Writes a value without anything around it.
#[inline]
pub fn write_value(out: &mut Vec<u8>, value: &Value<'_>) {
    match value {
        Value::Unsigned { value, meaning, .. } => match meaning {
            Meaning::Enum(e) => write_enum(out, e, *value, |out| write_number(out, *value)),
            _ => write_number(out, *value),
        },
        Value::Signed { value, meaning, .. } => match meaning {
            Meaning::Enum(e) => write_enum(out, e, *value as u64, |out| write_signed(out, *value)),
            _ => write_signed(out, *value),
        },
        Value::Interface { value, .. } => write_signed(out, *value),
        Value::Text(bytes) => write_text(out, bytes),
        Value::Bytes(bytes, form) => write_bytes(out, bytes, *form),
        Value::Flag | Value::Bool(true) => out.extend_from_slice(b"true"),
        Value::Bool(false) => out.extend_from_slice(b"false"),
        Value::Named { value, name, .. } => match name {
            Some(name) => out.extend_from_slice(name.quoted().as_bytes()),
            None => write_number(out, *value),
        },
        Value::Bitfield32 {
            value,
            selector,
            of,
        } => {
            out.extend_from_slice(b"{\"value\":");
            write_flags(out, of, (*value).into());
            out.extend_from_slice(b",\"selector\":");
            write_flags(out, of, (*selector).into());
            out.push(b'}');
        }
    }
}

#[inline]
fn write_enum(out: &mut Vec<u8>, e: &Enum, value: u64, number: impl FnOnce(&mut Vec<u8>)) {
    if e.flags {
        write_flags(out, e, value);
        return;
    }
    match e.name_of(value) {
        Some(name) => out.extend_from_slice(name.quoted().as_bytes()),
        None => number(out),
    }
}

/// Writes an array of names, with the bits that have none as a last number.
pub fn write_flags(out: &mut Vec<u8>, e: &Enum, value: u64) {
    out.push(b'[');
    let mut bits = e.bits(value);
    let mut first = true;
    for name in &mut bits {
        if !first {
            out.push(b',');
        }
        first = false;
        out.extend_from_slice(name.quoted().as_bytes());
    }
    if bits.rest != 0 {
        if !first {
            out.push(b',');
        }
        write_number(out, bits.rest);
    }
    out.push(b']');
}

fn write_bytes(out: &mut Vec<u8>, bytes: &[u8], form: BytesAs) {
    match form {
        BytesAs::Opaque | BytesAs::Key | BytesAs::Packet => write_hex(out, bytes),
        _ if bytes.is_empty() => write_hex(out, bytes),
        _ => {
            out.push(b'"');
            write_address(out, bytes, form);
            out.push(b'"');
        }
    }
}

/// Writes an address as people write it; other bytes as pairs of digits with colons.
pub fn write_address(out: &mut Vec<u8>, bytes: &[u8], form: BytesAs) {
    match (form, bytes) {
        (BytesAs::Ipv4 | BytesAs::Ip, &[a, b, c, d]) => {
            for (i, byte) in [a, b, c, d].into_iter().enumerate() {
                if i > 0 {
                    out.push(b'.');
                }
                write_number(out, byte.into());
            }
        }
        (BytesAs::Ipv6 | BytesAs::Ip, _) if bytes.len() == 16 => {
            let octets: [u8; 16] = bytes.try_into().unwrap_or_default();
            write_ipv6(out, Ipv6Addr::from(octets));
        }
        (BytesAs::Uuid, _) => {
            for (i, byte) in bytes.iter().enumerate() {
                if matches!(i, 4 | 6 | 8 | 10) {
                    out.push(b'-');
                }
                push_hex(out, *byte);
            }
        }
        _ => {
            for (i, byte) in bytes.iter().enumerate() {
                if i > 0 {
                    out.push(b':');
                }
                push_hex(out, *byte);
            }
        }
    }
}

/// Writes an address as RFC 5952 has it.
fn write_ipv6(out: &mut Vec<u8>, address: Ipv6Addr) {
    if address.to_ipv4_mapped().is_some() {
        let _ = write!(out, "{address}");
        return;
    }
    let groups = address.segments();
    // the first of the longest runs of two zeros or more stands as `::`
    let mut gap = 0..0;
    let mut run = 0..0;
    for (i, group) in groups.iter().enumerate() {
        let start = if *group == 0 { run.start } else { i + 1 };
        run = start..i + 1;
        if run.len() > gap.len().max(1) {
            gap = run.clone();
        }
    }
    for (i, group) in groups.iter().enumerate() {
        if gap.contains(&i) {
            if i == gap.start {
                out.extend_from_slice(b"::");
            }
            continue;
        }
        if i > 0 && i != gap.end {
            out.push(b':');
        }
        let digits = [12, 8, 4, 0].map(|shift| hex_digit((group >> shift & 15) as u8));
        let zeros = (group.leading_zeros() / 4).min(3) as usize;
        out.extend_from_slice(digits.get(zeros..).unwrap_or(&[]));
    }
}

#[inline]
fn hex_digit(n: u8) -> u8 {
    if n < 10 { b'0' + n } else { b'a' + n - 10 }
}

/// Writes one byte as two hexadecimal digits.
#[inline]
pub fn push_hex(out: &mut Vec<u8>, byte: u8) {
    out.extend_from_slice(&[hex_digit(byte >> 4), hex_digit(byte & 15)]);
}

/// Writes `{"hex":"…"}`.
pub fn write_hex(out: &mut Vec<u8>, bytes: &[u8]) {
    out.extend_from_slice(b"{\"hex\":\"");
    out.reserve(bytes.len() * 2 + 2);
    for byte in bytes {
        push_hex(out, *byte);
    }
    out.extend_from_slice(b"\"}");
}

/// Writes bytes as a string where they are UTF-8, else as `{"hex":…,"text":…}`.
#[inline]
pub fn write_text(out: &mut Vec<u8>, bytes: &[u8]) {
    match std::str::from_utf8(bytes) {
        Ok(text) => write_string(out, text),
        Err(_) => {
            write_hex(out, bytes);
            out.pop();
            out.extend_from_slice(b",\"text\":");
            write_string(out, &String::from_utf8_lossy(bytes));
            out.push(b'}');
        }
    }
}

/// Writes a string, escaped. Control characters, C1 ones included, never come through.
#[inline]
pub fn write_string(out: &mut Vec<u8>, text: &str) {
    out.push(b'"');
    let plain = |b: u8| matches!(b, b' '..=b'~') && b != b'"' && b != b'\\';
    if text.bytes().all(plain) {
        out.extend_from_slice(text.as_bytes());
    } else {
        write_escaped(out, text);
    }
    out.push(b'"');
}

#[cold]
fn write_escaped(out: &mut Vec<u8>, text: &str) {
    let mut buffer = [0; 4];
    for c in text.chars() {
        match c {
            '"' => out.extend_from_slice(b"\\\""),
            '\\' => out.extend_from_slice(b"\\\\"),
            '\n' => out.extend_from_slice(b"\\n"),
            '\r' => out.extend_from_slice(b"\\r"),
            '\t' => out.extend_from_slice(b"\\t"),
            c if c.is_control() || is_bidi(c) => {
                let _ = write!(out, "\\u{:04x}", c as u32);
            }
            c => out.extend_from_slice(c.encode_utf8(&mut buffer).as_bytes()),
        }
    }
}

/// Characters that reorder what a terminal shows.
pub fn is_bidi(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn written(write: impl FnOnce(&mut Vec<u8>)) -> String {
        let mut out = Vec::new();
        write(&mut out);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn numbers_of_any_length() {
        for power in 0..20 {
            let power = 10u64.pow(power);
            for n in [power - 1, power, power + 1, power.wrapping_mul(7)] {
                assert_eq!(written(|out| write_number(out, n)), n.to_string());
            }
        }
    }

    proptest! {
        /// Groups that are zero make the difference.
        #[test]
        fn ipv6_addresses(
            groups in prop::array::uniform8(prop_oneof![Just(0), 1..20u16, Just(0xffff), any::<u16>()]),
        ) {
            let address = Ipv6Addr::from(groups);
            let bytes = address.octets();
            let text = written(|out| write_address(out, &bytes, BytesAs::Ipv6));
            prop_assert_eq!(text, address.to_string());
        }
    }
}
