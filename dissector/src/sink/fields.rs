//! Chosen fields of a message, as columns.

use super::json::value::write_value;
use super::text::value::write_flags;
use super::{Class, Flow, Sink, Value};
use crate::diagnostic::Diagnostic;
use crate::envelope::Envelope;
use crate::filter::{Error, Place, Places};
use crate::table::{Meaning, Name, Tables};
use crate::time::write_utc;
use crate::walk::{Key, Node};
use std::io::Write;

/// One column.
#[derive(Debug)]
struct Column {
    /// Where its values come from.
    place: Place,
    cell: Vec<u8>,
    found: bool,
}

/// Writes chosen fields of each message, separated by tabs.
pub struct Fields {
    out: Vec<u8>,
    columns: Vec<Column>,
    places: Places,
    /// Per level of the walk: where paths have come to, and whether it is in an echoed request.
    levels: Vec<(u128, bool)>,
    /// A column names interfaces.
    interfaces: bool,
}

impl Fields {
    /// Columns for these fields, any that a filter may have: `nlmsg_type`,
    /// `IFLA_LINKINFO.IFLA_INFO_KIND`, `time`. The error is of the field that is given with it.
    pub fn new<'p>(
        fields: impl IntoIterator<Item = &'p str>,
        tables: &Tables,
    ) -> Result<Fields, (&'p str, Error)> {
        let mut places = Places::default();
        let mut columns = Vec::new();
        for found in places.add_all(fields, tables) {
            columns.push(Column {
                place: found?,
                cell: Vec::new(),
                found: false,
            });
        }
        Ok(Fields {
            out: Vec::new(),
            interfaces: columns
                .iter()
                .any(|c| matches!(c.place, Place::Interfaces(_))),
            columns,
            places,
            levels: Vec::new(),
        })
    }

    /// What was written and not yet taken.
    pub fn buffer(&mut self) -> &mut Vec<u8> {
        &mut self.out
    }

    /// Begins a row.
    pub fn begin(&mut self, envelope: &Envelope<'_>) {
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
                _ => {}
            }
        }
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
        if self.found {
            self.cell.push(b',');
        }
        self.found = true;
        write(&mut self.cell);
    }

    fn add_once(&mut self, text: &[u8]) {
        if !self.cell.split(|&b| b == b',').any(|part| part == text) {
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
