//! What Linux had until 2023: the qdiscs cbq, dsmark and atm, the classifiers rsvp and tcindex,
//! and the action ipt.
//!
//! Source: `uapi/linux/pkt_sched.h`, `uapi/linux/pkt_cls.h`, `uapi/linux/tc_act/tc_ipt.h`,
//! `net/sched/{sch_cbq,sch_dsmark,sch_atm,cls_rsvp,cls_tcindex,act_ipt}.c` of Linux 6.1.

use super::super::common::{AF, IPPROTO};
use super::action::{TCA_ACT, TCA_POLICE};
use super::common::{RATE_TABLE, TC_RATESPEC, TCF_T};
use super::ematch::NF_INET_HOOKS;
use crate::table::Unit;
use crate::table::macros::*;

flags! { TCF_CBQ_LSS_CHANGE "TCF_CBQ_LSS(change)":
    0x01 TCF_CBQ_LSS_FLAGS, 0x02 TCF_CBQ_LSS_EWMA, 0x04 TCF_CBQ_LSS_MAXIDLE,
    0x08 TCF_CBQ_LSS_MINIDLE, 0x10 TCF_CBQ_LSS_OFFTIME, 0x20 TCF_CBQ_LSS_AVPKT,
}

flags! { TCF_CBQ_LSS "TCF_CBQ_LSS":
    1 TCF_CBQ_LSS_BOUNDED, 2 TCF_CBQ_LSS_ISOLATED,
}

structure! { TC_CBQ_LSSOPT "tc_cbq_lssopt":
    change: U8.of(&TCF_CBQ_LSS_CHANGE),
    flags: U8.of(&TCF_CBQ_LSS),
    ewma_log: U8,
    level: U8,
    maxidle: U32,
    minidle: U32,
    offtime: U32,
    avpkt: U32.unit(Unit::Bytes),
}

structure! { TC_CBQ_WRROPT "tc_cbq_wrropt":
    flags: U8.hex(),
    priority: U8,
    cpriority: U8,
    __reserved: U8.reserved(),
    allot: U32.unit(Unit::Bytes),
    weight: U32,
}

structure! { TC_CBQ_FOPT "tc_cbq_fopt":
    split: HANDLE,
    defmap: U32.hex(),
    defchange: U32.hex(),
}

enumeration! { TC_CBQ_OVL "TC_CBQ_OVL":
    0 TC_CBQ_OVL_CLASSIC, 1 TC_CBQ_OVL_DELAY, 2 TC_CBQ_OVL_LOWPRIO, 3 TC_CBQ_OVL_DROP,
    4 TC_CBQ_OVL_RCLASSIC,
}

structure! { TC_CBQ_OVERLIMIT "tc_cbq_ovl":
    strategy: U8.of(&TC_CBQ_OVL),
    priority2: U8,
    pad: U16.reserved(),
    penalty: U32,
}

structure! { TC_CBQ_POLICE "tc_cbq_police":
    police: U8,
    __res1: U8.reserved(),
    __res2: U16.reserved(),
}

set! { pub(super) TCA_CBQ "TCA_CBQ":
    1 TCA_CBQ_LSSOPT: structure(&TC_CBQ_LSSOPT),
    2 TCA_CBQ_WRROPT: structure(&TC_CBQ_WRROPT),
    3 TCA_CBQ_FOPT: structure(&TC_CBQ_FOPT),
    4 TCA_CBQ_OVL_STRATEGY: structure(&TC_CBQ_OVERLIMIT),
    5 TCA_CBQ_RATE: structure(&TC_RATESPEC),
    6 TCA_CBQ_RTAB: RATE_TABLE,
    7 TCA_CBQ_POLICE: structure(&TC_CBQ_POLICE),
}

structure! { pub(super) TC_CBQ_XSTATS "tc_cbq_xstats":
    borrows: U32,
    overactions: U32,
    avgidle: S32.unit(Unit::PschedTicks),
    undertime: S32.unit(Unit::PschedTicks),
}

