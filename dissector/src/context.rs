//! What a walk must know beyond the bytes at hand.

use crate::ipsets::Method;
use crate::nft_sets::{SetRef, SetType};
use crate::table::{Arch, Family, Name, Tables};
use crate::wire::{ByteOrder, RawMessage};

/// Which way a message went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Direction {
    /// From user space.
    ToKernel,
    /// From the kernel.
    FromKernel,
    /// Between two processes.
    UserToUser,
}

impl Direction {
    /// The word for it.
    pub const fn word(self) -> &'static str {
        match self {
            Direction::ToKernel => "to-kernel",
            Direction::FromKernel => "from-kernel",
            Direction::UserToUser => "user-to-user",
        }
    }
}

/// Facts learnt from other messages of the same source.
pub trait Knowledge {
    /// The generic netlink family that has this id at this place of the capture.
    fn generic(&self, id: u16) -> Option<&Family>;

    /// The name of the generic netlink family that has this id at this place of the capture,
    /// which may be in no table.
    fn generic_name(&self, id: u16) -> Option<&Name> {
        let _ = id;
        None
    }

    /// The name that an interface had here.
    fn interface(&self, index: u32) -> Option<&str> {
        let _ = index;
        None
    }

    /// Stands for the names of all interfaces as they are now: as long as the number is the same,
    /// so are the names. `None` where nobody keeps count.
    fn interfaces(&self) -> Option<u64> {
        None
    }

    /// How a set of ipset keeps its elements.
    fn ipset(&self, name: &[u8]) -> Option<Method> {
        let _ = name;
        None
    }

    /// The types of a set of nf_tables.
    fn nft_set(&self, set: &SetRef<'_>) -> Option<&SetType> {
        let _ = set;
        None
    }
}

/// Knows nothing but the generic families whose ids are fixed.
#[derive(Debug)]
pub struct Nothing;

impl Knowledge for Nothing {
    fn generic(&self, id: u16) -> Option<&Family> {
        crate::families::of_fixed_id(id)
    }
}

/// What a walk is given, read-only.
#[derive(Clone, Copy)]
pub struct Context<'c> {
    /// The tables.
    pub tables: &'c Tables,
    /// NETLINK_* of the socket.
    pub protocol: u16,
    /// Byte order of the captured machine.
    pub order: ByteOrder,
    /// Architecture of the captured machine, where something tells.
    pub arch: Option<Arch>,
    /// Which way the message went, where something tells.
    pub direction: Option<Direction>,
    /// Facts from other messages.
    pub knowledge: &'c dyn Knowledge,
    /// The request that this message answers, for errors that do not echo all of it.
    pub request: Option<RawMessage<'c>>,
}

impl<'c> Context<'c> {
    /// A context for a message of a protocol, with nothing else known.
    pub fn new(tables: &'c Tables, protocol: u16) -> Context<'c> {
        Context {
            tables,
            protocol,
            order: ByteOrder::Little,
            arch: None,
            direction: None,
            knowledge: &Nothing,
            request: None,
        }
    }

    /// The same for a request that the message echoes or answers.
    pub fn of_request(&self) -> Context<'c> {
        Context {
            direction: Some(Direction::ToKernel),
            request: None,
            ..*self
        }
    }
}
