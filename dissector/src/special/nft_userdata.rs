//! What nft keeps with tables, chains, rules, sets, elements and objects: a chain of a type
//! and a length of 8 bits each, then the value, without alignment.
//!
//! To the kernel these are opaque bytes, and others than nft may store anything there: what is
//! no such chain is handed out as bytes.
//!
//! Source: libnftnl, `libnftnl/udata.h`.

use crate::sink::{Class, Sink};
use crate::table::macros::*;
use crate::table::{Set, Special, Unit};
use crate::walk::{Key, Node, Scope, Span, Walk};

const HEADER: usize = 2;

macro_rules! userdata {
    ($($(#[$doc:meta])* $special:ident $set:ident;)*) => {$(
        $(#[$doc])*
        pub static $special: Special = Special {
            name: "userdata",
            decode: {
                fn decode<'a>(
                    walk: &mut Walk<'_, 'a, dyn Sink + '_>,
                    node: &Node<'_>,
                    data: Span<'a>,
                    scope: &Scope<'_>,
                ) {
                    chain(&$set, walk, node, data, scope);
                }
                decode
            },
            sets: &[&$set],
        };
    )*};
}

userdata! {
    /// Of a table.
    TABLE NFTNL_UDATA_TABLE;
    /// Of a chain.
    CHAIN NFTNL_UDATA_CHAIN;
    /// Of a rule.
    RULE NFTNL_UDATA_RULE;
    /// Of a set.
    SET NFTNL_UDATA_SET;
    /// Of an element of a set.
    SET_ELEM NFTNL_UDATA_SET_ELEM;
    /// Of a stateful object.
    OBJ NFTNL_UDATA_OBJ;
    /// Of a set's key or data: the expression that its type was taken from.
    SET_TYPEOF NFTNL_UDATA_SET_TYPEOF;
}

set! { NFTNL_UDATA_TABLE "NFTNL_UDATA_TABLE":
    0 NFTNL_UDATA_TABLE_COMMENT: STRING,
    1 NFTNL_UDATA_TABLE_NFTVER: list!(U8),
    2 NFTNL_UDATA_TABLE_NFTBLD: BE64.unit(Unit::UnixSeconds),
}

set! { NFTNL_UDATA_CHAIN "NFTNL_UDATA_CHAIN":
    0 NFTNL_UDATA_CHAIN_COMMENT: STRING,
}

set! { NFTNL_UDATA_RULE "NFTNL_UDATA_RULE":
    0 NFTNL_UDATA_RULE_COMMENT: STRING,
    1 NFTNL_UDATA_RULE_EBTABLES_POLICY: U32,
}

set! { NFTNL_UDATA_OBJ "NFTNL_UDATA_OBJ":
    0 NFTNL_UDATA_OBJ_COMMENT: STRING,
}

enumeration! { BYTEORDER "byteorder":
    0 BYTEORDER_INVALID, 1 BYTEORDER_HOST_ENDIAN, 2 BYTEORDER_BIG_ENDIAN,
}

set! { NFTNL_UDATA_SET "NFTNL_UDATA_SET":
    0 NFTNL_UDATA_SET_KEYBYTEORDER: U32.of(&BYTEORDER),
    1 NFTNL_UDATA_SET_DATABYTEORDER: U32.of(&BYTEORDER),
    2 NFTNL_UDATA_SET_MERGE_ELEMENTS: U32,
    3 NFTNL_UDATA_SET_KEY_TYPEOF: special(&SET_TYPEOF),
    4 NFTNL_UDATA_SET_DATA_TYPEOF: special(&SET_TYPEOF),
    5 NFTNL_UDATA_SET_EXPR: BYTES,
    6 NFTNL_UDATA_SET_DATA_INTERVAL: U32,
    7 NFTNL_UDATA_SET_COMMENT: STRING,
}

set! { NFTNL_UDATA_SET_TYPEOF "NFTNL_UDATA_SET_TYPEOF":
    0 NFTNL_UDATA_SET_TYPEOF_EXPR: U32,
    1 NFTNL_UDATA_SET_TYPEOF_DATA: BYTES,
}

flags! { NFTNL_UDATA_SET_ELEM_FLAGS "nftnl_udata_set_elem_flags":
    0x1 NFTNL_SET_ELEM_F_INTERVAL_OPEN,
}

set! { NFTNL_UDATA_SET_ELEM "NFTNL_UDATA_SET_ELEM":
    0 NFTNL_UDATA_SET_ELEM_COMMENT: STRING,
    1 NFTNL_UDATA_SET_ELEM_FLAGS: U32.of(&NFTNL_UDATA_SET_ELEM_FLAGS),
}

/// The first entry of a chain: its type, its value, and what follows it.
fn next(data: Span<'_>) -> Option<(u8, Span<'_>, Span<'_>)> {
    let [number, len, ..] = data.data else {
        return None;
    };
    let len = usize::from(*len);
    let value = data.sub(HEADER, len);
    (value.data.len() == len).then(|| (*number, value, data.from(HEADER + len)))
}

/// Whether the bytes are a chain to their end.
fn is_chain(mut data: Span<'_>) -> bool {
    while !data.is_empty() {
        match next(data) {
            Some((_, _, rest)) => data = rest,
            None => return false,
        }
    }
    true
}

fn chain<'a>(
    set: &Set,
    walk: &mut Walk<'_, 'a, dyn Sink + '_>,
    node: &Node<'_>,
    data: Span<'a>,
    scope: &Scope<'_>,
) {
    if data.is_empty() || !is_chain(data) {
        walk.opaque(node, data.data);
        return;
    }
    if walk.enter(node, Class::Nest) {
        if node.nla_type.is_none() && node.offset < data.offset {
            // a chain in a chain: what tells its type and length belongs to no entry
            walk.sink.padding(node.offset, data.offset - node.offset);
        }
        let mut seen = [0u32; 256];
        let mut left = data;
        while let Some((number, value, rest)) = next(left) {
            if walk.stopped() {
                break;
            }
            let attribute = set.get(number.into());
            let key = match attribute {
                Some(attribute) => Key::Name(&attribute.name),
                None => Key::Unknown(number.into()),
            };
            let mut part = Node::new(key, left.offset, HEADER as u32 + value.len());
            if let Some(times) = seen.get_mut(usize::from(number)) {
                *times += 1;
                part.repeat = if *times > 1 { *times } else { 0 };
            }
            match attribute {
                Some(attribute) => {
                    walk.value(&attribute.kind, &part, value, walk.ctx.order, scope);
                }
                None => walk.opaque(&part, value.data),
            }
            left = rest;
        }
    }
    walk.leave();
}

