//! The tree of a message in flat arrays: for programs that show it and move about in it.

use super::json::word;
use super::text::value::write_value;
use super::{Class, Flow, Sink, Value};
use crate::diagnostic::{Code, Diagnostic};
use crate::table::Name;
use crate::walk::Node as Walked;
use crate::wire::{NLA_TYPE_MASK, align4};
use std::io::Write;
use std::ops::Range;

/// So many nodes are kept of a message.
pub const MAX_NODES: usize = 1 << 17;
/// So many bytes of names and values.
pub const MAX_TEXT: usize = 16 << 20;

/// A node of the tree.
#[derive(Clone, Debug)]
pub struct Node {
    /// The node that holds it.
    pub parent: Option<usize>,
    /// How many nodes hold it.
    pub depth: usize,
    /// Behind the last of what it holds, in [`Arena::nodes`].
    pub end: usize,
    /// First byte, from the frame's first netlink byte.
    pub offset: usize,
    /// Its bytes; 0 for what has none of its own.
    pub len: usize,
    /// Of these, bytes of an nlattr's header.
    pub header: usize,
    /// For an attribute: nla_type with its flags.
    pub nla_type: Option<u16>,
    /// What it is, as the lossless tree has it.
    pub kind: &'static str,
    /// For a bit-field: shift and width in the integer that its parent owns.
    pub bits: Option<(u8, u8)>,
    /// Padding, or a reserved field that is zero.
    pub quiet: bool,
    name: Range<usize>,
    value: Range<usize>,
    raw: Option<i128>,
}

impl Node {
    /// Whether it holds others.
    pub fn holds(&self, at: usize) -> bool {
        self.end > at + 1
    }

    /// The bytes that are its own: those of an attribute with its alignment.
    pub fn bytes(&self) -> Range<usize> {
        let len = if self.nla_type.is_some() {
            align4(self.len)
        } else {
            self.len
        };
        self.offset..self.offset + len
    }
}

/// The nodes of a message, each before those that it holds.
#[derive(Debug, Default)]
pub struct Arena {
    /// The nodes.
    pub nodes: Vec<Node>,
    /// What is odd.
    pub diagnostics: Vec<Diagnostic>,
    text: Vec<u8>,
    open: Vec<Option<usize>>,
    show_keys: bool,
    /// There is no room for more nodes.
    full: bool,
}

impl Arena {
    /// An empty one; whether values of keys are shown.
    pub fn new(show_keys: bool) -> Arena {
        Arena {
            show_keys,
            ..Arena::default()
        }
    }

    /// Begins a message.
    pub fn clear(&mut self) {
        self.nodes.clear();
        self.diagnostics.clear();
        self.text.clear();
        self.open.clear();
        self.full = false;
    }

    /// Whether the message has more nodes than are kept.
    pub fn is_full(&self) -> bool {
        self.full
    }

    /// The name of a node, for people.
    pub fn name(&self, node: &Node) -> &str {
        self.slice(&node.name)
    }

    /// Its value, for people; empty for what holds others.
    pub fn value(&self, node: &Node) -> &str {
        self.slice(&node.value)
    }

    /// The number that was read, where it is one.
    pub fn raw(&self, node: &Node) -> Option<i128> {
        node.raw
    }

    /// The names from the outermost node to this one, joined by dots; without headers' own.
    pub fn path(&self, at: usize) -> String {
        let mut names = Vec::new();
        let mut next = Some(at);
        while let Some(node) = next.and_then(|i| self.nodes.get(i)) {
            names.push(self.name(node));
            next = node.parent;
        }
        names.reverse();
        names.join(".")
    }

    /// The innermost node that owns a byte.
    pub fn at(&self, byte: usize) -> Option<usize> {
        let owns = |node: &Node| node.len > 0 && node.bytes().contains(&byte);
        self.nodes.iter().rposition(owns)
    }

    fn slice(&self, range: &Range<usize>) -> &str {
        let bytes = self.text.get(range.clone()).unwrap_or(&[]);
        std::str::from_utf8(bytes).unwrap_or("")
    }

