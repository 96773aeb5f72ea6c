//! Writers of pcapng and pcap. Nothing is buffered here: give them a `BufWriter`.

use std::io::{self, Write};

use crate::options::COMMENT;
use crate::{ByteOrder, Resolution, Statistics, Timestamp};

/// What a section header says.
#[derive(Clone, Copy, Debug, Default)]
pub struct SectionHeader<'a> {
    /// The hardware (`shb_hardware`).
    pub hardware: Option<&'a str>,
    /// The operating system (`shb_os`).
    pub os: Option<&'a str>,
    /// The program that writes (`shb_userappl`).
    pub application: Option<&'a str>,
    /// Comments.
    pub comments: &'a [&'a str],
}

/// What an interface description says. Times are always written in nanoseconds.
#[derive(Clone, Copy, Debug, Default)]
pub struct InterfaceHeader<'a> {
    /// Its `LINKTYPE_`.
    pub link_type: u16,
    /// The most bytes kept of a packet; 0 means no limit.
    pub snap_len: u32,
    /// Its name (`if_name`).
    pub name: Option<&'a str>,
    /// What it is, in words (`if_description`).
    pub description: Option<&'a str>,
    /// Comments.
    pub comments: &'a [&'a str],
}

/// A packet to write.
#[derive(Clone, Copy, Debug, Default)]
pub struct Packet<'a> {
    /// The number that [`PcapNgWriter::interface`] gave; pcap has only one interface.
    pub interface: u32,
    /// When it was captured; without one, 0 is written. Times before 1970, and after 2554 in pcapng or 2106 in pcap,
    /// become the nearest that can be written.
    pub time: Option<Timestamp>,
    /// Its bytes, link-layer header first.
    pub data: &'a [u8],
    /// How many bytes it had before it was cut.
    pub original_len: u32,
    /// Comments; pcap has no place for them.
    pub comments: &'a [&'a str],
}

/// Writes one section of pcapng (pcapng draft, section 3).
///
/// Texts longer than 65,535 bytes are cut, as the format wants it.
#[derive(Debug)]
pub struct PcapNgWriter<W> {
    out: W,
    order: ByteOrder,
    interfaces: u32,
    block: Vec<u8>,
    has_options: bool,
}

impl<W: Write> PcapNgWriter<W> {
    /// Writes the section header, in the given byte order.
    pub fn new(out: W, order: ByteOrder, header: &SectionHeader<'_>) -> io::Result<Self> {
        let mut writer = PcapNgWriter {
            out,
            order,
            interfaces: 0,
            block: Vec::new(),
            has_options: false,
        };
        writer.begin(0x0a0d_0d0a);
        writer.put_u32(0x1a2b_3c4d);
        writer.put_u16(1);
        writer.put_u16(0);
        // The length of the section is not known ahead.
        writer.put_u64(u64::MAX);
        writer.put_comments(header.comments);
        writer.put_text(2, header.hardware);
        writer.put_text(3, header.os);
        writer.put_text(4, header.application);
        writer.end()?;
        Ok(writer)
    }

    /// Describes an interface, and returns its number for the packets.
    pub fn interface(&mut self, interface: &InterfaceHeader<'_>) -> io::Result<u32> {
        self.begin(1);
        self.put_u16(interface.link_type);
        self.put_u16(0);
        self.put_u32(interface.snap_len);
        self.put_comments(interface.comments);
        self.put_text(2, interface.name);
        self.put_text(3, interface.description);
        self.put_option(9, &[Resolution::NANOSECONDS.0]);
        self.end()?;
        self.interfaces += 1;
        Ok(self.interfaces - 1)
    }

    /// Writes a packet, as an Enhanced Packet Block.
    pub fn packet(&mut self, packet: &Packet<'_>) -> io::Result<()> {
        let captured = length(packet.data)?;
        self.check(packet.interface)?;
        self.begin(6);
        self.put_u32(packet.interface);
        self.put_time(packet.time.unwrap_or_default());
        self.put_u32(captured);
        self.put_u32(packet.original_len);
        self.put_padded(packet.data);
        self.put_comments(packet.comments);
        self.end()
    }

    /// Writes an interface's counts; the section in them does not matter.
    pub fn statistics(&mut self, statistics: &Statistics) -> io::Result<()> {
        self.check(statistics.interface)?;
        self.begin(5);
        self.put_u32(statistics.interface);
        self.put_time(statistics.time);
        let counts = [
            (4, statistics.received),
            (5, statistics.interface_dropped),
            (6, statistics.accepted),
            (7, statistics.os_dropped),
            (8, statistics.delivered),
        ];
        for (code, count) in counts {
            if let Some(count) = count {
                self.put_option(code, &self.order.put_u64(count));
            }
        }
        self.end()
    }

