//! Queueing disciplines that share, shape and emulate.
//!
//! Source: `uapi/linux/pkt_sched.h`, `net/sched/sch_{fifo,generic,prio,multiq,plug,tbf,sfq,htb,`
//! `hfsc,netem,drr,qfq,ets,skbprio,ingress}.c`.

use super::common::{RATE_TABLE, TC_RATESPEC, TC_RED};
use crate::table::macros::*;
use crate::table::{Fact, Unit};

set! { /// The empty options that ingress and clsact are shown with.
pub(super) TCA_INGRESS "TCA_INGRESS": }

select! { FIFO_LIMIT text attribute("TCA_KIND") => {
    "bfifo" => U32.unit(Unit::Bytes),
} else U32.unit(Unit::Packets) }

structure! { pub(super) TC_FIFO_QOPT "tc_fifo_qopt":
    limit: select(&FIFO_LIMIT),
}

structure! { pub(super) TC_SKBPRIO_QOPT "tc_skbprio_qopt":
    limit: U32.unit(Unit::Packets),
}

set! { /// What tc puts behind `struct tc_prio_qopt`: options once, an empty nest that the kernel
    /// does not read since.
    TCA_PRIO "TCA_PRIO":
    2 TCA_OPTIONS: nest(&TCA_PRIO),
}

structure! { pub(super) TC_PRIO_QOPT "tc_prio_qopt":
    bands: S32,
    priomap: U8.times(16);
    attributes: nest(&TCA_PRIO)
}

structure! { pub(super) TC_MULTIQ_QOPT "tc_multiq_qopt":
    bands: U16,
    max_bands: U16,
}

enumeration! { TCQ_PLUG "TCQ_PLUG":
    0 TCQ_PLUG_BUFFER, 1 TCQ_PLUG_RELEASE_ONE, 2 TCQ_PLUG_RELEASE_INDEFINITE, 3 TCQ_PLUG_LIMIT,
}

structure! { pub(super) TC_PLUG_QOPT "tc_plug_qopt":
    action: S32.of(&TCQ_PLUG),
    limit: U32.unit(Unit::Bytes),
}

structure! { TC_TBF_QOPT "tc_tbf_qopt":
    rate: structure(&TC_RATESPEC),
    peakrate: structure(&TC_RATESPEC),
    limit: U32.unit(Unit::Bytes),
    buffer: U32.unit(Unit::PschedTicks),
    mtu: U32.unit(Unit::PschedTicks),
}

set! { pub(super) TCA_TBF "TCA_TBF":
    1 TCA_TBF_PARMS: structure(&TC_TBF_QOPT),
    2 TCA_TBF_RTAB: RATE_TABLE,
    3 TCA_TBF_PTAB: RATE_TABLE,
    4 TCA_TBF_RATE64: U64.unit(Unit::BytesPerSecond),
    5 TCA_TBF_PRATE64: U64.unit(Unit::BytesPerSecond),
    6 TCA_TBF_BURST: U32.unit(Unit::Bytes),
    7 TCA_TBF_PBURST: U32.unit(Unit::Bytes),
    8 TCA_TBF_PAD: PAD,
}

structure! { TC_SFQ_QOPT "tc_sfq_qopt":
    quantum: U32.unit(Unit::Bytes),
    perturb_period: S32.unit(Unit::Seconds),
    limit: U32.unit(Unit::Packets),
    divisor: U32,
    flows: U32,
}

structure! { TC_SFQRED_STATS "tc_sfqred_stats":
    prob_drop: U32.unit(Unit::Packets),
    forced_drop: U32.unit(Unit::Packets),
    prob_mark: U32.unit(Unit::Packets),
    forced_mark: U32.unit(Unit::Packets),
    prob_mark_head: U32.unit(Unit::Packets),
    forced_mark_head: U32.unit(Unit::Packets),
}

structure! { TC_SFQ_QOPT_V1 "tc_sfq_qopt_v1":
    v0: structure(&TC_SFQ_QOPT),
    depth: U32.unit(Unit::Packets),
    headdrop: U32,
    limit: U32.unit(Unit::Bytes),
    qth_min: U32.unit(Unit::Bytes),
    qth_max: U32.unit(Unit::Bytes),
    Wlog: U8,
    Plog: U8,
    Scell_log: U8,
    flags: U8.of(&TC_RED),
    max_P: U32,
    stats: structure(&TC_SFQRED_STATS),
}

