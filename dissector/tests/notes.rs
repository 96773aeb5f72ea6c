//! What notes in a capture tell of a frame wins over what is inferred, and is learnt.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

mod support;

use netlink_dissector::context::Direction;
use netlink_dissector::envelope::{Envelope, Place, Time};
use netlink_dissector::exchange::{Exchange, Outcome, State};
use netlink_dissector::note::{Note, Process, ProcessFrom, Socket};
use netlink_dissector::table::Tables;
use netlink_dissector::wire::{ByteOrder, Messages};
use support::{error_of, message_with};

const ROUTE: u16 = 0;
const NEWLINK: u16 = 16;
const GETLINK: u16 = 18;
const REQUEST: u16 = 1;
const ACK: u16 = 4;

/// What is asked of an envelope once its frame was seen.
#[derive(Debug, PartialEq)]
struct Seen {
    direction: Option<Direction>,
    port: Option<u32>,
    process: Option<Process>,
    socket: Option<Socket>,
    request: Option<u64>,
    cause: Option<(u64, Option<Process>)>,
}

struct Source<'t> {
    state: State<'t>,
    frame: u64,
}

impl<'t> Source<'t> {
    fn new(tables: &'t Tables) -> Source<'t> {
        let mut state = State::new(tables, ByteOrder::Little);
        state.follow();
        Source { state, frame: 0 }
    }

    /// A frame of one message, ten seconds after the one before.
    fn hear(&mut self, frame: &[u8], note: Option<&str>) -> Seen {
        self.frame += 1;
        self.state.begin_frame(Some(Time {
            seconds: 1_700_000_000 + 10 * self.frame as i64,
            nanos: 0,
        }));
        if let Some(note) = note {
            let note = Note::parse(&format!("nldissect:v1 {note}"));
            self.state.note(note.unwrap());
        }
        let raw = Messages::new(frame, ByteOrder::Little).next().unwrap();
        let place = Place {
            frame: self.frame,
            ..Place::default()
        };
        let facts = self.state.observe(ROUTE, &raw, place);
        let e: Envelope<'_> = self.state.envelope(ROUTE, raw.header.nlmsg_type, &facts);
        Seen {
            direction: e.direction,
            port: e.port,
            process: e.process.cloned(),
            socket: e.socket.cloned(),
            request: e.request.map(|p| p.frame),
            cause: e.cause.map(|p| (p.frame, e.cause_process.cloned())),
        }
    }

    fn end(mut self) -> Vec<Exchange<'t>> {
        self.state.finish();
        std::iter::from_fn(|| self.state.retired()).collect()
    }
}

fn link(flags: u16, seq: u32, pid: u32) -> Vec<u8> {
    message_with(NEWLINK, REQUEST | flags, seq, pid, &[1; 16])
}

fn process(pid: u32, comm: &str, from: ProcessFrom) -> Process {
    Process {
        pid,
        comm: comm.to_owned(),
        from,
    }
}

const IP: &str = r#"{"port":10,"process":{"pid":7,"comm":"ip","from":"port"},"socket":{"strict":true,"groups":[1]}}"#;

#[test]
fn a_port_keeps_its_process() {
    let tables = Tables::builtin();
    let mut source = Source::new(&tables);
    let ip = Some(process(7, "ip", ProcessFrom::Port));
    let ask = link(ACK, 1, 0);
    let asked = source.hear(&ask, Some(IP));
    assert_eq!((asked.port, &asked.process), (Some(10), &ip));
    let socket = asked.socket.unwrap();
    assert_eq!((socket.strict, socket.groups), (Some(true), vec![1]));
    // the answer bears the port, and no note
    let answer = source.hear(&error_of(&ask, 0, 10), None);
    assert_eq!((answer.request, answer.process), (Some(1), ip.clone()));
    assert_eq!(answer.socket.unwrap().strict, Some(true));
    // so does a later request that states it; one that does not is told by its answer
    let stated = source.hear(&link(ACK, 2, 10), None);
    assert_eq!(stated.process, ip);
    let unknown = link(ACK, 3, 0);
    assert_eq!(source.hear(&unknown, None).process, None);
    source.hear(&error_of(&unknown, 0, 10), None);
    // another port is another's
    let other = source.hear(&link(0, 4, 11), None);
    assert_eq!((other.process, other.socket), (None, None));
    let all = source.end();
    let of = |frame: u64| {
        let x = all.iter().find(|x| x.place.frame == frame).unwrap();
        x.process.as_deref().cloned()
    };
    assert_eq!(of(1), ip);
    assert_eq!(of(3), ip);
    assert_eq!(of(4), Some(process(7, "ip", ProcessFrom::Answer)));
    assert_eq!(of(6), None);
}

