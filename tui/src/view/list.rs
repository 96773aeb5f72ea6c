//! The list of messages.

use super::{pane, scrolled};
use crate::app::{App, Column, Focus};
use crate::store::Row;
use crate::text::{fit, right, width};
use netlink_dissector::context::Direction;
use netlink_dissector::envelope::Time;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

/// Draws the list into an area.
pub fn draw(app: &mut App<'_>, frame: &mut Frame<'_>, area: Rect) {
    let title = match &app.filter {
        Some(filter) => format!("{}: {}", app.store.name(), filter.text),
        None => app.store.name(),
    };
    let inside = pane(app, frame, area, &title, Focus::List);
    app.areas.list = inside;
    let height = usize::from(inside.height);
    let shown = app.shown();
    let (selected, count) = (shown.position(app.row), shown.count());
    app.top = scrolled(
        app.top as usize,
        selected.min(count.saturating_sub(1)) as usize,
        height,
        count as usize,
    ) as u32;
    let rows = app.visible(app.top..app.top.saturating_add(height as u32));
    let mut before = app.time_before(app.top);
    let widths = Widths::of(&rows, app);
    let mut lines = Vec::new();
    for row in &rows {
        lines.push(line(app, row, before, &widths, usize::from(inside.width)));
        before = row.time.or(before);
    }
    frame.render_widget(Paragraph::new(lines), inside);
}

/// Widths that what is visible needs.
struct Widths {
    number: usize,
    time: usize,
    who: usize,
    family: usize,
    kind: usize,
    len: usize,
    outcome: usize,
    /// A column for the letters of marks.
    marks: bool,
}

impl Widths {
    fn of(rows: &[Row], app: &App<'_>) -> Widths {
        let most = |of: &dyn Fn(&Row) -> usize, cap: usize| {
            rows.iter().map(of).max().unwrap_or(0).min(cap)
        };
        let first = app.store.first_time;
        let time = |r: &Row| r.time.map_or(0, |t| app.time.text(t, first, first).len());
        let has = |column, wide: usize| match app.has_column(column, app.areas.list.width) {
            true => wide,
            false => 0,
        };
        Widths {
            number: has(Column::Number, most(&|r| number(r).len(), 12)),
            time: has(Column::Time, most(&time, 30)),
            who: has(Column::Who, most(&|r| width(&who(r)), 16).max(2)),
            family: has(Column::Family, most(&|r| width(&r.family), 14)),
            kind: has(Column::Kind, most(&|r| width(&r.kind), 32)),
            len: has(Column::Length, most(&|r| r.len.to_string().len(), 9)),
            outcome: has(Column::Outcome, most(&|r| width(outcome(r)), 24)),
            marks: !app.marks.is_empty(),
        }
    }
}

fn number(row: &Row) -> String {
    match row.place.message {
        0 => row.place.frame.to_string(),
        message => format!("{}.{message}", row.place.frame),
    }
}

fn outcome(row: &Row) -> &str {
    row.outcome.as_ref().map_or("", |(text, _)| text)
}

fn who(row: &Row) -> String {
    let port = || row.port.map(|p| p.to_string());
    let user = row.process.clone().or_else(port).unwrap_or_default();
    match row.direction {
        Some(Direction::ToKernel) => format!("→ {user}"),
        Some(Direction::FromKernel) => format!("← {user}"),
        Some(Direction::UserToUser) => "user".into(),
        None => String::new(),
    }
}

fn line<'l>(
    app: &App<'_>,
    row: &Row,
    before: Option<Time>,
    widths: &Widths,
    columns: usize,
) -> Line<'l> {
    let theme = &app.theme;
    let selected = row.row == app.row;
    let style = if row.failed {
        theme.error
    } else if row.diagnostics > 0 {
        theme.warning
    } else if row.probe {
        theme.quiet
    } else {
        theme.text
    };
    let time = row
        .time
        .map(|t| app.time.text(t, app.store.first_time, before))
        .unwrap_or_default();
    let mut front = String::new();
    if widths.marks {
        let mark = app.marks.iter().find(|(_, at)| **at == row.row);
        front.push(mark.map_or(' ', |(letter, _)| *letter));
    }
    // a column that nothing needs takes no blank
    let mut column = |text: String, wide: usize| {
        if wide > 0 {
            front.push_str(&text);
            front.push(' ');
        }
    };
    column(right(&number(row), widths.number), widths.number);
    column(right(&time, widths.time), widths.time);
    column(fit(&who(row), widths.who), widths.who);
    column(fit(&row.family, widths.family), widths.family);
    column(fit(&row.kind, widths.kind), widths.kind);
    column(right(&row.len.to_string(), widths.len), widths.len);
    let outcome = match widths.outcome {
        0 => String::new(),
        wide => format!(" {}", right(outcome(row), wide)),
    };
    let copies = match row.copies {
        2.. if !app.copies => format!(" ×{}", row.copies),
        _ => String::new(),
    };
    let used = width(&front) + width(&copies) + width(&outcome);
    let left = columns.saturating_sub(used);
    let hit = app.search.rows.binary_search(&row.row).is_ok();
    let summary = match app.has_column(Column::Summary, app.areas.list.width) {
        true => theme.glyphs(fit(&row.summary, left)),
        false => " ".repeat(left),
    };
    let front = theme.glyphs(front);
    let (copies, outcome) = (theme.glyphs(copies), theme.glyphs(outcome));
    if selected {
        let style = if app.focus == Focus::List {
            theme.selected
        } else {
            theme.resting
        };
        return Line::styled(format!("{front}{summary}{copies}{outcome}"), style);
    }
    let summary_style = if hit {
        style.patch(theme.around)
    } else {
        style
    };
    Line::from(vec![
        Span::styled(front, if row.probe { theme.quiet } else { theme.column }),
        Span::styled(summary, summary_style),
        Span::styled(copies, theme.strong),
        Span::styled(
            outcome,
            match row.outcome {
                Some((_, true)) => theme.error,
                _ => theme.quiet,
            },
        ),
    ])
}
