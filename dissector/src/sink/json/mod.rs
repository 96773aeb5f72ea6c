//! JSON Lines: one object a message.
//!
//! Every value is written with a comma behind it; where an object or array ends, the last
//! comma becomes its bracket. docs/JSON.md describes the output.

mod exchange;
mod lossless;
pub mod value;

pub use exchange::write_exchange;
pub use lossless::Lossless;
pub(crate) use lossless::word;

use super::{Class, Flow, Sink, Value};
use crate::diagnostic::Diagnostic;
use crate::envelope::{Envelope, Place};
use crate::families::protocols::PROTOCOLS;
use crate::note::Process;
use crate::table::Name;
use crate::time::write_utc;
use crate::walk::{Header, Integers, Key, Node};
use value::{write_hex, write_number, write_string, write_value};

/// How the children of an open node are written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mode {
    /// `"key":value`
    Object,
    /// `value`
    Array,
    /// `{"key":value}`
    Sequence,
    /// As the node around it does.
    Through,
}

#[derive(Clone, Copy)]
struct Level {
    mode: Mode,
    /// How the children are written, [`Mode::Through`] resolved.
    inside: Mode,
    /// The node itself stands in a sequence: a brace more to close.
    wrapped: bool,
}

/// Writes each message as one line of JSON.
#[derive(Clone)]
pub struct Json {
    out: Vec<u8>,
    levels: Vec<Level>,
    diagnostics: Vec<Diagnostic>,
}

impl Default for Json {
    fn default() -> Self {
        Json::new()
    }
}

impl Json {
    /// A sink with an empty buffer.
    pub fn new() -> Json {
        Json {
            out: Vec::with_capacity(1 << 16),
            levels: Vec::with_capacity(64),
            diagnostics: Vec::new(),
        }
    }

    /// What was written and not yet taken.
    pub fn buffer(&mut self) -> &mut Vec<u8> {
        &mut self.out
    }

    /// Begins the line of a message.
    pub fn begin(&mut self, envelope: &Envelope<'_>) {
        self.levels.clear();
        self.diagnostics.clear();
        write_envelope(&mut self.out, envelope);
    }

    /// Ends the line.
    pub fn end(&mut self, envelope: &Envelope<'_>) {
        write_tail(&mut self.out, envelope, &self.diagnostics);
    }

    #[inline]
    fn inside(&self) -> Mode {
        self.levels.last().map_or(Mode::Object, |l| l.inside)
    }
}

/// Writes what stands in front of a value inside of a node; whether a brace must close behind it.
#[inline]
fn lead(out: &mut Vec<u8>, inside: Mode, node: &Node<'_>) -> bool {
    match inside {
        Mode::Object | Mode::Through => {
            write_key(out, node);
            false
        }
        Mode::Array => false,
        Mode::Sequence => {
            out.push(b'{');
            write_key(out, node);
            true
        }
    }
}

#[inline]
fn write_leaf(out: &mut Vec<u8>, inside: Mode, node: &Node<'_>, value: &Value<'_>) {
    if node.reserved && value.is_zero() {
        return;
    }
    let wrapped = lead(out, inside, node);
    write_value(out, value);
    if wrapped {
        out.push(b'}');
    }
    out.push(b',');
}

impl Sink for Json {
    fn enter(&mut self, node: &Node<'_>, class: Class) -> Flow {
        let mode = match class {
            Class::Nest | Class::Struct | Class::Map | Class::Attributes | Class::Echo => {
                Mode::Object
            }
            Class::Array | Class::Multi => Mode::Array,
            Class::Sequence => Mode::Sequence,
            Class::Header | Class::Bits => Mode::Through,
        };
        let mut wrapped = false;
        let inside = match mode {
            Mode::Through => self.inside(),
            mode => {
                let around = self.inside();
                wrapped = lead(&mut self.out, around, node);
                self.out
                    .push(if mode == Mode::Object { b'{' } else { b'[' });
                mode
            }
        };
        self.levels.push(Level {
            mode,
            inside,
            wrapped,
        });
        Flow::Continue
    }

