//! Bytes that are read where they are asked for, of an input that may still grow.

use std::fs::File;
use std::io;
use std::os::unix::fs::FileExt;
use std::sync::Arc;

/// The least that is read at once.
const LEAST: usize = 64 << 10;
/// How much is read at once in the end, by who reads on.
const MOST: usize = 512 << 10;

/// Bytes by their offset, of an input that may still grow: a file, or what a stream is kept in.
pub trait ReadAt: Send + Sync {
    /// Reads what stands at an offset, as much as fits and is there by now; 0 bytes behind the last one.
    fn read_at(&self, into: &mut [u8], offset: u64) -> io::Result<usize>;

    /// The offset behind the last byte, by now.
    fn end(&self) -> u64;

    /// The offset of the first byte that is still there.
    fn start(&self) -> u64 {
        0
    }
}

impl ReadAt for File {
    fn read_at(&self, into: &mut [u8], offset: u64) -> io::Result<usize> {
        FileExt::read_at(self, into, offset)
    }

    fn end(&self) -> u64 {
        self.metadata().map_or(0, |meta| meta.len())
    }
}

/// The part of such an input that is in memory.
pub(crate) struct Window {
    bytes: Arc<dyn ReadAt>,
    buffer: Vec<u8>,
    /// Where the buffer's first byte stands in the input.
    base: u64,
    filled: usize,
    /// What is cut at the end may still become whole.
    pub(crate) waits: bool,
    pub(crate) failure: Option<io::Error>,
}

impl Window {
    pub(crate) fn new(bytes: Arc<dyn ReadAt>) -> Window {
        Window {
            bytes,
            buffer: Vec::new(),
            base: 0,
            filled: 0,
            waits: false,
            failure: None,
        }
    }

    /// The same input, nothing of it in memory yet.
    pub(crate) fn fork(&self) -> Window {
        Window {
            waits: self.waits,
            ..Window::new(self.bytes.clone())
        }
    }

    /// The offset of the first byte that is still there.
    pub(crate) fn start(&self) -> u64 {
        self.bytes.start()
    }

    /// The offset behind the last byte that there is by now.
    pub(crate) fn end(&self) -> u64 {
        self.bytes.end()
    }

    /// Whether nothing is known to follow what is in memory.
    pub(crate) fn ended(&self) -> bool {
        self.failure.is_some() || self.base + self.filled as u64 >= self.end()
    }

    /// The bytes from `position` on: at least `need`, or all that there are.
    #[inline]
    pub(crate) fn get(&mut self, position: u64, need: usize) -> &[u8] {
        let start = position.wrapping_sub(self.base);
        if start > self.filled as u64 || self.filled - (start as usize) < need {
            self.fill(position, need);
        }
        self.slice(position, usize::MAX)
    }

    /// So many bytes of what is in memory; fewer where there are not as many.
    #[inline]
    pub(crate) fn slice(&self, offset: u64, len: usize) -> &[u8] {
        let start = usize::try_from(offset.wrapping_sub(self.base)).unwrap_or(usize::MAX);
        let rest = self.buffer.get(start..self.filled).unwrap_or_default();
        rest.get(..len).unwrap_or(rest)
    }

    #[cold]
    fn fill(&mut self, position: u64, need: usize) {
        let start = position.wrapping_sub(self.base);
        match usize::try_from(start).ok().filter(|s| *s <= self.filled) {
            Some(start) => {
                self.buffer.copy_within(start..self.filled, 0);
                self.filled -= start;
            }
            None => self.filled = 0,
        }
        self.base = position;
        let room = (2 * self.buffer.len()).clamp(LEAST, MOST).max(need);
        if self.buffer.len() < room {
            self.buffer.resize(room, 0);
        }
        while self.filled < need && self.failure.is_none() {
            let into = self.buffer.get_mut(self.filled..).unwrap_or_default();
            match self.bytes.read_at(into, position + self.filled as u64) {
                Ok(0) => return,
                Ok(read) => self.filled += read.min(into.len()),
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => self.failure = Some(error),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Mutex;

    struct Grows(Mutex<Vec<u8>>);

    impl ReadAt for Grows {
        fn read_at(&self, into: &mut [u8], offset: u64) -> io::Result<usize> {
            let bytes = self.0.lock().unwrap();
            let rest = bytes.get(offset as usize..).unwrap_or_default();
            // never all at once
            let len = rest.len().min(into.len()).min(7);
            into[..len].copy_from_slice(&rest[..len]);
            Ok(len)
        }

        fn end(&self) -> u64 {
            self.0.lock().unwrap().len() as u64
        }
    }

    #[test]
    fn any_place_and_what_comes_later() {
        let bytes: Vec<u8> = (0..=255).collect();
        let grows = Arc::new(Grows(Mutex::new(bytes.clone())));
        let mut window = Window::new(grows.clone());
        for (at, need) in [(0, 10), (3, 20), (200, 56), (5, 1), (40, 100), (255, 1)] {
            assert_eq!(window.get(at as u64, need)[..need], bytes[at..at + need]);
        }
        assert!(window.ended());
        assert_eq!(window.get(250, 10), &bytes[250..]);
        assert_eq!(window.get(256, 1), b"");
        grows.0.lock().unwrap().extend(b"more");
        assert!(!window.ended());
        assert_eq!(window.get(256, 4), b"more");
        assert_eq!(window.slice(257, 2), b"or");
        assert_eq!(window.slice(0, 2), b"");
    }
}
