//! The sets of ipset that a source has shown: what kind each is, which decides what an error
//! number of a request about its elements means.
//!
//! Source: `uapi/linux/netfilter/ipset/ip_set.h`, `net/netfilter/ipset/ip_set_core.c`.

use crate::nft_sets::text;
use crate::wire::{ByteOrder, RawAttributes, RawMessage};
use std::collections::HashMap;

const SUBSYSTEM: u16 = 6;
const IPSET_CMD_DESTROY: u16 = 3;
const IPSET_CMD_RENAME: u16 = 5;
const IPSET_CMD_SWAP: u16 = 6;
const IPSET_ATTR_SETNAME: u16 = 2;
const IPSET_ATTR_TYPENAME: u16 = 3;
const NFGENMSG_LEN: usize = 4;
const NLM_F_REQUEST: u16 = 1;
/// IPSET_MAXNAMELEN.
const MAX_NAME: usize = 32;

/// How a set keeps its elements: what its type's name begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// `bitmap:`
    Bitmap,
    /// `hash:`
    Hash,
    /// `list:`
    List,
}

impl Method {
    fn of(type_name: &[u8]) -> Option<Method> {
        match type_name.split(|&b| b == b':').next()? {
            b"bitmap" => Some(Method::Bitmap),
            b"hash" => Some(Method::Hash),
            b"list" => Some(Method::List),
            _ => None,
        }
    }
}

/// What a message says of its set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Said<'m> {
    /// IPSET_ATTR_SETNAME.
    pub name: Option<&'m [u8]>,
    /// IPSET_ATTR_TYPENAME, or the other name where a set is renamed.
    other: Option<&'m [u8]>,
}

impl<'m> Said<'m> {
    /// Of a message of ipset.
    pub fn by(message: &RawMessage<'m>, order: ByteOrder) -> Said<'m> {
        let attributes = message.payload().get(NFGENMSG_LEN..).unwrap_or(&[]);
        let mut said = Said::default();
        for attribute in RawAttributes::new(attributes, order) {
            match attribute.header.number() {
                IPSET_ATTR_SETNAME => said.name = Some(text(attribute.payload)),
                IPSET_ATTR_TYPENAME => said.other = Some(text(attribute.payload)),
                _ => {}
            }
        }
        said
    }

    /// The method of the type that it names.
    pub fn method(&self) -> Option<Method> {
        Method::of(self.other?)
    }
}

/// The sets of a source, by name.
#[derive(Clone, Debug, Default)]
pub struct Ipsets {
    sets: HashMap<Box<[u8]>, Method>,
}

impl Ipsets {
    /// The method of a set.
    pub fn get(&self, name: &[u8]) -> Option<Method> {
        self.sets.get(name).copied()
    }

    /// Whether a message of NETLINK_NETFILTER may tell something of sets.
    pub fn teaches(message: &RawMessage<'_>) -> bool {
        message.header.nlmsg_type >> 8 == SUBSYSTEM && !message.is_cut()
    }

    /// Learns from a message of NETLINK_NETFILTER; keeps at most `most` sets. Requests count
    /// as if they succeeded, but what the kernel has said of a set stays.
    pub fn learn(&mut self, message: &RawMessage<'_>, order: ByteOrder, most: usize) {
        if !Ipsets::teaches(message) {
            return;
        }
        let said = Said::by(message, order);
        let request = message.header.nlmsg_flags & NLM_F_REQUEST != 0;
        match (message.header.nlmsg_type & 0xff, said.name, said.other) {
            (IPSET_CMD_DESTROY, Some(name), _) => {
                self.sets.remove(name);
            }
            (IPSET_CMD_DESTROY, None, _) => self.sets.clear(),
            (IPSET_CMD_RENAME, Some(name), Some(to)) => {
                if let Some(method) = self.sets.remove(name) {
                    self.insert(to, method, most);
                }
            }
            (IPSET_CMD_SWAP, Some(name), Some(with)) => {
                if let (Some(one), Some(other)) = (self.get(name), self.get(with)) {
                    self.insert(name, other, most);
                    self.insert(with, one, most);
                }
            }
            (_, Some(name), Some(_)) => {
                if let Some(method) = said.method()
                    && !(request && self.sets.contains_key(name))
                {
                    self.insert(name, method, most);
                }
            }
            _ => {}
        }
    }

