//! The list of messages.

use super::{pane, scrolled};
use crate::app::{App, Focus};
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
    let title = app.store.name();
    let inside = pane(app, frame, area, &title, Focus::List);
    app.areas.list = inside;
    let height = usize::from(inside.height);
    app.top = scrolled(
        app.top as usize,
        app.row as usize,
        height,
        app.store.rows as usize,
    ) as u32;
    let rows = app.rows(app.top..app.top.saturating_add(height as u32));
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
}

impl Widths {
    fn of(rows: &[Row], app: &App<'_>) -> Widths {
        let most = |of: &dyn Fn(&Row) -> usize, cap: usize| {
            rows.iter().map(of).max().unwrap_or(0).min(cap)
        };
        let first = app.store.first_time;
        let time = |r: &Row| r.time.map_or(0, |t| app.time.text(t, first, first).len());
        Widths {
            number: most(&|r| number(r).len(), 12),
            time: most(&time, 30),
            who: most(&|r| width(&who(r)), 16),
            family: most(&|r| width(&r.family), 14),
            kind: most(&|r| width(&r.kind), 32),
        }
    }
}

fn number(row: &Row) -> String {
    match row.place.message {
        0 => row.place.frame.to_string(),
        message => format!("{}.{message}", row.place.frame),
    }
}

fn who(row: &Row) -> String {
    let port = row.port.map(|p| p.to_string());
    match row.direction {
        Some(Direction::ToKernel) => format!("→ {}", port.unwrap_or_default()),
        Some(Direction::FromKernel) => format!("← {}", port.unwrap_or_default()),
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
    } else {
        theme.text
    };
    let time = row
        .time
        .map(|t| app.time.text(t, app.store.first_time, before))
        .unwrap_or_default();
    let front = format!(
        "{} {} {} ",
        right(&number(row), widths.number),
        right(&time, widths.time),
        fit(&who(row), widths.who.max(2)),
    );
    // narrow terminals leave out what the summary tells anyway
    let family = if columns >= 100 {
        format!(
            "{} {} ",
            fit(&row.family, widths.family),
            fit(&row.kind, widths.kind)
        )
    } else {
        String::new()
    };
    let left = columns.saturating_sub(width(&front) + width(&family));
    let hit = app.search.rows.binary_search(&row.row).is_ok();
    let summary = theme.glyphs(fit(&row.summary, left));
    let (front, family) = (theme.glyphs(front), theme.glyphs(family));
    if selected {
        let style = if app.focus == Focus::List {
            theme.selected
        } else {
            theme.marked
        };
        return Line::styled(format!("{front}{family}{summary}"), style);
    }
    let summary_style = if hit {
        style.patch(theme.around)
    } else {
        style
    };
    Line::from(vec![
        Span::styled(front, theme.quiet),
        Span::styled(family, theme.quiet),
        Span::styled(summary, summary_style),
    ])
}
