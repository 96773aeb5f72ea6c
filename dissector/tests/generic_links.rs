//! Generic families of rings, clusters and radios: HSR, NFC, NC-SI, TIPC, regulators.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that fails shall panic"
)]

mod support;

use netlink_dissector::context::{Direction, Knowledge};
use netlink_dissector::families::ALL;
use netlink_dissector::table::{Family, Tables};
use support::{Keeper, Setup, attribute, message};

const GENERIC: u16 = 16;

/// Every id is this family's.
struct Assume(&'static Family);

impl Knowledge for Assume {
    fn generic(&self, _: u16) -> Option<&Family> {
        Some(self.0)
    }
}

/// Walks a message of a family; none of these has anything odd.
fn walk(name: &str, direction: Direction, cmd: u8, body: &[u8]) -> Keeper {
    let family = ALL.iter().find(|f| f.name.as_str() == name).expect(name);
    let tables = Tables::builtin();
    let knowledge = Assume(family);
    let mut setup = Setup::new(&tables, GENERIC);
    setup.direction = Some(direction);
    setup.knowledge = Some(&knowledge);
    let bytes = message(40, 0, &[&[cmd, 1, 0, 0], body].concat());
    let keeper = setup.keep(&bytes);
    assert_eq!(keeper.codes(), Vec::<&str>::new(), "{name}");
    keeper
}

fn from_kernel(name: &str, cmd: u8, body: &[u8]) -> Keeper {
    walk(name, Direction::FromKernel, cmd, body)
}

fn to_kernel(name: &str, cmd: u8, body: &[u8]) -> Keeper {
    walk(name, Direction::ToKernel, cmd, body)
}

#[test]
fn a_ring_lists_its_nodes() {
    let body = [
        attribute(2, &[4, 0, 0, 0]),
        attribute(1, &[2, 0, 0, 0, 0, 1]),
        attribute(1, &[2, 0, 0, 0, 0, 2]),
    ]
    .concat();
    let keeper = from_kernel("HSR", 6, &body);
    assert_eq!(keeper.value("HSR_A_IFINDEX"), Some("4"));
    let keeper = from_kernel("HSR", 4, &attribute(6, &7u16.to_le_bytes()));
    assert_eq!(keeper.value("HSR_A_IF1_SEQ"), Some("7"));
}

#[test]
fn a_target_is_activated_for_one_protocol() {
    let five = attribute(3, &5u32.to_le_bytes());
    let value = |keeper: Keeper| keeper.value("NFC_ATTR_PROTOCOLS").map(str::to_owned);
    let one = value(to_kernel("nfc", 28, &five));
    assert_eq!(one.as_deref(), Some("\"NFC_PROTO_NFC_DEP\""));
    let set = value(from_kernel(
        "nfc",
        10,
        &attribute(3, &0x30u32.to_le_bytes()),
    ));
    assert_eq!(
        set.as_deref(),
        Some("[\"NFC_PROTO_ISO14443_MASK\",\"NFC_PROTO_NFC_DEP_MASK\"]")
    );
    let service = [attribute(2, &[4]), attribute(1, b"urn:nfc:sn:snep")].concat();
    let body = attribute(19, &attribute(1, &service));
    let keeper = from_kernel("nfc", 20, &body);
    assert_eq!(
        keeper.value("NFC_SDP_ATTR_URI"),
        Some("\"urn:nfc:sn:snep\"")
    );
    assert_eq!(keeper.value("NFC_SDP_ATTR_SAP"), Some("4"));
}

#[test]
fn a_regulator_has_a_name_and_events() {
    let mut event = b"vdd_core".to_vec();
    event.resize(32, 0);
    event.extend(0x2001u64.to_le_bytes());
    let keeper = from_kernel("reg_event", 1, &attribute(1, &event));
    assert_eq!(keeper.value("reg_name"), Some("\"vdd_core\""));
    assert_eq!(
        keeper.value("event"),
        Some("[\"REGULATOR_EVENT_UNDER_VOLTAGE\",\"REGULATOR_EVENT_UNDER_VOLTAGE_WARN\"]")
    );
}

/// An NC-SI packet of a type.
fn ncsi(kind: u8, payload: &[u8]) -> Vec<u8> {
    let length = (payload.len() as u16).to_be_bytes();
    let head = [
        0, 1, 0, 9, kind, 0, length[0], length[1], 0, 0, 0, 0, 0, 0, 0, 0,
    ];
    attribute(5, &[&head, payload].concat())
}

#[test]
fn a_controller_is_asked_and_answers() {
    let keeper = to_kernel("NCSI", 4, &ncsi(0x50, &[0, 0, 0x11, 0x3d, 0, 1, 0, 0]));
    assert_eq!(keeper.value("type"), Some("\"NCSI_PKT_CMD_OEM\""));
    assert_eq!(keeper.value("mfr_id"), Some("\"NCSI_OEM_MFR_BCM_ID\""));
    // a version, in a frame of the shortest length
    let mut version = vec![0, 0, 0, 0, 0xf1, 0xf0, 0xf0, 0, 0, 0, 0, 0];
    version.extend(b"fw 1.2\0\0\0\0\0\0");
    version.extend([
        1, 2, 3, 4, 0x80, 0x86, 0x15, 0x72, 0, 0, 0, 0, 0, 0, 0x01, 0x57,
    ]);
    version.extend([0xff; 4]);
    let keeper = from_kernel("NCSI", 4, &ncsi(0x95, &version));
    assert_eq!(keeper.value("code"), Some("\"NCSI_PKT_RSP_C_COMPLETED\""));
    assert_eq!(keeper.value("fw_name"), Some("\"fw 1.2\""));
    assert_eq!(keeper.value("mf_id"), Some("\"NCSI_OEM_MFR_INTEL_ID\""));
    let address = [&[0, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 0, 7][..], &[0xee; 4]].concat();
    let keeper = from_kernel("NCSI", 4, &ncsi(0xd8, &address));
    assert_eq!(keeper.value("address"), Some("\"02:00:00:00:00:07\""));
    // a command without arguments
    assert!(
        to_kernel("NCSI", 4, &ncsi(0x15, &[]))
            .find("payload")
            .is_none()
    );
}

#[test]
fn remote_addresses_of_a_bearer_stand_alone() {
    let mut address = vec![2, 0, 0x17, 0xe6, 192, 0, 2, 9];
    address.resize(16, 0);
    let keeper = from_kernel("TIPCv2", 4, &attribute(2, &address));
    assert!(keeper.find("TIPC_NLA_UDP_REMOTE").is_some());
    assert_eq!(keeper.value("sin_addr"), Some("\"192.0.2.9\""));
    let name = attribute(1, b"udp:UDP1\0");
    let keeper = from_kernel("TIPCv2", 4, &attribute(1, &name));
    assert_eq!(keeper.value("TIPC_NLA_BEARER_NAME"), Some("\"udp:UDP1\""));
    // the members of a monitored domain
    let members = [1u32.to_le_bytes(), 2u32.to_le_bytes()].concat();
    let keeper = from_kernel("TIPCv2", 19, &attribute(10, &attribute(5, &members)));
    let found = keeper.find("TIPC_NLA_MON_PEER_MEMBERS").unwrap();
    assert_eq!(found.children.len(), 2);
}

#[test]
fn the_older_tipc_has_a_header_and_tlvs() {
    let body = [
        0, 0, 0, 0, 2, 0x41, 0, 0, 0, 13, 0, 19, b'e', b't', b'h', b':', b'e', b'0', 0, 0,
    ];
    let body = [&body[..], &[0, 0, 0, 0]].concat();
    let keeper = to_kernel("TIPC", 1, &body);
    assert_eq!(keeper.value("tlv_type"), Some("\"TIPC_TLV_BEARER_NAME\""));
    assert_eq!(keeper.value("value"), Some("\"eth:e0\""));
    let header = keeper.find("tipc_genlmsghdr").unwrap();
    let cmd = header.children.iter().find(|c| c.name == "cmd").unwrap();
    assert_eq!(cmd.value, "\"TIPC_CMD_DISABLE_BEARER\"");
}
