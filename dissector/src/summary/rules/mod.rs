//! The rules for the messages that people meet most, and words for names.

mod netfilter;
mod other;
mod phrases;
mod route;
mod wireless;
mod words;

pub(super) use phrases::{As, beginning, loads, phrase};
pub(super) use words::word_of;
#[cfg(test)]
pub(super) use {phrases::BEGINNINGS, phrases::PHRASES, words::WORDS};

use super::rule::Rule;

/// How messages are told.
pub(super) static RULES: [&[Rule]; 4] = [
    route::RULES,
    netfilter::RULES,
    wireless::RULES,
    other::RULES,
];
