//! The sets of attributes of a spec and its sub-messages.

use super::Bad;
use super::checks::Checks;
use super::definitions::{enum_use, hint, integer_type, scalar};
use super::spec::{
    AttributeKind, AttributeOf, Choice, FormatOf, Reader, Result, SetOf, constant, name, register,
};
use super::yaml::{Map, Node, short};
use crate::table::Width;
use std::collections::{HashMap, HashSet};

/// How many sets may be parts of one another in a row.
const MAX_SUBSETS: usize = 4;
/// The largest nla_type: two bits are flags.
const MAX_TYPE: i64 = 0x3fff;
/// Sum of the sets' largest types at most: what their indices take.
const MAX_INDEX: usize = 1 << 20;
/// Attributes that hold sub-messages at most.
const MAX_CHOICES: usize = 256;
/// Their formats at most, for each attribute counted.
const MAX_FORMATS: usize = 1 << 16;

const SET: &[&str] = &[
    "name",
    "name-prefix",
    "enum-name",
    "doc",
    "subset-of",
    "attr-cnt-name",
    "attr-max-name",
    "header",
    "attributes",
];
const ATTRIBUTE: &[&str] = &[
    "name",
    "type",
    "doc",
    "value",
    "type-value",
    "byte-order",
    "multi-attr",
    "nested-attributes",
    "enum",
    "enum-as-flags",
    "checks",
    "sub-type",
    "display-hint",
    "name-prefix",
    "struct",
    "sub-message",
    "selector",
    "len",
];
const SUB_MESSAGE: &[&str] = &["name", "doc", "formats"];
const FORMAT: &[&str] = &["value", "doc", "fixed-header", "attribute-set"];

/// A set whose attributes are named and numbered, and not yet typed.
struct Draft<'d> {
    name: &'d str,
    whole: usize,
    attributes: Vec<Source<'d>>,
}

/// What is said of an attribute, the nearest first.
struct Source<'d> {
    name: &'d str,
    constant: String,
    value: u16,
    line: u32,
    maps: Vec<Map<'d>>,
}

impl<'d> Source<'d> {
    fn get(&self, key: &str) -> Option<Node<'d>> {
        self.maps.iter().find_map(|map| map.get(key))
    }
}

/// Reads the sets and the sub-messages.
pub(super) fn read<'d>(
    reader: &mut Reader<'d, '_>,
    top: Map<'d>,
) -> Result<(Vec<SetOf<'d>>, Vec<Choice<'d>>)> {
    let mut maps = Vec::new();
    for node in top.need("attribute-sets")?.list()? {
        let map = node.map()?;
        reader.known(map, SET);
        register(&mut reader.set_names, map.need("name")?, maps.len())?;
        maps.push(map);
    }
    let mut choice_maps = Vec::new();
    if let Some(list) = top.get("sub-messages") {
        for node in list.list()? {
            let map = node.map()?;
            reader.known(map, SUB_MESSAGE);
            let at = choice_maps.len();
            register(&mut reader.choice_names, map.need("name")?, at)?;
            choice_maps.push(map);
        }
    }
    let mut choices = Vec::with_capacity(choice_maps.len());
    for map in choice_maps {
        choices.push(choice(reader, map)?);
    }
    let drafts = drafts(reader, &maps)?;
    let mut sets = Vec::with_capacity(drafts.len());
    let mut index = 0;
    for draft in drafts {
        let mut attributes = Vec::with_capacity(draft.attributes.len());
        for source in &draft.attributes {
            attributes.push(AttributeOf {
                name: source.name,
                constant: source.constant.clone(),
                value: source.value,
                line: source.line,
                kind: kind(reader, source)?,
                multi: source
                    .get("multi-attr")
                    .map_or(Ok(false), |node| node.truth())?,
                checks: Checks::read(reader, source.get("checks"))?,
            });
            index += 1;
        }
        let largest = attributes.iter().map(|a| usize::from(a.value)).max();
        index += largest.unwrap_or(0);
        if index > MAX_INDEX {
            let line = draft.attributes.first().map_or(0, |a| a.line);
            return Err(Bad::new(line, "the attributes' values are too large"));
        }
        sets.push(SetOf {
            name: draft.name,
            whole: draft.whole,
            attributes,
        });
    }
    selectors(reader, &sets, &choices)?;
    Ok((sets, choices))
}

/// Checks that something is called as each selector says, and that their number is sane.
fn selectors(reader: &Reader<'_, '_>, sets: &[SetOf<'_>], choices: &[Choice<'_>]) -> Result<()> {
    let attributes = || sets.iter().flat_map(|s| &s.attributes);
    let mut names: HashSet<&str> = attributes().map(|a| a.name).collect();
    let members = reader.structs.iter().flat_map(|s| &s.members);
    names.extend(members.map(|m| m.name));
    let (mut number, mut formats) = (0, 0);
    for attribute in attributes() {
        let AttributeKind::Choice(at, selector) = attribute.kind else {
            continue;
        };
        if !names.contains(selector) {
            let what = format!("nothing is called \"{}\"", short(selector));
            return Err(Bad::new(attribute.line, what));
        }
        number += 1;
        formats += choices.get(at).map_or(0, |c| c.formats.len());
        if number > MAX_CHOICES || formats > MAX_FORMATS {
            return Err(Bad::new(attribute.line, "too many sub-messages"));
        }
    }
    Ok(())
}

