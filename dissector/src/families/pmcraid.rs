//! pmcraid: what happens on PMC Sierra's MaxRAID controllers. Its id is fixed.
//!
//! Source: `drivers/scsi/pmcraid.c`, `drivers/scsi/pmcraid.h`.

use crate::table::macros::*;
use crate::table::{Fact, Family, Layer, Unit};
use std::borrow::Cow;

/// nlmsg_type of pmcraid, and the number of its only group.
pub const GENL_ID_PMCRAID: u16 = 18;

enumeration! { DEVICE_EVENT "PMC_DEVICE_EVENT":
    0x11000000 PMC_DEVICE_EVENT_RESET_START,
    0x11000001 PMC_DEVICE_EVENT_RESET_SUCCESS,
    0x11000002 PMC_DEVICE_EVENT_RESET_FAILED,
    0x11000003 PMC_DEVICE_EVENT_SHUTDOWN_START,
    0x11000004 PMC_DEVICE_EVENT_SHUTDOWN_SUCCESS,
    0x11000005 PMC_DEVICE_EVENT_SHUTDOWN_FAILED,
}

enumeration! { OP_CODE "HOSTRCB_TYPE":
    0xe1 HOSTRCB_TYPE_CCN, 0xe2 HOSTRCB_TYPE_LDN,
}

enumeration! { NOTIFICATION_TYPE "NOTIFICATION_TYPE":
    0x00 NOTIFICATION_TYPE_ENTRY_CHANGED,
    0x01 NOTIFICATION_TYPE_ENTRY_NEW,
    0x02 NOTIFICATION_TYPE_ENTRY_DELETED,
    0x03 NOTIFICATION_TYPE_STATE_CHANGE,
    0x04 NOTIFICATION_TYPE_ENTRY_STATECHANGED,
    0x10 NOTIFICATION_TYPE_ERROR_LOG,
    0x11 NOTIFICATION_TYPE_INFORMATION_LOG,
}

flags! { LOST "HOSTRCB_NOTIFICATIONS":
    0x80 HOSTRCB_NOTIFICATIONS_LOST,
}

flags! { HCAM_FLAGS "pmcraid_hcam.flags":
    0x80 HOSTRCB_INTERNAL_OP_ERROR, 0x40 HOSTRCB_ERROR_RESPONSE_SENT,
}

enumeration! { OVERLAY_ID "HOSTRCB_OVERLAY_ID":
    0x08 HOSTRCB_OVERLAY_ID_08,
    0x09 HOSTRCB_OVERLAY_ID_09,
    0x11 HOSTRCB_OVERLAY_ID_11,
    0x12 HOSTRCB_OVERLAY_ID_12,
    0x13 HOSTRCB_OVERLAY_ID_13,
    0x14 HOSTRCB_OVERLAY_ID_14,
    0x16 HOSTRCB_OVERLAY_ID_16,
    0x17 HOSTRCB_OVERLAY_ID_17,
    0x20 HOSTRCB_OVERLAY_ID_20,
    0xff HOSTRCB_OVERLAY_ID_FF,
}

enumeration! { RES_TYPE "RES_TYPE":
    0x00 RES_TYPE_AF_DASD, 0x01 RES_TYPE_GSCSI, 0x02 RES_TYPE_VSET, 0xff RES_TYPE_IOA_FP,
}

enumeration! { BUS_PROTOCOL "pmcraid_config_table_entry.bus_protocol":
    8 RES_TYPE_VENCLOSURE,
}

structure! { AEN_MSG "pmcraid_aen_msg":
    hostno: U32.hex(),
    length: U32.unit(Unit::Bytes),
    reserved: BYTES.times(8).reserved();
    data: select(&AEN_DATA)
}

// a change of the controller's state, or what the controller itself reports
select! { AEN_DATA number fact(Fact::Length) => {
    4 => U32.of(&DEVICE_EVENT),
} else structure(&HCAM_HDR) }

structure! { HCAM_HDR "pmcraid_hcam_hdr":
    op_code: U8.of(&OP_CODE),
    notification_type: U8.of(&NOTIFICATION_TYPE),
    notification_lost: U8.of(&LOST),
    flags: U8.of(&HCAM_FLAGS),
    overlay_id: U8.of(&OVERLAY_ID),
    reserved1: BYTES.times(3).reserved(),
    ilid: LE32.hex(),
    timestamp1: LE32,
    timestamp2: LE32,
    data_len: LE32.unit(Unit::Bytes);
    data: select(&HCAM_DATA)
}

select! { HCAM_DATA number field("op_code") => {
    0xe1 => structure(&HCAM_CCN),
    0xe2 => structure(&HOSTRCB_ERROR),
} else BYTES }

structure! { HCAM_CCN "pmcraid_hcam_ccn":
    cfg_entry: structure(&CONFIG_TABLE_ENTRY),
    cfg_entry_old: structure(&CONFIG_TABLE_ENTRY);
    reserved: BYTES
}

structure! { CONFIG_TABLE_ENTRY "pmcraid_config_table_entry":
    resource_type: U8.of(&RES_TYPE),
    bus_protocol: U8.of(&BUS_PROTOCOL),
    array_id: LE16,
    common_flags0: U8.hex(),
    common_flags1: U8.hex(),
    unique_flags0: U8.hex(),
    unique_flags1: U8.hex(),
    resource_handle: LE32.hex(),
    resource_address: LE32.hex(),
    device_id: BYTES.times(8),
    lun: BYTES.times(8),
}

structure! { HOSTRCB_ERROR "pmcraid_hostrcb_error":
    fd_ioasc: LE32.hex(),
    fd_ra: LE32.hex(),
    fd_rh: LE32.hex(),
    prc: LE32.hex();
    data: BYTES
}

set! { ATTR "PMCRAID_AEN_ATTR":
    1 PMCRAID_AEN_ATTR_EVENT: structure(&AEN_MSG),
}

messages! { MESSAGES:
    1 PMCRAID_AEN_CMD_EVENT Other, [] {ATTR};
}

groups! { GROUPS: 18 events }

/// The record of pmcraid.
pub static FAMILY: Family = Family {
    name: crate::name!("pmcraid"),
    protocol: Some(16),
    layer: Layer::Generic,
    messages: Cow::Borrowed(MESSAGES),
    groups: Cow::Borrowed(GROUPS),
};
