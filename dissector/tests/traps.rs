//! Where netlink is not what it seems: one test for each, on bytes made by hand.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

mod support;

use netlink_dissector::context::Direction;
use netlink_dissector::sink::text::value as text;
use netlink_dissector::sink::{Value, json::value as json};
use netlink_dissector::table::{Arch, Tables};
use netlink_dissector::wire::{self, ByteOrder, Messages};
use std::sync::LazyLock;
use support::{Keeper, Setup, attribute, error_of, message, message_with, walk_frame};

static TABLES: LazyLock<Tables> = LazyLock::new(Tables::builtin);

const ROUTE: u16 = 0;
const SOCK_DIAG: u16 = 4;
const AUDIT: u16 = 9;
const NETFILTER: u16 = 12;
const GENERIC: u16 = 16;

const NEWLINK: u16 = 16;
const DELLINK: u16 = 17;
const GETLINK: u16 = 18;
const NEWROUTE: u16 = 24;

const IFNAME: u16 = 3;
const MTU: u16 = 4;
const LINKINFO: u16 = 18;
const NESTED: u16 = 0x8000;
const NET_BYTEORDER: u16 = 0x4000;

fn setup(protocol: u16) -> Setup<'static> {
    Setup::new(&TABLES, protocol)
}

fn from_kernel(protocol: u16) -> Setup<'static> {
    Setup {
        direction: Some(Direction::FromKernel),
        ..setup(protocol)
    }
}

fn to_kernel(protocol: u16) -> Setup<'static> {
    Setup {
        direction: Some(Direction::ToKernel),
        ..setup(protocol)
    }
}

/// An RTM_NEWLINK with these attributes.
fn link(attributes: &[Vec<u8>]) -> Vec<u8> {
    link_of(0, attributes)
}

/// The same with an ifi_family.
fn link_of(family: u8, attributes: &[Vec<u8>]) -> Vec<u8> {
    let mut payload = vec![family];
    payload.extend([0; 15]);
    payload.extend(attributes.concat());
    message(NEWLINK, 0, &payload)
}

fn nest(number: u16, attributes: &[Vec<u8>]) -> Vec<u8> {
    attribute(number, &attributes.concat())
}

fn mtu(n: u32) -> Vec<u8> {
    attribute(MTU, &n.to_le_bytes())
}

fn frame(protocol: u16, bytes: &[u8]) -> Vec<(usize, usize, Keeper)> {
    walk_frame(&TABLES, protocol, bytes, ByteOrder::Little, None)
}

/// The attributes of a message as JSON, from one brace to the other.
fn attributes(line: &str) -> &str {
    let at = line.find("\"attributes\":").expect("attributes") + 13;
    let mut depth = 0;
    for (i, c) in line[at..].char_indices() {
        match c {
            '{' | '[' => depth += 1,
            '}' | ']' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return &line[at..at + i + 1];
        }
    }
    panic!("{line}: no end");
}

#[test]
fn messages_lie_at_multiples_of_four() {
    for extra in 1..4 {
        let mut bytes = message(99, 0, &vec![7; extra]);
        bytes.resize(20, 0);
        bytes.extend(message(NEWLINK, 0, &[0; 16]));
        let kept = frame(ROUTE, &bytes);
        let places: Vec<_> = kept.iter().map(|(from, to, _)| (*from, *to)).collect();
        assert_eq!(places, [(0, 16 + extra), (20, 52)]);
        assert_eq!(kept[1].2.value("nlmsg_type"), Some("\"RTM_NEWLINK\""));
    }
}

#[test]
fn a_length_below_sixteen_ends_the_frame() {
    for len in [0u32, 1, 15] {
        let mut bytes = link(&[mtu(1500)]);
        let end = bytes.len();
        bytes.extend(len.to_le_bytes());
        bytes.extend([1; 20]);
        let kept = frame(ROUTE, &bytes);
        assert_eq!(kept.len(), 1);
        let keeper = &kept[0].2;
        assert_eq!(keeper.codes(), ["bad-length"]);
        let rest = keeper.find("rest").expect("what no message claims");
        assert_eq!((rest.offset, rest.len), (end, 24));
    }
    // alone in its frame
    let kept = frame(ROUTE, &[[15, 0, 0, 0].as_slice(), &[1; 12]].concat());
    assert_eq!(kept[0].2.codes(), ["bad-length"]);
    let kept = frame(ROUTE, &[1; 15]);
    assert_eq!(kept[0].2.codes(), ["short-frame"]);
}

#[test]
fn senders_pad_their_buffers_with_zeros() {
    for zeros in [1, 4, 16, 1024] {
        let mut bytes = message(GETLINK, 0x301, &[0; 16]);
        bytes.extend(vec![0; zeros]);
        let kept = frame(ROUTE, &bytes);
        assert_eq!(kept.len(), 1, "zeros are no message");
        assert_eq!(kept[0].2.codes(), ["zero-tail"]);
    }
    let mut bytes = message(GETLINK, 0x301, &[0; 16]);
    bytes.extend([0, 0, 1]);
    assert_eq!(frame(ROUTE, &bytes)[0].2.codes(), ["rest-bytes"]);
}

