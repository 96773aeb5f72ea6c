//! Traffic control: qdiscs, classes, filters, chains and actions.
//!
//! Source: `uapi/linux/rtnetlink.h`, `net/sched/{sch_api,cls_api,act_api}.c`.

mod action;
mod aqm;
mod common;
pub(crate) mod ematch;
mod filter;
mod flower;
mod legacy;
mod qdisc;
mod tsn;

use super::common::AF;
use crate::table::macros::*;
use crate::table::{Fact, Family, Layer, Unit};
use action::TCA_ROOT;
use common::{TC_STATS, TCA_STATS};
use std::borrow::Cow;

select! { /// A filter's handle is of its classifier's own make.
    HANDLE_OF number fact(Fact::Command) => {
    44 => U32.hex(),
    45 => U32.hex(),
    46 => U32.hex(),
} else HANDLE }

select! { /// Where tcm_ifindex is -1 (TCM_IFINDEX_MAGIC_BLOCK) it is tcm_block_index.
    PARENT number field("tcm_ifindex") => {
    0xffffffff => U32,
} else HANDLE }

select! { /// A qdisc's references; the qdisc below a class; a filter's priority above its
    /// protocol, which is in network order.
    INFO number fact(Fact::Command) => {
    40 => HANDLE,
    41 => HANDLE,
    42 => HANDLE,
    44 => U32.hex(),
    45 => U32.hex(),
    46 => U32.hex(),
} else U32 }

structure! { TCMSG "tcmsg":
    tcm_family: U8.of(&AF),
    tcm__pad1: U8.reserved(),
    tcm__pad2: U16.reserved(),
    tcm_ifindex: S_IFINDEX,
    tcm_handle: select(&HANDLE_OF),
    tcm_parent: select(&PARENT),
    tcm_info: select(&INFO),
}

structure! { TCAMSG "tcamsg":
    tca_family: U8.of(&AF),
    tca__pad1: U8.reserved(),
    tca__pad2: U16.reserved(),
}

flags! { TCA_DUMP_FLAGS "TCA_DUMP_FLAGS":
    1 TCA_DUMP_FLAGS_TERSE,
}

structure! { TC_ESTIMATOR "tc_estimator":
    interval: S8,
    ewma_log: U8,
}

structure! { TC_SIZESPEC "tc_sizespec":
    cell_log: U8,
    size_log: U8,
    cell_align: S16,
    overhead: S32.unit(Unit::Bytes),
    linklayer: U32.of(&common::TC_LINK_LAYER),
    mpu: U32.unit(Unit::Bytes),
    mtu: U32.unit(Unit::Bytes),
    tsize: U32,
}

set! { TCA_STAB "TCA_STAB":
    1 TCA_STAB_BASE: structure(&TC_SIZESPEC),
    2 TCA_STAB_DATA: list!(U16),
}

set! { TCA "TCA":
    1 TCA_KIND: STRING,
    2 TCA_OPTIONS: select(&OPTIONS),
    3 TCA_STATS: TC_STATS,
    4 TCA_XSTATS: select(&XSTATS),
    5 TCA_RATE: structure(&TC_ESTIMATOR),
    6 TCA_FCNT: U32,
    7 TCA_STATS2: nest(&TCA_STATS),
    8 TCA_STAB: nest(&TCA_STAB),
    9 TCA_PAD: PAD,
    10 TCA_DUMP_INVISIBLE: FLAG,
    11 TCA_CHAIN: U32,
    12 TCA_HW_OFFLOAD: U8,
    13 TCA_INGRESS_BLOCK: U32,
    14 TCA_EGRESS_BLOCK: U32,
    15 TCA_DUMP_FLAGS: bitfield32(&TCA_DUMP_FLAGS),
    16 TCA_EXT_WARN_MSG: STRING,
}

