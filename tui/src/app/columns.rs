//! Which columns the list has.

use super::{App, Popup};
use crate::keys::Action;

/// A column of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// Number of the frame and of the message in it.
    Number,
    /// When it was captured.
    Time,
    /// Which way it went, and the port.
    Who,
    /// Its family.
    Family,
    /// Its type.
    Kind,
    /// Its length.
    Length,
    /// What it says.
    Summary,
    /// What came of it.
    Outcome,
}

/// All columns, in their order: each with its name, and the width of the terminal from which on it is shown where
/// the user does not say.
pub const COLUMNS: [(Column, &str, u16); 8] = [
    (Column::Number, "number", 0),
    (Column::Time, "time", 0),
    (Column::Who, "direction and port", 0),
    (Column::Family, "family", 100),
    (Column::Kind, "type", 100),
    (Column::Length, "length", 120),
    (Column::Summary, "summary", 0),
    (Column::Outcome, "outcome", 0),
];

impl App<'_> {
    /// Whether a column is shown in a terminal of a width.
    pub fn has_column(&self, column: Column, width: u16) -> bool {
        let at = COLUMNS.iter().position(|(c, _, _)| *c == column);
        let at = at.unwrap_or(0);
        let least = COLUMNS.get(at).map_or(0, |(_, _, least)| *least);
        let wanted = self.columns.get(at).copied().flatten();
        wanted.unwrap_or(width >= least)
    }

    pub(super) fn columns_action(&mut self, action: Action) {
        let Some(Popup::Columns(at)) = &mut self.popup else {
            return;
        };
        let last = COLUMNS.len() - 1;
        match action {
            Action::Down(by) => *at = at.saturating_add_signed(by).min(last),
            Action::First => *at = 0,
            Action::Last => *at = last,
            // Space is a page elsewhere
            Action::Toggle | Action::Page(1) => {
                let at = *at;
                let column = COLUMNS.get(at).map(|(column, _, _)| *column);
                let shown = column.is_some_and(|c| self.has_column(c, self.areas.list.width));
                if let Some(wanted) = self.columns.get_mut(at) {
                    *wanted = Some(!shown);
                }
            }
            Action::Back | Action::Quit | Action::Columns => self.popup = None,
            _ => {}
        }
    }
}
