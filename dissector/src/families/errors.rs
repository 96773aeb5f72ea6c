//! Error numbers that a family has beside those of errno, in answers to its requests.

use super::nfnetlink::ipset;
use crate::context::Context;
use crate::table::{Enum, Family};
use crate::wire::RawMessage;

/// The numbers of a family.
#[derive(Debug)]
pub struct Own {
    /// All of them.
    pub enums: &'static [&'static Enum],
    /// Which hold where an error (positive) answers this request.
    pub of: fn(i64, &RawMessage<'_>, &Context<'_>) -> Option<&'static Enum>,
}

/// The families that have such numbers.
pub static OWN: &[(&Family, Own)] = &[(
    &ipset::FAMILY,
    Own {
        enums: ipset::ERRORS,
        of: ipset::error_numbers,
    },
)];

/// The name of a (positive) error number in an answer to a request of a family.
pub fn name(
    family: &Family,
    number: i64,
    request: &RawMessage<'_>,
    ctx: &Context<'_>,
) -> Option<&'static str> {
    let (_, own) = OWN.iter().find(|(of, _)| {
        of.protocol == family.protocol && of.layer == family.layer && of.name == family.name
    })?;
    let numbers = (own.of)(number, request, ctx)?;
    let name = numbers.name_of(u64::try_from(number).ok()?)?;
    Some(name.as_str())
}

/// The names of all of them.
pub fn names() -> impl Iterator<Item = &'static str> {
    let enums = OWN.iter().flat_map(|(_, own)| own.enums.iter());
    enums.flat_map(|e| e.entries.iter().map(|entry| entry.name.as_str()))
}
