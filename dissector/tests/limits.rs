//! Whatever the bytes: bounded depth, bounded memory, linear time. What is linear ends at once
//! here; what is quadratic takes minutes.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

mod support;

use netlink_dissector::context::{Context, Knowledge};
use netlink_dissector::diagnostic::{Code, Diagnostic};
use netlink_dissector::envelope::Place;
use netlink_dissector::exchange::{MAX_LEARNT, State};
use netlink_dissector::filter::Filter;
use netlink_dissector::nft_sets::SetRef;
use netlink_dissector::sink::arena::{Arena, MAX_NODES};
use netlink_dissector::sink::{Class, Flow, Sink, Value};
use netlink_dissector::table::macros::{BYTES, STRING, U32, attribute as by};
use netlink_dissector::table::{
    Attribute, Body, Case, Family, Format, Kind, Layer, Match, Message, Name, Ref, Select, Set,
    Tables, Verb, When,
};
use netlink_dissector::walk::{MAX_DEPTH, MAX_DIAGNOSTICS, Node, walk};
use netlink_dissector::wire::{ByteOrder, Messages, RawMessage};
use proptest::prelude::*;
use std::borrow::Cow;
use support::{Keeper, Setup, attribute, check_ownership, message, message_with};

const PROTOCOL: u16 = 31;
const KIND: u16 = 2;
const KIND_TOO: u16 = 3;
const REPEATS: u16 = 4;
const BY_KIND: u16 = 5;
const BY_KIND_TOO: u16 = 6;
const ARRAY: u16 = 7;
const MAP: u16 = 8;

/// A set that nests itself, with one of each kind that could be expensive.
fn tables() -> Tables {
    let mut tables = Tables::builtin();
    let set = tables.new_set();
    let nest = Kind::new(Format::Nest(set));
    let select = |name: &'static str| {
        let case = Case {
            when: Match::Text("number".into()),
            kind: U32,
        };
        Kind::new(Format::Select(Ref::new(Select {
            by: by(name),
            cases: Cow::Owned(vec![case]),
            otherwise: Some(BYTES),
        })))
    };
    let attributes = [
        (1, "NEST", nest.clone()),
        (KIND, "KIND", STRING),
        (KIND_TOO, "KIND_TOO", STRING),
        (REPEATS, "REPEATS", U32.multi()),
        (BY_KIND, "BY_KIND", select("KIND").multi()),
        (BY_KIND_TOO, "BY_KIND_TOO", select("KIND_TOO").multi()),
        (ARRAY, "ARRAY", Kind::new(Format::Array(Ref::new(U32)))),
        (MAP, "MAP", Kind::new(Format::Map(None, Ref::new(U32)))),
        (10, "NUMBER", U32),
    ];
    let attributes = attributes.map(|(value, name, kind)| Attribute {
        name: Name::new(name),
        value,
        kind,
        aliases: &[],
    });
    tables.put_set(set, Set::new(Name::new("SET"), attributes.to_vec()));
    tables.add_family(Family {
        name: Name::new("limits"),
        protocol: Some(PROTOCOL),
        layer: Layer::Protocol,
        messages: Cow::Owned(vec![Message {
            name: Name::new("LIMITS"),
            value: 77,
            verb: Verb::Other,
            when: When::Always,
            headers: Cow::Borrowed(&[]),
            body: Body::Attributes(set),
        }]),
        groups: Cow::Borrowed(&[]),
    });
    tables
}

/// Counts events.
#[derive(Default)]
struct Counter {
    leaves: usize,
    depth: usize,
    deepest: usize,
    diagnostics: Vec<Diagnostic>,
    groups: bool,
}

impl Sink for Counter {
    fn enter(&mut self, _: &Node<'_>, _: Class) -> Flow {
        self.depth += 1;
        self.deepest = self.deepest.max(self.depth);
        Flow::Continue
    }

    fn leave(&mut self) {
        self.depth -= 1;
    }

    fn leaf(&mut self, _: &Node<'_>, _: &Value<'_>) -> Flow {
        self.leaves += 1;
        Flow::Continue
    }

