//! The command line: what it prints, where, and the code that it ends with.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod common;

use common::*;
use std::io::{BufRead, BufReader, Read};

const TINY: &str = "samples/tiny.pcap";

#[test]
fn alone_it_greets() {
    let ran = run(&[]).quiet(0);
    assert!(ran.out.contains("nldissect families nlctrl"));
    assert!(ran.out.contains("nlmon"));
}

#[test]
fn help_and_version() {
    let help = run(&["--help"]).quiet(0);
    for word in [
        "--json",
        "--text",
        "--fields",
        "--count",
        "--limit",
        "--time",
        "--spec",
        "--family",
        "--byte-order",
        "--arch",
        "--color",
        "--show-keys",
        "-n ",
        "-v",
        "decode",
        "families",
        "Exit codes",
    ] {
        assert!(help.out.contains(word), "{word}");
    }
    assert!(
        run(&["decode", "--help"])
            .quiet(0)
            .out
            .contains("--protocol")
    );
    // the help of a subcommand has only what it takes
    for (args, there, absent) in [
        (&["families", "--help"][..], "--json", "--text"),
        (&["exchanges", "--help"], "--gaps", "--fields"),
        (&["exchanges", "--help"], "--show-keys", "--redact"),
        (&["explain", "--help"], "--json", "--count"),
        (&["demo", "--help"], "--time", "--json"),
    ] {
        let help = run(args).quiet(0).out;
        assert!(help.contains(there) && !help.contains(absent), "{help}");
    }
    run(&["exchanges", TINY, "-w", "out.pcap"]).says(2, &["--whole"]);
    let version = run(&["--version"]).quiet(0).out;
    assert_eq!(
        version.trim(),
        concat!("nldissect ", env!("CARGO_PKG_VERSION"))
    );
}

#[test]
fn wrong_usage_is_2() {
    for (args, word) in [
        (&[TINY, "--bogus"][..], "--bogus"),
        (&[TINY, "--json", "--text"], "--text"),
        (&[TINY, "--json", "--count"], "--count"),
        (&[TINY, "--fields", "frame", "--json"], "--fields"),
        (&[TINY, "--json=xml"], "xml"),
        (&[TINY, "--time", "noon"], "noon"),
        (&[TINY, "--color", "blue"], "blue"),
        (&[TINY, "--limit", "x"], "--limit"),
        (&[TINY, "-n", "x"], "no selection"),
        (&[TINY, "-n", "5-1"], "no selection"),
        (&[TINY, "--family", "nl80211"], "ID=NAME"),
        (&[TINY, "--family", "x=nl80211"], "no id"),
        (&[TINY, "--byte-order", "middle"], "middle"),
        (&[TINY, "--arch", "z80"], "s390x"),
        (&[TINY, "--spec", "no-such-spec.yaml"], "no-such-spec.yaml"),
        (&["-", "-"], "standard input"),
        (&["--json"], "no FILE"),
        (&["--count"], "no FILE"),
        (&[TINY, "--family", "0x1c=nl80212"], "did you mean nl80211"),
        (&[TINY, "--family", "0x1c=nope"], "no generic family"),
        (&[TINY, "--spec", "/nope"], "--spec: cannot read /nope: "),
        (&["families", "nope"], "nope"),
        (&["families", "rt-lin"], "did you mean rt-link"),
        (&["decode", "xyz"], "xyz"),
        (&["decode", "--protocol", "nope", "14"], "nope"),
    ] {
        let ran = run(args).says(2, &[word]);
        assert_eq!(ran.out, "", "{args:?}");
    }
}

#[test]
fn unreadable_files() {
    let missing = "no-such-file.pcap";
    let ran = run(&[missing]).says(2, &[missing, "no such file"]);
    assert_eq!(ran.out, "");
    run(&["samples"]).says(2, &["samples", "directory"]);
    run(&["Cargo.toml"]).says(2, &["Cargo.toml", "not a pcap or pcapng"]);
    let empty = Temp::new(b"");
    run(&[empty.path()]).says(2, &[empty.path(), "empty"]);
    feed(&["-"], b"").says(2, &["-: empty"]);

    // one of several: the others are printed all the same
    let ran = run(&[missing, TINY, "--json"]).says(3, &[missing]);
    assert_eq!(ran.lines().len(), 42);
    assert!(ran.json().iter().all(|m| m["file"] == 1));
    run(&[missing, "Cargo.toml"]).says(2, &[missing, "Cargo.toml"]);
}

#[test]
fn no_netlink_is_2() {
    let mut other = pcap_header(1, 65_535);
    other.extend(record(1, &[0; 60]));
    let other = Temp::new(&other);
    let ran = run(&[other.path(), "--json"]).says(2, &["1 of link type 1", "no netlink"]);
    assert_eq!(ran.out, "");
    // beside a file that has some, it is worth a word only
    let ran = run(&[other.path(), TINY, "--count"]).says(0, &["1 of link type 1"]);
    assert_eq!(ran.out, "42\n");
}

