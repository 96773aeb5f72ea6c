//! Filters: a condition on a message, in the words of the tables.
//!
//! ```
//! use netlink_dissector::filter::Filter;
//! use netlink_dissector::table::Tables;
//!
//! let tables = Tables::builtin();
//! let filter = Filter::new("IFLA_MTU > 1500 and dev == eth0", &tables, |_| 0);
//! assert!(filter.is_ok());
//! let error = Filter::new("IFLA_MUT > 1500", &tables, |_| 0).unwrap_err();
//! assert_eq!(error.nearest.first().map(String::as_str), Some("IFLA_MTU"));
//! ```
//!
//! An expression goes through `lex` and `parse`; `check` looks every name up in the
//! tables and makes each literal what its field wants. A [`Matcher`] asks what needs no walk
//! first, then listens to a walk that leaves out what no path can reach and ends when the
//! answer stands. It allocates nothing for a message.

mod check;
mod clock;
mod complete;
mod condition;
mod error;
mod facts;
mod glance;
mod lex;
mod literal;
mod names;
mod others;
mod parse;
mod paths;
mod places;
mod program;
mod quantity;
mod reach;
mod run;
#[cfg(test)]
mod tests;
mod types;

pub use clock::Zone;
pub use complete::{Completion, Sort, Vocabulary};
pub use error::Error;
pub(crate) use facts::answers;
pub use others::Hearing;
pub(crate) use others::Scope;
pub(crate) use places::{Place, Places};
pub use run::Matcher;

use crate::table::Tables;
use clock::{Local, When};
use condition::Condition;
use facts::OfDiagnostic;
use names::Names;
use others::Part;
use parse::Word;
use paths::Paths;
use reach::{Reach, Wanted, by_direction, by_request, reach};
use std::marker::PhantomData;

/// A field of nlmsghdr or genlmsghdr: known before the walk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Header {
    Len,
    Type,
    Flags,
    Seq,
    Pid,
    Command,
}

/// Where the values of a query come from.
#[derive(Debug)]
enum On {
    /// A field of [`facts::FIELDS`].
    Envelope(usize),
    /// The time of the frame.
    Time(Vec<When>, Local),
    Header(Header),
    /// The nodes at which a path ends.
    Path(usize),
    Diagnostic(OfDiagnostic),
    Summary,
    /// A query of the request that the message answers.
    Request(usize),
    /// A query of the answers to the request that the message is.
    Reply(usize),
}

/// One field, and what is asked of its values.
#[derive(Debug)]
struct Query {
    on: On,
    condition: Condition,
}

/// How queries make up the filter.
#[derive(Debug)]
enum Tree {
    All(Vec<Tree>),
    Any(Vec<Tree>),
    Not(Box<Tree>),
    Test(usize),
}

/// What a filter asks of whoever feeds it, beside the messages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Needs {
    /// What requests and their answers tell of one another: direction, port, the request.
    pub exchange: bool,
    /// The names of interfaces.
    pub interfaces: bool,
    /// All that is odd, in the whole message.
    pub diagnostics: bool,
    /// The bytes of the request that a message answers.
    pub request: bool,
    /// What came of the exchange: more is known of it where the capture is read ahead.
    pub outcome: bool,
    /// The capture must be read ahead: one that cannot be read twice will not do.
    pub ahead: bool,
}

impl Needs {
    /// What both need.
    pub fn and(self, other: Needs) -> Needs {
        Needs {
            exchange: self.exchange || other.exchange,
            interfaces: self.interfaces || other.interfaces,
            diagnostics: self.diagnostics || other.diagnostics,
            request: self.request || other.request,
            outcome: self.outcome || other.outcome,
            ahead: self.ahead || other.ahead,
        }
    }
}

/// A checked filter. It may be shared among threads; each has a [`Matcher`] of its own.
#[derive(Debug)]
pub struct Filter<'t> {
    tree: Tree,
    queries: Vec<Query>,
    paths: Paths,
    reach: Reach,
    needs: Needs,
    /// What is asked of the request that a message answers, and of the answers to a request.
    request: Option<Box<Filter<'t>>>,
    reply: Option<Box<Filter<'t>>>,
    /// Reach goes by the addresses of names in the tables.
    tables: PhantomData<&'t Tables>,
}

