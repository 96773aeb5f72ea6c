//! Tables of the messages that are shown, and how many there were over time.

use crate::app::{App, Counts};
use crate::text::{fit, right, width};
use netlink_capture::counts::{Line as Counted, READY};
use netlink_dissector::sink::text::write_duration;
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Margin, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, Borders, Clear, Paragraph};

/// Names of the tables, in their order.
const NAMES: [&str; READY.len()] = ["family", "type", "process", "port", "interface", "error"];
/// Heads of the columns behind the values.
const NUMBERS: [&str; 6] = ["count", "bytes", "rate", "errors", "p50", "p99"];
/// Lines of the rate.
const HIGH: usize = 3;
/// The most columns of a value.
const VALUE: usize = 40;

/// Draws them over all.
pub fn draw(app: &App<'_>, counts: &Counts, frame: &mut Frame<'_>, area: Rect) {
    let theme = &app.theme;
    let place = area.inner(Margin::new(2, 1));
    let title = match &app.filter {
        Some(filter) => format!(" statistics: {} ", filter.text),
        None => " statistics ".into(),
    };
    let block = Block::new()
        .borders(Borders::ALL)
        .border_set(theme.border())
        .border_style(theme.quiet)
        .title(Line::styled(
            theme.glyphs(fit(&title, width(&title))),
            theme.strong,
        ));
    let inside = block.inner(place).inner(Margin::new(1, 0));
    frame.render_widget(Clear, place);
    frame.render_widget(block, place);
    let high = if inside.height > 16 { HIGH } else { 1 };
    let one = Constraint::Length(1);
    let [told, rate, tabs, head, body] = Layout::vertical([
        one,
        Constraint::Length(high as u16 + 1),
        one,
        one,
        Constraint::Fill(1),
    ])
    .areas(inside);
    frame.render_widget(Paragraph::new(summary(app, counts)), told);
    frame.render_widget(
        Paragraph::new(sparkline(app, counts, rate.width, high)),
        rate,
    );
    frame.render_widget(Paragraph::new(names(app, counts)), tabs);
    let columns = usize::from(body.width);
    let lines = table(counts, columns);
    let mut lines = lines.into_iter();
    let first = lines.next().unwrap_or_default();
    frame.render_widget(Line::styled(theme.glyphs(first), theme.quiet), head);
    let height = usize::from(body.height);
    let count = counts.lines().len();
    let top = super::scrolled(0, counts.selected, height, count);
    let shown = lines.enumerate().skip(top).take(height);
    let shown = shown.map(|(at, line)| {
        let failed = counts.lines().get(at).is_some_and(|l| l.errors > 0);
        let style = match at == counts.selected {
            true => theme.selected,
            false if failed => theme.error,
            false => theme.text,
        };
        Line::styled(theme.glyphs(line), style)
    });
    let mut shown: Vec<Line<'_>> = shown.collect();
    if count == 0 && counts.done {
        shown.push(Line::styled("no message has any of these", theme.quiet));
    }
    frame.render_widget(Paragraph::new(shown), body);
}

fn summary<'l>(app: &App<'_>, counts: &Counts) -> Line<'l> {
    let counted = &counts.counted;
    let mut text = format!("{} messages, {} bytes", counted.messages, counted.bytes);
    if counted.seconds > 0.0 {
        let rate = counted.messages as f64 / counted.seconds;
        text.push_str(&format!(" in {:.3} s, {rate:.1}/s", counted.seconds));
    }
    if !counts.done {
        let all = u64::from(app.store.rows - app.store.from).max(1);
        let percent = (100 * u64::from(counts.looked) / all).min(99);
        text.push_str(&format!("   counting {percent}%"));
    }
    Line::styled(text, app.theme.text)
}

