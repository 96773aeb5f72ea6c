//! Tests of the tables, of the canonical form and of alignment.

use super::align::{Element, Step, in_any_order, in_order};
use super::canon::{Canon, What};
use super::compare::{Wanted, compare};
use super::detail::Teller;
use super::form::Form;
use super::names::Binding;
use super::print::{Print, Printer, Thing};
use super::rules::{BAGS, HALVES};
use super::*;
use crate::context::{Context, Direction, Knowledge};
use crate::envelope::{Envelope, Place};
use crate::exchange::State;
use crate::families::protocols::PROTOCOLS;
use crate::filter::paths_of;
use crate::special::testing::{attribute, message};
use crate::table::{Family, Tables};
use crate::walk::resolve;
use crate::wire::{ByteOrder, RawMessage};
use proptest::prelude::*;
use std::collections::BTreeSet;

#[test]
fn tables_name_what_is_there() {
    let tables = Tables::builtin();
    let asides = ASIDES.iter().map(|aside| aside.path);
    let roles = ROLES.iter().map(|(path, _)| *path);
    let subjects = SUBJECTS.iter().flat_map(|subject| subject.by);
    let mut wrong = Vec::new();
    let own = BAGS.iter().chain(HALVES).copied();
    let all = asides.chain(roles).chain(subjects.copied()).chain(own);
    for (path, parts) in paths_of(all, &tables) {
        match parts {
            Ok(parts) => {
                // an alias would never be met
                let same = |(part, name): (&Vec<String>, &str)| part.iter().any(|p| p == name);
                if !parts.iter().zip(path.split('.')).all(same) {
                    wrong.push(format!("{path} is an alias"));
                }
            }
            Err(error) => wrong.push(error.show(path).to_string()),
        }
    }
    let messages: BTreeSet<&str> = tables
        .families()
        .flat_map(|family| family.messages.iter())
        .map(|message| message.name.as_str())
        .collect();
    for name in SUBJECTS.iter().flat_map(|subject| subject.messages) {
        if !messages.contains(name) {
            wrong.push(format!("no message is called {name}"));
        }
    }
    let families: BTreeSet<&str> = tables
        .families()
        .map(|family| family.name.as_str())
        .collect();
    for name in ASIDES.iter().flat_map(|aside| aside.family.split(", ")) {
        let protocol = PROTOCOLS
            .entries
            .iter()
            .any(|entry| entry.name.as_str() == name);
        if !protocol && !families.contains(name) {
            wrong.push(format!("no family is called {name}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn each_stands_once() {
    let mut paths: Vec<&str> = ASIDES.iter().map(|aside| aside.path).collect();
    paths.extend(ROLES.iter().map(|(path, _)| *path));
    let count = paths.len();
    paths.sort_unstable();
    paths.dedup();
    assert_eq!(paths.len(), count);
    let mut messages: Vec<&str> = SUBJECTS.iter().flat_map(|s| s.messages).copied().collect();
    let count = messages.len();
    messages.sort_unstable();
    messages.dedup();
    assert_eq!(messages.len(), count);
}

fn element(whole: u64, subject: u64) -> Element {
    Element {
        whole,
        subject,
        kind: 0,
        keyed: true,
    }
}

#[test]
fn aligned_as_lines() {
    let a = [element(1, 1), element(20, 2), element(3, 3), element(4, 4)];
    let b = [element(1, 1), element(21, 2), element(5, 5), element(4, 4)];
    assert_eq!(
        in_order(&a, &b, &|_, _| 0),
        [
            Step::Same(0, 0),
            Step::Changed(1, 1),
            Step::Removed(2),
            Step::Added(2),
            Step::Same(3, 3)
        ]
    );
}

#[test]
fn what_stands_elsewhere_has_moved() {
    let a = [element(1, 1), element(2, 2), element(3, 3)];
    let b = [element(2, 2), element(3, 3), element(1, 1)];
    let steps = in_order(&a, &b, &|_, _| 0);
    assert_eq!(
        steps,
        [Step::Moved(0, 2), Step::Same(1, 0), Step::Same(2, 1)]
    );
    let all = in_any_order(&a, &b, &|_, _| 0);
    assert_eq!(all, [Step::Same(0, 2), Step::Same(1, 0), Step::Same(2, 1)]);
}

proptest! {
    /// Each element is told of once, and what is told the same is the same.
    #[test]
    fn alignment_tells_all(
        a in prop::collection::vec(0u64..6, 0..40),
        b in prop::collection::vec(0u64..6, 0..40),
        any in any::<bool>(),
    ) {
        let of = |numbers: &[u64]| -> Vec<Element> {
            numbers.iter().map(|n| element(*n, *n / 2)).collect()
        };
        let (x, y) = (of(&a), of(&b));
        let steps = if any { in_any_order(&x, &y, &|_, _| 50) } else { in_order(&x, &y, &|_, _| 50) };
        let (mut left, mut right) = (Vec::new(), Vec::new());
        for step in &steps {
            match *step {
                Step::Same(i, j) | Step::Moved(i, j) => {
                    prop_assert_eq!(a[i], b[j]);
                    left.push(i);
                    right.push(j);
                }
                Step::Changed(i, j) => {
                    prop_assert_ne!(a[i], b[j]);
                    prop_assert_eq!(a[i] / 2, b[j] / 2);
                    left.push(i);
                    right.push(j);
                }
                Step::Removed(i) => left.push(i),
                Step::Added(j) => right.push(j),
            }
        }
        left.sort_unstable();
        right.sort_unstable();
        prop_assert_eq!(left, (0..a.len()).collect::<Vec<_>>());
        prop_assert_eq!(right, (0..b.len()).collect::<Vec<_>>());
        let same = in_order(&x, &x, &|_, _| 50);
        let all_same = same.iter().all(|step| matches!(step, Step::Same(i, j) if i == j));
        prop_assert!(all_same);
    }
}

/// Interfaces by index.
struct Interfaces(&'static [(u32, &'static str)]);

impl Knowledge for Interfaces {
    fn generic(&self, _: u16) -> Option<&Family> {
        None
    }

    fn interface(&self, index: u32) -> Option<&str> {
        let found = self.0.iter().find(|(i, _)| *i == index);
        found.map(|(_, name)| *name)
    }
}

/// A message as it is compared.
struct Seen<'s> {
    bytes: Vec<u8>,
    order: ByteOrder,
    protocol: u16,
    direction: Direction,
    interfaces: &'s Interfaces,
}

const NOBODY: Interfaces = Interfaces(&[]);

impl Seen<'_> {
    fn new(bytes: Vec<u8>, protocol: u16, direction: Direction) -> Seen<'static> {
        Seen {
            bytes,
            order: ByteOrder::Little,
            protocol,
            direction,
            interfaces: &NOBODY,
        }
    }

    fn with<R>(&self, then: impl FnOnce(Thing<'_, '_>, &Context<'_>, What) -> R) -> R {
        let tables = Tables::builtin();
        let mut ctx = Context::new(&tables, self.protocol);
        ctx.order = self.order;
        ctx.direction = Some(self.direction);
        ctx.knowledge = self.interfaces;
        let message = RawMessage::parse(&self.bytes, 0, self.order).unwrap();
        let resolved = resolve(&message, &ctx);
        let what = What {
            from_kernel: self.direction == Direction::FromKernel,
            ..What::default()
        };
        then(Thing::Message(&message, &resolved), &ctx, what)
    }

    fn print(&self, rules: &Rules) -> Print {
        self.with(|thing, ctx, what| Printer::new(rules).print(thing, ctx, what))
    }

    fn form(&self, rules: &Rules) -> Form {
        let binding = Binding::default();
        self.with(|thing, ctx, what| {
            let tree = super::form::Tree::new(rules, &binding, 0, false);
            let mut canon = Canon::new(rules, tree);
            thing.canonical(rules, ctx, what, &mut canon);
            canon.build.take()
        })
    }
}

