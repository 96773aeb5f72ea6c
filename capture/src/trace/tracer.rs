//! The loop: who stopped, why, and how it goes on.

use std::collections::HashMap;
use std::ffi::CString;
use std::io::{self, Write};

use rustix::io::Errno;
use rustix::process::{Pid, Signal, WaitOptions, WaitStatus, kill_process, wait};

use super::abi::{self, Abi};
use super::calls::Pending;
use super::process::{self, Process};
use super::queue::Queue;
use super::sockets::Sockets;
use super::{Ended, Error, bpf};
use crate::record::Recorder;
use crate::sys::tracee::{self, Request, Signals, ptrace};

// uapi/linux/ptrace.h
const TRACESYSGOOD: usize = 1;
const TRACEFORK: usize = 1 << 1;
const TRACEVFORK: usize = 1 << 2;
const TRACECLONE: usize = 1 << 3;
const TRACEEXEC: usize = 1 << 4;
const TRACESECCOMP: usize = 1 << 7;
const EXITKILL: usize = 1 << 20;
const EVENT_EXEC: i32 = 4;
const EVENT_SECCOMP: i32 = 7;
const EVENT_STOP: i32 = 128;
/// What TRACESYSGOOD adds to the signal at a system call.
const SYSCALL_STOP: i32 = libc::SIGTRAP | 0x80;

/// Also of threads that are no children (`__WALL`).
const ALL_THREADS: u32 = 0x4000_0000;
/// `si_code` of signals that the kernel sends, such as a terminal's Ctrl-C.
const SI_KERNEL: i32 = 0x80;

/// A thread.
#[derive(Debug)]
pub(super) struct Task {
    /// Its process.
    pub tgid: i32,
    /// What it is doing, where the result matters.
    pub pending: Option<Pending>,
}

pub(super) struct Tracer<'o> {
    pub(super) queue: Queue<&'o mut dyn Write>,
    pub(super) sockets: Sockets,
    pub(super) processes: HashMap<i32, Process>,
    pub(super) tasks: HashMap<i32, Task>,
    say: &'o dyn Fn(&str),
    signals: Signals,
    /// The process of the command; none where a running one is looked at.
    command: Option<i32>,
    /// The command has been executed.
    executed: bool,
    ended: Ended,
    /// A filter stops the threads at what matters; else they stop at each system call.
    filtered: bool,
    /// All are being left to themselves.
    leaving: bool,
}

