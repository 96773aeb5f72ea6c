//! Captures made by hand, and what reading them gives.

#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic
)]

use std::io::Read;

use netlink_capture::{
    ByteOrder, Capture, Damage, DamageKind, Event, Interface, Section, Statistics,
};

pub const LITTLE: ByteOrder = ByteOrder::Little;
pub const BIG: ByteOrder = ByteOrder::Big;
/// A time in 2026.
pub const NOW: u32 = 1_795_000_000;

pub fn u16s(order: ByteOrder, values: &[u16]) -> Vec<u8> {
    let put = |v: &u16| match order {
        ByteOrder::Little => v.to_le_bytes(),
        ByteOrder::Big => v.to_be_bytes(),
    };
    values.iter().flat_map(put).collect()
}

pub fn u32s(order: ByteOrder, values: &[u32]) -> Vec<u8> {
    let put = |v: &u32| match order {
        ByteOrder::Little => v.to_le_bytes(),
        ByteOrder::Big => v.to_be_bytes(),
    };
    values.iter().flat_map(put).collect()
}

pub fn u64s(order: ByteOrder, values: &[u64]) -> Vec<u8> {
    let put = |v: &u64| match order {
        ByteOrder::Little => v.to_le_bytes(),
        ByteOrder::Big => v.to_be_bytes(),
    };
    values.iter().flat_map(put).collect()
}

pub fn pcap_header(order: ByteOrder, magic: u32, snap_len: u32, link_type: u32) -> Vec<u8> {
    let mut bytes = u32s(order, &[magic]);
    bytes.extend(u16s(order, &[2, 4]));
    bytes.extend(u32s(order, &[0, 0, snap_len, link_type]));
    bytes
}

pub fn record(order: ByteOrder, seconds: u32, fraction: u32, data: &[u8]) -> Vec<u8> {
    let len = data.len() as u32;
    let mut bytes = u32s(order, &[seconds, fraction, len, len]);
    bytes.extend(data);
    bytes
}

/// The data of packet `n`: no two are alike, and lengths differ.
pub fn data(n: u32) -> Vec<u8> {
    (0..20 + n * 7 % 60).map(|i| (n * 31 + i) as u8).collect()
}

pub fn pcap(packets: u32) -> Vec<u8> {
    let mut bytes = pcap_header(LITTLE, 0xa1b2_c3d4, 65_535, 253);
    for n in 1..=packets {
        bytes.extend(record(LITTLE, NOW + n, n, &data(n)));
    }
    bytes
}

pub fn option(order: ByteOrder, code: u16, value: &[u8]) -> Vec<u8> {
    let mut bytes = u16s(order, &[code, value.len() as u16]);
    bytes.extend(value);
    bytes.resize(bytes.len().next_multiple_of(4), 0);
    bytes
}

pub fn block(order: ByteOrder, kind: u32, body: &[u8]) -> Vec<u8> {
    let len = (body.len().next_multiple_of(4) + 12) as u32;
    let mut bytes = u32s(order, &[kind, len]);
    bytes.extend(body);
    bytes.resize(len as usize - 4, 0);
    bytes.extend(u32s(order, &[len]));
    bytes
}

pub fn shb(order: ByteOrder, section_len: u64, options: &[u8]) -> Vec<u8> {
    let mut body = u32s(order, &[0x1a2b_3c4d]);
    body.extend(u16s(order, &[1, 0]));
    body.extend(u64s(order, &[section_len]));
    body.extend(options);
    block(order, 0x0a0d_0d0a, &body)
}

pub fn idb(order: ByteOrder, link_type: u16, snap_len: u32, options: &[u8]) -> Vec<u8> {
    let mut body = u16s(order, &[link_type, 0]);
    body.extend(u32s(order, &[snap_len]));
    body.extend(options);
    block(order, 1, &body)
}