fn rules() -> Rules {
    Rules::new([], &Tables::builtin()).unwrap()
}

/// What two messages differ in, `path: a → b`, by fingerprint and by form alike.
fn differ(a: &Seen<'_>, b: &Seen<'_>) -> Vec<String> {
    differ_by(&rules(), a, b)
}

fn differ_by(rules: &Rules, a: &Seen<'_>, b: &Seen<'_>) -> Vec<String> {
    let (x, y) = (a.form(rules), b.form(rules));
    let changes = x.changes(&y);
    let same = a.print(rules).wild == b.print(rules).wild;
    assert_eq!(
        same,
        changes.is_empty(),
        "form and fingerprint disagree: {changes:?}"
    );
    let side = |part: Option<&Part>| part.map_or("nothing".to_owned(), Part::line);
    changes
        .iter()
        .map(|(path, change)| format!("{path}: {} → {}", side(change.a), side(change.b)))
        .collect()
}

const ROUTE: u16 = 0;
const NETFILTER: u16 = 12;
const RTM_NEWADDR: u16 = 20;
const RTM_NEWLINK: u16 = 16;
const NFT_MSG_NEWRULE: u16 = (10 << 8) | 6;

/// RTM_NEWADDR on an interface with these attributes.
fn address(index: u32, attributes: &[Vec<u8>]) -> Vec<u8> {
    let mut body = vec![2, 24, 0, 0];
    body.extend(index.to_le_bytes());
    body.extend(attributes.concat());
    message(RTM_NEWADDR, &body)
}

