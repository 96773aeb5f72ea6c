//! nlmon devices: found, made, removed, by rtnetlink. A device that was made here says so in its alias, with the process
//! that answers for it; where that process is gone, the device may go too.

use crate::client::{Client, NETLINK_ROUTE, NLM_F_DUMP, find, put, text};
use crate::generic::interfaces_by;
use crate::proc::started;
use netlink_dissector::wire::{ARPHRD_NETLINK, NLA_F_NESTED, RawMessage};
use std::io;

const RTM_NEWLINK: u16 = 16;
const RTM_DELLINK: u16 = 17;
const RTM_GETLINK: u16 = 18;
const RTM_SETLINK: u16 = 19;
/// Where it does not exist, make it.
const NLM_F_CREATE: u16 = 0x400;
/// Where it exists, refuse.
const NLM_F_EXCL: u16 = 0x200;
const IFLA_IFNAME: u16 = 3;
const IFLA_LINKINFO: u16 = 18;
const IFLA_IFALIAS: u16 = 20;
const IFLA_INFO_KIND: u16 = 1;
const IFF_UP: u32 = 1;
/// Names that are tried where none is given.
const NAMES: u32 = 100;

/// A device that shows netlink.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Device {
    pub(crate) index: i32,
    pub(crate) name: String,
    alias: String,
    up: bool,
}

/// Which process answers for a device, as its alias says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Owner {
    pid: u32,
    /// When it started, in ticks since the system did.
    start: u64,
    /// Its PID namespace, in which `pid` means something.
    namespace: u64,
}

impl Owner {
    /// This process.
    pub(crate) fn this() -> io::Result<Owner> {
        let pid = std::process::id();
        let start = started(pid)?.ok_or(io::ErrorKind::NotFound)?;
        let namespace = pid_namespace()?;
        Ok(Owner {
            pid,
            start,
            namespace,
        })
    }

    pub(crate) fn alias(self) -> String {
        format!("nldissect:{}:{}:{}", self.pid, self.start, self.namespace)
    }

    /// The same as a name without colons.
    pub(crate) fn name(self) -> String {
        self.alias().replace(':', "_")
    }

    pub(crate) fn named(name: &str) -> Option<Owner> {
        Owner::parse(&name.replace('_', ":"))
    }

    pub(crate) fn parse(alias: &str) -> Option<Owner> {
        let mut parts = alias.strip_prefix("nldissect:")?.split(':');
        let owner = Owner {
            pid: parts.next()?.parse().ok()?,
            start: parts.next()?.parse().ok()?,
            namespace: parts.next()?.parse().ok()?,
        };
        parts.next().is_none().then_some(owner)
    }

    /// Whether it is known to be gone. One of another PID namespace cannot be seen from here.
    pub(crate) fn gone(self) -> io::Result<bool> {
        Ok(self.namespace == pid_namespace()? && started(self.pid)? != Some(self.start))
    }
}

fn pid_namespace() -> io::Result<u64> {
    use std::os::unix::fs::MetadataExt;
    Ok(std::fs::metadata("/proc/self/ns/pid")?.ino())
}

/// The devices of a network namespace.
#[derive(Debug)]
pub(crate) struct Devices {
    client: Client,
}

impl Devices {
    /// Those of the namespace that the calling thread is in.
    pub(crate) fn new() -> io::Result<Devices> {
        Ok(Devices {
            client: Client::new(NETLINK_ROUTE)?,
        })
    }

    /// The port id of the socket.
    pub(crate) fn port(&self) -> u32 {
        self.client.port()
    }

    /// All interfaces: index and name.
    pub(crate) fn interfaces(&mut self) -> io::Result<Vec<(u32, String)>> {
        interfaces_by(&mut self.client)
    }

    /// All nlmon devices.
    pub(crate) fn all(&mut self) -> io::Result<Vec<Device>> {
        let mut all = Vec::new();
        self.client
            .ask(RTM_GETLINK, NLM_F_DUMP, &header(0, 0, 0), |message| {
                all.extend(Device::read(message));
            })?;
        Ok(all)
    }

    /// A device to listen to, which is up: the named one, else the first that is nobody's.
    pub(crate) fn find(&mut self, name: Option<&str>) -> io::Result<Option<Device>> {
        let all = self.all()?.into_iter();
        Ok(match name {
            Some(name) => all.into_iter().find(|d| d.name == name),
            None => all
                .into_iter()
                .find(|d| d.up && Owner::parse(&d.alias).is_none()),
        })
    }

