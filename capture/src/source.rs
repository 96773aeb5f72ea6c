//! The bytes of an input, as a window that moves forward: all of a mapped file, or the part of a stream or of a growing
//! file that is in the buffer. A stream's buffer is about as large as twice the longest record.

use std::fs::File;
use std::io::{self, Cursor, Read, Seek};
use std::ops::Deref;
use std::sync::Arc;

use memmap2::Mmap;

use crate::compress::Input;
use crate::window::{ReadAt, Window};
use crate::{Compression, DamageKind, Error, sys};

/// How much a stream reads at once, at least.
const CHUNK: usize = 64 << 10;
/// A search for a sound record goes through this much at once, so that a map can be given back behind it. It is a
/// multiple of what is considered as a record.
pub(crate) const SEARCHED: usize = 64 << 20;
/// After so many bytes of a map, those behind the position are given back to the system.
const RELEASE: usize = 32 << 20;
/// So far ahead of the position the processor is asked for bytes of a map.
const AHEAD: usize = 2 << 10;
/// So far ahead the system is asked for pages of a map, at least; and at most at once.
const PAGES: usize = 64 << 10;
const MOST_PAGES: usize = 4 << 20;

/// All bytes of an input that is in memory, for reading at any place and from any thread. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Whole(Arc<Bytes>);

#[derive(Debug)]
enum Bytes {
    Mapped(Mmap),
    Owned(Vec<u8>),
}

impl Deref for Whole {
    type Target = [u8];

    #[inline]
    fn deref(&self) -> &[u8] {
        match &*self.0 {
            Bytes::Mapped(map) => map,
            Bytes::Owned(bytes) => bytes,
        }
    }
}

/// A position in an input, and the bytes from there on.
pub(crate) struct Source {
    input: Kind,
    position: u64,
}

enum Kind {
    Whole { bytes: Whole, pages: Pages },
    Window(Window),
    Stream(Stream),
}

/// What the system and the processor were told of a map's pages.
#[derive(Clone, Copy, Default)]
struct Pages {
    /// Those before are given back.
    released: usize,
    /// Those before are at hand.
    ready: usize,
    /// The position at which there is more to be told.
    due: usize,
    /// The processor was asked for the bytes before.
    asked: usize,
}

impl Pages {
    fn from(position: usize) -> Pages {
        Pages {
            released: position,
            ready: position,
            due: position,
            asked: position,
        }
    }

    /// Asks for pages ahead of the position, and gives back those behind it. Without that each is brought by a fault of
    /// its own, and the processor cannot be asked for its bytes ahead.
    #[cold]
    fn turn(&mut self, bytes: &Whole, position: usize) {
        let Bytes::Mapped(map) = &*bytes.0 else {
            self.due = usize::MAX;
            return;
        };
        let step = (self.ready.saturating_sub(self.released) / 2).clamp(2 * PAGES, MOST_PAGES);
        let ready = position.saturating_add(step).min(map.len());
        let from = self.ready.min(ready);
        sys::bring(map, from, ready - from);
        self.ready = ready;
        self.due = match ready < map.len() {
            true => ready - PAGES,
            false => usize::MAX,
        };
        if position - self.released > RELEASE {
            // Other holders read at places of their own, and would only fault the pages in again.
            if Arc::strong_count(&bytes.0) == 1 {
                sys::release(map, self.released, position - self.released);
            }
            self.released = position;
        }
    }
}

struct Stream {
    input: Input,
    compression: Option<Compression>,
    /// For reading again from the start.
    file: Option<File>,
    buffer: Vec<u8>,
    /// Where the buffer's first byte stands in the input.
    base: u64,
    /// How many bytes of the buffer are filled.
    filled: usize,
    ended: bool,
    failure: Option<io::Error>,
}

impl Source {
    pub(crate) fn file(file: File) -> Result<Source, Error> {
        let open = |source| Error::Open { source };
        let meta = file.metadata().map_err(open)?;
        if meta.is_dir() {
            return Err(open(io::ErrorKind::IsADirectory.into()));
        }
        // Files of /proc say that they are empty and are not; where maps are refused, reading still works.
        if meta.is_file()
            && meta.len() > 0
            && let Ok(map) = sys::map(&file)
        {
            if Compression::of(&map).is_none() {
                return Ok(Source::whole(Bytes::Mapped(map)));
            }
            let again = file.try_clone().map_err(open)?;
            return Source::stream(Box::new(file), Some(again));
        }
        Source::stream(Box::new(file), None)
    }

    /// A file that is read where it is asked for, and not mapped: it may grow, and become shorter.
    pub(crate) fn growing(file: File) -> Result<Source, Error> {
        let open = |source| Error::Open { source };
        let meta = file.metadata().map_err(open)?;
        let mut head = [0; 4];
        let read = ReadAt::read_at(&file, &mut head, 0).unwrap_or(0);
        let packed = Compression::of(head.get(..read).unwrap_or_default()).is_some();
        if !meta.is_file() || meta.len() == 0 || packed {
            return Source::file(file);
        }
        Ok(Source::read_at(Arc::new(file)))
    }

