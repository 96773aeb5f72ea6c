//! NETLINK_XFRM: states and policies of IPsec.
//!
//! Source: `uapi/linux/xfrm.h`, `uapi/linux/udp.h`, `net/xfrm/xfrm_user.c`,
//! `net/xfrm/xfrm_compat.c`.

use super::common::{AF, IPPROTO};
use crate::special::xfrm_address::XFRM_ADDRESS;
use crate::table::macros::*;
use crate::table::{Family, Kind, Layer, Unit, When};
use std::borrow::Cow;

enumeration! { XFRM_SC_DOI "XFRM_SC_DOI":
    0 XFRM_SC_DOI_RESERVED, 1 XFRM_SC_DOI_LSM,
}

enumeration! { XFRM_SC_ALG "XFRM_SC_ALG":
    0 XFRM_SC_ALG_RESERVED, 1 XFRM_SC_ALG_SELINUX,
}

enumeration! { XFRM_POLICY_TYPE "XFRM_POLICY_TYPE":
    0 XFRM_POLICY_TYPE_MAIN, 1 XFRM_POLICY_TYPE_SUB, 255 XFRM_POLICY_TYPE_ANY,
}

enumeration! { XFRM_POLICY_DIR "XFRM_POLICY_DIR":
    0 XFRM_POLICY_IN, 1 XFRM_POLICY_OUT, 2 XFRM_POLICY_FWD,
}

enumeration! { XFRM_SA_DIR "xfrm_sa_dir":
    1 XFRM_SA_DIR_IN, 2 XFRM_SA_DIR_OUT,
}

enumeration! { XFRM_SHARE "XFRM_SHARE":
    0 XFRM_SHARE_ANY, 1 XFRM_SHARE_SESSION, 2 XFRM_SHARE_USER, 3 XFRM_SHARE_UNIQUE,
}

enumeration! { XFRM_MODE "XFRM_MODE":
    0 XFRM_MODE_TRANSPORT, 1 XFRM_MODE_TUNNEL, 2 XFRM_MODE_ROUTEOPTIMIZATION,
    3 XFRM_MODE_IN_TRIGGER, 4 XFRM_MODE_BEET, 5 XFRM_MODE_IPTFS,
}

enumeration! { XFRM_POLICY_ACTION "XFRM_POLICY_ACTION":
    0 XFRM_POLICY_ALLOW, 1 XFRM_POLICY_BLOCK,
}

enumeration! { XFRM_USERPOLICY "XFRM_USERPOLICY":
    0 XFRM_USERPOLICY_UNSPEC, 1 XFRM_USERPOLICY_BLOCK, 2 XFRM_USERPOLICY_ACCEPT,
}

enumeration! { UDP_ENCAP "UDP_ENCAP":
    1 UDP_ENCAP_ESPINUDP_NON_IKE, 2 UDP_ENCAP_ESPINUDP, 3 UDP_ENCAP_L2TPINUDP,
    4 UDP_ENCAP_GTP0, 5 UDP_ENCAP_GTP1U, 6 UDP_ENCAP_RXRPC, 7 TCP_ENCAP_ESPINTCP,
    8 UDP_ENCAP_OVPNINUDP,
}

flags! { XFRM_POLICY_FLAGS "XFRM_POLICY_FLAGS":
    0x1 XFRM_POLICY_LOCALOK, 0x2 XFRM_POLICY_ICMP, 0x4 XFRM_POLICY_CPU_ACQUIRE,
}

flags! { XFRM_STATE "XFRM_STATE":
    0x1 XFRM_STATE_NOECN, 0x2 XFRM_STATE_DECAP_DSCP, 0x4 XFRM_STATE_NOPMTUDISC,
    0x8 XFRM_STATE_WILDRECV, 0x10 XFRM_STATE_ICMP, 0x20 XFRM_STATE_AF_UNSPEC,
    0x40 XFRM_STATE_ALIGN4, 0x80 XFRM_STATE_ESN,
}

