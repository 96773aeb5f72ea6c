#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

use super::*;
use crate::table::Tables;
use crate::wire::ByteOrder;
use proptest::prelude::*;
use std::collections::BTreeSet;

const ROUTE: u16 = 0;
const GETLINK: u16 = 18;
const SETLINK: u16 = 19;

pub(super) fn attribute(order: ByteOrder, nla_type: u16, payload: &[u8]) -> Vec<u8> {
    let mut out = two(order, payload.len() as u16 + 4).to_vec();
    out.extend(two(order, nla_type));
    out.extend(payload);
    out.resize(out.len().next_multiple_of(4), 0);
    out
}

fn two(order: ByteOrder, n: u16) -> [u8; 2] {
    match order {
        ByteOrder::Little => n.to_le_bytes(),
        ByteOrder::Big => n.to_be_bytes(),
    }
}

fn four(order: ByteOrder, n: u32) -> [u8; 4] {
    match order {
        ByteOrder::Little => n.to_le_bytes(),
        ByteOrder::Big => n.to_be_bytes(),
    }
}

pub(super) fn message(order: ByteOrder, nlmsg_type: u16, flags: u16, body: &[u8]) -> Vec<u8> {
    let mut out = four(order, body.len() as u32 + 16).to_vec();
    out.extend(two(order, nlmsg_type));
    out.extend(two(order, flags));
    out.extend([0; 8]);
    out.extend(body);
    out
}

pub(super) fn found(order: ByteOrder, bytes: &[u8], about: &About) -> Vec<Finding> {
    let tables = Tables::builtin();
    let mut ctx = Context::new(&tables, ROUTE);
    ctx.order = order;
    ctx.direction = Some(Direction::ToKernel);
    let message = RawMessage::parse(bytes, 0, order).unwrap();
    let mut lint = Lint::new();
    lint.message(&message, None, about, &ctx).to_vec()
}

pub(super) fn codes(findings: &[Finding]) -> Vec<(Code, Severity)> {
    findings.iter().map(|f| (f.code, f.severity)).collect()
}

#[test]
fn strict_checking_is_told_as_far_as_it_is_known() {
    let order = ByteOrder::Little;
    let mut body = vec![0; 16];
    body[4] = 3;
    body.extend(attribute(order, 4, &[0, 0, 0, 0]));
    let dump = message(order, GETLINK, 0x301, &body);
    let with = |strict| {
        found(
            order,
            &dump,
            &About {
                strict,
                ..About::request()
            },
        )
    };
    let unknown = with(None);
    assert_eq!(codes(&unknown), [(Code::StrictGet, Severity::Note)]);
    assert_eq!(unknown[0].unknown, Some(UNKNOWN_STRICT));
    assert!(unknown[0].text.contains("ifi_index is 3, it has IFLA_MTU"));
    let known = with(Some(true));
    assert_eq!(codes(&known), [(Code::StrictGet, Severity::Error)]);
    assert_eq!(known[0].unknown, None);
    assert_eq!(codes(&with(Some(false))), []);
    // what strict checking takes
    let mut body = vec![0; 16];
    body.extend(attribute(order, 29, &[1, 0, 0, 0]));
    let dump = message(order, GETLINK, 0x301, &body);
    assert_eq!(codes(&found(order, &dump, &About::request())), []);
}

#[test]
fn a_message_without_its_request_flag() {
    let bytes = message(ByteOrder::Little, GETLINK, 0x300, &[0; 16]);
    let findings = found(ByteOrder::Little, &bytes, &About::request());
    assert_eq!(codes(&findings), [(Code::NoRequestFlag, Severity::Error)]);
    let nobody_knows = About {
        direction: None,
        ..About::request()
    };
    assert_eq!(codes(&found(ByteOrder::Little, &bytes, &nobody_knows)), []);
}

#[test]
fn both_byte_orders_agree() {
    for order in [ByteOrder::Little, ByteOrder::Big] {
        let mut body = vec![0; 16];
        body.extend(attribute(order, 13, &four(order, 40_000)));
        body.extend(attribute(order, 4, &two(order, 1500)));
        let bytes = message(order, SETLINK, 5, &body);
        let findings = found(order, &bytes, &About::request());
        assert_eq!(
            codes(&findings),
            [
                (Code::OutOfRange, Severity::Error),
                (Code::ShortAttribute, Severity::Error)
            ]
        );
        assert_eq!(findings[0].path.as_deref(), Some("IFLA_TXQLEN"));
        assert_eq!(findings[1].offset, 40);
    }
}

