//! What comes of requests: outcomes, transactions, probes, work that goes on, copies, bounds.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

mod support;

use netlink_dissector::envelope::{Place, Time};
use netlink_dissector::exchange::{Exchange, Facts, Outcome, PROBES, State, WORKS};
use netlink_dissector::families::ALL;
use netlink_dissector::sink::json::write_exchange;
use netlink_dissector::table::Tables;
use netlink_dissector::wire::{ByteOrder, Messages};
use support::{attribute, error_of, message_with, sample};

const DOC: &str = include_str!("../../docs/EXCHANGES.md");
const ROUTE: u16 = 0;
const NETFILTER: u16 = 12;
const GENERIC: u16 = 16;
const REQUEST: u16 = 1;
const MULTI: u16 = 2;
const ACK: u16 = 4;
const DUMP: u16 = 0x300;
const NEWLINK: u16 = 16;
const GETLINK: u16 = 18;
const MS: u64 = 1_000_000;

/// A source with a clock.
struct Source<'t> {
    state: State<'t>,
    frame: u64,
    now: u64,
}

impl<'t> Source<'t> {
    fn new(tables: &'t Tables) -> Source<'t> {
        let mut state = State::new(tables, ByteOrder::Little);
        state.follow();
        Source {
            state,
            frame: 0,
            now: 0,
        }
    }

    fn wait(&mut self, ms: u64) -> &mut Self {
        self.now += ms * MS;
        self
    }

    /// A frame of one message or more.
    fn hear(&mut self, protocol: u16, frame: &[u8]) -> Vec<Facts> {
        self.frame += 1;
        self.state.begin_frame(Some(Time {
            seconds: 1_700_000_000 + (self.now / 1_000_000_000) as i64,
            nanos: (self.now % 1_000_000_000) as u32,
        }));
        let messages = Messages::new(frame, ByteOrder::Little);
        (0..)
            .zip(messages)
            .map(|(message, raw)| {
                let place = Place {
                    file: None,
                    frame: self.frame,
                    message,
                };
                self.state.observe(protocol, &raw, place)
            })
            .collect()
    }

    fn retired(&mut self) -> Vec<Exchange<'t>> {
        std::iter::from_fn(|| self.state.retired()).collect()
    }

    fn end(mut self) -> Vec<Exchange<'t>> {
        self.state.finish();
        self.retired()
    }
}

