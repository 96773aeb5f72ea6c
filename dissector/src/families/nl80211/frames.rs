//! The frames of IEEE 802.11 that management carries: headers, fixed fields, actions.
//!
//! Source: `linux/ieee80211.h` (struct ieee80211_mgmt); IEEE 802.11 where the kernel has no struct.

use super::elements::EXT_CHANSW;
use super::ieee80211::*;
use crate::special::ieee80211::{ELEMENTS, VENDOR};
use crate::table::Unit;
use crate::table::macros::*;

structure! { /// The header of a management frame.
    pub(crate) packed MGMT_HEADER "ieee80211_mgmt":
    frame_control: le_bits!(2: version 2, type 6 of(&FRAME_TYPE), flags 8 of(&FCTL)),
    duration: LE16.unit(Unit::Microseconds),
    da: MAC,
    sa: MAC,
    bssid: MAC,
    seq_ctrl: le_bits!(2: fragment 4, sequence 12),
}

structure! { /// The header of an S1G beacon.
    pub(crate) packed S1G_BEACON_HEADER "ieee80211_ext":
    frame_control: le_bits!(2: version 2, type 6 of(&FRAME_TYPE), next_tbtt_present 1, cssid_present 1,
        ano_present 1, bss_bandwidth 3, security 1, ap_power_management 1),
    duration: LE16.unit(Unit::Microseconds),
    sa: MAC,
    timestamp: LE32.unit(Unit::Microseconds),
    change_seq: U8,
}

structure! { /// What all frames begin with.
    pub(crate) packed ANY_HEADER "ieee80211_hdr":
    frame_control: le_bits!(2: version 2, type 6 of(&FRAME_TYPE), flags 8 of(&FCTL)),
    duration_id: LE16,
}

structure! { /// The number of a frame, and of its part.
    pub(crate) packed SEQUENCE "seq_ctrl":
    seq_ctrl: le_bits!(2: fragment 4, sequence 12),
}

structure! { /// What a data frame with a traffic identifier adds.
    pub(crate) packed QOS_CONTROL "qos_ctrl":
    qos_ctrl: le_bits!(2: tid 4, eosp 1, ack_policy 2, a_msdu_present 1, _ 8),
}

select! { AUTH_VARIABLE number field("auth_alg") => {
    3 => BYTES,
    9 => BYTES,
} else special(&ELEMENTS) }

structure! { pub(super) packed AUTH "ieee80211_mgmt auth":
    auth_alg: LE16.of(&AUTH_ALG),
    auth_transaction: LE16,
    status_code: LE16.of(&STATUS);
    variable: select(&AUTH_VARIABLE)
}

structure! { /// What of an authentication frame follows its algorithm.
    pub(super) packed AUTH_DATA "auth_data":
    auth_transaction: LE16,
    status_code: LE16.of(&STATUS);
    variable: BYTES
}

structure! { packed DEAUTH "ieee80211_mgmt deauth":
    reason_code: LE16.of(&REASON);
    variable: special(&ELEMENTS)
}

structure! { packed ASSOC_REQ "ieee80211_mgmt assoc_req":
    capab_info: LE16.of(&CAPABILITY),
    listen_interval: LE16;
    variable: special(&ELEMENTS)
}

structure! { packed ASSOC_RESP "ieee80211_mgmt assoc_resp":
    capab_info: LE16.of(&CAPABILITY),
    status_code: LE16.of(&STATUS),
    aid: le_bits!(2: aid 14, aid_msb 2);
    variable: special(&ELEMENTS)
}

structure! { packed REASSOC_REQ "ieee80211_mgmt reassoc_req":
    capab_info: LE16.of(&CAPABILITY),
    listen_interval: LE16,
    current_ap: MAC;
    variable: special(&ELEMENTS)
}

structure! { packed BEACON "ieee80211_mgmt beacon":
    timestamp: LE64.unit(Unit::Microseconds),
    beacon_int: LE16.unit(Unit::TimeUnits),
    capab_info: LE16.of(&CAPABILITY);
    variable: special(&ELEMENTS)
}

