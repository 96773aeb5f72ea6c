//! What the kernel's code checks of each request of rtnetlink beside its policy, whatever the
//! socket's options: fields that must be zero or must not, attributes that it takes or wants.
//! Where code alone checks attributes, that stands here as a policy that bears its name.
//!
//! Source: `net/core/{rtnetlink,neighbour}.c`, `net/bridge/{br_fdb,br_mdb}.c`, `drivers/net/vxlan/
//! {vxlan_core,vxlan_mdb,vxlan_vnifilter}.c`, `net/ipv4/{devinet,nexthop}.c`, `net/ipv6/addrconf.c`,
//! `net/sched/act_api.c`, `net/mpls/af_mpls.c`, `net/mctp/neigh.c`, `net/phonet/pn_netlink.c`,
//! all of Linux 7.2.

use super::Way::{self, Bulk, Do, Dump};
use super::requests::Who::{self, All, Only, Others};
use super::requests::{AF_BRIDGE, AF_INET, AF_INET6, AF_MCTP, AF_MPLS, AF_PHONET};
use super::{Policy, policy};
use crate::lint::Source;

// `rtnl_fdb_add` and `rtnl_fdb_del` parse without a policy.
policy! { RTNL_FDB_ADD "rtnl_fdb_add" "net/core/rtnetlink.c" 0..18:
    2 "NDA_LLADDR" Binary.exact(6),
    5 "NDA_VLAN" U16.range(1, 4094),
}

policy! { RTNL_FDB_DEL "rtnl_fdb_del" "net/core/rtnetlink.c" 0..18:
    2 "NDA_LLADDR" Binary.exact(6),
    5 "NDA_VLAN" U16.range(1, 4094),
}

// `neigh_delete` looks for the one attribute.
policy! { NEIGH_DELETE "neigh_delete" "net/core/neighbour.c" 0..2:
    1 "NDA_DST" Unspec,
}

// What either of a bridge and a VXLAN device takes, which check it.
policy! { FDB_DEL_BULK "ndo_fdb_del_bulk" "net/core/rtnetlink.c" 0..18:
    1 "NDA_DST" Binary.range(4, 16),
    5 "NDA_VLAN" U16.range(1, 4094),
    6 "NDA_PORT" U16,
    7 "NDA_VNI" U32,
    8 "NDA_IFINDEX" S32.min(1),
    11 "NDA_SRC_VNI" U32,
    13 "NDA_NH_ID" U32,
    16 "NDA_NDM_STATE_MASK" U16,
    17 "NDA_NDM_FLAGS_MASK" U8,
}

policy! { MDBA_DEL_BULK_POLICY "mdba_del_bulk_policy" "net/core/rtnetlink.c" 0..3:
    1 "MDBA_SET_ENTRY" Binary.exact(28),
    2 "MDBA_SET_ENTRY_ATTRS" Nested.of(&MDBE_DEL_BULK),
}

// What either of a bridge and a VXLAN device takes.
policy! { MDBE_DEL_BULK "ndo_mdb_del_bulk" "net/core/rtnetlink.c" 0..11:
    4 "MDBE_ATTR_RTPROT" U8.min(4),
    5 "MDBE_ATTR_DST" Binary.range(4, 16),
    6 "MDBE_ATTR_DST_PORT" U16,
    7 "MDBE_ATTR_VNI" U32.range(0, 16777215),
    9 "MDBE_ATTR_SRC_VNI" U32.range(0, 16777215),
    10 "MDBE_ATTR_STATE_MASK" U8.mask(0x1),
}

policy! { BR_VLAN_RTM_PROCESS "br_vlan_rtm_process" "net/bridge/br_vlan.c" 0..3:
    1 "BRIDGE_VLANDB_ENTRY" Nested.of(&super::table::BR_VLAN_DB_POLICY),
    2 "BRIDGE_VLANDB_GLOBAL_OPTIONS" Nested.of(&super::table::BR_VLAN_DB_GPOL),
}

policy! { TC_CTL_ACTION "tc_ctl_action" "net/sched/act_api.c" 0..5:
    1 "TCA_ACT_TAB" Unspec,
}

/// What code checks of a request of rtnetlink.
#[derive(Debug)]
pub struct Beyond {
    nlmsg_type: u16,
    way: Way,
    who: Who,
    /// The function and its file.
    pub code: (&'static str, &'static str),
    /// Fields of the fixed header that must be zero.
    pub zero: &'static [&'static str],
    /// Fields with the bits that they may have.
    pub bits: &'static [(&'static str, u64)],
    /// Fields that must not be zero.
    pub filled: &'static [&'static str],
    /// The attributes that it takes, where these are not all of its policy.
    pub takes: Option<&'static [&'static str]>,
    /// Attributes without which it is refused.
    pub required: &'static [&'static str],
}

