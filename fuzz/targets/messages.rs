//! A frame of a protocol, in one byte order or the other: valid messages, changed within.
#![no_main]

use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};
use netlink_dissector::filter::{Filter, Matcher};
use nldissect_fuzz::mutate::{self, Dice};
use nldissect_fuzz::{TABLES, UTC, capture, everything};
use std::sync::LazyLock;

/// Protocols that tell how many there are, and then some.
const PROTOCOLS: u16 = 24;

static FILTERS: LazyLock<Vec<Filter<'static>>> = LazyLock::new(|| {
    let all = [
        "IFLA_MTU > 1500",
        "IFLA_LINKINFO.IFLA_INFO_KIND == vxlan",
        "NFTA_RULE_EXPRESSIONS.NFTA_LIST_ELEM.NFTA_EXPR_NAME == lookup",
        "errno and not diagnostics",
        "dev matches \"^e\" or nlmsg_flags & NLM_F_DUMP",
        "RTA_DST == 10.0.0.0/8",
    ];
    let one = |text: &&str| Filter::new(text, &TABLES, UTC).expect("a filter");
    all.iter().map(one).collect()
});

fuzz_target!(|bytes: &[u8]| {
    let Some((&[low, high], frame)) = bytes.split_first_chunk() else {
        return;
    };
    let protocol = u16::from_le_bytes([low, high]) % PROTOCOLS;
    let mut packet = vec![0, 4, 3, 56, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    packet.extend(protocol.to_be_bytes());
    packet.extend(frame);
    let mut filters: Vec<Matcher<'_>> = FILTERS.iter().map(Matcher::new).collect();
    everything(capture(&[(253, &packet)]), &TABLES, &mut filters);
});

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    let mut dice = Dice::new(seed);
    if size > 2 && dice.below(4) != 0 {
        for _ in 0..=dice.below(4) {
            let changed = data
                .get(2..size)
                .and_then(|frame| mutate::frame(frame, &mut dice));
            if let Some(changed) = changed
                && changed.len() + 2 <= max_size
            {
                data[2..changed.len() + 2].copy_from_slice(&changed);
                return changed.len() + 2;
            }
        }
    }
    fuzzer_mutate(data, size, max_size)
});
