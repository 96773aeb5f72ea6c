//! Queueing disciplines that follow the device's queues and clocks: mqprio, taprio, cbs, etf.
//!
//! Source: `uapi/linux/pkt_sched.h`, `net/sched/sch_{mqprio,taprio,cbs,etf}.c`.

use super::common::CLOCK;
use crate::table::Unit;
use crate::table::macros::*;

enumeration! { TC_MQPRIO_HW_OFFLOAD "TC_MQPRIO_HW_OFFLOAD":
    0 TC_MQPRIO_HW_OFFLOAD_NONE, 1 TC_MQPRIO_HW_OFFLOAD_TCS,
}

enumeration! { TC_MQPRIO_MODE "TC_MQPRIO_MODE":
    0 TC_MQPRIO_MODE_DCB, 1 TC_MQPRIO_MODE_CHANNEL,
}

enumeration! { TC_MQPRIO_SHAPER "TC_MQPRIO_SHAPER":
    0 TC_MQPRIO_SHAPER_DCB, 1 TC_MQPRIO_SHAPER_BW_RATE,
}

enumeration! { TC_FP "TC_FP":
    1 TC_FP_EXPRESS, 2 TC_FP_PREEMPTIBLE,
}

structure! { pub(super) TC_MQPRIO_QOPT "tc_mqprio_qopt":
    num_tc: U8,
    prio_tc_map: U8.times(16),
    hw: U8.of(&TC_MQPRIO_HW_OFFLOAD),
    count: U16.times(16),
    offset: U16.times(16),
}

set! { TCA_MQPRIO_MIN_RATE64 "TCA_MQPRIO_MIN_RATE64":
    3 TCA_MQPRIO_MIN_RATE64: U64.unit(Unit::BytesPerSecond).multi(),
}

set! { TCA_MQPRIO_MAX_RATE64 "TCA_MQPRIO_MAX_RATE64":
    4 TCA_MQPRIO_MAX_RATE64: U64.unit(Unit::BytesPerSecond).multi(),
}

set! { TCA_MQPRIO_TC_ENTRY "TCA_MQPRIO_TC_ENTRY":
    1 TCA_MQPRIO_TC_ENTRY_INDEX: U32,
    2 TCA_MQPRIO_TC_ENTRY_FP: U32.of(&TC_FP),
}

set! { /// Attributes behind `struct tc_mqprio_qopt`.
    pub(super) TCA_MQPRIO "TCA_MQPRIO":
    1 TCA_MQPRIO_MODE: U16.of(&TC_MQPRIO_MODE),
    2 TCA_MQPRIO_SHAPER: U16.of(&TC_MQPRIO_SHAPER),
    3 TCA_MQPRIO_MIN_RATE64: nest(&TCA_MQPRIO_MIN_RATE64),
    4 TCA_MQPRIO_MAX_RATE64: nest(&TCA_MQPRIO_MAX_RATE64),
    5 TCA_MQPRIO_TC_ENTRY: nest(&TCA_MQPRIO_TC_ENTRY).multi(),
}

enumeration! { TC_TAPRIO_CMD "TC_TAPRIO_CMD":
    0 TC_TAPRIO_CMD_SET_GATES, 1 TC_TAPRIO_CMD_SET_AND_HOLD, 2 TC_TAPRIO_CMD_SET_AND_RELEASE,
}

flags! { TCA_TAPRIO_ATTR_FLAG "TCA_TAPRIO_ATTR_FLAG":
    1 TCA_TAPRIO_ATTR_FLAG_TXTIME_ASSIST, 2 TCA_TAPRIO_ATTR_FLAG_FULL_OFFLOAD,
}

set! { TCA_TAPRIO_SCHED_ENTRY "TCA_TAPRIO_SCHED_ENTRY":
    1 TCA_TAPRIO_SCHED_ENTRY_INDEX: U32,
    2 TCA_TAPRIO_SCHED_ENTRY_CMD: U8.of(&TC_TAPRIO_CMD),
    3 TCA_TAPRIO_SCHED_ENTRY_GATE_MASK: U32.hex(),
    4 TCA_TAPRIO_SCHED_ENTRY_INTERVAL: U32.unit(Unit::Nanoseconds),
}

