//! Draws the browser as an SVG: `cargo run -p netlink-tui --example picture > docs/browser.svg`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "../tests/common/mod.rs"]
mod common;

use common::Browser;
use netlink_dissector::table::Tables;
use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};
use std::fmt::Write;

const SIZE: (u16, u16) = (124, 36);
/// A cell in pixels.
const CELL: (f32, f32) = (8.4, 18.0);
const GROUND: &str = "#1d2026";
const TEXT: &str = "#d5d8de";

fn main() {
    let tables = Tables::builtin();
    let mut browser = Browser::sample("demo.pcap", &tables, SIZE);
    browser.keys("]e e");
    print!("{}", svg(&browser));
}

fn svg(browser: &Browser<'_>) -> String {
    let buffer = browser.terminal.backend().buffer();
    let (width, height) = (f32::from(SIZE.0) * CELL.0, f32::from(SIZE.1) * CELL.1);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"-12 -12 {:.0} {:.0}\" \
         font-family=\"ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace\" font-size=\"14\">\n\
         <rect x=\"-12\" y=\"-12\" width=\"100%\" height=\"100%\" rx=\"8\" fill=\"{GROUND}\"/>\n",
        width + 24.0,
        height + 24.0
    );
    for y in 0..SIZE.1 {
        let mut x = 0;
        while x < SIZE.0 {
            let first = &buffer[(x, y)];
            let mut text = String::new();
            let start = x;
            while x < SIZE.0 && alike(first, &buffer[(x, y)]) {
                text.push_str(buffer[(x, y)].symbol());
                x += 1;
            }
            run(&mut out, first, &text, (start, y), x - start);
        }
    }
    out.push_str("</svg>\n");
    out
}

fn alike(a: &Cell, b: &Cell) -> bool {
    (a.fg, a.bg, a.modifier) == (b.fg, b.bg, b.modifier)
}

/// Cells that look alike.
fn run(out: &mut String, cell: &Cell, text: &str, at: (u16, u16), cells: u16) {
    let (x, y) = (f32::from(at.0) * CELL.0, f32::from(at.1) * CELL.1);
    let wide = f32::from(cells) * CELL.0;
    if let Some(ground) = colour(cell.bg) {
        let _ = writeln!(
            out,
            "<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{wide:.1}\" height=\"{:.1}\" fill=\"{ground}\"/>",
            CELL.1
        );
    }
    if text.trim().is_empty() {
        return;
    }
    let bold = match cell.modifier.contains(Modifier::BOLD) {
        true => " font-weight=\"bold\"",
        false => "",
    };
    let escaped = text
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;");
    let _ = writeln!(
        out,
        "<text x=\"{x:.1}\" y=\"{:.1}\" textLength=\"{wide:.1}\" xml:space=\"preserve\" fill=\"{}\"{bold}>{escaped}</text>",
        y + 13.5,
        colour(cell.fg).unwrap_or(TEXT)
    );
}

fn colour(colour: Color) -> Option<&'static str> {
    Some(match colour {
        Color::Black => "#16181d",
        Color::Red => "#a8343a",
        Color::Green => "#7fb069",
        Color::Yellow => "#d9b44a",
        Color::Blue => "#2f5fa8",
        Color::Magenta => "#b07fc7",
        Color::Cyan => "#5fb0bd",
        Color::Gray => "#a8adb8",
        Color::DarkGray => "#6d7380",
        Color::LightRed => "#f0737a",
        Color::White => "#ffffff",
        _ => return None,
    })
}