flags! { XFRM_SA_XFLAG "XFRM_SA_XFLAG":
    0x1 XFRM_SA_XFLAG_DONT_ENCAP_DSCP, 0x2 XFRM_SA_XFLAG_OSEQ_MAY_WRAP,
}

flags! { XFRM_AE "xfrm_ae_ftype_t":
    0x1 XFRM_AE_RTHR, 0x2 XFRM_AE_RVAL, 0x4 XFRM_AE_LVAL, 0x8 XFRM_AE_ETHR, 0x10 XFRM_AE_CR,
    0x20 XFRM_AE_CE, 0x40 XFRM_AE_CU,
}

flags! { XFRM_OFFLOAD "XFRM_OFFLOAD":
    0x1 XFRM_OFFLOAD_IPV6, 0x2 XFRM_OFFLOAD_INBOUND, 0x4 XFRM_OFFLOAD_PACKET,
}

flags! { XFRM_MIGRATE_STATE_FLAGS "xfrm_migrate_state_flags":
    0x1 XFRM_MIGRATE_STATE_CLEAR_OFFLOAD, 0x2 XFRM_MIGRATE_STATE_UPDATE_H2H_SEL,
}

/// An xfrm_address_t of the family that stands nearest.
const ADDRESS: Kind = address(field("family"));
const SPI: Kind = BE32.hex();
const PROTO: Kind = U8.of(&IPPROTO);

structure! { XFRM_ID "xfrm_id":
    daddr: ADDRESS,
    spi: SPI,
    proto: PROTO,
}

structure! { XFRM_SELECTOR "xfrm_selector":
    daddr: ADDRESS,
    saddr: ADDRESS,
    dport: BE16,
    dport_mask: BE16.hex(),
    sport: BE16,
    sport_mask: BE16.hex(),
    family: U16.of(&AF),
    prefixlen_d: U8,
    prefixlen_s: U8,
    proto: PROTO,
    ifindex: S_IFINDEX,
    user: U32,
}

structure! { XFRM_LIFETIME_CFG "xfrm_lifetime_cfg":
    soft_byte_limit: U64.unit(Unit::Bytes),
    hard_byte_limit: U64.unit(Unit::Bytes),
    soft_packet_limit: U64.unit(Unit::Packets),
    hard_packet_limit: U64.unit(Unit::Packets),
    soft_add_expires_seconds: U64.unit(Unit::Seconds),
    hard_add_expires_seconds: U64.unit(Unit::Seconds),
    soft_use_expires_seconds: U64.unit(Unit::Seconds),
    hard_use_expires_seconds: U64.unit(Unit::Seconds),
}

structure! { XFRM_LIFETIME_CUR "xfrm_lifetime_cur":
    bytes: U64.unit(Unit::Bytes),
    packets: U64.unit(Unit::Packets),
    add_time: U64.unit(Unit::UnixSeconds),
    use_time: U64.unit(Unit::UnixSeconds),
}

structure! { XFRM_REPLAY_STATE "xfrm_replay_state":
    oseq: U32,
    seq: U32,
    bitmap: U32.hex(),
}

structure! { XFRM_REPLAY_STATE_ESN "xfrm_replay_state_esn":
    bmp_len: U32,
    oseq: U32,
    seq: U32,
    oseq_hi: U32,
    seq_hi: U32,
    replay_window: U32.unit(Unit::Packets);
    bmp: list!(U32.hex())
}

structure! { XFRM_ALGO "xfrm_algo":
    alg_name: STRING.times(64),
    alg_key_len: U32;
    alg_key: KEY
}

structure! { XFRM_ALGO_AUTH "xfrm_algo_auth":
    alg_name: STRING.times(64),
    alg_key_len: U32,
    alg_trunc_len: U32;
    alg_key: KEY
}

structure! { XFRM_ALGO_AEAD "xfrm_algo_aead":
    alg_name: STRING.times(64),
    alg_key_len: U32,
    alg_icv_len: U32;
    alg_key: KEY
}

structure! { XFRM_STATS "xfrm_stats":
    replay_window: U32.unit(Unit::Packets),
    replay: U32.unit(Unit::Packets),
    integrity_failed: U32.unit(Unit::Packets),
}

