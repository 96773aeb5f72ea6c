//! What decoding a message needs of those before it, apart from what came of requests: it can be
//! had at one place and used at another.

use super::kinds::NETLINK_ROUTE;
use super::learnt::{Ids, Interfaces};
use super::senders::Sender;
use super::{Facts, MAX_LEARNT};
use crate::context::{Context, Knowledge};
use crate::envelope::{Envelope, FamilyFrom};
use crate::ipsets::{Ipsets, Method};
use crate::nft_sets::{NETLINK_NETFILTER, SetRef, SetType, Sets};
use crate::table::{Arch, Family, Name, Tables};
use crate::walk::NETLINK_GENERIC;
use crate::wire::{ByteOrder, RawMessage};
use std::sync::Arc;

pub(super) const RTM_NEWLINK: u16 = 16;

/// What is known of a source that decoding needs. A clone shares all of it until one of both
/// learns something new.
#[derive(Clone)]
pub struct Learnt<'t> {
    pub(super) tables: &'t Tables,
    pub(super) order: ByteOrder,
    pub(super) arch: Option<Arch>,
    pub(super) ids: Arc<Ids<'t>>,
    pub(super) interfaces: Arc<Interfaces>,
    sets: Arc<Sets>,
    ipsets: Arc<Ipsets>,
    /// How often something was told by anything but messages.
    pub(super) told: u64,
}

impl<'t> Learnt<'t> {
    pub(super) fn new(tables: &'t Tables, order: ByteOrder) -> Learnt<'t> {
        Learnt {
            tables,
            order,
            arch: None,
            ids: Arc::new(Ids::new(tables)),
            interfaces: Arc::default(),
            sets: Arc::default(),
            ipsets: Arc::default(),
            told: 0,
        }
    }

    /// Byte order of the captured machine.
    pub fn order(&self) -> ByteOrder {
        self.order
    }

    /// How often something was told by anything but messages: comments, options, a look ahead.
    pub fn told(&self) -> u64 {
        self.told
    }

    /// The names of generic families, to be told of one.
    pub(super) fn tell_ids(&mut self) -> &mut Ids<'t> {
        self.told += 1;
        Arc::make_mut(&mut self.ids)
    }

    /// The names of interfaces, to be told of one.
    pub(super) fn tell_interfaces(&mut self) -> &mut Interfaces {
        self.told += 1;
        Arc::make_mut(&mut self.interfaces)
    }

    /// Something tells the byte order.
    pub(super) fn set_order(&mut self, order: ByteOrder) {
        self.told += 1;
        self.order = order;
    }

    /// Something tells the architecture.
    pub(super) fn set_arch(&mut self, arch: Option<Arch>) {
        self.told += 1;
        self.arch = arch;
    }

    /// Learns from a message, names of interfaces where they are wanted; whether it may have
    /// taught something.
    #[inline]
    pub fn learn(&mut self, protocol: u16, message: &RawMessage<'_>, interfaces: bool) -> bool {
        let may = match protocol {
            NETLINK_GENERIC => self.ids.teaches(message),
            NETLINK_ROUTE => interfaces && message.header.nlmsg_type == RTM_NEWLINK,
            NETLINK_NETFILTER => Sets::teaches(message) || Ipsets::teaches(message),
            _ => false,
        };
        may && self.learn_from(protocol, message)
    }

    #[inline(never)]
    fn learn_from(&mut self, protocol: u16, message: &RawMessage<'_>) -> bool {
        let order = self.order;
        match protocol {
            NETLINK_GENERIC => Arc::make_mut(&mut self.ids).learn(message, order),
            NETLINK_ROUTE => {
                let Some((index, name)) = self.interfaces.told(message, order) else {
                    return false;
                };
                Arc::make_mut(&mut self.interfaces).set(index, name);
            }
            _ if Sets::teaches(message) => {
                Arc::make_mut(&mut self.sets).learn(message, order, MAX_LEARNT);
            }
            _ => Arc::make_mut(&mut self.ipsets).learn(message, order, MAX_LEARNT),
        }
        true
    }

