//! What a flow does with its packets.
//!
//! Source: `uapi/linux/openvswitch.h`, `net/openvswitch/flow_netlink.c`,
//! `net/openvswitch/conntrack.c`.

use super::super::common::ETH_P;
use super::super::nfnetlink::xt_target::IP_CONNTRACK_EVENTS;
use super::key::{
    CT_LABELS, ETHERNET, MPLS_LSE, OVS_KEY_ATTR, OVS_KEY_ATTR_SET_MASKED, OVS_PUSH_NSH,
};
use crate::table::Unit;
use crate::table::macros::*;

set! { OVS_USERSPACE_ATTR "OVS_USERSPACE_ATTR":
    1 OVS_USERSPACE_ATTR_PID: U32,
    2 OVS_USERSPACE_ATTR_USERDATA: BYTES,
    3 OVS_USERSPACE_ATTR_EGRESS_TUN_PORT: U32,
    4 OVS_USERSPACE_ATTR_ACTIONS: FLAG,
}

// PROBABILITY: 0xffffffff is always
set! { OVS_SAMPLE_ATTR "OVS_SAMPLE_ATTR":
    1 OVS_SAMPLE_ATTR_PROBABILITY: U32,
    2 OVS_SAMPLE_ATTR_ACTIONS: sequence(&OVS_ACTION_ATTR),
}

structure! { MD_MARK "md_mark":
    value: U32.hex(),
    mask: U32.hex(),
}

structure! { MD_LABELS "md_labels":
    value: structure(&CT_LABELS),
    mask: structure(&CT_LABELS),
}

set! { OVS_NAT_ATTR "OVS_NAT_ATTR":
    1 OVS_NAT_ATTR_SRC: FLAG,
    2 OVS_NAT_ATTR_DST: FLAG,
    3 OVS_NAT_ATTR_IP_MIN: IP,
    4 OVS_NAT_ATTR_IP_MAX: IP,
    5 OVS_NAT_ATTR_PROTO_MIN: U16,
    6 OVS_NAT_ATTR_PROTO_MAX: U16,
    7 OVS_NAT_ATTR_PERSISTENT: FLAG,
    8 OVS_NAT_ATTR_PROTO_HASH: FLAG,
    9 OVS_NAT_ATTR_PROTO_RANDOM: FLAG,
}

set! { OVS_CT_ATTR "OVS_CT_ATTR":
    1 OVS_CT_ATTR_COMMIT: FLAG,
    2 OVS_CT_ATTR_ZONE: U16,
    3 OVS_CT_ATTR_MARK: structure(&MD_MARK),
    4 OVS_CT_ATTR_LABELS: structure(&MD_LABELS),
    5 OVS_CT_ATTR_HELPER: STRING,
    6 OVS_CT_ATTR_NAT: nest(&OVS_NAT_ATTR),
    7 OVS_CT_ATTR_FORCE_COMMIT: FLAG,
    8 OVS_CT_ATTR_EVENTMASK: U32.of(&IP_CONNTRACK_EVENTS),
    9 OVS_CT_ATTR_TIMEOUT: STRING,
}

set! { OVS_CHECK_PKT_LEN_ATTR "OVS_CHECK_PKT_LEN_ATTR":
    1 OVS_CHECK_PKT_LEN_ATTR_PKT_LEN: U16.unit(Unit::Bytes),
    2 OVS_CHECK_PKT_LEN_ATTR_ACTIONS_IF_GREATER: sequence(&OVS_ACTION_ATTR),
    3 OVS_CHECK_PKT_LEN_ATTR_ACTIONS_IF_LESS_EQUAL: sequence(&OVS_ACTION_ATTR),
}

set! { OVS_DEC_TTL_ATTR "OVS_DEC_TTL_ATTR":
    1 OVS_DEC_TTL_ATTR_ACTION: sequence(&OVS_ACTION_ATTR),
}

