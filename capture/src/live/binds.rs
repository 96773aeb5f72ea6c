//! Who takes which port, by a probe in the kernel (`Documentation/trace/kprobetrace.rst`): a socket that is open for the blink
//! of an eye is known by the moment in which it got its port. The probe has an instance of tracefs of its own. Both are named
//! for the process that answers for them; where that is gone, they may go too.

use super::device::Owner;
use std::collections::HashMap;
use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::PathBuf;

/// Where tracefs is mounted; the second is older.
const PLACES: [&str; 2] = ["/sys/kernel/tracing", "/sys/kernel/debug/tracing"];
/// What a socket's port passes as the second argument, when it binds or is bound.
const PROBED: &str = "netlink_insert";
/// KiB for each processor: a bind takes less than 100 bytes.
const BUFFER: &str = "64";
/// Ports that are remembered at most.
const MOST: usize = 65_536;

/// What the probe told.
#[derive(Debug)]
pub(crate) struct Binds {
    name: String,
    /// None only while it ends.
    pipe: Option<File>,
    rest: String,
    ports: HashMap<u32, Bound>,
}

/// Who took a port.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Bound {
    One {
        pid: u32,
        comm: String,
    },
    /// Several did, in other network namespaces or for other protocols, or tried in vain.
    Several,
}

impl Binds {
    /// Sets the probe, in the name of a process. Needs root, and a kernel with kprobe events.
    pub(crate) fn new(owner: Owner) -> io::Result<Binds> {
        remove_left();
        let name = owner.name();
        match Binds::set(&name) {
            Ok(binds) => Ok(binds),
            Err(error) => {
                remove(&name);
                Err(error)
            }
        }
    }

    fn set(name: &str) -> io::Result<Binds> {
        let instance = instance(name)?;
        define(&format!(
            "p:nldissect/{name} {PROBED} port=$arg2:u32 comm=$comm"
        ))?;
        fs::create_dir(&instance)?;
        let put = |file: &str, text: &str| write(instance.join(file), text);
        put("buffer_size_kb", BUFFER)?;
        // the process beside the thread; older kernels have it too
        let _ = put("options/record-tgid", "1");
        let mut options = File::options();
        let options = options.read(true).custom_flags(libc::O_NONBLOCK);
        let pipe = options.open(instance.join("trace_pipe"))?;
        put(&format!("events/nldissect/{name}/enable"), "1")?;
        Ok(Binds {
            name: name.to_owned(),
            pipe: Some(pipe),
            rest: String::new(),
            ports: HashMap::new(),
        })
    }

    /// Takes what the probe has told by now.
    fn take(&mut self) {
        let mut buffer = [0; 4096];
        while let Some(Ok(read @ 1..)) = self.pipe.as_mut().map(|p| p.read(&mut buffer)) {
            let bytes = buffer.get(..read).unwrap_or_default();
            self.rest.push_str(&String::from_utf8_lossy(bytes));
            let rest = std::mem::take(&mut self.rest);
            let (lines, rest) = rest.rsplit_once('\n').unwrap_or(("", &rest));
            for (port, pid, comm) in lines.lines().filter_map(bind) {
                self.learn(port, pid, comm);
            }
            // a line is shorter
            if rest.len() < buffer.len() {
                rest.clone_into(&mut self.rest);
            }
        }
    }

    fn learn(&mut self, port: u32, pid: u32, comm: &str) {
        if self.ports.len() >= MOST {
            self.ports.clear();
        }
        let one = Bound::One {
            pid,
            comm: comm.to_owned(),
        };
        let bound = self.ports.entry(port).or_insert_with(|| one.clone());
        match bound {
            Bound::One { pid: before, .. } if *before != pid => *bound = Bound::Several,
            // it may have taken another name
            Bound::One { .. } => *bound = one,
            Bound::Several => {}
        }
    }

    /// The process that took a port, or its thread, with its name; none where that is not known, or not for sure.
    pub(crate) fn owner(&mut self, port: u32) -> Option<(u32, String)> {
        self.take();
        match self.ports.get(&port)? {
            Bound::One { pid, comm } => Some((*pid, comm.clone())),
            Bound::Several => None,
        }
    }
}

impl Drop for Binds {
    fn drop(&mut self) {
        // an instance whose pipe is open stays
        self.pipe = None;
        remove(&self.name);
    }
}

/// The tracefs that kprobe events can be defined in.
fn root() -> io::Result<PathBuf> {
    let mut places = PLACES.iter().map(PathBuf::from);
    let found = places.find(|place| place.join("kprobe_events").exists());
    found.ok_or_else(|| io::ErrorKind::NotFound.into())
}

fn instance(name: &str) -> io::Result<PathBuf> {
    Ok(root()?.join("instances").join(name))
}

