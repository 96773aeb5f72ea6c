//! A message in one line, in words that users of the tools know: `link add dummy0 type dummy`,
//! `route 192.0.2.0/24 via 198.51.100.1 dev eth0`, `error EEXIST: link add dummy0`.
//!
//! A [`Summary`] is a sink: it listens to a walk and parses nothing. Messages that people meet
//! most have a rule, a few lines of a table that say which attributes matter, in which order
//! and with which words; all others are told from the names of the tables. Text from a capture
//! comes out escaped, key material never.

mod index;
mod inside;
mod rule;
mod rules;
mod sink;
#[cfg(test)]
mod tests;
mod words;

use crate::context::{Context, Direction};
use crate::sink::json::value::write_signed;
use crate::table::Family;
use crate::walk::{Span, walk, walk_datagram};
use crate::wire::RawMessage;
use rule::{Act, MAX_PARTS, Part, Ready, Show, inside};
use rules::As;
use std::ops::Range;
use words::write_message;

const NLM_F_REQUEST: u64 = 1;
const NLM_F_REPLACE: u64 = 0x100;
const NLM_F_EXCL: u64 = 0x200;
const NLM_F_CREATE: u64 = 0x400;
const NLM_F_APPEND: u64 = 0x800;
const NLM_F_DUMP: u64 = 0x300;

/// How many bytes a message without a rule, or one part of a rule, takes at most before it ends
/// in `…`.
const PART_BYTES: usize = 240;
/// How many names and values of a message without a rule are shown.
const PLAIN_VALUES: u8 = 8;
/// The parts of a message without a rule.
const PLAIN: &[Part] = &[inside("", "", PLAIN_VALUES)];
/// How many numbers a message keeps.
const KEPT: usize = 4;
/// How deep prefixes of sets are remembered.
const LEVELS: usize = crate::walk::MAX_DEPTH as usize + 2;

/// Writes one message after the other as a line; keeps its buffers.
///
/// Either ask for a whole line with [`Summary::message`], or hand it to a walk as its sink,
/// between [`Summary::begin`] and [`Summary::end`].
#[derive(Clone)]
pub struct Summary {
    /// The line, once it is made.
    line: Vec<u8>,
    /// Texts of parts, in the order of the bytes.
    texts: Vec<u8>,
    found: [Found; MAX_PARTS],
    /// Numbers that parts need.
    kept: [u64; KEPT],
    what: What,
    /// The name of the message, as the tables have it.
    name: Vec<u8>,
    /// The line of the request that is answered, where it is known from elsewhere.
    request: Vec<u8>,
    around: Around,
    depth: usize,
    /// Headers and attributes of the message stand right below this depth.
    base: usize,
    /// The fields of a genlmsghdr are being walked.
    in_command: bool,
    /// The echoed request is being walked.
    echo: bool,
    /// Names of outer nodes that are open: depth and bit.
    open: Vec<(usize, u16)>,
    inside: Option<Inside>,
    /// Lengths of the names of the sets around, by depth.
    prefixes: [u8; LEVELS],
}

/// What message it is.
#[derive(Clone, Copy, Default)]
struct What {
    to_kernel: Option<bool>,
    ready: Option<&'static Ready>,
    act: Option<Act>,
    flags: u64,
    /// Parts that have a value, by bit.
    filled: u32,
    /// Parts that have the best value that there can be.
    best: u32,
    /// Parts that may get one.
    wanted: u32,
}

/// The text that was found for a part.
#[derive(Clone, Default)]
struct Found {
    text: Range<usize>,
    rank: u8,
}

/// An error, ACK or DONE around.
#[derive(Clone, Default)]
struct Around {
    kind: Control,
    error: i64,
    errno: Vec<u8>,
    /// What the kernel said.
    said: Vec<u8>,
    /// Which attribute it is about, or which one it misses.
    about: Vec<u8>,
}

#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Control {
    #[default]
    None,
    Error,
    Done,
}

/// What is being told of the inside of a node.
#[derive(Clone, Copy)]
struct Inside {
    part: usize,
    rank: u8,
    show: Show,
    depth: usize,
    start: usize,
    left: u8,
    count: u32,
    full: bool,
    /// An entry of an array begins.
    apart: bool,
    /// It goes on where the one before ended.
    joined: bool,
    /// How its bytes read.
    form: As,
    /// The entry that is being told: depth, and where its text begins.
    entry: Option<(usize, usize)>,
}

