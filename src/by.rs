//! `--by FIELD[,FIELD…]` and `--stats`: tables of how many, how much, how fast, how often
//! refused.

use crate::args::Args;
use crate::filter::filter;
use crate::read::{Opened, Step, usage};
use crate::selection::Selection;
use crate::specs;
use netlink_capture::netlink::Item;
use netlink_dissector::context::Context;
use netlink_dissector::envelope::{Envelope, Place, Time};
use netlink_dissector::exchange::State;
use netlink_dissector::filter::Matcher;
use netlink_dissector::sink::fields::Fields;
use netlink_dissector::sink::json::value::{write_number, write_string};
use netlink_dissector::sink::text::write_duration;
use netlink_dissector::table::Tables;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::io::{self, IsTerminal, Write};
use std::ops::ControlFlow;
use std::time::{Duration, Instant};

/// How many groups a table has at most; what falls into others is counted together.
const MAX_GROUPS: usize = 65_536;

/// How often the tables of a live tap are shown anew, on a terminal that is cleared for them.
const REDRAW: Duration = Duration::from_secs(1);
const CLEAR: &[u8] = b"\x1b[H\x1b[2J";

/// What `--stats` shows.
const READY: [&[&str]; 5] = [
    &["protocol", "family"],
    &["nlmsg_type", "genlmsghdr.cmd"],
    &["port"],
    &["dev"],
    &["errno"],
];

/// What is counted of messages with the same values.
#[derive(Default)]
struct Group {
    count: u64,
    bytes: u64,
    errors: u64,
    /// How often a request took so long, to three digits.
    latencies: BTreeMap<u64, u64>,
}

/// A table: its fields, and a group for each of their values.
struct Table<'f> {
    names: Vec<&'f str>,
    fields: Fields,
    groups: Vec<Group>,
    index: HashMap<Vec<u8>, usize>,
    /// Groups of requests that wait, and of errors.
    waiting: HashMap<Place, usize>,
}

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
    let mut counted = Vec::new();
    let own: Vec<&str> = args.output.by.iter().map(String::as_str).collect();
    let ready = READY.iter().filter(|_| args.output.stats).copied();
    for names in ready.chain((!own.is_empty()).then_some(own.as_slice())) {
        match Table::new(names, &tables) {
            Ok(table) => counted.push(table),
            Err(what) => return usage(&what),
        }
    }
    let mut opened = match open(&tables) {
        Ok(opened) => opened,
        Err(code) => return Ok(code),
    };
    let mut matcher = filter.as_ref().map(Matcher::new);
    let mut span: Option<(Time, Time)> = None;
    let last = selection.last_frame().unwrap_or(u64::MAX);
    let limit = usize::try_from(args.select.limit.unwrap_or(u64::MAX)).unwrap_or(usize::MAX);
    let json = args.output.json.is_some();
    let redraws = opened.is_live() && !json && io::stdout().is_terminal();
    let mut drawn = Instant::now();
    opened.each(last, |step| {
        if redraws && drawn.elapsed() >= REDRAW {
            drawn = Instant::now();
            draw(&counted, span, limit)?;
        }
        let Step::Frame(input, held, data) = step else {
            return Ok(true);
        };
        input.source(held, data).state.follow();
        input.items(held, data, |item, envelope, ctx| {
            let copy = envelope.copy_of.is_some() && !args.output.copies;
            let wanted = selection.has(&envelope.place)
                && matcher
                    .as_mut()
                    .is_none_or(|m| item.matches(m, envelope, ctx));
            if wanted && !copy {
                if let Some(time) = envelope.time {
                    let (from, to) = span.unwrap_or((time, time));
                    span = Some((from.min(time), to.max(time)));
                }
                for table in &mut counted {
                    table.add(item, envelope, ctx);
                }
            }
            ControlFlow::Continue(())
        });
        take(&mut input.source(held, data).state, &mut counted);
        Ok(true)
    })?;
    for input in &mut opened.inputs {
        for (_, source) in input.sources() {
            source.state.finish();
            take(&mut source.state, &mut counted);
        }
    }
    let mut out = Vec::new();
    if redraws {
        out.extend_from_slice(CLEAR);
    }
    if json {
        for table in &counted {
            table.json(&mut out, seconds(span), limit);
        }
    } else {
        text(&mut out, &counted, span, limit);
    }
    io::stdout().lock().write_all(&out)?;
    Ok(opened.code())
}