/// Writes to a file of tracefs, which is there.
fn write(path: PathBuf, text: &str) -> io::Result<()> {
    File::options()
        .write(true)
        .open(path)?
        .write_all(text.as_bytes())
}

/// Adds or removes an event. Those of others stay, which they would not if the file were truncated.
fn define(what: &str) -> io::Result<()> {
    let path = root()?.join("kprobe_events");
    let mut events = File::options().append(true).open(path)?;
    events.write_all(format!("{what}\n").as_bytes())
}

/// Removes what a process has set, which is told by its alias.
pub(crate) fn remove_of(alias: &str) {
    if let Some(owner) = Owner::parse(alias) {
        remove(&owner.name());
    }
}

/// Removes a probe and its instance, as far as they are there.
fn remove(name: &str) {
    let Ok(instance) = instance(name) else {
        return;
    };
    let enable = instance.join("events/nldissect").join(name).join("enable");
    let _ = write(enable, "0");
    let _ = fs::remove_dir(&instance);
    let _ = define(&format!("-:nldissect/{name}"));
}

/// Removes the probes whose process was ended before it could.
fn remove_left() {
    let Ok(root) = root() else {
        return;
    };
    let names = |folder: &str| -> Vec<String> {
        let entries = fs::read_dir(root.join(folder)).into_iter().flatten();
        entries
            .flatten()
            .filter_map(|entry| entry.file_name().into_string().ok())
            .collect()
    };
    let all = [names("instances"), names("events/nldissect")].concat();
    for name in all {
        if Owner::named(&name).is_some_and(|owner| owner.gone().unwrap_or(false)) {
            remove(&name);
        }
    }
}

/// Port, process or thread, and name of a line such as
/// `ip-2996  ( 2996) [001] ..... 12.3: nldissect_1_2_3: (netlink_insert+0x0/0x4a0) port=7 comm="ip"`.
fn bind(line: &str) -> Option<(u32, u32, &str)> {
    // the name, which may be anything, stands in front too: what is looked for is behind it
    let (before, behind) = line.rsplit_once(&format!(": ({PROBED}+"))?;
    let (_, arguments) = behind.split_once(") port=")?;
    let (port, comm) = arguments.split_once(" comm=\"")?;
    let (task, _) = before.rsplit_once(" [")?;
    let number = |text: &str| text.trim().parse().ok();
    let (thread, process) = match task.trim_end().strip_suffix(')') {
        Some(task) => task.rsplit_once('(')?,
        None => (task, ""),
    };
    // of a thread that did not sleep yet, the process is left open: `(-------)`
    let pid = number(process).or_else(|| number(thread.rsplit_once('-')?.1));
    let comm = comm.trim_end().strip_suffix('"')?;
    Some((number(port)?, pid?, comm))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_the_probe() {
        let behind = "[001] ..... 12.345678: nldissect_1_2_3: (netlink_insert+0x0/0x4a0)";
        let line = |task: &str, arguments: &str| format!("{task} {behind} {arguments}");
        let ip = line(
            "              ip-2996    (   2990)",
            "port=4130066659 comm=\"ip\"",
        );
        assert_eq!(bind(&ip), Some((4_130_066_659, 2990, "ip")));
        let old = line("              ip-2996   ", "port=2996 comm=\"ip\"");
        assert_eq!(bind(&old), Some((2996, 2996, "ip")));
        let new = line("              ip-2996    (-------)", "port=5 comm=\"ip\"");
        assert_eq!(bind(&new), Some((5, 2996, "ip")));
        let odd = line(
            "  a-1 (2) [0] b\"-7 (      7)",
            "port=9 comm=\"a-1 (2) [0] b\"\"",
        );
        assert_eq!(bind(&odd), Some((9, 7, "a-1 (2) [0] b\"")));
        for other in [
            "CPU:1 [LOST 12 EVENTS]",
            "",
            &line("x", "port=1 comm=\"x\""),
            &line("x-1", "port=1"),
            &line("x-1", "port=z comm=\"x\""),
        ] {
            assert_eq!(bind(other), None, "{other}");
        }
    }

    #[test]
    fn who_took_a_port() {
        let mut binds = Binds {
            name: "nldissect_test".to_owned(),
            pipe: None,
            rest: String::new(),
            ports: HashMap::new(),
        };
        binds.learn(7, 1, "sh");
        binds.learn(7, 1, "ip");
        binds.learn(8, 1, "ip");
        binds.learn(8, 2, "tc");
        binds.learn(8, 2, "tc");
        assert_eq!(binds.owner(7), Some((1, "ip".to_owned())));
        assert_eq!(binds.owner(8), None);
        assert_eq!(binds.owner(9), None);
    }
}
