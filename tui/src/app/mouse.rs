//! The mouse.

use super::{App, Focus};
use crate::keys::Action;
use ratatui::crossterm::event::{MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::Position;

impl App<'_> {
    /// The mouse: a click selects, the wheel moves what it is over.
    pub fn mouse(&mut self, event: MouseEvent) {
        let at = Position::new(event.column, event.row);
        let by = match event.kind {
            MouseEventKind::ScrollDown => 3,
            MouseEventKind::ScrollUp => -3,
            MouseEventKind::Down(MouseButton::Left) => 0,
            _ => return,
        };
        self.said = None;
        self.moved = true;
        if self.popup.is_some() {
            self.popup_action(match by {
                0 => Action::Back,
                by => Action::Down(by),
            });
            return;
        }
        for (focus, area) in [
            (Focus::List, self.areas.list),
            (Focus::Tree, self.areas.tree),
            (Focus::Bytes, self.areas.bytes),
        ] {
            if !area.contains(at) {
                continue;
            }
            self.focus = focus;
            if by != 0 {
                self.step(by);
                return;
            }
            let line = usize::from(at.y - area.y);
            match focus {
                Focus::List => {
                    let position = self.top.saturating_add(line as u32);
                    if let Some(row) = self.shown().row(position) {
                        self.go(row);
                    }
                }
                Focus::Tree => self.click_tree(line),
                Focus::Bytes => self.click_bytes(line, usize::from(at.x - area.x)),
            }
            return;
        }
    }

    fn click_tree(&mut self, line: usize) {
        let Some(detail) = &self.detail else { return };
        let lines = self.tree.lines(&detail.arena);
        if let Some(node) = lines.get(self.tree.top + line).copied() {
            if node == self.tree.node {
                self.tree.toggle(&detail.arena);
            }
            self.select_node(node);
        }
    }

    fn click_bytes(&mut self, line: usize, column: usize) {
        let Some(detail) = &self.detail else { return };
        if let Some(byte) = crate::view::byte_at(self, detail, line, column) {
            self.select_byte(byte);
        }
    }
}
