//! The extended matches "meta" and "nbyte" of traffic control.
//!
//! Source: `uapi/linux/tc_ematch/{tc_em_meta,tc_em_nbyte}.h`, `net/sched/{em_meta,em_nbyte}.c`.

use crate::families::tc::ematch;
use crate::sink::{Class, Sink, Value};
use crate::table::{Enum, Meaning, Name, Ref, Special};
use crate::walk::{Node, Scope, Span, Walk};
use crate::wire::{ByteOrder, RawAttributes};

/// The attributes of a meta match: whether its values are numbers or strings stands in the
/// struct that its first attribute holds.
pub static META: Special = Special {
    name: "nest",
    decode: meta,
    sets: &[&ematch::TCA_EM_META, &ematch::TCA_EM_META_VAR],
};

/// `tcf_meta_val.kind`: the type in the upper four bits, the id in the lower eleven.
pub static META_KIND: Special = Special {
    name: "tcf_meta_kind",
    decode: meta_kind,
    sets: &[],
};

/// `struct tcf_em_nbyte`, then as many bytes as it says; the rest is alignment.
pub static NBYTE: Special = Special {
    name: "struct",
    decode: nbyte,
    sets: &[],
};

static PATTERN: Name = crate::name!("pattern");
static TRAILING: Name = crate::name!("trailing");
const NBYTE_SIZE: usize = 4;

const TCA_EM_META_HDR: u16 = 1;
const TCF_META_TYPE_VAR: u64 = 0;
const TYPE_SHIFT: u32 = 12;

/// The parts of a kind from the low end: name, width, meaning.
static PARTS: [(Name, u8, Meaning); 3] = [
    (crate::name!("id"), 11, of(&ematch::TCF_META_ID)),
    (crate::name!("reserved"), 1, Meaning::Number),
    (crate::name!("type"), 4, of(&ematch::TCF_META_TYPE)),
];

const fn of(e: &'static Enum) -> Meaning {
    Meaning::Enum(Ref::Static(e))
}

fn meta<'a>(
    walk: &mut Walk<'_, 'a, dyn Sink + '_>,
    node: &Node<'_>,
    data: Span<'a>,
    scope: &Scope<'_>,
) {
    if walk.enter(node, Class::Nest) {
        let set = if strings(data.data, walk.ctx.order) {
            &ematch::TCA_EM_META_VAR
        } else {
            &ematch::TCA_EM_META
        };
        walk.attributes(set, data, scope);
    }
    walk.leave();
}

/// Whether a meta match compares strings. The kernel takes none whose sides differ in type.
fn strings(data: &[u8], order: ByteOrder) -> bool {
    RawAttributes::new(data, order)
        .filter(|a| a.header.number() == TCA_EM_META_HDR && a.payload.len() >= 2)
        .last()
        .is_some_and(|a| order.unsigned(a.payload, 2) >> TYPE_SHIFT == TCF_META_TYPE_VAR)
}

fn meta_kind<'a>(
    walk: &mut Walk<'_, 'a, dyn Sink + '_>,
    node: &Node<'_>,
    data: Span<'a>,
    _: &Scope<'_>,
) {
    if data.data.len() != 2 {
        walk.opaque(node, data.data);
        return;
    }
    let whole = walk.ctx.order.unsigned(data.data, 2);
    if walk.enter(node, Class::Bits) {
        let mut shift = 0u8;
        for (name, width, meaning) in &PARTS {
            let mut part = Node::named(name, data);
            part.bits = Some((shift, *width));
            part.reserved = name.as_str() == "reserved";
            let value = Value::Unsigned {
                value: (whole >> shift) & ((1 << width) - 1),
                width: 2,
                meaning,
                unit: Default::default(),
            };
            walk.leaf(&part, &value);
            shift += width;
        }
    }
    walk.leave();
}

fn nbyte<'a>(
    walk: &mut Walk<'_, 'a, dyn Sink + '_>,
    node: &Node<'_>,
    data: Span<'a>,
    scope: &Scope<'_>,
) {
    let order = walk.ctx.order;
    if walk.enter(node, Class::Struct) {
        let head = data.sub(0, NBYTE_SIZE);
        walk.fields(&ematch::TCF_EM_NBYTE, head, true, order, scope);
        let tail = data.from(NBYTE_SIZE);
        let len = pattern_len(head.data, order).min(tail.data.len());
        if !tail.is_empty() {
            let pattern = tail.sub(0, len);
            walk.opaque(&Node::named(&PATTERN, pattern), pattern.data);
            let rest = tail.from(len);
            if rest.data.iter().any(|&b| b != 0) {
                walk.opaque(&Node::named(&TRAILING, rest), rest.data);
            } else if !rest.is_empty() {
                walk.sink.padding(rest.offset, rest.len());
            }
        }
    }
    walk.leave();
}

