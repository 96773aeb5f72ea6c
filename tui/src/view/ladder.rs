//! A request and its answers as lines between the two sides.

use crate::app::{App, Ladder};
use crate::store::Row;
use crate::text::{right, safe, width};
use crate::time::TimeForm;
use netlink_dissector::context::Direction;
use ratatui::text::{Line, Span};

/// The lines of a ladder.
pub fn lines<'l>(app: &App<'_>, ladder: &Ladder) -> Vec<Line<'l>> {
    let theme = &app.theme;
    let first = ladder.rows.first().and_then(|r| r.time);
    let time = |row: &Row| match row.time {
        Some(time) => format!("+{}", TimeForm::Relative.text(time, first, None)),
        None => String::new(),
    };
    let number = |row: &Row| match row.place.message {
        0 => row.place.frame.to_string(),
        message => format!("{}.{message}", row.place.frame),
    };
    let most = |of: &dyn Fn(&Row) -> usize| ladder.rows.iter().map(of).max().unwrap_or(0);
    let numbers = most(&|r| width(&number(r)));
    let times = most(&|r| width(&time(r)));
    let kinds = most(&|r| width(&r.kind));
    let mut lines = Vec::new();
    for (at, row) in ladder.rows.iter().enumerate() {
        let arrow = match (row.direction, row.request) {
            (Some(Direction::ToKernel), _) => "────▶",
            // what it caused comes unasked
            (_, None) => "◀┄┄┄┄",
            _ => "◀────",
        };
        let front = format!(
            "{} {} ",
            right(&number(row), numbers),
            right(&time(row), times)
        );
        let kind = format!("{:kinds$} ", safe(&row.kind));
        let mut what = safe(&row.summary);
        if let Some((outcome, _)) = &row.outcome {
            what.push_str(&format!("   {outcome}"));
        }
        let (front, kind) = (theme.glyphs(front), theme.glyphs(kind));
        let (arrow, what) = (theme.glyphs(format!("{arrow} ")), theme.glyphs(what));
        if at == ladder.selected {
            let text = format!("{front}{arrow}{kind}{what}");
            lines.push(Line::styled(text, theme.selected));
            continue;
        }
        let style = if row.failed { theme.error } else { theme.text };
        lines.push(Line::from(vec![
            Span::styled(front, theme.quiet),
            Span::styled(arrow, theme.name),
            Span::styled(kind, theme.quiet),
            Span::styled(what, style),
        ]));
    }
    if ladder.more {
        lines.push(Line::styled("and more", theme.quiet));
    }
    lines
}
