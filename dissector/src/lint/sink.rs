//! Listens to the walk of a request, and holds each attribute against the policy of its place.

use super::code::Code;
use super::header::{NLM_F_BULK, is_dump};
use super::level::Level;
use super::policy::{self, Beyond, Checked, Mode, Policy, PolicyRef, Rule};
use super::policy::{SpecPolicies, StrictGet, Way};
use super::value::{self, Given};
use super::{About, Lint, UNKNOWN_STRICT};
use crate::context::Context;
use crate::diagnostic::{self, Diagnostic};
use crate::sink::{Class, Flow, Sink, Value};
use crate::table::{Name, Verb};
use crate::walk::{Key, Node, Resolved, walk_resolved};
use crate::wire::{
    ByteOrder, NLA_F_NESTED, NLA_F_NET_BYTEORDER, NLA_HDRLEN, NLA_TYPE_MASK, RawMessage,
};

const NETLINK_ROUTE: u16 = 0;
const NETLINK_NETFILTER: u16 = 12;

pub(super) struct Checker<'l, 'm, 't> {
    lint: &'l mut Lint,
    message: &'m [u8],
    base: u32,
    order: ByteOrder,
    protocol: u16,
    checked: Checked<'t>,
    /// What a loaded spec says of the family.
    spec: Option<&'t SpecPolicies>,
    /// What that says of the request's attributes.
    described: Option<&'t Policy>,
    /// The numbers that it lists for the request.
    listed: Option<&'t [u16]>,
    /// The verb and the family are such that code takes nests apart for certain.
    sure: bool,
    levels: Vec<Level<'t>>,
    /// Which of the required attributes were met, a bit each.
    met: u64,
    strict: Option<&'static StrictGet>,
    beyond: Option<&'static Beyond>,
    /// What strict checking would refuse, and where the first of it stands.
    refused: Option<(u32, String)>,
    about: About,
    cut: bool,
    diagnostics: Vec<Diagnostic>,
}

