//! Ports of a bridge (stand-in).

use crate::table::macros::*;

set! { /// A port of a bridge.
    pub IFLA_BRPORT "IFLA_BRPORT":
    1 IFLA_BRPORT_STATE: U8,
}
