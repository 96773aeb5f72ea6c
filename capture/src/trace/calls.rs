//! What the system calls do: sockets that come and change, datagrams that go and come.

use std::time::SystemTime;

use netlink_dissector::context::Direction;
use netlink_dissector::note::{self, Note, ProcessFrom};

use super::abi::{Abi, Call, socketcall};
use super::memory::{Memory, MessageHeader, Part};
use super::process;
use super::queue::{Datagram, Place};
use super::sockets::Netlink;
use super::tracer::Tracer;
use super::{AF_NETLINK, F_DUPFD, F_DUPFD_CLOEXEC, PR_SET_NAME, SOL_NETLINK, SOL_SOCKET};
use crate::Timestamp;

const MSG_PEEK: u32 = 0x02;
const MSG_TRUNC: u32 = 0x20;
const SO_RCVBUF: u32 = super::SO_RCVBUF;
const NETLINK_USERSOCK: u16 = 2;
const NETLINK_KOBJECT_UEVENT: u16 = 15;
const ENOBUFS: i64 = -105;
/// Errors of a send by which nothing happened, or the call comes again: EINTR, EBADF, EAGAIN, EFAULT, ENOTSOCK.
const NOTHING_SENT: [i64; 5] = [-4, -9, -11, -14, -88];
/// The kernel's own codes for calls that it begins again: from ERESTARTSYS on.
const RESTARTS: std::ops::RangeInclusive<i64> = -516..=-512;

/// A system call that has begun, and what its return will tell.
#[derive(Debug)]
pub(super) enum Pending {
    /// A netlink socket is made.
    Socket { protocol: u16 },
    /// A descriptor comes: a duplicate, or one of another process.
    Descriptor,
    /// A netlink socket changes.
    Change(Used, Change),
    /// The process may get another name.
    Name,
    /// Datagrams are sent.
    Send(Used, Vec<Sent>),
    /// Datagrams are received.
    Receive(Used, Receive),
    /// A message of another kind of socket may bring descriptors.
    Rights { header: u64, word: usize },
}

/// The netlink socket of a call.
#[derive(Clone, Copy, Debug)]
pub(super) struct Used {
    fd: i32,
    inode: u64,
}

#[derive(Debug)]
pub(super) enum Change {
    Bind(Option<(u32, u32)>),
    Connect(Option<(u32, u32)>),
    Option { level: u32, name: u32, value: u32 },
}

/// A datagram that is being sent.
#[derive(Debug)]
pub(super) struct Sent {
    place: Place,
    time: Timestamp,
    data: Vec<u8>,
    len: u64,
    to: Option<(u32, u32)>,
}

/// Buffers for datagrams.
#[derive(Debug)]
pub(super) struct Receive {
    word: usize,
    flags: u32,
    into: Into,
}

#[derive(Debug)]
enum Into {
    /// One datagram; where the sender's address and its length will stand.
    Parts(Vec<Part>, Option<(u64, u64)>),
    Message(MessageHeader),
    /// Each with the place of its length.
    Messages(Vec<(MessageHeader, u64)>),
}

/// A datagram that was received.
struct Received {
    len: u64,
    parts: Vec<Part>,
    from: Option<(u32, u32)>,
    flags: u32,
}

