//! What a station can do, as elements and attributes carry it: HT, VHT, HE, EHT, UHR, S1G.
//!
//! Source: `linux/ieee80211-{ht,vht,he,eht,uhr,s1g}.h`; IEEE 802.11ah for the S1G MCS and NSS set.

use super::he_flags::*;
use super::ieee80211::*;
use crate::special::ieee80211::BITMAP;
use crate::table::macros::*;
use crate::table::{Fact, Unit};

structure! { /// A rate in units of 500 kbit/s, or a selector, and whether each station must know it.
    pub(crate) packed RATE "supported_rate":
    supported_rate: le_bits!(1: rate 7 of(&SELECTOR), basic 1),
}

// HT

select! { /// The MCS numbers that are set in 80 bits.
    HT_MCS_MASK number fact(Fact::Length) => {
    10 => special(&BITMAP),
} else BYTES.times(10) }

structure! { /// MCS set of HT.
    pub(super) packed MCS_INFO "ieee80211_mcs_info":
    rx_mask: select(&HT_MCS_MASK),
    rx_highest: LE16.unit(Unit::MegabitsPerSecond),
    tx_params: le_bits!(1: tx_defined 1, tx_rx_diff 1, tx_max_streams 2, tx_unequal_modulation 1, _ 3),
    reserved: BYTES.times(3).reserved(),
}

structure! { /// HT capabilities.
    pub(crate) packed HT_CAPABILITY "ieee80211_ht_cap":
    cap_info: LE16.of(&HT_CAP),
    ampdu_params_info: le_bits!(1: ampdu_factor 2 of(&MAX_AMPDU_LENGTH_EXP),
        ampdu_density 3 of(&MIN_MPDU_SPACING), _ 3),
    mcs: structure(&MCS_INFO),
    extended_ht_cap_info: le_bits!(2: pco 1, pco_time 2, _ 5, mcs_fb 2, htc_sup 1, rd_responder 1, _ 4),
    tx_BF_cap_info: LE32.hex(),
    antenna_selection_info: U8.hex(),
}

enumeration! { CHA_SEC "IEEE80211_HT_PARAM_CHA_SEC":
    0 IEEE80211_HT_PARAM_CHA_SEC_NONE, 1 IEEE80211_HT_PARAM_CHA_SEC_ABOVE,
    3 IEEE80211_HT_PARAM_CHA_SEC_BELOW,
}

enumeration! { HT_PROTECTION "IEEE80211_HT_OP_MODE_PROTECTION":
    0 IEEE80211_HT_OP_MODE_PROTECTION_NONE, 1 IEEE80211_HT_OP_MODE_PROTECTION_NONMEMBER,
    2 IEEE80211_HT_OP_MODE_PROTECTION_20MHZ, 3 IEEE80211_HT_OP_MODE_PROTECTION_NONHT_MIXED,
}

select! { HT_BASIC_SET number fact(Fact::Length) => {
    16 => special(&BITMAP),
} else BYTES.times(16) }

structure! { pub(super) packed HT_OPERATION "ieee80211_ht_operation":
    primary_chan: U8,
    ht_param: le_bits!(1: secondary_channel 2 of(&CHA_SEC), chan_width_any 1, rifs_mode 1, _ 4),
    operation_mode: le_bits!(2: protection 2 of(&HT_PROTECTION), non_gf_sta_prsnt 1, _ 1,
        non_ht_sta_prsnt 1, ccfs2 8, _ 3),
    stbc_param: le_bits!(2: _ 6, dual_beacon 1, dual_cts_prot 1, stbc_beacon 1, lsig_txop_fullprot 1,
        pco_active 1, pco_phase 1, _ 4),
    basic_set: select(&HT_BASIC_SET),
}

// VHT

structure! { packed VHT_MCS_MAP "vht_mcs_map":
    mcs_map: le_bits!(2: nss1 2 of(&VHT_MCS), nss2 2 of(&VHT_MCS), nss3 2 of(&VHT_MCS),
        nss4 2 of(&VHT_MCS), nss5 2 of(&VHT_MCS), nss6 2 of(&VHT_MCS), nss7 2 of(&VHT_MCS),
        nss8 2 of(&VHT_MCS)),
}

