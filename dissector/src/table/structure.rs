//! C structs: fields are stated, offsets follow.

use super::{Abi, Format, Kind, Meaning, Name};
use std::borrow::Cow;

/// A field of a struct.
#[derive(Clone, Debug)]
pub struct Field {
    /// Its name.
    pub name: Name,
    /// Its layout.
    pub kind: Kind,
}

/// Where a field lies under one ABI.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slot {
    /// Its offset, in bytes.
    pub offset: u16,
    /// Bytes of a single integer; 0 for any other field.
    pub width: u8,
    /// The integer is signed.
    pub signed: bool,
}

/// Where the fields of a struct lie under one ABI.
#[derive(Clone, Debug)]
pub struct Layout {
    /// The place of each field.
    pub slots: Cow<'static, [Slot]>,
    /// Single integers only, without a hole: the walk hands them out in one go.
    pub plain: bool,
    /// `sizeof` the struct.
    pub size: u16,
    /// Its alignment.
    pub align: u8,
}

/// A C struct.
#[derive(Clone, Debug)]
pub struct Struct {
    /// The kernel's name, without `struct`.
    pub name: Name,
    /// Fields in order.
    pub fields: Cow<'static, [Field]>,
    /// One layout for each of [`Abi::ALL`].
    pub layouts: [Layout; 3],
    /// What follows the fixed part: a flexible array, or bytes whose meaning a selector tells.
    pub tail: Option<Field>,
    /// The layouts differ between ABIs.
    pub by_abi: bool,
}

impl Struct {
    /// A struct made at run time, with natural alignment unless packed.
    pub fn new(name: Name, fields: Vec<Field>, packed: bool) -> Struct {
        let layout = |abi| {
            let mut slots = Vec::with_capacity(fields.len());
            let (mut at, mut max) = (0usize, 1usize);
            for field in &fields {
                let align = if packed { 1 } else { field.kind.alignment(abi) };
                at = at.next_multiple_of(align);
                max = max.max(align);
                slots.push(slot(&field.kind, at, abi));
                at += field.kind.extent(abi);
            }
            let size = u16::try_from(at.next_multiple_of(max)).unwrap_or(u16::MAX);
            Layout {
                plain: plain(&slots, size),
                slots: Cow::Owned(slots),
                size,
                align: max as u8,
            }
        };
        let layouts = Abi::ALL.map(layout);
        Struct {
            name,
            by_abi: by_abi(&layouts),
            fields: Cow::Owned(fields),
            layouts,
            tail: None,
        }
    }

    /// The layout under an ABI.
    #[inline]
    pub const fn layout(&self, abi: Abi) -> &Layout {
        let [lp64, ilp32, i386] = &self.layouts;
        match abi {
            Abi::Lp64 => lp64,
            Abi::Ilp32 => ilp32,
            Abi::I386 => i386,
        }
    }

    /// The field of a name, and where it lies; where the struct itself has none, that of the
    /// structs in it, of the outermost and foremost first.
    pub fn field(&self, name: &str, abi: Abi) -> Option<(usize, &Kind)> {
        (0..=NESTING).find_map(|depth| self.field_at(depth, name, abi))
    }

    fn field_at(&self, depth: u8, name: &str, abi: Abi) -> Option<(usize, &Kind)> {
        let slots = self.layout(abi).slots.iter();
        self.fields.iter().zip(slots).find_map(|(field, slot)| {
            let (at, kind) = match (depth.checked_sub(1), &field.kind.format) {
                (None, _) if field.name.as_str() == name => (0, &field.kind),
                (Some(depth), Format::Struct(inner, None)) if field.kind.count <= 1 => {
                    inner.field_at(depth, name, abi)?
                }
                _ => return None,
            };
            Some((usize::from(slot.offset) + at, kind))
        })
    }
}

/// How deep a field is looked for in the structs of a struct.
const NESTING: u8 = 3;

fn by_abi(layouts: &[Layout; 3]) -> bool {
    let [a, b, c] = layouts;
    a.size != b.size || a.size != c.size || a.slots != b.slots || a.slots != c.slots
}

/// Whether sizes differ between ABIs, for statics.
#[doc(hidden)]
pub const fn sizes_differ(fields: &[Field], packed: bool) -> bool {
    let lp64 = size(fields, Abi::Lp64, packed);
    lp64 != size(fields, Abi::Ilp32, packed) || lp64 != size(fields, Abi::I386, packed)
}

/// The place of a field.
const fn slot(kind: &Kind, at: usize, abi: Abi) -> Slot {
    let (width, signed) = match &kind.format {
        Format::Integer {
            width,
            signed,
            meaning,
            ..
        } if kind.count <= 1 && !matches!(meaning, Meaning::Ifindex) => (width.bytes(abi), *signed),
        _ => (0, false),
    };
    Slot {
        offset: at as u16,
        width: width as u8,
        signed,
    }
}

/// Whether slots are integers that follow one another up to `size`.
#[doc(hidden)]
#[allow(
    clippy::indexing_slicing,
    reason = "statics call it: an index out of reach does not compile"
)]
pub const fn plain(slots: &[Slot], size: u16) -> bool {
    let (mut at, mut i) = (0, 0);
    while i < slots.len() {
        if slots[i].width == 0 || slots[i].offset != at {
            return false;
        }
        at += slots[i].width as u16;
        i += 1;
    }
    at == size
}

/// The places of the fields, for statics.
#[doc(hidden)]
#[allow(
    clippy::indexing_slicing,
    reason = "statics call it: an index out of reach does not compile"
)]
pub const fn slots<const N: usize>(fields: &[Field; N], abi: Abi, packed: bool) -> [Slot; N] {
    let mut slots = [Slot {
        offset: 0,
        width: 0,
        signed: false,
    }; N];
    let (mut at, mut i) = (0, 0);
    while i < N {
        let align = if packed { 1 } else { fields[i].kind.align(abi) };
        at = round_up(at, align);
        slots[i] = slot(&fields[i].kind, at, abi);
        at += fields[i].kind.size(abi);
        i += 1;
    }
    slots
}

/// Size of the struct, for statics.
#[doc(hidden)]
#[allow(
    clippy::indexing_slicing,
    reason = "statics call it: an index out of reach does not compile"
)]
pub const fn size(fields: &[Field], abi: Abi, packed: bool) -> u16 {
    let (mut at, mut max, mut i) = (0, 1, 0);
    while i < fields.len() {
        let a = if packed { 1 } else { fields[i].kind.align(abi) };
        at = round_up(at, a) + fields[i].kind.size(abi);
        if a > max {
            max = a;
        }
        i += 1;
    }
    round_up(at, max) as u16
}

/// Alignment of the struct, for statics.
#[doc(hidden)]
#[allow(
    clippy::indexing_slicing,
    reason = "statics call it: an index out of reach does not compile"
)]
pub const fn align(fields: &[Field], abi: Abi, packed: bool) -> u8 {
    let (mut max, mut i) = (1, 0);
    while i < fields.len() && !packed {
        let a = fields[i].kind.align(abi);
        if a > max {
            max = a;
        }
        i += 1;
    }
    max as u8
}

const fn round_up(n: usize, to: usize) -> usize {
    n.div_ceil(to) * to
}
