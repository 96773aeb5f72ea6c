//! Chains of attributes.

use super::{Key, Node, Scope, Span, Walk, What};
use crate::diagnostic::Code;
use crate::sink::{Class, Sink};
use crate::table::{Attribute, Format, Kind, Set};
use crate::wire::{AttributeHeader, ByteOrder, NLA_F_NET_BYTEORDER, NLA_HDRLEN, attribute_step};
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
    payload: Span<'a>,
}

impl<'a> Tlv<'a> {
    fn of(header: AttributeHeader, payload: Span<'a>) -> Tlv<'a> {
        Tlv { header, payload }
    }

    #[inline]
    fn node<'n>(&self, key: Key<'n>) -> Node<'n> {
        Node {
            key,
            repeat: 0,
            offset: self.payload.offset - NLA_HDRLEN as u32,
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

/// What a chain of attributes has had so far.
struct Met<'a> {
    seen: Seen,
    /// Types that repeat by design and were brought together already.
    grouped: Seen,
    counts: Counts<'a>,
    whole: Span<'a>,
}

/// How often each type has stood in a chain, as far as was counted.
#[derive(Default)]
struct Counts<'a>(Option<(HashMap<u16, u32>, Span<'a>)>);

impl<'a> Counts<'a> {
    /// The how-manieth of its type the attribute before `rest` is; 0 for the first. Asked only
    /// for types whose bit was marked before, so that ordinary chains never come here; what
    /// stands since the last time is counted first.
    #[cold]
    fn count(&mut self, number: u16, whole: Span<'a>, rest: Span<'a>, order: ByteOrder) -> u32 {
        let (numbers, chain) = self.0.get_or_insert_with(|| (HashMap::new(), whole));
        while chain.offset < rest.offset
            && let Some(tlv) = next_tlv(chain, order)
        {
            *numbers.entry(tlv.header.number()).or_insert(0) += 1;
        }
        let n = numbers.get(&number).copied().unwrap_or(0);
        if n > 1 { n } else { 0 }
    }
}

/// Takes the next attribute off a chain; `None` where none is left or the next does not fit,
/// and then the chain keeps what is left.
#[inline(always)]
fn next_tlv<'a>(chain: &mut Span<'a>, order: ByteOrder) -> Option<Tlv<'a>> {
    let header = AttributeHeader::parse(chain.data, order)?;
    let len = usize::from(header.nla_len);
    let payload = chain.data.get(NLA_HDRLEN..len)?;
    let offset = chain.offset;
    let step = attribute_step(len);
    // the last attribute may lack its padding: then nothing is left
    chain.data = chain.data.get(step..).unwrap_or(&[]);
    chain.offset = offset + step as u32;
    let payload = Span {
        data: payload,
        offset: offset + NLA_HDRLEN as u32,
    };
    Some(Tlv { header, payload })
}

