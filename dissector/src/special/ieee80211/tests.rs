//! Elements and frames from bytes: whole, short, long, mutated.

use super::*;
use crate::special::test::{decode, lengths};
use crate::wire::ByteOrder::Little;

static ALL: [&Special; 26] = [
    &ELEMENTS,
    &SUBELEMENTS,
    &PROFILES,
    &LINKS,
    &FRAME,
    &AIR_FRAME,
    &BITMAP,
    &EXT_FEATURES,
    &EXT_CAPA_BITS,
    &TIM,
    &EXTERNAL_AUTH_AKMS,
    &COUNTRY,
    &RSN,
    &QOS_MAP,
    &NEIGHBOR_APS,
    &VENDOR,
    &WPS_ATTRIBUTES,
    &P2P_ATTRIBUTES,
    &NAN_ATTRIBUTES,
    &HE_CAPABILITY,
    &HE_OPERATION_PARTS,
    &HE_SPR_PARTS,
    &EHT_OPERATION_PARTS,
    &UHR_OPERATION_PARTS,
    &MULTI_LINK,
    &STA_PROFILE,
];

/// The lines, each without its indentation.
fn lines(special: &Special, bytes: &[u8]) -> Vec<String> {
    let lines = decode(special, bytes, Little).into_iter();
    lines.map(|l| l.trim_start().to_owned()).collect()
}

/// Whether `part` stands in `lines` in a row.
#[track_caller]
fn holds(lines: &[String], part: &[&str]) {
    let found = lines.windows(part.len()).any(|w| w == part);
    assert!(found, "{part:?} is not in {lines:#?}");
}

#[test]
fn elements_by_number_by_extension_and_without_a_name() {
    let bytes =
        b"\x00\x03lab\x01\x02\x82\x0c\x08\x01\x05\xff\x02\x36\x07\xdd\x05\x00\x50\xf2\x63\x01";
    let got = lines(&ELEMENTS, bytes);
    holds(&got, &["id: WLAN_EID_SSID", "datalen: 3", "data: lab"]);
    holds(&got, &["rate: 2", "basic: 1"]);
    holds(&got, &["rate: 12", "basic: 0"]);
    holds(&got, &["id: 8", "datalen: 1", "data: Opaque [05]"]);
    holds(&got, &["datalen: 2", "extension: 54", "data: Opaque [07]"]);
    holds(
        &got,
        &["oui: Mac [00, 50, f2]", "oui_type: 99", "data: Opaque [01]"],
    );
}

#[test]
fn an_element_that_is_cut_keeps_its_bytes() {
    let got = lines(&ELEMENTS, b"\x00\x03lab\x01\x09\x82");
    holds(
        &got,
        &["data: lab", "! bad-payload", "rest: Opaque [01, 09, 82]"],
    );
}

#[test]
fn a_traffic_map_counts_from_its_offset() {
    let got = lines(&TIM, b"\x00\x02\x05\x00\x81");
    holds(&got, &["multicast: 1", "bitmap_offset: 2"]);
    holds(&got, &["[40]: 40", "[47]: 47"]);
    assert_eq!(lines(&TIM, b"\x00"), ["x Struct", "dtim_count: 0"]);
}

#[test]
fn suites_of_a_robust_network() {
    let whole = b"\x01\x00\x00\x0f\xac\x04\x01\x00\x00\x0f\xac\x04\x01\x00\x00\x0f\xac\x02\xc0\x00\x00\x00\x00\x0f\xac\x06";
    let got = lines(&RSN, whole);
    holds(
        &got,
        &["version: 1", "group_cipher_suite: WLAN_CIPHER_SUITE_CCMP"],
    );
    holds(&got, &["akm_suites Array", "[0]: WLAN_AKM_SUITE_PSK"]);
    holds(&got, &["mfp_required: 1", "mfp_capable: 1"]);
    holds(
        &got,
        &[
            "pmkid_count: 0",
            "group_management_cipher_suite: WLAN_CIPHER_SUITE_AES_CMAC",
        ],
    );
    // it may end behind any of its parts, and a count may promise more than there is
    assert_eq!(lines(&RSN, &whole[..2]), ["x Struct", "version: 1"]);
    let got = lines(
        &RSN,
        b"\x01\x00\x00\x0f\xac\x04\xff\xff\x00\x0f\xac\x04\x00",
    );
    holds(
        &got,
        &[
            "pairwise_cipher_suite_count: 65535",
            "pairwise_cipher_suites Array",
            "[0]: WLAN_CIPHER_SUITE_CCMP",
            "akm_suite_count: Opaque [00]",
        ],
    );
}

