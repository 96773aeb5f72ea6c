//! NLBL_MGMT, NLBL_CIPSOv4, NLBL_CALIPSO, NLBL_UNLBL: labels of packets for security modules.
//!
//! Source: `net/netlabel/netlabel_mgmt.h`, `net/netlabel/netlabel_mgmt.c`,
//! `net/netlabel/netlabel_cipso_v4.h`, `net/netlabel/netlabel_cipso_v4.c`,
//! `net/netlabel/netlabel_calipso.h`, `net/netlabel/netlabel_calipso.c`,
//! `net/netlabel/netlabel_unlabeled.h`, `net/netlabel/netlabel_unlabeled.c`,
//! `include/net/netlabel.h`, `include/net/cipso_ipv4.h`, `include/net/calipso.h`.

use super::common::AF;
use crate::table::macros::*;
use crate::table::{Family, Layer};
use std::borrow::Cow;

enumeration! { NLTYPE "NETLBL_NLTYPE":
    0 NETLBL_NLTYPE_NONE,
    1 NETLBL_NLTYPE_MGMT,
    2 NETLBL_NLTYPE_RIPSO,
    3 NETLBL_NLTYPE_CIPSOV4,
    4 NETLBL_NLTYPE_CIPSOV6,
    5 NETLBL_NLTYPE_UNLABELED,
    6 NETLBL_NLTYPE_ADDRSELECT,
    7 NETLBL_NLTYPE_CALIPSO,
}

set! { MGMT_ATTR "NLBL_MGMT_A":
    1 NLBL_MGMT_A_DOMAIN: NUL_STRING,
    2 NLBL_MGMT_A_PROTOCOL: U32.of(&NLTYPE),
    3 NLBL_MGMT_A_VERSION: U32,
    4 NLBL_MGMT_A_CV4DOI: U32,
    5 NLBL_MGMT_A_IPV6ADDR: IPV6,
    6 NLBL_MGMT_A_IPV6MASK: IPV6,
    7 NLBL_MGMT_A_IPV4ADDR: IPV4,
    8 NLBL_MGMT_A_IPV4MASK: IPV4,
    9 NLBL_MGMT_A_ADDRSELECTOR: nest(&MGMT_ATTR).multi(),
    10 NLBL_MGMT_A_SELECTORLIST: nest(&MGMT_ATTR),
    11 NLBL_MGMT_A_FAMILY: U16.of(&AF),
    12 NLBL_MGMT_A_CLPDOI: U32,
}

messages! { MGMT_MESSAGES:
    1 NLBL_MGMT_C_ADD New, [] {MGMT_ATTR};
    2 NLBL_MGMT_C_REMOVE Del, [] {MGMT_ATTR};
    3 NLBL_MGMT_C_LISTALL Get, [] {MGMT_ATTR};
    4 NLBL_MGMT_C_ADDDEF New, [] {MGMT_ATTR};
    5 NLBL_MGMT_C_REMOVEDEF Del, [] {MGMT_ATTR};
    6 NLBL_MGMT_C_LISTDEF Get, [] {MGMT_ATTR};
    7 NLBL_MGMT_C_PROTOCOLS Get, [] {MGMT_ATTR};
    8 NLBL_MGMT_C_VERSION Get, [] {MGMT_ATTR};
}

/// The record of NLBL_MGMT.
pub static MGMT: Family = Family {
    name: crate::name!("NLBL_MGMT"),
    protocol: Some(16),
    layer: Layer::Generic,
    messages: Cow::Borrowed(MGMT_MESSAGES),
    groups: Cow::Borrowed(&[]),
};

enumeration! { CIPSO_MAP "CIPSO_V4_MAP":
    0 CIPSO_V4_MAP_UNKNOWN, 1 CIPSO_V4_MAP_TRANS, 2 CIPSO_V4_MAP_PASS, 3 CIPSO_V4_MAP_LOCAL,
}

enumeration! { CIPSO_TAG "CIPSO_V4_TAG":
    0 CIPSO_V4_TAG_INVALID,
    1 CIPSO_V4_TAG_RBITMAP,
    2 CIPSO_V4_TAG_ENUM,
    5 CIPSO_V4_TAG_RANGE,
    6 CIPSO_V4_TAG_PBITMAP,
    7 CIPSO_V4_TAG_FREEFORM,
    128 CIPSO_V4_TAG_LOCAL,
}

