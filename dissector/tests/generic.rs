//! Which generic netlink family an id belongs to, here and now.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

mod support;

use netlink_dissector::envelope::{FamilyFrom, Place};
use netlink_dissector::exchange::{Facts, MAX_LEARNT, State};
use netlink_dissector::table::macros::{NUL_STRING, U32};
use netlink_dissector::table::{
    Attribute, Body, Family, Kind, Layer, Message, Name, Set, Tables, Verb, When,
};
use netlink_dissector::wire::{ByteOrder, RawMessage};
use std::borrow::Cow;
use support::{Setup, attribute, message};

const GENERIC: u16 = 16;
const ID: u16 = 0x21;
const COMMAND: u8 = 200;

/// A family with one command and a set of these attributes.
fn family(tables: &mut Tables, name: &str, attributes: &[(u16, &str, Kind)]) {
    let attributes = attributes.iter().map(|(value, name, kind)| Attribute {
        name: Name::new(name),
        value: *value,
        kind: kind.clone(),
        aliases: &[],
    });
    let set = Set::new(Name::new(name), attributes.collect());
    let at = tables.new_set();
    tables.put_set(at, set);
    tables.add_family(Family {
        name: Name::new(name),
        protocol: Some(GENERIC),
        layer: Layer::Generic,
        messages: Cow::Owned(vec![Message {
            name: Name::new(&format!("{name}_CMD")),
            value: COMMAND.into(),
            verb: Verb::Get,
            when: When::Always,
            headers: Cow::Borrowed(&[]),
            body: Body::Attributes(at),
        }]),
        groups: Cow::Borrowed(&[]),
    });
}

/// Two that differ in what 703 is, and that only alpha knows 704.
fn tables() -> Tables {
    let mut tables = Tables::builtin();
    let common = |last: Kind| {
        [
            (701, "ONE", U32),
            (702, "TWO", U32),
            (703, "THREE", last),
            (705, "FIVE", U32),
        ]
    };
    let mut alpha = common(U32).to_vec();
    alpha.push((704, "FOUR", U32));
    family(&mut tables, "alpha", &alpha);
    family(&mut tables, "beta", &common(NUL_STRING));
    tables
}

fn announcement(command: u8, id: u16, name: &str) -> Vec<u8> {
    let name = [name.as_bytes(), b"\0"].concat();
    let payload = [
        vec![command, 2, 0, 0],
        attribute(1, &id.to_le_bytes()),
        attribute(2, &name),
    ];
    message(16, 0, &payload.concat())
}

fn command(attributes: &[u16]) -> Vec<u8> {
    let mut payload = vec![COMMAND, 1, 0, 0];
    for number in attributes {
        payload.extend(attribute(*number, &9u32.to_le_bytes()));
    }
    message(ID, 1, &payload)
}

fn hear(state: &mut State<'_>, bytes: &[u8]) {
    let message = RawMessage::parse(bytes, 0, ByteOrder::Little).expect("a message");
    state.observe(GENERIC, &message, Place::default());
}

/// The family of an id, and where it comes from, as the envelope has them.
fn known(state: &State<'_>) -> (Option<String>, Option<FamilyFrom>) {
    let envelope = state.envelope(GENERIC, ID, &Facts::default());
    let family = state.learnt().name(ID).map(|(name, _)| name.to_string());
    assert_eq!(envelope.family.map(Name::to_string), family);
    (family, envelope.family_from)
}

fn some(name: &str, from: Option<FamilyFrom>) -> (Option<String>, Option<FamilyFrom>) {
    (Some(name.to_owned()), from)
}

#[test]
fn learnt_relearnt_and_gone() {
    let tables = tables();
    let mut state = State::new(&tables, ByteOrder::Little);
    assert_eq!(known(&state), (None, None));
    assert!(state.learnt().is_unknown(ID));
    hear(&mut state, &announcement(1, ID, "alpha"));
    assert_eq!(known(&state), some("alpha", None));
    assert!(!state.learnt().is_unknown(ID));
    // a module was unloaded, and another got its number
    hear(&mut state, &announcement(2, ID, "alpha"));
    assert_eq!(known(&state), (None, None));
    hear(&mut state, &announcement(1, ID, "beta"));
    assert_eq!(known(&state), some("beta", None));
    // without a word of the end of the first
    hear(&mut state, &announcement(1, ID, "alpha"));
    assert_eq!(known(&state), some("alpha", None));
    // a request names the family too, but the kernel has not agreed
    hear(&mut state, &announcement(3, ID, "beta"));
    assert_eq!(known(&state), some("alpha", None));
    // a name that no table has is a name all the same
    hear(&mut state, &announcement(1, ID, "gamma"));
    assert_eq!(known(&state), some("gamma", None));
}

