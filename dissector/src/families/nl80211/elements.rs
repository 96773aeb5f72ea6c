//! The elements of IEEE 802.11 frames: what stands behind an element's number and length.
//!
//! Source: `linux/ieee80211.h`, `linux/ieee80211-{mesh,eht,p2p}.h`; IEEE 802.11 where the kernel
//! has no struct.

use super::capabilities::*;
use super::ieee80211::*;
use crate::special::ieee80211::*;
use crate::table::Unit;
use crate::table::macros::*;

structure! { /// What each element begins with.
    pub(crate) packed ELEMENT_HEADER "element":
    id: U8.of(&EID),
    datalen: U8.unit(Unit::Bytes),
}

structure! { /// What each extended element begins with.
    pub(crate) packed EXTENSION_HEADER "element extension":
    id: U8.of(&EID),
    datalen: U8.unit(Unit::Bytes),
    extension: U8.of(&EID_EXT),
}

structure! { packed CF_PARAMS "cf_parameter_set":
    cfp_count: U8,
    cfp_period: U8,
    cfp_max_duration: LE16.unit(Unit::TimeUnits),
    cfp_dur_remaining: LE16.unit(Unit::TimeUnits),
}

structure! { /// What stands before the map of a traffic indication.
    pub(crate) packed TIM_IE "ieee80211_tim_ie":
    dtim_count: U8,
    dtim_period: U8,
    bitmap_ctrl: le_bits!(1: multicast 1, bitmap_offset 7),
}

structure! { packed COUNTRY_EXT "ieee80211_country_ie_triplet ext":
    reg_class: U8,
    coverage_class: U8,
}

structure! { packed COUNTRY_CHANS "ieee80211_country_ie_triplet chans":
    num_channels: U8,
    max_power: S8.unit(Unit::Dbm),
}

select! { COUNTRY_REST number field("first_channel") => {
    201 => structure(&COUNTRY_EXT),
} else structure(&COUNTRY_CHANS) }

structure! { /// Channels and their power; or, where the first is 201, a regulatory class.
    pub(crate) packed COUNTRY_TRIPLET "ieee80211_country_ie_triplet":
    first_channel: U8,
    rest: select(&COUNTRY_REST),
}

structure! { packed BSS_LOAD "ieee80211_bss_load_elem":
    sta_count: LE16,
    channel_util: U8,
    avail_admission_capa: LE16,
}

structure! { packed PWR_CAPABILITY "pwr_capability":
    min_tx_power: S8.unit(Unit::Dbm),
    max_tx_power: S8.unit(Unit::Dbm),
}

structure! { packed TPC_REPORT "ieee80211_tpc_report_ie":
    tx_power: S8.unit(Unit::Dbm),
    link_margin: S8.unit(Unit::Db),
}

structure! { /// A first channel and how many follow.
    pub(super) packed SUPPORTED_CHANNELS "supported_channels":
    first_channel: U8,
    num_channels: U8,
}

structure! { packed CHANNEL_SW "ieee80211_channel_sw_ie":
    mode: U8,
    new_ch_num: U8,
    count: U8,
}

structure! { /// An announced change of channel and operating class.
    pub(super) packed EXT_CHANSW "ieee80211_ext_chansw_ie":
    mode: U8,
    new_operating_class: U8,
    new_ch_num: U8,
    count: U8,
}

structure! { packed WIDE_BW_CHANSW "ieee80211_wide_bw_chansw_ie":
    new_channel_width: U8.of(&VHT_CHANWIDTH),
    new_center_freq_seg0: U8,
    new_center_freq_seg1: U8,
}

structure! { /// A measurement report or request.
    pub(crate) packed MSRMENT_IE "ieee80211_msrment_ie":
    token: U8,
    mode: U8.of(&MSRMENT_MODE),
    type: U8.of(&MSRMENT_TYPE);
    request: BYTES
}

structure! { packed QUIET "ieee80211_quiet_ie":
    count: U8,
    period: U8,
    duration: LE16.unit(Unit::TimeUnits),
    offset: LE16.unit(Unit::TimeUnits),
}

