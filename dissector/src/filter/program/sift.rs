//! A first look at a message, at integers of its fixed headers and of its top level alone: where
//! nothing else matters that is in it, and none of them fits, that is all there is to be found
//! out.

use super::marks::{Answers, Ends};
use super::{Act, ActAt, Bounds, Integer, Program, order};
use crate::wire::{ByteOrder, RawAttributes};

/// In [`Sift::chain`]: something else matters.
const OTHER: u8 = u8::MAX;

/// What is compared.
#[derive(Debug)]
pub(super) struct Sift {
    /// In fixed headers: how many bytes the message has at least, and where the integer stands.
    headers: Vec<(usize, usize, Integer, Ends)>,
    /// By nla_type: the position among `attributes` plus one; 0 for nothing, or [`OTHER`].
    chain: Box<[u8]>,
    attributes: Vec<(Integer, Ends)>,
}

impl Sift {
    /// What a program compares of them; `None` where its headers need more.
    pub(super) fn of(program: &Program) -> Option<Sift> {
        let mut headers = Vec::new();
        for (from, fields) in &program.headers {
            if !fields.ends.is_empty() {
                return None;
            }
            for (at, integer, ends) in &fields.fields {
                if !integer.bounds.are_known() {
                    return None;
                }
                headers.push((from + fields.size, from + at, integer.clone(), *ends));
            }
        }
        let mut attributes = Vec::new();
        let mut place = |act: ActAt| match program.act(act) {
            None => 0,
            Some(Act::Integer(integer, ends))
                if integer.bounds.are_known() && attributes.len() + 1 < OTHER.into() =>
            {
                attributes.push((integer.clone(), *ends));
                attributes.len() as u8
            }
            Some(_) => OTHER,
        };
        let chain = program.chains.first()?.iter().map(|act| place(*act));
        let chain = chain.collect();
        Some(Sift {
            headers,
            chain,
            attributes,
        })
    }

    /// The queries that values came for, if none of them fits; `None` where one may fit, or more
    /// is to be looked at. `from` is where the attributes begin, `names` the edition of the names
    /// of interfaces.
    #[inline(always)]
    pub(super) fn seen(
        &self,
        message: &[u8],
        from: usize,
        host: ByteOrder,
        names: Option<u64>,
        answers: &Answers,
    ) -> Option<Ends> {
        let mut seen = 0;
        for (least, at, integer, ends) in &self.headers {
            let message = message.get(..*least).and(message.get(*at..))?;
            let data = message.get(..integer.slot.width.into())?;
            if !fits_nothing(integer, *ends, data, host, names, answers) {
                return None;
            }
            seen |= ends.0;
        }
        if !self.chain.is_empty() {
            let chain = |number: u16| self.chain.get(usize::from(number)).copied().unwrap_or(0);
            let data = message.get(from..).unwrap_or(&[]);
            let mut attributes = RawAttributes::new(data, host);
            while let Some(attribute) = attributes.next_of(|number| chain(number) != 0) {
                let at = usize::from(chain(attribute.header.number())).wrapping_sub(1);
                let (integer, ends) = self.attributes.get(at)?;
                let order = order(attribute.header, host);
                if !fits_nothing(integer, *ends, attribute.payload, order, names, answers) {
                    return None;
                }
                seen |= ends.0;
            }
        }
        Some(Ends(seen))
    }
}

/// Whether an integer is known to fit none of these queries.
#[inline(always)]
fn fits_nothing(
    integer: &Integer,
    ends: Ends,
    data: &[u8],
    host: ByteOrder,
    names: Option<u64>,
    answers: &Answers,
) -> bool {
    let Some(raw) = integer.raw(data, host) else {
        return false;
    };
    match integer.bounds {
        Bounds::Interface => names.is_some_and(|names| answers.misses(names, raw as u32, ends)),
        bounds => bounds.exclude(raw),
    }
}