structure! { XFRM_USER_SEC_CTX "xfrm_user_sec_ctx":
    len: U16.unit(Unit::Bytes),
    exttype: U16,
    ctx_alg: U8.of(&XFRM_SC_ALG),
    ctx_doi: U8.of(&XFRM_SC_DOI),
    ctx_len: U16.unit(Unit::Bytes);
    ctx_str: STRING
}

structure! { XFRM_USER_TMPL "xfrm_user_tmpl":
    id: structure(&XFRM_ID),
    family: U16.of(&AF),
    saddr: ADDRESS,
    reqid: U32,
    mode: U8.of(&XFRM_MODE),
    share: U8.of(&XFRM_SHARE),
    optional: BOOL,
    aalgos: U32.hex(),
    ealgos: U32.hex(),
    calgos: U32.hex(),
}

structure! { XFRM_ENCAP_TMPL "xfrm_encap_tmpl":
    encap_type: U16.of(&UDP_ENCAP),
    encap_sport: BE16,
    encap_dport: BE16,
    encap_oa: ADDRESS,
}

structure! { XFRM_USERPOLICY_TYPE "xfrm_userpolicy_type":
    type: U8.of(&XFRM_POLICY_TYPE),
    reserved1: U16.reserved(),
    reserved2: U8.reserved(),
}

structure! { XFRM_MARK "xfrm_mark":
    v: U32.hex(),
    m: U32.hex(),
}

structure! { XFRMU_SADHINFO "xfrmu_sadhinfo":
    sadhcnt: U32,
    sadhmcnt: U32,
}

structure! { XFRMU_SPDINFO "xfrmu_spdinfo":
    incnt: U32,
    outcnt: U32,
    fwdcnt: U32,
    inscnt: U32,
    outscnt: U32,
    fwdscnt: U32,
}

structure! { XFRMU_SPDHINFO "xfrmu_spdhinfo":
    spdhcnt: U32,
    spdhmcnt: U32,
}

structure! { XFRMU_SPDHTHRESH "xfrmu_spdhthresh":
    lbits: U8,
    rbits: U8,
}

structure! { XFRM_USERSA_INFO "xfrm_usersa_info":
    sel: structure(&XFRM_SELECTOR),
    id: structure(&XFRM_ID),
    saddr: ADDRESS,
    lft: structure(&XFRM_LIFETIME_CFG),
    curlft: structure(&XFRM_LIFETIME_CUR),
    stats: structure(&XFRM_STATS),
    seq: U32,
    reqid: U32,
    family: U16.of(&AF),
    mode: U8.of(&XFRM_MODE),
    replay_window: U8.unit(Unit::Packets),
    flags: U8.of(&XFRM_STATE),
}

structure! { XFRM_USERSA_ID "xfrm_usersa_id":
    daddr: ADDRESS,
    spi: SPI,
    family: U16.of(&AF),
    proto: PROTO,
}

structure! { XFRM_AEVENT_ID "xfrm_aevent_id":
    sa_id: structure(&XFRM_USERSA_ID),
    saddr: ADDRESS,
    flags: U32.of(&XFRM_AE),
    reqid: U32,
}

structure! { XFRM_USERSPI_INFO "xfrm_userspi_info":
    info: structure(&XFRM_USERSA_INFO),
    min: U32.hex(),
    max: U32.hex(),
}

structure! { XFRM_USERPOLICY_INFO "xfrm_userpolicy_info":
    sel: structure(&XFRM_SELECTOR),
    lft: structure(&XFRM_LIFETIME_CFG),
    curlft: structure(&XFRM_LIFETIME_CUR),
    priority: U32,
    index: U32,
    dir: U8.of(&XFRM_POLICY_DIR),
    action: U8.of(&XFRM_POLICY_ACTION),
    flags: U8.of(&XFRM_POLICY_FLAGS),
    share: U8.of(&XFRM_SHARE),
}

structure! { XFRM_USERPOLICY_ID "xfrm_userpolicy_id":
    sel: structure(&XFRM_SELECTOR),
    index: U32,
    dir: U8.of(&XFRM_POLICY_DIR),
}

