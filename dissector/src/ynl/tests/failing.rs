//! What is wrong is said with its line; what is hostile ends.

use super::{error, tables, toy};
use std::fmt::Write;

#[test]
fn errors_name_the_line() {
    for (text, said) in [
        ("", "toy.yaml:1: empty"),
        (
            "name: toy\nname: toy\n",
            "toy.yaml:2: \"name\" stands twice",
        ),
        ("[a, b]", "toy.yaml:1: a mapping was expected"),
        ("protocol: genetlink\n", "toy.yaml:1: \"name\" is missing"),
        ("name: [1]\n", "toy.yaml:1: text was expected"),
        ("name: a/b\n", "toy.yaml:1: \"a/b\" is no name of a family"),
        (
            "name: toy\nprotocol: genetlink-next\n",
            "toy.yaml:2: \"genetlink-next\" is no schema that is known",
        ),
        (
            "name: toy\nprotocol: netlink-raw\n",
            "toy.yaml:1: \"protonum\" is missing",
        ),
        ("name: toy\n", "toy.yaml:1: \"attribute-sets\" is missing"),
        ("name: toy\n  bad: [\n", "toy.yaml:2: not YAML: "),
        ("a: *nowhere\n", "toy.yaml:1: not YAML: "),
        ("{[a]: b}", "toy.yaml:1: a key that is no text"),
    ] {
        let error = error(text);
        assert!(error.starts_with(said), "{text:?}: {error}");
    }
}

#[test]
fn errors_of_attributes() {
    for (attribute, said) in [
        ("{ name: a }", "\"type\" is missing"),
        ("{ name: a, type: u7 }", "\"u7\" is no type of an attribute"),
        (
            "{ name: a, type: u8, enum: no }",
            "enum \"no\" is not defined",
        ),
        (
            "{ name: a, type: u8, byte-order: middle }",
            "\"middle\" is no byte order",
        ),
        (
            "{ name: a, type: u8, value: x }",
            "a number was expected, not \"x\"",
        ),
        (
            "{ name: a, type: u8, value: 16384 }",
            "a: 16384 is no nla_type",
        ),
        ("{ name: a, type: u8, value: -1 }", "a: -1 is no nla_type"),
        (
            "{ name: a, type: nest, nested-attributes: no }",
            "attribute-set \"no\" is not defined",
        ),
        (
            "{ name: a, type: binary, struct: no }",
            "struct \"no\" is not defined",
        ),
        (
            "{ name: a, type: indexed-array }",
            "\"sub-type\" is missing",
        ),
        (
            "{ name: a, type: indexed-array, sub-type: pad }",
            "\"pad\" is no type of an array's entry",
        ),
        (
            "{ name: a, type: nest-type-value }",
            "type-value has 1 to 4 names",
        ),
        (
            "{ name: a, type: sub-message }",
            "\"sub-message\" is missing",
        ),
        (
            "{ name: a, type: u8, multi-attr: maybe }",
            "true or false was expected, not \"maybe\"",
        ),
        ("{ name: '', type: u8 }", "a name has 1 to 100 bytes"),
    ] {
        let error = error(&toy(
            &format!("- {{ name: z, type: u8 }}\n- {attribute}"),
            "",
        ));
        assert_eq!(error, format!("toy.yaml:8: {said}"));
    }
    let twice = error(&toy("- { name: a, type: u8 }\n- { name: a, type: u8 }", ""));
    assert_eq!(twice, "toy.yaml:8: \"a\" is defined twice");
    let same = error(&toy(
        "- { name: a, type: u8 }\n- { name: b, type: u8, value: 1 }",
        "",
    ));
    assert_eq!(same, "toy.yaml:8: value 1 is \"a\" already");
}