select! { /// What stands behind the header of a management frame, by its subtype.
    pub(crate) BODY number field("type") => {
    0x00 => structure(&ASSOC_REQ),
    0x10 => structure(&ASSOC_RESP),
    0x20 => structure(&REASSOC_REQ),
    0x30 => structure(&ASSOC_RESP),
    0x40 => special(&ELEMENTS),
    0x50 => structure(&BEACON),
    0x80 => structure(&BEACON),
    0xa0 => structure(&DEAUTH),
    0xb0 => structure(&AUTH),
    0xc0 => structure(&DEAUTH),
    0xd0 => structure(&ACTION),
    0xe0 => structure(&ACTION),
} else BYTES }

// Actions

structure! { packed DIALOG "action with dialog token":
    dialog_token: U8;
    variable: special(&ELEMENTS)
}

structure! { packed DIALOG_BYTES "action with dialog token and data":
    dialog_token: U8;
    data: BYTES
}

structure! { packed DIALOG_STATUS "action with dialog token and status":
    dialog_token: U8,
    status_code: LE16.of(&STATUS);
    variable: special(&ELEMENTS)
}

select! { SPECTRUM_BODY number field("action_code") => {
    0 => structure(&DIALOG),
    1 => structure(&DIALOG),
    2 => structure(&DIALOG),
    3 => structure(&DIALOG),
    4 => special(&ELEMENTS),
} else BYTES }

structure! { packed SPECTRUM "spectrum_mgmt action":
    action_code: U8.of(&SPECTRUM_ACTION);
    body: select(&SPECTRUM_BODY)
}

structure! { packed ADDBA_REQ "ieee80211_mgmt addba_req":
    dialog_token: U8,
    capab: le_bits!(2: amsdu 1, policy 1, tid 4, buf_size 10),
    timeout: LE16.unit(Unit::TimeUnits),
    start_seq_num: le_bits!(2: fragment 4, sequence 12);
    variable: special(&ELEMENTS)
}

structure! { packed ADDBA_RESP "ieee80211_mgmt addba_resp":
    dialog_token: U8,
    status: LE16.of(&STATUS),
    capab: le_bits!(2: amsdu 1, policy 1, tid 4, buf_size 10),
    timeout: LE16.unit(Unit::TimeUnits);
    variable: special(&ELEMENTS)
}

structure! { packed DELBA "ieee80211_mgmt delba":
    params: le_bits!(2: _ 11, initiator 1, tid 4),
    reason_code: LE16.of(&REASON),
}

select! { BACK_BODY number field("action_code") => {
    0 => structure(&ADDBA_REQ),
    1 => structure(&ADDBA_RESP),
    2 => structure(&DELBA),
    128 => structure(&ADDBA_REQ),
    129 => structure(&ADDBA_RESP),
    130 => structure(&DELBA),
} else BYTES }

structure! { packed BACK "back action":
    action_code: U8.of(&BACK_ACTION);
    body: select(&BACK_BODY)
}

structure! { packed EXT_CHANSW_FRAME "ieee80211_mgmt ext_chan_switch":
    data: structure(&EXT_CHANSW);
    variable: special(&ELEMENTS)
}

structure! { packed TDLS_DISCOVER_RESP "ieee80211_mgmt tdls_discover_resp":
    dialog_token: U8,
    capability: LE16.of(&CAPABILITY);
    variable: special(&ELEMENTS)
}

structure! { packed FTM_REQUEST "ftm_request":
    trigger: U8;
    variable: special(&ELEMENTS)
}

structure! { packed FTM "ieee80211_mgmt ftm":
    dialog_token: U8,
    follow_up: U8,
    tod: le_bits!(6: tod 48),
    toa: le_bits!(6: toa 48),
    tod_error: LE16,
    toa_error: LE16;
    variable: special(&ELEMENTS)
}

