//! Each type of attribute, from a spec to JSON.

use super::{attribute, decode, show, tables, toy};
use crate::context::Direction;

/// One attribute of this kind, and what it shows as.
fn shows(kind: &str, payload: &[u8]) -> String {
    let spec = toy(&format!("- {{ name: a, {kind} }}"), DEFINITIONS);
    let (tables, loaded) = tables(&spec);
    assert_eq!(loaded.warnings, []);
    let json = show(&tables, 1, &[attribute(1, payload)]);
    let json = json.strip_prefix("{\"TOY_A\":").unwrap();
    json.strip_suffix('}').unwrap().to_owned()
}

const DEFINITIONS: &str = "
definitions:
  - { name: colour, type: enum, entries: [red, { name: blue, value: 7 }, green] }
  - { name: caps, type: flags, entries: [fly, swim], value-start: 1 }
  - { name: width, type: const, value: 5 }
  - name: inner
    type: struct
    members: [{ name: x, type: u8 }, { name: gap, type: pad, len: 1 }, { name: y, type: u16 }]
  - name: whole
    type: struct
    members:
      - { name: first-one, type: u32, enum: caps }
      - { name: port, type: u16, byte-order: big-endian }
      - { name: hw, type: binary, len: 6, display-hint: mac }
      - { name: code, type: binary, len: width - 1 }
      - { name: label, type: string, len: 4 }
      - { name: to, type: u32, display-hint: ipv4 }
      - { name: flag-pair, type: bitfield32, enum: caps }
  - { name: tail, type: struct, members: [{ name: a, type: u64 }, { name: b, type: u8 }] }
";

#[test]
fn numbers() {
    assert_eq!(shows("type: u8", &[200]), "200");
    assert_eq!(shows("type: s8", &[200]), "-56");
    assert_eq!(shows("type: u16", &[1, 2]), "513");
    assert_eq!(shows("type: u16, byte-order: big-endian", &[1, 2]), "258");
    assert_eq!(
        shows(
            "type: s32, byte-order: little-endian",
            &[254, 255, 255, 255]
        ),
        "-2"
    );
    assert_eq!(
        shows("type: u64", &[1, 0, 0, 0, 0, 0, 0, 1]),
        "72057594037927937"
    );
    assert_eq!(shows("type: uint", &[5, 0, 0, 0]), "5");
    assert_eq!(shows("type: uint", &[5, 0, 0, 0, 0, 0, 0, 0]), "5");
    assert_eq!(shows("type: sint", &[255, 255, 255, 255]), "-1");
    assert_eq!(
        shows("type: u32, display-hint: ipv4", &[192, 0, 2, 1]),
        "\"192.0.2.1\""
    );
    assert_eq!(shows("type: u32, display-hint: hex", &[16, 0, 0, 0]), "16");
}

#[test]
fn enumerations() {
    assert_eq!(shows("type: u8, enum: colour", &[0]), "\"TOY_COLOUR_RED\"");
    assert_eq!(
        shows("type: u8, enum: colour", &[8]),
        "\"TOY_COLOUR_GREEN\""
    );
    assert_eq!(shows("type: u8, enum: colour", &[9]), "9");
    let both = "[\"TOY_CAPS_FLY\",\"TOY_CAPS_SWIM\",1]";
    assert_eq!(shows("type: u8, enum: caps", &[7]), both);
    let mask = "[\"TOY_COLOUR_RED\",\"TOY_COLOUR_BLUE\"]";
    assert_eq!(
        shows("type: u8, enum: colour, enum-as-flags: true", &[0x81]),
        mask
    );
    assert_eq!(
        shows("type: bitfield32, enum: caps", &[2, 0, 0, 0, 6, 0, 0, 0]),
        "{\"value\":[\"TOY_CAPS_FLY\"],\"selector\":[\"TOY_CAPS_FLY\",\"TOY_CAPS_SWIM\"]}"
    );
    assert_eq!(
        shows("type: bitfield32", &[2, 0, 0, 0, 0, 0, 0, 0]),
        "{\"value\":[2],\"selector\":[]}"
    );
}

#[test]
fn bytes_and_text() {
    assert_eq!(shows("type: flag", &[]), "true");
    assert_eq!(shows("type: string", b"eth0\0"), "\"eth0\"");
    assert_eq!(shows("type: binary", &[1, 255]), "{\"hex\":\"01ff\"}");
    for (hint, payload, shown) in [
        ("hex", &[1, 2][..], "{\"hex\":\"0102\"}"),
        ("mac", &[2, 0, 0, 0, 0, 9], "\"02:00:00:00:00:09\""),
        ("fddi", &[2, 0, 0, 0, 0, 9], "\"02:00:00:00:00:09\""),
        ("ipv4", &[10, 0, 0, 1], "\"10.0.0.1\""),
        ("ipv4-or-v6", &[10, 0, 0, 1], "\"10.0.0.1\""),
        (
            "ipv6",
            &[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1],
            "\"::1\"",
        ),
        (
            "uuid",
            &[0x11; 16],
            "\"11111111-1111-1111-1111-111111111111\"",
        ),
    ] {
        assert_eq!(
            shows(&format!("type: binary, display-hint: {hint}"), payload),
            shown
        );
    }
}

