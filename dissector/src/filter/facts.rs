//! What is known of a message beside its bytes, as fields of a filter.
//!
//! A new field is one entry in [`FIELDS`].

use crate::context::Direction;
use crate::diagnostic::{Code, Severity};
use crate::envelope::{Envelope, FamilyFrom, Place};
use crate::families::protocols::PROTOCOLS;
use crate::sink::Value;
use crate::table::{Meaning, Ref, Unit};

/// What the values of such a field are.
#[derive(Clone, Copy, Debug)]
pub(super) enum Is {
    Number,
    Time,
    /// NETLINK_*.
    Protocol,
    /// A family's name.
    Family,
    /// One of these words.
    Words(&'static [&'static str]),
    /// There or not: it has parts.
    Here,
}

/// Gives the value to whoever asks: what it borrows from lives no longer than the envelope.
type Get = fn(&Envelope<'_>, &mut dyn FnMut(Value<'_>));

/// A field of the envelope.
pub(super) struct Field {
    pub(super) name: &'static str,
    pub(super) is: Is,
    /// It is known from other messages.
    pub(super) learnt: bool,
    pub(super) get: Get,
}

static NUMBER: Meaning = Meaning::Number;
static PROTOCOL: Meaning = Meaning::Enum(Ref::Static(&PROTOCOLS));