#[test]
fn order_of_attributes_and_sequence_numbers_say_nothing() {
    let local = attribute(2, &[192, 0, 2, 1]);
    let label = attribute(3, b"d0\0");
    let mut one = address(3, &[local.clone(), label.clone()]);
    one[8] = 7;
    one[12] = 9;
    let a = Seen::new(one, ROUTE, Direction::ToKernel);
    let b = Seen::new(address(3, &[label, local]), ROUTE, Direction::ToKernel);
    assert!(differ(&a, &b).is_empty());
}

#[test]
fn values_are_told_by_path() {
    let of = |last: u8| {
        let bytes = address(3, &[attribute(2, &[192, 0, 2, last])]);
        Seen::new(bytes, ROUTE, Direction::ToKernel)
    };
    assert_eq!(differ(&of(1), &of(2)), ["IFA_LOCAL: 192.0.2.1 → 192.0.2.2"]);
    let more = address(3, &[attribute(2, &[192, 0, 2, 1]), attribute(3, b"d0\0")]);
    let more = Seen::new(more, ROUTE, Direction::ToKernel);
    assert_eq!(differ(&of(1), &more), ["IFA_LABEL: nothing → \"d0\""]);
    let ignoring = Rules::new(["IFA_LABEL"], &Tables::builtin()).unwrap();
    assert!(differ_by(&ignoring, &of(1), &more).is_empty());
}

#[test]
fn lifetimes_are_a_wish_in_requests_and_an_age_from_the_kernel() {
    let of = |left: u32, direction| {
        let mut info = left.to_le_bytes().to_vec();
        info.extend([0; 12]);
        Seen::new(address(3, &[attribute(6, &info)]), ROUTE, direction)
    };
    let asked = |left| of(left, Direction::ToKernel);
    assert_eq!(differ(&asked(5), &asked(6)).len(), 1);
    let told = |left| of(left, Direction::FromKernel);
    assert!(differ(&told(5), &told(6)).is_empty());
}

