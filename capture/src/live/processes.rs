//! Processes that came and went, by the kernel's process events (`uapi/linux/cn_proc.h`). A socket that was closed before
//! anybody could look is still known to be its process's: a port that the kernel chose is the id of the process.

use crate::Timestamp;
use crate::client::{NATIVE, open};
use crate::proc::comm;
use crate::who::now;
use netlink_dissector::note::{Process, ProcessFrom};
use netlink_dissector::wire::Messages;
use rustix::net::netlink::SocketAddrNetlink;
use rustix::net::{RecvFlags, SendFlags, SocketFlags, bind, recv, send};
use std::collections::HashMap;
use std::fs;
use std::io;
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};

/// NETLINK_CONNECTOR.
const CONNECTOR: u16 = 11;
/// The connector's id, and its multicast group, for process events.
const CN_IDX_PROC: u32 = 1;
const CN_VAL_PROC: u32 = 1;
const PROC_CN_MCAST_LISTEN: u32 = 1;
/// Bytes of nlmsghdr and cn_msg.
const HEADERS: usize = 16 + 20;
/// Where an event stands in the payload, behind cn_msg; and its data, behind what it is, the CPU, the time.
const EVENT: usize = 20;
const EVENT_DATA: usize = EVENT + 16;
const FORK: u32 = 1;
const EXEC: u32 = 2;
const COMM: u32 = 0x200;
const EXIT: u32 = 0x8000_0000;
/// Bytes of a process's name, with its end.
const NAME: usize = 16;
/// Port ids that hold a process id in their lower bits, as libnl makes them; above, the kernel makes them by chance.
const CHOSEN: u32 = 1 << 31;
const PID_BITS: u32 = (1 << 22) - 1;
/// Processes that are remembered at most, and nanoseconds for which those that are gone are.
const MOST: usize = 65_536;
const KEPT: i64 = 10_000_000_000;

/// A process, in nanoseconds since 1970.
#[derive(Clone, Debug)]
struct Life {
    comm: Option<String>,
    /// No sooner than this.
    born: i64,
    /// No later than this.
    died: Option<i64>,
}

impl Life {
    fn was_there(&self, at: i64) -> bool {
        self.born <= at && self.died.is_none_or(|died| at <= died)
    }
}

/// What the process events told.
#[derive(Debug)]
pub(crate) struct Processes {
    socket: OwnedFd,
    lives: HashMap<u32, Life>,
    /// Ids that processes have in PID namespaces below this one, where they may be ports of theirs.
    inner: HashMap<u32, Life>,
    namespace: Option<u64>,
    buffer: Vec<u8>,
    /// When there were no more events: those that come are later.
    empty: i64,
    /// Some events were lost: who is dead is not known for sure.
    lost: bool,
}

impl Processes {
    /// Listens from now on. Needs CAP_NET_ADMIN, and to be in the first PID namespace.
    pub(crate) fn new() -> io::Result<Processes> {
        let socket = open(CONNECTOR, SocketFlags::CLOEXEC)?;
        bind(&socket, &SocketAddrNetlink::new(0, CN_IDX_PROC))?;
        // a larger buffer than others may have; without the privilege for it the usual one
        let size = 4 << 20;
        if rustix::net::sockopt::set_socket_recv_buffer_size_force(&socket, size).is_err() {
            rustix::net::sockopt::set_socket_recv_buffer_size(&socket, size)?;
        }
        send(&socket, &listen(), SendFlags::empty())?;
        let mut processes = Processes {
            socket,
            lives: HashMap::new(),
            inner: HashMap::new(),
            namespace: namespace(std::process::id()),
            buffer: vec![0; 1 << 16],
            empty: now().as_nanos(),
            lost: false,
        };
        processes.look();
        Ok(processes)
    }

    /// Learns the processes that there are now.
    fn look(&mut self) {
        let entries = fs::read_dir("/proc").into_iter().flatten().flatten();
        let pids = entries.filter_map(|entry| entry.file_name().to_str()?.parse::<u32>().ok());
        for pid in pids {
            self.born(pid, 0, comm(pid));
        }
    }

    fn born(&mut self, pid: u32, at: i64, comm: Option<String>) {
        let life = Life {
            comm,
            born: at,
            died: None,
        };
        self.elsewhere(pid, &life);
        self.lives.insert(pid, life);
    }

