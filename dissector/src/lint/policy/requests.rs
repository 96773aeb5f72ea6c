//! Which policy each request of rtnetlink and XFRM is checked by, and what strict checking
//! (NETLINK_GET_STRICT_CHK) refuses in a request that only asks.
//!
//! Source: `net/core/{rtnetlink,neighbour,fib_rules,net_namespace}.c`, `net/ipv4/{devinet,
//! fib_frontend,route,nexthop}.c`, `net/ipv6/{addrconf,route,addrlabel}.c`, `net/sched/{sch_api,
//! cls_api,act_api}.c`, `net/dcb/dcbnl.c`, `net/bridge/br_vlan.c`, `net/mpls/af_mpls.c`, `net/can/gw.c`,
//! `net/mctp/{device,route,neigh}.c`, `net/phonet/pn_netlink.c`, `net/ipv4/ipmr.c`, `drivers/net/
//! vxlan/vxlan_vnifilter.c`, `net/xfrm/xfrm_user.c`, all of Linux 7.2.

use super::beyond::*;
use super::table::*;
use super::{Checked, Mode, Operation, Policy, Way, op};

const AF_UNSPEC: u8 = 0;
pub(super) const AF_INET: u8 = 2;
pub(super) const AF_BRIDGE: u8 = 7;
pub(super) const AF_INET6: u8 = 10;
pub(super) const AF_MPLS: u8 = 28;
const AF_CAN: u8 = 29;
pub(super) const AF_PHONET: u8 = 35;
pub(super) const AF_MCTP: u8 = 45;
const RTNL_FAMILY_IPMR: u8 = 128;

/// Whose requests a line is about: which address families, and which way of asking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// All families but bridges, whose requests go other ways.
    Others,
    /// One family.
    Only(u8),
    /// All.
    All,
}

impl Who {
    pub(super) const fn has(self, address_family: u8) -> bool {
        match self {
            Who::Others => address_family != AF_BRIDGE,
            Who::Only(one) => one == address_family,
            Who::All => true,
        }
    }
}

