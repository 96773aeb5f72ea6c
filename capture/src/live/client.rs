//! A netlink socket that asks the kernel and reads what it answers.

use netlink_dissector::wire::{
    ByteOrder, Messages, NLMSG_HDRLEN, RawAttribute, RawAttributes, RawMessage, align4,
};
use rustix::net::netlink::SocketAddrNetlink;
use rustix::net::{
    AddressFamily, Protocol, RecvFlags, SendFlags, SocketFlags, SocketType, bind, getsockname,
    recv, send, socket_with,
};
use std::io;
use std::os::fd::OwnedFd;

const NLMSG_ERROR: u16 = 2;
const NLMSG_DONE: u16 = 3;
const NLM_F_REQUEST: u16 = 0x01;
const NLM_F_ACK: u16 = 0x04;
/// Asks for all there is.
pub(crate) const NLM_F_DUMP: u16 = 0x300;
/// Where it does not exist, make it.
pub(crate) const NLM_F_CREATE: u16 = 0x400;
/// Where it exists, refuse.
pub(crate) const NLM_F_EXCL: u16 = 0x200;
/// More than a kernel puts into one datagram of a dump.
const BUFFER: usize = 1 << 17;

/// The byte order of this machine.
pub(crate) const NATIVE: ByteOrder = if cfg!(target_endian = "little") {
    ByteOrder::Little
} else {
    ByteOrder::Big
};

/// A netlink socket of one protocol.
#[derive(Debug)]
pub(crate) struct Client {
    socket: OwnedFd,
    port: u32,
    seq: u32,
    buffer: Vec<u8>,
}

impl Client {
    /// Opens a socket of a protocol.
    pub(crate) fn new(protocol: Protocol) -> io::Result<Client> {
        let socket = socket_with(
            AddressFamily::NETLINK,
            SocketType::RAW,
            SocketFlags::CLOEXEC,
            Some(protocol),
        )?;
        bind(&socket, &SocketAddrNetlink::new(0, 0))?;
        let address = SocketAddrNetlink::try_from(getsockname(&socket)?)?;
        Ok(Client {
            socket,
            port: address.pid(),
            seq: 0,
            buffer: vec![0; BUFFER],
        })
    }

    /// Its port id, which its requests carry too.
    pub(crate) fn port(&self) -> u32 {
        self.port
    }

    /// Sends a request and hands each message that answers it to `take`. The kernel's refusal is the error.
    pub(crate) fn ask(
        &mut self,
        kind: u16,
        flags: u16,
        body: &[u8],
        mut take: impl FnMut(&RawMessage<'_>),
    ) -> io::Result<()> {
        self.seq = self.seq.wrapping_add(1);
        let len = u32::try_from(NLMSG_HDRLEN + body.len()).unwrap_or(u32::MAX);
        let mut request = Vec::with_capacity(NLMSG_HDRLEN + body.len());
        request.extend_from_slice(&len.to_ne_bytes());
        request.extend_from_slice(&kind.to_ne_bytes());
        request.extend_from_slice(&(flags | NLM_F_REQUEST | NLM_F_ACK).to_ne_bytes());
        request.extend_from_slice(&self.seq.to_ne_bytes());
        request.extend_from_slice(&self.port.to_ne_bytes());
        request.extend_from_slice(body);
        send(&self.socket, &request, SendFlags::empty())?;
        loop {
            let received = recv(&self.socket, &mut *self.buffer, RecvFlags::TRUNC);
            let ((), len) = match received {
                Ok((_, len)) => ((), len),
                Err(rustix::io::Errno::INTR) => continue,
                Err(error) => return Err(error.into()),
            };
            let data = self.buffer.get(..len).ok_or_else(|| {
                io::Error::new(io::ErrorKind::InvalidData, "an answer of the kernel is too long")
            })?;
            for message in Messages::new(data, NATIVE) {
                if message.header.nlmsg_seq != self.seq {
                    continue;
                }
                if matches!(message.header.nlmsg_type, NLMSG_ERROR | NLMSG_DONE) {
                    let error = message.payload().first_chunk();
                    return match error.map_or(0, |bytes| i32::from_ne_bytes(*bytes)) {
                        0 => Ok(()),
                        error => Err(io::Error::from_raw_os_error(error.saturating_neg())),
                    };
                }
                take(&message);
            }
        }
    }
}

/// Puts an attribute behind what is there.
pub(crate) fn put(body: &mut Vec<u8>, kind: u16, payload: &[u8]) {
    let len = u16::try_from(4 + payload.len()).unwrap_or(u16::MAX);
    body.extend_from_slice(&len.to_ne_bytes());
    body.extend_from_slice(&kind.to_ne_bytes());
    body.extend_from_slice(payload);
    body.resize(align4(body.len()), 0);
}

/// The attribute of a number.
pub(crate) fn find(data: &[u8], number: u16) -> Option<&[u8]> {
    let mut all = RawAttributes::new(data, NATIVE);
    all.find(|a: &RawAttribute<'_>| a.header.number() == number)
        .map(|a| a.payload)
}

/// A string of the kernel's, up to its end.
pub(crate) fn text(payload: &[u8]) -> String {
    let bytes = payload.split(|b| *b == 0).next().unwrap_or_default();
    String::from_utf8_lossy(bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_kernel_answers() {
        let mut client = Client::new(rustix::net::netlink::ROUTE).unwrap();
        // RTM_GETLINK
        let mut names = Vec::new();
        client
            .ask(18, NLM_F_DUMP, &[0; 16], |message| {
                let attributes = message.payload().get(16..).unwrap();
                names.push(text(find(attributes, 3).unwrap()));
            })
            .unwrap();
        assert!(names.iter().any(|name| name == "lo"), "{names:?}");
        // RTM_GETLINK of an index that is none
        let mut body = [0; 16];
        body[4..8].copy_from_slice(&0x7fff_0000_u32.to_ne_bytes());
        let error = client.ask(18, 0, &body, |_| ()).unwrap_err();
        assert_eq!(error.raw_os_error(), Some(libc::ENODEV));
    }

    #[test]
    fn attributes_are_found_again() {
        let mut body = Vec::new();
        put(&mut body, 3, b"eth0\0");
        put(&mut body, 20, b"x");
        assert_eq!(body.len(), 20);
        assert_eq!(find(&body, 3).map(text).as_deref(), Some("eth0"));
        assert_eq!(find(&body, 20), Some(&b"x"[..]));
        assert_eq!(find(&body, 4), None);
    }
}
