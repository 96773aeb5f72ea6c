//! What lint holds a request against where a spec is loaded.

use super::{attribute, tables};
use crate::context::{Context, Direction, Knowledge};
use crate::diagnostic::Severity::{self, Error, Note, Warning};
use crate::lint::{self, Code, Finding};
use crate::table::{Family, Tables};
use crate::wire::{ByteOrder, RawMessage};

const DUMP: u16 = 0x300;
const NESTED: u16 = 0x8000;

/// A family whose set has these attributes and which has these operations.
fn spec(schema: &str, more: &str, attributes: &[&str], operations: &[&str]) -> String {
    let lines = |entries: &[&str]| -> String {
        let line = |entry| format!("      - {{ {entry} }}\n");
        entries.iter().map(line).collect()
    };
    format!(
        "name: toy
protocol: {schema}
{more}
{DEFINITIONS}
attribute-sets:
  - name: inner
    attributes:
      - {{ name: deep, type: u8, checks: {{ max: 3 }} }}
      - {{ name: self, type: nest, nested-attributes: inner }}
  - name: main
    name-prefix: toy-
    attributes:
{}
operations:
    list:
{}",
        lines(attributes),
        lines(operations)
    )
}

const DEFINITIONS: &str = "
definitions:
  - { name: colour, type: enum, value-start: 1, entries: [red, blue, green] }
  - { name: holes, type: enum, entries: [{ name: a, value: 2 }, { name: b, value: 9 }] }
  - { name: caps, type: flags, entries: [fly, swim] }
  - { name: width, type: const, value: 5 }
";

/// What is found of a message of the family.
fn findings(tables: &Tables, cmd: u8, flags: u16, attributes: &[Vec<u8>]) -> Vec<Finding> {
    let payload = [vec![cmd, 1, 0, 0], attributes.concat()].concat();
    of_message(tables, "toy", 16, 0x20, flags, &payload)
}

/// The family of this name has the id 0x20.
struct Named<'t>(&'t Tables, &'static str);

impl Knowledge for Named<'_> {
    fn generic(&self, id: u16) -> Option<&Family> {
        (id == 0x20).then(|| self.0.generic(self.1)).flatten()
    }
}

fn of_message(
    tables: &Tables,
    family: &'static str,
    protocol: u16,
    nlmsg_type: u16,
    flags: u16,
    payload: &[u8],
) -> Vec<Finding> {
    let mut bytes = Vec::new();
    bytes.extend((payload.len() as u32 + 16).to_le_bytes());
    bytes.extend(nlmsg_type.to_le_bytes());
    bytes.extend((flags | 5).to_le_bytes());
    bytes.extend([0; 8]);
    bytes.extend(payload);
    let message = RawMessage::parse(&bytes, 0, ByteOrder::Little).unwrap();
    let known = Named(tables, family);
    let ctx = Context {
        direction: Some(Direction::ToKernel),
        knowledge: &known,
        ..Context::new(tables, protocol)
    };
    lint::request(&message, &ctx)
}

fn codes(findings: &[Finding]) -> Vec<(Code, Severity)> {
    findings.iter().map(|f| (f.code, f.severity)).collect()
}

/// What is found of a request with one attribute, whose kind this is.
fn one(schema: &str, kind: &str, nla_type: u16, payload: &[u8]) -> Vec<(Code, Severity)> {
    let a = format!("name: a, {kind}");
    let set = "name: pick, attribute-set: main, do: { request: { attributes: [a] } }";
    let (tables, loaded) = tables(&spec(schema, "", &[&a], &[set]));
    assert_eq!(loaded.warnings, []);
    codes(&findings(&tables, 1, 0, &[attribute(nla_type, payload)]))
}

