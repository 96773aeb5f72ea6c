//! A frame of NETLINK_KOBJECT_UEVENT, which has no nlmsghdr.
//!
//! The kernel sends `action@devpath`, then `KEY=value` strings, each with a NUL. What udev
//! passes on to its listeners has a header of libudev in front of the strings instead.
//!
//! Source: `lib/kobject_uevent.c`; systemd, `src/libsystemd/sd-device/device-monitor-private.h`.

use crate::diagnostic::Code;
use crate::sink::{Class, Sink, Value};
use crate::table::macros::*;
use crate::table::{Name, Special, Unit};
use crate::walk::{Key, Node, Scope, Span, Walk};
use std::borrow::Cow;
use std::collections::HashMap;

/// The decoder.
pub static UEVENT: Special = Special {
    name: "uevent",
    decode,
    sets: &[],
};

const PREFIX: &[u8] = b"libudev\0";
const HEADER: usize = 40;
const PROPERTIES_OFF: usize = 16;
const PROPERTIES_LEN: usize = 20;

structure! { MONITOR_NETLINK_HEADER "monitor_netlink_header":
    prefix: STRING.times(8),
    magic: BE32.hex(),
    header_size: U32.unit(Unit::Bytes),
    properties_off: U32.unit(Unit::Bytes),
    properties_len: U32.unit(Unit::Bytes),
    filter_subsystem_hash: BE32.hex(),
    filter_devtype_hash: BE32.hex(),
    filter_tag_bloom_hi: BE32.hex(),
    filter_tag_bloom_lo: BE32.hex(),
}

static ACTION: Name = crate::name!("action");
static DEVPATH: Name = crate::name!("devpath");
static UDEV: Name = crate::name!("udev");
static ENV: Name = crate::name!("env");
static REST: Name = crate::name!("rest");

fn decode<'a>(
    walk: &mut Walk<'_, 'a, dyn Sink + '_>,
    node: &Node<'_>,
    data: Span<'a>,
    scope: &Scope<'_>,
) {
    if walk.enter(node, Class::Struct) {
        if data.data.starts_with(PREFIX) {
            of_udev(walk, data, scope);
        } else {
            of_kernel(walk, data);
        }
    }
    walk.leave();
}

fn of_kernel<'a>(walk: &mut Walk<'_, 'a, dyn Sink + '_>, data: Span<'a>) {
    let (first, env) = line(data);
    let Some(at) = first.data.iter().position(|&b| b == b'@') else {
        walk.diagnose(
            Code::BadPayload,
            data.offset,
            "no action@devpath at the beginning",
        );
        unclaimed(walk, data);
        return;
    };
    let action = first.sub(0, at + 1);
    let path = first.from(at + 1);
    let name = first.data.get(..at).unwrap_or(&[]);
    walk.leaf(&Node::named(&ACTION, action), &Value::Text(name));
    walk.leaf(
        &Node::named(&DEVPATH, path),
        &Value::Text(without_nul(path.data)),
    );
    walk.leaf(&Node::named(&UDEV, env.sub(0, 0)), &Value::Bool(false));
    strings(walk, env);
}

fn of_udev<'a>(walk: &mut Walk<'_, 'a, dyn Sink + '_>, data: Span<'a>, scope: &Scope<'_>) {
    let order = walk.ctx.order;
    let head = data.sub(0, HEADER);
    let number = |at: usize| order.unsigned(data.from(at).data, 4) as usize;
    let from = number(PROPERTIES_OFF);
    let (hole, env) = if (HEADER..=data.data.len()).contains(&from) {
        let hole = data.sub(HEADER, from - HEADER);
        (hole, data.sub(from, number(PROPERTIES_LEN)))
    } else {
        if data.data.len() >= HEADER {
            walk.diagnose(
                Code::BadPayload,
                data.offset + PROPERTIES_OFF as u32,
                format!(
                    "properties_off is {from}, the frame has {} bytes",
                    data.len()
                ),
            );
        }
        (data.sub(HEADER, 0), data.from(HEADER))
    };
    for (name, key) in [(&ACTION, "ACTION"), (&DEVPATH, "DEVPATH")] {
        if let Some(value) = property(env, key) {
            walk.sink.derived(name, &String::from_utf8_lossy(value));
        }
    }
    walk.leaf(&Node::named(&UDEV, data.sub(0, 0)), &Value::Bool(true));
    let name = &MONITOR_NETLINK_HEADER.name;
    if walk.enter(&Node::named(name, head), Class::Struct) {
        walk.fields(&MONITOR_NETLINK_HEADER, head, true, order, scope);
    }
    walk.leave();
    unclaimed(walk, hole);
    strings(walk, env);
    unclaimed(
        walk,
        data.from((env.offset + env.len() - data.offset) as usize),
    );
}

/// The first string with its NUL, and what follows.
fn line(data: Span<'_>) -> (Span<'_>, Span<'_>) {
    let nul = data.data.iter().position(|&b| b == 0);
    let len = nul.map_or(data.data.len(), |at| at + 1);
    (data.sub(0, len), data.from(len))
}

fn without_nul(text: &[u8]) -> &[u8] {
    text.strip_suffix(&[0]).unwrap_or(text)
}