    fn insert(&mut self, name: &[u8], method: Method, most: usize) {
        if let Some(known) = self.sets.get_mut(name) {
            *known = method;
        } else if self.sets.len() < most && name.len() <= MAX_NAME {
            self.sets.insert(name.into(), method);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::special::testing::{attribute, message};

    const CREATE: u16 = 2;
    const LIST: u16 = 7;

    fn message_of(command: u16, request: bool, name: &str, other: &str) -> Vec<u8> {
        let mut body = vec![2, 0, 0, 0];
        for (number, text) in [(IPSET_ATTR_SETNAME, name), (IPSET_ATTR_TYPENAME, other)] {
            if !text.is_empty() {
                body.extend(attribute(number, &[text.as_bytes(), &[0]].concat()));
            }
        }
        let mut bytes = message(SUBSYSTEM << 8 | command, &body);
        bytes[6] = request.into();
        bytes
    }

    fn learn(sets: &mut Ipsets, bytes: &[u8]) {
        let message = RawMessage::parse(bytes, 0, ByteOrder::Little).unwrap();
        sets.learn(&message, ByteOrder::Little, 2);
    }

    fn known(sets: &Ipsets) -> [Option<Method>; 2] {
        [sets.get(b"a"), sets.get(b"b")]
    }

    #[test]
    fn by_name_until_it_is_destroyed() {
        let mut sets = Ipsets::default();
        learn(&mut sets, &message_of(CREATE, true, "a", "hash:ip"));
        learn(&mut sets, &message_of(LIST, false, "b", "bitmap:port"));
        assert_eq!(known(&sets), [Some(Method::Hash), Some(Method::Bitmap)]);
        learn(&mut sets, &message_of(CREATE, true, "c", "list:set"));
        assert_eq!(sets.get(b"c"), None, "no more than allowed");
        // one that exists is refused; what the kernel says holds
        learn(&mut sets, &message_of(CREATE, true, "b", "list:set"));
        assert_eq!(sets.get(b"b"), Some(Method::Bitmap));
        learn(&mut sets, &message_of(LIST, false, "b", "list:set"));
        assert_eq!(sets.get(b"b"), Some(Method::List));
        learn(&mut sets, &message_of(LIST, false, "b", "new:kind"));
        assert_eq!(sets.get(b"b"), Some(Method::List), "no method is known");

        learn(&mut sets, &message_of(IPSET_CMD_SWAP, true, "a", "b"));
        assert_eq!(known(&sets), [Some(Method::List), Some(Method::Hash)]);
        learn(&mut sets, &message_of(IPSET_CMD_DESTROY, true, "a", ""));
        assert_eq!(known(&sets), [None, Some(Method::Hash)]);
        learn(&mut sets, &message_of(IPSET_CMD_RENAME, true, "b", "a"));
        assert_eq!(known(&sets), [Some(Method::Hash), None]);
        learn(&mut sets, &message_of(IPSET_CMD_DESTROY, true, "", ""));
        assert_eq!(known(&sets), [None, None]);
    }

    #[test]
    fn nothing_from_a_cut_message() {
        let mut sets = Ipsets::default();
        learn(&mut sets, &message_of(CREATE, true, "a", "hash:ip"));
        let destroy = message_of(IPSET_CMD_DESTROY, true, "b", "");
        for n in 16..destroy.len() {
            learn(&mut sets, &destroy[..n]);
        }
        assert_eq!(sets.get(b"a"), Some(Method::Hash));
    }
}
