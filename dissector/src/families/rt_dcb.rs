//! Data center bridging: priority groups, priority flow control, congestion notification and
//! the priorities of applications.
//!
//! Source: `uapi/linux/dcbnl.h`, `net/dcb/dcbnl.c`.

use super::common::AF;
use crate::table::macros::*;
use crate::table::{Fact, Family, Layer, Unit};
use std::borrow::Cow;

enumeration! { DCB_CMD "dcbnl_commands":
    0 DCB_CMD_UNDEFINED,
    1 DCB_CMD_GSTATE,
    2 DCB_CMD_SSTATE,
    3 DCB_CMD_PGTX_GCFG,
    4 DCB_CMD_PGTX_SCFG,
    5 DCB_CMD_PGRX_GCFG,
    6 DCB_CMD_PGRX_SCFG,
    7 DCB_CMD_PFC_GCFG,
    8 DCB_CMD_PFC_SCFG,
    9 DCB_CMD_SET_ALL,
    10 DCB_CMD_GPERM_HWADDR,
    11 DCB_CMD_GCAP,
    12 DCB_CMD_GNUMTCS,
    13 DCB_CMD_SNUMTCS,
    14 DCB_CMD_PFC_GSTATE,
    15 DCB_CMD_PFC_SSTATE,
    16 DCB_CMD_BCN_GCFG,
    17 DCB_CMD_BCN_SCFG,
    18 DCB_CMD_GAPP,
    19 DCB_CMD_SAPP,
    20 DCB_CMD_IEEE_SET,
    21 DCB_CMD_IEEE_GET,
    22 DCB_CMD_GDCBX,
    23 DCB_CMD_SDCBX,
    24 DCB_CMD_GFEATCFG,
    25 DCB_CMD_SFEATCFG,
    26 DCB_CMD_CEE_GET,
    27 DCB_CMD_IEEE_DEL,
}

enumeration! { IEEE_8021QAZ_TSA "IEEE_8021QAZ_TSA":
    0 IEEE_8021QAZ_TSA_STRICT, 1 IEEE_8021QAZ_TSA_CB_SHAPER, 2 IEEE_8021QAZ_TSA_ETS,
    255 IEEE_8021QAZ_TSA_VENDOR,
}

enumeration! { CNDD_STATES "dcbnl_cndd_states":
    0 DCB_CNDD_RESET, 1 DCB_CNDD_EDGE, 2 DCB_CNDD_INTERIOR, 3 DCB_CNDD_INTERIOR_READY,
}

enumeration! { IEEE_8021QAZ_APP_SEL "IEEE_8021QAZ_APP_SEL":
    1 IEEE_8021QAZ_APP_SEL_ETHERTYPE,
    2 IEEE_8021QAZ_APP_SEL_STREAM,
    3 IEEE_8021QAZ_APP_SEL_DGRAM,
    4 IEEE_8021QAZ_APP_SEL_ANY,
    5 IEEE_8021QAZ_APP_SEL_DSCP,
    255 DCB_APP_SEL_PCP,
}

enumeration! { DCB_APP_IDTYPE "DCB_APP_IDTYPE":
    0 DCB_APP_IDTYPE_ETHTYPE, 1 DCB_APP_IDTYPE_PORTNUM,
}

flags! { DCB_CAP_DCBX "DCB_CAP_DCBX":
    0x01 DCB_CAP_DCBX_HOST, 0x02 DCB_CAP_DCBX_LLD_MANAGED, 0x04 DCB_CAP_DCBX_VER_CEE,
    0x08 DCB_CAP_DCBX_VER_IEEE, 0x10 DCB_CAP_DCBX_STATIC,
}

flags! { DCB_FEATCFG_FLAGS "DCB_FEATCFG":
    0x01 DCB_FEATCFG_ERROR, 0x02 DCB_FEATCFG_ENABLE, 0x04 DCB_FEATCFG_WILLING,
    0x08 DCB_FEATCFG_ADVERTISE,
}

structure! { DCBMSG "dcbmsg":
    dcb_family: U8.of(&AF),
    cmd: U8.of(&DCB_CMD),
    dcb_pad: U16.reserved(),
}