impl Default for Summary {
    fn default() -> Summary {
        Summary::new()
    }
}

impl Summary {
    /// A summary of nothing yet.
    pub fn new() -> Summary {
        Summary {
            line: Vec::new(),
            texts: Vec::new(),
            found: std::array::from_fn(|_| Found::default()),
            kept: [0; KEPT],
            what: What::default(),
            name: Vec::new(),
            request: Vec::new(),
            around: Around::default(),
            depth: 0,
            base: 0,
            in_command: false,
            echo: false,
            open: Vec::new(),
            inside: None,
            prefixes: [0; LEVELS],
        }
    }

    /// The line of a message. An error or ACK tells the request: as far as it is echoed, or
    /// all of it where the context has it.
    pub fn message(&mut self, message: &RawMessage<'_>, ctx: &Context<'_>) -> &str {
        self.begin(ctx.direction);
        walk(message, None, ctx, self);
        if self.around.kind == Control::Error
            && self.what.filled == 0
            && let Some(request) = &ctx.request
        {
            let ctx = ctx.of_request();
            self.begin_inner(Some(true));
            (self.depth, self.base, self.echo) = (0, 0, true);
            walk(request, None, &ctx, self);
        }
        self.end()
    }

    /// The line of a frame whose protocol has no nlmsghdr.
    pub fn datagram(&mut self, family: &Family, frame: Span<'_>, ctx: &Context<'_>) -> &str {
        self.begin(ctx.direction);
        walk_datagram(family, frame, ctx, self);
        self.end()
    }

    /// Begins a message; which way it went decides its words.
    pub fn begin(&mut self, direction: Option<Direction>) {
        self.around.kind = Control::None;
        self.around.error = 0;
        self.around.errno.clear();
        self.around.said.clear();
        self.around.about.clear();
        self.request.clear();
        self.depth = 0;
        self.base = 0;
        self.echo = false;
        self.begin_inner(direction.map(|d| d != Direction::FromKernel));
    }

    /// Begins the message itself, or the request that an error answers.
    fn begin_inner(&mut self, to_kernel: Option<bool>) {
        self.texts.clear();
        self.name.clear();
        self.open.clear();
        self.kept = [0; KEPT];
        self.what = What {
            to_kernel,
            ..What::default()
        };
        self.in_command = false;
        self.inside = None;
    }

    /// Gives the line of the request that the message answers: an error or ACK that echoes no
    /// more of it than its header tells it in these words.
    pub fn answers(&mut self, request: &str) {
        if self.lacks_request() {
            self.request.clear();
            self.request.extend_from_slice(request.as_bytes());
        }
    }

    /// Whether the line of the request that the message answers would be shown.
    pub fn lacks_request(&self) -> bool {
        self.around.kind == Control::Error && self.what.filled == 0
    }

    /// Ends the message: its line, which lasts until the next begins.
    pub fn end(&mut self) -> &str {
        let mut line = std::mem::take(&mut self.line);
        line.clear();
        self.end_in(&mut line);
        self.line = line;
        std::str::from_utf8(&self.line).unwrap_or("")
    }

    /// Ends the message, its line written behind `out`.
    pub(crate) fn end_in(&mut self, out: &mut Vec<u8>) {
        self.end_inside();
        self.compose(out);
    }

    /// Whether the fields of a genlmsghdr come.
    pub(crate) fn in_command(&self) -> bool {
        self.in_command
    }

    fn is_to_kernel(&self) -> bool {
        let requests = self.what.flags & NLM_F_REQUEST != 0;
        self.what.to_kernel.unwrap_or(requests)
    }

    fn compose(&self, out: &mut Vec<u8>) {
        let begin = out.len();
        let around = &self.around;
        match around.kind {
            Control::Done => {
                out.extend_from_slice(b"done");
                if around.error != 0 {
                    out.push(b' ');
                    write_errno(out, around);
                }
            }
            Control::Error if around.error == 0 => out.extend_from_slice(b"ack"),
            Control::Error => {
                out.extend_from_slice(b"error ");
                write_errno(out, around);
            }
            Control::None => {}
        }
        if !self.name.is_empty() || self.what.filled != 0 {
            match around.kind {
                Control::None => {}
                Control::Error if around.error == 0 => out.extend_from_slice(b" of "),
                _ => out.extend_from_slice(b": "),
            }
            if self.request.is_empty() {
                self.title(out, begin);
                self.parts(out, begin);
            } else {
                out.extend_from_slice(&self.request);
            }
        }
        for text in [&self.around.said, &self.around.about] {
            if !text.is_empty() {
                out.extend_from_slice(b": ");
                out.extend_from_slice(text);
            }
        }
    }