#[test]
fn no_packets_are_fine() {
    let none = Temp::new(&pcap_header(253, 65_535));
    assert_eq!(run(&[none.path(), "--json"]).quiet(0).out, "");
    assert_eq!(run(&[none.path(), "--count"]).quiet(0).out, "0\n");
}

#[test]
fn text_is_a_line_a_message() {
    let plain = run(&[TINY, "--time", "utc"]).quiet(0);
    let lines = plain.lines();
    assert_eq!(lines.len(), 42);
    assert_eq!(
        lines[2],
        "3.0 2026-11-21T02:40:44.343445000Z user > kernel RTM_NEWLINK link add dummy0 type dummy"
    );
    assert!(lines[1].ends_with("NLMSG_ERROR error ENODEV: link set"));
    let text = run(&[TINY, "--time", "utc", "--text"]).quiet(0);
    assert_eq!(text.out, plain.out);
}

#[test]
fn verbose_is_the_whole_tree() {
    let ran = run(&[TINY, "-v", "-n", "3"]).quiet(0);
    let lines: Vec<&str> = ran.out.lines().map(str::trim_start).collect();
    for line in [
        "nlmsg_type: RTM_NEWLINK",
        "nlmsg_flags: NLM_F_REQUEST|NLM_F_ACK|NLM_F_EXCL|NLM_F_CREATE",
        "ifi_type: ARPHRD_NETROM",
        "IFLA_LINKINFO",
        "IFLA_INFO_KIND: \"dummy\"",
    ] {
        assert!(lines.contains(&line), "{line}\n{}", ran.out);
    }
    assert!(ran.out.contains("\n  IFLA_LINKINFO\n    IFLA_INFO_KIND"));
    let twice = run(&[TINY, "-vv", "-n", "3"]).quiet(0);
    assert!(twice.out.starts_with(&ran.out));
    assert!(
        twice.out.contains("0000:   3c 00 00 00  10 00 05 06"),
        "{}",
        twice.out
    );
    assert!(run(&[TINY, "--text", "-v", "-n", "3"]).quiet(0).out == ran.out);
}

#[test]
fn json_has_its_keys_in_order() {
    let order = [
        "file",
        "interface",
        "frame",
        "message",
        "time",
        "protocol",
        "family",
        "family_from",
        "direction",
        "port",
        "nlmsg_len",
        "nlmsg_type",
        "nlmsg_flags",
        "nlmsg_seq",
        "nlmsg_pid",
        "genlmsghdr",
        "ifinfomsg",
        "nlmsgerr",
        "nlmsg_done",
        "attributes",
        "offending",
        "missing",
        "request",
        "diagnostics",
    ];
    for name in ["tiny.pcap", "errors.pcap", "generic.pcap.gz"] {
        for line in run(&[&sample(name), "--json"]).quiet(0).lines() {
            let keys = top_level_keys(line);
            let places: Vec<usize> = keys
                .iter()
                .filter_map(|key| order.iter().position(|o| o == key))
                .collect();
            assert!(places.is_sorted(), "{name}: {keys:?}");
            assert_eq!(&keys[..3], ["frame", "message", "time"]);
        }
    }
}

/// The keys of a line's object, in the order in which they stand.
fn top_level_keys(line: &str) -> Vec<String> {
    let (mut keys, mut depth, mut text, mut in_text, mut escaped) =
        (Vec::new(), 0, String::new(), false, false);
    for c in line.chars() {
        if in_text {
            match c {
                _ if escaped => escaped = false,
                '\\' => escaped = true,
                '"' => in_text = false,
                c => text.push(c),
            }
            continue;
        }
        match c {
            '"' => {
                in_text = true;
                text.clear();
            }
            '{' | '[' => depth += 1,
            '}' | ']' => depth -= 1,
            ':' if depth == 1 => keys.push(text.clone()),
            _ => {}
        }
    }
    keys
}

