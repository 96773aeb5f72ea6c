//! Decoders for what no table can express. Each is attached to a table by name, speaks
//! through the walk's sink, accounts for every byte it is given and never fails.

pub mod inet_bytecode;
pub mod netlink_groups;
pub mod packet_address;
pub mod packet_fanout;
pub mod smc_address;
pub mod sockaddr;
pub mod unix_name;

#[cfg(test)]
mod test;