impl Beyond {
    /// Which requests it is about.
    #[cfg(test)]
    pub(super) fn key(&self) -> (u16, Way, Who) {
        (self.nlmsg_type, self.way, self.who)
    }

    /// What a finding names.
    pub(crate) fn source(&self) -> Source {
        Source {
            name: self.code.0.into(),
            file: self.code.1.into(),
            spec: false,
        }
    }
}

/// Writes a line: what is not given is not checked.
macro_rules! beyond {
    ($type:literal $way:ident $who:expr, $function:literal $file:literal $(, $part:ident: $value:expr)* $(,)?) => {
        Beyond {
            nlmsg_type: $type,
            way: $way,
            who: $who,
            code: ($function, $file),
            $($part: $value,)*
            ..NOTHING
        }
    };
}

const NOTHING: Beyond = Beyond {
    nlmsg_type: 0,
    way: Do,
    who: All,
    code: ("", ""),
    zero: &[],
    bits: &[],
    filled: &[],
    takes: None,
    required: &[],
};

const NEIGH_PADS: &[&str] = &["ndm_pad1", "ndm_pad2", "ndm_state", "ndm_type"];
const NEXTHOP: &[&str] = &["nh_scope", "nh_protocol", "resvd", "nh_flags"];
const MPLS_ROUTE: &[&str] = &["rtm_src_len", "rtm_tos", "rtm_scope", "rtm_flags"];
const MPLS_TAKES: &[&str] = &[
    "RTA_DST",
    "RTA_OIF",
    "RTA_NEWDST",
    "RTA_VIA",
    "RTA_MULTIPATH",
    "RTA_TTL_PROPAGATE",
];
const NTF_SELF_AND_MASTER: u64 = 0x2 | 0x4;
const NTF_PROXY: u64 = 0x8;
const RTNH_F_ONLINK: u64 = 0x4;
const TUNNEL_MSG_FLAG_STATS: u64 = 0x1;

