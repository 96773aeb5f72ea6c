//! What a walk speaks to. A sink gets names, places and values; it parses nothing again.

pub mod arena;
pub mod fields;
pub mod json;
pub mod text;

use crate::diagnostic::Diagnostic;
use crate::table::{BytesAs, Enum, Meaning, Name, Set, Unit};
use crate::walk::{Header, Integers, Node};

/// What a sink wants next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flow {
    /// Go on.
    Continue,
    /// Leave out what is inside; [`Sink::leave`] is called all the same.
    Skip,
    /// End the walk.
    Stop,
}

/// What a node that holds others is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Class {
    /// Named children: a nest.
    Nest,
    /// Named children: a struct.
    Struct,
    /// Children named by a key: a map, or a C array with named positions.
    Map,
    /// Children without names: counted attributes or a C array.
    Array,
    /// Children whose order is the meaning.
    Sequence,
    /// The members of an attribute that repeats by design, brought together. Only for sinks
    /// that group, see [`Sink::groups`].
    Multi,
    /// The nlmsghdr. JSON puts its fields one level up.
    Header,
    /// The top-level attributes of a message. It has no bytes of its own: the tree puts its
    /// children one level up.
    Attributes,
    /// Bit-fields that share bytes. JSON puts them one level up.
    Bits,
    /// The request echoed in an nlmsgerr.
    Echo,
}

/// A value, as the bytes give it, with all that is needed to show it.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub enum Value<'v> {
    /// A flag attribute: true.
    Flag,
    /// Yes or no, told by the form of the bytes and not by a number.
    Bool(bool),
    /// An unsigned integer.
    Unsigned {
        /// The number.
        value: u64,
        /// Bytes that it took.
        width: u8,
        /// What it stands for.
        meaning: &'v Meaning,
        /// What it counts.
        unit: Unit,
    },
    /// A signed integer.
    Signed {
        /// The number.
        value: i64,
        /// Bytes that it took.
        width: u8,
        /// What it stands for.
        meaning: &'v Meaning,
        /// What it counts.
        unit: Unit,
    },
    /// An interface index.
    Interface {
        /// The number; -1 and the like where the field is signed.
        value: i64,
        /// Bytes that it took.
        width: u8,
        /// The name that the interface had, where a message told it.
        name: Option<&'v str>,
    },
    /// A number whose name the context gave: nlmsg_type, a generic command.
    Named {
        /// The number.
        value: u64,
        /// Bytes that it took.
        width: u8,
        /// Its name, where one is known.
        name: Option<&'v Name>,
    },
    /// A string: up to its NUL, or all.
    Text(&'v [u8]),
    /// Bytes and how to show them.
    Bytes(&'v [u8], BytesAs),
    /// A `struct nla_bitfield32`.
    Bitfield32 {
        /// Bits.
        value: u32,
        /// Which of them are meant.
        selector: u32,
        /// Their names.
        of: &'v Enum,
    },
}

impl Value<'_> {
    /// Whether it is zero, empty or all zero bytes: what padding and reserved fields should be.
    pub fn is_zero(&self) -> bool {
        match self {
            Value::Flag => false,
            Value::Bool(yes) => !yes,
            Value::Unsigned { value, .. } | Value::Named { value, .. } => *value == 0,
            Value::Signed { value, .. } | Value::Interface { value, .. } => *value == 0,
            Value::Text(b) => b.is_empty(),
            Value::Bytes(b, _) => b.iter().all(|&b| b == 0),
            Value::Bitfield32 {
                value, selector, ..
            } => *value == 0 && *selector == 0,
        }
    }
}

/// Numbers of attributes; those from 512 on are always among them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Numbers([u64; 8]);

impl Numbers {
    /// Adds a number.
    pub fn insert(&mut self, number: u16) {
        if let Some(word) = self.0.get_mut(usize::from(number >> 6)) {
            *word |= 1 << (number & 63);
        }
    }

    /// Whether a number is among them.
    #[inline(always)]
    pub fn contains(&self, number: u16) -> bool {
        let word = self.0.get(usize::from(number >> 6));
        word.is_none_or(|word| word >> (number & 63) & 1 != 0)
    }
}

