//! Families and their messages.

use super::{Kind, Name, Ref, SetRef, Struct};
use std::borrow::Cow;

/// How a family is told from others of its protocol.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Layer {
    /// By nlmsg_type alone. Several records may share a protocol.
    Protocol,
    /// A protocol whose frames have no nlmsghdr: the first record's body is the whole frame.
    Datagram,
    /// A generic netlink family: its id is given at run time, its name is the record's.
    Generic,
    /// A subsystem of nfnetlink: the high byte of nlmsg_type.
    Subsystem(u8),
}

/// What a message does, which decides what the upper half of nlmsg_flags means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Verb {
    /// Asks: NLM_F_ROOT, NLM_F_MATCH, NLM_F_ATOMIC, NLM_F_DUMP.
    Get,
    /// Makes: NLM_F_REPLACE, NLM_F_EXCL, NLM_F_CREATE, NLM_F_APPEND.
    New,
    /// Removes: NLM_F_NONREC, NLM_F_BULK.
    Del,
    /// Answers: NLM_F_CAPPED, NLM_F_ACK_TLVS.
    Ack,
    /// None of these.
    #[default]
    Other,
}

/// When a record holds, among several of the same nlmsg_type or command.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum When {
    /// Always.
    Always,
    /// From user space.
    Request,
    /// From the kernel.
    Reply,
    /// A byte of the payload (behind nlmsghdr, or genlmsghdr) has one of these values. The
    /// words say it for the table dump.
    Byte(u16, &'static [u8], &'static str),
    /// The payload (behind nlmsghdr, or genlmsghdr) has fewer bytes than this.
    Shorter(u16),
    /// In the attributes that begin at this offset of the payload (behind nlmsghdr, or
    /// genlmsghdr) one has this nla_type. The words say it for the table dump.
    Attribute(u16, u16, &'static str),
    /// All of these.
    All(&'static [When]),
}

/// What stands behind the fixed headers of a message.
#[derive(Clone, Debug)]
pub enum Body {
    /// Nothing.
    None,
    /// Attributes.
    Attributes(SetRef),
    /// One value: the whole rest is of this kind. Its name in JSON is given.
    Value(Name, Kind),
}

/// A message: one nlmsg_type, or one command of a generic family or subsystem.
#[derive(Clone, Debug)]
pub struct Message {
    /// The kernel's constant.
    pub name: Name,
    /// nlmsg_type; for a generic family the command, for a subsystem the low byte.
    pub value: u16,
    /// What it does.
    pub verb: Verb,
    /// When this record holds; the first that does is taken.
    pub when: When,
    /// Fixed headers behind nlmsghdr (and genlmsghdr).
    pub headers: Cow<'static, [Ref<Struct>]>,
    /// What follows them.
    pub body: Body,
}

/// A multicast group.
#[derive(Clone, Debug)]
pub struct Group {
    /// The kernel's constant, or for a generic family the group's name.
    pub name: Name,
    /// The number to join; 0 where it is given at run time.
    pub value: u32,
}

/// A family: a protocol or a part of one.
#[derive(Clone, Debug)]
pub struct Family {
    /// Its name: a generic family's as the kernel registers it.
    pub name: Name,
    /// NETLINK_*; `None` where it holds for all (NLMSG_ERROR, NLMSG_DONE).
    pub protocol: Option<u16>,
    /// How it is told from others of its protocol.
    pub layer: Layer,
    /// Sorted by value; several records of one value stand together.
    pub messages: Cow<'static, [Message]>,
    /// Multicast groups.
    pub groups: Cow<'static, [Group]>,
}

impl Family {
    /// All records of a value, in order.
    pub fn records(&self, value: u16) -> &[Message] {
        let from = self.messages.partition_point(|m| m.value < value);
        let tail = self.messages.get(from..).unwrap_or(&[]);
        let n = tail.iter().take_while(|m| m.value == value).count();
        tail.get(..n).unwrap_or(&[])
    }
}
