//! Wireless families from bytes, in both byte orders.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

mod support;

use netlink_dissector::context::{Context, Direction, Knowledge};
use netlink_dissector::families::ALL;
use netlink_dissector::table::{Family, Tables};
use netlink_dissector::walk::walk;
use netlink_dissector::wire::{ByteOrder, RawMessage};
use std::sync::LazyLock;
use support::{Keeper, Kept, check_ownership};

static TABLES: LazyLock<Tables> = LazyLock::new(Tables::builtin);

/// Every id is this family's.
struct Assume(&'static Family);

impl Knowledge for Assume {
    fn generic(&self, _: u16) -> Option<&Family> {
        Some(self.0)
    }
}

/// Writes for one byte order.
#[derive(Clone, Copy)]
struct Writer(ByteOrder);

const LITTLE: Writer = Writer(ByteOrder::Little);
const BOTH: [Writer; 2] = [LITTLE, Writer(ByteOrder::Big)];

impl Writer {
    fn u16(self, n: u16) -> Vec<u8> {
        match self.0 {
            ByteOrder::Little => n.to_le_bytes().to_vec(),
            ByteOrder::Big => n.to_be_bytes().to_vec(),
        }
    }

    fn u32(self, n: u32) -> Vec<u8> {
        match self.0 {
            ByteOrder::Little => n.to_le_bytes().to_vec(),
            ByteOrder::Big => n.to_be_bytes().to_vec(),
        }
    }

    fn u64(self, n: u64) -> Vec<u8> {
        match self.0 {
            ByteOrder::Little => n.to_le_bytes().to_vec(),
            ByteOrder::Big => n.to_be_bytes().to_vec(),
        }
    }

    fn attribute(self, kind: u16, payload: &[u8]) -> Vec<u8> {
        let len = self.u16(payload.len() as u16 + 4);
        let mut bytes = [len, self.u16(kind), payload.to_vec()].concat();
        bytes.resize(bytes.len().next_multiple_of(4), 0);
        bytes
    }

    fn nest(self, kind: u16, parts: &[Vec<u8>]) -> Vec<u8> {
        self.attribute(kind, &parts.concat())
    }

    fn walk(self, name: &str, cmd: u8, direction: Direction, parts: &[Vec<u8>]) -> Keeper {
        let family = ALL.iter().find(|f| f.name.as_str() == name);
        let assume = Assume(family.expect("a family of that name"));
        let body = [vec![cmd, 1, 0, 0], parts.concat()].concat();
        let bytes = [
            self.u32(body.len() as u32 + 16),
            self.u16(40),
            vec![0; 10],
            body,
        ]
        .concat();
        let mut ctx = Context::new(&TABLES, 16);
        ctx.order = self.0;
        ctx.direction = Some(direction);
        ctx.knowledge = &assume;
        let message = RawMessage::parse(&bytes, 0, ctx.order).expect("a header");
        let mut keeper = Keeper::default();
        walk(&message, None, &ctx, &mut keeper);
        check_ownership((0, bytes.len()), bytes.len(), &keeper);
        keeper
    }

    fn heard(self, name: &str, cmd: u8, parts: &[Vec<u8>]) -> Keeper {
        let keeper = self.walk(name, cmd, Direction::FromKernel, parts);
        assert_eq!(keeper.codes(), Vec::<&str>::new());
        keeper
    }
}

/// The names and values of the leaves below a node.
fn leaves(node: &Kept) -> Vec<(&str, &str)> {
    let below = node.children.iter().flat_map(leaves);
    let own = node.class.is_none().then_some((&*node.name, &*node.value));
    own.into_iter().chain(below).collect()
}

#[track_caller]
fn holds(keeper: &Keeper, want: &[(&str, &str)]) {
    for (name, value) in want {
        assert_eq!(keeper.value(name), Some(*value), "{name}");
    }
}

#[test]
fn simulated_radios_and_their_frames() {
    for w in BOTH {
        let keeper = w.heard(
            "MAC80211_HWSIM",
            2,
            &[
                w.attribute(2, &[0x42, 0, 0, 0, 0, 0]),
                w.attribute(
                    3,
                    b"\x08\x41\0\0\x02\0\0\0\0\x01\x02\0\0\0\0\x02\x02\0\0\0\0\x03\x10\0\xab",
                ),
                w.attribute(4, &w.u32(3)),
                w.attribute(19, &w.u32(2437)),
                w.attribute(6, &w.u32(-30i32 as u32)),
                w.attribute(7, &[2, 1, 0xff, 0]),
                w.attribute(21, &[&[2][..], &w.u16(0x208)].concat()),
                w.attribute(8, &w.u64(77)),
                w.attribute(24, &w.u32(0x000f_ac04)),
                w.attribute(23, &w.u32(0xc)),
            ],
        );
        holds(
            &keeper,
            &[
                ("type", "\"IEEE80211_STYPE_DATA\""),
                ("addr3", "\"02:00:00:00:00:03\""),
                ("body", "{\"hex\":\"ab\"}"),
                ("HWSIM_ATTR_FREQ", "2437"),
                ("HWSIM_ATTR_SIGNAL", "-30"),
                ("HWSIM_ATTR_COOKIE", "77"),
                (
                    "HWSIM_ATTR_FLAGS",
                    "[\"HWSIM_TX_CTL_REQ_TX_STATUS\",\"HWSIM_TX_CTL_NO_ACK\"]",
                ),
                (
                    "HWSIM_ATTR_IFTYPE_SUPPORT",
                    "[\"NL80211_IFTYPE_STATION\",\"NL80211_IFTYPE_AP\"]",
                ),
            ],
        );
        let info = keeper.find("HWSIM_ATTR_TX_INFO").expect("rates");
        assert_eq!(
            leaves(info),
            [("idx", "2"), ("count", "1"), ("idx", "-1"), ("count", "0")]
        );
        let flags = keeper.find("HWSIM_ATTR_TX_INFO_FLAGS").expect("flags");
        assert_eq!(
            leaves(flags),
            [
                ("idx", "2"),
                (
                    "flags",
                    "[\"MAC80211_HWSIM_TX_RC_MCS\",\"MAC80211_HWSIM_TX_RC_80_MHZ_WIDTH\"]"
                )
            ]
        );
    }
}

#[test]
fn a_measurement_is_asked_peer_by_peer_and_told_in_an_array() {
    let w = LITTLE;
    let peer = |last: u8| {
        let ftm = w.nest(1, &[w.attribute(18, &[3]), w.attribute(4, &w.u16(5))]);
        let request = w.nest(3, &[w.nest(1, &[ftm])]);
        let chan = w.nest(2, &[w.attribute(38, &w.u32(5180))]);
        w.nest(5, &[w.attribute(1, &[2, 0, 0, 0, 0, last]), chan, request])
    };
    let limits = [w.attribute(272, &w.u32(100)), w.attribute(6, &[6; 6])];
    let parts = [limits.concat(), peer(1), peer(2)];
    let asked = w.nest(27, &[w.nest(273, &parts)]);
    let keeper = w.heard("MAC80211_HWSIM", 9, &[asked]);
    let peers = keeper.find("NL80211_PMSR_ATTR_PEERS").expect("a peer");
    let first = [
        ("NL80211_PMSR_PEER_ATTR_ADDR", "\"02:00:00:00:00:01\""),
        ("NL80211_ATTR_WIPHY_FREQ", "5180"),
        ("NL80211_PMSR_FTM_REQ_ATTR_AW_DURATION", "3"),
        ("NL80211_PMSR_FTM_REQ_ATTR_BURST_PERIOD", "5"),
    ];
    assert_eq!(leaves(peers)[..4], first);
    holds(
        &keeper,
        &[
            ("NL80211_ATTR_TIMEOUT", "100"),
            ("NL80211_ATTR_MAC", "\"06:06:06:06:06:06\""),
        ],
    );
    let rate = w.nest(11, &[w.attribute(5, &[4]), w.attribute(1, &[0x10])]);
    let ftm = w.nest(
        1,
        &[
            rate,
            w.attribute(2, &w.u16(7)),
            w.attribute(13, &w.u64(-9i64 as u64)),
        ],
    );
    let response = w.nest(4, &[w.nest(1, &[ftm]), w.attribute(2, &w.u32(2))]);
    let told = w.nest(28, &[w.nest(5, &[w.nest(1, &[response])])]);
    let keeper = w.walk("MAC80211_HWSIM", 11, Direction::ToKernel, &[told]);
    assert_eq!(keeper.codes(), Vec::<&str>::new());
    holds(
        &keeper,
        &[
            ("HWSIM_RATE_INFO_ATTR_BW", "\"RATE_INFO_BW_80\""),
            ("HWSIM_RATE_INFO_ATTR_FLAGS", "[\"RATE_INFO_FLAGS_HE_MCS\"]"),
            ("NL80211_PMSR_FTM_RESP_ATTR_BURST_INDEX", "7"),
            ("NL80211_PMSR_FTM_RESP_ATTR_RTT_AVG", "-9"),
            (
                "NL80211_PMSR_RESP_ATTR_STATUS",
                "\"NL80211_PMSR_STATUS_TIMEOUT\"",
            ),
        ],
    );
}

#[test]
fn low_rate_radios_and_coordinators() {
    for w in BOTH {
        let flags = |kind, of: &[u16]| {
            let flags: Vec<_> = of.iter().map(|&n| w.attribute(n, &[])).collect();
            w.nest(kind, &flags)
        };
        let channels = w.nest(2, &[flags(0, &[11, 26])]);
        let powers = [300i32, -1200]
            .iter()
            .enumerate()
            .map(|(i, &p)| w.attribute(i as u16, &w.u32(p as u32)));
        let powers = w.nest(3, &powers.collect::<Vec<_>>());
        let caps = w.nest(
            24,
            &[
                flags(1, &[0, 2]),
                channels,
                powers,
                w.attribute(15, &w.u32(3)),
            ],
        );
        let masks = [0x07ff_f800u32, 0].map(|m| w.attribute(22, &w.u32(m)));
        let coordinator = w.nest(
            30,
            &[
                w.attribute(1, &[0xcd, 0xab]),
                w.attribute(2, &[8, 7, 6, 5, 4, 3, 2, 1]),
                w.attribute(7, &w.u16(0xcfff)),
            ],
        );
        let parts = [
            w.attribute(14, &w.u32(-7000i32 as u32)),
            w.nest(21, &masks),
            caps,
            coordinator,
            w.attribute(5, &w.u32(u32::MAX)),
            w.attribute(44, &7u32.to_be_bytes()),
        ];
        let keeper = w.heard("nl802154", 3, &parts);
        holds(
            &keeper,
            &[
                ("NL802154_ATTR_CCA_ED_LEVEL", "-7000"),
                ("NL802154_IFTYPE_COORD", "true"),
                ("NL802154_CAP_ATTR_LBT", "\"NL802154_SUPPORTED_BOOL_BOTH\""),
                ("NL802154_COORD_PANID", "43981"),
                ("NL802154_COORD_ADDR", "\"01:02:03:04:05:06:07:08\""),
                ("beacon_order", "15"),
                ("assoc_permit", "1"),
                ("pan_coordinator", "1"),
                ("NL802154_ATTR_IFTYPE", "\"NL802154_IFTYPE_UNSPEC\""),
                ("NL802154_ATTR_SEC_FRAME_COUNTER", "7"),
            ],
        );
        let powers = keeper.find("NL802154_CAP_ATTR_TX_POWERS").expect("powers");
        assert_eq!(leaves(powers), [("[0]", "300"), ("[1]", "-1200")]);
        let channels = keeper.find("NL802154_CAP_ATTR_CHANNELS").expect("pages");
        assert_eq!(leaves(channels), [("[11]", "true"), ("[26]", "true")]);
    }
}

#[test]
fn a_mode_of_8_or_32_bits() {
    let w = LITTLE;
    let peer = w.nest(40, &[w.attribute(2, &[2]), w.attribute(6, &[1])]);
    let keeper = w.heard("nl802154", 43, &[peer]);
    let short = ("NL802154_DEV_ADDR_ATTR_MODE", "\"NL802154_DEV_ADDR_SHORT\"");
    holds(
        &keeper,
        &[
            short,
            (
                "NL802154_DEV_ADDR_ATTR_PEER_TYPE",
                "\"NL802154_PEER_TYPE_PARENT\"",
            ),
        ],
    );
    let implicit = w.nest(3, &[w.attribute(2, &w.u32(2))]);
    let key = w.nest(
        48,
        &[
            w.nest(1, &[w.attribute(1, &w.u32(0)), implicit]),
            w.attribute(3, &[&[0; 28][..], &w.u32(0x82)].concat()),
            w.attribute(4, &[5; 16]),
        ],
    );
    let keeper = w.heard("nl802154", 23, &[key]);
    let commands = "[\"NL802154_CMD_FRAME_ASSOC_REQUEST\",\"NL802154_CMD_FRAME_BEACON_REQUEST\"]";
    holds(&keeper, &[short, ("commands", commands)]);
}

#[test]
fn the_older_interface_of_low_rate_radios() {
    for w in BOTH {
        let pages = [0x07ff_f800u32, 0x1000_0001].map(|p| w.u32(p)).concat();
        let parts = [
            w.attribute(30, &pages),
            w.attribute(5, &[1, 2, 3, 4, 5, 6, 7, 8]),
            w.attribute(4, &w.u16(0xfffe)),
            w.attribute(17, &[0x8e]),
            w.attribute(3, &[0xe9]),
        ];
        let keeper = w.heard("802.15.4 MAC", 32, &parts);
        let list = keeper
            .find("IEEE802154_ATTR_CHANNEL_PAGE_LIST")
            .expect("pages");
        assert_eq!(
            leaves(list),
            [
                ("channels", "134215680"),
                ("page", "0"),
                ("channels", "1"),
                ("page", "2")
            ]
        );
        holds(
            &keeper,
            &[
                ("IEEE802154_ATTR_HW_ADDR", "\"01:02:03:04:05:06:07:08\""),
                ("IEEE802154_ATTR_SHORT_ADDR", "65534"),
                ("device_type", "1"),
                ("security_cap", "0"),
                ("alloc_addr", "1"),
                ("IEEE802154_ATTR_STATUS", "\"IEEE802154_NO_ACK\""),
            ],
        );
    }
    let keeper = LITTLE.walk(
        "802.15.4 MAC",
        19,
        Direction::ToKernel,
        &[LITTLE.attribute(3, &[1])],
    );
    let full = ("IEEE802154_ATTR_STATUS", "\"IEEE802154_PAN_AT_CAPACITY\"");
    holds(&keeper, &[full]);
}

#[test]
fn simulated_low_rate_radios_hear_each_other() {
    let w = LITTLE;
    let edge = |to, lqi| w.nest(2, &[w.attribute(1, &w.u32(to)), w.attribute(2, &[lqi])]);
    let parts = [
        w.attribute(1, &w.u32(0)),
        w.nest(3, &[edge(1, 255), edge(2, 9)]),
    ];
    let keeper = w.heard("MAC802154_HWSIM", 1, &parts);
    let edges = keeper
        .find("MAC802154_HWSIM_ATTR_RADIO_EDGES")
        .expect("edges");
    let values: Vec<_> = leaves(edges).into_iter().map(|(_, value)| value).collect();
    assert_eq!(values, ["1", "255", "2", "9"]);
}

#[test]
fn a_mesh_and_its_translations() {
    for w in BOTH {
        let keeper = w.heard(
            "batadv",
            7,
            &[
                w.attribute(16, &[2, 0, 0, 0, 0, 1]),
                w.attribute(20, &w.u16(0x8005)),
                w.attribute(21, &w.u32(0x110)),
                w.attribute(35, &[192, 0, 2, 1]),
                w.attribute(22, &[]),
            ],
        );
        holds(
            &keeper,
            &[
                ("vid", "5"),
                ("has_tag", "1"),
                (
                    "BATADV_ATTR_TT_FLAGS",
                    "[\"BATADV_TT_CLIENT_WIFI\",\"BATADV_TT_CLIENT_NOPURGE\"]",
                ),
                ("BATADV_ATTR_DAT_CACHE_IP4ADDRESS", "\"192.0.2.1\""),
                ("BATADV_ATTR_FLAG_BEST", "true"),
            ],
        );
        // 32 bits from the kernel, 16 to it
        let vlan = ("BATADV_ATTR_VLANID", "100");
        let told = w.heard("batadv", 17, &[w.attribute(40, &w.u32(100))]);
        holds(&told, &[vlan]);
        let asked = [w.attribute(40, &w.u16(100))];
        let asked = w.walk("batadv", 18, Direction::ToKernel, &asked);
        assert_eq!(asked.codes(), Vec::<&str>::new());
        holds(&asked, &[vlan]);
    }
}

#[test]
fn what_befalls_a_regulator() {
    for w in BOTH {
        let mut event = b"vdd_cpu".to_vec();
        event.resize(32, 0);
        event.extend(w.u64(0x2002));
        let keeper = w.heard("reg_event", 1, &[w.attribute(1, &event)]);
        holds(
            &keeper,
            &[
                ("reg_name", "\"vdd_cpu\""),
                (
                    "event",
                    "[\"REGULATOR_EVENT_OVER_CURRENT\",\"REGULATOR_EVENT_UNDER_VOLTAGE_WARN\"]",
                ),
            ],
        );
    }
}

#[test]
fn capabilities_of_the_hosts_order_and_of_the_airs() {
    for w in BOTH {
        let element = b"\xff\x0d\x6b\x80\x00\x0a\x02\0\0\0\0\x01\x07\x00\x00";
        let keeper = w.heard(
            "nl80211",
            3,
            &[
                w.attribute(317, &w.u16(0x0087)),
                w.attribute(318, &w.u16(0x0063)),
                w.attribute(42, element),
            ],
        );
        let host = keeper.find("NL80211_ATTR_EML_CAPABILITY").expect("EML");
        let want = [
            ("emlsr_supp", "1"),
            (
                "eml_padding_delay",
                "\"IEEE80211_EML_CAP_EML_PADDING_DELAY_128US\"",
            ),
            ("transition_delay", "0"),
            ("emlmr_support", "1"),
        ];
        assert_eq!(leaves(host)[..4], want);
        holds(
            &keeper,
            &[
                ("max_simul_links", "3"),
                (
                    "tid_to_link_map_neg_supp",
                    "\"IEEE80211_MLD_CAP_OP_TID_TO_LINK_MAP_NEG_SUPP_DIFF\"",
                ),
            ],
        );
        let air = keeper.find("eml_capa").expect("the element's");
        assert_eq!(leaves(air)[..3], want[..3]);
    }
}

#[test]
fn bands_types_and_links_have_names() {
    let w = LITTLE;
    let band = w.nest(
        3,
        &[w.nest(1, &[w.nest(0, &[w.attribute(1, &w.u32(5955))])])],
    );
    let link = |id: u16| w.nest(id + 1, &[w.attribute(313, &[id as u8])]);
    let keeper = w.heard(
        "nl80211",
        3,
        &[
            w.nest(22, &[band]),
            w.nest(32, &[w.attribute(2, &[]), w.attribute(14, &[])]),
            w.nest(312, &[link(0), link(1)]),
            w.attribute(52, b"caf\xc3\xa9"),
            w.nest(45, &[w.attribute(0, b"\xff\xfe")]),
        ],
    );
    assert!(keeper.find("NL80211_BAND_6GHZ").is_some());
    holds(
        &keeper,
        &[
            ("NL80211_FREQUENCY_ATTR_FREQ", "5955"),
            ("NL80211_IFTYPE_PD", "true"),
            ("NL80211_ATTR_SSID", "\"café\""),
        ],
    );
    let links = keeper.find("NL80211_ATTR_MLO_LINKS").expect("links");
    assert_eq!(leaves(links).len(), 2);
    let ssids = keeper.find("NL80211_ATTR_SCAN_SSIDS").expect("a list");
    assert!(leaves(ssids)[0].1.contains("\"hex\":\"fffe\""));
}

#[test]
fn one_number_of_several_meanings() {
    let w = LITTLE;
    // the answer about a mesh has its interface among the parameters
    let mesh = w.nest(35, &[w.attribute(3, &w.u32(7)), w.attribute(3, &w.u16(40))]);
    let keeper = w.heard("nl80211", 28, &[mesh]);
    let holding: Vec<_> = keeper
        .find("NL80211_ATTR_MESH_CONFIG")
        .map(leaves)
        .expect("parameters");
    let values: Vec<_> = holding.into_iter().map(|(_, value)| value).collect();
    assert_eq!(values, ["7", "40"]);
    // patterns to wake up by, or the number of the one that did
    let pattern = w.nest(
        1,
        &[w.attribute(1, &[0xed, 0x01]), w.attribute(2, &[0; 12])],
    );
    let wake = w.nest(117, &[w.nest(4, &[pattern])]);
    let keeper = w.heard("nl80211", 73, &[wake]);
    let mask = keeper.find("NL80211_PKTPAT_MASK").expect("a mask");
    let bytes: Vec<_> = leaves(mask).into_iter().map(|(_, value)| value).collect();
    assert_eq!(bytes, ["0", "2", "3", "5", "6", "7", "8"]);
    let woken = w.nest(117, &[w.attribute(4, &w.u32(2))]);
    let keeper = w.heard("nl80211", 74, &[woken]);
    holds(&keeper, &[("NL80211_WOWLAN_TRIG_PKT_PATTERN", "2")]);
    // a vendor's data by its number
    let data = w.nest(197, &[w.attribute(0x66, &[11])]);
    let intel = w.attribute(195, &w.u32(0x1735));
    let keeper = w.heard("nl80211", 103, &[intel, data.clone()]);
    holds(
        &keeper,
        &[
            ("NL80211_ATTR_VENDOR_ID", "\"INTEL_OUI\""),
            ("IWL_MVM_VENDOR_ATTR_CHANNEL_NUM", "11"),
        ],
    );
    let keeper = w.heard("nl80211", 103, &[data]);
    assert!(
        keeper
            .value("NL80211_ATTR_VENDOR_DATA")
            .is_some_and(|v| v.contains("hex"))
    );
}
