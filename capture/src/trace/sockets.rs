//! What is known of the netlink sockets of the traced processes.
//!
//! A socket is known by its inode. Closing is not watched: when a descriptor is used that once was
//! netlink, /proc tells what it is now.

use std::collections::HashSet;
use std::collections::btree_map::{BTreeMap, Entry};
use std::fs;
use std::io;
use std::path::Path;

use netlink_dissector::note;
use rustix::fd::AsFd;
use rustix::io::Errno;
use rustix::net::netlink::SocketAddrNetlink;
use rustix::net::sockopt::{socket_domain, socket_protocol, socket_recv_buffer_size};
use rustix::net::{AddressFamily, getpeername, getsockname};
use rustix::process::{Pid, PidfdFlags, PidfdGetfdFlags, pidfd_getfd, pidfd_open};

use super::{
    NETLINK_ADD_MEMBERSHIP, NETLINK_CAP_ACK, NETLINK_DROP_MEMBERSHIP, NETLINK_EXT_ACK,
    NETLINK_GET_STRICT_CHK, NETLINK_LIST_MEMBERSHIPS, SOL_NETLINK, SOL_SOCKET,
};
use crate::sys::tracee;

/// The most sockets that are remembered; of one that was forgotten, the system is asked again.
const REMEMBERED: usize = 1 << 16;

/// A netlink socket.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Netlink {
    pub protocol: u16,
    /// Its port id; none while it has none.
    pub port: Option<u32>,
    /// Port and groups that it is connected to.
    pub peer: (u32, u32),
    pub options: note::Socket,
    /// A datagram that was looked at and is still there (MSG_PEEK).
    pub peeked: Vec<u8>,
    /// Messages to it were lost since the last datagram.
    pub lost: bool,
}

/// All of them.
#[derive(Debug, Default)]
pub(super) struct Sockets {
    /// By inode, which the system counts upwards.
    known: BTreeMap<u64, Netlink>,
    /// Descriptors that were netlink in any process, and may still be.
    fds: HashSet<i32>,
}

impl Sockets {
    /// The inode of the netlink socket that a descriptor of a thread is, if it is one.
    pub fn inode(&mut self, tid: i32, tgid: i32, fd: i32) -> Option<u64> {
        if !self.fds.contains(&fd) {
            return None;
        }
        let inode = inode(tid, fd)?;
        if let Entry::Vacant(unknown) = self.known.entry(inode) {
            unknown.insert(ask(tgid, fd, inode)?);
            self.forget();
        }
        Some(inode)
    }

    /// One that is known.
    pub fn get(&mut self, inode: u64) -> Option<&mut Netlink> {
        self.known.get_mut(&inode)
    }

    /// A socket was made.
    pub fn made(&mut self, tid: i32, fd: i32, protocol: u16) {
        self.fds.insert(fd);
        if let Some(inode) = inode(tid, fd) {
            let options = note::Socket {
                ext_ack: Some(false),
                strict: Some(false),
                cap_ack: Some(false),
                ..note::Socket::default()
            };
            let made = Netlink {
                protocol,
                options,
                ..Netlink::default()
            };
            self.known.insert(inode, made);
        }
        self.forget();
    }

    /// Forgets the oldest where there are too many.
    fn forget(&mut self) {
        if self.known.len() > REMEMBERED {
            self.known.pop_first();
        }
    }

    /// A descriptor came from elsewhere: whether it is netlink.
    pub fn came(&mut self, tid: i32, tgid: i32, fd: i32) -> bool {
        let had = !self.fds.insert(fd);
        let is = self.inode(tid, tgid, fd).is_some();
        if !is && !had {
            self.fds.remove(&fd);
        }
        is
    }

