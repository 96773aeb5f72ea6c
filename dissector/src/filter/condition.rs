//! What is asked of a value, and whether a value is so. Nothing here allocates.

use super::literal::Literal;
use crate::sink::Value;
use crate::table::{BytesAs, Enum, Meaning, Unit};
use regex::bytes::Regex;
use std::cmp::Ordering;

/// What is asked of the values of a field.
#[derive(Debug)]
pub(super) struct Condition {
    /// Which values count at all.
    pub(super) of: Of,
    /// One of these must hold for one of the values; with none, it is enough that there is a
    /// value.
    pub(super) any: Vec<Atom>,
    /// None must hold for any of the values, of which there is at least one.
    pub(super) not: bool,
    /// The names of interfaces decide.
    pub(super) interfaces: bool,
}

/// Which values count.
#[derive(Debug)]
pub(super) enum Of {
    /// All.
    All,
    /// Interfaces: indices and names.
    Interfaces,
    /// Those that one of these enumerations names, by address.
    Enums(Vec<usize>),
}

/// Something that may hold for a value.
#[derive(Debug)]
pub(super) enum Atom {
    Equal(Literal),
    /// Less or greater, or equal where that is said.
    Order(Ordering, bool, Literal),
    Range(Literal, Literal),
    /// All bits of all of these are set.
    Bits(Vec<Literal>),
    Contains(Literal),
    Matches(Regex),
}

pub(super) fn address(e: &Enum) -> usize {
    std::ptr::from_ref(e) as usize
}

impl Condition {
    /// Whether a value counts.
    #[inline]
    pub(super) fn takes(&self, value: &Value<'_>) -> bool {
        match &self.of {
            Of::All => true,
            Of::Interfaces => matches!(value, Value::Interface { .. } | Value::Text(_)),
            Of::Enums(enums) => enum_of(value).is_some_and(|e| enums.contains(&address(e))),
        }
    }

    /// Whether what holds others counts.
    pub(super) fn takes_containers(&self) -> bool {
        matches!(self.of, Of::All)
    }

    /// The least and the most of the unsigned numbers that may fit, where any number counts.
    /// Others may lie between.
    pub(super) fn bounds(&self, meaning: &Meaning) -> Option<(u64, u64)> {
        if !matches!(self.of, Of::All) || self.any.is_empty() {
            return None;
        }
        let mut bounds = (u64::MAX, 0);
        for atom in &self.any {
            let (least, most) = atom.bounds(meaning)?;
            if let Ok(most) = u64::try_from(most.min(u64::MAX.into()))
                && let Ok(least) = u64::try_from(least.max(0))
            {
                bounds = (bounds.0.min(least), bounds.1.max(most));
            }
        }
        Some(bounds)
    }

    /// Whether one of the atoms holds for a value.
    pub(super) fn fits(&self, value: &Value<'_>) -> bool {
        self.any.is_empty() || self.any.iter().any(|atom| atom.holds(value))
    }
}

fn enum_of<'v>(value: &Value<'v>) -> Option<&'v Enum> {
    match value {
        Value::Unsigned {
            meaning: Meaning::Enum(e),
            ..
        }
        | Value::Signed {
            meaning: Meaning::Enum(e),
            ..
        } => Some(e),
        Value::Bitfield32 { of, .. } => Some(of),
        _ => None,
    }
}

impl Atom {
    /// Whether the name of a value may decide, beside its number.
    pub(super) fn asks_names(&self) -> bool {
        !matches!(self, Atom::Order(..) | Atom::Range(..) | Atom::Bits(_))
    }

    /// The least and the most of the numbers that it may hold for.
    fn bounds(&self, meaning: &Meaning) -> Option<(i128, i128)> {
        Some(match self {
            Atom::Equal(literal) => {
                let number = plain(literal, meaning)?;
                (number, number)
            }
            Atom::Order(Ordering::Less, _, literal) => (0, plain(literal, meaning)?),
            Atom::Order(Ordering::Greater, _, literal) => (plain(literal, meaning)?, i128::MAX),
            Atom::Range(from, to) => (plain(from, meaning)?, plain(to, meaning)?),
            _ => return None,
        })
    }

    fn holds(&self, value: &Value<'_>) -> bool {
        match self {
            Atom::Equal(literal) => equal(literal, value),
            Atom::Order(wanted, or_equal, literal) => match order(literal, value) {
                Some(Ordering::Equal) => *or_equal,
                Some(found) => found == *wanted,
                None => false,
            },
            Atom::Range(from, to) => {
                let above = order(from, value).is_some_and(Ordering::is_ge);
                above && order(to, value).is_some_and(Ordering::is_le)
            }
            Atom::Bits(masks) => masks.iter().all(|mask| bits(mask, value)),
            Atom::Contains(literal) => {
                if let Value::Bytes(bytes, _) = value
                    && let Some(part) = literal.opaque()
                {
                    return contains(bytes, part);
                }
                texts(value, |text| contains(text, &literal.text))
            }
            Atom::Matches(regex) => texts(value, |text| regex.is_match(text)),
        }
    }
}

fn contains(whole: &[u8], part: &[u8]) -> bool {
    part.is_empty() || whole.windows(part.len()).any(|w| w == part)
}

