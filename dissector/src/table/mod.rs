//! The record types that describe a family: what a message of a type holds, which
//! attributes may stand in a set, and what the bytes of each mean.
//!
//! Built-in tables are `static` data written with the macros of [`macros`]; tables
//! read at run time (see [`crate::ynl`]) are the same types with owned parts, so
//! everything that works on one works on the other.

mod abi;
mod enumeration;
mod family;
mod kind;
#[macro_use]
pub mod macros;
mod name;
mod select;
mod set;
#[doc(hidden)]
pub mod structure;
mod tables;

pub use abi::{Abi, Arch};
pub use enumeration::{Entry, Enum};
pub use family::{Body, Family, Group, Layer, Message, Verb, When};
pub use kind::{Bit, BytesAs, Format, Kind, Meaning, Order, Ref, Special, SpecialFn, Unit, Width};
pub use name::Name;
pub use select::{Case, Fact, Match, Select, Selector};
pub use set::{Attribute, Set, SetRef};
pub use structure::{Field, Layout, Slot, Struct};
pub use tables::Tables;
