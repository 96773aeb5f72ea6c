//! The state of the browser, and what each action does to it. Knows no terminal.

mod columns;
mod counts;
mod find;
mod follow;
mod ladder;
mod mouse;
mod moves;
mod refusal;
mod words;
mod write;

pub use columns::{COLUMNS, Column};
pub use counts::Counts;
pub use follow::Live;
pub use ladder::Ladder;
pub use refusal::Refusal;

use crate::bar::Bar;
use crate::index::Batch;
use crate::keys::{Action, Pressed, pressed};
use crate::scan::{Found, Job, Lane, What};
use crate::shown::Shown;
use crate::store::{Detail, Row, Store};
use crate::theme::Theme;
use crate::time::TimeForm;
use crate::tree::Tree;
use netlink_dissector::envelope::Time;
use netlink_dissector::filter::{Vocabulary, Zone};
use netlink_dissector::table::Tables;
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::layout::Rect;
use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

/// How many rows are decoded at once.
const CHUNK: u32 = 256;
/// How many decoded rows are kept.
const KEPT: usize = 4096;

/// Which pane has the keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Focus {
    /// The list of messages.
    List,
    /// The tree of the selected one.
    Tree,
    /// Its bytes.
    Bytes,
}

/// Something on top of the panes.
pub enum Popup {
    /// The key map.
    Help,
    /// A text with a title.
    Text(String, String),
    /// A request and its answers.
    Ladder(Ladder),
    /// Tables.
    Counts(Counts),
    /// The columns to choose from, and the selected one.
    Columns(usize),
}

/// A search or a filter, under way or over.
#[derive(Default)]
pub struct Scan {
    /// What is looked for.
    pub text: String,
    /// Rows with it.
    pub rows: Vec<u32>,
    /// Rows that were looked at.
    pub looked: u32,
    /// It is over.
    pub done: bool,
    /// The first hit that comes is to be shown, behind this row.
    waits: Option<u32>,
}

impl Scan {
    fn of(text: String, from: u32) -> Scan {
        Scan {
            text,
            waits: Some(from),
            ..Scan::default()
        }
    }

    /// Takes in rows, which stand in one piece before, behind or between those that are known.
    fn add(&mut self, rows: Vec<u32>, looked: u32, done: bool) {
        if let Some(first) = rows.first() {
            let at = self.rows.partition_point(|r| r < first);
            self.rows.splice(at..at, rows);
        }
        self.looked = looked;
        self.done = done;
    }

    /// The row to go to: the next one from where it began; the first, once all is known.
    fn hit(&mut self) -> Option<u32> {
        let at = self.rows.partition_point(|r| Some(*r) < self.waits);
        let wraps = self.done.then(|| self.rows.first().copied());
        let hit = self.rows.get(at).copied().or(wraps.flatten());
        let hit = hit.filter(|_| self.waits.is_some());
        if hit.is_some() {
            self.waits = None;
        }
        hit
    }
}

/// Where things were drawn last: for the mouse and for paging.
#[derive(Clone, Copy, Debug, Default)]
pub struct Areas {
    /// Lines of the list.
    pub list: Rect,
    /// Lines of the tree.
    pub tree: Rect,
    /// Lines of the bytes.
    pub bytes: Rect,
    /// Bytes in a line.
    pub columns: usize,
}

