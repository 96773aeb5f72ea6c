//! Nothing is allocated for a message: values are borrowed, buffers are kept.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

mod support;

use allocation_counter::measure;
use netlink_dissector::context::Context;
use netlink_dissector::envelope::{Envelope, Place};
use netlink_dissector::exchange::State;
use netlink_dissector::filter::{Filter, Matcher};
use netlink_dissector::sink::Empty;
use netlink_dissector::sink::json::{Json, Lossless};
use netlink_dissector::summary::Summary;
use netlink_dissector::table::Tables;
use netlink_dissector::walk::{Span, walk};
use netlink_dissector::wire::{ByteOrder, Messages, RawMessage};

const SAMPLES: &[&str] = &[
    "link.pcap",
    "route.pcap",
    "sockets.pcap",
    "tc.pcap",
    "nft.pcap",
];

/// Filters that no message of the samples matches.
const REJECTS: &[&str] = &[
    "IFLA_MTU == 1 or RTA_DST == 203.0.113.77",
    "IFLA_IFNAME matches \"^no such name$\" or NFTA_RULE_CHAIN contains nowhere",
    "IFLA_LINKINFO.IFLA_INFO_DATA.IFLA_VXLAN_ID == 99999",
    "errno == EXFULL or nlmsgerr.msg.IFLA_IFNAME == nosuch",
    "dev == nosuch or frame == 99999",
    "diagnostics",
    "process.comm == nobody or socket or outcome == lost",
    "request.IFLA_MTU == 1 or request.RTA_DST == 203.0.113.77",
    "request.dev == nosuch",
    "reply.IFLA_MTU > 0 or exchange.latency_ns > 1s",
    "summary contains \"what is never said\" or summary matches \"^nor [this]\"",
];

/// The messages of a sample that are sound: a diagnostic has a text, which is allocated.
fn sound<'f>(
    frames: &'f [(u16, Vec<u8>)],
    tables: &Tables,
    state: &State<'_>,
) -> Vec<(u16, RawMessage<'f>)> {
    let mut all = Vec::new();
    for (protocol, frame) in frames {
        for message in Messages::of(*protocol, frame, ByteOrder::Little) {
            let mut sink = Empty::default();
            walk(
                &message,
                None,
                &context(tables, state, *protocol),
                &mut sink,
            );
            if sink.diagnostics == 0 {
                all.push((*protocol, message));
            }
        }
    }
    assert!(!all.is_empty());
    all
}

fn context<'s>(tables: &'s Tables, state: &'s State<'s>, protocol: u16) -> Context<'s> {
    let mut context = Context::new(tables, protocol);
    context.knowledge = state.learnt();
    context
}

fn envelope(protocol: u16) -> Envelope<'static> {
    Envelope {
        protocol,
        ..Envelope::default()
    }
}

/// What is done with a message.
type Run<'r> = Box<dyn FnMut(u16, &RawMessage<'_>) + 'r>;

#[test]
fn none_a_message() {
    let tables = Tables::builtin();
    for name in SAMPLES {
        let frames = support::sample(name);
        let mut state = State::new(&tables, ByteOrder::Little);
        for (protocol, frame) in &frames {
            for message in Messages::of(*protocol, frame, ByteOrder::Little) {
                state.observe(*protocol, &message, Place::default());
            }
        }
        let messages = sound(&frames, &tables, &state);
        let none = |what: &str, mut run: Run<'_>| {
            // buffers grow once
            for (protocol, message) in &messages {
                run(*protocol, message);
            }
            for (protocol, message) in &messages {
                let count = measure(|| run(*protocol, message)).count_total;
                assert_eq!(count, 0, "{name}, {what}: message at {}", message.offset);
            }
        };
        let mut empty = Empty::default();
        none(
            "walk",
            Box::new(|protocol, message| {
                walk(
                    message,
                    None,
                    &context(&tables, &state, protocol),
                    &mut empty,
                );
            }),
        );
        let mut summary = Summary::new();
        none(
            "summary",
            Box::new(|protocol, message| {
                summary.message(message, &context(&tables, &state, protocol));
            }),
        );
        let mut json = Json::new();
        none(
            "JSON",
            Box::new(|protocol, message| {
                json.buffer().clear();
                json.begin(&envelope(protocol));
                walk(
                    message,
                    None,
                    &context(&tables, &state, protocol),
                    &mut json,
                );
                json.end(&envelope(protocol));
            }),
        );
        // a filter that looks at all that it can, and rejects
        for expression in REJECTS {
            let filter = Filter::new(expression, &tables, |_| 0).unwrap();
            let mut matcher = Matcher::new(&filter);
            none(
                expression,
                Box::new(|protocol, message| {
                    // a request, as if it answered itself
                    let asks = message.header.nlmsg_flags & 1 != 0;
                    let ctx = Context {
                        request: asks.then_some(*message),
                        ..context(&tables, &state, protocol)
                    };
                    let envelope = envelope(protocol);
                    assert!(!matcher.message(message, None, &envelope, &ctx));
                }),
            );
        }
        let mut tree = Lossless::new();
        none(
            "tree",
            Box::new(|protocol, message| {
                tree.buffer().clear();
                let bytes = Span {
                    data: message.data,
                    offset: message.offset as u32,
                };
                tree.begin(&envelope(protocol), bytes);
                walk(
                    message,
                    None,
                    &context(&tables, &state, protocol),
                    &mut tree,
                );
                tree.end(&envelope(protocol));
            }),
        );
    }
}
