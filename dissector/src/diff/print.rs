//! Fingerprints: a message's canonical form as a few numbers.

use super::aside::Role;
use super::canon::{At, Build, Canon, Plain, Shape, What};
use super::names::{Known, Use};
use super::rules::{Rules, mix};
use crate::context::Context;
use crate::sink::Value;
use crate::table::{Family, Layer};
use crate::walk::{Node, Resolved, Span, walk_datagram, walk_no_message, walk_resolved};
use crate::wire::RawMessage;

/// How many of a message's leaves are kept to tell how alike it is to another.
const SKETCH: usize = 16;

/// The fingerprint of a message. Made-up names count by the part that they play.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Print {
    /// What it says, but for made-up names.
    pub(super) wild: u64,
    /// What it is about, but for made-up names.
    pub(super) about: u64,
    /// What kind of message it is: protocol, family, command.
    pub(super) kind: u64,
    /// What it is about tells it from all others of its kind.
    pub(super) keyed: bool,
    /// In a dump, the order of such messages matters.
    pub(super) ordered: bool,
    /// Made-up names, by place.
    pub(super) uses: Box<[Use]>,
    /// The smallest of the numbers of its leaves, sorted.
    pub(super) sketch: Box<[u32]>,
    /// What it says, and what it is about, made-up names included. Known once both captures are
    /// read.
    pub(super) whole: u64,
    /// What it is about.
    pub(super) subject: u64,
}

impl Print {
    /// Makes up what it says with made-up names, of which each has a number.
    pub(super) fn settle(&mut self, numbers: &[u64]) {
        let of = |used: &Use| numbers.get(used.token as usize).copied().unwrap_or(0);
        let all = |seed: u64, subject: bool| {
            let uses = self.uses.iter().filter(|used| !subject || used.subject);
            uses.fold(seed, |sum, used| mix(sum, mix(used.path, of(used))))
        };
        (self.whole, self.subject) = (all(self.wild, false), mix(self.kind, all(self.about, true)));
    }

    /// How alike two messages are, of 100, by the leaves that both have.
    pub(super) fn alike(&self, other: &Print) -> u32 {
        let (mut a, mut b) = (
            self.sketch.iter().peekable(),
            other.sketch.iter().peekable(),
        );
        let (mut both, mut all) = (0u32, 0u32);
        while all < SKETCH as u32 {
            match (a.peek(), b.peek()) {
                (None, None) => break,
                (Some(x), Some(y)) if x == y => {
                    both += 1;
                    a.next();
                    b.next();
                }
                (Some(x), Some(y)) if y < x => {
                    b.next();
                }
                (Some(_), _) => {
                    a.next();
                }
                (None, _) => {
                    b.next();
                }
            }
            all += 1;
        }
        u32::checked_div(both * 100, all).unwrap_or(100)
    }
}

struct Level {
    at: At,
    shape: Shape,
    sum: u64,
}

/// Makes fingerprints.
#[derive(Default)]
pub(super) struct Digest {
    levels: Vec<Level>,
    sum: u64,
    about: u64,
    leaves: Vec<u32>,
    uses: Vec<Use>,
    known: Known,
}

const NAMED: u64 = 1;
const ROW: u64 = 2;
const LEAF: u64 = 3;
const ROLE: u64 = 4;
const TRUE: u64 = 5;

/// The number of a value but for made-up names.
pub(super) fn plain_number(rules: &Rules, plain: &Plain<'_>) -> u64 {
    match plain {
        Plain::Number(n) => rules.hash(n),
        Plain::Bytes(bytes) => rules.hash(bytes),
        Plain::Pair(a, b) => rules.hash(&(a, b)),
        Plain::True => TRUE,
        Plain::Role(role, _) => mix(ROLE, rules.hash(role)),
    }
}

/// What a member adds to what holds it.
pub(super) fn add_member(shape: Shape, sum: u64, key: u64, content: u64) -> u64 {
    match shape {
        Shape::Named => sum.wrapping_add(mix(key, content)),
        Shape::Bag => sum.wrapping_add(mix(ROW, content)),
        Shape::Row => mix(sum, content),
        Shape::Sequence => mix(sum, mix(key, content)),
    }
}

/// The number of a node with these members.
pub(super) fn holder(shape: Shape, sum: u64) -> u64 {
    let tag = match shape {
        Shape::Named => NAMED,
        _ => ROW,
    };
    mix(tag, sum)
}

/// The number of a leaf.
pub(super) fn leaf(value: u64) -> u64 {
    mix(LEAF, value)
}

impl Digest {
    fn member(&mut self, at: &At, content: u64) {
        match self.levels.last_mut() {
            Some(level) => level.sum = add_member(level.shape, level.sum, at.key, content),
            None => self.sum = add_member(Shape::Named, self.sum, at.key, content),
        }
        let above = self.levels.last().is_some_and(|level| level.at.subject);
        if at.subject && !above {
            self.about = self.about.wrapping_add(mix(at.path, content));
        }
    }
}

/// A digest with the rules that it hashes by.
pub(super) struct Digesting<'r> {
    rules: &'r Rules,
    digest: Digest,
}