    /// Bytes that are read where they are asked for.
    pub(crate) fn read_at(bytes: Arc<dyn ReadAt>) -> Source {
        Source {
            input: Kind::Window(Window::new(bytes)),
            position: 0,
        }
    }

    pub(crate) fn bytes(bytes: Vec<u8>) -> Result<Source, Error> {
        if Compression::of(&bytes).is_some() {
            return Source::stream(Box::new(Cursor::new(bytes)), None);
        }
        Ok(Source::whole(Bytes::Owned(bytes)))
    }

    fn whole(bytes: Bytes) -> Source {
        let bytes = Whole(Arc::new(bytes));
        Source {
            input: Kind::Whole {
                bytes,
                pages: Pages::default(),
            },
            position: 0,
        }
    }

    /// A stream, unpacked where its first bytes say that it is compressed.
    pub(crate) fn stream(mut input: Input, file: Option<File>) -> Result<Source, Error> {
        let mut head = Vec::new();
        let read = |source| Error::Read { offset: 0, source };
        input
            .by_ref()
            .take(4)
            .read_to_end(&mut head)
            .map_err(read)?;
        let compression = Compression::of(&head);
        let mut input: Input = Box::new(Cursor::new(head).chain(input));
        if let Some(compression) = compression {
            input = compression.unpack(input).map_err(read)?;
        }
        let stream = Stream {
            input,
            compression,
            file,
            buffer: Vec::new(),
            base: 0,
            filled: 0,
            ended: false,
            failure: None,
        };
        Ok(Source {
            input: Kind::Stream(stream),
            position: 0,
        })
    }

    /// The bytes as a whole, where they are in memory and not packed.
    pub(crate) fn shared(&self) -> Option<Whole> {
        match &self.input {
            Kind::Whole { bytes, .. } => Some(bytes.clone()),
            Kind::Window(_) | Kind::Stream(_) => None,
        }
    }

    /// The same place of the same bytes, where any place can be read.
    pub(crate) fn fork(&self) -> Option<Source> {
        let input = match &self.input {
            Kind::Whole { bytes, .. } => Kind::Whole {
                bytes: bytes.clone(),
                pages: Pages::from(usize::try_from(self.position).ok()?),
            },
            Kind::Window(window) => Kind::Window(window.fork()),
            Kind::Stream(_) => return None,
        };
        Some(Source {
            input,
            position: self.position,
        })
    }

    /// Whether what is cut at the end may still become whole.
    pub(crate) fn waits(&self) -> bool {
        matches!(&self.input, Kind::Window(window) if window.waits)
    }

    /// What is cut at the end shall wait for its rest.
    pub(crate) fn wait(&mut self, waits: bool) {
        if let Kind::Window(window) = &mut self.input {
            window.waits = waits;
        }
    }

    /// The offset of the first byte that is still there.
    pub(crate) fn start(&self) -> u64 {
        match &self.input {
            Kind::Window(window) => window.start(),
            Kind::Whole { .. } | Kind::Stream(_) => 0,
        }
    }

    /// The offset behind the last byte by now, where that is known.
    pub(crate) fn end(&self) -> Option<u64> {
        match &self.input {
            Kind::Whole { bytes, .. } => Some(bytes.len() as u64),
            Kind::Window(window) => Some(window.end()),
            Kind::Stream(_) => None,
        }
    }

    pub(crate) fn rereadable(&self) -> bool {
        match &self.input {
            Kind::Whole { .. } | Kind::Window(_) => true,
            Kind::Stream(stream) => stream.file.is_some(),
        }
    }

    pub(crate) fn rewind(&mut self) -> Result<(), Error> {
        match &mut self.input {
            Kind::Whole { pages, .. } => {
                *pages = Pages::default();
                self.position = 0;
            }
            Kind::Window(_) => self.position = 0,
            Kind::Stream(stream) => {
                let open = |source| Error::Open { source };
                let mut file = stream.file.take().ok_or(Error::NotRereadable)?;
                let again = file.try_clone().map_err(open)?;
                file.rewind().map_err(open)?;
                *self = Source::stream(Box::new(file), Some(again))?;
            }
        }
        Ok(())
    }

    /// Where the window starts, in bytes from the start of the input.
    #[inline]
    pub(crate) fn position(&self) -> u64 {
        self.position
    }

    /// The bytes from the position on: at least `need`, or all up to the end of the input.
    #[inline]
    pub(crate) fn window(&mut self, need: usize) -> &[u8] {
        match &mut self.input {
            Kind::Whole { bytes, .. } => {
                usize::try_from(self.position).map_or(&[], |at| bytes.get(at..).unwrap_or_default())
            }
            Kind::Window(window) => window.get(self.position, need),
            Kind::Stream(stream) => {
                let start = (self.position - stream.base) as usize;
                let start = stream.fill(start, need);
                stream.buffer.get(start..stream.filled).unwrap_or_default()
            }
        }
    }

