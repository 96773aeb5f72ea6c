//! Random conditions on messages, as a filter spells them and as they hold of the JSON.

use netlink_dissector::sink::{Class, Flow, Sink, Value as Leaf};
use netlink_dissector::walk::{Key, Node};
use serde_json::Value;
use std::collections::HashSet;

/// Numbers that look random and are the same in each run.
pub struct Random(pub u64);

impl Random {
    pub fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    pub fn below(&mut self, n: usize) -> usize {
        (self.next() % n.max(1) as u64) as usize
    }

    pub fn one_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }

    pub fn pick<'p, T>(&mut self, from: &'p [T]) -> &'p T {
        &from[self.below(from.len())]
    }

    /// A message with some of its bytes changed.
    pub fn damage(&mut self, message: &[u8]) -> Vec<u8> {
        let mut bytes = message.to_vec();
        for _ in 0..self.below(4) {
            let at = 16 + self.below(bytes.len().saturating_sub(16));
            if let Some(byte) = bytes.get_mut(at) {
                *byte = match self.below(3) {
                    0 => self.next() as u8,
                    1 => byte.wrapping_add(1),
                    _ => 0,
                };
            }
        }
        bytes
    }
}

/// The names of map keys: a path may leave them out.
#[derive(Default)]
pub struct Keys(pub HashSet<String>);

impl Keys {
    fn see(&mut self, node: &Node<'_>) {
        if let Key::Entry(_, Some(name)) = node.key {
            self.0.insert(name.to_string());
        }
    }
}

impl Sink for Keys {
    fn enter(&mut self, node: &Node<'_>, _: Class) -> Flow {
        self.see(node);
        Flow::Continue
    }

    fn leave(&mut self) {}

    fn leaf(&mut self, node: &Node<'_>, _: &Leaf<'_>) -> Flow {
        self.see(node);
        Flow::Continue
    }

    fn as_dyn(&mut self) -> &mut dyn Sink {
        self
    }
}

/// A key without the count of its repeats; `None` where it has no name of its own.
fn name(key: &str) -> Option<&str> {
    let key = match key.char_indices().skip(1).find(|(_, c)| *c == '#') {
        Some((at, _)) => &key[..at],
        None => key,
    };
    (key != "attributes" && key.parse::<u64>().is_err()).then_some(key)
}

