//! pcap files, sound, odd and damaged.

#![allow(clippy::panic, clippy::unwrap_used, clippy::indexing_slicing)]

mod common;

use common::*;
use netlink_capture::{Capture, DamageKind, Error, Resolution};

#[test]
fn micro_and_nanoseconds_in_both_byte_orders() {
    for order in [LITTLE, BIG] {
        for (magic, resolution, nanos) in [
            (0xa1b2_c3d4, Resolution::MICROSECONDS, 5000),
            (0xa1b2_3c4d, Resolution::NANOSECONDS, 5),
        ] {
            let mut bytes = pcap_header(order, magic, 65_535, 253);
            bytes.extend(record(order, NOW, 5, b"abcd"));
            let all = read(&bytes);
            assert_eq!(all.sections[0].byte_order, order);
            assert_eq!(all.interfaces[0].resolution, resolution);
            let frame = &all.frames[0];
            assert_eq!(frame.time, Some((i64::from(NOW), nanos)));
            assert_eq!((frame.number, frame.offset, frame.data_offset), (1, 24, 40));
            assert_eq!(
                (frame.data.as_slice(), frame.link_type),
                (&b"abcd"[..], 253)
            );
            assert_eq!(all.damages, []);
        }
    }
}

#[test]
fn kuznetzovs_longer_record_header() {
    let mut bytes = pcap_header(BIG, 0xa1b2_cd34, 65_535, 113);
    for n in 1..=3 {
        bytes.extend(u32s(BIG, &[NOW, n, 2, 2, 7, 0x0800_0400]));
        bytes.extend(b"hi");
    }
    let all = read(&bytes);
    assert_eq!(all.datas(), [b"hi", b"hi", b"hi"]);
    assert_eq!(all.damages, []);
}

#[test]
fn a_header_alone_is_sound() {
    let all = read(&pcap_header(LITTLE, 0xa1b2_c3d4, 0, 253));
    assert_eq!((all.frames.len(), all.damages.len()), (0, 0));
    assert_eq!((all.sections.len(), all.interfaces.len()), (1, 1));
}

#[test]
fn frame_check_bits_above_the_link_type_do_not_matter() {
    let bytes = pcap_header(BIG, 0xa1b2_c3d4, 0, 0x4400_0000 | 276);
    assert_eq!(read(&bytes).interfaces[0].link_type, 276);
}

#[test]
fn snap_lengths_do_not_matter() {
    for snap_len in [0, 4, u32::MAX] {
        let mut bytes = pcap_header(LITTLE, 0xa1b2_c3d4, snap_len, 253);
        for n in 1..=5 {
            bytes.extend(record(LITTLE, NOW, n, &data(n)));
        }
        let all = read(&bytes);
        assert_eq!(all.datas(), (1..=5).map(data).collect::<Vec<_>>());
        assert_eq!(all.damages, []);
    }
}

#[test]
fn lengths_in_the_old_order() {
    let mut bytes = u32s(LITTLE, &[0xa1b2_c3d4]);
    bytes.extend(u16s(LITTLE, &[2, 3]));
    bytes.extend(u32s(LITTLE, &[0, 0, 96, 253]));
    bytes.extend(u32s(LITTLE, &[NOW, 0, 40, 2]));
    bytes.extend(b"hi");
    let all = read(&bytes);
    assert_eq!(all.datas(), [b"hi"]);
    assert_eq!(all.frames[0].original_len, 40);
}

#[test]
fn odd_headers_that_their_neighbours_bear_out() {
    let mut bytes = pcap_header(LITTLE, 0xa1b2_c3d4, 65_535, 253);
    // A fraction above a second, an original length below the captured one, a clock set back, an empty packet.
    for fields in [
        [NOW, 1_500_000, 4, 4],
        [NOW, 1, 4, 2],
        [3, 1, 4, 4],
        [NOW, 1, 4, 4],
        [NOW, 1, 0, 9],
        [NOW, 2_000_000, 4, 0],
        [NOW, 2_000_000, 4, 1],
    ] {
        bytes.extend(u32s(LITTLE, &fields));
        bytes.extend(vec![b'x'; fields[2] as usize]);
    }
    let all = read(&bytes);
    assert_eq!(all.damages, []);
    assert_eq!(all.frames.len(), 7);
    assert_eq!(all.frames[0].time, Some((i64::from(NOW) + 1, 500_000_000)));
    assert_eq!(all.frames[1].original_len, 2);
}

#[test]
fn a_cut_record_gives_what_is_there() {
    let bytes = pcap(4);
    let whole = read(&bytes);
    let last = &whole.frames[3];
    for end in last.data_offset as usize + 1..bytes.len() {
        let all = read(&bytes[..end]);
        assert_eq!(all.frames[..3], whole.frames[..3]);
        assert_eq!(all.frames[3].data, bytes[last.data_offset as usize..end]);
        assert_eq!(all.frames[3].original_len, last.original_len);
        assert_eq!(all.kinds(), [DamageKind::Cut]);
        assert_eq!(
            (all.damages[0].offset, all.damages[0].frame),
            (end as u64, 4)
        );
    }
    for end in last.offset as usize + 1..last.data_offset as usize {
        let all = read(&bytes[..end]);
        assert_eq!(all.frames, whole.frames[..3]);
        assert_eq!(all.kinds(), [DamageKind::Cut]);
        assert_eq!(all.damages[0].skipped, end as u64 - last.offset);
    }
}

