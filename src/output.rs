//! What is printed of each message.

use crate::args::{ColorWhen, JsonForm, Output as Wanted};
use crate::spill;
use crate::stamp::Stamp;
use crate::{DONE, NO};
use netlink_capture::netlink::Item;
use netlink_dissector::context::{Context, Direction};
use netlink_dissector::envelope::{Envelope, Place};
use netlink_dissector::exchange::Wanted as Asked;
use netlink_dissector::sink::fields::Fields;
use netlink_dissector::sink::json::{Json, Lossless};
use netlink_dissector::sink::text::{Line, Palette, Verbose};
use netlink_dissector::table::Tables;
use netlink_dissector::walk::Span;
use pretty_hex::{HexConfig, config_hex};
use std::collections::VecDeque;
use std::io::{self, IsTerminal, Write};

/// How many bytes gather before they are written.
const FLUSH_AT: usize = 1 << 18;

/// Notifications that may have copies yet: two of each protocol.
const EXPECTED: usize = 64;

/// Where messages go.
pub struct Output {
    form: Form,
    stamp: Stamp,
    bytes: bool,
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

enum Form {
    Json(Json),
    Tree(Lossless),
    Line(Box<Line>),
    Verbose(Verbose),
    Fields(Fields),
    Count,
    Quiet,
}

impl Output {
    /// The output that the arguments ask for; `verbose` is the least of `-v`.
    pub fn new(wanted: &Wanted, verbose: u8, tables: &Tables) -> Result<Output, String> {
        let palette = palette(wanted.color);
        let verbose = wanted.verbose.max(if wanted.text { 0 } else { verbose });
        let form = if wanted.quiet {
            Form::Quiet
        } else if wanted.count {
            Form::Count
        } else if !wanted.fields.is_empty() {
            let fields = wanted.fields.iter().map(String::as_str);
            let fields = Fields::new(fields, tables);
            Form::Fields(
                fields.map_err(|(field, error)| format!("--fields: {}", error.show(field)))?,
            )
        } else {
            match wanted.json {
                Some(JsonForm::Message) => Form::Json(Json::new()),
                Some(JsonForm::Tree) => Form::Tree(Lossless::new()),
                None if verbose > 0 => Form::Verbose(Verbose::new(palette, wanted.show_keys)),
                None => Form::Line(Box::new(Line::new(palette))),
            }
        };
        let once = match form {
            Form::Line(_) | Form::Verbose(_) | Form::Count => !wanted.copies,
            _ => false,
        };
        Ok(Output {
            form,
            stamp: Stamp::new(wanted.time),
            bytes: verbose > 1,
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
        matches!(self.form, Form::Quiet)
    }

    /// What it asks of the sources of messages.
    pub fn wanted(&self) -> Asked {
        let shows = !matches!(self.form, Form::Count | Form::Quiet);
        Asked {
            exchanges: shows || self.firsts.is_some(),
            interfaces: shows,
        }
    }

    /// Whether messages are only counted, and those that are the same counted once.
    pub fn counts_once(&self) -> bool {
        matches!(self.form, Form::Count) && self.firsts.is_some()
    }

    /// So many messages were counted elsewhere.
    pub fn count(&mut self, messages: u64) {
        self.messages += messages;
    }

    /// The columns that are printed, if any.
    pub fn fields(&mut self) -> Option<&mut Fields> {
        match &mut self.form {
            Form::Fields(fields) => Some(fields),
            _ => None,
        }
    }

    /// Whether a message is a copy of one that was shown, which then says so.
    pub fn is_copy(&mut self, envelope: &Envelope<'_>) -> bool {
        let (Some(firsts), Some(place)) = (&mut self.firsts, envelope.copy_of) else {
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
        self.messages += u64::from(!matches!(item, Item::Nothing(_)));
        self.written = self.form.buffer().map_or(0, |b| b.len());
        let mut poured = Ok(false);
        let (firsts, out) = (&mut self.firsts, &mut self.out);
        let mut pour = |gathered: &mut Vec<u8>| {
            tell(firsts, gathered);
            poured = out.write_all(gathered).map(|()| true);
            poured.is_ok()
        };
        match &mut self.form {
            Form::Count | Form::Quiet => {}
            Form::Json(sink) => {
                sink.begin(envelope);
                spill::walk(item, ctx, sink, FLUSH_AT, &mut pour);
                sink.end(envelope);
            }
            Form::Tree(sink) => {
                sink.begin(envelope, item.bytes());
                spill::walk(item, ctx, sink, FLUSH_AT, &mut pour);
                sink.end(envelope);
            }
            Form::Line(sink) => {
                sink.begin(envelope, self.stamp.text(envelope.time));
                item.walk(ctx, sink.as_mut());
                sink.end();
            }
            Form::Verbose(sink) => {
                sink.begin(envelope, self.stamp.text(envelope.time));
                spill::walk(item, ctx, sink, FLUSH_AT, &mut pour);
                sink.end();
                if self.bytes {
                    dump(sink.buffer(), item.bytes());
                }
            }
            Form::Fields(sink) => item.columns(sink, envelope, ctx),
        }
        let poured = poured?;
        let notification =
            envelope.direction == Some(Direction::FromKernel) && envelope.request.is_none();
        if notification && !poured {
            self.expect_copies(envelope.place);
        }
        let buffer = self.form.buffer();
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
        let mut buffer = self.form.buffer();
        let end = buffer.as_ref().map_or(0, |buffer| {
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
        if let Some(buffer) = self.form.buffer() {
            tell(&mut self.firsts, buffer);
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
        if matches!(self.form, Form::Count) {
            writeln!(self.out, "{}", self.messages)?;
        }
        self.flush()
    }
}

/// Messages that had copies say so; none is waited for any more.
fn tell(firsts: &mut Option<VecDeque<First>>, buffer: &mut Vec<u8>) {
    for first in firsts.iter_mut().flat_map(|firsts| firsts.drain(..).rev()) {
        first.tell(buffer);
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

impl Form {
    fn buffer(&mut self) -> Option<&mut Vec<u8>> {
        match self {
            Form::Json(sink) => Some(sink.buffer()),
            Form::Tree(sink) => Some(sink.buffer()),
            Form::Line(sink) => Some(sink.buffer()),
            Form::Verbose(sink) => Some(sink.buffer()),
            Form::Fields(sink) => Some(sink.buffer()),
            Form::Count | Form::Quiet => None,
        }
    }
}

fn dump(out: &mut Vec<u8>, span: Span<'_>) {
    let config = HexConfig {
        title: false,
        display_offset: span.offset as usize,
        ..HexConfig::default()
    };
    for line in config_hex(&span.data, config).lines() {
        let _ = writeln!(out, "    {line}");
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