/// A request of rtnetlink: nlmsg_type, as a dump, whose, how, by what.
pub type Route = (u16, bool, Who, Mode, &'static Policy);

use Mode::{Bounded, Liberal, Strict};
use Who::{All, Only, Others};

/// Requests of rtnetlink.
pub static ROUTE: &[Route] = &[
    (16, false, All, Liberal, &IFLA_POLICY),    // RTM_NEWLINK
    (17, false, Others, Liberal, &IFLA_POLICY), // RTM_DELLINK
    (18, false, All, Liberal, &IFLA_POLICY),    // RTM_GETLINK
    (18, true, Only(AF_BRIDGE), Liberal, &IFLA_POLICY),
    (19, false, Others, Liberal, &IFLA_POLICY), // RTM_SETLINK
    (20, false, Only(AF_INET), Liberal, &IFA_IPV4_POLICY), // RTM_NEWADDR
    (20, false, Only(AF_INET6), Liberal, &IFA_IPV6_POLICY),
    (20, false, Only(AF_PHONET), Liberal, &IFA_PHONET_POLICY),
    (20, false, Only(AF_MCTP), Strict, &IFA_MCTP_POLICY),
    (21, false, Only(AF_INET), Liberal, &IFA_IPV4_POLICY), // RTM_DELADDR
    (21, false, Only(AF_INET6), Liberal, &IFA_IPV6_POLICY),
    (21, false, Only(AF_PHONET), Liberal, &IFA_PHONET_POLICY),
    (21, false, Only(AF_MCTP), Strict, &IFA_MCTP_POLICY),
    (22, false, Only(AF_INET6), Liberal, &IFA_IPV6_POLICY), // RTM_GETADDR
    (24, false, Only(AF_INET), Liberal, &RTM_IPV4_POLICY),  // RTM_NEWROUTE
    (24, false, Only(AF_INET6), Liberal, &RTM_IPV6_POLICY),
    (24, false, Only(AF_MPLS), Liberal, &RTM_MPLS_POLICY),
    (24, false, Only(AF_CAN), Liberal, &CGW_POLICY),
    (24, false, Only(AF_PHONET), Liberal, &RTM_PHONET_POLICY),
    (24, false, Only(AF_MCTP), Strict, &RTA_MCTP_POLICY),
    (24, false, Only(RTNL_FAMILY_IPMR), Liberal, &RTM_IPMR_POLICY),
    (25, false, Only(AF_INET), Liberal, &RTM_IPV4_POLICY), // RTM_DELROUTE
    (25, false, Only(AF_INET6), Liberal, &RTM_IPV6_POLICY),
    (25, false, Only(AF_MPLS), Liberal, &RTM_MPLS_POLICY),
    (25, false, Only(AF_CAN), Liberal, &CGW_POLICY),
    (25, false, Only(AF_PHONET), Liberal, &RTM_PHONET_POLICY),
    (25, false, Only(AF_MCTP), Strict, &RTA_MCTP_POLICY),
    (25, false, Only(RTNL_FAMILY_IPMR), Liberal, &RTM_IPMR_POLICY),
    (26, false, Only(AF_INET), Liberal, &RTM_IPV4_POLICY), // RTM_GETROUTE
    (26, false, Only(AF_INET6), Liberal, &RTM_IPV6_POLICY),
    (26, false, Only(AF_MPLS), Liberal, &RTM_MPLS_POLICY),
    (26, false, Only(RTNL_FAMILY_IPMR), Liberal, &RTM_IPV4_POLICY),
    (28, false, Only(AF_BRIDGE), Liberal, &RTNL_FDB_ADD), // RTM_NEWNEIGH
    (28, false, Only(AF_MCTP), Strict, &ND_MCTP_POLICY),
    (28, false, Others, Liberal, &NDA_POLICY),
    (29, false, Only(AF_BRIDGE), Liberal, &RTNL_FDB_DEL), // RTM_DELNEIGH
    (29, false, Only(AF_MCTP), Strict, &ND_MCTP_POLICY),
    (29, false, Others, Liberal, &NEIGH_DELETE),
    (30, false, Only(AF_BRIDGE), Bounded, &NDA_POLICY), // RTM_GETNEIGH
    (30, false, Only(AF_INET), Bounded, &NDA_POLICY),
    (30, false, Only(AF_INET6), Bounded, &NDA_POLICY),
    (32, false, Others, Liberal, &FIB_RULE_POLICY), // RTM_NEWRULE
    (33, false, Others, Liberal, &FIB_RULE_POLICY), // RTM_DELRULE
    (36, false, All, Liberal, &RTM_TCA_POLICY),     // RTM_NEWQDISC
    (37, false, All, Liberal, &RTM_TCA_POLICY),     // RTM_DELQDISC
    (38, false, All, Liberal, &RTM_TCA_POLICY),     // RTM_GETQDISC
    (38, true, All, Liberal, &RTM_TCA_POLICY),
    (40, false, All, Liberal, &RTM_TCA_POLICY), // RTM_NEWTCLASS
    (41, false, All, Liberal, &RTM_TCA_POLICY), // RTM_DELTCLASS
    (42, false, All, Liberal, &RTM_TCA_POLICY), // RTM_GETTCLASS
    (44, false, All, Liberal, &RTM_TCA_POLICY), // RTM_NEWTFILTER
    (45, false, All, Liberal, &RTM_TCA_POLICY), // RTM_DELTFILTER
    (46, false, All, Liberal, &RTM_TCA_POLICY), // RTM_GETTFILTER
    (46, true, All, Liberal, &RTM_TCA_POLICY),
    (48, false, All, Liberal, &TC_CTL_ACTION), // RTM_NEWACTION
    (49, false, All, Liberal, &TC_CTL_ACTION), // RTM_DELACTION
    (50, false, All, Liberal, &TC_CTL_ACTION), // RTM_GETACTION
    (50, true, All, Liberal, &TCAA_POLICY),
    (67, false, All, Liberal, &NL_NEIGHTBL_POLICY), // RTM_SETNEIGHTBL
    (72, false, Only(AF_INET6), Liberal, &IFAL_POLICY), // RTM_NEWADDRLABEL
    (73, false, Only(AF_INET6), Liberal, &IFAL_POLICY), // RTM_DELADDRLABEL
    (74, false, Only(AF_INET6), Liberal, &IFAL_POLICY), // RTM_GETADDRLABEL
    (78, false, All, Liberal, &DCBNL_RTNL_POLICY),  // RTM_GETDCB
    (79, false, All, Liberal, &DCBNL_RTNL_POLICY),  // RTM_SETDCB
    (82, false, Only(AF_INET), Liberal, &DEVCONF_IPV4_POLICY), // RTM_GETNETCONF
    (82, false, Only(AF_INET6), Liberal, &DEVCONF_IPV6_POLICY),
    (82, false, Only(AF_MPLS), Liberal, &DEVCONF_MPLS_POLICY),
    (84, false, Only(AF_BRIDGE), Liberal, &MDBA_POLICY), // RTM_NEWMDB
    (85, false, Only(AF_BRIDGE), Liberal, &MDBA_POLICY), // RTM_DELMDB
    (86, false, Only(AF_BRIDGE), Strict, &MDBA_GET_POLICY), // RTM_GETMDB
    (88, false, All, Liberal, &RTNL_NET_POLICY),         // RTM_NEWNSID
    (90, false, All, Liberal, &RTNL_NET_POLICY),         // RTM_GETNSID
    (94, false, All, Strict, &RTNL_STATS_GET_POLICY),    // RTM_GETSTATS
    (94, true, All, Strict, &RTNL_STATS_GET_POLICY),
    (95, false, All, Strict, &IFLA_STATS_SET_POLICY), // RTM_SETSTATS
    (100, false, All, Liberal, &RTM_TCA_POLICY),      // RTM_NEWCHAIN
    (101, false, All, Liberal, &RTM_TCA_POLICY),      // RTM_DELCHAIN
    (102, false, All, Liberal, &RTM_TCA_POLICY),      // RTM_GETCHAIN
    (102, true, All, Liberal, &RTM_TCA_POLICY),
    (104, false, All, Strict, &RTM_NH_POLICY_NEW), // RTM_NEWNEXTHOP
    (105, false, All, Strict, &RTM_NH_POLICY_DEL), // RTM_DELNEXTHOP
    (106, false, All, Strict, &RTM_NH_POLICY_GET), // RTM_GETNEXTHOP
    (106, true, All, Strict, &RTM_NH_POLICY_DUMP),
    (108, false, All, Strict, &IFLA_POLICY), // RTM_NEWLINKPROP
    (109, false, All, Strict, &IFLA_POLICY), // RTM_DELLINKPROP
    (112, false, Only(AF_BRIDGE), Strict, &BR_VLAN_RTM_PROCESS), // RTM_NEWVLAN
    (113, false, Only(AF_BRIDGE), Strict, &BR_VLAN_RTM_PROCESS), // RTM_DELVLAN
    (114, true, Only(AF_BRIDGE), Strict, &BR_VLAN_DB_DUMP_POL), // RTM_GETVLAN
    (118, false, All, Strict, &RTM_NH_POLICY_GET_BUCKET), // RTM_GETNEXTHOPBUCKET
    (118, true, All, Strict, &RTM_NH_POLICY_DUMP_BUCKET),
    (120, false, Only(AF_BRIDGE), Strict, &VNI_FILTER_POLICY), // RTM_NEWTUNNEL
    (121, false, Only(AF_BRIDGE), Strict, &VNI_FILTER_POLICY), // RTM_DELTUNNEL
];

/// Requests of rtnetlink with NLM_F_BULK.
pub static ROUTE_BULK: &[Route] = &[
    (29, false, Only(AF_BRIDGE), Strict, &FDB_DEL_BULK), // RTM_DELNEIGH
    (85, false, Only(AF_BRIDGE), Strict, &MDBA_DEL_BULK_POLICY), // RTM_DELMDB
];

/// How a request of rtnetlink is checked.
pub fn route(nlmsg_type: u16, address_family: u8, way: Way) -> Option<Checked<'static>> {
    let dump = way == Way::Dump;
    let fits = |r: &&Route| r.0 == nlmsg_type && r.1 == dump && r.2.has(address_family);
    let requests = if way == Way::Bulk { ROUTE_BULK } else { ROUTE };
    let (_, _, _, mode, policy) = requests.iter().find(fits)?;
    Some(Checked {
        mode: *mode,
        required: beyond(nlmsg_type, address_family, way).map_or(&[], |b| b.required),
        ..Checked::liberal(policy)
    })
}

