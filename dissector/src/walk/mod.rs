//! The only traversal: a message and its table become events for a [`Sink`].
//!
//! It knows no family by name. It never fails: what it cannot read it hands out as bytes,
//! with a diagnostic. Recursion is bounded by [`MAX_DEPTH`], and the work is linear in the
//! number of attributes.

mod attributes;
mod control;
mod header;
mod integers;
mod message;
mod path;
mod select;
mod structure;
mod value;

pub use header::Header;
pub use integers::Integers;
pub(crate) use integers::integer_value;
pub use message::{NETLINK_GENERIC, Resolved, resolve};
pub(crate) use message::{holds, record_of, to_kernel};
pub use path::path_at;
pub use select::Found;

use crate::context::Context;
use crate::diagnostic::{Code, Diagnostic};
use crate::sink::{Class, Flow, Sink, Value};
use crate::table::{Abi, BytesAs, Family, Name, Set, Struct};
use crate::wire::{ByteOrder, NLMSG_HDRLEN, RawMessage};
use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::fmt;

/// How deep nodes may nest before the rest is handed out as bytes.
pub const MAX_DEPTH: u16 = 64;

/// How many diagnostics a message may have before the rest is only counted.
pub const MAX_DIAGNOSTICS: u16 = 100;

/// Bytes of a frame and where they stand in it.
#[derive(Clone, Copy, Debug)]
pub struct Span<'a> {
    /// The bytes.
    pub data: &'a [u8],
    /// Offset of the first from the frame's first netlink byte.
    pub offset: u32,
}

impl<'a> Span<'a> {
    /// A span of these bytes at this offset.
    pub fn new(data: &'a [u8], offset: usize) -> Span<'a> {
        Span {
            data,
            offset: u32::try_from(offset).unwrap_or(u32::MAX),
        }
    }

    /// Its length in bytes.
    #[inline]
    pub fn len(&self) -> u32 {
        self.data.len() as u32
    }

    /// Whether it has no bytes.
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.data.is_empty()
    }

    /// The part from `from`, empty where that is beyond the end.
    #[inline]
    pub fn from(&self, from: usize) -> Span<'a> {
        Span {
            data: self.data.get(from..).unwrap_or(&[]),
            offset: self.offset + from.min(self.data.len()) as u32,
        }
    }

    /// `len` bytes from `from`, fewer where it ends before.
    #[inline]
    pub fn sub(&self, from: usize, len: usize) -> Span<'a> {
        let tail = self.from(from);
        Span {
            data: tail.data.get(..len).unwrap_or(tail.data),
            offset: tail.offset,
        }
    }
}

/// What a node is called.
#[derive(Clone, Copy, Debug)]
pub enum Key<'n> {
    /// A name of the tables.
    Name(&'n Name),
    /// An attribute without a name: its number.
    Unknown(u16),
    /// An entry of an array or map: its nla_type, or its position where there is no nlattr;
    /// and the name that the map's enumeration has for it.
    Entry(u32, Option<&'n Name>),
    /// A name that the message itself gives: any characters.
    Text(&'n str),
}

impl fmt::Display for Key<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Key::Name(name) | Key::Entry(_, Some(name)) => f.write_str(name.as_str()),
            Key::Unknown(number) => write!(f, "#{number}"),
            Key::Entry(index, None) => write!(f, "[{index}]"),
            Key::Text(text) => write!(f, "{}", text.escape_debug()),
        }
    }
}

/// A place in the message: what it is called and which bytes it owns.
#[derive(Clone, Copy, Debug)]
pub struct Node<'n> {
    /// What it is called.
    pub key: Key<'n>,
    /// 0, or for the second of a name that should stand once 2, and so on.
    pub repeat: u32,
    /// First byte, from the frame's first netlink byte; an attribute's is its nlattr header's.
    pub offset: u32,
    /// Bytes; an attribute's is nla_len.
    pub len: u32,
    /// For an attribute: nla_type with its flags.
    pub nla_type: Option<u16>,
    /// The attribute repeats by design.
    pub multi: bool,
    /// Padding, or a field that the kernel reserves.
    pub reserved: bool,
    /// For a bit-field: shift and width in the integer that its parent owns.
    pub bits: Option<(u8, u8)>,
}

impl<'n> Node<'n> {
    /// A node that is no attribute.
    #[inline]
    pub fn new(key: Key<'n>, offset: u32, len: u32) -> Node<'n> {
        Node {
            key,
            repeat: 0,
            offset,
            len,
            nla_type: None,
            multi: false,
            reserved: false,
            bits: None,
        }
    }

    /// A node with a name of the tables for all of a span.
    #[inline]
    pub fn named(name: &'n Name, span: Span<'_>) -> Node<'n> {
        Node::new(Key::Name(name), span.offset, span.len())
    }
}

/// What surrounds the bytes at hand: for selectors.
pub struct Scope<'p> {
    parent: Option<&'p Scope<'p>>,
    what: What<'p>,
    data: &'p [u8],
    order: ByteOrder,
    lookups: Lookups,
}

