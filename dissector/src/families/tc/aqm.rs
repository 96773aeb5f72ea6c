//! Queueing disciplines that manage delay: RED and its kin, CoDel, PIE, fair queueing, CAKE.
//!
//! Source: `uapi/linux/pkt_sched.h`, `net/sched/sch_{red,gred,choke,sfb,codel,fq_codel,fq,hhf,`
//! `pie,fq_pie,dualpi2,cake}.c`.

use super::common::{RED_STAB, TC_RED};
use super::qdisc::TC_PRIO_QOPT;
use crate::table::macros::*;
use crate::table::{Fact, Unit};

structure! { TC_RED_QOPT "tc_red_qopt":
    limit: U32.unit(Unit::Bytes),
    qth_min: U32.unit(Unit::Bytes),
    qth_max: U32.unit(Unit::Bytes),
    Wlog: U8,
    Plog: U8,
    Scell_log: U8,
    flags: U8.of(&TC_RED),
}

set! { pub(super) TCA_RED "TCA_RED":
    1 TCA_RED_PARMS: structure(&TC_RED_QOPT),
    2 TCA_RED_STAB: RED_STAB,
    3 TCA_RED_MAX_P: U32,
    4 TCA_RED_FLAGS: bitfield32(&TC_RED),
    5 TCA_RED_EARLY_DROP_BLOCK: U32,
    6 TCA_RED_MARK_BLOCK: U32,
}

structure! { pub(super) TC_RED_XSTATS "tc_red_xstats":
    early: U32.unit(Unit::Packets),
    pdrop: U32.unit(Unit::Packets),
    other: U32.unit(Unit::Packets),
    marked: U32.unit(Unit::Packets),
}

structure! { TC_GRED_QOPT "tc_gred_qopt":
    limit: U32.unit(Unit::Bytes),
    qth_min: U32.unit(Unit::Bytes),
    qth_max: U32.unit(Unit::Bytes),
    DP: U32,
    backlog: U32.unit(Unit::Bytes),
    qave: U32.unit(Unit::Bytes),
    forced: U32.unit(Unit::Packets),
    early: U32.unit(Unit::Packets),
    other: U32.unit(Unit::Packets),
    pdrop: U32.unit(Unit::Packets),
    Wlog: U8,
    Plog: U8,
    Scell_log: U8,
    prio: U8,
    packets: U32.unit(Unit::Packets),
    bytesin: U32.unit(Unit::Bytes),
}

structure! { TC_GRED_SOPT "tc_gred_sopt":
    DPs: U32,
    def_DP: U32,
    grio: U8,
    flags: U8.of(&TC_RED),
    pad1: U16.reserved(),
}

select! { /// A request sets one queue, a dump shows all sixteen.
    GRED_PARMS number fact(Fact::Length) => {
    52 => structure(&TC_GRED_QOPT),
} else list!(structure(&TC_GRED_QOPT)) }

select! { GRED_MAX_P number fact(Fact::Length) => {
    4 => U32,
} else list!(U32) }

set! { TCA_GRED_VQ "TCA_GRED_VQ":
    1 TCA_GRED_VQ_PAD: PAD,
    2 TCA_GRED_VQ_DP: U32,
    3 TCA_GRED_VQ_STAT_BYTES: U64.unit(Unit::Bytes),
    4 TCA_GRED_VQ_STAT_PACKETS: U32.unit(Unit::Packets),
    5 TCA_GRED_VQ_STAT_BACKLOG: U32.unit(Unit::Bytes),
    6 TCA_GRED_VQ_STAT_PROB_DROP: U32.unit(Unit::Packets),
    7 TCA_GRED_VQ_STAT_PROB_MARK: U32.unit(Unit::Packets),
    8 TCA_GRED_VQ_STAT_FORCED_DROP: U32.unit(Unit::Packets),
    9 TCA_GRED_VQ_STAT_FORCED_MARK: U32.unit(Unit::Packets),
    10 TCA_GRED_VQ_STAT_PDROP: U32.unit(Unit::Packets),
    11 TCA_GRED_VQ_STAT_OTHER: U32.unit(Unit::Packets),
    12 TCA_GRED_VQ_FLAGS: U32.of(&TC_RED),
}

