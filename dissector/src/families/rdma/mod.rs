//! NETLINK_RDMA: InfiniBand, RoCE and iWARP. nlmsg_type holds a client of the RDMA core in its
//! upper six bits and an operation of that client in the lower ten.
//!
//! Source: `uapi/rdma/rdma_netlink.h`, `drivers/infiniband/core/netlink.c`.

use crate::table::{Family, Layer};
use std::borrow::Cow;

mod iwpm;
pub mod ls;
mod nldev;

groups! { GROUPS:
    2 RDMA_NL_GROUP_IWPM, 3 RDMA_NL_GROUP_LS, 4 RDMA_NL_GROUP_NOTIFY,
}

/// The record of the iWARP port mapper, with the groups of all clients.
pub static IWPM: Family = Family {
    name: crate::name!("rdma-iwpm"),
    protocol: Some(20),
    layer: Layer::Protocol,
    messages: Cow::Borrowed(iwpm::MESSAGES),
    groups: Cow::Borrowed(GROUPS),
};

/// The record of the local services: paths and addresses that user space resolves.
pub static LS: Family = Family {
    name: crate::name!("rdma-ls"),
    protocol: Some(20),
    layer: Layer::Protocol,
    messages: Cow::Borrowed(ls::MESSAGES),
    groups: Cow::Borrowed(&[]),
};

/// The record of devices, their resources and counters.
pub static NLDEV: Family = Family {
    name: crate::name!("rdma-nldev"),
    protocol: Some(20),
    layer: Layer::Protocol,
    messages: Cow::Borrowed(nldev::MESSAGES),
    groups: Cow::Borrowed(&[]),
};
