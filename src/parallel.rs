//! Decoding on several processors: one thread reads and learns, as state goes from frame to frame;
//! all make pages of what it hands on, and the pages are taken in order. What comes out is the
//! same for any number of threads.

use crate::read::{Opened, Step};
use netlink_capture::netlink::{Batch, Held, Input};
use netlink_dissector::context::Context;
use netlink_dissector::table::Tables;
use netlink_dissector::wire::RawMessage;
use std::collections::{BTreeMap, VecDeque};
use std::io;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

/// A batch is handed on with so many bytes, or so many messages.
const BYTES: usize = if cfg!(debug_assertions) {
    1 << 10
} else {
    1 << 16
};
const MESSAGES: usize = 1 << 10;
/// A frame with more bytes is not kept.
const LARGE: usize = 1 << 18;

/// Makes pages of batches, each alike whatever was made before.
pub trait Work<'t>: Send {
    /// Whether it asks for what came of requests.
    const FOLLOWS: bool = false;

    /// What is made of a batch.
    type Page: Send;

    /// Whether something may be made of a message; its bytes and its direction alone are known.
    fn wants(&mut self, message: &RawMessage<'_>, ctx: &Context<'_>) -> bool {
        let _ = (message, ctx);
        true
    }

    /// Makes a page; none where it would be so long that it has to be printed while it is made.
    fn page(&mut self, batch: &mut Batch<'t>) -> Option<Self::Page>;
}

/// Takes pages, in order.
pub trait Taker<'t, P> {
    /// Takes a page.
    fn page(&mut self, page: P) -> io::Result<()>;

    /// Takes a batch of which no page was made, where there may be such.
    fn batch(&mut self, batch: &Batch<'t>) -> io::Result<()> {
        let _ = batch;
        Ok(())
    }

    /// Takes a frame that is too large to be kept: all before it were taken.
    fn frame(&mut self, input: &mut Input<'t>, held: &Held, data: &[u8]) -> io::Result<()>;

    /// Nothing more can be read for now.
    fn pause(&mut self) -> io::Result<()>;
}

/// What threads share.
struct Desk<'t, P> {
    todo: VecDeque<(u64, Batch<'t>)>,
    done: BTreeMap<u64, Made<'t, P>>,
    /// Batches to be used again.
    free: Vec<Batch<'t>>,
    /// Nothing more will come.
    closed: bool,
    /// A thread has given up.
    failed: bool,
}

/// What was made of a batch.
enum Made<'t, P> {
    Page(P),
    /// No page: it is as it was.
    Batch(Box<Batch<'t>>),
}

struct Pool<'t, P> {
    desk: Mutex<Desk<'t, P>>,
    /// There is something to do.
    work: Condvar,
    /// There is something done.
    ready: Condvar,
}

impl<'t, P> Pool<'t, P> {
    fn new() -> Pool<'t, P> {
        Pool {
            desk: Mutex::new(Desk {
                todo: VecDeque::new(),
                done: BTreeMap::new(),
                free: Vec::new(),
                closed: false,
                failed: false,
            }),
            work: Condvar::new(),
            ready: Condvar::new(),
        }
    }

    fn desk(&self) -> MutexGuard<'_, Desk<'t, P>> {
        self.desk.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Makes a page and puts it down, and its batch back.
    fn make<W: Work<'t, Page = P>>(&self, worker: &mut W, number: u64, mut batch: Batch<'t>) {
        let page = worker.page(&mut batch);
        if page.is_some() {
            batch.clear();
        }
        let mut desk = self.desk();
        match page {
            Some(page) => {
                desk.done.insert(number, Made::Page(page));
                desk.free.push(batch);
            }
            None => {
                desk.done.insert(number, Made::Batch(Box::new(batch)));
            }
        }
        self.ready.notify_one();
    }

    /// What a thread does.
    fn serve<W: Work<'t, Page = P>>(&self, mut worker: W) {
        loop {
            let mut desk = self.desk();
            while desk.todo.is_empty() && !desk.closed {
                desk = self.work.wait(desk).unwrap_or_else(PoisonError::into_inner);
            }
            let Some((number, batch)) = desk.todo.pop_front() else {
                return;
            };
            drop(desk);
            self.make(&mut worker, number, batch);
        }
    }
}

/// Ends the threads, however it is left.
struct Closing<'p, 't, P>(&'p Pool<'t, P>);

impl<P> Drop for Closing<'_, '_, P> {
    fn drop(&mut self) {
        self.0.desk().closed = true;
        self.0.work.notify_all();
    }
}