fn number(value: u64, meaning: &'static Meaning) -> Value<'static> {
    Value::Unsigned {
        value,
        width: 8,
        meaning,
        unit: Unit::None,
    }
}

fn plain<T: Into<u64>>(value: Option<T>, then: &mut dyn FnMut(Value<'_>)) {
    if let Some(value) = value {
        then(number(value.into(), &NUMBER));
    }
}

fn text(value: Option<&str>, then: &mut dyn FnMut(Value<'_>)) {
    if let Some(value) = value {
        then(Value::Text(value.as_bytes()));
    }
}

fn here<T>(value: Option<T>, then: &mut dyn FnMut(Value<'_>)) {
    if value.is_some() {
        then(Value::Flag);
    }
}

fn part<T: Into<u64>>(
    of: &Option<Place>,
    part: fn(&Place) -> Option<T>,
    then: &mut dyn FnMut(Value<'_>),
) {
    plain(of.as_ref().and_then(part), then);
}

pub(super) static DIRECTIONS: &[&str] = &[
    Direction::ToKernel.word(),
    Direction::FromKernel.word(),
    Direction::UserToUser.word(),
];
static FROMS: &[&str] = &[
    FamilyFrom::Later.word(),
    FamilyFrom::Option.word(),
    FamilyFrom::Guess.word(),
];
/// All of them.
pub(super) static FIELDS: &[Field] = &[
    Field {
        name: "file",
        is: Is::Number,
        learnt: false,
        get: |e, then| plain(e.place.file, then),
    },
    Field {
        name: "interface",
        is: Is::Number,
        learnt: false,
        get: |e, then| plain(e.interface, then),
    },
    Field {
        name: "frame",
        is: Is::Number,
        learnt: false,
        get: |e, then| plain(Some(e.place.frame), then),
    },
    Field {
        name: "message",
        is: Is::Number,
        learnt: false,
        get: |e, then| plain((!e.no_message).then_some(e.place.message), then),
    },
    Field {
        name: "time",
        is: Is::Time,
        learnt: false,
        get: |e, then| here(e.time, then),
    },
    Field {
        name: "protocol",
        is: Is::Protocol,
        learnt: false,
        get: |e, then| then(number(e.protocol.into(), &PROTOCOL)),
    },
    Field {
        name: "family",
        is: Is::Family,
        learnt: true,
        get: |e, then| text(e.family.map(|f| f.as_str()), then),
    },
    Field {
        name: "family_from",
        is: Is::Words(FROMS),
        learnt: true,
        get: |e, then| text(e.family_from.map(FamilyFrom::word), then),
    },
    Field {
        name: "direction",
        is: Is::Words(DIRECTIONS),
        learnt: true,
        get: |e, then| text(e.direction.map(Direction::word), then),
    },
    Field {
        name: "port",
        is: Is::Number,
        learnt: true,
        get: |e, then| plain(e.port, then),
    },
    Field {
        name: "request",
        is: Is::Here,
        learnt: true,
        get: |e, then| here(e.request, then),
    },
    Field {
        name: "request.file",
        is: Is::Number,
        learnt: true,
        get: |e, then| part(&e.request, |p| p.file, then),
    },
    Field {
        name: "request.frame",
        is: Is::Number,
        learnt: true,
        get: |e, then| part(&e.request, |p| Some(p.frame), then),
    },
    Field {
        name: "request.message",
        is: Is::Number,
        learnt: true,
        get: |e, then| part(&e.request, |p| Some(p.message), then),
    },
    Field {
        name: "cause",
        is: Is::Here,
        learnt: true,
        get: |e, then| here(e.cause, then),
    },
    Field {
        name: "cause.file",
        is: Is::Number,
        learnt: true,
        get: |e, then| part(&e.cause, |p| p.file, then),
    },
    Field {
        name: "cause.frame",
        is: Is::Number,
        learnt: true,
        get: |e, then| part(&e.cause, |p| Some(p.frame), then),
    },
    Field {
        name: "cause.message",
        is: Is::Number,
        learnt: true,
        get: |e, then| part(&e.cause, |p| Some(p.message), then),
    },
    Field {
        name: "copy",
        is: Is::Here,
        learnt: true,
        get: |e, then| here(e.copy_of, then),
    },
    Field {
        name: "copy.file",
        is: Is::Number,
        learnt: true,
        get: |e, then| part(&e.copy_of, |p| p.file, then),
    },
    Field {
        name: "copy.frame",
        is: Is::Number,
        learnt: true,
        get: |e, then| part(&e.copy_of, |p| Some(p.frame), then),
    },
    Field {
        name: "copy.message",
        is: Is::Number,
        learnt: true,
        get: |e, then| part(&e.copy_of, |p| Some(p.message), then),
    },
];

/// A part of a diagnostic.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum OfDiagnostic {
    Code,
    Severity,
    Offset,
    Text,
}

/// `diagnostics` alone is their code.
pub(super) static DIAGNOSTICS: &[(&str, OfDiagnostic)] = &[
    ("diagnostics", OfDiagnostic::Code),
    ("diagnostics.code", OfDiagnostic::Code),
    ("diagnostics.severity", OfDiagnostic::Severity),
    ("diagnostics.offset", OfDiagnostic::Offset),
    ("diagnostics.text", OfDiagnostic::Text),
];

/// Any interface, by the name that it had.
pub(super) const DEV: &str = "dev";

/// The names of all fields that are no part of the bytes.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    let fields = FIELDS.iter().map(|f| f.name);
    fields
        .chain(DIAGNOSTICS.iter().map(|(name, _)| *name))
        .chain([DEV])
}

enumeration! { /// From the least to the greatest.
    pub(super) SEVERITY "severity":
    0 note, 1 warning, 2 error,
}

/// A diagnostic's part as a value.
pub(super) fn of_diagnostic(
    part: OfDiagnostic,
    diagnostic: &crate::diagnostic::Diagnostic,
    then: &mut dyn FnMut(Value<'_>),
) {
    match part {
        OfDiagnostic::Code => then(Value::Text(diagnostic.code.word().as_bytes())),
        OfDiagnostic::Severity => {
            let rank = match diagnostic.severity() {
                Severity::Note => 0,
                Severity::Warning => 1,
                Severity::Error => 2,
            };
            then(number(rank, &RANK));
        }
        OfDiagnostic::Offset => then(number(diagnostic.offset.into(), &NUMBER)),
        OfDiagnostic::Text => then(Value::Text(diagnostic.text.as_bytes())),
    }
}

static RANK: Meaning = Meaning::Enum(Ref::Static(&SEVERITY));

/// The words of all diagnostics.
#[allow(
    clippy::indexing_slicing,
    reason = "a static: an index out of reach does not compile"
)]
pub(super) static CODES: [&str; Code::ALL.len()] = {
    let mut words = [""; Code::ALL.len()];
    let mut i = 0;
    while i < words.len() {
        words[i] = Code::ALL[i].word();
        i += 1;
    }
    words
};
