//! Linux netlink from bytes to meaning.
//!
//! The crate takes the bytes of a frame, finds the messages in it, looks each up in the
//! tables and walks it: a [`sink`] hears of every header field, attribute and value, with
//! its name, its place and what is odd about it. It does no I/O, has no unsafe code and
//! never fails on bytes.
//!
//! - [`wire`]: headers as they lie in the bytes
//! - [`table`]: the record types that describe a family, and the words tables are written in
//! - [`families`]: the built-in tables
//! - [`special`]: decoders that a table cannot express
//! - [`walk`]: the only traversal
//! - [`sink`]: JSON, text, tree
//! - [`filter`]: conditions on messages
//! - [`summary`]: a message in one line, in the words of the tools
//! - [`explain`]: what a name or number of the tables means
//! - [`diff`]: two captures compared by meaning
//! - [`lint`]: what the kernel refuses, ignores or misreads of a request
//! - [`ynl`]: the kernel's specs, read at run time into the same records

#![forbid(unsafe_code)]

#[macro_use]
pub mod table;
#[macro_use]
pub mod special;
pub mod context;
pub mod diagnostic;
pub mod diff;
pub mod dump;
pub mod envelope;
pub mod exchange;
pub mod explain;
pub mod families;
pub mod filter;
mod guess;
pub mod hash;
pub mod ipsets;
pub mod lint;
pub mod nft_sets;
pub mod note;
pub mod sink;
pub mod summary;
pub mod time;
pub mod walk;
pub mod wire;
pub mod ynl;
