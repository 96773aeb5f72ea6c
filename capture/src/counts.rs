//! Tables of messages by the values of fields: how many, how much, how fast, how often refused.

use crate::netlink::Item;
use netlink_dissector::context::Context;
use netlink_dissector::envelope::{Envelope, Place, Time};
use netlink_dissector::exchange::State;
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

/// A table: its fields, and a group for each of their values.
struct Table<'f> {
    names: Vec<&'f str>,
    fields: Fields,
    groups: Vec<Group>,
    index: HashMap<Vec<u8>, usize>,
    /// Bytes of the values that are kept.
    bytes: usize,
    /// Groups of requests that wait, and of errors.
    waiting: HashMap<Place, usize>,
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
            let (from, to) = self.span.unwrap_or((time, time));
            self.span = Some((from.min(time), to.max(time)));
        }
        for table in &mut self.tables {
            table.add(item, envelope, ctx);
        }
    }

    /// Counts what came of requests, as far as a source has to tell of any.
    pub fn take(&mut self, state: &mut State<'_>) {
        take(state, &mut self.tables);
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
    fn new(names: &[&'f str], tables: &Tables) -> Result<Table<'f>, (&'f str, Error)> {
        let fields = Fields::new(names.iter().copied(), tables)?;
        Ok(Table {
            names: names.to_vec(),
            fields,
            groups: Vec::new(),
            index: HashMap::new(),
            bytes: 0,
            waiting: HashMap::new(),
        })
    }

    fn add(&mut self, item: Item<'_, '_>, envelope: &Envelope<'_>, ctx: &Context<'_>) {
        item.columns(&mut self.fields, envelope, ctx);
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
                let full = self.groups.len() >= MAX_GROUPS || self.bytes >= MAX_BYTES;
                let key = if full {
                    b"(others)".to_vec()
                } else {
                    row.clone()
                };
                let next = self.groups.len();
                let at = *self.index.entry(key).or_insert(next);
                if at == next {
                    self.bytes += row.len();
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
    fn lines(&self, seconds: f64, limit: usize) -> Vec<Line> {
        let mut rows: Vec<(&Vec<u8>, &Group)> = self
            .index
            .iter()
            .filter_map(|(key, at)| Some((key, self.groups.get(*at)?)))
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