/// Shows the tables as they are now, as much of them as the terminal has room for.
fn draw(tables: &[Table<'_>], span: Option<(Time, Time)>, limit: usize) -> io::Result<()> {
    let mut whole = Vec::new();
    text(&mut whole, tables, span, limit);
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

fn text(out: &mut Vec<u8>, tables: &[Table<'_>], span: Option<(Time, Time)>, limit: usize) {
    for (i, table) in tables.iter().enumerate() {
        if i > 0 {
            out.push(b'\n');
        }
        table.text(out, seconds(span), limit);
    }
}

fn seconds(span: Option<(Time, Time)>) -> f64 {
    span.map_or(0.0, |(from, to)| {
        (to.seconds - from.seconds) as f64 + (f64::from(to.nanos) - f64::from(from.nanos)) / 1e9
    })
}

/// What came of requests goes to their groups.
fn take(state: &mut State<'_>, tables: &mut [Table<'_>]) {
    while let Some(x) = state.retired() {
        for table in tables.iter_mut() {
            let request = table.waiting.remove(&x.place);
            let members: Vec<_> = x
                .members
                .iter()
                .map(|m| (table.waiting.remove(&m.place), m.error, m.end))
                .collect();
            if let Some(group) = request.and_then(|at| table.groups.get_mut(at))
                && let Some(ns) = x.completion_ns.or(x.latency_ns)
            {
                *group.latencies.entry(rounded(ns)).or_default() += 1;
            }
            // a refusal counts once where its request or its error is counted
            let own = (
                request,
                if members.iter().any(|m| m.1 < 0) {
                    0
                } else {
                    x.error
                },
                x.end,
            );
            for (request, error, end) in members.into_iter().chain([own]) {
                let told = end.and_then(|place| table.waiting.remove(&place));
                if error < 0 && x.probe.is_none() {
                    let groups: HashSet<usize> = request.into_iter().chain(told).collect();
                    for at in groups {
                        if let Some(group) = table.groups.get_mut(at) {
                            group.errors += 1;
                        }
                    }
                }
            }
        }
    }
}

impl<'f> Table<'f> {
    fn new(names: &[&'f str], tables: &Tables) -> Result<Table<'f>, String> {
        let fields = Fields::new(names.iter().copied(), tables)
            .map_err(|(field, error)| format!("--by: {}", error.show(field)))?;
        Ok(Table {
            names: names.to_vec(),
            fields,
            groups: Vec::new(),
            index: HashMap::new(),
            waiting: HashMap::new(),
        })
    }

    fn add(&mut self, item: Item<'_, '_>, envelope: &Envelope<'_>, ctx: &Context<'_>) {
        self.fields.begin(envelope);
        item.walk(ctx, &mut self.fields);
        self.fields.end();
        let row = self.fields.buffer();
        row.pop();
        if row.iter().all(|b| *b == b'\t') {
            // it has none of the fields
            row.clear();
            return;
        }
        let at = match self.index.get(row.as_slice()) {
            Some(at) => *at,
            None => {
                let full = self.groups.len() >= MAX_GROUPS;
                let key = if full {
                    b"(others)".to_vec()
                } else {
                    row.clone()
                };
                let next = self.groups.len();
                let at = *self.index.entry(key).or_insert(next);
                if at == next {
                    self.groups.push(Group::default());
                }
                at
            }
        };
        row.clear();
        let Some(group) = self.groups.get_mut(at) else {
            return;
        };
        group.count += 1;
        if let Item::Message(message, _) = item {
            group.bytes += u64::from(message.header.nlmsg_len);
            let answers = envelope.request.is_some() && message.header.nlmsg_type < 16;
            if answers || envelope.asks(message) {
                self.waiting.insert(envelope.place, at);
            }
        } else {
            group.bytes += item.bytes().data.len() as u64;
        }
    }

    /// The groups with their values, the largest first.
    fn sorted(&self, limit: usize) -> Vec<(Vec<String>, &Group)> {
        let mut rows: Vec<(&Vec<u8>, &Group)> = self
            .index
            .iter()
            .filter_map(|(key, at)| Some((key, self.groups.get(*at)?)))
            .collect();
        rows.sort_by(|(a, x), (b, y)| y.count.cmp(&x.count).then(a.cmp(b)));
        rows.truncate(limit);
        let values = |key: &[u8]| {
            let text = String::from_utf8_lossy(key).into_owned();
            text.split('\t').map(str::to_owned).collect()
        };
        rows.into_iter()
            .map(|(key, group)| (values(key), group))
            .collect()
    }

    fn text(&self, out: &mut Vec<u8>, seconds: f64, limit: usize) {
        let mut lines: Vec<Vec<String>> = Vec::new();
        let numbers = ["count", "bytes", "rate", "errors", "p50", "p99"];
        let head = self.names.iter().chain(&numbers);
        lines.push(head.map(|name| (*name).to_owned()).collect());
        for (values, group) in self.sorted(limit) {
            let mut line: Vec<String> = values
                .iter()
                .map(|v| match v.as_str() {
                    "" => "-".to_owned(),
                    value => value.escape_debug().to_string(),
                })
                .collect();
            line.resize(self.names.len(), String::new());
            line.push(group.count.to_string());
            line.push(group.bytes.to_string());
            line.push(match group.rate(seconds) {
                Some(rate) => format!("{rate:.1}/s"),
                None => "-".to_owned(),
            });
            line.push(group.errors.to_string());
            for percent in [50, 99] {
                let mut cell = Vec::new();
                match group.quantile(percent) {
                    Some(ns) => write_duration(&mut cell, ns),
                    None => cell.push(b'-'),
                }
                line.push(String::from_utf8_lossy(&cell).into_owned());
            }
            lines.push(line);
        }
        let columns = self.names.len() + numbers.len();
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
                if i < self.names.len() {
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

    fn json(&self, out: &mut Vec<u8>, seconds: f64, limit: usize) {
        for (values, group) in self.sorted(limit) {
            out.extend_from_slice(b"{\"by\":{");
            for (i, (name, value)) in self.names.iter().zip(&values).enumerate() {
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
            if let Some(rate) = group.rate(seconds) {
                let _ = write!(out, ",\"rate\":{rate:.3}");
            }
            out.extend_from_slice(b",\"errors\":");
            write_number(out, group.errors);
            if let (Some(p50), Some(p99)) = (group.quantile(50), group.quantile(99)) {
                let _ = write!(out, ",\"latency_ns\":{{\"p50\":{p50},\"p99\":{p99}}}");
            }
            out.extend_from_slice(b"}\n");
        }
    }
}

impl Group {
    /// Messages a second, over all of the capture.
    fn rate(&self, seconds: f64) -> Option<f64> {
        (seconds > 0.0).then(|| self.count as f64 / seconds)
    }

    /// The latency that so many percent of the requests do not exceed.
    fn quantile(&self, percent: u64) -> Option<u64> {
        let total: u64 = self.latencies.values().sum();
        let rank = (total * percent).div_ceil(100).max(1);
        let mut seen = 0;
        let reaches = |(_, n): &(&u64, &u64)| {
            seen += **n;
            seen >= rank
        };
        self.latencies.iter().find(reaches).map(|(ns, _)| *ns)
    }
}

/// A number with its three first digits.
fn rounded(ns: u64) -> u64 {
    let unit = 10u64.pow(ns.checked_ilog10().unwrap_or(0).saturating_sub(2));
    ns / unit * unit
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles() {
        let mut group = Group::default();
        assert_eq!(group.quantile(50), None);
        for ns in 1..=100 {
            *group.latencies.entry(rounded(ns * 1_000)).or_default() += 1;
        }
        assert_eq!(group.quantile(50), Some(50_000));
        assert_eq!(group.quantile(99), Some(99_000));
        assert_eq!(
            (rounded(0), rounded(999), rounded(123_456)),
            (0, 999, 123_000)
        );
    }
}
