//! Multicast groups by name.
//!
//! A group of a protocol has the name of its constant without what all have in common, in small letters: RTNLGRP_LINK
//! is `link`, NFNLGRP_CONNTRACK_NEW `conntrack-new`. Where protocols share a name, the protocol stands in front of all
//! but the first: `xfrm:sa`. Groups of generic families are `nl80211:scan`.

use crate::generic::GenericFamily;
use netlink_dissector::families::protocols::PROTOCOLS;
use netlink_dissector::table::{Layer, Tables};
use netlink_dissector::walk::NETLINK_GENERIC;
use std::collections::BTreeMap;
use std::fmt;

/// A group that can be joined.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// NETLINK_*.
    pub protocol: u16,
    /// Its generic family, or its protocol in small letters.
    pub family: String,
    /// Its name, without that of the family.
    pub name: String,
    /// The kernel's constant, where there is one.
    pub constant: Option<String>,
    /// Its number in the protocol.
    pub number: u32,
}

impl fmt::Display for Group {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.family, self.name)
    }
}

/// What several groups are called together, and their constants.
const TOGETHER: [(&str, &[&str]); 12] = [
    ("address", &["RTNLGRP_IPV4_IFADDR", "RTNLGRP_IPV6_IFADDR"]),
    ("addr", &["RTNLGRP_IPV4_IFADDR", "RTNLGRP_IPV6_IFADDR"]),
    ("ipv4-addr", &["RTNLGRP_IPV4_IFADDR"]),
    ("ipv6-addr", &["RTNLGRP_IPV6_IFADDR"]),
    (
        "route",
        &[
            "RTNLGRP_IPV4_ROUTE",
            "RTNLGRP_IPV6_ROUTE",
            "RTNLGRP_MPLS_ROUTE",
        ],
    ),
    ("mroute", &["RTNLGRP_IPV4_MROUTE", "RTNLGRP_IPV6_MROUTE"]),
    ("rule", &["RTNLGRP_IPV4_RULE", "RTNLGRP_IPV6_RULE"]),
    (
        "netconf",
        &[
            "RTNLGRP_IPV4_NETCONF",
            "RTNLGRP_IPV6_NETCONF",
            "RTNLGRP_MPLS_NETCONF",
        ],
    ),
    ("prefix", &["RTNLGRP_IPV6_PREFIX"]),
    (
        "conntrack",
        &[
            "NFNLGRP_CONNTRACK_NEW",
            "NFNLGRP_CONNTRACK_UPDATE",
            "NFNLGRP_CONNTRACK_DESTROY",
        ],
    ),
    (
        "expect",
        &[
            "NFNLGRP_CONNTRACK_EXP_NEW",
            "NFNLGRP_CONNTRACK_EXP_UPDATE",
            "NFNLGRP_CONNTRACK_EXP_DESTROY",
        ],
    ),
    ("udev", &["udev"]),
];

/// All groups of a machine with these generic families, sorted by protocol and number.
pub fn all(tables: &Tables, generic: &[GenericFamily]) -> Vec<Group> {
    let mut groups: BTreeMap<(u16, u32), Group> = BTreeMap::new();
    for family in tables.families() {
        let Some(protocol) = family.protocol else {
            continue;
        };
        if matches!(family.layer, Layer::Generic) {
            continue;
        }
        for group in family.groups.iter().filter(|group| group.value != 0) {
            groups
                .entry((protocol, group.value))
                .or_insert_with(|| Group {
                    protocol,
                    family: protocol_word(protocol),
                    name: short(group.name.as_str()),
                    constant: Some(group.name.as_str().to_owned()),
                    number: group.value,
                });
        }
    }
    for family in generic {
        for (name, number) in &family.groups {
            let group = Group {
                protocol: NETLINK_GENERIC,
                family: family.name.clone(),
                name: name.clone(),
                constant: None,
                number: *number,
            };
            groups.insert((NETLINK_GENERIC, *number), group);
        }
    }
    groups.into_values().collect()
}