structure! { /// MCS set of VHT.
    pub(super) packed VHT_MCS_INFO "ieee80211_vht_mcs_info":
    rx_mcs_map: structure(&VHT_MCS_MAP),
    rx_highest: le_bits!(2: rx_highest 13, max_nsts_total 3),
    tx_mcs_map: structure(&VHT_MCS_MAP),
    tx_highest: le_bits!(2: tx_highest 13, ext_nss_bw_capable 1, _ 2),
}

structure! { /// VHT capabilities.
    pub(crate) packed VHT_CAPABILITY "ieee80211_vht_cap":
    vht_cap_info: LE32.of(&VHT_CAP),
    supp_mcs: structure(&VHT_MCS_INFO),
}

structure! { pub(super) packed VHT_OPERATION "ieee80211_vht_operation":
    chan_width: U8.of(&VHT_CHANWIDTH),
    center_freq_seg0_idx: U8,
    center_freq_seg1_idx: U8,
    basic_mcs_set: structure(&VHT_MCS_MAP),
}

// HE

structure! { /// HE MAC capabilities.
    pub(super) packed HE_MAC_CAP "he_mac_cap_info":
    mac_cap_info0: U8.of(&HE_MAC_CAP0),
    mac_cap_info1: U8.of(&HE_MAC_CAP1),
    mac_cap_info2: U8.of(&HE_MAC_CAP2),
    mac_cap_info3: U8.of(&HE_MAC_CAP3),
    mac_cap_info4: U8.of(&HE_MAC_CAP4),
    mac_cap_info5: U8.of(&HE_MAC_CAP5),
}

structure! { /// HE PHY capabilities.
    pub(super) packed HE_PHY_CAP "he_phy_cap_info":
    phy_cap_info0: U8.of(&HE_PHY_CAP0),
    phy_cap_info1: U8.of(&HE_PHY_CAP1),
    phy_cap_info2: U8.of(&HE_PHY_CAP2),
    phy_cap_info3: U8.of(&HE_PHY_CAP3),
    phy_cap_info4: U8.of(&HE_PHY_CAP4),
    phy_cap_info5: U8.of(&HE_PHY_CAP5),
    phy_cap_info6: U8.of(&HE_PHY_CAP6),
    phy_cap_info7: U8.of(&HE_PHY_CAP7),
    phy_cap_info8: U8.of(&HE_PHY_CAP8),
    phy_cap_info9: U8.of(&HE_PHY_CAP9),
    phy_cap_info10: U8.of(&HE_PHY_CAP10),
}

structure! { /// The fixed part of HE capabilities.
    pub(crate) packed HE_CAP_ELEM "ieee80211_he_cap_elem":
    mac_cap_info: structure(&HE_MAC_CAP),
    phy_cap_info: structure(&HE_PHY_CAP),
}

structure! { pub(super) packed HE_MCS_MAP "he_mcs_map":
    mcs_map: le_bits!(2: nss1 2 of(&HE_MCS), nss2 2 of(&HE_MCS), nss3 2 of(&HE_MCS),
        nss4 2 of(&HE_MCS), nss5 2 of(&HE_MCS), nss6 2 of(&HE_MCS), nss7 2 of(&HE_MCS),
        nss8 2 of(&HE_MCS)),
}

structure! { /// MCS of HE for one width of channels.
    pub(crate) packed HE_MCS_RX_TX "he_mcs_rx_tx":
    rx_mcs: structure(&HE_MCS_MAP),
    tx_mcs: structure(&HE_MCS_MAP),
}

structure! { /// MCS of HE for all widths.
    pub(super) packed HE_MCS_NSS_SUPP "ieee80211_he_mcs_nss_supp":
    rx_mcs_80: structure(&HE_MCS_MAP),
    tx_mcs_80: structure(&HE_MCS_MAP),
    rx_mcs_160: structure(&HE_MCS_MAP),
    tx_mcs_160: structure(&HE_MCS_MAP),
    rx_mcs_80p80: structure(&HE_MCS_MAP),
    tx_mcs_80p80: structure(&HE_MCS_MAP),
}

