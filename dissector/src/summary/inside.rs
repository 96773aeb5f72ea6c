//! Telling what is inside of a node: names and values, or how many there are.

use super::rule::Show;
use super::rules::{As, beginning, loads, phrase, word_of};
use super::sink::named;
use super::words::{short, write_as, write_lower, write_text, write_value};
use super::{Found, Inside, PART_BYTES, Summary};
use crate::sink::json::value::write_number;
use crate::sink::{Flow, Value};
use crate::table::{BytesAs, Meaning, Unit};
use crate::walk::{Key, Node};

impl Summary {
    /// Begins telling what is inside of a node.
    pub(super) fn begin_inside(
        &mut self,
        part: usize,
        rank: u8,
        show: Show,
        depth: usize,
    ) -> Inside {
        let left = match show {
            Show::Inside(most) => most,
            _ => u8::MAX,
        };
        let inside = Inside {
            part,
            rank,
            show,
            depth,
            start: self.texts.len(),
            left,
            count: 0,
            full: false,
            apart: false,
            joined: false,
            form: As::Hex,
            entry: None,
        };
        self.inside = Some(inside);
        inside
    }

    /// Ends telling what is inside of a node.
    pub(super) fn end_inside(&mut self) {
        let Some(inside) = self.inside.take() else {
            return;
        };
        if let Show::Count(one, many) = inside.show {
            if inside.count == 0 {
                return;
            }
            write_count(&mut self.texts, inside.count, one, many);
        }
        let bit = 1 << inside.part;
        if let Some(found) = self.found.get_mut(inside.part) {
            *found = Found {
                text: inside.start..self.texts.len(),
                rank: inside.rank,
            };
            self.what.filled |= bit;
            if inside.rank == 0 {
                self.what.best |= bit;
            }
        }
    }

    pub(super) fn inside_leaf(
        &mut self,
        mut inside: Inside,
        node: &Node<'_>,
        value: &Value<'_>,
    ) -> Flow {
        inside.count += u32::from(self.depth == inside.depth);
        let counts = matches!(inside.show, Show::Count(..));
        if !counts && !inside.full {
            self.tell(&mut inside, node, value);
        }
        let whole = inside.full && inside.depth == 0;
        self.inside = Some(inside);
        if whole {
            self.finished()
        } else {
            Flow::Continue
        }
    }

    /// Tells a name and its value.
    fn tell(&mut self, inside: &mut Inside, node: &Node<'_>, value: &Value<'_>) {
        let attribute = node.nla_type.is_some();
        let dull = matches!(value, Value::Bytes(b, _) if b.is_empty()) || node.reserved;
        if dull {
            return;
        }
        let own = named(node).and_then(word_of);
        if own == Some("-") {
            return;
        }
        // what stands without a name is worth telling even if it is zero
        let bare = own == Some("") && attribute;
        // no flags and no packets are not
        let none = match value {
            Value::Unsigned {
                meaning: Meaning::Enum(e),
                ..
            } => e.flags,
            Value::Unsigned { unit, .. } => matches!(unit, Unit::Bytes | Unit::Packets),
            _ => false,
        };
        let zero = value.is_zero() && !bare;
        if zero && (!attribute || none || !self.is_to_kernel()) {
            return;
        }
        if inside.left == 0 || self.texts.len() - inside.start > PART_BYTES {
            self.texts.extend_from_slice(" …".as_bytes());
            inside.full = true;
            return;
        }
        inside.left -= 1;
        self.separate(inside);
        let start = self.texts.len();
        match (own, node.key) {
            (Some(word), _) => {
                let word = word.strip_prefix('=').unwrap_or(word);
                self.texts.extend_from_slice(word.as_bytes());
            }
            (None, Key::Name(name) | Key::Entry(_, Some(name))) => {
                let prefix = self.prefixes.get(self.depth).copied().unwrap_or(0);
                let prefix = if attribute { usize::from(prefix) } else { 0 };
                write_lower(&mut self.texts, short(name.as_str(), prefix));
            }
            (None, Key::Unknown(number)) => {
                self.texts.push(b'#');
                write_number(&mut self.texts, number.into());
            }
            (None, Key::Text(name)) => write_text(&mut self.texts, name.as_bytes()),
            (None, Key::Entry(_, None)) => {}
        }
        if matches!(value, Value::Flag) || own.is_some_and(|word| word.starts_with('=')) {
            return;
        }
        if self.texts.len() > start {
            self.texts.push(b' ');
        }
        match value {
            Value::Bytes(bytes, BytesAs::Opaque) if inside.form != As::Hex => {
                write_as(&mut self.texts, bytes, inside.form);
            }
            _ => write_value(&mut self.texts, value),
        }
    }

    /// What stands between two values.
    fn separate(&mut self, inside: &mut Inside) {
        if self.texts.len() > inside.start {
            let between = if inside.apart && !inside.joined {
                ", "
            } else {
                " "
            };
            self.texts.extend_from_slice(between.as_bytes());
        }
        if inside.apart {
            inside.joined = false;
            if let Some((_, start)) = &mut inside.entry {
                *start = self.texts.len();
            }
        }
        inside.apart = false;
    }

    /// An entry of an array ends: puts it in the words that people use.
    pub(super) fn end_entry(&mut self, inside: &mut Inside, start: usize) {
        let Some(entry) = self.texts.get(start..) else {
            return;
        };
        let entry = std::str::from_utf8(entry).unwrap_or("");
        let form = std::mem::replace(&mut inside.form, As::Hex);
        if let Some((words, form)) = phrase(entry) {
            self.texts.truncate(start);
            self.texts.extend_from_slice(words.as_bytes());
            (inside.joined, inside.form) = (true, form);
        } else if let Some((front, words, goes_on)) = beginning(entry) {
            let end = start + front.len();
            self.texts.splice(start..end, words.bytes());
            inside.joined = goes_on;
            if goes_on {
                inside.form = form;
            }
        } else {
            inside.joined = loads(entry);
        }
    }

    pub(super) fn inside_enter(&mut self, mut inside: Inside, node: &Node<'_>) -> Flow {
        inside.count += u32::from(self.depth == inside.depth + 1);
        let mut flow = Flow::Continue;
        if matches!(inside.show, Show::Count(..)) || inside.full {
            flow = Flow::Skip;
        } else {
            if node.multi || matches!(node.key, Key::Entry(..)) {
                inside.apart = true;
                inside.entry = Some((self.depth, self.texts.len()));
            }
            match named(node).and_then(word_of) {
                Some("-") => flow = Flow::Skip,
                Some(word) if !word.is_empty() => {
                    self.separate(&mut inside);
                    self.texts.extend_from_slice(word.as_bytes());
                }
                _ => {}
            }
        }
        self.inside = Some(inside);
        flow
    }
}

pub(super) fn write_count(out: &mut Vec<u8>, n: u32, one: &str, many: &str) {
    write_number(out, n.into());
    out.push(b' ');
    out.extend_from_slice(if n == 1 { one } else { many }.as_bytes());
}
