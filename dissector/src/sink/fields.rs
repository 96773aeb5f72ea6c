//! Chosen fields of a message, as columns.

use super::json::value::write_value;
use super::text::value::write_flags;
use super::{Class, Flow, Sink, Value};
use crate::diagnostic::Diagnostic;
use crate::envelope::Envelope;
use crate::families::protocols::PROTOCOLS;
use crate::table::{Meaning, Name};
use crate::time::write_utc;
use crate::walk::{Key, Node};

/// One column: the path of a field or attribute, from the outside in, that may start anywhere.
#[derive(Clone, Debug)]
struct Column {
    parts: Vec<String>,
    /// One of [`ENVELOPE`]: no field or attribute of that name is meant.
    of_envelope: bool,
    cell: Vec<u8>,
    found: bool,
}

/// What is known of a message beside its bytes.
const ENVELOPE: [&str; 12] = [
    "file",
    "interface",
    "frame",
    "message",
    "time",
    "protocol",
    "family",
    "family_from",
    "direction",
    "port",
    "request",
    "diagnostics",
];

/// Writes chosen fields of each message, separated by tabs.
pub struct Fields {
    out: Vec<u8>,
    columns: Vec<Column>,
    path: Vec<String>,
    /// Per level: whether it has a name of its own and stands in `path`.
    levels: Vec<bool>,
    echo: usize,
}

impl Fields {
    /// Columns for these paths, for example `nlmsg_type` or `IFLA_LINKINFO.IFLA_INFO_KIND`.
    pub fn new<'p>(paths: impl IntoIterator<Item = &'p str>) -> Fields {
        let column = |path: &str| Column {
            parts: path.split('.').map(str::to_owned).collect(),
            of_envelope: ENVELOPE.contains(&path),
            cell: Vec::new(),
            found: false,
        };
        Fields {
            out: Vec::new(),
            columns: paths.into_iter().map(column).collect(),
            path: Vec::new(),
            levels: Vec::new(),
            echo: 0,
        }
    }

    /// What was written and not yet taken.
    pub fn buffer(&mut self) -> &mut Vec<u8> {
        &mut self.out
    }

    /// Begins a row.
    pub fn begin(&mut self, envelope: &Envelope<'_>) {
        self.path.clear();
        self.levels.clear();
        self.echo = 0;
        for column in &mut self.columns {
            column.cell.clear();
            column.found = false;
        }
        let place = envelope.place;
        self.fact("file", place.file.map(|n| n.to_string()));
        self.fact("frame", Some(place.frame.to_string()));
        let message = (!envelope.no_message).then(|| place.message.to_string());
        self.fact("message", message);
        self.fact("interface", envelope.interface.map(|n| n.to_string()));
        let time = envelope.time.map(|time| {
            let mut out = Vec::new();
            write_utc(&mut out, time);
            String::from_utf8_lossy(&out).into_owned()
        });
        self.fact("time", time);
        let protocol = match PROTOCOLS.name_of(envelope.protocol.into()) {
            Some(name) => name.to_string(),
            None => envelope.protocol.to_string(),
        };
        self.fact("protocol", Some(protocol));
        self.fact("family", envelope.family.map(ToString::to_string));
        let from = envelope.family_from.map(|f| f.word().to_owned());
        self.fact("family_from", from);
        let direction = envelope.direction.map(|d| d.word().to_owned());
        self.fact("direction", direction);
        self.fact("port", envelope.port.map(|p| p.to_string()));
        let request = envelope
            .request
            .map(|p| format!("{}.{}", p.frame, p.message));
        self.fact("request", request);
    }

    /// Ends the row.
    pub fn end(&mut self) {
        for (i, column) in self.columns.iter().enumerate() {
            if i > 0 {
                self.out.push(b'\t');
            }
            self.out.extend_from_slice(&column.cell);
        }
        self.out.push(b'\n');
    }

    fn fact(&mut self, name: &str, text: Option<String>) {
        let Some(text) = text else {
            return;
        };
        let wanted = |c: &&mut Column| matches!(c.parts.as_slice(), [one] if one == name);
        for column in self.columns.iter_mut().filter(wanted) {
            column.add(text.as_bytes());
        }
    }

    /// Adds a value to the columns whose path ends here.
    fn matching(&mut self, last: &str, write: impl Fn(&mut Vec<u8>)) {
        let path = &self.path;
        let echoed = self.echo > 0;
        for column in &mut self.columns {
            let Some((end, front)) = column.parts.split_last() else {
                continue;
            };
            if column.of_envelope {
                continue;
            }
            let in_echo = front.first().is_some_and(|p| p == "nlmsgerr");
            if end == last && path.ends_with(front) && (!echoed || in_echo) {
                let mut cell = Vec::new();
                write(&mut cell);
                column.add(&cell);
            }
        }
    }

    fn name(node: &Node<'_>) -> String {
        match node.key {
            Key::Entry(index, None) => index.to_string(),
            key => key.to_string(),
        }
    }
}

impl Column {
    fn add(&mut self, text: &[u8]) {
        if self.found {
            self.cell.push(b',');
        }
        self.found = true;
        self.cell.extend_from_slice(text);
    }
}

impl Sink for Fields {
    fn enter(&mut self, node: &Node<'_>, class: Class) -> Flow {
        self.echo += usize::from(class == Class::Echo || self.echo > 0);
        // levels without a name of their own are no part of a path
        let through = matches!(
            class,
            Class::Header | Class::Attributes | Class::Bits | Class::Multi
        );
        let name = Self::name(node);
        if !through {
            self.matching(&name, |cell| cell.extend_from_slice(b"true"));
        }
        let named = !through && !matches!(node.key, Key::Entry(_, None));
        self.levels.push(named);
        if named {
            self.path.push(name);
        }
        Flow::Continue
    }

    fn leave(&mut self) {
        self.echo = self.echo.saturating_sub(1);
        if self.levels.pop() == Some(true) {
            self.path.pop();
        }
    }

    fn leaf(&mut self, node: &Node<'_>, value: &Value<'_>) -> Flow {
        let name = Self::name(node);
        self.matching(&name, |cell| write_cell(cell, value));
        Flow::Continue
    }

    fn derived(&mut self, name: &Name, text: &str) {
        self.matching(name.as_str(), |cell| {
            cell.extend_from_slice(text.as_bytes())
        });
    }

    fn diagnostic(&mut self, diagnostic: Diagnostic) {
        self.fact("diagnostics", Some(diagnostic.code.word().to_owned()));
    }

    fn as_dyn(&mut self) -> &mut dyn Sink {
        self
    }
}

/// A value as JSON has it, without the quotes of a plain string; flags joined by `|`.
fn write_cell(cell: &mut Vec<u8>, value: &Value<'_>) {
    if let Value::Unsigned {
        meaning: Meaning::Enum(e),
        value,
        ..
    } = value
        && e.flags
    {
        return write_flags(cell, e, *value);
    }
    write_value(cell, value);
    if let [b'"', .., b'"'] = cell.as_slice() {
        cell.pop();
        cell.remove(0);
    }
}
