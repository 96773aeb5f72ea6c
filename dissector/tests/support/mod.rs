//! What the tests of the dissector share: samples, and a sink that keeps the tree.

#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

use netlink_dissector::context::{Context, Direction, Knowledge};
use netlink_dissector::diagnostic::Diagnostic;
use netlink_dissector::envelope::Envelope;
use netlink_dissector::sink::json::Json;
use netlink_dissector::sink::{Class, Flow, Sink, Value};
use netlink_dissector::table::{Arch, Tables};
use netlink_dissector::walk::{Key, Node, Span, walk, walk_no_message};
use netlink_dissector::wire::{ByteOrder, Messages, RawMessage, align4};
use std::path::Path;

/// The netlink frames of an uncompressed little-endian pcap sample, with their protocols.
pub fn sample(name: &str) -> Vec<(u16, Vec<u8>)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let bytes = std::fs::read(root.join("../samples").join(name)).unwrap();
    assert_eq!(bytes[..4], [0xd4, 0xc3, 0xb2, 0xa1], "{name}: a plain pcap");
    let mut frames = Vec::new();
    let mut at = 24;
    while at + 16 <= bytes.len() {
        let len = u32::from_le_bytes(bytes[at + 8..at + 12].try_into().unwrap()) as usize;
        let packet = &bytes[at + 16..at + 16 + len];
        frames.push((
            u16::from_be_bytes([packet[14], packet[15]]),
            packet[16..].to_vec(),
        ));
        at += 16 + len;
    }
    frames
}

/// The samples that [`sample`] can read.
pub const SAMPLES: &[&str] = &[
    "tiny.pcap",
    "link.pcap",
    "route.pcap",
    "errors.pcap",
    "tc.pcap",
    "sockets.pcap",
    "nft.pcap",
    "xfrm.pcap",
    "monitor.pcap",
];

/// A node of the tree.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept {
    pub name: String,
    pub offset: usize,
    pub len: usize,
    pub attribute: bool,
    pub class: Option<Class>,
    /// The value as JSON, for leaves.
    pub value: String,
    pub bits: bool,
    pub children: Vec<Kept>,
}

/// Keeps the tree, the diagnostics and what is derived.
#[derive(Default)]
pub struct Keeper {
    open: Vec<Kept>,
    pub roots: Vec<Kept>,
    pub diagnostics: Vec<Diagnostic>,
    pub derived: Vec<(String, String)>,
    pub leaves: usize,
}

impl Keeper {
    fn put(&mut self, kept: Kept) {
        match self.open.last_mut() {
            Some(parent) => parent.children.push(kept),
            None => self.roots.push(kept),
        }
    }

    /// The first node of a name, anywhere.
    pub fn find(&self, name: &str) -> Option<&Kept> {
        fn within<'k>(nodes: &'k [Kept], name: &str) -> Option<&'k Kept> {
            nodes.iter().find_map(|n| {
                if n.name == name {
                    Some(n)
                } else {
                    within(&n.children, name)
                }
            })
        }
        within(&self.roots, name)
    }

    /// The value of the first leaf of a name, as JSON.
    pub fn value(&self, name: &str) -> Option<&str> {
        self.find(name).map(|n| n.value.as_str())
    }

    /// The codes of the diagnostics.
    pub fn codes(&self) -> Vec<&'static str> {
        self.diagnostics.iter().map(|d| d.code.word()).collect()
    }

    pub fn derived(&self, name: &str) -> Option<&str> {
        let found = self.derived.iter().find(|(n, _)| n == name);
        found.map(|(_, text)| text.as_str())
    }
}

fn kept(node: &Node<'_>, class: Option<Class>) -> Kept {
    Kept {
        name: match node.repeat {
            0 => node.key.to_string(),
            n => format!("{}#{n}", node.key),
        },
        offset: node.offset as usize,
        len: node.len as usize,
        attribute: node.nla_type.is_some(),
        class,
        value: String::new(),
        bits: node.bits.is_some(),
        children: Vec::new(),
    }
}

