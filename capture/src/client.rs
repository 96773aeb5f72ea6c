//! A netlink socket that asks the kernel and reads what it answers.

use netlink_dissector::wire::{
    ByteOrder, Messages, NLMSG_HDRLEN, RawAttribute, RawAttributes, RawMessage, align4,
};
use rustix::net::netlink::SocketAddrNetlink;
use rustix::net::{
    AddressFamily, Protocol, RawProtocol, RecvFlags, SendFlags, SocketFlags, SocketType, bind,
    getsockname, recv, send, socket_with,
};
use std::io;
use std::os::fd::OwnedFd;

const NLMSG_ERROR: u16 = 2;
const NLMSG_DONE: u16 = 3;
const NLM_F_REQUEST: u16 = 0x01;
const NLM_F_ACK: u16 = 0x04;
/// Asks for all there is.
pub(crate) const NLM_F_DUMP: u16 = 0x300;
/// More than a kernel puts into one datagram of a dump.
const BUFFER: usize = 1 << 17;

/// The byte order of this machine.
pub(crate) const NATIVE: ByteOrder = if cfg!(target_endian = "little") {
    ByteOrder::Little
} else {
    ByteOrder::Big
};

/// NETLINK_ROUTE.
pub(crate) const NETLINK_ROUTE: u16 = 0;
/// NETLINK_SOCK_DIAG.
pub(crate) const NETLINK_SOCK_DIAG: u16 = 4;
/// NETLINK_GENERIC.
pub(crate) const NETLINK_GENERIC: u16 = 16;

/// A netlink socket of one protocol.
#[derive(Debug)]
pub(crate) struct Client {
    socket: OwnedFd,
    port: u32,
    seq: u32,
    buffer: Vec<u8>,
}

/// One half of a conversation.
pub(crate) enum Said<'a> {
    /// What was sent to the kernel.
    Request(&'a [u8]),
    /// A datagram of its answer.
    Answer(&'a [u8]),
}

impl Client {
    /// Opens a socket of a protocol.
    pub(crate) fn new(protocol: u16) -> io::Result<Client> {
        let socket = open(protocol, SocketFlags::CLOEXEC)?;
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
        let seq = self.seq.wrapping_add(1);
        self.converse(kind, flags | NLM_F_ACK, body, |said| {
            if let Said::Answer(data) = said {
                Messages::new(data, NATIVE)
                    .filter(|m| m.header.nlmsg_seq == seq && end(m).is_none())
                    .for_each(|message| take(&message));
            }
        })
    }

    /// The same; hands each datagram to `take`, the request first.
    pub(crate) fn converse(
        &mut self,
        kind: u16,
        flags: u16,
        body: &[u8],
        mut take: impl FnMut(Said<'_>),
    ) -> io::Result<()> {
        self.seq = self.seq.wrapping_add(1);
        let len = u32::try_from(NLMSG_HDRLEN + body.len()).unwrap_or(u32::MAX);
        let mut request = Vec::with_capacity(NLMSG_HDRLEN + body.len());
        request.extend_from_slice(&len.to_ne_bytes());
        request.extend_from_slice(&kind.to_ne_bytes());
        request.extend_from_slice(&(flags | NLM_F_REQUEST).to_ne_bytes());
        request.extend_from_slice(&self.seq.to_ne_bytes());
        request.extend_from_slice(&self.port.to_ne_bytes());
        request.extend_from_slice(body);
        send(&self.socket, &request, SendFlags::empty())?;
        take(Said::Request(&request));
        loop {
            let len = match recv(&self.socket, &mut *self.buffer, RecvFlags::TRUNC) {
                Ok((_, len)) => len,
                Err(rustix::io::Errno::INTR) => continue,
                Err(error) => return Err(error.into()),
            };
            let data = self.buffer.get(..len).ok_or_else(|| {
                io::Error::new(
                    io::ErrorKind::InvalidData,
                    "an answer of the kernel is too long",
                )
            })?;
            let mut own = Messages::new(data, NATIVE).filter(|m| m.header.nlmsg_seq == self.seq);
            let ended = own.find_map(|message| end(&message));
            take(Said::Answer(data));
            match ended {
                None => {}
                Some(0) => return Ok(()),
                Some(error) => return Err(io::Error::from_raw_os_error(error.saturating_neg())),
            }
        }
    }
}

/// Opens a socket of a protocol (NETLINK_*).
pub(crate) fn open(protocol: u16, flags: SocketFlags) -> io::Result<OwnedFd> {
    let protocol = RawProtocol::new(protocol.into()).map(Protocol::from_raw);
    let (family, kind) = (AddressFamily::NETLINK, SocketType::RAW);
    Ok(socket_with(family, kind, flags, protocol)?)
}

/// The error, or 0, with which a message ends an answer.
fn end(message: &RawMessage<'_>) -> Option<i32> {
    let ends = matches!(message.header.nlmsg_type, NLMSG_ERROR | NLMSG_DONE);
    let error = message.payload().first_chunk();
    ends.then(|| error.map_or(0, |bytes| i32::from_ne_bytes(*bytes)))
}

/// The attribute of a number.
pub(crate) fn find(data: &[u8], number: u16) -> Option<&[u8]> {
    let mut all = RawAttributes::new(data, NATIVE);
    all.find(|a: &RawAttribute<'_>| a.header.number() == number)
        .map(|a| a.payload)
}

/// Puts an attribute behind what is there.
pub(crate) fn put(body: &mut Vec<u8>, kind: u16, payload: &[u8]) {
    let len = u16::try_from(4 + payload.len()).unwrap_or(u16::MAX);
    body.extend_from_slice(&len.to_ne_bytes());
    body.extend_from_slice(&kind.to_ne_bytes());
    body.extend_from_slice(payload);
    body.resize(align4(body.len()), 0);
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
        let mut client = Client::new(NETLINK_ROUTE).unwrap();
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
