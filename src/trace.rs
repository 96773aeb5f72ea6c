//! `nldissect trace`: the netlink of one command. The command keeps its standard input and output.

use crate::args::{Args, ColorWhen, Exchanges, Output as Wanted, Select, Trace};
use crate::exchanges::Teller;
use crate::filter::filter;
use crate::output::{Output, Results};
use crate::read::report;
use crate::selection::Selection;
use crate::slice::Slice;
use crate::specs;
use crate::{ahead, complain, lint};
use netlink_capture::Capture;
use netlink_capture::netlink::{Given, Input};
use netlink_capture::slice::create as create_file;
use netlink_capture::trace::{self, Ended, Error, Guard, Target};
use netlink_dissector::table::Tables;
use std::fs::File;
use std::io::{self, BufWriter, IsTerminal, PipeReader, Write};
use std::path::{Path, PathBuf};
use std::thread;

/// The exit code of a failure of nldissect's own.
pub const FAILED: u8 = 125;
const NOT_EXECUTABLE: u8 = 126;
const NOT_FOUND: u8 = 127;
/// What a shell adds to the signal that ended a command.
const SIGNALLED: i32 = 128;

/// Runs the command, and prints what it talks about; its exit code.
pub fn run(trace: &Trace, args: &Args) -> u8 {
    match start(trace, args) {
        Ok(code) => code,
        Err((what, code)) => {
            complain::say(format_args!("{what}"));
            code
        }
    }
}

type Failure = (String, u8);

fn failed(what: impl ToString) -> Failure {
    (what.to_string(), FAILED)
}

fn start(trace: &Trace, args: &Args) -> Result<u8, Failure> {
    // whatever is wrong with the arguments is said before the command runs
    let tables = specs::tables(&args.meaning).map_err(failed)?;
    let given = specs::given(&args.meaning).map_err(failed)?;
    let select = Select {
        filter: args.select.filter.clone(),
        ..Select::default()
    };
    let filter = filter(&select, &tables).map_err(failed)?;
    if filter.as_ref().is_some_and(|filter| filter.needs().ahead) {
        return Err(failed(ahead::once("a trace", "exchange.* and reply.*")));
    }
    let (mut slice, mut whole) = (None, None);
    match &trace.write {
        Some(path) if filter.is_some() => slice = Some(Slice::recording(path).map_err(failed)?),
        Some(path) => whole = Some(create(path, "-w")?),
        None => {}
    }
    let to = Destination::new(trace, &args.output)?;
    let explained = explained(args, &to);
    let output = Output::new(&to.wanted, 0, &tables).map_err(failed)?;
    let failures = failures();
    let mut report = Report {
        output: output.to(to.results()?),
        teller: Teller::new(
            &failures,
            &explained,
            Selection::default(),
            filter.as_ref(),
            to.sentences()?,
        ),
        slice,
    };
    let target = match trace.process {
        Some(pid) => Target::Process(pid),
        None => Target::Command(trace.command.clone()),
    };
    // before any thread is started: none of them shall be struck by the signals
    let guard = Guard::new().map_err(failed)?;
    let (reader, pipe) = io::pipe().map_err(failed)?;
    let mut out = Tee {
        pipe: Some(BufWriter::new(pipe)),
        file: whole,
        kept: trace.lint.then(Vec::new),
        broken: Ok(()),
    };
    let traced = target.clone();
    let tracer = thread::Builder::new().name("trace".to_owned());
    let tracer = tracer.spawn(move || {
        let say = |what: &str| complain::say(format_args!("{what}"));
        let result = trace::run(&traced, guard, &mut out, &say);
        // the end, for who reads
        out.pipe = None;
        (result, out)
    });
    let tracer = tracer.map_err(failed)?;
    let told = report.messages(reader, &given, &tables);
    let Ok((result, out)) = tracer.join() else {
        return Err(failed("the tracer ended unexpectedly"));
    };
    let (ended, written) = result.map_err(|error| refused(&target, &error))?;
    let code = code(ended);
    let last = to.sentences()?;
    let told = told.and_then(|()| report.end(&target, ended, last));
    let linted = match out
        .kept
        .map(|bytes| Capture::from_bytes("trace".to_owned(), bytes))
    {
        Some(Ok(capture)) => lint::recording(capture, &explained, to.results()?).map(|_| ()),
        // without a header nothing was recorded
        _ => Ok(()),
    };
    let told = told.and(linted);
    let results = match &trace.out {
        Some(path) => format!("-o {}", path.display()),
        None => "standard error".to_owned(),
    };
    let recording = trace.write.as_deref().unwrap_or(Path::new("")).display();
    for (what, result) in [
        ("trace", written),
        (&format!("-w {recording}"), out.broken),
        (&results, told),
    ] {
        match result {
            // the command ran all the same
            Err(error) if error.get_ref().is_some() => complain::say(format_args!("{error}")),
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
                complain::say(format_args!("{what}: {error}"));
            }
            _ => {}
        }
    }
    Ok(code)
}

