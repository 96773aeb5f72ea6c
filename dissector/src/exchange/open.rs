//! What is known of requests until they are told, in places that are used again and so stay
//! warm, with their buffers.

use super::outcome::{Exchange, Outcome};
use super::work::{Cookies, Work};
use crate::envelope::{Place, Time};
use crate::wire::MessageHeader;
use std::collections::VecDeque;

/// Bytes of requests that are kept at most.
const MAX_KEPT: usize = 64 << 20;
/// A buffer that is larger is given back when its request is forgotten.
const BUFFER: usize = 512;

/// The rest of a request, beside its slot, until it is told.
#[derive(Clone, Debug)]
pub(super) struct Open<'t> {
    /// What is told of it when it retires.
    pub exchange: Exchange<'t>,
    /// When it was last answered.
    pub heard: Option<Time>,
    /// The work that it begins.
    pub work: Option<&'static Work>,
    pub cookies: Cookies,
    /// Members that are to be acknowledged, and those that were.
    pub acks: (u32, u32),
    /// Positions of the members, by sequence number.
    pub by_seq: Vec<(u32, u32)>,
}

/// All of them.
#[derive(Clone, Default)]
pub(super) struct Opens<'t> {
    all: Vec<Open<'t>>,
    free: Vec<u32>,
    /// Told, and to be fetched by whoever asked for it.
    told: VecDeque<u32>,
    /// Bytes of requests that were not told yet.
    kept: usize,
}

impl<'t> Opens<'t> {
    /// Roughly how many bytes they take.
    pub fn weight(&self) -> usize {
        self.all.len() * size_of::<Open<'_>>() + self.kept
    }

    #[inline]
    pub fn get(&self, place: u32) -> Option<&Open<'t>> {
        self.all.get(place as usize)
    }

    #[inline]
    pub fn get_mut(&mut self, place: u32) -> Option<&mut Open<'t>> {
        self.all.get_mut(place as usize)
    }

    /// An empty place.
    #[inline]
    pub fn take(&mut self) -> u32 {
        self.free.pop().unwrap_or_else(|| {
            self.all.push(Open::empty());
            (self.all.len() - 1) as u32
        })
    }

    /// Keeps the bytes of a request, as long as there is room for them.
    pub fn keep(&mut self, place: u32, bytes: &[u8]) {
        if self.kept + bytes.len() > MAX_KEPT {
            return;
        }
        if let Some(open) = self.all.get_mut(place as usize) {
            open.exchange.request.extend_from_slice(bytes);
            self.kept += bytes.len();
        }
    }

    /// The same of another message of a transaction.
    pub fn append(&mut self, place: u32, bytes: &[u8]) {
        if self.kept + bytes.len() > MAX_KEPT {
            return;
        }
        if let Some(open) = self.all.get_mut(place as usize) {
            let request = &mut open.exchange.request;
            request.extend_from_slice(bytes);
            let padded = request.len().next_multiple_of(4);
            let more = padded - request.len() + bytes.len();
            request.resize(padded, 0);
            self.kept += more;
        }
    }

    /// A request is told: what is known of it waits to be fetched.
    pub fn tell(&mut self, place: u32) {
        if let Some(open) = self.all.get(place as usize) {
            self.kept = self.kept.saturating_sub(open.exchange.request.len());
            self.told.push_back(place);
        }
    }

    /// What is known of a request is not needed any more.
    pub fn close(&mut self, place: u32) {
        if let Some(open) = self.all.get_mut(place as usize) {
            self.kept = self.kept.saturating_sub(open.exchange.request.len());
            open.clear();
            self.free.push(place);
        }
    }

    /// The first of those that wait to be fetched.
    #[inline]
    pub fn told(&self) -> Option<&Exchange<'t>> {
        Some(&self.get(*self.told.front()?)?.exchange)
    }

    #[inline]
    pub fn told_mut(&mut self) -> Option<&mut Exchange<'t>> {
        let place = *self.told.front()?;
        Some(&mut self.get_mut(place)?.exchange)
    }

    /// It has been fetched.
    pub fn fetched(&mut self) {
        if let Some(place) = self.told.pop_front()
            && let Some(open) = self.all.get_mut(place as usize)
        {
            open.clear();
            self.free.push(place);
        }
    }
}

impl Open<'_> {
    fn empty() -> Self {
        Open {
            exchange: Exchange {
                number: 0,
                place: Place::default(),
                time: None,
                protocol: 0,
                header: MessageHeader::default(),
                family: None,
                generic_name: None,
                family_from: None,
                record: None,
                command: None,
                request: Vec::new(),
                offset: 0,
                port: None,
                process: None,
                outcome: Outcome::Silent,
                probe: None,
                error: 0,
                refusal: None,
                replies: Default::default(),
                end: None,
                latency_ns: None,
                completion_ns: None,
                completion: None,
                interrupted: false,
                members: Vec::new(),
            },
            heard: None,
            work: None,
            cookies: Cookies::default(),
            acks: (0, 0),
            by_seq: Vec::new(),
        }
    }

    /// Makes it as empty as a new one; what whoever takes it sets anyway stays as it is.
    fn clear(&mut self) {
        let exchange = &mut self.exchange;
        exchange.request.clear();
        if exchange.request.capacity() > BUFFER {
            exchange.request = Vec::new();
        }
        exchange.generic_name = None;
        exchange.process = None;
        exchange.outcome = Outcome::Silent;
        exchange.probe = None;
        exchange.error = 0;
        exchange.refusal = None;
        exchange.replies.clear();
        exchange.end = None;
        exchange.latency_ns = None;
        exchange.completion_ns = None;
        exchange.completion = None;
        exchange.interrupted = false;
        exchange.members = Vec::new();
        self.heard = None;
        self.work = None;
        self.cookies.clear();
        self.acks = (0, 0);
        self.by_seq = Vec::new();
    }
}