/// The browser.
pub struct App<'t> {
    /// The capture.
    pub store: Store<'t>,
    tables: &'t Tables,
    zone_at: Zone,
    vocabulary: Option<Vocabulary<'t>>,
    /// How things look.
    pub theme: Theme,
    /// Which pane has the keys.
    pub focus: Focus,
    /// The selected row.
    pub row: u32,
    /// The first visible position of the list.
    pub top: u32,
    /// The selected message.
    pub detail: Option<Detail>,
    /// What the kernel said of it, where it failed.
    pub refusal: Option<Refusal>,
    /// Its tree.
    pub tree: Tree,
    /// The selected byte.
    pub byte: usize,
    /// The bytes stand where the tree would.
    pub bytes_only: bool,
    /// Types and raw values are shown.
    pub types: bool,
    /// Columns that the user wants, or does not want.
    columns: [Option<bool>; COLUMNS.len()],
    /// How times are shown.
    pub time: TimeForm,
    /// The zone of this machine, in seconds.
    zone: i32,
    /// What is on top.
    pub popup: Option<Popup>,
    /// The first visible line of what is on top.
    pub popup_top: usize,
    /// The line of input.
    pub bar: Option<Bar>,
    histories: HashMap<&'static str, Vec<String>>,
    /// The search.
    pub search: Scan,
    /// The filter.
    pub filter: Option<Scan>,
    /// Messages with a diagnostic, once asked for.
    odd: Option<Scan>,
    /// Which way to go once these are known.
    odd_forward: bool,
    /// A file that is being written: its name, and how many frames it has.
    pub writing: Option<(String, u64)>,
    /// Rows that were written by now: of a tap, others are in no file.
    saved: u32,
    /// A name that was refused because the file exists.
    exists: Option<String>,
    /// Whether the capture is still being made.
    pub live: Live,
    /// More of it may come.
    pub running: bool,
    /// A file is read on as it grows.
    pub growing: bool,
    /// The list stays at its end as rows come.
    pub follow: bool,
    asked: bool,
    /// Copies are shown one by one.
    pub copies: bool,
    newest: [u64; Lane::COUNT],
    jobs: Vec<Job<'t>>,
    /// What is said in the status line until the next key.
    pub said: Option<String>,
    begun: Option<char>,
    /// Rows with a mark.
    pub marks: BTreeMap<char, u32>,
    /// A text for the clipboard.
    pub copied: Option<String>,
    /// The user has ended the browser.
    pub ended: bool,
    /// The user wants back to the shell for a while.
    pub suspended: bool,
    /// All is to be drawn anew.
    pub redraw: bool,
    /// Where things were drawn.
    pub areas: Areas,
    cache: HashMap<u32, Row>,
    first_failure: bool,
    moved: bool,
}

