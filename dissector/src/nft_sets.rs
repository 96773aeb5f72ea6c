//! The sets of nf_tables that a source has shown: of which types their keys and data are.
//!
//! The kernel keeps types without looking at them; they are nft's own numbers, 6 bits each,
//! the last field of a concatenation lowest. What is learnt is bounded.
//!
//! Source: `uapi/linux/netfilter/nf_tables.h`; `libnftnl/udata.h` for the byte orders.

use crate::wire::{ByteOrder, RawAttributes, RawMessage};
use std::collections::HashMap;

/// NETLINK_NETFILTER.
pub const NETLINK_NETFILTER: u16 = 12;

/// How many fields a concatenation can have whose types fit 32 bits.
pub const MAX_FIELDS: usize = 5;

const NFNL_MSG_BATCH_BEGIN: u16 = 16;
const SUBSYSTEM: u16 = 10;
const NFT_MSG_DELTABLE: u16 = 2;
const NFT_MSG_NEWSET: u16 = 9;
const NFT_MSG_DELSET: u16 = 11;
const NFT_MSG_DESTROYTABLE: u16 = 26;
const NFT_MSG_DESTROYSET: u16 = 29;
const NFGENMSG_LEN: usize = 4;
const NLM_F_REQUEST: u16 = 1;

const NFTA_TABLE_NAME: u16 = 1;
const NFTA_SET_TABLE: u16 = 1;
const NFTA_SET_NAME: u16 = 2;
const NFTA_SET_FLAGS: u16 = 3;
const NFTA_SET_KEY_TYPE: u16 = 4;
const NFTA_SET_KEY_LEN: u16 = 5;
const NFTA_SET_DATA_TYPE: u16 = 6;
const NFTA_SET_DATA_LEN: u16 = 7;
const NFTA_SET_DESC: u16 = 9;
const NFTA_SET_ID: u16 = 10;
const NFTA_SET_USERDATA: u16 = 13;
const NFTA_SET_DESC_CONCAT: u16 = 2;
const NFTA_SET_FIELD_LEN: u16 = 1;
const NFT_SET_ANONYMOUS: u32 = 1;
const NFT_SET_INTERVAL: u32 = 4;
const NFTNL_UDATA_SET_KEYBYTEORDER: u8 = 0;
const NFTNL_UDATA_SET_DATABYTEORDER: u8 = 1;
const NFTNL_UDATA_SET_DATA_INTERVAL: u8 = 6;

/// NFT_NAME_MAXLEN: longer names are none.
const MAX_NAME: usize = 256;

/// What nft says of the byte order of a key or of data.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stored {
    /// Nothing.
    #[default]
    Unsaid,
    /// The machine's.
    Host,
    /// Network order.
    Big,
}

/// What the bytes of a set's keys or data are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DataType {
    /// nft's types, 6 bits each, the last field lowest; 0 where unknown.
    pub types: u32,
    /// Bytes, as the set has it.
    pub len: u32,
    /// Bytes of the fields of a concatenation without padding, first field first; 0 where the
    /// set does not tell.
    pub fields: [u8; MAX_FIELDS],
    /// The byte order of a value that is no concatenation.
    pub stored: Stored,
    /// Ordered as ranges are: integers are in network order.
    pub ordered: bool,
    /// A value may be two: the ends of a range.
    pub pairs: bool,
}

/// The types of a set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SetType {
    /// Of its keys.
    pub key: DataType,
    /// Of what it maps them to.
    pub data: DataType,
}

/// What tells a set from others.
#[derive(Clone, Copy, Debug)]
pub struct SetRef<'n> {
    /// NFPROTO_* of its table.
    pub family: u8,
    /// Its table.
    pub table: &'n [u8],
    /// Its name.
    pub name: &'n [u8],
    /// Its number in the batch that makes it.
    pub id: Option<u32>,
}

type Names<T> = HashMap<Box<[u8]>, T>;

/// The sets of a source.
#[derive(Clone, Debug, Default)]
pub struct Sets {
    /// By NFPROTO_*, table, name.
    families: HashMap<u8, Names<Names<SetType>>>,
    count: usize,
    /// By their numbers in the latest batch.
    batch: HashMap<u32, SetType>,
}

impl Sets {
    /// The types of a set.
    pub fn get(&self, set: &SetRef<'_>) -> Option<&SetType> {
        set.id.and_then(|id| self.batch.get(&id)).or_else(|| {
            let tables = self.families.get(&set.family)?;
            tables.get(set.table)?.get(set.name)
        })
    }

