//! What the values of a field are like, which operators and literals they take, and the words
//! for it in messages.

use super::condition::address;
use super::literal::Literal;
use super::names::{End, Names, near};
use super::parse::Operator;
use super::quantity::{Dimension, scale};
use crate::families::netlink::{NLM_F, NLM_F_ACKS, NLM_F_DEL, NLM_F_GET, NLM_F_NEW};
use crate::families::{errno, errors};
use crate::table::{BytesAs, Enum, Format, Kind, Meaning, Unit};

/// How many names of an enumeration a message lists.
const LISTED: usize = 4;

/// What a value is like.
#[derive(Clone, Copy, Debug)]
pub(super) enum Type<'t> {
    Number(Unit),
    Enum(&'t Enum),
    Bool,
    Interface,
    Handle,
    /// The negative number of an error.
    Error,
    /// The name of an error.
    Errno,
    Fourcc,
    Text,
    Address,
    Bytes,
    Flag,
    Bitfield(&'t Enum),
    /// It holds others and has no value of its own.
    Holder,
    /// The name of a message, or of a generic family.
    Message,
    /// The name of a command.
    Command,
    Family,
    Words(&'static [&'static str]),
    Time,
    /// Something that no table describes.
    Any,
}

/// The types of what a path ends at.
pub(super) fn types<'t>(ends: &[End<'t>]) -> Vec<Type<'t>> {
    let mut types = Vec::new();
    for end in ends {
        match end {
            End::Kind(kind) => of_kind(kind, &mut types),
            End::Meaning(meaning) => types.push(of_meaning(meaning, Unit::None)),
            End::Struct(_) | End::Holder(_) => types.push(Type::Holder),
            End::Type => types.push(Type::Message),
            End::Command => types.push(Type::Command),
            End::Flags => {
                for flags in nlm_f() {
                    types.push(Type::Enum(flags));
                }
            }
            End::Error => types.push(Type::Error),
            End::Errno => types.push(Type::Errno),
            End::Text | End::Free => types.push(Type::Text),
            End::Special(_) => types.push(Type::Any),
        }
    }
    types
}

/// What the bits of nlmsg_flags mean, by kind of message.
pub(super) fn nlm_f() -> impl Iterator<Item = &'static Enum> {
    [&NLM_F, &NLM_F_GET, &NLM_F_NEW, &NLM_F_DEL, &NLM_F_ACKS].into_iter()
}

fn of_meaning(meaning: &Meaning, unit: Unit) -> Type<'_> {
    match meaning {
        Meaning::Number | Meaning::Hex => Type::Number(unit),
        Meaning::Enum(e) => Type::Enum(e),
        Meaning::Bool => Type::Bool,
        Meaning::Ifindex => Type::Interface,
        Meaning::Handle => Type::Handle,
        Meaning::Errno => Type::Error,
        Meaning::Fourcc => Type::Fourcc,
    }
}

fn of_kind<'t>(kind: &'t Kind, types: &mut Vec<Type<'t>>) {
    if kind.or_flag {
        types.push(Type::Flag);
    }
    match &kind.format {
        Format::Flag => types.push(Type::Flag),
        Format::Integer { meaning, .. } => types.push(of_meaning(meaning, kind.unit)),
        Format::String(_) => types.push(Type::Text),
        Format::Bytes(BytesAs::Opaque | BytesAs::Key | BytesAs::Packet) => {
            types.push(Type::Bytes);
        }
        Format::Bytes(_) | Format::Address(_) => types.push(Type::Address),
        Format::Bitfield32(e) => types.push(Type::Bitfield(e)),
        Format::Pad | Format::Unused => types.push(Type::Bytes),
        Format::List(element)
        | Format::Array(element)
        | Format::Map(_, element)
        | Format::Table(_, element) => {
            of_kind(element, types);
            types.push(Type::Holder);
        }
        Format::Select(select) => {
            let cases = select.cases.iter().map(|c| &c.kind);
            for kind in cases.chain(&select.otherwise) {
                of_kind(kind, types);
            }
        }
        Format::Special(_) => types.push(Type::Any),
        Format::Nest(_) | Format::Sequence(_) | Format::Struct(..) | Format::Bits(..) => {
            types.push(Type::Holder);
        }
    }
}

