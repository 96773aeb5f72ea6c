//! ethtool: settings and state of Ethernet-like devices.
//!
//! Requests and what the kernel sends have numbers of their own.
//!
//! Source: `uapi/linux/ethtool_netlink.h`, `uapi/linux/ethtool_netlink_generated.h`,
//! `uapi/linux/ethtool.h`, `net/ethtool/`.

mod bitset;
mod device;
mod link;
mod queue;

pub use link::DUPLEX;

use crate::table::macros::*;
use crate::table::{Family, Layer, When};
use std::borrow::Cow;

flags! { HEADER_FLAGS "ethtool_header_flags":
    0x1 ETHTOOL_FLAG_COMPACT_BITSETS, 0x2 ETHTOOL_FLAG_OMIT_REPLY, 0x4 ETHTOOL_FLAG_STATS,
}

set! { ETHTOOL_A_HEADER "ETHTOOL_A_HEADER":
    1 ETHTOOL_A_HEADER_DEV_INDEX: IFINDEX,
    2 ETHTOOL_A_HEADER_DEV_NAME: NUL_STRING,
    3 ETHTOOL_A_HEADER_FLAGS: U32.of(&HEADER_FLAGS),
    4 ETHTOOL_A_HEADER_PHY_INDEX: U32,
}

enumeration! { MAC_STATS_SRC "ethtool_mac_stats_src":
    0 ETHTOOL_MAC_STATS_SRC_AGGREGATE, 1 ETHTOOL_MAC_STATS_SRC_EMAC, 2 ETHTOOL_MAC_STATS_SRC_PMAC,
}

