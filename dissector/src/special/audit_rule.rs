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