impl Tracer<'_> {
    /// A call begins: what its return will tell, where that matters.
    pub fn enter(&mut self, tid: i32, abi: &Abi, call: Call, args: [u64; 6]) -> Option<Pending> {
        let tgid = self.task(tid).tgid;
        let word = abi.word;
        // one that was forked just now is known from here on
        self.process(tgid);
        if call == Call::Socketcall {
            let [number, at, ..] = args;
            let call = socketcall(number)?;
            let memory = self.memory(tgid, word)?;
            let mut args = [0; 6];
            for (arg, word) in args.iter_mut().zip(memory.words(at, 6)) {
                *arg = word;
            }
            return self.enter(tid, abi, call, args);
        }
        let [a, b, c, d, e, f] = args;
        let fd = a as i32;
        match call {
            Call::Socket => {
                return (a as u32 == AF_NETLINK).then_some(Pending::Socket { protocol: c as u16 });
            }
            Call::PidfdGetfd => return Some(Pending::Descriptor),
            Call::Prctl => return (a as u32 == PR_SET_NAME).then_some(Pending::Name),
            Call::Fcntl if ![F_DUPFD, F_DUPFD_CLOEXEC].contains(&(b as u32)) => return None,
            _ => {}
        }
        let Some(inode) = self.sockets.inode(tid, tgid, fd) else {
            let header = (call == Call::Recvmsg).then_some(b)?;
            let brings = self.memory(tgid, word)?.header(header)?.control;
            return (brings.1 > 0).then_some(Pending::Rights { header, word });
        };
        let used = Used { fd, inode };
        let memory = self.memory(tgid, word)?;
        let send = |parts: Vec<Part>, to| {
            let len = total(&parts);
            (memory.gather(&parts, len), len, to)
        };
        let sent = match call {
            Call::Dup | Call::Dup2 | Call::Fcntl => return Some(Pending::Descriptor),
            Call::Bind => {
                let change = Change::Bind(memory.address((b, c)));
                return Some(Pending::Change(used, change));
            }
            Call::Connect => {
                let change = Change::Connect(memory.address((b, c)));
                return Some(Pending::Change(used, change));
            }
            Call::Setsockopt => {
                let (level, name) = (b as u32, c as u32);
                let value = memory.u32(d)?;
                let buffer =
                    level == SOL_SOCKET && [SO_RCVBUF, super::SO_RCVBUFFORCE].contains(&name);
                let change = Change::Option { level, name, value };
                return (level == SOL_NETLINK || buffer).then_some(Pending::Change(used, change));
            }
            Call::Write | Call::Send => Some(vec![send(vec![(b, c)], None)]),
            Call::Writev => Some(vec![send(memory.vectors(b, c), None)]),
            Call::Sendto => {
                let to = memory.address((e, f & 0xffff_ffff));
                Some(vec![send(vec![(b, c)], to)])
            }
            Call::Sendmsg => {
                let header = memory.header(b)?;
                Some(vec![send(header.parts, memory.address(header.name))])
            }
            Call::Sendmmsg => {
                let headers = memory.headers(b, c & 0xffff_ffff).into_iter();
                let list = headers.map(|(h, _)| send(h.parts, memory.address(h.name)));
                Some(list.collect())
            }
            _ => None,
        };
        if let Some(list) = sent {
            let time = now();
            let reserve = |(data, len, to)| Sent {
                place: self.queue.reserve(),
                time,
                data,
                len,
                to,
            };
            return Some(Pending::Send(used, list.into_iter().map(reserve).collect()));
        }
        let (flags, into) = match call {
            Call::Read => (0, Into::Parts(vec![(b, c)], None)),
            Call::Recv => (d as u32, Into::Parts(vec![(b, c)], None)),
            Call::Recvfrom => (d as u32, Into::Parts(vec![(b, c)], Some((e, f)))),
            Call::Readv => (0, Into::Parts(memory.vectors(b, c), None)),
            Call::Recvmsg => (c as u32, Into::Message(memory.header(b)?)),
            Call::Recvmmsg => {
                let headers = memory.headers(b, c & 0xffff_ffff);
                (d as u32, Into::Messages(headers))
            }
            _ => return None,
        };
        Some(Pending::Receive(used, Receive { word, flags, into }))
    }

    /// A call has returned.
    pub fn leave(&mut self, tid: i32, pending: Pending, result: i64) {
        let tgid = self.task(tid).tgid;
        match pending {
            Pending::Socket { protocol } => {
                if result >= 0 {
                    self.sockets.made(tid, result as i32, protocol);
                }
            }
            Pending::Descriptor => {
                if result >= 0 {
                    self.sockets.came(tid, tgid, result as i32);
                }
            }
            Pending::Name => {
                if let Some(process) = self.processes.get_mut(&tgid) {
                    process.comm = process::comm(tgid);
                }
            }
            Pending::Change(used, change) => {
                if result >= 0 {
                    self.changed_socket(tgid, used, change);
                }
            }
            Pending::Send(used, sent) => self.sent(tgid, used, sent, result),
            Pending::Receive(used, receive) => self.received(tgid, used, receive, result),
            Pending::Rights { header, word } => {
                if result >= 0
                    && let Some(memory) = self.memory(tgid, word)
                    && let Some(header) = memory.header(header)
                {
                    for fd in memory.rights(header.control) {
                        self.sockets.came(tid, tgid, fd);
                    }
                }
            }
        }
    }

    /// The return of a call will not be seen, because its thread has ended or is left to itself.
    pub fn abandon(&mut self, tgid: i32, pending: Pending) {
        if let Pending::Send(used, sent) = pending {
            let all = sent.len() as i64;
            self.sent(tgid, used, sent, all);
        }
    }

    fn memory(&self, tgid: i32, word: usize) -> Option<Memory<'_>> {
        let file = self.processes.get(&tgid)?.memory.as_ref()?;
        Some(Memory { file, word })
    }

    fn changed_socket(&mut self, tgid: i32, used: Used, change: Change) {
        if let Some(socket) = self.sockets.get(used.inode) {
            match change {
                Change::Bind(address) => socket.bound(address.unwrap_or_default()),
                Change::Connect(address) => socket.peer = address.unwrap_or_default(),
                Change::Option { level, name, value } => socket.set(level, name, value),
            }
        }
        self.sockets.refresh(tgid, used.fd, used.inode);
    }

    /// The socket of a call, with its port where it has one by now.
    fn socket(&mut self, tgid: i32, used: Used) -> Option<&mut Netlink> {
        if self.sockets.get(used.inode)?.port.is_none() {
            self.sockets.refresh(tgid, used.fd, used.inode);
        }
        self.sockets.get(used.inode)
    }

    fn sent(&mut self, tgid: i32, used: Used, sent: Vec<Sent>, result: i64) {
        let process = self.who(tgid);
        let several = sent.len() > 1;
        for (i, one) in sent.into_iter().enumerate() {
            // sendmmsg returns how many, all others the length
            let went = if several {
                (i as i64) < result
            } else {
                result >= 0
            };
            let error = (i == 0
                && result < 0
                && !NOTHING_SENT.contains(&result)
                && !RESTARTS.contains(&result))
            .then_some(result as i32);
            let socket = (went || error.is_some()).then(|| self.socket(tgid, used));
            let datagram = socket.flatten().map(|socket| {
                let (port, groups) = one.to.unwrap_or(socket.peer);
                let direction = if port != 0 || groups != 0 {
                    Direction::UserToUser
                } else {
                    Direction::ToKernel
                };
                Datagram {
                    protocol: socket.protocol,
                    time: one.time,
                    data: one.data,
                    len: one.len as usize,
                    note: Note {
                        groups: Some(groups).filter(|groups| *groups != 0),
                        error,
                        ..note(socket, Some(direction), process.clone())
                    },
                }
            });
            self.queue.settle(one.place, datagram);
        }
    }

    fn received(&mut self, tgid: i32, used: Used, receive: Receive, result: i64) {
        let Some(memory) = self.memory(tgid, receive.word) else {
            return;
        };
        if result < 0 {
            if result == ENOBUFS
                && let Some(socket) = self.sockets.get(used.inode)
            {
                socket.lost = true;
            }
            return;
        }
        let datagrams: Vec<(Received, Vec<u8>)> = receive
            .into
            .filled(&memory, result as u64)
            .into_iter()
            .map(|one| {
                let data = memory.gather(&one.parts, one.len);
                (one, data)
            })
            .collect();
        let process = self.who(tgid);
        for (one, data) in datagrams {
            let Some(socket) = self.socket(tgid, used) else {
                return;
            };
            if receive.flags & MSG_PEEK != 0 {
                if !data.is_empty() {
                    socket.peeked = data;
                }
                continue;
            }
            // one may look at a datagram first and throw it away then
            let peeked = std::mem::take(&mut socket.peeked);
            let cut = one.flags & MSG_TRUNC != 0 || one.len > data.len() as u64 || data.is_empty();
            let whole = cut && peeked.len() > data.len() && peeked.starts_with(&data);
            let data = if whole { peeked } else { data };
            if data.is_empty() {
                continue;
            }
            let direction = match one.from {
                Some((0, _)) => Some(Direction::FromKernel),
                Some(_) => Some(Direction::UserToUser),
                None => (![NETLINK_USERSOCK, NETLINK_KOBJECT_UEVENT].contains(&socket.protocol))
                    .then_some(Direction::FromKernel),
            };
            let datagram = Datagram {
                protocol: socket.protocol,
                time: now(),
                len: (one.len as usize).max(data.len()),
                data,
                note: Note {
                    groups: one
                        .from
                        .map(|(_, groups)| groups)
                        .filter(|groups| *groups != 0),
                    truncated: cut && !whole,
                    lost: std::mem::take(&mut socket.lost),
                    ..note(socket, direction, process.clone())
                },
            };
            self.queue.push(datagram);
        }
    }

    fn who(&mut self, tgid: i32) -> note::Process {
        note::Process {
            pid: tgid as u32,
            comm: self.process(tgid).comm.clone(),
            from: ProcessFrom::Trace,
        }
    }
}

