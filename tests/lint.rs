//! `nldissect lint` on a capture with each mistake planted once, and on the other samples.
//!
//! `UPDATE_GOLDEN=1 cargo test --test lint` writes `samples/lint.pcap` and the list of codes in
//! `docs/LINT.md` anew.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod common;

use common::*;
use netlink_dissector::lint::{Code, document};
use std::collections::BTreeSet;
use std::path::Path;

const CREATE: u16 = 0x400;
const NESTED: u16 = 0x8000;

/// Ids that the capture's nlctrl gives.
const ETHTOOL: u16 = 20;
const NETDEV: u16 = 21;
const WIREGUARD: u16 = 22;
const NLCTRL: u16 = 16;

/// A message; its sequence number is put in when the capture is written.
fn message(nlmsg_type: u16, flags: u16, parts: &[&[u8]]) -> Vec<u8> {
    common::message(nlmsg_type, flags, 0, &parts.concat())
}

const IFINFOMSG: [u8; 16] = [0; 16];
/// AF_INET, a prefix of 24, interface 3.
const IFADDRMSG: [u8; 8] = [2, 24, 0, 0, 3, 0, 0, 0];
const RTMSG: [u8; 12] = [2, 24, 0, 0, 254, 4, 0, 1, 0, 0, 0, 0];
const NDMSG: [u8; 12] = [2, 0, 0, 0, 3, 0, 0, 0, 2, 0, 0, 0];

fn link(parts: &[&[u8]]) -> Vec<u8> {
    message(19, REQUEST | ACK, &[&[&IFINFOMSG[..]], parts].concat())
}

fn genl(family: u16, cmd: u8, flags: u16, parts: &[&[u8]]) -> Vec<u8> {
    let header = [cmd, 1, 0, 0];
    message(family, flags, &[&[&header[..]], parts].concat())
}

/// A family that nlctrl tells of.
fn family(name: &str, id: u16) -> Vec<u8> {
    let name = attribute(2, &[name.as_bytes(), b"\0"].concat());
    let id = attribute(1, &id.to_le_bytes());
    genl(NLCTRL, 1, 0, &[&name, &id])
}

/// A frame: what is planted in it, its protocol, its bytes.
type Planted = (Option<Code>, u16, Vec<u8>);

