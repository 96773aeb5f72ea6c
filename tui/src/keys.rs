//! The key map: what each key does, and the words of the help. There is no other place for either.

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// What the user wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Lines down; up where negative.
    Down(isize),
    /// Half pages.
    Half(isize),
    /// Pages.
    Page(isize),
    First,
    Last,
    NextPane,
    PreviousPane,
    Fold,
    Unfold,
    Toggle,
    ToggleAll,
    Search,
    SearchNext,
    SearchPrevious,
    NextFailure,
    PreviousFailure,
    NextDiagnostic,
    PreviousDiagnostic,
    Partner,
    TimeForm,
    SetMark,
    GoMark,
    CopyValue,
    CopyPath,
    CopyJson,
    Explain,
    Bytes,
    GoTo,
    Filter,
    FilterThis,
    FilterOut,
    Copies,
    Exchange,
    Failure,
    Types,
    Statistics,
    Write,
    Follow,
    Columns,
    Help,
    Back,
    Quit,
    Suspend,
    Redraw,
}

/// A line of the key map.
pub struct Key {
    /// The keys as they are written, each by its words: `j`, `^D`, `]e`, `Down`.
    pub keys: &'static [&'static str],
    /// What they do, for people.
    pub what: &'static str,
    action: Action,
}

const fn key(keys: &'static [&'static str], what: &'static str, action: Action) -> Key {
    Key { keys, what, action }
}

/// All keys, in the order of the help.
pub const KEYS: &[Key] = &[
    key(&["j", "Down"], "next line", Action::Down(1)),
    key(&["k", "Up"], "previous line", Action::Down(-1)),
    key(&["^D"], "half a page down", Action::Half(1)),
    key(&["^U"], "half a page up", Action::Half(-1)),
    key(&["^F", "PgDn", "Space"], "a page down", Action::Page(1)),
    key(&["^B", "PgUp"], "a page up", Action::Page(-1)),
    key(&["g", "Home"], "first line", Action::First),
    key(&["G", "End"], "last line", Action::Last),
    key(&["Tab"], "next pane", Action::NextPane),
    key(&["BackTab"], "previous pane", Action::PreviousPane),
    key(
        &["h", "Left"],
        "fold, or go to the node around",
        Action::Fold,
    ),
    key(&["l", "Right"], "unfold, or go inside", Action::Unfold),
    key(
        &["Enter"],
        "from the list into the tree; in the tree, fold or unfold",
        Action::Toggle,
    ),
    key(&["*"], "unfold all, fold all", Action::ToggleAll),
    key(
        &["/"],
        "search summaries, names, values; bytes as 0x0102",
        Action::Search,
    ),
    key(&["n"], "next hit", Action::SearchNext),
    key(&["N"], "previous hit", Action::SearchPrevious),
    key(
        &["f"],
        "filter: Tab completes, Up goes back to earlier ones",
        Action::Filter,
    ),
    key(
        &["="],
        "only messages with this value; in the list, of this type",
        Action::FilterThis,
    ),
    key(&["!"], "only messages without it", Action::FilterOut),
    key(&["]e"], "next failure", Action::NextFailure),
    key(&["[e"], "previous failure", Action::PreviousFailure),
    key(
        &["]d"],
        "next message with a diagnostic",
        Action::NextDiagnostic,
    ),
    key(
        &["[d"],
        "previous message with a diagnostic",
        Action::PreviousDiagnostic,
    ),
    key(
        &["r"],
        "from an answer to its request, and back",
        Action::Partner,
    ),
    key(
        &["x"],
        "the whole exchange: request, answers, and what it caused",
        Action::Exchange,
    ),
    key(
        &["e"],
        "the request that failed, what the kernel objects to marked",
        Action::Failure,
    ),
    key(
        &["c"],
        "copies of a notification one by one, or counted",
        Action::Copies,
    ),
    key(
        &["s"],
        "tables of what is shown: Tab turns to the next, Enter filters",
        Action::Statistics,
    ),
    key(
        &["w"],
        "write what is shown, or what has a mark, or the exchange, to a file",
        Action::Write,
    ),
    key(
        &["F"],
        "stay at the end as the capture grows, or stop there",
        Action::Follow,
    ),
    key(&["t"], "form of the times", Action::TimeForm),
    key(&["C"], "which columns are shown", Action::Columns),
    key(
        &["m"],
        "set a mark, with the letter that follows",
        Action::SetMark,
    ),
    key(&["'"], "go to a mark", Action::GoMark),
    key(&["y"], "copy the value", Action::CopyValue),
    key(&["Y"], "copy the path", Action::CopyPath),
    key(&["^Y"], "copy the message as JSON", Action::CopyJson),
    key(&["K"], "explain the name", Action::Explain),
    key(
        &["b"],
        "bytes in place of the tree, where there is no room for both",
        Action::Bytes,
    ),
    key(
        &["v"],
        "types and raw values beside the tree",
        Action::Types,
    ),
    key(
        &[":"],
        "go to a frame (12), a message (12.1) or a time (+3.5)",
        Action::GoTo,
    ),
    key(&["?", "F1"], "these keys", Action::Help),
    key(&["Esc"], "one level back", Action::Back),
    key(&["q"], "one level back; at the top, end", Action::Quit),
    key(&["^Z"], "suspend", Action::Suspend),
    key(&["^L"], "draw anew", Action::Redraw),
];

