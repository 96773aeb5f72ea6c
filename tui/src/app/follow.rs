//! Captures that are still being made.

use super::App;

/// Where what comes is from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Live {
    /// A file, which has it.
    #[default]
    No,
    /// A pipe.
    Stream,
    /// A tap: nobody else has it.
    Tap,
}

impl App<'_> {
    /// Whether more may come.
    pub(super) fn goes_on(&self) -> bool {
        self.running || self.growing
    }

    /// Goes to the last row that is shown.
    pub(super) fn go_last(&mut self) {
        let shown = self.shown();
        if let Some(row) = shown.row(shown.count().saturating_sub(1)) {
            self.go(row);
        }
    }

    /// Stays at the end as rows come, or stops doing so; begins to follow a file.
    pub(super) fn toggle_follow(&mut self) {
        if self.follow {
            self.follow = false;
            return;
        }
        if self.live == Live::No && !self.growing {
            self.growing = true;
            // a filter and a search are to find what comes, too
            if let Some(filter) = &self.filter {
                self.set_filter(filter.text.clone());
            }
        }
        if !self.goes_on() {
            self.say("nothing more comes");
            return;
        }
        self.follow = true;
        self.go_last();
    }

    /// Whether there are messages that no file has.
    fn unsaved(&self) -> u32 {
        let alone = match self.live {
            Live::No => false,
            Live::Stream => self.running,
            Live::Tap => true,
        };
        match alone {
            true => self
                .store
                .rows
                .saturating_sub(self.saved.max(self.store.from)),
            false => 0,
        }
    }

    /// Ends the browser; asks once where that loses messages.
    pub(super) fn end_once_sure(&mut self) {
        match self.unsaved() {
            0 => self.ended = true,
            _ if self.asked => self.ended = true,
            rows => {
                self.asked = true;
                self.say(&format!(
                    "{rows} messages are in no file: w writes them, once more ends"
                ));
            }
        }
    }
}
