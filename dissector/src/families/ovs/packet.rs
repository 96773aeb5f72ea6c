//! ovs_packet: packets that no flow knows, and those that user space sends back.
//!
//! Source: `uapi/linux/openvswitch.h`, `net/openvswitch/datapath.c`.

use super::OVS_HEADER;
use super::action::OVS_ACTION_ATTR;
use super::key::{OVS_KEY_ATTR, OVS_TUNNEL_KEY_ATTR};
use crate::special::packet;
use crate::table::macros::*;
use crate::table::{Family, Layer, Unit};
use std::borrow::Cow;

set! { /// A packet with its flow's key.
    pub OVS_PACKET_ATTR "OVS_PACKET_ATTR":
    1 OVS_PACKET_ATTR_PACKET: special(&packet::OVS_PACKET_ATTR_PACKET),
    2 OVS_PACKET_ATTR_KEY: nest(&OVS_KEY_ATTR),
    3 OVS_PACKET_ATTR_ACTIONS: sequence(&OVS_ACTION_ATTR),
    4 OVS_PACKET_ATTR_USERDATA: BYTES,
    5 OVS_PACKET_ATTR_EGRESS_TUN_KEY: nest(&OVS_TUNNEL_KEY_ATTR),
    6 OVS_PACKET_ATTR_UNUSED1: UNUSED,
    7 OVS_PACKET_ATTR_UNUSED2: UNUSED,
    8 OVS_PACKET_ATTR_PROBE: FLAG,
    9 OVS_PACKET_ATTR_MRU: U16.unit(Unit::Bytes),
    10 OVS_PACKET_ATTR_LEN: U32.unit(Unit::Bytes),
    11 OVS_PACKET_ATTR_HASH: U64.hex(),
    12 OVS_PACKET_ATTR_UPCALL_PID: U32,
}

messages! { MESSAGES:
    1 OVS_PACKET_CMD_MISS Other, [OVS_HEADER] {OVS_PACKET_ATTR};
    2 OVS_PACKET_CMD_ACTION Other, [OVS_HEADER] {OVS_PACKET_ATTR};
    3 OVS_PACKET_CMD_EXECUTE Other, [OVS_HEADER] {OVS_PACKET_ATTR};
}

groups! { GROUPS: }

/// The record of ovs_packet.
pub static FAMILY: Family = Family {
    name: crate::name!("ovs_packet"),
    protocol: Some(16),
    layer: Layer::Generic,
    messages: Cow::Borrowed(MESSAGES),
    groups: Cow::Borrowed(GROUPS),
};