    /// Where a process is in another PID namespace, its id there may be a port too.
    fn elsewhere(&mut self, pid: u32, life: &Life) {
        let other = namespace(pid);
        if other.is_some() && other != self.namespace {
            let status = fs::read_to_string(format!("/proc/{pid}/status")).unwrap_or_default();
            let ids = status.lines().find_map(|line| line.strip_prefix("NSpid:"));
            let inner = ids.and_then(|ids| ids.split_ascii_whitespace().last()?.parse().ok());
            if let Some(inner) = inner {
                self.inner.insert(inner, life.clone());
            }
        }
    }

    /// Takes the events that are there.
    pub(crate) fn take(&mut self) {
        loop {
            let at = now().as_nanos();
            let mut buffer = std::mem::take(&mut self.buffer);
            let received = recv(&self.socket, &mut *buffer, RecvFlags::DONTWAIT);
            match received {
                Ok((_, len)) => {
                    let data = buffer.get(..len).unwrap_or_default();
                    for message in Messages::new(data, NATIVE) {
                        self.event(message.payload(), self.empty, at);
                    }
                }
                Err(rustix::io::Errno::NOBUFS) => self.lost = true,
                Err(_) => {
                    self.buffer = buffer;
                    self.empty = at;
                    break;
                }
            }
            self.buffer = buffer;
        }
        if self.lost {
            // what is there now is known again
            self.lost = false;
            self.lives.clear();
            self.inner.clear();
            let now = now().as_nanos();
            self.look();
            for life in self.lives.values_mut().chain(self.inner.values_mut()) {
                life.born = now;
            }
        }
        if self.lives.len() >= MOST || self.inner.len() >= MOST {
            let now = now().as_nanos();
            for lives in [&mut self.lives, &mut self.inner] {
                lives.retain(|_, life| life.died.is_none_or(|died| now - died < KEPT));
                if lives.len() >= MOST {
                    lives.clear();
                }
            }
        }
    }

    /// One event, which was between two times.
    fn event(&mut self, payload: &[u8], from: i64, to: i64) -> Option<()> {
        let word = |at: usize| Some(NATIVE.unsigned(payload.get(at..at + 4)?, 4) as u32);
        let (first, second) = (word(EVENT_DATA)?, word(EVENT_DATA + 4)?);
        match word(EVENT)? {
            FORK => {
                let (child, of) = (word(EVENT_DATA + 8)?, word(EVENT_DATA + 12)?);
                if child == of {
                    // it has its parent's name until it takes one of its own
                    let parent = self.lives.get(&second).and_then(|life| life.comm.clone());
                    self.born(child, from, parent);
                }
            }
            EXEC => {
                let name = comm(second);
                if let Some(life) = self.lives.get_mut(&second) {
                    // one that is gone already took its name along
                    life.comm = name;
                } else {
                    self.born(second, from, name);
                }
            }
            COMM if first == second => {
                let name = payload.get(EVENT_DATA + 8..EVENT_DATA + 8 + NAME)?;
                let name = name.split(|b| *b == 0).next()?;
                let life = self.lives.get_mut(&second)?;
                life.comm = Some(String::from_utf8_lossy(name).into_owned());
            }
            EXIT if first == second => {
                let life = self.lives.get_mut(&second)?;
                life.died = Some(to);
                let (born, comm) = (life.born, life.comm.clone());
                for inner in self.inner.values_mut() {
                    if inner.died.is_none() && inner.born == born && inner.comm == comm {
                        inner.died = Some(to);
                    }
                }
            }
            _ => {}
        }
        Some(())
    }

    /// Whether there was such a process lately: ids of threads are like those of processes.
    pub(crate) fn knows(&self, pid: u32) -> bool {
        self.lives.contains_key(&pid)
    }

    /// Whose a port was, by its number alone: that of a process that was there then, unless another's may be the same.
    pub(crate) fn owner(&self, port: u32, at: Timestamp) -> Option<Process> {
        let at = at.as_nanos();
        let pid = if port < CHOSEN {
            port & PID_BITS
        } else {
            return None;
        };
        let life = self.lives.get(&pid).filter(|life| life.was_there(at))?;
        let other = self.inner.get(&pid).is_some_and(|life| life.was_there(at));
        let comm = life.comm.clone().filter(|_| !other)?;
        Some(Process {
            pid,
            comm,
            from: ProcessFrom::Port,
        })
    }
}

impl AsFd for Processes {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.socket.as_fd()
    }
}