set! { OVS_PSAMPLE_ATTR "OVS_PSAMPLE_ATTR":
    1 OVS_PSAMPLE_ATTR_GROUP: U32,
    2 OVS_PSAMPLE_ATTR_COOKIE: BYTES,
}

structure! { PUSH_VLAN "ovs_action_push_vlan":
    vlan_tpid: BE16.of(&ETH_P),
    vlan_tci: BE16.hex(),
}

enumeration! { HASH_ALG "ovs_hash_alg":
    0 OVS_HASH_ALG_L4, 1 OVS_HASH_ALG_SYM_L4,
}

structure! { HASH "ovs_action_hash":
    hash_alg: U32.of(&HASH_ALG),
    hash_basis: U32.hex(),
}

structure! { PUSH_MPLS "ovs_action_push_mpls":
    mpls_lse: MPLS_LSE,
    mpls_ethertype: BE16.of(&ETH_P),
}

flags! { MPLS_TUN_FLAGS "OVS_MPLS_L3_TUNNEL_FLAG": 0x1 OVS_MPLS_L3_TUNNEL_FLAG_MASK }

structure! { ADD_MPLS "ovs_action_add_mpls":
    mpls_lse: MPLS_LSE,
    mpls_ethertype: BE16.of(&ETH_P),
    tun_flags: U16.of(&MPLS_TUN_FLAGS),
}

structure! { TRUNC "ovs_action_trunc":
    max_len: U32.unit(Unit::Bytes),
}

structure! { PUSH_ETH "ovs_action_push_eth":
    addresses: structure(&ETHERNET),
}

set! { /// Actions, done one after the other.
    pub(super) OVS_ACTION_ATTR "OVS_ACTION_ATTR":
    1 OVS_ACTION_ATTR_OUTPUT: U32,
    2 OVS_ACTION_ATTR_USERSPACE: nest(&OVS_USERSPACE_ATTR),
    3 OVS_ACTION_ATTR_SET: nest(&OVS_KEY_ATTR),
    4 OVS_ACTION_ATTR_PUSH_VLAN: structure(&PUSH_VLAN),
    5 OVS_ACTION_ATTR_POP_VLAN: FLAG,
    6 OVS_ACTION_ATTR_SAMPLE: nest(&OVS_SAMPLE_ATTR),
    7 OVS_ACTION_ATTR_RECIRC: U32.hex(),
    8 OVS_ACTION_ATTR_HASH: structure(&HASH),
    9 OVS_ACTION_ATTR_PUSH_MPLS: structure(&PUSH_MPLS),
    10 OVS_ACTION_ATTR_POP_MPLS: BE16.of(&ETH_P),
    11 OVS_ACTION_ATTR_SET_MASKED: nest(&OVS_KEY_ATTR_SET_MASKED),
    12 OVS_ACTION_ATTR_CT: nest(&OVS_CT_ATTR),
    13 OVS_ACTION_ATTR_TRUNC: structure(&TRUNC),
    14 OVS_ACTION_ATTR_PUSH_ETH: structure(&PUSH_ETH),
    15 OVS_ACTION_ATTR_POP_ETH: FLAG,
    16 OVS_ACTION_ATTR_CT_CLEAR: FLAG,
    17 OVS_ACTION_ATTR_PUSH_NSH: nest(&OVS_PUSH_NSH),
    18 OVS_ACTION_ATTR_POP_NSH: FLAG,
    19 OVS_ACTION_ATTR_METER: U32,
    20 OVS_ACTION_ATTR_CLONE: sequence(&OVS_ACTION_ATTR),
    21 OVS_ACTION_ATTR_CHECK_PKT_LEN: nest(&OVS_CHECK_PKT_LEN_ATTR),
    22 OVS_ACTION_ATTR_ADD_MPLS: structure(&ADD_MPLS),
    23 OVS_ACTION_ATTR_DEC_TTL: nest(&OVS_DEC_TTL_ATTR),
    24 OVS_ACTION_ATTR_DROP: U32,
    25 OVS_ACTION_ATTR_PSAMPLE: nest(&OVS_PSAMPLE_ATTR),
}
