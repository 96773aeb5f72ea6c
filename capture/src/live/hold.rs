//! Who sent a packet. One that names a port is its owner's. A request that names none is held for a moment: the answer to it
//! names the port. What cannot be told for sure is left open.

use super::ring::Heard;
use crate::Timestamp;
use crate::client::NATIVE;
use netlink_dissector::note::{Note, Process, ProcessFrom};
use netlink_dissector::wire::{MessageHeader, Messages};
use std::collections::{HashMap, VecDeque};
use std::time::{Duration, Instant};

/// How long a request is held for its answer.
const HELD: Duration = Duration::from_millis(20);
/// Nanoseconds for which the owner of a port is taken to stay so.
const FRESH: i64 = 20_000_000;
/// Nanoseconds for which a request without an answer may still get one.
const OPEN: i64 = 10_000_000_000;
/// Packets that wait at most, and ports and sequence numbers that are remembered.
const MOST: usize = 65_536;
const NLM_F_REQUEST: u16 = 1;
/// NLMSG_ERROR and NLMSG_DONE: nothing more comes of the request.
const ENDS: [u16; 2] = [2, 3];
/// Its messages go from process to process: what they hold is their own affair.
const NETLINK_USERSOCK: u16 = 2;

/// Knows the owners of ports.
pub(crate) trait Ask {
    /// Who owned a port at a time.
    fn owner(&mut self, protocol: u16, port: u32, at: Timestamp) -> Option<Process>;
    /// Who has the only socket of a protocol.
    fn only(&mut self, protocol: u16) -> Option<Process>;
}

/// A packet on its way.
#[derive(Debug)]
pub(crate) struct Packet {
    pub(crate) time: Timestamp,
    pub(crate) protocol: u16,
    pub(crate) data: Vec<u8>,
    pub(crate) len: usize,
    pub(crate) note: Option<Note>,
    /// Until when it waits for its answer, and the number that this will have.
    waits: Option<(Instant, u32)>,
}

/// What is known of the requests of one protocol and sequence number.
#[derive(Debug, Default)]
struct Asked {
    /// When the last was sent.
    last: i64,
    /// How many are held.
    held: u32,
    /// One was let go without an answer, which may come yet.
    open: bool,
    /// More than one was held at a time: answers do not tell which they are for.
    mixed: bool,
    /// Ports that have their answers already.
    ports: Vec<u32>,
}

/// Packets that wait, in order.
#[derive(Debug, Default)]
pub(crate) struct Hold {
    packets: VecDeque<Packet>,
    asked: HashMap<(u16, u32), Asked>,
    owners: HashMap<(u16, u32), (i64, Option<Process>)>,
    new_port: bool,
}

impl Hold {
    /// Takes a packet in that was heard just now.
    pub(crate) fn push(&mut self, heard: &Heard<'_>, now: Instant, ask: &mut impl Ask) {
        let mut packet = Packet {
            time: heard.time,
            protocol: heard.protocol,
            data: heard.data.to_vec(),
            len: heard.len,
            note: None,
            waits: None,
        };
        if let Some(header) = MessageHeader::parse(heard.data, NATIVE) {
            let asks = header.nlmsg_flags & NLM_F_REQUEST != 0;
            let key = (heard.protocol, header.nlmsg_seq);
            let (port, at) = (header.nlmsg_pid, heard.time.as_nanos());
            if port != 0 {
                let process = self.owner(heard.protocol, port, heard.time, ask);
                if asks {
                    let asked = self.asked(key, at);
                    asked.ports.push(port);
                } else if heard.protocol != NETLINK_USERSOCK {
                    let ends = Messages::new(heard.data, NATIVE)
                        .any(|m| ENDS.contains(&m.header.nlmsg_type));
                    self.answered(key, port, process.as_ref(), ends);
                }
                packet.note = process.map(note);
            } else if asks && heard.protocol != NETLINK_USERSOCK {
                let asked = self.asked(key, at);
                asked.held += 1;
                asked.mixed |= asked.held > 1;
                packet.waits = Some((now + HELD, header.nlmsg_seq));
            }
        }
        self.packets.push_back(packet);
    }

