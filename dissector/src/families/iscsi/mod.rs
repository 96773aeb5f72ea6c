//! NETLINK_ISCSI: what iscsid asks of the initiators in the kernel, and what happens there.
//!
//! A message is a struct iscsi_uevent, and for some events data behind it. The event is
//! `type`; nlmsg_type repeats it in what iscsid sends and in the answers, and is 0 in what the
//! kernel sends by itself.
//!
//! Source: `scsi/iscsi_if.h`, `scsi/iscsi_proto.h`, `drivers/scsi/scsi_transport_iscsi.c`.

use crate::special::sockaddr::SOCKADDR;
use crate::table::macros::*;
use crate::table::{Family, Layer, Unit, When};
use std::borrow::Cow;

mod param;
mod stats;

enumeration! { UEVENT "iscsi_uevent_e":
    0 ISCSI_UEVENT_UNKNOWN, 11 ISCSI_UEVENT_CREATE_SESSION, 12 ISCSI_UEVENT_DESTROY_SESSION,
    13 ISCSI_UEVENT_CREATE_CONN, 14 ISCSI_UEVENT_DESTROY_CONN, 15 ISCSI_UEVENT_BIND_CONN,
    16 ISCSI_UEVENT_SET_PARAM, 17 ISCSI_UEVENT_START_CONN, 18 ISCSI_UEVENT_STOP_CONN,
    19 ISCSI_UEVENT_SEND_PDU, 20 ISCSI_UEVENT_GET_STATS, 21 ISCSI_UEVENT_GET_PARAM,
    22 ISCSI_UEVENT_TRANSPORT_EP_CONNECT, 23 ISCSI_UEVENT_TRANSPORT_EP_POLL,
    24 ISCSI_UEVENT_TRANSPORT_EP_DISCONNECT, 25 ISCSI_UEVENT_TGT_DSCVR,
    26 ISCSI_UEVENT_SET_HOST_PARAM, 27 ISCSI_UEVENT_UNBIND_SESSION,
    28 ISCSI_UEVENT_CREATE_BOUND_SESSION, 29 ISCSI_UEVENT_TRANSPORT_EP_CONNECT_THROUGH_HOST,
    30 ISCSI_UEVENT_PATH_UPDATE, 31 ISCSI_UEVENT_SET_IFACE_PARAMS, 32 ISCSI_UEVENT_PING,
    33 ISCSI_UEVENT_GET_CHAP, 34 ISCSI_UEVENT_DELETE_CHAP, 35 ISCSI_UEVENT_SET_FLASHNODE_PARAMS,
    36 ISCSI_UEVENT_NEW_FLASHNODE, 37 ISCSI_UEVENT_DEL_FLASHNODE, 38 ISCSI_UEVENT_LOGIN_FLASHNODE,
    39 ISCSI_UEVENT_LOGOUT_FLASHNODE, 40 ISCSI_UEVENT_LOGOUT_FLASHNODE_SID,
    41 ISCSI_UEVENT_SET_CHAP, 42 ISCSI_UEVENT_GET_HOST_STATS, 43 ISCSI_UEVENT_DESTROY_SESSION_ASYNC,
    101 ISCSI_KEVENT_RECV_PDU, 102 ISCSI_KEVENT_CONN_ERROR, 103 ISCSI_KEVENT_IF_ERROR,
    104 ISCSI_KEVENT_DESTROY_SESSION, 105 ISCSI_KEVENT_UNBIND_SESSION,
    106 ISCSI_KEVENT_CREATE_SESSION, 107 ISCSI_KEVENT_PATH_REQ, 108 ISCSI_KEVENT_IF_DOWN,
    109 ISCSI_KEVENT_CONN_LOGIN_STATE, 110 ISCSI_KEVENT_HOST_EVENT, 111 ISCSI_KEVENT_PING_COMP,
}

