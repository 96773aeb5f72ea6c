use super::rule::{BOOK, MAX_PARTS};
use super::rules::{BEGINNINGS, PHRASES, RULES, WORDS};
use super::*;
use crate::special::testing::{attribute, message};
use crate::table::{Name, Tables};
use crate::wire::{ByteOrder, RawMessage};
use proptest::prelude::*;
use std::collections::BTreeSet;

/// What no table names: special decoders say it.
const OF_CODE: [&str; 7] = [
    "action",
    "devpath",
    "rest",
    "rtnh_flags",
    "rtnh_hops",
    "rtnh_ifindex",
    "rtnh_len",
];

#[test]
fn rules_name_what_is_there() {
    let mut dump = Vec::new();
    crate::dump::json(&Tables::builtin(), None, &mut dump);
    let dump = String::from_utf8(dump).unwrap();
    let known =
        |name: &str| OF_CODE.contains(&name) || dump.contains(&format!("\"name\":\"{name}\""));
    let mut unknown = Vec::new();
    for rule in RULES.iter().flat_map(|some| some.iter()) {
        assert!(rule.parts.len() <= MAX_PARTS, "{}", rule.title);
        for (message, _) in rule.messages {
            if *message != "uevent" && !known(message) {
                unknown.push(*message);
            }
        }
        for path in rule.parts.iter().flat_map(|part| part.from.split('|')) {
            unknown.extend(path.split('.').filter(|name| !known(name)));
        }
    }
    unknown.extend(
        WORDS
            .iter()
            .map(|(name, _)| *name)
            .filter(|name| !known(name)),
    );
    assert!(unknown.is_empty(), "{unknown:?}");
}

#[test]
fn names_differ_in_their_ids() {
    let mut dump = Vec::new();
    crate::dump::json(&Tables::builtin(), None, &mut dump);
    let dump = String::from_utf8(dump).unwrap();
    let known = dump.split("\"name\":\"").skip(1);
    let mut names: BTreeSet<&str> = known.filter_map(|rest| rest.split('"').next()).collect();
    assert!(names.len() > 10_000, "{}", names.len());
    names.extend(WORDS.iter().map(|(name, _)| *name));
    for rule in RULES.iter().flat_map(|some| some.iter()) {
        names.extend(rule.messages.iter().map(|(name, _)| *name));
        let paths = rule.parts.iter().flat_map(|part| part.from.split('|'));
        names.extend(paths.flat_map(|path| path.split('.')));
    }
    let ids: BTreeSet<u64> = names.iter().map(|name| Name::id_of(name)).collect();
    assert_eq!(ids.len(), names.len());
}

#[test]
fn tables_are_sorted_and_names_stand_once() {
    assert!(WORDS.is_sorted_by(|(a, _), (b, _)| a < b));
    assert!(PHRASES.is_sorted_by(|(a, ..), (b, ..)| a < b));
    assert!(BEGINNINGS.is_sorted_by(|(a, ..), (b, ..)| a < b));
    let rules = RULES.iter().flat_map(|some| some.iter());
    let mut names: Vec<&str> = rules
        .flat_map(|r| r.messages)
        .map(|(name, _)| *name)
        .collect();
    names.sort_unstable();
    let count = names.len();
    names.dedup();
    assert_eq!(names.len(), count);
    assert!(BOOK.rules.iter().all(|ready| ready.outers.len() <= 16));
}

/// The line of a message of a protocol, with flags.
fn line(protocol: u16, nlmsg_type: u16, flags: u16, body: &[u8]) -> String {
    let mut bytes = message(nlmsg_type, body);
    bytes[6..8].copy_from_slice(&flags.to_le_bytes());
    of_bytes(protocol, &bytes)
}

fn of_bytes(protocol: u16, bytes: &[u8]) -> String {
    let tables = Tables::builtin();
    let ctx = Context::new(&tables, protocol);
    let mut out = String::new();
    if let Some(message) = RawMessage::parse(bytes, 0, ByteOrder::Little) {
        summarize(&message, &ctx, &mut out);
    }
    out
}

const REQUEST: u16 = 1;
const RTM_NEWLINK: u16 = 16;

fn link(attributes: &[&[u8]]) -> Vec<u8> {
    let mut body = vec![0; 16];
    attributes.iter().for_each(|a| body.extend_from_slice(a));
    body
}

#[test]
fn verbs_follow_flags() {
    let body = link(&[&attribute(3, b"eth0\0")]);
    for (flags, want) in [
        (REQUEST | 0x600, "link add eth0"),
        (REQUEST | 0x500, "link replace eth0"),
        (REQUEST | 0x100, "link change eth0"),
        (REQUEST | 0xc00, "link append eth0"),
        (REQUEST, "link set eth0"),
        (0, "link eth0 down"),
    ] {
        assert_eq!(line(0, RTM_NEWLINK, flags, &body), want);
    }
    assert_eq!(line(0, 17, REQUEST, &body), "link del eth0");
    assert_eq!(line(0, 17, 0, &body), "link deleted eth0 down");
    assert_eq!(line(0, 18, REQUEST | 0x300, &[0]), "link dump");
    assert_eq!(line(0, 18, REQUEST, &body), "link get eth0");
}

