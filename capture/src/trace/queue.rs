//! Datagrams in the order in which their system calls moved them: a request stands before its
//! answer, also where another thread has the answer before the call that sent the request returns.

use std::collections::VecDeque;
use std::io::{self, Write};

use netlink_dissector::note::Note;

use crate::Timestamp;
use crate::record::Recorder;

/// A datagram to record.
#[derive(Debug)]
pub(super) struct Datagram {
    pub protocol: u16,
    pub time: Timestamp,
    pub data: Vec<u8>,
    /// How long it was, where more than the data were sent.
    pub len: usize,
    pub note: Note,
}

/// A place in the order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place(u64);

enum Slot {
    Reserved,
    Ready(Option<Datagram>),
}

/// What waits to be recorded.
pub(super) struct Queue<W> {
    recorder: io::Result<Recorder<W>>,
    slots: VecDeque<Slot>,
    /// The place of the first slot.
    first: u64,
}

impl<W: Write> Queue<W> {
    pub fn new(recorder: io::Result<Recorder<W>>) -> Queue<W> {
        Queue {
            recorder,
            slots: VecDeque::new(),
            first: 0,
        }
    }

    /// Keeps a place for a datagram that is under way.
    pub fn reserve(&mut self) -> Place {
        self.slots.push_back(Slot::Reserved);
        Place(self.first + self.slots.len() as u64 - 1)
    }

    /// What came of it: a datagram, or nothing.
    pub fn settle(&mut self, place: Place, datagram: Option<Datagram>) {
        let index = place.0.checked_sub(self.first).map(|i| i as usize);
        if let Some(slot) = index.and_then(|i| self.slots.get_mut(i)) {
            *slot = Slot::Ready(datagram);
        }
        while let Some(Slot::Ready(datagram)) = self
            .slots
            .pop_front_if(|slot| matches!(slot, Slot::Ready(_)))
        {
            self.first += 1;
            if let (Some(d), Ok(recorder)) = (datagram, &mut self.recorder) {
                let done = recorder.datagram(d.protocol, d.time, &d.data, d.len, Some(&d.note));
                self.keep(done);
            }
        }
    }

    /// One that is there at once.
    pub fn push(&mut self, datagram: Datagram) {
        let place = self.reserve();
        self.settle(place, Some(datagram));
    }

    /// Writes what the output has buffered.
    pub fn flush(&mut self) {
        if let Ok(recorder) = &mut self.recorder {
            let done = recorder.flush();
            self.keep(done);
        }
    }

    /// After an error nothing is written any more.
    fn keep(&mut self, done: io::Result<()>) {
        if let Err(error) = done {
            self.recorder = Err(error);
        }
    }

    /// The end: whether all could be written.
    pub fn finish(mut self) -> io::Result<()> {
        self.flush();
        self.recorder.map(|_| ())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Capture, Event};

    fn datagram(byte: u8) -> Datagram {
        Datagram {
            protocol: 0,
            time: Timestamp::default(),
            data: vec![byte],
            len: 1,
            note: Note::default(),
        }
    }

    #[test]
    fn a_place_is_kept() {
        let mut out = Vec::new();
        let mut queue = Queue::new(Recorder::new(&mut out, "trace", &[]));
        queue.push(datagram(1));
        let a = queue.reserve();
        let b = queue.reserve();
        let c = queue.reserve();
        queue.push(datagram(5));
        queue.settle(c, None);
        queue.settle(a, Some(datagram(2)));
        assert_eq!(queue.slots.len(), 3);
        queue.settle(b, Some(datagram(3)));
        assert_eq!(queue.slots.len(), 0);
        queue.settle(a, Some(datagram(9)));
        queue.push(datagram(6));
        queue.finish().unwrap();
        let mut capture = Capture::from_bytes("x".to_owned(), out).unwrap();
        let mut seen: Vec<u8> = Vec::new();
        while let Some(event) = capture.next() {
            if let Event::Frame(frame) = event {
                seen.extend(frame.data.last());
            }
        }
        assert_eq!(seen, [1, 2, 3, 5, 6]);
    }
}
