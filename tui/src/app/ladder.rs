//! A request, its answers and what it caused, one below the other.

use super::{App, Popup};
use crate::keys::Action;
use crate::store::{Row, Store};

/// How many lines at most.
const MOST: usize = 1000;

/// A request and what belongs to it.
pub struct Ladder {
    /// The request first.
    pub rows: Vec<Row>,
    /// There are more than are listed.
    pub more: bool,
    /// The selected line.
    pub selected: usize,
}

impl Ladder {
    /// The exchange of which a row is part.
    pub fn of(row: &Row, store: &Store<'_>) -> Option<Ladder> {
        let request = row.request.or(row.cause).unwrap_or(row.place);
        let first = store.one(store.row_of(request)?)?;
        if first.outcome.is_none() && first.row == row.row {
            return None;
        }
        let mut related = store.related(&first, MOST);
        let more = related.len() == MOST;
        related.truncate(MOST - 1);
        let mut rows = vec![first];
        rows.extend(store.list(&related));
        Some(Ladder {
            selected: rows.iter().position(|r| r.row == row.row).unwrap_or(0),
            rows,
            more,
        })
    }

    /// The row of the selected line.
    pub fn row(&self) -> Option<u32> {
        Some(self.rows.get(self.selected)?.row)
    }

    /// Moves the selection.
    pub fn action(&mut self, action: Action) {
        let last = self.rows.len().saturating_sub(1);
        let by = match action {
            Action::Down(by) => by,
            Action::Half(by) => by * 10,
            Action::Page(by) => by * 20,
            Action::First => isize::MIN,
            Action::Last => isize::MAX,
            _ => 0,
        };
        self.selected = self.selected.saturating_add_signed(by).min(last);
    }
}

impl App<'_> {
    pub(super) fn ladder(&mut self) {
        let row = self.detail.as_ref().map(|d| &d.row);
        match row.and_then(|row| Ladder::of(row, &self.store)) {
            Some(ladder) => self.open(Popup::Ladder(ladder)),
            None => self.say("this message belongs to no request of the capture"),
        }
    }
}
