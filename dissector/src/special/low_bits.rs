//! Fields that masks cut out of an integer of the host's order: the first is the lowest on every
//! machine, where a C bit-field begins at the other end on a big-endian one.

use crate::sink::{Class, Sink, Value};
use crate::table::{Bit, Format, Kind, Name};
use crate::walk::{Key, Node, Scope, Span, Walk};

/// `low_bits! { STATIC: bytes: field width, … }`, lowest field first, in the words of `bits!`;
/// `list` before the number of bytes makes it a C array.
macro_rules! low_bits {
    ($(#[$doc:meta])* $vis:vis $name:ident: list $bytes:literal: $($fields:tt)*) => {
        low_bits! { @special [$(#[$doc])* $vis] $name words bits!(@all Host $bytes: $($fields)*) }
    };
    ($(#[$doc:meta])* $vis:vis $name:ident: $bytes:literal: $($fields:tt)*) => {
        low_bits! { @special [$(#[$doc])* $vis] $name word bits!(@all Host $bytes: $($fields)*) }
    };
    (@special [$($head:tt)*] $name:ident $with:ident $bits:expr) => {
        $($head)* static $name: $crate::table::Special = {
            static BITS: $crate::table::Kind = $bits;
            fn decode<'a>(
                walk: &mut $crate::walk::Walk<'_, 'a, dyn $crate::sink::Sink + '_>,
                node: &$crate::walk::Node<'_>,
                data: $crate::walk::Span<'a>,
                scope: &$crate::walk::Scope<'_>,
            ) {
                $crate::special::low_bits::$with(walk, node, data, scope, &BITS);
            }
            $crate::table::Special { name: "bits", decode, sets: &[] }
        };
    };
}

static TRAILING: Name = crate::name!("trailing");

/// One integer; what is too short for it stays bytes.
pub fn word<'a>(
    walk: &mut Walk<'_, 'a, dyn Sink + '_>,
    node: &Node<'_>,
    data: Span<'a>,
    scope: &Scope<'_>,
    kind: &Kind,
) {
    let Format::Bits(size, _, bits) = &kind.format else {
        return;
    };
    let size = usize::from(*size);
    if data.data.len() < size {
        let order = walk.ctx.order;
        return walk.value(kind, node, data, order, scope);
    }
    if walk.enter(node, Class::Struct) {
        fields(walk, node.key, data.sub(0, size), bits);
        trailing(walk, data.from(size));
    }
    walk.leave();
}

/// Integers to the end.
pub fn words<'a>(
    walk: &mut Walk<'_, 'a, dyn Sink + '_>,
    node: &Node<'_>,
    data: Span<'a>,
    scope: &Scope<'_>,
    kind: &Kind,
) {
    let Format::Bits(size, ..) = &kind.format else {
        return;
    };
    let size = usize::from(*size).max(1);
    if walk.enter(node, Class::Array) {
        let mut rest = data;
        for i in 0..(data.data.len() / size) as u32 {
            let entry = rest.sub(0, size);
            let part = Node::new(Key::Entry(i, None), entry.offset, entry.len());
            word(walk, &part, entry, scope, kind);
            rest = rest.from(size);
        }
        trailing(walk, rest);
    }
    walk.leave();
}

fn fields(walk: &mut Walk<'_, '_, dyn Sink + '_>, key: Key<'_>, data: Span<'_>, bits: &[Bit]) {
    let size = data.data.len();
    let whole = walk.ctx.order.unsigned(data.data, size);
    if walk.enter(&Node::new(key, data.offset, data.len()), Class::Bits) {
        let mut shift = 0u32;
        for bit in bits {
            let width = u32::from(bit.width);
            let mask = u64::MAX.checked_shr(64 - width).unwrap_or(0);
            let mut part = Node::named(&bit.name, data);
            part.bits = Some((shift as u8, bit.width));
            part.reserved = bit.reserved;
            let value = Value::Unsigned {
                value: whole.checked_shr(shift).unwrap_or(0) & mask,
                width: size as u8,
                meaning: &bit.meaning,
                unit: Default::default(),
            };
            walk.leaf(&part, &value);
            shift += width;
        }
    }
    walk.leave();
}

fn trailing(walk: &mut Walk<'_, '_, dyn Sink + '_>, rest: Span<'_>) {
    if !rest.is_empty() {
        walk.opaque(&Node::named(&TRAILING, rest), rest.data);
    }
}

#[cfg(test)]
mod tests {
    use crate::special::test::{decode, lengths};
    use crate::wire::ByteOrder;

    low_bits! { WORD: 2: low 4, middle 3, _ 8, high 1 }
    low_bits! { WORDS: list 2: low 4, high 12 }

    #[test]
    fn the_first_is_lowest_in_both_orders() {
        let want = [
            "x Struct",
            "  x Bits",
            "    low: 5",
            "    middle: 2",
            "    high: 1",
        ];
        for (order, bytes) in [
            (ByteOrder::Little, 0x8025u16.to_le_bytes()),
            (ByteOrder::Big, 0x8025u16.to_be_bytes()),
        ] {
            assert_eq!(decode(&WORD, &bytes, order), want);
        }
    }

    #[test]
    fn lists() {
        let lines = decode(&WORDS, &[0x21, 0x43, 0x65, 0x87], ByteOrder::Little);
        let highs: Vec<_> = lines.iter().filter(|l| l.contains("high")).collect();
        assert_eq!(highs, ["      high: 1074", "      high: 2166"]);
    }

    #[test]
    fn other_lengths() {
        assert_eq!(
            decode(&WORD, &[7], ByteOrder::Little),
            ["! short-attribute", "x: Opaque [07]"]
        );
        lengths(&WORD, &[1, 2]);
        lengths(&WORDS, &[1, 2, 3, 4]);
    }
}
