//! TIPC's TLVs: length and type in network order, a value, padding up to four bytes.
//!
//! The length counts the descriptor too, but of TIPC_TLV_ULTRA_STRING it counts the text
//! alone: such a text goes to the end of the message, where it always stands alone.
//!
//! Source: `uapi/linux/tipc_config.h`, `tipc_tlv_sprintf` in `net/tipc/netlink_compat.c`.

use crate::sink::{Class, Sink};
use crate::table::macros::*;
use crate::table::{Abi, Fact, Name, Special, Unit};
use crate::walk::{Key, Node, Scope, Span, Walk};

/// What stands behind a `struct tipc_genlmsghdr`.
pub static TLVS: Special = Special {
    name: "array",
    decode,
    sets: &[],
};

const TIPC_TLV_ULTRA_STRING: u8 = 5;

enumeration! { TIPC_TLV "TIPC_TLV":
    0 TIPC_TLV_NONE, 1 TIPC_TLV_VOID, 2 TIPC_TLV_UNSIGNED, 3 TIPC_TLV_STRING,
    4 TIPC_TLV_LARGE_STRING, 5 TIPC_TLV_ULTRA_STRING, 16 TIPC_TLV_ERROR_STRING,
    17 TIPC_TLV_NET_ADDR, 18 TIPC_TLV_MEDIA_NAME, 19 TIPC_TLV_BEARER_NAME, 20 TIPC_TLV_LINK_NAME,
    21 TIPC_TLV_NODE_INFO, 22 TIPC_TLV_LINK_INFO, 23 TIPC_TLV_BEARER_CONFIG,
    24 TIPC_TLV_LINK_CONFIG, 25 TIPC_TLV_NAME_TBL_QUERY, 26 TIPC_TLV_PORT_REF,
}

enumeration! { TIPC_CFG "TIPC_CFG":
    0x80 TIPC_CFG_TLV_ERROR, 0x81 TIPC_CFG_NOT_NET_ADMIN, 0x82 TIPC_CFG_NOT_ZONE_MSTR,
    0x83 TIPC_CFG_NO_REMOTE, 0x84 TIPC_CFG_NOT_SUPPORTED, 0x85 TIPC_CFG_INVALID_VALUE,
}

structure! { TLV_DESC "tlv_desc":
    tlv_len: BE16.unit(Unit::Bytes),
    tlv_type: BE16.of(&TIPC_TLV);
    value: select(&VALUE)
}

select! { VALUE number field("tlv_type") => {
    2 => BE32,
    3 => STRING,
    4 => STRING,
    5 => STRING,
    16 => select(&ERROR),
    17 => BE32.hex(),
    18 => STRING,
    19 => STRING,
    20 => STRING,
    21 => structure(&NODE_INFO),
    22 => structure(&LINK_INFO),
    23 => structure(&BEARER_CONFIG),
    24 => structure(&LINK_CONFIG),
    25 => structure(&NAME_TABLE_QUERY),
    26 => BE32,
} else BYTES }

// a reason that has a number is one character
select! { ERROR number fact(Fact::Length) => {
    2 => structure(&REASON),
} else STRING }

structure! { REASON "TIPC_TLV_ERROR_STRING":
    reason: U8.of(&TIPC_CFG),
    nul: U8.reserved(),
}

structure! { NODE_INFO "tipc_node_info":
    addr: BE32.hex(),
    up: BE32,
}

structure! { LINK_INFO "tipc_link_info":
    dest: BE32.hex(),
    up: BE32,
    str: STRING.times(68),
}

structure! { BEARER_CONFIG "tipc_bearer_config":
    priority: BE32,
    disc_domain: BE32.hex(),
    name: STRING.times(32),
}

structure! { LINK_CONFIG "tipc_link_config":
    value: BE32,
    name: STRING.times(68),
}

structure! { NAME_TABLE_QUERY "tipc_name_table_query":
    depth: BE32.hex(),
    type: BE32,
    lowbound: BE32,
    upbound: BE32,
}

static REST: Name = crate::name!("rest");

fn decode<'a>(
    walk: &mut Walk<'_, 'a, dyn Sink + '_>,
    node: &Node<'_>,
    data: Span<'a>,
    scope: &Scope<'_>,
) {
    let order = walk.ctx.order;
    let size = usize::from(TLV_DESC.layout(Abi::Lp64).size);
    if walk.enter(node, Class::Array) {
        let mut left = data;
        let mut position = 0;
        while let &[high, low, _, kind, ..] = left.data
            && !walk.stopped()
        {
            let len = match kind {
                TIPC_TLV_ULTRA_STRING => left.data.len(),
                _ => usize::from(u16::from_be_bytes([high, low])),
            };
            if len < size {
                break;
            }
            let one = left.sub(0, len);
            let entry = Node::new(Key::Entry(position, None), one.offset, one.len());
            if walk.enter(&entry, Class::Struct) {
                walk.fields(&TLV_DESC, one, true, order, scope);
            }
            walk.leave();
            let padding = left.sub(len, len.next_multiple_of(4) - len);
            if !padding.is_empty() && !walk.stopped() {
                walk.sink.padding(padding.offset, padding.len());
            }
            left = left.from(len.next_multiple_of(4));
            position += 1;
        }
        if !left.is_empty() && !walk.stopped() {
            walk.opaque(&Node::named(&REST, left), left.data);
        }
    }
    walk.leave();
}

#[cfg(test)]
mod tests {
    use super::TLVS;
    use crate::special::test::{decode, lengths};
    use crate::wire::ByteOrder::{Big, Little};

    #[test]
    fn names_with_padding() {
        let bytes = [
            &[0, 8, 0, 17, 1, 0, 16, 1][..],
            &[0, 9, 0, 19, b'e', b't', b'h', b':', 0, 0, 0, 0],
            &[0, 6, 0, 16, 0x81, 0, 0, 0],
            &[0, 4, 0, 1],
        ]
        .concat();
        let lines = decode(&TLVS, &bytes, Little);
        assert_eq!(
            lines,
            [
                "x Array",
                "  [0] Struct",
                "    tlv_len: 8",
                "    tlv_type: TIPC_TLV_NET_ADDR",
                "    value: 16781313",
                "  [1] Struct",
                "    tlv_len: 9",
                "    tlv_type: TIPC_TLV_BEARER_NAME",
                "    value: eth:",
                "  [2] Struct",
                "    tlv_len: 6",
                "    tlv_type: TIPC_TLV_ERROR_STRING",
                "    value Struct",
                "      reason: TIPC_CFG_NOT_NET_ADMIN",
                "  [3] Struct",
                "    tlv_len: 4",
                "    tlv_type: TIPC_TLV_VOID",
            ]
        );
        assert_eq!(lines, decode(&TLVS, &bytes, Big));
        lengths(&TLVS, &bytes);
    }

    #[test]
    fn the_long_text_is_longer_than_it_says() {
        let bytes = [&[0, 13, 0, 5][..], b"TIPC version\n"].concat();
        assert_eq!(
            decode(&TLVS, &bytes, Little)[4],
            "    value: TIPC version\n"
        );
        lengths(&TLVS, &bytes);
    }
}