fn planted() -> Vec<Planted> {
    let u32 = |n: u32| n.to_le_bytes();
    let header = attribute(1 | NESTED, &attribute(1, &u32(3)));
    let plant = |code, protocol, bytes| (Some(code), protocol, bytes);
    let mut wrong_length = message(18, REQUEST, &[&IFINFOMSG]);
    wrong_length[0] = 64;
    let mut again = message(18, REQUEST, &[&IFINFOMSG, &attribute(3, b"lo\0")]);
    again[12..16].copy_from_slice(&u32(77));
    let mut padded = NDMSG;
    padded[2] = 0x34;
    let mut by_index = IFINFOMSG;
    by_index[4] = 3;
    let mut bridged = IFINFOMSG;
    bridged[0] = 7;
    let nexthop = [2u8, 0, 0, 0, 0, 0, 0, 0];
    vec![
        (None, GENERIC, family("ethtool", ETHTOOL)),
        (None, GENERIC, family("netdev", NETDEV)),
        (None, GENERIC, family("wireguard", WIREGUARD)),
        plant(
            Code::RefusedAttribute,
            GENERIC,
            genl(ETHTOOL, 2, REQUEST, &[&header, &attribute(2, &[1])]),
        ),
        plant(Code::ShortAttribute, ROUTE, link(&[&attribute(4, &[0, 5])])),
        plant(
            Code::LongAttribute,
            ROUTE,
            link(&[&attribute(3, b"a-name-that-is-too-long\0")]),
        ),
        plant(
            Code::OutOfRange,
            ROUTE,
            link(&[&attribute(13, &u32(40_000))]),
        ),
        plant(
            Code::SwappedBytes,
            ROUTE,
            link(&[&attribute(13, &1000u32.to_be_bytes())]),
        ),
        plant(
            Code::BitsOutsideMask,
            NETFILTER,
            message(
                10 << 8 | 9,
                REQUEST | ACK | CREATE,
                &[
                    &[2, 0, 0, 0],
                    &attribute(1, b"filter\0"),
                    &attribute(2, b"set\0"),
                    &attribute(3, &0x8000_8000u32.to_be_bytes()),
                ],
            ),
        ),
        plant(
            Code::NotTerminated,
            GENERIC,
            genl(NLCTRL, 3, REQUEST, &[&attribute(2, b"nlctrl")]),
        ),
        plant(
            Code::FlagWithPayload,
            GENERIC,
            genl(ETHTOOL, 1, REQUEST, &[&header, &attribute(3, &[0])]),
        ),
        plant(
            Code::NestWithoutFlag,
            GENERIC,
            genl(
                ETHTOOL,
                2,
                REQUEST,
                &[&attribute(1, &attribute(1, &u32(3)))],
            ),
        ),
        plant(
            Code::FlagWithoutNest,
            ROUTE,
            message(
                104,
                REQUEST | ACK | CREATE,
                &[&nexthop, &attribute(1 | NESTED, &u32(10))],
            ),
        ),
        plant(
            Code::TrailingBytes,
            ROUTE,
            message(
                104,
                REQUEST | ACK | CREATE,
                &[&nexthop, &attribute(1, &u32(10)), &[3, 0, 5, 0]],
            ),
        ),
        plant(
            Code::MissingAttribute,
            GENERIC,
            genl(NETDEV, 1, REQUEST, &[]),
        ),
        plant(
            Code::ShortHeader,
            ROUTE,
            message(20, REQUEST | ACK, &[&IFADDRMSG[..4]]),
        ),
        plant(Code::BadLength, ROUTE, wrong_length),
        plant(
            Code::RefusedFlags,
            GENERIC,
            genl(NETDEV, 1, REQUEST | 0x100, &[&attribute(1, &u32(3))]),
        ),
        plant(
            Code::NoSuchOperation,
            GENERIC,
            genl(WIREGUARD, 0, REQUEST, &[&attribute(2, b"wg0\0")]),
        ),
        plant(
            Code::StrictGet,
            ROUTE,
            message(18, REQUEST | DUMP, &[&by_index]),
        ),
        plant(
            Code::IgnoredAttribute,
            ROUTE,
            message(
                20,
                REQUEST | ACK,
                &[
                    &IFADDRMSG,
                    &attribute(2, &[10, 0, 0, 1]),
                    &attribute(200, &u32(1)),
                ],
            ),
        ),
        plant(
            Code::UnknownAttribute,
            ROUTE,
            message(19, REQUEST | ACK, &[&bridged, &attribute(200, &u32(1))]),
        ),
        plant(Code::CutValue, ROUTE, link(&[&attribute(16, &u32(6))])),
        plant(
            Code::OddPayload,
            ROUTE,
            message(19, REQUEST | ACK, &[&bridged, &attribute(4, &[5, 0])]),
        ),
        plant(
            Code::RepeatedAttribute,
            ROUTE,
            link(&[&attribute(4, &u32(1500)), &attribute(4, &u32(9000))]),
        ),
        plant(
            Code::ByteOrderFlag,
            ROUTE,
            link(&[&attribute(4 | 0x4000, &1500u32.to_be_bytes())]),
        ),
        plant(
            Code::ReservedNotZero,
            ROUTE,
            message(
                28,
                REQUEST | ACK | CREATE,
                &[&padded, &attribute(1, &[10, 0, 0, 2])],
            ),
        ),
        plant(
            Code::HalfDump,
            ROUTE,
            message(22, REQUEST | 0x100, &[&[2, 0, 0, 0, 0, 0, 0, 0]]),
        ),
        plant(
            Code::ContradictingFlags,
            ROUTE,
            message(
                24,
                REQUEST | ACK | CREATE | 0x300,
                &[&RTMSG, &attribute(1, &[10, 0, 0, 0])],
            ),
        ),
        plant(Code::ReservedType, ROUTE, message(1, REQUEST, &[&u32(0)])),
        plant(
            Code::RestBytes,
            ROUTE,
            [message(18, REQUEST, &[&by_index]), vec![8, 0, 4, 0, 1, 2]].concat(),
        ),
        plant(
            Code::UselessFlag,
            ROUTE,
            message(18, REQUEST | MULTI, &[&by_index]),
        ),
        plant(
            Code::NoAnswer,
            ROUTE,
            message(
                24,
                REQUEST | CREATE,
                &[&RTMSG, &attribute(1, &[10, 0, 0, 0])],
            ),
        ),
        (None, ROUTE, again.clone()),
        plant(Code::SequenceReused, ROUTE, again),
        (
            None,
            ROUTE,
            link(&[&attribute(3, b"eth0\0"), &attribute(4, &u32(1500))]),
        ),
    ]
}

