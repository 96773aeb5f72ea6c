//! Structs: fields, the holes between them, what is missing and what follows.

use super::{Integers, Key, Node, Scope, Span, Walk, What};
use crate::diagnostic::Code;
use crate::sink::{Class, Flow, Sink, Value};
use crate::table::{Abi, Bit, BytesAs, Field, Format, Kind, SetRef, Struct};
use crate::wire::{ByteOrder, align4};

static TRAILING: crate::table::Name = crate::name!("trailing");

impl<'a, S: Sink + ?Sized> Walk<'_, 'a, S> {
    /// A struct that fills the span, with attributes behind it where a set is given.
    pub(super) fn structure(
        &mut self,
        s: &Struct,
        then: Option<SetRef>,
        node: &Node<'_>,
        span: Span<'a>,
        order: ByteOrder,
        scope: &Scope<'_>,
    ) {
        if self.enter(node, Class::Struct) {
            match then {
                None => self.fields(s, span, true, order, scope),
                Some(set) => {
                    let (abi, _) = self.abi(s, span.data.len());
                    let size = usize::from(s.layout(abi).size);
                    let head = span.sub(0, size);
                    if self.enter(&Node::named(&s.name, head), Class::Struct) {
                        self.fields(s, head, true, order, scope);
                    }
                    self.leave();
                    let hole = span.sub(size, align4(size) - size);
                    if !hole.is_empty() {
                        self.sink.padding(hole.offset, hole.len());
                    }
                    let inner = Scope::of_struct(scope, s, abi, head.data, order);
                    let set = self.ctx.tables.set(set);
                    self.attributes(set, span.from(align4(size)), &inner);
                }
            }
        }
        self.leave();
    }

    /// The fields of a struct. Where `whole`, all of the span belongs to it, and bytes beyond
    /// the known fields are `trailing`.
    pub fn fields(
        &mut self,
        s: &Struct,
        span: Span<'a>,
        whole: bool,
        order: ByteOrder,
        scope: &Scope<'_>,
    ) {
        let (abi, guessed) = self.abi(s, span.data.len());
        if guessed {
            self.diagnose(
                Code::OtherLayout,
                span.offset,
                format!("{}: {} bytes fit a 32-bit layout", s.name, span.len()),
            );
        }
        let layout = s.layout(abi);
        let inner = Scope::inside(scope, What::Struct(s, abi), span.data, order);
        let size = usize::from(layout.size);
        if layout.plain
            && let Some(data) = span.data.get(..size)
        {
            let run = Integers::fields(&s.fields, &layout.slots, Span { data, ..span }, order);
            self.run(&run);
            if whole && span.data.len() > size {
                self.tail(s, span.from(size), order, &inner);
            }
            return;
        }
        let mut end = 0;
        for (field, slot) in s.fields.iter().zip(layout.slots.iter()) {
            if self.stopped {
                return;
            }
            let at = usize::from(slot.offset);
            if at >= span.data.len() {
                break;
            }
            if at > end {
                self.sink
                    .padding(span.offset + end as u32, (at - end) as u32);
            }
            if slot.width > 0 {
                let size = usize::from(slot.width);
                let mut node =
                    Node::new(Key::Name(&field.name), span.offset + at as u32, size as u32);
                node.reserved = field.kind.reserved;
                end = at + size;
                if let Some(data) = span.data.get(at..end)
                    && self.plain(&field.kind, &node, data, order)
                {
                    continue;
                }
            }
            let size = field.kind.extent(abi);
            end = at + size;
            self.field(field, span.sub(at, size), size, order, &inner);
        }
        if end < size && end < span.data.len() {
            let hole = span.sub(end, size - end);
            self.sink.padding(hole.offset, hole.len());
        }
        if whole && span.data.len() > size {
            self.tail(s, span.from(size), order, &inner);
        }
    }

    /// What stands behind the known fields of a struct.
    fn tail(&mut self, s: &Struct, rest: Span<'a>, order: ByteOrder, scope: &Scope<'_>) {
        match &s.tail {
            Some(tail) => {
                let node = Node::named(&tail.name, rest);
                self.value(&tail.kind, &node, rest, order, scope);
            }
            None => self.opaque(&Node::named(&TRAILING, rest), rest.data),
        }
    }

    #[inline]
    fn run(&mut self, run: &Integers<'_>) {
        if self.sink.integers(run) == Flow::Stop {
            self.stopped = true;
        }
    }

    fn field(
        &mut self,
        field: &Field,
        span: Span<'a>,
        size: usize,
        order: ByteOrder,
        scope: &Scope<'_>,
    ) {
        let mut node = Node::named(&field.name, span);
        node.reserved = field.kind.reserved;
        if span.data.len() < size {
            self.opaque(&node, span.data);
            return;
        }
        self.sized(&field.kind, &node, span, order, scope);
    }

    /// A value of fixed size: a field, or an element of a C array.
    pub(super) fn sized(
        &mut self,
        kind: &Kind,
        node: &Node<'_>,
        span: Span<'a>,
        order: ByteOrder,
        scope: &Scope<'_>,
    ) {
        match &kind.format {
            Format::Bits(_, fixed, bits) => self.bits(bits, node, span, fixed.resolve(order)),
            Format::String(_) => self.text(node, span, false),
            Format::Bytes(form @ (BytesAs::Opaque | BytesAs::Key | BytesAs::Packet)) => {
                self.leaf(node, &Value::Bytes(span.data, *form));
            }
            _ if kind.count > 1 && kind.reserved && span.data.iter().all(|&b| b == 0) => {
                self.opaque(node, span.data);
            }
            _ if kind.count > 1 => {
                if self.enter(node, Class::Array) {
                    let one = span.data.len() / usize::from(kind.count);
                    for i in 0..usize::from(kind.count) {
                        let element = span.sub(i * one, one);
                        let mut node =
                            Node::new(Key::Entry(i as u32, None), element.offset, element.len());
                        node.reserved = false;
                        self.value(kind, &node, element, order, scope);
                    }
                }
                self.leave();
            }
            _ => self.value(kind, node, span, order, scope),
        }
    }

    /// C bit-fields: the first lies at the low end of a little-endian integer, at the high
    /// end of a big-endian one.
    fn bits(&mut self, bits: &[Bit], node: &Node<'_>, span: Span<'a>, order: ByteOrder) {
        let bytes = span.data.len();
        let whole = order.unsigned(span.data, bytes);
        if self.enter(node, Class::Bits) {
            let mut at = 0u32;
            for bit in bits {
                let width = u32::from(bit.width);
                let shift = match order {
                    ByteOrder::Little => at,
                    ByteOrder::Big => (bytes as u32 * 8).saturating_sub(at + width),
                };
                at += width;
                let mask = u64::MAX.checked_shr(64 - width).unwrap_or(0);
                let value = whole.checked_shr(shift).unwrap_or(0) & mask;
                let mut part = Node::named(&bit.name, span);
                part.bits = Some((shift as u8, bit.width));
                part.reserved = bit.reserved;
                self.leaf(
                    &part,
                    &Value::Unsigned {
                        value,
                        width: bytes as u8,
                        meaning: &bit.meaning,
                        unit: Default::default(),
                    },
                );
            }
        }
        self.leave();
    }

    /// A C array to the end of the span; `keys` name its positions.
    pub(super) fn list(
        &mut self,
        keys: Option<&crate::table::Enum>,
        element: &Kind,
        node: &Node<'_>,
        span: Span<'a>,
        order: ByteOrder,
        scope: &Scope<'_>,
    ) {
        let one = match &element.format {
            Format::Struct(s, None) => usize::from(s.layout(self.list_abi(s, span)).size),
            _ => element.size(self.facts.abi.unwrap_or(Abi::Lp64)),
        };
        if one == 0 {
            self.opaque(node, span.data);
            return;
        }
        let class = if keys.is_some() {
            Class::Map
        } else {
            Class::Array
        };
        if self.enter(node, class) {
            let mut at = 0;
            if element.count <= 1 && matches!(one, 1 | 2 | 4 | 8) {
                at = self.integers(keys, element, span, order);
            }
            for i in at / one..span.data.len() / one {
                if self.stopped {
                    break;
                }
                let part = span.sub(at, one);
                let name = keys.and_then(|e| e.at(i)).map(|e| &e.name);
                let entry = Node::new(Key::Entry(i as u32, name), part.offset, part.len());
                self.sized(element, &entry, part, order, scope);
                at += one;
            }
            let rest = span.from(at);
            if !rest.is_empty() {
                self.diagnose(
                    Code::UnevenArray,
                    rest.offset,
                    format!(
                        "{}: {} bytes are no multiple of {one}",
                        node.key,
                        span.len()
                    ),
                );
                self.opaque(&Node::named(&TRAILING, rest), rest.data);
            }
        }
        self.leave();
    }

    /// The plain integers of a C array, as many as fit. Returns how many bytes they were.
    fn integers(
        &mut self,
        keys: Option<&crate::table::Enum>,
        element: &Kind,
        span: Span<'a>,
        order: ByteOrder,
    ) -> usize {
        let plain = self.as_plain(element).filter(|p| !p.is_interface());
        let Some(integer) = plain else {
            return 0;
        };
        let names = keys.map_or(&[][..], |e| &e.entries);
        let run = Integers::elements(names, element, integer.slot(), span, order);
        self.run(&run);
        span.data.len() / integer.width * integer.width
    }

    fn list_abi(&self, s: &Struct, span: Span<'_>) -> Abi {
        self.facts.abi.unwrap_or_else(|| {
            let fits = |abi: &Abi| {
                let size = usize::from(s.layout(*abi).size);
                size > 0 && span.data.len().is_multiple_of(size)
            };
            Abi::ALL.into_iter().find(fits).unwrap_or(Abi::Lp64)
        })
    }
}
