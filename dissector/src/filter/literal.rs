//! What a word of a filter may mean as a value. It is read in every way that it can be; which
//! of them counts follows from the field.

use super::parse::Word;
use super::quantity::Quantity;
use std::net::{Ipv4Addr, Ipv6Addr};

/// The root of a device's queueing disciplines: TC_H_ROOT.
const TC_H_ROOT: u32 = 0xffff_ffff;
/// The ingress one: TC_H_INGRESS.
const TC_H_INGRESS: u32 = 0xffff_fff1;

/// A value of a filter.
#[derive(Clone, Debug)]
pub(super) struct Literal {
    /// As it is written, without quotes and with escapes resolved.
    pub(super) text: Box<[u8]>,
    pub(super) number: Option<i128>,
    pub(super) truth: Option<bool>,
    pub(super) quantity: Option<Quantity>,
    /// An address or other bytes, and how many of their bits are meant.
    pub(super) bytes: Option<(Box<[u8]>, u32)>,
    /// Digits in hexadecimal without separators: bytes where a field holds opaque ones.
    pub(super) hex: Option<Box<[u8]>>,
    pub(super) handle: Option<u32>,
    /// Its number in each enumeration that has the name, by the enumeration's address.
    pub(super) constants: Vec<(usize, u64)>,
}

impl Literal {
    /// Reads a word in every way.
    pub(super) fn read(word: &Word<'_>) -> Literal {
        let text = word.text;
        let mut literal = Literal {
            text: match word.quoted {
                true => unescape(text).into(),
                false => text.as_bytes().into(),
            },
            number: None,
            truth: None,
            quantity: None,
            bytes: None,
            hex: None,
            handle: None,
            constants: Vec::new(),
        };
        literal.bytes = address(text);
        if word.quoted {
            return literal;
        }
        literal.number = number(text);
        literal.truth = match (text, literal.number) {
            ("true", _) | (_, Some(1)) => Some(true),
            ("false", _) | (_, Some(0)) => Some(false),
            _ => None,
        };
        literal.quantity = Quantity::read(text);
        literal.hex = hex(text.strip_prefix("0x").unwrap_or(text));
        literal.handle = handle(text);
        literal
    }

    /// The name that it may be.
    pub(super) fn name(&self) -> &str {
        std::str::from_utf8(&self.text).unwrap_or("")
    }

    /// Whether an address lies within it: equals it, or begins with its prefix.
    pub(super) fn holds(&self, address: &[u8]) -> bool {
        let Some((bytes, bits)) = &self.bytes else {
            return false;
        };
        if bytes.len() != address.len() {
            return false;
        }
        let whole = (*bits / 8) as usize;
        if bytes.get(..whole) != address.get(..whole) {
            return false;
        }
        let rest = *bits % 8;
        let mask = !(0xff_u8.checked_shr(rest).unwrap_or(0));
        match (bytes.get(whole), address.get(whole)) {
            (Some(a), Some(b)) if rest > 0 => a & mask == b & mask,
            _ => true,
        }
    }

    /// The bytes that it stands for where a field holds opaque ones.
    pub(super) fn opaque(&self) -> Option<&[u8]> {
        let whole = |b: &&(Box<[u8]>, u32)| b.1 as usize == b.0.len() * 8;
        match (&self.hex, self.bytes.as_ref().filter(whole)) {
            (Some(hex), _) => Some(hex),
            (None, Some((bytes, _))) => Some(bytes),
            (None, None) => None,
        }
    }
}

/// Decimal, `0x` and hexadecimal, `0b` and binary; a sign in front.
pub(super) fn number(text: &str) -> Option<i128> {
    let (sign, digits) = match text.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, text),
    };
    if digits.starts_with(['+', '-']) || digits.is_empty() || digits.len() > 66 {
        return None;
    }
    let radix = |prefix: &str, radix| {
        let digits = digits
            .strip_prefix(prefix)
            .filter(|d| !d.starts_with('+'))?;
        Some(u64::from_str_radix(digits, radix))
    };
    let number = radix("0x", 16)
        .or_else(|| radix("0X", 16))
        .or_else(|| radix("0b", 2));
    let number = number.unwrap_or_else(|| digits.parse::<u64>());
    Some(sign * i128::from(number.ok()?))
}

/// An IPv4 or IPv6 address, a MAC address or other pairs of digits with colons, a UUID; a
/// prefix length behind a slash.
fn address(text: &str) -> Option<(Box<[u8]>, u32)> {
    let (address, prefix) = match text.split_once('/') {
        Some((address, prefix)) => (address, Some(prefix.parse::<u32>().ok()?)),
        None => (text, None),
    };
    let bytes: Box<[u8]> = if let Ok(v4) = address.parse::<Ipv4Addr>() {
        v4.octets().into()
    } else if let Ok(v6) = address.parse::<Ipv6Addr>() {
        v6.octets().into()
    } else {
        uuid(address).or_else(|| pairs(address))?
    };
    let all = u32::try_from(bytes.len()).ok()?.checked_mul(8)?;
    let bits = prefix.unwrap_or(all);
    (bits <= all).then_some((bytes, bits))
}

fn pairs(text: &str) -> Option<Box<[u8]>> {
    let separator = [':', '-'].into_iter().find(|c| text.contains(*c))?;
    let byte = |pair: &str| match pair.len() {
        2 => u8::from_str_radix(pair, 16)
            .ok()
            .filter(|_| !pair.starts_with('+')),
        _ => None,
    };
    text.split(separator).map(byte).collect()
}

