//! Tables of messages by the values of fields: how many, how much, how fast, how often refused.

use crate::netlink::Item;
use netlink_dissector::context::Context;
use netlink_dissector::envelope::{Envelope, Place, Time};
use netlink_dissector::exchange::{Exchange, State};
use netlink_dissector::filter::Error;
use netlink_dissector::sink::fields::Fields;
use netlink_dissector::table::Tables;
use std::collections::{BTreeMap, HashMap, HashSet};

/// How many groups a table has at most; what falls into others is counted together.
const MAX_GROUPS: usize = 65_536;
/// How many bytes their values have at most.
const MAX_BYTES: usize = 16 << 20;

/// What is worth a table in any capture.
pub const READY: [&[&str]; 6] = [
    &["protocol", "family"],
    &["nlmsg_type", "genlmsghdr.cmd"],
    &["process.comm"],
    &["port"],
    &["dev"],
    &["errno"],
];

/// A line of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// The values of its fields.
    pub values: Vec<String>,
    /// How many messages have them.
    pub count: u64,
    /// Bytes of these messages.
    pub bytes: u64,
    /// Messages a second, over all of the time.
    pub rate: Option<f64>,
    /// How often a request was refused; in the table of errors, refused with this.
    pub errors: u64,
    /// Nanoseconds that half of the requests do not exceed, and that 99 of 100 do not.
    pub latency_ns: Option<(u64, u64)>,
}

/// Some tables of the same messages.
pub struct Counts<'f> {
    tables: Vec<Table<'f>>,
    span: Option<(Time, Time)>,
}

/// What is counted of messages with the same values.
#[derive(Default)]
struct Group {
    count: u64,
    bytes: u64,
    errors: u64,
    /// How often a request took so long, to three digits.
    latencies: BTreeMap<u64, u64>,
}

/// Counts messages for tables.
#[derive(Clone)]
pub struct Counter {
    fields: Vec<Fields>,
}

/// What was counted, to be added.
#[derive(Default)]
pub struct Counted {
    span: Option<(Time, Time)>,
    tables: Vec<Rows>,
}

/// Of one table: groups in the order in which they came.
#[derive(Default)]
struct Rows {
    index: HashMap<Vec<u8>, usize>,
    keys: Vec<Vec<u8>>,
    groups: Vec<Group>,
    waiting: Vec<(Place, usize)>,
}

impl Counter {
    /// Counts a message.
    pub fn add(
        &mut self,
        counted: &mut Counted,
        item: Item<'_, '_>,
        envelope: &Envelope<'_>,
        ctx: &Context<'_>,
    ) {
        if let Some(time) = envelope.time {
            widen(&mut counted.span, time);
        }
        counted.tables.resize_with(self.fields.len(), Rows::default);
        for (fields, rows) in self.fields.iter_mut().zip(&mut counted.tables) {
            item.columns(fields, envelope, ctx);
            let row = row(fields);
            if !row.is_empty() {
                let at = match rows.index.get(row.as_slice()) {
                    Some(at) => *at,
                    None => {
                        rows.keys.push(row.clone());
                        rows.index.insert(row.clone(), rows.groups.len());
                        rows.groups.push(Group::default());
                        rows.groups.len() - 1
                    }
                };
                if let Some(group) = rows.groups.get_mut(at) {
                    group.count += 1;
                    group.bytes += bytes_of(item);
                }
                if waits(item, envelope) {
                    rows.waiting.push((envelope.place, at));
                }
            }
            row.clear();
        }
    }
}

/// The columns of the message at hand; empty where it has none of the fields.
fn row(fields: &mut Fields) -> &mut Vec<u8> {
    let row = fields.buffer();
    row.pop();
    if row.iter().all(|b| *b == b'\t') {
        row.clear();
    }
    row
}

fn widen(span: &mut Option<(Time, Time)>, time: Time) {
    let (from, to) = span.unwrap_or((time, time));
    *span = Some((from.min(time), to.max(time)));
}