#[test]
fn interfaces_compare_by_name() {
    const ONE: Interfaces = Interfaces(&[(3, "eth0"), (4, "eth1")]);
    const OTHER: Interfaces = Interfaces(&[(4, "eth0"), (3, "eth1")]);
    let of = |index, interfaces| Seen {
        interfaces,
        ..Seen::new(address(index, &[]), ROUTE, Direction::ToKernel)
    };
    assert!(differ(&of(3, &ONE), &of(4, &OTHER)).is_empty());
    assert_eq!(
        differ(&of(3, &ONE), &of(3, &OTHER)),
        ["ifaddrmsg.ifa_index: eth0 → eth1"]
    );
}

#[test]
fn byte_orders_agree() {
    let mut big = vec![0, 0, 0, 32, 0, 20, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0];
    big.extend([2, 24, 0, 0, 0, 0, 0, 3]);
    big.extend([0, 8, 0, 8, 0, 0, 1, 0]);
    let a = Seen::new(
        address(3, &[attribute(8, &256u32.to_le_bytes())]),
        ROUTE,
        Direction::ToKernel,
    );
    let b = Seen {
        order: ByteOrder::Big,
        ..Seen::new(big, ROUTE, Direction::ToKernel)
    };
    assert!(differ(&a, &b).is_empty());
}

/// A rule of nf_tables with expressions: `cmp` of a register with one byte each.
fn rule(handle: u64, values: &[u8]) -> Seen<'static> {
    let expression = |value: &u8| {
        let data = attribute(1, &[*value]);
        let inside = [
            attribute(1, &1u32.to_be_bytes()),
            attribute(2, &0u32.to_be_bytes()),
            attribute(0x8003, &data),
        ];
        let parts = [attribute(1, b"cmp\0"), attribute(0x8002, &inside.concat())];
        attribute(0x8001, &parts.concat())
    };
    let expressions: Vec<u8> = values.iter().flat_map(expression).collect();
    let mut body = vec![1, 0, 0, 0];
    body.extend(attribute(1, b"t\0"));
    body.extend(attribute(2, b"c\0"));
    body.extend(attribute(3, &handle.to_be_bytes()));
    body.extend(attribute(0x8004, &expressions));
    Seen::new(
        message(NFT_MSG_NEWRULE, &body),
        NETFILTER,
        Direction::FromKernel,
    )
}

#[test]
fn expressions_have_an_order_and_handles_say_nothing() {
    assert!(differ(&rule(5, &[1, 2]), &rule(9, &[1, 2])).is_empty());
    let changed = differ(&rule(5, &[1, 2]), &rule(5, &[1, 3]));
    let [change] = changed.as_slice() else {
        panic!("{changed:?}");
    };
    assert!(
        change.starts_with("NFTA_RULE_EXPRESSIONS.NFTA_LIST_ELEM[1].NFTA_EXPR_DATA.NFTA_CMP_DATA"),
        "{change}"
    );
    assert!(!differ(&rule(5, &[1, 2]), &rule(5, &[2, 1])).is_empty());
    assert_eq!(differ(&rule(5, &[1, 2]), &rule(5, &[1])).len(), 1);
}

/// A link as the kernel tells of it.
fn link(name: &str, mac: [u8; 6]) -> Seen<'static> {
    let mut body = vec![0; 4];
    body.extend(7u32.to_le_bytes());
    body.extend([0; 8]);
    body.extend(attribute(3, format!("{name}\0").as_bytes()));
    body.extend(attribute(1, &mac));
    Seen::new(message(RTM_NEWLINK, &body), ROUTE, Direction::FromKernel)
}

#[test]
fn made_up_names_count_by_their_part() {
    let rules = rules();
    let (a, b) = (
        link("veth1a2b3c4", [2, 1, 2, 3, 4, 5]),
        link("veth9f8e7d6", [6, 7, 8, 9, 1, 2]),
    );
    assert_eq!(a.print(&rules).wild, b.print(&rules).wild);
    assert_eq!(a.print(&rules).uses.len(), 3);
    let other = link("eth0", [2, 1, 2, 3, 4, 5]);
    assert_ne!(a.print(&rules).wild, other.print(&rules).wild);
    // an address that the maker of the device gave is no made-up one
    let burnt = link("veth1a2b3c4", [0, 1, 2, 3, 4, 5]);
    assert_ne!(a.print(&rules).wild, burnt.print(&rules).wild);
}