fn uuid(text: &str) -> Option<Box<[u8]>> {
    let groups: Vec<usize> = text.split('-').map(str::len).collect();
    if groups != [8, 4, 4, 4, 12] {
        return None;
    }
    hex(&text.replace('-', ""))
}

fn hex(digits: &str) -> Option<Box<[u8]>> {
    if digits.is_empty() || !digits.len().is_multiple_of(2) || !digits.is_ascii() {
        return None;
    }
    let pairs = digits.as_bytes().chunks(2);
    let byte = |pair: &[u8]| {
        let pair = std::str::from_utf8(pair).ok()?;
        u8::from_str_radix(pair, 16)
            .ok()
            .filter(|_| !pair.starts_with('+'))
    };
    pairs.map(byte).collect()
}

/// A handle of traffic control: `1:10`, `1:`, `root`, `ingress`, `none`.
fn handle(text: &str) -> Option<u32> {
    match text {
        "root" => return Some(TC_H_ROOT),
        "ingress" | "clsact" => return Some(TC_H_INGRESS),
        "none" => return Some(0),
        _ => {}
    }
    let (major, minor) = text.split_once(':')?;
    let half = |digits: &str| match digits {
        "" => Some(0),
        _ if digits.starts_with('+') => None,
        _ => u16::from_str_radix(digits, 16).ok(),
    };
    Some(u32::from(half(major)?) << 16 | u32::from(half(minor)?))
}

/// Resolves `\" \' \\ \n \r \t \xNN`; any other backslash stays.
fn unescape(text: &str) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        let (before, escape) = rest.split_at_checked(at).unwrap_or((rest, ""));
        out.extend_from_slice(before.as_bytes());
        let mut characters = escape.chars().skip(1);
        let (byte, len) = match characters.next() {
            Some(c @ ('"' | '\'' | '\\')) => (Some(c as u8), 2),
            Some('n') => (Some(b'\n'), 2),
            Some('r') => (Some(b'\r'), 2),
            Some('t') => (Some(b'\t'), 2),
            Some('x') => {
                let digits = escape.get(2..4).and_then(hex);
                (digits.and_then(|d| d.first().copied()), 4)
            }
            _ => (None, 1),
        };
        let len = if byte.is_some() { len } else { 1 };
        out.push(byte.unwrap_or(b'\\'));
        rest = escape.get(len..).unwrap_or("");
    }
    out.extend_from_slice(rest.as_bytes());
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, quoted: bool) -> Literal {
        let span = (0, text.len());
        Literal::read(&Word { text, quoted, span })
    }

    #[test]
    fn numbers() {
        assert_eq!(number("0x10"), Some(16));
        assert_eq!(number("-17"), Some(-17));
        assert_eq!(number("0b101"), Some(5));
        assert_eq!(number("18446744073709551615"), Some(u64::MAX.into()));
        for text in [
            "",
            "-",
            "--1",
            "+1",
            "0x",
            "0x+1",
            "1e3",
            "18446744073709551616",
        ] {
            assert_eq!(number(text), None, "{text}");
        }
    }

    #[test]
    fn addresses_and_prefixes() {
        let net = read("10.0.0.0/8", false);
        assert!(net.holds(&[10, 1, 2, 3]) && !net.holds(&[11, 1, 2, 3]) && !net.holds(&[10; 16]));
        let net = read("10.128.0.0/9", false);
        assert!(net.holds(&[10, 129, 0, 0]) && !net.holds(&[10, 1, 0, 0]));
        assert!(read("0.0.0.0/0", false).holds(&[1, 2, 3, 4]));
        let mut local = [0; 16];
        local[..2].copy_from_slice(&[0xfe, 0xbf]);
        assert!(read("fe80::/10", false).holds(&local));
        local[1] = 0xc0;
        assert!(!read("fe80::/10", false).holds(&local));
        assert!(read("02:42:00:00:00:00/16", false).holds(&[2, 0x42, 9, 9, 9, 9]));
        assert!(read("192.0.2.1", false).holds(&[192, 0, 2, 1]));
        assert!(read("10.0.0.0/33", false).bytes.is_none());
        assert!(read("10.0.0/8", false).bytes.is_none());
        let uuid = read("00112233-4455-6677-8899-aabbccddeeff", false);
        assert_eq!(uuid.bytes.unwrap().0.len(), 16);
    }

    #[test]
    fn handles() {
        assert_eq!(handle("1:10"), Some(0x1_0010));
        assert_eq!(handle("ffff:"), Some(0xffff_0000));
        assert_eq!(handle("root"), Some(u32::MAX));
        assert_eq!(handle("1:2:3"), None);
        assert_eq!(handle("10000:1"), None);
    }

    #[test]
    fn quoted_words_are_text() {
        let literal = read(r#"a \"b\" \\ \x41 \d"#, true);
        assert_eq!(&*literal.text, br#"a "b" \ A \d"#);
        assert!(read("1500", true).number.is_none());
        assert_eq!(&*read("1500", false).text, b"1500");
        assert_eq!(read("0a00", false).opaque(), Some(&[10, 0][..]));
        assert_eq!(read("0x0a000001", false).opaque(), Some(&[10, 0, 0, 1][..]));
    }
}
