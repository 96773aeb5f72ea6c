//! NETLINK_CONNECTOR: one protocol for drivers that need a few messages. What follows the
//! struct cn_msg is told by its id.
//!
//! nlmsg_type is NLMSG_DONE for what would be data elsewhere.
//!
//! Source: `uapi/linux/connector.h`, `uapi/linux/cn_proc.h`, `uapi/linux/dm-log-userspace.h`,
//! `uapi/video/uvesafb.h`, `drivers/w1/w1_netlink.h`, `drivers/connector/connector.c`,
//! `drivers/connector/cn_proc.c`.

use super::hyperv;
use crate::special::w1;
use crate::table::macros::*;
use crate::table::{Fact, Family, Layer, Unit, When};
use std::borrow::Cow;

enumeration! { CN_IDX "CN_IDX":
    1 CN_IDX_PROC, 2 CN_IDX_CIFS, 3 CN_W1_IDX, 4 CN_IDX_V86D, 5 CN_IDX_BB, 6 CN_DST_IDX,
    7 CN_IDX_DM, 8 CN_IDX_DRBD, 9 CN_KVP_IDX, 10 CN_VSS_IDX,
}

// each user has one value so far
enumeration! { CN_VAL_PROC "CN_VAL_PROC": 1 CN_VAL_PROC }
enumeration! { CN_VAL_CIFS "CN_VAL_CIFS": 1 CN_VAL_CIFS }
enumeration! { CN_W1_VAL "CN_W1_VAL": 1 CN_W1_VAL }
enumeration! { CN_VAL_V86D "CN_VAL_V86D": 1 CN_VAL_V86D_UVESAFB }
enumeration! { CN_DST_VAL "CN_DST_VAL": 1 CN_DST_VAL }
enumeration! { CN_VAL_DM "CN_VAL_DM": 1 CN_VAL_DM_USERSPACE_LOG }
enumeration! { CN_VAL_DRBD "CN_VAL_DRBD": 1 CN_VAL_DRBD }
enumeration! { CN_KVP_VAL "CN_KVP_VAL": 1 CN_KVP_VAL }
enumeration! { CN_VSS_VAL "CN_VSS_VAL": 1 CN_VSS_VAL }

select! { VAL number field("idx") => {
    1 => U32.of(&CN_VAL_PROC),
    2 => U32.of(&CN_VAL_CIFS),
    3 => U32.of(&CN_W1_VAL),
    4 => U32.of(&CN_VAL_V86D),
    6 => U32.of(&CN_DST_VAL),
    7 => U32.of(&CN_VAL_DM),
    8 => U32.of(&CN_VAL_DRBD),
    9 => U32.of(&CN_KVP_VAL),
    10 => U32.of(&CN_VSS_VAL),
} else U32 }

structure! { CB_ID "cb_id":
    idx: U32.of(&CN_IDX),
    val: select(&VAL),
}

structure! { CN_MSG "cn_msg":
    id: structure(&CB_ID),
    seq: U32,
    ack: U32,
    len: U16.unit(Unit::Bytes),
    flags: U16.hex(),
}

enumeration! { PROC_CN_MCAST "proc_cn_mcast_op":
    1 PROC_CN_MCAST_LISTEN, 2 PROC_CN_MCAST_IGNORE,
}

enumeration! { PROC_EVENT "proc_cn_event":
    0 PROC_EVENT_NONE, 0x1 PROC_EVENT_FORK, 0x2 PROC_EVENT_EXEC, 0x4 PROC_EVENT_UID,
    0x40 PROC_EVENT_GID, 0x80 PROC_EVENT_SID, 0x100 PROC_EVENT_PTRACE, 0x200 PROC_EVENT_COMM,
    0x20000000 PROC_EVENT_NONZERO_EXIT, 0x40000000 PROC_EVENT_COREDUMP,
    0x80000000 PROC_EVENT_EXIT,
}

