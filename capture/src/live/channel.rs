//! The channel between the keeper and the decoder: short texts, some with a descriptor.

use rustix::net::{
    AddressFamily, RecvAncillaryBuffer, RecvAncillaryMessage, RecvFlags, SendAncillaryBuffer,
    SendAncillaryMessage, SendFlags, SocketFlags, SocketType, recvmsg, sendmsg, socketpair,
};
use std::io::{self, IoSlice, IoSliceMut};
use std::mem::MaybeUninit;
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};

/// The longest text.
const LONGEST: usize = 1 << 17;

/// One end.
#[derive(Debug)]
pub(crate) struct Channel {
    socket: OwnedFd,
    buffer: Vec<u8>,
}

impl Channel {
    /// Two ends, closed when another program is executed.
    pub(crate) fn pair() -> io::Result<(Channel, OwnedFd)> {
        let flags = SocketFlags::CLOEXEC;
        let (a, b) = socketpair(AddressFamily::UNIX, SocketType::SEQPACKET, flags, None)?;
        Ok((Channel::new(a), b))
    }

    /// The end behind a descriptor.
    pub(crate) fn new(socket: OwnedFd) -> Channel {
        Channel {
            socket,
            buffer: vec![0; LONGEST],
        }
    }

    /// Sends a text, cut where it is too long, with a descriptor or without.
    pub(crate) fn send(&self, text: &str, descriptor: Option<BorrowedFd<'_>>) -> io::Result<()> {
        let text = text.as_bytes();
        let text = text.get(..LONGEST).unwrap_or(text);
        let mut space = [MaybeUninit::uninit(); rustix::cmsg_space!(ScmRights(1))];
        let mut control = SendAncillaryBuffer::new(&mut space);
        let descriptors = descriptor.as_slice();
        if !descriptors.is_empty() {
            control.push(SendAncillaryMessage::ScmRights(descriptors));
        }
        let slices = [IoSlice::new(text)];
        // a reader that is gone is an error, not a signal
        sendmsg(&self.socket, &slices, &mut control, SendFlags::NOSIGNAL)?;
        Ok(())
    }

    /// Waits for a text; none where the other end is closed.
    pub(crate) fn receive(&mut self) -> io::Result<Option<(String, Option<OwnedFd>)>> {
        let mut space = [MaybeUninit::uninit(); rustix::cmsg_space!(ScmRights(1))];
        let mut control = RecvAncillaryBuffer::new(&mut space);
        let received = loop {
            let mut slices = [IoSliceMut::new(&mut self.buffer)];
            match recvmsg(
                &self.socket,
                &mut slices,
                &mut control,
                RecvFlags::CMSG_CLOEXEC,
            ) {
                Err(rustix::io::Errno::INTR) => {}
                Err(rustix::io::Errno::CONNRESET) => return Ok(None),
                result => break result?,
            }
        };
        let descriptor = control.drain().find_map(|message| match message {
            RecvAncillaryMessage::ScmRights(mut all) => all.next(),
            _ => None,
        });
        let bytes = self.buffer.get(..received.bytes).unwrap_or_default();
        // no text is empty: this is the end
        Ok((!bytes.is_empty()).then(|| (String::from_utf8_lossy(bytes).into_owned(), descriptor)))
    }
}

impl AsFd for Channel {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.socket.as_fd()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    #[test]
    fn texts_and_descriptors() {
        let (mut here, there) = Channel::pair().unwrap();
        let there = Channel::new(there);
        let (reader, mut writer) = io::pipe().unwrap();
        there.send("one", None).unwrap();
        there.send("two", Some(reader.as_fd())).unwrap();
        drop(reader);
        let (text, descriptor) = here.receive().unwrap().unwrap();
        assert_eq!((text.as_str(), descriptor.is_none()), ("one", true));
        let (text, descriptor) = here.receive().unwrap().unwrap();
        assert_eq!(text, "two");
        writer.write_all(b"x").unwrap();
        drop(writer);
        let read = std::io::read_to_string(std::fs::File::from(descriptor.unwrap())).unwrap();
        assert_eq!(read, "x");
        drop(there);
        assert!(here.receive().unwrap().is_none());
        assert!(here.send("three", None).is_err());
    }
}
