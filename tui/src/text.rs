//! Text that fits: columns are counted as a terminal shows them, control characters never come through.

use netlink_dissector::sink::json::value::is_bidi;
use unicode_width::UnicodeWidthChar;

/// The text without what a terminal would obey.
pub fn safe(text: &str) -> String {
    text.chars()
        .map(|c| {
            if c.is_control() || is_bidi(c) {
                '\u{fffd}'
            } else {
                c
            }
        })
        .collect()
}

/// Columns that a text takes.
pub fn width(text: &str) -> usize {
    text.chars().map(|c| c.width().unwrap_or(0)).sum()
}

/// The text in exactly so many columns: cut with `…`, or filled with blanks.
pub fn fit(text: &str, columns: usize) -> String {
    let text = safe(text);
    let wide = width(&text);
    if wide <= columns {
        return text + &" ".repeat(columns - wide);
    }
    let mut out = String::new();
    let mut taken = 0;
    for c in text.chars() {
        let w = c.width().unwrap_or(0);
        if taken + w + 1 > columns {
            break;
        }
        out.push(c);
        taken += w;
    }
    if columns > 0 {
        out.push('…');
        taken += 1;
    }
    out + &" ".repeat(columns.saturating_sub(taken))
}

/// The text in lines of so many columns, cut between words where that is possible.
pub fn wrap(text: &str, columns: usize) -> Vec<String> {
    let columns = columns.max(1);
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in safe(text).split(' ') {
        if !line.is_empty() && width(&line) + 1 + width(word) > columns {
            lines.push(std::mem::take(&mut line));
        } else if !line.is_empty() {
            line.push(' ');
        }
        for c in word.chars() {
            if !line.is_empty() && width(&line) + c.width().unwrap_or(0) > columns {
                lines.push(std::mem::take(&mut line));
            }
            line.push(c);
        }
    }
    lines.push(line);
    lines
}

/// The text in exactly so many columns, filled on the left.
pub fn right(text: &str, columns: usize) -> String {
    let text = safe(text);
    let wide = width(&text);
    if wide <= columns {
        return " ".repeat(columns - wide) + &text;
    }
    fit(&text, columns)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_too_long_is_cut() {
        assert_eq!(fit("abc", 5), "abc  ");
        assert_eq!(fit("abcdef", 4), "abc…");
        assert_eq!(fit("abc", 0), "");
        assert_eq!(right("7", 3), "  7");
    }

    #[test]
    fn lines_are_cut_between_words() {
        assert_eq!(wrap("one two three", 7), ["one two", "three"]);
        assert_eq!(
            wrap("a longerthanaline b", 6),
            ["a", "longer", "thanal", "ine b"]
        );
        assert_eq!(wrap("漢字漢字", 5), ["漢字", "漢字"]);
        assert_eq!(wrap("", 5), [""]);
        assert_eq!(wrap("ab", 0), ["a", "b"]);
    }

    #[test]
    fn wide_characters_count_twice() {
        assert_eq!(fit("漢字漢字", 5), "漢字…");
        assert_eq!(fit("漢字漢", 4), "漢… ");
        assert_eq!(width(&fit("漢字漢字", 6)), 6);
    }

    #[test]
    fn a_terminal_is_told_nothing() {
        assert_eq!(
            safe("a\x1b[31mb\r\u{202e}c"),
            "a\u{fffd}[31mb\u{fffd}\u{fffd}c"
        );
    }
}