    fn put(&mut self, walked: &Walked<'_>, kind: &'static str) -> usize {
        let parent = self.open.iter().rev().find_map(|open| *open);
        let start = self.text.len();
        // writing to memory does not fail
        let _ = write!(self.text, "{}", walked.key);
        if walked.repeat > 0 {
            let _ = write!(self.text, "#{}", walked.repeat);
        }
        let end = self.text.len();
        let at = self.nodes.len();
        self.nodes.push(Node {
            parent,
            depth: self.open.iter().flatten().count(),
            end: at + 1,
            offset: walked.offset as usize,
            len: walked.len as usize,
            header: if walked.nla_type.is_some() { 4 } else { 0 },
            nla_type: walked.nla_type,
            kind,
            bits: walked.bits,
            quiet: false,
            name: start..end,
            value: end..end,
            raw: None,
        });
        at
    }

    /// Whether a walk goes on; where there is no room for more, it ends and the message says so.
    fn flow(&mut self, node: &Walked<'_>) -> Flow {
        if self.nodes.len() < MAX_NODES && self.text.len() < MAX_TEXT {
            return Flow::Continue;
        }
        if !self.full {
            self.full = true;
            for at in self.open.clone().into_iter().flatten() {
                self.close(at);
            }
            self.diagnostics.push(Diagnostic {
                code: Code::MoreFields,
                offset: node.offset,
                text: format!("the first {} fields are shown", self.nodes.len()).into(),
            });
        }
        Flow::Stop
    }

    fn close(&mut self, at: usize) {
        let end = self.nodes.len();
        if let Some(node) = self.nodes.get_mut(at) {
            node.end = end;
        }
    }
}

impl Sink for Arena {
    fn enter(&mut self, node: &Walked<'_>, class: Class) -> Flow {
        let at = match class {
            Class::Attributes | Class::Multi => None,
            Class::Nest => Some(self.put(node, "nest")),
            Class::Struct | Class::Header | Class::Echo => Some(self.put(node, "struct")),
            Class::Map => Some(self.put(node, "map")),
            Class::Array => Some(self.put(node, "array")),
            Class::Sequence => Some(self.put(node, "sequence")),
            Class::Bits => Some(self.put(node, "bits")),
        };
        self.open.push(at);
        self.flow(node)
    }

    fn leave(&mut self) {
        if let Some(Some(at)) = self.open.pop() {
            self.close(at);
        }
    }

    fn leaf(&mut self, node: &Walked<'_>, value: &Value<'_>) -> Flow {
        let at = self.put(node, word(node, value));
        let start = self.text.len();
        write_value(&mut self.text, value, self.show_keys);
        let end = self.text.len();
        if let Some(kept) = self.nodes.get_mut(at) {
            kept.value = start..end;
            kept.quiet = node.reserved && value.is_zero();
            kept.raw = match value {
                Value::Unsigned { value, .. } | Value::Named { value, .. } => Some((*value).into()),
                Value::Signed { value, .. } | Value::Interface { value, .. } => {
                    Some((*value).into())
                }
                _ => None,
            };
        }
        self.flow(node)
    }

    fn padding(&mut self, offset: u32, len: u32) {
        static PADDING: Name = crate::name!("padding");
        let at = self.put(
            &Walked::new(crate::walk::Key::Name(&PADDING), offset, len),
            "padding",
        );
        if let Some(node) = self.nodes.get_mut(at) {
            node.quiet = true;
        }
    }

    fn derived(&mut self, name: &Name, text: &str) {
        let at = self.put(&Walked::new(crate::walk::Key::Name(name), 0, 0), "derived");
        let start = self.text.len();
        self.text.extend_from_slice(text.as_bytes());
        let end = self.text.len();
        if let Some(node) = self.nodes.get_mut(at) {
            node.value = start..end;
        }
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

/// What an attribute's flags and type are called, for people: `type 12, NLA_F_NESTED`.
pub fn type_words(nla_type: u16) -> String {
    let mut words = format!("type {}", nla_type & NLA_TYPE_MASK);
    for (bit, name) in [
        (crate::wire::NLA_F_NESTED, "NLA_F_NESTED"),
        (crate::wire::NLA_F_NET_BYTEORDER, "NLA_F_NET_BYTEORDER"),
    ] {
        if nla_type & bit != 0 {
            words.push_str(", ");
            words.push_str(name);
        }
    }
    words
}