structure! { /// PPE thresholds of HE: three bits each, from the last bit of the first byte on.
    pub(crate) packed HE_PPE "he_ppe_thresholds":
    header: le_bits!(1: nss 3, ru_index_bitmask 4, ppet_bit0 1);
    ppet: BYTES
}

structure! { /// HE capabilities of the 6 GHz band.
    pub(crate) packed HE_6GHZ_CAPA "ieee80211_he_6ghz_capa":
    capa: le_bits!(2: min_mpdu_start 3 of(&MIN_MPDU_SPACING), max_ampdu_len_exp 3, max_mpdu_len 2, _ 1,
        sm_ps 2 of(&SM_PS), rd_responder 1, rx_antpat_cons 1, tx_antpat_cons 1, _ 2),
}

structure! { /// The fixed part of HE operation.
    pub(crate) packed HE_OPERATION "ieee80211_he_operation":
    he_oper_params: le_bits!(4: dflt_pe_duration 3, twt_required 1, rts_threshold 10, vht_oper_info 1,
        co_hosted_bss 1, er_su_disable 1, oper_info_6ghz 1, _ 6, bss_color 6, partial_bss_color 1,
        bss_color_disabled 1),
    he_mcs_nss_set: structure(&HE_MCS_MAP),
}

structure! { /// The VHT operation information inside HE operation.
    pub(crate) packed HE_VHT_OPER "he_vht_operation":
    chan_width: U8.of(&VHT_CHANWIDTH),
    center_freq_seg0_idx: U8,
    center_freq_seg1_idx: U8,
}

structure! { /// The 6 GHz operation information inside HE operation.
    pub(crate) packed HE_6GHZ_OPER "ieee80211_he_6ghz_oper":
    primary: U8,
    control: le_bits!(1: chanwidth 2, dup_beacon 1, reg_info 4, _ 1),
    ccfs0: U8,
    ccfs1: U8,
    minrate: U8.unit(Unit::MegabitsPerSecond),
}

structure! { /// The fixed part of spatial reuse parameters.
    pub(crate) packed HE_SPR_ELEM "ieee80211_he_spr":
    he_sr_control: U8.of(&HE_SPR),
}

structure! { /// The information on a spatial reuse group.
    pub(crate) packed HE_SRG "he_srg_information":
    srg_obss_pd_min_offset: U8.unit(Unit::Db),
    srg_obss_pd_max_offset: U8.unit(Unit::Db),
    srg_bss_color_bitmap: LE64.hex(),
    srg_partial_bssid_bitmap: LE64.hex(),
}

structure! { packed MU_EDCA_AC "ieee80211_he_mu_edca_param_ac_rec":
    aifsn: le_bits!(1: aifsn 4, acm 1, aci 2, _ 1),
    ecw_min_max: le_bits!(1: ecw_min 4, ecw_max 4),
    mu_edca_timer: U8,
}

structure! { pub(super) packed MU_EDCA "ieee80211_mu_edca_param_set":
    mu_qos_info: U8.hex(),
    ac_be: structure(&MU_EDCA_AC),
    ac_bk: structure(&MU_EDCA_AC),
    ac_vi: structure(&MU_EDCA_AC),
    ac_vo: structure(&MU_EDCA_AC),
}

// EHT

structure! { /// EHT MAC capabilities.
    pub(super) packed EHT_MAC_CAP "eht_mac_cap_info":
    mac_cap_info: le_bits!(2: epcs_prio_access 1, om_control 1, trig_txop_sharing_mode1 1,
        trig_txop_sharing_mode2 1, restricted_twt 1, scs_traffic_desc 1, max_mpdu_len 2,
        max_ampdu_len 1, eht_trs 1, txop_ret 1, two_bqrs 1, eht_link_adapt 2,
        unsol_epcs_prio_access 1, _ 1),
}