#[test]
fn bytes_too_few_for_an_attribute_are_left_over() {
    for n in 1..4 {
        let keeper = setup(ROUTE).keep(&link(&[mtu(1500), vec![9; n]]));
        assert_eq!(keeper.value("IFLA_MTU"), Some("1500"));
        assert_eq!(keeper.codes(), ["leftover-bytes"]);
        assert_eq!(keeper.find("rest").map(|r| r.len), Some(n));
        // the padding of the last attribute may be missing in part or in whole
        let mut short = link(&[mtu(1500), attribute(IFNAME, b"ab\0\0\0")]);
        let len = short.len() - n;
        short.truncate(len);
        short[0] = len as u8;
        let keeper = setup(ROUTE).keep(&short);
        assert_eq!(keeper.value("IFLA_IFNAME"), Some("\"ab\""));
        assert!(keeper.codes().is_empty(), "{:?}", keeper.codes());
    }
}

#[test]
fn lengths_of_attributes_that_do_not_fit() {
    let head = |len: u16| {
        let mut bytes = len.to_le_bytes().to_vec();
        bytes.extend([MTU as u8, 0, 220, 5, 0, 0]);
        bytes
    };
    for len in [0, 1, 2, 3, 9, 12, 65535] {
        let keeper = setup(ROUTE).keep(&link(&[attribute(IFNAME, b"a\0"), head(len)]));
        assert_eq!(keeper.codes(), ["bad-attribute"], "nla_len {len}");
        assert_eq!(
            keeper.value("IFLA_IFNAME"),
            Some("\"a\""),
            "what stands before is read"
        );
        assert_eq!(keeper.find("IFLA_MTU"), None);
        assert_eq!(keeper.find("rest").map(|r| r.len), Some(8));
    }
    for (len, value) in [(8, "1500"), (4, "{\"hex\":\"\"}")] {
        let mut bytes = head(len);
        bytes.truncate(usize::from(len));
        let keeper = setup(ROUTE).keep(&link(&[bytes]));
        assert_eq!(keeper.value("IFLA_MTU"), Some(value), "nla_len {len}");
    }
    // bytes that are all zero were never meant as attributes
    let keeper = setup(ROUTE).keep(&link(&[mtu(1500), vec![0; 8]]));
    assert_eq!(keeper.codes(), ["zero-attributes"]);
}

#[test]
fn an_attribute_that_stands_again() {
    let again = link(&[
        mtu(1),
        mtu(2),
        attribute(IFNAME, b"a\0"),
        mtu(3),
        attribute(IFNAME, b"b\0"),
    ]);
    let keeper = setup(ROUTE).keep(&again);
    for (name, value) in [
        ("IFLA_MTU", "1"),
        ("IFLA_MTU#2", "2"),
        ("IFLA_MTU#3", "3"),
        ("IFLA_IFNAME", "\"a\""),
        ("IFLA_IFNAME#2", "\"b\""),
    ] {
        assert_eq!(keeper.value(name), Some(value), "{name}");
    }
    assert_eq!(keeper.codes(), ["repeated-attribute"; 3]);
    let line = setup(ROUTE).json(&again);
    assert_eq!(
        attributes(&line),
        r#"{"IFLA_MTU":1,"IFLA_MTU#2":2,"IFLA_IFNAME":"a","IFLA_MTU#3":3,"IFLA_IFNAME#2":"b"}"#
    );
    // unknown ones too, though nobody can say whether they may
    let line = setup(ROUTE).json(&link(&[
        attribute(900, b"x"),
        attribute(900, b"y"),
        attribute(388, b"z"),
    ]));
    assert_eq!(
        attributes(&line),
        r##"{"#900":{"hex":"78"},"#900#2":{"hex":"79"},"#388":{"hex":"7a"}}"##
    );
    assert!(!line.contains("repeated-attribute"), "{line}");
}

#[test]
fn the_kernel_takes_the_last_where_a_value_decides() {
    let info = |kinds: &[&[u8]]| {
        let mut inside: Vec<_> = kinds.iter().map(|kind| attribute(1, kind)).collect();
        inside.push(nest(2, &[attribute(1, &7u16.to_le_bytes())]));
        setup(ROUTE).keep(&link(&[nest(LINKINFO, &inside)]))
    };
    let keeper = info(&[b"dummy\0", b"vlan\0"]);
    assert_eq!(keeper.value("IFLA_VLAN_ID"), Some("7"));
    let keeper = info(&[b"vlan\0", b"dummy\0"]);
    assert_eq!(keeper.find("IFLA_VLAN_ID"), None);
}

#[test]
fn flags_by_the_kind_of_message() {
    let flags = |nlmsg_type, flags| {
        let keeper = setup(ROUTE).keep(&message(nlmsg_type, flags, &[0; 20]));
        keeper.value("nlmsg_flags").map(str::to_owned)
    };
    for (nlmsg_type, at_100, at_200) in [
        (GETLINK, "NLM_F_ROOT", "NLM_F_MATCH"),
        (NEWLINK, "NLM_F_REPLACE", "NLM_F_EXCL"),
        (DELLINK, "NLM_F_NONREC", "NLM_F_BULK"),
        (2, "NLM_F_CAPPED", "NLM_F_ACK_TLVS"),
        (3, "NLM_F_CAPPED", "NLM_F_ACK_TLVS"),
    ] {
        assert_eq!(flags(nlmsg_type, 0x100), Some(format!("[\"{at_100}\"]")));
        assert_eq!(flags(nlmsg_type, 0x200), Some(format!("[\"{at_200}\"]")));
    }
    // a generic message's kind is its command's: CTRL_CMD_GETFAMILY, CTRL_CMD_NEWFAMILY
    for (command, name) in [(3, "NLM_F_ROOT"), (1, "NLM_F_REPLACE"), (2, "NLM_F_NONREC")] {
        let keeper = setup(GENERIC).keep(&message(16, 0x100, &[command, 1, 0, 0]));
        assert_eq!(
            keeper.value("nlmsg_flags"),
            Some(format!("[\"{name}\"]").as_str())
        );
    }
    // nobody knows what the upper half means in a message that nobody knows
    assert_eq!(
        flags(999, 0x101).as_deref(),
        Some("[\"NLM_F_REQUEST\",256]")
    );
}

