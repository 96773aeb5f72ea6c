//! NFTA_DATA_VALUE of a set's elements: bytes of the types that the set was made with, which a
//! message before told. A concatenation is an array of its fields, each filled up to 4 bytes;
//! the two ends of a range are an array of two. Where no type is known they stay bytes.

use crate::families::nfnetlink::nft_data::{self, IFNAMSIZ, Stored};
use crate::families::nfnetlink::nftables::NFTA_SET_ELEM_LIST;
use crate::nft_sets::{self, DataType, MAX_FIELDS, SetRef, SetType};
use crate::sink::{Class, Sink};
use crate::table::{Format, Special, Width};
use crate::walk::{Key, Node, Scope, Span, Walk};
use crate::wire::{ByteOrder, RawAttributes, align4};

/// A key, or the upper end of a range of keys.
pub static KEY: Special = Special {
    name: "nft_data",
    decode: key,
    sets: &[],
};

/// What a key is mapped to.
pub static DATA: Special = Special {
    name: "nft_data",
    decode: data,
    sets: &[],
};

const NFTA_SET_ELEM_LIST_TABLE: u16 = 1;
const NFTA_SET_ELEM_LIST_SET: u16 = 2;
const NFTA_SET_ELEM_LIST_SET_ID: u16 = 4;

/// How many attributes may stand beside the elements: more have no meaning, and are not
/// looked through again for each element.
const MAX_BESIDE: usize = 64;

const BITS: u32 = 6;

fn key<'a>(
    walk: &mut Walk<'_, 'a, dyn Sink + '_>,
    node: &Node<'_>,
    span: Span<'a>,
    scope: &Scope<'_>,
) {
    match set(walk, scope) {
        Some(set) => value(walk, node, span, scope, &set.key),
        None => walk.opaque(node, span.data),
    }
}

fn data<'a>(
    walk: &mut Walk<'_, 'a, dyn Sink + '_>,
    node: &Node<'_>,
    span: Span<'a>,
    scope: &Scope<'_>,
) {
    match set(walk, scope) {
        Some(set) => value(walk, node, span, scope, &set.data),
        None => walk.opaque(node, span.data),
    }
}

/// The types of the set whose elements these are.
fn set(walk: &Walk<'_, '_, dyn Sink + '_>, scope: &Scope<'_>) -> Option<SetType> {
    let list = scope.chain(&NFTA_SET_ELEM_LIST)?;
    let family = u8::try_from(scope.field("nfgen_family")?).ok()?;
    let (mut table, mut name, mut id) = (&[][..], &[][..], None);
    for attribute in RawAttributes::new(list, walk.ctx.order).take(MAX_BESIDE) {
        let payload = attribute.payload;
        match attribute.header.number() {
            NFTA_SET_ELEM_LIST_TABLE => table = nft_sets::text(payload),
            NFTA_SET_ELEM_LIST_SET => name = nft_sets::text(payload),
            NFTA_SET_ELEM_LIST_SET_ID => id = Some(ByteOrder::Big.unsigned(payload, 4) as u32),
            _ => {}
        }
    }
    let set = SetRef {
        family,
        table,
        name,
        id,
    };
    walk.ctx.knowledge.nft_set(&set).copied()
}

/// A field of a concatenation, or all of a value.
#[derive(Clone, Copy, Default)]
struct Part {
    of: Option<&'static nft_data::DataType>,
    at: usize,
    len: usize,
    /// Where nothing tells it, absent.
    order: Option<ByteOrder>,
}

/// The fields of a value.
struct Layout {
    parts: [Part; MAX_FIELDS],
    count: usize,
    /// Bytes with the padding of each field, and without that of the last.
    padded: usize,
    bare: usize,
}