impl<'a, S: Sink + ?Sized> Walk<'_, 'a, S> {
    /// Walks the attributes of a set.
    pub fn attributes(&mut self, set: &Set, span: Span<'a>, parent: &Scope<'_>) {
        let scope = Scope::inside(parent, What::Attributes(set), span.data, self.ctx.order);
        self.sink.set(&set.name);
        let mut met = Met {
            seen: Seen([0; 8]),
            grouped: Seen([0; 8]),
            counts: Counts::default(),
            whole: span,
        };
        let (index, attributes): (&[u16], &[Attribute]) = (&set.index, &set.attributes);
        let host = self.ctx.order;
        let wanted = self.sink.wants(set);
        let mut chain = span;
        while !self.stopped {
            let Some(tlv) = next_tlv(&mut chain, host) else {
                break;
            };
            let number = tlv.header.number();
            if wanted.is_some_and(|wanted| !wanted.contains(number)) {
                continue;
            }
            let at = index.get(usize::from(number)).map_or(0, |at| *at);
            if let Some(attribute) = attributes.get(usize::from(at).wrapping_sub(1))
                && !attribute.kind.multi
                && !met.seen.mark(number)
            {
                // what nearly all attributes are: known, and the first of their kind
                if let Some(plain) = self.as_plain(&attribute.kind)
                    && plain.width == tlv.payload.data.len()
                {
                    let node = tlv.node(Key::Name(&attribute.name));
                    self.put_plain(&plain, &node, tlv.payload.data, tlv.order(host));
                } else {
                    self.attribute(attribute, tlv.header, tlv.payload, &scope);
                }
            } else {
                let set = (index, attributes);
                self.odd_attribute(set, &mut met, tlv.header, tlv.payload, chain, &scope);
            }
        }
        self.end_chain(chain);
    }

    /// A known attribute that is no plain integer.
    #[inline(never)]
    fn attribute(
        &mut self,
        attribute: &Attribute,
        header: AttributeHeader,
        payload: Span<'a>,
        scope: &Scope<'_>,
    ) {
        let tlv = Tlv::of(header, payload);
        let node = tlv.node(Key::Name(&attribute.name));
        self.value(
            &attribute.kind,
            &node,
            payload,
            tlv.order(self.ctx.order),
            scope,
        );
    }

    /// An attribute that repeats, by design or not, or that has no name.
    #[inline(never)]
    fn odd_attribute(
        &mut self,
        (index, attributes): (&[u16], &[Attribute]),
        met: &mut Met<'a>,
        header: AttributeHeader,
        payload: Span<'a>,
        rest: Span<'a>,
        scope: &Scope<'_>,
    ) {
        let tlv = Tlv::of(header, payload);
        let number = header.number();
        let at = index.get(usize::from(number)).map_or(0, |at| *at);
        match attributes.get(usize::from(at).wrapping_sub(1)) {
            Some(attribute) if attribute.kind.multi => {
                let mut node = tlv.node(Key::Name(&attribute.name));
                node.multi = true;
                if !self.groups {
                    self.tlv_value(&attribute.kind, &node, &tlv, scope);
                } else if !met.grouped.mark(number) {
                    self.group(&attribute.kind, &node, &tlv, rest, scope);
                }
            }
            Some(attribute) => {
                let mut node = tlv.node(Key::Name(&attribute.name));
                // alignment may stand as often as it likes
                let pad = matches!(attribute.kind.format, Format::Pad);
                if !pad || payload.data.iter().any(|&b| b != 0) {
                    node.repeat = met.counts.count(number, met.whole, rest, self.ctx.order);
                }
                if node.repeat > 0 && !pad {
                    self.diagnose(
                        Code::RepeatedAttribute,
                        node.offset,
                        format!("{} stands again: the kernel takes the last", attribute.name),
                    );
                }
                self.tlv_value(&attribute.kind, &node, &tlv, scope);
            }
            None => {
                let mut node = tlv.node(Key::Unknown(number));
                if met.seen.mark(number) {
                    node.repeat = met.counts.count(number, met.whole, rest, self.ctx.order);
                }
                self.opaque(&node, payload.data);
            }
        }
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
                next = next_tlv(&mut chain, self.ctx.order);
            }
        }
        self.leave();
    }

    /// Walks a chain whose order is the meaning: each attribute once, in its place.
    pub(super) fn sequence(&mut self, set: &Set, span: Span<'a>, parent: &Scope<'_>) {
        let scope = Scope::inside(parent, What::Attributes(set), span.data, self.ctx.order);
        self.sink.set(&set.name);
        let mut chain = span;
        while !self.stopped {
            let Some(tlv) = next_tlv(&mut chain, self.ctx.order) else {
                break;
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
        }
        self.end_chain(chain);
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
        let mut counts = Counts::default();
        let mut chain = span;
        while !self.stopped {
            let Some(tlv) = next_tlv(&mut chain, self.ctx.order) else {
                break;
            };
            let number = tlv.header.number();
            let name = keys.and_then(|e| e.name_of(number.into()));
            let mut node = tlv.node(Key::Entry(number.into(), name));
            if named && seen.mark(number) {
                node.repeat = counts.count(number, span, chain, self.ctx.order);
            }
            let scope = Scope::inside(parent, What::Entry(number), &[], self.ctx.order);
            self.tlv_value(kind, &node, &tlv, &scope);
        }
        self.end_chain(chain);
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
    fn end_chain(&mut self, rest: Span<'a>) {
        if !rest.is_empty() && !self.stopped {
            self.odd_end(rest);
        }
    }

    #[cold]
    fn odd_end(&mut self, rest: Span<'a>) {
        let left = rest.len();
        let Some(header) = AttributeHeader::parse(rest.data, self.ctx.order) else {
            self.diagnose(
                Code::LeftoverBytes,
                rest.offset,
                format!("{left} bytes are too few for an nlattr"),
            );
            self.opaque(&Node::named(&REST, rest), rest.data);
            return;
        };
        let (number, len) = (header.number(), header.nla_len);
        if rest.data.iter().all(|&b| b == 0) {
            self.diagnose(
                Code::ZeroAttributes,
                rest.offset,
                format!("{left} zero bytes instead of attributes"),
            );
        } else if self.facts.cut && usize::from(len) >= NLA_HDRLEN {
            self.diagnose(
                Code::CutAttribute,
                rest.offset,
                format!("attribute {number}: nla_len is {len}, {left} bytes were captured"),
            );
        } else {
            self.diagnose(
                Code::BadAttribute,
                rest.offset,
                format!("attribute {number}: nla_len is {len}, {left} bytes are left"),
            );
        }
        self.opaque(&Node::named(&REST, rest), rest.data);
    }
}

/// What no attribute claims.
static REST: crate::table::Name = crate::name!("rest");
