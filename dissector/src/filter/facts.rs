//! What is known of a message beside its bytes, as fields of a filter.
//!
//! A new field is one entry in [`FIELDS`].

use super::Needs;
use crate::context::Direction;
use crate::diagnostic::{Code, Severity};
use crate::envelope::{Envelope, FamilyFrom, Place};
use crate::exchange::{Answers, Outcome, Refusal};
use crate::families::protocols::PROTOCOLS;
use crate::note::{Process, ProcessFrom};
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
    /// A flag: there or not.
    Flag,
    Bool,
    Text,
    /// The negative number of an error.
    Error,
    /// Its name.
    Errno,
    Nanoseconds,
    Bytes,
}

/// Gives the value to whoever asks: what it borrows from lives no longer than the envelope.
type Get = fn(&Envelope<'_>, &mut dyn FnMut(Value<'_>));

/// A field of the envelope.
pub(super) struct Field {
    pub(super) name: &'static str,
    pub(super) is: Is,
    pub(super) from: From,
    pub(super) get: Get,
}

/// What a field is known from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum From {
    /// The frame.
    Frame,
    /// Which generic family an id is.
    Ids,
    /// Messages before this one, and notes in the capture.
    Others,
    /// The same; more where the capture was read ahead.
    Outcome,
    /// Only where the capture was read ahead.
    Story,
}

static NUMBER: Meaning = Meaning::Number;
static ERROR: Meaning = Meaning::Errno;
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

