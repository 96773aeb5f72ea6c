//! Writing messages to a file.

use super::{App, Ladder};
use crate::bar::{Asks, Bar, Scope, Wrong};
use crate::scan::{Lane, Wanted};
use std::io;
use std::path::{Path, PathBuf};

impl App<'_> {
    /// Asks for a name.
    pub(super) fn ask_write(&mut self) {
        if self.store.rows == 0 {
            self.say("there is nothing to write");
            return;
        }
        let scope = match self.marks.is_empty() {
            true => Scope::Shown,
            false => Scope::Marked,
        };
        self.exists = None;
        self.bar = Some(Bar::new(Asks::Write(scope)));
    }

    /// The rows that are meant; all, where it does not say; or why there are none.
    fn rows_of(&self, scope: Scope) -> Result<Option<Vec<u32>>, &'static str> {
        match scope {
            Scope::Shown => Ok(self.filter.as_ref().map(|filter| filter.rows.clone())),
            Scope::Marked => {
                let mut rows: Vec<u32> = self.marks.values().copied().collect();
                rows.sort_unstable();
                if rows.is_empty() {
                    return Err("no message has a mark: m and a letter sets one");
                }
                Ok(Some(rows))
            }
            Scope::Exchange => {
                let row = self.detail.as_ref().map(|d| &d.row);
                let ladder = row.and_then(|row| Ladder::of(row, &self.store));
                let ladder = ladder.ok_or("this message belongs to no request of the capture")?;
                let mut rows: Vec<u32> = ladder.rows.iter().map(|r| r.row).collect();
                rows.sort_unstable();
                Ok(Some(rows))
            }
        }
    }

    /// Begins to write; leaves the line open where that cannot be.
    pub(super) fn write(&mut self, scope: Scope, name: &str) {
        let path = match name.strip_prefix("~/").zip(std::env::home_dir()) {
            Some((rest, home)) => home.join(rest),
            None => PathBuf::from(name),
        };
        let real = |path: &Path| path.canonicalize().ok();
        let own = real(&path).is_some_and(|path| Some(path) == real(self.store.path()));
        let sure = self.exists.as_deref() == Some(name);
        let refused = if own {
            Some("this is the capture that is shown: write another file")
        } else if path.is_dir() {
            Some("this is a folder")
        } else if path.exists() && !sure {
            self.exists = Some(name.to_owned());
            Some("it exists: Enter once more writes over it")
        } else {
            None
        };
        let rows = match refused {
            Some(refused) => Err(refused),
            None => self.rows_of(scope),
        };
        match rows {
            Err(refused) => {
                if let Some(bar) = &mut self.bar {
                    bar.wrong = Some(Wrong::all(refused));
                }
            }
            Ok(rows) => {
                self.bar = None;
                self.writing = Some((name.to_owned(), 0));
                if rows.is_none() {
                    self.saved = self.store.rows;
                }
                self.job(Lane::Write, Wanted::Write(path, rows));
            }
        }
    }

    /// Takes in how far writing has got.
    pub(super) fn written(&mut self, frames: u64, failure: Option<io::Error>, done: bool) {
        let Some((name, count)) = &mut self.writing else {
            return;
        };
        *count = frames;
        if !done {
            return;
        }
        let frames = match frames {
            1 => "1 frame".to_owned(),
            n => format!("{n} frames"),
        };
        let said = match failure {
            None => format!("{frames} written to {name}"),
            Some(error) => {
                self.saved = 0;
                format!("{name}: {error}")
            }
        };
        self.writing = None;
        self.say(&said);
    }

    /// Stops writing.
    pub(super) fn stop_writing(&mut self) {
        self.end(Lane::Write);
        self.saved = 0;
        if let Some((name, frames)) = self.writing.take() {
            self.say(&format!("stopped: {name} has {frames} frames"));
        }
    }
}
