//! What /proc tells of a traced process.

use std::fs::{self, File};
use std::io::Read;
use std::os::unix::fs::MetadataExt;

use super::abi;

/// A process, until it becomes another program.
#[derive(Debug)]
pub(super) struct Process {
    /// Its name.
    pub comm: String,
    /// Its memory; none where the system does not let it be read.
    pub memory: Option<File>,
}

impl Process {
    pub fn of(pid: i32) -> Process {
        Process {
            comm: comm(pid),
            memory: File::open(format!("/proc/{pid}/mem")).ok(),
        }
    }
}

/// The name of a process.
pub(super) fn comm(pid: i32) -> String {
    let comm = fs::read(format!("/proc/{pid}/comm")).unwrap_or_default();
    String::from_utf8_lossy(&comm).trim_end().to_owned()
}

/// The process that a thread belongs to.
pub(super) fn leader(tid: i32) -> Option<i32> {
    Status::of(tid)?.number("Tgid:", 0)
}

/// The process that traces another.
pub(super) fn tracer(pid: i32) -> Option<i32> {
    Status::of(pid)?
        .number("TracerPid:", 0)
        .filter(|pid| *pid != 0)
}

/// Its threads.
pub(super) fn threads(pid: i32) -> Vec<i32> {
    let Ok(entries) = fs::read_dir(format!("/proc/{pid}/task")) else {
        return Vec::new();
    };
    let ids = entries.filter_map(|e| e.ok()?.file_name().to_str()?.parse().ok());
    ids.collect()
}

/// `kernel.yama.ptrace_scope`
pub(super) fn ptrace_scope() -> Option<u8> {
    let scope = fs::read_to_string("/proc/sys/kernel/yama/ptrace_scope").ok()?;
    scope.trim().parse().ok()
}

/// Whether this process may install a filter and keep the way to more privilege.
pub(super) fn is_admin() -> bool {
    const CAP_SYS_ADMIN: u64 = 1 << 21;
    Status::of(std::process::id() as i32).is_some_and(|s| s.capabilities() & CAP_SYS_ADMIN != 0)
}

/// What does not go as usual with the program that a process has just become.
pub(super) fn oddities(pid: i32) -> Vec<&'static str> {
    let mut odd = Vec::new();
    let exe = format!("/proc/{pid}/exe");
    if let (Ok(file), Some(status)) = (fs::metadata(&exe), Status::of(pid)) {
        const SET_UID: u32 = 0o4000;
        const SET_GID: u32 = 0o2010;
        let other = |key, id| status.number::<u32>(key, 1).is_some_and(|own| own != id);
        let user = file.mode() & SET_UID == SET_UID && other("Uid:", file.uid());
        let group = file.mode() & SET_GID == SET_GID && other("Gid:", file.gid());
        let capabilities = status.capabilities() == 0 && {
            let mut value = [0; 64];
            rustix::fs::getxattr(&exe, "security.capability", &mut value[..]).is_ok()
        };
        if user || group || capabilities {
            odd.push(
                "runs without the privilege that its file gives (set-user-ID, set-group-ID or capabilities): a \
                 traced program gains none; run nldissect as root",
            );
        }
    }
    if elf(&exe).is_some_and(|kind| abi::all().iter().all(|abi| abi.elf != kind)) {
        odd.push("is a program of another architecture or size: its netlink is not seen");
    }
    odd
}

/// Class and machine of an ELF file.
fn elf(path: &str) -> Option<(u8, u16)> {
    let mut head = [0; 20];
    File::open(path).ok()?.read_exact(&mut head).ok()?;
    let [0x7f, b'E', b'L', b'F', class, data, .., a, b] = head else {
        return None;
    };
    let machine = if data == 2 {
        u16::from_be_bytes([a, b])
    } else {
        u16::from_le_bytes([a, b])
    };
    Some((class, machine))
}

/// The text of /proc/PID/status.
struct Status(String);

impl Status {
    fn of(pid: i32) -> Option<Status> {
        let text = fs::read(format!("/proc/{pid}/status")).ok()?;
        Some(Status(String::from_utf8_lossy(&text).into_owned()))
    }

    fn word(&self, key: &str, index: usize) -> Option<&str> {
        let line = self.0.lines().find_map(|line| line.strip_prefix(key))?;
        line.split_ascii_whitespace().nth(index)
    }

    fn number<T: std::str::FromStr>(&self, key: &str, index: usize) -> Option<T> {
        self.word(key, index)?.parse().ok()
    }

    /// The effective capabilities.
    fn capabilities(&self) -> u64 {
        let word = self.word("CapEff:", 0).unwrap_or("0");
        u64::from_str_radix(word, 16).unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn this_process() {
        let pid = std::process::id() as i32;
        assert_eq!(leader(pid), Some(pid));
        assert!(threads(pid).contains(&pid));
        assert!(threads(pid).iter().all(|tid| leader(*tid) == Some(pid)));
        assert_eq!(leader(i32::MAX), None);
        assert!(!Process::of(pid).comm.is_empty());
        assert!(Process::of(pid).memory.is_some());
        let kind = elf("/proc/self/exe").unwrap();
        assert_eq!(abi::all().first().map(|abi| abi.elf), Some(kind));
        assert_eq!(elf("/dev/null"), None);
        assert!(oddities(pid).is_empty());
    }
}