impl<'l, 'm, 't> Checker<'l, 'm, 't> {
    pub(super) fn new(
        lint: &'l mut Lint,
        message: &RawMessage<'m>,
        about: &About,
        ctx: &Context<'t>,
        resolved: &Resolved<'_>,
    ) -> Checker<'l, 'm, 't> {
        let dump = is_dump(ctx.protocol, message.header.nlmsg_flags, resolved);
        let address_family = message.payload().first().copied().unwrap_or(0);
        let route = ctx.protocol == NETLINK_ROUTE;
        let bulk = resolved.verb() == Verb::Del && message.header.nlmsg_flags & NLM_F_BULK != 0;
        let way = match (dump, route && bulk) {
            (true, _) => Way::Dump,
            (false, true) => Way::Bulk,
            (false, false) => Way::Do,
        };
        let known = policy::checked(ctx.protocol, resolved, address_family, way);
        let spec = resolved.family.and_then(|f| ctx.tables.policies(f));
        let request = spec.and_then(|s| s.request(resolved.command, dump));
        let checked = match (known, spec.zip(request)) {
            (Some(known), Some((spec, request))) if spec.exact => Checked {
                required: known.required,
                ..spec.checked(request)
            },
            (Some(known), _) => known,
            (None, Some((spec, request))) => spec.checked(request),
            (None, None) => Checked::UNKNOWN,
        };
        let strict = policy::strict_get(resolved.command, address_family, dump);
        let beyond = policy::beyond(resolved.command, address_family, way);
        Checker {
            lint,
            message: message.data,
            base: message.offset as u32,
            order: ctx.order,
            protocol: ctx.protocol,
            checked,
            spec,
            described: spec
                .zip(request)
                .and_then(|(spec, request)| spec.checked(request).policy),
            // what strict checking takes is known, and may be more
            listed: request
                .filter(|_| strict.is_none())
                .and_then(|r| r.listed.as_deref()),
            sure: !dump && !matches!(resolved.verb(), Verb::Get | Verb::Del),
            levels: Vec::new(),
            met: 0,
            strict: strict.filter(|_| route),
            beyond: beyond.filter(|_| route),
            refused: None,
            about: *about,
            cut: message.is_cut(),
            diagnostics: Vec::new(),
        }
    }

    pub(super) fn run(
        &mut self,
        message: &RawMessage<'_>,
        ctx: &Context<'_>,
        resolved: &Resolved<'_>,
    ) {
        walk_resolved(message, resolved, None, ctx, self);
        if !self.cut {
            self.required(message.offset as u32, message.data.len() as u32);
        }
        self.strict_get();
        self.odd();
    }

    /// Attributes that are missing.
    fn required(&mut self, at: u32, len: u32) {
        for (i, name) in self.checked.required.iter().enumerate() {
            // a loaded spec may have another name for it
            let mut rules = self.checked.policy.iter().flat_map(|p| p.rules.iter());
            if self.met & (1 << (i & 63)) == 0 && rules.any(|rule| rule.name == *name) {
                let text = format!("{name} is missing");
                let found = self.lint.found(Code::MissingAttribute, at + len, text);
                found.policy = self.beyond.map(Beyond::source);
            }
        }
    }

    /// What strict checking refuses: certain only where the socket's options are known.
    fn strict_get(&mut self) {
        let Some((offset, what)) = self.refused.take() else {
            return;
        };
        match self.about.strict {
            Some(false) => {}
            Some(true) => {
                let text = format!("{what}: strict checking, which the socket has, refuses it");
                let found = self.lint.found(Code::StrictGet, offset, text);
                found.severity = diagnostic::Severity::Error;
            }
            None => {
                let text = format!("{what}: strict checking refuses it, other checking ignores it");
                let found = self.lint.found(Code::StrictGet, offset, text);
                found.unknown = Some(UNKNOWN_STRICT);
            }
        }
    }

    fn refuse_strictly(&mut self, offset: u32, what: impl FnOnce() -> String) {
        match &mut self.refused {
            None => self.refused = Some((offset, what())),
            Some((_, text)) if text.len() < 200 => {
                text.push_str(", ");
                text.push_str(&what());
            }
            Some(_) => {}
        }
    }

    /// What the walk found odd where no policy said anything.
    fn odd(&mut self) {
        for d in std::mem::take(&mut self.diagnostics) {
            // a diagnostic stands at the attribute or at its payload
            let near = |f: &super::Finding| {
                f.offset == d.offset || f.offset + NLA_HDRLEN as u32 == d.offset
            };
            if self.lint.findings.iter().any(near) {
                continue;
            }
            use diagnostic::Code as Odd;
            match d.code {
                Odd::RepeatedAttribute => {
                    self.lint
                        .find(Code::RepeatedAttribute, d.offset, after_colon(d.text));
                }
                Odd::ShortHeader => {
                    let certain = self.checked.mode != Mode::Unchecked;
                    let found = self.lint.found(Code::ShortHeader, d.offset, d.text);
                    if !certain {
                        found.warning();
                    }
                }
                Odd::ShortAttribute
                | Odd::NotTerminated
                | Odd::UnexpectedPayload
                | Odd::UnevenArray
                | Odd::BadPayload
                | Odd::NestingTooDeep => {
                    let at_attribute = matches!(d.code, Odd::ShortAttribute | Odd::NotTerminated);
                    let back = if at_attribute { 0 } else { NLA_HDRLEN as u32 };
                    let offset = d.offset.saturating_sub(back);
                    self.lint
                        .find(Code::OddPayload, offset, after_colon(d.text));
                }
                _ => {}
            }
        }
    }

    fn payload(&self, node: &Node<'_>) -> &'m [u8] {
        let from = node.offset.saturating_sub(self.base) as usize + NLA_HDRLEN;
        let len = (node.len as usize).saturating_sub(NLA_HDRLEN);
        let data = self.message.get(from..).unwrap_or(&[]);
        data.get(..len).unwrap_or(data)
    }

    /// Checks an attribute; what its own attributes are checked by.
    fn attribute(&mut self, node: &Node<'_>, nla_type: u16, of: Level<'t>) -> Level<'t> {
        let number = nla_type & NLA_TYPE_MASK;
        let open = Level {
            sure: of.sure,
            open: Some((node.offset, nla_type)),
            ..Level::NOTHING
        };
        if let Some(policy) = of.entries {
            return Level {
                policy: Some(policy),
                max: policy.size.saturating_sub(1),
                mode: of.mode,
                sure: of.sure,
                ..Level::NOTHING
            };
        }
        let of = self.newer(number, &of).unwrap_or(of);
        let Some(policy) = of.policy else {
            self.unchecked(node, number, &of);
            return open;
        };
        if of.top {
            self.note_met(policy, number);
        }
        let Some(rule) = policy.rule(number).filter(|_| number <= of.max) else {
            self.no_rule(node, number, &of);
            return open;
        };
        let strict = of.is_strict(number);
        let given = Given {
            nla_type,
            payload: self.payload(node),
            host: self.order,
            strict,
        };
        if let Some(wrong) = value::check(rule, &given) {
            let found = self.lint.found(wrong.code, node.offset, wrong.text);
            found.policy = Some(policy.into());
            if !of.sure {
                found.warning();
            }
        }
        self.unlisted(node, number, &of);
        self.inside(rule, &of, strict, open)
    }

    fn inside(&self, rule: &Rule, of: &Level<'t>, strict: bool, open: Level<'t>) -> Level<'t> {
        let inner = match rule.nested {
            Some(PolicyRef::Static(policy)) => Some(policy),
            Some(at) => self.spec.and_then(|spec| spec.policy(at)),
            None => None,
        };
        let Some(inner) = inner else {
            return open;
        };
        let mode = if strict { Mode::Strict } else { of.mode };
        let array = rule.kind == policy::Type::NestedArray;
        Level {
            policy: (!array).then_some(inner),
            entries: array.then_some(inner),
            max: inner.size.saturating_sub(1),
            mode,
            sure: of.sure,
            ..Level::NOTHING
        }
    }

    /// A number that the policy has no rule for.
    fn no_rule(&mut self, node: &Node<'_>, number: u16, of: &Level<'t>) {
        let known = matches!(node.key, Key::Name(_));
        let beyond = number == 0 || number > of.max;
        let (code, text) = if of.refuses(number) {
            let text = match (of.top, known) {
                (true, true) => "this request does not take it".to_owned(),
                (false, true) => "it is not taken here".to_owned(),
                _ => format!("attribute {number} is unknown to the kernel here"),
            };
            (Code::RefusedAttribute, text)
        } else if beyond && of.mode != Mode::Unchecked {
            let text = if known {
                "the kernel does not look at it in this request".to_owned()
            } else {
                format!("attribute {number} is unknown to the kernel here, and ignored")
            };
            (Code::IgnoredAttribute, text)
        } else if !known && of.mode != Mode::Liberal {
            (
                Code::UnknownAttribute,
                format!("no table has an attribute {number} here"),
            )
        } else {
            return;
        };
        let found = self.lint.found(code, node.offset, text);
        found.policy = match (of.policy, self.spec) {
            (Some(policy), _) => Some(policy.into()),
            (None, Some(spec)) if of.top && spec.exact => Some(spec.source()),
            _ => None,
        };
        if !of.sure {
            found.warning();
        }
    }

    /// By what an attribute is checked that the spec lists for the request, and the kernel's
    /// table does not have yet.
    fn newer(&self, number: u16, of: &Level<'t>) -> Option<Level<'t>> {
        let of_kernel = of.policy.is_none_or(|p| !p.spec);
        let listed = self.listed?.binary_search(&number).is_ok();
        let newer = of.top && of_kernel && listed && number > of.max;
        let policy = self.described.filter(|_| newer)?;
        Some(Level {
            policy: Some(policy),
            max: policy.size.saturating_sub(1),
            mode: Mode::Unchecked,
            sure: false,
            ..*of
        })
    }

    /// An attribute that the spec has, and does not list for the request.
    fn unlisted(&mut self, node: &Node<'_>, number: u16, of: &Level<'t>) {
        let Some(policy) = of.policy.filter(|p| of.top && p.spec) else {
            return;
        };
        if self
            .listed
            .is_some_and(|l| l.binary_search(&number).is_err())
        {
            let text = "the spec does not list it for this request";
            let found = self.lint.found(Code::UnlistedAttribute, node.offset, text);
            found.policy = Some(policy.into());
        }
    }

    /// An attribute that no policy is known for.
    fn unchecked(&mut self, node: &Node<'_>, number: u16, of: &Level<'t>) {
        if of.top && of.mode != Mode::Unchecked {
            // the request takes no attributes at all
            self.no_rule(node, number, of);
        } else if of.set && matches!(node.key, Key::Unknown(_)) {
            let text = format!("no table has an attribute {number} here");
            self.lint.find(Code::UnknownAttribute, node.offset, text);
        }
    }

    fn note_met(&mut self, policy: &Policy, number: u16) {
        let Some(rule) = policy.rule(number) else {
            return;
        };
        for (i, name) in self.checked.required.iter().enumerate() {
            if rule.name == *name {
                self.met |= 1 << (i & 63);
            }
        }
    }

    /// What a leaf or a nest tells beside what a policy says of it.
    fn around(&mut self, node: &Node<'_>, nla_type: u16, value: Option<&Value<'_>>) {
        if self.protocol != NETLINK_NETFILTER
            && nla_type & NLA_F_NET_BYTEORDER != 0
            && let Some(Value::Unsigned { width: 2.., .. } | Value::Signed { width: 2.., .. }) =
                value
        {
            let text = "NLA_F_NET_BYTEORDER, at which the kernel does not look here";
            self.lint.find(Code::ByteOrderFlag, node.offset, text);
        }
        let Some(level) = self.levels.last().filter(|level| level.top) else {
            return;
        };
        // a loaded spec may have another name for it than the kernel
        let rule = level.policy.and_then(|p| p.rule(nla_type & NLA_TYPE_MASK));
        let taken = |taken: &[&str]| match node.key {
            Key::Name(name) if taken.contains(&name.as_str()) => true,
            _ => rule.is_some_and(|rule| taken.contains(&&*rule.name)),
        };
        if let Some(beyond) = self.beyond
            && beyond.takes.is_some_and(|takes| !taken(takes))
        {
            let text = "this request does not take it";
            let found = self.lint.found(Code::RefusedAttribute, node.offset, text);
            found.policy = Some(beyond.source());
        }
        if let Some(strict) = self.strict
            && !taken(strict.attributes)
        {
            let key = node.key.to_string();
            self.refuse_strictly(node.offset, || format!("it has {key}"));
        }
    }

    /// A field of a fixed header.
    fn field(&mut self, node: &Node<'_>, value: &Value<'_>) {
        let Key::Name(name) = node.key else {
            return;
        };
        if value.is_zero() {
            if let Some(beyond) = self.beyond
                && beyond.filled.contains(&name.as_str())
            {
                let text = format!("{name} is 0, which this request refuses");
                let found = self.lint.found(Code::OutOfRange, node.offset, text);
                found.policy = Some(beyond.source());
            }
            return;
        }
        let number = match value {
            Value::Unsigned { value, .. } | Value::Named { value, .. } => *value,
            Value::Signed { value, .. } | Value::Interface { value, .. } => *value as u64,
            _ => u64::MAX,
        };
        let (key, offset) = (name.as_str(), node.offset);
        let refuses = |zero: &[&str], bits: &[(&str, u64)]| {
            let bits = bits.iter().find(|(field, _)| *field == key);
            zero.contains(&key) || bits.is_some_and(|(_, bits)| number & !bits != 0)
        };
        if let Some(beyond) = self.beyond
            && refuses(beyond.zero, beyond.bits)
        {
            let text = format!("{key} is {number:#x}, which this request does not take");
            let found = self.lint.found(Code::RefusedFlags, offset, text);
            found.policy = Some(beyond.source());
            return;
        }
        if let Some(strict) = self.strict
            && refuses(strict.zero, strict.bits)
        {
            self.refuse_strictly(offset, || format!("{key} is {number}"));
            return;
        }
        let told = self.lint.findings.iter().any(|f| f.offset == node.offset);
        if node.reserved && !told {
            let text = format!("{name} is not zero");
            self.lint.find(Code::ReservedNotZero, node.offset, text);
        }
    }
}

