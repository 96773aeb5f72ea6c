//! Elements of nf_tables' sets: what their bytes are, a message before told.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

mod support;

use netlink_dissector::envelope::Place;
use netlink_dissector::exchange::State;
use netlink_dissector::table::Tables;
use netlink_dissector::wire::{ByteOrder, RawMessage};
use std::sync::LazyLock;
use support::{Setup, attribute, message_with};

static TABLES: LazyLock<Tables> = LazyLock::new(Tables::builtin);

const NETFILTER: u16 = 12;
const REQUEST: u16 = 1;
const MULTI: u16 = 2;
const BATCH_BEGIN: u16 = 16;
const NEWSET: u16 = 10 << 8 | 9;
const NEWSETELEM: u16 = 10 << 8 | 12;
const NFPROTO_INET: u8 = 1;

const ANONYMOUS: u8 = 1;
const INTERVAL: u8 = 4;
const MAP: u8 = 8;
const CONCAT: u8 = 0x80;

/// ipv4_addr . inet_service . ifname
const CONCATENATION: u32 = 7 << 12 | 13 << 6 | 41;

fn netfilter(kind: u16, flags: u16, attributes: &[Vec<u8>]) -> Vec<u8> {
    let mut body = vec![NFPROTO_INET, 0, 0, 0];
    body.extend(attributes.concat());
    message_with(kind, flags, 3, 0, &body)
}

fn number(kind: u16, value: u32) -> Vec<u8> {
    attribute(kind, &value.to_be_bytes())
}

struct NewSet<'s> {
    name: &'s [u8],
    id: Option<u32>,
    flags: u8,
    key: (u32, u32),
    data: Option<(u32, u32)>,
    fields: &'s [u32],
}

impl NewSet<'_> {
    fn message(&self, flags: u16) -> Vec<u8> {
        let mut all = vec![attribute(1, b"t\0"), attribute(2, self.name)];
        all.push(number(3, self.flags.into()));
        all.push(number(4, self.key.0));
        all.push(number(5, self.key.1));
        if let Some((types, len)) = self.data {
            all.extend([number(6, types), number(7, len)]);
        }
        if !self.fields.is_empty() {
            let field = |len: &u32| attribute(1, &number(1, *len));
            let fields: Vec<_> = self.fields.iter().flat_map(field).collect();
            all.push(attribute(9, &attribute(2, &fields)));
        }
        all.extend(self.id.map(|id| number(10, id)));
        netfilter(NEWSET, flags, &all)
    }
}

/// Elements of a set, each a list of attributes.
fn elements(name: &[u8], id: Option<u32>, flags: u16, elements: &[Vec<u8>]) -> Vec<u8> {
    let list: Vec<_> = elements.iter().flat_map(|e| attribute(1, e)).collect();
    let mut all = vec![attribute(1, b"t\0"), attribute(2, name)];
    all.extend(id.map(|id| number(4, id)));
    all.push(attribute(3, &list));
    netfilter(NEWSETELEM, flags, &all)
}

/// NFTA_SET_ELEM_KEY (1), NFTA_SET_ELEM_DATA (2) or NFTA_SET_ELEM_KEY_END (10), with a value.
fn value(kind: u16, bytes: &[u8]) -> Vec<u8> {
    attribute(kind, &attribute(1, bytes))
}

/// The elements in the last message, of which the ones before were seen.
fn shown(messages: &[Vec<u8>]) -> String {
    let (last, before) = messages.split_last().unwrap();
    let mut state = State::new(&TABLES, ByteOrder::Little);
    for bytes in before {
        let message = RawMessage::parse(bytes, 0, ByteOrder::Little).unwrap();
        state.observe(NETFILTER, &message, Place::default());
    }
    let setup = Setup {
        knowledge: Some(state.learnt()),
        ..Setup::new(&TABLES, NETFILTER)
    };
    setup.keep(last);
    let line = setup.json(last);
    let (_, rest) = line.split_once("_ELEMENTS\":").expect(&line);
    rest.trim_end_matches(['}', '\n']).to_owned()
}

fn interface(name: &str) -> Vec<u8> {
    let mut bytes = name.as_bytes().to_vec();
    bytes.resize(16, 0);
    bytes
}

fn concatenation(last: u8, port: u8) -> Vec<u8> {
    [&[10, 0, 0, last][..], &[0, port, 0, 0], &interface("lo")].concat()
}

const CONCATENATED: NewSet<'static> = NewSet {
    name: b"cat\0",
    id: None,
    flags: INTERVAL | CONCAT,
    key: (CONCATENATION, 24),
    data: None,
    fields: &[4, 2, 16],
};