structure! { IEEE_ETS "ieee_ets":
    willing: U8,
    ets_cap: U8,
    cbs: U8,
    tc_tx_bw: U8.unit(Unit::Percent).times(8),
    tc_rx_bw: U8.unit(Unit::Percent).times(8),
    tc_tsa: U8.of(&IEEE_8021QAZ_TSA).times(8),
    prio_tc: U8.times(8),
    tc_reco_bw: U8.unit(Unit::Percent).times(8),
    tc_reco_tsa: U8.of(&IEEE_8021QAZ_TSA).times(8),
    reco_prio_tc: U8.times(8),
}

structure! { IEEE_MAXRATE "ieee_maxrate":
    tc_maxrate: U64.unit(Unit::KilobitsPerSecond).times(8),
}

structure! { IEEE_QCN "ieee_qcn":
    rpg_enable: U8.times(8),
    rppp_max_rps: U32.times(8),
    rpg_time_reset: U32.unit(Unit::Microseconds).times(8),
    rpg_byte_reset: U32.unit(Unit::Bytes).times(8),
    rpg_threshold: U32.times(8),
    rpg_max_rate: U32.unit(Unit::MegabitsPerSecond).times(8),
    rpg_ai_rate: U32.unit(Unit::MegabitsPerSecond).times(8),
    rpg_hai_rate: U32.unit(Unit::MegabitsPerSecond).times(8),
    rpg_gd: U32.times(8),
    rpg_min_dec_fac: U32.unit(Unit::Percent).times(8),
    rpg_min_rate: U32.unit(Unit::BitsPerSecond).times(8),
    cndd_state_machine: U32.of(&CNDD_STATES).times(8),
}

structure! { IEEE_QCN_STATS "ieee_qcn_stats":
    rppp_rp_centiseconds: U64.unit(Unit::Centiseconds).times(8),
    rppp_created_rps: U32.times(8),
}

structure! { IEEE_PFC "ieee_pfc":
    pfc_cap: U8,
    pfc_en: U8.hex(),
    mbc: U8,
    delay: U16,
    requests: U64.times(8),
    indications: U64.times(8),
}

structure! { DCBNL_BUFFER "dcbnl_buffer":
    prio2buffer: U8.times(8),
    buffer_size: U32.unit(Unit::Bytes).times(8),
    total_size: U32.unit(Unit::Bytes),
}

structure! { CEE_PG "cee_pg":
    willing: U8,
    error: U8,
    pg_en: U8,
    tcs_supported: U8,
    pg_bw: U8.unit(Unit::Percent).times(8),
    prio_pg: U8.times(8),
}

structure! { CEE_PFC "cee_pfc":
    willing: U8,
    error: U8,
    pfc_en: U8.hex(),
    tcs_supported: U8,
}

structure! { DCB_APP "dcb_app":
    selector: U8.of(&IEEE_8021QAZ_APP_SEL),
    priority: U8,
    protocol: U16,
}

structure! { CEE_APP "dcb_app(CEE)":
    selector: U8.of(&DCB_APP_IDTYPE),
    priority: U8.hex(),
    protocol: U16,
}

structure! { DCB_PEER_APP_INFO "dcb_peer_app_info":
    willing: U8,
    error: U8,
}

set! { DCB_PFC_UP_ATTR "DCB_PFC_UP_ATTR":
    0 DCB_PFC_UP_ATTR_UNDEFINED: UNUSED,
    1 DCB_PFC_UP_ATTR_0: U8,
    2 DCB_PFC_UP_ATTR_1: U8,
    3 DCB_PFC_UP_ATTR_2: U8,
    4 DCB_PFC_UP_ATTR_3: U8,
    5 DCB_PFC_UP_ATTR_4: U8,
    6 DCB_PFC_UP_ATTR_5: U8,
    7 DCB_PFC_UP_ATTR_6: U8,
    8 DCB_PFC_UP_ATTR_7: U8,
    9 DCB_PFC_UP_ATTR_ALL: FLAG,
}