    /// Whether a message of NETLINK_NETFILTER may tell something of sets.
    pub fn teaches(message: &RawMessage<'_>) -> bool {
        let kind = message.header.nlmsg_type;
        let told = || {
            matches!(
                kind & 0xff,
                NFT_MSG_NEWSET
                    | NFT_MSG_DELSET
                    | NFT_MSG_DESTROYSET
                    | NFT_MSG_DELTABLE
                    | NFT_MSG_DESTROYTABLE
            )
        };
        kind == NFNL_MSG_BATCH_BEGIN || (kind >> 8 == SUBSYSTEM && told() && !message.is_cut())
    }

    /// Learns from a message of NETLINK_NETFILTER; keeps at most `most` sets.
    pub fn learn(&mut self, message: &RawMessage<'_>, order: ByteOrder, most: usize) {
        let kind = message.header.nlmsg_type;
        if kind == NFNL_MSG_BATCH_BEGIN {
            self.batch.clear();
            return;
        }
        if !Sets::teaches(message) {
            return;
        }
        let payload = message.payload();
        let Some(&family) = payload.first() else {
            return;
        };
        let attributes = RawAttributes::new(payload.get(NFGENMSG_LEN..).unwrap_or(&[]), order);
        match kind & 0xff {
            NFT_MSG_NEWSET => {
                let request = message.header.nlmsg_flags & NLM_F_REQUEST != 0;
                self.add(family, request, attributes, order, most);
            }
            NFT_MSG_DELSET | NFT_MSG_DESTROYSET => self.remove_set(family, attributes),
            NFT_MSG_DELTABLE | NFT_MSG_DESTROYTABLE => {
                let name = attributes.filter(|a| a.header.number() == NFTA_TABLE_NAME);
                self.remove_table(family, name.last().map(|a| text(a.payload)));
            }
            _ => {}
        }
    }

    fn add(
        &mut self,
        family: u8,
        request: bool,
        attributes: RawAttributes<'_>,
        order: ByteOrder,
        most: usize,
    ) {
        let (mut table, mut name, mut id) = (None, None, None);
        let (mut flags, mut key_len) = (0, None);
        let mut set = SetType::default();
        for attribute in attributes {
            let payload = attribute.payload;
            let number = || ByteOrder::Big.unsigned(payload, 4) as u32;
            match attribute.header.number() {
                NFTA_SET_TABLE => table = Some(text(payload)),
                NFTA_SET_NAME => name = Some(text(payload)),
                NFTA_SET_FLAGS => flags = number(),
                NFTA_SET_KEY_TYPE => set.key.types = number(),
                NFTA_SET_KEY_LEN => key_len = Some(number()),
                NFTA_SET_DATA_TYPE => set.data.types = number(),
                NFTA_SET_DATA_LEN => set.data.len = number(),
                NFTA_SET_ID => id = Some(number()),
                NFTA_SET_DESC => describe(&mut set.key.fields, payload, order),
                NFTA_SET_USERDATA => user_data(&mut set, payload, order),
                _ => {}
            }
        }
        let (Some(table), Some(name), Some(key_len)) = (table, name, key_len) else {
            return;
        };
        set.key.len = key_len;
        set.key.ordered = flags & NFT_SET_INTERVAL != 0;
        if request
            && let Some(id) = id
            && (self.batch.len() < most || self.batch.contains_key(&id))
        {
            self.batch.insert(id, set);
        }
        // of an anonymous set nft gives but a pattern for its name
        let pattern = request && flags & NFT_SET_ANONYMOUS != 0;
        if !pattern && table.len() <= MAX_NAME && name.len() <= MAX_NAME {
            self.insert(family, table, name, set, most);
        }
    }

    fn insert(&mut self, family: u8, table: &[u8], name: &[u8], set: SetType, most: usize) {
        let tables = self.families.entry(family).or_default();
        if let Some(known) = tables.get_mut(table).and_then(|sets| sets.get_mut(name)) {
            *known = set;
        } else if self.count < most {
            let sets = tables.entry(table.into()).or_default();
            sets.insert(name.into(), set);
            self.count += 1;
        }
    }

