//! A line of input at the bottom: search, place, filter.

use netlink_dissector::filter::Error;
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// What the line asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asks {
    /// A text to search.
    Search,
    /// A frame, message or time to go to.
    Place,
    /// A filter.
    Filter,
    /// The name of a file to write.
    Write(Scope),
}

/// What is to be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// What the list shows.
    Shown,
    /// What has a mark.
    Marked,
    /// The exchange of the selected message.
    Exchange,
}

impl Scope {
    /// The next one, in a circle.
    pub fn next(self) -> Scope {
        match self {
            Scope::Shown => Scope::Marked,
            Scope::Marked => Scope::Exchange,
            Scope::Exchange => Scope::Shown,
        }
    }
}

/// What is wrong with the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// The part that is meant, in bytes.
    pub span: (usize, usize),
    /// What to say below it.
    pub what: String,
}

impl Wrong {
    /// About all of it.
    pub fn all(what: &str) -> Wrong {
        Wrong {
            span: (0, 0),
            what: what.to_owned(),
        }
    }

    /// What a filter was refused for.
    pub fn of(error: &Error, text: &str) -> Wrong {
        let mut what = error.what.clone();
        if !error.nearest.is_empty() {
            what.push_str(&format!(": {}?", error.nearest.join(", ")));
        } else if let Some(expected) = &error.expected {
            what.push_str(&format!(": {expected} is expected"));
        }
        let (from, to) = error.span;
        Wrong {
            span: (from.min(text.len()), to.min(text.len())),
            what,
        }
    }
}

/// The line while it is written.
#[derive(Clone, Debug)]
pub struct Bar {
    /// What it asks for.
    pub asks: Asks,
    /// What stands in it.
    pub text: String,
    /// What is wrong with it.
    pub wrong: Option<Wrong>,
    /// What the word before the cursor may become.
    pub offers: Vec<String>,
    /// Which of these stands there.
    pub chosen: Option<usize>,
    cursor: usize,
    /// Steps back in the history.
    back: usize,
}

/// What a key did to the line.
#[derive(Debug, PartialEq, Eq)]
pub enum Edited {
    /// It goes on.
    Goes,
    /// One of the words that were offered stands there.
    Chosen,
    /// It was given up.
    Left,
    /// It was entered.
    Entered,
}

impl Bar {
    /// An empty line.
    pub fn new(asks: Asks) -> Bar {
        Bar {
            asks,
            text: String::new(),
            wrong: None,
            offers: Vec::new(),
            chosen: None,
            cursor: 0,
            back: 0,
        }
    }