/// What no request of a family with a policy made of the spec may have, and one that it may.
const CHECKS: &[(&str, &[u8], &[u8], Code)] = &[
    ("type: u8, checks: { max: 3 }", &[3], &[4], Code::OutOfRange),
    ("type: u8, checks: { min: 3 }", &[3], &[2], Code::OutOfRange),
    (
        "type: s16, checks: { min: -2, max: 2 }",
        &[254, 255],
        &[253, 255],
        Code::OutOfRange,
    ),
    (
        "type: u16, byte-order: big-endian, checks: { max: 256 }",
        &[1, 0],
        &[1, 1],
        Code::OutOfRange,
    ),
    (
        "type: u32, checks: { min: 1, max: 9 }",
        &[9, 0, 0, 0],
        &[0, 0, 0, 9],
        Code::SwappedBytes,
    ),
    (
        "type: u32, checks: { max: u16-max }",
        &[255, 255, 0, 0],
        &[255, 255, 1, 0],
        Code::OutOfRange,
    ),
    (
        "type: u8, checks: { max: width }",
        &[5],
        &[6],
        Code::OutOfRange,
    ),
    (
        "type: uint, checks: { max: 7 }",
        &[7, 0, 0, 0],
        &[8, 0, 0, 0, 0, 0, 0, 0],
        Code::OutOfRange,
    ),
    ("type: u32", &[1, 2, 3, 4], &[1, 2], Code::ShortAttribute),
    (
        "type: u8, checks: { flags-mask: caps }",
        &[3],
        &[4],
        Code::BitsOutsideMask,
    ),
    (
        "type: binary, checks: { exact-len: 3 }",
        &[1, 2, 3],
        &[1, 2],
        Code::ShortAttribute,
    ),
    (
        "type: binary, checks: { min-len: 3 }",
        &[1, 2, 3, 4],
        &[1, 2],
        Code::ShortAttribute,
    ),
    (
        "type: binary, checks: { max-len: width }",
        &[1, 2],
        &[1; 6],
        Code::LongAttribute,
    ),
    (
        "type: string, checks: { max-len: 2 }",
        b"ab\0",
        b"abc\0",
        Code::LongAttribute,
    ),
    ("type: flag", &[], &[0], Code::FlagWithPayload),
    (
        "type: bitfield32, enum: caps",
        &[1, 0, 0, 0, 3, 0, 0, 0],
        &[1, 0, 0, 0],
        Code::ShortAttribute,
    ),
];

#[test]
fn checks_are_held_where_the_kernel_takes_its_policy_from_the_spec() {
    for (kind, right, wrong, code) in CHECKS {
        assert_eq!(one("genetlink", kind, 1, right), [], "{kind}");
        let want = [(*code, Error)];
        assert_eq!(one("genetlink", kind, 1, wrong), want, "{kind}");
        assert_eq!(one("genetlink-c", kind, 1, wrong), want, "{kind}");
    }
    let exact = |kind: &str, payload: &[u8]| one("genetlink", kind, 1, payload);
    // an enumeration that leaves no number out is a range, flags are a mask
    assert_eq!(exact("type: u8, enum: colour", &[3]), []);
    for wrong in [0, 4] {
        let found = exact("type: u8, enum: colour", &[wrong]);
        assert_eq!(found, [(Code::OutOfRange, Error)]);
    }
    assert_eq!(exact("type: u8, enum: holes", &[5]), []);
    let found = exact("type: u8, enum: caps", &[4]);
    assert_eq!(found, [(Code::BitsOutsideMask, Error)]);
    let found = exact("type: bitfield32, enum: caps", &[4, 0, 0, 0, 4, 0, 0, 0]);
    assert_eq!(found, [(Code::BitsOutsideMask, Error)]);
    // a NUL
    let found = exact("type: string", b"ab");
    assert_eq!(found, [(Code::NotTerminated, Error)]);
    let open = "type: string, checks: { unterminated-ok: true }";
    assert_eq!(exact(open, b"ab"), []);
    // a constant that only a header has is no limit
    let of_header = "type: binary, checks: { max-len: ifnamsiz }";
    assert_eq!(exact(of_header, &[1; 99]), []);
    // strict checking
    let found = exact("type: u8", &[1, 0, 0, 0]);
    assert_eq!(found, [(Code::LongAttribute, Error)]);
    let found = one("genetlink", "type: u8", 1 | NESTED, &[1]);
    assert_eq!(found, [(Code::FlagWithoutNest, Error)]);
}