#[test]
fn what_is_learnt_decides_how_messages_are_read() {
    let tables = tables();
    let mut state = State::new(&tables, ByteOrder::Little);
    let read = |state: &State<'_>| {
        let setup = Setup {
            knowledge: Some(state.learnt()),
            ..Setup::new(&tables, GENERIC)
        };
        setup.json(&command(&[703]))
    };
    assert!(read(&state).contains("\"nlmsg_type\":33"));
    hear(&mut state, &announcement(1, ID, "alpha"));
    let line = read(&state);
    assert!(
        line.contains("\"nlmsg_type\":\"alpha\"") && line.contains("\"THREE\":9"),
        "{line}"
    );
    hear(&mut state, &announcement(1, ID, "beta"));
    let line = read(&state);
    assert!(
        line.contains("\"nlmsg_type\":\"beta\"") && line.contains("\"THREE\":\"\\t\""),
        "{line}"
    );
}

#[test]
fn the_controller_has_its_number_for_ever() {
    let tables = tables();
    let mut state = State::new(&tables, ByteOrder::Little);
    let name = |state: &State<'_>| {
        state
            .learnt()
            .name(16)
            .map(|(n, from)| (n.to_string(), from))
    };
    assert_eq!(name(&state), Some(("nlctrl".into(), None)));
    assert!(!state.learnt().is_unknown(16));
    hear(&mut state, &announcement(2, 16, "nlctrl"));
    assert_eq!(name(&state), Some(("nlctrl".into(), None)));
}

#[test]
fn given_by_the_user_or_told_later() {
    let tables = tables();
    let mut state = State::new(&tables, ByteOrder::Little);
    state.foresee(ID, "beta");
    state.foresee(ID, "alpha");
    assert_eq!(
        known(&state),
        some("beta", Some(FamilyFrom::Later)),
        "the next one counts"
    );
    state.give(ID, "alpha");
    assert_eq!(known(&state), some("alpha", Some(FamilyFrom::Option)));
    hear(&mut state, &announcement(1, ID, "beta"));
    assert_eq!(
        known(&state),
        some("beta", None),
        "a message in time knows best"
    );
}

#[test]
fn guessed_where_one_is_left_and_enough_fits() {
    let tables = tables();
    let mut state = State::new(&tables, ByteOrder::Little);
    // both fit
    hear(&mut state, &command(&[701, 702, 701 + 4]));
    assert_eq!(known(&state), (None, None));
    assert!(state.learnt().is_unknown(ID));
    // only alpha knows 704
    hear(&mut state, &command(&[704]));
    assert_eq!(known(&state), some("alpha", Some(FamilyFrom::Guess)));
    assert!(state.learnt().is_unknown(ID), "a guess is no knowledge");
    // and neither knows this
    hear(&mut state, &command(&[799]));
    assert_eq!(known(&state), (None, None));
    // a message that tells ends all guessing
    hear(&mut state, &announcement(1, ID, "beta"));
    assert_eq!(known(&state), some("beta", None));
}

#[test]
fn not_guessed_from_too_little() {
    let tables = tables();
    let mut state = State::new(&tables, ByteOrder::Little);
    hear(&mut state, &command(&[704]));
    assert_eq!(known(&state), (None, None), "one attribute may be chance");
    hear(&mut state, &command(&[701]));
    assert_eq!(known(&state), (None, None));
    hear(&mut state, &command(&[702]));
    assert_eq!(known(&state), some("alpha", Some(FamilyFrom::Guess)));
}

#[test]
fn guessed_by_values_that_do_not_fit() {
    let tables = tables();
    let mut state = State::new(&tables, ByteOrder::Little);
    // alpha's 703 has four bytes, beta's is a string
    let mut payload = vec![COMMAND, 1, 0, 0];
    payload.extend(attribute(701, &[0; 4]));
    payload.extend(attribute(702, &[0; 4]));
    payload.extend(attribute(703, b"a\0"));
    hear(&mut state, &message(ID, 1, &payload));
    assert_eq!(known(&state), some("beta", Some(FamilyFrom::Guess)));
}

#[test]
fn ids_are_kept_apart() {
    let tables = tables();
    let mut state = State::new(&tables, ByteOrder::Little);
    hear(&mut state, &announcement(1, ID + 1, "beta"));
    assert_eq!(known(&state), (None, None));
    // another source knows nothing of it
    let other = State::new(&tables, ByteOrder::Little);
    assert!(state.learnt().name(ID + 1).is_some() && other.learnt().name(ID + 1).is_none());
    assert!(MAX_LEARNT >= usize::from(u16::MAX), "each id has its place");
}

#[test]
fn announcements_in_the_other_byte_order() {
    let tables = tables();
    let mut state = State::new(&tables, ByteOrder::Big);
    let mut bytes = 36u32.to_be_bytes().to_vec();
    bytes.extend([0, 16, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 0, 0]);
    bytes.extend([0, 6, 0, 1, 0, ID as u8, 0, 0]);
    bytes.extend([0, 8, 0, 2, b'a', b'l', b'p', 0]);
    let message = RawMessage::parse(&bytes, 0, ByteOrder::Big).expect("a message");
    state.observe(GENERIC, &message, Place::default());
    assert_eq!(known(&state), some("alp", None));
}