enumeration! { ISCSI_ERR "iscsi_err":
    0 ISCSI_OK, 1001 ISCSI_ERR_DATASN, 1002 ISCSI_ERR_DATA_OFFSET, 1003 ISCSI_ERR_MAX_CMDSN,
    1004 ISCSI_ERR_EXP_CMDSN, 1005 ISCSI_ERR_BAD_OPCODE, 1006 ISCSI_ERR_DATALEN,
    1007 ISCSI_ERR_AHSLEN, 1008 ISCSI_ERR_PROTO, 1009 ISCSI_ERR_LUN, 1010 ISCSI_ERR_BAD_ITT,
    1011 ISCSI_ERR_CONN_FAILED, 1012 ISCSI_ERR_R2TSN, 1013 ISCSI_ERR_SESSION_FAILED,
    1014 ISCSI_ERR_HDR_DGST, 1015 ISCSI_ERR_DATA_DGST, 1016 ISCSI_ERR_PARAM_NOT_FOUND,
    1017 ISCSI_ERR_NO_SCSI_CMD, 1018 ISCSI_ERR_INVALID_HOST, 1019 ISCSI_ERR_XMIT_FAILED,
    1020 ISCSI_ERR_TCP_CONN_CLOSE, 1021 ISCSI_ERR_SCSI_EH_SESSION_RST, 1022 ISCSI_ERR_NOP_TIMEDOUT,
}

enumeration! { CONN_STATE "iscsi_conn_state":
    0 ISCSI_CONN_STATE_FREE, 1 ISCSI_CONN_STATE_XPT_WAIT, 2 ISCSI_CONN_STATE_IN_LOGIN,
    3 ISCSI_CONN_STATE_LOGGED_IN, 4 ISCSI_CONN_STATE_IN_LOGOUT, 5 ISCSI_CONN_STATE_LOGOUT_REQUESTED,
    6 ISCSI_CONN_STATE_CLEANUP_WAIT,
}

enumeration! { PING_STATUS "iscsi_ping_status_code":
    0 ISCSI_PING_SUCCESS, 1 ISCSI_PING_FW_DISABLED, 2 ISCSI_PING_IPADDR_INVALID,
    3 ISCSI_PING_LINKLOCAL_IPV6_ADDR_INVALID, 4 ISCSI_PING_TIMEOUT, 5 ISCSI_PING_INVALID_DEST_ADDR,
    6 ISCSI_PING_OVERSIZE_PACKET, 7 ISCSI_PING_ICMP_ERROR, 8 ISCSI_PING_MAX_REQ_EXCEEDED,
    9 ISCSI_PING_NO_ARP_RECEIVED,
}

enumeration! { TGT_DSCVR "iscsi_tgt_dscvr":
    1 ISCSI_TGT_DSCVR_SEND_TARGETS, 2 ISCSI_TGT_DSCVR_ISNS, 3 ISCSI_TGT_DSCVR_SLP,
}

enumeration! { HOST_EVENT_CODE "iscsi_host_event_code":
    1 ISCSI_EVENT_LINKUP, 2 ISCSI_EVENT_LINKDOWN,
}

enumeration! { STOP_CONN "STOP_CONN":
    1 STOP_CONN_TERM, 2 STOP_CONN_SUSPEND, 3 STOP_CONN_RECOVER,
}

// in a union each struct ends in what the others need beyond it
macro_rules! member {
    ($ident:ident $name:literal: $($field:ident: $kind:expr),* $(,)?) => {
        structure! { $ident $name: $($field: $kind),*; unused: PAD }
    };
}

member! { CREATE_SESSION "msg_create_session":
    initial_cmdsn: U32, cmds_max: U16, queue_depth: U16,
}

member! { CREATE_BOUND_SESSION "msg_create_bound_session":
    ep_handle: U64.hex(), initial_cmdsn: U32, cmds_max: U16, queue_depth: U16,
}

member! { SID "msg_destroy_session": sid: U32 }
member! { CONN "msg_create_conn": sid: U32, cid: U32 }

