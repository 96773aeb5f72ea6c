//! What a rule consists of, and the rules made ready for looking up.

use super::index::Index;
use super::rules::RULES;
use crate::table::Name;
use std::sync::LazyLock;

/// The most parts that a rule has.
pub(super) const MAX_PARTS: usize = 24;

/// What a message does, which decides its verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Act {
    /// Adds or changes, as nlmsg_flags say; from the kernel it tells what is.
    New,
    /// Removes; from the kernel it tells what was removed.
    Del,
    /// Asks, for one or all; from the kernel it tells.
    Get,
    /// Changes.
    Set,
    /// Adds to a ruleset, which nlmsg_flags tell in another way.
    Nft,
    /// Adds a rule at the end or at the beginning of its chain.
    NftRule,
    /// This word, whichever way it goes.
    Say(&'static str),
    /// A word from user space, another from the kernel.
    Both(&'static str, &'static str),
}

/// Which messages a part is shown of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Any,
    ToKernel,
    FromKernel,
    /// Requests that ask.
    Asking,
}

/// How a part shows what it finds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Show {
    /// The value; the first one where several stand.
    Value,
    /// Nothing: keeps a number, under this number, that other parts need.
    Keep(u8),
    /// An address and behind it a kept number, the length of its prefix.
    Prefix(u8),
    /// A word where any of these bits is set, another where none is.
    Bit(u64, &'static str, &'static str),
    /// The same of kept flags, where this value says that these bits are meant.
    Changed(u8, u64, &'static str, &'static str),
    /// A word where it is this number.
    Is(u64, &'static str),
    /// The upper 16 of its 32 bits.
    HighHalf,
    /// The protocol of Ethernet in the lower 16 of its 32 bits, in network order.
    LowProtocol,
    /// Just the word: it is there.
    Presence,
    /// How many there are, in the singular or the plural.
    Count(&'static str, &'static str),
    /// What is inside: names and values, so many at most.
    Inside(u8),
}

/// A part of a summary.
#[derive(Clone, Copy, Debug)]
pub(super) struct Part {
    /// The word in front.
    pub(super) word: &'static str,
    /// Where its value comes from: names of attributes and fields with `|` between, the best
    /// first; one inside of others is `OUTER.INNER`.
    pub(super) from: &'static str,
    pub(super) show: Show,
    pub(super) side: Side,
    /// Zero is worth telling.
    pub(super) zero: bool,
    /// What stands where there is none.
    pub(super) absent: &'static str,
    /// No blank in front.
    pub(super) glued: bool,
    /// This number is not worth telling.
    pub(super) but: Option<u64>,
    /// Left out where a part before says the same.
    pub(super) once: bool,
}

/// A part: a word and where its value comes from.
pub(super) const fn part(word: &'static str, from: &'static str) -> Part {
    Part {
        word,
        from,
        show: Show::Value,
        side: Side::Any,
        zero: false,
        absent: "",
        glued: false,
        but: None,
        once: false,
    }
}

/// Names and values of what is inside, so many at most.
pub(super) const fn inside(word: &'static str, from: &'static str, most: u8) -> Part {
    part(word, from).show(Show::Inside(most))
}

/// A number that another part needs.
pub(super) const fn keep(slot: u8, from: &'static str) -> Part {
    part("", from).show(Show::Keep(slot))
}

impl Part {
    pub(super) const fn show(mut self, show: Show) -> Part {
        self.show = show;
        self
    }

    /// Only of messages to the kernel.
    pub(super) const fn only_sent(mut self) -> Part {
        self.side = Side::ToKernel;
        self
    }

    /// Only of messages from the kernel.
    pub(super) const fn only_told(mut self) -> Part {
        self.side = Side::FromKernel;
        self
    }

    /// Zero is worth telling.
    pub(super) const fn zero(mut self) -> Part {
        self.zero = true;
        self
    }

    /// What stands where there is none, but for requests that ask.
    pub(super) const fn absent(mut self, text: &'static str) -> Part {
        self.absent = text;
        self
    }

    /// Only of requests that ask.
    pub(super) const fn only_asking(mut self) -> Part {
        self.side = Side::Asking;
        self
    }

    /// This number is not worth telling.
    pub(super) const fn but(mut self, number: u64) -> Part {
        self.but = Some(number);
        self
    }

    /// Left out where a part before says the same.
    pub(super) const fn once(mut self) -> Part {
        self.once = true;
        self
    }

    /// No blank in front.
    pub(super) const fn glued(mut self) -> Part {
        self.glued = true;
        self
    }
}

/// How messages of some names are told.
#[derive(Debug)]
pub(super) struct Rule {
    /// What stands in front; `{}` is the verb's place. Behind `|` stands what messages from
    /// the kernel have, where it differs.
    pub(super) title: &'static str,
    /// The messages, by the kernel's names.
    pub(super) messages: &'static [(&'static str, Act)],
    pub(super) parts: &'static [Part],
}

/// Where a part's value comes from.
#[derive(Debug)]
pub(super) struct Source {
    /// The node that it must stand in, as the bit of its name; 0 at the top.
    pub(super) outer: u16,
    pub(super) part: u8,
    /// 0 is the best.
    pub(super) rank: u8,
}