    /// What stands before the text.
    pub fn prompt(&self) -> &'static str {
        match self.asks {
            Asks::Search => "/",
            Asks::Place => ":",
            Asks::Filter => "filter: ",
            Asks::Write(Scope::Shown) => "write what is shown to: ",
            Asks::Write(Scope::Marked) => "write what has a mark to: ",
            Asks::Write(Scope::Exchange) => "write the exchange to: ",
        }
    }

    /// The lines that were entered before come back by this name.
    pub fn history(&self) -> &'static str {
        match self.asks {
            Asks::Write(_) => "write",
            _ => self.prompt(),
        }
    }

    /// The text before the cursor.
    pub fn before(&self) -> &str {
        self.text.get(..self.cursor).unwrap_or(&self.text)
    }

    /// A key is pressed.
    pub fn key(&mut self, event: KeyEvent, history: &[String]) -> Edited {
        if let KeyCode::Tab | KeyCode::BackTab = event.code {
            self.choose(event.code == KeyCode::Tab);
            return Edited::Chosen;
        }
        self.wrong = None;
        self.chosen = None;
        let control = event.modifiers.contains(KeyModifiers::CONTROL);
        match event.code {
            KeyCode::Esc => return Edited::Left,
            KeyCode::Char('c') if control => {
                if self.text.is_empty() {
                    return Edited::Left;
                }
                self.set("");
            }
            KeyCode::Enter => return Edited::Entered,
            KeyCode::Char('u') if control => {
                self.text.drain(..self.cursor);
                self.cursor = 0;
            }
            KeyCode::Char('a') if control => self.cursor = 0,
            KeyCode::Char('e') if control => self.cursor = self.text.len(),
            KeyCode::Char('w') if control => {
                let trimmed = self.before().trim_end();
                let start = trimmed.rfind(' ').map_or(0, |at| at + 1);
                self.text.drain(start..self.cursor);
                self.cursor = start;
            }
            KeyCode::Char(c) if !control && !c.is_control() => {
                self.text.insert(self.cursor, c);
                self.cursor += c.len_utf8();
            }
            KeyCode::Backspace => {
                if let Some(c) = self.before().chars().next_back() {
                    self.cursor -= c.len_utf8();
                    self.text.remove(self.cursor);
                } else if self.text.is_empty() {
                    return Edited::Left;
                }
            }
            KeyCode::Delete if self.cursor < self.text.len() => {
                self.text.remove(self.cursor);
            }
            KeyCode::Left => {
                let c = self.before().chars().next_back();
                self.cursor -= c.map_or(0, char::len_utf8);
            }
            KeyCode::Right => {
                let c = self.text.get(self.cursor..).and_then(|t| t.chars().next());
                self.cursor += c.map_or(0, char::len_utf8);
            }
            KeyCode::Home => self.cursor = 0,
            KeyCode::End => self.cursor = self.text.len(),
            KeyCode::Up => self.go_back(history, 1),
            KeyCode::Down => self.go_back(history, -1),
            _ => {}
        }
        Edited::Goes
    }

    /// The word before the cursor, and where it begins.
    pub fn word(&self) -> (usize, &str) {
        let before = self.before();
        let part = |c: char| c.is_alphanumeric() || "_.-#".contains(c);
        let start = before.trim_end_matches(part).len();
        (start, before.get(start..).unwrap_or(""))
    }

    /// Puts the next of the words that are offered in the place of the one before the cursor.
    fn choose(&mut self, forward: bool) {
        let count = self.offers.len();
        let next = match self.chosen {
            None => 0,
            Some(at) if forward => (at + 1) % count.max(1),
            Some(at) => at.checked_sub(1).unwrap_or(count.saturating_sub(1)),
        };
        let (start, _) = self.word();
        if let Some(offer) = self.offers.get(next) {
            self.text.replace_range(start..self.cursor, offer);
            self.cursor = start + offer.len();
            self.chosen = Some(next);
            self.wrong = None;
        }
    }

    /// Puts a text there.
    pub fn set(&mut self, text: &str) {
        self.text = text.to_owned();
        self.cursor = self.text.len();
    }

    fn go_back(&mut self, history: &[String], by: isize) {
        let back = self.back.saturating_add_signed(by).min(history.len());
        self.back = back;
        let text = history
            .len()
            .checked_sub(back)
            .and_then(|at| history.get(at));
        self.set(text.map_or("", String::as_str));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(bar: &mut Bar, text: &str) {
        for c in text.chars() {
            bar.key(KeyEvent::new(KeyCode::Char(c), KeyModifiers::NONE), &[]);
        }
    }

    fn press(bar: &mut Bar, code: KeyCode, history: &[String]) -> Edited {
        bar.key(KeyEvent::new(code, KeyModifiers::NONE), history)
    }

    #[test]
    fn a_line_is_edited() {
        let mut bar = Bar::new(Asks::Search);
        typed(&mut bar, "aä漢c");
        press(&mut bar, KeyCode::Left, &[]);
        press(&mut bar, KeyCode::Backspace, &[]);
        assert_eq!(bar.text, "aäc");
        press(&mut bar, KeyCode::Home, &[]);
        press(&mut bar, KeyCode::Delete, &[]);
        assert_eq!((bar.text.as_str(), bar.before()), ("äc", ""));
        assert_eq!(press(&mut bar, KeyCode::Enter, &[]), Edited::Entered);
    }

    #[test]
    fn control_c_clears_then_leaves() {
        let mut bar = Bar::new(Asks::Search);
        typed(&mut bar, "abc");
        let control = KeyEvent::new(KeyCode::Char('c'), KeyModifiers::CONTROL);
        assert_eq!(bar.key(control, &[]), Edited::Goes);
        assert_eq!(bar.text, "");
        assert_eq!(bar.key(control, &[]), Edited::Left);
    }

    #[test]
    fn what_was_entered_before_comes_back() {
        let history = ["one".to_owned(), "two".to_owned()];
        let mut bar = Bar::new(Asks::Search);
        press(&mut bar, KeyCode::Up, &history);
        assert_eq!(bar.text, "two");
        press(&mut bar, KeyCode::Up, &history);
        press(&mut bar, KeyCode::Up, &history);
        assert_eq!(bar.text, "one");
        press(&mut bar, KeyCode::Down, &history);
        press(&mut bar, KeyCode::Down, &history);
        assert_eq!(bar.text, "");
    }
}
