use super::step::*;
use super::*;
use crate::families::{net_dm, ovs, psample};
use crate::special::test::{decode, lengths};
use crate::special::testing::{attribute, message, show, show_generic};
use crate::table::{Family, Special};
use crate::wire::ByteOrder::Little;

const UDP: &[u8] = &[
    0x45, 0, 0, 30, 0, 1, 0x40, 0, 64, 17, 0xab, 0xcd, 10, 0, 0, 1, 10, 0, 0, 2, // iphdr
    0x14, 0xe9, 0, 53, 0, 10, 0, 0, b'h', b'i',
];

fn ethernet(kind: u16, inside: &[u8]) -> Vec<u8> {
    let mut bytes = vec![2, 0, 0, 0, 0, 1, 2, 0, 0, 0, 0, 2];
    bytes.extend(kind.to_be_bytes());
    bytes.extend(inside);
    bytes
}

#[test]
fn udp_in_ipv4() {
    assert_eq!(
        decode(&IP, UDP, Little),
        [
            "x Struct",
            "  iphdr Struct",
            "    first Bits",
            "      version: 4",
            "      ihl: 5",
            "    tos: 0",
            "    tot_len: 30",
            "    id: 1",
            "    frag_off: 16384",
            "    ttl: 64",
            "    protocol: IPPROTO_UDP",
            "    check: 43981",
            "    saddr: Ipv4 [0a, 00, 00, 01]",
            "    daddr: Ipv4 [0a, 00, 00, 02]",
            "  udphdr Struct",
            "    source: 5353",
            "    dest: 53",
            "    len: 10",
            "    check: 0",
            "  payload: Opaque [68, 69]",
        ]
    );
}

fn headers(special: &Special, bytes: &[u8]) -> Vec<String> {
    let lines = decode(special, bytes, Little);
    let top = |line: &String| line.starts_with("  ") && !line.starts_with("   ");
    lines
        .into_iter()
        .filter(top)
        .map(|l| l.trim().to_owned())
        .collect()
}

#[test]
fn what_fills_a_short_frame_is_no_payload() {
    let mut frame = ethernet(ETH_P_IP, UDP);
    frame.resize(60, 0);
    let want = [
        "ethhdr Struct",
        "iphdr Struct",
        "udphdr Struct",
        "payload: Opaque [68, 69]",
    ];
    assert_eq!(headers(&ETHERNET, &frame), want);
    frame[59] = 7;
    assert_eq!(headers(&ETHERNET, &frame).len(), 5);
}

#[test]
fn tags_and_tunnels() {
    let mut tagged = vec![0, 5, 0x86, 0xdd, 0x60, 0, 0, 0, 0, 30, 4, 64];
    tagged.extend([0; 32]);
    tagged.extend(UDP);
    let frame = ethernet(ETH_P_8021Q, &tagged);
    let want = [
        "ethhdr Struct",
        "vlan_hdr Struct",
        "ipv6hdr Struct",
        "iphdr Struct",
        "udphdr Struct",
        "payload: Opaque [68, 69]",
    ];
    assert_eq!(headers(&ETHERNET, &frame), want);
    lengths(&ETHERNET, &frame);
}

#[test]
fn the_packet_that_an_error_is_about() {
    let mut bytes = UDP[..20].to_vec();
    (bytes[3], bytes[9]) = (58, 1);
    bytes.extend([3, 4, 0, 0, 0, 0, 5, 0xdc]);
    bytes.extend(UDP);
    let lines = decode(&IP, &bytes, Little);
    for want in ["    code: ICMP_FRAG_NEEDED", "      mtu: 1500"] {
        assert!(lines.iter().any(|l| l == want), "{want}: {lines:?}");
    }
    let want = [
        "iphdr Struct",
        "icmphdr Struct",
        "iphdr Struct",
        "udphdr Struct",
        "payload: Opaque [68, 69]",
    ];
    assert_eq!(headers(&IP, &bytes), want);
    lengths(&IP, &bytes);
}

