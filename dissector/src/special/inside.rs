//! What special decoders hand out beside the attributes of their sets: structs, choices and
//! names of their own. The walk does not need it; explaining names and checking filters do.

use super::{
    audit, geneve_options, ieee80211, inet_bytecode, ioam6_trace, ksmbd, multipath, nd_options,
    packet, packet_fanout, sockaddr, srh, taskstats, tc_ematch, tipc_tlv, uevent, w1,
};
use crate::families::headers::*;
use crate::families::nl80211::{capabilities as capa, elements, frames};
use crate::families::rt_nduseropt::ND_OPT_HDR;
use crate::families::rt_route::RTNEXTHOP;
use crate::families::taskstats::{TASKSTATS, TASKSTATS_15};
use crate::table::{Select, Special, Struct};

/// What some decoders hand out.
pub(crate) struct Inside {
    /// The decoders.
    pub(crate) of: &'static [&'static Special],
    /// Structs that stand under their own names.
    pub(crate) headers: &'static [&'static Struct],
    /// Structs that stand under another name, or whose fields stand alone.
    pub(crate) structs: &'static [&'static Struct],
    /// Choices.
    pub(crate) selects: &'static [&'static Select],
    /// Other names.
    pub(crate) names: &'static [&'static str],
    /// Those of them whose members the message itself names.
    pub(crate) free: &'static [&'static str],
}

const NOTHING: Inside = Inside {
    of: &[],
    headers: &[],
    structs: &[],
    selects: &[],
    names: &[],
    free: &[],
};

impl std::fmt::Debug for Inside {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list().entries(self.of).finish()
    }
}

impl Inside {
    /// Its structs, those that have a node of their own first.
    pub(crate) fn structs(&self) -> impl Iterator<Item = &'static Struct> {
        self.headers.iter().chain(self.structs).copied()
    }
}

/// What a decoder hands out.
pub(crate) fn inside(special: &Special) -> Option<&'static Inside> {
    let of = |i: &&Inside| i.of.iter().any(|s| std::ptr::eq(*s, special));
    ALL.iter().find(of)
}

