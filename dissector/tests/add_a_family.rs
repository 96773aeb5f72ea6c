//! docs/ADD_A_FAMILY.md, followed to the letter: the file that stands there and its lines in
//! `families/mod.rs`, in a copy of this crate, decode a message.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]
#![allow(missing_docs)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Decodes one message of the new family, given as bytes in its arguments.
const PROGRAM: &str = r#"//! Decodes one message.
use netlink_dissector::context::{Context, Knowledge};
use netlink_dissector::families::ALL;
use netlink_dissector::envelope::Envelope;
use netlink_dissector::sink::json::Json;
use netlink_dissector::table::{Family, Tables};
use netlink_dissector::walk::walk;
use netlink_dissector::wire::{ByteOrder, RawMessage};

struct Example;

impl Knowledge for Example {
    fn generic(&self, _: u16) -> Option<&Family> {
        ALL.iter().find(|f| f.name.as_str() == "example").copied()
    }
}

fn main() {
    let bytes: Vec<u8> = std::env::args().skip(1).map(|b| b.parse().unwrap()).collect();
    let tables = Tables::builtin();
    let mut context = Context::new(&tables, 16);
    context.knowledge = &Example;
    let message = RawMessage::parse(&bytes, 0, ByteOrder::Little).unwrap();
    let (mut json, envelope) = (Json::new(), Envelope::default());
    json.begin(&envelope);
    walk(&message, None, &context, &mut json);
    json.end(&envelope);
    println!("{}", String::from_utf8_lossy(json.buffer()));
}
"#;

/// Writes a file where it is not there in this form: cargo then builds nothing anew.
fn write(path: &Path, text: &str) {
    if fs::read_to_string(path).ok().as_deref() != Some(text) {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
}

/// Copies a folder, but for a file that changes afterwards.
fn copy(from: &Path, to: &Path, but: &Path) {
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let to = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &to, but);
        } else if path != but {
            write(&to, &fs::read_to_string(&path).unwrap());
        }
    }
}

/// A copy of this crate with the family of the page, as a workspace of its own.
fn crate_with_example(root: &Path) -> PathBuf {
    let page = fs::read_to_string(root.join("docs/ADD_A_FAMILY.md")).unwrap();
    let (_, code) = page.split_once("```rust\n").expect("the page has the file");
    let (code, _) = code.split_once("```").unwrap();

    let to = Path::new(env!("CARGO_TARGET_TMPDIR")).join("add-a-family");
    let manifest = fs::read_to_string(root.join("Cargo.toml")).unwrap();
    let (workspace, _) = manifest.split_once("[package]").unwrap();
    let (before, members) = workspace.split_once("members = [").unwrap();
    let (_, after) = members.split_once(']').unwrap();
    let workspace = format!("{before}members = [\"dissector\"]{after}");
    write(&to.join("Cargo.toml"), &workspace);
    if !to.join("Cargo.lock").exists() {
        fs::copy(root.join("Cargo.lock"), to.join("Cargo.lock")).unwrap();
    }
    let here = root.join("dissector");
    let manifest = fs::read_to_string(here.join("Cargo.toml")).unwrap();
    write(&to.join("dissector/Cargo.toml"), &manifest);
    write(&to.join("dissector/examples/decode.rs"), PROGRAM);

    let (source, families) = (to.join("dissector/src"), here.join("src/families"));
    copy(&here.join("src"), &source, &families.join("mod.rs"));
    let list = fs::read_to_string(families.join("mod.rs")).unwrap();
    let (head, tail) = list.split_once("pub mod ").unwrap();
    let list = format!("{head}pub mod example;\npub mod {tail}");
    let start = "pub static ALL: &[&Family] = &[\n";
    assert!(list.contains(start));
    let list = list.replace(start, &format!("{start}    &example::FAMILY,\n"));
    write(&source.join("families/mod.rs"), &list);
    write(&source.join("families/example.rs"), code);
    to
}

fn attribute(nla_type: u16, payload: &[u8]) -> Vec<u8> {
    let mut out = (4 + payload.len() as u16).to_le_bytes().to_vec();
    out.extend(nla_type.to_le_bytes());
    out.extend(payload);
    out.resize(out.len().next_multiple_of(4), 0);
    out
}

#[test]
fn the_page_is_right() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let to = crate_with_example(root);

    let peer = [
        attribute(1, &2u16.to_le_bytes()),
        attribute(2, &[192, 0, 2, 1]),
        attribute(3, &[0x01, 0xbb]),
    ]
    .concat();
    let mut stats = Vec::new();
    stats.extend(7u64.to_le_bytes());
    stats.extend(250u32.to_le_bytes());
    stats.extend([0; 2]);
    stats.extend(b"first\0\0\0\0\0\0\0\0\0\0\0");
    stats.extend([1, 2, 3, 4]);
    let body = [
        vec![2, 1, 0, 0],
        attribute(1, &3u32.to_le_bytes()),
        attribute(2, &[1]),
        attribute(4, &peer),
        attribute(3, b"fast\0"),
        attribute(5, &stats),
        attribute(6, &attribute(1, &peer)),
        attribute(7, &peer),
        attribute(7, &[]),
        attribute(9, &5u32.to_le_bytes()),
    ]
    .concat();
    let mut message = (16 + body.len() as u32).to_le_bytes().to_vec();
    message.extend([40, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0]);
    message.extend(body);

    let out = Command::new(env!("CARGO"))
        .args(["run", "--offline", "--quiet", "--example", "decode", "--"])
        .args(message.iter().map(u8::to_string))
        .current_dir(&to)
        .env("CARGO_TARGET_DIR", to.join("target"))
        .env("CARGO_PROFILE_DEV_DEBUG", "false")
        .output()
        .unwrap();
    let err = String::from_utf8_lossy(&out.stderr);
    assert!(out.status.success(), "{err}");
    assert!(!err.contains("families/example.rs"), "{err}");
    let json = String::from_utf8(out.stdout).unwrap();
    let peer = r#"{"EXAMPLE_PEER_FAMILY":"AF_INET","EXAMPLE_PEER_ADDR":"192.0.2.1","EXAMPLE_PEER_PORT":443}"#;
    for part in [
        r#""nlmsg_type":"example""#,
        r#""genlmsghdr":{"cmd":"EXAMPLE_CMD_NEW","version":1}"#,
        r#""EXAMPLE_ATTR_IFINDEX":3,"EXAMPLE_ATTR_MODE":"EXAMPLE_MODE_ON""#,
        &format!(r#""EXAMPLE_ATTR_DATA":{peer},"EXAMPLE_ATTR_KIND":"fast""#),
        r#""EXAMPLE_ATTR_STATS":{"packets":7,"limit":250,"name":"first","hops":[1,2,3,4]}"#,
        &format!(r#""EXAMPLE_ATTR_PEERS":[{peer}]"#),
        &format!(r#""EXAMPLE_ATTR_PEER":[{peer},{{}}]"#),
        r#""EXAMPLE_ATTR_FLAGS":["EXAMPLE_F_FAST",4]"#,
    ] {
        assert!(json.contains(part), "{part} is not in {json}");
    }
    assert!(!json.contains("diagnostics"), "{json}");
}