#[test]
fn text_comes_out_escaped_and_bounded() {
    let name = attribute(3, b"a\x1b[31m b\0");
    let want = r#"link set "a\u{1b}[31m b""#;
    assert_eq!(line(0, RTM_NEWLINK, REQUEST, &link(&[&name])), want);
    let long = attribute(20, &[b'x'; 200]);
    let got = line(0, RTM_NEWLINK, REQUEST, &link(&[&long]));
    assert!(got.len() < 100 && got.ends_with("\"…"), "{got}");
}

#[test]
fn keys_never_come_out() {
    let key = [0x77; 32];
    let mut body = vec![1, 1, 0, 0];
    body.extend(attribute(2, b"wg0\0"));
    body.extend(attribute(3, &key));
    let tables = Tables::builtin();
    let mut state = crate::exchange::State::new(&tables, ByteOrder::Little);
    state.give(40, "wireguard");
    let mut ctx = Context::new(&tables, 16);
    ctx.knowledge = state.learnt();
    let bytes = message(40, &body);
    let message = RawMessage::parse(&bytes, 0, ByteOrder::Little).unwrap();
    let mut out = String::new();
    ctx.direction = Some(Direction::ToKernel);
    summarize(&message, &ctx, &mut out);
    assert_eq!(out, "wg set wg0 private-key <key, 32 bytes>");
}

#[test]
fn errors_name_the_request() {
    let request = {
        let mut bytes = message(RTM_NEWLINK, &link(&[&attribute(3, b"dummy0\0")]));
        bytes[6..8].copy_from_slice(&(REQUEST | 0x600).to_le_bytes());
        bytes
    };
    let error = |number: i32, echoed: &[u8]| [&number.to_le_bytes(), echoed].concat();
    let whole = error(-17, &request);
    assert_eq!(line(0, 2, 0, &whole), "error EEXIST: link add dummy0");
    let header = error(0, &request[..16]);
    assert_eq!(line(0, 2, 0x100, &header), "ack of link add");
    assert_eq!(line(0, 3, 2, &[0; 4]), "done");
    assert_eq!(line(0, 3, 2, &(-4i32).to_le_bytes()), "done EINTR");

    // the rest of the request from the context, or from the caller
    let tables = Tables::builtin();
    let mut ctx = Context::new(&tables, 0);
    ctx.request = RawMessage::parse(&request, 0, ByteOrder::Little);
    let bytes = message(2, &header);
    let ack = RawMessage::parse(&bytes, 0, ByteOrder::Little).unwrap();
    let mut summary = Summary::new();
    assert_eq!(summary.message(&ack, &ctx), "ack of link add dummy0");
    summary.begin(None);
    walk(&ack, None, &Context::new(&tables, 0), &mut summary);
    summary.answers("link add dummy0 type dummy");
    assert_eq!(summary.end(), "ack of link add dummy0 type dummy");
}

#[test]
fn a_message_without_a_rule_tells_its_names() {
    // XFRM_MSG_NEWSADINFO, a type that nobody defines, a protocol that nobody knows
    let body = [&[0; 4][..], &attribute(1, &5u32.to_le_bytes())].concat();
    assert_eq!(line(6, 34, 0, &body), "xfrm new sadinfo cnt 5");
    assert_eq!(line(0, 0x3ff, 0, &[1, 2]), "type 1023 payload 0x0102");
    assert_eq!(line(99, 40, 0, &[]), "type 40");
}

#[test]
fn long_lists_are_cut() {
    let ssids: Vec<u8> = (0..100).flat_map(|i| attribute(i, b"x")).collect();
    let many = [link(&[]), attribute(52, &ssids)].concat();
    let got = line(0, 108, REQUEST | 0x600, &many);
    assert!(got.len() < 400 && got.ends_with('…'), "{got}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    /// Any bytes of any protocol: a line of bounded length without control characters.
    #[test]
    fn any_bytes_have_a_line(
        protocol in 0u16..24,
        nlmsg_type in prop_oneof![0u16..130, any::<u16>()],
        flags in any::<u16>(),
        body in proptest::collection::vec(prop_oneof![0u8..12, any::<u8>()], 0..300),
    ) {
        let got = line(protocol, nlmsg_type, flags, &body);
        prop_assert!(!got.chars().any(char::is_control), "{got:?}");
        prop_assert!(got.len() < 8192, "{}", got.len());
    }

    /// Messages with attributes cut anywhere.
    #[test]
    fn short_messages_have_a_line(
        nlmsg_type in 16u16..122,
        attributes in proptest::collection::vec((0u16..70, proptest::collection::vec(any::<u8>(), 0..24)), 0..8),
        cut in 0usize..400,
    ) {
        let mut body = vec![1; 16];
        for (kind, payload) in &attributes {
            body.extend(attribute(*kind, payload));
        }
        let mut bytes = message(nlmsg_type, &body);
        bytes.truncate(cut.max(16));
        let got = of_bytes(0, &bytes);
        prop_assert!(!got.chars().any(char::is_control), "{got:?}");
    }
}
