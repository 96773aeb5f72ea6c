//! Colours and lines.

use ratatui::style::{Color, Modifier, Style};
use ratatui::symbols::border;

/// How things look.
#[derive(Clone, Debug)]
pub struct Theme {
    /// Ordinary text.
    pub text: Style,
    /// Numbers, times, what stands in the background.
    pub quiet: Style,
    /// Columns of the list beside the summary.
    pub column: Style,
    /// Names of messages, titles.
    pub strong: Style,
    /// Names of attributes and fields.
    pub name: Style,
    /// Failures.
    pub error: Style,
    /// What the kernel says of a failure.
    pub refusal: Style,
    /// Diagnostics.
    pub warning: Style,
    /// The selected line of the pane that has the keys.
    pub selected: Style,
    /// The selected line of another pane.
    pub resting: Style,
    /// The bytes of the selected node.
    pub marked: Style,
    /// The selected byte of the pane that has the keys.
    pub byte: Style,
    /// Bytes of the node around the selected one.
    pub around: Style,
    /// Bytes of the node around that one, where there are colours enough.
    pub further: Style,
    /// Headers of attributes in the bytes.
    pub header: Style,
    /// Padding.
    pub padding: Style,
    /// Zero bytes.
    pub zero: Style,
    /// Printable bytes.
    pub printable: Style,
    /// Other bytes.
    pub other: Style,
    /// Whether lines and marks may be drawn with characters beyond ASCII.
    pub unicode: bool,
}

impl Theme {
    /// The theme that the environment asks for: `NO_COLOR`, `COLORFGBG` (a light background), the locale. Where that
    /// does not tell of the background, `ask` may.
    pub fn of_environment(ask: impl FnOnce() -> Option<bool>) -> Theme {
        let var = |name: &str| std::env::var(name).ok().filter(|v| !v.is_empty());
        let locale = var("LC_ALL")
            .or_else(|| var("LC_CTYPE"))
            .or_else(|| var("LANG"));
        let unicode = locale.is_some_and(|l| {
            let l = l.to_ascii_lowercase();
            l.contains("utf-8") || l.contains("utf8")
        });
        let mut theme = if var("NO_COLOR").is_some() {
            Theme::plain()
        } else {
            let ground = var("COLORFGBG").and_then(|v| v.rsplit(';').next()?.parse::<u8>().ok());
            let light = match ground {
                Some(ground) => ground == 7 || ground == 15,
                None => ask().unwrap_or(false),
            };
            let many = var("COLORTERM").is_some()
                || var("TERM").is_some_and(|term| term.contains("256color"));
            match many {
                true => Theme::coloured(light).shaded(light),
                false => Theme::coloured(light),
            }
        };
        theme.unicode = unicode;
        theme
    }

    /// Without colours: attributes of text only.
    pub fn plain() -> Theme {
        let s = Style::new();
        let strong = s.add_modifier(Modifier::BOLD);
        Theme {
            text: s,
            quiet: s.add_modifier(Modifier::DIM),
            column: s,
            strong,
            name: s,
            error: strong.add_modifier(Modifier::UNDERLINED),
            refusal: strong,
            warning: s.add_modifier(Modifier::UNDERLINED),
            selected: s.add_modifier(Modifier::REVERSED),
            resting: strong.add_modifier(Modifier::UNDERLINED),
            marked: s.add_modifier(Modifier::REVERSED),
            byte: strong.add_modifier(Modifier::UNDERLINED),
            around: s.add_modifier(Modifier::UNDERLINED),
            further: s,
            header: s,
            padding: s.add_modifier(Modifier::DIM),
            zero: s.add_modifier(Modifier::DIM),
            printable: s,
            other: s,
            unicode: true,
        }
    }

    /// The sixteen colours that every terminal has, so that the user's own palette holds.
    pub fn coloured(light: bool) -> Theme {
        let s = Style::new();
        let on = |ground: Color, text: Color| s.bg(ground).fg(text);
        let grey = match light {
            true => on(Color::Gray, Color::Black),
            false => on(Color::DarkGray, Color::White),
        };
        Theme {
            text: s,
            quiet: s.fg(Color::DarkGray),
            column: s.fg(if light { Color::DarkGray } else { Color::Gray }),
            strong: s.add_modifier(Modifier::BOLD),
            name: s.fg(if light { Color::Blue } else { Color::Cyan }),
            error: s.fg(if light { Color::Red } else { Color::LightRed }),
            refusal: on(Color::Red, Color::White).add_modifier(Modifier::BOLD),
            warning: s.fg(if light { Color::Magenta } else { Color::Yellow }),
            selected: on(Color::Blue, Color::White).add_modifier(Modifier::BOLD),
            resting: grey,
            // the colour of the line that is selected: the two belong together
            marked: on(Color::Blue, Color::White),
            byte: on(Color::Yellow, Color::Black),
            around: grey,
            further: s,
            header: s.fg(if light { Color::Cyan } else { Color::Magenta }),
            padding: s.fg(Color::DarkGray),
            zero: s.fg(Color::DarkGray),
            printable: s.fg(if light { Color::Blue } else { Color::Cyan }),
            other: s.fg(Color::Green),
            unicode: true,
        }
    }

    /// With shades that no palette of sixteen colours has, for terminals of 256.
    fn shaded(self, light: bool) -> Theme {
        let s = Style::new();
        let ground = |n: u8| s.bg(Color::Indexed(n));
        let on = |n: u8, text: u8| ground(n).fg(Color::Indexed(text));
        let (quiet, column, grey, further, marked) = match light {
            true => (244, 240, 253, 255, on(153, 16)),
            false => (243, 248, 238, 235, on(24, 231)),
        };
        let (quiet, column) = (s.fg(Color::Indexed(quiet)), s.fg(Color::Indexed(column)));
        Theme {
            quiet,
            column,
            padding: quiet,
            zero: quiet,
            selected: on(25, 231).add_modifier(Modifier::BOLD),
            refusal: on(88, 231).add_modifier(Modifier::BOLD),
            resting: ground(grey),
            marked,
            byte: on(220, 16),
            around: ground(grey),
            further: ground(further),
            ..self
        }
    }

    /// The lines around panes.
    pub fn border(&self) -> border::Set<'static> {
        if self.unicode {
            border::PLAIN
        } else {
            border::Set {
                top_left: "+",
                top_right: "+",
                bottom_left: "+",
                bottom_right: "+",
                vertical_left: "|",
                vertical_right: "|",
                horizontal_top: "-",
                horizontal_bottom: "-",
            }
        }
    }

    /// What stands before a node: open, closed, without children.
    pub fn fold(&self, open: Option<bool>) -> &'static str {
        match (open, self.unicode) {
            (Some(true), true) => "▾ ",
            (Some(false), true) => "▸ ",
            (Some(true), false) => "- ",
            (Some(false), false) => "+ ",
            (None, _) => "  ",
        }
    }

    /// Whether text beyond ASCII may be shown as it is.
    pub fn glyphs(&self, text: String) -> String {
        if self.unicode {
            return text;
        }
        let plain = |c: char| match c {
            '…' => '~',
            '→' | '↳' | '▶' => '>',
            '←' | '◀' => '<',
            '×' => 'x',
            'µ' => 'u',
            '─' | '┄' => '-',
            '·' | '⋄' => '.',
            '◂' => '<',
            c if c.is_ascii() => c,
            _ => '?',
        };
        text.chars().map(plain).collect()
    }
}
