//! Enumerations of nf_tables' expressions and objects.
//!
//! Source: `uapi/linux/netfilter/nf_tables.h`, `uapi/linux/netfilter/nf_log.h`,
//! `uapi/linux/netfilter/nf_conntrack_common.h`, `uapi/linux/ip.h`, `uapi/linux/dccp.h`,
//! `uapi/linux/xfrm.h`, `net/tcp.h`, `linux/sctp.h`.

enumeration! { /// Registers.
    pub NFT_REGISTERS "nft_registers":
    0 NFT_REG_VERDICT, 1 NFT_REG_1, 2 NFT_REG_2, 3 NFT_REG_3, 4 NFT_REG_4,
    8 NFT_REG32_00, 9 NFT_REG32_01, 10 NFT_REG32_02, 11 NFT_REG32_03, 12 NFT_REG32_04,
    13 NFT_REG32_05, 14 NFT_REG32_06, 15 NFT_REG32_07, 16 NFT_REG32_08, 17 NFT_REG32_09,
    18 NFT_REG32_10, 19 NFT_REG32_11, 20 NFT_REG32_12, 21 NFT_REG32_13, 22 NFT_REG32_14,
    23 NFT_REG32_15,
}

enumeration! { /// Verdicts of nf_tables and of netfilter, in one number space.
    pub NFT_VERDICTS "nft_verdicts":
    -5 NFT_RETURN, -4 NFT_GOTO, -3 NFT_JUMP, -2 NFT_BREAK, -1 NFT_CONTINUE,
    0 NF_DROP, 1 NF_ACCEPT, 2 NF_STOLEN, 3 NF_QUEUE, 4 NF_REPEAT, 5 NF_STOP,
}

enumeration! { /// Types of data that the kernel knows.
    pub NFT_DATA_TYPES "nft_data_types":
    0 NFT_DATA_VALUE, 0xffffff00 NFT_DATA_VERDICT,
}

enumeration! { /// Types of stateful objects.
    pub NFT_OBJECT "NFT_OBJECT":
    0 NFT_OBJECT_UNSPEC, 1 NFT_OBJECT_COUNTER, 2 NFT_OBJECT_QUOTA, 3 NFT_OBJECT_CT_HELPER,
    4 NFT_OBJECT_LIMIT, 5 NFT_OBJECT_CONNLIMIT, 6 NFT_OBJECT_TUNNEL, 7 NFT_OBJECT_CT_TIMEOUT,
    8 NFT_OBJECT_SECMARK, 9 NFT_OBJECT_CT_EXPECT, 10 NFT_OBJECT_SYNPROXY,
}

enumeration! { /// Bitwise operations.
    pub NFT_BITWISE_OPS "nft_bitwise_ops":
    0 NFT_BITWISE_MASK_XOR / NFT_BITWISE_BOOL, 1 NFT_BITWISE_LSHIFT, 2 NFT_BITWISE_RSHIFT,
    3 NFT_BITWISE_AND, 4 NFT_BITWISE_OR, 5 NFT_BITWISE_XOR,
}

enumeration! { /// Operations of byteorder.
    pub NFT_BYTEORDER_OPS "nft_byteorder_ops":
    0 NFT_BYTEORDER_NTOH, 1 NFT_BYTEORDER_HTON,
}

enumeration! { /// Comparisons.
    pub NFT_CMP_OPS "nft_cmp_ops":
    0 NFT_CMP_EQ, 1 NFT_CMP_NEQ, 2 NFT_CMP_LT, 3 NFT_CMP_LTE, 4 NFT_CMP_GT, 5 NFT_CMP_GTE,
}

enumeration! { /// Comparisons with a range.
    pub NFT_RANGE_OPS "nft_range_ops":
    0 NFT_RANGE_EQ, 1 NFT_RANGE_NEQ,
}

flags! { /// Of a lookup.
    pub NFT_LOOKUP_FLAGS "nft_lookup_flags":
    0x1 NFT_LOOKUP_F_INV,
}

