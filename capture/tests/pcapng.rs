//! pcapng files, sound, odd and damaged.

#![allow(clippy::panic, clippy::unwrap_used, clippy::indexing_slicing)]

mod common;

use common::*;
use netlink_capture::{ByteOrder, Capture, DamageKind, Error};

/// A file of one section and one interface with some options, and then these blocks.
fn file(order: ByteOrder, interface: &[u8], blocks: &[Vec<u8>]) -> Vec<u8> {
    let mut bytes = shb(order, u64::MAX, &[]);
    bytes.extend(idb(order, 253, 0, interface));
    bytes.extend(blocks.concat());
    bytes
}

#[test]
fn sections_of_either_byte_order_and_wrong_lengths() {
    let mut bytes = Vec::new();
    for (order, len) in [(LITTLE, u64::MAX), (BIG, 4), (LITTLE, 0), (BIG, 1 << 40)] {
        let mut options = option(order, 2, b"riscv64");
        options.extend(option(order, 3, b"Linux 6.1"));
        options.extend(option(order, 4, b"dumpcap\0"));
        options.extend(option(order, 1, b"one"));
        options.extend(option(order, 1, b"two"));
        bytes.extend(shb(order, len, &options));
        bytes.extend(idb(order, 1, 0, &[]));
        bytes.extend(idb(order, 253, 0, &[]));
        bytes.extend(epb(order, 1, 1_000_000, b"abc", &[]));
    }
    let all = read(&bytes);
    assert_eq!(all.damages, []);
    let section = &all.sections[1];
    assert_eq!((section.number, section.byte_order), (1, BIG));
    assert_eq!(section.hardware.as_deref(), Some("riscv64"));
    assert_eq!(section.os.as_deref(), Some("Linux 6.1"));
    assert_eq!(section.application.as_deref(), Some("dumpcap"));
    assert_eq!(section.comments, ["one", "two"]);
    let places: Vec<_> = all
        .frames
        .iter()
        .map(|f| (f.number, f.section, f.interface))
        .collect();
    assert_eq!(places, [(1, 0, 1), (2, 1, 3), (3, 2, 5), (4, 3, 7)]);
    assert!(
        all.frames
            .iter()
            .all(|f| f.time == Some((1, 0)) && f.link_type == 253)
    );
    assert_eq!(all.interfaces[7].index, 7);
}

#[test]
fn options_of_an_interface() {
    for order in [LITTLE, BIG] {
        let mut options = option(order, 2, b"nl\xffmon0");
        options.extend(option(order, 3, b"a tap"));
        options.extend(option(order, 9, &[0x80 | 30]));
        options.extend(option(order, 14, &u64s(order, &[-5_i64 as u64])));
        options.extend(option(order, 1, b"note"));
        options.extend(option(order, 0, b""));
        let packet = epb(order, 0, 7 << 30 | 1 << 29, b"abc", &[]);
        let all = read(&file(order, &options, &[packet]));
        let interface = &all.interfaces[0];
        assert_eq!(interface.name.as_deref(), Some("nl\u{fffd}mon0"));
        assert_eq!(interface.description.as_deref(), Some("a tap"));
        assert_eq!(interface.comments, ["note"]);
        assert_eq!(all.frames[0].time, Some((2, 500_000_000)));
        assert_eq!(all.damages, []);
    }
}

#[test]
fn picoseconds() {
    let options = option(BIG, 9, &[12]);
    let packet = epb(BIG, 0, 3_000_000_005_000, b"abc", &[]);
    let all = read(&file(BIG, &options, &[packet]));
    assert_eq!(all.frames[0].time, Some((3, 5)));
}

#[test]
fn comments_of_a_packet() {
    let mut options = option(LITTLE, 2, &[0, 0, 0, 0]);
    options.extend(option(LITTLE, 1, b"first"));
    options.extend(option(LITTLE, 1, b"second"));
    options.extend(option(LITTLE, 0, b""));
    let all = read(&file(LITTLE, &[], &[epb(LITTLE, 0, 0, b"abcde", &options)]));
    assert_eq!(all.frames[0].comments, ["first", "second"]);
    assert_eq!(all.frames[0].data, b"abcde");
}

#[test]
fn simple_packets_follow_the_snap_length() {
    let mut bytes = shb(BIG, u64::MAX, &[]);
    bytes.extend(idb(BIG, 253, 3, &[]));
    bytes.extend(block(BIG, 3, &[0, 0, 0, 9, b'a', b'b', b'c']));
    bytes.extend(block(BIG, 3, &[0, 0, 0, 2, b'a', b'b']));
    let all = read(&bytes);
    assert_eq!(all.datas(), [b"abc".to_vec(), b"ab".to_vec()]);
    assert_eq!((all.frames[0].original_len, all.frames[0].time), (9, None));
    assert_eq!(all.damages, []);
}

