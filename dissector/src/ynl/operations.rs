//! The operations of a spec: how messages are numbered, and which layout each has.

use super::Bad;
use super::spec::{Reader, Record, RequestOf, Result, Way, constant, name, register};
use super::yaml::{Map, Node, short};
use crate::lint::policy::Mode;
use crate::table::Verb;
use std::collections::HashMap;

/// The smallest nlmsg_type that is not a control message's.
const NLMSG_MIN_TYPE: i64 = 16;

const OPERATIONS: &[&str] = &[
    "enum-model",
    "name-prefix",
    "enum-name",
    "async-prefix",
    "async-enum",
    "fixed-header",
    "list",
];
const OPERATION: &[&str] = &[
    "name",
    "doc",
    "value",
    "attribute-set",
    "flags",
    "dont-validate",
    "config-cond",
    "fixed-header",
    "do",
    "dump",
    "notify",
    "event",
    "mcgrp",
];
const SENDING: &[&str] = &["request", "reply", "pre", "post"];
const SIDE: &[&str] = &["attributes", "value"];
const GROUP: &[&str] = &["name", "doc", "c-define-name", "flags", "value"];

/// What the operations have in common.
struct Common<'d> {
    prefix: String,
    async_prefix: String,
    header: Option<usize>,
    operations: HashMap<&'d str, usize>,
    maps: Vec<Map<'d>>,
    generic: bool,
}

/// What operations are made of.
type Read<'d> = (Vec<Record<'d>>, Vec<RequestOf<'d>>);

/// Reads the operations; the records are sorted by value.
pub(super) fn read<'d>(
    reader: &mut Reader<'d, '_>,
    top: Map<'d>,
    generic: bool,
) -> Result<Read<'d>> {
    let map = top.need("operations")?.map()?;
    reader.known(map, OPERATIONS);
    let directional = match map.get("enum-model") {
        None => false,
        Some(node) => match node.text()? {
            "unified" => false,
            "directional" => true,
            other => {
                let what = format!("\"{}\" is no enum-model", short(other));
                return Err(Bad::new(node.line(), what));
            }
        },
    };
    let prefix = match map.get("name-prefix") {
        Some(node) => name(node)?.to_owned(),
        None => format!("{}-cmd-", reader.family),
    };
    let mut common = Common {
        async_prefix: match map.get("async-prefix") {
            Some(node) => name(node)?.to_owned(),
            None => prefix.clone(),
        },
        prefix,
        header: Reader::find_opt(&reader.struct_names, map.get("fixed-header"), "struct")?,
        operations: HashMap::new(),
        maps: Vec::new(),
        generic,
    };
    for node in map.need("list")?.list()? {
        let map = node.map()?;
        reader.known(map, OPERATION);
        let at = common.maps.len();
        register(&mut common.operations, map.need("name")?, at)?;
        common.maps.push(map);
    }
    let (mut records, mut requests) = (Vec::new(), Vec::new());
    let (mut request, mut reply) = (1, 1);
    for &map in &common.maps {
        let one = Operation::read(reader, &common, map)?;
        if directional {
            let from = records.len();
            one.directional(&mut request, &mut reply, &mut records)?;
            let sent = records.get(from..).unwrap_or(&[]).iter();
            let sent = sent.filter(|r| r.way == Way::Request).map(|r| r.value);
            one.requests(sent.collect(), &mut requests);
        } else {
            one.unified(&mut request, &mut records)?;
            let value = records.last().map(|r| r.value);
            one.requests(value.into_iter().collect(), &mut requests);
        }
    }
    Ok((settle(reader, records, generic), requests))
}

/// What `do` or `dump` says.
struct Sending<'d> {
    dump: bool,
    request: Option<i64>,
    reply: Option<i64>,
    /// It has a reply.
    answers: bool,
    /// What its request may have.
    attributes: Option<Vec<&'d str>>,
}

impl<'d> Sending<'d> {
    fn read(reader: &mut Reader<'d, '_>, map: Map<'d>, dump: bool) -> Result<Self> {
        reader.known(map, SENDING);
        let mut value = |key: &str| -> Result<Option<i64>> {
            let Some(node) = map.get(key) else {
                return Ok(None);
            };
            let side = node.map()?;
            reader.known(side, SIDE);
            side.get("value").map(|n| n.int()).transpose()
        };
        Ok(Sending {
            dump,
            request: value("request")?,
            reply: value("reply")?,
            answers: map.iter().any(|(key, _)| key == "reply"),
            attributes: match map.get("request") {
                Some(side) => texts(side.map()?.get("attributes"))?,
                None => None,
            },
        })
    }
}

