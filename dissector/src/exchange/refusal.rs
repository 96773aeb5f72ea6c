//! What the kernel says of an error: its words, and what it points at.

use crate::context::Context;
use crate::families::netlink::NL_ATTR_TYPE;
use crate::sink::{Class, Flow, Sink, Value};
use crate::table::Name;
use crate::walk::{Key, Node, walk};
use crate::wire::RawMessage;
use std::fmt;

/// What the kernel says of an error.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Refusal {
    /// The name of its number: of errno, or of the request's family.
    pub errno: Option<String>,
    /// Its words.
    pub words: Option<String>,
    /// Where it points: bytes from the request's nlmsghdr.
    pub offset: Option<u32>,
    /// The attribute there, as a path in the request.
    pub offending: Option<String>,
    /// Where the nest stands that misses something: bytes from the request's nlmsghdr.
    pub nest: Option<u32>,
    /// The attribute that is missing, as a path in the request.
    pub missing: Option<String>,
    /// What it would accept.
    pub policy: Option<Policy>,
}

/// What the kernel accepts of an attribute: the policy that a value failed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Policy {
    /// NL_ATTR_TYPE_*.
    pub kind: Option<String>,
    /// The least and the greatest value.
    pub values: (Option<i128>, Option<i128>),
    /// The least and the greatest length, in bytes.
    pub lengths: (Option<u64>, Option<u64>),
    /// The bits that may be set.
    pub mask: Option<u64>,
}

impl fmt::Display for Policy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut first = true;
        let mut begin = |f: &mut fmt::Formatter<'_>| {
            let separator = if first { "" } else { ", " };
            first = false;
            f.write_str(separator)
        };
        if let Some(kind) = &self.kind {
            begin(f)?;
            f.write_str(kind)?;
        }
        match self.values {
            (Some(min), Some(max)) => {
                begin(f)?;
                write!(f, "{min} to {max}")?;
            }
            (Some(min), None) => {
                begin(f)?;
                write!(f, "{min} or more")?;
            }
            (None, Some(max)) => {
                begin(f)?;
                write!(f, "{max} or less")?;
            }
            (None, None) => {}
        }
        match self.lengths {
            (Some(min), Some(max)) if min == max => {
                begin(f)?;
                write!(f, "{min} bytes")?;
            }
            (Some(min), Some(max)) => {
                begin(f)?;
                write!(f, "{min} to {max} bytes")?;
            }
            (Some(min), None) => {
                begin(f)?;
                write!(f, "{min} bytes or more")?;
            }
            (None, Some(max)) => {
                begin(f)?;
                write!(f, "{max} bytes or fewer")?;
            }
            (None, None) => {}
        }
        if let Some(mask) = self.mask {
            begin(f)?;
            write!(f, "bits of {mask:#x}")?;
        }
        Ok(())
    }
}

/// Reads an NLMSG_ERROR, or an NLMSG_DONE with an error. The context has the request.
pub(super) fn read(message: &RawMessage<'_>, ctx: &Context<'_>) -> Refusal {
    let mut reader = Reader::default();
    walk(message, None, ctx, &mut reader);
    reader.refusal
}

#[derive(Default)]
struct Reader {
    refusal: Refusal,
}

impl Sink for Reader {
    fn enter(&mut self, _: &Node<'_>, class: Class) -> Flow {
        match class {
            Class::Echo | Class::Header => Flow::Skip,
            _ => Flow::Continue,
        }
    }

    fn leave(&mut self) {}

    fn leaf(&mut self, node: &Node<'_>, value: &Value<'_>) -> Flow {
        let Key::Name(name) = node.key else {
            return Flow::Continue;
        };
        let refusal = &mut self.refusal;
        let number = match value {
            Value::Unsigned { value, .. } => Some(i128::from(*value)),
            Value::Signed { value, .. } => Some(i128::from(*value)),
            _ => None,
        };
        match (name.as_str(), value) {
            ("NLMSGERR_ATTR_MSG", Value::Text(text)) => {
                refusal.words = Some(String::from_utf8_lossy(text).into_owned());
            }
            ("NLMSGERR_ATTR_OFFS", Value::Unsigned { value, .. }) => {
                refusal.offset = u32::try_from(*value).ok();
            }
            ("NLMSGERR_ATTR_MISS_NEST", Value::Unsigned { value, .. }) => {
                refusal.nest = u32::try_from(*value).ok();
            }
            (key, _) => {
                if let Some(what) = key.strip_prefix("NL_POLICY_TYPE_ATTR_")
                    && let Some(number) = number
                {
                    let policy = refusal.policy.get_or_insert_default();
                    policy.take(what, number);
                }
            }
        }
        Flow::Continue
    }

    fn derived(&mut self, name: &Name, text: &str) {
        let refusal = &mut self.refusal;
        let slot = match name.as_str() {
            "errno" => &mut refusal.errno,
            "offending" => &mut refusal.offending,
            "missing" => &mut refusal.missing,
            _ => return,
        };
        *slot = Some(text.to_owned());
    }

    fn as_dyn(&mut self) -> &mut dyn Sink {
        self
    }
}

impl Policy {
    fn take(&mut self, what: &str, number: i128) {
        let length = u64::try_from(number).ok();
        match what {
            "TYPE" => {
                let name = NL_ATTR_TYPE.name_of(length.unwrap_or(u64::MAX));
                self.kind = name.map(|n| n.as_str().to_owned());
            }
            "MIN_VALUE_S" | "MIN_VALUE_U" => self.values.0 = Some(number),
            "MAX_VALUE_S" | "MAX_VALUE_U" => self.values.1 = Some(number),
            "MIN_LENGTH" => self.lengths.0 = length,
            "MAX_LENGTH" => self.lengths.1 = length,
            "MASK" | "BITFIELD32_MASK" => self.mask = length,
            _ => {}
        }
    }
}
