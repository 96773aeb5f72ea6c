//! drm-ras: counters of hardware errors of graphics devices.
//!
//! Source: `uapi/drm/drm_ras.h`, `drivers/gpu/drm/drm_ras.c`, `drivers/gpu/drm/drm_ras_nl.c`.

use crate::table::macros::*;
use crate::table::{Family, Layer};
use std::borrow::Cow;

enumeration! { NODE_TYPE "drm_ras_node_type":
    1 DRM_RAS_NODE_TYPE_ERROR_COUNTER,
}

set! { NODE_ATTRS "DRM_RAS_A_NODE_ATTRS":
    1 DRM_RAS_A_NODE_ATTRS_NODE_ID: U32,
    2 DRM_RAS_A_NODE_ATTRS_DEVICE_NAME: STRING,
    3 DRM_RAS_A_NODE_ATTRS_NODE_NAME: STRING,
    4 DRM_RAS_A_NODE_ATTRS_NODE_TYPE: U32.of(&NODE_TYPE),
}

set! { ERROR_COUNTER_ATTRS "DRM_RAS_A_ERROR_COUNTER_ATTRS":
    1 DRM_RAS_A_ERROR_COUNTER_ATTRS_NODE_ID: U32,
    2 DRM_RAS_A_ERROR_COUNTER_ATTRS_ERROR_ID: U32,
    3 DRM_RAS_A_ERROR_COUNTER_ATTRS_ERROR_NAME: STRING,
    4 DRM_RAS_A_ERROR_COUNTER_ATTRS_ERROR_VALUE: U32,
}

messages! { MESSAGES:
    1 DRM_RAS_CMD_LIST_NODES Get, [] {NODE_ATTRS};
    2 DRM_RAS_CMD_GET_ERROR_COUNTER Get, [] {ERROR_COUNTER_ATTRS};
    3 DRM_RAS_CMD_CLEAR_ERROR_COUNTER Other, [] {ERROR_COUNTER_ATTRS};
}

groups! { GROUPS: }

/// The record of drm-ras.
pub static FAMILY: Family = Family {
    name: crate::name!("drm-ras"),
    protocol: Some(16),
    layer: Layer::Generic,
    messages: Cow::Borrowed(MESSAGES),
    groups: Cow::Borrowed(GROUPS),
};