fn outcomes(all: &[Exchange<'_>]) -> Vec<(u64, Outcome)> {
    all.iter().map(|x| (x.place.frame, x.outcome)).collect()
}

fn link(flags: u16, seq: u32, pid: u32) -> Vec<u8> {
    message_with(NEWLINK, REQUEST | flags, seq, pid, &[1; 16])
}

fn get(flags: u16, seq: u32, pid: u32) -> Vec<u8> {
    message_with(GETLINK, REQUEST | flags, seq, pid, &[0; 16])
}

fn part(seq: u32, pid: u32) -> Vec<u8> {
    message_with(NEWLINK, MULTI, seq, pid, &[0; 16])
}

fn done(flags: u16, error: i32, seq: u32, pid: u32) -> Vec<u8> {
    message_with(3, MULTI | flags, seq, pid, &error.to_le_bytes())
}

/// Who only counts is told of the same requests, with all but what the kernel said of errors; and what is looked at
/// where it stands is what would be given away.
#[test]
fn counted_as_told() {
    let tables = Tables::builtin();
    let mut explained = 0;
    for name in ["tc.pcap", "nft.pcap", "route.pcap", "errors.pcap"] {
        let hear = |looks: bool, asks: fn(&mut State<'_>)| {
            let mut source = Source::new(&tables);
            source.state = State::new(&tables, ByteOrder::Little);
            asks(&mut source.state);
            let mut told = Vec::new();
            for (protocol, frame) in sample(name) {
                source.wait(7).hear(protocol, &frame);
                if looks {
                    let look = |x: &Exchange<'_>, _: &State<'_>| {
                        told.push((brief(x), x.refusal.clone()));
                        Ok::<(), ()>(())
                    };
                    source.state.each_retired(look).unwrap();
                } else {
                    let all = source.retired();
                    told.extend(all.into_iter().map(|x| (brief(&x), x.refusal)));
                }
            }
            told.extend(source.end().into_iter().map(|x| (brief(&x), x.refusal)));
            told
        };
        let given = hear(false, |state| state.follow());
        let looked = hear(true, |state| state.follow());
        let counted = hear(true, |state| state.follow_briefly());
        assert!(!given.is_empty() && given == looked, "{name}");
        assert!(counted.iter().all(|(_, refusal)| refusal.is_none()));
        explained += given
            .iter()
            .filter(|(_, refusal)| refusal.is_some())
            .count();
        let briefly = |told: Vec<(String, _)>| told.into_iter().map(|(x, _)| x).collect::<Vec<_>>();
        assert_eq!(briefly(given), briefly(counted), "{name}");
    }
    assert!(explained > 20, "{explained} refusals");
}

/// What was told of a request, but for what the kernel said.
fn brief(x: &Exchange<'_>) -> String {
    let errors: Vec<i32> = x.members.iter().map(|m| m.error).collect();
    let members = match errors.is_empty() {
        true => String::new(),
        false => format!(" members: {errors:?}"),
    };
    let places: Vec<Place> = x.replies.places().collect();
    format!(
        "{:?} {:?} error: {}{members} {:?} {:?} {:?} {:?} {:?} {:?} {places:?} {} {:?}",
        x.place,
        x.outcome,
        x.error,
        x.header,
        x.port,
        x.time,
        x.latency_ns,
        x.completion_ns,
        x.end,
        x.replies.bytes,
        x.request,
    )
}

#[test]
fn each_outcome() {
    let tables = Tables::builtin();
    let mut source = Source::new(&tables);
    let ack = link(ACK, 1, 0);
    source.hear(ROUTE, &ack);
    source.wait(2).hear(ROUTE, &error_of(&ack, 0, 10));
    let refused = link(ACK, 2, 0);
    source.hear(ROUTE, &refused);
    source.wait(3).hear(ROUTE, &error_of(&refused, -17, 10));
    source.hear(ROUTE, &get(DUMP, 3, 0));
    let two = [part(3, 10), part(3, 10)].concat();
    source.wait(1).hear(ROUTE, &two);
    source.wait(1).hear(ROUTE, &part(3, 10));
    source.wait(1).hear(ROUTE, &done(0x10, 0, 3, 10));
    let ended = source.retired();
    assert_eq!(
        outcomes(&ended),
        [(1, Outcome::Ack), (3, Outcome::Error), (5, Outcome::Done)]
    );
    assert_eq!(ended[0].latency_ns, Some(2 * MS));
    assert_eq!(ended[0].end.map(|p| p.frame), Some(2));
    assert_eq!((ended[1].error, ended[1].port), (-17, Some(10)));
    let dump = &ended[2];
    assert!(dump.interrupted);
    assert_eq!((dump.replies.messages, dump.replies.frames), (3, 2));
    assert_eq!(dump.replies.bytes, 96);
    let places: Vec<_> = dump
        .replies
        .places()
        .map(|p| (p.frame, p.message))
        .collect();
    assert_eq!(places, [(6, 0), (6, 1), (7, 0)]);
    assert_eq!(dump.latency_ns, Some(3 * MS));

    // a dump may end in an error, and so may its beginning
    source.hear(ROUTE, &get(DUMP, 4, 0));
    source.hear(ROUTE, &done(0, -2, 4, 10));
    assert_eq!(source.retired()[0].outcome, Outcome::Error);
    // one that is answered, one that asks for nothing, one that gets nothing
    source.hear(ROUTE, &get(0, 5, 0));
    source.hear(ROUTE, &message_with(NEWLINK, 0, 5, 10, &[0; 16]));
    source.hear(ROUTE, &link(0, 6, 0));
    source.hear(ROUTE, &link(ACK, 7, 77));
    assert!(source.retired().is_empty(), "an answer may have others");
    source.wait(1_001).hear(ROUTE, &link(ACK, 8, 78));
    source.hear(ROUTE, &link(ACK, 9, 79));
    assert_eq!(
        outcomes(&source.retired()),
        [(11, Outcome::Reply), (13, Outcome::Silent)]
    );
    assert_eq!(
        outcomes(&source.end()),
        [
            (14, Outcome::Unanswered),
            (15, Outcome::Cut),
            (16, Outcome::Cut)
        ]
    );
}

#[test]
fn an_answer_that_was_overtaken_is_lost() {
    let tables = Tables::builtin();
    let mut source = Source::new(&tables);
    let requests: Vec<_> = (1..=3).map(|seq| link(ACK, seq, 0)).collect();
    for request in &requests {
        source.hear(ROUTE, request);
    }
    source.hear(ROUTE, &error_of(&requests[0], 0, 10));
    source.hear(ROUTE, &error_of(&requests[2], 0, 10));
    // another socket's numbers say nothing
    let other = link(ACK, 50, 0);
    source.hear(ROUTE, &other);
    source.wait(5_000).hear(ROUTE, &get(0, 900, 0));
    let all = source.end();
    assert_eq!(
        outcomes(&all),
        [
            (1, Outcome::Ack),
            (3, Outcome::Ack),
            (2, Outcome::Lost),
            (6, Outcome::Unanswered),
            (7, Outcome::Cut)
        ]
    );
}

#[test]
fn interleaved_ports_and_equal_numbers() {
    let tables = Tables::builtin();
    let mut source = Source::new(&tables);
    // four sockets, one number; none states its port; answers come in another order
    for _ in 0..4 {
        source.hear(ROUTE, &get(DUMP, 1, 0));
    }
    for pid in [10, 20, 30, 40] {
        source.hear(ROUTE, &part(1, pid));
    }
    for pid in [40, 20, 10, 30] {
        source.hear(ROUTE, &part(1, pid));
        source.hear(ROUTE, &done(0, 0, 1, pid));
    }
    let mut all = source.end();
    assert_eq!(
        all.iter().map(|x| x.place.frame).collect::<Vec<_>>(),
        [4, 2, 1, 3]
    );
    all.sort_by_key(|x| x.number);
    for (x, pid) in all.iter().zip([10, 20, 30, 40]) {
        assert_eq!((x.outcome, x.port), (Outcome::Done, Some(pid)));
        assert_eq!(x.replies.messages, 2);
    }
}

#[test]
fn errors_go_to_the_request_that_they_echo() {
    let tables = Tables::builtin();
    let mut source = Source::new(&tables);
    // same type, flags, number: only what they ask differs
    let named = |name: &[u8]| {
        let mut payload = vec![0; 16];
        payload.extend(attribute(3, name));
        message_with(NEWLINK, REQUEST | ACK, 5, 0, &payload)
    };
    let (a, b) = (named(b"aaa\0"), named(b"bbb\0"));
    source.hear(ROUTE, &a);
    source.hear(ROUTE, &b);
    source.hear(ROUTE, &error_of(&b, -1, 20));
    source.hear(ROUTE, &error_of(&a, -2, 10));
    let all = source.end();
    assert_eq!(
        all.iter()
            .map(|x| (x.place.frame, x.error))
            .collect::<Vec<_>>(),
        [(2, -1), (1, -2)]
    );
    // a sender that states a port that is not its own
    let mut source = Source::new(&tables);
    let request = link(ACK, 1, 1234);
    source.hear(ROUTE, &request);
    source.hear(ROUTE, &error_of(&request, -1, 4_000_000_000));
    let all = source.end();
    assert_eq!((all[0].error, all[0].port), (-1, Some(4_000_000_000)));
}

#[test]
fn notifications_are_no_answers() {
    let tables = Tables::builtin();
    let mut source = Source::new(&tables);
    // port 0 and number 0: nobody's answer, though a request has number 0 too
    source.hear(ROUTE, &get(0, 0, 0));
    let facts = source.hear(ROUTE, &message_with(NEWLINK, 0, 0, 0, &[0; 16]));
    assert_eq!((facts[0].request, facts[0].cause), (None, None));
    // the notification that a request caused bears its number and port
    let request = link(ACK, 8, 0);
    source.hear(ROUTE, &request);
    let facts = source.hear(ROUTE, &message_with(NEWLINK, 0, 8, 10, &[0; 16]));
    assert_eq!(facts[0].request, None);
    assert_eq!(facts[0].cause.map(|p| p.frame), Some(3));
    source.hear(ROUTE, &error_of(&request, 0, 10));
    // also behind the ACK
    let facts = source.hear(ROUTE, &message_with(NEWLINK, 0, 8, 10, &[2; 16]));
    assert_eq!(facts[0].cause.map(|p| p.frame), Some(3));
    // somebody else asks with the same number: the port tells
    source.hear(ROUTE, &get(0, 8, 0));
    let all = source.end();
    assert_eq!(
        outcomes(&all),
        [(3, Outcome::Ack), (1, Outcome::Cut), (7, Outcome::Cut)]
    );
}

#[test]
fn an_answer_without_its_request() {
    let tables = Tables::builtin();
    let mut source = Source::new(&tables);
    source.hear(ROUTE, &done(0, 0, 5, 10));
    let request = link(ACK, 1, 0);
    source.hear(ROUTE, &error_of(&request, -1, 10));
    let (count, first) = source.state.strays();
    assert_eq!((count, first.map(|p| p.frame)), (2, Some(1)));
    assert!(source.end().is_empty());
}

fn nft(kind: u16, seq: u32, flags: u16) -> Vec<u8> {
    message_with(kind, REQUEST | flags, seq, 0, &[2, 0, 0, 0])
}

#[test]
fn a_transaction_is_one() {
    let tables = Tables::builtin();
    let mut source = Source::new(&tables);
    let batch = [
        nft(0x10, 0, 0),
        nft(0xa00, 1, 0x400),
        nft(0xa03, 2, 0x400),
        nft(0xa06, 3, 0xc00),
        nft(0x11, 4, 0),
    ];
    source.hear(NETFILTER, &batch.concat());
    let facts = source
        .wait(1_800)
        .hear(NETFILTER, &error_of(&batch[3], -2, 99));
    assert_eq!(
        facts[0].request.map(|p| (p.frame, p.message)),
        Some((1, 3)),
        "the message that the error is about"
    );
    let all = source.end();
    assert_eq!(all.len(), 1);
    let x = &all[0];
    assert_eq!((x.outcome, x.error, x.port), (Outcome::Error, -2, Some(99)));
    let members: Vec<_> = x.members.iter().map(|m| m.outcome).collect();
    assert_eq!(members, [Outcome::Silent, Outcome::Silent, Outcome::Error]);
    let failed = x.failed_member().unwrap();
    assert_eq!((failed.place.message, failed.error), (3, -2));
    assert_eq!(x.member(2).unwrap().data, batch[3]);
    // none of it refused; the next one is another
    let mut source = Source::new(&tables);
    source.hear(NETFILTER, &batch.concat());
    source.hear(NETFILTER, &batch.concat());
    let all = source.end();
    assert_eq!(outcomes(&all), [(1, Outcome::Silent), (2, Outcome::Silent)]);
    assert!(all.iter().all(|x| x.members.len() == 3));
}

#[test]
fn at_most_65536_are_open_and_the_oldest_goes_first() {
    let tables = Tables::builtin();
    let mut source = Source::new(&tables);
    for seq in 0..70_000 {
        source.hear(ROUTE, &link(ACK, seq, 0));
    }
    let gone = source.retired();
    assert_eq!(gone.len(), 70_000 - 65_536);
    assert!(
        gone.iter()
            .zip(1..)
            .all(|(x, frame)| x.place.frame == frame)
    );
    // of one number no more than 64
    let mut source = Source::new(&tables);
    for _ in 0..100 {
        source.hear(ROUTE, &link(ACK, 1, 0));
    }
    assert_eq!(source.retired().len(), 36);
    assert_eq!(source.end().len(), 64);
}

#[test]
fn probes() {
    let tables = Tables::builtin();
    let told = |request: &[u8], error| {
        let mut source = Source::new(&tables);
        source.hear(ROUTE, request);
        source.hear(ROUTE, &error_of(request, error, 10));
        let x = source.end().pop().unwrap();
        assert_eq!(x.outcome, Outcome::Error);
        assert_eq!(x.failed(), x.probe.is_none());
        x.probe.map(|p| p.tool)
    };
    let empty = message_with(NEWLINK, REQUEST | ACK, 0, 0, &[0; 16]);
    assert_eq!(told(&empty, -19), Some("ip"));
    assert_eq!(told(&link(ACK, 0, 0), -19), None, "it names a link");
    let create = message_with(NEWLINK, REQUEST | ACK | 0x400, 0, 0, &[0; 16]);
    assert_eq!(told(&create, -19), None, "it makes a link");
    let mut nsid = vec![0; 4];
    nsid.extend(attribute(3, &[5, 0, 0, 0]));
    let nsid = message_with(90, REQUEST, 1, 0, &nsid);
    assert_eq!(told(&nsid, -95), Some("ip netns"));
    assert_eq!(
        told(&nsid, -1),
        None,
        "an error that says nothing of what the kernel knows"
    );
    for probe in PROBES {
        assert!(probe.asks.starts_with("whether ") && probe.source.contains(": "));
        let row = format!("| {} | {} | {} |", probe.tool, probe.asks, probe.source);
        assert!(DOC.contains(&row), "docs/EXCHANGES.md has no {row}");
    }
}

#[test]
fn names_of_work_are_those_of_the_tables() {
    for work in WORKS {
        let family = ALL.iter().find(|f| f.name.as_str() == work.family).unwrap();
        for (value, name) in work.ends.iter().chain([&work.begins]) {
            let records = family.records(u16::from(*value));
            assert!(records.iter().any(|r| r.name.as_str() == *name), "{name}");
            assert!(DOC.contains(name), "docs/EXCHANGES.md has no {name}");
        }
    }
}

fn nl80211(cmd: u8, flags: u16, seq: u32, pid: u32, attributes: &[Vec<u8>]) -> Vec<u8> {
    let mut payload = vec![cmd, 1, 0, 0];
    payload.extend(attributes.concat());
    message_with(34, flags, seq, pid, &payload)
}

#[test]
fn work_that_goes_on_after_the_ack() {
    let tables = Tables::builtin();
    let index = |n: u32| attribute(3, &n.to_le_bytes());
    let cookie = |n: u64| attribute(88, &n.to_le_bytes());
    let mut source = Source::new(&tables);
    source.state.give(34, "nl80211");
    let scan = nl80211(33, REQUEST | ACK, 1, 0, &[index(7)]);
    source.hear(GENERIC, &scan);
    source.wait(5).hear(GENERIC, &error_of(&scan, 0, 10));
    // another interface's results, then its own
    source
        .wait(100)
        .hear(GENERIC, &nl80211(34, 0, 0, 0, &[index(8)]));
    assert!(source.retired().is_empty());
    source
        .wait(4_000)
        .hear(GENERIC, &nl80211(34, 0, 0, 0, &[index(7)]));
    let x = source.retired().pop().unwrap();
    assert_eq!((x.outcome, x.latency_ns), (Outcome::Ack, Some(5 * MS)));
    assert_eq!(x.completion_ns, Some(4_105 * MS));
    assert_eq!(x.completion.map(|p| p.frame), Some(4));
    // by cookie, which the answer tells after the notification
    let frame = nl80211(59, REQUEST | ACK, 2, 0, &[index(7)]);
    source.hear(GENERIC, &frame);
    source
        .wait(1)
        .hear(GENERIC, &nl80211(60, 0, 0, 0, &[index(7), cookie(41)]));
    source
        .wait(1)
        .hear(GENERIC, &nl80211(60, 0, 0, 0, &[index(7), cookie(42)]));
    source
        .wait(1)
        .hear(GENERIC, &nl80211(59, 0, 2, 10, &[cookie(42)]));
    source.hear(GENERIC, &error_of(&frame, 0, 10));
    let x = source.retired().pop().unwrap();
    assert_eq!((x.completion_ns, x.replies.messages), (Some(2 * MS), 1));
    // and as it should be
    let frame = nl80211(59, REQUEST | ACK, 3, 0, &[index(7)]);
    source.hear(GENERIC, &frame);
    source.hear(GENERIC, &nl80211(59, 0, 3, 10, &[cookie(43)]));
    source.hear(GENERIC, &error_of(&frame, 0, 10));
    assert!(source.retired().is_empty());
    source
        .wait(9)
        .hear(GENERIC, &nl80211(60, 0, 0, 0, &[index(7), cookie(43)]));
    assert_eq!(source.retired()[0].completion_ns, Some(9 * MS));
    // what never ends retires with the capture
    source.hear(GENERIC, &scan);
    source.hear(GENERIC, &error_of(&scan, 0, 10));
    let all = source.end();
    assert_eq!((all[0].outcome, all[0].completion_ns), (Outcome::Ack, None));
}

#[test]
fn copies_of_one_multicast() {
    let tables = Tables::builtin();
    let mut source = Source::new(&tables);
    let note = |n: u8| message_with(NEWLINK, 0, 0, 0, &[n; 16]);
    let first = |source: &mut Source<'_>, bytes: &[u8]| {
        let facts = source.hear(ROUTE, bytes);
        facts[0].copy_of.map(|p| p.frame)
    };
    assert_eq!(first(&mut source, &note(1)), None);
    assert_eq!(first(&mut source, &note(1)), Some(1));
    assert_eq!(first(source.wait(50), &note(1)), Some(1));
    assert_eq!(first(&mut source, &note(2)), None);
    assert_eq!(first(&mut source, &note(1)), Some(1), "two processors");
    assert_eq!(first(source.wait(101), &note(1)), None, "sent again");
    assert_eq!(first(&mut source, &note(3)), None);
    assert_eq!(first(&mut source, &note(4)), None);
    assert_eq!(first(&mut source, &note(1)), None, "others came between");
    // requests and answers are never copies
    assert_eq!(first(&mut source, &get(DUMP, 5, 0)), None);
    assert_eq!(first(&mut source, &get(DUMP, 5, 0)), None);
    assert_eq!(first(&mut source, &part(5, 10)), None);
    assert_eq!(first(&mut source, &part(5, 10)), None);
}