#[test]
fn a_concatenation_of_ranges() {
    let range = [
        value(1, &concatenation(0, 80)),
        value(10, &concatenation(255, 90)),
    ]
    .concat();
    let list = elements(b"cat\0", None, MULTI, &[range]);
    let want = r#"{"NFTA_LIST_ELEM":[{"NFTA_SET_ELEM_KEY":{"NFTA_DATA_VALUE":["10.0.0.0",80,"lo"]},"NFTA_SET_ELEM_KEY_END":{"NFTA_DATA_VALUE":["10.0.0.255",90,"lo"]"#;
    let dumped = shown(&[CONCATENATED.message(MULTI), list.clone()]);
    assert!(dumped.starts_with(want), "{dumped}");
    let requested = shown(&[CONCATENATED.message(REQUEST), list.clone()]);
    assert_eq!(requested, dumped, "the request tells as well");
    let unknown = shown(&[list]);
    assert!(
        unknown.contains(r#"{"NFTA_DATA_VALUE":{"hex":"0a000000005000006c6f"#),
        "{unknown}"
    );
}

#[test]
fn intervals_in_network_order() {
    // a mark: of the machine's order, but not where it is compared with ranges
    let mark = |flags| NewSet {
        name: b"m\0",
        flags,
        key: (19, 4),
        fields: &[],
        ..CONCATENATED
    };
    let begins = value(1, &[0, 0, 0, 5]);
    let ends = [value(1, &[0, 0, 0, 9]), number(3, 1)].concat();
    let list = elements(b"m\0", None, MULTI, &[begins, ends]);
    assert_eq!(
        shown(&[mark(INTERVAL).message(MULTI), list.clone()]),
        r#"{"NFTA_LIST_ELEM":[{"NFTA_SET_ELEM_KEY":{"NFTA_DATA_VALUE":5}},{"NFTA_SET_ELEM_KEY":{"NFTA_DATA_VALUE":9},"NFTA_SET_ELEM_FLAGS":["NFT_SET_ELEM_INTERVAL_END"]}]"#
    );
    let host = shown(&[mark(0).message(MULTI), list]);
    assert!(host.contains(r#""NFTA_DATA_VALUE":83886080"#), "{host}");
}

#[test]
fn verdicts_and_data() {
    let verdicts = NewSet {
        name: b"v\0",
        flags: MAP,
        key: (7, 4),
        data: Some((0xffff_ff00, 16)),
        fields: &[],
        ..CONCATENATED
    };
    let jump = attribute(
        2,
        &[number(1, -3_i32 as u32), attribute(2, b"other\0")].concat(),
    );
    let element = [value(1, &[10, 1, 1, 2]), attribute(2, &jump)].concat();
    let list = elements(b"v\0", None, MULTI, &[element]);
    let line = shown(&[verdicts.message(MULTI), list]);
    let want = r#"{"NFTA_LIST_ELEM":[{"NFTA_SET_ELEM_KEY":{"NFTA_DATA_VALUE":"10.1.1.2"},"NFTA_SET_ELEM_DATA":{"NFTA_DATA_VERDICT":{"NFTA_VERDICT_CODE":"NFT_JUMP","NFTA_VERDICT_CHAIN":"other""#;
    assert!(line.starts_with(want), "{line}");

    let ports = NewSet {
        name: b"p\0",
        data: Some((7, 4)),
        key: (13, 2),
        ..verdicts
    };
    let element = [value(1, &[0, 80]), value(2, &[192, 0, 2, 80])].concat();
    let line = shown(&[
        ports.message(MULTI),
        elements(b"p\0", None, MULTI, &[element]),
    ]);
    let want = r#"{"NFTA_LIST_ELEM":[{"NFTA_SET_ELEM_KEY":{"NFTA_DATA_VALUE":80},"NFTA_SET_ELEM_DATA":{"NFTA_DATA_VALUE":"192.0.2.80""#;
    assert!(line.starts_with(want), "{line}");
}

#[test]
fn by_number_within_a_batch() {
    let begin = message_with(BATCH_BEGIN, REQUEST, 3, 0, &[0, 0, 0, 10]);
    let set = |id, types| NewSet {
        name: b"__set%d\0",
        id: Some(id),
        flags: ANONYMOUS,
        key: (types, 4),
        fields: &[],
        ..CONCATENATED
    };
    let of = |id| elements(b"__set%d\0", Some(id), REQUEST, &[value(1, &[0, 0, 0, 6])]);
    let batch = [
        begin.clone(),
        set(1, 7).message(REQUEST),
        set(2, 19).message(REQUEST),
    ];
    let after = |more: &[Vec<u8>]| shown(&[&batch[..], more].concat());
    assert!(after(&[of(1)]).contains(r#""NFTA_DATA_VALUE":"0.0.0.6""#));
    assert!(after(&[of(2)]).contains(r#""NFTA_DATA_VALUE":100663296"#));
    assert!(after(&[of(3)]).contains(r#""NFTA_DATA_VALUE":{"hex":"00000006"}"#));
    // numbers are of their batch
    assert!(after(&[begin, of(1)]).contains(r#""NFTA_DATA_VALUE":{"hex":"00000006"}"#));
}