member! { BIND_CONN "msg_bind_conn":
    sid: U32, cid: U32, transport_eph: U64.hex(), is_leading: U32,
}

member! { SEND_PDU "msg_send_pdu":
    sid: U32, cid: U32, hdr_size: U32.unit(Unit::Bytes), data_size: U32.unit(Unit::Bytes),
}

member! { SET_PARAM "msg_set_param":
    sid: U32, cid: U32, param: U32.of(&param::PARAM), len: U32.unit(Unit::Bytes),
}

member! { STOP_CONN_MSG "msg_stop_conn":
    sid: U32, cid: U32, conn_handle: U64.hex(), flag: U32.of(&STOP_CONN),
}

member! { TRANSPORT_CONNECT "msg_transport_connect": non_blocking: U32 }

member! { TRANSPORT_CONNECT_THROUGH_HOST "msg_transport_connect_through_host":
    host_no: U32, non_blocking: U32,
}

member! { TRANSPORT_POLL "msg_transport_poll":
    ep_handle: U64.hex(), timeout_ms: U32.unit(Unit::Milliseconds),
}

member! { TRANSPORT_DISCONNECT "msg_transport_disconnect": ep_handle: U64.hex() }

member! { TGT_DSCVR_MSG "msg_tgt_dscvr":
    type: U32.of(&TGT_DSCVR), host_no: U32, enable: U32,
}

member! { SET_HOST_PARAM "msg_set_host_param":
    host_no: U32, param: U32.of(&param::HOST_PARAM), len: U32.unit(Unit::Bytes),
}

member! { HOST "msg_set_path": host_no: U32 }
member! { SET_IFACE_PARAMS "msg_set_iface_params": host_no: U32, count: U32 }

member! { PING "msg_iscsi_ping":
    host_no: U32, iface_num: U32, iface_type: U32, payload_size: U32.unit(Unit::Bytes), pid: U32,
}

member! { GET_CHAP "msg_get_chap": host_no: U32, num_entries: U32, chap_tbl_idx: U16 }
member! { DELETE_CHAP "msg_delete_chap": host_no: U32, chap_tbl_idx: U16 }

member! { SET_FLASHNODE "msg_set_flashnode_param":
    host_no: U32, flashnode_idx: U32, count: U32,
}

member! { NEW_FLASHNODE "msg_new_flashnode": host_no: U32, len: U32.unit(Unit::Bytes) }
member! { FLASHNODE "msg_del_flashnode": host_no: U32, flashnode_idx: U32 }
member! { LOGOUT_SID "msg_logout_flashnode_sid": host_no: U32, sid: U32 }

// has the union's size
structure! { NOTHING_ASKED "iscsi_uevent_u":
    reserved0: U32.reserved(), reserved1: U32.reserved(), reserved2: U64.reserved(),
    reserved3: U32.reserved(),
}

select! { U number field("type") => {
    11 => structure(&CREATE_SESSION),
    12 => structure(&SID),
    13 => structure(&CONN), 14 => structure(&CONN),
    15 => structure(&BIND_CONN),
    16 => structure(&SET_PARAM),
    17 => structure(&CONN),
    18 => structure(&STOP_CONN_MSG),
    19 => structure(&SEND_PDU),
    20 => structure(&CONN),
    22 => structure(&TRANSPORT_CONNECT),
    23 => structure(&TRANSPORT_POLL),
    24 => structure(&TRANSPORT_DISCONNECT),
    25 => structure(&TGT_DSCVR_MSG),
    26 => structure(&SET_HOST_PARAM),
    27 => structure(&SID),
    28 => structure(&CREATE_BOUND_SESSION),
    29 => structure(&TRANSPORT_CONNECT_THROUGH_HOST),
    30 => structure(&HOST),
    31 => structure(&SET_IFACE_PARAMS),
    32 => structure(&PING),
    33 => structure(&GET_CHAP),
    34 => structure(&DELETE_CHAP),
    35 => structure(&SET_FLASHNODE),
    36 => structure(&NEW_FLASHNODE),
    37 => structure(&FLASHNODE), 38 => structure(&FLASHNODE), 39 => structure(&FLASHNODE),
    40 => structure(&LOGOUT_SID),
    41 => structure(&HOST), 42 => structure(&HOST),
    43 => structure(&SID),
} else structure(&NOTHING_ASKED) }

