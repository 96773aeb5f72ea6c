//! The browser on a capture, and `nldissect demo`.

use crate::args::{Args, TimeForm as Form};
use crate::read::{unreadable, usage};
use crate::{DAMAGED, DONE, USAGE, complain, specs};
use netlink_dissector::table::Tables;
use netlink_tui::{Failure, Options, TimeForm};
use std::io::{self, IsTerminal, Read};
use std::path::{Path, PathBuf};

/// What `nldissect demo` shows.
const DEMO: &[u8] = include_bytes!("../samples/demo.pcap");

/// Whether the arguments ask for the browser: one file, a terminal, and no other output.
pub fn wanted(args: &Args) -> bool {
    let other = args.output.asks()
        || args.select.filter.is_some()
        || args.select.write.is_some()
        || args.select.numbers.is_some()
        || args.select.limit.is_some();
    !other && args.files.len() == 1 && io::stdout().is_terminal()
}

/// Shows a capture.
pub fn run(path: &Path, args: &Args) -> io::Result<u8> {
    with(path.to_owned(), args, false, |options| {
        netlink_tui::run(options)
    })
}

/// Shows what a live tap hears, as it comes.
#[cfg(target_os = "linux")]
pub fn live(name: &str, reader: Box<dyn Read + Send>, args: &Args) -> io::Result<u8> {
    with(PathBuf::from(name), args, false, |options| {
        netlink_tui::run_live(reader, options)
    })
}

/// Shows the built-in capture, its first failed request selected.
pub fn demo(args: &Args) -> io::Result<u8> {
    if !io::stdout().is_terminal() {
        return usage("demo: standard output is no terminal");
    }
    with(PathBuf::from("demo"), args, true, |options| {
        netlink_tui::run_bytes("demo", DEMO.to_vec(), options).map(|()| Vec::new())
    })
}

fn with(
    path: PathBuf,
    args: &Args,
    first_failure: bool,
    show: impl FnOnce(&Options<'_>) -> Result<Vec<String>, Failure>,
) -> io::Result<u8> {
    let tables: Tables = match specs::tables(&args.meaning) {
        Ok(tables) => tables,
        Err(what) => return usage(&what),
    };
    let given = match specs::given(&args.meaning) {
        Ok(given) => given,
        Err(what) => return usage(&what),
    };
    let options = Options {
        time: match args.output.time {
            Form::Local => TimeForm::Local(zone()),
            Form::Utc => TimeForm::Utc,
            Form::Relative => TimeForm::Relative,
            Form::Delta => TimeForm::Delta,
            Form::Epoch => TimeForm::Epoch,
        },
        zone: crate::stamp::zone,
        show_keys: args.output.show_keys,
        tables: &tables,
        given,
        first_failure,
        follow: args.browse.follow,
        keep: args.browse.keep,
        path,
    };
    match show(&options) {
        Ok(said) => {
            for what in &said {
                complain::say(format_args!("{what}"));
            }
            Ok(if said.is_empty() { DONE } else { DAMAGED })
        }
        Err(Failure::Capture(error)) => {
            unreadable(&options.path.display().to_string(), &error);
            Ok(USAGE)
        }
        Err(Failure::Terminal(error)) => {
            complain::say(format_args!("the terminal: {error}"));
            Ok(USAGE)
        }
    }
}

/// The offset of local time, in seconds.
fn zone() -> i32 {
    crate::stamp::zone(jiff::Timestamp::now().as_second())
}