impl<'o> Tracer<'o> {
    pub fn new(
        recorder: io::Result<Recorder<&'o mut dyn Write>>,
        say: &'o dyn Fn(&str),
        signals: Signals,
    ) -> Tracer<'o> {
        Tracer {
            queue: Queue::new(recorder),
            sockets: Sockets::default(),
            processes: HashMap::new(),
            tasks: HashMap::new(),
            say,
            signals,
            command: None,
            executed: false,
            ended: Ended::Left,
            filtered: false,
            leaving: false,
        }
    }

    /// Starts a command.
    pub fn start(&mut self, command: &[CString]) -> Result<(), Error> {
        let (go, mut told) = io::pipe()?;
        let filter = bpf::filter(abi::all());
        let pipe = (&go, &told);
        let pid = tracee::spawn(command, &filter, process::is_admin(), pipe, &self.signals)?;
        let options = TRACESYSGOOD
            | TRACEFORK
            | TRACEVFORK
            | TRACECLONE
            | TRACEEXEC
            | TRACESECCOMP
            | EXITKILL;
        if let Err(error) = ptrace(Request::Seize, pid, options) {
            let error = match refused(error, pid) {
                Error::Forbidden { tracer: None, .. } => Error::NotHere {
                    scope: process::ptrace_scope(),
                },
                error => error,
            };
            // without the byte the child ends by itself
            drop(told);
            let _ = wait(WaitOptions::empty());
            return Err(error);
        }
        self.command = Some(pid);
        told.write_all(&[1])?;
        Ok(())
    }

    /// Begins to look at a process that runs, with all its threads.
    pub fn attach(&mut self, pid: i32) -> Result<(), Error> {
        let options = TRACESYSGOOD | TRACEFORK | TRACEVFORK | TRACECLONE | TRACEEXEC | TRACESECCOMP;
        let pid = process::leader(pid).ok_or(Error::NoProcess)?;
        ptrace(Request::Seize, pid, options).map_err(|e| refused(e, pid))?;
        let mut seized = vec![pid];
        // threads that are not seized may start others
        loop {
            let threads = process::threads(pid).into_iter();
            let new: Vec<i32> = threads.filter(|tid| !seized.contains(tid)).collect();
            if new.is_empty() {
                break;
            }
            for tid in new {
                // one that has ended meanwhile, or was seized as a child of another
                let _ = ptrace(Request::Seize, tid, options);
                seized.push(tid);
            }
        }
        for tid in seized {
            self.task(tid);
            let _ = ptrace(Request::Interrupt, tid, 0);
        }
        self.adopt(pid);
        Ok(())
    }

    /// The netlink sockets that a process has already.
    fn adopt(&mut self, pid: i32) {
        let sockets = self.sockets.adopt(pid);
        let standard = sockets.iter().find(|fd| **fd < bpf::FIRST_FD as i32);
        if let Some(fd) = standard.filter(|_| self.filtered) {
            self.say(
                pid,
                &format!("has netlink as file descriptor {fd}: what read and write move there is not seen"),
            );
        }
    }

    /// Says something of a process.
    pub(super) fn say(&mut self, pid: i32, what: &str) {
        let process = self
            .processes
            .entry(pid)
            .or_insert_with(|| Process::of(pid));
        (self.say)(&format!("{} ({pid}) {what}", process.comm));
    }

    /// Until the last thread has ended.
    pub fn run(mut self) -> Result<(Ended, io::Result<()>), Error> {
        loop {
            match wait(WaitOptions::NOHANG | WaitOptions::from_bits_retain(ALL_THREADS)) {
                Ok(Some((pid, status))) => self.changed(pid.as_raw_nonzero().get(), status)?,
                Ok(None) => {
                    self.queue.flush();
                    let (number, code) = self.signals.next()?;
                    self.signalled(number, code);
                }
                Err(Errno::CHILD) => break,
                Err(Errno::INTR) => {}
                Err(error) => return Err(Error::System(error.into())),
            }
        }
        if self.command.is_some() && !self.executed {
            return Err(match self.ended {
                Ended::Exited(code) => not_executed(code),
                _ => Error::System(io::Error::other("killed before it was executed")),
            });
        }
        Ok((self.ended, self.queue.finish()))
    }

    fn changed(&mut self, tid: i32, status: WaitStatus) -> Result<(), Error> {
        let Some(signal) = status.stopping_signal() else {
            self.gone(tid, status);
            return Ok(());
        };
        let event = status.as_raw() >> 16;
        let at_call = event == EVENT_SECCOMP || (event == 0 && signal == SYSCALL_STOP);
        let mut request = if self.filtered || (self.command.is_some() && !self.executed) {
            Request::Continue
        } else {
            Request::Syscall
        };
        let mut deliver = 0;
        if at_call {
            self.filtered |= event == EVENT_SECCOMP && self.command.is_some();
            match tracee::syscall_info(tid) {
                Ok(info) if self.at_call(tid, &info) => request = Request::Syscall,
                Ok(_) if self.filtered => request = Request::Continue,
                Ok(_) => {}
                Err(error) if error.raw_os_error() == Some(libc::ESRCH) => {}
                Err(_) => return Err(Error::OldKernel),
            }
        } else if event == EVENT_EXEC {
            self.executes(tid);
            if !self.filtered {
                request = Request::Syscall;
            }
        } else if event == EVENT_STOP {
            // a new thread, an interrupt of this program, or a stop of its whole group
            const STOPS: [i32; 4] = [libc::SIGSTOP, libc::SIGTSTP, libc::SIGTTIN, libc::SIGTTOU];
            if STOPS.contains(&signal) {
                request = Request::Listen;
            }
        } else if event == 0 {
            deliver = signal;
        }
        if self.leaving {
            request = Request::Detach;
        }
        // fails where it was killed meanwhile
        let _ = ptrace(request, tid, deliver as usize);
        if self.leaving {
            self.forget(tid);
        }
        Ok(())
    }

    /// A thread is at a system call: whether its return matters.
    fn at_call(&mut self, tid: i32, info: &[u8; tracee::SYSCALL_INFO]) -> bool {
        const ENTRY: u8 = 1;
        const EXIT: u8 = 2;
        const SECCOMP: u8 = 3;
        let (words, _) = info.as_chunks::<8>();
        let words: Vec<u64> = words.iter().map(|w| u64::from_ne_bytes(*w)).collect();
        let [operation, _, _, _, a, b, c, d, ..] = *info;
        match operation {
            ENTRY | SECCOMP => {
                let [_, _, _, number, args @ ..] = words.as_slice() else {
                    return false;
                };
                let args = args.first_chunk::<6>().copied().unwrap_or_default();
                let abi = Abi::of(u32::from_ne_bytes([a, b, c, d]));
                let pending = abi.and_then(|abi| {
                    let call = abi.call(*number)?;
                    self.enter(tid, abi, call, args)
                });
                let matters = pending.is_some();
                self.task(tid).pending = pending;
                matters
            }
            EXIT => {
                let pending = self.task(tid).pending.take();
                if let (Some(pending), Some(result)) = (pending, words.get(3)) {
                    self.leave(tid, pending, *result as i64);
                }
                false
            }
            _ => false,
        }
    }

    /// What is known of a thread.
    pub(super) fn task(&mut self, tid: i32) -> &mut Task {
        self.tasks.entry(tid).or_insert_with(|| Task {
            tgid: process::leader(tid).unwrap_or(tid),
            pending: None,
        })
    }

    /// What is known of a process.
    pub(super) fn process(&mut self, tgid: i32) -> &Process {
        self.processes
            .entry(tgid)
            .or_insert_with(|| Process::of(tgid))
    }

    /// A process has become another program. Its other threads are gone.
    fn executes(&mut self, pid: i32) {
        let threads: Vec<i32> = self
            .tasks
            .iter()
            .filter_map(|(tid, task)| (task.tgid == pid).then_some(*tid))
            .collect();
        for tid in threads {
            self.forget(tid);
        }
        self.processes.insert(pid, Process::of(pid));
        for odd in process::oddities(pid) {
            self.say(pid, odd);
        }
        if self.process(pid).memory.is_none() {
            self.say(
                pid,
                "does not let its memory be read: its netlink is not seen",
            );
        }
        if self.command == Some(pid) && !self.executed {
            self.executed = true;
            self.adopt(pid);
        }
    }

    /// A thread has ended.
    fn gone(&mut self, tid: i32, status: WaitStatus) {
        if self.command == Some(tid) {
            self.ended = match (status.exit_status(), status.terminating_signal()) {
                (Some(code), _) => Ended::Exited(code),
                (_, Some(signal)) => Ended::Killed(signal),
                _ => self.ended,
            };
        }
        self.forget(tid);
        self.processes.remove(&tid);
    }

    fn forget(&mut self, tid: i32) {
        if let Some(task) = self.tasks.remove(&tid)
            && let Some(pending) = task.pending
        {
            self.abandon(task.tgid, pending);
        }
    }

    /// A signal for this program.
    fn signalled(&mut self, number: i32, code: i32) {
        if number == libc::SIGCHLD {
            return;
        }
        let Some(command) = self.command else {
            // the process goes on by itself
            self.leaving = true;
            for tid in self.tasks.keys() {
                let _ = ptrace(Request::Interrupt, *tid, 0);
            }
            return;
        };
        if self.ended == Ended::Left {
            // the terminal sends its signals to the command too
            if code != SI_KERNEL
                && let (Some(pid), Some(signal)) =
                    (Pid::from_raw(command), Signal::from_named_raw(number))
            {
                let _ = kill_process(pid, signal);
            }
            return;
        }
        // the command has ended, and what it started runs on: it cannot without its filter's tracer
        let mut left: Vec<i32> = self.tasks.values().map(|task| task.tgid).collect();
        left.sort_unstable();
        left.dedup();
        for pid in left {
            self.say(
                pid,
                "was started by the command and is killed with the trace",
            );
            if let Some(pid) = Pid::from_raw(pid) {
                let _ = kill_process(pid, Signal::KILL);
            }
        }
    }
}

/// Why a process cannot be traced.
fn refused(error: io::Error, pid: i32) -> Error {
    match error.raw_os_error() {
        Some(libc::ESRCH) => Error::NoProcess,
        Some(libc::EPERM) => Error::Forbidden {
            tracer: process::tracer(pid),
            scope: process::ptrace_scope(),
        },
        _ => Error::System(error),
    }
}

/// Why a command was not executed, by the code that its process ended with.
fn not_executed(code: i32) -> Error {
    let error = io::Error::from_raw_os_error(code);
    match code {
        libc::ENOENT | libc::ENOTDIR => Error::NotFound(error),
        _ => Error::NotExecutable(error),
    }
}
