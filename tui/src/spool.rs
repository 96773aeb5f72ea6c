//! A stream, kept in files without a name so that any place of it can be read again: of an endless one, the newest.

use netlink_capture::{
    ByteOrder, Capture, Error, Event, InterfaceHeader, Packet, PcapNgWriter, ReadAt, SectionHeader,
    Statistics,
};
use std::collections::{HashMap, VecDeque};
use std::env;
use std::fs::{self, File};
use std::io::{self, Write};
use std::os::unix::fs::{FileExt, OpenOptionsExt};
use std::path::PathBuf;
use std::process;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard};
use std::thread;
use std::time::Duration;

/// Bytes that are written at once.
const CHUNK: usize = 256 << 10;
/// What is kept is dropped in so many parts.
const PARTS: u64 = 16;
/// The smallest part.
const PART: u64 = 1 << 20;
/// How long a stream waits for who reads.
const PAUSE: Duration = Duration::from_millis(5);

/// The bytes of a stream.
pub struct Spool {
    inner: Mutex<Inner>,
    /// So many bytes are kept at least; all, where it does not say.
    keep: Option<u64>,
    /// How far they were read.
    read: AtomicU64,
    /// The stream goes on.
    running: AtomicBool,
    /// Nobody wants it any more.
    stopped: AtomicBool,
}

#[derive(Default)]
struct Inner {
    parts: VecDeque<Part>,
    /// What is not yet in a file.
    pending: Vec<u8>,
    /// The offset behind the last byte.
    end: u64,
}

struct Part {
    start: u64,
    len: u64,
    file: File,
}

impl Spool {
    /// Keeps so many bytes at least, or all.
    pub fn new(keep: Option<u64>) -> Spool {
        Spool {
            inner: Mutex::default(),
            keep,
            read: AtomicU64::new(0),
            running: AtomicBool::new(true),
            stopped: AtomicBool::new(false),
        }
    }

    /// Whether more may come.
    pub fn running(&self) -> bool {
        self.running.load(Ordering::Acquire)
    }

    /// Nothing more is wanted.
    pub fn stop(&self) {
        self.stopped.store(true, Ordering::Relaxed);
    }

    /// All before this place was read.
    pub fn read_to(&self, place: u64) {
        self.read.store(place, Ordering::Relaxed);
    }

    fn inner(&self) -> MutexGuard<'_, Inner> {
        match self.inner.lock() {
            Ok(inner) => inner,
            Err(poisoned) => poisoned.into_inner(),
        }
    }

    /// Waits for who reads, so that nothing is dropped before it was read.
    fn wait(&self) {
        let Some(keep) = self.keep else { return };
        while !self.stopped.load(Ordering::Relaxed)
            && self.end().saturating_sub(self.read.load(Ordering::Relaxed)) > keep / 2
        {
            thread::sleep(PAUSE);
        }
    }

    fn append(&self, bytes: &[u8]) -> io::Result<()> {
        let mut inner = self.inner();
        inner.pending.extend_from_slice(bytes);
        inner.end += bytes.len() as u64;
        if inner.pending.len() < CHUNK {
            return Ok(());
        }
        let most = self.keep.map_or(u64::MAX, |keep| (keep / PARTS).max(PART));
        inner.settle(most)?;
        if let Some(keep) = self.keep {
            // the first part may go where the others are enough
            while let Some(second) = inner.parts.get(1)
                && inner.end - second.start >= keep
            {
                inner.parts.pop_front();
            }
        }
        Ok(())
    }
}

impl Inner {
    /// Writes what is pending.
    fn settle(&mut self, most: u64) -> io::Result<()> {
        if self.parts.back().is_none_or(|part| part.len >= most) {
            self.parts.push_back(Part {
                start: self.end - self.pending.len() as u64,
                len: 0,
                file: nameless()?,
            });
        }
        if let Some(part) = self.parts.back_mut() {
            part.file.write_all_at(&self.pending, part.len)?;
            part.len += self.pending.len() as u64;
        }
        self.pending.clear();
        Ok(())
    }
}

impl ReadAt for Spool {
    fn read_at(&self, into: &mut [u8], offset: u64) -> io::Result<usize> {
        let inner = self.inner();
        let pending = inner.end - inner.pending.len() as u64;
        if offset >= pending {
            let from = usize::try_from(offset - pending).unwrap_or(usize::MAX);
            let there = inner.pending.get(from..).unwrap_or_default();
            let len = there.len().min(into.len());
            let both = into.get_mut(..len).zip(there.get(..len));
            if let Some((into, there)) = both {
                into.copy_from_slice(there);
            }
            return Ok(len);
        }
        let at = inner.parts.partition_point(|p| p.start <= offset);
        let part = at.checked_sub(1).and_then(|at| inner.parts.get(at));
        // it was dropped
        let part = part.ok_or(io::ErrorKind::NotFound)?;
        let within = offset - part.start;
        let len = usize::try_from(part.len - within).unwrap_or(usize::MAX);
        let len = len.min(into.len());
        let into = into.get_mut(..len).unwrap_or_default();
        FileExt::read_at(&part.file, into, within)
    }

    fn end(&self) -> u64 {
        self.inner().end
    }

    fn start(&self) -> u64 {
        self.inner().parts.front().map_or(0, |part| part.start)
    }
}

