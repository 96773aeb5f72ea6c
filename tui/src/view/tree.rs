//! The tree of the selected message.

use super::{pane, scrolled};
use crate::app::{App, Focus};
use crate::store::Detail;
use crate::text::{fit, safe, width, wrap};
use netlink_dissector::diagnostic::Severity;
use netlink_dissector::sink::arena::{Node, type_words};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

/// Draws the tree into an area.
pub fn draw(app: &mut App<'_>, frame: &mut Frame<'_>, area: Rect) {
    let title = match &app.detail {
        Some(detail) => format!("{} {}", detail.row.family, detail.row.kind),
        None => String::new(),
    };
    let mut inside = pane(app, frame, area, &title, Focus::Tree);
    // what is cut does not run into the bytes beside it
    inside.width = inside.width.saturating_sub(1);
    app.areas.tree = inside;
    let Some(detail) = app.detail.take() else {
        return;
    };
    let columns = usize::from(inside.width);
    let theme = &app.theme;
    let told = app.refusal.as_ref().map_or(&[][..], |r| &r.lines);
    let told = told.iter().flat_map(|l| wrap(l, columns.saturating_sub(2)));
    let told: Vec<Line<'_>> = told
        .take(usize::from(inside.height) / 2)
        .map(|l| {
            let text = fit(&format!(" {l}"), columns);
            Line::styled(theme.glyphs(text), theme.refusal)
        })
        .collect();
    let odd = detail.arena.diagnostics.iter().flat_map(|diagnostic| {
        let style = match diagnostic.severity() {
            Severity::Error => theme.error,
            _ => theme.warning,
        };
        let lines = wrap(&diagnostic.to_string(), columns).into_iter();
        lines
            .map(move |line| Line::styled(theme.glyphs(line), style))
            .collect::<Vec<_>>()
    });
    let room = usize::from(inside.height) - told.len();
    let odd: Vec<Line<'_>> = odd.take(room / 2).collect();
    let height = room - odd.len();
    app.areas.tree = Rect {
        y: inside.y + told.len() as u16,
        height: height as u16,
        ..inside
    };
    let lines = app.tree.lines(&detail.arena);
    let selected = lines.partition_point(|n| *n < app.tree.node);
    app.tree.top = scrolled(app.tree.top, selected, height, lines.len());
    let mut out = told;
    let nodes = lines
        .iter()
        .skip(app.tree.top)
        .take(height)
        .map(|at| line(app, &detail, *at, usize::from(inside.width)));
    out.extend(nodes);
    out.resize(usize::from(inside.height) - odd.len(), Line::default());
    out.extend(odd);
    frame.render_widget(Paragraph::new(out), inside);
    app.detail = Some(detail);
}

fn line<'l>(app: &App<'_>, detail: &Detail, at: usize, columns: usize) -> Line<'l> {
    let theme = &app.theme;
    let arena = &detail.arena;
    let Some(node) = arena.nodes.get(at) else {
        return Line::default();
    };
    let indent = " ".repeat(2 * node.depth.min(columns / 4));
    let fold = theme.fold(app.tree.open(arena, at));
    let name = safe(arena.name(node));
    let value = safe(arena.value(node));
    let types = if app.types {
        types(node, arena.raw(node))
    } else {
        String::new()
    };
    let derived = node.kind == "derived";
    let value_style = if derived { theme.error } else { theme.text };
    let colon = if value.is_empty() { "" } else { ": " };
    let name_style: Style = if node.quiet { theme.quiet } else { theme.name };
    let mut parts = vec![
        (format!("{indent}{fold}"), theme.quiet),
        (name, name_style),
        (colon.to_owned(), theme.quiet),
        (value, value_style),
        (types, theme.quiet),
    ];
    // what is odd here, or in what is folded
    let behind = match app.tree.open(arena, at) {
        Some(false) => node.end,
        _ => at + 1,
    };
    for (odd, diagnostic) in detail.odd.iter().zip(&arena.diagnostics) {
        if (at..behind).contains(odd) {
            let style = match diagnostic.severity() {
                Severity::Error => theme.error,
                _ => theme.warning,
            };
            parts.push((format!(" ◂ {}", diagnostic.code.word()), style));
        }
    }
    let mut left = columns;
    let mut spans = Vec::new();
    for (text, style) in parts {
        let text = theme.glyphs(text);
        let wide = width(&text);
        let text = match wide <= left {
            true => text,
            false => theme.glyphs(fit(&text, left)),
        };
        left = left.saturating_sub(wide);
        spans.push(Span::styled(text, style));
    }
    if at != app.tree.node {
        return Line::from(spans);
    }
    let style = match app.focus {
        Focus::Tree => theme.selected,
        _ => theme.resting,
    };
    let mut text: String = spans.into_iter().map(|s| s.content.into_owned()).collect();
    text.push_str(&" ".repeat(left));
    Line::styled(text, style)
}

/// What is selected, for people who look at bytes: its path, its type, and where it stands.
pub fn place(detail: &Detail, at: usize) -> Option<String> {
    let node = detail.arena.nodes.get(at)?;
    let path = detail.arena.path(at);
    let what = types(node, detail.arena.raw(node));
    Some(format!("{path} {}", what.trim_start()))
}

fn types(node: &Node, raw: Option<i128>) -> String {
    let mut words = vec![node.kind.to_owned()];
    if let Some(raw) = raw {
        words.push(format!("{raw} = {raw:#x}"));
    }
    if let Some(nla_type) = node.nla_type {
        words.push(type_words(nla_type));
    }
    if node.len > 0 {
        words.push(format!("{} bytes at {}", node.len, node.offset));
    }
    format!("   [{}]", words.join(", "))
}