set! { TCA_GRED_VQ_ENTRY "TCA_GRED_VQ_ENTRY":
    1 TCA_GRED_VQ_ENTRY: nest(&TCA_GRED_VQ).multi(),
}

set! { pub(super) TCA_GRED "TCA_GRED":
    1 TCA_GRED_PARMS: select(&GRED_PARMS),
    2 TCA_GRED_STAB: RED_STAB,
    3 TCA_GRED_DPS: structure(&TC_GRED_SOPT),
    4 TCA_GRED_MAX_P: select(&GRED_MAX_P),
    5 TCA_GRED_LIMIT: U32.unit(Unit::Bytes),
    6 TCA_GRED_VQ_LIST: nest(&TCA_GRED_VQ_ENTRY),
}

structure! { TC_CHOKE_QOPT "tc_choke_qopt":
    limit: U32.unit(Unit::Packets),
    qth_min: U32.unit(Unit::Packets),
    qth_max: U32.unit(Unit::Packets),
    Wlog: U8,
    Plog: U8,
    Scell_log: U8,
    flags: U8.of(&TC_RED),
}

set! { pub(super) TCA_CHOKE "TCA_CHOKE":
    1 TCA_CHOKE_PARMS: structure(&TC_CHOKE_QOPT),
    2 TCA_CHOKE_STAB: RED_STAB,
    3 TCA_CHOKE_MAX_P: U32,
}

structure! { pub(super) TC_CHOKE_XSTATS "tc_choke_xstats":
    early: U32.unit(Unit::Packets),
    pdrop: U32.unit(Unit::Packets),
    other: U32.unit(Unit::Packets),
    marked: U32.unit(Unit::Packets),
    matched: U32.unit(Unit::Packets),
}

structure! { TC_SFB_QOPT "tc_sfb_qopt":
    rehash_interval: U32.unit(Unit::Milliseconds),
    warmup_time: U32.unit(Unit::Milliseconds),
    max: U32.unit(Unit::Packets),
    bin_size: U32.unit(Unit::Packets),
    increment: U32,
    decrement: U32,
    limit: U32.unit(Unit::Packets),
    penalty_rate: U32.unit(Unit::PacketsPerSecond),
    penalty_burst: U32.unit(Unit::Packets),
}

set! { pub(super) TCA_SFB "TCA_SFB":
    1 TCA_SFB_PARMS: structure(&TC_SFB_QOPT),
}

structure! { pub(super) TC_SFB_XSTATS "tc_sfb_xstats":
    earlydrop: U32.unit(Unit::Packets),
    penaltydrop: U32.unit(Unit::Packets),
    bucketdrop: U32.unit(Unit::Packets),
    queuedrop: U32.unit(Unit::Packets),
    childdrop: U32.unit(Unit::Packets),
    marked: U32.unit(Unit::Packets),
    maxqlen: U32.unit(Unit::Packets),
    maxprob: U32,
    avgprob: U32,
}

set! { pub(super) TCA_CODEL "TCA_CODEL":
    1 TCA_CODEL_TARGET: U32.unit(Unit::Microseconds),
    2 TCA_CODEL_LIMIT: U32.unit(Unit::Packets),
    3 TCA_CODEL_INTERVAL: U32.unit(Unit::Microseconds),
    4 TCA_CODEL_ECN: U32,
    5 TCA_CODEL_CE_THRESHOLD: U32.unit(Unit::Microseconds),
}

structure! { pub(super) TC_CODEL_XSTATS "tc_codel_xstats":
    maxpacket: U32.unit(Unit::Bytes),
    count: U32.unit(Unit::Packets),
    lastcount: U32.unit(Unit::Packets),
    ldelay: U32.unit(Unit::Microseconds),
    drop_next: S32.unit(Unit::Microseconds),
    drop_overlimit: U32,
    ecn_mark: U32.unit(Unit::Packets),
    dropping: U32,
    ce_mark: U32.unit(Unit::Packets),
}