fn bytes_of(item: Item<'_, '_>) -> u64 {
    match item {
        Item::Message(message, _) => message.header.nlmsg_len.into(),
        _ => item.bytes().data.len() as u64,
    }
}

/// Whether what comes of a request is told of a message: the request, or what ends it.
fn waits(item: Item<'_, '_>, envelope: &Envelope<'_>) -> bool {
    let Item::Message(message, _) = item else {
        return false;
    };
    let answers = envelope.request.is_some() && message.header.nlmsg_type < 16;
    answers || envelope.asks(message)
}

/// A table: its fields, and a group for each of their values.
struct Table<'f> {
    names: Vec<&'f str>,
    fields: Fields,
    groups: Groups,
    /// Groups of requests that wait, and of errors.
    waiting: HashMap<Place, usize>,
}

/// Groups by their values.
#[derive(Default)]
struct Groups {
    all: Vec<Group>,
    index: HashMap<Vec<u8>, usize>,
    /// Bytes of the values that are kept.
    bytes: usize,
}

impl Groups {
    /// The group of a row: a new one where there is room, else that of others.
    fn of(&mut self, row: &[u8]) -> usize {
        if let Some(at) = self.index.get(row) {
            return *at;
        }
        let full = self.all.len() >= MAX_GROUPS || self.bytes >= MAX_BYTES;
        let key = if full { b"(others)" } else { row };
        let next = self.all.len();
        let at = *self.index.entry(key.to_vec()).or_insert(next);
        if at == next {
            self.bytes += key.len();
            self.all.push(Group::default());
        }
        at
    }

    fn get_mut(&mut self, at: usize) -> Option<&mut Group> {
        self.all.get_mut(at)
    }
}

impl<'f> Counts<'f> {
    /// Tables, each by some fields; or which field is none, and why.
    pub fn new(
        wanted: impl IntoIterator<Item = &'f [&'f str]>,
        tables: &Tables,
    ) -> Result<Counts<'f>, (&'f str, Error)> {
        let wanted = wanted.into_iter().map(|names| Table::new(names, tables));
        Ok(Counts {
            tables: wanted.collect::<Result<_, _>>()?,
            span: None,
        })
    }

    /// The columns of the tables, for who reads ahead what they ask for.
    pub fn fields(&mut self) -> impl Iterator<Item = &mut Fields> {
        self.tables.iter_mut().map(|table| &mut table.fields)
    }

    /// Counts a message.
    pub fn add(&mut self, item: Item<'_, '_>, envelope: &Envelope<'_>, ctx: &Context<'_>) {
        if let Some(time) = envelope.time {
            widen(&mut self.span, time);
        }
        for table in &mut self.tables {
            item.columns(&mut table.fields, envelope, ctx);
            let row = row(&mut table.fields);
            let at = (!row.is_empty()).then(|| table.groups.of(row));
            row.clear();
            let Some((at, group)) = at.and_then(|at| Some((at, table.groups.get_mut(at)?))) else {
                continue;
            };
            group.count += 1;
            group.bytes += bytes_of(item);
            if waits(item, envelope) {
                table.waiting.insert(envelope.place, at);
            }
        }
    }

    /// What counts messages for these tables elsewhere.
    pub fn counter(&self) -> Counter {
        Counter {
            fields: self.tables.iter().map(|t| t.fields.clone()).collect(),
        }
    }

    /// Adds what was counted.
    pub fn merge(&mut self, counted: &Counted) {
        for time in counted.span.into_iter().flat_map(|(from, to)| [from, to]) {
            widen(&mut self.span, time);
        }
        for (table, rows) in self.tables.iter_mut().zip(&counted.tables) {
            table.merge(rows);
        }
    }

    /// Counts what came of requests, as far as a source has to tell of any.
    pub fn take(&mut self, state: &mut State<'_>) {
        while let Some(exchange) = state.retired() {
            self.retired(&exchange);
        }
    }

    /// Counts what came of a request; its message and those that answer it were counted before.
    pub fn retired(&mut self, exchange: &Exchange<'_>) {
        for table in &mut self.tables {
            table.retired(exchange);
        }
    }

    /// From the first message to the last, in seconds.
    pub fn seconds(&self) -> f64 {
        self.span.map_or(0.0, |(from, to)| {
            (to.seconds - from.seconds) as f64 + (f64::from(to.nanos) - f64::from(from.nanos)) / 1e9
        })
    }

    /// The tables, each with the names of its fields and so many lines, the largest first.
    pub fn lines(&self, limit: usize) -> Vec<(Vec<&'f str>, Vec<Line>)> {
        let seconds = self.seconds();
        let tables = self.tables.iter();
        tables
            .map(|table| (table.names.clone(), table.lines(seconds, limit)))
            .collect()
    }
}