/// The types of the fields, first field first.
fn numbers(types: u32) -> Option<([u8; MAX_FIELDS], usize)> {
    if types == 0 || types >> (BITS * MAX_FIELDS as u32) != 0 {
        return None;
    }
    let mut numbers = [0; MAX_FIELDS];
    let count = (u32::BITS - types.leading_zeros()).div_ceil(BITS);
    let shifts = (0..count).rev().map(|i| i * BITS);
    for (number, shift) in numbers.iter_mut().zip(shifts) {
        *number = (types >> shift & 0x3f) as u8;
        if *number == 0 {
            return None;
        }
    }
    Some((numbers, count as usize))
}

/// The bytes of each field: what the set says, else what the type says; one that neither
/// tells takes what the others leave.
fn lengths(of: &DataType, numbers: &[u8], whole: usize) -> Option<[usize; MAX_FIELDS]> {
    let mut lengths = [0; MAX_FIELDS];
    let mut open = None;
    let mut sum = 0;
    for (i, (len, number)) in lengths.iter_mut().zip(numbers).enumerate() {
        let told = of.fields.get(i).copied().unwrap_or(0);
        let own = nft_data::of(*number).map_or(0, |t| match t.number {
            IFNAME => IFNAMSIZ,
            _ => t.len,
        });
        *len = usize::from(if told != 0 { told } else { own });
        if *len == 0 && open.replace(i).is_some() {
            return None;
        }
        sum += align4(*len);
    }
    if let Some(open) = open {
        *lengths.get_mut(open)? = whole.checked_sub(sum).filter(|&rest| rest > 0)?;
    }
    Some(lengths)
}

const IFNAME: u8 = 41;

/// How `whole` bytes divide into fields.
fn layout(of: &DataType, whole: usize, host: ByteOrder) -> Option<Layout> {
    let (numbers, count) = numbers(of.types)?;
    let numbers = numbers.get(..count)?;
    let single = count == 1;
    let lengths = if single {
        let half = of.pairs && of.len as usize == whole && fits_twice(numbers, whole);
        [if half { whole / 2 } else { whole }, 0, 0, 0, 0]
    } else {
        lengths(of, numbers, whole)?
    };
    let mut layout = Layout {
        parts: [Part::default(); MAX_FIELDS],
        count,
        padded: 0,
        bare: 0,
    };
    for ((part, number), len) in layout.parts.iter_mut().zip(numbers).zip(lengths) {
        let of_type = nft_data::of(*number);
        *part = Part {
            of: of_type.filter(|t| takes(t, len)),
            at: layout.padded,
            len,
            order: of_type.and_then(|t| order(of, t.stored, single, len, host)),
        };
        layout.bare = layout.padded + len;
        layout.padded += if single { len } else { align4(len) };
    }
    Some(layout)
}

/// Whether the bytes are two values of a type rather than one.
fn fits_twice(numbers: &[u8], whole: usize) -> bool {
    let of = numbers.first().and_then(|n| nft_data::of(*n));
    whole.is_multiple_of(2) && of.is_some_and(|t| t.len == 0 || usize::from(t.len) * 2 == whole)
}

/// Whether a value of a type can have a length.
fn takes(of: &nft_data::DataType, len: usize) -> bool {
    match &of.kind.format {
        Format::Integer {
            width: Width::ByLength,
            ..
        } => matches!(len, 1 | 2 | 4 | 8),
        _ => of.len == 0 || usize::from(of.len) == len,
    }
}

/// The byte order of a field, where something tells it.
fn order(
    of: &DataType,
    stored: Stored,
    single: bool,
    len: usize,
    host: ByteOrder,
) -> Option<ByteOrder> {
    let said = if single {
        of.stored
    } else {
        Default::default()
    };
    match (stored, said) {
        (Stored::Big, _) => Some(ByteOrder::Big),
        _ if of.ordered => Some(ByteOrder::Big),
        (_, nft_sets::Stored::Big) => Some(ByteOrder::Big),
        (Stored::Host, _) | (_, nft_sets::Stored::Host) => Some(host),
        (Stored::Either, _) => (len == 1).then_some(host),
    }
}

