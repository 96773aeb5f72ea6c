//! The few layouts that no table can express: code, each attached to a table by name.
//!
//! A decoder speaks through the walk's sink alone, accounts for every byte that it is given
//! and never fails.

#[macro_use]
pub mod low_bits;

pub mod audit;
pub mod eui64_le;
pub mod fmsg;
pub mod fpin;
pub mod geneve_options;
pub mod hw_addr;
pub mod ieee80211;
pub mod inet_bytecode;
pub(crate) mod inside;
pub mod ioam6_trace;
pub mod iw_event;
pub mod ksmbd;
pub mod multipath;
pub mod nd_options;
pub mod netlink_groups;
pub mod nf_inet_addr;
pub mod nft_data;
pub mod nft_userdata;
pub mod packet;
pub mod packet_address;
pub mod packet_fanout;
pub mod rdma_ls;
pub mod smc_address;
pub mod sockaddr;
pub mod srh;
pub mod taskstats;
pub mod tc_ematch;
pub mod tipc_tlv;
pub mod uevent;
pub mod unix_name;
pub mod w1;
pub mod xfrm_address;
pub mod xt_align;

#[cfg(test)]
pub(crate) mod test;
#[cfg(test)]
pub(crate) mod testing;
