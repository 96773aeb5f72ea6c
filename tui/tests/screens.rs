//! Each view at three sizes, beside what it is to look like in `tests/screens`.
//!
//! `UPDATE_GOLDEN=1 cargo test -p netlink-tui --test screens` writes the files anew; look at the difference before you
//! commit it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use common::Browser;
use netlink_dissector::table::Tables;
use std::collections::BTreeSet;
use std::path::Path;

const SIZES: [(u16, u16); 3] = [(80, 24), (120, 40), (200, 60)];

/// A view: its name, its sample, the keys that lead there.
const VIEWS: [(&str, &str, &str); 26] = [
    ("list", "errors.pcap", ""),
    ("list-end", "route.pcap", "G"),
    ("tree", "link.pcap", "j j j l j j j j"),
    ("tree-all", "link.pcap", "j j Enter * *"),
    ("types", "tiny.pcap", "j j Tab j v"),
    ("bytes", "nft.pcap", "j j b Tab Tab j l l"),
    ("failure", "errors.pcap", "]e ]e"),
    ("failed-request", "errors.pcap", "G k k e"),
    ("exchange", "errors.pcap", "j j x"),
    ("exchange-dump", "sockets.pcap", "x j"),
    ("search", "route.pcap", "/ \"nexthop\" Enter n n"),
    ("filter", "errors.pcap", "f \"errno and IFLA_IFNAME\" Enter"),
    (
        "filter-wrong",
        "errors.pcap",
        "f \"IFLA_MTU > 1500 and dev = eth0\"",
    ),
    ("filter-offers", "errors.pcap", "f \"rtm_newl\" Tab"),
    ("filter-this", "link.pcap", "j j l j j j j j j ="),
    ("filter-out", "tiny.pcap", "!"),
    ("help", "tiny.pcap", "?"),
    ("explain", "tiny.pcap", "K"),
    ("diagnostic", "snaplen.pcap", "]d Tab"),
    ("statistics", "errors.pcap", "s"),
    (
        "statistics-filtered",
        "errors.pcap",
        "f \"errno\" Enter s BackTab j",
    ),
    ("write", "errors.pcap", "j m a w Tab"),
    ("columns", "errors.pcap", "C j j Enter j j j Enter"),
    ("marks", "errors.pcap", "j m a j j m b"),
    ("following", "sockets.pcap", "F"),
    ("big-endian", "big-endian.pcap", "j j t t t"),
];

#[test]
fn views_look_as_expected() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/screens");
    let update = std::env::var_os("UPDATE_GOLDEN").is_some();
    let tables = Tables::builtin();
    let (mut wrong, mut files) = (Vec::new(), BTreeSet::new());
    for (name, sample, keys) in VIEWS {
        let mut got = String::new();
        for size in SIZES {
            let mut browser = Browser::sample(sample, &tables, size);
            let screen = browser.keys(keys).screen();
            got.push_str(&format!("== {} x {}\n{screen}", size.0, size.1));
        }
        let file = format!("{name}.txt");
        let path = folder.join(&file);
        files.insert(file.clone());
        if update {
            std::fs::write(&path, &got).unwrap();
            continue;
        }
        let want = std::fs::read_to_string(&path)
            .unwrap_or_else(|e| panic!("{file}: {e}: UPDATE_GOLDEN=1 writes it"));
        let mut lines = want.lines().zip(got.lines()).enumerate();
        if let Some((n, (a, b))) = lines.find(|(_, (a, b))| a != b) {
            wrong.push(format!("{file}:{}:\n  want {a}\n  got  {b}", n + 1));
        } else if want.len() != got.len() {
            wrong.push(format!("{file}: not as long as it was"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    for entry in std::fs::read_dir(folder).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        assert!(files.contains(&name), "tests/screens/{name} is no view");
    }
}

#[test]
fn any_size_will_do() {
    let tables = Tables::builtin();
    let mut browser = Browser::sample("demo.pcap", &tables, (80, 24));
    for keys in [
        "",
        "]e e",
        "x",
        "Esc ?",
        "Esc b Tab Tab j",
        "f \"x\"",
        "^C ^C",
        "q /",
        "Esc K",
        "Esc s",
        "Esc C",
        "Esc w",
    ] {
        browser.keys(keys);
        for (width, height) in [(1, 1), (5, 3), (20, 6), (39, 12), (99, 24), (300, 90)] {
            browser.terminal.backend_mut().resize(width, height);
            browser.draw();
        }
    }
}