/// What code checks, the families that stand apart first.
pub static BEYOND: &[Beyond] = &[
    // RTM_NEWNEIGH, RTM_DELNEIGH, RTM_GETNEIGH
    beyond!(28 Do Only(AF_BRIDGE), "rtnl_fdb_add" "net/core/rtnetlink.c",
        filled: &["ndm_ifindex"], required: &["NDA_LLADDR"]),
    beyond!(28 Do Only(AF_MCTP), "mctp_rtm_newneigh" "net/mctp/neigh.c",
        required: &["NDA_DST", "NDA_LLADDR"]),
    beyond!(28 Do Others, "neigh_add" "net/core/neighbour.c", required: &["NDA_DST"]),
    beyond!(29 Do Only(AF_BRIDGE), "rtnl_fdb_del" "net/core/rtnetlink.c",
        filled: &["ndm_ifindex"], required: &["NDA_LLADDR"]),
    beyond!(29 Bulk Only(AF_BRIDGE), "rtnl_fdb_del" "net/core/rtnetlink.c", filled: &["ndm_ifindex"]),
    beyond!(29 Do Only(AF_MCTP), "mctp_rtm_delneigh" "net/mctp/neigh.c", required: &["NDA_DST"]),
    beyond!(29 Do Others, "neigh_delete" "net/core/neighbour.c", required: &["NDA_DST"]),
    beyond!(30 Do Only(AF_BRIDGE), "valid_fdb_get_strict" "net/core/rtnetlink.c",
        zero: NEIGH_PADS, bits: &[("ndm_flags", NTF_SELF_AND_MASTER)],
        takes: Some(&["NDA_MASTER", "NDA_LLADDR", "NDA_VLAN", "NDA_VNI"])),
    beyond!(30 Do Only(AF_INET), "neigh_valid_get_req" "net/core/neighbour.c",
        zero: NEIGH_PADS, bits: &[("ndm_flags", NTF_PROXY)], takes: Some(&["NDA_DST"]), required: &["NDA_DST"]),
    beyond!(30 Do Only(AF_INET6), "neigh_valid_get_req" "net/core/neighbour.c",
        zero: NEIGH_PADS, bits: &[("ndm_flags", NTF_PROXY)], takes: Some(&["NDA_DST"]), required: &["NDA_DST"]),
    // RTM_NEWADDR and its like
    beyond!(20 Do Only(AF_PHONET), "addr_doit" "net/phonet/pn_netlink.c", required: &["IFA_LOCAL"]),
    beyond!(21 Do Only(AF_PHONET), "addr_doit" "net/phonet/pn_netlink.c", required: &["IFA_LOCAL"]),
    beyond!(24 Do Only(AF_PHONET), "route_doit" "net/phonet/pn_netlink.c", required: &["RTA_DST", "RTA_OIF"]),
    beyond!(25 Do Only(AF_PHONET), "route_doit" "net/phonet/pn_netlink.c", required: &["RTA_DST", "RTA_OIF"]),
    beyond!(24 Do Only(AF_MPLS), "rtm_to_route_config" "net/mpls/af_mpls.c",
        zero: MPLS_ROUTE, takes: Some(MPLS_TAKES)),
    beyond!(25 Do Only(AF_MPLS), "rtm_to_route_config" "net/mpls/af_mpls.c",
        zero: MPLS_ROUTE, takes: Some(MPLS_TAKES)),
    // RTM_NEWACTION, RTM_DELACTION, RTM_GETACTION
    beyond!(48 Do All, "tc_ctl_action" "net/sched/act_api.c", required: &["TCA_ACT_TAB"]),
    beyond!(49 Do All, "tc_ctl_action" "net/sched/act_api.c", required: &["TCA_ACT_TAB"]),
    beyond!(50 Do All, "tc_ctl_action" "net/sched/act_api.c", required: &["TCA_ACT_TAB"]),
    // RTM_GETNETCONF
    beyond!(82 Do Only(AF_INET), "inet_netconf_get_devconf" "net/ipv4/devinet.c",
        required: &["NETCONFA_IFINDEX"]),
    beyond!(82 Do Only(AF_INET6), "inet6_netconf_get_devconf" "net/ipv6/addrconf.c",
        required: &["NETCONFA_IFINDEX"]),
    beyond!(82 Do Only(AF_MPLS), "mpls_netconf_get_devconf" "net/mpls/af_mpls.c",
        required: &["NETCONFA_IFINDEX"]),
    // RTM_NEWMDB, RTM_DELMDB, RTM_GETMDB
    beyond!(84 Do Only(AF_BRIDGE), "rtnl_mdb_add" "net/core/rtnetlink.c",
        filled: &["ifindex"], required: &["MDBA_SET_ENTRY"]),
    beyond!(85 Do Only(AF_BRIDGE), "rtnl_mdb_del" "net/core/rtnetlink.c",
        filled: &["ifindex"], required: &["MDBA_SET_ENTRY"]),
    beyond!(85 Bulk Only(AF_BRIDGE), "rtnl_mdb_del" "net/core/rtnetlink.c",
        filled: &["ifindex"], required: &["MDBA_SET_ENTRY"]),
    beyond!(86 Do Only(AF_BRIDGE), "rtnl_mdb_get" "net/core/rtnetlink.c",
        filled: &["ifindex"], required: &["MDBA_GET_ENTRY"]),
    // RTM_GETSTATS, RTM_SETSTATS
    beyond!(94 Do All, "rtnl_stats_get" "net/core/rtnetlink.c", filled: &["ifindex", "filter_mask"]),
    beyond!(94 Dump All, "rtnl_stats_dump" "net/core/rtnetlink.c", filled: &["filter_mask"]),
    beyond!(95 Do All, "rtnl_stats_set" "net/core/rtnetlink.c",
        zero: &["family", "filter_mask"], filled: &["ifindex"]),
    // RTM_NEWNEXTHOP and its like
    beyond!(104 Do All, "rtm_to_nh_config" "net/ipv4/nexthop.c",
        zero: &["nh_scope", "resvd"], bits: &[("nh_flags", RTNH_F_ONLINK)]),
    beyond!(105 Do All, "nh_valid_get_del_req" "net/ipv4/nexthop.c", zero: NEXTHOP, required: &["NHA_ID"]),
    beyond!(106 Do All, "nh_valid_get_del_req" "net/ipv4/nexthop.c", zero: NEXTHOP, required: &["NHA_ID"]),
    beyond!(106 Dump All, "__nh_valid_dump_req" "net/ipv4/nexthop.c", zero: NEXTHOP),
    beyond!(118 Do All, "nh_valid_get_del_req" "net/ipv4/nexthop.c",
        zero: NEXTHOP, required: &["NHA_ID", "NHA_RES_BUCKET"]),
    beyond!(118 Dump All, "__nh_valid_dump_req" "net/ipv4/nexthop.c", zero: NEXTHOP),
    // RTM_GETTUNNEL
    beyond!(122 Dump Only(AF_BRIDGE), "vxlan_vnifilter_dump" "drivers/net/vxlan/vxlan_vnifilter.c",
        bits: &[("flags", TUNNEL_MSG_FLAG_STATS)]),
];

/// What code checks of a request of rtnetlink.
pub fn beyond(nlmsg_type: u16, address_family: u8, way: Way) -> Option<&'static Beyond> {
    BEYOND
        .iter()
        .find(|b| b.nlmsg_type == nlmsg_type && b.way == way && b.who.has(address_family))
}
