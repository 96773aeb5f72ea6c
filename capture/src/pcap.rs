//! pcap files: <https://www.ietf.org/archive/id/draft-ietf-opsawg-pcap-05.html>.
//!
//! A record has no mark to find it by. So a header that is odd in itself counts only if what follows bears it out;
//! and behind a damaged place the next record is where two headers in a row make sense.

use byteorder_slice::{BigEndian, LittleEndian};
use pcap_file::pcap::RawPcapPacket;

use crate::event::{Place, Step};
use crate::source::{SEARCHED, Source};
use crate::{
    ByteOrder, Damage, DamageKind, Error, Interface, MAX_RECORD, Resolution, Section, Timestamp,
};

/// The file's header, in bytes.
const FILE_HEADER: usize = 24;
/// Two records in a row are hardly further apart than this, in seconds; what is may be damage.
const GAP: u32 = 366 * 24 * 3600;
/// While looking for a record, a longer one is not considered unless the snap length allows for it.
const USUAL: u32 = 256 << 10;
/// While looking for a record, a longer one is not considered at all: it would have to be in memory.
const LARGEST_FOUND: u32 = 16 << 20;
/// While looking for the first record of all, an earlier one, of before 1973, is not considered: small numbers are
/// rather lengths.
const EARLIEST: u32 = 100_000_000;
/// How many records may bear out an odd header.
const WITNESSES: usize = 4;

/// Reads the records of a pcap file.
#[derive(Clone)]
pub(crate) struct Pcap {
    order: ByteOrder,
    /// Whether fractions of seconds are nanoseconds, not microseconds.
    nanos: bool,
    /// The length of a record's header.
    header_len: usize,
    /// Files before version 2.4 may have the two lengths of a record in the other order.
    swapped: bool,
    link_type: u16,
    snap_len: u32,
    count: u64,
    /// Seconds of the last sound record.
    last: Option<u32>,
    next: Next,
}

/// What the next step gives.
#[derive(Clone)]
enum Next {
    Section,
    Interface,
    Record,
    Damage(Damage),
}

/// A record's header.
#[derive(Clone, Copy)]
struct Header {
    seconds: u32,
    fraction: u32,
    captured: u32,
    original: u32,
}

impl Header {
    /// Whether two records in a row may be of these times.
    #[inline]
    fn near(&self, seconds: u32) -> bool {
        self.seconds.abs_diff(seconds) <= GAP
    }
}

/// Where a search for a record got to.
enum Search {
    Found(usize),
    /// Nothing before this place; more bytes are needed.
    More(usize),
    Nothing,
}

impl Pcap {
    /// Whether a file starts like a pcap.
    pub(crate) fn is(head: &[u8]) -> bool {
        magic(head).is_some()
    }

    /// Reads the file's header; `None` when it is cut.
    pub(crate) fn start(source: &mut Source) -> Result<Option<Pcap>, Error> {
        let head = source.window(FILE_HEADER);
        let Some((order, nanos, header_len)) = magic(head) else {
            return Ok(None);
        };
        let (Some(major), Some(minor), Some(snap_len), Some(link_type)) = (
            order.u16(head, 4),
            order.u16(head, 6),
            order.u32(head, 16),
            order.u32(head, 20),
        ) else {
            return Ok(None);
        };
        if major != 2 {
            return Err(Error::UnsupportedVersion {
                offset: 4,
                major,
                minor,
            });
        }
        source.advance(FILE_HEADER);
        Ok(Some(Pcap {
            order,
            nanos,
            header_len,
            swapped: minor < 4,
            // The upper bits tell about a frame check sequence.
            link_type: (link_type & 0xffff) as u16,
            snap_len,
            count: 0,
            last: None,
            next: Next::Section,
        }))
    }

    /// The next record, if there is nothing to be said about it and all of it is in the window. If there is, nothing has
    /// happened.
    #[inline(always)]
    pub(crate) fn ordinary(&mut self, source: &mut Source) -> Option<Place> {
        let header = self.sound(source)?;
        let len = self.header_len + header.captured as usize;
        Some(self.frame(source, &header, len))
    }

    #[inline(always)]
    fn sound(&self, source: &mut Source) -> Option<Header> {
        if !matches!(self.next, Next::Record) || self.header_len != 16 || self.swapped {
            return None;
        }
        let window = source.window(16);
        let read = match self.order {
            ByteOrder::Little => RawPcapPacket::from_slice::<LittleEndian>(window),
            ByteOrder::Big => RawPcapPacket::from_slice::<BigEndian>(window),
        };
        let (_, raw) = read.ok()?;
        let header = Header {
            seconds: raw.ts_sec,
            fraction: raw.ts_frac,
            captured: raw.incl_len,
            original: raw.orig_len,
        };
        (header.captured as usize <= MAX_RECORD && !self.odd(&header, self.last)).then_some(header)
    }

