//! `nldissect explain`: what names and numbers mean.

use crate::args::{Args, Explain};
use crate::read::usage;
use crate::{DONE, USAGE, complain, specs, story};
use netlink_dissector::explain::{Explainer, json, text};
use std::io::{self, Write};

/// How many names are offered for one that is not known.
const OFFERED: usize = 5;

/// Explains each name; those that are not known go to standard error, with the nearest ones.
pub fn run(explain: &Explain, args: &Args) -> io::Result<u8> {
    if let Some(numbers) = &explain.numbers {
        return story::run(explain, numbers, args);
    }
    let tables = match specs::tables(&args.meaning) {
        Ok(tables) => tables,
        Err(what) => return usage(&what),
    };
    let given = match specs::given(&args.meaning) {
        Ok(given) => given,
        Err(what) => return usage(&what),
    };
    let explainer = Explainer::new(&tables, given.arch);
    let mut out = Vec::new();
    let mut unknown = Vec::new();
    for name in &explain.names {
        let meanings = explainer.explain(name);
        if meanings.is_empty() {
            unknown.push(name);
        } else if args.output.json.is_some() {
            json(name, &meanings, &mut out);
        } else {
            if !out.is_empty() {
                out.push(b'\n');
            }
            text(&meanings, &mut out);
        }
    }
    io::stdout().lock().write_all(&out)?;
    for name in &unknown {
        match explainer.nearest(name, OFFERED).as_slice() {
            [] => complain::say(format_args!("{name:?} is not known")),
            near => complain::say(format_args!(
                "{name:?} is not known; did you mean {}?",
                near.join(", ")
            )),
        }
    }
    Ok(if unknown.is_empty() { DONE } else { USAGE })
}
