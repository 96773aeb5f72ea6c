//! A recording in files that follow one another by size or time.

use crate::Timestamp;
use crate::record::Recorder;
use crate::who::now;
use netlink_dissector::note::Note;
use std::io::{self, Write};
use std::time::{Duration, Instant};

/// When a file is full.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Full {
    /// At so many bytes.
    pub bytes: Option<u64>,
    /// At this age.
    pub age: Option<Duration>,
}

/// Writes files that the keeper opens.
#[derive(Debug)]
pub(crate) struct Rolling<W: Write> {
    recorder: Option<Recorder<Counted<W>>>,
    name: String,
    full: Full,
    since: Instant,
    /// Packets received and dropped before this file.
    before: (u64, u64),
    /// When the last packet came.
    last: Timestamp,
    /// Bytes of the files before.
    written: u64,
}

/// An output that counts.
#[derive(Debug)]
struct Counted<W> {
    out: W,
    bytes: u64,
}

impl<W: Write> Write for Counted<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let n = self.out.write(bytes)?;
        self.bytes += n as u64;
        Ok(n)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

impl<W: Write> Rolling<W> {
    /// Begins with a first file. The name is the device's.
    pub(crate) fn new(name: &str, full: Full, first: (W, String)) -> io::Result<Rolling<W>> {
        let mut rolling = Rolling {
            recorder: None,
            name: name.to_owned(),
            full,
            since: Instant::now(),
            before: (0, 0),
            last: Timestamp::default(),
            written: 0,
        };
        rolling.begin(first, (0, 0))?;
        Ok(rolling)
    }

    fn begin(&mut self, (out, comment): (W, String), counts: (u64, u64)) -> io::Result<()> {
        let out = Counted { out, bytes: 0 };
        self.recorder = Some(Recorder::new(out, &self.name, &[&comment])?);
        self.since = Instant::now();
        self.before = counts;
        Ok(())
    }

    /// Whether the next packet belongs into another file.
    pub(crate) fn is_full(&self) -> bool {
        let Full { bytes, age } = self.full;
        bytes.is_some_and(|most| self.bytes() >= most)
            || age.is_some_and(|most| self.since.elapsed() >= most)
    }

    /// Ends a file and begins another. `counts`: packets received and dropped up to now.
    pub(crate) fn roll(&mut self, next: (W, String), counts: (u64, u64)) -> io::Result<()> {
        self.end(counts)?;
        self.begin(next, counts)
    }

    /// Ends the file with what was received and dropped while it was written.
    pub(crate) fn end(&mut self, counts: (u64, u64)) -> io::Result<()> {
        let (received, dropped) = (counts.0 - self.before.0, counts.1 - self.before.1);
        self.written += self.bytes();
        let Some(mut recorder) = self.recorder.take() else {
            return Ok(());
        };
        let now = now().max(self.last);
        recorder.statistics(now, received, dropped)?;
        recorder.flush()
    }

    /// Writes a frame.
    pub(crate) fn frame(
        &mut self,
        protocol: u16,
        time: Timestamp,
        data: &[u8],
        len: usize,
        note: Option<&Note>,
    ) -> io::Result<()> {
        self.last = self.last.max(time);
        match &mut self.recorder {
            Some(recorder) => recorder.datagram(protocol, time, data, len, note),
            None => Ok(()),
        }
    }

    /// Makes the file hold what was written.
    pub(crate) fn flush(&mut self) -> io::Result<()> {
        self.recorder.as_mut().map_or(Ok(()), Recorder::flush)
    }

    /// Bytes of this file.
    fn bytes(&self) -> u64 {
        self.recorder.as_ref().map_or(0, |r| r.get_ref().bytes)
    }

    /// Bytes of all files.
    pub(crate) fn written(&self) -> u64 {
        self.written + self.bytes()
    }
}
