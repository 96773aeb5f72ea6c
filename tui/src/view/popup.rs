//! What stands on top of the panes.

use crate::app::{App, COLUMNS, Column, Popup};
use crate::keys::KEYS;
use crate::text::{fit, safe, width};
use ratatui::Frame;
use ratatui::layout::{Margin, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, Borders, Clear, Paragraph};

/// Draws what is on top, if anything.
pub fn draw(app: &mut App<'_>, frame: &mut Frame<'_>, area: Rect) {
    let Some(popup) = &app.popup else { return };
    let theme = &app.theme;
    let (title, lines): (String, Vec<Line<'_>>) = match popup {
        Popup::Help => {
            let keys = |k: &crate::keys::Key| k.keys.join("  ");
            let wide = KEYS.iter().map(|k| width(&keys(k))).max().unwrap_or(0);
            let line = |k: &crate::keys::Key| {
                Line::from(vec![
                    Span::styled(fit(&keys(k), wide + 2), theme.name),
                    Span::styled(k.what, theme.text),
                ])
            };
            ("keys".into(), KEYS.iter().map(line).collect())
        }
        Popup::Ladder(ladder) => ("exchange".into(), super::ladder::lines(app, ladder)),
        Popup::Counts(counts) => {
            super::counts::draw(app, counts, frame, area);
            return;
        }
        Popup::Columns(selected) => {
            let width = app.areas.list.width;
            let line = |(at, (column, name, _)): (usize, &(Column, &str, u16))| {
                let mark = if app.has_column(*column, width) {
                    "[x]"
                } else {
                    "[ ]"
                };
                let style = if at == *selected {
                    theme.selected
                } else {
                    theme.text
                };
                Line::styled(format!("{mark} {name}"), style)
            };
            let lines = COLUMNS.iter().enumerate().map(line).collect();
            ("columns: Enter shows or hides".into(), lines)
        }
        Popup::Text(title, text) => {
            let lines = text.lines().map(|l| Line::raw(theme.glyphs(safe(l))));
            (safe(title), lines.collect())
        }
    };
    let wide = lines
        .iter()
        .map(Line::width)
        .max()
        .unwrap_or(0)
        .max(width(&title) + 2);
    let room = area.inner(Margin::new(2, 1));
    let size_x = (wide as u16 + 4).min(room.width);
    let size_y = (lines.len() as u16 + 2).min(room.height);
    let place = Rect::new(
        room.x + (room.width - size_x) / 2,
        room.y + (room.height - size_y) / 2,
        size_x,
        size_y,
    );
    let hidden = lines
        .len()
        .saturating_sub(usize::from(size_y.saturating_sub(2)));
    let top = match popup {
        Popup::Ladder(ladder) => {
            let height = usize::from(size_y.saturating_sub(2));
            super::scrolled(app.popup_top, ladder.selected, height, lines.len())
        }
        _ => app.popup_top,
    };
    let top = top.min(hidden);
    let block = Block::new()
        .borders(Borders::ALL)
        .border_set(theme.border())
        .border_style(theme.quiet)
        .title(Line::styled(format!(" {title} "), theme.strong));
    let inside = block.inner(place).inner(Margin::new(1, 0));
    frame.render_widget(Clear, place);
    frame.render_widget(block, place);
    frame.render_widget(Paragraph::new(lines).scroll((top as u16, 0)), inside);
    app.popup_top = top;
}