structure! { XFRM_USER_ACQUIRE "xfrm_user_acquire":
    id: structure(&XFRM_ID),
    saddr: ADDRESS,
    sel: structure(&XFRM_SELECTOR),
    policy: structure(&XFRM_USERPOLICY_INFO),
    aalgos: U32.hex(),
    ealgos: U32.hex(),
    calgos: U32.hex(),
    seq: U32,
}

structure! { XFRM_USER_EXPIRE "xfrm_user_expire":
    state: structure(&XFRM_USERSA_INFO),
    hard: BOOL,
}

structure! { XFRM_USER_POLEXPIRE "xfrm_user_polexpire":
    pol: structure(&XFRM_USERPOLICY_INFO),
    hard: BOOL,
}

structure! { XFRM_USERSA_FLUSH "xfrm_usersa_flush":
    proto: PROTO,
}

structure! { XFRM_USER_REPORT "xfrm_user_report":
    proto: PROTO,
    sel: structure(&XFRM_SELECTOR),
}

structure! { XFRM_USER_KMADDRESS "xfrm_user_kmaddress":
    local: ADDRESS,
    remote: ADDRESS,
    reserved: U32.reserved(),
    family: U16.of(&AF),
}

structure! { XFRM_USER_MIGRATE "xfrm_user_migrate":
    old_daddr: address(field("old_family")),
    old_saddr: address(field("old_family")),
    new_daddr: address(field("new_family")),
    new_saddr: address(field("new_family")),
    proto: PROTO,
    mode: U8.of(&XFRM_MODE),
    reserved: U16.reserved(),
    reqid: U32,
    old_family: U16.of(&AF),
    new_family: U16.of(&AF),
}

structure! { XFRM_USER_MIGRATE_STATE "xfrm_user_migrate_state":
    id: structure(&XFRM_USERSA_ID),
    new_daddr: address(field("new_family")),
    new_saddr: address(field("new_family")),
    old_mark: structure(&XFRM_MARK),
    new_sel: structure(&XFRM_SELECTOR),
    new_reqid: U32,
    flags: U32.of(&XFRM_MIGRATE_STATE_FLAGS),
    new_family: U16.of(&AF),
    reserved: U16.reserved(),
}

structure! { XFRM_USER_MAPPING "xfrm_user_mapping":
    id: structure(&XFRM_USERSA_ID),
    reqid: U32,
    old_saddr: ADDRESS,
    new_saddr: ADDRESS,
    old_sport: BE16,
    new_sport: BE16,
}

structure! { XFRM_ADDRESS_FILTER "xfrm_address_filter":
    saddr: ADDRESS,
    daddr: ADDRESS,
    family: U16.of(&AF),
    splen: U8,
    dplen: U8,
}

structure! { XFRM_USER_OFFLOAD "xfrm_user_offload":
    ifindex: S_IFINDEX,
    flags: U8.of(&XFRM_OFFLOAD),
}

structure! { XFRM_USERPOLICY_DEFAULT "xfrm_userpolicy_default":
    in: U8.of(&XFRM_USERPOLICY),
    fwd: U8.of(&XFRM_USERPOLICY),
    out: U8.of(&XFRM_USERPOLICY),
}

// the header of these is a bare u32, which the kernel hands back as it came
structure! { SADINFO "sadinfo":
    flags: U32.hex(),
}

structure! { SPDINFO "spdinfo":
    flags: U32.hex(),
}

