//! The last line: input, or what there is to say.

use crate::app::App;
use crate::bar::{Asks, Bar};
use crate::text::{fit, safe, width};
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

/// Lines that it takes.
pub fn height(app: &App<'_>) -> u16 {
    match app.bar.as_ref().map(|bar| bar.asks) {
        Some(Asks::Filter) => 3,
        _ => 1,
    }
}

/// Draws the line of input, and below it what is wrong, or what a word may become.
fn bar(app: &App<'_>, bar: &Bar, frame: &mut Frame<'_>, area: Rect) {
    let theme = &app.theme;
    let prompt = width(bar.prompt());
    let before = prompt + width(&safe(bar.before()));
    // what is long moves to the left, so that the cursor can be seen
    let columns = usize::from(area.width).saturating_sub(1);
    let left = before.saturating_sub(columns);
    let mut spans = vec![
        Span::styled(bar.prompt(), theme.strong),
        Span::raw(safe(&bar.text)),
    ];
    let one = Constraint::Length(1);
    let [line, below, last] = Layout::vertical([one, one, one]).areas(area);
    let (at, word) = bar.word();
    let mut offers = Vec::new();
    if bar.chosen.is_some() || bar.offers.iter().any(|offer| offer != word) {
        let at = prompt + width(&safe(bar.text.get(..at).unwrap_or("")));
        let at = at.saturating_sub(left).min(columns / 2);
        offers.push(Span::raw(" ".repeat(at)));
        for (i, offer) in bar.offers.iter().enumerate() {
            let style = match bar.chosen == Some(i) {
                true => theme.selected,
                false => theme.quiet,
            };
            offers.push(Span::styled(safe(offer), style));
            offers.push(Span::raw("  "));
        }
    }
    let mut hint = Vec::new();
    match &bar.wrong {
        Some(wrong) if below.is_empty() => {
            spans.push(Span::styled(format!("   {}", wrong.what), theme.error));
        }
        Some(wrong) => {
            let column = |at: usize| width(&safe(bar.text.get(..at).unwrap_or(&bar.text)));
            let (from, to) = (column(wrong.span.0), column(wrong.span.1));
            let carets = "^".repeat(to.saturating_sub(from).max(1));
            let text = format!("{carets} {}", safe(&wrong.what));
            // the words stay in sight, even where that moves them off the place
            let room = usize::from(area.width).saturating_sub(width(&text));
            let at = (prompt + from).saturating_sub(left).min(room);
            hint.push(Span::raw(" ".repeat(at)));
            hint.push(Span::styled(text, theme.error));
        }
        None => {
            let what = "Enter shows what fits, Tab completes, Up goes back, Esc leaves";
            hint.push(Span::styled(what, theme.quiet));
        }
    }
    let line_text = Paragraph::new(Line::from(spans)).scroll((0, left as u16));
    frame.render_widget(line_text, line);
    frame.render_widget(Paragraph::new(Line::from(hint)), below);
    frame.render_widget(Paragraph::new(Line::from(offers)), last);
    let x = area.x + (before - left) as u16;
    frame.set_cursor_position((x.min(area.right().saturating_sub(1)), area.y));
}

/// Draws the status line.
pub fn draw(app: &App<'_>, frame: &mut Frame<'_>, area: Rect) {
    let theme = &app.theme;
    if let Some(line) = &app.bar {
        bar(app, line, frame, area);
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
        let shown = app.shown();
        let at = (shown.position(app.row) + 1).min(shown.count());
        parts.push(match &app.filter {
            Some(filter) => {
                let so_far = if filter.done { "" } else { " so far" };
                let count = shown.count();
                format!("{at} of {count} that match{so_far}, {} in all", store.rows)
            }
            None => format!("{at} of {}", shown.count()),
        });
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
        let hits = match app.search.rows.len() {
            1 => "1 hit".to_owned(),
            n => format!("{n} hits"),
        };
        parts.push(format!("/{}: {hits}{so_far}", app.search.text));
    }
    parts.join("  ")
}
