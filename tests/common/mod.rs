//! Runs the command as a user does, and builds the files that it is given.

#![allow(
    dead_code,
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

pub mod conditions;

use serde_json::Value;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

/// What a run of the command gave.
pub struct Ran {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Ran {
    pub fn lines(&self) -> Vec<&str> {
        self.out.lines().collect()
    }

    /// Each line as JSON.
    pub fn json(&self) -> Vec<Value> {
        let parse = |line| {
            serde_json::from_str(line).unwrap_or_else(|e| panic!("no JSON: {e}: {line:.200}"))
        };
        self.out.lines().map(parse).collect()
    }

    /// The run ended with this code, without a word on standard error.
    pub fn quiet(self, code: i32) -> Ran {
        assert_eq!(self.err, "");
        assert_eq!(self.code, code);
        self
    }

    /// The run ended with this code, and standard error has these words. All messages look
    /// alike, and none of them is a panic's.
    pub fn says(self, code: i32, words: &[&str]) -> Ran {
        assert_eq!(self.code, code, "{}", self.err);
        assert!(self.err.starts_with("nldissect: "), "{}", self.err);
        assert!(!self.err.contains("panicked"), "{}", self.err);
        for word in words {
            assert!(self.err.contains(word), "{word:?} is not in {}", self.err);
        }
        self
    }
}

pub fn command(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_nldissect"));
    command
        .args(args)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env_remove("NO_COLOR")
        .env("TZ", "UTC0")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

pub fn finish(command: &mut Command, input: &[u8]) -> Ran {
    let mut child = command.spawn().unwrap();
    let stdin = child.stdin.take();
    let input = input.to_vec();
    let writer = std::thread::spawn(move || {
        if let Some(mut stdin) = stdin {
            // who does not read all of it closes the pipe
            let _ = stdin.write_all(&input);
        }
    });
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    Ran {
        code: output.status.code().expect("ended by a signal"),
        out: String::from_utf8(output.stdout).expect("output is UTF-8"),
        err: String::from_utf8_lossy(&output.stderr).into_owned(),
    }
}

/// Runs the command.
pub fn run(args: &[&str]) -> Ran {
    finish(&mut command(args), b"")
}

/// Runs the command with something on standard input.
pub fn feed(args: &[&str], input: &[u8]) -> Ran {
    finish(command(args).stdin(Stdio::piped()), input)
}

pub fn sample(name: &str) -> String {
    format!("{}/samples/{name}", env!("CARGO_MANIFEST_DIR"))
}

/// Names of all samples, sorted.
pub fn samples() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples");
    let name = |entry: std::io::Result<std::fs::DirEntry>| {
        entry.unwrap().file_name().into_string().unwrap()
    };
    let mut names: Vec<String> = std::fs::read_dir(folder).unwrap().map(name).collect();
    names.retain(|name| name.contains(".pcap"));
    names.sort();
    assert!(names.len() > 10);
    names
}

/// A file that goes away with its test.
pub struct Temp(PathBuf);

impl Temp {
    pub fn new(bytes: &[u8]) -> Temp {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let name = format!(
            "{}-{}.pcap",
            std::process::id(),
            COUNT.fetch_add(1, Ordering::Relaxed)
        );
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        std::fs::write(&path, bytes).unwrap();
        Temp(path)
    }