/// A file that is gone as soon as nobody has it open.
fn nameless() -> io::Result<File> {
    static COUNT: AtomicU64 = AtomicU64::new(0);
    let own = env::var_os("TMPDIR").map(PathBuf::from);
    // /tmp is in memory on many systems
    let folders = own
        .into_iter()
        .chain(["/var/tmp", "/tmp"].map(PathBuf::from));
    let mut last = io::Error::from(io::ErrorKind::NotFound);
    for folder in folders {
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let path = folder.join(format!(".nldissect-{}-{count}", process::id()));
        let mut options = File::options();
        options.read(true).write(true).create_new(true).mode(0o600);
        match options.open(&path) {
            Ok(file) => {
                fs::remove_file(&path)?;
                return Ok(file);
            }
            Err(error) => last = error,
        }
    }
    Err(last)
}

/// Where a writer of pcapng puts a stream.
struct Sink(Arc<Spool>);

impl Write for Sink {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.append(bytes)?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Reads a stream in a thread of its own; gives the capture that it becomes, whose packets have the same numbers.
/// `say` is told what is wrong with it.
pub fn keep(
    mut stream: Capture,
    spool: &Arc<Spool>,
    say: impl Fn(&str) + Send + 'static,
) -> Result<Capture, Error> {
    let name = stream.name().to_owned();
    let cannot = |source| Error::Open { source };
    let mut pump = Pump {
        spool: spool.clone(),
        writer: None,
        interfaces: HashMap::new(),
    };
    // the first event is the section, without which there is no capture
    if let Some(event) = stream.next() {
        pump.event(event).map_err(cannot)?;
    }
    let capture = Capture::from_read_at(name.clone(), spool.clone())?;
    let spool = spool.clone();
    let run = move || {
        while !spool.stopped.load(Ordering::Relaxed)
            && let Some(event) = stream.next()
        {
            if let Event::Damage(damage) = &event {
                say(&format!("{name}: {damage}"));
            }
            if let Err(error) = pump.event(event) {
                say(&format!("{name}: cannot keep what comes: {error}"));
                break;
            }
            spool.wait();
        }
        spool.running.store(false, Ordering::Release);
    };
    let thread = thread::Builder::new().name("stream".into());
    thread.spawn(run).map_err(cannot)?;
    Ok(capture)
}

/// Writes events as pcapng.
struct Pump {
    spool: Arc<Spool>,
    writer: Option<PcapNgWriter<Sink>>,
    /// Numbers of interfaces within their section.
    interfaces: HashMap<u32, u32>,
}

impl Pump {
    fn event(&mut self, event: Event<'_>) -> io::Result<()> {
        let comments: Vec<String> = match &event {
            Event::Frame(frame) => frame.comments().map(|c| c.into_owned()).collect(),
            Event::Section(section) => section.comments.clone(),
            Event::Interface(interface) => interface.comments.clone(),
            _ => Vec::new(),
        };
        let comments: Vec<&str> = comments.iter().map(String::as_str).collect();
        if let Event::Section(section) = &event {
            let header = SectionHeader {
                hardware: section.hardware.as_deref(),
                os: section.os.as_deref(),
                application: section.application.as_deref(),
                comments: &comments,
            };
            let sink = Sink(self.spool.clone());
            self.interfaces.clear();
            self.writer = Some(PcapNgWriter::new(sink, ByteOrder::Little, &header)?);
            return Ok(());
        }
        let Some(writer) = &mut self.writer else {
            return Ok(());
        };
        match event {
            Event::Interface(interface) => {
                let number = writer.interface(&InterfaceHeader {
                    link_type: interface.link_type,
                    name: interface.name.as_deref(),
                    description: interface.description.as_deref(),
                    snap_len: interface.snap_len,
                    comments: &comments,
                })?;
                self.interfaces.insert(interface.index, number);
            }
            Event::Frame(frame) => {
                if let Some(interface) = self.interfaces.get(&frame.interface) {
                    writer.packet(&Packet {
                        interface: *interface,
                        time: frame.time,
                        data: frame.data,
                        original_len: frame.original_len,
                        comments: &comments,
                    })?;
                }
            }
            Event::Statistics(statistics) => {
                if let Some(interface) = self.interfaces.get(&statistics.interface) {
                    writer.statistics(&Statistics {
                        interface: *interface,
                        ..statistics
                    })?;
                }
            }
            _ => {}
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(spool: &Spool, from: u64) -> Vec<u8> {
        let (mut out, mut buffer) = (Vec::new(), [0; 777]);
        loop {
            let at = from + out.len() as u64;
            match spool.read_at(&mut buffer, at).unwrap() {
                0 => return out,
                read => out.extend_from_slice(&buffer[..read]),
            }
        }
    }

    #[test]
    fn any_place_can_be_read_again() {
        let spool = Spool::new(None);
        let bytes: Vec<u8> = (0..3_000_000u32).map(|i| (i % 251) as u8).collect();
        for part in bytes.chunks(1001) {
            spool.append(part).unwrap();
        }
        assert_eq!(spool.end(), bytes.len() as u64);
        assert_eq!(all(&spool, 0), bytes);
        assert_eq!(all(&spool, 2_999_990), &bytes[2_999_990..]);
        assert_eq!(spool.start(), 0);
    }

    #[test]
    fn the_oldest_goes() {
        let spool = Spool::new(Some(4 << 20));
        for i in 0..10_000u32 {
            spool.append(&[i as u8; 1024]).unwrap();
        }
        let (start, end) = (spool.start(), spool.end());
        assert!(start > 0 && end - start >= 4 << 20 && end - start < 6 << 20);
        let kept = all(&spool, start);
        assert_eq!(kept.len() as u64, end - start);
        assert_eq!(kept.last(), Some(&(9_999u32 as u8)));
        assert!(spool.read_at(&mut [0], start - 1).is_err());
    }
}
