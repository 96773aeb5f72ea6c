//! YNL specs: what loads is used.
#![no_main]

use libfuzzer_sys::fuzz_target;
use netlink_dissector::table::Tables;
use netlink_dissector::ynl;
use nldissect_fuzz::everything;

const SAMPLE: &[u8] = include_bytes!("../../samples/tiny.pcap");

fuzz_target!(|text: &str| {
    let mut tables = Tables::builtin();
    match ynl::load(&mut tables, "x.yaml", text) {
        Ok(_) => everything(SAMPLE.to_vec(), &tables, &mut []),
        Err(error) => assert!(!error.what.is_empty()),
    }
});
