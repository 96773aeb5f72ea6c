//! Multicast groups, listened to with sockets of our own: needs no nlmon device, and hears protocols that one never shows.

use crate::client::{NETLINK_GENERIC, open};
use crate::groups::Group;
use crate::record::Recorder;
use crate::who::{Who, now};
use netlink_dissector::context::Direction;
use netlink_dissector::note::Note;
use nix::errno::Errno;
use nix::sys::socket::sockopt::{RcvBuf, RcvBufForce};
use nix::sys::socket::{
    ControlMessageOwned, GetSockOpt, MsgFlags, NetlinkAddr, SetSockOpt, recvmsg,
};
use nix::{getsockopt_impl, setsockopt_impl, sockopt_impl};
use rustix::net::netlink::SocketAddrNetlink;
use rustix::net::{SocketFlags, bind};
use std::io::{self, IoSliceMut, Write};
use std::os::fd::{AsFd, AsRawFd, BorrowedFd, OwnedFd};

const NETLINK_AUDIT: u16 = 9;

/// How many bytes may wait to be heard, where that is allowed.
const WAITING: usize = 64 << 20;
/// Room for one datagram.
const DATAGRAM: usize = 1 << 20;
/// Datagrams that are taken of one socket before the others have their turn.
const TURN: usize = 256;
/// Where the drops stand in what SO_MEMINFO tells.
const DROPS: usize = 8;

sockopt_impl!(
    /// Joins a group.
    AddMembership,
    SetOnly,
    libc::SOL_NETLINK,
    libc::NETLINK_ADD_MEMBERSHIP,
    usize
);
sockopt_impl!(
    /// Tells the group that a message was sent to.
    PacketInfo,
    SetOnly,
    libc::SOL_NETLINK,
    libc::NETLINK_PKTINFO,
    bool
);
sockopt_impl!(
    /// Hears other network namespaces, and tells which.
    ListenAllNsid,
    SetOnly,
    libc::SOL_NETLINK,
    libc::NETLINK_LISTEN_ALL_NSID,
    bool
);
sockopt_impl!(
    /// What a socket holds and lost.
    Memory,
    GetOnly,
    libc::SOL_SOCKET,
    libc::SO_MEMINFO,
    [u32; 9]
);

/// A group that could not be joined.
#[derive(Debug)]
pub struct Refused {
    /// The group.
    pub group: Group,
    /// What the kernel says.
    pub error: io::Error,
}

impl Refused {
    /// What is missing, and what to do.
    pub fn why(&self) -> String {
        match self.error.raw_os_error() {
            Some(libc::EPERM | libc::EACCES) => {
                let needs = match self.group.protocol {
                    NETLINK_AUDIT => "CAP_AUDIT_READ in the initial user namespace",
                    NETLINK_GENERIC => "CAP_NET_ADMIN or CAP_SYS_ADMIN",
                    _ => "CAP_NET_ADMIN in this network namespace",
                };
                format!("needs {needs}: be root, or use `nldissect trace`, which needs nothing")
            }
            Some(libc::EPROTONOSUPPORT | libc::EAFNOSUPPORT) => {
                "this kernel has no such protocol, or its module is not loaded".to_owned()
            }
            Some(libc::ENOENT | libc::EINVAL) => "this kernel has no such group".to_owned(),
            _ => self.error.to_string(),
        }
    }
}

/// A socket that listens to the groups of one protocol.
#[derive(Debug)]
struct Ear {
    protocol: u16,
    socket: OwnedFd,
    /// Messages were lost since the last one.
    lost: bool,
}

impl Ear {
    fn new(protocol: u16, all_namespaces: bool) -> io::Result<Ear> {
        let socket = open(protocol, SocketFlags::CLOEXEC | SocketFlags::NONBLOCK)?;
        if RcvBufForce.set(&socket, &WAITING).is_err() {
            // the system's limit holds
            RcvBuf.set(&socket, &WAITING)?;
        }
        PacketInfo.set(&socket, &true)?;
        if all_namespaces {
            ListenAllNsid.set(&socket, &true)?;
        }
        bind(&socket, &SocketAddrNetlink::new(0, 0))?;
        Ok(Ear {
            protocol,
            socket,
            lost: false,
        })
    }

    fn join(&self, group: u32) -> io::Result<()> {
        AddMembership.set(&self.socket, &(group as usize))?;
        Ok(())
    }

    /// How many messages were lost since the start.
    fn drops(&self) -> u64 {
        let memory = Memory.get(&self.socket).unwrap_or_default();
        memory.get(DROPS).copied().unwrap_or(0).into()
    }
}

/// Listens to groups.
#[derive(Debug)]
pub struct Monitor {
    ears: Vec<Ear>,
    /// Asked only where a process sends to a group.
    who: Option<Who>,
    buffer: Vec<u8>,
    received: u64,
}

