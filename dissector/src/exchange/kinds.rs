//! What types and flags of messages say of requests and answers.

use super::observe::Plain;
use super::slots::Due;
pub(super) use crate::nft_sets::NETLINK_NETFILTER;
use crate::table::Verb;
pub(super) use crate::walk::NETLINK_GENERIC;
use crate::wire::MessageHeader;

pub(super) const NETLINK_ROUTE: u16 = 0;
pub(super) const NETLINK_USERSOCK: u16 = 2;
pub(super) const NETLINK_AUDIT: u16 = 9;
pub(super) const NETLINK_CONNECTOR: u16 = 11;

pub(super) const NLM_F_REQUEST: u16 = 1;
pub(super) const NLM_F_MULTI: u16 = 2;
pub(super) const NLM_F_ACK: u16 = 4;
pub(super) const NLM_F_ECHO: u16 = 8;
pub(super) const NLM_F_DUMP_INTR: u16 = 0x10;
pub(super) const NLM_F_DUMP: u16 = 0x300;
pub(super) const NLMSG_ERROR: u16 = 2;
pub(super) const NFNL_MSG_BATCH_BEGIN: u16 = 0x10;
const NFNL_SUBSYS_NFTABLES: u16 = 10;
const NFT_MSG_GETTABLE: u16 = 1;
const NFT_MSG_GETRULE: u16 = 7;
const NFT_MSG_GETSETELEM: u16 = 13;
const NFT_MSG_GETGEN: u16 = 16;
const NFT_MSG_GETOBJ: u16 = 19;
const NFT_MSG_GETOBJ_RESET: u16 = 21;
const NFT_MSG_GETFLOWTABLE: u16 = 23;
const NFT_MSG_GETRULE_RESET: u16 = 25;
const NFT_MSG_GETSETELEM_RESET: u16 = 33;
pub(super) const NFNL_MSG_BATCH_END: u16 = 0x11;
pub(super) const RTM_DELTFILTER: u16 = 45;
pub(super) const RTM_DELCHAIN: u16 = 101;
const RTM_GETCHAIN: u16 = 102;

/// Whether the kernel sends messages of a kind with the flags of a request, see
/// [`Tracker::is_echo`](super::tracker::Tracker::is_echo).
pub(super) fn echoes(verb: Verb, kind: u16) -> bool {
    verb != Verb::Get || kind == RTM_GETCHAIN
}

/// What a request asks to be sent.
pub(super) fn due(protocol: u16, header: &MessageHeader, what: &Plain<'_>) -> Due {
    let flags = header.nlmsg_flags;
    let get = what.verb == Verb::Get;
    let done = match protocol {
        NETLINK_GENERIC => flags & NLM_F_DUMP == NLM_F_DUMP,
        _ if get => flags & NLM_F_DUMP != 0,
        _ => what.verb == Verb::Other && flags & NLM_F_DUMP == NLM_F_DUMP,
    };
    Due {
        ack: flags & NLM_F_ACK != 0 && !done,
        reply: get && !done,
        done,
    }
}

/// Whether a message of a type may answer a request, or be caused by it.
pub(super) fn related(protocol: u16, request: &MessageHeader, kind: u16) -> bool {
    match protocol {
        // RTM_NEW*, RTM_DEL*, RTM_GET* and RTM_SET* of one object stand together
        NETLINK_ROUTE => request.nlmsg_type & !3 == kind & !3,
        NETLINK_GENERIC => request.nlmsg_type == kind,
        NETLINK_NETFILTER => {
            let (subsystem, asks) = (request.nlmsg_type >> 8, request.nlmsg_type & 0xff);
            let told = match subsystem {
                NFNL_SUBSYS_NFTABLES => told_of(asks),
                _ => None,
            };
            subsystem == kind >> 8 && told.is_none_or(|told| told == kind & 0xff)
        }
        _ => true,
    }
}

/// What nf_tables answers NFT_MSG_GET* with (`net/netfilter/nf_tables_api.c`): one number serves all that a socket of
/// nft does, so that what it asked before looks like the cause of what it changed.
fn told_of(asks: u16) -> Option<u16> {
    Some(match asks {
        NFT_MSG_GETRULE_RESET => NFT_MSG_GETRULE - 1,
        NFT_MSG_GETOBJ_RESET => NFT_MSG_GETOBJ - 1,
        NFT_MSG_GETSETELEM_RESET => NFT_MSG_GETSETELEM - 1,
        NFT_MSG_GETOBJ | NFT_MSG_GETFLOWTABLE => asks - 1,
        // three numbers for each kind of object: to make, to get, to delete
        NFT_MSG_GETTABLE..=NFT_MSG_GETGEN if asks % 3 == 1 => asks - 1,
        _ => return None,
    })
}

pub(super) fn interrupted(header: &MessageHeader) -> bool {
    header.nlmsg_flags & NLM_F_DUMP_INTR != 0
}
