//! The bytes of the selected message, the selected node's marked.

use super::{pane, scrolled};
use crate::app::{App, Focus};
use crate::store::Detail;
use netlink_dissector::sink::arena::Node;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

/// Columns of the offset and the gap behind it.
const OFFSET: usize = 7;

/// How many bytes a line of so many columns holds: 16, 8 or 4.
fn per_line(columns: usize) -> usize {
    // offset, two digits and a blank each, a gap in the middle, a gap, a character each
    let needs = |n: usize| OFFSET + 3 * n + n / 8 + 1 + n;
    [16, 8]
        .into_iter()
        .find(|n| needs(*n) <= columns)
        .unwrap_or(4)
}

/// The first byte of the line at the top.
fn top(app: &App<'_>, detail: &Detail, columns: usize, height: usize) -> usize {
    let lines = detail.bytes.len().div_ceil(columns);
    let selected = (app.byte - detail.base.min(app.byte)) / columns;
    // what is selected stands in the middle where it would be out of sight
    let first = if selected < height {
        0
    } else {
        selected.saturating_sub(height / 2)
    };
    scrolled(first, selected, height, lines) * columns
}

/// The byte that is drawn at a place of the pane.
pub fn byte_at(app: &App<'_>, detail: &Detail, line: usize, column: usize) -> Option<usize> {
    let columns = app.areas.columns.max(1);
    let height = usize::from(app.areas.bytes.height);
    let first = top(app, detail, columns, height) + line * columns;
    let digits = OFFSET + 3 * columns + columns / 8;
    let at = if column >= digits {
        column - digits - 1
    } else {
        let within = column.checked_sub(OFFSET)?;
        let gap = usize::from(within > 24);
        (within - gap) / 3
    };
    let byte = first + at.min(columns - 1);
    (byte < detail.bytes.len()).then_some(detail.base + byte)
}

/// Draws the bytes into an area.
pub fn draw(app: &mut App<'_>, frame: &mut Frame<'_>, area: Rect) {
    let title = match &app.detail {
        Some(detail) => format!("{} bytes", detail.bytes.len()),
        None => String::new(),
    };
    let inside = pane(app, frame, area, &title, Focus::Bytes);
    app.areas.bytes = inside;
    let columns = per_line(usize::from(inside.width));
    app.areas.columns = columns;
    let Some(detail) = &app.detail else { return };
    let height = usize::from(inside.height);
    let first = top(app, detail, columns, height);
    let styles = styles(app, detail);
    let lines: Vec<Line<'_>> = (0..height)
        .map(|line| first + line * columns)
        .take_while(|at| *at < detail.bytes.len())
        .map(|at| line(app, detail, &styles, at, columns))
        .collect();
    frame.render_widget(Paragraph::new(lines), inside);
}

/// How each byte looks: what it is, and whether it belongs to the selected node or the one around that.
fn styles(app: &App<'_>, detail: &Detail) -> Vec<Style> {
    let theme = &app.theme;
    let mut styles: Vec<Style> = detail
        .bytes
        .iter()
        .map(|byte| match byte {
            0 => theme.zero,
            0x20..=0x7e => theme.printable,
            _ => theme.other,
        })
        .collect();
    let mut patch = |from: usize, len: usize, style: Style| {
        let start = from.saturating_sub(detail.base).min(styles.len());
        let end = (start + len).min(styles.len());
        for s in styles.get_mut(start..end).unwrap_or_default() {
            *s = s.patch(style);
        }
    };
    let arena = &detail.arena;
    for node in &arena.nodes {
        patch(node.offset, node.header, theme.header);
        if node.kind == "padding" {
            patch(node.offset, node.len, theme.padding);
        }
        // what aligns an attribute's end
        patch(
            node.offset + node.len,
            node.bytes().len() - node.len,
            theme.padding,
        );
    }
    if let Some(node) = arena.nodes.get(app.tree.node) {
        let outer = |node: &Node| node.parent.and_then(|p| arena.nodes.get(p));
        let around = outer(node);
        if let Some(further) = around.and_then(outer) {
            patch(further.offset, further.bytes().len(), theme.further);
        }
        if let Some(around) = around {
            patch(around.offset, around.bytes().len(), theme.around);
        }
        patch(node.offset, node.bytes().len(), theme.marked);
    }
    if app.focus == Focus::Bytes {
        patch(app.byte, 1, theme.byte);
    }
    styles
}

fn line<'l>(
    app: &App<'_>,
    detail: &Detail,
    styles: &[Style],
    at: usize,
    columns: usize,
) -> Line<'l> {
    let mut spans = vec![Span::styled(
        format!("{:05x}  ", detail.base + at),
        app.theme.quiet,
    )];
    let byte = |i: usize| Some((*detail.bytes.get(at + i)?, *styles.get(at + i)?));
    for i in 0..columns {
        if i == 8 {
            spans.push(Span::raw(" "));
        }
        match byte(i) {
            Some((b, style)) => {
                spans.push(Span::styled(format!("{b:02x}"), style));
                // the blank belongs to a run of marked bytes
                let joined = i + 1 < columns
                    && i != 7
                    && byte(i + 1).is_some_and(|(_, next)| next.bg == style.bg);
                let gap = if joined {
                    Style::new().bg(style.bg.unwrap_or_default())
                } else {
                    Style::new()
                };
                spans.push(Span::styled(" ", gap));
            }
            None => spans.push(Span::raw("   ")),
        }
    }
    spans.push(Span::raw(" "));
    for (b, style) in (0..columns).filter_map(byte) {
        let c = match b {
            0x20..=0x7e => char::from(b),
            0 if app.theme.unicode => '⋄',
            _ if app.theme.unicode => '×',
            _ => '.',
        };
        spans.push(Span::styled(c.to_string(), style));
    }
    Line::from(spans)
}

#[cfg(test)]
mod tests {
    use super::per_line;

    #[test]
    fn lines_fit() {
        assert_eq!(per_line(78), 16);
        assert_eq!(per_line(74), 16);
        assert_eq!(per_line(73), 8);
        assert_eq!(per_line(20), 4);
    }
}