impl Sink for Keeper {
    fn enter(&mut self, node: &Node<'_>, class: Class) -> Flow {
        self.open.push(kept(node, Some(class)));
        Flow::Continue
    }

    fn leave(&mut self) {
        let node = self.open.pop().expect("every leave has its enter");
        self.put(node);
    }

    fn leaf(&mut self, node: &Node<'_>, value: &Value<'_>) -> Flow {
        self.leaves += 1;
        let mut out = Vec::new();
        netlink_dissector::sink::json::value::write_value(&mut out, value);
        let mut leaf = kept(node, None);
        leaf.value = String::from_utf8(out).expect("JSON is UTF-8");
        self.put(leaf);
        Flow::Continue
    }

    fn padding(&mut self, offset: u32, len: u32) {
        static PADDING: netlink_dissector::table::Name = netlink_dissector::name!("padding");
        let node = Node::new(Key::Name(&PADDING), offset, len);
        self.put(kept(&node, None));
    }

    fn derived(&mut self, name: &netlink_dissector::table::Name, text: &str) {
        self.derived.push((name.to_string(), text.to_owned()));
    }

    fn diagnostic(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    fn as_dyn(&mut self) -> &mut dyn Sink {
        self
    }
}

/// Walks a frame; one keeper a message, or one for a frame without any.
pub fn walk_frame(
    tables: &Tables,
    protocol: u16,
    frame: &[u8],
    order: ByteOrder,
    direction: Option<Direction>,
) -> Vec<(usize, usize, Keeper)> {
    let mut ctx = Context::new(tables, protocol);
    ctx.order = order;
    ctx.direction = direction;
    let mut kept = Vec::new();
    let mut messages = Messages::of(protocol, frame, order);
    let Some(mut message) = messages.next() else {
        let mut keeper = Keeper::default();
        walk_no_message(Span::new(frame, 0), &ctx, &mut keeper);
        return vec![(0, frame.len(), keeper)];
    };
    loop {
        let next = messages.next();
        let rest = next.is_none().then(|| messages.rest());
        let rest = rest.map(|r| Span::new(r, messages.offset()));
        let mut keeper = Keeper::default();
        walk(&message, rest, &ctx, &mut keeper);
        let end = message.offset + message.data.len();
        kept.push((message.offset, end, keeper));
        match next {
            Some(following) => message = following,
            None => return kept,
        }
    }
}

/// What a message is walked with.
#[derive(Clone, Copy)]
pub struct Setup<'s> {
    pub tables: &'s Tables,
    pub protocol: u16,
    pub order: ByteOrder,
    pub direction: Option<Direction>,
    pub arch: Option<Arch>,
    pub knowledge: Option<&'s dyn Knowledge>,
    pub request: Option<&'s [u8]>,
}

impl<'s> Setup<'s> {
    /// Little-endian, with nothing else known.
    pub fn new(tables: &'s Tables, protocol: u16) -> Setup<'s> {
        Setup {
            tables,
            protocol,
            order: ByteOrder::Little,
            direction: None,
            arch: None,
            knowledge: None,
            request: None,
        }
    }

    pub fn context(&self) -> Context<'s> {
        let mut ctx = Context::new(self.tables, self.protocol);
        ctx.order = self.order;
        ctx.direction = self.direction;
        ctx.arch = self.arch;
        if let Some(knowledge) = self.knowledge {
            ctx.knowledge = knowledge;
        }
        ctx.request = self
            .request
            .and_then(|r| RawMessage::parse(r, 0, self.order));
        ctx
    }

    /// The tree of the first message, with every byte owned once.
    pub fn keep(&self, bytes: &[u8]) -> Keeper {
        let ctx = self.context();
        let message = RawMessage::parse(bytes, 0, self.order).expect("a message");
        let mut keeper = Keeper::default();
        walk(&message, None, &ctx, &mut keeper);
        check_ownership((0, message.data.len()), message.data.len(), &keeper);
        keeper
    }