set! { XFRMA "XFRMA":
    1 XFRMA_ALG_AUTH: structure(&XFRM_ALGO),
    2 XFRMA_ALG_CRYPT: structure(&XFRM_ALGO),
    3 XFRMA_ALG_COMP: structure(&XFRM_ALGO),
    4 XFRMA_ENCAP: structure(&XFRM_ENCAP_TMPL),
    5 XFRMA_TMPL: list!(structure(&XFRM_USER_TMPL)),
    6 XFRMA_SA: structure(&XFRM_USERSA_INFO),
    7 XFRMA_POLICY: structure(&XFRM_USERPOLICY_INFO),
    8 XFRMA_SEC_CTX: structure(&XFRM_USER_SEC_CTX),
    9 XFRMA_LTIME_VAL: structure(&XFRM_LIFETIME_CUR),
    10 XFRMA_REPLAY_VAL: structure(&XFRM_REPLAY_STATE),
    11 XFRMA_REPLAY_THRESH: U32.unit(Unit::Packets),
    12 XFRMA_ETIMER_THRESH: U32.unit(Unit::Deciseconds),
    13 XFRMA_SRCADDR: special(&XFRM_ADDRESS),
    14 XFRMA_COADDR: special(&XFRM_ADDRESS),
    15 XFRMA_LASTUSED: U64.unit(Unit::UnixSeconds),
    16 XFRMA_POLICY_TYPE: structure(&XFRM_USERPOLICY_TYPE),
    // user space puts all into one, the kernel sends one each
    17 XFRMA_MIGRATE: list!(structure(&XFRM_USER_MIGRATE)).multi(),
    18 XFRMA_ALG_AEAD: structure(&XFRM_ALGO_AEAD),
    19 XFRMA_KMADDRESS: structure(&XFRM_USER_KMADDRESS),
    20 XFRMA_ALG_AUTH_TRUNC: structure(&XFRM_ALGO_AUTH),
    21 XFRMA_MARK: structure(&XFRM_MARK),
    22 XFRMA_TFCPAD: U32.unit(Unit::Bytes),
    23 XFRMA_REPLAY_ESN_VAL: structure(&XFRM_REPLAY_STATE_ESN),
    24 XFRMA_SA_EXTRA_FLAGS: U32.of(&XFRM_SA_XFLAG),
    25 XFRMA_PROTO: PROTO,
    26 XFRMA_ADDRESS_FILTER: structure(&XFRM_ADDRESS_FILTER),
    27 XFRMA_PAD: PAD,
    28 XFRMA_OFFLOAD_DEV: structure(&XFRM_USER_OFFLOAD),
    29 XFRMA_SET_MARK / XFRMA_OUTPUT_MARK: U32.hex(),
    30 XFRMA_SET_MARK_MASK: U32.hex(),
    31 XFRMA_IF_ID: U32.hex(),
    32 XFRMA_MTIMER_THRESH: U32.unit(Unit::Seconds),
    33 XFRMA_SA_DIR: U8.of(&XFRM_SA_DIR),
    34 XFRMA_NAT_KEEPALIVE_INTERVAL: U32.unit(Unit::Seconds),
    35 XFRMA_SA_PCPU: U32,
    36 XFRMA_IPTFS_DROP_TIME: U32.unit(Unit::Microseconds),
    37 XFRMA_IPTFS_REORDER_WINDOW: U16.unit(Unit::Packets),
    38 XFRMA_IPTFS_DONT_FRAG: FLAG,
    39 XFRMA_IPTFS_INIT_DELAY: U32.unit(Unit::Microseconds),
    40 XFRMA_IPTFS_MAX_QSIZE: U32.unit(Unit::Bytes),
    41 XFRMA_IPTFS_PKT_SIZE: U32.unit(Unit::Bytes),
}

set! { XFRMA_SAD "XFRMA_SAD":
    1 XFRMA_SAD_CNT: U32,
    2 XFRMA_SAD_HINFO: structure(&XFRMU_SADHINFO),
}

set! { XFRMA_SPD "XFRMA_SPD":
    1 XFRMA_SPD_INFO: structure(&XFRMU_SPDINFO),
    2 XFRMA_SPD_HINFO: structure(&XFRMU_SPDHINFO),
    3 XFRMA_SPD_IPV4_HTHRESH: structure(&XFRMU_SPDHTHRESH),
    4 XFRMA_SPD_IPV6_HTHRESH: structure(&XFRMU_SPDHTHRESH),
}

// a dump of states or policies is asked for without a header
const NO_ID: When = When::Shorter(24);
const FILTERED: When = When::Attribute(0, 26, "XFRMA_ADDRESS_FILTER and no xfrm_usersa_id");
const NO_POLICY_ID: When = When::Shorter(64);

