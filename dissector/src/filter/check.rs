//! From an expression to a filter: every name, constant and type is checked against the tables.

use super::clock::{Instant, Local, When};
use super::condition::{Atom, Condition, Of, address};
use super::facts::{DEV, DIAGNOSTICS, FIELDS, Field, Is, OfDiagnostic, SUMMARY};
use super::literal::{Literal, number};
use super::names::{End, Names, Resolved, near};
use super::others::{Part, Scope};
use super::parse::{Expression, Operand, Operator, Test, Word, parse};
use super::paths::{MAX_POSITIONS, Paths};
use super::types::{Type, nlm_f, types};
use super::{Error, Header, On, Query, Tree, regex_error};
use crate::explain::catalogue::{Holder, Thing};
use crate::families::protocols::PROTOCOLS;
use crate::special::inside::inside;
use crate::table::{Entry, Enum, Format, Layer, Meaning, Unit};
use regex::bytes::{Regex, RegexBuilder};
use std::cmp::Ordering;

/// Bytes that a compiled regular expression may take.
const REGEX_SIZE: usize = 1 << 20;

/// What checking a filter comes to.
pub(super) struct Checked {
    pub(super) tree: Tree,
    pub(super) own: Part,
    /// What is asked of the request that a message answers.
    pub(super) request: Part,
    /// What is asked of the answers to a request.
    pub(super) reply: Part,
}

/// Parses and checks.
pub(super) fn check(expression: &str, names: &Names<'_>, local: Local) -> Result<Checked, Error> {
    let parsed = parse(expression)?;
    let mut checker = Checker::new(names, local, Part::default());
    let tree = checker.tree(&parsed)?;
    let own = Part {
        queries: checker.queries,
        paths: checker.paths,
    };
    Ok(Checked {
        tree,
        own,
        request: checker.request,
        reply: checker.reply,
    })
}

/// What a field without a condition is.
pub(super) enum Found {
    Field(On),
    /// `dev`: the number of the path of all interfaces.
    Interfaces(usize),
}

/// Looks up a field that is only to be shown, and adds its path. `inner`: it is one of another
/// message than the one at hand.
pub(super) fn find(
    word: &Word<'_>,
    names: &Names<'_>,
    paths: &mut Paths,
    inner: bool,
) -> Result<Found, Error> {
    let part = Part {
        paths: std::mem::take(paths),
        ..Part::default()
    };
    let mut checker = Checker::new(names, Local(|_| 0), part);
    checker.inner = inner;
    let found = match word.text {
        DEV => match checker.interfaces(word)? {
            On::Path(at) => Found::Interfaces(at),
            on => Found::Field(on),
        },
        _ => match checker.source(word)? {
            Some(source) => Found::Field(source.on),
            None => return Err(checker.no_field(word)),
        },
    };
    *paths = checker.paths;
    Ok(found)
}

/// What the values of a field are like.
pub(super) fn find_types<'t>(word: &Word<'_>, names: &Names<'t>) -> Result<Vec<Type<'t>>, Error> {
    let mut checker = Checker::new(names, Local(|_| 0), Part::default());
    let other = Scope::of(word);
    checker.inner = other.is_some();
    let word = other.map_or(*word, |(_, word)| word);
    match checker.source(&word)? {
        Some(source) => Ok(source.types),
        None => Err(checker.no_field(&word)),
    }
}

struct Checker<'n, 't> {
    names: &'n Names<'t>,
    local: Local,
    queries: Vec<Query>,
    paths: Paths,
    /// It checks what is asked of another message than the one at hand.
    inner: bool,
    request: Part,
    reply: Part,
}

/// Where a field's values come from, and what they are like.
struct Source<'t> {
    on: On,
    types: Vec<Type<'t>>,
}

impl<'n, 't> Checker<'n, 't> {
    fn new(names: &'n Names<'t>, local: Local, part: Part) -> Checker<'n, 't> {
        Checker {
            names,
            local,
            queries: part.queries,
            paths: part.paths,
            inner: false,
            request: Part::default(),
            reply: Part::default(),
        }
    }