    /// Any other step.
    #[cold]
    pub(crate) fn step(&mut self, source: &mut Source) -> Step {
        match self.next {
            Next::Record => self.record(source),
            _ => self.other_step(),
        }
    }

    /// What is due besides records.
    fn other_step(&mut self) -> Step {
        match std::mem::replace(&mut self.next, Next::Record) {
            Next::Section => {
                self.next = Next::Interface;
                Step::Section(Section {
                    number: 0,
                    offset: 0,
                    byte_order: self.order,
                    hardware: None,
                    os: None,
                    application: None,
                    comments: Vec::new(),
                })
            }
            Next::Damage(damage) => Step::Damage(damage),
            Next::Interface | Next::Record => Step::Interface(Interface {
                index: 0,
                section: 0,
                link_type: self.link_type,
                name: None,
                description: None,
                os: None,
                snap_len: self.snap_len,
                resolution: if self.nanos {
                    Resolution::NANOSECONDS
                } else {
                    Resolution::MICROSECONDS
                },
                time_offset: 0,
                comments: Vec::new(),
            }),
        }
    }

    /// A record that is odd, longer than what is in the buffer, or cut, or none.
    fn record(&mut self, source: &mut Source) -> Step {
        let window = source.window(self.header_len);
        let rest = window.len();
        let Some(header) = self.header(window, 0) else {
            if source.waits() {
                return Step::End;
            }
            let failure = source.take_failure();
            source.advance(rest);
            return match (failure, rest) {
                (None, 0) => Step::End,
                (failure, _) => self.damage(source, failure.unwrap_or(DamageKind::Cut), rest),
            };
        };
        if header.captured as usize > MAX_RECORD {
            let len = u64::from(header.captured);
            return self.search(source, DamageKind::TooLong { len });
        }
        let len = self.header_len + header.captured as usize;
        let odd = self.odd(&header, self.last);
        let window = source.window(len);
        if window.len() < len {
            if source.waits() {
                return Step::End;
            }
            return self.cut(source, &header, odd);
        }
        if odd && !self.borne_out(source, &header, len) {
            return self.search(source, DamageKind::BadRecord);
        }
        Step::Frame(self.frame(source, &header, len))
    }

    /// The input ends within a record; or the record's length is wrong, and others follow before that end.
    fn cut(&mut self, source: &mut Source, header: &Header, odd: bool) -> Step {
        let window = source.window(0);
        let have = window.len();
        if let Search::Found(skip) = self.find(window, true, 1) {
            source.advance(skip);
            return self.damage(source, DamageKind::BadRecord, skip);
        }
        if odd {
            let failure = source.take_failure();
            source.advance(have);
            return self.damage(source, failure.unwrap_or(DamageKind::BadRecord), have);
        }
        let end = source.position() + have as u64;
        let what = source.take_failure().unwrap_or(DamageKind::Cut);
        let step = Step::Frame(self.frame(source, header, have));
        self.next = Next::Damage(Damage {
            offset: end,
            frame: self.count,
            what,
            skipped: 0,
        });
        step
    }