/// Puts a wrong captured length into a record in the middle.
fn with_length(len: u32) -> All {
    let mut bytes = pcap(40);
    let at = read(&bytes).frames[9].offset as usize + 8;
    bytes[at..at + 4].copy_from_slice(&len.to_le_bytes());
    read(&bytes)
}

#[test]
fn a_bad_length_costs_one_frame() {
    let whole = read(&pcap(40));
    for len in [u32::MAX, 300 << 20, 100 << 20, 100_000, 1000] {
        let all = with_length(len);
        assert_eq!(all.frames.len(), 39, "{len}");
        assert_eq!(all.datas()[..9], whole.datas()[..9]);
        assert_eq!(all.datas()[9..], whole.datas()[10..]);
        assert_eq!(all.damages.len(), 1);
        assert_eq!(all.damages[0].offset, whole.frames[9].offset);
        assert_eq!(all.damages[0].frame, 9);
        assert_eq!(
            all.damages[0].skipped,
            whole.frames[9].data.len() as u64 + 16
        );
    }
}

#[test]
fn a_length_too_small_cuts_one_frame_only() {
    let whole = read(&pcap(40));
    let all = with_length(8);
    assert_eq!(all.datas()[9], whole.datas()[9][..8]);
    assert_eq!(all.datas()[10..], whole.datas()[10..]);
    assert_eq!(all.damages.len(), 1);
}

#[test]
fn a_bad_length_in_the_first_record() {
    for len in [u32::MAX, 31, 71, 1000] {
        let mut bytes = pcap(40);
        bytes[32..36].copy_from_slice(&len.to_le_bytes());
        assert_eq!(read(&bytes).datas(), read(&pcap(40)).datas()[1..]);
    }
}

#[test]
fn four_bytes_off_lengths_look_like_times() {
    let mut bytes = pcap(30);
    let whole = read(&bytes);
    // The second record now reaches to four bytes behind the sixth one's start.
    let len = whole.frames[5].offset + 4 - whole.frames[1].data_offset;
    bytes[75..79].copy_from_slice(&(len as u32).to_le_bytes());
    let all = read(&bytes);
    assert_eq!(all.datas()[1..], whole.datas()[2..]);
    assert_eq!(all.kinds(), [DamageKind::BadRecord]);
}

#[test]
fn a_clock_that_is_set() {
    let mut bytes = pcap_header(LITTLE, 0xa1b2_c3d4, 65_535, 253);
    for (n, seconds) in [(1, 7), (2, 8), (3, NOW), (4, NOW + 1), (5, 9)] {
        bytes.extend(record(LITTLE, seconds, 0, &data(n)));
    }
    let all = read(&bytes);
    assert_eq!((all.frames.len(), all.damages.len()), (5, 0));
}

#[test]
fn zeros_behind_the_last_record_are_damage() {
    let mut bytes = pcap(3);
    bytes.resize(bytes.len() + 5000, 0);
    let all = read(&bytes);
    assert_eq!((all.frames.len(), all.damages.len()), (3, 1));
    assert_eq!(all.damages[0].skipped, 5000);
}

#[test]
fn a_hole_in_the_middle() {
    let mut bytes = pcap(40);
    let whole = read(&bytes);
    bytes.drain(whole.frames[9].offset as usize + 9..whole.frames[20].offset as usize + 3);
    let all = read(&bytes);
    assert_eq!(all.datas()[..9], whole.datas()[..9]);
    assert!(all.datas().ends_with(&whole.datas()[21..]));
    assert!(!all.damages.is_empty());
}

fn refused(bytes: &[u8]) -> Error {
    match Capture::from_bytes("test".to_owned(), bytes.to_vec()) {
        Ok(_) => panic!("not refused"),
        Err(error) => error,
    }
}

#[test]
fn what_is_no_capture_is_refused_with_reasons() {
    assert_eq!(refused(b"").to_string(), "empty");
    assert_eq!(
        refused(b"hello, world").to_string(),
        "not a pcap or pcapng capture: it starts with \"hello, world\""
    );
    assert_eq!(
        refused(&[0x7f, b'E', b'L', b'F']).to_string(),
        "not a pcap or pcapng capture: it starts with 7f 45 4c 46"
    );
    assert!(matches!(
        refused(&pcap(1)[..20]),
        Error::CutHeader {
            offset: 20,
            needed: 24
        }
    ));
    let mut bytes = pcap(1);
    bytes[4] = 9;
    assert!(matches!(
        refused(&bytes),
        Error::UnsupportedVersion {
            offset: 4,
            major: 9,
            minor: 4
        }
    ));
}

#[test]
fn a_missing_file_and_a_folder() {
    let missing = Capture::open(std::path::Path::new("/nonexistent/file"));
    let text = missing.err().map(|error| error.to_string());
    assert!(text.is_some_and(|text| text.starts_with("cannot open: no such file")));
    let folder = Capture::open(std::path::Path::new("/"));
    assert!(matches!(folder.err(), Some(Error::Open { .. })));
}
