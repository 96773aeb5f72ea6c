//! nf_tables, connection tracking, ipset and the rest of nfnetlink.

use crate::summary::rule::Act::{Both, Del, Get, New, Nft, NftRule, Say};
use crate::summary::rule::Show::Count;
use crate::summary::rule::{Rule, inside, part};

pub(super) static RULES: &[Rule] = &[
    Rule {
        title: "nft {} table",
        messages: &[
            ("NFT_MSG_NEWTABLE", Nft),
            ("NFT_MSG_DELTABLE", Del),
            ("NFT_MSG_DESTROYTABLE", Say("destroy")),
            ("NFT_MSG_GETTABLE", Get),
        ],
        parts: &[
            part("", "nfgen_family"),
            part("", "NFTA_TABLE_NAME"),
            part("handle", "NFTA_TABLE_HANDLE").only_sent(),
            part("flags", "NFTA_TABLE_FLAGS"),
        ],
    },
    Rule {
        title: "nft {} chain",
        messages: &[
            ("NFT_MSG_NEWCHAIN", Nft),
            ("NFT_MSG_DELCHAIN", Del),
            ("NFT_MSG_DESTROYCHAIN", Say("destroy")),
            ("NFT_MSG_GETCHAIN", Get),
        ],
        parts: &[
            part("", "nfgen_family"),
            part("", "NFTA_CHAIN_TABLE"),
            part("", "NFTA_CHAIN_NAME"),
            part("handle", "NFTA_CHAIN_HANDLE").only_sent(),
            part("type", "NFTA_CHAIN_TYPE"),
            inside("hook", "NFTA_CHAIN_HOOK", 4),
            part("policy", "NFTA_CHAIN_POLICY").zero(),
        ],
    },
    Rule {
        title: "nft {} rule",
        messages: &[
            ("NFT_MSG_NEWRULE", NftRule),
            ("NFT_MSG_DELRULE", Del),
            ("NFT_MSG_DESTROYRULE", Say("destroy")),
            ("NFT_MSG_GETRULE", Get),
            ("NFT_MSG_GETRULE_RESET", Say("reset")),
        ],
        parts: &[
            part("", "nfgen_family"),
            part("", "NFTA_RULE_TABLE"),
            part("", "NFTA_RULE_CHAIN"),
            part("handle", "NFTA_RULE_HANDLE").only_sent(),
            part("position", "NFTA_RULE_POSITION").only_sent(),
            inside("", "NFTA_RULE_EXPRESSIONS", 64),
            inside("", "NFTA_RULE_USERDATA", 2),
        ],
    },
    Rule {
        title: "nft {} set",
        messages: &[
            ("NFT_MSG_NEWSET", Nft),
            ("NFT_MSG_DELSET", Del),
            ("NFT_MSG_DESTROYSET", Say("destroy")),
            ("NFT_MSG_GETSET", Get),
        ],
        parts: &[
            part("", "nfgen_family"),
            part("", "NFTA_SET_TABLE"),
            part("", "NFTA_SET_NAME"),
            part("handle", "NFTA_SET_HANDLE").only_sent(),
            part("flags", "NFTA_SET_FLAGS"),
            part("timeout", "NFTA_SET_TIMEOUT"),
        ],
    },
    Rule {
        title: "nft {} element",
        messages: &[
            ("NFT_MSG_NEWSETELEM", Nft),
            ("NFT_MSG_DELSETELEM", Del),
            ("NFT_MSG_DESTROYSETELEM", Say("destroy")),
            ("NFT_MSG_GETSETELEM", Get),
            ("NFT_MSG_GETSETELEM_RESET", Say("reset")),
        ],
        parts: &[
            part("", "nfgen_family"),
            part("", "NFTA_SET_ELEM_LIST_TABLE"),
            part("", "NFTA_SET_ELEM_LIST_SET"),
            inside("", "NFTA_SET_ELEM_LIST_ELEMENTS", 16),
        ],
    },
    Rule {
        title: "nft {} object",
        messages: &[
            ("NFT_MSG_NEWOBJ", Nft),
            ("NFT_MSG_DELOBJ", Del),
            ("NFT_MSG_DESTROYOBJ", Say("destroy")),
            ("NFT_MSG_GETOBJ", Get),
            ("NFT_MSG_GETOBJ_RESET", Say("reset")),
        ],
        parts: &[
            part("", "NFTA_OBJ_TYPE"),
            part("", "nfgen_family"),
            part("", "NFTA_OBJ_TABLE"),
            part("", "NFTA_OBJ_NAME"),
            inside("", "NFTA_OBJ_DATA", 6),
        ],
    },
    Rule {
        title: "nft {} flowtable",
        messages: &[
            ("NFT_MSG_NEWFLOWTABLE", Nft),
            ("NFT_MSG_DELFLOWTABLE", Del),
            ("NFT_MSG_DESTROYFLOWTABLE", Say("destroy")),
            ("NFT_MSG_GETFLOWTABLE", Get),
        ],
        parts: &[
            part("", "nfgen_family"),
            part("", "NFTA_FLOWTABLE_TABLE"),
            part("", "NFTA_FLOWTABLE_NAME"),
            inside("hook", "NFTA_FLOWTABLE_HOOK", 4),
        ],
    },
    Rule {
        title: "nft {} generation",
        messages: &[("NFT_MSG_NEWGEN", New), ("NFT_MSG_GETGEN", Get)],
        parts: &[
            part("", "NFTA_GEN_ID"),
            part("by", "NFTA_GEN_PROC_NAME"),
            part("pid", "NFTA_GEN_PROC_PID"),
        ],
    },
    Rule {
        title: "nft trace",
        messages: &[("NFT_MSG_TRACE", Say(""))],
        parts: &[
            part("id", "NFTA_TRACE_ID"),
            part("", "nfgen_family"),
            part("", "NFTA_TRACE_TABLE"),
            part("", "NFTA_TRACE_CHAIN"),
            part("", "NFTA_TRACE_TYPE"),
            part("handle", "NFTA_TRACE_RULE_HANDLE"),
            inside("", "NFTA_TRACE_VERDICT", 2),
            part("iif", "NFTA_TRACE_IIF"),
            part("oif", "NFTA_TRACE_OIF"),
        ],
    },
    Rule {
        title: "nft batch {}",
        messages: &[
            ("NFNL_MSG_BATCH_BEGIN", Say("begin")),
            ("NFNL_MSG_BATCH_END", Say("end")),
        ],
        parts: &[part("generation", "NFNL_BATCH_GENID")],
    },
    Rule {
        title: "nft hooks {}",
        messages: &[("NFNL_MSG_HOOK_GET", Get)],
        parts: &[
            part("", "nfgen_family"),
            part("", "NFNLA_HOOK_HOOKNUM").zero(),
            part("dev", "NFNLA_HOOK_DEV"),
            part("priority", "NFNLA_HOOK_PRIORITY").only_told(),
            part("", "NFNLA_HOOK_FUNCTION_NAME"),
            inside("", "NFNLA_HOOK_CHAIN_INFO", 4),
        ],
    },
    Rule {
        title: "nft compat {}",
        messages: &[("NFNL_MSG_COMPAT_GET", Get)],
        parts: &[
            part("", "nfgen_family"),
            part("", "NFTA_COMPAT_NAME"),
            part("revision", "NFTA_COMPAT_REV").zero(),
        ],
    },
    Rule {
        title: "conntrack {}",
        messages: &[
            ("IPCTNL_MSG_CT_NEW", New),
            ("IPCTNL_MSG_CT_DELETE", Both("del", "destroyed")),
            ("IPCTNL_MSG_CT_GET", Get),
            ("IPCTNL_MSG_CT_GET_CTRZERO", Say("dump and zero")),
            ("IPCTNL_MSG_CT_GET_DYING", Say("dump dying")),
            ("IPCTNL_MSG_CT_GET_UNCONFIRMED", Say("dump unconfirmed")),
        ],
        parts: &[
            inside("", "CTA_TUPLE_ORIG", 8),
            part(
                "",
                "CTA_PROTOINFO.CTA_PROTOINFO_TCP.CTA_PROTOINFO_TCP_STATE",
            ),
            inside("reply", "CTA_TUPLE_REPLY", 8),
            part("status", "CTA_STATUS"),
            part("mark", "CTA_MARK"),
            part("zone", "CTA_ZONE"),
            part("timeout", "CTA_TIMEOUT"),
            part("", "nfgen_family").only_asking(),
        ],
    },
    Rule {
        title: "conntrack stats {}",
        messages: &[
            ("IPCTNL_MSG_CT_GET_STATS_CPU", Get),
            ("IPCTNL_MSG_CT_GET_STATS", Get),
        ],
        parts: &[
            part("cpu", "res_id").only_told().zero(),
            part("entries", "CTA_STATS_GLOBAL_ENTRIES").zero(),
            part("found", "CTA_STATS_FOUND"),
            part("invalid", "CTA_STATS_INVALID"),
            part("drop", "CTA_STATS_DROP"),
        ],
    },
    Rule {
        title: "conntrack expect {}",
        messages: &[
            ("IPCTNL_MSG_EXP_NEW", New),
            ("IPCTNL_MSG_EXP_DELETE", Del),
            ("IPCTNL_MSG_EXP_GET", Get),
        ],
        parts: &[
            inside("", "CTA_EXPECT_TUPLE", 8),
            inside("master", "CTA_EXPECT_MASTER", 8),
            part("helper", "CTA_EXPECT_HELP_NAME"),
        ],
    },
    Rule {
        title: "ipset {}",
        messages: &[
            ("IPSET_CMD_PROTOCOL", Say("protocol")),
            ("IPSET_CMD_CREATE", Say("create")),
            ("IPSET_CMD_DESTROY", Say("destroy")),
            ("IPSET_CMD_FLUSH", Say("flush")),
            ("IPSET_CMD_RENAME", Say("rename")),
            ("IPSET_CMD_SWAP", Say("swap")),
            ("IPSET_CMD_LIST", Say("list")),
            ("IPSET_CMD_SAVE", Say("save")),
            ("IPSET_CMD_ADD", Say("add")),
            ("IPSET_CMD_DEL", Say("del")),
            ("IPSET_CMD_TEST", Say("test")),
            ("IPSET_CMD_HEADER", Say("header")),
            ("IPSET_CMD_TYPE", Say("type")),
            ("IPSET_CMD_GET_BYNAME", Say("get")),
            ("IPSET_CMD_GET_BYINDEX", Say("get")),
        ],
        parts: &[
            part("", "IPSET_ATTR_SETNAME|IPSET_ATTR_INDEX"),
            part("", "IPSET_ATTR_SETNAME2"),
            part("", "IPSET_ATTR_TYPENAME"),
            part("family", "IPSET_ATTR_FAMILY"),
            inside("", "IPSET_ATTR_DATA", 6),
            inside("", "IPSET_ATTR_ADT", 8),
        ],
    },
    Rule {
        title: "nfqueue {}",
        messages: &[
            ("NFQNL_MSG_CONFIG", Say("config")),
            ("NFQNL_MSG_PACKET", Say("packet")),
            ("NFQNL_MSG_VERDICT", Say("verdict")),
            ("NFQNL_MSG_VERDICT_BATCH", Say("verdict batch")),
        ],
        parts: &[
            part("queue", "res_id").zero(),
            inside("", "NFQA_CFG_CMD", 2),
            inside("", "NFQA_CFG_PARAMS", 2),
            part("maxlen", "NFQA_CFG_QUEUE_MAXLEN"),
            inside("", "NFQA_PACKET_HDR", 3),
            inside("", "NFQA_VERDICT_HDR", 2),
            part("iif", "NFQA_IFINDEX_INDEV"),
            part("oif", "NFQA_IFINDEX_OUTDEV"),
        ],
    },
    Rule {
        title: "nflog {}",
        messages: &[
            ("NFULNL_MSG_CONFIG", Say("config")),
            ("NFULNL_MSG_PACKET", Say("packet")),
        ],
        parts: &[
            part("group", "res_id").zero(),
            part("prefix", "NFULA_PREFIX"),
            inside("", "NFULA_CFG_CMD", 2),
            part("iif", "NFULA_IFINDEX_INDEV"),
            part("oif", "NFULA_IFINDEX_OUTDEV"),
            part("", "NFULA_PAYLOAD").show(Count("packet", "packets")),
        ],
    },
];
