//! What the kernel checks of the attributes of a request: its `nla_policy` tables, and which of
//! them it takes for what.
//!
//! Source: `include/net/netlink.h`, `lib/nlattr.c`, `net/netlink/genetlink.c`,
//! `net/netfilter/nfnetlink.c`; the tables name their own.

mod beyond;
mod loaded;
mod operations;
mod requests;
mod table;
#[cfg(test)]
mod tests;

pub use beyond::{BEYOND, Beyond, beyond};
pub use loaded::{SpecPolicies, SpecRequest, SpecSet};
pub use operations::{GENERIC, SUBSYSTEMS};
pub use requests::{ROUTE, STRICT_GETS, StrictGet, Who, XFRM, strict_get};
pub use table::SETS;

use crate::table::{Family, Layer};
use crate::walk::Resolved;
use std::borrow::Cow;

/// `NLA_*` of a policy: what the payload is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Type {
    /// Bytes of at least the length; refused under strict checking.
    Unspec,
    U8,
    U16,
    U32,
    U64,
    S8,
    S16,
    S32,
    S64,
    Be16,
    Be32,
    /// Four or eight bytes.
    Uint,
    /// Four or eight bytes.
    Sint,
    /// Eight bytes.
    Msecs,
    /// Characters, whose NUL may be missing.
    Text,
    /// Characters and their NUL.
    NulText,
    Flag,
    Binary,
    Bitfield32,
    Nested,
    NestedArray,
    /// Refused.
    Reject,
}

impl Type {
    /// Bytes of an integer of fixed size, and whether it is signed.
    pub const fn integer(self) -> Option<(usize, bool)> {
        Some(match self {
            Type::U8 => (1, false),
            Type::U16 | Type::Be16 => (2, false),
            Type::U32 | Type::Be32 => (4, false),
            Type::U64 | Type::Msecs => (8, false),
            Type::S8 => (1, true),
            Type::S16 => (2, true),
            Type::S32 => (4, true),
            Type::S64 => (8, true),
            _ => return None,
        })
    }

    /// Whether the number is in network order.
    pub const fn is_big_endian(self) -> bool {
        matches!(self, Type::Be16 | Type::Be32)
    }
}

/// What is checked beyond the type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Check {
    /// Nothing.
    None,
    /// The number, or the length of bytes, lies between these.
    Range(i128, i128),
    /// The length is this; longer bytes are only complained about where checking is not strict.
    ExactWarn(u64),
    /// Only these bits are set.
    Mask(u64),
    /// Code, or a bound that depends on the kernel's configuration.
    Code,
}

/// Where a policy is: compiled in, or among those of a loaded spec.
#[derive(Clone, Copy, Debug)]
pub enum PolicyRef {
    /// One of the kernel.
    Static(&'static Policy),
    /// Position among the [`SpecPolicies`].
    Loaded(u32),
}

/// What a policy says of one nla_type.
#[derive(Clone, Debug)]
pub struct Rule {
    /// nla_type.
    pub number: u16,
    /// The constant, as the policy has it; empty where it has none.
    pub name: Cow<'static, str>,
    /// What the payload is.
    pub kind: Type,
    /// The greatest length of a string (without its NUL) and of bytes, the least of what has no
    /// type; 0 where there is none.
    pub len: u16,
    /// What is checked beyond the type.
    pub check: Check,
    /// What the attributes inside are checked by.
    pub nested: Option<PolicyRef>,
}

impl Rule {
    /// A rule that checks no more than the type.
    pub const fn new(number: u16, name: &'static str, kind: Type) -> Rule {
        Rule {
            number,
            name: Cow::Borrowed(name),
            kind,
            len: 0,
            check: Check::None,
            nested: None,
        }
    }

    pub(crate) const fn len(mut self, len: u16) -> Rule {
        self.len = len;
        self
    }

    pub(crate) const fn range(mut self, min: i128, max: i128) -> Rule {
        self.check = Check::Range(min, max);
        self
    }

    pub(crate) const fn min(self, min: i128) -> Rule {
        self.range(min, i128::MAX)
    }

    pub(crate) const fn max(self, max: i128) -> Rule {
        self.range(i128::MIN, max)
    }

    pub(crate) const fn exact(self, len: i128) -> Rule {
        self.range(len, len)
    }

    const fn exact_warn(mut self, len: u64) -> Rule {
        self.check = Check::ExactWarn(len);
        self
    }

    pub(crate) const fn mask(mut self, mask: u64) -> Rule {
        self.check = Check::Mask(mask);
        self
    }

    pub(crate) const fn by_code(mut self) -> Rule {
        self.check = Check::Code;
        self
    }

    const fn of(mut self, policy: &'static Policy) -> Rule {
        self.nested = Some(PolicyRef::Static(policy));
        self
    }
}

/// A `struct nla_policy[]`.
#[derive(Debug)]
pub struct Policy {
    /// Its name.
    pub name: Cow<'static, str>,
    /// Its file.
    pub file: Cow<'static, str>,
    /// How many numbers it has; those from here on are unknown to it.
    pub size: u16,
    /// From this number on, checking is strict whatever the request; 0 where it is not.
    pub strict_from: u16,
    /// Sorted by number.
    pub rules: Cow<'static, [Rule]>,
    /// It is of a loaded spec, and no table of the kernel.
    pub spec: bool,
}

impl Policy {
    /// What it says of an nla_type.
    pub fn rule(&self, number: u16) -> Option<&Rule> {
        let at = self.rules.binary_search_by_key(&number, |r| r.number);
        self.rules.get(at.ok()?)
    }
}

/// Writes a policy.
macro_rules! policy {
    ($name:ident $text:literal $file:literal 0..$size:literal $(from $strict:literal)?:
     $($number:literal $attribute:literal $kind:ident $(. $part:ident ( $($value:expr),* ))* ,)*) => {
        pub(super) static $name: Policy = Policy {
            name: std::borrow::Cow::Borrowed($text),
            file: std::borrow::Cow::Borrowed($file),
            size: $size,
            strict_from: 0 $(+ $strict)?,
            rules: std::borrow::Cow::Borrowed(
                &[$(super::Rule::new($number, $attribute, super::Type::$kind)$(.$part($($value),*))*),*],
            ),
            spec: false,
        };
    };
}
use policy;

/// How attributes are checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Not by a policy that is known here.
    Unchecked,
    /// What is unknown, too long or behind the last attribute is ignored.
    Liberal,
    /// What is unknown or behind the last attribute is refused, but nothing else of what
    /// [`Mode::Strict`] refuses.
    Bounded,
    /// What is unknown, too long or behind the last attribute is refused; nests need their flag.
    Strict,
}

