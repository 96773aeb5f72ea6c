//! Reads what strace wrote (`strace -f -ttt -yy -e trace=%network -e read=all -e write=all`): the
//! system calls on netlink sockets with the bytes that it dumped below them, as a recording.

use std::collections::{BTreeMap, HashMap};
use std::io;

use netlink_dissector::context::Direction;
use netlink_dissector::families::protocols::PROTOCOLS;
use netlink_dissector::note::{self, Note, ProcessFrom};

use crate::Timestamp;
use crate::record::Recorder;

/// What a text holds.
#[derive(Debug)]
pub(crate) struct Reading {
    /// The recording.
    pub pcapng: Vec<u8>,
    /// Netlink in it.
    pub datagrams: u64,
    /// The first line that tells of a datagram without its bytes.
    pub no_bytes: Option<Line>,
    /// The first line that tells of a netlink socket whose protocol nothing tells.
    pub no_protocol: Option<Line>,
}

/// A line of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Line {
    /// From 1.
    pub number: u64,
    /// Where it starts, in bytes.
    pub offset: u64,
}

/// Whether a text looks like strace's: one of its first lines is a system call.
pub(crate) fn is(head: &[u8]) -> bool {
    let lines = head.split(|b| *b == b'\n').take(20);
    let mut lines = lines.filter_map(|line| std::str::from_utf8(line).ok());
    lines.any(|line| match Entry::of(line) {
        Some(entry) => {
            entry.what.starts_with("+++ ") || entry.what.starts_with("<... ") || {
                let name = entry.what.split('(').next().unwrap_or("");
                name.len() < entry.what.len()
                    && !name.is_empty()
                    && name
                        .bytes()
                        .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
                    && (result(entry.what).is_some() || entry.what.ends_with(UNFINISHED))
            }
        }
        None => false,
    })
}

/// Reads a text.
pub(crate) fn read(text: &[u8]) -> io::Result<Reading> {
    let mut reader = Reader {
        recorder: Recorder::foreign(Vec::new(), "strace")?,
        unfinished: HashMap::new(),
        sockets: HashMap::new(),
        protocols: HashMap::new(),
        current: None,
        datagrams: 0,
        no_bytes: None,
        no_protocol: None,
    };
    let mut offset = 0;
    for (number, bytes) in (1..).zip(text.split_inclusive(|b| *b == b'\n')) {
        let line = Line { number, offset };
        offset += bytes.len() as u64;
        let text = String::from_utf8_lossy(bytes);
        let text = text.trim_end_matches(['\r', '\n']);
        if !reader.dump(text) {
            reader.finish()?;
            reader.call(text, line);
        }
    }
    reader.finish()?;
    Ok(Reading {
        pcapng: reader.recorder.into_inner(),
        datagrams: reader.datagrams,
        no_bytes: reader.no_bytes,
        no_protocol: reader.no_protocol,
    })
}

const UNFINISHED: &str = "<unfinished ...>";

/// A line's parts: who and when stand before what.
struct Entry<'l> {
    pid: Option<u32>,
    comm: &'l str,
    time: Option<Timestamp>,
    what: &'l str,
}

