//! What the names that people meet most are for, in a sentence each.

/// The sentence on a name, where there is one.
pub fn sentence(name: &str) -> Option<&'static str> {
    let at = SENTENCES.binary_search_by_key(&name, |(n, _)| *n).ok()?;
    SENTENCES.get(at).map(|(_, says)| *says)
}

/// Sorted by name.
pub(super) static SENTENCES: &[(&str, &str)] = &[
    (
        "AF_BRIDGE",
        "Bridges: their ports, VLANs and forwarding tables.",
    ),
    ("AF_INET", "IPv4."),
    ("AF_INET6", "IPv6."),
    ("AF_UNSPEC", "No family in particular: in a dump, all."),
    (
        "CTA_STATUS",
        "IPS_*: what is known of the connection: seen both ways, assured, translated.",
    ),
    ("CTA_TIMEOUT", "Seconds until the connection is forgotten."),
    (
        "CTA_TUPLE_ORIG",
        "Addresses and ports as the connection's first packet had them.",
    ),
    (
        "CTA_TUPLE_REPLY",
        "Addresses and ports as answers have them: NAT shows here.",
    ),
    (
        "CTRL_ATTR_FAMILY_ID",
        "The nlmsg_type that the family has until the next boot.",
    ),
    ("CTRL_ATTR_FAMILY_NAME", "The family's name."),
    (
        "CTRL_ATTR_MCAST_GROUPS",
        "The family's multicast groups with their numbers.",
    ),
    (
        "CTRL_CMD_GETFAMILY",
        "Asks which id a generic netlink family has; the first thing that users of generic netlink do.",
    ),
    (
        "CTRL_CMD_GETPOLICY",
        "Asks which attributes a generic netlink family accepts.",
    ),
    (
        "CTRL_CMD_NEWFAMILY",
        "Tells a generic netlink family: id, commands, multicast groups.",
    ),
    ("FRA_DST", "The destination that a packet must have."),
    ("FRA_FWMARK", "The firewall mark that a packet must have."),
    (
        "FRA_PRIORITY",
        "The rule's place: lower numbers come first.",
    ),
    ("FRA_SRC", "The source that a packet must have."),
    ("FRA_TABLE", "The routing table that the rule looks into."),
    (
        "IFA_ADDRESS",
        "The address; on a point-to-point link the peer's, and then IFA_LOCAL is the own one.",
    ),
    ("IFA_BROADCAST", "The broadcast address."),
    (
        "IFA_CACHEINFO",
        "For how long the address is valid and preferred, and when it was made and changed.",
    ),
    (
        "IFA_FLAGS",
        "IFA_F_*: all 32 bits, of which ifa_flags has the lower eight.",
    ),
    (
        "IFA_LABEL",
        "IPv4 only: a name for the address, which begins with the interface's.",
    ),
    (
        "IFA_LOCAL",
        "The own address; IPv6 sends it only where the peer's differs.",
    ),
    (
        "IFA_PROTO",
        "Who added the address: the kernel on its own, for loopback, from a router advertisement.",
    ),
    ("IFF_LOOPBACK", "The interface sends to itself."),
    ("IFF_LOWER_UP", "The layer below reports a link."),
    (
        "IFF_NOARP",
        "Neighbours are not asked for their link-layer addresses.",
    ),
    (
        "IFF_PROMISC",
        "The interface receives everything on the wire.",
    ),
    ("IFF_RUNNING", "The interface is operational."),
    ("IFF_UP", "The administrator turned the interface on."),
    ("IFLA_ADDRESS", "The interface's own link-layer address."),
    (
        "IFLA_AF_SPEC",
        "Settings of address families on the interface; for a bridge, of the bridge or its port.",
    ),
    (
        "IFLA_ALT_IFNAME",
        "One more name of the interface, up to 127 characters.",
    ),
    (
        "IFLA_BROADCAST",
        "The link-layer address for broadcast, or a tunnel's remote end.",
    ),
    ("IFLA_CARRIER", "Whether the link layer has a link partner."),
    (
        "IFLA_EXT_MASK",
        "What a request wants to see beside the usual: VFs, bridge VLANs, counters left out.",
    ),
    (
        "IFLA_GROUP",
        "A number to address several interfaces at once.",
    ),
    (
        "IFLA_IFNAME",
        "The interface's name; a request may name the interface by it instead of by ifi_index.",
    ),
    (
        "IFLA_INFO_DATA",
        "The settings of an interface of IFLA_INFO_KIND.",
    ),
    (
        "IFLA_INFO_KIND",
        "Which driver makes the interface: vlan, vxlan, bridge, dummy …; it decides what IFLA_INFO_DATA holds.",
    ),
    ("IFLA_INFO_SLAVE_DATA", "The settings of the port."),
    (
        "IFLA_INFO_SLAVE_KIND",
        "What kind of device the interface is a port of.",
    ),
    (
        "IFLA_LINK",
        "The interface below, for those that ride on another; for a pair, the peer.",
    ),
    (
        "IFLA_LINKINFO",
        "Of virtual interfaces and of ports: kind and settings.",
    ),
    (
        "IFLA_LINKMODE",
        "Who decides that the link is up: the driver alone, or user space such as an 802.1X supplicant.",
    ),
    (
        "IFLA_LINK_NETNSID",
        "The network namespace in which IFLA_LINK's index counts.",
    ),
    (
        "IFLA_MASTER",
        "The bridge, bond, VRF or other device that the interface is a port of; 0 sets it free.",
    ),
    (
        "IFLA_MTU",
        "The longest packet that the interface takes in one piece, without the link layer's header.",
    ),
    (
        "IFLA_NET_NS_FD",
        "The network namespace to move the interface to, as a file descriptor of the sender.",
    ),
    (
        "IFLA_NET_NS_PID",
        "The network namespace to move the interface to, as that of a process.",
    ),
    ("IFLA_NUM_TX_QUEUES", "Transmit queues of the interface."),
    (
        "IFLA_OPERSTATE",
        "Whether the link works, in the states of RFC 2863.",
    ),
    (
        "IFLA_PROMISCUITY",
        "How many users want the interface to receive everything.",
    ),
    (
        "IFLA_PROP_LIST",
        "Properties that may repeat; so far the interface's alternative names.",
    ),
    ("IFLA_QDISC", "The root queueing discipline's kind."),
    ("IFLA_STATS", "The interface's counters in 32 bits."),
    ("IFLA_STATS64", "The interface's counters in 64 bits."),
    (
        "IFLA_TXQLEN",
        "How many packets the default queueing discipline holds.",
    ),
    (
        "IFLA_VFINFO_LIST",
        "The virtual functions of an SR-IOV device.",
    ),
    ("IFLA_VLAN_ID", "The VLAN identifier, 12 bits."),
    ("IFLA_VXLAN_ID", "The VXLAN network identifier, 24 bits."),
    (
        "IFLA_WIRELESS",
        "Events of the old wireless extensions, from drivers that still have them.",
    ),
    ("IFLA_XDP", "The XDP programs of the interface."),
    ("INET_DIAG_CONG", "The congestion control's name."),
    (
        "INET_DIAG_INFO",
        "The state of the TCP connection: windows, RTT, retransmissions and much more.",
    ),
    ("INET_DIAG_MEMINFO", "Memory that the socket uses."),
    (
        "INET_DIAG_REQ_BYTECODE",
        "A little program that chooses sockets, made from `ss` filters.",
    ),
    (
        "INET_DIAG_SKMEMINFO",
        "Memory that the socket uses and may use, and drops.",
    ),
    (
        "IPCTNL_MSG_CT_DELETE",
        "Removes a tracked connection, or tells that it is gone.",
    ),
    ("IPCTNL_MSG_CT_GET", "Asks for tracked connections."),
    (
        "IPCTNL_MSG_CT_NEW",
        "Makes, changes or tells a tracked connection.",
    ),
    (
        "NDA_CACHEINFO",
        "When the entry was last used, confirmed and changed.",
    ),
    (
        "NDA_DST",
        "The neighbour's network address; for a VXLAN forwarding entry the remote end.",
    ),
    ("NDA_LLADDR", "The neighbour's link-layer address."),
    (
        "NDA_PROBES",
        "How many times the neighbour was asked without an answer.",
    ),
    ("NDA_VLAN", "The VLAN of a forwarding entry."),
    ("NETLINK_AUDIT", "The audit system: rules and records."),
    ("NETLINK_CONNECTOR", "Process events and a few drivers."),
    ("NETLINK_CRYPTO", "The kernel's cryptographic algorithms."),
    (
        "NETLINK_FIB_LOOKUP",
        "Asks which route a packet would take; hardly anybody uses it.",
    ),
    (
        "NETLINK_GENERIC",
        "Carries families whose ids are given at run time: nl80211, ethtool, devlink, WireGuard and many more.",
    ),
    ("NETLINK_ISCSI", "iSCSI sessions."),
    (
        "NETLINK_KOBJECT_UEVENT",
        "Device events for udev; text, without an nlmsghdr.",
    ),
    (
        "NETLINK_NETFILTER",
        "nftables, connection tracking, ipset, packet logs and queues.",
    ),
    ("NETLINK_RDMA", "RDMA devices and their resources."),
    (
        "NETLINK_ROUTE",
        "Interfaces, addresses, routes, neighbours, rules, traffic control: what `ip`, `tc` and `bridge` speak.",
    ),
    (
        "NETLINK_SELINUX",
        "SELinux: policy loaded, enforcement switched.",
    ),
    (
        "NETLINK_SOCK_DIAG",
        "Asks the kernel for its sockets: what `ss` speaks.",
    ),
    ("NETLINK_USERSOCK", "For processes among themselves."),
    ("NETLINK_XFRM", "IPsec: states and policies."),
    (
        "NFNL_MSG_BATCH_BEGIN",
        "Begins a transaction: up to NFNL_MSG_BATCH_END all holds or nothing.",
    ),
    (
        "NFNL_MSG_BATCH_END",
        "Ends a transaction and puts it in force.",
    ),
    (
        "NFQNL_MSG_PACKET",
        "Hands a queued packet to user space, which must give a verdict.",
    ),
    (
        "NFQNL_MSG_VERDICT",
        "Says what shall happen to a queued packet.",
    ),
    (
        "NFTA_EXPR_NAME",
        "Which expression it is; decides what NFTA_EXPR_DATA holds.",
    ),
    (
        "NFTA_RULE_EXPRESSIONS",
        "What the rule does: expressions, run in order.",
    ),
    (
        "NFTA_RULE_HANDLE",
        "The number by which the kernel knows the rule.",
    ),
    ("NFT_MSG_DELRULE", "Removes a rule of nftables."),
    (
        "NFT_MSG_GETGEN",
        "Asks for the number of the rule set's generation.",
    ),
    ("NFT_MSG_GETRULE", "Asks for rules of nftables."),
    ("NFT_MSG_NEWCHAIN", "Makes or tells a chain of nftables."),
    (
        "NFT_MSG_NEWGEN",
        "Tells that a new generation of the rule set is in force, and who made it.",
    ),
    ("NFT_MSG_NEWRULE", "Adds or tells a rule of nftables."),
    ("NFT_MSG_NEWSET", "Makes or tells a set or map of nftables."),
    (
        "NFT_MSG_NEWSETELEM",
        "Adds or tells elements of a set or map.",
    ),
    ("NFT_MSG_NEWTABLE", "Makes or tells a table of nftables."),
    ("NFULNL_MSG_PACKET", "Hands a logged packet to user space."),
    ("NHA_GATEWAY", "The next router."),
    (
        "NHA_GROUP",
        "The members of a group of nexthops, with weights.",
    ),
    ("NHA_ID", "The number of the nexthop object."),
    (
        "NLMSGERR_ATTR_COOKIE",
        "Some bytes by which the kernel tells what it made or did.",
    ),
    (
        "NLMSGERR_ATTR_MISS_NEST",
        "Where in the request the nest begins that lacks an attribute; absent for the top level.",
    ),
    (
        "NLMSGERR_ATTR_MISS_TYPE",
        "The number of the attribute that the request lacks.",
    ),
    (
        "NLMSGERR_ATTR_MSG",
        "The kernel's own words on why it refused, or a warning on what it accepted.",
    ),
    (
        "NLMSGERR_ATTR_OFFS",
        "Where in the request the offending attribute begins, counted from its nlmsghdr.",
    ),
    (
        "NLMSGERR_ATTR_POLICY",
        "What the kernel would have accepted at the offending place: type and range.",
    ),
    (
        "NLMSG_DONE",
        "Ends an answer of several messages, mostly a dump; today it carries an error number of its own.",
    ),
    (
        "NLMSG_ERROR",
        "Ends a request: error 0 is the acknowledgement that NLM_F_ACK asked for, any other the kernel's refusal with a negative errno.",
    ),
    ("NLMSG_NOOP", "Says nothing; receivers skip it."),
    (
        "NLMSG_OVERRUN",
        "Was meant to report lost data; the kernel sends ENOBUFS on the socket instead.",
    ),
    (
        "NLM_F_ACK",
        "Asks for an NLMSG_ERROR even if all went well.",
    ),
    (
        "NLM_F_ACK_TLVS",
        "Attributes with the kernel's explanation follow the echoed request.",
    ),
    ("NLM_F_APPEND", "Put the entry behind those that are there."),
    (
        "NLM_F_ATOMIC",
        "Asks for a dump in one piece; nothing in the kernel heeds it.",
    ),
    ("NLM_F_BULK", "Remove all entries that fit, not one."),
    (
        "NLM_F_CAPPED",
        "The echoed request in this error is its header only.",
    ),
    ("NLM_F_CREATE", "Make the entry if it is not there yet."),
    (
        "NLM_F_DUMP",
        "Asks for all entries instead of one; it is NLM_F_ROOT and NLM_F_MATCH together.",
    ),
    (
        "NLM_F_DUMP_FILTERED",
        "The kernel left out of the dump what the request did not ask for.",
    ),
    (
        "NLM_F_DUMP_INTR",
        "The list changed while it was being dumped: entries may be missing or stand twice, ask again.",
    ),
    (
        "NLM_F_ECHO",
        "Asks the kernel to send the notification of the change to the requester too.",
    ),
    (
        "NLM_F_EXCL",
        "Fail with EEXIST if the entry is there already.",
    ),
    ("NLM_F_MATCH", "Asks for all that fits; half of NLM_F_DUMP."),
    (
        "NLM_F_MULTI",
        "More messages of the same answer follow, up to NLMSG_DONE.",
    ),
    ("NLM_F_NONREC", "Do not remove what hangs below the entry."),
    (
        "NLM_F_REPLACE",
        "An entry that is there already shall be replaced.",
    ),
    (
        "NLM_F_REQUEST",
        "Marks what user space asks of the kernel; the kernel ignores a message without it.",
    ),
    (
        "NLM_F_ROOT",
        "Asks for the whole table; half of NLM_F_DUMP.",
    ),
    (
        "NUD_DELAY",
        "The entry was used while stale; soon the neighbour is asked.",
    ),
    ("NUD_FAILED", "The neighbour did not answer."),
    (
        "NUD_INCOMPLETE",
        "The neighbour was asked and has not answered yet.",
    ),
    ("NUD_NOARP", "The neighbour needs no resolution."),
    ("NUD_PERMANENT", "The entry stays until it is removed."),
    (
        "NUD_PROBE",
        "The neighbour is being asked whether it is still there.",
    ),
    ("NUD_REACHABLE", "The neighbour answered recently."),
    (
        "NUD_STALE",
        "The address was valid once; it is checked again when it is used.",
    ),
    ("RTA_CACHEINFO", "Use and expiry of the route."),
    (
        "RTA_DST",
        "The destination, of which rtm_dst_len bits count; absent for a default route.",
    ),
    (
        "RTA_ENCAP",
        "How packets of this route are wrapped: MPLS, SRv6, IP tunnel …",
    ),
    (
        "RTA_ENCAP_TYPE",
        "Which kind of wrapping RTA_ENCAP describes.",
    ),
    ("RTA_EXPIRES", "After how many seconds the route goes away."),
    ("RTA_GATEWAY", "The next router."),
    ("RTA_IIF", "The interface that the packet came in by."),
    (
        "RTA_METRICS",
        "Settings of the route for transport protocols: MTU, window, RTT and others.",
    ),
    ("RTA_MULTIPATH", "Several next hops, each with a weight."),
    ("RTA_NH_ID", "The nexthop object that the route uses."),
    ("RTA_OIF", "The interface that packets leave by."),
    (
        "RTA_PREFSRC",
        "The source address to prefer for own packets.",
    ),
    (
        "RTA_PRIORITY",
        "The route's metric: of equal destinations the lowest number wins.",
    ),
    (
        "RTA_SRC",
        "The source that the packet must come from, of which rtm_src_len bits count.",
    ),
    (
        "RTA_TABLE",
        "The routing table; rtm_table has only eight bits for it.",
    ),
    (
        "RTA_VIA",
        "The next router, of another address family than the destination.",
    ),
    (
        "RTM_DELADDR",
        "Removes an address from an interface, or tells that it is gone.",
    ),
    (
        "RTM_DELLINK",
        "Removes an interface, or tells that one is gone.",
    ),
    (
        "RTM_DELNEIGH",
        "Removes a neighbour or forwarding entry, or tells that it is gone.",
    ),
    (
        "RTM_DELNEXTHOP",
        "Removes a nexthop object, and the routes that use it.",
    ),
    (
        "RTM_DELQDISC",
        "Removes a queueing discipline, or tells that it is gone.",
    ),
    ("RTM_DELROUTE", "Removes a route, or tells that it is gone."),
    (
        "RTM_DELRULE",
        "Removes a rule of policy routing, or tells that it is gone.",
    ),
    ("RTM_DELTCLASS", "Removes a class of a queueing discipline."),
    ("RTM_DELTFILTER", "Removes a traffic control filter."),
    (
        "RTM_GETADDR",
        "Asks for addresses, mostly for all of one address family.",
    ),
    (
        "RTM_GETLINK",
        "Asks for one interface, or with NLM_F_DUMP for all.",
    ),
    ("RTM_GETNEIGH", "Asks for neighbours or forwarding entries."),
    ("RTM_GETNEXTHOP", "Asks for nexthop objects."),
    (
        "RTM_GETNSID",
        "Asks which number another network namespace has here.",
    ),
    ("RTM_GETQDISC", "Asks for queueing disciplines."),
    (
        "RTM_GETROUTE",
        "Asks which route a destination takes, or with NLM_F_DUMP for the tables.",
    ),
    ("RTM_GETRULE", "Asks for the rules of policy routing."),
    ("RTM_GETSTATS", "Asks for chosen counters of interfaces."),
    (
        "RTM_GETTCLASS",
        "Asks for the classes of a queueing discipline.",
    ),
    ("RTM_GETTFILTER", "Asks for traffic control filters."),
    (
        "RTM_NEWACTION",
        "Makes or tells a traffic control action on its own.",
    ),
    (
        "RTM_NEWADDR",
        "Adds or changes an address of an interface, or tells one.",
    ),
    (
        "RTM_NEWCHAIN",
        "Makes or tells a chain of traffic control filters.",
    ),
    (
        "RTM_NEWLINK",
        "Makes or changes an interface; as an answer or a notification, tells one with all its settings.",
    ),
    (
        "RTM_NEWMDB",
        "Adds or tells an entry of a bridge's multicast table.",
    ),
    (
        "RTM_NEWNEIGH",
        "Adds, changes or tells a neighbour: an ARP or ND entry, or an entry of a bridge's forwarding table.",
    ),
    (
        "RTM_NEWNETCONF",
        "Tells settings of IP on an interface: forwarding, reverse-path filter and the like.",
    ),
    (
        "RTM_NEWNEXTHOP",
        "Adds, changes or tells a nexthop object, which routes refer to by id.",
    ),
    (
        "RTM_NEWNSID",
        "Gives another network namespace a number in this one, or tells it.",
    ),
    (
        "RTM_NEWQDISC",
        "Adds, changes or tells a queueing discipline.",
    ),
    ("RTM_NEWROUTE", "Adds, changes or tells a route."),
    (
        "RTM_NEWRULE",
        "Adds or tells a rule of policy routing: which packets look into which table.",
    ),
    ("RTM_NEWSTATS", "Tells counters of an interface."),
    (
        "RTM_NEWTCLASS",
        "Adds, changes or tells a class of a queueing discipline.",
    ),
    (
        "RTM_NEWTFILTER",
        "Adds, changes or tells a traffic control filter.",
    ),
    (
        "RTM_NEWVLAN",
        "Changes or tells VLANs of a bridge port with their options.",
    ),
    (
        "RTM_SETLINK",
        "Changes an interface; most tools use RTM_NEWLINK for it.",
    ),
    ("RTNLGRP_IPV4_IFADDR", "Changes of IPv4 addresses."),
    ("RTNLGRP_IPV4_ROUTE", "Changes of IPv4 routes."),
    ("RTNLGRP_IPV6_IFADDR", "Changes of IPv6 addresses."),
    ("RTNLGRP_IPV6_ROUTE", "Changes of IPv6 routes."),
    ("RTNLGRP_LINK", "Changes of interfaces."),
    (
        "RTNLGRP_NEIGH",
        "Changes of neighbours and of bridges' forwarding tables.",
    ),
    ("RTNLGRP_NEXTHOP", "Changes of nexthop objects."),
    ("RTNLGRP_TC", "Changes of traffic control."),
    (
        "SOCK_DESTROY",
        "Closes a socket from outside; what `ss -K` sends.",
    ),
    (
        "SOCK_DIAG_BY_FAMILY",
        "Asks for sockets of an address family and protocol, or tells one.",
    ),
    ("TCA_CHAIN", "The chain that a filter belongs to."),
    (
        "TCA_INGRESS_BLOCK",
        "The block of filters shared by the ingress of several interfaces.",
    ),
    (
        "TCA_KIND",
        "The name of the queueing discipline, classifier or action; it decides what TCA_OPTIONS holds.",
    ),
    (
        "TCA_OPTIONS",
        "The settings of a queueing discipline, class or filter of TCA_KIND.",
    ),
    (
        "TCA_STATS2",
        "Counters: bytes, packets, drops, queue, rate.",
    ),
    ("TCP_ESTABLISHED", "The connection is open."),
    ("TCP_LISTEN", "The socket waits for connections."),
    (
        "TCP_TIME_WAIT",
        "The connection is over; late packets may still come.",
    ),
    (
        "ifa_prefixlen",
        "How many bits of the address are the network's.",
    ),
    ("ifi_change", "Which of ifi_flags a request wants changed."),
    (
        "ifi_flags",
        "IFF_*: the state of the interface and what it can do.",
    ),
    (
        "ifi_index",
        "The interface's number in its network namespace.",
    ),
    (
        "ifi_type",
        "What kind of link layer it is, as ARP numbers them.",
    ),
    (
        "nlctrl",
        "Tells the ids of generic netlink families; its own is always 16.",
    ),
    (
        "nlmsg_flags",
        "NLM_F_*: the upper half means different things in requests that get, make or remove, and in answers.",
    ),
    (
        "nlmsg_len",
        "Bytes of the message with its header; the next begins at the following multiple of 4.",
    ),
    (
        "nlmsg_pid",
        "The port id of the socket on the user's side; 0 is the kernel, or a request whose sender did not fill it in.",
    ),
    (
        "nlmsg_seq",
        "The requester's number for its request; answers repeat it, notifications mostly have 0.",
    ),
    (
        "nlmsg_type",
        "Which message it is; in generic netlink, which family.",
    ),
    ("rtm_dst_len", "How many bits of the destination count."),
    (
        "rtm_protocol",
        "Who installed the route: the kernel, at boot, by hand, or a routing daemon.",
    ),
    (
        "rtm_scope",
        "How far away the destination is: in this host, on the link, anywhere.",
    ),
    (
        "rtm_table",
        "The routing table, where its number is below 256; else see RTA_TABLE.",
    ),
    (
        "rtm_type",
        "What happens to packets: forwarded, delivered here, dropped, refused.",
    ),
    (
        "tcm_handle",
        "The object's own handle, major:minor; for filters whatever the classifier makes of it.",
    ),
    (
        "tcm_parent",
        "The handle of what the object hangs below; ffff:ffff is the root of the interface.",
    ),
];