fn quantity(value: Option<u64>, unit: Unit, then: &mut dyn FnMut(Value<'_>)) {
    if let Some(value) = value {
        then(Value::Unsigned {
            value,
            width: 8,
            meaning: &NUMBER,
            unit,
        });
    }
}

fn truth(value: Option<bool>, then: &mut dyn FnMut(Value<'_>)) {
    if let Some(value) = value {
        then(Value::Bool(value));
    }
}

fn process(process: Option<&Process>, of: Of, then: &mut dyn FnMut(Value<'_>)) {
    match of {
        Of::Pid => plain(process.map(|p| p.pid), then),
        Of::Comm => text(process.map(|p| p.comm.as_str()), then),
        Of::From => text(process.map(|p| p.from.word()), then),
    }
}

/// A part of a process.
#[derive(Clone, Copy)]
enum Of {
    Pid,
    Comm,
    From,
}

/// What the kernel said of the error that an exchange ended in.
fn refusal<'e>(e: &Envelope<'e>, part: fn(&Refusal) -> Option<&String>) -> Option<&'e str> {
    let refusal = e.story?.refusal.as_deref()?;
    part(refusal).map(String::as_str)
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
static WHENCE: &[&str] = &[
    ProcessFrom::Port.word(),
    ProcessFrom::Answer.word(),
    ProcessFrom::OnlySocket.word(),
    ProcessFrom::Trace.word(),
];
static OUTCOMES: &[&str] = &[
    Outcome::Ack.word(),
    Outcome::Done.word(),
    Outcome::Reply.word(),
    Outcome::Error.word(),
    Outcome::Silent.word(),
    Outcome::Unanswered.word(),
    Outcome::Cut.word(),
    Outcome::Lost.word(),
];

const fn field(name: &'static str, is: Is, from: From, get: Get) -> Field {
    Field {
        name,
        is,
        from,
        get,
    }
}

/// All of them.
pub(super) static FIELDS: &[Field] = &[
    Field {
        name: "file",
        is: Is::Number,
        from: From::Frame,
        get: |e, then| plain(e.place.file, then),
    },
    Field {
        name: "interface",
        is: Is::Number,
        from: From::Frame,
        get: |e, then| plain(e.interface, then),
    },
    Field {
        name: "frame",
        is: Is::Number,
        from: From::Frame,
        get: |e, then| plain(Some(e.place.frame), then),
    },
    Field {
        name: "message",
        is: Is::Number,
        from: From::Frame,
        get: |e, then| plain((!e.no_message).then_some(e.place.message), then),
    },
    Field {
        name: "time",
        is: Is::Time,
        from: From::Frame,
        get: |e, then| here(e.time, then),
    },
    Field {
        name: "protocol",
        is: Is::Protocol,
        from: From::Frame,
        get: |e, then| then(number(e.protocol.into(), &PROTOCOL)),
    },
    Field {
        name: "family",
        is: Is::Family,
        from: From::Ids,
        get: |e, then| text(e.family.map(|f| f.as_str()), then),
    },
    Field {
        name: "family_from",
        is: Is::Words(FROMS),
        from: From::Ids,
        get: |e, then| text(e.family_from.map(FamilyFrom::word), then),
    },
    Field {
        name: "direction",
        is: Is::Words(DIRECTIONS),
        from: From::Others,
        get: |e, then| text(e.direction.map(Direction::word), then),
    },
    Field {
        name: "port",
        is: Is::Number,
        from: From::Others,
        get: |e, then| plain(e.port, then),
    },
    Field {
        name: "request",
        is: Is::Here,
        from: From::Others,
        get: |e, then| here(e.request, then),
    },
    Field {
        name: "request.file",
        is: Is::Number,
        from: From::Others,
        get: |e, then| part(&e.request, |p| p.file, then),
    },
    Field {
        name: "request.frame",
        is: Is::Number,
        from: From::Others,
        get: |e, then| part(&e.request, |p| Some(p.frame), then),
    },
    Field {
        name: "request.message",
        is: Is::Number,
        from: From::Others,
        get: |e, then| part(&e.request, |p| Some(p.message), then),
    },
    Field {
        name: "cause",
        is: Is::Here,
        from: From::Others,
        get: |e, then| here(e.cause, then),
    },
    Field {
        name: "cause.file",
        is: Is::Number,
        from: From::Others,
        get: |e, then| part(&e.cause, |p| p.file, then),
    },
    Field {
        name: "cause.frame",
        is: Is::Number,
        from: From::Others,
        get: |e, then| part(&e.cause, |p| Some(p.frame), then),
    },
    Field {
        name: "cause.message",
        is: Is::Number,
        from: From::Others,
        get: |e, then| part(&e.cause, |p| Some(p.message), then),
    },
    Field {
        name: "copy",
        is: Is::Here,
        from: From::Others,
        get: |e, then| here(e.copy_of, then),
    },
    Field {
        name: "copy.file",
        is: Is::Number,
        from: From::Others,
        get: |e, then| part(&e.copy_of, |p| p.file, then),
    },
    Field {
        name: "copy.frame",
        is: Is::Number,
        from: From::Others,
        get: |e, then| part(&e.copy_of, |p| Some(p.frame), then),
    },
    Field {
        name: "copy.message",
        is: Is::Number,
        from: From::Others,
        get: |e, then| part(&e.copy_of, |p| Some(p.message), then),
    },
    field("process", Is::Here, From::Others, |e, then| {
        here(e.process, then);
    }),
    field("process.pid", Is::Number, From::Others, |e, then| {
        process(e.process, Of::Pid, then);
    }),
    field("process.comm", Is::Text, From::Others, |e, then| {
        process(e.process, Of::Comm, then);
    }),
    field(
        "process.from",
        Is::Words(WHENCE),
        From::Others,
        |e, then| {
            process(e.process, Of::From, then);
        },
    ),
    field("cause.process", Is::Here, From::Others, |e, then| {
        here(e.cause_process, then);
    }),
    field("cause.process.pid", Is::Number, From::Others, |e, then| {
        process(e.cause_process, Of::Pid, then);
    }),
    field("cause.process.comm", Is::Text, From::Others, |e, then| {
        process(e.cause_process, Of::Comm, then);
    }),
    field(
        "cause.process.from",
        Is::Words(WHENCE),
        From::Others,
        |e, then| process(e.cause_process, Of::From, then),
    ),
    field("socket", Is::Here, From::Others, |e, then| {
        here(e.socket, then);
    }),
    field("socket.ext_ack", Is::Bool, From::Others, |e, then| {
        truth(e.socket.and_then(|s| s.ext_ack), then);
    }),
    field("socket.strict", Is::Bool, From::Others, |e, then| {
        truth(e.socket.and_then(|s| s.strict), then);
    }),
    field("socket.cap_ack", Is::Bool, From::Others, |e, then| {
        truth(e.socket.and_then(|s| s.cap_ack), then);
    }),
    field("socket.groups", Is::Number, From::Others, |e, then| {
        for group in e.socket.iter().flat_map(|s| &s.groups) {
            plain(Some(*group), then);
        }
    }),
    field("socket.rcvbuf", Is::Bytes, From::Others, |e, then| {
        let size = e.socket.and_then(|s| s.rcvbuf);
        quantity(size.map(u64::from), Unit::Bytes, then);
    }),
    field("outcome", Is::Words(OUTCOMES), From::Outcome, |e, then| {
        let outcome = e.story.map(|s| s.outcome).or(e.outcome);
        text(outcome.map(Outcome::word), then);
    }),
    field("exchange", Is::Here, From::Story, |e, then| {
        here(e.story, then);
    }),
    field("exchange.frame", Is::Number, From::Story, |e, then| {
        plain(e.story.map(|s| s.place.frame), then);
    }),
    field("exchange.message", Is::Number, From::Story, |e, then| {
        plain(e.story.map(|s| s.place.message), then);
    }),
    field(
        "exchange.outcome",
        Is::Words(OUTCOMES),
        From::Story,
        |e, then| text(e.story.map(|s| s.outcome.word()), then),
    ),
    field("exchange.probe", Is::Text, From::Story, |e, then| {
        let probe = e.story.and_then(|s| s.probe);
        text(probe.map(|p| p.asks), then);
    }),
    field("exchange.error", Is::Error, From::Story, |e, then| {
        let error = e.story.map_or(0, |s| s.error);
        if error != 0 {
            then(Value::Signed {
                value: error.into(),
                width: 4,
                meaning: &ERROR,
                unit: Unit::None,
            });
        }
    }),
    field("exchange.errno", Is::Errno, From::Story, |e, then| {
        text(refusal(e, |r| r.errno.as_ref()), then);
    }),
    field("exchange.ext_ack", Is::Text, From::Story, |e, then| {
        text(refusal(e, |r| r.words.as_ref()), then);
    }),
    field("exchange.offending", Is::Text, From::Story, |e, then| {
        text(refusal(e, |r| r.offending.as_ref()), then);
    }),
    field("exchange.missing", Is::Text, From::Story, |e, then| {
        text(refusal(e, |r| r.missing.as_ref()), then);
    }),
    field("exchange.parts", Is::Number, From::Story, |e, then| {
        plain(e.story.map(|s| s.parts).filter(|n| *n > 0), then);
    }),
    field("exchange.messages", Is::Number, From::Story, |e, then| {
        plain(e.story.map(|s| s.messages).filter(|n| *n > 0), then);
    }),
    field("exchange.bytes", Is::Bytes, From::Story, |e, then| {
        let bytes = e.story.filter(|s| s.messages > 0).map(|s| s.bytes);
        quantity(bytes, Unit::Bytes, then);
    }),
    field(
        "exchange.latency_ns",
        Is::Nanoseconds,
        From::Story,
        |e, then| quantity(e.story.and_then(|s| s.latency_ns), Unit::Nanoseconds, then),
    ),
    field(
        "exchange.completion_ns",
        Is::Nanoseconds,
        From::Story,
        |e, then| {
            let ns = e.story.and_then(|s| s.completion_ns);
            quantity(ns, Unit::Nanoseconds, then);
        },
    ),
    field("exchange.interrupted", Is::Flag, From::Story, |e, then| {
        here(e.story.filter(|s| s.interrupted), then);
    }),
    field("reply", Is::Here, From::Story, |e, then| {
        here(answers(e).filter(|a| a.count > 0), then);
    }),
];

/// What a field needs that is known from there.
pub(super) fn needs(from: From) -> Needs {
    Needs {
        exchange: !matches!(from, From::Frame | From::Ids),
        outcome: matches!(from, From::Outcome | From::Story),
        ahead: from == From::Story,
        ..Needs::default()
    }
}

/// What was asked of the answers to a request.
pub(crate) fn answers<'e>(e: &Envelope<'e>) -> Option<&'e Answers> {
    let story = e.story.filter(|_| e.request.is_none())?;
    Some(&story.answers)
}

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

/// What a message says, in one line.
pub(super) const SUMMARY: &str = "summary";

/// The names of all fields that are no part of the bytes.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    let fields = FIELDS.iter().map(|f| f.name);
    fields
        .chain(DIAGNOSTICS.iter().map(|(name, _)| *name))
        .chain([DEV, SUMMARY])
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
