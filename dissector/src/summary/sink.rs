//! Listening to the walk.

use super::inside::write_count;
use super::rule::{Act, BOOK, Ready, Show};
use super::words::{write_ethernet, write_text, write_value};
use super::{Control, Found, PLAIN_VALUES, Summary};
use crate::diagnostic::Diagnostic;
use crate::sink::json::value::write_number;
use crate::sink::{Class, Flow, Sink, Value};
use crate::table::Name;
use crate::walk::{Header, Integers, Key, Node};

/// The name of a node, where the tables have one.
fn name_of<'n>(node: &Node<'n>) -> Option<&'n str> {
    named(node).map(Name::as_str)
}

pub(super) fn named<'n>(node: &Node<'n>) -> Option<&'n Name> {
    match node.key {
        Key::Name(name) | Key::Entry(_, Some(name)) => Some(name),
        _ => None,
    }
}

/// The number that a value is.
fn number_of(value: &Value<'_>) -> Option<u64> {
    match *value {
        Value::Unsigned { value, .. } | Value::Named { value, .. } => Some(value),
        Value::Signed { value, .. } | Value::Interface { value, .. } => Some(value as u64),
        Value::Flag => Some(1),
        Value::Bool(yes) => Some(yes.into()),
        Value::Bitfield32 { value, .. } => Some(value.into()),
        Value::Text(_) | Value::Bytes(..) => None,
    }
}

impl Summary {
    /// The type or the command was read: finds its rule.
    fn named(&mut self, name: Option<&Name>, number: u64, command: bool) {
        if let Some(name) = name {
            self.name.clear();
            self.name.extend_from_slice(name.as_str().as_bytes());
            self.follow(name);
        } else {
            let word = if command { " command " } else { "type " };
            self.name.extend_from_slice(word.as_bytes());
            write_number(&mut self.name, number);
        }
    }

    fn follow(&mut self, message: &Name) {
        (self.what.ready, self.what.act) = match BOOK.find(message) {
            Some((ready, act)) => (Some(ready), Some(act)),
            None => (None, None),
        };
        let to_kernel = self.is_to_kernel();
        let asking = self.what.act == Some(Act::Get);
        let ready = self.what.ready;
        self.what.wanted = ready.map_or(0, |ready| ready.wanted(to_kernel, asking));
    }

