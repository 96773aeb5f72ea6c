//! ovs_vport: the ports of a datapath.
//!
//! Source: `uapi/linux/openvswitch.h`, `net/openvswitch/datapath.c`, `net/openvswitch/vport.c`,
//! `net/openvswitch/vport-vxlan.c`.

use super::OVS_HEADER;
use super::key::OVS_VXLAN_EXT;
use crate::table::macros::*;
use crate::table::{Family, Layer, Unit};
use std::borrow::Cow;

enumeration! { VPORT_TYPE "ovs_vport_type":
    0 OVS_VPORT_TYPE_UNSPEC, 1 OVS_VPORT_TYPE_NETDEV, 2 OVS_VPORT_TYPE_INTERNAL,
    3 OVS_VPORT_TYPE_GRE, 4 OVS_VPORT_TYPE_VXLAN, 5 OVS_VPORT_TYPE_GENEVE,
}

structure! { VPORT_STATS "ovs_vport_stats":
    rx_packets: U64.unit(Unit::Packets),
    tx_packets: U64.unit(Unit::Packets),
    rx_bytes: U64.unit(Unit::Bytes),
    tx_bytes: U64.unit(Unit::Bytes),
    rx_errors: U64.unit(Unit::Packets),
    tx_errors: U64.unit(Unit::Packets),
    rx_dropped: U64.unit(Unit::Packets),
    tx_dropped: U64.unit(Unit::Packets),
}

set! { OVS_TUNNEL_ATTR "OVS_TUNNEL_ATTR":
    1 OVS_TUNNEL_ATTR_DST_PORT: U16,
    2 OVS_TUNNEL_ATTR_EXTENSION: nest(&OVS_VXLAN_EXT),
}

set! { OVS_VPORT_UPCALL_ATTR "OVS_VPORT_UPCALL_ATTR":
    0 OVS_VPORT_UPCALL_ATTR_SUCCESS: U64.unit(Unit::Packets),
    1 OVS_VPORT_UPCALL_ATTR_FAIL: U64.unit(Unit::Packets),
}

set! { OVS_VPORT_ATTR "OVS_VPORT_ATTR":
    1 OVS_VPORT_ATTR_PORT_NO: U32,
    2 OVS_VPORT_ATTR_TYPE: U32.of(&VPORT_TYPE),
    3 OVS_VPORT_ATTR_NAME: NUL_STRING,
    4 OVS_VPORT_ATTR_OPTIONS: nest(&OVS_TUNNEL_ATTR),
    5 OVS_VPORT_ATTR_UPCALL_PID: list!(U32),
    6 OVS_VPORT_ATTR_STATS: structure(&VPORT_STATS),
    7 OVS_VPORT_ATTR_PAD: PAD,
    8 OVS_VPORT_ATTR_IFINDEX: IFINDEX,
    9 OVS_VPORT_ATTR_NETNSID: S32,
    10 OVS_VPORT_ATTR_UPCALL_STATS: nest(&OVS_VPORT_UPCALL_ATTR),
}

messages! { MESSAGES:
    1 OVS_VPORT_CMD_NEW New, [OVS_HEADER] {OVS_VPORT_ATTR};
    2 OVS_VPORT_CMD_DEL Del, [OVS_HEADER] {OVS_VPORT_ATTR};
    3 OVS_VPORT_CMD_GET Get, [OVS_HEADER] {OVS_VPORT_ATTR};
    4 OVS_VPORT_CMD_SET New, [OVS_HEADER] {OVS_VPORT_ATTR};
}

groups! { GROUPS: 0 ovs_vport }

/// The record of ovs_vport.
pub static FAMILY: Family = Family {
    name: crate::name!("ovs_vport"),
    protocol: Some(16),
    layer: Layer::Generic,
    messages: Cow::Borrowed(MESSAGES),
    groups: Cow::Borrowed(GROUPS),
};
