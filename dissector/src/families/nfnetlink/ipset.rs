//! ipset: sets of addresses, ports and interfaces.
//!
//! The same numbers mean one thing where a set is made or described and another in its
//! elements: the command tells which.
//!
//! Source: `uapi/linux/netfilter/ipset/ip_set.h`, `uapi/linux/netfilter/ipset/ip_set_bitmap.h`,
//! `uapi/linux/netfilter/ipset/ip_set_hash.h`, `uapi/linux/netfilter/ipset/ip_set_list.h`,
//! `net/netfilter/ipset/ip_set_core.c`,
//! `net/netfilter/ipset/ip_set_hash_gen.h`, `net/netfilter/ipset/ip_set_*.c`.

use super::super::common::IPPROTO;
use super::{BE_HANDLE, BE_SECONDS, NFGENMSG, NFPROTO};
use crate::context::Context;
use crate::ipsets::{Method, Said};
use crate::table::macros::*;
use crate::table::{Enum, Fact, Family, Layer, Unit};
use crate::wire::RawMessage;
use std::borrow::Cow;

enumeration! { IPSET_ERRNO "ipset_errno":
    4096 IPSET_ERR_PRIVATE, 4097 IPSET_ERR_PROTOCOL, 4098 IPSET_ERR_FIND_TYPE,
    4099 IPSET_ERR_MAX_SETS, 4100 IPSET_ERR_BUSY, 4101 IPSET_ERR_EXIST_SETNAME2,
    4102 IPSET_ERR_TYPE_MISMATCH, 4103 IPSET_ERR_EXIST, 4104 IPSET_ERR_INVALID_CIDR,
    4105 IPSET_ERR_INVALID_NETMASK, 4106 IPSET_ERR_INVALID_FAMILY, 4107 IPSET_ERR_TIMEOUT,
    4108 IPSET_ERR_REFERENCED, 4109 IPSET_ERR_IPADDR_IPV4, 4110 IPSET_ERR_IPADDR_IPV6,
    4111 IPSET_ERR_COUNTER, 4112 IPSET_ERR_COMMENT, 4113 IPSET_ERR_INVALID_MARKMASK,
    4114 IPSET_ERR_SKBINFO, 4115 IPSET_ERR_BITMASK_NETMASK_EXCL,
}

enumeration! { IPSET_ERR_BITMAP "ipset_errno of bitmap":
    4352 IPSET_ERR_BITMAP_RANGE, 4353 IPSET_ERR_BITMAP_RANGE_SIZE,
}

enumeration! { IPSET_ERR_HASH "ipset_errno of hash":
    4352 IPSET_ERR_HASH_FULL, 4353 IPSET_ERR_HASH_ELEM, 4354 IPSET_ERR_INVALID_PROTO,
    4355 IPSET_ERR_MISSING_PROTO, 4356 IPSET_ERR_HASH_RANGE_UNSUPPORTED, 4357 IPSET_ERR_HASH_RANGE,
}

enumeration! { IPSET_ERR_LIST "ipset_errno of list":
    4352 IPSET_ERR_NAME, 4353 IPSET_ERR_LOOP, 4354 IPSET_ERR_BEFORE, 4355 IPSET_ERR_NAMEREF,
    4356 IPSET_ERR_LIST_FULL, 4357 IPSET_ERR_REF_EXIST,
}

/// All errors that stand in the place of errno.
pub static ERRORS: &[&Enum] = &[
    &IPSET_ERRNO,
    &IPSET_ERR_BITMAP,
    &IPSET_ERR_HASH,
    &IPSET_ERR_LIST,
];

const IPSET_ERR_TYPE_SPECIFIC: i64 = 4352;

/// Those that an error may be of. From IPSET_ERR_TYPE_SPECIFIC on they hang on the set's type:
/// that which the request names, else that which its set is known to have.
pub fn error_numbers(
    number: i64,
    request: &RawMessage<'_>,
    ctx: &Context<'_>,
) -> Option<&'static Enum> {
    if number < IPSET_ERR_TYPE_SPECIFIC {
        return Some(&IPSET_ERRNO);
    }
    let said = Said::by(request, ctx.order);
    let known = || ctx.knowledge.ipset(said.name?);
    match said.method().or_else(known)? {
        Method::Bitmap => Some(&IPSET_ERR_BITMAP),
        Method::Hash => Some(&IPSET_ERR_HASH),
        Method::List => Some(&IPSET_ERR_LIST),
    }
}

