//! pcapng files, block by block: <https://www.ietf.org/archive/id/draft-ietf-opsawg-pcapng-03.html>.
//!
//! Lengths of sections are not believed: a section ends where the next begins. A bad block is left out; the next one
//! is found by its type and by its two equal lengths.

use byteorder_slice::{BigEndian, LittleEndian};
use pcap_file::pcapng::RawBlock;

use crate::blocks::{self, ENHANCED_PACKET, Fields, Known, PACKET, SIMPLE_PACKET, Table};
use crate::event::{Place, Step};
use crate::source::{SEARCHED, Source};
use crate::{ByteOrder, Damage, DamageKind, Error, MAX_RECORD};

const SECTION_HEADER: u32 = 0x0a0d_0d0a;
const INTERFACE_DESCRIPTION: u32 = 1;
const INTERFACE_STATISTICS: u32 = 5;
/// Type and length before the body; the length again behind it.
const HEAD: usize = 8;
const TRAILER: usize = 4;
/// While looking for a block, a longer one is not considered: it would have to be in memory.
const LARGEST_FOUND: usize = 16 << 20;

/// Reads the blocks of a pcapng file.
#[derive(Clone)]
pub(crate) struct PcapNg {
    order: ByteOrder,
    table: Table,
    count: u64,
    pending: Option<Damage>,
}

/// The first fields of a block.
#[derive(Clone, Copy)]
struct Head {
    kind: u32,
    len: u32,
    order: ByteOrder,
}

/// What framing made of the next block.
enum Framed {
    Sound(Head),
    /// Not all of it is there; its length may be wrong.
    Short,
    Bad(DamageKind),
}

impl Default for PcapNg {
    fn default() -> PcapNg {
        PcapNg {
            order: ByteOrder::NATIVE,
            table: Table::default(),
            count: 0,
            pending: None,
        }
    }
}

impl PcapNg {
    /// Whether a file starts like a pcapng.
    pub(crate) fn is(head: &[u8]) -> bool {
        head.starts_with(&SECTION_HEADER.to_be_bytes())
    }

    /// Looks at the first section header, and refuses a file that has none that can be used.
    pub(crate) fn check(source: &mut Source) -> Result<(), Error> {
        let window = source.window(28);
        let len = window.len() as u64;
        let order = window.get(8..).map(blocks::byte_order);
        let version = match order {
            Some(Some(order)) => order.u16(window, 12).zip(order.u16(window, 14)),
            Some(None) if len >= 12 => {
                return Err(Error::BadHeader {
                    offset: 8,
                    what: DamageKind::BadByteOrderMagic,
                });
            }
            _ => None,
        };
        match version {
            Some((1, _)) if len >= 28 => Ok(()),
            Some((major, minor)) if major != 1 => Err(Error::UnsupportedVersion {
                offset: 12,
                major,
                minor,
            }),
            _ => Err(source.take_error().unwrap_or(Error::CutHeader {
                offset: len,
                needed: 28,
            })),
        }
    }

    /// The next block, if it is a packet, there is nothing to be said about it, and all of it is in the window. If there
    /// is, nothing has happened.
    #[inline(always)]
    pub(crate) fn ordinary(&mut self, source: &mut Source) -> Option<Place> {
        let (head, packet) = self.sound(source.window(HEAD + TRAILER))?;
        let interface = self.table.get(packet.interface)?;
        let len = head.len as usize;
        let room = len - HEAD - TRAILER - packet.data_at;
        let captured = packet.captured as usize;
        let place = self.place(source, head, &packet, interface, captured, room);
        source.advance(len);
        self.count += 1;
        Some(place)
    }

    #[inline(always)]
    fn sound(&self, window: &[u8]) -> Option<(Head, Fields)> {
        let Framed::Sound(head) = self.framed(window) else {
            return None;
        };
        if head.kind != ENHANCED_PACKET || self.pending.is_some() {
            return None;
        }
        let body = window.get(HEAD..head.len as usize - TRAILER)?;
        let packet = blocks::packet(ENHANCED_PACKET, head.order, body)?;
        let room = body.len() - packet.data_at;
        (packet.captured as usize <= room).then_some((head, packet))
    }

    /// Any other step.
    #[cold]
    pub(crate) fn step(&mut self, source: &mut Source) -> Step {
        if let Some(damage) = self.pending.take() {
            return Step::Damage(damage);
        }
        loop {
            let step = match self.framed(source.window(HEAD + TRAILER)) {
                Framed::Sound(head) => self.block(source, head),
                Framed::Short => self.short(source),
                Framed::Bad(what) => self.bad(source, what),
            };
            if let Some(step) = step {
                return step;
            }
        }
    }

