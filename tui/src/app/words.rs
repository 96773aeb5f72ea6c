//! Words about what is selected: copied, explained, made into a filter.

use super::{App, Focus, Popup};
use crate::bar::{Asks, Bar};
use crate::store::Detail;
use netlink_dissector::explain::{Explainer, text as explained};
use netlink_dissector::filter::Filter;
use netlink_dissector::sink::arena::{Arena, Node};

impl App<'_> {
    pub(super) fn copy(&mut self, what: impl FnOnce(&Detail, usize) -> Option<String>) {
        let text = self.detail.as_ref().and_then(|d| what(d, self.tree.node));
        match text {
            Some(text) => {
                self.say("copied");
                self.copied = Some(text);
            }
            None => self.say("nothing to copy here, or too much"),
        }
    }

    pub(super) fn explain(&mut self) {
        let Some(detail) = &self.detail else { return };
        let node = detail.arena.nodes.get(self.tree.node);
        let names = match (self.focus, node) {
            (Focus::List, _) | (_, None) => vec![detail.row.kind.clone()],
            (_, Some(node)) => {
                let name = detail.arena.name(node);
                let name = name.split('#').next().unwrap_or(name);
                vec![name.to_owned(), detail.arena.value(node).to_owned()]
            }
        };
        let explainer = Explainer::new(self.tables, None);
        let mut out = Vec::new();
        for name in names.iter().flat_map(|n| n.split('|')) {
            let meanings = explainer.explain(name.trim());
            if !meanings.is_empty() {
                if !out.is_empty() {
                    out.push(b'\n');
                }
                explained(&meanings, &mut out);
            }
        }
        let title = names.first().cloned().unwrap_or_default();
        if out.is_empty() {
            self.say(&format!("the tables tell nothing of {title}"));
        } else {
            let text = String::from_utf8_lossy(&out).into_owned();
            self.open(Popup::Text(title, text));
        }
    }

    /// Filters what is selected: only messages with it, or only those without.
    pub(super) fn filter_value(&mut self, out: bool) {
        let Some(detail) = &self.detail else { return };
        let tests = match self.focus {
            Focus::List => vec![detail.row.kind.clone()],
            _ => tests(&detail.arena, self.tree.node),
        };
        let row = self.row;
        let selects = |test: &String| {
            let filter = Filter::new(test, self.tables, self.zone_at);
            filter.is_ok_and(|filter| self.store.fits(row, &filter))
        };
        let Some(test) = tests.into_iter().find(selects) else {
            self.say("no filter can tell this");
            return;
        };
        let test = if out { format!("not {test}") } else { test };
        let text = self.narrowed(&test);
        self.set_filter(text.clone());
        self.remember(Bar::new(Asks::Filter).history(), text);
    }

    /// The filter that holds, and a test more.
    pub(super) fn narrowed(&self, test: &str) -> String {
        match &self.filter {
            Some(filter) if filter.text.contains(" or ") || filter.text.contains("||") => {
                format!("({}) and {test}", filter.text)
            }
            Some(filter) => format!("{} and {test}", filter.text),
            None => test.to_owned(),
        }
    }
}

/// Tests that may select a node, the best first. Which of them do, the message itself tells.
fn tests(arena: &Arena, at: usize) -> Vec<String> {
    let name = |node: &Node| {
        let name = arena.name(node);
        name.split('#').next().unwrap_or(name).to_owned()
    };
    let Some(node) = arena.nodes.get(at) else {
        return Vec::new();
    };
    let own = name(node);
    let parent = node.parent.and_then(|p| arena.nodes.get(p)).map(name);
    let below = parent.map(|parent| format!("{parent}.{own}"));
    // an attribute's name tells enough; a field's often stands in several headers
    let mut paths = vec![own];
    paths.extend(below);
    if node.nla_type.is_none() {
        paths.reverse();
    }
    let value = arena.value(node);
    let mut conditions = Vec::new();
    if value.contains('|') {
        conditions.push(format!(" & {value}"));
    }
    let plain = |c: char| c.is_alphanumeric() || "_.:-/".contains(c);
    if !value.is_empty() && value.chars().all(plain) {
        conditions.push(format!(" == {value}"));
    }
    if let Some(raw) = arena.raw(node) {
        conditions.push(format!(" == {raw}"));
    }
    let quote = ['"', '\''].into_iter().find(|q| !value.contains(*q));
    if let Some(quote) = quote.filter(|_| !value.is_empty()) {
        let bare = value.trim_matches('"');
        conditions.push(format!(" == {quote}{bare}{quote}"));
    }
    conditions.push(String::new());
    let tests = conditions
        .iter()
        .flat_map(|c| paths.iter().map(move |path| format!("{path}{c}")));
    tests.collect()
}