select! { /// Options of sfq: the short struct is that of Linux before 3.3.
    pub(super) SFQ_OPTIONS number fact(Fact::Length) => {
    20 => structure(&TC_SFQ_QOPT),
} else structure(&TC_SFQ_QOPT_V1) }

structure! { pub(super) TC_SFQ_XSTATS "tc_sfq_xstats":
    allot: S32.unit(Unit::Bytes),
}

structure! { TC_HTB_OPT "tc_htb_opt":
    rate: structure(&TC_RATESPEC),
    ceil: structure(&TC_RATESPEC),
    buffer: U32.unit(Unit::PschedTicks),
    cbuffer: U32.unit(Unit::PschedTicks),
    quantum: U32.unit(Unit::Bytes),
    level: U32,
    prio: U32,
}

structure! { TC_HTB_GLOB "tc_htb_glob":
    version: U32,
    rate2quantum: U32,
    defcls: U32.hex(),
    debug: U32,
    direct_pkts: U32.unit(Unit::Packets),
}

set! { pub(super) TCA_HTB "TCA_HTB":
    1 TCA_HTB_PARMS: structure(&TC_HTB_OPT),
    2 TCA_HTB_INIT: structure(&TC_HTB_GLOB),
    3 TCA_HTB_CTAB: RATE_TABLE,
    4 TCA_HTB_RTAB: RATE_TABLE,
    5 TCA_HTB_DIRECT_QLEN: U32.unit(Unit::Packets),
    6 TCA_HTB_RATE64: U64.unit(Unit::BytesPerSecond),
    7 TCA_HTB_CEIL64: U64.unit(Unit::BytesPerSecond),
    8 TCA_HTB_PAD: PAD,
    9 TCA_HTB_OFFLOAD: FLAG,
}

structure! { pub(super) TC_HTB_XSTATS "tc_htb_xstats":
    lends: U32,
    borrows: U32,
    giants: U32,
    tokens: S32.unit(Unit::PschedTicks),
    ctokens: S32.unit(Unit::PschedTicks),
}

structure! { pub(super) TC_HFSC_QOPT "tc_hfsc_qopt":
    defcls: U16.hex(),
}

structure! { TC_SERVICE_CURVE "tc_service_curve":
    m1: U32.unit(Unit::BytesPerSecond),
    d: U32.unit(Unit::Microseconds),
    m2: U32.unit(Unit::BytesPerSecond),
}

set! { pub(super) TCA_HFSC "TCA_HFSC":
    1 TCA_HFSC_RSC: structure(&TC_SERVICE_CURVE),
    2 TCA_HFSC_FSC: structure(&TC_SERVICE_CURVE),
    3 TCA_HFSC_USC: structure(&TC_SERVICE_CURVE),
}

structure! { pub(super) TC_HFSC_STATS "tc_hfsc_stats":
    work: U64.unit(Unit::Bytes),
    rtwork: U64.unit(Unit::Bytes),
    period: U32,
    level: U32,
}

// probabilities are fractions of 2^32 - 1

structure! { pub(super) TC_NETEM_QOPT "tc_netem_qopt":
    latency: U32.unit(Unit::PschedTicks),
    limit: U32.unit(Unit::Packets),
    loss: U32,
    gap: U32.unit(Unit::Packets),
    duplicate: U32,
    jitter: U32.unit(Unit::PschedTicks),
}

structure! { TC_NETEM_CORR "tc_netem_corr":
    delay_corr: U32,
    loss_corr: U32,
    dup_corr: U32,
}

structure! { TC_NETEM_REORDER "tc_netem_reorder":
    probability: U32,
    correlation: U32,
}

structure! { TC_NETEM_CORRUPT "tc_netem_corrupt":
    probability: U32,
    correlation: U32,
}

structure! { TC_NETEM_RATE "tc_netem_rate":
    rate: U32.unit(Unit::BytesPerSecond),
    packet_overhead: S32.unit(Unit::Bytes),
    cell_size: U32.unit(Unit::Bytes),
    cell_overhead: S32.unit(Unit::Bytes),
}