/// What stands in JSON at the places where a path ends, the containers too.
pub fn at<'j>(json: &'j Value, path: &[String], keys: &HashSet<String>) -> Vec<&'j Value> {
    fn search<'j>(
        json: &'j Value,
        come: &[usize],
        path: &[String],
        keys: &HashSet<String>,
        top: bool,
        found: &mut Vec<&'j Value>,
    ) {
        match json {
            Value::Array(all) => {
                for one in all {
                    if come.contains(&path.len()) && !one.is_array() {
                        found.push(one);
                    }
                    search(one, come, path, keys, false, found);
                }
            }
            Value::Object(all) => {
                for (key, value) in all {
                    if top
                        && ["request", "diagnostics", "cause", "copy_of", "process"]
                            .contains(&&**key)
                    {
                        continue;
                    }
                    let Some(name) = name(key) else {
                        if come.contains(&path.len()) {
                            found.push(value);
                        }
                        search(value, come, path, keys, false, found);
                        continue;
                    };
                    let mut next: Vec<usize> = Vec::new();
                    for from in come.iter().chain([&0]) {
                        if path.get(*from).is_some_and(|part| part == name) {
                            next.push(from + 1);
                        }
                    }
                    let key = keys.contains(name);
                    if next.contains(&path.len()) || (key && come.contains(&path.len())) {
                        found.push(value);
                    }
                    if key {
                        next.extend(come);
                    }
                    // the echoed request is another message
                    if name == "msg" && value.get("nlmsg_type").is_some() {
                        continue;
                    }
                    search(value, &next, path, keys, false, found);
                }
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    search(json, &[], path, keys, true, &mut found);
    found
}

/// A test as a filter spells it, and the same on JSON.
pub struct Test {
    pub expression: String,
    path: Vec<String>,
    is: Box<dyn Fn(&Value) -> bool>,
    negated: bool,
}

impl Test {
    pub fn holds(&self, json: &Value, keys: &HashSet<String>) -> bool {
        self.holds_in([(json, keys)])
    }

    /// Of several messages together.
    pub fn holds_in<'j>(
        &self,
        all: impl IntoIterator<Item = (&'j Value, &'j HashSet<String>)>,
    ) -> bool {
        let found = |(json, keys)| at(json, &self.path, keys);
        let found: Vec<&Value> = all.into_iter().flat_map(found).collect();
        let any = found.iter().any(|value| (self.is)(value));
        if self.negated {
            !found.is_empty() && !any
        } else {
            any
        }
    }
}

/// All places of a message: path and value.
pub fn places(
    json: &Value,
    path: &mut Vec<String>,
    top: bool,
    all: &mut Vec<(Vec<String>, Value)>,
) {
    const ENVELOPE: [&str; 14] = [
        "request",
        "diagnostics",
        "frame",
        "message",
        "time",
        "protocol",
        "family",
        "family_from",
        "direction",
        "port",
        "process",
        "cause",
        "copy_of",
        "interface",
    ];
    match json {
        Value::Array(entries) => {
            for entry in entries {
                if !path.is_empty() && !entry.is_object() && !entry.is_array() {
                    all.push((path.clone(), entry.clone()));
                }
                places(entry, path, false, all);
            }
        }
        Value::Object(fields) => {
            for (key, value) in fields {
                if top && ENVELOPE.contains(&key.as_str()) || key == "msg" {
                    continue;
                }
                // how bytes are written is no field
                let form = ["hex", "text", "value", "selector"].contains(&key.as_str());
                if form {
                    continue;
                }
                let named = name(key).filter(|n| !n.contains(['.', ' ']));
                if let Some(name) = named {
                    path.push(name.to_owned());
                    all.push((path.clone(), value.clone()));
                }
                places(value, path, false, all);
                if named.is_some() {
                    path.pop();
                }
            }
        }
        _ => {}
    }
}

/// A test that some message passes, or nearly.
pub fn test(random: &mut Random, all: &[(Vec<String>, Value)]) -> Option<Test> {
    let (whole, value) = random.pick(all);
    // alone, a name of the envelope means that
    let taken = [
        "family",
        "protocol",
        "port",
        "message",
        "time",
        "interface",
        "dev",
    ];
    let from = match taken.contains(&whole.last()?.as_str()) {
        true => whole.len().checked_sub(2)?,
        false => random.below(whole.len()),
    };
    let path = whole[from..].to_vec();
    let field = path.join(".");
    let here = |expression| Test {
        expression,
        path: path.clone(),
        is: Box::new(|_| true),
        negated: false,
    };
    if random.one_in(4) {
        return Some(here(field));
    }
    let made = |expression, is: Box<dyn Fn(&Value) -> bool>, negated| {
        Some(Test {
            expression,
            path: path.clone(),
            is,
            negated,
        })
    };
    match value {
        Value::Number(n) => {
            let n = i128::from(n.as_i64().unwrap_or(0)).max(n.as_u64().unwrap_or(0).into());
            let n = n + random.below(3) as i128 - 1;
            let of = move |v: &Value| match v {
                Value::Number(v) => v.as_i64().map(i128::from).or(v.as_u64().map(i128::from)),
                _ => None,
            };
            type Compare = (&'static str, fn(i128, i128) -> bool);
            const COMPARE: [Compare; 6] = [
                ("==", |a, b| a == b),
                ("!=", |a, b| a == b),
                ("<", |a, b| a < b),
                ("le", |a, b| a <= b),
                (">", |a, b| a > b),
                ("ge", |a, b| a >= b),
            ];
            let (word, compare) = *random.pick(&COMPARE);
            let is = move |v: &Value| of(v).is_some_and(|v| compare(v, n));
            made(format!("{field} {word} {n}"), Box::new(is), word == "!=")
        }
        Value::String(text) if text.chars().all(|c| c.is_ascii_graphic() && c != '\\') => {
            let quoted = format!("\"{}\"", text.replace('"', "\\\""));
            let text = text.clone();
            match random.below(4) {
                0 => made(
                    format!("{field} == {quoted}"),
                    Box::new(move |v| v.as_str() == Some(&text)),
                    false,
                ),
                1 => made(
                    format!("{field} != {quoted}"),
                    Box::new(move |v| v.as_str() == Some(&text)),
                    true,
                ),
                2 => made(
                    format!("{field} in {{{quoted}, {quoted}}}"),
                    Box::new(move |v| v.as_str() == Some(&text)),
                    false,
                ),
                _ => {
                    let part: String = text.chars().take(3).collect();
                    // addresses are no strings to a filter
                    if text.contains(['"', ':', '.']) {
                        return Some(here(field));
                    }
                    made(
                        format!("{field} contains \"{part}\""),
                        Box::new(move |v| v.as_str().is_some_and(|v| v.contains(&part))),
                        false,
                    )
                }
            }
        }
        Value::Array(flags) if flags.iter().all(Value::is_string) && !flags.is_empty() => {
            let flag = random.pick(flags).as_str()?.to_owned();
            let is = {
                let flag = flag.clone();
                move |v: &Value| match v {
                    Value::Array(all) => all.iter().any(|v| v.as_str() == Some(&flag)),
                    _ => false,
                }
            };
            let operator = match whole.last()?.contains("FLAGS") || field.ends_with("flags") {
                true => "&",
                false => "==",
            };
            made(
                format!("{field} {operator} \"{flag}\""),
                Box::new(is),
                false,
            )
        }
        Value::Bool(true) => made(
            format!("{field} == true"),
            Box::new(|v| v == &Value::Bool(true)),
            false,
        ),
        _ => Some(here(field)),
    }
}
