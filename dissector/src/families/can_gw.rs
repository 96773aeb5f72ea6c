//! The CAN gateway: jobs that route frames between CAN devices. They are routes of AF_CAN, see
//! [`super::rt_route`].
//!
//! Source: `uapi/linux/can/gw.h`, `uapi/linux/can.h`, `net/can/gw.c`.

use super::common::AF;
use crate::table::Unit;
use crate::table::macros::*;

enumeration! { CGW_TYPE "CGW_TYPE":
    0 CGW_TYPE_UNSPEC, 1 CGW_TYPE_CAN_CAN,
}

flags! { CGW_FLAGS "CGW_FLAGS":
    0x1 CGW_FLAGS_CAN_ECHO, 0x2 CGW_FLAGS_CAN_SRC_TSTAMP, 0x4 CGW_FLAGS_CAN_IIF_TX_OK,
    0x8 CGW_FLAGS_CAN_FD,
}

flags! { CGW_MOD "CGW_MOD":
    0x1 CGW_MOD_ID, 0x2 CGW_MOD_DLC / CGW_MOD_LEN, 0x4 CGW_MOD_DATA, 0x8 CGW_MOD_FLAGS,
}

flags! { CANFD "CANFD":
    0x1 CANFD_BRS, 0x2 CANFD_ESI, 0x4 CANFD_FDF,
}

enumeration! { CGW_CRC8PRF "CGW_CRC8PRF":
    0 CGW_CRC8PRF_UNSPEC, 1 CGW_CRC8PRF_1U8, 2 CGW_CRC8PRF_16U8, 3 CGW_CRC8PRF_SFFID_XOR,
}

structure! { /// The header of a job.
    pub RTCANMSG "rtcanmsg":
    can_family: U8.of(&AF),
    gwtype: U8.of(&CGW_TYPE),
    flags: U16.of(&CGW_FLAGS),
}

structure! { CAN_FRAME "can_frame":
    can_id: U32.hex(),
    len: U8.unit(Unit::Bytes),
    __pad: U8.reserved(),
    __res0: U8.reserved(),
    len8_dlc: U8,
    data: BYTES.times(8),
}

structure! { CANFD_FRAME "canfd_frame":
    can_id: U32.hex(),
    len: U8.unit(Unit::Bytes),
    flags: U8.of(&CANFD),
    __res0: U8.reserved(),
    __res1: U8.reserved(),
    data: BYTES.times(64),
}

structure! { packed CGW_FRAME_MOD "cgw_frame_mod":
    cf: structure(&CAN_FRAME),
    modtype: U8.of(&CGW_MOD),
}

structure! { packed CGW_FDFRAME_MOD "cgw_fdframe_mod":
    cf: structure(&CANFD_FRAME),
    modtype: U8.of(&CGW_MOD),
}

structure! { packed CGW_CSUM_XOR "cgw_csum_xor":
    from_idx: S8,
    to_idx: S8,
    result_idx: S8,
    init_xor_val: U8.hex(),
}

structure! { packed CGW_CSUM_CRC8 "cgw_csum_crc8":
    from_idx: S8,
    to_idx: S8,
    result_idx: S8,
    init_crc_val: U8.hex(),
    final_xor_val: U8.hex(),
    crctab: U8.hex().times(256),
    profile: U8.of(&CGW_CRC8PRF),
    profile_data: U8.hex().times(20),
}

structure! { CAN_FILTER "can_filter":
    can_id: U32.hex(),
    can_mask: U32.hex(),
}

set! { /// Attributes of a job.
    pub CGW "CGW":
    1 CGW_MOD_AND: structure(&CGW_FRAME_MOD),
    2 CGW_MOD_OR: structure(&CGW_FRAME_MOD),
    3 CGW_MOD_XOR: structure(&CGW_FRAME_MOD),
    4 CGW_MOD_SET: structure(&CGW_FRAME_MOD),
    5 CGW_CS_XOR: structure(&CGW_CSUM_XOR),
    6 CGW_CS_CRC8: structure(&CGW_CSUM_CRC8),
    7 CGW_HANDLED: U32,
    8 CGW_DROPPED: U32,
    9 CGW_SRC_IF: IFINDEX,
    10 CGW_DST_IF: IFINDEX,
    11 CGW_FILTER: structure(&CAN_FILTER),
    12 CGW_DELETED: U32,
    13 CGW_LIM_HOPS: U8,
    14 CGW_MOD_UID: U32,
    15 CGW_FDMOD_AND: structure(&CGW_FDFRAME_MOD),
    16 CGW_FDMOD_OR: structure(&CGW_FDFRAME_MOD),
    17 CGW_FDMOD_XOR: structure(&CGW_FDFRAME_MOD),
    18 CGW_FDMOD_SET: structure(&CGW_FDFRAME_MOD),
}