#[test]
fn a_wrong_path_is_refused_with_names_that_look_alike() {
    let tables = Tables::builtin();
    let (path, error) = Rules::new(["IFLA_MUT"], &tables).unwrap_err();
    assert_eq!(path, "IFLA_MUT");
    assert_eq!(error.nearest.first().map(String::as_str), Some("IFLA_MTU"));
    assert!(Rules::new(["time"], &tables).is_err());
    assert!(Rules::new(["nlmsg_flags"], &tables).is_ok());
}

/// Frames of one source, as a survey and what is told of it.
struct Frames(Vec<(u16, Vec<u8>)>);

impl Frames {
    fn each(
        &self,
        tables: &Tables,
        mut take: impl FnMut(&RawMessage<'_>, &Envelope<'_>, &Context<'_>),
    ) {
        let mut state = State::new(tables, ByteOrder::Little);
        state.follow();
        for (frame, (protocol, bytes)) in (1..).zip(&self.0) {
            state.begin_frame(None);
            let message = RawMessage::parse(bytes, 0, ByteOrder::Little).unwrap();
            let place = Place {
                file: None,
                frame,
                message: 0,
            };
            let facts = state.observe(*protocol, &message, place);
            let mut ctx = state.context(*protocol);
            ctx.direction = facts.direction;
            let known = state.envelope(*protocol, message.header.nlmsg_type, &facts);
            let envelope = Envelope { place, ..known };
            take(&message, &envelope, &ctx);
        }
    }

    fn survey(&self, rules: &Rules, tables: &Tables) -> Survey {
        let mut surveyor = Surveyor::new(rules, Level::Replies);
        self.each(tables, |message, envelope, ctx| {
            surveyor.message(message, envelope, ctx, true)
        });
        surveyor.finish()
    }
}

#[test]
fn notifications_compare_with_their_made_up_names() {
    let tables = Tables::builtin();
    let rules = rules();
    let frames = |names: [&str; 2]| {
        let all = names.iter().enumerate();
        let links = all.map(|(i, name)| (ROUTE, link(name, [2, 0, 0, 0, 0, i as u8]).bytes));
        Frames(links.collect())
    };
    let show = |a: &Frames, b: &Frames| {
        let (mut x, mut y) = (a.survey(&rules, &tables), b.survey(&rules, &tables));
        let wanted = Wanted {
            level: Level::Replies,
            probes: false,
        };
        let comparison = compare(&mut x, &mut y, &rules, wanted);
        let details = [(a, 0), (b, 1)].map(|(frames, side)| {
            let mut teller = Teller::new(&comparison, side, &rules, false, false);
            frames.each(&tables, |message, envelope, ctx| {
                teller.message(message, envelope, ctx)
            });
            teller.finish()
        });
        let [left, right] = &details;
        let mut writer = text::Writer::new(&comparison, [left, right], text::Show::default());
        let mut out = Vec::new();
        for difference in &comparison.differences {
            writer.difference(&mut out, difference);
        }
        writer.finish(&mut out, &comparison);
        String::from_utf8(out).unwrap()
    };
    let one = frames(["veth1a2b3c4", "eth0"]);
    let text = show(&one, &frames(["veth9f8e7d6", "eth0"]));
    assert!(
        text.contains("taken for the same: veth1a2b3c4 = veth9f8e7d6\n"),
        "{text}"
    );
    assert!(text.ends_with("2 the same\n"), "{text}");
    let text = show(&one, &frames(["veth9f8e7d6", "eth1"]));
    assert!(
        text.contains("only in the first, 1 only in the second"),
        "{text}"
    );
}
