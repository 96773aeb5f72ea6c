//! Chosen fields of a message, as columns.

use super::json::value::write_value;
use super::text::value::write_flags;
use super::{Class, Flow, Sink, Value};
use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::envelope::Envelope;
use crate::exchange::Answers;
use crate::filter::{Error, Needs, Place, Places, Scope, answers};
use crate::summary::Summary;
use crate::table::{Family, Meaning, Name, Tables};
use crate::time::write_utc;
use crate::walk::{Key, Node, Span, walk, walk_datagram, walk_no_message};
use crate::wire::RawMessage;
use std::io::Write;

/// Bytes that a column keeps of the answers to a request, before it takes no more.
const MAX_CELL: usize = 4_096;

/// Bytes that a column keeps of one message: what comes then is left out, and `…` stands for it.
const MAX_COLUMN: usize = 65_536;

/// One column.
#[derive(Clone, Debug)]
struct Column {
    /// Where its values come from.
    place: Place,
    cell: Vec<u8>,
    found: bool,
}

/// Writes chosen fields of each message, separated by tabs.
#[derive(Clone)]
pub struct Fields {
    out: Vec<u8>,
    columns: Vec<Column>,
    places: Places,
    /// Per level of the walk: where paths have come to, and whether it is in an echoed request.
    levels: Vec<(u128, bool)>,
    /// A column names interfaces.
    interfaces: bool,
    /// A column is of what a walk tells.
    walks: bool,
    /// A column says what the message says.
    summary: Option<Box<Summary>>,
    /// Columns of the request that a message answers, and of the answers to a request.
    request: Option<Box<Fields>>,
    reply: Option<Box<Fields>>,
}

