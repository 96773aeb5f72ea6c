//! Two captures compared: which exchanges belong together, and in what they differ.

use super::Level;
use super::align::{Element, Step, in_any_order, in_order};
use super::names::{Alias, Binding, must_vote};
use super::print::Print;
use super::rules::Rules;
use super::survey::{Came, Entry, Survey};
use crate::envelope::Place;
use crate::exchange::Outcome;
use std::collections::HashMap;

/// How an entry of one capture differs from that of the other.
#[derive(Clone, Debug)]
pub struct Difference<'s> {
    /// It in the first; nothing where only the second has it.
    pub a: Option<&'s Entry>,
    /// It in the second.
    pub b: Option<&'s Entry>,
    /// It stands elsewhere among the others.
    pub moved: bool,
    /// The message itself is another.
    pub message: bool,
    /// What came of it is another.
    pub outcome: bool,
    /// Messages of a transaction that differ.
    pub members: Vec<Difference<'s>>,
    /// Replies that differ.
    pub replies: Vec<Difference<'s>>,
    /// How many that are the same stand before it, since the difference before.
    pub same_before: u64,
}

impl<'s> Difference<'s> {
    /// What is only in one, or in both with nothing known to differ.
    pub(super) fn alone(a: Option<&'s Entry>, b: Option<&'s Entry>) -> Difference<'s> {
        Difference {
            a,
            b,
            moved: false,
            message: false,
            outcome: false,
            members: Vec::new(),
            replies: Vec::new(),
            same_before: 0,
        }
    }

    /// Whether both have it, and nothing is another.
    fn is_none(&self) -> bool {
        self.a.is_some()
            && self.b.is_some()
            && !(self.moved || self.message || self.outcome)
            && self.members.is_empty()
            && self.replies.is_empty()
    }

    /// The entry, of the first where both have it.
    pub fn entry(&self) -> Option<&'s Entry> {
        self.a.or(self.b)
    }
}

/// How many there are of each sort. An exchange that differs in several ways counts in each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Counts {
    pub same: u64,
    pub only_a: u64,
    pub only_b: u64,
    pub moved: u64,
    pub outcome: u64,
    pub message: u64,
    pub members: u64,
    pub replies: u64,
    /// Only in one of them, and a mere question whether the kernel knows something.
    pub probes: u64,
    /// It ends within the capture, or was lost: what came of it is not known.
    pub unknown: u64,
}

/// Notifications of a protocol that only one capture has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unheard {
    /// NETLINK_*.
    pub protocol: u16,
    /// Whether it is the first that has them.
    pub in_a: bool,
    /// How many.
    pub count: u64,
    /// The first of them.
    pub first: Place,
}

/// What comparing two captures gave.
#[derive(Debug)]
pub struct Comparison<'s> {
    /// In the order of the first capture.
    pub differences: Vec<Difference<'s>>,
    /// How many that are the same stand behind the last.
    pub same_behind: u64,
    /// How many there are of each sort.
    pub counts: Counts,
    /// Made-up names that are taken for the same.
    pub aliases: Vec<Alias>,
    /// Notifications that only one capture has, of protocols of which the other has none.
    pub unheard: Vec<Unheard>,
    pub(super) binding: Binding,
}

impl Comparison<'_> {
    /// Whether nothing differs.
    pub fn is_same(&self) -> bool {
        self.differences.is_empty() && self.unheard.is_empty()
    }
}

/// How much is compared, and how.
#[derive(Clone, Copy, Debug)]
pub struct Wanted {
    /// The level of detail that the captures were read at.
    pub level: Level,
    /// Whether probes that only one capture has are shown.
    pub probes: bool,
}