/// The entries of a list, where it is there.
fn texts(node: Option<Node<'_>>) -> Result<Option<Vec<&str>>> {
    match node {
        Some(node) if !node.is_null() => node
            .list()?
            .map(|n| n.text())
            .collect::<Result<_>>()
            .map(Some),
        _ => Ok(None),
    }
}

/// An operation, a notification or an event.
struct Operation<'d> {
    map: Map<'d>,
    name: &'d str,
    constant: String,
    verb: Verb,
    header: Option<usize>,
    set: Option<usize>,
    modes: Vec<Sending<'d>>,
    /// What the kernel is not to check: `strict`, `dump`, `dump-strict`.
    lenient: Vec<&'d str>,
    asynchronous: bool,
    largest: i64,
}

impl<'d> Operation<'d> {
    fn read(reader: &mut Reader<'d, '_>, common: &Common<'d>, map: Map<'d>) -> Result<Self> {
        let own = map.need("name")?.text()?;
        let mut modes = Vec::new();
        for key in ["do", "dump"] {
            if let Some(node) = map.get(key) {
                modes.push(Sending::read(reader, node.map()?, key == "dump")?);
            }
        }
        let shares = match map.get("notify") {
            Some(node) => {
                let at = Reader::find(&common.operations, node, "operation")?;
                common.maps.get(at).copied()
            }
            None => None,
        };
        let look = |key: &str| map.get(key).or_else(|| shares.and_then(|m| m.get(key)));
        let asynchronous = shares.is_some() || map.get("event").is_some();
        let prefix = if asynchronous {
            &common.async_prefix
        } else {
            &common.prefix
        };
        let set = Reader::find_opt(&reader.set_names, look("attribute-set"), "attribute-set")?;
        if set.is_none() && (asynchronous || !modes.is_empty()) {
            let what = format!("{}: \"attribute-set\" is missing", short(own));
            reader.notes.add(map.line(), what);
        }
        let header = Reader::find_opt(&reader.struct_names, look("fixed-header"), "struct")?;
        Ok(Operation {
            map,
            name: own,
            constant: constant(prefix, own),
            verb: verb(own, map.get("dump").is_some() && map.get("do").is_none()),
            header: header.or(common.header),
            set,
            modes,
            lenient: texts(map.get("dont-validate"))?.unwrap_or_default(),
            asynchronous,
            largest: if common.generic { 0xff } else { 0xffff },
        })
    }

    /// Its requests, which have these values: one for all, or each its own.
    fn requests(&self, values: Vec<u16>, requests: &mut Vec<RequestOf<'d>>) {
        if self.asynchronous {
            return;
        }
        for (at, sending) in self.modes.iter().enumerate() {
            let Some(value) = values.get(at).or(values.first()) else {
                continue;
            };
            let lenient = |word: &str| self.lenient.contains(&word);
            let mode = match sending.dump {
                true if lenient("dump") => Mode::Unchecked,
                true if lenient("dump-strict") => Mode::Liberal,
                false if lenient("strict") => Mode::Liberal,
                _ => Mode::Strict,
            };
            requests.push(RequestOf {
                name: self.name,
                value: *value,
                dump: sending.dump,
                mode,
                set: self.set,
                attributes: sending.attributes.clone(),
            });
        }
    }

    /// One number for both ways.
    fn unified(&self, next: &mut i64, records: &mut Vec<Record<'d>>) -> Result<()> {
        if let Some(node) = self.map.get("value") {
            *next = node.int()?;
        }
        records.push(self.record(*next, Way::Both)?);
        *next += 1;
        Ok(())
    }

