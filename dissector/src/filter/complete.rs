//! What could be written next: the names that a filter may have at a place.

use super::check::find_types;
use super::facts;
use super::lex::{Token, lex};
use super::names::Names;
use super::parse::{Operator, Word, operators};
use super::{Error, Filter, Scope, Zone};
use crate::explain::catalogue::Thing;
use crate::table::{Format, Layer, Tables};

/// What a proposed word is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sort {
    /// A field: it has values to compare.
    Field,
    /// A constant: a value, or a test of its own.
    Constant,
    /// An operator.
    Operator,
}

/// A word that could stand at a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completion {
    /// The whole word.
    pub text: String,
    /// What it is.
    pub sort: Sort,
}

/// The names of fields and constants, to be offered while a filter is being written.
pub struct Vocabulary<'t> {
    names: Names<'t>,
    /// All that a filter may begin with, sorted.
    words: Vec<(&'t str, Sort)>,
}

impl<'t> Vocabulary<'t> {
    /// Reads the tables once.
    pub fn new(tables: &'t Tables) -> Vocabulary<'t> {
        let names = Names::new(tables);
        let mut words: Vec<(&'t str, Sort)> = Vec::new();
        for name in names.all.names() {
            let sort = names.all.named(name).iter().filter_map(sort).min();
            // a few want quotes, and so a field in front
            let plain = !name.contains(super::lex::ends_word);
            if let Some(sort) = sort.filter(|_| plain) {
                words.push((name, sort));
            }
        }
        for name in facts::names() {
            words.push((name, Sort::Field));
        }
        words.sort_unstable();
        words.dedup_by_key(|(name, _)| *name);
        Vocabulary { names, words }
    }

    /// Parses and checks an expression, as [`Filter::new`], without reading the tables again.
    pub fn filter(&self, expression: &str, zone: Zone) -> Result<Filter<'t>, Error> {
        Filter::of(expression, &self.names, zone)
    }

    /// All fields and constants that begin with `prefix`, sorted; in any case.
    pub fn starting(&self, prefix: &str) -> impl Iterator<Item = (&'t str, Sort)> {
        let starts = move |(name, _): &&(&str, Sort)| begins(name, prefix);
        self.words.iter().filter(starts).copied()
    }

    /// Where the word at the end of an unfinished expression begins, and what it may become, at
    /// most `count` words.
    pub fn complete(&self, expression: &str, count: usize) -> (usize, Vec<Completion>) {
        let Ok(tokens) = lex(expression) else {
            return (expression.len(), Vec::new());
        };
        let mut tokens = tokens.into_iter().filter(|t| t.token != Token::End).rev();
        let end = expression.len();
        let mut before = tokens.next();
        let (start, prefix) = match before {
            Some(last) if last.token == Token::Word && last.span.1 == end => {
                before = tokens.next();
                (last.span.0, last.text)
            }
            _ => (end, ""),
        };
        let completion = |text: &str, sort| Completion {
            text: text.to_owned(),
            sort,
        };
        let field = before.filter(|t| is_field(t.token, t.text));
        if field.is_some() {
            let fitting = operators().filter(|o| begins(o, prefix));
            let words = fitting.map(|o| completion(o, Sort::Operator)).take(count);
            return (start, words.collect());
        }
        let compares = before.is_some_and(|t| Operator::named(t.text).is_some());
        if compares && let Some(field) = tokens.next() {
            let values = self.values(field.text);
            let fitting = values.iter().filter(|v| begins(v, prefix));
            let words = fitting.map(|v| completion(v, Sort::Constant)).take(count);
            return (start, words.collect());
        }
        if prefix.contains('.') {
            let words = self.dotted(prefix, count).into_iter();
            let words = words.map(|word| completion(&word, Sort::Field));
            return (start, words.collect());
        }
        let words = self
            .starting(prefix)
            .map(|(name, sort)| completion(name, sort));
        (start, words.take(count).collect())
    }

    /// At most `count` fields that begin with a prefix of several names.
    fn dotted(&self, prefix: &str, count: usize) -> Vec<String> {
        let own = facts::names().filter(|name| begins(name, prefix));
        let mut words: Vec<String> = own.map(str::to_owned).collect();
        words.sort_unstable();
        // `request.` and `reply.` go before any path
        let rest = Scope::split(prefix).map_or(prefix, |(_, rest)| rest);
        let scope = prefix.strip_suffix(rest).unwrap_or("");
        if let Some((above, name)) = rest.rsplit_once('.') {
            let below = self.names.below(above);
            let fitting = below.iter().filter(|b| begins(b, name));
            words.extend(fitting.map(|b| format!("{scope}{above}.{b}")));
        } else if !scope.is_empty() {
            let of_message = |name: &str| !super::is_taken(name) || name == facts::SUMMARY;
            let fields = self.starting(rest).filter(|(_, sort)| *sort == Sort::Field);
            let fields = fields.filter(|(name, _)| of_message(name));
            words.extend(fields.take(count).map(|(name, _)| format!("{scope}{name}")));
        }
        words.truncate(count);
        words
    }

    /// The names of a field's values, as they are written.
    fn values(&self, field: &str) -> Vec<String> {
        let word = Word {
            text: field,
            quoted: false,
            span: (0, field.len()),
        };
        let Ok(types) = find_types(&word, &self.names) else {
            return Vec::new();
        };
        let values = types.iter().flat_map(|t| t.values(&self.names));
        let mut values: Vec<String> = values.map(|v| super::written(&v)).collect();
        values.sort_unstable();
        values.dedup();
        values
    }
}

fn begins(name: &str, prefix: &str) -> bool {
    let start = name.get(..prefix.len());
    start.is_some_and(|start| start.eq_ignore_ascii_case(prefix))
}

/// Whether what stands before is a field that waits for an operator.
fn is_field(token: Token, text: &str) -> bool {
    token == Token::Word && operators().all(|o| o != text)
}

fn sort(thing: &Thing<'_>) -> Option<Sort> {
    match thing {
        // its bit-fields are fields, it is none
        Thing::Field(_, field) if matches!(field.kind.format, Format::Bits(..)) => None,
        Thing::Attribute(..) | Thing::Field(..) | Thing::Bit(..) => Some(Sort::Field),
        Thing::Message(..) | Thing::Entry(..) | Thing::Protocol(_) | Thing::Errno(_) => {
            Some(Sort::Constant)
        }
        Thing::Code(_) => Some(Sort::Constant),
        Thing::Family(family) => {
            let named = matches!(family.layer, Layer::Generic | Layer::Subsystem(_));
            named.then_some(Sort::Constant)
        }
        Thing::Struct(_) | Thing::Set(_) | Thing::Enum(_) | Thing::Group(..) => None,
    }
}