set! { DCB_TC_ATTR_PARAM "DCB_TC_ATTR_PARAM":
    0 DCB_TC_ATTR_PARAM_UNDEFINED: UNUSED,
    1 DCB_TC_ATTR_PARAM_PGID: U8,
    2 DCB_TC_ATTR_PARAM_UP_MAPPING: U8.hex(),
    3 DCB_TC_ATTR_PARAM_STRICT_PRIO: U8,
    4 DCB_TC_ATTR_PARAM_BW_PCT: U8.unit(Unit::Percent),
    5 DCB_TC_ATTR_PARAM_ALL: FLAG,
}

set! { DCB_PG_ATTR "DCB_PG_ATTR":
    0 DCB_PG_ATTR_UNDEFINED: UNUSED,
    1 DCB_PG_ATTR_TC_0: nest(&DCB_TC_ATTR_PARAM),
    2 DCB_PG_ATTR_TC_1: nest(&DCB_TC_ATTR_PARAM),
    3 DCB_PG_ATTR_TC_2: nest(&DCB_TC_ATTR_PARAM),
    4 DCB_PG_ATTR_TC_3: nest(&DCB_TC_ATTR_PARAM),
    5 DCB_PG_ATTR_TC_4: nest(&DCB_TC_ATTR_PARAM),
    6 DCB_PG_ATTR_TC_5: nest(&DCB_TC_ATTR_PARAM),
    7 DCB_PG_ATTR_TC_6: nest(&DCB_TC_ATTR_PARAM),
    8 DCB_PG_ATTR_TC_7: nest(&DCB_TC_ATTR_PARAM),
    10 DCB_PG_ATTR_TC_ALL: nest(&DCB_TC_ATTR_PARAM),
    11 DCB_PG_ATTR_BW_ID_0: U8.unit(Unit::Percent),
    12 DCB_PG_ATTR_BW_ID_1: U8.unit(Unit::Percent),
    13 DCB_PG_ATTR_BW_ID_2: U8.unit(Unit::Percent),
    14 DCB_PG_ATTR_BW_ID_3: U8.unit(Unit::Percent),
    15 DCB_PG_ATTR_BW_ID_4: U8.unit(Unit::Percent),
    16 DCB_PG_ATTR_BW_ID_5: U8.unit(Unit::Percent),
    17 DCB_PG_ATTR_BW_ID_6: U8.unit(Unit::Percent),
    18 DCB_PG_ATTR_BW_ID_7: U8.unit(Unit::Percent),
    20 DCB_PG_ATTR_BW_ID_ALL: FLAG,
}

set! { DCB_CAP_ATTR "DCB_CAP_ATTR":
    0 DCB_CAP_ATTR_UNDEFINED: UNUSED,
    1 DCB_CAP_ATTR_ALL: FLAG,
    2 DCB_CAP_ATTR_PG: U8,
    3 DCB_CAP_ATTR_PFC: U8,
    4 DCB_CAP_ATTR_UP2TC: U8,
    5 DCB_CAP_ATTR_PG_TCS: U8.hex(),
    6 DCB_CAP_ATTR_PFC_TCS: U8.hex(),
    7 DCB_CAP_ATTR_GSP: U8,
    8 DCB_CAP_ATTR_BCN: U8,
    9 DCB_CAP_ATTR_DCBX: U8.of(&DCB_CAP_DCBX),
}

set! { DCB_NUMTCS_ATTR "DCB_NUMTCS_ATTR":
    0 DCB_NUMTCS_ATTR_UNDEFINED: UNUSED,
    1 DCB_NUMTCS_ATTR_ALL: FLAG,
    2 DCB_NUMTCS_ATTR_PG: U8,
    3 DCB_NUMTCS_ATTR_PFC: U8,
}

