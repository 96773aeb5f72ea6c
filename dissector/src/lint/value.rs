//! One attribute held against what the kernel's policy says of it, as `validate_nla` does.

use super::code::Code;
use super::policy::{Check, Rule, Type};
use crate::wire::{ByteOrder, NLA_F_NESTED};

/// An attribute, as it lies in the bytes.
#[derive(Clone, Copy)]
pub(super) struct Given<'a> {
    pub(super) nla_type: u16,
    pub(super) payload: &'a [u8],
    pub(super) host: ByteOrder,
    /// Lengths are checked strictly, and nests need their flag.
    pub(super) strict: bool,
}

/// What is wrong with it.
pub(super) struct Wrong {
    pub(super) code: Code,
    pub(super) text: String,
}

fn wrong(code: Code, text: String) -> Option<Wrong> {
    Some(Wrong { code, text })
}

/// How many bytes, in words.
pub(super) fn bytes(n: usize) -> String {
    if n == 1 {
        "1 byte".to_owned()
    } else {
        format!("{n} bytes")
    }
}

/// What a type is called, with its article.
fn name(kind: Type) -> &'static str {
    match kind {
        Type::U8 => "a u8",
        Type::U16 => "a u16",
        Type::U32 => "a u32",
        Type::U64 | Type::Msecs => "a u64",
        Type::S8 => "an s8",
        Type::S16 => "an s16",
        Type::S32 => "an s32",
        Type::S64 => "an s64",
        Type::Be16 => "a __be16",
        Type::Be32 => "a __be32",
        _ => "it",
    }
}

/// The first thing that the kernel minds of an attribute.
pub(super) fn check(rule: &Rule, given: &Given<'_>) -> Option<Wrong> {
    let len = given.payload.len();
    let integer = rule.kind.integer();
    if let Some((width, _)) = integer
        && rule.kind != Type::Msecs
        && len > width
    {
        let text = format!("{}, {} has {width}", bytes(len), name(rule.kind));
        if given.strict {
            return wrong(Code::LongAttribute, text);
        }
        if let Some(out) = bounds(rule, given) {
            return Some(out);
        }
        return wrong(Code::CutValue, text);
    }
    if given.strict {
        let nest = matches!(rule.kind, Type::Nested | Type::NestedArray);
        let flag = given.nla_type & NLA_F_NESTED != 0;
        if nest && !flag {
            return wrong(Code::NestWithoutFlag, "a nest without NLA_F_NESTED".into());
        }
        if !nest && flag && rule.kind != Type::Unspec {
            return wrong(
                Code::FlagWithoutNest,
                "NLA_F_NESTED on what is no nest".into(),
            );
        }
    }
    if let Some(out) = shape(rule, given) {
        return Some(out);
    }
    bounds(rule, given)
}

/// What the type itself asks.
fn shape(rule: &Rule, given: &Given<'_>) -> Option<Wrong> {
    let len = given.payload.len();
    let most = usize::from(rule.len);
    let short = |least: usize, what: &str| {
        let text = format!("{}, {what} has {least} at least", bytes(len));
        wrong(Code::ShortAttribute, text)
    };
    match rule.kind {
        Type::Reject => wrong(
            Code::RefusedAttribute,
            "no request may have it: only the kernel sends it, or nobody any more".into(),
        ),
        Type::Flag if len > 0 => {
            wrong(Code::FlagWithPayload, format!("a flag with {}", bytes(len)))
        }
        Type::Uint | Type::Sint if len != 4 && len != 8 => {
            let code = if len < 4 {
                Code::ShortAttribute
            } else {
                Code::LongAttribute
            };
            wrong(code, format!("{}, the number takes 4 or 8", bytes(len)))
        }
        Type::Bitfield32 if len != 8 => {
            let code = if len < 8 {
                Code::ShortAttribute
            } else {
                Code::LongAttribute
            };
            wrong(code, format!("{}, an nla_bitfield32 has 8", bytes(len)))
        }
        Type::NulText | Type::Text => string(rule, given),
        Type::Binary if most > 0 && len > most => wrong(
            Code::LongAttribute,
            format!("{}, {most} are the most", bytes(len)),
        ),
        Type::Nested | Type::NestedArray if (1..4).contains(&len) => {
            short(4, "a nest that is not empty")
        }
        Type::Unspec if given.strict && rule.check == Check::None => wrong(
            Code::RefusedAttribute,
            "the request's policy does not support it".into(),
        ),
        Type::Unspec if len < most => short(most, "it"),
        kind => match kind.integer() {
            Some((width, _)) if len < width.max(most) => wrong(
                Code::ShortAttribute,
                format!("{}, {} has {}", bytes(len), name(kind), width.max(most)),
            ),
            _ => None,
        },
    }
}

