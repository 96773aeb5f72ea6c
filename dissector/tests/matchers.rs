//! A matcher that has met other messages answers as one that walks each anew.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

mod support;

use netlink_dissector::envelope::Envelope;
use netlink_dissector::exchange::State;
use netlink_dissector::filter::{Filter, Matcher};
use netlink_dissector::table::Tables;
use netlink_dissector::wire::{ByteOrder, Messages, RawMessage};
use std::sync::LazyLock;
use support::{SAMPLES, attribute, message, sample};

static TABLES: LazyLock<Tables> = LazyLock::new(Tables::builtin);

const ROUTE: u16 = 0;
const RTM_NEWLINK: u16 = 16;
const RTM_NEWROUTE: u16 = 24;
const IFLA_IFNAME: u16 = 3;
const RTA_OIF: u16 = 4;
const RTA_PRIORITY: u16 = 6;
const RTA_MULTIPATH: u16 = 9;

/// Integers of headers and of the top level, below and between bounds, with names, signs and
/// other meanings; alone, together, and the other way round.
const FILTERS: &[&str] = &[
    "RTA_PRIORITY == 100",
    "RTA_PRIORITY != 100",
    "!(RTA_PRIORITY == 100)",
    "RTA_PRIORITY > 100",
    "RTA_PRIORITY < 0",
    "RTA_PRIORITY in {0, 100..200, 1024}",
    "RTA_OIF == lo",
    "RTA_OIF == 1",
    "RTA_OIF != lo",
    "RTA_OIF ~ \"^eth\"",
    "RTA_OIF > 2",
    "RTA_TABLE == RT_TABLE_MAIN",
    "RTA_TABLE == 254 || RTA_PRIORITY == 1",
    "RTA_TABLE == 254 && not RTA_OIF == 1",
    "rtm_table == 255",
    "rtm_type == RTN_LOCAL",
    "rtm_protocol != RTPROT_KERNEL && RTA_PRIORITY",
    "rtm_flags & RTNH_F_OFFLOAD",
    "rtm_dst_len >= 24 and RTA_TABLE < 300",
    "IFLA_MTU == 1500",
    "IFLA_MTU > 1500",
    "IFLA_TXQLEN == 1000 || IFLA_GROUP == 1",
    "IFLA_OPERSTATE == IF_OPER_UP",
    "IFLA_LINK == lo",
    "ifi_index == 1",
    "ifi_index == lo && IFLA_MTU < 70000",
    "ifi_flags & IFF_UP",
    "ifi_type == ARPHRD_LOOPBACK",
    "ifa_index == lo",
    "IFA_FLAGS & IFA_F_PERMANENT",
    "ndm_state == NUD_PERMANENT",
    "TCA_KIND == fq_codel",
    "tcm_parent == root",
    "NFTA_SET_ID == 1",
    "INET_DIAG_SKV6ONLY == 1",
    "idiag_state == TCP_LISTEN",
];

fn filter(expression: &str) -> Filter<'static> {
    let filter = Filter::new(expression, &TABLES, |_| 0);
    filter.unwrap_or_else(|e| panic!("{}", e.show(expression)))
}

/// Asks one that has met others, and one that has not.
fn ask(
    filter: &Filter<'_>,
    met: &mut Matcher<'_>,
    message: &RawMessage<'_>,
    protocol: u16,
    state: &State<'_>,
) -> bool {
    let envelope = Envelope {
        protocol,
        ..Envelope::default()
    };
    let ctx = state.context(protocol);
    let wanted = Matcher::walking(filter).message(message, None, &envelope, &ctx);
    let got = met.message(message, None, &envelope, &ctx);
    assert_eq!(got, wanted, "{filter:?}: {:02x?}", message.data);
    if let Some(glance) = met.glance(message, &ctx) {
        assert_eq!(glance, wanted, "{filter:?}: {:02x?}", message.data);
    }
    wanted
}

