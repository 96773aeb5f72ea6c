//! Virtual functions of a link, IFLA_VF_* and IFLA_PORT_*.
//!
//! Source: `uapi/linux/if_link.h`, `net/core/rtnetlink.c` (`ifla_vf_policy`,
//! `ifla_port_policy`, `rtnl_fill_vfinfo`, `rtnl_vf_ports_fill`).

use crate::families::common::ETH_P;
use crate::table::Unit;
use crate::table::macros::*;

set! { /// The list of a link's virtual functions.
    pub(super) IFLA_VF_INFO "IFLA_VF_INFO":
    1 IFLA_VF_INFO: nest(&IFLA_VF).multi(),
}

// The kernel's field has room for 32 bytes, of which a link uses as many as its addresses have.
structure! { IFLA_VF_MAC "ifla_vf_mac":
    vf: U32,
    mac: MAC,
    pad: BYTES.times(26).reserved(),
}

structure! { IFLA_VF_MAC_LONG "ifla_vf_mac(infiniband)":
    vf: U32;
    mac: MAC
}

structure! { IFLA_VF_BROADCAST "ifla_vf_broadcast":
    broadcast: MAC,
    pad: BYTES.times(26).reserved(),
}

select! { VF_MAC number field("ifi_type") => {
    32 => structure(&IFLA_VF_MAC_LONG), // ARPHRD_INFINIBAND
} else structure(&IFLA_VF_MAC) }

select! { VF_BROADCAST number field("ifi_type") => {
    32 => MAC, // ARPHRD_INFINIBAND
} else structure(&IFLA_VF_BROADCAST) }

structure! { IFLA_VF_VLAN "ifla_vf_vlan":
    vf: U32,
    vlan: U32,
    qos: U32,
}

structure! { IFLA_VF_VLAN_INFO "ifla_vf_vlan_info":
    vf: U32,
    vlan: U32,
    qos: U32,
    vlan_proto: BE16.of(&ETH_P),
}

structure! { IFLA_VF_TX_RATE "ifla_vf_tx_rate":
    vf: U32,
    rate: U32.unit(Unit::MegabitsPerSecond),
}

structure! { IFLA_VF_RATE "ifla_vf_rate":
    vf: U32,
    min_tx_rate: U32.unit(Unit::MegabitsPerSecond),
    max_tx_rate: U32.unit(Unit::MegabitsPerSecond),
}

structure! { IFLA_VF_SPOOFCHK "ifla_vf_spoofchk":
    vf: U32,
    setting: U32,
}

structure! { IFLA_VF_GUID "ifla_vf_guid":
    vf: U32,
    guid: U64.hex(),
}

enumeration! { IFLA_VF_LINK_STATES "IFLA_VF_LINK_STATE":
    0 IFLA_VF_LINK_STATE_AUTO, 1 IFLA_VF_LINK_STATE_ENABLE, 2 IFLA_VF_LINK_STATE_DISABLE,
}

structure! { IFLA_VF_LINK_STATE "ifla_vf_link_state":
    vf: U32,
    link_state: U32.of(&IFLA_VF_LINK_STATES),
}

structure! { IFLA_VF_RSS_QUERY_EN "ifla_vf_rss_query_en":
    vf: U32,
    setting: U32,
}

structure! { IFLA_VF_TRUST "ifla_vf_trust":
    vf: U32,
    setting: U32,
}

set! { IFLA_VF "IFLA_VF":
    1 IFLA_VF_MAC: select(&VF_MAC),
    2 IFLA_VF_VLAN: structure(&IFLA_VF_VLAN),
    3 IFLA_VF_TX_RATE: structure(&IFLA_VF_TX_RATE),
    4 IFLA_VF_SPOOFCHK: structure(&IFLA_VF_SPOOFCHK),
    5 IFLA_VF_LINK_STATE: structure(&IFLA_VF_LINK_STATE),
    6 IFLA_VF_RATE: structure(&IFLA_VF_RATE),
    7 IFLA_VF_RSS_QUERY_EN: structure(&IFLA_VF_RSS_QUERY_EN),
    8 IFLA_VF_STATS: nest(&IFLA_VF_STATS),
    9 IFLA_VF_TRUST: structure(&IFLA_VF_TRUST),
    10 IFLA_VF_IB_NODE_GUID: structure(&IFLA_VF_GUID),
    11 IFLA_VF_IB_PORT_GUID: structure(&IFLA_VF_GUID),
    12 IFLA_VF_VLAN_LIST: nest(&IFLA_VF_VLAN_LIST),
    13 IFLA_VF_BROADCAST: select(&VF_BROADCAST),
}

