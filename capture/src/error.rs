//! What can go wrong: an [`Error`] at the start of an input, a [`Damage`] further on.

use std::fmt;
use std::io;

use crate::Compression;

/// Why an input cannot be read at all.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// The file cannot be opened.
    Open {
        /// What the system said.
        source: io::Error,
    },
    /// The first bytes cannot be read.
    Read {
        /// Where reading failed, in bytes from the start of the (unpacked) input.
        offset: u64,
        /// What the system said.
        source: io::Error,
    },
    /// The compressed data are damaged before they give a capture's header.
    Compressed {
        /// Where in the unpacked data, in bytes.
        offset: u64,
        /// How they are compressed.
        compression: Compression,
    },
    /// There is not a single byte, or the compressed data hold none.
    Empty,
    /// The first bytes are neither pcap nor pcapng.
    NotACapture {
        /// The first bytes, at most 16.
        head: Vec<u8>,
    },
    /// It is strace's output, without the bytes of what was sent and received.
    NoBytes {
        /// The first line that lacks them, from 1.
        line: u64,
    },
    /// It is strace's output, and no netlink passes in it.
    NoNetlink,
    /// The input ends within its first header.
    CutHeader {
        /// Where the input ends, in bytes.
        offset: u64,
        /// How many bytes the header has.
        needed: u64,
    },
    /// The first header is not sound.
    BadHeader {
        /// Where the header stands, in bytes.
        offset: u64,
        /// What is wrong with it.
        what: DamageKind,
    },
    /// The capture is of a version that this crate does not know.
    UnsupportedVersion {
        /// Where the version stands, in bytes.
        offset: u64,
        /// The major version.
        major: u16,
        /// The minor version.
        minor: u16,
    },
    /// The input is a pipe, or another thing that can be read only once.
    NotRereadable,
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::Open { source } => write!(f, "cannot open: {}", Lower(source)),
            Error::Read { offset, source } => {
                write!(f, "cannot read at byte {offset}: {}", Lower(source))
            }
            Error::Compressed {
                offset,
                compression,
            } => write!(
                f,
                "damaged {compression} data, {offset} bytes could be unpacked"
            ),
            Error::Empty => f.write_str("empty"),
            Error::NotACapture { head } => {
                f.write_str("not a pcap or pcapng capture: it starts with")?;
                let text = head.iter().take_while(|b| matches!(b, b' '..=b'~')).count();
                if text >= 4 {
                    f.write_str(" \"")?;
                    for byte in head.iter().take(text) {
                        write!(f, "{}", char::from(*byte))?;
                    }
                    f.write_str("\"")
                } else {
                    head.iter().try_for_each(|byte| write!(f, " {byte:02x}"))
                }
            }
            Error::NoBytes { .. } => {
                f.write_str("no bytes in this file; run strace again with -e read=all -e write=all")
            }
            Error::NoNetlink => f.write_str("strace's output, without netlink in it"),
            Error::CutHeader { offset, needed } => write!(
                f,
                "ends at byte {offset}, within its header of {needed} bytes"
            ),
            Error::BadHeader { offset, what } => {
                write!(f, "bad header at byte {offset}: {what}")
            }
            Error::UnsupportedVersion {
                offset,
                major,
                minor,
            } => write!(f, "unsupported version {major}.{minor} at byte {offset}"),
            Error::NotRereadable => f.write_str("can be read only once"),
        }
    }
}

impl Error {
    /// The line of a text that it is about.
    pub fn line(&self) -> Option<u64> {
        match self {
            Error::NoBytes { line } => Some(*line),
            _ => None,
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Error::Open { source } | Error::Read { source, .. } => Some(source),
            _ => None,
        }
    }
}

/// A message of the system, in this project's lower case.
pub(crate) struct Lower<'a>(pub(crate) &'a io::Error);

impl fmt::Display for Lower<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = self.0.to_string();
        let mut chars = text.chars();
        if let Some(first) = chars.next() {
            write!(f, "{}", first.to_lowercase())?;
        }
        f.write_str(chars.as_str())
    }
}

