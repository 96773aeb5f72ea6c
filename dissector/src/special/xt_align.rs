//! What fills the information of a match or target of xtables up to XT_ALIGN: nothing where
//! it is zero, else bytes of a newer struct.
//!
//! Source: `uapi/linux/netfilter/x_tables.h`, `net/netfilter/nft_compat.c`.

use crate::sink::Sink;
use crate::table::Special;
use crate::walk::{Node, Scope, Span, Walk};

const XT_ALIGN: usize = 8;

/// Behind the last field of an information.
pub static FILL: Special = Special {
    name: "pad",
    decode,
    sets: &[],
};

fn decode<'a>(
    walk: &mut Walk<'_, 'a, dyn Sink + '_>,
    node: &Node<'_>,
    data: Span<'a>,
    _: &Scope<'_>,
) {
    if data.data.len() < XT_ALIGN && data.data.iter().all(|&b| b == 0) {
        walk.sink.padding(data.offset, data.len());
    } else {
        walk.opaque(node, data.data);
    }
}

#[cfg(test)]
mod tests {
    use super::FILL;
    use crate::special::test::{decode, lengths};
    use crate::wire::ByteOrder::Little;

    #[test]
    fn zeros_are_padding() {
        assert!(decode(&FILL, &[0; 4], Little).is_empty());
        assert!(decode(&FILL, &[], Little).is_empty());
    }

    #[test]
    fn the_rest_is_shown() {
        assert_eq!(decode(&FILL, &[0, 1], Little), ["x: Opaque [00, 01]"]);
        assert_eq!(decode(&FILL, &[0; 8], Little).len(), 1);
        lengths(&FILL, &[0; 9]);
    }
}