/// The frames as a capture of nlmon.
fn capture() -> Vec<u8> {
    let mut frames = Vec::new();
    for ((_, protocol, mut bytes), number) in planted().into_iter().zip(101u32..) {
        // the two that share a number have a port
        if bytes[12..16] == [0; 4] {
            bytes[8..12].copy_from_slice(&number.to_le_bytes());
        }
        frames.push((protocol, bytes));
    }
    pcap(&frames)
}

fn updating() -> bool {
    std::env::var_os("UPDATE_GOLDEN").is_some()
}

fn lint_sample() -> String {
    let path = sample("lint.pcap");
    if updating() {
        std::fs::write(&path, capture()).unwrap();
    }
    path
}

#[test]
fn the_sample_is_what_this_test_makes() {
    let path = lint_sample();
    let have = std::fs::read(path).unwrap_or_default();
    assert!(
        have == capture(),
        "UPDATE_GOLDEN=1 writes samples/lint.pcap anew"
    );
}

#[test]
fn each_code_is_found_where_it_is_planted_and_nowhere_else() {
    let ran = run(&["lint", "--format", "json", &lint_sample()]).quiet(1);
    let found: Vec<(u64, String)> = ran
        .json()
        .iter()
        .map(|line| {
            let code = line["code"].as_str().unwrap();
            (line["frame"].as_u64().unwrap(), code.to_owned())
        })
        .collect();
    let mut found = found;
    found.sort();
    let want: Vec<(u64, String)> = planted()
        .iter()
        .zip(1u64..)
        .filter_map(|((code, ..), frame)| Some((frame, (*code)?.word().to_owned())))
        .collect();
    assert_eq!(found, want);
    let words: BTreeSet<&str> = want.iter().map(|(_, word)| word.as_str()).collect();
    for code in Code::ALL {
        // a capture of nlmon does not tell which way such a message went; the other needs a spec
        let hidden = matches!(code, Code::NoRequestFlag | Code::UnlistedAttribute);
        assert_ne!(words.contains(code.word()), hidden, "{}", code.word());
    }
}

#[test]
fn what_is_found_has_its_place() {
    let ran = run(&["lint", "--format", "json", &lint_sample()]).quiet(1);
    let lines = ran.json();
    let of = |code: &str| lines.iter().find(|l| l["code"] == code).unwrap();
    let range = of("out-of-range");
    assert_eq!(range["path"], "IFLA_TXQLEN");
    assert_eq!(range["offset"], 32);
    assert_eq!(range["text"], "40000 is not within 0 to 32767");
    assert_eq!(range["policy"]["name"], "ifla_policy");
    assert_eq!(range["severity"], "error");
    let strict = of("strict-get");
    assert_eq!(strict["severity"], "note");
    assert!(strict["unknown"].as_str().unwrap().contains("use trace"));
    assert!(
        of("swapped-bytes")["text"]
            .as_str()
            .unwrap()
            .contains("1000")
    );
    assert_eq!(of("refused-attribute")["path"], "ETHTOOL_A_LINKINFO_PORT");
    assert!(
        of("missing-attribute")["text"]
            .as_str()
            .unwrap()
            .contains("NETDEV_A_DEV_IFINDEX")
    );
}