    /// Looks at all descriptors that a process has.
    pub fn adopt(&mut self, pid: i32) -> Vec<i32> {
        let Ok(entries) = fs::read_dir(format!("/proc/{pid}/fd")) else {
            return Vec::new();
        };
        let fds = entries.filter_map(|e| e.ok()?.file_name().to_str()?.parse().ok());
        let fds: Vec<i32> = fds.collect();
        let sockets = fds.into_iter().filter(|fd| self.came(pid, pid, *fd));
        sockets.collect()
    }

    /// Asks the system for what a socket became; what it does not tell stays.
    pub fn refresh(&mut self, tgid: i32, fd: i32, inode: u64) {
        let Some(socket) = self.known.get_mut(&inode) else {
            return;
        };
        match duplicate(tgid, fd) {
            Ok(Some(now)) => {
                socket.port = now.port;
                socket.peer = now.peer;
                socket.options = now.options;
            }
            Ok(None) => {}
            Err(_) => {
                if let Some(now) = listed(tgid, inode) {
                    socket.port = now.port;
                }
            }
        }
    }
}

impl Netlink {
    /// An option was set.
    pub fn set(&mut self, level: u32, name: u32, value: u32) {
        let options = &mut self.options;
        match (level, name) {
            (SOL_NETLINK, NETLINK_EXT_ACK) => options.ext_ack = Some(value != 0),
            (SOL_NETLINK, NETLINK_CAP_ACK) => options.cap_ack = Some(value != 0),
            (SOL_NETLINK, NETLINK_GET_STRICT_CHK) => options.strict = Some(value != 0),
            (SOL_NETLINK, NETLINK_ADD_MEMBERSHIP) => {
                options.groups.push(value);
                options.groups.sort_unstable();
                options.groups.dedup();
            }
            (SOL_NETLINK, NETLINK_DROP_MEMBERSHIP) => options.groups.retain(|g| *g != value),
            // the system doubles it, to have room for its own
            (SOL_SOCKET, _) => options.rcvbuf = Some(value.saturating_mul(2)),
            _ => {}
        }
    }

    /// It was bound to a port (0: the system chooses) and groups.
    pub fn bound(&mut self, (port, mask): (u32, u32)) {
        if port != 0 {
            self.port = Some(port);
        }
        // a mask stands for the first 32 groups, and leaves the others
        self.options.groups.retain(|g| *g > 32);
        self.options.groups.extend(members(0, mask));
        self.options.groups.sort_unstable();
    }
}

/// The groups of a word of a mask, numbered from 1.
fn members(word: u32, mask: u32) -> impl Iterator<Item = u32> {
    let bits = (0..32).filter(move |bit| mask & (1 << bit) != 0);
    bits.map(move |bit| word * 32 + bit + 1)
}

/// The inode of a descriptor that is a socket.
fn inode(tid: i32, fd: i32) -> Option<u64> {
    let link = fs::read_link(format!("/proc/{tid}/fd/{fd}")).ok()?;
    let link = link.to_str()?;
    link.strip_prefix("socket:[")?
        .strip_suffix(']')?
        .parse()
        .ok()
}

/// What the system knows of a netlink socket.
fn ask(tgid: i32, fd: i32, inode: u64) -> Option<Netlink> {
    match duplicate(tgid, fd) {
        Ok(found) => found,
        Err(_) => listed(tgid, inode),
    }
}