    #[inline]
    fn framed(&self, window: &[u8]) -> Framed {
        let read = match self.order {
            ByteOrder::Little => RawBlock::from_slice::<LittleEndian>(window),
            ByteOrder::Big => RawBlock::from_slice::<BigEndian>(window),
        };
        match read {
            Ok((_, raw)) if raw.initial_len as usize <= MAX_RECORD => Framed::Sound(Head {
                kind: raw.type_,
                len: raw.initial_len,
                order: match raw.type_ {
                    SECTION_HEADER => blocks::byte_order(&raw.body).unwrap_or(self.order),
                    _ => self.order,
                },
            }),
            _ => self.unsound(window),
        }
    }

    /// Why the next block is no sound one.
    #[cold]
    fn unsound(&self, window: &[u8]) -> Framed {
        if window.len() < HEAD + TRAILER {
            return Framed::Short;
        }
        let Some(head) = PcapNg::head(self.order, window, 0) else {
            return Framed::Bad(DamageKind::BadByteOrderMagic);
        };
        let len = head.len as usize;
        if len > MAX_RECORD {
            return Framed::Bad(DamageKind::TooLong { len: len as u64 });
        }
        if len < HEAD + TRAILER {
            return Framed::Bad(DamageKind::BadBlockLength { len: head.len });
        }
        let whole = len.next_multiple_of(4);
        let Some(last) = head.order.u32(window, whole - TRAILER) else {
            return Framed::Short;
        };
        Framed::Bad(if whole != len {
            DamageKind::BadBlockLength { len: head.len }
        } else {
            DamageKind::LengthMismatch {
                first: head.len,
                last,
            }
        })
    }

    /// The head of a block at a place; `None` where there is none, or a section header without its magic.
    fn head(order: ByteOrder, bytes: &[u8], at: usize) -> Option<Head> {
        let bytes = bytes.get(at..)?;
        let kind = order.u32(bytes, 0)?;
        let order = match kind {
            SECTION_HEADER => blocks::byte_order(bytes.get(HEAD..)?)?,
            _ => order,
        };
        let len = order.u32(bytes, 4)?;
        Some(Head { kind, len, order })
    }

    /// Less is in the window than the next block says: get it, or find out that the input ends before.
    fn short(&mut self, source: &mut Source) -> Option<Step> {
        let window = source.window(HEAD + TRAILER);
        if window.is_empty() {
            return Some(match source.take_failure() {
                Some(what) => self.damage(source, what, 0),
                None => Step::End,
            });
        }
        let head = PcapNg::head(self.order, window, 0);
        let need = head.map_or(0, |head| (head.len as usize).next_multiple_of(4));
        let have = source.window(need).len();
        if have >= HEAD + TRAILER && have >= need {
            return None;
        }
        if source.waits() {
            return Some(Step::End);
        }
        // The input ends within the block; or the length is wrong, and others follow before that end.
        if let Some(skip) = self.find_last(source.window(0), 1) {
            source.advance(skip);
            let what = head.map_or(DamageKind::Cut, |head| DamageKind::BadBlockLength {
                len: head.len,
            });
            return Some(self.damage(source, what, skip));
        }
        let what = source.take_failure().unwrap_or(DamageKind::Cut);
        let body = source.window(0).get(HEAD..).unwrap_or_default();
        let packet = head.and_then(|head| blocks::packet(head.kind, head.order, body));
        let body_len = body.len();
        let end = source.position() + have as u64;
        if let (Some(head), Some(packet)) = (head, packet)
            && packet.captured as usize <= (head.len as usize).saturating_sub(packet.data_at)
        {
            let room = body_len.saturating_sub(packet.data_at);
            let step = self.frame(source, head, &packet, room, have);
            let damage = Damage {
                offset: end,
                frame: self.count,
                what,
                skipped: 0,
            };
            if matches!(step, Step::Frame(_)) {
                self.pending = Some(damage);
            }
            return Some(step);
        }
        source.advance(have);
        Some(self.damage(source, what, have))
    }

