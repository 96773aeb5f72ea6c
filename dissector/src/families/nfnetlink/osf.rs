//! osf: fingerprints that tell operating systems apart.
//!
//! Source: `uapi/linux/netfilter/nfnetlink_osf.h`, `net/netfilter/nfnetlink_osf.c`.

use super::NFGENMSG;
use crate::table::macros::*;
use crate::table::{Family, Layer};
use std::borrow::Cow;

enumeration! { NF_OSF_WINDOW_SIZE_OPTIONS "nf_osf_window_size_options":
    0 OSF_WSS_PLAIN, 1 OSF_WSS_MSS, 2 OSF_WSS_MTU, 3 OSF_WSS_MODULO,
}

enumeration! { IANA_OPTIONS "iana_options":
    0 OSFOPT_EOL, 1 OSFOPT_NOP, 2 OSFOPT_MSS, 3 OSFOPT_WSO, 4 OSFOPT_SACKP, 5 OSFOPT_SACK,
    6 OSFOPT_ECHO, 7 OSFOPT_ECHOREPLY, 8 OSFOPT_TS, 9 OSFOPT_POCP, 10 OSFOPT_POSP,
    255 OSFOPT_EMPTY,
}

structure! { NF_OSF_WC "nf_osf_wc":
    wc: U32.of(&NF_OSF_WINDOW_SIZE_OPTIONS),
    val: U32,
}

structure! { NF_OSF_OPT "nf_osf_opt":
    kind: U16.of(&IANA_OPTIONS),
    length: U16,
    wc: structure(&NF_OSF_WC),
}

structure! { NF_OSF_USER_FINGER "nf_osf_user_finger":
    wss: structure(&NF_OSF_WC),
    ttl: U8,
    df: U8,
    ss: U16,
    mss: U16,
    opt_num: U16,
    genre: STRING.times(32),
    version: STRING.times(32),
    subtype: STRING.times(32),
    opt: structure(&NF_OSF_OPT).times(40),
}

set! { OSF_ATTR "OSF_ATTR":
    1 OSF_ATTR_FINGER: structure(&NF_OSF_USER_FINGER),
}

messages! { MESSAGES:
    0 OSF_MSG_ADD New, [NFGENMSG] {OSF_ATTR};
    1 OSF_MSG_REMOVE Del, [NFGENMSG] {OSF_ATTR};
}

/// The record of osf.
pub static FAMILY: Family = Family {
    name: crate::name!("osf"),
    protocol: Some(12),
    layer: Layer::Subsystem(5),
    messages: Cow::Borrowed(MESSAGES),
    groups: Cow::Borrowed(&[]),
};
