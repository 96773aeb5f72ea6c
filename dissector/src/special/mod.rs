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
//! Decoders for what no table can express. Each is attached to a table by name, speaks
//! through the walk's sink, accounts for every byte it is given and never fails.
pub mod inet_bytecode;
pub mod netlink_groups;
pub mod packet_address;
pub mod packet_fanout;
pub mod smc_address;
pub mod sockaddr;
pub mod unix_name;
mod test;
//! Decoders for layouts that no table can express. Each is attached to a table by a
//! [`Special`](crate::table::Special) record, accounts for every byte that it is given and
//! never fails.
pub mod tc_ematch;
pub mod hw_addr;
pub mod nft_userdata;
