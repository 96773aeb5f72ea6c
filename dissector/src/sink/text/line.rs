//! A line a message.

use super::{Palette, write_place};
use crate::context::Context;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::envelope::Envelope;
use crate::sink::json::value::write_number;
use crate::sink::{Class, Flow, Sink, Value};
use crate::summary::Summary;
use crate::table::Name;
use crate::walk::{Header, Integers, Node};

/// Writes a message as one line: place, who speaks to whom, type, summary, and codes of what
/// is wrong.
#[derive(Clone)]
pub struct Line {
    out: Vec<u8>,
    palette: Palette,
    summary: Summary,
    /// The summary needs no more.
    told: bool,
    depth: u16,
    /// The depth of a node whose inside the summary does not need.
    skipping: Option<u16>,
    /// Where the message's type stands in `out`.
    kind: usize,
    echo: bool,
    worst: Option<Severity>,
    /// Codes of warnings and errors, each once.
    codes: Vec<Code>,
    /// Makes the words of a request that an answer does not echo.
    request: Summary,
}

impl Line {
    /// A sink with an empty buffer.
    pub fn new(palette: Palette) -> Line {
        Line {
            out: Vec::new(),
            palette,
            summary: Summary::new(),
            told: false,
            depth: 0,
            skipping: None,
            kind: 0,
            echo: false,
            worst: None,
            codes: Vec::new(),
            request: Summary::new(),
        }
    }

    /// What was written and not yet taken.
    pub fn buffer(&mut self) -> &mut Vec<u8> {
        &mut self.out
    }

    /// Begins the line; `time` as it shall be shown.
    pub fn begin(&mut self, envelope: &Envelope<'_>, time: &[u8]) {
        self.told = false;
        self.depth = 0;
        self.skipping = None;
        self.echo = false;
        self.worst = None;
        self.codes.clear();
        write_place(&mut self.out, envelope, time, &self.palette);
        self.out.extend_from_slice(self.palette.strong.as_bytes());
        self.kind = self.out.len();
        self.summary.begin(envelope.direction);
    }

    /// Tells the request that the message answers in the words of its own line, where the message
    /// echoes no more of it than its header.
    pub fn answers(&mut self, ctx: &Context<'_>) {
        if let Some(request) = &ctx.request
            && self.summary.lacks_request()
        {
            let ctx = ctx.of_request();
            let text = self.request.message(request, &ctx);
            self.summary.answers(text);
        }
    }

    /// Ends the line.
    pub fn end(&mut self) {
        let typed = self.out.len() > self.kind;
        self.out.extend_from_slice(self.palette.reset.as_bytes());
        let end = self.out.len();
        if typed {
            self.out.push(b' ');
        }
        let begin = self.out.len();
        self.summary.end_in(&mut self.out);
        if self.out.len() == begin {
            self.out.truncate(end);
        }
        if let Some(worst) = self.worst {
            let colour = match worst {
                Severity::Error => self.palette.error,
                _ => self.palette.warning,
            };
            self.out.extend_from_slice(b" [");
            for part in [colour, worst.word(), self.palette.reset] {
                self.out.extend_from_slice(part.as_bytes());
            }
            for (i, code) in self.codes.iter().enumerate() {
                let separator = if i == 0 { ": " } else { ", " };
                self.out.extend_from_slice(separator.as_bytes());
                self.out.extend_from_slice(code.word().as_bytes());
            }
            self.out.push(b']');
        }
        self.out.push(b'\n');
    }

    /// Type and command: the last one that has a name.
    fn named(&mut self, value: u64, name: Option<&Name>) {
        match name {
            Some(name) => {
                self.out.truncate(self.kind);
                self.out.extend_from_slice(name.as_str().as_bytes());
            }
            None => {
                if self.out.len() > self.kind {
                    self.out.push(b' ');
                }
                write_number(&mut self.out, value);
            }
        }
    }

    /// The walk goes on after the summary has ended: for what is odd.
    fn heard(&mut self, flow: Flow) -> Flow {
        self.told |= flow == Flow::Stop;
        Flow::Continue
    }

    fn listens(&self) -> bool {
        !self.told && self.skipping.is_none()
    }
}

impl Sink for Line {
    fn enter(&mut self, node: &Node<'_>, class: Class) -> Flow {
        self.depth += 1;
        self.echo |= class == Class::Echo;
        if self.listens() {
            let flow = self.summary.enter(node, class);
            if flow == Flow::Skip {
                self.skipping = Some(self.depth);
            }
            return self.heard(flow);
        }
        Flow::Continue
    }

    fn header(&mut self, header: &Header<'_>) -> Flow {
        if self.listens() {
            if !self.echo {
                self.named(header.numbers().nlmsg_type.into(), header.type_name());
            }
            self.summary.header(header);
        }
        Flow::Continue
    }

    fn leave(&mut self) {
        if self.skipping == Some(self.depth) {
            self.skipping = None;
        }
        if self.listens() {
            self.summary.leave();
        }
        self.depth = self.depth.saturating_sub(1);
    }

    fn leaf(&mut self, node: &Node<'_>, value: &Value<'_>) -> Flow {
        if !self.listens() {
            return Flow::Continue;
        }
        if let Value::Named { value, name, .. } = *value
            && self.summary.in_command()
            && !self.echo
        {
            self.named(value, name);
        }
        let flow = self.summary.leaf(node, value);
        self.heard(flow)
    }

    fn integers(&mut self, run: &Integers<'_>) -> Flow {
        if !self.listens() {
            return Flow::Continue;
        }
        let flow = self.summary.integers(run);
        self.heard(flow)
    }

    fn derived(&mut self, name: &Name, text: &str) {
        if self.listens() {
            self.summary.derived(name, text);
        }
    }

    fn diagnostic(&mut self, diagnostic: Diagnostic) {
        let severity = diagnostic.severity();
        if severity > Severity::Note {
            self.worst = self.worst.max(Some(severity));
            if !self.codes.contains(&diagnostic.code) {
                self.codes.push(diagnostic.code);
            }
        }
    }

    fn set(&mut self, name: &Name) {
        if self.listens() {
            self.summary.set(name);
        }
    }

    fn names_interfaces(&self) -> bool {
        true
    }

    fn as_dyn(&mut self) -> &mut dyn Sink {
        self
    }
}
