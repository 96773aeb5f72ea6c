//! Byte orders and layouts: the same message from another machine says the same.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

mod support;

use netlink_dissector::context::{Context, Direction};
use netlink_dissector::sink::{Class, Flow, Sink, Value};
use netlink_dissector::table::macros::{ALIGNED_U64, U8, U16, U32, U64, ULONG};
use netlink_dissector::table::{
    Abi, Arch, Attribute, Body, Family, Field, Format, Kind, Layer, Message, Name, Ref, Set,
    Struct, Tables, Verb, When,
};
use netlink_dissector::walk::{Node, walk};
use netlink_dissector::wire::{ByteOrder, Messages, RawMessage};
use std::borrow::Cow;
use support::{SAMPLES, Setup, attribute, message, sample};

/// Turns the numbers of a little-endian message round that are in the host's order.
struct Turner {
    bytes: Vec<u8>,
    /// The bit-fields at hand, in the host's order: where, how many bytes, their value so far.
    bits: Option<(usize, usize, u64)>,
}

impl Turner {
    fn turn(&mut self, at: usize, width: usize) {
        self.bytes[at..at + width].reverse();
    }

    fn header(&mut self, node: &Node<'_>) {
        if node.nla_type.is_some() {
            let at = node.offset as usize;
            self.turn(at, 2);
            self.turn(at + 2, 2);
        }
    }

    /// A number, unless its bytes stand in network order whatever the host.
    fn number(&mut self, node: &Node<'_>, value: u64, width: u8) {
        let width = usize::from(width);
        // behind a header of its own, if it has one
        let head = match node.nla_type {
            Some(_) => 4,
            None => node.len as usize - width,
        };
        let at = node.offset as usize + head;
        if let Some((shift, bits)) = node.bits {
            return self.bit_field(at, width, value, shift, bits);
        }
        let unused = 64 - 8 * width as u32;
        let read = ByteOrder::Little.unsigned(&self.bytes[at..at + width], width);
        if read == value << unused >> unused {
            self.turn(at, width);
        }
    }

    /// C lays the first bit-field at the low end of a little-endian integer, at the high end of
    /// a big-endian one.
    fn bit_field(&mut self, at: usize, width: usize, value: u64, shift: u8, bits: u8) {
        if self.bits.is_none() && shift == 0 {
            self.bits = Some((at, width, 0));
        }
        if let Some((_, _, sum)) = &mut self.bits {
            *sum |= value << (8 * width - usize::from(shift + bits));
        }
    }
}

impl Sink for Turner {
    fn enter(&mut self, node: &Node<'_>, _: Class) -> Flow {
        self.header(node);
        Flow::Continue
    }

    fn leave(&mut self) {
        if let Some((at, width, sum)) = self.bits.take() {
            self.bytes[at..at + width].copy_from_slice(&sum.to_be_bytes()[8 - width..]);
        }
    }

    fn leaf(&mut self, node: &Node<'_>, value: &Value<'_>) -> Flow {
        self.header(node);
        match value {
            Value::Unsigned { value, width, .. } | Value::Named { value, width, .. } => {
                self.number(node, *value, *width);
            }
            Value::Signed { value, width, .. } | Value::Interface { value, width, .. } => {
                self.number(node, *value as u64, *width);
            }
            Value::Bitfield32 { .. } => {
                self.turn(node.offset as usize + 4, 4);
                self.turn(node.offset as usize + 8, 4);
            }
            _ => {}
        }
        Flow::Continue
    }

    fn as_dyn(&mut self) -> &mut dyn Sink {
        self
    }
}

/// The message as a big-endian machine would have sent it.
fn turned(message: &RawMessage<'_>, ctx: &Context<'_>) -> Vec<u8> {
    let alone = RawMessage {
        offset: 0,
        ..*message
    };
    let mut turner = Turner {
        bytes: message.data.to_vec(),
        bits: None,
    };
    walk(&alone, None, ctx, &mut turner);
    turner.bytes
}

#[test]
fn both_orders_say_the_same() {
    let tables = Tables::builtin();
    for name in SAMPLES {
        let mut same = 0;
        for (protocol, frame) in sample(name) {
            for message in Messages::new(&frame, ByteOrder::Little) {
                let little = Setup {
                    direction: Some(Direction::FromKernel),
                    ..Setup::new(&tables, protocol)
                };
                let bytes = turned(&message, &little.context());
                let big = Setup {
                    order: ByteOrder::Big,
                    ..little
                };
                assert_ne!(bytes, message.data, "{name}");
                assert_eq!(little.json(message.data), big.json(&bytes), "{name}");
                same += 1;
            }
        }
        assert!(same >= 10, "{name}: {same} messages");
    }
}

