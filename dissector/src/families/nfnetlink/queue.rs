//! queue: packets that wait for a verdict from user space.
//!
//! Source: `uapi/linux/netfilter/nfnetlink_queue.h`, `net/netfilter/nfnetlink_queue.c`.

use super::super::common::ETH_P;
use super::ctnetlink::{CTA, CTA_EXPECT, IP_CONNTRACK_INFO};
use super::{ALIGNED_BE64, BE_HANDLE, BE_IFINDEX, HOOK8, NF_VERDICT, NFGENMSG, NFPROTO};
use crate::special::hw_addr::HW_ADDR;
use crate::special::packet;
use crate::table::macros::*;
use crate::table::{Family, Layer, Unit};
use std::borrow::Cow;

structure! { packed NFQNL_MSG_PACKET_HDR "nfqnl_msg_packet_hdr":
    packet_id: BE32,
    hw_protocol: BE16.of(&ETH_P),
    hook: select(&HOOK8),
}

structure! { NFQNL_MSG_PACKET_HW "nfqnl_msg_packet_hw":
    hw_addrlen: BE16.unit(Unit::Bytes),
    _pad: U16.reserved(),
    hw_addr: select(&HW_ADDR),
}

structure! { NFQNL_MSG_PACKET_TIMESTAMP "nfqnl_msg_packet_timestamp":
    sec: ALIGNED_BE64.unit(Unit::UnixSeconds),
    usec: ALIGNED_BE64.unit(Unit::Microseconds),
}

structure! { NFQNL_MSG_VERDICT_HDR "nfqnl_msg_verdict_hdr":
    verdict: BE32.of(&NF_VERDICT),
    id: BE32,
}

enumeration! { NFQNL_MSG_CONFIG_CMDS "nfqnl_msg_config_cmds":
    0 NFQNL_CFG_CMD_NONE, 1 NFQNL_CFG_CMD_BIND, 2 NFQNL_CFG_CMD_UNBIND,
    3 NFQNL_CFG_CMD_PF_BIND, 4 NFQNL_CFG_CMD_PF_UNBIND,
}

structure! { NFQNL_MSG_CONFIG_CMD "nfqnl_msg_config_cmd":
    command: U8.of(&NFQNL_MSG_CONFIG_CMDS),
    _pad: U8.reserved(),
    pf: BE16.of(&NFPROTO),
}

enumeration! { NFQNL_CONFIG_MODE "nfqnl_config_mode":
    0 NFQNL_COPY_NONE, 1 NFQNL_COPY_META, 2 NFQNL_COPY_PACKET,
}

structure! { packed NFQNL_MSG_CONFIG_PARAMS "nfqnl_msg_config_params":
    copy_range: BE32.unit(Unit::Bytes),
    copy_mode: U8.of(&NFQNL_CONFIG_MODE),
}

flags! { NFQA_CFG_F "NFQA_CFG_F":
    0x01 NFQA_CFG_F_FAIL_OPEN, 0x02 NFQA_CFG_F_CONNTRACK, 0x04 NFQA_CFG_F_GSO,
    0x08 NFQA_CFG_F_UID_GID, 0x10 NFQA_CFG_F_SECCTX,
}

flags! { NFQA_SKB "NFQA_SKB":
    0x1 NFQA_SKB_CSUMNOTREADY, 0x2 NFQA_SKB_GSO, 0x4 NFQA_SKB_CSUM_NOTVERIFIED,
}

set! { NFQA_VLAN "NFQA_VLAN":
    1 NFQA_VLAN_PROTO: BE16.of(&ETH_P),
    2 NFQA_VLAN_TCI: BE16.hex(),
}

set! { /// A packet, or what becomes of it.
    pub NFQA "NFQA":
    1 NFQA_PACKET_HDR: structure(&NFQNL_MSG_PACKET_HDR),
    2 NFQA_VERDICT_HDR: structure(&NFQNL_MSG_VERDICT_HDR),
    3 NFQA_MARK: BE32.hex(),
    4 NFQA_TIMESTAMP: structure(&NFQNL_MSG_PACKET_TIMESTAMP),
    5 NFQA_IFINDEX_INDEV: BE_IFINDEX,
    6 NFQA_IFINDEX_OUTDEV: BE_IFINDEX,
    7 NFQA_IFINDEX_PHYSINDEV: BE_IFINDEX,
    8 NFQA_IFINDEX_PHYSOUTDEV: BE_IFINDEX,
    9 NFQA_HWADDR: structure(&NFQNL_MSG_PACKET_HW),
    10 NFQA_PAYLOAD: special(&packet::NFQA_PAYLOAD),
    11 NFQA_CT: nest(&CTA),
    12 NFQA_CT_INFO: BE32.of(&IP_CONNTRACK_INFO),
    13 NFQA_CAP_LEN: BE32.unit(Unit::Bytes),
    14 NFQA_SKB_INFO: BE32.of(&NFQA_SKB),
    15 NFQA_EXP: nest(&CTA_EXPECT),
    16 NFQA_UID: BE32,
    17 NFQA_GID: BE32,
    18 NFQA_SECCTX: STRING,
    19 NFQA_VLAN: nest(&NFQA_VLAN),
    20 NFQA_L2HDR: special(&packet::ETHERNET),
    21 NFQA_PRIORITY: BE_HANDLE,
    22 NFQA_CGROUP_CLASSID: BE_HANDLE,
}

set! { NFQA_CFG "NFQA_CFG":
    1 NFQA_CFG_CMD: structure(&NFQNL_MSG_CONFIG_CMD),
    2 NFQA_CFG_PARAMS: structure(&NFQNL_MSG_CONFIG_PARAMS),
    3 NFQA_CFG_QUEUE_MAXLEN: BE32.unit(Unit::Packets),
    4 NFQA_CFG_MASK: BE32.of(&NFQA_CFG_F),
    5 NFQA_CFG_FLAGS: BE32.of(&NFQA_CFG_F),
}

messages! { MESSAGES:
    0 NFQNL_MSG_PACKET Other, [NFGENMSG] {NFQA};
    1 NFQNL_MSG_VERDICT Other, [NFGENMSG] {NFQA};
    2 NFQNL_MSG_CONFIG Other, [NFGENMSG] {NFQA_CFG};
    3 NFQNL_MSG_VERDICT_BATCH Other, [NFGENMSG] {NFQA};
}

/// The record of queue.
pub static FAMILY: Family = Family {
    name: crate::name!("queue"),
    protocol: Some(12),
    layer: Layer::Subsystem(3),
    messages: Cow::Borrowed(MESSAGES),
    groups: Cow::Borrowed(&[]),
};