/// The attributes of a chain that were looked up, each by the address of its name, and where
/// they stand. A chain has few selectors; the first two need no memory.
#[derive(Default)]
struct Lookups {
    first: Cell<[Option<Lookup>; 2]>,
    more: RefCell<Vec<Lookup>>,
}

type Lookup = (*const u8, Option<(u16, usize, usize)>);

enum What<'p> {
    Root,
    Attributes(&'p Set),
    Struct(&'p Struct, Abi),
    Entry(u16),
}

impl<'p> Scope<'p> {
    /// The outermost scope.
    pub fn root() -> Scope<'static> {
        Scope {
            parent: None,
            what: What::Root,
            data: &[],
            order: ByteOrder::Little,
            lookups: Lookups::default(),
        }
    }

    fn inside(
        parent: &'p Scope<'p>,
        what: What<'p>,
        data: &'p [u8],
        order: ByteOrder,
    ) -> Scope<'p> {
        Scope {
            parent: Some(parent),
            what,
            data,
            order,
            lookups: Lookups::default(),
        }
    }

    /// The scope of a struct's fields, for special decoders.
    pub fn of_struct(
        parent: &'p Scope<'p>,
        s: &'p Struct,
        abi: Abi,
        data: &'p [u8],
        order: ByteOrder,
    ) -> Scope<'p> {
        Scope::inside(parent, What::Struct(s, abi), data, order)
    }

    /// The bytes of the nearest chain around whose attributes are of a set.
    pub fn chain(&self, set: &Set) -> Option<&'p [u8]> {
        let mut scope = Some(self);
        while let Some(s) = scope {
            match s.what {
                What::Attributes(of) if std::ptr::eq(of, set) => return Some(s.data),
                _ => scope = s.parent,
            }
        }
        None
    }
}

/// Facts of the message that is being walked.
#[derive(Clone, Copy, Debug)]
pub struct Facts {
    /// nlmsg_type; the command of a generic family; the low byte of a subsystem.
    pub command: u16,
    /// Whether it comes from user space, as far as known.
    pub to_kernel: Option<bool>,
    /// Layout of structs that is known to hold.
    pub abi: Option<Abi>,
    /// Whether bytes of the message were not captured.
    pub cut: bool,
}

/// A walk under way. Special decoders get one to speak through.
pub struct Walk<'w, 'a, S: Sink + ?Sized> {
    /// What is known beyond the bytes.
    pub ctx: &'w Context<'w>,
    /// Who listens.
    pub sink: &'w mut S,
    /// The message's facts.
    pub facts: Facts,
    depth: u16,
    diagnostics: u16,
    groups: bool,
    names_interfaces: bool,
    stopped: bool,
    /// Nobody asks for the headers of the message.
    bare: bool,
    of: std::marker::PhantomData<&'a ()>,
}

/// Walks a message and what the frame has behind it up to the alignment of the next.
/// `rest` is what no message of the frame claims, given with the last one.
pub fn walk<'a, S: Sink + ?Sized>(
    message: &RawMessage<'a>,
    rest: Option<Span<'a>>,
    ctx: &Context<'_>,
    sink: &mut S,
) {
    walk_resolved(message, &resolve(message, ctx), rest, ctx, sink);
}

/// [`walk`] for a message that the tables were asked about already.
pub fn walk_resolved<'a, S: Sink + ?Sized>(
    message: &RawMessage<'a>,
    resolved: &Resolved<'_>,
    rest: Option<Span<'a>>,
    ctx: &Context<'_>,
    sink: &mut S,
) {
    let mut walk = Walk::new(ctx, sink);
    walk.message(message, resolved);
    if let Some(rest) = rest {
        walk.rest(rest);
    }
}

/// [`walk_resolved`] of what is behind the headers of the message alone.
pub(crate) fn walk_body<'a, S: Sink>(
    message: &RawMessage<'a>,
    resolved: &Resolved<'_>,
    ctx: &Context<'_>,
    sink: &mut S,
) {
    let mut walk = Walk::new(ctx, sink);
    walk.bare = true;
    walk.message(message, resolved);
}

/// Walks a frame of a protocol whose frames have no nlmsghdr.
pub fn walk_datagram<'a, S: Sink + ?Sized>(
    family: &Family,
    frame: Span<'a>,
    ctx: &Context<'_>,
    sink: &mut S,
) {
    let mut walk = Walk::new(ctx, sink);
    if let Some(record) = family.messages.first() {
        walk.record(record, frame);
    }
}

/// Walks a frame in which no message can be read.
pub fn walk_no_message<'a, S: Sink + ?Sized>(frame: Span<'a>, ctx: &Context<'_>, sink: &mut S) {
    let mut walk = Walk::new(ctx, sink);
    if frame.data.len() < NLMSG_HDRLEN {
        walk.diagnose(
            Code::ShortFrame,
            frame.offset,
            format!("{} bytes are too few for an nlmsghdr", frame.len()),
        );
    } else {
        walk.bad_length(frame);
    }
    if !frame.is_empty() {
        walk.unclaimed(frame);
    }
}

