//! Reads what `rtmon` wrote: rtnetlink messages as they came, each behind a message of type 15 that
//! holds the time.

use std::io;

use netlink_dissector::context::Direction;
use netlink_dissector::note::Note;

use crate::record::Recorder;
use crate::{ByteOrder, Timestamp};

/// iproute2's `NLMSG_TSTAMP`.
const NLMSG_TSTAMP: u16 = 15;
const HEADER: usize = 16;
/// A header, seconds, microseconds.
const STAMP: usize = 24;

/// The byte order of a file that begins with a time.
pub(crate) fn order(head: &[u8]) -> Option<ByteOrder> {
    [ByteOrder::Little, ByteOrder::Big]
        .into_iter()
        .find(|order| header(head, *order) == Some((STAMP, NLMSG_TSTAMP)))
}

/// Length and type of a message.
fn header(bytes: &[u8], order: ByteOrder) -> Option<(usize, u16)> {
    let len = order.u32(bytes, 0)? as usize;
    let kind = order.u16(bytes, 4)?;
    (bytes.len() >= HEADER).then_some((len, kind))
}

/// What a file holds.
#[derive(Debug)]
pub(crate) struct Reading {
    /// The recording.
    pub pcapng: Vec<u8>,
    /// Messages in it.
    pub messages: u64,
    /// Where it is damaged or cut, in bytes.
    pub cut: Option<u64>,
}

/// Makes a recording of it.
pub(crate) fn read(bytes: &[u8], order: ByteOrder) -> io::Result<Reading> {
    let mut recorder = Recorder::foreign(Vec::new(), "rtmon")?;
    let note = Note {
        direction: Some(Direction::FromKernel),
        ..Note::default()
    };
    let mut time = Timestamp::default();
    let mut rest = bytes;
    let (mut messages, mut cut) = (0, None);
    while !rest.is_empty() {
        let header = header(rest, order).filter(|(len, _)| *len >= HEADER);
        let Some((kind, message)) = header.and_then(|(len, kind)| Some((kind, rest.get(..len)?)))
        else {
            cut = Some((bytes.len() - rest.len()) as u64);
            break;
        };
        rest = rest.get(message.len().next_multiple_of(4)..).unwrap_or(&[]);
        if kind != NLMSG_TSTAMP {
            recorder.datagram(0, time, message, message.len(), Some(&note))?;
            messages += 1;
        } else if let (Some(seconds), Some(micros)) =
            (order.u32(message, HEADER), order.u32(message, HEADER + 4))
        {
            time = Timestamp {
                seconds: seconds.into(),
                nanos: micros.min(999_999) * 1000,
            };
        }
    }
    Ok(Reading {
        pcapng: recorder.into_inner(),
        messages,
        cut,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Capture, DamageKind, Event};

    fn message(order: ByteOrder, len: u32, kind: u16, rest: [u32; 2]) -> Vec<u8> {
        let mut bytes = order.put_u32(len).to_vec();
        bytes.extend(order.put_u16(kind));
        bytes.resize(HEADER, 0);
        bytes.extend(rest.iter().flat_map(|word| order.put_u32(*word)));
        bytes
    }

    #[test]
    fn messages_have_the_time_before_them() {
        for order in [ByteOrder::Little, ByteOrder::Big] {
            let mut file = message(order, 24, NLMSG_TSTAMP, [7, 8]);
            file.extend(message(order, 23, 16, [1, 2]));
            file.extend(message(order, 24, 20, [3, 4]));
            let whole = file.len();
            file.extend(message(order, 40, 24, [5, 6]));
            for (len, damage) in [(whole, None), (file.len(), Some(whole as u64))] {
                let bytes = file[..len].to_vec();
                let mut capture = Capture::from_bytes("x".to_owned(), bytes).unwrap();
                let (mut frames, mut damaged) = (Vec::new(), None);
                while let Some(event) = capture.next() {
                    match event {
                        Event::Frame(frame) => {
                            let time = frame.time.unwrap();
                            frames.push((time.seconds, time.nanos, frame.data.len()));
                        }
                        Event::Damage(d) => damaged = Some(d.offset),
                        _ => {}
                    }
                }
                assert_eq!(frames, [(7, 8000, 16 + 23), (7, 8000, 16 + 24)]);
                assert_eq!(damaged, damage);
            }
        }
    }

    #[test]
    fn a_file_that_is_too_long() {
        let order = ByteOrder::Little;
        let mut file = message(order, 24, NLMSG_TSTAMP, [7, 8]);
        while file.len() < 64 << 10 {
            file.extend(message(order, 24, 16, [1, 2]));
        }
        for (more, want) in [(0, false), (1, true)] {
            file.resize((64 << 10) + more, 0);
            let mut capture = Capture::from_bytes("x".to_owned(), file.clone()).unwrap();
            let mut damaged = Vec::new();
            while let Some(event) = capture.next() {
                if let Event::Damage(damage) = event {
                    damaged.push(damage.what);
                }
            }
            assert_eq!(damaged.contains(&DamageKind::TooMuch), want, "{damaged:?}");
        }
    }
}
