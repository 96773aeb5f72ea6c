//! What stands behind the fixed part of some of ksmbd's structs: strings, each with its NUL, and
//! blobs whose lengths are fields of the struct.
//!
//! Source: `fs/smb/server/ksmbd_netlink.h`, `fs/smb/server/transport_ipc.c`,
//! `fs/smb/server/mgmt/share_config.c`, `fs/smb/server/auth.c`.

use crate::sink::{Class, Sink, Value};
use crate::table::{BytesAs, Meaning, Name, Special, Unit};
use crate::walk::{Key, Node, Scope, Span, Walk};

static VETO_LIST: Name = crate::name!("veto_list");
static PATH: Name = crate::name!("path");
static SESSION_KEY: Name = crate::name!("session_key");
static SESSION_EXPIRY: Name = crate::name!("session_expiry");
static SPNEGO_BLOB: Name = crate::name!("spnego_blob");
static TRAILING: Name = crate::name!("trailing");

/// The interfaces of a `ksmbd_startup_request`: so many bytes as `ifc_list_sz` says.
pub static INTERFACES: Special = Special {
    name: "array",
    decode: interfaces,
    sets: &[],
};

/// The patterns that a `ksmbd_share_config_response` hides, then the share's path.
pub static SHARE_CONFIG: Special = Special {
    name: "string",
    decode: share_config,
    sets: &[],
};

/// The token of a `ksmbd_spnego_authen_request`.
pub static SPNEGO_REQUEST: Special = Special {
    name: "binary",
    decode: spnego_request,
    sets: &[],
};

/// The session's key and the token of a `ksmbd_spnego_authen_response`.
pub static SPNEGO_RESPONSE: Special = Special {
    name: "key",
    decode: spnego_response,
    sets: &[],
};

/// The payload of a `ksmbd_rpc_command`.
pub static RPC: Special = Special {
    name: "binary",
    decode: rpc,
    sets: &[],
};

fn len_of(scope: &Scope<'_>, name: &str) -> usize {
    let len = scope.field(name).unwrap_or(0);
    usize::try_from(len).unwrap_or(usize::MAX)
}

/// What no length claims: zero bytes are padding.
fn trailing<'a>(walk: &mut Walk<'_, 'a, dyn Sink + '_>, rest: Span<'a>) {
    if rest.data.iter().any(|&b| b != 0) {
        walk.opaque(&Node::named(&TRAILING, rest), rest.data);
    } else if !rest.is_empty() {
        walk.sink.padding(rest.offset, rest.len());
    }
}

fn strings<'a>(walk: &mut Walk<'_, 'a, dyn Sink + '_>, node: &Node<'_>, data: Span<'a>) {
    if walk.enter(node, Class::Array) {
        let mut rest = data;
        let mut position = 0;
        while !rest.is_empty() && !walk.stopped() {
            let nul = rest.data.iter().position(|&b| b == 0);
            if nul == Some(0) {
                trailing(walk, rest);
                break;
            }
            let whole = rest.sub(0, nul.map_or(rest.data.len(), |n| n + 1));
            let text = whole.sub(0, nul.unwrap_or(rest.data.len()));
            let entry = Node::new(Key::Entry(position, None), whole.offset, whole.len());
            walk.leaf(&entry, &Value::Text(text.data));
            rest = rest.from(whole.data.len());
            position += 1;
        }
    }
    walk.leave();
}

fn interfaces<'a>(
    walk: &mut Walk<'_, 'a, dyn Sink + '_>,
    node: &Node<'_>,
    data: Span<'a>,
    scope: &Scope<'_>,
) {
    let list = data.sub(0, len_of(scope, "ifc_list_sz"));
    strings(walk, &Node::new(node.key, list.offset, list.len()), list);
    trailing(walk, data.from(list.data.len()));
}

