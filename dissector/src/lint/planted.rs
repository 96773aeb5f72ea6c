//! A sound request of each sort of rtnetlink that code checks, and mistakes planted in it.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

use super::tests::{attribute, codes, found, message};
use super::{About, Code};
use crate::diagnostic::Severity;
use crate::wire::ByteOrder;

const REQUEST: u16 = 0x1;
const ACK: u16 = 0x4;
const BULK: u16 = 0x200;
const DUMP: u16 = 0x300;
const CREATE: u16 = 0x400;
const NESTED: u16 = 0x8000;

fn at(nla_type: u16, payload: &[u8]) -> Vec<u8> {
    attribute(ByteOrder::Little, nla_type, payload)
}

fn nest(nla_type: u16, parts: &[Vec<u8>]) -> Vec<u8> {
    at(nla_type | NESTED, &parts.concat())
}

/// What is found of a request, its notes left out.
fn grave(nlmsg_type: u16, flags: u16, header: &[u8], parts: &[Vec<u8>]) -> Vec<(Code, Severity)> {
    let order = ByteOrder::Little;
    let body = [header, &parts.concat()].concat();
    let bytes = message(order, nlmsg_type, flags, &body);
    let mut found = codes(&found(order, &bytes, &About::request()));
    found.retain(|(_, severity)| *severity != Severity::Note);
    found
}

/// Nothing is wrong with a request.
#[track_caller]
fn sound(nlmsg_type: u16, flags: u16, header: &[u8], parts: &[Vec<u8>]) {
    assert_eq!(grave(nlmsg_type, flags, header, parts), []);
}

/// The kernel refuses a request for this, and nothing else is wrong with it.
#[track_caller]
fn refused(code: Code, nlmsg_type: u16, flags: u16, header: &[u8], parts: &[Vec<u8>]) {
    let want = [(code, Severity::Error)];
    assert_eq!(grave(nlmsg_type, flags, header, parts), want);
}

const NEW: u16 = REQUEST | ACK | CREATE;
const DEL: u16 = REQUEST | ACK;
const MAC: [u8; 6] = [2, 0, 0, 0, 0, 1];
/// AF_BRIDGE, interface 3, NUD_PERMANENT, NTF_SELF.
const FDB: [u8; 12] = [7, 0, 0, 0, 3, 0, 0, 0, 0x80, 0, 2, 0];
/// The same without a state.
const FDB_ASKED: [u8; 12] = [7, 0, 0, 0, 3, 0, 0, 0, 0, 0, 2, 0];
const NO_INTERFACE: [u8; 12] = [7, 0, 0, 0, 0, 0, 0, 0, 0x80, 0, 2, 0];

#[test]
fn forwarding_entries_of_a_bridge() {
    let lladdr = || at(2, &MAC);
    let vlan = |n: u16| at(5, &n.to_le_bytes());
    for (nlmsg_type, flags) in [(28, NEW), (29, DEL)] {
        sound(nlmsg_type, flags, &FDB, &[lladdr(), vlan(4094)]);
        refused(Code::MissingAttribute, nlmsg_type, flags, &FDB, &[vlan(1)]);
        let short = [at(2, &MAC[..5])];
        refused(Code::ShortAttribute, nlmsg_type, flags, &FDB, &short);
        let beyond = [lladdr(), vlan(4095)];
        refused(Code::OutOfRange, nlmsg_type, flags, &FDB, &beyond);
        let one = [lladdr()];
        refused(Code::OutOfRange, nlmsg_type, flags, &NO_INTERFACE, &one);
    }
    sound(29, DEL | BULK, &FDB, &[vlan(5), at(16, &[2, 0])]);
    refused(Code::RefusedAttribute, 29, DEL | BULK, &FDB, &[lladdr()]);
    refused(Code::OutOfRange, 29, DEL | BULK, &FDB, &[vlan(0)]);
    sound(30, REQUEST, &FDB_ASKED, &[lladdr()]);
    refused(Code::RefusedFlags, 30, REQUEST, &FDB, &[lladdr()]);
    let probes = [lladdr(), at(4, &[1, 0, 0, 0])];
    refused(Code::RefusedAttribute, 30, REQUEST, &FDB_ASKED, &probes);
}

