//! Error numbers that a family has beside those of errno.

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
const CAPPED: u16 = 0x100;
const CREATE: u16 = 6 << 8 | 2;
const LIST: u16 = 6 << 8 | 7;
const ADD: u16 = 6 << 8 | 9;
const SETNAME: u16 = 2;
const TYPENAME: u16 = 3;

fn of_ipset(kind: u16, flags: u16, strings: &[(u16, &[u8])]) -> Vec<u8> {
    let mut body = vec![2, 0, 0, 0];
    for (number, text) in strings {
        body.extend(attribute(*number, text));
    }
    message_with(kind, flags, 7, 0, &body)
}

fn refused(flags: u16, error: i32, request: &[u8]) -> Vec<u8> {
    let body = [&error.to_le_bytes()[..], request].concat();
    message_with(2, flags, 7, 612, &body)
}

/// The name of the error in the last of these messages, the first of which are learnt from.
fn errno(learnt: &[Vec<u8>], request: Option<&[u8]>, answer: &[u8]) -> Option<String> {
    let mut state = State::new(&TABLES, ByteOrder::Little);
    for bytes in learnt {
        let message = RawMessage::parse(bytes, 0, ByteOrder::Little).unwrap();
        state.observe(NETFILTER, &message, Place::default());
    }
    let setup = Setup {
        knowledge: Some(state.learnt()),
        request,
        ..Setup::new(&TABLES, NETFILTER)
    };
    setup.keep(answer).derived("errno").map(str::to_owned)
}

fn alone(error: i32, request: &[u8]) -> Option<String> {
    errno(&[], None, &refused(0, error, request))
}

#[test]
fn ipset_has_numbers_of_its_own() {
    let add = of_ipset(ADD, REQUEST, &[(SETNAME, b"s\0")]);
    for (error, name) in [
        (-4096, Some("IPSET_ERR_PRIVATE")),
        (-4103, Some("IPSET_ERR_EXIST")),
        (-4115, Some("IPSET_ERR_BITMASK_NETMASK_EXCL")),
        (-4116, None),
        (-17, Some("EEXIST")),
        (4103, None),
        (0, None),
    ] {
        assert_eq!(alone(error, &add).as_deref(), name, "{error}");
    }
    let rule = of_ipset(10 << 8 | 6, REQUEST, &[]);
    assert_eq!(alone(-4103, &rule), None, "not of nf_tables");
}

#[test]
fn from_4352_on_by_the_type_of_the_set() {
    let create = |kind: &[u8]| of_ipset(CREATE, REQUEST, &[(SETNAME, b"s\0"), (TYPENAME, kind)]);
    for (kind, error, name) in [
        (&b"bitmap:ip,mac\0"[..], -4352, "IPSET_ERR_BITMAP_RANGE"),
        (b"bitmap:port\0", -4353, "IPSET_ERR_BITMAP_RANGE_SIZE"),
        (b"hash:net,port\0", -4352, "IPSET_ERR_HASH_FULL"),
        (b"hash:ip\0", -4357, "IPSET_ERR_HASH_RANGE"),
        (b"list:set\0", -4352, "IPSET_ERR_NAME"),
        (b"list:set\0", -4357, "IPSET_ERR_REF_EXIST"),
    ] {
        assert_eq!(alone(error, &create(kind)).as_deref(), Some(name));
    }
    assert_eq!(alone(-4352, &create(b"tree:ip\0")), None);
    assert_eq!(alone(-4358, &create(b"hash:ip\0")), None);
}

#[test]
fn by_the_type_that_was_seen_before() {
    let add = of_ipset(ADD, REQUEST, &[(SETNAME, b"s\0")]);
    let list = of_ipset(LIST, 0, &[(SETNAME, b"s\0"), (TYPENAME, b"bitmap:port\0")]);
    let answer = refused(0, -4352, &add);
    assert_eq!(errno(&[], None, &answer), None, "nothing tells");
    let named = errno(std::slice::from_ref(&list), None, &answer);
    assert_eq!(named.as_deref(), Some("IPSET_ERR_BITMAP_RANGE"));
    // an answer that has but the request's header
    let capped = refused(CAPPED, -4352, &add[..16]);
    assert_eq!(errno(std::slice::from_ref(&list), None, &capped), None);
    let named = errno(&[list], Some(&add), &capped);
    assert_eq!(named.as_deref(), Some("IPSET_ERR_BITMAP_RANGE"));
}
