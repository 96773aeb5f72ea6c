//! YAML into a flat arena that knows its lines.
//!
//! Events are pulled one by one, so that no nesting recurses; an alias is the node that it
//! names, never a copy. What is read of the arena is counted, so that aliases of aliases
//! cannot make work without end.

use super::Bad;
use saphyr_parser::{Event, Parser, ScalarStyle};
use std::borrow::Cow;
use std::cell::Cell;
use std::collections::{HashMap, HashSet};

/// Bytes of a spec at most.
const MAX_TEXT: usize = 4 << 20;
/// Levels of YAML at most; a spec has nine.
const MAX_DEPTH: usize = 40;
/// Items of lists and mappings that may be read, each time that one is met counted.
const MAX_READ: u32 = 300_000;

type Result<T> = std::result::Result<T, Bad>;

/// A document.
pub(super) struct Document<'t> {
    nodes: Vec<Entry<'t>>,
    root: u32,
    left: Cell<u32>,
}

struct Entry<'t> {
    line: u32,
    data: Data<'t>,
}

enum Data<'t> {
    /// Text, and whether it stands without quotes.
    Scalar(Cow<'t, str>, bool),
    List(Vec<u32>),
    Map(Vec<(u32, u32)>),
}

/// A node of a document.
#[derive(Clone, Copy)]
pub(super) struct Node<'d> {
    document: &'d Document<'d>,
    at: u32,
}

/// A mapping.
#[derive(Clone, Copy)]
pub(super) struct Map<'d> {
    node: Node<'d>,
    entries: &'d [(u32, u32)],
}

impl<'t> Document<'t> {
    /// Reads the first document of a text.
    pub(super) fn parse(text: &'t str) -> Result<Document<'t>> {
        if text.len() > MAX_TEXT {
            return Err(Bad::new(1, format!("more than {} MiB", MAX_TEXT >> 20)));
        }
        let mut builder = Builder::default();
        let mut parser = Parser::new_from_str(text);
        while let Some(next) = parser.next_event() {
            let (event, span) = next.map_err(|e| {
                let line = u32::try_from(e.marker().line()).unwrap_or(u32::MAX);
                Bad::new(line, format!("not YAML: {}", e.info()))
            })?;
            let line = u32::try_from(span.start.line()).unwrap_or(u32::MAX);
            if builder.take(event, line)? {
                break;
            }
        }
        match builder.root {
            Some(root) => Ok(Document {
                nodes: builder.nodes,
                root,
                left: Cell::new(MAX_READ),
            }),
            None => Err(Bad::new(1, "empty")),
        }
    }

    /// The outermost node.
    pub(super) fn root<'d>(&'d self) -> Node<'d> {
        Node {
            document: self,
            at: self.root,
        }
    }
}

#[derive(Default)]
struct Builder<'t> {
    nodes: Vec<Entry<'t>>,
    root: Option<u32>,
    /// Lists and mappings that are not closed, and for a mapping the key that waits.
    open: Vec<(u32, Option<u32>)>,
    anchors: HashMap<usize, u32>,
}

impl<'t> Builder<'t> {
    /// Takes an event; true where the document has ended.
    fn take(&mut self, event: Event<'t>, line: u32) -> Result<bool> {
        match event {
            Event::Scalar(text, style, anchor, _) => {
                let plain = style == ScalarStyle::Plain;
                self.add(Data::Scalar(text, plain), anchor, line)?;
            }
            Event::SequenceStart(anchor, _) => {
                let at = self.add(Data::List(Vec::new()), anchor, line)?;
                self.open(at, line)?;
            }
            Event::MappingStart(anchor, _) => {
                let at = self.add(Data::Map(Vec::new()), anchor, line)?;
                self.open(at, line)?;
            }
            Event::SequenceEnd | Event::MappingEnd => {
                self.open.pop();
            }
            Event::Alias(anchor) => {
                let at = self.anchors.get(&anchor).copied();
                let at = at.filter(|at| self.open.iter().all(|(open, _)| open != at));
                let at = at.ok_or_else(|| Bad::new(line, "an alias inside its own anchor"))?;
                self.put(at, line)?;
            }
            Event::DocumentEnd => return Ok(true),
            Event::DocumentStart(_) | Event::StreamStart | Event::StreamEnd | Event::Nothing => {}
        }
        Ok(false)
    }

    fn open(&mut self, at: u32, line: u32) -> Result<()> {
        if self.open.len() >= MAX_DEPTH {
            return Err(Bad::new(line, format!("more than {MAX_DEPTH} levels")));
        }
        self.open.push((at, None));
        Ok(())
    }

    fn add(&mut self, data: Data<'t>, anchor: usize, line: u32) -> Result<u32> {
        let at = self.nodes.len() as u32; // fewer than MAX_TEXT: each took a byte or its line
        self.nodes.push(Entry { line, data });
        if anchor != 0 {
            self.anchors.insert(anchor, at);
        }
        self.put(at, line)?;
        Ok(at)
    }

    /// Puts a node into what is open.
    fn put(&mut self, at: u32, line: u32) -> Result<()> {
        let Some((open, key)) = self.open.last_mut() else {
            self.root = Some(at);
            return Ok(());
        };
        let scalar = matches!(
            self.nodes.get(at as usize),
            Some(Entry {
                data: Data::Scalar(..),
                ..
            })
        );
        match self.nodes.get_mut(*open as usize).map(|e| &mut e.data) {
            Some(Data::List(items)) => items.push(at),
            Some(Data::Map(entries)) => match key.take() {
                Some(key) => entries.push((key, at)),
                None if scalar => *key = Some(at),
                None => return Err(Bad::new(line, "a key that is no text")),
            },
            _ => {}
        }
        Ok(())
    }
}

