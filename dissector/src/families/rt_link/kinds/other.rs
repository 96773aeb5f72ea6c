//! Kinds with few attributes: vrf, hsr, tun, rmnet, wwan, dsa, ppp, ipoib, batadv, caif.
//!
//! Source: `uapi/linux/if_link.h`, `uapi/linux/wwan.h`, `uapi/linux/batman_adv.h`,
//! `uapi/linux/if_tun.h`, `drivers/net/vrf.c`, `net/hsr/hsr_netlink.c`, `drivers/net/tun.c`,
//! `drivers/net/ethernet/qualcomm/rmnet/rmnet_config.c`, `drivers/net/wwan/wwan_core.c`,
//! `net/dsa/netlink.c`, `drivers/net/ppp/ppp_generic.c`,
//! `drivers/infiniband/ulp/ipoib/ipoib_netlink.c`, `net/batman-adv/mesh-interface.c`;
//! for caif `uapi/linux/caif/if_caif.h` of kernels before its removal.

use crate::table::macros::*;

set! { pub(super) IFLA_VRF "IFLA_VRF":
    1 IFLA_VRF_TABLE: U32,
}

set! { pub(super) IFLA_VRF_PORT "IFLA_VRF_PORT":
    1 IFLA_VRF_PORT_TABLE: U32,
}

enumeration! { HSR_VERSION "hsr_version": 0 HSR_V0, 1 HSR_V1, 2 PRP_V1 }

enumeration! { HSR_PROTOCOL "HSR_PROTOCOL": 0 HSR_PROTOCOL_HSR, 1 HSR_PROTOCOL_PRP }

set! { pub(super) IFLA_HSR "IFLA_HSR":
    1 IFLA_HSR_SLAVE1: IFINDEX,
    2 IFLA_HSR_SLAVE2: IFINDEX,
    3 IFLA_HSR_MULTICAST_SPEC: U8,
    4 IFLA_HSR_SUPERVISION_ADDR: MAC,
    5 IFLA_HSR_SEQ_NR: U16,
    6 IFLA_HSR_VERSION: U8.of(&HSR_VERSION),
    7 IFLA_HSR_PROTOCOL: U8.of(&HSR_PROTOCOL),
    8 IFLA_HSR_INTERLINK: IFINDEX,
}

enumeration! { TUN_TYPE "TUN_TYPE_MASK": 1 IFF_TUN / TUN_TUN_DEV, 2 IFF_TAP / TUN_TAP_DEV }

set! { pub(super) IFLA_TUN "IFLA_TUN":
    1 IFLA_TUN_OWNER: U32,
    2 IFLA_TUN_GROUP: U32,
    3 IFLA_TUN_TYPE: U8.of(&TUN_TYPE),
    4 IFLA_TUN_PI: BOOL,
    5 IFLA_TUN_VNET_HDR: BOOL,
    6 IFLA_TUN_PERSIST: BOOL,
    7 IFLA_TUN_MULTI_QUEUE: BOOL,
    8 IFLA_TUN_NUM_QUEUES: U32,
    9 IFLA_TUN_NUM_DISABLED_QUEUES: U32,
}

flags! { RMNET_FLAGS "RMNET_FLAGS":
    0x1 RMNET_FLAGS_INGRESS_DEAGGREGATION,
    0x2 RMNET_FLAGS_INGRESS_MAP_COMMANDS,
    0x4 RMNET_FLAGS_INGRESS_MAP_CKSUMV4,
    0x8 RMNET_FLAGS_EGRESS_MAP_CKSUMV4,
    0x10 RMNET_FLAGS_INGRESS_MAP_CKSUMV5,
    0x20 RMNET_FLAGS_EGRESS_MAP_CKSUMV5,
}

structure! { IFLA_RMNET_FLAGS "ifla_rmnet_flags":
    flags: U32.of(&RMNET_FLAGS),
    mask: U32.of(&RMNET_FLAGS),
}

set! { pub(super) IFLA_RMNET "IFLA_RMNET":
    1 IFLA_RMNET_MUX_ID: U16,
    2 IFLA_RMNET_FLAGS: structure(&IFLA_RMNET_FLAGS),
}

set! { pub(super) IFLA_WWAN "IFLA_WWAN":
    1 IFLA_WWAN_LINK_ID: U32,
}

set! { pub(super) IFLA_DSA "IFLA_DSA":
    1 IFLA_DSA_CONDUIT / IFLA_DSA_MASTER: IFINDEX,
}

set! { pub(super) IFLA_PPP "IFLA_PPP":
    1 IFLA_PPP_DEV_FD: S32,
}

enumeration! { IPOIB_MODE "IPOIB_MODE": 0 IPOIB_MODE_DATAGRAM, 1 IPOIB_MODE_CONNECTED }

set! { pub(super) IFLA_IPOIB "IFLA_IPOIB":
    1 IFLA_IPOIB_PKEY: U16.hex(),
    2 IFLA_IPOIB_MODE: U16.of(&IPOIB_MODE),
    3 IFLA_IPOIB_UMCAST: U16,
}

set! { pub(super) IFLA_BATADV "IFLA_BATADV":
    1 IFLA_BATADV_ALGO_NAME: NUL_STRING,
}

set! { pub(super) IFLA_CAIF "IFLA_CAIF":
    1 IFLA_CAIF_IPV4_CONNID: U32,
    2 IFLA_CAIF_IPV6_CONNID: U32,
    3 IFLA_CAIF_LOOPBACK: BOOL,
}