/// Compares two captures.
pub fn compare<'s>(
    a: &'s mut Survey,
    b: &'s mut Survey,
    rules: &Rules,
    wanted: Wanted,
) -> Comparison<'s> {
    let binding = bind(a, b, rules);
    for (side, survey) in [&mut *a, &mut *b].into_iter().enumerate() {
        let numbers = binding.numbers(side, &survey.known);
        survey
            .entries
            .iter_mut()
            .for_each(|entry| entry.settle(&numbers));
    }
    let (a, b): (&'s Survey, &'s Survey) = (a, b);
    let mut comparing = Comparing {
        wanted,
        counts: Counts::default(),
        found: Vec::new(),
        unheard: Vec::new(),
    };
    for (left, right) in streams(a, b) {
        comparing.stream(&left, &right);
    }
    let mut found = comparing.found;
    arrange(&mut found);
    let mut counts = comparing.counts;
    let mut differences = Vec::new();
    let mut same = 0;
    for (_, difference) in found {
        match difference {
            None => same += 1,
            Some(mut difference) => {
                difference.same_before = same;
                same = 0;
                count(&difference, &mut counts);
                differences.push(difference);
            }
        }
    }
    Comparison {
        differences,
        same_behind: same,
        counts,
        aliases: binding.aliases.clone(),
        unheard: comparing.unheard,
        binding,
    }
}

fn count(difference: &Difference<'_>, counts: &mut Counts) {
    match (difference.a, difference.b) {
        (Some(_), None) => counts.only_a += 1,
        (None, _) => counts.only_b += 1,
        _ => {
            counts.moved += u64::from(difference.moved);
            counts.outcome += u64::from(difference.outcome);
            counts.message += u64::from(difference.message);
            counts.members += u64::from(!difference.members.is_empty());
            counts.replies += u64::from(!difference.replies.is_empty());
        }
    }
}

/// Frame and message.
type Spot = (u64, u32);

fn spot(entry: &Entry) -> Spot {
    (entry.place.frame, entry.place.message)
}

/// What was found of an entry, and where it stands in each capture. Nothing is what is the same.
type Found<'s> = ([Option<Spot>; 2], Option<Difference<'s>>);

/// Brings what was found into the order of the first capture; what only the second has stands
/// behind what is in front of it there.
fn arrange(found: &mut [Found<'_>]) {
    let mut pairs: Vec<(Spot, Spot)> = found
        .iter()
        .filter(|(_, difference)| difference.as_ref().is_none_or(|d| !d.moved))
        .filter_map(|([a, b], _)| Some(((*b)?, (*a)?)))
        .collect();
    pairs.sort_unstable();
    found.sort_by_key(|([a, b], _)| match (a, b) {
        (Some(a), _) => (*a, false, (0, 0)),
        (None, b) => {
            let b = b.unwrap_or_default();
            let before = pairs.partition_point(|(other, _)| *other < b);
            let before = before.checked_sub(1).and_then(|i| pairs.get(i));
            (before.map_or((0, 0), |(_, a)| *a), true, b)
        }
    });
}

struct Comparing<'s> {
    wanted: Wanted,
    counts: Counts,
    found: Vec<Found<'s>>,
    unheard: Vec<Unheard>,
}

/// Entries of both that are compared, by stream in the order in which streams begin.
fn streams<'s>(a: &'s Survey, b: &'s Survey) -> Vec<(Vec<&'s Entry>, Vec<&'s Entry>)> {
    let mut positions: HashMap<u64, usize> = HashMap::new();
    let mut streams: Vec<(Vec<&Entry>, Vec<&Entry>)> = Vec::new();
    let sides = a.entries.iter().map(|e| (true, e));
    for (first, entry) in sides.chain(b.entries.iter().map(|e| (false, e))) {
        let at = *positions.entry(entry.stream).or_insert(streams.len());
        if at == streams.len() {
            streams.push(Default::default());
        }
        if let Some((left, right)) = streams.get_mut(at) {
            if first {
                left.push(entry)
            } else {
                right.push(entry)
            }
        }
    }
    streams
}

