//! What a filter does with the messages of one record, made once: for each type of attribute
//! whether it is passed over, compared or entered. It runs on the bytes; where it meets what it
//! has nothing for, it says so, and the walk tells the answer.

mod make;
mod marks;
mod sift;

pub(super) use make::make;
pub(super) use marks::{Answers, Marks};

use crate::context::Knowledge;
use crate::sink::Value;
use crate::table::{BytesAs, Match, Meaning, Order, Slot, Unit};
use crate::walk::integer_value;
use crate::wire::{AttributeHeader, ByteOrder, NLA_F_NET_BYTEORDER, RawAttribute, RawAttributes};
use marks::Ends;
use sift::Sift;

const AF_INET: u64 = 2;
const AF_INET6: u64 = 10;

/// How deep chains may nest before the walk is asked.
const MAX_NESTING: u8 = 16;

/// What is done with a value: its position in [`Program::acts`] plus one; 0 for nothing.
type ActAt = u16;

/// What is done with the messages of a record.
#[derive(Debug, Default)]
pub(super) struct Program {
    /// Fixed headers that matter, and where each begins.
    headers: Vec<(usize, Fields)>,
    /// Where the attributes begin.
    from: usize,
    /// What is done with the attributes of a set, by nla_type. The first is the message's.
    chains: Vec<Box<[ActAt]>>,
    acts: Vec<Act>,
    /// What is looked at first.
    sift: Option<Sift>,
}

impl Program {
    fn act(&self, at: ActAt) -> Option<&Act> {
        self.acts.get(usize::from(at).wrapping_sub(1))
    }

    /// The answer for a message, where it is known from others in which nothing fits either.
    /// `names` is the edition of the names of interfaces.
    #[inline(always)]
    pub(super) fn sifted(
        &self,
        message: &[u8],
        order: ByteOrder,
        names: Option<u64>,
        answers: &mut Answers,
    ) -> Option<bool> {
        let sift = self.sift.as_ref().filter(|_| answers.pays())?;
        let seen = sift.seen(message, self.from, order, names, answers);
        let answer = seen.and_then(|seen| answers.get(seen));
        answers.paid(answer.is_some());
        answer
    }
}

/// What is done with a value.
#[derive(Debug)]
enum Act {
    Integer(Integer, Ends),
    Text(Ends),
    Bytes(BytesAs, Ends),
    /// An address, of the family that a number tells.
    Address(Number, Ends),
    Flag(Ends),
    /// Something that holds others, which do not matter.
    Holder(Ends),
    /// A chain of a set: its position in [`Program::chains`].
    Nest(Ends, u16),
    Entries(Ends, Entries),
    Elements(Ends, Box<Elements>),
    Fields(Fields),
    Choice(Choice),
    /// What is inside hangs on more than the bytes at hand.
    Unsure(Ends),
}

/// An integer of known width.
#[derive(Clone, Debug)]
struct Integer {
    slot: Slot,
    order: Order,
    meaning: Meaning,
    unit: Unit,
    bounds: Bounds,
}

/// Which numbers fit nothing that is asked of an integer, and count for all of that.
#[derive(Clone, Copy, Debug)]
enum Bounds {
    /// That is for the conditions to tell.
    Unknown,
    /// Those below the first one and above the second.
    Numbers(u64, u64),
    /// Interfaces: those that did not fit once, as long as names are what they are.
    Interface,
}

impl Bounds {
    fn are_known(self) -> bool {
        !matches!(self, Bounds::Unknown)
    }

    /// Whether a number lies outside.
    #[inline(always)]
    fn exclude(self, raw: u64) -> bool {
        matches!(self, Bounds::Numbers(least, most) if raw < least || raw > most)
    }
}

/// A number in a fixed header.
#[derive(Clone, Copy, Debug)]
struct Number {
    /// Where it stands in the message.
    at: usize,
    width: usize,
    order: Order,
}

/// A C array of integers, some positions of which have names that matter.
#[derive(Debug)]
struct Elements {
    integer: Integer,
    named: Vec<(usize, Ends)>,
}

