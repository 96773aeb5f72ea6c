//! Generic families: fixed ids, layouts that one command has several of, structs and their tails.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

mod support;

use netlink_dissector::context::{Context, Direction, Knowledge, Nothing};
use netlink_dissector::exchange::State;
use netlink_dissector::families::ALL;
use netlink_dissector::table::{Abi, Body, Family, Format, Kind, Layer, Set, Struct, Tables};
use netlink_dissector::walk::walk;
use netlink_dissector::wire::{ByteOrder, RawMessage};
use proptest::prelude::*;
use std::collections::HashMap;
use std::sync::LazyLock;
use support::{Keeper, attribute, check_ownership, message};

static TABLES: LazyLock<Tables> = LazyLock::new(Tables::builtin);
const GENERIC: u16 = 16;
const SOME_ID: u16 = 40;

/// Every id is this family's.
struct Assume(&'static Family);

impl Knowledge for Assume {
    fn generic(&self, _: u16) -> Option<&Family> {
        Some(self.0)
    }
}

fn family(name: &str) -> &'static Family {
    let found = ALL.iter().find(|f| f.name.as_str() == name);
    found.unwrap_or_else(|| panic!("no family {name}"))
}

fn keep(
    bytes: &[u8],
    knowledge: &dyn Knowledge,
    direction: Option<Direction>,
    order: ByteOrder,
) -> Keeper {
    let mut ctx = Context::new(&TABLES, GENERIC);
    ctx.order = order;
    ctx.direction = direction;
    ctx.knowledge = knowledge;
    let message = RawMessage::parse(bytes, 0, order).expect("a header");
    let mut keeper = Keeper::default();
    walk(&message, None, &ctx, &mut keeper);
    check_ownership((0, bytes.len()), bytes.len(), &keeper);
    keeper
}

/// Walks a message of a family that comes from the kernel.
fn from_kernel(name: &str, cmd: u8, body: &[u8]) -> Keeper {
    let bytes = message(SOME_ID, 0, &[&[cmd, 1, 0, 0], body].concat());
    let direction = Some(Direction::FromKernel);
    keep(&bytes, &Assume(family(name)), direction, ByteOrder::Little)
}

/// Walks a message of a family that goes to the kernel.
fn to_kernel(name: &str, cmd: u8, body: &[u8]) -> Keeper {
    let bytes = message(SOME_ID, 1, &[&[cmd, 1, 0, 0], body].concat());
    let direction = Some(Direction::ToKernel);
    keep(&bytes, &Assume(family(name)), direction, ByteOrder::Little)
}

fn clean(keeper: &Keeper) {
    assert_eq!(keeper.codes(), Vec::<&str>::new());
}

#[test]
fn fixed_ids_need_no_announcement() {
    let body = [
        attribute(3, &4u32.to_le_bytes()),
        attribute(5, &[1, 0, 0, 0]),
    ]
    .concat();
    let bytes = message(17, 0, &[&[1, 1, 0, 0][..], &body].concat());
    let keeper = keep(&bytes, &Nothing, None, ByteOrder::Little);
    clean(&keeper);
    assert_eq!(
        keeper.value("QUOTA_NL_A_WARNING"),
        Some("\"QUOTA_NL_BHARDWARN\"")
    );
    let state = State::new(&TABLES, ByteOrder::Little);
    for (id, name) in [(16, "nlctrl"), (17, "VFS_DQUOT"), (18, "pmcraid")] {
        let (found, from) = state.learnt().name(id).expect("known from the start");
        assert_eq!((found.as_str(), from), (name, None));
        assert!(!state.learnt().is_unknown(id));
    }
    assert!(state.learnt().is_unknown(19));
}

