//! Recording from an nlmon device.
//!
//! Two processes share the work. The *keeper* holds the privileges: it makes the device and removes it, opens the files, and
//! never looks at a captured byte. The *decoder*, which called [`Live::start`], gives up all it has
//! ([`give_up_all`](crate::give_up_all)) before it reads the first packet from the ring that both have mapped. A third
//! process, the *warden*, removes the device and the probe when the keeper is killed; those that all three left behind are
//! known by their names, and removed by the next run.

mod binds;
mod channel;
mod device;
mod files;
mod hold;
mod keeper;
mod namespaces;
mod processes;
mod ring;
mod rolling;

pub use keeper::{keep, ward};
pub use rolling::Full;

use crate::Timestamp;
use crate::client::NATIVE;
use crate::record::Recorder;
use hold::{Ask, Hold, Packet};
use keeper::{Kept, Ready};
use netlink_dissector::note::Process;
use netlink_dissector::wire::{MessageHeader, Messages};
use ring::{Heard, Ring};
use rolling::Rolling;
use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::os::fd::{AsFd, BorrowedFd};
use std::path::PathBuf;
use std::process::Command;
use std::time::{Duration, Instant};

/// How much is gathered before it is written to a file.
const GATHER: usize = 1 << 20;
/// How often drops are asked for, and files get what has gathered.
const COUNT: Duration = Duration::from_secs(1);
/// How long the ring may fill where nobody has to be looked for.
const LULL: Duration = Duration::from_millis(16);
/// How long a packet may take from the kernel to the ring's reader.
const SETTLE: Duration = Duration::from_millis(20);
/// Blocks that are read before signals are looked for.
const BLOCKS: usize = 16;

/// What to listen to, and where to write it.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// The name of the device; none: one that is up, else a new one.
    pub device: Option<String>,
    /// Never makes a device.
    pub no_create: bool,
    /// A network namespace: a name, a process id, or a path.
    pub netns: Option<String>,
    /// Size of the ring in MiB.
    pub buffer: u32,
    /// The file that is written.
    pub write: Option<PathBuf>,
    /// Whether several files follow one another, numbered.
    pub several: bool,
    /// How many of them stay.
    pub files: Option<usize>,
}

/// When to end, beside signals and time.
#[derive(Clone, Copy, Debug, Default)]
pub struct Until {
    /// After so many messages.
    pub messages: Option<u64>,
    /// When files have so many bytes together.
    pub bytes: Option<u64>,
}

/// A device that is listened to.
#[derive(Debug)]
pub struct Live {
    ring: Ring,
    kept: Kept,
    words: String,
    name: String,
    /// Own sockets, by protocol and port id; left out.
    own: Vec<(u16, u32)>,
    comment: String,
}

/// What a recording came to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Packets that the kernel gave, those that it dropped among them.
    pub received: u64,
    /// Packets that the kernel dropped.
    pub dropped: u64,
    /// Packets that were recorded.
    pub recorded: u64,
}

impl Live {
    /// Starts the keeper, by a command whose process calls [`keep`] with the same wishes, and listens. The error is what the
    /// keeper says.
    pub fn start(keeper: Command, wanted: &Wanted) -> Result<Live, String> {
        let (kept, ready) = Kept::start(keeper)?;
        let Ready {
            socket,
            words,
            name,
            ports,
            comment,
        } = ready;
        let ring = Ring::map(socket, wanted.buffer).map_err(|e| format!("the ring: {e}"))?;
        Ok(Live {
            ring,
            kept,
            words,
            name,
            own: ports,
            comment,
        })
    }

    /// What is listened to, and what is not, in words.
    pub fn words(&self) -> &str {
        &self.words
    }

    /// Shows the traffic of the keeper too.
    pub fn with_own(&mut self) {
        self.own.clear();
    }

    /// Lets the keeper put away what it made.
    pub fn end(self) -> io::Result<()> {
        self.kept.end()
    }

    /// The first file of a recording.
    pub fn file(&mut self, full: Full) -> io::Result<Recording> {
        let (file, comment) = self.kept.next_file()?;
        Recording::new(&self.name, full, file, comment)
    }

    /// The same, on an output that is open.
    pub fn onto(&self, out: File) -> io::Result<Recording> {
        Recording::new(&self.name, Full::default(), out, self.comment.clone())
    }

