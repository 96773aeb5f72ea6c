//! Each sample beside what the command prints of it, in `tests/golden`.
//!
//! `UPDATE_GOLDEN=1 cargo test --test golden` writes the files anew; look at the difference
//! before you commit it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use common::*;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// A form of output: the ending of its files, and the arguments that it takes.
struct Form {
    ending: &'static str,
    args: &'static [&'static str],
}

const JSON: Form = Form {
    ending: "jsonl",
    args: &["--json"],
};
const TREE: Form = Form {
    ending: "tree.jsonl",
    args: &["--json=tree"],
};
const TEXT: Form = Form {
    ending: "txt",
    args: &["--text", "--time", "utc", "--color", "never"],
};
const VERBOSE: Form = Form {
    ending: "v.txt",
    args: &["-v", "--time", "utc", "--color", "never"],
};

/// The forms other than JSON: where they are looked at.
const OTHER: [(&str, &[Form]); 4] = [
    ("tiny.pcap", &[TREE, TEXT, VERBOSE]),
    ("snaplen.pcap", &[TREE, TEXT, VERBOSE]),
    ("errors.pcap", &[TEXT]),
    ("wifi.pcap.zst", &[TEXT]),
];

/// The big samples: how many messages of them are enough.
const ENOUGH: [(&str, &str); 5] = [
    ("link.pcap", "80"),
    ("sockets.pcap", "100"),
    ("monitor.pcap", "25"),
    ("route.pcap", "150"),
    ("who.pcapng", "40"),
];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden")
}

fn check(name: &str, form: &Form, wrong: &mut Vec<String>) -> String {
    let path = sample(name);
    let mut args = vec![path.as_str()];
    args.extend(form.args);
    if let Some((_, enough)) = ENOUGH.iter().find(|(n, _)| *n == name) {
        args.extend(["--limit", enough]);
    }
    let ran = run(&args);
    assert_eq!(ran.code, 0, "{name}: {}", ran.err);
    let file = format!("{name}.{}", form.ending);
    let golden = folder().join(&file);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::create_dir_all(folder()).unwrap();
        std::fs::write(&golden, &ran.out).unwrap();
        return file;
    }
    let want = std::fs::read_to_string(&golden)
        .unwrap_or_else(|e| panic!("{}: {e}: UPDATE_GOLDEN=1 writes it", golden.display()));
    if want != ran.out {
        wrong.push(difference(&file, &want, &ran.out));
    }
    file
}

/// The first line that differs.
fn difference(file: &str, want: &str, got: &str) -> String {
    let mut lines = want.lines().zip(got.lines()).enumerate();
    match lines.find(|(_, (a, b))| a != b) {
        Some((n, (a, b))) => {
            let same = a.bytes().zip(b.bytes()).take_while(|(a, b)| a == b).count();
            let from = same.saturating_sub(60);
            let part = |line: &str| {
                let bytes = line.as_bytes();
                let part = bytes.get(from..bytes.len().min(same + 120)).unwrap_or(&[]);
                String::from_utf8_lossy(part).into_owned()
            };
            format!(
                "{file}:{}: at byte {same}\n  want …{}\n  got  …{}",
                n + 1,
                part(a),
                part(b)
            )
        }
        None => format!(
            "{file}: {} lines, not {}",
            got.lines().count(),
            want.lines().count()
        ),
    }
}

#[test]
fn samples_as_expected() {
    let (mut wrong, mut files) = (Vec::new(), BTreeSet::new());
    for name in samples() {
        files.insert(check(&name, &JSON, &mut wrong));
        let other = OTHER.iter().filter(|(n, _)| *n == name);
        for form in other.flat_map(|(_, forms)| *forms) {
            files.insert(check(&name, form, &mut wrong));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    // no file is left over from a sample that is gone
    for entry in std::fs::read_dir(folder()).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        assert!(
            files.contains(&name),
            "tests/golden/{name} belongs to no sample"
        );
    }
}
