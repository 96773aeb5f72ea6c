//! Values as people read them. Nothing from a capture comes through unescaped, and key
//! material is hidden unless asked for.

use crate::sink::Value;
use crate::sink::json::value::{is_bidi, push_hex, write_address, write_number, write_signed};
use crate::table::{BytesAs, Enum, Meaning, Name, Unit};
use std::io::Write;

/// How many bytes of an opaque value are shown before it is cut short.
const HEX_SHOWN: usize = 32;

/// Writes a value.
pub fn write_value(out: &mut Vec<u8>, value: &Value<'_>, show_keys: bool) {
    match value {
        Value::Flag | Value::Bool(true) => out.extend_from_slice(b"true"),
        Value::Bool(false) => out.extend_from_slice(b"false"),
        Value::Unsigned {
            value,
            meaning,
            unit,
            ..
        } => write_meaning(out, *value, meaning, *unit, |out| write_number(out, *value)),
        Value::Signed {
            value,
            meaning,
            unit,
            ..
        } => write_meaning(out, *value as u64, meaning, *unit, |out| {
            write_signed(out, *value);
        }),
        Value::Named { value, name, .. } => match name {
            Some(name) => out.extend_from_slice(name.as_str().as_bytes()),
            None => write_number(out, *value),
        },
        Value::Interface { value, name, .. } => {
            write_signed(out, *value);
            if let Some(name) = name {
                out.extend_from_slice(b" (");
                write_plain(out, name.as_bytes());
                out.push(b')');
            }
        }
        Value::Text(bytes) => write_quoted(out, bytes),
        Value::Bytes(bytes, BytesAs::Key) if !show_keys => {
            let _ = write!(out, "<key, {} bytes>", bytes.len());
        }
        Value::Bytes(bytes, BytesAs::Opaque | BytesAs::Key | BytesAs::Packet) => {
            write_hex(out, bytes);
        }
        Value::Bytes([], _) => out.extend_from_slice(b"(empty)"),
        Value::Bytes(bytes, form) => write_address(out, bytes, *form),
        Value::Bitfield32 {
            value,
            selector,
            of,
        } => {
            write_flags(out, of, (*value).into());
            out.extend_from_slice(b" of ");
            write_flags(out, of, (*selector).into());
        }
    }
}

fn write_meaning(
    out: &mut Vec<u8>,
    value: u64,
    meaning: &Meaning,
    unit: Unit,
    number: impl FnOnce(&mut Vec<u8>),
) {
    match meaning {
        Meaning::Enum(e) if e.flags => write_flags(out, e, value),
        Meaning::Enum(e) => match e.name_of(value) {
            Some(name) => out.extend_from_slice(name.as_str().as_bytes()),
            None => number(out),
        },
        Meaning::Hex => {
            let _ = write!(out, "{value:#x}");
        }
        Meaning::Handle => write_handle(out, value as u32),
        Meaning::Fourcc => {
            let bytes = (value as u32).to_le_bytes();
            write_quoted(out, &bytes);
        }
        Meaning::Number | Meaning::Bool | Meaning::Ifindex | Meaning::Errno => {
            number(out);
            write_unit(out, value, unit);
        }
    }
}

/// A traffic control handle: major:minor in hexadecimal.
pub(crate) fn write_handle(out: &mut Vec<u8>, handle: u32) {
    match handle {
        0 => out.extend_from_slice(b"none"),
        0xffff_ffff => out.extend_from_slice(b"root"),
        0xffff_fff1 => out.extend_from_slice(b"ingress"),
        _ => {
            let (major, minor) = (handle >> 16, handle & 0xffff);
            let _ = match (major, minor) {
                (major, 0) => write!(out, "{major:x}:"),
                (major, minor) => write!(out, "{major:x}:{minor:x}"),
            };
        }
    }
}

fn write_unit(out: &mut Vec<u8>, value: u64, unit: Unit) {
    if unit == Unit::None {
        return;
    }
    out.push(b' ');
    out.extend_from_slice(unit.word().as_bytes());
    let end = out.len();
    out.extend_from_slice(b" (");
    if write_human(out, value, unit) {
        out.push(b')');
    } else {
        out.truncate(end);
    }
}