#[test]
fn neighbours() {
    let ndmsg = [2, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0];
    let dst = || at(1, &[10, 0, 0, 1]);
    sound(28, NEW, &ndmsg, &[dst(), at(2, &MAC)]);
    refused(Code::MissingAttribute, 28, NEW, &ndmsg, &[at(2, &MAC)]);
    sound(29, DEL, &ndmsg, &[dst()]);
    refused(Code::MissingAttribute, 29, DEL, &ndmsg, &[]);
    let ignored = grave(29, DEL, &ndmsg, &[dst(), at(2, &MAC)]);
    assert_eq!(ignored, [(Code::IgnoredAttribute, Severity::Warning)]);
    sound(30, REQUEST, &ndmsg, &[dst()]);
    let address = [dst(), at(2, &MAC)];
    refused(Code::RefusedAttribute, 30, REQUEST, &ndmsg, &address);
    let mctp = [45, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0];
    sound(28, NEW, &mctp, &[at(1, &[9]), at(2, &[1])]);
    refused(Code::MissingAttribute, 28, NEW, &mctp, &[at(1, &[9])]);
}

#[test]
fn multicast_groups_of_a_bridge() {
    let port = [7, 0, 0, 0, 3, 0, 0, 0];
    // interface 4, permanent, 239.1.1.1
    let mut entry = [0; 28];
    entry[0] = 4;
    entry[4] = 1;
    entry[8..12].copy_from_slice(&[239, 1, 1, 1]);
    entry[24..26].copy_from_slice(&[8, 0]);
    let set = |len: usize| at(1, &entry[..len]);
    for (nlmsg_type, flags) in [(84, NEW), (85, DEL)] {
        sound(nlmsg_type, flags, &port, &[set(28)]);
        refused(Code::ShortAttribute, nlmsg_type, flags, &port, &[set(20)]);
        refused(Code::MissingAttribute, nlmsg_type, flags, &port, &[]);
        let nowhere = [7, 0, 0, 0, 0, 0, 0, 0];
        refused(Code::OutOfRange, nlmsg_type, flags, &nowhere, &[set(28)]);
    }
    let mode = |n: u8| [set(28), nest(2, &[at(3, &[n])])];
    sound(84, NEW, &port, &mode(1));
    refused(Code::OutOfRange, 84, NEW, &port, &mode(2));
    let mask = |n: u8| [set(28), nest(2, &[at(10, &[n])])];
    sound(85, DEL | BULK, &port, &mask(1));
    refused(Code::BitsOutsideMask, 85, DEL | BULK, &port, &mask(2));
    let source = [set(28), nest(2, &[at(1, &[10, 0, 0, 1])])];
    refused(Code::RefusedAttribute, 85, DEL | BULK, &port, &source);
    sound(86, REQUEST, &port, &[set(28)]);
    let more = [set(28), at(9, &[1])];
    refused(Code::RefusedAttribute, 86, REQUEST, &port, &more);
}

#[test]
fn vlans_of_a_bridge() {
    let header = [7, 0, 0, 0, 3, 0, 0, 0];
    let info = || at(1, &[0, 0, 10, 0]);
    sound(112, NEW, &header, &[nest(1, &[info()])]);
    sound(113, DEL, &header, &[nest(1, &[info()])]);
    let short = [nest(1, &[at(1, &[0, 0, 10])])];
    refused(Code::ShortAttribute, 112, NEW, &header, &short);
    let plain = [at(1, &info())];
    refused(Code::NestWithoutFlag, 112, NEW, &header, &plain);
    let unknown = [nest(1, &[info()]), at(3, &[1])];
    refused(Code::RefusedAttribute, 112, NEW, &header, &unknown);
    let suppress = [nest(1, &[info(), at(9, &[2])])];
    refused(Code::OutOfRange, 112, NEW, &header, &suppress);
    sound(114, REQUEST | DUMP, &header, &[at(1, &[1, 0, 0, 0])]);
    let flags = [at(1, &[1, 0])];
    refused(Code::ShortAttribute, 114, REQUEST | DUMP, &header, &flags);
}

#[test]
fn statistics() {
    let header = |mask: u8| [0, 0, 0, 0, 3, 0, 0, 0, mask, 0, 0, 0];
    let of_all = |mask: u8| [0, 0, 0, 0, 0, 0, 0, 0, mask, 0, 0, 0];
    sound(94, REQUEST, &header(1), &[]);
    sound(94, REQUEST | DUMP, &of_all(1), &[]);
    refused(Code::OutOfRange, 94, REQUEST, &header(0), &[]);
    refused(Code::OutOfRange, 94, REQUEST, &of_all(1), &[]);
    refused(Code::OutOfRange, 94, REQUEST | DUMP, &of_all(0), &[]);
    let filters = |mask: u8| [nest(1, &[at(4, &[mask, 0, 0, 0])])];
    sound(94, REQUEST, &header(8), &filters(1));
    refused(Code::BitsOutsideMask, 94, REQUEST, &header(8), &filters(32));
    sound(95, DEL, &header(0), &[at(2, &[1])]);
    refused(Code::RefusedFlags, 95, DEL, &header(1), &[at(2, &[1])]);
    refused(Code::OutOfRange, 95, DEL, &header(0), &[at(2, &[2])]);
}

