//! What a spec says beyond the type of an attribute: its `checks`.

use super::spec::{Reader, Result};
use super::yaml::{Node, integer};

const CHECKS: &[&str] = &[
    "flags-mask",
    "min",
    "max",
    "min-len",
    "max-len",
    "exact-len",
    "unterminated-ok",
    "sparse",
];

/// The `checks` of an attribute.
#[derive(Clone, Copy, Default)]
pub(super) struct Checks {
    pub min: Option<i128>,
    pub max: Option<i128>,
    pub min_len: Option<i128>,
    pub max_len: Option<i128>,
    pub exact_len: Option<i128>,
    /// The flags that it may have: how many there are.
    pub flags: Option<usize>,
    /// Some of it is not known here: a constant of a header, or code of the kernel.
    pub unknown: bool,
}

impl Checks {
    /// Reads what stands below `checks`.
    pub(super) fn read<'d>(reader: &mut Reader<'d, '_>, node: Option<Node<'d>>) -> Result<Checks> {
        let mut checks = Checks::default();
        let Some(node) = node else {
            return Ok(checks);
        };
        let map = node.map()?;
        reader.known(map, CHECKS);
        let mut unknown = false;
        let mut limit = |key: &str| -> Result<Option<i128>> {
            let Some(node) = map.get(key) else {
                return Ok(None);
            };
            let known = number(reader, node.text()?);
            unknown |= known.is_none();
            Ok(known)
        };
        checks.min = limit("min")?;
        checks.max = limit("max")?;
        checks.min_len = limit("min-len")?;
        checks.max_len = limit("max-len")?;
        checks.exact_len = limit("exact-len")?;
        if let Some(node) = map.get("flags-mask") {
            let at = Reader::find(&reader.enum_names, node, "flags")?;
            checks.flags = reader.enums.get(at).map(|e| e.entries.len());
        }
        checks.unknown = unknown || map.get("sparse").is_some();
        let opposed =
            |low: Option<i128>, high: Option<i128>| low.zip(high).is_some_and(|(l, h)| l > h);
        if opposed(checks.min, checks.max) || opposed(checks.min_len, checks.max_len) {
            reader
                .notes
                .add(node.line(), "checks: nothing lies between these limits");
            checks.unknown = true;
        }
        Ok(checks)
    }
}

/// A limit: a number, a constant of the spec, or what a type holds (`u16-max`). A constant that
/// only a header has is none.
fn number(reader: &Reader<'_, '_>, text: &str) -> Option<i128> {
    if let Some(n) = integer(text) {
        return Some(n.into());
    }
    if let Some(n) = reader.consts.get(text) {
        return Some((*n).into());
    }
    let (sort, end) = text.split_once('-')?;
    let bits: u32 = sort
        .get(1..)?
        .parse()
        .ok()
        .filter(|n| (1..=64).contains(n))?;
    match (sort.get(..1)?, end) {
        ("u", "min") => Some(0),
        ("u", "max") => Some((1 << bits) - 1),
        ("s", "min") => Some(-(1 << (bits - 1))),
        ("s", "max") => Some((1 << (bits - 1)) - 1),
        _ => None,
    }
}
