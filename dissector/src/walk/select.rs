//! Finding the value that decides between layouts.

use super::{Lookups, Scope, Span, Walk, What};
use crate::sink::Sink;
use crate::table::{Abi, Fact, Format, Kind, Select, Selector, Width};
use crate::wire::{ByteOrder, RawAttributes};

/// A deciding value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found<'f> {
    /// A string, up to its NUL.
    Text(&'f [u8]),
    /// A number.
    Number(u64),
}

impl<S: Sink + ?Sized> Walk<'_, '_, S> {
    /// The layout that a choice comes to here.
    pub(super) fn choose<'t>(
        &self,
        select: &'t Select,
        payload: Span<'_>,
        scope: &Scope<'_>,
    ) -> Option<&'t Kind> {
        match self.find(&select.by, payload.data.len(), scope) {
            Some(Found::Text(text)) => select.text(text),
            Some(Found::Number(number)) => select.number(number),
            None => select.otherwise.as_ref(),
        }
    }

    /// The value of a selector.
    pub fn find<'s>(
        &self,
        by: &Selector,
        length: usize,
        scope: &'s Scope<'s>,
    ) -> Option<Found<'s>> {
        match by {
            Selector::Attribute(name) => scope.attribute(name),
            Selector::Field(name) => scope.field(name).map(Found::Number),
            Selector::Fact(fact) => match fact {
                Fact::Command => Some(u64::from(self.facts.command)),
                Fact::ToKernel => self.facts.to_kernel.map(u64::from),
                Fact::Length => Some(length as u64),
                Fact::EntryType => scope.entry().map(u64::from),
            }
            .map(Found::Number),
        }
    }
}

impl Scope<'_> {
    /// The value of an attribute: of this scope, else of the nearest around it that has one.
    pub fn attribute(&self, name: &str) -> Option<Found<'_>> {
        let mut scope = Some(self);
        while let Some(s) = scope {
            if let What::Attributes(set) = s.what {
                let place = s.lookups.get(name.as_ptr(), || {
                    let attribute = set.named(name)?;
                    place_of(s.data, attribute.value, s.order)
                });
                if let Some((number, from, to)) = place {
                    let kind = &set.get(number)?.kind;
                    return found(kind, s.data.get(from..to)?, s.order);
                }
            }
            scope = s.parent;
        }
        None
    }

    /// The value of a field of the nearest struct or header around that has one of this name.
    pub fn field(&self, name: &str) -> Option<u64> {
        let mut scope = Some(self);
        while let Some(s) = scope {
            if let What::Struct(of, abi) = s.what
                && let Some((at, kind)) = of.field(name, abi)
            {
                let data = s.data.get(at..)?;
                let size = kind.size(abi);
                return match found(kind, data.get(..size)?, s.order)? {
                    Found::Number(n) => Some(n),
                    Found::Text(_) => None,
                };
            }
            scope = s.parent;
        }
        None
    }

    fn entry(&self) -> Option<u16> {
        let mut scope = Some(self);
        while let Some(s) = scope {
            if let What::Entry(number) = s.what {
                return Some(number);
            }
            scope = s.parent;
        }
        None
    }
}

impl Lookups {
    /// Where an attribute stands, looked for once.
    fn get(
        &self,
        key: *const u8,
        look: impl FnOnce() -> Option<(u16, usize, usize)>,
    ) -> Option<(u16, usize, usize)> {
        let mut first = self.first.get();
        if let Some((_, place)) = first.iter().flatten().find(|(of, _)| *of == key) {
            return *place;
        }
        let mut more = self.more.borrow_mut();
        if let Some((_, place)) = more.iter().find(|(of, _)| *of == key) {
            return *place;
        }
        let place = look();
        match first.iter_mut().find(|slot| slot.is_none()) {
            Some(slot) => {
                *slot = Some((key, place));
                self.first.set(first);
            }
            None => more.push((key, place)),
        }
        place
    }
}

/// Where the last attribute of a type stands in a chain: the kernel takes the last.
fn place_of(data: &[u8], number: u16, order: ByteOrder) -> Option<(u16, usize, usize)> {
    let mut place = None;
    let base = data.as_ptr() as usize;
    for attribute in RawAttributes::new(data, order) {
        if attribute.header.number() == number {
            let from = attribute.payload.as_ptr() as usize - base;
            place = Some((number, from, from + attribute.payload.len()));
        }
    }
    place
}

fn found<'d>(kind: &Kind, data: &'d [u8], host: ByteOrder) -> Option<Found<'d>> {
    match &kind.format {
        Format::String(_) => {
            let end = data.iter().position(|&b| b == 0).unwrap_or(data.len());
            Some(Found::Text(data.get(..end)?))
        }
        Format::Integer { width, order, .. } => {
            let order = order.resolve(host);
            let width = match width {
                Width::W8 => 1,
                Width::W16 => 2,
                Width::W32 => 4,
                Width::W64 | Width::Aligned64 => 8,
                Width::Long => Abi::Lp64.long(),
                Width::ByLength => data.len(),
            };
            (data.len() >= width).then(|| Found::Number(order.unsigned(data, width)))
        }
        Format::Flag => Some(Found::Number(1)),
        // its name hangs on another value, its number does not
        Format::Select(select) => found(select.otherwise.as_ref()?, data, host),
        _ => None,
    }
}