/// What came of a key.
#[derive(Debug, PartialEq, Eq)]
pub enum Pressed {
    /// The key means this.
    Action(Action),
    /// It begins a pair: the next key decides.
    Begins(char),
    /// It means nothing.
    Nothing,
}

/// What a key means; `begun` is the first of a pair that was pressed before.
pub fn pressed(event: KeyEvent, begun: Option<char>) -> Pressed {
    let Some(word) = word(event) else {
        return Pressed::Nothing;
    };
    let word = match begun {
        Some(first) => format!("{first}{word}"),
        None => word,
    };
    let known = KEYS.iter().find(|k| k.keys.contains(&word.as_str()));
    if let Some(known) = known {
        return Pressed::Action(known.action);
    }
    let mut chars = word.chars();
    match (chars.next(), chars.next()) {
        (Some(c @ ('[' | ']')), None) => Pressed::Begins(c),
        _ => Pressed::Nothing,
    }
}

/// A key as the map writes it.
fn word(event: KeyEvent) -> Option<String> {
    let control = event.modifiers.contains(KeyModifiers::CONTROL);
    Some(match event.code {
        KeyCode::Char(' ') => "Space".into(),
        KeyCode::Char(c) if control => format!("^{}", c.to_ascii_uppercase()),
        KeyCode::Char(c) => c.to_string(),
        KeyCode::Down => "Down".into(),
        KeyCode::Up => "Up".into(),
        KeyCode::Left => "Left".into(),
        KeyCode::Right => "Right".into(),
        KeyCode::PageDown => "PgDn".into(),
        KeyCode::PageUp => "PgUp".into(),
        KeyCode::Home => "Home".into(),
        KeyCode::End => "End".into(),
        KeyCode::Tab => "Tab".into(),
        KeyCode::BackTab => "BackTab".into(),
        KeyCode::Enter => "Enter".into(),
        KeyCode::Esc => "Esc".into(),
        KeyCode::F(n) => format!("F{n}"),
        _ => return None,
    })
}

/// The key map as a table of Markdown.
pub fn markdown() -> String {
    let mut out = String::from("| key | what it does |\n|---|---|\n");
    for key in KEYS {
        let keys: Vec<String> = key.keys.iter().map(|k| format!("`{k}`")).collect();
        out.push_str(&format!("| {} | {} |\n", keys.join(" "), key.what));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn no_key_means_two_things() {
        let mut seen = HashSet::new();
        for key in KEYS.iter().flat_map(|k| k.keys) {
            assert!(seen.insert(key), "{key}");
        }
    }

    #[test]
    fn pairs() {
        let event = |c| KeyEvent::new(KeyCode::Char(c), KeyModifiers::NONE);
        assert_eq!(pressed(event(']'), None), Pressed::Begins(']'));
        assert_eq!(
            pressed(event('e'), Some(']')),
            Pressed::Action(Action::NextFailure)
        );
        assert_eq!(pressed(event('z'), Some(']')), Pressed::Nothing);
        let control = KeyEvent::new(KeyCode::Char('d'), KeyModifiers::CONTROL);
        assert_eq!(pressed(control, None), Pressed::Action(Action::Half(1)));
    }
}