fn share_config<'a>(
    walk: &mut Walk<'_, 'a, dyn Sink + '_>,
    _: &Node<'_>,
    data: Span<'a>,
    scope: &Scope<'_>,
) {
    let veto = data.sub(0, len_of(scope, "veto_list_sz"));
    let mut rest = data.from(veto.data.len());
    if !veto.is_empty() {
        strings(walk, &Node::named(&VETO_LIST, veto), veto);
        // a NUL stands between list and path
        if rest.data.first() == Some(&0) {
            walk.sink.padding(rest.offset, 1);
            rest = rest.from(1);
        }
    }
    if let Some(len) = rest.data.iter().position(|&b| b == 0) {
        let path = rest.sub(0, len + 1);
        let text = rest.sub(0, len);
        walk.leaf(&Node::named(&PATH, path), &Value::Text(text.data));
        trailing(walk, rest.from(len + 1));
    } else if !rest.is_empty() {
        walk.leaf(&Node::named(&PATH, rest), &Value::Text(rest.data));
    }
}

fn blob<'a>(
    walk: &mut Walk<'_, 'a, dyn Sink + '_>,
    name: &Name,
    data: Span<'a>,
    len: usize,
    form: BytesAs,
) -> Span<'a> {
    let own = data.sub(0, len);
    if !own.is_empty() {
        walk.leaf(&Node::named(name, own), &Value::Bytes(own.data, form));
    }
    data.from(own.data.len())
}

fn spnego_request<'a>(
    walk: &mut Walk<'_, 'a, dyn Sink + '_>,
    _: &Node<'_>,
    data: Span<'a>,
    scope: &Scope<'_>,
) {
    let len = len_of(scope, "spnego_blob_len");
    let rest = blob(walk, &SPNEGO_BLOB, data, len, BytesAs::Opaque);
    trailing(walk, rest);
}

fn spnego_response<'a>(
    walk: &mut Walk<'_, 'a, dyn Sink + '_>,
    _: &Node<'_>,
    data: Span<'a>,
    scope: &Scope<'_>,
) {
    let key = len_of(scope, "session_key_len");
    let token = len_of(scope, "spnego_blob_len");
    // newer kernels have session_expiry in between, aligned to 8 but on i386
    let rest = match data.data.len().saturating_sub(key.saturating_add(token)) {
        0 => data,
        8 => expiry(walk, data),
        _ => {
            let hole = data.sub(0, 4);
            if !hole.is_empty() {
                walk.sink.padding(hole.offset, hole.len());
            }
            expiry(walk, data.from(4))
        }
    };
    let rest = blob(walk, &SESSION_KEY, rest, key, BytesAs::Key);
    let rest = blob(walk, &SPNEGO_BLOB, rest, token, BytesAs::Opaque);
    trailing(walk, rest);
}

/// The time when the session ends; returns what follows it.
fn expiry<'a>(walk: &mut Walk<'_, 'a, dyn Sink + '_>, data: Span<'a>) -> Span<'a> {
    let own = data.sub(0, 8);
    let node = Node::named(&SESSION_EXPIRY, own);
    if own.data.len() < 8 {
        if !own.is_empty() {
            walk.opaque(&node, own.data);
        }
        return data.from(own.data.len());
    }
    walk.leaf(
        &node,
        &Value::Unsigned {
            value: walk.ctx.order.unsigned(own.data, 8),
            width: 8,
            meaning: &Meaning::Number,
            unit: Unit::UnixSeconds,
        },
    );
    data.from(8)
}

fn rpc<'a>(
    walk: &mut Walk<'_, 'a, dyn Sink + '_>,
    node: &Node<'_>,
    data: Span<'a>,
    scope: &Scope<'_>,
) {
    let own = data.sub(0, len_of(scope, "payload_sz"));
    if !own.is_empty() {
        walk.opaque(&Node::new(node.key, own.offset, own.len()), own.data);
    }
    trailing(walk, data.from(own.data.len()));
}