// the same numbers as a choice of events
flags! { PROC_EVENTS "PROC_EVENT":
    0x1 PROC_EVENT_FORK, 0x2 PROC_EVENT_EXEC, 0x4 PROC_EVENT_UID, 0x40 PROC_EVENT_GID,
    0x80 PROC_EVENT_SID, 0x100 PROC_EVENT_PTRACE, 0x200 PROC_EVENT_COMM,
    0x20000000 PROC_EVENT_NONZERO_EXIT, 0x40000000 PROC_EVENT_COREDUMP,
    0x80000000 PROC_EVENT_EXIT,
}

// programs for kernels before 6.6 send the first field alone
structure! { PROC_INPUT "proc_input":
    mcast_op: U32.of(&PROC_CN_MCAST),
    event_type: U32.of(&PROC_EVENTS),
}

// in a union each struct ends in what the others need beyond it
macro_rules! member {
    ($ident:ident $name:literal: $($field:ident: $kind:expr),* $(,)?) => {
        structure! { $ident $name: $($field: $kind),*; unused: PAD }
    };
}

member! { ACK "ack": err: U32 }

member! { FORK "fork_proc_event":
    parent_pid: S32, parent_tgid: S32, child_pid: S32, child_tgid: S32,
}

member! { EXEC "exec_proc_event": process_pid: S32, process_tgid: S32 }

member! { UID "id_proc_event":
    process_pid: S32, process_tgid: S32, ruid: U32, euid: U32,
}

member! { GID "id_proc_event_gid":
    process_pid: S32, process_tgid: S32, rgid: U32, egid: U32,
}

member! { SID "sid_proc_event": process_pid: S32, process_tgid: S32 }

member! { PTRACE "ptrace_proc_event":
    process_pid: S32, process_tgid: S32, tracer_pid: S32, tracer_tgid: S32,
}

member! { COMM "comm_proc_event":
    process_pid: S32, process_tgid: S32, comm: STRING.times(16),
}

member! { COREDUMP "coredump_proc_event":
    process_pid: S32, process_tgid: S32, parent_pid: S32, parent_tgid: S32,
}

member! { EXIT "exit_proc_event":
    process_pid: S32, process_tgid: S32, exit_code: U32, exit_signal: U32, parent_pid: S32,
    parent_tgid: S32,
}

select! { EVENT_DATA number field("what") => {
    0 => structure(&ACK),
    0x1 => structure(&FORK),
    0x2 => structure(&EXEC),
    0x4 => structure(&UID),
    0x40 => structure(&GID),
    0x80 => structure(&SID),
    0x100 => structure(&PTRACE),
    0x200 => structure(&COMM),
    0x40000000 => structure(&COREDUMP),
    0x80000000 => structure(&EXIT),
} else BYTES.times(24) }

structure! { PROC_EVENT_MSG "proc_event":
    what: U32.of(&PROC_EVENT),
    cpu: U32,
    timestamp_ns: ALIGNED_U64.unit(Unit::Nanoseconds),
    event_data: select(&EVENT_DATA),
}

enumeration! { DM_ULOG "DM_ULOG":
    1 DM_ULOG_CTR, 2 DM_ULOG_DTR, 3 DM_ULOG_PRESUSPEND, 4 DM_ULOG_POSTSUSPEND,
    5 DM_ULOG_RESUME, 6 DM_ULOG_GET_REGION_SIZE, 7 DM_ULOG_IS_CLEAN, 8 DM_ULOG_IN_SYNC,
    9 DM_ULOG_FLUSH, 10 DM_ULOG_MARK_REGION, 11 DM_ULOG_CLEAR_REGION,
    12 DM_ULOG_GET_RESYNC_WORK, 13 DM_ULOG_SET_REGION_SYNC, 14 DM_ULOG_GET_SYNC_COUNT,
    15 DM_ULOG_STATUS_INFO, 16 DM_ULOG_STATUS_TABLE, 17 DM_ULOG_IS_REMOTE_RECOVERING,
}

structure! { RESYNC_WORK "resync_work":
    i: S64,
    r: U64,
}

