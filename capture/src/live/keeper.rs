//! The keeper: the process that holds the privileges. It makes the device and removes it, opens the files of a recording and
//! tells who owns a port. It never looks at a captured byte. A second process, the warden, waits for the keeper's end and
//! removes the device then, whatever ended it.

use super::channel::Channel;
use super::confine;
use super::device::{Device, Devices, Owner};
use super::families::Families;
use super::files::Files;
use super::{Wanted, namespaces, ring};
use rustix::thread::CapabilitySet;
use std::io::{self, BufRead, Write};
use std::os::fd::{AsFd, OwnedFd};
use std::process::{Child, Command, Stdio};

/// What a keeper may do once it is set up.
const NEEDED: CapabilitySet = CapabilitySet::NET_ADMIN
    .union(CapabilitySet::NET_RAW)
    .union(CapabilitySet::SYS_PTRACE)
    .union(CapabilitySet::DAC_READ_SEARCH)
    .union(CapabilitySet::DAC_OVERRIDE);

/// The longest list of comments for a file.
const COMMENTS: usize = 100_000;

/// Names of other namespaces that are told.
const OTHERS: usize = 5;

/// Serves the decoder at the other end of standard input until that closes, and puts away what was made.
/// `warden` starts this program as the warden.
pub fn keep(wanted: &Wanted, warden: Command) -> io::Result<()> {
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
    made: Option<Made>,
    families: Families,
    files: Option<Files>,
}

/// A device that was made, and the process that removes it when this one cannot.
struct Made {
    first_name: String,
    alias: String,
    devices: Devices,
    warden: Option<Warden>,
}

impl Keeper {
    /// Does all that needs privileges at the start. What the decoder is told: a line of words, the ports of this process.
    fn set_up(wanted: &Wanted, warden: Command) -> Result<(Keeper, OwnedFd, String), String> {
        if let Some(which) = &wanted.netns {
            namespaces::enter(which).map_err(|e| format!("--netns {which}: {}", why(&e)))?;
        }
        let fail = |what: &str| {
            let what = what.to_owned();
            move |e: io::Error| format!("{what}: {}", why(&e))
        };
        let mut devices = Devices::new().map_err(fail("NETLINK_ROUTE"))?;
        let mut said = Vec::new();
        // without the privilege a device that was left behind is left for the next
        for name in devices.remove_left().unwrap_or_default() {
            said.push(format!("{name} removed, left behind by a nldissect that was killed"));
        }
        let port = devices.port();
        let found = devices
            .find(wanted.device.as_deref())
            .map_err(fail("RTM_GETLINK"))?;
        let (device, made) = match found {
            Some(device) if !device.is_up() => {
                let name = &device.name;
                return Err(format!("{name} is down and shows nothing: ip link set {name} up"));
            }
            Some(device) => (device, None),
            None if wanted.no_create => {
                return Err(match &wanted.device {
                    Some(name) => format!("there is no nlmon device {name}, and --no-create"),
                    None => "there is no nlmon device that is up, and --no-create".to_owned(),
                });
            }
            None => {
                let (device, made) = Made::new(devices, wanted, warden)
                    .map_err(|e| format!("making an nlmon device: {}", why(&e)))?;
                (device, Some(made))
            }
        };
        let heard = ring::hear(device.index, wanted.buffer);
        let socket = heard.map_err(|e| format!("AF_PACKET on {}: {}", device.name, why(&e)));
        let set_up = socket.and_then(|socket| {
            let families = Families::new().map_err(fail("nlctrl"))?;
            confine::keep_only(NEEDED).map_err(fail("capabilities"))?;
            Ok((socket, families))
        });
        let (socket, families) = match set_up {
            Ok(set_up) => set_up,
            Err(refusal) => {
                if let Some(mut made) = made {
                    // the warden stays where this does not work
                    let _ = made.remove();
                }
                return Err(refusal);
            }
        };
        said.push(listening(&device, made.is_some()));
        let ports = [(0, port), (16, families.port())];
        let ports = ports.map(|(protocol, port)| format!("{protocol} {port}"));
        let told = format!("{}\n{}\n{}", said.join("; "), ports.join(","), families.notes());
        let path = wanted.write.as_deref();
        let keeper = Keeper {
            made,
            families,
            files: path.map(|path| Files::new(path, wanted.several, wanted.files)),
        };
        Ok((keeper, socket, told))
    }