set! { pub(super) TCA_FQ_CODEL "TCA_FQ_CODEL":
    1 TCA_FQ_CODEL_TARGET: U32.unit(Unit::Microseconds),
    2 TCA_FQ_CODEL_LIMIT: U32.unit(Unit::Packets),
    3 TCA_FQ_CODEL_INTERVAL: U32.unit(Unit::Microseconds),
    4 TCA_FQ_CODEL_ECN: U32,
    5 TCA_FQ_CODEL_FLOWS: U32,
    6 TCA_FQ_CODEL_QUANTUM: U32.unit(Unit::Bytes),
    7 TCA_FQ_CODEL_CE_THRESHOLD: U32.unit(Unit::Microseconds),
    8 TCA_FQ_CODEL_DROP_BATCH_SIZE: U32.unit(Unit::Packets),
    9 TCA_FQ_CODEL_MEMORY_LIMIT: U32.unit(Unit::Bytes),
    10 TCA_FQ_CODEL_CE_THRESHOLD_SELECTOR: U8.hex(),
    11 TCA_FQ_CODEL_CE_THRESHOLD_MASK: U8.hex(),
}

enumeration! { TCA_FQ_CODEL_XSTATS "TCA_FQ_CODEL_XSTATS":
    0 TCA_FQ_CODEL_XSTATS_QDISC, 1 TCA_FQ_CODEL_XSTATS_CLASS,
}

structure! { TC_FQ_CODEL_QD_STATS "tc_fq_codel_qd_stats":
    maxpacket: U32.unit(Unit::Bytes),
    drop_overlimit: U32,
    ecn_mark: U32.unit(Unit::Packets),
    new_flow_count: U32,
    new_flows_len: U32,
    old_flows_len: U32,
    ce_mark: U32.unit(Unit::Packets),
    memory_usage: U32.unit(Unit::Bytes),
    drop_overmemory: U32,
}

structure! { TC_FQ_CODEL_CL_STATS "tc_fq_codel_cl_stats":
    deficit: S32.unit(Unit::Bytes),
    ldelay: U32.unit(Unit::Microseconds),
    count: U32.unit(Unit::Packets),
    lastcount: U32.unit(Unit::Packets),
    dropping: U32,
    drop_next: S32.unit(Unit::Microseconds),
}

structure! { TC_FQ_CODEL_XSTATS "tc_fq_codel_xstats":
    type: U32.of(&TCA_FQ_CODEL_XSTATS),
    qdisc_stats: structure(&TC_FQ_CODEL_QD_STATS),
}

structure! { TC_FQ_CODEL_XSTATS_OF_CLASS "tc_fq_codel_xstats(class)":
    type: U32.of(&TCA_FQ_CODEL_XSTATS),
    class_stats: structure(&TC_FQ_CODEL_CL_STATS),
    unused: BYTES.times(12).reserved(),
}

select! { /// The union's view: messages about a class carry that of a class.
    pub(super) FQ_CODEL_XSTATS number fact(Fact::Command) => {
    40 => structure(&TC_FQ_CODEL_XSTATS_OF_CLASS),
    41 => structure(&TC_FQ_CODEL_XSTATS_OF_CLASS),
    42 => structure(&TC_FQ_CODEL_XSTATS_OF_CLASS),
} else structure(&TC_FQ_CODEL_XSTATS) }

set! { pub(super) TCA_FQ "TCA_FQ":
    1 TCA_FQ_PLIMIT: U32.unit(Unit::Packets),
    2 TCA_FQ_FLOW_PLIMIT: U32.unit(Unit::Packets),
    3 TCA_FQ_QUANTUM: U32.unit(Unit::Bytes),
    4 TCA_FQ_INITIAL_QUANTUM: U32.unit(Unit::Bytes),
    5 TCA_FQ_RATE_ENABLE: U32,
    6 TCA_FQ_FLOW_DEFAULT_RATE: U32.unit(Unit::BytesPerSecond),
    7 TCA_FQ_FLOW_MAX_RATE: U32.unit(Unit::BytesPerSecond),
    8 TCA_FQ_BUCKETS_LOG: U32,
    9 TCA_FQ_FLOW_REFILL_DELAY: U32.unit(Unit::Microseconds),
    10 TCA_FQ_ORPHAN_MASK: U32.hex(),
    11 TCA_FQ_LOW_RATE_THRESHOLD: U32.unit(Unit::BytesPerSecond),
    12 TCA_FQ_CE_THRESHOLD: U32.unit(Unit::Microseconds),
    13 TCA_FQ_TIMER_SLACK: U32.unit(Unit::Nanoseconds),
    14 TCA_FQ_HORIZON: U32.unit(Unit::Microseconds),
    15 TCA_FQ_HORIZON_DROP: U8,
    16 TCA_FQ_PRIOMAP: structure(&TC_PRIO_QOPT),
    17 TCA_FQ_WEIGHTS: list!(S32),
    18 TCA_FQ_OFFLOAD_HORIZON: U32.unit(Unit::Microseconds),
}

