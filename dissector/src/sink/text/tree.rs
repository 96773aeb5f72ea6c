//! The whole tree as indented text.

use super::{Palette, value::write_value, write_place};
use crate::diagnostic::{Diagnostic, Severity};
use crate::envelope::Envelope;
use crate::sink::{Class, Flow, Sink, Value};
use crate::table::Name;
use crate::walk::Node;
use std::io::Write;

/// Writes a message with all its fields, a line each, children indented.
#[derive(Clone)]
pub struct Verbose {
    out: Vec<u8>,
    palette: Palette,
    show_keys: bool,
    levels: Vec<Class>,
    diagnostics: Vec<Diagnostic>,
}

impl Verbose {
    /// A sink with an empty buffer.
    pub fn new(palette: Palette, show_keys: bool) -> Verbose {
        Verbose {
            out: Vec::new(),
            palette,
            show_keys,
            levels: Vec::new(),
            diagnostics: Vec::new(),
        }
    }

    /// What was written and not yet taken.
    pub fn buffer(&mut self) -> &mut Vec<u8> {
        &mut self.out
    }

    /// Begins a message; `time` as it shall be shown.
    pub fn begin(&mut self, envelope: &Envelope<'_>, time: &[u8]) {
        self.levels.clear();
        self.diagnostics.clear();
        write_place(&mut self.out, envelope, time, &self.palette);
        let _ = match crate::families::protocols::PROTOCOLS.name_of(envelope.protocol.into()) {
            Some(name) => write!(self.out, "{name}"),
            None => write!(self.out, "protocol {}", envelope.protocol),
        };
        if let Some(family) = envelope.family {
            let _ = write!(self.out, " {family}");
        }
        if let Some(from) = envelope.family_from {
            let _ = write!(self.out, " ({})", from.word());
        }
        self.out.push(b'\n');
    }

    /// Ends the message.
    pub fn end(&mut self) {
        for diagnostic in std::mem::take(&mut self.diagnostics) {
            let colour = match diagnostic.severity() {
                Severity::Error => self.palette.error,
                _ => self.palette.warning,
            };
            let _ = writeln!(self.out, "  {colour}{diagnostic}{}", self.palette.reset);
        }
    }

    fn indent(&mut self) {
        let through = |c: &&Class| !matches!(c, Class::Attributes | Class::Bits);
        let depth = self.levels.iter().filter(through).count() + 1;
        for _ in 0..depth {
            self.out.extend_from_slice(b"  ");
        }
    }

    fn key(&mut self, node: &Node<'_>) {
        let Palette { name, reset, .. } = self.palette;
        let _ = write!(self.out, "{name}{}", node.key);
        if node.repeat > 0 {
            let _ = write!(self.out, "#{}", node.repeat);
        }
        let _ = write!(self.out, "{reset}");
    }
}

impl Sink for Verbose {
    fn enter(&mut self, node: &Node<'_>, class: Class) -> Flow {
        if !matches!(class, Class::Attributes | Class::Bits) {
            self.indent();
            self.key(node);
            self.out.push(b'\n');
        }
        self.levels.push(class);
        Flow::Continue
    }

    fn leave(&mut self) {
        self.levels.pop();
    }

    fn leaf(&mut self, node: &Node<'_>, value: &Value<'_>) -> Flow {
        if node.reserved && value.is_zero() {
            return Flow::Continue;
        }
        self.indent();
        self.key(node);
        self.out.extend_from_slice(b": ");
        self.out.extend_from_slice(self.palette.value.as_bytes());
        write_value(&mut self.out, value, self.show_keys);
        self.out.extend_from_slice(self.palette.reset.as_bytes());
        self.out.push(b'\n');
        Flow::Continue
    }

    fn derived(&mut self, name: &Name, text: &str) {
        self.indent();
        let Palette {
            name: colour,
            error,
            reset,
            ..
        } = self.palette;
        let _ = writeln!(self.out, "{colour}{name}{reset}: {error}{text}{reset}");
    }

    fn diagnostic(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    fn names_interfaces(&self) -> bool {
        true
    }

    fn as_dyn(&mut self) -> &mut dyn Sink {
        self
    }
}
