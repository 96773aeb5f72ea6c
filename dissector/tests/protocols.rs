//! Protocols of their own beside NETLINK_ROUTE, NETLINK_GENERIC and NETLINK_NETFILTER.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

mod support;

use netlink_dissector::context::Context;
use netlink_dissector::table::Tables;
use netlink_dissector::walk::{Span, walk_datagram};
use netlink_dissector::wire::{ByteOrder, Messages};
use proptest::prelude::*;
use std::sync::LazyLock;
use support::{Keeper, Setup, attribute, check_ownership, message};

static TABLES: LazyLock<Tables> = LazyLock::new(Tables::builtin);

const USERSOCK: u16 = 2;
const FIREWALL: u16 = 3;
const NFLOG: u16 = 5;
const XFRM: u16 = 6;
const SELINUX: u16 = 7;
const ISCSI: u16 = 8;
const AUDIT: u16 = 9;
const FIB_LOOKUP: u16 = 10;
const CONNECTOR: u16 = 11;
const UEVENT: u16 = 15;
const SCSITRANSPORT: u16 = 18;
const ECRYPTFS: u16 = 19;
const RDMA: u16 = 20;
const CRYPTO: u16 = 21;
const NOBODYS: u16 = 30;

/// What JSON says behind the nlmsghdr. Each byte of the message and of each shorter one is
/// owned once.
fn json(protocol: u16, nlmsg_type: u16, parts: &[&[u8]]) -> String {
    let bytes = message(nlmsg_type, 0, &parts.concat());
    let setup = Setup::new(&TABLES, protocol);
    for n in 16..=bytes.len() {
        setup.keep(&bytes[..n]);
        let mut short = bytes[..n].to_vec();
        short[..4].copy_from_slice(&(n as u32).to_le_bytes());
        setup.keep(&short);
    }
    let line = setup.json(&bytes);
    let (_, behind) = line.split_once(",\"nlmsg_len\"").expect("a header");
    behind.to_owned()
}

/// Words, little-endian.
fn w(words: &[u32]) -> Vec<u8> {
    words.iter().flat_map(|n| n.to_le_bytes()).collect()
}

/// Text in a field of so many bytes.
fn field(text: &[u8], len: usize) -> Vec<u8> {
    let mut out = text.to_vec();
    out.resize(len, 0);
    out
}

/// An IPv4 address in an xfrm_address_t.
fn v4(address: [u8; 4]) -> Vec<u8> {
    field(&address, 16)
}

fn selector() -> Vec<u8> {
    let ports = [0, 80, 0xff, 0xff, 0, 0, 0, 0];
    let rest = [2, 0, 8, 16, 6, 0, 0, 0];
    [
        &v4([10, 1, 0, 0])[..],
        &v4([10, 2, 0, 0]),
        &ports,
        &rest,
        &w(&[3, 0]),
    ]
    .concat()
}

fn usersa_id() -> Vec<u8> {
    [&v4([192, 0, 2, 2])[..], &[0, 0, 1, 0, 2, 0, 50, 0]].concat()
}

fn has(text: &str, parts: &[&str]) {
    for part in parts {
        assert!(text.contains(part), "no {part} in {text}");
    }
}

#[test]
fn xfrm_addresses_are_of_the_family_that_a_struct_inside_has() {
    let id = [&v4([192, 0, 2, 2])[..], &[0, 0, 1, 0, 50, 0, 0, 0]].concat();
    let policy = vec![0; 168];
    let acquire = [
        &id[..],
        &v4([192, 0, 2, 1]),
        &selector(),
        &policy,
        &w(&[1, 2, 3, 4]),
    ];
    has(
        &json(XFRM, 23, &acquire),
        &[
            r#""xfrm_user_acquire":{"id":{"daddr":"192.0.2.2","spi":256,"proto":"IPPROTO_ESP"},"saddr":"192.0.2.1","sel":{"daddr":"10.1.0.0","#,
            r#""seq":4"#,
        ],
    );
    let addresses = [v4([1, 2, 3, 4]), v4([1, 2, 3, 5])].concat();
    let mapping = [
        &usersa_id()[..],
        &w(&[7]),
        &addresses,
        &[0x11, 0x94, 0x11, 0x95],
    ];
    has(
        &json(XFRM, 38, &mapping),
        &[
            r#""reqid":7,"old_saddr":"1.2.3.4","new_saddr":"1.2.3.5","old_sport":4500,"new_sport":4501"#,
        ],
    );
}