impl<'t> App<'t> {
    /// A browser of a capture.
    pub fn new(
        store: Store<'t>,
        tables: &'t Tables,
        time: TimeForm,
        zone_at: Zone,
        theme: Theme,
        first_failure: bool,
    ) -> App<'t> {
        App {
            store,
            tables,
            zone_at,
            vocabulary: None,
            theme,
            focus: Focus::List,
            row: 0,
            top: 0,
            detail: None,
            refusal: None,
            tree: Tree::default(),
            byte: 0,
            bytes_only: false,
            types: false,
            columns: [None; COLUMNS.len()],
            time,
            zone: match time {
                TimeForm::Local(zone) => zone,
                _ => 0,
            },
            popup: None,
            popup_top: 0,
            bar: None,
            histories: HashMap::new(),
            search: Scan::default(),
            filter: None,
            odd: None,
            odd_forward: true,
            writing: None,
            saved: 0,
            exists: None,
            live: Live::No,
            running: false,
            growing: false,
            follow: false,
            asked: false,
            copies: false,
            newest: [0; Lane::COUNT],
            jobs: Vec::new(),
            said: None,
            begun: None,
            marks: BTreeMap::new(),
            copied: None,
            ended: false,
            suspended: false,
            redraw: false,
            areas: Areas::default(),
            cache: HashMap::new(),
            first_failure,
            moved: false,
        }
    }

    /// Takes in what the index found.
    pub fn indexed(&mut self, batch: Batch<'t>) {
        let top = self.shown().row(self.top);
        let learnt = self.store.learnt;
        self.store.add(batch);
        // what came of requests that are shown may be known now
        self.cache.clear();
        if self.follow {
            self.go_last();
        } else if let Some(top) = top {
            // what stands above it may have turned out to be copies
            self.top = self.shown().position(top);
        }
        if self.row < self.store.from {
            self.go(self.store.from);
        }
        if self.first_failure
            && self.store.done
            && !self.moved
            && let Some(row) = self.store.failures.first()
        {
            self.first_failure = false;
            self.go(*row);
            self.failed_request();
        }
        let rows = self.store.learnt;
        let came = (learnt..rows).contains(&self.row) || self.store.done && self.open_request();
        let guessed = self.detail.as_ref().is_some_and(|d| !d.exact) && rows > self.row;
        if self.detail.is_none() {
            self.load();
        } else if came || guessed {
            self.refresh();
        }
    }

    /// Whether it is not known yet what came of the selected request.
    fn open_request(&self) -> bool {
        let asks = |d: &Detail| d.row.outcome.is_none() && d.row.request.is_none();
        self.detail.as_ref().is_some_and(asks)
    }

    /// Takes in what a job found.
    pub fn found(&mut self, found: Found) {
        if self.newest.get(found.lane as usize) != Some(&found.number) {
            return;
        }
        match found.what {
            What::Rows(rows) => self.found_rows(found.lane, rows, found.looked, found.done),
            What::Counted(counted) => {
                if let Some(Popup::Counts(counts)) = &mut self.popup {
                    counts.add(*counted, found.looked, found.done);
                }
            }
            What::Written(frames, failure) => self.written(frames, failure, found.done),
        }
    }

    fn found_rows(&mut self, lane: Lane, rows: Vec<u32>, looked: u32, done: bool) {
        let scan = match lane {
            Lane::Search => Some(&mut self.search),
            Lane::Filter => self.filter.as_mut(),
            _ => self.odd.as_mut(),
        };
        let Some(scan) = scan else { return };
        let first = done && !scan.done;
        scan.add(rows, looked, done);
        let nothing = first && scan.rows.is_empty();
        if lane == Lane::Odd {
            self.found_odd();
            return;
        }
        let hit = scan.hit();
        let text = scan.text.clone();
        if lane == Lane::Filter && self.follow {
            self.go_last();
        } else if let Some(row) = hit {
            self.go(row);
        }
        if nothing && lane == Lane::Search {
            self.say(&format!("nothing has {text:?}"));
        } else if nothing {
            self.say("no message matches: Esc takes the filter away");
        }
    }

    /// Work that was asked for since the last time.
    pub fn jobs(&mut self) -> Vec<Job<'t>> {
        std::mem::take(&mut self.jobs)
    }

    /// The numbers of the newest jobs, by lane.
    pub fn newest(&self) -> [u64; Lane::COUNT] {
        self.newest
    }

    /// Which rows are shown.
    pub fn shown(&self) -> Shown<'_> {
        Shown {
            from: self.store.from,
            rows: self.store.rows,
            hidden: (!self.copies).then_some(&self.store.copies),
            fit: self.filter.as_ref().map(|f| f.rows.as_slice()),
        }
    }

    /// What is shown at positions of the list.
    pub fn visible(&mut self, positions: Range<u32>) -> Vec<Row> {
        let rows = |app: &App<'_>, positions: Range<u32>| -> Vec<u32> {
            let shown = app.shown();
            positions.map_while(|p| shown.row(p)).collect()
        };
        let wanted = rows(self, positions.clone());
        if wanted.iter().any(|row| !self.cache.contains_key(row)) {
            if self.cache.len() > KEPT {
                self.cache.clear();
            }
            // without a filter, neighbours are as good as read already
            let around = match self.filter {
                None => {
                    let start = positions.start / CHUNK * CHUNK;
                    rows(self, start..positions.end.next_multiple_of(CHUNK))
                }
                Some(_) => wanted.clone(),
            };
            let unknown = around.iter().filter(|r| !self.cache.contains_key(*r));
            let unknown: Vec<u32> = unknown.copied().collect();
            let read = self.store.list(&unknown);
            self.cache.extend(read.into_iter().map(|r| (r.row, r)));
        }
        let row = |row| self.cache.get(row).cloned();
        wanted.iter().filter_map(row).collect()
    }

    /// The time of what is shown before a position: for differences.
    pub fn time_before(&mut self, position: u32) -> Option<Time> {
        let before = position.checked_sub(1)?;
        self.visible(before..position).first()?.time
    }

    /// Selects a row, or the nearest that is shown.
    pub fn go(&mut self, row: u32) {
        let shown = self.shown();
        let at = shown.position(row);
        let nearest = match shown.row(at) {
            Some(nearest) if nearest == row => row,
            // a copy stands behind the first
            Some(_) | None => match shown.row(at.saturating_sub(1)) {
                Some(nearest) => nearest,
                None => row.min(self.store.rows.saturating_sub(1)),
            },
        };
        if nearest != row && self.filter.is_some() {
            self.say("the filter hides it: Esc takes the filter away");
        }
        if nearest != self.row || self.detail.is_none() {
            self.row = nearest;
            self.load();
        }
        // who has gone elsewhere is not called to what is found later
        let scans = [
            Some(&mut self.search),
            self.filter.as_mut(),
            self.odd.as_mut(),
        ];
        for scan in scans.into_iter().flatten() {
            scan.waits = None;
        }
        // who leaves the end wants to look at what is there
        let last = self.shown().count().saturating_sub(1);
        self.follow = self.goes_on() && self.shown().position(self.row) >= last;
    }

    /// Reads the selected message again: more is known of it now.
    fn refresh(&mut self) {
        let (tree, byte) = (self.tree.clone(), self.byte);
        let shape = |d: &Detail| (d.row.row, d.arena.nodes.len());
        let before = self.detail.as_ref().map(shape);
        let told = self.refusal.is_some();
        self.load();
        let same = self.detail.as_ref().map(shape) == before;
        // what the kernel objects to is marked as soon as that is known
        if same && (told || self.refusal.is_none() || self.moved) {
            (self.tree, self.byte) = (tree, byte);
        }
    }

    fn load(&mut self) {
        self.detail = self.store.detail(self.row);
        self.refusal = None;
        if let Some(detail) = &self.detail {
            self.tree = Tree::of(&detail.arena);
            self.byte = detail.base;
            self.refusal = Refusal::of(detail, &self.store);
        }
        let offending = self.refusal.as_ref().and_then(|r| r.node);
        if let Some(node) = offending {
            self.select_node(node);
        }
    }

    fn say(&mut self, what: &str) {
        self.said = Some(what.to_owned());
    }

    /// A key is pressed.
    pub fn key(&mut self, event: KeyEvent) {
        self.said = None;
        self.moved = true;
        if self.bar.is_some() {
            self.bar_key(event);
            return;
        }
        if event.code == KeyCode::Char('c') && event.modifiers.contains(KeyModifiers::CONTROL) {
            self.end_once_sure();
            return;
        }
        let begun = self.begun.take();
        if let (Some(mark @ ('m' | '\'')), KeyCode::Char(letter)) = (begun, event.code) {
            self.mark(mark, letter);
            return;
        }
        match pressed(event, begun.filter(|c| matches!(c, '[' | ']'))) {
            Pressed::Action(action) if self.popup.is_some() => self.popup_action(action),
            Pressed::Action(action) => self.action(action),
            Pressed::Begins(c) => self.begun = Some(c),
            Pressed::Nothing => {}
        }
    }

    /// The first key of a pair that waits for the second.
    pub fn begun(&self) -> Option<char> {
        self.begun
    }

    fn mark(&mut self, what: char, letter: char) {
        if what == 'm' {
            self.marks.insert(letter, self.row);
            self.say(&format!("mark {letter}"));
        } else if let Some(row) = self.marks.get(&letter) {
            self.go(*row);
        } else {
            self.say(&format!("no mark {letter}"));
        }
    }

    fn popup_action(&mut self, action: Action) {
        if let Some(Popup::Ladder(ladder)) = &mut self.popup {
            match action {
                Action::Toggle => {
                    let row = ladder.row();
                    self.popup = None;
                    if let Some(row) = row {
                        self.go(row);
                    }
                }
                Action::Back | Action::Quit | Action::Exchange => self.popup = None,
                _ => ladder.action(action),
            }
            return;
        }
        match self.popup {
            Some(Popup::Counts(_)) => return self.counts_action(action),
            Some(Popup::Columns(_)) => return self.columns_action(action),
            _ => {}
        }
        let top = &mut self.popup_top;
        match action {
            Action::Down(by) => *top = top.saturating_add_signed(by),
            Action::Half(by) => *top = top.saturating_add_signed(by * 10),
            Action::Page(by) => *top = top.saturating_add_signed(by * 20),
            Action::First => *top = 0,
            Action::Last => *top = usize::MAX / 2,
            Action::Back | Action::Quit | Action::Help | Action::Toggle | Action::Explain => {
                self.popup = None;
            }
            _ => {}
        }
    }
}
