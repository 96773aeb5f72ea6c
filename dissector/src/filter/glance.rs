//! The answer of a plain filter from the bytes of a message alone.
//!
//! Most messages of a capture need no look at what is known beside them: their record follows
//! from their type, and the filter's program for it tells the answer. Who reads a capture asks
//! here first, and makes an envelope and a context only where that gives none.

use super::program::edition;
use super::run::Matcher;
use crate::context::Context;
use crate::table::When;
use crate::walk::{NETLINK_GENERIC, Resolved, holds, to_kernel};
use crate::wire::{ByteOrder, Messages, NLMSG_HDRLEN, RawMessage};

const NLMSG_MIN_TYPE: u16 = 16;

/// What is known of the types of messages that were met.
#[derive(Debug)]
pub(super) struct Glances {
    slots: Box<[Slot; SLOTS]>,
}

const SLOTS: usize = 256;
/// How many values a byte has.
const BYTES: usize = 256;

/// Types share a slot: the last one has it.
#[derive(Debug, Default)]
struct Slot {
    protocol: u16,
    nlmsg_type: u16,
    glance: Option<Glance>,
}

/// What is done with the messages of a type.
#[derive(Debug)]
enum Glance {
    Answer(bool),
    /// How its messages begin, by their only record.
    Begun(usize),
    /// The same, by a byte of the payload; the last is for messages that do not have it.
    ByByte(usize, Box<[usize; BYTES + 1]>),
    /// The same, by the first condition that holds; the first of all where none does.
    Records(Box<[(When, usize)]>),
    Unsure,
}

impl Default for Glances {
    fn default() -> Glances {
        Glances {
            slots: Box::new(std::array::from_fn(|_| Slot::default())),
        }
    }
}

impl Glances {
    #[inline]
    fn at(&mut self, protocol: u16, nlmsg_type: u16) -> Option<&mut Slot> {
        let at = nlmsg_type ^ nlmsg_type >> 8 ^ protocol << 2;
        self.slots.get_mut(usize::from(at) % SLOTS)
    }
}

