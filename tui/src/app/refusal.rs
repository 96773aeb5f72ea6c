//! What the kernel said of a request that it refused.

use crate::store::{Detail, Store};
use netlink_dissector::families::errno;

/// What is told above the tree of a message that failed.
pub struct Refusal {
    /// In lines, for people.
    pub lines: Vec<String>,
    /// The node that is meant.
    pub node: Option<usize>,
}

impl Refusal {
    /// What there is to tell of a message: an answer that refuses, or a request that was refused.
    pub fn of(detail: &Detail, store: &Store<'_>) -> Option<Refusal> {
        if detail.row.failed {
            let named = |name: &str| detail.position(name);
            let node = named("offending").or_else(|| named("missing"));
            let request = detail.row.request.and_then(|place| store.row_of(place));
            return Some(Refusal {
                lines: lines(detail, request, store),
                node,
            });
        }
        let known = store.exchange(detail.row.row)?;
        if !known.refused || known.probe {
            return None;
        }
        let answer = store.detail(store.answer(&detail.row, true)?)?;
        let offset = answer.position("NLMSGERR_ATTR_OFFS");
        let offset = offset.and_then(|at| answer.arena.raw(answer.arena.nodes.get(at)?));
        let offset = offset.and_then(|o| Some(detail.base + usize::try_from(o).ok()?));
        Some(Refusal {
            lines: lines(&answer, Some(detail.row.row), store),
            node: offset.and_then(|offset| {
                let nodes = &detail.arena.nodes;
                let begins = |n: &netlink_dissector::sink::arena::Node| {
                    n.offset == offset && n.nla_type.is_some()
                };
                let exact = nodes.iter().position(begins);
                exact.or_else(|| detail.arena.at(offset))
            }),
        })
    }
}

/// What an answer says; where it says nothing, what is wrong with the request itself.
fn lines(answer: &Detail, request: Option<u32>, store: &Store<'_>) -> Vec<String> {
    let name = answer.value("errno").or_else(|| answer.value("error"));
    let name = name.unwrap_or("refused");
    let says = errno::says(name).map(|says| format!(": {says}"));
    let mut lines = vec![format!("{name}{}", says.unwrap_or_default())];
    if let Some(words) = answer.value("NLMSGERR_ATTR_MSG") {
        lines.push(format!("the kernel says: {words}"));
    }
    if let Some(path) = answer.value("offending") {
        lines.push(format!("it objects to {path}"));
    }
    if let Some(path) = answer.value("missing") {
        lines.push(format!("it misses {path}"));
    }
    if lines.len() == 1
        && let Some(request) = request
    {
        let causes = store.causes(request, Some(name));
        lines.extend(causes.iter().map(|c| format!("possible cause: {c}")));
    }
    lines
}
