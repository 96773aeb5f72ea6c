//! The lossless tree as JSON: every byte of a message has one owner.

use super::value::{push_hex, write_number, write_signed, write_string, write_value};
use super::{close, write_envelope, write_key, write_tail};
use crate::diagnostic::Diagnostic;
use crate::envelope::Envelope;
use crate::sink::{Class, Flow, Sink, Value};
use crate::table::{BytesAs, Name};
use crate::walk::{Key, Node, Span};
use crate::wire::{NLA_F_NESTED, NLA_F_NET_BYTEORDER, NLA_TYPE_MASK};

/// Writes each message as one line of JSON with its nodes.
#[derive(Clone)]
pub struct Lossless {
    out: Vec<u8>,
    /// The nodes of the nlmsghdr, whose fields open the line; those behind it go to the line at once.
    nodes: Vec<u8>,
    /// Whether the line has come to its nodes.
    opened: bool,
    levels: Vec<Class>,
    diagnostics: Vec<Diagnostic>,
    /// The message's bytes, and where they stand in the frame.
    bytes: Vec<u8>,
    base: usize,
}

impl Default for Lossless {
    fn default() -> Self {
        Lossless::new()
    }
}

impl Lossless {
    /// A sink with an empty buffer.
    pub fn new() -> Lossless {
        Lossless {
            out: Vec::new(),
            nodes: Vec::new(),
            opened: false,
            levels: Vec::new(),
            diagnostics: Vec::new(),
            bytes: Vec::new(),
            base: 0,
        }
    }

    /// What was written and not yet taken.
    pub fn buffer(&mut self) -> &mut Vec<u8> {
        &mut self.out
    }

    /// Begins the line of a message with these bytes.
    pub fn begin(&mut self, envelope: &Envelope<'_>, bytes: Span<'_>) {
        self.levels.clear();
        self.diagnostics.clear();
        self.nodes.clear();
        self.opened = false;
        self.bytes.clear();
        self.bytes.extend_from_slice(bytes.data);
        self.base = bytes.offset as usize;
        write_envelope(&mut self.out, envelope);
    }

    /// Ends the line.
    pub fn end(&mut self, envelope: &Envelope<'_>) {
        self.open_nodes();
        close(&mut self.out, b']');
        self.out.push(b',');
        let none = Envelope {
            request: None,
            ..*envelope
        };
        write_tail(&mut self.out, &none, &self.diagnostics);
    }

    /// Whether the walk stands in the message's own nlmsghdr, whose fields open the line.
    fn in_header(&self) -> bool {
        matches!(self.levels.as_slice(), [Class::Header])
    }

    /// The header has ended, or there is none.
    fn open_nodes(&mut self) {
        if !self.opened {
            self.opened = true;
            self.out.extend_from_slice(b"\"nodes\":[");
            self.out.append(&mut self.nodes);
        }
    }

    /// A node follows that is not of the header.
    #[inline]
    fn pass_header(&mut self) {
        if self.levels.is_empty() {
            self.open_nodes();
        }
    }

    /// Where nodes are written.
    #[inline]
    fn nodes(&mut self) -> &mut Vec<u8> {
        if self.opened {
            &mut self.out
        } else {
            &mut self.nodes
        }
    }

    fn open(&mut self, node: &Node<'_>, kind: &str) {
        let out = self.nodes();
        out.extend_from_slice(b"{\"name\":");
        match (node.key, node.repeat) {
            (Key::Entry(..), _) => {
                let index = match (node.nla_type, node.key) {
                    (Some(t), _) => u32::from(t & NLA_TYPE_MASK),
                    (None, Key::Entry(index, _)) => index,
                    (None, _) => 0,
                };
                out.extend_from_slice(b"\"[");
                write_number(out, index.into());
                out.extend_from_slice(b"]\"");
            }
            (Key::Name(name), _) => out.extend_from_slice(name.quoted().as_bytes()),
            (Key::Text(text), _) => write_string(out, text),
            (Key::Unknown(number), _) => {
                out.extend_from_slice(b"\"#");
                write_number(out, number.into());
                out.push(b'"');
            }
        }
        out.extend_from_slice(b",\"offset\":");
        write_number(out, node.offset.into());
        out.extend_from_slice(b",\"len\":");
        write_number(out, node.len.into());
        if let Some(t) = node.nla_type {
            out.extend_from_slice(b",\"type\":");
            write_number(out, (t & NLA_TYPE_MASK).into());
            if t & !NLA_TYPE_MASK != 0 {
                out.extend_from_slice(b",\"flags\":[");
                for (bit, name) in [
                    (NLA_F_NESTED, "\"NLA_F_NESTED\","),
                    (NLA_F_NET_BYTEORDER, "\"NLA_F_NET_BYTEORDER\","),
                ] {
                    if t & bit != 0 {
                        out.extend_from_slice(name.as_bytes());
                    }
                }
                close(out, b']');
            }
        }
        if let Some((shift, width)) = node.bits {
            out.extend_from_slice(b",\"bits\":[");
            write_number(out, shift.into());
            out.push(b',');
            write_number(out, width.into());
            out.push(b']');
        }
        out.extend_from_slice(b",\"kind\":");
        write_string(out, kind);
    }

