//! Links that encrypt: macsec, xfrm, ovpn.
//!
//! Source: `uapi/linux/if_link.h`, `uapi/linux/if_macsec.h`, `drivers/net/macsec.c`,
//! `net/xfrm/xfrm_interface_core.c`, `drivers/net/ovpn/main.c`.

use crate::table::Unit;
use crate::table::macros::*;

enumeration! { /// Cipher suites of MACsec.
    pub(crate) MACSEC_CIPHER_ID "MACSEC_CIPHER_ID":
    0x0080020001000001 MACSEC_DEFAULT_CIPHER_ID,
    0x0080c20001000001 MACSEC_CIPHER_ID_GCM_AES_128 / MACSEC_DEFAULT_CIPHER_ALT,
    0x0080c20001000002 MACSEC_CIPHER_ID_GCM_AES_256,
    0x0080c20001000003 MACSEC_CIPHER_ID_GCM_AES_XPN_128,
    0x0080c20001000004 MACSEC_CIPHER_ID_GCM_AES_XPN_256,
}

enumeration! { /// What happens to frames that are not valid.
    pub(crate) MACSEC_VALIDATION_TYPE "macsec_validation_type":
    0 MACSEC_VALIDATE_DISABLED, 1 MACSEC_VALIDATE_CHECK, 2 MACSEC_VALIDATE_STRICT,
}

enumeration! { /// Who does the work of MACsec.
    pub(crate) MACSEC_OFFLOAD "macsec_offload":
    0 MACSEC_OFFLOAD_OFF, 1 MACSEC_OFFLOAD_PHY, 2 MACSEC_OFFLOAD_MAC,
}

set! { pub(super) IFLA_MACSEC "IFLA_MACSEC":
    1 IFLA_MACSEC_SCI: BE64.hex(),
    2 IFLA_MACSEC_PORT: BE16,
    3 IFLA_MACSEC_ICV_LEN: U8.unit(Unit::Bytes),
    4 IFLA_MACSEC_CIPHER_SUITE: U64.of(&MACSEC_CIPHER_ID),
    5 IFLA_MACSEC_WINDOW: U32,
    6 IFLA_MACSEC_ENCODING_SA: U8,
    7 IFLA_MACSEC_ENCRYPT: BOOL,
    8 IFLA_MACSEC_PROTECT: BOOL,
    9 IFLA_MACSEC_INC_SCI: BOOL,
    10 IFLA_MACSEC_ES: BOOL,
    11 IFLA_MACSEC_SCB: BOOL,
    12 IFLA_MACSEC_REPLAY_PROTECT: BOOL,
    13 IFLA_MACSEC_VALIDATION: U8.of(&MACSEC_VALIDATION_TYPE),
    14 IFLA_MACSEC_PAD: PAD,
    15 IFLA_MACSEC_OFFLOAD: U8.of(&MACSEC_OFFLOAD),
}

set! { pub(super) IFLA_XFRM "IFLA_XFRM":
    1 IFLA_XFRM_LINK: IFINDEX,
    2 IFLA_XFRM_IF_ID: U32.hex(),
    3 IFLA_XFRM_COLLECT_METADATA: FLAG,
}

enumeration! { OVPN_MODE "ovpn_mode": 0 OVPN_MODE_P2P, 1 OVPN_MODE_MP }

set! { pub(super) IFLA_OVPN "IFLA_OVPN":
    1 IFLA_OVPN_MODE: U8.of(&OVPN_MODE),
}
