//! NETLINK_FIB_LOOKUP: asks one routing table for one IPv4 address. The answer is the request
//! with its second half filled in, whatever its nlmsg_type; programs send 0.
//!
//! Source: `net/ip_fib.h`, `net/ipv4/fib_frontend.c`.

use super::rt_common::{RT_SCOPE, RT_TABLE, RTN};
use crate::table::macros::*;
use crate::table::{Family, Layer, Meaning};
use std::borrow::Cow;

structure! { FIB_RESULT_NL "fib_result_nl":
    fl_addr: IPV4,
    fl_mark: U32.hex(),
    fl_tos: U8.hex(),
    fl_scope: U8.of(&RT_SCOPE),
    tb_id_in: U8.of(&RT_TABLE),
    tb_id: U8.of(&RT_TABLE),
    prefixlen: U8,
    nh_sel: U8,
    type: U8.of(&RTN),
    scope: U8.of(&RT_SCOPE),
    err: S32.meaning(Meaning::Errno),
}

// the kernel has no name for the message: it is called by what it holds
messages! { MESSAGES:
    0 fib_result_nl Get, [FIB_RESULT_NL] -;
}

/// The record of NETLINK_FIB_LOOKUP.
pub static FAMILY: Family = Family {
    name: crate::name!("fib_lookup"),
    protocol: Some(10),
    layer: Layer::Protocol,
    messages: Cow::Borrowed(MESSAGES),
    groups: Cow::Borrowed(&[]),
};