/// Where results go, and in what form.
struct Destination {
    /// Else standard error.
    file: Option<File>,
    wanted: Wanted,
}

impl Destination {
    fn new(trace: &Trace, output: &Wanted) -> Result<Destination, Failure> {
        let paths = [&trace.write, &trace.out].into_iter().flatten();
        if paths.into_iter().any(|path| path.as_os_str() == "-") {
            return Err(failed("standard output is the command's: give a file"));
        }
        let file = trace
            .out
            .as_deref()
            .map(|path| create(path, "-o"))
            .transpose()?;
        let mut wanted = output.clone();
        if wanted.color == ColorWhen::Auto {
            let plain = std::env::var_os("NO_COLOR").is_some_and(|v| !v.is_empty());
            let terminal = file.is_none() && io::stderr().is_terminal();
            wanted.color = if terminal && !plain {
                ColorWhen::Always
            } else {
                ColorWhen::Never
            };
        }
        Ok(Destination { file, wanted })
    }

    fn results(&self) -> Result<Results, Failure> {
        Ok(match &self.file {
            Some(file) => Box::new(file.try_clone().map_err(failed)?),
            None => Box::new(io::stderr()),
        })
    }

    /// Where sentences go: they would not fit in with JSON or columns.
    fn sentences(&self) -> Result<Results, Failure> {
        let wanted = &self.wanted;
        let text = wanted.json.is_none() && wanted.fields.is_empty() && !wanted.count;
        match &self.file {
            _ if text => self.results(),
            Some(_) => Ok(Box::new(io::stderr())),
            None => Ok(Box::new(io::sink())),
        }
    }
}

/// How the requests that failed are told of: whatever form the messages have.
fn explained(args: &Args, to: &Destination) -> Args {
    Args {
        command: None,
        files: Vec::new(),
        select: Select::default(),
        output: Wanted {
            verbose: 1,
            json: None,
            count: false,
            ..to.wanted.clone()
        },
        meaning: args.meaning.clone(),
        browse: args.browse.clone(),
    }
}

/// Those that are told of after the last message.
fn failures() -> Exchanges {
    Exchanges {
        files: Vec::new(),
        select: Select::default(),
        failed: true,
        probes: false,
        slow: None,
        gaps: None,
    }
}

/// The exit code that tells how the command ended.
fn code(ended: Ended) -> u8 {
    match ended {
        Ended::Exited(code) => code as u8,
        Ended::Killed(signal) => (SIGNALLED + signal) as u8,
        Ended::Left => 0,
    }
}

/// Why nothing was traced.
fn refused(target: &Target, error: &Error) -> Failure {
    let code = match error {
        Error::NotFound(_) => NOT_FOUND,
        Error::NotExecutable(_) => NOT_EXECUTABLE,
        _ => FAILED,
    };
    let what = match target {
        Target::Process(pid) => format!("process {pid}"),
        Target::Command(words) => words
            .first()
            .map_or(String::new(), |w| w.display().to_string()),
    };
    (format!("{what}: {error}"), code)
}