impl Type<'_> {
    /// The operators that it takes.
    pub(super) fn operators(&self) -> &'static [Operator] {
        use Operator::*;
        const ORDERED: &[Operator] = &[
            Equal,
            NotEqual,
            Less,
            LessOrEqual,
            Greater,
            GreaterOrEqual,
            In,
            Bits,
        ];
        const NAMED: &[Operator] = &[
            Equal,
            NotEqual,
            Less,
            LessOrEqual,
            Greater,
            GreaterOrEqual,
            In,
            Bits,
            Contains,
            Matches,
        ];
        const TEXT: &[Operator] = &[Equal, NotEqual, In, Contains, Matches];
        const SAME: &[Operator] = &[Equal, NotEqual, In];
        match self {
            Type::Number(_) | Type::Bool | Type::Handle | Type::Error => ORDERED,
            Type::Enum(_) | Type::Any | Type::Message | Type::Command => NAMED,
            Type::Interface => NAMED,
            Type::Bitfield(_) => &[Equal, NotEqual, In, Bits],
            Type::Text | Type::Bytes | Type::Errno | Type::Family | Type::Words(_) => TEXT,
            Type::Address | Type::Fourcc | Type::Flag => SAME,
            Type::Time => &[
                Equal,
                NotEqual,
                Less,
                LessOrEqual,
                Greater,
                GreaterOrEqual,
                In,
            ],
            Type::Holder => &[],
        }
    }

    /// Whether a literal is one of its values, for an operator. Learns what number a name has.
    pub(super) fn takes(
        &self,
        names: &Names<'_>,
        operator: Operator,
        quoted: bool,
        literal: &mut Literal,
    ) -> bool {
        let numeric = literal.number.is_some() && literal.quantity.is_none();
        if matches!(operator, Operator::Contains | Operator::Matches) {
            return true;
        }
        match self {
            Type::Number(unit) => {
                let same = |q: &super::quantity::Quantity| {
                    scale(*unit).is_some_and(|(d, _)| d == q.dimension)
                };
                numeric || literal.quantity.as_ref().is_some_and(same)
            }
            Type::Enum(e) | Type::Bitfield(e) => {
                if numeric {
                    return true;
                }
                let value = e.value_of(literal.name());
                if let Some(value) = value {
                    literal.constants.push((address(e), value));
                }
                value.is_some()
            }
            Type::Bool => literal.truth.is_some() || numeric,
            Type::Interface => {
                let ordered = !matches!(
                    operator,
                    Operator::Equal | Operator::NotEqual | Operator::In
                );
                numeric || !ordered
            }
            Type::Handle => literal.handle.is_some() || numeric,
            Type::Error => numeric || errno::number(literal.name()).is_some(),
            Type::Errno => {
                let name = literal.name();
                errno::number(name).is_some() || errors::names().any(|n| n == name)
            }
            Type::Fourcc => literal.text.len() == 4 || numeric,
            Type::Text | Type::Any => true,
            Type::Address => literal.bytes.is_some(),
            Type::Bytes => literal.opaque().is_some(),
            Type::Flag => literal.truth.is_some(),
            Type::Holder => false,
            Type::Message => {
                let name = literal.name();
                numeric || quoted || names.types().any(|n| n == name)
            }
            Type::Command => {
                let name = literal.name();
                numeric || quoted || names.commands().any(|n| n == name)
            }
            Type::Family => quoted || names.families().any(|n| n == literal.name()),
            Type::Words(words) => words.contains(&literal.name()),
            // read with the zone, elsewhere
            Type::Time => true,
        }
    }

    /// What a value of it looks like.
    pub(super) fn says(&self) -> String {
        let of = |e: &Enum| {
            let names: Vec<&str> = e
                .entries
                .iter()
                .map(|e| e.name.as_str())
                .take(LISTED)
                .collect();
            format!("a number or a name of its own: {} ...", names.join(", "))
        };
        match self {
            Type::Number(unit) => match scale(*unit) {
                Some((Dimension::Size, _)) => format!("a number of {}", Dimension::Size.says()),
                Some((dimension, _)) => {
                    format!("a number of {}, or {}", unit.word(), dimension.says())
                }
                None => "a number".to_owned(),
            },
            Type::Enum(e) | Type::Bitfield(e) => of(e),
            Type::Bool => "0, 1, true or false".to_owned(),
            Type::Interface => "an interface: its index or name".to_owned(),
            Type::Handle => "a handle, such as 1:10, root or ingress".to_owned(),
            Type::Error => "a negative number, or its name, such as EEXIST".to_owned(),
            Type::Errno => "the name of an error, such as EEXIST".to_owned(),
            Type::Fourcc => "four characters".to_owned(),
            Type::Text => "a string".to_owned(),
            Type::Address => {
                "an address, such as 192.0.2.1, 2001:db8::/32 or 02:00:00:00:00:01".to_owned()
            }
            Type::Bytes => "bytes in hexadecimal, such as 0a:00:00:01".to_owned(),
            Type::Flag => "true, or nothing: it is there or not".to_owned(),
            Type::Holder => "nothing: it holds others and is there or not".to_owned(),
            Type::Message => "the name of a message, such as RTM_NEWLINK, or a number".to_owned(),
            Type::Command => "the name of a command, or a number".to_owned(),
            Type::Family => "the name of a family, such as nl80211".to_owned(),
            Type::Words(words) => words.join(", "),
            Type::Time => "a time, such as 03:12, 2026-11-21T03:12:00Z or 1795226100.5".to_owned(),
            Type::Any => "a value".to_owned(),
        }
    }

    /// What it is, in a word or two.
    pub(super) fn noun(&self) -> &'static str {
        match self {
            Type::Number(_) | Type::Bool => "a number",
            Type::Enum(e) if e.flags => "a set of flags",
            Type::Enum(_) | Type::Message | Type::Command => "a number with names",
            Type::Interface => "an interface index",
            Type::Handle => "a handle",
            Type::Error | Type::Errno => "an error",
            Type::Fourcc => "a code of four characters",
            Type::Text | Type::Family => "a string",
            Type::Address => "an address",
            Type::Bytes => "bytes",
            Type::Flag => "a flag",
            Type::Bitfield(_) => "a set of flags",
            Type::Holder => "a container",
            Type::Words(_) => "a word",
            Type::Time => "a time",
            Type::Any => "a value",
        }
    }

    /// The names of its values, where they have names.
    pub(super) fn values(&self, names: &Names<'_>) -> Vec<String> {
        let own = |all: &mut dyn Iterator<Item = &str>| all.map(str::to_owned).collect();
        match self {
            Type::Enum(e) | Type::Bitfield(e) => {
                own(&mut e.entries.iter().map(|e| e.name.as_str()))
            }
            Type::Message => own(&mut names.types()),
            Type::Command => own(&mut names.commands()),
            Type::Family => own(&mut names.families()),
            Type::Words(words) => own(&mut words.iter().copied()),
            Type::Error | Type::Errno => {
                own(&mut errno::all().map(|(_, name)| name).chain(errors::names()))
            }
            Type::Bool | Type::Flag => vec!["true".to_owned(), "false".to_owned()],
            _ => Vec::new(),
        }
    }

    /// Names of its own that look like a word.
    pub(super) fn nearest(&self, names: &Names<'_>, word: &str) -> Vec<String> {
        match self {
            Type::Enum(e) | Type::Bitfield(e) => {
                near(e.entries.iter().map(|e| e.name.as_str()), word)
            }
            Type::Message => near(names.types(), word),
            Type::Command => near(names.commands(), word),
            Type::Family => near(names.families(), word),
            Type::Words(words) => near(words.iter().copied(), word),
            Type::Error | Type::Errno => {
                let known = errno::all().map(|(_, name)| name);
                near(known.chain(errors::names()), word)
            }
            _ => Vec::new(),
        }
    }
}
