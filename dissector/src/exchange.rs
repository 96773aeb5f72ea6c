//! State across the messages of one source: generic family ids, interface names, types of
//! sets, and which request an answer belongs to. All of it is bounded.

use crate::context::{Context, Direction, Knowledge};
use crate::envelope::{Envelope, FamilyFrom, Place};
use crate::families::nlctrl::GENL_ID_CTRL;
use crate::families::of_fixed_id;
use crate::guess::Candidates;
use crate::ipsets::{Ipsets, Method};
use crate::nft_sets::{NETLINK_NETFILTER, SetRef, SetType, Sets};
use crate::table::{Family, Layer, Name, Tables, Verb};
use crate::walk::{NETLINK_GENERIC, Resolved, resolve};
use crate::wire::{ByteOrder, GENL_HDRLEN, GenericHeader, RawAttributes, RawMessage};
use std::collections::{HashMap, VecDeque};

/// How many names, ids or open requests a source keeps at most.
pub const MAX_LEARNT: usize = 65_536;
/// How many open requests of one sequence number it keeps at most.
const MAX_SAME: usize = 64;
/// Names that are longer are not learnt: the kernel's have 15 bytes at most.
const MAX_NAME: usize = 64;

const NETLINK_ROUTE: u16 = 0;
const NETLINK_USERSOCK: u16 = 2;
const NETLINK_CONNECTOR: u16 = 11;
const NLM_F_REQUEST: u16 = 1;
const NLM_F_MULTI: u16 = 2;
const NLMSG_ERROR: u16 = 2;
const NLMSG_DONE: u16 = 3;
const CTRL_CMD_NEWFAMILY: u8 = 1;
const CTRL_CMD_DELFAMILY: u8 = 2;
const CTRL_ATTR_FAMILY_ID: u16 = 1;
const CTRL_ATTR_FAMILY_NAME: u16 = 2;
const RTM_NEWLINK: u16 = 16;
const RTM_DELTFILTER: u16 = 45;
const RTM_DELCHAIN: u16 = 101;
const RTM_GETCHAIN: u16 = 102;
const IFINFOMSG_LEN: usize = 16;
/// Where an nlmsgerr has the type of the request: behind the error and nlmsg_len.
const ECHOED_TYPE: usize = 8;
const IFLA_IFNAME: u16 = 3;

/// A generic family as known by its id.
#[derive(Clone, Debug)]
struct Known {
    name: Name,
    from: Option<FamilyFrom>,
}

/// A request that may still be answered.
#[derive(Clone, Copy, Debug)]
struct Request {
    /// Counts requests.
    number: u64,
    place: Place,
    nlmsg_type: u16,
    nlmsg_flags: u16,
    verb: Verb,
    /// The sender's port: 0 until an answer tells.
    port: u32,
    /// The sender stated its port.
    stated: bool,
    ended: bool,
}

/// What is known of a message from those before it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Facts {
    /// Which way it went.
    pub direction: Option<Direction>,
    /// Port id on the user's side.
    pub port: Option<u32>,
    /// The request that it answers.
    pub request: Option<Place>,
}

/// The state of a source: one file, section of a pcapng, or interface.
#[derive(Clone)]
pub struct State<'t> {
    tables: &'t Tables,
    order: ByteOrder,
    ids: HashMap<u16, Known>,
    given: HashMap<u16, Known>,
    later: HashMap<u16, Known>,
    candidates: HashMap<u16, Candidates<'t>>,
    interfaces: HashMap<u32, Box<str>>,
    sets: Sets,
    ipsets: Ipsets,
    requests: HashMap<(u16, u32), Vec<Request>>,
    arrival: VecDeque<((u16, u32), u64)>,
    opened: u64,
}