/// `tcf_em_nbyte.len`: twelve bits, the first of their integer.
fn pattern_len(head: &[u8], order: ByteOrder) -> usize {
    let Some(bits) = head.get(2..NBYTE_SIZE) else {
        return 0;
    };
    let whole = order.unsigned(bits, 2);
    let len = match order {
        ByteOrder::Little => whole & 0xfff,
        ByteOrder::Big => whole >> 4,
    };
    len as usize
}

#[cfg(test)]
mod tests {
    use crate::context::Context;
    use crate::sink::{Class, Flow, Sink, Value};
    use crate::table::{Meaning, Tables};
    use crate::walk::{Node, walk};
    use crate::wire::{ByteOrder, RawMessage};

    /// Leaves as text, and how often each byte of the frame is owned.
    #[derive(Default)]
    struct Record {
        lines: Vec<String>,
        owners: Vec<u8>,
        bits: Vec<bool>,
        codes: Vec<String>,
    }

    impl Record {
        fn own(&mut self, offset: u32, len: u32) {
            for owner in self
                .owners
                .iter_mut()
                .skip(offset as usize)
                .take(len as usize)
            {
                *owner += 1;
            }
        }
    }

    impl Sink for Record {
        fn enter(&mut self, node: &Node<'_>, class: Class) -> Flow {
            self.bits.push(class == Class::Bits);
            if class == Class::Bits {
                self.own(node.offset, node.len);
            }
            if node.nla_type.is_some() {
                self.own(node.offset, 4);
            }
            Flow::Continue
        }

        fn leave(&mut self) {
            self.bits.pop();
        }

        fn leaf(&mut self, node: &Node<'_>, value: &Value<'_>) -> Flow {
            if self.bits.last() != Some(&true) {
                self.own(node.offset, node.len);
            }
            let text = match value {
                Value::Unsigned { value, meaning, .. } => match meaning {
                    Meaning::Enum(e) => match e.name_of(*value) {
                        Some(name) => name.to_string(),
                        None => value.to_string(),
                    },
                    _ => value.to_string(),
                },
                Value::Text(text) => String::from_utf8_lossy(text).into_owned(),
                other => format!("{other:?}"),
            };
            if !node.reserved {
                self.lines.push(format!("{}={text}", node.key));
            }
            Flow::Continue
        }

        fn padding(&mut self, offset: u32, len: u32) {
            self.own(offset, len);
        }

        fn diagnostic(&mut self, diagnostic: crate::diagnostic::Diagnostic) {
            self.codes.push(format!("{:?}", diagnostic.code));
        }

        fn as_dyn(&mut self) -> &mut dyn Sink {
            self
        }
    }

    struct Build(ByteOrder);

    impl Build {
        fn u16(&self, n: u16) -> Vec<u8> {
            match self.0 {
                ByteOrder::Little => n.to_le_bytes().to_vec(),
                ByteOrder::Big => n.to_be_bytes().to_vec(),
            }
        }

        fn u32(&self, n: u32) -> Vec<u8> {
            match self.0 {
                ByteOrder::Little => n.to_le_bytes().to_vec(),
                ByteOrder::Big => n.to_be_bytes().to_vec(),
            }
        }

        fn attribute(&self, nla_type: u16, payload: &[u8]) -> Vec<u8> {
            let mut out = self.u16(payload.len() as u16 + 4);
            out.extend(self.u16(nla_type));
            out.extend(payload);
            out.resize(out.len().next_multiple_of(4), 0);
            out
        }

        /// A filter with one match of a kind that holds these bytes.
        fn filter(&self, kind: u16, data: &[u8]) -> Vec<u8> {
            let mut entry = [1u16, kind, 0, 0].map(|n| self.u16(n)).concat();
            entry.extend(data);
            let tree = self.attribute(2, &self.attribute(1, &entry));
            let options = self.attribute(2, &self.attribute(2, &tree));
            let body = [vec![0; 20], self.attribute(1, b"basic\0"), options].concat();
            let header = [
                self.u32(body.len() as u32 + 16),
                self.u16(44),
                self.u16(0),
                vec![0; 8],
            ];
            [header.concat(), body].concat()
        }

