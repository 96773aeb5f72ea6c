//! `--by FIELD[,FIELD…]` and `--stats`: tables of how many, how much, how fast, how often
//! refused.

use crate::args::Args;
use crate::filter::filter;
use crate::parallel::{self, Taker, Work};
use crate::read::{Opened, Step, usage};
use crate::selection::Selection;
use crate::{ahead, specs};
use netlink_capture::counts::{Counted, Counter, Counts, Line, READY};
use netlink_capture::netlink::{Batch, Held, Input, Item, Retired};
use netlink_dissector::context::Context;
use netlink_dissector::envelope::Envelope;
use netlink_dissector::filter::Matcher;
use netlink_dissector::sink::json::value::{write_number, write_string};
use netlink_dissector::sink::text::write_duration;
use netlink_dissector::table::Tables;
use std::io::{self, IsTerminal, Write};
use std::ops::ControlFlow;
use std::time::{Duration, Instant};

/// How often the tables of a live tap are shown anew, on a terminal that is cleared for them.
const REDRAW: Duration = Duration::from_secs(1);
const CLEAR: &[u8] = b"\x1b[H\x1b[2J";

/// Prints the tables that were asked for, of what `open` opens.
pub fn run(
    args: &Args,
    open: impl for<'t> FnOnce(&'t Tables) -> Result<Opened<'t>, u8>,
) -> io::Result<u8> {
    let tables = match specs::tables(&args.meaning) {
        Ok(tables) => tables,
        Err(what) => return usage(&what),
    };
    let selection = match Selection::of(&args.select) {
        Ok(selection) => selection,
        Err(what) => return usage(&what),
    };
    let filter = match filter(&args.select, &tables) {
        Ok(filter) => filter,
        Err(what) => return usage(&what),
    };
    let own: Vec<&str> = args.output.by.iter().map(String::as_str).collect();
    let ready = READY.iter().filter(|_| args.output.stats).copied();
    let wanted = ready.chain((!own.is_empty()).then_some(own.as_slice()));
    let mut counts = match Counts::new(wanted, &tables) {
        Ok(counts) => counts,
        Err((field, error)) => return usage(&format!("--by: {}", error.show(field))),
    };
    let mut opened = match open(&tables) {
        Ok(opened) => opened,
        Err(code) => return Ok(code),
    };
    let mut columns: Vec<_> = counts.fields().collect();
    if let Err(what) = ahead::read(&mut opened.inputs, filter.as_ref(), &mut columns) {
        return usage(&what);
    }
    let last = selection.last_frame().unwrap_or(u64::MAX);
    let redraws = opened.is_live() && args.output.json.is_none() && io::stdout().is_terminal();
    let threads = args.select.threads();
    let counter = counts.counter();
    let worker = || Counting {
        selection: selection.clone(),
        filter: filter.as_ref().map(Matcher::new),
        counter: counter.clone(),
        copies: args.output.copies,
    };
    if threads > 1 && !opened.is_live() {
        let tally = Tally {
            own: worker(),
            counts: &mut counts,
        };
        parallel::pages(&mut opened, (last, threads), &tables, worker, tally)?;
    } else {
        let mut drawn = Instant::now();
        let mut tally = Tally {
            own: worker(),
            counts: &mut counts,
        };
        opened.each(last, |step| {
            if redraws && drawn.elapsed() >= REDRAW {
                drawn = Instant::now();
                draw(tally.counts, args)?;
            }
            if let Step::Frame(input, held, data) = step {
                tally.frame(input, held, data)?;
            }
            Ok(true)
        })?;
    }
    for input in &mut opened.inputs {
        for (_, source) in input.sources() {
            source.state.finish();
            counts.take(&mut source.state);
        }
    }
    let mut out = if redraws { CLEAR.to_vec() } else { Vec::new() };
    out.extend(shown(&counts, args));
    io::stdout().lock().write_all(&out)?;
    Ok(opened.code())
}

/// Counts messages of batches.
struct Counting<'f> {
    selection: Selection,
    filter: Option<Matcher<'f>>,
    counter: Counter,
    copies: bool,
}

impl Counting<'_> {
    fn wants(&mut self, item: Item<'_, '_>, envelope: &Envelope<'_>, ctx: &Context<'_>) -> bool {
        let matches = |filter: &mut Matcher<'_>| item.matches(filter, envelope, ctx);
        let copy = envelope.copy_of.is_some() && !self.copies;
        self.selection.has(&envelope.place) && self.filter.as_mut().is_none_or(matches) && !copy
    }
}

impl<'t> Work<'t> for Counting<'_> {
    const FOLLOWS: bool = true;
    type Page = (Counted, Vec<Retired<'t>>);

    fn page(&mut self, batch: &mut Batch<'t>) -> Option<Self::Page> {
        let mut counted = Counted::default();
        batch.items(|item, envelope, ctx| {
            if self.wants(item, envelope, ctx) {
                self.counter.add(&mut counted, item, envelope, ctx);
            }
            ControlFlow::Continue(())
        });
        Some((counted, batch.retired()))
    }
}

/// Gathers what was counted.
struct Tally<'c, 'f> {
    own: Counting<'f>,
    counts: &'c mut Counts<'f>,
}