/// What a spec says is held against requests, and named as what it is.
#[test]
fn a_loaded_spec_is_a_policy() {
    let spec = |schema: &str| {
        let text = format!(
            "name: gauge
protocol: {schema}
attribute-sets:
  - name: main
    name-prefix: gauge-
    attributes:
      - {{ name: level, type: u8, checks: {{ max: 10 }} }}
      - {{ name: seen, type: u8 }}
operations:
  name-prefix: gauge-
  list:
    - {{ name: turn, attribute-set: main, do: {{ request: {{ attributes: [level] }} }} }}
"
        );
        Temp::new(text.as_bytes())
    };
    let turn = genl(30, 1, REQUEST, &[&attribute(1, &[11]), &attribute(2, &[1])]);
    let file = Temp::new(&pcap(&[(GENERIC, family("gauge", 30)), (GENERIC, turn)]));
    run(&["lint", file.path()]).quiet(0);
    let found = |schema: &str, code: i32| {
        let spec = spec(schema);
        let options = [
            "lint",
            "--spec",
            spec.path(),
            "--format",
            "json",
            file.path(),
        ];
        let ran = run(&options).quiet(code);
        let found = ran.json();
        let policy = &found[0]["policy"];
        assert_eq!(policy["file"], spec.path());
        assert_eq!(policy["spec"], true);
        let text = run(&["lint", "--spec", spec.path(), file.path()])
            .quiet(code)
            .out;
        let name = policy["name"].as_str().unwrap();
        let named = format!("   = policy: {name}, {} (a loaded spec)\n", spec.path());
        assert!(text.contains(&named), "{text}");
        let of = |f: &serde_json::Value| {
            let text = |key: &str| f[key].as_str().unwrap().to_owned();
            [text("path"), text("code"), text("severity")].join(" ")
        };
        found.iter().map(of).collect::<Vec<_>>()
    };
    assert_eq!(
        found("genetlink", 1),
        [
            "GAUGE_LEVEL out-of-range error",
            "GAUGE_SEEN refused-attribute error"
        ]
    );
    assert_eq!(
        found("genetlink-legacy", 0),
        [
            "GAUGE_LEVEL out-of-range warning",
            "GAUGE_SEEN unlisted-attribute note"
        ]
    );
}