    fn part(&mut self, scope: Scope) -> &mut Part {
        match scope {
            Scope::Request => &mut self.request,
            Scope::Reply => &mut self.reply,
        }
    }

    /// The other message that a field is of, and the field there.
    fn other<'w>(&self, field: &Word<'w>) -> Option<(Scope, Word<'w>)> {
        Scope::of(field).filter(|_| !self.inner)
    }

    /// Checks what is asked of another message.
    fn within(
        &mut self,
        scope: Scope,
        field: &Word<'_>,
        check: impl FnOnce(&mut Checker<'n, 't>) -> Result<Tree, Error>,
    ) -> Result<Tree, Error> {
        let part = std::mem::take(self.part(scope));
        let mut inner = Checker::new(self.names, self.local, part);
        inner.inner = true;
        let tree = check(&mut inner);
        *self.part(scope) = Part {
            queries: inner.queries,
            paths: inner.paths,
        };
        let tree = tree.map_err(|error| scope.also(field, error))?;
        self.lift(scope, field, tree)
    }

    /// Queries of another message become queries that take their answer from there.
    fn lift(&mut self, scope: Scope, field: &Word<'_>, tree: Tree) -> Result<Tree, Error> {
        let mut all = |parts: Vec<Tree>| -> Result<Vec<Tree>, Error> {
            let lift = |part| self.lift(scope, field, part);
            parts.into_iter().map(lift).collect()
        };
        Ok(match tree {
            Tree::All(parts) => Tree::All(all(parts)?),
            Tree::Any(parts) => Tree::Any(all(parts)?),
            Tree::Not(part) => Tree::Not(Box::new(self.lift(scope, field, *part)?)),
            Tree::Test(at) => {
                let query = self.part(scope).queries.get(at);
                let not = query.is_some_and(|q| q.condition.not);
                let on = scope.on(at).ok_or_else(|| {
                    let what = "more than 64 conditions on answers";
                    Error::new(what, field.span).expected("a shorter filter, or several")
                })?;
                let condition = Condition { not, ..always() };
                self.query(on, condition)
            }
        })
    }

    fn tree(&mut self, expression: &Expression<'_>) -> Result<Tree, Error> {
        Ok(match expression {
            Expression::All(parts) => Tree::All(self.trees(parts)?),
            Expression::Any(parts) => Tree::Any(self.trees(parts)?),
            Expression::Not(part) => Tree::Not(Box::new(self.tree(part)?)),
            Expression::Test(test) => match &test.is {
                Some((operator, operands)) => self.compare(test, *operator, operands)?,
                None => self.alone(&test.field)?,
            },
        })
    }

    fn trees(&mut self, parts: &[Expression<'_>]) -> Result<Vec<Tree>, Error> {
        parts.iter().map(|part| self.tree(part)).collect()
    }

    fn query(&mut self, on: On, condition: Condition) -> Tree {
        self.queries.push(Query { on, condition });
        Tree::Test(self.queries.len() - 1)
    }

    /// A field and what it is compared with.
    fn compare(
        &mut self,
        test: &Test<'_>,
        operator: Operator,
        operands: &[Operand<'_>],
    ) -> Result<Tree, Error> {
        let field = &test.field;
        if let Some((scope, field)) = self.other(field) {
            let is = None;
            return self.within(scope, &test.field, |inner| {
                inner.compare(&Test { field, is }, operator, operands)
            });
        }
        if field.text == DEV {
            let types = [Type::Interface, Type::Text];
            let any = self.atoms(field, operator, operands, &types)?;
            let on = self.interfaces(field)?;
            return Ok(self.query(on, condition(Of::Interfaces, operator, any)));
        }
        let number_of_error = field.text == "errno" && operands.iter().all(is_number);
        let source = match number_of_error {
            true => self.source(&Word {
                text: "nlmsgerr.error",
                ..*field
            })?,
            false => self.source(field)?,
        };
        let Some(source) = source else {
            return Err(self.no_field(field));
        };
        if let [Type::Time] = source.types.as_slice() {
            let when = self.times(field, operator, operands)?;
            let not = operator == Operator::NotEqual;
            let tree = self.query(On::Time(when, self.local), always());
            let there = self.query(source.on, always());
            let tree = if not { Tree::Not(Box::new(tree)) } else { tree };
            return Ok(Tree::All(vec![there, tree]));
        }
        let mut any = self.atoms(field, operator, operands, &source.types)?;
        if number_of_error {
            any.iter_mut().for_each(negative);
            let done = Word {
                text: "nlmsg_done.error",
                ..*field
            };
            let again = self.source(&done)?;
            let mut also = self.atoms(field, operator, operands, &source.types)?;
            also.iter_mut().for_each(negative);
            let first = self.query(source.on, condition(Of::All, operator, any));
            let second = again.map(|s| self.query(s.on, condition(Of::All, operator, also)));
            let any = Tree::Any([Some(first), second].into_iter().flatten().collect());
            return Ok(Tree::All(vec![self.alone(field)?, any]));
        }
        let mut condition = condition(Of::All, operator, any);
        let named = condition.any.iter().any(Atom::asks_names);
        condition.interfaces = named && source.types.iter().any(|t| matches!(t, Type::Interface));
        Ok(self.query(source.on, condition))
    }

    /// Where a field's values come from; `None` where no field has the name.
    fn source(&mut self, field: &Word<'_>) -> Result<Option<Source<'t>>, Error> {
        let (echo, word) = match field.text.strip_prefix("nlmsgerr.msg.") {
            Some(rest) => {
                let span = (field.span.1 - rest.len(), field.span.1);
                let word = Word {
                    text: rest,
                    span,
                    ..*field
                };
                (true, word)
            }
            None => (false, *field),
        };
        if !echo && word.text == SUMMARY {
            return Ok(Some(Source {
                on: On::Summary,
                types: vec![Type::Text],
            }));
        }
        if !echo && !self.inner {
            if let Some((at, fact)) = FIELDS.iter().enumerate().find(|(_, f)| f.name == word.text) {
                return Ok(Some(of_fact(at, fact)));
            }
            if let Some((_, part)) = DIAGNOSTICS.iter().find(|(n, _)| *n == word.text) {
                return Ok(Some(of_diagnostic(*part)));
            }
        }
        let found = self.names.path(&word);
        let part = word
            .text
            .split_once('.')
            .filter(|(first, _)| super::is_taken(first));
        if let (Ok(None) | Err(_), Some((first, part)), false) = (&found, part, echo) {
            let what = format!("{first} has no part called {part}");
            let span = (word.span.1 - part.len(), word.span.1);
            let parts = super::facts::names().filter(|n| n.starts_with(first) && n.contains('.'));
            return Err(Error::new(what, span).nearest(near(parts, word.text)));
        }
        let Some(resolved) = found? else {
            return Ok(None);
        };
        let types = types(&resolved.ends);
        let header = |name: &str| match name {
            "nlmsg_len" => Some(Header::Len),
            "nlmsg_type" => Some(Header::Type),
            "nlmsg_flags" => Some(Header::Flags),
            "nlmsg_seq" => Some(Header::Seq),
            "nlmsg_pid" => Some(Header::Pid),
            "genlmsghdr.cmd" => Some(Header::Command),
            _ => None,
        };
        let on = match header(word.text).filter(|_| !echo) {
            Some(header) => On::Header(header),
            None => On::Path(self.path(field, resolved, echo)?),
        };
        Ok(Some(Source { on, types }))
    }

    fn path(
        &mut self,
        field: &Word<'_>,
        resolved: Resolved<'_>,
        echo: bool,
    ) -> Result<usize, Error> {
        let added = self.paths.add(resolved.parts, echo);
        added.ok_or_else(|| {
            let what = format!("more than {MAX_POSITIONS} different names");
            Error::new(what, field.span).expected("a shorter filter, or several")
        })
    }

    /// A name alone: a field that is there, or a constant's own test.
    fn alone(&mut self, word: &Word<'_>) -> Result<Tree, Error> {
        if let Some((scope, field)) = self.other(word) {
            return self.within(scope, word, |inner| inner.alone(&field));
        }
        if word.text == DEV {
            let on = self.interfaces(word)?;
            return Ok(self.query(on, condition(Of::Interfaces, Operator::Equal, Vec::new())));
        }
        if !self.inner && self.names.families().any(|f| f == word.text) {
            return self.constant_of("family", word);
        }
        let mut tests = Vec::new();
        if let Some(source) = self.source(word)? {
            tests.push(self.query(source.on, always()));
        }
        let field = |t: &Thing<'_>| {
            matches!(
                t,
                Thing::Attribute(..) | Thing::Field(..) | Thing::Bit(..) | Thing::Struct(_)
            )
        };
        // a few attributes share their name with a flag: the attribute is meant
        if tests.is_empty() || !self.names.all.named(word.text).iter().any(field) {
            tests.extend(self.constant(word)?);
        }
        match tests.len() {
            0 => Err(self.unknown(word)),
            1 => Ok(tests.swap_remove(0)),
            _ => Ok(Tree::Any(tests)),
        }
    }

    /// `field == word`.
    fn constant_of(&mut self, field: &str, word: &Word<'_>) -> Result<Tree, Error> {
        let test = Test {
            field: Word {
                text: field,
                ..*word
            },
            is: None,
        };
        self.compare(&test, Operator::Equal, &[Operand::One(*word)])
    }

    /// A constant's own test.
    fn constant(&mut self, word: &Word<'_>) -> Result<Option<Tree>, Error> {
        let name = word.text;
        let things: Vec<Thing<'t>> = self.names.all.named(name).to_vec();
        let mut enums: Vec<(&'t Enum, &'t Entry)> = Vec::new();
        for thing in &things {
            match thing {
                Thing::Message(family, _) => {
                    let field = match family.layer {
                        Layer::Generic => "genlmsghdr.cmd",
                        _ => "nlmsg_type",
                    };
                    return self.constant_of(field, word).map(Some);
                }
                Thing::Protocol(_) | Thing::Code(_) if self.inner => {}
                Thing::Protocol(_) => return self.constant_of("protocol", word).map(Some),
                Thing::Errno(_) => return self.constant_of("errno", word).map(Some),
                Thing::Code(_) => return self.constant_of("diagnostics", word).map(Some),
                Thing::Entry(e, entry) => enums.push((e, entry)),
                _ => {}
            }
        }
        if !self.inner && super::facts::DIRECTIONS.contains(&name) {
            return self.constant_of("direction", word).map(Some);
        }
        if crate::families::errors::names().any(|n| n == name) {
            return self.constant_of("errno", word).map(Some);
        }
        if enums.is_empty() {
            return Ok(None);
        }
        if nlm_f().any(|f| enums.iter().any(|(e, _)| std::ptr::eq(*e, f))) {
            let test = Test {
                field: Word {
                    text: "nlmsg_flags",
                    ..*word
                },
                is: None,
            };
            let mask = [Operand::One(*word)];
            return self.compare(&test, Operator::Bits, &mask).map(Some);
        }
        self.entry(word, &enums)
    }

    /// The test of a constant on all fields whose values its enumeration names.
    fn entry(
        &mut self,
        word: &Word<'_>,
        enums: &[(&'t Enum, &'t Entry)],
    ) -> Result<Option<Tree>, Error> {
        let mut users: Vec<String> = Vec::new();
        for (e, _) in enums {
            for holder in self.names.all.holders_of_enum(e) {
                users.extend(users_of(holder, e));
            }
        }
        users.sort();
        users.dedup();
        if users.is_empty() {
            return Ok(None);
        }
        let mut literal = Literal::read(word);
        let constants = enums.iter().map(|(e, entry)| (address(e), entry.value));
        literal.constants = constants.collect();
        let flags = enums.iter().any(|(e, _)| e.flags);
        let atom = match flags {
            true => Atom::Bits(vec![literal]),
            false => Atom::Equal(literal),
        };
        let resolved = Resolved {
            parts: vec![users],
            ends: Vec::new(),
        };
        let on = On::Path(self.path(word, resolved, false)?);
        let of = Of::Enums(enums.iter().map(|(e, _)| address(e)).collect());
        Ok(Some(
            self.query(on, condition(of, Operator::Equal, vec![atom])),
        ))
    }

    /// All fields that hold an interface's index or name.
    fn interfaces(&mut self, word: &Word<'_>) -> Result<On, Error> {
        let mut users: Vec<String> = Vec::new();
        for thing in self.names.all.unsorted() {
            let (name, kind) = match thing {
                Thing::Attribute(_, a) => (a.name.as_str(), &a.kind),
                Thing::Field(_, f) => (f.name.as_str(), &f.kind),
                _ => continue,
            };
            if types(&[End::Kind(kind)])
                .iter()
                .any(|t| is_interface(t, name))
            {
                users.push(name.to_owned());
            }
        }
        users.push("INTERFACE".to_owned());
        users.sort();
        users.dedup();
        let resolved = Resolved {
            parts: vec![users],
            ends: Vec::new(),
        };
        Ok(On::Path(self.path(word, resolved, false)?))
    }

    /// What one of the operands must be for a value.
    fn atoms(
        &self,
        field: &Word<'_>,
        operator: Operator,
        operands: &[Operand<'_>],
        types: &[Type<'t>],
    ) -> Result<Vec<Atom>, Error> {
        let able: Vec<&Type<'t>> = types
            .iter()
            .filter(|t| t.operators().contains(&operator))
            .collect();
        if able.is_empty() {
            return Err(no_operator(field, operator, operands, types));
        }
        let literal = |word: &Word<'_>| self.literal(field, operator, word, &able);
        let mut atoms = Vec::new();
        let mut masks = Vec::new();
        for operand in operands {
            let word = match operand {
                Operand::One(word) => word,
                Operand::Range(from, to) => {
                    if !able.iter().any(|t| t.operators().contains(&Operator::Less)) {
                        return Err(no_operator(field, Operator::Less, operands, types));
                    }
                    let range = Operator::Less;
                    let from = self.literal(field, range, from, &able)?;
                    atoms.push(Atom::Range(from, self.literal(field, range, to, &able)?));
                    continue;
                }
            };
            atoms.push(match operator {
                Operator::Equal | Operator::NotEqual | Operator::In => Atom::Equal(literal(word)?),
                Operator::Less => Atom::Order(Ordering::Less, false, literal(word)?),
                Operator::LessOrEqual => Atom::Order(Ordering::Less, true, literal(word)?),
                Operator::Greater => Atom::Order(Ordering::Greater, false, literal(word)?),
                Operator::GreaterOrEqual => Atom::Order(Ordering::Greater, true, literal(word)?),
                Operator::Contains => Atom::Contains(literal(word)?),
                Operator::Matches => Atom::Matches(regex(word)?),
                Operator::Bits => {
                    masks.push(literal(word)?);
                    continue;
                }
            });
        }
        if !masks.is_empty() {
            atoms.push(Atom::Bits(masks));
        }
        Ok(atoms)
    }

    /// A literal that one of the types takes.
    fn literal(
        &self,
        field: &Word<'_>,
        operator: Operator,
        word: &Word<'_>,
        types: &[&Type<'t>],
    ) -> Result<Literal, Error> {
        let mut literal = Literal::read(word);
        let mut taken = false;
        for one in types {
            taken |= one.takes(self.names, operator, word.quoted, &mut literal);
        }
        if taken {
            return Ok(literal);
        }
        let shown = match word.quoted {
            true => format!("\"{}\"", word.text),
            false => format!("`{}`", word.text),
        };
        let noun = types.first().map_or("a value", |t| t.noun());
        let what = format!("{} is {noun}: {shown} is no value of it", field.text);
        let mut expected: Vec<String> = types.iter().map(|t| t.says()).collect();
        expected.dedup();
        expected.truncate(3);
        let mut nearest: Vec<String> = Vec::new();
        for near in types.iter().flat_map(|t| t.nearest(self.names, word.text)) {
            if !nearest.contains(&near) && nearest.len() < 4 {
                nearest.push(near);
            }
        }
        let error = Error::new(what, word.span).nearest(nearest);
        Err(error.expected(expected.join("; or ")))
    }

    fn times(
        &self,
        field: &Word<'_>,
        operator: Operator,
        operands: &[Operand<'_>],
    ) -> Result<Vec<When>, Error> {
        if !Type::Time.operators().contains(&operator) {
            return Err(no_operator(field, operator, operands, &[Type::Time]));
        }
        let read = |word: &Word<'_>| {
            Instant::read(word.text, self.local).ok_or_else(|| {
                let what = format!("`{}` is no time", word.text);
                Error::new(what, word.span).expected(Type::Time.says())
            })
        };
        let mut when = Vec::new();
        for operand in operands {
            when.push(match (operand, operator) {
                (Operand::Range(from, to), _) => When::Between(read(from)?, read(to)?),
                (Operand::One(word), operator) => {
                    let at = read(word)?;
                    match operator {
                        Operator::Equal | Operator::NotEqual | Operator::In => When::At(at),
                        Operator::Less => When::Before(at),
                        Operator::LessOrEqual => When::UpTo(at),
                        Operator::Greater => When::After(at),
                        Operator::GreaterOrEqual => When::From(at),
                        _ => continue,
                    }
                }
            });
        }
        Ok(when)
    }

    /// Says why a name with an operator behind it is no field.
    fn no_field(&self, field: &Word<'_>) -> Error {
        let is = match self.names.all.named(field.text).first() {
            Some(Thing::Message(..)) => "a message",
            Some(Thing::Protocol(_)) => "a protocol",
            Some(Thing::Errno(_)) => "an error",
            Some(Thing::Entry(..)) => "a constant",
            Some(Thing::Family(_)) => "a family",
            _ => return self.unknown(field),
        };
        let what = format!("{} is {is}, not a field", field.text);
        Error::new(what, field.span).expected(format!(
            "a field here; alone, {} is a test of its own",
            field.text
        ))
    }

    fn unknown(&self, word: &Word<'_>) -> Error {
        if let Some(thing) = self.names.all.named(word.text).first() {
            let is = match thing {
                Thing::Field(_, field) => match &field.kind.format {
                    Format::Bits(_, _, bits) => {
                        let bits: Vec<&str> = bits.iter().map(|b| b.name.as_str()).collect();
                        let what = format!("{} is bit-fields with names of their own", word.text);
                        return Error::new(what, word.span).expected(bits.join(", "));
                    }
                    _ => "nothing that a message holds",
                },
                Thing::Set(_) => "a set of attributes",
                Thing::Struct(_) => "a struct whose fields have the name of what holds it",
                Thing::Enum(_) => "an enumeration",
                Thing::Group(..) => "a multicast group, of which a message tells nothing",
                Thing::Family(_) => "a family without a name of its own in messages",
                _ => "nothing that a message holds",
            };
            let what = format!("{} is {is}", word.text);
            return Error::new(what, word.span).expected("a field or a constant");
        }
        if number(word.text).is_some() {
            let what = format!("`{}` is a value, not a field", word.text);
            return Error::new(what, word.span).expected("a field in front of its value");
        }
        let first = word.text.split('.').next().unwrap_or(word.text);
        let span = (word.span.0, word.span.0 + first.len());
        if self.inner && super::is_taken(first) {
            let what = format!("{first} is known only of the message at hand");
            return Error::new(what, span).expected("a field of its bytes, `dev` or `summary`");
        }
        let what = format!("no field or constant is called {first}");
        let near = match first == word.text {
            true => self.names.nearest_of_all(word.text),
            false => {
                let own = super::facts::names().filter(|n| n.contains('.'));
                let mut near_own = near(own, word.text);
                near_own.extend(near(self.names.all.names(), first));
                near_own.truncate(super::names::OFFERED);
                near_own
            }
        };
        let expected = near
            .is_empty()
            .then_some("a name of the kernel's interface");
        let error = Error::new(what, span).nearest(near);
        match expected {
            Some(expected) => error.expected(expected),
            None => error,
        }
    }
}

fn is_number(operand: &Operand<'_>) -> bool {
    match operand {
        Operand::One(word) => !word.quoted && number(word.text).is_some(),
        Operand::Range(from, to) => number(from.text).is_some() && number(to.text).is_some(),
    }
}

/// The number of an error is negative, however it was written.
fn negative(atom: &mut Atom) {
    if let Atom::Equal(literal) = atom {
        literal.number = literal.number.map(|n| -n.abs());
    }
}

fn always() -> Condition {
    condition(Of::All, Operator::Equal, Vec::new())
}

fn condition(of: Of, operator: Operator, any: Vec<Atom>) -> Condition {
    Condition {
        interfaces: matches!(of, Of::Interfaces),
        of,
        any,
        not: operator == Operator::NotEqual,
    }
}

fn no_operator(
    field: &Word<'_>,
    operator: Operator,
    operands: &[Operand<'_>],
    types: &[Type<'_>],
) -> Error {
    let first = types.first().unwrap_or(&Type::Any);
    let what = format!(
        "{} is {}: `{}` does not apply",
        field.text,
        first.noun(),
        operator.word()
    );
    let able: Vec<&str> = first.operators().iter().map(|o| o.word()).collect();
    let expected = match able.is_empty() {
        true => format!("{} alone: it is there or not", field.text),
        false => format!("one of {}", able.join(" ")),
    };
    let end = match operands.first() {
        Some(Operand::One(word) | Operand::Range(word, _)) => word.span.0,
        None => field.span.1,
    };
    Error::new(what, (field.span.0, end.max(field.span.1))).expected(expected)
}

fn regex(word: &Word<'_>) -> Result<Regex, Error> {
    let built = RegexBuilder::new(word.text).size_limit(REGEX_SIZE).build();
    built.map_err(|error| regex_error(word, &error))
}

fn of_fact(at: usize, fact: &Field) -> Source<'static> {
    let one = match fact.is {
        Is::Number => Type::Number(Default::default()),
        Is::Time => Type::Time,
        Is::Protocol => Type::Enum(&PROTOCOLS),
        Is::Family => Type::Family,
        Is::Words(words) => Type::Words(words),
        Is::Here => Type::Holder,
        Is::Flag => Type::Flag,
        Is::Bool => Type::Bool,
        Is::Text => Type::Text,
        Is::Error => Type::Error,
        Is::Errno => Type::Errno,
        Is::Nanoseconds => Type::Number(Unit::Nanoseconds),
        Is::Bytes => Type::Number(Unit::Bytes),
    };
    Source {
        on: On::Envelope(at),
        types: vec![one],
    }
}

fn of_diagnostic(part: OfDiagnostic) -> Source<'static> {
    let one = match part {
        OfDiagnostic::Code => Type::Words(&super::facts::CODES),
        OfDiagnostic::Severity => Type::Enum(&super::facts::SEVERITY),
        OfDiagnostic::Offset => Type::Number(Default::default()),
        OfDiagnostic::Text => Type::Text,
    };
    Source {
        on: On::Diagnostic(part),
        types: vec![one],
    }
}

/// Whether a field of a type holds an interface's index or, as its own name tells, its name.
fn is_interface(of: &Type<'_>, name: &str) -> bool {
    match of {
        Type::Interface => true,
        Type::Text => super::names_interface(name),
        _ => false,
    }
}

/// The names of what has values of an enumeration.
fn users_of(holder: &Holder<'_>, e: &Enum) -> Vec<String> {
    let (name, kind) = match holder {
        Holder::Attribute(_, a) => (a.name.as_str(), &a.kind),
        Holder::Field(_, f) => (f.name.as_str(), &f.kind),
        Holder::Message(_) => return Vec::new(),
    };
    let mut users = Vec::new();
    super::names::any_kind(kind, &mut |k| {
        match &k.format {
            Format::Bits(_, _, bits) => {
                let of = |m: &Meaning| matches!(m, Meaning::Enum(of) if std::ptr::eq(&**of, e));
                let bits = bits.iter().filter(|b| of(&b.meaning));
                users.extend(bits.map(|b| b.name.to_string()));
            }
            Format::Integer {
                meaning: Meaning::Enum(of),
                ..
            }
            | Format::Bitfield32(of)
                if std::ptr::eq(&**of, e) =>
            {
                users.push(name.to_owned());
            }
            // what a choice comes to stands under a name of the decoder's
            Format::Special(special) => {
                let inside = inside(special).filter(|i| !i.selects.is_empty());
                users.extend(inside.map(|_| "data".to_owned()));
            }
            _ => {}
        }
        false
    });
    users
}
