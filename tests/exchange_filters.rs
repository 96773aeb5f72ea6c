//! Filters on exchanges, on the request that a message answers and on the answers to it: held
//! against the same conditions on the JSON of messages and exchanges.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod common;

use common::conditions::*;
use common::*;
use netlink_capture::netlink::{Given, Input, Item};
use netlink_dissector::filter::{Filter, Hearing, Matcher, Vocabulary};
use netlink_dissector::sink::json::Json;
use netlink_dissector::table::Tables;
use serde_json::Value;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::ControlFlow;
use std::sync::Arc;

/// Frame and message.
type Place = (u64, u64);

/// A message: its JSON, the names of map keys in it, and what it says.
struct Line {
    json: Value,
    keys: HashSet<String>,
    summary: String,
}

impl Line {
    fn place(&self) -> Place {
        (
            self.json["frame"].as_u64().unwrap(),
            self.json["message"].as_u64().unwrap_or(0),
        )
    }

    fn request(&self) -> Option<Place> {
        place(self.json.get("request")?)
    }
}

fn place(json: &Value) -> Option<Place> {
    Some((json["frame"].as_u64()?, json["message"].as_u64()?))
}

fn open<'t>(name: &str, tables: &'t Tables) -> Input<'t> {
    let path = sample(name);
    let report = Arc::new(|_: &str| {});
    Input::open(path.as_ref(), None, tables, &Given::default(), report).unwrap()
}

/// All messages of a sample.
fn lines(name: &str, tables: &Tables) -> Vec<Line> {
    let mut input = open(name, tables);
    let mut all = Vec::new();
    let mut data = Vec::new();
    let mut summary = netlink_dissector::summary::Summary::new();
    while let Some(held) = input.next(&mut data) {
        input.items(&held, &data, |item, envelope, ctx| {
            let mut sink = Json::new();
            sink.begin(envelope);
            item.walk(ctx, &mut sink);
            sink.end(envelope);
            let mut keys = Keys::default();
            item.walk(ctx, &mut keys);
            all.push(Line {
                json: serde_json::from_slice(sink.buffer()).unwrap(),
                keys: keys.0,
                summary: item.summary(&mut summary, ctx).to_owned(),
            });
            ControlFlow::Continue(())
        });
    }
    all
}

/// Which messages a filter lets through, the capture read ahead.
fn selects(name: &str, filter: &Filter<'_>, tables: &Tables) -> Vec<bool> {
    let mut input = open(name, tables);
    let mut hearing = Hearing::new(filter);
    let done = input.foresee(
        |message, ctx, answers| {
            if let Some(hearing) = &mut hearing {
                hearing.hear(message, ctx, answers);
            }
        },
        || true,
    );
    assert!(done);
    let mut matcher = Matcher::new(filter);
    let mut all = Vec::new();
    let mut data = Vec::new();
    while let Some(held) = input.next(&mut data) {
        input.items(&held, &data, |item: Item<'_, '_>, envelope, ctx| {
            all.push(item.matches(&mut matcher, envelope, ctx));
            ControlFlow::Continue(())
        });
    }
    all
}

const SAMPLES: [&str; 6] = [
    "noted.pcapng",
    "errors.pcap",
    "route.pcap",
    "nft.pcap",
    "xfrm.pcap",
    "wifi.pcap.zst",
];

#[test]
fn conditions_on_requests_and_answers() {
    let tables = Tables::builtin();
    let vocabulary = Vocabulary::new(&tables);
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    let (mut asked, mut held) = (0u64, 0u64);
    for name in SAMPLES {
        let lines = lines(name, &tables);
        let at: HashMap<Place, usize> = (0..).zip(&lines).map(|(i, l)| (l.place(), i)).collect();
        let mut answers: BTreeMap<Place, Vec<usize>> = BTreeMap::new();
        for (i, line) in (0..).zip(&lines) {
            if let Some(request) = line.request() {
                answers.entry(request).or_default().push(i);
            }
        }
        for _ in 0..24 {
            // a condition that some message of the kind passes, or nearly
            let to_reply = random.one_in(2);
            let asking: Vec<&Line> = match to_reply {
                true => lines.iter().filter(|l| l.request().is_some()).collect(),
                false => answers.keys().map(|p| &lines[at[p]]).collect(),
            };
            let mut own = Vec::new();
            let of = *random.pick(&asking);
            places(&of.json, &mut Vec::new(), true, &mut own);
            // the name of a key alone is a constant: its own test
            let test = test(&mut random, &own).filter(|t| !of.keys.contains(&t.expression));
            let Some(test) = test else {
                continue;
            };
            let scope = if to_reply { "reply" } else { "request" };
            let not = random.one_in(4);
            let expression = match not {
                true => format!("!({scope}.{})", test.expression),
                false => format!("{scope}.{}", test.expression),
            };
            let filter = match vocabulary.filter(&expression, |_| 0) {
                Ok(filter) => filter,
                Err(error) => panic!("{}", error.show(&expression)),
            };
            assert!(filter.needs().exchange && filter.needs().ahead == to_reply);
            for (line, got) in lines.iter().zip(selects(name, &filter, &tables)) {
                let others: Vec<usize> = match (to_reply, line.request()) {
                    (true, None) => answers.get(&line.place()).cloned().unwrap_or_default(),
                    (false, Some(request)) => vec![at[&request]],
                    _ => Vec::new(),
                };
                let others = others.iter().map(|i| (&lines[*i].json, &lines[*i].keys));
                let want = test.holds_in(others) != not;
                assert_eq!(got, want, "{name}: {expression}\n{}", line.json);
                asked += 1;
                held += u64::from(want);
            }
        }
    }
    assert!(
        asked > 5_000 && held > asked / 20 && held < asked,
        "{held} of {asked}"
    );
}