#[test]
fn a_country_its_channels_and_its_padding() {
    let got = lines(&COUNTRY, b"DE \x01\x0d\x14\xc9\x01\x02\0");
    holds(&got, &["country: DE ", "triplets Array"]);
    holds(&got, &["num_channels: 13", "max_power: 20"]);
    holds(&got, &["reg_class: 1", "coverage_class: 2"]);
    assert!(!got.iter().any(|l| l.starts_with("trailing")));
}

#[test]
fn a_management_frame_in_clear_and_on_the_air() {
    let mut frame = *b"\xc0\0\x3a\x01\x02\0\0\0\0\0\x02\0\0\0\x01\0\x02\0\0\0\0\0\x10\0\x03\0";
    let reason = ["body Struct", "reason_code: WLAN_REASON_DEAUTH_LEAVING"];
    let got = lines(&FRAME, &frame);
    holds(&got, &["type: IEEE80211_STYPE_DEAUTH", "flags: "]);
    holds(&got, &["fragment: 0", "sequence: 1"]);
    holds(&got, &reason);
    holds(&lines(&AIR_FRAME, &frame), &reason);
    frame[1] = 0x40;
    holds(&lines(&FRAME, &frame), &reason);
    holds(&lines(&AIR_FRAME, &frame), &["body: Packet [03, 00]"]);
}

#[test]
fn a_data_frame_of_four_addresses() {
    let got = lines(
        &FRAME,
        b"\x88\x03\0\0\x02\0\0\0\0\x01\x02\0\0\0\0\x02\x02\0\0\0\0\x03\x20\0\x02\0\0\0\0\x04\x05\0\xaa\xaa",
    );
    holds(
        &got,
        &[
            "type: IEEE80211_STYPE_QOS_DATA",
            "flags: IEEE80211_FCTL_TODS IEEE80211_FCTL_FROMDS",
        ],
    );
    holds(
        &got,
        &["sequence: 2", "addr4: Mac [02, 00, 00, 00, 00, 04]"],
    );
    holds(&got, &["tid: 5", "eosp: 0"]);
    assert_eq!(
        got.last().map(String::as_str),
        Some("body: Packet [aa, aa]")
    );
}

#[test]
fn control_frames_have_as_many_addresses_as_fit() {
    let ack = lines(&FRAME, b"\xd4\0\0\0\x02\0\0\0\0\x01");
    holds(
        &ack,
        &["duration_id: 0", "addr1: Mac [02, 00, 00, 00, 00, 01]"],
    );
    let cut = lines(&FRAME, b"\xd4\0\0\0\x02\0");
    holds(&cut, &["duration_id: 0", "body: Packet [02, 00]"]);
}

#[test]
fn an_s1g_beacon_has_what_it_announces() {
    let bytes = b"\x1c\x05\0\0\x02\0\0\0\0\x01\x10\0\0\0\x07\x01\x02\x03\x0c\x00\x01a";
    let got = lines(&FRAME, bytes);
    holds(
        &got,
        &["next_tbtt_present: 1", "cssid_present: 0", "ano_present: 1"],
    );
    holds(&got, &["timestamp: 16", "change_seq: 7"]);
    holds(&got, &["value: 197121", "access_network_options: 12"]);
    holds(&got, &["id: WLAN_EID_SSID", "datalen: 1", "data: a"]);
}

#[test]
fn flags_announce_what_follows() {
    let got = lines(
        &HE_OPERATION_PARTS,
        b"\x00\x00\x02\x05\xfc\xff\x05\x02\x07\x00\x06",
    );
    holds(&got, &["oper_info_6ghz: 1", "bss_color: 5"]);
    holds(&got, &["he_6ghz_oper Struct", "primary: 5"]);
    holds(&got, &["ccfs0: 7", "ccfs1: 0", "minrate: 6"]);
    let got = lines(
        &EHT_OPERATION_PARTS,
        b"\x03\x11\x11\x11\x11\x02\x2a\x32\x01\x80",
    );
    holds(
        &got,
        &[
            "chan_width: 2",
            "ccfs0: 42",
            "ccfs1: 50",
            "disabled_subchannel_bitmap: 32769",
        ],
    );
    // announced, but not there
    let got = lines(&EHT_OPERATION_PARTS, b"\x03\x11\x11\x11\x11\x02");
    assert_eq!(
        got.last().map(String::as_str),
        Some("trailing: Opaque [02]")
    );
}

