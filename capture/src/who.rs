//! Who owns a netlink socket: its port tells the socket, `NETLINK_SOCK_DIAG` the socket's inode, `/proc` the process
//! that has it open.
//!
//! A socket is remembered from first sight, also when it and its process are gone a moment later. A port that passed on
//! to another socket is told from its former owner by the time that is asked for; where it cannot be told, there is no
//! answer rather than a wrong one.

use crate::Timestamp;
use crate::client::{Client, NATIVE, NETLINK_SOCK_DIAG, NLM_F_DUMP, find};
use crate::proc::{comm, started};
use netlink_dissector::note::{Process, ProcessFrom};
use netlink_dissector::wire::RawMessage;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::fs;
use std::io;
use std::time::{Duration, Instant};

const SOCK_DIAG_BY_FAMILY: u16 = 20;
pub(crate) const AF_NETLINK: u8 = 16;
/// All protocols.
const NDIAG_PROTO_ALL: u8 = 0xff;
const NDIAG_SHOW_MEMINFO: u32 = 1;
const NDIAG_SHOW_GROUPS: u32 = 2;
const NDIAG_SHOW_FLAGS: u32 = 8;
const NETLINK_DIAG_MEMINFO: u16 = 0;
const NETLINK_DIAG_GROUPS: u16 = 1;
/// Bytes of a netlink_diag_msg.
const DIAG_LEN: usize = 28;

/// Sockets that are remembered at most.
const MAX_SOCKETS: usize = 65_536;
/// How long a socket that was just seen is not looked at again.
const FRESH: Duration = Duration::from_millis(20);
/// How long after a socket was seen a message is its, when it is gone by the time that this is asked.
const KEPT: Duration = Duration::from_secs(10);
/// Looking for all sockets takes at most one part of the time in so many.
const SHARE: u32 = 3;

/// A netlink socket, as the kernel tells it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Socket {
    /// NETLINK_*.
    pub protocol: u16,
    /// Its port id; 0 is the kernel's own.
    pub port: u32,
    /// Its inode; 0 where it belongs to no process.
    pub inode: u32,
    /// The port and the group that it is connected to.
    pub peer: (u32, u32),
    /// The multicast groups that it is a member of, by number.
    pub groups: Vec<u32>,
    /// Bytes that wait to be read, and how many may wait.
    pub receive: (u32, u32),
    /// Bytes that wait to be sent, and how many may wait.
    pub send: (u32, u32),
    /// How many messages it lost because it was full.
    pub drops: u32,
}

impl Socket {
    /// A netlink_diag_msg with its attributes.
    fn read(message: &RawMessage<'_>) -> Option<Socket> {
        let payload = message.payload();
        let word = |at: usize| {
            let bytes = payload.get(at..at + 4)?;
            Some(NATIVE.unsigned(bytes, 4) as u32)
        };
        let attributes = payload.get(DIAG_LEN..)?;
        let memory = find(attributes, NETLINK_DIAG_MEMINFO).unwrap_or_default();
        let memory = |index: usize| {
            let bytes = memory.get(index * 4..index * 4 + 4);
            bytes.map_or(0, |bytes| NATIVE.unsigned(bytes, 4) as u32)
        };
        let groups = find(attributes, NETLINK_DIAG_GROUPS).unwrap_or_default();
        Some(Socket {
            protocol: u16::from(*payload.get(2)?),
            port: word(4)?,
            inode: word(16)?,
            peer: (word(8)?, word(12)?),
            groups: members(groups),
            receive: (memory(0), memory(1)),
            send: (memory(2), memory(3)),
            drops: memory(8),
        })
    }

    /// A line of /proc/net/netlink.
    fn line(line: &str) -> Option<Socket> {
        let mut words = line.split_ascii_whitespace().skip(1);
        let mut word = || words.next();
        let protocol = word()?.parse().ok()?;
        let port = word()?.parse().ok()?;
        let groups = u32::from_str_radix(word()?, 16).ok()?;
        let mut number = || word()?.parse::<u32>().ok();
        let (receive, send) = (number()?, number()?);
        let (_dump, _references, drops) = (number()?, number()?, number()?);
        Some(Socket {
            protocol,
            port,
            inode: number()?,
            groups: (1..=32)
                .filter(|group| groups & (1 << (group - 1)) != 0)
                .collect(),
            receive: (receive, 0),
            send: (send, 0),
            drops,
            ..Socket::default()
        })
    }
}