/// A rule made ready.
#[derive(Debug)]
pub(super) struct Ready {
    pub(super) rule: &'static Rule,
    /// What stands in front of and behind the verb: of messages from the kernel, and to it.
    titles: [[&'static str; 2]; 2],
    sources: Index<Source>,
    /// Names of nodes that sources stand in; the position is the bit.
    pub(super) outers: Vec<&'static str>,
    /// Which names are worth comparing, see [`mark`].
    marks: u64,
    /// The parts that are shown of messages from the kernel, to it, and of those that ask: a bit
    /// each.
    wanted: [u32; 3],
    /// The parts of which something is said where they are absent.
    pub(super) absent: u32,
    /// The parts that show nothing.
    pub(super) kept: u32,
}

/// The bit that a name has, by its hash.
#[inline]
fn mark(hash: u32) -> u64 {
    1 << (hash & 63)
}

/// The parts of a rule that are so, a bit each.
fn parts(rule: &Rule, is: impl Fn(&Part) -> bool) -> u32 {
    let parts = rule.parts.iter().enumerate();
    parts
        .filter(|(_, part)| is(part))
        .fold(0, |bits, (i, _)| bits | 1 << i)
}

impl Ready {
    /// Whether a name may be one of those that are asked for.
    #[inline]
    pub(super) fn may_ask(&self, name: &Name) -> bool {
        self.marks & mark(name.hash()) != 0
    }

    /// The sources of a name.
    #[inline]
    pub(super) fn named(&self, name: &Name) -> impl Iterator<Item = &Source> {
        self.sources.of(name)
    }

    /// The parts that are shown of messages that go this way, a bit each.
    pub(super) fn wanted(&self, to_kernel: bool, asking: bool) -> u32 {
        let [told, sent, asked] = self.wanted;
        match (to_kernel, asking) {
            (false, _) => told,
            (true, false) => sent,
            (true, true) => asked,
        }
    }

    /// What stands in front of the verb, and what behind it.
    pub(super) fn title(&self, to_kernel: bool) -> [&'static str; 2] {
        let [from, to] = self.titles;
        if to_kernel { to } else { from }
    }

    fn new(rule: &'static Rule) -> Ready {
        let (to, from) = rule
            .title
            .split_once('|')
            .unwrap_or((rule.title, rule.title));
        let around = |title: &'static str| {
            let (front, back) = title.split_once("{}").unwrap_or((title, ""));
            [front.trim_end(), back.trim_start()]
        };
        let shown = |to_kernel: bool, asking: bool| {
            parts(rule, |part| match part.side {
                Side::Any => true,
                Side::ToKernel => to_kernel,
                Side::FromKernel => !to_kernel,
                Side::Asking => to_kernel && asking,
            })
        };
        let mut ready = Ready {
            rule,
            titles: [around(from), around(to)],
            sources: Index::new(std::iter::empty()),
            outers: Vec::new(),
            marks: 0,
            wanted: [shown(false, false), shown(true, false), shown(true, true)],
            absent: parts(rule, |part| !part.absent.is_empty()),
            kept: parts(rule, |part| matches!(part.show, Show::Keep(_))),
        };
        let mut sources = Vec::new();
        for (i, part) in rule.parts.iter().enumerate() {
            for (rank, path) in part.from.split('|').enumerate() {
                let (mut outer, mut name) = (0, path);
                while let Some((around, inner)) = name.split_once('.') {
                    outer = 1 << ready.outer(around);
                    name = inner;
                }
                ready.marks |= mark(Name::hash_of(name));
                let source = Source {
                    outer,
                    part: i as u8,
                    rank: rank as u8,
                };
                sources.push((name, source));
            }
        }
        ready.sources = Index::new(sources.into_iter());
        ready
    }

    fn outer(&mut self, name: &'static str) -> usize {
        if let Some(at) = self.outers.iter().position(|o| *o == name) {
            return at;
        }
        self.marks |= mark(Name::hash_of(name));
        self.outers.push(name);
        self.outers.len() - 1
    }
}

/// All rules, and the messages that they are for by name.
#[derive(Debug)]
pub(super) struct Book {
    pub(super) rules: Vec<Ready>,
    /// Of messages the position in `rules`, and what they do.
    messages: Index<(usize, Act)>,
}

impl Book {
    /// The rule for a message.
    pub(super) fn find(&self, message: &Name) -> Option<(&Ready, Act)> {
        let (rule, act) = self.messages.of(message).next()?;
        Some((self.rules.get(*rule)?, *act))
    }
}

fn all() -> impl Iterator<Item = &'static Rule> {
    RULES.iter().flat_map(|some| some.iter())
}

pub(super) static BOOK: LazyLock<Book> = LazyLock::new(|| {
    let messages = all().enumerate().flat_map(|(i, rule)| {
        let of_rule = rule.messages.iter();
        of_rule.map(move |(name, act)| (*name, (i, *act)))
    });
    Book {
        rules: all().map(Ready::new).collect(),
        messages: Index::new(messages),
    }
});
