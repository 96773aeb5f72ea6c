//! Which way messages went, and which request an answer belongs to.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

mod support;

use netlink_dissector::context::Direction;
use netlink_dissector::envelope::Place;
use netlink_dissector::exchange::{Facts, State};
use netlink_dissector::table::Tables;
use netlink_dissector::wire::{ByteOrder, RawMessage};
use support::{attribute, error_of, message_with};

const ROUTE: u16 = 0;
const GENERIC: u16 = 16;
const REQUEST: u16 = 1;
const MULTI: u16 = 2;
const ACK: u16 = 4;
const DUMP: u16 = 0x300;
const GETLINK: u16 = 18;
const NEWLINK: u16 = 16;
const NEWTFILTER: u16 = 44;
const DELTFILTER: u16 = 45;
const GETTFILTER: u16 = 46;

/// A source that counts its frames.
struct Source<'t> {
    state: State<'t>,
    frame: u64,
}

impl<'t> Source<'t> {
    fn new(tables: &'t Tables) -> Source<'t> {
        Source {
            state: State::new(tables, ByteOrder::Little),
            frame: 0,
        }
    }

    fn hear(&mut self, protocol: u16, bytes: &[u8]) -> Facts {
        self.frame += 1;
        let place = Place {
            frame: self.frame,
            ..Place::default()
        };
        let message = RawMessage::parse(bytes, 0, ByteOrder::Little).expect("a message");
        self.state.observe(protocol, &message, place)
    }

    /// The frame of the request that a message answers.
    fn answers(&mut self, protocol: u16, bytes: &[u8]) -> Option<u64> {
        let facts = self.hear(protocol, bytes);
        assert_eq!(facts.direction, Some(Direction::FromKernel));
        facts.request.map(|place| place.frame)
    }

    fn way(&mut self, protocol: u16, bytes: &[u8]) -> Option<Direction> {
        self.hear(protocol, bytes).direction
    }
}

fn done(seq: u32, pid: u32) -> Vec<u8> {
    message_with(3, MULTI, seq, pid, &[0; 4])
}

#[test]
fn a_dump_from_request_to_done() {
    let tables = Tables::builtin();
    let mut source = Source::new(&tables);
    let request = message_with(GETLINK, REQUEST | DUMP, 5, 0, &[0; 16]);
    let asked = source.hear(ROUTE, &request);
    assert_eq!(asked.direction, Some(Direction::ToKernel));
    assert_eq!(
        (asked.port, asked.request),
        (None, None),
        "the port is not known"
    );
    let part = message_with(NEWLINK, MULTI, 5, 612, &[0; 16]);
    for _ in 0..3 {
        let facts = source.hear(ROUTE, &part);
        assert_eq!(facts.port, Some(612));
        assert_eq!(facts.request.map(|p| p.frame), Some(1));
    }
    assert_eq!(source.answers(ROUTE, &done(5, 612)), Some(1));
    assert_eq!(source.answers(ROUTE, &part), None, "the dump is over");
    assert_eq!(
        source.answers(ROUTE, &done(5, 612)),
        None,
        "it is over once"
    );
}

#[test]
fn protocol_sequence_and_port_tie_an_answer() {
    let tables = Tables::builtin();
    let mut source = Source::new(&tables);
    source.hear(ROUTE, &message_with(GETLINK, REQUEST, 5, 612, &[0; 16]));
    let reply = |seq, pid| message_with(NEWLINK, 0, seq, pid, &[0; 16]);
    assert_eq!(
        source.answers(ROUTE, &reply(6, 612)),
        None,
        "another sequence number"
    );
    assert_eq!(source.answers(ROUTE, &reply(5, 613)), None, "another port");
    assert_eq!(
        source.answers(GENERIC, &message_with(2, 0, 5, 612, &[0; 20])),
        None
    );
    assert_eq!(source.answers(ROUTE, &reply(5, 612)), Some(1));
}

#[test]
fn an_acknowledgement_after_the_answer() {
    let tables = Tables::builtin();
    let mut source = Source::new(&tables);
    let request = message_with(GETLINK, REQUEST | ACK, 9, 0, &[0; 16]);
    source.hear(ROUTE, &request);
    let reply = message_with(NEWLINK, 0, 9, 77, &[0; 16]);
    assert_eq!(source.answers(ROUTE, &reply), Some(1));
    let ack = error_of(&request, 0, 77);
    let facts = source.hear(ROUTE, &ack);
    assert_eq!(facts.request.map(|p| p.frame), Some(1));
    assert_eq!(facts.port, Some(77));
    assert_eq!(
        source.answers(ROUTE, &ack),
        None,
        "a request is acknowledged once"
    );
}

#[test]
fn processes_with_the_same_sequence_number() {
    let tables = Tables::builtin();
    let mut source = Source::new(&tables);
    let part = |pid| message_with(NEWLINK, MULTI, 1, pid, &[0; 16]);
    // two that state their ports, answered in the other order
    source.hear(
        ROUTE,
        &message_with(GETLINK, REQUEST | DUMP, 1, 100, &[0; 16]),
    );
    source.hear(
        ROUTE,
        &message_with(GETLINK, REQUEST | DUMP, 1, 200, &[0; 16]),
    );
    assert_eq!(source.answers(ROUTE, &part(200)), Some(2));
    assert_eq!(source.answers(ROUTE, &part(100)), Some(1));
    assert_eq!(source.answers(ROUTE, &done(1, 100)), Some(1));
    assert_eq!(source.answers(ROUTE, &part(200)), Some(2));
    assert_eq!(source.answers(ROUTE, &done(1, 200)), Some(2));
    // two that do not: the first port belongs to the older request, and keeps to it
    let mut source = Source::new(&tables);
    source.hear(
        ROUTE,
        &message_with(GETLINK, REQUEST | DUMP, 1, 0, &[0; 16]),
    );
    source.hear(
        ROUTE,
        &message_with(GETLINK, REQUEST | DUMP, 1, 0, &[0; 16]),
    );
    assert_eq!(source.answers(ROUTE, &part(300)), Some(1));
    assert_eq!(source.answers(ROUTE, &part(400)), Some(2));
    assert_eq!(source.answers(ROUTE, &part(300)), Some(1));
    assert_eq!(source.answers(ROUTE, &done(1, 400)), Some(2));
    assert_eq!(source.answers(ROUTE, &done(1, 300)), Some(1));
}

#[test]
fn an_error_belongs_to_the_request_that_it_echoes() {
    let tables = Tables::builtin();
    let mut source = Source::new(&tables);
    let first = message_with(NEWLINK, REQUEST | ACK, 1, 0, &[0; 16]);
    let second = message_with(24, REQUEST | ACK, 1, 0, &[0; 12]);
    source.hear(ROUTE, &first);
    source.hear(ROUTE, &second);
    assert_eq!(source.answers(ROUTE, &error_of(&second, -17, 400)), Some(2));
    assert_eq!(source.answers(ROUTE, &error_of(&first, 0, 300)), Some(1));
}

#[test]
fn a_notification_is_no_answer() {
    let tables = Tables::builtin();
    let mut source = Source::new(&tables);
    let request = message_with(NEWLINK, REQUEST | ACK, 3, 0, &[0; 16]);
    source.hear(ROUTE, &request);
    let notification = message_with(NEWLINK, 0, 3, 612, &[0; 16]);
    assert_eq!(source.answers(ROUTE, &notification), None);
    assert_eq!(source.answers(ROUTE, &error_of(&request, 0, 612)), Some(1));
    // one that nobody caused
    assert_eq!(
        source.answers(ROUTE, &message_with(NEWLINK, 0, 0, 0, &[0; 16])),
        None
    );
}

#[test]
fn a_generic_command_that_makes_may_be_answered() {
    let tables = Tables::builtin();
    let mut source = Source::new(&tables);
    let get = message_with(16, REQUEST, 4, 0, &[3, 1, 0, 0]);
    source.hear(GENERIC, &get);
    let answer = message_with(16, 0, 4, 50, &[1, 1, 0, 0]);
    assert_eq!(source.answers(GENERIC, &answer), Some(1));
}

#[test]
fn the_user_side_of_usersock_and_connector() {
    let tables = Tables::builtin();
    let mut source = Source::new(&tables);
    let message = message_with(77, 0, 1, 10, &[0; 4]);
    assert_eq!(source.way(2, &message), Some(Direction::UserToUser));
    // connector: the kernel writes port 0, processes their own
    let message = message_with(3, 0, 1, 10, &[0; 20]);
    assert_eq!(source.way(11, &message), Some(Direction::ToKernel));
}

/// A protocol whose messages nobody knows says nothing of the direction, but NLM_F_REQUEST does.
#[test]
fn directions_without_tables() {
    let tables = Tables::builtin();
    let mut source = Source::new(&tables);
    assert_eq!(source.way(31, &message_with(99, 0, 1, 1, &[])), None);
    let request = message_with(99, REQUEST, 1, 1, &[]);
    assert_eq!(source.way(31, &request), Some(Direction::ToKernel));
}

/// tc filters: the kernel's notification has the flags, the number and the port of the request.
#[test]
fn notifications_that_keep_the_flags_of_their_request() {
    let tables = Tables::builtin();
    let flags = REQUEST | ACK | 0x600;
    for stated in [0, 612] {
        let mut source = Source::new(&tables);
        let request = message_with(NEWTFILTER, flags, 8, stated, &[0; 20]);
        assert_eq!(source.way(ROUTE, &request), Some(Direction::ToKernel));
        let mut notification = message_with(NEWTFILTER, flags, 8, 612, &[0; 20]);
        notification[16] = 2;
        // once for each that listens
        for _ in 0..2 {
            let facts = source.hear(ROUTE, &notification);
            assert_eq!(
                facts.direction,
                Some(Direction::FromKernel),
                "stated: {stated}"
            );
            assert_eq!((facts.port, facts.request), (Some(612), None));
        }
        assert_eq!(source.answers(ROUTE, &error_of(&request, 0, 612)), Some(1));
        // the next one is a request again
        let next = message_with(NEWTFILTER, flags, 9, stated, &[0; 20]);
        assert_eq!(source.way(ROUTE, &next), Some(Direction::ToKernel));
    }
}

#[test]
fn a_late_copy_of_a_notification() {
    let tables = Tables::builtin();
    let mut source = Source::new(&tables);
    let request = message_with(NEWTFILTER, REQUEST | ACK, 8, 0, &[0; 20]);
    source.hear(ROUTE, &request);
    source.hear(ROUTE, &error_of(&request, 0, 612));
    let notification = message_with(NEWTFILTER, REQUEST | ACK, 8, 612, &[0; 20]);
    assert_eq!(
        source.way(ROUTE, &notification),
        Some(Direction::FromKernel)
    );
}

/// RTM_GETTFILTER is answered by RTM_NEWTFILTER, with NLM_F_REQUEST set.
#[test]
fn answers_that_keep_the_flags_of_their_request() {
    let tables = Tables::builtin();
    let mut source = Source::new(&tables);
    source.hear(ROUTE, &message_with(GETTFILTER, REQUEST, 8, 0, &[0; 20]));
    let answer = message_with(NEWTFILTER, REQUEST, 8, 612, &[0; 20]);
    assert_eq!(source.answers(ROUTE, &answer), Some(1));
    // RTM_GETCHAIN even by itself
    source.hear(ROUTE, &message_with(102, REQUEST, 9, 0, &[0; 20]));
    let answer = message_with(102, REQUEST, 9, 612, &[0; 20]);
    assert_eq!(source.answers(ROUTE, &answer), Some(3));
}

/// The filters of a chain that goes are reported with the flags of RTM_DELCHAIN; next hops
/// report themselves as their request does.
#[test]
fn notifications_of_what_hangs_on_a_request() {
    let tables = Tables::builtin();
    for (request, notification, size) in [(101, DELTFILTER, 20), (105, 104, 8), (49, 48, 4)] {
        let mut source = Source::new(&tables);
        let payload = vec![0; size];
        source.hear(ROUTE, &message_with(request, REQUEST | ACK, 8, 0, &payload));
        let said = message_with(notification, REQUEST | ACK, 8, 612, &payload);
        assert_eq!(
            source.way(ROUTE, &said),
            Some(Direction::FromKernel),
            "{notification}"
        );
    }
}

/// What looks like a notification but is a request.
#[test]
fn requests_that_resemble_notifications() {
    let tables = Tables::builtin();
    let mut source = Source::new(&tables);
    let filter = |seq, pid, flags| message_with(NEWTFILTER, flags, seq, pid, &[0; 20]);
    // nobody asked for it: the capture begins here, or the sender states its port
    assert_eq!(
        source.way(ROUTE, &filter(1, 612, REQUEST)),
        Some(Direction::ToKernel)
    );
    // other flags than the open request of that number has
    let other = filter(1, 612, REQUEST | ACK);
    assert_eq!(source.way(ROUTE, &other), Some(Direction::ToKernel));
    // a sender that numbers everything 0
    assert_eq!(
        source.way(ROUTE, &filter(0, 612, REQUEST)),
        Some(Direction::ToKernel)
    );
    assert_eq!(
        source.way(ROUTE, &filter(0, 612, REQUEST)),
        Some(Direction::ToKernel)
    );
    // requests that get never come from the kernel
    let get = message_with(GETTFILTER, REQUEST, 5, 0, &[0; 20]);
    assert_eq!(source.way(ROUTE, &get), Some(Direction::ToKernel));
    let get = message_with(GETTFILTER, REQUEST, 5, 612, &[0; 20]);
    assert_eq!(source.way(ROUTE, &get), Some(Direction::ToKernel));
    // and no other protocol echoes flags
    source.hear(GENERIC, &message_with(16, REQUEST, 6, 0, &[3, 1, 0, 0]));
    let again = message_with(16, REQUEST, 6, 612, &[3, 1, 0, 0]);
    assert_eq!(source.way(GENERIC, &again), Some(Direction::ToKernel));
}

#[test]
fn names_of_interfaces_follow_the_messages() {
    use netlink_dissector::context::Knowledge;
    let tables = Tables::builtin();
    let mut source = Source::new(&tables);
    let link = |index: u32, name: &[u8]| {
        let mut payload = vec![0; 4];
        payload.extend(index.to_le_bytes());
        payload.extend([0; 8]);
        payload.extend(attribute(3, name));
        message_with(NEWLINK, 0, 0, 0, &payload)
    };
    assert_eq!(source.state.learnt().interface(7), None);
    source.hear(ROUTE, &link(7, b"eth0\0"));
    assert_eq!(source.state.learnt().interface(7), Some("eth0"));
    source.hear(ROUTE, &link(7, b"wan\0"));
    assert_eq!(source.state.learnt().interface(7), Some("wan"), "renamed");
    source.hear(ROUTE, &link(0, b"new\0"));
    assert_eq!(
        source.state.learnt().interface(0),
        None,
        "a request for a link without index"
    );
    source.hear(ROUTE, &link(8, &[b'x'; 4000]));
    assert_eq!(
        source.state.learnt().interface(8),
        None,
        "no kernel has such a name"
    );
}
