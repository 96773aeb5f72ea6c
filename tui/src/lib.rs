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
mod exchanges;
mod frames;
mod ground;
mod index;
mod keys;
mod rate;
mod scan;
mod shown;
mod signals;
mod spool;
mod store;
mod terminal;
mod text;
mod theme;
mod time;
mod tree;
mod view;

pub use app::{App, Focus, Live};
pub use index::{Batch, Pace, Whole, index};
pub use keys::{KEYS, Key, markdown};
pub use scan::{Found, Job, Lane, Reader, scan};
pub use store::{Detail, Row, Store};
pub use theme::Theme;
pub use time::TimeForm;
pub use tree::Tree;
pub use view::draw;

use netlink_capture::netlink::{Given, Input};
use netlink_capture::{Capture, Error};
use netlink_dissector::filter::Zone;
use netlink_dissector::table::Tables;
use spool::Spool;
use std::io::{self, Read};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

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
    /// Where times without a zone are, in filters.
    pub zone: Zone,
    /// Whether values of keys are shown.
    pub show_keys: bool,
    /// The row to begin with: of the failure, where the first is wanted.
    pub first_failure: bool,
    /// Whether a file is followed as it grows.
    pub follow: bool,
    /// How many bytes of a stream are kept at least: of what comes after, the oldest is dropped.
    pub keep: u64,
}

/// Why the browser could not run.
#[derive(Debug)]
pub enum Failure {
    /// The capture cannot be read.
    Capture(Error),
    /// The terminal cannot be used.
    Terminal(io::Error),
}

/// What readers have to say, told once the terminal is free again.
#[derive(Clone, Default)]
struct Notices(Arc<Mutex<Vec<String>>>);

impl Notices {
    fn said(&self) -> MutexGuard<'_, Vec<String>> {
        match self.0.lock() {
            Ok(said) => said,
            Err(poisoned) => poisoned.into_inner(),
        }
    }

    /// Readers of the same place say the same.
    fn say(&self, what: &str) {
        let mut said = self.said();
        if said.len() < MOST_NOTICES && !said.iter().any(|s| s == what) {
            said.push(what.to_owned());
        }
    }
}

/// So many are told.
const MOST_NOTICES: usize = 100;
/// How long a file that has no header yet is waited for at a time.
const PATIENCE: Duration = Duration::from_millis(100);

/// Opens a capture and shows it until the user ends the browser; gives what readers had to say.
///
/// A file is read where it is asked for, and followed as it grows where that is wanted. Standard input is shown as it
/// comes, as [`run_live`] does.
pub fn run(options: &Options<'_>) -> Result<Vec<String>, Failure> {
    if options.path.as_os_str() == "-" {
        let stream = Capture::stdin().map_err(Failure::Capture)?;
        return streamed(stream, options, Some(options.keep), false);
    }
    let capture = loop {
        match Capture::open_growing(&options.path) {
            // who writes it has not begun
            Err(Error::Empty | Error::CutHeader { .. }) if options.follow => {
                std::thread::sleep(PATIENCE);
            }
            result => break result.map_err(Failure::Capture)?,
        }
    };
    if capture.fork().is_none() {
        // a compressed file, or no regular one
        return streamed(capture, options, None, false);
    }
    let notices = Notices::default();
    browse(capture, options, &notices, Source::File)?;
    let said = std::mem::take(&mut *notices.said());
    Ok(said)
}

/// Shows a stream of pcap or pcapng as it comes, until the user ends the browser: a tap. Of what it gives, as many of
/// the newest bytes are kept as the options say, in files without a name; who ends the browser without having
/// written them is asked once. Gives what readers had to say.
///
/// The stream should begin with its header at once: the browser opens when that has come. What a tap drops it tells
/// in Interface Statistics Blocks.
pub fn run_live(
    reader: Box<dyn Read + Send>,
    options: &Options<'_>,
) -> Result<Vec<String>, Failure> {
    let name = options.path.display().to_string();
    let stream = Capture::from_reader(name, reader).map_err(Failure::Capture)?;
    streamed(stream, options, Some(options.keep), true)
}

fn streamed(
    stream: Capture,
    options: &Options<'_>,
    keep: Option<u64>,
    live: bool,
) -> Result<Vec<String>, Failure> {
    let notices = Notices::default();
    let spool = Arc::new(Spool::new(keep));
    let say = notices.clone();
    let capture = spool::keep(stream, &spool, move |what| say.say(what));
    let source = match live {
        true => Source::Tap(spool.clone()),
        false => Source::Stream(spool.clone()),
    };
    let shown = capture
        .map_err(Failure::Capture)
        .and_then(|capture| browse(capture, options, &notices, source));
    spool.stop();
    shown?;
    let said = std::mem::take(&mut *notices.said());
    Ok(said)
}

/// Shows a capture that is in memory.
pub fn run_bytes(name: &str, bytes: Vec<u8>, options: &Options<'_>) -> Result<(), Failure> {
    let capture = Capture::from_bytes(name.to_owned(), bytes).map_err(Failure::Capture)?;
    browse(capture, options, &Notices::default(), Source::File)
}

/// Where a capture comes from.
enum Source {
    /// It stays where it is.
    File,
    /// It is read only once.
    Stream(Arc<Spool>),
    /// And nobody else has it.
    Tap(Arc<Spool>),
}

fn browse(
    capture: Capture,
    options: &Options<'_>,
    notices: &Notices,
    source: Source,
) -> Result<(), Failure> {
    let kept = notices.clone();
    let input = Input::new(
        capture,
        options.path.clone(),
        None,
        options.tables,
        &options.given,
        Arc::new(move |what: &str| kept.say(what)),
    );
    let store = Store::new(&options.path, options.show_keys);
    let mut app = App::new(
        store,
        options.tables,
        options.time,
        options.zone,
        // which colours the terminal is good for is asked once it is taken
        Theme::plain(),
        options.first_failure,
    );
    let spool = match source {
        Source::File => None,
        Source::Stream(spool) => {
            app.live = Live::Stream;
            Some(spool)
        }
        Source::Tap(spool) => {
            app.live = Live::Tap;
            Some(spool)
        }
    };
    // what is there of a file is looked at from its begin, what comes from its end
    app.growing = options.follow;
    app.follow = options.follow || matches!(app.live, Live::Tap);
    terminal::run(app, input, spool).map_err(Failure::Terminal)
}