impl<'w, 'a, S: Sink + ?Sized> Walk<'w, 'a, S> {
    /// A walk that has not begun.
    pub fn new(ctx: &'w Context<'w>, sink: &'w mut S) -> Walk<'w, 'a, S> {
        let (groups, names_interfaces) = (sink.groups(), sink.names_interfaces());
        Walk {
            ctx,
            sink,
            facts: Facts {
                command: 0,
                to_kernel: None,
                abi: ctx.arch.map(|a| a.abi),
                cut: false,
            },
            depth: 0,
            diagnostics: 0,
            groups,
            names_interfaces,
            stopped: false,
            bare: false,
            of: std::marker::PhantomData,
        }
    }

    /// Whether the sink has ended the walk.
    #[inline]
    pub fn stopped(&self) -> bool {
        self.stopped
    }

    /// Begins a node that holds others; `false` where its inside is to be left out. Calls
    /// [`Walk::leave`] must follow either way.
    #[inline]
    pub fn enter(&mut self, node: &Node<'_>, class: Class) -> bool {
        self.depth += 1;
        match self.sink.enter(node, class) {
            Flow::Continue => true,
            Flow::Skip => false,
            Flow::Stop => {
                self.stopped = true;
                false
            }
        }
    }

    /// Ends the node that began last.
    #[inline]
    pub fn leave(&mut self) {
        self.depth -= 1;
        self.sink.leave();
    }

    /// Hands out a value.
    #[inline]
    pub fn leaf(&mut self, node: &Node<'_>, value: &Value<'_>) {
        if !self.stopped && self.sink.leaf(node, value) == Flow::Stop {
            self.stopped = true;
        }
    }

    /// Hands out bytes that have no better form.
    pub fn opaque(&mut self, node: &Node<'_>, data: &[u8]) {
        self.leaf(node, &Value::Bytes(data, BytesAs::Opaque));
    }

    /// Reports something odd.
    pub fn diagnose(&mut self, code: Code, offset: u32, text: impl Into<Cow<'static, str>>) {
        self.diagnostics = self.diagnostics.saturating_add(1);
        let diagnostic = match self.diagnostics {
            ..MAX_DIAGNOSTICS => Diagnostic {
                code,
                offset,
                text: text.into(),
            },
            MAX_DIAGNOSTICS => Diagnostic {
                code: Code::MoreDiagnostics,
                offset,
                text: "the rest of the message is not checked".into(),
            },
            _ => return,
        };
        self.sink.diagnostic(diagnostic);
    }

    /// Whether another level may be entered; says so where not.
    fn may_nest(&mut self, node: &Node<'_>) -> bool {
        if self.depth < MAX_DEPTH {
            return true;
        }
        self.diagnose(
            Code::NestingTooDeep,
            node.offset,
            format!("{}: more than {MAX_DEPTH} levels", node.key),
        );
        false
    }

    /// The layout to read a struct in that takes `len` bytes here.
    fn abi(&self, s: &Struct, len: usize) -> (Abi, bool) {
        if let Some(abi) = self.facts.abi {
            return (abi, false);
        }
        if s.by_abi && usize::from(s.layout(Abi::Lp64).size) != len {
            for abi in [Abi::Ilp32, Abi::I386] {
                if usize::from(s.layout(abi).size) == len {
                    return (abi, true);
                }
            }
        }
        (Abi::Lp64, false)
    }

    /// Lets a special decoder speak through the same sink.
    fn with_dyn(&mut self, run: impl FnOnce(&mut Walk<'_, 'a, dyn Sink + '_>)) {
        let mut inner = Walk {
            ctx: self.ctx,
            facts: self.facts,
            depth: self.depth,
            diagnostics: self.diagnostics,
            groups: self.groups,
            names_interfaces: self.names_interfaces,
            stopped: self.stopped,
            bare: false,
            of: std::marker::PhantomData,
            sink: self.sink.as_dyn(),
        };
        run(&mut inner);
        self.diagnostics = inner.diagnostics;
        self.stopped = inner.stopped;
    }

    /// Walks something under another context, with facts of its own.
    fn within(&mut self, ctx: &Context<'_>, run: impl FnOnce(&mut Walk<'_, 'a, S>)) {
        let mut inner = Walk {
            ctx,
            facts: self.facts,
            depth: self.depth,
            diagnostics: self.diagnostics,
            groups: self.groups,
            names_interfaces: self.names_interfaces,
            stopped: self.stopped,
            bare: false,
            of: std::marker::PhantomData,
            sink: &mut *self.sink,
        };
        run(&mut inner);
        self.diagnostics = inner.diagnostics;
        self.stopped = inner.stopped;
    }
}