    /// A block whose lengths are wrong. If the next block stands where one of them says, use it all the same.
    fn bad(&mut self, source: &mut Source, what: DamageKind) -> Option<Step> {
        let offset = source.position();
        let window = source.window(HEAD + TRAILER);
        if let Some(head) = PcapNg::head(self.order, window, 0)
            && matches!(
                what,
                DamageKind::BadBlockLength { .. } | DamageKind::LengthMismatch { .. }
            )
            && head.len as usize >= HEAD + TRAILER
            && known(head.kind)
        {
            let len = (head.len as usize).next_multiple_of(4);
            let window = source.window(len + HEAD + TRAILER);
            let next = PcapNg::head(head.order, window, len);
            let body = window.get(..len).unwrap_or_default();
            // A wrong first length may lead to the start of a block by chance; then others stand before that.
            if let Some(skip) = self.find_last(body, 1) {
                source.advance(skip);
                return Some(self.damage(source, what, skip));
            }
            if window.len() == len || next.is_some_and(|next| known(next.kind) && sane(next.len)) {
                let len = len as u32;
                let step = self.block(source, Head { len, ..head });
                let damage = Damage {
                    offset,
                    frame: self.count,
                    what,
                    skipped: 0,
                };
                return Some(match step {
                    None => Step::Damage(damage),
                    // Two damages of one block are one.
                    Some(Step::Damage(damage)) => Step::Damage(damage),
                    Some(step) => {
                        self.pending = Some(damage);
                        step
                    }
                });
            }
        }
        Some(self.search(source, what))
    }

    /// Reads a block that is in the window as a whole. `None`: nothing to tell.
    fn block(&mut self, source: &mut Source, head: Head) -> Option<Step> {
        let len = head.len as usize;
        let offset = source.position();
        let body_len = len - HEAD - TRAILER;
        let body = source.slice(offset + HEAD as u64, body_len);
        if matches!(head.kind, ENHANCED_PACKET | SIMPLE_PACKET | PACKET) {
            let Some(packet) = blocks::packet(head.kind, head.order, body) else {
                source.advance(len);
                return Some(self.damage(source, DamageKind::ShortBlock, len));
            };
            let room = body_len - packet.data_at;
            return Some(self.frame(source, head, &packet, room, len));
        }
        self.other_block(source, head, offset)
    }

    fn other_block(&mut self, source: &mut Source, head: Head, offset: u64) -> Option<Step> {
        let len = head.len as usize;
        let body = source.slice(offset + HEAD as u64, len - HEAD - TRAILER);
        let read = match head.kind {
            SECTION_HEADER => {
                self.order = head.order;
                let (section, version) = self.table.section(body, head.order, offset);
                if let Some((major, minor)) = version.filter(|(major, _)| *major != 1) {
                    self.pending = Some(Damage {
                        offset,
                        frame: self.count,
                        what: DamageKind::UnsupportedVersion { major, minor },
                        skipped: 0,
                    });
                }
                Ok(Step::Section(section))
            }
            INTERFACE_DESCRIPTION => self.table.interface(body, head.order).map(Step::Interface),
            INTERFACE_STATISTICS => self
                .table
                .statistics(body, head.order)
                .map(Step::Statistics),
            // Names, secrets, journals, custom and unknown blocks.
            _ => {
                source.advance(len);
                return None;
            }
        };
        source.advance(len);
        Some(read.unwrap_or_else(|what| self.damage(source, what, len)))
    }

    /// Hands out a packet of a block of `len` bytes that has `room` for data and options.
    fn frame(
        &mut self,
        source: &mut Source,
        head: Head,
        packet: &Fields,
        room: usize,
        len: usize,
    ) -> Step {
        let offset = source.position();
        let Some(interface) = self.table.get(packet.interface) else {
            source.advance(len);
            self.count += 1;
            let interface = packet.interface;
            return self.damage(source, DamageKind::UnknownInterface { interface }, len);
        };
        let mut captured = packet.captured as usize;
        if head.kind == SIMPLE_PACKET {
            // It does not say how much was captured, but how much there was.
            if interface.snap_len != 0 {
                captured = captured.min(interface.snap_len as usize);
            }
            captured = captured.min(room);
        }
        if captured > room {
            captured = room.min(packet.original as usize);
            if len == head.len as usize {
                self.pending = Some(Damage {
                    offset,
                    frame: self.count + 1,
                    what: DamageKind::PacketTooLong {
                        len: packet.captured,
                    },
                    skipped: 0,
                });
            }
        }
        let place = self.place(source, head, packet, interface, captured, room);
        source.advance(len);
        self.count += 1;
        Step::Frame(place)
    }