structure! { TC_NETEM_SLOT "tc_netem_slot":
    min_delay: S64.unit(Unit::Nanoseconds),
    max_delay: S64.unit(Unit::Nanoseconds),
    max_packets: S32.unit(Unit::Packets),
    max_bytes: S32.unit(Unit::Bytes),
    dist_delay: S64.unit(Unit::Nanoseconds),
    dist_jitter: S64.unit(Unit::Nanoseconds),
}

structure! { TC_NETEM_GIMODEL "tc_netem_gimodel":
    p13: U32,
    p31: U32,
    p32: U32,
    p14: U32,
    p23: U32,
}

structure! { TC_NETEM_GEMODEL "tc_netem_gemodel":
    p: U32,
    r: U32,
    h: U32,
    k1: U32,
}

set! { NETEM_LOSS "NETEM_LOSS":
    1 NETEM_LOSS_GI: structure(&TC_NETEM_GIMODEL),
    2 NETEM_LOSS_GE: structure(&TC_NETEM_GEMODEL),
}

set! { pub(super) TCA_NETEM "TCA_NETEM":
    1 TCA_NETEM_CORR: structure(&TC_NETEM_CORR),
    2 TCA_NETEM_DELAY_DIST: list!(S16),
    3 TCA_NETEM_REORDER: structure(&TC_NETEM_REORDER),
    4 TCA_NETEM_CORRUPT: structure(&TC_NETEM_CORRUPT),
    5 TCA_NETEM_LOSS: nest(&NETEM_LOSS),
    6 TCA_NETEM_RATE: structure(&TC_NETEM_RATE),
    7 TCA_NETEM_ECN: U32,
    8 TCA_NETEM_RATE64: U64.unit(Unit::BytesPerSecond),
    9 TCA_NETEM_PAD: PAD,
    10 TCA_NETEM_LATENCY64: S64.unit(Unit::Nanoseconds),
    11 TCA_NETEM_JITTER64: S64.unit(Unit::Nanoseconds),
    12 TCA_NETEM_SLOT: structure(&TC_NETEM_SLOT),
    13 TCA_NETEM_SLOT_DIST: list!(S16),
    14 TCA_NETEM_PRNG_SEED: U64,
}

structure! { pub(super) TC_NETEM_XSTATS "tc_netem_xstats":
    delayed: U64.unit(Unit::Packets),
    dropped: U64.unit(Unit::Packets),
    corrupted: U64.unit(Unit::Packets),
    duplicated: U64.unit(Unit::Packets),
    reordered: U64.unit(Unit::Packets),
    ecn_marked: U64.unit(Unit::Packets),
    allocation_errors: U64,
}

set! { pub(super) TCA_DRR "TCA_DRR":
    1 TCA_DRR_QUANTUM: U32.unit(Unit::Bytes),
}

structure! { pub(super) TC_DRR_STATS "tc_drr_stats":
    deficit: U32.unit(Unit::Bytes),
}

set! { pub(super) TCA_QFQ "TCA_QFQ":
    1 TCA_QFQ_WEIGHT: U32,
    2 TCA_QFQ_LMAX: U32.unit(Unit::Bytes),
}

structure! { pub(super) TC_QFQ_STATS "tc_qfq_stats":
    weight: U32,
    lmax: U32.unit(Unit::Bytes),
}

set! { TCA_ETS_QUANTA "TCA_ETS_QUANTA":
    4 TCA_ETS_QUANTA_BAND: U32.unit(Unit::Bytes).multi(),
}

set! { TCA_ETS_PRIOMAP "TCA_ETS_PRIOMAP":
    6 TCA_ETS_PRIOMAP_BAND: U8.multi(),
}

set! { pub(super) TCA_ETS "TCA_ETS":
    1 TCA_ETS_NBANDS: U8,
    2 TCA_ETS_NSTRICT: U8,
    3 TCA_ETS_QUANTA: nest(&TCA_ETS_QUANTA),
    4 TCA_ETS_QUANTA_BAND: U32.unit(Unit::Bytes),
    5 TCA_ETS_PRIOMAP: nest(&TCA_ETS_PRIOMAP),
    6 TCA_ETS_PRIOMAP_BAND: U8,
}
