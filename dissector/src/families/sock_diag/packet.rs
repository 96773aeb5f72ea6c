//! AF_PACKET.
//!
//! Source: `uapi/linux/packet_diag.h`, `uapi/linux/if_packet.h`, `uapi/linux/bpf_common.h`,
//! `uapi/linux/filter.h`, `net/packet/diag.c`, `net/core/sock_diag.c`, `net/core/filter.c`.

use super::common::{COOKIE, MEMINFO, SOCK_TYPE};
use crate::families::common::{AF, ETH_P};
use crate::special::packet_address::PACKET_ADDRESS;
use crate::special::packet_fanout::PACKET_FANOUT;
use crate::table::Unit;
use crate::table::macros::*;

flags! { PACKET_SHOW "PACKET_SHOW":
    0x1 PACKET_SHOW_INFO, 0x2 PACKET_SHOW_MCLIST, 0x4 PACKET_SHOW_RING_CFG,
    0x8 PACKET_SHOW_FANOUT, 0x10 PACKET_SHOW_MEMINFO, 0x20 PACKET_SHOW_FILTER,
}

structure! { /// A request.
    pub PACKET_DIAG_REQ "packet_diag_req":
    sdiag_family: U8.of(&AF),
    sdiag_protocol: U8,
    pad: U16.reserved(),
    pdiag_ino: U32,
    pdiag_show: U32.of(&PACKET_SHOW),
    pdiag_cookie: COOKIE,
}

structure! { /// An answer. pdiag_num is an Ethernet protocol in host order.
    pub PACKET_DIAG_MSG "packet_diag_msg":
    pdiag_family: U8.of(&AF),
    pdiag_type: U8.of(&SOCK_TYPE),
    pdiag_num: U16.of(&ETH_P),
    pdiag_ino: U32,
    pdiag_cookie: COOKIE,
}

enumeration! { TPACKET_VERSION "tpacket_versions":
    0 TPACKET_V1, 1 TPACKET_V2, 2 TPACKET_V3,
}

flags! { /// What is asked of a socket's time stamps.
    pub SOF_TIMESTAMPING "SOF_TIMESTAMPING":
    0x1 SOF_TIMESTAMPING_TX_HARDWARE, 0x2 SOF_TIMESTAMPING_TX_SOFTWARE,
    0x4 SOF_TIMESTAMPING_RX_HARDWARE, 0x8 SOF_TIMESTAMPING_RX_SOFTWARE,
    0x10 SOF_TIMESTAMPING_SOFTWARE, 0x20 SOF_TIMESTAMPING_SYS_HARDWARE,
    0x40 SOF_TIMESTAMPING_RAW_HARDWARE, 0x80 SOF_TIMESTAMPING_OPT_ID,
    0x100 SOF_TIMESTAMPING_TX_SCHED, 0x200 SOF_TIMESTAMPING_TX_ACK,
    0x400 SOF_TIMESTAMPING_OPT_CMSG, 0x800 SOF_TIMESTAMPING_OPT_TSONLY,
    0x1000 SOF_TIMESTAMPING_OPT_STATS, 0x2000 SOF_TIMESTAMPING_OPT_PKTINFO,
    0x4000 SOF_TIMESTAMPING_OPT_TX_SWHW, 0x8000 SOF_TIMESTAMPING_BIND_PHC,
    0x10000 SOF_TIMESTAMPING_OPT_ID_TCP, 0x20000 SOF_TIMESTAMPING_OPT_RX_FILTER,
    0x40000 SOF_TIMESTAMPING_TX_COMPLETION,
}

flags! { PDI "PDI":
    0x1 PDI_RUNNING, 0x2 PDI_AUXDATA, 0x4 PDI_ORIGDEV, 0x8 PDI_VNETHDR, 0x10 PDI_LOSS,
}

