//! dev-energymodel: what power devices take at each of their performance states.
//!
//! Source: `uapi/linux/dev_energymodel.h`, `kernel/power/em_netlink.c`.

use crate::table::macros::*;
use crate::table::{Family, Layer, Unit};
use std::borrow::Cow;

flags! { PERF_STATE_FLAGS "dev_energymodel_perf_state_flags":
    0x1 DEV_ENERGYMODEL_PERF_STATE_FLAGS_PERF_STATE_INEFFICIENT,
}

flags! { PERF_DOMAIN_FLAGS "dev_energymodel_perf_domain_flags":
    0x1 DEV_ENERGYMODEL_PERF_DOMAIN_FLAGS_PERF_DOMAIN_MICROWATTS,
    0x2 DEV_ENERGYMODEL_PERF_DOMAIN_FLAGS_PERF_DOMAIN_SKIP_INEFFICIENCIES,
    0x4 DEV_ENERGYMODEL_PERF_DOMAIN_FLAGS_PERF_DOMAIN_ARTIFICIAL,
}

set! { PERF_DOMAIN "DEV_ENERGYMODEL_A_PERF_DOMAIN":
    1 DEV_ENERGYMODEL_A_PERF_DOMAIN_PAD: PAD,
    2 DEV_ENERGYMODEL_A_PERF_DOMAIN_PERF_DOMAIN_ID: U32,
    3 DEV_ENERGYMODEL_A_PERF_DOMAIN_FLAGS: U64.of(&PERF_DOMAIN_FLAGS),
    4 DEV_ENERGYMODEL_A_PERF_DOMAIN_CPUS: U64.multi(),
}

// POWER counts microwatts where the domain's flags say so
set! { PERF_STATE "DEV_ENERGYMODEL_A_PERF_STATE":
    1 DEV_ENERGYMODEL_A_PERF_STATE_PAD: PAD,
    2 DEV_ENERGYMODEL_A_PERF_STATE_PERFORMANCE: U64,
    3 DEV_ENERGYMODEL_A_PERF_STATE_FREQUENCY: U64.unit(Unit::Kilohertz),
    4 DEV_ENERGYMODEL_A_PERF_STATE_POWER: U64,
    5 DEV_ENERGYMODEL_A_PERF_STATE_COST: U64,
    6 DEV_ENERGYMODEL_A_PERF_STATE_FLAGS: U64.of(&PERF_STATE_FLAGS),
}

set! { PERF_TABLE "DEV_ENERGYMODEL_A_PERF_TABLE":
    1 DEV_ENERGYMODEL_A_PERF_TABLE_PERF_DOMAIN_ID: U32,
    2 DEV_ENERGYMODEL_A_PERF_TABLE_PERF_STATE: nest(&PERF_STATE).multi(),
}

messages! { MESSAGES:
    1 DEV_ENERGYMODEL_CMD_GET_PERF_DOMAINS Get, [] {PERF_DOMAIN};
    2 DEV_ENERGYMODEL_CMD_GET_PERF_TABLE Get, [] {PERF_TABLE};
    3 DEV_ENERGYMODEL_CMD_PERF_DOMAIN_CREATED New, [] {PERF_TABLE};
    4 DEV_ENERGYMODEL_CMD_PERF_DOMAIN_UPDATED New, [] {PERF_TABLE};
    5 DEV_ENERGYMODEL_CMD_PERF_DOMAIN_DELETED Del, [] {PERF_TABLE};
}

groups! { GROUPS: 0 event }

/// The record of dev-energymodel.
pub static FAMILY: Family = Family {
    name: crate::name!("dev-energymodel"),
    protocol: Some(16),
    layer: Layer::Generic,
    messages: Cow::Borrowed(MESSAGES),
    groups: Cow::Borrowed(GROUPS),
};