enumeration! { /// Operations of dynset.
    pub NFT_DYNSET_OPS "nft_dynset_ops":
    0 NFT_DYNSET_OP_ADD, 1 NFT_DYNSET_OP_UPDATE, 2 NFT_DYNSET_OP_DELETE,
}

flags! { /// Of dynset.
    pub NFT_DYNSET_FLAGS "nft_dynset_flags":
    0x1 NFT_DYNSET_F_INV, 0x2 NFT_DYNSET_F_EXPR,
}

enumeration! { /// Where an offset counts from.
    pub NFT_PAYLOAD_BASES "nft_payload_bases":
    0 NFT_PAYLOAD_LL_HEADER, 1 NFT_PAYLOAD_NETWORK_HEADER, 2 NFT_PAYLOAD_TRANSPORT_HEADER,
    3 NFT_PAYLOAD_INNER_HEADER, 4 NFT_PAYLOAD_TUN_HEADER,
}

enumeration! { /// Checksums to correct.
    pub NFT_PAYLOAD_CSUM_TYPES "nft_payload_csum_types":
    0 NFT_PAYLOAD_CSUM_NONE, 1 NFT_PAYLOAD_CSUM_INET, 2 NFT_PAYLOAD_CSUM_SCTP,
}

flags! { /// How to correct them.
    pub NFT_PAYLOAD_CSUM_FLAGS "nft_payload_csum_flags":
    0x1 NFT_PAYLOAD_L4CSUM_PSEUDOHDR,
}

enumeration! { /// Tunnels to look into.
    pub NFT_INNER_TYPE "nft_inner_type":
    0 NFT_INNER_UNSPEC, 1 NFT_INNER_VXLAN, 2 NFT_INNER_GENEVE,
}

flags! { /// What of the inner packet is parsed.
    pub NFT_INNER_FLAGS "nft_inner_flags":
    0x1 NFT_INNER_HDRSIZE, 0x2 NFT_INNER_LL, 0x4 NFT_INNER_NH, 0x8 NFT_INNER_TH,
}

flags! { /// Of exthdr.
    pub NFT_EXTHDR_FLAGS "nft_exthdr_flags":
    0x1 NFT_EXTHDR_F_PRESENT,
}

enumeration! { /// What sort of extension exthdr looks for.
    pub NFT_EXTHDR_OP "nft_exthdr_op":
    0 NFT_EXTHDR_OP_IPV6, 1 NFT_EXTHDR_OP_TCPOPT, 2 NFT_EXTHDR_OP_IPV4, 3 NFT_EXTHDR_OP_SCTP,
    4 NFT_EXTHDR_OP_DCCP,
}

enumeration! { /// Options of TCP.
    pub TCPOPT "TCPOPT":
    0 TCPOPT_EOL, 1 TCPOPT_NOP, 2 TCPOPT_MSS, 3 TCPOPT_WINDOW, 4 TCPOPT_SACK_PERM,
    5 TCPOPT_SACK, 8 TCPOPT_TIMESTAMP, 19 TCPOPT_MD5SIG, 29 TCPOPT_AO, 30 TCPOPT_MPTCP,
    34 TCPOPT_FASTOPEN, 172 TCPOPT_ACCECN0, 174 TCPOPT_ACCECN1, 254 TCPOPT_EXP,
}

enumeration! { /// Options of IPv4.
    pub IPOPT "IPOPT":
    0 IPOPT_END / IPOPT_EOL, 1 IPOPT_NOOP / IPOPT_NOP, 7 IPOPT_RR, 68 IPOPT_TIMESTAMP / IPOPT_TS,
    130 IPOPT_SEC, 131 IPOPT_LSRR, 134 IPOPT_CIPSO, 136 IPOPT_SID, 137 IPOPT_SSRR, 148 IPOPT_RA,
}

