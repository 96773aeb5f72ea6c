//! Which elements of two sequences belong together, as a diff of lines tells it.
//!
//! First those that are the same, by the histogram algorithm, which falls back to Myers' with
//! bounds where elements repeat. In what is left between them, those that are about the same
//! thing and most alike. Work and memory grow with the number of elements.

use imara_diff::{Algorithm, Diff, Hunk, Token};
use std::collections::HashMap;
use std::ops::Range;

/// Between two runs of what is the same, so many pairs are compared one with another; where
/// there are more, their subjects alone decide.
const MAX_CELLS: usize = 65_536;

/// How alike two elements of a kind must be to be two forms of one thing, of 100.
const ALIKE: u32 = 50;

/// What alignment goes by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Element {
    /// Elements with the same number are the same.
    pub whole: u64,
    /// Those with the same number are about the same thing.
    pub subject: u64,
    /// Those with another number have nothing in common.
    pub kind: u64,
    /// The subject tells one thing from all others of its kind.
    pub keyed: bool,
}

/// What became of an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// It is in both.
    Same(usize, usize),
    /// It is in both, in another form.
    Changed(usize, usize),
    /// It is in both, at another place.
    Moved(usize, usize),
    /// Only in the first.
    Removed(usize),
    /// Only in the second.
    Added(usize),
}

/// Aligns two sequences whose order matters. `alike` tells how alike two elements are, of 100.
pub fn in_order(a: &[Element], b: &[Element], alike: &dyn Fn(usize, usize) -> u32) -> Vec<Step> {
    let mut steps = Vec::new();
    let (mut i, mut j) = (0, 0);
    for hunk in hunks(a, b, |e| e.whole) {
        let (left, right) = (range(&hunk.before), range(&hunk.after));
        while i < left.start && j < right.start {
            steps.push(Step::Same(i, j));
            (i, j) = (i + 1, j + 1);
        }
        between(a, b, left.clone(), right.clone(), alike, &mut steps);
        (i, j) = (left.end, right.end);
    }
    while i < a.len() && j < b.len() {
        steps.push(Step::Same(i, j));
        (i, j) = (i + 1, j + 1);
    }
    moved(a, b, &mut steps);
    steps
}

/// Aligns two collections whose order says nothing: what is the same, then what is about the
/// same thing, then what is most alike.
pub fn in_any_order(
    a: &[Element],
    b: &[Element],
    alike: &dyn Fn(usize, usize) -> u32,
) -> Vec<Step> {
    let mut steps = Vec::new();
    let mut lefts: Vec<usize> = (0..a.len()).collect();
    let mut rights: Vec<usize> = (0..b.len()).collect();
    pair_off(
        a,
        b,
        &mut lefts,
        &mut rights,
        |e| Some(e.whole),
        |i, j| {
            steps.push(Step::Same(i, j));
        },
    );
    let of_subject = |e: &Element| e.keyed.then_some(e.subject);
    pair_off(a, b, &mut lefts, &mut rights, of_subject, |i, j| {
        steps.push(Step::Changed(i, j));
    });
    let pick = |of: &[Element], at: &[usize]| -> Vec<Element> {
        at.iter().filter_map(|i| of.get(*i).copied()).collect()
    };
    let (left, right) = (pick(a, &lefts), pick(b, &rights));
    let at = |of: &[usize], i: usize| of.get(i).copied().unwrap_or(usize::MAX);
    let mut rest = Vec::new();
    let alike = |i, j| alike(at(&lefts, i), at(&rights, j));
    between(
        &left,
        &right,
        0..left.len(),
        0..right.len(),
        &alike,
        &mut rest,
    );
    steps.extend(rest.into_iter().map(|step| match step {
        Step::Same(i, j) => Step::Same(at(&lefts, i), at(&rights, j)),
        Step::Changed(i, j) => Step::Changed(at(&lefts, i), at(&rights, j)),
        Step::Moved(i, j) => Step::Moved(at(&lefts, i), at(&rights, j)),
        Step::Removed(i) => Step::Removed(at(&lefts, i)),
        Step::Added(j) => Step::Added(at(&rights, j)),
    }));
    steps.sort_by_key(|step| match step {
        Step::Same(i, _) | Step::Changed(i, _) | Step::Moved(i, _) | Step::Removed(i) => (0, *i),
        Step::Added(j) => (1, *j),
    });
    steps
}

