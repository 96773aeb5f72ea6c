//! Fields without a condition: where the values of a column come from.

use super::check::{Found, find};
use super::facts::{self, FIELDS, OfDiagnostic};
use super::names::Names;
use super::parse::Word;
use super::paths::Paths;
use super::{Error, Header, Needs, On, Parts, Scope};
use crate::diagnostic::Diagnostic;
use crate::envelope::Envelope;
use crate::sink::Value;
use crate::table::Tables;
use crate::walk::Node;

/// Where the values of a field come from.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Place {
    /// The time of the frame.
    Time,
    /// The place of the request.
    Request,
    /// Another thing that is known beside the bytes.
    Envelope(OfEnvelope),
    /// What the message says, in one line.
    Summary,
    /// The nth column of another message.
    Other(Scope, usize),
    /// A part of each diagnostic.
    Diagnostic(Part),
    /// The nodes at which a path ends: its last position.
    Path(u128),
    /// The interfaces at which a path ends.
    Interfaces(u128),
}

/// A field of [`FIELDS`].
#[derive(Clone, Copy, Debug)]
pub(crate) struct OfEnvelope(usize);

impl OfEnvelope {
    /// What it needs.
    pub(crate) fn needs(self) -> Needs {
        let from = FIELDS.get(self.0).map(|f| f.from);
        facts::needs(from.unwrap_or(facts::From::Frame))
    }

    /// Its value, where there is one.
    pub(crate) fn get(self, envelope: &Envelope<'_>, then: &mut dyn FnMut(Value<'_>)) {
        if let Some(field) = FIELDS.get(self.0) {
            (field.get)(envelope, then);
        }
    }
}

/// A part of a diagnostic.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Part(OfDiagnostic);

impl Part {
    /// Its value.
    pub(crate) fn get(self, diagnostic: &Diagnostic, then: &mut dyn FnMut(Value<'_>)) {
        facts::of_diagnostic(self.0, diagnostic, then);
    }
}

/// The path of a field that every message has.
fn parts_of(header: Header) -> Parts {
    let parts: &[&str] = match header {
        Header::Len => &["nlmsg_len"],
        Header::Type => &["nlmsg_type"],
        Header::Flags => &["nlmsg_flags"],
        Header::Seq => &["nlmsg_seq"],
        Header::Pid => &["nlmsg_pid"],
        Header::Command => &["genlmsghdr", "cmd"],
    };
    parts.iter().map(|p| vec![(*p).to_owned()]).collect()
}

/// The names of a path that ends at something in a message.
pub(super) fn path_of(field: &str, names: &Names<'_>) -> Result<Parts, Error> {
    let word = Word {
        text: field,
        quoted: false,
        span: (0, field.len()),
    };
    let mut paths = Paths::default();
    let found = find(&word, names, &mut paths, false)?;
    if let Found::Field(On::Header(header)) = found {
        return Ok(parts_of(header));
    }
    if let Found::Field(On::Path(at)) = found
        && let Some(path) = paths.get(at)
    {
        return Ok(path.parts.clone());
    }
    let what = format!("{field} is no field or attribute of a message");
    Err(Error::new(what, word.span))
}

/// The paths of several fields.
#[derive(Clone, Debug, Default)]
pub(crate) struct Places(Paths);

impl Places {
    /// Looks fields up and adds their paths. `inner`: they are of another message than the one
    /// at hand.
    pub(crate) fn add_all<'p>(
        &mut self,
        fields: impl IntoIterator<Item = &'p str>,
        tables: &Tables,
        inner: bool,
    ) -> Vec<Result<Place, (&'p str, Error)>> {
        let names = Names::new(tables);
        let add = |field: &'p str| {
            let added = self.add(field, &names, inner);
            added.map_err(|error| (field, error))
        };
        fields.into_iter().map(add).collect()
    }

    fn add(&mut self, field: &str, names: &Names<'_>, inner: bool) -> Result<Place, Error> {
        let word = Word {
            text: field,
            quoted: false,
            span: (0, field.len()),
        };
        let on = match find(&word, names, &mut self.0, inner)? {
            Found::Interfaces(at) => return Ok(Place::Interfaces(self.last(at))),
            Found::Field(on) => on,
        };
        Ok(match on {
            On::Envelope(at) => match FIELDS.get(at).map(|f| f.name) {
                Some("time") => Place::Time,
                Some("request") => Place::Request,
                _ => Place::Envelope(OfEnvelope(at)),
            },
            On::Diagnostic(part) => Place::Diagnostic(Part(part)),
            On::Path(at) => Place::Path(self.last(at)),
            On::Header(header) => {
                let at = self.0.add(parts_of(header), false).unwrap_or(usize::MAX);
                Place::Path(self.last(at))
            }
            On::Time(..) => Place::Time,
            On::Summary => Place::Summary,
            On::Request(at) => Place::Other(Scope::Request, at),
            On::Reply(at) => Place::Other(Scope::Reply, at),
        })
    }

    fn last(&self, at: usize) -> u128 {
        self.0.get(at).map_or(0, |path| path.last)
    }

    /// See [`Paths::step`].
    pub(crate) fn step(&self, above: u128, echo: bool, node: &Node<'_>) -> u128 {
        self.0.step(above, echo, node)
    }
}
