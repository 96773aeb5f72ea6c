//! Chains of attributes.

use super::{Key, Node, Scope, Span, Walk, What};
use crate::diagnostic::Code;
use crate::sink::{Class, Sink};
use crate::table::{Kind, Set};
use crate::wire::{AttributeHeader, ByteOrder, NLA_F_NET_BYTEORDER, NLA_HDRLEN, align4};
use std::collections::HashMap;

/// Which types were met in a chain: one bit each; larger numbers share bits.
struct Seen([u64; 8]);

impl Seen {
    /// Marks a type; whether it (or one that shares its bit) was marked before.
    #[inline]
    fn mark(&mut self, number: u16) -> bool {
        let Some(word) = self.0.get_mut(usize::from(number >> 6) & 7) else {
            return false;
        };
        let bit = 1 << (number & 63);
        let before = *word & bit != 0;
        *word |= bit;
        before
    }
}

/// One attribute of a chain.
#[derive(Clone, Copy)]
struct Tlv<'a> {
    header: AttributeHeader,
    offset: u32,
    payload: Span<'a>,
}

impl Tlv<'_> {
    #[inline]
    fn node<'n>(&self, key: Key<'n>) -> Node<'n> {
        Node {
            key,
            repeat: 0,
            offset: self.offset,
            len: u32::from(self.header.nla_len),
            nla_type: Some(self.header.nla_type),
            multi: false,
            reserved: false,
            bits: None,
        }
    }

    #[inline]
    fn order(&self, host: ByteOrder) -> ByteOrder {
        if self.header.nla_type & NLA_F_NET_BYTEORDER != 0 {
            ByteOrder::Big
        } else {
            host
        }
    }
}

/// What ends a chain of attributes.
enum End {
    Whole,
    Leftover,
    Bad(AttributeHeader),
}