impl<'t> State<'t> {
    /// A source about which nothing is known yet.
    pub fn new(tables: &'t Tables, order: ByteOrder) -> State<'t> {
        State {
            tables,
            order,
            ids: HashMap::new(),
            given: HashMap::new(),
            later: HashMap::new(),
            candidates: HashMap::new(),
            interfaces: HashMap::new(),
            sets: Sets::default(),
            ipsets: Ipsets::default(),
            requests: HashMap::new(),
            arrival: VecDeque::new(),
            opened: 0,
        }
    }

    /// Byte order of the captured machine.
    pub fn order(&self) -> ByteOrder {
        self.order
    }

    /// A frame told the byte order.
    pub fn set_order(&mut self, order: ByteOrder) {
        self.order = order;
    }

    /// The user says which family an id is; holds where no message tells otherwise.
    pub fn give(&mut self, id: u16, name: &str) {
        let known = Known {
            name: Name::new(name),
            from: Some(FamilyFrom::Option),
        };
        self.given.insert(id, known);
    }

    /// A message further on tells which family an id is; holds until one in time does.
    pub fn foresee(&mut self, id: u16, name: &str) {
        if name.len() > MAX_NAME {
            return;
        }
        self.later.entry(id).or_insert_with(|| Known {
            name: Name::new(name),
            from: Some(FamilyFrom::Later),
        });
    }

    /// Whether nothing but a guess is known of a generic id.
    pub fn is_unknown(&self, id: u16) -> bool {
        of_fixed_id(id).is_none() && self.known(id).is_none()
    }

    /// The name of a generic id at this place, and where it comes from if not from a message
    /// in time.
    pub fn family(&self, id: u16) -> Option<(&Name, Option<FamilyFrom>)> {
        if let Some(known) = self.known(id) {
            return Some((&known.name, known.from));
        }
        if let Some(fixed) = of_fixed_id(id) {
            return Some((&fixed.name, None));
        }
        let guess = self.candidates.get(&id)?.only()?;
        Some((&guess.name, Some(FamilyFrom::Guess)))
    }

    /// What is known of a message beside its bytes, from what [`State::observe`] said of it.
    pub fn envelope(&self, protocol: u16, nlmsg_type: u16, facts: &Facts) -> Envelope<'_> {
        let (family, family_from) = if protocol == NETLINK_GENERIC {
            match self.family(nlmsg_type) {
                Some((name, from)) => (Some(name), from),
                None => (None, None),
            }
        } else {
            let found = self.tables.by_type(protocol, nlmsg_type);
            let subsystem = found.filter(|(f, _)| matches!(f.layer, Layer::Subsystem(_)));
            (subsystem.map(|(f, _)| &f.name), None)
        };
        Envelope {
            protocol,
            family,
            family_from,
            direction: facts.direction,
            port: facts.port,
            request: facts.request,
            ..Envelope::default()
        }
    }

    fn known(&self, id: u16) -> Option<&Known> {
        let maps = [&self.ids, &self.given, &self.later];
        maps.into_iter().find_map(|map| map.get(&id))
    }

    /// Learns from a message, and says what is known of it. `place` is its own.
    pub fn observe(&mut self, protocol: u16, message: &RawMessage<'_>, place: Place) -> Facts {
        match protocol {
            NETLINK_GENERIC => self.learn_generic(message),
            NETLINK_ROUTE if message.header.nlmsg_type == RTM_NEWLINK => self.learn_link(message),
            NETLINK_NETFILTER => {
                self.sets.learn(message, self.order, MAX_LEARNT);
                self.ipsets.learn(message, self.order, MAX_LEARNT);
            }
            _ => {}
        }
        let mut context = Context::new(self.tables, protocol);
        context.order = self.order;
        context.knowledge = self;
        let resolved = resolve(message, &context);
        self.relate(protocol, message, &resolved.plain(), place)
    }