structure! { packed QOS_CAPA "qos_capability":
    qos_info: U8.hex(),
}

structure! { packed NEIGHBOR_REPORT "neighbor_report":
    bssid: MAC,
    bssid_information: LE32.hex(),
    operating_class: U8,
    channel: U8,
    phy_type: U8;
    subelements: special(&SUBELEMENTS)
}

structure! { packed MOBILITY_DOMAIN "mobility_domain":
    mdid: LE16.hex(),
    capability: le_bits!(1: ft_over_ds 1, resource_request 1, _ 6),
}

structure! { packed FAST_BSS_TRANSITION "fast_bss_transition":
    control: LE16.hex(),
    mic: BYTES.times(16),
    anonce: BYTES.times(32),
    snonce: BYTES.times(32);
    subelements: special(&SUBELEMENTS)
}

structure! { packed TIMEOUT_INTERVAL_IE "ieee80211_timeout_interval_ie":
    type: U8.of(&TIMEOUT_INTERVAL),
    value: LE32,
}

structure! { packed AP_CHAN_REPORT "ap_channel_report":
    operating_class: U8;
    channels: list!(U8)
}

structure! { packed RM_ENABLED "rm_enabled_capabilities":
    capabilities: LE32.hex(),
    more: U8.hex(),
}

structure! { packed MULTIPLE_BSSID "multiple_bssid":
    max_bssid_indicator: U8;
    subelements: special(&PROFILES)
}

structure! { packed MULTI_BSSID_IDX "ieee80211_bssid_index":
    bssid_index: U8,
    dtim_period: U8,
    dtim_count: U8,
}

structure! { packed NON_TX_BSSID_CAP "nontransmitted_bssid_capability":
    capab_info: LE16.of(&CAPABILITY);
    more: BYTES
}

structure! { packed BSS_COEX "bss_coex_2040":
    coexistence: le_bits!(1: information_request 1, forty_mhz_intolerant 1, bss_width_request_20mhz 1,
        obss_scan_exemption_request 1, obss_scan_exemption_grant 1, _ 3),
}

structure! { packed OVERLAP_SCAN "overlapping_bss_scan":
    passive_dwell: LE16.unit(Unit::TimeUnits),
    active_dwell: LE16.unit(Unit::TimeUnits),
    trigger_scan_interval: LE16.unit(Unit::Seconds),
    passive_total_per_channel: LE16.unit(Unit::TimeUnits),
    active_total_per_channel: LE16.unit(Unit::TimeUnits),
    width_transition_delay: LE16,
    activity_threshold: LE16,
}

structure! { packed MMIE "ieee80211_mmie_var":
    key_id: LE16,
    sequence_number: le_bits!(6: ipn 48);
    mic: BYTES
}

structure! { packed BSS_MAX_IDLE "ieee80211_bss_max_idle_period_ie":
    max_idle_period: LE16,
    idle_options: U8.of(&IDLE_OPTIONS),
}

structure! { packed LINK_ID "ieee80211_tdls_lnkie":
    bssid: MAC,
    init_sta: MAC,
    resp_sta: MAC,
}

structure! { packed CHAN_SWITCH_TIMING "ieee80211_ch_switch_timing":
    switch_time: LE16.unit(Unit::Microseconds),
    switch_timeout: LE16.unit(Unit::Microseconds),
}

structure! { packed INTERWORKING "interworking":
    access_network: le_bits!(1: type 4, internet 1, asra 1, esr 1, uesa 1);
    more: BYTES
}

structure! { packed MESH_CONFIG "ieee80211_meshconf_ie":
    meshconf_psel: U8.of(&MESH_PATH_PROTOCOL),
    meshconf_pmetric: U8.of(&MESH_PATH_METRIC),
    meshconf_congest: U8,
    meshconf_synch: U8.of(&MESH_SYNC_METHOD),
    meshconf_auth: U8,
    meshconf_form: le_bits!(1: connected_to_gate 1, peerings 6, connected_to_as 1),
    meshconf_cap: U8.of(&MESHCONF_CAPAB),
}