/// What a tap knew makes certain what is not so else.
#[test]
fn what_a_tap_knew_is_used() {
    let frame = |bytes: &[u8], note: &str| {
        let packet = cooked(ROUTE, bytes);
        let len = packet.len() as u32;
        let mut body = Vec::new();
        for word in [0, 0, 0, len, len] {
            body.extend(word.to_le_bytes());
        }
        body.extend(packet);
        body.resize(body.len().next_multiple_of(4), 0);
        body.extend(option(1, format!("nldissect:v1 {note}").as_bytes()));
        block(6, &body)
    };
    let mut by_index = IFINFOMSG;
    by_index[4] = 3;
    let dump = message(18, REQUEST | DUMP, &[&by_index]);
    let strict = r#"{"direction":"to-kernel","socket":{"strict":true}}"#;
    let loose = r#"{"direction":"to-kernel","socket":{"strict":false}}"#;
    let mute = message(18, DUMP, &[&IFINFOMSG]);
    let bytes = [
        section_block(&[]),
        interface_block(253, 0, &[]),
        frame(&dump, strict),
        frame(&dump, loose),
        frame(&mute, r#"{"direction":"to-kernel"}"#),
    ]
    .concat();
    let file = Temp::new(&bytes);
    let ran = run(&["lint", "--format", "json", file.path()]).quiet(1);
    let lines = ran.json();
    let mut found: Vec<(u64, &str, &str)> = lines
        .iter()
        .map(|l| {
            let text = |key: &str| l[key].as_str().unwrap();
            (l["frame"].as_u64().unwrap(), text("code"), text("severity"))
        })
        .collect();
    found.sort_unstable();
    assert_eq!(
        found,
        [(1, "strict-get", "error"), (3, "no-request-flag", "error")]
    );
}

#[test]
fn deny_allow_and_fail_on() {
    let path = lint_sample();
    let all_but_notes = ["lint", "-n", "36", &path];
    run(&all_but_notes).quiet(0);
    let note = ["lint", "-n", "33", "--format", "json", &path];
    assert_eq!(run(&note).quiet(0).json()[0]["severity"], "note");
    let fail_on = ["lint", "-n", "33", "--fail-on", "note", &path];
    run(&fail_on).quiet(1);
    let deny = [
        "lint",
        "-n",
        "33",
        "--deny",
        "no-answer",
        "--format",
        "json",
        &path,
    ];
    assert_eq!(run(&deny).quiet(1).json()[0]["severity"], "error");
    let allow = [
        "lint",
        "-n",
        "33",
        "--fail-on",
        "note",
        "--allow",
        "no-answer",
        &path,
    ];
    run(&allow).quiet(0);
    run(&["lint", "--deny", "no-such", &path]).says(2, &["no-such", "--list"]);
}

#[test]
fn a_project_has_its_own_settings() {
    let path = lint_sample();
    let config = Temp::new(
        b"fail-on = \"note\"\n[[path]]\nfiles = \"*lint.pcap\"\nallow = [\"no-answer\"]\n",
    );
    let config = config.path();
    let ran = run(&[
        "lint", "--config", config, "-n", "33", "--format", "json", &path,
    ])
    .quiet(0);
    assert_eq!(ran.out, "");
    run(&["lint", "--config", config, "-n", "20", &path]).quiet(1);
    run(&["lint", "--config", "no-such.toml", &path]).says(2, &["no-such.toml"]);
}

#[test]
fn lists_its_codes() {
    let ran = run(&["lint", "--list"]).quiet(0);
    assert_eq!(ran.lines().len(), Code::ALL.len());
    let json = run(&["lint", "--list", "--json"]).quiet(0).json();
    assert_eq!(json[0]["code"], Code::ALL[0].word());
    run(&["lint"]).says(2, &["no FILE given"]);
}

#[test]
fn sarif_is_one_document() {
    let ran = run(&["lint", "--format", "sarif", &lint_sample()]).quiet(1);
    let sarif: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    let results = sarif["runs"][0]["results"].as_array().unwrap();
    // two codes need what this capture does not have
    assert!(results.len() >= Code::ALL.len() - 2);
    for result in results {
        let index = result["ruleIndex"].as_u64().unwrap() as usize;
        let rule = &sarif["runs"][0]["tool"]["driver"]["rules"][index];
        assert_eq!(rule["id"], result["ruleId"]);
        assert!(["error", "warning", "note"].contains(&result["level"].as_str().unwrap()));
    }
    // none at all is a document too
    let none = run(&["lint", "--format", "sarif", "-n", "36", &lint_sample()]).quiet(0);
    let sarif: serde_json::Value = serde_json::from_str(&none.out).unwrap();
    assert_eq!(sarif["runs"][0]["results"].as_array().unwrap().len(), 0);
}

#[test]
fn text_reads_as_a_compiler_s() {
    let ran = run(&["lint", "-n", "7", &lint_sample()]).quiet(1);
    assert!(
        ran.out
            .starts_with("error[out-of-range]: IFLA_TXQLEN: 40000 is not within 0 to 32767\n"),
        "{}",
        ran.out
    );
    for part in [
        "lint.pcap:7.0: ",
        "offset 32: 08 00 0d 00 40 9c 00 00",
        "= policy: ifla_policy",
        "= help: ",
    ] {
        assert!(ran.out.contains(part), "{part}: {}", ran.out);
    }
    assert!(
        ran.out.ends_with("1 error, 0 warnings, 0 notes\n"),
        "{}",
        ran.out
    );
}

/// What the tools of the samples send is what the kernel wants, but where it said no.
#[test]
fn an_error_is_what_the_kernel_refused() {
    for name in SAMPLES_OF_TOOLS {
        let ran = run(&["lint", "--format", "json", &sample(name)]);
        for line in ran.json() {
            if line["severity"] == "error" {
                let outcome = line["outcome"].as_str().unwrap_or("");
                assert!(
                    ["error", "unanswered", "cut"].contains(&outcome),
                    "{name}: {line}"
                );
            }
        }
    }
}

const SAMPLES_OF_TOOLS: &[&str] = &[
    "tiny.pcap",
    "big-endian.pcap",
    "link.pcap",
    "route.pcap",
    "tc.pcap",
    "errors.pcap",
    "sockets.pcap",
    "nft.pcap",
    "xfrm.pcap",
    "monitor.pcap",
    "generic.pcap.gz",
    "wifi.pcap.zst",
];

#[test]
fn the_page_has_the_codes_as_they_are() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/LINT.md");
    let page = std::fs::read_to_string(&path).unwrap();
    let (head, _) = page.split_once("## Codes\n").unwrap();
    let want = format!("{head}## Codes\n\n{}", document());
    if updating() {
        std::fs::write(&path, want).unwrap();
    } else {
        assert!(page == want, "UPDATE_GOLDEN=1 writes docs/LINT.md anew");
    }
}