#[test]
fn options_and_fragments() {
    let mut tcp = UDP[..20].to_vec();
    (tcp[0], tcp[3], tcp[9]) = (0x46, 48, 6);
    tcp.extend([1; 4]);
    tcp.extend([
        0, 80, 0, 81, 0, 0, 0, 1, 0, 0, 0, 2, 0x60, 0x12, 0, 9, 0, 0, 0, 0, 1, 1, 1, 0,
    ]);
    let lines = decode(&IP, &tcp, Little);
    assert_eq!(lines.iter().filter(|l| l.contains("options")).count(), 2);
    assert!(lines.contains(&"      syn: 1".to_owned()), "{lines:?}");
    lengths(&IP, &tcp);
    tcp[7] = 1;
    assert_eq!(
        headers(&IP, &tcp).len(),
        2,
        "a later fragment has no header of TCP"
    );
}

#[test]
fn arp_and_what_is_no_packet() {
    let arp = [
        0, 1, 8, 0, 6, 4, 0, 1, 2, 0, 0, 0, 0, 1, 10, 0, 0, 1, 0, 0, 0, 0, 0, 0, 10, 0, 0, 2,
    ];
    let frame = ethernet(ETH_P_ARP, &arp);
    let lines = decode(&ETHERNET, &frame, Little);
    assert!(
        lines.contains(&"    ar_op: ARPOP_REQUEST".to_owned()),
        "{lines:?}"
    );
    lengths(&ETHERNET, &frame);
    assert_eq!(decode(&IP, &[0x12, 3], Little), ["x: Packet [12, 03]"]);
    assert_eq!(decode(&IP, &[], Little), ["x: Packet []"]);
}

#[test]
fn any_protocol_at_any_length() {
    for number in 0..=255 {
        let mut v6 = vec![0x60, 0, 0, 0, 0, 0, number, 64];
        v6.extend([0; 32]);
        v6.extend((0..24u8).map(|n| n.wrapping_mul(37).wrapping_add(number)));
        lengths(&IP, &v6);
    }
}

const NETLINK_NETFILTER: u16 = 12;

fn netfilter(kind: u16, family: u8, attributes: &[(u16, &[u8])]) -> String {
    let all = attributes.iter().flat_map(|(n, p)| attribute(*n, p));
    let body: Vec<u8> = [family, 0, 0, 0].into_iter().chain(all).collect();
    show(NETLINK_NETFILTER, &message(kind, &body))
}

fn generic(of: &'static Family, command: u8, attributes: &[(u16, &[u8])]) -> String {
    let all = attributes.iter().flat_map(|(n, p)| attribute(*n, p));
    show_generic(of, command, &all.collect::<Vec<_>>())
}

/// The headers in an attribute that is the last; nothing where it is but bytes.
fn inside(line: &str, name: &str) -> String {
    let rest = line.split_once(&format!("{name}{{"));
    let words = rest.map_or("", |(_, rest)| rest).split_ascii_whitespace();
    let headers = words.filter_map(|w| w.strip_suffix('{'));
    headers.collect::<Vec<_>>().join(" ")
}

fn tagged(kind: u16) -> Vec<u8> {
    [&[0, 5][..], &kind.to_be_bytes(), UDP].concat()
}

#[test]
fn the_queue_tells_the_protocol() {
    let queued = |family, kind: u16, packet: &[u8]| {
        let header = [&[0, 0, 0, 1][..], &kind.to_be_bytes(), &[1]].concat();
        let line = netfilter(3 << 8, family, &[(1, &header), (10, packet)]);
        inside(&line, "NFQA_PAYLOAD")
    };
    assert_eq!(queued(2, ETH_P_IP, UDP), "iphdr udphdr");
    // in a bridge the tag is part of it
    let frame = tagged(ETH_P_IP);
    assert_eq!(queued(7, ETH_P_8021Q, &frame), "vlan_hdr iphdr udphdr");
    assert_eq!(queued(7, ETH_P_ARP, &[0; 28]), "arphdr");
    // nothing is guessed of a protocol without a table
    assert_eq!(queued(7, 0x8847, UDP), "");
    // the packet of a verdict has no NFQA_PACKET_HDR
    let line = netfilter(3 << 8 | 1, 2, &[(10, UDP)]);
    assert_eq!(inside(&line, "NFQA_PAYLOAD"), "iphdr udphdr");
    let line = netfilter(3 << 8, 7, &[(20, &ethernet(ETH_P_IP, &[]))]);
    assert_eq!(inside(&line, "NFQA_L2HDR"), "ethhdr");
}