    /// `len` bytes of the last window, by their place in the input; fewer where it has not as many.
    #[inline]
    pub(crate) fn slice(&self, offset: u64, len: usize) -> &[u8] {
        let (bytes, base): (&[u8], u64) = match &self.input {
            Kind::Whole { bytes, .. } => (bytes, 0),
            Kind::Window(window) => return window.slice(offset, len),
            Kind::Stream(stream) => (
                stream.buffer.get(..stream.filled).unwrap_or_default(),
                stream.base,
            ),
        };
        let start = offset.saturating_sub(base) as usize;
        let rest = bytes.get(start..).unwrap_or_default();
        rest.get(..len).unwrap_or(rest)
    }

    /// Moves the window forward, by no more than it was seen to be long.
    #[inline]
    pub(crate) fn advance(&mut self, len: usize) {
        self.position += len as u64;
        let Kind::Whole { bytes, pages } = &mut self.input else {
            return;
        };
        let position = self.position as usize;
        // nobody knows where the next packet ends before its header is there: the processor's own guesses come late
        let ahead = (position + AHEAD) & !63;
        if let Some(bytes) = bytes.get(pages.asked.max(position)..ahead) {
            sys::prefetch(bytes);
            pages.asked = ahead;
        }
        if position >= pages.due {
            pages.turn(bytes, position);
        }
    }

    /// How it is compressed.
    pub(crate) fn compression(&self) -> Option<Compression> {
        match &self.input {
            Kind::Stream(stream) => stream.compression,
            _ => None,
        }
    }

    /// How many bytes from the position on are at hand, without asking the input for more.
    pub(crate) fn buffered(&self) -> usize {
        match &self.input {
            Kind::Whole { bytes, .. } => {
                usize::try_from(self.position).map_or(0, |at| bytes.len().saturating_sub(at))
            }
            Kind::Window(window) => {
                usize::try_from(window.end().saturating_sub(self.position)).unwrap_or(usize::MAX)
            }
            Kind::Stream(stream) => stream
                .filled
                .saturating_sub((self.position - stream.base) as usize),
        }
    }

    /// Whether the window reaches to the end of the input.
    pub(crate) fn ended(&self) -> bool {
        match &self.input {
            Kind::Whole { .. } => true,
            Kind::Window(window) => window.ended(),
            Kind::Stream(stream) => stream.ended,
        }
    }

    /// Why the input ended early, said once.
    pub(crate) fn take_failure(&mut self) -> Option<DamageKind> {
        let stream = match &mut self.input {
            Kind::Stream(stream) => stream,
            Kind::Window(window) => return Some(DamageKind::Read(window.failure.take()?.kind())),
            Kind::Whole { .. } => return None,
        };
        let failure = stream.failure.take()?;
        Some(match stream.compression {
            Some(compression) if of_data(&failure) => DamageKind::Compressed(compression),
            _ => DamageKind::Read(failure.kind()),
        })
    }

    /// The same for an input that did not even give a header.
    pub(crate) fn take_error(&mut self) -> Option<Error> {
        let stream = match &mut self.input {
            Kind::Stream(stream) => stream,
            Kind::Window(window) => {
                let source = window.failure.take()?;
                return Some(Error::Read { offset: 0, source });
            }
            Kind::Whole { .. } => return None,
        };
        let source = stream.failure.take()?;
        let offset = stream.base + stream.filled as u64;
        Some(match stream.compression {
            Some(compression) if of_data(&source) => Error::Compressed {
                offset,
                compression,
            },
            _ => Error::Read { offset, source },
        })
    }
}

/// Whether an unpacking reader failed on the data, not on the file below it.
fn of_data(error: &io::Error) -> bool {
    error.raw_os_error().is_none()
}

impl Stream {
    /// Reads until `need` bytes stand in the buffer from `start` on, or the input ends. Returns the new start.
    #[inline]
    fn fill(&mut self, start: usize, need: usize) -> usize {
        if self.filled.saturating_sub(start) >= need || self.ended {
            return start;
        }
        self.read(start, need)
    }

    #[cold]
    fn read(&mut self, mut start: usize, need: usize) -> usize {
        while self.filled - start < need && !self.ended {
            if self.filled == self.buffer.len() {
                // Move what is left to the front only when that is the smaller part: each byte moves once.
                if start >= CHUNK && start >= self.filled - start {
                    self.buffer.copy_within(start..self.filled, 0);
                    self.base += start as u64;
                    self.filled -= start;
                    start = 0;
                } else {
                    let len = (self.buffer.len() * 2).max(4 * CHUNK);
                    self.buffer.resize(len, 0);
                }
            }
            let space = self.buffer.get_mut(self.filled..).unwrap_or_default();
            match self.input.read(space) {
                Ok(0) => self.ended = true,
                Ok(read) => self.filled += read.min(space.len()),
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => {
                    self.failure = Some(error);
                    self.ended = true;
                }
            }
        }
        start
    }
}
