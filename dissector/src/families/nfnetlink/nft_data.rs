//! Types of the data that nft keeps in sets and registers.
//!
//! To the kernel the bytes have no type: NFTA_SET_KEY_TYPE and NFTA_SET_DATA_TYPE are for user
//! space, which agrees on nft's numbers.
//!
//! Source: nftables, `datatype.h` and where it defines each type; `linux/if_arp.h`,
//! `linux/igmp.h`, `linux/dccp.h`, `net/tcp.h`, `net/mip6.h`.

use super::super::common::{ARPHRD, ETH_P, IPPROTO, TCPHDR};
use super::super::rt_common::RTN;
use super::ctnetlink::{IP_CONNTRACK_DIR, IP_CONNTRACK_STATUS};
use super::nft_keys::{NF_CT_STATE, NFT_REJECT_INET_CODE};
use super::xt_match::PACKET_TYPE;
use super::xt_target::IP_CONNTRACK_EVENTS;
use super::{ICMP_TYPE, ICMPV6_TYPE, NFPROTO};
use crate::table::macros::*;
use crate::table::{Kind, Unit};

enumeration! { /// What an ARP packet does.
    pub ARPOP "ARPOP":
    1 ARPOP_REQUEST, 2 ARPOP_REPLY, 3 ARPOP_RREQUEST, 4 ARPOP_RREPLY, 8 ARPOP_InREQUEST,
    9 ARPOP_InREPLY, 10 ARPOP_NAK,
}

enumeration! { /// Types of IGMP messages.
    pub IGMP_TYPE "IGMP":
    0x11 IGMP_HOST_MEMBERSHIP_QUERY, 0x12 IGMP_HOST_MEMBERSHIP_REPORT, 0x13 IGMP_DVMRP,
    0x14 IGMP_PIM, 0x15 IGMP_TRACE, 0x16 IGMPV2_HOST_MEMBERSHIP_REPORT,
    0x17 IGMP_HOST_LEAVE_MESSAGE, 0x1e IGMP_MTRACE_RESP, 0x1f IGMP_MTRACE,
    0x22 IGMPV3_HOST_MEMBERSHIP_REPORT, 0x30 IGMP_MRDISC_ADV,
}

enumeration! { DCCP_PKT "dccp_pkt_type":
    0 DCCP_PKT_REQUEST, 1 DCCP_PKT_RESPONSE, 2 DCCP_PKT_DATA, 3 DCCP_PKT_ACK,
    4 DCCP_PKT_DATAACK, 5 DCCP_PKT_CLOSEREQ, 6 DCCP_PKT_CLOSE, 7 DCCP_PKT_RESET,
    8 DCCP_PKT_SYNC, 9 DCCP_PKT_SYNCACK,
}

enumeration! { IP6_MH_TYPE "IP6_MH_TYPE":
    0 IP6_MH_TYPE_BRR, 1 IP6_MH_TYPE_HOTI, 2 IP6_MH_TYPE_COTI, 3 IP6_MH_TYPE_HOT,
    4 IP6_MH_TYPE_COT, 5 IP6_MH_TYPE_BU, 6 IP6_MH_TYPE_BACK, 7 IP6_MH_TYPE_BERROR,
}

/// How a type lies in the bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stored {
    /// In network order, or without one.
    Big,
    /// A number of the machine's order; in network order where a set has ranges.
    Host,
    /// A number whose order its origin decides.
    Either,
}

/// A type of nft.
#[derive(Debug)]
pub struct DataType {
    /// Its number in `enum datatypes`.
    pub number: u8,
    /// Its bytes; 0 for any number.
    pub len: u8,
    /// Its byte order.
    pub stored: Stored,
    /// What the bytes mean. Integers follow the order that the walk is told.
    pub kind: Kind,
}

macro_rules! types {
    ($($number:literal $len:literal $stored:ident $kind:expr;)*) => {
        /// All types that have a form of their own, sorted by number.
        pub static TYPES: &[DataType] = &[$(
            DataType { number: $number, len: $len, stored: Stored::$stored, kind: $kind }
        ),*];
        const _: () = assert!(sorted(&[$($number),*]));
    };
}

types! {
    2 1 Host U8.of(&NFPROTO); // nf_proto
    3 0 Either UINT.hex(); // bitmask
    4 0 Either UINT; // integer
    5 0 Big STRING; // string
    6 0 Big MAC; // ll_addr
    7 4 Big IPV4; // ipv4_addr
    8 16 Big IPV6; // ipv6_addr
    9 6 Big MAC; // ether_addr
    10 2 Big U16.of(&ETH_P); // ether_type
    11 2 Big U16.of(&ARPOP); // arp_op
    12 1 Big U8.of(&IPPROTO); // inet_proto
    13 2 Big U16; // inet_service
    14 1 Big U8.of(&ICMP_TYPE); // icmp_type
    15 1 Big U8.of(&TCPHDR); // tcp_flag
    16 1 Big U8.of(&DCCP_PKT); // dccp_pkttype
    17 1 Big U8.of(&IP6_MH_TYPE); // mh_type
    18 0 Host UINT.unit(Unit::Milliseconds); // time
    19 4 Host U32.hex(); // mark
    20 4 Host IFINDEX; // iface_index
    21 2 Host U16.of(&ARPHRD); // iface_type
    22 4 Host U32.hex(); // realm
    23 4 Host HANDLE; // classid
    24 4 Host U32; // uid
    25 4 Host U32; // gid
    26 4 Host U32.of(&NF_CT_STATE); // ct_state
    27 1 Host U8.of(&IP_CONNTRACK_DIR); // ct_dir
    28 4 Host U32.of(&IP_CONNTRACK_STATUS); // ct_status
    29 1 Big U8.of(&ICMPV6_TYPE); // icmpv6_type
    31 1 Host U8.of(&PACKET_TYPE); // pkt_type
    32 1 Big U8; // icmp_code
    33 1 Big U8; // icmpv6_code
    34 1 Big U8.of(&NFT_REJECT_INET_CODE); // icmpx_code
    35 4 Host U32; // devgroup
    36 1 Big U8.hex(); // dscp
    37 1 Big U8; // ecn
    38 4 Host U32.of(&RTN); // fib_addrtype
    39 1 Host BOOL; // boolean
    40 4 Host U32.of(&IP_CONNTRACK_EVENTS); // ct_event
    41 0 Big STRING; // ifname
    42 1 Big U8.of(&IGMP_TYPE); // igmp_type
    43 8 Host U64.unit(Unit::UnixNanoseconds); // date
    44 0 Host UINT.unit(Unit::Seconds); // hour
    45 1 Big U8; // day
    46 8 Host U64; // cgroupsv2
}

/// Bytes that an interface's name takes in a concatenation.
pub const IFNAMSIZ: u8 = 16;

/// The type of a number.
pub fn of(number: u8) -> Option<&'static DataType> {
    let at = TYPES.binary_search_by_key(&number, |t| t.number).ok()?;
    TYPES.get(at)
}
