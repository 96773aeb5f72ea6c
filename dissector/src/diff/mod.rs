//! Two captures compared: the same exchanges by what they mean.
//!
//! A capture is read twice. A [`Surveyor`] makes a fingerprint of each message's canonical
//! form: what it says, whatever the byte order, the order of attributes, and the numbers and
//! names that are given anew in each run. [`compare`] aligns the fingerprints as a diff aligns
//! lines. A [`Teller`] then reads again what differs, and [`text`] and [`json`] show it.
//!
//! What is left aside, which names are made up, and what tells one object from another are
//! tables: [`ASIDES`], [`ROLES`], [`SUBJECTS`].

pub mod align;
mod aside;
mod canon;
mod compare;
mod detail;
mod form;
pub mod json;
mod names;
mod print;
mod rules;
mod subjects;
mod survey;
#[cfg(test)]
mod tests;
pub mod text;

pub use aside::{ASIDES, Aside, ROLES, Role, Whence};
pub use compare::{Comparison, Counts, Difference, Unheard, Wanted, compare};
pub use detail::{Detail, Details, MAX_TOLD, Teller};
pub use form::{Change, Content, Form, Part};
pub use names::{Alias, is_made_up};
pub use rules::Rules;
pub use subjects::{SUBJECTS, Subject};
pub use survey::{Came, Entry, Survey, Surveyor};

/// How much of an exchange is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// What was asked.
    Requests,
    /// And what came of it.
    Outcomes,
    /// And the content of the replies; notifications too.
    Replies,
}