/// A condition on a message and its exchange.
type Holds = fn(&Line, Option<&Value>) -> bool;

fn number(x: Option<&Value>, key: &str) -> Option<i64> {
    x?.get(key)?.as_i64()
}

fn word<'j>(x: Option<&'j Value>, key: &str) -> Option<&'j str> {
    x?.get(key)?.as_str()
}

const CONDITIONS: &[(&str, Holds)] = &[
    ("outcome == ack", |_, x| word(x, "outcome") == Some("ack")),
    ("outcome in {done, error}", |_, x| {
        matches!(word(x, "outcome"), Some("done" | "error"))
    }),
    ("outcome != ack", |_, x| {
        word(x, "outcome").is_some_and(|o| o != "ack")
    }),
    ("exchange", |_, x| x.is_some()),
    ("exchange.outcome matches \"^(silent|reply)$\"", |_, x| {
        matches!(word(x, "outcome"), Some("silent" | "reply"))
    }),
    ("exchange.latency_ns > 1ms", |_, x| {
        number(x, "latency_ns") > Some(1_000_000)
    }),
    ("exchange.latency_ns <= 500us", |_, x| {
        number(x, "latency_ns").is_some_and(|ns| ns <= 500_000)
    }),
    ("exchange.parts >= 2", |_, x| number(x, "parts") >= Some(2)),
    ("exchange.messages == 1", |_, x| {
        number(x, "messages") == Some(1)
    }),
    ("exchange.bytes > 1kB", |_, x| {
        number(x, "bytes") > Some(1_000)
    }),
    ("exchange.error < 0", |_, x| {
        number(x, "error").is_some_and(|e| e < 0)
    }),
    ("exchange.error == EOPNOTSUPP", |_, x| {
        number(x, "error") == Some(-95)
    }),
    ("exchange.errno in {ENODEV, ERANGE, EINVAL}", |_, x| {
        matches!(word(x, "errno"), Some("ENODEV" | "ERANGE" | "EINVAL"))
    }),
    ("exchange.ext_ack contains policy", |_, x| {
        word(x, "ext_ack").is_some_and(|t| t.contains("policy"))
    }),
    ("exchange.offending", |_, x| word(x, "offending").is_some()),
    ("exchange.missing or exchange.probe", |_, x| {
        word(x, "missing").is_some() || word(x, "probe").is_some()
    }),
    ("exchange.interrupted", |_, x| {
        x.is_some_and(|x| x.get("interrupted").is_some())
    }),
    ("exchange.frame == 1", |_, x| number(x, "frame") == Some(1)),
    ("exchange.completion_ns > 0", |_, x| {
        number(x, "completion_ns").is_some()
    }),
    ("process", |l, _| l.json.get("process").is_some()),
    ("process.comm == ip", |l, _| {
        l.json["process"]["comm"] == "ip"
    }),
    ("process.comm != ip", |l, _| {
        l.json["process"]["comm"]
            .as_str()
            .is_some_and(|c| c != "ip")
    }),
    ("process.pid in {300..500}", |l, _| {
        let pid = l.json["process"]["pid"].as_u64();
        pid.is_some_and(|pid| (300..=500).contains(&pid))
    }),
    ("process.from == trace", |l, _| {
        l.json["process"]["from"] == "trace"
    }),
    ("summary contains link", |l, _| l.summary.contains("link")),
    ("summary matches \"^error\"", |l, _| {
        l.summary.starts_with("error")
    }),
    ("summary == \"nothing that is ever said\"", |_, _| false),
    ("outcome == error && to-kernel", |l, x| {
        word(x, "outcome") == Some("error") && l.json["direction"] == "to-kernel"
    }),
];

