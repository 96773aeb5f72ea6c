//! Requests by which a tool only asks whether the kernel knows something. That the kernel
//! refuses them is no failure.

use super::outcome::Exchange;
use crate::wire::{ByteOrder, NLMSG_HDRLEN, RawAttributes};

const NETLINK_ROUTE: u16 = 0;
const NETLINK_SOCK_DIAG: u16 = 4;
const NETLINK_NETFILTER: u16 = 12;
const NLM_F_REQUEST: u16 = 1;
const NLM_F_ACK: u16 = 4;
const NLM_F_DUMP: u16 = 0x300;
const RTM_NEWLINK: u16 = 16;
const RTM_GETNSID: u16 = 90;
const SOCK_DIAG_BY_FAMILY: u16 = 20;
const NFNL_MSG_COMPAT_GET: u16 = 11 << 8;
const NFNL_MSG_HOOK_GET: u16 = 12 << 8;
const ENOENT: i32 = 2;
const EINVAL: i32 = 22;
const EOPNOTSUPP: i32 = 95;

/// A rule by which a refused request is a probe.
#[derive(Debug)]
pub struct Probe {
    /// Who sends it.
    pub tool: &'static str,
    /// What it wants to know.
    pub asks: &'static str,
    /// Where the tool's source has it.
    pub source: &'static str,
    protocol: u16,
    nlmsg_type: u16,
    nlmsg_flags: u16,
    form: Form,
    /// The errors by which the kernel says no, positive; any where there is none.
    errors: &'static [i32],
}

/// What a probe looks like behind its header.
#[derive(Debug)]
enum Form {
    /// Anything.
    Any,
    /// So many bytes, all of them zero.
    Zeros(usize),
    /// After so many bytes of headers, these attributes and no others.
    Only(usize, &'static [u16]),
}

/// All rules.
pub static PROBES: &[Probe] = &[
    // any error but EOPNOTSUPP and EINVAL means yes; kernels say ENODEV
    Probe {
        tool: "ip",
        asks: "whether the kernel makes links by netlink",
        source: "iproute2 before 6.8: ip/iplink.c, iplink_have_newlink",
        protocol: NETLINK_ROUTE,
        nlmsg_type: RTM_NEWLINK,
        nlmsg_flags: NLM_F_REQUEST | NLM_F_ACK,
        form: Form::Zeros(16),
        errors: &[],
    },
    Probe {
        tool: "ip netns",
        asks: "whether the kernel has ids of network namespaces",
        source: "iproute2: ip/ipnetns.c, ipnetns_have_nsid",
        protocol: NETLINK_ROUTE,
        nlmsg_type: RTM_GETNSID,
        nlmsg_flags: NLM_F_REQUEST,
        form: Form::Only(4, &[3]), // NETNSA_FD
        errors: &[EOPNOTSUPP, EINVAL],
    },
    Probe {
        tool: "ss",
        asks: "whether the kernel tells of sockets of this family",
        source: "iproute2: lib/libnetlink.c, rtnl_dump_error",
        protocol: NETLINK_SOCK_DIAG,
        nlmsg_type: SOCK_DIAG_BY_FAMILY,
        nlmsg_flags: NLM_F_REQUEST | NLM_F_DUMP,
        form: Form::Any,
        errors: &[ENOENT, EOPNOTSUPP],
    },
    Probe {
        tool: "nft list hooks",
        asks: "whether the kernel has this hook",
        source: "nftables: src/mnl.c, mnl_nft_dump_nf_hooks",
        protocol: NETLINK_NETFILTER,
        nlmsg_type: NFNL_MSG_HOOK_GET,
        nlmsg_flags: NLM_F_REQUEST | NLM_F_DUMP,
        form: Form::Any,
        errors: &[EINVAL, EOPNOTSUPP],
    },
    Probe {
        tool: "iptables-nft",
        asks: "whether the kernel has this revision of an extension",
        source: "iptables: iptables/nft.c, nft_compatible_revision",
        protocol: NETLINK_NETFILTER,
        nlmsg_type: NFNL_MSG_COMPAT_GET,
        nlmsg_flags: NLM_F_REQUEST | NLM_F_ACK,
        form: Form::Any,
        errors: &[],
    },
];

impl Probe {
    fn holds(&self, exchange: &Exchange<'_>, order: ByteOrder) -> bool {
        let header = &exchange.header;
        let same = (self.protocol, self.nlmsg_type, self.nlmsg_flags)
            == (exchange.protocol, header.nlmsg_type, header.nlmsg_flags);
        if !same || !(self.errors.is_empty() || self.errors.contains(&-exchange.error)) {
            return false;
        }
        let Some(body) = exchange.request.get(NLMSG_HDRLEN..) else {
            return false;
        };
        match self.form {
            Form::Any => true,
            Form::Zeros(n) => body.len() == n && body.iter().all(|&b| b == 0),
            Form::Only(headers, wanted) => {
                let attributes = body.get(headers..).unwrap_or(&[]);
                let numbers = RawAttributes::new(attributes, order).map(|a| a.header.number());
                numbers.eq(wanted.iter().copied())
            }
        }
    }
}

/// The rule that a refused request falls under.
pub(super) fn find(exchange: &Exchange<'_>, order: ByteOrder) -> Option<&'static Probe> {
    PROBES.iter().find(|probe| probe.holds(exchange, order))
}
