//! The state of the browser, and what each action does to it. Knows no terminal.

use crate::bar::{Asks, Bar, Edited};
use crate::index::Batch;
use crate::keys::{Action, Pressed, pressed};
use crate::scan::{Found, Test, text};
use crate::store::{Detail, Row, Store};
use crate::theme::Theme;
use crate::time::TimeForm;
use crate::tree::Tree;
use netlink_dissector::envelope::{Place, Time};
use netlink_dissector::explain::{Explainer, text as explained};
use netlink_dissector::table::Tables;
use ratatui::crossterm::event::{
    KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};
use ratatui::layout::{Position, Rect};
use std::collections::HashMap;
use std::ops::Range;

/// How far a search for an answer goes.
const ANSWER_WITHIN: u32 = 50_000;
/// How many rows are decoded at once.
const CHUNK: u32 = 256;

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

/// Work for a thread.
pub struct Job {
    /// Its number; a newer one ends it.
    pub number: u64,
    /// What is looked for.
    pub test: Test,
}

/// Something on top of the panes.
pub enum Popup {
    /// The key map.
    Help,
    /// A text with a title.
    Text(String, String),
}

/// A search under way, or over.
#[derive(Default)]
pub struct Search {
    /// What is looked for.
    pub text: String,
    /// Rows with it.
    pub rows: Vec<u32>,
    /// Rows that were looked at.
    pub looked: u32,
    /// It is over.
    pub done: bool,
    /// The first hit that comes is to be shown, from this row on.
    waits: Option<u32>,
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
    tables: Option<&'t Tables>,
    /// How things look.
    pub theme: Theme,
    /// Which pane has the keys.
    pub focus: Focus,
    /// The selected row.
    pub row: u32,
    /// The first visible row.
    pub top: u32,
    /// The selected message.
    pub detail: Option<Detail>,
    /// Its tree.
    pub tree: Tree,
    /// The selected byte.
    pub byte: usize,
    /// The bytes stand where the tree would.
    pub bytes_only: bool,
    /// Types and raw values are shown.
    pub types: bool,
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
    pub search: Search,
    jobs: u64,
    job: Option<Job>,
    /// What is said in the status line until the next key.
    pub said: Option<String>,
    begun: Option<char>,
    marks: HashMap<char, u32>,
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
    cache: (Range<u32>, Vec<Row>),
    first_failure: bool,
    moved: bool,
}

