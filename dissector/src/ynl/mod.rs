//! The kernel's YNL specs, read at run time into the record types of the built-in tables.
//!
//! A spec (`Documentation/netlink/specs/*.yaml` in the kernel's source) describes one family:
//! its schema is `genetlink`, `genetlink-c`, `genetlink-legacy` or `netlink-raw`. [`load`]
//! takes the text of one and adds the family to the [`Tables`], where it replaces the
//! built-in family of the same name and protocol.
//!
//! A spec names things in its own short words. Constants are made of them as the kernel makes
//! its headers of specs; where the built-in tables know the same thing, they have the name.
//!
//! A spec is a stranger's text: what it can make this code do is bounded by its length, and an
//! error names the line. Nothing is added to the tables unless all of it can be.
//!
//! Source: `Documentation/userspace-api/netlink/*.rst`, `Documentation/netlink/*.yaml`.

mod attributes;
mod build;
mod builtin;
mod checks;
mod definitions;
mod naming;
mod operations;
mod policies;
mod spec;
#[cfg(test)]
mod tests;
mod yaml;

use crate::table::Tables;
use std::fmt;

/// What is wrong in a spec, or merely odd, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Error {
    /// The file's name, as it was given.
    pub file: String,
    /// The line, from 1.
    pub line: u32,
    /// What is wrong there, in lower case.
    pub what: String,
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file, self.line, self.what)
    }
}

impl std::error::Error for Error {}

/// What has been loaded.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Loaded {
    /// The family's name.
    pub family: String,
    /// Its protocol, NETLINK_*.
    pub protocol: u16,
    /// Whether a built-in family has the same name and protocol.
    pub builtin: bool,
    /// How many sets of attributes it has.
    pub sets: usize,
    /// How many layouts of messages it has.
    pub messages: usize,
    /// What is odd in the spec without keeping it from being used.
    pub warnings: Vec<Error>,
}

/// Reads the text of a spec and adds its family to the tables.
///
/// `file_name` stands in the messages and in what lint finds. On an error the tables stay as they were.
///
/// # Errors
///
/// Where the text is not YAML, is no spec, refers to what it does not define, or is larger
/// than a spec can sensibly be.
pub fn load(tables: &mut Tables, file_name: &str, text: &str) -> Result<Loaded, Error> {
    let place = |bad: Bad| Error {
        file: file_name.to_owned(),
        line: bad.line,
        what: bad.what,
    };
    let document = yaml::Document::parse(text).map_err(place)?;
    let mut notes = Notes::default();
    let spec = spec::Spec::read(document.root(), &mut notes).map_err(place)?;
    let names = naming::Names::of(&spec);
    let loaded = Loaded {
        family: spec.name.to_owned(),
        protocol: spec.protocol,
        builtin: names.replaces,
        sets: spec.sets.len(),
        messages: spec.messages.len(),
        warnings: notes.bad.into_iter().map(place).collect(),
    };
    build::build(tables, &spec, &names, file_name);
    Ok(loaded)
}

/// What is wrong, before it is known in which file.
#[derive(Debug)]
struct Bad {
    line: u32,
    what: String,
}

impl Bad {
    fn new(line: u32, what: impl Into<String>) -> Bad {
        Bad {
            line,
            what: what.into(),
        }
    }
}

/// How many warnings a spec may have before the rest is left out.
const MAX_WARNINGS: usize = 50;

/// Warnings.
#[derive(Default)]
struct Notes {
    bad: Vec<Bad>,
}

impl Notes {
    fn add(&mut self, line: u32, what: impl Into<String>) {
        if self.bad.len() < MAX_WARNINGS {
            self.bad.push(Bad::new(line, what));
        }
    }
}
