//! Names, kept as the JSON key that is written for them.

use std::borrow::Cow;
use std::fmt;

/// A name of the kernel's interface, for example `IFLA_MTU`.
///
/// It is stored rendered as a JSON key (`"IFLA_MTU":`), because writing keys is
/// what JSON output spends its time on. A name never holds a character that JSON
/// would have to escape.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Name {
    key: Cow<'static, str>,
    /// Tells it from other names at once: no two of the tables have the same.
    id: u64,
}

/// The hash of a name, given as the JSON key or as the name itself: FNV-1a, mixed.
const fn id_of(text: &[u8]) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325u64;
    let mut rest = text;
    while let [byte, behind @ ..] = rest {
        if !matches!(*byte, b'"' | b':') {
            hash = (hash ^ *byte as u64).wrapping_mul(0x0000_0100_0000_01b3);
        }
        rest = behind;
    }
    hash ^ hash >> 32
}

impl Name {
    /// Wraps a key that is rendered already; the macro [`name!`](crate::name) makes one.
    #[doc(hidden)]
    pub const fn rendered(key: &'static str) -> Name {
        Name {
            key: Cow::Borrowed(key),
            id: id_of(key.as_bytes()),
        }
    }

    /// A name made at run time. Characters other than ASCII letters, digits, `_`, `-`,
    /// `.` and blanks become `_`.
    pub fn new(text: &str) -> Name {
        let mut key = String::with_capacity(text.len() + 3);
        key.push('"');
        key.extend(text.chars().map(|c| match c {
            'a'..='z' | 'A'..='Z' | '0'..='9' | '_' | '-' | '.' | ' ' => c,
            _ => '_',
        }));
        key.push_str("\":");
        Name {
            id: id_of(key.as_bytes()),
            key: Cow::Owned(key),
        }
    }

    /// The hash that a name has which is called so.
    pub(crate) fn hash_of(name: &str) -> u32 {
        id_of(name.as_bytes()) as u32
    }

    /// What tells it from nearly all other names.
    #[inline]
    pub(crate) fn hash(&self) -> u32 {
        self.id as u32
    }

    /// The [`Name::id`] that a name has which is called so.
    pub(crate) fn id_of(name: &str) -> u64 {
        id_of(name.as_bytes())
    }

    /// What tells it from all other names of the built-in tables, and by all odds from those of
    /// loaded ones.
    #[inline]
    pub(crate) fn id(&self) -> u64 {
        self.id
    }

    /// The name itself.
    #[inline]
    pub fn as_str(&self) -> &str {
        let n = self.key.len();
        self.key.get(1..n.saturating_sub(2)).unwrap_or("")
    }

    /// The name as a JSON key: quoted, with the colon.
    pub fn key(&self) -> &str {
        &self.key
    }

    /// The name as a JSON string: quoted.
    pub fn quoted(&self) -> &str {
        self.key
            .get(..self.key.len().saturating_sub(1))
            .unwrap_or("\"\"")
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