member! { SESSION_RET "msg_create_session_ret": sid: U32, host_no: U32 }
member! { CONN_RET "msg_create_conn_ret": sid: U32, cid: U32 }
member! { RECV_REQ "msg_recv_req": sid: U32, cid: U32, recv_handle: U64.hex() }
member! { CONN_LOGIN "msg_conn_login": sid: U32, cid: U32, state: U32.of(&CONN_STATE) }
member! { CONN_ERROR "msg_conn_error": sid: U32, cid: U32, error: U32.of(&ISCSI_ERR) }
member! { SESSION_DESTROYED "msg_session_destroyed": host_no: U32, sid: U32 }
member! { CONNECT_RET "msg_transport_connect_ret": handle: U64.hex() }

member! { HOST_EVENT "msg_host_event":
    host_no: U32, data_size: U32.unit(Unit::Bytes), code: U32.of(&HOST_EVENT_CODE),
}

member! { PING_COMP "msg_ping_comp":
    host_no: U32, status: U32.of(&PING_STATUS), pid: U32, data_size: U32.unit(Unit::Bytes),
}

member! { FLASHNODE_RET "msg_new_flashnode_ret": flashnode_idx: U32 }

structure! { RETCODE "iscsi_uevent_r":
    retcode: S32, reserved0: U32.reserved(), reserved1: U64.reserved(),
}

select! { R number field("type") => {
    11 => structure(&SESSION_RET),
    13 => structure(&CONN_RET),
    22 => structure(&CONNECT_RET),
    28 => structure(&SESSION_RET),
    29 => structure(&CONNECT_RET),
    36 => structure(&FLASHNODE_RET),
    101 => structure(&RECV_REQ),
    102 => structure(&CONN_ERROR),
    104 => structure(&SESSION_DESTROYED),
    105 => structure(&SESSION_RET),
    106 => structure(&SESSION_RET),
    107 => structure(&HOST), 108 => structure(&HOST),
    109 => structure(&CONN_LOGIN),
    110 => structure(&HOST_EVENT),
    111 => structure(&PING_COMP),
} else structure(&RETCODE) }

structure! { ISCSI_UEVENT "iscsi_uevent":
    type: U32.of(&UEVENT),
    iferror: S32,
    transport_handle: ALIGNED_U64.hex(),
    u: select(&U),
    r: select(&R),
}

enumeration! { ISCSI_OP "ISCSI_OP":
    0x00 ISCSI_OP_NOOP_OUT, 0x01 ISCSI_OP_SCSI_CMD, 0x02 ISCSI_OP_SCSI_TMFUNC,
    0x03 ISCSI_OP_LOGIN, 0x04 ISCSI_OP_TEXT, 0x05 ISCSI_OP_SCSI_DATA_OUT,
    0x06 ISCSI_OP_LOGOUT, 0x10 ISCSI_OP_SNACK, 0x1c ISCSI_OP_VENDOR1_CMD,
    0x1d ISCSI_OP_VENDOR2_CMD, 0x1e ISCSI_OP_VENDOR3_CMD, 0x1f ISCSI_OP_VENDOR4_CMD,
    0x20 ISCSI_OP_NOOP_IN, 0x21 ISCSI_OP_SCSI_CMD_RSP, 0x22 ISCSI_OP_SCSI_TMFUNC_RSP,
    0x23 ISCSI_OP_LOGIN_RSP, 0x24 ISCSI_OP_TEXT_RSP, 0x25 ISCSI_OP_SCSI_DATA_IN,
    0x26 ISCSI_OP_LOGOUT_RSP, 0x31 ISCSI_OP_R2T, 0x32 ISCSI_OP_ASYNC_EVENT,
    0x3f ISCSI_OP_REJECT,
}

