//! `nldissect trace`, on a command that is this test itself; and what strace wrote.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

mod common;

use common::{Temp, command, feed, finish, run, sample};
use rustix::net::{
    AddressFamily, RecvFlags, SendFlags, SocketFlags, SocketType, recv, send, socket_with,
};

/// A header, and nothing of a body but zeros.
fn request(len: u32, kind: u16, flags: u16, seq: u32) -> Vec<u8> {
    let mut bytes = len.to_ne_bytes().to_vec();
    bytes.extend(kind.to_ne_bytes());
    bytes.extend(flags.to_ne_bytes());
    bytes.extend(seq.to_ne_bytes());
    bytes.resize(len as usize, 0);
    bytes
}

fn talk(seq: u32, refused: bool) {
    let flags = SocketFlags::CLOEXEC;
    let socket = socket_with(AddressFamily::NETLINK, SocketType::RAW, flags, None).unwrap();
    let mut buffer = vec![0; 1 << 16];
    if refused {
        // RTM_SETLINK of an interface that does not exist
        let mut bytes = request(32, 19, 5, seq);
        bytes[20..24].copy_from_slice(&i32::MAX.to_ne_bytes());
        send(&socket, &bytes, SendFlags::empty()).unwrap();
    } else {
        // RTM_GETLINK of the first
        let mut bytes = request(32, 18, 1, seq);
        bytes[20..24].copy_from_slice(&1_i32.to_ne_bytes());
        send(&socket, &bytes, SendFlags::empty()).unwrap();
        recv(&socket, &mut buffer[..], RecvFlags::PEEK | RecvFlags::TRUNC).unwrap();
    }
    recv(&socket, &mut buffer[..], RecvFlags::empty()).unwrap();
}

/// What the tests below trace.
#[test]
#[ignore = "talks to the kernel and leaves a word, for the others"]
fn talks() {
    talk(1, false);
    std::thread::spawn(|| talk(2, false)).join().unwrap();
    println!("its own output");
}

#[test]
#[ignore = "is refused, for the others"]
fn is_refused() {
    talk(3, true);
    std::process::exit(4);
}

/// `ip link add vx0 type vxlan id 42`
#[test]
#[ignore = "asks for what it has no capability for, for the others"]
fn adds_a_link() {
    let attribute = |kind: u16, value: &[u8]| {
        let mut bytes = (4 + value.len() as u16).to_ne_bytes().to_vec();
        bytes.extend(kind.to_ne_bytes());
        bytes.extend(value);
        bytes.resize(bytes.len().next_multiple_of(4), 0);
        bytes
    };
    // IFLA_IFNAME; IFLA_LINKINFO with IFLA_INFO_KIND and IFLA_INFO_DATA, in which IFLA_VXLAN_ID
    let id = attribute(1, &42_u32.to_ne_bytes());
    let info = [attribute(1, b"vxlan"), attribute(2, &id)].concat();
    let attributes = [attribute(3, b"vx0\0"), attribute(18, &info)].concat();
    // RTM_NEWLINK with NLM_F_REQUEST, ACK, EXCL, CREATE
    let mut bytes = request(32 + attributes.len() as u32, 16, 0x605, 9);
    bytes[32..].copy_from_slice(&attributes);
    let flags = SocketFlags::CLOEXEC;
    let socket = socket_with(AddressFamily::NETLINK, SocketType::RAW, flags, None).unwrap();
    send(&socket, &bytes, SendFlags::empty()).unwrap();
    recv(&socket, &mut [0; 4096][..], RecvFlags::empty()).unwrap();
    std::process::exit(2);
}

fn this(test: &str) -> [String; 5] {
    let exe = std::env::current_exe().unwrap();
    let exe = exe.to_str().unwrap().to_owned();
    [
        exe,
        test.into(),
        "--exact".into(),
        "--ignored".into(),
        "--nocapture".into(),
    ]
}

fn trace(options: &[&str], test: &str) -> common::Ran {
    let words = this(test);
    let words = words.iter().map(String::as_str);
    let all: Vec<&str> = [&["trace"], options, &["--"]]
        .concat()
        .into_iter()
        .chain(words)
        .collect();
    run(&all)
}

#[test]
fn datagrams_of_a_command() {
    let file = Temp::new(b"");
    let ran = trace(&["-w", file.path(), "--json"], "talks");
    assert_eq!(ran.code, 0);
    assert!(ran.out.contains("its own output"));
    let lines: Vec<serde_json::Value> = ran
        .err
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let told: Vec<(&str, &str, u64)> = lines
        .iter()
        .map(|line| {
            (
                line["direction"].as_str().unwrap(),
                line["nlmsg_type"].as_str().unwrap(),
                line["nlmsg_seq"].as_u64().unwrap(),
            )
        })
        .collect();
    // what was looked at with MSG_PEEK counts once
    assert_eq!(
        told,
        [
            ("to-kernel", "RTM_GETLINK", 1),
            ("from-kernel", "RTM_NEWLINK", 1),
            ("to-kernel", "RTM_GETLINK", 2),
            ("from-kernel", "RTM_NEWLINK", 2),
        ]
    );
    for line in &lines {
        assert_eq!(line["process"]["from"], "trace");
        assert!(line["process"]["pid"].as_u64().unwrap() > 0);
        assert!(line["port"].as_u64().unwrap() > 0);
    }
    // the recording tells the same
    let again = run(&[file.path(), "--json"]).quiet(0).json();
    assert_eq!(again, lines);
    let strict = run(&[file.path(), "-Y", "socket.strict == false", "--count"]).quiet(0);
    assert_eq!(strict.out, "4\n");
}

