//! Expressions: what is wrong is told at a place within them, what is right runs.
#![no_main]

use libfuzzer_sys::fuzz_target;
use netlink_dissector::filter::Vocabulary;
use nldissect_fuzz::{TABLES, UTC, matches};
use std::sync::LazyLock;

const SAMPLE: &[u8] = include_bytes!("../../samples/tiny.pcap");

static WORDS: LazyLock<Vocabulary<'static>> = LazyLock::new(|| Vocabulary::new(&TABLES));

fuzz_target!(|text: &str| {
    // looks at all names there are: not each time
    if text.len() % 16 == 5 {
        let (at, _) = WORDS.complete(text, 8);
        assert!(text.is_char_boundary(at));
    }
    match WORDS.filter(text, UTC) {
        Ok(filter) => {
            matches(SAMPLE.to_vec(), &TABLES, &filter);
        }
        Err(error) => {
            let shown = error.show(text).to_string();
            assert!(!shown.is_empty());
        }
    }
});
