//! A message's canonical form as a tree, and in what two of them differ.

use super::align::{Element, Step, in_any_order, in_order};
use super::canon::{At, Build, Plain, Shape};
use super::names::Binding;
use super::print::{add_member, holder, leaf, plain_number, role_number};
use super::rules::Rules;
use crate::sink::Value;
use crate::sink::json::value::{write_string, write_value as write_json};
use crate::sink::text::value::write_value as write_text;
use crate::walk::{Key, Node};
use std::fmt::Write;

/// A node of a canonical form.
#[derive(Clone, Debug)]
pub struct Part {
    /// Its name; empty for an entry of an array.
    pub name: String,
    /// What it is.
    pub content: Content,
    key: u64,
    number: u64,
    /// The order of its members says nothing.
    bag: bool,
}

/// What a node is.
#[derive(Clone, Debug)]
pub enum Content {
    /// A value: as people read it, and as JSON.
    Value {
        /// For people. Nothing from a capture comes through unescaped.
        text: String,
        /// JSON.
        json: String,
    },
    /// Others.
    Parts {
        /// They have no names.
        list: bool,
        /// The members.
        parts: Vec<Part>,
    },
}

/// A difference between two forms.
#[derive(Clone, Copy, Debug)]
pub struct Change<'f> {
    /// What it is in the first; nothing where only the second has it.
    pub a: Option<&'f Part>,
    /// What it is in the second.
    pub b: Option<&'f Part>,
}

struct Open {
    at: At,
    name: String,
    shape: Shape,
    parts: Vec<Part>,
}

/// Builds the tree.
pub(super) struct Tree<'r> {
    rules: &'r Rules,
    binding: &'r Binding,
    side: usize,
    show_keys: bool,
    open: Vec<Open>,
    top: Vec<Part>,
}

impl<'r> Tree<'r> {
    pub(super) fn new(
        rules: &'r Rules,
        binding: &'r Binding,
        side: usize,
        show_keys: bool,
    ) -> Tree<'r> {
        Tree {
            rules,
            binding,
            side,
            show_keys,
            open: Vec::new(),
            top: Vec::new(),
        }
    }

    /// The form that was built.
    pub(super) fn take(&mut self) -> Form {
        self.open.clear();
        Form {
            parts: std::mem::take(&mut self.top),
        }
    }

    fn inside(&self) -> Shape {
        self.open.last().map_or(Shape::Named, |open| open.shape)
    }

    fn put(&mut self, part: Part) {
        match self.open.last_mut() {
            Some(open) => open.parts.push(part),
            None => self.top.push(part),
        }
    }
}

fn name_of(node: &Node<'_>, inside: Shape) -> String {
    let mut name = match node.key {
        Key::Entry(_, None) if inside != Shape::Named => String::new(),
        key => key.to_string(),
    };
    if node.repeat > 0 {
        let _ = write!(name, "#{}", node.repeat);
    }
    name
}

impl Build for Tree<'_> {
    fn enter(&mut self, at: &At, node: &Node<'_>, shape: Shape) {
        self.open.push(Open {
            at: *at,
            name: name_of(node, self.inside()),
            shape,
            parts: Vec::new(),
        });
    }

    fn leave(&mut self) {
        let Some(open) = self.open.pop() else {
            return;
        };
        let members = open.parts.iter();
        let sum = members.fold(0, |sum, part| {
            add_member(open.shape, sum, part.key, part.number)
        });
        self.put(Part {
            name: open.name,
            key: open.at.key,
            number: holder(open.shape, sum),
            bag: open.shape == Shape::Bag,
            content: Content::Parts {
                list: open.shape != Shape::Named,
                parts: open.parts,
            },
        });
    }

    fn leaf(&mut self, at: &At, node: &Node<'_>, value: &Value<'_>, plain: Plain<'_>) {
        let (mut text, mut json) = (Vec::new(), Vec::new());
        let number = match plain {
            Plain::Role(role, name) => {
                role_number(role, self.rules, self.binding.number(self.side, role, name))
            }
            plain => plain_number(self.rules, &plain),
        };
        match value {
            // by its name, as it is compared
            Value::Interface {
                name: Some(name), ..
            } => {
                text.extend(name.escape_debug().to_string().bytes());
                write_string(&mut json, name);
            }
            value => {
                write_text(&mut text, value, self.show_keys);
                write_json(&mut json, value);
            }
        }
        self.put(Part {
            name: name_of(node, self.inside()),
            key: at.key,
            number: leaf(number),
            bag: false,
            content: Content::Value {
                text: String::from_utf8_lossy(&text).into_owned(),
                json: String::from_utf8_lossy(&json).into_owned(),
            },
        });
    }
}

