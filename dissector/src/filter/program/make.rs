//! Making a program: as the walk and the filter's sink would go through all that the tables
//! allow for, with what no path can reach left out.

use super::marks::{Ends, MAX_QUERIES};
use super::sift::Sift;
use super::{Act, ActAt, Bounds, By, Choice, Elements, Entries, Fields, Integer, Number, Program};
use crate::filter::reach::{Below, Positions};
use crate::filter::run::wanted_of;
use crate::filter::{Filter, On};
use crate::hash::QuickMap;
use crate::table::{
    Abi, Body, BytesAs, Enum, Fact, Field, Format, Kind, Match, Meaning, Message, Select, Selector,
    Set, Slot, Struct, Tables, Width,
};
use crate::walk::{Key, Node};
use crate::wire::{GENL_HDRLEN, NLMSG_HDRLEN, align4};

/// How many things a program may do.
const MAX_ACTS: usize = 4096;

/// The program of a filter for a record. `live` are the positions of paths that can stand in it.
pub(in crate::filter) fn make(
    filter: &Filter<'_>,
    tables: &Tables,
    record: &Message,
    generic: bool,
    live: Positions,
) -> Option<Program> {
    let Body::Attributes(set) = record.body else {
        return None;
    };
    if filter.queries.len() > MAX_QUERIES {
        return None;
    }
    let mut from = match generic {
        true => NLMSG_HDRLEN + GENL_HDRLEN,
        false => NLMSG_HDRLEN,
    };
    let mut headers = Vec::new();
    for header in record.headers.iter() {
        if header.by_abi {
            return None;
        }
        headers.push((&**header, from));
        from += align4(header.layout(Abi::default()).size.into());
    }
    let mut make = Make {
        filter,
        tables,
        live,
        headers,
        program: Program {
            from,
            ..Program::default()
        },
        chains: QuickMap::default(),
        open: Vec::new(),
        nesting: 0,
    };
    for (s, from) in make.headers.clone() {
        let progress = make.step(0, Key::Name(&s.name));
        let fields = make.fields(s, progress, make.ends(progress))?;
        if !fields.ends.is_empty() || !fields.fields.is_empty() {
            make.program.headers.push((from, fields));
        }
    }
    make.chain(tables.set(set), 0, false);
    let mut program = make.program;
    program.sift = Sift::of(&program);
    (program.acts.len() < MAX_ACTS).then_some(program)
}

struct Make<'m, 't> {
    filter: &'m Filter<'m>,
    tables: &'t Tables,
    live: Positions,
    /// The fixed headers, and where each stands.
    headers: Vec<(&'t Struct, usize)>,
    program: Program,
    /// By the address of the set, where paths have come to, and whether names that no table
    /// lists may stand there.
    chains: QuickMap<usize, Vec<(Positions, bool, u16)>>,
    /// Chains that are being made.
    open: Vec<u16>,
    nesting: usize,
}

/// What is known where a value stands.
#[derive(Clone, Copy)]
struct Here<'t> {
    /// Where paths have come to.
    progress: Positions,
    below: Below,
    /// Names that are its own, or below it.
    names: Positions,
    /// The set of the chain that it stands in.
    set: Option<&'t Set>,
}

