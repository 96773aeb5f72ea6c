//! ovs_flow: which packets a datapath knows, and what it does with them.
//!
//! Source: `uapi/linux/openvswitch.h`, `net/openvswitch/datapath.c`.

use super::action::OVS_ACTION_ATTR;
use super::key::{OVS_KEY_ATTR, OVS_KEY_ATTR_MASK, TCPHDR};
use super::{OVS_FLOW_STATS, OVS_HEADER};
use crate::table::macros::*;
use crate::table::{Family, Layer, Unit};
use std::borrow::Cow;

flags! { UFID_F "OVS_UFID_F":
    0x1 OVS_UFID_F_OMIT_KEY, 0x2 OVS_UFID_F_OMIT_MASK, 0x4 OVS_UFID_F_OMIT_ACTIONS,
}

set! { OVS_FLOW_ATTR "OVS_FLOW_ATTR":
    1 OVS_FLOW_ATTR_KEY: nest(&OVS_KEY_ATTR),
    2 OVS_FLOW_ATTR_ACTIONS: sequence(&OVS_ACTION_ATTR),
    3 OVS_FLOW_ATTR_STATS: structure(&OVS_FLOW_STATS),
    4 OVS_FLOW_ATTR_TCP_FLAGS: U8.of(&TCPHDR),
    5 OVS_FLOW_ATTR_USED: U64.unit(Unit::Milliseconds),
    6 OVS_FLOW_ATTR_CLEAR: FLAG,
    7 OVS_FLOW_ATTR_MASK: nest(&OVS_KEY_ATTR_MASK),
    8 OVS_FLOW_ATTR_PROBE: FLAG,
    9 OVS_FLOW_ATTR_UFID: BYTES,
    10 OVS_FLOW_ATTR_UFID_FLAGS: U32.of(&UFID_F),
    11 OVS_FLOW_ATTR_PAD: PAD,
}

messages! { MESSAGES:
    1 OVS_FLOW_CMD_NEW New, [OVS_HEADER] {OVS_FLOW_ATTR};
    2 OVS_FLOW_CMD_DEL Del, [OVS_HEADER] {OVS_FLOW_ATTR};
    3 OVS_FLOW_CMD_GET Get, [OVS_HEADER] {OVS_FLOW_ATTR};
    4 OVS_FLOW_CMD_SET New, [OVS_HEADER] {OVS_FLOW_ATTR};
}

groups! { GROUPS: 0 ovs_flow }

/// The record of ovs_flow.
pub static FAMILY: Family = Family {
    name: crate::name!("ovs_flow"),
    protocol: Some(16),
    layer: Layer::Generic,
    messages: Cow::Borrowed(MESSAGES),
    groups: Cow::Borrowed(GROUPS),
};
