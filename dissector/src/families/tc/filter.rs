//! Classifiers: u32, route, fw, flow, basic, cgroup, bpf, matchall. Flower has a file of its own.
//!
//! Source: `uapi/linux/pkt_cls.h`, `net/sched/cls_{u32,route,fw,flow,basic,cgroup,bpf,matchall}.c`.

use super::action::{TCA_ACT, TCA_POLICE};
use super::common::{BPF_PROGRAM, TCA_CLS_FLAGS};
use super::ematch::TCA_EMATCH_TREE;
use crate::table::Unit;
use crate::table::macros::*;

flags! { TC_U32 "TC_U32":
    1 TC_U32_TERMINAL, 2 TC_U32_OFFSET, 4 TC_U32_VAROFFSET, 8 TC_U32_EAT,
}

structure! { /// A comparison of 32 bits of the packet.
    pub(super) TC_U32_KEY "tc_u32_key":
    mask: BE32.hex(),
    val: BE32.hex(),
    off: S32.unit(Unit::Bytes),
    offmask: S32,
}

structure! { TC_U32_SEL "tc_u32_sel":
    flags: U8.of(&TC_U32),
    offshift: U8,
    nkeys: U8,
    offmask: BE16.hex(),
    off: U16.unit(Unit::Bytes),
    offoff: S16.unit(Unit::Bytes),
    hoff: S16.unit(Unit::Bytes),
    hmask: BE32.hex();
    keys: list!(structure(&TC_U32_KEY))
}

structure! { TC_U32_MARK "tc_u32_mark":
    val: U32.hex(),
    mask: U32.hex(),
    success: U32,
}

structure! { TC_U32_PCNT "tc_u32_pcnt":
    rcnt: U64,
    rhit: U64;
    kcnts: list!(U64)
}

set! { pub(super) TCA_U32 "TCA_U32":
    1 TCA_U32_CLASSID: HANDLE,
    2 TCA_U32_HASH: U32.hex(),
    3 TCA_U32_LINK: U32.hex(),
    4 TCA_U32_DIVISOR: U32,
    5 TCA_U32_SEL: structure(&TC_U32_SEL),
    6 TCA_U32_POLICE: nest(&TCA_POLICE),
    7 TCA_U32_ACT: array!(nest(&TCA_ACT)),
    8 TCA_U32_INDEV: STRING,
    9 TCA_U32_PCNT: structure(&TC_U32_PCNT),
    10 TCA_U32_MARK: structure(&TC_U32_MARK),
    11 TCA_U32_FLAGS: U32.of(&TCA_CLS_FLAGS),
    12 TCA_U32_PAD: PAD,
}

set! { pub(super) TCA_ROUTE4 "TCA_ROUTE4":
    1 TCA_ROUTE4_CLASSID: HANDLE,
    2 TCA_ROUTE4_TO: U32,
    3 TCA_ROUTE4_FROM: U32,
    4 TCA_ROUTE4_IIF: IFINDEX,
    5 TCA_ROUTE4_POLICE: nest(&TCA_POLICE),
    6 TCA_ROUTE4_ACT: array!(nest(&TCA_ACT)),
}

set! { pub(super) TCA_FW "TCA_FW":
    1 TCA_FW_CLASSID: HANDLE,
    2 TCA_FW_POLICE: nest(&TCA_POLICE),
    3 TCA_FW_INDEV: STRING,
    4 TCA_FW_ACT: array!(nest(&TCA_ACT)),
    5 TCA_FW_MASK: U32.hex(),
}

flags! { /// TCA_FLOW_KEYS has a bit for each FLOW_KEY_*.
    FLOW_KEY "FLOW_KEY":
    0x00001 FLOW_KEY_SRC, 0x00002 FLOW_KEY_DST, 0x00004 FLOW_KEY_PROTO,
    0x00008 FLOW_KEY_PROTO_SRC, 0x00010 FLOW_KEY_PROTO_DST, 0x00020 FLOW_KEY_IIF,
    0x00040 FLOW_KEY_PRIORITY, 0x00080 FLOW_KEY_MARK, 0x00100 FLOW_KEY_NFCT,
    0x00200 FLOW_KEY_NFCT_SRC, 0x00400 FLOW_KEY_NFCT_DST, 0x00800 FLOW_KEY_NFCT_PROTO_SRC,
    0x01000 FLOW_KEY_NFCT_PROTO_DST, 0x02000 FLOW_KEY_RTCLASSID, 0x04000 FLOW_KEY_SKUID,
    0x08000 FLOW_KEY_SKGID, 0x10000 FLOW_KEY_VLAN_TAG, 0x20000 FLOW_KEY_RXHASH,
}