#[test]
fn pmcraid_events_and_reports() {
    let head = |len: u32| [&[1, 0, 2, 0], &len.to_le_bytes()[..], &[0; 8]].concat();
    let state = [head(4), 0x1100_0001u32.to_le_bytes().to_vec()].concat();
    let keeper = from_kernel("pmcraid", 1, &attribute(1, &state));
    clean(&keeper);
    assert_eq!(
        keeper.value("data"),
        Some("\"PMC_DEVICE_EVENT_RESET_SUCCESS\"")
    );
    let mut report = vec![0xe1, 1, 0x80, 0, 0x20, 0, 0, 0];
    report.extend([7, 0, 0, 0]);
    report.extend([0; 8]);
    report.extend([64, 0, 0, 0]);
    report.extend([2; 32]);
    report.extend([0xff; 32]);
    let keeper = from_kernel("pmcraid", 1, &attribute(1, &[head(88), report].concat()));
    clean(&keeper);
    assert_eq!(keeper.value("op_code"), Some("\"HOSTRCB_TYPE_CCN\""));
    assert_eq!(keeper.value("resource_type"), Some("\"RES_TYPE_VSET\""));
    assert!(keeper.find("cfg_entry_old").is_some());
}

#[test]
fn thermal_answers_and_events() {
    let cmd = |keeper: &Keeper| keeper.value("cmd").map(str::to_owned);
    let id = attribute(2, &[3, 0, 0, 0]);
    let temperature = attribute(3, &(-5000i32).to_le_bytes());
    let keeper = from_kernel("thermal", 3, &[id.clone(), temperature].concat());
    assert_eq!(
        cmd(&keeper).as_deref(),
        Some("\"THERMAL_GENL_CMD_TZ_GET_TEMP\"")
    );
    assert_eq!(keeper.value("THERMAL_GENL_ATTR_TZ_TEMP"), Some("-5000"));
    let keeper = from_kernel("thermal", 3, &id);
    assert_eq!(
        cmd(&keeper).as_deref(),
        Some("\"THERMAL_GENL_EVENT_TZ_DISABLE\"")
    );
    let keeper = to_kernel("thermal", 3, &id);
    assert_eq!(
        cmd(&keeper).as_deref(),
        Some("\"THERMAL_GENL_CMD_TZ_GET_TEMP\"")
    );
    let keeper = from_kernel("thermal", 9, &[]);
    assert_eq!(
        cmd(&keeper).as_deref(),
        Some("\"THERMAL_GENL_CMD_THRESHOLD_DELETE\"")
    );
    // a nest repeats its attributes by design
    let zones: Vec<u8> = (0..3).flat_map(|n| attribute(2, &[n, 0, 0, 0])).collect();
    clean(&from_kernel("thermal", 1, &attribute(1, &zones)));
}

#[test]
fn ioam6_commands_and_events() {
    let kind = 0xc000_0200u32;
    let mut data = vec![64, 0, 0, 1, 0, 5, 0xff, 0xff];
    data.extend([1, 0, 0, 9, b'a', b'b', b'c', b'd']);
    data.extend([63, 0, 0, 2, 0, 6, 0, 7, 0, 0xff, 0xff, 0xff]);
    let body = [
        attribute(1, &123u16.to_le_bytes()),
        attribute(2, &[2]),
        attribute(3, &kind.to_le_bytes()),
        attribute(4, &data),
    ]
    .concat();
    let keeper = from_kernel("IOAM6", 1, &body);
    clean(&keeper);
    assert_eq!(keeper.value("cmd"), Some("\"IOAM6_EVENT_TRACE\""));
    let trace = keeper.find("IOAM6_EVENT_ATTR_TRACE_DATA").unwrap();
    let nodes: Vec<Vec<(&str, &str)>> = trace
        .children
        .iter()
        .map(|n| {
            let parts = n.children.iter();
            parts.map(|p| (p.name.as_str(), p.value.as_str())).collect()
        })
        .collect();
    assert_eq!(
        nodes,
        [
            vec![
                ("hop_lim", "64"),
                ("node_id", "1"),
                ("ingress_if_id", "5"),
                ("egress_if_id", "65535"),
                ("schema_len", "1"),
                ("schema_id", "9"),
                ("schema_data", "{\"hex\":\"61626364\"}"),
            ],
            vec![
                ("hop_lim", "63"),
                ("node_id", "2"),
                ("ingress_if_id", "6"),
                ("egress_if_id", "7"),
                ("schema_len", "0"),
                ("schema_id", "16777215"),
            ],
        ]
    );
    let keeper = to_kernel("IOAM6", 1, &attribute(1, &123u16.to_le_bytes()));
    assert_eq!(keeper.value("IOAM6_ATTR_NS_ID"), Some("123"));
}

