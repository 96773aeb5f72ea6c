//! What a decoder says of some bytes, as lines to compare.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::families::sock_diag;
use crate::sink::{Class, Flow, Sink, Value};
use crate::table::{Meaning, Name, Special, Struct, Tables};
use crate::walk::{Node, Scope, Span, Walk};
use crate::wire::ByteOrder;

/// Writes events down, and which bytes were accounted for.
#[derive(Default)]
struct Log {
    lines: Vec<String>,
    depth: usize,
    owned: Vec<u8>,
}

impl Log {
    fn line(&mut self, text: String) {
        self.lines
            .push(format!("{}{text}", "  ".repeat(self.depth)));
    }

    fn own(&mut self, offset: u32, len: u32) {
        for at in offset..offset + len {
            self.owned[at as usize] += 1;
        }
    }
}

fn show(value: &Value<'_>) -> String {
    match value {
        Value::Unsigned { value, meaning, .. } => match meaning {
            Meaning::Enum(e) if e.flags => {
                let names: Vec<_> = e.bits(*value).map(|n| n.to_string()).collect();
                names.join(" ")
            }
            Meaning::Enum(e) => e.name_of(*value).map_or(value.to_string(), Name::to_string),
            _ => value.to_string(),
        },
        Value::Signed { value, .. } | Value::Interface { value, .. } => value.to_string(),
        Value::Named { value, name, .. } => name.map_or(value.to_string(), Name::to_string),
        Value::Text(text) => String::from_utf8_lossy(text).into_owned(),
        Value::Bytes(bytes, form) => format!("{form:?} {bytes:02x?}"),
        Value::Flag => "true".into(),
        Value::Bool(yes) => yes.to_string(),
        Value::Bitfield32 { .. } => "bitfield32".into(),
    }
}

impl Sink for Log {
    fn enter(&mut self, node: &Node<'_>, class: Class) -> Flow {
        self.line(format!("{} {class:?}", node.key));
        self.depth += 1;
        if class == Class::Bits {
            self.own(node.offset, node.len);
        }
        Flow::Continue
    }

    fn leave(&mut self) {
        self.depth -= 1;
    }

    fn leaf(&mut self, node: &Node<'_>, value: &Value<'_>) -> Flow {
        if !(node.reserved && value.is_zero()) {
            self.line(format!("{}: {}", node.key, show(value)));
        }
        if node.bits.is_none() {
            let end = node.offset + node.len;
            let limit = self.owned.len() as u32;
            let padded = match node.nla_type {
                Some(_) => end.next_multiple_of(4).min(limit),
                None => end,
            };
            self.own(node.offset, padded - node.offset);
        }
        Flow::Continue
    }

    fn padding(&mut self, offset: u32, len: u32) {
        self.own(offset, len);
    }

    fn diagnostic(&mut self, diagnostic: Diagnostic) {
        self.line(format!("! {}", diagnostic.code.word()));
    }

    fn as_dyn(&mut self) -> &mut dyn Sink {
        self
    }
}

static NAME: Name = crate::name!("x");

/// Lines for `bytes`, of which each must have one owner. `inside` is a header whose fields
/// the decoder may ask for, and its bytes.
pub fn decode_inside(
    special: &Special,
    bytes: &[u8],
    order: ByteOrder,
    inside: Option<(&Struct, &[u8])>,
) -> Vec<String> {
    decode_with(bytes, order, |walk, node, span, root| {
        let scope = match inside {
            Some((s, data)) => Scope::of_struct(root, s, crate::table::Abi::Lp64, data, order),
            None => Scope::root(),
        };
        (special.decode)(walk, node, span, &scope);
    })
}

/// The same of any code that speaks through a walk.
pub fn decode_with<'a>(
    bytes: &'a [u8],
    order: ByteOrder,
    run: impl FnOnce(&mut Walk<'_, 'a, dyn Sink + '_>, &Node<'_>, Span<'a>, &Scope<'_>),
) -> Vec<String> {
    let tables = Tables::builtin();
    let mut ctx = Context::new(&tables, sock_diag::FAMILY.protocol.unwrap_or(0));
    ctx.order = order;
    let mut log = Log {
        owned: vec![0; bytes.len()],
        ..Log::default()
    };
    {
        let sink: &mut dyn Sink = &mut log;
        let mut walk = Walk::new(&ctx, sink);
        let span = Span::new(bytes, 0);
        run(&mut walk, &Node::named(&NAME, span), span, &Scope::root());
    }
    assert_eq!(log.depth, 0, "each enter has its leave");
    assert!(
        log.owned.iter().all(|&n| n == 1),
        "each byte has one owner: {:?}",
        log.owned
    );
    log.lines
}

/// The same with no header around.
pub fn decode(special: &Special, bytes: &[u8], order: ByteOrder) -> Vec<String> {
    decode_inside(special, bytes, order, None)
}

/// Every prefix of `bytes`, and `bytes` with some more: no byte may get lost.
pub fn lengths(special: &Special, bytes: &[u8]) {
    for order in [ByteOrder::Little, ByteOrder::Big] {
        for n in 0..=bytes.len() {
            decode(special, &bytes[..n], order);
        }
        let mut long = bytes.to_vec();
        long.extend([0xff; 9]);
        decode(special, &long, order);
    }
}
