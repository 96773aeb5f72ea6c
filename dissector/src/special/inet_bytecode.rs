//! INET_DIAG_REQ_BYTECODE: the filter that a request for sockets carries.
//!
//! A program of `struct inet_diag_bc_op`, each with what its code compares behind it. `yes`
//! is where to go on when it holds and, as the kernel insists, the instruction's length;
//! `no` is where to go on when it does not. Both count from the instruction's first byte;
//! going beyond the end by 4 refuses the socket.
//!
//! An array of objects: the fields of the instruction, then
//! - `port` (INET_DIAG_BC_S_GE … INET_DIAG_BC_D_EQ), which in the bytes is `no` of a second
//!   instruction,
//! - `inet_diag_hostcond` (INET_DIAG_BC_S_COND, INET_DIAG_BC_D_COND), port -1 for any,
//! - `ifindex` (INET_DIAG_BC_DEV_COND), `inet_diag_markcond` (INET_DIAG_BC_MARK_COND),
//!   `cgroup_id` (INET_DIAG_BC_CGROUP_COND).
//!
//! Source: `uapi/linux/inet_diag.h`, `net/ipv4/inet_diag.c` (`inet_diag_bc_audit`).

use crate::diagnostic::Code;
use crate::families::common::AF;
use crate::sink::{Class, Sink};
use crate::table::macros::*;
use crate::table::{Abi, Name, Special, Struct};
use crate::walk::{Key, Node, Scope, Span, Walk};

/// The decoder.
pub static INET_DIAG_BYTECODE: Special = Special {
    name: "inet_diag_bytecode",
    decode,
    sets: &[],
};

enumeration! { BC "INET_DIAG_BC":
    0 INET_DIAG_BC_NOP, 1 INET_DIAG_BC_JMP, 2 INET_DIAG_BC_S_GE, 3 INET_DIAG_BC_S_LE,
    4 INET_DIAG_BC_D_GE, 5 INET_DIAG_BC_D_LE, 6 INET_DIAG_BC_AUTO, 7 INET_DIAG_BC_S_COND,
    8 INET_DIAG_BC_D_COND, 9 INET_DIAG_BC_DEV_COND, 10 INET_DIAG_BC_MARK_COND,
    11 INET_DIAG_BC_S_EQ, 12 INET_DIAG_BC_D_EQ, 13 INET_DIAG_BC_CGROUP_COND,
}

structure! { OP "inet_diag_bc_op":
    code: U8.of(&BC),
    yes: U8,
    no: U16,
}

structure! { /// The instruction behind one that compares ports: its `no` is the port.
    PORT "inet_diag_bc_op":
    reserved: U16.reserved(),
    port: U16,
}

structure! { HOST "inet_diag_hostcond":
    family: U8.of(&AF),
    prefix_len: U8,
    port: S32,
}

structure! { IN_ADDR "in_addr":
    addr: IPV4,
}

structure! { IN6_ADDR "in6_addr":
    addr: IPV6,
}

structure! { MARK "inet_diag_markcond":
    mark: U32.hex(),
    mask: U32.hex(),
}

structure! { DEVICE "ifindex":
    ifindex: IFINDEX,
}

structure! { CGROUP "cgroup_id":
    cgroup_id: U64,
}

const OP_LEN: usize = 4;
const AF_INET: u8 = 2;
const AF_INET6: u8 = 10;
static TRAILING: Name = crate::name!("trailing");

fn decode<'a>(
    walk: &mut Walk<'_, 'a, dyn Sink + '_>,
    node: &Node<'_>,
    data: Span<'a>,
    scope: &Scope<'_>,
) {
    if walk.enter(node, Class::Array) {
        program(walk, data, scope);
    }
    walk.leave();
}

fn program<'a>(walk: &mut Walk<'_, 'a, dyn Sink + '_>, data: Span<'a>, scope: &Scope<'_>) {
    let mut rest = data;
    let mut position = 0;
    while !rest.is_empty() && !walk.stopped() {
        let &[code, yes, _, _, ..] = rest.data else {
            walk.diagnose(
                Code::BadPayload,
                rest.offset,
                format!(
                    "{} bytes are too few for a struct inet_diag_bc_op",
                    rest.len()
                ),
            );
            walk.opaque(&Node::named(&TRAILING, rest), rest.data);
            return;
        };
        let len = usize::from(yes);
        if len < OP_LEN || len > rest.data.len() {
            walk.diagnose(
                Code::BadPayload,
                rest.offset,
                format!(
                    "instruction {position}: yes is {yes}, {} bytes are left",
                    rest.len()
                ),
            );
        }
        // without a length of its own it takes all that is left
        let part = if len < OP_LEN { rest } else { rest.sub(0, len) };
        let entry = Node::new(Key::Entry(position, None), part.offset, part.len());
        if walk.enter(&entry, Class::Struct) {
            walk.fields(&OP, part.sub(0, OP_LEN), false, walk.ctx.order, scope);
            argument(walk, code, part.from(OP_LEN), scope);
        }
        walk.leave();
        rest = rest.from(part.data.len());
        position += 1;
    }
}

