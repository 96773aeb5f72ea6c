//! An xfrm_address_t as an attribute: 16 bytes, of which an IPv4 address takes the first four.
//! The family is in the message's header.
//!
//! Source: `uapi/linux/xfrm.h`, `net/xfrm/xfrm_user.c`.

use crate::diagnostic::Code;
use crate::sink::{Sink, Value};
use crate::table::macros::*;
use crate::table::{BytesAs, Special};
use crate::walk::{Node, Scope, Span, Walk};

/// The decoder.
pub static XFRM_ADDRESS: Special = Special {
    name: "ip",
    decode,
    sets: &[],
};

const AF_INET: u64 = 2;

fn decode<'a>(
    walk: &mut Walk<'_, 'a, dyn Sink + '_>,
    node: &Node<'_>,
    data: Span<'a>,
    scope: &Scope<'_>,
) {
    if data.data.len() != 16 || scope.field("family") != Some(AF_INET) {
        walk.value(&IP, node, data, walk.ctx.order, scope);
        return;
    }
    let behind = data.from(4);
    if behind.data.iter().any(|&b| b != 0) {
        walk.diagnose(
            Code::LongAttribute,
            behind.offset,
            format!("{}: bytes follow the IPv4 address", node.key),
        );
    }
    walk.leaf(node, &Value::Bytes(data.sub(0, 4).data, BytesAs::Ipv4));
}

#[cfg(test)]
mod tests {
    use crate::special::testing::{attribute, message, show, warnings};

    const XFRM: u16 = 6;
    const DELSA: u16 = 17;
    const AEVENT: u16 = 30;

    fn delsa(family: u8, source: &[u8]) -> Vec<u8> {
        let mut body = vec![192, 0, 2, 2];
        body.resize(20, 0);
        body.extend([family, 0, 50, 0]);
        body.extend(attribute(13, source));
        message(DELSA, &body)
    }

    #[test]
    fn by_the_family_of_the_header() {
        let mut v4 = [0; 16];
        v4[..4].copy_from_slice(&[192, 0, 2, 1]);
        let bytes = delsa(2, &v4);
        assert!(show(XFRM, &bytes).ends_with("XFRMA_SRCADDR=c0000201 } "));
        assert!(warnings(XFRM, &bytes).is_empty());
        let mut v6 = [0; 16];
        v6[0] = 0xfe;
        v6[15] = 1;
        let bytes = delsa(10, &v6);
        let wanted = "XFRMA_SRCADDR=fe000000000000000000000000000001 } ";
        assert!(show(XFRM, &bytes).ends_with(wanted));
        assert_eq!(warnings(XFRM, &delsa(2, &v6)), ["long-attribute"]);
    }

    #[test]
    fn other_lengths() {
        for n in 0..20 {
            show(XFRM, &delsa(2, &vec![7; n]));
            show(XFRM, &delsa(10, &vec![7; n]));
        }
    }

    #[test]
    fn the_family_may_be_of_a_struct_inside() {
        let mut body = vec![192, 0, 2, 2];
        body.resize(20, 0);
        body.extend([2, 0, 50, 0]);
        body.extend([192, 0, 2, 1]);
        body.resize(40, 0);
        body.extend([0; 8]);
        let out = show(XFRM, &message(AEVENT, &body));
        assert!(out.contains("saddr=c0000201"), "{out}");
    }
}
