//! ovs_ct_limit: how many connections a zone may have.
//!
//! Source: `uapi/linux/openvswitch.h`, `net/openvswitch/conntrack.c`.

use super::OVS_HEADER;
use crate::table::macros::*;
use crate::table::{Family, Layer};
use std::borrow::Cow;

enumeration! { ZONE "OVS_ZONE_LIMIT": -1 OVS_ZONE_LIMIT_DEFAULT_ZONE }

structure! { ZONE_LIMIT "ovs_zone_limit":
    zone_id: S32.of(&ZONE),
    limit: U32,
    count: U32,
}

set! { OVS_CT_LIMIT_ATTR "OVS_CT_LIMIT_ATTR":
    1 OVS_CT_LIMIT_ATTR_ZONE_LIMIT: list!(structure(&ZONE_LIMIT)),
}

messages! { MESSAGES:
    1 OVS_CT_LIMIT_CMD_SET New, [OVS_HEADER] {OVS_CT_LIMIT_ATTR};
    2 OVS_CT_LIMIT_CMD_DEL Del, [OVS_HEADER] {OVS_CT_LIMIT_ATTR};
    3 OVS_CT_LIMIT_CMD_GET Get, [OVS_HEADER] {OVS_CT_LIMIT_ATTR};
}

groups! { GROUPS: 0 ovs_ct_limit }

/// The record of ovs_ct_limit.
pub static FAMILY: Family = Family {
    name: crate::name!("ovs_ct_limit"),
    protocol: Some(16),
    layer: Layer::Generic,
    messages: Cow::Borrowed(MESSAGES),
    groups: Cow::Borrowed(GROUPS),
};