#[test]
fn drbd_headers_by_direction() {
    let text = attribute(2, &attribute(1, b"no\0"));
    let body = [&[1, 0, 0, 0, 1, 0, 0, 0], &text[..]].concat();
    let keeper = to_kernel("drbd", 12, &body);
    assert_eq!(
        keeper.value("flags"),
        Some("[\"DRBD_GENL_F_SET_DEFAULTS\"]")
    );
    let info = attribute(1, &attribute(1, b"no such disk\0"));
    let body = [&[1, 0, 0, 0, 104, 0, 0, 0], &info[..], &info[..]].concat();
    let keeper = from_kernel("drbd", 12, &body);
    clean(&keeper);
    assert_eq!(keeper.value("ret_code"), Some("\"ERR_OPEN_DISK\""));
    let state = attribute(2, &0x0000_1155u32.to_le_bytes());
    let uuids = attribute(7, &[5; 32]);
    let info = attribute(8, &[state, uuids].concat());
    let body = [&[1, 0, 0, 0, 101, 0, 0, 0], &info[..]].concat();
    let keeper = from_kernel("drbd", 1, &body);
    clean(&keeper);
    assert_eq!(keeper.value("role"), Some("\"R_PRIMARY\""));
    assert_eq!(keeper.value("conn"), Some("\"C_PAUSED_SYNC_T\""));
    assert!(keeper.find("UI_HISTORY_END").is_some());
}

#[test]
fn taskstats_of_every_length() {
    let stats = |bytes: &[u8]| {
        let inner = [attribute(1, &[9, 0, 0, 0]), attribute(3, bytes)].concat();
        from_kernel("TASKSTATS", 2, &attribute(4, &inner))
    };
    let mut bytes = vec![0; 688];
    bytes[0] = 17;
    bytes[8] = 0x02;
    bytes[9] = 0xec;
    bytes[80..84].copy_from_slice(b"init");
    bytes[120] = 33;
    let keeper = stats(&bytes);
    clean(&keeper);
    assert_eq!(keeper.value("ac_flag"), Some("[\"ASU\"]"));
    assert_eq!(keeper.value("ac_nice"), Some("-20"));
    assert_eq!(keeper.value("ac_comm"), Some("\"init\""));
    assert_eq!(keeper.value("ac_uid"), Some("33"));
    assert!(keeper.find("irq_delay_max_ts").is_some());
    bytes[0] = 8;
    let keeper = stats(&bytes[..328]);
    clean(&keeper);
    assert!(keeper.find("freepages_delay_total").is_some());
    assert!(keeper.find("thrashing_count").is_none());
    bytes[0] = 15;
    bytes[32] = 7;
    let keeper = stats(&bytes[..560]);
    clean(&keeper);
    assert_eq!(keeper.value("cpu_delay_max"), Some("7"));
    assert!(keeper.find("irq_delay_min").is_some());
}

#[test]
fn drop_points_and_ports() {
    let point = |pc: u64, n: u32| [&pc.to_le_bytes()[..], &n.to_le_bytes()[..]].concat();
    let alert = [
        &[2, 0, 0, 0][..],
        &point(0xffff_ffff_8100_0000, 3),
        &point(1, 1),
    ]
    .concat();
    let keeper = from_kernel("NET_DM", 1, &attribute(0, &alert));
    clean(&keeper);
    assert_eq!(keeper.value("pc"), Some("18446744071578845184"));
    assert_eq!(keeper.find("points").unwrap().children.len(), 2);
    let port = [attribute(0, &[4, 0, 0, 0]), attribute(1, b"eth0\0")].concat();
    let stats = [attribute(8, &[]), attribute(0, &[5, 0, 0, 0, 0, 0, 0, 0])].concat();
    let body = [
        attribute(4, &port),
        attribute(7, &[1; 60]),
        attribute(12, &stats),
    ]
    .concat();
    let keeper = from_kernel("NET_DM", 5, &body);
    clean(&keeper);
    assert_eq!(
        keeper.value("NET_DM_ATTR_PORT_NETDEV_NAME"),
        Some("\"eth0\"")
    );
    assert_eq!(keeper.value("NET_DM_ATTR_STATS_DROPPED"), Some("5"));
}