#[test]
fn the_first_number_beyond_a_bound_is_found() {
    let order = ByteOrder::Little;
    for (number, wrong) in [(0, false), (32_767, false), (32_768, true)] {
        let mut body = vec![0; 16];
        body.extend(attribute(order, 13, &four(order, number)));
        let findings = found(order, &message(order, SETLINK, 5, &body), &About::request());
        assert_eq!(!findings.is_empty(), wrong, "{number}");
    }
}

#[test]
fn nests_are_checked_by_what_the_kind_tells() {
    let order = ByteOrder::Little;
    let link = |id: &[u8]| {
        let kind = attribute(order, 1, b"vlan\0");
        let data = attribute(order, 2, &attribute(order, 1, id));
        let mut body = vec![0; 16];
        body.extend(attribute(order, 18, &[kind, data].concat()));
        found(order, &message(order, 16, 5, &body), &About::request())
    };
    assert_eq!(codes(&link(&[10, 0])), []);
    let findings = link(&[10]);
    assert_eq!(codes(&findings), [(Code::ShortAttribute, Severity::Error)]);
    assert_eq!(
        findings[0].path.as_deref(),
        Some("IFLA_LINKINFO.IFLA_INFO_DATA.IFLA_VLAN_ID")
    );
    assert_eq!(findings[0].policy.as_ref().unwrap().name, "vlan_policy");
}

#[test]
fn codes_are_told_apart() {
    let words: BTreeSet<&str> = Code::ALL.iter().map(|c| c.word()).collect();
    assert_eq!(words.len(), Code::ALL.len());
    let page = document();
    for code in Code::ALL {
        assert_eq!(Code::named(code.word()), Some(*code));
        for text in [code.says(), code.why(), code.help()] {
            assert!(text.ends_with('.'), "{}: {text}", code.word());
        }
        assert!(page.contains(&format!("\n### {}\n", code.word())));
    }
}

#[test]
fn findings_are_bounded() {
    let order = ByteOrder::Little;
    let mut body = vec![0; 16];
    for _ in 0..5000 {
        body.extend(attribute(order, 13, &four(order, 40_000)));
    }
    let findings = found(order, &message(order, SETLINK, 5, &body), &About::request());
    assert_eq!(findings.len(), usize::from(MAX_DIAGNOSTICS));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    /// Whatever the bytes, findings lie in the message, and nothing panics.
    #[test]
    fn any_bytes(
        protocol in prop::sample::select(vec![0u16, 4, 6, 9, 11, 12, 16]),
        nlmsg_type in prop_oneof![16u16..130, 0x0600u16..0x0d00, any::<u16>()],
        flags in any::<u16>(),
        body in prop::collection::vec(any::<u8>(), 0..120),
        chain in prop::collection::vec((0u16..90, prop::collection::vec(any::<u8>(), 0..12)), 0..12),
        header in 0usize..20,
        big in any::<bool>(),
        strict in any::<Option<bool>>(),
    ) {
        let order = if big { ByteOrder::Big } else { ByteOrder::Little };
        let mut bytes: Vec<u8> = body.iter().copied().take(header).collect();
        for (nla_type, payload) in &chain {
            bytes.extend(attribute(order, *nla_type, payload));
        }
        bytes.extend(body.iter().skip(header));
        let bytes = message(order, nlmsg_type, flags, &bytes);
        let tables = Tables::builtin();
        let mut ctx = Context::new(&tables, protocol);
        ctx.order = order;
        ctx.direction = Some(Direction::ToKernel);
        let about = About { strict, whole: true, ..About::request() };
        let mut lint = Lint::new();
        let message = RawMessage::parse(&bytes, 0, order).unwrap();
        for finding in lint.message(&message, None, &about, &ctx) {
            prop_assert!(finding.offset as usize <= bytes.len());
            prop_assert!(!finding.text.is_empty());
            prop_assert!(finding.severity <= finding.code.severity() || finding.code == Code::StrictGet);
        }
        // what was cut off is not held against the sender
        for len in [16, 17, bytes.len() / 2] {
            if let Some(part) = bytes.get(..len).and_then(|b| RawMessage::parse(b, 0, order)) {
                let about = About { whole: false, ..about };
                for finding in lint.message(&part, None, &about, &ctx) {
                    prop_assert!(finding.code != Code::BadLength);
                }
            }
        }
    }
}
