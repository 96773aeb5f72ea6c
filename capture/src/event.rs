//! What a capture consists of, in the order in which it stands there.

use crate::source::Source;
use crate::{ByteOrder, Comments, Damage, Options, Resolution, Timestamp};

/// The next thing in a capture.
#[derive(Debug)]
#[non_exhaustive]
pub enum Event<'a> {
    /// A section begins. A pcap file is one section.
    Section(Section),
    /// An interface is described. A pcap file has one.
    Interface(Interface),
    /// A packet.
    Frame(Frame<'a>),
    /// How much an interface received and dropped.
    Statistics(Statistics),
    /// Something could not be read. Events go on behind it.
    Damage(Damage),
}

/// One captured packet.
#[derive(Clone, Copy, Debug)]
pub struct Frame<'a> {
    /// Its number: all packets of the file are counted, from 1, whatever their link type.
    pub number: u64,
    /// Where its record or block starts, in bytes from the start of the (unpacked) file.
    pub offset: u64,
    /// Where its bytes start, likewise.
    pub data_offset: u64,
    /// When it was captured; a pcapng Simple Packet Block does not say.
    pub time: Option<Timestamp>,
    /// Its interface, counted through the whole file from 0.
    pub interface: u32,
    /// Its section, from 0.
    pub section: u32,
    /// The `LINKTYPE_` of its interface: 253 for netlink, 113 and 276 for "any" devices.
    pub link_type: u16,
    /// The captured bytes, link-layer header first.
    pub data: &'a [u8],
    /// How many bytes the packet had before it was cut to the snap length.
    pub original_len: u32,
    /// The options of its block; none in pcap.
    pub options: Options<'a>,
}

impl<'a> Frame<'a> {
    /// The comments that stand with it (`opt_comment`).
    pub fn comments(&self) -> Comments<'a> {
        self.options.comments()
    }
}

/// The start of a section: pcapng's Section Header Block (pcapng draft, section 4.1).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Its number, from 0.
    pub number: u32,
    /// Where it starts, in bytes.
    pub offset: u64,
    /// The byte order of its headers.
    pub byte_order: ByteOrder,
    /// The hardware that made it (`shb_hardware`).
    pub hardware: Option<String>,
    /// The operating system (`shb_os`).
    pub os: Option<String>,
    /// The program (`shb_userappl`).
    pub application: Option<String>,
    /// Its comments; of more than 1024, the first.
    pub comments: Vec<String>,
}

/// An interface: pcapng's Interface Description Block (pcapng draft, section 4.2), or a pcap file's header.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Interface {
    /// Its number, counted through the whole file from 0.
    pub index: u32,
    /// Its section, from 0.
    pub section: u32,
    /// Its `LINKTYPE_`.
    pub link_type: u16,
    /// Its name (`if_name`), such as `nlmon0`; what is no UTF-8 is replaced by U+FFFD.
    pub name: Option<String>,
    /// What it is, in words (`if_description`).
    pub description: Option<String>,
    /// The operating system (`if_os`).
    pub os: Option<String>,
    /// The most bytes that were to be kept of a packet; 0 means no limit. Files do not always keep to it.
    pub snap_len: u32,
    /// The unit of its times (`if_tsresol`).
    pub resolution: Resolution,
    /// Seconds to add to its times (`if_tsoffset`); frames have it added.
    pub time_offset: i64,
    /// Its comments; of more than 1024, the first.
    pub comments: Vec<String>,
}

/// Counts of an interface: pcapng's Interface Statistics Block (pcapng draft, section 4.6). All are since the start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Statistics {
    /// The interface, counted through the whole file from 0.
    pub interface: u32,
    /// Its section, from 0.
    pub section: u32,
    /// When this was counted.
    pub time: Timestamp,
    /// Packets received (`isb_ifrecv`).
    pub received: Option<u64>,
    /// Packets that the interface dropped (`isb_ifdrop`).
    pub interface_dropped: Option<u64>,
    /// Packets that passed the capture filter (`isb_filteraccept`).
    pub accepted: Option<u64>,
    /// Packets that the operating system dropped (`isb_osdrop`).
    pub os_dropped: Option<u64>,
    /// Packets given to the user (`isb_usrdeliv`).
    pub delivered: Option<u64>,
}

/// A step of a reader: an event whose bytes are still places in the source.
pub(crate) enum Step {
    Section(Section),
    Interface(Interface),
    Frame(Place),
    Statistics(Statistics),
    Damage(Damage),
    End,
}

impl Step {
    pub(crate) fn event(self, source: &Source) -> Option<Event<'_>> {
        Some(match self {
            Step::Section(section) => Event::Section(section),
            Step::Interface(interface) => Event::Interface(interface),
            Step::Frame(place) => Event::Frame(place.frame(source)),
            Step::Statistics(statistics) => Event::Statistics(statistics),
            Step::Damage(damage) => Event::Damage(damage),
            Step::End => return None,
        })
    }
}

/// A frame, by its places in the source.
pub(crate) struct Place {
    pub number: u64,
    pub offset: u64,
    pub data_offset: u64,
    pub data_len: usize,
    pub time: Option<Timestamp>,
    pub interface: u32,
    pub section: u32,
    pub link_type: u16,
    pub original_len: u32,
    pub options_offset: u64,
    pub options_len: usize,
    pub order: ByteOrder,
}

impl Place {
    #[inline(always)]
    pub(crate) fn frame(self, source: &Source) -> Frame<'_> {
        Frame {
            number: self.number,
            offset: self.offset,
            data_offset: self.data_offset,
            time: self.time,
            interface: self.interface,
            section: self.section,
            link_type: self.link_type,
            data: source.slice(self.data_offset, self.data_len),
            original_len: self.original_len,
            options: Options::new(
                source.slice(self.options_offset, self.options_len),
                self.order,
            ),
        }
    }
}
