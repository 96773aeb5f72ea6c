//! `--redact`: what is hidden in a slice. Keys become zeros; with `all`, addresses and names are
//! mapped one to one. Lengths never change, so the slice decodes as the capture did.

use netlink_dissector::filter::names_interface;
use netlink_dissector::sink::{Class, Flow, Sink, Value};
use netlink_dissector::table::BytesAs;
use netlink_dissector::walk::{Key, Node};
use std::collections::{HashMap, HashSet};

/// Bytes of an nlattr header.
const NLA_HDRLEN: usize = 4;

/// What becomes of some bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Kind {
    /// Zeros.
    Key,
    Mac,
    Ipv4,
    Ipv6,
    /// The name of an interface, or an SSID.
    Name,
}

/// Where bytes stand in the frame, and what becomes of them.
type Found = (usize, usize, Kind);

/// Finds what is to be hidden, and hides it.
pub struct Redactor {
    all: bool,
    found: Vec<Found>,
    /// What each address and name became.
    map: HashMap<(Kind, Vec<u8>), Vec<u8>>,
    taken: HashSet<(Kind, Vec<u8>)>,
    counts: HashMap<(Kind, usize), u64>,
}

impl Redactor {
    /// Hides keys; where `all`, addresses, names of interfaces and SSIDs too.
    pub fn new(all: bool) -> Redactor {
        Redactor {
            all,
            found: Vec::new(),
            map: HashMap::new(),
            taken: HashSet::new(),
            counts: HashMap::new(),
        }
    }

    /// Forgets what was found in the frame before.
    pub fn begin(&mut self) {
        self.found.clear();
    }

    /// Hides what was found in a frame's bytes.
    pub fn redact(&mut self, bytes: &mut [u8]) {
        for (offset, len, kind) in std::mem::take(&mut self.found) {
            let Some(part) = bytes.get_mut(offset..offset.saturating_add(len)) else {
                continue;
            };
            let new = self.replacement(kind, part);
            part.copy_from_slice(&new);
        }
    }

    /// Hides the names of interfaces in notes on the source.
    pub fn notes(&mut self, notes: &mut [String]) {
        if !self.all {
            return;
        }
        for note in notes {
            let words: Vec<&str> = note.splitn(4, ' ').collect();
            if let [prefix, "interface", index, name] = words.as_slice() {
                let new = self.replacement(Kind::Name, name.as_bytes());
                let new = String::from_utf8_lossy(&new).into_owned();
                *note = format!("{prefix} interface {index} {new}");
            }
        }
    }

    /// What bytes become: the same each time, and nothing else becomes it.
    fn replacement(&mut self, kind: Kind, bytes: &[u8]) -> Vec<u8> {
        let special = match kind {
            Kind::Key => return vec![0; bytes.len()],
            Kind::Name => bytes == b"lo",
            Kind::Ipv4 => matches!(bytes, [127 | 255 | 224..=239, ..]),
            Kind::Ipv6 => bytes.first() == Some(&0xff) || bytes.ends_with(&[0, 1]),
            Kind::Mac => bytes.iter().all(|&b| b == 0xff),
        };
        if special || bytes.iter().all(|&b| b == 0) {
            return bytes.to_vec();
        }
        let key = (kind, bytes.to_vec());
        if let Some(new) = self.map.get(&key) {
            return new.clone();
        }
        let count = self.counts.entry((kind, bytes.len())).or_insert(0);
        let new = loop {
            *count += 1;
            let new = made(kind, *count, bytes);
            if self.taken.insert((kind, new.clone())) {
                break new;
            }
            if *count > u64::from(u32::MAX) {
                break vec![0; bytes.len()];
            }
        };
        self.map.insert(key, new.clone());
        new
    }

    fn see(&mut self, node: &Node<'_>, kind: Kind, len: usize) {
        let header = if node.nla_type.is_some() {
            NLA_HDRLEN
        } else {
            0
        };
        let offset = node.offset as usize + header;
        let own = (node.len as usize).saturating_sub(header);
        self.found.push((offset, len.min(own), kind));
    }
}

