//! Programs that filter packets and sockets: an instruction each, by name.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

mod support;

use netlink_dissector::context::Direction;
use netlink_dissector::table::Tables;
use std::sync::LazyLock;
use support::{Setup, attribute, message};

static TABLES: LazyLock<Tables> = LazyLock::new(Tables::builtin);

const SOCK_DIAG: u16 = 4;
const ROUTE: u16 = 0;
const AF_PACKET: u8 = 17;
const PACKET_DIAG_FILTER: u16 = 7;

type Instruction = (u16, u8, u8, u32);

/// What tcpdump makes of `vlan and tcp dst port 80`, shortened: each kind of operand is there.
const PROGRAM: &[Instruction] = &[
    (0x30, 0, 0, 0xffff_f030),
    (0x15, 0, 8, 1),
    (0x28, 0, 0, 12),
    (0x15, 0, 6, 0x800),
    (0x28, 0, 0, 20),
    (0x45, 4, 0, 0x1fff),
    (0xb1, 0, 0, 14),
    (0x48, 0, 0, 16),
    (0x02, 0, 0, 1),
    (0x15, 0, 1, 80),
    (0x06, 0, 0, 262_144),
    (0x06, 0, 0, 0),
    (0x16, 0, 0, 0),
    (0xff, 0, 0, 7),
];

fn bytes(program: &[Instruction]) -> Vec<u8> {
    let one = |&(code, jt, jf, k): &Instruction| {
        let code = u16::to_le_bytes(code);
        [&code[..], &[jt, jf], &u32::to_le_bytes(k)].concat()
    };
    program.iter().flat_map(one).collect()
}

fn socket(filter: &[u8]) -> Vec<u8> {
    let mut body = vec![AF_PACKET, 3, 0, 3];
    body.extend([0; 12]);
    body.extend(attribute(PACKET_DIAG_FILTER, filter));
    message(20, 2, &body)
}

fn answers() -> Setup<'static> {
    Setup {
        direction: Some(Direction::FromKernel),
        ..Setup::new(&TABLES, SOCK_DIAG)
    }
}

#[test]
fn classic_bpf_by_name() {
    let line = answers().json(&socket(&bytes(PROGRAM)));
    let (_, list) = line.split_once("\"PACKET_DIAG_FILTER\":[").expect(&line);
    let (list, _) = list.split_once(']').expect(&line);
    let want = [
        r#"{"code":"BPF_LD|BPF_B|BPF_ABS","jt":0,"jf":0,"k":"SKF_AD_OFF+SKF_AD_VLAN_TAG_PRESENT"}"#,
        r#"{"code":"BPF_JMP|BPF_JEQ|BPF_K","jt":0,"jf":8,"k":1}"#,
        r#"{"code":"BPF_LD|BPF_H|BPF_ABS","jt":0,"jf":0,"k":12}"#,
        r#"{"code":"BPF_JMP|BPF_JEQ|BPF_K","jt":0,"jf":6,"k":2048}"#,
        r#"{"code":"BPF_LD|BPF_H|BPF_ABS","jt":0,"jf":0,"k":20}"#,
        r#"{"code":"BPF_JMP|BPF_JSET|BPF_K","jt":4,"jf":0,"k":8191}"#,
        r#"{"code":"BPF_LDX|BPF_B|BPF_MSH","jt":0,"jf":0,"k":14}"#,
        r#"{"code":"BPF_LD|BPF_H|BPF_IND","jt":0,"jf":0,"k":16}"#,
        r#"{"code":"BPF_ST","jt":0,"jf":0,"k":1}"#,
        r#"{"code":"BPF_JMP|BPF_JEQ|BPF_K","jt":0,"jf":1,"k":80}"#,
        r#"{"code":"BPF_RET|BPF_K","jt":0,"jf":0,"k":262144}"#,
        r#"{"code":"BPF_RET|BPF_K","jt":0,"jf":0,"k":0}"#,
        r#"{"code":"BPF_RET|BPF_A","jt":0,"jf":0,"k":0}"#,
        r#"{"code":255,"jt":0,"jf":0,"k":7}"#,
    ];
    assert_eq!(list, want.join(","));
}

/// At any length each byte has one owner, whole instructions are read, and a part of one is
/// told.
#[test]
fn classic_bpf_cut_anywhere() {
    let whole = bytes(PROGRAM);
    for len in 0..=whole.len() {
        let keeper = answers().keep(&socket(&whole[..len]));
        let list = keeper.find("PACKET_DIAG_FILTER").expect("the filter");
        let codes = list.children.iter().filter(|c| !c.children.is_empty());
        assert_eq!(codes.count(), len / 8, "{len} bytes: {list:?}");
        assert_eq!(!keeper.codes().is_empty(), len % 8 != 0, "{len} bytes");
    }
}

/// Nor does a changed byte cost one.
#[test]
fn classic_bpf_changed_anywhere() {
    let whole = bytes(&PROGRAM[..4]);
    for at in 0..whole.len() {
        for value in [0, 0x15, 0x20, 0x80, 0xff] {
            let mut other = whole.clone();
            other[at] = value;
            answers().keep(&socket(&other));
        }
    }
}

#[test]
fn filters_and_actions_of_tc() {
    let ops = bytes(&[(0x06, 0, 0, 0xffff_ffff)]);
    let number = attribute(4, &[1, 0]);
    let options = attribute(2, &[number, attribute(5, &ops)].concat());
    let mut body = vec![0; 20];
    body.extend(attribute(1, b"bpf\0"));
    body.extend(options);
    let line = Setup::new(&TABLES, ROUTE).json(&message(44, 0, &body));
    let want = r#""TCA_OPTIONS":{"TCA_BPF_OPS_LEN":1,"TCA_BPF_OPS":[{"code":"BPF_RET|BPF_K","jt":0,"jf":0,"k":4294967295}]}"#;
    assert!(line.contains(want), "{line}");
}