impl<'l> Entry<'l> {
    fn of(line: &'l str) -> Option<Entry<'l>> {
        /// The kernel's ids of processes are below: a larger number is a time.
        const PIDS: u32 = 1 << 22;
        let mut entry = Entry {
            pid: None,
            comm: "",
            time: None,
            what: line.strip_prefix("strace: ").map_or(line, |_| ""),
        };
        if let Some(rest) = line.strip_prefix("[pid") {
            let (id, rest) = rest.split_once(']')?;
            entry.who(id.trim_start());
            entry.what = rest.trim_start();
        } else if let Some((word, rest)) = line.split_once(' ') {
            let digits = word.split('<').next().unwrap_or("");
            if digits.parse::<u32>().is_ok_and(|n| n <= PIDS) {
                entry.who(word);
                entry.what = rest.trim_start();
            }
        }
        let (word, rest) = entry.what.trim_start().split_once(' ')?;
        if let Some(time) = time(word) {
            entry.time = Some(time);
            entry.what = rest.trim_start();
        }
        Some(entry)
    }

    /// `1234`, or `1234<ip>`.
    fn who(&mut self, word: &'l str) {
        let (pid, comm) = word.split_once('<').unwrap_or((word, ""));
        self.pid = pid.parse().ok();
        self.comm = comm.trim_end_matches('>');
    }
}

/// Seconds since 1970, or since another start, with a fraction; or a clock's time, as of 1970-01-01.
fn time(word: &str) -> Option<Timestamp> {
    let (whole, fraction) = word.split_once('.').unwrap_or((word, ""));
    let seconds = if whole.contains(':') {
        let mut seconds = 0;
        for part in whole.splitn(3, ':') {
            seconds = seconds * 60 + part.parse::<i64>().ok().filter(|n| (0..60).contains(n))?;
        }
        seconds
    } else {
        whole.parse().ok().filter(|n| *n >= 0)?
    };
    if !fraction.bytes().all(|b| b.is_ascii_digit()) || fraction.len() > 9 {
        return None;
    }
    let nanos = format!("{fraction:0<9}").parse().ok()?;
    Some(Timestamp { seconds, nanos })
}

/// What a call returned, and what stands before; none where it did not return or failed.
fn result(what: &str) -> Option<(&str, &str)> {
    let at = what.rfind(" = ")?;
    let (before, result) = (what.get(..at)?, what.get(at + 3..)?);
    before.trim_end().ends_with(')').then_some((before, result))
}

/// A socket by what it was made and set to.
#[derive(Clone, Debug, Default)]
struct Socket {
    protocol: u16,
    port: Option<u32>,
    options: note::Socket,
}

/// A call whose bytes follow.
struct Call {
    line: Line,
    time: Option<Timestamp>,
    protocol: u16,
    note: Note,
    /// The addresses that the call names.
    addresses: Vec<(u32, u32)>,
    receives: bool,
    /// Its datagrams so far.
    datagrams: Vec<Vec<u8>>,
}

struct Reader {
    recorder: Recorder<Vec<u8>>,
    /// The first halves of calls that were interrupted by those of other threads.
    unfinished: HashMap<Option<u32>, (Option<Timestamp>, String)>,
    /// By descriptor, and by process.
    sockets: HashMap<i32, BTreeMap<Option<u32>, Socket>>,
    /// By inode.
    protocols: HashMap<u64, u16>,
    current: Option<Call>,
    datagrams: u64,
    no_bytes: Option<Line>,
    no_protocol: Option<Line>,
}

impl Reader {
    /// Takes a line of a dump: whether it is one.
    fn dump(&mut self, line: &str) -> bool {
        if line.starts_with(" * ") && line.contains(" bytes in buffer ") {
            return true;
        }
        if line.starts_with(" = ") && line.contains(" buffers in vector ") {
            if let Some(call) = &mut self.current {
                call.datagrams.push(Vec::new());
            }
            return true;
        }
        let Some(rest) = line.strip_prefix(" | ") else {
            return false;
        };
        if let Some(call) = &mut self.current {
            if call.datagrams.is_empty() {
                call.datagrams.push(Vec::new());
            }
            // the offset, 16 bytes in hex in two halves, the same as text
            let hex = rest.split_once("  ").map_or("", |(_, hex)| hex);
            let hex = hex.get(..49).unwrap_or(hex);
            let bytes = hex.split(' ').filter(|word| !word.is_empty());
            let bytes = bytes.map_while(|word| u8::from_str_radix(word, 16).ok());
            if let Some(datagram) = call.datagrams.last_mut() {
                datagram.extend(bytes);
            }
        }
        true
    }

    /// Records the call whose dump has ended.
    fn finish(&mut self) -> io::Result<()> {
        let Some(call) = self.current.take() else {
            return Ok(());
        };
        if call.datagrams.iter().all(Vec::is_empty) {
            self.no_bytes = self.no_bytes.or(Some(call.line));
            return Ok(());
        }
        for (i, data) in call.datagrams.iter().enumerate() {
            let (port, groups) = match call.addresses.get(i) {
                Some(address) => *address,
                None => (0, 0),
            };
            let direction = match (call.receives, port, groups) {
                (true, 0, _) => Direction::FromKernel,
                (false, 0, 0) => Direction::ToKernel,
                _ => Direction::UserToUser,
            };
            let note = Note {
                direction: Some(direction),
                groups: Some(groups).filter(|groups| *groups != 0),
                ..call.note.clone()
            };
            let time = call.time.unwrap_or_default();
            self.recorder
                .datagram(call.protocol, time, data, data.len(), Some(&note))?;
            self.datagrams += 1;
        }
        Ok(())
    }

