//! The few decoders that a table cannot express, each attached to a table by name.

pub mod iw_event;