/// The groups in a bitmap of longs: the lowest bit is group 1.
fn members(bitmap: &[u8]) -> Vec<u32> {
    let long = size_of::<usize>();
    let mut groups = Vec::new();
    for (i, bytes) in bitmap.chunks_exact(long).enumerate() {
        let bits = NATIVE.unsigned(bytes, long);
        let of_long = (0..bytes.len() * 8).filter(|bit| bits & (1 << bit) != 0);
        groups.extend(of_long.map(|bit| (i * long * 8 + bit + 1) as u32));
    }
    groups
}

/// All netlink sockets of this network namespace, those of the kernel too, but not the one that asks.
pub fn sockets() -> io::Result<Vec<Socket>> {
    let mut all = Vec::new();
    // members of groups are told twice
    let mut told = HashSet::new();
    let mut dump = || -> io::Result<()> {
        let mut client = Client::new(NETLINK_SOCK_DIAG)?;
        let own = (NETLINK_SOCK_DIAG, client.port());
        client.ask(SOCK_DIAG_BY_FAMILY, NLM_F_DUMP, &request(), |message| {
            let socket = Socket::read(message).filter(|s| (s.protocol, s.port) != own);
            all.extend(socket.filter(|s| told.insert((s.protocol, s.port, s.inode))));
        })
    };
    if dump().is_err() {
        // a kernel without netlink_diag
        let text = fs::read_to_string("/proc/net/netlink")?;
        return Ok(text.lines().skip(1).filter_map(Socket::line).collect());
    }
    Ok(all)
}

/// A netlink_diag_req for all sockets, with all there is to know.
pub(crate) fn request() -> [u8; 20] {
    let mut body = [0; 20];
    let show = (NDIAG_SHOW_MEMINFO | NDIAG_SHOW_GROUPS | NDIAG_SHOW_FLAGS).to_ne_bytes();
    let fields = [AF_NETLINK, NDIAG_PROTO_ALL];
    for (to, from) in body.iter_mut().zip(fields) {
        *to = from;
    }
    for (to, from) in body.iter_mut().skip(8).zip(show) {
        *to = from;
    }
    body
}

/// A process that has a socket open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holder {
    /// Its id.
    pub pid: u32,
    /// Its name.
    pub comm: String,
    /// A descriptor of the socket.
    fd: u32,
}

impl Holder {
    /// Looks for a socket among the descriptors of a process.
    fn of(pid: u32, inode: u32) -> Option<Holder> {
        let (fd, _) = descriptors(pid).find(|(_, of)| *of == inode)?;
        let comm = comm(pid)?;
        Some(Holder { pid, comm, fd })
    }

    /// Whether the process still has the socket open.
    fn holds(&self, inode: u32) -> bool {
        link(&format!("/proc/{}/fd/{}", self.pid, self.fd)) == Some(inode)
    }
}

/// Who has sockets open, by inode: where several processes do, the one that is there the longest. Those of processes
/// that this one may not look into are missing.
pub fn holders() -> HashMap<u32, Holder> {
    let mut found: HashMap<u32, Holder> = HashMap::new();
    let Ok(processes) = fs::read_dir("/proc") else {
        return found;
    };
    let names = processes.flatten().map(|entry| entry.file_name());
    let pids = names.filter_map(|name| name.to_str()?.parse::<u32>().ok());
    for pid in pids {
        let mut name = None;
        for (fd, inode) in descriptors(pid) {
            let other = found.get(&inode).map(|holder| holder.pid);
            if other == Some(pid) || other.is_some_and(|other| birth(other) <= birth(pid)) {
                continue;
            }
            if name.is_none() {
                name = comm(pid);
            }
            if let Some(comm) = name.clone() {
                found.insert(inode, Holder { pid, comm, fd });
            }
        }
    }
    found
}

/// The descriptors of a process that are sockets, with their inodes.
fn descriptors(pid: u32) -> impl Iterator<Item = (u32, u32)> {
    let all = fs::read_dir(format!("/proc/{pid}/fd"))
        .into_iter()
        .flatten();
    all.flatten().filter_map(|entry| {
        let fd = entry.file_name().to_str()?.parse().ok()?;
        Some((fd, link(entry.path().to_str()?)?))
    })
}

/// The inode of a link such as `socket:[1234]`.
fn link(path: &str) -> Option<u32> {
    let link = fs::read_link(path).ok()?;
    let inode = link.to_str()?.strip_prefix("socket:[")?.strip_suffix(']')?;
    inode.parse().ok()
}

