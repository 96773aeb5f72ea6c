//! What the families of rtnetlink share: small headers, and the numbers of routes.
//!
//! Source: `uapi/linux/rtnetlink.h`, `uapi/linux/if_link.h`, `uapi/linux/mpls.h`, `uapi/linux/in_route.h`,
//! `net/core/rtnetlink.c`.

use super::common::AF;
use super::rt_link::RTEXT_FILTER;
use crate::table::When;
use crate::table::macros::*;

/// The header of links, which old programs put before dump requests of any type.
pub use super::rt_link::IFINFOMSG as IFINFOMSG_DUMP;

structure! { /// The shortest header: who asks for everything may send no more.
    pub RTGENMSG "rtgenmsg":
    rtgen_family: U8.of(&AF),
}

set! { /// What stands behind an ifinfomsg in a dump request of another type.
    pub IFLA_DUMP "IFLA_DUMP":
    10 IFLA_MASTER: IFINDEX,
    29 IFLA_EXT_MASK: U32.of(&RTEXT_FILTER),
}

/// A dump request with an ifinfomsg where a header of 4 bytes should be: no attribute has the
/// length 0 that ifi_index gives there.
pub const IFINFOMSG_FOR_4: When = When::All(&[
    When::Request,
    When::Byte(4, &[0], "byte 4 = 0"),
    When::Byte(5, &[0], "byte 5 = 0"),
]);

/// The same for a header of 8 bytes and ifi_flags.
pub const IFINFOMSG_FOR_8: When = When::All(&[
    When::Request,
    When::Byte(8, &[0], "byte 8 = 0"),
    When::Byte(9, &[0], "byte 9 = 0"),
]);

/// The same for a header of 12 bytes and ifi_change.
pub const IFINFOMSG_FOR_12: When = When::All(&[
    When::Request,
    When::Byte(12, &[0], "byte 12 = 0"),
    When::Byte(13, &[0], "byte 13 = 0"),
]);

enumeration! { /// Reserved routing tables.
    pub RT_TABLE "rt_class_t":
    0 RT_TABLE_UNSPEC,
    252 RT_TABLE_COMPAT,
    253 RT_TABLE_DEFAULT,
    254 RT_TABLE_MAIN,
    255 RT_TABLE_LOCAL,
    0xffffffff RT_TABLE_MAX,
}

enumeration! { /// Who made a route, a rule, a nexthop or a neighbour.
    pub RTPROT "RTPROT":
    0 RTPROT_UNSPEC,
    1 RTPROT_REDIRECT,
    2 RTPROT_KERNEL,
    3 RTPROT_BOOT,
    4 RTPROT_STATIC,
    8 RTPROT_GATED,
    9 RTPROT_RA,
    10 RTPROT_MRT,
    11 RTPROT_ZEBRA,
    12 RTPROT_BIRD,
    13 RTPROT_DNROUTED,
    14 RTPROT_XORP,
    15 RTPROT_NTK,
    16 RTPROT_DHCP,
    17 RTPROT_MROUTED,
    18 RTPROT_KEEPALIVED,
    42 RTPROT_BABEL,
    84 RTPROT_OVN,
    99 RTPROT_OPENR,
    186 RTPROT_BGP,
    187 RTPROT_ISIS,
    188 RTPROT_OSPF,
    189 RTPROT_RIP,
    192 RTPROT_EIGRP,
}

enumeration! { /// How far a destination or an address reaches.
    pub RT_SCOPE "rt_scope_t":
    0 RT_SCOPE_UNIVERSE,
    200 RT_SCOPE_SITE,
    253 RT_SCOPE_LINK,
    254 RT_SCOPE_HOST,
    255 RT_SCOPE_NOWHERE,
}

enumeration! { /// What a route does, and the kind of a neighbour's address.
    pub RTN "RTN":
    0 RTN_UNSPEC,
    1 RTN_UNICAST,
    2 RTN_LOCAL,
    3 RTN_BROADCAST,
    4 RTN_ANYCAST,
    5 RTN_MULTICAST,
    6 RTN_BLACKHOLE,
    7 RTN_UNREACHABLE,
    8 RTN_PROHIBIT,
    9 RTN_THROW,
    10 RTN_NAT,
    11 RTN_XRESOLVE,
}

flags! { /// Flags of a nexthop.
    pub RTNH_F "RTNH_F":
    0x1 RTNH_F_DEAD,
    0x2 RTNH_F_PERVASIVE,
    0x4 RTNH_F_ONLINK,
    0x8 RTNH_F_OFFLOAD,
    0x10 RTNH_F_LINKDOWN,
    0x20 RTNH_F_UNRESOLVED,
    0x40 RTNH_F_TRAP,
}

enumeration! { MPLS_LABELS "MPLS_LABEL":
    0 MPLS_LABEL_IPV4NULL,
    1 MPLS_LABEL_RTALERT,
    2 MPLS_LABEL_IPV6NULL,
    3 MPLS_LABEL_IMPLNULL,
    7 MPLS_LABEL_ENTROPY,
    13 MPLS_LABEL_GAL,
    14 MPLS_LABEL_OAMALERT,
    15 MPLS_LABEL_EXTENSION,
}

structure! { /// An entry of an MPLS label stack.
    pub MPLS_LABEL "mpls_label":
    entry: bits!(be 4: label 20 of(&MPLS_LABELS), tc 3, s 1, ttl 8),
}
