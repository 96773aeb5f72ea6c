//! From an offset in a request to the path of the attribute that stands there.

use super::{Key, Node, Walk, resolve};
use crate::context::Context;
use crate::sink::{Class, Flow, Sink, Value};
use crate::table::{Body, Format, Kind, SetRef};
use crate::wire::{NLA_TYPE_MASK, RawMessage};

/// The path of the attribute whose header lies at `offset` (from the nlmsghdr) of a request,
/// for example `IFLA_VFINFO_LIST.IFLA_VF_INFO[2].IFLA_VF_MAC`.
pub fn path_at(request: &RawMessage<'_>, offset: u32, ctx: &Context<'_>) -> Option<String> {
    let mut finder = Finder {
        wanted: offset.saturating_add(request.offset as u32),
        path: Vec::new(),
        found: None,
        ordinals: Vec::new(),
    };
    let mut walk = Walk::new(ctx, &mut finder);
    let resolved = resolve(request, ctx);
    walk.message(request, &resolved);
    finder.found
}

/// The path of an attribute of type `number` that is missing in the nest at `nest` (from the
/// nlmsghdr; the message itself where absent).
pub(super) fn missing(
    request: &RawMessage<'_>,
    nest: Option<u32>,
    number: u16,
    ctx: &Context<'_>,
) -> Option<String> {
    let record = resolve(request, ctx).record?;
    let Body::Attributes(top) = record.body else {
        return None;
    };
    let name = |set: SetRef| match ctx.tables.set(set).get(number) {
        Some(attribute) => attribute.name.as_str().to_owned(),
        None => format!("#{number}"),
    };
    let Some(nest) = nest else {
        return Some(name(top));
    };
    let path = path_at(request, nest, ctx)?;
    let mut set = top;
    for part in path.split('.') {
        let part = part.split('[').next().unwrap_or(part);
        let Some(attribute) = ctx.tables.set(set).named(part) else {
            continue; // an entry of an array: its set is the array's
        };
        match inner_set(&attribute.kind) {
            Some(inner) => set = inner,
            None => return Some(format!("{path}.#{number}")),
        }
    }
    Some(format!("{path}.{}", name(set)))
}

fn inner_set(kind: &Kind) -> Option<SetRef> {
    match &kind.format {
        Format::Nest(set) | Format::Sequence(set) => Some(*set),
        Format::Array(element) | Format::Map(_, element) => inner_set(element),
        Format::Struct(_, set) => *set,
        _ => None,
    }
}

/// Keeps the path of where the walk is and stops at the wanted offset.
struct Finder {
    wanted: u32,
    path: Vec<String>,
    found: Option<String>,
    /// Per level: names met so far, for those that repeat.
    ordinals: Vec<Vec<(u16, u32)>>,
}

impl Finder {
    fn part(&mut self, node: &Node<'_>) -> String {
        let Some(number) = node.nla_type else {
            return String::new();
        };
        if let Key::Entry(..) = node.key {
            return format!("[{}]", number & NLA_TYPE_MASK);
        }
        let level = self.path.len();
        if self.ordinals.len() <= level {
            self.ordinals.resize_with(level + 1, Vec::new);
        }
        let Some(met) = self.ordinals.get_mut(level) else {
            return String::new();
        };
        let ordinal = match met.iter_mut().find(|(n, _)| *n == number) {
            Some((_, ordinal)) => {
                *ordinal += 1;
                *ordinal
            }
            None => {
                met.push((number, 0));
                0
            }
        };
        if node.multi || ordinal > 0 {
            format!("{}[{ordinal}]", node.key)
        } else {
            node.key.to_string()
        }
    }

    fn check(&mut self, node: &Node<'_>, part: &str) -> Flow {
        if node.nla_type.is_none() || node.offset != self.wanted {
            return Flow::Continue;
        }
        let mut found = String::new();
        for part in self.path.iter().map(String::as_str).chain([part]) {
            if !found.is_empty() && !part.is_empty() && !part.starts_with('[') {
                found.push('.');
            }
            found.push_str(part);
        }
        self.found = Some(found);
        Flow::Stop
    }
}

impl Sink for Finder {
    fn enter(&mut self, node: &Node<'_>, _: Class) -> Flow {
        let part = self.part(node);
        let flow = self.check(node, &part);
        self.path.push(part);
        let level = self.path.len();
        self.ordinals.truncate(level);
        flow
    }

    fn leave(&mut self) {
        self.path.pop();
    }

    fn leaf(&mut self, node: &Node<'_>, _: &Value<'_>) -> Flow {
        let part = self.part(node);
        self.check(node, &part)
    }

    fn as_dyn(&mut self) -> &mut dyn Sink {
        self
    }
}