impl Fields {
    /// Columns for these fields, any that a filter may have: `nlmsg_type`,
    /// `IFLA_LINKINFO.IFLA_INFO_KIND`, `time`. The error is of the field that is given with it.
    pub fn new<'p>(
        fields: impl IntoIterator<Item = &'p str>,
        tables: &Tables,
    ) -> Result<Fields, (&'p str, Error)> {
        Fields::of(fields, tables, false)
    }

    /// `inner`: they are of another message than the one at hand.
    fn of<'p>(
        fields: impl IntoIterator<Item = &'p str>,
        tables: &Tables,
        inner: bool,
    ) -> Result<Fields, (&'p str, Error)> {
        let mut own = Vec::new();
        let (mut request, mut reply) = (Vec::new(), Vec::new());
        let mut order = Vec::new();
        for field in fields {
            let Some((scope, rest)) = Scope::split(field).filter(|_| !inner) else {
                own.push(field);
                order.push(None);
                continue;
            };
            let list = match scope {
                Scope::Request => &mut request,
                Scope::Reply => &mut reply,
            };
            order.push(Some(Place::Other(scope, list.len())));
            list.push(rest);
        }
        let mut places = Places::default();
        let mut found = places.add_all(own, tables, inner).into_iter();
        let mut columns = Vec::new();
        for place in order {
            let place = match (place, found.by_ref()) {
                (Some(place), _) => place,
                (None, found) => match found.next() {
                    Some(place) => place?,
                    None => continue,
                },
            };
            columns.push(Column {
                place,
                cell: Vec::new(),
                found: false,
            });
        }
        let other = |fields: Vec<&'p str>| match fields.is_empty() {
            true => Ok(None),
            false => Fields::of(fields, tables, true).map(|f| Some(Box::new(f))),
        };
        let has = |is: fn(&Place) -> bool| columns.iter().any(|c| is(&c.place));
        Ok(Fields {
            out: Vec::new(),
            walks: has(|place| {
                matches!(
                    place,
                    Place::Path(_) | Place::Interfaces(_) | Place::Diagnostic(_)
                )
            }),
            interfaces: has(|place| matches!(place, Place::Interfaces(_))),
            summary: has(|place| matches!(place, Place::Summary)).then(|| Box::new(Summary::new())),
            columns,
            places,
            levels: Vec::new(),
            request: other(request)?,
            reply: other(reply)?,
        })
    }

    /// What they ask of whoever feeds them.
    pub fn needs(&self) -> Needs {
        let mut needs = Needs {
            exchange: true,
            interfaces: true,
            diagnostics: true,
            request: true,
            outcome: self.reply.is_some(),
            ahead: self.reply.is_some(),
        };
        for column in &self.columns {
            if let Place::Envelope(field) = column.place {
                needs = needs.and(field.needs());
            }
        }
        needs
    }

    /// Writes the row of a message; `rest` is what no message of its frame claims, with the last.
    pub fn message(
        &mut self,
        message: &RawMessage<'_>,
        rest: Option<Span<'_>>,
        envelope: &Envelope<'_>,
        ctx: &Context<'_>,
    ) {
        self.begin(envelope);
        if self.walks {
            walk(message, rest, ctx, self);
        }
        self.others(message, ctx);
        self.end();
    }

    /// The same of a frame of a protocol whose frames have no nlmsghdr.
    pub fn datagram(
        &mut self,
        family: &Family,
        frame: Span<'_>,
        envelope: &Envelope<'_>,
        ctx: &Context<'_>,
    ) {
        self.begin(envelope);
        walk_datagram(family, frame, ctx, self);
        if let Some(summary) = &mut self.summary {
            put(&mut self.columns, summary.datagram(family, frame, ctx));
        }
        self.end();
    }

    /// The same of a frame in which no message can be read.
    pub fn no_message(&mut self, frame: Span<'_>, envelope: &Envelope<'_>, ctx: &Context<'_>) {
        self.begin(envelope);
        walk_no_message(frame, ctx, self);
        self.end();
    }

    /// An answer comes, while the capture is read ahead: keeps the columns of answers.
    pub fn hear(&mut self, message: &RawMessage<'_>, ctx: &Context<'_>, answers: &mut Answers) {
        let Some(reply) = &mut self.reply else {
            return;
        };
        reply.begin(&Envelope::default());
        walk(message, None, ctx, reply.as_mut());
        reply.others(message, ctx);
        answers.cells.resize(reply.columns.len(), Vec::new());
        for (kept, column) in answers.cells.iter_mut().zip(&reply.columns) {
            if column.found && kept.len() < MAX_CELL {
                if !kept.is_empty() {
                    kept.push(b',');
                }
                kept.extend_from_slice(&column.cell);
            }
        }
    }

    /// Columns of the request that a message answers, and the one of what it says.
    fn others(&mut self, message: &RawMessage<'_>, ctx: &Context<'_>) {
        if let (Some(inner), Some(request)) = (&mut self.request, &ctx.request) {
            let ctx = ctx.of_request();
            inner.begin(&Envelope::default());
            walk(request, None, &ctx, inner.as_mut());
            inner.others(request, &ctx);
            for column in &mut self.columns {
                if let Place::Other(Scope::Request, at) = column.place
                    && let Some(of) = inner.columns.get(at).filter(|of| of.found)
                {
                    column.add(|cell| cell.extend_from_slice(&of.cell));
                }
            }
        }
        if let Some(summary) = &mut self.summary {
            put(&mut self.columns, summary.message(message, ctx));
        }
    }

    /// What was written and not yet taken.
    pub fn buffer(&mut self) -> &mut Vec<u8> {
        &mut self.out
    }

    /// Begins a row.
    fn begin(&mut self, envelope: &Envelope<'_>) {
        self.levels.clear();
        self.levels.push((0, false));
        for column in &mut self.columns {
            column.cell.clear();
            column.found = false;
            match column.place {
                Place::Time => {
                    if let Some(time) = envelope.time {
                        column.add(|cell| write_utc(cell, time));
                    }
                }
                Place::Request => {
                    if let Some(place) = envelope.request {
                        column.add(|cell| {
                            let _ = write!(cell, "{}.{}", place.frame, place.message);
                        });
                    }
                }
                Place::Envelope(field) => field.get(envelope, &mut |value| {
                    column.add(|cell| write_cell(cell, &value));
                }),
                Place::Other(Scope::Reply, at) => {
                    let kept = answers(envelope).and_then(|a| a.cells.get(at));
                    if let Some(kept) = kept.filter(|kept| !kept.is_empty()) {
                        column.add(|cell| cell.extend_from_slice(kept));
                    }
                }
                _ => {}
            }
        }
    }

    /// Ends the row.
    fn end(&mut self) {
        for (i, column) in self.columns.iter().enumerate() {
            if i > 0 {
                self.out.push(b'\t');
            }
            self.out.extend_from_slice(&column.cell);
        }
        self.out.push(b'\n');
    }

    fn level(&self) -> (u128, bool) {
        self.levels.last().copied().unwrap_or((0, false))
    }

    /// Adds a value to the columns whose path ends at one of these positions.
    fn matching(&mut self, progress: u128, write: &dyn Fn(&mut Vec<u8>)) {
        for column in &mut self.columns {
            if let Place::Path(last) = column.place
                && progress & last != 0
            {
                column.add(write);
            }
        }
    }

    /// Adds the name of an interface, or its number where it has none.
    fn interface(&mut self, progress: u128, value: &Value<'_>) {
        for column in &mut self.columns {
            let Place::Interfaces(last) = column.place else {
                continue;
            };
            if progress & last == 0 {
                continue;
            }
            match value {
                Value::Interface {
                    name: Some(name), ..
                } => column.add_once(name.as_bytes()),
                Value::Text(name) => column.add_once(name),
                Value::Interface { value, .. } if *value != 0 => {
                    column.add_once(value.to_string().as_bytes());
                }
                _ => {}
            }
        }
    }
}

