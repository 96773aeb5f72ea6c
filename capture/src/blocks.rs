//! The bodies of pcapng blocks, and what a section knows about its interfaces.

use crate::options::{COMMENT, Options, text};
use crate::{ByteOrder, DamageKind, Interface, Resolution, Section, Statistics, Timestamp};

/// The obsolete Packet Block (pcapng draft, appendix A).
pub(crate) const PACKET: u32 = 2;
/// The Simple Packet Block (pcapng draft, section 4.4).
pub(crate) const SIMPLE_PACKET: u32 = 3;
/// The Enhanced Packet Block (pcapng draft, section 4.3).
pub(crate) const ENHANCED_PACKET: u32 = 6;

/// So many interfaces of a section are kept; all of a hostile file would not fit into memory.
const MAX_INTERFACES: usize = 65_536;
/// So many comments of a section or interface are kept.
const MAX_COMMENTS: usize = 1024;

/// The fixed fields of a packet's block.
pub(crate) struct Fields {
    /// The interface, within its section.
    pub interface: u32,
    /// The time, in units of the interface.
    pub ticks: Option<u64>,
    pub captured: u32,
    pub original: u32,
    /// Where the data start in the body.
    pub data_at: usize,
}

/// Reads the fixed fields of a packet's block; `None` where the body is too short, or the block is no packet's.
#[inline]
pub(crate) fn packet(kind: u32, order: ByteOrder, body: &[u8]) -> Option<Fields> {
    if kind == SIMPLE_PACKET {
        let original = order.u32(body, 0)?;
        return Some(Fields {
            interface: 0,
            ticks: None,
            captured: original,
            original,
            data_at: 4,
        });
    }
    let interface = match kind {
        ENHANCED_PACKET => order.u32(body, 0)?,
        // Its other 16 bits count drops.
        PACKET => u32::from(order.u16(body, 0)?),
        _ => return None,
    };
    let high = u64::from(order.u32(body, 4)?);
    let low = u64::from(order.u32(body, 8)?);
    Some(Fields {
        interface,
        ticks: Some(high << 32 | low),
        captured: order.u32(body, 12)?,
        original: order.u32(body, 16)?,
        data_at: 20,
    })
}

/// The byte order that the magic of a section header's body tells.
#[inline]
pub(crate) fn byte_order(body: &[u8]) -> Option<ByteOrder> {
    match *body.first_chunk()? {
        [0x1a, 0x2b, 0x3c, 0x4d] => Some(ByteOrder::Big),
        [0x4d, 0x3c, 0x2b, 0x1a] => Some(ByteOrder::Little),
        _ => None,
    }
}

/// What packets need of their interface.
#[derive(Clone)]
pub(crate) struct Known {
    pub link_type: u16,
    pub snap_len: u32,
    resolution: Resolution,
    time_offset: i64,
}

impl Known {
    #[inline]
    pub(crate) fn time(&self, ticks: u64) -> Timestamp {
        self.resolution.time(ticks, self.time_offset)
    }
}

/// The interfaces of the present section. One whose description could not be read keeps its number.
#[derive(Clone, Default)]
pub(crate) struct Table {
    sections: u32,
    before: u32,
    interfaces: Vec<Option<Known>>,
}

impl Table {
    /// The present section, from 0.
    pub(crate) fn number(&self) -> u32 {
        self.sections.saturating_sub(1)
    }

    /// The interface of a number within the section.
    #[inline]
    pub(crate) fn get(&self, interface: u32) -> Option<&Known> {
        self.interfaces.get(interface as usize)?.as_ref()
    }

    /// The number of an interface in the file, of its number within the section.
    pub(crate) fn file_wide(&self, interface: u32) -> u32 {
        self.before.saturating_add(interface)
    }

    /// Begins a section: its description, and its version.
    pub(crate) fn section(
        &mut self,
        body: &[u8],
        order: ByteOrder,
        offset: u64,
    ) -> (Section, Option<(u16, u16)>) {
        self.before = self.file_wide(self.interfaces.len() as u32);
        self.interfaces = Vec::new();
        self.sections = self.sections.saturating_add(1);
        let mut section = Section {
            number: self.number(),
            offset,
            byte_order: order,
            hardware: None,
            os: None,
            application: None,
            comments: Vec::new(),
        };
        for option in Options::new(body.get(16..).unwrap_or_default(), order) {
            match option.code {
                COMMENT => push(&mut section.comments, option.value),
                2 => section.hardware = Some(text(option.value)),
                3 => section.os = Some(text(option.value)),
                4 => section.application = Some(text(option.value)),
                _ => {}
            }
        }
        (section, order.u16(body, 4).zip(order.u16(body, 6)))
    }

    /// Adds an interface.
    pub(crate) fn interface(
        &mut self,
        body: &[u8],
        order: ByteOrder,
    ) -> Result<Interface, DamageKind> {
        if self.interfaces.len() >= MAX_INTERFACES {
            return Err(DamageKind::TooManyInterfaces);
        }
        let index = self.file_wide(self.interfaces.len() as u32);
        let (Some(link_type), Some(snap_len)) = (order.u16(body, 0), order.u32(body, 4)) else {
            self.interfaces.push(None);
            return Err(DamageKind::ShortBlock);
        };
        let mut interface = Interface {
            index,
            section: self.number(),
            link_type,
            name: None,
            description: None,
            os: None,
            snap_len,
            resolution: Resolution::MICROSECONDS,
            time_offset: 0,
            comments: Vec::new(),
        };
        for option in Options::new(body.get(8..).unwrap_or_default(), order) {
            match (option.code, option.value) {
                (COMMENT, value) => push(&mut interface.comments, value),
                (2, value) => interface.name = Some(text(value)),
                (3, value) => interface.description = Some(text(value)),
                (9, [resolution, ..]) => interface.resolution = Resolution(*resolution),
                (12, value) => interface.os = Some(text(value)),
                (14, value) => {
                    if let Some(offset) = order.u64(value, 0) {
                        interface.time_offset = offset.cast_signed();
                    }
                }
                _ => {}
            }
        }
        self.interfaces.push(Some(Known {
            link_type,
            snap_len,
            resolution: interface.resolution,
            time_offset: interface.time_offset,
        }));
        Ok(interface)
    }

    /// Reads an Interface Statistics Block.
    pub(crate) fn statistics(
        &self,
        body: &[u8],
        order: ByteOrder,
    ) -> Result<Statistics, DamageKind> {
        let (Some(interface), Some(high), Some(low)) =
            (order.u32(body, 0), order.u32(body, 4), order.u32(body, 8))
        else {
            return Err(DamageKind::ShortBlock);
        };
        let known = self
            .get(interface)
            .ok_or(DamageKind::UnknownInterface { interface })?;
        let mut statistics = Statistics {
            interface: self.file_wide(interface),
            section: self.number(),
            time: known.time(u64::from(high) << 32 | u64::from(low)),
            received: None,
            interface_dropped: None,
            accepted: None,
            os_dropped: None,
            delivered: None,
        };
        for option in Options::new(body.get(12..).unwrap_or_default(), order) {
            let count = order.u64(option.value, 0);
            match option.code {
                4 => statistics.received = count,
                5 => statistics.interface_dropped = count,
                6 => statistics.accepted = count,
                7 => statistics.os_dropped = count,
                8 => statistics.delivered = count,
                _ => {}
            }
        }
        Ok(statistics)
    }
}

fn push(comments: &mut Vec<String>, value: &[u8]) {
    if comments.len() < MAX_COMMENTS {
        comments.push(String::from_utf8_lossy(value).into_owned());
    }
}