impl Matcher<'_> {
    /// Passes over messages of a frame whose bytes tell that they do not match, and counts them
    /// in `passed`. Hands out the first other one, with its answer where its bytes tell that; or
    /// the first of the type `teaching`, without a look at it.
    pub fn pass<'a>(
        &mut self,
        messages: &mut Messages<'a>,
        passed: &mut u32,
        teaching: Option<u16>,
        ctx: &Context<'_>,
    ) -> Option<(RawMessage<'a>, Option<bool>)> {
        // a loop for each order
        match messages.order() {
            ByteOrder::Little => self.pass_in(ByteOrder::Little, messages, passed, teaching, ctx),
            ByteOrder::Big => self.pass_in(ByteOrder::Big, messages, passed, teaching, ctx),
        }
    }

    #[inline(always)]
    fn pass_in<'a>(
        &mut self,
        order: ByteOrder,
        messages: &mut Messages<'a>,
        passed: &mut u32,
        teaching: Option<u16>,
        ctx: &Context<'_>,
    ) -> Option<(RawMessage<'a>, Option<bool>)> {
        let names = edition(self.names(ctx));
        while let Some(message) = messages.step(order) {
            if Some(message.header.nlmsg_type) == teaching {
                return Some((message, None));
            }
            match self.look(&message, order, names, ctx) {
                Some(false) => *passed += 1,
                answer => return Some((message, answer)),
            }
        }
        None
    }

    /// Whether a message matches, where its bytes tell that. No more of the context is asked than
    /// the tables, protocol, byte order, the names of interfaces and the direction: where that is
    /// not told, NLM_F_REQUEST tells it.
    pub fn glance(&mut self, message: &RawMessage<'_>, ctx: &Context<'_>) -> Option<bool> {
        self.look(message, ctx.order, edition(self.names(ctx)), ctx)
    }

    #[inline(always)]
    fn look(
        &mut self,
        message: &RawMessage<'_>,
        order: ByteOrder,
        names: Option<u64>,
        ctx: &Context<'_>,
    ) -> Option<bool> {
        if !self.plain {
            return None;
        }
        let protocol = ctx.protocol;
        let nlmsg_type = message.header.nlmsg_type;
        let slot = self.glances.at(protocol, nlmsg_type)?;
        if slot.glance.is_none() || (slot.protocol, slot.nlmsg_type) != (protocol, nlmsg_type) {
            self.meet(*message, ctx);
        }
        let to_kernel = to_kernel(message, ctx);
        let begun = match self.glances.at(protocol, nlmsg_type)?.glance.as_ref()? {
            Glance::Answer(answer) => return Some(*answer),
            Glance::Begun(at) => *at,
            Glance::ByByte(at, begun) => {
                let byte = message.data.get(NLMSG_HDRLEN + at);
                *begun.get(byte.map_or(BYTES, |byte| usize::from(*byte)))?
            }
            Glance::Records(records) => {
                let body = message.data.get(NLMSG_HDRLEN..).unwrap_or(&[]);
                let mut fitting = records.iter();
                let fits = fitting.find(|(when, _)| holds(when, to_kernel, body, order));
                fits.or(records.first())?.1
            }
            Glance::Unsure => return None,
        };
        self.run(begun, message.data, to_kernel, order, names, ctx)
    }

    /// Finds out what is done with the messages of a type.
    #[cold]
    #[inline(never)]
    fn meet(&mut self, message: RawMessage<'_>, ctx: &Context<'_>) {
        let nlmsg_type = message.header.nlmsg_type;
        let glance = self.glance_of(&message, ctx);
        if let Some(slot) = self.glances.at(ctx.protocol, nlmsg_type) {
            *slot = Slot {
                protocol: ctx.protocol,
                nlmsg_type,
                glance: Some(glance),
            };
        }
    }

    fn glance_of(&mut self, message: &RawMessage<'_>, ctx: &Context<'_>) -> Glance {
        let protocol = ctx.protocol;
        if protocol == NETLINK_GENERIC {
            return Glance::Unsure;
        }
        let nlmsg_type = message.header.nlmsg_type;
        let Some((family, command, records)) = ctx.tables.records(protocol, nlmsg_type) else {
            let control = nlmsg_type < NLMSG_MIN_TYPE;
            return match self.of_controls.filter(|_| control) {
                Some(answer) => Glance::Answer(answer),
                None => Glance::Unsure,
            };
        };
        let mut begun = Vec::new();
        for record in records {
            let resolved = Resolved {
                family: Some(family),
                record: Some(record),
                generic_name: None,
                generic: None,
                command,
                control: false,
            };
            let at = self.begun_at(record, &resolved, message, ctx);
            begun.push((record.when.clone(), at));
        }
        let answers: Vec<_> = begun.iter().map(|(_, at)| self.answer_of(*at)).collect();
        match (begun.as_slice(), answers.as_slice()) {
            ([], _) => Glance::Unsure,
            (_, [Some(answer), others @ ..]) if others.iter().all(|a| *a == Some(*answer)) => {
                Glance::Answer(*answer)
            }
            ([(_, at)], _) => Glance::Begun(*at),
            (records, _) => match by_byte(records, ctx.order) {
                Some((at, begun)) => Glance::ByByte(at, begun),
                None => Glance::Records(begun.into()),
            },
        }
    }
}

/// Where one byte of the payload tells the record: its position, and what each value comes to.
fn by_byte(
    records: &[(When, usize)],
    order: ByteOrder,
) -> Option<(usize, Box<[usize; BYTES + 1]>)> {
    let mut places = records.iter().filter_map(|(when, _)| match when {
        When::Byte(at, ..) => Some(usize::from(*at)),
        _ => None,
    });
    let place = places.next()?;
    let alone = |(when, _): &(When, usize)| match when {
        When::Always => true,
        When::Byte(at, ..) => usize::from(*at) == place,
        _ => false,
    };
    if !records.iter().all(alone) {
        return None;
    }
    let first = records.first()?.1;
    let mut body = vec![0; place];
    let of = |byte: usize| {
        body.truncate(place);
        body.extend(u8::try_from(byte).ok());
        let mut fitting = records.iter();
        let fits = fitting.find(|(when, _)| holds(when, false, &body, order));
        fits.map_or(first, |(_, at)| *at)
    };
    Some((place, Box::new(std::array::from_fn(of))))
}