/// What an instruction compares with.
fn argument<'a>(
    walk: &mut Walk<'_, 'a, dyn Sink + '_>,
    code: u8,
    data: Span<'a>,
    scope: &Scope<'_>,
) {
    let rest = match code {
        2..=5 | 11 | 12 => take(walk, &PORT, data, scope),
        7 | 8 => return nested(walk, &HOST, data, scope),
        9 => take(walk, &DEVICE, data, scope),
        10 => return nested(walk, &MARK, data, scope),
        13 => take(walk, &CGROUP, data, scope),
        _ => data,
    };
    unused(walk, rest);
}

/// A struct of its own, and behind a host's the address, where a family is given.
fn nested<'a>(
    walk: &mut Walk<'_, 'a, dyn Sink + '_>,
    layout: &'static Struct,
    data: Span<'a>,
    scope: &Scope<'_>,
) {
    if walk.enter(&Node::named(&layout.name, data), Class::Struct) {
        let rest = take(walk, layout, data, scope);
        let rest = match data.data.first() {
            Some(&AF_INET) if std::ptr::eq(layout, &HOST) => take(walk, &IN_ADDR, rest, scope),
            Some(&AF_INET6) if std::ptr::eq(layout, &HOST) => take(walk, &IN6_ADDR, rest, scope),
            _ => rest,
        };
        unused(walk, rest);
    }
    walk.leave();
}

/// The fields of a struct, one level up. Returns what is behind it.
fn take<'a>(
    walk: &mut Walk<'_, 'a, dyn Sink + '_>,
    layout: &'static Struct,
    data: Span<'a>,
    scope: &Scope<'_>,
) -> Span<'a> {
    let size = usize::from(layout.layout(Abi::Lp64).size);
    if data.data.len() < size {
        walk.diagnose(
            Code::BadPayload,
            data.offset,
            format!("{}: {} bytes of {size}", layout.name, data.len()),
        );
    }
    walk.fields(layout, data.sub(0, size), false, walk.ctx.order, scope);
    data.from(size)
}

/// What the kernel does not look at.
fn unused(walk: &mut Walk<'_, '_, dyn Sink + '_>, data: Span<'_>) {
    if data.data.iter().any(|&b| b != 0) {
        walk.opaque(&Node::named(&TRAILING, data), data.data);
    } else if !data.is_empty() {
        walk.sink.padding(data.offset, data.len());
    }
}

#[cfg(test)]
mod tests {
    use super::INET_DIAG_BYTECODE;
    use crate::special::test::{decode, lengths};
    use crate::wire::ByteOrder::{Big, Little};

    #[test]
    fn ports_and_hosts() {
        let bytes = [
            2, 8, 16, 0, 0, 0, 80, 0, // S_GE 80
            8, 16, 20, 0, 2, 24, 0, 0, 0xff, 0xff, 0xff, 0xff, 10, 1, 0,
            0, // D_COND 10.1.0.0/24
            1, 4, 8, 0, // JMP
        ];
        assert_eq!(
            decode(&INET_DIAG_BYTECODE, &bytes, Little),
            [
                "x Array",
                "  [0] Struct",
                "    code: INET_DIAG_BC_S_GE",
                "    yes: 8",
                "    no: 16",
                "    port: 80",
                "  [1] Struct",
                "    code: INET_DIAG_BC_D_COND",
                "    yes: 16",
                "    no: 20",
                "    inet_diag_hostcond Struct",
                "      family: AF_INET",
                "      prefix_len: 24",
                "      port: -1",
                "      addr: Ipv4 [0a, 01, 00, 00]",
                "  [2] Struct",
                "    code: INET_DIAG_BC_JMP",
                "    yes: 4",
                "    no: 8",
            ]
        );
        lengths(&INET_DIAG_BYTECODE, &bytes);
    }

    #[test]
    fn device_mark_and_group() {
        let bytes = [
            9, 8, 0, 12, 0, 0, 0, 3, // DEV_COND
            10, 12, 0, 16, 0, 0, 0, 1, 0, 0, 0, 0xff, // MARK_COND
            13, 12, 0, 16, 0, 0, 0, 0, 0, 0, 0, 9, // CGROUP_COND
        ];
        let lines = decode(&INET_DIAG_BYTECODE, &bytes, Big);
        assert!(lines.contains(&"    ifindex: 3".to_owned()), "{lines:?}");
        assert!(lines.contains(&"      mask: 255".to_owned()), "{lines:?}");
        assert!(lines.contains(&"    cgroup_id: 9".to_owned()), "{lines:?}");
        lengths(&INET_DIAG_BYTECODE, &bytes);
    }

    #[test]
    fn any_family_has_no_address() {
        let bytes = [7, 16, 20, 0, 0, 0, 0, 0, 22, 0, 0, 0, 0, 0, 0, 0];
        for len in [12, 16] {
            let mut bytes = bytes[..len].to_vec();
            bytes[1] = len as u8;
            let lines = decode(&INET_DIAG_BYTECODE, &bytes, Little);
            assert_eq!(lines.last().map(String::as_str), Some("      port: 22"));
        }
    }

    #[test]
    fn lengths_that_lie() {
        let lines = decode(&INET_DIAG_BYTECODE, &[1, 0, 0, 0, 1, 4, 0, 0], Little);
        assert_eq!(lines.get(1).map(String::as_str), Some("  ! bad-payload"));
        let lines = decode(&INET_DIAG_BYTECODE, &[2, 200, 0, 0, 0, 0, 1, 0], Little);
        assert!(lines.contains(&"    port: 1".to_owned()), "{lines:?}");
    }
}