#[test]
fn errors_of_definitions() {
    for (definition, said) in [
        (
            "{ name: d, type: union }",
            "\"union\" is no type of a definition",
        ),
        (
            "{ name: d, type: flags, entries: [a], value-start: 64 }",
            "a: there is no bit 64",
        ),
        (
            "{ name: d, type: struct, members: [{ name: a, type: uint }] }",
            "\"uint\" is no type of a struct's member",
        ),
        (
            "{ name: d, type: struct, members: [{ name: a, type: binary }] }",
            "\"len\" is missing",
        ),
        (
            "{ name: d, type: struct, members: [{ name: a, type: binary, len: 0 }] }",
            "0 is no length",
        ),
        (
            "{ name: d, type: struct, members: [{ name: a, type: binary, len: many }] }",
            "constant \"many\" is not defined",
        ),
        (
            "{ name: d, type: struct, members: [{ name: a, type: binary, struct: d }] }",
            "struct d: inside itself, or more than 8 deep",
        ),
    ] {
        let error = error(&toy(
            "- { name: a, type: u8 }",
            &format!("definitions:\n  - {definition}"),
        ));
        assert_eq!(error, format!("toy.yaml:10: {said}"));
    }
    let huge = "definitions:
  - { name: d, type: struct, members: [{ name: a, type: pad, len: 65535 }, { name: b, type: u8 }] }";
    let error = error(&toy("- { name: a, type: u8 }", huge));
    assert_eq!(error, "toy.yaml:10: struct d: more than 65535 bytes");
}

#[test]
fn errors_of_the_rest() {
    let base = toy("- { name: a, type: u8 }", "");
    for (from, to, said) in [
        (
            "name: look",
            "name: look\n      value: 256",
            "toy.yaml:12: look: 256 is no message's value",
        ),
        (
            "attribute-set: main",
            "attribute-set: no",
            "toy.yaml:13: attribute-set \"no\" is not defined",
        ),
        (
            "do:",
            "notify: no\n      do:",
            "toy.yaml:14: operation \"no\" is not defined",
        ),
        (
            "  list:",
            "  enum-model: other\n  list:",
            "toy.yaml:11: \"other\" is no enum-model",
        ),
        (
            "operations:\n",
            "  - { name: sub, subset-of: main, attributes: [{ name: b }] }\noperations:\n",
            "toy.yaml:10: \"b\" is not in \"main\"",
        ),
        (
            "operations:\n",
            "  - { name: sub, subset-of: sub, attributes: [] }\noperations:\n",
            "toy.yaml:10: a subset of itself",
        ),
        (
            "operations:\n",
            "  - { name: sub, subset-of: no, attributes: [] }\noperations:\n",
            "toy.yaml:10: attribute-set \"no\" is not defined",
        ),
    ] {
        let error = error(&base.replacen(from, to, 1));
        assert!(error.starts_with(said), "{to:?}: {error}");
    }
    let selector = toy(
        "- { name: a, type: sub-message, sub-message: s, selector: b }",
        "sub-messages: [{ name: s, formats: [{ value: x }] }]",
    );
    assert_eq!(error(&selector), "toy.yaml:7: nothing is called \"b\"");
}

#[test]
fn what_is_odd_is_a_warning() {
    let (_, loaded) = tables(&toy(
        "- { name: a, typ: u8, type: u8 }
- { name: b, type: u8, display-hint: mac }
- { name: c, type: binary, display-hint: smell }",
        "",
    ));
    let said: Vec<String> = loaded.warnings.iter().map(ToString::to_string).collect();
    assert_eq!(
        said,
        [
            "toy.yaml:7: \"typ\" is no key of the schema",
            "toy.yaml:8: display-hint mac does not fit a number",
            "toy.yaml:9: display-hint \"smell\" is not known",
        ]
    );
    let many: String = (0..500).fold(String::new(), |mut s, i| {
        let _ = writeln!(s, "- {{ name: a{i}, type: u8, odd: 1 }}");
        s
    });
    assert_eq!(tables(&toy(&many, "")).1.warnings.len(), 50);
}

#[test]
fn a_set_that_holds_itself_is_fine() {
    let (tables, _) = tables(&toy(
        "- { name: a, type: nest, nested-attributes: main }",
        "",
    ));
    let mut payload = Vec::new();
    for _ in 0..500 {
        payload = super::attribute(1, &payload);
    }
    let json = super::show(&tables, 1, &[payload]);
    assert!(json.contains("nesting-too-deep"), "{json}");
}

