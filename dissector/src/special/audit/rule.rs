//! What a struct cannot say of audit rules: which of the 64 places are in use, what each
//! condition compares with, and the strings behind it, whose lengths are such values.
//!
//! Source: `uapi/linux/audit.h`, `kernel/auditfilter.c`, `kernel/audit.c` (AUDIT_MAKE_EQUIV).

use crate::families::audit::rule::{
    AUDIT_ACTION, AUDIT_FIELD, AUDIT_FILTER, AUDIT_OPERATOR, LENGTH, is_string, value_of,
};
use crate::sink::{Class, Sink, Value};
use crate::table::macros::*;
use crate::table::{Kind, Name, Special};
use crate::walk::{Key, Node, Scope, Span, Walk};
use std::collections::HashMap;

/// A whole `struct audit_rule_data`.
pub static RULE_DATA: Special = Special {
    name: "struct",
    decode: rule,
    sets: &[],
};

/// The two paths of AUDIT_MAKE_EQUIV.
pub static PATHS: Special = Special {
    name: "array",
    decode: paths,
    sets: &[],
};

/// Places for conditions in a rule.
const PLACES: usize = 64;
/// Bytes of the struct's fixed part.
const FIXED: usize = 1040;

structure! { HEAD "audit_rule_data":
    flags: U32.of(&AUDIT_FILTER),
    action: U32.of(&AUDIT_ACTION),
    field_count: U32,
    mask: U32.hex().times(64),
}

static FIELD: Kind = U32.of(&AUDIT_FIELD);
static OPERATOR: Kind = U32.of(&AUDIT_OPERATOR);

static FIELDS: Name = crate::name!("fields");
static VALUES: Name = crate::name!("values");
static FIELDFLAGS: Name = crate::name!("fieldflags");
static BUFLEN: Name = crate::name!("buflen");
static BUF: Name = crate::name!("buf");
static UNUSED_PLACES: Name = crate::name!("unused");
static TRAILING: Name = crate::name!("trailing");

fn rule<'a>(
    walk: &mut Walk<'_, 'a, dyn Sink + '_>,
    node: &Node<'_>,
    data: Span<'a>,
    scope: &Scope<'_>,
) {
    let order = walk.ctx.order;
    let word = |at: usize| order.unsigned(data.from(at).data, 4);
    let used = PLACES.min(word(8) as usize);
    let field = |i: usize| word(268 + 4 * i);
    if walk.enter(node, Class::Struct) {
        walk.fields(&HEAD, data.sub(0, 268), false, order, scope);
        column(walk, &FIELDS, data.sub(268, 256), used, scope, |_| &FIELD);
        column(walk, &VALUES, data.sub(524, 256), used, scope, |i| {
            value_of(field(i))
        });
        column(walk, &FIELDFLAGS, data.sub(780, 256), used, scope, |_| {
            &OPERATOR
        });
        let buflen = data.sub(1036, 4);
        if !buflen.is_empty() {
            walk.value(&LENGTH, &Node::named(&BUFLEN, buflen), buflen, order, scope);
        }
        let rest = data.from(FIXED);
        let buf = rest.sub(0, word(1036) as usize);
        if !buf.is_empty() {
            let strings = (0..used).map(|i| (field(i), word(524 + 4 * i) as usize));
            conditions(walk, buf, strings.filter(|(field, _)| is_string(*field)));
        }
        trailing(walk, rest.from(buf.data.len()));
    }
    walk.leave();
}