/// A message's canonical form.
#[derive(Clone, Debug, Default)]
pub struct Form {
    /// Headers, fields and attributes, in the order of the bytes.
    pub parts: Vec<Part>,
}

impl Form {
    /// In what another form differs, each with its path.
    pub fn changes<'f>(&'f self, other: &'f Form) -> Vec<(String, Change<'f>)> {
        let mut changes = Vec::new();
        named(&self.parts, &other.parts, &mut String::new(), &mut changes);
        changes
    }
}

impl Part {
    /// Leaves at and below it, with their numbers.
    fn leaves(&self, numbers: &mut Vec<u64>) {
        match &self.content {
            Content::Value { .. } => numbers.push(super::rules::mix(self.key, self.number)),
            Content::Parts { parts, .. } => parts.iter().for_each(|part| part.leaves(numbers)),
        }
    }

    /// Its value for people: what it holds on one line, where it holds others.
    pub fn line(&self) -> String {
        let mut line = String::new();
        self.write_line(&mut line);
        line
    }

    fn write_line(&self, line: &mut String) {
        match &self.content {
            Content::Value { text, .. } => line.push_str(text),
            Content::Parts { list, parts } => {
                let (open, close) = if *list { ('[', ']') } else { ('{', '}') };
                line.push(open);
                for (i, part) in parts.iter().enumerate() {
                    if i > 0 {
                        line.push_str(", ");
                    }
                    if !part.name.is_empty() {
                        let _ = write!(line, "{}: ", part.name);
                    }
                    part.write_line(line);
                }
                line.push(close);
            }
        }
    }

    /// It as JSON.
    pub fn json(&self) -> String {
        let mut json = String::new();
        self.write_json(&mut json);
        json
    }

    fn write_json(&self, out: &mut String) {
        match &self.content {
            Content::Value { json, .. } => out.push_str(json),
            Content::Parts { list: false, parts } => {
                out.push('{');
                for (i, part) in parts.iter().enumerate() {
                    if i > 0 {
                        out.push(',');
                    }
                    push_quoted(out, &part.name);
                    out.push(':');
                    part.write_json(out);
                }
                out.push('}');
            }
            Content::Parts { list: true, parts } => {
                out.push('[');
                for (i, part) in parts.iter().enumerate() {
                    if i > 0 {
                        out.push(',');
                    }
                    if part.name.is_empty() {
                        part.write_json(out);
                    } else {
                        out.push('{');
                        push_quoted(out, &part.name);
                        out.push(':');
                        part.write_json(out);
                        out.push('}');
                    }
                }
                out.push(']');
            }
        }
    }
}

fn push_quoted(out: &mut String, text: &str) {
    let mut quoted = Vec::new();
    write_string(&mut quoted, text);
    out.push_str(&String::from_utf8_lossy(&quoted));
}

/// Runs `inside` with a name more at the end of the path.
fn below(path: &mut String, name: &str, inside: impl FnOnce(&mut String)) {
    let len = path.len();
    if !path.is_empty() && !name.starts_with('[') {
        path.push('.');
    }
    path.push_str(name);
    inside(path);
    path.truncate(len);
}

fn both<'f>(a: &'f Part, b: &'f Part, path: &mut String, changes: &mut Vec<(String, Change<'f>)>) {
    if a.number == b.number {
        return;
    }
    match (&a.content, &b.content) {
        (
            Content::Parts {
                list: false,
                parts: x,
            },
            Content::Parts {
                list: false,
                parts: y,
            },
        ) => named(x, y, path, changes),
        (
            Content::Parts {
                list: true,
                parts: x,
            },
            Content::Parts {
                list: true,
                parts: y,
            },
        ) => row(x, y, a.bag, path, changes),
        _ => changes.push((
            path.clone(),
            Change {
                a: Some(a),
                b: Some(b),
            },
        )),
    }
}

