//! A `struct taskstats` as long as versions 15 and 16 have it, which hold the same fields in
//! another order: the first field tells.
//!
//! Source: `uapi/linux/taskstats.h`.

use crate::families::taskstats::{TASKSTATS, TASKSTATS_15};
use crate::sink::{Class, Sink};
use crate::table::Special;
use crate::walk::{Node, Scope, Span, Walk};

/// The struct of version 15 or 16.
pub static TASKSTATS_VERSION: Special = Special {
    name: "struct",
    decode,
    sets: &[],
};

fn decode<'a>(
    walk: &mut Walk<'_, 'a, dyn Sink + '_>,
    node: &Node<'_>,
    data: Span<'a>,
    scope: &Scope<'_>,
) {
    let order = walk.ctx.order;
    let layout = match order.unsigned(data.data, 2.min(data.data.len())) {
        15 => &TASKSTATS_15,
        _ => &TASKSTATS,
    };
    if walk.enter(node, Class::Struct) {
        walk.fields(layout, data, true, order, scope);
    }
    walk.leave();
}

#[cfg(test)]
mod tests {
    use super::TASKSTATS_VERSION;
    use crate::families::taskstats::{TASKSTATS, TASKSTATS_15};
    use crate::special::test::{decode, lengths};
    use crate::table::Abi;
    use crate::wire::ByteOrder::{Big, Little};

    #[test]
    fn sizes() {
        for abi in Abi::ALL {
            assert_eq!(TASKSTATS.layout(abi).size, 688);
            assert_eq!(TASKSTATS_15.layout(abi).size, 560);
        }
    }

    #[test]
    fn the_version_tells() {
        let mut bytes = [0; 560];
        bytes[0] = 15;
        bytes[32] = 7;
        let lines = decode(&TASKSTATS_VERSION, &bytes, Little);
        assert!(lines.contains(&"  cpu_delay_max: 7".into()), "{lines:?}");
        bytes[0] = 16;
        let lines = decode(&TASKSTATS_VERSION, &bytes, Little);
        assert!(lines.contains(&"  blkio_count: 7".into()), "{lines:?}");
        bytes[..2].copy_from_slice(&[0, 15]);
        let lines = decode(&TASKSTATS_VERSION, &bytes, Big);
        assert!(lines.contains(&"  version: 15".into()), "{lines:?}");
        lengths(&TASKSTATS_VERSION, &bytes);
    }
}