impl<'t> Filter<'t> {
    /// Parses and checks an expression. Times without a zone are where `zone` says.
    pub fn new(expression: &str, tables: &'t Tables, zone: Zone) -> Result<Filter<'t>, Error> {
        Filter::of(expression, &Names::of_words(tables, expression), zone)
    }

    fn of(expression: &str, names: &Names<'t>, zone: Zone) -> Result<Filter<'t>, Error> {
        let checked = check::check(expression, names, Local(zone))?;
        let mut filter = Filter::made(checked.tree, checked.own, names);
        let other = |part: Part| {
            let all = others::all(&part)?;
            Some(Box::new(Filter::made(all, part, names)))
        };
        filter.request = other(checked.request);
        filter.reply = other(checked.reply);
        for inner in filter.request.iter().chain(&filter.reply) {
            filter.needs.interfaces |= inner.needs.interfaces;
        }
        Ok(filter)
    }

    fn made(tree: Tree, part: Part, names: &Names<'t>) -> Filter<'t> {
        let paths: Vec<_> = part.paths.iter().map(|p| (p.all, p.first)).collect();
        let mut wanted = Vec::new();
        for path in part.paths.iter() {
            let mut position = path.first;
            let mut free = false;
            for names in &path.parts {
                wanted.push(Wanted {
                    position,
                    names,
                    free,
                });
                position <<= 1;
                free = names.iter().any(|name| has_free_members(name));
            }
        }
        let reach = reach(names, &wanted, &paths);
        let mut needs = needs(&part.queries);
        needs.exchange |= needs.diagnostics
            || by_request(&part.paths)
            || by_direction(names, &part.paths, &reach);
        Filter {
            tree,
            queries: part.queries,
            paths: part.paths,
            reach,
            needs,
            request: None,
            reply: None,
            tables: PhantomData,
        }
    }

    /// What it asks of whoever feeds it.
    pub fn needs(&self) -> Needs {
        self.needs
    }
}

/// Whether a special decoder lets the message name what stands below this name.
fn has_free_members(name: &str) -> bool {
    crate::special::inside::ALL
        .iter()
        .any(|inside| inside.free.contains(&name))
}

/// Whether strings of this name are names of interfaces.
pub fn names_interface(name: &str) -> bool {
    const ENDS: [&str; 5] = [
        "IFNAME",
        "DEV_NAME",
        "DEVNAME",
        "NFTA_DEVICE_NAME",
        "NFTA_HOOK_DEV",
    ];
    ENDS.iter().any(|end| name.ends_with(end))
}

/// The names of a path, from the outside in; of each part those that the tables have for it.
pub(crate) type Parts = Vec<Vec<String>>;

/// The parts of paths.
pub(crate) fn paths_of<'p>(
    fields: impl IntoIterator<Item = &'p str>,
    tables: &Tables,
) -> Vec<(&'p str, Result<Parts, Error>)> {
    let mut fields = fields.into_iter().peekable();
    if fields.peek().is_none() {
        return Vec::new();
    }
    let names = Names::new(tables);
    fields
        .map(|field| (field, places::path_of(field, &names)))
        .collect()
}

/// Whether a name is that of something known beside the bytes: a field of a struct that is
/// called so needs a longer path.
pub(crate) fn is_taken(name: &str) -> bool {
    facts::names().any(|n| n == name)
}

/// A value as a filter has it: in quotes where it needs them.
pub(crate) fn written(value: &str) -> String {
    if value.is_empty() || value.contains(lex::ends_word) {
        return format!("\"{value}\"");
    }
    value.to_owned()
}

fn needs(queries: &[Query]) -> Needs {
    let mut needs = Needs::default();
    for query in queries {
        match &query.on {
            On::Envelope(at) => {
                let from = facts::FIELDS.get(*at).map(|f| f.from);
                needs = needs.and(facts::needs(from.unwrap_or(facts::From::Frame)));
            }
            On::Diagnostic(_) => needs.diagnostics = true,
            On::Path(_) => needs.interfaces |= query.condition.interfaces,
            On::Header(_) | On::Time(..) => {}
            On::Summary => needs = needs.and(others::SUMMARY),
            On::Request(_) => needs = needs.and(others::REQUEST),
            On::Reply(_) => needs = needs.and(facts::needs(facts::From::Story)),
        }
    }
    needs
}

/// What is wrong with a regular expression, and where.
fn regex_error(word: &Word<'_>, error: &regex::Error) -> Error {
    let quote = usize::from(word.quoted);
    let from = word.span.0 + quote;
    let whole = (from, from + word.text.len());
    let (what, span) = match regex_syntax::Parser::new().parse(word.text) {
        Err(regex_syntax::Error::Parse(e)) => (e.kind().to_string(), Some(*e.span())),
        Err(regex_syntax::Error::Translate(e)) => (e.kind().to_string(), Some(*e.span())),
        _ => (error.to_string(), None),
    };
    let span = span.map_or(whole, |s| (from + s.start.offset, from + s.end.offset));
    Error::new(format!("the regular expression is broken: {what}"), span)
        .expected("a regular expression, such as \"^eth[0-9]+$\"")
}
