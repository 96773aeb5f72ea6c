//! Error numbers that a family has beside those of errno.

use super::nfnetlink::ipset;
use crate::table::{Enum, Family};

static OWN: &[(&Family, &Enum)] = &[(&ipset::FAMILY, &ipset::IPSET_ERRNO)];

/// The name of a (positive) error number in an answer to a request of a family.
pub fn name(family: &Family, number: i64) -> Option<&'static str> {
    let (_, numbers) = OWN.iter().find(|(of, _)| {
        of.protocol == family.protocol && of.layer == family.layer && of.name == family.name
    })?;
    let name = numbers.name_of(u64::try_from(number).ok()?)?;
    Some(name.as_str())
}

/// The names of all of them.
pub fn names() -> impl Iterator<Item = &'static str> {
    let numbers = OWN.iter().flat_map(|(_, numbers)| numbers.entries.iter());
    numbers.map(|entry| entry.name.as_str())
}
