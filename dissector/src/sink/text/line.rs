//! A line a message.

use super::{Palette, value::write_value, write_place};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::envelope::Envelope;
use crate::sink::{Class, Flow, Sink, Value};
use crate::table::Name;
use crate::walk::{Key, Node};

/// How many bytes of names and values a line takes at most before it ends in `…`.
const BUDGET: usize = 200;

/// Writes a message as one line: place, who speaks to whom, type, flags, then names and
/// values as far as the line goes.
pub struct Line {
    out: Vec<u8>,
    palette: Palette,
    show_keys: bool,
    /// Where names and values begin in `out`.
    start: usize,
    levels: Vec<Class>,
    full: bool,
    worst: Option<Severity>,
    /// Codes of warnings and errors, each once.
    codes: Vec<Code>,
}

impl Line {
    /// A sink with an empty buffer.
    pub fn new(palette: Palette, show_keys: bool) -> Line {
        Line {
            out: Vec::new(),
            palette,
            show_keys,
            start: 0,
            levels: Vec::new(),
            full: false,
            worst: None,
            codes: Vec::new(),
        }
    }

    /// What was written and not yet taken.
    pub fn buffer(&mut self) -> &mut Vec<u8> {
        &mut self.out
    }

    /// Begins the line; `time` as it shall be shown.
    pub fn begin(&mut self, envelope: &Envelope<'_>, time: &[u8]) {
        self.levels.clear();
        self.full = false;
        self.worst = None;
        self.codes.clear();
        write_place(&mut self.out, envelope, time, &self.palette);
        self.start = self.out.len();
    }

    /// Ends the line.
    pub fn end(&mut self) {
        if self.full {
            self.out.extend_from_slice(" …".as_bytes());
        }
        if let Some(worst) = self.worst {
            let colour = match worst {
                Severity::Error => self.palette.error,
                _ => self.palette.warning,
            };
            self.out.extend_from_slice(b" [");
            self.word(colour, worst.word());
            for (i, code) in self.codes.iter().enumerate() {
                let separator = if i == 0 { ": " } else { ", " };
                self.out.extend_from_slice(separator.as_bytes());
                self.out.extend_from_slice(code.word().as_bytes());
            }
            self.out.push(b']');
        }
        self.out.push(b'\n');
    }

    fn put(&mut self, node: &Node<'_>, value: &Value<'_>) {
        self.out.push(b' ');
        if let Key::Name(name) | Key::Entry(_, Some(name)) = node.key {
            self.word(self.palette.name, name.as_str());
            self.out.push(b'=');
        } else if let Key::Unknown(_) | Key::Text(_) = node.key {
            let text = node.key.to_string();
            self.word(self.palette.name, &text);
            self.out.push(b'=');
        }
        write_value(&mut self.out, value, self.show_keys);
    }

    fn word(&mut self, colour: &str, text: &str) {
        for part in [colour, text] {
            self.out.extend_from_slice(part.as_bytes());
        }
        if !colour.is_empty() {
            self.out.extend_from_slice(self.palette.reset.as_bytes());
        }
    }

    fn flow(&mut self) -> Flow {
        if self.out.len() - self.start > BUDGET {
            self.full = true;
            return Flow::Stop;
        }
        Flow::Continue
    }
}

impl Sink for Line {
    fn enter(&mut self, _: &Node<'_>, class: Class) -> Flow {
        self.levels.push(class);
        self.flow()
    }

    fn leave(&mut self) {
        self.levels.pop();
    }

    fn leaf(&mut self, node: &Node<'_>, value: &Value<'_>) -> Flow {
        let echoed = self.levels.contains(&Class::Echo);
        if self.levels.last() == Some(&Class::Header) {
            let Key::Name(name) = node.key else {
                return Flow::Continue;
            };
            match name.as_str() {
                "nlmsg_type" => {
                    if echoed {
                        self.out.extend_from_slice(b" <-");
                    }
                    self.out.push(b' ');
                    let colour = self.palette.strong;
                    self.out.extend_from_slice(colour.as_bytes());
                    write_value(&mut self.out, value, false);
                    self.out.extend_from_slice(self.palette.reset.as_bytes());
                }
                "nlmsg_flags" if !echoed && !value.is_zero() => {
                    self.out.push(b' ');
                    write_value(&mut self.out, value, false);
                }
                _ => {}
            }
            return Flow::Continue;
        }
        let dull = matches!(value, Value::Bytes(b, _) if b.is_empty()) || node.reserved;
        let zero_field = node.nla_type.is_none() && value.is_zero();
        if echoed || dull || zero_field {
            return Flow::Continue;
        }
        if let (Key::Name(name), Value::Named { .. }) = (node.key, value)
            && name.as_str() == "cmd"
        {
            self.out.push(b' ');
            self.out.extend_from_slice(self.palette.strong.as_bytes());
            write_value(&mut self.out, value, false);
            self.out.extend_from_slice(self.palette.reset.as_bytes());
            return Flow::Continue;
        }
        self.put(node, value);
        self.flow()
    }

    fn derived(&mut self, name: &Name, text: &str) {
        self.out.push(b' ');
        self.word(self.palette.name, name.as_str());
        self.out.push(b'=');
        self.word(self.palette.error, text);
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

    fn names_interfaces(&self) -> bool {
        true
    }

    fn as_dyn(&mut self) -> &mut dyn Sink {
        self
    }
}