/// By a duplicate of the descriptor, which is closed at once. None where it is not netlink.
fn duplicate(tgid: i32, fd: i32) -> Result<Option<Netlink>, Errno> {
    let pid = Pid::from_raw(tgid).ok_or(Errno::SRCH)?;
    let pidfd = pidfd_open(pid, PidfdFlags::empty())?;
    let socket = pidfd_getfd(&pidfd, fd, PidfdGetfdFlags::empty())?;
    if socket_domain(&socket)? != AddressFamily::NETLINK {
        return Ok(None);
    }
    let option = |name| {
        let mut value = [0];
        let told = tracee::option(socket.as_fd(), SOL_NETLINK as i32, name as i32, &mut value);
        told.ok().map(|_| value != [0])
    };
    let address = |found: Option<_>| found.and_then(|a| SocketAddrNetlink::try_from(a).ok());
    let own = address(getsockname(&socket).ok());
    let peer = address(getpeername(&socket).ok().flatten());
    let protocol = socket_protocol(&socket)?.map_or(0, |p| p.as_raw().get());
    Ok(Some(Netlink {
        protocol: protocol as u16,
        port: own.map(|a| a.pid()).filter(|port| *port != 0),
        peer: peer.map_or((0, 0), |a| (a.pid(), a.groups())),
        options: note::Socket {
            ext_ack: option(NETLINK_EXT_ACK),
            strict: option(NETLINK_GET_STRICT_CHK),
            cap_ack: option(NETLINK_CAP_ACK),
            groups: memberships(socket.as_fd()).unwrap_or_default(),
            rcvbuf: socket_recv_buffer_size(&socket).ok().map(|n| n as u32),
        },
        ..Netlink::default()
    }))
}

fn memberships(socket: rustix::fd::BorrowedFd<'_>) -> io::Result<Vec<u32>> {
    let mut masks = [0; 64];
    let name = NETLINK_LIST_MEMBERSHIPS as i32;
    let len = tracee::option(socket, SOL_NETLINK as i32, name, &mut masks)?;
    let masks = masks.iter().take(len / 4);
    let groups = (0..).zip(masks).flat_map(|(i, mask)| members(i, *mask));
    Ok(groups.collect())
}

/// By the list of the process's network namespace, where descriptors cannot be duplicated.
fn listed(tgid: i32, inode: u64) -> Option<Netlink> {
    let list = Path::new("/proc")
        .join(tgid.to_string())
        .join("net/netlink");
    let list = fs::read_to_string(list).ok()?;
    list.lines().find_map(|line| of_line(line, inode))
}

/// A line of the list: `sk Eth Pid Groups Rmem Wmem Dump Locks Drops Inode`.
fn of_line(line: &str, inode: u64) -> Option<Netlink> {
    let mut words = line.split_ascii_whitespace();
    let (protocol, port, mask) = (words.nth(1)?, words.next()?, words.next()?);
    if words.last()?.parse() != Ok(inode) {
        return None;
    }
    let mut socket = Netlink {
        protocol: protocol.parse().ok()?,
        ..Netlink::default()
    };
    socket.bound((port.parse().ok()?, u32::from_str_radix(mask, 16).ok()?));
    Some(socket)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_the_list() {
        let line = "00000000b1c8a0d4 16  3929       00000021 0        0        0        2        0        1220566 ";
        let socket = of_line(line, 1_220_566).unwrap();
        assert_eq!((socket.protocol, socket.port), (16, Some(3929)));
        assert_eq!(socket.options.groups, [1, 6]);
        assert_eq!(of_line(line, 122), None);
        assert_eq!(
            of_line("sk Eth Pid Groups Rmem Wmem Dump Locks Drops Inode", 1),
            None
        );
        assert_eq!(of_line("", 1), None);
    }

    #[test]
    fn options_are_kept() {
        let mut socket = Netlink::default();
        socket.set(SOL_NETLINK, NETLINK_ADD_MEMBERSHIP, 40);
        socket.set(SOL_NETLINK, NETLINK_ADD_MEMBERSHIP, 7);
        socket.bound((0, 0b101));
        assert_eq!(socket.options.groups, [1, 3, 40]);
        assert_eq!(socket.port, None);
        socket.set(SOL_NETLINK, NETLINK_DROP_MEMBERSHIP, 1);
        socket.bound((9, 2));
        assert_eq!(socket.options.groups, [2, 40]);
        assert_eq!(socket.port, Some(9));
        socket.set(SOL_NETLINK, NETLINK_GET_STRICT_CHK, 1);
        socket.set(SOL_SOCKET, 8, 1 << 20);
        assert_eq!(socket.options.strict, Some(true));
        assert_eq!(socket.options.rcvbuf, Some(2 << 20));
    }
}
