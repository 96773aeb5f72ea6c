//! Every netlink byte has exactly one owner in the tree, whatever the bytes.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

mod support;

use netlink_dissector::context::Direction;
use netlink_dissector::table::Tables;
use netlink_dissector::wire::ByteOrder;
use proptest::prelude::*;
use std::sync::LazyLock;
use support::{SAMPLES, check_ownership, sample, walk_frame};

static TABLES: LazyLock<Tables> = LazyLock::new(Tables::builtin);
static FRAMES: LazyLock<Vec<(u16, Vec<u8>)>> = LazyLock::new(|| {
    let all = SAMPLES.iter().flat_map(|name| sample(name));
    all.filter(|(_, frame)| frame.len() < 4096).collect()
});

fn check(protocol: u16, frame: &[u8], order: ByteOrder, direction: Option<Direction>) {
    if TABLES.datagram(protocol).is_some() {
        return;
    }
    for (from, to, keeper) in walk_frame(&TABLES, protocol, frame, order, direction) {
        check_ownership((from, to), frame.len(), &keeper);
    }
}

#[test]
fn of_every_sample() {
    let mut frames = 0;
    for name in SAMPLES {
        for (protocol, frame) in sample(name) {
            for direction in [None, Some(Direction::ToKernel), Some(Direction::FromKernel)] {
                check(protocol, &frame, ByteOrder::Little, direction);
            }
            frames += 1;
        }
    }
    assert!(frames > 500, "{frames} frames are too few to say anything");
}

fn order() -> impl Strategy<Value = ByteOrder> {
    prop_oneof![4 => Just(ByteOrder::Little), 1 => Just(ByteOrder::Big)]
}

fn direction() -> impl Strategy<Value = Option<Direction>> {
    prop_oneof![
        Just(None),
        Just(Some(Direction::ToKernel)),
        Just(Some(Direction::FromKernel)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4000, failure_persistence: None, ..ProptestConfig::default() })]

    /// Real frames with some bytes changed and an end cut off.
    #[test]
    fn of_mutated_frames(
        which in any::<prop::sample::Index>(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..6),
        cut in any::<prop::sample::Index>(),
        whole in any::<bool>(),
        order in order(),
        direction in direction(),
    ) {
        let (protocol, frame) = which.get(&FRAMES);
        let mut frame = frame.clone();
        for (at, byte) in &changes {
            let at = at.index(frame.len());
            frame[at] = *byte;
        }
        if !whole {
            frame.truncate(cut.index(frame.len()));
        }
        check(*protocol, &frame, order, direction);
    }

    /// Messages of every protocol and type with attributes of random types and payloads.
    #[test]
    fn of_random_messages(
        family in any::<prop::sample::Index>(),
        message in any::<prop::sample::Index>(),
        head in prop::collection::vec(any::<u8>(), 0..24),
        attributes in prop::collection::vec((0u16..80, any::<bool>(), prop::collection::vec(any::<u8>(), 0..40)), 0..12),
        order in order(),
        direction in direction(),
    ) {
        let families: Vec<_> = TABLES.families().filter(|f| f.protocol.is_some() && !f.messages.is_empty()).collect();
        let family = family.get(&families);
        let message = message.get(&family.messages);
        let protocol = family.protocol.unwrap();
        let u16s = |n: u16| if order == ByteOrder::Big { n.to_be_bytes() } else { n.to_le_bytes() };
        let nlmsg_type = match family.layer {
            netlink_dissector::table::Layer::Generic => 16,
            netlink_dissector::table::Layer::Subsystem(s) => u16::from(s) << 8 | message.value,
            _ => message.value,
        };
        let mut payload = Vec::new();
        if protocol == 16 {
            payload.extend([message.value as u8, 1, 0, 0]);
        }
        for header in message.headers.iter() {
            payload.extend(head.iter().copied().cycle().take(usize::from(header.layouts[0].size)));
            payload.resize(payload.len().next_multiple_of(4), 0);
        }
        for (number, nested, data) in &attributes {
            let flag = if *nested { 0x8000 } else { 0 };
            payload.extend(u16s(4 + data.len() as u16));
            payload.extend(u16s(number | flag));
            payload.extend(data);
            payload.resize(payload.len().next_multiple_of(4), 0);
        }
        let len = 16 + payload.len() as u32;
        let mut frame = Vec::new();
        frame.extend(if order == ByteOrder::Big { len.to_be_bytes() } else { len.to_le_bytes() });
        frame.extend(u16s(nlmsg_type));
        frame.extend([0; 10]);
        frame.extend(payload);
        check(protocol, &frame, order, direction);
    }
}
