//! What `/proc` tells of processes.

use std::fs;
use std::io;

/// The name of a process; none where there is no such process.
pub(crate) fn comm(pid: u32) -> Option<String> {
    let name = fs::read(format!("/proc/{pid}/comm")).ok()?;
    let name = String::from_utf8_lossy(&name);
    Some(name.strip_suffix('\n').unwrap_or(&name).to_owned())
}

/// When a process started, in ticks since the system did; none where there is no such process.
pub(crate) fn started(pid: u32) -> io::Result<Option<u64>> {
    let stat = match fs::read_to_string(format!("/proc/{pid}/stat")) {
        Ok(stat) => stat,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    };
    // the name in parentheses may hold anything; the start is field 22, the 20th behind it
    let behind = stat.rsplit_once(')').map_or("", |(_, behind)| behind);
    let start = behind.split_whitespace().nth(19);
    let start = start.and_then(|field| field.parse().ok());
    start.map(Some).ok_or(io::ErrorKind::InvalidData.into())
}