#[test]
fn json_of_a_link() {
    let ran = run(&[TINY, "--json", "-n", "3"]).quiet(0);
    assert_eq!(
        ran.out.trim_end(),
        "{\"frame\":3,\"message\":0,\"time\":\"2026-11-21T02:40:44.343445000Z\",\"protocol\":\"NETLINK_ROUTE\",\
         \"direction\":\"to-kernel\",\"nlmsg_len\":60,\"nlmsg_type\":\"RTM_NEWLINK\",\
         \"nlmsg_flags\":[\"NLM_F_REQUEST\",\"NLM_F_ACK\",\"NLM_F_EXCL\",\"NLM_F_CREATE\"],\
         \"nlmsg_seq\":1795228845,\"nlmsg_pid\":0,\
         \"ifinfomsg\":{\"ifi_family\":\"AF_UNSPEC\",\"ifi_type\":\"ARPHRD_NETROM\",\"ifi_index\":0,\
         \"ifi_flags\":[],\"ifi_change\":[]},\
         \"attributes\":{\"IFLA_IFNAME\":\"dummy0\",\"IFLA_LINKINFO\":{\"IFLA_INFO_KIND\":\"dummy\"}}}"
    );
    assert_eq!(
        run(&[TINY, "--json=message", "-n", "3"]).quiet(0).out,
        ran.out
    );
    let tree = run(&[TINY, "--json=tree", "-n", "3"]).quiet(0).json();
    assert_eq!(tree[0]["nlmsg_type"], "RTM_NEWLINK");
    assert!(tree[0]["nodes"].is_array() && tree[0].get("attributes").is_none());
}

#[test]
fn fields_are_columns() {
    let fields =
        "frame,message,nlmsg_type,nlmsg_flags,port,IFLA_LINKINFO.IFLA_INFO_KIND,ifi_index,request";
    let ran = run(&[TINY, "--fields", fields, "-n", "3,8,22"]).quiet(0);
    assert_eq!(
        ran.lines(),
        [
            "3\t0\tRTM_NEWLINK\tNLM_F_REQUEST|NLM_F_ACK|NLM_F_EXCL|NLM_F_CREATE\t\tdummy\t0\t",
            "8\t0\tRTM_NEWLINK\t0\t2707410649\tdummy\t3\t7.0",
            "22\t0\tRTM_NEWLINK\tNLM_F_MULTI\t149\t\t1\t21.0",
            "22\t1\tRTM_NEWLINK\tNLM_F_MULTI\t149\tnlmon\t2\t21.0",
        ]
    );
    let cut = run(&["samples/snaplen.pcap", "--fields", "diagnostics"]).quiet(0);
    assert!(cut.out.contains("cut-message"));
}

#[test]
fn count_selection_limit() {
    let count = |args: &[&str]| run(&[&[TINY, "--count"], args].concat()).quiet(0).out;
    assert_eq!(count(&[]), "42\n");
    assert_eq!(count(&["-n", "22"]), "2\n");
    assert_eq!(count(&["-n", "22.1"]), "1\n");
    assert_eq!(count(&["-n", "22.2"]), "0\n");
    assert_eq!(count(&["-n", "1-3,22"]), "5\n");
    assert_eq!(count(&["-n", "1000"]), "0\n");
    assert_eq!(count(&["--limit", "5"]), "5\n");
    assert_eq!(count(&["--limit", "0"]), "0\n");
    assert_eq!(count(&["-n", "22-30", "--limit", "3"]), "3\n");
    let ran = run(&[TINY, "--json", "-n", "22.1"]).quiet(0).json();
    assert_eq!(
        (&ran[0]["frame"], &ran[0]["message"]),
        (&22.into(), &1.into())
    );
}

#[test]
fn five_forms_of_time() {
    let time = |args: &[&str]| {
        let args = [&[TINY, "-n", "1,3,5", "--fields", "frame"], args].concat();
        run(&args).quiet(0);
        let text = args.iter().filter(|a| !["--fields", "frame"].contains(a));
        let ran = run(&text.copied().collect::<Vec<_>>()).quiet(0);
        let word = |line: &str| {
            let words: Vec<&str> = line.split(' ').skip(1).collect();
            let end = words.iter().position(|w| ["user", "kernel"].contains(w));
            words[..end.unwrap()].join(" ")
        };
        ran.out.lines().map(word).collect::<Vec<_>>()
    };
    assert_eq!(
        time(&["--time", "utc"]),
        [
            "2026-11-21T02:40:44.331118000Z",
            "2026-11-21T02:40:44.343445000Z",
            "2026-11-21T02:40:44.579710000Z"
        ]
    );
    assert_eq!(
        time(&["--time", "relative"]),
        ["0.000000000", "0.012327000", "0.248592000"]
    );
    assert_eq!(
        time(&["--time", "delta"]),
        ["0.000000000", "0.012327000", "0.236265000"]
    );
    assert_eq!(time(&["--time", "epoch"])[0], "1795228844.331118000");
    assert_eq!(
        time(&["--time", "local"])[0],
        "2026-11-21 02:40:44.331118+0000"
    );
    assert_eq!(time(&[]), time(&["--time", "local"]));

    let elsewhere = finish(command(&[TINY, "--limit", "1"]).env("TZ", "IST-5:30"), b"").quiet(0);
    assert!(
        elsewhere.out.contains("2026-11-21 08:10:44.331118+0530"),
        "{}",
        elsewhere.out
    );
    let json = finish(
        command(&[TINY, "--limit", "1", "--json"]).env("TZ", "IST-5:30"),
        b"",
    );
    assert!(json.out.contains("2026-11-21T02:40:44.331118000Z"));
}

