//! The few decoders that a table cannot express, each attached to a table by name.

pub mod iw_event;
//! The few layouts that no table can express: code, each attached to a table by name.
//!
//! A decoder speaks through the walk's sink alone and accounts for each byte of its data.
pub mod multipath;
pub mod nd_options;
pub mod srh;
#[cfg(test)]
pub(crate) mod testing;