const fn xfrm(nlmsg_type: u16, dump: bool, policy: &'static Policy) -> Operation {
    op(
        nlmsg_type,
        dump,
        Liberal,
        Some(policy),
        policy.size - 1,
        true,
        &[],
    )
}

/// Requests of XFRM.
pub static XFRM: &[Operation] = &[
    xfrm(16, false, &XFRMA_POLICY), // XFRM_MSG_NEWSA
    xfrm(17, false, &XFRMA_POLICY),
    xfrm(18, false, &XFRMA_POLICY),
    xfrm(18, true, &XFRMA_POLICY),
    xfrm(19, false, &XFRMA_POLICY), // XFRM_MSG_NEWPOLICY
    xfrm(20, false, &XFRMA_POLICY),
    xfrm(21, false, &XFRMA_POLICY),
    xfrm(22, false, &XFRMA_POLICY), // XFRM_MSG_ALLOCSPI
    xfrm(23, false, &XFRMA_POLICY),
    xfrm(24, false, &XFRMA_POLICY),
    xfrm(25, false, &XFRMA_POLICY), // XFRM_MSG_UPDPOLICY
    xfrm(26, false, &XFRMA_POLICY),
    xfrm(27, false, &XFRMA_POLICY),
    xfrm(28, false, &XFRMA_POLICY), // XFRM_MSG_FLUSHSA
    xfrm(29, false, &XFRMA_POLICY),
    xfrm(30, false, &XFRMA_POLICY), // XFRM_MSG_NEWAE
    xfrm(31, false, &XFRMA_POLICY),
    xfrm(33, false, &XFRMA_POLICY), // XFRM_MSG_MIGRATE
    xfrm(34, false, &XFRMA_POLICY),
    xfrm(35, false, &XFRMA_POLICY),
    xfrm(36, false, &XFRMA_SPD_POLICY), // XFRM_MSG_NEWSPDINFO
    xfrm(37, false, &XFRMA_POLICY),
    xfrm(39, false, &XFRMA_POLICY), // XFRM_MSG_SETDEFAULT
    xfrm(40, false, &XFRMA_POLICY),
];

