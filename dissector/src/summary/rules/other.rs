//! nlctrl, sockets, IPsec, WireGuard, uevents and more.

use crate::summary::rule::Act::{Both, Del, Get, New, Say, Set};
use crate::summary::rule::Show::{Count, Presence};
use crate::summary::rule::{Rule, inside, part};

pub(super) static RULES: &[Rule] = &[
    Rule {
        title: "nlctrl {} family",
        messages: &[
            ("CTRL_CMD_NEWFAMILY", New),
            ("CTRL_CMD_DELFAMILY", Del),
            ("CTRL_CMD_GETFAMILY", Get),
        ],
        parts: &[
            part("", "CTRL_ATTR_FAMILY_NAME"),
            part("id", "CTRL_ATTR_FAMILY_ID"),
            part("version", "CTRL_ATTR_VERSION"),
            part(": ", "CTRL_ATTR_OPS")
                .show(Count("command", "commands"))
                .glued(),
            part(", ", "CTRL_ATTR_MCAST_GROUPS")
                .show(Count("group", "groups"))
                .glued(),
        ],
    },
    Rule {
        title: "nlctrl {} group",
        messages: &[
            ("CTRL_CMD_NEWMCAST_GRP", New),
            ("CTRL_CMD_DELMCAST_GRP", Del),
            ("CTRL_CMD_GETMCAST_GRP", Get),
        ],
        parts: &[
            part("", "CTRL_ATTR_FAMILY_NAME"),
            part("id", "CTRL_ATTR_FAMILY_ID"),
            inside("", "CTRL_ATTR_MCAST_GROUPS", 6),
        ],
    },
    Rule {
        title: "nlctrl {} policy",
        messages: &[("CTRL_CMD_GETPOLICY", Get)],
        parts: &[
            part("", "CTRL_ATTR_FAMILY_NAME"),
            part("id", "CTRL_ATTR_FAMILY_ID"),
            part("command", "CTRL_ATTR_OP"),
            inside("command", "CTRL_ATTR_OP_POLICY", 3),
            inside("policy", "CTRL_ATTR_POLICY", 4),
        ],
    },
    Rule {
        title: "sockets {}|socket {}",
        messages: &[("SOCK_DIAG_BY_FAMILY", Get), ("SOCK_DESTROY", Del)],
        parts: SOCKET,
    },
    Rule {
        title: "sockets {} tcp|socket {} tcp",
        messages: &[("TCPDIAG_GETSOCK", Get)],
        parts: SOCKET,
    },
    Rule {
        title: "sockets {} dccp|socket {} dccp",
        messages: &[("DCCPDIAG_GETSOCK", Get)],
        parts: SOCKET,
    },
    Rule {
        title: "xfrm state {}",
        messages: &[
            ("XFRM_MSG_NEWSA", Both("add", "")),
            ("XFRM_MSG_UPDSA", Say("update")),
            ("XFRM_MSG_DELSA", Del),
            ("XFRM_MSG_GETSA", Get),
            ("XFRM_MSG_FLUSHSA", Say("flush")),
            ("XFRM_MSG_NEWAE", Say("event")),
            ("XFRM_MSG_GETAE", Say("get event")),
        ],
        parts: &[
            part("src", "saddr|XFRMA_SRCADDR"),
            part("dst", "id.daddr|sa_id.daddr|daddr|XFRMA_SA.id.daddr"),
            part("proto", "id.proto|sa_id.proto|proto|XFRMA_SA.id.proto"),
            part("spi", "id.spi|sa_id.spi|spi|XFRMA_SA.id.spi"),
            part("mode", "mode").zero(),
            part("reqid", "reqid"),
            part("if_id", "XFRMA_IF_ID"),
        ],
    },
    Rule {
        title: "xfrm state {}",
        messages: &[("XFRM_MSG_ALLOCSPI", Say("allocspi"))],
        parts: &[
            part("src", "info.saddr|saddr"),
            part("dst", "info.id.daddr|id.daddr"),
            part("proto", "info.id.proto|id.proto"),
            part("spi", "info.id.spi|id.spi"),
            part("min", "min"),
            part("max", "max"),
        ],
    },
    Rule {
        title: "xfrm {}",
        messages: &[
            ("XFRM_MSG_EXPIRE", Say("state expired")),
            ("XFRM_MSG_ACQUIRE", Say("acquire")),
            ("XFRM_MSG_MAPPING", Say("mapping")),
        ],
        parts: &[
            part("hard", "hard").show(Presence),
            part("src", "state.saddr|saddr"),
            part("dst", "state.id.daddr|id.daddr"),
            part("proto", "state.id.proto|id.proto"),
            part("spi", "state.id.spi|id.spi"),
        ],
    },
    Rule {
        title: "xfrm policy {}",
        messages: &[
            ("XFRM_MSG_NEWPOLICY", Both("add", "")),
            ("XFRM_MSG_UPDPOLICY", Say("update")),
            ("XFRM_MSG_DELPOLICY", Del),
            ("XFRM_MSG_GETPOLICY", Get),
            ("XFRM_MSG_FLUSHPOLICY", Say("flush")),
            ("XFRM_MSG_POLEXPIRE", Say("expired")),
            ("XFRM_MSG_MIGRATE", Say("migrate")),
        ],
        parts: &[
            part("src", "sel.saddr"),
            part("/", "sel.prefixlen_s").glued(),
            part("dst", "sel.daddr"),
            part("/", "sel.prefixlen_d").glued(),
            part("proto", "sel.proto"),
            part("dir", "dir|pol.dir|XFRMA_POLICY.dir").zero(),
            part("index", "index").only_sent(),
            part("action", "action"),
            part("priority", "priority"),
            inside("tmpl", "XFRMA_TMPL", 6),
        ],
    },
    Rule {
        title: "wg {}",
        messages: &[("WG_CMD_GET_DEVICE", Get), ("WG_CMD_SET_DEVICE", Set)],
        parts: &[
            part("", "WGDEVICE_A_IFNAME|WGDEVICE_A_IFINDEX"),
            part("private-key", "WGDEVICE_A_PRIVATE_KEY").only_sent(),
            part("listen-port", "WGDEVICE_A_LISTEN_PORT"),
            part("fwmark", "WGDEVICE_A_FWMARK"),
            part("peers", "WGDEVICE_A_FLAGS").only_sent(),
            part(": ", "WGDEVICE_A_PEERS")
                .show(Count("peer", "peers"))
                .glued(),
        ],
    },
    Rule {
        title: "uevent",
        messages: &[("uevent", Say(""))],
        parts: &[part("", "action"), part("", "devpath")],
    },
    Rule {
        title: "{}",
        messages: &[
            ("NLMSG_NOOP", Say("noop")),
            ("NLMSG_OVERRUN", Say("overrun")),
        ],
        parts: &[],
    },
];

const SOCKET: &[crate::summary::rule::Part] = &[
    part(
        "",
        "sdiag_family|idiag_family|udiag_family|ndiag_family|pdiag_family|vdiag_family|xdiag_family|diag_family",
    ),
    part("", "sdiag_protocol|ndiag_protocol|pdiag_num"),
    part("", "udiag_type|ndiag_type|pdiag_type|vdiag_type"),
    part("", "idiag_state|udiag_state|vdiag_state"),
    part("src", "id.idiag_src"),
    part("sport", "id.idiag_sport"),
    part("dst", "id.idiag_dst"),
    part("dport", "id.idiag_dport"),
    part("", "UNIX_DIAG_NAME"),
    inside("tipc", "TIPC_NLA_SOCK", 4),
    part("port", "ndiag_portid"),
    part("cid", "vdiag_src_cid"),
    part("dev", "PACKET_DIAG_INFO.pdi_index|XDP_DIAG_INFO.ifindex"),
    part("ino", "udiag_ino|ndiag_ino|pdiag_ino|idiag_inode"),
];
