//! One value: what a [`Kind`] makes of a span.

use super::integers::integer_value;
use super::select::Found;
use super::{Node, Scope, Span, Walk};
use crate::diagnostic::Code;
use crate::sink::{Class, Sink, Value};
use crate::table::{BytesAs, Format, Kind, Meaning, Order, Slot, Unit, Width};
use crate::wire::ByteOrder;

const AF_INET: u64 = 2;
const AF_INET6: u64 = 10;

/// An integer of known width.
pub(super) struct Plain<'k> {
    pub(super) width: usize,
    signed: bool,
    order: Order,
    meaning: &'k Meaning,
    unit: Unit,
}

impl Plain<'_> {
    pub(super) fn is_interface(&self) -> bool {
        matches!(self.meaning, Meaning::Ifindex)
    }

    pub(super) fn slot(&self) -> Slot {
        Slot {
            offset: 0,
            width: self.width as u8,
            signed: self.signed,
        }
    }
}

impl<'a, S: Sink + ?Sized> Walk<'_, 'a, S> {
    /// Hands out a value of a kind. `order` is the host's, or network order where the
    /// attribute says so.
    #[inline]
    pub fn value(
        &mut self,
        kind: &Kind,
        node: &Node<'_>,
        span: Span<'a>,
        order: ByteOrder,
        scope: &Scope<'_>,
    ) {
        match &kind.format {
            Format::Integer { .. } => {
                if !self.plain(kind, node, span.data, order) {
                    self.odd_integer(kind, node, span, order);
                }
            }
            Format::Nest(set) => {
                if kind.or_flag && span.is_empty() {
                    self.leaf(node, &Value::Flag);
                } else if self.may_nest(node) {
                    if self.enter(node, Class::Nest) {
                        let set = self.ctx.tables.set(*set);
                        self.attributes(set, span, scope);
                    }
                    self.leave();
                } else {
                    self.opaque(node, span.data);
                }
            }
            Format::String(terminated) => self.text(node, span, *terminated),
            Format::Bytes(form) => self.bytes(node, span, *form),
            _ => self.other_value(kind, node, span, order, scope),
        }
    }

    fn other_value(
        &mut self,
        kind: &Kind,
        node: &Node<'_>,
        span: Span<'a>,
        order: ByteOrder,
        scope: &Scope<'_>,
    ) {
        match &kind.format {
            Format::Flag => {
                if !span.is_empty() {
                    self.diagnose(
                        Code::UnexpectedPayload,
                        span.offset,
                        format!("{}: a flag with {} bytes", node.key, span.len()),
                    );
                }
                self.leaf(node, &Value::Flag);
            }
            Format::Address(family) => {
                let len = span.data.len();
                // four bytes are an IPv4 address in any family
                let found = (len != 4).then(|| self.find(family, len, scope));
                let form = match found.flatten() {
                    Some(Found::Number(AF_INET)) if len >= 4 => BytesAs::Ipv4,
                    Some(Found::Number(AF_INET6)) if len >= 16 => BytesAs::Ipv6,
                    _ => BytesAs::Ip,
                };
                self.address(node, span, form);
            }
            Format::Bitfield32(of) => {
                if span.data.len() == 8 {
                    let value = order.unsigned(span.data, 4) as u32;
                    let selector = order.unsigned(span.from(4).data, 4) as u32;
                    self.leaf(
                        node,
                        &Value::Bitfield32 {
                            value,
                            selector,
                            of,
                        },
                    );
                } else {
                    self.short(node, span, 8, "nla_bitfield32");
                }
            }
            Format::Select(select) => match self.choose(select, span, scope) {
                Some(chosen) => self.value(chosen, node, span, order, scope),
                None => self.opaque(node, span.data),
            },
            Format::Bits(bytes, ..) => {
                if span.data.len() >= usize::from(*bytes) {
                    if self.enter(node, Class::Struct) {
                        let inner = Node::new(node.key, span.offset, u32::from(*bytes));
                        self.sized(kind, &inner, span.sub(0, (*bytes).into()), order, scope);
                    }
                    self.leave();
                } else {
                    self.short(node, span, (*bytes).into(), "bit-field");
                }
            }
            Format::Pad | Format::Unused => {
                let reserved = Node {
                    reserved: true,
                    ..*node
                };
                self.opaque(&reserved, span.data);
            }
            _ if !self.may_nest(node) => self.opaque(node, span.data),
            Format::Struct(s, then) => self.structure(s, *then, node, span, order, scope),
            Format::List(element) => self.list(None, element, node, span, order, scope),
            Format::Table(keys, element) => {
                self.list(Some(keys), element, node, span, order, scope);
            }
            Format::Array(element) => {
                if self.enter(node, Class::Array) {
                    self.entries(None, false, element, span, scope);
                }
                self.leave();
            }
            Format::Map(keys, element) => {
                if self.enter(node, Class::Map) {
                    self.entries(keys.as_deref(), true, element, span, scope);
                }
                self.leave();
            }
            Format::Sequence(set) => {
                if self.enter(node, Class::Sequence) {
                    let set = self.ctx.tables.set(*set);
                    self.sequence(set, span, scope);
                }
                self.leave();
            }
            Format::Special(special) => {
                self.with_dyn(|walk| (special.decode)(walk, node, span, scope));
            }
            Format::Integer { .. } | Format::Nest(_) | Format::String(_) | Format::Bytes(_) => {
                self.value(kind, node, span, order, scope)
            }
        }
    }

    /// Hands out an integer that has the length of its type; whether it did. This is the
    /// path that nearly all values take, and must stay small.
    #[inline(always)]
    pub(super) fn plain(
        &mut self,
        kind: &Kind,
        node: &Node<'_>,
        data: &[u8],
        order: ByteOrder,
    ) -> bool {
        match self.as_plain(kind) {
            Some(integer) if integer.width == data.len() => {
                self.put_plain(&integer, node, data, order);
                true
            }
            _ => false,
        }
    }

    /// What a kind is as an integer of known width, if it is one.
    #[inline(always)]
    pub(super) fn as_plain<'k>(&self, kind: &'k Kind) -> Option<Plain<'k>> {
        let Format::Integer {
            width,
            signed,
            order,
            meaning,
        } = &kind.format
        else {
            return None;
        };
        Some(Plain {
            width: width.bytes(self.facts.abi.unwrap_or_default()),
            signed: *signed,
            order: *order,
            meaning,
            unit: kind.unit,
        })
    }

    /// Hands out an integer of exactly its width.
    #[inline(always)]
    pub(super) fn put_plain(
        &mut self,
        integer: &Plain<'_>,
        node: &Node<'_>,
        data: &[u8],
        order: ByteOrder,
    ) {
        let order = integer.order.resolve(order);
        if integer.is_interface() {
            self.interface(node, data, order);
            return;
        }
        let raw = order.exact(data).unwrap_or(0);
        let value = integer_value(raw, integer.slot(), integer.meaning, integer.unit);
        self.leaf(node, &value);
    }

    fn interface(&mut self, node: &Node<'_>, data: &[u8], order: ByteOrder) {
        let index = order.unsigned(data, data.len()) as u32;
        let name = if self.names_interfaces {
            self.ctx.knowledge.interface(index)
        } else {
            None
        };
        let value = Value::Interface {
            value: (index as i32).into(),
            width: data.len() as u8,
            name,
        };
        self.leaf(node, &value);
    }

    /// An integer whose payload may have another length than its type.
    #[cold]
    fn odd_integer(&mut self, kind: &Kind, node: &Node<'_>, span: Span<'a>, order: ByteOrder) {
        let Format::Integer { width, signed, .. } = &kind.format else {
            return;
        };
        let len = span.data.len();
        let wanted = match width {
            Width::ByLength if matches!(len, 1 | 2 | 4 | 8) => len,
            Width::ByLength => 4,
            // a long may be of the other size where nothing told the architecture
            Width::Long if self.facts.abi.is_none() && len == 4 => 4,
            width => width.bytes(self.facts.abi.unwrap_or_default()),
        };
        if len == 0 && kind.or_flag {
            self.leaf(node, &Value::Flag);
            return;
        }
        let what = integer_name(wanted, *signed);
        if len < wanted {
            self.short(node, span, wanted, what);
            return;
        }
        if len > wanted {
            self.diagnose(
                Code::LongAttribute,
                span.offset,
                format!("{}: {len} bytes, a {what} has {wanted}", node.key),
            );
        }
        let exact = Kind::new(Format::Integer {
            width: match wanted {
                1 => Width::W8,
                2 => Width::W16,
                4 => Width::W32,
                _ => Width::W64,
            },
            signed: *signed,
            order: kind.order(),
            meaning: kind.meaning_of().clone(),
        })
        .unit(kind.unit);
        let data = span.data.get(..wanted).unwrap_or(span.data);
        self.plain(&exact, node, data, order);
    }

    #[cold]
    fn short(&mut self, node: &Node<'_>, span: Span<'a>, width: usize, what: &str) {
        let (n, article) = (
            span.len(),
            if what.starts_with(['a', 'i']) {
                "an"
            } else {
                "a"
            },
        );
        self.diagnose(
            Code::ShortAttribute,
            node.offset,
            format!("{}: {n} bytes, {article} {what} has {width}", node.key),
        );
        self.opaque(node, span.data);
    }

    /// A string: up to its NUL, or all.
    pub(super) fn text(&mut self, node: &Node<'_>, span: Span<'a>, terminated: bool) {
        let nul = span.data.iter().position(|&b| b == 0);
        let (text, behind) = match nul {
            Some(at) => span.data.split_at_checked(at).unwrap_or((span.data, &[])),
            None => (span.data, &[][..]),
        };
        if terminated && nul.is_none() {
            self.diagnose(
                Code::NotTerminated,
                node.offset,
                format!("{}: the string has no NUL", node.key),
            );
        }
        if node.nla_type.is_some() && behind.iter().any(|&b| b != 0) {
            self.diagnose(
                Code::BytesBehindNul,
                node.offset,
                format!("{}: bytes follow the string's NUL", node.key),
            );
        }
        self.leaf(node, &Value::Text(text));
    }

    fn bytes(&mut self, node: &Node<'_>, span: Span<'a>, form: BytesAs) {
        match form {
            BytesAs::Opaque | BytesAs::Key | BytesAs::Packet | BytesAs::Mac => {
                self.leaf(node, &Value::Bytes(span.data, form));
            }
            BytesAs::Ip | BytesAs::Ipv4 | BytesAs::Ipv6 => self.address(node, span, form),
            BytesAs::Uuid | BytesAs::Eui64 => {
                if span.data.len() == form.size() {
                    self.leaf(node, &Value::Bytes(span.data, form));
                } else {
                    self.short(node, span, form.size(), "address");
                }
            }
        }
    }

    /// A network address. In a field of 16 bytes an IPv4 address takes the first four.
    fn address(&mut self, node: &Node<'_>, span: Span<'a>, form: BytesAs) {
        let form = match (form, span.data.len()) {
            (BytesAs::Ip, 4) => BytesAs::Ipv4,
            (BytesAs::Ip, 16) => BytesAs::Ipv6,
            (BytesAs::Ip, 0) => return self.opaque(node, span.data),
            (BytesAs::Ip, 6) => BytesAs::Mac,
            (BytesAs::Ip, _) => return self.opaque(node, span.data),
            (form, _) => form,
        };
        let need = form.size();
        if span.data.len() < need {
            let what = if need == 4 {
                "IPv4 address"
            } else {
                "IPv6 address"
            };
            self.short(node, span, need, what);
            return;
        }
        let behind = span.from(need);
        let of_attribute = node.nla_type.is_some();
        if !behind.is_empty() && of_attribute {
            self.diagnose(
                Code::LongAttribute,
                span.offset,
                format!("{}: {} bytes, the address has {need}", node.key, span.len()),
            );
        }
        let mut node = *node;
        if !of_attribute {
            node.len = need as u32;
        }
        self.leaf(&node, &Value::Bytes(span.sub(0, need).data, form));
        if !behind.is_empty() && !of_attribute {
            self.sink.padding(behind.offset, behind.len());
        }
    }
}

/// What C calls an integer of a width.
pub(crate) fn integer_name(width: usize, signed: bool) -> &'static str {
    match (width, signed) {
        (1, false) => "u8",
        (2, false) => "u16",
        (4, false) => "u32",
        (8, false) => "u64",
        (1, true) => "s8",
        (2, true) => "s16",
        (4, true) => "s32",
        _ => "s64",
    }
}
