//! Going to other messages: searches, filters, places, failures, partners.

use super::{App, Focus, Scan};
use crate::bar::{Asks, Bar, Edited, Wrong};
use crate::scan::{Job, Lane, Reader, Wanted};
use netlink_dissector::envelope::Place;
use netlink_dissector::filter::{Filter, Vocabulary};
use ratatui::crossterm::event::{KeyCode, KeyEvent};

/// How many words are offered.
const OFFERS: usize = 30;

impl<'t> App<'t> {
    pub(super) fn bar_key(&mut self, event: KeyEvent) {
        let Some(bar) = &mut self.bar else { return };
        if let Asks::Write(scope) = &mut bar.asks
            && event.code == KeyCode::Tab
        {
            *scope = scope.next();
            bar.wrong = None;
            return;
        }
        let history = self.histories.entry(bar.history()).or_default();
        match bar.key(event, history) {
            Edited::Goes => self.check(),
            Edited::Chosen => {}
            Edited::Left => self.bar = None,
            Edited::Entered => {
                let text = bar.text.trim().to_owned();
                let asks = bar.asks;
                match asks {
                    _ if text.is_empty() => {
                        self.bar = None;
                        if asks == Asks::Filter {
                            self.take_filter_away();
                        }
                    }
                    Asks::Search => {
                        self.bar = None;
                        self.start_search(text.clone());
                    }
                    Asks::Place => self.go_to(&text),
                    Asks::Filter => self.set_filter(text.clone()),
                    Asks::Write(scope) => self.write(scope, &text),
                }
                // what was refused stays open, and is no history
                if self.bar.is_none() && !text.is_empty() {
                    self.remember(Bar::new(asks).history(), text);
                }
            }
        }
    }

    pub(super) fn remember(&mut self, prompt: &'static str, text: String) {
        let history = self.histories.entry(prompt).or_default();
        history.retain(|h| *h != text);
        history.push(text);
    }

    /// Opens the line for a filter, with the one that holds.
    pub(super) fn ask_filter(&mut self) {
        let mut bar = Bar::new(Asks::Filter);
        if let Some(filter) = &self.filter {
            bar.set(&filter.text);
        }
        self.bar = Some(bar);
    }

    /// Says while one types what is wrong with a filter, and what its last word may become.
    fn check(&mut self) {
        let Some(bar) = &mut self.bar else { return };
        if bar.asks != Asks::Filter {
            return;
        }
        let (_, word) = bar.word();
        bar.offers = if word.is_empty() {
            Vec::new()
        } else {
            let tables = self.tables;
            let words = self
                .vocabulary
                .get_or_insert_with(|| Vocabulary::new(tables));
            let (_, found) = words.complete(bar.before(), OFFERS);
            found.into_iter().map(|found| found.text).collect()
        };
        let text = bar.text.clone();
        bar.wrong = match Filter::new(&text, self.tables, self.zone_at) {
            Err(error) if !text.trim().is_empty() => Some(Wrong::of(&error, &text)),
            _ => None,
        };
    }

    /// Shows only what fits; leaves the line open where it is wrong.
    pub(super) fn set_filter(&mut self, text: String) {
        match Filter::new(&text, self.tables, self.zone_at) {
            Ok(filter) => {
                self.bar = None;
                self.filter = Some(Scan::of(text, self.row));
                self.top = 0;
                self.job(Lane::Filter, Wanted::Filter(Box::new(filter)));
            }
            Err(error) => {
                if let Some(bar) = &mut self.bar {
                    bar.offers.clear();
                    bar.wrong = Some(Wrong::of(&error, &text));
                }
            }
        }
    }

    /// Shows all again.
    pub(super) fn take_filter_away(&mut self) {
        self.end(Lane::Filter);
        self.filter = None;
        self.top = self.shown().position(self.row).saturating_sub(4);
    }

    /// Ends what runs in a lane.
    pub(super) fn end(&mut self, lane: Lane) -> u64 {
        match self.newest.get_mut(lane as usize) {
            Some(newest) => {
                *newest += 1;
                *newest
            }
            None => 0,
        }
    }

    pub(super) fn job(&mut self, lane: Lane, wanted: Wanted<'t>) {
        let number = self.end(lane);
        self.jobs.retain(|j| j.lane != lane);
        self.jobs.push(Job {
            lane,
            number,
            wanted,
            copies: self.copies,
            from: self.row,
        });
    }

