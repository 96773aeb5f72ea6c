//! Messages on standard error: `nldissect: what, where, what to do`.

use std::fmt;
use std::io::{Write, stderr};

/// Prints a message; a standard error that is gone is no reason to fail.
pub fn say(what: fmt::Arguments<'_>) {
    let _ = writeln!(stderr().lock(), "nldissect: {what}");
}
