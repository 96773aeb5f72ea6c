//! What a loaded spec says of the requests of its family.

use super::{Checked, Mode, Policy, PolicyRef};
use crate::lint::Source;
use std::collections::HashMap;

/// The policies of a loaded spec.
#[derive(Debug)]
pub struct SpecPolicies {
    /// NETLINK_* of the family.
    pub protocol: u16,
    /// The family's name.
    pub family: String,
    /// The spec's file.
    pub file: String,
    /// The kernel's policies are made of the spec, so what it says holds. Elsewhere the kernel
    /// has its own, which may be others.
    pub exact: bool,
    /// Those that [`PolicyRef::Loaded`] counts.
    pub policies: Vec<Policy>,
    /// Its requests, sorted by command, the dump behind the other.
    pub requests: Vec<SpecRequest>,
    /// Its sets, by the name that a walk tells.
    pub sets: HashMap<String, SpecSet>,
}

/// A request as a spec has it.
#[derive(Debug)]
pub struct SpecRequest {
    /// nlmsg_type, the command, or the low byte of a subsystem's type.
    pub command: u16,
    /// As a dump.
    pub dump: bool,
    /// How its attributes are checked.
    pub mode: Mode,
    /// By what, counted in the spec's policies.
    pub policy: Option<u32>,
    /// The numbers of the attributes that it lists, sorted, where it lists any.
    pub listed: Option<Vec<u16>>,
}

/// A set of attributes as a spec has it.
#[derive(Clone, Copy, Debug)]
pub struct SpecSet {
    /// The built-in set that it is.
    pub builtin: Option<&'static str>,
    /// What the spec says of its attributes, counted in the spec's policies.
    pub policy: u32,
}

impl SpecPolicies {
    /// What a finding names.
    pub(crate) fn source(&self) -> Source {
        Source {
            name: self.family.clone().into(),
            file: self.file.clone().into(),
            spec: true,
        }
    }

    /// A policy of this spec, or one that is compiled in.
    pub fn policy(&self, at: PolicyRef) -> Option<&Policy> {
        match at {
            PolicyRef::Static(policy) => Some(policy),
            PolicyRef::Loaded(at) => self.policies.get(at as usize),
        }
    }

    /// A request of the spec.
    pub fn request(&self, command: u16, dump: bool) -> Option<&SpecRequest> {
        let key = (command, dump);
        let at = self
            .requests
            .binary_search_by_key(&key, |r| (r.command, r.dump));
        self.requests.get(at.ok()?)
    }

    /// How the attributes of a request are checked.
    pub(crate) fn checked(&self, request: &SpecRequest) -> Checked<'_> {
        let policy = request.policy.map(PolicyRef::Loaded);
        let policy = policy.and_then(|at| self.policy(at));
        Checked {
            mode: request.mode,
            policy,
            max: policy.map_or(0, |p| p.size.saturating_sub(1)),
            required: &[],
        }
    }
}