#[test]
fn failures_are_explained() {
    for options in [&["-q"][..], &[]] {
        let ran = trace(options, "is_refused");
        assert_eq!(ran.code, 4);
        let lines = ran
            .err
            .lines()
            .filter(|line| line.contains(" RTM_SETLINK "))
            .count();
        assert_eq!(lines, usize::from(options.is_empty()), "{}", ran.err);
        assert!(ran.err.contains(" ← link set"), "{}", ran.err);
        assert!(ran.err.contains("ifi_index: 2147483647"), "{}", ran.err);
    }
    let file = Temp::new(b"");
    let ran = trace(&["-o", file.path(), "--text"], "is_refused");
    assert!(!ran.err.contains(" ← link set"), "{}", ran.err);
    let told = std::fs::read_to_string(file.path()).unwrap();
    assert!(told.contains(" ← link set"), "{told}");
}

/// Namespaces of its own and no capability, as in a container: the refusal is explained by the trace alone.
#[test]
fn without_capabilities_a_refusal_is_explained() {
    let contained = |words: &[&str]| {
        let mut command = std::process::Command::new("unshare");
        command
            .args(["--user", "--net", "--"])
            .args(words)
            .stdin(std::process::Stdio::null())
            .stdout(std::process::Stdio::piped())
            .stderr(std::process::Stdio::piped());
        command
    };
    if !contained(&["true"])
        .status()
        .is_ok_and(|status| status.success())
    {
        eprintln!("skipped: no user namespaces here");
        return;
    }
    let capabilities = contained(&["grep", "CapEff", "/proc/self/status"]).output();
    let capabilities = String::from_utf8(capabilities.unwrap().stdout).unwrap();
    assert_eq!(capabilities, "CapEff:\t0000000000000000\n");
    let words = this("adds_a_link");
    let words = words.iter().map(String::as_str);
    let all: Vec<&str> = [env!("CARGO_BIN_EXE_nldissect"), "trace", "-q", "--"]
        .into_iter()
        .chain(words)
        .collect();
    let ran = finish(&mut contained(&all), b"");
    assert_eq!(ran.code, 2, "{}", ran.err);
    let (_, told) = ran.err.split_once('\n').unwrap();
    assert_eq!(
        told,
        "\
EPERM ← link add vx0 type vxlan id 42 (frame 1)
  ifinfomsg
    ifi_family: AF_UNSPEC
    ifi_type: ARPHRD_NETROM
    ifi_index: 0
    ifi_flags: 0
    ifi_change: 0
  IFLA_IFNAME: \"vx0\"
  IFLA_LINKINFO
    IFLA_INFO_KIND: \"vxlan\"
    IFLA_INFO_DATA
      IFLA_VXLAN_ID: 42
  = the kernel gave no words; the error means: not allowed without the right privilege
  = possible cause: the sender lacks CAP_NET_ADMIN in the user namespace of its network namespace
"
    );
}

#[test]
fn codes_are_the_commands() {
    for (script, code) in [("exit 3", 3), ("kill -9 $$", 137), ("true", 0)] {
        assert_eq!(
            run(&["trace", "--", "sh", "-c", script]).code,
            code,
            "{script}"
        );
    }
    assert_eq!(run(&["trace", "--", "sh", "-c", "kill -9 $$"]).err, "");
    let ran = run(&["trace", "sh", "-c", "exit 1"]);
    assert_eq!(ran.code, 1);
    assert_eq!(
        ran.err,
        "no request failed: sh gave up before sending one\n"
    );
    run(&["trace", "--", "./nosuch"]).says(127, &["./nosuch: no such command"]);
    run(&["trace", "--", "Cargo.toml"]).says(127, &["Cargo.toml: no such command"]);
    run(&["trace", "--", "./Cargo.toml"]).says(
        126,
        &["./Cargo.toml: cannot be executed: permission denied"],
    );
    for wrong in [
        &["trace"][..],
        &["trace", "-p", "0"],
        &["trace", "-p", "2147483647"],
        &["trace", "-p", "1", "true"],
        &["trace", "-Y", "nosuch ==", "--", "true"],
        &["trace", "-Y", "exchange.failed", "--", "true"],
        &["trace", "-w", "-", "--", "true"],
        &["trace", "-w", "/nosuch/x", "--", "true"],
        &["trace", "--nosuch", "--", "true"],
    ] {
        run(wrong).says(125, &[]);
    }
}