    /// Takes a line that is no dump.
    fn call(&mut self, line: &str, place: Line) {
        let Some(entry) = Entry::of(line) else {
            return;
        };
        if let Some(first) = entry.what.strip_suffix(UNFINISHED) {
            let first = (entry.time, first.trim_end().to_owned());
            self.unfinished.insert(entry.pid, first);
        } else if let Some(resumed) = entry.what.strip_prefix("<... ") {
            let begun = self.unfinished.remove(&entry.pid);
            if let (Some((time, first)), Some((_, rest))) = (begun, resumed.split_once(" resumed>"))
            {
                let whole = format!("{first}{rest}");
                let entry = Entry {
                    what: &whole,
                    ..entry
                };
                self.returned(&entry, time, place);
            }
        } else {
            self.returned(&entry, entry.time, place);
        }
    }

    /// A whole call, which began at a time.
    fn returned(&mut self, entry: &Entry<'_>, began: Option<Timestamp>, place: Line) -> Option<()> {
        let (before, result) = result(entry.what)?;
        let (name, arguments) = before.split_once('(')?;
        let arguments = arguments.trim_end().strip_suffix(')')?;
        let (returned, annotation) = descriptor(result)?;
        if returned < 0 {
            return None;
        }
        if name == "socket" {
            let mut words = arguments.split(", ");
            if words.next()? == "AF_NETLINK" {
                let protocol = protocol(words.nth(1)?)?;
                let words = annotation.and_then(netlink);
                if let Some(inode) = words.and_then(|words| words.parse().ok()) {
                    self.protocols.insert(inode, protocol);
                }
                let socket = Socket {
                    protocol,
                    ..Socket::default()
                };
                let same = self.sockets.entry(returned).or_default();
                same.insert(entry.pid, socket);
            }
            return None;
        }
        let (fd, annotation) = descriptor(arguments)?;
        if name == "close" {
            if let Some(same) = self.sockets.get_mut(&fd) {
                same.remove(&entry.pid);
            }
            return None;
        }
        let receives = match name {
            "send" | "sendto" | "sendmsg" | "sendmmsg" | "write" | "writev" => Some(false),
            "recv" | "recvfrom" | "recvmsg" | "recvmmsg" | "recvmmsg_time64" | "read" | "readv" => {
                Some(true)
            }
            _ => None,
        };
        // of files nothing tells but the annotation
        let sure = annotation.is_some() || !matches!(name, "read" | "readv" | "write" | "writev");
        let addresses = addresses(arguments);
        let socket = match self.socket(entry.pid, fd, annotation).filter(|_| sure) {
            Some(socket) => socket,
            None => {
                let known = annotation.map(|words| netlink(words).is_some());
                if known.unwrap_or(!addresses.is_empty()) && receives.is_some() && returned > 0 {
                    self.no_protocol = self.no_protocol.or(Some(place));
                }
                return None;
            }
        };
        match (name, receives) {
            ("bind" | "getsockname", _) => {
                if let Some((port, groups)) = addresses.first() {
                    socket.port = Some(*port).filter(|port| *port != 0).or(socket.port);
                    if name == "bind" {
                        let bits = (0..32).filter(|bit| groups & (1 << bit) != 0);
                        socket.options.groups.extend(bits.map(|bit| bit + 1));
                    }
                }
            }
            ("setsockopt", _) => set(&mut socket.options, arguments),
            (_, Some(receives)) if returned > 0 && !arguments.contains("MSG_PEEK") => {
                let note = Note {
                    port: socket.port,
                    socket: Some(socket.options.clone()),
                    process: entry.pid.map(|pid| note::Process {
                        pid,
                        comm: entry.comm.to_owned(),
                        from: ProcessFrom::Trace,
                    }),
                    truncated: arguments.contains("msg_flags=MSG_TRUNC"),
                    ..Note::default()
                };
                let protocol = socket.protocol;
                self.current = Some(Call {
                    line: place,
                    time: if receives { entry.time } else { began },
                    protocol,
                    note,
                    addresses,
                    receives,
                    datagrams: Vec::new(),
                });
            }
            _ => {}
        }
        None
    }