#[test]
fn the_log_tells_hook_and_link() {
    let logged = |family, hook, kind: u16, packet: &[u8]| {
        let header = [&kind.to_be_bytes()[..], &[hook, 0]].concat();
        let line = netfilter(4 << 8, family, &[(1, &header), (9, packet)]);
        inside(&line, "NFULA_PAYLOAD")
    };
    let frame = ethernet(ETH_P_IP, UDP);
    assert_eq!(logged(2, 1, ETH_P_IP, UDP), "iphdr udphdr");
    assert_eq!(logged(3, 1, 0, &[0; 28]), "arphdr");
    // of devices: ingress is behind the link layer, egress in front of it
    assert_eq!(logged(5, 0, ETH_P_IP, UDP), "iphdr udphdr");
    assert_eq!(logged(5, 1, ETH_P_IP, &frame), "ethhdr iphdr udphdr");
    assert_eq!(logged(5, 1, ETH_P_IP, UDP), "iphdr udphdr");

    let linked = |hwtype: u16| {
        let link = ethernet(ETH_P_IP, &[]);
        let hwtype = hwtype.to_be_bytes();
        // NFULA_HWTYPE may as well stand behind
        let line = netfilter(4 << 8, 2, &[(16, &link), (15, &hwtype)]);
        inside(&line, "NFULA_HWHEADER")
    };
    assert_eq!(linked(1), "ethhdr");
    assert_eq!(linked(772), "ethhdr");
    assert_eq!(linked(776), "", "ARPHRD_SIT has another header");
    let line = netfilter(4 << 8, 2, &[(16, &ethernet(ETH_P_IP, &[]))]);
    assert_eq!(inside(&line, "NFULA_HWHEADER"), "", "nothing tells");
}

#[test]
fn samples_and_drops_begin_with_ethernet_if_there_is_any() {
    let sample = |kind: u16, packet: &[u8]| {
        let line = generic(
            &psample::FAMILY,
            0,
            &[(14, &kind.to_le_bytes()), (6, packet)],
        );
        inside(&line, "PSAMPLE_ATTR_DATA")
    };
    let frame = ethernet(ETH_P_IP, UDP);
    assert_eq!(sample(ETH_P_IP, &frame), "ethhdr iphdr udphdr");
    assert_eq!(sample(ETH_P_IP, UDP), "iphdr udphdr");
    let vlan = ethernet(ETH_P_8021Q, &tagged(ETH_P_IP));
    let all = "ethhdr vlan_hdr iphdr udphdr";
    assert_eq!(sample(ETH_P_IP, &vlan), all, "the tag is off skb->protocol");
    assert_eq!(sample(ETH_P_8021Q, &vlan), all);
    assert_eq!(
        sample(ETH_P_ARP, &ethernet(ETH_P_ARP, &[0; 28])),
        "ethhdr arphdr"
    );
    assert_eq!(sample(4, &ethernet(3, &[0x42, 0x42, 3])), "ethhdr");
    assert_eq!(sample(0x88cc, &ethernet(0x88cc, &[2, 7])), "ethhdr");
    // from 8.0.0.1: where Ethernet has its type are the same bytes
    let mut from = UDP.to_vec();
    from[12..16].copy_from_slice(&[8, 0, 0, 1]);
    assert_eq!(sample(ETH_P_IP, &from), "iphdr udphdr");
    from[12..16].copy_from_slice(&[0x81, 0, 0, 1]);
    assert_eq!(sample(ETH_P_IP, &from), "iphdr udphdr");
    // what contradicts stays bytes
    assert_eq!(sample(ETH_P_IPV6, UDP), "");
    assert_eq!(sample(ETH_P_IPV6, &frame), "");
    assert_eq!(
        inside(&generic(&psample::FAMILY, 0, &[(6, UDP)]), "DATA"),
        ""
    );

    let kind = ETH_P_IP.to_le_bytes();
    let line = generic(&net_dm::FAMILY, 5, &[(7, &frame), (6, &kind)]);
    assert_eq!(inside(&line, "NET_DM_ATTR_PAYLOAD"), "ethhdr iphdr udphdr");
}