#[test]
fn xfrm_attributes() {
    let attributes = [
        attribute(36, &1_000_000u32.to_le_bytes()),
        attribute(37, &[3, 0]),
        attribute(38, &[]),
        attribute(33, &[2]),
        attribute(31, &[42, 0, 0, 0]),
        attribute(29, &[9, 0, 0, 0]),
        attribute(
            2,
            &[&field(b"cbc(aes)", 64)[..], &w(&[16]), &[0xab, 0xcd]].concat(),
        ),
    ]
    .concat();
    let text = json(XFRM, 17, &[&usersa_id(), &attributes]);
    has(
        &text,
        &[
            r#""nlmsg_type":"XFRM_MSG_DELSA""#,
            r#""xfrm_usersa_id":{"daddr":"192.0.2.2","spi":256,"family":"AF_INET","proto":"IPPROTO_ESP"}"#,
            r#""XFRMA_IPTFS_DROP_TIME":1000000,"XFRMA_IPTFS_REORDER_WINDOW":3,"XFRMA_IPTFS_DONT_FRAG":true,"XFRMA_SA_DIR":"XFRM_SA_DIR_OUT","XFRMA_IF_ID":42,"XFRMA_SET_MARK":9"#,
            r#""XFRMA_ALG_CRYPT":{"alg_name":"cbc(aes)","alg_key_len":16,"alg_key":{"hex":"abcd"}}"#,
        ],
    );
}