impl<'t> Make<'_, 't> {
    /// The position of a chain, made where it is new.
    fn chain(&mut self, set: &'t Set, progress: Positions, loose: bool) -> u16 {
        let of = std::ptr::from_ref(set) as usize;
        let known = self.chains.entry(of).or_default();
        if let Some((.., at)) = known.iter().find(|(p, l, _)| (*p, *l) == (progress, loose)) {
            return *at;
        }
        let at = self.program.chains.len();
        let position = u16::try_from(at).unwrap_or(u16::MAX);
        known.push((progress, loose, position));
        self.program.chains.push(Box::default());
        self.open.push(position);
        let [fresh, begun] = wanted_of(set, self.filter);
        let wanted = if progress == 0 { fresh } else { begun };
        let mut acts: Vec<ActAt> = Vec::new();
        for attribute in set.attributes.iter() {
            if !loose && !wanted.contains(attribute.value) {
                continue;
            }
            let name = &attribute.name;
            let nothing = if loose { Below::MAX } else { Below::default() };
            let below = self.filter.reach.below(name).copied().unwrap_or(nothing);
            let here = Here {
                progress: self.step(progress, Key::Name(name)),
                below: Below {
                    loose: below.loose || loose,
                    ..below
                },
                names: self.filter.paths.named(name) | below.names,
                set: Some(set),
            };
            let act = self.kind(&attribute.kind, here);
            let number = usize::from(attribute.value);
            if act != 0 {
                acts.resize(acts.len().max(number + 1), 0);
            }
            if let Some(slot) = acts.get_mut(number) {
                *slot = act;
            }
        }
        self.open.pop();
        if let Some(chain) = self.program.chains.get_mut(at) {
            *chain = acts.into();
        }
        position
    }

    fn step(&self, above: Positions, key: Key<'_>) -> Positions {
        self.filter.paths.step(above, false, &Node::new(key, 0, 0))
    }

    /// The queries whose paths end where paths have come to.
    fn ends(&self, progress: Positions) -> Ends {
        let ends = |on: &On| match on {
            On::Path(at) => {
                let path = self.filter.paths.get(*at);
                path.is_some_and(|path| path.last & progress & self.live != 0)
            }
            _ => false,
        };
        let queries = self.filter.queries.iter().take(MAX_QUERIES).enumerate();
        let found = queries.filter(|(_, query)| ends(&query.on));
        Ends(found.fold(0, |all, (at, _)| all | 1 << at))
    }

    /// Whether something that matters can stand inside.
    fn matters(&self, here: &Here<'_>) -> bool {
        let starts = self.filter.paths.starts(false) & here.below.starts;
        let further = (here.progress << 1) & here.below.names;
        (starts | further) & self.live != 0
    }

    fn push(&mut self, act: Act) -> ActAt {
        let acts = &mut self.program.acts;
        if acts.len() < MAX_ACTS {
            acts.push(act);
        }
        acts.len() as ActAt
    }

    /// What is done where paths end alone; nothing where none does.
    fn leaf(&mut self, ends: Ends, act: impl FnOnce(Ends) -> Act) -> ActAt {
        match ends.is_empty() {
            true => 0,
            false => self.push(act(ends)),
        }
    }

    fn unsure(&mut self) -> ActAt {
        self.push(Act::Unsure(Ends::default()))
    }

    /// What is done with a value of a kind.
    fn kind(&mut self, kind: &'t Kind, here: Here<'t>) -> ActAt {
        let ends = self.ends(here.progress);
        let inside = self.matters(&here);
        // a special decoder may give names beside its own, too
        let special = matches!(kind.format, Format::Special(_))
            && (here.below.loose || here.names & self.live != 0);
        if ends.is_empty() && !inside && !special {
            return 0;
        }
        if kind.or_flag || self.nesting > super::MAX_NESTING.into() {
            return self.unsure();
        }
        self.nesting += 1;
        let act = match &kind.format {
            Format::Integer { .. } => match self.integer(kind, ends) {
                Some(integer) => self.leaf(ends, |ends| Act::Integer(integer, ends)),
                None => self.unsure(),
            },
            Format::String(_) => self.leaf(ends, Act::Text),
            Format::Bytes(form) => self.leaf(ends, |ends| Act::Bytes(*form, ends)),
            Format::Flag => self.leaf(ends, Act::Flag),
            Format::Address(Selector::Field(name)) => match self.header(name) {
                Some(number) => self.leaf(ends, |ends| Act::Address(number, ends)),
                None => self.unsure(),
            },
            Format::Nest(set) if inside => self.nest(self.tables.set(*set), here, ends),
            Format::Nest(_) => self.push(Act::Holder(ends)),
            Format::Array(element) => self.entries(None, element, here, ends),
            Format::Map(keys, element) => self.entries(keys.as_deref(), element, here, ends),
            Format::Table(keys, element) => self.elements(Some(keys), element, here, ends),
            Format::List(element) => self.elements(None, element, here, ends),
            Format::Select(select) => self.choice(select, here),
            Format::Struct(s, None) => match self.fields(s, here.progress, ends) {
                Some(fields) => self.push(Act::Fields(fields)),
                None => self.unsure(),
            },
            Format::Struct(..) => self.push(Act::Unsure(ends)),
            _ => self.unsure(),
        };
        self.nesting -= 1;
        act
    }

    fn nest(&mut self, set: &'t Set, here: Here<'t>, ends: Ends) -> ActAt {
        let chain = self.chain(set, here.progress, here.below.loose);
        let made = self.program.chains.get(usize::from(chain));
        // one that is not made yet leads to itself
        let empty = !self.open.contains(&chain) && made.is_some_and(|acts| acts.is_empty());
        match empty {
            true => self.leaf(ends, Act::Holder),
            false => self.push(Act::Nest(ends, chain)),
        }
    }

    fn entries(
        &mut self,
        keys: Option<&'t Enum>,
        element: &'t Kind,
        here: Here<'t>,
        ends: Ends,
    ) -> ActAt {
        let below = Below {
            loose: here.below.loose,
            ..Below::MAX
        };
        let inside = |progress| Here {
            progress,
            below,
            names: Positions::MAX,
            set: None,
        };
        let others = self.kind(element, inside(here.progress));
        let mut named = Vec::new();
        for entry in keys.iter().flat_map(|keys| keys.entries.iter()) {
            let progress = self.step(here.progress, Key::Entry(0, Some(&entry.name)));
            if progress != here.progress
                && let Ok(number) = u16::try_from(entry.value)
            {
                named.push((number, self.kind(element, inside(progress))));
            }
        }
        if others == 0 && named.iter().all(|(_, act)| *act == 0) {
            return self.leaf(ends, Act::Holder);
        }
        self.push(Act::Entries(ends, Entries { named, others }))
    }

    fn elements(
        &mut self,
        keys: Option<&'t Enum>,
        element: &'t Kind,
        here: Here<'t>,
        ends: Ends,
    ) -> ActAt {
        let integer = self.integer(element, Ends::default()).filter(|i| {
            let interface = matches!(i.meaning, Meaning::Ifindex);
            element.count <= 1 && !interface
        });
        let Some(integer) = integer else {
            return self.push(Act::Unsure(ends));
        };
        let mut named: Vec<(usize, Ends)> = Vec::new();
        let entries = keys.map_or(&[][..], |keys| &keys.entries);
        let first = entries.first().map_or(0, |entry| entry.value);
        for entry in entries {
            let progress = self.step(here.progress, Key::Entry(0, Some(&entry.name)));
            let Ok(position) = usize::try_from(entry.value.wrapping_sub(first)) else {
                continue;
            };
            let own = self.ends(progress);
            if own != ends {
                named.push((position, own));
            }
        }
        if named.is_empty() && ends.is_empty() {
            return 0;
        }
        self.push(Act::Elements(ends, Box::new(Elements { integer, named })))
    }

    fn choice(&mut self, select: &'t Select, here: Here<'t>) -> ActAt {
        let mut cases = Vec::new();
        for case in select.cases.iter() {
            cases.push((case.when.clone(), self.kind(&case.kind, here)));
        }
        let otherwise = match &select.otherwise {
            Some(kind) => self.kind(kind, here),
            None => {
                let ends = self.ends(here.progress);
                self.leaf(ends, |ends| Act::Bytes(BytesAs::Opaque, ends))
            }
        };
        if otherwise == 0 {
            cases.retain(|(_, act)| *act != 0);
            if cases.is_empty() {
                return 0;
            }
        }
        let of_text = |(when, _): &(Match, ActAt)| matches!(when, Match::Text(_));
        let texts = cases.iter().all(of_text);
        let by = match &select.by {
            Selector::Attribute(name) if texts => text_beside(here.set, name),
            Selector::Field(name) => self.header(name).map(By::Header),
            Selector::Fact(Fact::EntryType) => Some(By::Entry),
            Selector::Fact(Fact::ToKernel) => Some(By::ToKernel),
            Selector::Fact(Fact::Length) => Some(By::Length),
            _ => None,
        };
        let numbers = !cases.iter().any(of_text);
        match by {
            Some(by) if numbers || matches!(by, By::Attribute(_)) => {
                self.push(Act::Choice(Choice {
                    by,
                    cases,
                    otherwise,
                }))
            }
            _ => self.unsure(),
        }
    }

    /// An integer that is the same in all layouts, and needs nothing beside its bytes. These
    /// queries are all that is asked of it; with none, that is not known.
    fn integer(&self, kind: &Kind, ends: Ends) -> Option<Integer> {
        let Format::Integer {
            width,
            signed,
            order,
            meaning,
        } = &kind.format
        else {
            return None;
        };
        Some(Integer {
            slot: Slot {
                offset: 0,
                width: fixed(*width)?,
                signed: *signed,
            },
            order: *order,
            meaning: meaning.clone(),
            unit: kind.unit,
            bounds: match (meaning, signed) {
                _ if ends.is_empty() => Bounds::Unknown,
                (Meaning::Ifindex, _) => Bounds::Interface,
                (_, true) => Bounds::Unknown,
                (_, false) => self.bounds(meaning, ends),
            },
        })
    }

    /// The least and the most of all numbers that may fit one of these queries, where each of
    /// them takes any number.
    fn bounds(&self, meaning: &Meaning, ends: Ends) -> Bounds {
        let (mut least, mut most) = (u64::MAX, 0);
        for at in ends.positions() {
            let query = self.filter.queries.get(at);
            let bounds = query.and_then(|query| query.condition.bounds(meaning));
            let Some((from, to)) = bounds else {
                return Bounds::Unknown;
            };
            (least, most) = (least.min(from), most.max(to));
        }
        Bounds::Numbers(least, most)
    }

    /// The integers of a struct that matter; none where more does, or where they lie elsewhere in
    /// other layouts.
    fn fields(&self, s: &Struct, progress: Positions, ends: Ends) -> Option<Fields> {
        let layout = s.layout(Abi::default());
        let matters = |field: &Field, progress: Positions| {
            let below = self.filter.reach.below(&field.name).copied();
            let below = below.unwrap_or_default();
            // bit-fields stand on the level of what holds them
            let bits = matches!(field.kind.format, Format::Bits(..));
            bits && below.names & self.live != 0
                || self.matters(&Here {
                    progress,
                    below,
                    names: 0,
                    set: None,
                })
        };
        let mut found = Vec::new();
        for (field, slot) in s.fields.iter().zip(layout.slots.iter()) {
            let progress = self.step(progress, Key::Name(&field.name));
            let own = self.ends(progress);
            if own.is_empty() && !matters(field, progress) {
                continue;
            }
            let integer = self.integer(&field.kind, own)?;
            let interface = matches!(integer.meaning, Meaning::Ifindex);
            if field.kind.reserved || field.kind.count > 1 || layout.plain && interface {
                return None;
            }
            found.push((slot.offset.into(), integer, own));
        }
        let tail = s.tail.as_ref().is_some_and(|tail| {
            let progress = self.step(progress, Key::Name(&tail.name));
            !self.ends(progress).is_empty() || matters(tail, progress)
        });
        let other = s.by_abi && !found.is_empty();
        (!tail && !other).then(|| Fields {
            ends,
            size: layout.size.into(),
            fields: found,
        })
    }

    /// A number of the fixed headers: that of the nearest one that has it.
    fn header(&self, name: &str) -> Option<Number> {
        let mut headers = self.headers.iter().rev();
        let (from, (at, kind)) =
            headers.find_map(|(s, from)| Some((from, s.field(name, Abi::default())?)))?;
        let Format::Integer { width, order, .. } = &kind.format else {
            return None;
        };
        Some(Number {
            at: from + at,
            width: fixed(*width)?.into(),
            order: *order,
        })
    }
}

/// Bytes of an integer that has as many everywhere.
fn fixed(width: Width) -> Option<u8> {
    match width {
        Width::W8 => Some(1),
        Width::W16 => Some(2),
        Width::W32 => Some(4),
        Width::W64 | Width::Aligned64 => Some(8),
        Width::Long | Width::ByLength => None,
    }
}

/// A string among the attributes of a set.
fn text_beside(set: Option<&Set>, name: &str) -> Option<By> {
    let attribute = set?.named(name)?;
    let text = matches!(attribute.kind.format, Format::String(_));
    text.then_some(By::Attribute(attribute.value))
}