/// Names and numbers: first the sets that are whole, then the parts of those.
fn drafts<'d>(reader: &mut Reader<'d, '_>, maps: &[Map<'d>]) -> Result<Vec<Draft<'d>>> {
    let mut drafts: Vec<Option<Draft<'d>>> = Vec::new();
    for (at, &map) in maps.iter().enumerate() {
        let whole = match map.get("subset-of") {
            Some(_) => None,
            None => Some(whole(reader, map, at)?),
        };
        drafts.push(whole);
    }
    for _ in 0..MAX_SUBSETS {
        let mut made = Vec::new();
        for (at, &map) in maps.iter().enumerate() {
            let Some(node) = map.get("subset-of") else {
                continue;
            };
            let of = Reader::find(&reader.set_names, node, "attribute-set")?;
            if drafts.get(at).is_some_and(Option::is_some) {
                continue;
            }
            if let Some(Some(of)) = drafts.get(of) {
                made.push((at, part(reader, map, of)?));
            }
        }
        for (at, draft) in made {
            if let Some(slot) = drafts.get_mut(at) {
                *slot = Some(draft);
            }
        }
    }
    let open = drafts.iter().position(Option::is_none);
    if let Some(map) = open.and_then(|at| maps.get(at)) {
        let what = format!("a subset of itself, or more than {MAX_SUBSETS} subsets in a row");
        return Err(Bad::new(map.line(), what));
    }
    Ok(drafts.into_iter().flatten().collect())
}

fn whole<'d>(reader: &mut Reader<'d, '_>, map: Map<'d>, at: usize) -> Result<Draft<'d>> {
    let own = map.need("name")?.text()?;
    let family = reader.family;
    let prefix = match map.get("name-prefix") {
        Some(node) => name(node)?.to_owned(),
        None if own == family => format!("{family}-a-"),
        None => format!("{family}-a-{own}-"),
    };
    let mut attributes = Vec::new();
    let mut values = HashMap::new();
    let mut names = HashMap::new();
    let mut next = 1;
    for node in map.need("attributes")?.list()? {
        let map = node.map()?;
        reader.known(map, ATTRIBUTE);
        if let Some(value) = map.get("value") {
            next = value.int()?;
        }
        let key = register(&mut names, map.need("name")?, 0)?;
        if !(0..=MAX_TYPE).contains(&next) {
            let what = format!("{}: {next} is no nla_type", short(key));
            return Err(Bad::new(node.line(), what));
        }
        if let Some(other) = values.insert(next, key) {
            let what = format!("value {next} is \"{}\" already", short(other));
            return Err(Bad::new(node.line(), what));
        }
        let prefix = match map.get("name-prefix") {
            Some(node) => name(node)?,
            None => &prefix,
        };
        attributes.push(Source {
            name: key,
            constant: constant(prefix, key),
            value: next as u16,
            line: node.line(),
            maps: vec![map],
        });
        next += 1;
    }
    Ok(Draft {
        name: own,
        whole: at,
        attributes,
    })
}

fn part<'d>(reader: &mut Reader<'d, '_>, map: Map<'d>, of: &Draft<'d>) -> Result<Draft<'d>> {
    let by_name: HashMap<&str, &Source<'d>> = of.attributes.iter().map(|a| (a.name, a)).collect();
    let mut names = HashSet::new();
    let mut attributes = Vec::new();
    for node in map.need("attributes")?.list()? {
        let map = node.map()?;
        reader.known(map, ATTRIBUTE);
        let key = name(map.need("name")?)?;
        if !names.insert(key) {
            if map.iter().count() > 1 {
                let what = format!("\"{}\" stands twice in the subset", short(key));
                reader.notes.add(node.line(), what);
            }
            continue;
        }
        let Some(base) = by_name.get(key) else {
            let what = format!("\"{}\" is not in \"{}\"", short(key), short(of.name));
            return Err(Bad::new(node.line(), what));
        };
        if let Some(value) = map.get("value")
            && value.int()? != i64::from(base.value)
        {
            let what = format!("{}: a subset cannot change the value", short(key));
            return Err(Bad::new(value.line(), what));
        }
        let mut maps = vec![map];
        maps.extend(&base.maps);
        attributes.push(Source {
            name: key,
            constant: base.constant.clone(),
            value: base.value,
            line: node.line(),
            maps,
        });
    }
    Ok(Draft {
        name: map.need("name")?.text()?,
        whole: of.whole,
        attributes,
    })
}