#[test]
fn conditions_on_exchanges() {
    let tables = Tables::builtin();
    let vocabulary = Vocabulary::new(&tables);
    let mut never = CONDITIONS.iter().map(|c| c.0).collect::<HashSet<_>>();
    for name in SAMPLES {
        let lines = lines(name, &tables);
        let exchanges = run(&["exchanges", &sample(name), "--json"]).json();
        let mut by_place: HashMap<Place, &Value> = HashMap::new();
        for x in &exchanges {
            by_place.insert(place(x).unwrap(), x);
            for member in x["members"].as_array().into_iter().flatten() {
                by_place.insert(place(member).unwrap(), x);
            }
        }
        for (expression, holds) in CONDITIONS {
            let filter = vocabulary.filter(expression, |_| 0).unwrap();
            for (line, got) in lines.iter().zip(selects(name, &filter, &tables)) {
                let asked = line.request().unwrap_or(line.place());
                let mut x = by_place.get(&asked).copied();
                if line.json["nlmsg_type"] == "NFNL_MSG_BATCH_END" && x.is_none() {
                    // the end of a transaction is no member
                    let frame = &line.json["frame"];
                    x = exchanges
                        .iter()
                        .find(|x| x["frame"] == *frame && x.get("members").is_some());
                }
                if line.json.get("cause").is_some() {
                    x = None;
                }
                let want = holds(line, x);
                assert_eq!(got, want, "{name}: {expression}\n{}\n{x:?}", line.json);
                if want {
                    never.remove(expression);
                }
            }
        }
    }
    let rare = ["exchange.interrupted", "exchange.completion_ns > 0"];
    never.retain(|e| !rare.contains(e) && !e.contains("ever said"));
    assert!(never.is_empty(), "nothing in the samples has {never:?}");
}

/// What comes in once is told as far as it is known then.
#[test]
fn in_a_stream() {
    let bytes = std::fs::read(sample("errors.pcap")).unwrap();
    let all = |args: &[&str]| feed(&[&["-", "--json"][..], args].concat(), &bytes);
    let ended = all(&["-Y", "outcome == error"]).json();
    assert!(!ended.is_empty());
    for line in &ended {
        assert!(line.get("request").is_some(), "{line}");
    }
    let of_request = all(&["-Y", "request.RTM_NEWLINK"]).json();
    let in_file = run(&[
        &sample("errors.pcap"),
        "--json",
        "-Y",
        "request.RTM_NEWLINK",
    ])
    .json();
    assert_eq!(of_request, in_file);
    assert!(!of_request.is_empty());
    for filter in ["exchange.latency_ns > 1ms", "reply.IFLA_MTU", "reply"] {
        all(&["-Y", filter]).says(
            2,
            &[
                "standard input can be read only once",
                "exchange.* and reply.*",
            ],
        );
    }
    let columns = feed(&["-", "--fields", "frame,exchange.outcome"], &bytes);
    columns.says(2, &["standard input can be read only once"]);
}

#[test]
fn columns_of_other_messages() {
    let path = sample("noted.pcapng");
    let fields = "frame,outcome,exchange.latency_ns,request.nlmsg_type,reply.nlmsg_type,process.comm,summary";
    let out = run(&[&path, "--fields", fields, "-n", "1-4"]).quiet(0).out;
    let rows: Vec<Vec<&str>> = out.lines().map(|l| l.split('\t').collect()).collect();
    assert_eq!(
        rows,
        [
            [
                "1",
                "ack",
                "2615000",
                "",
                "NLMSG_ERROR",
                "ip",
                "link add d0 type dummy"
            ],
            [
                "2",
                "ack",
                "2615000",
                "RTM_NEWLINK",
                "",
                "ip",
                "ack of link add d0 type dummy"
            ],
            [
                "3",
                "reply",
                "219000",
                "",
                "RTM_NEWLINK",
                "ip",
                "link get d0"
            ],
            [
                "4",
                "reply",
                "219000",
                "RTM_GETLINK",
                "",
                "ip",
                "link d0 down mtu 1500 type dummy"
            ],
        ]
    );
    let by = run(&[&path, "--by", "process.comm,outcome", "--json"]).quiet(0);
    let groups: Vec<(String, String, u64)> = by
        .json()
        .iter()
        .map(|g| {
            let of = |key: &str| g["by"][key].as_str().unwrap().to_owned();
            (
                of("process.comm"),
                of("outcome"),
                g["count"].as_u64().unwrap(),
            )
        })
        .collect();
    let has = |comm: &str, outcome: &str, count| {
        let group = (comm.to_owned(), outcome.to_owned(), count);
        assert!(groups.contains(&group), "{group:?} is not in {groups:?}");
    };
    has("ip", "done", 14);
    has("ip", "ack", 6);
    has("ip", "reply", 4);
    has("python3", "error", 3);
}
