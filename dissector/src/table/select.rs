//! What decides between several layouts of the same bytes.

use super::Kind;
use std::borrow::Cow;

/// Where the deciding value comes from.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Selector {
    /// An attribute, by name: a sibling before or behind, else the nearest enclosing scope's.
    Attribute(Cow<'static, str>),
    /// A field of the nearest enclosing struct or fixed header that has one of this name,
    /// itself or in a struct inside it.
    Field(Cow<'static, str>),
    /// A fact that is not in the bytes at hand.
    Fact(Fact),
}

/// Facts of the message and its context.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Fact {
    /// nlmsg_type of the message; for generic netlink and nfnetlink the command below the family.
    Command,
    /// 1 from user space, 0 from the kernel; unknown counts as neither.
    ToKernel,
    /// Bytes of the payload at hand.
    Length,
    /// nla_type of the enclosing entry of an array, map or nest.
    EntryType,
}

/// What a case asks of the selector's value.
#[derive(Clone, Debug)]
pub enum Match {
    /// A string, up to its NUL.
    Text(Cow<'static, str>),
    /// A number.
    Number(u64),
}

/// One layout and when it holds.
#[derive(Clone, Debug)]
pub struct Case {
    /// The value that chooses it.
    pub when: Match,
    /// The layout.
    pub kind: Kind,
}

/// A choice between layouts.
#[derive(Clone, Debug)]
pub struct Select {
    /// What decides.
    pub by: Selector,
    /// Sorted by value; all of one sort.
    pub cases: Cow<'static, [Case]>,
    /// The layout when none fits, or when the deciding value is absent.
    pub otherwise: Option<Kind>,
}

impl Select {
    /// The layout for a string.
    pub fn text(&self, value: &[u8]) -> Option<&Kind> {
        let at = self.cases.binary_search_by(|c| match &c.when {
            Match::Text(t) => t.as_bytes().cmp(value),
            Match::Number(_) => std::cmp::Ordering::Less,
        });
        match at {
            Ok(i) => self.cases.get(i).map(|c| &c.kind),
            Err(_) => self.otherwise.as_ref(),
        }
    }

    /// The layout for a number.
    pub fn number(&self, value: u64) -> Option<&Kind> {
        let at = self.cases.binary_search_by(|c| match &c.when {
            Match::Number(n) => n.cmp(&value),
            Match::Text(_) => std::cmp::Ordering::Less,
        });
        match at {
            Ok(i) => self.cases.get(i).map(|c| &c.kind),
            Err(_) => self.otherwise.as_ref(),
        }
    }
}