/// The groups that a word means: one, those of a generic family or a protocol, or several that belong together.
pub fn named<'g>(word: &str, groups: &'g [Group]) -> Vec<&'g Group> {
    let same = |a: &str, b: &str| a.eq_ignore_ascii_case(b);
    let among = |test: &dyn Fn(&Group) -> bool| -> Vec<&'g Group> {
        groups.iter().filter(|group| test(group)).collect()
    };
    if same(word, "all") {
        return groups.iter().collect();
    }
    let together = TOGETHER.iter().find(|(name, _)| same(word, name));
    if let Some((_, constants)) = together {
        return among(&|g| {
            g.constant
                .as_deref()
                .is_some_and(|c| constants.contains(&c))
        });
    }
    if let Some((family, name)) = word.split_once(':') {
        return among(&|g| {
            let number = name.parse() == Ok(g.number);
            same(&g.family, family) && (same(&g.name, name) || same(name, "all") || number)
        });
    }
    let constant = |g: &Group| g.constant.as_deref().is_some_and(|c| same(c, word));
    let one = groups
        .iter()
        .find(|g| constant(g) || (g.constant.is_some() && same(&g.name, word)));
    if let Some(one) = one {
        return vec![one];
    }
    among(&|g| same(&g.family, word))
}

/// A protocol in a word: `xfrm`.
fn protocol_word(protocol: u16) -> String {
    match protocol {
        0 => "rtnetlink".to_owned(),
        15 => "uevent".to_owned(),
        _ => {
            let name = PROTOCOLS.name_of(protocol.into());
            let name = name.map_or("", |name| name.as_str());
            let name = name.strip_prefix("NETLINK_").unwrap_or(name);
            name.to_ascii_lowercase()
        }
    }
}

/// A constant without what all of its kind begin with.
fn short(constant: &str) -> String {
    let starts = [
        "RTNLGRP_",
        "NFNLGRP_",
        "XFRMNLGRP_",
        "SKNLGRP_",
        "AUDIT_NLGRP_",
        "SELNLGRP_",
        "RDMA_NL_GROUP_",
        "ISCSI_NL_GRP_",
        "SCSI_NL_GRP_",
        "CN_IDX_",
        "CN_",
    ];
    let start = starts.iter().find_map(|start| constant.strip_prefix(start));
    let rest = start.unwrap_or(constant);
    rest.to_ascii_lowercase().replace('_', "-")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn machine() -> Vec<Group> {
        let tables = Tables::builtin();
        let nl80211 = GenericFamily {
            id: 34,
            name: "nl80211".to_owned(),
            groups: vec![("config".to_owned(), 5), ("scan".to_owned(), 6)],
        };
        all(&tables, &[nl80211])
    }

    fn numbers(word: &str) -> Vec<(u16, u32)> {
        let groups = machine();
        let named = named(word, &groups);
        named.iter().map(|g| (g.protocol, g.number)).collect()
    }

    #[test]
    fn words_mean_groups() {
        for (word, groups) in [
            ("link", &[(0, 1)][..]),
            ("RTNLGRP_LINK", &[(0, 1)]),
            ("ipv4-route", &[(0, 7)]),
            ("ipv6-addr", &[(0, 9)]),
            ("address", &[(0, 5), (0, 9)]),
            ("neigh", &[(0, 3)]),
            ("rule", &[(0, 8), (0, 19)]),
            ("nl80211:scan", &[(16, 6)]),
            ("NL80211", &[(16, 5), (16, 6)]),
            ("nl80211:5", &[(16, 5)]),
            ("nftables", &[(12, 7)]),
            ("conntrack-new", &[(12, 1)]),
            ("conntrack", &[(12, 1), (12, 2), (12, 3)]),
            ("uevent", &[(15, 1), (15, 2)]),
            ("udev", &[(15, 2)]),
            ("audit", &[(9, 1)]),
            ("xfrm:sa", &[(6, 3)]),
            ("sa", &[(6, 3)]),
            ("notify", &[(0, 2)]),
            ("rdma:notify", &[(20, 4)]),
            ("connector:proc", &[(11, 1)]),
            (
                "netfilter",
                &[
                    (12, 1),
                    (12, 2),
                    (12, 3),
                    (12, 4),
                    (12, 5),
                    (12, 6),
                    (12, 7),
                    (12, 8),
                    (12, 9),
                ],
            ),
            ("nothing", &[]),
            ("nl80211:nothing", &[]),
        ] {
            assert_eq!(numbers(word), groups, "{word}");
        }
        assert_eq!(numbers("all").len(), machine().len());
    }

    #[test]
    fn every_group_is_named_alone() {
        let groups = machine();
        for group in &groups {
            assert_eq!(named(&group.to_string(), &groups), [group]);
        }
    }
}
