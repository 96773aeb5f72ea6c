//! What messages tell of the source: generic family ids and names of interfaces.

use super::MAX_LEARNT;
use crate::envelope::FamilyFrom;
use crate::families::nlctrl::GENL_ID_CTRL;
use crate::families::of_fixed_id;
use crate::guess::Candidates;
use crate::hash::QuickMap;
use crate::table::{Family, Name, Tables};
use crate::wire::{ByteOrder, GENL_HDRLEN, GenericHeader, RawAttributes, RawMessage};
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};

/// Names that are longer are not learnt: the kernel's have 15 bytes at most.
const MAX_NAME: usize = 64;

const CTRL_CMD_NEWFAMILY: u8 = 1;
const CTRL_CMD_DELFAMILY: u8 = 2;
const CTRL_ATTR_FAMILY_ID: u16 = 1;
const CTRL_ATTR_FAMILY_NAME: u16 = 2;
const IFINFOMSG_LEN: usize = 16;
const IFLA_IFNAME: u16 = 3;

/// A generic family as known by its id.
#[derive(Clone, Debug)]
pub(super) struct Known<'t> {
    pub name: Name,
    pub from: Option<FamilyFrom>,
    /// What the tables have of it.
    pub family: Option<&'t Family>,
}

/// Ids of generic families.
#[derive(Clone)]
pub(super) struct Ids<'t> {
    tables: &'t Tables,
    learnt: QuickMap<u16, Known<'t>>,
    given: QuickMap<u16, Known<'t>>,
    later: QuickMap<u16, Known<'t>>,
    candidates: QuickMap<u16, Candidates<'t>>,
}

impl<'t> Ids<'t> {
    pub fn new(tables: &'t Tables) -> Ids<'t> {
        Ids {
            tables,
            learnt: QuickMap::default(),
            given: QuickMap::default(),
            later: QuickMap::default(),
            candidates: QuickMap::default(),
        }
    }

    fn known(&self, name: &str, from: Option<FamilyFrom>) -> Known<'t> {
        Known {
            name: Name::new(name),
            from,
            family: self.tables.generic(name),
        }
    }

    /// Roughly how many bytes they take.
    pub fn weight(&self) -> usize {
        let names = self.learnt.len() + self.later.len();
        names * 128 + self.candidates.len() * 4096
    }

    pub fn give(&mut self, id: u16, name: &str) {
        let known = self.known(name, Some(FamilyFrom::Option));
        self.given.insert(id, known);
    }

    pub fn foresee(&mut self, id: u16, name: &str) {
        if name.len() <= MAX_NAME && !self.later.contains_key(&id) {
            let known = self.known(name, Some(FamilyFrom::Later));
            self.later.insert(id, known);
        }
    }

    /// A note tells an id, as a message before would have.
    pub fn tell(&mut self, id: u16, name: &str) {
        if name.len() <= MAX_NAME && self.learnt.len() < MAX_LEARNT {
            let known = self.known(name, None);
            self.learnt.insert(id, known);
        }
    }

    /// All ids that are known and not guessed, sorted.
    pub fn all(&self) -> BTreeMap<u16, &str> {
        let mut all = BTreeMap::new();
        for map in [&self.later, &self.given, &self.learnt] {
            all.extend(map.iter().map(|(id, known)| (*id, known.name.as_str())));
        }
        all
    }

    pub fn get(&self, id: u16) -> Option<&Known<'t>> {
        let maps = [&self.learnt, &self.given, &self.later];
        maps.into_iter().find_map(|map| map.get(&id))
    }

    /// The family that is the only one to fit an id.
    pub fn guess(&self, id: u16) -> Option<&'t Family> {
        self.candidates.get(&id)?.only()
    }

    /// The name of an id at this place, and where it comes from if not from a message in time.
    pub fn name(&self, id: u16) -> Option<(&Name, Option<FamilyFrom>)> {
        if let Some(known) = self.get(id) {
            return Some((&known.name, known.from));
        }
        if let Some(fixed) = of_fixed_id(id) {
            return Some((&fixed.name, None));
        }
        let guess = self.guess(id)?;
        Some((&guess.name, Some(FamilyFrom::Guess)))
    }

    /// The tables' family of an id at this place.
    pub fn family(&self, id: u16) -> Option<&'t Family> {
        if let Some(known) = self.get(id) {
            return known.family;
        }
        match of_fixed_id(id) {
            Some(fixed) => self.tables.generic(fixed.name.as_str()),
            None => self.guess(id),
        }
    }

    /// Whether a message may tell something of ids that is not known.
    pub fn teaches(&self, message: &RawMessage<'_>) -> bool {
        let id = message.header.nlmsg_type;
        id == GENL_ID_CTRL || (id > GENL_ID_CTRL && self.is_unknown(id))
    }

    /// Whether nothing but a guess is known of an id.
    pub fn is_unknown(&self, id: u16) -> bool {
        of_fixed_id(id).is_none() && self.get(id).is_none()
    }

    pub fn learn(&mut self, message: &RawMessage<'_>, order: ByteOrder) {
        let id = message.header.nlmsg_type;
        if id != GENL_ID_CTRL {
            if self.teaches(message) && self.learnt.len() < MAX_LEARNT {
                let tables = self.tables;
                let candidates = self.candidates.entry(id);
                candidates
                    .or_insert_with(|| Candidates::all(tables))
                    .narrow(message, tables, order);
            }
            return;
        }
        match announced(message, order) {
            Some((CTRL_CMD_NEWFAMILY, id, Some(name))) if name.len() <= MAX_NAME => {
                let same = |known: &Known<'_>| known.name.as_str() == name;
                if !self.learnt.get(&id).is_some_and(same) {
                    let known = self.known(name, None);
                    self.learnt.insert(id, known);
                }
            }
            Some((CTRL_CMD_DELFAMILY, id, _)) => {
                self.learnt.remove(&id);
            }
            _ => {}
        }
    }
}

