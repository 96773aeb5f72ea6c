//! What is printed of each message.

use crate::args::{ColorWhen, Output as Wanted};
use crate::render::{Form, Page, Renderer, Shown};
use crate::spill::Pour;
use crate::{DONE, NO};
use netlink_capture::netlink::Item;
use netlink_dissector::context::Context;
use netlink_dissector::envelope::{Envelope, Place};
use netlink_dissector::exchange::Wanted as Asked;
use netlink_dissector::sink::fields::Fields;
use netlink_dissector::sink::text::Palette;
use netlink_dissector::table::Tables;
use std::collections::VecDeque;
use std::io::{self, IsTerminal, Write};

/// How many bytes gather before they are written.
const FLUSH_AT: usize = 1 << 18;

/// Notifications that may have copies yet: two of each protocol.
const EXPECTED: usize = 64;

/// Where messages go.
pub struct Output {
    renderer: Renderer,
    messages: u64,
    /// Where the message that is being written begins in the buffer.
    written: usize,
    /// Where messages are shown once that are the same: those that may have copies yet.
    firsts: Option<VecDeque<First>>,
    out: Results,
}

/// Where results go: standard output, or what takes its place.
pub type Results = Box<dyn Write>;

/// A message that may have copies yet.
struct First {
    place: Place,
    /// Where its line ends in the buffer.
    end: usize,
    copies: u32,
}

impl Output {
    /// The output that the arguments ask for; `verbose` is the least of `-v`.
    pub fn new(wanted: &Wanted, verbose: u8, tables: &Tables) -> Result<Output, String> {
        let renderer = Renderer::new(wanted, verbose, tables)?;
        let once = match renderer.form {
            Form::Line(_) | Form::Verbose(_) | Form::Count => !wanted.copies,
            _ => false,
        };
        Ok(Output {
            renderer,
            messages: 0,
            written: 0,
            firsts: once.then(VecDeque::new),
            out: Box::new(io::stdout()),
        })
    }

    /// Prints to somewhere else.
    #[cfg(target_os = "linux")]
    pub fn to(self, out: Results) -> Output {
        Output { out, ..self }
    }

    /// Whether nothing is printed, and the first message is the answer.
    pub fn is_quiet(&self) -> bool {
        matches!(self.renderer.form, Form::Quiet)
    }

    /// Whether it makes something of each message.
    pub fn prints(&self) -> bool {
        !matches!(self.renderer.form, Form::Count | Form::Quiet)
    }

    /// What it asks of the sources of messages.
    pub fn wanted(&self) -> Asked {
        let shows = self.prints();
        Asked {
            exchanges: shows || self.firsts.is_some(),
            interfaces: shows,
        }
    }

    /// Whether messages are only counted.
    pub fn counts(&self) -> bool {
        matches!(self.renderer.form, Form::Count)
    }

    /// Whether those that are the same are shown or counted once.
    pub fn counts_once(&self) -> bool {
        self.firsts.is_some()
    }

    /// So many messages were counted elsewhere.
    pub fn count(&mut self, messages: u64) {
        self.messages += messages;
    }

    /// The columns that are printed, if any.
    pub fn fields(&mut self) -> Option<&mut Fields> {
        match &mut self.renderer.form {
            Form::Fields(fields) => Some(fields),
            _ => None,
        }
    }

    /// What makes texts of messages elsewhere, for [`Output::page`].
    pub fn renderer(&self) -> Renderer {
        self.renderer.elsewhere(self.looks_back())
    }

    /// Whether what is printed of a message depends on those that were printed before.
    fn looks_back(&self) -> bool {
        self.firsts.is_some() || self.renderer.stamp.looks_back()
    }

    /// Whether a message is a copy of one that was shown, which then says so.
    pub fn is_copy(&mut self, copy_of: Option<Place>) -> bool {
        let (Some(firsts), Some(place)) = (&mut self.firsts, copy_of) else {
            return false;
        };
        let first = firsts.iter_mut().find(|first| first.place == place);
        first.map(|first| first.copies += 1).is_some()
    }