structure! { /// EHT PHY capabilities.
    pub(super) packed EHT_PHY_CAP "eht_phy_cap_info":
    phy_cap_info0_7: le_bits!(8: _ 1, width_320mhz_in_6ghz 1, tone_ru_242_gt20mhz 1,
        ndp_4_eht_lft_32_gi 1, partial_bw_ul_mu_mimo 1, su_beamformer 1, su_beamformee 1,
        beamformee_ss_80mhz 3, beamformee_ss_160mhz 3, beamformee_ss_320mhz 3, sounding_dim_80mhz 3,
        sounding_dim_160mhz 3, sounding_dim_320mhz 3, ng_16_su_feedback 1, ng_16_mu_feedback 1,
        codebook_4_2_su_fdbk 1, codebook_7_5_mu_fdbk 1, trig_su_bf_fdbk 1, trig_mu_bf_part_bw_fdbk 1,
        trig_cqi_fdbk 1, part_bw_dl_mu_mimo 1, psr_sr_supp 1, power_boost_fact_supp 1,
        eht_mu_ppdu_4_eht_ltf_08_gi 1, max_nc 4, non_trig_cqi_feedback 1, tx_less_242_tone_ru_supp 1,
        rx_less_242_tone_ru_supp 1, ppe_threshold_present 1, common_nominal_pkt_pad 2,
        max_num_supp_eht_ltf 5, mcs15_supp 4, eht_dup_6ghz_supp 1, sta_rx_ndp_wider_bw_20mhz 1,
        non_ofdma_ul_mu_mimo_80mhz 1, non_ofdma_ul_mu_mimo_160mhz 1, non_ofdma_ul_mu_mimo_320mhz 1,
        mu_beamformer_80mhz 1, mu_beamformer_160mhz 1, mu_beamformer_320mhz 1,
        tb_sounding_fdbk_rate_limit 1),
    phy_cap_info8: le_bits!(1: rx_1024qam_wider_bw_dl_ofdma 1, rx_4096qam_wider_bw_dl_ofdma 1, _ 6),
}

structure! { packed EHT_NSS "eht_max_nss":
    max_nss: le_bits!(1: rx 4, tx 4),
}

structure! { /// EHT MCS of a station that has 20 MHz only.
    pub(super) packed EHT_MCS_20 "ieee80211_eht_mcs_nss_supp_20mhz_only":
    rx_tx_mcs7_max_nss: structure(&EHT_NSS),
    rx_tx_mcs9_max_nss: structure(&EHT_NSS),
    rx_tx_mcs11_max_nss: structure(&EHT_NSS),
    rx_tx_mcs13_max_nss: structure(&EHT_NSS),
}

structure! { packed EHT_MCS_BW "ieee80211_eht_mcs_nss_supp_bw":
    rx_tx_mcs9_max_nss: structure(&EHT_NSS),
    rx_tx_mcs11_max_nss: structure(&EHT_NSS),
    rx_tx_mcs13_max_nss: structure(&EHT_NSS),
}

structure! { packed EHT_MCS_1 "eht_mcs_nss_supp_80":
    bw_80: structure(&EHT_MCS_BW),
}

structure! { packed EHT_MCS_2 "eht_mcs_nss_supp_160":
    bw_80: structure(&EHT_MCS_BW),
    bw_160: structure(&EHT_MCS_BW),
}

structure! { packed EHT_MCS_3 "eht_mcs_nss_supp_320":
    bw_80: structure(&EHT_MCS_BW),
    bw_160: structure(&EHT_MCS_BW),
    bw_320: structure(&EHT_MCS_BW),
}

select! { /// MCS of EHT, by length: how many widths of channels there are.
    pub(super) EHT_MCS_NSS_SUPP number fact(Fact::Length) => {
    3 => structure(&EHT_MCS_1),
    4 => structure(&EHT_MCS_20),
    6 => structure(&EHT_MCS_2),
    9 => structure(&EHT_MCS_3),
} else BYTES }

structure! { /// PPE thresholds of EHT: three bits each, behind nine bits of header.
    pub(super) packed EHT_PPE "eht_ppe_thresholds":
    header: le_bits!(2: nss 4, ru_index_bitmask 5, ppet_bits 7);
    ppet: BYTES
}

structure! { /// EHT capabilities; PPE thresholds may follow the MCS set, and only HE capabilities
    /// tell where.
    pub(crate) packed EHT_CAPABILITY "ieee80211_eht_cap_elem":
    mac_cap_info: structure(&EHT_MAC_CAP),
    phy_cap_info: structure(&EHT_PHY_CAP);
    mcs_nss_supp: select(&EHT_MCS_NSS_SUPP)
}