structure! { INFO "packet_diag_info":
    pdi_index: IFINDEX,
    pdi_version: U32.of(&TPACKET_VERSION),
    pdi_reserve: U32.unit(Unit::Bytes),
    pdi_copy_thresh: U32,
    pdi_tstamp: U32.of(&SOF_TIMESTAMPING),
    pdi_flags: U32.of(&PDI),
}

enumeration! { PACKET_MR "PACKET_MR":
    0 PACKET_MR_MULTICAST, 1 PACKET_MR_PROMISC, 2 PACKET_MR_ALLMULTI, 3 PACKET_MR_UNICAST,
}

structure! { /// A membership: pdmc_alen bytes of pdmc_addr count.
    pub MCLIST "packet_diag_mclist":
    pdmc_index: IFINDEX,
    pdmc_count: U32,
    pdmc_type: U16.of(&PACKET_MR),
    pdmc_alen: U16.unit(Unit::Bytes),
    pdmc_addr: select(&PACKET_ADDRESS),
}

flags! { TP_FT_REQ "TP_FT_REQ":
    0x1 TP_FT_REQ_FILL_RXHASH,
}

structure! { RING "packet_diag_ring":
    pdr_block_size: U32.unit(Unit::Bytes),
    pdr_block_nr: U32,
    pdr_frame_size: U32.unit(Unit::Bytes),
    pdr_frame_nr: U32,
    pdr_retire_tmo: U32.unit(Unit::Milliseconds),
    pdr_sizeof_priv: U32.unit(Unit::Bytes),
    pdr_features: U32.of(&TP_FT_REQ),
}

enumeration! { /// Operations of the classic Berkeley packet filter that the kernel takes.
    pub BPF_CODE "BPF_CODE":
    0x00 "BPF_LD|BPF_IMM", 0x01 "BPF_LDX|BPF_IMM", 0x02 "BPF_ST", 0x03 "BPF_STX",
    0x04 "BPF_ALU|BPF_ADD|BPF_K", 0x05 "BPF_JMP|BPF_JA", 0x06 "BPF_RET|BPF_K",
    0x07 "BPF_MISC|BPF_TAX", 0x0c "BPF_ALU|BPF_ADD|BPF_X", 0x14 "BPF_ALU|BPF_SUB|BPF_K",
    0x15 "BPF_JMP|BPF_JEQ|BPF_K", 0x16 "BPF_RET|BPF_A", 0x1c "BPF_ALU|BPF_SUB|BPF_X",
    0x1d "BPF_JMP|BPF_JEQ|BPF_X", 0x20 "BPF_LD|BPF_W|BPF_ABS", 0x24 "BPF_ALU|BPF_MUL|BPF_K",
    0x25 "BPF_JMP|BPF_JGT|BPF_K", 0x28 "BPF_LD|BPF_H|BPF_ABS", 0x2c "BPF_ALU|BPF_MUL|BPF_X",
    0x2d "BPF_JMP|BPF_JGT|BPF_X", 0x30 "BPF_LD|BPF_B|BPF_ABS", 0x34 "BPF_ALU|BPF_DIV|BPF_K",
    0x35 "BPF_JMP|BPF_JGE|BPF_K", 0x3c "BPF_ALU|BPF_DIV|BPF_X", 0x3d "BPF_JMP|BPF_JGE|BPF_X",
    0x40 "BPF_LD|BPF_W|BPF_IND", 0x44 "BPF_ALU|BPF_OR|BPF_K", 0x45 "BPF_JMP|BPF_JSET|BPF_K",
    0x48 "BPF_LD|BPF_H|BPF_IND", 0x4c "BPF_ALU|BPF_OR|BPF_X", 0x4d "BPF_JMP|BPF_JSET|BPF_X",
    0x50 "BPF_LD|BPF_B|BPF_IND", 0x54 "BPF_ALU|BPF_AND|BPF_K", 0x5c "BPF_ALU|BPF_AND|BPF_X",
    0x60 "BPF_LD|BPF_MEM", 0x61 "BPF_LDX|BPF_MEM", 0x64 "BPF_ALU|BPF_LSH|BPF_K",
    0x6c "BPF_ALU|BPF_LSH|BPF_X", 0x74 "BPF_ALU|BPF_RSH|BPF_K", 0x7c "BPF_ALU|BPF_RSH|BPF_X",
    0x80 "BPF_LD|BPF_W|BPF_LEN", 0x81 "BPF_LDX|BPF_W|BPF_LEN", 0x84 "BPF_ALU|BPF_NEG",
    0x87 "BPF_MISC|BPF_TXA", 0x94 "BPF_ALU|BPF_MOD|BPF_K", 0x9c "BPF_ALU|BPF_MOD|BPF_X",
    0xa4 "BPF_ALU|BPF_XOR|BPF_K", 0xac "BPF_ALU|BPF_XOR|BPF_X", 0xb1 "BPF_LDX|BPF_B|BPF_MSH",
}

