//! Texts that hold bytes: what strace wrote, and hex digits.
#![no_main]

#[path = "../../src/hex.rs"]
mod hex;

use libfuzzer_sys::fuzz_target;
use nldissect_fuzz::{TABLES, everything};

/// A line by which a text is known as strace's.
const LINE: &[u8] =
    b"7 1700000000.000001 sendto(3<NETLINK:[ROUTE:7]>, [{nlmsg_len=20}], 20, 0, NULL, 0) = 20\n";

fuzz_target!(|bytes: &[u8]| {
    if let Some(read) = hex::read(bytes) {
        assert!(read.len() <= bytes.len());
    }
    everything([LINE, bytes].concat(), &TABLES, &mut []);
});
