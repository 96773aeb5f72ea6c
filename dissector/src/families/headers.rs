//! Headers of packets that messages carry: Ethernet, IP, what IP carries.
//!
//! Names are those of the kernel's structs. Of IPv6 `priority` is the whole traffic class and
//! `flow_lbl` the flow label alone; the struct has the class in two parts.
//!
//! Source: `uapi/linux/if_ether.h`, `uapi/linux/if_arp.h`, `uapi/linux/ip.h`,
//! `uapi/linux/ipv6.h`, `uapi/linux/tcp.h`, `uapi/linux/udp.h`, `uapi/linux/icmp.h`,
//! `uapi/linux/icmpv6.h`, `uapi/linux/igmp.h`, `linux/if_vlan.h`, `linux/sctp.h`,
//! `net/gre.h`, `net/ipv6.h`.

use super::common::{ARPHRD, ETH_P, IPPROTO};
use super::nfnetlink::nft_data::{ARPOP, IGMP_TYPE};
use super::nfnetlink::{
    ICMP_EXC, ICMP_REDIR, ICMP_TYPE, ICMP_UNREACH, ICMPV6_EXC, ICMPV6_PARAM, ICMPV6_TYPE,
    ICMPV6_UNREACH,
};
use crate::table::Unit;
use crate::table::macros::*;

structure! { /// Ethernet.
    pub ETHHDR "ethhdr":
    h_dest: MAC,
    h_source: MAC,
    h_proto: BE16.of(&ETH_P),
}

structure! { /// A tag of 802.1Q or 802.1ad, behind the number that announces it.
    pub VLAN_HDR "vlan_hdr":
    h_vlan_TCI: BE16.hex(),
    h_vlan_encapsulated_proto: BE16.of(&ETH_P),
}

structure! { /// ARP of any hardware and protocol.
    pub ARPHDR "arphdr":
    ar_hrd: BE16.of(&ARPHRD),
    ar_pro: BE16.of(&ETH_P),
    ar_hln: U8.unit(Unit::Bytes),
    ar_pln: U8.unit(Unit::Bytes),
    ar_op: BE16.of(&ARPOP),
}

structure! { /// ARP of Ethernet and IPv4.
    pub packed ARPHDR_ETHERNET "arphdr":
    ar_hrd: BE16.of(&ARPHRD),
    ar_pro: BE16.of(&ETH_P),
    ar_hln: U8.unit(Unit::Bytes),
    ar_pln: U8.unit(Unit::Bytes),
    ar_op: BE16.of(&ARPOP),
    ar_sha: MAC,
    ar_sip: IPV4,
    ar_tha: MAC,
    ar_tip: IPV4,
}

structure! { /// IPv4, without options.
    pub IPHDR "iphdr":
    first: bits!(be 1: version 4, ihl 4),
    tos: U8.hex(),
    tot_len: BE16.unit(Unit::Bytes),
    id: BE16.hex(),
    frag_off: BE16.hex(),
    ttl: U8,
    protocol: U8.of(&IPPROTO),
    check: BE16.hex(),
    saddr: IPV4,
    daddr: IPV4,
}

structure! { /// IPv6, without extension headers.
    pub IPV6HDR "ipv6hdr":
    first: bits!(be 4: version 4, priority 8, flow_lbl 20),
    payload_len: BE16.unit(Unit::Bytes),
    nexthdr: U8.of(&IPPROTO),
    hop_limit: U8,
    saddr: IPV6,
    daddr: IPV6,
}

structure! { /// What the headers of hop-by-hop, destination and routing options begin with.
    pub IPV6_OPT_HDR "ipv6_opt_hdr":
    nexthdr: U8.of(&IPPROTO),
    hdrlen: U8,
}

structure! { /// A fragment of IPv6.
    pub FRAG_HDR "frag_hdr":
    nexthdr: U8.of(&IPPROTO),
    reserved: U8.reserved(),
    frag_off: BE16.hex(),
    identification: BE32.hex(),
}

structure! { /// AH.
    pub IP_AUTH_HDR "ip_auth_hdr":
    nexthdr: U8.of(&IPPROTO),
    hdrlen: U8,
    reserved: BE16.reserved(),
    spi: BE32.hex(),
    seq_no: BE32,
}

structure! { /// ESP: what follows is encrypted.
    pub IP_ESP_HDR "ip_esp_hdr":
    spi: BE32.hex(),
    seq_no: BE32,
}

