//! What holds for all protocols: nlmsghdr, its flags, NLMSG_ERROR and NLMSG_DONE.
//!
//! Source: `uapi/linux/netlink.h`.

use crate::table::macros::*;
use crate::table::{Enum, Family, Layer, Meaning, Name, Ref, Verb};
use std::borrow::Cow;

structure! { /// The header of every message.
    pub NLMSGHDR "nlmsghdr":
    nlmsg_len: U32,
    nlmsg_type: U16,
    nlmsg_flags: U16,
    nlmsg_seq: U32,
    nlmsg_pid: U32,
}

structure! { /// The header behind it in generic netlink.
    pub GENLMSGHDR "genlmsghdr":
    cmd: U8,
    version: U8,
    reserved: U16.reserved(),
}

flags! { /// NLM_F_* of messages that neither get, make, remove nor answer.
    pub NLM_F "NLM_F":
    0x1 NLM_F_REQUEST, 0x2 NLM_F_MULTI, 0x4 NLM_F_ACK, 0x8 NLM_F_ECHO,
    0x10 NLM_F_DUMP_INTR, 0x20 NLM_F_DUMP_FILTERED,
}

flags! { /// NLM_F_* of requests that get.
    pub NLM_F_GET "NLM_F(get)":
    0x1 NLM_F_REQUEST, 0x2 NLM_F_MULTI, 0x4 NLM_F_ACK, 0x8 NLM_F_ECHO,
    0x10 NLM_F_DUMP_INTR, 0x20 NLM_F_DUMP_FILTERED,
    0x300 NLM_F_DUMP, 0x100 NLM_F_ROOT, 0x200 NLM_F_MATCH, 0x400 NLM_F_ATOMIC,
}

flags! { /// NLM_F_* of requests that make.
    pub NLM_F_NEW "NLM_F(new)":
    0x1 NLM_F_REQUEST, 0x2 NLM_F_MULTI, 0x4 NLM_F_ACK, 0x8 NLM_F_ECHO,
    0x10 NLM_F_DUMP_INTR, 0x20 NLM_F_DUMP_FILTERED,
    0x100 NLM_F_REPLACE, 0x200 NLM_F_EXCL, 0x400 NLM_F_CREATE, 0x800 NLM_F_APPEND,
}

flags! { /// NLM_F_* of requests that remove.
    pub NLM_F_DEL "NLM_F(del)":
    0x1 NLM_F_REQUEST, 0x2 NLM_F_MULTI, 0x4 NLM_F_ACK, 0x8 NLM_F_ECHO,
    0x10 NLM_F_DUMP_INTR, 0x20 NLM_F_DUMP_FILTERED,
    0x100 NLM_F_NONREC, 0x200 NLM_F_BULK,
}

flags! { /// NLM_F_* of NLMSG_ERROR and NLMSG_DONE.
    pub NLM_F_ACKS "NLM_F(ack)":
    0x1 NLM_F_REQUEST, 0x2 NLM_F_MULTI, 0x4 NLM_F_ACK, 0x8 NLM_F_ECHO,
    0x10 NLM_F_DUMP_INTR, 0x20 NLM_F_DUMP_FILTERED,
    0x100 NLM_F_CAPPED, 0x200 NLM_F_ACK_TLVS,
}

static MEANING_OTHER: Meaning = Meaning::Enum(Ref::Static(&NLM_F));
static MEANING_GET: Meaning = Meaning::Enum(Ref::Static(&NLM_F_GET));
static MEANING_NEW: Meaning = Meaning::Enum(Ref::Static(&NLM_F_NEW));
static MEANING_DEL: Meaning = Meaning::Enum(Ref::Static(&NLM_F_DEL));
static MEANING_ACK: Meaning = Meaning::Enum(Ref::Static(&NLM_F_ACKS));

/// What the flags of a message that does this are.
pub fn flags(verb: Verb) -> &'static Enum {
    match verb {
        Verb::Get => &NLM_F_GET,
        Verb::New => &NLM_F_NEW,
        Verb::Del => &NLM_F_DEL,
        Verb::Ack => &NLM_F_ACKS,
        Verb::Other => &NLM_F,
    }
}

