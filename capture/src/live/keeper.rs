//! The keeper: the process that holds the privileges. It makes the device and a probe and removes them, opens the files of a recording and
//! tells who owns a port. It never looks at a captured byte. A second process, the warden, waits for the keeper's end and
//! removes them then, whatever ended it.

use super::binds::{self, Binds};
use super::channel::Channel;
use super::device::{Device, Devices, Owner};
use super::files::Files;
use super::processes::Processes;
use super::{Wanted, keeper_gone, namespaces, ring};
use crate::Timestamp;
use crate::client::{NETLINK_GENERIC, open};
use crate::confine;
use crate::generic;
use crate::who::Who;
use netlink_dissector::note::{Process, ProcessFrom};
use rustix::event::{PollFd, PollFlags, poll};
use rustix::net::netlink::SocketAddrNetlink;
use rustix::net::{RecvFlags, SocketFlags, bind, recv};
use rustix::process::setpriority_process;
use rustix::thread::{CapabilitySet, set_name};
use std::fs::File;
use std::io::{self, BufRead, Write};
use std::os::fd::{AsFd, OwnedFd};
use std::process::{Child, Command, Stdio};

/// What a keeper may do once it is set up.
const NEEDED: CapabilitySet = CapabilitySet::NET_ADMIN
    .union(CapabilitySet::NET_RAW)
    .union(CapabilitySet::SYS_PTRACE)
    .union(CapabilitySet::DAC_READ_SEARCH)
    .union(CapabilitySet::DAC_OVERRIDE);

/// The niceness of the keeper, where it is allowed.
const HURRY: i32 = -10;

/// The multicast group of nlctrl, number 16, as a mask; and a bit of the port of the socket that is a member of it.
const NOTIFY: u32 = 1 << 15;
const NEWS: u32 = 1 << 30;

/// Names of other namespaces that are told.
const OTHERS: usize = 5;

/// Serves the decoder at the other end of standard input until that closes, and puts away what was made.
/// `warden` starts this program as the warden.
pub fn keep(wanted: &Wanted, warden: Command) -> io::Result<()> {
    set_name(c"nldissect-keep")?;
    confine::outlive_signals()?;
    let mut channel = Channel::new(rustix::io::fcntl_dupfd_cloexec(io::stdin(), 3)?);
    let mut keeper = match Keeper::set_up(wanted, warden) {
        Ok((keeper, socket, told)) => {
            channel.send(&told, Some(socket.as_fd()))?;
            keeper
        }
        Err(refusal) => return channel.send(&format!("refused\n{refusal}"), None),
    };
    let served = keeper.serve(&mut channel);
    let removed = keeper.put_away();
    served.and(removed)
}

struct Keeper {
    devices: Devices,
    made: Made,
    files: Option<Files>,
    who: Who,
    /// None where the system tells nothing of processes.
    processes: Option<Processes>,
    /// None where no probe can be set.
    binds: Option<Binds>,
    /// Is told of generic families that come and go, and so is who listens to the device.
    news: OwnedFd,
}

/// What was made, a device or a probe, and the process that removes it when this one cannot.
struct Made {
    first_name: String,
    alias: String,
    warden: Option<Warden>,
}