select! { PUBLIC_BODY number field("action_code") => {
    0 => special(&ELEMENTS),
    4 => structure(&EXT_CHANSW_FRAME),
    9 => special(&VENDOR),
    10 => structure(&DIALOG_BYTES),
    11 => structure(&DIALOG_BYTES),
    12 => structure(&DIALOG_BYTES),
    13 => structure(&DIALOG_BYTES),
    14 => structure(&TDLS_DISCOVER_RESP),
    32 => structure(&FTM_REQUEST),
    33 => structure(&FTM),
} else BYTES }

structure! { packed PUBLIC "public action":
    action_code: U8.of(&PUBLIC_ACTION);
    body: select(&PUBLIC_BODY)
}

structure! { packed RM_REQUEST "radio_measurement_request":
    dialog_token: U8,
    repetitions: LE16;
    variable: special(&ELEMENTS)
}

structure! { packed LM_REQUEST "link_measurement_request":
    dialog_token: U8,
    tx_power_used: S8.unit(Unit::Dbm),
    max_tx_power: S8.unit(Unit::Dbm);
    variable: special(&ELEMENTS)
}

structure! { packed LM_REPORT "link_measurement_report":
    dialog_token: U8,
    tpc_elem_id: U8.of(&EID),
    tpc_elem_length: U8.unit(Unit::Bytes),
    tx_power: S8.unit(Unit::Dbm),
    link_margin: S8.unit(Unit::Db),
    rx_antenna: U8,
    tx_antenna: U8,
    rcpi: U8,
    rsni: U8;
    variable: special(&ELEMENTS)
}

select! { RM_BODY number field("action_code") => {
    0 => structure(&RM_REQUEST),
    1 => structure(&DIALOG),
    2 => structure(&LM_REQUEST),
    3 => structure(&LM_REPORT),
    4 => structure(&DIALOG),
    5 => structure(&DIALOG),
} else BYTES }

structure! { packed RM "radio_measurement action":
    action_code: U8.of(&RADIO_MEASUREMENT_ACTION);
    body: select(&RM_BODY)
}

structure! { packed FT_REQUEST "ft_request":
    sta_addr: MAC,
    target_ap_addr: MAC;
    variable: special(&ELEMENTS)
}

structure! { packed FT_RESPONSE "ft_response":
    sta_addr: MAC,
    target_ap_addr: MAC,
    status_code: LE16.of(&STATUS);
    variable: special(&ELEMENTS)
}

select! { FT_BODY number field("action_code") => {
    1 => structure(&FT_REQUEST),
    2 => structure(&FT_RESPONSE),
    3 => structure(&FT_REQUEST),
    4 => structure(&FT_RESPONSE),
} else BYTES }

structure! { packed FT "fast_bss_transition action":
    action_code: U8;
    body: select(&FT_BODY)
}

select! { HT_BODY number field("action_code") => {
    0 => U8,
    1 => le_bits!(1: sm_power_save 1, sm_mode 1, _ 6),
} else BYTES }

structure! { packed HT "ht action":
    action_code: U8.of(&HT_ACTION);
    body: select(&HT_BODY)
}

structure! { packed SA_QUERY "ieee80211_mgmt sa_query":
    action_code: U8.of(&SA_QUERY_ACTION),
    trans_id: LE16.hex();
    variable: special(&ELEMENTS)
}

structure! { packed CODE_DIALOG "action with code and dialog token":
    action_code: U8,
    dialog_token: U8;
    data: BYTES
}

structure! { packed UNPROTECTED_WNM "wnm_unprotected action":
    action_code: U8.of(&UNPROTECTED_WNM_ACTION);
    data: BYTES
}

structure! { packed MESH "mesh action":
    action_code: U8.of(&MESH_ACTION);
    variable: special(&ELEMENTS)
}

structure! { packed MESH_OPEN "mesh_peering_open":
    capab_info: LE16.of(&CAPABILITY);
    variable: special(&ELEMENTS)
}