#[test]
fn a_pipe_gives_what_a_file_gives() {
    for name in samples() {
        let path = sample(&name);
        let bytes = std::fs::read(&path).unwrap();
        let (file, pipe) = (run(&[&path, "--json"]), feed(&["-", "--json"], &bytes));
        assert_eq!(pipe.code, file.code, "{name}");
        // what a file tells further on, a pipe cannot tell in time
        let told = |line: &&str| !line.contains("\"family_from\"") && !line.contains("GENERIC");
        let (a, b): (Vec<&str>, Vec<&str>) = (
            file.out.lines().filter(told).collect(),
            pipe.out.lines().filter(told).collect(),
        );
        assert!(a == b, "{name}");
    }
}

#[test]
fn files_merge_by_time() {
    let file = |times: &[u32]| {
        let mut out = pcap_header(253, 65_535);
        for time in times {
            out.extend(record(
                *time,
                &cooked(ROUTE, &newlink(&format!("t{time}"), &[])),
            ));
        }
        Temp::new(&out)
    };
    let (a, b) = (file(&[10, 30, 50]), file(&[20, 30, 40]));
    let fields = ["--fields", "file,frame,IFLA_IFNAME"];
    let ran = run(&[&[a.path(), b.path()], &fields[..]].concat()).quiet(0);
    assert_eq!(
        ran.lines(),
        [
            "0\t1\tt10",
            "1\t1\tt20",
            "0\t2\tt30",
            "1\t2\tt30",
            "1\t3\tt40",
            "0\t3\tt50"
        ]
    );
    let json = run(&[a.path(), b.path(), "--json"]).quiet(0).json();
    assert!(json.iter().all(|m| m["file"].is_u64()));
    let alone = run(&[a.path(), "--json"]).quiet(0).json();
    assert!(alone.iter().all(|m| m.get("file").is_none()));
}

#[test]
fn an_answer_belongs_to_a_request_of_its_own_file() {
    let json = run(&[TINY, TINY, "--json"]).quiet(0).json();
    assert_eq!(json.len(), 84);
    for message in json.iter().filter(|m| m.get("request").is_some()) {
        assert_eq!(message["request"]["file"], message["file"]);
    }
}

#[test]
fn interfaces_are_named_when_there_are_several() {
    let link = cooked(ROUTE, &newlink("a", &[]));
    let one = [
        section_block(&[]),
        interface_block(253, 0, &[]),
        packet_block(0, 1, &link),
    ]
    .concat();
    let mut two = [section_block(&[]), interface_block(253, 0, &[])].concat();
    two.extend([interface_block(253, 0, &[]), packet_block(1, 1, &link)].concat());
    let (one, two) = (Temp::new(&one), Temp::new(&two));
    assert!(
        run(&[one.path(), "--json"]).quiet(0).json()[0]
            .get("interface")
            .is_none()
    );
    assert_eq!(
        run(&[two.path(), "--json"]).quiet(0).json()[0]["interface"],
        1
    );
}

#[test]
fn a_closed_pipe_ends_quietly() {
    let mut child = command(&["samples/link.pcap", "--json=tree"])
        .spawn()
        .unwrap();
    let mut line = String::new();
    let mut out = BufReader::new(child.stdout.take().unwrap());
    out.read_line(&mut line).unwrap();
    drop(out);
    let mut err = String::new();
    child
        .stderr
        .take()
        .unwrap()
        .read_to_string(&mut err)
        .unwrap();
    assert_eq!(err, "");
    assert_eq!(child.wait().unwrap().code(), Some(0));
}

#[test]
fn colours_only_where_wanted() {
    let escape = |args: &[&str]| {
        run(&[&[TINY, "--limit", "2"], args].concat())
            .quiet(0)
            .out
            .contains('\x1b')
    };
    assert!(!escape(&[]));
    assert!(!escape(&["--color", "auto"]));
    assert!(!escape(&["--color", "never"]));
    assert!(escape(&["--color", "always"]));
    assert!(escape(&["--color", "always", "-v"]));
    assert!(!escape(&["--color", "always", "--json"]));
    let wins = finish(
        command(&[TINY, "--limit", "2", "--color", "always"]).env("NO_COLOR", "1"),
        b"",
    );
    assert!(
        wins.out.contains('\x1b'),
        "--color is asked for, NO_COLOR is a default"
    );
}