/// The same as the meaning of nlmsg_flags.
pub fn flags_meaning(verb: Verb) -> &'static Meaning {
    match verb {
        Verb::Get => &MEANING_GET,
        Verb::New => &MEANING_NEW,
        Verb::Del => &MEANING_DEL,
        Verb::Ack => &MEANING_ACK,
        Verb::Other => &MEANING_OTHER,
    }
}

static GENL_ID_CTRL: Name = crate::name!("GENL_ID_CTRL");

/// The name of nlmsg_type in a message of a generic family: its own, but GENL_ID_CTRL.
pub fn generic_type(family: &Family) -> &Name {
    if family.name == super::nlctrl::FAMILY.name {
        &GENL_ID_CTRL
    } else {
        &family.name
    }
}

enumeration! { /// Types of a policy: `enum netlink_attribute_type`.
    pub NL_ATTR_TYPE "netlink_attribute_type":
    0 NL_ATTR_TYPE_INVALID, 1 NL_ATTR_TYPE_FLAG, 2 NL_ATTR_TYPE_U8, 3 NL_ATTR_TYPE_U16,
    4 NL_ATTR_TYPE_U32, 5 NL_ATTR_TYPE_U64, 6 NL_ATTR_TYPE_S8, 7 NL_ATTR_TYPE_S16,
    8 NL_ATTR_TYPE_S32, 9 NL_ATTR_TYPE_S64, 10 NL_ATTR_TYPE_BINARY, 11 NL_ATTR_TYPE_STRING,
    12 NL_ATTR_TYPE_NUL_STRING, 13 NL_ATTR_TYPE_NESTED, 14 NL_ATTR_TYPE_NESTED_ARRAY,
    15 NL_ATTR_TYPE_BITFIELD32, 16 NL_ATTR_TYPE_SINT, 17 NL_ATTR_TYPE_UINT,
}

set! { /// One attribute's policy.
    pub NL_POLICY_TYPE_ATTR "NL_POLICY_TYPE_ATTR":
    1 NL_POLICY_TYPE_ATTR_TYPE: U32.of(&NL_ATTR_TYPE),
    2 NL_POLICY_TYPE_ATTR_MIN_VALUE_S: S64,
    3 NL_POLICY_TYPE_ATTR_MAX_VALUE_S: S64,
    4 NL_POLICY_TYPE_ATTR_MIN_VALUE_U: U64,
    5 NL_POLICY_TYPE_ATTR_MAX_VALUE_U: U64,
    6 NL_POLICY_TYPE_ATTR_MIN_LENGTH: U32,
    7 NL_POLICY_TYPE_ATTR_MAX_LENGTH: U32,
    8 NL_POLICY_TYPE_ATTR_POLICY_IDX: U32,
    9 NL_POLICY_TYPE_ATTR_POLICY_MAXTYPE: U32,
    10 NL_POLICY_TYPE_ATTR_BITFIELD32_MASK: U32.hex(),
    11 NL_POLICY_TYPE_ATTR_PAD: PAD,
    12 NL_POLICY_TYPE_ATTR_MASK: U64.hex(),
}

set! { /// Attributes of an ACK: `enum nlmsgerr_attrs`.
    pub NLMSGERR_ATTR "NLMSGERR_ATTR":
    0 NLMSGERR_ATTR_UNUSED: UNUSED,
    1 NLMSGERR_ATTR_MSG: NUL_STRING,
    2 NLMSGERR_ATTR_OFFS: U32,
    3 NLMSGERR_ATTR_COOKIE: BYTES,
    4 NLMSGERR_ATTR_POLICY: nest(&NL_POLICY_TYPE_ATTR),
    5 NLMSGERR_ATTR_MISS_TYPE: U32,
    6 NLMSGERR_ATTR_MISS_NEST: U32,
}

messages! { MESSAGES:
    1 NLMSG_NOOP Other, [] -;
    2 NLMSG_ERROR Ack, [] {NLMSGERR_ATTR};
    3 NLMSG_DONE Ack, [] {NLMSGERR_ATTR};
    4 NLMSG_OVERRUN Other, [] -;
}

/// NLMSG_NOOP, NLMSG_ERROR, NLMSG_DONE, NLMSG_OVERRUN.
pub static FAMILY: Family = Family {
    name: crate::name!("netlink"),
    protocol: None,
    layer: Layer::Protocol,
    messages: Cow::Borrowed(MESSAGES),
    groups: Cow::Borrowed(&[]),
};