structure! { /// GRE, without what its flags announce.
    pub GRE_BASE_HDR "gre_base_hdr":
    flags: BE16.hex(),
    protocol: BE16.of(&ETH_P),
}

structure! { /// TCP, without options.
    pub TCPHDR "tcphdr":
    source: BE16,
    dest: BE16,
    seq: BE32,
    ack_seq: BE32,
    flags: bits!(be 2: doff 4, res1 3, ae 1, cwr 1, ece 1, urg 1, ack 1, psh 1, rst 1, syn 1, fin 1),
    window: BE16,
    check: BE16.hex(),
    urg_ptr: BE16,
}

structure! { /// UDP, and UDP-Lite whose length is that of the checksum's coverage.
    pub UDPHDR "udphdr":
    source: BE16,
    dest: BE16,
    len: BE16.unit(Unit::Bytes),
    check: BE16.hex(),
}

structure! { /// SCTP, without chunks.
    pub SCTPHDR "sctphdr":
    source: BE16,
    dest: BE16,
    vtag: BE32.hex(),
    checksum: LE32.hex(),
}

structure! { /// IGMP up to version 2, and what version 3 begins with.
    pub IGMPHDR "igmphdr":
    type: U8.of(&IGMP_TYPE),
    code: U8,
    csum: BE16.hex(),
    group: IPV4,
}

select! { ICMP_CODE number field("type") => {
    3 => U8.of(&ICMP_UNREACH),
    5 => U8.of(&ICMP_REDIR),
    11 => U8.of(&ICMP_EXC),
} else U8 }

structure! { ICMP_ECHO "icmphdr.un.echo":
    id: BE16,
    sequence: BE16,
}

structure! { ICMP_GATEWAY "icmphdr.un":
    gateway: IPV4,
}

structure! { ICMP_FRAG "icmphdr.un.frag":
    __unused: BE16.reserved(),
    mtu: BE16.unit(Unit::Bytes),
}

select! { ICMP_UN number field("type") => {
    0 => structure(&ICMP_ECHO),
    3 => structure(&ICMP_FRAG),
    5 => structure(&ICMP_GATEWAY),
    8 => structure(&ICMP_ECHO),
    13 => structure(&ICMP_ECHO),
    14 => structure(&ICMP_ECHO),
} else BYTES.times(4) }

structure! { /// ICMP.
    pub ICMPHDR "icmphdr":
    type: U8.of(&ICMP_TYPE),
    code: select(&ICMP_CODE),
    checksum: BE16.hex(),
    un: select(&ICMP_UN).reserved(),
}

select! { ICMP6_CODE number field("icmp6_type") => {
    1 => U8.of(&ICMPV6_UNREACH),
    3 => U8.of(&ICMPV6_EXC),
    4 => U8.of(&ICMPV6_PARAM),
} else U8 }

structure! { ICMPV6_ECHO "icmpv6_echo":
    identifier: BE16,
    sequence: BE16,
}

structure! { ICMPV6_MTU "icmp6hdr.icmp6_mtu":
    icmp6_mtu: BE32.unit(Unit::Bytes),
}

structure! { ICMPV6_POINTER "icmp6hdr.icmp6_pointer":
    icmp6_pointer: BE32.unit(Unit::Bytes),
}

structure! { ICMPV6_ND_ADVT "icmpv6_nd_advt":
    flags: bits!(be 4: router 1, solicited 1, override 1, _ 29),
}

structure! { ICMPV6_ND_RA "icmpv6_nd_ra":
    hop_limit: U8,
    flags: bits!(be 1: managed 1, other 1, home_agent 1, router_pref 2, _ 3),
    rt_lifetime: BE16.unit(Unit::Seconds),
}

select! { ICMP6_DATAUN number field("icmp6_type") => {
    2 => structure(&ICMPV6_MTU),
    4 => structure(&ICMPV6_POINTER),
    128 => structure(&ICMPV6_ECHO),
    129 => structure(&ICMPV6_ECHO),
    134 => structure(&ICMPV6_ND_RA),
    136 => structure(&ICMPV6_ND_ADVT),
} else BYTES.times(4) }

structure! { /// ICMPv6.
    pub ICMP6HDR "icmp6hdr":
    icmp6_type: U8.of(&ICMPV6_TYPE),
    icmp6_code: select(&ICMP6_CODE),
    icmp6_cksum: BE16.hex(),
    icmp6_dataun: select(&ICMP6_DATAUN).reserved(),
}