set! { DCB_BCN_ATTR "DCB_BCN_ATTR":
    0 DCB_BCN_ATTR_UNDEFINED: UNUSED,
    1 DCB_BCN_ATTR_RP_0: U8,
    2 DCB_BCN_ATTR_RP_1: U8,
    3 DCB_BCN_ATTR_RP_2: U8,
    4 DCB_BCN_ATTR_RP_3: U8,
    5 DCB_BCN_ATTR_RP_4: U8,
    6 DCB_BCN_ATTR_RP_5: U8,
    7 DCB_BCN_ATTR_RP_6: U8,
    8 DCB_BCN_ATTR_RP_7: U8,
    9 DCB_BCN_ATTR_RP_ALL: FLAG,
    10 DCB_BCN_ATTR_BCNA_0: U32,
    11 DCB_BCN_ATTR_BCNA_1: U32,
    12 DCB_BCN_ATTR_ALPHA: U32,
    13 DCB_BCN_ATTR_BETA: U32,
    14 DCB_BCN_ATTR_GD: U32,
    15 DCB_BCN_ATTR_GI: U32,
    16 DCB_BCN_ATTR_TMAX: U32,
    17 DCB_BCN_ATTR_TD: U32,
    18 DCB_BCN_ATTR_RMIN: U32,
    19 DCB_BCN_ATTR_W: U32,
    20 DCB_BCN_ATTR_RD: U32,
    21 DCB_BCN_ATTR_RU: U32,
    22 DCB_BCN_ATTR_WRTT: U32,
    23 DCB_BCN_ATTR_RI: U32,
    24 DCB_BCN_ATTR_C: U32,
    25 DCB_BCN_ATTR_ALL: FLAG,
}

set! { DCB_APP_ATTR "DCB_APP_ATTR":
    0 DCB_APP_ATTR_UNDEFINED: UNUSED,
    1 DCB_APP_ATTR_IDTYPE: U8.of(&DCB_APP_IDTYPE),
    2 DCB_APP_ATTR_ID: U16.hex(),
    3 DCB_APP_ATTR_PRIORITY: U8.hex(),
}

set! { DCB_FEATCFG_ATTR "DCB_FEATCFG_ATTR":
    0 DCB_FEATCFG_ATTR_UNDEFINED: UNUSED,
    1 DCB_FEATCFG_ATTR_ALL: FLAG,
    2 DCB_FEATCFG_ATTR_PG: U8.of(&DCB_FEATCFG_FLAGS),
    3 DCB_FEATCFG_ATTR_PFC: U8.of(&DCB_FEATCFG_FLAGS),
    4 DCB_FEATCFG_ATTR_APP: U8.of(&DCB_FEATCFG_FLAGS),
}

set! { DCB_ATTR_IEEE_APP "DCB_ATTR_IEEE_APP":
    1 DCB_ATTR_IEEE_APP: structure(&DCB_APP).multi(),
    2 DCB_ATTR_DCB_APP: structure(&DCB_APP).multi(),
}

// selectors, the most trusted first
set! { DCB_APP_TRUST "DCB_ATTR_DCB_APP_TRUST":
    1 DCB_ATTR_IEEE_APP: U8.of(&IEEE_8021QAZ_APP_SEL),
    2 DCB_ATTR_DCB_APP: U8.of(&IEEE_8021QAZ_APP_SEL),
}

set! { DCB_ATTR_IEEE "DCB_ATTR_IEEE":
    1 DCB_ATTR_IEEE_ETS: structure(&IEEE_ETS),
    2 DCB_ATTR_IEEE_PFC: structure(&IEEE_PFC),
    3 DCB_ATTR_IEEE_APP_TABLE: nest(&DCB_ATTR_IEEE_APP),
    4 DCB_ATTR_IEEE_PEER_ETS: structure(&IEEE_ETS),
    5 DCB_ATTR_IEEE_PEER_PFC: structure(&IEEE_PFC),
    6 DCB_ATTR_IEEE_PEER_APP: nest(&DCB_ATTR_IEEE_APP),
    7 DCB_ATTR_IEEE_MAXRATE: structure(&IEEE_MAXRATE),
    8 DCB_ATTR_IEEE_QCN: structure(&IEEE_QCN),
    9 DCB_ATTR_IEEE_QCN_STATS: structure(&IEEE_QCN_STATS),
    10 DCB_ATTR_DCB_BUFFER: structure(&DCBNL_BUFFER),
    11 DCB_ATTR_DCB_APP_TRUST_TABLE: sequence(&DCB_APP_TRUST),
    12 DCB_ATTR_DCB_REWR_TABLE: nest(&DCB_ATTR_IEEE_APP),
}