structure! { REGION_SYNC "region_sync":
    region: U64,
    in_sync: S64,
}

structure! { REMOTE_RECOVERING "remote_recovering":
    is_recovering: S64,
    in_sync_hint: U64,
}

select! { RECOVERING number fact(Fact::Length) => {
    8 => U64,
} else structure(&REMOTE_RECOVERING) }

select! { DM_ULOG_DATA number field("request_type") => {
    1 => STRING, 2 => STRING,
    6 => U64, 7 => U64, 8 => U64,
    9 => list!(U64), 10 => list!(U64), 11 => list!(U64),
    12 => structure(&RESYNC_WORK),
    13 => structure(&REGION_SYNC),
    14 => U64,
    15 => STRING, 16 => STRING,
    17 => select(&RECOVERING),
} else BYTES }

structure! { DM_ULOG_REQUEST "dm_ulog_request":
    luid: U64.hex(),
    uuid: STRING.times(129),
    padding: U8.times(3).reserved(),
    version: U32,
    error: S32,
    seq: U32,
    request_type: U32.of(&DM_ULOG),
    data_size: U32.unit(Unit::Bytes);
    data: select(&DM_ULOG_DATA)
}

flags! { UVESAFB_TF "TF":
    0x1 TF_VBEIB, 0x2 TF_BUF_ESDI, 0x4 TF_BUF_ESBX, 0x8 TF_BUF_RET, 0x10 TF_EXIT,
}

structure! { V86_REGS "v86_regs":
    ebx: U32.hex(), ecx: U32.hex(), edx: U32.hex(), esi: U32.hex(), edi: U32.hex(),
    ebp: U32.hex(), eax: U32.hex(), eip: U32.hex(), eflags: U32.hex(), esp: U32.hex(),
    cs: U16.hex(), ss: U16.hex(), es: U16.hex(), ds: U16.hex(), fs: U16.hex(), gs: U16.hex(),
}

structure! { UVESAFB_TASK "uvesafb_task":
    flags: U8.of(&UVESAFB_TF),
    buf_len: S32.unit(Unit::Bytes),
    regs: structure(&V86_REGS);
    buf: BYTES
}

// idx is the first number of the header: its lowest byte stands first or fourth
macro_rules! when {
    ($le:ident $be:ident $value:literal $words:literal) => {
        const $le: When = When::Byte(0, &[$value], $words);
        const $be: When = When::Byte(3, &[$value], $words);
    };
}

when! { PROC PROC_BE 1 "idx=CN_IDX_PROC" }
when! { W1 W1_BE 3 "idx=CN_W1_IDX" }
when! { V86D V86D_BE 4 "idx=CN_IDX_V86D" }
when! { DM DM_BE 7 "idx=CN_IDX_DM" }
when! { KVP KVP_BE 9 "idx=CN_KVP_IDX" }
when! { VSS VSS_BE 10 "idx=CN_VSS_IDX" }

// a daemon registers, then answers
const KVP_START: When = When::Byte(20, &[100], "operation=KVP_OP_REGISTER1");
const VSS_START: When = When::Byte(20, &[128, 129], "operation=VSS_OP_REGISTER");
const KVP_FIRST: When = When::All(&[KVP, KVP_START]);
const KVP_FIRST_BE: When = When::All(&[KVP_BE, KVP_START]);
const KVP_ANSWER: When = When::All(&[KVP, When::Request]);
const KVP_ANSWER_BE: When = When::All(&[KVP_BE, When::Request]);
const VSS_FIRST: When = When::All(&[VSS, VSS_START]);
const VSS_FIRST_BE: When = When::All(&[VSS_BE, VSS_START]);
const VSS_ANSWER: When = When::All(&[VSS, When::Request]);
const VSS_ANSWER_BE: When = When::All(&[VSS_BE, When::Request]);

const OP: When = When::All(&[PROC, When::Shorter(36)]);
const OP_BE: When = When::All(&[PROC_BE, When::Shorter(36)]);

