//! The address of an SMC socket. The family that stands in front is AF_SMC whichever the
//! TCP socket inside has, and an IPv4 address takes the first four of the sixteen bytes:
//! where the other twelve are zero, it is one. (The unspecified address looks alike in both.)
//!
//! Source: `net/smc/smc_diag.c`.

use crate::sink::{Sink, Value};
use crate::table::macros::*;
use crate::table::{BytesAs, Fact, Special};
use crate::walk::{Node, Scope, Span, Walk};

static ADDRESS: Special = Special {
    name: "ip",
    decode,
    sets: &[],
};

select! { /// The field of 16 bytes.
    pub SMC_ADDRESS number fact(Fact::Length) => {
        16 => special(&ADDRESS),
    } else IPV6
}

fn decode(walk: &mut Walk<'_, '_, dyn Sink + '_>, node: &Node<'_>, data: Span<'_>, _: &Scope<'_>) {
    let rest = data.from(4);
    if data.data.len() != 16 {
        walk.opaque(node, data.data);
    } else if rest.data.iter().any(|&b| b != 0) {
        walk.leaf(node, &Value::Bytes(data.data, BytesAs::Ipv6));
    } else {
        let mut part = *node;
        part.len = 4;
        walk.leaf(&part, &Value::Bytes(data.sub(0, 4).data, BytesAs::Ipv4));
        walk.sink.padding(rest.offset, rest.len());
    }
}

#[cfg(test)]
mod tests {
    use super::ADDRESS;
    use crate::special::test::{decode, lengths};
    use crate::wire::ByteOrder::Little;

    #[test]
    fn version() {
        let mut bytes = [0; 16];
        bytes[0] = 10;
        assert_eq!(
            decode(&ADDRESS, &bytes, Little),
            ["x: Ipv4 [0a, 00, 00, 00]"]
        );
        bytes[15] = 1;
        let lines = decode(&ADDRESS, &bytes, Little);
        assert!(lines.iter().all(|l| l.starts_with("x: Ipv6")), "{lines:?}");
        lengths(&ADDRESS, &bytes);
    }
}
