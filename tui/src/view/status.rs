//! The last line: input, or what there is to say.

use crate::app::App;
use crate::text::{fit, safe, width};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

/// Draws the status line.
pub fn draw(app: &App<'_>, frame: &mut Frame<'_>, area: Rect) {
    let theme = &app.theme;
    if let Some(bar) = &app.bar {
        let text = safe(&bar.text);
        let mut spans = vec![Span::styled(bar.prompt(), theme.strong), Span::raw(text)];
        if let Some(wrong) = &bar.wrong {
            spans.push(Span::styled(format!("   {wrong}"), theme.error));
        }
        frame.render_widget(Paragraph::new(Line::from(spans)), area);
        let x = area.x + 1 + width(bar.before()) as u16;
        frame.set_cursor_position((x.min(area.right().saturating_sub(1)), area.y));
        return;
    }
    let right = match app.begun() {
        Some(c) => format!("{c}…"),
        None => "? keys  q quit".into(),
    };
    let left = usize::from(area.width).saturating_sub(width(&right) + 1);
    let text = match &app.said {
        Some(said) => safe(said),
        None => safe(&state(app)),
    };
    let style = if app.said.is_some() {
        theme.strong
    } else {
        theme.text
    };
    let line = Line::from(vec![
        Span::styled(theme.glyphs(fit(&text, left)), style),
        Span::styled(theme.glyphs(format!(" {right}")), theme.quiet),
    ]);
    frame.render_widget(Paragraph::new(line), area);
}

fn state(app: &App<'_>) -> String {
    let store = &app.store;
    let mut parts = Vec::new();
    if store.rows == 0 {
        parts.push(if store.done { "no messages" } else { "reading" }.to_owned());
    } else {
        parts.push(format!("{} of {}", app.row + 1, store.rows));
    }
    if !store.done {
        let percent = store.size.filter(|s| *s > 0).map(|s| 100 * store.bytes / s);
        parts.push(match percent {
            Some(percent) => format!("indexing {}%", percent.min(99)),
            None => "indexing".into(),
        });
    }
    match store.failures.len() {
        0 => {}
        n => parts.push(format!("{n} failed: press ]e")),
    }
    if !app.search.text.is_empty() {
        let so_far = if app.search.done { "" } else { " so far" };
        parts.push(format!(
            "/{}: {} hits{so_far}",
            app.search.text,
            app.search.rows.len()
        ));
    }
    parts.join("  ")
}