    /// A number for each way. A call takes one for its request even where the spec does not
    /// describe it, and one for its reply only where it does; `do` and `dump` share them.
    fn directional(
        &self,
        request: &mut i64,
        reply: &mut i64,
        records: &mut Vec<Record<'d>>,
    ) -> Result<()> {
        if self.asynchronous {
            if let Some(node) = self.map.get("value") {
                *reply = node.int()?;
            }
            records.push(self.record(*reply, Way::Reply)?);
            *reply += 1;
            return Ok(());
        }
        let Some((first, others)) = self.modes.split_first() else {
            let what = format!("{}: neither do, dump, notify nor event", short(self.name));
            return Err(Bad::new(self.map.line(), what));
        };
        if let Some(value) = first.request {
            *request = value;
        }
        if let Some(value) = first.reply {
            *reply = value;
        }
        records.push(self.record(*request, Way::Request)?);
        if first.answers {
            records.push(self.record(*reply, Way::Reply)?);
        }
        for other in others {
            if let Some(value) = other.request.filter(|v| v != request) {
                records.push(self.record(value, Way::Request)?);
            }
            let known = first.answers.then_some(*reply);
            if let Some(value) = other.reply.filter(|v| Some(*v) != known) {
                records.push(self.record(value, Way::Reply)?);
            }
        }
        *request += 1;
        *reply += i64::from(first.answers);
        Ok(())
    }

    fn record(&self, value: i64, way: Way) -> Result<Record<'d>> {
        if !(0..=self.largest).contains(&value) {
            let what = format!("{}: {value} is no message's value", short(self.name));
            return Err(Bad::new(self.map.line(), what));
        }
        let answers = way == Way::Reply && !self.asynchronous;
        Ok(Record {
            name: self.name,
            constant: if answers {
                format!("{}_REPLY", self.constant)
            } else {
                self.constant.clone()
            },
            value: value as u16,
            way,
            verb: match self.verb {
                // what is asked for comes as a message that makes
                Verb::Get if way == Way::Reply => Verb::New,
                verb => verb,
            },
            header: self.header,
            set: self.set,
            line: self.map.line(),
        })
    }
}

/// One layout for each value and way, those that hold both ways last.
fn settle<'d>(
    reader: &mut Reader<'d, '_>,
    mut records: Vec<Record<'d>>,
    generic: bool,
) -> Vec<Record<'d>> {
    records.sort_by_key(|r| r.value);
    let mut settled: Vec<Record<'d>> = Vec::with_capacity(records.len());
    for record in records {
        if !generic && i64::from(record.value) < NLMSG_MIN_TYPE {
            let what = format!("{}: values below 16 are control messages", record.name);
            reader.notes.add(record.line, what);
            continue;
        }
        // of a value there are two at most: the request's and the reply's
        let from = settled.len().saturating_sub(2);
        let mut same = settled.iter_mut().skip(from);
        let same = same.find(|s| {
            let alike = s.set == record.set && s.header == record.header;
            s.value == record.value && (covers(s.way, record.way) || alike)
        });
        match same {
            None => settled.push(record),
            Some(same) if covers(same.way, record.way) => {}
            Some(same) => {
                if record.way == Way::Request {
                    *same = record;
                }
                same.way = Way::Both;
            }
        }
    }
    settled
}

/// Whether a layout for the one holds for the other.
fn covers(has: Way, wants: Way) -> bool {
    has == wants || has == Way::Both
}

/// What a message does, as far as its name tells.
fn verb(name: &str, dumps: bool) -> Verb {
    let is = |words: &[&str]| name.split(['-', '_']).any(|part| words.contains(&part));
    let begins = |words: &[&str]| words.iter().any(|w| name.starts_with(w));
    if is(&["get", "dump", "list"]) || begins(&["get"]) {
        Verb::Get
    } else if is(&["del", "delete", "remove", "destroy", "flush"]) || begins(&["del", "destroy"]) {
        Verb::Del
    } else if is(&["new", "add", "set", "create", "replace"]) || begins(&["new", "set"]) {
        Verb::New
    } else if dumps {
        Verb::Get
    } else {
        Verb::Other
    }
}

/// Reads the multicast groups.
pub(super) fn groups<'d>(
    reader: &mut Reader<'d, '_>,
    top: Map<'d>,
    generic: bool,
) -> Result<Vec<(String, u32)>> {
    let Some(node) = top.get("mcast-groups") else {
        return Ok(Vec::new());
    };
    let map = node.map()?;
    reader.known(map, &["list"]);
    let mut groups = Vec::new();
    for node in map.need("list")?.list()? {
        let map = node.map()?;
        reader.known(map, GROUP);
        let own = name(map.need("name")?)?;
        if generic {
            groups.push((own.to_owned(), 0));
            continue;
        }
        // without a number nobody can tell which group it is
        let Some(value) = map.get("value") else {
            continue;
        };
        let n = value.int()?;
        let Ok(n) = u32::try_from(n) else {
            return Err(Bad::new(value.line(), format!("{n} is no group")));
        };
        groups.push((constant("", own), n));
    }
    Ok(groups)
}
