//! What is wrong with a filter, and where in it.

use std::fmt;

/// Columns of the expression that are shown on either side of the place.
const SHOWN: usize = 60;

/// Bytes of what is wrong that are kept: words of the expression stand in it.
const MOST: usize = 300;

/// Why a filter was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    /// What is wrong, in a few words.
    pub what: String,
    /// The part of the expression that is meant: its first byte and the one behind its last.
    pub span: (usize, usize),
    /// What could stand there instead.
    pub expected: Option<String>,
    /// Known names that look alike, the most alike first.
    pub nearest: Vec<String>,
}

impl Error {
    pub(super) fn new(what: impl Into<String>, span: (usize, usize)) -> Error {
        let mut what = what.into();
        if what.len() > MOST {
            what.truncate(what.floor_char_boundary(MOST));
            what.push('…');
        }
        Error {
            what,
            span,
            expected: None,
            nearest: Vec::new(),
        }
    }

    pub(super) fn expected(mut self, expected: impl Into<String>) -> Error {
        self.expected = Some(expected.into());
        self
    }

    pub(super) fn nearest(mut self, nearest: Vec<String>) -> Error {
        self.nearest = nearest;
        self
    }

    /// The message as people read it: what is wrong, the expression, a caret below the place,
    /// and what was expected.
    pub fn show<'e>(&'e self, expression: &'e str) -> impl fmt::Display + 'e {
        Shown {
            error: self,
            expression,
        }
    }
}

struct Shown<'e> {
    error: &'e Error,
    expression: &'e str,
}

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let error = self.error;
        let (from, to) = error.span;
        let column = |at: usize| {
            let before = self.expression.char_indices().take_while(|(i, _)| *i < at);
            before.count()
        };
        let (from, to) = (column(from), column(to));
        let left = from.saturating_sub(SHOWN);
        let before = if left > 0 { "..." } else { "" };
        let shown = self.expression.chars().skip(left);
        let window: String = shown
            .map(|c| if c.is_control() { ' ' } else { c })
            .take(from - left + SHOWN + 20)
            .collect();
        let ends = column(self.expression.len()) <= left + window.chars().count();
        let behind = if ends { "" } else { "..." };
        writeln!(f, "{}", error.what)?;
        writeln!(f, "  {before}{window}{behind}")?;
        let indent = before.len() + from - left;
        let carets = (to.saturating_sub(from)).clamp(1, SHOWN);
        write!(f, "  {:indent$}{}", "", "^".repeat(carets))?;
        if let Some(expected) = &error.expected {
            write!(f, "\n  expected {expected}")?;
        }
        if !error.nearest.is_empty() {
            write!(f, "\n  did you mean {}?", error.nearest.join(", "))?;
        }
        Ok(())
    }
}
