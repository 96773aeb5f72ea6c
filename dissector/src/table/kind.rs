//! What the bytes of an attribute or of a struct's field mean.

use super::{Abi, Enum, Name, Select, Selector, Set, SetRef, Struct};
use crate::sink::Sink;
use crate::walk::{Node, Scope, Span, Walk};
use crate::wire::ByteOrder;
use std::borrow::Cow;
use std::ops::Deref;
use std::sync::Arc;

/// A reference to a record: compiled in, or shared among loaded ones.
#[derive(Debug)]
pub enum Ref<T: 'static> {
    /// Compiled in.
    Static(&'static T),
    /// Made at run time.
    Shared(Arc<T>),
}

impl<T> Ref<T> {
    /// A reference to a record made at run time.
    pub fn new(value: T) -> Ref<T> {
        Ref::Shared(Arc::new(value))
    }
}

impl<T> Clone for Ref<T> {
    fn clone(&self) -> Self {
        match self {
            Ref::Static(r) => Ref::Static(r),
            Ref::Shared(a) => Ref::Shared(a.clone()),
        }
    }
}

impl<T> Deref for Ref<T> {
    type Target = T;

    #[inline]
    fn deref(&self) -> &T {
        match self {
            Ref::Static(r) => r,
            Ref::Shared(a) => a,
        }
    }
}

/// Width of an integer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Width {
    /// 8 bits.
    W8,
    /// 16 bits.
    W16,
    /// 32 bits.
    W32,
    /// 64 bits.
    W64,
    /// 64 bits, aligned to 8 on every architecture (`__aligned_u64`).
    Aligned64,
    /// A C `long`: 32 or 64 bits, by architecture.
    Long,
    /// 8, 16, 32 or 64 bits, as the payload has it (`nla_put_uint`).
    ByLength,
}

impl Width {
    /// Bytes under an ABI; 0 where the payload tells.
    #[inline(always)]
    pub const fn bytes(self, abi: Abi) -> usize {
        match self {
            Width::W8 => 1,
            Width::W16 => 2,
            Width::W32 => 4,
            Width::W64 | Width::Aligned64 => 8,
            Width::Long => abi.long(),
            Width::ByLength => 0,
        }
    }
}

/// Byte order of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// The captured machine's; network order where the attribute carries NLA_F_NET_BYTEORDER.
    Host,
    /// Network order always.
    Big,
    /// Little-endian always.
    Little,
}

impl Order {
    /// The byte order that it comes to on a machine of `host`'s.
    #[inline]
    pub const fn resolve(self, host: ByteOrder) -> ByteOrder {
        match self {
            Order::Host => host,
            Order::Big => ByteOrder::Big,
            Order::Little => ByteOrder::Little,
        }
    }
}

/// What an integer stands for.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Meaning {
    /// A number.
    Number,
    /// A number that people read in hexadecimal.
    Hex,
    /// A name, or a set of flags, as the enumeration says.
    Enum(Ref<Enum>),
    /// 0 or 1.
    Bool,
    /// An interface index.
    Ifindex,
    /// A traffic control handle, major:minor.
    Handle,
    /// An errno, negative.
    Errno,
    /// Four characters.
    Fourcc,
}

/// What a number counts. The number itself is never scaled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
#[non_exhaustive]
#[allow(missing_docs)]
pub enum Unit {
    #[default]
    None,
    Nanoseconds,
    Microseconds,
    Milliseconds,
    Centiseconds,
    Deciseconds,
    Seconds,
    Minutes,
    Hours,
    Days,
    /// Seconds since 1970.
    UnixSeconds,
    /// Milliseconds since 1970.
    UnixMilliseconds,
    /// Nanoseconds since 1970.
    UnixNanoseconds,
    /// Kernel ticks: their length is the captured kernel's HZ, which a capture does not tell.
    Jiffies,
    /// Ticks of USER_HZ: 1/100 s on all but a few architectures.
    ClockTicks,
    /// Ticks of the packet scheduler: 64 ns.
    PschedTicks,
    /// 802.11 time units of 1024 µs.
    TimeUnits,
    Bytes,
    Kibibytes,
    Packets,
    BytesPerSecond,
    BitsPerSecond,
    KilobitsPerSecond,
    MegabitsPerSecond,
    /// 100 kbit/s.
    Kilobits100PerSecond,
    PacketsPerSecond,
    Hertz,
    Kilohertz,
    Megahertz,
    Dbm,
    /// 1/100 dBm.
    Mbm,
    /// 1/128 dBm.
    Dbm128,
    Db,
    Percent,
    Permille,
    Milliwatts,
    Microwatts,
    Millivolts,
    Microvolts,
    Microamperes,
    Microjoules,
    Celsius,
    Millicelsius,
    Picoseconds,
    Femtoseconds,
    PartsPerMillion,
    PartsPerBillion,
    PartsPerTrillion,
    Meters,
    Centimeters,
    Millimeters,
}