select! { OPTIONS number fact(Fact::Command) => {
    40 => select(&CLASS_OPTIONS),
    41 => select(&CLASS_OPTIONS),
    42 => select(&CLASS_OPTIONS),
    44 => select(&FILTER_OPTIONS),
    45 => select(&FILTER_OPTIONS),
    46 => select(&FILTER_OPTIONS),
    100 => select(&FILTER_OPTIONS),
    101 => select(&FILTER_OPTIONS),
    102 => select(&FILTER_OPTIONS),
} else select(&QDISC_OPTIONS) }

select! { QDISC_OPTIONS text attribute("TCA_KIND") => {
    "atm" => nest(&legacy::TCA_ATM),
    "bfifo" => structure(&qdisc::TC_FIFO_QOPT),
    "cake" => nest(&aqm::TCA_CAKE),
    "cake_mq" => nest(&aqm::TCA_CAKE),
    "cbq" => nest(&legacy::TCA_CBQ),
    "cbs" => nest(&tsn::TCA_CBS),
    "choke" => nest(&aqm::TCA_CHOKE),
    "clsact" => nest(&qdisc::TCA_INGRESS),
    "codel" => nest(&aqm::TCA_CODEL),
    "drr" => nest(&qdisc::TCA_DRR),
    "dsmark" => nest(&legacy::TCA_DSMARK),
    "dualpi2" => nest(&aqm::TCA_DUALPI2),
    "etf" => nest(&tsn::TCA_ETF),
    "ets" => nest(&qdisc::TCA_ETS),
    "fq" => nest(&aqm::TCA_FQ),
    "fq_codel" => nest(&aqm::TCA_FQ_CODEL),
    "fq_pie" => nest(&aqm::TCA_FQ_PIE),
    "gred" => nest(&aqm::TCA_GRED),
    "hfsc" => structure(&qdisc::TC_HFSC_QOPT),
    "hhf" => nest(&aqm::TCA_HHF),
    "htb" => nest(&qdisc::TCA_HTB),
    "ingress" => nest(&qdisc::TCA_INGRESS),
    "mqprio" => structure_then(&tsn::TC_MQPRIO_QOPT, &tsn::TCA_MQPRIO),
    "multiq" => structure(&qdisc::TC_MULTIQ_QOPT),
    "netem" => structure_then(&qdisc::TC_NETEM_QOPT, &qdisc::TCA_NETEM),
    "pfifo" => structure(&qdisc::TC_FIFO_QOPT),
    "pfifo_fast" => structure(&qdisc::TC_PRIO_QOPT),
    "pfifo_head_drop" => structure(&qdisc::TC_FIFO_QOPT),
    "pie" => nest(&aqm::TCA_PIE),
    "plug" => structure(&qdisc::TC_PLUG_QOPT),
    "prio" => structure(&qdisc::TC_PRIO_QOPT),
    "qfq" => nest(&qdisc::TCA_QFQ),
    "red" => nest(&aqm::TCA_RED),
    "sfb" => nest(&aqm::TCA_SFB),
    "sfq" => select(&qdisc::SFQ_OPTIONS),
    "skbprio" => structure(&qdisc::TC_SKBPRIO_QOPT),
    "taprio" => nest(&tsn::TCA_TAPRIO_ATTR),
    "tbf" => nest(&qdisc::TCA_TBF),
} else BYTES }

select! { CLASS_OPTIONS text attribute("TCA_KIND") => {
    "atm" => nest(&legacy::TCA_ATM),
    "cbq" => nest(&legacy::TCA_CBQ),
    "drr" => nest(&qdisc::TCA_DRR),
    "dsmark" => nest(&legacy::TCA_DSMARK),
    "ets" => nest(&qdisc::TCA_ETS),
    "hfsc" => nest(&qdisc::TCA_HFSC),
    "htb" => nest(&qdisc::TCA_HTB),
    "qfq" => nest(&qdisc::TCA_QFQ),
} else BYTES }