#[test]
fn the_obsolete_packet_block() {
    let mut body = u16s(LITTLE, &[0, 77]);
    body.extend(u32s(LITTLE, &[0, 1_000_001, 3, 5]));
    body.extend(b"abc\0");
    body.extend(option(LITTLE, 1, b"old"));
    let all = read(&file(LITTLE, &[], &[block(LITTLE, 2, &body)]));
    let frame = &all.frames[0];
    assert_eq!(
        (frame.data.as_slice(), frame.original_len),
        (&b"abc"[..], 5)
    );
    assert_eq!(
        (frame.time, frame.comments[0].as_str()),
        (Some((1, 1000)), "old")
    );
}

#[test]
fn statistics_and_blocks_to_skip() {
    let mut body = u32s(LITTLE, &[0, 0, 2_000_000]);
    for (code, count) in [(4, 10), (5, 1), (6, 9), (7, u64::MAX), (8, 8)] {
        body.extend(option(LITTLE, code, &u64s(LITTLE, &[count])));
    }
    let mut blocks = vec![block(LITTLE, 5, &body)];
    for kind in [4, 9, 10, 0xbad, 0x4000_0bad, 0x8000_1234] {
        blocks.push(block(LITTLE, kind, b"what ever"));
    }
    blocks.push(epb(LITTLE, 0, 0, b"abc", &[]));
    let all = read(&file(LITTLE, &[], &blocks));
    let statistics = &all.statistics[0];
    assert_eq!((statistics.time.seconds, statistics.interface), (2, 0));
    assert_eq!(statistics.received, Some(10));
    assert_eq!(statistics.interface_dropped, Some(1));
    assert_eq!(statistics.accepted, Some(9));
    assert_eq!(statistics.os_dropped, Some(u64::MAX));
    assert_eq!(statistics.delivered, Some(8));
    assert_eq!((all.frames.len(), all.damages.len()), (1, 0));
}

#[test]
fn an_unknown_interface_costs_its_packet() {
    let blocks = [
        epb(LITTLE, 0, 0, b"abc", &[]),
        epb(LITTLE, 7, 0, b"lost", &[]),
        epb(LITTLE, 0, 0, b"def", &[]),
    ];
    let all = read(&file(LITTLE, &[], &blocks));
    assert_eq!(all.datas(), [b"abc", b"def"]);
    assert_eq!(all.frames[1].number, 3);
    assert_eq!(all.kinds(), [DamageKind::UnknownInterface { interface: 7 }]);
    assert_eq!((all.damages[0].frame, all.damages[0].skipped), (2, 36));
}

#[test]
fn an_interface_that_is_cut_keeps_its_number() {
    let mut bytes = shb(LITTLE, u64::MAX, &[]);
    bytes.extend(block(LITTLE, 1, &[1, 0]));
    bytes.extend(idb(LITTLE, 253, 0, &[]));
    bytes.extend(epb(LITTLE, 1, 0, b"abc", &[]));
    let all = read(&bytes);
    assert_eq!(all.kinds(), [DamageKind::ShortBlock]);
    assert_eq!((all.frames[0].interface, all.interfaces[0].index), (1, 1));
}

#[test]
fn a_block_above_eight_megabytes() {
    let big = vec![0x5a; 20 << 20];
    let blocks = [epb(LITTLE, 0, 0, &big, &[]), epb(LITTLE, 0, 0, b"abc", &[])];
    let bytes = file(LITTLE, &[], &blocks);
    let mut capture = Capture::from_bytes("test".to_owned(), bytes).unwrap();
    let all = drain(&mut capture);
    assert_eq!(
        (all.frames[0].data.len(), all.frames[1].number),
        (20 << 20, 2)
    );
}

/// Changes the tenth packet's block, and reads the file.
fn with(change: impl Fn(&mut Vec<u8>, usize, usize)) -> (All, All) {
    let mut bytes = pcapng(40);
    let whole = read(&bytes);
    let start = whole.frames[9].offset as usize;
    let end = whole.frames[10].offset as usize;
    change(&mut bytes, start, end);
    (whole, read(&bytes))
}

#[test]
fn a_bad_first_length_costs_one_packet() {
    for len in [0_u32, 8, 11, 13, 1 << 16, 200 << 20, u32::MAX, 0xffff_fffd] {
        let (whole, all) = with(|bytes, start, _| {
            bytes[start + 4..start + 8].copy_from_slice(&len.to_le_bytes());
        });
        assert_eq!(all.datas()[..9], whole.datas()[..9], "{len}");
        assert_eq!(all.datas()[9..], whole.datas()[10..], "{len}");
        assert_eq!(all.damages.len(), 1);
        assert_eq!(all.damages[0].offset, whole.frames[9].offset);
        assert_eq!(
            all.damages[0].skipped,
            whole.frames[10].offset - whole.frames[9].offset
        );
    }
}

