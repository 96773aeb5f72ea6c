//! A browser without a terminal.

#![allow(dead_code, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use netlink_capture::Capture;
use netlink_capture::netlink::{Given, Input};
use netlink_dissector::table::Tables;
use netlink_tui::{App, Store, Theme, TimeForm, Whole, draw, index, scan};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicU64;

/// The path of a sample.
pub fn sample(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../samples")
        .join(name)
}

/// A browser, and what it draws on.
pub struct Browser<'t> {
    /// The browser.
    pub app: App<'t>,
    /// What it draws on.
    pub terminal: Terminal<TestBackend>,
}

impl<'t> Browser<'t> {
    /// Shows a sample.
    pub fn sample(name: &str, tables: &'t Tables, size: (u16, u16)) -> Browser<'t> {
        let bytes = std::fs::read(sample(name)).unwrap();
        Browser::bytes(name, bytes, tables, size)
    }

    /// Shows a capture in memory, all of it indexed.
    pub fn bytes(name: &str, bytes: Vec<u8>, tables: &'t Tables, size: (u16, u16)) -> Browser<'t> {
        let capture = Capture::from_bytes(name.to_owned(), bytes).unwrap();
        let path = Path::new(name);
        let store = Store::new(path, false);
        let report = Arc::new(|what: &str| panic!("{what}"));
        let input = Input::new(
            capture,
            path.to_owned(),
            None,
            tables,
            &Given::default(),
            report,
        );
        let theme = Theme::coloured(false);
        let mut app = App::new(store, tables, TimeForm::Relative, |_| 0, theme, false);
        index(input, &Whole, |batch| {
            app.indexed(batch);
            true
        });
        let terminal = Terminal::new(TestBackend::new(size.0, size.1)).unwrap();
        let mut browser = Browser { app, terminal };
        browser.draw();
        browser
    }

    /// Draws.
    pub fn draw(&mut self) {
        self.terminal
            .draw(|frame| draw(&mut self.app, frame))
            .unwrap();
    }

    /// Presses keys, which are written as the key map writes them; what stands in quotes is typed.
    pub fn keys(&mut self, words: &str) -> &mut Browser<'t> {
        for (i, part) in words.split('"').enumerate() {
            if i % 2 == 1 {
                part.chars().for_each(|c| self.press(KeyCode::Char(c)));
                continue;
            }
            for word in part.split_whitespace() {
                self.word(word);
            }
        }
        self
    }

    fn word(&mut self, word: &str) {
        let code = match word {
            "Tab" => KeyCode::Tab,
            "BackTab" => KeyCode::BackTab,
            "Enter" => KeyCode::Enter,
            "Esc" => KeyCode::Esc,
            "Up" => KeyCode::Up,
            "Down" => KeyCode::Down,
            "Left" => KeyCode::Left,
            "Right" => KeyCode::Right,
            "PgUp" => KeyCode::PageUp,
            "PgDn" => KeyCode::PageDown,
            "Home" => KeyCode::Home,
            "End" => KeyCode::End,
            "Space" => KeyCode::Char(' '),
            "F1" => KeyCode::F(1),
            _ => {
                if let Some(c) = word.strip_prefix('^').and_then(|w| w.chars().next()) {
                    let c = KeyCode::Char(c.to_ascii_lowercase());
                    self.event(KeyEvent::new(c, KeyModifiers::CONTROL));
                } else {
                    word.chars().for_each(|c| self.press(KeyCode::Char(c)));
                }
                return;
            }
        };
        self.press(code);
    }

    fn press(&mut self, code: KeyCode) {
        self.event(KeyEvent::new(code, KeyModifiers::NONE));
    }

    fn event(&mut self, event: KeyEvent) {
        self.app.key(event);
        self.work();
    }

    /// Does what was asked for, and draws.
    pub fn work(&mut self) {
        for job in self.app.jobs() {
            let newest = AtomicU64::new(job.number);
            let readers = self.app.readers(&job);
            let mut all = Vec::new();
            scan(readers, job, &newest, &Whole, |found| all.push(found));
            all.into_iter().for_each(|found| self.app.found(found));
        }
        self.draw();
    }

    /// What is on the screen.
    pub fn screen(&self) -> String {
        let buffer = self.terminal.backend().buffer();
        let width = usize::from(buffer.area.width);
        let mut out = String::new();
        for line in buffer.content.chunks(width) {
            let mut text = String::new();
            let mut skip = 0;
            for cell in line {
                // a wide character takes the place of the next cell
                if skip == 0 {
                    text.push_str(cell.symbol());
                    skip = unicode_width::UnicodeWidthStr::width(cell.symbol()).max(1);
                }
                skip -= 1;
            }
            out.push_str(text.trim_end());
            out.push('\n');
        }
        out
    }
}
