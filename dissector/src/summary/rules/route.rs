//! Links, addresses, routes, neighbours, rules, traffic control: the words of `ip`, `bridge`
//! and `tc`.

use crate::summary::rule::Act::{Del, Get, New, Set};
use crate::summary::rule::Show::{Bit, Changed, HighHalf, Is, LowProtocol, Prefix, Presence};
use crate::summary::rule::{Rule, inside, keep, part};

const IFF_UP: u64 = 1;
const AF_BRIDGE: u64 = 7;
const RT_TABLE_MAIN: u64 = 254;
const RTN_UNICAST: u64 = 1;
const RTPROT_BOOT: u64 = 3;
const FR_ACT_TO_TBL: u64 = 1;
const TC_H_ROOT: u64 = 0xffff_ffff;

pub(super) static RULES: &[Rule] = &[
    Rule {
        title: "link {}",
        messages: &[
            ("RTM_NEWLINK", New),
            ("RTM_DELLINK", Del),
            ("RTM_GETLINK", Get),
            ("RTM_SETLINK", Set),
        ],
        parts: &[
            keep(0, "ifi_flags"),
            part("", "IFLA_IFNAME|ifi_index|IFLA_ALT_IFNAME"),
            part("", "ifi_change")
                .show(Changed(0, IFF_UP, "up", "down"))
                .only_sent(),
            part("", "ifi_flags")
                .show(Bit(IFF_UP, "up", "down"))
                .zero()
                .only_told(),
            part("link", "IFLA_LINK"),
            part("address", "IFLA_ADDRESS").only_sent(),
            part("mtu", "IFLA_MTU"),
            part("txqueuelen", "IFLA_TXQLEN").only_sent(),
            part("master", "IFLA_MASTER"),
            part("", "IFLA_MASTER").show(Is(0, "nomaster")).only_sent(),
            part("alias", "IFLA_IFALIAS").only_sent(),
            inside("altname", "IFLA_PROP_LIST", 4).only_sent(),
            part("group", "IFLA_GROUP").only_sent(),
            part("netns", "IFLA_NET_NS_PID|IFLA_NET_NS_FD").only_sent(),
            part("state", "IFLA_OPERSTATE").only_sent(),
            part("mode", "IFLA_LINKMODE").only_sent().zero(),
            part("protodown", "IFLA_PROTO_DOWN").only_sent().zero(),
            part("type", "IFLA_LINKINFO.IFLA_INFO_KIND"),
            inside("", "IFLA_LINKINFO.IFLA_INFO_DATA", 6).only_sent(),
            inside("", "IFLA_LINKINFO.IFLA_INFO_SLAVE_DATA", 4).only_sent(),
            inside("", "IFLA_AF_SPEC", 4).only_sent(),
            inside("", "IFLA_PROTINFO", 4).only_sent(),
        ],
    },
    Rule {
        title: "linkprop {}",
        messages: &[("RTM_NEWLINKPROP", New), ("RTM_DELLINKPROP", Del)],
        parts: &[
            part("dev", "IFLA_IFNAME|ifi_index"),
            inside("", "IFLA_PROP_LIST", 4),
        ],
    },
    Rule {
        title: "addr {}",
        messages: &[
            ("RTM_NEWADDR", New),
            ("RTM_DELADDR", Del),
            ("RTM_GETADDR", Get),
        ],
        parts: &[
            keep(0, "ifa_prefixlen"),
            part("", "IFA_LOCAL|IFA_ADDRESS").show(Prefix(0)),
            part("dev", "ifa_index"),
            part("label", "IFA_LABEL").only_sent(),
            part("", "ifa_family").only_asking(),
        ],
    },
    Rule {
        title: "maddr {}",
        messages: &[
            ("RTM_NEWMULTICAST", New),
            ("RTM_DELMULTICAST", Del),
            ("RTM_GETMULTICAST", Get),
            ("RTM_NEWANYCAST", New),
            ("RTM_DELANYCAST", Del),
            ("RTM_GETANYCAST", Get),
        ],
        parts: &[
            part("", "IFA_MULTICAST|IFA_ANYCAST|IFA_ADDRESS"),
            part("dev", "ifa_index"),
        ],
    },
    Rule {
        title: "route {}",
        messages: &[
            ("RTM_NEWROUTE", New),
            ("RTM_DELROUTE", Del),
            ("RTM_GETROUTE", Get),
        ],
        parts: &[
            keep(0, "rtm_dst_len"),
            keep(1, "rtm_src_len"),
            part("", "rtm_type").but(RTN_UNICAST),
            part("", "RTA_DST").show(Prefix(0)).absent("default"),
            part("from", "RTA_SRC").show(Prefix(1)),
            part("as", "RTA_NEWDST"),
            part("nhid", "RTA_NH_ID"),
            part("encap", "RTA_ENCAP_TYPE"),
            inside("", "RTA_ENCAP", 4),
            part("via", "RTA_GATEWAY"),
            inside("via", "RTA_VIA", 2),
            part("dev", "RTA_OIF"),
            part("iif", "RTA_IIF"),
            part("table", "RTA_TABLE|rtm_table").but(RT_TABLE_MAIN),
            part("proto", "rtm_protocol").but(RTPROT_BOOT),
            part("scope", "rtm_scope").only_told(),
            part("src", "RTA_PREFSRC"),
            part("metric", "RTA_PRIORITY"),
            part("mark", "RTA_MARK"),
            inside("", "RTA_METRICS", 4),
            inside("nexthop", "RTA_MULTIPATH", 8),
            part("", "rtm_family").only_asking(),
        ],
    },
    Rule {
        title: "rule {}",
        messages: &[
            ("RTM_NEWRULE", New),
            ("RTM_DELRULE", Del),
            ("RTM_GETRULE", Get),
        ],
        parts: &[
            keep(0, "dst_len"),
            keep(1, "src_len"),
            part("from", "FRA_SRC").show(Prefix(1)),
            part("to", "FRA_DST").show(Prefix(0)),
            part("iif", "FRA_IIFNAME"),
            part("oif", "FRA_OIFNAME"),
            part("fwmark", "FRA_FWMARK"),
            part("ipproto", "FRA_IP_PROTO"),
            inside("sport", "FRA_SPORT_RANGE", 2),
            inside("dport", "FRA_DPORT_RANGE", 2),
            part("goto", "FRA_GOTO"),
            part("l3mdev", "FRA_L3MDEV").show(Presence),
            part("lookup", "FRA_TABLE|table"),
            part("", "action").but(FR_ACT_TO_TBL),
            part("pref", "FRA_PRIORITY"),
            part("", "family").only_asking(),
        ],
    },
    Rule {
        title: "neigh {}",
        messages: &[
            ("RTM_NEWNEIGH", New),
            ("RTM_DELNEIGH", Del),
            ("RTM_GETNEIGH", Get),
        ],
        parts: &[
            part("", "ndm_family").show(Is(AF_BRIDGE, "fdb")),
            part("", "NDA_DST|NDA_LLADDR"),
            part("dev", "ndm_ifindex|ifi_index"),
            part("lladdr", "NDA_LLADDR").once(),
            part("vlan", "NDA_VLAN"),
            part("vni", "NDA_VNI"),
            part("port", "NDA_PORT"),
            part("nhid", "NDA_NH_ID"),
            part("master", "NDA_MASTER|IFLA_MASTER"),
            part("", "ndm_flags"),
            part("", "ndm_state"),
        ],
    },
    Rule {
        title: "ntable {}",
        messages: &[
            ("RTM_NEWNEIGHTBL", New),
            ("RTM_GETNEIGHTBL", Get),
            ("RTM_SETNEIGHTBL", Set),
        ],
        parts: &[
            part("", "NDTA_NAME"),
            part("dev", "NDTA_PARMS.NDTPA_IFINDEX"),
            part("", "ndtm_family"),
        ],
    },
    Rule {
        title: "nexthop {}",
        messages: &[
            ("RTM_NEWNEXTHOP", New),
            ("RTM_DELNEXTHOP", Del),
            ("RTM_GETNEXTHOP", Get),
        ],
        parts: &[
            part("id", "NHA_ID"),
            inside("group", "NHA_GROUP", 12),
            part("blackhole", "NHA_BLACKHOLE").show(Presence),
            part("encap", "NHA_ENCAP_TYPE"),
            inside("", "NHA_ENCAP", 4),
            part("via", "NHA_GATEWAY"),
            part("dev", "NHA_OIF"),
            part("fdb", "NHA_FDB").show(Presence),
            part("master", "NHA_MASTER"),
        ],
    },
    Rule {
        title: "netconf {}",
        messages: &[
            ("RTM_NEWNETCONF", New),
            ("RTM_DELNETCONF", Del),
            ("RTM_GETNETCONF", Get),
        ],
        parts: &[
            part("", "ncm_family"),
            part("dev", "NETCONFA_IFINDEX"),
            part("forwarding", "NETCONFA_FORWARDING").zero(),
            part("rp_filter", "NETCONFA_RP_FILTER").zero(),
            part("proxy_neigh", "NETCONFA_PROXY_NEIGH").zero(),
        ],
    },
    Rule {
        title: "netns {}",
        messages: &[
            ("RTM_NEWNSID", New),
            ("RTM_DELNSID", Del),
            ("RTM_GETNSID", Get),
        ],
        parts: &[
            part("id", "NETNSA_NSID").zero(),
            part("pid", "NETNSA_PID"),
            part("fd", "NETNSA_FD"),
        ],
    },
    Rule {
        title: "addrlabel {}",
        messages: &[
            ("RTM_NEWADDRLABEL", New),
            ("RTM_DELADDRLABEL", Del),
            ("RTM_GETADDRLABEL", Get),
        ],
        parts: &[
            keep(0, "ifal_prefixlen"),
            part("prefix", "IFAL_ADDRESS").show(Prefix(0)).zero(),
            part("dev", "ifal_index"),
            part("label", "IFAL_LABEL").zero(),
        ],
    },
    Rule {
        title: "link stats {}",
        messages: &[
            ("RTM_NEWSTATS", New),
            ("RTM_GETSTATS", Get),
            ("RTM_SETSTATS", Set),
        ],
        parts: &[part("dev", "ifindex"), part("", "filter_mask")],
    },
    Rule {
        title: "prefix {}",
        messages: &[("RTM_NEWPREFIX", New)],
        parts: &[
            part("", "PREFIX_ADDRESS"),
            part("/", "prefix_len").glued(),
            part("dev", "prefix_ifindex"),
        ],
    },
    Rule {
        title: "mdb {}",
        messages: &[
            ("RTM_NEWMDB", New),
            ("RTM_DELMDB", Del),
            ("RTM_GETMDB", Get),
        ],
        parts: &[
            part("dev", "ifindex"),
            inside("port", "MDBA_SET_ENTRY|MDBA_GET_ENTRY|MDBA_MDB", 6),
        ],
    },
    Rule {
        title: "vlan {}",
        messages: &[
            ("RTM_NEWVLAN", New),
            ("RTM_DELVLAN", Del),
            ("RTM_GETVLAN", Get),
        ],
        parts: &[
            part("dev", "ifindex"),
            inside("", "BRIDGE_VLANDB_ENTRY", 4),
            inside("", "BRIDGE_VLANDB_GLOBAL_OPTIONS", 4),
        ],
    },
    Rule {
        title: "qdisc {}",
        messages: &[
            ("RTM_NEWQDISC", New),
            ("RTM_DELQDISC", Del),
            ("RTM_GETQDISC", Get),
        ],
        parts: &[
            part("dev", "tcm_ifindex"),
            part("", "tcm_parent").show(Is(TC_H_ROOT, "root")),
            part("parent", "tcm_parent").but(TC_H_ROOT),
            part("handle", "tcm_handle"),
            part("", "TCA_KIND"),
            inside("", "TCA_OPTIONS", 6),
        ],
    },
    Rule {
        title: "class {}",
        messages: &[
            ("RTM_NEWTCLASS", New),
            ("RTM_DELTCLASS", Del),
            ("RTM_GETTCLASS", Get),
        ],
        parts: &[
            part("dev", "tcm_ifindex"),
            part("", "tcm_parent").show(Is(TC_H_ROOT, "root")),
            part("parent", "tcm_parent").but(TC_H_ROOT),
            part("classid", "tcm_handle"),
            part("", "TCA_KIND"),
            inside("", "TCA_OPTIONS", 6),
        ],
    },
    Rule {
        title: "filter {}",
        messages: &[
            ("RTM_NEWTFILTER", New),
            ("RTM_DELTFILTER", Del),
            ("RTM_GETTFILTER", Get),
        ],
        parts: &[
            part("dev", "tcm_ifindex"),
            part("", "tcm_parent").show(Is(TC_H_ROOT, "root")),
            part("parent", "tcm_parent").but(TC_H_ROOT),
            part("protocol", "tcm_info").show(LowProtocol),
            part("pref", "tcm_info").show(HighHalf),
            part("chain", "TCA_CHAIN"),
            part("handle", "tcm_handle"),
            part("", "TCA_KIND"),
            inside("", "TCA_OPTIONS", 8),
        ],
    },
    Rule {
        title: "chain {}",
        messages: &[
            ("RTM_NEWCHAIN", New),
            ("RTM_DELCHAIN", Del),
            ("RTM_GETCHAIN", Get),
        ],
        parts: &[
            part("dev", "tcm_ifindex"),
            part("parent", "tcm_parent").but(TC_H_ROOT),
            part("chain", "TCA_CHAIN").zero(),
            part("", "TCA_KIND"),
        ],
    },
    Rule {
        title: "action {}",
        messages: &[
            ("RTM_NEWACTION", New),
            ("RTM_DELACTION", Del),
            ("RTM_GETACTION", Get),
        ],
        parts: &[inside("", "TCA_ROOT_TAB", 8)],
    },
];
