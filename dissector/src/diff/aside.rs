//! What is left aside: fields and attributes that differ between two runs of the same, and
//! say nothing of what was asked or what is there.

/// Where something is left aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whence {
    /// Everywhere.
    All,
    /// In what the kernel sends; in a request it is a wish.
    Kernel,
    /// In answers to requests.
    Answers,
}

impl Whence {
    /// The word for it.
    pub const fn word(self) -> &'static str {
        match self {
            Whence::All => "everywhere",
            Whence::Kernel => "from the kernel",
            Whence::Answers => "in answers",
        }
    }
}

/// Something that is left aside.
#[derive(Clone, Copy, Debug)]
pub struct Aside {
    /// Whose it is: a protocol, a family, a subsystem; `netlink` where it is everybody's.
    pub family: &'static str,
    /// The path, as a filter has it.
    pub path: &'static str,
    /// Where it is left aside.
    pub whence: Whence,
    /// Why.
    pub why: &'static str,
}

/// How names or numbers that are given at run time are told to be the same in both captures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Role {
    /// The name of an interface that a program or the kernel made up.
    Interface,
    /// An interface whose name the capture does not tell: its index.
    Index,
    /// The id of a network namespace.
    Netns,
    /// The name of an anonymous set or chain of nf_tables.
    Set,
    /// A link-layer address made up by the kernel.
    Mac,
    /// An address that was made of one.
    LinkLocal,
    /// The number or name of a radio, or of what stands on it.
    Radio,
}

impl Role {
    /// The word for it.
    pub const fn word(self) -> &'static str {
        match self {
            Role::Interface => "interface",
            Role::Index => "interface index",
            Role::Netns => "network namespace id",
            Role::Set => "anonymous set",
            Role::Mac => "link-layer address",
            Role::LinkLocal => "link-local address",
            Role::Radio => "radio",
        }
    }

    /// Whether the same text means the same in both captures.
    pub(super) const fn is_name(self) -> bool {
        !matches!(self, Role::Index | Role::Netns | Role::Radio)
    }
}

/// Numbers that are compared by the part that they play.
pub static ROLES: &[(&str, Role)] = &[
    ("IFLA_LINK_NETNSID", Role::Netns),
    ("IFLA_NEW_NETNSID", Role::Netns),
    ("IFLA_TARGET_NETNSID", Role::Netns),
    ("IFA_TARGET_NETNSID", Role::Netns),
    ("NETNSA_NSID", Role::Netns),
    ("NETNSA_CURRENT_NSID", Role::Netns),
    ("NETNSA_TARGET_NSID", Role::Netns),
    ("NETCONFA_IFINDEX", Role::Index),
    ("NL80211_ATTR_WIPHY", Role::Radio),
    ("NL80211_ATTR_WDEV", Role::Radio),
];

macro_rules! asides {
    ($($family:literal { $($whence:ident $why:literal: $($path:literal),+ $(,)? ;)+ })+) => {
        /// All of it, by family.
        pub static ASIDES: &[Aside] = &[$($($(
            Aside { family: $family, path: $path, whence: Whence::$whence, why: $why },
        )+)+)+];
    };
}

