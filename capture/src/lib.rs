//! Reads packet captures, frame by frame: pcap and pcapng, plain or compressed, from a file, a pipe or memory.
//!
//! ```
//! use netlink_capture::{Capture, Event};
//! # fn main() -> Result<(), netlink_capture::Error> {
//! # let header = [0xd4, 0xc3, 0xb2, 0xa1, 2, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 0, 253, 0, 0, 0];
//! let mut capture = Capture::from_bytes("demo".to_owned(), header.to_vec())?;
//! while let Some(event) = capture.next() {
//!     match event {
//!         Event::Frame(frame) => println!("{} {} bytes", frame.number, frame.data.len()),
//!         Event::Damage(damage) => eprintln!("at byte {}: {}", damage.offset, damage.what),
//!         _ => {}
//!     }
//! }
//! # Ok(())
//! # }
//! ```
//!
//! A damaged file costs what is damaged and no more: the place is reported as an [`Event::Damage`], then the reader
//! looks for the next sound record and goes on there. Only what stands at the very start of an input is an [`Error`].
//!
//! **Architecture invariants.** Nothing here but [`netlink`] knows what frames hold: link-layer headers belong to the
//! frame's bytes.
//! No input makes it panic, loop or take more memory than about twice the largest record, which is at most
//! [`MAX_RECORD`]. Unsafe code stands in one file only, the one that maps files into memory.

#![deny(missing_docs)]
#![deny(unsafe_code)]
#![cfg_attr(
    not(test),
    deny(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::panic
    )
)]

mod beside;
mod blocks;
mod bytes;
mod capture;
#[cfg(target_os = "linux")]
mod client;
mod compress;
#[cfg(target_os = "linux")]
mod confine;
pub mod counts;
mod error;
mod event;
#[cfg(target_os = "linux")]
pub mod generic;
#[cfg(target_os = "linux")]
pub mod groups;
mod lane;
#[cfg(target_os = "linux")]
pub mod live;
#[cfg(target_os = "linux")]
pub mod monitor;
pub mod netlink;
mod options;
mod pcap;
mod pcapng;
#[cfg(target_os = "linux")]
mod proc;
pub mod record;
mod rtmon;
pub mod slice;
#[cfg(target_os = "linux")]
pub mod sockets;
mod source;
mod strace;
#[allow(unsafe_code)]
mod sys;
mod time;
#[cfg(target_os = "linux")]
pub mod trace;
#[cfg(target_os = "linux")]
pub mod who;
mod window;
mod write;

pub use bytes::ByteOrder;
pub use capture::Capture;
pub use compress::Compression;
#[cfg(target_os = "linux")]
pub use confine::give_up_all;
pub use error::{Damage, DamageKind, Error};
pub use event::{Event, Frame, Interface, Section, Statistics};
pub use options::{CodedOption, Comments, Options};
pub use source::Whole;
pub use time::{Resolution, Timestamp};
pub use window::ReadAt;
pub use write::{InterfaceHeader, Packet, PcapNgWriter, PcapWriter, SectionHeader};

/// The largest pcap record or pcapng block that is read, in bytes; a longer one counts as damage.
pub const MAX_RECORD: usize = 256 << 20;