    /// Its fields stand one level up.
    fn header(&mut self, header: &Header<'_>) -> Flow {
        let out = &mut self.out;
        let numbers = header.numbers();
        out.extend_from_slice(b"\"nlmsg_len\":");
        write_number(out, numbers.nlmsg_len.into());
        out.extend_from_slice(b",\"nlmsg_type\":");
        write_value(out, &header.kind());
        out.extend_from_slice(b",\"nlmsg_flags\":");
        write_value(out, &header.flags());
        out.extend_from_slice(b",\"nlmsg_seq\":");
        write_number(out, numbers.nlmsg_seq.into());
        out.extend_from_slice(b",\"nlmsg_pid\":");
        write_number(out, numbers.nlmsg_pid.into());
        out.push(b',');
        Flow::Continue
    }

    fn leave(&mut self) {
        let Some(level) = self.levels.pop() else {
            return;
        };
        match level.mode {
            Mode::Through => return,
            Mode::Object => close(&mut self.out, b'}'),
            Mode::Array | Mode::Sequence => close(&mut self.out, b']'),
        }
        if level.wrapped {
            self.out.push(b'}');
        }
        self.out.push(b',');
    }

    #[inline]
    fn leaf(&mut self, node: &Node<'_>, value: &Value<'_>) -> Flow {
        let inside = self.inside();
        write_leaf(&mut self.out, inside, node, value);
        Flow::Continue
    }

    fn integers(&mut self, run: &Integers<'_>) -> Flow {
        let inside = self.inside();
        run.leaves(|node, value| {
            write_leaf(&mut self.out, inside, node, value);
            true
        });
        Flow::Continue
    }

    fn derived(&mut self, name: &Name, text: &str) {
        write_derived(&mut self.out, name, text);
    }

