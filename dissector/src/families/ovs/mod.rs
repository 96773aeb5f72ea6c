//! Open vSwitch: the families of its datapath, and what they share.
//!
//! Source: `uapi/linux/openvswitch.h`, `net/openvswitch/`.

mod action;
pub mod ct_limit;
pub mod datapath;
pub mod flow;
mod key;
pub mod meter;
pub mod packet;
pub mod vport;

use crate::table::Unit;
use crate::table::macros::*;

structure! { OVS_HEADER "ovs_header":
    dp_ifindex: S_IFINDEX,
}

structure! { OVS_FLOW_STATS "ovs_flow_stats":
    n_packets: U64.unit(Unit::Packets),
    n_bytes: U64.unit(Unit::Bytes),
}