    fn remove_set(&mut self, family: u8, attributes: RawAttributes<'_>) {
        let (mut table, mut name) = (None, None);
        for attribute in attributes {
            match attribute.header.number() {
                NFTA_SET_TABLE => table = Some(text(attribute.payload)),
                NFTA_SET_NAME => name = Some(text(attribute.payload)),
                _ => {}
            }
        }
        let tables = self.families.get_mut(&family);
        if let (Some(tables), Some(table), Some(name)) = (tables, table, name)
            && let Some(sets) = tables.get_mut(table)
            && sets.remove(name).is_some()
        {
            self.count -= 1;
            if sets.is_empty() {
                tables.remove(table);
            }
        }
    }

    /// Without a name all tables of the family go; of all families where it is 0.
    fn remove_table(&mut self, family: u8, name: Option<&[u8]>) {
        let gone = match name {
            Some(name) => {
                let tables = self.families.get_mut(&family);
                let sets = tables.and_then(|tables| tables.remove(name));
                sets.map_or(0, |sets| sets.len())
            }
            None if family == 0 => {
                self.families.clear();
                self.count
            }
            None => {
                let tables = self.families.remove(&family).unwrap_or_default();
                tables.values().map(HashMap::len).sum()
            }
        };
        self.count -= gone;
    }
}

/// Up to its NUL.
pub(crate) fn text(bytes: &[u8]) -> &[u8] {
    let end = bytes.iter().position(|&b| b == 0).unwrap_or(bytes.len());
    bytes.get(..end).unwrap_or(bytes)
}

/// NFTA_SET_DESC_CONCAT: a list of NFTA_LIST_ELEM, each with a NFTA_SET_FIELD_LEN.
fn describe(fields: &mut [u8; MAX_FIELDS], desc: &[u8], order: ByteOrder) {
    let concat = RawAttributes::new(desc, order)
        .filter(|a| a.header.number() == NFTA_SET_DESC_CONCAT)
        .last();
    let list = concat.map_or(&[][..], |a| a.payload);
    for (len, element) in fields.iter_mut().zip(RawAttributes::new(list, order)) {
        let field = RawAttributes::new(element.payload, order)
            .find(|a| a.header.number() == NFTA_SET_FIELD_LEN);
        if let Some(field) = field {
            let n = ByteOrder::Big.unsigned(field.payload, 4);
            *len = u8::try_from(n).unwrap_or(0);
        }
    }
}

