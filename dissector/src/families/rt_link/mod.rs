//! Links (stand-in).

use crate::table::macros::*;

pub mod bridge_port;
pub mod kinds;

structure! { /// The header of link messages.
    pub IFINFOMSG "ifinfomsg":
    ifi_family: U8,
    pad: U8.reserved(),
    ifi_type: U16,
    ifi_index: S_IFINDEX,
    ifi_flags: U32,
    ifi_change: U32,
}

set! { /// Attributes of a link.
    pub IFLA "IFLA":
    3 IFLA_IFNAME: STRING,
}