structure! { packed PEER_MGMT "mesh_peering_management":
    protocol: LE16,
    llid: LE16;
    more: BYTES
}

structure! { packed CHAN_SWITCH_PARAM "ieee80211_mesh_chansw_params_ie":
    mesh_ttl: U8,
    mesh_flags: le_bits!(1: tx_restrict 1, initiator 1, reason 1, _ 5),
    mesh_reason: LE16.of(&REASON),
    mesh_pre_value: LE16,
}

structure! { packed RANN "ieee80211_rann_ie":
    rann_flags: le_bits!(1: is_gate 1, _ 7),
    rann_hopcount: U8,
    rann_ttl: U8,
    rann_addr: MAC,
    rann_seq: LE32,
    rann_interval: LE32.unit(Unit::TimeUnits),
    rann_metric: LE32,
}

structure! { packed VHT_OPMODE "vht_opmode_notif":
    operating_mode: U8.of(&OPMODE_NOTIF),
}

structure! { packed TX_PWR_ENV "ieee80211_tx_pwr_env":
    info: le_bits!(1: count 3, interpretation 3 of(&TPE_TYPE), category 2);
    tx_power: list!(S8)
}

structure! { packed RSNX "rsnx":
    rsnxe: le_bits!(1: field_length 4, protected_twt 1, sae_h2e 1, _ 2);
    more: BYTES
}

structure! { packed S1G_BCN_COMPAT "ieee80211_s1g_bcn_compat_ie":
    compat_info: LE16.hex(),
    beacon_int: LE16.unit(Unit::TimeUnits),
    tsf_completion: LE32,
}

structure! { packed AID_RESPONSE "ieee80211_aid_response_ie":
    aid: LE16,
    switch_count: U8,
    response_int: LE16,
}

structure! { packed FILS_SESSION "fils_session":
    session: BYTES.times(8),
}

structure! { packed BSS_COLOR_CHANGE "bss_color_change_announcement":
    switch_countdown: U8,
    new_bss_color: le_bits!(1: color 6, _ 2),
}

structure! { packed MULTIPLE_BSSID_CONFIGURATION "ieee80211_multiple_bssid_configuration":
    bssid_count: U8,
    profile_periodicity: U8,
}

structure! { packed MAX_CHANNEL_SWITCH_TIME "max_channel_switch_time":
    switch_time: le_bits!(3: time_units 24),
}

structure! { packed TTLM "ieee80211_ttlm_elem":
    control: le_bits!(1: direction 2, def_link_map 1, switch_time_present 1, expected_dur_present 1,
        link_map_size 1, _ 2);
    optional: BYTES
}

structure! { packed BANDWIDTH_INDICATION "ieee80211_bandwidth_indication":
    params: le_bits!(1: _ 1, disabled_subchannel_bitmap_present 1, _ 6),
    info: structure(&EHT_OPERATION_INFO);
    disabled_subchannel_bitmap: LE16.hex()
}

structure! { packed SMD_INFO "ieee80211_smd_info":
    id: MAC,
    capa: le_bits!(1: dl_data_fwd 1, max_num_prep 3, type 1, ptk_per_ap_mld 1, _ 2),
    timeout: LE16,
}

structure! { packed FILS_REQ_PARAMS "fils_request_parameters":
    bitmap: U8.hex(),
    max_channel_time: U8.unit(Unit::TimeUnits);
    more: BYTES
}

structure! { packed OWE_DH "owe_dh_parameter":
    group: LE16;
    public_key: BYTES
}

structure! { packed HE_BSS_LOAD "he_bss_load":
    he_sta_count: LE16,
    utilization: U8,
    frequency_underutilization: U8,
    spatial_stream_underutilization: U8,
}

