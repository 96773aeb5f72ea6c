//! Text for people: a line a message, or the whole tree.

mod drawing;
mod exchange;
mod line;
mod tree;
pub mod value;

pub use drawing::{Refused, write_refused};
pub use exchange::{write_duration, write_errno, write_exchange};
pub(crate) use exchange::{write_probe, write_words};
pub use line::Line;
pub use tree::Verbose;

use crate::context::Direction;
use crate::envelope::Envelope;
use crate::note::Process;
use crate::sink::json::value::write_number;

/// Colours, as the escape sequences of a terminal; all empty for none.
#[derive(Clone, Copy, Debug, Default)]
pub struct Palette {
    /// Places: frame, time, offsets.
    pub quiet: &'static str,
    /// Names of messages.
    pub strong: &'static str,
    /// Names of attributes and fields.
    pub name: &'static str,
    /// Values.
    pub value: &'static str,
    /// Errors.
    pub error: &'static str,
    /// Warnings and notes.
    pub warning: &'static str,
    /// What one has and another has not.
    pub added: &'static str,
    /// Back to normal.
    pub reset: &'static str,
}

impl Palette {
    /// The sixteen colours that every terminal has.
    pub const COLOURS: Palette = Palette {
        quiet: "\x1b[2m",
        strong: "\x1b[1m",
        name: "\x1b[36m",
        value: "",
        error: "\x1b[31m",
        warning: "\x1b[33m",
        added: "\x1b[32m",
        reset: "\x1b[0m",
    };
}

/// Writes what stands at the beginning of each message: its place, who speaks to whom.
fn write_place(out: &mut Vec<u8>, envelope: &Envelope<'_>, time: &[u8], palette: &Palette) {
    let place = envelope.place;
    out.extend_from_slice(palette.quiet.as_bytes());
    if let Some(file) = place.file {
        write_number(out, file.into());
        out.push(b':');
    }
    write_number(out, place.frame);
    if !envelope.no_message {
        out.push(b'.');
        write_number(out, place.message.into());
    }
    out.push(b' ');
    if !time.is_empty() {
        out.extend_from_slice(time);
        out.push(b' ');
    }
    let user = |out: &mut Vec<u8>| write_user(out, envelope.port, envelope.process, "user");
    match envelope.direction {
        Some(Direction::ToKernel) => {
            user(out);
            out.extend_from_slice(b" > kernel ");
        }
        Some(Direction::FromKernel) => {
            out.extend_from_slice(b"kernel > ");
            user(out);
            out.push(b' ');
        }
        Some(Direction::UserToUser) => out.extend_from_slice(b"user > user "),
        None => {}
    }
    out.extend_from_slice(palette.reset.as_bytes());
}

/// Writes who is on the user's side: `ip[612]`, `612`, or a word where neither is known.
fn write_user(out: &mut Vec<u8>, port: Option<u32>, process: Option<&Process>, unknown: &str) {
    use std::io::Write;
    match (process, port) {
        (Some(process), Some(port)) => {
            let _ = write!(out, "{}[{port}]", process.comm.escape_debug());
        }
        (Some(process), None) => {
            let _ = write!(out, "{}", process.comm.escape_debug());
        }
        (None, Some(port)) => write_number(out, port.into()),
        (None, None) => out.extend_from_slice(unknown.as_bytes()),
    }
}
