//! What the nodes on a packet's way wrote into its IOAM trace: for each node, the last one
//! first, the fields that the trace's type asks for, in network order.
//!
//! Source: `uapi/linux/ioam6.h`, `net/ipv6/ioam6.c`; RFC 9197, section 4.4.

use crate::sink::{Class, Sink, Value};
use crate::table::{Meaning, Name, Special, Unit};
use crate::walk::{Found, Key, Node, Scope, Span, Walk};
use std::borrow::Cow;

/// The data behind a trace's header, as IOAM6_EVENT_ATTR_TRACE_TYPE says.
pub static NODES: Special = Special {
    name: "array",
    decode,
    sets: &[],
};

const TYPE: Cow<'static, str> = Cow::Borrowed("IOAM6_EVENT_ATTR_TRACE_TYPE");
const OPAQUE_STATE: u32 = 22;

/// A part of a node's data.
struct Part {
    name: Name,
    len: usize,
    hex: bool,
}

macro_rules! parts {
    ($($bit:literal: $($name:literal $len:literal $hex:literal),*;)*) => {
        &[$(($bit, &[$(Part { name: crate::name!($name), len: $len, hex: $hex }),*])),*]
    };
}

/// Parts by the bit that asks for them; the first bit is the highest of 32.
static PARTS: &[(u32, &[Part])] = parts! {
    0: "hop_lim" 1 false, "node_id" 3 true;
    1: "ingress_if_id" 2 false, "egress_if_id" 2 false;
    2: "timestamp_seconds" 4 false;
    3: "timestamp_subseconds" 4 false;
    4: "transit_delay" 4 false;
    5: "namespace_data" 4 true;
    6: "queue_depth" 4 false;
    7: "checksum_complement" 4 true;
    8: "hop_lim_wide" 1 false, "node_id_wide" 7 true;
    9: "ingress_if_id_wide" 4 false, "egress_if_id_wide" 4 false;
    10: "namespace_data_wide" 8 true;
    11: "buffer_occupancy" 4 false;
    12: "bit12" 4 true;
    13: "bit13" 4 true;
    14: "bit14" 4 true;
    15: "bit15" 4 true;
    16: "bit16" 4 true;
    17: "bit17" 4 true;
    18: "bit18" 4 true;
    19: "bit19" 4 true;
    20: "bit20" 4 true;
    21: "bit21" 4 true;
};

static SCHEMA_LEN: Part = Part {
    name: crate::name!("schema_len"),
    len: 1,
    hex: false,
};
static SCHEMA_ID: Part = Part {
    name: crate::name!("schema_id"),
    len: 3,
    hex: false,
};
static SCHEMA_DATA: Name = crate::name!("schema_data");
static REST: Name = crate::name!("rest");
static NUMBER: Meaning = Meaning::Number;
static HEX: Meaning = Meaning::Hex;

fn decode<'a>(
    walk: &mut Walk<'_, 'a, dyn Sink + '_>,
    node: &Node<'_>,
    data: Span<'a>,
    scope: &Scope<'_>,
) {
    let Some(Found::Number(kind)) = scope.attribute(&TYPE) else {
        return walk.opaque(node, data.data);
    };
    let asked = |bit: u32| kind & 1 << (31 - bit) != 0;
    let fixed: usize = PARTS
        .iter()
        .filter(|(bit, _)| asked(*bit))
        .flat_map(|(_, parts)| parts.iter())
        .map(|part| part.len)
        .sum();
    if walk.enter(node, Class::Array) {
        let mut rest = data;
        let mut position = 0;
        while !rest.is_empty() && !walk.stopped() {
            let schema = match rest.data.get(fixed) {
                Some(&words) if asked(OPAQUE_STATE) => 4 + 4 * usize::from(words),
                _ => 0,
            };
            let len = fixed + schema;
            if len == 0 || rest.data.len() < len {
                walk.opaque(&Node::named(&REST, rest), rest.data);
                break;
            }
            let whole = rest.sub(0, len);
            let entry = Node::new(Key::Entry(position, None), whole.offset, whole.len());
            if walk.enter(&entry, Class::Struct) {
                let mut inside = whole;
                for (_, parts) in PARTS.iter().filter(|(bit, _)| asked(*bit)) {
                    for one in parts.iter() {
                        inside = part(walk, one, inside);
                    }
                }
                if schema > 0 {
                    inside = part(walk, &SCHEMA_LEN, inside);
                    inside = part(walk, &SCHEMA_ID, inside);
                }
                if !inside.is_empty() {
                    walk.opaque(&Node::named(&SCHEMA_DATA, inside), inside.data);
                }
            }
            walk.leave();
            rest = rest.from(len);
            position += 1;
        }
    }
    walk.leave();
}

/// Hands out a part, and returns what follows it.
fn part<'a>(walk: &mut Walk<'_, 'a, dyn Sink + '_>, part: &Part, data: Span<'a>) -> Span<'a> {
    let own = data.sub(0, part.len);
    let value = own.data.iter().fold(0, |n, &b| n << 8 | u64::from(b));
    walk.leaf(
        &Node::named(&part.name, own),
        &Value::Unsigned {
            value,
            width: part.len as u8,
            meaning: if part.hex { &HEX } else { &NUMBER },
            unit: Unit::None,
        },
    );
    data.from(part.len)
}