#[test]
fn a_dump_is_one_flag() {
    let keeper = setup(ROUTE).keep(&message(GETLINK, 0x301, &[0; 16]));
    assert_eq!(
        keeper.value("nlmsg_flags"),
        Some(r#"["NLM_F_REQUEST","NLM_F_DUMP"]"#)
    );
    let keeper = setup(ROUTE).keep(&message(NEWLINK, 0x301, &[0; 16]));
    let both = r#"["NLM_F_REQUEST","NLM_F_REPLACE","NLM_F_EXCL"]"#;
    assert_eq!(keeper.value("nlmsg_flags"), Some(both));
}

/// An error with a request's echo and attributes.
fn error(flags: u16, error: i32, echo: &[u8], attributes: &[Vec<u8>]) -> Vec<u8> {
    let mut payload = error.to_le_bytes().to_vec();
    payload.extend(echo);
    payload.extend(attributes.concat());
    message(2, flags, &payload)
}

#[test]
fn what_an_error_echoes() {
    let request = link(&[mtu(68)]);
    let words = || attribute(1, b"no\0");
    // all of the request
    let keeper = setup(ROUTE).keep(&error(0x200, -22, &request, &[words()]));
    assert_eq!(keeper.value("error"), Some("-22"));
    assert_eq!(keeper.derived("errno"), Some("EINVAL"));
    assert_eq!(keeper.value("IFLA_MTU"), Some("68"));
    assert_eq!(keeper.value("NLMSGERR_ATTR_MSG"), Some("\"no\""));
    assert!(keeper.codes().is_empty());
    // capped: its header, and attributes at once behind it
    let keeper = setup(ROUTE).keep(&error(0x300, -22, &request[..16], &[words()]));
    assert_eq!(keeper.value("NLMSGERR_ATTR_MSG"), Some("\"no\""));
    assert_eq!((keeper.find("IFLA_MTU"), keeper.codes().len()), (None, 0));
    // a success echoes the header only, whatever its flags say
    let keeper = setup(ROUTE).keep(&error(0x200, 0, &request[..16], &[words()]));
    assert_eq!(keeper.value("NLMSGERR_ATTR_MSG"), Some("\"no\""));
    assert_eq!(keeper.derived("errno"), None);
    assert_eq!((keeper.find("IFLA_MTU"), keeper.codes().len()), (None, 0));
    // fewer bytes than the struct
    let keeper = setup(ROUTE).keep(&error(0, -22, &request[..10], &[]));
    assert_eq!(keeper.codes(), ["truncated-error"]);
    let keeper = setup(ROUTE).keep(&message(2, 0, &[0xea]));
    assert_eq!(keeper.codes(), ["truncated-error"]);
}

#[test]
fn attributes_of_an_error_behind_the_padding_of_its_echo() {
    for extra in 1..4 {
        let mut request = link(&[attribute(IFNAME, &vec![b'x'; 4 + extra])]);
        let len = request.len() - (4 - extra);
        request[0] = len as u8;
        assert_eq!(request.len() % 4, 0);
        let bytes = error(0x200, -19, &request, &[attribute(1, b"no\0")]);
        let keeper = setup(ROUTE).keep(&bytes);
        assert_eq!(keeper.value("NLMSGERR_ATTR_MSG"), Some("\"no\""), "{extra}");
        assert!(keeper.codes().is_empty(), "{:?}", keeper.codes());
    }
}

#[test]
fn the_end_of_a_dump() {
    let done = |flags, payload: &[u8]| setup(ROUTE).keep(&message(3, flags, payload));
    let with_words = [(-1i32).to_le_bytes().to_vec(), attribute(1, b"no\0")].concat();
    let keeper = done(0x202, &with_words);
    assert_eq!(keeper.value("error"), Some("-1"));
    assert_eq!(keeper.derived("errno"), Some("EPERM"));
    assert_eq!(keeper.value("NLMSGERR_ATTR_MSG"), Some("\"no\""));
    // the kernel promises attributes even where it had no room for them
    let keeper = done(0x202, &[0; 4]);
    assert_eq!(keeper.value("error"), Some("0"));
    assert!(keeper.codes().is_empty());
    assert_eq!(keeper.find("attributes"), None);
    // very old ones send nothing at all
    assert!(done(2, &[]).codes().is_empty());
}

/// A link with three virtual functions, the last without the right length.
fn functions() -> (Vec<u8>, u32) {
    let function = || nest(1, &[attribute(1, &[0; 36])]);
    let list = nest(22, &[function(), function(), function()]);
    let request = link(&[attribute(IFNAME, b"eth0\0"), list]);
    // the attribute inside the third function
    let at = request.len() - 40;
    (request, at as u32)
}

#[test]
fn the_path_of_what_the_kernel_refused() {
    let (request, at) = functions();
    let offset = |n: u32| attribute(2, &n.to_le_bytes());
    let path = |bytes: &[u8], request: Option<&[u8]>| {
        let keeper = Setup {
            request,
            ..setup(ROUTE)
        }
        .keep(bytes);
        keeper.derived("offending").map(str::to_owned)
    };
    let refused = error(0x200, -22, &request, &[offset(at)]);
    let vf = "IFLA_VFINFO_LIST.IFLA_VF_INFO[2].IFLA_VF_MAC";
    assert_eq!(path(&refused, None).as_deref(), Some(vf));
    let refused = error(0x200, -22, &request, &[offset(at - 4)]);
    assert_eq!(
        path(&refused, None).as_deref(),
        Some("IFLA_VFINFO_LIST.IFLA_VF_INFO[2]")
    );
    let refused = error(0x200, -22, &request, &[offset(32)]);
    assert_eq!(path(&refused, None).as_deref(), Some("IFLA_IFNAME"));
    let refused = error(0x200, -22, &request, &[offset(33)]);
    assert_eq!(path(&refused, None), None, "no attribute begins there");
    // where the echo is capped, the request itself helps
    let refused = error(0x300, -22, &request[..16], &[offset(at)]);
    assert_eq!(path(&refused, None), None);
    assert_eq!(path(&refused, Some(&request)).as_deref(), Some(vf));
}

#[test]
fn the_path_of_what_the_kernel_missed() {
    let request = link(&[mtu(1), nest(LINKINFO, &[])]);
    let number = |number, n: u32| attribute(number, &n.to_le_bytes());
    let missing = |attributes: &[Vec<u8>]| {
        let keeper = setup(ROUTE).keep(&error(0x200, -22, &request, attributes));
        keeper.derived("missing").map(str::to_owned)
    };
    assert_eq!(missing(&[number(5, 3)]).as_deref(), Some("IFLA_IFNAME"));
    let inside = missing(&[number(5, 1), number(6, 40)]);
    assert_eq!(inside.as_deref(), Some("IFLA_LINKINFO.IFLA_INFO_KIND"));
    let unknown = missing(&[number(5, 77), number(6, 40)]);
    assert_eq!(unknown.as_deref(), Some("IFLA_LINKINFO.#77"));
    assert_eq!(missing(&[]), None);
}

#[test]
fn an_error_may_echo_an_error() {
    let inner = error(0, -1, &link(&[mtu(68)]), &[]);
    let mut bytes = error(0, -2, &inner, &[]);
    let keeper = setup(ROUTE).keep(&bytes);
    assert_eq!(keeper.value("IFLA_MTU"), Some("68"));
    let errors: Vec<_> = keeper
        .derived
        .iter()
        .map(|(_, name)| name.as_str())
        .collect();
    assert_eq!(errors, ["ENOENT", "EPERM"]);
    // and so on, but not for ever
    for _ in 0..200 {
        bytes = error(0, -3, &bytes, &[]);
    }
    assert!(
        setup(ROUTE)
            .keep(&bytes)
            .codes()
            .contains(&"nesting-too-deep")
    );
}

#[test]
fn nests_with_and_without_their_flag() {
    let inside = || attribute(1, b"dummy\0");
    for number in [LINKINFO, LINKINFO | NESTED] {
        let keeper = setup(ROUTE).keep(&link(&[nest(number, &[inside()])]));
        assert_eq!(keeper.value("IFLA_INFO_KIND"), Some("\"dummy\""));
    }
    // the flag alone makes no nest of what is none
    let keeper = setup(ROUTE).keep(&link(&[attribute(MTU | NESTED, &68u32.to_le_bytes())]));
    assert_eq!(keeper.value("IFLA_MTU"), Some("68"));
}

#[test]
fn numbers_in_network_order_by_their_flag() {
    let number = attribute(MTU | NET_BYTEORDER, &1500u32.to_be_bytes());
    let keeper = setup(ROUTE).keep(&link(&[number]));
    assert_eq!(keeper.value("IFLA_MTU"), Some("1500"));
    assert_eq!(keeper.find("IFLA_MTU").map(|n| n.len), Some(8));
}

#[test]
fn numbers_in_network_order_without_a_flag() {
    // IPCTNL_MSG_CT_NEW: nfgenmsg, CTA_TIMEOUT
    let mut payload = vec![2, 0, 0, 0];
    payload.extend(attribute(7, &600u32.to_be_bytes()));
    let keeper = setup(NETFILTER).keep(&message(0x100, 0, &payload));
    assert_eq!(keeper.value("CTA_TIMEOUT"), Some("600"));
    // with the flag as ipset sends it, it is the same
    let mut payload = vec![2, 0, 0, 0];
    payload.extend(attribute(7 | NET_BYTEORDER, &600u32.to_be_bytes()));
    let keeper = setup(NETFILTER).keep(&message(0x100, 0, &payload));
    assert_eq!(keeper.value("CTA_TIMEOUT"), Some("600"));
}

#[test]
fn what_decides_may_stand_behind() {
    // RTA_ENCAP holds MPLS labels because RTA_ENCAP_TYPE behind it says so
    let label = (100u32 << 12 | 1 << 8 | 64).to_be_bytes();
    let encapsulation = nest(22, &[attribute(1, &label)]);
    let kind = |n: u16| attribute(21, &n.to_le_bytes());
    let route = |attributes: &[Vec<u8>]| {
        let mut payload = vec![2, 0, 0, 0, 254, 4, 0, 1, 0, 0, 0, 0];
        payload.extend(attributes.concat());
        setup(ROUTE).keep(&message(NEWROUTE, 0, &payload))
    };
    let keeper = route(&[encapsulation.clone(), kind(1)]);
    assert!(keeper.find("MPLS_IPTUNNEL_DST").is_some());
    let keeper = route(&[kind(1), encapsulation.clone()]);
    assert!(keeper.find("MPLS_IPTUNNEL_DST").is_some());
    let keeper = route(&[encapsulation.clone(), kind(2)]);
    assert!(
        keeper.find("LWTUNNEL_IP_ID").is_some(),
        "another encapsulation"
    );
    let keeper = route(&[encapsulation]);
    assert_eq!(
        keeper.find("RTA_ENCAP").map(|n| n.children.len()),
        Some(0),
        "nobody knows"
    );
}

#[test]
fn address_family_specific_data_of_links() {
    // by default a nest an address family
    let inet6 = nest(10, &[attribute(8, &[1])]);
    let keeper = from_kernel(ROUTE).keep(&link(&[nest(26, &[inet6])]));
    assert_eq!(
        keeper.value("IFLA_INET6_ADDR_GEN_MODE"),
        Some("\"IN6_ADDR_GEN_MODE_NONE\"")
    );
    // in a message of AF_BRIDGE the bridge's attributes themselves
    let vlan = attribute(2, &[2, 0, 10, 0]);
    let bytes = link_of(7, &[nest(26, &[vlan.clone(), vlan])]);
    let keeper = from_kernel(ROUTE).keep(&bytes);
    assert_eq!(keeper.value("vid"), Some("10"));
    assert!(keeper.codes().is_empty());
}

#[test]
fn ipv4_settings_by_direction() {
    let settings = |inside: Vec<u8>| link(&[nest(26, &[nest(2, &[attribute(1, &inside)])])]);
    // the kernel sends an array from the first setting on
    let array = [1i32, 0, 1].map(i32::to_le_bytes).concat();
    let line = from_kernel(ROUTE).json(&settings(array));
    let want = r#""IFLA_INET_CONF":{"IPV4_DEVCONF_FORWARDING":1,"IPV4_DEVCONF_MC_FORWARDING":0,"IPV4_DEVCONF_PROXY_ARP":1}"#;
    assert!(line.contains(want), "{line}");
    // programs send attributes
    let chosen = attribute(3, &1i32.to_le_bytes());
    let line = to_kernel(ROUTE).json(&settings(chosen));
    assert!(
        line.contains(r#""IFLA_INET_CONF":{"IPV4_DEVCONF_PROXY_ARP":1}"#),
        "{line}"
    );
}

#[test]
fn dumps_asked_for_with_a_byte() {
    for (nlmsg_type, payload) in [(GETLINK, vec![7]), (22, vec![2]), (26, vec![10])] {
        let keeper = to_kernel(ROUTE).keep(&message(nlmsg_type, 0x301, &payload));
        assert!(keeper.find("rtgen_family").is_some(), "{nlmsg_type}");
        assert!(
            keeper.codes().is_empty(),
            "{nlmsg_type}: {:?}",
            keeper.codes()
        );
    }
    // padded, as most send it
    let keeper = to_kernel(ROUTE).keep(&message(GETLINK, 0x301, &[7, 0, 0, 0]));
    assert_eq!(keeper.value("rtgen_family"), Some("\"AF_BRIDGE\""));
    assert!(keeper.codes().is_empty(), "{:?}", keeper.codes());
}

#[test]
fn neighbours_asked_for_with_two_headers() {
    // ndmsg and NDA_MASTER, or ifinfomsg and IFLA_MASTER
    let mut payload = vec![2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    payload.extend(attribute(9, &3u32.to_le_bytes()));
    let keeper = to_kernel(ROUTE).keep(&message(30, 0x301, &payload));
    assert!(keeper.find("ndmsg").is_some());
    assert_eq!(keeper.value("NDA_MASTER"), Some("3"));
    let mut payload = vec![7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    payload.extend(attribute(10, &3u32.to_le_bytes()));
    let keeper = to_kernel(ROUTE).keep(&message(30, 0x301, &payload));
    assert!(keeper.find("ifinfomsg").is_some());
    assert_eq!(keeper.value("IFLA_MASTER"), Some("3"));
}

#[test]
fn the_next_hops_of_a_route() {
    let hop = |index: u8, gateway: [u8; 4]| {
        let mut bytes = vec![16, 0, 0, 0, index, 0, 0, 0];
        bytes.extend(attribute(5, &gateway));
        bytes
    };
    let mut payload = vec![2, 0, 0, 0, 254, 4, 0, 1, 0, 0, 0, 0];
    payload.extend(nest(9, &[hop(2, [10, 0, 0, 1]), hop(3, [10, 0, 0, 2])]));
    let line = setup(ROUTE).json(&message(NEWROUTE, 0, &payload));
    let hops = r#""RTA_GATEWAY":"10.0.0.1"},{"rtnexthop":{"rtnh_len":16,"rtnh_flags":[],"rtnh_hops":0,"rtnh_ifindex":3},"RTA_GATEWAY":"10.0.0.2"}]"#;
    assert!(line.contains(hops), "{line}");
}

#[test]
fn structs_of_other_kernels() {
    // rtnl_link_stats64 grew at its end
    let numbers: Vec<u8> = (1..=26u64).flat_map(u64::to_le_bytes).collect();
    let stats = |len: usize| setup(ROUTE).keep(&link(&[attribute(23, &numbers[..len])]));
    let old = stats(23 * 8);
    assert_eq!(old.value("rx_compressed"), Some("22"));
    assert_eq!(old.find("rx_nohandler"), None);
    assert!(old.codes().is_empty(), "an older kernel's is no error");
    let cut = stats(4 * 8 + 3);
    assert_eq!(cut.value("tx_bytes"), Some("4"));
    assert_eq!(cut.value("rx_errors"), Some("{\"hex\":\"050000\"}"));
    assert_eq!(cut.find("tx_errors"), None);
    let new = stats(26 * 8);
    assert_eq!(
        new.value("trailing"),
        Some("{\"hex\":\"1a00000000000000\"}")
    );
    assert!(new.codes().is_empty(), "a newer kernel's is no error");
    // a header that is cut short is one: the kernel would refuse it
    let keeper = setup(ROUTE).keep(&message(NEWLINK, 0, &[0, 0, 1, 0, 7, 0, 0, 0, 1, 1]));
    assert_eq!(keeper.codes(), ["short-header"]);
    assert_eq!(keeper.value("ifi_index"), Some("7"));
    assert_eq!(keeper.value("ifi_flags"), Some("{\"hex\":\"0101\"}"));
    assert_eq!(keeper.find("ifi_change"), None);
}

#[test]
fn type_zero_is_an_attribute_of_sockets() {
    let answer = |family: u8, size: usize, payload: &[u8]| {
        let mut bytes = vec![family];
        bytes.resize(size, 0);
        bytes.extend(attribute(0, payload));
        from_kernel(SOCK_DIAG).keep(&message(20, 2, &bytes))
    };
    let keeper = answer(1, 16, b"/run/x\0");
    assert_eq!(keeper.value("UNIX_DIAG_NAME"), Some("\"/run/x\""));
    let keeper = answer(16, 28, &5u32.to_le_bytes());
    assert!(keeper.find("NETLINK_DIAG_MEMINFO").is_some());
    assert_eq!(keeper.value("SK_MEMINFO_RMEM_ALLOC"), Some("5"));
    let keeper = answer(17, 16, &[0; 24]);
    assert!(keeper.find("PACKET_DIAG_INFO").is_some());
}

#[test]
fn alignment_may_stand_as_often_as_it_likes() {
    let pad = || attribute(42, &[]);
    let bytes = link(&[pad(), mtu(1), pad(), pad(), attribute(IFNAME, b"a\0")]);
    let keeper = setup(ROUTE).keep(&bytes);
    assert!(keeper.codes().is_empty(), "{:?}", keeper.codes());
    assert_eq!(keeper.find("IFLA_PAD#2"), None);
    assert!(keeper.find("IFLA_PAD").is_some(), "the tree has every byte");
    let line = setup(ROUTE).json(&bytes);
    assert_eq!(attributes(&line), r#"{"IFLA_MTU":1,"IFLA_IFNAME":"a"}"#);
    // one that is no mere alignment is shown, under a key of its own
    let odd = || attribute(42, &[1]);
    let line = setup(ROUTE).json(&link(&[odd(), odd()]));
    assert_eq!(
        attributes(&line),
        r#"{"IFLA_PAD":{"hex":"01"},"IFLA_PAD#2":{"hex":"01"}}"#
    );
}

#[test]
fn an_attribute_that_may_be_a_flag() {
    // IFLA_VXLAN_TTL_INHERIT: older programs send it empty
    let vxlan = |payload: &[u8]| {
        let data = nest(2, &[attribute(28, payload)]);
        let inside = nest(LINKINFO, &[attribute(1, b"vxlan\0"), data]);
        setup(ROUTE).keep(&link(&[inside]))
    };
    for (payload, value) in [(&[][..], "true"), (&[0], "0"), (&[1], "1")] {
        let keeper = vxlan(payload);
        assert_eq!(keeper.value("IFLA_VXLAN_TTL_INHERIT"), Some(value));
        assert!(keeper.codes().is_empty());
    }
    // a number without bytes is no flag
    let keeper = setup(ROUTE).keep(&link(&[attribute(MTU, &[])]));
    assert_eq!(keeper.codes(), ["short-attribute"]);
    // nor is an empty nest
    let line = setup(ROUTE).json(&link(&[attribute(LINKINFO, &[])]));
    assert_eq!(attributes(&line), r#"{"IFLA_LINKINFO":{}}"#);
}

#[test]
fn indices_that_merely_count() {
    let operation = |n: u32| attribute(1, &n.to_le_bytes());
    for first in [0, 1, 5 | NESTED] {
        let list = nest(
            6,
            &[
                nest(first, &[operation(3)]),
                nest(first + 1, &[operation(4)]),
            ],
        );
        let line = from_kernel(GENERIC).json(&message(16, 0, &[vec![1, 2, 0, 0], list].concat()));
        assert_eq!(
            attributes(&line),
            r#"{"CTRL_ATTR_OPS":[{"CTRL_ATTR_OP_ID":3},{"CTRL_ATTR_OP_ID":4}]}"#
        );
    }
}

#[test]
fn types_that_mean_something_themselves() {
    // policies: the policy's number, then the attribute's
    let kind = |n: u32| attribute(1, &n.to_le_bytes());
    let policy = nest(3, &[nest(7, &[kind(4)]), nest(9, &[kind(11)])]);
    let line = from_kernel(GENERIC).json(&message(
        16,
        2,
        &[vec![10, 1, 0, 0], nest(8, &[policy])].concat(),
    ));
    assert_eq!(
        attributes(&line),
        r#"{"CTRL_ATTR_POLICY":{"3":{"7":{"NL_POLICY_TYPE_ATTR_TYPE":"NL_ATTR_TYPE_U32"},"9":{"NL_POLICY_TYPE_ATTR_TYPE":"NL_ATTR_TYPE_STRING"}}}}"#
    );
    // a key that comes twice must not overwrite the first
    let policy = nest(
        3,
        &[
            nest(7, &[kind(4)]),
            nest(9, &[]),
            nest(7, &[]),
            nest(9, &[]),
        ],
    );
    let line = from_kernel(GENERIC).json(&message(
        16,
        2,
        &[vec![10, 1, 0, 0], nest(8, &[policy])].concat(),
    ));
    assert!(line.contains(r#"},"9":{},"7#2":{},"9#2":{}}"#), "{line}");
}

#[test]
fn batches_of_netfilter() {
    // res_id, in network order, says which subsystem
    let begin = message(0x10, 1, &[0, 0, 0, 10]);
    let end = message(0x11, 1, &[0, 0, 0, 10]);
    for (bytes, name) in [(begin, "NFNL_MSG_BATCH_BEGIN"), (end, "NFNL_MSG_BATCH_END")] {
        let keeper = setup(NETFILTER).keep(&bytes);
        assert_eq!(
            keeper.value("nlmsg_type"),
            Some(format!("\"{name}\"").as_str())
        );
        assert_eq!(keeper.value("res_id"), Some("\"NFNL_SUBSYS_NFTABLES\""));
        assert!(keeper.codes().is_empty());
    }
    // subsystem 0 with that number would be something else
    let keeper = setup(NETFILTER).keep(&message(0x0a10, 1, &[0, 0, 0, 0]));
    assert_ne!(keeper.value("nlmsg_type"), Some("\"NFNL_MSG_BATCH_BEGIN\""));
}

#[test]
fn audit_leaves_its_header_out_of_the_length() {
    let text = b"audit(1.2:3): a=1";
    let mut short = message(1300, 0, text);
    short[..4].copy_from_slice(&(text.len() as u32).to_le_bytes());
    let found: Vec<_> = Messages::of(AUDIT, &short, ByteOrder::Little).collect();
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].payload(), text);
    // the multicast copy counts it, and no other protocol leaves it out
    let right = message(1300, 0, text);
    let found: Vec<_> = Messages::of(AUDIT, &right, ByteOrder::Little).collect();
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].payload(), text);
    let found: Vec<_> = Messages::of(ROUTE, &short, ByteOrder::Little).collect();
    assert!(found.first().is_none_or(|m| m.payload() != text));
}

#[test]
fn the_byte_order_that_explains_a_frame() {
    let little = [link(&[mtu(1500)]), link(&[mtu(9000)])].concat();
    assert_eq!(wire::plausibility(&little, ByteOrder::Little), little.len());
    assert_eq!(wire::plausibility(&little, ByteOrder::Big), 0);
    let mut big = little.clone();
    big[..4].reverse();
    big[little.len() / 2..][..4].reverse();
    assert_eq!(wire::plausibility(&big, ByteOrder::Big), big.len());
    assert_eq!(wire::plausibility(&big, ByteOrder::Little), 0);
}

#[test]
fn cooked_headers_of_three_link_types() {
    // LINKTYPE_NETLINK and LINKTYPE_LINUX_SLL: type, hardware, address, protocol
    let mut sll = vec![0, 4, 3, 56, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 16];
    sll.extend(b"frame");
    for link_type in [wire::LINKTYPE_NETLINK, wire::LINKTYPE_LINUX_SLL] {
        let (cooked, rest) = wire::cooked(link_type, &sll).expect("netlink");
        assert_eq!(
            (cooked.protocol, cooked.packet_type, cooked.len),
            (16, 4, 16)
        );
        assert_eq!(rest, b"frame");
    }
    // LINKTYPE_LINUX_SLL2: protocol, index, hardware, type, address
    let mut sll2 = vec![0, 16, 0, 0, 0, 0, 0, 5, 3, 56, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    sll2.extend(b"frame");
    let (cooked, rest) = wire::cooked(wire::LINKTYPE_LINUX_SLL2, &sll2).expect("netlink");
    assert_eq!(
        (cooked.protocol, cooked.packet_type, cooked.len),
        (16, 4, 20)
    );
    assert_eq!(rest, b"frame");
    // the same link types carry Ethernet and others
    sll[3] = 1;
    sll2[9] = 1;
    assert!(wire::cooked(wire::LINKTYPE_LINUX_SLL, &sll).is_none());
    assert!(wire::cooked(wire::LINKTYPE_LINUX_SLL2, &sll2).is_none());
    assert!(wire::cooked(1, &sll).is_none());
    for len in 0..16 {
        assert!(wire::cooked(wire::LINKTYPE_NETLINK, &sll[..len]).is_none());
    }
}

#[test]
fn strings_that_are_none() {
    let name = |payload: &[u8]| {
        let keeper = setup(ROUTE).keep(&link(&[attribute(IFNAME, payload)]));
        let codes = keeper.codes();
        (keeper.value("IFLA_IFNAME").unwrap_or("").to_owned(), codes)
    };
    assert_eq!(name(b"eth0\0"), ("\"eth0\"".into(), vec![]));
    assert_eq!(
        name(b"eth0"),
        ("\"eth0\"".into(), vec![]),
        "the kernel takes it so"
    );
    assert_eq!(
        name(b"eth0\0\0\0"),
        ("\"eth0\"".into(), vec![]),
        "an array of characters"
    );
    assert_eq!(name(b"a\0b\0"), ("\"a\"".into(), vec!["bytes-behind-nul"]));
    assert_eq!(name(b""), ("\"\"".into(), vec![]));
    let odd = r#"{"hex":"61ff62","text":"a�b"}"#;
    assert_eq!(name(b"a\xffb\0"), (odd.into(), vec![]));
    // where the policy wants the NUL
    let kind = |payload: &[u8]| {
        let words = attribute(1, payload);
        setup(ROUTE).keep(&error(0x200, 0, &link(&[])[..16], &[words]))
    };
    assert_eq!(kind(b"no").codes(), ["not-terminated"]);
    assert_eq!(kind(b"no").value("NLMSGERR_ATTR_MSG"), Some("\"no\""));
}

#[test]
fn nothing_from_a_capture_reaches_a_terminal() {
    let evil = "\u{1b}[2J\u{7}\u{9b}1m\u{85}\u{202e}\u{2066}\u{200f}\u{7f}\n\"\\é";
    let mut out = Vec::new();
    json::write_value(&mut out, &Value::Text(evil.as_bytes()));
    let quoted = r#""\u001b[2J\u0007\u009b1m\u0085\u202e\u2066\u200f\u007f\n\"\\é""#;
    assert_eq!(String::from_utf8(out).expect("UTF-8"), quoted);
    let mut out = Vec::new();
    text::write_value(&mut out, &Value::Text(evil.as_bytes()), false);
    let quoted = r#""\u{1b}[2J\u{7}\u{9b}1m\u{85}\u{202e}\u{2066}\u{200f}\u{7f}\n\"\\é""#;
    assert_eq!(String::from_utf8(out).expect("UTF-8"), quoted);
    // names that messages told are text as well
    let named = Value::Interface {
        value: 7,
        width: 4,
        name: Some("a\u{1b}b"),
    };
    let mut out = Vec::new();
    text::write_value(&mut out, &named, false);
    assert_eq!(String::from_utf8(out).expect("UTF-8"), "7 (a\\u{1b}b)");
}

/// rtnl_link_ifmap: three u64 and 4 bytes, which i386 does not round up to 32.
#[test]
fn layouts_of_i386() {
    let numbers: Vec<u8> = (1..=3u64).flat_map(u64::to_le_bytes).collect();
    let map = [numbers.as_slice(), &[9, 0, 7, 6]].concat();
    let bytes = link(&[attribute(14, &map)]);
    let told = Setup {
        arch: Arch::named("i386"),
        ..setup(ROUTE)
    };
    let keeper = told.keep(&bytes);
    assert_eq!(
        (keeper.value("irq"), keeper.value("port")),
        (Some("9"), Some("6"))
    );
    assert!(keeper.codes().is_empty(), "it was told");
    // where nothing tells, the size does
    let keeper = setup(ROUTE).keep(&bytes);
    assert_eq!(
        (keeper.value("irq"), keeper.value("port")),
        (Some("9"), Some("6"))
    );
    assert_eq!(keeper.codes(), ["other-layout"]);
    // where something else was told, it is a short struct
    let told = Setup {
        arch: Arch::named("x86_64"),
        ..setup(ROUTE)
    };
    assert!(told.keep(&bytes).codes().is_empty());
}

/// A success must not be taken for the request that it acknowledges.
#[test]
fn a_success_has_no_errno() {
    let keeper = setup(ROUTE).keep(&error_of(&link(&[]), 0, 5));
    assert_eq!(keeper.value("error"), Some("0"));
    assert_eq!(keeper.derived("errno"), None);
    assert_eq!(keeper.value("nlmsg_flags"), Some("[\"NLM_F_CAPPED\"]"));
}

/// An answer to nobody's request and a message of a protocol without tables are messages.
#[test]
fn what_nobody_knows() {
    let keeper = setup(31).keep(&message_with(999, 0, 1, 1, b"abc"));
    assert_eq!(keeper.value("nlmsg_type"), Some("999"));
    assert_eq!(keeper.value("payload"), Some("\"abc\""));
    let keeper = setup(31).keep(&message_with(999, 0, 1, 1, &[1, 2, 3]));
    assert_eq!(keeper.value("payload"), Some("{\"hex\":\"010203\"}"));
    let keeper = setup(GENERIC).keep(&message(0x22, 0, &[1, 1, 0, 0, 9, 9]));
    assert_eq!(keeper.value("nlmsg_type"), Some("34"));
    assert_eq!(keeper.value("cmd"), Some("1"));
}