#[test]
fn checks_are_warned_of_where_the_kernel_has_its_own() {
    for (kind, right, wrong, code) in CHECKS {
        assert_eq!(one("genetlink-legacy", kind, 1, right), [], "{kind}");
        let want = [(*code, Warning)];
        assert_eq!(one("genetlink-legacy", kind, 1, wrong), want, "{kind}");
    }
    let legacy = |kind: &str, payload: &[u8]| one("genetlink-legacy", kind, 1, payload);
    assert_eq!(legacy("type: u8, enum: colour", &[9]), []);
    assert_eq!(legacy("type: u8, enum: caps", &[9]), []);
    assert_eq!(legacy("type: string", b"ab"), []);
    let closed = "type: string, checks: { unterminated-ok: false }";
    assert_eq!(legacy(closed, b"ab"), [(Code::NotTerminated, Warning)]);
}

#[test]
fn nests_are_checked_by_their_sets() {
    let kind = "type: nest, nested-attributes: inner";
    let deep = |n: u8| attribute(1, &[n]);
    let nest = |inner: Vec<u8>| attribute(2 | NESTED, &inner);
    assert_eq!(one("genetlink", kind, 1 | NESTED, &nest(deep(3))), []);
    let wrong = nest(nest(deep(4)));
    let found = one("genetlink", kind, 1 | NESTED, &wrong);
    assert_eq!(found, [(Code::OutOfRange, Error)]);
    let found = one("genetlink-legacy", kind, 1, &wrong);
    assert_eq!(found, [(Code::OutOfRange, Warning)]);
    let found = one("genetlink", kind, 1, &deep(3));
    assert_eq!(found, [(Code::NestWithoutFlag, Error)]);
    let unknown = attribute(9, &[1]);
    let found = one("genetlink", kind, 1 | NESTED, &unknown);
    assert_eq!(found, [(Code::RefusedAttribute, Error)]);
    let found = one("genetlink-legacy", kind, 1, &unknown);
    assert_eq!(found, [(Code::UnknownAttribute, Warning)]);
    let array = "type: indexed-array, sub-type: nest, nested-attributes: inner";
    let entry = |n| attribute(5 | NESTED, &deep(n));
    assert_eq!(one("genetlink", array, 1 | NESTED, &entry(3)), []);
    let found = one("genetlink", array, 1 | NESTED, &entry(4));
    assert_eq!(found, [(Code::OutOfRange, Error)]);
}

/// `pick` takes a, its dump takes b; `look` only asks; `rest` says nothing of its attributes.
const OPERATIONS: &[&str] = &[
    "name: pick, attribute-set: main, do: { request: { attributes: [a] } }, dump: { request: { attributes: [b] } }",
    "name: look, attribute-set: main, dont-validate: [strict, dump], do: { request: { attributes: [a] } }, dump: { request: { attributes: [a] } }",
    "name: rest, attribute-set: main, dont-validate: [dump-strict], do: { reply: { attributes: [a] } }, dump: { request: { attributes: [a] } }",
    "name: told, notify: look",
];
const BOTH: &[&str] = &[
    "name: a, type: u8, checks: { max: 3 }",
    "name: b, type: u8",
    "name: gap, type: pad",
];

#[test]
fn each_request_has_its_own_attributes() {
    let (tables, _) = tables(&spec("genetlink", "", BOTH, OPERATIONS));
    let (a, b, gap) = (attribute(1, &[1]), attribute(2, &[1]), attribute(3, &[]));
    let bad = attribute(1, &[4]);
    let found = |cmd, flags, attributes: &[&Vec<u8>]| {
        let attributes: Vec<Vec<u8>> = attributes.iter().copied().cloned().collect();
        codes(&findings(&tables, cmd, flags, &attributes))
    };
    assert_eq!(found(1, 0, &[&a]), []);
    assert_eq!(found(1, DUMP, &[&b]), []);
    assert_eq!(found(1, 0, &[&b]), [(Code::RefusedAttribute, Error)]);
    assert_eq!(found(1, DUMP, &[&a]), [(Code::RefusedAttribute, Error)]);
    assert_eq!(found(1, 0, &[&gap]), [(Code::RefusedAttribute, Error)]);
    // strict checking is left out, or all checking
    assert_eq!(found(2, 0, &[&a, &b]), [(Code::IgnoredAttribute, Warning)]);
    assert_eq!(found(2, 0, &[&bad]), [(Code::OutOfRange, Error)]);
    assert_eq!(found(2, DUMP, &[&bad]), []);
    // nothing is listed: nothing is taken
    assert_eq!(found(3, 0, &[]), []);
    assert_eq!(found(3, 0, &[&a]), [(Code::RefusedAttribute, Error)]);
    assert_eq!(found(3, DUMP, &[&bad]), [(Code::OutOfRange, Error)]);
    // what is no operation
    assert_eq!(found(4, 0, &[]), [(Code::NoSuchOperation, Error)]);
    assert_eq!(found(9, 0, &[]), [(Code::NoSuchOperation, Error)]);
}