select! { /// What an element's bytes mean, by its number.
    pub(crate) ELEMENT number field("id") => {
    0 => STRING,
    1 => list!(structure(&RATE)),
    3 => U8,
    4 => structure(&CF_PARAMS),
    5 => special(&TIM),
    6 => LE16.unit(Unit::TimeUnits),
    7 => special(&COUNTRY),
    10 => list!(U8.of(&EID)),
    11 => structure(&BSS_LOAD),
    32 => U8.unit(Unit::Db),
    33 => structure(&PWR_CAPABILITY),
    35 => structure(&TPC_REPORT),
    36 => list!(structure(&SUPPORTED_CHANNELS)),
    37 => structure(&CHANNEL_SW),
    38 => structure(&MSRMENT_IE),
    39 => structure(&MSRMENT_IE),
    40 => structure(&QUIET),
    42 => U8.of(&ERP),
    45 => structure(&HT_CAPABILITY),
    46 => structure(&QOS_CAPA),
    48 => special(&RSN),
    50 => list!(structure(&RATE)),
    51 => structure(&AP_CHAN_REPORT),
    52 => structure(&NEIGHBOR_REPORT),
    54 => structure(&MOBILITY_DOMAIN),
    55 => structure(&FAST_BSS_TRANSITION),
    56 => structure(&TIMEOUT_INTERVAL_IE),
    59 => list!(U8),
    60 => structure(&EXT_CHANSW),
    61 => structure(&HT_OPERATION),
    62 => U8.of(&SEC_CHAN_OFFS),
    70 => structure(&RM_ENABLED),
    71 => structure(&MULTIPLE_BSSID),
    72 => structure(&BSS_COEX),
    74 => structure(&OVERLAP_SCAN),
    76 => structure(&MMIE),
    83 => structure(&NON_TX_BSSID_CAP),
    85 => structure(&MULTI_BSSID_IDX),
    90 => structure(&BSS_MAX_IDLE),
    101 => structure(&LINK_ID),
    104 => structure(&CHAN_SWITCH_TIMING),
    107 => structure(&INTERWORKING),
    110 => special(&QOS_MAP),
    113 => structure(&MESH_CONFIG),
    114 => STRING,
    117 => structure(&PEER_MGMT),
    118 => structure(&CHAN_SWITCH_PARAM),
    119 => LE16.unit(Unit::TimeUnits),
    126 => structure(&RANN),
    127 => special(&EXT_CAPA_BITS),
    191 => structure(&VHT_CAPABILITY),
    192 => structure(&VHT_OPERATION),
    194 => structure(&WIDE_BW_CHANSW),
    195 => structure(&TX_PWR_ENV),
    199 => structure(&VHT_OPMODE),
    201 => special(&NEIGHBOR_APS),
    211 => structure(&AID_RESPONSE),
    213 => structure(&S1G_BCN_COMPAT),
    217 => structure(&S1G_CAPABILITY),
    221 => special(&VENDOR),
    232 => structure(&S1G_OPERATION),
    244 => structure(&RSNX),
} else BYTES }

select! { /// What an extended element's bytes mean, by the number behind its length.
    pub(crate) EXTENSION number field("extension") => {
    2 => structure(&FILS_REQ_PARAMS),
    4 => structure(&FILS_SESSION),
    13 => BYTES,
    32 => structure(&OWE_DH),
    35 => special(&HE_CAPABILITY),
    36 => special(&HE_OPERATION_PARTS),
    38 => structure(&MU_EDCA),
    39 => special(&HE_SPR_PARTS),
    42 => structure(&BSS_COLOR_CHANGE),
    47 => structure(&HE_BSS_LOAD),
    52 => structure(&MAX_CHANNEL_SWITCH_TIME),
    55 => structure(&MULTIPLE_BSSID_CONFIGURATION),
    59 => structure(&HE_6GHZ_CAPA),
    106 => special(&EHT_OPERATION_PARTS),
    107 => special(&MULTI_LINK),
    108 => structure(&EHT_CAPABILITY),
    109 => structure(&TTLM),
    135 => structure(&BANDWIDTH_INDICATION),
    151 => special(&UHR_OPERATION_PARTS),
    152 => structure(&UHR_CAPABILITY),
    154 => structure(&SMD_INFO),
} else BYTES }