asides! {
    "netlink" {
        All "follows from the attributes": "nlmsg_len";
        All "counted by the sender": "nlmsg_seq";
        All "the port of a socket": "nlmsg_pid";
        Answers "how the kernel packs a dump": "nlmsg_flags";
        All "of the exchange, not of its matter": "NLMSGERR_ATTR_COOKIE", "NLMSGERR_ATTR_OFFS", "NLMSGERR_ATTR_MISS_NEST";
    }
    "NETLINK_ROUTE" {
        Kernel "statistics": "IFLA_STATS", "IFLA_STATS64", "IFLA_VF_STATS", "IFLA_INET6_STATS", "IFLA_INET6_ICMP6STATS",
            "IFLA_CARRIER_CHANGES", "IFLA_CARRIER_UP_COUNT", "IFLA_CARRIER_DOWN_COUNT",
            "IFLA_BOND_SLAVE_LINK_FAILURE_COUNT", "IFLA_STATS_LINK_64", "IFLA_STATS_LINK_XSTATS",
            "IFLA_STATS_LINK_XSTATS_SLAVE", "IFLA_STATS_LINK_OFFLOAD_XSTATS", "IFLA_STATS_AF_SPEC", "IFLA_INFO_XSTATS",
            "NDTA_STATS", "RTA_MFC_STATS", "BRIDGE_VLANDB_ENTRY_STATS";
        Kernel "statistics of traffic control": "TCA_STATS", "TCA_STATS2", "TCA_XSTATS", "TCA_ACT_STATS";
        All "when an address was made and changed": "IFA_CACHEINFO.cstamp", "IFA_CACHEINFO.tstamp";
        Kernel "ages and timers": "IFA_CACHEINFO", "RTA_CACHEINFO", "RTA_EXPIRES", "NDA_CACHEINFO", "NDA_PROBES",
            "IFLA_INET6_CACHEINFO", "PREFIX_CACHEINFO", "IFLA_BR_HELLO_TIMER", "IFLA_BR_TCN_TIMER",
            "IFLA_BR_TOPOLOGY_CHANGE_TIMER", "IFLA_BR_GC_TIMER", "IFLA_BRPORT_MESSAGE_AGE_TIMER",
            "IFLA_BRPORT_FORWARD_DELAY_TIMER", "IFLA_BRPORT_HOLD_TIMER", "MDBA_MDB_EATTR_TIMER",
            "MDBA_ROUTER_PATTR_TIMER", "NHA_RES_GROUP_UNBALANCED_TIME", "NHA_RES_BUCKET_IDLE_TIME";
        Kernel "when an action was installed and used": "TCA_GACT_TM", "TCA_MIRRED_TM", "TCA_NAT_TM",
            "TCA_PEDIT_TM", "TCA_POLICE_TM", "TCA_SKBEDIT_TM", "TCA_VLAN_TM", "TCA_ACT_BPF_TM",
            "TCA_CONNMARK_TM", "TCA_CSUM_TM", "TCA_CT_TM", "TCA_CTINFO_TM", "TCA_GATE_TM", "TCA_IFE_TM", "TCA_MPLS_TM",
            "TCA_SAMPLE_TM", "TCA_SKBMOD_TM", "TCA_TUNNEL_KEY_TM", "TCA_DEF_TM";
        Kernel "drawn at random": "NDTPA_REACHABLE_TIME", "NDTA_CONFIG";
        Kernel "made of link-layer addresses": "IFLA_BR_ROOT_ID", "IFLA_BR_BRIDGE_ID", "IFLA_BRPORT_ROOT_ID",
            "IFLA_BRPORT_BRIDGE_ID";
        All "the number of a process or of one of its files": "IFLA_NET_NS_PID", "IFLA_NET_NS_FD", "NETNSA_PID",
            "NETNSA_FD", "IFLA_XDP_FD", "IFLA_XDP_EXPECTED_FD", "TCA_BPF_FD", "TCA_ACT_BPF_FD";
        Kernel "the id of a BPF program": "IFLA_XDP_PROG_ID", "IFLA_XDP_DRV_PROG_ID", "IFLA_XDP_SKB_PROG_ID",
            "IFLA_XDP_HW_PROG_ID", "TCA_BPF_ID", "TCA_ACT_BPF_ID";
    }
    "nftables" {
        All "a handle, given by the kernel": "NFTA_TABLE_HANDLE", "NFTA_CHAIN_HANDLE", "NFTA_RULE_HANDLE",
            "NFTA_RULE_POSITION", "NFTA_SET_HANDLE", "NFTA_OBJ_HANDLE", "NFTA_FLOWTABLE_HANDLE";
        All "the generation of the ruleset, and who made it": "NFTA_GEN_ID", "NFTA_GEN_PROC_PID", "NFTA_GEN_PROC_NAME",
            "NFNL_BATCH_GENID";
        Kernel "the low half of the generation id": "nfgenmsg.res_id";
        All "counted through a transaction": "NFTA_RULE_ID", "NFTA_RULE_POSITION_ID", "NFTA_CHAIN_ID", "NFTA_RULE_CHAIN_ID",
            "NFTA_VERDICT_CHAIN_ID", "NFTA_SET_ID", "NFTA_SET_ELEM_LIST_SET_ID", "NFTA_LOOKUP_SET_ID", "NFTA_DYNSET_SET_ID",
            "NFTA_OBJREF_SET_ID";
        Kernel "how many refer to it": "NFTA_TABLE_USE", "NFTA_CHAIN_USE", "NFTA_OBJ_USE";
        All "the port of a socket": "NFTA_TABLE_OWNER";
        All "statistics": "NFTA_COUNTER_BYTES", "NFTA_COUNTER_PACKETS", "NFTA_QUOTA_CONSUMED";
        Kernel "statistics of a chain": "NFTA_CHAIN_COUNTERS";
        Kernel "ages and timers": "NFTA_SET_ELEM_EXPIRATION", "NFTA_LAST_SET", "NFTA_LAST_MSECS";
        All "the number of a packet's trace": "NFTA_TRACE_ID";
    }
    "ctnetlink" {
        All "an id, given by the kernel": "CTA_ID", "CTA_EXPECT_ID";
        Kernel "statistics": "CTA_COUNTERS_ORIG", "CTA_COUNTERS_REPLY";
        Kernel "ages and timers": "CTA_TIMEOUT", "CTA_EXPECT_TIMEOUT", "CTA_TIMESTAMP";
        Kernel "how many refer to it": "CTA_USE";
    }
    "ipset" {
        All "a line of the script that ipset read": "IPSET_ATTR_LINENO";
        Kernel "statistics": "IPSET_ATTR_PACKETS", "IPSET_ATTR_BYTES", "IPSET_ATTR_MEMSIZE", "IPSET_ATTR_REFERENCES";
        Kernel "counts down": "IPSET_ATTR_ADT.IPSET_ATTR_DATA.IPSET_ATTR_TIMEOUT";
        All "drawn at random": "IPSET_ATTR_INITVAL";
    }
    "queue, nflog" {
        All "the number and time of a packet": "NFQA_PACKET_HDR.packet_id", "NFQA_VERDICT_HDR.id", "NFQA_TIMESTAMP",
            "NFULA_TIMESTAMP", "NFULA_SEQ", "NFULA_SEQ_GLOBAL";
    }
    "acct" {
        Kernel "statistics": "NFACCT_PKTS", "NFACCT_BYTES";
    }
    "NETLINK_SOCK_DIAG" {
        All "a cookie": "idiag_cookie", "udiag_cookie", "ndiag_cookie", "pdiag_cookie", "vdiag_cookie", "xdiag_cookie";
        All "the inode of a socket": "idiag_inode", "udiag_ino", "ndiag_ino", "pdiag_ino", "vdiag_ino", "xdiag_ino",
            "UNIX_DIAG_PEER", "UNIX_DIAG_ICONS", "UNIX_DIAG_VFS";
        Kernel "timers and retransmissions": "idiag_timer", "idiag_retrans", "idiag_expires";
        Kernel "memory and queues": "idiag_rqueue", "idiag_wqueue", "INET_DIAG_MEMINFO", "INET_DIAG_SKMEMINFO",
            "UNIX_DIAG_MEMINFO", "UNIX_DIAG_RQLEN", "NETLINK_DIAG_MEMINFO", "PACKET_DIAG_MEMINFO";
        Kernel "statistics": "INET_DIAG_INFO", "INET_DIAG_VEGASINFO", "XDP_DIAG_STATS";
        Kernel "the id of a control group": "INET_DIAG_CGROUP_ID";
        Kernel "the port of a socket": "ndiag_portid";
    }
    "NETLINK_XFRM" {
        Kernel "statistics and lifetimes so far": "xfrm_usersa_info.curlft", "xfrm_usersa_info.stats",
            "xfrm_userpolicy_info.curlft", "XFRMA_LASTUSED", "XFRMA_LTIME_VAL", "XFRMA_REPLAY_VAL", "XFRMA_REPLAY_ESN_VAL";
        Kernel "counted by the kernel": "xfrm_usersa_info.seq", "xfrm_userpolicy_info.index";
    }
    "nlctrl" {
        All "an id, given when the family registers": "CTRL_ATTR_FAMILY_ID", "CTRL_ATTR_MCAST_GRP_ID";
    }
    "nl80211" {
        All "a cookie": "NL80211_ATTR_COOKIE", "NL80211_BSS_TSF", "NL80211_BSS_BEACON_TSF", "NL80211_BSS_PARENT_TSF";
        Kernel "ages": "NL80211_BSS_SEEN_MS_AGO", "NL80211_BSS_LAST_SEEN_BOOTTIME", "NL80211_ATTR_GENERATION",
            "NL80211_ATTR_SCAN_START_TIME_TSF";
        Kernel "statistics": "NL80211_STA_INFO_INACTIVE_TIME", "NL80211_STA_INFO_RX_BYTES", "NL80211_STA_INFO_TX_BYTES",
            "NL80211_STA_INFO_RX_BYTES64", "NL80211_STA_INFO_TX_BYTES64", "NL80211_STA_INFO_RX_PACKETS",
            "NL80211_STA_INFO_TX_PACKETS", "NL80211_STA_INFO_TX_RETRIES", "NL80211_STA_INFO_TX_FAILED",
            "NL80211_STA_INFO_BEACON_LOSS", "NL80211_STA_INFO_T_OFFSET", "NL80211_STA_INFO_RX_DROP_MISC",
            "NL80211_STA_INFO_BEACON_RX", "NL80211_STA_INFO_TID_STATS", "NL80211_STA_INFO_RX_DURATION",
            "NL80211_STA_INFO_TX_DURATION", "NL80211_STA_INFO_CONNECTED_TIME", "NL80211_STA_INFO_ASSOC_AT_BOOTTIME",
            "NL80211_SURVEY_INFO_TIME", "NL80211_SURVEY_INFO_TIME_BUSY", "NL80211_SURVEY_INFO_TIME_EXT_BUSY",
            "NL80211_SURVEY_INFO_TIME_RX", "NL80211_SURVEY_INFO_TIME_TX", "NL80211_SURVEY_INFO_TIME_SCAN";
    }
    "ethtool" {
        Kernel "statistics": "ETHTOOL_A_PAUSE_STATS", "ETHTOOL_A_FEC_STATS", "ETHTOOL_A_MM_STATS", "ETHTOOL_A_STATS_GRP";
    }
    "devlink" {
        Kernel "statistics": "DEVLINK_ATTR_STATS", "DEVLINK_ATTR_HEALTH_REPORTER_ERR_COUNT",
            "DEVLINK_ATTR_HEALTH_REPORTER_RECOVER_COUNT", "DEVLINK_ATTR_SB_OCC_CUR", "DEVLINK_ATTR_SB_OCC_MAX";
        Kernel "time": "DEVLINK_ATTR_HEALTH_REPORTER_DUMP_TS", "DEVLINK_ATTR_HEALTH_REPORTER_DUMP_TS_NS";
    }
    "wireguard" {
        Kernel "statistics": "WGPEER_A_RX_BYTES", "WGPEER_A_TX_BYTES";
        Kernel "time": "WGPEER_A_LAST_HANDSHAKE_TIME";
    }
    "macsec" {
        Kernel "statistics": "MACSEC_ATTR_SECY_STATS", "MACSEC_SA_ATTR_STATS", "MACSEC_RXSC_ATTR_STATS";
        Kernel "the number of the next packet": "MACSEC_SA_ATTR_PN";
    }
    "ovs_datapath, ovs_vport, ovs_flow, ovs_packet, ovs_meter" {
        Kernel "statistics": "OVS_DP_ATTR_STATS", "OVS_DP_ATTR_MEGAFLOW_STATS", "OVS_VPORT_ATTR_STATS",
            "OVS_VPORT_ATTR_UPCALL_STATS", "OVS_FLOW_ATTR_STATS", "OVS_METER_ATTR_STATS";
        Kernel "time": "OVS_FLOW_ATTR_USED", "OVS_METER_ATTR_USED";
        All "the port of a socket": "OVS_DP_ATTR_UPCALL_PID", "OVS_VPORT_ATTR_UPCALL_PID", "OVS_DP_ATTR_PER_CPU_PIDS",
            "OVS_USERSPACE_ATTR_PID";
    }
    "IPVS" {
        Kernel "statistics": "IPVS_SVC_ATTR_STATS", "IPVS_SVC_ATTR_STATS64", "IPVS_DEST_ATTR_STATS", "IPVS_DEST_ATTR_STATS64",
            "IPVS_DEST_ATTR_ACTIVE_CONNS", "IPVS_DEST_ATTR_INACT_CONNS", "IPVS_DEST_ATTR_PERSIST_CONNS";
    }
    "l2tp, tcp_metrics, psample, thermal, batadv, TASKSTATS, netdev" {
        Kernel "statistics": "L2TP_ATTR_STATS", "TASKSTATS_TYPE_STATS", "BATADV_ATTR_LAST_SEEN_MSECS", "TCP_METRICS_ATTR_AGE",
            "THERMAL_GENL_ATTR_TZ_TEMP";
        Kernel "the number and time of a packet": "PSAMPLE_ATTR_GROUP_SEQ", "PSAMPLE_ATTR_SAMPLE_GROUP", "PSAMPLE_ATTR_TIMESTAMP", "PSAMPLE_ATTR_LATENCY";
        Kernel "an id, given by the kernel": "NETDEV_A_PAGE_POOL_ID", "NETDEV_A_NAPI_ID", "NETDEV_A_NAPI_PID";
    }
    "NETLINK_AUDIT" {
        All "time and number of a record": "audit.timestamp", "audit.serial";
        All "numbers of processes and sessions": "audit.fields.pid", "audit.fields.ppid", "audit.fields.ses",
            "audit.fields.old-ses", "audit.fields.inode";
        Kernel "statistics": "audit_status.pid", "audit_status.lost", "audit_status.backlog";
    }
    "NETLINK_CONNECTOR" {
        Kernel "time, processor and number of an event": "timestamp_ns", "proc_event.cpu", "cn_msg.seq", "cn_msg.ack";
        Kernel "numbers of processes": "process_pid", "process_tgid", "parent_pid", "parent_tgid", "child_pid", "child_tgid";
    }
    "NETLINK_KOBJECT_UEVENT" {
        All "counted by the kernel": "uevent.env.SEQNUM", "uevent.env.USEC_INITIALIZED", "uevent.env.DISKSEQ", "uevent.env.IFINDEX";
    }
}