structure! { pub(super) TC_FQ_QD_STATS "tc_fq_qd_stats":
    gc_flows: U64,
    highprio_packets: U64.unit(Unit::Packets),
    tcp_retrans: U64.unit(Unit::Packets),
    throttled: U64,
    flows_plimit: U64.unit(Unit::Packets),
    pkts_too_long: U64.unit(Unit::Packets),
    allocation_errors: U64,
    time_next_delayed_flow: S64.unit(Unit::Nanoseconds),
    flows: U32,
    inactive_flows: U32,
    throttled_flows: U32,
    unthrottle_latency_ns: U32.unit(Unit::Nanoseconds),
    ce_mark: U64.unit(Unit::Packets),
    horizon_drops: U64.unit(Unit::Packets),
    horizon_caps: U64.unit(Unit::Packets),
    fastpath_packets: U64.unit(Unit::Packets),
    band_drops: U64.unit(Unit::Packets).times(3),
    band_pkt_count: U32.unit(Unit::Packets).times(3),
    pad: U32.reserved(),
}

set! { pub(super) TCA_HHF "TCA_HHF":
    1 TCA_HHF_BACKLOG_LIMIT: U32.unit(Unit::Packets),
    2 TCA_HHF_QUANTUM: U32.unit(Unit::Bytes),
    3 TCA_HHF_HH_FLOWS_LIMIT: U32,
    4 TCA_HHF_RESET_TIMEOUT: U32.unit(Unit::Microseconds),
    5 TCA_HHF_ADMIT_BYTES: U32.unit(Unit::Bytes),
    6 TCA_HHF_EVICT_TIMEOUT: U32.unit(Unit::Microseconds),
    7 TCA_HHF_NON_HH_WEIGHT: U32,
}

structure! { pub(super) TC_HHF_XSTATS "tc_hhf_xstats":
    drop_overlimit: U32,
    hh_overlimit: U32,
    hh_tot_count: U32,
    hh_cur_count: U32,
}

set! { pub(super) TCA_PIE "TCA_PIE":
    1 TCA_PIE_TARGET: U32.unit(Unit::Microseconds),
    2 TCA_PIE_LIMIT: U32.unit(Unit::Packets),
    3 TCA_PIE_TUPDATE: U32.unit(Unit::Microseconds),
    4 TCA_PIE_ALPHA: U32,
    5 TCA_PIE_BETA: U32,
    6 TCA_PIE_ECN: U32,
    7 TCA_PIE_BYTEMODE: U32,
    8 TCA_PIE_DQ_RATE_ESTIMATOR: U32,
}

structure! { pub(super) TC_PIE_XSTATS "tc_pie_xstats":
    prob: U64,
    delay: U32.unit(Unit::Microseconds),
    avg_dq_rate: U32.unit(Unit::BytesPerSecond),
    dq_rate_estimating: U32,
    packets_in: U32.unit(Unit::Packets),
    dropped: U32.unit(Unit::Packets),
    overlimit: U32.unit(Unit::Packets),
    maxq: U32.unit(Unit::Packets),
    ecn_mark: U32.unit(Unit::Packets),
}