/// The `count`th replacement of bytes of this kind and length.
fn made(kind: Kind, count: u64, old: &[u8]) -> Vec<u8> {
    let mut new = vec![0; old.len()];
    if kind == Kind::Name {
        // letters, the last turning fastest
        let mut rest = count - 1;
        for byte in new.iter_mut().rev() {
            *byte = b'a' + (rest % 26) as u8;
            rest /= 26;
        }
        return new;
    }
    for (to, from) in new.iter_mut().rev().zip(count.to_le_bytes()) {
        *to = from;
    }
    match (kind, new.first_mut()) {
        // local, and a group where it was one
        (Kind::Mac, Some(first)) => *first = 0x02 | (old.first().unwrap_or(&0) & 1),
        (Kind::Ipv4, Some(first)) => *first = 10,
        (Kind::Ipv6, Some(first)) => {
            let local = old.starts_with(&[0xfe, 0x80]);
            *first = if local { 0xfe } else { 0xfd };
            if let (true, Some(second)) = (local, new.get_mut(1)) {
                *second = 0x80;
            }
        }
        _ => {}
    }
    new
}

impl Sink for Redactor {
    fn enter(&mut self, _: &Node<'_>, _: Class) -> Flow {
        Flow::Continue
    }

    fn leave(&mut self) {}

    fn leaf(&mut self, node: &Node<'_>, value: &Value<'_>) -> Flow {
        let name = match node.key {
            Key::Name(name) => name.as_str(),
            _ => "",
        };
        match value {
            Value::Bytes(bytes, BytesAs::Key) => self.see(node, Kind::Key, bytes.len()),
            _ if !self.all => {}
            Value::Bytes(bytes, BytesAs::Mac | BytesAs::Eui64) => {
                self.see(node, Kind::Mac, bytes.len());
            }
            Value::Bytes(bytes, BytesAs::Ipv4) => self.see(node, Kind::Ipv4, bytes.len()),
            Value::Bytes(bytes, BytesAs::Ipv6) => self.see(node, Kind::Ipv6, bytes.len()),
            Value::Bytes(bytes, BytesAs::Ip) if bytes.len() == 4 => {
                self.see(node, Kind::Ipv4, 4);
            }
            Value::Bytes(bytes, BytesAs::Ip) => self.see(node, Kind::Ipv6, bytes.len()),
            Value::Text(text) if names_interface(name) => self.see(node, Kind::Name, text.len()),
            Value::Text(text) | Value::Bytes(text, _) if name.ends_with("SSID") => {
                self.see(node, Kind::Name, text.len());
            }
            _ => {}
        }
        Flow::Continue
    }

    fn as_dyn(&mut self) -> &mut dyn Sink {
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_to_one() {
        let mut redactor = Redactor::new(true);
        let mut seen = HashSet::new();
        for n in 0..1000u32 {
            let [_, a, b, c] = n.to_be_bytes();
            let old = [192, a, b, c];
            let new = redactor.replacement(Kind::Ipv4, &old);
            assert!(
                seen.insert(new.clone()),
                "{old:?} becomes {new:?} as another did"
            );
            assert_eq!(redactor.replacement(Kind::Ipv4, &old), new);
        }
        assert_eq!(
            redactor.replacement(Kind::Ipv4, &[127, 0, 0, 1]),
            [127, 0, 0, 1]
        );
        assert_eq!(redactor.replacement(Kind::Name, b"eth0").len(), 4);
        assert_ne!(
            redactor.replacement(Kind::Name, b"eth0"),
            redactor.replacement(Kind::Name, b"eth1")
        );
        assert_eq!(redactor.replacement(Kind::Name, b"lo"), b"lo");
        assert_eq!(redactor.replacement(Kind::Key, b"secret"), [0; 6]);
        let group = redactor.replacement(Kind::Mac, &[1, 0, 0x5e, 0, 0, 1]);
        assert_eq!(group[0] & 1, 1);
    }
}
