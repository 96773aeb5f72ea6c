//! How messages and attributes get their numbers.

use super::{error, tables, toy};
use crate::table::{Layer, Message, Tables, Verb, When};

fn spec(model: &str, operations: &str) -> String {
    format!(
        "name: toy
protocol: genetlink-legacy
definitions:
  - {{ name: head, type: struct, members: [{{ name: x, type: u32 }}] }}
  - {{ name: other, type: struct, members: [{{ name: y, type: u32 }}] }}
attribute-sets:
  - {{ name: toy, attributes: [{{ name: a, type: u8 }}] }}
  - {{ name: more, attributes: [{{ name: a, type: u8 }}] }}
mcast-groups: {{ list: [{{ name: events }}] }}
operations:
  enum-model: {model}
  fixed-header: head
  list:
{operations}"
    )
}

fn records(tables: &Tables) -> Vec<String> {
    let show = |m: &Message| {
        let when = match m.when {
            When::Request => " request",
            When::Reply => " reply",
            _ => "",
        };
        let header = m.headers.first().map_or("-", |h| h.name.as_str());
        format!("{} {}{when} {header}", m.value, m.name)
    };
    let family = tables.generic("toy").unwrap();
    family.messages.iter().map(show).collect()
}

#[test]
fn unified() {
    let (tables, loaded) = tables(&spec(
        "unified",
        "
    - { name: one-get, attribute-set: toy, do: {}, dump: {} }
    - { name: four, value: 4, attribute-set: toy, fixed-header: other, do: {} }
    - { name: kept }
    - { name: news, notify: four, mcgrp: events }
    - { name: burst, attribute-set: more, event: { attributes: [a] } }
",
    ));
    assert_eq!(loaded.warnings, []);
    assert_eq!(
        records(&tables),
        [
            "1 TOY_CMD_ONE_GET head",
            "4 TOY_CMD_FOUR other",
            "5 TOY_CMD_KEPT head",
            "6 TOY_CMD_NEWS other",
            "7 TOY_CMD_BURST head",
        ]
    );
    let family = tables.generic("toy").unwrap();
    assert_eq!(family.messages[0].verb, Verb::Get);
    assert_eq!(family.groups[0].name.as_str(), "events");
}

#[test]
fn directional() {
    // the numbers that the kernel's documentation works out for the like
    let (tables, _) = tables(&spec(
        "directional",
        "
    - name: a
      attribute-set: toy
      do: { request: { value: 2 }, reply: { value: 1 } }
    - { name: b, notify: a }
    - { name: c, notify: a, value: 7 }
    - { name: d, attribute-set: more, do: { request: {}, reply: {} } }
    - { name: e, attribute-set: more, dump: { request: { value: 9 }, reply: { value: 9 } } }
",
    ));
    assert_eq!(
        records(&tables),
        [
            "1 TOY_CMD_A_REPLY reply head",
            "2 TOY_CMD_A head",
            "3 TOY_CMD_D request head",
            "7 TOY_CMD_C reply head",
            "8 TOY_CMD_D_REPLY reply head",
            "9 TOY_CMD_E head",
        ]
    );
}

#[test]
fn one_number_two_layouts() {
    let (tables, _) = tables(&spec(
        "directional",
        "
    - { name: a, attribute-set: toy, do: { request: { value: 3 }, reply: { value: 4 } } }
    - { name: b, attribute-set: more, do: { request: { value: 4 } } }
    - { name: c, attribute-set: more, do: { request: { value: 4 } } }
",
    ));
    assert_eq!(
        records(&tables),
        [
            "3 TOY_CMD_A request head",
            "4 TOY_CMD_A_REPLY reply head",
            "4 TOY_CMD_B request head",
        ]
    );
}

#[test]
fn attributes_count_from_one_or_their_value() {
    let (tables, _) = tables(&toy(
        "- { name: zero, type: unused, value: 0 }
- { name: a, type: u8 }
- { name: b, type: u8, value: 9 }
- { name: c, type: u8, name-prefix: odd- }
- { name: d-d, type: u8, value: 4 }
- { name: e, type: pad }",
        "",
    ));
    let family = tables.generic("toy").unwrap();
    let crate::table::Body::Attributes(set) = family.messages[0].body else {
        panic!("no attributes");
    };
    let set = tables.set(set);
    assert_eq!(set.name.as_str(), "toy.main");
    let named = |n: u16| set.get(n).map(|a| a.name.as_str());
    assert_eq!(named(0), Some("TOY_ZERO"));
    assert_eq!(named(1), Some("TOY_A"));
    assert_eq!(named(9), Some("TOY_B"));
    assert_eq!(named(10), Some("ODD_C"));
    assert_eq!(named(4), Some("TOY_D_D"));
    // it counts on from what stands before it in the file
    assert_eq!(named(5), Some("TOY_E"));
    assert_eq!(named(2), None);
}

#[test]
fn raw_protocols() {
    let raw = |protonum: u16, values: [&str; 2]| {
        format!(
            "name: toy
protocol: netlink-raw
protonum: {protonum}
attribute-sets: [{{ name: main, attributes: [{{ name: a, type: u8 }}] }}]
mcast-groups: {{ list: [{{ name: toy-events, value: 3 }}, {{ name: unknown }}] }}
operations:
  enum-model: directional
  name-prefix: t-
  list:
    - {{ name: newit, attribute-set: main, do: {{ request: {{ value: {} }} }} }}
    - {{ name: getit, attribute-set: main, do: {{ request: {{ value: {} }}, reply: {{ value: {0} }} }} }}
",
            values[0], values[1]
        )
    };
    let (tables, _) = tables(&raw(25, ["0x20", "0x21"]));
    let (family, value) = tables.by_type(25, 0x20).unwrap();
    assert_eq!((family.name.as_str(), value), ("toy", 0x20));
    assert_eq!(family.layer, Layer::Protocol);
    assert_eq!(family.groups.len(), 1);
    assert_eq!(family.groups[0].name.as_str(), "TOY_EVENTS");
    let names: Vec<&str> = family.messages.iter().map(|m| m.name.as_str()).collect();
    assert_eq!(names, ["T_NEWIT", "T_GETIT"]);
    // one high byte of nfnetlink is a subsystem
    let (tables, _) = super::tables(&raw(12, ["0x3f01", "0x3f02"]));
    let (family, value) = tables.by_type(12, 0x3f02).unwrap();
    assert_eq!((family.name.as_str(), value), ("toy", 2));
    assert_eq!(family.layer, Layer::Subsystem(0x3f));
    // control messages are nobody's
    let (_, loaded) = super::tables(&raw(25, ["2", "0x20"]));
    assert_eq!(
        loaded.warnings[0].what,
        "newit: values below 16 are control messages"
    );
    assert!(error(&raw(16, ["0x20", "0x21"])).contains("toy.yaml:3: protonum 16"));
}