#[test]
fn what_is_not_listed_is_a_note_where_the_kernel_has_its_own_policy() {
    let (tables, _) = tables(&spec("genetlink-legacy", "", BOTH, OPERATIONS));
    let found = |cmd, number| {
        let wanted = [attribute(number, &[1])];
        codes(&findings(&tables, cmd, 0, &wanted))
    };
    assert_eq!(found(1, 1), []);
    assert_eq!(found(1, 2), [(Code::UnlistedAttribute, Note)]);
    assert_eq!(found(3, 2), [], "it lists none");
    assert_eq!(found(1, 9), [(Code::UnknownAttribute, Warning)]);
    assert_eq!(found(9, 1), [(Code::NoSuchOperation, Warning)]);
}

#[test]
fn policies_may_be_shared() {
    let refused = |policy: &str, cmd, flags, number| {
        let more = format!("kernel-policy: {policy}");
        let (tables, _) = tables(&spec("genetlink", &more, BOTH, OPERATIONS));
        let found = findings(&tables, cmd, flags, &[attribute(number, &[1])]);
        codes(&found) == [(Code::RefusedAttribute, Error)]
    };
    assert!(refused("split", 1, DUMP, 1));
    assert!(!refused("per-op", 1, DUMP, 1) && refused("per-op", 1, DUMP, 2));
    assert!(!refused("global", 1, DUMP, 1) && !refused("global", 1, DUMP, 2));
    assert!(refused("global", 1, DUMP, 3));
}

#[test]
fn a_finding_names_the_spec() {
    let (tables, _) = tables(&spec("genetlink", "", BOTH, OPERATIONS));
    let source = |cmd, attributes: &[Vec<u8>]| {
        let found = findings(&tables, cmd, 0, attributes);
        let source = found[0].policy.clone().unwrap();
        assert!(source.spec);
        format!("{}, {}", source.name, source.file)
    };
    assert_eq!(source(1, &[attribute(1, &[9])]), "toy.pick, toy.yaml");
    assert_eq!(source(3, &[attribute(1, &[9])]), "toy, toy.yaml");
    assert_eq!(source(9, &[]), "toy, toy.yaml");
}

/// A family that the built-in tables have, too.
fn known(schema: &str, name: &str) -> String {
    let operation =
        "name: get, value: 3, attribute-set: main, do: { request: { attributes: [a, b, c] } }";
    let newer = "name: newer, value: 77, attribute-set: main, do: { request: { attributes: [a] } }";
    let attributes = [
        "name: a, value: 2, type: binary, checks: { max-len: 2 }",
        "name: b, type: u32, value: 88, checks: { max: 3 }",
        "name: c, type: u32, value: 9",
    ];
    let text = spec(schema, "", &attributes, &[operation, newer]);
    text.replacen("name: toy", &format!("name: {name}"), 1)
}

#[test]
fn the_kernel_s_table_counts_where_the_spec_only_describes() {
    let mut tables = Tables::builtin();
    super::super::load(
        &mut tables,
        "nlctrl.yaml",
        &known("genetlink-legacy", "nlctrl"),
    )
    .unwrap();
    let found = |cmd: u8, attributes: &[Vec<u8>]| {
        let payload = [vec![cmd, 1, 0, 0], attributes.concat()].concat();
        of_message(&tables, "nlctrl", 16, 0x20, 0, &payload)
    };
    // CTRL_ATTR_FAMILY_NAME has its own bounds
    assert_eq!(codes(&found(3, &[attribute(2, b"nlctrl\0")])), []);
    let open = found(3, &[attribute(2, b"nlctrl")]);
    assert_eq!(codes(&open), [(Code::NotTerminated, Error)]);
    assert_eq!(open[0].policy.as_ref().unwrap().name, "ctrl_policy_family");
    // what the spec adds is not refused for certain
    assert_eq!(codes(&found(3, &[attribute(88, &[1, 0, 0, 0])])), []);
    let beyond = found(3, &[attribute(88, &[4, 0, 0, 0])]);
    assert_eq!(codes(&beyond), [(Code::OutOfRange, Warning)]);
    let unknown = found(3, &[attribute(99, &[1, 0, 0, 0])]);
    assert_eq!(codes(&unknown), [(Code::IgnoredAttribute, Warning)]);
    let newer = found(77, &[attribute(2, b"abc")]);
    assert_eq!(codes(&newer), [(Code::LongAttribute, Warning)]);
    let none = found(78, &[]);
    assert_eq!(codes(&none), [(Code::NoSuchOperation, Error)]);
}