set! { IFLA_VF_STATS "IFLA_VF_STATS":
    0 IFLA_VF_STATS_RX_PACKETS: U64.unit(Unit::Packets),
    1 IFLA_VF_STATS_TX_PACKETS: U64.unit(Unit::Packets),
    2 IFLA_VF_STATS_RX_BYTES: U64.unit(Unit::Bytes),
    3 IFLA_VF_STATS_TX_BYTES: U64.unit(Unit::Bytes),
    4 IFLA_VF_STATS_BROADCAST: U64.unit(Unit::Packets),
    5 IFLA_VF_STATS_MULTICAST: U64.unit(Unit::Packets),
    6 IFLA_VF_STATS_PAD: PAD,
    7 IFLA_VF_STATS_RX_DROPPED: U64.unit(Unit::Packets),
    8 IFLA_VF_STATS_TX_DROPPED: U64.unit(Unit::Packets),
}

set! { IFLA_VF_VLAN_LIST "IFLA_VF_VLAN_INFO":
    1 IFLA_VF_VLAN_INFO: structure(&IFLA_VF_VLAN_INFO).multi(),
}

set! { /// The list of the port profiles of a link's virtual functions.
    pub(super) IFLA_VF_PORT "IFLA_VF_PORT":
    1 IFLA_VF_PORT: nest(&IFLA_PORT).multi(),
}

enumeration! { PORT_VF "PORT_SELF_VF":
    0xffff_ffff PORT_SELF_VF,
}

enumeration! { PORT_REQUEST "PORT_REQUEST":
    0 PORT_REQUEST_PREASSOCIATE, 1 PORT_REQUEST_PREASSOCIATE_RR, 2 PORT_REQUEST_ASSOCIATE,
    3 PORT_REQUEST_DISASSOCIATE,
}

enumeration! { PORT_RESPONSE "PORT_RESPONSE":
    0 PORT_VDP_RESPONSE_SUCCESS,
    1 PORT_VDP_RESPONSE_INVALID_FORMAT,
    2 PORT_VDP_RESPONSE_INSUFFICIENT_RESOURCES,
    3 PORT_VDP_RESPONSE_UNUSED_VTID,
    4 PORT_VDP_RESPONSE_VTID_VIOLATION,
    5 PORT_VDP_RESPONSE_VTID_VERSION_VIOALTION,
    6 PORT_VDP_RESPONSE_OUT_OF_SYNC,
    0x100 PORT_PROFILE_RESPONSE_SUCCESS,
    0x101 PORT_PROFILE_RESPONSE_INPROGRESS,
    0x102 PORT_PROFILE_RESPONSE_INVALID,
    0x103 PORT_PROFILE_RESPONSE_BADSTATE,
    0x104 PORT_PROFILE_RESPONSE_INSUFFICIENT_RESOURCES,
    0x105 PORT_PROFILE_RESPONSE_ERROR,
}

structure! { IFLA_PORT_VSI "ifla_port_vsi":
    vsi_mgr_id: U8,
    vsi_type_id: U8.times(3),
    vsi_type_version: U8,
    pad: BYTES.times(3).reserved(),
}

set! { /// The port profile of a link or of a virtual function.
    pub(super) IFLA_PORT "IFLA_PORT":
    1 IFLA_PORT_VF: U32.of(&PORT_VF),
    2 IFLA_PORT_PROFILE: STRING,
    3 IFLA_PORT_VSI_TYPE: structure(&IFLA_PORT_VSI),
    4 IFLA_PORT_INSTANCE_UUID: UUID,
    5 IFLA_PORT_HOST_UUID: UUID,
    6 IFLA_PORT_REQUEST: UINT.of(&PORT_REQUEST),
    7 IFLA_PORT_RESPONSE: U16.of(&PORT_RESPONSE),
}
