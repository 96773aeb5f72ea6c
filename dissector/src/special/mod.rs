//! The few decoders that a table cannot express, each attached to a table by name.

pub mod hw_addr;
pub mod nft_userdata;
pub mod xt_align;