fn range(r: &Range<u32>) -> Range<usize> {
    r.start as usize..r.end as usize
}

/// Where two sequences differ, by one number of each element.
fn hunks(a: &[Element], b: &[Element], by: impl Fn(&Element) -> u64) -> Vec<Hunk> {
    let mut known = HashMap::with_capacity(a.len());
    let mut intern = |e: &Element| {
        let next = known.len() as u32;
        Token(*known.entry(by(e)).or_insert(next))
    };
    let before: Vec<Token> = a.iter().map(&mut intern).collect();
    let after: Vec<Token> = b.iter().map(&mut intern).collect();
    let mut diff = Diff::default();
    diff.compute_with(Algorithm::Histogram, &before, &after, known.len() as u32);
    diff.hunks().collect()
}

/// Pairs off those for which `by` gives the same number, in their order.
fn pair_off(
    a: &[Element],
    b: &[Element],
    lefts: &mut Vec<usize>,
    rights: &mut Vec<usize>,
    by: impl Fn(&Element) -> Option<u64>,
    mut pair: impl FnMut(usize, usize),
) {
    let mut waiting: HashMap<u64, Vec<usize>> = HashMap::new();
    for j in rights.iter().rev() {
        if let Some(number) = b.get(*j).and_then(&by) {
            waiting.entry(number).or_default().push(*j);
        }
    }
    let mut taken = vec![false; b.len()];
    lefts.retain(|i| {
        let number = a.get(*i).and_then(&by);
        let found = number.and_then(|n| waiting.get_mut(&n)?.pop());
        if let Some(j) = found {
            pair(*i, j);
            if let Some(slot) = taken.get_mut(j) {
                *slot = true;
            }
        }
        found.is_none()
    });
    rights.retain(|j| !taken.get(*j).copied().unwrap_or(false));
}

/// What stands between two runs of the same: pairs of what is about the same thing.
fn between(
    a: &[Element],
    b: &[Element],
    left: Range<usize>,
    right: Range<usize>,
    alike: &dyn Fn(usize, usize) -> u32,
    steps: &mut Vec<Step>,
) {
    let pairs = if left.is_empty() || right.is_empty() {
        Vec::new()
    } else if left.len().saturating_mul(right.len()) <= MAX_CELLS {
        best(a, b, left.clone(), right.clone(), alike)
    } else {
        by_subject(a, b, left.clone(), right.clone(), alike)
    };
    let (mut i, mut j) = (left.start, right.start);
    for (to_i, to_j) in pairs.into_iter().chain([(left.end, right.end)]) {
        steps.extend((i..to_i).map(Step::Removed));
        steps.extend((j..to_j).map(Step::Added));
        if to_i < left.end {
            let whole = |of: &[Element], at: usize| of.get(at).map(|e| e.whole);
            steps.push(match whole(a, to_i) == whole(b, to_j) {
                true => Step::Same(to_i, to_j),
                false => Step::Changed(to_i, to_j),
            });
        }
        (i, j) = (to_i + 1, to_j + 1);
    }
}

/// How well two elements go together; 0 where they do not.
fn score(x: &Element, y: &Element, alike: impl FnOnce() -> u32) -> u32 {
    if x.kind != y.kind || ((x.keyed || y.keyed) && x.subject != y.subject) {
        return 0;
    }
    let alike = alike();
    if x.keyed {
        return 100 + alike;
    }
    let about = if x.subject == y.subject { 10 } else { 0 };
    if alike + about >= ALIKE {
        alike + about
    } else {
        0
    }
}

