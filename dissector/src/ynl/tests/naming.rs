//! Names: made of the spec's words, or the built-in ones of the same thing.

use super::{load, tables};
use crate::table::{Body, Family, Tables};

/// nlctrl in other words, with an attribute more.
const NLCTRL: &str = "name: nlctrl
protocol: genetlink-legacy
definitions:
  - { name: op-bits, type: flags, entries: [admin-perm, cmd-cap-do] }
attribute-sets:
  - name: top
    attributes:
      - { name: family-id, type: u16 }
      - { name: family-name, type: string }
      - { name: ops, type: indexed-array, sub-type: nest, nested-attributes: op, value: 6 }
      - { name: of-tomorrow, type: u8, value: 99 }
  - { name: op, attributes: [{ name: id, type: u32 }, { name: flags, type: u32, enum: op-bits }] }
  - { name: apart, attributes: [{ name: id, type: u32 }] }
operations:
  enum-model: directional
  list:
    - name: getfamily
      attribute-set: top
      do: { request: { value: 3 }, reply: { value: 1 } }
    - { name: unheard-of, attribute-set: apart, do: { request: { value: 44 } } }
";

fn names(tables: &Tables, family: &Family, at: usize) -> Vec<String> {
    let Body::Attributes(set) = family.messages[at].body else {
        return Vec::new();
    };
    let attributes = tables.set(set).attributes.iter();
    attributes.map(|a| a.name.to_string()).collect()
}

#[test]
fn built_in_names_where_the_tables_know_the_thing() {
    let (tables, loaded) = tables(NLCTRL);
    assert!(loaded.builtin);
    let family = tables.generic("nlctrl").unwrap();
    let messages: Vec<&str> = family.messages.iter().map(|m| m.name.as_str()).collect();
    assert_eq!(
        messages,
        [
            "CTRL_CMD_NEWFAMILY",
            "CTRL_CMD_GETFAMILY",
            "NLCTRL_CMD_UNHEARD_OF"
        ]
    );
    assert_eq!(
        names(&tables, family, 0),
        [
            "CTRL_ATTR_FAMILY_ID",
            "CTRL_ATTR_FAMILY_NAME",
            "CTRL_ATTR_OPS",
            "NLCTRL_A_TOP_OF_TOMORROW"
        ]
    );
    // a set that stands nowhere in the built-in family keeps its own words
    assert_eq!(names(&tables, family, 2), ["NLCTRL_A_APART_ID"]);
}

#[test]
fn inner_sets_and_enumerations_follow() {
    let (tables, _) = tables(NLCTRL);
    let json = super::decode(
        &tables,
        16,
        0x20,
        crate::context::Direction::FromKernel,
        &[0; 4],
    );
    assert!(
        json.starts_with("32"),
        "0x20 is toy, which is not there: {json}"
    );
    let mut text = Vec::new();
    crate::dump::json(&tables, Some("nlctrl"), &mut text);
    let text = String::from_utf8(text).unwrap();
    assert!(text.contains("CTRL_ATTR_OP_FLAGS"), "{text}");
    assert!(text.contains("GENL_CMD_CAP_DO"), "{text}");
}

#[test]
fn which_family_wins() {
    let mut tables = Tables::builtin();
    let builtin = tables.generic("nlctrl").unwrap().messages.len();
    load(&mut tables, "a", NLCTRL).unwrap();
    assert_eq!(tables.generic("nlctrl").unwrap().messages.len(), 3);
    tables.prefer_builtin(true);
    assert_eq!(tables.generic("nlctrl").unwrap().messages.len(), builtin);
    // of two specs the later
    tables.prefer_builtin(false);
    let shorter = NLCTRL.replace(
        "    - { name: unheard-of, attribute-set: apart, do: { request: { value: 44 } } }\n",
        "",
    );
    load(&mut tables, "b", &shorter).unwrap();
    assert_eq!(tables.generic("nlctrl").unwrap().messages.len(), 2);
    let with = |f: &&Family| f.name.as_str() == "nlctrl";
    assert_eq!(tables.families().filter(with).count(), 1);
}