/// Key and value of a string; all of it is the key where there is no `=`.
fn pair(text: &[u8]) -> (&[u8], &[u8]) {
    let at = text.iter().position(|&b| b == b'=');
    let Some((key, value)) = at.and_then(|at| text.split_at_checked(at)) else {
        return (text, &[]);
    };
    (key, value.get(1..).unwrap_or(&[]))
}

fn property<'a>(env: Span<'a>, wanted: &str) -> Option<&'a [u8]> {
    let mut pairs = env.data.split(|&b| b == 0).map(pair);
    pairs
        .find(|(key, _)| *key == wanted.as_bytes())
        .map(|p| p.1)
}

fn strings<'a>(walk: &mut Walk<'_, 'a, dyn Sink + '_>, data: Span<'a>) {
    if walk.enter(&Node::named(&ENV, data), Class::Map) {
        let mut counts: HashMap<&[u8], u32> = HashMap::new();
        let mut left = data;
        while !left.is_empty() && !walk.stopped() {
            let (text, rest) = line(left);
            let (key, value) = pair(without_nul(text.data));
            if key.is_empty() && value.is_empty() {
                walk.sink.padding(text.offset, text.len());
            } else {
                let name: Cow<'_, str> = String::from_utf8_lossy(key);
                let mut node = Node::new(Key::Text(&name), text.offset, text.len());
                let times = counts.entry(key).or_insert(0);
                *times += 1;
                node.repeat = if *times > 1 { *times } else { 0 };
                walk.leaf(&node, &Value::Text(value));
            }
            left = rest;
        }
    }
    walk.leave();
}

fn unclaimed(walk: &mut Walk<'_, '_, dyn Sink + '_>, rest: Span<'_>) {
    if rest.data.iter().any(|&b| b != 0) {
        walk.opaque(&Node::named(&REST, rest), rest.data);
    } else if !rest.is_empty() {
        walk.sink.padding(rest.offset, rest.len());
    }
}

#[cfg(test)]
mod tests {
    use super::UEVENT;
    use crate::special::test::{decode, lengths};
    use crate::wire::ByteOrder::{Big, Little};

    fn udev(off: u32, len: u32, strings: &[u8]) -> Vec<u8> {
        let mut out = b"libudev\0\xfe\xed\xca\xfe".to_vec();
        for n in [40, off, len] {
            out.extend(n.to_le_bytes());
        }
        out.extend([1, 2, 3, 4]);
        out.extend([0; 12]);
        out.extend(strings);
        out
    }

    #[test]
    fn of_the_kernel() {
        let frame = b"add@/devices/lo\0ACTION=add\0SUBSYSTEM=net\0A=b=c\0A=\0";
        assert_eq!(
            decode(&UEVENT, frame, Little),
            [
                "x Struct",
                "  action: add",
                "  devpath: /devices/lo",
                "  udev: false",
                "  env Map",
                "    ACTION: add",
                "    SUBSYSTEM: net",
                "    A: b=c",
                "    A: ",
            ]
        );
        lengths(&UEVENT, frame);
    }

    #[test]
    fn of_udev() {
        let frame = udev(40, 11, b"ACTION=add\0");
        let lines = decode(&UEVENT, &frame, Little);
        assert_eq!(
            lines.get(1..4).unwrap(),
            [
                "  udev: true",
                "  monitor_netlink_header Struct",
                "    prefix: libudev"
            ]
        );
        assert!(
            lines.contains(&"    magic: 4276996862".to_owned()),
            "{lines:?}"
        );
        assert_eq!(
            lines.get(lines.len() - 2..).unwrap(),
            ["  env Map", "    ACTION: add"]
        );
        lengths(&UEVENT, &frame);
        // the header may grow, and the strings may end before the frame
        let frame = udev(44, 5, b"\0\0\0\x07K=V\0\0\x09");
        let lines = decode(&UEVENT, &frame, Little);
        let tail = [
            "  rest: Opaque [00, 00, 00, 07]",
            "  env Map",
            "    K: V",
            "  rest: Opaque [09]",
        ];
        assert_eq!(lines.get(lines.len() - 4..).unwrap(), tail);
    }

    #[test]
    fn offsets_that_lie() {
        for (off, len) in [(0, 4), (39, 4), (99, 4), (u32::MAX, u32::MAX)] {
            let lines = decode(&UEVENT, &udev(off, len, b"K=V\0"), Little);
            assert!(
                lines.contains(&"  ! bad-payload".to_owned()),
                "{off}: {lines:?}"
            );
            assert_eq!(lines.last().map(String::as_str), Some("    K: V"));
        }
        let lines = decode(&UEVENT, &udev(40, u32::MAX, b"K=V\0"), Little);
        assert!(!lines.contains(&"  ! bad-payload".to_owned()), "{lines:?}");
        decode(&UEVENT, &udev(40, 4, b"K=V\0"), Big);
    }

    #[test]
    fn something_else() {
        assert_eq!(
            decode(&UEVENT, b"hello\0", Little),
            [
                "x Struct",
                "  ! bad-payload",
                "  rest: Opaque [68, 65, 6c, 6c, 6f, 00]"
            ]
        );
    }
}
