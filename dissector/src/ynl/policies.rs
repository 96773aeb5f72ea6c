//! The policies that a spec makes: what the kernel's generator of code makes of it where the
//! kernel's policies come from the spec, else what its `checks` say.
//!
//! Source: `tools/net/ynl/pyynl/ynl_gen_c.py`, `net/netlink/genetlink.c`.

use super::build::subsystem;
use super::naming::Names;
use super::spec::{
    AttributeKind, AttributeOf, EnumUse, KernelPolicy, RequestOf, Scalar, SetOf, Spec, Stands,
};
use crate::lint::policy::{
    Mode, Policy, PolicyRef, Rule, SpecPolicies, SpecRequest, SpecSet, Type,
};
use crate::table::{Order, Width};
use std::borrow::Cow;
use std::collections::HashMap;

/// The policies of a spec, which is called `file`.
pub(super) fn policies(spec: &Spec<'_>, names: &Names, file: &str) -> SpecPolicies {
    let mut maker = Maker {
        spec,
        names,
        file,
        policies: Vec::new(),
        places: spec.sets.iter().map(places).collect(),
    };
    // those of the sets stand where the sets do
    for (at, set) in spec.sets.iter().enumerate() {
        maker.make(at, set.name, set.attributes.iter().map(|a| a.name));
    }
    let mut requests = match spec.exact {
        true => maker.exact(),
        false => maker.inexact(),
    };
    requests.sort_by_key(|r| (r.command, r.dump));
    let sets = spec.sets.iter().enumerate().map(|(at, set)| {
        let name = format!("{}.{}", spec.name, set.name);
        let set = SpecSet {
            builtin: names.twins.get(set.whole).copied().flatten(),
            policy: at as u32,
        };
        (name, set)
    });
    SpecPolicies {
        protocol: spec.protocol,
        family: spec.name.to_owned(),
        file: file.to_owned(),
        exact: spec.exact,
        sets: sets.collect(),
        requests,
        policies: maker.policies,
    }
}

struct Maker<'s, 'd> {
    spec: &'s Spec<'d>,
    names: &'s Names,
    file: &'s str,
    policies: Vec<Policy>,
    /// Of each set, where its attributes stand.
    places: Vec<HashMap<&'d str, usize>>,
}

/// Where the attributes of a set stand.
fn places<'d>(set: &SetOf<'d>) -> HashMap<&'d str, usize> {
    let names = set.attributes.iter().map(|a| a.name);
    names.zip(0..).collect()
}

