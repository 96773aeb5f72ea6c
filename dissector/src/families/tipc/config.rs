//! TIPC's older family: a header with a command of its own, then TLVs in network order.
//!
//! Source: `uapi/linux/tipc_config.h`, `net/tipc/netlink_compat.c`.

use crate::special::tipc_tlv::TLVS;
use crate::table::macros::*;
use crate::table::{Family, Layer};
use std::borrow::Cow;

enumeration! { TIPC_CMD "TIPC_CMD":
    0x0000 TIPC_CMD_NOOP, 0x0001 TIPC_CMD_GET_NODES, 0x0002 TIPC_CMD_GET_MEDIA_NAMES,
    0x0003 TIPC_CMD_GET_BEARER_NAMES, 0x0004 TIPC_CMD_GET_LINKS,
    0x0005 TIPC_CMD_SHOW_NAME_TABLE, 0x0006 TIPC_CMD_SHOW_PORTS,
    0x000b TIPC_CMD_SHOW_LINK_STATS, 0x000f TIPC_CMD_SHOW_STATS,
    0x4003 TIPC_CMD_GET_REMOTE_MNG, 0x4004 TIPC_CMD_GET_MAX_PORTS,
    0x4005 TIPC_CMD_GET_MAX_PUBL, 0x4006 TIPC_CMD_GET_MAX_SUBSCR,
    0x4007 TIPC_CMD_GET_MAX_ZONES, 0x4008 TIPC_CMD_GET_MAX_CLUSTERS,
    0x4009 TIPC_CMD_GET_MAX_NODES, 0x400a TIPC_CMD_GET_MAX_SLAVES, 0x400b TIPC_CMD_GET_NETID,
    0x4101 TIPC_CMD_ENABLE_BEARER, 0x4102 TIPC_CMD_DISABLE_BEARER,
    0x4107 TIPC_CMD_SET_LINK_TOL, 0x4108 TIPC_CMD_SET_LINK_PRI,
    0x4109 TIPC_CMD_SET_LINK_WINDOW, 0x410a TIPC_CMD_SET_LOG_SIZE, 0x410b TIPC_CMD_DUMP_LOG,
    0x410c TIPC_CMD_RESET_LINK_STATS, 0x8001 TIPC_CMD_SET_NODE_ADDR,
    0x8003 TIPC_CMD_SET_REMOTE_MNG, 0x8004 TIPC_CMD_SET_MAX_PORTS,
    0x8005 TIPC_CMD_SET_MAX_PUBL, 0x8006 TIPC_CMD_SET_MAX_SUBSCR,
    0x8007 TIPC_CMD_SET_MAX_ZONES, 0x8008 TIPC_CMD_SET_MAX_CLUSTERS,
    0x8009 TIPC_CMD_SET_MAX_NODES, 0x800a TIPC_CMD_SET_MAX_SLAVES, 0x800b TIPC_CMD_SET_NETID,
    0xc001 TIPC_CMD_NOT_NET_ADMIN,
}

structure! { TIPC_GENLMSGHDR "tipc_genlmsghdr":
    dest: U32.hex(),
    cmd: U16.of(&TIPC_CMD),
    reserved: U16.reserved(),
}

messages! { MESSAGES:
    1 TIPC_GENL_CMD Other, [TIPC_GENLMSGHDR] (tlvs: special(&TLVS));
}

/// The record of TIPC.
pub static FAMILY: Family = Family {
    name: crate::name!("TIPC"),
    protocol: Some(16),
    layer: Layer::Generic,
    messages: Cow::Borrowed(MESSAGES),
    groups: Cow::Borrowed(&[]),
};
