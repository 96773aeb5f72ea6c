//! What stands behind the fixed part of a segment routing header: segments, one more than
//! first_segment says, then TLVs.
//!
//! Source: `uapi/linux/seg6.h`, `uapi/linux/seg6_hmac.h`, `net/ipv6/seg6.c`; RFC 8754.

use crate::diagnostic::Code;
use crate::sink::{Class, Sink, Value};
use crate::table::macros::*;
use crate::table::{BytesAs, Kind, Name, Special};
use crate::walk::{Key, Node, Scope, Span, Walk};

const SEGMENT: usize = 16;
static TLVS: Name = crate::name!("tlvs");
static REST: Name = crate::name!("rest");

enumeration! { SR6_TLV_TYPE "SR6_TLV":
    1 SR6_TLV_INGRESS, 2 SR6_TLV_EGRESS, 3 SR6_TLV_OPAQUE, 4 SR6_TLV_PADDING, 5 SR6_TLV_HMAC,
}

structure! { SR6_TLV "sr6_tlv":
    type: U8.of(&SR6_TLV_TYPE),
    len: U8.unit(crate::table::Unit::Bytes);
    data: select(&SR6_TLV_DATA)
}

structure! { packed SR6_TLV_HMAC "sr6_tlv_hmac":
    reserved: U16.reserved(),
    hmackeyid: BE32,
    hmac: BYTES.times(32),
}

select! { SR6_TLV_DATA number field("type") => {
    5 => structure(&SR6_TLV_HMAC),
} else BYTES }

static TLV: Kind = structure(&SR6_TLV);

/// The segments of an ipv6_sr_hdr, and its TLVs.
pub static SEGMENTS: Special = Special {
    name: "array",
    decode,
    sets: &[],
};

fn decode<'a>(
    walk: &mut Walk<'_, 'a, dyn Sink + '_>,
    node: &Node<'_>,
    data: Span<'a>,
    scope: &Scope<'_>,
) {
    let want = match scope.field("first_segment") {
        Some(last) => (last as usize + 1) * SEGMENT,
        None => data.data.len(),
    };
    let segments = data.sub(0, want);
    if segments.data.len() < want {
        walk.diagnose(
            Code::BadPayload,
            data.offset,
            format!(
                "{}: first_segment wants {want} bytes, {} are left",
                node.key,
                data.len()
            ),
        );
    }
    if walk.enter(
        &Node::new(node.key, segments.offset, segments.len()),
        Class::Array,
    ) {
        let mut rest = segments;
        let mut position = 0;
        while rest.data.len() >= SEGMENT && !walk.stopped() {
            let segment = rest.sub(0, SEGMENT);
            let entry = Node::new(Key::Entry(position, None), segment.offset, segment.len());
            walk.leaf(&entry, &Value::Bytes(segment.data, BytesAs::Ipv6));
            rest = rest.from(SEGMENT);
            position += 1;
        }
        if !rest.is_empty() && !walk.stopped() {
            walk.opaque(&Node::named(&REST, rest), rest.data);
        }
    }
    walk.leave();
    let rest = data.from(want);
    if !rest.is_empty() && !walk.stopped() {
        tlvs(walk, rest, scope);
    }
}

fn tlvs<'a>(walk: &mut Walk<'_, 'a, dyn Sink + '_>, data: Span<'a>, scope: &Scope<'_>) {
    let order = walk.ctx.order;
    if walk.enter(&Node::named(&TLVS, data), Class::Array) {
        let mut rest = data;
        let mut position = 0;
        while !rest.is_empty() && !walk.stopped() {
            let len = 2 + rest.data.get(1).map_or(0, |&n| usize::from(n));
            if rest.data.len() < len {
                walk.diagnose(
                    Code::BadPayload,
                    rest.offset,
                    format!("a TLV of {len} bytes, {} are left", rest.len()),
                );
                walk.opaque(&Node::named(&REST, rest), rest.data);
                break;
            }
            let tlv = rest.sub(0, len);
            let entry = Node::new(Key::Entry(position, None), tlv.offset, tlv.len());
            walk.value(&TLV, &entry, tlv, order, scope);
            rest = rest.from(len);
            position += 1;
        }
    }
    walk.leave();
}

#[cfg(test)]
mod tests {
    use crate::special::testing::{attribute, message, show, warnings};

    /// A route with a SEG6_IPTUNNEL_SRH of this header's tail.
    fn route(first_segment: u8, tail: &[u8]) -> Vec<u8> {
        let mut srh = vec![1, 0, 0, 0, 41, 0, 4, 0, first_segment, 0, 0, 0];
        srh.extend(tail);
        let mut body = vec![10, 0, 0, 0, 254, 4, 0, 1, 0, 0, 0, 0];
        body.extend(attribute(22, &attribute(1, &srh)));
        body.extend(attribute(21, &[5, 0]));
        message(24, &body)
    }

    #[test]
    fn segments_and_hmac() {
        let mut tail = [0xfc; 16].to_vec();
        tail.extend([0xfd; 16]);
        tail.extend([5, 38, 0, 0, 0, 0, 1, 0]);
        tail.extend([7; 32]);
        let out = show(0, &route(1, &tail));
        let (fc, fd, hmac) = ("fc".repeat(16), "fd".repeat(16), "07".repeat(32));
        assert!(
            out.contains(&format!(
                "segments[ []={fc} []={fd} ] tlvs[ []{{ type=5 len=38 data{{ reserved=0 \
                 hmackeyid=256 hmac={hmac} }} }} ]"
            )),
            "{out}"
        );
        assert_eq!(warnings(0, &route(1, &tail)), Vec::<String>::new());
    }

    #[test]
    fn too_few_segments() {
        assert_eq!(warnings(0, &route(2, &[1; 40])), ["bad-payload"]);
        let out = show(0, &route(2, &[1; 40]));
        assert!(out.contains(&format!("rest={}", "01".repeat(8))), "{out}");
    }

    #[test]
    fn every_length_is_harmless() {
        let mut tail = [0xfc; 16].to_vec();
        tail.extend([4, 2, 0, 0, 5, 1, 9, 77]);
        for n in 0..=tail.len() {
            show(0, &route(0, tail.get(..n).unwrap_or(&[])));
        }
        assert_eq!(warnings(0, &route(0, &tail)), ["bad-payload"]);
    }
}
