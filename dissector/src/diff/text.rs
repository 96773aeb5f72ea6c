//! What differs, for people.

use super::aside::{ASIDES, ROLES, Role};
use super::compare::{Comparison, Difference};
use super::detail::{Detail, Details};
use super::form::{Change, Content, Part};
use super::survey::{Came, Entry};
use crate::exchange::Outcome;
use crate::families::protocols::PROTOCOLS;
use crate::sink::text::{Palette, write_errno, write_probe, write_words};
use std::collections::HashSet;
use std::io::Write;

/// Attributes that differ, shown of one message.
const CHANGES: usize = 12;
/// Replies that differ, shown of one request.
const REPLIES: usize = 12;
/// Characters of a value.
const VALUE: usize = 160;
/// Characters of a line with both values.
const BOTH: usize = 90;
/// Made-up names that are told.
const ALIASES: usize = 8;

/// How differences are shown.
#[derive(Clone, Copy, Debug, Default)]
pub struct Show {
    /// Colours.
    pub palette: Palette,
    /// All of it, however much it is.
    pub all: bool,
}

/// Writes what differs.
pub struct Writer<'x> {
    show: Show,
    details: [&'x Details; 2],
    widths: [usize; 2],
    told: HashSet<Vec<u8>>,
}

fn place(entry: &Entry) -> String {
    format!("{}.{}", entry.place.frame, entry.place.message)
}