/// The pairs, in order, that together go best.
fn best(
    a: &[Element],
    b: &[Element],
    left: Range<usize>,
    right: Range<usize>,
    alike: &dyn Fn(usize, usize) -> u32,
) -> Vec<(usize, usize)> {
    let width = right.len() + 1;
    let mut cells = vec![0u32; (left.len() + 1) * width];
    let mut scores = vec![0u32; left.len() * right.len()];
    let get = |cells: &[u32], r: usize, c: usize| cells.get(r * width + c).copied().unwrap_or(0);
    for (r, i) in left.clone().enumerate().rev() {
        for (c, j) in right.clone().enumerate().rev() {
            let fits = match (a.get(i), b.get(j)) {
                (Some(x), Some(y)) => score(x, y, || alike(i, j)),
                _ => 0,
            };
            let paired = if fits > 0 {
                fits + get(&cells, r + 1, c + 1)
            } else {
                0
            };
            let most = paired.max(get(&cells, r + 1, c)).max(get(&cells, r, c + 1));
            if let Some(cell) = cells.get_mut(r * width + c) {
                *cell = most;
            }
            if let Some(kept) = scores.get_mut(r * right.len() + c) {
                *kept = fits;
            }
        }
    }
    let mut pairs = Vec::new();
    let (mut r, mut c) = (0, 0);
    while r < left.len() && c < right.len() {
        let here = get(&cells, r, c);
        let fits = scores.get(r * right.len() + c).copied().unwrap_or(0);
        if fits > 0 && here == fits + get(&cells, r + 1, c + 1) {
            pairs.push((left.start + r, right.start + c));
            (r, c) = (r + 1, c + 1);
        } else if here == get(&cells, r + 1, c) {
            r += 1;
        } else {
            c += 1;
        }
    }
    pairs
}

/// The same where there are too many to compare: those of one subject, as a diff has them.
fn by_subject(
    a: &[Element],
    b: &[Element],
    left: Range<usize>,
    right: Range<usize>,
    alike: &dyn Fn(usize, usize) -> u32,
) -> Vec<(usize, usize)> {
    let (x, y) = (
        a.get(left.clone()).unwrap_or(&[]),
        b.get(right.clone()).unwrap_or(&[]),
    );
    let mut pairs = Vec::new();
    let (mut i, mut j) = (0, 0);
    let end = (x.len() as u32, y.len() as u32);
    let last = Hunk {
        before: end.0..end.0,
        after: end.1..end.1,
    };
    for hunk in hunks(x, y, |e| e.subject).into_iter().chain([last]) {
        let (before, after) = (range(&hunk.before), range(&hunk.after));
        while i < before.start && j < after.start {
            let (m, n) = (left.start + i, right.start + j);
            let fits = match (a.get(m), b.get(n)) {
                (Some(x), Some(y)) => score(x, y, || alike(m, n)),
                _ => 0,
            };
            if fits > 0 {
                pairs.push((m, n));
            }
            (i, j) = (i + 1, j + 1);
        }
        (i, j) = (before.end, after.end);
    }
    pairs
}

/// What stands in one place of the first and another of the second, and is the same.
fn moved(a: &[Element], b: &[Element], steps: &mut Vec<Step>) {
    let mut added: HashMap<u64, Vec<usize>> = HashMap::new();
    for step in steps.iter().rev() {
        if let Step::Added(j) = step
            && let Some(element) = b.get(*j)
        {
            added.entry(element.whole).or_default().push(*j);
        }
    }
    let mut taken = vec![false; b.len()];
    for step in steps.iter_mut() {
        if let Step::Removed(i) = *step
            && let Some(element) = a.get(i)
            && let Some(j) = added.get_mut(&element.whole).and_then(Vec::pop)
        {
            *step = Step::Moved(i, j);
            if let Some(slot) = taken.get_mut(j) {
                *slot = true;
            }
        }
    }
    steps.retain(|step| match step {
        Step::Added(j) => !taken.get(*j).copied().unwrap_or(false),
        _ => true,
    });
}