flags! { /// Of a command, or of a match or target that uses a set.
    pub IPSET_CMD_FLAGS "ipset_cmd_flags":
    0x001 IPSET_FLAG_EXIST, 0x002 IPSET_FLAG_LIST_SETNAME, 0x004 IPSET_FLAG_LIST_HEADER,
    0x008 IPSET_FLAG_SKIP_COUNTER_UPDATE, 0x010 IPSET_FLAG_SKIP_SUBCOUNTER_UPDATE,
    0x020 IPSET_FLAG_MATCH_COUNTERS, 0x080 IPSET_FLAG_RETURN_NOMATCH,
    0x100 IPSET_FLAG_MAP_SKBMARK, 0x200 IPSET_FLAG_MAP_SKBPRIO, 0x400 IPSET_FLAG_MAP_SKBQUEUE,
}

flags! { IPSET_CADT_FLAGS "ipset_cadt_flags":
    0x01 IPSET_FLAG_BEFORE, 0x02 IPSET_FLAG_PHYSDEV, 0x04 IPSET_FLAG_NOMATCH,
    0x08 IPSET_FLAG_WITH_COUNTERS, 0x10 IPSET_FLAG_WITH_COMMENT, 0x20 IPSET_FLAG_WITH_FORCEADD,
    0x40 IPSET_FLAG_WITH_SKBINFO, 0x80 IPSET_FLAG_IFACE_WILDCARD,
}

set! { IPSET_ATTR_IPADDR "IPSET_ATTR_IPADDR":
    1 IPSET_ATTR_IPADDR_IPV4: IPV4,
    2 IPSET_ATTR_IPADDR_IPV6: IPV6,
}

// the kernel sends it in its own byte order, but reads it in network order
select! { MARKMASK number fact(Fact::ToKernel) => {
    1 => BE32.hex(),
} else U32.hex() }

set! { IPSET_ATTR_CREATE "IPSET_ATTR_CREATE":
    1 IPSET_ATTR_IP / IPSET_ATTR_IP_FROM: nest(&IPSET_ATTR_IPADDR),
    2 IPSET_ATTR_IP_TO: nest(&IPSET_ATTR_IPADDR),
    3 IPSET_ATTR_CIDR: U8,
    4 IPSET_ATTR_PORT / IPSET_ATTR_PORT_FROM: BE16,
    5 IPSET_ATTR_PORT_TO: BE16,
    6 IPSET_ATTR_TIMEOUT: BE_SECONDS,
    7 IPSET_ATTR_PROTO: U8.of(&IPPROTO),
    8 IPSET_ATTR_CADT_FLAGS: BE32.of(&IPSET_CADT_FLAGS),
    9 IPSET_ATTR_CADT_LINENO: U32,
    10 IPSET_ATTR_MARK: BE32.hex(),
    11 IPSET_ATTR_MARKMASK: select(&MARKMASK),
    12 IPSET_ATTR_BITMASK: nest(&IPSET_ATTR_IPADDR),
    17 IPSET_ATTR_INITVAL: BE32.hex(),
    18 IPSET_ATTR_HASHSIZE: BE32,
    19 IPSET_ATTR_MAXELEM: BE32,
    20 IPSET_ATTR_NETMASK: U8,
    21 IPSET_ATTR_BUCKETSIZE: U8,
    22 IPSET_ATTR_RESIZE: U8,
    23 IPSET_ATTR_SIZE: BE32,
    24 IPSET_ATTR_ELEMENTS: BE32,
    25 IPSET_ATTR_REFERENCES: BE32,
    26 IPSET_ATTR_MEMSIZE: BE32.unit(Unit::Bytes),
}

set! { IPSET_ATTR_ADT "IPSET_ATTR_ADT":
    1 IPSET_ATTR_IP / IPSET_ATTR_IP_FROM: nest(&IPSET_ATTR_IPADDR),
    2 IPSET_ATTR_IP_TO: nest(&IPSET_ATTR_IPADDR),
    3 IPSET_ATTR_CIDR: U8,
    4 IPSET_ATTR_PORT / IPSET_ATTR_PORT_FROM: BE16,
    5 IPSET_ATTR_PORT_TO: BE16,
    6 IPSET_ATTR_TIMEOUT: BE_SECONDS,
    7 IPSET_ATTR_PROTO: U8.of(&IPPROTO),
    8 IPSET_ATTR_CADT_FLAGS: BE32.of(&IPSET_CADT_FLAGS),
    9 IPSET_ATTR_CADT_LINENO: U32,
    10 IPSET_ATTR_MARK: BE32.hex(),
    11 IPSET_ATTR_MARKMASK: select(&MARKMASK),
    12 IPSET_ATTR_BITMASK: nest(&IPSET_ATTR_IPADDR),
    17 IPSET_ATTR_ETHER: MAC,
    18 IPSET_ATTR_NAME: STRING,
    19 IPSET_ATTR_NAMEREF: STRING,
    20 IPSET_ATTR_IP2: nest(&IPSET_ATTR_IPADDR),
    21 IPSET_ATTR_CIDR2: U8,
    22 IPSET_ATTR_IP2_TO: nest(&IPSET_ATTR_IPADDR),
    23 IPSET_ATTR_IFACE: NUL_STRING,
    24 IPSET_ATTR_BYTES: BE64.unit(Unit::Bytes),
    25 IPSET_ATTR_PACKETS: BE64.unit(Unit::Packets),
    26 IPSET_ATTR_COMMENT: NUL_STRING,
    27 IPSET_ATTR_SKBMARK: BE64.hex(),
    28 IPSET_ATTR_SKBPRIO: BE_HANDLE,
    29 IPSET_ATTR_SKBQUEUE: BE16,
    30 IPSET_ATTR_PAD: PAD,
}

