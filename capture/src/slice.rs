//! A capture made of frames of others: pcapng, with what is known of their sources as comments; or pcap.

use crate::netlink::{Held, Input};
use crate::{
    ByteOrder, InterfaceHeader, Packet, PcapNgWriter, PcapWriter, SectionHeader, Timestamp,
};
use netlink_dissector::envelope::Envelope;
use netlink_dissector::note::Note;
use netlink_dissector::wire::LINKTYPE_NETLINK;
use std::collections::HashMap;
use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, BufWriter};
use std::path::Path;

type Out = BufWriter<File>;

/// A file that frames are written to.
pub struct Slice {
    writer: Writer,
    /// Numbers of interfaces in the slice, by file, section and interface; and what was told of
    /// their sources.
    interfaces: HashMap<(Option<u32>, u32, u32), Known>,
    /// The packet under way.
    packet: Vec<u8>,
    /// Who sends or gets the frame under way, where that is known.
    sender: Option<Note>,
}

/// What stands in the slice of a source.
struct Known {
    number: u32,
    notes: Vec<String>,
}

enum Writer {
    PcapNg(PcapNgWriter<Out>),
    /// A pcap has one link type: that of its first packet.
    Pcap(Option<(u16, PcapWriter<Out>)>, Option<Out>),
}

impl Slice {
    /// A new file that others cannot read, because a capture may hold keys: a pcap where it is named so, else a
    /// pcapng that names the program that writes it.
    pub fn create(path: &Path, application: &str) -> io::Result<Slice> {
        let named = |e: &OsStr| e.eq_ignore_ascii_case("pcap");
        if path.extension().is_some_and(named) {
            let out = BufWriter::new(create(path)?);
            return Ok(Slice::new(Writer::Pcap(None, Some(out))));
        }
        Slice::pcapng(path, application)
    }

    /// The same, but a pcapng however it is named: for what only a pcapng can tell.
    pub fn pcapng(path: &Path, application: &str) -> io::Result<Slice> {
        let out = BufWriter::new(create(path)?);
        let header = SectionHeader {
            application: Some(application),
            ..SectionHeader::default()
        };
        let writer = PcapNgWriter::new(out, ByteOrder::Little, &header)?;
        Ok(Slice::new(Writer::PcapNg(writer)))
    }

    fn new(writer: Writer) -> Slice {
        Slice {
            writer,
            interfaces: HashMap::new(),
            packet: Vec::new(),
            sender: None,
        }
    }

    /// Begins a frame.
    pub fn begin(&mut self) {
        self.sender = None;
    }

    /// Looks at one of the frame's items for what the slice must tell of it.
    pub fn item(&mut self, envelope: &Envelope<'_>) {
        let told = envelope.process.is_some() || envelope.socket.is_some();
        if self.sender.is_none() && told {
            self.sender = Some(Note {
                port: envelope.port,
                process: envelope.process.cloned(),
                socket: envelope.socket.cloned(),
                ..Note::default()
            });
        }
    }

    /// Writes a frame; `change` may change its netlink bytes, and what is told of its source.
    pub fn frame(
        &mut self,
        input: &mut Input<'_>,
        held: &Held,
        data: &[u8],
        change: impl FnOnce(&mut [u8], &mut Vec<String>),
    ) -> io::Result<()> {
        self.packet.clear();
        self.packet.extend_from_slice(held.header());
        let from = self.packet.len();
        self.packet.extend_from_slice(data);
        let mut note = input.note(held).cloned();
        if let Some(sender) = self.sender.take() {
            let note = note.get_or_insert_default();
            note.port = note.port.or(sender.port);
            note.process = note.process.take().or(sender.process);
            note.socket = note.socket.take().or(sender.socket);
        }
        let mut notes = Vec::new();
        if matches!(self.writer, Writer::PcapNg(_)) {
            notes = input.source(held, data).state.notes();
        }
        change(self.packet.get_mut(from..).unwrap_or(&mut []), &mut notes);
        let packet = Packet {
            interface: 0,
            time: held.time.map(|t| Timestamp {
                seconds: t.seconds,
                nanos: t.nanos,
            }),
            data: &self.packet,
            original_len: (self.packet.len() as u32).saturating_add(held.missing),
            comments: &[],
        };
        let key = (input.file, held.source.0, held.source.1);
        let new = match &mut self.writer {
            Writer::PcapNg(writer) => {
                let known = self.interfaces.get_mut(&key);
                ng(writer, known, held, &packet, notes, note)?
            }
            Writer::Pcap(writer, out) => pcap(writer, out, held, &packet).map(|()| None)?,
        };
        if let Some(known) = new {
            self.interfaces.insert(key, known);
        }
        Ok(())
    }