/// Writes a number with its unit in a form that is quicker to read, where there is one.
pub(crate) fn write_human(out: &mut Vec<u8>, value: u64, unit: Unit) -> bool {
    let mut scaled = |n: f64, steps: &[(f64, &str)]| {
        let step = steps.iter().rev().find(|(size, _)| n >= *size);
        if let Some((size, word)) = step {
            let _ = write!(out, "{} {word}", round(n / size));
        }
        step.is_some()
    };
    const TIME: &[(f64, &str)] = &[
        (1e-6, "us"),
        (1e-3, "ms"),
        (1.0, "s"),
        (60.0, "min"),
        (3600.0, "h"),
        (86_400.0, "d"),
    ];
    const RATE: &[(f64, &str)] = &[
        (1e3, "kbit/s"),
        (1e6, "Mbit/s"),
        (1e9, "Gbit/s"),
        (1e12, "Tbit/s"),
    ];
    const SIZE: &[(f64, &str)] = &[
        (1024.0, "KiB"),
        (1_048_576.0, "MiB"),
        (1_073_741_824.0, "GiB"),
    ];
    let n = value as f64;
    match unit {
        Unit::Nanoseconds if value >= 1_000 => scaled(n / 1e9, TIME),
        Unit::Microseconds if value >= 1_000 => scaled(n / 1e6, TIME),
        Unit::Milliseconds if value >= 1_000 => scaled(n / 1e3, TIME),
        Unit::Centiseconds | Unit::ClockTicks if value > 0 => scaled(n / 1e2, TIME),
        Unit::Deciseconds if value > 0 => scaled(n / 10.0, TIME),
        Unit::Seconds if value >= 60 && value < u64::from(u32::MAX) => scaled(n, TIME),
        Unit::PschedTicks if value > 0 => scaled(n * 64e-9, TIME),
        Unit::TimeUnits if value > 0 => scaled(n * 1.024e-3, TIME),
        Unit::BytesPerSecond if value > 0 => scaled(n * 8.0, RATE),
        Unit::BitsPerSecond => scaled(n, RATE),
        Unit::KilobitsPerSecond => scaled(n * 1e3, RATE),
        Unit::MegabitsPerSecond => scaled(n * 1e6, RATE),
        Unit::Kilobits100PerSecond => scaled(n * 1e5, RATE),
        Unit::Bytes if value >= 10_240 => scaled(n, SIZE),
        Unit::Kibibytes => scaled(n * 1024.0, SIZE),
        Unit::Mbm => write!(out, "{} dBm", value as i64 as f64 / 100.0).is_ok(),
        Unit::Dbm128 => write!(out, "{} dBm", round(value as i64 as f64 / 128.0)).is_ok(),
        _ => false,
    }
}

fn round(n: f64) -> f64 {
    (n * 100.0).round() / 100.0
}

/// Writes the names of bits, joined by `|`; bits without a name in hexadecimal.
pub fn write_flags(out: &mut Vec<u8>, e: &Enum, value: u64) {
    write_bits(out, e, value, b'|', |out, name| {
        out.extend_from_slice(name.as_str().as_bytes());
    });
}

/// The same, each name written by `write` and a separator between them.
pub(crate) fn write_bits(
    out: &mut Vec<u8>,
    e: &Enum,
    value: u64,
    separator: u8,
    write: impl Fn(&mut Vec<u8>, &Name),
) {
    if value == 0 {
        out.push(b'0');
        return;
    }
    let mut bits = e.bits(value);
    let mut first = true;
    for name in &mut bits {
        if !first {
            out.push(separator);
        }
        first = false;
        write(out, name);
    }
    if bits.rest != 0 {
        if !first {
            out.push(separator);
        }
        let _ = write!(out, "{:#x}", bits.rest);
    }
}

fn write_hex(out: &mut Vec<u8>, bytes: &[u8]) {
    if bytes.is_empty() {
        out.extend_from_slice(b"(empty)");
        return;
    }
    for byte in bytes.iter().take(HEX_SHOWN) {
        push_hex(out, *byte);
    }
    if bytes.len() > HEX_SHOWN {
        let _ = write!(out, "... ({} bytes)", bytes.len());
    }
}

/// Writes bytes as quoted text; what is no printable character is escaped.
pub fn write_quoted(out: &mut Vec<u8>, bytes: &[u8]) {
    out.push(b'"');
    write_plain(out, bytes);
    out.push(b'"');
}

/// The same without quotes.
fn write_plain(out: &mut Vec<u8>, bytes: &[u8]) {
    for chunk in bytes.utf8_chunks() {
        for c in chunk.valid().chars() {
            match c {
                '"' | '\\' => {
                    let _ = write!(out, "\\{c}");
                }
                c if c.is_control() || is_bidi(c) => {
                    let _ = write!(out, "{}", c.escape_default());
                }
                c => {
                    let _ = write!(out, "{c}");
                }
            }
        }
        for byte in chunk.invalid() {
            let _ = write!(out, "\\x{byte:02x}");
        }
    }
}