fn kind<'d>(reader: &mut Reader<'d, '_>, source: &Source<'d>) -> Result<AttributeKind<'d>> {
    let Some(sort) = source.get("type") else {
        return Err(Bad::new(source.line, "\"type\" is missing"));
    };
    let get = |key: &str| source.get(key);
    let text = sort.text()?;
    if let Some((width, signed)) = integer_type(text) {
        return scalar(reader, width, signed, get).map(AttributeKind::Scalar);
    }
    Ok(match text {
        "unused" => AttributeKind::Unused,
        "pad" => AttributeKind::Pad,
        "flag" => AttributeKind::Flag,
        "binary" => binary(reader, source)?,
        "string" => AttributeKind::String(string(reader, source)?),
        "bitfield32" => AttributeKind::Bitfield32(enum_use(reader, get)?),
        "nest" => AttributeKind::Nest(nested(reader, source)?),
        "indexed-array" => AttributeKind::Array(Box::new(element(reader, source)?)),
        "nest-type-value" => {
            let levels = match source.get("type-value") {
                Some(node) => node.list()?.len(),
                None => 0,
            };
            if !(1..=MAX_SUBSETS).contains(&levels) {
                let what = format!("type-value has 1 to {MAX_SUBSETS} names");
                return Err(Bad::new(source.line, what));
            }
            AttributeKind::Levels(levels, nested(reader, source)?)
        }
        "sub-message" => {
            let Some(node) = source.get("sub-message") else {
                return Err(Bad::new(source.line, "\"sub-message\" is missing"));
            };
            let at = Reader::find(&reader.choice_names, node, "sub-message")?;
            match source.get("selector") {
                Some(node) => AttributeKind::Choice(at, name(node)?),
                None => return Err(Bad::new(source.line, "\"selector\" is missing")),
            }
        }
        other => {
            let what = format!("\"{}\" is no type of an attribute", short(other));
            return Err(Bad::new(sort.line(), what));
        }
    })
}

fn binary<'d>(reader: &mut Reader<'d, '_>, source: &Source<'d>) -> Result<AttributeKind<'d>> {
    let get = |key: &str| source.get(key);
    if let Some(node) = source.get("struct") {
        let at = Reader::find(&reader.struct_names, node, "struct")?;
        return Ok(AttributeKind::Struct(at));
    }
    if let Some(node) = source.get("sub-type") {
        match integer_type(node.text()?) {
            Some((width, signed)) if width != Width::ByLength => {
                return scalar(reader, width, signed, get).map(AttributeKind::List);
            }
            _ => {
                let what = format!("{}: a C array of what is no integer", short(source.name));
                reader.notes.add(node.line(), what);
            }
        }
    }
    hint(reader, get).map(AttributeKind::Bytes)
}

fn string<'d>(reader: &mut Reader<'d, '_>, source: &Source<'d>) -> Result<bool> {
    let open = match source.get("checks") {
        Some(node) => node.map()?.get("unterminated-ok"),
        None => None,
    };
    Ok(match open {
        Some(node) => !node.truth()?,
        None => reader.exact,
    })
}

fn nested<'d>(reader: &mut Reader<'d, '_>, source: &Source<'d>) -> Result<Option<usize>> {
    let node = source.get("nested-attributes");
    if node.is_none() {
        let what = format!("{}: \"nested-attributes\" is missing", short(source.name));
        reader.notes.add(source.line, what);
    }
    Reader::find_opt(&reader.set_names, node, "attribute-set")
}

/// What an entry of an indexed array holds.
fn element<'d>(reader: &mut Reader<'d, '_>, source: &Source<'d>) -> Result<AttributeKind<'d>> {
    let Some(sort) = source.get("sub-type") else {
        return Err(Bad::new(source.line, "\"sub-type\" is missing"));
    };
    let get = |key: &str| source.get(key);
    let text = sort.text()?;
    if let Some((width, signed)) = integer_type(text) {
        return scalar(reader, width, signed, get).map(AttributeKind::Scalar);
    }
    Ok(match text {
        "nest" => AttributeKind::Nest(nested(reader, source)?),
        "binary" => match source.get("struct") {
            Some(node) => {
                AttributeKind::Struct(Reader::find(&reader.struct_names, node, "struct")?)
            }
            None => AttributeKind::Bytes(hint(reader, get)?),
        },
        "string" => AttributeKind::String(string(reader, source)?),
        "flag" => AttributeKind::Flag,
        "bitfield32" => AttributeKind::Bitfield32(enum_use(reader, get)?),
        other => {
            let what = format!("\"{}\" is no type of an array's entry", short(other));
            return Err(Bad::new(sort.line(), what));
        }
    })
}

fn choice<'d>(reader: &mut Reader<'d, '_>, map: Map<'d>) -> Result<Choice<'d>> {
    let mut values = HashMap::new();
    let mut formats = Vec::new();
    for node in map.need("formats")?.list()? {
        let map = node.map()?;
        reader.known(map, FORMAT);
        formats.push(FormatOf {
            value: register(&mut values, map.need("value")?, 0)?,
            header: Reader::find_opt(&reader.struct_names, map.get("fixed-header"), "struct")?,
            set: Reader::find_opt(&reader.set_names, map.get("attribute-set"), "attribute-set")?,
        });
    }
    Ok(Choice { formats })
}