    /// Answers until the other end is closed.
    fn serve(&mut self, channel: &mut Channel) -> io::Result<()> {
        while let Some((question, _)) = channel.receive()? {
            match question.as_str() {
                "file" => {
                    let file = match &self.files {
                        Some(files) => files.next(),
                        None => Err(io::ErrorKind::NotFound.into()),
                    };
                    let sent = match file {
                        Ok(file) => {
                            let notes = self.families.ask().map(|()| self.families.notes())?;
                            channel.send(&format!("file\n{notes}"), Some(file.as_fd()))
                        }
                        Err(error) => channel.send(&format!("refused\n{}", why(&error)), None),
                    };
                    sent?;
                }
                _ => channel.send("refused\nno such question", None)?,
            }
            if let Some(made) = &mut self.made {
                made.watch();
            }
        }
        Ok(())
    }

    fn put_away(&mut self) -> io::Result<()> {
        self.made.as_mut().map_or(Ok(()), Made::remove)
    }
}

impl Made {
    fn new(mut devices: Devices, wanted: &Wanted, warden: Command) -> io::Result<(Device, Made)> {
        let alias = Owner::this()?.alias();
        let first_name = format!("nld{:x}", std::process::id());
        // it is told before the device is there: there is no moment in which nobody would remove it
        let warden = Warden::start(warden, &first_name, &alias)?;
        let device = devices.make(&first_name, wanted.device.as_deref(), &alias)?;
        let made = Made {
            first_name,
            alias,
            devices,
            warden: Some(warden),
        };
        Ok((device, made))
    }

    /// Notices that the warden is gone: this process removes the device then.
    fn watch(&mut self) {
        if let Some(warden) = &mut self.warden
            && !matches!(warden.child.try_wait(), Ok(None))
        {
            self.warden = None;
        }
    }

    fn remove(&mut self) -> io::Result<()> {
        self.devices.remove_made(&self.first_name, &self.alias)?;
        if let Some(mut warden) = self.warden.take() {
            drop(warden.child.stdin.take());
            warden.child.wait()?;
        }
        Ok(())
    }
}

/// The process that removes the device if the keeper does not.
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

/// The warden: waits until standard input closes, which the keeper holds open, and removes the keeper's device then.
pub fn ward() -> io::Result<()> {
    confine::outlive_signals()?;
    let mut devices = Devices::new()?;
    confine::keep_only(CapabilitySet::NET_ADMIN)?;
    let mut lines = io::stdin().lock().lines();
    let (Some(first_name), Some(alias)) = (lines.next(), lines.next()) else {
        return Ok(());
    };
    let (first_name, alias) = (first_name?, alias?);
    while let Some(Ok(_)) = lines.next() {}
    devices.remove_made(&first_name, &alias)
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
            words += &format!(", not in {} others: {}{more}", others.len(), shown.join(", "));
        }
    }
    words
}

/// An error in words, with what to do about it.
fn why(error: &io::Error) -> String {
    let what = match error.raw_os_error() {
        Some(libc::EPERM | libc::EACCES) => "it needs CAP_NET_ADMIN and CAP_NET_RAW: run it as root",
        Some(libc::EOPNOTSUPP) => "this kernel has no nlmon (CONFIG_NLMON, modprobe nlmon)",
        Some(libc::EAFNOSUPPORT) => "this kernel has no packet sockets (CONFIG_PACKET)",
        _ => return error.to_string(),
    };
    format!("{error}; {what}; `nldissect trace -- COMMAND` and `nldissect monitor` work without")
}

/// At most so many bytes of lines, whole.
pub(super) fn cut_lines(mut lines: String) -> String {
    if lines.len() > COMMENTS {
        let end = lines.char_indices().take_while(|(at, _)| *at < COMMENTS);
        let end = end.filter(|(_, c)| *c == '\n').last().map_or(0, |(at, _)| at);
        lines.truncate(end);
    }
    lines
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
    /// Protocols and port ids of its sockets.
    pub(super) ports: Vec<(u16, u32)>,
    /// Comments for the recording.
    pub(super) comments: Vec<String>,
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
        let ports = lines.next().unwrap_or_default();
        let port = |words: &str| {
            let (protocol, port) = words.split_once(' ')?;
            Some((protocol.parse().ok()?, port.parse().ok()?))
        };
        let ready = Ready {
            socket,
            words,
            ports: ports.split(',').filter_map(port).collect(),
            comments: lines.collect(),
        };
        Ok((Kept { channel, child }, ready))
    }

    /// The next file of the recording, with the comments for it.
    pub(super) fn next_file(&mut self) -> io::Result<(std::fs::File, Vec<String>)> {
        self.channel.send("file", None)?;
        let gone = || io::Error::other("the process with the privileges has ended");
        let (text, file) = self.channel.receive()?.ok_or_else(gone)?;
        let mut lines = text.lines().map(str::to_owned);
        lines.next();
        match file {
            Some(file) => Ok((file.into(), lines.collect())),
            None => Err(io::Error::other(lines.collect::<Vec<_>>().join("\n"))),
        }
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
