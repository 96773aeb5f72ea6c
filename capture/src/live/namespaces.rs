//! Network namespaces: going into one, and which others there are.

use rustix::thread::{LinkNameSpaceType, move_into_link_name_space};
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io;
use std::os::fd::AsFd;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

/// Where `ip netns` keeps names.
const NAMED: &str = "/run/netns";

/// Moves this thread into a network namespace: a name that `ip netns` gave, a process id, or a path.
pub(crate) fn enter(which: &str) -> io::Result<()> {
    let path = if which.contains('/') {
        PathBuf::from(which)
    } else if which.bytes().all(|b| b.is_ascii_digit()) && !which.is_empty() {
        PathBuf::from(format!("/proc/{which}/ns/net"))
    } else {
        Path::new(NAMED).join(which)
    };
    let file = File::open(path)?;
    move_into_link_name_space(file.as_fd(), Some(LinkNameSpaceType::Network))?;
    Ok(())
}

/// The network namespace of this thread, and the others that names or processes lead to, in words.
pub(crate) fn all() -> io::Result<(u64, Vec<String>)> {
    let own = fs::metadata("/proc/thread-self/ns/net")?.ino();
    let mut others: BTreeMap<u64, String> = BTreeMap::new();
    let entries = |path| fs::read_dir(path).into_iter().flatten().flatten();
    for entry in entries(NAMED) {
        if let Ok(metadata) = fs::metadata(entry.path()) {
            let name = entry
                .file_name()
                .to_string_lossy()
                .escape_debug()
                .to_string();
            others.entry(metadata.ino()).or_insert(name);
        }
    }
    for entry in entries("/proc") {
        // what is no process has no namespace; what may not be looked at is left out
        if let Ok(metadata) = fs::metadata(entry.path().join("ns/net")) {
            let pid = entry.file_name().to_string_lossy().into_owned();
            let comm = fs::read_to_string(entry.path().join("comm")).unwrap_or_default();
            let name = || format!("that of {pid} {}", comm.trim_end().escape_debug());
            others.entry(metadata.ino()).or_insert_with(name);
        }
    }
    others.remove(&own);
    Ok((own, others.into_values().collect()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_is_one() {
        let (own, others) = all().unwrap();
        assert_ne!(own, 0);
        let whole = format!("that of {} ", std::process::id());
        assert!(!others.iter().any(|name| name.starts_with(&whole)));
    }

    #[test]
    fn what_is_not_there() {
        for which in ["no such namespace", "4294967295", "/no/such/file", ""] {
            assert!(enter(which).is_err(), "{which}");
        }
    }
}
