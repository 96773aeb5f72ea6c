//! The built-in tables: one file a family, one line an attribute.
//!
//! A new family is a file here and a line in [`ALL`]; see docs/ADD_A_FAMILY.md.

use crate::table::Family;

pub mod acpi_event;
pub mod audit;
pub mod batadv;
pub mod binder;
pub mod can_gw;
pub mod cifs;
pub mod common;
pub mod connector;
pub mod crypto;
pub mod dev_energymodel;
pub mod devlink;
pub mod dlm;
pub mod dpll;
pub mod drbd;
pub mod drm_ras;
pub mod ecryptfs;
pub mod errno;
pub mod errors;
pub mod ethtool;
pub mod fib_lookup;
pub mod fou;
pub mod gtp;
pub mod handshake;
pub mod headers;
pub mod hsr;
pub mod hyperv;
pub mod ieee802154;
pub mod ila;
pub mod ioam6;
pub mod ip_queue;
pub mod ipvs;
pub mod iscsi;
pub mod ksmbd;
pub mod l2tp;
pub mod lockd;
pub mod lwtunnel;
pub mod mac80211_hwsim;
pub mod mac802154_hwsim;
pub mod macsec;
pub mod mptcp_pm;
pub mod nbd;
pub mod ncsi;
pub mod net_dm;
pub mod net_shaper;
pub mod netdev;
pub mod netlabel;
pub mod netlink;
pub mod nfc;
pub mod nfnetlink;
pub mod nfsd;
pub mod nl80211;
pub mod nl802154;
pub mod nlctrl;
pub mod opt_stats;
pub mod ovpn;
pub mod ovs;
pub mod pmcraid;
pub mod protocols;
pub mod psample;
pub mod psp;
pub mod rdma;
pub mod reg_event;
pub mod rt_addr;
pub mod rt_addrlabel;
pub mod rt_common;
pub mod rt_dcb;
pub mod rt_link;
pub mod rt_mcast;
pub mod rt_nduseropt;
pub mod rt_neigh;
pub mod rt_netconf;
pub mod rt_nexthop;
pub mod rt_nsid;
pub mod rt_prefix;
pub mod rt_route;
pub mod rt_rule;
pub mod rt_tunnel;
pub mod scsi;
pub mod seg6;
pub mod selinux;
pub mod smc;
pub mod sock_diag;
pub mod sunrpc;
pub mod taskstats;
pub mod tc;
pub mod tcmu;
pub mod tcp_metrics;
pub mod team;
pub mod thermal;
pub mod tipc;
pub mod uevent;
pub mod ulog;
pub mod usersock;
pub mod vdpa;
pub mod vfs_dquot;
pub mod wireguard;
pub mod xfrm;

/// The generic families whose ids are fixed; the others get theirs at run time.
pub static FIXED_IDS: &[(u16, &Family)] = &[
    (nlctrl::GENL_ID_CTRL, &nlctrl::FAMILY),
    (vfs_dquot::GENL_ID_VFS_DQUOT, &vfs_dquot::FAMILY),
    (pmcraid::GENL_ID_PMCRAID, &pmcraid::FAMILY),
];

/// The generic family to which this id is fixed.
pub fn of_fixed_id(id: u16) -> Option<&'static Family> {
    let of = FIXED_IDS.iter().find(|(fixed, _)| *fixed == id);
    of.map(|(_, family)| *family)
}