messages! { MESSAGES:
    16 XFRM_MSG_NEWSA New, [XFRM_USERSA_INFO] {XFRMA};
    17 XFRM_MSG_DELSA Del, [XFRM_USERSA_ID] {XFRMA};
    18 XFRM_MSG_GETSA Get if NO_ID, [] {XFRMA};
    18 XFRM_MSG_GETSA Get if FILTERED, [] {XFRMA};
    18 XFRM_MSG_GETSA Get, [XFRM_USERSA_ID] {XFRMA};
    19 XFRM_MSG_NEWPOLICY New, [XFRM_USERPOLICY_INFO] {XFRMA};
    20 XFRM_MSG_DELPOLICY Del, [XFRM_USERPOLICY_ID] {XFRMA};
    21 XFRM_MSG_GETPOLICY Get if NO_POLICY_ID, [] {XFRMA};
    21 XFRM_MSG_GETPOLICY Get, [XFRM_USERPOLICY_ID] {XFRMA};
    22 XFRM_MSG_ALLOCSPI Other, [XFRM_USERSPI_INFO] {XFRMA};
    23 XFRM_MSG_ACQUIRE Other, [XFRM_USER_ACQUIRE] {XFRMA};
    24 XFRM_MSG_EXPIRE Other, [XFRM_USER_EXPIRE] {XFRMA};
    25 XFRM_MSG_UPDPOLICY New, [XFRM_USERPOLICY_INFO] {XFRMA};
    26 XFRM_MSG_UPDSA New, [XFRM_USERSA_INFO] {XFRMA};
    27 XFRM_MSG_POLEXPIRE Other, [XFRM_USER_POLEXPIRE] {XFRMA};
    28 XFRM_MSG_FLUSHSA Del, [XFRM_USERSA_FLUSH] {XFRMA};
    29 XFRM_MSG_FLUSHPOLICY Del, [] {XFRMA};
    30 XFRM_MSG_NEWAE New, [XFRM_AEVENT_ID] {XFRMA};
    31 XFRM_MSG_GETAE Get, [XFRM_AEVENT_ID] {XFRMA};
    32 XFRM_MSG_REPORT Other, [XFRM_USER_REPORT] {XFRMA};
    33 XFRM_MSG_MIGRATE Other, [XFRM_USERPOLICY_ID] {XFRMA};
    34 XFRM_MSG_NEWSADINFO New, [SADINFO] {XFRMA_SAD};
    35 XFRM_MSG_GETSADINFO Get, [SADINFO] {XFRMA_SAD};
    36 XFRM_MSG_NEWSPDINFO New, [SPDINFO] {XFRMA_SPD};
    37 XFRM_MSG_GETSPDINFO Get, [SPDINFO] {XFRMA_SPD};
    38 XFRM_MSG_MAPPING Other, [XFRM_USER_MAPPING] {XFRMA};
    39 XFRM_MSG_SETDEFAULT New, [XFRM_USERPOLICY_DEFAULT] {XFRMA};
    40 XFRM_MSG_GETDEFAULT Get, [XFRM_USERPOLICY_DEFAULT] {XFRMA};
    41 XFRM_MSG_MIGRATE_STATE Other, [XFRM_USER_MIGRATE_STATE] {XFRMA};
}

groups! { GROUPS:
    1 XFRMNLGRP_ACQUIRE, 2 XFRMNLGRP_EXPIRE, 3 XFRMNLGRP_SA, 4 XFRMNLGRP_POLICY,
    5 XFRMNLGRP_AEVENTS, 6 XFRMNLGRP_REPORT, 7 XFRMNLGRP_MIGRATE, 8 XFRMNLGRP_MAPPING,
}

/// The record of NETLINK_XFRM.
pub static FAMILY: Family = Family {
    name: crate::name!("xfrm"),
    protocol: Some(6),
    layer: Layer::Protocol,
    messages: Cow::Borrowed(MESSAGES),
    groups: Cow::Borrowed(GROUPS),
};
