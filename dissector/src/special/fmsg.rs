//! DEVLINK_ATTR_FMSG: attributes whose order is the meaning. Each value has its type in the
//! attribute before it.
//!
//! Source: `uapi/linux/devlink.h`, `net/devlink/health.c`.

use crate::diagnostic::Code;
use crate::families::devlink::FMSG as SET;
use crate::sink::{Class, Sink};
use crate::table::macros::{BOOL, BYTES, NUL_STRING, U8, U16, U32, U64};
use crate::table::{Kind, Name, Special};
use crate::walk::{Key, Node, Scope, Span, Walk};
use crate::wire::{AttributeHeader, NLA_HDRLEN, align4};

const OBJ_VALUE_TYPE: u16 = 112;
const OBJ_VALUE_DATA: u16 = 113;
static REST: Name = crate::name!("rest");

/// A report in the form of devlink.
pub static FMSG: Special = Special {
    name: "sequence",
    decode,
    sets: &[&SET],
};

/// The layout of a value of this type: `enum devlink_var_attr_type`.
fn value_of(of: u64) -> &'static Kind {
    static KINDS: [Kind; 7] = [U8, U16, U32, U64, NUL_STRING, BOOL, BYTES];
    let [byte, short, int, long, string, truth, bytes] = &KINDS;
    match of {
        1 => byte,
        2 => short,
        3 => int,
        4 => long,
        5 | 10 => string,
        6 => truth, // unlike a parameter's, it always has a byte
        _ => bytes,
    }
}

fn decode<'a>(
    walk: &mut Walk<'_, 'a, dyn Sink + '_>,
    node: &Node<'_>,
    data: Span<'a>,
    scope: &Scope<'_>,
) {
    if walk.enter(node, Class::Sequence) {
        let order = walk.ctx.order;
        let mut rest = data;
        let mut of = 0;
        while !rest.is_empty() && !walk.stopped() {
            let header = AttributeHeader::parse(rest.data, order);
            let len = header.map_or(0, |h| usize::from(h.nla_len));
            let (Some(header), true) = (header, (NLA_HDRLEN..=rest.data.len()).contains(&len))
            else {
                walk.diagnose(
                    Code::BadAttribute,
                    rest.offset,
                    format!("nla_len is {len}, {} bytes are left", rest.len()),
                );
                walk.opaque(&Node::named(&REST, rest), rest.data);
                break;
            };
            let attribute = SET.get(header.number());
            let key = match attribute {
                Some(attribute) => Key::Name(&attribute.name),
                None => Key::Unknown(header.number()),
            };
            let mut item = Node::new(key, rest.offset, header.nla_len.into());
            item.nla_type = Some(header.nla_type);
            let payload = rest.sub(NLA_HDRLEN, len - NLA_HDRLEN);
            match (header.number(), attribute) {
                (OBJ_VALUE_DATA, _) => walk.value(value_of(of), &item, payload, order, scope),
                (_, Some(attribute)) => walk.value(&attribute.kind, &item, payload, order, scope),
                (_, None) => walk.opaque(&item, payload.data),
            }
            if header.number() == OBJ_VALUE_TYPE {
                of = order.unsigned(payload.data, payload.data.len().min(1));
            }
            rest = rest.from(align4(len));
        }
    }
    walk.leave();
}

#[cfg(test)]
mod tests {
    use super::FMSG;
    use crate::special::test::{decode, lengths};
    use crate::special::testing::attribute;
    use crate::wire::ByteOrder::Little;

    fn report() -> Vec<u8> {
        [
            attribute(107, &[]),
            attribute(108, &[]),
            attribute(111, b"state\0"),
            attribute(112, &[10]),
            attribute(113, b"up\0"),
            attribute(110, &[]),
            attribute(112, &[3]),
            attribute(113, &[7, 0, 0, 0]),
            attribute(112, &[6]),
            attribute(113, &[1]),
            attribute(112, &[11]),
            attribute(113, &[1, 2, 3]),
            attribute(110, &[]),
            attribute(99, &[1]),
        ]
        .concat()
    }

    #[test]
    fn each_value_has_its_own_type() {
        assert_eq!(
            decode(&FMSG, &report(), Little),
            [
                "x Sequence",
                "  DEVLINK_ATTR_FMSG_OBJ_NEST_START: true",
                "  DEVLINK_ATTR_FMSG_PAIR_NEST_START: true",
                "  DEVLINK_ATTR_FMSG_OBJ_NAME: state",
                "  DEVLINK_ATTR_FMSG_OBJ_VALUE_TYPE: DEVLINK_VAR_ATTR_TYPE_NUL_STRING",
                "  DEVLINK_ATTR_FMSG_OBJ_VALUE_DATA: up",
                "  DEVLINK_ATTR_FMSG_NEST_END: true",
                "  DEVLINK_ATTR_FMSG_OBJ_VALUE_TYPE: DEVLINK_VAR_ATTR_TYPE_U32",
                "  DEVLINK_ATTR_FMSG_OBJ_VALUE_DATA: 7",
                "  DEVLINK_ATTR_FMSG_OBJ_VALUE_TYPE: DEVLINK_VAR_ATTR_TYPE_FLAG",
                "  DEVLINK_ATTR_FMSG_OBJ_VALUE_DATA: 1",
                "  DEVLINK_ATTR_FMSG_OBJ_VALUE_TYPE: DEVLINK_VAR_ATTR_TYPE_BINARY",
                "  DEVLINK_ATTR_FMSG_OBJ_VALUE_DATA: Opaque [01, 02, 03]",
                "  DEVLINK_ATTR_FMSG_NEST_END: true",
                "  #99: Opaque [01]",
            ]
        );
    }

    #[test]
    fn any_length() {
        lengths(&FMSG, &report());
    }
}