/// What NETLINK_GET_STRICT_CHK refuses of a request that asks.
#[derive(Debug)]
pub struct StrictGet {
    nlmsg_type: u16,
    dump: bool,
    who: Who,
    /// The fixed header.
    pub header: &'static str,
    /// Its fields that must be zero.
    pub zero: &'static [&'static str],
    /// Fields with the bits that they may have.
    pub bits: &'static [(&'static str, u64)],
    /// The attributes that it may have.
    pub attributes: &'static [&'static str],
}

const IFINFOMSG: &[&str] = &["__ifi_pad", "ifi_type", "ifi_flags", "ifi_change"];
const IFINFOMSG_AND_INDEX: &[&str] = &[
    "__ifi_pad",
    "ifi_type",
    "ifi_flags",
    "ifi_change",
    "ifi_index",
];
const IFADDRMSG: &[&str] = &["ifa_prefixlen", "ifa_flags", "ifa_scope"];
const RTMSG: &[&str] = &["rtm_dst_len", "rtm_src_len", "rtm_tos", "rtm_scope"];
/// RTM_F_CLONED and RTM_F_PREFIX.
const RTM_FLAGS: &[(&str, u64)] = &[("rtm_flags", 0x200 | 0x800)];

const GET_ROUTE: &[&str] = &["rtm_table", "rtm_protocol", "rtm_scope", "rtm_type"];
/// RTM_F_NOTIFY, RTM_F_LOOKUP_TABLE and RTM_F_FIB_MATCH.
const GET_ROUTE_FLAGS: &[(&str, u64)] = &[("rtm_flags", 0x100 | 0x1000 | 0x2000)];
const GET_ROUTE_TAKES: &[&str] = &[
    "RTA_IIF",
    "RTA_OIF",
    "RTA_SRC",
    "RTA_DST",
    "RTA_IP_PROTO",
    "RTA_SPORT",
    "RTA_DPORT",
    "RTA_MARK",
    "RTA_UID",
];
/// A bit for each kind of statistics.
const STATS_FILTERS: &[(&str, u64)] = &[("filter_mask", 0x1f)];

macro_rules! strict {
    ($type:literal $dump:literal $who:expr, $header:literal $zero:expr, $bits:expr, $attributes:expr) => {
        StrictGet {
            nlmsg_type: $type,
            dump: $dump,
            who: $who,
            header: $header,
            zero: $zero,
            bits: $bits,
            attributes: $attributes,
        }
    };
}