/// What happened besides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lost {
    /// NETLINK_*.
    pub protocol: u16,
    /// Messages of the protocol that were lost since the start.
    pub drops: u64,
}

impl Monitor {
    /// Joins groups; those that it cannot join are given back.
    pub fn new(groups: &[Group], all_namespaces: bool) -> (Monitor, Vec<Refused>) {
        let mut monitor = Monitor {
            ears: Vec::new(),
            who: None,
            buffer: vec![0; DATAGRAM],
            received: 0,
        };
        let mut refused = Vec::new();
        for group in groups {
            if let Err(error) = monitor.join(group, all_namespaces) {
                refused.push(Refused {
                    group: group.clone(),
                    error,
                });
            }
        }
        (monitor, refused)
    }

    fn join(&mut self, group: &Group, all_namespaces: bool) -> io::Result<()> {
        let ear = self.ears.iter().find(|ear| ear.protocol == group.protocol);
        if let Some(ear) = ear {
            return ear.join(group.number);
        }
        let ear = Ear::new(group.protocol, all_namespaces)?;
        ear.join(group.number)?;
        self.ears.push(ear);
        Ok(())
    }

    /// Whether there is nothing to listen to.
    pub fn is_deaf(&self) -> bool {
        self.ears.is_empty()
    }

    /// The sockets, to wait for.
    pub fn sockets(&self) -> Vec<BorrowedFd<'_>> {
        self.ears.iter().map(|ear| ear.socket.as_fd()).collect()
    }

    /// Records how much was heard and lost.
    pub fn count<W: Write>(&self, recorder: &mut Recorder<W>) -> io::Result<()> {
        let (received, drops) = self.counts();
        recorder.statistics(now(), received, drops)
    }

    /// How many messages were received, and how many were lost, since the start.
    pub fn counts(&self) -> (u64, u64) {
        (self.received, self.ears.iter().map(Ear::drops).sum())
    }

    /// Records what waits at one of the sockets: not all, where there is much. Tells where messages were lost.
    pub fn hear<W: Write>(
        &mut self,
        socket: usize,
        recorder: &mut Recorder<W>,
    ) -> io::Result<Option<Lost>> {
        let Some(ear) = self.ears.get_mut(socket) else {
            return Ok(None);
        };
        let mut lost = None;
        let mut space = nix::cmsg_space!([u32; 1], [u32; 1]);
        for _ in 0..TURN {
            let mut to = [IoSliceMut::new(&mut self.buffer)];
            let flags = MsgFlags::MSG_DONTWAIT | MsgFlags::MSG_TRUNC;
            let fd = ear.socket.as_raw_fd();
            let message = match recvmsg::<NetlinkAddr>(fd, &mut to, Some(&mut space), flags) {
                Ok(message) => message,
                Err(Errno::EAGAIN) => break,
                Err(Errno::EINTR) => continue,
                Err(Errno::ENOBUFS) => {
                    ear.lost = true;
                    lost = Some(Lost {
                        protocol: ear.protocol,
                        drops: ear.drops(),
                    });
                    continue;
                }
                Err(error) => return Err(error.into()),
            };
            let len = message.bytes;
            let truncated = message.flags.contains(MsgFlags::MSG_TRUNC);
            let address = message.address;
            let mut note = Note {
                direction: Some(Direction::FromKernel),
                lost: ear.lost,
                truncated,
                ..Note::default()
            };
            for control in message.cmsgs()? {
                let ControlMessageOwned::Unknown(control) = control else {
                    continue;
                };
                let value = control.data_bytes.first_chunk();
                let value = value.map(|bytes| i32::from_ne_bytes(*bytes));
                let header = control.cmsg_header;
                match (header.cmsg_level, header.cmsg_type) {
                    (libc::SOL_NETLINK, libc::NETLINK_PKTINFO) => {
                        note.group = value.and_then(|group| u32::try_from(group).ok());
                    }
                    (libc::SOL_NETLINK, libc::NETLINK_LISTEN_ALL_NSID) => note.nsid = value,
                    _ => {}
                }
            }
            if let Some(group @ 1..=32) = note.group {
                note.groups = Some(1 << (group - 1));
                note.group = None;
            }
            let time = now();
            let sender = address.map_or(0, |address| address.pid());
            if sender != 0 {
                note.direction = Some(Direction::UserToUser);
                note.port = Some(sender);
                note.process =
                    self.who
                        .get_or_insert_with(Who::new)
                        .owner(ear.protocol, sender, time);
            }
            ear.lost = false;
            self.received += 1;
            let data = self.buffer.get(..len).unwrap_or(&self.buffer);
            recorder.datagram(ear.protocol, time, data, len, Some(&note))?;
        }
        Ok(lost)
    }
}