#[cfg(test)]
mod tests {
    use super::{RULE, SET};
    use crate::special::test::{decode, lengths};
    use crate::wire::ByteOrder::{Big, Little};

    #[test]
    fn a_comment() {
        assert_eq!(
            decode(&RULE, b"\x00\x03hi\0", Little),
            ["x Nest", "  NFTNL_UDATA_RULE_COMMENT: hi"]
        );
    }

    #[test]
    fn unknown_and_numbers() {
        assert_eq!(
            decode(&RULE, b"\x09\x01x\x01\x04\x01\0\0\0\x09\x00", Little),
            [
                "x Nest",
                "  #9: Opaque [78]",
                "  NFTNL_UDATA_RULE_EBTABLES_POLICY: 1",
                "  #9: Opaque []",
            ]
        );
    }

    #[test]
    fn a_chain_in_a_chain_in_the_hosts_order() {
        assert_eq!(
            decode(&SET, b"\x03\x09\x00\x04\0\0\0\x07\x01\x01z", Big),
            [
                "x Nest",
                "  NFTNL_UDATA_SET_KEY_TYPEOF Nest",
                "    NFTNL_UDATA_SET_TYPEOF_EXPR: 7",
                "    NFTNL_UDATA_SET_TYPEOF_DATA: Opaque [7a]",
            ]
        );
    }

    #[test]
    fn what_is_no_chain_stays_bytes() {
        for bytes in [&b""[..], b"\x00", b"\x00\x05hi\0", b"\x00\x01ab"] {
            assert_eq!(
                decode(&RULE, bytes, Little),
                [format!("x: Opaque {bytes:02x?}")]
            );
        }
    }

    #[test]
    fn any_length() {
        lengths(&SET, b"\x00\x04\x02\0\0\0\x07\x02c\0\x09\x00\x00");
    }
}
