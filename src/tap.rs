//! Live taps: what listens runs in a thread of its own and writes a recording into a pipe. The
//! other end of the pipe is read like any capture, with the same outputs.

use crate::args::{Args, Tap};
use crate::read::{self, Opened, Wait, usage};
use crate::{DONE, USAGE, browse, complain};
use netlink_capture::slice::create;
use netlink_capture::{Capture, Error};
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
use std::fs::File;
use std::io::{self, BufWriter, IsTerminal, PipeReader, PipeWriter, Write};
use std::os::fd::{AsFd, BorrowedFd};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::thread;
use std::time::{Duration, Instant};

/// How many bytes of a recording may wait to be read.
const PIPE: usize = 1 << 20;

/// Prints what a tap hears, records it to the file that was asked for, or both. `listen` is called
/// once the arguments are found to be right, and returns when it is told to end.
pub fn run<L>(tap: &Tap, args: &Args, name: &str, listen: L) -> io::Result<u8>
where
    L: FnOnce(Out, End) -> io::Result<()> + Send + 'static,
{
    prepared(tap, args, name, false, || Ok(listen))
}

/// The same, for a tap that is prepared when the arguments are found to be right and nothing runs
/// yet. With `own_files` it writes by itself the files that all of it goes to.
pub fn prepared<L>(
    tap: &Tap,
    args: &Args,
    name: &str,
    own_files: bool,
    prepare: impl FnOnce() -> Result<L, String>,
) -> io::Result<u8>
where
    L: FnOnce(Out, End) -> io::Result<()> + Send + 'static,
{
    if tap.browser {
        return in_browser(tap, args, name, prepare);
    }
    let mut args = tap.reading(args);
    let standard_output = tap.write.as_ref().is_some_and(|out| out.as_os_str() == "-");
    if standard_output && args.output.asks() {
        return usage("-w -: standard output is the recording: take a file, or print nothing else");
    }
    let tables = args.output.stats || !args.output.by.is_empty();
    let picks = args.select.filter.is_some() || args.select.redact.is_some();
    if tables && picks && tap.write.is_some() {
        return usage("-w with -Y or --redact: take no tables, or make them of the file");
    }
    let whole = tables
        || (args.select.filter.is_none()
            && (args.select.limit.is_none() || own_files)
            && args.select.redact.is_none());
    let shows = args.output.asks() || tap.write.is_none();
    let mut file = None;
    if whole
        && let Some(path) = args.select.write.take()
        && !own_files
    {
        // all of it is written as it is heard
        match create(&path) {
            Ok(out) => file = Some((BufWriter::new(out), path)),
            Err(error) => return usage(&format!("-w {}: {error}", path.display())),
        }
    }
    let over = io::pipe()?;
    let end = End::new(over.0, tap.duration)?;
    let failed = |what: &dyn std::fmt::Display| {
        complain::say(format_args!("{name}: {what}"));
        USAGE
    };
    if whole && !shows {
        return Ok(match prepare() {
            Ok(listen) => ended(
                name,
                listen(
                    Out {
                        pipe: None,
                        file,
                        talks: true,
                    },
                    end,
                ),
                DONE,
            ),
            Err(what) => failed(&what),
        });
    }
    let mut thread = None;
    let result = read::from(&args, |tables| {
        let listen = prepare().map_err(|what| failed(&what))?;
        let (reader, writer) = pipe().map_err(|e| failed(&e))?;
        let waiting = reader.try_clone().map_err(|e| failed(&e))?;
        let out = Out {
            pipe: Some(BufWriter::with_capacity(PIPE / 4, writer)),
            file,
            talks: true,
        };
        let spawned = thread::Builder::new().name(name.to_owned());
        let spawned = spawned.spawn(|| listen(out, end));
        thread = Some(spawned.map_err(|e| failed(&e))?);
        let capture = match Capture::from_reader(name.to_owned(), Box::new(reader)) {
            Ok(capture) => capture,
            // the tap says why there is not even a header
            Err(Error::Empty) => return Err(DONE),
            Err(error) => return Err(failed(&error)),
        };
        Opened::live(capture, &args.meaning, tables, wait(waiting))
    });
    // what listens hears that nobody does any more
    drop(over.1);
    let heard = thread.map_or(Ok(()), |thread| {
        let lost = |_| Err(io::Error::other("it ended unexpectedly"));
        thread.join().unwrap_or_else(lost)
    });
    Ok(ended(name, heard, result?))
}

/// Shows in the browser what a tap hears.
fn in_browser<L>(
    tap: &Tap,
    args: &Args,
    name: &str,
    prepare: impl FnOnce() -> Result<L, String>,
) -> io::Result<u8>
where
    L: FnOnce(Out, End) -> io::Result<()> + Send + 'static,
{
    if !io::stdout().is_terminal() {
        return usage("--browser: standard output is no terminal");
    }
    let listen = match prepare() {
        Ok(listen) => listen,
        Err(what) => return usage(&format!("{name}: {what}")),
    };
    let over = io::pipe()?;
    let end = End::new(over.0, tap.duration)?;
    let (reader, writer) = pipe()?;
    let out = Out {
        pipe: Some(BufWriter::with_capacity(PIPE / 4, writer)),
        file: None,
        talks: false,
    };
    let thread = thread::Builder::new().name(name.to_owned());
    let thread = thread.spawn(|| listen(out, end))?;
    let shown = browse::live(name, Box::new(reader), args);
    drop(over.1);
    let heard = thread
        .join()
        .unwrap_or_else(|_| Err(io::Error::other("it ended unexpectedly")));
    Ok(ended(name, heard, shown?))
}