/// What a diagnostic says behind the attribute's name, which the finding's path has.
fn after_colon(text: std::borrow::Cow<'static, str>) -> std::borrow::Cow<'static, str> {
    match text.split_once(": ") {
        Some((_, behind)) => behind.to_owned().into(),
        None => text,
    }
}

impl Sink for Checker<'_, '_, '_> {
    fn enter(&mut self, node: &Node<'_>, class: Class) -> Flow {
        let outer = self.levels.last().copied();
        let level = match (class, node.nla_type, outer) {
            (Class::Header, ..) => {
                self.levels.push(Level::NOTHING);
                return Flow::Skip;
            }
            (Class::Attributes, _, None) => Level {
                policy: self.checked.policy,
                mode: self.checked.mode,
                max: self.checked.max,
                sure: self.checked.mode != Mode::Unchecked,
                top: true,
                ..Level::NOTHING
            },
            (_, Some(nla_type), Some(of)) => {
                self.around(node, nla_type, None);
                self.attribute(node, nla_type, of)
            }
            // a struct inside an attribute's value: what follows it is the attribute's
            (_, None, Some(of)) => Level {
                top: false,
                set: false,
                ..of
            },
            _ => Level::NOTHING,
        };
        self.levels.push(level);
        Flow::Continue
    }

    fn leave(&mut self) {
        self.levels.pop();
    }

    fn leaf(&mut self, node: &Node<'_>, value: &Value<'_>) -> Flow {
        match (node.nla_type, self.levels.last().copied()) {
            (Some(nla_type), Some(of)) => {
                self.around(node, nla_type, Some(value));
                self.attribute(node, nla_type, of);
            }
            (None, Some(_)) if self.levels.len() == 1 => self.field(node, value),
            _ => {}
        }
        Flow::Continue
    }

    fn set(&mut self, name: &Name) {
        let sure = self.sure;
        let Some(level) = self.levels.last_mut() else {
            return;
        };
        level.set = true;
        if level.top || level.policy.is_some() || level.entries.is_some() {
            return;
        }
        let Some((offset, nla_type)) = level.open else {
            return;
        };
        let loaded = self.spec.and_then(|spec| spec.sets.get(name.as_str()));
        let known = match loaded {
            Some(set) => set.builtin.and_then(policy::of_set),
            None => policy::of_set(name.as_str()),
        };
        let Some((mode, policy)) = known else {
            let at = loaded.map(|set| PolicyRef::Loaded(set.policy));
            level.policy = at.and_then(|at| self.spec?.policy(at));
            level.max = level.policy.map_or(0, |p| p.size.saturating_sub(1));
            level.sure = false;
            return;
        };
        level.policy = Some(policy);
        level.mode = mode;
        level.max = policy.size.saturating_sub(1);
        level.sure = sure;
        if mode == Mode::Strict && nla_type & NLA_F_NESTED == 0 {
            let text = "a nest without NLA_F_NESTED";
            let found = self.lint.found(Code::NestWithoutFlag, offset, text);
            found.policy = Some(policy.into());
            if !sure {
                found.warning();
            }
        }
    }

    fn diagnostic(&mut self, diagnostic: Diagnostic) {
        use diagnostic::Code as Odd;
        let trailing = matches!(
            diagnostic.code,
            Odd::LeftoverBytes | Odd::BadAttribute | Odd::ZeroAttributes
        );
        if trailing {
            if self.cut {
                return;
            }
            let level = self.levels.last().copied().unwrap_or(Level::NOTHING);
            let refused = matches!(level.mode, Mode::Strict | Mode::Bounded);
            let found = self
                .lint
                .found(Code::TrailingBytes, diagnostic.offset, diagnostic.text);
            if !refused || !level.sure {
                found.warning();
            }
        } else {
            self.diagnostics.push(diagnostic);
        }
    }

    fn as_dyn(&mut self) -> &mut dyn Sink {
        self
    }
}