/// What NETLINK_GET_STRICT_CHK refuses.
pub static STRICT_GETS: &[StrictGet] = &[
    strict!(18 true Only(AF_INET6), "ifinfomsg" IFINFOMSG_AND_INDEX, &[], &[]),
    strict!(18 true Only(RTNL_FAMILY_IPMR), "ifinfomsg" IFINFOMSG_AND_INDEX, &[], &[]),
    strict!(18 true Others, "ifinfomsg" IFINFOMSG_AND_INDEX, &[],
        &["IFLA_TARGET_NETNSID", "IFLA_EXT_MASK", "IFLA_MASTER", "IFLA_LINKINFO"]),
    strict!(18 true Only(AF_BRIDGE), "ifinfomsg" IFINFOMSG_AND_INDEX, &[], &["IFLA_EXT_MASK"]),
    strict!(18 false All, "ifinfomsg" IFINFOMSG, &[],
        &["IFLA_IFNAME", "IFLA_ALT_IFNAME", "IFLA_EXT_MASK", "IFLA_TARGET_NETNSID"]),
    strict!(22 true Only(AF_UNSPEC), "ifaddrmsg" IFADDRMSG, &[], &["IFA_TARGET_NETNSID"]),
    strict!(22 true Only(AF_INET), "ifaddrmsg" IFADDRMSG, &[], &["IFA_TARGET_NETNSID"]),
    strict!(22 true Only(AF_INET6), "ifaddrmsg" IFADDRMSG, &[], &["IFA_TARGET_NETNSID"]),
    strict!(26 false Only(AF_INET), "rtmsg" GET_ROUTE, GET_ROUTE_FLAGS, GET_ROUTE_TAKES),
    strict!(26 true Only(AF_UNSPEC), "rtmsg" RTMSG, RTM_FLAGS, &["RTA_TABLE", "RTA_OIF"]),
    strict!(26 true Only(AF_MPLS), "rtmsg" RTMSG, RTM_FLAGS, &["RTA_TABLE", "RTA_OIF"]),
    strict!(26 true Only(AF_INET), "rtmsg" RTMSG, RTM_FLAGS, &["RTA_TABLE", "RTA_OIF"]),
    strict!(26 true Only(AF_INET6), "rtmsg" RTMSG, RTM_FLAGS, &["RTA_TABLE", "RTA_OIF"]),
    strict!(30 true Others, "ndmsg" &["ndm_pad1", "ndm_pad2", "ndm_ifindex", "ndm_state", "ndm_type"],
        &[("ndm_flags", 8)], &["NDA_IFINDEX", "NDA_MASTER"]),
    strict!(30 true Only(AF_BRIDGE), "ndmsg" &["ndm_pad1", "ndm_pad2", "ndm_state", "ndm_flags", "ndm_type"],
        &[], &["NDA_IFINDEX", "NDA_MASTER"]),
    strict!(34 true Others, "fib_rule_hdr"
        &["dst_len", "src_len", "tos", "table", "res1", "res2", "action", "flags"], &[], &[]),
    strict!(66 true All, "ndtmsg" &["ndtm_pad1", "ndtm_pad2"], &[], &[]),
    strict!(74 true Only(AF_INET6), "ifaddrlblmsg"
        &["__ifal_reserved", "ifal_prefixlen", "ifal_flags", "ifal_index", "ifal_seq"], &[], &[]),
    strict!(82 true All, "netconfmsg" &[], &[], &[]),
    strict!(82 false All, "netconfmsg" &[], &[], &["NETCONFA_IFINDEX"]),
    strict!(86 true Only(AF_BRIDGE), "br_port_msg" &["ifindex"], &[], &[]),
    strict!(90 true All, "rtgenmsg" &[], &[], &["NETNSA_TARGET_NSID"]),
    strict!(90 false All, "rtgenmsg" &[], &[], &["NETNSA_PID", "NETNSA_FD", "NETNSA_NSID", "NETNSA_TARGET_NSID"]),
    strict!(94 true All, "if_stats_msg" &["pad1", "pad2", "ifindex"], STATS_FILTERS, &["IFLA_STATS_GET_FILTERS"]),
    strict!(94 false All, "if_stats_msg" &["pad1", "pad2"], STATS_FILTERS, &["IFLA_STATS_GET_FILTERS"]),
];

/// What NETLINK_GET_STRICT_CHK refuses of a request of rtnetlink.
pub fn strict_get(nlmsg_type: u16, address_family: u8, dump: bool) -> Option<&'static StrictGet> {
    STRICT_GETS
        .iter()
        .find(|s| s.nlmsg_type == nlmsg_type && s.dump == dump && s.who.has(address_family))
}