set! { pub(super) TCA_DSMARK "TCA_DSMARK":
    1 TCA_DSMARK_INDICES: U16,
    2 TCA_DSMARK_DEFAULT_INDEX: U16,
    3 TCA_DSMARK_SET_TC_INDEX: FLAG,
    4 TCA_DSMARK_MASK: U8.hex(),
    5 TCA_DSMARK_VALUE: U8.hex(),
}

structure! { SOCKADDR_ATMPVC_ADDR "sockaddr_atmpvc.sap_addr":
    itf: S16,
    vpi: S16,
    vci: S32,
}

structure! { SOCKADDR_ATMPVC "sockaddr_atmpvc":
    sap_family: U16.of(&AF),
    sap_addr: structure(&SOCKADDR_ATMPVC_ADDR),
}

enumeration! { ATM_VS "ATM_VS":
    0 ATM_VS_IDLE, 1 ATM_VS_CONNECTED, 2 ATM_VS_CLOSING, 3 ATM_VS_LISTEN, 4 ATM_VS_INUSE,
    5 ATM_VS_BOUND,
}

set! { pub(super) TCA_ATM "TCA_ATM":
    1 TCA_ATM_FD: U32,
    2 TCA_ATM_PTR: UNUSED,
    3 TCA_ATM_HDR: BYTES,
    4 TCA_ATM_EXCESS: HANDLE,
    5 TCA_ATM_ADDR: structure(&SOCKADDR_ATMPVC),
    6 TCA_ATM_STATE: U32.of(&ATM_VS),
}

structure! { TC_RSVP_GPI "tc_rsvp_gpi":
    key: BE32.hex(),
    mask: BE32.hex(),
    offset: S32.unit(Unit::Bytes),
}

structure! { TC_RSVP_PINFO "tc_rsvp_pinfo":
    dpi: structure(&TC_RSVP_GPI),
    spi: structure(&TC_RSVP_GPI),
    protocol: U8.of(&IPPROTO),
    tunnelid: U8,
    tunnelhdr: U8,
    pad: U8.reserved(),
}

set! { pub(super) TCA_RSVP "TCA_RSVP":
    1 TCA_RSVP_CLASSID: HANDLE,
    2 TCA_RSVP_DST: IP,
    3 TCA_RSVP_SRC: IP,
    4 TCA_RSVP_PINFO: structure(&TC_RSVP_PINFO),
    5 TCA_RSVP_POLICE: nest(&TCA_POLICE),
    6 TCA_RSVP_ACT: array!(nest(&TCA_ACT)),
}

set! { pub(super) TCA_TCINDEX "TCA_TCINDEX":
    1 TCA_TCINDEX_HASH: U32,
    2 TCA_TCINDEX_MASK: U16.hex(),
    3 TCA_TCINDEX_SHIFT: U32,
    4 TCA_TCINDEX_FALL_THROUGH: U32,
    5 TCA_TCINDEX_CLASSID: HANDLE,
    6 TCA_TCINDEX_POLICE: nest(&TCA_POLICE),
    7 TCA_TCINDEX_ACT: array!(nest(&TCA_ACT)),
}

structure! { TC_CNT "tc_cnt":
    refcnt: S32,
    bindcnt: S32,
}

structure! { XT_ENTRY_TARGET "xt_entry_target":
    target_size: U16.unit(Unit::Bytes),
    name: STRING.times(29),
    revision: U8;
    data: BYTES
}

set! { pub(super) TCA_IPT "TCA_IPT":
    1 TCA_IPT_TABLE: STRING,
    2 TCA_IPT_HOOK: U32.of(&NF_INET_HOOKS),
    3 TCA_IPT_INDEX: U32,
    4 TCA_IPT_CNT: structure(&TC_CNT),
    5 TCA_IPT_TM: structure(&TCF_T),
    6 TCA_IPT_TARG: structure(&XT_ENTRY_TARGET),
    7 TCA_IPT_PAD: PAD,
}