impl Build for Digesting<'_> {
    fn enter(&mut self, at: &At, _: &Node<'_>, shape: Shape) {
        self.digest.levels.push(Level {
            at: *at,
            shape,
            sum: 0,
        });
    }

    fn leave(&mut self) {
        if let Some(level) = self.digest.levels.pop() {
            let content = holder(level.shape, level.sum);
            self.digest.member(&level.at, content);
        }
    }

    fn leaf(&mut self, at: &At, _: &Node<'_>, _: &Value<'_>, plain: Plain<'_>) {
        if let Plain::Role(role, text) = plain {
            let token = self.digest.known.number(role, text);
            self.digest.uses.push(Use {
                path: at.path,
                token,
                subject: at.subject,
            });
        }
        let content = leaf(plain_number(self.rules, &plain));
        if !at.header && !at.subject {
            self.digest.leaves.push(mix(at.path, content) as u32);
        }
        self.digest.member(at, content);
    }
}

/// What a walk is given.
#[derive(Clone, Copy)]
pub(super) enum Thing<'a, 'm> {
    /// A message, resolved.
    Message(&'m RawMessage<'a>, &'m Resolved<'m>),
    /// A frame without an nlmsghdr.
    Datagram(&'m Family, Span<'a>),
    /// A frame in which no message can be read.
    Nothing(Span<'a>),
}

impl Thing<'_, '_> {
    /// The names of its family and of itself; numbers where there are none.
    pub(super) fn names(&self) -> (Option<&str>, String) {
        match self {
            Thing::Message(message, resolved) => {
                let known = resolved.family.filter(|f| f.layer != Layer::Protocol);
                let family = known.map(|f| &f.name).or(resolved.generic_name);
                let name = match resolved.record {
                    Some(record) => record.name.as_str().to_owned(),
                    None if resolved.generic.is_some() => resolved.command.to_string(),
                    None => message.header.nlmsg_type.to_string(),
                };
                (family.map(|f| f.as_str()), name)
            }
            Thing::Datagram(family, _) => {
                let first = family.messages.first();
                (
                    None,
                    first.map_or(String::new(), |m| m.name.as_str().to_owned()),
                )
            }
            Thing::Nothing(_) => (None, String::new()),
        }
    }

    /// The canonical form, for a builder.
    pub(super) fn canonical<B: Build>(
        &self,
        rules: &Rules,
        ctx: &Context<'_>,
        what: What,
        canon: &mut Canon<'_, B>,
    ) {
        let subject = match self {
            Thing::Message(_, resolved) => resolved.record,
            _ => None,
        };
        let subject = subject.and_then(|record| rules.subject(record.name.as_str()));
        canon.begin(What {
            subject: subject.map(|(at, _)| at),
            order: ctx.order,
            ..what
        });
        match self {
            Thing::Message(message, resolved) => walk_resolved(message, resolved, None, ctx, canon),
            Thing::Datagram(family, frame) => walk_datagram(family, *frame, ctx, canon),
            Thing::Nothing(frame) => walk_no_message(*frame, ctx, canon),
        }
    }
}

/// Takes fingerprints of a capture's messages.
pub(super) struct Printer<'r> {
    canon: Canon<'r, Digesting<'r>>,
    rules: &'r Rules,
}

impl<'r> Printer<'r> {
    pub(super) fn new(rules: &'r Rules) -> Printer<'r> {
        let build = Digesting {
            rules,
            digest: Digest::default(),
        };
        Printer {
            canon: Canon::new(rules, build),
            rules,
        }
    }

    /// The fingerprint of a message.
    pub(super) fn print(&mut self, thing: Thing<'_, '_>, ctx: &Context<'_>, what: What) -> Print {
        let digest = &mut self.canon.build.digest;
        (digest.sum, digest.about) = (0, 0);
        digest.levels.clear();
        digest.leaves.clear();
        digest.uses.clear();
        thing.canonical(self.rules, ctx, what, &mut self.canon);
        let (family, name) = thing.names();
        let kind = self.rules.hash(&(ctx.protocol, family, name.as_str()));
        let (_, subject) = self.rules.subject(&name).unzip();
        let digest = &mut self.canon.build.digest;
        digest.leaves.sort_unstable();
        digest.leaves.dedup();
        digest.leaves.truncate(SKETCH);
        digest.uses.sort_by_key(|used| used.path);
        Print {
            wild: mix(kind, digest.sum),
            about: digest.about,
            kind,
            keyed: subject.is_some_and(|s| s.unique),
            ordered: subject.is_some_and(|s| s.ordered),
            uses: digest.uses.as_slice().into(),
            sketch: digest.leaves.as_slice().into(),
            whole: 0,
            subject: 0,
        }
    }

    /// The made-up names that were met.
    pub(super) fn finish(self) -> Known {
        self.canon.build.digest.known
    }
}

/// The number of a role's value, as forms have it.
pub(super) fn role_number(role: Role, rules: &Rules, number: u64) -> u64 {
    mix(mix(ROLE, rules.hash(&role)), number)
}
