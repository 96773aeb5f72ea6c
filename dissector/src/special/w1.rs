//! Messages of the 1-Wire bus: one behind the other, each with commands or data of its own.
//!
//! Source: `drivers/w1/w1_netlink.h`, `drivers/w1/w1_netlink.c`.

use crate::sink::{Class, Sink};
use crate::table::macros::*;
use crate::table::{Abi, Name, Special, Struct, Unit};
use crate::walk::{Key, Node, Scope, Span, Walk};

/// What a struct cn_msg of CN_W1_IDX holds.
pub static MESSAGES: Special = Special {
    name: "array",
    decode,
    sets: &[],
};

enumeration! { W1_TYPE "w1_netlink_message_types":
    0 W1_SLAVE_ADD, 1 W1_SLAVE_REMOVE, 2 W1_MASTER_ADD, 3 W1_MASTER_REMOVE, 4 W1_MASTER_CMD,
    5 W1_SLAVE_CMD, 6 W1_LIST_MASTERS,
}

enumeration! { W1_CMD "w1_commands":
    0 W1_CMD_READ, 1 W1_CMD_WRITE, 2 W1_CMD_SEARCH, 3 W1_CMD_ALARM_SEARCH, 4 W1_CMD_TOUCH,
    5 W1_CMD_RESET, 6 W1_CMD_SLAVE_ADD, 7 W1_CMD_SLAVE_REMOVE, 8 W1_CMD_LIST_SLAVES,
}

const W1_MASTER_CMD: u64 = 4;
const W1_SLAVE_CMD: u64 = 5;

structure! { W1_MST "w1_mst":
    id: U32,
    res: U32.reserved(),
}

// a slave is told by its 64 bits, a master by its number
select! { W1_ID number field("type") => {
    2 => structure(&W1_MST),
    3 => structure(&W1_MST),
    4 => structure(&W1_MST),
    6 => structure(&W1_MST),
} else EUI64 }

structure! { W1_NETLINK_MSG "w1_netlink_msg":
    type: U8.of(&W1_TYPE),
    status: U8,
    len: U16.unit(Unit::Bytes),
    id: select(&W1_ID),
}

structure! { W1_NETLINK_CMD "w1_netlink_cmd":
    cmd: U8.of(&W1_CMD),
    res: U8,
    len: U16.unit(Unit::Bytes),
}

static COMMANDS: Name = crate::name!("w1_netlink_cmd");
static DATA: Name = crate::name!("data");
static REST: Name = crate::name!("rest");

fn decode<'a>(
    walk: &mut Walk<'_, 'a, dyn Sink + '_>,
    node: &Node<'_>,
    data: Span<'a>,
    scope: &Scope<'_>,
) {
    list(walk, node, data, &W1_NETLINK_MSG, scope);
}

/// Structs that say in `len` how much follows each.
fn list<'a>(
    walk: &mut Walk<'_, 'a, dyn Sink + '_>,
    node: &Node<'_>,
    data: Span<'a>,
    of: &'static Struct,
    scope: &Scope<'_>,
) {
    let order = walk.ctx.order;
    let size = usize::from(of.layout(Abi::Lp64).size);
    if walk.enter(node, Class::Array) {
        let mut left = data;
        let mut position = 0;
        while left.data.len() >= size && !walk.stopped() {
            let len = order.unsigned(left.from(2).data, 2) as usize;
            let one = left.sub(0, size + len);
            let entry = Node::new(Key::Entry(position, None), one.offset, one.len());
            if walk.enter(&entry, Class::Struct) {
                walk.fields(of, one.sub(0, size), false, order, scope);
                let inner = one.from(size);
                let kind = order.unsigned(one.data, 1);
                if inner.is_empty() {
                } else if size == 12 && matches!(kind, W1_MASTER_CMD | W1_SLAVE_CMD) {
                    let node = Node::named(&COMMANDS, inner);
                    list(walk, &node, inner, &W1_NETLINK_CMD, scope);
                } else {
                    walk.opaque(&Node::named(&DATA, inner), inner.data);
                }
            }
            walk.leave();
            left = left.from(size + len);
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
    use super::MESSAGES;
    use crate::special::test::{decode, lengths};
    use crate::wire::ByteOrder::Little;

    #[test]
    fn commands_and_data() {
        let bytes = [
            &[4, 0, 10, 0, 1, 0, 0, 0, 0, 0, 0, 0][..],
            &[2, 0, 0, 0],
            &[1, 0, 2, 0, 0x44, 0x45],
            &[0, 0, 1, 0, 0x28, 1, 2, 3, 4, 5, 6, 7, 0xaa],
        ]
        .concat();
        assert_eq!(
            decode(&MESSAGES, &bytes, Little),
            [
                "x Array",
                "  [0] Struct",
                "    type: W1_MASTER_CMD",
                "    status: 0",
                "    len: 10",
                "    id Struct",
                "      id: 1",
                "    w1_netlink_cmd Array",
                "      [0] Struct",
                "        cmd: W1_CMD_SEARCH",
                "        res: 0",
                "        len: 0",
                "      [1] Struct",
                "        cmd: W1_CMD_WRITE",
                "        res: 0",
                "        len: 2",
                "        data: Opaque [44, 45]",
                "  [1] Struct",
                "    type: W1_SLAVE_ADD",
                "    status: 0",
                "    len: 1",
                "    id: Eui64 [28, 01, 02, 03, 04, 05, 06, 07]",
                "    data: Opaque [aa]",
            ]
        );
        lengths(&MESSAGES, &bytes);
    }
}
