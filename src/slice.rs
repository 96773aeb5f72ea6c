//! `-w`: the frames that hold a match, as a capture of their own.

use crate::args::{Redact, Select};
use crate::redact::Redactor;
use netlink_capture::netlink::{Held, Input, Item};
use netlink_capture::{
    ByteOrder, InterfaceHeader, Packet, PcapNgWriter, PcapWriter, SectionHeader, Timestamp,
};
use netlink_dissector::context::Context;
use netlink_dissector::envelope::Envelope;
use netlink_dissector::note::Note;
use std::collections::HashMap;
use std::fs::File;
use std::io::{self, BufWriter};
use std::path::{Path, PathBuf};

type Out = BufWriter<File>;

/// A file that frames are written to.
pub struct Slice {
    path: PathBuf,
    writer: Writer,
    redactor: Option<Redactor>,
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
    /// The file that was asked for; what it cannot be, where it cannot.
    pub fn new(select: &Select, files: &[PathBuf]) -> Result<Option<Slice>, String> {
        let Some(path) = &select.write else {
            return Ok(None);
        };
        let same = |file: &PathBuf| match (file.canonicalize(), path.canonicalize()) {
            (Ok(a), Ok(b)) => a == b,
            _ => false,
        };
        if files.iter().any(same) {
            return Err(format!(
                "-w {}: it is read too: write another file",
                path.display()
            ));
        }
        let fail = |e: io::Error| format!("-w {}: {e}", path.display());
        let out = BufWriter::new(create(path).map_err(fail)?);
        let pcap = path
            .extension()
            .is_some_and(|e| e.eq_ignore_ascii_case("pcap"));
        let writer = if pcap {
            Writer::Pcap(None, Some(out))
        } else {
            let header = SectionHeader {
                application: Some(concat!("nldissect ", env!("CARGO_PKG_VERSION"))),
                ..SectionHeader::default()
            };
            let writer = PcapNgWriter::new(out, ByteOrder::Little, &header);
            Writer::PcapNg(writer.map_err(fail)?)
        };
        Ok(Some(Slice {
            path: path.clone(),
            writer,
            redactor: select.redact.map(|r| Redactor::new(r == Redact::All)),
            interfaces: HashMap::new(),
            packet: Vec::new(),
            sender: None,
        }))
    }

    /// Begins a frame.
    pub fn begin(&mut self) {
        self.sender = None;
        if let Some(redactor) = &mut self.redactor {
            redactor.begin();
        }
    }

    /// Looks for what is to be hidden in one of the frame's items, and for what the slice must
    /// tell of it.
    pub fn item(&mut self, item: Item<'_, '_>, envelope: &Envelope<'_>, ctx: &Context<'_>) {
        let told = envelope.process.is_some() || envelope.socket.is_some();
        if self.sender.is_none() && told {
            self.sender = Some(Note {
                port: envelope.port,
                process: envelope.process.cloned(),
                socket: envelope.socket.cloned(),
                ..Note::default()
            });
        }
        if let Some(redactor) = &mut self.redactor {
            item.walk(ctx, redactor);
        }
    }

    /// Writes the frame.
    pub fn frame(&mut self, input: &mut Input<'_>, held: &Held, data: &[u8]) -> io::Result<()> {
        self.packet.clear();
        self.packet.extend_from_slice(held.header());
        let from = self.packet.len();
        self.packet.extend_from_slice(data);
        let mut notes = Vec::new();
        let mut note = input.note(held).cloned();
        if let Some(sender) = self.sender.take() {
            let note = note.get_or_insert_default();
            note.port = note.port.or(sender.port);
            note.process = note.process.take().or(sender.process);
            note.socket = note.socket.take().or(sender.socket);
        }
        if matches!(self.writer, Writer::PcapNg(_)) {
            notes = input.source(held, data).state.notes();
        }
        if let Some(redactor) = &mut self.redactor {
            redactor.redact(self.packet.get_mut(from..).unwrap_or(&mut []));
            redactor.notes(&mut notes);
        }
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
        let result = match &mut self.writer {
            Writer::PcapNg(writer) => {
                let key = (input.file, held.source.0, held.source.1);
                let known = self.interfaces.get_mut(&key);
                ng(writer, known, held, &packet, notes, note)
            }
            Writer::Pcap(writer, out) => pcap(writer, out, held, &packet).map(|()| None),
        };
        match result {
            Ok(None) => Ok(()),
            Ok(Some(known)) => {
                let key = (input.file, held.source.0, held.source.1);
                self.interfaces.insert(key, known);
                Ok(())
            }
            Err(e) => Err(self.failed(&e)),
        }
    }

    /// Writes what has gathered.
    pub fn flush(&mut self) -> io::Result<()> {
        let result = match &mut self.writer {
            Writer::PcapNg(writer) => writer.flush(),
            Writer::Pcap(Some((_, writer)), _) => writer.flush(),
            Writer::Pcap(None, _) => Ok(()),
        };
        result.map_err(|e| self.failed(&e))
    }

    /// Ends the file.
    pub fn finish(&mut self) -> io::Result<()> {
        if let Writer::Pcap(None, out) = &mut self.writer
            && let Some(out) = out.take()
        {
            // no packet: a header all the same
            let header = PcapWriter::new(out, ByteOrder::Little, LINKTYPE_NETLINK, 0);
            return header
                .and_then(|mut writer| writer.flush())
                .map_err(|e| self.failed(&e));
        }
        self.flush()
    }

    fn failed(&self, error: &io::Error) -> io::Error {
        // a broken pipe of the slice is no reader that has seen enough
        io::Error::other(format!("-w {}: {error}", self.path.display()))
    }
}

const LINKTYPE_NETLINK: u16 = 253;

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

/// A new file that others cannot read: a capture may hold keys. `-` is standard output.
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