/// Receives a walk's events, in the order of the bytes (but see [`Sink::groups`]).
pub trait Sink {
    /// A node that holds others begins.
    fn enter(&mut self, node: &Node<'_>, class: Class) -> Flow;

    /// The node that began last ends.
    fn leave(&mut self);

    /// A node with a value.
    fn leaf(&mut self, node: &Node<'_>, value: &Value<'_>) -> Flow;

    /// The nlmsghdr: a node with its fields.
    #[inline]
    fn header(&mut self, header: &Header<'_>) -> Flow {
        let mut flow = self.enter(&header.node(), Class::Header);
        if flow == Flow::Continue {
            header.leaves(|node, value| {
                flow = self.leaf(node, value);
                flow != Flow::Stop
            });
        }
        self.leave();
        flow
    }

    /// Integers that stand one behind the other; each is a leaf.
    #[inline]
    fn integers(&mut self, run: &Integers<'_>) -> Flow {
        let mut flow = Flow::Continue;
        run.leaves(|node, value| {
            flow = self.leaf(node, value);
            flow != Flow::Stop
        });
        flow
    }

    /// A hole: bytes between fields, or behind a message to its alignment.
    fn padding(&mut self, offset: u32, len: u32) {
        let _ = (offset, len);
    }

    /// Something that follows from the bytes but has none of its own: errno's name, a path.
    fn derived(&mut self, name: &Name, text: &str) {
        let _ = (name, text);
    }

    /// The attributes of a set follow, as children of the node that began last.
    fn set(&mut self, name: &Name) {
        let _ = name;
    }

    /// Which attributes of a set, whose chain begins, it wants to hear of; all of them where it
    /// does not say. The walk passes over the others.
    #[inline(always)]
    fn wants(&mut self, set: &Set) -> Option<Numbers> {
        let _ = set;
        None
    }

    /// Something odd.
    fn diagnostic(&mut self, diagnostic: Diagnostic) {
        let _ = diagnostic;
    }

    /// Whether members of an attribute that repeats by design shall come together, wherever
    /// they stand. Sinks that keep the order of the bytes say no.
    fn groups(&self) -> bool {
        false
    }

    /// Whether the names of interfaces are wanted beside their indices.
    fn names_interfaces(&self) -> bool {
        false
    }

    /// The same sink as a trait object, for special decoders.
    fn as_dyn(&mut self) -> &mut dyn Sink;
}

/// Receives everything and keeps nothing: for benches and for walks that only diagnose.
#[derive(Debug, Default)]
pub struct Empty {
    /// Something of every leaf, so that nothing is optimized away.
    pub sum: u64,
    /// Diagnostics seen.
    pub diagnostics: u64,
}

impl Sink for Empty {
    #[inline]
    fn enter(&mut self, _: &Node<'_>, _: Class) -> Flow {
        Flow::Continue
    }

    #[inline]
    fn leave(&mut self) {}

    #[inline]
    fn leaf(&mut self, node: &Node<'_>, value: &Value<'_>) -> Flow {
        let kind = match value {
            Value::Flag => 1,
            Value::Bool(yes) => 49 + u64::from(*yes),
            Value::Unsigned { width, .. } => 2 + u64::from(*width),
            Value::Signed { width, .. } => 12 + u64::from(*width),
            Value::Named { width, .. } | Value::Interface { width, .. } => 22 + u64::from(*width),
            Value::Text(_) => 32,
            Value::Bytes(_, form) => 33 + *form as u64,
            Value::Bitfield32 { .. } => 48,
        };
        self.sum = self
            .sum
            .wrapping_add(u64::from(node.offset) + u64::from(node.len) + kind);
        Flow::Continue
    }

    #[inline]
    fn integers(&mut self, run: &Integers<'_>) -> Flow {
        let mut sum = 0;
        run.places(|offset, width, signed| {
            let kind = if signed { 12 } else { 2 };
            sum += u64::from(offset) + 2 * u64::from(width) + kind;
        });
        self.sum = self.sum.wrapping_add(sum);
        Flow::Continue
    }

    fn diagnostic(&mut self, _: Diagnostic) {
        self.diagnostics += 1;
    }

    fn as_dyn(&mut self) -> &mut dyn Sink {
        self
    }
}