#[test]
fn a_filter_chooses_what_is_told_and_recorded() {
    let file = Temp::new(b"");
    let ran = trace(
        &["-Y", "RTM_NEWLINK", "-w", file.path(), "--count"],
        "talks",
    );
    assert_eq!((ran.code, ran.err.as_str()), (0, "2\n"));
    let again = run(&[file.path(), "--json"]).quiet(0).json();
    assert_eq!(again.len(), 2);
    for line in &again {
        assert_eq!(line["process"]["from"], "trace", "{line}");
    }
}

#[test]
fn signals_reach_the_command() {
    let script = "trap 'exit 9' TERM; echo; while :; do sleep 0.01; done";
    let mut command = command(&["trace", "--", "sh", "-c", script]);
    let mut child = command.spawn().unwrap();
    let mut byte = [0];
    std::io::Read::read_exact(child.stdout.as_mut().unwrap(), &mut byte).unwrap();
    let pid = rustix::process::Pid::from_child(&child);
    rustix::process::kill_process(pid, rustix::process::Signal::TERM).unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(9));
}

#[test]
fn text_of_strace_is_read() {
    let path = sample("refused.strace");
    let lines = run(&[&path, "--json"]).quiet(0).json();
    let told: Vec<(&str, &str)> = lines
        .iter()
        .map(|line| {
            (
                line["direction"].as_str().unwrap(),
                line["nlmsg_type"].as_str().unwrap(),
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            ("to-kernel", "RTM_NEWLINK"),
            ("from-kernel", "NLMSG_ERROR"),
            ("to-kernel", "RTM_NEWLINK"),
            ("from-kernel", "NLMSG_ERROR"),
        ]
    );
    assert!(
        lines
            .iter()
            .all(|line| line["port"] == 3929 && line["process"]["pid"] == 3929)
    );
    assert_eq!(
        lines[3]["attributes"]["NLMSGERR_ATTR_MSG"],
        "Unknown device type"
    );
    let strict = run(&[
        &path,
        "-Y",
        "socket.strict == true and socket.ext_ack == true",
        "--count",
    ])
    .quiet(0);
    assert_eq!(strict.out, "4\n");
    let text = std::fs::read(&path).unwrap();
    let decoded = feed(&["decode", "--json", "-"], &text).quiet(0).json();
    assert_eq!(decoded, lines);
    let piped = finish(
        command(&["-", "--json"]).stdin(std::fs::File::open(&path).unwrap()),
        b"",
    );
    assert_eq!(piped.quiet(0).json(), lines);
}

#[test]
fn text_without_bytes_says_what_to_do() {
    let text = std::fs::read_to_string(sample("refused.strace")).unwrap();
    let bare: String = text
        .lines()
        .filter(|line| !line.starts_with(" | ") && !line.starts_with(" * "))
        .flat_map(|line| [line, "\n"])
        .collect();
    let file = Temp::new(bare.as_bytes());
    for args in [&[file.path()][..], &["decode", file.path()]] {
        let words = ":8: no bytes in this file; run strace again with -e read=all -e write=all";
        run(args).says(2, &[words]);
    }
    let none =
        Temp::new(b"12 1.5 openat(AT_FDCWD, \"x\", O_RDONLY) = 3\n12 1.6 +++ exited with 0 +++\n");
    run(&[none.path()]).says(2, &["without netlink"]);
    // some have their bytes, some do not
    let (head, tail) = text.split_once(" * 100 bytes in buffer").unwrap();
    let tail = tail.split_once("+++").unwrap().1;
    let part = Temp::new(format!("{head}3929  1.5 +++{tail}").as_bytes());
    let ran = run(&[part.path(), "--count"]).says(3, &["line ", "have no bytes"]);
    assert_eq!(ran.out, "3\n");
}

#[test]
fn changes_that_rtmon_heard() {
    let path = sample("changes.rtmon");
    let lines = run(&[&path, "--json"]).quiet(0).json();
    assert_eq!(lines.len(), 14);
    assert!(lines.iter().all(|line| line["direction"] == "from-kernel"));
    let last = &lines[13];
    assert_eq!(last["time"], "2026-11-21T19:16:20.569915000Z");
    assert_eq!(last["nlmsg_type"], "RTM_DELROUTE");
    assert_eq!(last["attributes"]["RTA_GATEWAY"], "10.9.0.2");
    let decoded = run(&["decode", &path, "--json"]).quiet(0).json();
    assert_eq!(decoded, lines);
    let bytes = std::fs::read(&path).unwrap();
    let cut = Temp::new(&bytes[..bytes.len() - 1]);
    let ran = run(&[cut.path(), "--count"]).says(3, &["frame 13"]);
    assert_eq!(ran.out, "13\n");
}