enumeration! { SKF_AD "SKF_AD":
    0xfffff000 "SKF_AD_OFF+SKF_AD_PROTOCOL", 0xfffff004 "SKF_AD_OFF+SKF_AD_PKTTYPE",
    0xfffff008 "SKF_AD_OFF+SKF_AD_IFINDEX", 0xfffff00c "SKF_AD_OFF+SKF_AD_NLATTR",
    0xfffff010 "SKF_AD_OFF+SKF_AD_NLATTR_NEST", 0xfffff014 "SKF_AD_OFF+SKF_AD_MARK",
    0xfffff018 "SKF_AD_OFF+SKF_AD_QUEUE", 0xfffff01c "SKF_AD_OFF+SKF_AD_HATYPE",
    0xfffff020 "SKF_AD_OFF+SKF_AD_RXHASH", 0xfffff024 "SKF_AD_OFF+SKF_AD_CPU",
    0xfffff028 "SKF_AD_OFF+SKF_AD_ALU_XOR_X", 0xfffff02c "SKF_AD_OFF+SKF_AD_VLAN_TAG",
    0xfffff030 "SKF_AD_OFF+SKF_AD_VLAN_TAG_PRESENT", 0xfffff034 "SKF_AD_OFF+SKF_AD_PAY_OFFSET",
    0xfffff038 "SKF_AD_OFF+SKF_AD_RANDOM", 0xfffff03c "SKF_AD_OFF+SKF_AD_VLAN_TPID",
}

// offsets into the packet, of which the last are what the kernel knows beside it; positions
// in the program and its memory, lengths and shifts; else what to compute or compare with
select! { BPF_K number field("code") => {
    0x02 => U32,
    0x03 => U32,
    0x05 => U32,
    0x06 => U32,
    0x20 => U32.of(&SKF_AD),
    0x28 => U32.of(&SKF_AD),
    0x30 => U32.of(&SKF_AD),
    0x40 => U32,
    0x48 => U32,
    0x50 => U32,
    0x60 => U32,
    0x61 => U32,
    0x64 => U32,
    0x74 => U32,
    0xb1 => U32,
} else U32.hex() }

structure! { /// An instruction of the classic Berkeley packet filter.
    pub SOCK_FILTER "sock_filter":
    code: U16.of(&BPF_CODE),
    jt: U8,
    jf: U8,
    k: select(&BPF_K),
}

set! { /// Attributes of an answer. PACKET_DIAG_FILTER is empty where the caller may not see it.
    pub PACKET_DIAG "PACKET_DIAG":
    0 PACKET_DIAG_INFO: structure(&INFO),
    1 PACKET_DIAG_MCLIST: list!(structure(&MCLIST)),
    2 PACKET_DIAG_RX_RING: structure(&RING),
    3 PACKET_DIAG_TX_RING: structure(&RING),
    4 PACKET_DIAG_FANOUT: special(&PACKET_FANOUT),
    5 PACKET_DIAG_UID: U32,
    6 PACKET_DIAG_MEMINFO: MEMINFO,
    7 PACKET_DIAG_FILTER: list!(structure(&SOCK_FILTER)),
}