#[test]
fn arrays() {
    assert_eq!(
        shows(
            "type: binary, sub-type: u16, byte-order: big-endian",
            &[0, 1, 0, 2]
        ),
        "[1,2]"
    );
    assert_eq!(
        shows("type: binary, sub-type: u8, enum: colour", &[0, 7]),
        "[\"TOY_COLOUR_RED\",\"TOY_COLOUR_BLUE\"]"
    );
    let entries = [attribute(0, &[1, 0, 0, 0]), attribute(5, &[2, 0, 0, 0])].concat();
    assert_eq!(
        shows("type: indexed-array, sub-type: u32", &entries),
        "[1,2]"
    );
    let entries = attribute(1, &[10, 0, 0, 1]);
    assert_eq!(
        shows(
            "type: indexed-array, sub-type: binary, display-hint: ipv4",
            &entries
        ),
        "[\"10.0.0.1\"]"
    );
    let entries = attribute(1, &attribute(1, &[]));
    assert_eq!(
        shows(
            "type: indexed-array, sub-type: nest, nested-attributes: main",
            &entries
        ),
        "[{\"TOY_A\":[]}]"
    );
}

#[test]
fn structs() {
    let bytes = [
        &[4, 0, 0, 0, 0x1f, 0x90, 2, 0, 0, 0, 0, 9, 1, 2, 3, 4][..],
        b"ab\0\0",
        &[192, 0, 2, 1, 2, 0, 0, 0, 2, 0, 0, 0],
    ];
    assert_eq!(
        shows("type: binary, struct: whole", &bytes.concat()),
        "{\"first_one\":[\"TOY_CAPS_SWIM\"],\"port\":8080,\"hw\":\"02:00:00:00:00:09\",\
         \"code\":{\"hex\":\"01020304\"},\"label\":\"ab\",\"to\":\"192.0.2.1\",\
         \"flag_pair\":{\"value\":[\"TOY_CAPS_FLY\"],\"selector\":[\"TOY_CAPS_FLY\"]}}"
    );
    assert_eq!(
        shows("type: binary, struct: inner", &[1, 0, 2, 0]),
        "{\"x\":1,\"y\":2}"
    );
    // the hole behind the last field is C's
    assert_eq!(
        shows(
            "type: binary, struct: tail",
            &[1, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0]
        ),
        "{\"a\":1,\"b\":2}"
    );
}

#[test]
fn a_struct_in_a_struct() {
    let spec = toy(
        "- { name: a, type: binary, struct: outer }",
        "definitions:
  - name: outer
    type: struct
    members:
      - { name: before, type: u8 }
      - { name: mid, type: binary, struct: inner }
      - { name: behind, type: u8 }
  - { name: inner, type: struct, members: [{ name: x, type: u8 }, { name: y, type: u8 }] }",
    );
    let (tables, _) = tables(&spec);
    let json = show(&tables, 1, &[attribute(1, &[1, 2, 3, 4])]);
    let inner = "{\"before\":1,\"mid\":{\"x\":2,\"y\":3},\"behind\":4}";
    assert_eq!(json, format!("{{\"TOY_A\":{inner}}}"));
}

#[test]
fn nests_keys_and_repetition() {
    let spec = toy(
        "- { name: inside, type: nest, nested-attributes: other }
- { name: keyed, type: nest-type-value, type-value: [who, what], nested-attributes: other }
- { name: again, type: u8, multi-attr: true }
- { name: bare, type: nest }",
        "",
    )
    .replace(
        "operations:",
        "  - { name: other, attributes: [{ name: back, type: nest, nested-attributes: main, value: 9 }] }
operations:",
    );
    let (tables, loaded) = tables(&spec);
    let said: Vec<String> = loaded.warnings.iter().map(ToString::to_string).collect();
    assert_eq!(
        said,
        ["toy.yaml:10: bare: \"nested-attributes\" is missing"]
    );
    let cycle = attribute(1, &attribute(9, &attribute(1, &[])));
    assert_eq!(
        show(&tables, 1, &[cycle]),
        "{\"TOY_INSIDE\":{\"TOY_A_OTHER_BACK\":{\"TOY_INSIDE\":{}}}}"
    );
    let keyed = attribute(2, &attribute(30, &attribute(40, &attribute(9, &[]))));
    assert_eq!(
        show(&tables, 1, &[keyed]),
        "{\"TOY_KEYED\":{\"30\":{\"40\":{\"TOY_A_OTHER_BACK\":{}}}}}"
    );
    let again = [attribute(3, &[1]), attribute(3, &[2])];
    assert_eq!(show(&tables, 1, &again), "{\"TOY_AGAIN\":[1,2]}");
    assert_eq!(
        show(&tables, 1, &[attribute(4, &attribute(1, &[5]))]),
        "{\"TOY_BARE\":{\"#1\":{\"hex\":\"05\"}}}"
    );
}

