//! nflog: packets logged to user space, and how they are wanted.
//!
//! Source: `uapi/linux/netfilter/nfnetlink_log.h`, `net/netfilter/nfnetlink_log.c`.

use super::super::common::{ARPHRD, ETH_P};
use super::ctnetlink::{CTA, IP_CONNTRACK_INFO};
use super::{ALIGNED_BE64, BE_IFINDEX, HOOK8, NFGENMSG};
use crate::special::hw_addr::HW_ADDR;
use crate::special::packet;
use crate::table::macros::*;
use crate::table::{Family, Layer, Unit};
use std::borrow::Cow;

structure! { NFULNL_MSG_PACKET_HDR "nfulnl_msg_packet_hdr":
    hw_protocol: BE16.of(&ETH_P),
    hook: select(&HOOK8),
    _pad: U8.reserved(),
}

structure! { NFULNL_MSG_PACKET_HW "nfulnl_msg_packet_hw":
    hw_addrlen: BE16.unit(Unit::Bytes),
    _pad: U16.reserved(),
    hw_addr: select(&HW_ADDR),
}

structure! { NFULNL_MSG_PACKET_TIMESTAMP "nfulnl_msg_packet_timestamp":
    sec: ALIGNED_BE64.unit(Unit::UnixSeconds),
    usec: ALIGNED_BE64.unit(Unit::Microseconds),
}

enumeration! { NFULNL_MSG_CONFIG_CMDS "nfulnl_msg_config_cmds":
    0 NFULNL_CFG_CMD_NONE, 1 NFULNL_CFG_CMD_BIND, 2 NFULNL_CFG_CMD_UNBIND,
    3 NFULNL_CFG_CMD_PF_BIND, 4 NFULNL_CFG_CMD_PF_UNBIND,
}

structure! { packed NFULNL_MSG_CONFIG_CMD "nfulnl_msg_config_cmd":
    command: U8.of(&NFULNL_MSG_CONFIG_CMDS),
}

enumeration! { NFULNL_COPY "NFULNL_COPY":
    0 NFULNL_COPY_NONE, 1 NFULNL_COPY_META, 2 NFULNL_COPY_PACKET,
}

structure! { packed NFULNL_MSG_CONFIG_MODE "nfulnl_msg_config_mode":
    copy_range: BE32.unit(Unit::Bytes),
    copy_mode: U8.of(&NFULNL_COPY),
    _pad: U8.reserved(),
}

flags! { NFULNL_CFG_F "NFULNL_CFG_F":
    0x1 NFULNL_CFG_F_SEQ, 0x2 NFULNL_CFG_F_SEQ_GLOBAL, 0x4 NFULNL_CFG_F_CONNTRACK,
}

set! { NFULA_VLAN "NFULA_VLAN":
    1 NFULA_VLAN_PROTO: BE16.of(&ETH_P),
    2 NFULA_VLAN_TCI: BE16.hex(),
}

set! { /// A packet that was logged.
    pub NFULA "NFULA":
    1 NFULA_PACKET_HDR: structure(&NFULNL_MSG_PACKET_HDR),
    2 NFULA_MARK: BE32.hex(),
    3 NFULA_TIMESTAMP: structure(&NFULNL_MSG_PACKET_TIMESTAMP),
    4 NFULA_IFINDEX_INDEV: BE_IFINDEX,
    5 NFULA_IFINDEX_OUTDEV: BE_IFINDEX,
    6 NFULA_IFINDEX_PHYSINDEV: BE_IFINDEX,
    7 NFULA_IFINDEX_PHYSOUTDEV: BE_IFINDEX,
    8 NFULA_HWADDR: structure(&NFULNL_MSG_PACKET_HW),
    9 NFULA_PAYLOAD: special(&packet::NFULA_PAYLOAD),
    10 NFULA_PREFIX: STRING,
    11 NFULA_UID: BE32,
    12 NFULA_SEQ: BE32,
    13 NFULA_SEQ_GLOBAL: BE32,
    14 NFULA_GID: BE32,
    15 NFULA_HWTYPE: BE16.of(&ARPHRD),
    16 NFULA_HWHEADER: special(&packet::NFULA_HWHEADER),
    17 NFULA_HWLEN: BE16.unit(Unit::Bytes),
    18 NFULA_CT: nest(&CTA),
    19 NFULA_CT_INFO: BE32.of(&IP_CONNTRACK_INFO),
    20 NFULA_VLAN: nest(&NFULA_VLAN),
    21 NFULA_L2HDR: special(&packet::ETHERNET),
}

set! { NFULA_CFG "NFULA_CFG":
    1 NFULA_CFG_CMD: structure(&NFULNL_MSG_CONFIG_CMD),
    2 NFULA_CFG_MODE: structure(&NFULNL_MSG_CONFIG_MODE),
    3 NFULA_CFG_NLBUFSIZ: BE32.unit(Unit::Bytes),
    4 NFULA_CFG_TIMEOUT: BE32.unit(Unit::Centiseconds),
    5 NFULA_CFG_QTHRESH: BE32.unit(Unit::Packets),
    6 NFULA_CFG_FLAGS: BE16.of(&NFULNL_CFG_F),
}

messages! { MESSAGES:
    0 NFULNL_MSG_PACKET Other, [NFGENMSG] {NFULA};
    1 NFULNL_MSG_CONFIG Other, [NFGENMSG] {NFULA_CFG};
}

/// The record of nflog.
pub static FAMILY: Family = Family {
    name: crate::name!("nflog"),
    protocol: Some(12),
    layer: Layer::Subsystem(4),
    messages: Cow::Borrowed(MESSAGES),
    groups: Cow::Borrowed(&[]),
};
