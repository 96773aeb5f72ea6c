//! What tells one object from another of its kind: by which two messages are about the same.

/// What messages are about.
#[derive(Clone, Copy, Debug)]
pub struct Subject {
    /// The messages, by their names.
    pub messages: &'static [&'static str],
    /// The fields and attributes that name the object; paths as filters have them.
    pub by: &'static [&'static str],
    /// No two objects have these the same.
    pub unique: bool,
    /// In a dump, the order of the objects matters.
    pub ordered: bool,
}

const fn unique(messages: &'static [&'static str], by: &'static [&'static str]) -> Subject {
    Subject {
        messages,
        by,
        unique: true,
        ordered: false,
    }
}

/// Several objects may have these the same, and their order is the meaning.
const fn ordered(messages: &'static [&'static str], by: &'static [&'static str]) -> Subject {
    Subject {
        messages,
        by,
        unique: false,
        ordered: true,
    }
}

/// All kinds that are known. Others are matched by how alike they are.
pub static SUBJECTS: &[Subject] = &[
    unique(
        &["RTM_NEWLINK", "RTM_DELLINK", "RTM_GETLINK", "RTM_SETLINK"],
        &["ifi_family", "ifi_index", "IFLA_IFNAME"],
    ),
    unique(&["RTM_NEWSTATS", "RTM_GETSTATS"], &["if_stats_msg.ifindex"]),
    unique(
        &["RTM_NEWADDR", "RTM_DELADDR", "RTM_GETADDR"],
        &["ifa_family", "ifa_index", "IFA_LOCAL", "IFA_ADDRESS"],
    ),
    unique(
        &["RTM_NEWROUTE", "RTM_DELROUTE", "RTM_GETROUTE"],
        &[
            "rtm_family",
            "rtm_dst_len",
            "rtm_tos",
            "rtm_table",
            "rtm_type",
            "RTA_DST",
            "RTA_TABLE",
            "RTA_PRIORITY",
        ],
    ),
    unique(
        &["RTM_NEWNEIGH", "RTM_DELNEIGH", "RTM_GETNEIGH"],
        &[
            "ndm_family",
            "ndm_ifindex",
            "NDA_DST",
            "NDA_LLADDR",
            "NDA_VLAN",
            "NDA_VNI",
        ],
    ),
    unique(
        &["RTM_NEWNEIGHTBL", "RTM_GETNEIGHTBL", "RTM_SETNEIGHTBL"],
        &["NDTA_NAME", "NDTPA_IFINDEX"],
    ),
    unique(
        &["RTM_NEWRULE", "RTM_DELRULE", "RTM_GETRULE"],
        &[
            "fib_rule_hdr.family",
            "FRA_PRIORITY",
            "FRA_SRC",
            "FRA_DST",
            "FRA_IIFNAME",
            "FRA_OIFNAME",
        ],
    ),
    unique(
        &["RTM_NEWNEXTHOP", "RTM_DELNEXTHOP", "RTM_GETNEXTHOP"],
        &["NHA_ID"],
    ),
    unique(
        &[
            "RTM_NEWQDISC",
            "RTM_DELQDISC",
            "RTM_GETQDISC",
            "RTM_NEWTCLASS",
            "RTM_DELTCLASS",
            "RTM_GETTCLASS",
        ],
        &["tcm_ifindex", "tcm_handle", "tcm_parent"],
    ),
    unique(
        &[
            "RTM_NEWTFILTER",
            "RTM_DELTFILTER",
            "RTM_GETTFILTER",
            "RTM_NEWCHAIN",
            "RTM_DELCHAIN",
            "RTM_GETCHAIN",
        ],
        &[
            "tcm_ifindex",
            "tcm_handle",
            "tcm_parent",
            "tcm_info",
            "TCA_CHAIN",
        ],
    ),
    unique(
        &["RTM_NEWNSID", "RTM_DELNSID", "RTM_GETNSID"],
        &["NETNSA_NSID"],
    ),
    unique(
        &["RTM_NEWNETCONF", "RTM_DELNETCONF", "RTM_GETNETCONF"],
        &["ncm_family", "NETCONFA_IFINDEX"],
    ),
    unique(
        &[
            "NFT_MSG_NEWTABLE",
            "NFT_MSG_GETTABLE",
            "NFT_MSG_DELTABLE",
            "NFT_MSG_DESTROYTABLE",
        ],
        &["nfgen_family", "NFTA_TABLE_NAME"],
    ),
    unique(
        &[
            "NFT_MSG_NEWCHAIN",
            "NFT_MSG_GETCHAIN",
            "NFT_MSG_DELCHAIN",
            "NFT_MSG_DESTROYCHAIN",
        ],
        &["nfgen_family", "NFTA_CHAIN_TABLE", "NFTA_CHAIN_NAME"],
    ),
    ordered(
        &[
            "NFT_MSG_NEWRULE",
            "NFT_MSG_GETRULE",
            "NFT_MSG_DELRULE",
            "NFT_MSG_DESTROYRULE",
            "NFT_MSG_GETRULE_RESET",
        ],
        &["nfgen_family", "NFTA_RULE_TABLE", "NFTA_RULE_CHAIN"],
    ),
    unique(
        &[
            "NFT_MSG_NEWSET",
            "NFT_MSG_GETSET",
            "NFT_MSG_DELSET",
            "NFT_MSG_DESTROYSET",
        ],
        &["nfgen_family", "NFTA_SET_TABLE", "NFTA_SET_NAME"],
    ),
    ordered(
        &[
            "NFT_MSG_NEWSETELEM",
            "NFT_MSG_GETSETELEM",
            "NFT_MSG_DELSETELEM",
            "NFT_MSG_DESTROYSETELEM",
            "NFT_MSG_GETSETELEM_RESET",
        ],
        &[
            "nfgen_family",
            "NFTA_SET_ELEM_LIST_TABLE",
            "NFTA_SET_ELEM_LIST_SET",
        ],
    ),
    unique(
        &[
            "NFT_MSG_NEWOBJ",
            "NFT_MSG_GETOBJ",
            "NFT_MSG_DELOBJ",
            "NFT_MSG_DESTROYOBJ",
            "NFT_MSG_GETOBJ_RESET",
        ],
        &[
            "nfgen_family",
            "NFTA_OBJ_TABLE",
            "NFTA_OBJ_NAME",
            "NFTA_OBJ_TYPE",
        ],
    ),
    unique(
        &[
            "NFT_MSG_NEWFLOWTABLE",
            "NFT_MSG_GETFLOWTABLE",
            "NFT_MSG_DELFLOWTABLE",
            "NFT_MSG_DESTROYFLOWTABLE",
        ],
        &[
            "nfgen_family",
            "NFTA_FLOWTABLE_TABLE",
            "NFTA_FLOWTABLE_NAME",
        ],
    ),
    unique(&["NFT_MSG_NEWGEN", "NFT_MSG_GETGEN"], &[]),
    unique(
        &[
            "IPCTNL_MSG_CT_NEW",
            "IPCTNL_MSG_CT_GET",
            "IPCTNL_MSG_CT_DELETE",
        ],
        &["CTA_TUPLE_ORIG", "CTA_ZONE"],
    ),
    unique(
        &[
            "IPCTNL_MSG_EXP_NEW",
            "IPCTNL_MSG_EXP_GET",
            "IPCTNL_MSG_EXP_DELETE",
        ],
        &["CTA_EXPECT_TUPLE", "CTA_EXPECT_MASTER"],
    ),
    unique(
        &[
            "IPSET_CMD_CREATE",
            "IPSET_CMD_DESTROY",
            "IPSET_CMD_FLUSH",
            "IPSET_CMD_HEADER",
            "IPSET_CMD_LIST",
            "IPSET_CMD_SAVE",
        ],
        &["IPSET_ATTR_SETNAME"],
    ),
    ordered(
        &["IPSET_CMD_ADD", "IPSET_CMD_DEL", "IPSET_CMD_TEST"],
        &["IPSET_ATTR_SETNAME"],
    ),
    unique(
        &[
            "XFRM_MSG_NEWSA",
            "XFRM_MSG_DELSA",
            "XFRM_MSG_GETSA",
            "XFRM_MSG_UPDSA",
        ],
        &["xfrm_usersa_info.id", "xfrm_usersa_id"],
    ),
    unique(
        &[
            "XFRM_MSG_NEWPOLICY",
            "XFRM_MSG_DELPOLICY",
            "XFRM_MSG_GETPOLICY",
            "XFRM_MSG_UPDPOLICY",
        ],
        &[
            "xfrm_userpolicy_info.sel",
            "xfrm_userpolicy_info.dir",
            "xfrm_userpolicy_id.sel",
            "xfrm_userpolicy_id.dir",
        ],
    ),
    unique(
        &["SOCK_DIAG_BY_FAMILY"],
        &[
            "idiag_family",
            "idiag_sport",
            "idiag_dport",
            "idiag_src",
            "idiag_dst",
            "idiag_if",
            "UNIX_DIAG_NAME",
        ],
    ),
    unique(
        &[
            "CTRL_CMD_NEWFAMILY",
            "CTRL_CMD_DELFAMILY",
            "CTRL_CMD_GETFAMILY",
            "CTRL_CMD_NEWMCAST_GRP",
            "CTRL_CMD_DELMCAST_GRP",
        ],
        &["CTRL_ATTR_FAMILY_NAME"],
    ),
    unique(
        &[
            "NL80211_CMD_NEW_INTERFACE",
            "NL80211_CMD_DEL_INTERFACE",
            "NL80211_CMD_GET_INTERFACE",
            "NL80211_CMD_SET_INTERFACE",
        ],
        &[
            "NL80211_ATTR_IFNAME",
            "NL80211_ATTR_IFINDEX",
            "NL80211_ATTR_WDEV",
        ],
    ),
    unique(
        &[
            "NL80211_CMD_NEW_STATION",
            "NL80211_CMD_DEL_STATION",
            "NL80211_CMD_GET_STATION",
            "NL80211_CMD_SET_STATION",
        ],
        &["NL80211_ATTR_IFINDEX", "NL80211_ATTR_MAC"],
    ),
    unique(
        &["NL80211_CMD_NEW_SCAN_RESULTS"],
        &["NL80211_ATTR_IFINDEX", "NL80211_BSS_BSSID"],
    ),
    unique(
        &[
            "DEVLINK_CMD_GET",
            "DEVLINK_CMD_SET",
            "DEVLINK_CMD_NEW",
            "DEVLINK_CMD_DEL",
            "DEVLINK_CMD_PORT_GET",
            "DEVLINK_CMD_PORT_SET",
            "DEVLINK_CMD_PORT_NEW",
            "DEVLINK_CMD_PORT_DEL",
        ],
        &[
            "DEVLINK_ATTR_BUS_NAME",
            "DEVLINK_ATTR_DEV_NAME",
            "DEVLINK_ATTR_PORT_INDEX",
        ],
    ),
];