#[test]
fn sampled_packets_and_their_tunnels() {
    let erspan = [&[2, 0, 0, 0][..], &[0, 0, 0, 9, 0, 1, 0x84, 0x3b]].concat();
    let tunnel = [
        attribute(0, &[0, 0, 0, 0, 0, 0, 0, 7]),
        attribute(15, &erspan),
    ]
    .concat();
    let body = [
        attribute(0, &[2, 0]),
        attribute(8, &tunnel),
        attribute(14, &[0, 8]),
    ]
    .concat();
    let keeper = from_kernel("psample", 0, &body);
    clean(&keeper);
    assert_eq!(keeper.value("PSAMPLE_ATTR_IIFINDEX"), Some("2"));
    assert_eq!(keeper.value("PSAMPLE_ATTR_PROTO"), Some("\"ETH_P_IP\""));
    assert_eq!(keeper.value("PSAMPLE_TUNNEL_KEY_ATTR_ID"), Some("7"));
    let value = |name: &str| keeper.value(name).map(str::to_owned);
    let bits = ["p", "ft", "hwid_upper", "hwid", "dir", "gra", "o"].map(value);
    let want = ["1", "1", "0", "3", "1", "1", "1"].map(|v| Some(v.to_owned()));
    assert_eq!(bits, want);
    let first = attribute(15, &[1, 0, 0, 0, 0, 0, 0, 5, 0, 0, 0, 0]);
    let keeper = from_kernel("psample", 0, &attribute(8, &first));
    clean(&keeper);
    assert_eq!(keeper.value("index"), Some("5"));
}

#[test]
fn ipvs_addresses_have_sixteen_bytes() {
    let mut v4 = [0; 16];
    v4[..4].copy_from_slice(&[10, 0, 0, 1]);
    let service = [
        attribute(1, &[2, 0]),
        attribute(3, &v4),
        attribute(4, &[0, 80]),
        attribute(9, &[255, 255, 255, 0]),
    ]
    .concat();
    let keeper = from_kernel("IPVS", 1, &attribute(1, &service));
    clean(&keeper);
    assert_eq!(keeper.value("IPVS_SVC_ATTR_ADDR"), Some("\"10.0.0.1\""));
    assert_eq!(keeper.value("IPVS_SVC_ATTR_PORT"), Some("80"));
    assert_eq!(
        keeper.value("IPVS_SVC_ATTR_NETMASK"),
        Some("\"255.255.255.0\"")
    );
    let mut v6 = [0; 16];
    v6[0] = 0xfd;
    v6[15] = 1;
    let service = [
        attribute(1, &[10, 0]),
        attribute(3, &v6),
        attribute(9, &[64, 0, 0, 0]),
    ]
    .concat();
    let keeper = from_kernel("IPVS", 1, &attribute(1, &service));
    clean(&keeper);
    assert_eq!(keeper.value("IPVS_SVC_ATTR_ADDR"), Some("\"fd00::1\""));
    assert_eq!(keeper.value("IPVS_SVC_ATTR_NETMASK"), Some("64"));
    // requests may leave a destination's family out
    let keeper = to_kernel("IPVS", 5, &attribute(2, &attribute(1, &v4)));
    assert_eq!(keeper.value("IPVS_DEST_ATTR_ADDR"), Some("\"10.0.0.1\""));
}

#[test]
fn virtio_features_by_kind_of_device() {
    let features = attribute(20, &(1u64 << 5 | 1 << 32).to_le_bytes());
    let of = |id: u8| {
        let body = [attribute(5, &[id, 0, 0, 0]), features.clone()].concat();
        let keeper = from_kernel("vdpa", 6, &body);
        clean(&keeper);
        keeper.value("VDPA_ATTR_DEV_FEATURES").unwrap().to_owned()
    };
    assert_eq!(of(1), "[\"VIRTIO_NET_F_MAC\",\"VIRTIO_F_VERSION_1\"]");
    assert_eq!(of(2), "[\"VIRTIO_BLK_F_RO\",\"VIRTIO_F_VERSION_1\"]");
    assert_eq!(of(5), "[\"VIRTIO_F_VERSION_1\",32]");
}