fn create(path: &Path, option: &str) -> Result<File, Failure> {
    create_file(path).map_err(|e| failed(format!("{option} {}: {e}", path.display())))
}

/// The recording goes to who tells of it, to a file, and to who looks at it at the end.
struct Tee<W> {
    pipe: Option<W>,
    file: Option<File>,
    /// All of it, where it is looked at once more.
    kept: Option<Vec<u8>>,
    /// The file could not be written any more.
    broken: io::Result<()>,
}

impl<W: Write> Write for Tee<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        // who tells may have heard enough: the file has all
        if let Some(pipe) = &mut self.pipe
            && pipe.write_all(bytes).is_err()
        {
            self.pipe = None;
        }
        if let Some(kept) = &mut self.kept {
            kept.extend_from_slice(bytes);
        }
        if let Some(file) = &mut self.file
            && let Err(error) = file.write_all(bytes)
        {
            self.file = None;
            self.broken = Err(error);
        }
        if self.pipe.is_none() && self.file.is_none() && self.kept.is_none() {
            return Err(io::ErrorKind::BrokenPipe.into());
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        if let Some(pipe) = &mut self.pipe
            && pipe.flush().is_err()
        {
            self.pipe = None;
        }
        Ok(())
    }
}

/// What is told of the messages.
struct Report<'x> {
    output: Output,
    teller: Teller<'x>,
    slice: Option<Slice>,
}

impl Report<'_> {
    /// Tells of the messages as they come.
    fn messages(&mut self, reader: PipeReader, given: &Given, tables: &Tables) -> io::Result<()> {
        let capture = match Capture::from_reader("trace".to_owned(), Box::new(reader)) {
            Ok(capture) => capture,
            // the tracer says why there is not even a header
            Err(_) => return Ok(()),
        };
        let path = PathBuf::from(capture.name());
        let mut input = Input::new(capture, path, None, tables, given, report());
        let mut bytes = Vec::new();
        let (output, slice) = (&mut self.output, &mut self.slice);
        while let Some(held) = input.next(&mut bytes) {
            let mut result = Ok(());
            let mut any = false;
            if let Some(slice) = slice {
                slice.begin();
            }
            self.teller
                .frame(&mut input, &held, &bytes, |item, envelope, ctx, matches| {
                    any |= matches;
                    if let Some(slice) = slice {
                        slice.item(item, envelope, ctx);
                    }
                    if matches
                        && !output.is_quiet()
                        && !output.is_copy(envelope.copy_of)
                        && result.is_ok()
                    {
                        result = output.message(item, envelope, ctx);
                    }
                })?;
            result?;
            output.flush()?;
            if let Some(slice) = slice.as_mut().filter(|_| any) {
                slice.frame(&mut input, &held, &bytes)?;
            }
        }
        self.teller.finish(&mut input)
    }

    /// Tells of what failed, or that nothing did.
    fn end(mut self, target: &Target, ended: Ended, mut out: Results) -> io::Result<()> {
        if let Some(slice) = &mut self.slice {
            slice.finish()?;
        }
        if !self.output.is_quiet() {
            self.output.finish()?;
        }
        let (requests, failed) = self.teller.end()?;
        let (Target::Command(words), Ended::Exited(1..), 0) = (target, ended, failed) else {
            return Ok(());
        };
        let name = words.first().map(Path::new).and_then(Path::file_name);
        let name = name.map_or(String::new(), |n| n.display().to_string());
        if requests == 0 {
            writeln!(out, "no request failed: {name} gave up before sending one")
        } else {
            writeln!(
                out,
                "no request failed, of {requests}: {name} gave up for a reason of its own"
            )
        }
    }
}