structure! { /// The fixed part of EHT operation.
    pub(crate) packed EHT_OPERATION "ieee80211_eht_operation":
    params: le_bits!(1: info_present 1, disabled_subchannel_bitmap_present 1, eht_def_pe_duration 1,
        group_addressed_bu_ind_limit 1, group_addressed_bu_ind_exp 2, mcs15_disable 1, _ 1),
    basic_mcs_nss: structure(&EHT_MCS_20),
}

structure! { /// The width and the centre of an EHT channel.
    pub(crate) packed EHT_OPERATION_INFO "ieee80211_eht_operation_info":
    control: le_bits!(1: chan_width 3, _ 5),
    ccfs0: U8,
    ccfs1: U8,
}

// UHR

structure! { /// UHR MAC capabilities.
    pub(super) packed UHR_CAP_MAC "ieee80211_uhr_cap_mac":
    mac_cap: le_bits!(6: dps_supp 1, dps_assist_supp 1, dps_ap_static_hcm_supp 1, _ 1, npca_supp 1,
        enh_bsr_supp 1, add_map_tid_supp 1, eotsp_supp 1, dso_supp 1, pedca_supp 1, dbe_supp 1,
        ul_lli_supp 1, p2p_lli_supp 1, puo_supp 1, ap_puo_supp 1, duo_supp 1,
        omc_ul_mu_dis_rx_supp 1, aom_supp 1, ifcs_loc_supp 1, uhr_trs_supp 1, txspg_supp 1,
        txop_ret_in_txspg 1, uhr_om_pu_to 4, param_upd_adv_notif_intv 3, upd_ind_tim_intv 5,
        bounded_ess 1, btm_assurance 1, co_bf_supp 1, _ 11),
}

structure! { /// UHR PHY capabilities.
    pub(super) packed UHR_CAP_PHY "ieee80211_uhr_cap_phy":
    cap: le_bits!(4: max_nss_rx_snd_ndp_le80 1, max_nss_rx_dl_mu_le80 1, max_nss_rx_snd_ndp_160 1,
        max_nss_rx_dl_mu_160 1, max_nss_rx_snd_ndp_320 1, max_nss_rx_dl_mu_320 1, elr_tx 1, elr_rx 1,
        part_bw_dl_mumimo 1, part_bw_ul_mumimo 1, mcs15 1, ldpc_2x_tx 1, ldpc_2x_rx 1,
        ueqm_tx_max_nss 2, ueqm_rx_max_nss 2, _ 1, co_bf_joint_sounding 1, im_tx 1, im_rx 1,
        co_sr_mode_1 1, co_sr_mode_2 1, dru_dbw_20_in_pbw_20 1, dru_dbw_40_in_pbw_40 1,
        dru_dbw_80_in_pbw_80 1, dru_dbw_80_in_pbw_160 1, dru_dbw_80_in_pbw_320 1,
        dru_dbw_20_in_pbw_ge80 1, dru_dbw_40_in_pbw_ge80 1, dru_dbw_60_in_pbw_ge80 1,
        dru_rru_hybrid_mode 1),
    reserved: U8.reserved(),
}

structure! { packed UHR_CAP_DBE "ieee80211_uhr_cap_dbe":
    cap: le_bits!(1: dbe_max_bw 3, eht_mcs_map_160_pres 1, eht_mcs_map_320_pres 1, _ 3);
    eht_mcs_map: list!(structure(&EHT_MCS_BW))
}

structure! { /// UHR capabilities; those of an access point end in DBE capabilities.
    pub(crate) packed UHR_CAPABILITY "ieee80211_uhr_cap":
    mac: structure(&UHR_CAP_MAC),
    phy: structure(&UHR_CAP_PHY);
    dbe: structure(&UHR_CAP_DBE)
}

structure! { /// The fixed part of UHR operation.
    pub(crate) packed UHR_OPERATION "ieee80211_uhr_operation":
    params: le_bits!(2: dps_ena 1, npca_ena 1, pedca_ena 1, dbe_ena 1, dbe_bw 3, _ 9),
    basic_mcs_nss_set: structure(&EHT_MCS_20),
}

