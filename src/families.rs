//! `nldissect families`: what is known.

use crate::args::{Args, Families};
use crate::read::usage;
use crate::{DONE, specs};
use netlink_dissector::dump;
use std::io::{self, Write};

/// Prints the families, one with its whole tree, or all tables as JSON.
pub fn run(families: &Families, args: &Args) -> io::Result<u8> {
    let tables = match specs::tables(&args.meaning) {
        Ok(tables) => tables,
        Err(what) => return usage(&what),
    };
    let mut out = Vec::new();
    let name = families.name.as_deref();
    if args.output.json.is_some() {
        dump::json(&tables, name, &mut out);
    } else {
        dump::text(&tables, name, &mut out);
    }
    if out.is_empty() {
        let name = name.unwrap_or("");
        return usage(&format!(
            "families: no family is called {name:?}: {}",
            specs::near(&tables, name, false)
        ));
    }
    io::stdout().lock().write_all(&out)?;
    Ok(DONE)
}