    /// Makes a device and brings it up. It begins with a first name that nobody else uses, and gets its name and alias in
    /// one step: by one or the other it is known as ours from the moment on that it is there.
    pub(crate) fn make(
        &mut self,
        first_name: &str,
        name: Option<&str>,
        alias: &str,
    ) -> io::Result<Device> {
        let mut body = header(0, 0, 0);
        put(&mut body, IFLA_IFNAME, &terminated(first_name));
        let mut info = Vec::new();
        put(&mut info, IFLA_INFO_KIND, b"nlmon\0");
        put(&mut body, IFLA_LINKINFO | NLA_F_NESTED, &info);
        self.client
            .ask(RTM_NEWLINK, NLM_F_CREATE | NLM_F_EXCL, &body, |_| ())?;
        let made = self.find(Some(first_name))?;
        let index = made.ok_or(io::ErrorKind::NotFound)?.index;
        let mut number = 0;
        loop {
            let taken = name.map_or_else(|| format!("nlmon{number}"), str::to_owned);
            let mut body = header(index, IFF_UP, IFF_UP);
            put(&mut body, IFLA_IFNAME, &terminated(&taken));
            put(&mut body, IFLA_IFALIAS, alias.as_bytes());
            match self.client.ask(RTM_SETLINK, 0, &body, |_| ()) {
                Ok(()) => {
                    return Ok(Device {
                        index,
                        name: taken,
                        alias: alias.to_owned(),
                        up: true,
                    });
                }
                Err(error)
                    if error.kind() == io::ErrorKind::AlreadyExists
                        && name.is_none()
                        && number < NAMES =>
                {
                    number += 1;
                }
                Err(error) => {
                    let _ = self.remove(index);
                    return Err(error);
                }
            }
        }
    }

    /// Removes the devices that have this alias, or still have the name that they were made with. One that is gone by
    /// itself is no error.
    pub(crate) fn remove_made(&mut self, first_name: &str, alias: &str) -> io::Result<()> {
        for device in self.all()? {
            if device.alias == alias || device.name == first_name {
                self.remove(device.index)?;
            }
        }
        Ok(())
    }

    /// Removes the devices whose process was ended before it could; their names.
    pub(crate) fn remove_left(&mut self) -> io::Result<Vec<String>> {
        let mut removed = Vec::new();
        for device in self.all()? {
            let gone = Owner::parse(&device.alias).map_or(Ok(false), Owner::gone)?;
            if gone {
                self.remove(device.index)?;
                removed.push(device.name);
            }
        }
        Ok(removed)
    }

    fn remove(&mut self, index: i32) -> io::Result<()> {
        match self
            .client
            .ask(RTM_DELLINK, 0, &header(index, 0, 0), |_| ())
        {
            Err(error) if error.raw_os_error() == Some(libc::ENODEV) => Ok(()),
            result => result,
        }
    }
}

impl Device {
    /// A device as the kernel tells it; none where it shows no netlink.
    fn read(message: &RawMessage<'_>) -> Option<Device> {
        let payload = message.payload();
        let kind = u16::from_ne_bytes(*payload.get(2..4)?.first_chunk()?);
        let attributes = payload.get(16..)?;
        let attribute = |number| find(attributes, number).map(text);
        (message.header.nlmsg_type == RTM_NEWLINK && kind == ARPHRD_NETLINK).then_some(())?;
        Some(Device {
            index: i32::from_ne_bytes(*payload.get(4..8)?.first_chunk()?),
            name: attribute(IFLA_IFNAME)?,
            alias: attribute(IFLA_IFALIAS).unwrap_or_default(),
            up: u32::from_ne_bytes(*payload.get(8..12)?.first_chunk()?) & IFF_UP != 0,
        })
    }

    /// Whether it is up: a device that is down shows nothing.
    pub(crate) fn is_up(&self) -> bool {
        self.up
    }
}

/// An ifinfomsg.
fn header(index: i32, flags: u32, change: u32) -> Vec<u8> {
    let mut bytes = vec![0; 4];
    bytes.extend_from_slice(&index.to_ne_bytes());
    bytes.extend_from_slice(&flags.to_ne_bytes());
    bytes.extend_from_slice(&change.to_ne_bytes());
    bytes
}

fn terminated(name: &str) -> Vec<u8> {
    let mut bytes = name.as_bytes().to_vec();
    bytes.push(0);
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_alias_names_its_owner() {
        let owner = Owner::this().unwrap();
        assert_eq!(Owner::parse(&owner.alias()), Some(owner));
        assert_eq!(Owner::named(&owner.name()), Some(owner));
        assert!(!owner.gone().unwrap());
        let reused = Owner {
            start: owner.start + 1,
            ..owner
        };
        assert!(reused.gone().unwrap());
        // a process id that the system does not give
        let gone = Owner {
            pid: 0x7fff_ffff,
            ..owner
        };
        assert!(gone.gone().unwrap());
        let elsewhere = Owner {
            namespace: 1,
            ..gone
        };
        assert!(!elsewhere.gone().unwrap());
    }

    #[test]
    fn other_aliases_have_none() {
        for alias in [
            "",
            "uplink",
            "nldissect:",
            "nldissect:1:2",
            "nldissect:1:2:3:4",
            "nldissect:a:2:3",
        ] {
            assert_eq!(Owner::parse(alias), None, "{alias}");
        }
    }
}