/// All of them.
pub(crate) static ALL: &[Inside] = &[
    Inside {
        of: &[
            &ieee80211::ELEMENTS,
            &ieee80211::SUBELEMENTS,
            &ieee80211::PROFILES,
            &ieee80211::LINKS,
            &ieee80211::FRAME,
            &ieee80211::COUNTRY,
            &ieee80211::RSN,
            &ieee80211::WPA,
            &ieee80211::QOS_MAP,
            &ieee80211::NEIGHBOR_APS,
            &ieee80211::VENDOR,
            &ieee80211::WPS_ATTRIBUTES,
            &ieee80211::P2P_ATTRIBUTES,
            &ieee80211::NAN_ATTRIBUTES,
            &ieee80211::HE_CAPABILITY,
            &ieee80211::HE_OPERATION_PARTS,
            &ieee80211::HE_SPR_PARTS,
            &ieee80211::EHT_OPERATION_PARTS,
            &ieee80211::UHR_OPERATION_PARTS,
            &ieee80211::MULTI_LINK,
        ],
        structs: &[
            &elements::ELEMENT_HEADER,
            &elements::EXTENSION_HEADER,
            &elements::COUNTRY_TRIPLET,
            &elements::MULTI_LINK_ELEM,
            &elements::MLE_BASIC_COMMON,
            &elements::NEIGHBOR_AP_INFO,
            &elements::RNR_MLD_PARAMS,
            &elements::TBTT_INFO_7,
            &elements::TBTT_INFO_11,
            &elements::VENDOR_TYPE,
            &elements::WPS_ATTR,
            &elements::P2P_ATTR_TLV,
            &elements::NAN_ATTR_TLV,
            &elements::SUBELEMENT,
            &elements::PROFILE,
            &elements::LINK,
            &elements::RSN_CAPABILITIES,
            &elements::DSCP_EXCEPTION,
            &elements::DSCP_RANGE,
            &frames::MGMT_HEADER,
            &frames::S1G_BEACON_HEADER,
            &frames::ANY_HEADER,
            &capa::HE_MCS_RX_TX,
            &capa::HE_PPE,
            &capa::HE_CAP_ELEM,
            &capa::HE_VHT_OPER,
            &capa::HE_6GHZ_OPER,
            &capa::HE_OPERATION,
            &capa::HE_SRG,
            &capa::HE_SPR_ELEM,
            &capa::EHT_OPERATION_INFO,
            &capa::EHT_OPERATION,
            &capa::UHR_DPS,
            &capa::UHR_NPCA,
            &capa::UHR_P_EDCA,
            &capa::UHR_DBE,
            &capa::UHR_OPERATION,
        ],
        selects: &[
            &elements::ELEMENT,
            &elements::EXTENSION,
            &elements::VENDOR_DATA,
            &frames::BODY,
        ],
        names: &[
            "access_network_options",
            "akm_suite_count",
            "akm_suites",
            "body",
            "bss_param_ch_cnt",
            "common",
            "compressed_ssid",
            "country",
            "data",
            "dbe",
            "dbe_dis_subch_bmap",
            "disabled_subchannel_bitmap",
            "dps",
            "eml_capa",
            "exceptions",
            "ext_mld_capa_op",
            "group_cipher_suite",
            "group_management_cipher_suite",
            "he_6ghz_oper",
            "ht_control",
            "info",
            "link_id",
            "links",
            "max_co_hosted_bssid_indicator",
            "mcs_160",
            "mcs_80",
            "mcs_80p80",
            "med_sync_delay",
            "mld_capa_op",
            "mld_id",
            "next_tbtt",
            "non_srg_obss_pd_max_offset",
            "npca",
            "npca_dis_subch_bmap",
            "oui",
            "p_edca",
            "pairwise_cipher_suite_count",
            "pairwise_cipher_suites",
            "pmkid_count",
            "pmkids",
            "ppe_thresholds",
            "ranges",
            "rsn_capabilities",
            "srg",
            "tbtt_info",
            "triplets",
            "value",
            "variable",
            "version",
            "vht_operation",
        ],
        ..NOTHING
    },
    Inside {
        of: &[
            &packet::ETHERNET,
            &packet::IP,
            &packet::NFQA_PAYLOAD,
            &packet::NFULA_PAYLOAD,
            &packet::NFULA_HWHEADER,
            &packet::NFTA_TRACE_LL_HEADER,
            &packet::NFTA_TRACE_NETWORK_HEADER,
            &packet::NFTA_TRACE_TRANSPORT_HEADER,
            &packet::PSAMPLE_ATTR_DATA,
            &packet::NET_DM_ATTR_PAYLOAD,
            &packet::OVS_PACKET_ATTR_PACKET,
        ],
        headers: &[
            &ETHHDR,
            &VLAN_HDR,
            &ARPHDR,
            &ARPHDR_ETHERNET,
            &IPHDR,
            &IPV6HDR,
            &IPV6_OPT_HDR,
            &FRAG_HDR,
            &IP_AUTH_HDR,
            &IP_ESP_HDR,
            &GRE_BASE_HDR,
            &TCPHDR,
            &UDPHDR,
            &SCTPHDR,
            &IGMPHDR,
            &ICMPHDR,
            &ICMP6HDR,
        ],
        names: &["options"],
        ..NOTHING
    },
    Inside {
        of: &[&uevent::UEVENT],
        names: &[
            "action",
            "devpath",
            "env",
            "filter_devtype_hash",
            "filter_subsystem_hash",
            "filter_tag_bloom_hi",
            "filter_tag_bloom_lo",
            "header_size",
            "magic",
            "monitor_netlink_header",
            "prefix",
            "properties_len",
            "properties_off",
            "udev",
        ],
        free: &["env"],
        ..NOTHING
    },
    Inside {
        of: &[&audit::RECORD],
        names: &["fields", "serial", "timestamp"],
        free: &["fields"],
        ..NOTHING
    },
    Inside {
        of: &[&audit::rule::RULE_DATA, &audit::rule::PATHS],
        names: &[
            "action",
            "buf",
            "buflen",
            "field_count",
            "fieldflags",
            "fields",
            "flags",
            "mask",
            "unused",
            "values",
        ],
        ..NOTHING
    },
    Inside {
        of: &[&multipath::MULTIPATH],
        headers: &[&RTNEXTHOP],
        ..NOTHING
    },
    Inside {
        of: &[&nd_options::ND_OPTIONS, &nd_options::DOMAINS],
        structs: &[&ND_OPT_HDR],
        ..NOTHING
    },
    Inside {
        of: &[&taskstats::TASKSTATS_VERSION],
        structs: &[&TASKSTATS, &TASKSTATS_15],
        ..NOTHING
    },
    Inside {
        of: &[&tc_ematch::META, &tc_ematch::META_KIND, &tc_ematch::NBYTE],
        names: &["id", "pattern", "type"],
        ..NOTHING
    },
    Inside {
        of: &[&geneve_options::GENEVE_OPTIONS],
        names: &["flags", "opt_class", "opt_data", "type"],
        ..NOTHING
    },
    Inside {
        of: &[&inet_bytecode::INET_DIAG_BYTECODE],
        names: &[
            "addr",
            "cgroup_id",
            "code",
            "family",
            "ifindex",
            "mark",
            "mask",
            "no",
            "port",
            "prefix_len",
            "reserved",
            "yes",
        ],
        ..NOTHING
    },
    Inside {
        of: &[&ioam6_trace::NODES],
        names: &["schema_data", "schema_id", "schema_len"],
        ..NOTHING
    },
    Inside {
        of: &[
            &ksmbd::INTERFACES,
            &ksmbd::SHARE_CONFIG,
            &ksmbd::SPNEGO_REQUEST,
            &ksmbd::SPNEGO_RESPONSE,
            &ksmbd::RPC,
        ],
        names: &[
            "path",
            "session_expiry",
            "session_key",
            "spnego_blob",
            "veto_list",
        ],
        ..NOTHING
    },
    Inside {
        of: &[&packet_fanout::PACKET_FANOUT],
        names: &["id", "type"],
        ..NOTHING
    },
    Inside {
        of: &[&sockaddr::SOCKADDR],
        names: &[
            "sin6_addr",
            "sin6_family",
            "sin6_flowinfo",
            "sin6_port",
            "sin6_scope_id",
            "sin_addr",
            "sin_family",
            "sin_port",
            "ss_family",
        ],
        ..NOTHING
    },
    Inside {
        of: &[&srh::SEGMENTS],
        names: &[
            "data",
            "hmac",
            "hmackeyid",
            "len",
            "reserved",
            "tlvs",
            "type",
        ],
        ..NOTHING
    },
    Inside {
        of: &[&tipc_tlv::TLVS],
        names: &[
            "addr",
            "depth",
            "dest",
            "disc_domain",
            "lowbound",
            "name",
            "priority",
            "reason",
            "str",
            "tlv_len",
            "tlv_type",
            "type",
            "up",
            "upbound",
            "value",
        ],
        ..NOTHING
    },
    Inside {
        of: &[&w1::MESSAGES],
        names: &[
            "cmd",
            "data",
            "id",
            "len",
            "res",
            "status",
            "type",
            "w1_mst",
            "w1_netlink_cmd",
            "w1_netlink_msg",
        ],
        ..NOTHING
    },
];

/// What no table describes, wherever it stands.
pub(crate) static OPAQUE: Inside = Inside {
    names: &["payload", "rest", "trailing"],
    ..NOTHING
};
