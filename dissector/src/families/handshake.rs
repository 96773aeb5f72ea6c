//! handshake: the kernel asks a daemon to do a TLS handshake on one of its sockets.
//!
//! Source: `uapi/linux/handshake.h`, `net/handshake/netlink.c`, `net/handshake/tlshd.c`.

use crate::table::macros::*;
use crate::table::{Family, Layer, Unit};
use std::borrow::Cow;

enumeration! { HANDLER_CLASS "handshake_handler_class":
    0 HANDSHAKE_HANDLER_CLASS_NONE, 1 HANDSHAKE_HANDLER_CLASS_TLSHD,
}

enumeration! { MSG_TYPE "handshake_msg_type":
    0 HANDSHAKE_MSG_TYPE_UNSPEC, 1 HANDSHAKE_MSG_TYPE_CLIENTHELLO, 2 HANDSHAKE_MSG_TYPE_SERVERHELLO,
}

enumeration! { AUTH "handshake_auth":
    0 HANDSHAKE_AUTH_UNSPEC, 1 HANDSHAKE_AUTH_UNAUTH, 2 HANDSHAKE_AUTH_PSK, 3 HANDSHAKE_AUTH_X509,
}

// serial numbers of keys in the kernel's keyring
set! { HANDSHAKE_A_X509 "HANDSHAKE_A_X509":
    1 HANDSHAKE_A_X509_CERT: S32,
    2 HANDSHAKE_A_X509_PRIVKEY: S32,
}

set! { HANDSHAKE_A_ACCEPT "HANDSHAKE_A_ACCEPT":
    1 HANDSHAKE_A_ACCEPT_SOCKFD: S32,
    2 HANDSHAKE_A_ACCEPT_HANDLER_CLASS: U32.of(&HANDLER_CLASS),
    3 HANDSHAKE_A_ACCEPT_MESSAGE_TYPE: U32.of(&MSG_TYPE),
    4 HANDSHAKE_A_ACCEPT_TIMEOUT: U32.unit(Unit::Milliseconds),
    5 HANDSHAKE_A_ACCEPT_AUTH_MODE: U32.of(&AUTH),
    6 HANDSHAKE_A_ACCEPT_PEER_IDENTITY: U32.multi(),
    7 HANDSHAKE_A_ACCEPT_CERTIFICATE: nest(&HANDSHAKE_A_X509).multi(),
    8 HANDSHAKE_A_ACCEPT_PEERNAME: STRING,
    9 HANDSHAKE_A_ACCEPT_KEYRING: U32,
}

set! { HANDSHAKE_A_DONE "HANDSHAKE_A_DONE":
    1 HANDSHAKE_A_DONE_STATUS: U32,
    2 HANDSHAKE_A_DONE_SOCKFD: S32,
    3 HANDSHAKE_A_DONE_REMOTE_AUTH: U32.multi(),
}

messages! { MESSAGES:
    1 HANDSHAKE_CMD_READY Other, [] {HANDSHAKE_A_ACCEPT};
    2 HANDSHAKE_CMD_ACCEPT Get, [] {HANDSHAKE_A_ACCEPT};
    3 HANDSHAKE_CMD_DONE Other, [] {HANDSHAKE_A_DONE};
}

groups! { GROUPS: 0 none, 0 tlshd }

/// The record of handshake.
pub static FAMILY: Family = Family {
    name: crate::name!("handshake"),
    protocol: Some(16),
    layer: Layer::Generic,
    messages: Cow::Borrowed(MESSAGES),
    groups: Cow::Borrowed(GROUPS),
};