set! { DCB_ATTR_CEE_PEER_APP "DCB_ATTR_CEE_PEER_APP":
    1 DCB_ATTR_CEE_PEER_APP_INFO: structure(&DCB_PEER_APP_INFO),
    2 DCB_ATTR_CEE_PEER_APP: structure(&CEE_APP).multi(),
}

set! { DCB_ATTR_CEE_APP "DCB_ATTR_CEE_APP":
    1 DCB_ATTR_CEE_APP: nest(&DCB_APP_ATTR).multi(),
}

set! { DCB_ATTR_CEE "DCB_ATTR_CEE":
    1 DCB_ATTR_CEE_PEER_PG: structure(&CEE_PG),
    2 DCB_ATTR_CEE_PEER_PFC: structure(&CEE_PFC),
    3 DCB_ATTR_CEE_PEER_APP_TABLE: nest(&DCB_ATTR_CEE_PEER_APP),
    4 DCB_ATTR_CEE_TX_PG: nest(&DCB_PG_ATTR),
    5 DCB_ATTR_CEE_RX_PG: nest(&DCB_PG_ATTR),
    6 DCB_ATTR_CEE_PFC: nest(&DCB_PFC_UP_ATTR),
    7 DCB_ATTR_CEE_APP_TABLE: nest(&DCB_ATTR_CEE_APP),
    8 DCB_ATTR_CEE_FEAT: nest(&DCB_FEATCFG_ATTR),
}

// What changes something is answered with one byte in the same attribute: 0, or an error.

select! { PFC_CFG number fact(Fact::Length) => { 1 => U8 } else nest(&DCB_PFC_UP_ATTR) }
select! { PG_CFG number fact(Fact::Length) => { 1 => U8 } else nest(&DCB_PG_ATTR) }
select! { NUMTCS number fact(Fact::Length) => { 1 => U8 } else nest(&DCB_NUMTCS_ATTR) }
select! { BCN number fact(Fact::Length) => { 1 => U8 } else nest(&DCB_BCN_ATTR) }
select! { APP number fact(Fact::Length) => { 1 => U8 } else nest(&DCB_APP_ATTR) }
select! { IEEE number fact(Fact::Length) => { 1 => U8 } else nest(&DCB_ATTR_IEEE) }
select! { FEATCFG number fact(Fact::Length) => { 1 => U8 } else nest(&DCB_FEATCFG_ATTR) }

// asked for without a payload
select! { PERM_HWADDR number fact(Fact::Length) => { 0 => FLAG } else MAC }

set! { DCB_ATTR "DCB_ATTR":
    0 DCB_ATTR_UNDEFINED: UNUSED,
    1 DCB_ATTR_IFNAME: NUL_STRING,
    2 DCB_ATTR_STATE: U8,
    3 DCB_ATTR_PFC_STATE: U8,
    4 DCB_ATTR_PFC_CFG: select(&PFC_CFG),
    5 DCB_ATTR_NUM_TC: U8,
    6 DCB_ATTR_PG_CFG: select(&PG_CFG),
    7 DCB_ATTR_SET_ALL: U8,
    8 DCB_ATTR_PERM_HWADDR: select(&PERM_HWADDR),
    9 DCB_ATTR_CAP: nest(&DCB_CAP_ATTR),
    10 DCB_ATTR_NUMTCS: select(&NUMTCS),
    11 DCB_ATTR_BCN: select(&BCN),
    12 DCB_ATTR_APP: select(&APP),
    13 DCB_ATTR_IEEE: select(&IEEE),
    14 DCB_ATTR_DCBX: U8.of(&DCB_CAP_DCBX),
    15 DCB_ATTR_FEATCFG: select(&FEATCFG),
    16 DCB_ATTR_CEE: nest(&DCB_ATTR_CEE),
}

messages! { MESSAGES:
    78 RTM_GETDCB Get, [DCBMSG] {DCB_ATTR};
    79 RTM_SETDCB Other, [DCBMSG] {DCB_ATTR};
}

groups! { GROUPS: 23 RTNLGRP_DCB }

/// The record of data center bridging.
pub static FAMILY: Family = Family {
    name: crate::name!("rt-dcb"),
    protocol: Some(0),
    layer: Layer::Protocol,
    messages: Cow::Borrowed(MESSAGES),
    groups: Cow::Borrowed(GROUPS),
};
