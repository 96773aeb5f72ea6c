//! A whole message: which record of which family describes it, its headers and its body.

use super::header::Header;
use super::{Node, Scope, Span, Walk, What};
use crate::context::{Context, Direction};
use crate::diagnostic::Code;
use crate::families::netlink;
use crate::sink::{Class, Flow, Sink, Value};
use crate::table::{Body, Enum, Family, Layer, Message, Name, Verb, When};
use crate::wire::{
    ByteOrder, GENL_HDRLEN, GenericHeader, NLMSG_HDRLEN, RawAttributes, RawMessage, align4, byte_at,
};

/// NETLINK_GENERIC.
pub const NETLINK_GENERIC: u16 = 16;
const NLM_F_REQUEST: u16 = 1;
const NLMSG_ERROR: u16 = 2;
const NLMSG_MIN_TYPE: u16 = 16;
static PAYLOAD: Name = crate::name!("payload");
static REST: Name = crate::name!("rest");
static ATTRIBUTES: Name = crate::name!("attributes");

/// What the tables say of a message.
#[derive(Clone, Copy, Debug)]
pub struct Resolved<'t> {
    /// Its family; absent where nobody defines the type, or the generic id is not known.
    pub family: Option<&'t Family>,
    /// The record that describes it.
    pub record: Option<&'t Message>,
    /// The name of its generic family where no table has it.
    pub generic_name: Option<&'t Name>,
    /// Its genlmsghdr.
    pub generic: Option<GenericHeader>,
    /// nlmsg_type, the command, or the low byte of a subsystem's type.
    pub command: u16,
    /// Whether it is one of NLMSG_NOOP, NLMSG_ERROR, NLMSG_DONE and NLMSG_OVERRUN.
    pub control: bool,
}

impl<'t> Resolved<'t> {
    /// What the message does.
    pub fn verb(&self) -> Verb {
        self.record.map_or(Verb::Other, |r| r.verb)
    }

    /// The name of nlmsg_type: for a generic message its family's.
    pub fn type_name(&self) -> Option<&'t Name> {
        // an echo that is cut short may lack the genlmsghdr
        match self.family {
            Some(family) if family.layer == Layer::Generic => Some(netlink::generic_type(family)),
            Some(_) => self.record.map(|r| &r.name),
            None => self.generic_name,
        }
    }

    /// The flags that nlmsg_flags has in this message.
    pub fn flags(&self) -> &'static Enum {
        netlink::flags(self.verb())
    }
}

/// Looks a message up in the tables.
pub fn resolve<'t>(message: &RawMessage<'_>, ctx: &Context<'t>) -> Resolved<'t> {
    let nlmsg_type = message.header.nlmsg_type;
    let payload = message.payload();
    let mut resolved = Resolved {
        family: None,
        record: None,
        generic_name: None,
        generic: None,
        command: nlmsg_type,
        control: false,
    };
    let mut body = payload;
    let mut records: &[Message] = &[];
    if ctx.protocol == NETLINK_GENERIC && nlmsg_type >= NLMSG_MIN_TYPE {
        resolved.family = ctx.knowledge.generic(nlmsg_type);
        if resolved.family.is_none() {
            resolved.generic_name = ctx.knowledge.generic_name(nlmsg_type);
        }
        resolved.generic = GenericHeader::parse(payload);
        let Some(header) = resolved.generic else {
            return resolved;
        };
        resolved.command = header.cmd.into();
        body = payload.get(GENL_HDRLEN..).unwrap_or(&[]);
        if let Some(family) = resolved.family {
            records = family.records(resolved.command);
        }
    } else if let Some(found) = ctx.tables.records(ctx.protocol, nlmsg_type) {
        resolved.family = Some(found.0);
        resolved.command = found.1;
        records = found.2;
    } else if nlmsg_type < NLMSG_MIN_TYPE {
        resolved.family = Some(&netlink::FAMILY);
        resolved.control = true;
        records = netlink::FAMILY.records(nlmsg_type);
    }
    let to_kernel = to_kernel(message, ctx);
    resolved.record = record_of(records, to_kernel, body, ctx.order);
    resolved
}

/// The one of a type's or command's records that describes a message with this body, behind
/// nlmsghdr and genlmsghdr.
pub(crate) fn record_of<'t>(
    records: &'t [Message],
    to_kernel: bool,
    body: &[u8],
    order: ByteOrder,
) -> Option<&'t Message> {
    let fits = records
        .iter()
        .find(|r| holds(&r.when, to_kernel, body, order));
    fits.or(records.first())
}