impl<'f> Table<'f> {
    fn new(names: &[&'f str], tables: &Tables) -> Result<Table<'f>, (&'f str, Error)> {
        let fields = Fields::new(names.iter().copied(), tables)?;
        Ok(Table {
            names: names.to_vec(),
            fields,
            groups: Groups::default(),
            waiting: HashMap::new(),
        })
    }

    fn merge(&mut self, rows: &Rows) {
        let mut at = Vec::with_capacity(rows.groups.len());
        for (key, counted) in rows.keys.iter().zip(&rows.groups) {
            let group = self.groups.of(key);
            at.push(group);
            if let Some(group) = self.groups.get_mut(group) {
                group.count += counted.count;
                group.bytes += counted.bytes;
            }
        }
        for (place, group) in &rows.waiting {
            if let Some(group) = at.get(*group) {
                self.waiting.insert(*place, *group);
            }
        }
    }

    /// What came of a request goes to its group.
    fn retired(&mut self, x: &Exchange<'_>) {
        let request = self.waiting.remove(&x.place);
        let members: Vec<_> = x
            .members
            .iter()
            .map(|m| (self.waiting.remove(&m.place), m.error, m.end))
            .collect();
        if let Some(group) = request.and_then(|at| self.groups.get_mut(at))
            && let Some(ns) = x.completion_ns.or(x.latency_ns)
        {
            *group.latencies.entry(rounded(ns)).or_default() += 1;
        }
        // a refusal counts once where its request or its error is counted
        let error = match members.iter().any(|m| m.1 < 0) {
            true => 0,
            false => x.error,
        };
        for (request, error, end) in members.into_iter().chain([(request, error, x.end)]) {
            let told = end.and_then(|place| self.waiting.remove(&place));
            if error < 0 && x.probe.is_none() {
                let groups: HashSet<usize> = request.into_iter().chain(told).collect();
                for at in groups {
                    if let Some(group) = self.groups.get_mut(at) {
                        group.errors += 1;
                    }
                }
            }
        }
    }

    /// The groups with their values, the largest first.
    fn lines(&self, seconds: f64, limit: usize) -> Vec<Line> {
        let groups = &self.groups;
        let mut rows: Vec<(&Vec<u8>, &Group)> = groups
            .index
            .iter()
            .filter_map(|(key, at)| Some((key, groups.all.get(*at)?)))
            .collect();
        rows.sort_by(|(a, x), (b, y)| y.count.cmp(&x.count).then(a.cmp(b)));
        rows.truncate(limit);
        let values = |key: &[u8]| {
            let text = String::from_utf8_lossy(key).into_owned();
            let mut values: Vec<String> = text.split('\t').map(str::to_owned).collect();
            values.resize(self.names.len(), String::new());
            values
        };
        rows.into_iter()
            .map(|(key, group)| Line {
                values: values(key),
                count: group.count,
                bytes: group.bytes,
                rate: group.rate(seconds),
                errors: group.errors,
                latency_ns: group.quantile(50).zip(group.quantile(99)),
            })
            .collect()
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