#[test]
fn a_dump_of_states_has_no_header() {
    let filter = [&v4([10, 0, 0, 0])[..], &v4([10, 1, 0, 0]), &[2, 0, 8, 16]].concat();
    has(
        &json(XFRM, 18, &[&attribute(26, &filter)]),
        &[
            r#""attributes":{"XFRMA_ADDRESS_FILTER":{"saddr":"10.0.0.0","daddr":"10.1.0.0","family":"AF_INET","splen":8,"dplen":16}}"#,
        ],
    );
    let text = json(XFRM, 18, &[&usersa_id(), &attribute(21, &w(&[7, 255]))]);
    has(
        &text,
        &[r#""xfrm_usersa_id":{"#, r#""XFRMA_MARK":{"v":7,"m":255}"#],
    );
}

#[test]
fn audit_records_without_their_header_in_the_length() {
    let text = b"audit(1795228841.398:6): comm=\"x\" pid=7";
    let mut frame = message(1300, 0, text);
    frame[..4].copy_from_slice(&(text.len() as u32).to_le_bytes());
    let raw = Messages::of(AUDIT, &frame, ByteOrder::Little)
        .next()
        .expect("a message");
    assert_eq!(raw.payload(), text);
    has(
        &json(AUDIT, 1300, &[text]),
        &[
            r#""nlmsg_type":"AUDIT_SYSCALL""#,
            r#""audit":{"timestamp":"1795228841.398","serial":6,"fields":{"comm":"x","pid":"7"}"#,
        ],
    );
}

#[test]
fn audit_status_and_rules() {
    has(
        &json(AUDIT, 1001, &[&w(&[4, 0, 1, 77, 0, 0, 0, 0, 0x41, 0, 0])]),
        &[
            r#""audit_status":{"mask":["AUDIT_STATUS_PID"],"enabled":0,"failure":"AUDIT_FAIL_PRINTK","pid":77,"rate_limit":0,"backlog_limit":0,"lost":0,"backlog":0,"feature_bitmap":["AUDIT_FEATURE_BITMAP_BACKLOG_LIMIT","AUDIT_FEATURE_BITMAP_FILTER_FS"],"backlog_wait_time":0,"backlog_wait_time_actual":0"#,
        ],
    );
    has(
        &json(AUDIT, 1010, &[&w(&[0, 12]), b"init_t"]),
        &[r#""audit_sig_info":{"uid":0,"pid":12,"ctx":"init_t""#],
    );
    has(
        &json(AUDIT, 1015, &[&w(&[2, 3]), b"/a/bb"]),
        &[r#""paths":["/a","/bb"]"#],
    );
}

fn connector(idx: u32, parts: &[&[u8]]) -> String {
    let data = parts.concat();
    let head = w(&[idx, 1, 5, 0, data.len() as u32]);
    json(CONNECTOR, 3, &[&head, &data])
}

#[test]
fn events_of_processes() {
    has(
        &connector(1, &[&w(&[1])]),
        &[
            r#""nlmsg_type":"NLMSG_DONE""#,
            r#""cn_msg":{"id":{"idx":"CN_IDX_PROC","val":"CN_VAL_PROC"},"seq":5,"ack":0,"len":4,"flags":0},"proc_input":{"mcast_op":"PROC_CN_MCAST_LISTEN""#,
        ],
    );
    has(
        &connector(1, &[&w(&[1, 0x8000_0001])]),
        &[r#""event_type":["PROC_EVENT_FORK","PROC_EVENT_EXIT"]"#],
    );
    let event = |what: u32, data: &[u8]| connector(1, &[&w(&[what, 3, 9, 0]), &field(data, 24)]);
    has(
        &event(0, &w(&[0])),
        &[
            r#""proc_event":{"what":"PROC_EVENT_NONE","cpu":3,"timestamp_ns":9,"event_data":{"err":0}"#,
        ],
    );
    has(
        &event(1, &w(&[1, 1, 2, 2])),
        &[r#""event_data":{"parent_pid":1,"parent_tgid":1,"child_pid":2,"child_tgid":2}"#],
    );
    has(
        &event(0x200, &[&w(&[1, 1])[..], b"bash"].concat()),
        &[
            r#""what":"PROC_EVENT_COMM""#,
            r#""event_data":{"process_pid":1,"process_tgid":1,"comm":"bash"}"#,
        ],
    );
    has(
        &event(0x8000_0000, &w(&[1, 1, 256, 17, 2, 2])),
        &[
            r#""event_data":{"process_pid":1,"process_tgid":1,"exit_code":256,"exit_signal":17,"parent_pid":2,"parent_tgid":2}"#,
        ],
    );
}

#[test]
fn other_users_of_the_connector() {
    let request = |kind: u32, data: &[u8]| {
        let head = [
            &[1; 8][..],
            &field(b"uuid", 132),
            &w(&[3, 0, 7, kind, data.len() as u32]),
        ];
        connector(7, &[&head.concat(), data])
    };
    has(
        &request(10, &[1, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0]),
        &[
            r#""uuid":"uuid","version":3,"error":0,"seq":7,"request_type":"DM_ULOG_MARK_REGION","data_size":16,"data":[1,2]"#,
        ],
    );
    has(&request(16, b"3 clustered\0"), &[r#""data":"3 clustered""#]);
    has(
        &connector(4, &[&[2, 0, 0, 0, 4, 0, 0, 0], &[0; 52], b"abcd"]),
        &[
            r#""uvesafb_task":{"flags":["TF_BUF_ESDI"],"buf_len":4"#,
            r#""gs":0},"buf":{"hex":"61626364"}"#,
        ],
    );
    has(
        &connector(3, &[&[4, 0, 4, 0, 1, 0, 0, 0, 0, 0, 0, 0], &[2, 0, 0, 0]]),
        &[
            r#""w1_netlink_msg":[{"type":"W1_MASTER_CMD","status":0,"len":4,"id":{"id":1},"w1_netlink_cmd":[{"cmd":"W1_CMD_SEARCH""#,
        ],
    );
    has(
        &connector(
            9,
            &[
                &[3, 2, 0, 0],
                &w(&[7, 4, 4, 4]),
                &field(b"Key", 512),
                &field(&[99], 2048),
            ],
        ),
        &[
            r#""hv_kvp_msg":{"kvp_hdr":{"operation":"KVP_OP_ENUMERATE","pool":"KVP_POOL_AUTO"},"body":{"index":7,"data":{"value_type":"REG_U32","key_size":4,"value_size":4,"key":"Key","value":{"value_u32":99}"#,
        ],
    );
    has(
        &connector(10, &[&field(&[5], 8), &w(&[5])]),
        &[r#""hv_vss_msg":{"operation":"VSS_OP_FREEZE","flags":"VSS_HBU_NO_AUTO_RECOVERY""#],
    );
    has(
        &connector(77, &[b"\x01\x02"]),
        &[r#""idx":77,"val":1"#, r#""data":{"hex":"0102"}"#],
    );
}

#[test]
fn the_connector_of_a_big_endian_machine() {
    let words = |words: &[u32]| -> Vec<u8> { words.iter().flat_map(|n| n.to_be_bytes()).collect() };
    let mut bytes = words(&[16 + 20 + 8, 3 << 16, 0, 0]);
    bytes.extend(words(&[1, 1, 5, 0, 8 << 16, 2, 2]));
    let mut setup = Setup::new(&TABLES, CONNECTOR);
    setup.order = ByteOrder::Big;
    setup.keep(&bytes);
    has(
        &setup.json(&bytes),
        &[
            r#""idx":"CN_IDX_PROC""#,
            r#""len":8"#,
            r#""mcast_op":"PROC_CN_MCAST_IGNORE","event_type":["PROC_EVENT_EXEC"]"#,
        ],
    );
}

#[test]
fn algorithms_of_the_crypto_api() {
    let names = [
        field(b"cbc(aes)", 64),
        field(b"cbc-aes-aesni", 64),
        field(b"kernel", 64),
    ]
    .concat();
    let cipher = [
        &field(b"skcipher", 64)[..],
        &field(b"<none>", 64),
        &w(&[16, 16, 32, 16]),
    ]
    .concat();
    let attributes = [attribute(1, &w(&[400])), attribute(4, &cipher)].concat();
    has(
        &json(CRYPTO, 16, &[&names, &w(&[5, 0, 1, 0x405]), &attributes]),
        &[
            r#""crypto_user_alg":{"cru_name":"cbc(aes)","cru_driver_name":"cbc-aes-aesni","cru_module_name":"kernel","cru_type":["CRYPTO_ALG_TYPE_SKCIPHER"]"#,
            r#""cru_flags":["CRYPTO_ALG_TYPE_SKCIPHER","CRYPTO_ALG_TESTED"]"#,
            r#""CRYPTOCFGA_PRIORITY_VAL":400,"CRYPTOCFGA_REPORT_BLKCIPHER":{"type":"skcipher","geniv":"<none>","blocksize":16,"min_keysize":16,"max_keysize":32,"ivsize":16}"#,
        ],
    );
}

#[test]
fn rdma_devices_and_counters() {
    let port = [
        attribute(2, b"mlx5_0\0"),
        attribute(4, &[2, 0, 0, 0, 0, 0, 0, 0]),
        attribute(12, &[4]),
    ];
    has(
        &json(RDMA, 5125, &[&port.concat()]),
        &[
            r#""RDMA_NLDEV_ATTR_DEV_NAME":"mlx5_0","RDMA_NLDEV_ATTR_CAP_FLAGS":["IB_PORT_SM"],"RDMA_NLDEV_ATTR_PORT_STATE":"IB_PORT_ACTIVE""#,
        ],
    );
    let qp = |n: u32, state: u8| {
        attribute(
            20,
            &[attribute(21, &w(&[n])), attribute(27, &[state])].concat(),
        )
    };
    has(
        &json(
            RDMA,
            5130,
            &[&attribute(19, &[qp(7, 3), qp(8, 6)].concat())],
        ),
        &[
            r#""RDMA_NLDEV_ATTR_RES_QP_ENTRY":[{"RDMA_NLDEV_ATTR_RES_LQPN":7,"RDMA_NLDEV_ATTR_RES_STATE":"IB_QPS_RTS"},{"RDMA_NLDEV_ATTR_RES_LQPN":8,"RDMA_NLDEV_ATTR_RES_STATE":"IB_QPS_ERR"}]"#,
        ],
    );
    has(
        &json(RDMA, 2048, &[&attribute(2, b"eth0\0")]),
        &[
            r#""nlmsg_type":"RDMA_NL_IWPM_REG_PID""#,
            r#""IWPM_NLA_REG_IF_NAME":"eth0""#,
        ],
    );
}

fn iscsi(kind: u32, nlmsg_type: u16, u: &[u32], r: &[u32], data: &[u8]) -> String {
    let head = [w(&[kind, 0, 0xff, 0]), field(&w(u), 24), field(&w(r), 16)].concat();
    json(ISCSI, nlmsg_type, &[&head, data])
}

#[test]
fn iscsi_events() {
    has(
        &iscsi(11, 11, &[1, 0x0020_0080], &[5, 2], &[]),
        &[
            r#""iscsi_uevent":{"type":"ISCSI_UEVENT_CREATE_SESSION","iferror":0,"transport_handle":255,"u":{"initial_cmdsn":1,"cmds_max":128,"queue_depth":32},"r":{"sid":5,"host_no":2}"#,
        ],
    );
    has(
        &iscsi(16, 16, &[5, 0, 15, 4], &[0], b"iqn\0"),
        &[
            r#""u":{"sid":5,"cid":0,"param":"ISCSI_PARAM_TARGET_NAME","len":4}"#,
            r#""data":"iqn""#,
        ],
    );
    has(
        &iscsi(102, 0, &[], &[1, 0, 1011], &[]),
        &[
            r#""type":"ISCSI_KEVENT_CONN_ERROR""#,
            r#""r":{"sid":1,"cid":0,"error":"ISCSI_ERR_CONN_FAILED"}"#,
        ],
    );
}

#[test]
fn events_of_fibre_channel() {
    let head = |code: u32, data: &[u8]| {
        let len = [0xb2, 0xa1, 0, 1, 40, 0];
        let head = [
            &[1, 1][..],
            &len,
            &[0; 8],
            &[0; 8],
            &[2, 0, 4, 0],
            &w(&[7, code]),
        ]
        .concat();
        json(SCSITRANSPORT, 17, &[&head, data])
    };
    has(
        &head(2, &w(&[5])),
        &[
            r#""snlh":{"version":1,"transport":"SCSI_NL_TRANSPORT_FC","magic":41394,"msgtype":"FC_NL_ASYNC_EVENT","msglen":40}"#,
            r#""host_no":2,"event_datalen":4,"event_num":7,"event_code":"FCH_EVT_LINKUP","event_data":5"#,
        ],
    );
    let fpin = [
        0x16, 0, 0, 0, 0, 0, 0, 20, 0, 2, 0, 4, 0, 0, 0, 12, 0, 2, 0, 0, 0, 0, 0, 9, 0xf7, 0, 0, 0,
    ];
    has(
        &head(0x501, &fpin),
        &[
            r#""event_data":{"fpin_cmd":"ELS_FPIN","desc_len":20,"fpin_desc":[{"desc_tag":"ELS_DTAG_CONGESTION","desc_len":12,"event_type":"FPIN_CONGN_CREDIT_STALL","event_modifier":0,"event_period":9,"severity":"FPIN_CONGN_SEVERITY_ERROR"}]"#,
        ],
    );
    has(
        &head(0xffff, &[1, 2, 3, 4]),
        &[r#""event_data":{"hex":"01020304"}"#],
    );
}

#[test]
fn small_protocols() {
    has(
        &json(SELINUX, 16, &[&w(&[1])]),
        &[
            r#""nlmsg_type":"SELNL_MSG_SETENFORCE""#,
            r#""selnl_msg_setenforce":{"val":1"#,
        ],
    );
    let lookup = [
        10, 0, 0, 1, 0, 0, 0, 0, 0, 0, 254, 254, 24, 0, 1, 253, 0, 0, 0, 0,
    ];
    has(
        &json(FIB_LOOKUP, 0, &[&lookup]),
        &[
            r#""fib_result_nl":{"fl_addr":"10.0.0.1","fl_mark":0,"fl_tos":0,"fl_scope":"RT_SCOPE_UNIVERSE","tb_id_in":"RT_TABLE_MAIN","tb_id":"RT_TABLE_MAIN","prefixlen":24,"nh_sel":0,"type":"RTN_UNICAST","scope":"RT_SCOPE_LINK","err":0"#,
        ],
    );
    has(
        &json(ECRYPTFS, 102, &[&w(&[1, 2]), b"ab"]),
        &[r#""ecryptfs_message":{"index":1,"data_len":2,"data":{"hex":"6162"}"#],
    );
    let stamp = [
        &[0; 8][..],
        &[1, 0, 0, 0, 0, 0, 0, 0],
        &[2, 0, 0, 0, 0, 0, 0, 0],
    ]
    .concat();
    let names = [field(b"eth0", 16), field(b"", 16)].concat();
    let device = [8, 0, 1, 0, 6, 2, 0, 0, 0, 0, 1, 0, 0];
    let length = [0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0];
    has(
        &json(
            FIREWALL,
            19,
            &[
                &[9, 0, 0, 0, 0, 0, 0, 0],
                &stamp,
                &w(&[3]),
                &names,
                &device,
                &length,
                &[0x45, 0],
            ],
        ),
        &[
            r#""packet_id":9,"mark":0,"timestamp_sec":1,"timestamp_usec":2,"hook":"NF_INET_LOCAL_OUT","indev_name":"eth0","outdev_name":"","hw_protocol":"ETH_P_IP","hw_type":"ARPHRD_ETHER","hw_addrlen":6,"hw_addr":"02:00:00:00:00:01","data_len":2"#,
            r#""payload":{"hex":"4500"}"#,
        ],
    );
    let prefix = [&[2, 0, 0, 0, 0, 0, 0, 0][..], &field(b"drop", 32), &[0; 81]].concat();
    has(
        &json(
            NFLOG,
            111,
            &[
                &stamp,
                &w(&[1]),
                &names,
                &w(&[0]),
                &prefix,
                &[0; 7],
                &[0x45, 0],
            ],
        ),
        &[
            r#""hook":"NF_INET_LOCAL_IN","indev_name":"eth0""#,
            r#""prefix":"drop""#,
            r#""payload":{"hex":"4500"}"#,
        ],
    );
}

#[test]
fn text_on_a_protocol_of_ones_own() {
    for protocol in [NOBODYS, USERSOCK] {
        for nlmsg_type in [0, 3, 17] {
            let text = json(protocol, nlmsg_type, &[b"Hello from user space\0"]);
            has(&text, &[r#""payload":"Hello from user space""#]);
        }
        let bytes = json(protocol, 17, &[&[1, 0, 0, 0]]);
        has(&bytes, &[r#""payload":{"hex":"01000000"}"#]);
    }
    // what a protocol defines is never taken for text
    has(
        &json(SELINUX, 200, &[b"Hello"]),
        &[r#""payload":{"hex":"48656c6c6f"}"#],
    );
    has(
        &json(NOBODYS, 2, &[b"\xfe\xff\xff\xff"]),
        &[r#""nlmsgerr":{"error":-2,"errno":"ENOENT""#],
    );
}

/// Words of which records of the audit system are made, and others.
const WORDS: &[&[u8]] = &[
    b"audit(1.2:3): ",
    b"avc:  denied  { ",
    b"}",
    b" for ",
    b"msg='",
    b"comm=",
    b"saddr=",
    b"proctitle=",
    b"a1=",
    b"0100",
    b"0200",
    b"1000",
    b"AB",
    b"=",
    b"\"",
    b"'",
    b" ",
    b"\0",
    b"\n\xff",
    b"x",
];

fn words() -> impl Strategy<Value = Vec<u8>> {
    let word = prop::sample::select(WORDS);
    let all = prop::collection::vec(word, 0..24);
    all.prop_map(|words| words.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_record_has_an_owner_for_each_byte(
        text in words(),
        record in prop_oneof![Just(1100u16), Just(1124), Just(1300), Just(1306), Just(1309), Just(1400)],
    ) {
        Setup::new(&TABLES, AUDIT).keep(&message(record, 0, &text));
    }

    #[test]
    fn any_rule_has_an_owner_for_each_byte(
        count in 0u32..70,
        fields in prop::collection::vec((0u32..220, 0u32..30), 64),
        buflen in 0u32..80,
        buf in prop::collection::vec(any::<u8>(), 0..64),
        cut in 0usize..1200,
    ) {
        let (fields, values): (Vec<_>, Vec<_>) = fields.into_iter().unzip();
        let head = [w(&[4, 2, count]), vec![0xff; 256], w(&fields), w(&values)].concat();
        let mut rule = [head, vec![0x40; 256], w(&[buflen]), buf].concat();
        rule.truncate(cut.max(600));
        Setup::new(&TABLES, AUDIT).keep(&message(1011, 0, &rule));
    }

    #[test]
    fn any_uevent_has_an_owner_for_each_byte(
        udev in any::<bool>(),
        header in (0u32..90, 0u32..60),
        rest in prop::collection::vec(prop_oneof![Just(0u8), Just(b'='), Just(b'@'), any::<u8>()], 0..80),
    ) {
        let prefix = [&b"libudev\0\xfe\xed\xca\xfe"[..], &w(&[40, header.0, header.1]), &[0; 16]].concat();
        let frame = if udev { [prefix, rest].concat() } else { rest };
        let family = TABLES.datagram(UEVENT).expect("uevents have no nlmsghdr");
        let mut keeper = Keeper::default();
        let ctx = Context::new(&TABLES, UEVENT);
        walk_datagram(family, Span::new(&frame, 0), &ctx, &mut keeper);
        check_ownership((0, frame.len()), frame.len(), &keeper);
    }
}