/// Whether a message comes from user space: what the context knows, else what its flag says.
pub(crate) fn to_kernel(message: &RawMessage<'_>, ctx: &Context<'_>) -> bool {
    match ctx.direction {
        Some(Direction::ToKernel | Direction::UserToUser) => true,
        Some(Direction::FromKernel) => false,
        None => message.header.nlmsg_flags & NLM_F_REQUEST != 0,
    }
}

/// Whether a condition of a record holds of a message with this body.
#[inline]
pub(crate) fn holds(when: &When, to_kernel: bool, body: &[u8], order: ByteOrder) -> bool {
    match when {
        When::Always => true,
        When::Byte(at, values, _) => {
            byte_at(body, usize::from(*at)).is_some_and(|b| values.contains(&b))
        }
        other => other_holds(other, to_kernel, body, order),
    }
}

fn other_holds(when: &When, to_kernel: bool, body: &[u8], order: ByteOrder) -> bool {
    match when {
        When::Always | When::Byte(..) => holds(when, to_kernel, body, order),
        When::Request => to_kernel,
        When::Reply => !to_kernel,
        When::Shorter(n) => body.len() < usize::from(*n),
        When::Attribute(at, number, _) => {
            let attributes = body.get(usize::from(*at)..).unwrap_or(&[]);
            RawAttributes::new(attributes, order).any(|a| a.header.number() == *number)
        }
        When::All(all) => all.iter().all(|w| holds(w, to_kernel, body, order)),
    }
}

/// The characters of a payload that is text: two or more, up to the NULs at its end.
fn text(payload: &[u8]) -> Option<&[u8]> {
    let end = payload.iter().rposition(|&b| b != 0)? + 1;
    let text = payload.get(..end)?;
    let line = |c: char| !c.is_control() || matches!(c, '\n' | '\r' | '\t');
    let all = std::str::from_utf8(text).ok()?.chars().all(line);
    (all && text.len() > 1).then_some(text)
}