#[test]
fn names_from_a_capture_reach_no_terminal_unescaped() {
    let name = "a\x1b[31m\u{202e}b\n\"";
    let file = Temp::new(&pcap(&[(ROUTE, newlink(name, &[]))]));
    for args in [
        &["--text"][..],
        &["-v"],
        &["-vv"],
        &["--fields", "IFLA_IFNAME"],
        &["--json"],
        &["--json=tree"],
    ] {
        let ran = run(&[&[file.path()], args].concat()).quiet(0);
        assert!(!ran.out.contains('\x1b'), "{args:?}");
        assert!(
            !ran.out.contains('\u{202e}') || args[0].starts_with("--json"),
            "{args:?}"
        );
        let lines = if args[0] == "-v" || args[0] == "-vv" {
            12
        } else {
            1
        };
        assert!(
            ran.lines().len() >= lines && (lines > 1 || ran.lines().len() == 1),
            "{args:?}"
        );
    }
    let json = run(&[file.path(), "--json"]).quiet(0).json();
    assert_eq!(json[0]["attributes"]["IFLA_IFNAME"], name);
}

const GETLINK: [u8; 20] = [
    20, 0, 0, 0, 18, 0, 1, 3, 1, 0, 0, 0, 0, 0, 0, 0, 17, 0, 0, 0,
];

#[test]
fn decode_takes_hex_files_and_standard_input() {
    let hex: String = GETLINK.iter().map(|b| format!("{b:02x}")).collect();
    let spaced = hex
        .as_bytes()
        .chunks(2)
        .map(|c| std::str::from_utf8(c).unwrap());
    let spaced = spaced.collect::<Vec<_>>().join(" ");
    let (raw, text) = (Temp::new(&GETLINK), Temp::new(spaced.as_bytes()));
    let want = run(&["decode", &hex, "--json"]).quiet(0);
    let json = want.json();
    assert_eq!(json.len(), 1);
    assert_eq!(json[0]["nlmsg_type"], "RTM_GETLINK");
    assert_eq!(
        json[0]["nlmsg_flags"],
        serde_json::json!(["NLM_F_REQUEST", "NLM_F_DUMP"])
    );
    assert!(json[0].get("time").is_none());
    for input in [&spaced, raw.path(), text.path()] {
        assert_eq!(
            run(&["decode", input, "--json"]).quiet(0).out,
            want.out,
            "{input}"
        );
    }
    assert_eq!(
        feed(&["decode", "-", "--json"], &GETLINK).quiet(0).out,
        want.out
    );
    assert_eq!(
        feed(&["decode", "--json"], hex.as_bytes()).quiet(0).out,
        want.out
    );

    // what it prints by itself is the whole tree
    let tree = run(&["decode", &hex]).quiet(0).out;
    assert!(tree.contains("    nlmsg_type: RTM_GETLINK\n"), "{tree}");
    assert_eq!(run(&["decode", &hex, "--text"]).quiet(0).lines().len(), 1);
    assert!(run(&["decode", &hex, "-vv"]).quiet(0).out.contains("0000:"));
    assert_eq!(run(&["decode", &hex, "--count"]).quiet(0).out, "1\n");
}

#[test]
fn decode_takes_options() {
    let ctrl = message(
        16,
        1,
        1,
        &[&[3, 1, 0, 0][..], &attribute(2, b"nl80211\0")].concat(),
    );
    let hex: String = ctrl.iter().map(|b| format!("{b:02x}")).collect();
    for protocol in ["NETLINK_GENERIC", "generic", "16"] {
        let json = run(&["decode", &hex, "--protocol", protocol, "--json"])
            .quiet(0)
            .json();
        assert_eq!(json[0]["genlmsghdr"]["cmd"], "CTRL_CMD_GETFAMILY");
        assert_eq!(json[0]["attributes"]["CTRL_ATTR_FAMILY_NAME"], "nl80211");
    }
    // both orders are told from the lengths, or given
    let big: String = "000000140012030100000001000000001100000000".to_owned();
    let json = run(&["decode", &big[..40], "--json"]).quiet(0).json();
    assert_eq!(json[0]["nlmsg_type"], "RTM_GETLINK");
    let json = run(&["decode", &big[..40], "--byte-order", "big", "--json"])
        .quiet(0)
        .json();
    assert_eq!(json[0]["nlmsg_type"], "RTM_GETLINK");
}

#[test]
fn decode_takes_what_an_error_queue_holds() {
    let stats = [
        attribute(1, &1500u64.to_le_bytes()),
        attribute(14, &[3]),
        attribute(22, &250u32.to_le_bytes()),
    ]
    .concat();
    let hex: String = stats.iter().map(|b| format!("{b:02x}")).collect();
    let json = run(&["decode", &hex, "--protocol", "TCP_NLA", "--json"])
        .quiet(0)
        .json();
    assert_eq!(json.len(), 1);
    assert_eq!(json[0]["protocol"], "TCP_NLA");
    assert_eq!(
        json[0]["attributes"],
        serde_json::json!({"TCP_NLA_BUSY": 1500, "TCP_NLA_CA_STATE": "TCP_CA_Recovery", "TCP_NLA_SRTT": 250})
    );
    let big = ["--protocol", "J1939_NLA", "--byte-order", "big", "--json"];
    let ran = run(&[&["decode", "0008000300feca00"], &big[..]].concat()).quiet(0);
    let json = ran.json();
    assert_eq!(json[0]["attributes"]["J1939_NLA_PGN"], 0xfeca00);
}