impl Unit {
    /// The unit as the table dump and the documentation spell it; empty for none.
    pub const fn word(self) -> &'static str {
        match self {
            Unit::None => "",
            Unit::Nanoseconds => "ns",
            Unit::Microseconds => "us",
            Unit::Milliseconds => "ms",
            Unit::Centiseconds => "cs",
            Unit::Deciseconds => "ds",
            Unit::Seconds => "s",
            Unit::Minutes => "min",
            Unit::Hours => "h",
            Unit::Days => "d",
            Unit::UnixSeconds => "s since 1970",
            Unit::UnixMilliseconds => "ms since 1970",
            Unit::UnixNanoseconds => "ns since 1970",
            Unit::Jiffies => "jiffies",
            Unit::ClockTicks => "1/USER_HZ s",
            Unit::PschedTicks => "64 ns",
            Unit::TimeUnits => "1024 us",
            Unit::Bytes => "bytes",
            Unit::Kibibytes => "KiB",
            Unit::Packets => "packets",
            Unit::BytesPerSecond => "bytes/s",
            Unit::BitsPerSecond => "bit/s",
            Unit::KilobitsPerSecond => "kbit/s",
            Unit::MegabitsPerSecond => "Mbit/s",
            Unit::Kilobits100PerSecond => "100 kbit/s",
            Unit::PacketsPerSecond => "packets/s",
            Unit::Hertz => "Hz",
            Unit::Kilohertz => "kHz",
            Unit::Megahertz => "MHz",
            Unit::Dbm => "dBm",
            Unit::Mbm => "1/100 dBm",
            Unit::Dbm128 => "1/128 dBm",
            Unit::Db => "dB",
            Unit::Percent => "%",
            Unit::Permille => "1/1000",
            Unit::Milliwatts => "mW",
            Unit::Microwatts => "uW",
            Unit::Millivolts => "mV",
            Unit::Microvolts => "uV",
            Unit::Microamperes => "uA",
            Unit::Microjoules => "uJ",
            Unit::Celsius => "degC",
            Unit::Millicelsius => "1/1000 degC",
            Unit::Picoseconds => "ps",
            Unit::Femtoseconds => "fs",
            Unit::PartsPerMillion => "ppm",
            Unit::PartsPerBillion => "ppb",
            Unit::PartsPerTrillion => "ppt",
            Unit::Meters => "m",
            Unit::Centimeters => "cm",
            Unit::Millimeters => "mm",
        }
    }
}

/// How opaque bytes are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum BytesAs {
    /// In hexadecimal.
    Opaque,
    /// A link-layer address of any length: pairs of hexadecimal digits with colons.
    Mac,
    /// An IPv4 address, 4 bytes.
    Ipv4,
    /// An IPv6 address, 16 bytes.
    Ipv6,
    /// An IPv4 or IPv6 address, told apart by length.
    Ip,
    /// A UUID, 16 bytes in the order of RFC 9562.
    Uuid,
    /// An EUI-64 or another 64-bit interface identifier: 8 bytes.
    Eui64,
    /// Key material: hidden in text.
    Key,
    /// A packet or frame.
    Packet,
}

impl BytesAs {
    /// Bytes that it takes inside a struct, where it has a size of its own.
    pub const fn size(self) -> usize {
        match self {
            BytesAs::Mac => 6,
            BytesAs::Ipv4 => 4,
            BytesAs::Ipv6 | BytesAs::Uuid | BytesAs::Ip => 16,
            BytesAs::Eui64 => 8,
            BytesAs::Opaque | BytesAs::Key | BytesAs::Packet => 1,
        }
    }
}