/// Members that have names.
fn named<'f>(
    a: &'f [Part],
    b: &'f [Part],
    path: &mut String,
    changes: &mut Vec<(String, Change<'f>)>,
) {
    for part in a {
        let other = b.iter().find(|other| other.key == part.key);
        below(path, &part.name, |path| match other {
            Some(other) => both(part, other, path, changes),
            None => changes.push((
                path.clone(),
                Change {
                    a: Some(part),
                    b: None,
                },
            )),
        });
    }
    for part in b {
        if !a.iter().any(|other| other.key == part.key) {
            below(path, &part.name, |path| {
                changes.push((
                    path.clone(),
                    Change {
                        a: None,
                        b: Some(part),
                    },
                ));
            });
        }
    }
}

/// Members whose order is the meaning, or that have no names.
fn row<'f>(
    a: &'f [Part],
    b: &'f [Part],
    bag: bool,
    path: &mut String,
    changes: &mut Vec<(String, Change<'f>)>,
) {
    let element = |part: &Part| Element {
        whole: super::rules::mix(part.number, part.key_of_row()),
        subject: 0,
        kind: part.key_of_row(),
        keyed: false,
    };
    let (x, y): (Vec<Element>, Vec<Element>) = (
        a.iter().map(element).collect(),
        b.iter().map(element).collect(),
    );
    let alike = |i: usize, j: usize| match (a.get(i), b.get(j)) {
        (Some(p), Some(q)) => how_alike(p, q),
        _ => 0,
    };
    let steps = match bag {
        true => in_any_order(&x, &y, &alike),
        false => in_order(&x, &y, &alike),
    };
    for step in steps {
        let (i, j) = match step {
            Step::Same(..) => continue,
            Step::Changed(i, j) | Step::Moved(i, j) => (Some(i), Some(j)),
            Step::Removed(i) => (Some(i), None),
            Step::Added(j) => (None, Some(j)),
        };
        let (p, q) = (i.and_then(|i| a.get(i)), j.and_then(|j| b.get(j)));
        let name = p.or(q).map_or("", |part| part.name.as_str());
        let position = match (i, j) {
            (Some(i), Some(j)) if i != j => format!("[{i}→{j}]"),
            (Some(at), _) | (_, Some(at)) => format!("[{at}]"),
            _ => String::new(),
        };
        below(path, &position, |path| {
            if name.is_empty() {
                step_of(p, q, path, changes);
            } else {
                below(path, name, |path| step_of(p, q, path, changes));
            }
        });
    }
}

fn step_of<'f>(
    a: Option<&'f Part>,
    b: Option<&'f Part>,
    path: &mut String,
    changes: &mut Vec<(String, Change<'f>)>,
) {
    match (a, b) {
        (Some(a), Some(b)) if a.number != b.number => both(a, b, path, changes),
        _ => changes.push((path.clone(), Change { a, b })),
    }
}

impl Part {
    /// In a row, what has no name counts by what it is.
    fn key_of_row(&self) -> u64 {
        if self.name.is_empty() { 0 } else { self.key }
    }
}

fn how_alike(a: &Part, b: &Part) -> u32 {
    match (&a.content, &b.content) {
        (Content::Value { .. }, Content::Value { .. }) => 100,
        (Content::Parts { .. }, Content::Parts { .. }) => {
            let (mut x, mut y) = (Vec::new(), Vec::new());
            a.leaves(&mut x);
            b.leaves(&mut y);
            let of = |number: &u64| Element {
                whole: *number,
                subject: *number,
                kind: 0,
                keyed: true,
            };
            let (x, y): (Vec<Element>, Vec<Element>) =
                (x.iter().map(of).collect(), y.iter().map(of).collect());
            let steps = in_any_order(&x, &y, &|_, _| 0);
            let same = steps.iter().filter(|s| matches!(s, Step::Same(..))).count();
            let all = x.len().max(y.len()).max(1);
            (same * 100 / all) as u32
        }
        _ => 0,
    }
}