#[test]
fn decode_refuses() {
    run(&["decode"]).says(2, &["no bytes"]);
    feed(&["decode", "-"], b"").says(2, &["no bytes"]);
    run(&["decode", "14000000"]).says(2, &["no message in 4 bytes"]);
    run(&["decode", TINY]).says(2, &["capture file"]);
}

#[test]
fn families_as_text_and_json() {
    let all = run(&["families"]).quiet(0).out;
    assert!(all.contains("nlctrl") && all.contains("rt-link"));
    let one = run(&["families", "nlctrl"]).quiet(0).out;
    for word in ["CTRL_CMD_GETFAMILY", "CTRL_ATTR_FAMILY_NAME", "notify"] {
        assert!(one.contains(word), "{word}");
    }
    let dump: serde_json::Value =
        serde_json::from_str(&run(&["families", "--json"]).quiet(0).out).unwrap();
    assert!(dump["families"].as_array().unwrap().len() > 20);
    let one: serde_json::Value =
        serde_json::from_str(&run(&["families", "nlctrl", "--json"]).quiet(0).out).unwrap();
    assert_eq!(one["families"][0]["family"], "nlctrl");
}

#[test]
fn a_family_can_be_given() {
    let request = message(0x1c, 1, 1, &[1, 0, 0, 0]);
    let file = Temp::new(&pcap(&[(GENERIC, request)]));
    for id in ["0x1c", "28"] {
        let json = run(&[file.path(), "--json", "--family", &format!("{id}=nl80211")])
            .quiet(0)
            .json();
        assert_eq!(json[0]["nlmsg_type"], "nl80211");
        assert_eq!(json[0]["family"], "nl80211");
        assert_eq!(json[0]["family_from"], "option");
    }
    let json = run(&[file.path(), "--json"]).quiet(0).json();
    assert_ne!(json[0].get("family_from"), Some(&"option".into()));
}

#[test]
fn an_architecture_brings_its_byte_order_and_layouts() {
    let link = newlink("a", &[]);
    let file = Temp::new(&pcap(&[(ROUTE, link)]));
    let told = run(&[file.path(), "--json"]).quiet(0);
    for arch in ["x86_64", "arm", "i386", "mipsel"] {
        assert_eq!(
            run(&[file.path(), "--json", "--arch", arch]).quiet(0).out,
            told.out
        );
    }
    let big = run(&[file.path(), "--json", "--arch", "s390x"]).quiet(0);
    let by_order = run(&[file.path(), "--json", "--byte-order", "big"]).quiet(0);
    assert_eq!(big.out, by_order.out);
    assert_ne!(big.out, told.out);
    // names of errors are the architecture's: 122 is EDQUOT, on MIPS 1133 is
    let mut error = (-1133_i32).to_le_bytes().to_vec();
    error.extend(message(16, 5, 1, &[]));
    let file = Temp::new(&pcap(&[(ROUTE, message(2, 0, 1, &error))]));
    let json = run(&[file.path(), "--json", "--arch", "mipsel"])
        .quiet(0)
        .json();
    assert_eq!(json[0]["nlmsgerr"]["errno"], "EDQUOT");
}

#[test]
fn keys_hide_in_text_only() {
    let shown = |args: &[&str]| run(&[&["samples/xfrm.pcap"], args].concat()).quiet(0).out;
    let line = |out: String| out.contains("<key, ");
    assert!(line(shown(&["-v"])));
    assert!(!line(shown(&["-v", "--show-keys"])));
    assert!(!line(shown(&["--json"])));
}

#[test]
fn every_option_is_documented() {
    let docs = std::fs::read_to_string("docs/COMMAND.md").unwrap();
    for help in [
        &["--help"][..],
        &["decode", "--help"],
        &["families", "--help"],
    ] {
        let help = run(help).quiet(0).out;
        let options = help.split(|c: char| !(c.is_alphanumeric() || c == '-'));
        for option in options.filter(|word| word.starts_with("--") && word.len() > 2) {
            assert!(
                docs.contains(&format!("`{option}")),
                "docs/COMMAND.md lacks {option}"
            );
        }
    }
}

