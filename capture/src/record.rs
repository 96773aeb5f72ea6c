//! A recording: what a live tap hears, as a pcapng of one section and one interface.

use std::io::{self, Write};

use netlink_dissector::note::Note;
use netlink_dissector::wire::{ARPHRD_NETLINK, LINKTYPE_NETLINK};

use crate::{
    ByteOrder, InterfaceHeader, Packet, PcapNgWriter, SectionHeader, Statistics, Timestamp,
};

/// Direction in a cooked header: nlmon writes this one for all.
const PACKET_OUTGOING: u16 = 4;
/// Bytes of a cooked header.
const COOKED: usize = 16;

/// Writes what a tap hears.
#[derive(Debug)]
pub struct Recorder<W> {
    writer: PcapNgWriter<W>,
    packet: Vec<u8>,
}

impl<W: Write> Recorder<W> {
    /// Begins a recording on this machine. The comments tell what is known ahead, such as
    /// `nldissect: family 34 nl80211`; the name is that of the tap: `nlmon0`, `trace`, `monitor`.
    pub fn new(out: W, name: &str, comments: &[&str]) -> io::Result<Recorder<W>> {
        let machine = Machine::this();
        let header = SectionHeader {
            hardware: Some(&machine.hardware),
            os: Some(&machine.os),
            comments,
            ..SectionHeader::default()
        };
        Recorder::begin(out, name, header)
    }

    /// Begins a recording of what another program heard, on a machine that is not known.
    pub(crate) fn foreign(out: W, name: &str) -> io::Result<Recorder<W>> {
        Recorder::begin(out, name, SectionHeader::default())
    }

    fn begin(out: W, name: &str, header: SectionHeader<'_>) -> io::Result<Recorder<W>> {
        let header = SectionHeader {
            application: Some(concat!("nldissect ", env!("CARGO_PKG_VERSION"))),
            ..header
        };
        let mut writer = PcapNgWriter::new(out, ByteOrder::NATIVE, &header)?;
        writer.interface(&InterfaceHeader {
            link_type: LINKTYPE_NETLINK,
            name: Some(name),
            ..InterfaceHeader::default()
        })?;
        Ok(Recorder {
            writer,
            packet: Vec::new(),
        })
    }

    /// Writes a datagram of a protocol (NETLINK_*), with what the tap knows of it. `len` is how long
    /// it was before it was cut.
    pub fn datagram(
        &mut self,
        protocol: u16,
        time: Timestamp,
        data: &[u8],
        len: usize,
        note: Option<&Note>,
    ) -> io::Result<()> {
        self.packet.clear();
        self.packet
            .extend_from_slice(&PACKET_OUTGOING.to_be_bytes());
        self.packet.extend_from_slice(&ARPHRD_NETLINK.to_be_bytes());
        self.packet.resize(COOKED - 2, 0);
        self.packet.extend_from_slice(&protocol.to_be_bytes());
        self.packet.extend_from_slice(data);
        let comment = note.map(Note::comment);
        let original_len = u32::try_from(COOKED + len.max(data.len())).unwrap_or(u32::MAX);
        self.writer.packet(&Packet {
            interface: 0,
            time: Some(time),
            data: &self.packet,
            original_len,
            comments: comment.as_deref().as_slice(),
        })
    }

    /// Writes a packet whose cooked header stands in front, as an nlmon device gives it.
    pub fn packet(
        &mut self,
        time: Timestamp,
        data: &[u8],
        original_len: u32,
        comments: &[&str],
    ) -> io::Result<()> {
        self.writer.packet(&Packet {
            interface: 0,
            time: Some(time),
            data,
            original_len,
            comments,
        })
    }

    /// Writes how many packets were received and dropped since the start.
    pub fn statistics(&mut self, time: Timestamp, received: u64, dropped: u64) -> io::Result<()> {
        self.writer.statistics(&Statistics {
            interface: 0,
            section: 0,
            time,
            received: Some(received),
            interface_dropped: None,
            accepted: None,
            os_dropped: Some(dropped),
            delivered: None,
        })
    }

    /// Makes the output write what it has buffered.
    pub fn flush(&mut self) -> io::Result<()> {
        self.writer.flush()
    }

    /// The output, to look at.
    pub fn get_ref(&self) -> &W {
        self.writer.get_ref()
    }

    /// The output.
    pub fn into_inner(self) -> W {
        self.writer.into_inner()
    }
}

/// This machine, in the words of `uname`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Machine {
    /// `x86_64`.
    pub hardware: String,
    /// `Linux 6.1.0-35-amd64`.
    pub os: String,
}

impl Machine {
    /// Asks the system.
    #[cfg(unix)]
    pub fn this() -> Machine {
        let uname = rustix::system::uname();
        let text = |part: &std::ffi::CStr| part.to_string_lossy().into_owned();
        Machine {
            hardware: text(uname.machine()),
            os: format!("{} {}", text(uname.sysname()), text(uname.release())),
        }
    }

    /// What the program was built for.
    #[cfg(not(unix))]
    pub fn this() -> Machine {
        Machine {
            hardware: std::env::consts::ARCH.to_owned(),
            os: std::env::consts::OS.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Capture, Event};

    #[test]
    fn a_recording_is_read_back() {
        let time = Timestamp {
            seconds: 7,
            nanos: 8,
        };
        let family = "nldissect: family 34 nl80211";
        let mut recorder = Recorder::new(Vec::new(), "trace", &[family]).unwrap();
        let note = Note {
            port: Some(5),
            ..Note::default()
        };
        recorder
            .datagram(16, time, &[1, 2, 3], 30, Some(&note))
            .unwrap();
        recorder.statistics(time, 1, 2).unwrap();
        let bytes = recorder.into_inner();
        let mut capture = Capture::from_bytes("x".to_owned(), bytes).unwrap();
        let mut seen = Vec::new();
        while let Some(event) = capture.next() {
            match event {
                Event::Section(section) => {
                    assert_eq!(section.comments, [family]);
                    assert_eq!(section.hardware, Some(Machine::this().hardware));
                    seen.push("section");
                }
                Event::Interface(interface) => {
                    assert_eq!(interface.name.as_deref(), Some("trace"));
                    assert_eq!(interface.link_type, LINKTYPE_NETLINK);
                    seen.push("interface");
                }
                Event::Frame(frame) => {
                    assert_eq!(frame.time, Some(time));
                    assert_eq!(frame.original_len, 46);
                    let (cooked, data) =
                        netlink_dissector::wire::cooked(frame.link_type, frame.data).unwrap();
                    assert_eq!((cooked.protocol, data), (16, &[1, 2, 3][..]));
                    let comments: Vec<_> = frame.comments().collect();
                    assert_eq!(Note::parse(&comments[0]), Some(note.clone()));
                    seen.push("frame");
                }
                Event::Statistics(counts) => {
                    assert_eq!((counts.received, counts.os_dropped), (Some(1), Some(2)));
                    seen.push("statistics");
                }
                Event::Damage(damage) => panic!("{damage}"),
            }
        }
        assert_eq!(seen, ["section", "interface", "frame", "statistics"]);
    }
}
