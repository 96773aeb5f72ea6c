//! The local services: a daemon that the kernel asks for a path or for the GID of an address.
//!
//! What the kernel asks has a header, and attributes that carry RDMA_NLA_F_MANDATORY in
//! nla_type; what the daemon answers has neither.
//!
//! Source: `uapi/rdma/rdma_netlink.h`, `uapi/rdma/ib_user_sa.h`,
//! `drivers/infiniband/core/sa_query.c`, `drivers/infiniband/core/addr.c`.

use crate::special::rdma_ls::MANDATORY;
use crate::table::macros::*;
use crate::table::{Unit, When};

enumeration! { LS_RESOLVE_PATH_USE "LS_RESOLVE_PATH_USE":
    0 LS_RESOLVE_PATH_USE_ALL, 1 LS_RESOLVE_PATH_USE_UNIDIRECTIONAL, 2 LS_RESOLVE_PATH_USE_GMP,
}

flags! { IB_PATH "IB_PATH":
    0x1 IB_PATH_GMP, 0x2 IB_PATH_PRIMARY, 0x4 IB_PATH_ALTERNATE, 0x8 IB_PATH_OUTBOUND,
    0x10 IB_PATH_INBOUND, 0x20 IB_PATH_INBOUND_REVERSE,
}

structure! { RDMA_LS_RESOLVE_HEADER "rdma_ls_resolve_header":
    device_name: STRING.times(64),
    port_num: U8,
    path_use: U8.of(&LS_RESOLVE_PATH_USE),
}

structure! { RDMA_LS_IP_RESOLVE_HEADER "rdma_ls_ip_resolve_header":
    ifindex: IFINDEX,
}

// an InfiniBand PathRecord as it goes over the wire
structure! { SA_PATH_REC "sa_path_rec":
    service_id: BE64.hex(),
    dgid: IPV6,
    sgid: IPV6,
    dlid: BE16.hex(),
    slid: BE16.hex(),
    flow: bits!(be 4: raw_traffic 1, _ 3, flow_label 20, hop_limit 8),
    traffic_class: U8,
    paths: bits!(be 1: reversible 1, numb_path 7),
    pkey: BE16.hex(),
    class: bits!(be 2: qos_class 12, sl 4),
    mtus: bits!(be 1: mtu_selector 2, mtu 6),
    rates: bits!(be 1: rate_selector 2, rate 6),
    life: bits!(be 1: packet_life_time_selector 2, packet_life_time 6),
    preference: U8,
    reserved: U8.times(6).reserved(),
}

structure! { IB_PATH_REC_DATA "ib_path_rec_data":
    flags: U32.of(&IB_PATH),
    reserved: U32.reserved(),
    path_rec: structure(&SA_PATH_REC),
}

set! { /// Attributes of the local services.
    pub LS_NLA_TYPE "LS_NLA_TYPE":
    1 LS_NLA_TYPE_PATH_RECORD: structure(&IB_PATH_REC_DATA).multi(),
    2 LS_NLA_TYPE_TIMEOUT: U32.unit(Unit::Milliseconds),
    3 LS_NLA_TYPE_SERVICE_ID: U64.hex(),
    4 LS_NLA_TYPE_DGID: IPV6,
    5 LS_NLA_TYPE_SGID: IPV6,
    6 LS_NLA_TYPE_TCLASS: U8,
    7 LS_NLA_TYPE_PKEY: U16.hex(),
    8 LS_NLA_TYPE_QOS_CLASS: U16,
    9 LS_NLA_TYPE_IPV4: IPV4,
    10 LS_NLA_TYPE_IPV6: IPV6,
}

const FAILED: When = When::Shorter(4);
const PATH: When = When::Attribute(0, 1, "LS_NLA_TYPE_PATH_RECORD");
const GID: When = When::Attribute(0, 4, "LS_NLA_TYPE_DGID");

messages! { pub(super) MESSAGES:
    4096 RDMA_NL_LS_OP_RESOLVE Other if FAILED, [] {LS_NLA_TYPE};
    4096 RDMA_NL_LS_OP_RESOLVE Other if PATH, [] {LS_NLA_TYPE};
    4096 RDMA_NL_LS_OP_RESOLVE Other, [RDMA_LS_RESOLVE_HEADER] (attributes: special(&MANDATORY));
    4097 RDMA_NL_LS_OP_SET_TIMEOUT Other, [] {LS_NLA_TYPE};
    4098 RDMA_NL_LS_OP_IP_RESOLVE Other if FAILED, [] {LS_NLA_TYPE};
    4098 RDMA_NL_LS_OP_IP_RESOLVE Other if GID, [] {LS_NLA_TYPE};
    4098 RDMA_NL_LS_OP_IP_RESOLVE Other, [RDMA_LS_IP_RESOLVE_HEADER] (attributes: special(&MANDATORY));
}