#[test]
fn a_multi_link_element_and_its_links() {
    let got = lines(
        &MULTI_LINK,
        b"\xb0\x01\x0d\x02\0\0\0\0\x09\x01\x03\x07\x00\x03\x00\x00\x0b\x31\0\x07\x02\0\0\0\0\x0a\x11\x22",
    );
    holds(
        &got,
        &[
            "mld_mac_addr: Mac [02, 00, 00, 00, 00, 09]",
            "link_id: 1",
            "bss_param_ch_cnt: 3",
        ],
    );
    holds(
        &got,
        &[
            "emlsr_supp: 1",
            "eml_padding_delay: IEEE80211_EML_CAP_EML_PADDING_DELAY_128US",
        ],
    );
    holds(
        &got,
        &[
            "sta_info_len: 7",
            "sta_mac_addr: Mac [02, 00, 00, 00, 00, 0a]",
            "sta_profile: Opaque [11, 22]",
        ],
    );
}

#[test]
fn neighbours_by_the_length_of_their_entries() {
    let short = lines(&NEIGHBOR_APS, b"\x10\x01\x51\x06\x05\x07");
    holds(&short, &["tbtt_info_len: 1", "op_class: 81", "channel: 6"]);
    holds(&short, &["tbtt_offset: 5", "[1] Struct", "tbtt_offset: 7"]);
    let long = lines(
        &NEIGHBOR_APS,
        b"\x00\x0d\x83\x25\xff\x02\0\0\0\0\x07\x78\x56\x34\x12\x0a\xe0",
    );
    holds(
        &long,
        &[
            "bssid: Mac [02, 00, 00, 00, 00, 07]",
            "short_ssid: 305419896",
        ],
    );
}

#[test]
fn a_qos_map_is_exceptions_then_eight_ranges() {
    let map = [
        46, 6, 0, 7, 8, 15, 16, 23, 24, 31, 32, 39, 40, 47, 255, 255, 56, 63,
    ];
    let got = lines(&QOS_MAP, &map);
    holds(
        &got,
        &["exceptions Array", "[0] Struct", "dscp: 46", "up: 6"],
    );
    holds(&got, &["ranges Array", "[0] Struct", "low: 0", "high: 7"]);
    holds(&got, &["[7] Struct", "low: 56", "high: 63"]);
    holds(&lines(&QOS_MAP, &map[..15]), &["! bad-payload"]);
}

#[test]
fn bits_by_number_and_name() {
    let got = lines(&EXT_CAPA_BITS, &[4, 0, 0x40, 0x80]);
    holds(
        &got,
        &["[2]: WLAN_EXT_CAPA1_EXT_CHANNEL_SWITCHING", "[1] Bits"],
    );
    holds(&got, &["[22]: WLAN_EXT_CAPA3_MULTI_BSSID_SUPPORT"]);
    holds(&lines(&BITMAP, &[0, 3]), &["[8]: 8", "[9]: 9"]);
}

#[test]
fn sae_alone_is_big_endian_where_user_space_authenticates() {
    for suite in [[0x00, 0x0f, 0xac, 0x08], [0x08, 0xac, 0x0f, 0x00]] {
        let got = lines(&EXTERNAL_AUTH_AKMS, &suite);
        assert_eq!(got, ["x Array", "[0]: WLAN_AKM_SUITE_SAE"]);
    }
}

#[test]
fn no_length_and_no_mutation_loses_a_byte() {
    let samples: [&[u8]; 5] = [
        &[1; 40],
        &[0xff; 40],
        b"\x00\x03lab\x01\x02\x82\x0c\x30\x02\x01\x00\xdd\x04\x00\x50\xf2\x04\xff\x03\x23\x01\x02",
        b"\x80\0\0\0\x02\0\0\0\0\0\x02\0\0\0\x01\0\x02\0\0\0\0\0\x10\0\x01\x02\x03\x04\x05\x06\x07\x08\x64\0\x11\x04\x00\x01a",
        b"\xf0\x0f\x14\x02\0\0\0\0\x09\x01\x03\x07\x00\x03\x00\x00\x01\x02\x03\x04\x05\x06\x00\x04\xff\x0f\x02\x01",
    ];
    let mut random = 0x9e37_79b9_7f4a_7c15u64;
    for special in ALL {
        for sample in samples {
            lengths(special, sample);
            let mut bytes = sample.to_vec();
            for _ in 0..25 {
                random ^= random << 13;
                random ^= random >> 7;
                random ^= random << 17;
                let at = random as usize % bytes.len();
                bytes[at] = (random >> 32) as u8;
                decode(special, &bytes, Little);
            }
        }
    }
}
