//! Drawing. What is drawn where is written back into [`Areas`], for the mouse and for paging.

mod bytes;
mod counts;
mod ladder;
mod list;
mod popup;
mod status;
mod tree;

pub use bytes::byte_at;

use crate::app::{App, Areas, Focus};
use crate::text::safe;
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::Line;
use ratatui::widgets::{Block, Borders};

/// From this width on tree and bytes stand side by side.
const WIDE: u16 = 100;
/// Columns of bytes beside the tree: 16 a line, where that leaves the tree as many as it needs.
const BYTES_WIDTH: u16 = 75;
/// What the tree needs.
const TREE_WIDTH: u16 = 44;

/// Draws everything.
pub fn draw(app: &mut App<'_>, frame: &mut Frame<'_>) {
    let area = frame.area();
    let [panes, bottom] =
        Layout::vertical([Constraint::Fill(1), Constraint::Length(status::height(app))])
            .areas(area);
    let list_height = (panes.height * 2 / 5).max(4);
    let [list, below] =
        Layout::vertical([Constraint::Length(list_height), Constraint::Fill(1)]).areas(panes);
    app.areas = Areas::default();
    list::draw(app, frame, list);
    if area.width >= WIDE {
        let bytes_width = match below.width >= BYTES_WIDTH + TREE_WIDTH {
            true => BYTES_WIDTH,
            false => below.width / 2,
        };
        let [left, right] =
            Layout::horizontal([Constraint::Fill(1), Constraint::Length(bytes_width)]).areas(below);
        tree::draw(app, frame, left);
        bytes::draw(app, frame, right);
    } else if app.bytes_only {
        bytes::draw(app, frame, below);
    } else {
        tree::draw(app, frame, below);
    }
    // a pane that is not there has no keys
    match app.focus {
        Focus::Bytes if app.areas.bytes.is_empty() => app.focus = Focus::Tree,
        Focus::Tree if app.areas.tree.is_empty() => app.focus = Focus::Bytes,
        _ => {}
    }
    status::draw(app, frame, bottom);
    popup::draw(app, frame, area);
}

/// Draws the lines around a pane; gives what is inside.
fn pane(app: &App<'_>, frame: &mut Frame<'_>, area: Rect, title: &str, focus: Focus) -> Rect {
    let has_keys = app.focus == focus && app.popup.is_none();
    let style = if has_keys {
        app.theme.strong
    } else {
        app.theme.quiet
    };
    let title = app.theme.glyphs(safe(title));
    let block = Block::new()
        .borders(Borders::TOP)
        .border_set(app.theme.border())
        .border_style(app.theme.quiet)
        .title(Line::styled(format!(" {title} "), style));
    let inside = block.inner(area);
    frame.render_widget(block, area);
    inside
}

/// The first visible of so many lines, moved only as far as the selected one asks.
fn scrolled(top: usize, selected: usize, height: usize, lines: usize) -> usize {
    let height = height.max(1);
    let top = top.min(lines.saturating_sub(height));
    if selected < top {
        selected
    } else if selected >= top + height {
        selected + 1 - height
    } else {
        top
    }
}

#[cfg(test)]
mod tests {
    use super::scrolled;

    #[test]
    fn the_selected_line_stays_in_sight() {
        assert_eq!(scrolled(0, 9, 5, 20), 5);
        assert_eq!(scrolled(5, 6, 5, 20), 5);
        assert_eq!(scrolled(5, 2, 5, 20), 2);
        assert_eq!(scrolled(18, 19, 5, 20), 15);
        assert_eq!(scrolled(3, 0, 5, 2), 0);
    }
}
