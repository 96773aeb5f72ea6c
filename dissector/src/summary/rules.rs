//! The rules for the messages that people meet most, and words for names.

use super::rule::Act::{Del, Get, New, Set};
use super::rule::Show::{Bit, Changed, Prefix};
use super::rule::{Rule, inside, keep, part};

const IFF_UP: u64 = 1;

/// How messages are told.
pub(super) static RULES: &[Rule] = &[
    Rule {
        title: "link {}",
        messages: &[
            ("RTM_NEWLINK", New),
            ("RTM_DELLINK", Del),
            ("RTM_GETLINK", Get),
            ("RTM_SETLINK", Set),
        ],
        parts: &[
            part("", "IFLA_IFNAME|ifi_index|IFLA_ALT_IFNAME"),
            keep(0, "ifi_flags").to_kernel(),
            part("", "ifi_change")
                .show(Changed(0, IFF_UP, "up", "down"))
                .to_kernel(),
            part("", "ifi_flags")
                .show(Bit(IFF_UP, "up", "down"))
                .zero()
                .from_kernel(),
            part("link", "IFLA_LINK"),
            part("address", "IFLA_ADDRESS").to_kernel(),
            part("mtu", "IFLA_MTU"),
            part("master", "IFLA_MASTER"),
            part("netns", "IFLA_NET_NS_PID|IFLA_NET_NS_FD").to_kernel(),
            part("type", "IFLA_LINKINFO.IFLA_INFO_KIND"),
            inside("", "IFLA_LINKINFO.IFLA_INFO_DATA", 6).to_kernel(),
        ],
    },
    Rule {
        title: "addr {}",
        messages: &[
            ("RTM_NEWADDR", New),
            ("RTM_DELADDR", Del),
            ("RTM_GETADDR", Get),
        ],
        parts: &[
            keep(0, "ifa_prefixlen"),
            part("", "IFA_LOCAL|IFA_ADDRESS").show(Prefix(0)),
            part("dev", "ifa_index"),
        ],
    },
    Rule {
        title: "route {}",
        messages: &[
            ("RTM_NEWROUTE", New),
            ("RTM_DELROUTE", Del),
            ("RTM_GETROUTE", Get),
        ],
        parts: &[
            keep(0, "rtm_dst_len"),
            part("", "RTA_DST").show(Prefix(0)).absent("default"),
            part("via", "RTA_GATEWAY"),
            part("dev", "RTA_OIF"),
        ],
    },
];

/// Words for names where the part behind the set's name is not what people say; `-` leaves a
/// name out, an empty one shows the value alone. Sorted.
static WORDS: &[(&str, &str)] = &[("NFTA_EXPR_NAME", "")];

/// The word for a name, where it has one of its own.
pub(super) fn word_of(name: &str) -> Option<&'static str> {
    let at = WORDS.binary_search_by(|(n, _)| (*n).cmp(name)).ok()?;
    WORDS.get(at).map(|(_, word)| *word)
}
