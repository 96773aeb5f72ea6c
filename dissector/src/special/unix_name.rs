//! UNIX_DIAG_NAME: the path of a Unix socket, or its abstract name.
//!
//! A path is a string like any other. An abstract name begins with a NUL and may hold
//! others, all of its bytes count: it becomes a string with `@` for each NUL, as
//! `/proc/net/unix` and `ss` write it. A path that itself begins with `@` is told from it by
//! its bytes: the kernel gives paths with their NUL at the end.
//!
//! Source: `net/unix/diag.c`, `net/unix/af_unix.c`.

use crate::diagnostic::Code;
use crate::sink::{Sink, Value};
use crate::table::Special;
use crate::walk::{Node, Scope, Span, Walk};

/// The decoder.
pub static UNIX_NAME: Special = Special {
    name: "unix_name",
    decode,
    sets: &[],
};

fn decode(walk: &mut Walk<'_, '_, dyn Sink + '_>, node: &Node<'_>, data: Span<'_>, _: &Scope<'_>) {
    if data.data.first() == Some(&0) {
        let at: Vec<u8> = data
            .data
            .iter()
            .map(|&b| if b == 0 { b'@' } else { b })
            .collect();
        walk.leaf(node, &Value::Text(&at));
        return;
    }
    let mut parts = data.data.splitn(2, |&b| b == 0);
    let path = parts.next().unwrap_or(&[]);
    if parts
        .next()
        .is_some_and(|behind| behind.iter().any(|&b| b != 0))
    {
        walk.diagnose(
            Code::BytesBehindNul,
            node.offset,
            format!("{}: bytes follow the string's NUL", node.key),
        );
    }
    walk.leaf(node, &Value::Text(path));
}

#[cfg(test)]
mod tests {
    use super::UNIX_NAME;
    use crate::special::test::{decode, lengths};
    use crate::wire::ByteOrder::Little;

    #[test]
    fn paths_and_abstract_names() {
        assert_eq!(decode(&UNIX_NAME, b"/run/a\0", Little), ["x: /run/a"]);
        assert_eq!(decode(&UNIX_NAME, b"\0abc\0d", Little), ["x: @abc@d"]);
        assert_eq!(decode(&UNIX_NAME, b"\0", Little), ["x: @"]);
        assert_eq!(decode(&UNIX_NAME, b"", Little), ["x: "]);
        assert_eq!(
            decode(&UNIX_NAME, b"a\0b", Little),
            ["! bytes-behind-nul", "x: a"]
        );
        lengths(&UNIX_NAME, b"/run/a\0");
    }
}