/// When a process started; of one that is gone, the end of time.
fn birth(pid: u32) -> u64 {
    started(pid).ok().flatten().unwrap_or(u64::MAX)
}

/// What is known of a socket.
#[derive(Debug)]
struct Known {
    inode: u32,
    holder: Option<Holder>,
    /// From when on the port was not another's.
    from: Timestamp,
    /// When it was seen last.
    seen: Timestamp,
    /// When it was not there any more.
    gone: Option<Timestamp>,
}

impl Known {
    /// Whether a message of a time was its.
    fn had(&self, at: Timestamp) -> bool {
        let may = self.gone.is_none_or(|gone| at < gone);
        self.from <= at && may && since(self.seen, at) < KEPT
    }
}

/// Remembers who owns which socket.
#[derive(Debug)]
pub struct Who {
    client: Option<Client>,
    /// This process, whose sockets are never the only one.
    own: u32,
    known: BTreeMap<(u16, u32), Known>,
    /// When all sockets were last asked for, and how long that took.
    asked: Timestamp,
    pause: (Instant, Duration),
}

impl Who {
    /// Learns the sockets that there are now, in the network namespace of the calling thread.
    pub fn new() -> Who {
        let mut who = Who {
            client: Client::new(NETLINK_SOCK_DIAG).ok(),
            own: std::process::id(),
            known: BTreeMap::new(),
            asked: Timestamp::default(),
            pause: (Instant::now(), Duration::ZERO),
        };
        who.refresh();
        who
    }

    /// The port id of its own socket, of NETLINK_SOCK_DIAG.
    pub fn port(&self) -> Option<u32> {
        self.client.as_ref().map(Client::port)
    }

    /// Who owned a port when a message passed it.
    pub fn owner(&mut self, protocol: u16, port: u32, at: Timestamp) -> Option<Process> {
        if port == 0 {
            return None;
        }
        let key = (protocol, port);
        if !self.confirm(key, at) && self.asked < at && self.pause.0.elapsed() >= self.pause.1 {
            self.refresh();
        }
        let known = self.known.get(&key)?;
        let holder = known.holder.as_ref().filter(|_| known.had(at))?;
        Some(process(holder, ProcessFrom::Port))
    }

    /// Who owns the only socket of a protocol that there is, and was in the last seconds, but for those of this
    /// process. A socket that came and went between two looks is not known of: where messages name other ports, they
    /// tell that there was one.
    pub fn only(&mut self, protocol: u16) -> Option<Process> {
        let at = now();
        if since(self.asked, at) >= FRESH {
            self.refresh();
        }
        let all = self.known.range((protocol, 1)..=(protocol, u32::MAX));
        let own = |holder: &Option<Holder>| holder.as_ref().is_some_and(|h| h.pid == self.own);
        let mut all = all
            .map(|(_, known)| known)
            .filter(|k| !own(&k.holder) && k.gone.is_none_or(|gone| since(gone, at) < KEPT));
        let known = all.next().filter(|known| known.gone.is_none())?;
        let holder = known.holder.as_ref().filter(|_| all.next().is_none())?;
        Some(process(holder, ProcessFrom::OnlySocket))
    }

    /// Whether a socket is known to have been there at a time. One that was not looked at for a while is looked at again.
    fn confirm(&mut self, key: (u16, u32), at: Timestamp) -> bool {
        let now = now();
        let Some(known) = self.known.get_mut(&key) else {
            return false;
        };
        if at <= known.seen || known.gone.is_some_and(|gone| at < gone) {
            return true;
        }
        if known.gone.is_some() {
            return false;
        }
        if since(known.seen, now) < FRESH {
            return true;
        }
        match &mut known.holder {
            // a socket whose process cannot be seen may have gone unseen, too
            None => false,
            Some(holder) => {
                if !holder.holds(known.inode) {
                    return false;
                }
                if let Some(comm) = comm(holder.pid) {
                    holder.comm = comm;
                }
                known.seen = now;
                true
            }
        }
    }

    /// Learns the sockets that there are now.
    pub fn refresh(&mut self) {
        let from = Instant::now();
        let at = now();
        let mut all = Vec::new();
        let asked = self.client.as_mut().map(|client| {
            client.ask(SOCK_DIAG_BY_FAMILY, NLM_F_DUMP, &request(), |message| {
                all.extend(Socket::read(message));
            })
        });
        if !matches!(asked, Some(Ok(()))) {
            // without the module that tells them
            self.client = None;
            let text = fs::read_to_string("/proc/net/netlink").unwrap_or_default();
            all = text.lines().skip(1).filter_map(Socket::line).collect();
        }
        self.learn(&all, at);
        self.asked = at;
        self.pause = (Instant::now(), from.elapsed() * (SHARE - 1));
    }