structure! { ISCSI_HDR "iscsi_hdr":
    first: bits!(be 1: retry 1, immediate 1, opcode 6 of(&ISCSI_OP)),
    flags: U8.hex(),
    rsvd2: U8.times(2),
    lengths: bits!(be 4: hlength 8, dlength 24),
    lun: BE64.hex(),
    itt: U32.hex(),
    ttt: BE32.hex(),
    statsn: BE32,
    exp_statsn: BE32,
    max_statsn: BE32,
    other: BYTES.times(12);
    data: BYTES
}

select! { PATH_ADDRESS number field("ip_addr_len") => {
    4 => IPV4,
} else IPV6 }

structure! { ISCSI_PATH "iscsi_path":
    handle: ALIGNED_U64.hex(),
    mac_addr: MAC,
    mac_addr_old: MAC,
    ip_addr_len: U32.unit(Unit::Bytes),
    src: select(&PATH_ADDRESS),
    dst: select(&PATH_ADDRESS),
    vlan_id: U16,
    pmtu: U16.unit(Unit::Bytes),
}

select! { DATA number field("type") => {
    16 => STRING,
    19 => structure(&ISCSI_HDR),
    20 => structure(&stats::STATS),
    22 => special(&SOCKADDR),
    25 => special(&SOCKADDR),
    26 => STRING,
    29 => special(&SOCKADDR),
    30 => structure(&ISCSI_PATH),
    31 => array!(structure(&param::IFACE_PARAM_INFO)),
    32 => special(&SOCKADDR),
    33 => list!(structure(&param::CHAP_REC)),
    35 => array!(structure(&param::FLASHNODE_PARAM_INFO)),
    36 => STRING,
    41 => array!(structure(&param::CHAP_PARAM_INFO)),
    42 => structure(&stats::HOST_STATS),
    101 => structure(&ISCSI_HDR),
    107 => structure(&ISCSI_PATH),
} else BYTES }

// CHAP secrets
const PASSWORD: When = When::Byte(24, &[24, 25], "param=ISCSI_PARAM_PASSWORD");
const PASSWORD_BE: When = When::Byte(27, &[24, 25], "param=ISCSI_PARAM_PASSWORD");

