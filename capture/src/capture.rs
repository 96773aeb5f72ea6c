//! A capture: an input and the reader of its format.

use std::fs::File;
use std::io::Read;
use std::path::Path;
use std::sync::Arc;

use crate::event::{Place, Step};
use crate::pcap::Pcap;
use crate::pcapng::PcapNg;
use crate::source::{Source, Whole};
use crate::window::ReadAt;
use crate::{Damage, DamageKind, Error, Event, Frame, rtmon, strace};

/// How much of the beginning shows whether a text is strace's.
const SHOWN: usize = 16 << 10;

/// The most that is read of what another program wrote: it is made into a recording in memory.
const MAX_FOREIGN: usize = if cfg!(test) { 64 << 10 } else { 512 << 20 };

/// A capture that is being read.
///
/// After the last event, or after an error of [`rewind`](Capture::rewind), it is at its end for ever.
pub struct Capture {
    name: String,
    source: Source,
    format: Format,
    /// What was damaged in what was made into a recording: told at the end.
    damaged: Vec<Damage>,
    told: usize,
}

#[derive(Clone)]
enum Format {
    Pcap(Pcap),
    PcapNg(Box<PcapNg>),
    Ended,
}

impl Capture {
    /// Opens a file. A regular one is mapped into memory, unless it is compressed; any other is read as a stream.
    ///
    /// The file must not be made shorter while it is mapped: the system would end the program with SIGBUS.
    pub fn open(path: &Path) -> Result<Capture, Error> {
        let file = File::open(path).map_err(|source| Error::Open { source })?;
        Capture::begin(path.to_string_lossy().into_owned(), Source::file(file)?)
    }

    /// Reads standard input, as a stream. Its name is `-`.
    pub fn stdin() -> Result<Capture, Error> {
        Capture::from_reader("-".to_owned(), Box::new(std::io::stdin()))
    }

    /// Reads a stream, in constant memory, up to its end. Bytes are asked for only when an event needs them.
    pub fn from_reader(name: String, reader: Box<dyn Read + Send>) -> Result<Capture, Error> {
        Capture::begin(name, Source::stream(reader, None)?)
    }

    /// Reads bytes that are in memory.
    pub fn from_bytes(name: String, bytes: Vec<u8>) -> Result<Capture, Error> {
        Capture::begin(name, Source::bytes(bytes)?)
    }

    /// Opens a file that may grow, and become shorter. It is not mapped, but read where it is asked for; a compressed
    /// one, or no regular file, is read as [`open`](Capture::open) does.
    pub fn open_growing(path: &Path) -> Result<Capture, Error> {
        let file = File::open(path).map_err(|source| Error::Open { source })?;
        Capture::begin(path.to_string_lossy().into_owned(), Source::growing(file)?)
    }

    /// Reads bytes where they are asked for; they may become more.
    pub fn from_read_at(name: String, bytes: Arc<dyn ReadAt>) -> Result<Capture, Error> {
        Capture::begin(name, Source::read_at(bytes))
    }

    /// What is cut at the end of a growing input shall wait for its rest: no event is the end then, as long as it
    /// waits.
    pub fn wait(&mut self, waits: bool) {
        self.source.wait(waits);
    }

    /// Where the next event stands, in bytes.
    pub fn position(&self) -> u64 {
        self.source.position()
    }

    /// The offset of the first byte that is still there: what stood before may be gone from an input that is read
    /// where it is asked for.
    pub fn start(&self) -> u64 {
        self.source.start()
    }

    /// The offset behind the last byte by now; not known of streams.
    pub fn end(&self) -> Option<u64> {
        self.source.end()
    }

    fn begin(name: String, mut source: Source) -> Result<Capture, Error> {
        let mut damaged = Vec::new();
        let format = match Format::detect(&mut source) {
            Err(Error::NotACapture { head }) => {
                let Some(foreign) = Foreign::read(&mut source)? else {
                    return Err(Error::NotACapture { head });
                };
                source = Source::bytes(foreign.pcapng)?;
                damaged = foreign.damaged;
                Format::detect(&mut source)?
            }
            format => format?,
        };
        Ok(Capture {
            name,
            source,
            format,
            damaged,
            told: 0,
        })
    }

    /// The name that it was opened by.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// All bytes of the file, where it is mapped or was given as bytes, and is not compressed: for reading frames
    /// again by their offsets, and from other threads.
    pub fn whole(&self) -> Option<Whole> {
        self.source.shared()
    }

    /// A second reader at the same place, where any place can be read: of a mapped or growing file, of bytes in memory.
    pub fn fork(&self) -> Option<Capture> {
        Some(Capture {
            name: self.name.clone(),
            source: self.source.fork()?,
            format: self.format.clone(),
            damaged: self.damaged.clone(),
            told: self.told,
        })
    }

    /// Whether it can be read again from the start: regular files and bytes in memory.
    pub fn rereadable(&self) -> bool {
        self.source.rereadable()
    }

    /// Starts again at the first event. A compressed file is unpacked again.
    ///
    /// Fails where the input is not [`rereadable`](Capture::rereadable), and then changes nothing.
    pub fn rewind(&mut self) -> Result<(), Error> {
        if !self.rereadable() {
            return Err(Error::NotRereadable);
        }
        self.format = Format::Ended;
        self.told = 0;
        self.source.rewind()?;
        self.format = Format::detect(&mut self.source)?;
        Ok(())
    }