/// A struct of which integers matter.
#[derive(Debug)]
struct Fields {
    ends: Ends,
    /// The size that it has at least.
    size: usize,
    /// The offset of each, and the queries whose paths end there.
    fields: Vec<(usize, Integer, Ends)>,
}

/// Attributes whose types are counters or keys.
#[derive(Debug)]
struct Entries {
    named: Vec<(u16, ActAt)>,
    others: ActAt,
}

/// One of several, by another value.
#[derive(Debug)]
struct Choice {
    by: By,
    cases: Vec<(Match, ActAt)>,
    otherwise: ActAt,
}

/// The value that chooses.
#[derive(Debug)]
enum By {
    /// A string beside it, by nla_type.
    Attribute(u16),
    Header(Number),
    Entry,
    ToKernel,
    Length,
}

/// How a run goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Went {
    On,
    Decided(bool),
    Unsure,
}

/// A program at work on one message.
pub(super) struct Run<'r, 'f> {
    pub(super) program: &'r Program,
    pub(super) marks: Marks<'r, 'f>,
    pub(super) message: &'r [u8],
    pub(super) order: ByteOrder,
    pub(super) to_kernel: bool,
    /// Who knows the names of interfaces, where they are asked for.
    pub(super) names: Option<&'r dyn Knowledge>,
}

/// A chain that is being looked through.
#[derive(Clone, Copy)]
struct Level<'a> {
    data: &'a [u8],
    /// The type of the entry of an array or map that is around.
    entry: Option<u16>,
    depth: u8,
}