messages! { MESSAGES:
    0 ISCSI_UEVENT_UNKNOWN Other, [ISCSI_UEVENT] (data: select(&DATA));
    11 ISCSI_UEVENT_CREATE_SESSION Other, [ISCSI_UEVENT] (data: select(&DATA));
    12 ISCSI_UEVENT_DESTROY_SESSION Other, [ISCSI_UEVENT] (data: select(&DATA));
    13 ISCSI_UEVENT_CREATE_CONN Other, [ISCSI_UEVENT] (data: select(&DATA));
    14 ISCSI_UEVENT_DESTROY_CONN Other, [ISCSI_UEVENT] (data: select(&DATA));
    15 ISCSI_UEVENT_BIND_CONN Other, [ISCSI_UEVENT] (data: select(&DATA));
    16 ISCSI_UEVENT_SET_PARAM Other if PASSWORD, [ISCSI_UEVENT] (data: KEY);
    16 ISCSI_UEVENT_SET_PARAM Other if PASSWORD_BE, [ISCSI_UEVENT] (data: KEY);
    16 ISCSI_UEVENT_SET_PARAM Other, [ISCSI_UEVENT] (data: select(&DATA));
    17 ISCSI_UEVENT_START_CONN Other, [ISCSI_UEVENT] (data: select(&DATA));
    18 ISCSI_UEVENT_STOP_CONN Other, [ISCSI_UEVENT] (data: select(&DATA));
    19 ISCSI_UEVENT_SEND_PDU Other, [ISCSI_UEVENT] (data: select(&DATA));
    20 ISCSI_UEVENT_GET_STATS Other, [ISCSI_UEVENT] (data: select(&DATA));
    21 ISCSI_UEVENT_GET_PARAM Other, [ISCSI_UEVENT] (data: select(&DATA));
    22 ISCSI_UEVENT_TRANSPORT_EP_CONNECT Other, [ISCSI_UEVENT] (data: select(&DATA));
    23 ISCSI_UEVENT_TRANSPORT_EP_POLL Other, [ISCSI_UEVENT] (data: select(&DATA));
    24 ISCSI_UEVENT_TRANSPORT_EP_DISCONNECT Other, [ISCSI_UEVENT] (data: select(&DATA));
    25 ISCSI_UEVENT_TGT_DSCVR Other, [ISCSI_UEVENT] (data: select(&DATA));
    26 ISCSI_UEVENT_SET_HOST_PARAM Other, [ISCSI_UEVENT] (data: select(&DATA));
    27 ISCSI_UEVENT_UNBIND_SESSION Other, [ISCSI_UEVENT] (data: select(&DATA));
    28 ISCSI_UEVENT_CREATE_BOUND_SESSION Other, [ISCSI_UEVENT] (data: select(&DATA));
    29 ISCSI_UEVENT_TRANSPORT_EP_CONNECT_THROUGH_HOST Other, [ISCSI_UEVENT] (data: select(&DATA));
    30 ISCSI_UEVENT_PATH_UPDATE Other, [ISCSI_UEVENT] (data: select(&DATA));
    31 ISCSI_UEVENT_SET_IFACE_PARAMS Other, [ISCSI_UEVENT] (data: select(&DATA));
    32 ISCSI_UEVENT_PING Other, [ISCSI_UEVENT] (data: select(&DATA));
    33 ISCSI_UEVENT_GET_CHAP Other, [ISCSI_UEVENT] (data: select(&DATA));
    34 ISCSI_UEVENT_DELETE_CHAP Other, [ISCSI_UEVENT] (data: select(&DATA));
    35 ISCSI_UEVENT_SET_FLASHNODE_PARAMS Other, [ISCSI_UEVENT] (data: select(&DATA));
    36 ISCSI_UEVENT_NEW_FLASHNODE Other, [ISCSI_UEVENT] (data: select(&DATA));
    37 ISCSI_UEVENT_DEL_FLASHNODE Other, [ISCSI_UEVENT] (data: select(&DATA));
    38 ISCSI_UEVENT_LOGIN_FLASHNODE Other, [ISCSI_UEVENT] (data: select(&DATA));
    39 ISCSI_UEVENT_LOGOUT_FLASHNODE Other, [ISCSI_UEVENT] (data: select(&DATA));
    40 ISCSI_UEVENT_LOGOUT_FLASHNODE_SID Other, [ISCSI_UEVENT] (data: select(&DATA));
    41 ISCSI_UEVENT_SET_CHAP Other, [ISCSI_UEVENT] (data: select(&DATA));
    42 ISCSI_UEVENT_GET_HOST_STATS Other, [ISCSI_UEVENT] (data: select(&DATA));
    43 ISCSI_UEVENT_DESTROY_SESSION_ASYNC Other, [ISCSI_UEVENT] (data: select(&DATA));
}

groups! { GROUPS: 1 ISCSI_NL_GRP_ISCSID, 2 ISCSI_NL_GRP_UIP }

/// The record of NETLINK_ISCSI.
pub static FAMILY: Family = Family {
    name: crate::name!("iscsi"),
    protocol: Some(8),
    layer: Layer::Protocol,
    messages: Cow::Borrowed(MESSAGES),
    groups: Cow::Borrowed(GROUPS),
};