set! { pub(super) TCA_FQ_PIE "TCA_FQ_PIE":
    1 TCA_FQ_PIE_LIMIT: U32.unit(Unit::Packets),
    2 TCA_FQ_PIE_FLOWS: U32,
    3 TCA_FQ_PIE_TARGET: U32.unit(Unit::Microseconds),
    4 TCA_FQ_PIE_TUPDATE: U32.unit(Unit::Microseconds),
    5 TCA_FQ_PIE_ALPHA: U32,
    6 TCA_FQ_PIE_BETA: U32,
    7 TCA_FQ_PIE_QUANTUM: U32.unit(Unit::Bytes),
    8 TCA_FQ_PIE_MEMORY_LIMIT: U32.unit(Unit::Bytes),
    9 TCA_FQ_PIE_ECN_PROB: U32.unit(Unit::Percent),
    10 TCA_FQ_PIE_ECN: U32,
    11 TCA_FQ_PIE_BYTEMODE: U32,
    12 TCA_FQ_PIE_DQ_RATE_ESTIMATOR: U32,
}

structure! { pub(super) TC_FQ_PIE_XSTATS "tc_fq_pie_xstats":
    packets_in: U32.unit(Unit::Packets),
    dropped: U32.unit(Unit::Packets),
    overlimit: U32.unit(Unit::Packets),
    overmemory: U32.unit(Unit::Packets),
    ecn_mark: U32.unit(Unit::Packets),
    new_flow_count: U32,
    new_flows_len: U32,
    old_flows_len: U32,
    memory_usage: U32.unit(Unit::Bytes),
}

enumeration! { TC_DUALPI2_DROP_OVERLOAD "tc_dualpi2_drop_overload":
    0 TC_DUALPI2_DROP_OVERLOAD_OVERFLOW, 1 TC_DUALPI2_DROP_OVERLOAD_DROP,
}

enumeration! { TC_DUALPI2_DROP_EARLY "tc_dualpi2_drop_early":
    0 TC_DUALPI2_DROP_EARLY_DROP_DEQUEUE, 1 TC_DUALPI2_DROP_EARLY_DROP_ENQUEUE,
}

enumeration! { TC_DUALPI2_ECN_MASK "tc_dualpi2_ecn_mask":
    1 TC_DUALPI2_ECN_MASK_L4S_ECT, 2 TC_DUALPI2_ECN_MASK_CLA_ECT, 3 TC_DUALPI2_ECN_MASK_ANY_ECT,
}

enumeration! { TC_DUALPI2_SPLIT_GSO "tc_dualpi2_split_gso":
    0 TC_DUALPI2_SPLIT_GSO_NO_SPLIT_GSO, 1 TC_DUALPI2_SPLIT_GSO_SPLIT_GSO,
}

set! { pub(super) TCA_DUALPI2 "TCA_DUALPI2":
    1 TCA_DUALPI2_LIMIT: U32.unit(Unit::Packets),
    2 TCA_DUALPI2_MEMORY_LIMIT: U32.unit(Unit::Bytes),
    3 TCA_DUALPI2_TARGET: U32.unit(Unit::Microseconds),
    4 TCA_DUALPI2_TUPDATE: U32.unit(Unit::Microseconds),
    5 TCA_DUALPI2_ALPHA: U32,
    6 TCA_DUALPI2_BETA: U32,
    7 TCA_DUALPI2_STEP_THRESH_PKTS: U32.unit(Unit::Packets),
    8 TCA_DUALPI2_STEP_THRESH_US: U32.unit(Unit::Microseconds),
    9 TCA_DUALPI2_MIN_QLEN_STEP: U32.unit(Unit::Packets),
    10 TCA_DUALPI2_COUPLING: U8,
    11 TCA_DUALPI2_DROP_OVERLOAD: U8.of(&TC_DUALPI2_DROP_OVERLOAD),
    12 TCA_DUALPI2_DROP_EARLY: U8.of(&TC_DUALPI2_DROP_EARLY),
    13 TCA_DUALPI2_C_PROTECTION: U8.unit(Unit::Percent),
    14 TCA_DUALPI2_ECN_MASK: U8.of(&TC_DUALPI2_ECN_MASK),
    15 TCA_DUALPI2_SPLIT_GSO: U8.of(&TC_DUALPI2_SPLIT_GSO),
    16 TCA_DUALPI2_PAD: PAD,
}