structure! { /// Dynamic power save of UHR operation.
    pub(crate) packed UHR_DPS "ieee80211_uhr_dps_info":
    params: le_bits!(4: padding_delay 6, _ 2, transition_delay 6, _ 2, icf_required 1,
        parameterized_flag 1, lc_mode_bw 3, lc_mode_nss 4, lc_mode_mcs 4, mobile_ap_dps_static_hcm 1,
        _ 2),
}

structure! { /// Operation on another primary channel, of UHR operation.
    pub(crate) packed UHR_NPCA "ieee80211_uhr_npca_info":
    params: le_bits!(4: primary_chan_offs 4, min_dur_thresh 4, switch_delay 6, switch_back_delay 6,
        init_qsrc 2, moplen 1, dis_subch_bmap_pres 1, _ 8),
}

structure! { /// P-EDCA of UHR operation.
    pub(crate) packed UHR_P_EDCA "ieee80211_uhr_p_edca_info":
    p_edca_ec: le_bits!(1: ecw_min 4, ecw_max 4),
    params: le_bits!(2: aifsn 4, cw_ds 2, psrc_threshold 3, qsrc_threshold 2, _ 5),
}

structure! { /// Dynamic bandwidth extension of UHR operation.
    pub(crate) packed UHR_DBE "ieee80211_uhr_dbe_info":
    params: le_bits!(1: bandwidth 3, dis_subchannel_bitmap_pres 1, _ 4),
}

// S1G

structure! { /// S1G capabilities.
    pub(super) packed S1G_CAPAB_INFO "s1g_capab_info":
    cap0: le_bits!(1: s1g_long 1, sgi_1mhz 1, sgi_2mhz 1, sgi_4mhz 1, sgi_8mhz 1, sgi_16mhz 1,
        supp_ch_width 2),
    cap1: le_bits!(1: rx_ldpc 1, tx_stbc 1, rx_stbc 1, su_bfer 1, su_bfee 1, bfee_sts 3),
    cap2: le_bits!(1: sounding_dimensions 3, mu_bfer 1, mu_bfee 1, plus_htc_vht 1, traveling_pilot 2),
    cap3: le_bits!(1: rd_responder 1, ht_delayed_ba 1, max_mpdu_len 1, max_ampdu_len_exp 2,
        min_mpdu_start 3),
    cap4: le_bits!(1: uplink_sync 1, dynamic_aid 1, bat 1, time_ade 1, non_tim 1, group_aid 1, sta_type 2),
    cap5: le_bits!(1: cent_auth_control 1, dist_auth_control 1, amsdu 1, ampdu 1, asymmetric_ba 1,
        flow_control 1, sectorized_beam 2),
    cap6: le_bits!(1: obss_mitigation 1, fragment_ba 1, ndp_ps_poll 1, raw_operation 1, page_slicing 1,
        txop_sharing_imp_ack 1, vht_link_adapt 2),
    cap7: le_bits!(1: tack_as_ps_poll 1, dup_1mhz 1, mcs_negotiation 1, ctl_response_preamble_1mhz 1,
        ndp_bfing_report_poll 1, unsolicited_dyn_aid 1, sector_training_operation 1,
        temp_ps_mode_switch 1),
    cap8: le_bits!(1: twt_grouping 1, bdt 1, color 3, twt_request 1, twt_respond 1, pv1_frame 1),
    cap9: le_bits!(1: link_adapt_per_control_response 1, _ 7),
}

structure! { /// MCS and streams of S1G.
    pub(super) packed S1G_MCS_NSS "s1g_supp_mcs_nss":
    supp_mcs_nss: le_bits!(5: rx_mcs_map 8, rx_highest 9, tx_mcs_map 8, tx_highest 9,
        rx_single_stream 2, tx_single_stream 2, _ 2),
}

structure! { /// S1G capabilities, whole.
    pub(crate) packed S1G_CAPABILITY "ieee80211_s1g_cap":
    capab_info: structure(&S1G_CAPAB_INFO),
    supp_mcs_nss: structure(&S1G_MCS_NSS),
}

structure! { pub(super) packed S1G_OPERATION "ieee80211_s1g_oper_ie":
    ch_width: le_bits!(1: primary_width 1, operating_width 4, primary_location 1, _ 2),
    oper_class: U8,
    primary_ch: U8,
    oper_ch: U8,
    basic_mcs_nss: LE16.hex(),
}