    /// Hands out a record of `len` bytes, header included.
    #[inline(always)]
    fn frame(&mut self, source: &mut Source, header: &Header, len: usize) -> Place {
        let offset = source.position();
        source.advance(len);
        self.count += 1;
        self.last = Some(header.seconds);
        let nanos = u64::from(header.fraction) * if self.nanos { 1 } else { 1000 };
        let data_offset = offset + self.header_len as u64;
        Place {
            number: self.count,
            offset,
            data_offset,
            data_len: len - self.header_len,
            time: Some(Timestamp::from_parts(header.seconds, nanos)),
            interface: 0,
            section: 0,
            link_type: self.link_type,
            original_len: header.original,
            options_offset: data_offset,
            options_len: 0,
            order: self.order,
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

    #[inline]
    fn header(&self, bytes: &[u8], at: usize) -> Option<Header> {
        let bytes = bytes.get(at..)?.get(..self.header_len)?;
        let mut header = Header {
            seconds: self.order.u32(bytes, 0)?,
            fraction: self.order.u32(bytes, 4)?,
            captured: self.order.u32(bytes, 8)?,
            original: self.order.u32(bytes, 12)?,
        };
        if self.swapped && header.captured > header.original {
            std::mem::swap(&mut header.captured, &mut header.original);
        }
        Some(header)
    }

    /// Whether a header has something that sound ones hardly have.
    #[inline]
    fn odd(&self, header: &Header, last: Option<u32>) -> bool {
        self.misshapen(header) || last.is_some_and(|last| !header.near(last))
    }

    #[inline]
    fn misshapen(&self, header: &Header) -> bool {
        let limit = if self.nanos { 1_000_000_000 } else { 1_000_000 };
        header.fraction >= limit || header.captured > header.original || header.original == 0
    }

    /// Whether an odd record can be believed. It must not have swallowed a sound one. And what follows must bear it
    /// out: a sound record at about its time or the last one's; or only odd ones, but all of about that time.
    fn borne_out(&self, source: &mut Source, header: &Header, len: usize) -> bool {
        let window = source.window(len + self.header_len);
        let window = window.get(..len + self.header_len).unwrap_or(window);
        if matches!(self.find(window, true, self.header_len), Search::Found(at) if at < len) {
            return false;
        }
        let mut end = len;
        // Zeros in a row look like empty packets.
        let mut bearable = header.captured != 0 || header.original != 0;
        for _ in 0..WITNESSES {
            let window = source.window(end + self.header_len);
            if window.len() < end {
                return false;
            }
            let Some(next) = self.header(window, end) else {
                break;
            };
            if next.captured > self.longest() {
                return false;
            }
            let near = next.near(header.seconds) || self.last.is_some_and(|last| next.near(last));
            if near && !self.misshapen(&next) {
                return true;
            }
            bearable &= near && (next.captured != 0 || next.original != 0);
            end += self.header_len + next.captured as usize;
        }
        bearable
    }

    /// The longest record that a search considers.
    fn longest(&self) -> u32 {
        self.snap_len.clamp(USUAL, LARGEST_FOUND)
    }

    /// Looks for the next record behind the position, and goes there.
    #[cold]
    fn search(&mut self, source: &mut Source, what: DamageKind) -> Step {
        let offset = source.position();
        let mut from = 1;
        let mut need = self.header_len;
        loop {
            let ended = source.ended();
            let all = source.window(need);
            let window = all.get(..SEARCHED).unwrap_or(all);
            let ended = ended && window.len() == all.len();
            let have = window.len();
            let (skip, done) = match self.find(window, ended, from) {
                Search::Found(at) => (at, true),
                Search::Nothing if ended => (have, true),
                Search::Nothing => (have.saturating_sub(self.header_len), false),
                Search::More(at) => (at, false),
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

    /// Looks for a record in `window`: one that is sound, and so is the next; or that is the input's last.
    fn find(&self, window: &[u8], ended: bool, from: usize) -> Search {
        let mut at = from;
        while let Some(header) = self.header(window, at) {
            let end = at + self.header_len + header.captured as usize;
            if header.captured == 0
                || header.captured > self.longest()
                || self.odd(&header, self.last)
                || (self.last.is_none() && header.seconds < EARLIEST)
            {
                at += 1;
                continue;
            }
            match self.header(window, end) {
                Some(next)
                    if next.captured <= self.longest()
                        && !self.odd(&next, Some(header.seconds)) =>
                {
                    return Search::Found(at);
                }
                Some(_) => {}
                None if !ended => return Search::More(at),
                None if end <= window.len() => return Search::Found(at),
                None => {}
            }
            at += 1;
        }
        if ended {
            Search::Nothing
        } else {
            Search::More(at)
        }
    }
}

/// Byte order, nanoseconds or not, and the length of a record's header, by the first four bytes.
fn magic(head: &[u8]) -> Option<(ByteOrder, bool, usize)> {
    match *head.first_chunk()? {
        [0xa1, 0xb2, 0xc3, 0xd4] => Some((ByteOrder::Big, false, 16)),
        [0xd4, 0xc3, 0xb2, 0xa1] => Some((ByteOrder::Little, false, 16)),
        [0xa1, 0xb2, 0x3c, 0x4d] => Some((ByteOrder::Big, true, 16)),
        [0x4d, 0x3c, 0xb2, 0xa1] => Some((ByteOrder::Little, true, 16)),
        // Alexey Kuznetzov's variant of libpcap added the interface, the protocol and the packet's type.
        [0xa1, 0xb2, 0xcd, 0x34] => Some((ByteOrder::Big, false, 24)),
        [0x34, 0xcd, 0xb2, 0xa1] => Some((ByteOrder::Little, false, 24)),
        _ => None,
    }
}
