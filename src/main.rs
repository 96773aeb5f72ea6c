//! `nldissect`: reads netlink captures and prints what they hold.
//!
//! The command is glue: arguments in, one file a subcommand, exit codes out. Reading files is
//! netlink-capture's work, understanding bytes netlink-dissector's.

mod ahead;
mod args;
mod asking;
mod browse;
mod by;
mod complain;
mod decode;
mod decoder;
mod diff;
mod exchanges;
mod explain;
mod families;
mod filter;
mod gaps;
mod hex;
mod lint;
#[cfg(target_os = "linux")]
mod live;
#[cfg(target_os = "linux")]
mod monitor;
mod output;
mod parallel;
mod quick;
mod read;
mod redact;
mod render;
mod selection;
mod slice;
#[cfg(target_os = "linux")]
mod sockets;
mod specs;
mod spill;
mod stamp;
mod story;
#[cfg(target_os = "linux")]
mod tap;
#[cfg(target_os = "linux")]
mod trace;
mod whole;

use args::Command;
use std::io::{self, Write};
use std::process::ExitCode;

/// All was read.
const DONE: u8 = 0;
/// The answer is no.
const NO: u8 = 1;
/// Wrong usage, nothing could be read, or no netlink in it.
const USAGE: u8 = 2;
/// A file was damaged or one of several unreadable; all that is readable was printed.
const DAMAGED: u8 = 3;

fn main() -> ExitCode {
    let args = match args::read() {
        Ok(args) => args,
        Err(error) => return ExitCode::from(refuse(&error)),
    };
    let status = match &args.command {
        Some(Command::Decode(decode)) => decode::run(decode, &args),
        Some(Command::Families(families)) => families::run(families, &args),
        Some(Command::Exchanges(exchanges)) => exchanges::run(exchanges, &args),
        Some(Command::Explain(explain)) => explain::run(explain, &args),
        #[cfg(target_os = "linux")]
        Some(Command::Monitor(monitor)) => monitor::run(monitor, &args),
        #[cfg(target_os = "linux")]
        Some(Command::Sockets(sockets)) => sockets::run(sockets, &args),
        #[cfg(target_os = "linux")]
        Some(Command::Live(live)) => live::run(live, &args),
        #[cfg(not(target_os = "linux"))]
        Some(Command::Monitor(_) | Command::Sockets(_) | Command::Live(_) | Command::Trace(_)) => {
            read::usage("only Linux has netlink to listen to: files can be read here")
        }
        Some(Command::Diff(diff)) => diff::run(diff, &args),
        Some(Command::Lint(lint)) => lint::run(lint, &args),
        Some(Command::Demo) => browse::demo(&args),
        #[cfg(target_os = "linux")]
        Some(Command::Trace(trace)) => return ExitCode::from(trace::run(trace, &args)),
        None if args.files.is_empty() && std::env::args_os().len() <= 1 => greet(),
        None if args.files.is_empty() => {
            read::usage("no FILE given: name a capture, or `-` for standard input")
        }
        None => match args.files.as_slice() {
            [file] if browse::wanted(&args) => browse::run(file, &args),
            _ => read::run(&args),
        },
    };
    match status {
        Ok(code) => ExitCode::from(code),
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::from(DONE),
        Err(error) => {
            complain::say(format_args!("standard output: {error}"));
            ExitCode::from(USAGE)
        }
    }
}

/// Prints help or the version; or says what is wrong with the arguments, as all messages do.
fn refuse(error: &clap::Error) -> u8 {
    if !error.use_stderr() {
        // a reader that is gone is no reason to fail
        let _ = error.print();
        return DONE;
    }
    let text = error.render().to_string();
    let text = text.strip_prefix("error: ").unwrap_or(&text);
    complain::say(format_args!("{}", text.trim_end()));
    // what a command gives is left to it
    #[cfg(target_os = "linux")]
    if std::env::args_os().nth(1).is_some_and(|a| a == "trace") {
        return trace::FAILED;
    }
    USAGE
}

/// What the bare command prints: lines to paste, the first needing neither root nor a file.
fn greet() -> io::Result<u8> {
    let text = "\
nldissect reads Linux netlink: captures of an nlmon device, decoded to the last field.

  nldissect trace -- ip link            the netlink of one command, as it talks
  nldissect families nlctrl             what is known of a family
  nldissect explain IFLA_MTU EEXIST     what a name means, and where it stands
  nldissect capture.pcap                the browser; into a pipe, a line a message
  nldissect demo                        the browser on a built-in capture
  nldissect capture.pcap -v             all fields, indented
  nldissect capture.pcap --json         one JSON object a message
  nldissect exchanges capture.pcap      a line a request: what it asked, what came of it
  nldissect diff a.pcap b.pcap          what two captures do not share, by meaning
  nldissect decode 1400000016000103...  a message from hex

To record, as root: nldissect live -w capture.pcapng
All options: nldissect --help
";
    io::stdout().lock().write_all(text.as_bytes())?;
    Ok(DONE)
}