fn string(rule: &Rule, given: &Given<'_>) -> Option<Wrong> {
    let (data, most) = (given.payload, usize::from(rule.len));
    if rule.kind == Type::NulText {
        let seen = if most > 0 {
            data.len().min(most + 1)
        } else {
            data.len()
        };
        if !data.iter().take(seen).any(|b| *b == 0) {
            return if most > 0 && data.len() > most {
                wrong(
                    Code::LongAttribute,
                    format!(
                        "no NUL in the first {} bytes: {most} characters are the most",
                        most + 1
                    ),
                )
            } else {
                wrong(
                    Code::NotTerminated,
                    format!("no NUL in its {}", bytes(data.len())),
                )
            };
        }
    }
    if data.is_empty() {
        return wrong(
            Code::ShortAttribute,
            "an empty payload: a string has 1 byte at least".into(),
        );
    }
    let characters = data.len() - usize::from(data.last() == Some(&0));
    if most > 0 && characters > most {
        return wrong(
            Code::LongAttribute,
            format!("{characters} characters, {most} are the most"),
        );
    }
    None
}

/// What is checked beyond the type.
fn bounds(rule: &Rule, given: &Given<'_>) -> Option<Wrong> {
    let len = given.payload.len();
    match rule.check {
        Check::None | Check::Code => None,
        Check::ExactWarn(wanted) if (len as u64) > wanted => {
            let code = if given.strict {
                Code::LongAttribute
            } else {
                Code::CutValue
            };
            wrong(code, format!("{}, {wanted} are read", bytes(len)))
        }
        Check::ExactWarn(wanted) if (len as u64) < wanted => wrong(
            Code::ShortAttribute,
            format!("{}, {wanted} are wanted", bytes(len)),
        ),
        Check::ExactWarn(_) => None,
        Check::Range(min, max) if rule.kind == Type::Binary => {
            let n = len as i128;
            let (code, bound) = if n < min {
                (Code::ShortAttribute, min)
            } else if n > max {
                (Code::LongAttribute, max)
            } else {
                return None;
            };
            let what = if min == max {
                ""
            } else if n < min {
                " at least"
            } else {
                " at most"
            };
            wrong(code, format!("{}, {bound} wanted{what}", bytes(len)))
        }
        Check::Range(min, max) => {
            let value = number(rule, given, false)?;
            if (min..=max).contains(&value) {
                return None;
            }
            let other = number(rule, given, true)?;
            let what = match (min, max) {
                (i128::MIN, max) => format!("{value} is more than {max}"),
                (min, i128::MAX) => format!("{value} is less than {min}"),
                (min, max) if min == max => format!("{value} is not {min}"),
                (min, max) => format!("{value} is not within {min} to {max}"),
            };
            if other != value && (min..=max).contains(&other) {
                let text = format!("{what}; {other}, the bytes in the other order, would fit");
                return wrong(Code::SwappedBytes, text);
            }
            wrong(Code::OutOfRange, what)
        }
        Check::Mask(mask) if rule.kind == Type::Bitfield32 => bitfield(mask, given),
        Check::Mask(mask) => {
            let value = number(rule, given, false)? as u64;
            if value & !mask == 0 {
                return None;
            }
            let other = number(rule, given, true)? as u64;
            if other != value && other & !mask == 0 {
                return wrong(
                    Code::SwappedBytes,
                    format!(
                        "{value:#x} has bits outside {mask:#x}, {other:#x} has none, which the bytes are in the other order"
                    ),
                );
            }
            wrong(
                Code::BitsOutsideMask,
                format!("{value:#x} has bits outside {mask:#x}"),
            )
        }
    }
}

fn bitfield(mask: u64, given: &Given<'_>) -> Option<Wrong> {
    let value = given.host.unsigned(given.payload, 4);
    let selector = given.host.unsigned(given.payload.get(4..)?, 4);
    let text = if selector & !mask != 0 {
        format!("the selector {selector:#x} has bits outside {mask:#x}")
    } else if value & !mask != 0 {
        format!("the value {value:#x} has bits outside {mask:#x}")
    } else if value & !selector != 0 {
        format!("the value {value:#x} has bits outside its selector {selector:#x}")
    } else {
        return None;
    };
    wrong(Code::BitsOutsideMask, text)
}

/// The number that the kernel reads; or the one of the other byte order.
fn number(rule: &Rule, given: &Given<'_>, swapped: bool) -> Option<i128> {
    let (width, signed) = match rule.kind {
        Type::Uint => (given.payload.len(), false),
        Type::Sint => (given.payload.len(), true),
        kind => kind.integer()?,
    };
    let data = given.payload.get(..width)?;
    let order = if rule.kind.is_big_endian() {
        ByteOrder::Big
    } else {
        given.host
    };
    let order = match (order, swapped) {
        (ByteOrder::Big, false) | (ByteOrder::Little, true) => ByteOrder::Big,
        (ByteOrder::Little, false) | (ByteOrder::Big, true) => ByteOrder::Little,
    };
    let raw = order.exact(data)?;
    if !signed {
        return Some(raw.into());
    }
    let unused = 64 - 8 * u32::try_from(width).ok()?;
    Some(i128::from(((raw << unused) as i64) >> unused))
}