    /// The rule that alone says which names are of use here.
    #[inline]
    fn asked(&self) -> Option<&'static Ready> {
        let body = !self.in_command && (self.around.kind == Control::None || self.echo);
        self.what.ready.filter(|_| body && self.inside.is_none())
    }

    /// What an nlmsgerr says beside the request.
    fn control_leaf(&mut self, node: &Node<'_>, value: &Value<'_>) {
        match (name_of(node), value) {
            (Some("error"), Value::Signed { value, .. }) => self.around.error = *value,
            (Some("NLMSGERR_ATTR_MSG"), Value::Text(text)) => {
                self.around.said.clear();
                write_text(&mut self.around.said, text);
            }
            _ => {}
        }
    }

    /// A value for a part.
    fn take(&mut self, ready: &Ready, at: usize, rank: u8, value: &Value<'_>) {
        let bit = 1 << at;
        let (Some(part), Some(found)) = (ready.rule.parts.get(at), self.found.get_mut(at)) else {
            return;
        };
        let there = self.what.filled & bit != 0;
        if self.what.wanted & bit == 0 || (there && found.rank <= rank) {
            return;
        }
        let start = self.texts.len();
        match part.show {
            Show::Keep(slot) => {
                if let Some(kept) = self.kept.get_mut(usize::from(slot)) {
                    *kept = number_of(value).unwrap_or(0);
                }
            }
            Show::Is(number, word) => {
                if number_of(value) != Some(number) {
                    return;
                }
                self.texts.extend_from_slice(word.as_bytes());
            }
            _ if !part.zero && value.is_zero() => return,
            _ if part.but.is_some() && number_of(value) == part.but => return,
            Show::HighHalf => {
                let half = number_of(value).unwrap_or(0) as u32 >> 16;
                if half == 0 {
                    return;
                }
                write_number(&mut self.texts, half.into());
            }
            Show::LowProtocol => {
                let half = number_of(value).unwrap_or(0) as u16;
                if half == 0 {
                    return;
                }
                write_ethernet(&mut self.texts, half);
            }
            Show::Bit(mask, set, unset) => {
                let is = number_of(value).unwrap_or(0) & mask != 0;
                let word = if is { set } else { unset };
                self.texts.extend_from_slice(word.as_bytes());
            }
            Show::Changed(slot, mask, set, unset) => {
                let kept = self.kept.get(usize::from(slot)).copied().unwrap_or(0);
                if number_of(value).unwrap_or(0) & mask == 0 {
                    return;
                }
                let word = if kept & mask != 0 { set } else { unset };
                self.texts.extend_from_slice(word.as_bytes());
            }
            Show::Prefix(slot) => {
                write_value(&mut self.texts, value);
                let len = self.kept.get(usize::from(slot)).copied().unwrap_or(0);
                if !matches!(value, Value::Bytes(b, _) if 8 * b.len() as u64 == len) {
                    self.texts.push(b'/');
                    write_number(&mut self.texts, len);
                }
            }
            Show::Presence => {}
            Show::Count(one, many) => write_count(&mut self.texts, 1, one, many),
            Show::Value | Show::Inside(_) => write_value(&mut self.texts, value),
        }
        *found = Found {
            text: start..self.texts.len(),
            rank,
        };
        self.what.filled |= bit;
        if rank == 0 {
            self.what.best |= bit;
        }
    }

    /// Whether a source's place is here.
    #[inline]
    fn is_at(&self, outer: u16) -> bool {
        if outer == 0 {
            self.depth == self.base + 1
        } else {
            self.open.last().is_some_and(|(_, bits)| bits & outer != 0)
        }
    }

    /// A node that holds others, of a message that has a rule.
    fn rule_enter(&mut self, ready: &'static Ready, node: &Node<'_>) -> Flow {
        let top = self.depth == self.base + 1;
        // below the top only what a rule asks for
        let otherwise = if top && node.nla_type.is_none() {
            Flow::Continue
        } else {
            Flow::Skip
        };
        let Some(name) = named(node).filter(|name| ready.may_ask(name)) else {
            return otherwise;
        };
        let mut flow = otherwise;
        self.depth -= 1;
        for source in ready.named(name) {
            let at = usize::from(source.part);
            let Some(part) = ready.rule.parts.get(at) else {
                continue;
            };
            let wanted = self.what.wanted & !self.what.filled & (1 << at) != 0;
            if !wanted || !self.is_at(source.outer) {
                continue;
            }
            match part.show {
                Show::Presence => {
                    self.take(ready, at, source.rank, &Value::Flag);
                }
                Show::Inside(_) | Show::Count(..) => {
                    self.begin_inside(at, source.rank, part.show, self.depth + 1);
                    flow = Flow::Continue;
                    break;
                }
                _ => {}
            }
        }
        self.depth += 1;
        if let Some(bit) = ready
            .outers
            .iter()
            .position(|outer| *outer == name.as_str())
        {
            let around = self.open.last().map_or(0, |(_, bits)| *bits);
            self.open.push((self.depth, around | 1 << bit));
            flow = Flow::Continue;
        }
        flow
    }

    /// A value of a name that a rule may ask for.
    fn rule_leaf(&mut self, ready: &'static Ready, name: &Name, value: &Value<'_>) -> Flow {
        for source in ready.named(name) {
            if self.is_at(source.outer) {
                self.take(ready, source.part.into(), source.rank, value);
            }
        }
        if self.what.best == self.what.wanted {
            return self.finished();
        }
        Flow::Continue
    }

    /// A value where no rule says what is of use.
    fn other_leaf(&mut self, node: &Node<'_>, value: &Value<'_>) -> Flow {
        if self.in_command {
            if let Value::Named { value, name, .. } = *value {
                self.named(name, value, true);
            }
            return Flow::Continue;
        }
        if self.around.kind != Control::None && !self.echo {
            self.control_leaf(node, value);
            return Flow::Continue;
        }
        let inside = match self.inside {
            Some(inside) => inside,
            None => self.begin_inside(0, 0, Show::Inside(PLAIN_VALUES), 0),
        };
        self.inside_leaf(inside, node, value)
    }

    /// Whether the walk may end: nothing can be added.
    pub(super) fn finished(&self) -> Flow {
        if self.around.kind == Control::None {
            Flow::Stop
        } else {
            Flow::Continue
        }
    }
}