enumeration! { /// Chunks of SCTP.
    pub SCTP_CID "sctp_cid":
    0 SCTP_CID_DATA, 1 SCTP_CID_INIT, 2 SCTP_CID_INIT_ACK, 3 SCTP_CID_SACK,
    4 SCTP_CID_HEARTBEAT, 5 SCTP_CID_HEARTBEAT_ACK, 6 SCTP_CID_ABORT, 7 SCTP_CID_SHUTDOWN,
    8 SCTP_CID_SHUTDOWN_ACK, 9 SCTP_CID_ERROR, 10 SCTP_CID_COOKIE_ECHO,
    11 SCTP_CID_COOKIE_ACK, 12 SCTP_CID_ECN_ECNE, 13 SCTP_CID_ECN_CWR,
    14 SCTP_CID_SHUTDOWN_COMPLETE, 15 SCTP_CID_AUTH, 64 SCTP_CID_I_DATA,
    128 SCTP_CID_ASCONF_ACK, 130 SCTP_CID_RECONF, 132 SCTP_CID_PAD, 192 SCTP_CID_FWD_TSN,
    193 SCTP_CID_ASCONF, 194 SCTP_CID_I_FWD_TSN,
}

enumeration! { /// Options of DCCP.
    pub DCCPO "DCCPO":
    0 DCCPO_PADDING, 1 DCCPO_MANDATORY, 3 DCCPO_MIN_RESERVED, 31 DCCPO_MAX_RESERVED,
    32 DCCPO_CHANGE_L, 33 DCCPO_CONFIRM_L, 34 DCCPO_CHANGE_R, 35 DCCPO_CONFIRM_R,
    37 DCCPO_NDP_COUNT, 38 DCCPO_ACK_VECTOR_0, 39 DCCPO_ACK_VECTOR_1, 41 DCCPO_TIMESTAMP,
    42 DCCPO_TIMESTAMP_ECHO, 43 DCCPO_ELAPSED_TIME, 45 DCCPO_MAX,
    128 DCCPO_MIN_RX_CCID_SPECIFIC, 191 DCCPO_MAX_RX_CCID_SPECIFIC,
    192 DCCPO_MIN_TX_CCID_SPECIFIC, 255 DCCPO_MAX_TX_CCID_SPECIFIC,
}

enumeration! { /// What meta loads or sets.
    pub NFT_META_KEYS "nft_meta_keys":
    0 NFT_META_LEN, 1 NFT_META_PROTOCOL, 2 NFT_META_PRIORITY, 3 NFT_META_MARK, 4 NFT_META_IIF,
    5 NFT_META_OIF, 6 NFT_META_IIFNAME, 7 NFT_META_OIFNAME, 8 NFT_META_IIFTYPE / NFT_META_IFTYPE,
    9 NFT_META_OIFTYPE, 10 NFT_META_SKUID, 11 NFT_META_SKGID, 12 NFT_META_NFTRACE,
    13 NFT_META_RTCLASSID, 14 NFT_META_SECMARK, 15 NFT_META_NFPROTO, 16 NFT_META_L4PROTO,
    17 NFT_META_BRI_IIFNAME, 18 NFT_META_BRI_OIFNAME, 19 NFT_META_PKTTYPE, 20 NFT_META_CPU,
    21 NFT_META_IIFGROUP, 22 NFT_META_OIFGROUP, 23 NFT_META_CGROUP, 24 NFT_META_PRANDOM,
    25 NFT_META_SECPATH, 26 NFT_META_IIFKIND, 27 NFT_META_OIFKIND, 28 NFT_META_BRI_IIFPVID,
    29 NFT_META_BRI_IIFVPROTO, 30 NFT_META_TIME_NS, 31 NFT_META_TIME_DAY,
    32 NFT_META_TIME_HOUR, 33 NFT_META_SDIF, 34 NFT_META_SDIFNAME, 35 NFT_META_BRI_BROUTE,
    36 __NFT_META_IIFTYPE, 37 NFT_META_BRI_IIFHWADDR,
}

enumeration! { /// What rt loads.
    pub NFT_RT_KEYS "nft_rt_keys":
    0 NFT_RT_CLASSID, 1 NFT_RT_NEXTHOP4, 2 NFT_RT_NEXTHOP6, 3 NFT_RT_TCPMSS, 4 NFT_RT_XFRM,
}