/// What nft keeps with the set: entries of type and length of 8 bits each, then the value.
fn user_data(set: &mut SetType, mut data: &[u8], order: ByteOrder) {
    while let [number, len, rest @ ..] = data {
        let Some((value, rest)) = rest.split_at_checked(usize::from(*len)) else {
            return;
        };
        let number_of = || order.unsigned(value, 4);
        let stored = || match number_of() {
            1 => Stored::Host,
            2 => Stored::Big,
            _ => Stored::Unsaid,
        };
        match *number {
            NFTNL_UDATA_SET_KEYBYTEORDER => set.key.stored = stored(),
            NFTNL_UDATA_SET_DATABYTEORDER => set.data.stored = stored(),
            NFTNL_UDATA_SET_DATA_INTERVAL => set.data.pairs = number_of() != 0,
            _ => {}
        }
        data = rest;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::special::testing::attribute;

    /// A message of nf_tables, little-endian, as the kernel sends it.
    fn message(command: u16, flags: u16, attributes: &[(u16, &[u8])]) -> Vec<u8> {
        let mut body = vec![1, 0, 0, 0];
        for (number, payload) in attributes {
            body.extend(attribute(*number, payload));
        }
        let mut bytes = crate::special::testing::message(10 << 8 | command, &body);
        bytes[6..8].copy_from_slice(&flags.to_le_bytes());
        bytes
    }

    fn learn(sets: &mut Sets, bytes: &[u8]) {
        let message = RawMessage::parse(bytes, 0, ByteOrder::Little).unwrap();
        sets.learn(&message, ByteOrder::Little, 2);
    }

    fn set(name: &str, key_type: u8, id: u8, flags: u8) -> Vec<(u16, Vec<u8>)> {
        vec![
            (1, b"t\0".to_vec()),
            (2, name.as_bytes().to_vec()),
            (3, vec![0, 0, 0, flags]),
            (4, vec![0, 0, 0, key_type]),
            (5, vec![0, 0, 0, 4]),
            (10, vec![0, 0, 0, id]),
        ]
    }

    fn new(sets: &mut Sets, flags: u16, attributes: &[(u16, Vec<u8>)]) {
        let attributes: Vec<_> = attributes.iter().map(|(n, p)| (*n, p.as_slice())).collect();
        learn(sets, &message(NFT_MSG_NEWSET, flags, &attributes));
    }

    fn key_type(sets: &Sets, name: &str, id: Option<u32>) -> Option<u32> {
        let set = SetRef {
            family: 1,
            table: b"t",
            name: name.as_bytes(),
            id,
        };
        sets.get(&set).map(|s| s.key.types)
    }

    #[test]
    fn by_name_until_it_is_deleted() {
        let mut sets = Sets::default();
        new(&mut sets, 0, &set("s", 7, 0, 0));
        assert_eq!(key_type(&sets, "s", None), Some(7));
        new(&mut sets, 0, &set("s", 8, 0, 0));
        assert_eq!(key_type(&sets, "s", None), Some(8));
        learn(&mut sets, &message(NFT_MSG_DELSET, 0, &[(1, b"t\0")]));
        assert_eq!(key_type(&sets, "s", None), Some(8));
        let delete = message(NFT_MSG_DELSET, 0, &[(1, b"t\0"), (2, b"s\0")]);
        learn(&mut sets, &delete);
        assert_eq!((key_type(&sets, "s", None), sets.count), (None, 0));
    }

    #[test]
    fn a_table_takes_its_sets_along() {
        for (command, name) in [
            (NFT_MSG_DELTABLE, Some(&b"t\0"[..])),
            (NFT_MSG_DESTROYTABLE, None),
        ] {
            let mut sets = Sets::default();
            new(&mut sets, 0, &set("s", 7, 0, 0));
            let attributes: Vec<_> = name.map(|n| (1, n)).into_iter().collect();
            learn(&mut sets, &message(command, 0, &attributes));
            assert_eq!((key_type(&sets, "s", None), sets.count), (None, 0));
        }
    }

    #[test]
    fn an_anonymous_set_by_its_number_within_the_batch() {
        let mut sets = Sets::default();
        new(&mut sets, 1, &set("__set%d", 7, 1, 1));
        new(&mut sets, 1, &set("__set%d", 13, 2, 1));
        assert_eq!(key_type(&sets, "__set%d", Some(1)), Some(7));
        assert_eq!(key_type(&sets, "__set%d", Some(2)), Some(13));
        assert_eq!(key_type(&sets, "__set%d", None), None);
        learn(&mut sets, &crate::special::testing::message(16, &[0; 4]));
        assert_eq!(key_type(&sets, "__set%d", Some(1)), None);
        new(&mut sets, 0, &set("__set0", 7, 0, 1));
        assert_eq!(key_type(&sets, "__set0", None), Some(7));
    }

    #[test]
    fn no_more_than_allowed() {
        let mut sets = Sets::default();
        for name in ["a", "b", "c"] {
            new(&mut sets, 0, &set(name, 7, 0, 0));
        }
        new(&mut sets, 0, &set("b", 8, 0, 0));
        let known = ["a", "b", "c"].map(|name| key_type(&sets, name, None));
        assert_eq!(known, [Some(7), Some(8), None]);
        let long = "x".repeat(MAX_NAME + 1);
        let mut sets = Sets::default();
        new(&mut sets, 0, &set(&long, 7, 0, 0));
        assert_eq!(key_type(&sets, &long, None), None);
    }

    #[test]
    fn fields_and_byte_orders() {
        let mut all = set("s", 7, 0, 4);
        let len = |n| attribute(1, &attribute(1, &[0, 0, 0, n]));
        all.push((9, attribute(2, &[len(4), len(2), len(16)].concat())));
        all.push((
            13,
            b"\0\x04\x01\0\0\0\x01\x04\x02\0\0\0\x06\x04\x01\0\0\0\x09\xff".to_vec(),
        ));
        let mut sets = Sets::default();
        new(&mut sets, 0, &all);
        let name = SetRef {
            family: 1,
            table: b"t",
            name: b"s",
            id: None,
        };
        let set = sets.get(&name).unwrap();
        assert_eq!(set.key.fields, [4, 2, 16, 0, 0]);
        assert_eq!(
            (set.key.stored, set.key.ordered, set.key.pairs),
            (Stored::Host, true, false)
        );
        assert_eq!(
            (set.data.stored, set.data.ordered, set.data.pairs),
            (Stored::Big, false, true)
        );
    }

    #[test]
    fn cut_anywhere() {
        let whole = message(NFT_MSG_NEWSET, 0, &[(1, b"t\0"), (2, b"s\0"), (5, &[0; 4])]);
        for n in 16..whole.len() {
            learn(&mut Sets::default(), &whole[..n]);
        }
    }
}