    /// What stands in front of the parts; the line begins at `begin`.
    fn title(&self, out: &mut Vec<u8>, begin: usize) {
        let Some(ready) = self.what.ready else {
            let name = std::str::from_utf8(&self.name).unwrap_or("");
            write_message(out, name);
            return;
        };
        let [front, back] = ready.title(self.is_to_kernel());
        for part in [front, self.verb(), back] {
            if !part.is_empty() {
                separate(out, begin);
                out.extend_from_slice(part.as_bytes());
            }
        }
    }

    fn verb(&self) -> &'static str {
        let to_kernel = self.is_to_kernel();
        let Some(act) = self.what.act else {
            return "";
        };
        let has = |flag| self.what.flags & flag != 0;
        match act {
            Act::Say(word) => word,
            Act::Both(to, _) if to_kernel => to,
            Act::Both(_, from) => from,
            Act::Del if to_kernel => "del",
            Act::Del => "deleted",
            _ if !to_kernel => "",
            Act::Get if self.what.flags & NLM_F_DUMP == NLM_F_DUMP => "dump",
            Act::Get => "get",
            Act::Set => "set",
            Act::New if has(NLM_F_REPLACE) && !has(NLM_F_CREATE) => "change",
            Act::New | Act::Nft | Act::NftRule if has(NLM_F_REPLACE) => "replace",
            Act::New if has(NLM_F_EXCL) => "add",
            Act::New if has(NLM_F_APPEND) => "append",
            Act::New if has(NLM_F_CREATE) => "add",
            Act::New => "set",
            Act::Nft if has(NLM_F_EXCL) => "create",
            Act::NftRule if has(NLM_F_CREATE) && !has(NLM_F_APPEND) => "insert",
            Act::Nft | Act::NftRule => "add",
        }
    }

    fn parts(&self, out: &mut Vec<u8>, begin: usize) {
        let (parts, absent, kept) = match self.what.ready {
            Some(ready) => (ready.rule.parts, ready.absent, ready.kept),
            None => (PLAIN, 0, 0),
        };
        // of a request that is echoed in part, or that asks, nothing follows from what is absent
        let silent = self.what.filled == 0
            || (self.is_to_kernel() && !matches!(self.what.act, Some(Act::New | Act::Del)));
        let absent = if silent { 0 } else { absent & self.what.wanted };
        let mut left = (self.what.filled | absent) & !kept;
        while left != 0 {
            let i = left.trailing_zeros() as usize;
            left &= left - 1;
            let Some(part) = parts.get(i) else {
                break;
            };
            let there = self.what.filled & (1 << i) != 0;
            let text = if there {
                self.text(i)
            } else {
                part.absent.as_bytes()
            };
            let nothing = text.is_empty() && (!there || part.show != Show::Presence);
            if nothing || (part.once && (0..i).any(|before| self.text(before) == text)) {
                continue;
            }
            for word in [part.word.as_bytes(), text] {
                if !word.is_empty() {
                    if !part.glued {
                        separate(out, begin);
                    }
                    out.extend_from_slice(word);
                }
            }
        }
    }

    /// The text of a part that has one.
    fn text(&self, part: usize) -> &[u8] {
        match self.found.get(part) {
            Some(found) if self.what.filled & (1 << part) != 0 => {
                self.texts.get(found.text.clone()).unwrap_or(&[])
            }
            _ => &[],
        }
    }
}

/// Puts a blank behind what the line, which begins at `begin`, has got so far.
fn separate(out: &mut Vec<u8>, begin: usize) {
    if out.len() > begin && out.last().is_some_and(|b| *b != b' ') {
        out.push(b' ');
    }
}

fn write_errno(out: &mut Vec<u8>, around: &Around) {
    if around.errno.is_empty() {
        write_signed(out, around.error);
    } else {
        out.extend_from_slice(&around.errno);
    }
}

/// Writes the summary of a message behind `out`; see [`Summary`], which keeps its buffers, for
/// many of them.
pub fn summarize(message: &RawMessage<'_>, ctx: &Context<'_>, out: &mut String) {
    out.push_str(Summary::new().message(message, ctx));
}
