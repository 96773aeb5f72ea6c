//! The sockets of a network namespace, as NETLINK_SOCK_DIAG tells them: each question and what answers it is recorded.

use crate::client::{Client, NETLINK_SOCK_DIAG, NLM_F_DUMP, Said, put};
use crate::record::Recorder;
use crate::who::{self, now};
use netlink_dissector::context::Direction;
use netlink_dissector::note::Note;
use std::io::{self, Write};

const SOCK_DIAG_BY_FAMILY: u16 = 20;
const AF_UNIX: u8 = 1;
const AF_INET: u8 = 2;
const AF_INET6: u8 = 10;
const AF_PACKET: u8 = 17;
const AF_TIPC: u8 = 30;
const AF_VSOCK: u8 = 40;
const AF_SMC: u8 = 43;
const AF_XDP: u8 = 44;
const IPPROTO_TCP: u16 = 6;
const IPPROTO_UDP: u16 = 17;
const IPPROTO_DCCP: u16 = 33;
const IPPROTO_SCTP: u16 = 132;
const IPPROTO_UDPLITE: u16 = 136;
const IPPROTO_RAW: u16 = 255;
const IPPROTO_MPTCP: u16 = 262;
const INET_DIAG_REQ_PROTOCOL: u16 = 3;
/// Bytes of an inet_diag_sockid.
const SOCKID_LEN: usize = 48;
/// All states; all there is to know.
const ALL: u32 = !0;
/// INET_DIAG_MEMINFO to INET_DIAG_SHUTDOWN: one bit each.
const ALL_EXTENSIONS: u8 = 0xff;

/// A kind of sockets, and the question for all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kind {
    /// What it is called: `tcp`.
    pub name: &'static str,
    /// What several kinds are called together: `inet`.
    pub group: &'static str,
    family: u8,
    protocol: u16,
}

const fn kind(name: &'static str, group: &'static str, family: u8, protocol: u16) -> Kind {
    Kind {
        name,
        group,
        family,
        protocol,
    }
}

/// All kinds of sockets that a kernel may tell of.
pub const KINDS: [Kind; 21] = [
    kind("netlink", "netlink", who::AF_NETLINK, 0),
    kind("unix", "unix", AF_UNIX, 0),
    kind("packet", "packet", AF_PACKET, 0),
    kind("tcp", "inet", AF_INET, IPPROTO_TCP),
    kind("tcp", "inet", AF_INET6, IPPROTO_TCP),
    kind("udp", "inet", AF_INET, IPPROTO_UDP),
    kind("udp", "inet", AF_INET6, IPPROTO_UDP),
    kind("udplite", "inet", AF_INET, IPPROTO_UDPLITE),
    kind("udplite", "inet", AF_INET6, IPPROTO_UDPLITE),
    kind("raw", "inet", AF_INET, IPPROTO_RAW),
    kind("raw", "inet", AF_INET6, IPPROTO_RAW),
    kind("sctp", "inet", AF_INET, IPPROTO_SCTP),
    kind("sctp", "inet", AF_INET6, IPPROTO_SCTP),
    kind("dccp", "inet", AF_INET, IPPROTO_DCCP),
    kind("dccp", "inet", AF_INET6, IPPROTO_DCCP),
    kind("mptcp", "inet", AF_INET, IPPROTO_MPTCP),
    kind("mptcp", "inet", AF_INET6, IPPROTO_MPTCP),
    kind("vsock", "vsock", AF_VSOCK, 0),
    kind("xdp", "xdp", AF_XDP, 0),
    kind("smc", "smc", AF_SMC, 0),
    kind("tipc", "tipc", AF_TIPC, 0),
];

impl Kind {
    /// The kinds that a word means.
    pub fn named(word: &str) -> impl Iterator<Item = Kind> {
        let all = word == "all";
        let matches = move |kind: &Kind| all || kind.name == word || kind.group == word;
        KINDS.into_iter().filter(matches)
    }

    /// Its name, with the version of IP where there are two.
    pub fn title(self) -> String {
        match self.family {
            AF_INET => format!("{} over IPv4", self.name),
            AF_INET6 => format!("{} over IPv6", self.name),
            _ => self.name.to_owned(),
        }
    }