impl<'r> Run<'r, '_> {
    /// The answer, where the program can tell.
    pub(super) fn answer(mut self) -> Option<bool> {
        let message = self.message;
        for (from, fields) in &self.program.headers {
            let header = message.get(*from..).unwrap_or(&[]);
            match self.fields(fields, header, self.order) {
                Went::On => {}
                Went::Decided(answer) => return Some(answer),
                Went::Unsure => return None,
            }
        }
        let level = Level {
            data: message.get(self.program.from..).unwrap_or(&[]),
            entry: None,
            depth: 0,
        };
        match self.chain(0, level) {
            Went::Decided(answer) => Some(answer),
            Went::Unsure => None,
            Went::On => Some(self.marks.end()),
        }
    }

    fn chain(&mut self, at: u16, level: Level<'_>) -> Went {
        let program = self.program;
        let Some(acts) = program.chains.get(usize::from(at)) else {
            return Went::Unsure;
        };
        let act_of = |number: u16| acts.get(usize::from(number)).copied().unwrap_or(0);
        let mut attributes = RawAttributes::new(level.data, self.order);
        while let Some(attribute) = attributes.next_of(|number| act_of(number) != 0) {
            let act = act_of(attribute.header.number());
            let went = self.act(act, attribute, level);
            if went != Went::On {
                return went;
            }
        }
        Went::On
    }

    /// An integer stands where the paths of these queries end.
    #[inline]
    fn integer(&mut self, integer: &'r Integer, ends: Ends, data: &[u8], order: ByteOrder) -> Went {
        let Some(raw) = integer.raw(data, order) else {
            return Went::Unsure;
        };
        match integer.bounds {
            bounds if bounds.exclude(raw) => {
                self.marks.passed(ends);
                Went::On
            }
            Bounds::Interface => {
                let value = integer.value(raw, self.names);
                self.marks
                    .interface(ends, raw as u32, edition(self.names), &value)
            }
            _ => self.marks.value(ends, &integer.value(raw, self.names)),
        }
    }

    #[inline(never)]
    fn act(&mut self, at: ActAt, attribute: RawAttribute<'_>, level: Level<'_>) -> Went {
        let program = self.program;
        let Some(act) = program.act(at) else {
            return Went::On;
        };
        let data = attribute.payload;
        match act {
            Act::Integer(integer, ends) => {
                let order = order(attribute.header, self.order);
                self.integer(integer, *ends, data, order)
            }
            Act::Text(ends) => {
                let end = data.iter().position(|&b| b == 0).unwrap_or(data.len());
                self.marks
                    .value(*ends, &Value::Text(data.get(..end).unwrap_or(data)))
            }
            Act::Bytes(form, ends) => self.marks.value(*ends, &bytes(data, *form)),
            Act::Address(family, ends) => {
                let form = match self.number(*family) {
                    Some(AF_INET) if data.len() >= 4 => BytesAs::Ipv4,
                    Some(AF_INET6) if data.len() >= 16 => BytesAs::Ipv6,
                    _ => BytesAs::Ip,
                };
                self.marks.value(*ends, &bytes(data, form))
            }
            Act::Flag(ends) => self.marks.value(*ends, &Value::Flag),
            Act::Holder(ends) => self.marks.here(*ends),
            Act::Nest(ends, chain) => {
                let went = self.marks.here(*ends);
                match self.inside(data, level) {
                    Some(inner) if went == Went::On => self.chain(*chain, inner),
                    Some(_) => went,
                    None => Went::Unsure,
                }
            }
            Act::Entries(ends, entries) => {
                let went = self.marks.here(*ends);
                match self.inside(data, level) {
                    Some(inner) if went == Went::On => self.entries(entries, inner),
                    Some(_) => went,
                    None => Went::Unsure,
                }
            }
            Act::Elements(ends, elements) => {
                let order = order(attribute.header, self.order);
                match self.marks.here(*ends) {
                    Went::On => self.elements(elements, *ends, data, order),
                    went => went,
                }
            }
            Act::Fields(fields) => {
                let order = order(attribute.header, self.order);
                self.fields(fields, data, order)
            }
            Act::Choice(choice) => match self.choose(choice, attribute, level) {
                Some(0) => Went::On,
                Some(chosen) => self.act(chosen, attribute, level),
                None => Went::Unsure,
            },
            Act::Unsure(ends) => match self.marks.here(*ends) {
                Went::On => Went::Unsure,
                went => went,
            },
        }
    }

    /// The chain inside a value; `None` where it is too deep.
    fn inside<'a>(&self, data: &'a [u8], level: Level<'_>) -> Option<Level<'a>> {
        (level.depth < MAX_NESTING).then_some(Level {
            data,
            entry: level.entry,
            depth: level.depth + 1,
        })
    }

    fn entries(&mut self, entries: &Entries, level: Level<'_>) -> Went {
        for attribute in RawAttributes::new(level.data, self.order) {
            let number = attribute.header.number();
            let named = entries.named.iter().find(|(n, _)| *n == number);
            let act = named.map_or(entries.others, |(_, act)| *act);
            if act == 0 {
                continue;
            }
            let inner = Level {
                entry: Some(number),
                ..level
            };
            let went = self.act(act, attribute, inner);
            if went != Went::On {
                return went;
            }
        }
        Went::On
    }

    fn elements(&mut self, elements: &Elements, ends: Ends, data: &[u8], order: ByteOrder) -> Went {
        let width = usize::from(elements.integer.slot.width).max(1);
        let mut each = |i: usize, ends: Ends| {
            let at = i.saturating_mul(width);
            let data = data.get(at..at.saturating_add(width));
            match data.and_then(|data| elements.integer.raw(data, order)) {
                Some(raw) => self.marks.value(ends, &elements.integer.value(raw, None)),
                None => Went::On,
            }
        };
        for (i, ends) in &elements.named {
            let went = each(*i, *ends);
            if went != Went::On {
                return went;
            }
        }
        if !ends.is_empty() {
            for i in 0..data.len() / width {
                let went = each(i, ends);
                if went != Went::On {
                    return went;
                }
            }
        }
        Went::On
    }

    fn fields(&mut self, fields: &'r Fields, data: &[u8], order: ByteOrder) -> Went {
        if data.len() < fields.size {
            return Went::Unsure;
        }
        let mut went = self.marks.here(fields.ends);
        for (at, integer, ends) in &fields.fields {
            if went != Went::On {
                break;
            }
            let end = at + usize::from(integer.slot.width);
            let data = data.get(*at..end).unwrap_or(&[]);
            went = self.integer(integer, *ends, data, order);
        }
        went
    }

    fn number(&self, number: Number) -> Option<u64> {
        let Number { at, width, order } = number;
        let data = self.message.get(at..at.saturating_add(width))?;
        Some(order.resolve(self.order).unsigned(data, width))
    }

    /// What is done with a value that another one chooses; `None` where that hangs on more.
    fn choose(
        &self,
        choice: &Choice,
        attribute: RawAttribute<'_>,
        level: Level<'_>,
    ) -> Option<ActAt> {
        let number = match choice.by {
            By::Attribute(number) => {
                let text = last(level.data, number, self.order)?;
                let end = text.iter().position(|&b| b == 0).unwrap_or(text.len());
                let text = text.get(..end)?;
                let is = |case: &&(Match, ActAt)| match &case.0 {
                    Match::Text(of) => of.as_bytes() == text,
                    Match::Number(_) => false,
                };
                let case = choice.cases.iter().find(is);
                return Some(case.map_or(choice.otherwise, |(_, act)| *act));
            }
            By::Header(number) => self.number(number),
            By::Entry => level.entry.map(u64::from),
            By::ToKernel => Some(self.to_kernel.into()),
            By::Length => Some(attribute.payload.len() as u64),
        };
        let is = |case: &&(Match, ActAt)| match &case.0 {
            Match::Number(n) => Some(*n) == number,
            Match::Text(_) => false,
        };
        let case = choice.cases.iter().find(is);
        Some(case.map_or(choice.otherwise, |(_, act)| *act))
    }
}