structure! { pub(super) TC_DUALPI2_XSTATS "tc_dualpi2_xstats":
    prob: U32,
    delay_c: U32.unit(Unit::Microseconds),
    delay_l: U32.unit(Unit::Microseconds),
    packets_in_c: U32.unit(Unit::Packets),
    packets_in_l: U32.unit(Unit::Packets),
    maxq: U32.unit(Unit::Packets),
    ecn_mark: U32.unit(Unit::Packets),
    step_marks: U32.unit(Unit::Packets),
    credit: S32,
    memory_used: U32.unit(Unit::Bytes),
    max_memory_used: U32.unit(Unit::Bytes),
    memory_limit: U32.unit(Unit::Bytes),
}

enumeration! { CAKE_FLOW "CAKE_FLOW":
    0 CAKE_FLOW_NONE, 1 CAKE_FLOW_SRC_IP, 2 CAKE_FLOW_DST_IP, 3 CAKE_FLOW_HOSTS,
    4 CAKE_FLOW_FLOWS, 5 CAKE_FLOW_DUAL_SRC, 6 CAKE_FLOW_DUAL_DST, 7 CAKE_FLOW_TRIPLE,
}

enumeration! { CAKE_DIFFSERV "CAKE_DIFFSERV":
    0 CAKE_DIFFSERV_DIFFSERV3, 1 CAKE_DIFFSERV_DIFFSERV4, 2 CAKE_DIFFSERV_DIFFSERV8,
    3 CAKE_DIFFSERV_BESTEFFORT, 4 CAKE_DIFFSERV_PRECEDENCE,
}

enumeration! { CAKE_ACK "CAKE_ACK":
    0 CAKE_ACK_NONE, 1 CAKE_ACK_FILTER, 2 CAKE_ACK_AGGRESSIVE,
}

enumeration! { CAKE_ATM "CAKE_ATM":
    0 CAKE_ATM_NONE, 1 CAKE_ATM_ATM, 2 CAKE_ATM_PTM,
}

set! { pub(super) TCA_CAKE "TCA_CAKE":
    1 TCA_CAKE_PAD: PAD,
    2 TCA_CAKE_BASE_RATE64: U64.unit(Unit::BytesPerSecond),
    3 TCA_CAKE_DIFFSERV_MODE: U32.of(&CAKE_DIFFSERV),
    4 TCA_CAKE_ATM: U32.of(&CAKE_ATM),
    5 TCA_CAKE_FLOW_MODE: U32.of(&CAKE_FLOW),
    6 TCA_CAKE_OVERHEAD: S32.unit(Unit::Bytes),
    7 TCA_CAKE_RTT: U32.unit(Unit::Microseconds),
    8 TCA_CAKE_TARGET: U32.unit(Unit::Microseconds),
    9 TCA_CAKE_AUTORATE: U32,
    10 TCA_CAKE_MEMORY: U32.unit(Unit::Bytes),
    11 TCA_CAKE_NAT: U32,
    12 TCA_CAKE_RAW: U32,
    13 TCA_CAKE_WASH: U32,
    14 TCA_CAKE_MPU: U32.unit(Unit::Bytes),
    15 TCA_CAKE_INGRESS: U32,
    16 TCA_CAKE_ACK_FILTER: U32.of(&CAKE_ACK),
    17 TCA_CAKE_SPLIT_GSO: U32,
    18 TCA_CAKE_FWMARK: U32.hex(),
}