/// As what a request is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// For one thing.
    Do,
    /// NLM_F_DUMP: for all.
    Dump,
    /// NLM_F_BULK: to remove all.
    Bulk,
}

/// How one request of a family is checked.
#[derive(Debug)]
pub struct Operation {
    /// nlmsg_type, or the command.
    pub command: u16,
    /// As a dump.
    pub dump: bool,
    /// How attributes are checked.
    pub mode: Mode,
    /// By what; where there is none though they are checked, none is allowed.
    pub policy: Option<&'static Policy>,
    /// The greatest nla_type that is known.
    pub max: u16,
    /// Needs CAP_NET_ADMIN.
    pub admin: bool,
    /// Attributes without which it is refused.
    pub required: &'static [&'static str],
}

/// Writes an operation.
const fn op(
    command: u16,
    dump: bool,
    mode: Mode,
    policy: Option<&'static Policy>,
    max: u16,
    admin: bool,
    required: &'static [&'static str],
) -> Operation {
    Operation {
        command,
        dump,
        mode,
        policy,
        max,
        admin,
        required,
    }
}

/// A generic family's requests.
#[derive(Debug)]
pub struct Generic {
    /// Its name.
    pub name: &'static str,
    /// Bytes of its own header behind the genlmsghdr.
    pub header: u16,
    /// From this command on, the reserved half of the genlmsghdr and nlmsg_flags are checked.
    pub checks_from: u16,
    /// Sorted by command, the dump behind the other.
    pub operations: &'static [Operation],
}

/// A generic family of a name.
pub fn generic(name: &str) -> Option<&'static Generic> {
    let at = GENERIC.binary_search_by(|g| g.name.cmp(name)).ok()?;
    GENERIC.get(at)
}

/// How a request's attributes are checked.
#[derive(Clone, Copy, Debug)]
pub struct Checked<'t> {
    /// How.
    pub mode: Mode,
    /// By what.
    pub policy: Option<&'t Policy>,
    /// The greatest nla_type that is known.
    pub max: u16,
    /// Attributes without which it is refused.
    pub required: &'static [&'static str],
}

impl Checked<'_> {
    /// Not by anything that is known here.
    pub const UNKNOWN: Checked<'static> = Checked {
        mode: Mode::Unchecked,
        policy: None,
        max: 0,
        required: &[],
    };

    fn liberal(policy: &'static Policy) -> Checked<'static> {
        Checked {
            mode: Mode::Liberal,
            policy: Some(policy),
            max: policy.size.saturating_sub(1),
            required: &[],
        }
    }
}

impl From<&Operation> for Checked<'static> {
    fn from(operation: &Operation) -> Checked<'static> {
        Checked {
            mode: operation.mode,
            policy: operation.policy,
            max: operation.max,
            required: operation.required,
        }
    }
}

fn find(operations: &'static [Operation], command: u16, dump: bool) -> Option<&'static Operation> {
    operations
        .iter()
        .find(|o| o.command == command && o.dump == dump)
}

/// How the attributes of a request are checked by the kernel's own tables, where these have it.
pub fn checked(
    protocol: u16,
    resolved: &Resolved<'_>,
    address_family: u8,
    way: Way,
) -> Option<Checked<'static>> {
    const NETLINK_ROUTE: u16 = 0;
    const NETLINK_XFRM: u16 = 6;
    const NETLINK_NETFILTER: u16 = 12;
    let family = resolved.family?;
    let dump = way == Way::Dump;
    match (&family.layer, protocol) {
        (Layer::Generic, _) => generic(family.name.as_str())
            .and_then(|g| find(g.operations, resolved.command, dump))
            .map(Checked::from),
        (_, NETLINK_ROUTE) => requests::route(resolved.command, address_family, way),
        (_, NETLINK_XFRM) => find(XFRM, resolved.command, dump).map(Checked::from),
        (_, NETLINK_NETFILTER) => subsystem(family, resolved.command),
        _ => None,
    }
}

fn subsystem(family: &Family, command: u16) -> Option<Checked<'static>> {
    let Layer::Subsystem(number) = family.layer else {
        return None;
    };
    let (_, operations) = SUBSYSTEMS.iter().find(|(n, _)| *n == number)?;
    let (_, policy, max) = operations.iter().find(|(c, ..)| u16::from(*c) == command)?;
    Some(Checked {
        mode: match policy {
            Some(_) => Mode::Liberal,
            None => Mode::Unchecked,
        },
        policy: *policy,
        max: *max,
        required: &[],
    })
}

/// What the attributes of a set are checked by, where code takes the nest apart.
pub fn of_set(name: &str) -> Option<(Mode, &'static Policy)> {
    let at = SETS.binary_search_by(|(set, ..)| (*set).cmp(name)).ok()?;
    let (_, mode, policy) = SETS.get(at)?;
    Some((*mode, policy))
}