fn element(print: &Print) -> Element {
    Element {
        whole: print.whole,
        subject: print.subject,
        kind: print.kind,
        keyed: print.keyed,
    }
}

/// The same without made-up names.
fn wild_element(print: &Print) -> Element {
    Element {
        whole: print.wild,
        subject: print.kind ^ print.about,
        kind: print.kind,
        keyed: print.keyed,
    }
}

fn align(a: &[&Entry], b: &[&Entry], ordered: bool, of: fn(&Print) -> Element) -> Vec<Step> {
    let elements =
        |side: &[&Entry]| -> Vec<Element> { side.iter().map(|e| of(&e.print)).collect() };
    let (x, y) = (elements(a), elements(b));
    let alike = |i: usize, j: usize| match (a.get(i), b.get(j)) {
        (Some(p), Some(q)) => p.print.alike(&q.print),
        _ => 0,
    };
    match ordered {
        true => in_order(&x, &y, &alike),
        false => in_any_order(&x, &y, &alike),
    }
}

/// Replies, those whose order matters apart.
fn split(replies: &[Entry]) -> [(bool, Vec<&Entry>); 2] {
    let (ordered, others) = replies.iter().partition(|entry| entry.print.ordered);
    [(true, ordered), (false, others)]
}

/// Finds out which made-up names of one capture are which of the other.
fn bind(a: &Survey, b: &Survey, rules: &Rules) -> Binding {
    let mut votes = HashMap::new();
    if must_vote(&a.known, &b.known) {
        for (left, right) in streams(a, b) {
            vote_all(&left, &right, true, &mut votes);
        }
    }
    Binding::new(&a.known, &b.known, &votes, rules)
}

fn vote_all(a: &[&Entry], b: &[&Entry], ordered: bool, votes: &mut HashMap<(u32, u32), u32>) {
    for step in align(a, b, ordered, wild_element) {
        let (Step::Same(i, j) | Step::Changed(i, j) | Step::Moved(i, j)) = step else {
            continue;
        };
        let (Some(x), Some(y)) = (a.get(i), b.get(j)) else {
            continue;
        };
        if x.print.uses.len() == y.print.uses.len() {
            let weight = if matches!(step, Step::Changed(..)) {
                1
            } else {
                4
            };
            for (p, q) in x.print.uses.iter().zip(&y.print.uses) {
                if p.path == q.path {
                    *votes.entry((p.token, q.token)).or_insert(0) += weight;
                }
            }
        }
        let ((members, replies), (members_b, replies_b)) = (x.parts(), y.parts());
        let (m, n): (Vec<&Entry>, Vec<&Entry>) =
            (members.iter().collect(), members_b.iter().collect());
        vote_all(&m, &n, true, votes);
        for ((ordered, m), (_, n)) in split(replies).into_iter().zip(split(replies_b)) {
            vote_all(&m, &n, ordered, votes);
        }
    }
}

