//! Texts of messages, in the form that was asked for.

use crate::args::{JsonForm, Output as Wanted};
use crate::output::palette;
use crate::spill::{self, Pour};
use crate::stamp::Stamp;
use netlink_capture::netlink::Item;
use netlink_dissector::context::{Context, Direction};
use netlink_dissector::envelope::{Envelope, Place, Time};
use netlink_dissector::sink::fields::Fields;
use netlink_dissector::sink::json::{Json, Lossless};
use netlink_dissector::sink::text::{Line, Verbose};
use netlink_dissector::table::Tables;
use netlink_dissector::walk::Span;
use pretty_hex::{HexConfig, config_hex};
use std::io::Write;

/// Messages from so many bytes on may have long texts.
const LONG: usize = 16 << 10;

/// A page takes no more where its texts have so many bytes.
const PAGE: usize = 4 << 20;

/// Makes texts of messages.
#[derive(Clone)]
pub struct Renderer {
    pub form: Form,
    pub stamp: Stamp,
    /// The bytes of each message, too.
    bytes: bool,
    /// Pages tell of each message.
    lists: bool,
}

/// What is made of a message.
#[derive(Clone)]
pub enum Form {
    Json(Json),
    Tree(Lossless),
    Line(Box<Line>),
    Verbose(Verbose),
    Fields(Fields),
    Count,
    Quiet,
}

/// Texts of some messages, and what must be known of these to print them in turn.
#[derive(Default)]
pub struct Page {
    pub text: Vec<u8>,
    pub shown: Vec<Shown>,
    /// How many of them are messages.
    pub messages: u64,
}

/// A message whose text was made.
pub struct Shown {
    pub place: Place,
    pub time: Option<Time>,
    pub copy_of: Option<Place>,
    /// It may have copies.
    pub notification: bool,
    pub no_message: bool,
    /// Its text may be too long to be kept: none waits for copies of it.
    pub long: bool,
    /// Where its text ends.
    pub end: usize,
}

impl Renderer {
    /// What must be known of a message, without its text.
    pub fn shown(&self, item: Item<'_, '_>, envelope: &Envelope<'_>) -> Shown {
        let spills = matches!(self.form, Form::Json(_) | Form::Tree(_) | Form::Verbose(_));
        Shown {
            place: envelope.place,
            time: envelope.time,
            copy_of: envelope.copy_of,
            notification: envelope.direction == Some(Direction::FromKernel)
                && envelope.request.is_none(),
            no_message: envelope.no_message,
            long: spills && item.bytes().data.len() >= LONG,
            end: 0,
        }
    }

    /// What the arguments ask for; `verbose` is the least of `-v`.
    pub fn new(wanted: &Wanted, verbose: u8, tables: &Tables) -> Result<Renderer, String> {
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
        Ok(Renderer {
            form,
            stamp: Stamp::new(wanted.time),
            bytes: verbose > 1,
            lists: false,
        })
    }

    /// The same, for messages that are printed by another one; `lists`: of each of them it must
    /// be known what it is.
    pub fn elsewhere(&self, lists: bool) -> Renderer {
        Renderer {
            lists,
            stamp: self.stamp.elsewhere(),
            ..self.clone()
        }
    }

    /// Puts the text of a message into the buffer; what it has got so far is poured out now and
    /// then, where that is asked for.
    pub fn message(
        &mut self,
        item: Item<'_, '_>,
        envelope: &Envelope<'_>,
        ctx: &Context<'_>,
        pour: Option<Pour<'_>>,
    ) {
        match &mut self.form {
            Form::Count | Form::Quiet => {}
            Form::Json(sink) => {
                sink.begin(envelope);
                spill::walk(item, ctx, sink, pour);
                sink.end(envelope);
            }
            Form::Tree(sink) => {
                sink.begin(envelope, item.bytes());
                spill::walk(item, ctx, sink, pour);
                sink.end(envelope);
            }
            Form::Line(sink) => {
                sink.begin(envelope, self.stamp.text(envelope.time));
                item.walk(ctx, sink.as_mut());
                sink.answers(ctx);
                sink.end();
            }
            Form::Verbose(sink) => {
                sink.begin(envelope, self.stamp.text(envelope.time));
                spill::walk(item, ctx, sink, pour);
                sink.end();
                if self.bytes {
                    dump(sink.buffer(), item.bytes());
                }
            }
            Form::Fields(sink) => item.columns(sink, envelope, ctx),
        }
    }

    /// Adds a message to a page, whose text is still in the buffer; not where the page would become
    /// too long.
    pub fn add(
        &mut self,
        page: &mut Page,
        item: Item<'_, '_>,
        envelope: &Envelope<'_>,
        ctx: &Context<'_>,
    ) -> bool {
        let shown = self.shown(item, envelope);
        let buffer = self.buffer();
        if buffer.is_some_and(|buffer| shown.long || buffer.len() >= PAGE) {
            return false;
        }
        self.message(item, envelope, ctx, None);
        page.messages += u64::from(!envelope.no_message);
        if self.lists {
            page.shown.push(Shown {
                end: self.buffer().map_or(0, |buffer| buffer.len()),
                ..shown
            });
        }
        true
    }

    /// The page is complete.
    pub fn end(&mut self, page: &mut Page) {
        if let Some(buffer) = self.buffer() {
            let next = Vec::with_capacity(buffer.len());
            page.text = std::mem::replace(buffer, next);
        }
    }

    /// Where texts gather.
    pub fn buffer(&mut self) -> Option<&mut Vec<u8>> {
        self.form.buffer()
    }
}

impl Form {
    /// Where texts gather, if there are any.
    pub fn buffer(&mut self) -> Option<&mut Vec<u8>> {
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
