use super::RECORD;
use crate::special::test::{decode, decode_with, lengths};
use crate::wire::ByteOrder::Little;

/// Lines of a record of a type, without what all have.
fn of_type(record: u16, text: &str) -> Vec<String> {
    let line = format!("audit(1795228841.398:6): {text}");
    let lines = decode_with(line.as_bytes(), Little, |walk, node, span, scope| {
        walk.facts.command = record;
        (RECORD.decode)(walk, node, span, scope);
    });
    let (head, fields) = lines.split_at(4);
    let wanted = [
        "x Struct",
        "  timestamp: 1795228841.398",
        "  serial: 6",
        "  fields Map",
    ];
    assert_eq!(head, wanted);
    fields.iter().map(|l| l[4..].to_owned()).collect()
}

#[test]
fn values_of_each_form() {
    assert_eq!(
        of_type(
            1300,
            r#"arch=c000003e a0=AB  comm="a b" exe=2F62696E2F7820 tty=(none) key=(null) subj==x"#
        ),
        [
            "arch: c000003e",
            "a0: AB",
            "comm: a b",
            "exe: /bin/x ",
            "tty: (none)",
            "key: (null)",
            "subj: =x",
        ]
    );
}

#[test]
fn strings_in_hexadecimal() {
    assert_eq!(
        of_type(1327, "proctitle=6970002D6400"),
        ["proctitle: ip -d"]
    );
    assert_eq!(
        of_type(1309, r#"argc=2 a0="ip" a1=6120 a10[0]=6121 a1_len=4"#),
        ["argc: 2", "a0: ip", "a1: a ", "a10[0]: a!", "a1_len: 4"]
    );
    assert_eq!(of_type(1319, "data=0D"), ["data: \r"]);
    assert_eq!(of_type(1300, "data=0D"), ["data: 0D"]);
    // no capitals, an odd digit: not what the kernel writes
    assert_eq!(of_type(1300, "comm=6a6b"), ["comm: 6a6b"]);
    assert_eq!(of_type(1300, "comm=6A6"), ["comm: 6A6"]);
}

#[test]
fn a_field_again() {
    assert_eq!(
        decode(&RECORD, b"pid=1 pid=2 x=3 pid=4", Little),
        [
            "x Struct",
            "  fields Map",
            "    pid: 1",
            "    pid: 2",
            "    x: 3",
            "    pid: 4"
        ]
    );
    let out = crate::special::testing::message(1300, b"pid=1 pid=2");
    assert_eq!(repeats(&out), [0, 2]);
}

/// The repeat of each leaf of the fields.
fn repeats(message: &[u8]) -> Vec<u32> {
    use crate::context::Context;
    use crate::sink::{Class, Flow, Sink, Value};
    use crate::walk::{Key, Node, walk};

    #[derive(Default)]
    struct Log(Vec<u32>);
    impl Sink for Log {
        fn enter(&mut self, _: &Node<'_>, _: Class) -> Flow {
            Flow::Continue
        }
        fn leave(&mut self) {}
        fn leaf(&mut self, node: &Node<'_>, _: &Value<'_>) -> Flow {
            if matches!(node.key, Key::Text(_)) {
                self.0.push(node.repeat);
            }
            Flow::Continue
        }
        fn as_dyn(&mut self) -> &mut dyn Sink {
            self
        }
    }
    let tables = crate::table::Tables::builtin();
    let ctx = Context::new(&tables, 9);
    let raw = crate::wire::RawMessage::parse(message, 0, ctx.order).unwrap();
    let mut log = Log::default();
    walk(&raw, None, &ctx, &mut log);
    log.0
}

#[test]
fn what_a_program_reports() {
    assert_eq!(
        of_type(
            1005,
            r#"pid=1 ses=2 msg='text=it's a note exe="/x" res=success'"#
        ),
        [
            "pid: 1",
            "ses: 2",
            "msg Map",
            "  text: it's a note",
            "  exe: /x",
            "  res: success",
        ]
    );
    assert_eq!(of_type(1005, "msg='only words'"), ["msg: only words"]);
    assert_eq!(of_type(1005, "msg=''"), ["msg: "]);
    assert_eq!(of_type(1005, "msg='a=1"), ["msg: 'a=1"]);
    // what the program sent: no time yet, and a NUL
    assert_eq!(
        decode(&RECORD, b"op=login acct=\"me\" res=1\0", Little),
        [
            "x Struct",
            "  fields Map",
            "    op: login",
            "    acct: me",
            "    res: 1"
        ]
    );
}

#[test]
fn words_without_a_key() {
    assert_eq!(
        of_type(1409, "netlabel: auid=0 res=1"),
        ["text: netlabel:", "auid: 0", "res: 1"]
    );
    assert_eq!(
        of_type(
            1400,
            r#"avc:  denied  { read write } for  pid=1 comm="x" permissive=0"#
        ),
        [
            "seresult: denied",
            "seperms Array",
            "  [0]: read",
            "  [1]: write",
            "pid: 1",
            "comm: x",
            "permissive: 0",
        ]
    );
    assert_eq!(
        of_type(1400, "avc:  granted  null for  pid=1"),
        ["text: avc:  granted  null for", "pid: 1"]
    );
    assert_eq!(of_type(1320, ""), Vec::<String>::new());
}

#[test]
fn socket_addresses() {
    assert_eq!(
        of_type(1306, "saddr=020000357F0000010000000000000000"),
        [
            "saddr Struct",
            "  sin_family: AF_INET",
            "  sin_port: 53",
            "  sin_addr: Ipv4 [7f, 00, 00, 01]",
        ]
    );
    assert_eq!(
        of_type(1306, "saddr=01002F746D702F7800 x=1"),
        [
            "saddr Struct",
            "  sun_family: AF_UNIX",
            "  sun_path: /tmp/x",
            "x: 1"
        ]
    );
    assert_eq!(
        of_type(1306, "saddr=0100006162"),
        [
            "saddr Struct",
            "  sun_family: AF_UNIX",
            "  sun_path: Opaque [00, 61, 62]"
        ]
    );
    assert_eq!(
        of_type(1306, "saddr=100000000200000001000000FF"),
        [
            "saddr Struct",
            "  nl_family: AF_NETLINK",
            "  nl_pid: 2",
            "  nl_groups: 1",
            "  trailing: Opaque [ff]",
        ]
    );
    assert_eq!(
        of_type(1306, "saddr=02000035"),
        ["saddr Struct", "  sin_family: AF_INET", "  sin_port: 53"]
    );
    assert_eq!(of_type(1306, "saddr=2"), ["saddr: 2"]);
    for n in 1..40 {
        for family in ["01", "02", "0A", "10", "11", "FF"] {
            of_type(1306, &format!("saddr={family}{}", "01".repeat(n)));
        }
    }
}

#[test]
fn each_length_and_odd_ones() {
    let line =
        b"audit(1795229060.946:106): pid=1 x=\"y\" saddr=0200 avc: msg='op=a b=\"c d\" e' f\0";
    lengths(&RECORD, line);
    lengths(&RECORD, b"avc:  denied  { read } for  pid=1");
    for odd in [
        &b"audit(): x=1"[..],
        b"audit(1.2:3) x=1",
        b"audit(1:99999999999999999999): x=1",
        b"=1 ==2 '=3",
        b"avc: } { avc:",
        b"msg='msg='msg=''' msg='",
        b"\xff\xfe=\xfd \0 a=\0b",
        b"   ",
    ] {
        lengths(&RECORD, odd);
    }
}