/// Names of interfaces.
#[derive(Clone, Default)]
pub(super) struct Interfaces {
    names: QuickMap<u32, Box<str>>,
    edition: u64,
}

/// The last edition of names of interfaces, of all sources.
static EDITION: AtomicU64 = AtomicU64::new(0);

impl Interfaces {
    /// Roughly how many bytes they take.
    pub fn weight(&self) -> usize {
        self.names.len() * 64
    }

    /// Another number for each change: no two sources have one for different names.
    pub fn edition(&self) -> u64 {
        self.edition
    }

    pub fn name(&self, index: u32) -> Option<&str> {
        self.names.get(&index).map(|name| &**name)
    }

    /// A note tells a name, as a message before would have.
    pub fn tell(&mut self, index: u32, name: &str) {
        if name.len() <= MAX_NAME && self.names.len() < MAX_LEARNT {
            self.set(index, name);
        }
    }

    /// All of them, sorted.
    pub fn all(&self) -> BTreeMap<u32, &str> {
        self.names
            .iter()
            .map(|(index, name)| (*index, &**name))
            .collect()
    }

    /// The index that a name has, where a message told it.
    pub fn has(&self, name: &str) -> bool {
        self.names.values().any(|known| **known == *name)
    }

    /// The name that a message tells of an interface, where it is new and there is room for it.
    pub fn told<'m>(&self, message: &RawMessage<'m>, order: ByteOrder) -> Option<(u32, &'m str)> {
        let payload = message.payload();
        let index = order.unsigned(payload.get(4..8)?, 4) as u32;
        let attributes = payload.get(IFINFOMSG_LEN..)?;
        let name = RawAttributes::new(attributes, order)
            .find(|a| a.header.number() == IFLA_IFNAME)
            .and_then(|a| text(a.payload))?;
        let known = self.name(index);
        let new = index != 0
            && name.len() <= MAX_NAME
            && known != Some(name)
            && (self.names.len() < MAX_LEARNT || known.is_some());
        new.then_some((index, name))
    }

    /// An interface has this name from now on.
    pub fn set(&mut self, index: u32, name: &str) {
        self.names.insert(index, name.into());
        self.edition = EDITION.fetch_add(1, Ordering::Relaxed) + 1;
    }
}

/// What an nlctrl message says of a family: command, id, name.
pub fn announced<'a>(
    message: &RawMessage<'a>,
    order: ByteOrder,
) -> Option<(u8, u16, Option<&'a str>)> {
    if message.header.nlmsg_type != GENL_ID_CTRL {
        return None;
    }
    let payload = message.payload();
    let command = GenericHeader::parse(payload)?.cmd;
    if !matches!(command, CTRL_CMD_NEWFAMILY | CTRL_CMD_DELFAMILY) {
        return None;
    }
    let (mut id, mut name) = (None, None);
    for attribute in RawAttributes::new(payload.get(GENL_HDRLEN..)?, order) {
        match attribute.header.number() {
            CTRL_ATTR_FAMILY_ID if attribute.payload.len() == 2 => {
                id = Some(order.unsigned(attribute.payload, 2) as u16);
            }
            CTRL_ATTR_FAMILY_NAME => {
                name = text(attribute.payload).filter(|name| !name.is_empty());
            }
            _ => {}
        }
    }
    Some((command, id?, name))
}

fn text(bytes: &[u8]) -> Option<&str> {
    let end = bytes.iter().position(|&b| b == 0).unwrap_or(bytes.len());
    std::str::from_utf8(bytes.get(..end)?).ok()
}