fn value<'a>(
    walk: &mut Walk<'_, 'a, dyn Sink + '_>,
    node: &Node<'_>,
    span: Span<'a>,
    scope: &Scope<'_>,
    of: &DataType,
) {
    let whole = span.data.len();
    let Some(layout) = layout(of, whole, walk.ctx.order) else {
        return walk.opaque(node, span.data);
    };
    if layout.padded == whole || layout.bare == whole {
        fields(walk, node, span, scope, &layout);
    } else if layout.padded.checked_mul(2) == Some(whole) && of.pairs {
        if walk.enter(node, Class::Array) {
            for i in 0..2 {
                let end = span.sub(layout.padded * i, layout.padded);
                let node = Node::new(Key::Entry(i as u32, None), end.offset, end.len());
                fields(walk, &node, end, scope, &layout);
            }
        }
        walk.leave();
    } else {
        walk.opaque(node, span.data);
    }
}

/// All fields of one value.
fn fields<'a>(
    walk: &mut Walk<'_, 'a, dyn Sink + '_>,
    node: &Node<'_>,
    span: Span<'a>,
    scope: &Scope<'_>,
    layout: &Layout,
) {
    let parts = layout.parts.get(..layout.count).unwrap_or(&[]);
    if let [part] = parts {
        return field(walk, node, span, scope, part);
    }
    if walk.enter(node, Class::Array) {
        for (part, i) in parts.iter().zip(0..) {
            let bytes = span.sub(part.at, part.len);
            let node = Node::new(Key::Entry(i, None), bytes.offset, bytes.len());
            field(walk, &node, bytes, scope, part);
            let hole = span.sub(part.at + part.len, align4(part.len) - part.len);
            if !hole.is_empty() {
                walk.sink.padding(hole.offset, hole.len());
            }
        }
    }
    walk.leave();
}

