//! NETLINK_SCSITRANSPORT: events of SCSI hosts and of Fibre Channel.
//!
//! Each message is one struct that begins with a struct scsi_nl_hdr; its transport tells which.
//!
//! Source: `uapi/scsi/scsi_netlink.h`, `uapi/scsi/scsi_netlink_fc.h`, `uapi/scsi/fc/fc_els.h`,
//! `scsi/scsi_transport_fc.h`, `drivers/scsi/scsi_netlink.c`, `drivers/scsi/scsi_transport_fc.c`.

use crate::special::fpin::DESCRIPTORS;
use crate::table::macros::*;
use crate::table::{Family, Layer, Unit, When};
use std::borrow::Cow;

enumeration! { SCSI_NL_TRANSPORT "SCSI_NL_TRANSPORT":
    0 SCSI_NL_TRANSPORT, 1 SCSI_NL_TRANSPORT_FC,
}

enumeration! { SCSI_NL_MSGTYPE "SCSI_NL_MSGTYPE":
    0x1 SCSI_NL_SHOST_VENDOR, 0x100 FC_NL_ASYNC_EVENT,
}

enumeration! { FCH_EVT "fc_host_event_code":
    0x1 FCH_EVT_LIP, 0x2 FCH_EVT_LINKUP, 0x3 FCH_EVT_LINKDOWN, 0x4 FCH_EVT_LIPRESET,
    0x5 FCH_EVT_RSCN, 0x103 FCH_EVT_ADAPTER_CHANGE, 0x200 FCH_EVT_PORT_UNKNOWN,
    0x201 FCH_EVT_PORT_OFFLINE, 0x202 FCH_EVT_PORT_ONLINE, 0x204 FCH_EVT_PORT_FABRIC,
    0x500 FCH_EVT_LINK_UNKNOWN, 0x501 FCH_EVT_LINK_FPIN, 0x502 FCH_EVT_LINK_FPIN_ACK,
    0xffff FCH_EVT_VENDOR_UNIQUE,
}

structure! { SCSI_NL_HDR "scsi_nl_hdr":
    version: U8,
    transport: U8.of(&SCSI_NL_TRANSPORT),
    magic: U16.hex(),
    msgtype: U16.of(&SCSI_NL_MSGTYPE),
    msglen: U16.unit(Unit::Bytes),
}

structure! { SCSI_NL_HOST_VENDOR_MSG "scsi_nl_host_vendor_msg":
    snlh: structure(&SCSI_NL_HDR),
    vendor_id: ALIGNED_U64.hex(),
    host_no: U16,
    vmsg_datalen: U16.unit(Unit::Bytes);
    data: BYTES
}

enumeration! { ELS "fc_els_cmd":
    0x16 ELS_FPIN,
}

structure! { FC_ELS_FPIN "fc_els_fpin":
    fpin_cmd: U8.of(&ELS),
    fpin_zero: U8.times(3).reserved(),
    desc_len: BE32.unit(Unit::Bytes);
    fpin_desc: special(&DESCRIPTORS)
}

// vendors and fabrics put a payload of their own where others have a number
select! { EVENT_DATA number field("event_code") => {
    0x501 => structure(&FC_ELS_FPIN),
    0x502 => structure(&FC_ELS_FPIN),
    0xffff => BYTES,
} else U32.hex() }

structure! { packed FC_NL_EVENT "fc_nl_event":
    snlh: structure(&SCSI_NL_HDR),
    seconds: ALIGNED_U64.unit(Unit::UnixSeconds),
    vendor_id: ALIGNED_U64.hex(),
    host_no: U16,
    event_datalen: U16.unit(Unit::Bytes),
    event_num: U32,
    event_code: U32.of(&FCH_EVT);
    event_data: select(&EVENT_DATA)
}

const FC: When = When::Byte(1, &[1], "transport=SCSI_NL_TRANSPORT_FC");
const HOST: When = When::Byte(1, &[0], "transport=SCSI_NL_TRANSPORT");

messages! { MESSAGES:
    17 SCSI_TRANSPORT_MSG Other if FC, [] (fc_nl_event: structure(&FC_NL_EVENT));
    17 SCSI_TRANSPORT_MSG Other if HOST, [] (scsi_nl_host_vendor_msg: structure(&SCSI_NL_HOST_VENDOR_MSG));
    17 SCSI_TRANSPORT_MSG Other, [SCSI_NL_HDR] (data: BYTES);
}

// the constant looks like a mask, and is what the kernel passes as the number
groups! { GROUPS: 4 SCSI_NL_GRP_FC_EVENTS }

/// The record of NETLINK_SCSITRANSPORT.
pub static FAMILY: Family = Family {
    name: crate::name!("scsi"),
    protocol: Some(18),
    layer: Layer::Protocol,
    messages: Cow::Borrowed(MESSAGES),
    groups: Cow::Borrowed(GROUPS),
};