    /// Takes what sockets there were at a time.
    fn learn(&mut self, all: &[Socket], at: Timestamp) {
        let mut news: Vec<(u16, u32, u32)> = Vec::new();
        for socket in all.iter().filter(|s| s.port != 0 && s.inode != 0) {
            match self.known.get_mut(&(socket.protocol, socket.port)) {
                Some(known) if known.inode == socket.inode && known.gone.is_none() => {
                    known.seen = at;
                }
                _ => news.push((socket.protocol, socket.port, socket.inode)),
            }
        }
        for known in self.known.values_mut() {
            if known.seen < at && known.gone.is_none() {
                known.gone = Some(at);
            }
        }
        if self.known.len() + news.len() > MAX_SOCKETS {
            self.known.retain(|_, known| known.gone.is_none());
        }
        let mut unknown = Vec::new();
        for (protocol, port, inode) in news {
            // most have the process id for a port
            match Holder::of(port, inode) {
                Some(holder) => self.add((protocol, port), inode, Some(holder), at),
                None => unknown.push((protocol, port, inode)),
            }
        }
        if unknown.is_empty() {
            return;
        }
        let mut holders = holders();
        for (protocol, port, inode) in unknown {
            self.add((protocol, port), inode, holders.remove(&inode), at);
        }
    }

    fn add(&mut self, key: (u16, u32), inode: u32, holder: Option<Holder>, seen: Timestamp) {
        if self.known.len() >= MAX_SOCKETS && !self.known.contains_key(&key) {
            return;
        }
        let known = Known {
            inode,
            holder,
            // a message of before may be of the one that had the port then
            from: self
                .known
                .get(&key)
                .and_then(|old| old.gone)
                .unwrap_or_default(),
            seen,
            gone: None,
        };
        self.known.insert(key, known);
    }
}

impl Default for Who {
    fn default() -> Who {
        Who::new()
    }
}

fn process(holder: &Holder, from: ProcessFrom) -> Process {
    Process {
        pid: holder.pid,
        comm: holder.comm.clone(),
        from,
    }
}

/// The time, as messages are stamped.
pub(crate) fn now() -> Timestamp {
    let since = std::time::UNIX_EPOCH.elapsed().unwrap_or_default();
    Timestamp {
        seconds: i64::try_from(since.as_secs()).unwrap_or(i64::MAX),
        nanos: since.subsec_nanos(),
    }
}