    /// Prints a message.
    pub fn message(
        &mut self,
        item: Item<'_, '_>,
        envelope: &Envelope<'_>,
        ctx: &Context<'_>,
    ) -> io::Result<()> {
        let shown = self.renderer.shown(item, envelope);
        if shown.long {
            self.flush()?;
        }
        self.written = self.renderer.buffer().map_or(0, |b| b.len());
        let mut written = Ok(());
        let mut pour = |gathered: &mut Vec<u8>| {
            if gathered.len() < FLUSH_AT {
                return true;
            }
            written = self.out.write_all(gathered);
            gathered.clear();
            written.is_ok()
        };
        let pour: Option<Pour<'_>> = if shown.long { Some(&mut pour) } else { None };
        self.renderer.message(item, envelope, ctx, pour);
        written?;
        self.wrote(&shown)
    }

    /// Prints messages whose texts were made elsewhere.
    pub fn page(&mut self, page: &Page) -> io::Result<()> {
        if !self.looks_back() {
            self.flush()?;
            self.messages += page.messages;
            return self.out.write_all(&page.text);
        }
        let mut from = 0;
        for shown in &page.shown {
            let text = page.text.get(from..shown.end).unwrap_or(&[]);
            from = shown.end;
            if self.is_copy(shown.copy_of) {
                continue;
            }
            if shown.long {
                self.flush()?;
            }
            if let Some(buffer) = self.renderer.form.buffer() {
                self.written = buffer.len();
                self.renderer.stamp.fill(buffer, text, shown.time);
            }
            self.wrote(shown)?;
        }
        Ok(())
    }

    /// A message was put into the buffer.
    fn wrote(&mut self, shown: &Shown) -> io::Result<()> {
        self.messages += u64::from(!shown.no_message);
        if shown.notification && !shown.long {
            self.expect_copies(shown.place);
        }
        let buffer = self.renderer.buffer();
        if buffer.is_some_and(|b| b.len() >= FLUSH_AT) {
            self.flush()?;
        }
        Ok(())
    }

    /// The message that was just written may have copies; the oldest that did have none any more.
    fn expect_copies(&mut self, place: Place) {
        let Some(firsts) = &mut self.firsts else {
            return;
        };
        let one = matches!(self.renderer.form, Form::Line(_));
        let mut buffer = self.renderer.buffer();
        let end = buffer.as_ref().map_or(0, |buffer| {
            if one {
                return buffer.len().saturating_sub(1);
            }
            let line = buffer.iter().skip(self.written).position(|b| *b == b'\n');
            line.map_or(buffer.len(), |n| self.written + n)
        });
        firsts.push_back(First {
            place,
            end,
            copies: 0,
        });
        if firsts.len() > EXPECTED
            && let Some(first) = firsts.pop_front()
            && let Some(buffer) = &mut buffer
        {
            let longer = first.tell(buffer);
            for other in firsts {
                other.end += longer;
            }
        }
    }

    /// Writes what has gathered.
    pub fn flush(&mut self) -> io::Result<()> {
        if let Some(buffer) = self.renderer.buffer() {
            let firsts = self.firsts.iter_mut();
            for first in firsts.flat_map(|firsts| firsts.drain(..).rev()) {
                first.tell(buffer);
            }
            self.out.write_all(buffer)?;
            self.out.flush()?;
            buffer.clear();
        }
        Ok(())
    }

    /// The exit code where all was read: with `-q`, whether there was a message.
    pub fn answer(&self) -> u8 {
        if self.is_quiet() && self.messages == 0 {
            NO
        } else {
            DONE
        }
    }

    /// Ends the output.
    pub fn finish(&mut self) -> io::Result<()> {
        if matches!(self.renderer.form, Form::Count) {
            writeln!(self.out, "{}", self.messages)?;
        }
        self.flush()
    }
}

impl First {
    /// Writes how often it was sent at the end of its line; by how much that made it longer.
    fn tell(&self, buffer: &mut Vec<u8>) -> usize {
        if self.copies == 0 || self.end > buffer.len() {
            return 0;
        }
        let times = format!(" ×{}", self.copies + 1);
        buffer.splice(self.end..self.end, times.bytes());
        times.len()
    }
}

/// The colours of text on standard output.
pub fn palette(when: ColorWhen) -> Palette {
    let colours = match when {
        ColorWhen::Always => true,
        ColorWhen::Never => false,
        ColorWhen::Auto => {
            io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|v| v.is_empty())
        }
    };
    if colours {
        Palette::COLOURS
    } else {
        Palette::default()
    }
}
