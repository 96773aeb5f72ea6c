//! What code hands out of elements and frames, for those who ask the tables what there is:
//! fields have the names that they have there, and stand in one another as there.

use super::capabilities::*;
use super::elements::*;
use super::enums::NL80211_EXT_FEATURE_INDEX;
use super::frames::*;
use super::ieee80211::*;
use crate::table::Unit;
use crate::table::macros::*;

structure! { packed ELEMENT_WHOLE "element with data":
    id: U8.of(&EID),
    datalen: U8.unit(Unit::Bytes);
    data: select(&ELEMENT)
}

structure! { packed EXTENSION_WHOLE "element extension with data":
    id: U8.of(&EID),
    datalen: U8.unit(Unit::Bytes),
    extension: U8.of(&EID_EXT);
    data: select(&EXTENSION)
}

set! { /// Elements.
    pub(crate) ELEMENT_PARTS "IEEE80211_ELEMENT":
    0 element: structure(&ELEMENT_WHOLE),
    1 extension: structure(&EXTENSION_WHOLE),
}

structure! { packed MANAGEMENT "ieee80211_mgmt with body":
    type: U8.of(&FRAME_TYPE),
    header: structure(&MGMT_HEADER);
    body: select(&BODY)
}

set! { /// Frames.
    pub(crate) FRAME_PARTS "IEEE80211_FRAME":
    0 management: structure(&MANAGEMENT),
    1 s1g_beacon: structure(&S1G_BEACON_HEADER),
    2 data: structure(&ANY_HEADER),
    3 seq_ctrl: structure(&SEQUENCE),
    4 qos_ctrl: structure(&QOS_CONTROL),
}

set! { /// Features whose bits are set.
    pub(crate) EXT_FEATURE_PARTS "NL80211_EXT_FEATURE":
    0 feature: U8.of(&NL80211_EXT_FEATURE_INDEX),
}

set! { /// Extended capabilities whose bits are set.
    pub(crate) EXT_CAPA_PARTS "WLAN_EXT_CAPA":
    0 capability: U8.of(&EXT_CAPA),
}

set! { /// Traffic that waits.
    pub(crate) TIM_PARTS "IEEE80211_TIM":
    0 tim: structure(&TIM_IE),
}

set! { /// A country.
    pub(crate) COUNTRY_PARTS "IEEE80211_COUNTRY":
    0 country: STRING,
    1 triplets: list!(structure(&COUNTRY_TRIPLET)),
}

set! { /// Suites of an authentication.
    pub(crate) AKM_PARTS "WLAN_AKM_SUITES":
    0 akm_suite: U32.of(&AKM),
}

set! { /// A robust security network.
    pub(crate) RSN_PARTS "IEEE80211_RSN":
    0 version: LE16,
    1 group_cipher_suite: BE32.of(&CIPHER),
    2 pairwise_cipher_suite_count: LE16,
    3 pairwise_cipher_suites: list!(BE32.of(&CIPHER)),
    4 akm_suite_count: LE16,
    5 akm_suites: list!(BE32.of(&AKM)),
    6 rsn_capabilities: structure(&RSN_CAPABILITIES),
    7 pmkid_count: LE16,
    8 pmkids: list!(BYTES.times(16)),
    9 group_management_cipher_suite: BE32.of(&CIPHER),
}

set! { /// User priorities.
    pub(crate) QOS_MAP_PARTS "IEEE80211_QOS_MAP":
    0 exceptions: list!(structure(&DSCP_EXCEPTION)),
    1 ranges: list!(structure(&DSCP_RANGE)),
}

set! { /// Neighbours of one channel.
    pub(crate) NEIGHBOR_PARTS "IEEE80211_NEIGHBOR_AP":
    0 neighbor_ap: structure(&NEIGHBOR_AP_INFO),
    1 tbtt_info_7_8_9: structure(&TBTT_INFO_7),
    2 tbtt_info_ge_11: structure(&TBTT_INFO_11),
    3 mld_params: structure(&RNR_MLD_PARAMS),
}

structure! { packed VENDOR_WHOLE "ieee80211_vendor_ie with data":
    oui: BE32.hex(),
    oui_type: U8;
    data: select(&VENDOR_DATA)
}

set! { /// A vendor's data.
    pub(crate) VENDOR_PARTS "IEEE80211_VENDOR":
    0 vendor: structure(&VENDOR_WHOLE),
}