/// One of the three arrays: what is in use of it, then the rest.
fn column<'a>(
    walk: &mut Walk<'_, 'a, dyn Sink + '_>,
    name: &Name,
    data: Span<'a>,
    used: usize,
    scope: &Scope<'_>,
    kind: impl Fn(usize) -> &'static Kind,
) {
    if data.is_empty() {
        return;
    }
    let order = walk.ctx.order;
    if walk.enter(&Node::named(name, data), Class::Array) {
        for i in 0..used {
            let one = data.sub(4 * i, 4);
            if one.is_empty() || walk.stopped() {
                break;
            }
            let node = Node::new(Key::Entry(i as u32, None), one.offset, one.len());
            walk.value(kind(i), &node, one, order, scope);
        }
        let rest = data.from(4 * used);
        if rest.data.iter().any(|&b| b != 0) {
            walk.opaque(&Node::named(&UNUSED_PLACES, rest), rest.data);
        } else if !rest.is_empty() {
            walk.sink.padding(rest.offset, rest.len());
        }
    }
    walk.leave();
}

/// The strings, called by the field that each is for.
fn conditions<'a>(
    walk: &mut Walk<'_, 'a, dyn Sink + '_>,
    buf: Span<'a>,
    lengths: impl Iterator<Item = (u64, usize)>,
) {
    if walk.enter(&Node::named(&BUF, buf), Class::Map) {
        let mut counts: HashMap<u64, u32> = HashMap::new();
        let mut left = buf;
        for (field, len) in lengths {
            let text = left.sub(0, len);
            if left.is_empty() || walk.stopped() {
                break;
            }
            let key = Key::Entry(field as u32, AUDIT_FIELD.name_of(field));
            let mut node = Node::new(key, text.offset, text.len());
            let times = counts.entry(field).or_insert(0);
            *times += 1;
            node.repeat = if *times > 1 { *times } else { 0 };
            walk.leaf(&node, &Value::Text(text.data));
            left = left.from(text.data.len());
        }
        trailing(walk, left);
    }
    walk.leave();
}

fn trailing<'a>(walk: &mut Walk<'_, 'a, dyn Sink + '_>, rest: Span<'a>) {
    if rest.data.iter().any(|&b| b != 0) {
        walk.opaque(&Node::named(&TRAILING, rest), rest.data);
    } else if !rest.is_empty() {
        walk.sink.padding(rest.offset, rest.len());
    }
}

fn paths<'a>(
    walk: &mut Walk<'_, 'a, dyn Sink + '_>,
    node: &Node<'_>,
    data: Span<'a>,
    scope: &Scope<'_>,
) {
    if walk.enter(node, Class::Array) {
        let mut left = data;
        for (position, len) in ["old_len", "new_len"].iter().enumerate() {
            let len = scope.field(len).unwrap_or(0);
            let text = left.sub(0, usize::try_from(len).unwrap_or(usize::MAX));
            if !text.is_empty() && !walk.stopped() {
                let key = Key::Entry(position as u32, None);
                let node = Node::new(key, text.offset, text.len());
                walk.leaf(&node, &Value::Text(text.data));
            }
            left = left.from(text.data.len());
        }
        trailing(walk, left);
    }
    walk.leave();
}

#[cfg(test)]
mod tests {
    use super::{PATHS, RULE_DATA};
    use crate::special::test::{decode, decode_inside, lengths};
    use crate::table::macros::*;
    use crate::wire::ByteOrder::{Big, Little};

    /// A rule with these conditions: field, value, operator.
    fn rule(conditions: &[(u32, u32, u32)], buf: &[u8], big: bool) -> Vec<u8> {
        let column = |of: fn(&(u32, u32, u32)) -> u32| {
            let mut all: Vec<u32> = conditions.iter().map(of).collect();
            all.resize(64, 0);
            all
        };
        let mut words = vec![4, 2, conditions.len() as u32];
        words.extend([0xffff_ffff; 64]);
        words.extend(column(|c| c.0));
        words.extend(column(|c| c.1));
        words.extend(column(|c| c.2));
        words.push(buf.len() as u32);
        let bytes = |n: &u32| {
            if big {
                n.to_be_bytes()
            } else {
                n.to_le_bytes()
            }
        };
        let mut out: Vec<u8> = words.iter().flat_map(bytes).collect();
        out.extend(buf);
        out
    }