#[test]
fn ksmbd_tails() {
    let mut startup = vec![0; 744];
    startup[740] = 10;
    startup.extend(b"eth0\0eth1\0");
    let keeper = to_kernel("SMBD_GENL", 2, &attribute(2, &startup));
    clean(&keeper);
    let names = &keeper.find("ifc_list").unwrap().children;
    let names: Vec<_> = names.iter().map(|n| n.value.as_str()).collect();
    assert_eq!(names, ["\"eth0\"", "\"eth1\""]);

    let mut share = vec![0; 536];
    share[532] = 8;
    share.extend(b"*.a\0*.b\0\0/srv/x\0");
    let keeper = to_kernel("SMBD_GENL", 7, &attribute(7, &share));
    clean(&keeper);
    assert_eq!(keeper.find("veto_list").unwrap().children.len(), 2);
    assert_eq!(keeper.value("path"), Some("\"/srv/x\""));

    let token = [&[1, 0, 0, 0, 3, 0], &b"abc\0\0\0"[..]].concat();
    let keeper = from_kernel("SMBD_GENL", 14, &attribute(14, &token));
    clean(&keeper);
    assert_eq!(keeper.value("spnego_blob"), Some("{\"hex\":\"616263\"}"));

    // with session_expiry and, of older kernels, without
    let mut answer = vec![0; 152];
    answer.extend([2, 0, 3, 0]);
    let older = [&answer[..], b"kkabc"].concat();
    answer.extend([0, 0, 0, 0, 99, 0, 0, 0, 0, 0, 0, 0]);
    let newer = [&answer[..], b"kkabc"].concat();
    for (bytes, expiry) in [(older, None), (newer, Some("99"))] {
        let keeper = to_kernel("SMBD_GENL", 15, &attribute(15, &bytes));
        clean(&keeper);
        assert_eq!(keeper.value("session_expiry"), expiry);
        assert_eq!(keeper.value("session_key"), Some("{\"hex\":\"6b6b\"}"));
        assert_eq!(keeper.value("spnego_blob"), Some("{\"hex\":\"616263\"}"));
    }

    let call = |flags: u8| [&[1, 0, 0, 0, flags, 0, 0, 0, 2, 0, 0, 0], &b"xy\0"[..]].concat();
    let keeper = from_kernel("SMBD_GENL", 12, &attribute(12, &call(0x23)));
    clean(&keeper);
    assert_eq!(
        keeper.value("flags"),
        Some("[\"KSMBD_RPC_SRVSVC_METHOD_RETURN\",\"KSMBD_RPC_WRITE_METHOD\"]")
    );
    let keeper = to_kernel("SMBD_GENL", 13, &attribute(13, &call(0x05)));
    assert_eq!(keeper.value("flags"), Some("\"KSMBD_RPC_EACCESS_DENIED\""));
    assert_eq!(keeper.value("payload"), Some("{\"hex\":\"7879\"}"));
}

/// All structs that the messages of generic families lead to.
fn structs() -> HashMap<&'static str, &'static Struct> {
    fn kind(
        k: &'static Kind,
        seen: &mut HashMap<&'static str, &'static Set>,
        found: &mut HashMap<&'static str, &'static Struct>,
    ) {
        match &k.format {
            Format::Struct(s, _) => {
                let s: &'static Struct = s;
                found.insert(s.name.as_str(), s);
                for f in s.fields.iter().chain(&s.tail) {
                    kind(&f.kind, seen, found);
                }
            }
            Format::List(e) | Format::Array(e) | Format::Table(_, e) | Format::Map(_, e) => {
                kind(e, seen, found);
            }
            Format::Select(s) => {
                let cases = s.cases.iter().map(|c| &c.kind);
                cases.chain(&s.otherwise).for_each(|k| kind(k, seen, found));
            }
            Format::Nest(s) | Format::Sequence(s) => set(TABLES.set(*s), seen, found),
            _ => {}
        }
    }
    fn set(
        s: &'static Set,
        seen: &mut HashMap<&'static str, &'static Set>,
        found: &mut HashMap<&'static str, &'static Struct>,
    ) {
        if seen.insert(s.name.as_str(), s).is_none() {
            s.attributes.iter().for_each(|a| kind(&a.kind, seen, found));
        }
    }
    let (mut seen, mut found) = (HashMap::new(), HashMap::new());
    for family in ALL.iter().filter(|f| f.layer == Layer::Generic) {
        for message in family.messages.iter() {
            for header in message.headers.iter() {
                let header: &'static Struct = header;
                found.insert(header.name.as_str(), header);
            }
            if let Body::Attributes(s) = &message.body {
                set(TABLES.set(*s), &mut seen, &mut found);
            }
        }
    }
    found
}

