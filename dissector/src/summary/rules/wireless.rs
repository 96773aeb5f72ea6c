//! nl80211: the words of `iw`.

use crate::summary::rule::Act::{Both, Del, Get, New, Say, Set};
use crate::summary::rule::Show::{Count, Presence};
use crate::summary::rule::{Rule, inside, part};

pub(super) static RULES: &[Rule] = &[
    Rule {
        title: "wiphy {}",
        messages: &[
            ("NL80211_CMD_NEW_WIPHY", New),
            ("NL80211_CMD_DEL_WIPHY", Del),
            ("NL80211_CMD_GET_WIPHY", Get),
            ("NL80211_CMD_SET_WIPHY", Set),
            ("NL80211_CMD_SET_WIPHY_NETNS", Say("netns")),
        ],
        parts: &[
            part("", "NL80211_ATTR_WIPHY_NAME|NL80211_ATTR_WIPHY").zero(),
            part("dev", "NL80211_ATTR_IFINDEX"),
            part("freq", "NL80211_ATTR_WIPHY_FREQ"),
            part("", "NL80211_ATTR_CHANNEL_WIDTH"),
            part("pid", "NL80211_ATTR_PID"),
        ],
    },
    Rule {
        title: "interface {}",
        messages: &[
            ("NL80211_CMD_NEW_INTERFACE", Both("add", "")),
            ("NL80211_CMD_DEL_INTERFACE", Del),
            ("NL80211_CMD_GET_INTERFACE", Get),
            ("NL80211_CMD_SET_INTERFACE", Set),
        ],
        parts: &[
            part("", "NL80211_ATTR_IFNAME|NL80211_ATTR_IFINDEX"),
            part("phy", "NL80211_ATTR_WIPHY").zero(),
            part("type", "NL80211_ATTR_IFTYPE"),
            part("addr", "NL80211_ATTR_MAC"),
            part("ssid", "NL80211_ATTR_SSID"),
            part("freq", "NL80211_ATTR_WIPHY_FREQ"),
        ],
    },
    Rule {
        title: "scan {}",
        messages: &[
            ("NL80211_CMD_TRIGGER_SCAN", Both("", "started")),
            ("NL80211_CMD_ABORT_SCAN", Say("abort")),
            ("NL80211_CMD_SCAN_ABORTED", Say("aborted")),
            ("NL80211_CMD_GET_SCAN", Say("results")),
            ("NL80211_CMD_START_SCHED_SCAN", Say("schedule")),
            ("NL80211_CMD_STOP_SCHED_SCAN", Say("schedule stop")),
            ("NL80211_CMD_SCHED_SCAN_STOPPED", Say("schedule stopped")),
            ("NL80211_CMD_SCHED_SCAN_RESULTS", Say("schedule results")),
        ],
        parts: &[
            part("", "NL80211_ATTR_IFINDEX"),
            part(": ", "NL80211_ATTR_SCAN_SSIDS")
                .show(Count("SSID", "SSIDs"))
                .glued(),
            part(", ", "NL80211_ATTR_SCAN_FREQUENCIES")
                .show(Count("frequency", "frequencies"))
                .glued(),
        ],
    },
    Rule {
        title: "scan result {}",
        messages: &[("NL80211_CMD_NEW_SCAN_RESULTS", Say(""))],
        parts: &[
            part("", "NL80211_ATTR_IFINDEX"),
            part(": ", "NL80211_ATTR_SCAN_SSIDS")
                .show(Count("SSID", "SSIDs"))
                .glued(),
            part(", ", "NL80211_ATTR_SCAN_FREQUENCIES")
                .show(Count("frequency", "frequencies"))
                .glued(),
            part("bssid", "NL80211_ATTR_BSS.NL80211_BSS_BSSID"),
            part("freq", "NL80211_ATTR_BSS.NL80211_BSS_FREQUENCY"),
            part("signal", "NL80211_ATTR_BSS.NL80211_BSS_SIGNAL_MBM"),
            part("", "NL80211_ATTR_BSS.NL80211_BSS_STATUS").zero(),
        ],
    },
    Rule {
        title: "{}",
        messages: &[
            ("NL80211_CMD_CONNECT", Both("connect", "connected")),
            ("NL80211_CMD_DISCONNECT", Both("disconnect", "disconnected")),
            ("NL80211_CMD_ROAM", Both("roam", "roamed")),
            ("NL80211_CMD_PORT_AUTHORIZED", Say("port authorized")),
            (
                "NL80211_CMD_AUTHENTICATE",
                Both("authenticate", "authenticated"),
            ),
            ("NL80211_CMD_ASSOCIATE", Both("associate", "associated")),
            (
                "NL80211_CMD_DEAUTHENTICATE",
                Both("deauthenticate", "deauthenticated"),
            ),
            (
                "NL80211_CMD_DISASSOCIATE",
                Both("disassociate", "disassociated"),
            ),
            ("NL80211_CMD_EXTERNAL_AUTH", Say("external auth")),
            ("NL80211_CMD_JOIN_IBSS", Both("join ibss", "joined ibss")),
            ("NL80211_CMD_LEAVE_IBSS", Say("leave ibss")),
            ("NL80211_CMD_JOIN_MESH", Say("join mesh")),
            ("NL80211_CMD_LEAVE_MESH", Say("leave mesh")),
            ("NL80211_CMD_START_AP", Say("start ap")),
            ("NL80211_CMD_STOP_AP", Say("stop ap")),
            ("NL80211_CMD_SET_BEACON", Say("set beacon")),
            ("NL80211_CMD_SET_BSS", Say("set bss")),
            ("NL80211_CMD_SET_CHANNEL", Say("set channel")),
            ("NL80211_CMD_CHANNEL_SWITCH", Say("channel switch")),
            ("NL80211_CMD_CH_SWITCH_NOTIFY", Say("channel switched")),
            (
                "NL80211_CMD_CH_SWITCH_STARTED_NOTIFY",
                Say("channel switch started"),
            ),
            ("NL80211_CMD_REMAIN_ON_CHANNEL", Say("remain on channel")),
            (
                "NL80211_CMD_CANCEL_REMAIN_ON_CHANNEL",
                Say("cancel remain on channel"),
            ),
            ("NL80211_CMD_SET_POWER_SAVE", Say("set power save")),
            (
                "NL80211_CMD_GET_POWER_SAVE",
                Both("get power save", "power save"),
            ),
            ("NL80211_CMD_START_P2P_DEVICE", Say("start p2p device")),
            ("NL80211_CMD_STOP_P2P_DEVICE", Say("stop p2p device")),
            ("NL80211_CMD_PROBE_CLIENT", Say("probe client")),
        ],
        parts: &[
            part("", "NL80211_ATTR_IFINDEX"),
            part("to", "NL80211_ATTR_MAC"),
            part("ssid", "NL80211_ATTR_SSID"),
            part("freq", "NL80211_ATTR_WIPHY_FREQ"),
            part("", "NL80211_ATTR_CHANNEL_WIDTH"),
            part("auth", "NL80211_ATTR_AUTH_TYPE").zero(),
            part("", "NL80211_ATTR_PS_STATE").zero(),
            part("timed out", "NL80211_ATTR_TIMED_OUT").show(Presence),
            part("status", "NL80211_ATTR_STATUS_CODE").zero(),
            part("reason", "NL80211_ATTR_REASON_CODE"),
            inside("", "NL80211_ATTR_FRAME", 4),
        ],
    },
    Rule {
        title: "station {}",
        messages: &[
            ("NL80211_CMD_NEW_STATION", Both("add", "")),
            ("NL80211_CMD_DEL_STATION", Del),
            ("NL80211_CMD_GET_STATION", Get),
            ("NL80211_CMD_SET_STATION", Set),
        ],
        parts: &[
            part("", "NL80211_ATTR_MAC"),
            part("dev", "NL80211_ATTR_IFINDEX"),
            part("aid", "NL80211_ATTR_STA_AID"),
            part("signal", "NL80211_ATTR_STA_INFO.NL80211_STA_INFO_SIGNAL"),
            part("reason", "NL80211_ATTR_REASON_CODE"),
            inside("", "NL80211_ATTR_STA_FLAGS2", 2),
        ],
    },
    Rule {
        title: "key {}",
        messages: &[
            ("NL80211_CMD_NEW_KEY", Both("add", "")),
            ("NL80211_CMD_DEL_KEY", Del),
            ("NL80211_CMD_GET_KEY", Get),
            ("NL80211_CMD_SET_KEY", Set),
        ],
        parts: &[
            part("dev", "NL80211_ATTR_IFINDEX"),
            part("peer", "NL80211_ATTR_MAC"),
            part("index", "NL80211_ATTR_KEY_IDX").zero(),
            inside("", "NL80211_ATTR_KEY", 4),
            part("cipher", "NL80211_ATTR_KEY_CIPHER"),
        ],
    },
    Rule {
        title: "frame {}",
        messages: &[
            ("NL80211_CMD_FRAME", Both("send", "")),
            ("NL80211_CMD_FRAME_TX_STATUS", Say("status")),
            ("NL80211_CMD_FRAME_WAIT_CANCEL", Say("cancel wait")),
            ("NL80211_CMD_REGISTER_FRAME", Say("register")),
            ("NL80211_CMD_UNEXPECTED_FRAME", Say("unexpected")),
        ],
        parts: &[
            part("", "NL80211_ATTR_IFINDEX"),
            part("freq", "NL80211_ATTR_WIPHY_FREQ"),
            part("type", "NL80211_ATTR_FRAME_TYPE"),
            part("acked", "NL80211_ATTR_ACK").show(Presence),
            inside("", "NL80211_ATTR_FRAME", 6),
        ],
    },
    Rule {
        title: "eapol {}",
        messages: &[
            ("NL80211_CMD_CONTROL_PORT_FRAME", Both("send", "received")),
            ("NL80211_CMD_CONTROL_PORT_FRAME_TX_STATUS", Say("status")),
        ],
        parts: &[
            part("", "NL80211_ATTR_IFINDEX"),
            part("to", "NL80211_ATTR_MAC").only_sent(),
            part("from", "NL80211_ATTR_MAC").only_told(),
            part("acked", "NL80211_ATTR_ACK").show(Presence),
        ],
    },
    Rule {
        title: "survey {}",
        messages: &[
            ("NL80211_CMD_GET_SURVEY", Get),
            ("NL80211_CMD_NEW_SURVEY_RESULTS", Say("result")),
        ],
        parts: &[
            part("", "NL80211_ATTR_IFINDEX"),
            part(
                "freq",
                "NL80211_ATTR_SURVEY_INFO.NL80211_SURVEY_INFO_FREQUENCY",
            ),
            part(
                "in use",
                "NL80211_ATTR_SURVEY_INFO.NL80211_SURVEY_INFO_IN_USE",
            )
            .show(Presence),
        ],
    },
    Rule {
        title: "regulatory {}",
        messages: &[
            ("NL80211_CMD_GET_REG", Get),
            ("NL80211_CMD_SET_REG", Set),
            ("NL80211_CMD_REQ_SET_REG", Say("request")),
            ("NL80211_CMD_REG_CHANGE", Say("changed")),
            ("NL80211_CMD_WIPHY_REG_CHANGE", Say("changed")),
            ("NL80211_CMD_REG_BEACON_HINT", Say("beacon hint")),
        ],
        parts: &[
            part("", "NL80211_ATTR_REG_ALPHA2"),
            part("phy", "NL80211_ATTR_WIPHY").zero(),
            part("by", "NL80211_ATTR_REG_INITIATOR").zero(),
            part(": ", "NL80211_ATTR_REG_RULES")
                .show(Count("rule", "rules"))
                .glued(),
        ],
    },
];
