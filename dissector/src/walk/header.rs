//! The nlmsghdr of a message. It reaches the sink in one call, because each message has one.

use super::{Node, Resolved, Span};
use crate::families::netlink;
use crate::sink::Value;
use crate::table::{Meaning, Name, Unit};
use crate::wire::{MessageHeader, NLMSG_HDRLEN, RawMessage};

/// An nlmsghdr, a node whose fields are leaves.
pub struct Header<'h> {
    span: Span<'h>,
    header: MessageHeader,
    type_name: Option<&'h Name>,
    flags: &'static Meaning,
}

impl<'h> Header<'h> {
    /// The header at the beginning of `whole`, the bytes of a message that was looked up.
    pub(super) fn new(
        message: &RawMessage<'h>,
        whole: Span<'h>,
        resolved: &Resolved<'h>,
    ) -> Header<'h> {
        Header {
            span: whole.sub(0, NLMSG_HDRLEN),
            header: message.header,
            type_name: resolved.type_name(),
            flags: netlink::flags_meaning(resolved.verb()),
        }
    }

    /// Its fields as numbers.
    pub fn numbers(&self) -> &MessageHeader {
        &self.header
    }

    /// The name of its type.
    pub fn type_name(&self) -> Option<&'h Name> {
        self.type_name
    }

    /// Its type as a value.
    pub fn kind(&self) -> Value<'h> {
        Value::Named {
            value: self.header.nlmsg_type.into(),
            width: 2,
            name: self.type_name,
        }
    }

    /// Its flags as a value.
    pub fn flags(&self) -> Value<'h> {
        Value::Unsigned {
            value: self.header.nlmsg_flags.into(),
            width: 2,
            meaning: self.flags,
            unit: Unit::None,
        }
    }

    /// The node that its fields stand in.
    pub fn node(&self) -> Node<'h> {
        Node::named(&netlink::NLMSGHDR.name, self.span)
    }

    /// Gives each field as a leaf, until `each` says no.
    #[inline]
    pub fn leaves(&self, mut each: impl FnMut(&Node<'_>, &Value<'_>) -> bool) {
        let number = |value: u32| Value::Unsigned {
            value: value.into(),
            width: 4,
            meaning: &Meaning::Number,
            unit: Unit::None,
        };
        let values = [
            (0, 4, number(self.header.nlmsg_len)),
            (4, 2, self.kind()),
            (6, 2, self.flags()),
            (8, 4, number(self.header.nlmsg_seq)),
            (12, 4, number(self.header.nlmsg_pid)),
        ];
        let fields = netlink::NLMSGHDR.fields.iter();
        for (field, (at, len, value)) in fields.zip(values) {
            if !each(&Node::named(&field.name, self.span.sub(at, len)), &value) {
                return;
            }
        }
    }
}