    fn learn_generic(&mut self, message: &RawMessage<'_>) {
        let id = message.header.nlmsg_type;
        if id != GENL_ID_CTRL {
            if id > GENL_ID_CTRL && self.is_unknown(id) && self.ids.len() < MAX_LEARNT {
                let tables = self.tables;
                let order = self.order;
                let candidates = self.candidates.entry(id);
                candidates
                    .or_insert_with(|| Candidates::all(tables))
                    .narrow(message, tables, order);
            }
            return;
        }
        match announced(message, self.order) {
            Some((CTRL_CMD_NEWFAMILY, id, Some(name))) if name.len() <= MAX_NAME => {
                let known = self.ids.get(&id);
                if known.is_none_or(|known| known.name.as_str() != name) {
                    let name = Name::new(name);
                    self.ids.insert(id, Known { name, from: None });
                }
            }
            Some((CTRL_CMD_DELFAMILY, id, _)) => {
                self.ids.remove(&id);
            }
            _ => {}
        }
    }

    fn learn_link(&mut self, message: &RawMessage<'_>) {
        let payload = message.payload();
        let Some(index) = payload.get(4..8) else {
            return;
        };
        let index = self.order.unsigned(index, 4) as u32;
        let attributes = payload.get(IFINFOMSG_LEN..).unwrap_or(&[]);
        let name = RawAttributes::new(attributes, self.order)
            .find(|a| a.header.number() == IFLA_IFNAME)
            .and_then(|a| text(a.payload));
        if let Some(name) = name
            && index != 0
            && name.len() <= MAX_NAME
            && self.interfaces.get(&index).is_none_or(|old| **old != *name)
            && (self.interfaces.len() < MAX_LEARNT || self.interfaces.contains_key(&index))
        {
            self.interfaces.insert(index, name.into());
        }
    }

    fn relate(
        &mut self,
        protocol: u16,
        message: &RawMessage<'_>,
        what: &Plain,
        place: Place,
    ) -> Facts {
        let header = &message.header;
        let port = (header.nlmsg_pid != 0).then_some(header.nlmsg_pid);
        let key = (protocol, header.nlmsg_seq);
        if protocol == NETLINK_USERSOCK {
            return Facts {
                direction: Some(Direction::UserToUser),
                port,
                request: None,
            };
        }
        let ends = what.control && matches!(header.nlmsg_type, NLMSG_ERROR | NLMSG_DONE);
        if header.nlmsg_flags & NLM_F_REQUEST != 0 && !ends {
            if protocol == NETLINK_ROUTE && self.is_echo(key, message, what.verb) {
                return Facts {
                    direction: Some(Direction::FromKernel),
                    port,
                    request: self.answered(key, message, false, false),
                };
            }
            self.open(key, message, what.verb, place);
            return Facts {
                direction: Some(Direction::ToKernel),
                port,
                request: None,
            };
        }
        if protocol == NETLINK_CONNECTOR && port.is_some() {
            return Facts {
                direction: Some(Direction::ToKernel),
                port,
                request: None,
            };
        }
        let direction = what.known.then_some(Direction::FromKernel);
        let request = self.answered(key, message, ends, protocol == NETLINK_GENERIC);
        let multi = header.nlmsg_flags & NLM_F_MULTI != 0;
        Facts {
            direction,
            port: port.filter(|_| ends || multi || request.is_some()),
            request,
        }
    }

    /// Whether a message with NLM_F_REQUEST comes from the kernel: answers and notifications
    /// of tc filters, chains and actions and of next hops keep the flags of the request that
    /// caused them (`net/sched/cls_api.c`, `net/sched/act_api.c`, `net/ipv4/nexthop.c`), and
    /// bear the port that it came from.
    fn is_echo(&self, key: (u16, u32), message: &RawMessage<'_>, verb: Verb) -> bool {
        let header = &message.header;
        let (kind, port) = (header.nlmsg_type, header.nlmsg_pid);
        if port == 0 || (verb == Verb::Get && kind != RTM_GETCHAIN) {
            return false;
        }
        // RTM_NEW*, RTM_DEL*, RTM_GET* and RTM_SET* of one object stand together
        let related = |r: &&Request| {
            r.nlmsg_type & !3 == kind & !3 || (r.nlmsg_type, kind) == (RTM_DELCHAIN, RTM_DELTFILTER)
        };
        let caused = |r: &Request| {
            r.nlmsg_flags == header.nlmsg_flags
                && if r.stated {
                    // a sender that uses its numbers twice looks the same: only while it waits
                    r.port == port && key.1 != 0 && !r.ended
                } else {
                    r.port == port || (r.port == 0 && !r.ended)
                }
        };
        let open = self.requests.get(&key);
        open.is_some_and(|open| open.iter().filter(related).any(caused))
    }