/// A part of an integer that C calls a bit-field.
#[derive(Clone, Debug)]
pub struct Bit {
    /// Its name.
    pub name: Name,
    /// Its width in bits.
    pub width: u8,
    /// What it stands for.
    pub meaning: Meaning,
    /// Padding or reserved: left out of JSON and text when zero.
    pub reserved: bool,
}

/// Decodes what no table can express; see [`Special`].
pub type SpecialFn = for<'w, 'a, 's, 'n> fn(
    &mut Walk<'w, 'a, dyn Sink + 's>,
    node: &Node<'n>,
    data: Span<'a>,
    scope: &Scope<'_>,
);

/// A decoder for a layout that no table can express. It speaks through the walk's sink
/// and must account for each byte of its data.
pub struct Special {
    /// The word that the table dump uses for the attribute's type.
    pub name: &'static str,
    /// The decoder.
    pub decode: SpecialFn,
    /// Sets that the decoder walks, for the table dump.
    pub sets: &'static [&'static Set],
}

impl std::fmt::Debug for Special {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name)
    }
}

/// The layout of a value.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Format {
    /// No payload: being there is the value.
    Flag,
    /// An integer.
    Integer {
        /// Bits.
        width: Width,
        /// Two's complement.
        signed: bool,
        /// Byte order.
        order: Order,
        /// What it stands for.
        meaning: Meaning,
    },
    /// Characters up to a NUL or the end; `true` where the kernel requires the NUL.
    String(bool),
    /// Bytes.
    Bytes(BytesAs),
    /// A network address whose family (AF_*) the selector gives; by length where it does not.
    Address(Selector),
    /// A `struct nla_bitfield32`: value and selector.
    Bitfield32(Ref<Enum>),
    /// A struct, followed by attributes where a set is given.
    Struct(Ref<Struct>, Option<SetRef>),
    /// C bit-fields in an integer of this many bytes, first field first.
    Bits(u8, Order, Cow<'static, [Bit]>),
    /// A C array of elements of fixed size, to the end of the payload.
    List(Ref<Kind>),
    /// A C array whose position means something: named by the enumeration.
    Table(Ref<Enum>, Ref<Kind>),
    /// Attributes of a set.
    Nest(SetRef),
    /// Attributes whose nla_type is a mere counter.
    Array(Ref<Kind>),
    /// Attributes whose nla_type is a key, named by the enumeration where there is one.
    Map(Option<Ref<Enum>>, Ref<Kind>),
    /// Attributes whose order is the meaning.
    Sequence(SetRef),
    /// One of several layouts.
    Select(Ref<Select>),
    /// Code.
    Special(&'static Special),
    /// Alignment (`*_PAD`).
    Pad,
    /// A number that the kernel reserves and does not use.
    Unused,
}

/// What the bytes of an attribute or a field mean: layout, unit and how it stands in its set.
#[derive(Clone, Debug)]
pub struct Kind {
    /// The layout.
    pub format: Format,
    /// Elements, as the field of a struct: 0 and 1 are one, more are a C array
    /// (of characters for a string, of bytes for opaque ones).
    pub count: u16,
    /// What a number counts.
    pub unit: Unit,
    /// The attribute repeats by design.
    pub multi: bool,
    /// Padding or reserved: left out of JSON and text when zero.
    pub reserved: bool,
    /// An empty payload is legal and means true.
    pub or_flag: bool,
}

impl Kind {
    /// A kind of this layout and nothing else.
    pub const fn new(format: Format) -> Kind {
        Kind {
            format,
            count: 0,
            unit: Unit::None,
            multi: false,
            reserved: false,
            or_flag: false,
        }
    }

    /// An integer.
    pub const fn integer(width: Width, signed: bool, order: Order) -> Kind {
        Kind::new(Format::Integer {
            width,
            signed,
            order,
            meaning: Meaning::Number,
        })
    }

    /// The integer stands for something; for statics, where another format does not compile.
    #[allow(
        clippy::panic,
        reason = "statics call it: it ends the compilation, not the program"
    )]
    pub const fn meaning(self, meaning: Meaning) -> Kind {
        let (count, unit, multi, reserved, or_flag) = (
            self.count,
            self.unit,
            self.multi,
            self.reserved,
            self.or_flag,
        );
        let format = match &self.format {
            Format::Integer {
                width,
                signed,
                order,
                ..
            } => Format::Integer {
                width: *width,
                signed: *signed,
                order: *order,
                meaning,
            },
            _ => panic!("only an integer has a meaning"),
        };
        std::mem::forget(self); // a static's parts: nothing to drop, and const code cannot
        Kind {
            format,
            count,
            unit,
            multi,
            reserved,
            or_flag,
        }
    }

    /// The byte order of an integer.
    pub fn order(&self) -> Order {
        match &self.format {
            Format::Integer { order, .. } => *order,
            _ => Order::Host,
        }
    }

    /// What an integer stands for.
    pub fn meaning_of(&self) -> &Meaning {
        match &self.format {
            Format::Integer { meaning, .. } => meaning,
            _ => &Meaning::Number,
        }
    }

    /// The integer is one of an enumeration, or a set of its flags.
    pub const fn of(self, e: &'static Enum) -> Kind {
        self.meaning(Meaning::Enum(Ref::Static(e)))
    }

    /// The integer reads best in hexadecimal.
    pub const fn hex(self) -> Kind {
        self.meaning(Meaning::Hex)
    }

    /// The number counts this.
    pub const fn unit(mut self, unit: Unit) -> Kind {
        self.unit = unit;
        self
    }

    /// A field of `n` elements.
    pub const fn times(mut self, n: u16) -> Kind {
        self.count = n;
        self
    }

    /// An attribute that repeats by design.
    pub const fn multi(mut self) -> Kind {
        self.multi = true;
        self
    }

    /// Padding, or reserved.
    pub const fn reserved(mut self) -> Kind {
        self.reserved = true;
        self
    }

    /// An attribute that may also come without a payload.
    pub const fn or_flag(mut self) -> Kind {
        self.or_flag = true;
        self
    }

    /// Bytes of one element in a struct of this ABI; 0 where it has no fixed size.
    pub const fn size_one(&self, abi: Abi) -> usize {
        match &self.format {
            Format::Integer { width, .. } => width.bytes(abi),
            Format::String(_) => 1,
            Format::Bytes(form) => form.size(),
            Format::Address(_) => 16,
            Format::Bitfield32(_) => 8,
            Format::Struct(Ref::Static(s), _) => s.layout(abi).size as usize,
            Format::Bits(n, ..) => *n as usize,
            Format::Select(Ref::Static(s)) => match &s.otherwise {
                Some(kind) => kind.size(abi),
                None => 0,
            },
            _ => 0,
        }
    }

    /// Bytes of the whole field in a struct of this ABI; 0 where it has no fixed size.
    pub const fn size(&self, abi: Abi) -> usize {
        let n = if self.count == 0 {
            1
        } else {
            self.count as usize
        };
        self.size_one(abi) * n
    }

    /// [`Kind::size`], of structs made at run time too.
    #[inline]
    pub fn extent(&self, abi: Abi) -> usize {
        match &self.format {
            Format::Struct(s, _) => {
                usize::from(s.layout(abi).size) * usize::from(self.count.max(1))
            }
            _ => self.size(abi),
        }
    }

    /// [`Kind::align`], of structs made at run time too.
    pub fn alignment(&self, abi: Abi) -> usize {
        match &self.format {
            Format::Struct(s, _) => usize::from(s.layout(abi).align),
            _ => self.align(abi),
        }
    }

    /// Alignment in a struct of this ABI, in bytes.
    pub const fn align(&self, abi: Abi) -> usize {
        match &self.format {
            Format::Integer { width, .. } => match width {
                Width::W8 | Width::ByLength => 1,
                Width::W16 => 2,
                Width::W32 => 4,
                Width::W64 => abi.align8(),
                Width::Aligned64 => 8,
                Width::Long => abi.long(),
            },
            Format::Bytes(BytesAs::Ipv4 | BytesAs::Ip | BytesAs::Ipv6)
            | Format::Address(_)
            | Format::Bitfield32(_) => 4,
            Format::Struct(Ref::Static(s), _) => s.layout(abi).align as usize,
            Format::Bits(n, ..) => *n as usize,
            Format::Select(Ref::Static(s)) => match &s.otherwise {
                Some(kind) => kind.align(abi),
                None => 1,
            },
            _ => 1,
        }
    }
}
