//! What each kind of link puts into IFLA_INFO_DATA, IFLA_INFO_SLAVE_DATA and IFLA_INFO_XSTATS.
//!
//! A kind is a `struct rtnl_link_ops` of the kernel. These have no attributes: dummy, ifb, lowpan,
//! netdevsim, nlmon, openvswitch, pfcp, team, vcan, virt_wifi, vsockmon, wireguard.
//!
//! Source: `uapi/linux/if_link.h`, `net/core/rtnetlink.c`, and the sources named in each file.

mod bond;
mod bridge;
mod can;
mod other;
mod pair;
pub(crate) mod secure;
mod tunnel;
mod udp;
mod vlan;

use super::bridge_port::IFLA_BRPORT;
use crate::table::macros::*;

pub use bond::BOND_XSTATS;
pub use bridge::{BRIDGE_QUERIER, IFLA_BRIDGE_ID, MDB_RTR_TYPE};

set! { OTHER_DATA "IFLA_INFO_DATA": }

set! { OTHER_SLAVE_DATA "IFLA_INFO_SLAVE_DATA": }

select! { /// IFLA_INFO_DATA: what a link of its kind is set to.
    pub LINK_DATA text attribute("IFLA_INFO_KIND") => {
    "amt" => nest(&udp::IFLA_AMT),
    "bareudp" => nest(&udp::IFLA_BAREUDP),
    "batadv" => nest(&other::IFLA_BATADV),
    "bond" => nest(&bond::IFLA_BOND),
    "bridge" => nest(&bridge::IFLA_BR),
    "caif" => nest(&other::IFLA_CAIF),
    "can" => nest(&can::IFLA_CAN),
    "dsa" => nest(&other::IFLA_DSA),
    "erspan" => nest(&tunnel::IFLA_GRE),
    "geneve" => nest(&udp::IFLA_GENEVE),
    "gre" => nest(&tunnel::IFLA_GRE),
    "gretap" => nest(&tunnel::IFLA_GRE),
    "gtp" => nest(&udp::IFLA_GTP),
    "hsr" => nest(&other::IFLA_HSR),
    "ip6erspan" => nest(&tunnel::IFLA_GRE_IP6),
    "ip6gre" => nest(&tunnel::IFLA_GRE_IP6),
    "ip6gretap" => nest(&tunnel::IFLA_GRE_IP6),
    "ip6tnl" => nest(&tunnel::IFLA_IPTUN_IP6TNL),
    "ipip" => nest(&tunnel::IFLA_IPTUN_IPIP),
    "ipoib" => nest(&other::IFLA_IPOIB),
    "ipvlan" => nest(&vlan::IFLA_IPVLAN),
    "ipvtap" => nest(&vlan::IFLA_IPVLAN),
    "macsec" => nest(&secure::IFLA_MACSEC),
    "macvlan" => nest(&vlan::IFLA_MACVLAN),
    "macvtap" => nest(&vlan::IFLA_MACVLAN),
    "netkit" => nest(&pair::IFLA_NETKIT),
    "ovpn" => nest(&secure::IFLA_OVPN),
    "ppp" => nest(&other::IFLA_PPP),
    "rmnet" => nest(&other::IFLA_RMNET),
    "sit" => nest(&tunnel::IFLA_IPTUN_SIT),
    "tun" => nest(&other::IFLA_TUN),
    "veth" => nest(&pair::VETH_INFO),
    "vlan" => nest(&vlan::IFLA_VLAN),
    "vrf" => nest(&other::IFLA_VRF),
    "vti" => nest(&tunnel::IFLA_VTI),
    "vti6" => nest(&tunnel::IFLA_VTI_IP6),
    "vxcan" => nest(&pair::VXCAN_INFO),
    "vxlan" => nest(&udp::IFLA_VXLAN),
    "wwan" => nest(&other::IFLA_WWAN),
    "xfrm" => nest(&secure::IFLA_XFRM),
} else nest(&OTHER_DATA) }

select! { /// IFLA_INFO_SLAVE_DATA: what a link is set to as a port of its master's kind.
    pub LINK_SLAVE_DATA text attribute("IFLA_INFO_SLAVE_KIND") => {
    "bond" => nest(&bond::IFLA_BOND_SLAVE),
    "bridge" => nest(&IFLA_BRPORT),
    "vrf" => nest(&other::IFLA_VRF_PORT),
} else select(&SLAVE_DATA_BY_KIND) }

// In requests the kernel goes by the master; iproute2 says no more than `type bridge_slave`.
select! { SLAVE_DATA_BY_KIND text attribute("IFLA_INFO_KIND") => {
    "bond_slave" => nest(&bond::IFLA_BOND_SLAVE),
    "bridge_slave" => nest(&IFLA_BRPORT),
    "vrf_slave" => nest(&other::IFLA_VRF_PORT),
} else nest(&OTHER_SLAVE_DATA) }

select! { /// IFLA_INFO_XSTATS: counters of a kind.
    pub LINK_XSTATS text attribute("IFLA_INFO_KIND") => {
    "can" => structure(&can::CAN_DEVICE_STATS),
} else BYTES }