    /// How it is compressed, if it is.
    pub fn compression(&self) -> Option<crate::Compression> {
        self.source.compression()
    }

    /// How many bytes of what comes next are at hand. With none, [`next`](Capture::next) may wait for the input.
    pub fn buffered(&self) -> usize {
        self.source.buffered()
    }

    /// The next event; `None` at the end, for ever.
    #[allow(clippy::should_implement_trait)] // An iterator's items cannot borrow from it.
    #[inline]
    pub fn next(&mut self) -> Option<Event<'_>> {
        match self.ordinary() {
            Some(place) => Some(Event::Frame(self.frame(place))),
            None => self.step(),
        }
    }

    /// The next event, where it is a frame of which nothing else is to be said. Where it is not, nothing has happened,
    /// and [`Capture::step`] takes it.
    #[inline(always)]
    pub(crate) fn ordinary(&mut self) -> Option<Place> {
        match &mut self.format {
            Format::Pcap(pcap) => pcap.ordinary(&mut self.source),
            Format::PcapNg(pcapng) => pcapng.ordinary(&mut self.source),
            Format::Ended => None,
        }
    }

    /// A frame that was handed out just now.
    #[inline(always)]
    pub(crate) fn frame(&self, place: Place) -> Frame<'_> {
        place.frame(&self.source)
    }

    /// Any other event.
    #[cold]
    pub(crate) fn step(&mut self) -> Option<Event<'_>> {
        let waits = self.source.waits();
        let step = match &mut self.format {
            Format::Pcap(pcap) => pcap.step(&mut self.source),
            Format::PcapNg(pcapng) => pcapng.step(&mut self.source),
            Format::Ended => Step::End,
        };
        if matches!(step, Step::End) && !waits {
            self.format = Format::Ended;
            let damage = self.damaged.get(self.told);
            self.told += 1;
            return damage.map(|damage| Event::Damage(*damage));
        }
        step.event(&self.source)
    }
}

/// What another program wrote, made into a recording.
struct Foreign {
    pcapng: Vec<u8>,
    /// What is damaged in what it wrote.
    damaged: Vec<Damage>,
}

impl Foreign {
    /// Reads it; none where it is of no kind that is known.
    fn read(source: &mut Source) -> Result<Option<Foreign>, Error> {
        let failed = |source| Error::Read { offset: 0, source };
        let damage = |offset, frame, what| Damage {
            offset,
            frame,
            what,
            skipped: 0,
        };
        let window = source.window(SHOWN);
        let order = rtmon::order(window);
        if order.is_none() && !strace::is(window.get(..SHOWN).unwrap_or(window)) {
            return Ok(None);
        }
        let all = source.window(MAX_FOREIGN + 1);
        let (all, too_much) = match all.get(..MAX_FOREIGN) {
            Some(first) if first.len() < all.len() => (first, true),
            _ => (all, false),
        };
        let mut foreign = if let Some(order) = order {
            let reading = rtmon::read(all, order).map_err(failed)?;
            let cut = reading.cut;
            let damaged = cut.map(|offset| damage(offset, reading.messages, DamageKind::Cut));
            Foreign {
                pcapng: reading.pcapng,
                damaged: damaged.into_iter().collect(),
            }
        } else {
            let reading = strace::read(all).map_err(failed)?;
            let (bytes, protocol) = (reading.no_bytes, reading.no_protocol);
            match (reading.datagrams, bytes) {
                (0, Some(line)) => return Err(Error::NoBytes { line: line.number }),
                (0, None) if protocol.is_none() => return Err(Error::NoNetlink),
                _ => {}
            }
            let bytes = bytes.map(|l| (l.offset, DamageKind::NoBytes { line: l.number }));
            let protocol = protocol.map(|l| (l.offset, DamageKind::NoProtocol { line: l.number }));
            let damaged = bytes.into_iter().chain(protocol);
            let damaged = damaged.map(|(offset, what)| damage(offset, reading.datagrams, what));
            Foreign {
                pcapng: reading.pcapng,
                damaged: damaged.collect(),
            }
        };
        let end = all.len() as u64;
        let too_much = too_much.then_some(DamageKind::TooMuch);
        let damaged = too_much.into_iter().chain(source.take_failure());
        foreign
            .damaged
            .extend(damaged.map(|what| damage(end, 0, what)));
        Ok(Some(foreign))
    }
}

impl Format {
    /// Reads the first header. A pcapng's section header is only looked at: it is an event of its own.
    fn detect(source: &mut Source) -> Result<Format, Error> {
        let window = source.window(24);
        let head: Vec<u8> = window.iter().take(16).copied().collect();
        let len = window.len();
        if Pcap::is(&head) {
            return match Pcap::start(source)? {
                Some(pcap) => Ok(Format::Pcap(pcap)),
                None => Err(source.take_error().unwrap_or(Error::CutHeader {
                    offset: len as u64,
                    needed: 24,
                })),
            };
        }
        if PcapNg::is(&head) {
            PcapNg::check(source)?;
            return Ok(Format::PcapNg(Box::default()));
        }
        Err(match source.take_error() {
            Some(error) => error,
            None if len == 0 => Error::Empty,
            None => Error::NotACapture { head },
        })
    }
}