    /// Whether nothing but a guess is known of a generic id.
    pub fn is_unknown(&self, id: u16) -> bool {
        self.ids.is_unknown(id)
    }

    /// The name of a generic id at this place, and where it comes from if not from a message
    /// in time.
    pub fn name(&self, id: u16) -> Option<(&Name, Option<FamilyFrom>)> {
        self.ids.name(id)
    }

    /// The name of a message's family, where that is not the protocol itself, and where it comes
    /// from if not from a message in time.
    fn family(&self, protocol: u16, nlmsg_type: u16) -> (Option<&Name>, Option<FamilyFrom>) {
        if protocol != NETLINK_GENERIC {
            let subsystem = self.tables.subsystem(protocol, nlmsg_type);
            return (subsystem.map(|f| &f.name), None);
        }
        match self.name(nlmsg_type) {
            Some((name, from)) => (Some(name), from),
            None => (None, None),
        }
    }

    /// What is known of a message beside its bytes.
    #[inline]
    pub(super) fn envelope<'e>(
        &'e self,
        protocol: u16,
        nlmsg_type: u16,
        facts: &Facts,
        sender: &'e Sender,
        cause: &'e Sender,
    ) -> Envelope<'e> {
        let (family, family_from) = self.family(protocol, nlmsg_type);
        Envelope {
            protocol,
            family,
            family_from,
            direction: facts.direction,
            port: facts.port,
            process: sender.process.as_deref(),
            socket: sender.socket.as_deref(),
            request: facts.request,
            cause: facts.cause,
            cause_process: cause.process.as_deref(),
            exchange: facts.exchange,
            outcome: facts.outcome,
            copy_of: facts.copy_of,
            ..Envelope::default()
        }
    }

    /// A context for the walk of a message of a protocol.
    pub fn context(&self, protocol: u16) -> Context<'_> {
        let mut ctx = Context::new(self.tables, protocol);
        ctx.order = self.order;
        ctx.arch = self.arch;
        ctx.knowledge = self;
        ctx
    }
}

impl Knowledge for Learnt<'_> {
    fn generic(&self, id: u16) -> Option<&Family> {
        self.ids.family(id)
    }

    fn generic_name(&self, id: u16) -> Option<&Name> {
        Some(self.name(id)?.0)
    }

    fn interface(&self, index: u32) -> Option<&str> {
        self.interfaces.name(index)
    }

    fn interfaces(&self) -> Option<u64> {
        Some(self.interfaces.edition())
    }

    fn ipset(&self, name: &[u8]) -> Option<Method> {
        self.ipsets.get(name)
    }

    fn nft_set(&self, set: &SetRef<'_>) -> Option<&SetType> {
        self.sets.get(set)
    }
}

/// What is known of a message beside its bytes and what its source learnt, to be kept.
#[derive(Clone, Debug, Default)]
pub struct Told {
    pub(super) facts: Facts,
    pub(super) sender: Sender,
    pub(super) cause: Sender,
}

impl Told {
    /// The same, as it is told with what was learnt up to the message.
    pub fn envelope<'e>(
        &'e self,
        learnt: &'e Learnt<'_>,
        protocol: u16,
        nlmsg_type: u16,
    ) -> Envelope<'e> {
        learnt.envelope(protocol, nlmsg_type, &self.facts, &self.sender, &self.cause)
    }

    /// The same of a frame that has no nlmsghdr.
    pub fn frame(&self, protocol: u16) -> Envelope<'_> {
        Envelope {
            protocol,
            direction: self.facts.direction,
            port: self.facts.port,
            process: self.sender.process.as_deref(),
            socket: self.sender.socket.as_deref(),
            ..Envelope::default()
        }
    }
}