set! { /// Attributes of Wi-Fi Simple Configuration.
    pub(crate) WPS_PARTS "WPS_ATTRIBUTE":
    0 attribute: structure(&WPS_ATTR),
}

set! { /// Attributes of Wi-Fi Direct.
    pub(crate) P2P_PARTS "IEEE80211_P2P_ATTRIBUTE":
    0 attribute: structure(&P2P_ATTR_TLV),
}

set! { /// Attributes of Wi-Fi Aware.
    pub(crate) NAN_PARTS "IEEE80211_NAN_ATTRIBUTE":
    0 attribute: structure(&NAN_ATTR_TLV),
}

set! { /// Subelements of a kind that is not known.
    pub(crate) SUBELEMENT_PARTS "IEEE80211_SUBELEMENT":
    0 subelement: structure(&SUBELEMENT),
}

set! { /// Another BSS of the same radio.
    pub(crate) PROFILE_PARTS "IEEE80211_PROFILE":
    0 profile: structure(&PROFILE),
}

set! { /// HE capabilities.
    pub(crate) HE_CAPABILITY_PARTS "IEEE80211_HE_CAPABILITY":
    0 he_cap_elem: structure(&HE_CAP_ELEM),
    1 mcs_80: structure(&HE_MCS_RX_TX),
    2 mcs_160: structure(&HE_MCS_RX_TX),
    3 mcs_80p80: structure(&HE_MCS_RX_TX),
    4 ppe_thresholds: structure(&HE_PPE),
}

set! { /// HE operation.
    pub(crate) HE_OPERATION_PARTS "IEEE80211_HE_OPERATION":
    0 he_operation: structure(&HE_OPERATION),
    1 vht_operation: structure(&HE_VHT_OPER),
    2 max_co_hosted_bssid_indicator: U8,
    3 he_6ghz_oper: structure(&HE_6GHZ_OPER),
}

set! { /// Spatial reuse.
    pub(crate) HE_SPR_PARTS "IEEE80211_HE_SPATIAL_REUSE":
    0 he_spr: structure(&HE_SPR_ELEM),
    1 non_srg_obss_pd_max_offset: U8,
    2 srg: structure(&HE_SRG),
}

set! { /// EHT operation.
    pub(crate) EHT_OPERATION_PARTS "IEEE80211_EHT_OPERATION":
    0 eht_operation: structure(&EHT_OPERATION),
    1 info: structure(&EHT_OPERATION_INFO),
    2 disabled_subchannel_bitmap: LE16.hex(),
}

set! { /// UHR operation.
    pub(crate) UHR_OPERATION_PARTS "IEEE80211_UHR_OPERATION":
    0 uhr_operation: structure(&UHR_OPERATION),
    1 dps: structure(&UHR_DPS),
    2 npca: structure(&UHR_NPCA),
    3 npca_dis_subch_bmap: LE16.hex(),
    4 p_edca: structure(&UHR_P_EDCA),
    5 dbe: structure(&UHR_DBE),
    6 dbe_dis_subch_bmap: LE16.hex(),
}

set! { /// A multi-link element.
    pub(crate) MULTI_LINK_PARTS "IEEE80211_MULTI_LINK":
    0 multi_link_elem: structure(&MULTI_LINK_ELEM),
    1 common: structure(&MLE_BASIC_COMMON),
    2 link_id: U8,
    3 bss_param_ch_cnt: U8,
    4 med_sync_delay: structure(&MED_SYNC_DELAY),
    5 eml_capa: structure(&EML_CAPA),
    6 mld_capa_op: structure(&MLD_CAPA_OP),
    7 mld_id: U8,
    8 ext_mld_capa_op: structure(&EXT_MLD_CAPA_OP),
    9 links: list!(structure(&LINK)),
}

set! { /// One link's station.
    pub(crate) STA_PROFILE_PARTS "IEEE80211_STA_PROFILE":
    0 per_sta_profile: structure(&PER_STA_PROFILE),
    1 sta_mac_addr: MAC,
    2 beacon_interval: LE16.unit(Unit::TimeUnits),
    3 tsf_offset: LE64.unit(Unit::Microseconds),
    4 dtim_info: structure(&DTIM_INFO),
    5 nstr_bitmap: LE16.hex(),
    6 bss_param_change_cnt: U8,
    7 sta_profile: BYTES,
}