        fn read(&self, kind: u16, data: &[u8]) -> Record {
            let frame = self.filter(kind, data);
            let tables = Tables::builtin();
            let mut ctx = Context::new(&tables, 0);
            ctx.order = self.0;
            let message = RawMessage::parse(&frame, 0, self.0).expect("a message");
            let mut record = Record {
                owners: vec![0; frame.len()],
                ..Record::default()
            };
            walk(&message, None, &ctx, &mut record);
            for (i, (&byte, &owners)) in frame.iter().zip(&record.owners).enumerate() {
                assert!(
                    owners == 1 || owners == 0 && byte == 0,
                    "byte {i}: {owners}"
                );
            }
            let at = record.lines.iter().position(|l| l.starts_with("kind="));
            record.lines.drain(..=at.expect("the match"));
            record
        }

        /// Kinds of both sides, then what compares them.
        fn header(&self, left: u16, right: u16) -> Vec<u8> {
            let side = |kind| [self.u16(kind), vec![3, 1]].concat();
            self.attribute(1, &[side(left), side(right)].concat())
        }
    }

    const META: u16 = 4;
    const NBYTE: u16 = 2;
    const ORDERS: [Build; 2] = [Build(ByteOrder::Little), Build(ByteOrder::Big)];

    #[test]
    fn numbers() {
        for build in ORDERS {
            let value = build.attribute(3, &build.u32(0x2a));
            let got = build.read(META, &[build.header(0x100c, 0x1000), value].concat());
            let want = [
                "flags=0",
                "id=TCF_META_ID_NFMARK",
                "type=TCF_META_TYPE_INT",
                "shift=3",
                "op=TCF_EM_OPND_GT",
                "id=TCF_META_ID_VALUE",
                "type=TCF_META_TYPE_INT",
                "shift=3",
                "op=TCF_EM_OPND_GT",
                "TCA_EM_META_RVALUE=42",
            ];
            assert_eq!(got.lines, want);
            assert!(got.codes.is_empty(), "{:?}", got.codes);
        }
    }

    #[test]
    fn strings_may_have_the_length_of_a_number() {
        for build in ORDERS {
            let value = build.attribute(3, b"eth0");
            let got = build.read(META, &[build.header(5, 0), value.clone()].concat());
            assert_eq!(
                got.lines.last().map(String::as_str),
                Some("TCA_EM_META_RVALUE=eth0")
            );
            assert!(got.codes.is_empty(), "{:?}", got.codes);
            // the struct may also stand behind
            let got = build.read(META, &[value, build.header(5, 0)].concat());
            assert_eq!(
                got.lines.get(1).map(String::as_str),
                Some("TCA_EM_META_RVALUE=eth0")
            );
        }
    }

    #[test]
    fn short_and_long() {
        for build in ORDERS {
            let whole = [
                build.header(0x1005, 0),
                build.attribute(2, &[1, 2, 3, 4, 5]),
            ]
            .concat();
            for len in 0..whole.len() {
                build.read(META, whole.get(..len).unwrap_or(&[]));
            }
            let long = build.attribute(1, &[0; 20]);
            assert!(
                build
                    .read(META, &long)
                    .lines
                    .iter()
                    .any(|l| l.starts_with("trailing"))
            );
        }
    }
    #[test]
    fn nbyte_has_as_many_bytes_as_it_says() {
        for build in ORDERS {
            let network = match build.0 {
                ByteOrder::Little => 1 << 12 | 5,
                ByteOrder::Big => 5 << 4 | 1,
            };
            let head = [build.u16(12), build.u16(network)].concat();
            let whole = [&head[..], b"abcde\0\0\0"].concat();
            let got = build.read(NBYTE, &whole);
            let want = ["flags=0", "off=12", "len=5", "layer=TCF_LAYER_NETWORK"];
            assert_eq!(got.lines[..4], want);
            assert!(
                got.lines[4].contains("[97, 98, 99, 100, 101]"),
                "{:?}",
                got.lines
            );
            assert_eq!(got.lines.len(), 5);
            for len in 0..whole.len() {
                build.read(NBYTE, &whole[..len]);
            }
            let long = build.read(NBYTE, &[&whole[..], b"xyz!"].concat());
            assert!(long.lines.last().is_some_and(|l| l.starts_with("trailing")));
        }
    }
}