    /// Where a packet's parts are, of the block at the source's position.
    #[inline]
    fn place(
        &self,
        source: &Source,
        head: Head,
        packet: &Fields,
        interface: &Known,
        captured: usize,
        room: usize,
    ) -> Place {
        let offset = source.position();
        let data_offset = offset + (HEAD + packet.data_at) as u64;
        let options_at = captured.next_multiple_of(4);
        Place {
            number: self.count + 1,
            offset,
            data_offset,
            data_len: captured,
            time: packet.ticks.map(|ticks| interface.time(ticks)),
            interface: self.table.file_wide(packet.interface),
            section: self.table.number(),
            link_type: interface.link_type,
            original_len: packet.original,
            options_offset: data_offset + options_at as u64,
            options_len: match head.kind {
                SIMPLE_PACKET => 0,
                _ => room.saturating_sub(options_at),
            },
            order: head.order,
        }
    }

    /// Damage of `skipped` bytes, which the source already left behind.
    fn damage(&self, source: &Source, what: DamageKind, skipped: usize) -> Step {
        Step::Damage(Damage {
            offset: source.position() - skipped as u64,
            frame: self.count,
            what,
            skipped: skipped as u64,
        })
    }

    /// Looks for the next block behind the position, and goes there.
    fn search(&mut self, source: &mut Source, what: DamageKind) -> Step {
        let offset = source.position();
        let mut from = 1;
        let mut need = HEAD + TRAILER;
        loop {
            let ended = source.ended();
            let all = source.window(need);
            let window = all.get(..SEARCHED).unwrap_or(all);
            let ended = ended && window.len() == all.len();
            let have = window.len();
            let (skip, done) = match self.find(window, from) {
                Search::Found(at) => (at, true),
                Search::Unsure(at) if !ended => (at, false),
                // What is cut by the end of the input is none.
                Search::Unsure(at) => match self.find_last(window, at) {
                    Some(at) => (at, true),
                    None => (have, true),
                },
            };
            source.advance(skip);
            if done {
                return Step::Damage(Damage {
                    offset,
                    frame: self.count,
                    what,
                    skipped: source.position() - offset,
                });
            }
            from = from.saturating_sub(skip);
            need = have - skip + 1;
        }
    }

    /// Looks for a block in `window`, at any byte: what was lost need not be a multiple of four.
    fn find(&self, window: &[u8], from: usize) -> Search {
        let mut at = from;
        while let Some(head) = self.likely(window, at) {
            if head.is_some_and(|head| at + head.len as usize > window.len()) {
                return Search::Unsure(at);
            }
            if head.is_some_and(|head| closed(head, window, at)) {
                return Search::Found(at);
            }
            at += 1;
        }
        Search::Unsure(at)
    }

    /// The same, where no more bytes are to come.
    fn find_last(&self, window: &[u8], from: usize) -> Option<usize> {
        let mut at = from;
        while let Some(head) = self.likely(window, at) {
            if head.is_some_and(|head| closed(head, window, at)) {
                return Some(at);
            }
            at += 1;
        }
        None
    }

    /// The head of what may be a block; the outer `None` where the window ends before that can be seen.
    #[inline]
    fn likely(&self, window: &[u8], at: usize) -> Option<Option<Head>> {
        let bytes = window.get(at..)?.get(..HEAD + TRAILER)?;
        if !known(self.order.u32(bytes, 0)?) {
            return Some(None);
        }
        Some(PcapNg::head(self.order, bytes, 0).filter(|head| sane(head.len)))
    }
}

/// Where a search for a block got to.
enum Search {
    Found(usize),
    /// Nothing before this place; more bytes are needed to tell.
    Unsure(usize),
}

/// Whether a block's last length is its first.
fn closed(head: Head, window: &[u8], at: usize) -> bool {
    let end = at + head.len as usize - TRAILER;
    head.order.u32(window, end) == Some(head.len)
}

/// Whether a length can be a block's, when looking for one.
fn sane(len: u32) -> bool {
    len.is_multiple_of(4) && (HEAD + TRAILER..=LARGEST_FOUND).contains(&(len as usize))
}

/// Whether a type of block is known: when looking for one, others do not count. Names are 4, the systemd journal 9,
/// secrets 10; custom blocks are 0xbad.
#[inline]
fn known(kind: u32) -> bool {
    matches!(kind, 1..=6 | 9 | 10 | SECTION_HEADER | 0xbad | 0x4000_0bad)
}
