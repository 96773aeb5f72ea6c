//! Integers that stand one behind the other: the fields of a plain struct, the elements of a C
//! array. They reach the sink in one call, because they are most of what a message holds.

use super::{Key, Node, Span};
use crate::sink::Value;
use crate::table::{Entry, Field, Format, Kind, Meaning, Name, Order, Slot, Unit};
use crate::wire::ByteOrder;

/// A run of integers, each a leaf of its own.
pub struct Integers<'r> {
    of: Of<'r>,
    span: Span<'r>,
    order: ByteOrder,
}

enum Of<'r> {
    Fields(&'r [Field], &'r [Slot]),
    Elements(&'r [Entry], &'r Kind, Slot),
}

impl<'r> Integers<'r> {
    /// The fields of a struct whose slots are all integers.
    pub(super) fn fields(
        fields: &'r [Field],
        slots: &'r [Slot],
        span: Span<'r>,
        order: ByteOrder,
    ) -> Integers<'r> {
        Integers {
            of: Of::Fields(fields, slots),
            span,
            order,
        }
    }

    /// The elements of a C array, as many as are whole; `names` say what positions are called.
    pub(super) fn elements(
        names: &'r [Entry],
        element: &'r Kind,
        slot: Slot,
        span: Span<'r>,
        order: ByteOrder,
    ) -> Integers<'r> {
        Integers {
            of: Of::Elements(names, element, slot),
            span,
            order,
        }
    }

    /// Gives offset, length and signedness of each, without reading any.
    #[inline]
    pub fn places(&self, mut each: impl FnMut(u32, u8, bool)) {
        let base = self.span.offset;
        match &self.of {
            Of::Fields(_, slots) => {
                for slot in *slots {
                    each(base + u32::from(slot.offset), slot.width, slot.signed);
                }
            }
            Of::Elements(_, _, slot) => {
                let width = u32::from(slot.width);
                for i in 0..self.span.len() / width.max(1) {
                    each(base + i * width, slot.width, slot.signed);
                }
            }
        }
    }

    /// Gives each as a leaf, until `each` says no.
    #[inline]
    pub fn leaves(&self, each: impl FnMut(&Node<'_>, &Value<'_>) -> bool) {
        self.leaves_of(|_| true, each);
    }

    /// The same for those whose name, where they have one, `wants` says yes to.
    #[inline]
    pub fn leaves_of(
        &self,
        wants: impl Fn(Option<&Name>) -> bool,
        mut each: impl FnMut(&Node<'_>, &Value<'_>) -> bool,
    ) {
        match &self.of {
            Of::Fields(fields, slots) => {
                for (field, slot) in fields.iter().zip(slots.iter()) {
                    if !wants(Some(&field.name)) {
                        continue;
                    }
                    let at = usize::from(slot.offset);
                    let end = at + usize::from(slot.width);
                    let offset = self.span.offset + u32::from(slot.offset);
                    let mut node = Node::new(Key::Name(&field.name), offset, slot.width.into());
                    node.reserved = field.kind.reserved;
                    let data = self.span.data.get(at..end).unwrap_or(&[]);
                    if !each(&node, &self.value(&field.kind, *slot, data)) {
                        return;
                    }
                }
            }
            Of::Elements(names, element, slot) => {
                let width = usize::from(slot.width).max(1);
                let chunks = self.span.data.chunks_exact(width).zip(0u32..);
                for (data, i) in chunks {
                    let offset = self.span.offset + i * width as u32;
                    let name = name_of(names, i);
                    if !wants(name) {
                        continue;
                    }
                    let key = Key::Entry(i, name);
                    let node = Node::new(key, offset, slot.width.into());
                    if !each(&node, &self.value(element, *slot, data)) {
                        return;
                    }
                }
            }
        }
    }

    #[inline(always)]
    fn value<'k>(&self, kind: &'k Kind, slot: Slot, data: &[u8]) -> Value<'k> {
        let (order, meaning) = match &kind.format {
            Format::Integer { order, meaning, .. } => (*order, meaning),
            _ => (Order::Host, &Meaning::Number),
        };
        let raw = order.resolve(self.order).exact(data).unwrap_or(0);
        integer_value(raw, slot, meaning, kind.unit)
    }
}

/// The name of a position, whose first is the first entry's: entries are sorted, and nearly
/// always without gaps.
#[inline]
fn name_of(names: &[Entry], i: u32) -> Option<&Name> {
    let value = names.first()?.value.wrapping_add(u64::from(i));
    let entry = match names.get(i as usize) {
        Some(entry) if entry.value == value => entry,
        _ => names.iter().find(|e| e.value == value)?,
    };
    Some(&entry.name)
}

/// An integer read as unsigned becomes a value of its slot's width and signedness.
#[inline(always)]
pub(crate) fn integer_value(raw: u64, slot: Slot, meaning: &Meaning, unit: Unit) -> Value<'_> {
    let width = slot.width;
    if slot.signed {
        let shift = 64u32.saturating_sub(8 * u32::from(width)).min(63);
        Value::Signed {
            value: ((raw << shift) as i64) >> shift,
            width,
            meaning,
            unit,
        }
    } else {
        Value::Unsigned {
            value: raw,
            width,
            meaning,
            unit,
        }
    }
}