impl<'a, S: Sink + ?Sized> Walk<'_, 'a, S> {
    /// Walks a message that the tables were asked about.
    pub fn message(&mut self, message: &RawMessage<'a>, resolved: &Resolved<'_>) {
        let whole = Span::new(message.data, message.offset);
        self.facts.command = resolved.command;
        self.facts.to_kernel = Some(to_kernel(message, self.ctx));
        self.facts.cut = message.is_cut();
        if message.is_cut() {
            self.diagnose(
                Code::CutMessage,
                whole.offset,
                format!(
                    "nlmsg_len is {}, {} bytes were captured",
                    message.header.nlmsg_len,
                    message.data.len()
                ),
            );
        }
        if !self.bare {
            self.header(message, whole, resolved);
        }
        let mut at = NLMSG_HDRLEN;
        if let Some(said) = self.said(message) {
            self.leaf(&Node::named(&PAYLOAD, whole.from(at)), &Value::Text(said));
            return;
        }
        if resolved.control {
            self.control(message, whole.from(at));
            return;
        }
        if resolved.generic.is_some() {
            if !self.bare {
                self.generic_header(whole.sub(at, GENL_HDRLEN), resolved);
            }
            at += GENL_HDRLEN;
        }
        match resolved.record {
            Some(record) => self.record(record, whole.from(at)),
            None => {
                let rest = whole.from(at);
                if !rest.is_empty() {
                    self.opaque(&Node::named(&PAYLOAD, rest), rest.data);
                }
            }
        }
    }

    /// What programs say to one another, or to a module, on a protocol of their own is often
    /// text, whatever its nlmsg_type.
    fn said(&self, message: &RawMessage<'a>) -> Option<&'a [u8]> {
        let (protocol, nlmsg_type) = (self.ctx.protocol, message.header.nlmsg_type);
        let defined = protocol == NETLINK_GENERIC || self.ctx.tables.defines(protocol);
        if defined || nlmsg_type == NLMSG_ERROR {
            return None;
        }
        text(message.payload())
    }

    pub(super) fn header(
        &mut self,
        message: &RawMessage<'a>,
        whole: Span<'a>,
        resolved: &Resolved<'_>,
    ) {
        let header = Header::new(message, whole, resolved);
        if self.sink.header(&header) == Flow::Stop {
            self.stopped = true;
        }
    }

    fn generic_header(&mut self, span: Span<'a>, resolved: &Resolved<'_>) {
        let Some(header) = resolved.generic else {
            return;
        };
        if self.enter(&Node::named(&netlink::GENLMSGHDR.name, span), Class::Struct) {
            let part = |i: usize, at: usize, len: usize| {
                let name = netlink::GENLMSGHDR
                    .fields
                    .get(i)
                    .map_or(&PAYLOAD, |f| &f.name);
                Node::named(name, span.sub(at, len))
            };
            let number = |value: u64, width| Value::Unsigned {
                value,
                width,
                meaning: &crate::table::Meaning::Number,
                unit: Default::default(),
            };
            let named = Value::Named {
                value: header.cmd.into(),
                width: 1,
                name: resolved.record.map(|r| &r.name),
            };
            self.leaf(&part(0, 0, 1), &named);
            self.leaf(&part(1, 1, 1), &number(header.version.into(), 1));
            let reserved = span.from(2);
            if !reserved.is_empty() {
                let mut node = part(2, 2, 2);
                node.reserved = true;
                let value = self.ctx.order.unsigned(reserved.data, 2);
                self.leaf(&node, &number(value, 2));
            }
        }
        self.leave();
    }

    /// Fixed headers and body. Headers lie one behind the other, each at a multiple of 4.
    pub(super) fn record(&mut self, record: &Message, span: Span<'a>) {
        let root = Scope::root();
        self.headers(&record.headers, record, span, &root);
    }

    fn headers(
        &mut self,
        headers: &[crate::table::Ref<crate::table::Struct>],
        record: &Message,
        span: Span<'a>,
        scope: &Scope<'_>,
    ) {
        let Some((header, others)) = headers.split_first() else {
            self.body(&record.body, span, scope);
            return;
        };
        // the payload's length tells a header's layout only where nothing follows it
        let abi = match record.body {
            Body::None if others.is_empty() => self.abi(header, span.data.len()).0,
            _ => self.facts.abi.unwrap_or_default(),
        };
        let size = usize::from(header.layout(abi).size);
        let head = span.sub(0, size);
        if head.data.len() < size && !self.facts.cut {
            self.diagnose(
                Code::ShortHeader,
                head.offset,
                format!("{}: {} bytes of {size}", header.name, head.len()),
            );
        }
        if !head.is_empty() && !self.bare {
            if self.enter(&Node::named(&header.name, head), Class::Struct) {
                self.fields(header, head, true, self.ctx.order, scope);
            }
            self.leave();
        }
        let hole = span.sub(size, align4(size) - size);
        if !hole.is_empty() && !self.bare {
            self.sink.padding(hole.offset, hole.len());
        }
        let inner = Scope::inside(scope, What::Struct(header, abi), head.data, self.ctx.order);
        self.headers(others, record, span.from(align4(size)), &inner);
    }

    fn body(&mut self, body: &Body, span: Span<'a>, scope: &Scope<'_>) {
        match body {
            Body::Attributes(set) => {
                if !span.is_empty() {
                    if self.enter(&Node::named(&ATTRIBUTES, span), Class::Attributes) {
                        let set = self.ctx.tables.set(*set);
                        self.attributes(set, span, scope);
                    }
                    self.leave();
                }
            }
            Body::Value(name, kind) => {
                if !span.is_empty() {
                    let node = Node::named(name, span);
                    self.value(kind, &node, span, self.ctx.order, scope);
                }
            }
            Body::None => {
                if !span.is_empty() {
                    self.opaque(&Node::named(&PAYLOAD, span), span.data);
                }
            }
        }
    }

    /// Attributes that stand at the top level of a message.
    pub(super) fn top_attributes(&mut self, set: &crate::table::Set, span: Span<'a>) {
        if !span.is_empty() {
            if self.enter(&Node::named(&ATTRIBUTES, span), Class::Attributes) {
                self.attributes(set, span, &Scope::root());
            }
            self.leave();
        }
    }

    /// What no message of a frame claims.
    pub fn rest(&mut self, rest: Span<'a>) {
        if rest.is_empty() {
            return;
        }
        if rest.data.iter().all(|&b| b == 0) {
            self.diagnose(
                Code::ZeroTail,
                rest.offset,
                format!("{} zero bytes behind the last message", rest.len()),
            );
        } else if rest.data.len() >= NLMSG_HDRLEN {
            self.bad_length(rest);
        } else {
            self.diagnose(
                Code::RestBytes,
                rest.offset,
                format!("{} bytes behind the last message", rest.len()),
            );
        }
        self.unclaimed(rest);
    }

    /// Says that the bytes begin with an nlmsg_len that is none.
    pub(super) fn bad_length(&mut self, rest: Span<'a>) {
        let len = self.ctx.order.unsigned(rest.data, 4);
        self.diagnose(
            Code::BadLength,
            rest.offset,
            format!("nlmsg_len is {len}, the header alone has {NLMSG_HDRLEN}"),
        );
    }

    pub(super) fn unclaimed(&mut self, rest: Span<'a>) {
        self.opaque(&Node::named(&REST, rest), rest.data);
    }
}
