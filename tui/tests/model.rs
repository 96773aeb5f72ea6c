//! Bytes and nodes belong to each other, and a capture cannot talk to the terminal.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod common;

use common::Browser;
use netlink_dissector::table::Tables;

const SIZE: (u16, u16) = (120, 40);

#[test]
fn a_node_marks_its_bytes_and_a_byte_its_node() {
    let tables = Tables::builtin();
    for name in ["demo.pcap", "any-device.pcap", "big-endian.pcap"] {
        let app = &mut Browser::sample(name, &tables, SIZE).app;
        for row in 0..app.store.rows {
            app.go(row);
            let detail = app.detail.take().unwrap();
            let nodes = detail.arena.nodes.len();
            let range = detail.base..detail.base + detail.bytes.len();
            // whoever owns a byte is the innermost: none that it holds has the byte too
            let mut owner = vec![None; detail.bytes.len()];
            for (at, node) in detail.arena.nodes.iter().enumerate() {
                for byte in node.bytes().filter(|b| range.contains(b)) {
                    owner[byte - detail.base] = Some(at);
                }
                if let Some(parent) = node.parent {
                    let (inner, outer) = (node.bytes(), detail.arena.nodes[parent].bytes());
                    let within = outer.contains(&inner.start) && inner.end <= outer.end;
                    assert!(within || node.len == 0, "{name}, row {row}, node {at}");
                }
            }
            let base = detail.base;
            app.detail = Some(detail);
            for at in 0..nodes {
                app.select_node(at);
                let detail = app.detail.as_ref().unwrap();
                let node = &detail.arena.nodes[at];
                assert_eq!(app.tree.node, at);
                if node.len > 0 {
                    assert_eq!(app.byte, node.offset, "{name}, row {row}, node {at}");
                }
            }
            for (i, want) in owner.iter().enumerate() {
                app.select_byte(base + i);
                assert_eq!(app.byte, base + i);
                let want = want.unwrap_or_else(|| panic!("{name}, row {row}, byte {i}: nobody's"));
                assert_eq!(app.tree.node, want, "{name}, row {row}, byte {i}");
            }
        }
    }
}

/// The bytes on the screen that are marked as the selected node's.
fn marked(browser: &Browser<'_>) -> usize {
    let buffer = browser.terminal.backend().buffer();
    let area = browser.app.areas.bytes;
    let columns = browser.app.areas.columns as u16;
    let ground = browser.app.theme.marked.bg;
    let digits = |x: u16, y: u16| {
        let gap = u16::from(x >= 8);
        buffer.cell((area.x + 7 + 3 * x + gap, area.y + y)).unwrap()
    };
    (0..area.height)
        .flat_map(|y| (0..columns).map(move |x| (x, y)))
        .filter(|(x, y)| Some(digits(*x, *y).bg) == ground)
        .count()
}

#[test]
fn marks_on_the_screen_are_as_long_as_the_node() {
    let tables = Tables::builtin();
    let mut browser = Browser::sample("tiny.pcap", &tables, (120, 60));
    for row in 0..20 {
        browser.app.go(row);
        let nodes = browser.app.detail.as_ref().unwrap().arena.nodes.len();
        for at in 0..nodes {
            browser.app.select_node(at);
            browser.draw();
            let detail = browser.app.detail.as_ref().unwrap();
            let node = &detail.arena.nodes[at];
            let shown = usize::from(browser.app.areas.bytes.height) * browser.app.areas.columns;
            if detail.bytes.len() <= shown {
                assert_eq!(marked(&browser), node.bytes().len(), "row {row}, node {at}");
            }
        }
    }
}

/// A capture with a link whose name, kind and alias are `text`.
fn capture(text: &[u8]) -> Vec<u8> {
    let attribute = |kind: u16, value: &[u8]| {
        let mut out = Vec::new();
        out.extend((value.len() as u16 + 4).to_le_bytes());
        out.extend(kind.to_le_bytes());
        out.extend(value);
        out.resize(out.len().next_multiple_of(4), 0);
        out
    };
    let mut named = text.to_vec();
    named.push(0);
    let mut message = vec![0; 32];
    message[4] = 16; // RTM_NEWLINK
    message.extend(attribute(3, &named)); // IFLA_IFNAME
    message.extend(attribute(20, &named)); // IFLA_IFALIAS
    message.extend(attribute(18, &attribute(1, &named))); // IFLA_LINKINFO, IFLA_INFO_KIND
    message.extend(attribute(999, text));
    let len = message.len() as u32;
    message[..4].copy_from_slice(&len.to_le_bytes());

    let mut file = 0xa1b2_c3d4_u32.to_le_bytes().to_vec();
    file.extend([2, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 0]);
    file.extend(253_u32.to_le_bytes()); // LINKTYPE_NETLINK
    let frame_len = message.len() as u32 + 16;
    file.extend([0; 8]);
    file.extend(frame_len.to_le_bytes());
    file.extend(frame_len.to_le_bytes());
    // the cooked header: ARPHRD_NETLINK and NETLINK_ROUTE
    file.extend([0, 4, 3, 0x38, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    file.extend(message);
    file
}

#[test]
fn a_capture_cannot_talk_to_the_terminal() {
    let tables = Tables::builtin();
    let texts: [&[u8]; 5] = [
        b"\x1b[31mred\x1b]0;title\x07",
        b"\x1b]52;c;ZXZpbA==\x07\x08\x7f",
        b"a\rb\nc\td\x0b\x0c",
        "\u{9b}31m\u{9d}0;t\u{9c}\u{202e}gpj.exe\u{2066}".as_bytes(),
        b"\x9b31m\xff\xfe\x80\x1b",
    ];
    for text in texts {
        let views = [
            "",
            "l j j j j j j",
            "v",
            "*",
            "x",
            "K",
            "Tab Tab",
            "= Esc",
            "/ \"red\" Enter",
            "f Tab",
            "s Tab",
            "Tab e",
            "w \"x\"",
        ];
        for keys in views {
            let mut browser = Browser::bytes("evil", capture(text), &tables, SIZE);
            assert_eq!(browser.app.store.rows, 1);
            for c in browser.keys(keys).screen().chars() {
                let turns = matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
                assert!(!turns && (c == '\n' || !c.is_control()), "{keys}: {c:?}");
            }
        }
    }
}

#[test]
fn what_is_found_late_does_not_take_away_who_has_gone_on() {
    use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
    let tables = Tables::builtin();
    for looks in ["]d", "[d", "/RTM_NEWLINK\n", "/nexthop\n"] {
        for moves in ["j", "G", ":12\n"] {
            let mut browser = Browser::sample("errors.pcap", &tables, SIZE);
            browser.keys("Esc g");
            for c in looks.chars().chain(moves.chars()) {
                let code = if c == '\n' {
                    KeyCode::Enter
                } else {
                    KeyCode::Char(c)
                };
                browser.app.key(KeyEvent::new(code, KeyModifiers::NONE));
            }
            let row = browser.app.row;
            assert_ne!(row, 0);
            browser.work();
            assert_eq!(browser.app.row, row, "{looks} {moves}");
        }
    }
}
