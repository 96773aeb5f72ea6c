//! What is wrong with the headers of a request: nlmsghdr, genlmsghdr.

use super::code::Code;
use super::policy::{self, Generic, SpecPolicies};
use super::{About, Lint};
use crate::context::{Context, Direction};
use crate::table::{Layer, Verb};
use crate::walk::Resolved;
use crate::wire::{GENL_HDRLEN, NLMSG_HDRLEN, RawMessage};

const NETLINK_ROUTE: u16 = 0;
const NETLINK_SOCK_DIAG: u16 = 4;
const NETLINK_XFRM: u16 = 6;
const NETLINK_AUDIT: u16 = 9;
const NETLINK_NETFILTER: u16 = 12;
const NETLINK_GENERIC: u16 = 16;
/// nf_tables, whose requests are members of a transaction.
const NFNL_SUBSYS_NFTABLES: u8 = 10;

pub(super) const NLM_F_REQUEST: u16 = 0x1;
const NLM_F_MULTI: u16 = 0x2;
const NLM_F_ACK: u16 = 0x4;
const NLM_F_ECHO: u16 = 0x8;
const NLM_F_DUMP_INTR: u16 = 0x10;
const NLM_F_DUMP_FILTERED: u16 = 0x20;
pub(super) const NLM_F_DUMP: u16 = 0x300;
const NLM_F_REPLACE: u16 = 0x100;
const NLM_F_EXCL: u16 = 0x200;
pub(super) const NLM_F_BULK: u16 = 0x200;
const NLMSG_MIN_TYPE: u16 = 16;
const RTM_NEWQDISC: u16 = 36;
const RTM_DELNEIGH: u16 = 29;
const RTM_DELMDB: u16 = 85;

/// Protocols whose messages the kernel takes from `netlink_rcv_skb`.
const BY_REQUEST: &[u16] = &[
    NETLINK_ROUTE,
    NETLINK_SOCK_DIAG,
    NETLINK_XFRM,
    NETLINK_AUDIT,
    NETLINK_NETFILTER,
    NETLINK_GENERIC,
];

/// Whether the kernel takes a request for a dump.
pub(super) fn is_dump(protocol: u16, flags: u16, resolved: &Resolved<'_>) -> bool {
    match protocol {
        NETLINK_GENERIC => flags & NLM_F_DUMP == NLM_F_DUMP,
        _ => resolved.verb() == Verb::Get && flags & NLM_F_DUMP != 0,
    }
}

impl Lint {
    /// Holds the headers against what the kernel checks; whether it goes on to look at what is
    /// behind them.
    pub(super) fn header(
        &mut self,
        message: &RawMessage<'_>,
        about: &About,
        ctx: &Context<'_>,
        resolved: &Resolved<'_>,
    ) -> bool {
        let protocol = ctx.protocol;
        let header = &message.header;
        let at = message.offset as u32;
        if message.is_cut() && about.whole {
            let text = format!(
                "nlmsg_len is {}, {} were sent",
                header.nlmsg_len,
                super::value::bytes(message.data.len())
            );
            self.find(Code::BadLength, at, text);
            return false;
        }
        if !BY_REQUEST.contains(&protocol) {
            return true;
        }
        let requested = header.nlmsg_flags & NLM_F_REQUEST != 0;
        if !requested && about.direction == Some(Direction::ToKernel) {
            let text = "nlmsg_flags lacks NLM_F_REQUEST: the kernel does not look at it";
            self.find(Code::NoRequestFlag, at + 6, text);
            return false;
        }
        if header.nlmsg_type < NLMSG_MIN_TYPE {
            let text = format!(
                "nlmsg_type {} is of a control message: the kernel does not look at it",
                header.nlmsg_type
            );
            self.find(Code::ReservedType, at + 4, text);
            return false;
        }
        if protocol == NETLINK_ROUTE && message.payload().is_empty() && !message.is_cut() {
            let text = "nothing behind the nlmsghdr: the kernel does nothing, and reports no error";
            let size = NLMSG_HDRLEN as u32;
            self.found(Code::ShortHeader, at + size, text).warning();
            return false;
        }
        if let Some(family) = resolved.family
            && family.layer == Layer::Generic
        {
            let known = policy::generic(family.name.as_str());
            if known.is_some_and(|known| !self.generic(message, known, resolved)) {
                return false;
            }
            let spec = ctx.tables.policies(family);
            if !self.operation(message, known, spec, resolved) {
                return false;
            }
        }
        self.flags(message, protocol, resolved);
        true
    }

    /// What generic netlink itself checks.
    fn generic(
        &mut self,
        message: &RawMessage<'_>,
        family: &Generic,
        resolved: &Resolved<'_>,
    ) -> bool {
        let at = message.offset as u32;
        let flags = message.header.nlmsg_flags;
        let least = GENL_HDRLEN + usize::from(family.header);
        let have = message.payload().len();
        if have < least {
            if !message.is_cut() {
                let text = format!(
                    "{} behind the nlmsghdr, {least} wanted",
                    super::value::bytes(have)
                );
                self.find(Code::ShortHeader, at + NLMSG_HDRLEN as u32, text);
            }
            return false;
        }
        if resolved.command >= family.checks_from {
            let reserved = message.payload().get(2..4).unwrap_or(&[]);
            if reserved.iter().any(|b| *b != 0) {
                let text = "the reserved half of the genlmsghdr is not zero";
                self.find(Code::RefusedFlags, at + NLMSG_HDRLEN as u32 + 2, text);
            }
            let mut others = flags & !(NLM_F_REQUEST | NLM_F_ACK | NLM_F_ECHO);
            if others & NLM_F_DUMP == NLM_F_DUMP {
                others &= !NLM_F_DUMP;
            }
            if others != 0 {
                let text = format!("nlmsg_flags has {others:#x}, which this command does not take");
                self.find(Code::RefusedFlags, at + 6, text);
                return false;
            }
        }
        true
    }