enumeration! { FLOW_MODE "FLOW_MODE":
    0 FLOW_MODE_MAP, 1 FLOW_MODE_HASH,
}

set! { pub(super) TCA_FLOW "TCA_FLOW":
    1 TCA_FLOW_KEYS: U32.of(&FLOW_KEY),
    2 TCA_FLOW_MODE: U32.of(&FLOW_MODE),
    3 TCA_FLOW_BASECLASS: HANDLE,
    4 TCA_FLOW_RSHIFT: U32,
    5 TCA_FLOW_ADDEND: U32.hex(),
    6 TCA_FLOW_MASK: U32.hex(),
    7 TCA_FLOW_XOR: U32.hex(),
    8 TCA_FLOW_DIVISOR: U32,
    9 TCA_FLOW_ACT: array!(nest(&TCA_ACT)),
    10 TCA_FLOW_POLICE: nest(&TCA_POLICE),
    11 TCA_FLOW_EMATCHES: nest(&TCA_EMATCH_TREE),
    12 TCA_FLOW_PERTURB: U32.unit(Unit::Seconds),
}

structure! { TC_BASIC_PCNT "tc_basic_pcnt":
    rcnt: U64,
    rhit: U64,
}

set! { pub(super) TCA_BASIC "TCA_BASIC":
    1 TCA_BASIC_CLASSID: HANDLE,
    2 TCA_BASIC_EMATCHES: nest(&TCA_EMATCH_TREE),
    3 TCA_BASIC_ACT: array!(nest(&TCA_ACT)),
    4 TCA_BASIC_POLICE: nest(&TCA_POLICE),
    5 TCA_BASIC_PCNT: structure(&TC_BASIC_PCNT),
    6 TCA_BASIC_PAD: PAD,
}

set! { pub(super) TCA_CGROUP "TCA_CGROUP":
    1 TCA_CGROUP_ACT: array!(nest(&TCA_ACT)),
    2 TCA_CGROUP_POLICE: nest(&TCA_POLICE),
    3 TCA_CGROUP_EMATCHES: nest(&TCA_EMATCH_TREE),
}

flags! { TCA_BPF_FLAG "TCA_BPF_FLAG":
    1 TCA_BPF_FLAG_ACT_DIRECT,
}

set! { pub(super) TCA_BPF "TCA_BPF":
    1 TCA_BPF_ACT: array!(nest(&TCA_ACT)),
    2 TCA_BPF_POLICE: nest(&TCA_POLICE),
    3 TCA_BPF_CLASSID: HANDLE,
    4 TCA_BPF_OPS_LEN: U16,
    5 TCA_BPF_OPS: BPF_PROGRAM,
    6 TCA_BPF_FD: U32,
    7 TCA_BPF_NAME: NUL_STRING,
    8 TCA_BPF_FLAGS: U32.of(&TCA_BPF_FLAG),
    9 TCA_BPF_FLAGS_GEN: U32.of(&TCA_CLS_FLAGS),
    10 TCA_BPF_TAG: BYTES,
    11 TCA_BPF_ID: U32,
}

structure! { TC_MATCHALL_PCNT "tc_matchall_pcnt":
    rhit: U64,
}

set! { pub(super) TCA_MATCHALL "TCA_MATCHALL":
    1 TCA_MATCHALL_CLASSID: HANDLE,
    2 TCA_MATCHALL_ACT: array!(nest(&TCA_ACT)),
    3 TCA_MATCHALL_FLAGS: U32.of(&TCA_CLS_FLAGS),
    4 TCA_MATCHALL_PCNT: structure(&TC_MATCHALL_PCNT),
    5 TCA_MATCHALL_PAD: PAD,
}