/// Whether the arguments ask for messages, in whatever form.
pub fn asks(tap: &Tap, args: &Args) -> bool {
    let browser = tap.browser;
    let args = tap.reading(args);
    browser || args.output.asks() || args.select.write.is_some() || args.select.filter.is_some()
}

/// The exit code, once a tap has ended; says what ended it.
fn ended(name: &str, heard: io::Result<()>, code: u8) -> u8 {
    match heard {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            complain::say(format_args!("{name}: {error}"));
            USAGE
        }
        _ => code,
    }
}

/// A pipe that holds much.
fn pipe() -> io::Result<(PipeReader, PipeWriter)> {
    let (reader, writer) = io::pipe()?;
    // where it is not allowed, less will do
    let _ = rustix::pipe::fcntl_setpipe_size(&writer, PIPE);
    Ok((reader, writer))
}

/// Waits until there is something in a pipe, or it was closed.
fn wait(pipe: PipeReader) -> Wait {
    Box::new(move |pause| ready(&pipe, pause))
}

/// Waits for something to read; whether there is.
pub fn ready(from: &impl AsFd, pause: Duration) -> bool {
    let mut fds = [PollFd::new(from, PollFlags::IN)];
    match poll(&mut fds, Timespec::try_from(pause).ok().as_ref()) {
        Ok(ready) => ready > 0,
        Err(Errno::INTR) => false,
        // reading will tell
        Err(_) => true,
    }
}

/// Where a tap writes its recording.
pub struct Out {
    pipe: Option<BufWriter<PipeWriter>>,
    file: Option<(BufWriter<File>, PathBuf)>,
    talks: bool,
}

impl Out {
    /// Says something on standard error, unless the terminal is the browser's.
    pub fn say(&self, what: std::fmt::Arguments<'_>) {
        if self.talks {
            complain::say(what);
        }
    }

    /// The pipe to what is printed.
    pub fn into_pipe(self) -> Option<BufWriter<PipeWriter>> {
        self.pipe
    }
}

impl Write for Out {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.write_all(bytes)?;
        Ok(bytes.len())
    }

    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        if let Some((file, path)) = &mut self.file {
            file.write_all(bytes).map_err(|e| failed(path, &e))?;
        }
        self.pipe.as_mut().map_or(Ok(()), |p| p.write_all(bytes))
    }

    fn flush(&mut self) -> io::Result<()> {
        if let Some((file, path)) = &mut self.file {
            file.flush().map_err(|e| failed(path, &e))?;
        }
        self.pipe.as_mut().map_or(Ok(()), BufWriter::flush)
    }
}

fn failed(path: &std::path::Path, error: &io::Error) -> io::Error {
    if path.as_os_str() == "-" && error.kind() == io::ErrorKind::BrokenPipe {
        return io::ErrorKind::BrokenPipe.into();
    }
    io::Error::other(format!("-w {}: {error}", path.display()))
}

/// Tells a tap when to end: at a signal, after the time that was asked for, or when nobody reads
/// what it hears. A second signal ends the program at once.
pub struct End {
    signal: PipeReader,
    over: PipeReader,
    until: Option<Instant>,
}

impl End {
    fn new(over: PipeReader, duration: Option<Duration>) -> io::Result<End> {
        let (signal, told) = io::pipe()?;
        let again = Arc::new(AtomicBool::new(false));
        for number in [SIGINT, SIGTERM, SIGHUP] {
            signal_hook::flag::register_conditional_default(number, again.clone())?;
            signal_hook::flag::register(number, again.clone())?;
            signal_hook::low_level::pipe::register(number, told.try_clone()?)?;
        }
        Ok(End {
            signal,
            over,
            until: duration.map(|d| Instant::now() + d),
        })
    }

    /// Waits until one of these can be read, the time is over, or it is time to end; then gives
    /// none. Else, which of them can be.
    pub fn wait(
        &self,
        fds: &[BorrowedFd<'_>],
        pause: Option<Duration>,
    ) -> io::Result<Option<Vec<usize>>> {
        let own = [self.signal.as_fd(), self.over.as_fd()];
        let all = own.iter().chain(fds);
        let mut all: Vec<PollFd<'_>> = all
            .map(|fd| PollFd::from_borrowed_fd(*fd, PollFlags::IN))
            .collect();
        let left = self
            .until
            .map(|t| t.saturating_duration_since(Instant::now()));
        if left == Some(Duration::ZERO) {
            return Ok(None);
        }
        let pause = left.into_iter().chain(pause).min();
        let pause = pause.and_then(|d| Timespec::try_from(d).ok());
        match poll(&mut all, pause.as_ref()) {
            Ok(_) | Err(Errno::INTR) => {}
            Err(error) => return Err(error.into()),
        }
        let mut ready = all.iter().map(|fd| !fd.revents().is_empty());
        if ready.by_ref().take(own.len()).any(|end| end) {
            return Ok(None);
        }
        Ok(Some(
            ready
                .enumerate()
                .filter_map(|(i, ready)| ready.then_some(i))
                .collect(),
        ))
    }
}