impl Integer {
    /// Its bytes as a number, where they are as many as it has.
    #[inline(always)]
    fn raw(&self, data: &[u8], host: ByteOrder) -> Option<u64> {
        let order = self.order.resolve(host);
        match (self.slot.width, data) {
            // most are so
            (4, &[a, b, c, d]) => Some(order.four([a, b, c, d]).into()),
            (width, data) if data.len() == usize::from(width) => order.exact(data),
            _ => None,
        }
    }

    /// A number of it as a value.
    #[inline]
    fn value<'v>(&'v self, raw: u64, names: Option<&'v dyn Knowledge>) -> Value<'v> {
        match self.meaning {
            Meaning::Ifindex => Value::Interface {
                value: (raw as u32 as i32).into(),
                width: self.slot.width,
                name: names.and_then(|known| known.interface(raw as u32)),
            },
            _ => integer_value(raw, self.slot, &self.meaning, self.unit),
        }
    }
}

/// The edition of the names of interfaces; 0 where nobody asks for them.
#[inline]
pub(super) fn edition(names: Option<&dyn Knowledge>) -> Option<u64> {
    names.map_or(Some(0), |names| names.interfaces())
}

/// The byte order of an attribute's payload.
#[inline]
fn order(header: AttributeHeader, host: ByteOrder) -> ByteOrder {
    match header.nla_type & NLA_F_NET_BYTEORDER {
        0 => host,
        _ => ByteOrder::Big,
    }
}

/// The payload of the last attribute of a type.
fn last(chain: &[u8], number: u16, order: ByteOrder) -> Option<&[u8]> {
    RawAttributes::new(chain, order)
        .filter(|attribute| attribute.header.number() == number)
        .last()
        .map(|attribute| attribute.payload)
}

/// Bytes as the walk hands them out.
fn bytes(data: &[u8], form: BytesAs) -> Value<'_> {
    let form = match (form, data.len()) {
        (BytesAs::Ip, 4) => BytesAs::Ipv4,
        (BytesAs::Ip, 16) => BytesAs::Ipv6,
        (BytesAs::Ip, 6) => BytesAs::Mac,
        (BytesAs::Ip, _) => BytesAs::Opaque,
        (form, _) => form,
    };
    match form {
        BytesAs::Ipv4 | BytesAs::Ipv6 => match data.get(..form.size()) {
            Some(address) => Value::Bytes(address, form),
            None => Value::Bytes(data, BytesAs::Opaque),
        },
        BytesAs::Uuid | BytesAs::Eui64 if data.len() != form.size() => {
            Value::Bytes(data, BytesAs::Opaque)
        }
        form => Value::Bytes(data, form),
    }
}