impl<'t> App<'t> {
    /// A browser of a capture.
    pub fn new(store: Store<'t>, time: TimeForm, theme: Theme, first_failure: bool) -> App<'t> {
        App {
            store,
            tables: None,
            theme,
            focus: Focus::List,
            row: 0,
            top: 0,
            detail: None,
            tree: Tree::default(),
            byte: 0,
            bytes_only: false,
            types: false,
            time,
            zone: match time {
                TimeForm::Local(zone) => zone,
                _ => 0,
            },
            popup: None,
            popup_top: 0,
            bar: None,
            histories: HashMap::new(),
            search: Search::default(),
            jobs: 0,
            job: None,
            said: None,
            begun: None,
            marks: HashMap::new(),
            copied: None,
            ended: false,
            suspended: false,
            redraw: false,
            areas: Areas::default(),
            cache: (0..0, Vec::new()),
            first_failure,
            moved: false,
        }
    }

    /// Takes in what the index found.
    pub fn indexed(&mut self, batch: Batch<'t>) {
        self.store.add(batch);
        // a row at the end of what was known may have been cut short
        self.cache = (0..0, Vec::new());
        if self.first_failure
            && !self.moved
            && let Some(row) = self.store.failures.first()
        {
            self.first_failure = false;
            self.go(*row);
            self.to_offender();
        }
        if self.detail.is_none() {
            self.load();
        }
    }

    /// Takes in what a scan found.
    pub fn found(&mut self, found: Found) {
        if found.number != self.jobs {
            return;
        }
        self.search.rows.extend(found.rows);
        self.search.looked = found.looked;
        self.search.done = found.done;
        if let Some(from) = self.search.waits {
            let at = self.search.rows.partition_point(|r| *r < from);
            let hit = self.search.rows.get(at).copied();
            let wraps = found.done.then(|| self.search.rows.first().copied());
            if let Some(row) = hit.or(wraps.flatten()) {
                self.search.waits = None;
                self.go(row);
            }
        }
        if found.done && self.search.rows.is_empty() {
            self.say(&format!("nothing has {:?}", self.search.text));
        }
    }

    /// Work that was asked for since the last time.
    pub fn job(&mut self) -> Option<Job> {
        self.job.take()
    }

    /// The number of the newest job.
    pub fn newest(&self) -> u64 {
        self.jobs
    }

    /// Rows of the list.
    pub fn rows(&mut self, wanted: Range<u32>) -> Vec<Row> {
        let end = wanted.end.min(self.store.rows);
        let (have, _) = &self.cache;
        if wanted.start < have.start || end > have.end {
            let start = wanted.start / CHUNK * CHUNK;
            let end = end.next_multiple_of(CHUNK).min(self.store.rows);
            let rows = self.store.list(start..end);
            self.cache = (start..end, rows);
        }
        let (have, rows) = &self.cache;
        let from = (wanted.start - have.start.min(wanted.start)) as usize;
        let to = (end - have.start.min(end)) as usize;
        rows.get(from..to.min(rows.len())).unwrap_or(&[]).to_vec()
    }

    /// The time of the row before one: for differences.
    pub fn time_before(&mut self, row: u32) -> Option<Time> {
        let before = row.checked_sub(1)?;
        self.rows(before..row).first()?.time
    }

    /// Selects a row.
    pub fn go(&mut self, row: u32) {
        let last = self.store.rows.saturating_sub(1);
        let row = row.min(last);
        if row != self.row || self.detail.is_none() {
            self.row = row;
            self.load();
        }
    }

    fn load(&mut self) {
        self.detail = self.store.detail(self.row);
        if let Some(detail) = &self.detail {
            self.tree = Tree::of(&detail.arena);
            self.byte = detail.base;
        }
    }

    /// Selects the attribute that the kernel objected to, where an error tells it.
    fn to_offender(&mut self) {
        let Some(detail) = &self.detail else { return };
        let arena = &detail.arena;
        let named = |name: &str| arena.nodes.iter().position(|n| arena.name(n) == name);
        if let Some(at) = named("offending").or_else(|| named("missing")) {
            self.select_node(at);
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
            self.ended = true;
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

    fn bar_key(&mut self, event: KeyEvent) {
        let Some(bar) = &mut self.bar else { return };
        let history = self.histories.entry(bar.prompt()).or_default();
        match bar.key(event, history) {
            Edited::Goes => {}
            Edited::Left => self.bar = None,
            Edited::Entered => {
                let text = bar.text.trim().to_owned();
                let asks = bar.asks;
                if text.is_empty() {
                    self.bar = None;
                    return;
                }
                history.retain(|h| *h != text);
                history.push(text.clone());
                match asks {
                    Asks::Search => {
                        self.bar = None;
                        self.start_search(text);
                    }
                    Asks::Place => self.go_to(&text),
                }
            }
        }
    }

    fn start_search(&mut self, wanted: String) {
        self.jobs += 1;
        self.job = Some(Job {
            number: self.jobs,
            test: text(&wanted),
        });
        self.search = Search {
            text: wanted,
            waits: Some(self.row),
            ..Search::default()
        };
    }

    /// Goes to `12`, `12.1` or `+3.5`; leaves the line open where that is none.
    fn go_to(&mut self, wanted: &str) {
        let row = match wanted.strip_prefix('+') {
            Some(seconds) => seconds.parse().ok().and_then(|s| self.row_at(s)),
            None => {
                let (frame, message) = wanted.split_once('.').unwrap_or((wanted, "0"));
                let place = frame.parse().ok().zip(message.parse().ok());
                place.and_then(|(frame, message)| {
                    self.store.row_of(Place {
                        file: None,
                        frame,
                        message,
                    })
                })
            }
        };
        match row {
            Some(row) => {
                self.bar = None;
                self.go(row);
            }
            None => {
                if let Some(bar) = &mut self.bar {
                    bar.wrong = Some("a frame (12), a message (12.1), or seconds (+3.5)".into());
                }
            }
        }
    }

    /// The first row at or behind so many seconds from the first message: rows are in the order of time.
    fn row_at(&self, seconds: f64) -> Option<u32> {
        let first = self.store.first_time?;
        let since = |row: u32| {
            let time = self.store.list(row..row + 1).first()?.time?;
            let whole = (time.seconds - first.seconds) as f64;
            Some(whole + (f64::from(time.nanos) - f64::from(first.nanos)) / 1e9)
        };
        let (mut low, mut high) = (0, self.store.rows);
        while low < high {
            let middle = low + (high - low) / 2;
            if since(middle)? < seconds {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        Some(low.min(self.store.rows.saturating_sub(1)))
    }

    fn action(&mut self, action: Action) {
        let page = |area: Rect| isize::try_from(area.height).unwrap_or(1).max(1);
        let height = match self.focus {
            Focus::List => page(self.areas.list),
            Focus::Tree => page(self.areas.tree),
            Focus::Bytes => page(self.areas.bytes),
        };
        match action {
            Action::Down(by) => self.step(by),
            Action::Half(by) => self.step(by * (height / 2).max(1)),
            Action::Page(by) => self.step(by * (height - 1).max(1)),
            Action::First => self.step(isize::MIN / 4),
            Action::Last => self.step(isize::MAX / 4),
            Action::NextPane => self.turn(1),
            Action::PreviousPane => self.turn(2),
            Action::Fold => self.sideways(-1),
            Action::Unfold => self.sideways(1),
            Action::Toggle => self.enter(),
            Action::ToggleAll => {
                if let Some(detail) = &self.detail {
                    self.tree.toggle_all(&detail.arena);
                }
            }
            Action::Search => self.bar = Some(Bar::new(Asks::Search)),
            Action::GoTo => self.bar = Some(Bar::new(Asks::Place)),
            Action::SearchNext => self.jump_hit(true),
            Action::SearchPrevious => self.jump_hit(false),
            Action::NextFailure => self.failure(true),
            Action::PreviousFailure => self.failure(false),
            Action::NextDiagnostic => self.diagnostic(true),
            Action::PreviousDiagnostic => self.diagnostic(false),
            Action::Partner => self.partner(),
            Action::TimeForm => {
                self.time = self.time.next(self.zone);
                self.say(&format!("time: {}", self.time.word()));
            }
            Action::SetMark => self.begun = Some('m'),
            Action::GoMark => self.begun = Some('\''),
            Action::CopyValue => self.copy(|d, at| {
                let node = d.arena.nodes.get(at)?;
                let value = d.arena.value(node);
                let value = if value.is_empty() {
                    d.arena.name(node)
                } else {
                    value
                };
                Some(value.to_owned())
            }),
            Action::CopyPath => self.copy(|d, at| Some(d.arena.path(at))),
            Action::CopyJson => self.copy(|d, _| Some(d.json.clone())),
            Action::Explain => self.explain(),
            Action::Bytes => self.bytes_only = !self.bytes_only,
            Action::Types => self.types = !self.types,
            Action::Help => self.open(Popup::Help),
            Action::Back => self.back(false),
            Action::Quit => self.back(true),
            Action::Suspend => self.suspended = true,
            Action::Redraw => self.redraw = true,
        }
    }

    fn open(&mut self, popup: Popup) {
        self.popup = Some(popup);
        self.popup_top = 0;
    }

    fn back(&mut self, may_end: bool) {
        if self.focus != Focus::List {
            self.focus = Focus::List;
        } else if !self.search.text.is_empty() {
            self.jobs += 1;
            self.search = Search::default();
        } else if may_end {
            self.ended = true;
        }
    }

    fn turn(&mut self, by: usize) {
        const ORDER: [Focus; 3] = [Focus::List, Focus::Tree, Focus::Bytes];
        let at = ORDER.iter().position(|f| *f == self.focus).unwrap_or(0);
        let mut next = ORDER.get((at + by) % 3).copied().unwrap_or(Focus::List);
        // where there is no room for both, one of them is not there
        if self.areas.bytes.is_empty() && next == Focus::Bytes {
            next = if by == 1 { Focus::List } else { Focus::Tree };
        }
        if self.areas.tree.is_empty() && next == Focus::Tree {
            next = if by == 1 { Focus::Bytes } else { Focus::List };
        }
        self.focus = next;
    }

    fn step(&mut self, by: isize) {
        match self.focus {
            Focus::List => {
                let row = i64::from(self.row).saturating_add(by as i64);
                let last = i64::from(self.store.rows.saturating_sub(1));
                self.go(row.clamp(0, last.max(0)) as u32);
            }
            Focus::Tree => {
                if let Some(detail) = &self.detail {
                    self.tree.move_by(&detail.arena, by);
                }
                self.follow();
            }
            Focus::Bytes => {
                let columns = self.areas.columns.max(1) as isize;
                self.move_byte(by.saturating_mul(columns));
            }
        }
    }

    fn sideways(&mut self, by: isize) {
        match (self.focus, &self.detail) {
            (Focus::Bytes, _) => self.move_byte(by),
            (Focus::Tree, Some(detail)) => {
                if by < 0 {
                    self.tree.fold(&detail.arena);
                } else {
                    self.tree.unfold(&detail.arena);
                }
                self.follow();
            }
            (Focus::List, _) if by > 0 => self.focus = Focus::Tree,
            _ => {}
        }
    }

    fn enter(&mut self) {
        match (self.focus, &self.detail) {
            (Focus::List, _) => {
                self.focus = if self.areas.tree.is_empty() {
                    Focus::Bytes
                } else {
                    Focus::Tree
                };
            }
            (Focus::Tree, Some(detail)) => self.tree.toggle(&detail.arena),
            _ => {}
        }
    }

    /// The bytes follow the tree.
    fn follow(&mut self) {
        if let Some(detail) = &self.detail
            && let Some(node) = detail.arena.nodes.get(self.tree.node)
            && node.len > 0
        {
            self.byte = node.offset;
        }
    }

    fn move_byte(&mut self, by: isize) {
        let Some(detail) = &self.detail else { return };
        let last = detail.base + detail.bytes.len().saturating_sub(1);
        let to = self.byte.saturating_add_signed(by);
        // a step beyond an end stays where it is, a jump goes to the end
        self.byte = to.clamp(detail.base, last);
        if let Some(at) = detail.arena.at(self.byte) {
            self.tree.select(&detail.arena, at);
        }
    }

    /// Selects a node of the tree, and its bytes.
    pub fn select_node(&mut self, at: usize) {
        if let Some(detail) = &self.detail {
            self.tree.select(&detail.arena, at);
        }
        self.follow();
    }

    /// Selects a byte, and its node.
    pub fn select_byte(&mut self, byte: usize) {
        self.byte = byte;
        self.move_byte(0);
    }

    fn jump_hit(&mut self, forward: bool) {
        if self.search.text.is_empty() {
            self.say("nothing is searched: / begins");
            return;
        }
        match neighbour(&self.search.rows, self.row, forward) {
            Some(row) => self.go(row),
            None => self.say("no hit"),
        }
    }

    fn failure(&mut self, forward: bool) {
        match neighbour(&self.store.failures, self.row, forward) {
            Some(row) => {
                self.go(row);
                self.to_offender();
            }
            None => self.say("no failure"),
        }
    }

    fn diagnostic(&mut self, forward: bool) {
        let mut at = self.row;
        loop {
            let range = if forward {
                at + 1..(at + 1).saturating_add(CHUNK).min(self.store.rows)
            } else {
                at.saturating_sub(CHUNK)..at
            };
            let rows = self.store.list(range.clone());
            let odd = |r: &&Row| r.diagnostics > 0;
            let hit = if forward {
                rows.iter().find(odd)
            } else {
                rows.iter().rev().find(odd)
            };
            if let Some(row) = hit {
                self.go(row.row);
                return;
            }
            if range.is_empty() || range.start == 0 && !forward || range.end >= self.store.rows {
                self.say("no message with a diagnostic");
                return;
            }
            at = if forward { range.end - 1 } else { range.start };
        }
    }

    fn partner(&mut self) {
        let Some(detail) = &self.detail else { return };
        if let Some(request) = detail.row.request {
            if let Some(row) = self.store.row_of(request) {
                self.go(row);
            }
            return;
        }
        let asked = detail.row.place;
        let same = |p: Place| (p.frame, p.message) == (asked.frame, asked.message);
        let end = self.store.rows.min(self.row.saturating_add(ANSWER_WITHIN));
        let mut from = self.row + 1;
        while from < end {
            let to = from.saturating_add(CHUNK).min(end);
            let rows = self.store.list(from..to);
            if let Some(row) = rows.iter().find(|r| r.request.is_some_and(same)) {
                self.go(row.row);
                return;
            }
            from = to;
        }
        self.say("no request and no answer of it is in the capture");
    }

    fn copy(&mut self, what: impl FnOnce(&Detail, usize) -> Option<String>) {
        let text = self.detail.as_ref().and_then(|d| what(d, self.tree.node));
        if let Some(text) = text {
            self.say("copied");
            self.copied = Some(text);
        }
    }

    /// The tables, for explanations.
    pub fn set_tables(&mut self, tables: &'t Tables) {
        self.tables = Some(tables);
    }

    fn explain(&mut self) {
        let Some(detail) = &self.detail else { return };
        let node = detail.arena.nodes.get(self.tree.node);
        let names = match (self.focus, node) {
            (Focus::List, _) | (_, None) => vec![detail.row.kind.clone()],
            (_, Some(node)) => {
                let name = detail.arena.name(node);
                let name = name.split('#').next().unwrap_or(name);
                vec![name.to_owned(), detail.arena.value(node).to_owned()]
            }
        };
        let Some(tables) = self.tables else { return };
        let explainer = Explainer::new(tables, None);
        let mut out = Vec::new();
        for name in names.iter().flat_map(|n| n.split('|')) {
            let meanings = explainer.explain(name.trim());
            if !meanings.is_empty() {
                if !out.is_empty() {
                    out.push(b'\n');
                }
                explained(&meanings, &mut out);
            }
        }
        let title = names.first().cloned().unwrap_or_default();
        if out.is_empty() {
            self.say(&format!("the tables tell nothing of {title}"));
        } else {
            let text = String::from_utf8_lossy(&out).into_owned();
            self.open(Popup::Text(title, text));
        }
    }

    /// The mouse: a click selects, the wheel moves what it is over.
    pub fn mouse(&mut self, event: MouseEvent) {
        let at = Position::new(event.column, event.row);
        let by = match event.kind {
            MouseEventKind::ScrollDown => 3,
            MouseEventKind::ScrollUp => -3,
            MouseEventKind::Down(MouseButton::Left) => 0,
            _ => return,
        };
        self.said = None;
        self.moved = true;
        if self.popup.is_some() {
            self.popup_top = self.popup_top.saturating_add_signed(by);
            if by == 0 {
                self.popup = None;
            }
            return;
        }
        for (focus, area) in [
            (Focus::List, self.areas.list),
            (Focus::Tree, self.areas.tree),
            (Focus::Bytes, self.areas.bytes),
        ] {
            if !area.contains(at) {
                continue;
            }
            self.focus = focus;
            if by != 0 {
                self.step(by);
                return;
            }
            let line = usize::from(at.y - area.y);
            match focus {
                Focus::List => self.go(self.top.saturating_add(line as u32)),
                Focus::Tree => self.click_tree(line),
                Focus::Bytes => self.click_bytes(line, usize::from(at.x - area.x)),
            }
            return;
        }
    }

    fn click_tree(&mut self, line: usize) {
        let Some(detail) = &self.detail else { return };
        let lines = self.tree.lines(&detail.arena);
        if let Some(node) = lines.get(self.tree.top + line).copied() {
            if node == self.tree.node {
                self.tree.toggle(&detail.arena);
            }
            self.select_node(node);
        }
    }

    fn click_bytes(&mut self, line: usize, column: usize) {
        let Some(detail) = &self.detail else { return };
        if let Some(byte) = crate::view::byte_at(self, detail, line, column) {
            self.select_byte(byte);
        }
    }
}

/// The next of sorted rows behind or before one; in a circle.
fn neighbour(rows: &[u32], row: u32, forward: bool) -> Option<u32> {
    if forward {
        let at = rows.partition_point(|r| *r <= row);
        rows.get(at).or(rows.first()).copied()
    } else {
        let at = rows.partition_point(|r| *r < row);
        let before = at.checked_sub(1).and_then(|i| rows.get(i));
        before.or(rows.last()).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::neighbour;

    #[test]
    fn neighbours_go_in_a_circle() {
        let rows = [3, 7, 9];
        assert_eq!(neighbour(&rows, 3, true), Some(7));
        assert_eq!(neighbour(&rows, 9, true), Some(3));
        assert_eq!(neighbour(&rows, 3, false), Some(9));
        assert_eq!(neighbour(&rows, 8, false), Some(7));
        assert_eq!(neighbour(&[], 8, false), None);
    }
}