pub fn epb(order: ByteOrder, interface: u32, ticks: u64, data: &[u8], options: &[u8]) -> Vec<u8> {
    let len = data.len() as u32;
    let fields = [interface, (ticks >> 32) as u32, ticks as u32, len, len];
    let mut body = u32s(order, &fields);
    body.extend(data);
    body.resize(body.len().next_multiple_of(4), 0);
    body.extend(options);
    block(order, 6, &body)
}

pub fn pcapng(packets: u32) -> Vec<u8> {
    let mut bytes = shb(LITTLE, u64::MAX, &[]);
    bytes.extend(idb(LITTLE, 253, 0, &[]));
    for n in 1..=packets {
        let ticks = (u64::from(NOW) + u64::from(n)) * 1_000_000;
        bytes.extend(epb(LITTLE, 0, ticks, &data(n), &[]));
    }
    bytes
}

/// A frame, without the borrow.
#[derive(Debug, Clone, PartialEq)]
pub struct Owned {
    pub number: u64,
    pub offset: u64,
    pub data_offset: u64,
    pub time: Option<(i64, u32)>,
    pub interface: u32,
    pub section: u32,
    pub link_type: u16,
    pub data: Vec<u8>,
    pub original_len: u32,
    pub comments: Vec<String>,
}

/// All that a capture gives.
#[derive(Debug, Default, PartialEq)]
pub struct All {
    pub frames: Vec<Owned>,
    pub sections: Vec<Section>,
    pub interfaces: Vec<Interface>,
    pub statistics: Vec<Statistics>,
    pub damages: Vec<Damage>,
}

impl All {
    pub fn kinds(&self) -> Vec<DamageKind> {
        self.damages.iter().map(|damage| damage.what).collect()
    }

    pub fn datas(&self) -> Vec<Vec<u8>> {
        self.frames.iter().map(|frame| frame.data.clone()).collect()
    }
}

pub fn drain(capture: &mut Capture) -> All {
    let mut all = All::default();
    while let Some(event) = capture.next() {
        match event {
            Event::Frame(frame) => all.frames.push(Owned {
                number: frame.number,
                offset: frame.offset,
                data_offset: frame.data_offset,
                time: frame.time.map(|time| (time.seconds, time.nanos)),
                interface: frame.interface,
                section: frame.section,
                link_type: frame.link_type,
                data: frame.data.to_vec(),
                original_len: frame.original_len,
                comments: frame.comments().map(|text| text.into_owned()).collect(),
            }),
            Event::Section(section) => all.sections.push(section),
            Event::Interface(interface) => all.interfaces.push(interface),
            Event::Statistics(statistics) => all.statistics.push(statistics),
            Event::Damage(damage) => all.damages.push(damage),
            other => panic!("{other:?}"),
        }
    }
    assert!(capture.next().is_none(), "an end is for ever");
    all
}

/// Gives its bytes a few at a time.
pub struct Dribble(pub Vec<u8>, pub usize, pub usize);

impl Read for Dribble {
    fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
        let len = self.2.min(out.len()).min(self.0.len() - self.1);
        out[..len].copy_from_slice(&self.0[self.1..self.1 + len]);
        self.1 += len;
        Ok(len)
    }
}

/// Reads bytes from memory, as a stream, and as a stream that dribbles; all must give the same.
pub fn read(bytes: &[u8]) -> All {
    let mut capture = Capture::from_bytes("test".to_owned(), bytes.to_vec()).unwrap();
    let all = drain(&mut capture);
    for step in [7, 100_000] {
        let reader = Box::new(Dribble(bytes.to_vec(), 0, step));
        let mut stream = Capture::from_reader("test".to_owned(), reader).unwrap();
        assert_eq!(drain(&mut stream), all, "a stream by {step} bytes");
    }
    if capture.rereadable() {
        capture.rewind().unwrap();
        assert_eq!(drain(&mut capture), all, "read again");
    }
    all
}
