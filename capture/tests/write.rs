//! What is written is read back.

#![allow(clippy::panic, clippy::unwrap_used, clippy::indexing_slicing)]

mod common;

use common::*;
use netlink_capture::{
    InterfaceHeader, Packet, PcapNgWriter, PcapWriter, Resolution, SectionHeader, Statistics,
    Timestamp,
};

const TIME: Timestamp = Timestamp {
    seconds: NOW as i64,
    nanos: 123_456_789,
};

#[test]
fn pcapng_in_both_byte_orders() {
    for order in [LITTLE, BIG] {
        let header = SectionHeader {
            hardware: Some("amd64"),
            os: Some("Linux"),
            application: Some("a program"),
            comments: &["one", "two"],
        };
        let mut writer = PcapNgWriter::new(Vec::new(), order, &header).unwrap();
        let interface = InterfaceHeader {
            link_type: 253,
            snap_len: 96,
            name: Some("nlmon0"),
            description: None,
            comments: &["three"],
        };
        assert_eq!(writer.interface(&interface).unwrap(), 0);
        assert_eq!(writer.interface(&InterfaceHeader::default()).unwrap(), 1);
        let long = "ä".repeat(40_000);
        let packet = Packet {
            interface: 1,
            time: Some(TIME),
            data: b"abcde",
            original_len: 500,
            comments: &["four", &long],
        };
        writer.packet(&packet).unwrap();
        writer.packet(&Packet::default()).unwrap();
        let statistics = Statistics {
            interface: 0,
            section: 0,
            time: TIME,
            received: Some(5),
            interface_dropped: None,
            accepted: None,
            os_dropped: Some(1),
            delivered: None,
        };
        writer.statistics(&statistics).unwrap();
        assert!(
            writer
                .packet(&Packet {
                    interface: 2,
                    ..packet
                })
                .is_err()
        );
        writer.flush().unwrap();

        let all = read(&writer.into_inner());
        assert_eq!(all.damages, []);
        let section = &all.sections[0];
        assert_eq!(section.byte_order, order);
        assert_eq!(section.application.as_deref(), Some("a program"));
        assert_eq!(section.comments, ["one", "two"]);
        assert_eq!(all.interfaces[0].name.as_deref(), Some("nlmon0"));
        assert_eq!(all.interfaces[0].snap_len, 96);
        assert_eq!(all.interfaces[0].comments, ["three"]);
        assert_eq!(all.interfaces[1].resolution, Resolution::NANOSECONDS);
        let frame = &all.frames[0];
        assert_eq!(frame.time, Some((TIME.seconds, TIME.nanos)));
        assert_eq!(
            (frame.data.as_slice(), frame.original_len),
            (&b"abcde"[..], 500)
        );
        assert_eq!(frame.comments, ["four", &"ä".repeat(32_767)]);
        assert_eq!(all.frames.len(), 2);
        assert_eq!(all.statistics, [statistics]);
    }
}

#[test]
fn pcap_in_both_byte_orders() {
    for order in [LITTLE, BIG] {
        let mut writer = PcapWriter::new(Vec::new(), order, 253, 0).unwrap();
        for n in 1..=3 {
            let packet = Packet {
                time: Some(TIME),
                data: &data(n),
                original_len: 500,
                ..Packet::default()
            };
            writer.packet(&packet).unwrap();
        }
        writer.flush().unwrap();
        let all = read(&writer.into_inner());
        assert_eq!(all.sections[0].byte_order, order);
        assert_eq!(all.frames[2].time, Some((TIME.seconds, TIME.nanos)));
        assert_eq!(all.datas(), (1..=3).map(data).collect::<Vec<_>>());
        assert_eq!(all.damages, []);
    }
}

#[test]
fn times_out_of_range_become_the_nearest() {
    for (seconds, ng, plain) in [(-5, 0, 0), (i64::MAX, 18_446_744_073, i64::from(u32::MAX))] {
        let packet = Packet {
            time: Some(Timestamp { seconds, nanos: 0 }),
            data: b"abcd",
            original_len: 4,
            ..Packet::default()
        };
        let header = SectionHeader::default();
        let mut writer = PcapNgWriter::new(Vec::new(), LITTLE, &header).unwrap();
        writer.interface(&InterfaceHeader::default()).unwrap();
        writer.packet(&packet).unwrap();
        let read_ng = read(&writer.into_inner());
        assert_eq!(read_ng.frames[0].time.map(|time| time.0), Some(ng));
        let mut writer = PcapWriter::new(Vec::new(), LITTLE, 253, 0).unwrap();
        writer.packet(&packet).unwrap();
        let read_plain = read(&writer.into_inner());
        assert_eq!(read_plain.frames[0].time.map(|time| time.0), Some(plain));
    }
}