messages! { MESSAGES:
    1 ETHTOOL_MSG_STRSET_GET Get if When::Request, [] {device::ETHTOOL_A_STRSET};
    1 ETHTOOL_MSG_STRSET_GET_REPLY New if When::Reply, [] {device::ETHTOOL_A_STRSET};
    2 ETHTOOL_MSG_LINKINFO_GET Get if When::Request, [] {link::ETHTOOL_A_LINKINFO};
    2 ETHTOOL_MSG_LINKINFO_GET_REPLY New if When::Reply, [] {link::ETHTOOL_A_LINKINFO};
    3 ETHTOOL_MSG_LINKINFO_SET New if When::Request, [] {link::ETHTOOL_A_LINKINFO};
    3 ETHTOOL_MSG_LINKINFO_NTF New if When::Reply, [] {link::ETHTOOL_A_LINKINFO};
    4 ETHTOOL_MSG_LINKMODES_GET Get if When::Request, [] {link::ETHTOOL_A_LINKMODES};
    4 ETHTOOL_MSG_LINKMODES_GET_REPLY New if When::Reply, [] {link::ETHTOOL_A_LINKMODES};
    5 ETHTOOL_MSG_LINKMODES_SET New if When::Request, [] {link::ETHTOOL_A_LINKMODES};
    5 ETHTOOL_MSG_LINKMODES_NTF New if When::Reply, [] {link::ETHTOOL_A_LINKMODES};
    6 ETHTOOL_MSG_LINKSTATE_GET Get if When::Request, [] {link::ETHTOOL_A_LINKSTATE};
    6 ETHTOOL_MSG_LINKSTATE_GET_REPLY New if When::Reply, [] {link::ETHTOOL_A_LINKSTATE};
    7 ETHTOOL_MSG_DEBUG_GET Get if When::Request, [] {link::ETHTOOL_A_DEBUG};
    7 ETHTOOL_MSG_DEBUG_GET_REPLY New if When::Reply, [] {link::ETHTOOL_A_DEBUG};
    8 ETHTOOL_MSG_DEBUG_SET New if When::Request, [] {link::ETHTOOL_A_DEBUG};
    8 ETHTOOL_MSG_DEBUG_NTF New if When::Reply, [] {link::ETHTOOL_A_DEBUG};
    9 ETHTOOL_MSG_WOL_GET Get if When::Request, [] {link::ETHTOOL_A_WOL};
    9 ETHTOOL_MSG_WOL_GET_REPLY New if When::Reply, [] {link::ETHTOOL_A_WOL};
    10 ETHTOOL_MSG_WOL_SET New if When::Request, [] {link::ETHTOOL_A_WOL};
    10 ETHTOOL_MSG_WOL_NTF New if When::Reply, [] {link::ETHTOOL_A_WOL};
    11 ETHTOOL_MSG_FEATURES_GET Get if When::Request, [] {link::ETHTOOL_A_FEATURES};
    11 ETHTOOL_MSG_FEATURES_GET_REPLY New if When::Reply, [] {link::ETHTOOL_A_FEATURES};
    12 ETHTOOL_MSG_FEATURES_SET New if When::Request, [] {link::ETHTOOL_A_FEATURES};
    12 ETHTOOL_MSG_FEATURES_SET_REPLY New if When::Reply, [] {link::ETHTOOL_A_FEATURES};
    13 ETHTOOL_MSG_PRIVFLAGS_GET Get if When::Request, [] {link::ETHTOOL_A_PRIVFLAGS};
    13 ETHTOOL_MSG_FEATURES_NTF New if When::Reply, [] {link::ETHTOOL_A_FEATURES};
    14 ETHTOOL_MSG_PRIVFLAGS_SET New if When::Request, [] {link::ETHTOOL_A_PRIVFLAGS};
    14 ETHTOOL_MSG_PRIVFLAGS_GET_REPLY New if When::Reply, [] {link::ETHTOOL_A_PRIVFLAGS};
    15 ETHTOOL_MSG_RINGS_GET Get if When::Request, [] {queue::ETHTOOL_A_RINGS};
    15 ETHTOOL_MSG_PRIVFLAGS_NTF New if When::Reply, [] {link::ETHTOOL_A_PRIVFLAGS};
    16 ETHTOOL_MSG_RINGS_SET New if When::Request, [] {queue::ETHTOOL_A_RINGS};
    16 ETHTOOL_MSG_RINGS_GET_REPLY New if When::Reply, [] {queue::ETHTOOL_A_RINGS};
    17 ETHTOOL_MSG_CHANNELS_GET Get if When::Request, [] {queue::ETHTOOL_A_CHANNELS};
    17 ETHTOOL_MSG_RINGS_NTF New if When::Reply, [] {queue::ETHTOOL_A_RINGS};
    18 ETHTOOL_MSG_CHANNELS_SET New if When::Request, [] {queue::ETHTOOL_A_CHANNELS};
    18 ETHTOOL_MSG_CHANNELS_GET_REPLY New if When::Reply, [] {queue::ETHTOOL_A_CHANNELS};
    19 ETHTOOL_MSG_COALESCE_GET Get if When::Request, [] {queue::ETHTOOL_A_COALESCE};
    19 ETHTOOL_MSG_CHANNELS_NTF New if When::Reply, [] {queue::ETHTOOL_A_CHANNELS};
    20 ETHTOOL_MSG_COALESCE_SET New if When::Request, [] {queue::ETHTOOL_A_COALESCE};
    20 ETHTOOL_MSG_COALESCE_GET_REPLY New if When::Reply, [] {queue::ETHTOOL_A_COALESCE};
    21 ETHTOOL_MSG_PAUSE_GET Get if When::Request, [] {link::ETHTOOL_A_PAUSE};
    21 ETHTOOL_MSG_COALESCE_NTF New if When::Reply, [] {queue::ETHTOOL_A_COALESCE};
    22 ETHTOOL_MSG_PAUSE_SET New if When::Request, [] {link::ETHTOOL_A_PAUSE};
    22 ETHTOOL_MSG_PAUSE_GET_REPLY New if When::Reply, [] {link::ETHTOOL_A_PAUSE};
    23 ETHTOOL_MSG_EEE_GET Get if When::Request, [] {link::ETHTOOL_A_EEE};
    23 ETHTOOL_MSG_PAUSE_NTF New if When::Reply, [] {link::ETHTOOL_A_PAUSE};
    24 ETHTOOL_MSG_EEE_SET New if When::Request, [] {link::ETHTOOL_A_EEE};
    24 ETHTOOL_MSG_EEE_GET_REPLY New if When::Reply, [] {link::ETHTOOL_A_EEE};
    25 ETHTOOL_MSG_TSINFO_GET Get if When::Request, [] {device::ETHTOOL_A_TSINFO};
    25 ETHTOOL_MSG_EEE_NTF New if When::Reply, [] {link::ETHTOOL_A_EEE};
    26 ETHTOOL_MSG_CABLE_TEST_ACT Other if When::Request, [] {device::ETHTOOL_A_CABLE_TEST};
    26 ETHTOOL_MSG_TSINFO_GET_REPLY New if When::Reply, [] {device::ETHTOOL_A_TSINFO};
    27 ETHTOOL_MSG_CABLE_TEST_TDR_ACT Other if When::Request, [] {device::ETHTOOL_A_CABLE_TEST_TDR};
    27 ETHTOOL_MSG_CABLE_TEST_NTF New if When::Reply, [] {device::ETHTOOL_A_CABLE_TEST_NTF};
    28 ETHTOOL_MSG_TUNNEL_INFO_GET Get if When::Request, [] {device::ETHTOOL_A_TUNNEL_INFO};
    28 ETHTOOL_MSG_CABLE_TEST_TDR_NTF New if When::Reply, [] {device::ETHTOOL_A_CABLE_TEST_TDR_NTF};
    29 ETHTOOL_MSG_FEC_GET Get if When::Request, [] {link::ETHTOOL_A_FEC};
    29 ETHTOOL_MSG_TUNNEL_INFO_GET_REPLY New if When::Reply, [] {device::ETHTOOL_A_TUNNEL_INFO};
    30 ETHTOOL_MSG_FEC_SET New if When::Request, [] {link::ETHTOOL_A_FEC};
    30 ETHTOOL_MSG_FEC_GET_REPLY New if When::Reply, [] {link::ETHTOOL_A_FEC};
    31 ETHTOOL_MSG_MODULE_EEPROM_GET Get if When::Request, [] {device::ETHTOOL_A_MODULE_EEPROM};
    31 ETHTOOL_MSG_FEC_NTF New if When::Reply, [] {link::ETHTOOL_A_FEC};
    32 ETHTOOL_MSG_STATS_GET Get if When::Request, [] {device::ETHTOOL_A_STATS};
    32 ETHTOOL_MSG_MODULE_EEPROM_GET_REPLY New if When::Reply, [] {device::ETHTOOL_A_MODULE_EEPROM};
    33 ETHTOOL_MSG_PHC_VCLOCKS_GET Get if When::Request, [] {device::ETHTOOL_A_PHC_VCLOCKS};
    33 ETHTOOL_MSG_STATS_GET_REPLY New if When::Reply, [] {device::ETHTOOL_A_STATS};
    34 ETHTOOL_MSG_MODULE_GET Get if When::Request, [] {device::ETHTOOL_A_MODULE};
    34 ETHTOOL_MSG_PHC_VCLOCKS_GET_REPLY New if When::Reply, [] {device::ETHTOOL_A_PHC_VCLOCKS};
    35 ETHTOOL_MSG_MODULE_SET New if When::Request, [] {device::ETHTOOL_A_MODULE};
    35 ETHTOOL_MSG_MODULE_GET_REPLY New if When::Reply, [] {device::ETHTOOL_A_MODULE};
    36 ETHTOOL_MSG_PSE_GET Get if When::Request, [] {device::ETHTOOL_A_PSE};
    36 ETHTOOL_MSG_MODULE_NTF New if When::Reply, [] {device::ETHTOOL_A_MODULE};
    37 ETHTOOL_MSG_PSE_SET New if When::Request, [] {device::ETHTOOL_A_PSE};
    37 ETHTOOL_MSG_PSE_GET_REPLY New if When::Reply, [] {device::ETHTOOL_A_PSE};
    38 ETHTOOL_MSG_RSS_GET Get if When::Request, [] {queue::ETHTOOL_A_RSS};
    38 ETHTOOL_MSG_RSS_GET_REPLY New if When::Reply, [] {queue::ETHTOOL_A_RSS};
    39 ETHTOOL_MSG_PLCA_GET_CFG Get if When::Request, [] {link::ETHTOOL_A_PLCA};
    39 ETHTOOL_MSG_PLCA_GET_CFG_REPLY New if When::Reply, [] {link::ETHTOOL_A_PLCA};
    40 ETHTOOL_MSG_PLCA_SET_CFG New if When::Request, [] {link::ETHTOOL_A_PLCA};
    40 ETHTOOL_MSG_PLCA_GET_STATUS_REPLY New if When::Reply, [] {link::ETHTOOL_A_PLCA};
    41 ETHTOOL_MSG_PLCA_GET_STATUS Get if When::Request, [] {link::ETHTOOL_A_PLCA};
    41 ETHTOOL_MSG_PLCA_NTF New if When::Reply, [] {link::ETHTOOL_A_PLCA};
    42 ETHTOOL_MSG_MM_GET Get if When::Request, [] {link::ETHTOOL_A_MM};
    42 ETHTOOL_MSG_MM_GET_REPLY New if When::Reply, [] {link::ETHTOOL_A_MM};
    43 ETHTOOL_MSG_MM_SET New if When::Request, [] {link::ETHTOOL_A_MM};
    43 ETHTOOL_MSG_MM_NTF New if When::Reply, [] {link::ETHTOOL_A_MM};
    44 ETHTOOL_MSG_MODULE_FW_FLASH_ACT Other if When::Request, [] {device::ETHTOOL_A_MODULE_FW_FLASH};
    44 ETHTOOL_MSG_MODULE_FW_FLASH_NTF New if When::Reply, [] {device::ETHTOOL_A_MODULE_FW_FLASH};
    45 ETHTOOL_MSG_PHY_GET Get if When::Request, [] {device::ETHTOOL_A_PHY};
    45 ETHTOOL_MSG_PHY_GET_REPLY New if When::Reply, [] {device::ETHTOOL_A_PHY};
    46 ETHTOOL_MSG_TSCONFIG_GET Get if When::Request, [] {device::ETHTOOL_A_TSCONFIG};
    46 ETHTOOL_MSG_PHY_NTF New if When::Reply, [] {device::ETHTOOL_A_PHY};
    47 ETHTOOL_MSG_TSCONFIG_SET New if When::Request, [] {device::ETHTOOL_A_TSCONFIG};
    47 ETHTOOL_MSG_TSCONFIG_GET_REPLY New if When::Reply, [] {device::ETHTOOL_A_TSCONFIG};
    48 ETHTOOL_MSG_RSS_SET New if When::Request, [] {queue::ETHTOOL_A_RSS};
    48 ETHTOOL_MSG_TSCONFIG_SET_REPLY New if When::Reply, [] {device::ETHTOOL_A_TSCONFIG};
    49 ETHTOOL_MSG_RSS_CREATE_ACT New if When::Request, [] {queue::ETHTOOL_A_RSS};
    49 ETHTOOL_MSG_PSE_NTF New if When::Reply, [] {device::ETHTOOL_A_PSE_NTF};
    50 ETHTOOL_MSG_RSS_DELETE_ACT Del if When::Request, [] {queue::ETHTOOL_A_RSS};
    50 ETHTOOL_MSG_RSS_NTF New if When::Reply, [] {queue::ETHTOOL_A_RSS};
    51 ETHTOOL_MSG_MSE_GET Get if When::Request, [] {link::ETHTOOL_A_MSE};
    51 ETHTOOL_MSG_RSS_CREATE_ACT_REPLY New if When::Reply, [] {queue::ETHTOOL_A_RSS};
    52 ETHTOOL_MSG_RSS_CREATE_NTF New, [] {queue::ETHTOOL_A_RSS};
    53 ETHTOOL_MSG_RSS_DELETE_NTF Del, [] {queue::ETHTOOL_A_RSS};
    54 ETHTOOL_MSG_MSE_GET_REPLY New, [] {link::ETHTOOL_A_MSE};
}

groups! { GROUPS: 0 monitor }

/// The record of ethtool.
pub static FAMILY: Family = Family {
    name: crate::name!("ethtool"),
    protocol: Some(16),
    layer: Layer::Generic,
    messages: Cow::Borrowed(MESSAGES),
    groups: Cow::Borrowed(GROUPS),
};