#[test]
fn a_subset_narrows_and_overrides() {
    let spec = toy(
        "- { name: one, type: u8, value: 3 }
- { name: two, type: binary }
- { name: part, type: nest, nested-attributes: some }",
        "",
    )
    .replace(
        "operations:",
        "  - name: some
    subset-of: main
    attributes: [{ name: two, display-hint: mac }]
operations:",
    );
    let (tables, _) = tables(&spec);
    let inner = [attribute(3, &[1]), attribute(4, &[2, 0, 0, 0, 0, 1])].concat();
    assert_eq!(
        show(&tables, 1, &[attribute(5, &inner)]),
        "{\"TOY_PART\":{\"#3\":{\"hex\":\"01\"},\"TOY_TWO\":\"02:00:00:00:00:01\"}}"
    );
}

const SUB_MESSAGES: &str = "name: toy
protocol: netlink-raw
protonum: 25
definitions:
  - { name: sort, type: enum, entries: [none, number] }
  - { name: head, type: struct, members: [{ name: mode, type: u8 }, { name: gap, type: pad, len: 3 }] }
attribute-sets:
  - name: main
    attributes:
      - { name: kind, type: string }
      - { name: data, type: sub-message, sub-message: by-kind, selector: kind }
      - { name: box, type: nest, nested-attributes: box }
      - { name: sort, type: u32, enum: sort }
      - { name: value, type: sub-message, sub-message: by-sort, selector: sort }
      - { name: moded, type: sub-message, sub-message: by-mode, selector: mode }
  - name: box
    attributes:
      - { name: data, type: sub-message, sub-message: by-kind, selector: kind }
  - { name: plain, attributes: [{ name: n, type: u8 }] }
sub-messages:
  - name: by-kind
    formats:
      - { value: set, attribute-set: plain }
      - { value: head, fixed-header: head }
      - { value: both, fixed-header: head, attribute-set: plain }
      - { value: empty }
  - name: by-sort
    formats: [{ value: number, attribute-set: plain }]
  - name: by-mode
    formats: [{ value: '2', attribute-set: plain }]
operations:
  enum-model: unified
  fixed-header: head
  list: [{ name: look, value: 0x30, attribute-set: main, do: {} }]
";

#[test]
fn sub_messages() {
    let (tables, loaded) = tables(SUB_MESSAGES);
    assert_eq!(
        (loaded.protocol, loaded.messages, loaded.builtin),
        (25, 1, false)
    );
    let show = |attributes: &[Vec<u8>]| {
        let payload = [vec![2, 0, 0, 0], attributes.concat()].concat();
        let line = decode(&tables, 25, 0x30, Direction::FromKernel, &payload);
        let line = line
            .strip_prefix("\"TOY_CMD_LOOK\",\"head\":{\"mode\":2},")
            .unwrap();
        line.replace("TOY_A_MAIN_", "")
            .replace("\"attributes\":", "")
    };
    let kind = |text: &str| attribute(1, text.as_bytes());
    let n = attribute(1, &[7]);
    let head = vec![1, 0, 0, 0];
    let data = |payload: &[u8]| attribute(2, payload);
    for (named, payload, shown) in [
        ("set", &n, "{\"TOY_A_PLAIN_N\":7}"),
        ("head", &head, "{\"mode\":1}"),
        (
            "both",
            &[&head[..], &n].concat(),
            "{\"head\":{\"mode\":1},\"TOY_A_PLAIN_N\":7}",
        ),
        ("empty", &vec![], "{}"),
        ("empty", &head, "{\"hex\":\"01000000\"}"),
        ("other", &n, "{\"hex\":\"0500010007000000\"}"),
    ] {
        let text = format!("{{\"KIND\":\"{named}\",\"DATA\":{shown}}}");
        assert_eq!(show(&[kind(named), data(payload)]), text);
    }
    // in a nest, the selector of the set around it; behind what it selects, too
    assert_eq!(
        show(&[attribute(3, &attribute(1, &n)), kind("set")]),
        "{\"BOX\":{\"TOY_A_BOX_DATA\":{\"TOY_A_PLAIN_N\":7}},\"KIND\":\"set\"}"
    );
    // by a number with names, and by a field of the header
    assert_eq!(
        show(&[attribute(4, &[1, 0, 0, 0]), attribute(5, &n)]),
        "{\"SORT\":\"TOY_SORT_NUMBER\",\"VALUE\":{\"TOY_A_PLAIN_N\":7}}"
    );
    assert_eq!(
        show(&[attribute(6, &n)]),
        "{\"MODED\":{\"TOY_A_PLAIN_N\":7}}"
    );
}

#[test]
fn strings_of_new_families_end_in_nul() {
    let old = toy("- { name: a, type: string }", "");
    let new = old.replace("genetlink-legacy", "genetlink");
    let open = new.replace(
        "type: string",
        "type: string, checks: { unterminated-ok: true }",
    );
    for (spec, odd) in [(old, false), (new, true), (open, false)] {
        let (tables, _) = tables(&spec);
        let json = show(&tables, 1, &[attribute(1, b"abcd")]);
        assert_eq!(json.contains("not-terminated"), odd, "{json}");
    }
}