#[test]
fn what_was_met_before_changes_no_answer() {
    let filters: Vec<Filter<'_>> = FILTERS.iter().map(|f| filter(f)).collect();
    let mut matched = vec![0; filters.len()];
    let mut asked = 0;
    for name in SAMPLES {
        let mut matchers: Vec<Matcher<'_>> = filters.iter().map(Matcher::new).collect();
        let mut state = State::new(&TABLES, ByteOrder::Little);
        for (protocol, data) in sample(name) {
            if TABLES.datagram(protocol).is_some() {
                continue;
            }
            for message in Messages::of(protocol, &data, ByteOrder::Little) {
                state.observe(protocol, &message, Default::default());
                asked += 1;
                for ((filter, matcher), matched) in
                    filters.iter().zip(&mut matchers).zip(&mut matched)
                {
                    *matched += usize::from(ask(filter, matcher, &message, protocol, &state));
                }
            }
        }
    }
    assert!(asked > 500, "{asked}");
    let found = matched.iter().filter(|n| **n > 0).count();
    assert!(found > filters.len() / 2, "{matched:?}");
}

fn link(index: i32, name: &str) -> Vec<u8> {
    let mut body = vec![0; 16];
    body[4..8].copy_from_slice(&index.to_le_bytes());
    body.extend(attribute(IFLA_IFNAME, format!("{name}\0").as_bytes()));
    message(RTM_NEWLINK, 0, &body)
}

fn route(attributes: &[(u16, &[u8])]) -> Vec<u8> {
    let mut body = vec![2, 24, 0, 0, 254, 3, 0, 1, 0, 0, 0, 0];
    for (number, payload) in attributes {
        body.extend(attribute(*number, payload));
    }
    message(RTM_NEWROUTE, 0, &body)
}

#[test]
fn names_of_interfaces_are_those_of_their_time() {
    let filter = filter("RTA_OIF == uplink");
    let mut matcher = Matcher::new(&filter);
    let mut state = State::new(&TABLES, ByteOrder::Little);
    let oif = |index: u32| route(&[(RTA_OIF, &index.to_le_bytes())]);
    let mut asks = |bytes: &[u8]| {
        let raw = RawMessage::parse(bytes, 0, ByteOrder::Little).unwrap();
        state.learn(ROUTE, &raw);
        ask(&filter, &mut matcher, &raw, ROUTE, &state)
    };
    for _ in 0..3 {
        assert!(!asks(&oif(39)) && !asks(&oif(7)));
        asks(&link(7, "uplink"));
        // 39 shares its place with 7
        assert!(asks(&oif(7)) && !asks(&oif(39)) && asks(&oif(7)));
        asks(&link(7, "other"));
        asks(&link(39, "uplink"));
        assert!(asks(&oif(39)) && !asks(&oif(7)));
        asks(&link(39, "another"));
    }
}

#[test]
fn what_is_odd_is_asked_of_the_walk() {
    let filter = filter("RTA_PRIORITY == 77");
    let mut matcher = Matcher::new(&filter);
    let state = State::new(&TABLES, ByteOrder::Little);
    let mut asks = |bytes: &[u8]| {
        let raw = RawMessage::parse(bytes, 0, ByteOrder::Little).unwrap();
        ask(&filter, &mut matcher, &raw, ROUTE, &state)
    };
    let (yes, no) = (77u32.to_le_bytes(), 78u32.to_le_bytes());
    for _ in 0..40 {
        assert!(!asks(&route(&[])));
        assert!(!asks(&route(&[(RTA_PRIORITY, &no)])));
        assert!(asks(&route(&[(RTA_PRIORITY, &no), (RTA_PRIORITY, &yes)])));
        // in network order, by its flag
        assert!(asks(&route(&[(
            RTA_PRIORITY | 1 << 14,
            &77u32.to_be_bytes()
        )])));
        assert!(!asks(&route(&[(RTA_PRIORITY | 1 << 14, &yes)])));
        // too short or too long
        asks(&route(&[(RTA_PRIORITY, &[77])]));
        asks(&route(&[(RTA_PRIORITY, &[77, 0, 0, 0, 0])]));
        asks(&route(&[(RTA_PRIORITY, &[])]));
        // in a next hop
        let mut hop = vec![8 + 8, 0, 0, 0, 1, 0, 0, 0];
        hop.extend(attribute(RTA_PRIORITY, &yes));
        asks(&route(&[(RTA_MULTIPATH, &hop)]));
        // cut within the header, and within an attribute
        let whole = route(&[(RTA_PRIORITY, &yes)]);
        (16..whole.len()).for_each(|end| {
            asks(&whole[..end]);
        });
    }
}