/// What the kernel said of each refusal of a real capture.
#[test]
fn refusals_of_a_sample() {
    let tables = Tables::builtin();
    let mut source = Source::new(&tables);
    for (protocol, frame) in sample("errors.pcap") {
        source.wait(1).hear(protocol, &frame);
    }
    let failed: Vec<_> = source.end().into_iter().filter(Exchange::failed).collect();
    assert!(failed.len() > 10);
    let mut words = 0;
    for x in &failed {
        let refusal = x.said().unwrap();
        assert!(refusal.errno.is_some() && x.message().is_some(), "{x:?}");
        words += usize::from(refusal.words.is_some());
        assert_eq!(refusal.offset.is_some(), refusal.offending.is_some());
    }
    assert!(words > 5 && words < failed.len());
    let policies: Vec<String> = failed
        .iter()
        .filter_map(|x| x.refusal.as_ref()?.policy.as_ref())
        .map(ToString::to_string)
        .collect();
    assert!(
        policies.contains(&"NL_ATTR_TYPE_STRING, 15 bytes or fewer".to_owned()),
        "{policies:?}"
    );
    let causes: Vec<String> = failed
        .iter()
        .filter(|x| {
            x.refusal
                .as_ref()
                .is_some_and(|r| r.errno.as_deref() == Some("EEXIST"))
        })
        .flat_map(|x| {
            let state = State::new(&tables, ByteOrder::Little);
            state.possible_causes(x.protocol, &x.message().unwrap(), 17)
        })
        .collect();
    assert!(
        causes.is_empty(),
        "a source that knows nothing guesses nothing: {causes:?}"
    );
}