    /// The netlink socket of a descriptor, from what strace wrote behind it, or from what came before.
    fn socket(
        &mut self,
        pid: Option<u32>,
        fd: i32,
        annotation: Option<&str>,
    ) -> Option<&mut Socket> {
        let mut told = None;
        let mut port = None;
        if let Some(words) = annotation {
            let words = netlink(words)?;
            match words.split_once(':') {
                Some((name, number)) => {
                    told = protocol(name);
                    port = number.parse().ok();
                }
                None => told = self.protocols.get(&words.parse().ok()?).copied(),
            }
        }
        let same = self.sockets.entry(fd).or_default();
        let other = |s: &Socket| told.is_some_and(|protocol| s.protocol != protocol);
        if same.get(&pid).is_none_or(other) {
            let protocol = match told {
                Some(protocol) => protocol,
                // a socket of the parent, or of another thread
                None => same.values().next()?.protocol,
            };
            let socket = Socket {
                protocol,
                ..Socket::default()
            };
            same.insert(pid, socket);
        }
        let socket = same.get_mut(&pid)?;
        socket.port = port.or(socket.port);
        Some(socket)
    }
}

/// A number, and what strace wrote behind it between `<` and `>`.
fn descriptor(text: &str) -> Option<(i32, Option<&str>)> {
    let sign = usize::from(text.starts_with('-'));
    let digits = text
        .bytes()
        .skip(sign)
        .take_while(u8::is_ascii_digit)
        .count();
    let (number, rest) = text.split_at_checked(sign + digits)?;
    let annotation = rest.strip_prefix('<');
    let annotation = annotation.and_then(|rest| Some(rest.split_once('>')?.0));
    Some((number.parse().ok()?, annotation))
}

/// What strace knows of a netlink socket: `ROUTE:4711`, its protocol and port, or its inode.
fn netlink(annotation: &str) -> Option<&str> {
    annotation.strip_prefix("NETLINK:[")?.strip_suffix(']')
}

/// A protocol's number, by its name with or without NETLINK_, or by itself.
fn protocol(name: &str) -> Option<u16> {
    let plain = name.strip_prefix("NETLINK_").unwrap_or(name);
    match PROTOCOLS.value_of(&format!("NETLINK_{plain}")) {
        Some(value) => u16::try_from(value).ok(),
        None => name.parse().ok(),
    }
}

/// The addresses of a call: port and groups.
fn addresses(arguments: &str) -> Vec<(u32, u32)> {
    let parts = arguments.split("sa_family=AF_NETLINK, nl_pid=").skip(1);
    let address = |part: &str| {
        let (port, rest) = part.split_once(", nl_groups=")?;
        let rest = rest.strip_prefix("0x").unwrap_or(rest);
        let digits = rest.bytes().take_while(u8::is_ascii_hexdigit).count();
        // strace writes ports with a sign
        let port = port.parse::<i64>().ok()? as u32;
        Some((port, u32::from_str_radix(rest.get(..digits)?, 16).ok()?))
    };
    parts.filter_map(address).collect()
}

/// `3<…>, SOL_NETLINK, NETLINK_EXT_ACK, [1], 4`
fn set(options: &mut note::Socket, arguments: &str) {
    let mut words = arguments.split(", ").skip(1);
    let (Some(level), Some(name), Some(value)) = (words.next(), words.next(), words.next()) else {
        return;
    };
    let Ok(value) = value.trim_matches(['[', ']']).parse::<u32>() else {
        return;
    };
    match (level, name) {
        ("SOL_NETLINK", "NETLINK_EXT_ACK") => options.ext_ack = Some(value != 0),
        ("SOL_NETLINK", "NETLINK_CAP_ACK") => options.cap_ack = Some(value != 0),
        ("SOL_NETLINK", "NETLINK_GET_STRICT_CHK") => options.strict = Some(value != 0),
        ("SOL_NETLINK", "NETLINK_ADD_MEMBERSHIP") => options.groups.push(value),
        ("SOL_NETLINK", "NETLINK_DROP_MEMBERSHIP") => options.groups.retain(|g| *g != value),
        ("SOL_SOCKET", "SO_RCVBUF" | "SO_RCVBUFFORCE") => {
            options.rcvbuf = Some(value.saturating_mul(2));
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Capture, Event};
    use proptest::prelude::*;

    const SAMPLE: &[u8] = include_bytes!("../../samples/refused.strace");

    #[test]
    fn lines_have_who_and_when() {
        let at = |seconds, nanos| Some(Timestamp { seconds, nanos });
        for (line, pid, comm, time, what) in [
            ("close(3) = 0", None, "", None, "close(3) = 0"),
            ("12 close(3) = 0", Some(12), "", None, "close(3) = 0"),
            (
                "12<ip> 1.5 close(3) = 0",
                Some(12),
                "ip",
                at(1, 500_000_000),
                "close(3) = 0",
            ),
            (
                "[pid    12] 1.5 close(3) = 0",
                Some(12),
                "",
                at(1, 500_000_000),
                "close(3) = 0",
            ),
            (
                "01:02:03.000001 close(3) = 0",
                None,
                "",
                at(3723, 1000),
                "close(3) = 0",
            ),
            (
                "1795288338.25 +++ exited",
                None,
                "",
                at(1_795_288_338, 250_000_000),
                "+++ exited",
            ),
        ] {
            let entry = Entry::of(line).unwrap();
            assert_eq!((entry.pid, entry.comm), (pid, comm), "{line}");
            assert_eq!((entry.time, entry.what), (time, what), "{line}");
        }
    }

    #[test]
    fn parts_of_calls() {
        assert_eq!(
            descriptor("3<NETLINK:[ROUTE:7]>, x"),
            Some((3, Some("NETLINK:[ROUTE:7]")))
        );
        assert_eq!(descriptor("-1 EBADF"), Some((-1, None)));
        assert_eq!(descriptor("x"), None);
        assert_eq!(protocol("NETLINK_GENERIC"), Some(16));
        assert_eq!(protocol("SOCK_DIAG"), Some(4));
        assert_eq!(protocol("0"), Some(0));
        assert_eq!(protocol("NOSUCH"), None);
        let two = "{sa_family=AF_NETLINK, nl_pid=-1, nl_groups=00000000}, {sa_family=AF_NETLINK, nl_pid=0, nl_groups=0x11}";
        assert_eq!(addresses(two), [(u32::MAX, 0), (0, 0x11)]);
        let mut options = note::Socket::default();
        set(
            &mut options,
            "3<x>, SOL_NETLINK, NETLINK_ADD_MEMBERSHIP, [33], 4",
        );
        set(&mut options, "3<x>, SOL_NETLINK, NETLINK_EXT_ACK, [1], 4");
        set(&mut options, "3<x>, SOL_SOCKET, SO_RCVBUF, [1024], 4");
        assert_eq!(
            (options.groups, options.ext_ack, options.rcvbuf),
            (vec![33], Some(true), Some(2048))
        );
    }

    /// What strace knows of a socket is its inode where it cannot ask for more: in another namespace.
    #[test]
    fn a_socket_by_its_inode() {
        let text = "\
12 1.5 socket(AF_NETLINK, SOCK_RAW, NETLINK_GENERIC) = 3<NETLINK:[77]>
12 1.5 dup2(3<NETLINK:[77]>, 9) = 9<NETLINK:[77]>
12 1.5 sendto(9<NETLINK:[77]>, \"\\1\\2\", 2, 0, NULL, 0) = 2
 | 00000  01 02                                             ..               |
12 1.5 sendmsg(4<UNIX-STREAM:[5]>, {msg_control=[{cmsg_data=[9<NETLINK:[77]>]}]}, 0) = 1
12 1.5 sendto(5<NETLINK:[78]>, \"\\3\", 1, 0, NULL, 0) = 1
 | 00000  03                                                .                |
";
        let reading = read(text.as_bytes()).unwrap();
        assert_eq!((reading.datagrams, reading.no_bytes), (1, None));
        assert_eq!(reading.no_protocol.map(|line| line.number), Some(6));
        let mut capture = Capture::from_bytes("x".to_owned(), reading.pcapng).unwrap();
        let frame = std::iter::from_fn(|| match capture.next()? {
            Event::Frame(frame) => Some(Some(frame.data.to_vec())),
            _ => Some(None),
        });
        let frame = frame.flatten().next().unwrap();
        // the cooked header ends with the protocol
        assert_eq!(frame.get(14..), Some(&[0, 16, 1, 2][..]));
    }

    /// A thread's call is interrupted by another's: its time is that of its beginning.
    #[test]
    fn halves_of_calls() {
        let text = "\
12 1.5 sendto(3<NETLINK:[ROUTE:7]>, \"\\1\", 1, 0, NULL, 0 <unfinished ...>
13 1.6 close(3) = 0
12 1.7 <... sendto resumed>) = 1
 | 00000  01                                                .                |
";
        assert!(is(text.as_bytes()));
        assert_eq!(read(text.as_bytes()).unwrap().datagrams, 1);
    }

    proptest! {
        /// Whatever a text says, it is read to its end.
        #[test]
        fn damaged_texts_are_read(
            changes in prop::collection::vec((0..SAMPLE.len(), any::<u8>()), 0..40),
            cut in 0..SAMPLE.len(),
        ) {
            let mut text = SAMPLE.to_vec();
            for (at, byte) in changes {
                if let Some(place) = text.get_mut(at) {
                    *place = byte;
                }
            }
            text.truncate(cut);
            let reading = read(&text).unwrap();
            let mut capture = Capture::from_bytes("x".to_owned(), reading.pcapng).unwrap();
            let mut frames = 0;
            while let Some(event) = capture.next() {
                prop_assert!(!matches!(event, Event::Damage(_)));
                frames += u64::from(matches!(event, Event::Frame(_)));
            }
            prop_assert_eq!(frames, reading.datagrams);
        }
    }
}