    /// Records into files, into a pipe, or both, until `wait` says so: it waits for descriptors and at most so long. `dropped` is
    /// told of packets that were dropped.
    pub fn record<W: Write>(
        &mut self,
        files: Option<Recording>,
        pipe: Option<W>,
        until: Until,
        mut wait: impl FnMut(&[BorrowedFd<'_>], Duration) -> io::Result<Option<Vec<usize>>>,
        mut dropped: impl FnMut(u64),
    ) -> io::Result<Counts> {
        let pipe = pipe.map(|pipe| Recorder::new(pipe, &self.name, &[&self.comment]));
        let mut out = Outputs {
            files,
            pipe: pipe.transpose()?,
            until,
            messages: 0,
            recorded: 0,
            last: Timestamp::default(),
        };
        let mut hold = Hold::default();
        let mut counts = Counts::default();
        let mut counted = Instant::now();
        let mut failure = None;
        let mut ending = false;
        loop {
            let recorded = out.recorded;
            let idle = self.drain(&mut hold, &mut out, failure.is_some())?;
            // while all that comes is of ports that are known, it is not worth waking up for each block
            let lull = !hold.met_new() && out.recorded > recorded;
            if idle {
                out.show()?;
                if ending {
                    break;
                }
            }
            if counted.elapsed() >= COUNT {
                counted = Instant::now();
                out.flush()?;
                let before = counts.dropped;
                (counts.received, counts.dropped) = self.ring.statistics()?;
                if counts.dropped > before {
                    dropped(counts.dropped);
                }
            }
            let most = if lull { LULL } else { COUNT };
            let pause = match idle {
                true => hold.pause().map_or(most, |pause| pause.min(most)),
                false => Duration::ZERO,
            };
            let fds = [self.kept.channel().as_fd(), self.ring.as_fd()];
            let (keeper, both) = (fds.get(..1).unwrap_or_default(), fds.as_slice());
            let ready = wait(if lull { keeper } else { both }, pause)?;
            let wrong = match &ready {
                // the keeper says nothing unasked
                Some(ready) if ready.contains(&0) => Some(keeper_gone()),
                Some(ready) if idle && ready.contains(&1) => self.ring.check().err(),
                _ => None,
            };
            if (ready.is_none() || wrong.is_some() || out.enough()) && !ending {
                // what was on its way belongs to it
                failure = wrong;
                ending = true;
                std::thread::sleep(SETTLE);
            }
        }
        let mut ask = Asking::new(&mut self.kept, failure.is_some());
        while let Some(packet) = hold.pop(true, Instant::now(), &mut ask) {
            out.put(&packet)?;
        }
        (counts.received, counts.dropped) = self.ring.statistics()?;
        counts.recorded = out.recorded;
        out.end((counts.received, counts.dropped))?;
        failure.map_or(Ok(counts), Err)
    }

    /// Reads some blocks of the ring; whether no more of them are full.
    fn drain<W: Write>(
        &mut self,
        hold: &mut Hold,
        out: &mut Outputs<W>,
        gone: bool,
    ) -> io::Result<bool> {
        let own = &self.own;
        let mut idle = false;
        for _ in 0..BLOCKS {
            let mut ask = Asking::new(&mut self.kept, gone);
            let now = Instant::now();
            idle = !self.ring.block(|heard| {
                if !is_own(own, &heard) {
                    hold.push(&heard, now, &mut ask);
                }
            });
            while let Some(packet) = hold.pop(false, now, &mut ask) {
                out.put(&packet)?;
            }
            if out.is_full() {
                let counts = self.ring.statistics()?;
                out.roll(self.kept.next_file()?, counts)?;
            }
            if idle {
                break;
            }
        }
        Ok(idle)
    }
}

/// Asks the keeper as long as there is one.
struct Asking<'k> {
    kept: &'k mut Kept,
    gone: bool,
}

impl Asking<'_> {
    fn new(kept: &mut Kept, gone: bool) -> Asking<'_> {
        Asking { kept, gone }
    }

    fn unless_gone(
        &mut self,
        ask: impl FnOnce(&mut Kept) -> io::Result<Option<Process>>,
    ) -> Option<Process> {
        if self.gone {
            return None;
        }
        let answer = ask(self.kept);
        self.gone = answer.is_err();
        answer.unwrap_or_default()
    }
}

