//! Captures that grow while they are shown, and whose oldest part goes.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod common;

use common::{Browser, sample};
use netlink_capture::netlink::{Given, Input};
use netlink_capture::{Capture, ReadAt};
use netlink_dissector::table::Tables;
use netlink_tui::{App, Pace, Row, Store, Theme, TimeForm, index};
use std::cell::{Cell, RefCell};
use std::io;
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};

/// A file that others write.
#[derive(Default)]
struct Growing {
    bytes: Mutex<Vec<u8>>,
    start: AtomicU64,
}

impl ReadAt for Growing {
    fn read_at(&self, into: &mut [u8], offset: u64) -> io::Result<usize> {
        if offset < self.start() {
            return Err(io::ErrorKind::NotFound.into());
        }
        let bytes = self.bytes.lock().unwrap();
        let rest = bytes.get(offset as usize..).unwrap_or_default();
        let len = rest.len().min(into.len());
        into[..len].copy_from_slice(&rest[..len]);
        Ok(len)
    }

    fn end(&self) -> u64 {
        self.bytes.lock().unwrap().len() as u64
    }

    fn start(&self) -> u64 {
        self.start.load(Ordering::Relaxed)
    }
}

/// Makes the next step of a file when somebody waits for it.
struct Steps<'s> {
    file: Arc<Growing>,
    /// What is added, and whether it is followed then.
    steps: RefCell<Vec<(&'s [u8], bool)>>,
    follows: Cell<bool>,
}

impl Pace for Steps<'_> {
    fn follows(&self) -> bool {
        self.follows.get()
    }

    fn wait(&self) -> bool {
        let mut steps = self.steps.borrow_mut();
        if steps.is_empty() {
            return false;
        }
        let (more, follows) = steps.remove(0);
        self.file.bytes.lock().unwrap().extend_from_slice(more);
        self.follows.set(follows);
        true
    }
}

fn app<'t>(file: &Arc<Growing>, tables: &'t Tables, followed: bool) -> (App<'t>, Input<'t>) {
    let capture = Capture::from_read_at("grows".into(), file.clone()).unwrap();
    let path = Path::new("grows");
    // only who does not follow takes a cut end for damage
    let report = Arc::new(move |what: &str| {
        assert!(!followed && what.contains("ends within"), "{what}");
    });
    let given = Given::default();
    let input = Input::new(capture, path.into(), None, tables, &given, report);
    let theme = Theme::coloured(false);
    let store = Store::new(path, false);
    let time = TimeForm::Relative;
    (App::new(store, tables, time, |_| 0, theme, false), input)
}

fn text(rows: &[Row]) -> Vec<String> {
    let text = |r: &Row| {
        let outcome = r.outcome.as_ref().map(|(text, _)| text.as_str());
        format!("{} {} {:?} {:?}", r.row, r.summary, outcome, r.request)
    };
    rows.iter().map(text).collect()
}

#[test]
fn a_file_that_grows_is_the_same_in_the_end() {
    let tables = Tables::builtin();
    for name in ["errors.pcap", "nanoseconds.pcapng"] {
        let bytes = std::fs::read(sample(name)).unwrap();
        let mut whole = Browser::bytes(name, bytes.clone(), &tables, (120, 40));
        let count = whole.app.store.rows;
        let want = text(&whole.app.visible(0..count));
        for followed in [true, false] {
            // pieces that end within a header, within a packet, behind one
            let cuts = [
                bytes.len() / 3,
                bytes.len() / 3 + 5,
                bytes.len() / 2 + 1,
                bytes.len(),
            ];
            let file = Arc::new(Growing::default());
            file.bytes
                .lock()
                .unwrap()
                .extend_from_slice(&bytes[..cuts[0]]);
            let parts = cuts.windows(2).map(|w| &bytes[w[0]..w[1]]);
            let mut steps: Vec<(&[u8], bool)> = parts.map(|part| (part, true)).collect();
            // once all is there, nobody waits for more
            steps.push((&[], false));
            let steps = Steps {
                file: file.clone(),
                steps: RefCell::new(steps),
                follows: Cell::new(followed),
            };
            let (app, input) = app(&file, &tables, followed);
            let app = RefCell::new(app);
            let mut seen = Vec::new();
            index(input, &steps, |batch| {
                let mut app = app.borrow_mut();
                app.growing = true;
                app.follow = true;
                app.indexed(batch);
                seen.push(app.store.rows);
                // the end stays selected
                let shown = app.shown();
                assert_eq!(shown.position(app.row) + 1, shown.count().max(1));
                true
            });
            let mut app = app.into_inner();
            assert!(
                app.store.done && app.store.rows == count,
                "{name}: {seen:?}"
            );
            seen.dedup();
            assert!(seen.len() > 2, "{name}: {seen:?}");
            let got = text(&app.visible(0..count));
            assert_eq!(got, want, "{name}, followed {followed}");
            assert_eq!(app.store.failures, whole.app.store.failures, "{name}");
        }
    }
}

#[test]
fn leaving_the_end_pauses() {
    let tables = Tables::builtin();
    let mut browser = Browser::sample("errors.pcap", &tables, (120, 40));
    browser.app.growing = true;
    browser.keys("G");
    assert!(browser.app.follow);
    browser.keys("k");
    assert!(!browser.app.follow);
    browser.keys("F");
    let app = &browser.app;
    assert!(app.follow && app.shown().position(app.row) + 1 == app.shown().count());
    browser.keys("F");
    assert!(!browser.app.follow);
}

#[test]
fn what_is_gone_is_not_shown() {
    let tables = Tables::builtin();
    // the same messages again and again, so that there are marks and points
    let bytes = std::fs::read(sample("errors.pcap")).unwrap();
    let mut all = bytes.clone();
    for _ in 0..100 {
        all.extend_from_slice(&bytes[24..]);
    }
    let file = Arc::new(Growing::default());
    *file.bytes.lock().unwrap() = all.clone();
    let (app, input) = app(&file, &tables, true);
    let steps = Steps {
        file: file.clone(),
        steps: RefCell::new(vec![(&[], true), (&bytes[24..], true), (&[], false)]),
        follows: Cell::new(true),
    };
    let app = RefCell::new(app);
    let gone = all.len() as u64 / 2;
    index(input, &steps, |batch| {
        let mut app = app.borrow_mut();
        let done = batch.done;
        app.indexed(batch);
        if done {
            file.start.store(gone, Ordering::Relaxed);
        }
        true
    });
    let mut app = app.into_inner();
    let (from, rows) = (app.store.from, app.store.rows);
    assert!(from > rows / 3 && from < 2 * rows / 3, "{from} of {rows}");
    assert_eq!(app.shown().row(0), Some(from));
    assert!(app.row >= from);
    let first = app.visible(0..100);
    assert_eq!((first.len(), first[0].row), (100, from));
    app.go(0);
    assert_eq!(app.row, from);
    app.go(rows - 1);
    assert_eq!(app.detail.as_ref().unwrap().row.row, rows - 1);
    assert!(app.store.failures.iter().all(|r| *r >= from));
}