impl Keeper {
    /// Does all that needs privileges at the start. What the decoder is told: a line of words, the ports of this process.
    fn set_up(wanted: &Wanted, warden: Command) -> Result<(Keeper, OwnedFd, String), String> {
        // they are told in the first network namespace only
        let processes = Processes::new().ok();
        if let Some(which) = &wanted.netns {
            namespaces::enter(which).map_err(|e| match e.kind() {
                io::ErrorKind::PermissionDenied => {
                    format!("--netns {which}: {e}; it needs CAP_SYS_ADMIN: run it as root")
                }
                _ => format!("--netns {which}: {e}"),
            })?;
        }
        let fail = |what: &str| {
            let what = what.to_owned();
            move |e: io::Error| format!("{what}: {}", why(&e))
        };
        let owner = Owner::this().map_err(fail("/proc"))?;
        let mut devices = Devices::new().map_err(fail("NETLINK_ROUTE"))?;
        let mut said = Vec::new();
        // without the privilege a device that was left behind is left for the next
        for name in devices.remove_left().unwrap_or_default() {
            said.push(format!(
                "{name} removed, left behind by a nldissect that was killed"
            ));
        }
        let port = devices.port();
        let found = devices
            .find(wanted.device.as_deref())
            .map_err(fail("RTM_GETLINK"))?;
        match (&found, &wanted.device) {
            (Some(device), _) if !device.is_up() => {
                let name = &device.name;
                return Err(format!(
                    "{name} is down and shows nothing: ip link set {name} up"
                ));
            }
            (None, Some(name)) if wanted.no_create => {
                return Err(format!("there is no nlmon device {name}, and --no-create"));
            }
            (None, None) if wanted.no_create => {
                return Err("there is no nlmon device that is up, and --no-create".to_owned());
            }
            _ => {}
        }
        // it is told before anything is there: there is no moment in which nobody would remove it
        let mut made = Made::new(owner, warden).map_err(fail("the process that cleans up"))?;
        let new = found.is_none();
        let device = match found {
            Some(device) => device,
            None => devices
                .make(&made.first_name, wanted.device.as_deref(), &made.alias)
                .map_err(|e| format!("making an nlmon device: {}", why(&e)))?,
        };
        // where process ids are not those of the first namespace, they are not those of the probe
        let binds = processes.as_ref().and_then(|_| Binds::new(owner).ok());
        let heard = ring::hear(device.index, wanted.buffer);
        let socket = heard.map_err(|e| format!("AF_PACKET on {}: {}", device.name, why(&e)));
        let set_up = socket.and_then(|socket| {
            let who = Who::new();
            let news = news().map_err(fail("nlctrl"))?;
            // what looks for who is talking must not come late
            let _ = setpriority_process(None, HURRY);
            confine::keep_only(NEEDED).map_err(fail("capabilities"))?;
            Ok((socket, who, news))
        });
        let (socket, who, news) = match set_up {
            Ok(set_up) => set_up,
            Err(refusal) => {
                // the warden stays where this does not work
                let _ = made.remove(&mut devices);
                return Err(refusal);
            }
        };
        said.push(listening(&device, new));
        // no other socket of NETLINK_GENERIC is open: each gets the id of the process
        let generic = std::process::id();
        let ports = [
            Some((0, port)),
            who.port().map(|p| (4, p)),
            Some((16, generic)),
        ];
        let ports = ports.iter().flatten();
        let ports: Vec<String> = ports
            .map(|(protocol, port)| format!("{protocol} {port}"))
            .collect();
        let told = [
            &said.join("; "),
            &device.name,
            &ports.join(","),
            &notes(&mut devices),
        ];
        let told = told.map(String::as_str).join("\n");
        let path = wanted.write.as_deref();
        let keeper = Keeper {
            devices,
            made,
            files: path.map(|path| Files::new(path, wanted.several, wanted.files)),
            who,
            processes,
            binds,
            news,
        };
        Ok((keeper, socket, told))
    }

    /// Answers until the other end is closed.
    fn serve(&mut self, channel: &mut Channel) -> io::Result<()> {
        loop {
            let events = self.processes.as_ref().map(AsFd::as_fd);
            let mut fds: Vec<PollFd<'_>> = [channel.as_fd(), self.news.as_fd()]
                .into_iter()
                .chain(events)
                .map(|fd| PollFd::from_borrowed_fd(fd, PollFlags::IN))
                .collect();
            match poll(&mut fds, None) {
                Ok(_) | Err(rustix::io::Errno::INTR) => {}
                Err(error) => return Err(error.into()),
            }
            let asked = fds.first().is_some_and(|fd| !fd.revents().is_empty());
            if let Some(processes) = &mut self.processes {
                processes.take();
            }
            // what it says is for the decoder, which has seen it on the device
            while recv(&self.news, &mut [0; 16][..], RecvFlags::DONTWAIT).is_ok() {}
            if asked {
                let Some((question, _)) = channel.receive()? else {
                    return Ok(());
                };
                self.answer(&question, channel)?;
            }
            self.made.watch();
        }
    }

    fn answer(&mut self, question: &str, channel: &Channel) -> io::Result<()> {
        let mut words = question.split(' ');
        let word = words.next();
        let numbers: Vec<i64> = words.filter_map(|w| w.parse().ok()).collect();
        match (word, numbers.as_slice()) {
            (Some("file"), []) => match self.files.as_ref().map(Files::next) {
                Some(Ok(file)) => {
                    let told = format!("file\n{}", notes(&mut self.devices));
                    channel.send(&told, Some(file.as_fd()))
                }
                Some(Err(error)) => channel.send(&format!("refused\n{error}"), None),
                None => channel.send("refused\nno file was asked for", None),
            },
            (Some("owner"), &[protocol, port, seconds, nanos]) => {
                let nanos = u32::try_from(nanos).unwrap_or(0);
                let at = Timestamp { seconds, nanos };
                let protocol = u16::try_from(protocol).unwrap_or(u16::MAX);
                let port = u32::try_from(port).unwrap_or(0);
                let owner = self.who.owner(protocol, port, at);
                let owner = owner.or_else(|| self.bound(port));
                let owner = owner.or_else(|| {
                    let processes = self.processes.as_mut()?;
                    processes.take();
                    processes.owner(port, at)
                });
                channel.send(&told(owner), None)
            }
            (Some("only"), &[protocol]) => {
                let protocol = u16::try_from(protocol).unwrap_or(u16::MAX);
                channel.send(&told(self.who.only(protocol)), None)
            }
            _ => channel.send("refused\nno such question", None),
        }
    }