set! { TCA_CAKE_TIN_STATS "TCA_CAKE_TIN_STATS":
    1 TCA_CAKE_TIN_STATS_PAD: PAD,
    2 TCA_CAKE_TIN_STATS_SENT_PACKETS: U32.unit(Unit::Packets),
    3 TCA_CAKE_TIN_STATS_SENT_BYTES64: U64.unit(Unit::Bytes),
    4 TCA_CAKE_TIN_STATS_DROPPED_PACKETS: U32.unit(Unit::Packets),
    5 TCA_CAKE_TIN_STATS_DROPPED_BYTES64: U64.unit(Unit::Bytes),
    6 TCA_CAKE_TIN_STATS_ACKS_DROPPED_PACKETS: U32.unit(Unit::Packets),
    7 TCA_CAKE_TIN_STATS_ACKS_DROPPED_BYTES64: U64.unit(Unit::Bytes),
    8 TCA_CAKE_TIN_STATS_ECN_MARKED_PACKETS: U32.unit(Unit::Packets),
    9 TCA_CAKE_TIN_STATS_ECN_MARKED_BYTES64: U64.unit(Unit::Bytes),
    10 TCA_CAKE_TIN_STATS_BACKLOG_PACKETS: U32.unit(Unit::Packets),
    11 TCA_CAKE_TIN_STATS_BACKLOG_BYTES: U32.unit(Unit::Bytes),
    12 TCA_CAKE_TIN_STATS_THRESHOLD_RATE64: U64.unit(Unit::BytesPerSecond),
    13 TCA_CAKE_TIN_STATS_TARGET_US: U32.unit(Unit::Microseconds),
    14 TCA_CAKE_TIN_STATS_INTERVAL_US: U32.unit(Unit::Microseconds),
    15 TCA_CAKE_TIN_STATS_WAY_INDIRECT_HITS: U32,
    16 TCA_CAKE_TIN_STATS_WAY_MISSES: U32,
    17 TCA_CAKE_TIN_STATS_WAY_COLLISIONS: U32,
    18 TCA_CAKE_TIN_STATS_PEAK_DELAY_US: U32.unit(Unit::Microseconds),
    19 TCA_CAKE_TIN_STATS_AVG_DELAY_US: U32.unit(Unit::Microseconds),
    20 TCA_CAKE_TIN_STATS_BASE_DELAY_US: U32.unit(Unit::Microseconds),
    21 TCA_CAKE_TIN_STATS_SPARSE_FLOWS: U32,
    22 TCA_CAKE_TIN_STATS_BULK_FLOWS: U32,
    23 TCA_CAKE_TIN_STATS_UNRESPONSIVE_FLOWS: U32,
    24 TCA_CAKE_TIN_STATS_MAX_SKBLEN: U32.unit(Unit::Bytes),
    25 TCA_CAKE_TIN_STATS_FLOW_QUANTUM: U32.unit(Unit::Bytes),
}

set! { pub(super) TCA_CAKE_STATS "TCA_CAKE_STATS":
    1 TCA_CAKE_STATS_PAD: PAD,
    2 TCA_CAKE_STATS_CAPACITY_ESTIMATE64: U64.unit(Unit::BytesPerSecond),
    3 TCA_CAKE_STATS_MEMORY_LIMIT: U32.unit(Unit::Bytes),
    4 TCA_CAKE_STATS_MEMORY_USED: U32.unit(Unit::Bytes),
    5 TCA_CAKE_STATS_AVG_NETOFF: U32.unit(Unit::Bytes),
    6 TCA_CAKE_STATS_MIN_NETLEN: U32.unit(Unit::Bytes),
    7 TCA_CAKE_STATS_MAX_NETLEN: U32.unit(Unit::Bytes),
    8 TCA_CAKE_STATS_MIN_ADJLEN: U32.unit(Unit::Bytes),
    9 TCA_CAKE_STATS_MAX_ADJLEN: U32.unit(Unit::Bytes),
    10 TCA_CAKE_STATS_TIN_STATS: array!(nest(&TCA_CAKE_TIN_STATS)),
    11 TCA_CAKE_STATS_DEFICIT: S32.unit(Unit::Bytes),
    12 TCA_CAKE_STATS_COBALT_COUNT: U32,
    13 TCA_CAKE_STATS_DROPPING: U32,
    14 TCA_CAKE_STATS_DROP_NEXT_US: S32.unit(Unit::Microseconds),
    15 TCA_CAKE_STATS_P_DROP: U32,
    16 TCA_CAKE_STATS_BLUE_TIMER_US: S32.unit(Unit::Microseconds),
    17 TCA_CAKE_STATS_ACTIVE_QUEUES: U32,
}
