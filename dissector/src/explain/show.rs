//! Explanations as text and as JSON.

use super::{Explained, Fact, Member, Place};
use crate::dump::Writer;
use crate::sink::json::value::write_number;
use std::io::Write;

/// How wide lines become.
const WIDTH: usize = 100;
/// Where what is said of a label begins.
const COLUMN: usize = 13;
/// How many meanings of one name are shown before the rest is only counted.
const MEANINGS: usize = 6;
/// How many values of an attribute are shown.
const VALUES: usize = 12;
/// How many places, and of each how many messages.
const PLACES: usize = 5;
const MESSAGES: usize = 4;

/// Writes what a name means, an empty line between meanings.
pub fn text(meanings: &[Explained], out: &mut Vec<u8>) {
    for (i, one) in meanings.iter().take(MEANINGS).enumerate() {
        if i > 0 {
            out.push(b'\n');
        }
        meaning(one, out);
    }
    if let Some(more) = meanings.len().checked_sub(MEANINGS + 1) {
        let _ = writeln!(out, "\nand {} more of this name", more + 1);
    }
}

fn meaning(one: &Explained, out: &mut Vec<u8>) {
    let _ = write!(out, "{}: {}", one.name, one.what);
    if let Some(of) = &one.of {
        let _ = write!(out, " of {of}");
    }
    out.push(b'\n');
    if let Some(says) = &one.says {
        wrapped(out, 2, says);
    }
    for (label, fact) in &one.facts {
        match fact {
            Fact::Words(words) if *label == "layout" => {
                for word in words {
                    labelled(out, label, word);
                }
            }
            Fact::Words(words) => labelled(out, label, &few(words, VALUES)),
            fact => labelled(out, label, &word(fact)),
        }
    }
    let whole = !matches!(one.what, "attribute" | "field" | "bit-field");
    members(one, whole, out);
    for (i, place) in one.places.iter().take(PLACES).enumerate() {
        labelled(out, if i == 0 { "stands in" } else { "" }, &stands(place));
    }
    let more = one.more_places + one.places.len().saturating_sub(PLACES);
    if more > 0 {
        labelled(out, "", &format!("and {more} more"));
    }
    if let Some(filter) = &one.filter {
        labelled(out, "filter", filter);
    }
}

fn stands(place: &Place) -> String {
    let messages = few(&place.messages, MESSAGES);
    match place.path.as_slice() {
        [] => messages,
        path => format!("{} of {messages}", path.join(".")),
    }
}

fn members(one: &Explained, whole: bool, out: &mut Vec<u8>) {
    if !whole {
        let value = |m: &Member| match &m.value {
            Some(value) => format!("{} {}", word(value), m.name),
            None => m.name.clone(),
        };
        let values: Vec<String> = one.members.iter().map(value).collect();
        if !values.is_empty() {
            labelled(out, "values", &few(&values, VALUES));
        }
        return;
    }
    for member in &one.members {
        let value = member.value.as_ref().map(word).unwrap_or_default();
        let _ = write!(out, "  {value:>10} {}", member.name);
        if let Some(kind) = &member.kind {
            let _ = write!(out, ": {kind}");
        }
        out.push(b'\n');
    }
}

fn few(words: &[String], most: usize) -> String {
    let shown = words.get(..most).filter(|_| words.len() > most + 1);
    match shown {
        Some(shown) => format!("{} and {} more", shown.join(", "), words.len() - most),
        None => words.join(", "),
    }
}

fn word(fact: &Fact) -> String {
    match fact {
        Fact::Number(n) => n.to_string(),
        Fact::Bits(n) => format!("{n:#x}"),
        Fact::Text(text) => text.clone(),
        Fact::Words(words) => words.join(", "),
    }
}

fn labelled(out: &mut Vec<u8>, label: &str, text: &str) {
    let _ = write!(out, "  {label:<width$}", width = COLUMN - 2);
    let start = out.len();
    wrapped(out, COLUMN, text);
    // the first line stands behind its label
    out.drain(start..start + COLUMN);
}

/// Text in lines, each indented.
fn wrapped(out: &mut Vec<u8>, indent: usize, text: &str) {
    let mut column = 0;
    for word in text.split(' ') {
        let len = word.chars().count();
        if column > 0 && column + 1 + len > WIDTH {
            out.push(b'\n');
            column = 0;
        }
        if column == 0 {
            out.extend(std::iter::repeat_n(b' ', indent));
            column = indent;
        } else {
            out.push(b' ');
            column += 1;
        }
        out.extend_from_slice(word.as_bytes());
        column += len;
    }
    out.push(b'\n');
}

/// Writes one object: the name that was asked for, and all that it means.
pub fn json(name: &str, meanings: &[Explained], out: &mut Vec<u8>) {
    let mut w = Writer { out };
    w.object(|w| {
        w.text("name", name);
        w.list("meanings", meanings.iter(), |w, one| {
            w.text("name", &one.name);
            w.text("what", one.what);
            if let Some(of) = &one.of {
                w.text("of", of);
            }
            if let Some(says) = &one.says {
                w.text("says", says);
            }
            for (label, fact) in &one.facts {
                self::fact(w, &label.replace(' ', "_"), fact);
            }
            if !one.members.is_empty() {
                w.list("members", one.members.iter(), |w, m| {
                    w.text("name", &m.name);
                    if let Some(value) = &m.value {
                        fact(w, "value", value);
                    }
                    if let Some(kind) = &m.kind {
                        w.text("type", kind);
                    }
                });
            }
            if !one.places.is_empty() {
                w.list("places", one.places.iter(), |w, place| {
                    if !place.path.is_empty() {
                        w.text("path", &place.path.join("."));
                    }
                    w.words("messages", place.messages.iter().map(String::as_str));
                });
            }
            if one.more_places > 0 {
                w.number("more_places", one.more_places as u64);
            }
            if let Some(filter) = &one.filter {
                w.text("filter", filter);
            }
        });
    });
    w.out.pop();
    w.out.push(b'\n');
}

fn fact(w: &mut Writer<'_>, key: &str, fact: &Fact) {
    match fact {
        Fact::Number(n) => w.raw(key, &n.to_string()),
        Fact::Bits(n) => {
            w.key(key);
            write_number(w.out, *n);
            w.out.push(b',');
        }
        Fact::Text(text) => w.text(key, text),
        Fact::Words(words) => w.words(key, words.iter().map(String::as_str)),
    }
}