    /// Writes what has gathered.
    pub fn flush(&mut self) -> io::Result<()> {
        match &mut self.writer {
            Writer::PcapNg(writer) => writer.flush(),
            Writer::Pcap(Some((_, writer)), _) => writer.flush(),
            Writer::Pcap(None, _) => Ok(()),
        }
    }

    /// Ends the file.
    pub fn finish(&mut self) -> io::Result<()> {
        if let Writer::Pcap(None, out) = &mut self.writer
            && let Some(out) = out.take()
        {
            // no packet: a header all the same
            return PcapWriter::new(out, ByteOrder::Little, LINKTYPE_NETLINK, 0)?.flush();
        }
        self.flush()
    }
}

/// Writes a packet to a pcapng, and what is known of its source where that is new. Gives the
/// interface where it was described for it.
fn ng(
    writer: &mut PcapNgWriter<Out>,
    known: Option<&mut Known>,
    held: &Held,
    packet: &Packet<'_>,
    notes: Vec<String>,
    note: Option<Note>,
) -> io::Result<Option<Known>> {
    let note = note.map(|note| note.comment());
    let Some(known) = known else {
        let comments: Vec<&str> = notes.iter().map(String::as_str).collect();
        let number = writer.interface(&InterfaceHeader {
            link_type: held.link_type,
            comments: &comments,
            ..InterfaceHeader::default()
        })?;
        writer.packet(&Packet {
            interface: number,
            comments: note.as_deref().as_slice(),
            ..*packet
        })?;
        return Ok(Some(Known { number, notes }));
    };
    let new = notes.iter().filter(|n| !known.notes.contains(n));
    let comments: Vec<&str> = new.chain(&note).map(String::as_str).collect();
    writer.packet(&Packet {
        interface: known.number,
        comments: &comments,
        ..*packet
    })?;
    known.notes = notes;
    Ok(None)
}

fn pcap(
    writer: &mut Option<(u16, PcapWriter<Out>)>,
    out: &mut Option<Out>,
    held: &Held,
    packet: &Packet<'_>,
) -> io::Result<()> {
    if let Some(out) = out.take() {
        let new = PcapWriter::new(out, ByteOrder::Little, held.link_type, 0)?;
        *writer = Some((held.link_type, new));
    }
    match writer {
        Some((link_type, writer)) if *link_type == held.link_type => writer.packet(packet),
        _ => Err(io::Error::other(
            "a pcap has one link type: write a pcapng, name it OUT.pcapng",
        )),
    }
}

/// A new file that others cannot read, because a capture may hold keys. `-` is standard output.
pub fn create(path: &Path) -> io::Result<File> {
    let mut options = File::options();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    {
        use std::os::fd::AsFd;
        use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
        if path.as_os_str() == "-" {
            return Ok(io::stdout().as_fd().try_clone_to_owned()?.into());
        }
        let file = options.mode(0o600).open(path)?;
        if file.metadata()?.is_file() {
            // it may have been there, and open to others
            file.set_permissions(std::fs::Permissions::from_mode(0o600))?;
        }
        Ok(file)
    }
    #[cfg(not(unix))]
    options.open(path)
}