#[test]
fn forwarding_settings() {
    for family in [2, 10, 28] {
        let header = [family, 0, 0, 0];
        sound(82, REQUEST, &header, &[at(1, &[3, 0, 0, 0])]);
        refused(Code::MissingAttribute, 82, REQUEST, &header, &[]);
        refused(Code::ShortAttribute, 82, REQUEST, &header, &[at(1, &[3])]);
    }
}

#[test]
fn actions() {
    let kind = || at(1, b"gact\0");
    for (nlmsg_type, flags) in [(48, NEW), (49, DEL), (50, REQUEST)] {
        let table = at(1, &at(1, &kind()));
        sound(nlmsg_type, flags, &[0; 4], &[table]);
        refused(Code::MissingAttribute, nlmsg_type, flags, &[0; 4], &[]);
    }
}

#[test]
fn nexthops() {
    let id = || at(1, &[1, 0, 0, 0]);
    sound(104, NEW, &[2, 0, 4, 0, 0, 0, 0, 0], &[id()]);
    refused(
        Code::RefusedFlags,
        104,
        NEW,
        &[2, 0, 4, 1, 0, 0, 0, 0],
        &[id()],
    );
    refused(
        Code::RefusedFlags,
        104,
        NEW,
        &[2, 0, 4, 0, 1, 0, 0, 0],
        &[id()],
    );
    sound(106, REQUEST, &[0; 8], &[id()]);
    refused(Code::MissingAttribute, 106, REQUEST, &[0; 8], &[]);
    refused(
        Code::RefusedFlags,
        105,
        DEL,
        &[0, 0, 4, 0, 0, 0, 0, 0],
        &[id()],
    );
    refused(
        Code::RefusedFlags,
        106,
        REQUEST | DUMP,
        &[0, 0, 4, 0, 0, 0, 0, 0],
        &[],
    );
}

#[test]
fn vni_filters() {
    let header = [7, 0, 0, 0, 3, 0, 0, 0];
    let entry = |parts: &[Vec<u8>]| [nest(1, parts)];
    let start = || at(1, &[10, 0, 0, 0]);
    sound(120, NEW, &header, &entry(&[start()]));
    let group = entry(&[start(), at(3, &[239, 1])]);
    refused(Code::ShortAttribute, 120, NEW, &header, &group);
    let unknown = [nest(1, &[start()]), at(2, &[1])];
    refused(Code::RefusedAttribute, 120, NEW, &header, &unknown);
    sound(122, REQUEST | DUMP, &[7, 1, 0, 0, 0, 0, 0, 0], &[]);
    refused(
        Code::RefusedFlags,
        122,
        REQUEST | DUMP,
        &[7, 2, 0, 0, 0, 0, 0, 0],
        &[],
    );
}

#[test]
fn routes_and_addresses_of_other_families() {
    let label = || at(1, &[0, 0x10, 0x01, 0]);
    // a label, the main table, a unicast route
    let mpls = [28, 20, 0, 0, 254, 4, 0, 1, 0, 0, 0, 0];
    sound(24, NEW, &mpls, &[label(), at(4, &[3, 0, 0, 0])]);
    let gateway = [label(), at(5, &[10, 0, 0, 1])];
    refused(Code::RefusedAttribute, 24, NEW, &mpls, &gateway);
    let mut marked = mpls;
    marked[3] = 4;
    refused(Code::RefusedFlags, 24, NEW, &marked, &[label()]);

    let mctp = [45, 0, 0, 0, 3, 0, 0, 0];
    sound(20, NEW, &mctp, &[at(2, &[8])]);
    let named = [at(2, &[8]), at(3, b"lo\0")];
    refused(Code::RefusedAttribute, 20, NEW, &mctp, &named);

    let phonet = [35, 0, 0, 0, 3, 0, 0, 0];
    sound(20, NEW, &phonet, &[at(2, &[8])]);
    refused(Code::MissingAttribute, 20, NEW, &phonet, &[]);

    let can = [29, 1, 0, 0];
    let ends = || [at(9, &[3, 0, 0, 0]), at(10, &[4, 0, 0, 0])];
    sound(24, NEW, &can, &ends());
    let [from, to] = ends();
    refused(
        Code::ShortAttribute,
        24,
        NEW,
        &can,
        &[from, to, at(1, &[1; 4])],
    );

    let ipmr = [128, 32, 32, 0, 253, 17, 0, 5, 0, 0, 0, 0];
    sound(24, NEW, &ipmr, &[at(1, &[239, 1, 1, 1])]);
    refused(Code::ShortAttribute, 24, NEW, &ipmr, &[at(1, &[239, 1])]);
}