impl<'s> Comparing<'s> {
    /// Requests of a protocol, or notifications of a family.
    fn stream(&mut self, a: &[&'s Entry], b: &[&'s Entry]) {
        let notifications = a.iter().chain(b).all(|entry| entry.came.is_none());
        if notifications && (a.is_empty() || b.is_empty()) {
            let of = if b.is_empty() { a } else { b };
            if let Some(first) = of.first() {
                self.unheard.push(Unheard {
                    protocol: first.protocol,
                    in_a: b.is_empty(),
                    count: of.len() as u64,
                    first: first.place,
                });
            }
            return;
        }
        for step in align(a, b, true, element) {
            let entry = |of: &[&'s Entry], at: usize| of.get(at).copied();
            let difference = match step {
                Step::Removed(i) => Difference::alone(entry(a, i), None),
                Step::Added(j) => Difference::alone(None, entry(b, j)),
                Step::Same(i, j) | Step::Changed(i, j) | Step::Moved(i, j) => {
                    let mut pair = self.pair(entry(a, i), entry(b, j));
                    pair.moved = matches!(step, Step::Moved(..));
                    pair
                }
            };
            let spots = [difference.a.map(spot), difference.b.map(spot)];
            let alone = difference.a.is_none() || difference.b.is_none();
            let came = difference.entry().and_then(|e| e.came.as_deref());
            if alone && !self.wanted.probes && came.is_some_and(|came| came.probe.is_some()) {
                self.counts.probes += 1;
                continue;
            }
            if difference.is_none() {
                self.counts.same += 1;
                self.found.push((spots, None));
            } else {
                self.found.push((spots, Some(difference)));
            }
        }
    }

    /// Two that belong together.
    fn pair(&mut self, a: Option<&'s Entry>, b: Option<&'s Entry>) -> Difference<'s> {
        let mut difference = Difference::alone(a, b);
        let (Some(a), Some(b)) = (a, b) else {
            return difference;
        };
        let ((members, replies), (members_b, replies_b)) = (a.parts(), b.parts());
        if members.is_empty() && members_b.is_empty() {
            difference.message = a.print.whole != b.print.whole;
        } else {
            let (m, n): (Vec<&Entry>, Vec<&Entry>) =
                (members.iter().collect(), members_b.iter().collect());
            difference.members = self.among(&m, &n, true);
        }
        let (Some(x), Some(y)) = (&a.came, &b.came) else {
            return difference;
        };
        if self.wanted.level == Level::Requests {
            return difference;
        }
        if unknown(x) || unknown(y) {
            self.counts.unknown += 1;
            return difference;
        }
        // a transaction fails with one of its messages, which says so
        let told = difference.members.iter().any(|member| member.outcome);
        difference.outcome = !told && !same_outcome(x, y);
        if self.wanted.level == Level::Replies {
            for ((ordered, m), (_, n)) in split(replies).into_iter().zip(split(replies_b)) {
                difference.replies.extend(self.among(&m, &n, ordered));
            }
        }
        difference
    }

    /// The differences among members of a transaction, or replies.
    fn among(&mut self, a: &[&'s Entry], b: &[&'s Entry], ordered: bool) -> Vec<Difference<'s>> {
        let mut differences = Vec::new();
        let mut same = 0;
        for step in align(a, b, ordered, element) {
            let entry = |of: &[&'s Entry], at: usize| of.get(at).copied();
            let mut difference = match step {
                Step::Removed(i) => Difference::alone(entry(a, i), None),
                Step::Added(j) => Difference::alone(None, entry(b, j)),
                Step::Same(i, j) | Step::Changed(i, j) | Step::Moved(i, j) => {
                    let mut pair = self.pair(entry(a, i), entry(b, j));
                    pair.moved = matches!(step, Step::Moved(..));
                    pair
                }
            };
            if difference.is_none() {
                same += 1;
            } else {
                difference.same_before = same;
                same = 0;
                differences.push(difference);
            }
        }
        differences
    }
}

/// Whether the capture does not tell what came of it.
fn unknown(came: &Came) -> bool {
    matches!(came.outcome, Outcome::Cut | Outcome::Lost)
}

/// Whether the same came of two requests: the error by its name, and what the kernel said.
fn same_outcome(a: &Came, b: &Came) -> bool {
    if a.outcome != b.outcome {
        return false;
    }
    let said = |came: &Came| {
        let refusal = came.refusal.as_deref();
        (
            refusal.and_then(|r| r.errno.clone()),
            refusal.and_then(|r| r.words.clone()),
            refusal.and_then(|r| r.offending.clone()),
            refusal.and_then(|r| r.missing.clone()),
            refusal.and_then(|r| r.policy.clone()),
        )
    };
    let (x, y) = (said(a), said(b));
    // numbers of errors are those of an architecture
    x == y && (x.0.is_some() || a.error == b.error)
}