enumeration! { SEC_CHAN_OFFS "ieee80211_sec_chan_offs_ie":
    0 IEEE80211_HT_PARAM_CHA_SEC_NONE, 1 IEEE80211_HT_PARAM_CHA_SEC_ABOVE,
    3 IEEE80211_HT_PARAM_CHA_SEC_BELOW,
}

// Multi-link

structure! { /// What a multi-link element begins with.
    pub(crate) packed MULTI_LINK_ELEM "ieee80211_multi_link_elem":
    control: le_bits!(2: type 3 of(&ML_TYPE), _ 1, presence 12),
}

structure! { /// What the common part of a basic multi-link element begins with.
    pub(crate) packed MLE_BASIC_COMMON "ieee80211_mle_basic_common_info":
    len: U8.unit(Unit::Bytes),
    mld_mac_addr: MAC,
}

structure! { pub(super) packed MED_SYNC_DELAY "med_sync_delay":
    med_sync_delay: le_bits!(2: duration 8, sync_ofdm_ed_thresh 4, sync_max_num_txops 4),
}

structure! { pub(super) packed EML_CAPA "eml_capabilities":
    eml_capa: eml_capa!(le_bits),
}

structure! { pub(super) packed MLD_CAPA_OP "mld_capa_and_ops":
    mld_capa_op: mld_capa_op!(le_bits),
}

structure! { pub(super) packed EXT_MLD_CAPA_OP "ext_mld_capa_and_ops":
    ext_mld_capa_op: ext_mld_capa_op!(le_bits),
}

/// The parts of a basic multi-link element.
pub(crate) static MED_SYNC_DELAY_KIND: crate::table::Kind = structure(&MED_SYNC_DELAY);
/// EML capabilities.
pub(crate) static EML_CAPA_KIND: crate::table::Kind = structure(&EML_CAPA);
/// MLD capabilities and operations.
pub(crate) static MLD_CAPA_OP_KIND: crate::table::Kind = structure(&MLD_CAPA_OP);
/// Extended MLD capabilities and operations.
pub(crate) static EXT_MLD_CAPA_OP_KIND: crate::table::Kind = structure(&EXT_MLD_CAPA_OP);

// Reduced neighbour reports

structure! { /// What the neighbours of one channel begin with.
    pub(crate) packed NEIGHBOR_AP_INFO "ieee80211_neighbor_ap_info":
    tbtt_info_hdr: le_bits!(1: type 2, filtered 1, coloc 1, count 4),
    tbtt_info_len: U8.unit(Unit::Bytes),
    op_class: U8,
    channel: U8,
}

flags! { TBTT_PARAMS "IEEE80211_RNR_TBTT_PARAMS":
    0x1 IEEE80211_RNR_TBTT_PARAMS_OCT_RECOMMENDED, 0x2 IEEE80211_RNR_TBTT_PARAMS_SAME_SSID,
    0x4 IEEE80211_RNR_TBTT_PARAMS_MULTI_BSSID, 0x8 IEEE80211_RNR_TBTT_PARAMS_TRANSMITTED_BSSID,
    0x10 IEEE80211_RNR_TBTT_PARAMS_COLOC_ESS, 0x20 IEEE80211_RNR_TBTT_PARAMS_PROBE_ACTIVE,
    0x40 IEEE80211_RNR_TBTT_PARAMS_COLOC_AP, 0x80 IEEE80211_RNR_TBTT_PARAMS_SAME_SMD,
}

structure! { /// What a neighbour is to its MLD.
    pub(crate) packed RNR_MLD_PARAMS "ieee80211_rnr_mld_params":
    mld_id: U8,
    params: le_bits!(2: link_id 4, bss_change_count 8, updates_included 1, disabled_link 1, _ 2),
}

structure! { /// A neighbour of 7 to 9 bytes.
    pub(crate) packed TBTT_INFO_7 "ieee80211_tbtt_info_7_8_9":
    tbtt_offset: U8.unit(Unit::TimeUnits),
    bssid: MAC,
    bss_params: U8.of(&TBTT_PARAMS),
    psd_20: S8,
}