#[test]
fn the_spec_counts_where_the_kernel_s_table_is_made_of_it() {
    let mut tables = Tables::builtin();
    super::super::load(&mut tables, "netdev.yaml", &known("genetlink", "netdev")).unwrap();
    let found = |tables: &Tables, cmd: u8| {
        let payload = [vec![cmd, 1, 0, 0], attribute(2, b"abc")].concat();
        codes(&of_message(tables, "netdev", 16, 0x20, 0, &payload))
    };
    assert_eq!(found(&tables, 77), [(Code::LongAttribute, Error)]);
    assert_eq!(found(&tables, 1), [(Code::NoSuchOperation, Error)]);
    tables.prefer_builtin(true);
    assert_eq!(found(&tables, 77), [(Code::NoSuchOperation, Error)]);
}

#[test]
fn a_raw_family_is_warned_of_where_nothing_else_is_known() {
    let text = "
name: rt-toy
protocol: netlink-raw
protonum: 0
definitions:
  - { name: toymsg, type: struct, members: [{ name: family, type: u8 }, { name: pad, type: pad, len: 3 }] }
attribute-sets:
  - name: main
    attributes:
      - { name: n, type: u16, checks: { min: 2, max: 9 } }
operations:
  fixed-header: toymsg
  list:
    - { name: new-toy, value: 200, attribute-set: main, do: { request: { attributes: [n] } } }
";
    let (tables, _) = tables(text);
    let found = |n: u8| {
        let payload = [vec![0; 4], attribute(1, &[n, 0])].concat();
        codes(&of_message(&tables, "rt-toy", 0, 200, 0, &payload))
    };
    assert_eq!(found(2), []);
    assert_eq!(found(1), [(Code::OutOfRange, Warning)]);
}

/// A spec may give an attribute another name than the kernel's code has for it.
#[test]
fn what_code_takes_is_told_by_the_number() {
    let text = "
name: rt-toy
protocol: netlink-raw
protonum: 0
definitions:
  - name: if_stats_msg
    type: struct
    members:
      - { name: family, type: u8 }
      - { name: pad, type: pad, len: 3 }
      - { name: ifindex, type: u32 }
      - { name: filter_mask, type: u32 }
attribute-sets:
  - name: main
    attributes:
      - { name: only, type: nest, nested-attributes: inner }
  - name: inner
    attributes:
      - { name: n, type: u32 }
operations:
  fixed-header: if_stats_msg
  list:
    - { name: get-toy, value: 94, attribute-set: main, do: { request: { attributes: [only] } } }
";
    let (tables, _) = tables(text);
    let found = |mask: u8| {
        let header = vec![0, 0, 0, 0, 3, 0, 0, 0, mask, 0, 0, 0];
        let payload = [header, attribute(1 | NESTED, &[])].concat();
        codes(&of_message(&tables, "rt-toy", 0, 94, 0, &payload))
    };
    assert_eq!(found(1), []);
    assert_eq!(found(0), [(Code::OutOfRange, Error)]);
}

#[test]
fn limits_that_nothing_fits_are_told() {
    let set = "name: pick, attribute-set: main, do: { request: { attributes: [a] } }";
    for checks in ["min: 5, max: 3", "min-len: 5, max-len: 3"] {
        let a = format!("name: a, type: u8, checks: {{ {checks} }}");
        let (tables, loaded) = tables(&spec("genetlink", "", &[&a], &[set]));
        let [warning] = loaded.warnings.as_slice() else {
            panic!("{:?}", loaded.warnings);
        };
        assert!(warning.what.contains("nothing lies between"), "{warning}");
        assert_eq!(codes(&findings(&tables, 1, 0, &[attribute(1, &[4])])), []);
    }
}