set! { IPSET_ATTR_ADTS "IPSET_ATTR_ADTS":
    7 IPSET_ATTR_DATA: nest(&IPSET_ATTR_ADT).multi(),
}

select! { DATA number fact(Fact::Command) => {
    2 => nest(&IPSET_ATTR_CREATE),
    7 => nest(&IPSET_ATTR_CREATE),
    8 => nest(&IPSET_ATTR_CREATE),
} else nest(&IPSET_ATTR_ADT) }

set! { IPSET_ATTR "IPSET_ATTR":
    1 IPSET_ATTR_PROTOCOL: U8,
    2 IPSET_ATTR_SETNAME: NUL_STRING,
    3 IPSET_ATTR_TYPENAME: NUL_STRING,
    4 IPSET_ATTR_REVISION: U8,
    5 IPSET_ATTR_FAMILY: U8.of(&NFPROTO),
    6 IPSET_ATTR_FLAGS: BE32.of(&IPSET_CMD_FLAGS),
    7 IPSET_ATTR_DATA: select(&DATA),
    8 IPSET_ATTR_ADT: nest(&IPSET_ATTR_ADTS),
    9 IPSET_ATTR_LINENO: U32,
    10 IPSET_ATTR_PROTOCOL_MIN: U8,
    11 IPSET_ATTR_INDEX: BE16,
}

set! { IPSET_ATTR_RENAME "IPSET_ATTR_RENAME":
    1 IPSET_ATTR_PROTOCOL: U8,
    2 IPSET_ATTR_SETNAME: NUL_STRING,
    3 IPSET_ATTR_SETNAME2: NUL_STRING,
    6 IPSET_ATTR_FLAGS: BE32.of(&IPSET_CMD_FLAGS),
    9 IPSET_ATTR_LINENO: U32,
}

set! { IPSET_ATTR_TYPE "IPSET_ATTR_TYPE":
    1 IPSET_ATTR_PROTOCOL: U8,
    3 IPSET_ATTR_TYPENAME: NUL_STRING,
    4 IPSET_ATTR_REVISION: U8,
    5 IPSET_ATTR_FAMILY: U8.of(&NFPROTO),
    6 IPSET_ATTR_FLAGS: BE32.of(&IPSET_CMD_FLAGS),
    10 IPSET_ATTR_REVISION_MIN: U8,
}

// NLM_F_EXCL (0x200) means the same in all commands that change something
messages! { MESSAGES:
    1 IPSET_CMD_PROTOCOL Get, [NFGENMSG] {IPSET_ATTR};
    2 IPSET_CMD_CREATE New, [NFGENMSG] {IPSET_ATTR};
    3 IPSET_CMD_DESTROY New, [NFGENMSG] {IPSET_ATTR};
    4 IPSET_CMD_FLUSH New, [NFGENMSG] {IPSET_ATTR};
    5 IPSET_CMD_RENAME New, [NFGENMSG] {IPSET_ATTR_RENAME};
    6 IPSET_CMD_SWAP New, [NFGENMSG] {IPSET_ATTR_RENAME};
    7 IPSET_CMD_LIST Get, [NFGENMSG] {IPSET_ATTR};
    8 IPSET_CMD_SAVE Get, [NFGENMSG] {IPSET_ATTR};
    9 IPSET_CMD_ADD New, [NFGENMSG] {IPSET_ATTR};
    10 IPSET_CMD_DEL New, [NFGENMSG] {IPSET_ATTR};
    11 IPSET_CMD_TEST New, [NFGENMSG] {IPSET_ATTR};
    12 IPSET_CMD_HEADER Get, [NFGENMSG] {IPSET_ATTR};
    13 IPSET_CMD_TYPE Get, [NFGENMSG] {IPSET_ATTR_TYPE};
    14 IPSET_CMD_GET_BYNAME Get, [NFGENMSG] {IPSET_ATTR};
    15 IPSET_CMD_GET_BYINDEX Get, [NFGENMSG] {IPSET_ATTR};
}

/// The record of ipset.
pub static FAMILY: Family = Family {
    name: crate::name!("ipset"),
    protocol: Some(12),
    layer: Layer::Subsystem(6),
    messages: Cow::Borrowed(MESSAGES),
    groups: Cow::Borrowed(&[]),
};