structure! { /// A neighbour of 11 bytes or more.
    pub(crate) packed TBTT_INFO_11 "ieee80211_tbtt_info_ge_11":
    tbtt_offset: U8.unit(Unit::TimeUnits),
    bssid: MAC,
    short_ssid: LE32.hex(),
    bss_params: U8.of(&TBTT_PARAMS),
    psd_20: S8,
    mld_params: structure(&RNR_MLD_PARAMS),
    enh_crit_upd: le_bits!(1: ebpcc 4, type 3, all 1),
}

// Vendors

structure! { packed WMM_AC_PARAM "ieee80211_wmm_ac_param":
    aci_aifsn: le_bits!(1: aifsn 4, acm 1, aci 2, _ 1),
    cw: le_bits!(1: ecw_min 4, ecw_max 4),
    txop_limit: LE16,
}

structure! { packed WMM_INFO "wmm_information":
    version: U8,
    qos_info: U8.hex(),
}

structure! { packed WMM_PARAM "ieee80211_wmm_param_ie":
    version: U8,
    qos_info: U8.hex(),
    reserved: U8.reserved(),
    ac: structure(&WMM_AC_PARAM).times(4),
}

structure! { packed TSPEC "ieee80211_tspec_ie":
    version: U8,
    tsinfo: LE16.hex(),
    tsinfo_resvd: U8.reserved(),
    nominal_msdu: LE16.unit(Unit::Bytes),
    max_msdu: LE16.unit(Unit::Bytes),
    min_service_int: LE32.unit(Unit::Microseconds),
    max_service_int: LE32.unit(Unit::Microseconds),
    inactivity_int: LE32.unit(Unit::Microseconds),
    suspension_int: LE32.unit(Unit::Microseconds),
    service_start_time: LE32.unit(Unit::Microseconds),
    min_data_rate: LE32.unit(Unit::BitsPerSecond),
    mean_data_rate: LE32.unit(Unit::BitsPerSecond),
    peak_data_rate: LE32.unit(Unit::BitsPerSecond),
    max_burst_size: LE32.unit(Unit::Bytes),
    delay_bound: LE32.unit(Unit::Microseconds),
    min_phy_rate: LE32.unit(Unit::BitsPerSecond),
    sba: LE16,
    medium_time: LE16,
}

select! { WMM_BODY number field("oui_subtype") => {
    0 => structure(&WMM_INFO),
    1 => structure(&WMM_PARAM),
    2 => structure(&TSPEC),
} else BYTES }

structure! { packed WMM "wmm":
    oui_subtype: U8;
    data: select(&WMM_BODY)
}

structure! { /// What a vendor's data begin with, behind the OUI.
    pub(crate) packed VENDOR_TYPE "ieee80211_vendor_ie":
    oui_type: U8,
}

select! { /// What a vendor's data mean: by the OUI and the type behind it.
    pub(crate) VENDOR_DATA number field("oui") => {
    0x0050f201 => special(&WPA),
    0x0050f202 => structure(&WMM),
    0x0050f204 => special(&WPS_ATTRIBUTES),
    0x506f9a09 => special(&P2P_ATTRIBUTES),
    0x506f9a13 => special(&NAN_ATTRIBUTES),
} else BYTES }

structure! { /// An attribute of Wi-Fi Simple Configuration.
    pub(crate) packed WPS_ATTR "wps_attribute":
    type: BE16.of(&WPS_ATTR_TYPE),
    length: BE16.unit(Unit::Bytes);
    data: select(&WPS_DATA)
}