/// A family of its own with a struct that each architecture lays out in its way.
fn layouts() -> Tables {
    let mut tables = Tables::builtin();
    let field = |name: &str, kind: Kind| Field {
        name: Name::new(name),
        kind,
    };
    let fields = vec![
        field("head", U8),
        field("long", ULONG),
        field("half", U16),
        field("wide", U64),
        field("tail", U32),
    ];
    let layout = Struct::new(Name::new("layout"), fields, false);
    let sizes = Abi::ALL.map(|abi| layout.layout(abi).size);
    assert_eq!(sizes, [40, 32, 24], "as a C compiler says");
    let kind = Kind::new(Format::Struct(Ref::new(layout), None));
    let set = tables.new_set();
    let number = Attribute {
        name: Name::new("LAYOUT"),
        value: 1,
        kind,
        aliases: &[],
    };
    tables.put_set(set, Set::new(Name::new("SET"), vec![number]));
    tables.add_family(Family {
        name: Name::new("layouts"),
        protocol: Some(31),
        layer: Layer::Protocol,
        messages: Cow::Owned(vec![Message {
            name: Name::new("LAYOUTS"),
            value: 77,
            verb: Verb::Other,
            when: When::Always,
            headers: Cow::Borrowed(&[]),
            body: Body::Attributes(set),
        }]),
        groups: Cow::Borrowed(&[]),
    });
    tables
}

/// The struct's bytes: fields at these offsets, the long of that width.
fn laid_out(offsets: [usize; 5], long: usize, size: usize) -> Vec<u8> {
    let mut bytes = vec![0; size];
    let widths = [1, long, 2, 8, 4];
    for (value, (at, width)) in (1u8..).zip(offsets.into_iter().zip(widths)) {
        bytes[at] = value;
        bytes[at + width - 1] |= if width > 1 { 0x40 } else { 0 };
    }
    bytes
}

#[test]
fn structs_of_three_architectures() {
    let tables = layouts();
    let long = |width: u32| (0x40u64 << (8 * width - 8)) + 2;
    for (name, arch, bytes, width, codes) in [
        (
            "lp64",
            "x86_64",
            laid_out([0, 8, 16, 24, 32], 8, 40),
            8,
            &[][..],
        ),
        (
            "ilp32",
            "arm",
            laid_out([0, 4, 8, 16, 24], 4, 32),
            4,
            &["other-layout"],
        ),
        (
            "i386",
            "i386",
            laid_out([0, 4, 8, 12, 20], 4, 24),
            4,
            &["other-layout"],
        ),
    ] {
        let want = format!(
            "\"LAYOUT\":{{\"head\":1,\"long\":{},\"half\":{},\"wide\":{},\"tail\":{}}}",
            long(width),
            0x4003,
            (0x40u64 << 56) + 4,
            (0x40u64 << 24) + 5,
        );
        let bytes = message(77, 0, &attribute(1, &bytes));
        let told = Setup {
            arch: Arch::named(arch),
            ..Setup::new(&tables, 31)
        };
        let line = told.json(&bytes);
        assert!(line.contains(&want), "{name}: {line}\n{want}");
        assert!(told.keep(&bytes).codes().is_empty(), "{name}: it was told");
        // the size alone gives it away, with a note
        let untold = Setup::new(&tables, 31);
        let line = untold.json(&bytes);
        assert!(line.contains(&want), "{name}: {line}");
        assert_eq!(untold.keep(&bytes).codes(), codes, "{name}");
    }
}

#[test]
fn numbers_that_are_aligned_everywhere() {
    let field = |name: &str, kind: Kind| Field {
        name: Name::new(name),
        kind,
    };
    for (kind, sizes) in [(ALIGNED_U64, [16, 16, 16]), (U64, [16, 16, 12])] {
        let fields = vec![field("head", U32), field("wide", kind)];
        let layout = Struct::new(Name::new("layout"), fields, false);
        assert_eq!(Abi::ALL.map(|abi| layout.layout(abi).size), sizes);
    }
}

/// Numbers of errno are the architecture's.
#[test]
fn names_of_errors_by_architecture() {
    let tables = Tables::builtin();
    let name = |arch: Option<&str>, error: i32| {
        let setup = Setup {
            arch: arch.and_then(Arch::named),
            ..Setup::new(&tables, 0)
        };
        let payload = [error.to_le_bytes().to_vec(), vec![0; 16]].concat();
        setup
            .keep(&message(2, 0x100, &payload))
            .derived("errno")
            .map(str::to_owned)
    };
    assert_eq!(name(None, -95).as_deref(), Some("EOPNOTSUPP"));
    assert_eq!(name(Some("x86_64"), -95).as_deref(), Some("EOPNOTSUPP"));
    assert_eq!(name(Some("mips"), -122).as_deref(), Some("EOPNOTSUPP"));
    assert_ne!(name(Some("x86_64"), -122).as_deref(), Some("EOPNOTSUPP"));
}