impl Ask for Asking<'_> {
    fn owner(&mut self, protocol: u16, port: u32, at: Timestamp) -> Option<Process> {
        self.unless_gone(|kept| kept.owner(protocol, port, at))
    }

    fn only(&mut self, protocol: u16) -> Option<Process> {
        self.unless_gone(|kept| kept.only(protocol))
    }
}

/// An error of the recording's file, not of what is printed.
fn of_file(error: io::Error) -> io::Error {
    match error.kind() {
        io::ErrorKind::BrokenPipe => error,
        _ => io::Error::other(format!("writing the recording: {error}")),
    }
}

fn keeper_gone() -> io::Error {
    io::Error::other("the process with the privileges has ended")
}

/// Where packets go.
struct Outputs<W: Write> {
    files: Option<Recording>,
    pipe: Option<Recorder<W>>,
    until: Until,
    messages: u64,
    recorded: u64,
    /// When the last packet came.
    last: Timestamp,
}

impl<W: Write> Outputs<W> {
    fn put(&mut self, packet: &Packet) -> io::Result<()> {
        let Packet {
            time,
            protocol,
            data,
            len,
            note,
            ..
        } = packet;
        if let Some(most) = self.until.messages {
            if self.messages >= most {
                return Ok(());
            }
            self.messages += Messages::of(*protocol, data, NATIVE).count() as u64;
        }
        self.recorded += 1;
        self.last = self.last.max(*time);
        if let Some(files) = &mut self.files {
            let written = files.0.frame(*protocol, *time, data, *len, note.as_ref());
            written.map_err(of_file)?;
        }
        match &mut self.pipe {
            Some(pipe) => pipe.datagram(*protocol, *time, data, *len, note.as_ref()),
            None => Ok(()),
        }
    }

    /// Whether there is as much as was wanted.
    fn enough(&self) -> bool {
        let written = self.files.as_ref().map_or(0, |files| files.0.written());
        self.until
            .messages
            .is_some_and(|most| self.messages >= most)
            || self.until.bytes.is_some_and(|most| written >= most)
    }

    fn is_full(&self) -> bool {
        self.files.as_ref().is_some_and(|files| files.0.is_full())
    }

    fn roll(&mut self, next: (File, String), counts: (u64, u64)) -> io::Result<()> {
        let files = self.files.as_mut();
        files.map_or(Ok(()), |files| {
            files.0.roll(buffered(next), counts).map_err(of_file)
        })
    }

    /// Lets what is printed be printed.
    fn show(&mut self) -> io::Result<()> {
        self.pipe.as_mut().map_or(Ok(()), Recorder::flush)
    }

    /// Writes to the files what has gathered.
    fn flush(&mut self) -> io::Result<()> {
        let files = self.files.as_mut();
        files.map_or(Ok(()), |files| files.0.flush().map_err(of_file))
    }

    fn end(&mut self, counts: (u64, u64)) -> io::Result<()> {
        if let Some(files) = &mut self.files {
            files.0.end(counts).map_err(of_file)?;
        }
        if let Some(pipe) = &mut self.pipe {
            pipe.statistics(self.last, counts.0, counts.1)?;
            pipe.flush()?;
        }
        Ok(())
    }
}

/// A recording in files.
#[derive(Debug)]
pub struct Recording(Rolling<BufWriter<File>>);

impl Recording {
    fn new(name: &str, full: Full, file: File, comment: String) -> io::Result<Recording> {
        Ok(Recording(Rolling::new(
            name,
            full,
            buffered((file, comment)),
        )?))
    }
}

fn buffered((file, comment): (File, String)) -> (BufWriter<File>, String) {
    (BufWriter::with_capacity(GATHER, file), comment)
}

/// Whether a packet belongs to a socket of the keeper, whose requests and answers carry its port id.
fn is_own(own: &[(u16, u32)], heard: &Heard<'_>) -> bool {
    MessageHeader::parse(heard.data, NATIVE)
        .is_some_and(|header| own.contains(&(heard.protocol, header.nlmsg_pid)))
}