set! { CIPSO_ATTR "NLBL_CIPSOV4_A":
    1 NLBL_CIPSOV4_A_DOI: U32,
    2 NLBL_CIPSOV4_A_MTYPE: U32.of(&CIPSO_MAP),
    3 NLBL_CIPSOV4_A_TAG: U8.of(&CIPSO_TAG).multi(),
    4 NLBL_CIPSOV4_A_TAGLST: nest(&CIPSO_ATTR),
    5 NLBL_CIPSOV4_A_MLSLVLLOC: U32,
    6 NLBL_CIPSOV4_A_MLSLVLREM: U32,
    7 NLBL_CIPSOV4_A_MLSLVL: nest(&CIPSO_ATTR).multi(),
    8 NLBL_CIPSOV4_A_MLSLVLLST: nest(&CIPSO_ATTR),
    9 NLBL_CIPSOV4_A_MLSCATLOC: U32,
    10 NLBL_CIPSOV4_A_MLSCATREM: U32,
    11 NLBL_CIPSOV4_A_MLSCAT: nest(&CIPSO_ATTR).multi(),
    12 NLBL_CIPSOV4_A_MLSCATLST: nest(&CIPSO_ATTR),
}

messages! { CIPSO_MESSAGES:
    1 NLBL_CIPSOV4_C_ADD New, [] {CIPSO_ATTR};
    2 NLBL_CIPSOV4_C_REMOVE Del, [] {CIPSO_ATTR};
    3 NLBL_CIPSOV4_C_LIST Get, [] {CIPSO_ATTR};
    4 NLBL_CIPSOV4_C_LISTALL Get, [] {CIPSO_ATTR};
}

/// The record of NLBL_CIPSOv4.
pub static CIPSOV4: Family = Family {
    name: crate::name!("NLBL_CIPSOv4"),
    protocol: Some(16),
    layer: Layer::Generic,
    messages: Cow::Borrowed(CIPSO_MESSAGES),
    groups: Cow::Borrowed(&[]),
};

enumeration! { CALIPSO_MAP "CALIPSO_MAP":
    0 CALIPSO_MAP_UNKNOWN, 2 CALIPSO_MAP_PASS,
}

set! { CALIPSO_ATTR "NLBL_CALIPSO_A":
    1 NLBL_CALIPSO_A_DOI: U32,
    2 NLBL_CALIPSO_A_MTYPE: U32.of(&CALIPSO_MAP),
}

messages! { CALIPSO_MESSAGES:
    1 NLBL_CALIPSO_C_ADD New, [] {CALIPSO_ATTR};
    2 NLBL_CALIPSO_C_REMOVE Del, [] {CALIPSO_ATTR};
    3 NLBL_CALIPSO_C_LIST Get, [] {CALIPSO_ATTR};
    4 NLBL_CALIPSO_C_LISTALL Get, [] {CALIPSO_ATTR};
}

/// The record of NLBL_CALIPSO.
pub static CALIPSO: Family = Family {
    name: crate::name!("NLBL_CALIPSO"),
    protocol: Some(16),
    layer: Layer::Generic,
    messages: Cow::Borrowed(CALIPSO_MESSAGES),
    groups: Cow::Borrowed(&[]),
};

set! { UNLABEL_ATTR "NLBL_UNLABEL_A":
    1 NLBL_UNLABEL_A_ACPTFLG: BOOL,
    2 NLBL_UNLABEL_A_IPV6ADDR: IPV6,
    3 NLBL_UNLABEL_A_IPV6MASK: IPV6,
    4 NLBL_UNLABEL_A_IPV4ADDR: IPV4,
    5 NLBL_UNLABEL_A_IPV4MASK: IPV4,
    6 NLBL_UNLABEL_A_IFACE: NUL_STRING,
    7 NLBL_UNLABEL_A_SECCTX: STRING,
}

messages! { UNLABEL_MESSAGES:
    1 NLBL_UNLABEL_C_ACCEPT New, [] {UNLABEL_ATTR};
    2 NLBL_UNLABEL_C_LIST Get, [] {UNLABEL_ATTR};
    3 NLBL_UNLABEL_C_STATICADD New, [] {UNLABEL_ATTR};
    4 NLBL_UNLABEL_C_STATICREMOVE Del, [] {UNLABEL_ATTR};
    5 NLBL_UNLABEL_C_STATICLIST Get, [] {UNLABEL_ATTR};
    6 NLBL_UNLABEL_C_STATICADDDEF New, [] {UNLABEL_ATTR};
    7 NLBL_UNLABEL_C_STATICREMOVEDEF Del, [] {UNLABEL_ATTR};
    8 NLBL_UNLABEL_C_STATICLISTDEF Get, [] {UNLABEL_ATTR};
}

/// The record of NLBL_UNLBL.
pub static UNLABELED: Family = Family {
    name: crate::name!("NLBL_UNLBL"),
    protocol: Some(16),
    layer: Layer::Generic,
    messages: Cow::Borrowed(UNLABEL_MESSAGES),
    groups: Cow::Borrowed(&[]),
};