/// Says so where a thread panics: who waits for its page would wait forever.
struct Alarm<'p, 't, P>(&'p Pool<'t, P>);

impl<P> Drop for Alarm<'_, '_, P> {
    fn drop(&mut self) {
        if thread::panicking() {
            self.0.desk().failed = true;
            self.0.ready.notify_one();
        }
    }
}

fn empty<'t, W: Work<'t>>(tables: &'t Tables) -> Batch<'t> {
    let mut batch = Batch::new(tables);
    if W::FOLLOWS {
        batch.follow();
    }
    batch
}

/// The thread that reads.
struct Front<'p, 't, W: Work<'t>, T> {
    pool: &'p Pool<'t, W::Page>,
    tables: &'t Tables,
    worker: W,
    batch: Batch<'t>,
    /// How many batches were handed on, and how many pages were taken.
    put: u64,
    taken: u64,
    taker: T,
}

impl<'t, W: Work<'t>, T: Taker<'t, W::Page>> Front<'_, 't, W, T> {
    /// Lets others make a page of what was read.
    fn hand_on(&mut self) {
        let mut desk = self.pool.desk();
        let fresh = desk.free.pop();
        let fresh = fresh.unwrap_or_else(|| empty::<W>(self.tables));
        let batch = std::mem::replace(&mut self.batch, fresh);
        desk.todo.push_back((self.put, batch));
        drop(desk);
        self.put += 1;
        self.pool.work.notify_one();
    }

    /// Takes pages that are ready, until so many are under way at most; helps to make them.
    fn settle(&mut self, most: u64) -> io::Result<()> {
        let mut desk = self.pool.desk();
        loop {
            if let Some(made) = desk.done.remove(&self.taken) {
                drop(desk);
                match made {
                    Made::Page(page) => self.taker.page(page)?,
                    Made::Batch(batch) => self.taker.batch(&batch)?,
                }
                self.taken += 1;
            } else if self.put - self.taken <= most {
                return Ok(());
            } else if desk.failed {
                return Err(io::Error::other("a thread has failed"));
            } else if let Some((number, batch)) = desk.todo.pop_front() {
                drop(desk);
                self.pool.make(&mut self.worker, number, batch);
            } else {
                let waited = self.pool.ready.wait(desk);
                desk = waited.unwrap_or_else(PoisonError::into_inner);
                continue;
            }
            desk = self.pool.desk();
        }
    }

    /// Makes pages of all that was read.
    fn finish(&mut self) -> io::Result<()> {
        if self.put == 0 && !self.batch.is_empty() {
            let taken = match self.worker.page(&mut self.batch) {
                Some(page) => self.taker.page(page),
                None => self.taker.batch(&self.batch),
            };
            self.batch.clear();
            return taken;
        }
        if !self.batch.is_empty() {
            self.hand_on();
        }
        self.settle(0)
    }
}

/// Reads all frames up to the number `last`, makes pages of them on so many threads, this one
/// included, and hands them to `taker` in order.
pub fn pages<'t, W: Work<'t>>(
    opened: &mut Opened<'t>,
    (last, threads): (u64, usize),
    tables: &'t Tables,
    make: impl Fn() -> W + Sync,
    taker: impl Taker<'t, W::Page>,
) -> io::Result<()> {
    let pool = Pool::new();
    let others = threads.saturating_sub(1) as u64;
    thread::scope(|scope| {
        let _closing = Closing(&pool);
        let mut front = Front {
            pool: &pool,
            tables,
            worker: make(),
            batch: empty::<W>(tables),
            put: 0,
            taken: 0,
            taker,
        };
        opened.each(last, |step| {
            let Step::Frame(input, held, data) = step else {
                front.finish()?;
                front.taker.pause()?;
                return Ok(true);
            };
            if data.len() > LARGE {
                front.finish()?;
                front.taker.frame(input, held, data)?;
                return Ok(true);
            }
            let Front { batch, worker, .. } = &mut front;
            batch.add_where(input, held, data, |message, ctx| worker.wants(message, ctx));
            if front.batch.len() >= BYTES || front.batch.messages() >= MESSAGES {
                if front.put < others {
                    scope.spawn(|| {
                        let _alarm = Alarm(&pool);
                        pool.serve(make());
                    });
                }
                front.hand_on();
                front.settle(threads as u64)?;
            }
            Ok(true)
        })?;
        front.finish()
    })
}