enumeration! { /// Hashes.
    pub NFT_HASH_TYPES "nft_hash_types":
    0 NFT_HASH_JENKINS, 1 NFT_HASH_SYM,
}

enumeration! { /// What socket loads.
    pub NFT_SOCKET_KEYS "nft_socket_keys":
    0 NFT_SOCKET_TRANSPARENT, 1 NFT_SOCKET_MARK, 2 NFT_SOCKET_WILDCARD, 3 NFT_SOCKET_CGROUPV2,
}

enumeration! { /// What ct loads or sets.
    pub NFT_CT_KEYS "nft_ct_keys":
    0 NFT_CT_STATE, 1 NFT_CT_DIRECTION, 2 NFT_CT_STATUS, 3 NFT_CT_MARK, 4 NFT_CT_SECMARK,
    5 NFT_CT_EXPIRATION, 6 NFT_CT_HELPER, 7 NFT_CT_L3PROTOCOL, 8 NFT_CT_SRC, 9 NFT_CT_DST,
    10 NFT_CT_PROTOCOL, 11 NFT_CT_PROTO_SRC, 12 NFT_CT_PROTO_DST, 13 NFT_CT_LABELS,
    14 NFT_CT_PKTS, 15 NFT_CT_BYTES, 16 NFT_CT_AVGPKT, 17 NFT_CT_ZONE, 18 NFT_CT_EVENTMASK,
    19 NFT_CT_SRC_IP, 20 NFT_CT_DST_IP, 21 NFT_CT_SRC_IP6, 22 NFT_CT_DST_IP6, 23 NFT_CT_ID,
}

flags! { /// State of a packet in its connection, NF_CT_STATE_BIT().
    pub NF_CT_STATE "NF_CT_STATE":
    0x01 NF_CT_STATE_INVALID_BIT, 0x02 NF_CT_STATE_ESTABLISHED_BIT,
    0x04 NF_CT_STATE_RELATED_BIT, 0x08 NF_CT_STATE_NEW_BIT, 0x40 NF_CT_STATE_UNTRACKED_BIT,
}

enumeration! { /// What a limit counts.
    pub NFT_LIMIT_TYPE "nft_limit_type":
    0 NFT_LIMIT_PKTS, 1 NFT_LIMIT_PKT_BYTES,
}

flags! { /// Of a limit.
    pub NFT_LIMIT_FLAGS "nft_limit_flags":
    0x1 NFT_LIMIT_F_INV,
}

flags! { /// Of connlimit.
    pub NFT_CONNLIMIT_FLAGS "nft_connlimit_flags":
    0x1 NFT_CONNLIMIT_F_INV,
}

enumeration! { /// Levels of the log.
    pub NFT_LOG_LEVEL "nft_log_level":
    0 NFT_LOGLEVEL_EMERG, 1 NFT_LOGLEVEL_ALERT, 2 NFT_LOGLEVEL_CRIT, 3 NFT_LOGLEVEL_ERR,
    4 NFT_LOGLEVEL_WARNING, 5 NFT_LOGLEVEL_NOTICE, 6 NFT_LOGLEVEL_INFO, 7 NFT_LOGLEVEL_DEBUG,
    8 NFT_LOGLEVEL_AUDIT,
}

flags! { /// What is logged of a packet.
    pub NF_LOG "NF_LOG":
    0x01 NF_LOG_TCPSEQ, 0x02 NF_LOG_TCPOPT, 0x04 NF_LOG_IPOPT, 0x08 NF_LOG_UID,
    0x10 NF_LOG_NFLOG, 0x20 NF_LOG_MACDECODE,
}

flags! { /// Of a queue.
    pub NFT_QUEUE_FLAG "NFT_QUEUE_FLAG":
    0x1 NFT_QUEUE_FLAG_BYPASS, 0x2 NFT_QUEUE_FLAG_CPU_FANOUT,
}

flags! { /// Of a quota.
    pub NFT_QUOTA_FLAGS "nft_quota_flags":
    0x1 NFT_QUOTA_F_INV, 0x2 NFT_QUOTA_F_DEPLETED,
}