    /// The body of the question: a `*_diag_req` of the family.
    fn request(self) -> Vec<u8> {
        let mut body = vec![self.family];
        match self.family {
            AF_INET | AF_INET6 => {
                // what does not fit into a byte stands in an attribute
                let protocol = u8::try_from(self.protocol);
                body.extend([protocol.unwrap_or(IPPROTO_RAW as u8), ALL_EXTENSIONS, 0]);
                body.extend(ALL.to_ne_bytes());
                body.extend([0; SOCKID_LEN]);
                if protocol.is_err() {
                    let protocol = u32::from(self.protocol).to_ne_bytes();
                    put(&mut body, INET_DIAG_REQ_PROTOCOL, &protocol);
                }
            }
            AF_SMC => {
                body.extend([0, 0, ALL_EXTENSIONS]);
                body.extend([0; SOCKID_LEN]);
            }
            AF_UNIX | AF_VSOCK => {
                let show = if self.family == AF_UNIX { ALL } else { 0 };
                body.extend([0, 0, 0]);
                body.extend(ALL.to_ne_bytes());
                body.extend([0; 4]);
                body.extend(show.to_ne_bytes());
                body.extend([0; 8]);
            }
            AF_TIPC => {
                body.extend([0, 0, 0]);
                body.extend(ALL.to_ne_bytes());
            }
            AF_PACKET | AF_XDP => {
                body.extend([0, 0, 0]);
                body.extend([0; 4]);
                body.extend(ALL.to_ne_bytes());
                body.extend([0; 8]);
            }
            _ => body = who::request().to_vec(),
        }
        body
    }
}

/// Asks for kinds of sockets and records what is said.
#[derive(Debug)]
pub struct Asker {
    client: Client,
    received: u64,
}

impl Asker {
    /// Asks in the network namespace of the calling thread.
    pub fn new() -> io::Result<Asker> {
        Ok(Asker {
            client: Client::new(NETLINK_SOCK_DIAG)?,
            received: 0,
        })
    }

    /// Asks for the sockets of a kind. Fails only where the recording does; the kernel's refusal is given back: without
    /// its module it does not tell of a kind.
    pub fn ask<W: Write>(
        &mut self,
        kind: Kind,
        recorder: &mut Recorder<W>,
    ) -> io::Result<Result<(), io::Error>> {
        let port = Some(self.client.port());
        let mut result = Ok(());
        let mut received = 0;
        let answer =
            self.client
                .converse(SOCK_DIAG_BY_FAMILY, NLM_F_DUMP, &kind.request(), |said| {
                    let (direction, data) = match said {
                        Said::Request(data) => (Direction::ToKernel, data),
                        Said::Answer(data) => (Direction::FromKernel, data),
                    };
                    let note = Note {
                        direction: Some(direction),
                        port,
                        ..Note::default()
                    };
                    received += 1;
                    if result.is_ok() {
                        let len = data.len();
                        result =
                            recorder.datagram(NETLINK_SOCK_DIAG, now(), data, len, Some(&note));
                    }
                });
        self.received += received;
        result.map(|()| answer)
    }

    /// Records how much was said, at the end.
    pub fn finish<W: Write>(&self, recorder: &mut Recorder<W>) -> io::Result<()> {
        recorder.statistics(now(), self.received, 0)?;
        recorder.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn requests_have_the_length_of_their_struct() {
        for (name, len) in [
            ("netlink", 20),
            ("unix", 24),
            ("packet", 20),
            ("tcp", 56),
            ("mptcp", 64),
            ("vsock", 24),
            ("xdp", 20),
            ("smc", 52),
            ("tipc", 8),
        ] {
            for kind in Kind::named(name) {
                assert_eq!(kind.request().len(), len, "{name}");
            }
        }
        assert_eq!(Kind::named("inet").count(), 14);
        assert_eq!(Kind::named("all").count(), KINDS.len());
        assert_eq!(Kind::named("x").count(), 0);
    }
}
