//! The words that tables are written in: constants and const functions for kinds,
//! and one macro a record.
//!
//! ```ignore
//! set! { IFLA_INFO "IFLA_INFO":
//!     1 IFLA_INFO_KIND: STRING,
//!     2 IFLA_INFO_DATA: select(&LINK_DATA),
//! }
//! ```

use super::{
    BytesAs, Enum, Fact, Format, Kind, Meaning, Order, Ref, Select, Selector, Set, SetRef, Special,
    Struct, Unit, Width,
};
use std::borrow::Cow;

macro_rules! integers {
    ($($(#[$doc:meta])* $name:ident $width:ident $signed:literal $order:ident;)*) => {
        $($(#[$doc])* pub const $name: Kind = Kind::integer(Width::$width, $signed, Order::$order);)*
    };
}

integers! {
    /// Unsigned, 8 bits.
    U8 W8 false Host;
    /// Unsigned, 16 bits, host order.
    U16 W16 false Host;
    /// Unsigned, 32 bits, host order.
    U32 W32 false Host;
    /// Unsigned, 64 bits, host order.
    U64 W64 false Host;
    /// Signed, 8 bits.
    S8 W8 true Host;
    /// Signed, 16 bits, host order.
    S16 W16 true Host;
    /// Signed, 32 bits, host order.
    S32 W32 true Host;
    /// Signed, 64 bits, host order.
    S64 W64 true Host;
    /// Unsigned, 64 bits, aligned to 8 everywhere.
    ALIGNED_U64 Aligned64 false Host;
    /// Unsigned C `long`.
    ULONG Long false Host;
    /// Signed C `long`.
    LONG Long true Host;
    /// Unsigned, of the payload's length.
    UINT ByLength false Host;
    /// Signed, of the payload's length.
    SINT ByLength true Host;
    /// Unsigned, 16 bits, network order.
    BE16 W16 false Big;
    /// Unsigned, 32 bits, network order.
    BE32 W32 false Big;
    /// Unsigned, 64 bits, network order.
    BE64 W64 false Big;
    /// Signed, 32 bits, network order.
    SBE32 W32 true Big;
    /// Unsigned, 16 bits, little-endian.
    LE16 W16 false Little;
    /// Unsigned, 32 bits, little-endian.
    LE32 W32 false Little;
    /// Unsigned, 64 bits, little-endian.
    LE64 W64 false Little;
}

/// Being there is the value.
pub const FLAG: Kind = Kind::new(Format::Flag);
/// Characters, with or without a NUL at the end.
pub const STRING: Kind = Kind::new(Format::String(false));
/// Characters with a NUL that the kernel insists on (`NLA_NUL_STRING`).
pub const NUL_STRING: Kind = Kind::new(Format::String(true));
/// Truly opaque bytes: cookies, private data.
pub const BYTES: Kind = Kind::new(Format::Bytes(BytesAs::Opaque));
/// A link-layer address: 6 bytes in a struct, any length as an attribute.
pub const MAC: Kind = Kind::new(Format::Bytes(BytesAs::Mac));
/// An IPv4 address.
pub const IPV4: Kind = Kind::new(Format::Bytes(BytesAs::Ipv4));
/// An IPv6 address.
pub const IPV6: Kind = Kind::new(Format::Bytes(BytesAs::Ipv6));
/// An IPv4 or IPv6 address by length.
pub const IP: Kind = Kind::new(Format::Bytes(BytesAs::Ip));
/// A UUID.
pub const UUID: Kind = Kind::new(Format::Bytes(BytesAs::Uuid));
/// An EUI-64.
pub const EUI64: Kind = Kind::new(Format::Bytes(BytesAs::Eui64));
/// Key material.
pub const KEY: Kind = Kind::new(Format::Bytes(BytesAs::Key));
/// A packet or frame.
pub const PACKET: Kind = Kind::new(Format::Bytes(BytesAs::Packet));
/// 0 or 1 in 8 bits.
pub const BOOL: Kind = U8.meaning(Meaning::Bool);
/// An interface index in 32 bits.
pub const IFINDEX: Kind = U32.meaning(Meaning::Ifindex);
/// An interface index in 32 bits, signed.
pub const S_IFINDEX: Kind = S32.meaning(Meaning::Ifindex);
/// A traffic control handle.
pub const HANDLE: Kind = U32.meaning(Meaning::Handle);
/// Alignment, without meaning.
pub const PAD: Kind = Kind::new(Format::Pad);
/// Reserved by the kernel, not used.
pub const UNUSED: Kind = Kind::new(Format::Unused);

/// Attributes of a set.
pub const fn nest(set: &'static Set) -> Kind {
    Kind::new(Format::Nest(SetRef::Static(set)))
}

/// Attributes of a set whose order is the meaning.
pub const fn sequence(set: &'static Set) -> Kind {
    Kind::new(Format::Sequence(SetRef::Static(set)))
}

/// A struct.
pub const fn structure(s: &'static Struct) -> Kind {
    Kind::new(Format::Struct(Ref::Static(s), None))
}

/// A struct, then attributes.
pub const fn structure_then(s: &'static Struct, set: &'static Set) -> Kind {
    Kind::new(Format::Struct(Ref::Static(s), Some(SetRef::Static(set))))
}

/// Attributes that are counted, each of this kind; written `array!(kind)`.
pub const fn array(element: &'static Kind) -> Kind {
    Kind::new(Format::Array(Ref::Static(element)))
}

/// Attributes whose type is a key without names, each of this kind; written `map!(kind)`.
pub const fn map(element: &'static Kind) -> Kind {
    Kind::new(Format::Map(None, Ref::Static(element)))
}

/// Attributes whose type is a key of an enumeration; written `map!(&ENUM, kind)`.
pub const fn map_of(keys: &'static Enum, element: &'static Kind) -> Kind {
    Kind::new(Format::Map(Some(Ref::Static(keys)), Ref::Static(element)))
}

/// A C array; written `list!(kind)`.
pub const fn list(element: &'static Kind) -> Kind {
    Kind::new(Format::List(Ref::Static(element)))
}

/// A C array whose positions an enumeration names; written `table!(&ENUM, kind)`.
pub const fn table(keys: &'static Enum, element: &'static Kind) -> Kind {
    Kind::new(Format::Table(Ref::Static(keys), Ref::Static(element)))
}

/// One of several layouts.
pub const fn select(s: &'static Select) -> Kind {
    Kind::new(Format::Select(Ref::Static(s)))
}

/// A special decoder.
pub const fn special(s: &'static Special) -> Kind {
    Kind::new(Format::Special(s))
}

/// A network address of the family that the selector gives.
pub const fn address(family: Selector) -> Kind {
    Kind::new(Format::Address(family))
}

/// A `struct nla_bitfield32` of these flags.
pub const fn bitfield32(flags: &'static Enum) -> Kind {
    Kind::new(Format::Bitfield32(Ref::Static(flags)))
}

/// Selects by an attribute: a sibling, else one of an enclosing scope.
pub const fn attribute(name: &'static str) -> Selector {
    Selector::Attribute(Cow::Borrowed(name))
}

/// Selects by a field of an enclosing struct or fixed header.
pub const fn field(name: &'static str) -> Selector {
    Selector::Field(Cow::Borrowed(name))
}

/// Selects by a fact of the context.
pub const fn fact(fact: Fact) -> Selector {
    Selector::Fact(fact)
}

/// A number with a unit: `per(U64, Unit::Nanoseconds)` is `U64.unit(Unit::Nanoseconds)`.
pub const fn per(kind: Kind, unit: Unit) -> Kind {
    kind.unit(unit)
}

/// A [`Name`](crate::table::Name) of a literal.
#[macro_export]
#[doc(hidden)]
macro_rules! name {
    ($name:expr) => {
        $crate::table::Name::rendered(concat!("\"", $name, "\":"))
    };
}

/// `array!(kind)`: counted attributes.
macro_rules! array {
    ($kind:expr) => {{
        static ELEMENT: $crate::table::Kind = $kind;
        $crate::table::macros::array(&ELEMENT)
    }};
}

/// `list!(kind)`: a C array.
macro_rules! list {
    ($kind:expr) => {{
        static ELEMENT: $crate::table::Kind = $kind;
        $crate::table::macros::list(&ELEMENT)
    }};
}

/// `map!(kind)` or `map!(&KEYS, kind)`: keyed attributes.
macro_rules! map {
    ($kind:expr) => {{
        static ELEMENT: $crate::table::Kind = $kind;
        $crate::table::macros::map(&ELEMENT)
    }};
    ($keys:expr, $kind:expr) => {{
        static ELEMENT: $crate::table::Kind = $kind;
        $crate::table::macros::map_of($keys, &ELEMENT)
    }};
}

/// `table!(&KEYS, kind)`: a C array with named positions.
macro_rules! table {
    ($keys:expr, $kind:expr) => {{
        static ELEMENT: $crate::table::Kind = $kind;
        $crate::table::macros::table($keys, &ELEMENT)
    }};
}

/// `bits!(1: a 4, b 4 of(&ENUM), _ 2)`: C bit-fields in an integer of so many bytes, first
/// field first; `_` is padding. `bits!(be 4: …)` is in network order whatever the host.
macro_rules! bits {
    (@all $order:ident $bytes:literal: $($name:tt $width:literal $(of($e:expr))?),* $(,)?) => {
        $crate::table::Kind::new($crate::table::Format::Bits($bytes, $crate::table::Order::$order, std::borrow::Cow::Borrowed(
            const { &[$(bits!(@one $name $width $(of($e))?)),*] }
        )))
    };
    (@one _ $width:literal) => {
        $crate::table::Bit { name: $crate::name!("reserved"), width: $width,
            meaning: $crate::table::Meaning::Number, reserved: true }
    };
    (@one $name:ident $width:literal) => {
        $crate::table::Bit { name: $crate::name!(stringify!($name)), width: $width,
            meaning: $crate::table::Meaning::Number, reserved: false }
    };
    (@one $name:ident $width:literal of($e:expr)) => {
        $crate::table::Bit { name: $crate::name!(stringify!($name)), width: $width,
            meaning: $crate::table::Meaning::Enum($crate::table::Ref::Static($e)), reserved: false }
    };
    (be $bytes:literal: $($rest:tt)*) => { bits!(@all Big $bytes: $($rest)*) };
    ($bytes:literal: $($rest:tt)*) => { bits!(@all Host $bytes: $($rest)*) };
}

/// The name of an entry: an identifier, or a literal where the kernel's text is none.
macro_rules! entry_name {
    ($name:ident) => {
        $crate::name!(stringify!($name))
    };
    ($name:literal) => {
        $crate::name!($name)
    };
}

/// A set of attributes: `set! { STATIC "NAME": value CONSTANT / ALIAS: kind, … }`.
macro_rules! set {
    ($(#[$meta:meta])* $vis:vis $ident:ident $name:literal: $($value:literal $attr:ident $(/ $alias:ident)*: $kind:expr),* $(,)?) => {
        $(#[$meta])*
        $vis static $ident: $crate::table::Set = {
            const NAMES: &[(u16, &str)] = &[$(($value, stringify!($attr))),*];
            static INDEX: [u16; $crate::table::macros::max_value(NAMES) + 1] =
                $crate::table::macros::index(NAMES);
            static ATTRIBUTES: [$crate::table::Attribute; NAMES.len()] = [$(
                $crate::table::Attribute {
                    name: $crate::name!(stringify!($attr)),
                    value: $value,
                    kind: $kind,
                    aliases: &[$(stringify!($alias)),*],
                }
            ),*];
            $crate::table::Set {
                name: $crate::name!($name),
                attributes: std::borrow::Cow::Borrowed(&ATTRIBUTES),
                index: std::borrow::Cow::Borrowed(&INDEX),
            }
        };
    };
}

/// An enumeration: `enumeration! { STATIC "name": value CONSTANT / ALIAS, … }`, sorted by value.
macro_rules! enumeration {
    ($(#[$meta:meta])* $vis:vis $ident:ident $name:literal: $($value:literal $entry:tt $(/ $alias:ident)*),* $(,)?) => {
        $(#[$meta])*
        $vis static $ident: $crate::table::Enum = {
            static ENTRIES: &[$crate::table::Entry] = &[$(
                $crate::table::Entry {
                    name: entry_name!($entry),
                    value: $value as i128 as u64,
                    aliases: &[$(stringify!($alias)),*],
                }
            ),*];
            const { assert!($crate::table::macros::sorted(&[$($value as i128),*]), "entries must be sorted by value") };
            $crate::table::Enum {
                name: $crate::name!($name),
                flags: false,
                entries: std::borrow::Cow::Borrowed(ENTRIES),
            }
        };
    };
}

/// A set of flags: `flags! { STATIC "name": mask CONSTANT / ALIAS, … }`; masks of several bits
/// stand before those of their single bits.
macro_rules! flags {
    ($(#[$meta:meta])* $vis:vis $ident:ident $name:literal: $($value:literal $entry:tt $(/ $alias:ident)*),* $(,)?) => {
        $(#[$meta])*
        $vis static $ident: $crate::table::Enum = {
            static ENTRIES: &[$crate::table::Entry] = &[$(
                $crate::table::Entry {
                    name: entry_name!($entry),
                    value: $value as u64,
                    aliases: &[$(stringify!($alias)),*],
                }
            ),*];
            $crate::table::Enum {
                name: $crate::name!($name),
                flags: true,
                entries: std::borrow::Cow::Borrowed(ENTRIES),
            }
        };
    };
}

/// A struct: `structure! { STATIC "name": field: kind, … ; tail: kind }`; `packed` before the
/// static's name leaves out alignment.
macro_rules! structure {
    ($(#[$meta:meta])* $vis:vis packed $ident:ident $name:literal: $($rest:tt)*) => {
        structure! { @build [$(#[$meta])* $vis] true $ident $name: $($rest)* }
    };
    ($(#[$meta:meta])* $vis:vis $ident:ident $name:literal: $($rest:tt)*) => {
        structure! { @build [$(#[$meta])* $vis] false $ident $name: $($rest)* }
    };
    (@build [$($head:tt)*] $packed:literal $ident:ident $name:literal:
        $($field:ident: $kind:expr),* $(,)? $(; $tail:ident: $tkind:expr)?) => {
        $($head)* static $ident: $crate::table::Struct = {
            use $crate::table::{Abi, Field, Layout, structure as s};
            const N: usize = const { <[&str]>::len(&[$(stringify!($field)),*]) };
            static FIELDS: [Field; N] = [$(
                Field { name: $crate::name!(stringify!($field)), kind: $kind }
            ),*];
            static LP64: [s::Slot; N] = s::slots(&FIELDS, Abi::Lp64, $packed);
            static ILP32: [s::Slot; N] = s::slots(&FIELDS, Abi::Ilp32, $packed);
            static I386: [s::Slot; N] = s::slots(&FIELDS, Abi::I386, $packed);
            const fn layout(slots: &'static [s::Slot; N], abi: Abi) -> Layout {
                Layout {
                    slots: std::borrow::Cow::Borrowed(slots),
                    plain: s::plain(slots, s::size(&FIELDS, abi, $packed)),
                    size: s::size(&FIELDS, abi, $packed),
                    align: s::align(&FIELDS, abi, $packed),
                }
            }
            #[allow(unused_mut, unused_assignments)]
            $crate::table::Struct {
                name: $crate::name!($name),
                fields: std::borrow::Cow::Borrowed(&FIELDS),
                layouts: [layout(&LP64, Abi::Lp64), layout(&ILP32, Abi::Ilp32), layout(&I386, Abi::I386)],
                tail: structure!(@tail $($tail: $tkind)?),
                by_abi: s::sizes_differ(&FIELDS, $packed),
            }
        };
    };
    (@tail) => { None };
    (@tail $tail:ident: $tkind:expr) => {
        Some(Field { name: $crate::name!(stringify!($tail)), kind: $tkind })
    };
}

/// A choice: `select! { STATIC text attribute("X"): "a" => kind, … ; else kind }`, or with
/// `number` and numbers; sorted by value.
macro_rules! select {
    ($(#[$meta:meta])* $vis:vis $ident:ident $sort:ident $by:expr => { $($value:literal => $kind:expr),* $(,)? } $(else $other:expr)?) => {
        $(#[$meta])*
        $vis static $ident: $crate::table::Select = {
            static CASES: &[$crate::table::Case] = &[$(
                $crate::table::Case { when: select!(@when $sort $value), kind: $kind }
            ),*];
            const { assert!(select!(@sorted $sort $($value),*), "cases must be sorted by value") };
            $crate::table::Select {
                by: $by,
                cases: std::borrow::Cow::Borrowed(CASES),
                otherwise: select!(@other $($other)?),
            }
        };
    };
    (@when text $value:literal) => { $crate::table::Match::Text(std::borrow::Cow::Borrowed($value)) };
    (@when number $value:literal) => { $crate::table::Match::Number($value as i128 as u64) };
    (@sorted text $($value:literal),*) => { $crate::table::macros::sorted_text(&[$($value),*]) };
    (@sorted number $($value:literal),*) => { $crate::table::macros::sorted(&[$($value as i128),*]) };
    (@other) => { None };
    (@other $other:expr) => { Some($other) };
}

/// The messages of a family, sorted by value:
/// `messages! { STATIC: value CONSTANT verb [when] (headers) body, … }`.
///
/// `body` is `-` for none, `{&SET}` for attributes, or `name: kind` in parentheses.
macro_rules! messages {
    ($(#[$meta:meta])* $vis:vis $ident:ident: $($value:literal $name:ident $verb:ident $(if $when:expr)?, [$($header:expr),*] $body:tt;)*) => {
        $(#[$meta])*
        $vis static $ident: &[$crate::table::Message] = &[$(
            $crate::table::Message {
                name: $crate::name!(stringify!($name)),
                value: $value,
                verb: $crate::table::Verb::$verb,
                when: messages!(@when $($when)?),
                headers: std::borrow::Cow::Borrowed(const { &[$($crate::table::Ref::Static(&$header)),*] }),
                body: messages!(@body $body),
            }
        ),*];
    };
    (@when) => { $crate::table::When::Always };
    (@when $when:expr) => { $when };
    (@body -) => { $crate::table::Body::None };
    (@body { $set:expr }) => {
        $crate::table::Body::Attributes($crate::table::SetRef::Static(&$set))
    };
    (@body ($name:ident: $kind:expr)) => {
        $crate::table::Body::Value($crate::name!(stringify!($name)), $kind)
    };
}

/// Multicast groups: `groups! { STATIC: value NAME, … }`.
macro_rules! groups {
    ($vis:vis $ident:ident: $($value:literal $name:tt),* $(,)?) => {
        $vis static $ident: &[$crate::table::Group] = &[$(
            $crate::table::Group { name: entry_name!($name), value: $value }
        ),*];
    };
}

pub use super::set::{index, max_value};

/// Whether values are sorted without repetition.
#[doc(hidden)]
#[allow(
    clippy::indexing_slicing,
    reason = "statics call it: an index out of reach does not compile"
)]
pub const fn sorted(values: &[i128]) -> bool {
    let mut i = 1;
    while i < values.len() {
        if values[i - 1] >= values[i] {
            return false;
        }
        i += 1;
    }
    true
}

/// Whether strings are sorted by their bytes without repetition.
#[doc(hidden)]
#[allow(
    clippy::indexing_slicing,
    reason = "statics call it: an index out of reach does not compile"
)]
pub const fn sorted_text(values: &[&str]) -> bool {
    let mut i = 1;
    while i < values.len() {
        if !less(values[i - 1].as_bytes(), values[i].as_bytes()) {
            return false;
        }
        i += 1;
    }
    true
}

#[allow(
    clippy::indexing_slicing,
    reason = "statics call it: an index out of reach does not compile"
)]
const fn less(a: &[u8], b: &[u8]) -> bool {
    let mut i = 0;
    while i < a.len() && i < b.len() {
        if a[i] != b[i] {
            return a[i] < b[i];
        }
        i += 1;
    }
    a.len() < b.len()
}
