//! Expressions of nf_tables as people write them: what the expressions load, and how the bytes
//! that they compare it with read best.

/// How bytes read that are compared with what was loaded before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::summary) enum As {
    Hex,
    /// A number in network order.
    Number,
    /// A protocol above IP.
    Protocol,
    /// A protocol above Ethernet.
    Ethernet,
    /// A protocol family of netfilter.
    Family,
    Ip,
    Mac,
    /// Characters.
    Text,
}

/// Entries that are a phrase, the words for it, and how the bytes in the next entry read.
/// Sorted.
pub(in crate::summary) static PHRASES: &[(&str, &str, As)] = &[
    ("ct helper", "ct helper", As::Text),
    ("meta bri-iifname", "ibrname", As::Text),
    ("meta bri-oifname", "obrname", As::Text),
    ("meta iifname", "iifname", As::Text),
    ("meta l4proto", "meta l4proto", As::Protocol),
    ("meta nfproto", "meta nfproto", As::Family),
    ("meta oifname", "oifname", As::Text),
    ("meta protocol", "meta protocol", As::Ethernet),
    ("payload ll-header 0 6", "ether daddr", As::Mac),
    ("payload ll-header 12 2", "ether type", As::Ethernet),
    ("payload ll-header 6 6", "ether saddr", As::Mac),
    ("payload network-header 12 4", "ip saddr", As::Ip),
    ("payload network-header 16 4", "ip daddr", As::Ip),
    ("payload network-header 24 16", "ip6 daddr", As::Ip),
    ("payload network-header 6 1", "ip6 nexthdr", As::Protocol),
    ("payload network-header 8 16", "ip6 saddr", As::Ip),
    ("payload network-header 9 1", "ip protocol", As::Protocol),
    ("payload transport-header 0 1", "icmp type", As::Number),
    ("payload transport-header 0 2", "sport", As::Number),
    ("payload transport-header 2 2", "dport", As::Number),
];

/// The words for an entry, and how the next one's bytes read.
pub(in crate::summary) fn phrase(entry: &str) -> Option<(&'static str, As)> {
    let at = PHRASES
        .binary_search_by(|(text, ..)| (*text).cmp(entry))
        .ok()?;
    PHRASES.get(at).map(|(_, words, form)| (*words, *form))
}

/// How entries begin, what stands there instead, and whether the next entry goes on.
pub(in crate::summary) static BEGINNINGS: &[(&str, &str, bool)] = &[
    ("bitwise ", "", true),
    ("byteorder ", "", true),
    ("cmp eq ", "", false),
    ("cmp gt ", "> ", false),
    ("cmp gte ", ">= ", false),
    ("cmp lt ", "< ", false),
    ("cmp lte ", "<= ", false),
    ("cmp neq ", "!= ", false),
    ("immediate ", "", false),
    ("lookup ", "@", false),
    ("range eq ", "", false),
    ("range neq ", "!= ", false),
];

/// What stands instead of the beginning of an entry: the beginning, the words, and whether the
/// next entry goes on.
pub(in crate::summary) fn beginning(entry: &str) -> Option<(&str, &'static str, bool)> {
    let found = BEGINNINGS
        .iter()
        .find(|(front, ..)| entry.starts_with(front))?;
    Some((found.0, found.1, found.2))
}

/// Entries that load what the next one looks at.
static LOADS: &[&str] = &[
    "ct ", "exthdr ", "fib ", "hash ", "meta ", "numgen ", "osf ", "payload ", "rt ", "socket ",
];

/// Whether the next entry goes on where this one ends.
pub(in crate::summary) fn loads(entry: &str) -> bool {
    LOADS.iter().any(|front| entry.starts_with(front)) && !entry.ends_with(" set")
}