    fn diagnostic(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    fn groups(&self) -> bool {
        self.groups
    }

    fn as_dyn(&mut self) -> &mut dyn Sink {
        self
    }
}

/// Leaves of nlmsghdr.
const HEADER: usize = 5;

fn count(tables: &Tables, bytes: &[u8], groups: bool) -> Counter {
    let ctx = Context::new(tables, PROTOCOL);
    let message = RawMessage::parse(bytes, 0, ByteOrder::Little).expect("a message");
    let mut counter = Counter {
        groups,
        ..Counter::default()
    };
    walk(&message, None, &ctx, &mut counter);
    assert_eq!(counter.depth, 0, "each enter has its leave");
    counter
}

#[test]
fn nests_a_thousand_deep() {
    let tables = tables();
    for depth in [10, usize::from(MAX_DEPTH) - 5, 1000, 16_000] {
        let mut bytes = attribute(10, &[1, 0, 0, 0]);
        for _ in 0..depth {
            bytes = attribute(1, &bytes);
        }
        let bytes = message(77, 0, &bytes);
        let counter = count(&tables, &bytes, false);
        assert!(
            counter.deepest <= usize::from(MAX_DEPTH),
            "{}",
            counter.deepest
        );
        let codes: Vec<_> = counter.diagnostics.iter().map(|d| d.code.word()).collect();
        let too_deep = depth > usize::from(MAX_DEPTH);
        assert_eq!(
            codes,
            if too_deep {
                vec!["nesting-too-deep"]
            } else {
                vec![]
            }
        );
        assert_eq!(
            counter.leaves,
            HEADER + 1,
            "the number, or what is too deep"
        );
        let keeper = Setup::new(&tables, PROTOCOL).keep(&bytes);
        check_ownership((0, bytes.len()), bytes.len(), &keeper);
        let line = Setup::new(&tables, PROTOCOL).json(&bytes);
        let open = line.matches('{').count();
        assert!(open <= usize::from(MAX_DEPTH) + 6, "{open} braces");
    }
}

/// Many attributes of types that `number` gives.
fn many(n: usize, number: impl Fn(usize) -> u16) -> Vec<u8> {
    let mut payload = Vec::with_capacity(8 * n);
    for i in 0..n {
        payload.extend(attribute(number(i), &(i as u32).to_le_bytes()));
    }
    message(77, 0, &payload)
}

#[test]
fn a_hundred_thousand_attributes() {
    const N: usize = 100_000;
    let tables = tables();
    let known = many(N, |_| 10);
    let unknown = many(N, |_| 99);
    let multi = many(N, |_| REPEATS);
    let distinct = many(N, |i| 100 + (i % 16_000) as u16);
    let pairs = many(N, |i| 100 + (i / 2 % 16_000) as u16);
    let selected = many(N, |_| BY_KIND);
    let alternating = many(N, |i| if i % 2 == 0 { BY_KIND } else { BY_KIND_TOO });
    for (what, bytes) in [
        ("known", &known),
        ("unknown", &unknown),
        ("multi", &multi),
        ("distinct", &distinct),
        ("pairs", &pairs),
        ("selected", &selected),
        ("alternating", &alternating),
    ] {
        for groups in [false, true] {
            let counter = count(&tables, bytes, groups);
            assert_eq!(counter.leaves, HEADER + N, "{what}: each attribute once");
        }
    }
    // inside of nests there is less room
    for (what, outer) in [("array", ARRAY), ("map", MAP), ("nest", 1)] {
        let payload: Vec<u8> = (0..8000u16)
            .flat_map(|i| attribute(i / 2, &[0; 4]))
            .collect();
        let counter = count(&tables, &message(77, 0, &attribute(outer, &payload)), true);
        assert!(
            counter.leaves >= HEADER + 8000 - 4,
            "{what}: {}",
            counter.leaves
        );
    }
}

#[test]
fn an_arena_keeps_no_more_than_can_be_shown() {
    let tables = tables();
    let nests = |n| attribute(1, &attribute(1, &many(n, |_| 10)[16..]));
    for (n, full) in [(1000, false), (8000, false), (MAX_NODES, true)] {
        let bytes = match full {
            false => message(77, 0, &nests(n)),
            true => message(77, 0, &nests(8000).repeat(n / 8000 + 1)),
        };
        let message = RawMessage::parse(&bytes, 0, ByteOrder::Little).expect("a message");
        let mut arena = Arena::new(true);
        walk(&message, None, &Context::new(&tables, PROTOCOL), &mut arena);
        assert_eq!(arena.is_full(), full, "{n}");
        assert!(arena.nodes.len() <= MAX_NODES);
        let told = arena.diagnostics.iter().any(|d| d.code == Code::MoreFields);
        assert_eq!(told, full, "{n}");
        // what was open at the end holds all that came
        let first = arena.nodes.iter().find(|n| n.nla_type.is_some());
        let end = first.expect("an attribute").end;
        assert!(arena.nodes.get(..end).is_some());
        let last = arena.nodes.last().expect("a node");
        let parent = arena
            .nodes
            .get(last.parent.expect("a nest"))
            .expect("a node");
        assert_eq!(parent.end, arena.nodes.len());
        arena.clear();
        assert!(!arena.is_full());
    }
}

#[test]
fn the_largest_attribute() {
    let tables = Tables::builtin();
    let mut text = vec![b'x'; 65_531];
    text[65_530] = 0;
    let mut payload = vec![0; 16];
    payload.extend(attribute(20, &text));
    payload.extend(attribute(4, &[1, 0, 0, 0]));
    let bytes = message(16, 0, &payload);
    let keeper = Setup::new(&tables, 0).keep(&bytes);
    assert_eq!(keeper.find("IFLA_IFALIAS").map(|n| n.len), Some(65_535));
    assert_eq!(keeper.value("IFLA_IFALIAS").map(str::len), Some(65_532));
    assert_eq!(keeper.value("IFLA_MTU"), Some("1"));
    assert!(keeper.codes().is_empty());
}

#[test]
fn a_hundred_diagnostics_are_enough() {
    let tables = tables();
    for (n, listed) in [(50, 49), (100, 99), (101, 100), (10_000, 100)] {
        let counter = count(&tables, &many(n, |_| 10), false);
        assert_eq!(counter.diagnostics.len(), listed, "{n}");
        let last = counter.diagnostics.last().map(|d| d.code.word());
        let more = listed == usize::from(MAX_DIAGNOSTICS);
        let word = if more {
            "more-diagnostics"
        } else {
            "repeated-attribute"
        };
        assert_eq!(last, Some(word), "{n}");
        assert_eq!(counter.leaves, HEADER + n, "values are given all the same");
    }
}

fn place(frame: u64) -> Place {
    Place {
        frame,
        ..Place::default()
    }
}

fn hear(state: &mut State<'_>, frame: u64, bytes: &[u8]) -> Option<u64> {
    let message = RawMessage::parse(bytes, 0, ByteOrder::Little).expect("a message");
    state
        .observe(0, &message, place(frame))
        .request
        .map(|p| p.frame)
}

#[test]
fn no_more_interfaces_than_memory_allows() {
    let tables = Tables::builtin();
    let mut state = State::new(&tables, ByteOrder::Little);
    let all = MAX_LEARNT as u32 + 5000;
    let link = |index: u32, name: &[u8]| {
        let mut payload = vec![0; 4];
        payload.extend(index.to_le_bytes());
        payload.extend([0; 8]);
        payload.extend(attribute(3, name));
        message(16, 0, &payload)
    };
    for index in 1..=all {
        hear(&mut state, 1, &link(index, b"eth\0"));
    }
    let known = (1..=all)
        .filter(|i| state.learnt().interface(*i).is_some())
        .count();
    assert_eq!(known, MAX_LEARNT);
    hear(&mut state, 1, &link(1, b"new\0"));
    assert_eq!(
        state.learnt().interface(1),
        Some("new"),
        "those that are known may change"
    );
}

#[test]
fn no_more_requests_than_memory_allows() {
    let tables = Tables::builtin();
    let mut state = State::new(&tables, ByteOrder::Little);
    let request = |seq| message_with(18, 1, seq, 0, &[0; 16]);
    let reply = |seq| message_with(16, 0, seq, 9, &[0; 16]);
    let all = MAX_LEARNT as u32 + 5000;
    for seq in 1..=all {
        hear(&mut state, seq.into(), &request(seq));
    }
    let open = (1..=all).filter(|seq| hear(&mut state, 0, &reply(*seq)).is_some());
    assert_eq!(open.count(), MAX_LEARNT);
    assert_eq!(
        hear(&mut state, 0, &reply(1)),
        None,
        "the oldest went first"
    );
    assert_eq!(hear(&mut state, 0, &reply(all)), Some(all.into()));
}

#[test]
fn one_sequence_number_for_all() {
    let tables = Tables::builtin();
    let mut state = State::new(&tables, ByteOrder::Little);
    for frame in 1..=200_000u32 {
        hear(
            &mut state,
            frame.into(),
            &message_with(18, 1, 7, frame, &[0; 16]),
        );
    }
    let reply = |pid| message_with(16, 0, 7, pid, &[0; 16]);
    assert_eq!(hear(&mut state, 0, &reply(200_000)), Some(200_000));
    assert_eq!(hear(&mut state, 0, &reply(1)), None);
}

/// GENL_START_ALLOC: the ids below are fixed.
const FIRST_FREE_ID: u16 = 19;

#[test]
fn ids_that_nobody_announces() {
    let tables = Tables::builtin();
    let mut state = State::new(&tables, ByteOrder::Little);
    for id in FIRST_FREE_ID..=u16::MAX {
        let bytes = message(id, 0, &[255, 1, 0, 0]);
        let message = RawMessage::parse(&bytes, 0, ByteOrder::Little).expect("a message");
        state.observe(16, &message, place(1));
        assert!(state.learnt().name(id).is_none());
    }
}

#[test]
fn no_more_sets_than_memory_allows() {
    const NFT_MSG_NEWSET: u16 = 10 << 8 | 9;
    let tables = Tables::builtin();
    let mut state = State::new(&tables, ByteOrder::Little);
    let mut hear = |protocol, frame: u32, bytes: &[u8]| {
        let message = RawMessage::parse(bytes, 0, ByteOrder::Little).expect("a message");
        state.observe(protocol, &message, place(frame.into()));
    };
    let all = MAX_LEARNT as u32 + 1000;
    for n in 0..all {
        // nft sets: table, name, type of key
        let name = format!("set{n}\0");
        let mut set = vec![2, 0, 0, 0];
        set.extend(attribute(1, b"t\0"));
        set.extend(attribute(2, name.as_bytes()));
        set.extend(attribute(4, &7_u32.to_be_bytes()));
        set.extend(attribute(5, &4_u32.to_be_bytes()));
        hear(12, n, &message(NFT_MSG_NEWSET, 0, &set));
    }
    let known = |n: &u32| {
        let name = format!("set{n}");
        let set = SetRef {
            family: 2,
            table: b"t",
            name: name.as_bytes(),
            id: None,
        };
        state.learnt().nft_set(&set).is_some()
    };
    assert_eq!((0..all).filter(known).count(), MAX_LEARNT);
}

#[test]
fn expressions_without_end() {
    let tables = Tables::builtin();
    let filter = |text: &str| {
        let made = Filter::new(text, &tables, |_| 0);
        made.map(|_| ()).map_err(|e| e.show(text).to_string())
    };
    for text in [
        "(".repeat(100_000),
        format!("{}IFLA_MTU{}", "(".repeat(100_000), ")".repeat(100_000)),
        "not ".repeat(100_000),
        format!("{}IFLA_MTU", "!".repeat(100_000)),
    ] {
        let error = filter(&text).expect_err("too deep");
        assert!(error.starts_with("more than 64 levels"), "{error:.200}");
    }
    let deep = |n: usize| format!("{}IFLA_MTU{}", "(".repeat(n), ")".repeat(n));
    assert_eq!(filter(&deep(60)), Ok(()));
    assert!(filter(&deep(65)).is_err());
    for (word, n) in [
        (" or ", 100_000),
        (" and ", 100_000),
        (" or IFLA_MTU == 7 and ", 30_000),
    ] {
        assert_eq!(filter(&vec!["IFLA_MTU"; n].join(word)), Ok(()));
    }
    let list: Vec<String> = (0..100_000).map(|n| n.to_string()).collect();
    assert_eq!(
        filter(&format!("IFLA_MTU in {{{}}}", list.join(", "))),
        Ok(())
    );
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// The messages of a frame follow one another, and end.
    #[test]
    fn messages_advance(
        mut frame in prop::collection::vec(any::<u8>(), 0..200),
        lens in prop::collection::vec(prop_oneof![0u32..40, Just(u32::MAX), Just(u32::MAX - 3), any::<u32>()], 0..12),
        protocol in prop_oneof![Just(0u16), Just(9)],
    ) {
        for (i, len) in lens.iter().enumerate() {
            if let Some(bytes) = frame.get_mut(16 * i..16 * i + 4) {
                bytes.copy_from_slice(&len.to_le_bytes());
            }
        }
        for order in [ByteOrder::Little, ByteOrder::Big] {
            let mut messages = Messages::of(protocol, &frame, order);
            let (mut end, mut n) = (0, 0);
            while let Some(message) = messages.next() {
                prop_assert!(message.offset >= end && message.data.len() >= 16);
                prop_assert!(message.offset + message.data.len() <= frame.len());
                end = message.offset + message.data.len();
                prop_assert!(messages.offset() >= end);
                n += 1;
            }
            prop_assert!(n <= frame.len() / 16);
            prop_assert!(messages.next().is_none(), "once at its end it stays there");
            prop_assert_eq!(messages.rest().len(), frame.len() - messages.offset());
        }
    }
}

/// A sink that stops is asked nothing more.
#[test]
fn a_walk_may_end_early() {
    struct First(Keeper, usize);
    impl Sink for First {
        fn enter(&mut self, node: &Node<'_>, class: Class) -> Flow {
            self.0.enter(node, class)
        }
        fn leave(&mut self) {
            self.0.leave();
        }
        fn leaf(&mut self, node: &Node<'_>, value: &Value<'_>) -> Flow {
            self.0.leaf(node, value);
            if self.0.leaves == self.1 {
                Flow::Stop
            } else {
                Flow::Continue
            }
        }
        fn as_dyn(&mut self) -> &mut dyn Sink {
            self
        }
    }
    let tables = tables();
    let bytes = many(100, |i| if i == 50 { ARRAY } else { 10 });
    let ctx = Context::new(&tables, PROTOCOL);
    let message = RawMessage::parse(&bytes, 0, ByteOrder::Little).expect("a message");
    for n in [1, 5, 6, 60, 104] {
        let mut first = First(Keeper::default(), n);
        walk(&message, None, &ctx, &mut first);
        assert_eq!(first.0.leaves, n);
    }
}