/// All built-in families.
pub static ALL: &[&Family] = &[
    &netlink::FAMILY,
    &nlctrl::FAMILY,
    &nl80211::FAMILY,
    &mac80211_hwsim::FAMILY,
    &nl802154::FAMILY,
    &ieee802154::FAMILY,
    &mac802154_hwsim::FAMILY,
    &batadv::FAMILY,
    &rt_link::FAMILY,
    &rt_addr::FAMILY,
    &rt_addrlabel::FAMILY,
    &rt_dcb::FAMILY,
    &rt_mcast::FAMILY,
    &rt_nduseropt::FAMILY,
    &rt_neigh::FAMILY,
    &rt_netconf::FAMILY,
    &rt_nexthop::FAMILY,
    &rt_nsid::FAMILY,
    &rt_prefix::FAMILY,
    &rt_route::FAMILY,
    &rt_rule::FAMILY,
    &rt_tunnel::FAMILY,
    &sock_diag::FAMILY,
    &usersock::FAMILY,
    &tc::FAMILY,
    &nfnetlink::FAMILY,
    &nfnetlink::acct::FAMILY,
    &nfnetlink::compat::FAMILY,
    &nfnetlink::cthelper::FAMILY,
    &nfnetlink::ctnetlink::CTNETLINK,
    &nfnetlink::ctnetlink::CTNETLINK_EXP,
    &nfnetlink::cttimeout::FAMILY,
    &nfnetlink::hook::FAMILY,
    &nfnetlink::ipset::FAMILY,
    &nfnetlink::log::FAMILY,
    &nfnetlink::nftables::FAMILY,
    &nfnetlink::osf::FAMILY,
    &nfnetlink::queue::FAMILY,
    &devlink::FAMILY,
    &ethtool::FAMILY,
    &binder::FAMILY,
    &dev_energymodel::FAMILY,
    &dpll::FAMILY,
    &drm_ras::FAMILY,
    &fou::FAMILY,
    &handshake::FAMILY,
    &lockd::FAMILY,
    &macsec::FAMILY,
    &mptcp_pm::FAMILY,
    &net_shaper::FAMILY,
    &netdev::FAMILY,
    &nfsd::FAMILY,
    &ovpn::FAMILY,
    &ovs::datapath::FAMILY,
    &ovs::flow::FAMILY,
    &ovs::packet::FAMILY,
    &ovs::vport::FAMILY,
    &ovs::meter::FAMILY,
    &ovs::ct_limit::FAMILY,
    &psp::FAMILY,
    &sunrpc::FAMILY,
    &tcp_metrics::FAMILY,
    &team::FAMILY,
    &wireguard::FAMILY,
    &acpi_event::FAMILY,
    &cifs::FAMILY,
    &dlm::FAMILY,
    &drbd::FAMILY,
    &gtp::FAMILY,
    &hsr::FAMILY,
    &ila::FAMILY,
    &ioam6::FAMILY,
    &ipvs::FAMILY,
    &ksmbd::FAMILY,
    &l2tp::FAMILY,
    &nbd::FAMILY,
    &ncsi::FAMILY,
    &net_dm::FAMILY,
    &netlabel::MGMT,
    &netlabel::CIPSOV4,
    &netlabel::CALIPSO,
    &netlabel::UNLABELED,
    &nfc::FAMILY,
    &pmcraid::FAMILY,
    &psample::FAMILY,
    &reg_event::FAMILY,
    &seg6::FAMILY,
    &smc::FAMILY,
    &smc::PNETID_FAMILY,
    &taskstats::FAMILY,
    &tcmu::FAMILY,
    &thermal::FAMILY,
    &tipc::FAMILY,
    &tipc::config::FAMILY,
    &vdpa::FAMILY,
    &vfs_dquot::FAMILY,
    &audit::FAMILY,
    &connector::FAMILY,
    &crypto::FAMILY,
    &fib_lookup::FAMILY,
    &iscsi::FAMILY,
    &rdma::IWPM,
    &rdma::LS,
    &rdma::NLDEV,
    &scsi::FAMILY,
    &selinux::FAMILY,
    &uevent::FAMILY,
    &xfrm::FAMILY,
    &ecryptfs::FAMILY,
    &ip_queue::IPV4,
    &ip_queue::IPV6,
    &ulog::FAMILY,
    &opt_stats::TCP,
    &opt_stats::J1939,
];