enumeration! { /// The attributes that frames carry, as the standard names them.
    WPS_ATTR_TYPE "wps_attribute_type":
    0x1001 ap_channel, 0x1002 association_state, 0x1008 config_methods, 0x1009 configuration_error,
    0x1011 device_name, 0x1012 device_password_id, 0x1018 encrypted_settings, 0x1021 manufacturer,
    0x1022 message_type, 0x1023 model_name, 0x1024 model_number, 0x103a request_type,
    0x103b response_type, 0x103c rf_bands, 0x1041 selected_registrar, 0x1042 serial_number,
    0x1044 wifi_protected_setup_state, 0x1047 uuid_e, 0x1048 uuid_r, 0x1049 vendor_extension,
    0x104a version, 0x1053 selected_registrar_config_methods, 0x1054 primary_device_type,
    0x1055 secondary_device_type_list, 0x1057 ap_setup_locked, 0x106a requested_device_type,
}

flags! { WPS_RF_BANDS "wps_rf_bands":
    0x1 band_2_4ghz, 0x2 band_5ghz, 0x4 band_60ghz,
}

structure! { packed WPS_DEVICE_TYPE "wps_device_type":
    category: BE16,
    oui: BE32.hex(),
    subcategory: BE16,
}

structure! { packed WPS_VENDOR_EXTENSION "wps_vendor_extension":
    vendor_id: U8.hex().times(3);
    data: BYTES
}

select! { WPS_DATA number field("type") => {
    0x1001 => BE16,
    0x1002 => BE16,
    0x1008 => BE16.hex(),
    0x1009 => BE16,
    0x1011 => STRING,
    0x1012 => BE16.hex(),
    0x1021 => STRING,
    0x1022 => U8.hex(),
    0x1023 => STRING,
    0x1024 => STRING,
    0x103a => U8,
    0x103b => U8,
    0x103c => U8.of(&WPS_RF_BANDS),
    0x1041 => BOOL,
    0x1042 => STRING,
    0x1044 => U8,
    0x1047 => UUID,
    0x1048 => UUID,
    0x1049 => structure(&WPS_VENDOR_EXTENSION),
    0x104a => U8.hex(),
    0x1053 => BE16.hex(),
    0x1054 => structure(&WPS_DEVICE_TYPE),
    0x1055 => list!(structure(&WPS_DEVICE_TYPE)),
    0x1057 => BOOL,
    0x106a => structure(&WPS_DEVICE_TYPE),
} else BYTES }

structure! { /// An attribute of Wi-Fi Direct.
    pub(crate) packed P2P_ATTR_TLV "p2p_attribute":
    id: U8.of(&P2P_ATTR),
    length: LE16.unit(Unit::Bytes);
    data: select(&P2P_DATA)
}

structure! { packed P2P_NOA_DESC "ieee80211_p2p_noa_desc":
    count: U8,
    duration: LE32.unit(Unit::Microseconds),
    interval: LE32.unit(Unit::Microseconds),
    start_time: LE32.unit(Unit::Microseconds),
}

structure! { packed P2P_NOA "ieee80211_p2p_noa_attr":
    index: U8,
    oppps_ctwindow: le_bits!(1: ctwindow 7, oppps 1);
    desc: list!(structure(&P2P_NOA_DESC))
}

structure! { packed P2P_CAPABILITY "p2p_capability":
    device_capability: U8.hex(),
    group_capability: U8.hex(),
}

structure! { packed P2P_CHANNEL "p2p_channel":
    country: STRING.times(3),
    operating_class: U8,
    channel: U8,
}

structure! { packed P2P_GROUP_ID "p2p_group_id":
    device: MAC;
    ssid: STRING
}

structure! { packed P2P_TIMING "p2p_ext_listen_timing":
    availability_period: LE16.unit(Unit::Milliseconds),
    availability_interval: LE16.unit(Unit::Milliseconds),
}

structure! { packed P2P_TIMEOUT "p2p_configuration_timeout":
    go: U8.unit(Unit::Centiseconds),
    client: U8.unit(Unit::Centiseconds),
}