/// As a C compiler has them on 64 bits.
#[test]
fn sizes_of_structs() {
    let structs = structs();
    for (name, size) in [
        ("acpi_genl_event", 44),
        ("cgroupstats", 40),
        ("dlm_lock_data", 120),
        ("drbd_genlmsghdr", 8),
        ("erspan_metadata", 12),
        ("ip_vs_flags", 8),
        ("ksmbd_login_request", 116),
        ("ksmbd_login_response", 148),
        ("ksmbd_login_response_ext", 136),
        ("ksmbd_logout_request", 116),
        ("ksmbd_rpc_command", 12),
        ("ksmbd_share_config_request", 132),
        ("ksmbd_share_config_response", 536),
        ("ksmbd_shutdown_request", 64),
        ("ksmbd_spnego_authen_response", 156),
        ("ksmbd_startup_request", 744),
        ("ksmbd_tree_connect_request", 264),
        ("ksmbd_tree_connect_response", 72),
        ("ksmbd_tree_disconnect_request", 80),
        ("net_dm_alert_msg", 4),
        ("net_dm_drop_point", 12),
        ("pmcraid_aen_msg", 16),
        ("pmcraid_config_table_entry", 32),
        ("pmcraid_hcam_ccn", 64),
        ("pmcraid_hcam_hdr", 24),
        ("pmcraid_hostrcb_error", 16),
        ("taskstats", 688),
    ] {
        let found = structs.get(name).map(|s| s.layout(Abi::Lp64).size);
        assert_eq!(found, Some(size), "{name}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4000, failure_persistence: None, ..ProptestConfig::default() })]

    /// Every byte of any message of any generic family has one owner.
    #[test]
    fn random_messages(
        which in any::<prop::sample::Index>(),
        command in any::<prop::sample::Index>(),
        head in prop::collection::vec(any::<u8>(), 0..24),
        attributes in prop::collection::vec((0u16..64, prop::collection::vec(any::<u8>(), 0..200)), 0..6),
        nested in any::<bool>(),
        to_kernel in any::<bool>(),
        big in any::<bool>(),
    ) {
        let order = if big { ByteOrder::Big } else { ByteOrder::Little };
        let u16s = |n: u16| if big { n.to_be_bytes() } else { n.to_le_bytes() };
        let generic: Vec<&'static Family> =
            ALL.iter().copied().filter(|f| f.layer == Layer::Generic).collect();
        let family = which.get(&generic);
        let record = command.get(&family.messages);
        let mut payload = vec![record.value as u8, 1, 0, 0];
        for header in record.headers.iter() {
            let size = usize::from(header.layout(Abi::Lp64).size);
            payload.extend(head.iter().copied().cycle().take(size));
            payload.resize((payload.len()).next_multiple_of(4), 0);
        }
        let tlv = |number: u16, data: &[u8]| {
            let mut out = u16s(4 + data.len() as u16).to_vec();
            out.extend(u16s(number));
            out.extend(data);
            out.resize(out.len().next_multiple_of(4), 0);
            out
        };
        for (number, data) in &attributes {
            if nested {
                payload.extend(tlv(number % 32, &tlv(number / 2, data)));
            } else {
                payload.extend(tlv(*number, data));
            }
        }
        let len = 16 + payload.len() as u32;
        let mut bytes = if big { len.to_be_bytes() } else { len.to_le_bytes() }.to_vec();
        bytes.extend(u16s(SOME_ID));
        bytes.extend([0; 10]);
        bytes.extend(payload);
        let direction = if to_kernel { Direction::ToKernel } else { Direction::FromKernel };
        keep(&bytes, &Assume(family), Some(direction), order);
    }
}
