//! `docs/COVERAGE.md` says what the built-in tables cover, a row a family.
//!
//! `UPDATE_GOLDEN=1 cargo test -p netlink-dissector --test coverage` writes it anew.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that fails shall panic"
)]

use netlink_dissector::dump::{sets_below, type_word};
use netlink_dissector::families::{ALL, protocols::PROTOCOLS};
use netlink_dissector::table::{Attribute, Body, Family, Kind, Layer, Set, SetRef, Tables};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::Path;

const HEAD: &str = "# Coverage

What the built-in tables know. Facts are those of Linux 7.2; `nldissect families NAME` shows a
family's messages and attributes, `nldissect families --json` all tables.

- *messages*: values of nlmsg_type, or commands of a generic family or of a subsystem.
- *attributes*: those that these messages lead to, at any depth; a set that several families
  share counts in each.
- *opaque*: of these, those that are plain bytes, because nobody gives them a form: cookies,
  hashes, a driver's own. All others have a type of their own.
- *groups*: multicast groups with a name.

";

/// What a family's messages lead to.
#[derive(Default)]
struct Reached<'t> {
    sets: BTreeMap<usize, &'t Set>,
}

impl<'t> Reached<'t> {
    fn of(family: &'t Family, tables: &'t Tables) -> Reached<'t> {
        let mut reached = Reached::default();
        for message in family.messages.iter() {
            match &message.body {
                Body::None => {}
                Body::Attributes(set) => reached.set(built_in(set), tables),
                Body::Value(_, kind) => reached.kind(kind, tables),
            }
        }
        reached
    }

    fn kind(&mut self, kind: &'t Kind, tables: &'t Tables) {
        for set in sets_below(tables, kind) {
            self.set(set, tables);
        }
    }

    fn set(&mut self, set: &'t Set, tables: &'t Tables) {
        let id = std::ptr::from_ref(set) as usize;
        if self.sets.insert(id, set).is_none() {
            for attribute in set.attributes.iter() {
                self.kind(&attribute.kind, tables);
            }
        }
    }

    /// Each constant once, also where sets share it: it is opaque where all of them say so.
    fn attributes(&self) -> BTreeMap<&'t str, bool> {
        let mut found = BTreeMap::new();
        for attribute in self.sets.values().flat_map(|s| s.attributes.iter()) {
            let opaque = found.entry(attribute.name.as_str()).or_insert(true);
            *opaque &= is_opaque(attribute);
        }
        found
    }
}

fn is_opaque(attribute: &Attribute) -> bool {
    type_word(&attribute.kind) == "binary"
}

fn built_in(set: &SetRef) -> &'static Set {
    match set {
        SetRef::Static(set) => set,
        SetRef::Loaded(_) => panic!("a built-in table leads to a loaded set"),
    }
}

fn protocol(family: &Family) -> String {
    match family.protocol {
        None => "any".into(),
        Some(number) => match PROTOCOLS.name_of(number.into()) {
            Some(name) => name.to_string(),
            None => number.to_string(),
        },
    }
}

fn page() -> String {
    let tables = Tables::builtin();
    let mut page = String::from(HEAD);
    let mut all: BTreeMap<&str, bool> = BTreeMap::new();
    let (mut messages, mut groups) = (0, 0);
    page.push_str("| family | protocol | messages | attributes | opaque | groups |\n");
    page.push_str("|---|---|---:|---:|---:|---:|\n");
    let mut families = ALL.to_vec();
    families.sort_by_cached_key(|f| {
        let generic = f.layer == Layer::Generic;
        (generic, f.protocol, f.name.as_str().to_lowercase())
    });
    for family in families {
        let attributes = Reached::of(family, &tables).attributes();
        let opaque = attributes.values().filter(|&&o| o).count();
        let values: BTreeSet<u16> = family.messages.iter().map(|m| m.value).collect();
        let row = [
            family.name.to_string(),
            protocol(family),
            values.len().to_string(),
            attributes.len().to_string(),
            opaque.to_string(),
            family.groups.len().to_string(),
        ];
        writeln!(page, "| {} |", row.join(" | ")).unwrap();
        messages += values.len();
        groups += family.groups.len();
        for (name, opaque) in attributes {
            *all.entry(name).or_insert(true) &= opaque;
        }
    }
    let opaque = all.values().filter(|&&o| o).count();
    writeln!(
        page,
        "| *all, each constant once* | | {messages} | {} | {opaque} | {groups} |",
        all.len()
    )
    .unwrap();
    page
}

#[test]
fn the_page_says_what_is_covered() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/COVERAGE.md");
    let page = page();
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, &page).unwrap();
        return;
    }
    let written = std::fs::read_to_string(&path).unwrap_or_default();
    for (line, (is, should)) in written.lines().zip(page.lines()).enumerate() {
        assert_eq!(
            is,
            should,
            "docs/COVERAGE.md:{}: UPDATE_GOLDEN=1 writes it anew",
            line + 1
        );
    }
    assert_eq!(
        written.lines().count(),
        page.lines().count(),
        "docs/COVERAGE.md: UPDATE_GOLDEN=1 writes it anew"
    );
}

/// What is opaque is an exception, in each family too.
#[test]
fn little_is_opaque() {
    let tables = Tables::builtin();
    for family in ALL {
        let attributes = Reached::of(family, &tables).attributes();
        let opaque = attributes.values().filter(|&&o| o).count();
        assert!(
            opaque * 5 <= attributes.len() + 10,
            "{}: {opaque} of {} attributes are opaque",
            family.name,
            attributes.len()
        );
    }
}