impl<'d> Maker<'_, 'd> {
    /// Makes the policy of some attributes of a set; its position.
    fn make<'n>(
        &mut self,
        at: usize,
        name: &str,
        which: impl Iterator<Item = &'n str>,
    ) -> Option<u32> {
        let set = self.spec.sets.get(at)?;
        let names = self.names.attributes.get(at)?;
        let places = self.places.get(at)?;
        let mut rules: Vec<Rule> = Vec::new();
        let mut size = 0;
        for place in which.filter_map(|name| places.get(name)) {
            let (Some(attribute), Some((name, _))) =
                (set.attributes.get(*place), names.get(*place))
            else {
                continue;
            };
            size = size.max(attribute.value + 1);
            if let Some(mut rule) = self.rule(attribute) {
                rule.number = attribute.value;
                rule.name = Cow::Owned(name.as_str().to_owned());
                rules.push(rule);
            }
        }
        rules.sort_by_key(|r| r.number);
        rules.dedup_by_key(|r| r.number);
        self.policies.push(Policy {
            name: Cow::Owned(format!("{}.{name}", self.spec.name)),
            file: Cow::Owned(self.file.to_owned()),
            size,
            strict_from: 0,
            rules: Cow::Owned(rules),
            spec: true,
        });
        u32::try_from(self.policies.len() - 1).ok()
    }

    /// Requests of a family whose policies the kernel has from the spec.
    fn exact(&mut self) -> Vec<SpecRequest> {
        let spec = self.spec;
        let all = || spec.requests.iter().flat_map(RequestOf::listed);
        // `do` and `dump` share what `do` lists
        let shared = spec.requests.iter().filter(|r| !r.dump);
        let shared: HashMap<&str, &RequestOf<'d>> = shared.map(|r| (r.name, r)).collect();
        let mut requests = Vec::new();
        let mut of_all = None;
        for request in &spec.requests {
            let own = match spec.kernel_policy {
                KernelPolicy::PerOp => shared.get(request.name).copied(),
                KernelPolicy::Split | KernelPolicy::Global => Some(request),
            };
            let listed = || own.into_iter().flat_map(RequestOf::listed);
            let policy = match (request.set, spec.kernel_policy) {
                (Some(set), KernelPolicy::Global) => {
                    if of_all.is_none() {
                        of_all = self.make(set, "(all requests)", all());
                    }
                    of_all
                }
                (Some(set), _) if listed().next().is_some() => {
                    self.make(set, request.name, listed())
                }
                _ => None,
            };
            // without a policy of its own a request may be refused with any attribute, or not
            let lost = policy.is_none() && spec.kernel_policy != KernelPolicy::Split;
            let mode = if lost { Mode::Unchecked } else { request.mode };
            requests.push(SpecRequest {
                command: request.value,
                dump: request.dump,
                mode,
                policy: policy.filter(|_| mode != Mode::Unchecked),
                listed: None,
            });
        }
        requests
    }

    /// Requests of a family that the spec only describes.
    fn inexact(&self) -> Vec<SpecRequest> {
        let low = match subsystem(self.spec) {
            Some(_) => 0xff,
            None => u16::MAX,
        };
        let request = |request: &RequestOf<'d>| SpecRequest {
            command: request.value & low,
            dump: request.dump,
            mode: Mode::Unchecked,
            policy: request.set.map(|at| at as u32),
            listed: self.numbers(request),
        };
        self.spec.requests.iter().map(request).collect()
    }

    /// The numbers of the attributes that a request lists.
    fn numbers(&self, request: &RequestOf<'d>) -> Option<Vec<u16>> {
        let (set, places) = (
            self.spec.sets.get(request.set?)?,
            self.places.get(request.set?)?,
        );
        request.attributes.as_ref()?;
        let places = request.listed().filter_map(|name| places.get(name));
        let listed = places.filter_map(|at| set.attributes.get(*at));
        let mut numbers: Vec<u16> = listed.map(|a| a.value).collect();
        numbers.sort_unstable();
        Some(numbers)
    }

    /// What is said of an attribute; nothing of what is not sent.
    fn rule(&self, attribute: &AttributeOf<'d>) -> Option<Rule> {
        let plain = |kind| Rule::new(0, "", kind);
        let checks = &attribute.checks;
        let nested = |kind, at: &Option<usize>| Rule {
            nested: at.map(|at| PolicyRef::Loaded(at as u32)),
            ..plain(kind)
        };
        let rule = match &attribute.kind {
            AttributeKind::Unused | AttributeKind::Pad => return None,
            AttributeKind::Flag => plain(Type::Flag),
            AttributeKind::Scalar(scalar) => self.scalar(attribute, scalar),
            AttributeKind::String(terminated) => match (checks.exact_len, terminated) {
                (Some(n), _) => plain(Type::Binary).exact(n),
                (None, true) => plain(Type::NulText).len(length(checks.max_len)),
                (None, false) => plain(Type::Text).len(length(checks.max_len)),
            },
            AttributeKind::Bytes(_) | AttributeKind::Struct(_) | AttributeKind::List(_) => {
                let bounds = (checks.exact_len, checks.min_len, checks.max_len);
                match bounds {
                    (Some(n), ..) => plain(Type::Binary).exact(n),
                    (None, Some(n), None) => plain(Type::Binary).min(n),
                    (None, None, Some(n)) => plain(Type::Binary).max(n),
                    (None, Some(min), Some(max)) => plain(Type::Binary).range(min, max),
                    (None, None, None) => plain(Type::Binary),
                }
            }
            AttributeKind::Bitfield32(of) => match of {
                Some(of) if self.spec.exact => plain(Type::Bitfield32).mask(self.mask(*of)),
                _ => plain(Type::Bitfield32),
            },
            AttributeKind::Nest(at) => nested(Type::Nested, at),
            AttributeKind::Array(element) => match &**element {
                AttributeKind::Nest(at) => nested(Type::NestedArray, at),
                _ => plain(Type::Unspec).by_code(),
            },
            AttributeKind::Levels(..) | AttributeKind::Choice(..) => plain(Type::Unspec).by_code(),
        };
        Some(match checks.unknown {
            true => rule.by_code(),
            false => rule,
        })
    }

    fn scalar(&self, attribute: &AttributeOf<'d>, scalar: &Scalar) -> Rule {
        let big = scalar.order == Order::Big;
        let kind = match (scalar.width, scalar.signed) {
            (Width::W8, false) => Type::U8,
            (Width::W8, true) => Type::S8,
            (Width::W16, false) if big => Type::Be16,
            (Width::W16, false) => Type::U16,
            (Width::W16, true) => Type::S16,
            (Width::W32, false) if big => Type::Be32,
            (Width::W32, false) => Type::U32,
            (Width::W32, true) => Type::S32,
            (Width::W64, false) => Type::U64,
            (Width::W64, true) => Type::S64,
            (_, false) => Type::Uint,
            (_, true) => Type::Sint,
        };
        let rule = Rule::new(0, "", kind);
        // what is in another order than the policy's type is not compared here
        let ordered = match scalar.order {
            Order::Host => true,
            _ => kind.is_big_endian() || kind == Type::U8 || kind == Type::S8,
        };
        if !ordered {
            return rule.by_code();
        }
        let checks = &attribute.checks;
        let of = match scalar.meaning {
            Stands::Enum(of) if self.spec.exact => Some(of),
            _ => None,
        };
        if let Some(of) = of.filter(|of| of.flags) {
            return rule.mask(self.mask(of));
        }
        if let Some(flags) = checks.flags {
            return rule.mask(ones(flags));
        }
        let (mut min, mut max) = (checks.min, checks.max);
        if let Some(of) = of {
            let Some((low, high)) = self.bounds(of) else {
                return if min.is_none() && max.is_none() {
                    rule.by_code()
                } else {
                    limited(rule, min, max)
                };
            };
            if low != 0 || scalar.signed {
                min = min.or(Some(low));
            }
            max = max.or(Some(high));
        }
        limited(rule, min, max)
    }

    /// The least and the greatest of an enumeration that leaves no number out.
    fn bounds(&self, of: EnumUse) -> Option<(i128, i128)> {
        let entries = &self.spec.enums.get(of.at)?.entries;
        let numbers = entries.iter().map(|(_, n)| i128::from(*n));
        let (low, high) = (numbers.clone().min()?, numbers.max()?);
        (high - low + 1 == entries.len() as i128).then_some((low, high))
    }

    /// The bits of flags.
    fn mask(&self, of: EnumUse) -> u64 {
        let entries = self.spec.enums.get(of.at).map(|e| &e.entries);
        let bits = entries.into_iter().flatten();
        bits.fold(0, |mask, (_, bit)| {
            let bit = u32::try_from(*bit)
                .ok()
                .and_then(|bit| 1u64.checked_shl(bit));
            mask | bit.unwrap_or(0)
        })
    }
}

fn limited(rule: Rule, min: Option<i128>, max: Option<i128>) -> Rule {
    match (min, max) {
        (Some(min), Some(max)) if min > max => rule.by_code(),
        (Some(min), Some(max)) => rule.range(min, max),
        (Some(min), None) => rule.min(min),
        (None, Some(max)) => rule.max(max),
        (None, None) => rule,
    }
}

/// So many bits.
fn ones(count: usize) -> u64 {
    match u32::try_from(count) {
        Ok(count @ 0..64) => (1 << count) - 1,
        _ => u64::MAX,
    }
}

/// The greatest length of a string: 0 is none.
fn length(most: Option<i128>) -> u16 {
    most.and_then(|n| u16::try_from(n).ok()).unwrap_or(0)
}