#[test]
fn the_key_of_a_flow_tells_whether_there_is_ethernet() {
    let missed = |key: &[(u16, &[u8])], packet: &[u8]| {
        let key: Vec<u8> = key.iter().flat_map(|(n, p)| attribute(*n, p)).collect();
        let body = [vec![1, 0, 0, 0], attribute(2, &key), attribute(1, packet)].concat();
        let line = show_generic(&ovs::packet::FAMILY, 1, &body);
        inside(&line, "OVS_PACKET_ATTR_PACKET")
    };
    let mac: (u16, &[u8]) = (4, &[2; 12]);
    let ip: (u16, &[u8]) = (6, &[8, 0]);
    let frame = ethernet(ETH_P_IP, UDP);
    assert_eq!(missed(&[mac, ip], &frame), "ethhdr iphdr udphdr");
    assert_eq!(missed(&[ip], UDP), "iphdr udphdr");
    assert_eq!(missed(&[], &frame), "ethhdr iphdr udphdr", "802.2");
    let body = [vec![1, 0, 0, 0], attribute(1, UDP)].concat();
    let line = show_generic(&ovs::packet::FAMILY, 1, &body);
    assert_eq!(inside(&line, "PACKET"), "", "without a key");
}

#[test]
fn a_trace_has_headers_one_by_one() {
    let traced =
        |attributes: &[(u16, &[u8])], name| inside(&netfilter(10 << 8 | 17, 2, attributes), name);
    let link = ethernet(ETH_P_IP, &[]);
    let (ethernet, none): (&[u8], &[u8]) = (&[0, 1], &[0xff, 0xfe]);
    let name = "NFTA_TRACE_LL_HEADER";
    assert_eq!(traced(&[(11, ethernet), (7, &link)], name), "ethhdr");
    assert_eq!(traced(&[(13, ethernet), (7, &link)], name), "ethhdr");
    let both = [(11, none), (13, ethernet), (7, &link[..])];
    assert_eq!(traced(&both, name), "", "it came from a tunnel");

    let name = "NFTA_TRACE_TRANSPORT_HEADER";
    let behind = |network: &[u8]| traced(&[(8, network), (9, &UDP[20..])], name);
    assert_eq!(behind(&UDP[..20]), "udphdr");
    let mut later = UDP[..20].to_vec();
    later[7] = 9;
    assert_eq!(behind(&later), "", "a later fragment");
    let mut v6 = [0; 40];
    (v6[0], v6[6]) = (0x60, 17);
    assert_eq!(behind(&v6), "udphdr");
    v6[6] = 0;
    assert_eq!(behind(&v6), "", "behind an extension");
    let arp: (u16, &[u8]) = (15, &[0, 0, 0, 3]);
    let line = traced(&[arp, (8, &[0; 28])], "NFTA_TRACE_NETWORK_HEADER");
    assert_eq!(line, "arphdr");
}

/// Whatever a byte is changed to, each byte keeps one owner: [`decode`] looks.
#[test]
fn changed_anywhere() {
    let mut tcp = UDP[..20].to_vec();
    (tcp[3], tcp[9]) = (44, 6);
    tcp.extend([
        0, 80, 0, 81, 0, 0, 0, 1, 0, 0, 0, 2, 0x60, 2, 0, 9, 0, 0, 0, 0,
    ]);
    tcp.extend([2, 4, 5, 0xb4]);
    let mut v6 = vec![0x60, 0, 0, 0, 0, 16, 0, 64];
    v6.extend([0xfe; 32]);
    v6.extend([58, 0, 5, 2, 0, 0, 1, 0, 128, 0, 0, 0, 0, 1, 0, 2]);
    let frames = [
        ethernet(ETH_P_IP, UDP),
        ethernet(ETH_P_8021Q, &tagged(ETH_P_IP)),
        ethernet(ETH_P_IP, &tcp),
        ethernet(ETH_P_IPV6, &v6),
        ethernet(ETH_P_ARP, &[0, 1, 8, 0, 6, 4, 0, 1, 9, 9, 9, 9]),
    ];
    for frame in frames {
        for at in 0..frame.len() {
            for value in [0, 1, 0x3f, 0x45, 0x4f, 0x60, 0x81, 0xff] {
                let mut other = frame.clone();
                other[at] = value;
                decode(&ETHERNET, &other, Little);
                decode(&IP, &other[ETH_HLEN..], Little);
                decode(&ETHERNET, &other[..other.len() - at / 2], Little);
            }
        }
    }
}