enumeration! { /// How to reject.
    pub NFT_REJECT_TYPES "nft_reject_types":
    0 NFT_REJECT_ICMP_UNREACH, 1 NFT_REJECT_TCP_RST, 2 NFT_REJECT_ICMPX_UNREACH,
}

enumeration! { /// Codes for both ICMP and ICMPv6.
    pub NFT_REJECT_INET_CODE "nft_reject_inet_code":
    0 NFT_REJECT_ICMPX_NO_ROUTE, 1 NFT_REJECT_ICMPX_PORT_UNREACH,
    2 NFT_REJECT_ICMPX_HOST_UNREACH, 3 NFT_REJECT_ICMPX_ADMIN_PROHIBITED,
}

enumeration! { /// Which end is translated.
    pub NFT_NAT_TYPES "nft_nat_types":
    0 NFT_NAT_SNAT, 1 NFT_NAT_DNAT,
}

enumeration! { /// What is wanted of the FIB.
    pub NFT_FIB_RESULT "nft_fib_result":
    0 NFT_FIB_RESULT_UNSPEC, 1 NFT_FIB_RESULT_OIF, 2 NFT_FIB_RESULT_OIFNAME,
    3 NFT_FIB_RESULT_ADDRTYPE,
}

flags! { /// What the FIB is asked with.
    pub NFT_FIB_FLAGS "nft_fib_flags":
    0x01 NFTA_FIB_F_SADDR, 0x02 NFTA_FIB_F_DADDR, 0x04 NFTA_FIB_F_MARK, 0x08 NFTA_FIB_F_IIF,
    0x10 NFTA_FIB_F_OIF, 0x20 NFTA_FIB_F_PRESENT,
}

enumeration! { /// How osf compares the TTL.
    pub NF_OSF_TTL "NF_OSF_TTL":
    0 NF_OSF_TTL_TRUE, 1 NF_OSF_TTL_LESS, 2 NF_OSF_TTL_NOCHECK,
}

flags! { /// Of osf.
    pub NFT_OSF_FLAGS "nft_osf_flags":
    0x1 NFT_OSF_F_VERSION,
}

enumeration! { /// What xfrm loads.
    pub NFT_XFRM_KEYS "nft_xfrm_keys":
    0 NFT_XFRM_KEY_UNSPEC, 1 NFT_XFRM_KEY_DADDR_IP4, 2 NFT_XFRM_KEY_DADDR_IP6,
    3 NFT_XFRM_KEY_SADDR_IP4, 4 NFT_XFRM_KEY_SADDR_IP6, 5 NFT_XFRM_KEY_REQID,
    6 NFT_XFRM_KEY_SPI,
}

enumeration! { /// Direction of an XFRM policy.
    pub XFRM_POLICY "NFTA_XFRM_DIR":
    0 XFRM_POLICY_IN, 1 XFRM_POLICY_OUT, 2 XFRM_POLICY_FWD,
}

enumeration! { /// Number generators.
    pub NFT_NG_TYPES "nft_ng_types":
    0 NFT_NG_INCREMENTAL, 1 NFT_NG_RANDOM,
}

flags! { /// Of a tunnel.
    pub NFT_TUNNEL_FLAGS "nft_tunnel_flags":
    0x1 NFT_TUNNEL_F_ZERO_CSUM_TX, 0x2 NFT_TUNNEL_F_DONT_FRAGMENT, 0x4 NFT_TUNNEL_F_SEQ_NUMBER,
}

enumeration! { /// What tunnel loads.
    pub NFT_TUNNEL_KEYS "nft_tunnel_keys":
    0 NFT_TUNNEL_PATH, 1 NFT_TUNNEL_ID,
}

enumeration! { /// Direction of a tunnel.
    pub NFT_TUNNEL_MODE "nft_tunnel_mode":
    0 NFT_TUNNEL_MODE_NONE, 1 NFT_TUNNEL_MODE_RX, 2 NFT_TUNNEL_MODE_TX,
}