    fn raw(&mut self, node: &Node<'_>, value: &Value<'_>) {
        let key = b",\"raw\":";
        let out = if self.opened {
            &mut self.out
        } else {
            &mut self.nodes
        };
        match value {
            Value::Unsigned { value, .. } | Value::Named { value, .. } => {
                out.extend_from_slice(key);
                write_number(out, *value);
            }
            Value::Signed { value, .. } | Value::Interface { value, .. } => {
                out.extend_from_slice(key);
                write_signed(out, *value);
            }
            Value::Bytes(bytes, form) if !is_hex(*form) && matches!(bytes.len(), 1 | 2 | 4 | 8) => {
                let number = bytes.iter().fold(0, |n, b| n << 8 | u64::from(*b));
                out.extend_from_slice(key);
                write_number(out, number);
            }
            _ => {
                let payload = payload(&self.bytes, self.base, node);
                if !gives_back(value, payload) {
                    out.extend_from_slice(key);
                    out.push(b'"');
                    for byte in payload {
                        push_hex(out, *byte);
                    }
                    out.push(b'"');
                }
            }
        }
    }
}

/// The payload of a node, as far as captured.
fn payload<'b>(message: &'b [u8], base: usize, node: &Node<'_>) -> &'b [u8] {
    let header = if node.nla_type.is_some() { 4 } else { 0 };
    let at = (node.offset as usize).saturating_sub(base);
    let tail = message.get(at + header..).unwrap_or(&[]);
    let len = (node.len as usize).saturating_sub(header);
    tail.get(..len).unwrap_or(tail)
}

/// Whether the bytes of a node follow from its value.
fn gives_back(value: &Value<'_>, payload: &[u8]) -> bool {
    match value {
        Value::Text(text) => payload
            .strip_prefix(*text)
            .is_some_and(|rest| rest.iter().all(|&b| b == 0)),
        Value::Flag | Value::Bool(_) => payload.is_empty(),
        Value::Bytes(bytes, form) => is_hex(*form) || bytes.len() == payload.len(),
        _ => true,
    }
}

fn is_hex(form: BytesAs) -> bool {
    matches!(form, BytesAs::Opaque | BytesAs::Key | BytesAs::Packet)
}

/// The word for a value in the tree and in the table dump.
pub(crate) fn word(node: &Node<'_>, value: &Value<'_>) -> &'static str {
    match value {
        Value::Flag => "flag",
        Value::Bool(_) => "bool",
        Value::Unsigned { width, .. } | Value::Named { width, .. } => match width {
            1 => "u8",
            2 => "u16",
            4 => "u32",
            _ => "u64",
        },
        Value::Interface { .. } => "ifindex",
        Value::Signed { width, .. } => match width {
            1 => "s8",
            2 => "s16",
            4 => "s32",
            _ => "s64",
        },
        Value::Text(_) => "string",
        Value::Bytes(_, BytesAs::Mac) => "mac",
        Value::Bytes(_, BytesAs::Ipv4) => "ipv4",
        Value::Bytes(_, BytesAs::Ipv6) => "ipv6",
        Value::Bytes(_, BytesAs::Ip) => "ip",
        Value::Bytes(_, BytesAs::Uuid) => "uuid",
        Value::Bytes(_, BytesAs::Eui64) => "eui64",
        Value::Bytes(_, BytesAs::Key) => "key",
        Value::Bytes(_, BytesAs::Packet) => "packet",
        Value::Bytes(..) => match node.key {
            Key::Name(name) if name.as_str() == "rest" => "rest",
            _ if node.reserved && node.nla_type.is_none() => "padding",
            _ => "binary",
        },
        Value::Bitfield32 { .. } => "bitfield32",
    }
}

impl Sink for Lossless {
    fn enter(&mut self, node: &Node<'_>, class: Class) -> Flow {
        if class != Class::Header {
            self.pass_header();
        }
        let kind = match class {
            Class::Nest => "nest",
            Class::Struct | Class::Header | Class::Echo => "struct",
            Class::Map => "map",
            Class::Array => "array",
            Class::Sequence => "sequence",
            Class::Bits => "bits",
            Class::Attributes | Class::Multi => {
                self.levels.push(class);
                return Flow::Continue;
            }
        };
        self.open(node, kind);
        self.nodes().extend_from_slice(b",\"children\":[");
        self.levels.push(class);
        Flow::Continue
    }

    fn leave(&mut self) {
        match self.levels.pop() {
            None | Some(Class::Attributes | Class::Multi) => {}
            Some(_) => {
                let out = self.nodes();
                close(out, b']');
                out.extend_from_slice(b"},");
            }
        }
    }

    fn leaf(&mut self, node: &Node<'_>, value: &Value<'_>) -> Flow {
        if self.in_header() {
            write_key(&mut self.out, node);
            write_value(&mut self.out, value);
            self.out.push(b',');
        }
        self.pass_header();
        self.open(node, word(node, value));
        let out = self.nodes();
        out.extend_from_slice(b",\"value\":");
        write_value(out, value);
        self.raw(node, value);
        self.nodes().extend_from_slice(b"},");
        Flow::Continue
    }

    fn padding(&mut self, offset: u32, len: u32) {
        static PADDING: Name = crate::name!("padding");
        let mut node = Node::new(Key::Name(&PADDING), offset, len);
        node.reserved = true;
        self.pass_header();
        self.open(&node, "padding");
        let out = if self.opened {
            &mut self.out
        } else {
            &mut self.nodes
        };
        out.extend_from_slice(b",\"value\":");
        super::write_hex(out, payload(&self.bytes, self.base, &node));
        out.extend_from_slice(b"},");
    }

    fn diagnostic(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    fn as_dyn(&mut self) -> &mut dyn Sink {
        self
    }
}
