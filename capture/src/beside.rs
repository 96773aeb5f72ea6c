//! Reads an input on a thread of its own, some blocks ahead: unpacking goes on beside decoding.

use std::io::{self, ErrorKind, Read};
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel};
use std::thread;

/// Bytes of a block.
const BLOCK: usize = 1 << 17;
/// So many blocks are read ahead.
const AHEAD: usize = 4;

/// What another thread reads, in its order.
pub(crate) struct Beside {
    blocks: Receiver<io::Result<Vec<u8>>>,
    /// Blocks that were taken, to be filled again.
    spent: Sender<Vec<u8>>,
    block: Vec<u8>,
    taken: usize,
}

impl Beside {
    /// Starts to read.
    pub fn new(input: impl Read + Send + 'static) -> io::Result<Beside> {
        let (full, blocks) = sync_channel(AHEAD);
        let (spent, empty) = channel();
        let name = "unpack".to_owned();
        thread::Builder::new()
            .name(name)
            .spawn(move || read(input, &full, &empty))?;
        Ok(Beside {
            blocks,
            spent,
            block: Vec::new(),
            taken: 0,
        })
    }
}

/// Reads until the end, an error, or nobody listens.
fn read(mut input: impl Read, full: &SyncSender<io::Result<Vec<u8>>>, empty: &Receiver<Vec<u8>>) {
    loop {
        let mut block = empty.try_recv().unwrap_or_default();
        block.resize(BLOCK, 0);
        let read = match input.read(&mut block) {
            Ok(0) => return,
            Ok(n) => {
                block.truncate(n);
                Ok(block)
            }
            Err(error) if error.kind() == ErrorKind::Interrupted => continue,
            Err(error) => Err(error),
        };
        let last = read.is_err();
        if full.send(read).is_err() || last {
            return;
        }
    }
}

impl Read for Beside {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        if self.taken == self.block.len() {
            let Ok(next) = self.blocks.recv() else {
                return Ok(0);
            };
            let spent = std::mem::replace(&mut self.block, next?);
            self.taken = 0;
            // the thread may have ended
            let _ = self.spent.send(spent);
        }
        let left = self.block.get(self.taken..).unwrap_or(&[]);
        let n = left.len().min(to.len());
        if let (Some(to), Some(from)) = (to.get_mut(..n), left.get(..n)) {
            to.copy_from_slice(from);
        }
        self.taken += n;
        Ok(n)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Gives so many bytes, then fails.
    struct Failing(usize);

    impl Read for Failing {
        fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
            let n = self.0.min(to.len()).min(1000);
            to[..n].fill(7);
            self.0 -= n;
            match n {
                0 => Err(ErrorKind::InvalidData.into()),
                n => Ok(n),
            }
        }
    }

    #[test]
    fn all_comes_before_the_error() {
        let mut beside = Beside::new(Failing(3_000_000)).unwrap();
        let mut all = Vec::new();
        let error = beside.read_to_end(&mut all).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidData);
        assert_eq!((all.len(), all.iter().all(|b| *b == 7)), (3_000_000, true));
        // behind it is nothing
        assert_eq!(beside.read(&mut [0; 8]).unwrap(), 0);
    }

    #[test]
    fn the_end_comes_at_the_end() {
        let bytes: Vec<u8> = (0..1_000_000u32).map(|n| n as u8).collect();
        let mut beside = Beside::new(io::Cursor::new(bytes.clone())).unwrap();
        let mut all = Vec::new();
        beside.read_to_end(&mut all).unwrap();
        assert_eq!(all, bytes);
    }

    #[test]
    fn who_stops_to_listen_ends_it() {
        let endless = Beside::new(io::repeat(1)).unwrap();
        let spent = endless.spent.clone();
        drop(endless);
        // the thread drops its end when it has seen that
        while spent.send(Vec::new()).is_ok() {
            thread::yield_now();
        }
    }
}