    const EQUAL: u32 = 0x4000_0000;
    const CONDITIONS: &[(u32, u32, u32)] = &[
        (11, 0xc000_003e, EQUAL),
        (103, -13i32 as u32, EQUAL),
        (106, 6, EQUAL),
        (105, 4, EQUAL),
        (111, 11, 0x3000_0000),
        (210, 3, EQUAL),
    ];

    #[test]
    fn conditions_and_their_strings() {
        for big in [false, true] {
            let order = if big { Big } else { Little };
            let bytes = rule(CONDITIONS, b"/etckey", big);
            let lines = decode(&RULE_DATA, &bytes, order);
            assert_eq!(
                lines.get(1..4).unwrap(),
                [
                    "  flags: AUDIT_FILTER_EXIT",
                    "  action: AUDIT_ALWAYS",
                    "  field_count: 6"
                ]
            );
            let at = lines.iter().position(|l| l == "  fields Array").unwrap();
            assert_eq!(
                lines.get(at..).unwrap(),
                [
                    "  fields Array",
                    "    [0]: AUDIT_ARCH",
                    "    [1]: AUDIT_EXIT",
                    "    [2]: AUDIT_PERM",
                    "    [3]: AUDIT_WATCH",
                    "    [4]: AUDIT_FIELD_COMPARE",
                    "    [5]: AUDIT_FILTERKEY",
                    "  values Array",
                    "    [0]: AUDIT_ARCH_X86_64",
                    "    [1]: -13",
                    "    [2]: AUDIT_PERM_WRITE AUDIT_PERM_READ",
                    "    [3]: 4",
                    "    [4]: AUDIT_COMPARE_UID_TO_EUID",
                    "    [5]: 3",
                    "  fieldflags Array",
                    "    [0]: AUDIT_EQUAL",
                    "    [1]: AUDIT_EQUAL",
                    "    [2]: AUDIT_EQUAL",
                    "    [3]: AUDIT_EQUAL",
                    "    [4]: AUDIT_NOT_EQUAL",
                    "    [5]: AUDIT_EQUAL",
                    "  buflen: 7",
                    "  buf Map",
                    "    AUDIT_WATCH: /etc",
                    "    AUDIT_FILTERKEY: key",
                ]
            );
        }
    }

    #[test]
    fn each_length_and_lengths_that_lie() {
        let bytes = rule(CONDITIONS, b"/etckey", false);
        for n in (0..bytes.len()).step_by(3).chain(1030..bytes.len()) {
            decode(&RULE_DATA, bytes.get(..n).unwrap(), Little);
        }
        let mut long = bytes.clone();
        long.extend([1, 2]);
        let lines = decode(&RULE_DATA, &long, Little);
        assert_eq!(lines.last().unwrap(), "  trailing: Opaque [01, 02]");
        // more conditions than places, strings longer than there are bytes
        let mut many = rule(CONDITIONS, b"/etckey", false);
        many.splice(8..12, [255; 4]);
        many.splice(524 + 12..524 + 16, [255; 4]);
        decode(&RULE_DATA, &many, Little);
        // something behind the conditions in use
        let mut more = rule(CONDITIONS, b"", false);
        more.splice(500..501, [9]);
        let lines = decode(&RULE_DATA, &more, Little);
        assert!(
            lines.iter().any(|l| l.starts_with("    unused: Opaque")),
            "{lines:?}"
        );
    }

    structure! { LENGTHS "lengths": old_len: U32, new_len: U32 }

    #[test]
    fn two_paths() {
        let head = [4, 0, 0, 0, 5, 0, 0, 0];
        let lines = decode_inside(&PATHS, b"/old/new1", Little, Some((&LENGTHS, &head)));
        assert_eq!(lines, ["x Array", "  [0]: /old", "  [1]: /new1"]);
        lengths(&PATHS, b"/old/new1");
        let lines = decode_inside(&PATHS, b"/o", Little, Some((&LENGTHS, &head)));
        assert_eq!(lines, ["x Array", "  [0]: /o"]);
    }
}
