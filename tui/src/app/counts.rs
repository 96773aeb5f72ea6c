//! Tables of the messages that are shown.

use super::{App, Popup};
use crate::bar::{Asks, Bar};
use crate::keys::Action;
use crate::scan::{Counted, Lane, Wanted};
use netlink_capture::counts::{Line, READY};
use netlink_dissector::filter::Filter;

/// The tables, and what is selected in them.
#[derive(Default)]
pub struct Counts {
    /// What was counted so far.
    pub counted: Counted,
    /// Which table is shown.
    pub table: usize,
    /// Which of its lines is selected.
    pub selected: usize,
    /// Rows that were looked at.
    pub looked: u32,
    /// All of them were.
    pub done: bool,
}

impl Counts {
    /// The lines of the table that is shown.
    pub fn lines(&self) -> &[Line] {
        let table = self.counted.tables.get(self.table);
        table.map_or(&[], |(_, lines)| lines)
    }

    /// Takes in what was counted.
    pub fn add(&mut self, counted: Counted, looked: u32, done: bool) {
        (self.counted, self.looked, self.done) = (counted, looked, done);
        self.step(0);
    }

    fn step(&mut self, by: isize) {
        let last = self.lines().len().saturating_sub(1);
        self.selected = self.selected.saturating_add_signed(by).min(last);
    }

    fn turn(&mut self, by: usize) {
        self.table = (self.table + by) % READY.len();
        self.selected = 0;
    }
}

impl App<'_> {
    /// Opens the tables, of what the filter lets through.
    pub(super) fn count(&mut self) {
        let filter = self.filter.as_ref().map(|filter| filter.text.as_str());
        let filter = filter.and_then(|f| Filter::new(f, self.tables, self.zone_at).ok());
        self.open(Popup::Counts(Counts::default()));
        self.job(Lane::Count, Wanted::Count(filter.map(Box::new)));
    }

    pub(super) fn counts_action(&mut self, action: Action) {
        let Some(Popup::Counts(counts)) = &mut self.popup else {
            return;
        };
        match action {
            Action::Down(by) => counts.step(by),
            Action::Half(by) => counts.step(by * 10),
            Action::Page(by) => counts.step(by * 20),
            Action::First => counts.step(isize::MIN),
            Action::Last => counts.step(isize::MAX),
            Action::NextPane | Action::Unfold => counts.turn(1),
            Action::PreviousPane | Action::Fold => counts.turn(READY.len() - 1),
            Action::Back | Action::Quit | Action::Statistics => {
                self.popup = None;
                self.end(Lane::Count);
            }
            Action::Toggle | Action::FilterThis | Action::FilterOut => {
                let names = READY.get(counts.table).copied().unwrap_or(&[]);
                let line = counts.lines().get(counts.selected).cloned();
                if let Some(line) = line {
                    self.filter_line(names, &line, action == Action::FilterOut);
                }
            }
            _ => {}
        }
    }

    /// Shows only the messages that a line counts; or all others.
    fn filter_line(&mut self, names: &[&str], line: &Line, out: bool) {
        let good = |test: &String| Filter::new(test, self.tables, self.zone_at).is_ok();
        let mut parts = Vec::new();
        for (name, value) in names.iter().zip(&line.values) {
            // what has no value in this column is told by the others
            if value.is_empty() {
                continue;
            }
            let tests = [
                format!("{name} == {value}"),
                format!("{name} == \"{value}\""),
                format!("{name} == '{value}'"),
            ];
            match tests.into_iter().find(good) {
                Some(test) => parts.push(test),
                None => {
                    self.say("no filter can tell this");
                    return;
                }
            }
        }
        if parts.is_empty() {
            self.say("no filter can tell this");
            return;
        }
        let test = parts.join(" and ");
        let test = if out { format!("not ({test})") } else { test };
        let text = self.narrowed(&test);
        self.popup = None;
        self.end(Lane::Count);
        self.set_filter(text.clone());
        self.remember(Bar::new(Asks::Filter).history(), text);
    }
}