impl Sink for Summary {
    fn enter(&mut self, node: &Node<'_>, class: Class) -> Flow {
        self.depth += 1;
        match class {
            Class::Echo => {
                self.base = self.depth;
                self.echo = true;
                self.begin_inner(Some(true));
                return Flow::Continue;
            }
            Class::Attributes => return Flow::Continue,
            _ => {}
        }
        if self.around.kind == Control::Done
            && class == Class::Struct
            && self.depth == 1
            && name_of(node) != Some("nlmsg_done")
        {
            // of the connector, where NLMSG_DONE is data
            self.around.kind = Control::None;
        }
        if self.around.kind != Control::None && !self.echo {
            return Flow::Continue;
        }
        if let Some(inside) = self.inside {
            return self.inside_enter(inside, node);
        }
        if class == Class::Struct
            && self.depth == self.base + 1
            && name_of(node) == Some("genlmsghdr")
        {
            self.in_command = true;
            return Flow::Continue;
        }
        if self.name.is_empty()
            && let Some(name) = named(node)
        {
            // a frame without an nlmsghdr
            self.name.extend_from_slice(name.as_str().as_bytes());
            self.follow(name);
            let Some(ready) = self.what.ready else {
                return Flow::Continue;
            };
            return self.rule_enter(ready, node);
        }
        match self.what.ready {
            Some(ready) => self.rule_enter(ready, node),
            None => {
                let inside = self.begin_inside(0, 0, Show::Inside(PLAIN_VALUES), 0);
                self.inside_enter(inside, node)
            }
        }
    }

    fn leave(&mut self) {
        // a genlmsghdr holds nothing but its fields
        self.in_command = false;
        if self.echo && self.base == self.depth && self.base > 0 {
            self.echo = false;
        }
        if self
            .open
            .last()
            .is_some_and(|(depth, _)| *depth == self.depth)
        {
            self.open.pop();
        }
        if let Some(mut inside) = self.inside {
            if let Some((depth, start)) = inside.entry
                && depth == self.depth
            {
                inside.entry = None;
                if !inside.apart && !inside.full {
                    self.end_entry(&mut inside, start);
                }
            }
            self.inside = Some(inside);
            if inside.depth == self.depth {
                self.end_inside();
            }
        }
        self.depth = self.depth.saturating_sub(1);
    }

    fn header(&mut self, header: &Header<'_>) -> Flow {
        let numbers = header.numbers();
        self.what.flags = numbers.nlmsg_flags.into();
        let name = header.type_name();
        if !self.echo {
            self.around.kind = match name.map(Name::as_str) {
                Some("NLMSG_ERROR") => Control::Error,
                Some("NLMSG_DONE") => Control::Done,
                _ => Control::None,
            };
        }
        if self.around.kind == Control::None || self.echo {
            self.named(name, numbers.nlmsg_type.into(), false);
        }
        Flow::Continue
    }

    #[inline]
    fn leaf(&mut self, node: &Node<'_>, value: &Value<'_>) -> Flow {
        let Some(ready) = self.asked() else {
            return self.other_leaf(node, value);
        };
        match named(node).filter(|name| ready.may_ask(name)) {
            Some(name) => self.rule_leaf(ready, name, value),
            None => Flow::Continue,
        }
    }

    fn integers(&mut self, run: &Integers<'_>) -> Flow {
        let asked = self.asked();
        let mut flow = Flow::Continue;
        run.leaves_of(
            |name| asked.is_none_or(|ready| name.is_some_and(|name| ready.may_ask(name))),
            |node, value| {
                flow = self.leaf(node, value);
                flow != Flow::Stop
            },
        );
        flow
    }

    fn derived(&mut self, name: &Name, text: &str) {
        match name.as_str() {
            "errno" => {
                self.around.errno.clear();
                self.around.errno.extend_from_slice(text.as_bytes());
            }
            "offending" | "missing" if !self.echo => {
                self.around.about.clear();
                if name.as_str() == "missing" {
                    self.around.about.extend_from_slice(b"missing ");
                }
                write_text(&mut self.around.about, text.as_bytes());
            }
            _ if self.around.kind == Control::None => {
                let node = Node::new(Key::Name(name), 0, 0);
                self.leaf(&node, &Value::Text(text.as_bytes()));
            }
            _ => {}
        }
    }

    fn diagnostic(&mut self, _: Diagnostic) {}

    fn set(&mut self, name: &Name) {
        if let Some(prefix) = self.prefixes.get_mut(self.depth) {
            let name = name.as_str();
            let own = match name.strip_suffix(')') {
                // a set that has several forms has the form's name in brackets
                Some(form) => form.split_once('(').map_or(name, |(own, _)| own),
                None => name,
            };
            *prefix = u8::try_from(own.len()).unwrap_or(0);
        }
    }

    fn names_interfaces(&self) -> bool {
        true
    }

    fn as_dyn(&mut self) -> &mut dyn Sink {
        self
    }
}
