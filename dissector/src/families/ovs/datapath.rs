//! ovs_datapath: the datapaths themselves.
//!
//! Source: `uapi/linux/openvswitch.h`, `net/openvswitch/datapath.c`.

use super::OVS_HEADER;
use crate::table::macros::*;
use crate::table::{Family, Layer};
use std::borrow::Cow;

structure! { DP_STATS "ovs_dp_stats":
    n_hit: U64,
    n_missed: U64,
    n_lost: U64,
    n_flows: U64,
}

structure! { MEGAFLOW_STATS "ovs_dp_megaflow_stats":
    n_mask_hit: U64,
    n_masks: U32,
    pad0: U32.reserved(),
    n_cache_hit: U64,
    pad1: U64.reserved(),
}

flags! { DP_F "OVS_DP_F":
    0x1 OVS_DP_F_UNALIGNED, 0x2 OVS_DP_F_VPORT_PIDS, 0x4 OVS_DP_F_TC_RECIRC_SHARING,
    0x8 OVS_DP_F_DISPATCH_UPCALL_PER_CPU,
}

set! { OVS_DP_ATTR "OVS_DP_ATTR":
    1 OVS_DP_ATTR_NAME: NUL_STRING,
    2 OVS_DP_ATTR_UPCALL_PID: U32,
    3 OVS_DP_ATTR_STATS: structure(&DP_STATS),
    4 OVS_DP_ATTR_MEGAFLOW_STATS: structure(&MEGAFLOW_STATS),
    5 OVS_DP_ATTR_USER_FEATURES: U32.of(&DP_F),
    6 OVS_DP_ATTR_PAD: PAD,
    7 OVS_DP_ATTR_MASKS_CACHE_SIZE: U32,
    8 OVS_DP_ATTR_PER_CPU_PIDS: list!(U32),
    9 OVS_DP_ATTR_IFINDEX: S_IFINDEX,
}

messages! { MESSAGES:
    1 OVS_DP_CMD_NEW New, [OVS_HEADER] {OVS_DP_ATTR};
    2 OVS_DP_CMD_DEL Del, [OVS_HEADER] {OVS_DP_ATTR};
    3 OVS_DP_CMD_GET Get, [OVS_HEADER] {OVS_DP_ATTR};
    4 OVS_DP_CMD_SET New, [OVS_HEADER] {OVS_DP_ATTR};
}

groups! { GROUPS: 0 ovs_datapath }

/// The record of ovs_datapath.
pub static FAMILY: Family = Family {
    name: crate::name!("ovs_datapath"),
    protocol: Some(16),
    layer: Layer::Generic,
    messages: Cow::Borrowed(MESSAGES),
    groups: Cow::Borrowed(GROUPS),
};