    /// Whether a generic family has the operation, by the kernel's table, or by a loaded spec:
    /// where the kernel's is made of this it counts alone, else what it adds does.
    fn operation(
        &mut self,
        message: &RawMessage<'_>,
        known: Option<&Generic>,
        spec: Option<&SpecPolicies>,
        resolved: &Resolved<'_>,
    ) -> bool {
        let exact = spec.is_some_and(|spec| spec.exact);
        let known = known.filter(|_| !exact);
        if known.is_none() && spec.is_none() {
            return true;
        }
        let has = |dump: bool| {
            let mut operations = known.into_iter().flat_map(|g| g.operations);
            let spec = spec.and_then(|spec| spec.request(resolved.command, dump));
            operations.any(|o| (o.command, o.dump) == (resolved.command, dump)) || spec.is_some()
        };
        let dump = message.header.nlmsg_flags & NLM_F_DUMP == NLM_F_DUMP;
        let text = match (has(dump), has(!dump)) {
            (true, _) => return true,
            (false, false) => {
                let family = resolved.family.map_or("the family", |f| f.name.as_str());
                format!("{family} has no command {}", resolved.command)
            }
            (false, true) if dump => format!("{} cannot be dumped", command(resolved)),
            (false, true) => format!("{} can only be dumped", command(resolved)),
        };
        let at = message.offset + NLMSG_HDRLEN;
        let certain = known.is_some() || exact;
        let found = self.found(Code::NoSuchOperation, at as u32, text);
        if let Some(spec) = spec.filter(|_| known.is_none()) {
            found.policy = Some(spec.source());
        }
        if !certain {
            found.warning();
        }
        !certain
    }

    fn flags(&mut self, message: &RawMessage<'_>, protocol: u16, resolved: &Resolved<'_>) {
        let at = message.offset as u32 + 6;
        let header = &message.header;
        let flags = header.nlmsg_flags;
        let verb = resolved.verb();
        if verb == Verb::Get && matches!(flags & NLM_F_DUMP, 0x100 | 0x200) {
            let (has, lacks) = if flags & 0x100 != 0 {
                ("NLM_F_ROOT", "NLM_F_MATCH")
            } else {
                ("NLM_F_MATCH", "NLM_F_ROOT")
            };
            let what = if protocol == NETLINK_GENERIC {
                "generic netlink takes it for no dump"
            } else {
                "the kernel takes it for a dump"
            };
            let text = format!("nlmsg_flags has {has} without {lacks}: {what}");
            self.find(Code::HalfDump, at, text);
        }
        let both = NLM_F_EXCL | NLM_F_REPLACE;
        let ordered = protocol == NETLINK_ROUTE && header.nlmsg_type == RTM_NEWQDISC;
        if verb == Verb::New && flags & both == both && !ordered {
            let text = "nlmsg_flags has NLM_F_EXCL and NLM_F_REPLACE";
            self.find(Code::ContradictingFlags, at, text);
        }
        let bulk = [RTM_DELNEIGH, RTM_DELMDB].contains(&header.nlmsg_type);
        if protocol == NETLINK_ROUTE && verb == Verb::Del && flags & NLM_F_BULK != 0 && !bulk {
            let text = "nlmsg_flags has NLM_F_BULK, which this message does not take";
            self.find(Code::RefusedFlags, at, text);
        }
        let named = resolved.flags().entries.iter();
        let known = named.fold(0, |bits, entry| bits | entry.value as u16);
        // what a command that neither gets, makes nor removes takes is its family's matter
        let upper = if verb == Verb::Other { 0xff00 } else { 0 };
        let answers = NLM_F_MULTI | NLM_F_DUMP_INTR | NLM_F_DUMP_FILTERED;
        let useless = flags & (!(known | upper) | answers);
        if resolved.record.is_some() && useless != 0 {
            let text = format!("nlmsg_flags has {useless:#x}, which means nothing in this request");
            self.find(Code::UselessFlag, at, text);
        }
        let transaction = resolved
            .family
            .is_some_and(|f| f.layer == Layer::Subsystem(NFNL_SUBSYS_NFTABLES));
        if matches!(verb, Verb::New | Verb::Del)
            && flags & (NLM_F_ACK | NLM_F_ECHO) == 0
            && !transaction
        {
            let text = "neither NLM_F_ACK nor NLM_F_ECHO: nothing tells that it was done";
            self.find(Code::NoAnswer, at, text);
        }
    }
}

fn command<'t>(resolved: &Resolved<'t>) -> &'t str {
    resolved.record.map_or("the command", |r| r.name.as_str())
}
