//! What keys do to the selection, and to what is shown.

use super::{App, Focus, Popup, Scan};
use crate::bar::{Asks, Bar};
use crate::keys::Action;
use crate::scan::Lane;
use ratatui::layout::Rect;

impl App<'_> {
    pub(super) fn action(&mut self, action: Action) {
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
            Action::Filter => self.ask_filter(),
            Action::FilterThis => self.filter_value(false),
            Action::FilterOut => self.filter_value(true),
            Action::Copies => self.toggle_copies(),
            Action::Exchange => self.ladder(),
            Action::Failure => self.failed_request(),
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
            Action::CopyJson => self.copy(|d, _| d.json.clone()),
            Action::Explain => self.explain(),
            Action::Statistics => self.count(),
            Action::Write => self.ask_write(),
            Action::Follow => self.toggle_follow(),
            Action::Columns => self.open(Popup::Columns(0)),
            Action::Bytes => self.bytes_only = !self.bytes_only,
            Action::Types => self.types = !self.types,
            Action::Help => self.open(Popup::Help),
            Action::Back => self.back(false),
            Action::Quit => self.back(true),
            Action::Suspend => self.suspended = true,
            Action::Redraw => self.redraw = true,
        }
    }

    pub(super) fn open(&mut self, popup: Popup) {
        self.popup = Some(popup);
        self.popup_top = 0;
    }

    fn back(&mut self, may_end: bool) {
        if self.writing.is_some() {
            self.stop_writing();
        } else if self.focus != Focus::List {
            self.focus = Focus::List;
        } else if !self.search.text.is_empty() {
            self.end(Lane::Search);
            self.search = Scan::default();
        } else if self.filter.is_some() {
            self.take_filter_away();
        } else if may_end {
            self.end_once_sure();
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

    pub(super) fn step(&mut self, by: isize) {
        match self.focus {
            Focus::List => {
                let shown = self.shown();
                let at = i64::from(shown.position(self.row)).saturating_add(by as i64);
                let last = i64::from(shown.count().saturating_sub(1));
                if let Some(row) = shown.row(at.clamp(0, last) as u32) {
                    self.go(row);
                }
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
}