    /// Readers for a job. A search begins at the selected row; what is before it comes last.
    pub fn readers(&self, job: &Job<'t>) -> Vec<Reader<'t>> {
        let first = self.store.start(self.store.from);
        let near = match job.lane {
            Lane::Search | Lane::Odd => self.store.start(job.from),
            _ => None,
        };
        let row = first.as_ref().map(|(row, _)| *row);
        let near = near.filter(|(near, _)| Some(*near) > row);
        near.into_iter().chain(first).collect()
    }

    fn start_search(&mut self, wanted: String) {
        self.search = Scan::of(wanted.clone(), self.row);
        self.job(Lane::Search, Wanted::Text(wanted));
    }

    /// Shows copies one by one, or behind the first of them.
    pub(super) fn toggle_copies(&mut self) {
        self.copies = !self.copies;
        self.say(match self.copies {
            true => "copies one by one",
            false => "copies behind the first of them",
        });
        if let Some(filter) = &self.filter {
            self.set_filter(filter.text.clone());
        } else {
            let row = self.row;
            self.go(row);
        }
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
                    bar.wrong = Some(Wrong::all(
                        "a frame (12), a message (12.1), or seconds (+3.5)",
                    ));
                }
            }
        }
    }

    /// The first row at or behind so many seconds from the first message: rows are in the order of time.
    fn row_at(&self, seconds: f64) -> Option<u32> {
        let first = self.store.first_time?;
        let since = |row: u32| {
            let time = self.store.time(row)?;
            let whole = (time.seconds - first.seconds) as f64;
            Some(whole + (f64::from(time.nanos) - f64::from(first.nanos)) / 1e9)
        };
        let (mut low, mut high) = (self.store.from, self.store.rows);
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

    pub(super) fn jump_hit(&mut self, forward: bool) {
        if self.search.text.is_empty() {
            self.say("nothing is searched: / begins");
            return;
        }
        let shown = self.shown();
        match shown.neighbour(&self.search.rows, self.row, forward) {
            Some(row) => self.go(row),
            None if !self.search.done => self.say("no hit so far"),
            None => self.say("no hit"),
        }
    }

    pub(super) fn failure(&mut self, forward: bool) {
        let shown = self.shown();
        match shown.neighbour(&self.store.failures, self.row, forward) {
            Some(row) => self.go(row),
            None => self.say("no failure"),
        }
    }

    /// Goes to the next message with a diagnostic; looks for them first, where that is still to be done.
    pub(super) fn diagnostic(&mut self, forward: bool) {
        self.odd_forward = forward;
        if self.odd.is_none() {
            let Ok(filter) = Filter::new("diagnostics", self.tables, self.zone_at) else {
                return;
            };
            self.odd = Some(Scan::of(String::new(), self.row));
            self.job(Lane::Odd, Wanted::Filter(Box::new(filter)));
        }
        if let Some(odd) = &mut self.odd {
            odd.waits = Some(self.row);
        }
        self.found_odd();
    }

    /// Goes there as soon as it is known where that is.
    pub(super) fn found_odd(&mut self) {
        let shown = self.shown();
        let Some((odd, from)) = self.odd.as_ref().and_then(|o| Some((o, o.waits?))) else {
            return;
        };
        let next = shown.neighbour(&odd.rows, from, self.odd_forward);
        // until all is known, one on the other side is not the next
        let next = next.filter(|next| odd.done || self.odd_forward && *next > from);
        let done = odd.done;
        if (next.is_some() || done)
            && let Some(odd) = &mut self.odd
        {
            odd.waits = None;
        }
        match next {
            Some(row) => {
                self.said = None;
                self.go(row);
            }
            None if done => self.say("no message with a diagnostic"),
            None => self.say("looking for diagnostics"),
        }
    }

    pub(super) fn partner(&mut self) {
        let Some(detail) = &self.detail else { return };
        let row = match detail.row.request.or(detail.row.cause) {
            Some(request) => self.store.row_of(request),
            None => self.store.answer(&detail.row, false),
        };
        match row {
            Some(row) => self.go(row),
            None => self.say("no request and no answer of it is in the capture"),
        }
    }

    /// Goes to the request that failed, the attribute marked that the kernel objects to.
    pub(super) fn failed_request(&mut self) {
        if self.refusal.is_none() {
            self.say("this did not fail: ]e goes to the next that did");
            return;
        }
        let request = self.detail.as_ref().and_then(|d| d.row.request);
        if let Some(row) = request.and_then(|place| self.store.row_of(place)) {
            self.go(row);
        }
        let node = self.refusal.as_ref().and_then(|r| r.node);
        if let Some(node) = node {
            self.select_node(node);
        }
        self.focus = Focus::Tree;
    }
}
