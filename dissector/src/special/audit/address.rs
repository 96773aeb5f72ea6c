//! The socket address of an AUDIT_SOCKADDR record: a struct, written in hexadecimal.
//!
//! Source: `kernel/auditsc.c`, `uapi/linux/in.h`, `uapi/linux/in6.h`, `uapi/linux/netlink.h`,
//! `uapi/linux/un.h`, `uapi/linux/if_packet.h`.

use super::gap;
use crate::families::common::{AF, ARPHRD};
use crate::families::nfnetlink::xt_match::PACKET_TYPE;
use crate::sink::{Class, Sink, Value};
use crate::special::sockaddr::{IN, IN6, OTHER};
use crate::table::macros::*;
use crate::table::{Abi, BytesAs, Field, Format, Name, Slot, Struct};
use crate::walk::{Key, Node, Walk};

structure! { UN "sockaddr_un":
    sun_family: U16.of(&AF),
    sun_path: STRING.times(108),
}

structure! { NL "sockaddr_nl":
    nl_family: U16.of(&AF),
    nl_pad: U16.reserved(),
    nl_pid: U32,
    nl_groups: U32.hex(),
}

structure! { LL "sockaddr_ll":
    sll_family: U16.of(&AF),
    sll_protocol: BE16.hex(),
    sll_ifindex: S32,
    sll_hatype: U16.of(&ARPHRD),
    sll_pkttype: U8.of(&PACKET_TYPE),
    sll_halen: U8,
    sll_addr: MAC,
}

static TRAILING: Name = crate::name!("trailing");

/// Hands out an address whose digits begin at `place`, two a byte, inside a field.
pub fn address(walk: &mut Walk<'_, '_, dyn Sink + '_>, node: &Node<'_>, place: u32, bytes: &[u8]) {
    let layout: &'static Struct = match walk.ctx.order.unsigned(bytes, 2) {
        1 => &UN,
        2 => &IN,
        10 => &IN6,
        16 => &NL,
        17 => &LL,
        _ => &OTHER,
    };
    if walk.enter(node, Class::Struct) {
        gap(walk, node.offset, place);
        let mut end = 0;
        let slots = layout.layout(Abi::Lp64).slots.iter();
        for (field, slot) in layout.fields.iter().zip(slots) {
            let from = usize::from(slot.offset);
            let Some(rest) = bytes.get(from..).filter(|_| from == end) else {
                break;
            };
            end += one(walk, field, slot, place + 2 * from as u32, rest);
        }
        let rest = bytes.get(end..).unwrap_or(&[]);
        let behind = place + 2 * end as u32;
        let mut all = behind;
        if rest.iter().any(|&b| b != 0) {
            all += 2 * rest.len() as u32;
            walk.opaque(&Node::new(Key::Name(&TRAILING), behind, all - behind), rest);
        }
        gap(walk, all, node.offset + node.len);
    }
    walk.leave();
}

/// Hands out a field from the beginning of `bytes`; gives how many it took: none where it is
/// not all there.
fn one(
    walk: &mut Walk<'_, '_, dyn Sink + '_>,
    field: &Field,
    slot: &Slot,
    place: u32,
    bytes: &[u8],
) -> usize {
    // a path ends with the address
    let string = matches!(field.kind.format, Format::String(_));
    let wanted = field.kind.size(Abi::Lp64);
    let size = if string {
        wanted.min(bytes.len())
    } else {
        wanted
    };
    let Some(own) = bytes.get(..size).filter(|own| !own.is_empty()) else {
        return 0;
    };
    let mut node = Node::new(Key::Name(&field.name), place, 2 * size as u32);
    node.reserved = field.kind.reserved;
    let text = own.split(|&b| b == 0).next().unwrap_or(own);
    let value = match &field.kind.format {
        Format::Integer { order, meaning, .. } if slot.width > 0 => Value::Unsigned {
            value: order.resolve(walk.ctx.order).unsigned(own, size),
            width: slot.width,
            meaning,
            unit: field.kind.unit,
        },
        Format::Bytes(form) => Value::Bytes(own, *form),
        // an abstract name begins with a NUL
        Format::String(_) if !text.is_empty() => Value::Text(text),
        _ => Value::Bytes(own, BytesAs::Opaque),
    };
    walk.leaf(&node, &value);
    size
}
