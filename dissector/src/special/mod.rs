//! Decoders for layouts that no table can express. Each is attached to a table by a
//! [`Special`](crate::table::Special) record, accounts for every byte that it is given and
//! never fails.

pub mod tc_ematch;