    /// Who took a port.
    fn bound(&mut self, port: u32) -> Option<Process> {
        let (pid, comm) = self.binds.as_mut()?.owner(port)?;
        let processes = self.processes.as_mut()?;
        processes.take();
        processes.knows(pid).then_some(Process {
            pid,
            comm,
            from: ProcessFrom::Port,
        })
    }

    fn put_away(&mut self) -> io::Result<()> {
        self.binds = None;
        self.made.remove(&mut self.devices)
    }
}

impl Made {
    /// Nothing yet; all of it will be known by its owner.
    fn new(owner: Owner, warden: Command) -> io::Result<Made> {
        let alias = owner.alias();
        let first_name = format!("nld{:x}", std::process::id());
        let warden = Some(Warden::start(warden, &first_name, &alias)?);
        Ok(Made {
            first_name,
            alias,
            warden,
        })
    }

    /// Notices that the warden is gone: this process removes the device then.
    fn watch(&mut self) {
        if let Some(warden) = &mut self.warden
            && !matches!(warden.child.try_wait(), Ok(None))
        {
            self.warden = None;
        }
    }

    fn remove(&mut self, devices: &mut Devices) -> io::Result<()> {
        devices.remove_made(&self.first_name, &self.alias)?;
        if let Some(mut warden) = self.warden.take() {
            drop(warden.child.stdin.take());
            warden.child.wait()?;
        }
        Ok(())
    }
}

/// The process that removes the device and the probe if the keeper does not.
struct Warden {
    child: Child,
}

impl Warden {
    fn start(mut command: Command, first_name: &str, alias: &str) -> io::Result<Warden> {
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .spawn()?;
        if let Some(stdin) = &mut child.stdin {
            writeln!(stdin, "{first_name}\n{alias}")?;
        }
        Ok(Warden { child })
    }
}

/// The warden: waits until standard input closes, which the keeper holds open, and removes what the keeper made.
pub fn ward() -> io::Result<()> {
    set_name(c"nldissect-ward")?;
    confine::outlive_signals()?;
    let mut devices = Devices::new()?;
    confine::keep_only(CapabilitySet::NET_ADMIN)?;
    let mut lines = io::stdin().lock().lines();
    let (Some(first_name), Some(alias)) = (lines.next(), lines.next()) else {
        return Ok(());
    };
    let (first_name, alias) = (first_name?, alias?);
    while let Some(Ok(_)) = lines.next() {}
    binds::remove_of(&alias);
    devices.remove_made(&first_name, &alias)
}

/// A socket that is told of generic families. Its port is not one that the kernel would choose.
fn news() -> io::Result<OwnedFd> {
    let socket = open(NETLINK_GENERIC, SocketFlags::CLOEXEC)?;
    let port = NEWS | std::process::id();
    bind(&socket, &SocketAddrNetlink::new(port, NOTIFY))?;
    Ok(socket)
}

/// A process, as the decoder is told it.
fn told(process: Option<Process>) -> String {
    process.map_or("nobody".to_owned(), |p| {
        format!("process {} {}", p.pid, p.comm)
    })
}

/// What is heard, and what is not.
fn listening(device: &Device, made: bool) -> String {
    let made = if made {
        ", made for this and removed at its end"
    } else {
        ""
    };
    let mut words = format!("listening on {}{made}", device.name);
    let Ok((own, others)) = namespaces::all() else {
        return words;
    };
    words += &format!(", in network namespace {own}");
    match others.as_slice() {
        [] => {}
        [other] => words += &format!(", not in another: {other}"),
        _ => {
            let shown: Vec<&str> = others.iter().take(OTHERS).map(String::as_str).collect();
            let more = if others.len() > OTHERS { " …" } else { "" };
            words += &format!(
                ", not in {} others: {}{more}",
                others.len(),
                shown.join(", ")
            );
        }
    }
    words
}

/// An error in words, with what to do about it.
fn why(error: &io::Error) -> String {
    let what = match error.raw_os_error() {
        Some(libc::EPERM | libc::EACCES) => {
            "it needs CAP_NET_ADMIN and CAP_NET_RAW: run it as root"
        }
        Some(libc::EOPNOTSUPP) => "this kernel has no nlmon (CONFIG_NLMON, modprobe nlmon)",
        Some(libc::EAFNOSUPPORT) => "this kernel has no packet sockets (CONFIG_PACKET)",
        _ => return error.to_string(),
    };
    format!("{error}; {what}; `nldissect trace -- COMMAND` and `nldissect monitor` work without")
}