structure! { packed MESH_CONFIRM "mesh_peering_confirm":
    capab_info: LE16.of(&CAPABILITY),
    aid: LE16;
    variable: special(&ELEMENTS)
}

select! { SELF_PROTECTED_BODY number field("action_code") => {
    1 => structure(&MESH_OPEN),
    2 => structure(&MESH_CONFIRM),
} else special(&ELEMENTS) }

structure! { packed SELF_PROTECTED "self_protected action":
    action_code: U8.of(&SELF_PROTECTED_ACTION);
    body: select(&SELF_PROTECTED_BODY)
}

structure! { packed WMM "wmm action":
    action_code: U8,
    dialog_token: U8,
    status_code: U8;
    variable: special(&ELEMENTS)
}

structure! { packed VHT_GROUPS "ieee80211_mgmt vht_group_notif":
    membership: U8.hex().times(8),
    position: U8.hex().times(16),
}

select! { VHT_BODY number field("action_code") => {
    1 => structure(&VHT_GROUPS),
    2 => U8.of(&OPMODE_NOTIF),
} else BYTES }

structure! { packed VHT "vht action":
    action_code: U8.of(&VHT_ACTION);
    body: select(&VHT_BODY)
}

structure! { packed S1G "s1g action":
    action_code: U8.of(&S1G_ACTION);
    data: BYTES
}

structure! { packed RECONF_RESP "ieee80211_mgmt ml_reconf_resp":
    dialog_token: U8,
    count: U8;
    data: BYTES
}

structure! { packed EML_OMN "ieee80211_mgmt eml_omn":
    dialog_token: U8,
    control: le_bits!(1: emlsr_mode 1, emlmr_mode 1, emlsr_param_update 1, indev_coex_act 1, _ 4);
    data: BYTES
}

select! { PROTECTED_EHT_BODY number field("action_code") => {
    0 => structure(&DIALOG),
    1 => structure(&DIALOG_STATUS),
    3 => structure(&DIALOG),
    4 => structure(&DIALOG_STATUS),
    6 => structure(&EML_OMN),
    11 => structure(&DIALOG),
    12 => structure(&RECONF_RESP),
} else BYTES }

structure! { packed PROTECTED_EHT "protected_eht action":
    action_code: U8.of(&PROTECTED_EHT_ACTION);
    body: select(&PROTECTED_EHT_BODY)
}

structure! { packed PROTECTED_UHR "protected_uhr action":
    action_code: U8.of(&PROTECTED_UHR_ACTION),
    dialog_token: U8,
    type: U8;
    data: BYTES
}

structure! { packed OTHER_ACTION "other action":
    action_code: U8;
    data: BYTES
}

select! { ACTION_BODY number field("category") => {
    0 => structure(&SPECTRUM),
    3 => structure(&BACK),
    4 => structure(&PUBLIC),
    5 => structure(&RM),
    6 => structure(&FT),
    7 => structure(&HT),
    8 => structure(&SA_QUERY),
    9 => structure(&PUBLIC),
    10 => structure(&CODE_DIALOG),
    11 => structure(&UNPROTECTED_WNM),
    13 => structure(&MESH),
    15 => structure(&SELF_PROTECTED),
    17 => structure(&WMM),
    21 => structure(&VHT),
    22 => structure(&S1G),
    37 => structure(&PROTECTED_EHT),
    43 => structure(&PROTECTED_UHR),
    126 => special(&VENDOR),
    127 => special(&VENDOR),
} else structure(&OTHER_ACTION) }

structure! { /// An action frame behind its header, or what of it a receiver asks for.
    pub(super) packed ACTION "ieee80211_mgmt action":
    category: U8.of(&CATEGORY);
    action: select(&ACTION_BODY)
}

structure! { /// Membership and position in the groups of MU-MIMO, first group in the highest bit.
    pub(super) packed MU_MIMO_GROUPS "mu_mimo_group_data":
    membership: U8.hex().times(8),
    position: U8.hex().times(16),
}