impl<'d> Node<'d> {
    /// The line where it begins, from 1.
    pub(super) fn line(self) -> u32 {
        self.entry().map_or(0, |e| e.line)
    }

    fn entry(self) -> Option<&'d Entry<'d>> {
        self.document.nodes.get(self.at as usize)
    }

    fn bad<T>(self, what: impl Into<String>) -> Result<T> {
        Err(Bad::new(self.line(), what))
    }

    fn spend(self, items: usize) -> Result<()> {
        let left = &self.document.left;
        let rest = u32::try_from(items)
            .ok()
            .and_then(|n| left.get().checked_sub(n));
        match rest {
            Some(rest) => {
                left.set(rest);
                Ok(())
            }
            None => self.bad("too large: more than 300000 items, those behind aliases counted"),
        }
    }

    /// Whether nothing stands there.
    pub(super) fn is_null(self) -> bool {
        matches!(
            self.entry().map(|e| &e.data),
            Some(Data::Scalar(text, true)) if matches!(&**text, "" | "~" | "null")
        )
    }

    /// Whether it is text or a number.
    pub(super) fn is_scalar(self) -> bool {
        matches!(self.entry().map(|e| &e.data), Some(Data::Scalar(..)))
    }

    /// Text; numbers are text too.
    pub(super) fn text(self) -> Result<&'d str> {
        match self.entry().map(|e| &e.data) {
            Some(Data::Scalar(text, _)) if !self.is_null() => Ok(text),
            _ => self.bad("text was expected"),
        }
    }

    /// An integer, decimal or with 0x, 0o or 0b.
    pub(super) fn int(self) -> Result<i64> {
        let text = self.text()?;
        match integer(text) {
            Some(n) => Ok(n),
            None => self.bad(format!("a number was expected, not \"{}\"", short(text))),
        }
    }

    /// `true` or `false`.
    pub(super) fn truth(self) -> Result<bool> {
        match self.text()? {
            "true" | "True" | "TRUE" => Ok(true),
            "false" | "False" | "FALSE" => Ok(false),
            other => self.bad(format!(
                "true or false was expected, not \"{}\"",
                short(other)
            )),
        }
    }

    /// The items of a list.
    pub(super) fn list(self) -> Result<impl ExactSizeIterator<Item = Node<'d>> + use<'d>> {
        match self.entry().map(|e| &e.data) {
            Some(Data::List(items)) => {
                self.spend(items.len())?;
                let document = self.document;
                Ok(items.iter().map(move |&at| Node { document, at }))
            }
            _ => self.bad("a list was expected"),
        }
    }

    /// A mapping; no key stands twice.
    pub(super) fn map(self) -> Result<Map<'d>> {
        let Some(Data::Map(entries)) = self.entry().map(|e| &e.data) else {
            return self.bad("a mapping was expected");
        };
        self.spend(entries.len())?;
        let map = Map {
            node: self,
            entries,
        };
        let mut seen = HashSet::new();
        for (key, node) in map.iter() {
            if !seen.insert(key) {
                return node.bad(format!("\"{}\" stands twice", short(key)));
            }
        }
        Ok(map)
    }
}

impl<'d> Map<'d> {
    /// The line where it begins, from 1.
    pub(super) fn line(self) -> u32 {
        self.node.line()
    }

    /// Keys and values in order.
    pub(super) fn iter(self) -> impl Iterator<Item = (&'d str, Node<'d>)> {
        let document = self.node.document;
        self.entries.iter().map(move |&(key, at)| {
            let key = match document.nodes.get(key as usize).map(|e| &e.data) {
                Some(Data::Scalar(text, _)) => &**text,
                _ => "",
            };
            (key, Node { document, at })
        })
    }

    /// The value of a key; none where it is null.
    pub(super) fn get(self, key: &str) -> Option<Node<'d>> {
        let found = self.iter().find(|(k, _)| *k == key);
        found.map(|(_, node)| node).filter(|node| !node.is_null())
    }

    /// The value of a key that must be there.
    pub(super) fn need(self, key: &str) -> Result<Node<'d>> {
        match self.get(key) {
            Some(node) => Ok(node),
            None => self.node.bad(format!("\"{key}\" is missing")),
        }
    }
}

/// A number as YAML and C write it.
pub(super) fn integer(text: &str) -> Option<i64> {
    let (negative, digits) = match text.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let (radix, digits) = match digits.as_bytes() {
        [b'0', b'x' | b'X', ..] => (16, digits.get(2..)?),
        [b'0', b'o', ..] => (8, digits.get(2..)?),
        [b'0', b'b', ..] => (2, digits.get(2..)?),
        _ => (10, digits),
    };
    if !digits.starts_with(|c: char| c.is_ascii_hexdigit()) {
        return None;
    }
    let n = i128::from_str_radix(digits, radix).ok()?;
    i64::try_from(if negative { -n } else { n }).ok()
}

/// Text of a spec for a message: its beginning, nothing that a terminal would obey.
pub(super) fn short(text: &str) -> String {
    let clean = |c: char| if c.is_control() { '?' } else { c };
    let mut out: String = text.chars().take(60).map(clean).collect();
    if text.chars().nth(60).is_some() {
        out.push('…');
    }
    out
}