#[test]
fn a_cause_has_its_process() {
    let tables = Tables::builtin();
    let mut source = Source::new(&tables);
    let ask = link(ACK, 5, 10);
    source.hear(&ask, Some(IP));
    let notification = message_with(NEWLINK, 0, 5, 10, &[1; 16]);
    let seen = source.hear(&notification, None);
    let ip = process(7, "ip", ProcessFrom::Port);
    assert_eq!(seen.cause, Some((1, Some(ip.clone()))));
    // it bears the port that caused it, unless a note tells who listens
    assert_eq!((seen.port, seen.process), (Some(10), Some(ip)));
    let heard = source.hear(
        &notification,
        Some(r#"{"port":99,"direction":"from-kernel"}"#),
    );
    assert_eq!((heard.port, heard.process), (Some(99), None));
}

#[test]
fn a_note_wins() {
    let tables = Tables::builtin();
    let mut source = Source::new(&tables);
    let way = |word| format!(r#"{{"direction":"{word}","port":77}}"#);
    let get = message_with(GETLINK, REQUEST, 1, 3, &[0; 16]);
    let seen = source.hear(&get, Some(&way("to-kernel")));
    assert_eq!(
        (seen.direction, seen.port),
        (Some(Direction::ToKernel), Some(77))
    );
    // a message that looks like a request, but comes from the kernel, opens nothing
    let echo = source.hear(&link(ACK, 2, 3), Some(&way("from-kernel")));
    assert_eq!(
        (echo.direction, echo.port),
        (Some(Direction::FromKernel), Some(77))
    );
    let between = source.hear(&link(ACK, 3, 3), Some(&way("user-to-user")));
    assert_eq!(between.direction, Some(Direction::UserToUser));
    let opened: Vec<u64> = source.end().iter().map(|x| x.place.frame).collect();
    assert_eq!(opened, [1]);
}

#[test]
fn what_could_not_be_sent_failed() {
    let tables = Tables::builtin();
    let mut source = Source::new(&tables);
    source.hear(
        &link(ACK, 1, 0),
        Some(r#"{"direction":"to-kernel","error":-105}"#),
    );
    let all = source.end();
    assert_eq!((all[0].outcome, all[0].error), (Outcome::Error, -105));
    let said = all[0].refusal.as_ref().unwrap();
    assert_eq!(said.errno.as_deref(), Some("ENOBUFS"));
}

#[test]
fn a_loss_is_evidence() {
    let tables = Tables::builtin();
    let mut source = Source::new(&tables);
    source.hear(&link(ACK, 1, 0), None);
    let later = link(ACK, 2, 0);
    source.hear(&later, Some(r#"{"lost":true}"#));
    source.hear(&error_of(&later, 0, 10), None);
    // what comes behind the loss is not lost
    source.hear(&link(ACK, 9, 0), None);
    source.hear(&link(0, 20, 0), None);
    let all = source.end();
    let of = |frame: u64| all.iter().find(|x| x.place.frame == frame).unwrap().outcome;
    assert_eq!(of(1), Outcome::Lost);
    assert_eq!(of(2), Outcome::Ack);
    assert_eq!(of(4), Outcome::Unanswered);
}