/// Generic families and interfaces as they are now, a line each, so that a recording tells them even where no message
/// does, as many as one comment holds. What the kernel does not tell is left out.
fn notes(devices: &mut Devices) -> String {
    let families = generic::families().unwrap_or_default();
    let interfaces = devices.interfaces().unwrap_or_default();
    let comments = generic::comments(&families, &interfaces);
    comments.into_iter().next().unwrap_or_default()
}

/// The decoder's end.
#[derive(Debug)]
pub(super) struct Kept {
    channel: Channel,
    child: Child,
}

/// What a keeper says when it is set up.
#[derive(Debug)]
pub(super) struct Ready {
    pub(super) socket: OwnedFd,
    /// What it listens to, in words.
    pub(super) words: String,
    /// The name of the device.
    pub(super) name: String,
    /// Protocols and port ids of its sockets.
    pub(super) ports: Vec<(u16, u32)>,
    /// A comment for the recording.
    pub(super) comment: String,
}

impl Kept {
    /// Starts this program as the keeper, and waits until it is set up.
    pub(super) fn start(mut command: Command) -> Result<(Kept, Ready), String> {
        let failed = |e: io::Error| format!("starting the process with the privileges: {e}");
        let (mut channel, theirs) = Channel::pair().map_err(failed)?;
        let child = command
            .stdin(Stdio::from(theirs))
            .stdout(Stdio::null())
            .spawn()
            .map_err(failed)?;
        // it holds the other end, and no longer this process
        drop(command);
        let (text, socket) = channel
            .receive()
            .map_err(failed)?
            .ok_or("the process with the privileges ended unexpectedly")?;
        let mut lines = text.lines().map(str::to_owned);
        let words = lines.next().unwrap_or_default();
        let Some(socket) = socket else {
            return Err(lines.collect::<Vec<_>>().join("\n"));
        };
        let name = lines.next().unwrap_or_default();
        let ports = lines.next().unwrap_or_default();
        let port = |words: &str| {
            let (protocol, port) = words.split_once(' ')?;
            Some((protocol.parse().ok()?, port.parse().ok()?))
        };
        let ready = Ready {
            socket,
            words,
            name,
            ports: ports.split(',').filter_map(port).collect(),
            comment: lines.collect::<Vec<_>>().join("\n"),
        };
        Ok((Kept { channel, child }, ready))
    }

    /// The next file of the recording, with the comment for it.
    pub(super) fn next_file(&mut self) -> io::Result<(File, String)> {
        self.channel.send("file", None)?;
        let (text, file) = self.channel.receive()?.ok_or_else(keeper_gone)?;
        let mut lines = text.lines().map(str::to_owned);
        lines.next();
        match file {
            Some(file) => Ok((file.into(), lines.collect::<Vec<_>>().join("\n"))),
            None => Err(io::Error::other(lines.collect::<Vec<_>>().join("\n"))),
        }
    }

    /// Asks who it is.
    fn ask(&mut self, question: &str, from: ProcessFrom) -> io::Result<Option<Process>> {
        self.channel.send(question, None)?;
        let (text, _) = self.channel.receive()?.ok_or_else(keeper_gone)?;
        let process = |text: &str| {
            let (pid, comm) = text.strip_prefix("process ")?.split_once(' ')?;
            Some(Process {
                pid: pid.parse().ok()?,
                comm: comm.to_owned(),
                from,
            })
        };
        Ok(process(&text))
    }

    /// Who owned a port at a time.
    pub(super) fn owner(
        &mut self,
        protocol: u16,
        port: u32,
        at: Timestamp,
    ) -> io::Result<Option<Process>> {
        let Timestamp { seconds, nanos } = at;
        let question = format!("owner {protocol} {port} {seconds} {nanos}");
        self.ask(&question, ProcessFrom::Port)
    }

    /// Who has the only socket of a protocol.
    pub(super) fn only(&mut self, protocol: u16) -> io::Result<Option<Process>> {
        self.ask(&format!("only {protocol}"), ProcessFrom::OnlySocket)
    }

    /// The channel: it becomes readable when the keeper ends.
    pub(super) fn channel(&self) -> &Channel {
        &self.channel
    }

    /// Lets the keeper end, and waits until it has put away what it made.
    pub(super) fn end(self) -> io::Result<()> {
        let Kept { channel, mut child } = self;
        drop(channel);
        child.wait()?;
        Ok(())
    }
}
