//! Words of their own for names and constants.

/// Words where the part behind the set's or the enumeration's name is not what people say. `-`
/// leaves a name out, an empty one shows the value alone. Sorted.
static WORDS: &[(&str, &str)] = &[
    ("BRIDGE_VLANDB_ENTRY_INFO", ""),
    ("CTA_IP_V4_DST", "dst"),
    ("CTA_IP_V4_SRC", "src"),
    ("CTA_IP_V6_DST", "dst"),
    ("CTA_IP_V6_SRC", "src"),
    ("CTA_PROTO_DST_PORT", "dport"),
    ("CTA_PROTO_ICMP_CODE", "code"),
    ("CTA_PROTO_ICMP_ID", "id"),
    ("CTA_PROTO_ICMP_TYPE", "type"),
    ("CTA_PROTO_NUM", ""),
    ("CTA_PROTO_SRC_PORT", "sport"),
    ("DEVLINK_ATTR_BUS_NAME", ""),
    ("DEVLINK_ATTR_DEV_NAME", ""),
    ("ETHTOOL_A_HEADER_DEV_INDEX", "-"),
    ("ETHTOOL_A_HEADER_DEV_NAME", ""),
    ("ETHTOOL_A_HEADER_FLAGS", "-"),
    ("NFNLA_CHAIN_FAMILY", "-"),
    ("NFTA_CMP_OP", ""),
    ("NFTA_CMP_SREG", "-"),
    ("NFTA_DATA_VALUE", ""),
    ("NFTA_EXPR_NAME", ""),
    ("NFTA_HOOK_HOOKNUM", ""),
    ("NFTA_IMMEDIATE_DREG", "-"),
    ("NFTA_LOOKUP_SET", ""),
    ("NFTA_LOOKUP_SREG", "-"),
    ("NFTA_META_DREG", "-"),
    ("NFTA_META_KEY", ""),
    ("NFTA_PAYLOAD_BASE", ""),
    ("NFTA_PAYLOAD_DREG", "-"),
    ("NFTA_PAYLOAD_LEN", ""),
    ("NFTA_PAYLOAD_OFFSET", ""),
    ("NFTA_VERDICT_CHAIN", ""),
    ("NFTA_VERDICT_CODE", ""),
    ("NL80211_ATTR_GENERATION", "-"),
    ("NL80211_ATTR_IFINDEX", "dev"),
    ("NL80211_ATTR_IFNAME", "-"),
    ("NL80211_ATTR_WDEV", "-"),
    ("RTA_GATEWAY", "via"),
    ("RTA_OIF", "dev"),
    ("rest", "-"),
    ("rtnh_flags", ""),
    ("rtnh_hops", "weight"),
    ("rtnh_ifindex", "dev"),
    ("rtnh_len", "-"),
];

/// The word for a name, where it has one of its own.
pub(in crate::summary) fn word_of(name: &str) -> Option<&'static str> {
    let at = WORDS.binary_search_by(|(n, _)| (*n).cmp(name)).ok()?;
    WORDS.get(at).map(|(_, word)| *word)
}