impl<'a, S: Sink + ?Sized> Walk<'_, 'a, S> {
    /// Takes the next attribute off a chain.
    #[inline(always)]
    fn next_tlv(&self, chain: &mut Span<'a>) -> Result<Tlv<'a>, End> {
        let Some(header) = AttributeHeader::parse(chain.data, self.ctx.order) else {
            return Err(if chain.is_empty() {
                End::Whole
            } else {
                End::Leftover
            });
        };
        let len = usize::from(header.nla_len);
        let Some(payload) = chain.data.get(NLA_HDRLEN..len) else {
            return Err(End::Bad(header));
        };
        let tlv = Tlv {
            header,
            offset: chain.offset,
            payload: Span {
                data: payload,
                offset: chain.offset + NLA_HDRLEN as u32,
            },
        };
        *chain = chain.from(align4(len));
        Ok(tlv)
    }

    /// Walks the attributes of a set.
    pub fn attributes(&mut self, set: &Set, span: Span<'a>, parent: &Scope<'_>) {
        let scope = Scope::inside(parent, What::Attributes(set), span.data, self.ctx.order);
        let mut seen = Seen([0; 8]);
        let mut grouped = Seen([0; 8]);
        let mut counts: Option<HashMap<u16, u32>> = None;
        let mut chain = span;
        let end = loop {
            if self.stopped {
                return;
            }
            let tlv = match self.next_tlv(&mut chain) {
                Ok(tlv) => tlv,
                Err(end) => break end,
            };
            let number = tlv.header.number();
            let Some(attribute) = set.get(number) else {
                let mut node = tlv.node(Key::Unknown(number));
                if seen.mark(number) {
                    node.repeat = self.count(&mut counts, number, span, chain);
                }
                self.opaque(&node, tlv.payload.data);
                continue;
            };
            let mut node = tlv.node(Key::Name(&attribute.name));
            if attribute.kind.multi {
                node.multi = true;
                if !self.groups {
                    self.tlv_value(&attribute.kind, &node, &tlv, &scope);
                } else if !grouped.mark(number) {
                    self.group(&attribute.kind, &node, &tlv, chain, &scope);
                }
                continue;
            }
            if seen.mark(number) {
                node.repeat = self.count(&mut counts, number, span, chain);
                if node.repeat > 0 {
                    self.diagnose(
                        Code::RepeatedAttribute,
                        node.offset,
                        format!("{} stands again: the kernel takes the last", attribute.name),
                    );
                }
            }
            self.tlv_value(&attribute.kind, &node, &tlv, &scope);
        };
        self.end_chain(end, chain);
    }

    /// The how-manieth of its type the attribute before `rest` is; 0 for the first. Only for
    /// types whose bit was marked before, so that ordinary chains never come here.
    #[cold]
    fn count(
        &self,
        counts: &mut Option<HashMap<u16, u32>>,
        number: u16,
        whole: Span<'a>,
        rest: Span<'a>,
    ) -> u32 {
        let counts = counts.get_or_insert_with(|| {
            // all that stand before this one; from here on each such attribute is counted below
            let mut counts = HashMap::new();
            let mut chain = whole;
            while let Ok(tlv) = self.next_tlv(&mut chain) {
                if chain.offset >= rest.offset {
                    break;
                }
                *counts.entry(tlv.header.number()).or_insert(0) += 1;
            }
            counts
        });
        let n = counts.entry(number).or_insert(0);
        *n += 1;
        if *n > 1 { *n } else { 0 }
    }

    /// The members of an attribute that repeats by design, from the first on.
    fn group(
        &mut self,
        kind: &Kind,
        node: &Node<'_>,
        first: &Tlv<'a>,
        rest: Span<'a>,
        scope: &Scope<'_>,
    ) {
        if self.enter(node, Class::Multi) {
            let mut chain = rest;
            let mut position = 0;
            let mut next = Some(*first);
            while let Some(tlv) = next {
                if tlv.header.number() == first.header.number() && !self.stopped {
                    let node = tlv.node(Key::Entry(position, None));
                    self.tlv_value(kind, &node, &tlv, scope);
                    position += 1;
                }
                next = self.next_tlv(&mut chain).ok();
            }
        }
        self.leave();
    }

    /// Walks a chain whose order is the meaning: each attribute once, in its place.
    pub(super) fn sequence(&mut self, set: &Set, span: Span<'a>, parent: &Scope<'_>) {
        let scope = Scope::inside(parent, What::Attributes(set), span.data, self.ctx.order);
        let mut chain = span;
        let end = loop {
            if self.stopped {
                return;
            }
            let tlv = match self.next_tlv(&mut chain) {
                Ok(tlv) => tlv,
                Err(end) => break end,
            };
            let number = tlv.header.number();
            match set.get(number) {
                Some(attribute) => {
                    let mut node = tlv.node(Key::Name(&attribute.name));
                    node.multi = attribute.kind.multi;
                    self.tlv_value(&attribute.kind, &node, &tlv, &scope);
                }
                None => self.opaque(&tlv.node(Key::Unknown(number)), tlv.payload.data),
            }
        };
        self.end_chain(end, chain);
    }

    /// Walks a chain whose types are counters or keys: each entry of one kind.
    pub(super) fn entries(
        &mut self,
        keys: Option<&crate::table::Enum>,
        named: bool,
        kind: &Kind,
        span: Span<'a>,
        parent: &Scope<'_>,
    ) {
        let mut seen = Seen([0; 8]);
        let mut counts: Option<HashMap<u16, u32>> = None;
        let mut chain = span;
        let end = loop {
            if self.stopped {
                return;
            }
            let tlv = match self.next_tlv(&mut chain) {
                Ok(tlv) => tlv,
                Err(end) => break end,
            };
            let number = tlv.header.number();
            let name = keys.and_then(|e| e.name_of(number.into()));
            let mut node = tlv.node(Key::Entry(number.into(), name));
            if named && seen.mark(number) {
                node.repeat = self.count(&mut counts, number, span, chain);
            }
            let scope = Scope::inside(parent, What::Entry(number), &[], self.ctx.order);
            self.tlv_value(kind, &node, &tlv, &scope);
        };
        self.end_chain(end, chain);
    }

    #[inline(always)]
    fn tlv_value(&mut self, kind: &Kind, node: &Node<'_>, tlv: &Tlv<'a>, scope: &Scope<'_>) {
        let order = tlv.order(self.ctx.order);
        if !self.plain(kind, node, tlv.payload.data, order) {
            self.value(kind, node, tlv.payload, order, scope);
        }
    }

    /// Says what is left of a chain, and hands it out.
    #[inline]
    fn end_chain(&mut self, end: End, rest: Span<'a>) {
        if !matches!(end, End::Whole) {
            self.odd_end(end, rest);
        }
    }

    #[cold]
    fn odd_end(&mut self, end: End, rest: Span<'a>) {
        let node = Node::named(&REST, rest);
        let zero = rest.data.iter().all(|&b| b == 0);
        match end {
            End::Whole => return,
            End::Bad(_) if zero => self.diagnose(
                Code::ZeroAttributes,
                rest.offset,
                format!("{} zero bytes instead of attributes", rest.len()),
            ),
            End::Leftover => self.diagnose(
                Code::LeftoverBytes,
                rest.offset,
                format!("{} bytes are too few for an nlattr", rest.len()),
            ),
            End::Bad(header) if self.facts.cut && usize::from(header.nla_len) >= NLA_HDRLEN => self
                .diagnose(
                    Code::CutAttribute,
                    rest.offset,
                    format!(
                        "attribute {}: nla_len is {}, {} bytes were captured",
                        header.number(),
                        header.nla_len,
                        rest.len()
                    ),
                ),
            End::Bad(header) => self.diagnose(
                Code::BadAttribute,
                rest.offset,
                format!(
                    "attribute {}: nla_len is {}, {} bytes are left",
                    header.number(),
                    header.nla_len,
                    rest.len()
                ),
            ),
        }
        self.opaque(&node, rest.data);
    }
}

/// What no attribute claims.
static REST: crate::table::Name = crate::name!("rest");
