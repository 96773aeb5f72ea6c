//! The last line: input, or what there is to say.

use crate::app::{App, Focus, Live};
use crate::bar::{Asks, Bar};
use crate::text::{fit, safe, width};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

/// Lines that it takes.
pub fn height(app: &App<'_>) -> u16 {
    match app.bar.as_ref().map(|bar| bar.asks) {
        Some(Asks::Filter) => 3,
        Some(Asks::Write(_)) => 2,
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
    // what there is no room for is left out from below
    let [line, below, last] = [0, 1, 2].map(|n| Rect {
        y: (area.y + n).min(area.bottom()),
        height: area.height.saturating_sub(n).min(1),
        ..area
    });
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
            let what = match bar.asks {
                Asks::Write(_) => {
                    "a pcapng, or a pcap where it is named so; Tab: the next choice of what, Esc leaves"
                }
                _ => "Enter shows what fits, Tab completes, Up goes back, Esc leaves",
            };
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
    let keys = "? keys  q quit";
    let right = match app.begun() {
        Some(c) => format!("{c}…"),
        None => match following(app) {
            Some(word) => format!("{word}  {keys}"),
            None => keys.into(),
        },
    };
    let left = usize::from(area.width).saturating_sub(width(&right) + 1);
    let place = match (app.focus, &app.detail) {
        (Focus::List, _) | (_, None) => None,
        (_, Some(detail)) => super::tree::place(detail, app.tree.node),
    };
    let text = match &app.said {
        Some(said) => safe(said),
        None => {
            let mut parts = state(app);
            if let Some(place) = place {
                parts.truncate(1);
                parts.push(place);
            }
            safe(&parts.join("  "))
        }
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

/// Whether the list stays at the end of what comes.
fn following(app: &App<'_>) -> Option<&'static str> {
    match (app.live, app.running, app.growing) {
        (_, true, _) | (_, _, true) if app.follow => Some("following"),
        (_, true, _) | (_, _, true) => Some("paused: F follows"),
        (Live::Tap, false, _) => Some("ended"),
        _ => None,
    }
}

/// A number that can be read: 14,382,119.
fn number(n: u64) -> String {
    let digits = n.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// What there is to say, the most important first.
fn state(app: &App<'_>) -> Vec<String> {
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
    // a capture that grows is never done for long
    if !store.done && !app.running {
        let percent = |part: u64, of: u64| (100 * part / of.max(1)).min(99);
        parts.push(match store.read {
            (at, end) if at < end => format!("indexing {}%", percent(at, end)),
            _ => {
                let percent = percent(store.learnt.into(), store.rows.into());
                format!("looking for failures {percent}%")
            }
        });
    }
    match store.failures.len() {
        0 => {}
        n => parts.push(format!("{} failed: press ]e", number(n as u64))),
    }
    if store.dropped > 0 {
        parts.push(format!("{} dropped", number(store.dropped)));
    }
    if store.from > 0 {
        let gone = number(store.from.into());
        parts.push(format!("the oldest {gone} are gone: --keep keeps more"));
    }
    if let Some((name, frames)) = &app.writing {
        parts.push(format!("writing {name}: {} frames", number(*frames)));
    }
    if !app.search.text.is_empty() {
        let so_far = if app.search.done { "" } else { " so far" };
        let hits = match app.search.rows.len() {
            1 => "1 hit".to_owned(),
            n => format!("{n} hits"),
        };
        parts.push(format!("/{}: {hits}{so_far}", app.search.text));
    }
    parts
}
