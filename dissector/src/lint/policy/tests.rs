#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

use super::*;
use crate::families;
use crate::table::{Format, Kind, Set, SetRef};
use std::collections::{HashMap, HashSet};

/// All policies that anything leads to.
fn policies() -> Vec<&'static Policy> {
    let mut out: Vec<&'static Policy> = Vec::new();
    let mut seen = HashSet::new();
    let operations = GENERIC.iter().flat_map(|g| g.operations).chain(XFRM);
    let mut waiting: Vec<&'static Policy> = operations.filter_map(|o| o.policy).collect();
    waiting.extend(SUBSYSTEMS.iter().flat_map(|(_, o)| *o).filter_map(|o| o.1));
    waiting.extend(ROUTE.iter().chain(requests::ROUTE_BULK).map(|r| r.4));
    waiting.extend(SETS.iter().map(|s| s.2));
    while let Some(policy) = waiting.pop() {
        if seen.insert(std::ptr::from_ref(policy)) {
            out.push(policy);
            waiting.extend(policy.rules.iter().filter_map(|r| match r.nested {
                Some(PolicyRef::Static(policy)) => Some(policy),
                _ => None,
            }));
        }
    }
    out
}

fn kinds<'k>(kind: &'k Kind, sets: &mut Vec<&'static Set>) -> Vec<&'k Kind> {
    let mut take = |set: &SetRef| {
        if let SetRef::Static(set) = set {
            sets.push(set);
        }
    };
    match &kind.format {
        Format::Nest(set) | Format::Sequence(set) | Format::Struct(_, Some(set)) => {
            take(set);
            vec![]
        }
        Format::Array(k) | Format::Map(_, k) | Format::List(k) | Format::Table(_, k) => vec![k],
        Format::Select(select) => {
            let cases = select.cases.iter().map(|c| &c.kind);
            cases.chain(&select.otherwise).collect()
        }
        Format::Special(special) => {
            sets.extend(special.sets.iter().copied());
            vec![]
        }
        _ => vec![],
    }
}

/// The built-in attributes by name: their numbers.
fn attributes() -> HashMap<&'static str, HashSet<u16>> {
    let mut out: HashMap<&'static str, HashSet<u16>> = HashMap::new();
    let mut seen = HashSet::new();
    let mut waiting: Vec<&'static Set> = Vec::new();
    let bodies = families::ALL.iter().flat_map(|f| f.messages.iter());
    for message in bodies {
        if let crate::table::Body::Attributes(SetRef::Static(set)) = &message.body {
            waiting.push(set);
        }
    }
    while let Some(set) = waiting.pop() {
        if !seen.insert(std::ptr::from_ref(set)) {
            continue;
        }
        for a in set.attributes.iter() {
            for name in [a.name.as_str()].iter().chain(a.aliases) {
                out.entry(name).or_default().insert(a.value);
            }
            let mut below = vec![&a.kind];
            while let Some(kind) = below.pop() {
                below.extend(kinds(kind, &mut waiting));
            }
        }
    }
    out
}

#[test]
fn tables_are_sorted() {
    let policies = policies();
    assert!(policies.len() > 500);
    for policy in &policies {
        let numbers: Vec<u16> = policy.rules.iter().map(|r| r.number).collect();
        assert!(numbers.is_sorted_by(|a, b| a < b), "{}", policy.name);
        assert!(numbers.iter().all(|n| *n < policy.size), "{}", policy.name);
    }
    assert!(SETS.is_sorted_by_key(|s| s.0));
    assert!(GENERIC.is_sorted_by_key(|g| g.name));
    for family in GENERIC {
        let key = |o: &Operation| (o.command, o.dump);
        assert!(
            family.operations.is_sorted_by(|a, b| key(a) < key(b)),
            "{}",
            family.name
        );
    }
}

/// The numbers of the kernel's policies are those of the tables.
#[test]
fn numbers_agree_with_the_tables() {
    let attributes = attributes();
    let (mut same, mut wrong) = (0, Vec::new());
    for policy in policies() {
        for rule in policy.rules.iter() {
            match attributes.get(&*rule.name) {
                Some(numbers) if numbers.contains(&rule.number) => same += 1,
                Some(_) => wrong.push(format!("{}: {}", policy.name, rule.name)),
                None => {}
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:?}");
    assert!(same > 3000, "{same}");
}

/// What no bound can be, and what is required, is known.
#[test]
fn bounds_are_bounds() {
    for policy in policies() {
        for rule in policy.rules.iter() {
            if let Check::Range(min, max) = rule.check {
                assert!(min <= max, "{} {}", policy.name, rule.name);
            }
            if rule.nested.is_some() {
                let nest = matches!(rule.kind, Type::Nested | Type::NestedArray);
                assert!(nest, "{} {}", policy.name, rule.name);
            }
        }
    }
    let mut required = 0;
    for operation in GENERIC.iter().flat_map(|g| g.operations) {
        for name in operation.required {
            let policy = operation.policy.unwrap();
            assert!(policy.rules.iter().any(|r| r.name == *name), "{name}");
            required += 1;
        }
    }
    assert!(required > 30, "{required}");
    for (nlmsg_type, way, who) in BEYOND.iter().map(Beyond::key) {
        let family = match who {
            Who::Only(family) => family,
            Who::Others | Who::All => 0,
        };
        let Some(checked) = requests::route(nlmsg_type, family, way) else {
            continue;
        };
        for name in checked.required {
            let policy = checked.policy.unwrap();
            assert!(policy.rules.iter().any(|r| r.name == *name), "{name}");
        }
    }
}

#[test]
fn some_facts() {
    let policy = policies()
        .into_iter()
        .find(|p| p.name == "ifla_policy")
        .unwrap();
    assert_eq!(policy.strict_from, 65);
    let name = policy.rule(3).unwrap();
    assert_eq!(
        (&*name.name, name.kind, name.len),
        ("IFLA_IFNAME", Type::Text, 15)
    );
    assert_eq!(policy.rule(13).unwrap().check, Check::Range(0, 32_767));
    let ethtool = generic("ethtool").unwrap();
    assert_eq!(ethtool.checks_from, 35);
    assert!(ethtool.operations.iter().all(|o| o.mode == Mode::Strict));
    let nl80211 = generic("nl80211").unwrap();
    let mode = |command| {
        let mut operations = nl80211.operations.iter();
        operations.find(|o| o.command == command).map(|o| o.mode)
    };
    // NL80211_CMD_NEW_INTERFACE, NL80211_CMD_ADD_LINK
    assert_eq!(mode(7), Some(Mode::Liberal));
    assert_eq!(mode(148), Some(Mode::Strict));
    let wireguard = generic("wireguard").unwrap();
    assert!(wireguard.operations[0].dump && wireguard.operations.len() == 2);
    assert!(generic("no such family").is_none());
    assert_eq!(of_set("IFLA_VXLAN").unwrap().1.name, "vxlan_policy");
}