impl Column {
    fn add(&mut self, write: impl FnOnce(&mut Vec<u8>)) {
        if self.is_full() {
            return;
        }
        if self.found {
            self.cell.push(b',');
        }
        self.found = true;
        write(&mut self.cell);
        if self.is_full() {
            let mut end = MAX_COLUMN;
            while self.cell.get(end).is_some_and(|b| b & 0xc0 == 0x80) {
                end -= 1;
            }
            self.cell.truncate(end);
            self.cell.extend_from_slice("…".as_bytes());
        }
    }

    fn is_full(&self) -> bool {
        self.cell.len() > MAX_COLUMN
    }

    fn add_once(&mut self, text: &[u8]) {
        if !self.is_full() && !self.cell.split(|&b| b == b',').any(|part| part == text) {
            self.add(|cell| cell.extend_from_slice(text));
        }
    }
}

impl Sink for Fields {
    fn enter(&mut self, node: &Node<'_>, class: Class) -> Flow {
        let (above, echo) = self.level();
        // levels without a name of their own are no part of a path
        let through = matches!(
            class,
            Class::Header | Class::Attributes | Class::Bits | Class::Multi
        );
        let progress = match through {
            true => above,
            false => self.places.step(above, echo, node),
        };
        if !through && !matches!(node.key, Key::Entry(_, None)) {
            self.matching(progress, &|cell| cell.extend_from_slice(b"true"));
        }
        self.levels.push(match class {
            Class::Echo => (0, true),
            _ => (progress, echo),
        });
        Flow::Continue
    }

    fn leave(&mut self) {
        self.levels.pop();
    }

    fn leaf(&mut self, node: &Node<'_>, value: &Value<'_>) -> Flow {
        let (above, echo) = self.level();
        let progress = self.places.step(above, echo, node);
        if progress != 0 && !(node.reserved && value.is_zero()) {
            self.matching(progress, &|cell| write_cell(cell, value));
            self.interface(progress, value);
        }
        Flow::Continue
    }

    fn derived(&mut self, name: &Name, text: &str) {
        let (above, echo) = self.level();
        let node = Node::new(Key::Name(name), 0, 0);
        let progress = self.places.step(above, echo, &node);
        self.matching(progress, &|cell| cell.extend_from_slice(text.as_bytes()));
    }

    fn diagnostic(&mut self, diagnostic: Diagnostic) {
        for column in &mut self.columns {
            if let Place::Diagnostic(part) = column.place {
                part.get(&diagnostic, &mut |value| {
                    column.add(|cell| write_cell(cell, &value));
                });
            }
        }
    }

    fn names_interfaces(&self) -> bool {
        self.interfaces
    }

    fn as_dyn(&mut self) -> &mut dyn Sink {
        self
    }
}

/// Puts a summary into its columns.
fn put(columns: &mut [Column], line: &str) {
    for column in columns {
        if matches!(column.place, Place::Summary) {
            column.add(|cell| write_cell(cell, &Value::Text(line.as_bytes())));
        }
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
    let start = cell.len();
    write_value(cell, value);
    if let Some([b'"', .., b'"']) = cell.get(start..) {
        cell.pop();
        cell.remove(start);
    }
}