select! { FILTER_OPTIONS text attribute("TCA_KIND") => {
    "basic" => nest(&filter::TCA_BASIC),
    "bpf" => nest(&filter::TCA_BPF),
    "cgroup" => nest(&filter::TCA_CGROUP),
    "flow" => nest(&filter::TCA_FLOW),
    "flower" => nest(&flower::TCA_FLOWER),
    "fw" => nest(&filter::TCA_FW),
    "matchall" => nest(&filter::TCA_MATCHALL),
    "route" => nest(&filter::TCA_ROUTE4),
    "rsvp" => nest(&legacy::TCA_RSVP),
    "rsvp6" => nest(&legacy::TCA_RSVP),
    "tcindex" => nest(&legacy::TCA_TCINDEX),
    "u32" => nest(&filter::TCA_U32),
} else BYTES }

select! { /// Statistics of a kind's own. Only cbq, cake and fq_codel have some of qdiscs and of
    /// classes; the others have them of one or the other.
    XSTATS text attribute("TCA_KIND") => {
    "cake" => nest(&aqm::TCA_CAKE_STATS),
    "cbq" => structure(&legacy::TC_CBQ_XSTATS),
    "choke" => structure(&aqm::TC_CHOKE_XSTATS),
    "codel" => structure(&aqm::TC_CODEL_XSTATS),
    "drr" => structure(&qdisc::TC_DRR_STATS),
    "dualpi2" => structure(&aqm::TC_DUALPI2_XSTATS),
    "fq" => structure(&aqm::TC_FQ_QD_STATS),
    "fq_codel" => select(&aqm::FQ_CODEL_XSTATS),
    "fq_pie" => structure(&aqm::TC_FQ_PIE_XSTATS),
    "hfsc" => structure(&qdisc::TC_HFSC_STATS),
    "hhf" => structure(&aqm::TC_HHF_XSTATS),
    "htb" => structure(&qdisc::TC_HTB_XSTATS),
    "netem" => structure(&qdisc::TC_NETEM_XSTATS),
    "pie" => structure(&aqm::TC_PIE_XSTATS),
    "qfq" => structure(&qdisc::TC_QFQ_STATS),
    "red" => structure(&aqm::TC_RED_XSTATS),
    "sfb" => structure(&aqm::TC_SFB_XSTATS),
    "sfq" => structure(&qdisc::TC_SFQ_XSTATS),
    "taprio" => nest(&tsn::TCA_TAPRIO_OFFLOAD_STATS),
} else BYTES }

messages! { MESSAGES:
    36 RTM_NEWQDISC New, [TCMSG] {TCA};
    37 RTM_DELQDISC Del, [TCMSG] {TCA};
    38 RTM_GETQDISC Get, [TCMSG] {TCA};
    40 RTM_NEWTCLASS New, [TCMSG] {TCA};
    41 RTM_DELTCLASS Del, [TCMSG] {TCA};
    42 RTM_GETTCLASS Get, [TCMSG] {TCA};
    44 RTM_NEWTFILTER New, [TCMSG] {TCA};
    45 RTM_DELTFILTER Del, [TCMSG] {TCA};
    46 RTM_GETTFILTER Get, [TCMSG] {TCA};
    48 RTM_NEWACTION New, [TCAMSG] {TCA_ROOT};
    49 RTM_DELACTION Del, [TCAMSG] {TCA_ROOT};
    50 RTM_GETACTION Get, [TCAMSG] {TCA_ROOT};
    100 RTM_NEWCHAIN New, [TCMSG] {TCA};
    101 RTM_DELCHAIN Del, [TCMSG] {TCA};
    102 RTM_GETCHAIN Get, [TCMSG] {TCA};
}

groups! { GROUPS: 4 RTNLGRP_TC }

/// The record of traffic control.
pub static FAMILY: Family = Family {
    name: crate::name!("tc"),
    protocol: Some(0),
    layer: Layer::Protocol,
    messages: Cow::Borrowed(MESSAGES),
    groups: Cow::Borrowed(GROUPS),
};