fn field<'a>(
    walk: &mut Walk<'_, 'a, dyn Sink + '_>,
    node: &Node<'_>,
    span: Span<'a>,
    scope: &Scope<'_>,
    part: &Part,
) {
    match (part.of, part.order) {
        (Some(of), Some(order)) => walk.value(&of.kind, node, span, order, scope),
        _ => walk.opaque(node, span.data),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::special::test::decode_with;
    use crate::wire::ByteOrder::{Big, Little};

    fn show(of: DataType, bytes: &[u8], order: ByteOrder) -> Vec<String> {
        decode_with(bytes, order, |walk, node, span, scope| {
            value(walk, node, span, scope, &of);
        })
    }

    fn one(types: u32, bytes: &[u8]) -> String {
        let of = DataType {
            types,
            ..DataType::default()
        };
        show(of, bytes, Little).concat()
    }

    #[test]
    fn single_values() {
        assert_eq!(one(7, &[10, 0, 0, 1]), "x: Ipv4 [0a, 00, 00, 01]");
        assert_eq!(one(13, &[0, 80]), "x: 80");
        assert_eq!(one(12, &[6]), "x: IPPROTO_TCP");
        assert_eq!(one(10, &[0x86, 0xdd]), "x: ETH_P_IPV6");
        assert_eq!(one(19, &[5, 0, 0, 0]), "x: 5");
        assert_eq!(one(20, &[2, 0, 0, 0]), "x: 2");
        assert_eq!(one(41, b"lo\0\0\0\0\0\0\0\0\0\0\0\0\0\0"), "x: lo");
        assert_eq!(one(26, &[2, 0, 0, 0]), "x: NF_CT_STATE_ESTABLISHED_BIT");
    }

    #[test]
    fn what_is_not_known_or_does_not_fit_stays_bytes() {
        for (types, bytes) in [
            (0, &[1, 2][..]),
            (0xffff_ff00, &[1, 2, 3, 4]),
            (63, &[1]),
            (7, &[1, 2, 3]),
            (7, &[]),
            (4, &[1, 2, 3, 4]),
            (7 << 6, &[1, 2, 3, 4]),
        ] {
            assert_eq!(one(types, bytes), format!("x: Opaque {bytes:02x?}"));
        }
    }

    #[test]
    fn byte_orders() {
        let mark = DataType {
            types: 19,
            stored: nft_sets::Stored::Host,
            ..DataType::default()
        };
        assert_eq!(show(mark, &[0, 0, 0, 5], Big), ["x: 5"]);
        assert_eq!(show(mark, &[5, 0, 0, 0], Little), ["x: 5"]);
        let ranges = DataType {
            ordered: true,
            ..mark
        };
        assert_eq!(show(ranges, &[0, 0, 0, 5], Little), ["x: 5"]);
        let integer = DataType {
            types: 4,
            stored: nft_sets::Stored::Big,
            ..DataType::default()
        };
        assert_eq!(show(integer, &[0, 5], Little), ["x: 5"]);
    }

    #[test]
    fn a_concatenation() {
        let of = DataType {
            types: 7 << 12 | 13 << 6 | 41,
            len: 24,
            fields: [4, 2, 16, 0, 0],
            ..DataType::default()
        };
        let mut bytes = vec![10, 0, 0, 1, 0, 80, 0, 0];
        bytes.extend(b"lo\0\0\0\0\0\0\0\0\0\0\0\0\0\0");
        let want = [
            "x Array",
            "  [0]: Ipv4 [0a, 00, 00, 01]",
            "  [1]: 80",
            "  [2]: lo",
        ];
        assert_eq!(show(of, &bytes, Little), want);
        let without_lengths = DataType {
            fields: [0; MAX_FIELDS],
            ..of
        };
        assert_eq!(show(without_lengths, &bytes, Big), want);
        for n in 0..bytes.len() {
            assert_eq!(show(of, &bytes[..n], Little).len(), 1, "{n} bytes");
        }
    }

    #[test]
    fn a_field_that_only_the_rest_tells() {
        let of = DataType {
            types: 9 << 6 | 4,
            ordered: true,
            ..DataType::default()
        };
        let bytes = [2, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 7];
        assert_eq!(
            show(of, &bytes, Little),
            ["x Array", "  [0]: Mac [02, 00, 00, 00, 00, 01]", "  [1]: 7"]
        );
        let two = DataType {
            types: 4 << 6 | 4,
            ..of
        };
        assert_eq!(show(two, &bytes, Little).len(), 1);
    }

    #[test]
    fn ends_of_a_range() {
        let of = DataType {
            types: 7,
            len: 8,
            pairs: true,
            ..DataType::default()
        };
        assert_eq!(
            show(of, &[10, 0, 0, 1, 10, 0, 0, 9], Little),
            [
                "x Array",
                "  [0]: Ipv4 [0a, 00, 00, 01]",
                "  [1]: Ipv4 [0a, 00, 00, 09]"
            ]
        );
        let pair = DataType {
            types: 7 << 6 | 13,
            len: 16,
            ..of
        };
        let bytes = [10, 0, 0, 1, 0, 1, 0, 0, 10, 0, 0, 9, 0, 9, 0, 0];
        assert_eq!(show(pair, &bytes, Little).len(), 7);
    }

    #[test]
    fn any_length_of_any_type() {
        for number in 0..64 {
            for types in [number, number << 6 | 7, 7 << 6 | number, number * 0x1041] {
                for n in 0..40 {
                    let bytes: Vec<u8> = (0..n).collect();
                    for pairs in [false, true] {
                        let of = DataType {
                            types,
                            len: n.into(),
                            pairs,
                            ..DataType::default()
                        };
                        show(of, &bytes, Little);
                        show(of, &bytes, Big);
                    }
                }
            }
        }
    }
}
