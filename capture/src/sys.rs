//! The only file with unsafe code: memory maps of files.
//!
//! A map is good as long as its file keeps its length and its bytes. If another program makes the file shorter while
//! it is read, the system ends this one with SIGBUS: a known limit. Growing is harmless: what comes later is not seen.
//! A file that may shrink is read with [`Capture::from_reader`](crate::Capture::from_reader) instead.

use std::fs::File;
use std::io;

use memmap2::{Mmap, UncheckedAdvice};

/// Maps the whole of a file, for reading.
pub(crate) fn map(file: &File) -> io::Result<Mmap> {
    // SAFETY: the map is read-only and never handed out as anything but `&[u8]`, for which every value is valid.
    // What cannot be ruled out here is that another process writes to the file meanwhile, as with every map of a
    // file: no slice is used to index memory without a bounds check against the map's length, which never changes.
    unsafe { Mmap::map(file) }
}

/// Tells the system that a part of a map, which was read, is not needed for now, so that memory does not grow with
/// the file. Failing is harmless.
pub(crate) fn release(map: &Mmap, offset: usize, len: usize) {
    let inside = offset.checked_add(len).is_some_and(|end| end <= map.len());
    if inside {
        // SAFETY: the range lies within the map, as just checked. The map is read-only and backed by a file, so
        // MADV_DONTNEED only drops pages from this process; the next access finds the file's bytes there again.
        let _ = unsafe { map.unchecked_advise_range(UncheckedAdvice::DontNeed, offset, len) };
    }
}