/// Which capability a refused request needs, and where it counts.
#[test]
fn what_the_sender_may_lack() {
    let tables = Tables::builtin();
    let state = State::new(&tables, ByteOrder::Little);
    for (protocol, kind, cause) in [
        (
            ROUTE,
            NEWLINK,
            Some("CAP_NET_ADMIN in the user namespace of its network namespace"),
        ),
        (ROUTE, GETLINK, None),
        // AUDIT_GET, AUDIT_USER, AUDIT_USER_AUTH
        (
            9,
            1000,
            Some("CAP_AUDIT_CONTROL in the initial user namespace"),
        ),
        (
            9,
            1005,
            Some("CAP_AUDIT_WRITE in the initial user namespace"),
        ),
        (
            9,
            1100,
            Some("CAP_AUDIT_WRITE in the initial user namespace"),
        ),
    ] {
        let bytes = message_with(kind, REQUEST, 1, 0, &[0; 16]);
        let mut messages = Messages::of(protocol, &bytes, ByteOrder::Little);
        let causes = state.possible_causes(protocol, &messages.next().unwrap(), 1);
        let want: Vec<String> = cause
            .iter()
            .map(|c| format!("the sender lacks {c}"))
            .collect();
        assert_eq!(causes, want, "{protocol} {kind}");
    }
}