    fn diagnostic(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    fn groups(&self) -> bool {
        true
    }

    fn as_dyn(&mut self) -> &mut dyn Sink {
        self
    }
}

/// Turns the last comma into a bracket, or adds one to what is empty.
#[inline]
fn close(out: &mut Vec<u8>, bracket: u8) {
    match out.last_mut() {
        Some(last) if *last == b',' => *last = bracket,
        _ => out.push(bracket),
    }
}

fn write_derived(out: &mut Vec<u8>, name: &Name, text: &str) {
    out.extend_from_slice(name.key().as_bytes());
    write_string(out, text);
    out.push(b',');
}

#[inline]
fn write_key(out: &mut Vec<u8>, node: &Node<'_>) {
    match node.key {
        Key::Name(name) | Key::Entry(_, Some(name)) if node.repeat == 0 => {
            out.extend_from_slice(name.key().as_bytes());
        }
        _ => write_odd_key(out, node),
    }
}

#[cold]
fn write_odd_key(out: &mut Vec<u8>, node: &Node<'_>) {
    out.push(b'"');
    match node.key {
        Key::Name(name) | Key::Entry(_, Some(name)) => {
            out.extend_from_slice(name.as_str().as_bytes());
        }
        Key::Unknown(number) => {
            out.push(b'#');
            write_number(out, number.into());
        }
        Key::Entry(index, None) => write_number(out, index.into()),
        Key::Text(text) => {
            out.pop();
            write_string(out, text);
            out.pop();
        }
    }
    if node.repeat > 0 {
        out.push(b'#');
        write_number(out, node.repeat.into());
    }
    out.extend_from_slice(b"\":");
}

fn write_place(out: &mut Vec<u8>, place: &Place) {
    if let Some(file) = place.file {
        out.extend_from_slice(b"\"file\":");
        write_number(out, file.into());
        out.push(b',');
    }
    out.extend_from_slice(b"\"frame\":");
    write_number(out, place.frame);
    out.extend_from_slice(b",\"message\":");
    write_number(out, place.message.into());
    out.push(b',');
}

/// Writes `{` and all that is known of a message beside its bytes, but for what
/// [`write_tail`] writes.
fn write_envelope(out: &mut Vec<u8>, envelope: &Envelope<'_>) {
    out.push(b'{');
    if let Some(file) = envelope.place.file {
        out.extend_from_slice(b"\"file\":");
        write_number(out, file.into());
        out.push(b',');
    }
    if let Some(interface) = envelope.interface {
        out.extend_from_slice(b"\"interface\":");
        write_number(out, interface.into());
        out.push(b',');
    }
    if envelope.no_message {
        out.extend_from_slice(b"\"frame\":");
        write_number(out, envelope.place.frame);
        out.push(b',');
    } else {
        let place = Place {
            file: None,
            ..envelope.place
        };
        write_place(out, &place);
    }
    if let Some(time) = envelope.time {
        out.extend_from_slice(b"\"time\":\"");
        write_utc(out, time);
        out.extend_from_slice(b"\",");
    }
    out.extend_from_slice(b"\"protocol\":");
    match PROTOCOLS.name_of(envelope.protocol.into()) {
        Some(name) => out.extend_from_slice(name.quoted().as_bytes()),
        None => write_number(out, envelope.protocol.into()),
    }
    out.push(b',');
    let mut word = |key: &[u8], word: &str| {
        out.extend_from_slice(key);
        out.extend_from_slice(word.as_bytes());
        out.extend_from_slice(b"\",");
    };
    if let Some(family) = envelope.family {
        word(b"\"family\":\"", family.as_str());
    }
    if let Some(from) = envelope.family_from {
        word(b"\"family_from\":\"", from.word());
    }
    if let Some(direction) = envelope.direction {
        word(b"\"direction\":\"", direction.word());
    }
    if let Some(port) = envelope.port {
        out.extend_from_slice(b"\"port\":");
        write_number(out, port.into());
        out.push(b',');
    }
    if let Some(process) = envelope.process {
        write_process(out, process);
    }
    if let Some(place) = &envelope.cause {
        out.extend_from_slice(b"\"cause\":{");
        write_place(out, place);
        if let Some(process) = envelope.cause_process {
            write_process(out, process);
        }
        close(out, b'}');
        out.push(b',');
    }
    if let Some(place) = &envelope.copy_of {
        out.extend_from_slice(b"\"copy_of\":{");
        write_place(out, place);
        close(out, b'}');
        out.push(b',');
    }
}

fn write_process(out: &mut Vec<u8>, process: &Process) {
    out.extend_from_slice(b"\"process\":{\"pid\":");
    write_number(out, process.pid.into());
    out.extend_from_slice(b",\"comm\":");
    write_string(out, &process.comm);
    out.extend_from_slice(b",\"from\":\"");
    out.extend_from_slice(process.from.word().as_bytes());
    out.extend_from_slice(b"\"},");
}

/// Writes what comes last in a line, and ends it.
fn write_tail(out: &mut Vec<u8>, envelope: &Envelope<'_>, diagnostics: &[Diagnostic]) {
    if let Some(request) = &envelope.request {
        out.extend_from_slice(b"\"request\":{");
        write_place(out, request);
        close(out, b'}');
        out.push(b',');
    }
    if !diagnostics.is_empty() {
        out.extend_from_slice(b"\"diagnostics\":[");
        for diagnostic in diagnostics {
            out.extend_from_slice(b"{\"severity\":\"");
            out.extend_from_slice(diagnostic.severity().word().as_bytes());
            out.extend_from_slice(b"\",\"code\":\"");
            out.extend_from_slice(diagnostic.code.word().as_bytes());
            out.extend_from_slice(b"\",\"offset\":");
            write_number(out, diagnostic.offset.into());
            out.extend_from_slice(b",\"text\":");
            write_string(out, &diagnostic.text);
            out.extend_from_slice(b"},");
        }
        close(out, b']');
        out.push(b',');
    }
    close(out, b'}');
    out.push(b'\n');
}