/// What all notes of a socket have.
fn note(socket: &Netlink, direction: Option<Direction>, process: note::Process) -> Note {
    Note {
        direction,
        port: socket.port,
        process: Some(process),
        socket: Some(socket.options.clone()),
        ..Note::default()
    }
}

impl Into {
    /// The datagrams that a call brought, by its result.
    fn filled(self, memory: &Memory<'_>, result: u64) -> Vec<Received> {
        let of = |header: MessageHeader, len| {
            // the kernel has written the address's length and the flags
            let now = memory.header(header.at).unwrap_or_default();
            Received {
                len,
                from: memory.address((header.name.0, now.name.1)),
                parts: header.parts,
                flags: now.flags,
            }
        };
        match self {
            Into::Parts(parts, address) => {
                let from = address.filter(|(at, len)| *at != 0 && *len != 0);
                let from = from.and_then(|(at, len)| memory.address((at, memory.u32(len)?.into())));
                vec![Received {
                    len: result,
                    parts,
                    from,
                    flags: 0,
                }]
            }
            Into::Message(header) => vec![of(header, result)],
            Into::Messages(list) => {
                let list = list.into_iter().take(result as usize);
                list.filter_map(|(header, len)| Some(of(header, memory.u32(len)?.into())))
                    .collect()
            }
        }
    }
}

fn total(parts: &[Part]) -> u64 {
    parts
        .iter()
        .fold(0, |sum, (_, len)| sum.saturating_add(*len))
}

fn now() -> Timestamp {
    let since = SystemTime::now()
        .duration_since(SystemTime::UNIX_EPOCH)
        .unwrap_or_default();
    Timestamp {
        seconds: since.as_secs() as i64,
        nanos: since.subsec_nanos(),
    }
}