#[test]
fn the_readme_shows_what_is_printed() {
    let readme = std::fs::read_to_string("README.md").unwrap();
    let errors = "samples/errors.pcap";
    for args in [
        &[errors, "-n", "113-114"][..],
        &[errors, "-v", "-n", "114"],
        &[
            TINY,
            "-n",
            "22-23",
            "--fields",
            "frame,nlmsg_type,ifi_index,IFLA_IFNAME,IFLA_MTU",
        ],
    ] {
        let ran = run(args).quiet(0);
        let block = format!("```\n{}```", ran.out);
        assert!(readme.contains(&block), "{args:?}\n{}", ran.out);
    }
    let block = readme
        .split("```json\n")
        .nth(1)
        .unwrap()
        .split("```")
        .next()
        .unwrap();
    let shown: serde_json::Value = serde_json::from_str(block).unwrap();
    assert_eq!(shown, run(&[errors, "--json", "-n", "114"]).json()[0]);
}

#[test]
fn a_spec_can_be_loaded() {
    let spec = "name: own-family
protocol: genetlink
doc: for a test
definitions: []
attribute-sets:
  -
    name: thing
    attributes:
      - {name: size, type: u32}
      - {name: title, type: string}
operations:
  list:
    -
      name: get
      doc: asks
      attribute-set: thing
      do: {request: {attributes: [size]}, reply: {attributes: [title]}}
";
    let spec = Temp::new(spec.as_bytes());
    let payload = [&[1, 1, 0, 0][..], &attribute(1, &7_u32.to_le_bytes())].concat();
    let file = Temp::new(&pcap(&[(GENERIC, message(0x20, 1, 1, &payload))]));
    let args = [file.path(), "--json", "--family", "32=own-family"];
    let json = run(&[&args[..], &["--spec", spec.path()]].concat())
        .quiet(0)
        .json();
    assert_eq!(json[0]["attributes"]["OWN_FAMILY_A_THING_SIZE"], 7);
    assert_eq!(json[0]["genlmsghdr"]["cmd"], "OWN_FAMILY_CMD_GET");
    run(&args).says(2, &["--family", "own-family", "nldissect families"]);
    let known = run(&["families", "own-family", "--spec", spec.path()])
        .quiet(0)
        .out;
    assert!(known.contains("OWN_FAMILY_CMD_GET"), "{known}");

    let bad = Temp::new(b"name: x\nprotocol: genetlink\noperations: 5\n");
    run(&[&args[..], &["--spec", bad.path()]].concat()).says(2, &[bad.path(), ":"]);
    run(&[TINY, "--spec", "samples"]).says(2, &["samples"]);
}

#[test]
fn exchanges_and_their_outcomes() {
    let errors = "samples/errors.pcap";
    let all = run(&["exchanges", errors, "--json"]).quiet(0).json();
    let messages = run(&[errors, "--json"]).quiet(0).json();
    let requests = |m: &&serde_json::Value| {
        let flags = m["nlmsg_flags"].as_array().unwrap();
        let batch = m["nlmsg_type"]
            .as_str()
            .is_some_and(|t| t.starts_with("NFT_MSG_NEW"));
        let ends = m["nlmsg_type"] == "NFNL_MSG_BATCH_END";
        let asks = flags.iter().any(|f| f == "NLM_F_REQUEST");
        m["direction"] == "to-kernel" && asks && !batch && !ends
    };
    assert_eq!(all.len(), messages.iter().filter(requests).count());
    let count = |args: &[&str]| {
        let args = [&["exchanges", errors, "--count"], args].concat();
        run(&args).quiet(0).out.trim().parse::<usize>().unwrap()
    };
    let errors_of = |probe: bool| {
        let failed =
            |x: &&serde_json::Value| x["outcome"] == "error" && x["probe"].is_null() != probe;
        all.iter().filter(failed).count()
    };
    assert!(errors_of(false) > 10 && errors_of(true) > 5);
    assert_eq!(count(&["--failed"]), errors_of(false));
    assert_eq!(
        count(&["--failed", "--probes"]),
        errors_of(false) + errors_of(true)
    );
    assert_eq!(count(&["--slow", "0"]), all.len());
    assert!((1..5).contains(&count(&["--slow", "50"])));
    assert_eq!(count(&["-Y", "errno == ENODEV", "-n", "30"]), 1);
    assert_eq!(count(&["-n", "30,37"]), 2);
    assert_eq!(count(&["--limit", "3"]), 3);
    // a message of a transaction stands for it
    assert_eq!(count(&["-n", "111.1"]), 1);
    let drawn = run(&["exchanges", errors, "-v", "-n", "115,30"])
        .quiet(0)
        .out;
    for words in [
        "ENODEV ← link get nosuch (frame 30)",
        "= the kernel gave no words",
        "= possible cause: the capture knows no interface \"nosuch\"",
        "\n  IFLA_MTU: 6162\n  ^^^^^^^^ Attribute failed policy validation; accepts NL_ATTR_TYPE_U32",
        "byte 32: 06 00 04 00 61 62",
    ] {
        assert!(drawn.contains(words), "{words} is not in {drawn}");
    }
}