#[test]
fn a_bad_last_length_costs_nothing() {
    let (whole, all) = with(|bytes, _, end| bytes[end - 4] ^= 0xff);
    assert_eq!(all.frames, whole.frames);
    assert!(matches!(
        all.kinds()[..],
        [DamageKind::LengthMismatch { .. }]
    ));
}

#[test]
fn a_length_without_its_padding_costs_nothing() {
    let (whole, all) = with(|bytes, start, end| {
        for at in [start + 4, end - 4] {
            bytes[at] -= 1;
        }
    });
    assert_eq!(all.frames, whole.frames);
    assert!(matches!(
        all.kinds()[..],
        [DamageKind::BadBlockLength { .. }]
    ));
}

#[test]
fn a_bad_first_length_that_leads_to_a_later_block() {
    for padding in [0, 3] {
        let (whole, all) = with(|bytes, start, _| {
            let len = read(&pcapng(40)).frames[14].offset as usize - start - padding;
            bytes[start + 4..start + 8].copy_from_slice(&(len as u32).to_le_bytes());
        });
        assert_eq!(all.datas()[9..], whole.datas()[10..]);
        assert_eq!(all.damages.len(), 1);
    }
}

#[test]
fn bytes_that_are_lost_or_added() {
    for lost in [1, 3, 4, 17] {
        let (whole, all) = with(|bytes, start, _| {
            bytes.drain(start + 30..start + 30 + lost);
        });
        assert_eq!(all.datas()[9..], whole.datas()[10..]);
    }
    let (whole, all) = with(|bytes, start, _| {
        bytes.splice(start..start, vec![0xee; 1001]);
    });
    assert_eq!(all.datas(), whole.datas());
    assert_eq!(all.damages[0].skipped, 1001);
}

#[test]
fn a_captured_length_above_the_blocks() {
    let (whole, all) = with(|bytes, start, _| bytes[start + 21] = 0x70);
    assert_eq!(all.datas(), whole.datas());
    assert!(matches!(
        all.kinds()[..],
        [DamageKind::PacketTooLong { .. }]
    ));
    assert_eq!(all.damages[0].frame, 10);
}

#[test]
fn a_cut_block_gives_what_is_there() {
    let bytes = pcapng(4);
    let whole = read(&bytes);
    let last = &whole.frames[3];
    for end in last.offset as usize + 1..bytes.len() {
        let all = read(&bytes[..end]);
        assert_eq!(all.frames[..3], whole.frames[..3]);
        assert_eq!(all.kinds(), [DamageKind::Cut], "{end}");
        if let Some(frame) = all.frames.get(3) {
            let end = end.min(last.data_offset as usize + last.data.len());
            assert_eq!(frame.data, bytes[last.data_offset as usize..end]);
            assert_eq!(frame.original_len, last.original_len);
        } else {
            assert!(end < last.data_offset as usize);
        }
    }
}

#[test]
fn a_later_section_header_that_is_damaged() {
    let mut bytes = pcapng(3);
    let at = bytes.len();
    bytes.extend(pcapng(3));
    bytes[at + 9] ^= 0xff;
    let all = read(&bytes);
    assert_eq!(all.frames.len(), 6);
    assert_eq!(all.kinds(), [DamageKind::BadByteOrderMagic]);
    bytes[at + 9] ^= 0xff;
    bytes[at + 12] = 9;
    let all = read(&bytes);
    assert_eq!((all.frames.len(), all.sections.len()), (6, 2));
    assert_eq!(
        all.kinds(),
        [DamageKind::UnsupportedVersion { major: 9, minor: 0 }]
    );
}

#[test]
fn a_first_section_header_that_cannot_be_used() {
    let open = |bytes: Vec<u8>| Capture::from_bytes("test".to_owned(), bytes).err();
    let mut bytes = pcapng(1);
    bytes[12] = 2;
    assert!(matches!(
        open(bytes.clone()),
        Some(Error::UnsupportedVersion {
            offset: 12,
            major: 2,
            minor: 0
        })
    ));
    bytes[8] = 0;
    assert!(matches!(
        open(bytes.clone()),
        Some(Error::BadHeader { offset: 8, .. })
    ));
    bytes.truncate(11);
    assert!(matches!(
        open(bytes),
        Some(Error::CutHeader { offset: 11, .. })
    ));
}

#[test]
fn too_many_interfaces_are_not_kept() {
    let mut bytes = shb(LITTLE, u64::MAX, &[]);
    for _ in 0..65_537 {
        bytes.extend(idb(LITTLE, 253, 0, &[]));
    }
    bytes.extend(epb(LITTLE, 65_535, 0, b"abc", &[]));
    let all = drain(&mut Capture::from_bytes("test".to_owned(), bytes).unwrap());
    assert_eq!(all.kinds(), [DamageKind::TooManyInterfaces]);
    assert_eq!((all.frames.len(), all.interfaces.len()), (1, 65_536));
}
