//! Rules: which routing table a packet is looked up in.
//!
//! Source: `uapi/linux/fib_rules.h`, `net/core/fib_rules.c`, `net/ipv4/fib_rules.c`,
//! `net/ipv6/fib6_rules.c`.

use super::common::{AF, IPPROTO};
use super::rt_common::{IFINFOMSG_DUMP, IFINFOMSG_FOR_12, IFLA_DUMP, RT_TABLE, RTGENMSG, RTPROT};
use crate::table::macros::*;
use crate::table::{Family, Layer, When};
use std::borrow::Cow;

enumeration! { FR_ACT "FR_ACT":
    0 FR_ACT_UNSPEC,
    1 FR_ACT_TO_TBL,
    2 FR_ACT_GOTO,
    3 FR_ACT_NOP,
    4 FR_ACT_RES3,
    5 FR_ACT_RES4,
    6 FR_ACT_BLACKHOLE,
    7 FR_ACT_UNREACHABLE,
    8 FR_ACT_PROHIBIT,
}

flags! { FIB_RULE "FIB_RULE":
    0x1 FIB_RULE_PERMANENT,
    0x2 FIB_RULE_INVERT,
    0x4 FIB_RULE_UNRESOLVED,
    0x8 FIB_RULE_IIF_DETACHED / FIB_RULE_DEV_DETACHED,
    0x10 FIB_RULE_OIF_DETACHED,
    0x10000 FIB_RULE_FIND_SADDR,
}

structure! { FIB_RULE_HDR "fib_rule_hdr":
    family: U8.of(&AF),
    dst_len: U8,
    src_len: U8,
    tos: U8.hex(),
    table: U8.of(&RT_TABLE),
    res1: U8.reserved(),
    res2: U8.reserved(),
    action: U8.of(&FR_ACT),
    flags: U32.of(&FIB_RULE),
}

structure! { FIB_RULE_UID_RANGE "fib_rule_uid_range":
    start: U32,
    end: U32,
}

structure! { FIB_RULE_PORT_RANGE "fib_rule_port_range":
    start: U16,
    end: U16,
}

set! { FRA "FRA":
    1 FRA_DST: address(field("family")),
    2 FRA_SRC: address(field("family")),
    3 FRA_IIFNAME / FRA_IFNAME: STRING,
    4 FRA_GOTO: U32,
    5 FRA_UNUSED2: UNUSED,
    6 FRA_PRIORITY: U32,
    7 FRA_UNUSED3: UNUSED,
    8 FRA_UNUSED4: UNUSED,
    9 FRA_UNUSED5: UNUSED,
    10 FRA_FWMARK: U32.hex(),
    11 FRA_FLOW: U32.hex(),
    12 FRA_TUN_ID: BE64,
    13 FRA_SUPPRESS_IFGROUP: U32,
    14 FRA_SUPPRESS_PREFIXLEN: U32,
    15 FRA_TABLE: U32.of(&RT_TABLE),
    16 FRA_FWMASK: U32.hex(),
    17 FRA_OIFNAME: STRING,
    18 FRA_PAD: PAD,
    19 FRA_L3MDEV: BOOL,
    20 FRA_UID_RANGE: structure(&FIB_RULE_UID_RANGE),
    21 FRA_PROTOCOL: U8.of(&RTPROT),
    22 FRA_IP_PROTO: U8.of(&IPPROTO),
    23 FRA_SPORT_RANGE: structure(&FIB_RULE_PORT_RANGE),
    24 FRA_DPORT_RANGE: structure(&FIB_RULE_PORT_RANGE),
    25 FRA_DSCP: U8,
    26 FRA_FLOWLABEL: BE32.hex(),
    27 FRA_FLOWLABEL_MASK: BE32.hex(),
    28 FRA_SPORT_MASK: U16.hex(),
    29 FRA_DPORT_MASK: U16.hex(),
    30 FRA_DSCP_MASK: U8.hex(),
}

const RTGENMSG_ALONE: When = When::All(&[When::Request, When::Shorter(12)]);

messages! { MESSAGES:
    32 RTM_NEWRULE New, [FIB_RULE_HDR] {FRA};
    33 RTM_DELRULE Del, [FIB_RULE_HDR] {FRA};
    34 RTM_GETRULE Get if RTGENMSG_ALONE, [RTGENMSG] -;
    34 RTM_GETRULE Get if IFINFOMSG_FOR_12, [IFINFOMSG_DUMP] {IFLA_DUMP};
    34 RTM_GETRULE Get, [FIB_RULE_HDR] {FRA};
}

groups! { GROUPS:
    8 RTNLGRP_IPV4_RULE,
    16 RTNLGRP_DECnet_RULE,
    19 RTNLGRP_IPV6_RULE,
}

/// The record of rules.
pub static FAMILY: Family = Family {
    name: crate::name!("rt-rule"),
    protocol: Some(0),
    layer: Layer::Protocol,
    messages: Cow::Borrowed(MESSAGES),
    groups: Cow::Borrowed(GROUPS),
};