    /// What is known of a number, as of now.
    fn asked(&mut self, key: (u16, u32), now: i64) -> &mut Asked {
        if self.asked.len() >= MOST {
            self.asked
                .retain(|_, asked| asked.held > 0 || now - asked.last < OPEN);
            if self.asked.len() >= MOST {
                self.asked.retain(|_, asked| asked.held > 0);
            }
        }
        let asked = self.asked.entry(key).or_default();
        if asked.held == 0 && now - asked.last >= OPEN {
            *asked = Asked::default();
        }
        asked.last = now;
        asked
    }

    /// An answer came to a port: the request that it can only be for is its owner's.
    fn answered(&mut self, key: (u16, u32), port: u32, process: Option<&Process>, ends: bool) {
        let Some(asked) = self.asked.get_mut(&key) else {
            return;
        };
        let clear = asked.held == 1 && !asked.open && !asked.mixed;
        if clear && !asked.ports.contains(&port) {
            asked.held = 0;
            let mut waiting = self.packets.iter_mut();
            let request = waiting.find(|packet| {
                packet.protocol == key.0 && packet.waits.is_some_and(|(_, seq)| seq == key.1)
            });
            if let Some(request) = request {
                request.waits = None;
                request.note = process.cloned().map(|process| {
                    note(Process {
                        from: ProcessFrom::Answer,
                        ..process
                    })
                });
            }
        }
        // it has no more to come, or more of it may come
        asked.ports.retain(|other| *other != port);
        if !ends {
            asked.ports.push(port);
        } else if asked.held == 0 && !asked.open && asked.ports.is_empty() {
            self.asked.remove(&key);
        }
    }

    fn owner(
        &mut self,
        protocol: u16,
        port: u32,
        at: Timestamp,
        ask: &mut impl Ask,
    ) -> Option<Process> {
        let now = at.as_nanos();
        let key = (protocol, port);
        if let Some((since, process)) = self.owners.get(&key)
            && (0..FRESH).contains(&now.saturating_sub(*since))
        {
            return process.clone();
        }
        let process = ask.owner(protocol, port, at);
        self.new_port |= !self.owners.contains_key(&key);
        if self.owners.len() >= MOST {
            self.owners.clear();
        }
        self.owners.insert(key, (now, process.clone()));
        process
    }

    /// The next packet that waits no longer; with `all`, none waits.
    pub(crate) fn pop(&mut self, all: bool, now: Instant, ask: &mut impl Ask) -> Option<Packet> {
        let full = self.packets.len() >= MOST;
        let first = self.packets.front_mut()?;
        if let Some((until, seq)) = first.waits {
            if !all && !full && now < until {
                return None;
            }
            if let Some(asked) = self.asked.get_mut(&(first.protocol, seq)) {
                asked.held = asked.held.saturating_sub(1);
                asked.mixed &= asked.held > 0;
                asked.open = true;
            }
            first.note = ask.only(first.protocol).map(note);
        }
        self.packets.pop_front()
    }

    /// Whether a port came that was not known, since this was last asked.
    pub(crate) fn met_new(&mut self) -> bool {
        std::mem::take(&mut self.new_port)
    }

    /// How long until the first packet waits no longer.
    pub(crate) fn pause(&self) -> Option<Duration> {
        let (until, _) = self.packets.front()?.waits?;
        Some(until.saturating_duration_since(Instant::now()))
    }
}