/// A damaged place in a capture. What can be read behind it follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Damage {
    /// Where, in bytes from the start of the (unpacked) input.
    pub offset: u64,
    /// The number of the last frame before it, 0 when there was none.
    /// Where a frame itself is damaged and could be counted, its own number.
    pub frame: u64,
    /// What is wrong.
    pub what: DamageKind,
    /// How many bytes were left out.
    pub skipped: u64,
}

impl fmt::Display for Damage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} at byte {}, frame {}",
            self.what, self.offset, self.frame
        )?;
        match self.skipped {
            0 => Ok(()),
            1 => f.write_str(", 1 byte left out"),
            n => write!(f, ", {n} bytes left out"),
        }
    }
}

/// What is wrong at a damaged place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum DamageKind {
    /// The input ends within a record or block. Where it was a packet, the frame before has the bytes that are there.
    Cut,
    /// A record or block says that it is longer than [`MAX_RECORD`](crate::MAX_RECORD).
    TooLong {
        /// The length that it says, in bytes.
        len: u64,
    },
    /// A pcap record header that no neighbour confirms.
    BadRecord,
    /// A pcapng block whose length is no block's.
    BadBlockLength {
        /// The length that it says, in bytes.
        len: u32,
    },
    /// The two lengths of a pcapng block differ.
    LengthMismatch {
        /// The one at its start, in bytes.
        first: u32,
        /// The one at its end, in bytes.
        last: u32,
    },
    /// A pcapng section header without a byte-order magic.
    BadByteOrderMagic,
    /// A pcapng section of a version that this crate does not know; it is read all the same.
    UnsupportedVersion {
        /// The major version.
        major: u16,
        /// The minor version.
        minor: u16,
    },
    /// A block that is too short for its own fields.
    ShortBlock,
    /// A packet says that it has more bytes than its block. The frame before has the bytes that are there.
    PacketTooLong {
        /// The captured length that it says, in bytes.
        len: u32,
    },
    /// A packet or statistics of an interface that its section did not describe.
    UnknownInterface {
        /// The number that it says, within its section.
        interface: u32,
    },
    /// A section describes more than 65,536 interfaces; the packets of the others are lost.
    TooManyInterfaces,
    /// A line of strace's output tells of a message whose bytes are not there.
    NoBytes {
        /// The line, from 1.
        line: u64,
    },
    /// A line of strace's output tells of a message of a protocol that nothing tells.
    NoProtocol {
        /// The line, from 1.
        line: u64,
    },
    /// What strace or rtmon wrote is longer than 512 MiB: the rest is not read.
    TooMuch,
    /// The compressed data are damaged or cut.
    Compressed(Compression),
    /// The system could not read on.
    Read(io::ErrorKind),
}

impl fmt::Display for DamageKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            DamageKind::Cut => f.write_str("the input ends within a record"),
            DamageKind::TooLong { len } => write!(f, "a record of {len} bytes is too long"),
            DamageKind::BadRecord => f.write_str("bad record header"),
            DamageKind::BadBlockLength { len } => write!(f, "bad block length {len}"),
            DamageKind::LengthMismatch { first, last } => {
                write!(
                    f,
                    "block length is {first} at its start and {last} at its end"
                )
            }
            DamageKind::BadByteOrderMagic => f.write_str("bad byte-order magic"),
            DamageKind::UnsupportedVersion { major, minor } => {
                write!(f, "unsupported section version {major}.{minor}")
            }
            DamageKind::ShortBlock => f.write_str("block too short for its fields"),
            DamageKind::PacketTooLong { len } => {
                write!(f, "captured length {len} is more than the block has")
            }
            DamageKind::UnknownInterface { interface } => {
                write!(f, "interface {interface} is not described")
            }
            DamageKind::TooManyInterfaces => f.write_str("too many interfaces"),
            DamageKind::NoBytes { line } => write!(
                f,
                "line {line} and perhaps others have no bytes (strace -e read=all -e write=all)"
            ),
            DamageKind::NoProtocol { line } => write!(
                f,
                "line {line} and perhaps others are of a protocol that is not known (strace -yy)"
            ),
            DamageKind::TooMuch => f.write_str("only the first 512 MiB of such a file are read"),
            DamageKind::Compressed(compression) => write!(f, "damaged {compression} data"),
            DamageKind::Read(kind) => write!(f, "cannot read on: {kind}"),
        }
    }
}
