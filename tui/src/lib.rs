//! The browser: a list of messages, the decoded tree of one beside its bytes.
//!
//! [`run`] takes the terminal until the user ends it. Slow work (indexing a file, searching it) happens in threads
//! that send batches; only the rows that can be seen are decoded. Text of a capture reaches the terminal escaped.

#![deny(missing_docs)]
#![forbid(unsafe_code)]
#![cfg_attr(
    not(test),
    deny(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::panic
    )
)]

mod app;
mod bar;
mod clip;
mod index;
mod keys;
mod scan;
mod signals;
mod spool;
mod store;
mod terminal;
mod text;
mod theme;
mod time;
mod tree;
mod view;

pub use app::{App, Focus};
pub use index::index;
pub use keys::{KEYS, Key, markdown};
pub use store::{Detail, Point, Row, Store};
pub use theme::Theme;
pub use time::TimeForm;

use netlink_capture::netlink::{Given, Input};
use netlink_capture::{Capture, Error};
use netlink_dissector::table::Tables;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

/// What the browser is started with.
pub struct Options<'t> {
    /// The capture; `-` is standard input.
    pub path: PathBuf,
    /// Names and types.
    pub tables: &'t Tables,
    /// What the user said of the captured machine.
    pub given: Given,
    /// How times are shown at first.
    pub time: TimeForm,
    /// Whether values of keys are shown.
    pub show_keys: bool,
    /// The row to begin with: of the failure, where the first is wanted.
    pub first_failure: bool,
}

/// Why the browser could not run.
#[derive(Debug)]
pub enum Failure {
    /// The capture cannot be read.
    Capture(Error),
    /// The terminal cannot be used.
    Terminal(io::Error),
}

/// Messages of readers, said on standard error once the terminal is free again.
pub type Notices = Arc<Mutex<Vec<String>>>;

/// Opens a capture and shows it until the user ends the browser; gives what readers had to say.
pub fn run(options: &Options<'_>) -> Result<Vec<String>, Failure> {
    let notices = Notices::default();
    let capture = match options.path.to_str() {
        Some("-") => Capture::stdin(),
        _ => Capture::open(&options.path),
    };
    browse(
        capture.map_err(Failure::Capture)?,
        &options.path,
        options,
        &notices,
    )?;
    let mut said = match notices.lock() {
        Ok(said) => said,
        Err(poisoned) => poisoned.into_inner(),
    };
    Ok(std::mem::take(&mut said))
}

/// Shows a capture that is in memory.
pub fn run_bytes(name: &str, bytes: Vec<u8>, options: &Options<'_>) -> Result<(), Failure> {
    let capture = Capture::from_bytes(name.to_owned(), bytes).map_err(Failure::Capture)?;
    browse(capture, Path::new(name), options, &Notices::default())
}

fn browse(
    capture: Capture,
    path: &Path,
    options: &Options<'_>,
    notices: &Notices,
) -> Result<(), Failure> {
    let size = capture.whole().map(|whole| whole.len() as u64);
    let capture = spool::whole(capture).map_err(Failure::Capture)?;
    let kept = notices.clone();
    let report = Arc::new(move |what: &str| {
        if let Ok(mut said) = kept.lock() {
            said.push(what.to_owned());
        }
    });
    let input = Input::new(
        capture,
        path.to_owned(),
        None,
        options.tables,
        &options.given,
        report,
    );
    let store = Store::new(path, size, options.show_keys);
    let app = App::new(
        store,
        options.time,
        Theme::of_environment(),
        options.first_failure,
    );
    terminal::run(app, input).map_err(Failure::Terminal)
}
