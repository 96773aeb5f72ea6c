//! `trace`: the netlink of one command, or of a process that runs: every protocol, without
//! privilege and without a device.
//!
//! The processes are stopped at those system calls that netlink passes through (ptrace, with a
//! seccomp filter so that they run at full speed otherwise). What they send is read when the call
//! begins, what they receive when it returns. Each datagram goes into a recording, as the other
//! taps make it.

mod abi;
mod bpf;
mod calls;
mod memory;
mod process;
mod queue;
mod sockets;
mod tracer;

use std::ffi::{CString, OsString};
use std::fmt;
use std::io::{self, Write};
use std::os::unix::ffi::OsStrExt;

use crate::error::Lower;
use crate::generic;
use crate::record::Recorder;
use crate::sys::tracee::Signals;
use tracer::Tracer;

// uapi/linux/socket.h, asm-generic/socket.h, linux/netlink.h, asm-generic/fcntl.h, linux/prctl.h
const AF_NETLINK: u32 = 16;
const SOL_SOCKET: u32 = 1;
const SO_RCVBUF: u32 = 8;
const SO_RCVBUFFORCE: u32 = 33;
const SOL_NETLINK: u32 = 270;
const NETLINK_ADD_MEMBERSHIP: u32 = 1;
const NETLINK_DROP_MEMBERSHIP: u32 = 2;
const NETLINK_LIST_MEMBERSHIPS: u32 = 9;
const NETLINK_CAP_ACK: u32 = 10;
const NETLINK_EXT_ACK: u32 = 11;
const NETLINK_GET_STRICT_CHK: u32 = 12;
const F_DUPFD: u32 = 0;
const F_DUPFD_CLOEXEC: u32 = 1030;
const PR_SET_NAME: u32 = 15;

/// What is traced.
#[derive(Clone, Debug)]
pub enum Target {
    /// A command and its arguments, which is started.
    Command(Vec<OsString>),
    /// A process that runs, by its id.
    Process(i32),
}

/// How a trace ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// The command ended with this code.
    Exited(i32),
    /// A signal ended the command.
    Killed(i32),
    /// The process that was looked at has ended, or is left to itself again.
    Left,
}

/// Why there is no trace.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// The command does not exist.
    NotFound(io::Error),
    /// The command cannot be executed.
    NotExecutable(io::Error),
    /// There is no such process.
    NoProcess,
    /// The process must not be traced.
    Forbidden {
        /// The process that traces it already.
        tracer: Option<i32>,
        /// `kernel.yama.ptrace_scope`, where there is one.
        scope: Option<u8>,
    },
    /// Not even a command of one's own may be traced.
    NotHere {
        /// `kernel.yama.ptrace_scope`, where there is one.
        scope: Option<u8>,
    },
    /// The kernel does not tell what system call a thread is at: it is older than 5.3.
    OldKernel,
    /// This program was built for an architecture whose system calls are not known.
    Architecture,
    /// The system refused something else.
    System(io::Error),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::NotFound(e) => write!(f, "no such command: {}", Lower(e)),
            Error::NotExecutable(e) => write!(f, "cannot be executed: {}", Lower(e)),
            Error::System(e) => write!(f, "{}", Lower(e)),
            Error::NoProcess => f.write_str("no such process"),
            Error::Forbidden {
                tracer: Some(pid), ..
            } => write!(f, "process {pid} traces it already: end that first"),
            Error::Forbidden { scope: Some(1), .. } => f.write_str(
                "not permitted: kernel.yama.ptrace_scope is 1; as root it works, or for a command that nldissect \
                 starts: nldissect trace -- COMMAND",
            ),
            Error::Forbidden { scope, .. } | Error::NotHere { scope } if *scope == Some(2) => {
                f.write_str("not permitted: kernel.yama.ptrace_scope is 2; as root it works")
            }
            Error::Forbidden { scope, .. } | Error::NotHere { scope } if *scope >= Some(3) => f
                .write_str(
                    "not permitted: kernel.yama.ptrace_scope is 3, which nothing but a reboot changes",
                ),
            Error::Forbidden { .. } => f.write_str(
                "not permitted: it has another user, or more privilege; as root it works",
            ),
            Error::NotHere { .. } => f.write_str(
                "tracing is not permitted here: the container's seccomp profile has to allow ptrace",
            ),
            Error::OldKernel => {
                f.write_str("the kernel is older than 5.3, and does not tell what a thread calls")
            }
            Error::Architecture => {
                f.write_str("the system calls of this architecture are not known")
            }
        }
    }
}

impl std::error::Error for Error {}

impl From<io::Error> for Error {
    fn from(error: io::Error) -> Error {
        Error::System(error)
    }
}

/// Hears signals while a trace runs. Made in the thread that starts all others, so that none of them
/// is struck.
#[derive(Debug)]
pub struct Guard(Signals);

impl Guard {
    /// From here on, the signals that end programs are heard by the trace.
    pub fn new() -> io::Result<Guard> {
        let numbers = [
            libc::SIGCHLD,
            libc::SIGINT,
            libc::SIGQUIT,
            libc::SIGTERM,
            libc::SIGHUP,
        ];
        Ok(Guard(Signals::new(&numbers)?))
    }
}

/// Traces until the last of the processes has ended. Each datagram is written to `out` as soon as
/// its system call has returned, in the form of a pcapng. `say` is told what cannot be seen.
///
/// Where `out` fails, the processes run on, and the error is told at the end.
pub fn run<'o>(
    target: &Target,
    guard: Guard,
    out: &'o mut dyn Write,
    say: &'o dyn Fn(&str),
) -> Result<(Ended, io::Result<()>), Error> {
    if abi::all().is_empty() {
        return Err(Error::Architecture);
    }
    // a process that runs has asked for the ids of families already
    let families = generic::families().unwrap_or_default();
    let comments = generic::comments(&families, &[]);
    let comments: Vec<&str> = comments.iter().map(String::as_str).collect();
    let recorder = Recorder::new(out, "trace", &comments);
    let mut tracer = Tracer::new(recorder, say, guard.0);
    match target {
        Target::Command(words) => {
            let words = words.iter().map(|w| CString::new(w.as_bytes()));
            let words: Result<Vec<CString>, _> = words.collect();
            tracer.start(&words.map_err(io::Error::from)?)?;
        }
        Target::Process(pid) => tracer.attach(*pid)?,
    }
    tracer.run()
}