/// NLMSGERR_ATTR_MISS_TYPE names what is missing, in a capped echo too.
#[test]
fn what_is_missing_has_a_name() {
    let tables = Tables::builtin();
    let mut source = Source::new(&tables);
    let mut payload = vec![0; 16];
    payload.extend(attribute(18 | 0x8000, &attribute(1, b"vlan\0")));
    let request = message_with(NEWLINK, REQUEST | ACK, 1, 0, &payload);
    source.hear(ROUTE, &request);
    // capped: the header alone is echoed
    let mut answer = (-22i32).to_le_bytes().to_vec();
    answer.extend(&request[..16]);
    answer.extend(attribute(5, &2u32.to_le_bytes()));
    answer.extend(attribute(6, &32u32.to_le_bytes()));
    source.hear(ROUTE, &message_with(2, 0x300, 1, 10, &answer));
    let x = source.end().pop().unwrap();
    let refusal = x.refusal.as_ref().unwrap();
    assert_eq!(
        refusal.missing.as_deref(),
        Some("IFLA_LINKINFO.IFLA_INFO_DATA")
    );
    let mut line = Vec::new();
    write_exchange(&mut line, &x, None, |_| Some("link \"x\""));
    let line = String::from_utf8(line).unwrap();
    for words in [
        "\"summary\":\"link \\\"x\\\"\"",
        "\"outcome\":\"error\",\"error\":-22,\"errno\":\"EINVAL\"",
        "\"missing\":\"IFLA_LINKINFO.IFLA_INFO_DATA\"",
        "\"end\":{\"frame\":2,\"message\":0}}\n",
    ] {
        assert!(line.contains(words), "{words} is not in {line}");
    }
}
