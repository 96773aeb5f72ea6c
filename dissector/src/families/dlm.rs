//! DLM: locks of the distributed lock manager that wait too long. Newer kernels lack it.
//!
//! Source: `uapi/linux/dlm_netlink.h`, `uapi/linux/dlmconstants.h`, `fs/dlm/netlink.c`.

use crate::table::macros::*;
use crate::table::{Family, Layer, Unit};
use std::borrow::Cow;

enumeration! { STATUS "DLM_STATUS":
    1 DLM_STATUS_WAITING, 2 DLM_STATUS_GRANTED, 3 DLM_STATUS_CONVERT,
}

enumeration! { MODE "DLM_LOCK":
    -1 DLM_LOCK_IV,
    0 DLM_LOCK_NL,
    1 DLM_LOCK_CR,
    2 DLM_LOCK_CW,
    3 DLM_LOCK_PR,
    4 DLM_LOCK_PW,
    5 DLM_LOCK_EX,
}

structure! { LOCK_DATA "dlm_lock_data":
    version: U16,
    lockspace_id: U32.hex(),
    nodeid: S32,
    ownpid: S32,
    id: U32.hex(),
    remid: U32.hex(),
    xid: U64.hex(),
    status: S8.of(&STATUS),
    grmode: S8.of(&MODE),
    rqmode: S8.of(&MODE),
    timestamp: ULONG,
    resource_namelen: S32.unit(Unit::Bytes),
    resource_name: STRING.times(64),
}

set! { TYPE "DLM_TYPE":
    1 DLM_TYPE_LOCK: structure(&LOCK_DATA),
}

messages! { MESSAGES:
    1 DLM_CMD_HELLO Other, [] {TYPE};
    2 DLM_CMD_TIMEOUT Other, [] {TYPE};
}

/// The record of DLM.
pub static FAMILY: Family = Family {
    name: crate::name!("DLM"),
    protocol: Some(16),
    layer: Layer::Generic,
    messages: Cow::Borrowed(MESSAGES),
    groups: Cow::Borrowed(&[]),
};
