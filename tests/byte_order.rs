//! Byte orders: the same scenario recorded on a big-endian machine, headers in the other
//! order than the machine's, and orders given by hand.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod common;

use common::*;
use serde_json::Value;
use std::collections::BTreeSet;

fn json(name: &str) -> Vec<Value> {
    run(&[&sample(name), "--json"]).quiet(0).json()
}

/// Every name in a message, with the names around it.
fn paths(value: &Value, path: &str, out: &mut BTreeSet<String>) {
    match value {
        Value::Object(map) => {
            for (key, value) in map {
                let path = format!("{path}.{key}");
                paths(value, &path, out);
                out.insert(path);
            }
        }
        Value::Array(list) => list.iter().for_each(|v| paths(v, path, out)),
        _ => {}
    }
}

#[test]
fn the_same_scenario_on_both_kinds_of_machine() {
    let (little, big) = (json("tiny.pcap"), json("big-endian.pcap"));
    assert_eq!(little.len(), big.len());
    for (a, b) in little.iter().zip(&big) {
        let place = format!("{}.{}", a["frame"], a["message"]);
        for key in [
            "frame",
            "message",
            "protocol",
            "direction",
            "nlmsg_len",
            "nlmsg_type",
            "nlmsg_flags",
            "request",
        ] {
            assert_eq!(a.get(key), b.get(key), "{place} {key}");
        }
        let names = |v: &Value| {
            let mut out = BTreeSet::new();
            paths(v, "", &mut out);
            out
        };
        assert_eq!(names(a), names(b), "{place}");
        // what the scenario or the kernel's source sets, not the machine
        for path in [
            "/attributes/IFLA_IFNAME",
            "/attributes/IFLA_MTU",
            "/attributes/IFLA_TXQLEN",
            "/attributes/IFLA_OPERSTATE",
            "/attributes/IFLA_QDISC",
            "/attributes/IFLA_LINKINFO",
            "/attributes/IFLA_BROADCAST",
            "/attributes/IFLA_GROUP",
            "/attributes/IFLA_EXT_MASK",
            "/attributes/IFLA_MIN_MTU",
            "/attributes/IFLA_GSO_MAX_SIZE",
            "/attributes/IFLA_AF_SPEC/AF_INET",
            "/attributes/IFLA_AF_SPEC/AF_INET6/IFLA_INET6_CONF",
            "/attributes/IFA_LOCAL",
            "/attributes/IFA_LABEL",
            "/attributes/IFA_FLAGS",
            "/attributes/RTA_DST",
            "/attributes/RTA_TABLE",
            "/attributes/RTA_PREFSRC",
            "/attributes/RTA_OIF",
            "/ifinfomsg",
            "/ifaddrmsg",
            "/rtmsg",
            "/nlmsgerr/error",
            "/nlmsgerr/errno",
            "/nlmsgerr/msg/nlmsg_type",
            "/nlmsg_done",
        ] {
            // the nlmon device's MTU is what fits into a page, which is not the scenario's
            if (path.ends_with("MTU") || path.ends_with("CONF"))
                && a["attributes"]["IFLA_IFNAME"] == "nlmon0"
            {
                continue;
            }
            assert_eq!(a.pointer(path), b.pointer(path), "{place} {path}");
        }
    }
    let links = little
        .iter()
        .filter(|m| m.pointer("/attributes/IFLA_MTU").is_some());
    assert!(links.count() > 5);
}

#[test]
fn the_headers_order_is_not_the_machines() {
    let (tiny, swapped) = (json("tiny.pcap"), json("swapped-header.pcap"));
    let first: Vec<Value> = tiny
        .into_iter()
        .filter(|m| m["frame"].as_u64() <= Some(20))
        .collect();
    assert_eq!(swapped, first);
    // the same packets with stamps in nanoseconds and the header of Linux's cooked captures
    assert_eq!(json("sll-nanoseconds.pcap"), first);
}

#[test]
fn a_lone_message_tells_its_order() {
    let big = [
        0, 0, 0, 20, 0, 18, 3, 1, 0, 0, 0, 1, 0, 0, 0, 0, 17, 0, 0, 0,
    ];
    let file = Temp::new(&pcap(&[(ROUTE, big.to_vec())]));
    let read = |args: &[&str]| {
        run(&[&[file.path(), "--json"], args].concat())
            .quiet(0)
            .json()
    };
    for args in [&[][..], &["--byte-order", "big"], &["--arch", "s390x"]] {
        let told = read(args);
        assert_eq!(told[0]["nlmsg_type"], "RTM_GETLINK");
        assert_eq!(told[0]["nlmsg_seq"], 1);
    }
}

#[test]
fn a_wrong_order_is_garbage_and_no_more() {
    for name in samples() {
        for order in ["little", "big"] {
            for form in ["--json", "--json=tree", "-v", "--text"] {
                let ran = run(&[&sample(&name), form, "--byte-order", order]);
                assert_eq!(ran.code, 0, "{name} {order} {form}: {}", ran.err);
                assert!(!ran.err.contains("panicked"));
                if form.starts_with("--json") {
                    ran.json();
                }
            }
        }
    }
    let right = run(&["samples/tiny.pcap", "--json"]).quiet(0);
    assert_eq!(
        run(&["samples/tiny.pcap", "--json", "--byte-order", "little"])
            .quiet(0)
            .out,
        right.out
    );
    let wrong = run(&["samples/tiny.pcap", "--json", "--byte-order", "big"]).quiet(0);
    assert!(wrong.json().iter().all(|m| m.get("diagnostics").is_some()));
}
