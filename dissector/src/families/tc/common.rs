//! What qdiscs, classifiers and actions share: rates, times, verdicts, flags.
//!
//! Source: `uapi/linux/pkt_sched.h`, `uapi/linux/pkt_cls.h`, `uapi/linux/gen_stats.h`,
//! `uapi/linux/filter.h`, `uapi/linux/time.h`, `net/sched/sch_api.c`, `net/core/gen_stats.c`.

use crate::families::sock_diag::packet::SOCK_FILTER;
use crate::table::macros::*;
use crate::table::{Kind, Unit};

enumeration! { pub(super) TC_LINK_LAYER "tc_link_layer":
    0 TC_LINKLAYER_UNAWARE, 1 TC_LINKLAYER_ETHERNET, 2 TC_LINKLAYER_ATM,
}

enumeration! { /// Verdicts of an action. TC_ACT_JUMP and TC_ACT_GOTO_CHAIN carry a number in
    /// their lower 28 bits.
    pub(super) TC_ACT "TC_ACT":
    -1 TC_ACT_UNSPEC / TC_POLICE_UNSPEC,
    0 TC_ACT_OK / TC_POLICE_OK,
    1 TC_ACT_RECLASSIFY / TC_POLICE_RECLASSIFY,
    2 TC_ACT_SHOT / TC_POLICE_SHOT,
    3 TC_ACT_PIPE / TC_POLICE_PIPE,
    4 TC_ACT_STOLEN,
    5 TC_ACT_QUEUED,
    6 TC_ACT_REPEAT,
    7 TC_ACT_REDIRECT,
    8 TC_ACT_TRAP,
    0x10000000 TC_ACT_JUMP,
    0x20000000 TC_ACT_GOTO_CHAIN,
}

enumeration! { /// The same where the kernel moves it as a u32.
    pub(super) TC_ACT_U32 "TC_ACT(u32)":
    0 TC_ACT_OK / TC_POLICE_OK,
    1 TC_ACT_RECLASSIFY / TC_POLICE_RECLASSIFY,
    2 TC_ACT_SHOT / TC_POLICE_SHOT,
    3 TC_ACT_PIPE / TC_POLICE_PIPE,
    4 TC_ACT_STOLEN,
    5 TC_ACT_QUEUED,
    6 TC_ACT_REPEAT,
    7 TC_ACT_REDIRECT,
    8 TC_ACT_TRAP,
    0x10000000 TC_ACT_JUMP,
    0x20000000 TC_ACT_GOTO_CHAIN,
    0xffffffff TC_ACT_UNSPEC / TC_POLICE_UNSPEC,
}

flags! { pub(super) TC_RED "TC_RED":
    1 TC_RED_ECN, 2 TC_RED_HARDDROP, 4 TC_RED_ADAPTATIVE, 8 TC_RED_NODROP,
}

flags! { pub(super) TCA_CLS_FLAGS "TCA_CLS_FLAGS":
    0x01 TCA_CLS_FLAGS_SKIP_HW, 0x02 TCA_CLS_FLAGS_SKIP_SW, 0x04 TCA_CLS_FLAGS_IN_HW,
    0x08 TCA_CLS_FLAGS_NOT_IN_HW, 0x10 TCA_CLS_FLAGS_VERBOSE,
}

enumeration! { pub(super) CLOCK "CLOCK":
    0 CLOCK_REALTIME, 1 CLOCK_MONOTONIC, 2 CLOCK_PROCESS_CPUTIME_ID, 3 CLOCK_THREAD_CPUTIME_ID,
    4 CLOCK_MONOTONIC_RAW, 5 CLOCK_REALTIME_COARSE, 6 CLOCK_MONOTONIC_COARSE, 7 CLOCK_BOOTTIME,
    8 CLOCK_REALTIME_ALARM, 9 CLOCK_BOOTTIME_ALARM, 10 CLOCK_SGI_CYCLE, 11 CLOCK_TAI,
}

structure! { pub(super) TC_RATESPEC "tc_ratespec":
    cell_log: U8,
    linklayer: U8.of(&TC_LINK_LAYER),
    overhead: U16.unit(Unit::Bytes),
    cell_align: S16,
    mpu: U16.unit(Unit::Bytes),
    rate: U32.unit(Unit::BytesPerSecond),
}

/// A rate table: how long packets of each size class take.
pub(super) const RATE_TABLE: Kind = list!(U32.unit(Unit::PschedTicks));

/// Shifts by which RED decays its average while idle, 256 of them.
pub(super) const RED_STAB: Kind = list!(U8);

structure! { pub(super) TCF_T "tcf_t":
    install: U64.unit(Unit::ClockTicks),
    lastuse: U64.unit(Unit::ClockTicks),
    expires: U64.unit(Unit::ClockTicks),
    firstuse: U64.unit(Unit::ClockTicks),
}

/// A program of classic BPF.
pub(super) const BPF_PROGRAM: Kind = list!(structure(&SOCK_FILTER));

structure! { TC_STATS_GENERIC "tc_stats":
    bytes: U64.unit(Unit::Bytes),
    packets: U32.unit(Unit::Packets),
    drops: U32.unit(Unit::Packets),
    overlimits: U32,
    bps: U32.unit(Unit::BytesPerSecond),
    pps: U32.unit(Unit::PacketsPerSecond),
    qlen: U32.unit(Unit::Packets),
    backlog: U32.unit(Unit::Bytes),
}

/// `struct tc_stats`: the statistics of old, still sent beside TCA_STATS2.
pub(super) const TC_STATS: Kind = structure(&TC_STATS_GENERIC);

structure! { GNET_STATS_BASIC "gnet_stats_basic":
    bytes: U64.unit(Unit::Bytes),
    packets: U32.unit(Unit::Packets),
}

structure! { GNET_STATS_RATE_EST "gnet_stats_rate_est":
    bps: U32.unit(Unit::BytesPerSecond),
    pps: U32.unit(Unit::PacketsPerSecond),
}

structure! { GNET_STATS_RATE_EST64 "gnet_stats_rate_est64":
    bps: U64.unit(Unit::BytesPerSecond),
    pps: U64.unit(Unit::PacketsPerSecond),
}

structure! { GNET_STATS_QUEUE "gnet_stats_queue":
    qlen: U32.unit(Unit::Packets),
    backlog: U32.unit(Unit::Bytes),
    drops: U32.unit(Unit::Packets),
    requeues: U32,
    overlimits: U32,
}

set! { pub(super) TCA_STATS "TCA_STATS":
    1 TCA_STATS_BASIC: structure(&GNET_STATS_BASIC),
    2 TCA_STATS_RATE_EST: structure(&GNET_STATS_RATE_EST),
    3 TCA_STATS_QUEUE: structure(&GNET_STATS_QUEUE),
    4 TCA_STATS_APP: select(&super::XSTATS),
    5 TCA_STATS_RATE_EST64: structure(&GNET_STATS_RATE_EST64),
    6 TCA_STATS_PAD: PAD,
    7 TCA_STATS_BASIC_HW: structure(&GNET_STATS_BASIC),
    8 TCA_STATS_PKT64: U64.unit(Unit::Packets),
}