/// How long a time is past.
fn since(time: Timestamp, now: Timestamp) -> Duration {
    let of = |t: Timestamp| Duration::new(u64::try_from(t.seconds).unwrap_or(0), t.nanos);
    of(now).saturating_sub(of(time))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::client::open;
    use rustix::net::SocketFlags;
    use rustix::net::netlink::SocketAddrNetlink;
    use std::os::fd::{AsRawFd, OwnedFd};

    /// A protocol that no other test uses.
    const NETLINK_USERSOCK: u16 = 2;

    fn at(seconds: i64) -> Timestamp {
        Timestamp { seconds, nanos: 0 }
    }

    /// A socket, and its inode.
    fn socket() -> (OwnedFd, u32) {
        let socket = open(NETLINK_USERSOCK, SocketFlags::CLOEXEC).unwrap();
        let inode = link(&format!("/proc/self/fd/{}", socket.as_raw_fd())).unwrap();
        (socket, inode)
    }

    fn nobody() -> Who {
        Who {
            client: None,
            own: 0,
            known: BTreeMap::new(),
            asked: Timestamp::default(),
            // do not look by itself
            pause: (Instant::now(), Duration::MAX),
        }
    }

    fn seen(inode: u32) -> Socket {
        Socket {
            protocol: NETLINK_USERSOCK,
            port: 77,
            inode,
            ..Socket::default()
        }
    }

    #[test]
    fn a_socket_has_an_owner_until_it_is_gone() {
        let (socket, inode) = socket();
        // a port of its own, whatever the other tests do
        rustix::net::bind(&socket, &SocketAddrNetlink::new(0x4e4c_4449, 0)).unwrap();
        let all = sockets().unwrap();
        let told = all.iter().find(|s| s.inode == inode).unwrap();
        assert_eq!((told.protocol, told.port), (NETLINK_USERSOCK, 0x4e4c_4449));
        let mut who = Who::new();
        let open = now();
        let owner = who.owner(NETLINK_USERSOCK, told.port, open).unwrap();
        assert_eq!(owner.pid, std::process::id());
        assert_eq!(Some(owner.comm), comm(owner.pid));
        assert_eq!(owner.from, ProcessFrom::Port);
        assert_eq!(who.owner(NETLINK_USERSOCK, 0x4e4c_4448, open), None);
        assert_eq!(who.owner(NETLINK_USERSOCK, 0, open), None);
        drop(socket);
        who.refresh();
        let later = now();
        assert!(who.owner(NETLINK_USERSOCK, told.port, open).is_some());
        assert_eq!(who.owner(NETLINK_USERSOCK, told.port, later), None);
    }

    #[test]
    fn a_port_that_passed_on_is_told_apart_by_time() {
        let ((_a, one), (_b, other)) = (socket(), socket());
        let mut who = nobody();
        let owned = |who: &mut Who, seconds| {
            let known = who.known.get(&(NETLINK_USERSOCK, 77))?;
            assert_eq!(known.holder.as_ref()?.pid, std::process::id());
            known.had(at(seconds)).then_some(known.inode)
        };
        who.learn(&[seen(one)], at(10));
        assert_eq!(owned(&mut who, 9), Some(one));
        assert_eq!(owned(&mut who, 12), Some(one));
        // quiet for so long: it may have been another's
        assert_eq!(owned(&mut who, 30), None);
        who.learn(&[], at(20));
        assert_eq!(owned(&mut who, 19), Some(one));
        assert_eq!(owned(&mut who, 21), None);
        who.learn(&[seen(other)], at(22));
        assert_eq!(owned(&mut who, 19), None);
        assert_eq!(owned(&mut who, 21), Some(other));
        // the first was still there when it was last looked at
        who.learn(&[seen(one)], at(24));
        assert_eq!(owned(&mut who, 23), None);
        assert_eq!(owned(&mut who, 25), Some(one));
    }

    #[test]
    fn the_only_socket_of_a_protocol() {
        let ((_a, one), (_b, other)) = (socket(), socket());
        let mut who = nobody();
        let now = now();
        who.asked = now;
        who.learn(&[seen(one)], now);
        let owner = who.only(NETLINK_USERSOCK).unwrap();
        assert_eq!(owner.from, ProcessFrom::OnlySocket);
        who.own = owner.pid;
        assert_eq!(who.only(NETLINK_USERSOCK), None, "it is our own");
        who.own = 0;
        let second = Socket {
            port: 78,
            ..seen(other)
        };
        who.learn(&[seen(one), second], now);
        assert_eq!(who.only(NETLINK_USERSOCK), None, "there are two");
    }

    #[test]
    fn what_is_remembered_is_bounded() {
        let mut who = nobody();
        let sockets: Vec<Socket> = (1..=70_000)
            .map(|port| Socket { port, ..seen(1) })
            .collect();
        who.learn(&sockets, at(10));
        assert_eq!(who.known.len(), MAX_SOCKETS);
        // those that are gone make room
        who.learn(
            &[Socket {
                protocol: 9,
                ..seen(1)
            }],
            at(11),
        );
        assert_eq!(who.known.len(), 1);
    }

    #[test]
    fn groups_of_a_bitmap() {
        let mut bitmap = [0; 16];
        bitmap[..8].copy_from_slice(&0x8000_0000_0000_0005_u64.to_ne_bytes());
        bitmap[8..].copy_from_slice(&1_u64.to_ne_bytes());
        if size_of::<usize>() == 8 {
            assert_eq!(members(&bitmap), [1, 3, 64, 65]);
        }
        assert_eq!(members(&[]), [0; 0]);
    }

    #[test]
    fn lines_of_proc() {
        let line =
            "00000000da28822b 16  4294962 00000011 12       3        0     2        7        1507";
        let socket = Socket::line(line).unwrap();
        assert_eq!(
            (socket.protocol, socket.port, socket.inode),
            (16, 4_294_962, 1507)
        );
        assert_eq!((socket.receive.0, socket.send.0, socket.drops), (12, 3, 7));
        assert_eq!(socket.groups, [1, 5]);
        assert_eq!(Socket::line("x"), None);
    }
}