    /// Makes the output write what it has buffered.
    pub fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }

    /// The output.
    pub fn get_ref(&self) -> &W {
        &self.out
    }

    /// The output.
    pub fn into_inner(self) -> W {
        self.out
    }

    fn check(&self, interface: u32) -> io::Result<()> {
        if interface < self.interfaces {
            Ok(())
        } else {
            Err(invalid("no such interface was described"))
        }
    }

    fn begin(&mut self, kind: u32) {
        self.block.clear();
        self.has_options = false;
        self.put_u32(kind);
        self.put_u32(0);
    }

    fn end(&mut self) -> io::Result<()> {
        if self.has_options {
            // opt_endofopt
            self.put_u32(0);
        }
        let len = u32::try_from(self.block.len() + 4)
            .map_err(|_| invalid("longer than a block can be"))?;
        let len = self.order.put_u32(len);
        if let Some(place) = self.block.get_mut(4..8) {
            place.copy_from_slice(&len);
        }
        self.block.extend_from_slice(&len);
        self.out.write_all(&self.block)
    }

    fn put_u16(&mut self, value: u16) {
        self.block.extend_from_slice(&self.order.put_u16(value));
    }

    fn put_u32(&mut self, value: u32) {
        self.block.extend_from_slice(&self.order.put_u32(value));
    }

    fn put_u64(&mut self, value: u64) {
        self.block.extend_from_slice(&self.order.put_u64(value));
    }

    /// The upper half of a time stands first in either byte order.
    fn put_time(&mut self, time: Timestamp) {
        let seconds = u64::try_from(time.seconds).unwrap_or(0);
        let ticks = seconds
            .saturating_mul(1_000_000_000)
            .saturating_add(u64::from(time.nanos));
        self.put_u32((ticks >> 32) as u32);
        self.put_u32(ticks as u32);
    }

    fn put_padded(&mut self, bytes: &[u8]) {
        self.block.extend_from_slice(bytes);
        let len = self.block.len().next_multiple_of(4);
        self.block.resize(len, 0);
    }

    fn put_option(&mut self, code: u16, value: &[u8]) {
        self.has_options = true;
        self.put_u16(code);
        self.put_u16(value.len() as u16);
        self.put_padded(value);
    }

    fn put_text(&mut self, code: u16, text: Option<&str>) {
        if let Some(text) = text {
            let end = text.floor_char_boundary(usize::from(u16::MAX));
            self.put_option(code, text.get(..end).unwrap_or_default().as_bytes());
        }
    }

    fn put_comments(&mut self, comments: &[&str]) {
        for comment in comments {
            self.put_text(COMMENT, Some(comment));
        }
    }
}

/// Writes pcap with times in nanoseconds.
#[derive(Debug)]
pub struct PcapWriter<W> {
    out: W,
    order: ByteOrder,
}

impl<W: Write> PcapWriter<W> {
    /// Writes the file's header, in the given byte order. A snap length of 0 means no limit.
    pub fn new(mut out: W, order: ByteOrder, link_type: u16, snap_len: u32) -> io::Result<Self> {
        let mut header = [0; 24];
        let mut fields = header.chunks_exact_mut(4);
        let version = match order {
            ByteOrder::Little => 4 << 16 | 2,
            ByteOrder::Big => 2 << 16 | 4,
        };
        // Some readers take a snap length of 0 at its word.
        let snap_len = if snap_len == 0 { 262_144 } else { snap_len };
        for value in [0xa1b2_3c4d, version, 0, 0, snap_len, u32::from(link_type)] {
            if let Some(field) = fields.next() {
                field.copy_from_slice(&order.put_u32(value));
            }
        }
        out.write_all(&header)?;
        Ok(PcapWriter { out, order })
    }

    /// Writes a packet.
    pub fn packet(&mut self, packet: &Packet<'_>) -> io::Result<()> {
        let captured = length(packet.data)?;
        let time = packet.time.unwrap_or_default();
        let seconds = u32::try_from(time.seconds.max(0)).unwrap_or(u32::MAX);
        for value in [seconds, time.nanos, captured, packet.original_len] {
            self.out.write_all(&self.order.put_u32(value))?;
        }
        self.out.write_all(packet.data)
    }

    /// Makes the output write what it has buffered.
    pub fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }

    /// The output.
    pub fn into_inner(self) -> W {
        self.out
    }
}

fn length(data: &[u8]) -> io::Result<u32> {
    u32::try_from(data.len()).map_err(|_| invalid("longer than a packet can be"))
}

fn invalid(text: &'static str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidInput, text)
}
