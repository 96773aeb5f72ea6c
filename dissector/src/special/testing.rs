//! Messages from bytes, and what a walk makes of them as one line, for tests.

use crate::context::{Context, Direction, Knowledge};
use crate::diagnostic::Diagnostic;
use crate::sink::{Class, Flow, Sink, Value};
use crate::table::{Family, Tables};
use crate::walk::{Key, NETLINK_GENERIC, Node, walk};
use crate::wire::RawMessage;
use std::fmt::Write;

/// An nlattr with its padding, little-endian.
pub fn attribute(kind: u16, payload: &[u8]) -> Vec<u8> {
    let mut out = ((payload.len() + 4) as u16).to_le_bytes().to_vec();
    out.extend(kind.to_le_bytes());
    out.extend(payload);
    out.resize(out.len().next_multiple_of(4), 0);
    out
}

/// A message, little-endian.
pub fn message(nlmsg_type: u16, body: &[u8]) -> Vec<u8> {
    let mut out = ((body.len() + 16) as u32).to_le_bytes().to_vec();
    out.extend(nlmsg_type.to_le_bytes());
    out.extend([0; 10]);
    out.extend(body);
    out
}

#[derive(Default)]
struct Line {
    text: String,
    /// What closes each node that is open, and where its bytes end.
    open: Vec<(char, u32)>,
    diagnostics: Vec<String>,
    /// How often each byte of the message was owned.
    owned: Vec<u32>,
}

impl Line {
    fn own(&mut self, offset: u32, len: u32) {
        let bytes = self.owned.iter_mut().skip(offset as usize);
        bytes.take(len as usize).for_each(|n| *n += 1);
    }

    /// An attribute owns its header, and the padding behind it inside the node around it.
    fn own_attribute(&mut self, node: &Node<'_>) {
        if node.nla_type.is_some() {
            self.own(node.offset, 4);
            let end = node.offset + node.len;
            let limit = self.open.last().map_or(u32::MAX, |&(_, end)| end);
            self.own(end, end.next_multiple_of(4).min(limit) - end);
        }
    }

    fn key(&mut self, node: &Node<'_>) {
        let _ = match node.key {
            Key::Entry(_, None) => write!(self.text, "[]"),
            key => write!(self.text, "{key}"),
        };
    }
}

impl Sink for Line {
    fn enter(&mut self, node: &Node<'_>, class: Class) -> Flow {
        let (open, end) = match class {
            Class::Array | Class::Sequence | Class::Multi => ('[', ']'),
            Class::Bits => (' ', ' '),
            _ => ('{', '}'),
        };
        if class != Class::Bits {
            self.key(node);
            self.text.push(open);
            self.text.push(' ');
        }
        self.own_attribute(node);
        self.open.push((end, node.offset + node.len));
        if class == Class::Bits {
            self.own(node.offset, node.len);
        }
        Flow::Continue
    }

    fn leave(&mut self) {
        if let Some((end, _)) = self.open.pop()
            && end != ' '
        {
            self.text.push(end);
            self.text.push(' ');
        }
    }

    fn leaf(&mut self, node: &Node<'_>, value: &Value<'_>) -> Flow {
        self.key(node);
        let _ = match value {
            Value::Flag => write!(self.text, "=true"),
            Value::Bool(yes) => write!(self.text, "={yes}"),
            Value::Unsigned { value, .. } | Value::Named { value, .. } => {
                write!(self.text, "={value}")
            }
            Value::Signed { value, .. } | Value::Interface { value, .. } => {
                write!(self.text, "={value}")
            }
            Value::Text(text) => write!(self.text, "={:?}", String::from_utf8_lossy(text)),
            Value::Bytes(bytes, _) => {
                self.text.push('=');
                bytes.iter().try_for_each(|b| write!(self.text, "{b:02x}"))
            }
            Value::Bitfield32 { value, .. } => write!(self.text, "={value}"),
        };
        self.text.push(' ');
        self.own_attribute(node);
        if node.nla_type.is_some() {
            self.own(node.offset + 4, node.len - 4);
        } else if node.bits.is_none() {
            self.own(node.offset, node.len);
        }
        Flow::Continue
    }

    fn padding(&mut self, offset: u32, len: u32) {
        self.own(offset, len);
    }

    fn diagnostic(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic.code.word().into());
    }

    fn as_dyn(&mut self) -> &mut dyn Sink {
        self
    }
}

/// Each generic id is this family's.
struct Only(&'static Family);

impl Knowledge for Only {
    fn generic(&self, _: u16) -> Option<&Family> {
        Some(self.0)
    }
}

fn run(protocol: u16, bytes: &[u8]) -> Line {
    run_knowing(protocol, bytes, &crate::context::Nothing)
}

fn run_knowing(protocol: u16, bytes: &[u8], knowledge: &dyn Knowledge) -> Line {
    let tables = Tables::builtin();
    let mut ctx = Context::new(&tables, protocol);
    ctx.knowledge = knowledge;
    ctx.direction = Some(Direction::FromKernel);
    let mut line = Line {
        owned: vec![0; bytes.len()],
        ..Line::default()
    };
    if let Some(message) = RawMessage::parse(bytes, 0, ctx.order) {
        walk(&message, None, &ctx, &mut line);
    }
    let whole = line.owned.iter().all(|&n| n == 1);
    assert!(
        whole,
        "each byte has one owner: {:?} {}",
        line.owned, line.text
    );
    line
}

/// What a walk of a message of a protocol makes of it.
pub fn show(protocol: u16, bytes: &[u8]) -> String {
    run(protocol, bytes).text
}

/// What a walk of a message of a generic family makes of a command and what follows its header.
pub fn show_generic(family: &'static Family, command: u8, body: &[u8]) -> String {
    let bytes = message(0x20, &[&[command, 1, 0, 0], body].concat());
    run_knowing(NETLINK_GENERIC, &bytes, &Only(family)).text
}

/// The codes of its diagnostics.
pub fn warnings(protocol: u16, bytes: &[u8]) -> Vec<String> {
    run(protocol, bytes).diagnostics
}
