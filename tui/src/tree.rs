//! Which nodes of a message are folded, and which lines that leaves.

use netlink_dissector::sink::arena::Arena;
use std::collections::HashSet;

/// The folds of one message, and the selected node.
#[derive(Clone, Debug, Default)]
pub struct Tree {
    folded: HashSet<usize>,
    /// The selected node.
    pub node: usize,
    /// The first visible line.
    pub top: usize,
}

impl Tree {
    /// All open, but headers that everyone knows and what has no meaning.
    pub fn of(arena: &Arena) -> Tree {
        let header = |(_, node): &(usize, &netlink_dissector::sink::arena::Node)| {
            arena.name(node) == "nlmsghdr" && node.depth == 0
        };
        let folded = arena.nodes.iter().enumerate().filter(header);
        Tree {
            folded: folded.map(|(at, _)| at).collect(),
            node: 0,
            top: 0,
        }
    }

    /// The nodes that have a line, in order.
    pub fn lines(&self, arena: &Arena) -> Vec<usize> {
        let mut lines = Vec::new();
        let mut at = 0;
        while let Some(node) = arena.nodes.get(at) {
            if !node.quiet || at == self.node {
                lines.push(at);
            }
            at = if self.folded.contains(&at) {
                node.end
            } else {
                at + 1
            };
        }
        lines
    }

    /// Whether a node is open; `None` where it holds nothing.
    pub fn open(&self, arena: &Arena, at: usize) -> Option<bool> {
        let node = arena.nodes.get(at)?;
        node.holds(at).then(|| !self.folded.contains(&at))
    }

    /// Opens the selected node; goes to its first child where it is open.
    pub fn unfold(&mut self, arena: &Arena) {
        match self.open(arena, self.node) {
            Some(true) => self.move_by(arena, 1),
            Some(false) => {
                self.folded.remove(&self.node);
            }
            None => {}
        }
    }

    /// Folds the selected node; goes to the one that holds it where there is nothing to fold.
    pub fn fold(&mut self, arena: &Arena) {
        if self.open(arena, self.node) == Some(true) {
            self.folded.insert(self.node);
        } else if let Some(parent) = arena.nodes.get(self.node).and_then(|n| n.parent) {
            self.node = parent;
        }
    }

    /// Opens the selected node where it is folded, else folds it.
    pub fn toggle(&mut self, arena: &Arena) {
        match self.open(arena, self.node) {
            Some(true) => self.fold(arena),
            Some(false) => self.unfold(arena),
            None => {}
        }
    }

    /// Opens all nodes, or folds them where all are open.
    pub fn toggle_all(&mut self, arena: &Arena) {
        if self.folded.is_empty() {
            let holds = |at: &usize| arena.nodes.get(*at).is_some_and(|n| n.holds(*at));
            self.folded = (0..arena.nodes.len()).filter(holds).collect();
            self.show(arena);
        } else {
            self.folded.clear();
        }
    }

    /// Selects a node, and opens what holds it.
    pub fn select(&mut self, arena: &Arena, at: usize) {
        self.node = at;
        let mut parent = arena.nodes.get(at).and_then(|n| n.parent);
        while let Some(p) = parent {
            self.folded.remove(&p);
            parent = arena.nodes.get(p).and_then(|n| n.parent);
        }
    }

    /// Moves the selection by lines.
    pub fn move_by(&mut self, arena: &Arena, by: isize) {
        let lines = self.lines(arena);
        let at = lines.partition_point(|n| *n < self.node) as isize;
        let last = lines.len().saturating_sub(1);
        let to = (at + by).clamp(0, last as isize) as usize;
        if let Some(node) = lines.get(to) {
            self.node = *node;
        }
    }

    /// Where the selected node is folded away, selects the one that shows.
    fn show(&mut self, arena: &Arena) {
        let mut top = self.node;
        let mut next = Some(self.node);
        while let Some(at) = next {
            if self.folded.contains(&at) {
                top = at;
            }
            next = arena.nodes.get(at).and_then(|n| n.parent);
        }
        self.node = top;
    }
}
