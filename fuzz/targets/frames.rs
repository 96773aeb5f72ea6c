//! Packets of any link type, one after the other, as one source: what is learnt from one reads the next.
#![no_main]

use libfuzzer_sys::fuzz_target;
use nldissect_fuzz::{TABLES, capture, everything, packets};

fuzz_target!(|bytes: &[u8]| {
    everything(capture(&packets(bytes)), &TABLES, &mut []);
});