/// How many messages a second there were, as bars; and what the highest stands for.
fn sparkline<'l>(app: &App<'_>, counts: &Counts, columns: u16, high: usize) -> Vec<Line<'l>> {
    const FINE: [char; 9] = [' ', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
    const PLAIN: [char; 9] = [' ', '_', '_', '.', '-', '-', '=', '=', '#'];
    let theme = &app.theme;
    let bars = if theme.unicode { FINE } else { PLAIN };
    let (rates, seconds) = counts.counted.rate.columns(usize::from(columns));
    let most = rates.iter().copied().fold(0.0, f64::max);
    if most <= 0.0 {
        return Vec::new();
    }
    let bar = |rate: f64, line: usize| {
        let eighths = (rate / most * (8 * high) as f64).ceil() as usize;
        let here = eighths.saturating_sub(8 * line).min(8);
        bars.get(here).copied().unwrap_or(' ')
    };
    let lines = (0..high).rev();
    let mut lines: Vec<Line<'_>> = lines
        .map(|line| {
            let text: String = rates.iter().map(|rate| bar(*rate, line)).collect();
            Line::styled(text, theme.name)
        })
        .collect();
    let mut each = Vec::new();
    write_duration(&mut each, (seconds * 1e9) as u64);
    let each = String::from_utf8_lossy(&each).into_owned();
    let said = format!("a column is {each}, the highest {most:.0}/s");
    lines.push(Line::styled(theme.glyphs(said), theme.quiet));
    lines
}

fn names<'l>(app: &App<'_>, counts: &Counts) -> Line<'l> {
    let theme = &app.theme;
    let mut spans = vec![Span::styled("by ", theme.quiet)];
    for (at, name) in NAMES.into_iter().enumerate() {
        let style = match at == counts.table {
            true => theme.strong.patch(theme.marked),
            false => Style::new(),
        };
        spans.push(Span::styled(format!(" {name} "), style));
        spans.push(Span::raw(" "));
    }
    spans.push(Span::styled("  Tab: next, Enter: filter", theme.quiet));
    Line::from(spans)
}

/// Lines of the table, its head first: values to the left, numbers to the right.
fn table(counts: &Counts, columns: usize) -> Vec<String> {
    let names = READY.get(counts.table).copied().unwrap_or(&[]);
    let mut rows = vec![(
        names.iter().map(|n| (*n).to_owned()).collect::<Vec<_>>(),
        NUMBERS.map(str::to_owned),
    )];
    rows.extend(counts.lines().iter().map(cells));
    let wide = |cells: &mut dyn Iterator<Item = usize>| cells.max().unwrap_or(0);
    let left: Vec<usize> = (0..names.len())
        .map(|i| {
            let mut cells = rows.iter().filter_map(|(v, _)| v.get(i)).map(|c| width(c));
            wide(&mut cells).min(VALUE)
        })
        .collect();
    let numbers: Vec<usize> = (0..NUMBERS.len())
        .map(|i| {
            let mut cells = rows.iter().filter_map(|(_, n)| n.get(i)).map(|c| width(c));
            wide(&mut cells)
        })
        .collect();
    let line = |(values, cells): (Vec<String>, [String; 6])| {
        let mut text = String::new();
        for (value, wide) in values.iter().zip(&left) {
            text.push_str(&fit(value, *wide));
            text.push_str("  ");
        }
        for (cell, wide) in cells.iter().zip(&numbers) {
            text.push_str(&right(cell, *wide));
            text.push_str("  ");
        }
        fit(text.trim_end(), columns)
    };
    rows.into_iter().map(line).collect()
}

fn cells(line: &Counted) -> (Vec<String>, [String; 6]) {
    let value = |v: &String| match v.as_str() {
        "" => "-".to_owned(),
        value => value.to_owned(),
    };
    let time = |ns: Option<u64>| match ns {
        Some(ns) => {
            let mut cell = Vec::new();
            write_duration(&mut cell, ns);
            String::from_utf8_lossy(&cell).into_owned()
        }
        None => "-".into(),
    };
    let rate = line.rate.map_or("-".into(), |rate| format!("{rate:.1}/s"));
    let numbers = [
        line.count.to_string(),
        line.bytes.to_string(),
        rate,
        line.errors.to_string(),
        time(line.latency_ns.map(|l| l.0)),
        time(line.latency_ns.map(|l| l.1)),
    ];
    (line.values.iter().map(value).collect(), numbers)
}