set! { TCA_TAPRIO_SCHED "TCA_TAPRIO_SCHED":
    1 TCA_TAPRIO_SCHED_ENTRY: nest(&TCA_TAPRIO_SCHED_ENTRY).multi(),
}

set! { TCA_TAPRIO_TC_ENTRY "TCA_TAPRIO_TC_ENTRY":
    1 TCA_TAPRIO_TC_ENTRY_INDEX: U32,
    2 TCA_TAPRIO_TC_ENTRY_MAX_SDU: U32.unit(Unit::Bytes),
    3 TCA_TAPRIO_TC_ENTRY_FP: U32.of(&TC_FP),
}

set! { pub(super) TCA_TAPRIO_ATTR "TCA_TAPRIO_ATTR":
    1 TCA_TAPRIO_ATTR_PRIOMAP: structure(&TC_MQPRIO_QOPT),
    2 TCA_TAPRIO_ATTR_SCHED_ENTRY_LIST: nest(&TCA_TAPRIO_SCHED),
    3 TCA_TAPRIO_ATTR_SCHED_BASE_TIME: S64.unit(Unit::Nanoseconds),
    4 TCA_TAPRIO_ATTR_SCHED_SINGLE_ENTRY: nest(&TCA_TAPRIO_SCHED_ENTRY),
    5 TCA_TAPRIO_ATTR_SCHED_CLOCKID: S32.of(&CLOCK),
    6 TCA_TAPRIO_ATTR_PAD / TCA_TAPRIO_PAD: PAD,
    7 TCA_TAPRIO_ATTR_ADMIN_SCHED: nest(&TCA_TAPRIO_ATTR),
    8 TCA_TAPRIO_ATTR_SCHED_CYCLE_TIME: S64.unit(Unit::Nanoseconds),
    9 TCA_TAPRIO_ATTR_SCHED_CYCLE_TIME_EXTENSION: S64.unit(Unit::Nanoseconds),
    10 TCA_TAPRIO_ATTR_FLAGS: U32.of(&TCA_TAPRIO_ATTR_FLAG),
    11 TCA_TAPRIO_ATTR_TXTIME_DELAY: U32.unit(Unit::Nanoseconds),
    12 TCA_TAPRIO_ATTR_TC_ENTRY: nest(&TCA_TAPRIO_TC_ENTRY).multi(),
}

set! { pub(super) TCA_TAPRIO_OFFLOAD_STATS "TCA_TAPRIO_OFFLOAD_STATS":
    1 TCA_TAPRIO_OFFLOAD_STATS_PAD: PAD,
    2 TCA_TAPRIO_OFFLOAD_STATS_WINDOW_DROPS: U64.unit(Unit::Packets),
    3 TCA_TAPRIO_OFFLOAD_STATS_TX_OVERRUNS: U64.unit(Unit::Packets),
}

structure! { TC_CBS_QOPT "tc_cbs_qopt":
    offload: U8,
    _pad: BYTES.times(3).reserved(),
    hicredit: S32.unit(Unit::Bytes),
    locredit: S32.unit(Unit::Bytes),
    idleslope: S32.unit(Unit::KilobitsPerSecond),
    sendslope: S32.unit(Unit::KilobitsPerSecond),
}

set! { pub(super) TCA_CBS "TCA_CBS":
    1 TCA_CBS_PARMS: structure(&TC_CBS_QOPT),
}

flags! { TC_ETF "TC_ETF":
    1 TC_ETF_DEADLINE_MODE_ON, 2 TC_ETF_OFFLOAD_ON, 4 TC_ETF_SKIP_SOCK_CHECK,
}

structure! { TC_ETF_QOPT "tc_etf_qopt":
    delta: S32.unit(Unit::Nanoseconds),
    clockid: S32.of(&CLOCK),
    flags: U32.of(&TC_ETF),
}

set! { pub(super) TCA_ETF "TCA_ETF":
    1 TCA_ETF_PARMS: structure(&TC_ETF_QOPT),
}