    fn open(&mut self, key: (u16, u32), message: &RawMessage<'_>, verb: Verb, place: Place) {
        while self.arrival.len() >= MAX_LEARNT {
            let Some((key, number)) = self.arrival.pop_front() else {
                break;
            };
            if let Some(open) = self.requests.get_mut(&key) {
                open.retain(|r| r.number != number);
                if open.is_empty() {
                    self.requests.remove(&key);
                }
            }
        }
        self.opened += 1;
        let header = &message.header;
        let request = Request {
            number: self.opened,
            place,
            nlmsg_type: header.nlmsg_type,
            nlmsg_flags: header.nlmsg_flags,
            verb,
            port: header.nlmsg_pid,
            stated: header.nlmsg_pid != 0,
            ended: false,
        };
        let open = self.requests.entry(key).or_default();
        open.retain(|r| !r.ended);
        if open.len() >= MAX_SAME {
            open.remove(0);
        }
        open.push(request);
        self.arrival.push_back((key, self.opened));
    }

    /// The request that a message from the kernel answers: of the same protocol and sequence
    /// number, from the same port or from none, the oldest that is still open; for an error
    /// one of the type that it echoes. Notifications that a request caused bear its numbers
    /// too, but are no answers.
    fn answered(
        &mut self,
        key: (u16, u32),
        message: &RawMessage<'_>,
        ends: bool,
        generic: bool,
    ) -> Option<Place> {
        let pid = message.header.nlmsg_pid;
        let echoed = match message.header.nlmsg_type {
            NLMSG_ERROR if ends => message.payload().get(ECHOED_TYPE..ECHOED_TYPE + 2),
            _ => None,
        };
        let echoed = echoed.map(|bytes| self.order.unsigned(bytes, 2) as u16);
        let open = self.requests.get_mut(&key)?;
        let fitness = |r: &Request| match r.port {
            _ if r.ended => 0,
            0 => 1,
            port if port == pid => 2,
            _ => 0,
        };
        let best = open.iter_mut().rev().max_by_key(|r| {
            let fitness = fitness(r);
            (fitness > 0, echoed == Some(r.nlmsg_type), fitness)
        })?;
        if fitness(best) == 0 || (!ends && !generic && matches!(best.verb, Verb::New | Verb::Del)) {
            return None;
        }
        if pid != 0 {
            best.port = pid;
        }
        best.ended = ends;
        Some(best.place)
    }
}

impl Knowledge for State<'_> {
    fn generic(&self, id: u16) -> Option<&Family> {
        let (name, _) = self.family(id)?;
        self.tables.generic(name.as_str())
    }

    fn generic_name(&self, id: u16) -> Option<&Name> {
        Some(self.family(id)?.0)
    }

    fn interface(&self, index: u32) -> Option<&str> {
        self.interfaces.get(&index).map(|name| &**name)
    }

    fn ipset(&self, name: &[u8]) -> Option<Method> {
        self.ipsets.get(name)
    }

    fn nft_set(&self, set: &SetRef<'_>) -> Option<&SetType> {
        self.sets.get(set)
    }
}

/// What relating messages needs of [`Resolved`], without its borrows.
struct Plain {
    control: bool,
    known: bool,
    verb: Verb,
}

impl Resolved<'_> {
    fn plain(&self) -> Plain {
        Plain {
            control: self.control,
            known: self.family.is_some() || self.generic.is_some(),
            verb: self.verb(),
        }
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