/// The request to tell of processes.
fn listen() -> Vec<u8> {
    let mut bytes = Vec::new();
    let len = (HEADERS + 4) as u32;
    // NLMSG_DONE: the connector's messages are data of that type
    for word in [len, 3, 0, 0, CN_IDX_PROC, CN_VAL_PROC, 0, 0, 4] {
        bytes.extend_from_slice(&word.to_ne_bytes());
    }
    // the type and the flags are 16 bits each, as are the length and the flags of cn_msg
    let halves = |value: u16| [value.to_ne_bytes(), [0, 0]].concat();
    bytes.splice(4..8, halves(3));
    bytes.splice(32..36, halves(4));
    bytes.extend_from_slice(&PROC_CN_MCAST_LISTEN.to_ne_bytes());
    bytes
}

/// The PID namespace of a process.
fn namespace(pid: u32) -> Option<u64> {
    use std::os::unix::fs::MetadataExt;
    Some(fs::metadata(format!("/proc/{pid}/ns/pid")).ok()?.ino())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn processes() -> Processes {
        Processes {
            socket: open(CONNECTOR, SocketFlags::CLOEXEC).unwrap(),
            lives: HashMap::new(),
            inner: HashMap::new(),
            namespace: None,
            buffer: Vec::new(),
            empty: 0,
            lost: false,
        }
    }

    fn event(what: u32, words: &[u32]) -> Vec<u8> {
        let mut bytes = vec![0; EVENT];
        bytes.extend_from_slice(&what.to_ne_bytes());
        bytes.extend_from_slice(&[0; 12]);
        for word in words {
            bytes.extend_from_slice(&word.to_ne_bytes());
        }
        bytes
    }

    fn at(nanos: i64) -> Timestamp {
        Timestamp {
            seconds: 0,
            nanos: nanos as u32,
        }
    }

    #[test]
    fn a_life() {
        // ids that no process has, so that nothing is looked up
        let (parent, child) = (0x003f_fff0, 0x003f_fff1);
        let mut all = processes();
        all.born(parent, 0, Some("sh".to_owned()));
        all.event(
            &event(FORK, &[parent, parent, child, child]),
            10_000_000,
            10_000_000,
        );
        // a thread is no process
        all.event(
            &event(FORK, &[child, child, 77, child]),
            11_000_000,
            11_000_000,
        );
        let name = [u32::from_ne_bytes(*b"ip\0x"), 0, 0, 0];
        let words = [&[child, child][..], &name].concat();
        all.event(&event(COMM, &words), 12_000_000, 12_000_000);
        all.event(&event(EXIT, &[77, child]), 20_000_000, 20_000_000);
        all.event(&event(EXIT, &[child, child]), 30_000_000, 30_000_000);
        let owner = |port, time| all.owner(port, at(time)).map(|p| (p.pid, p.comm));
        let ip = Some((child, "ip".to_owned()));
        assert_eq!(owner(child, 25_000_000), ip);
        // a second socket of libnl
        assert_eq!(owner(3 << 22 | child, 25_000_000), ip);
        assert_eq!(owner(child, 5_000_000), None);
        assert_eq!(owner(child, 35_000_000), None);
        assert_eq!(owner(child | 1 << 31, 25_000_000), None);
        assert_eq!(owner(77, 25_000_000), None);
    }

    #[test]
    fn two_of_one_number_are_none() {
        let mut all = processes();
        all.born(0x003f_fff2, 0, Some("a".to_owned()));
        let inner = all.lives.values().next().unwrap().clone();
        assert!(all.owner(0x003f_fff2, at(5)).is_some());
        all.inner.insert(0x003f_fff2, inner);
        assert!(all.owner(0x003f_fff2, at(5)).is_none());
    }

    #[test]
    fn cut_events_are_none() {
        let whole = event(FORK, &[1, 1, 2, 2]);
        for len in 0..whole.len() {
            let mut all = processes();
            all.event(&whole[..len], 0, 0);
            assert!(all.lives.is_empty(), "{len}");
        }
    }

    #[test]
    fn the_request_is_whole() {
        let request = listen();
        assert_eq!(request.len(), HEADERS + 4);
        assert_eq!(request[..4], 40_u32.to_ne_bytes());
        assert_eq!(request[4..6], 3_u16.to_ne_bytes());
        assert_eq!(request[32..34], 4_u16.to_ne_bytes());
        assert_eq!(request[36..], 1_u32.to_ne_bytes());
    }
}
