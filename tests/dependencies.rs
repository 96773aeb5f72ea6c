//! The list of dependencies in docs/ARCHITECTURE.md is that of the Cargo.toml files.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// The crates of the workspace, as the list calls them, and their folders.
const CRATES: [(&str, &str); 4] = [
    ("nldissect", ""),
    ("dissector", "dissector"),
    ("capture", "capture"),
    ("tui", "tui"),
];

fn read(path: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

/// Dependencies of a table and of those inside it, by who has them.
fn collect(table: &toml::Table, of: &str, into: &mut BTreeMap<String, BTreeSet<(String, bool)>>) {
    for (key, value) in table {
        let Some(inner) = value.as_table() else {
            continue;
        };
        let tests = key == "dev-dependencies";
        if !tests && key != "dependencies" && key != "build-dependencies" {
            if key == "target" || key.starts_with("cfg(") {
                collect(inner, of, into);
            }
            continue;
        }
        for (name, what) in inner {
            if what.get("path").is_none() {
                into.entry(name.clone())
                    .or_default()
                    .insert((of.to_owned(), tests));
            }
        }
    }
}

#[test]
fn each_dependency_has_its_reason() {
    let mut there = BTreeMap::new();
    for (name, folder) in CRATES {
        let path = Path::new(folder).join("Cargo.toml");
        let table: toml::Table = read(path.to_str().unwrap()).parse().unwrap();
        collect(&table, name, &mut there);
    }
    // what the program itself uses need not be named again for its tests
    for users in there.values_mut() {
        let own = users.clone();
        users.retain(|(of, tests)| !tests || !own.contains(&(of.clone(), false)));
    }
    let text = read("docs/ARCHITECTURE.md");
    let (_, list) = text.split_once("## Dependencies").unwrap();
    let mut listed = BTreeMap::new();
    for row in list.lines().filter(|line| line.starts_with("| ")).skip(1) {
        let cells: Vec<&str> = row.trim_matches('|').split('|').map(str::trim).collect();
        let [name, users, reason] = cells[..] else {
            panic!("{row}");
        };
        assert!(!reason.is_empty(), "{row}");
        let each = users
            .split(", ")
            .map(|user| match user.strip_suffix(" (tests)") {
                Some(user) => (user.to_owned(), true),
                None => (user.to_owned(), false),
            });
        let before = listed.insert(name.to_owned(), each.collect::<BTreeSet<_>>());
        assert!(before.is_none(), "{name} is listed twice");
    }
    assert_eq!(listed, there);
}