select! { P2P_DATA number field("id") => {
    0 => U8,
    1 => U8,
    2 => structure(&P2P_CAPABILITY),
    3 => MAC,
    4 => le_bits!(1: tie_breaker 1, intent 7),
    5 => structure(&P2P_TIMEOUT),
    6 => structure(&P2P_CHANNEL),
    7 => MAC,
    8 => structure(&P2P_TIMING),
    9 => MAC,
    12 => structure(&P2P_NOA),
    15 => structure(&P2P_GROUP_ID),
    17 => structure(&P2P_CHANNEL),
    18 => U8.hex(),
    221 => special(&VENDOR),
} else BYTES }

structure! { /// An attribute of Wi-Fi Aware.
    pub(crate) packed NAN_ATTR_TLV "ieee80211_nan_attr":
    attr: U8.of(&NAN_ATTR),
    length: LE16.unit(Unit::Bytes);
    data: select(&NAN_DATA)
}

structure! { packed NAN_MASTER "ieee80211_nan_master_indication":
    master_pref: U8,
    random_factor: U8,
}

structure! { packed NAN_ANCHOR "ieee80211_nan_anchor_master_info":
    master_addr: MAC,
    random_factor: U8,
    master_pref: U8,
    hop_count: U8,
    ambtt: LE32,
}

select! { NAN_DATA number field("attr") => {
    0 => structure(&NAN_MASTER),
    1 => structure(&NAN_ANCHOR),
} else BYTES }

// Parts of elements that code walks

structure! { /// A subelement of a kind that is not known.
    pub(crate) packed SUBELEMENT "subelement":
    id: U8,
    datalen: U8.unit(Unit::Bytes);
    data: BYTES
}

select! { PROFILE_DATA number field("id") => {
    0 => special(&ELEMENTS),
} else BYTES }

structure! { /// A subelement of a multiple BSSID element: 0 is the elements of another BSS.
    pub(crate) packed PROFILE "nontransmitted_bssid_profile":
    id: U8,
    datalen: U8.unit(Unit::Bytes);
    data: select(&PROFILE_DATA)
}

structure! { /// What a link's station begins with.
    pub(crate) packed PER_STA_PROFILE "ieee80211_mle_per_sta_profile":
    control: le_bits!(2: link_id 4, complete_profile 1, sta_mac_addr_present 1, beacon_int_present 1,
        tsf_offs_present 1, dtim_info_present 1, nstr_link_pair_present 1, nstr_bitmap_size 1,
        bss_param_change_cnt_present 1, _ 4),
    sta_info_len: U8.unit(Unit::Bytes),
}

structure! { /// When the next DTIM is.
    pub(crate) packed DTIM_INFO "dtim_info":
    dtim_count: U8,
    dtim_period: U8,
}

select! { LINK_DATA number field("id") => {
    0 => special(&STA_PROFILE),
} else BYTES }

structure! { /// A subelement of a multi-link element: 0 is a link's station.
    pub(crate) packed LINK "ieee80211_mle_subelems":
    id: U8.of(&MLE_SUBELEM),
    datalen: U8.unit(Unit::Bytes);
    data: select(&LINK_DATA)
}

enumeration! { MLE_SUBELEM "ieee80211_mle_subelems":
    0 IEEE80211_MLE_SUBELEM_PER_STA_PROFILE, 254 IEEE80211_MLE_SUBELEM_FRAGMENT,
}

structure! { /// The capabilities field of a robust security network.
    pub(crate) packed RSN_CAPABILITIES "rsn_capabilities":
    capabilities: le_bits!(2: preauthentication 1, no_pairwise 1, ptksa_replay_counters 2,
        gtksa_replay_counters 2, mfp_required 1, mfp_capable 1, joint_multi_band_rsna 1,
        peerkey_enabled 1, spp_amsdu_capable 1, spp_amsdu_required 1, pbac 1,
        extended_key_id 1, ocvc 1, _ 1),
}

structure! { /// A DSCP and its user priority.
    pub(crate) packed DSCP_EXCEPTION "cfg80211_dscp_exception":
    dscp: U8,
    up: U8,
}

structure! { /// From which to which DSCP a user priority reaches; 255 for none.
    pub(crate) packed DSCP_RANGE "cfg80211_dscp_range":
    low: U8,
    high: U8,
}
