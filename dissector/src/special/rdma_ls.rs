//! Attributes whose nla_type may carry RDMA_NLA_F_MANDATORY, a flag that only this protocol
//! has: whoever does not understand such an attribute shall not answer.
//!
//! Source: `uapi/rdma/rdma_netlink.h`.

use crate::diagnostic::Code;
use crate::families::rdma::ls::LS_NLA_TYPE;
use crate::sink::{Class, Sink};
use crate::table::{Name, Special};
use crate::walk::{Key, Node, Scope, Span, Walk};
use crate::wire::{AttributeHeader, NLA_HDRLEN, align4};
use std::collections::HashMap;

const RDMA_NLA_F_MANDATORY: u16 = 1 << 13;
static REST: Name = crate::name!("rest");

/// What stands behind the header of a request of the kernel.
pub static MANDATORY: Special = Special {
    name: "nest",
    decode,
    sets: &[&LS_NLA_TYPE],
};

fn decode<'a>(
    walk: &mut Walk<'_, 'a, dyn Sink + '_>,
    node: &Node<'_>,
    data: Span<'a>,
    scope: &Scope<'_>,
) {
    if walk.enter(node, Class::Attributes) {
        let order = walk.ctx.order;
        let mut counts: HashMap<u16, u32> = HashMap::new();
        let mut left = data;
        while let Some(header) = AttributeHeader::parse(left.data, order) {
            let len = usize::from(header.nla_len);
            if walk.stopped() || left.data.get(NLA_HDRLEN..len).is_none() {
                break;
            }
            let number = header.number() & !RDMA_NLA_F_MANDATORY;
            let attribute = LS_NLA_TYPE.get(number);
            let key = attribute.map_or(Key::Unknown(header.number()), |a| Key::Name(&a.name));
            let mut part = Node::new(key, left.offset, header.nla_len.into());
            part.nla_type = Some(header.nla_type);
            let times = counts.entry(number).or_insert(0);
            *times += 1;
            part.repeat = if *times > 1 { *times } else { 0 };
            let payload = left.sub(NLA_HDRLEN, len - NLA_HDRLEN);
            match attribute {
                Some(attribute) => walk.value(&attribute.kind, &part, payload, order, scope),
                None => walk.opaque(&part, payload.data),
            }
            left = left.from(align4(len));
        }
        if !left.is_empty() && !walk.stopped() {
            walk.diagnose(
                Code::BadAttribute,
                left.offset,
                format!("{} bytes are no attribute", left.len()),
            );
            walk.opaque(&Node::named(&REST, left), left.data);
        }
    }
    walk.leave();
}

#[cfg(test)]
mod tests {
    use crate::special::testing::{attribute, message, show, warnings};

    const RESOLVE: u16 = 4 << 10;
    const IP_RESOLVE: u16 = RESOLVE + 2;

    fn resolve(attributes: &[u8]) -> Vec<u8> {
        let mut body = b"mlx5_0".to_vec();
        body.resize(64, 0);
        body.extend([1, 1, 0, 0]);
        body.extend(attributes);
        message(RESOLVE, &body)
    }

    #[test]
    fn a_question_has_the_flag() {
        let mut attributes = attribute(0x2007, &[0xff, 0x7f]);
        attributes.extend(attribute(6, &[5]));
        attributes.extend(attribute(0x2007, &[1, 0]));
        attributes.extend(attribute(0x2063, &[9]));
        let out = show(20, &resolve(&attributes));
        assert!(
            out.ends_with(
                "device_name=\"mlx5_0\" port_num=1 path_use=1 } attributes{ \
                 LS_NLA_TYPE_PKEY=32767 LS_NLA_TYPE_TCLASS=5 LS_NLA_TYPE_PKEY=1 #8291=09 } "
            ),
            "{out}"
        );
        let mut body = vec![3, 0, 0, 0];
        body.extend(attribute(0x2009, &[192, 0, 2, 1]));
        let out = show(20, &message(IP_RESOLVE, &body));
        assert!(
            out.contains("ifindex=3 } attributes{ LS_NLA_TYPE_IPV4=c0000201 }"),
            "{out}"
        );
    }

    #[test]
    fn an_answer_has_no_header() {
        let mut gid = [0; 16];
        gid[0] = 0xfe;
        let out = show(20, &message(IP_RESOLVE, &attribute(4, &gid)));
        assert!(out.contains("attributes{ LS_NLA_TYPE_DGID=fe00"), "{out}");
        let mut record = vec![2, 0, 0, 0, 0, 0, 0, 0];
        record.extend([0; 64]);
        let out = show(20, &message(RESOLVE, &attribute(1, &record)));
        assert!(
            out.contains("LS_NLA_TYPE_PATH_RECORD{ flags=2 reserved=0 path_rec{ "),
            "{out}"
        );
    }

    #[test]
    fn short_and_long() {
        let whole = resolve(&attribute(0x2003, &[1; 8]));
        for n in 17..whole.len() {
            show(20, &message(RESOLVE, whole.get(16..n).unwrap_or(&[])));
        }
        let bytes = resolve(&[3, 0, 9, 0, 1]);
        assert_eq!(warnings(20, &bytes), ["bad-attribute"]);
    }
}
