//! Packets of a device, through a TPACKET_V3 ring (packet_mmap, Documentation/networking/packet_mmap.rst).

use crate::Timestamp;
use crate::sys::packet;
use std::io;
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};

/// How a ring is cut. A packet that does not fit into a block is cut to it.
const BLOCK: u32 = 1 << 20;
/// Milliseconds until a block that is not full is handed over.
const RETIRE: u32 = 4;
/// Bytes of a block's header up to the offset of its first packet, and of that.
const FIRST: usize = 16;
/// Bytes of a packet's header (tpacket3_hdr), which a sockaddr_ll follows.
const HEADER: usize = 48;

/// A packet socket that hears a device, with a ring of about so many MiB. The other side maps it.
pub(crate) fn hear(index: i32, mebibytes: u32) -> io::Result<OwnedFd> {
    let socket = packet::socket()?;
    packet::make_ring(socket.as_fd(), BLOCK, mebibytes.max(2), RETIRE)?;
    packet::bind(socket.as_fd(), index)?;
    Ok(socket)
}

/// A packet of the ring.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Heard<'a> {
    /// When the kernel got it.
    pub(crate) time: Timestamp,
    /// NETLINK_*.
    pub(crate) protocol: u16,
    pub(crate) data: &'a [u8],
    /// How long it was before it was cut.
    pub(crate) len: usize,
}

/// A ring that was mapped.
#[derive(Debug)]
pub(crate) struct Ring {
    ring: packet::Ring,
    received: u64,
    dropped: u64,
}

impl Ring {
    /// Maps the ring of a socket that [`hear`] made with the same number.
    pub(crate) fn map(socket: OwnedFd, mebibytes: u32) -> io::Result<Ring> {
        Ok(Ring {
            ring: packet::Ring::map(socket, BLOCK, mebibytes.max(2))?,
            received: 0,
            dropped: 0,
        })
    }

    /// Hands the packets of the next full block to `take`; whether there was one.
    pub(crate) fn block(&mut self, mut take: impl FnMut(Heard<'_>)) -> bool {
        let done = self.ring.block(|block| {
            let count = number(block, 12).unwrap_or(0);
            let mut at = number(block, FIRST).unwrap_or(0) as usize;
            for _ in 0..count {
                let Some((heard, next)) = packet_at(block, at) else {
                    break;
                };
                take(heard);
                at += next;
            }
        });
        done.is_some()
    }

    /// What is wrong with the socket, such as that its device is gone or down.
    pub(crate) fn check(&self) -> io::Result<()> {
        let wrong = rustix::net::sockopt::socket_error(self)?;
        wrong.map_err(|errno| io::Error::other(format!("the device is gone or down: {errno}")))
    }

    /// Packets received, those dropped among them, and dropped, since the ring was made.
    pub(crate) fn statistics(&mut self) -> io::Result<(u64, u64)> {
        let (received, dropped) = packet::statistics(self.ring.as_fd())?;
        self.received += u64::from(received);
        self.dropped += u64::from(dropped);
        Ok((self.received, self.dropped))
    }
}

impl AsFd for Ring {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.ring.as_fd()
    }
}

fn number(bytes: &[u8], at: usize) -> Option<u32> {
    let bytes = bytes.get(at..)?.first_chunk()?;
    Some(u32::from_ne_bytes(*bytes))
}

/// The packet at a place of a block, and how far the next is away.
fn packet_at(block: &[u8], at: usize) -> Option<(Heard<'_>, usize)> {
    let header = block.get(at..)?;
    let net = u16::from_ne_bytes(*header.get(26..)?.first_chunk()?);
    let captured = number(header, 12)? as usize;
    let protocol = header.get(HEADER + 2..)?.first_chunk()?;
    let heard = Heard {
        time: Timestamp {
            seconds: number(header, 4)?.into(),
            nanos: number(header, 8)?,
        },
        protocol: u16::from_be_bytes(*protocol),
        data: header.get(usize::from(net)..)?.get(..captured)?,
        len: number(header, 16)? as usize,
    };
    Some((heard, number(header, 0)? as usize))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A packet as the kernel lays it: header, address, data at 68.
    fn packet(next: u32, data: &[u8], len: u32) -> Vec<u8> {
        let mut bytes = Vec::new();
        for word in [next, 7, 8, data.len() as u32, len, 0] {
            bytes.extend_from_slice(&word.to_ne_bytes());
        }
        bytes.extend_from_slice(&68_u16.to_ne_bytes());
        bytes.extend_from_slice(&68_u16.to_ne_bytes());
        bytes.resize(HEADER, 0);
        bytes.extend_from_slice(&17_u16.to_ne_bytes());
        bytes.extend_from_slice(&16_u16.to_be_bytes());
        bytes.resize(68, 0);
        bytes.extend_from_slice(data);
        bytes
    }

    #[test]
    fn packets_of_a_block() {
        let mut block = packet(72, b"abcd", 4);
        block.extend(packet(0, b"ef", 9));
        let (first, next) = packet_at(&block, 0).unwrap();
        assert_eq!(
            (first.protocol, first.data, first.len),
            (16, &b"abcd"[..], 4)
        );
        assert_eq!(
            first.time,
            Timestamp {
                seconds: 7,
                nanos: 8
            }
        );
        let (second, _) = packet_at(&block, next).unwrap();
        assert_eq!((second.data, second.len), (&b"ef"[..], 9));
        for len in 0..70 {
            assert_eq!(packet_at(&block[72..72 + len], 0), None, "{len}");
        }
        assert_eq!(packet_at(&block, 1000), None);
    }
}