#[test]
fn a_message_told_in_sentences() {
    let told = |place| {
        run(&["explain", "samples/errors.pcap", "-n", place])
            .quiet(0)
            .out
    };
    for place in ["30", "31"] {
        let out = told(place);
        for words in [
            "Message 0 of frame ",
            "The kernel refused it: ENODEV (no such device), after 269 µs.",
            "ENODEV ← link get nosuch (frame 30)",
        ] {
            assert!(out.contains(words), "{words} is not in {out}");
        }
    }
    assert!(told("31").contains("It answers the request in frame 30: link get nosuch"));
    assert!(told("111.1").contains("for its message 1: ENOENT"));
    run(&["explain", "samples/errors.pcap", "-n", "99999"]).says(2, &["99999"]);
}

#[test]
fn silences() {
    let gaps = run(&["exchanges", "--gaps", "3", "--json", "samples/errors.pcap"]);
    let gaps = gaps.quiet(0).json();
    let lengths: Vec<u64> = gaps.iter().map(|g| g["gap_ns"].as_u64().unwrap()).collect();
    assert_eq!(lengths.len(), 3);
    assert!(lengths.is_sorted_by(|a, b| a >= b));
    for gap in &gaps {
        assert!(gap["before"]["frame"].as_u64() <= gap["after"]["frame"].as_u64());
    }
}

#[test]
fn copies_are_shown_once() {
    let notification = newlink("eth0", &[]);
    let other = newlink("eth1", &[]);
    let frame = |m: &Vec<u8>| cooked(ROUTE, m);
    let mut file = pcap_header(253, 262_144);
    for m in [&notification, &notification, &other, &notification, &other] {
        file.extend(record(1_700_000_000, &frame(m)));
    }
    let file = Temp::new(&file);
    let text = run(&[file.path(), "--text"]).quiet(0).out;
    let lines: Vec<_> = text.lines().collect();
    assert_eq!(lines.len(), 2);
    assert!(
        lines[0].contains("eth0") && lines[0].ends_with(" ×3"),
        "{text}"
    );
    assert!(
        lines[1].contains("eth1") && lines[1].ends_with(" ×2"),
        "{text}"
    );
    let count = |args: &[&str]| {
        run(&[&[file.path(), "--count"], args].concat())
            .quiet(0)
            .out
    };
    assert_eq!(count(&[]).trim(), "2");
    assert_eq!(count(&["--copies"]).trim(), "5");
    // one that is asked for is shown, whatever it is a copy of
    let second = run(&[file.path(), "--text", "-n", "2"]).quiet(0).out;
    assert_eq!(second.lines().count(), 1);
    let json = run(&[file.path(), "--json"]).quiet(0).json();
    let first: Vec<_> = json
        .iter()
        .map(|m| m["copy_of"]["frame"].as_u64())
        .collect();
    assert_eq!(first, [None, Some(1), None, Some(1), Some(3)]);
}

#[test]
fn tables_by_fields() {
    let errors = "samples/errors.pcap";
    let by = |fields: &str| run(&[errors, "--by", fields, "--json"]).quiet(0).json();
    let sum = |rows: &[serde_json::Value], key: &str| {
        rows.iter().map(|r| r[key].as_u64().unwrap()).sum::<u64>()
    };
    let messages = run(&[errors, "--json"]).quiet(0).json();
    let rows = by("protocol");
    assert_eq!(sum(&rows, "count"), messages.len() as u64);
    let bytes: u64 = messages
        .iter()
        .map(|m| m["nlmsg_len"].as_u64().unwrap())
        .sum();
    assert_eq!(sum(&rows, "bytes"), bytes);
    assert!(rows.iter().any(|r| r["by"]["protocol"] == "NETLINK_ROUTE"));
    assert!(rows[0]["latency_ns"]["p50"].as_u64() <= rows[0]["latency_ns"]["p99"].as_u64());
    let failed = run(&["exchanges", errors, "--failed", "--count"])
        .quiet(0)
        .out;
    assert_eq!(sum(&rows, "errors").to_string(), failed.trim());
    // only errors have one, and the largest group is first
    let rows = by("errno");
    assert!(rows.len() > 3 && rows.iter().all(|r| r["by"]["errno"].as_str() != Some("")));
    assert!(rows.is_sorted_by(|a, b| a["count"].as_u64() >= b["count"].as_u64()));
    let text = run(&[errors, "--by", "nlmsg_type,errno", "--limit", "2"])
        .quiet(0)
        .out;
    assert!(text.starts_with("nlmsg_type"), "{text}");
    assert_eq!(text.lines().count(), 3);
    let stats = run(&[errors, "--stats"]).quiet(0).out;
    assert_eq!(stats.split("\n\n").count(), 5);
    run(&[errors, "--by", "nosuchfield"]).says(2, &["nosuchfield"]);
}