fn note(process: Process) -> Note {
    Note {
        process: Some(process),
        ..Note::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Ports are processes of the same number; 99 is nobody's. Protocol 4 has one socket, process 4's.
    struct Known;

    impl Ask for Known {
        fn owner(&mut self, _: u16, port: u32, _: Timestamp) -> Option<Process> {
            (port != 99).then(|| process(port, ProcessFrom::Port))
        }

        fn only(&mut self, protocol: u16) -> Option<Process> {
            (protocol == 4).then(|| process(4, ProcessFrom::OnlySocket))
        }
    }

    fn process(pid: u32, from: ProcessFrom) -> Process {
        Process {
            pid,
            comm: "x".to_owned(),
            from,
        }
    }

    /// Packets of protocol, flags, sequence number and port, and what came out: their process.
    fn run(packets: &[(u16, u16, u32, u32)]) -> Vec<Option<(u32, &'static str)>> {
        let mut hold = Hold::default();
        let mut out = Vec::new();
        for (i, (protocol, flags, seq, port)) in packets.iter().enumerate() {
            let mut data = Vec::new();
            data.extend_from_slice(&16_u32.to_ne_bytes());
            data.extend_from_slice(&18_u16.to_ne_bytes());
            data.extend_from_slice(&flags.to_ne_bytes());
            data.extend_from_slice(&seq.to_ne_bytes());
            data.extend_from_slice(&port.to_ne_bytes());
            let heard = Heard {
                time: Timestamp {
                    seconds: 1,
                    nanos: i as u32,
                },
                protocol: *protocol,
                data: &data,
                len: 16,
            };
            hold.push(&heard, Instant::now(), &mut Known);
        }
        while let Some(packet) = hold.pop(true, Instant::now(), &mut Known) {
            assert_eq!(packet.time.nanos as usize, out.len(), "order is kept");
            let process = packet.note.and_then(|note| note.process);
            out.push(process.map(|p| (p.pid, p.from.word())));
        }
        out
    }

    #[test]
    fn the_answer_tells() {
        let answer = Some((7, "answer"));
        let port = Some((7, "port"));
        assert_eq!(run(&[(0, 1, 5, 0), (0, 2, 5, 7)]), [answer, port]);
        // a request of another protocol or number is another
        let out = run(&[(0, 1, 5, 0), (0, 1, 6, 0), (1, 1, 5, 0), (0, 2, 5, 7)]);
        assert_eq!(out, [answer, None, None, port]);
        // a request that names its port
        assert_eq!(run(&[(0, 1, 5, 7)]), [port]);
        // a notification
        assert_eq!(run(&[(0, 0, 0, 0)]), [None]);
        // nobody is known
        assert_eq!(run(&[(0, 1, 5, 0), (0, 2, 5, 99)]), [None, None]);
    }

    #[test]
    fn no_answer_is_the_only_socket() {
        assert_eq!(run(&[(4, 1, 5, 0)]), [Some((4, "only-socket"))]);
        assert_eq!(run(&[(0, 1, 5, 0)]), [None]);
    }

    #[test]
    fn two_at_a_time_are_told_from_no_answer() {
        let two = run(&[(0, 1, 5, 0), (0, 1, 5, 0), (0, 2, 5, 7), (0, 2, 5, 8)]);
        assert_eq!(two, [None, None, Some((7, "port")), Some((8, "port"))]);
        // the answer to 7 goes on while another asks with the same number
        let parts = run(&[
            (0, 1, 5, 0),
            (0, 2, 5, 7),
            (0, 1, 5, 0),
            (0, 2, 5, 7),
            (0, 2, 5, 8),
        ]);
        assert_eq!(parts[0], Some((7, "answer")));
        assert_eq!(parts[2], Some((8, "answer")));
        // one that was let go may get its answer yet
        let mut hold = Hold::default();
        let packet = |flags: u16, port: u32| {
            let mut data = [0; 16];
            data[..4].copy_from_slice(&16_u32.to_ne_bytes());
            data[6..8].copy_from_slice(&flags.to_ne_bytes());
            data[8..12].copy_from_slice(&5_u32.to_ne_bytes());
            data[12..].copy_from_slice(&port.to_ne_bytes());
            data
        };
        let push = |hold: &mut Hold, data: &[u8]| {
            let heard = Heard {
                time: Timestamp {
                    seconds: 1,
                    nanos: 0,
                },
                protocol: 0,
                data,
                len: 16,
            };
            hold.push(&heard, Instant::now(), &mut Known);
        };
        push(&mut hold, &packet(1, 0));
        assert!(
            hold.pop(true, Instant::now(), &mut Known)
                .unwrap()
                .note
                .is_none()
        );
        push(&mut hold, &packet(1, 0));
        push(&mut hold, &packet(2, 7));
        assert!(
            hold.pop(true, Instant::now(), &mut Known)
                .unwrap()
                .note
                .is_none()
        );
    }

    #[test]
    fn what_waits_is_held() {
        let mut hold = Hold::default();
        let mut data = [0; 16];
        data[0] = 16;
        data[6] = 1;
        let heard = Heard {
            time: Timestamp::default(),
            protocol: 0,
            data: &data,
            len: 16,
        };
        hold.push(&heard, Instant::now(), &mut Known);
        assert!(hold.pause().is_some_and(|pause| pause <= HELD));
        assert!(hold.pop(true, Instant::now(), &mut Known).is_some());
        assert!(hold.pause().is_none());
    }
}