impl<'x> Writer<'x> {
    /// A writer of a comparison, with what is told of the messages of each capture.
    pub fn new(comparison: &Comparison<'_>, details: [&'x Details; 2], show: Show) -> Writer<'x> {
        let mut widths = [0, 0];
        for difference in &comparison.differences {
            widen(difference, &mut widths);
        }
        Writer {
            show,
            details,
            widths,
            told: HashSet::new(),
        }
    }

    fn detail(&self, side: usize, entry: &Entry) -> Option<&'x Detail> {
        self.details.get(side)?.get(&entry.place)
    }

    /// Writes a difference of exchanges or notifications, with what is the same before it.
    pub fn difference(&mut self, out: &mut Vec<u8>, difference: &Difference<'_>) {
        self.same(out, difference.same_before);
        self.entry(out, difference, 0);
    }

    /// Writes how many are the same.
    pub fn same(&self, out: &mut Vec<u8>, count: u64) {
        let Palette { quiet, reset, .. } = self.show.palette;
        if count > 0 {
            let _ = writeln!(out, "{quiet}  … {count} the same{reset}");
        }
    }

    /// One line, and what differs in it below.
    fn entry(&mut self, out: &mut Vec<u8>, difference: &Difference<'_>, depth: usize) {
        let indent = depth * 4;
        let Palette {
            quiet,
            strong,
            reset,
            ..
        } = self.show.palette;
        let (mark, colour) = self.mark(difference);
        let at = |side: usize, entry: Option<&Entry>| {
            let text = entry.map(place).unwrap_or_default();
            let width = self.widths.get(side).copied().unwrap_or(0);
            format!("{text:width$}")
        };
        let (a, b) = (at(0, difference.a), at(1, difference.b));
        let _ = write!(
            out,
            "{:indent$}{colour}{mark}{reset} {quiet}{a}  {b}{reset}  {strong}",
            ""
        );
        let side = usize::from(difference.a.is_none());
        let detail = difference.entry().and_then(|e| self.detail(side, e));
        let summary = detail.map_or("…", |detail| detail.summary.as_str());
        let _ = write!(out, "{summary}{reset}");
        let both = difference.a.is_some() && difference.b.is_some();
        if !both && let Some(came) = difference.entry().and_then(|e| e.came.as_deref()) {
            out.extend_from_slice(b"  ");
            self.outcome(out, came);
        }
        if difference.moved {
            let _ = write!(out, "  {quiet}stands elsewhere{reset}");
        }
        out.push(b'\n');
        // what it is in the second capture, where that reads otherwise
        let second = difference
            .b
            .filter(|_| both)
            .and_then(|e| self.detail(1, e));
        if let Some(second) = second.filter(|second| second.summary != summary) {
            let indent = indent + a.chars().count() + 4;
            let width = b.chars().count();
            let _ = writeln!(
                out,
                "{:indent$}{quiet}{:>width$}{reset}  {strong}{}{reset}",
                "", "→", second.summary
            );
        }
        if both {
            self.pair(out, difference, depth + 1);
        } else if let Some(entry) = difference.entry() {
            self.alone(out, entry, side, depth + 1);
        }
    }

    fn mark(&self, difference: &Difference<'_>) -> (char, &'static str) {
        let palette = &self.show.palette;
        match (difference.a, difference.b) {
            (Some(_), None) => ('-', palette.error),
            (None, _) => ('+', palette.added),
            _ if difference.moved => ('>', palette.warning),
            _ => ('~', palette.warning),
        }
    }

    /// What differs in a pair.
    fn pair(&mut self, out: &mut Vec<u8>, difference: &Difference<'_>, depth: usize) {
        let (Some(a), Some(b)) = (difference.a, difference.b) else {
            return;
        };
        if difference.outcome
            && let (Some(x), Some(y)) = (&a.came, &b.came)
        {
            for (mark, came) in [('-', x), ('+', y)] {
                self.begin(out, mark, depth);
                self.outcome(out, came);
                out.push(b'\n');
            }
        }
        if difference.message {
            let forms = (self.detail(0, a), self.detail(1, b));
            if let (Some(x), Some(y)) = forms
                && let (Some(x), Some(y)) = (&x.form, &y.form)
            {
                self.changes(out, &x.changes(y), depth);
            }
        }
        self.inside(out, &difference.members, depth, "message");
        self.inside(out, &difference.replies, depth, "reply");
    }

    /// Messages of a transaction, or replies, that differ. What was told before is only counted.
    fn inside(
        &mut self,
        out: &mut Vec<u8>,
        differences: &[Difference<'_>],
        depth: usize,
        what: &str,
    ) {
        let Palette { quiet, reset, .. } = self.show.palette;
        let indent = depth * 4;
        let (mut shown, mut again, mut more) = (0, 0, 0);
        for difference in differences {
            if !self.show.all && shown >= REPLIES {
                more += 1;
                continue;
            }
            if !self.show.all && what == "reply" && !self.is_new(difference) {
                again += 1;
                continue;
            }
            shown += 1;
            self.entry(out, difference, depth);
        }
        if again > 0 {
            let s = plural(again, what);
            let _ = writeln!(
                out,
                "{:indent$}{quiet}… {again} {s} with what was told above{reset}",
                ""
            );
        }
        if more > 0 {
            let s = plural(more, what);
            let _ = writeln!(
                out,
                "{:indent$}{quiet}… {more} more {s}: -v shows all{reset}",
                ""
            );
        }
    }

    /// Whether a reply was not told before; or, where both captures have it, its changes.
    fn is_new(&mut self, difference: &Difference<'_>) -> bool {
        let side = usize::from(difference.a.is_none());
        let Some(entry) = difference.entry() else {
            return true;
        };
        let mut key = vec![side as u8];
        let forms = (
            difference.a.and_then(|e| self.detail(0, e)?.form.as_ref()),
            difference.b.and_then(|e| self.detail(1, e)?.form.as_ref()),
        );
        if let (Some(a), Some(b)) = forms {
            let _ = write!(key, "{:?}", entry.print.kind);
            self.changes(&mut key, &a.changes(b), 0);
        } else {
            let _ = write!(key, "{} {}", difference.moved, entry.print.whole);
        }
        self.told.insert(key)
    }

    /// All of what only one capture has, where that is wanted.
    fn alone(&mut self, out: &mut Vec<u8>, entry: &Entry, side: usize, depth: usize) {
        if self.show.all
            && let Some(form) = self.detail(side, entry).and_then(|d| d.form.as_ref())
        {
            for part in &form.parts {
                self.tree(out, part, depth);
            }
        }
        let (members, _) = entry.parts();
        for (i, member) in members.iter().enumerate() {
            if i >= REPLIES && !self.show.all {
                let Palette { quiet, reset, .. } = self.show.palette;
                let (indent, more) = (depth * 4, members.len() - i);
                let _ = writeln!(
                    out,
                    "{:indent$}{quiet}… {more} more: -v shows all{reset}",
                    ""
                );
                break;
            }
            let (a, b) = if side == 0 {
                (Some(member), None)
            } else {
                (None, Some(member))
            };
            self.entry(out, &Difference::alone(a, b), depth);
        }
    }

    fn tree(&self, out: &mut Vec<u8>, part: &Part, depth: usize) {
        let Palette { name, reset, .. } = self.show.palette;
        let indent = depth * 4;
        let _ = write!(out, "{:indent$}{name}{}{reset}", "", part.name);
        match &part.content {
            Content::Value { text, .. } => {
                let _ = writeln!(out, ": {text}");
            }
            Content::Parts { parts, .. } => {
                out.push(b'\n');
                for part in parts {
                    self.tree(out, part, depth + 1);
                }
            }
        }
    }

    /// A line of what one capture has.
    fn begin(&self, out: &mut Vec<u8>, mark: char, depth: usize) {
        let Palette {
            error,
            added,
            reset,
            ..
        } = self.show.palette;
        let colour = if mark == '-' { error } else { added };
        let indent = depth * 4;
        let _ = write!(out, "{:indent$}{colour}{mark}{reset} ", "");
    }

    fn changes(&self, out: &mut Vec<u8>, changes: &[(String, Change<'_>)], depth: usize) {
        let Palette {
            quiet,
            name,
            error,
            added,
            reset,
            ..
        } = self.show.palette;
        let indent = depth * 4;
        for (i, (path, change)) in changes.iter().enumerate() {
            if i >= CHANGES && !self.show.all {
                let more = changes.len() - i;
                let _ = writeln!(
                    out,
                    "{:indent$}{quiet}… {more} more: -v shows all{reset}",
                    ""
                );
                return;
            }
            let (a, b) = (
                change.a.map(|p| self.value(p)),
                change.b.map(|p| self.value(p)),
            );
            match (a, b) {
                (Some(a), Some(b)) if a == b => {
                    let _ = writeln!(
                        out,
                        "{:indent$}{name}{path}{reset}: {a}, of other bytes",
                        ""
                    );
                }
                (Some(a), Some(b)) if path.len() + a.len() + b.len() <= BOTH => {
                    let _ = writeln!(
                        out,
                        "{:indent$}{name}{path}{reset}: {error}{a}{reset} → {added}{b}{reset}",
                        ""
                    );
                }
                (Some(a), Some(b)) => {
                    let _ = writeln!(out, "{:indent$}{name}{path}{reset}", "");
                    for (mark, value) in [('-', a), ('+', b)] {
                        self.begin(out, mark, depth + 1);
                        let _ = writeln!(out, "{value}");
                    }
                }
                (Some(value), None) => {
                    self.begin(out, '-', depth);
                    let _ = writeln!(out, "{name}{path}{reset}: {value}");
                }
                (None, value) => {
                    self.begin(out, '+', depth);
                    let value = value.unwrap_or_default();
                    let _ = writeln!(out, "{name}{path}{reset}: {value}");
                }
            }
        }
    }

    fn value(&self, part: &Part) -> String {
        let mut line = part.line();
        if !self.show.all
            && let Some((at, _)) = line.char_indices().nth(VALUE)
        {
            line.truncate(at);
            line.push('…');
        }
        line
    }

    /// What came of a request: the word for it, or the error with the kernel's words.
    fn outcome(&self, out: &mut Vec<u8>, came: &Came) {
        let palette = &self.show.palette;
        let colour = match came.outcome {
            Outcome::Error if came.probe.is_none() => palette.error,
            Outcome::Unanswered | Outcome::Lost | Outcome::Cut => palette.warning,
            _ => palette.quiet,
        };
        let _ = write!(out, "{colour}");
        if came.outcome == Outcome::Error {
            let refusal = came.refusal.as_deref();
            write_errno(out, came.error, refusal);
            if let Some(refusal) = refusal {
                write_words(out, refusal);
                if let Some(policy) = &refusal.policy {
                    let _ = write!(out, ", accepts {policy}");
                }
            }
            if let Some(probe) = came.probe {
                write_probe(out, probe);
            }
        } else {
            let _ = write!(out, "{}", came.outcome.word());
        }
        let _ = write!(out, "{}", palette.reset);
    }

    /// Writes what stands behind the differences: what is the same, notifications that one
    /// capture lacks, names that are taken for the same, and a line that counts.
    pub fn finish(&self, out: &mut Vec<u8>, comparison: &Comparison<'_>) {
        let Palette {
            quiet,
            strong,
            error,
            added,
            reset,
            ..
        } = self.show.palette;
        if !comparison.differences.is_empty() {
            self.same(out, comparison.same_behind);
        }
        for unheard in &comparison.unheard {
            let (mark, colour) = if unheard.in_a {
                ('-', error)
            } else {
                ('+', added)
            };
            let of = match PROTOCOLS.name_of(unheard.protocol.into()) {
                Some(name) => name.to_string(),
                None => format!("protocol {}", unheard.protocol),
            };
            let count = unheard.count;
            let _ = writeln!(
                out,
                "{colour}{mark}{reset} {strong}{count} {} of {of}{reset}  {quiet}the first in frame {}; \
                 nobody listened, or nothing happened, in the other{reset}",
                plural(count, "notification"),
                unheard.first.frame
            );
        }
        let aliases = comparison.aliases.iter();
        let mut aliases: Vec<String> = aliases
            .filter(|alias| self.show.all || matches!(alias.role, Role::Interface | Role::Set))
            .map(|alias| format!("{} = {}", alias.a.escape_debug(), alias.b.escape_debug()))
            .collect();
        if !comparison.differences.is_empty() || !comparison.unheard.is_empty() {
            out.push(b'\n');
        }
        if !aliases.is_empty() {
            let all = aliases.len();
            if !self.show.all && all > ALIASES {
                aliases.truncate(ALIASES);
                aliases.push(format!("{} more", all - ALIASES));
            }
            let _ = writeln!(
                out,
                "{quiet}taken for the same: {}{reset}",
                aliases.join(", ")
            );
        }
        let counts = comparison.counts;
        let parts = [
            (counts.only_a, "only in the first"),
            (counts.only_b, "only in the second"),
            (counts.outcome, "with another outcome"),
            (counts.message, "with other attributes"),
            (counts.members, "with other messages"),
            (counts.replies, "with other replies"),
            (counts.moved, "elsewhere"),
        ];
        let mut told: Vec<String> = vec![format!("{} the same", counts.same)];
        told.extend(
            parts
                .iter()
                .filter(|(count, _)| *count > 0)
                .map(|(count, what)| format!("{count} {what}")),
        );
        if counts.probes > 0 {
            told.push(format!("{} left aside", many(counts.probes, "probe")));
        }
        let _ = write!(out, "{}", told.join(", "));
        if counts.unknown > 0 {
            let _ = write!(
                out,
                "; of {} a capture does not tell what came",
                counts.unknown
            );
        }
        out.push(b'\n');
    }
}

fn widen(difference: &Difference<'_>, widths: &mut [usize; 2]) {
    for (entry, width) in [difference.a, difference.b]
        .into_iter()
        .zip(widths.iter_mut())
    {
        *width = (*width).max(entry.map_or(0, |e| place(e).len()));
        let members = entry.iter().flat_map(|e| e.parts().0);
        *width = members.map(|m| place(m).len()).fold(*width, usize::max);
    }
    let inside = difference.members.iter().chain(&difference.replies);
    inside.for_each(|inside| widen(inside, widths));
}

fn plural(count: u64, what: &str) -> String {
    match (count, what) {
        (1, what) => what.to_owned(),
        (_, "reply") => "replies".to_owned(),
        (_, what) => format!("{what}s"),
    }
}

fn many(count: u64, what: &str) -> String {
    format!("{count} {}", plural(count, what))
}

/// Writes what is left aside, and why; and what is compared by the part that it plays.
pub fn write_aside(out: &mut Vec<u8>, palette: &Palette) {
    let Palette {
        quiet,
        strong,
        name,
        reset,
        ..
    } = palette;
    let width = ASIDES
        .iter()
        .map(|aside| aside.path.len())
        .max()
        .unwrap_or(0);
    let mut family = "";
    for aside in ASIDES {
        if aside.family != family {
            family = aside.family;
            let _ = writeln!(out, "{strong}{family}{reset}");
        }
        let (path, whence, why) = (aside.path, aside.whence.word(), aside.why);
        let _ = writeln!(
            out,
            "  {name}{path:width$}{reset}  {whence:15}  {quiet}{why}{reset}"
        );
    }
    let _ = writeln!(out, "{strong}compared by the part that they play{reset}");
    for (path, role) in ROLES {
        let _ = writeln!(
            out,
            "  {name}{path:width$}{reset}  {:15}  {quiet}{}{reset}",
            "",
            role.word()
        );
    }
}