#[test]
fn a_sub_message_that_holds_itself_is_fine() {
    let (tables, loaded) = tables(&toy(
        "- { name: kind, type: string }
- { name: data, type: sub-message, sub-message: s, selector: kind }",
        "sub-messages: [{ name: s, formats: [{ value: x, attribute-set: main }] }]",
    ));
    assert_eq!(loaded.warnings, []);
    let kind = super::attribute(1, b"x\0");
    let mut payload = kind.clone();
    for _ in 0..500 {
        payload = [kind.clone(), super::attribute(2, &payload)].concat();
    }
    let json = super::show(&tables, 1, &[payload]);
    assert!(json.contains("nesting-too-deep"), "{json:.300}");
    let levels = json.matches("TOY_KIND").count();
    assert!((50..=64).contains(&levels), "{levels}");
}

#[test]
fn depth_is_bounded() {
    for open in ["- ", "? ", "[", "{a: ", "a:\n ", "!!map {"] {
        let error = error(&open.repeat(20_000));
        assert!(error.starts_with("toy.yaml:"), "{open:?}: {error}");
    }
    let error = error(&"x".repeat(5 << 20));
    assert_eq!(error, "toy.yaml:1: more than 4 MiB");
}

#[test]
fn aliases_are_no_copies_and_are_counted() {
    // nine levels of nine aliases: 9⁹ items if they were followed
    let mut text = String::from("a0: &a0 [x,x,x,x,x,x,x,x,x]\n");
    for i in 1..=9 {
        let inner = vec![format!("*a{}", i - 1); 9].join(",");
        let _ = writeln!(text, "a{i}: &a{i} [{inner}]");
    }
    text += &toy("- { name: a, type: u8 }", "");
    let (_, loaded) = tables(&text);
    assert_eq!(loaded.warnings.len(), 10);

    // a long list that many sets share
    let mut text = String::from("name: toy\nattribute-sets:\n  - name: s0\n    attributes: &all\n");
    for i in 0..2000 {
        let _ = writeln!(text, "      - {{ name: n{i}, type: u8 }}");
    }
    for i in 1..2000 {
        let _ = writeln!(text, "  - {{ name: s{i}, attributes: *all }}");
    }
    text += "operations: { list: [] }\n";
    let error = error(&text);
    assert!(
        error.contains("too large: more than 300000 items"),
        "{error}"
    );

    assert_eq!(
        super::error("name: &a [*a]\n"),
        "toy.yaml:1: an alias inside its own anchor"
    );
}

#[test]
fn values_that_waste_memory_are_refused() {
    let mut text = String::from("name: toy\nattribute-sets:\n");
    for i in 0..200 {
        let _ = writeln!(
            text,
            "  - {{ name: s{i}, attributes: [{{ name: a, type: u8, value: 16000 }}] }}"
        );
    }
    text += "operations: { list: [] }\n";
    assert!(error(&text).contains("the attributes' values are too large"));
}

#[test]
fn an_alias_does_what_it_should() {
    let spec = toy("- { name: a, type: u8 }", "").replace(
        "do: { request: { attributes: [] } }",
        "do: { reply: &r { attributes: [a] } }\n      dump: { reply: *r }",
    );
    assert_eq!(tables(&spec).1.warnings, []);
}

#[test]
fn no_text_makes_it_panic() {
    let spec = toy(
        "- { name: a, type: sub-message, sub-message: s, selector: b }
- { name: b, type: string }
- { name: c, type: binary, struct: d }",
        "definitions: [{ name: d, type: struct, members: [{ name: x, type: u32 }] }]
sub-messages: [{ name: s, formats: [{ value: x, attribute-set: main }] }]",
    );
    let mut tables = crate::table::Tables::builtin();
    for cut in 0..spec.len() {
        let _ = super::load(&mut tables, "cut", &spec[..cut]);
        let without = [&spec[..cut], &spec[(cut + 1).min(spec.len())..]].concat();
        let _ = super::load(&mut tables, "without", &without);
        let other = [&spec[..cut], "*", &spec[cut..]].concat();
        let _ = super::load(&mut tables, "with", &other);
    }
}