    pub fn path(&self) -> &str {
        self.0.to_str().unwrap()
    }
}

impl Drop for Temp {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

pub const ROUTE: u16 = 0;
pub const NETFILTER: u16 = 12;
pub const GENERIC: u16 = 16;

pub const REQUEST: u16 = 1;
pub const MULTI: u16 = 2;
pub const ACK: u16 = 4;
pub const DUMP: u16 = 0x300;

/// A pcap file's header.
pub fn pcap_header(link_type: u32, snaplen: u32) -> Vec<u8> {
    let mut out = vec![0xd4, 0xc3, 0xb2, 0xa1, 2, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    out.extend(snaplen.to_le_bytes());
    out.extend(link_type.to_le_bytes());
    out
}

/// The header in front of each packet of an nlmon device, and the packet.
pub fn cooked(protocol: u16, netlink: &[u8]) -> Vec<u8> {
    let mut out = vec![0, 4, 3, 56, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    out.extend(protocol.to_be_bytes());
    out.extend(netlink);
    out
}

/// A record of a pcap file.
pub fn record(seconds: u32, packet: &[u8]) -> Vec<u8> {
    let len = packet.len() as u32;
    let mut out = Vec::new();
    for word in [seconds, 7, len, len] {
        out.extend(word.to_le_bytes());
    }
    out.extend(packet);
    out
}

/// A pcap file of netlink frames, one second apart.
pub fn pcap(frames: &[(u16, Vec<u8>)]) -> Vec<u8> {
    let mut out = pcap_header(253, 262_144);
    for (second, (protocol, netlink)) in (1_700_000_000..).zip(frames) {
        out.extend(record(second, &cooked(*protocol, netlink)));
    }
    out
}

/// A netlink message of the little-endian kind.
pub fn message(nlmsg_type: u16, flags: u16, seq: u32, payload: &[u8]) -> Vec<u8> {
    let mut out = (16 + payload.len() as u32).to_le_bytes().to_vec();
    out.extend(nlmsg_type.to_le_bytes());
    out.extend(flags.to_le_bytes());
    out.extend(seq.to_le_bytes());
    out.extend([0; 4]);
    out.extend(payload);
    out.resize(out.len().next_multiple_of(4), 0);
    out
}

/// An attribute with its padding.
pub fn attribute(nla_type: u16, payload: &[u8]) -> Vec<u8> {
    let mut out = (4 + payload.len() as u16).to_le_bytes().to_vec();
    out.extend(nla_type.to_le_bytes());
    out.extend(payload);
    out.resize(out.len().next_multiple_of(4), 0);
    out
}

/// A link of a name: RTM_NEWLINK with IFLA_IFNAME.
pub fn newlink(name: &str, attributes: &[u8]) -> Vec<u8> {
    let mut payload = vec![0; 16];
    payload.extend(attribute(3, format!("{name}\0").as_bytes()));
    payload.extend(attributes);
    message(16, 0, 0, &payload)
}

/// A pcapng block with its two lengths.
pub fn block(kind: u32, body: &[u8]) -> Vec<u8> {
    let mut body = body.to_vec();
    body.resize(body.len().next_multiple_of(4), 0);
    let len = (12 + body.len() as u32).to_le_bytes();
    let mut out = kind.to_le_bytes().to_vec();
    out.extend(len);
    out.extend(body);
    out.extend(len);
    out
}

/// An option of a pcapng block.
pub fn option(code: u16, value: &[u8]) -> Vec<u8> {
    let mut out = code.to_le_bytes().to_vec();
    out.extend((value.len() as u16).to_le_bytes());
    out.extend(value);
    out.resize(out.len().next_multiple_of(4), 0);
    out
}

pub fn section_block(options: &[u8]) -> Vec<u8> {
    let mut body = vec![0x4d, 0x3c, 0x2b, 0x1a, 1, 0, 0, 0];
    body.extend([0xff; 8]);
    body.extend(options);
    block(0x0a0d_0d0a, &body)
}

pub fn interface_block(link_type: u16, snaplen: u32, options: &[u8]) -> Vec<u8> {
    let mut body = link_type.to_le_bytes().to_vec();
    body.extend([0; 2]);
    body.extend(snaplen.to_le_bytes());
    body.extend(options);
    block(1, &body)
}

pub fn packet_block(interface: u32, time: u64, packet: &[u8]) -> Vec<u8> {
    let len = packet.len() as u32;
    let mut body = Vec::new();
    for word in [interface, (time >> 32) as u32, time as u32, len, len] {
        body.extend(word.to_le_bytes());
    }
    body.extend(packet);
    block(6, &body)
}