/// Whether one of a value's texts is as asked: a string, the name of a number, bytes that have
/// no better form.
fn texts(value: &Value<'_>, is: impl Fn(&[u8]) -> bool) -> bool {
    match value {
        Value::Text(text) => is(text),
        Value::Named {
            name: Some(name), ..
        } => is(name.as_str().as_bytes()),
        Value::Interface {
            name: Some(name), ..
        } => is(name.as_bytes()),
        Value::Bytes(bytes, BytesAs::Opaque | BytesAs::Key | BytesAs::Packet) => is(bytes),
        Value::Unsigned {
            value: number,
            meaning: Meaning::Enum(e),
            ..
        } => {
            if e.flags {
                e.bits(*number).any(|name| is(name.as_str().as_bytes()))
            } else {
                let name = e.name_of(*number);
                name.is_some_and(|name| is(name.as_str().as_bytes()))
            }
        }
        Value::Signed {
            value: number,
            meaning: Meaning::Enum(e),
            ..
        } => {
            let name = e.name_of(*number as u64);
            name.is_some_and(|name| is(name.as_str().as_bytes()))
        }
        _ => false,
    }
}

fn equal(literal: &Literal, value: &Value<'_>) -> bool {
    match value {
        Value::Flag => literal.truth == Some(true),
        Value::Bool(yes) => literal.truth == Some(*yes),
        Value::Text(text) => **text == *literal.text,
        Value::Bytes(bytes, BytesAs::Opaque | BytesAs::Key | BytesAs::Packet) => {
            literal.opaque() == Some(bytes)
        }
        Value::Bytes(bytes, _) => literal.holds(bytes),
        Value::Named {
            name: Some(name), ..
        } if name.as_str().as_bytes() == &*literal.text => true,
        Value::Interface {
            name: Some(name), ..
        } if name.as_bytes() == &*literal.text => true,
        // flags are several values: their names
        Value::Unsigned {
            value,
            meaning: Meaning::Enum(e),
            ..
        } if e.flags && literal.number.is_none() => {
            let wanted = named(literal, e).and_then(|wanted| e.entry(wanted));
            wanted.is_some_and(|wanted| e.bits(*value).any(|name| *name == wanted.name))
        }
        _ => order(literal, value) == Some(Ordering::Equal),
    }
}

/// How a number compares with a literal.
fn order(literal: &Literal, value: &Value<'_>) -> Option<Ordering> {
    match value {
        Value::Unsigned {
            value,
            meaning,
            unit,
            ..
        } => number(literal, i128::from(*value), *value, meaning, *unit),
        Value::Signed {
            value,
            meaning,
            unit,
            ..
        } => number(literal, i128::from(*value), *value as u64, meaning, *unit),
        Value::Interface { value, .. } => Some(i128::from(*value).cmp(&literal.number?)),
        Value::Named { value, .. } => Some(i128::from(*value).cmp(&literal.number?)),
        Value::Bitfield32 { value, of, .. } => {
            let value = u64::from(*value);
            Some(value.cmp(&named(literal, of)?))
        }
        _ => None,
    }
}

fn number(
    literal: &Literal,
    value: i128,
    bits: u64,
    meaning: &Meaning,
    unit: Unit,
) -> Option<Ordering> {
    match meaning {
        Meaning::Enum(e) if literal.number.is_none() => {
            let wanted = named(literal, e)?;
            // entries of signed enumerations are sign-extended
            let signed = value < 0 || (wanted as i64) < 0 && value == i128::from(bits as i64);
            if signed {
                return Some(value.cmp(&i128::from(wanted as i64)));
            }
            Some(bits.cmp(&wanted))
        }
        Meaning::Handle if literal.number.is_none() => {
            Some(value.cmp(&i128::from(literal.handle?)))
        }
        Meaning::Bool if literal.number.is_none() => Some((value != 0).cmp(&literal.truth?)),
        Meaning::Errno if literal.number.is_none() => {
            let number = crate::families::errno::number(literal.name())?;
            Some(value.cmp(&i128::from(-number)))
        }
        Meaning::Fourcc if literal.number.is_none() => {
            let code: [u8; 4] = (*literal.text).try_into().ok()?;
            Some(bits.cmp(&u64::from(u32::from_le_bytes(code))))
        }
        _ => match &literal.quantity {
            Some(quantity) => quantity.compare(value, unit),
            None => Some(value.cmp(&literal.number?)),
        },
    }
}

/// The number that unsigned ones of a meaning are compared with, where nothing else is looked at.
fn plain(literal: &Literal, meaning: &Meaning) -> Option<i128> {
    match (literal.number, meaning) {
        _ if literal.quantity.is_some() => None,
        (_, Meaning::Ifindex) => None,
        (Some(number), _) => Some(number),
        // those of signed enumerations compare otherwise
        (None, Meaning::Enum(e)) if !e.flags => {
            let number = named(literal, e).filter(|n| *n <= i64::MAX as u64);
            number.map(i128::from)
        }
        (None, _) => None,
    }
}

/// The number that a literal has in an enumeration.
fn named(literal: &Literal, e: &Enum) -> Option<u64> {
    if let Some(number) = literal.number {
        return u64::try_from(number).ok();
    }
    let of = address(e);
    let known = literal.constants.iter().find(|(e, _)| *e == of);
    match known {
        Some((_, number)) => Some(*number),
        // an enumeration of a special decoder
        None => e.value_of(literal.name()),
    }
}

fn bits(mask: &Literal, value: &Value<'_>) -> bool {
    let has = |value: u64, of: Option<&Enum>| {
        let mask = match of {
            Some(e) => named(mask, e),
            None => mask.number.and_then(|n| u64::try_from(n).ok()),
        };
        mask.is_some_and(|mask| value & mask == mask)
    };
    match value {
        Value::Unsigned { value: n, .. } => has(*n, enum_of(value)),
        Value::Signed { value: n, .. } => has(*n as u64, enum_of(value)),
        Value::Bitfield32 { value, of, .. } => has((*value).into(), Some(of)),
        Value::Named { value, .. } => has(*value, None),
        _ => false,
    }
}
