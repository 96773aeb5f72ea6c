//! NLMSG_NOOP, NLMSG_ERROR, NLMSG_DONE and NLMSG_OVERRUN.
//!
//! An nlmsgerr is an error, then the request: all of it where the error is not 0 and
//! NLM_F_CAPPED is not set, else its header; then, with NLM_F_ACK_TLVS, attributes.

use super::{Node, Span, Walk, path, resolve};
use crate::diagnostic::Code;
use crate::families::{errno, errors, netlink};
use crate::sink::{Class, Sink, Value};
use crate::table::{Meaning, Name};
use crate::wire::{NLMSG_HDRLEN, RawAttributes, RawMessage, align4};

const NLMSG_ERROR: u16 = 2;
const NLMSG_DONE: u16 = 3;
const NLM_F_CAPPED: u16 = 0x100;
const NLM_F_ACK_TLVS: u16 = 0x200;

const NLMSGERR_ATTR_OFFS: u16 = 2;
const NLMSGERR_ATTR_MISS_TYPE: u16 = 5;
const NLMSGERR_ATTR_MISS_NEST: u16 = 6;

static NLMSGERR: Name = crate::name!("nlmsgerr");
static NLMSG_DONE_NAME: Name = crate::name!("nlmsg_done");
static ERROR: Name = crate::name!("error");
static ERRNO: Name = crate::name!("errno");
static MSG: Name = crate::name!("msg");
static PAYLOAD: Name = crate::name!("payload");
static OFFENDING: Name = crate::name!("offending");
static MISSING: Name = crate::name!("missing");
static ERRNO_MEANING: Meaning = Meaning::Errno;

impl<'a, S: Sink + ?Sized> Walk<'_, 'a, S> {
    pub(super) fn control(&mut self, message: &RawMessage<'a>, span: Span<'a>) {
        match message.header.nlmsg_type {
            NLMSG_ERROR => self.nlmsgerr(message, span),
            NLMSG_DONE => self.done(message, span),
            _ if span.is_empty() => {}
            _ => self.opaque(&Node::named(&PAYLOAD, span), span.data),
        }
    }

    /// The error number, with its name beside it: of errno, or of the request's family.
    /// Returns it where all of it is there.
    fn error(&mut self, span: Span<'a>, request: Option<&RawMessage<'_>>) -> Option<i32> {
        let part = span.sub(0, 4);
        let node = Node::named(&ERROR, part);
        if part.data.len() < 4 {
            if !part.is_empty() {
                self.opaque(&node, part.data);
            }
            return None;
        }
        let error = self.ctx.order.unsigned(part.data, 4) as u32 as i32;
        self.leaf(
            &node,
            &Value::Signed {
                value: error.into(),
                width: 4,
                meaning: &ERRNO_MEANING,
                unit: Default::default(),
            },
        );
        let number = -i64::from(error);
        if number == 0 {
            return Some(error);
        }
        let name = errno::name(number, self.ctx.arch).or_else(|| {
            let request = request.filter(|_| number > 0)?;
            let family = resolve(request, self.ctx).family?;
            errors::name(family, number, request, self.ctx)
        });
        if let Some(name) = name {
            self.sink.derived(&ERRNO, name);
        }
        Some(error)
    }

    fn done(&mut self, message: &RawMessage<'a>, span: Span<'a>) {
        if span.is_empty() {
            return;
        }
        let head = span.sub(0, 4);
        if self.enter(&Node::named(&NLMSG_DONE_NAME, head), Class::Struct) {
            let request = self.ctx.request;
            self.error(span, request.as_ref());
        }
        self.leave();
        self.acknowledgement(message, span.from(4), None);
    }

    fn nlmsgerr(&mut self, message: &RawMessage<'a>, span: Span<'a>) {
        let echo = span.from(4);
        let inner = RawMessage::parse(echo.data, echo.offset as usize, self.ctx.order);
        let capped = message.header.nlmsg_flags & NLM_F_CAPPED != 0;
        let error = self.ctx.order.unsigned(span.data, 4.min(span.data.len()));
        let whole_echo = !capped && error != 0;
        let len = match &inner {
            Some(inner) if whole_echo => align4(inner.header.nlmsg_len as usize),
            _ => NLMSG_HDRLEN,
        };
        let echoed = inner.filter(|i| whole_echo && !i.is_cut());
        let own = span.sub(0, 4usize.saturating_add(len));
        if self.enter(&Node::named(&NLMSGERR, own), Class::Struct) {
            let request = echoed.or(self.ctx.request).or(inner);
            self.error(span, request.as_ref());
            let part = own.from(4);
            match &inner {
                Some(inner) => self.echo(inner, part, whole_echo),
                None if part.is_empty() => {}
                None => self.opaque(&Node::named(&MSG, part), part.data),
            }
        }
        self.leave();
        if inner.is_none() && !self.facts.cut {
            self.diagnose(
                Code::TruncatedError,
                span.offset,
                format!("{} bytes are too few for a struct nlmsgerr", span.len()),
            );
        }
        self.acknowledgement(message, span.from(own.data.len()), echoed);
    }

    fn echo(&mut self, inner: &RawMessage<'a>, span: Span<'a>, whole: bool) {
        let node = Node::named(&MSG, span);
        if !self.may_nest(&node) {
            self.opaque(&node, span.data);
            return;
        }
        if self.enter(&node, Class::Echo) {
            let ctx = self.ctx.of_request();
            let len = if whole {
                inner.data.len()
            } else {
                NLMSG_HDRLEN
            };
            let shown = RawMessage {
                data: inner.data.get(..len).unwrap_or(inner.data),
                ..*inner
            };
            let resolved = resolve(inner, &ctx);
            self.within(&ctx, |walk| {
                if whole {
                    walk.message(&shown, &resolved);
                } else {
                    walk.header(&shown, Span::new(shown.data, shown.offset), &resolved);
                }
            });
            let hole = span.from(shown.data.len());
            if !hole.is_empty() {
                self.sink.padding(hole.offset, hole.len());
            }
        }
        self.leave();
    }

    /// The attributes of an ACK, and what they point at.
    fn acknowledgement(
        &mut self,
        message: &RawMessage<'a>,
        span: Span<'a>,
        echoed: Option<RawMessage<'a>>,
    ) {
        if span.is_empty() {
            return;
        }
        if message.header.nlmsg_flags & NLM_F_ACK_TLVS == 0 {
            self.opaque(&Node::named(&PAYLOAD, span), span.data);
            return;
        }
        self.top_attributes(&netlink::NLMSGERR_ATTR, span);
        let number = |wanted: u16| {
            RawAttributes::new(span.data, self.ctx.order)
                .filter(|a| a.header.number() == wanted && a.payload.len() == 4)
                .last()
                .map(|a| self.ctx.order.unsigned(a.payload, 4) as u32)
        };
        let (offs, miss_type, miss_nest) = (
            number(NLMSGERR_ATTR_OFFS),
            number(NLMSGERR_ATTR_MISS_TYPE),
            number(NLMSGERR_ATTR_MISS_NEST),
        );
        let Some(request) = echoed.as_ref().or(self.ctx.request.as_ref()) else {
            return;
        };
        let ctx = self.ctx.of_request();
        if let Some(path) = offs.and_then(|o| path::path_at(request, o, &ctx)) {
            self.sink.derived(&OFFENDING, &path);
        }
        if let Some(missing) = miss_type {
            let number = u16::try_from(missing).unwrap_or(u16::MAX);
            if let Some(path) = path::missing(request, miss_nest, number, &ctx) {
                self.sink.derived(&MISSING, &path);
            }
        }
    }
}