    /// The first message as JSON.
    pub fn json(&self, bytes: &[u8]) -> String {
        let ctx = self.context();
        let message = RawMessage::parse(bytes, 0, self.order).expect("a message");
        let mut sink = Json::new();
        let envelope = Envelope::default();
        sink.begin(&envelope);
        walk(&message, None, &ctx, &mut sink);
        sink.end(&envelope);
        String::from_utf8(std::mem::take(sink.buffer())).expect("JSON is UTF-8")
    }
}

/// Walks one message in the host's little-endian order.
pub fn walk_one(protocol: u16, bytes: &[u8], direction: Option<Direction>) -> Keeper {
    let tables = Tables::builtin();
    let mut all = walk_frame(&tables, protocol, bytes, ByteOrder::Little, direction);
    all.remove(0).2
}

/// Every byte has one owner: nodes tile what their parent owns.
pub fn check_ownership(message: (usize, usize), frame_len: usize, keeper: &Keeper) {
    let (from, to) = message;
    let mut roots = keeper.roots.as_slice();
    // what no message claims comes last, behind the message's alignment
    if let [front @ .., last] = roots
        && last.name == "rest"
        && last.offset >= to
    {
        assert!(
            last.offset >= align4(to).min(frame_len) || last.offset == to,
            "{last:?}"
        );
        assert_eq!(last.offset + last.len, frame_len, "rest ends the frame");
        roots = front;
    }
    tile(roots, from, to, "message");
}

fn tile(nodes: &[Kept], from: usize, to: usize, of: &str) {
    let mut at = from;
    for node in nodes {
        assert_eq!(
            node.offset, at,
            "{} in {of}: a hole or an overlap",
            node.name
        );
        let end = node.offset + node.len;
        if let Some(class) = node.class
            && class != Class::Bits
        {
            let header = if node.attribute { 4 } else { 0 };
            tile(
                &node.children,
                node.offset + header,
                end.min(to),
                &node.name,
            );
        }
        at = if node.attribute {
            align4(end).min(to)
        } else {
            end
        };
    }
    assert_eq!(at, to, "{of}: its nodes end early or late");
}

/// Puts a message together: nlmsghdr and payload, little-endian.
pub fn message(nlmsg_type: u16, flags: u16, payload: &[u8]) -> Vec<u8> {
    message_with(nlmsg_type, flags, 7, 0, payload)
}

/// The same with sequence number and port.
pub fn message_with(nlmsg_type: u16, flags: u16, seq: u32, pid: u32, payload: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::new();
    bytes.extend(((16 + payload.len()) as u32).to_le_bytes());
    bytes.extend(nlmsg_type.to_le_bytes());
    bytes.extend(flags.to_le_bytes());
    bytes.extend(seq.to_le_bytes());
    bytes.extend(pid.to_le_bytes());
    bytes.extend(payload);
    bytes
}

/// An NLMSG_ERROR in answer to a request: its header alone is echoed where it is a success.
pub fn error_of(request: &[u8], error: i32, pid: u32) -> Vec<u8> {
    let capped = error == 0;
    let echo = if capped { &request[..16] } else { request };
    let payload = [&error.to_le_bytes(), echo].concat();
    let seq = u32::from_le_bytes(request[8..12].try_into().unwrap());
    message_with(2, if capped { 0x100 } else { 0 }, seq, pid, &payload)
}

/// Puts an attribute together, padded.
pub fn attribute(nla_type: u16, payload: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::new();
    bytes.extend(((4 + payload.len()) as u16).to_le_bytes());
    bytes.extend(nla_type.to_le_bytes());
    bytes.extend(payload);
    bytes.resize(align4(bytes.len()), 0);
    bytes
}
