//! Names and numbers that are made up at run time: which are, and which of one capture play
//! the same part as which of the other.

use super::aside::Role;
use super::rules::Rules;
use std::collections::HashMap;

/// How names of interfaces that somebody made up begin, and what follows.
const STEMS: &[(&str, Tail)] = &[
    // the kernel, for links that are made without a name
    ("veth", Tail::Digits),
    ("macvtap", Tail::Digits),
    ("macvlan", Tail::Digits),
    ("ipvlan", Tail::Digits),
    ("ipvtap", Tail::Digits),
    ("tap", Tail::Digits),
    ("tun", Tail::Digits),
    ("ppp", Tail::Digits),
    // libvirt
    ("vnet", Tail::Digits),
    // Docker, Podman, LXC, LXD
    ("veth", Tail::Random(6, 11)),
    ("br-", Tail::Hex(12)),
    ("dm-", Tail::Hex(12)),
    // OpenStack Neutron
    ("tap", Tail::Uuid),
    ("qvb", Tail::Uuid),
    ("qvo", Tail::Uuid),
    ("qbr", Tail::Uuid),
    ("qr-", Tail::Uuid),
    ("qg-", Tail::Uuid),
    ("sg-", Tail::Uuid),
    ("ha-", Tail::Uuid),
    // Kubernetes: Calico, Cilium, AWS, Google, Azure
    ("cali", Tail::Hex(11)),
    ("lxc", Tail::Hex(12)),
    ("tmp", Tail::Hex(5)),
    ("eni", Tail::Hex(11)),
    ("gke", Tail::Hex(11)),
    ("azv", Tail::Hex(11)),
];

enum Tail {
    Digits,
    /// So many hexadecimal digits.
    Hex(usize),
    /// From so many to so many letters and digits, one digit or capital letter at least.
    Random(usize, usize),
    /// The beginning of a UUID: eight hexadecimal digits, and two more behind a dash.
    Uuid,
}

impl Tail {
    fn fits(&self, tail: &str) -> bool {
        let hex = |t: &str| t.bytes().all(|b| b.is_ascii_hexdigit());
        match self {
            Tail::Digits => !tail.is_empty() && tail.bytes().all(|b| b.is_ascii_digit()),
            Tail::Hex(n) => tail.len() == *n && hex(tail),
            Tail::Random(min, max) => {
                (*min..=*max).contains(&tail.len())
                    && tail.bytes().all(|b| b.is_ascii_alphanumeric())
                    && tail
                        .bytes()
                        .any(|b| b.is_ascii_digit() || b.is_ascii_uppercase())
            }
            Tail::Uuid => match tail.split_once('-') {
                Some((head, rest)) => head.len() == 8 && hex(head) && rest.len() == 2 && hex(rest),
                None => false,
            },
        }
    }
}

/// Whether the name of an interface is one that somebody made up.
pub fn is_made_up(name: &str) -> bool {
    STEMS.iter().any(|(stem, tail)| {
        let rest = name.strip_prefix(stem);
        rest.is_some_and(|rest| tail.fits(rest))
    })
}

/// Whether a text is the name that the kernel gave an anonymous set or chain.
pub(super) fn is_anonymous(text: &str) -> bool {
    ["__set", "__map", "__chain"].iter().any(|stem| {
        let rest = text.strip_prefix(stem);
        rest.is_some_and(|rest| Tail::Digits.fits(rest))
    })
}

/// Whether a text is the name that the kernel gave a radio.
pub(super) fn is_radio(text: &str) -> bool {
    let rest = text.strip_prefix("phy");
    rest.is_some_and(|rest| Tail::Digits.fits(rest))
}

/// A made-up name as a message has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Use {
    /// Where in the message it stands.
    pub(super) path: u64,
    /// Number of the name, in [`Known`].
    pub(super) token: u32,
    /// It names what the message is about.
    pub(super) subject: bool,
}

/// The made-up names of a capture.
#[derive(Debug, Default)]
pub(super) struct Known {
    numbers: HashMap<(Role, Box<str>), u32>,
    all: Vec<(Role, Box<str>)>,
}

impl Known {
    pub(super) fn number(&mut self, role: Role, text: &str) -> u32 {
        let key = (role, text.into());
        if let Some(number) = self.numbers.get(&key) {
            return *number;
        }
        let number = u32::try_from(self.all.len()).unwrap_or(u32::MAX);
        self.all.push(key.clone());
        self.numbers.insert(key, number);
        number
    }

    fn find(&self, role: Role, text: &str) -> Option<u32> {
        self.numbers.get(&(role, text.into())).copied()
    }

