//! The memory of a stopped process, and the structures that system calls take there.

use std::fs::File;
use std::io;
use std::os::unix::fs::FileExt;

/// The most of one datagram that is read; the kernel's own limit is below it for what it sends.
const LARGEST: u64 = 16 << 20;
/// `UIO_MAXIOV`
const MOST_VECTORS: u64 = 1024;
/// The most bytes of ancillary data that are looked at.
const MOST_CONTROL: u64 = 4096;
/// The most file descriptors that one message passes: `SCM_MAX_FD`.
const SCM_MAX_FD: usize = 253;

/// A process's memory, and how long its pointers are.
#[derive(Clone, Copy)]
pub(super) struct Memory<'f> {
    pub file: &'f File,
    pub word: usize,
}

/// A part of memory: address and length.
pub(super) type Part = (u64, u64);

/// `struct msghdr`: where it and its parts stand.
#[derive(Clone, Debug, Default)]
pub(super) struct MessageHeader {
    pub at: u64,
    pub name: Part,
    pub parts: Vec<Part>,
    pub control: Part,
    pub flags: u32,
}

impl Memory<'_> {
    /// As many of the bytes as can be read.
    pub fn bytes(&self, at: u64, len: u64) -> Vec<u8> {
        let mut bytes = Vec::new();
        self.append(&mut bytes, (at, len));
        bytes
    }

    fn append(&self, bytes: &mut Vec<u8>, (at, len): Part) {
        let mut done = bytes.len();
        let room = LARGEST.saturating_sub(done as u64);
        bytes.resize(done + len.min(room) as usize, 0);
        let mut at = at;
        while let Some(space) = bytes.get_mut(done..).filter(|s| !s.is_empty()) {
            match self.file.read_at(space, at) {
                Ok(0) => break,
                Ok(read) => {
                    done += read;
                    at = at.wrapping_add(read as u64);
                }
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(_) => break,
            }
        }
        bytes.truncate(done);
    }

    /// The first `len` bytes that stand in several parts.
    pub fn gather(&self, parts: &[Part], len: u64) -> Vec<u8> {
        let mut bytes = Vec::new();
        for (at, size) in parts {
            let left = len.saturating_sub(bytes.len() as u64);
            if left == 0 {
                break;
            }
            let want = left.min(*size);
            let before = bytes.len() as u64;
            self.append(&mut bytes, (*at, want));
            if bytes.len() as u64 - before < want {
                break;
            }
        }
        bytes
    }

    /// Numbers of 32 bits.
    pub fn u32s(&self, at: u64, count: u64) -> Vec<u32> {
        let bytes = self.bytes(at, count.saturating_mul(4));
        let words = bytes.as_chunks::<4>().0.iter();
        words.map(|w| u32::from_ne_bytes(*w)).collect()
    }

    /// A number of 32 bits.
    pub fn u32(&self, at: u64) -> Option<u32> {
        self.u32s(at, 1).first().copied()
    }

    /// Numbers as long as a pointer.
    pub fn words(&self, at: u64, count: u64) -> Vec<u64> {
        if self.word == 4 {
            return self.u32s(at, count).into_iter().map(u64::from).collect();
        }
        let bytes = self.bytes(at, count.saturating_mul(8));
        let words = bytes.as_chunks::<8>().0.iter();
        words.map(|w| u64::from_ne_bytes(*w)).collect()
    }

    /// An array of `struct iovec`.
    pub fn vectors(&self, at: u64, count: u64) -> Vec<Part> {
        let words = self.words(at, count.min(MOST_VECTORS) * 2);
        let pairs = words.as_chunks::<2>().0.iter();
        pairs.map(|[base, len]| (*base, *len)).collect()
    }

    /// Bytes of a `struct msghdr`.
    fn header_len(&self) -> u64 {
        7 * self.word as u64
    }

    /// A `struct msghdr`. On 64 bits, holes stand behind the two lengths that are no `size_t`.
    pub fn header(&self, at: u64) -> Option<MessageHeader> {
        let words = self.words(at, 7);
        let [name, name_len, vectors, count, control, control_len, flags] =
            words.try_into().ok()?;
        Some(MessageHeader {
            at,
            name: (name, u64::from(self.int(name_len))),
            parts: self.vectors(vectors, count),
            control: (control, control_len),
            flags: self.int(flags),
        })
    }

    /// An `int` at the start of a word.
    fn int(&self, word: u64) -> u32 {
        if cfg!(target_endian = "big") && self.word == 8 {
            (word >> 32) as u32
        } else {
            word as u32
        }
    }

    /// An array of `struct mmsghdr`: each header, and where the length of what was moved stands.
    pub fn headers(&self, at: u64, count: u64) -> Vec<(MessageHeader, u64)> {
        let len = self.header_len();
        let size = len + self.word as u64;
        let places = (0..count.min(MOST_VECTORS)).map(|i| at.wrapping_add(i * size));
        places
            .map_while(|at| Some((self.header(at)?, at.wrapping_add(len))))
            .collect()
    }

    /// `struct sockaddr_nl`: port and groups. None where it is of another kind, or there is none.
    pub fn address(&self, (at, len): Part) -> Option<(u32, u32)> {
        if at == 0 || len < 12 {
            return None;
        }
        let bytes = self.bytes(at, 12);
        let ([a, b, _, _, p @ .., g0, g1, g2, g3], []) = (
            bytes.as_chunks::<12>().0.first()?,
            bytes.as_chunks::<12>().1,
        ) else {
            return None;
        };
        if u32::from(u16::from_ne_bytes([*a, *b])) != super::AF_NETLINK {
            return None;
        }
        Some((
            u32::from_ne_bytes(*p),
            u32::from_ne_bytes([*g0, *g1, *g2, *g3]),
        ))
    }

    /// The file descriptors that came with a message (`SCM_RIGHTS`).
    pub fn rights(&self, (at, len): Part) -> Vec<i32> {
        const SOL_SOCKET: u32 = 1;
        const SCM_RIGHTS: u32 = 1;
        let mut fds = Vec::new();
        if at == 0 {
            return fds;
        }
        let bytes = self.bytes(at, len.min(MOST_CONTROL));
        let mut rest = bytes.as_slice();
        let header = self.word + 8;
        while let Some((head, behind)) = rest.split_at_checked(header) {
            let (len, kind) = head.split_at(self.word);
            let len = match len {
                [a, b, c, d] => u32::from_ne_bytes([*a, *b, *c, *d]) as usize,
                [a, b, c, d, e, f, g, h] => {
                    u64::from_ne_bytes([*a, *b, *c, *d, *e, *f, *g, *h]) as usize
                }
                _ => break,
            };
            let kind: Vec<u32> = kind
                .as_chunks::<4>()
                .0
                .iter()
                .map(|w| u32::from_ne_bytes(*w))
                .collect();
            let data = behind.get(..len.saturating_sub(header)).unwrap_or(behind);
            if kind == [SOL_SOCKET, SCM_RIGHTS] {
                let passed = data.as_chunks::<4>().0.iter();
                fds.extend(passed.map(|w| i32::from_ne_bytes(*w)).take(SCM_MAX_FD));
            }
            if len < header {
                break;
            }
            rest = rest.get(len.next_multiple_of(self.word)..).unwrap_or(&[]);
        }
        fds
    }
}