impl<'t> Taker<'t, (Counted, Vec<Retired<'t>>)> for Tally<'_, '_> {
    fn page(&mut self, (counted, retired): (Counted, Vec<Retired<'t>>)) -> io::Result<()> {
        self.counts.merge(&counted);
        let exchanges = retired.iter().map(|retired| &retired.exchange);
        exchanges.for_each(|x| self.counts.retired(x));
        Ok(())
    }

    fn frame(&mut self, input: &mut Input<'t>, held: &Held, data: &[u8]) -> io::Result<()> {
        input.source(held, data).state.follow();
        input.items(held, data, |item, envelope, ctx| {
            if self.own.wants(item, envelope, ctx) {
                self.counts.add(item, envelope, ctx);
            }
            ControlFlow::Continue(())
        });
        self.counts.take(&mut input.source(held, data).state);
        Ok(())
    }

    fn pause(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The tables, as text or JSON.
fn shown(counts: &Counts<'_>, args: &Args) -> Vec<u8> {
    let limit = usize::try_from(args.select.limit.unwrap_or(u64::MAX)).unwrap_or(usize::MAX);
    let mut out = Vec::new();
    for (names, lines) in counts.lines(limit) {
        // a ready one may have nothing to show
        if args.output.stats && lines.is_empty() {
            continue;
        }
        if args.output.json.is_some() {
            json(&mut out, &names, &lines);
        } else {
            if !out.is_empty() {
                out.push(b'\n');
            }
            text(&mut out, &names, &lines);
        }
    }
    out
}

/// Shows the tables as they are now, as much of them as the terminal has room for.
fn draw(counts: &Counts<'_>, args: &Args) -> io::Result<()> {
    let whole = shown(counts, args);
    let mut out = CLEAR.to_vec();
    let lines = whole.split_inclusive(|b| *b == b'\n');
    out.extend(lines.take(rows()).flatten());
    let mut screen = io::stdout().lock();
    screen.write_all(&out)?;
    screen.flush()
}

/// Lines of the terminal, but one for the cursor.
fn rows() -> usize {
    #[cfg(unix)]
    if let Ok(size) = rustix::termios::tcgetwinsize(io::stdout())
        && size.ws_row > 1
    {
        return usize::from(size.ws_row) - 1;
    }
    23
}

fn text(out: &mut Vec<u8>, names: &[&str], counted: &[Line]) {
    let mut lines: Vec<Vec<String>> = Vec::new();
    let numbers = ["count", "bytes", "rate", "errors", "p50", "p99"];
    let head = names.iter().chain(&numbers);
    lines.push(head.map(|name| (*name).to_owned()).collect());
    for group in counted {
        let mut line: Vec<String> = group
            .values
            .iter()
            .map(|v| match v.as_str() {
                "" => "-".to_owned(),
                value => value.escape_debug().to_string(),
            })
            .collect();
        line.resize(names.len(), String::new());
        line.push(group.count.to_string());
        line.push(group.bytes.to_string());
        line.push(match group.rate {
            Some(rate) => format!("{rate:.1}/s"),
            None => "-".to_owned(),
        });
        line.push(group.errors.to_string());
        let latency = group.latency_ns;
        for latency in [latency.map(|l| l.0), latency.map(|l| l.1)] {
            let mut cell = Vec::new();
            match latency {
                Some(ns) => write_duration(&mut cell, ns),
                None => cell.push(b'-'),
            }
            line.push(String::from_utf8_lossy(&cell).into_owned());
        }
        lines.push(line);
    }
    let columns = names.len() + numbers.len();
    let widths: Vec<usize> = (0..columns)
        .map(|i| {
            let cells = lines.iter().filter_map(|line| line.get(i));
            cells.map(|cell| cell.chars().count()).max().unwrap_or(0)
        })
        .collect();
    for line in &lines {
        let mut text = String::new();
        for (i, (cell, width)) in line.iter().zip(&widths).enumerate() {
            let gap = " ".repeat(width - cell.chars().count());
            // names to the left, numbers to the right
            text.push_str(if i == 0 { "" } else { "  " });
            if i < names.len() {
                text.push_str(cell);
                text.push_str(&gap);
            } else {
                text.push_str(&gap);
                text.push_str(cell);
            }
        }
        out.extend_from_slice(text.trim_end().as_bytes());
        out.push(b'\n');
    }
}

fn json(out: &mut Vec<u8>, names: &[&str], counted: &[Line]) {
    for group in counted {
        out.extend_from_slice(b"{\"by\":{");
        for (i, (name, value)) in names.iter().zip(&group.values).enumerate() {
            if i > 0 {
                out.push(b',');
            }
            write_string(out, name);
            out.push(b':');
            write_string(out, value);
        }
        out.extend_from_slice(b"},\"count\":");
        write_number(out, group.count);
        out.extend_from_slice(b",\"bytes\":");
        write_number(out, group.bytes);
        if let Some(rate) = group.rate {
            let _ = write!(out, ",\"rate\":{rate:.3}");
        }
        out.extend_from_slice(b",\"errors\":");
        write_number(out, group.errors);
        if let Some((p50, p99)) = group.latency_ns {
            let _ = write!(out, ",\"latency_ns\":{{\"p50\":{p50},\"p99\":{p99}}}");
        }
        out.extend_from_slice(b"}\n");
    }
}