    fn get(&self, token: u32) -> Option<&(Role, Box<str>)> {
        self.all.get(token as usize)
    }
}

/// Names of both captures that are taken for the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alias {
    /// What they name.
    pub role: Role,
    /// The name in the first capture.
    pub a: String,
    /// The name in the second.
    pub b: String,
}

/// Which made-up names are the same.
#[derive(Debug, Default)]
pub(super) struct Binding {
    /// By name of each side: a number, the same for what is the same.
    sides: [HashMap<(Role, Box<str>), u64>; 2],
    pub(super) aliases: Vec<Alias>,
}

impl Binding {
    /// Binds names that are the same text, and the others by how often they stood in the same
    /// place of what is alike otherwise.
    pub(super) fn new(
        a: &Known,
        b: &Known,
        votes: &HashMap<(u32, u32), u32>,
        rules: &Rules,
    ) -> Binding {
        let mut binding = Binding::default();
        let mut partner: [HashMap<u32, u32>; 2] = Default::default();
        for (x, (role, text)) in (0..).zip(&a.all) {
            if role.is_name()
                && let Some(y) = b.find(*role, text)
            {
                bind(&mut partner, x, y);
            }
        }
        let mut ranked: Vec<(u32, u32, u32)> =
            votes.iter().map(|((x, y), n)| (*n, *x, *y)).collect();
        ranked.sort_by_key(|(n, x, y)| (u32::MAX - n, *x, *y));
        for (_, x, y) in ranked {
            let same_role = a.get(x).map(|t| t.0) == b.get(y).map(|t| t.0);
            if same_role && free(&partner, x, y) {
                bind(&mut partner, x, y);
            }
        }
        for (x, (role, text)) in (0..).zip(&a.all) {
            if let Some(y) = b.find(*role, text)
                && free(&partner, x, y)
            {
                bind(&mut partner, x, y);
            }
        }
        let [to_b, of_b] = partner;
        let [side_a, side_b] = &mut binding.sides;
        for (x, known) in (0..).zip(&a.all) {
            let number = rules.hash(&(0u8, known));
            side_a.insert(known.clone(), number);
            if let Some(other) = to_b.get(&x).and_then(|y| b.get(*y)) {
                side_b.insert(other.clone(), number);
                if known.1 != other.1 {
                    binding.aliases.push(Alias {
                        role: known.0,
                        a: known.1.to_string(),
                        b: other.1.to_string(),
                    });
                }
            }
        }
        for (y, known) in (0..).zip(&b.all) {
            if !of_b.contains_key(&y) {
                side_b.insert(known.clone(), rules.hash(&(1u8, known)));
            }
        }
        binding
    }

    /// The number of a name of the first (0) or second (1) capture.
    pub(super) fn number(&self, side: usize, role: Role, text: &str) -> u64 {
        let side = self.sides.get(side);
        let found = side.and_then(|names| names.get(&(role, text.into())));
        found.copied().unwrap_or(0)
    }

    /// The numbers of all names of a side.
    pub(super) fn numbers(&self, side: usize, known: &Known) -> Vec<u64> {
        let all = known.all.iter();
        all.map(|(role, text)| self.number(side, *role, text))
            .collect()
    }
}

fn free(partner: &[HashMap<u32, u32>; 2], x: u32, y: u32) -> bool {
    let [to_b, of_b] = partner;
    !to_b.contains_key(&x) && !of_b.contains_key(&y)
}

fn bind(partner: &mut [HashMap<u32, u32>; 2], x: u32, y: u32) {
    let [to_b, of_b] = partner;
    to_b.insert(x, y);
    of_b.insert(y, x);
}

/// Whether two captures have names that are not plainly the same: then it must be found out.
pub(super) fn must_vote(a: &Known, b: &Known) -> bool {
    let odd = |own: &Known, other: &Known| {
        let mut all = own.all.iter();
        all.any(|(role, text)| !role.is_name() || other.find(*role, text).is_none())
    };
    odd(a, b) && odd(b, a)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn made_up_names() {
        for name in [
            "veth0",
            "veth12",
            "veth1a2b3c4",
            "vethAbCdEf",
            "br-0123456789ab",
            "tap1a2b3c4d-5e",
            "vnet3",
            "cali0123456789a",
            "lxc0123456789ab",
        ] {
            assert!(is_made_up(name), "{name}");
        }
        for name in [
            "eth0",
            "lo",
            "br-lan",
            "br0",
            "veth",
            "vethernet",
            "tapioca",
            "wlan0",
            "veth%d",
            "dm-crypt",
            "docker0",
        ] {
            assert!(!is_made_up(name), "{name}");
        }
    }
}