messages! { MESSAGES:
    3 NLMSG_DONE Other if OP, [CN_MSG] (proc_input: structure(&PROC_INPUT));
    3 NLMSG_DONE Other if OP_BE, [CN_MSG] (proc_input: structure(&PROC_INPUT));
    3 NLMSG_DONE Other if PROC, [CN_MSG] (proc_event: structure(&PROC_EVENT_MSG));
    3 NLMSG_DONE Other if PROC_BE, [CN_MSG] (proc_event: structure(&PROC_EVENT_MSG));
    3 NLMSG_DONE Other if W1, [CN_MSG] (w1_netlink_msg: special(&w1::MESSAGES));
    3 NLMSG_DONE Other if W1_BE, [CN_MSG] (w1_netlink_msg: special(&w1::MESSAGES));
    3 NLMSG_DONE Other if V86D, [CN_MSG] (uvesafb_task: structure(&UVESAFB_TASK));
    3 NLMSG_DONE Other if V86D_BE, [CN_MSG] (uvesafb_task: structure(&UVESAFB_TASK));
    3 NLMSG_DONE Other if DM, [CN_MSG] (dm_ulog_request: structure(&DM_ULOG_REQUEST));
    3 NLMSG_DONE Other if DM_BE, [CN_MSG] (dm_ulog_request: structure(&DM_ULOG_REQUEST));
    3 NLMSG_DONE Other if KVP_FIRST, [CN_MSG] (hv_kvp_msg: structure(&hyperv::KVP_MSG));
    3 NLMSG_DONE Other if KVP_FIRST_BE, [CN_MSG] (hv_kvp_msg: structure(&hyperv::KVP_MSG));
    3 NLMSG_DONE Other if KVP_ANSWER, [CN_MSG] (hv_kvp_msg: structure(&hyperv::KVP_ANSWER));
    3 NLMSG_DONE Other if KVP_ANSWER_BE, [CN_MSG] (hv_kvp_msg: structure(&hyperv::KVP_ANSWER));
    3 NLMSG_DONE Other if KVP, [CN_MSG] (hv_kvp_msg: structure(&hyperv::KVP_MSG));
    3 NLMSG_DONE Other if KVP_BE, [CN_MSG] (hv_kvp_msg: structure(&hyperv::KVP_MSG));
    3 NLMSG_DONE Other if VSS_FIRST, [CN_MSG] (hv_vss_msg: structure(&hyperv::VSS_MSG));
    3 NLMSG_DONE Other if VSS_FIRST_BE, [CN_MSG] (hv_vss_msg: structure(&hyperv::VSS_MSG));
    3 NLMSG_DONE Other if VSS_ANSWER, [CN_MSG] (hv_vss_msg: structure(&hyperv::VSS_ANSWER));
    3 NLMSG_DONE Other if VSS_ANSWER_BE, [CN_MSG] (hv_vss_msg: structure(&hyperv::VSS_ANSWER));
    3 NLMSG_DONE Other if VSS, [CN_MSG] (hv_vss_msg: structure(&hyperv::VSS_MSG));
    3 NLMSG_DONE Other if VSS_BE, [CN_MSG] (hv_vss_msg: structure(&hyperv::VSS_MSG));
    3 NLMSG_DONE Other, [CN_MSG] (data: BYTES);
}

// a group is the idx of who speaks there
groups! { GROUPS:
    1 CN_IDX_PROC, 2 CN_IDX_CIFS, 3 CN_W1_IDX, 4 CN_IDX_V86D, 5 CN_IDX_BB, 6 CN_DST_IDX,
    7 CN_IDX_DM, 8 CN_IDX_DRBD, 9 CN_KVP_IDX, 10 CN_VSS_IDX,
}

/// The record of NETLINK_CONNECTOR.
pub static FAMILY: Family = Family {
    name: crate::name!("connector"),
    protocol: Some(11),
    layer: Layer::Protocol,
    messages: Cow::Borrowed(MESSAGES),
    groups: Cow::Borrowed(GROUPS),
};
