//! Copies of one multicast: nlmon shows a message once for each socket that gets it.

use super::times::later;
use crate::envelope::{Place, Time};

/// How far apart two copies stand at most. The kernel hands them out in one loop; the longest
/// pause seen within one, in a virtual machine, was 48 ms.
pub const APART_NS: u64 = 100_000_000;
/// How many notifications of a protocol may be under way at once, on as many processors.
const AT_ONCE: usize = 2;
/// Longer messages are not compared.
const MAX_LEN: usize = 65_536;
/// Protocols there are.
const PROTOCOLS: usize = 32;

/// The last notifications of each protocol.
#[derive(Clone, Default)]
pub(super) struct Copies {
    /// The capture has each multicast once: two that are the same are two.
    pub once: bool,
    last: Vec<Recent>,
}

/// The last notifications of a protocol.
#[derive(Clone, Default)]
struct Recent {
    all: [Last; AT_ONCE],
    /// Where the newest is; those before it stand in front of it, in turn.
    newest: usize,
}

#[derive(Clone, Default)]
struct Last {
    bytes: Vec<u8>,
    place: Place,
    time: Option<Time>,
}

impl Copies {
    /// The first of the copies that a notification is one of; otherwise it becomes a first.
    pub fn first(
        &mut self,
        protocol: u16,
        bytes: &[u8],
        place: &Place,
        time: Option<Time>,
    ) -> Option<Place> {
        let protocol = usize::from(protocol);
        if self.once || bytes.len() > MAX_LEN || protocol >= PROTOCOLS {
            return None;
        }
        if self.last.len() <= protocol {
            self.last.resize_with(protocol + 1, Default::default);
        }
        let recent = self.last.get_mut(protocol)?;
        for age in 0..AT_ONCE {
            let entry = recent
                .all
                .get_mut((recent.newest + AT_ONCE - age) % AT_ONCE)?;
            if entry.bytes == bytes && !bytes.is_empty() && !later(entry.time, time, APART_NS) {
                entry.time = time;
                // two messages of one frame are two
                return (entry.place.frame != place.frame).then_some(entry.place);
            }
        }
        recent.newest = (recent.newest + 1) % AT_ONCE;
        let entry = recent.all.get_mut(recent.newest)?;
        entry.bytes.clear();
        entry.bytes.extend_from_slice(bytes);
        entry.place = *place;
        entry.time = time;
        None
    }
}
