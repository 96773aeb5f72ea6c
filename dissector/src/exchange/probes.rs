//! Requests by which a tool only asks whether the kernel knows something. That the kernel
//! refuses them is no failure.

use super::outcome::Exchange;
use crate::wire::ByteOrder;

/// A rule by which a request is a probe.
#[derive(Debug)]
pub struct Probe {
    /// Who sends it.
    pub tool: &'static str,
    /// What it wants to know.
    pub asks: &'static str,
    /// Where the tool's source has it.
    pub source: &'static str,
    holds: fn(&Exchange<'_>, ByteOrder) -> bool,
}

/// All rules.
pub static PROBES: &[Probe] = &[Probe {
    tool: "ip",
    asks: "whether the kernel knows RTM_NEWLINK",
    source: "iproute2, ip/iplink.c, iplink_have_newlink",
    holds: |x, order| {
        x.protocol == 0
            && x.header.nlmsg_type == 16
            && x.header.nlmsg_flags == 5
            && x.header.nlmsg_len == 32
            && x.request
                .get(16..)
                .is_some_and(|b| b.iter().all(|&b| b == 0))
            && {
                let _ = order;
                true
            }
    },
}];

/// The rule that a refused request falls under.
pub(super) fn find(exchange: &Exchange<'_>, order: ByteOrder) -> Option<&'static Probe> {
    PROBES.iter().find(|probe| (probe.holds)(exchange, order))
}
